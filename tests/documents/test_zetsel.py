"""What clm just set is read back the short way, and says the same as when any reader reads it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import jinja2
import pytest
from pypdf import PdfReader

from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.pdf import als_pdf
from clm_cli.documents.sjablonen import vul
from clm_cli.documents.teruglezen import brieftekst
from clm_cli.documents.zetsel import zetsel

LANG = "verantwoordelijkheidsverklaringen jeugdhulpaanbiedersovereenkomsten " * 8
TEKST = f"""# Kop (1) en \\\\ en ((2)) )(

Café en cafe\u0301, *schuin* en **vet**, € 1.000,00 \u2013 \u201cgekruld\u201d. {LANG}

- een
- twee

| a | b |
|---|---|
| {LANG} | (c |

{LANG * 40}
"""


def gezet(tekst: str, *, concept: bool = False) -> tuple[Document, bytes]:
    dag = date(2026, 5, 4)
    document = Document("Titel", dag, "Zorg (Oost)", ontleed(tekst), tekst, concept=concept)
    return document, als_pdf(document)


def kaal(tekst: str) -> str:
    return "".join(tekst.split())


@pytest.mark.parametrize("concept", [False, True])
def test_the_short_way_reads_the_same(concept: bool) -> None:
    document, inhoud = gezet(TEKST, concept=concept)
    bladen = zetsel(PdfReader(io.BytesIO(inhoud)).pages)
    assert bladen is not None
    assert len(bladen) > 1
    assert [*map(kaal, bladen)] == [
        kaal(blad.extract_text()) for blad in PdfReader(io.BytesIO(inhoud)).pages
    ]
    zelf_gezet = kaal(brieftekst(inhoud, document, zelf_gezet=True))
    assert zelf_gezet == kaal(brieftekst(inhoud, document))
    assert "Kop(1)en\\en((2)))(" in zelf_gezet
    assert "Zorg(Oost)" not in zelf_gezet


def test_of_what_goes_from_right_to_left_it_says_nothing() -> None:
    document, inhoud = gezet("Een \u05e9\u05dc\u05d5\u05dd woord.")
    assert zetsel(PdfReader(io.BytesIO(inhoud)).pages) is None
    assert "\u05e9\u05dc\u05d5\u05dd" in brieftekst(inhoud, document, zelf_gezet=True)


def test_a_template_of_clm_is_made_into_code_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vertaald: list[str | None] = []
    echt = jinja2.Environment.compile

    def telt(self: jinja2.Environment, source: str, name: str, filename: str) -> object:
        vertaald.append(filename)
        return echt(self, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", telt)
    eigen = tmp_path / "sjablonen"
    eigen.mkdir()
    (eigen / "kaart.md").write_text(
        "{{ naam }}{% set bijlagen = [naam] %}{% include 'brieven/_bijlagen.md' %}\n"
    )
    for naam in ("a", "b", "c"):
        gevuld = vul("kaart", {"naam": naam, "berekeningen": []}, eigen=eigen)
        assert f"1. {naam}" in gevuld.markdown
    namen = [Path(pad or "").name for pad in vertaald]
    assert namen.count("kaart.md") == 3  # what a template of a register costs, is its own
    assert namen.count("_bijlagen.md") <= 1  # another test may have had it before


@pytest.mark.parametrize(("afzender", "heel"), [("Regio", True), ("Samenwerking " * 9, False)])
def test_a_reference_and_its_day_stand_on_one_line_where_the_name_leaves_room(
    afzender: str, heel: bool
) -> None:
    """The middle of the head is empty then; a long name and the reference each have half."""
    velden = (
        ("Datum", "26 februari 2026"),
        ("Ons kenmerk", "wilgenroos/2026-02-26-verzoek-verbeterplan"),
    )
    hoofd = Briefhoofd("", ("Stichting De Roos",), velden)
    dag = date(2026, 2, 26)
    delen = ontleed(LANG * 60)
    blad = Document("T", dag, afzender.strip(), delen, "", opmaak="brief", briefhoofd=hoofd)
    tekst = PdfReader(io.BytesIO(als_pdf(blad))).pages[1].extract_text().replace(" ,", ",")
    assert any(r.endswith(hoofd.bladregel) for r in tekst.splitlines()) is heel
    assert kaal(hoofd.bladregel) in kaal(tekst)
