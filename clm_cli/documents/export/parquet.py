"""Floor 6, parquet: tables as Parquet in folders by period, for questions over several registers.

The folders are named as Hive does (`periode=2026-K1`), so that DuckDB and Spark read only the
periods that a question is about.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from clm_cli.documents.export.tabellen import Rij, Tabel

_PERIODE = {"cijfers": "periode", "omzet": "periode"}
_JAAR = {
    "acties": "uiterlijk",
    "feiten": "datum",
    "gesprekken": "datum",
    "maatregelen": "datum",
    "signalen": "ontvangen",
    "verplichtingen": "uiterlijk",
    "werklijst": "uiterlijk",
}
"""By which period a table is cut, or by the year of which day; what is not here is one part."""
_DAGEN = (
    *("van", "tot", "uiterlijk", "begin", "datum", "verslag_gedeeld", "afgesloten", "geeindigd"),
    *("ontvangen", "sinds", "herzien", "gesloten", "klaar"),
)
_SOORTEN: Mapping[str, str] = {
    **dict.fromkeys(_DAGEN, "DATE"),
    **dict.fromkeys(("teller", "noemer", "categorie", "trede"), "BIGINT"),
    **dict.fromkeys(("waarde", "norm"), "DECIMAL(28, 8)"),
    "bedrag": "DECIMAL(18, 2)",
}
"""What a column holds, also where a register has no value in it; the rest is text."""
_NUMMER = re.compile(r'"errno":"([0-9]+)"')
_ONBEKEND = "__HIVE_DEFAULT_PARTITION__"
"""How Hive calls a part of which the period is not known."""


def als_parquet(
    tabellen: Sequence[Tabel], register: str, eerder: Sequence[str]
) -> list[tuple[str, bytes]]:
    """Path and content of each part; a part of `eerder` that is no longer there becomes empty."""
    delen = {
        naam: (tabel, rijen) for tabel in tabellen for naam, rijen in _delen(tabel, eerder).items()
    }
    with TemporaryDirectory() as map_, duckdb.connect(config={"threads": 1}) as baan:
        doel = Path(map_) / "deel.parquet"
        return [
            (naam, _deel(baan, doel, tabel, rijen, register))
            for naam, (tabel, rijen) in sorted(delen.items())
        ]


def _delen(tabel: Tabel, eerder: Sequence[str]) -> dict[str, list[Rij]]:
    """The rows of a table by the file that they go into."""
    delen: dict[str, list[Rij]] = {pad: [] for pad in eerder if pad.startswith(f"{tabel.naam}/")}
    if not tabel.rijen:
        delen.setdefault(_pad(tabel, None), [])
    for rij in tabel.rijen:
        delen.setdefault(_pad(tabel, rij), []).append(rij)
    return delen


def _pad(tabel: Tabel, rij: Rij | None) -> str:
    waarden = dict(zip(tabel.kolommen, rij or (), strict=False))
    if kolom := _PERIODE.get(tabel.naam):
        return f"{tabel.naam}/periode={waarden.get(kolom) or _ONBEKEND}/deel.parquet"
    if kolom := _JAAR.get(tabel.naam):
        dag = waarden.get(kolom)
        jaar = dag.year if isinstance(dag, date) else _ONBEKEND
        return f"{tabel.naam}/jaar={jaar}/deel.parquet"
    return f"{tabel.naam}/deel.parquet"


def _deel(
    baan: duckdb.DuckDBPyConnection,
    doel: Path,
    tabel: Tabel,
    rijen: Sequence[Rij],
    register: str,
) -> bytes:
    """One file; the column that the folder is named by is not in it, as Hive wants it."""
    weg = _PERIODE.get(tabel.naam)
    kolommen = [(nr, naam) for nr, naam in enumerate(tabel.kolommen) if naam != weg]
    keuze = ", ".join(
        f'unnest(${nr})::{_SOORTEN.get(naam, "VARCHAR")} AS "{naam}"'
        for nr, (_, naam) in enumerate(kolommen, 2)
    )
    waarden = [[_cel(rij[plaats]) for rij in rijen] for plaats, _ in kolommen]
    baan.execute(
        f"CREATE OR REPLACE TABLE deel AS SELECT $1 AS register, {keuze}", [register, *waarden]
    )
    try:
        baan.execute(f"COPY deel TO '{doel}' (FORMAT parquet)")
    except duckdb.IOException as fout:  # the number of what the system said stands in its words
        nummer = _NUMMER.search(str(fout))
        raise OSError(int(nummer[1]) if nummer else errno.EIO, str(fout), str(doel)) from None
    return doel.read_bytes()


def _cel(waarde: object) -> str | None:
    """A value as text, that the type of its column reads without loss."""
    if waarde is None:
        return None
    return f"{waarde:f}" if isinstance(waarde, Decimal) else str(waarde)
