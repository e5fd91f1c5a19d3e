"""Floor 6, verslagen: the report of a talk is shared, answered and settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen, genummerd, stuk
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.onverwerkt import onverwerkt_verslag
from clm_cli.dossier import Gesprek
from clm_cli.meldingen import ClmFout
from clm_cli.records.gesprek import Gedeeld, Gespreksreactie
from clm_cli.tijd.datum import datum_vol

_STUKKEN = ("verslag.pdf", "verslag.docx", "verslag.md")
_ZWIJGEN = "geen reactie ontvangen"


def verzet_of_vervallen(opgave: Opgave) -> Aanvulling:
    """A talk that was held is no longer moved, and does not fall through."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    gehouden = gesprek.kaart.record.gehouden
    if gehouden is not None:
        raise ClmFout(
            f"Dit gesprek is gehouden op {datum_vol(gehouden.datum)}; er is niets geschreven.",
            nu=advies(
                "klopt dat niet, verbeter dan wat is vastgelegd: {gehouden}",
                gehouden=opdracht("gesprek", "gehouden", dossier.id, gesprek.id),
            ),
        )
    return Aanvulling(nu=volgende(opgave.soort, dossier.id, gesprek.id))


def gedeeld(opgave: Opgave) -> Aanvulling:
    """The report as it lies in the folder, the seal on the card, and its version."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    if gesprek.kaart.record.gehouden is None:
        raise ClmFout(
            "Dit gesprek is nog niet vastgelegd; er is dus nog geen verslag om te delen.",
            nu=opdracht("gesprek", "gehouden", dossier.id, gesprek.id),
        )
    verslag = opgave.boom.get("verslag") or stuk(opgave, gesprek.pad, _verslag(opgave, gesprek))
    kaart = opgave.stukken.sha256(gesprek.pad, "gesprek.yaml")
    versie = aangenomen(opgave, versie=_versie(gesprek, verslag, kaart))
    nu = advies(
        "{reactie}  of, zonder reactie, {vastgesteld}",
        reactie=opdracht("gesprek", "reactie", dossier.id, gesprek.id),
        vastgesteld=opdracht("gesprek", "vastgesteld", dossier.id, gesprek.id),
    )
    return Aanvulling({"verslag": verslag, "kaart_sha256": kaart, **versie}, tuple(versie), nu)


def _verslag(opgave: Opgave, gesprek: Gesprek) -> str:
    for naam in _STUKKEN:
        if opgave.stukken.sha256(gesprek.pad, naam):
            return naam
    raise ClmFout(
        "Er ligt nog geen verslag bij dit gesprek.",
        nu=opdracht("verslag", opgave.dossier.id, gesprek.id),
    )


def _versie(gesprek: Gesprek, verslag: Any, kaart: str | None) -> str:
    """The version of the report: that of an earlier sharing when it is the same document."""
    sha256 = verslag.get("sha256") if isinstance(verslag, dict) else None
    eerder = gesprek.van(Gedeeld)
    for feit in eerder:
        if (feit.record.verslag.sha256, feit.record.kaart_sha256) == (sha256, kaart):
            return feit.record.versie or "1"
    return str(1 + len(eerder))


def gespreksreactie(opgave: Opgave) -> Aanvulling:
    """A reaction answers the last sharing; its points get numbers."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    laatste = max(_gedeeld(opgave), key=lambda feit: feit.record.datum)
    bij = aangenomen(opgave, bij=laatste.stam)
    nu = advies(
        "{verslag}  en daarna {vastgesteld}",
        verslag=opdracht("verslag", dossier.id, gesprek.id),
        vastgesteld=opdracht("gesprek", "vastgesteld", dossier.id, gesprek.id),
    )
    return Aanvulling({**bij, **genummerd(opgave.boom, "punten", str)}, tuple(bij), nu)


def vastgesteld(opgave: Opgave) -> Aanvulling:
    """The settled report: every remark has an outcome; that nobody answered has to be said."""
    gedeelde = _gedeeld(opgave)
    reacties = opgave.als(Gesprek).van(Gespreksreactie)
    if reacties and opgave.boom.get("wijze") == _ZWIJGEN:
        raise ClmFout(
            f"Er is wel gereageerd ({reacties[0].stam}); '{_ZWIJGEN}' klopt dus niet.",
            nu='geef --wijze schriftelijk of --wijze "in gesprek"',
        )
    naam = str(gedeelde[-1].record.verslag.bestand)
    post = onverwerkt_verslag(opgave.blik, opgave.als(Gesprek))
    if post and opgave.boom.get("wijze") == _ZWIJGEN:
        raise ClmFout(
            f"{post[0].tekst[:1].upper()}{post[0].tekst[1:]}; '{_ZWIJGEN}' klopt dus niet.",
            nu=opdracht("gesprek", "reactie", opgave.dossier.id, opgave.als(Gesprek).id),
        )
    verslag = aangenomen(opgave, verslag=stuk(opgave, opgave.als(Gesprek).pad, naam))
    return Aanvulling(
        {**verslag, "verwerkt": _verwerkt(opgave, reacties)},
        nu=volgende(opgave.soort, opgave.dossier.id),
    )


def _gedeeld(opgave: Opgave) -> tuple[Bestand[Gedeeld], ...]:
    gesprek = opgave.als(Gesprek)
    feiten = gesprek.van(Gedeeld)
    if not feiten:
        raise ClmFout(
            "Het verslag van dit gesprek is nog niet gedeeld.",
            nu=opdracht("gesprek", "gedeeld", opgave.dossier.id, gesprek.id),
        )
    return feiten


def _verwerkt(
    opgave: Opgave, reacties: tuple[Bestand[Gespreksreactie], ...]
) -> list[Mapping[str, Any]]:
    """What was done with every remark: as said now, else as said in the reaction itself."""
    rijen = list(opgave.boom.get("verwerkt", ()))
    genoemd = {rij.get("punt") for rij in rijen if isinstance(rij, dict)}
    rest = [
        (f"{reactie.stam}#{punt.id}", punt)
        for reactie in reacties
        for punt in reactie.record.punten
        if f"{reactie.stam}#{punt.id}" not in genoemd
    ]
    open_ = [ref for ref, punt in rest if punt.verwerking == "open"]
    if open_:
        raise ClmFout(
            f"Nog niet verwerkt: {', '.join(open_)}.",
            nu=(
                f'geef --verwerkt "punt={open_[0]} verwerking=overgenomen" (of deels, niet; met '
                "reden=…)"
            ),
        )
    return [
        *rijen,
        *(
            {
                "punt": ref,
                "verwerking": punt.verwerking,
                **({"reden": punt.reden} if punt.reden else {}),
            }
            for ref, punt in rest
        ),
    ]
