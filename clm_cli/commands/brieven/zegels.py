"""Floor 7, zegels: whether letters that were sent or received are still what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from clm_cli.commands.brieven.bestand import lees_brief
from clm_cli.commands.brieven.nagemaakt import Opnieuw, maak_opnieuw, maak_zoals_bekend
from clm_cli.commands.register import dossier as zoek
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven import zegels as briefzegel
from clm_cli.derivations.brieven.vergelijking import Verschil, vergelijk
from clm_cli.derivations.brieven.zegels import Controlepunt
from clm_cli.documents.naast import leg_naast
from clm_cli.documents.opmaak import als_markdown_voluit, maak
from clm_cli.dossier import Brief, Dossier
from clm_cli.files.stukken import sha256_van
from clm_cli.meldingen import ClmFout
from clm_cli.records.brief import Versies, Verzonden
from clm_cli.register import Register
from clm_cli.views.brieven.zegels import Zegels


def verifieer(werk: Werk, woorden: Sequence[str]) -> Zegels:
    """All letters, those of some dossiers, or the ones that are named."""
    return Zegels(
        tuple(
            (f"{dossier.id}/{brief.id}", _punten(werk, dossier, brief))
            for dossier, brief in _kies(werk.register, woorden)
        ),
        werk.geladen.plaats,
    )


def _kies(register: Register, woorden: Sequence[str]) -> list[tuple[Dossier, Brief]]:
    """The letters that were sent or received; words are dossiers first, then letters in them."""
    dossiers: list[Dossier] = []
    namen: list[str] = []
    for woord in woorden:
        try:
            dossiers.append(zoek(register, woord))
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
    vast = tuple(briefzegel.zegels(brief, lambda pad: sha256_van(werk.wortel, werk.wortel / pad)))
    kaart = brief.kaart.record
    if kaart.richting == "inkomend":
        return vast
    if kaart.markdown_sha256 is None:
        zin = "de tekst is niet na te maken: deze brief is niet met clm gemaakt"
    else:
        try:
            return (*vast, *_nagemaakt(werk, dossier, brief))
        except ClmFout as fout:
            zin = f"de tekst is nu niet na te maken: {fout.tekst}"
    return (*vast, Controlepunt("tekst", "niet vergelijkbaar", zin, brief.kaart.plek()))


def _nagemaakt(werk: Werk, dossier: Dossier, brief: Brief) -> tuple[Controlepunt, ...]:
    kaart, opnieuw = brief.kaart.record, maak_opnieuw(werk, dossier, brief)
    nu, toen = _sha(opnieuw), None
    if nu != kaart.markdown_sha256:
        moment = min(f.record.vastgelegd for f in brief.van(Verzonden))
        toen = _sha(maak_zoals_bekend(werk, dossier, brief, moment))
    gebruikt = Versies.model_validate(opnieuw.opgesteld.versies())
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


def _sha(opnieuw: Opnieuw) -> str:
    return hashlib.sha256(opnieuw.document.markdown.encode()).hexdigest()


def _verschillen(werk: Werk, brief: Brief, opnieuw: Opnieuw) -> tuple[Verschil, ...]:
    """What was made then beside what is made now, each read from a file of the same form."""
    stuk = brief.kaart.record.document
    pad = werk.wortel / brief.pad / str(stuk.bestand) if stuk else None
    if pad is None or not pad.is_file():
        return ()
    oud = lees_brief(werk.wortel, pad)
    toen = leg_naast(oud.inhoud, oud.vorm, pad.name, opnieuw.document)
    return vergelijk(toen.hun, toen.ons)
