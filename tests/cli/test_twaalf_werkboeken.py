"""Seventeen workbooks of a quarter with the traps of real ones: right, or refused by the cell."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.test_inlezen import cijfers, feiten, lees_in, map_

__all__ = ["map_"]
TULP = {"ambulant start 2026-K1": Decimal("71.4"), "ambulant uitval 2026-K1": Decimal("10.8")}
ROOS = {"ambulant start 2026-K1": Decimal(90), "ambulant uitval 2026-K1": Decimal(7)}


def _getallen(map_: Path, wie: str) -> dict[str, Decimal]:
    return {wat: Decimal(waarde.split()[0]) for wat, waarde in cijfers(map_, wie).items()}


def _blad(werkboek: Workbook, titel: str, rijen: list[list[object]]) -> Worksheet:
    blad = werkboek.create_sheet(titel)
    for rij in rijen:
        blad.append(rij)
    return blad


def _boek(pad: Path, titel: str, rijen: list[list[object]]) -> tuple[Workbook, Worksheet, Path]:
    werkboek = Workbook()
    del werkboek[werkboek.sheetnames[0]]
    return werkboek, _blad(werkboek, titel, rijen), pad


def samengevoegd(d: Path) -> Path:
    """Titles over the whole width, headings in two rows, a total, and a note below."""
    werkboek, blad, pad = _boek(
        d / "regio.xlsx",
        "Opgave",
        [
            ["Kwartaalrapportage jeugdhulp, eerste kwartaal 2026"],
            ["Vul alleen de witte cellen in"],
            [],
            ["Aanbieder", "Start op tijd", None, "Uitval", None],
            [None, "Teller", "Noemer", "Teller", "Noemer"],
            ["Tulp", 45, 63, 27, 250],
            ["Roos", 9, 10, 7, 100],
            ["Totaal", 54, 73, 34, 350],
            [],
            ["* voorlopige cijfers, onder voorbehoud van controle"],
        ],
    )
    for bereik in ("A1:E1", "A2:E2", "A4:A5", "B4:C4", "D4:E4", "A10:E10"):
        blad.merge_cells(bereik)
    werkboek.save(pad)
    return pad


def lang(d: Path) -> Path:
    """A row for each indicator, with the provider merged over its rows and the period as a day."""
    werkboek, blad, pad = _boek(
        d / "lang 2026-K1.xlsx",
        "Lijst",
        [
            ["Zorgaanbieder", "Indicator", "Waarde"],
            ["Stichting Tulp", "Start op tijd", "71,4%"],
            [None, "Uitval", "10,8 %"],
            ["00000003", "Start op tijd", 90],
            [None, "Uitval", "7"],
        ],
    )
    blad.merge_cells("A2:A3")
    blad.merge_cells("A4:A5")
    werkboek.save(pad)
    return pad


def procenten(d: Path) -> Path:
    """One share three ways: a cell in percents, a number, a text with its sign."""
    werkboek, blad, pad = _boek(
        d / "procenten.xlsx",
        "2026-K1",
        [["Aanbieder", "Start op tijd", "Uitval"], ["Tulp", 0.714, 10.8], ["Roos", "90%", "7"]],
    )
    blad["B2"].number_format = "0.0%"
    werkboek.save(pad)
    return pad


def verborgen_blad(d: Path) -> Path:
    """The figures of last year on a sheet that nobody sees, and an empty sheet in front."""
    koppen: list[object] = ["Aanbieder", "Start op tijd", "Uitval"]
    werkboek, _, pad = _boek(
        d / "q1 2026.xlsx", "Cijfers", [koppen, ["Tulp", "71,4", "10,8"], ["Roos", "90", "7"]]
    )
    oud = _blad(werkboek, "Vorig jaar", [koppen, ["Tulp", "99", "1"]])
    oud.sheet_state = "veryHidden"
    werkboek.create_sheet("Toelichting", 0)
    werkboek.save(pad)
    return pad


def puntkomma(d: Path) -> Path:
    """Semicolons in old Windows text, a title above, quotation marks, a note below."""
    pad = d / "opgave_2026-K1.csv"
    tekst = (
        'Opgave cliënten;;\r\n;;\r\n"Aanbieder";"Start op tijd";"Uitval"\r\n'
        '"Tulp";"71,4%";"10,8"\r\nRoos;90;7\r\nTotaal;;\r\n'
    )
    pad.write_bytes(tekst.encode("cp1252"))
    return pad


def tab(d: Path) -> Path:
    """Tabs in UTF-16, as a spreadsheet saves its text."""
    pad = d / "Q1 2026.txt"
    tekst = "Aanbieder\tStart op tijd\tUitval\r\nTulp\t71,4\t10,8\r\nRoos\t90\t7\r\n"
    pad.write_bytes(tekst.encode("utf-16"))
    return pad


def komma(d: Path) -> Path:
    """Commas, with a mark of the text coding in front and the separator said on the first line."""
    pad = d / "2026-K1.csv"
    tekst = 'sep=,\r\nAanbieder,Start op tijd,Uitval\r\nTulp,"71,4 %","10,8"\r\nRoos,90,7\r\n'
    pad.write_bytes(b"\xef\xbb\xbf" + tekst.encode())
    return pad


GOED: dict[str, Callable[[Path], Path]] = {
    f.__name__: f for f in (samengevoegd, lang, procenten, verborgen_blad, puntkomma, tab, komma)
}


@pytest.mark.parametrize("naam", GOED)
def test_a_workbook_is_read_right_and_once(
    map_: Path, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = GOED[naam](map_.parent)
    assert lees_in(map_, pad) == 0, capsys.readouterr().err
    assert (_getallen(map_, "tulp"), _getallen(map_, "roos")) == (TULP, ROOS)
    eerst = {p: (map_ / p).read_bytes() for p in feiten(map_)}
    assert lees_in(map_, pad) == 0
    assert "Er is niets geschreven." in capsys.readouterr().out
    assert {p: (map_ / p).read_bytes() for p in feiten(map_)} == eerst


def formules(d: Path) -> Path:
    """Saved by a program that keeps no results of formulas."""
    werkboek, _, pad = _boek(
        d / "formules 2026-K1.xlsx",
        "Opgave",
        [["Aanbieder", "Start op tijd", "Uitval"], ["Tulp", "=45/63", 10.8], ["Roos", 90, 7]],
    )
    werkboek.save(pad)
    return pad


def verborgen_rij(d: Path) -> Path:
    """A row that nobody sees, with the figures of another provider."""
    werkboek, blad, pad = _boek(
        d / "opgave 2026-K1.xlsx",
        "Opgave",
        [["Aanbieder", "Start op tijd", "Uitval"], ["Tulp", 71.4, 10.8], ["Roos", 99, 1]],
    )
    blad.row_dimensions[3].hidden = True
    werkboek.save(pad)
    return pad


def breuken(d: Path) -> Path:
    """A share without its sign, a day as a text, a thousand with a point."""
    werkboek, _, pad = _boek(
        d / "breuken 2026-K1.xlsx",
        "Opgave",
        [
            ["Aanbieder", "Start op tijd", "Uitval"],
            ["Tulp", 0.714, "1.250"],
            ["Roos", "31-03-2026", 7],
        ],
    )
    werkboek.save(pad)
    return pad


def dubbel(d: Path) -> Path:
    """Two columns of one indicator, as the year before stands beside this one."""
    werkboek, _, pad = _boek(
        d / "dubbel 2026-K1.xlsx",
        "Opgave",
        [["Aanbieder", "Start op tijd", "Start op tijd"], ["Tulp", 76.3, 71.4]],
    )
    werkboek.save(pad)
    return pad


def vreemden(d: Path) -> Path:
    """A provider and an indicator that the register does not know."""
    werkboek, _, pad = _boek(
        d / "vreemd 2026-K1.xlsx",
        "Opgave",
        [
            ["Aanbieder", "Indicator", "Waarde"],
            ["Tulpenhof B.V.", "Start op tijd", "80"],
            ["Roos", "Doorlooptijd", "12"],
        ],
    )
    werkboek.save(pad)
    return pad


def voetnoten(d: Path) -> Path:
    """A figure with the mark of a footnote, and a name with a hard space behind it."""
    koppen: list[object] = ["Aanbieder ", "Start op tijd (%)", "Uitval (%)", "Opmerking"]
    rijen = [koppen, ["Tulp\u00a0", "72,4*", "11,1 ¹", "* voorlopig"], ["Roos ", "90", "7", ""]]
    werkboek, _, pad = _boek(d / "voetnoten 2026-K1.xlsx", "Opgave", rijen)
    werkboek.save(pad)
    return pad


def minder_dan_vijf(d: Path) -> Path:
    """Commas, a mark of the byte order, and a count that was hidden by who sent it."""
    pad = d / "klein 2026-K1.csv"
    tekst = "Aanbieder,Start op tijd teller,Start op tijd noemer\r\nTulp,<5,63\r\nRoos,9,10\r\n"
    pad.write_text(tekst, encoding="utf-8-sig", newline="")
    return pad


def foutcel(d: Path) -> Path:
    """A sum that the sheet could not make, and a negative number as bookkeepers write it."""
    koppen: list[object] = ["Aanbieder", "Start op tijd", "Uitval"]
    rijen = [koppen, ["Tulp", "#DIV/0!", "#REF!"], ["Roos", "90", "(6,5)"]]
    werkboek, _, pad = _boek(d / "fout 2026-K1.xlsx", "Opgave", rijen)
    werkboek.save(pad)
    return pad


def kwartalen_naast_elkaar(d: Path) -> Path:
    """The indicator in the title, and the quarters as columns."""
    rijen: list[list[object]] = [["Start op tijd"], ["Aanbieder", "2025-K4", "2026-K1"]]
    werkboek, _, pad = _boek(d / "regio.xlsx", "Opgave", [*rijen, ["Tulp", "76,3", "71,4"]])
    werkboek.save(pad)
    return pad


FOUT: dict[str, tuple[Callable[[Path], Path], tuple[str, ...]]] = {
    "formules": (formules, ("blad Opgave, rij 2, kolom Start op tijd", "niet bewaard")),
    "verborgen rij": (
        verborgen_rij,
        ("blad Opgave, rij 3, kolom Uitval: de rij is verborgen of weggefilterd: toon haar",),
    ),
    "breuken": (
        breuken,
        (
            "blad Opgave, rij 2, kolom Start op tijd: '0.714' kan 0,714 % of 71,4 % zijn",
            "blad Opgave, rij 2, kolom Uitval: '1.250' is op twee manieren",
            "blad Opgave, rij 3, kolom Start op tijd: '31-03-2026' is geen getal",
        ),
    ),
    "voetnoten": (
        voetnoten,
        (
            "blad Opgave, rij 2, kolom Start op tijd (%): '72,4*' is geen getal",
            "blad Opgave, rij 2, kolom Uitval (%): '11,1 ¹' is geen getal",
        ),
    ),
    "minder dan vijf": (
        minder_dan_vijf,
        ("regel 2, kolom Start op tijd teller: '<5' is geen heel getal",),
    ),
    "foutcel": (
        foutcel,
        (
            "blad Opgave, rij 2, kolom Start op tijd: de cel geeft een fout (#DIV/0!)",
            "blad Opgave, rij 2, kolom Uitval: de cel geeft een fout (#REF!)",
            "blad Opgave, rij 3, kolom Uitval: '(6,5)' is geen getal",
        ),
    ),
    "kwartalen naast elkaar": (
        kwartalen_naast_elkaar,
        ("op geen blad staat een rij met koppen die cijfers aankondigen (bladen: Opgave)",),
    ),
    "dubbel": (dubbel, ("blad Opgave, rij 1: kop 'Start op tijd' staat er twee keer",)),
    "vreemden": (
        vreemden,
        ("aanbieder 'Tulpenhof B.V.' is niet bekend", "indicator 'Doorlooptijd' is niet bekend"),
    ),
}


@pytest.mark.parametrize("naam", FOUT)
def test_a_workbook_is_refused_with_sheet_row_and_column(
    map_: Path, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    maak, zinnen = FOUT[naam]
    assert lees_in(map_, maak(map_.parent)) == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert [zin for zin in zinnen if zin not in fout] == [], fout
    assert feiten(map_) == []


def test_a_workbook_with_clients_is_refused_before_a_figure_is_read(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    werkboek, _, pad = _boek(
        map_.parent / "2026-K1.xlsx", "Opgave", [["Aanbieder", "Start op tijd"], ["Tulp", 71.4]]
    )
    _blad(werkboek, "Bron", [["Client", "BSN"], [], ["J. de V.", "123456782"]])
    werkboek.save(pad)
    assert lees_in(map_, pad) == 2
    fout = capsys.readouterr().err
    assert "123456782" not in fout
    assert "op blad Bron, in rij 3" in " ".join(fout.split())
    assert feiten(map_) == []
