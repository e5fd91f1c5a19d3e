"""Floor 6, blad: rows of a spreadsheet or CSV file as text by column.

For a preview and then for facts.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from clm_cli.meldingen import ClmFout, oorzaak


def lees_blad(pad: Path) -> list[dict[str, str]]:
    """The rows under the first row, by its names in lower case; empty rows are left out.

    Raises ClmFout when unreadable.
    """
    try:
        rijen = _csv(pad.read_bytes()) if pad.suffix.lower() == ".csv" else _xlsx(pad)
    except OSError as fout:
        raise ClmFout(
            f"{pad} is niet te lezen: {oorzaak(fout)}.", nu="noem een .xlsx of .csv"
        ) from None
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        raise ClmFout(
            f"{pad} is geen werkblad dat te lezen is.", nu="sla het op als .xlsx of .csv"
        ) from None
    if not rijen:
        raise ClmFout(f"{pad} is leeg.", nu="zet op de eerste regel de namen van de kolommen")
    kop = [cel.strip().lower() for cel in rijen[0]]
    return [dict(zip(kop, rij, strict=False)) for rij in rijen[1:] if any(rij)]


def _csv(inhoud: bytes) -> list[list[str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252")
    teken = ";" if tekst.partition("\n")[0].count(";") else ","
    return [[cel.strip() for cel in rij] for rij in csv.reader(io.StringIO(tekst), delimiter=teken)]


def _xlsx(pad: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    blad = load_workbook(pad, read_only=True, data_only=True).active
    return [[_tekst(cel) for cel in rij] for rij in blad.iter_rows(values_only=True)]


def _tekst(cel: Any) -> str:
    if cel is None:
        return ""
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    if isinstance(cel, date):
        return cel.isoformat()
    return (
        format(Decimal(repr(cel)).normalize(), "f")
        if isinstance(cel, (int, float)) and not isinstance(cel, bool)
        else str(cel).strip()
    )
