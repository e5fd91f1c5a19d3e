"""Floor 6, pdfsamen: several PDFs as one, with a bookmark for each and numbered through."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError

from clm_cli.documents.pdf import bladnummers


def aantal_bladen(pdf: bytes) -> int:
    """The number of pages; 0 of what is no readable PDF."""
    try:
        return len(PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, KeyError, RecursionError):
        return 0


def voeg_samen(delen: Sequence[tuple[str, bytes]], dag: date) -> bytes:
    """All parts in order; each has its name as a bookmark, with those it had itself below.

    Every page gets its number in the whole, at its foot.
    """
    schrijver = PdfWriter()
    for naam, pdf in delen:
        schrijver.append(io.BytesIO(pdf), outline_item=naam)
    for blad in schrijver.pages:
        blad.transfer_rotation_to_content()
    maten = [(float(b.cropbox.width), float(b.cropbox.height)) for b in schrijver.pages]
    stempels = PdfReader(io.BytesIO(bladnummers(maten, dag))).pages
    for blad, stempel in zip(schrijver.pages, stempels, strict=True):
        naar = Transformation().translate(float(blad.cropbox.left), float(blad.cropbox.bottom))
        blad.merge_transformed_page(stempel, naar)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()
