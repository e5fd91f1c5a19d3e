"""Floor 5, boek: the literal list of all rules, the check of a register.

And meldingen set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.meldingen import Ernst, Melding, Reden
from clm_cli.records.contact import Overgeslagen
from clm_cli.records.regime import Lezing, Regime
from clm_cli.register import Dossier, Register
from clm_cli.rules import dossier as d
from clm_cli.rules import gesprekken as g
from clm_cli.rules import privacy as p
from clm_cli.rules import termijnen as t
from clm_cli.rules import verwijzingen as v
from clm_cli.rules.brieven import tekst as bt
from clm_cli.rules.brieven import zending as b
from clm_cli.rules.escalatie import maatregelen as m
from clm_cli.rules.escalatie import zaak as lad
from clm_cli.rules.regel import Regel
from clm_cli.rules.regime import lezingen as lez
from clm_cli.rules.regime import termijnen as rt
from clm_cli.rules.regime import vorm as r
from clm_cli.tijd.datum import datum_vol

FOUT, WAARSCHUWING, INFO = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO

REGELS: tuple[Regel, ...] = (
    Regel("REC150", FOUT, v.rec150),
    Regel("REC151", FOUT, v.rec151),
    Regel("REC152", FOUT, v.rec152),
    Regel("REC153", FOUT, per_register=v.rec153),
    Regel("REC154", FOUT, per_register=v.rec154),
    Regel("DOS201", WAARSCHUWING, g.dos201),
    Regel("DOS202", WAARSCHUWING, g.dos202),
    Regel("DOS203", WAARSCHUWING, g.dos203),
    Regel("DOS204", WAARSCHUWING, g.dos204),
    Regel("DOS205", WAARSCHUWING, g.dos205),
    Regel("DOS206", WAARSCHUWING, g.dos206),
    Regel("DOS207", WAARSCHUWING, g.dos207),
    Regel("DOS208", WAARSCHUWING, g.dos208),
    Regel("DOS209", WAARSCHUWING, g.dos209),
    Regel("DOS210", INFO, g.dos210),
    Regel("DOS211", INFO, g.dos211),
    Regel("DOS220", FOUT, d.dos220),
    Regel("DOS221", WAARSCHUWING, d.dos221),
    Regel("DOS222", WAARSCHUWING, d.dos222),
    Regel("DOS223", WAARSCHUWING, d.dos223),
    Regel("DOS224", WAARSCHUWING, d.dos224),
    Regel("DOS225", WAARSCHUWING, d.dos225),
    Regel("DOS226", INFO, d.dos226),
    Regel("DOS227", FOUT, d.dos227),
    Regel("DOS228", WAARSCHUWING, d.dos228),
    Regel("DOS230", WAARSCHUWING, per_register=d.dos230),
    Regel("DOS231", WAARSCHUWING, per_register=d.dos231),
    Regel("DOS232", WAARSCHUWING, per_register=d.dos232),
    Regel("DOS233", WAARSCHUWING, per_register=d.dos233),
    Regel("TRM301", WAARSCHUWING, t.trm301),
    Regel("TRM302", FOUT, t.trm302),
    Regel("TRM303", FOUT, t.trm303),
    Regel("TRM304", INFO, t.trm304),
    Regel("TRM305", WAARSCHUWING, t.trm305),
    Regel("TRM306", WAARSCHUWING, per_register=t.trm306),
    Regel("LAD401", FOUT, m.lad401),
    Regel("LAD402", FOUT, m.lad402),
    Regel("LAD403", WAARSCHUWING, m.lad403),
    Regel("LAD404", INFO, m.lad404),
    Regel("LAD405", FOUT, m.lad405),
    Regel("LAD406", FOUT, lad.lad406),
    Regel("LAD407", FOUT, lad.lad407),
    Regel("LAD408", WAARSCHUWING, lad.lad408),
    Regel("LAD409", WAARSCHUWING, m.lad409),
    Regel("LAD410", WAARSCHUWING, lad.lad410),
    Regel("LAD411", WAARSCHUWING, lad.lad411),
    Regel("LAD412", WAARSCHUWING, m.lad412),
    Regel("LAD413", WAARSCHUWING, lad.lad413),
    Regel("LAD414", WAARSCHUWING, m.lad414),
    Regel("LAD415", WAARSCHUWING, m.lad415),
    Regel("LAD416", FOUT, lad.lad416),
    Regel("LAD417", FOUT, m.lad417),
    Regel("LAD418", WAARSCHUWING, m.lad418),
    Regel("LAD419", WAARSCHUWING, lad.lad419),
    Regel("BRF501", FOUT, b.brf501),
    Regel("BRF502", WAARSCHUWING, b.brf502),
    Regel("BRF503", WAARSCHUWING, b.brf503),
    Regel("BRF504", WAARSCHUWING, b.brf504),
    Regel("BRF505", WAARSCHUWING, b.brf505),
    Regel("BRF506", FOUT, b.brf506),
    Regel("BRF507", WAARSCHUWING, b.brf507),
    Regel("BRF508", WAARSCHUWING, bt.brf508),
    Regel("BRF509", WAARSCHUWING, bt.brf509),
    Regel("BRF510", FOUT, bt.brf510),
    Regel("BRF511", FOUT, bt.brf511),
    Regel("BRF512", FOUT, bt.brf512),
    Regel("BRF513", FOUT, bt.brf513),
    Regel("BRF514", FOUT, b.brf514),
    Regel("BRF515", FOUT, b.brf515),
    Regel("BRF516", FOUT, b.brf516),
    Regel("AVG601", FOUT, per_register=p.avg601),
    Regel("AVG602", WAARSCHUWING, per_register=p.avg602),
    Regel("AVG603", WAARSCHUWING, p.avg603),
)
REGIMEREGELS: tuple[Regel, ...] = (
    Regel("REG701", FOUT, per_regime=r.reg701),
    Regel("REG702", FOUT, per_regime=r.reg702),
    Regel("REG703", WAARSCHUWING, per_regime=r.reg703),
    Regel("REG704", FOUT, per_regime=r.reg704),
    Regel("REG705", WAARSCHUWING, per_regime=r.reg705),
    Regel("REG706", FOUT, per_regime=r.reg706),
    Regel("REG707", FOUT, per_regime=r.reg707),
    Regel("REG708", FOUT, per_regime=r.reg708),
    Regel("REG709", FOUT, per_regime=r.reg709),
    Regel("REG710", FOUT, per_regime=r.reg710),
    Regel("REG711", WAARSCHUWING, per_regime=rt.reg711),
    Regel("REG712", FOUT, per_regime=rt.reg712),
    Regel("REG713", WAARSCHUWING, per_regime=rt.reg713),
    Regel("REG714", WAARSCHUWING, per_regime=rt.reg714),
    Regel("REG715", WAARSCHUWING, per_regime=r.reg715),
    Regel("REG716", WAARSCHUWING, per_regime=r.reg716),
    Regel("REG717", FOUT, per_regime=lez.reg717),
    Regel("REG718", WAARSCHUWING, per_regime=lez.reg718),
    Regel("REG719", WAARSCHUWING, per_regime=rt.reg719),
    Regel("REG720", WAARSCHUWING, per_regime=lez.reg720),
    Regel("REG721", WAARSCHUWING, per_regime=lez.reg721),
    Regel("REG722", INFO, per_regime=lez.reg722),
    Regel("REG723", INFO, per_regime=lez.reg723),
    Regel("REG724", INFO, per_regime=lez.reg724),
    Regel("REG725", INFO, per_regime=lez.reg725),
    Regel("REG726", INFO, per_regime=lez.reg726),
    Regel("REG727", INFO, per_regime=lez.reg727),
    Regel("REG728", FOUT, per_register=lez.reg728),
    Regel("REG729", FOUT, per_regime=r.reg729),
)
"""The rules on a regime; one that ships with clm is only checked when it is asked for, with `clm
regime controleer`."""


def regel(code: str) -> Regel | None:
    """One rule by its code, however it is written."""
    return next((rij for rij in (*REGELS, *REGIMEREGELS) if rij.code == code.upper()), None)


def controleer(register: Register, vandaag: date) -> tuple[Melding, ...]:
    """All meldingen on a register (corrections folded).

    Those set aside become information and say so.
    """
    meldingen = [
        melding for rij in (*REGELS, *REGIMEREGELS) for melding in rij.toets(register, vandaag)
    ]
    overgeslagen = [
        (dossier, feit)
        for dossier in register.dossiers.values()
        for feit in dossier.van(Overgeslagen)
    ]
    return tuple(_weeg(melding, overgeslagen, vandaag) for melding in meldingen)


def controleer_regime(
    register: Register, regime: Bestand[Regime], vandaag: date
) -> tuple[Melding, ...]:
    """All meldingen on one regime, and on the lezingen of it that the register holds."""
    meldingen = [
        melding for rij in REGIMEREGELS for melding in rij.toets_regime(register, regime, vandaag)
    ]
    lezingen = {
        feit.bron.pad for feit in register.van(Lezing) if feit.record.regime == regime.record.id
    }
    overig = [
        m
        for rij in REGIMEREGELS
        if rij.per_register
        for m in rij.toets(register, vandaag)
        if m.plek and m.plek.pad in lezingen
    ]
    return (*meldingen, *overig)


IN_GEEN_BRIEF = ("AVG601", "BRF510", "BRF511", "BRF512", "BRF513")
"""What no letter may hold: while it stands in a text that the letter draws on, the letter is not
made."""


def houdt_tegen(
    register: Register, dossier: Dossier, mappen: tuple[str, ...], vandaag: date
) -> tuple[Melding, ...]:
    """What stands in the case or on a letter's card, by folder, and may be in no letter.

    Set aside, it no longer counts.
    """
    overgeslagen = [(dossier, feit) for feit in dossier.van(Overgeslagen)]
    gevonden = [
        m for rij in REGELS if rij.code in IN_GEEN_BRIEF for m in rij.toets(register, vandaag)
    ]
    gewogen = (
        _weeg(m, overgeslagen, vandaag)
        for m in gevonden
        if m.plek and m.plek.pad.rpartition("/")[0] in mappen
    )
    return tuple(m for m in gewogen if m.ernst is FOUT)


def _weeg(
    melding: Melding, overgeslagen: Iterable[tuple[Dossier, Bestand[Overgeslagen]]], vandaag: date
) -> Melding:
    for dossier, feit in overgeslagen:
        record = feit.record
        if record.code.upper() != melding.code or (record.tot is not None and record.tot < vandaag):
            continue
        doel = dossier.vind(record.bij, feit.pad)
        if melding.plek is None or doel is None or not _raakt(doel.plek.pad, doel.sleutel, melding):
            continue
        tot = f" tot en met {datum_vol(record.tot)}" if record.tot else ""
        omdat = Reden(
            f"overgeslagen{tot} omdat: {record.reden} ({record.door})", feit.plek("reden")
        )
        return replace(melding, ernst=Ernst.INFO, omdat=(*melding.omdat, omdat))
    return melding


def _raakt(pad: str, sleutel: tuple[str | int, ...], melding: Melding) -> bool:
    """Whether a melding is about the file, or about the part of it that was named."""
    plek = melding.plek
    return plek is not None and plek.pad == pad and plek.sleutel[: len(sleutel)] == sleutel
