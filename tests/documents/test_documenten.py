"""Documents: what comes from the record stands literally in every format, twice the same."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from clm_cli.commands import documenten
from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Briefhoofd, Document, Stijl
from clm_cli.documents.opmaak import maak
from clm_cli.documents.sjablonen import vul
from clm_cli.documents.teruglezen import gewoon, tekst_van
from clm_cli.meldingen import ClmFout

SJABLOON = """# Kop {{ n }}

Tekst {{ n }} en **vet {{ n }}** en *schuin {{ n }}*.

- punt {{ n }}

1. nummer {{ n }}

> citaat {{ n }}

| kolom {{ n | cel }} | b |
|---|---|
| cel {{ n | cel }} | {{ n | cel }} |
"""
NAMEN = [
    'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"',
    "*x*",
    "_a_ b",
    "`c`",
    "{{ x }}",
    "{% x %}",
    "$1$",
    "\\",
    "1. a",
    "- a",
    "# k",
    "a | b",
    "https://x.nl",
    "&amp;",
    "=SUM(1)",
    '#import "x"',
    "@ref",
    "<!-- x -->",
    "<script>alert(1)</script>",
    "~~weg~~",
    "![a](b)",
    "[a](b)",
    "a -- b",
    "'t Gooi",
    "é ü ø ß €",
    "100 %",
    "a\\b",
    "x^2",
    "//",
    "/* x */",
    "#(1+1)",
    "#let a = 1",
    "<label>",
    "+ a",
    "= kop",
    "\\n",
    "a*b*c",
    "__a__",
    "|-|",
    ":::",
    "^[x]",
    "[^1]",
    "~",
    "!",
    "{#id}",
    "%PDF",
    "w:t",
    "a – b",
]


def document(tmp_path, naam: str, **rest) -> Document:
    (tmp_path / "proef.md").write_text(SJABLOON, encoding="utf-8")
    gevuld = vul("proef", {"n": naam}, eigen=tmp_path)
    return Document(
        "Proef", date(2026, 5, 4), "Regio", ontleed(gevuld.markdown), gevuld.markdown, **rest
    )


@pytest.mark.parametrize("vorm", ["md", "pdf", "docx", "html"])
@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_stands_literally_everywhere(tmp_path, naam: str, vorm: str) -> None:
    inhoud = maak(document(tmp_path, naam), vorm)
    tekst = tekst_van(inhoud, vorm)
    for begin in ("Kop", "Tekst", "vet", "schuin", "punt", "nummer", "citaat", "kolom", "cel"):
        assert gewoon(f"{begin} {naam}").replace(" ", "") in tekst.replace(" ", ""), begin
    assert maak(document(tmp_path, naam), vorm) == inhoud


@pytest.mark.parametrize("vorm", ["md", "pdf", "docx", "html"])
def test_a_concept_says_so(tmp_path, vorm: str) -> None:
    inhoud = maak(document(tmp_path, "x", concept=True), vorm)
    if vorm != "docx":  # there it stands in the header
        assert "CONCEPT" in tekst_van(inhoud, vorm)
    else:
        import io
        import zipfile

        assert b"CONCEPT" in b"".join(
            zipfile.ZipFile(io.BytesIO(inhoud)).read(n)
            for n in zipfile.ZipFile(io.BytesIO(inhoud)).namelist()
            if "header" in n
        )


def test_what_is_missing_stops_the_document_and_is_named(tmp_path) -> None:
    (tmp_path / "proef.md").write_text("{{ aanbieder }}", encoding="utf-8")
    with pytest.raises(ClmFout, match="'aanbieder' ontbreekt") as fout:
        vul("proef", {"_nu": {"aanbieder": "clm nieuw"}}, eigen=tmp_path)
    assert fout.value.nu == "clm nieuw"
    gevuld = vul("proef", {}, eigen=tmp_path, concept=True)
    assert gevuld.ontbreekt == ("aanbieder",)
    assert "ONTBREEKT: aanbieder" in tekst_van(gevuld.markdown.encode(), "md")


@pytest.mark.parametrize(
    ("tekst", "zin"), [("{{ x", "proef.md:1"), ("{{ ''.__class__.__mro__ }}", "kan niet worden")]
)
def test_a_wrong_template_is_a_located_message(tmp_path, tekst: str, zin: str) -> None:
    (tmp_path / "proef.md").write_text(tekst, encoding="utf-8")
    with pytest.raises(ClmFout, match=zin):
        vul("proef", {}, eigen=tmp_path)


def test_a_cell_keeps_its_lines(tmp_path) -> None:
    (tmp_path / "proef.md").write_text("| a |\n|---|\n| {{ n | cel }} |\n", encoding="utf-8")
    gevuld = vul("proef", {"n": "een\ntwee"}, eigen=tmp_path)
    (tabel,) = ontleed(gevuld.markdown)
    assert tabel["rijen"] == [[[{"tekst": "een"}, {"br": True}, {"tekst": "twee"}]]]


def test_word_stands_on_the_letterhead_of_the_organisation(tmp_path) -> None:
    """The header, footer and styles of the organisation's own .docx stay.

    The body comes from the record.
    """
    import io

    import docx

    papier = docx.Document()
    papier.sections[0].header.paragraphs[0].text = "Regio Eigen Briefpapier"
    papier.styles["Normal"].font.name = "Courier New"
    bak = io.BytesIO()
    papier.save(bak)
    uit = docx.Document(
        io.BytesIO(
            maak(document(tmp_path, "Zorg & Co", stijl=Stijl(briefpapier=bak.getvalue())), "docx")
        )
    )
    assert uit.sections[0].header.paragraphs[0].text == "Regio Eigen Briefpapier"
    assert uit.styles["Normal"].font.name == "Courier New"
    assert uit.paragraphs[0].text == "Kop Zorg & Co"


def test_a_letter_carries_the_logo_of_the_house(tmp_path) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" '
        'height="20" fill="#1f4e79"/></svg>'
    )
    hoofd = Briefhoofd("aangetekend", ("Zorg & Co",), (("Datum", "4 mei 2026"),))
    met, zonder = (
        maak(
            document(tmp_path, "x", opmaak="brief", briefhoofd=hoofd, stijl=Stijl(logo=logo)), "pdf"
        )
        for logo in (svg, "")
    )
    assert met != zonder
    assert b"/Figure" in met or len(met) > len(zonder)


def test_on_a_draft_the_word_stands_beside_the_logo_on_every_page(tmp_path) -> None:
    """The logo is at the right of the first page, and would stand over it."""
    hoofd = Briefhoofd("", ("Zorg & Co",), (("Datum", "4 mei 2026"),))
    lang = replace(
        document(tmp_path, "x", opmaak="brief", briefhoofd=hoofd, concept=True),
        blokken=ontleed("Eerst.\n\n***\n\n# Bijlage 1\n\nDan.\n"),
    )
    plaatsen: list[float] = []

    def noteer(tekst, cm, tm, *_) -> None:
        if "CONCEPT" in tekst:
            plaatsen.append(cm[4] + tm[4])

    for pagina in PdfReader(io.BytesIO(maak(lang, "pdf"))).pages:
        pagina.extract_text(visitor_text=noteer)
    assert len(plaatsen) == 2
    assert all(240 < x < 340 for x in plaatsen), plaatsen


def test_a_logo_that_is_no_picture_stops_the_document_in_words(tmp_path) -> None:
    hoofd = Briefhoofd("", ("Zorg & Co",), ())
    with pytest.raises(ClmFout, match="PDF kan niet worden gemaakt"):
        maak(
            document(tmp_path, "x", opmaak="brief", briefhoofd=hoofd, stijl=Stijl(logo="geen svg")),
            "pdf",
        )


@pytest.mark.parametrize(("gezet", "goed"), [("Een zin.", True), ("Een andere zin.", False)])
def test_a_document_that_lost_its_text_is_not_given(gezet: str, goed: bool) -> None:
    document = Document("x", date(2026, 5, 4), "Regio", ontleed("Een zin."), gezet)
    if goed:
        assert documenten._gemaakt(document, "brief", "md") == b"Een zin.\n"
    else:
        with pytest.raises(ClmFout, match=r"In het gemaakte brief\.md ontbreekt tekst"):
            documenten._gemaakt(document, "brief", "md")
