"""A number of the werklijst means the same line all day, whatever came in or changed since."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.register import lees
from clm_cli.derivations.werklijst import werklijst
from clm_cli.files.geheugen import eigen_staat

VOORBEELD = Path(__file__).parents[2] / "dossiers"
VANDAAG, ECHT = date(2026, 5, 18), date(2026, 12, 1)
KAART = "de-klaproos/gesprekken/2026-04-16-voortgang/gesprek.yaml"
RIJ = "    - {id: A-31, "


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "thuis"))
    return Path(shutil.copytree(VOORBEELD, tmp_path / "register"))


def nummers(map_: Path, *, echt: date | None = ECHT, op: date = VANDAAG) -> dict[str, str]:
    """The number of each line, by its words."""
    lijst = werklijst(lees(map_, op, echt=echt).kijk)
    return {f"{regel.punt.dossier} {regel.punt.wat}": regel.nr for regel in lijst.regels}


def zonder_rij(map_: Path) -> None:
    """An action goes from a card, which no moment is kept of."""
    kaart = map_ / KAART
    regels = kaart.read_text(encoding="utf-8").splitlines(keepends=True)
    over = [regel for regel in regels if not regel.startswith(RIJ)]
    assert len(over) == len(regels) - 1
    kaart.write_text("".join(over), encoding="utf-8")


def feit_van_een_ander(map_: Path) -> None:
    """What a colleague recorded before us, and shared after us."""
    ander = map_ / "de-kleine-beer/contacten/2026-05-18-telefoon-ander.yaml"
    ander.parent.mkdir(exist_ok=True)
    ander.write_text(toezegging("09:00:00", "TZ-81"), encoding="utf-8")


def mijn_feit(map_: Path) -> None:
    mijn = map_ / "waterlelie/contacten/2026-05-18-telefoon-mijn.yaml"
    mijn.parent.mkdir(exist_ok=True)
    mijn.write_text(toezegging("10:00:00", "TZ-82"), encoding="utf-8")


def toezegging(uur: str, id_: str) -> str:
    return (
        f"datum: 2026-05-18\nvastgelegd: 2026-05-18T{uur}+02:00\ndoor: marieke-hoekstra\n"
        "wijze: telefoon\nrichting: inkomend\nmet: [Sam Peeters]\nkern: Wij belden.\n"
        f"toezeggingen:\n  - {{id: {id_}, partij: opdrachtgever, wie: Marieke Hoekstra, "
        "wat: stuurt het na, uiterlijk: 2026-05-20}\n"
    )


@pytest.mark.parametrize("wijziging", [zonder_rij, feit_van_een_ander])
def test_a_number_that_was_seen_stays_that_of_its_line(
    map_: Path, wijziging: Callable[[Path], None]
) -> None:
    mijn_feit(map_)
    gezien = nummers(map_)
    wijziging(map_)
    nu = nummers(map_)
    bleven = gezien.keys() & nu.keys()
    assert len(bleven) > 20
    assert {wat: nu[wat] for wat in bleven} == {wat: gezien[wat] for wat in bleven}
    nieuw = {nu[wat] for wat in nu.keys() - gezien.keys()}
    assert not nieuw & set(gezien.values())
    if wijziging is feit_van_een_ander:
        assert nieuw


def test_without_what_was_seen_the_numbers_shift(map_: Path) -> None:
    mijn_feit(map_)
    gezien = nummers(map_, echt=None)
    zonder_rij(map_)
    nu = nummers(map_, echt=None)
    assert any(nu[wat] != gezien[wat] for wat in gezien.keys() & nu.keys())


@pytest.mark.parametrize(
    ("echt", "op"), [(ECHT + timedelta(days=1), VANDAAG), (ECHT, VANDAAG + timedelta(days=1))]
)
def test_another_day_begins_at_one(map_: Path, echt: date, op: date) -> None:
    nummers(map_)
    zonder_rij(map_)
    nieuw = nummers(map_, echt=echt, op=op)
    assert nieuw == nummers(map_, echt=None, op=op)


def test_two_lists_of_one_day_do_not_lose_each_other(map_: Path) -> None:
    gezien = nummers(map_)
    nummers(map_, op=VANDAAG + timedelta(days=1))
    zonder_rij(map_)
    nu = nummers(map_)
    assert all(nu[wat] == gezien[wat] for wat in gezien.keys() & nu.keys())


def test_what_is_kept_holds_no_words_and_nothing_in_the_register(map_: Path) -> None:
    voor = set(map_.rglob("*"))
    nummers(map_)
    assert set(map_.rglob("*")) == voor
    (bestand,) = (eigen_staat() / "nummers").iterdir()
    assert re.findall(r'"([^"]*)":', bestand.read_text(encoding="utf-8"))[:3] == [
        "dag",
        "lijsten",
        "2026-05-18  28",
    ]
    assert "laproos" not in bestand.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "inhoud", [b"", b"{", b"\xff", b'{"dag": "2026-12-01", "lijsten": {"x": 3}}']
)
def test_what_cannot_be_read_was_not_seen(map_: Path, inhoud: bytes) -> None:
    goed = nummers(map_)
    (bestand,) = (eigen_staat() / "nummers").iterdir()
    bestand.write_bytes(inhoud)
    assert nummers(map_) == goed


def test_where_nothing_can_be_kept_the_list_comes_all_the_same(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    goed = nummers(map_, echt=None)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "bestand"))
    assert nummers(map_) == goed


def test_the_list_and_its_explanation_agree_and_who_wants_nothing_kept_is_heard(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deel = ["--map", str(map_), "--vandaag", "2026-05-18"]
    monkeypatch.setenv("CLM_ONTHOUD", "nee")
    assert draai([*deel, "werklijst"]) == 0
    assert not eigen_staat().exists()
    monkeypatch.delenv("CLM_ONTHOUD")
    capsys.readouterr()
    assert draai([*deel, "werklijst"]) == 0
    regel = next(r for r in capsys.readouterr().out.splitlines() if "Actie A-05" in r)
    zonder_rij(map_)
    assert draai([*deel, "waarom", regel.split()[0]]) == 0
    assert "A-05" in capsys.readouterr().out
