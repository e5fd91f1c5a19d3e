"""On paper every page of an HTML says whose it is, as a page of the PDF does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.html import als_html

VELDEN = (("Datum", "4 mei 2026"), ("Ons kenmerk", "wilgenroos/2026-05-04"))
BRIEF = Document(
    "Brief",
    date(2026, 5, 4),
    "Regio Lindestroom",
    [],
    "",
    opmaak="brief",
    briefhoofd=Briefhoofd("aangetekend", ("Stichting De Wilgenroos",), VELDEN),
)
VERSLAG = replace(BRIEF, opmaak="verslag", briefhoofd=None)
EERST = '@page:first{@top-left{content:""}@top-right{content:""}}'


def test_a_next_page_of_a_letter_names_its_sender_reference_and_day():
    html = als_html(BRIEF).decode()
    assert '@top-left{content:"Regio Lindestroom"' in html
    assert '@top-right{content:"wilgenroos/2026-05-04, 4 mei 2026"' in html
    assert EERST in html


def test_a_report_counts_its_pages_on_each():
    html = als_html(VERSLAG).decode()
    assert '@top-right{content:"blad " counter(page) " van " counter(pages)' in html
    assert EERST not in html


@pytest.mark.parametrize("teken", ['"', "'", "<", "&", "\\", "\n"])
def test_no_name_ends_the_text_of_the_head(teken: str):
    html = als_html(replace(VERSLAG, afzender=f"Regio{teken}Zuid")).decode()
    assert f'content:"Regio\\{ord(teken):x} Zuid"' in html


def test_a_style_is_of_its_own_words_alone():
    tekst = "gewoon *schuin* **vet** `code` ***beide***"
    html = als_html(replace(VERSLAG, blokken=ontleed(tekst))).decode()
    anders = (
        "<em>schuin</em> <strong>vet</strong> <code>code</code> <em><strong>beide</strong></em>"
    )
    assert f"<p>gewoon {anders}</p>" in html
