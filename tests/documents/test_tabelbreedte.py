"""No table breaks a word, a day or a share, and no line that leads to a list stands alone."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from clm_cli.documents.blokken import inleiding, ontleed, vaste
from clm_cli.documents.document import Briefhoofd, Document, Stijl
from clm_cli.documents.opmaak import maak
from clm_cli.documents.tabelbreedte import blijft_heel, kolombreedten
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
        "bij bloem/2026-05-04-brief), 24.00 uur, 9999 ZZ LINDESTAD, 0320-00 00 01; "
        "vr 5 juni (18), ma 25 mei (Tweede pinksterdag), Postbus 9, 9999 ZZ  LINDESTAD"
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
        "vr 5 juni (18)",
        "ma 25 mei",
        "9999 ZZ  LINDESTAD",
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


def test_a_number_to_call_stays_whole_however_it_is_written(brief: Document) -> None:
    """Also as a mobile number or one from abroad is written."""
    assert brief.briefhoofd
    nummers = ("0000-00 00 01", "06 1234 5678", "088 123 45 67", "+31 6 1234 5678")
    velden = tuple(("Behandeld door", nummer) for nummer in nummers)
    hoofd = replace(brief.briefhoofd, velden=velden)
    pagina = maak(replace(brief, briefhoofd=hoofd), "html").decode()
    for nummer in nummers:
        assert f'<td><span class="heel">{nummer}</span></td>' in pagina


def test_the_widest_column_gives_way_and_no_other_word_is_broken() -> None:
    """Names of providers are long; 'onder de norm' stays on one line."""
    kop = "| aanbieder | contract | vorige | nu | beweging | stand | op rij | anderen (n) |"
    naam = "Orthopedagogisch Ontwikkelingsachterstandencentrum De Zonnebloemhoeve"
    rij = "onbekend | onbekend | stijgend | onder\u00a0de\u00a0norm | 4 | 67,05 % (6) |"
    (tabel,) = ontleed(f"{kop}\n|{'---|' * 8}\n| {naam} | ambulant | {rij}\n")
    breedten = kolombreedten(tabel)
    assert sum(breedten) == pytest.approx(160)
    # the letters of Arial at 9 points, those of a heading bold, and 3,8 mm of edges in Word
    nodig = (13.1, 14.0, 14.0, 14.7, 20.7, 3.0, 12.4)
    assert all(b >= n + 3.8 for b, n in zip(breedten[1:], nodig, strict=True))
    assert breedten[0] > 30


def test_a_short_column_has_its_line_before_a_long_one_is_served() -> None:
    lang = "bekijkt voor wie al langer dan zes weken wacht of een ander eerder plaats heeft " * 2
    kop = "| aanbieder | wat | gevolg | wie |\n|---|---|---|---|\n"
    (tabel,) = ontleed(f"{kop}| Jeugdhulp De Kleine Beer | {lang} | {lang} | ik |")
    assert kolombreedten(tabel)[0] >= 3.8 + 36.0  # the letters of the name in Arial of 9 points


@pytest.mark.parametrize(("rijen", "heel"), [(8, True), (9, False)])
def test_a_short_table_stands_on_one_page(tmp_path: Path, rijen: int, heel: bool) -> None:
    tabel = "| wat | nu |\n|---|---|\n" + "| signalen | 1 |\n" * rijen
    gemaakt = replace(document(tmp_path, "De Linde"), blokken=ontleed("weg\n\n" * 36 + tabel))
    assert blijft_heel(gemaakt.blokken[-1]) is heel
    word = docx.Document(io.BytesIO(maak(gemaakt, "docx"))).tables[-1]
    eerste = [rij.cells[0].paragraphs[0].paragraph_format.keep_with_next for rij in word.rows]
    assert eerste == [heel or None] * rijen + [None]
    assert ('<table class="kort">' in maak(gemaakt, "html").decode()) is heel
    bladen = [blad.extract_text() for blad in PdfReader(io.BytesIO(maak(gemaakt, "pdf"))).pages]
    assert (bladen[-1].count("signalen") == rijen) is heel


def test_a_table_with_much_text_may_be_divided() -> None:
    (tabel,) = ontleed(f"| wat |\n|---|\n| {'lange zin ' * 151} |\n")
    assert not blijft_heel(tabel)


def test_what_leads_from_a_heading_to_a_table_stays_with_both() -> None:
    tabel = "| wat |\n|---|\n| iets |\n"
    kop, alinea, _ = blokken = ontleed(f"## Kop\n\nNog te schrijven.\n\n{tabel}")
    assert (kop["soort"], alinea["soort"]) == ("kop", "alinea")
    assert inleiding(blokken, 1)
    assert not inleiding(ontleed(f"Zomaar een zin.\n\n{tabel}"), 0)
    assert not inleiding(ontleed(f"## Kop\n\n{'lang ' * 61}\n\n{tabel}"), 1)


def test_a_period_is_not_broken_over_two_lines() -> None:
    tekst = "van 2026-K1 tot 2026-W05 en 2026-03, op 2026-05-18"
    assert vaste(tekst)[1::2] == ["2026-K1", "2026-W05", "2026-03", "2026-05-18"]


def test_word_has_nine_points_in_a_table_as_the_columns_count_on(brief: Document) -> None:
    word = docx.Document(io.BytesIO(maak(brief, "docx")))
    letters = {
        r.font.size.pt
        for rij in word.tables[-1].rows
        for c in rij.cells
        for r in c.paragraphs[0].runs
    }
    assert letters == {9}
