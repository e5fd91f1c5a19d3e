"""Floor 8, feiten: the commands that write one fact, by the words that are typed."""

from __future__ import annotations

from clm_cli.cli.feitopdracht import Feitopdracht
from clm_cli.records.feiten import FEITEN

OPDRACHTEN = {soort.opdracht: Feitopdracht(soort) for soort in FEITEN if soort.opdracht}
