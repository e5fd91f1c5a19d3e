"""No table breaks a word, a day or a share, and no line that leads to a list stands alone."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from clm_cli.documents.blokken import kolombreedten, ontleed, vaste
from clm_cli.documents.document import Briefhoofd, Document, Stijl
from clm_cli.documents.opmaak import maak
from tests.documents.test_documenten import document

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
TEKST = """
Dit moet u doen:

- betalen

| nr | dag | deel |
|---|---|---|
| V-01 | dinsdag 31 december 2026 | ten minste 90 % van JH25-P1-031 |
"""


@pytest.fixture
def brief(tmp_path) -> Document:
    """A letter with a list and a table."""
    hoofd = Briefhoofd("", ("De Linde",), (("Datum", "4 mei 2026"), ("Ons kenmerk", "R/1")))
    gemaakt = document(tmp_path, "De Linde", opmaak="brief", briefhoofd=hoofd)
    return replace(gemaakt, blokken=ontleed(TEKST), stijl=Stijl(logo=LOGO))


def test_ten_narrow_columns_have_room_for_their_words() -> None:
    """A word of three letters of 9 points takes 6 mm, and the edges of its cell 4 mm."""
    kop = "| voorwaarde | " + " | ".join("1234567890") + " |"
    rij = "| De aanbieder is gehoord over wat daarna bleek. | " + " | ".join(["zeg"] * 10) + " |"
    (tabel,) = ontleed(f"{kop}\n|{'---|' * 11}\n{rij}\n")
    eerste, *rest = kolombreedten(tabel)
    assert min(rest) >= 10
    assert eerste + sum(rest) == pytest.approx(160)
    assert eerste > 40


def test_what_belongs_together_is_found() -> None:
    tekst = (
        "uiterlijk 9 juni 2026, € 1.150,00 of 76,3 % volgens artikel 6:82 van JH25-P1-031 (blz. 9 "
        "bij bloem/2026-05-04-brief), 24.00 uur, 9999 ZZ LINDESTAD, 0320-00 00 01"
    )
    assert vaste(tekst)[1::2] == [
        "9 juni 2026",
        "€ 1.150,00",
        "76,3 %",
        "artikel 6:82",
        "JH25-P1-031",
        "blz. 9",
        "bloem/2026-05-04-brief",
        "24.00 uur",
        "9999 ZZ",
        "0320-00 00 01",
    ]


def test_word_breaks_no_number_in_running_text_or_in_the_head(brief: Document) -> None:
    hoofd = replace(brief.briefhoofd, velden=(("Betreft", "overeenkomst JH25-P1-031"),))
    zin = ontleed("Onder JH25-P1-031 start 76,3 % op tijd.\n")
    word = docx.Document(io.BytesIO(maak(replace(brief, briefhoofd=hoofd, blokken=zin), "docx")))
    (alinea,) = (a for a in word.paragraphs if a.text.startswith("Onder"))
    assert alinea.text == "Onder JH25-P1-031 start 76,3\u00a0% op tijd."
    veld = word.tables[0].rows[0].cells[1].paragraphs[0]
    for deel in (alinea, veld):
        assert len(deel._p.xpath(".//w:noBreakHyphen")) == 2
        assert "JH25-P1-031" in deel.text


def test_word_keeps_a_day_a_share_and_a_list_together(brief: Document) -> None:
    word = docx.Document(io.BytesIO(maak(brief, "docx")))
    rij = [cel.text for cel in word.tables[-1].rows[1].cells]
    assert rij[1] == "dinsdag 31\u00a0december\u00a02026"
    assert rij[2] == "ten minste 90\u00a0% van JH25-P1-031"
    assert word.styles["Normal"].font.name == "Arial"
    inleiding = next(a for a in word.paragraphs if a.text == "Dit moet u doen:")
    assert inleiding.paragraph_format.keep_with_next is True


def test_word_has_the_logo_once_and_the_reference_on_later_pages(brief: Document) -> None:
    blad = docx.Document(io.BytesIO(maak(brief, "docx"))).sections[0]
    assert len(blad.first_page_header._element.xpath(".//pic:pic")) == 1
    assert blad.header._element.xpath(".//pic:pic") == []
    assert blad.header.paragraphs[0].text.endswith("\tR/1, 4 mei 2026")
    assert "R/1" not in blad.first_page_header.paragraphs[0].text
    assert "Pagina" in blad.first_page_footer.paragraphs[0].text


def test_a_page_has_row_headers_and_breaks_no_day(brief: Document) -> None:
    pagina = maak(brief, "html").decode()
    assert '<th scope="row"><span class="heel">V-01</span></th>' in pagina
    assert 'dinsdag <span class="heel">31 december 2026</span>' in pagina
    assert 'ten minste <span class="heel">90 %</span>' in pagina
