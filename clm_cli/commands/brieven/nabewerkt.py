"""Floor 7, nabewerkt: a letter that was edited, beside the letter as clm makes it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from clm_cli.commands.brieven.bestand import lees_brief
from clm_cli.commands.brieven.nagemaakt import Opnieuw, maak_opnieuw, maak_zoals_bekend
from clm_cli.commands.dingen import kies_een
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.getallen import gelijk, verkeerde_dagen
from clm_cli.derivations.brieven.onderdelen import onderdelen_weg
from clm_cli.documents.naast import Naast, leg_naast
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.brief import Verzonden
from clm_cli.register import Register
from clm_cli.views.brieven.vergelijking import Vergelijking


def controleer(werk: Werk, pad: Path, dossier: str | None, brief: str | None) -> Vergelijking:
    """The letter that is named, or the one whose reference stands in the text."""
    gelezen = lees_brief(werk.wortel, pad)
    if not gelezen.tekst.strip():
        raise ClmFout(
            f"In {pad.name} staat geen tekst; het is waarschijnlijk een foto of scan.",
            nu="haal de scan door tekstherkenning (OCR), en geef de tekst of de PDF met tekst",
        )
    if dossier is None:
        eigen, gevonden = _met_kenmerk(werk.register, gelezen.tekst, pad.name)
    else:
        eigen = werk.dossier(dossier)
        gevonden = kies_een(eigen, Brief, brief)
    opnieuw = _zoals_gemaakt(werk, eigen, gevonden)
    naast = leg_naast(gelezen.inhoud, gelezen.vorm, pad.name, opnieuw.document)
    weg, anders = _weg(opnieuw, naast)
    return Vergelijking(
        pad.name,
        f"{eigen.id}/{gevonden.id}",
        weg,
        _dagen(naast),
        naast.verschillen,
        (*anders, *_let_op(gevonden, opnieuw, gelezen.inhoud)),
        naast.open,
        naast.ongelezen,
    )


def _zoals_gemaakt(werk: Werk, dossier: Dossier, brief: Brief) -> Opnieuw:
    """The letter from what was recorded when it was sent; an unsent one from what is there now."""
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
    plat_ = gelijk(tekst)
    rijen = [
        (kaart.kenmerk, d, b)
        for d in register.dossiers.values()
        for b in d.brieven
        if (kaart := b.kaart.record).richting == "uitgaand" and kaart.kenmerk
    ]
    gevonden = [
        (kenmerk, d, b)
        for kenmerk, d, b in rijen
        if re.search(r"(?<![\w/-])" + r"\s*".join(map(re.escape, kenmerk)) + r"(?![\w/-])", plat_)
    ]
    eigen = [rij for rij in gevonden if "Ons kenmerk" in plat_.split(rij[0])[0][-40:]] or gevonden
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
    """The mandatory parts that no longer stand in it, and those that stand there in other words.

    What our own text does not show in one piece either is not gone.
    """
    kwijt, anders = onderdelen_weg(opnieuw.elementen, opnieuw.woorden, naast.hun)
    ook_bij_ons, _ = onderdelen_weg(opnieuw.elementen, opnieuw.woorden, naast.ons)
    gaten = ["er staat nog een open plek in: [ONTBREEKT: …]"] if "[ONTBREEKT" in naast.hun else []
    return (*(titel for titel in kwijt if titel not in ook_bij_ons), *gaten), tuple(
        f"'{titel}' staat er in andere woorden dan in het dossier: leg die woorden daar ook vast"
        for titel in anders
        if titel not in ook_bij_ons
    )


def _dagen(naast: Naast) -> tuple[str, ...]:
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
    nu = hashlib.sha256(opnieuw.document.markdown.encode()).hexdigest()
    if kaart.markdown_sha256 and nu != kaart.markdown_sha256:
        rijen.append(
            f"het dossier of het sjabloon is veranderd sinds clm {brief.id} maakte; vergeleken is "
            "met de brief zoals die nu wordt"
        )
    return tuple(rijen)
