"""An option that has one value is given once: a second, other value is refused, not taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.core import TyperOption

from clm_cli.cli.hoofd import draai
from clm_cli.cli.omgeving import ALGEMEEN
from tests import klein_register
from tests.cli.test_schil import ALLE
from tests.ladder.zaakbouw import Bouw

ENKEL = [
    (*woorden, optie.opts[0])
    for woorden, opdracht in ALLE.items()
    for optie in opdracht.params
    if isinstance(optie, TyperOption) and not optie.is_flag and not optie.multiple
]
GEDEELD = [("werklijst", naam) for naam, waarde, _ in ALGEMEEN if waarde]


@pytest.mark.parametrize("woorden", [*ENKEL, *GEDEELD], ids=" ".join)
def test_two_values_of_one_option_are_refused(
    woorden: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    *opdracht, optie = woorden
    assert draai([*opdracht, optie, "2026-05-01", f"{optie}=2026-05-02"]) == 2
    gezegd = capsys.readouterr().err
    assert f"{optie} staat er twee keer: met '2026-05-01' en met '2026-05-02'." in gezegd
    assert "nu: geef het één keer" in gezegd


def test_the_same_value_twice_is_that_value(capsys: pytest.CaptureFixture[str]) -> None:
    termijn = ["termijn", "4 mei 2026", "10 werkdagen"]
    kalender = ["--kalender", "atw"]
    assert draai([*termijn, *kalender, *kalender]) == 0, capsys.readouterr().err


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path, Bouw("", "J").bestanden)
    return tmp_path


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (
            [*("signaal", "signaal", "bloem", "Laat"), "--bron", "soort=igj soort=ggd"],
            "soort staat er twee keer: met 'igj' en met 'ggd'",
        ),
        (
            [
                *("correctie", "bloem", "signalen/2026-01-05-iets", "--reden", "Anders"),
                *("--wordt", "ernst=feitelijk", "--wordt", "ernst=dreigend"),
            ],
            "ernst staat er twee keer: met 'feitelijk' en met 'dreigend'",
        ),
    ],
)
def test_two_values_of_one_field_are_refused(
    map_: Path, woorden: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai([*woorden, *vast]) == 2
    assert zin in " ".join(capsys.readouterr().err.split())


def test_two_values_of_one_criterion_and_of_one_heading_are_refused(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    twee = ["--waarde", "omzet=5", "--waarde", "omzet=6"]
    assert draai(["classificeer", "bloem", *twee, *vast]) == 2
    assert "--waarde omzet staat er twee keer: met 'omzet=5' en met" in capsys.readouterr().err
    (map_.parent / "opgave.csv").write_text("a;b\n1;2\n", "utf-8")
    twee = ["--koppel", "a=overslaan", "--koppel", "a=periode", "--ontvangen", "2026-05-18"]
    assert draai(["cijfers", "inlezen", str(map_.parent / "opgave.csv"), *twee, *vast]) == 2
    assert "--koppel a staat er twee keer: met 'overslaan' en met" in capsys.readouterr().err
