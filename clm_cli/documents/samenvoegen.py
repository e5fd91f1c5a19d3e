"""Floor 6, samenvoegen: several PDFs as one, with a bookmark at the beginning of each."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError


def aantal_bladen(pdf: bytes) -> int:
    """The number of pages; 0 of what is no readable PDF."""
    try:
        return len(PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, KeyError, RecursionError):
        return 0


def voeg_samen(delen: Sequence[tuple[str, bytes]]) -> bytes:
    """All parts in order; each has its name as a bookmark, with those it had itself below."""
    schrijver = PdfWriter()
    for naam, pdf in delen:
        schrijver.append(io.BytesIO(pdf), outline_item=naam)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()
