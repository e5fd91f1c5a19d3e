"""Quarterly figures as they really come: read right, or refused with sheet, row and column."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.cijfers import beelden
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests import klein_register
from tests.toetsen import Toetsen

DAG = date(2026, 5, 18)
KPIS = """
kpis:
  - {id: start, titel: start op tijd, definitie: aandeel, eenheid: "%",
      richting: hoger is beter, periode: kwartaal}
  - {id: uitval, titel: uitval, definitie: aandeel, eenheid: "%",
      richting: lager is beter, periode: kwartaal}
  - {id: oordeel, titel: tevredenheid, definitie: rapportcijfer, eenheid: punten,
      richting: hoger is beter, periode: kwartaal}
"""
RAAM = """
titel: Raam
regime: sdfl-jeugdhulp-2026
gemeenten: [noord, zuid]
zorgvormen: [ambulant, dag]
looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}
normen:
  - {kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage 11}
  - {kpi: uitval, norm: 8, vanaf: 2025-01-01, bron: bijlage 11}
  - {kpi: oordeel, norm: 7.5, vanaf: 2025-01-01, bron: bijlage 11}
"""


def aanbieder(naam: str, kvk: str) -> dict[str, str]:
    map_ = naam.lower()
    return {
        f"{map_}/aanbieder.yaml": (
            f"namen: [{{vanaf: 2020-01-01, statutair: Stichting {naam}, roepnaam: {naam}}}]\n"
            f'kvk: "{kvk}"\npostadres: {{straat: S 2, postcode: 9999 ZZ, plaats: T}}\n'
            "behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]\n"
        ),
        f"{map_}/contracten/ambulant/contract.yaml": (
            "overeenkomst: raam\nnummer: B-1\nzorgvormen: [ambulant]"
        ),
    }


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    bestanden = {
        "kpis.yaml": KPIS,
        "overeenkomsten/raam/overeenkomst.yaml": RAAM,
        "bloem/contracten/dag/contract.yaml": "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]",
        **aanbieder("Tulp", "00000002"),
        **aanbieder("Roos", "00000003"),
    }
    geladen = klein_register.lees(tmp_path / "register", bestanden)
    assert geladen.meldingen == ()
    return tmp_path / "register"


def boek(pad: Path, bladen: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with these rows on its sheets."""
    werkboek = Workbook()
    werkboek.remove(werkboek.active)
    for naam, rijen in bladen.items():
        blad = werkboek.create_sheet(naam)
        for rij in rijen:
            blad.append(list(rij))
    werkboek.save(pad)
    return pad


def lees_in(map_: Path, pad: Path, *meer: str) -> int:
    gemeen = ["--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia", "--ja"]
    return draai(["cijfers", "inlezen", str(pad), "--ontvangen", "2026-05-11", *meer, *gemeen])


def cijfers(map_: Path, dossier: str = "tulp") -> dict[str, str]:
    """The known figures of a provider by contract, kpi and period, each with its judgement."""
    blik = blik_op(laad(map_).register.zoals(), dossier, DAG)
    return {
        f"{beeld.contract.id} {beeld.kpi.id} {cijfer.periode}": f"{cijfer.waarde} {cijfer.oordeel}"
        for beeld in beelden(blik)
        for cijfer in beeld.cijfers
        if cijfer.waarde is not None
    }


def feiten(map_: Path) -> list[str]:
    return sorted(str(pad.relative_to(map_)) for pad in map_.glob("*/metingen/*"))


BREED = [
    ["Kwartaalopgave jeugdhulp Q1 2026"],
    [],
    ["Aanbieder", "Contract", "Start op tijd teller", "Start op tijd noemer", "Uitval (%)"],
]
"""A title with the period, an empty row, and one row a provider below the headings."""


def goede(map_: Path) -> dict[str, tuple[Path, tuple[str, ...], dict[str, str]]]:
    """Workbooks that are read: file, what is said with it, the figures of tulp that come out."""
    d = map_.parent
    tulp = {"ambulant start 2026-K1": "71.4 onder", "ambulant uitval 2026-K1": "10.8 boven"}
    breed = boek(
        d / "breed.xlsx",
        {"Q1": [*BREED, ["Tulp", "", 45, 63, "10,8 %"], ["Stichting Roos", "B-1", 9, 10, "7"]]},
    )
    lang = boek(
        d / "lang.xlsx",
        {
            "Gegevens": [
                ["Aanbieder", "Indicator", "Periode", "Teller", "Noemer", "Waarde", "Toelichting"],
                ["00000002", "Start op tijd", "1e kwartaal 2026", 45, 63, "71,4 %", None],
                ["tulp", "uitval (%)", "Q1 2026", None, None, "10,8", "zie bijlage"],
                ["tulp", "tevredenheid", "2026-K1", None, None, "n.v.t.", "halfjaarcijfer"],
            ]
        },
    )
    kolommen = boek(
        d / "kwartalen.xlsx",
        {
            "Tulp": [
                ["Indicator", "2025-K4", "Q1 2026"],
                ["start op tijd", "76,3 %", "71,4 %"],
                ["uitval", "9,6 %", "10,8 %"],
            ]
        },
    )
    twee_lagen = boek(
        d / "lagen 2026-K1.xlsx",
        {
            "Blad1": [["leeswijzer"], ["vul het tweede blad in"]],
            "Cijfers": [
                ["Aanbieder", "Start op tijd", "", "Uitval", ""],
                ["", "Teller", "Noemer", "Teller", "Noemer"],
                ["Tulp", 45, 63, 27, 250],
                ["Totaal", 90, 126, 54, 500],
            ],
        },
    )
    met_sep = d / "opgave 2026-K1.csv"
    met_sep.write_bytes(
        "sep=;\nAanbieder;Start op tijd;Uitval\nTulp;71,4 %;10,8 %\n".encode("utf-16")
    )
    return {
        "breed": (breed, (), tulp),
        "lang": (lang, (), tulp),
        "kwartalen": (
            kolommen,
            (),
            {
                **tulp,
                "ambulant start 2025-K4": "76.3 onder",
                "ambulant uitval 2025-K4": "9.6 boven",
            },
        ),
        "lagen": (twee_lagen, (), tulp),
        "csv": (met_sep, (), tulp),
    }


@pytest.mark.parametrize("naam", ["breed", "lang", "kwartalen", "lagen", "csv"])
def test_what_is_right_is_read_and_a_second_time_changes_nothing(
    map_: Path, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pad, meer, verwacht = goede(map_)[naam]
    assert lees_in(map_, pad, *meer) == 0, capsys.readouterr().err
    assert cijfers(map_) == verwacht
    eerst = feiten(map_)
    assert lees_in(map_, pad, *meer) == 0
    assert "Er is niets geschreven." in capsys.readouterr().out
    assert feiten(map_) == eerst
    assert draai(["controleer", "--map", str(map_), "--vandaag", DAG.isoformat()]) in (0, 1)
    assert "/metingen/" not in capsys.readouterr().out


@pytest.mark.parametrize(("getypt", "dag"), [("gisteren", "2026-05-17"), ("11 mei", "2026-05-11")])
def test_the_day_of_receipt_is_asked_until_it_is_one(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, getypt, dag
) -> None:
    monkeypatch.setattr("sys.stdin", Toetsen(f"straks\no\novermorgen\n{getypt}\nja\n"))
    pad, meer, _ = goede(map_)["breed"]
    gemeen = ["--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia"]
    assert draai(["cijfers", "inlezen", str(pad), *meer, *gemeen]) == 0
    gezegd = capsys.readouterr().err
    assert "'straks' is geen datum" in gezegd
    assert gezegd.count("woensdag 20 mei 2026 moet nog komen") == 2
    (feit, _) = map_.glob("*/metingen/*.yaml")
    assert f"ontvangen: {dag}" in feit.read_text(encoding="utf-8")


def test_each_provider_gets_one_fact_with_its_own_rows_only(map_: Path) -> None:
    pad, meer, _ = goede(map_)["breed"]
    assert lees_in(map_, pad, *meer) == 0
    gemaakt = feiten(map_)
    assert [p for p in gemaakt if p.endswith(".yaml")] == [
        "roos/metingen/2026-K1-ingelezen.yaml",
        "tulp/metingen/2026-K1-ingelezen.yaml",
    ]
    (eigen,) = [map_ / p for p in gemaakt if p.startswith("tulp") and p.endswith(".csv")]
    rijen = list(csv.reader(eigen.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    assert [rij[1] for rij in rijen] == ["Tulp"]
    feit = (map_ / "tulp/metingen/2026-K1-ingelezen.yaml").read_text(encoding="utf-8")
    assert "blad Q1, rij 4, kolom Start op tijd teller" in feit
    assert "ontvangen: 2026-05-11" in feit


def test_the_tab_says_which_of_two_contracts(map_: Path) -> None:
    koppen = ["Indicator", "Waarde"]
    pad = boek(
        map_.parent / "bloem 2026-K1.xlsx",
        {
            "Ambulant": [koppen, ["start op tijd", "91 %"]],
            "Dag": [koppen, ["start op tijd", "80 %"]],
        },
    )
    assert lees_in(map_, pad, "--dossier", "bloem") == 0
    assert cijfers(map_, "bloem") == {
        "ambulant start 2026-K1": "91 voldoet",
        "dag start 2026-K1": "80 onder",
    }
    (stuk,) = (map_ / "bloem/metingen").glob("*.xlsx")
    assert stuk.read_bytes() == pad.read_bytes()


def regel(*cellen: Any, kop: Sequence[str] = ("Aanbieder", "Start op tijd")) -> dict[str, Any]:
    return {"Blad": [kop, cellen]}


VIER = ("Aanbieder", "Start op tijd", "Start op tijd teller", "Start op tijd noemer")
GEWEIGERD: dict[str, tuple[dict[str, Any], str]] = {
    "730 %": (regel("Tulp", 730), "blad Blad, rij 2, kolom Start op tijd: DOS245"),
    "onder nul": (regel("Tulp", "-3"), "rij 2, kolom Start op tijd: DOS245"),
    "0,714": (regel("Tulp", 0.714), "'0.714' kan 0,714 % of 71,4 % zijn"),
    "1.250": (regel("Tulp", "1.250"), "rij 2, kolom Start op tijd: '1.250' is op twee manieren"),
    "tekst": (regel("Tulp", "goed"), "rij 2, kolom Start op tijd: 'goed' is geen getal"),
    "datum": (regel("Tulp", date(2026, 3, 2)), "'2026-03-02' is geen getal"),
    "teller te groot": (
        regel("Tulp", None, 45, 39, kop=VIER),
        "DOS246 start op tijd: de teller 45",
    ),
    "een van twee": (
        regel("Tulp", None, 45, None, kop=VIER),
        "rij 2, kolom Start op tijd noemer: van teller en noemer is er maar één",
    ),
    "spreekt tegen": (
        regel("Tulp", "80 %", 45, 63, kop=VIER),
        "rij 2, kolom Start op tijd: DOS247 start op tijd: 45 van 63 is 71,4, niet 80",
    ),
    "niet-heel": (
        regel("Tulp", None, 4.5, 9, kop=VIER),
        "rij 2, kolom Start op tijd teller: '4.5' is geen heel getal",
    ),
    "schaal": (
        regel("Tulp", "40 %", kop=("Aanbieder", "Tevredenheid")),
        "'40 %' is een percentage, en tevredenheid is in punten",
    ),
    "twee keer": (
        {"Blad": [("Aanbieder", "Start op tijd"), ("Tulp", 80), ("Stichting Tulp", 81)]},
        "rij 3, kolom Start op tijd: hetzelfde cijfer staat ook in fout 2026-K1.xlsx, blad Blad, ",
    ),
    "welk contract": (
        regel("Bloem", 80),
        "is niet te zeggen: ambulant of dag; een kolom 'contract' of --contract zegt welk",
    ),
    "maand": (
        regel("Tulp", "maart 2026", 80, kop=("Aanbieder", "Periode", "Start op tijd")),
        "start op tijd is een cijfer per kwartaal, en 2026-03 is een maand",
    ),
    "nog niet voorbij": (
        regel("Tulp", "Q2 2026", 80, kop=("Aanbieder", "Periode", "Start op tijd")),
        "2026-K2 was nog niet voorbij op 11 mei 2026",
    ),
    "geen periode": (
        regel("Tulp", "vorige keer", 80, kop=("Aanbieder", "Periode", "Start op tijd")),
        "rij 2, kolom Periode: 'vorige keer' is geen periode",
    ),
    "noemer nul": (
        regel("Tulp", None, 4, 0, kop=VIER),
        "rij 2, kolom Start op tijd noemer: de noemer is 0 en de teller 4",
    ),
    "nieuwe kop": (
        regel("Tulp", 80, 5, kop=("Aanbieder", "Start op tijd", "Wachtl. >6w")),
        "blad Blad, rij 1: kop 'Wachtl. >6w' is nieuw",
    ),
    "dubbele kop": (
        regel("Tulp", 80, 90, kop=("Aanbieder", "Start op tijd", "start OP tijd")),
        "kop 'Start op tijd' staat er twee keer",
    ),
    "onbekende aanbieder": (
        regel("Tulpje", 80),
        "aanbieder 'Tulpje' is niet bekend; bedoelt u Tulp",
    ),
    "onbekende indicator": (
        regel("Tulp", "Uitvaal", 80, kop=("Aanbieder", "Indicator", "Waarde")),
        "indicator 'Uitvaal' is niet bekend; bedoelt u uitval",
    ),
    "formule zonder uitkomst": (
        regel("Tulp", "=A1+1"),
        "de uitkomst van de formule is niet bewaard",
    ),
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_what_is_wrong_is_refused_with_its_place(
    map_: Path, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bladen, reden = GEWEIGERD[naam]
    assert lees_in(map_, boek(map_.parent / "fout 2026-K1.xlsx", bladen)) == 2
    fout = capsys.readouterr().err
    assert reden in fout
    assert "Traceback" not in fout
    assert feiten(map_) == []


def test_all_that_is_wrong_is_said_at_once(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rijen = [("Aanbieder", "Start op tijd", "Uitval"), ("Tulp", 730, "?!"), ("Roos", 80, "7")]
    assert lees_in(map_, boek(map_.parent / "a 2026-K1.xlsx", {"B": rijen})) == 2
    fout = capsys.readouterr().err
    assert "twee cellen zijn geweigerd" in fout
    assert "rij 2, kolom Start op tijd" in fout
    assert "rij 2, kolom Uitval" in fout


KOP = ("Aanbieder", "Start op tijd", "Uitval")


def test_the_good_providers_of_a_file_can_go_without_the_others(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fout = [KOP, ("Tulp", 730, "7 %"), ("Roos", "80 %", "7 %"), ("Roos", "80 %", "7 %")]
    pad = boek(map_.parent / "a 2026-K1.xlsx", {"B": fout})
    assert lees_in(map_, pad) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "van een aanbieder is alles goed: leg die vast met --alleen-goede" in gezegd
    assert feiten(map_) == []
    assert lees_in(map_, pad, "--alleen-goede") == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "Cijfers van een aanbieder vastgelegd" in gezegd
    weg = "overgeslagen: a 2026-K1.xlsx, blad B, rij 2, kolom Start op tijd: DOS245"
    assert weg in gezegd
    assert "van tulp is uit dit bestand niets vastgelegd" in gezegd
    # nothing of a provider with one wrong cell, also not the cell that was right
    assert cijfers(map_) == {}
    goed = {"ambulant start 2026-K1": "80 onder", "ambulant uitval 2026-K1": "7 voldoet"}
    assert cijfers(map_, "roos") == goed
    eerst = feiten(map_)
    beter = [KOP, ("Tulp", "73 %", "7 %"), *fout[2:]]
    assert lees_in(map_, boek(map_.parent / "b 2026-K1.xlsx", {"B": beter})) == 0
    assert cijfers(map_)["ambulant start 2026-K1"] == "73 onder"
    assert [p for p in feiten(map_) if p.startswith("roos")] == [
        p for p in eerst if p.startswith("roos")
    ]


@pytest.mark.parametrize(
    "rijen",
    [
        [("Tulp", 730, 7), ("Roos", 830, 7)],  # of nobody is all good
        [("Roos", "80 %", "7 %"), ("", 730, 7)],  # whose the wrong cell is, is not known
    ],
)
def test_without_a_provider_that_is_good_for_sure_all_is_refused(
    map_: Path, rijen: list[tuple[Any, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    pad = boek(map_.parent / "a 2026-K1.xlsx", {"B": [KOP, *rijen]})
    assert lees_in(map_, pad, "--alleen-goede") == 2
    assert "niets geschreven" in capsys.readouterr().err
    assert feiten(map_) == []


@pytest.mark.parametrize(
    ("rijen", "waar"),
    [
        ([("Aanbieder", "BSN", "Uitval"), ("Tulp", "123456782", "7")], "burgerservicenummer"),
        (
            [("Aanbieder", "Uitval", "Opmerking"), ("Tulp", 7, "geboren 01-02-2012")],
            "kolom C, 1 cel",
        ),
        (
            [("Aanbieder", "Geboortedatum", "Uitval"), ("Tulp", "x", 7)],
            "kolom B, 1 cel, vanaf rij 1",
        ),
    ],
)
def test_data_of_clients_stops_it_before_it_is_read(
    map_: Path, rijen: list[tuple[Any, ...]], waar: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = boek(map_.parent / "clienten 2026-K1.xlsx", {"B": rijen})
    assert lees_in(map_, pad) == 2
    fout = capsys.readouterr().err
    assert fout.count("Gestopt vóór het lezen") == 1
    assert waar in fout
    assert "2012" not in fout
    assert "123456782" not in fout
    assert feiten(map_) == []


def test_a_bsn_on_a_hidden_sheet_stops_it_as_well(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = map_.parent / "verborgen 2026-K1.xlsx"
    werkboek = Workbook()
    assert werkboek.active is not None
    werkboek.active.append(["Aanbieder", "Uitval"])
    werkboek.active.append(["Tulp", 7])
    blad = werkboek.create_sheet("Blad3")
    blad.append(["BSN"])
    blad.append(["123456782"])
    blad.sheet_state = "hidden"
    werkboek.save(pad)
    assert lees_in(map_, pad) == 2
    assert "burgerservicenummer" in capsys.readouterr().err


def test_a_changed_figure_is_a_revision_that_asks_for_its_reason(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kop = ("Aanbieder", "Start op tijd", "Uitval")
    eerste = boek(map_.parent / "een 2026-K1.xlsx", {"B": [kop, ("Tulp", "71,4 %", "10,8 %")]})
    tweede = boek(map_.parent / "twee 2026-K1.xlsx", {"B": [kop, ("Tulp", "71,4 %", "9,8 %")]})
    assert lees_in(map_, eerste) == 0
    assert lees_in(map_, tweede) == 2
    fout = capsys.readouterr().err
    assert "een cijfer is anders dan wat er staat" in fout
    assert "tulp, ambulant, uitval, 2026-K1: was 10,8 %, wordt 9,8 %" in fout
    assert "--reden-herziening" in fout
    assert lees_in(map_, tweede, "--reden-herziening", "dubbel geteld") == 0
    assert cijfers(map_) == {
        "ambulant start 2026-K1": "71.4 onder",
        "ambulant uitval 2026-K1": "9.8 boven",
    }
    feit = (map_ / "tulp/metingen/2026-K1-herzien.yaml").read_text(encoding="utf-8")
    assert "bij: 2026-K1-ingelezen" in feit
    assert "kpi: start" not in feit


def test_what_was_told_of_a_source_is_kept_for_the_next_time(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kop = ("Zorginstelling", "Start <6w", "Uitval", "Wachtl. >6w")
    rij = ("St. T.", "71,4 %", "10,8 %", 23)
    eerste = boek(map_.parent / "Opgave 2025-K4.xlsx", {"B": [kop, rij]})
    told = [
        *("--koppel", "Zorginstelling=aanbieder", "--koppel", "Start <6w=start"),
        *("--koppel", "St. T.=tulp", "--koppel", "Wachtl. >6w=overslaan"),
    ]
    assert lees_in(map_, eerste, *told) == 0, capsys.readouterr().err
    assert (map_ / "koppelingen/opgave.yaml").is_file()
    volgende = boek(map_.parent / "Opgave 2026-K1.xlsx", {"B": [kop, rij]})
    assert lees_in(map_, volgende) == 0, capsys.readouterr().err
    assert "koppeling 'opgave' herkend" in capsys.readouterr().out
    assert cijfers(map_)["ambulant start 2026-K1"] == "71.4 onder"


@pytest.mark.parametrize("opdracht", [("cijfers", "inlezen"), ("meting", "importeren")])
def test_the_day_of_receipt_is_never_assumed(
    map_: Path, opdracht: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    pad, _, _ = goede(map_)["breed"]
    assert draai([*opdracht, str(pad), "--map", str(map_), "--door", "mia", "--ja"]) == 2
    assert "Dit ontbreekt nog: --ontvangen" in capsys.readouterr().err


def test_two_periods_in_title_and_file_name_are_not_chosen_from(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rijen = [*BREED, ["Tulp", "", 45, 63, "10,8 %"]]
    pad = boek(map_.parent / "opgave 2025-K4.xlsx", {"B": rijen})
    assert lees_in(map_, pad) == 2
    fout = capsys.readouterr().err
    assert "de titel boven de koppen: 2026-K1; de naam van het bestand: 2025-K4" in fout
    assert lees_in(map_, pad, "--periode", "Q1 2026") == 0
    assert "ambulant start 2026-K1" in cijfers(map_)


def test_a_sheet_on_which_nothing_is_known_names_its_tabs(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = boek(map_.parent / "iets.xlsx", {"Een": [["Naam", "Bedrag"], ["x", 1]], "Twee": []})
    assert lees_in(map_, pad) == 2
    assert "(bladen: Een, Twee)" in capsys.readouterr().err


def test_a_note_below_the_figures_is_passed_over_and_the_row_of_a_provider_is_not(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rijen = [["Tulp", "", 45, 63, "10,8 %"], ["Voorlopige cijfers, zie de bijlage"]]
    pad = boek(map_.parent / "breed.xlsx", {"Q1": [*BREED, *rijen]})
    assert lees_in(map_, pad) == 0
    gezegd = " ".join("".join(capsys.readouterr()).split())
    assert "een regel zonder cijfers, Voorlopige cijfers, zie de bijlage" in gezegd
    assert cijfers(map_) == {
        "ambulant start 2026-K1": "71.4 onder",
        "ambulant uitval 2026-K1": "10.8 boven",
    }
    kaal = boek(map_.parent / "kaal.xlsx", {"Q1": [*BREED, ["Roos"], rijen[0]]})
    lees_in(map_, kaal, "--proef")
    assert "een regel zonder cijfers" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("rijen", "nu"),
    [
        ([["Tulp", "", 45, 63, "10"]], "nu: clm kpi tulp"),
        (
            [["Tulp", "", 45, 63, "10"], ["Stichting Roos", "B-1", 9, 10, "7"]],
            "nu: clm werklijst toont wie nog niet alles aanleverde, clm kpi DOSSIER de cijfers",
        ),
    ],
)
def test_what_comes_after_figures_is_said(
    map_: Path, capsys: pytest.CaptureFixture[str], rijen: list[list[Any]], nu: str
) -> None:
    pad = boek(map_.parent / "in.xlsx", {"Q1": [*BREED, *rijen]})
    assert lees_in(map_, pad) == 0
    assert nu in " ".join(capsys.readouterr().out.split())
