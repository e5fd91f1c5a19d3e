"""Floor 8, feiten: the commands that write one fact, by the words that are typed."""

from __future__ import annotations

from clm_cli.cli.feitopdracht import Feitopdracht
from clm_cli.records.feiten import FEITEN

OPDRACHTEN = {soort.opdracht: Feitopdracht(soort) for soort in FEITEN if soort.opdracht}


def _groep(naam: str) -> tuple[tuple[Feitopdracht, str], ...]:
    """The commands of a group, each with its last word."""
    return tuple(
        (feit, woorden.partition(" ")[2])
        for woorden, feit in OPDRACHTEN.items()
        if woorden.startswith(f"{naam} ")
    )


ACTIES, GESPREKFEITEN, CONTRACTFEITEN = _groep("actie"), _groep("gesprek"), _groep("contract")
SIGNALEN, ESCALATIES, BRIEFFEITEN = _groep("signaal"), _groep("escalatie"), _groep("brief")
LOSSE = tuple(
    (OPDRACHTEN[naam], naam) for naam in ("noteer", "geinformeerd", "meting", "overgeslagen")
)
