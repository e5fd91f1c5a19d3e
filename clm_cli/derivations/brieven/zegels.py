"""Floor 4, zegels: whether what was sent and received is still what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.vergelijking import Verschil
from clm_cli.dossier import Brief
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Stuk
from clm_cli.records.brief import Binnengekomen, Briefkaart, Versies, Verzonden
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

Uitkomst = Literal["gelijk", "veranderd", "anders", "niet vergelijkbaar"]
"""`veranderd`: something that may never change did. `anders`: the record or the tools moved on,
and that is no fault."""


@value
class Controlepunt:
    """One thing that was looked at, and what came of it."""

    wat: Literal["stuk", "kaart", "tekst", "bestand"]
    uitkomst: Uitkomst
    zin: str
    plek: Plek
    verschillen: tuple[Verschil, ...] = ()


def zegels(brief: Brief, sha256: Callable[[str], str | None]) -> Iterator[Controlepunt]:
    """Every document that was sent or came in, and the card as the dispatches sealed it.

    `sha256` reads a file of the register.
    """
    feiten: list[Bestand[Verzonden | Binnengekomen]] = [
        *brief.van(Verzonden),
        *brief.van(Binnengekomen),
    ]
    for feit in feiten:
        yield _stuk(brief, feit, sha256)
    kaart = sha256(brief.kaart.pad)
    for feit in brief.van(Verzonden):
        goed = kaart == feit.record.kaart_sha256
        zin = (
            "brief.yaml is zoals bij verzending"
            if goed
            else "brief.yaml is gewijzigd nadat de brief is verzonden"
        )
        yield Controlepunt(
            "kaart",
            "gelijk" if goed else "veranderd",
            f"{zin} ({feit.stam})",
            feit.plek("kaart_sha256"),
        )


def _stuk(
    brief: Brief, feit: Bestand[Verzonden | Binnengekomen], sha256: Callable[[str], str | None]
) -> Controlepunt:
    stuk: Stuk = feit.record.document
    hoe = (
        f"{'verzonden' if isinstance(feit.record, Verzonden) else 'ontvangen'} op "
        f"{datum_vol(feit.record.datum)}, {feit.record.kanaal}"
    )
    plek = feit.plek("document")
    if stuk.bestand is None:
        return Controlepunt(
            "stuk",
            "niet vergelijkbaar",
            f"het stuk ({hoe}) ligt niet in dit register maar in {stuk.vindplaats}",
            plek,
        )
    gevonden = sha256(f"{brief.pad}/{stuk.bestand}")
    if gevonden is None:
        return Controlepunt("stuk", "veranderd", f"{stuk.bestand} ({hoe}) ligt er niet meer", plek)
    if stuk.sha256 is None:
        return Controlepunt(
            "stuk",
            "niet vergelijkbaar",
            f"van {stuk.bestand} ({hoe}) is geen sha256 vastgelegd",
            plek,
        )
    if gevonden != stuk.sha256:
        return Controlepunt(
            "stuk",
            "veranderd",
            (
                f"{stuk.bestand} ({hoe}) is een ander bestand dan toen: sha256 {gevonden[:12]}… "
                f"in plaats van {stuk.sha256[:12]}…"
            ),
            plek,
        )
    return Controlepunt(
        "stuk", "gelijk", f"{stuk.bestand} is precies wat is {hoe} (sha256 {gevonden[:12]}…)", plek
    )


def tekst(
    brief: Brief,
    nu: str,
    toen: str | None,
    versies: Versies,
    verschillen: Callable[[], tuple[Verschil, ...]],
) -> Controlepunt:
    """The text of the letter as the record makes it now, beside the text that was made.

    `nu` and `toen` are the sha256 of the text from today's facts, and from the facts that were
    recorded when it was sent.
    """
    kaart, plek = brief.kaart.record, brief.kaart.plek("markdown_sha256")
    if nu == kaart.markdown_sha256:
        return Controlepunt(
            "tekst", "gelijk", "de tekst is woord voor woord wat clm nu uit het dossier maakt", plek
        )
    if toen == kaart.markdown_sha256:
        zin = (
            "de tekst klopt met wat bij verzending was vastgelegd; met wat er sindsdien is "
            "vastgelegd, zou zij nu anders luiden"
        )
    elif anders := andere_versies(kaart, versies):
        zin = f"clm maakt nu een andere tekst; {anders}"
    else:
        zin = (
            "clm maakt nu een andere tekst: een kaart of lijst in het dossier, of de organisatie, "
            "is sinds het maken gewijzigd"
        )
    return Controlepunt("tekst", "anders", zin, plek, verschillen())


def bytes_(
    brief: Brief, versies: Versies, gelijke_tekst: bool, sha256: str | None, naam: str
) -> Controlepunt:
    """The file made again beside the one that was made, where versions and text are equal."""
    kaart, plek = brief.kaart.record, brief.kaart.plek("document")
    anders = andere_versies(kaart, versies)
    if anders or not gelijke_tekst:
        return Controlepunt(
            "bestand",
            "niet vergelijkbaar",
            (
                f"{naam} byte voor byte: niet vergelijkbaar, omdat "
                f"{anders or 'de tekst nu anders luidt'}"
            ),
            plek,
        )
    if kaart.document and sha256 == kaart.document.sha256:
        return Controlepunt("bestand", "gelijk", f"{naam} is byte voor byte opnieuw te maken", plek)
    return Controlepunt(
        "bestand",
        "anders",
        (
            f"{naam} krijgt met dezelfde tekst nu andere bytes: de huisstijl, het logo of het "
            "briefpapier is gewijzigd, of het stuk is niet met clm gemaakt"
        ),
        plek,
    )


def andere_versies(kaart: Briefkaart, nu: Versies) -> str | None:
    """In which tools the letter was made otherwise than it would be now."""
    toen = kaart.versies
    if toen is None:
        return "op de kaart staat niet waarmee de brief is gemaakt"
    rijen = [
        f"{naam} toen {een or 'onbekend'} was en nu {ander or 'onbekend'}"
        for naam, een, ander in (("clm", toen.clm, nu.clm), ("Typst", toen.typst, nu.typst))
        if een != ander
    ]
    rijen += ["het sjabloon is gewijzigd"] if toen.sjabloon_sha256 != nu.sjabloon_sha256 else []
    return " en ".join(rijen) or None
