"""Floor 6, termijnen: every term of a case with its counting, and what came of objections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import meegedeeld
from clm_cli.derivations.bundel import is_bekend
from clm_cli.derivations.escalatie import bezwaren as recht
from clm_cli.derivations.escalatie import opschorting
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.zaken import Genomen, genomen_in
from clm_cli.derivations.termijnen import Termijn
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.documents.bundel.inhoud import Bundelinhoud, lijst, veil
from clm_cli.dossier import Escalatie
from clm_cli.records.escalatie import Beslissing, Bezwaar, Geschil
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Berekening

_Rij = tuple[str, Termijn, str]
"""What a term is of, the term, and what came of it."""


def termijnen(inhoud: Bundelinhoud) -> Iterator[str]:
    """The terms that ran or still run, by their last day."""
    rijen = [rij for zaak in inhoud.zaken for rij in (*_geweest(inhoud, zaak), *_nu(inhoud, zaak))]
    for wat, termijn, uitkomst in sorted(rijen, key=lambda rij: rij[1].uiterlijk or date.max):
        if termijn.uiterlijk is None:
            continue
        voorlopig = " (voorlopig: de ontvangst ligt niet vast)" if termijn.voorlopig else ""
        yield f"**{veil(wat)}**: uiterlijk {datum_lang(termijn.uiterlijk)}{voorlopig}"
        if termijn.berekening is not None:
            yield veil(telling(termijn.berekening))
        slot = [*_anders_dan_gerekend(termijn), *([f"uitkomst: {uitkomst}"] if uitkomst else [])]
        if slot:
            yield lijst(slot)
    if not rijen:
        yield "Er liep en loopt geen termijn in de zaak."


def _anders_dan_gerekend(termijn: Termijn) -> Iterator[str]:
    """Where the count ends when the term ends on another day, why, and what the letter says."""
    rekening, geldt = termijn.berekening, termijn.uiterlijk
    dagen = tuple(dict.fromkeys(rij.datum for rij in termijn.genoemd))
    if rekening and geldt and rekening.uiterlijk != geldt:
        welke = "laatste" if geldt > rekening.uiterlijk else "eerste"
        slot = f"de {welke} dag geldt" if geldt in dagen else termijn.omdat[-1].tekst
        yield f"zo gerekend {datum_lang(rekening.uiterlijk)}; {slot}"
    if dagen:
        yield f"de brief noemt {', '.join(map(datum_vol, dagen))}"


def _geweest(inhoud: Bundelinhoud, zaak: Escalatie) -> Iterator[_Rij]:
    """Terms on which something happened; what we found of it is not for the other party."""
    stand = stand_van(inhoud.blik, zaak)
    if inhoud.wederpartij:
        bekend = tuple(m for m in stand.maatregelen if is_bekend(inhoud.blik, m.genomen.maatregel))
        stand = replace(stand, maatregelen=bekend)
    for rij in afgelopen(stand):
        if not inhoud.wederpartij:
            yield f"{rij.wat} ({rij.grond})", rij, rij.uitkomst
        elif rij.bij != "wij":
            yield f"{rij.wat} ({rij.grond})", rij, ""


def _nu(inhoud: Bundelinhoud, zaak: Escalatie) -> Iterator[_Rij]:
    """Terms that run today."""
    bekend = {f.pad for f in inhoud.feiten}
    for punt in alle_werkpunten(inhoud.blik):
        eigen = punt.plek.pad.startswith(f"{zaak.pad}/") and punt.plek.pad in bekend
        if eigen and not (inhoud.wederpartij and punt.bij == "wij"):
            yield f"{punt.wat} ({punt.grond})", punt, ""


def telling(rekening: Berekening) -> str:
    """How a term was counted, day by day, in one paragraph."""
    niet = [
        f"{datum_vol(dag.datum)} ({dag.reden})"
        for dag in rekening.dagen
        if not dag.telt and dag.reden
    ]
    over = f" Niet geteld: {', '.join(niet)}." if niet else ""
    return (
        f"{rekening.duur} na {datum_lang(rekening.start)}, kalender {rekening.kalender.naam}; "
        f"de dag zelf telt niet mee.{over}"
    )


def bezwaren(inhoud: Bundelinhoud) -> Iterator[str]:
    """Each objection: when, why, whether in time, what it held up, and what was decided."""
    gevonden = [
        (genomen, feit)
        for zaak in inhoud.zaken
        for genomen in genomen_in(inhoud.blik, zaak)
        for feit in genomen.bij(Bezwaar)
        if inhoud.kent(feit)
    ]
    for genomen, feit in gevonden:
        tegen = ", ".join(feit.record.tegen) or "alle tekortkomingen"
        kop = f"Bezwaar tegen {genomen.naam} ({tegen}), {datum_vol(feit.record.ontvangen)}"
        yield f"### {veil(kop)}"
        yield lijst(
            [*_gemaakt(feit), *_effect(inhoud, genomen, feit), *_afloop(inhoud, genomen, feit)]
        )
    if not gevonden:
        yield "Er is geen bezwaar vastgelegd."


def _gemaakt(feit: Bestand[Bezwaar]) -> Iterator[str]:
    record = feit.record
    verzonden = datum_vol(record.verzonden) if record.verzonden else "onbekend"
    yield f"ontvangen {datum_lang(record.ontvangen)}; verzonden: {verzonden}"
    yield f"gronden: {record.gronden}"


def _effect(inhoud: Bundelinhoud, genomen: Genomen, feit: Bestand[Bezwaar]) -> Iterator[str]:
    if inhoud.wederpartij:
        return
    yield f"tijdigheid: {recht.op_tijd(genomen, feit).tekst}"
    for id_ in genomen.record.tekortkomingen:
        effect, eind = opschorting.werkt(genomen, feit, id_), opschorting.einde(genomen, feit)
        tot = f", tot {datum_vol(eind)}" if eind else ""
        yield f"schorste {id_}: {effect.antwoord} ({effect.tekst}){tot}"


def _afloop(inhoud: Bundelinhoud, genomen: Genomen, feit: Bestand[Bezwaar]) -> Iterator[str]:
    for gesprek in (*genomen.bij(Geschil, feit), *genomen.bij(Geschil)):
        if inhoud.kent(gesprek) and gesprek.record.gehouden:
            wie = (gesprek.record.directie_opdrachtgever, gesprek.record.directie_aanbieder)
            namen = " en ".join(naam for naam in wie if naam) or "wie erbij waren, staat er niet"
            uitkomst = gesprek.record.uitkomst or "zonder uitkomst"
            yield f"gesprek {datum_vol(gesprek.record.gehouden)} ({namen}): {uitkomst}"
    for beslissing in genomen.bij(Beslissing, feit):
        if inhoud.kent(beslissing):
            yield from _beslist(inhoud, beslissing)


def _beslist(inhoud: Bundelinhoud, feit: Bestand[Beslissing]) -> Iterator[str]:
    beslissing = feit.record
    wie = inhoud.blik.register.naam_van(beslissing.besloten_door)
    dag = datum_vol(beslissing.datum)
    yield f"beslist {dag} door {wie}: {beslissing.uitkomst}, want {beslissing.reden}"
    verteld = meegedeeld(inhoud.blik.register, inhoud.blik.dossier, feit)
    yield verteld.reden.tekst if verteld else "dat de beslissing is meegedeeld, ligt niet vast"
    for rij in beslissing.weging:
        yield f"over '{rij.punt}': {rij.antwoord}"
    for nieuw in beslissing.nieuwe_data:
        yield f"nieuwe dag voor {nieuw.tekortkoming}: {datum_vol(nieuw.uiterlijk)}"
