"""Sheets that people filled in: read whole by the names of the columns, or refused with a place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from clm_cli.files import blad as blad_
from clm_cli.files import rekenblad
from clm_cli.files.blad import Blad, blad_van, lees_blad
from clm_cli.meldingen import ClmFout

KOLOMMEN = ["dossier", "contract", "omzet", "geldig vanaf", "reden"]


def lees(inhoud: bytes, naam: str = "lijst.csv", nodig: tuple[str, ...] = ("dossier",)) -> Blad:
    return blad_van(naam, inhoud, KOLOMMEN, nodig)


def weigert(inhoud: bytes, naam: str = "lijst.csv", nodig: tuple[str, ...] = ("dossier",)) -> str:
    with pytest.raises(ClmFout) as fout:
        lees(inhoud, naam, nodig)
    return fout.value.tekst


def xlsx(*bladen: tuple[str, list[list[object]]], samen: str | None = None) -> bytes:
    boek = Workbook()
    boek.remove(boek.active)
    for naam, rijen in bladen:
        vel = boek.create_sheet(naam)
        for rij in rijen:
            vel.append(rij)
        if samen:
            vel.merge_cells(samen)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def waarden(blad: Blad) -> list[tuple[str | None, str | None]]:
    return [(rij["dossier"], rij["omzet"]) for rij in blad.rijen]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"dossier;omzet\nbloem;7,3\nroos;\n",
        b'dossier,omzet\r\nbloem,"7,3"\r\nroos,\r\n',
        b"dossier\tomzet\nbloem\t7,3\nroos\t\n",
        b"dossier|omzet\nbloem|7,3\nroos|\n",
        b"sep=;\r\ndossier;omzet\r\nbloem;7,3\r\nroos;\r\n",
        b'"sep=;"\ndossier;omzet\nbloem;7,3\nroos;\n',
        b"sep=:\ndossier:omzet\nbloem:7,3\nroos\n",
        b"dossier;omzet\nbloem;7,3\nroos\n",
        "\ufeffdossier;omzet\nbloem;7,3\nroos;\n".encode(),
        "dossier;omzet\nbloem;7,3\nroos;\n".encode("utf-16"),
        "dossier\tomzet\nbloem\t7,3\nroos\t\n".encode("utf-16-le"),
        b"dossier;omzet\rbloem;7,3\rroos;\r",
        b"Omzet per aanbieder; 2025\n;\n Dossier ;OMZET\nbloem;7,3\n;\nroos;\n",
    ],
)
def test_a_csv_is_read_in_every_usual_writing(inhoud: bytes) -> None:
    assert waarden(lees(inhoud)) == [("bloem", "7,3"), ("roos", None)]


@pytest.mark.parametrize("naam", ["lijst.txt", "lijst.tsv", "LIJST.CSV"])
def test_a_csv_may_have_another_ending(naam: str) -> None:
    assert waarden(lees(b"dossier\tomzet\nbloem\t7,3\n", naam)) == [("bloem", "7,3")]


def test_a_number_of_a_csv_stays_exactly_as_it_was_typed() -> None:
    inhoud = b'dossier;omzet\na;1.250\nb;007\nc; 684.905,25 \nd;=HYPERLINK("x")\n'
    assert [rij["omzet"] for rij in lees(inhoud).rijen] == [
        "1.250",
        "007",
        "684.905,25",
        '=HYPERLINK("x")',
    ]


def test_old_windows_text_is_read_and_a_row_keeps_its_number() -> None:
    blad = lees('sep=;\n;\ndossier;reden\n\nbloem;"twee\nregels"\nroos;één'.encode("cp1252"))
    assert [(rij.nummer, rij["reden"]) for rij in blad.rijen] == [(5, "twee\nregels"), (7, "één")]
    assert blad.plaats(blad.rijen[1], "reden") == "lijst.csv, regel 7, kolom reden"


def test_a_name_may_vary_in_capitals_accents_and_spaces() -> None:
    blad = lees("DOSSIER;Geldig_Vanaf;Réden\nbloem;1-1-2026;x\n".encode())
    assert blad.rijen[0].cellen == {"dossier": "bloem", "geldig vanaf": "1-1-2026", "reden": "x"}


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (
            b"dossier;Omzet 2025\nbloem;7\n",
            "lijst.csv, regel 1: de kolom 'Omzet 2025' is hier niet bekend; bedoelt u 'omzet'?",
        ),
        (
            b"dossier;omzet;Omzet\nbloem;7;8\n",
            "lijst.csv, regel 1: de kolom 'Omzet' staat er twee keer.",
        ),
        (
            b"contract;omzet\nambulant;7\n",
            "lijst.csv, regel 1: de kolom 'dossier' ontbreekt.",
        ),
        (
            b"qqqq;omzet\nbloem;7\n",
            (
                "lijst.csv, regel 1: de kolom 'qqqq' is hier niet bekend; geef haar een naam van"
                " hieronder; de kolom 'dossier' ontbreekt."
            ),
        ),
        (
            b"dossier;qqqq\nbloem;7\n",
            "lijst.csv, regel 1: de kolom 'qqqq' is hier niet bekend; haal haar weg.",
        ),
        (
            b"dossier,omzet\nbloem,7,3\nroos,8,4\n",
            "lijst.csv, regel 1: regel 2: '3' staat in een kolom zonder naam (de 3e).",
        ),
        (b"a;b\n1;2\n", "lijst.csv: er is geen rij met namen van kolommen gevonden."),
        (b"", "lijst.csv: er is geen rij met namen van kolommen gevonden."),
        (
            b'dossier;reden\nbloem;"open\n',
            "lijst.csv, regel 2: een aanhalingsteken sluit niet, of een cel is te lang.",
        ),
        (b"dossier;omzet\nbl" + b"x" * 300 + b"\0", "lijst.csv is geen tekst."),
    ],
)
def test_a_csv_that_is_not_clear_is_refused_with_its_place(inhoud: bytes, zin: str) -> None:
    assert weigert(inhoud) == zin


def test_an_xlsx_is_read_below_its_titles_past_its_notes() -> None:
    inhoud = xlsx(
        ("Lees mij", [["Vul het blad Cijfers in."], ["Vragen? Bel ons."]]),
        ("Cijfers", [["Uitvraag"], [], ["Dossier", "Omzet", "Geldig vanaf"], ["bloem", 684905.25]]),
    )
    blad = lees(inhoud, "lijst.xlsx")
    assert waarden(blad) == [("bloem", "684905.25")]
    assert blad.rijen[0]["geldig vanaf"] is None
    assert blad.plaats(blad.rijen[0], "omzet") == "lijst.xlsx, blad Cijfers, rij 4, kolom Omzet"


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        (date(2026, 5, 4), "2026-05-04"),
        (datetime(2026, 5, 4), "2026-05-04"),  # noqa: DTZ001 - a sheet knows no zones
        (datetime(2026, 5, 4, 9, 30), "2026-05-04 09:30"),  # noqa: DTZ001
        (time(9, 30), "09:30"),
        (250, "250"),
        (250.0, "250"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333333"),
        (7.125, "7.1250"),
        (1e6, "1000000"),
        ("00001234", "00001234"),
        ("1.250", "1.250"),
        (True, "ja"),
        (False, "nee"),
        ("  ", None),
        ('=HYPERLINK("http://x.example";"klik")', '=HYPERLINK("http://x.example";"klik")'),
    ],
)
def test_a_cell_of_an_xlsx_has_one_reading(cel: object, tekst: str | None) -> None:
    inhoud = xlsx(("B", [["dossier", "omzet"], ["bloem", cel]]))
    assert waarden(lees(inhoud, "lijst.xlsx")) == [("bloem", tekst)]


def test_a_percentage_keeps_its_sign() -> None:
    boek = Workbook()
    boek.active.append(["dossier", "omzet"])
    boek.active.append(["bloem", 0.4])
    boek.active["B2"].number_format = "0%"
    uit = io.BytesIO()
    boek.save(uit)
    assert waarden(lees(uit.getvalue(), "lijst.xlsx")) == [("bloem", "40 %")]


def test_the_result_of_a_formula_is_read_and_a_missing_one_refused() -> None:
    inhoud = xlsx(("B", [["dossier", "omzet"], ["bloem", "=1+1"]]))
    assert weigert(inhoud, "lijst.xlsx") == (
        "lijst.xlsx, blad B, rij 2, kolom omzet: de uitkomst van de formule is niet bewaard; sla "
        "het blad opnieuw op."
    )
    met_uitkomst = vervang(inhoud, "<v></v>", "<v>2</v>", "<v />", "<v>2</v>")
    assert waarden(lees(met_uitkomst, "lijst.xlsx")) == [("bloem", "2")]


def test_a_formula_that_fails_is_named() -> None:
    inhoud = xlsx(("B", [["dossier", "omzet"], ["bloem", "#DIV/0!"]]))
    assert weigert(inhoud, "lijst.xlsx").endswith(
        "blad B, rij 2, kolom omzet: de cel geeft een fout (#DIV/0!)."
    )


def vervang(inhoud: bytes, *paren: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.infolist():
            tekst = oud.read(deel)
            if "sheet" in deel.filename:
                for van, naar in zip(paren[::2], paren[1::2], strict=True):
                    tekst = tekst.replace(van.encode(), naar.encode())
            nieuw.writestr(deel, tekst)
    return uit.getvalue()


def test_a_cell_merged_over_rows_counts_in_each_and_over_columns_once() -> None:
    rijen: list[list[object]] = [
        ["dossier", "contract", "omzet"],
        ["bloem", "a", 1],
        [None, "b", 2],
    ]
    blad = lees(xlsx(("B", rijen), samen="A2:A3"), "lijst.xlsx")
    assert [(r["dossier"], r["contract"]) for r in blad.rijen] == [("bloem", "a"), ("bloem", "b")]
    titel: list[list[object]] = [
        ["Cijfers 2026"],
        ["dossier", "contract", "omzet"],
        ["bloem", "a", 1],
    ]
    assert waarden(lees(xlsx(("B", titel), samen="A1:C1"), "lijst.xlsx")) == [("bloem", "1")]
    breed: list[list[object]] = [["dossier", "contract", "omzet"], ["bloem", "a", None]]
    assert waarden(lees(xlsx(("B", breed), samen="B2:C2"), "lijst.xlsx")) == [("bloem", None)]


def test_names_over_two_rows_and_names_once_more_are_no_data() -> None:
    rijen: list[list[object]] = [["dossier", "omzet"], [None, None], ["a", 1], ["dossier", "omzet"]]
    boek = Workbook()
    for rij in [*rijen, ["b", 2]]:
        boek.active.append(rij)
    boek.active.merge_cells("A1:A2")
    boek.active.merge_cells("B1:B2")
    uit = io.BytesIO()
    boek.save(uit)
    assert waarden(lees(uit.getvalue(), "lijst.xlsx")) == [("a", "1"), ("b", "2")]


def test_two_sheets_with_the_same_columns_are_a_question_unless_one_is_empty() -> None:
    een: list[list[object]] = [["dossier", "omzet"], ["a", 1]]
    leeg: list[list[object]] = [["dossier", "omzet"]]
    assert waarden(lees(xlsx(("Leeg", leeg), ("Vol", een)), "lijst.xlsx")) == [("a", "1")]
    assert weigert(xlsx(("Een", een), ("Twee", een)), "lijst.xlsx") == (
        "lijst.xlsx: op de bladen Een en Twee staan dezelfde kolommen."
    )


@pytest.mark.parametrize("hoe", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(hoe: str) -> None:
    boek = Workbook()
    boek.active.append(["dossier", "omzet"])
    oud = boek.create_sheet("Oud")
    oud.append(["dossier", "omzet", "reden"])
    oud.append(["weg", 1, "x"])
    oud.sheet_state = hoe
    boek.active.append(["bloem", 2])
    uit = io.BytesIO()
    boek.save(uit)
    assert waarden(lees(uit.getvalue(), "lijst.xlsx")) == [("bloem", "2")]


def bom(aantal: int) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("xl/worksheets/sheet1.xml", b"0" * aantal)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud .xls-bestand of heeft een wachtwoord"),
        (b"PK\x03\x04 en verder niets", "geen werkblad dat te lezen is"),
        (b"", "geen werkblad dat te lezen is"),
        (b"dossier;omzet", "geen werkblad dat te lezen is"),
        (bom(1000), "geen werkblad dat te lezen is"),
        (bom(70 << 20), "uitgepakt groter dan 60 MB"),
    ],
)
def test_a_hostile_or_foreign_file_gets_a_sentence(inhoud: bytes, woord: str) -> None:
    assert woord in weigert(inhoud, "lijst.xlsx")


def test_entities_of_xml_are_not_read() -> None:
    inhoud = vervang(
        xlsx(("B", [["dossier"], ["a"]])), "<worksheet", '<!DOCTYPE x [<!ENTITY y "z">]><worksheet'
    )
    assert "eigen XML-aanwijzingen" in weigert(inhoud, "lijst.xlsx")


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "groter dan 5 MB" in weigert(b"x" * (5 * 1024 * 1024 + 1))
    assert "meer dan 10000 rijen" in weigert(b"dossier\n" + b"a\n" * 10_001)
    boek = Workbook()
    boek.active["A1"] = "dossier"
    boek.active["A20000"] = "bloem"
    uit = io.BytesIO()
    boek.save(uit)
    assert "meer dan 10000 rijen" in weigert(uit.getvalue(), "lijst.xlsx")
    monkeypatch.setattr(blad_, "MEESTE_KOLOMMEN", 2)
    assert "2 kolommen" in weigert(b"dossier;omzet;reden\n")
    assert waarden(lees(b"dossier;omzet\nbloem;7\n")) == [("bloem", "7")]


@pytest.mark.parametrize(
    ("merk", "meeste", "woord"),
    [
        (b"<row/>", 20_000, "20000 rijen"),
        (b"<c/>", 200_000, "200000 cellen"),
        (b"<c><v/><f/><is><t/></is></c>", 200_000, "200000 cellen"),
        (b"<xf/>", 16_000, "16000 soorten opmaak"),
        (b"<font/>", 200_000, "200000 gegevens over opmaak"),
        (b"<font b='1'/>", 100_000, "200000 gegevens over opmaak"),
        (b"<hyperlink ref='A1:B2'/>", 5_000, "20000 cellen met een koppeling"),
        (b"<hyperlink/>", 20_000, "20000 cellen met een koppeling"),
        (b"<mergeCell ref='B2:C3'/>", 50_000, "200000 samengevoegde cellen"),
        (b"<brk/>", 5_000, "5000 regels voor opmaak of invoer"),
        (b"<dataValidation sqref='A1 A2'/>", 2_500, "5000 regels voor opmaak of invoer"),
        (b"<r/>", 20_000, "20000 stukjes tekst"),
    ],
)
def test_a_part_holds_so_many_and_not_one_more(merk: bytes, meeste: int, woord: str) -> None:
    rekenblad._deel("x.xlsx", b"<a>" + merk * (meeste - 1) + b"</a>")
    with pytest.raises(ClmFout, match=f"heeft meer dan .*{woord}"):
        rekenblad._deel("x.xlsx", b"<a>" + merk * (meeste + 1) + b"</a>")


def test_a_shared_formula_counts_for_each_cell() -> None:
    gedeeld = b"<f si='0'>" + b"1" * 1_000 + b"</f>"
    rekenblad._deel("x.xlsx", b"<a>" + gedeeld + b"<f si='0'/>" * 1_000 + b"</a>")
    rekenblad._deel("x.xlsx", b"<a>" + gedeeld + b"<f/>" * 1_001 + b"</a>")
    with pytest.raises(ClmFout, match="1000000 tekens aan gedeelde formules"):
        rekenblad._deel("x.xlsx", b"<a>" + gedeeld + b"<f si='0'/>" * 1_001 + b"</a>")


def test_a_file_that_is_not_there_is_said(tmp_path) -> None:
    with pytest.raises(ClmFout, match=r"weg\.csv is niet te lezen: het is er niet"):
        lees_blad(tmp_path / "weg.csv", KOLOMMEN)


def test_a_refusal_of_one_cell_names_it() -> None:
    blad = lees(b"dossier;omzet\nbloem;veel\n")
    fout = blad.fout(blad.rijen[0], "omzet", "'veel' is geen getal.")
    zin = "lijst.csv, regel 2, kolom omzet: 'veel' is geen getal. Er is niets geschreven."
    assert fout.tekst == zin


CEL = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=12
)


@given(st.lists(st.tuples(CEL, CEL), max_size=5), st.sampled_from(";\t,|"))
def test_every_cell_comes_back_as_it_was(rijen: list[tuple[str, str]], teken: str) -> None:
    def cel(tekst: str) -> str:
        return '"' + tekst.replace('"', '""') + '"'

    regels = [f"dossier{teken}reden", *(teken.join(map(cel, rij)) for rij in rijen)]
    blad = lees("\n".join(regels).encode())
    verwacht = [tuple(c.strip() or None for c in rij) for rij in rijen if any(map(str.strip, rij))]
    verwacht = [rij for rij in verwacht if rij != ("dossier", "reden")]
    assert [(rij["dossier"], rij["reden"]) for rij in blad.rijen] == verwacht


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_one_sentence(inhoud: bytes) -> None:
    for naam in ("lijst.csv", "lijst.xlsx"):
        try:
            lees(inhoud, naam)
        except ClmFout as fout:
            print(fout.tekst)


def _verberg_rij(blad: Any) -> None:
    blad.row_dimensions[3].hidden = True


def _verberg_kolommen(blad: Any) -> None:
    blad.column_dimensions.group("B", "C", hidden=True)


def _haal_door(blad: Any) -> None:
    blad["C3"].font = Font(strike=True)


@pytest.mark.parametrize(
    ("doe", "zin"),
    [
        (_verberg_rij, "rij 3, kolom dossier: de rij is verborgen of weggefilterd"),
        (_verberg_kolommen, "rij 2, kolom contract: de kolom is verborgen"),
        (_haal_door, "rij 3, kolom omzet: de waarde is doorgehaald"),
    ],
)
def test_a_value_that_nobody_sees_or_that_was_struck_is_refused_with_its_place(
    doe: Callable[[Any], None], zin: str
) -> None:
    boek = Workbook()
    blad: Any = boek.active
    for rij in (["dossier", "contract", "omzet"], ["bloem", "a", 1], ["roos", "b", 2]):
        blad.append(rij)
    doe(blad)
    uit = io.BytesIO()
    boek.save(uit)
    assert zin in weigert(uit.getvalue(), "lijst.xlsx")
