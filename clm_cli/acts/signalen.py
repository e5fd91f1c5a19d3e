"""Floor 6, signaal: within which time municipalities are asked to answer."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.register import Register
from clm_cli.tijd.termijn import bereken


def uitvraagtermijn(register: Register, dag: str) -> date | None:
    """The day by which an answer is asked, by the own policy; None without one."""
    start = date.fromisoformat(dag)
    beleid = termijnbeleid(register, start)
    if beleid is None or beleid.antwoord_uitvraag is None:
        return None
    return bereken(start, beleid.antwoord_uitvraag, kalender_op(register, start)).uiterlijk
