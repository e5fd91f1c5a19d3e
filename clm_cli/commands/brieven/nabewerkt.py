"""Floor 7, nabewerkt: a letter that was edited, beside the letter as clm makes it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from clm_cli.advies import opdracht
from clm_cli.commands.brieven.bestand import Briefbestand, lees_brief
from clm_cli.commands.brieven.nagemaakt import Opnieuw, maak_opnieuw, maak_zoals_bekend
from clm_cli.commands.dingen import beurt_van, kies_een
from clm_cli.commands.documenten import laatste_stuk
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.getallen import gelijk, verkeerde_dagen
from clm_cli.derivations.brieven.onderdelen import onderdelen_weg
from clm_cli.documents.naast import Naast, leg_naast
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.brief import Verzonden
from clm_cli.views.brieven.vergelijking import Vergelijking

_Onze = tuple[Dossier, Brief]


def controleer(werk: Werk, pad: Path, dossier: str | None, brief: str | None) -> Vergelijking:
    """The letter that is named or that the file tells, beside the letter as clm makes it.

    Words as other commands on letters take them, a dossier and a letter, mean the Word file there.
    """
    if brief is None and not pad.is_file() and str(pad) in werk.register.dossiers:
        pad, dossier, brief = _in_dossier(werk, str(pad), dossier)
    gelezen = lees_brief(werk.wortel, pad)
    if not gelezen.tekst.strip():
        raise ClmFout(
            f"In {pad.name} staat geen tekst; het is waarschijnlijk een foto of scan.",
            nu="haal de scan door tekstherkenning (OCR), en geef de tekst of de PDF met tekst",
        )
    eigen, gevonden = _welke(werk, gelezen, pad.name, dossier, brief)
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


def _in_dossier(werk: Werk, naam: str, brief: str | None) -> tuple[Path, str, str]:
    """The Word file of a letter of a dossier, where somebody edits it."""
    eigen = werk.dossier(naam)
    keus = kies_een(eigen, Brief, brief, beurt_van("", werk.vandaag))
    stuk = laatste_stuk(werk, keus.pad, "brief", "docx")
    if stuk is None:
        raise ClmFout(
            f"Bij {keus.id} ligt geen Word-bestand van clm.",
            nu=f"noem het bestand: clm brief controleer BESTAND {eigen.id} {keus.id}",
        )
    return werk.wortel / keus.pad / stuk.naam, eigen.id, keus.id


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


def _welke(
    werk: Werk, gelezen: Briefbestand, naam: str, dossier: str | None, brief: str | None
) -> _Onze:
    """The letter that is named, else the one that the file itself tells.

    Of a dossier that has one letter of ours it can be no other.
    """
    dossiers = [werk.dossier(dossier)] if dossier else list(werk.register.dossiers.values())
    if dossier and brief:
        return dossiers[0], kies_een(dossiers[0], Brief, brief, beurt_van("", werk.vandaag))
    onze = [(d, b) for d in dossiers for b in d.brieven if b.kaart.record.richting == "uitgaand"]
    zelf = _met_zegel(onze, gelezen.inhoud) or _met_kenmerk(onze, gelezen.tekst)
    keus = zelf or (onze if dossier else [])
    if len(keus) == 1:
        return keus[0]
    if dossier and not keus:
        zin, nu = f"In {dossier} staat geen brief van ons.", opdracht("brief", "lijst", dossier)
        raise ClmFout(zin, nu=nu)
    waar = f" in {dossier}" if dossier else ""
    zin = f"staan {len(zelf)} kenmerken" if zelf else f"staat geen kenmerk van onze brieven{waar}"
    namen = ", ".join(f"{d.id} {b.id}" for d, b in keus)
    raise ClmFout(
        f"In {naam} {zin}.",
        nu=f"noem de brief; kies uit {namen}"
        if namen
        else f"noem de brief: clm brief controleer {naam} DOSSIER BRIEF",
    )


def _met_zegel(onze: list[_Onze], inhoud: bytes) -> list[_Onze]:
    """The letter of which this is the document as clm made it."""
    zegel = hashlib.sha256(inhoud).hexdigest()
    return [
        (d, b)
        for d, b in onze
        if (stuk := b.kaart.record.document) is not None and stuk.sha256 == zegel
    ]


def _met_kenmerk(onze: list[_Onze], tekst: str) -> list[_Onze]:
    """The letter whose reference stands in the text, in its head when it names others.

    A line may break inside it.
    """
    plat_ = gelijk(tekst)
    gevonden = [
        (kenmerk, (d, b))
        for d, b in onze
        if (kenmerk := b.kaart.record.kenmerk)
        and re.search(r"(?<![\w/-])" + r"\s*".join(map(re.escape, kenmerk)) + r"(?![\w/-])", plat_)
    ]
    kop = [rij for rij in gevonden if "Ons kenmerk" in plat_.split(rij[0])[0][-40:]]
    return [rij for _, rij in kop or gevonden]


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
