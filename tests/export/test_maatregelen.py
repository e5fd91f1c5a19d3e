"""What an export tells of measures: what was imposed on which base, and what still works."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clm_cli.derivations.boetegrondslag import grondslagen
from clm_cli.documents.export.tabellen import tabellen
from clm_cli.kijk import Kijk
from tests.klein_register import lees
from tests.ladder.zaakbouw import Bouw

OMZET = """datum: {jaar}-12-31
vastgelegd: {jaar}-12-31T12:00:00+00:00
door: mia
periode: {jaar}
bron: {{vindplaats: zaak 1}}
ontvangen: {jaar}-12-31
omzet:
  - {{contract: ambulant, bedrag: 1000000, btw: zonder, soort: betaald}}
"""


def _kijk(map_: Path, woorden: str, *jaren: int) -> Kijk:
    bestanden = Bouw(woorden, "J").bestanden
    for jaar in jaren:
        bestanden[f"bloem/metingen/{jaar}-omzet.yaml"] = OMZET.format(jaar=jaar)
    return Kijk(lees(map_, bestanden).register.zoals(), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("woorden", "eerder"),
    [
        ("$G omzet m6b=60000@02-20", 60_000),
        ("$G omzet m6b=60000@02-20 m6b=1500@02-21", 61_500),
        ("$G omzet m6b=60000@02-20 intrek@02-25", 0),
    ],
)
def test_what_was_imposed_counts_on_the_base_of_the_year_before(
    tmp_path: Path, woorden: str, eerder: int
) -> None:
    """J43: on the turnover of the year before; a fine that was taken back takes no room."""
    (blik,) = _kijk(tmp_path, woorden, 2024, 2025).blikken
    rijen = {(g.jaar, g.contract): (g.procent, g.eerder) for g in grondslagen(blik)}
    assert rijen == {
        ("2024", None): (Decimal(5), Decimal(0)),
        ("2024", "ambulant"): (Decimal(5), Decimal(0)),
        ("2025", None): (Decimal(5), Decimal(eerder)),
        ("2025", "ambulant"): (Decimal(5), Decimal(eerder)),
    }


@pytest.mark.parametrize(
    ("woorden", "geeindigd", "zaak_open"),
    [
        ("$G m5c@02-20", None, "ja"),
        ("$G m5c@02-20 opheff@02-25", date(2026, 2, 25), "ja"),
        ("$G m5c@02-20 opheff@02-25 sluit@02-26", date(2026, 2, 25), "nee"),
    ],
)
def test_the_table_of_measures_says_when_one_ended_and_whether_its_case_is_open(
    tmp_path: Path, woorden: str, geeindigd: date | None, zaak_open: str
) -> None:
    tabel = next(t for t in tabellen(_kijk(tmp_path, woorden)) if t.naam == "maatregelen")
    rij = dict(zip(tabel.kolommen, tabel.rijen[-1], strict=True))
    assert (rij["trede"], rij["instrument"]) == (5, "clientenstop")
    assert (rij["datum"], rij["geeindigd"], rij["zaak_open"]) == (
        date(2026, 2, 20),
        geeindigd,
        zaak_open,
    )


def test_an_obligation_is_not_late_on_its_last_day(tmp_path: Path) -> None:
    plichten = "verplichtingen:\n" + "".join(
        f"  - {{id: V-{nr}, soort: afspraak, wat: iets, partij: aanbieder, kant: AOC, "
        f"uiterlijk: {dag}{meer}}}\n"
        for nr, dag, meer in (
            (11, "2026-02-28", ""),
            (12, "2026-03-01", ""),
            (
                *(13, "2026-02-28"),
                ", nakomingen: [{gedaan: 2026-02-20, uiterlijk: 2026-02-28}]",
            ),
        )
    )
    geladen = lees(tmp_path, {"bloem/lijsten/verplichtingen.yaml": plichten})
    assert geladen.meldingen == ()
    kijk = Kijk(geladen.register.zoals(), date(2026, 3, 1))
    tabel = next(t for t in tabellen(kijk) if t.naam == "verplichtingen")
    rijen = [dict(zip(tabel.kolommen, rij, strict=True)) for rij in tabel.rijen]
    nagekomen = {r["verplichting"]: r["nagekomen"] for r in rijen if str(r["verplichting"]) > "V-1"}
    assert nagekomen == {"V-11": "nee", "V-12": None, "V-13": "ja"}
