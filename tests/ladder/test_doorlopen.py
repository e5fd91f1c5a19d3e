"""A ladder is walked from its signal to its closing by what clm advises alone: no dead end.

Each command was advised by the one before it, by the werklijst or by `escalatie toon`, and is
accepted; nothing is left on the werklijst of a case that is closed.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.brieven.volle_registers import DOSSIERS, REGISTERS
from tests.klein_register import schrijf

HIER = Path(__file__).parent
BEGIN = "2026-01-06"
"""What is in the full registers from this day on is left out: the case begins here."""


class Doorloop:
    """One register with no case in it, and the commands given on it."""

    def __init__(self, map_: Path, contract: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.map, self.dossier, self.capsys = map_ / "register", DOSSIERS[contract], capsys
        self.stuk, self.laatste = map_ / "stuk.txt", ""
        self.stuk.write_text("een stuk", encoding="utf-8")
        rijen = REGISTERS[contract].items()
        schrijf(self.map, {pad: tekst for pad, tekst in rijen if _vooraf(pad)})

    def clm(self, dag: str, *woorden: str) -> tuple[int, str]:
        uit = draai([*woorden, "--map", str(self.map), "--vandaag", dag, "--door", "mia"])
        gezegd = self.capsys.readouterr()
        return uit, gezegd.err + gezegd.out

    def advies(self, dag: str) -> str:
        """All that clm advises on a day, as one line."""
        _, lijst = self.clm(dag, "werklijst", "--alles", "--json")
        _, stand = self.clm(dag, "escalatie", "toon", self.dossier)
        teksten = [self.laatste, *_teksten(json.loads(lijst[lijst.index("{") :])), stand]
        return re.sub(r"\s+", " ", " | ".join(teksten))

    def doe(self, dag: str, geraden: str, rest: str = "", *, van_buiten: bool = False) -> None:
        """A command that clm advised, or what came from outside, that nobody can advise."""
        woorden = geraden.format(d=self.dossier)
        if not van_buiten:
            assert f"clm {woorden}" in self.advies(dag), (dag, woorden)
        opties = shlex.split(rest.replace("{stuk}", str(self.stuk)))
        uit, self.laatste = self.clm(dag, *woorden.split(), *opties)
        assert uit == 0, (dag, woorden, self.laatste)

    def brief(self, dag: str, soort: str, ontvangen: str, rest: str) -> None:
        """A letter is made, sent, and arrives."""
        self.doe(dag, f"brief maak {{d}} {soort}", f"--vorm md {rest}")
        weg = "--kanaal aangetekend --aan 'De aanbieder' --barcode 3SABC"
        self.doe(dag, f"brief verzonden {{d}} {dag}-{soort}", weg)
        bewijs = f"--bewijs handtekening --datum {ontvangen}"
        self.doe(ontvangen, f"brief bezorgd {{d}} {dag}-{soort}", bewijs)

    def regel(self, regel: str) -> None:
        """A row of a procedure."""
        dag, wat, rest = (deel.strip() for deel in regel.split("|", 2))
        if brief := re.fullmatch(r"brief (\S+), ontvangen (\S+)", wat):
            self.brief(dag, brief[1], brief[2], rest)
        else:
            self.doe(dag.removeprefix("< "), wat, rest, van_buiten=dag.startswith("< "))


def _vooraf(pad: str) -> bool:
    """Whether a file is no part of a case, and of before it."""
    delen = pad.split("/")
    eerder = "signalen" not in delen or delen[-1] < BEGIN
    return eerder and not {"escalaties", "brieven"} & {*delen}


def _teksten(boom: object) -> Iterator[str]:
    if isinstance(boom, str):
        yield boom
    elif isinstance(boom, dict):
        for waarde in boom.values():
            yield from _teksten(waarde)
    elif isinstance(boom, list):
        for waarde in boom:
            yield from _teksten(waarde)


@pytest.mark.parametrize("naam", ["j", "j_zwaar", "s"])
def test_a_case_is_walked_by_what_clm_advises(
    naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = Doorloop(tmp_path, naam[0].upper(), capsys)
    tekst = (HIER / f"doorloop_{naam}.txt").read_text(encoding="utf-8")
    rijen = [regel for regel in tekst.splitlines() if not regel.startswith("#")]
    for regel in rijen:
        loop.regel(regel)
    dag = re.findall(r"\d{4}-\d\d-\d\d", rijen[-1])[1]
    _, na = loop.clm(dag, "escalatie", "toon", loop.dossier)
    assert "NU TE DOEN" not in na
