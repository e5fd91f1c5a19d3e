"""What a letter claims as PDF/A-2a and PDF/UA-1, and what those ask that can be read in the file.

No program that validates the whole standard is to be had in the registries; this reads what says
so, and what is most easily lost: the fonts, the language, the tags, the colours.
"""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from clm_cli.documents.document import Briefhoofd
from clm_cli.documents.opmaak import maak
from tests.documents.test_documenten import document

HOOFD = Briefhoofd(
    "aangetekend", ("Stichting De Linde", "Straat 1"), (("Datum", "4 mei 2026"), ("Betreft", "x"))
)


@pytest.fixture(scope="module", params=["brief", "verslag"])
def pdf(request, tmp_path_factory) -> PdfReader:
    """A letter and a report."""
    hoofd = HOOFD if request.param == "brief" else None
    gemaakt = document(
        tmp_path_factory.mktemp("pdf"), "De Linde", opmaak=request.param, briefhoofd=hoofd
    )
    return PdfReader(io.BytesIO(maak(gemaakt, "pdf")))


def test_the_file_says_which_standards_it_meets(pdf: PdfReader) -> None:
    xmp = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    beweerd = dict(re.findall(r"<(pdf(?:a|ua)id:\w+)>([^<]*)<", xmp))
    assert beweerd == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def test_it_is_tagged_in_dutch_and_shows_its_title(pdf: PdfReader) -> None:
    wortel = pdf.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert wortel["/Lang"] == "nl"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata
    assert pdf.metadata.title
    assert "/StructTreeRoot" in wortel
    assert all(blad["/Tabs"] == "/S" for blad in pdf.pages)


def test_its_fonts_and_colours_are_in_the_file(pdf: PdfReader) -> None:
    wortel = pdf.trailer["/Root"]
    assert [rij["/S"] for rij in wortel["/OutputIntents"]] == ["/GTS_PDFA1"]
    letters = [
        onder["/FontDescriptor"]
        for blad in pdf.pages
        for letter in blad["/Resources"]["/Font"].values()
        for onder in (d.get_object() for d in letter.get_object().get("/DescendantFonts", [letter]))
    ]
    assert letters
    assert all({"/FontFile2", "/FontFile3"} & set(letter.get_object()) for letter in letters)


def test_nothing_in_it_runs_or_is_locked(pdf: PdfReader) -> None:
    assert not pdf.is_encrypted
    wortel = pdf.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(wortel)
    assert "/JavaScript" not in wortel.get("/Names", {})
