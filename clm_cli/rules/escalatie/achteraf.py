"""Floor 5, rules on when that was recorded on which a measure rests: in time, or long after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.escalatie.alsnog import gaat_over, is_over
from clm_cli.derivations.escalatie.zaken import genomen_in
from clm_cli.derivations.feitzinnen import vastgelegd
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import Beoordeling, Bewijs, Onderzoek, Wederhoor
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.escalatie.vormen import per_escalatie
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_vol

_LANG = timedelta(days=14)
"""No contract says by when; in so many days a report of a talk is shared (J28)."""
_HEET: dict[type[Feit], str] = {
    Onderzoek: "het onderzoek",
    Wederhoor: "het horen",
    Bewijs: "het bewijs",
    Beoordeling: "het oordeel",
}


@regel("LAD445", WAARSCHUWING, per_escalatie)
def pas_later_vastgelegd(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Waarop een maatregel rust, is weken na de dag zelf vastgelegd, of pas na de maatregel.

    Waarom: wie de maatregel betwist, vraagt of dit toen al vaststond; het dossier zelf laat zien
    dat het later is opgeschreven.
    Fout: een hoorgesprek van 24 februari, vastgelegd op 20 maart, en een maatregel van 23 maart.
    Goed: vastgelegd binnen twee weken, of met een stuk of toelichting waaruit de dag blijkt.
    Wat nu: zeg bij het feit waaruit de dag blijkt, of verbeter de dag.
    """
    sinds = blik.register.organisatie.sinds
    genomen = sorted(genomen_in(blik, escalatie), key=lambda z: (z.record.datum, z.maatregel.pad))
    for feit in (f for model in _HEET for f in escalatie.van(model)):
        record = feit.record
        if record.bijlagen or record.toelichting or (sinds and record.datum < sinds):
            continue
        rust = [
            z
            for z in genomen
            if _draagt(blik.dossier, feit, z.record) and _te_laat(feit, z.maatregel)
        ]
        if rust:
            wat, op = _HEET[type(record)], datum_vol(_opgeschreven(feit))
            yield Bevond(
                feit.plek("vastgelegd"),
                f"{wat} van {datum_vol(_dag(record))} is pas op {op} vastgelegd, en "
                f"de maatregel van {datum_vol(rust[0].record.datum)} ({rust[0].naam}) rust erop",
                opdracht("correctie", blik.dossier.id, feit.id, wordt="toelichting=…", reden="…"),
            )


def _dag(record: Feit) -> date:
    """The day that a fact says of itself."""
    return (record.gehoord if isinstance(record, Wederhoor) else None) or record.datum


def _opgeschreven(feit: Bestand[Feit]) -> date:
    """When that day was written down: first, or by the correction that made it another."""
    eerder = [op for op, oud in feit.eerder if _dag(oud) != _dag(feit.record)]
    return max([vastgelegd(feit).date(), *eerder])


def _te_laat(feit: Bestand[Feit], maatregel: Bestand[Maatregel]) -> bool:
    """Whether a measure rests on what was written down too long after it, or after the measure."""
    dag, op = _dag(feit.record), _opgeschreven(feit)
    besloten, genoteerd = maatregel.record.datum, vastgelegd(maatregel)
    if dag > besloten:
        return False
    # who records a case of before as a whole, has it behind him in the order in which it went
    bijtijds = genoteerd.date() - besloten <= _LANG
    return vastgelegd(feit) > genoteerd or (bijtijds and op - dag > _LANG)


def _draagt(dossier: Dossier, feit: Bestand[Feit], maatregel: Maatregel) -> bool:
    """Whether a fact is about a shortcoming of a measure."""
    return any(
        gaat_over(dossier, feit, id_) is not None
        if is_een(feit, Wederhoor)
        else is_over(feit.record, id_)
        for id_ in maatregel.tekortkomingen
    )


ALLE = (pas_later_vastgelegd,)
