"""Parquet: read back by DuckDB, asked over two registers with the question of the README."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.documents.export import parquet, tabellen
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests import klein_register

WORTEL = Path(__file__).parents[2]
METING = """
periode: {periode}
bron: {{vindplaats: zaak 1}}
ontvangen: {dag}
waarden:
  - {{kpi: start, contract: ambulant, {waarde}}}
"""
OMZET = """
periode: 2025
bron: {vindplaats: zaak 1}
ontvangen: 2026-03-02
omzet: [{contract: ambulant, bedrag: 1412380.55, btw: vrijgesteld, soort: betaald}]
"""


def clm(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia", "--ja")
    return draai([*woorden, *gemeen])


def register(map_: Path, naam: str, k1: str, k4: str) -> Path:
    basis = klein_register.BASIS
    raam = basis["overeenkomsten/raam/overeenkomst.yaml"].rstrip()
    norm = "\n        normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage 11}]\n"
    kop = "datum: {0}\nvastgelegd: {0}T12:00:00+00:00\ndoor: mia"
    bestanden = {
        "organisatie.yaml": basis["organisatie.yaml"].replace("Regio Test", naam),
        "overeenkomsten/raam/overeenkomst.yaml": raam + norm,
        "bloem/metingen/2026-K1-opgave.yaml": kop.format("2026-04-10")
        + METING.format(periode="2026-K1", dag="2026-04-10", waarde=k1),
        "bloem/metingen/2025-K4-opgave.yaml": kop.format("2026-01-10")
        + METING.format(periode="2025-K4", dag="2026-01-10", waarde=k4),
        "bloem/metingen/2025-omzet.yaml": kop.format("2026-03-02") + OMZET,
    }
    assert klein_register.lees(map_, bestanden).meldingen == ()
    return map_


@pytest.fixture
def twee(tmp_path: Path) -> Path:
    register(tmp_path / "oost", "Regio Oost", "teller: 45, noemer: 60", "teller: 9, noemer: 10")
    register(tmp_path / "west", "Regio West", "teller: 30, noemer: 40", "waarde: 71.4")
    for naam in ("oost", "west"):
        assert clm(tmp_path / naam, "exporteer", "parquet") == 0
    return tmp_path


def vraag(map_: Path, woorden: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as baan:
        baan.execute(f"SET file_search_path = '{map_}'")
        return baan.execute(woorden).fetchall()


def test_the_question_of_the_readme_adds_up_over_two_registers(twee: Path) -> None:
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    [gevraagd] = re.findall(r"`(SELECT [^`]*)`", tekst)
    uit = vraag(twee, gevraagd)
    over = {(kpi, periode): (regio, aantal) for kpi, periode, regio, aantal in uit}
    assert over["start", "2026-K1"] == (75.0, 2)
    # a bare percentage has no denominator, and is never added up
    assert over["start", "2025-K4"] == (90.0, 1)


def test_values_keep_their_type_and_nothing_is_rounded(twee: Path) -> None:
    [bedrag] = vraag(twee, "SELECT bedrag FROM read_parquet('oost/export/*/omzet/*/*.parquet')")
    assert bedrag == (Decimal("1412380.55"),)
    cijfers = "read_parquet('west/export/*/cijfers/*/*.parquet', hive_partitioning = true)"
    rijen = vraag(twee, f"SELECT waarde, teller, norm, begin FROM {cijfers} ORDER BY begin")
    assert rijen[-2:] == [
        (Decimal("71.4"), None, Decimal(90), date(2025, 10, 1)),
        (Decimal(75), 30, Decimal(90), date(2026, 1, 1)),
    ]


def test_each_part_holds_one_period_and_only_its_own_rows(twee: Path) -> None:
    map_ = twee / "oost/export/register-parquet"
    delen = {p.parent.name for p in map_.glob("cijfers/*/deel.parquet")}
    assert {"periode=2025-K4", "periode=2026-K1"} <= delen
    een = f"SELECT teller, noemer FROM '{map_}/cijfers/periode=2026-K1/deel.parquet'"
    assert vraag(twee, een) == [(45, 60)]
    los = "read_parquet('oost/export/*/cijfers/*/*.parquet', hive_partitioning = false)"
    assert "periode" not in [rij[0] for rij in vraag(twee, f"DESCRIBE SELECT * FROM {los}")]
    feiten = "SELECT jaar, count(*) FROM read_parquet('oost/export/*/feiten/*/*.parquet', "
    per_jaar = vraag(twee, feiten + "hive_partitioning = true) GROUP BY jaar ORDER BY jaar")
    assert per_jaar == [(2024, 1), (2026, 3)]


def test_a_period_that_is_gone_is_an_empty_part(twee: Path) -> None:
    for pad in twee.glob("oost/bloem/metingen/2025-omzet.yaml"):
        pad.unlink()
    assert clm(twee / "oost", "exporteer", "parquet") == 0
    wat = "SELECT count(*), sum(bedrag) FROM read_parquet('oost/export/*/omzet/*/*.parquet')"
    assert vraag(twee, wat) == [(0, None)]


def test_two_exports_are_the_same_to_the_byte(twee: Path) -> None:
    paden = sorted(twee.glob("oost/export/**/*.parquet"))
    eerst = [pad.read_bytes() for pad in paden]
    for pad in paden:
        pad.unlink()
    assert clm(twee / "oost", "exporteer", "parquet") == 0
    assert [pad.read_bytes() for pad in paden] == eerst
    assert len(paden) > 10


def test_every_column_of_the_example_has_the_type_of_what_stands_in_it() -> None:
    soort = {int: "BIGINT", date: "DATE", Decimal: "DECIMAL", str: "VARCHAR"}
    kijk = Kijk(laad(WORTEL / "dossiers").register.zoals(), date(2026, 5, 18))
    gezien = 0
    for tabel in tabellen.tabellen(kijk):
        for rij in tabel.rijen:
            for naam, waarde in zip(tabel.kolommen, rij, strict=True):
                if waarde is not None:
                    gezien += 1
                    assert parquet._SOORTEN.get(naam, "VARCHAR").startswith(soort[type(waarde)])
    assert gezien > 500


def test_without_duckdb_it_says_what_is_needed(tmp_path: Path) -> None:
    map_ = register(tmp_path / "r", "Regio", "waarde: 80", "waarde: 70")
    code = (
        "import sys; sys.modules['duckdb'] = None; from clm_cli.cli.hoofd import draai; "
        f"sys.exit(draai(['exporteer', 'parquet', '--map', {str(map_)!r}, '--door', 'mia']))"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 2
    assert "Voor Parquet is het programma duckdb nodig" in uit.stderr
    assert "pip install duckdb" in uit.stderr
    assert not (map_ / "export").exists()
