"""Earlier fines count on the turnover that they were imposed on, by contract and by year (J43)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import ZAAK, Bouw

TWAALF = "$G omzet-twaalf m6b+=60000@12-20"
JAAR = "$G omzet m6b+=60000@12-20"
"""Five percent of two million is a hundred thousand."""


def meldingen(map_: Path, bestanden: dict[str, str]) -> list[str]:
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    gevonden = controleer(geladen.register.zoals(), date(2028, 3, 20))
    return [m.tekst for m in gevonden if m.code == "LAD401"]


def na_nieuwjaar(woorden: str, bedrag: int, dag: str = "2027-01-10") -> dict[str, str]:
    """The same case with another fine of a day in the next year."""
    bouw = Bouw(woorden, "J")
    pad = f"{ZAAK}/{bouw.laatste['m']}.yaml"
    tekst = bouw.bestanden[pad].replace("60000.00", f"{bedrag}.00")
    tekst = tekst.replace("ingaat: 2026-12-20", f"ingaat: {dag}")
    return {**bouw.bestanden, f"{ZAAK}/{dag}-maatregel-boete-9.yaml": tekst}


def test_twelve_months_pass_the_new_year(tmp_path: Path) -> None:
    """Two fines three weeks apart are on one turnover."""
    assert meldingen(tmp_path / "binnen", na_nieuwjaar(TWAALF, 40000)) == []
    (tekst,) = meldingen(tmp_path / "erboven", na_nieuwjaar(TWAALF, 40001))
    assert "eerder besloten € 60.000,00; nog € 40.000,00" in tekst.replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize(
    ("brief", "woord"),
    [
        ("", "besloten"),
        (" verz@02-17", "opgelegd"),
        (" verz@02-17 bez@02-18", "opgelegd"),
        (" verz@02-17 ret@02-19", "besloten"),
        (" verz@02-20", "besloten"),  # still under way on the day of the second
    ],
)
def test_a_fine_whose_letter_did_not_arrive_takes_room_and_is_not_called_imposed(
    tmp_path: Path, brief: str, woord: str
) -> None:
    """3:37 BW: what did not reach them was not imposed; its amount stays reserved (J43)."""
    bouw = Bouw(f"$G omzet m6b+=60000@02-17{brief} m6b+=40001@02-20", "J")
    (tekst,) = meldingen(tmp_path, bouw.bestanden)
    zin = f"eerder {woord} € 60.000,00; nog € 40.000,00"
    assert zin in tekst.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("eerst", "daarna", "telt"),
    [
        ("12-20", "2027-12-19", True),  # a day less than a year
        ("12-20", "2027-12-20", False),
        ("12-30", "2027-12-30", False),  # also at the end of a month
        ("12-31", "2027-12-30", True),
    ],
)
def test_twelve_months_end_on_the_same_day_of_the_next_year(
    tmp_path: Path, eerst: str, daarna: str, telt: bool
) -> None:
    woorden = TWAALF.replace("12-20", eerst)
    bestanden = na_nieuwjaar(woorden, 40001, daarna)
    bestanden = {
        pad: tekst.replace(f"ingaat: 2026-{eerst}", f"ingaat: {daarna}")
        if "boete-9" in pad
        else tekst
        for pad, tekst in bestanden.items()
    }
    assert bool(meldingen(tmp_path, bestanden)) is telt


def test_a_calendar_year_has_its_own_turnover(tmp_path: Path) -> None:
    """The turnover of 2026 is another than that of 2025, and has room of its own."""
    bestanden = na_nieuwjaar(JAAR, 100000)
    kaart = "bloem/contracten/ambulant/contract.yaml"
    een = "{over: regionale-omzet, jaar: '2025', bedrag: 2000000.00, btw: zonder, bron: VP-1}"
    twee = een.replace("2025", "2026")
    bestanden[kaart] = bestanden[kaart].replace(een, f"{een}, {twee}")
    assert twee in bestanden[kaart]
    assert meldingen(tmp_path, bestanden) == []


@pytest.mark.parametrize("keuze", ["contract", "aanbieder"])
def test_a_contract_has_its_own_room_where_the_base_is_read_per_contract(
    tmp_path: Path, keuze: str
) -> None:
    bouw = Bouw("tweede-contract $G omzet m6b+=100000@02-17", "J").bestanden
    ander = ZAAK.replace("-zaak", "-verblijf")
    bestanden = bouw | {
        pad.replace(ZAAK, ander): tekst.replace("[ambulant]", "[verblijf]")
        for pad, tekst in bouw.items()
        if pad.startswith(ZAAK)
    }
    kaart = "bloem/contracten/ambulant/contract.yaml"
    grondslag = next(r for r in bouw[kaart].splitlines() if r.startswith("grondslagen"))
    bestanden["bloem/contracten/verblijf/contract.yaml"] += f"\n{grondslag}"
    lezing = "lezingen/2026-01-02-omzet-contracten.yaml"
    bestanden[lezing] = bestanden[lezing].replace("keuze: contract", f"keuze: {keuze}")
    gevonden = meldingen(tmp_path, bestanden)
    # Per provider both contracts carry one base of four million: two hundred thousand.
    assert gevonden == []
    for pad in (p for p in bestanden if "-boete-" in p and ander in p):
        bestanden[pad] = bestanden[pad].replace("100000.00", "100001.00")
    assert meldingen(tmp_path / "meer", bestanden) != []
