"""Floor 6, werkboek: the tables as a workbook, with the five percent that Excel works out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from clm_cli.derivations.boetegrondslag import Grondslag
from clm_cli.documents.export.tabellen import Cel, Tabel
from clm_cli.documents.vasttijd import zonder_tijd

_BREEDST = 60
_GEEN: Mapping[str, Sequence[str]] = {}
_GELD = "#,##0.00"
_UITLEG = (
    "Het contract zegt niet welke omzet telt: dat is een keuze die u vastlegt. Vul in kolom I "
    "het bedrag in dat u overweegt."
)
_MATEN = (18, 18, 8, 14, 16, 9, 16, 16, 16, 16, 8)
_KOPPEN = (
    *("dossier", "over", "jaar", "soort", "omzet", "procent", "maximum", "eerder besloten"),
    *("voorgenomen", "ruimte", "past"),
)


def werkboek(
    tabellen: Sequence[Tabel], grondslagen: Sequence[Grondslag], dag: date, boete: Decimal | None
) -> bytes:
    """The .xlsx; equal input gives equal bytes."""
    boek: Any = Workbook()
    boek.remove(boek.active)
    for tabel in tabellen:
        _blad(boek, tabel)
    _vijf_procent(boek, grondslagen, boete)
    return _bewaard(boek, dag)


def invulblad(tabel: Tabel, dag: date, keuzes: Mapping[str, Sequence[str]] = _GEEN) -> bytes:
    """One table as a workbook of its own, to be filled in and sent back.

    `keuzes` are by column what its cells offer; another value can still be typed.
    """
    boek: Any = Workbook()
    boek.remove(boek.active)
    _blad(boek, tabel)
    for kolom, rij in keuzes.items():
        lijst = DataValidation("list", formula1=f'"{",".join(rij)}"', showErrorMessage=False)
        letter = get_column_letter(tabel.kolommen.index(kolom) + 1)
        lijst.add(f"{letter}2:{letter}{max(2, len(tabel.rijen) + 1)}")
        boek[tabel.naam].add_data_validation(lijst)
    return _bewaard(boek, dag)


class _InGeheugen(ExcelWriter):  # type: ignore[misc] # the library has no types
    """Writes each sheet in memory: what a register holds is not left on the disk of the system.

    By itself the library writes it in a temporary file there; a full disk is then its own error.
    """

    # the library's signature
    def write_worksheet(self, ws: Any) -> None:
        """One sheet."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as the library itself does here
        blad = WorksheetWriter(ws, io.BytesIO())
        blad.write()
        ws._rels = blad._rels  # noqa: SLF001 - the same
        self._archive.writestr(ws.path[1:], blad.read())
        self.manifest.append(ws)


def _bewaard(boek: Any, dag: date) -> bytes:
    """The bytes of a workbook, without the moment at which it was made."""
    moment = datetime(dag.year, dag.month, dag.day, tzinfo=UTC).replace(tzinfo=None)
    boek.properties.creator, boek.properties.created = "clm", moment
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        _InGeheugen(boek, pak).write_data()
    # the library writes the moment of saving, whatever was set
    stempel = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    return zonder_tijd(
        uit.getvalue(),
        lambda naam, inhoud: (
            re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stempel, inhoud)
            if naam == "docProps/core.xml"
            else inhoud
        ),
    )


def _blad(boek: Any, tabel: Tabel) -> None:
    blad = boek.create_sheet(tabel.naam)
    blad.append(list(tabel.kolommen))
    for nummer, rij in enumerate(tabel.rijen, 2):
        for kolom, cel in enumerate(rij, 1):
            _zet(blad.cell(nummer, kolom), cel)
    # a table of Excel has at least one row under its head
    einde = f"{get_column_letter(len(tabel.kolommen))}{max(2, len(tabel.rijen) + 1)}"
    vorm = Table(displayName=f"tbl_{tabel.naam}", ref=f"A1:{einde}")
    vorm.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    blad.add_table(vorm)
    blad.freeze_panes = "A2"
    _breedten(blad)


def _zet(vak: Any, cel: Cel) -> None:
    """A value in its own type; text stays text, also when it begins as a formula."""
    if cel is None:
        return
    vak.value = cel
    if isinstance(cel, str):
        vak.data_type = "s"
        vak.quotePrefix = cel.startswith("=")
        if "\n" in cel:  # without it a sheet shows the lines as one
            vak.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(cel, date):
        vak.number_format = "dd-mm-yyyy"
    elif isinstance(cel, Decimal):
        vak.number_format = "General" if -int(cel.as_tuple().exponent) < 2 else _GELD


def _breedten(blad: Any) -> None:
    for kolom in blad.columns:
        regels = (str(vak.value).splitlines() for vak in kolom if vak.value is not None)
        langst = max((len(regel) for rij in regels for regel in rij), default=0)
        blad.column_dimensions[kolom[0].column_letter].width = min(_BREEDST, langst + 2)


def _vijf_procent(boek: Any, grondslagen: Sequence[Grondslag], boete: Decimal | None) -> None:
    """For each provider and year what five percent is, of all contracts and of each one."""
    blad = boek.create_sheet("vijf procent")
    blad.append([_UITLEG])
    blad.append(list(_KOPPEN))
    for vak in blad[2]:
        vak.font = Font(bold=True)
    for nummer, rij in enumerate(grondslagen, 3):
        for kolom, waarde in enumerate(_formules(rij, nummer, boete), 1):
            vak = blad.cell(nummer, kolom)
            if isinstance(waarde, str) and not waarde.startswith("="):
                _zet(vak, waarde)
            else:
                vak.value = waarde
            if kolom in (5, 7, 8, 9, 10):
                vak.number_format = _GELD
    blad.freeze_panes = "A3"
    for letter, breed in zip("ABCDEFGHIJK", _MATEN, strict=True):
        blad.column_dimensions[letter].width = breed


def _formules(rij: Grondslag, nummer: int, boete: Decimal | None) -> Iterator[Any]:
    """The cells of one base: amounts come from the sheet of turnover, the rest is worked out."""
    eisen = {"dossier": "A", "periode": "C", "soort": "D"} | (
        {"contract": "B"} if rij.contract else {}
    )
    wie = ",".join(f"tbl_omzet[{naam}],{letter}{nummer}" for naam, letter in eisen.items())
    yield rij.dossier
    yield rij.contract or "alle contracten"
    yield rij.jaar
    yield rij.soort
    yield f"=SUMIFS(tbl_omzet[bedrag],{wie})"
    yield rij.procent
    yield f"=ROUNDDOWN(E{nummer}*F{nummer}/100,2)"
    yield rij.eerder
    yield boete
    yield f"=G{nummer}-H{nummer}"
    yield f'=IF(I{nummer}="","",IF(I{nummer}<=J{nummer},"ja","nee"))'
