"""Figures as they come in: refused with the reason, or a revision of what was delivered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.cijfers import Cijfer, reeks
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests import klein_register

DAG = date(2026, 5, 18)
KAART = "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n"
NORM = "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage}]\n"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path, {"bloem/contracten/ambulant/contract.yaml": KAART + NORM})
    (tmp_path / "opgave.csv").write_text("cijfers")
    return tmp_path


def meting(map_: Path, waarde: str, *meer: str, periode: str = "2026-K1") -> int:
    woorden = ["meting", "bloem", "--periode", periode, "--ontvangen", "2026-05-11", *meer]
    vast = ("kpi=start", "contract=ambulant")
    deel = [rij for rij in vast if f"{rij.partition('=')[0]}=" not in waarde]
    rij = ["--waarde", " ".join([*deel, waarde]), "--bron", str(map_ / "opgave.csv")]
    gemeen = ["--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia"]
    return draai([*woorden, *rij, *gemeen])


def laatste(map_: Path) -> Cijfer:
    register = laad(map_).register.zoals()
    blik = blik_op(register, "bloem", DAG)
    contract = blik.dossier.contract("ambulant")
    assert contract
    return reeks(blik, contract, register.kpis["start"])[-1]


@pytest.mark.parametrize(
    ("waarde", "reden"),
    [
        ("waarde=730", "DOS245 start op tijd: 730 % ligt niet tussen 0 en 100 %"),
        ("waarde=-3", "DOS245 start op tijd: -3 % ligt niet tussen 0 en 100 %"),
        ("teller=45 noemer=39", "DOS246 start op tijd: de teller 45 is meer dan de noemer 39"),
        ("waarde=5 teller=1 noemer=50", "DOS247 start op tijd: 1 van 50 is 2,0, niet 5"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_the_reason(
    map_: Path, waarde: str, reden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meting(map_, waarde) == 2
    assert reden in capsys.readouterr().err
    assert not (map_ / "bloem/metingen").exists()


def test_no_figure_of_a_period_that_still_runs(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meting(map_, "waarde=80", periode="2027-K2") == 2
    assert "DOS248 2027-K2 was nog niet voorbij" in capsys.readouterr().err


METING = """
datum: 2026-05-11
vastgelegd: 2026-05-11T10:00:00+02:00
door: mia
periode: 2026-K1
bron: {{vindplaats: zaak 1}}
ontvangen: {ontvangen}
waarden:
  - {{kpi: start, contract: ambulant, {waarde}}}
"""
OPZIJ = """
datum: 2026-05-12
vastgelegd: 2026-05-12T10:00:00+02:00
door: mia
code: {code}
bij: metingen/2026-K1
reden: zo geteld in overleg
"""


@pytest.mark.parametrize(
    ("waarde", "ontvangen", "code", "waarom", "telt"),
    [
        ("waarde: 730", "2026-05-11", "DOS245", "730 % ligt niet tussen 0 en 100 %", "730"),
        ("waarde: -3", "2026-05-11", "DOS245", "-3 % ligt niet tussen 0 en 100 %", "-3"),
        (
            *("teller: 45, noemer: 39", "2026-05-11", "DOS246"),
            *("de teller 45 is meer dan de noemer 39", "115.4"),
        ),
        (
            *("waarde: 5, teller: 1, noemer: 50", "2026-05-11", "DOS247"),
            *("1 van 50 is 2,0, niet 5", "5"),
        ),
        (
            *("waarde: 95", "2026-03-31", "DOS248"),
            "2026-K1 was nog niet voorbij op 31 maart 2026, de dag waarop de cijfers binnenkwamen",
            "95",
        ),
    ],
)
def test_a_figure_that_cannot_be_counts_as_unknown_until_somebody_says_why_it_is_so(
    map_: Path, waarde: str, ontvangen: str, code: str, waarom: str, telt: str
) -> None:
    (map_ / "bloem/metingen").mkdir()
    tekst = METING.format(waarde=waarde, ontvangen=ontvangen)
    (map_ / "bloem/metingen/2026-K1.yaml").write_text(tekst)
    cijfer = laatste(map_)
    assert (cijfer.waarde, cijfer.teller, cijfer.oordeel) == (None, None, "onbekend")
    reden = f"2026-K1: onbekend, omdat het cijfer niet kan kloppen: {waarom}"
    assert cijfer.reden.tekst == reden
    (map_ / "bloem/overgeslagen").mkdir()
    (map_ / "bloem/overgeslagen/2026-05-12-x.yaml").write_text(OPZIJ.format(code=code))
    assert laatste(map_).waarde == Decimal(telt)


def test_no_figure_of_a_kpi_that_nobody_knows(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meting(map_, "waarde=80 kpi=strat") == 2
    assert "REC152 kpi 'strat' is niet bekend" in capsys.readouterr().err


def test_a_second_measurement_is_a_revision_with_its_reason_or_refused(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meting(map_, "waarde=80") == 0
    assert meting(map_, "waarde=91") == 2
    fout = capsys.readouterr().err
    assert "zijn er twee metingen: 2026-K1-meting en 2026-K1-meting-2" in fout
    assert "een herziening noemt --bij 2026-K1-meting en --reden-herziening" in fout
    assert meting(map_, "waarde=91", "--bij", "2026-K1-meting") == 2
    assert "maar de reden ontbreekt" in capsys.readouterr().err
    herziening = ("--bij", "2026-K1-meting", "--reden-herziening", "Dubbel geteld")
    assert meting(map_, "waarde=91", *herziening) == 0
    assert laatste(map_).waarde == Decimal(91)


def test_two_measurements_that_nothing_joins_leave_the_figure_unknown(map_: Path) -> None:
    feit = (
        "periode: 2026-K1\nbron: {{vindplaats: zaak}}\nontvangen: 2026-04-10\n"
        "waarden: [{{kpi: start, contract: ambulant, waarde: {waarde}}}]\n"
    )
    kop = klein_register.KOP.format(dag="2026-04-10")
    for naam, waarde in (("a", 80), ("z", 95)):
        pad = f"bloem/metingen/2026-K1-{naam}.yaml"
        klein_register.schrijf(map_, {pad: kop + feit.format(waarde=waarde)})
    cijfer = laatste(map_)
    assert (cijfer.waarde, cijfer.oordeel) == (None, "onbekend")
    assert cijfer.reden.tekst == (
        "2026-K1: onbekend, omdat er twee metingen zijn (2026-K1-a en 2026-K1-z)"
    )


def test_a_revision_of_one_figure_leaves_the_others_as_they_were(map_: Path) -> None:
    klein_register.schrijf(
        map_,
        {
            "bloem/metingen/2026-K1-a.yaml": klein_register.KOP.format(dag="2026-04-10")
            + "periode: 2026-K1\nbron: {vindplaats: zaak}\nontvangen: 2026-04-10\nwaarden:\n"
            "  - {kpi: start, contract: ambulant, waarde: 80}\n"
            "  - {kpi: start, contract: advies, waarde: 70}\n"
        },
    )
    woorden = ("--bij", "2026-K1-a", "--reden-herziening", "Later gekomen")
    assert meting(map_, "waarde=60 contract=advies", *woorden) == 0
    assert laatste(map_).waarde == Decimal(80)


def test_a_figure_of_one_care_form_is_not_that_of_the_whole_contract(map_: Path) -> None:
    kaart = KAART.replace("[ambulant]", "[ambulant, dag]") + NORM
    klein_register.schrijf(map_, {"bloem/contracten/ambulant/contract.yaml": kaart})
    assert meting(map_, "waarde=95 zorgvorm=dag") == 0
    assert laatste(map_).reden.tekst == "2026-K1: niet ontvangen"


VROEG = """
datum: 2026-05-11
vastgelegd: 2026-05-11T10:00:00+02:00
door: mia
periode: 2026
bron: {vindplaats: zaak 2}
ontvangen: 2026-05-11
omzet: [{contract: ambulant, bedrag: 1000.00, btw: zonder, soort: betaald}]
"""


def test_a_turnover_of_a_year_that_still_runs_is_no_base_of_a_fine_and_no_total(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "bloem/metingen").mkdir()
    (map_ / "bloem/metingen/2026-omzet.yaml").write_text(VROEG)
    gemeen = ["--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia"]
    assert draai(["kpi", "bloem", "--boete", "100", *gemeen]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "het bedrag kan niet kloppen: 2026 was nog niet voorbij op 11 mei 2026" in uit
    assert "50,00" not in uit
    assert draai(["toon", "bloem", *gemeen]) == 0
    assert "Omzet 2026" not in capsys.readouterr().out
    assert draai(["exporteer", "csv", *gemeen]) == 0
    (bestand,) = (map_ / "export").rglob("omzet.csv")
    assert "1000" not in bestand.read_text(encoding="utf-8-sig")


def test_a_revision_of_what_could_not_be_is_told_as_unknown_before(map_: Path) -> None:
    metingen = map_ / "bloem/metingen"
    metingen.mkdir()
    oud = METING.format(waarde="waarde: 730", ontvangen="2026-01-10")
    oud = oud.replace("2026-K1", "2025-K4").replace("2026-05-11", "2026-01-10")
    (metingen / "2025-K4.yaml").write_text(oud)
    nieuw = METING.format(waarde="waarde: 73", ontvangen="2026-02-11").replace("2026-K1", "2025-K4")
    meer = "bij: 2025-K4\nreden_herziening: komma verkeerd\n"
    (metingen / "2025-K4-herzien.yaml").write_text(nieuw.lstrip() + meer)
    gemeen = ["--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia"]
    assert draai(["rapport", "regio", "2026-K1", "--vorm", "md", *gemeen]) == 0
    blad = (map_ / "rapporten/2026-K1/regio-intern.md").read_text().replace("\u00a0", " ")
    assert "| 2025-K4 | onbekend | 73 % | komma verkeerd |" in blad
    assert "730" not in blad
