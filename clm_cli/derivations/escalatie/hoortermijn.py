"""Floor 4, hoortermijn: the fair time to answer of who is invited to be heard."""

from __future__ import annotations

from datetime import date, timedelta

from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.dossier import Contract
from clm_cli.records.regime import Trede
from clm_cli.register import Register
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value


@value
class Redelijk:
    """The last day of a fair term, and whose rule that is."""

    dag: date
    van: str


def redelijk_tot(
    register: Register, van: date, trede: Trede | None = None, contract: Contract | None = None
) -> Redelijk | None:
    """The end of a fair term from an invitation; None where nobody said what is fair.

    What the contract says for the trede goes before our own policy.
    """
    regel = trede.horen if trede else None
    eigen = regel.termijn if regel else None
    duur = eigen or termijnbeleid(register, van).wederhoor
    if duur is None:
        return None
    kalender = kalender_op(register, van, contract if eigen else None)
    wie = "het contract" if eigen else "ons beleid"
    return Redelijk(bereken(van, duur, kalender).uiterlijk, f"{wie} van {duur}")


def te_kort_gehad(van: date, had: date, redelijk: Redelijk | None, dag: date) -> bool:
    """Whether who was heard had until a day too little time, and a step of a day came too soon.

    Once a fair term is over, who was heard has added what he wanted to.
    """
    # J36, S08: nobody can prepare an answer to what he hears on the day itself; and a term of one
    # day is fair only where somebody said beforehand what is.
    minst = van if redelijk else van + timedelta(days=1)
    return had <= minst or (redelijk is not None and had < redelijk.dag and dag <= redelijk.dag)
