"""A report that has to go out is on the list before its day, and called late after it (J33)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    beleid = "rapportage: kwartaal, rapport_binnen: 6 weken, rapport_voor: [bestuur, openbaar]"
    organisatie = klein_register.BASIS["organisatie.yaml"].replace(
        "beleid: [{vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10]",
        f"beleid: [{{vanaf: 2026-01-01, {beleid}",
    )
    feit = "voor: bestuur\naan: [het bestuur]\nrapport: {vindplaats: zaak 1}"
    bestanden = {
        "organisatie.yaml": organisatie,
        "rapporten/2026-K1/2026-04-20-bestuur.yaml": feit,
    }
    assert klein_register.lees(tmp_path, bestanden).meldingen == ()
    return tmp_path


def lijst(
    map_: Path, vandaag: str, capsys: pytest.CaptureFixture[str], *meer: str
) -> tuple[str, list[dict[str, object]]]:
    gemeen = ("--map", str(map_), "--vandaag", vandaag, "--door", "mia")
    assert draai(["werklijst", *meer, *gemeen]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert draai(["werklijst", *meer, *gemeen, "--json"]) == 0
    return tekst, json.loads(capsys.readouterr().out)["gegevens"]["rapporten"]


@pytest.mark.parametrize(
    ("vandaag", "zin"),
    [  # six weeks after 31 March is 12 May; to the day, and the day after
        ("2026-05-12", "REGIORAPPORT (1) uiterlijk di 12 mei: rapport over 2026-K1 voor openbaar"),
        ("2026-05-13", "te laat, uiterlijk di 12 mei: rapport over 2026-K1 voor openbaar"),
    ],
)
def test_it_is_on_the_list_with_what_makes_it(
    map_: Path, vandaag: str, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst, rijen = lijst(map_, vandaag, capsys)
    assert f"{zin} nu: clm rapport regio 2026-K1 --voor openbaar" in tekst
    assert rijen == [
        {
            "periode": "2026-K1",
            "voor": ["openbaar"],
            "uiterlijk": "2026-05-12",
            "nu": "clm rapport regio 2026-K1 --voor openbaar",
        }
    ]


def test_it_is_there_four_weeks_before_its_day_and_not_on_the_list_of_one_dossier(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lijst(map_, "2026-04-13", capsys)[1] == []  # 29 days
    assert len(lijst(map_, "2026-04-14", capsys)[1]) == 1
    assert lijst(map_, "2026-05-13", capsys, "bloem")[1] == []


def test_what_went_out_is_off_the_list(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feit = "voor: openbaar\naan: [de website]\nrapport: {vindplaats: zaak 2}"
    klein_register.schrijf(map_, {"rapporten/2026-K1/2026-05-04-openbaar.yaml": feit})
    assert lijst(map_, "2026-05-13", capsys)[1] == []


def test_a_report_that_may_have_gone_out_is_not_called_late(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "rapporten").rename(map_.parent / f"{map_.name}-elders")
    (map_ / "rapporten").symlink_to(map_.parent / f"{map_.name}-elders")
    tekst, _ = lijst(map_, "2026-05-13", capsys)
    assert "REGIORAPPORT (1) misschien te laat, uiterlijk di 12 mei" in tekst
