"""Floor 7, briefcontrole: the list of letters, their seals, and an edited letter beside ours."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clm_cli.cli import registers, uitvoer
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clm_cli.cli.briefopnieuw import Opnieuw
    from clm_cli.derivations.brieven.vergelijking import Verschil
    from clm_cli.derivations.brieven.zegels import Controlepunt
    from clm_cli.documents.naast import Naast
    from clm_cli.register import Brief, Dossier, Register


def lijst(
    ctx: typer.Context,
    dossier: Annotated[
        str | None, typer.Argument(help="het dossier; zonder dossier alle brieven van het register")
    ] = None,
) -> None:
    """Toont alle brieven, van ons en van hen.

    Waar elke brief staat, en wat er nog moet gebeuren.
    """
    from clm_cli.kijk import Kijk
    from clm_cli.views.brieven import lijst as view

    om = ctx.obj
    register = registers.bekeken(om, registers.laad(om))
    gekozen = registers.dossier(register, dossier) if dossier else None
    blad = view.brievenlijst(Kijk(register, om.peildatum), gekozen)
    uitvoer.toon(om, "brief-lijst", blad, view)


def verifieer(
    ctx: typer.Context,
    woorden: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOSSIER BRIEF",
            help="welke dossiers, of welke brief; zonder woorden alle brieven",
        ),
    ] = None,
) -> int:
    """Kijkt of wat is verzonden en ontvangen nog precies is wat het was.

    En of het dossier nog dezelfde brief geeft.

    De uitkomst is 1 als iets is veranderd dat vast hoort te liggen.
    """
    from clm_cli.views.brieven import zegels as view

    werk = Werk(ctx.obj)
    rijen = tuple(
        (f"{dossier.id}/{brief.id}", tuple(_punten(werk, dossier, brief)))
        for dossier, brief in _kies(werk.register, woorden or [])
    )
    blad = view.Zegels(rijen, werk.geladen.plaats)
    uitvoer.toon(werk.om, "verifieer", blad, view)
    return 0 if blad.goed else 1


def _kies(register: Register, woorden: Sequence[str]) -> list[tuple[Dossier, Brief]]:
    """The letters that were sent or received.

    All of them, of some dossiers, or the ones that are named.
    """
    dossiers: list[Dossier] = []
    namen: list[str] = []
    for woord in woorden:
        try:
            dossiers.append(registers.dossier(register, woord))
        except ClmFout:
            if not dossiers:
                raise
            namen.append(woord.removesuffix("/").rsplit("/", 1)[-1])
    alle = [(d, b) for d in dossiers or register.dossiers.values() for b in d.brieven]
    for naam in namen:
        if not any(naam in b.id for _, b in alle):
            raise ClmFout(
                f"Er is geen brief of dossier '{naam}'.", nu=f"clm brief lijst {dossiers[0].id}"
            )
    gekozen = [(d, b) for d, b in alle if not namen or any(naam in b.id for naam in namen)]
    klaar = [
        (d, b)
        for d, b in gekozen
        if any(feit.soort in ("verzonden", "binnengekomen") for feit in b.bestanden)
    ]
    if namen and not klaar:
        raise ClmFout(
            f"{gekozen[0][1].id} is nog niet verzonden of ontvangen; er ligt nog niets vast.",
            nu=f"clm brief verzonden {gekozen[0][0].id} {gekozen[0][1].id}",
        )
    return klaar


def _punten(werk: Werk, dossier: Dossier, brief: Brief) -> tuple[Controlepunt, ...]:
    """The seals always; the text and the bytes where clm made the letter."""
    from clm_cli.derivations.brieven.zegels import Controlepunt, zegels
    from clm_cli.files.stukken import sha256_van

    vast = tuple(zegels(brief, lambda pad: sha256_van(werk.wortel / pad)))
    kaart = brief.kaart.record
    if kaart.richting == "inkomend":
        return vast
    if kaart.markdown_sha256 is None:
        return (
            *vast,
            Controlepunt(
                "tekst",
                "niet vergelijkbaar",
                "de tekst is niet na te maken: deze brief is niet met clm gemaakt",
                brief.kaart.plek(),
            ),
        )
    try:
        return (*vast, *_nagemaakt(werk, dossier, brief))
    except ClmFout as fout:
        return (
            *vast,
            Controlepunt(
                "tekst",
                "niet vergelijkbaar",
                f"de tekst is nu niet na te maken: {fout.tekst}",
                brief.kaart.plek(),
            ),
        )


def _nagemaakt(werk: Werk, dossier: Dossier, brief: Brief) -> tuple[Controlepunt, ...]:
    from clm_cli.cli.briefopnieuw import maak_opnieuw, maak_zoals_bekend
    from clm_cli.cli.documenten import versies
    from clm_cli.derivations.brieven import zegels as briefzegel
    from clm_cli.documents.opmaak import als_markdown_voluit, maak
    from clm_cli.records.brief import Versies, Verzonden

    kaart, opnieuw = brief.kaart.record, maak_opnieuw(werk, dossier, brief)
    nu, toen = _sha(opnieuw.document.markdown), None
    if nu != kaart.markdown_sha256:
        moment = min(f.record.vastgelegd for f in brief.van(Verzonden))
        toen = _sha(maak_zoals_bekend(werk, dossier, brief, moment).document.markdown)
    gebruikt = Versies.model_validate(versies(opnieuw.gevuld))
    punten = [
        briefzegel.tekst(brief, nu, toen, gebruikt, lambda: _verschillen(werk, brief, opnieuw))
    ]
    if kaart.document and kaart.document.bestand:
        vorm, gelijk = kaart.document.bestand.rsplit(".", 1)[-1], nu == kaart.markdown_sha256
        maken = gelijk and briefzegel.andere_versies(kaart, gebruikt) is None
        sha256 = hashlib.sha256(maak(opnieuw.document, vorm)).hexdigest() if maken else None
        if maken and vorm == "md" and sha256 != kaart.document.sha256:
            sha256 = hashlib.sha256(als_markdown_voluit(opnieuw.document)).hexdigest()
        punten.append(briefzegel.bytes_(brief, gebruikt, gelijk, sha256, kaart.document.bestand))
    return tuple(punten)


def _sha(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()


def _verschillen(werk: Werk, brief: Brief, opnieuw: Opnieuw) -> tuple[Verschil, ...]:
    """What was made then beside what is made now, each read from a file of the same form."""
    from clm_cli.commands.brieven.bestand import lees_brief
    from clm_cli.derivations.brieven.vergelijking import vergelijk
    from clm_cli.documents.naast import leg_naast

    stuk = brief.kaart.record.document
    pad = werk.wortel / brief.pad / str(stuk.bestand) if stuk else None
    if pad is None or not pad.is_file():
        return ()
    oud = lees_brief(pad)
    toen = leg_naast(oud.inhoud, oud.vorm, pad.name, opnieuw.document)
    return vergelijk(toen.hun, toen.ons)


def controleer(
    ctx: typer.Context,
    bestand: Annotated[
        str,
        typer.Argument(
            metavar="BESTAND", help="een Word-bestand, een PDF, of de tekst van een scan"
        ),
    ],
    dossier: Annotated[
        str | None,
        typer.Argument(
            help="het dossier; zonder dossier zoekt clm de brief met het kenmerk in de tekst"
        ),
    ] = None,
    brief: Annotated[
        str | None,
        typer.Argument(metavar="BRIEF", help="welke brief: de map, of een deel van de naam"),
    ] = None,
) -> int:
    """Legt een nabewerkte brief naast de brief zoals clm haar maakt.

    Onderdelen, dagen, bedragen, getallen en woorden.

    De uitkomst is 1 als een verplicht onderdeel weg is, een dag, bedrag of getal anders is, of er
    nog opmerkingen of wijzigingen open staan; alleen andere woorden zijn geen fout.
    """
    from clm_cli.commands.brieven.bestand import lees_brief
    from clm_cli.commands.dingen import kies_ding
    from clm_cli.documents.naast import leg_naast
    from clm_cli.register import Brief
    from clm_cli.views.brieven import vergelijking as view

    werk, pad = Werk(ctx.obj), Path(bestand)
    gelezen = lees_brief(pad)
    if not gelezen.tekst.strip():
        raise ClmFout(
            f"In {pad.name} staat geen tekst; het is waarschijnlijk een foto of scan.",
            nu="haal de scan door tekstherkenning (OCR), en geef de tekst of de PDF met tekst",
        )
    if dossier is None:
        eigen, gevonden = _met_kenmerk(werk.register, gelezen.tekst, pad.name)
    else:
        eigen = werk.dossier(dossier)
        ding = kies_ding(eigen, "brief", brief)
        assert isinstance(ding, Brief)
        gevonden = ding
    opnieuw = _zoals_gemaakt(werk, eigen, gevonden)
    naast = leg_naast(gelezen.inhoud, gelezen.vorm, pad.name, opnieuw.document)
    weg, anders = _weg(opnieuw, naast)
    dagen = _dagen(naast)
    let_op = (*anders, *naast.ongelezen, *_let_op(gevonden, opnieuw, gelezen.inhoud))
    naam = f"{eigen.id}/{gevonden.id}"
    blad = view.Vergelijking(
        pad.name, naam, weg, dagen, naast.verschillen, tuple(let_op), naast.open
    )
    uitvoer.toon(werk.om, "brief-controleer", blad, view)
    return 0 if blad.goed else 1


def _zoals_gemaakt(werk: Werk, dossier: Dossier, brief: Brief) -> Opnieuw:
    """The letter from what was recorded when it was sent.

    One that was not sent from what is recorded now.
    """
    from clm_cli.cli.briefopnieuw import maak_opnieuw, maak_zoals_bekend
    from clm_cli.records.brief import Verzonden

    if brief.kaart.record.richting == "inkomend":
        raise ClmFout(
            f"{brief.id} is een brief van de aanbieder; clm heeft er zelf geen tekst van.",
            nu=f"noem een van onze brieven: clm brief lijst {dossier.id}",
        )
    verzonden = [f.record.vastgelegd for f in brief.van(Verzonden)]
    return (
        maak_zoals_bekend(werk, dossier, brief, min(verzonden))
        if verzonden
        else maak_opnieuw(werk, dossier, brief)
    )


def _met_kenmerk(register: Register, tekst: str, naam: str) -> tuple[Dossier, Brief]:
    """The letter whose reference stands in the text; a line may break inside it."""
    from clm_cli.derivations.brieven.gegevens import gelijk

    plat = gelijk(tekst)
    rijen = [
        (kaart.kenmerk, d, b)
        for d in register.dossiers.values()
        for b in d.brieven
        if (kaart := b.kaart.record).richting == "uitgaand" and kaart.kenmerk
    ]
    gevonden = [
        (kenmerk, d, b)
        for kenmerk, d, b in rijen
        if re.search(r"(?<![\w/-])" + r"\s*".join(map(re.escape, kenmerk)) + r"(?![\w/-])", plat)
    ]
    eigen = [rij for rij in gevonden if "Ons kenmerk" in plat.split(rij[0])[0][-40:]] or gevonden
    if len(eigen) == 1:
        return eigen[0][1], eigen[0][2]
    if not eigen:
        raise ClmFout(
            f"In {naam} staat geen kenmerk van een van onze brieven.",
            nu=f"noem de brief: clm brief controleer {naam} DOSSIER BRIEF",
        )
    raise ClmFout(
        f"In {naam} staan {len(eigen)} kenmerken.",
        nu=f"noem de brief; kies uit {', '.join(f'{d.id} {b.id}' for _, d, b in eigen)}",
    )


def _weg(opnieuw: Opnieuw, naast: Naast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The mandatory parts that no longer stand in the edited letter.

    And those that stand there in other words. What our own text does not show in one piece either
    is not gone.
    """
    from clm_cli.derivations.brieven.onderdelen import onderdelen_weg

    kwijt, anders = onderdelen_weg(opnieuw.elementen, opnieuw.woorden, naast.hun)
    ook_bij_ons, _ = onderdelen_weg(opnieuw.elementen, opnieuw.woorden, naast.ons)
    gaten = ["er staat nog een open plek in: [ONTBREEKT: …]"] if "[ONTBREEKT" in naast.hun else []
    return (*(titel for titel in kwijt if titel not in ook_bij_ons), *gaten), tuple(
        f"'{titel}' staat er in andere woorden dan in het dossier: leg die woorden daar ook vast"
        for titel in anders
        if titel not in ook_bij_ons
    )


def _dagen(naast: Naast) -> tuple[str, ...]:
    from clm_cli.derivations.brieven.gegevens import verkeerde_dagen

    bekend = verkeerde_dagen(naast.ons)
    return tuple(rij for rij in verkeerde_dagen(naast.hun) if rij not in bekend)


def _let_op(brief: Brief, opnieuw: Opnieuw, inhoud: bytes) -> tuple[str, ...]:
    kaart = brief.kaart.record
    rijen = [
        f"in het dossier ontbreekt nog: {rij.titel} ({rij.mist.nu})"
        for rij in opnieuw.elementen
        if rij.mist
    ]
    if kaart.document and hashlib.sha256(inhoud).hexdigest() == kaart.document.sha256:
        rijen.append("dit is precies het stuk dat clm maakte")
    if kaart.markdown_sha256 and _sha(opnieuw.document.markdown) != kaart.markdown_sha256:
        rijen.append(
            f"het dossier of het sjabloon is veranderd sinds clm {brief.id} maakte; vergeleken is "
            "met de brief zoals die nu wordt"
        )
    return tuple(rijen)


OPDRACHTEN = ((lijst, "lijst"), (controleer, "controleer"), (verifieer, "verifieer"))
LOSSE = ((verifieer, "verifieer"),)
