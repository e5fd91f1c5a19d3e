"""Floor 4, gebeurtenissen: the signals of some kinds that a contract counts, in a span of time."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.records.contact import Signaal
from clm_cli.tijd.duur import Duur
from clm_cli.tijd.kalender import Kalender, Rol
from clm_cli.tijd.termijn import bereken


def dag_van(feit: Bestand[Signaal]) -> date:
    """The day on which it happened; that of the signal where it does not say."""
    return feit.record.gebeurd or feit.record.datum


def gebeurtenissen(
    blik: Dossierblik,
    contract: Contract,
    soorten: tuple[str, ...],
    binnen: Duur | None,
    op: date,
) -> tuple[Bestand[Signaal], ...]:
    """Those of a contract, or of no named one, from which the span had not passed by a day."""
    kalender = kalender_op(blik.register, op, contract)
    return tuple(
        feit
        for feit in blik.dossier.van(Signaal)
        if feit.record.signaalsoort in soorten
        and (not feit.record.contracten or contract.id in feit.record.contracten)
        and dag_van(feit) <= op
        and (binnen is None or op <= laatste_dag(dag_van(feit), binnen, kalender))
    )


def laatste_dag(dag: date, binnen: Duur, kalender: Kalender) -> date:
    """A span to count in is no term to act in: a last day that is no working day moves nothing."""
    return bereken(dag, binnen, kalender, rol=Rol.NIET).uiterlijk
