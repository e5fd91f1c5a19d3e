"""Figures are asked with a sheet that can be read back; each is asked once, and only when open."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from clm_cli.cli.hoofd import draai
from tests.cli.test_inlezen import DAG, KPIS, RAAM, aanbieder, cijfers
from tests.klein_register import lees, schrijf


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    kpis = KPIS.replace("definitie: rapportcijfer", "per: aanbieder, definitie: rapportcijfer")
    dag = "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]"
    bestanden = {
        "kpis.yaml": kpis,
        "overeenkomsten/raam/overeenkomst.yaml": RAAM.replace(
            "uitvoering_van: 2025-01-01", "uitvoering_van: 2026-01-01"
        ),
        "bloem/contracten/dag/contract.yaml": dag,
        **aanbieder("Tulp", "00000002"),
    }
    assert lees(tmp_path / "r", bestanden).meldingen == ()
    return tmp_path / "r"


def doe(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia", "--ja")
    return draai([*woorden, *gemeen])


def rijen(pad: Path) -> list[tuple[object, ...]]:
    blad = load_workbook(pad).worksheets[0]
    return [tuple(rij) for rij in blad.iter_rows(values_only=True)]


def test_the_sheet_asks_each_figure_once_and_is_read_back_without_a_word(map_: Path) -> None:
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "Q1 2026") == 0
    pad = map_ / "tulp/metingen/2026-K1-verzoek.xlsx"
    kop, *gevraagd = rijen(pad)
    assert [(rij[1], rij[2], rij[4], rij[6]) for rij in gevraagd] == [
        ("B-1", "start", "2026-K1", "≥ 90"),
        ("B-1", "uitval", "2026-K1", "≤ 8"),
        ("B-1", "oordeel", "2026-K1", "≥ 7,5"),
    ]
    boek = load_workbook(pad)
    blad = boek.worksheets[0]
    plek = {naam: nummer for nummer, naam in enumerate(kop, 1)}
    blad.cell(2, plek["teller"]).value, blad.cell(2, plek["noemer"]).value = 45, 63
    blad.cell(3, plek["waarde"]).value = "10,8 %"
    blad.cell(4, plek["waarde"]).value = "n.v.t."
    ingevuld = map_.parent / "terug.xlsx"
    boek.save(ingevuld)
    assert doe(map_, "cijfers", "inlezen", str(ingevuld), "--ontvangen", "2026-05-11") == 0
    assert cijfers(map_) == {
        "ambulant start 2026-K1": "71.4 onder",
        "ambulant uitval 2026-K1": "10.8 boven",
    }


def test_who_is_asked_for_nothing_is_named_where_all_are_asked(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kaal = {
        **aanbieder("Roos", "00000003"),
        "overeenkomsten/kaal/overeenkomst.yaml": RAAM.partition("normen:")[0],
        "roos/contracten/ambulant/contract.yaml": "overeenkomst: kaal\nnummer: C-1\n"
        "zorgvormen: [ambulant]",
    }
    schrijf(map_, kaal)
    assert doe(map_, "cijfers", "opvragen", "--periode", "2026-K1") == 0
    assert "let op: niets te vragen aan: roos\n" in capsys.readouterr().out
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1") == 0
    assert "niets te vragen" not in capsys.readouterr().out
    assert doe(map_, "cijfers", "opvragen", "roos", "--periode", "2026-K1") == 2
    assert "Van roos hoeft over 2026-K1 geen cijfer meer te komen" in capsys.readouterr().err


def test_the_text_names_what_is_asked_by_when_and_no_clients(map_: Path) -> None:
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1", "--vorm", "md") == 0
    tekst = (map_ / "tulp/metingen/2026-K1-verzoek.md").read_text(encoding="utf-8")
    assert "Stichting Tulp" in tekst
    assert "| B-1 | start op tijd | 2026-K1 | % | ≥ 90 | 14 april 2026 |" in tekst
    assert "2026-K1-verzoek.xlsx" in tekst
    assert "Stuur geen gegevens van cliënten mee" in tekst


def test_a_figure_of_the_whole_provider_stands_in_the_request_once(map_: Path) -> None:
    assert doe(map_, "cijfers", "opvragen", "bloem", "--periode", "2026-K1") == 0
    _, *gevraagd = rijen(map_ / "bloem/metingen/2026-K1-verzoek.xlsx")
    assert sorted(str(rij[2]) for rij in gevraagd) == [
        *("oordeel", "start", "start", "uitval", "uitval")
    ]


def test_all_providers_get_their_own_and_nobody_is_asked_what_is_there(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "cijfers", "opvragen") == 0
    assert "voor twee aanbieders" in capsys.readouterr().out
    for naam in ("bloem", "tulp"):
        _, *gevraagd = rijen(map_ / f"{naam}/metingen/open-verzoek.xlsx")
        assert {rij[0] for rij in gevraagd} == {naam}
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2024-K1") == 2
    assert "Van tulp hoeft over 2024-K1 geen cijfer meer te komen" in capsys.readouterr().err
    assert doe(map_, "cijfers", "opvragen", "--periode", "2024-K1") == 2
    geen = (
        "Van geen enkele aanbieder hoeft over 2024-K1 een cijfer te komen; er is niets geschreven"
    )
    assert geen in " ".join(capsys.readouterr().err.split())


def test_a_sheet_that_was_filled_in_is_not_replaced(map_: Path) -> None:
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1") == 0
    pad = map_ / "tulp/metingen/2026-K1-verzoek.xlsx"
    pad.write_bytes(pad.read_bytes() + b" ")
    bewaard = pad.read_bytes()
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1") == 0
    assert pad.read_bytes() == bewaard
    assert (map_ / "tulp/metingen/2026-K1-verzoek-2.xlsx").is_file()


def test_the_mail_goes_to_the_provider_with_letter_and_sheet(map_: Path) -> None:
    kaart = map_ / "tulp/aanbieder.yaml"
    kaart.write_text(kaart.read_text(encoding="utf-8") + "email: post@tulp.example\n")
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1") == 0
    pad = map_ / "tulp/metingen/2026-K1-verzoek.eml"
    bericht = BytesParser(policy=policy.default).parsebytes(pad.read_bytes())
    assert isinstance(bericht, EmailMessage)
    assert [a.addr_spec for a in bericht["To"].addresses] == ["post@tulp.example"]
    assert bericht["X-Unsent"] == "1"
    mee = {d.get_filename(): d.get_payload(decode=True) for d in bericht.iter_attachments()}
    assert sorted(mee) == ["2026-K1-verzoek.docx", "2026-K1-verzoek.xlsx"]
    assert mee["2026-K1-verzoek.xlsx"] == pad.with_suffix(".xlsx").read_bytes()
    lijf = bericht.get_body(("plain",))
    assert lijf is not None
    rij = "- contract: B-1; cijfer: start op tijd; periode: 2026-K1; eenheid: %; norm: ≥ 90"
    assert rij in lijf.get_content()


def test_a_period_in_the_place_of_a_dossier_is_known_as_one(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "cijfers", "opvragen", "2026-K1") == 2
    assert capsys.readouterr().err.endswith(
        "'2026-K1' is een periode, geen dossier.\n  nu: clm cijfers opvragen --periode 2026-K1\n"
    )


@pytest.mark.parametrize(
    ("organisatie", "mia", "zin"),
    [
        ("", "", "stuur het terug als antwoord op dit bericht."),
        ("cijfers@regio.example", "", "stuur het terug naar cijfers@regio.example."),
        ("cijfers@regio.example", "mia@regio.example", "stuur het terug naar mia@regio.example."),
    ],
)
def test_the_text_says_where_the_sheet_goes_and_who_asks_hears_that_no_address_is_known(
    map_: Path, capsys: pytest.CaptureFixture[str], organisatie: str, mia: str, zin: str
) -> None:
    pad = map_ / "organisatie.yaml"
    tekst = re.sub(r", email: [^,}]*", "", pad.read_text(encoding="utf-8"))
    tekst = re.sub(r"(?m)^email: .*\n", "", tekst)
    assert "@" not in tekst
    tekst += f"email: {organisatie}\n" if organisatie else ""
    pad.write_text(tekst.replace("{id: mia,", f"{{id: mia, email: [{mia}],") if mia else tekst)
    assert doe(map_, "cijfers", "opvragen", "tulp", "--periode", "2026-K1") == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    brief = (map_ / "tulp/metingen/2026-K1-verzoek.md").read_text(encoding="utf-8")
    assert zin in brief.replace("\\", "")
    assert ("het verzoek aan tulp noemt geen adres" in gezegd) is (organisatie == "")
