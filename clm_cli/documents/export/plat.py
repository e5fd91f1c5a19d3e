"""Floor 6, plat: tables as CSV that a Dutch Excel opens, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from clm_cli.documents.export.tabellen import Cel, Tabel

_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def als_csv(tabel: Tabel) -> bytes:
    """One table; semicolons, a decimal comma and a mark of UTF-8, as Excel here expects."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(tabel.kolommen)
    schrijver.writerows([_plat(cel) for cel in rij] for rij in tabel.rijen)
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def _plat(cel: Cel) -> str:
    if isinstance(cel, Decimal):
        return f"{cel:f}".replace(".", ",")
    tekst = "" if cel is None else str(cel)
    # a text that looks like a formula is never calculated by who opens the file
    return f"'{tekst}" if isinstance(cel, str) and tekst.startswith(_FORMULE) else tekst


def als_json(tabellen: Sequence[Tabel]) -> bytes:
    """All tables, by name; days as 2026-05-04, figures as text, so that nothing is rounded."""
    gegevens = {
        t.naam: [dict(zip(t.kolommen, rij, strict=True)) for rij in t.rijen] for t in tabellen
    }
    omslag = {"schema": "clm.export/1", "gegevens": gegevens}
    return (json.dumps(omslag, indent=1, ensure_ascii=False, default=_tekst) + "\n").encode()


def _tekst(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    assert isinstance(waarde, Decimal)
    return f"{waarde:f}"
