"""Floor 4, verlengingen: what each extension rests on: the end before it, and its receipt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import weg
from clm_cli.dossier import Brief, Contract, Dossier
from clm_cli.meldingen import Plek
from clm_cli.records.overeenkomst import Optie, Verlenging
from clm_cli.tijd.duur import Duur
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import Rol, bereken
from clm_cli.value import value


@value
class Verlengd:
    """One extension with the last day before it, and its option; None where that is unknown."""

    feit: Bestand[Verlenging]
    eerder: date | None
    optie: tuple[Optie, Plek] | None


def verlengingen(contract: Contract) -> Iterator[Verlengd]:
    """The extensions of a contract in the order in which they were decided."""
    tot = contract.looptijd.uitvoering_tot if contract.looptijd else None
    opties = {optie.id: (optie, plek) for optie, plek in contract.opties}
    feiten = contract.van(Verlenging)
    for feit in sorted(feiten, key=lambda f: (f.record.datum, f.record.vastgelegd, f.pad)):
        yield Verlengd(feit, tot, opties.get(feit.record.optie))
        tot = feit.record.tot


def einde_na(tot: date, duur: Duur, kalender: Kalender) -> date:
    """The last day when a contract goes on for so long after its last day until then.

    Counted from the first day of the extension: after 30 June six months end on 31 December.
    """
    verder = bereken(tot + timedelta(days=1), duur, kalender, rol=Rol.NIET)
    return verder.nominaal - timedelta(days=1)


def ontvangen_op(dossier: Dossier, feit: Bestand[Verlenging]) -> date | None:
    """The day on which the notice was received: recorded with it, or with a letter about it."""
    if feit.record.meegedeeld:
        return feit.record.meegedeeld
    dagen = [
        bezorgd.record.datum
        for brief in dossier.brieven
        if _gaat_over(dossier, brief, feit) and (bezorgd := weg(dossier, brief).bezorgd)
    ]
    return min(dagen, default=None)


def _gaat_over(dossier: Dossier, brief: Brief, feit: Bestand[Verlenging]) -> bool:
    """Whether the extension names this letter, or the letter the extension."""
    genoemd = dossier.vind(feit.record.brief, feit.pad)
    over = dossier.waarbij(brief.kaart)
    return bool((genoemd and genoemd.bestand.map == brief.pad) or (over and over.pad == feit.pad))
