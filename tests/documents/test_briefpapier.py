"""The organisation's own letterhead: its look stays, its fields are filled in, faults told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from clm_cli.documents.document import Briefhoofd, Document, Stijl
from clm_cli.documents.opmaak import maak
from clm_cli.documents.teruglezen import tekst_van
from clm_cli.documents.word.bestand import begin_papier, bekijk_papier
from clm_cli.meldingen import ClmFout, Ernst
from tests.documents.test_documenten import NAMEN, document

HOOFD = Briefhoofd(
    "aangetekend",
    ("Stichting Bloem", "T.a.v. het bestuur", "Straat 2", "9999 ZZ  TESTSTAD"),
    (("Datum", "4 mei 2026"), ("Ons kenmerk", "R/1"), ("Betreft", "ingebrekestelling")),
)


def papier(bouw: Callable[[docx.document.Document], None]) -> bytes:
    """A letterhead that a test builds."""
    bestand = docx.Document()
    bestand.sections[0].page_width, bestand.sections[0].page_height = Mm(210), Mm(297)
    bouw(bestand)
    bak = io.BytesIO()
    bestand.save(bak)
    return bak.getvalue()


def brief(tmp_path, vel: bytes, **rest) -> Document:
    return document(
        tmp_path, "Zorg", opmaak="brief", briefhoofd=HOOFD, stijl=Stijl(briefpapier=vel), **rest
    )


def gemaakt(tmp_path, vel: bytes, **rest) -> docx.document.Document:
    return docx.Document(io.BytesIO(maak(brief(tmp_path, vel, **rest), "docx")))


def stukken(alinea, *teksten: str) -> None:
    """A paragraph cut up as Word does, with something in between that is no text."""
    for tekst in teksten:
        alinea.add_run(tekst)
        alinea._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))


def gewoon_papier(bestand) -> None:
    blad = bestand.sections[0]
    blad.left_margin = Mm(31)
    stukken(blad.header.paragraphs[0], "Onze zorg, ", "{", "{ ons_", "kenmerk ", "}", "}", " dus")
    blad.footer.paragraphs[0].text = "KvK 1, {{ Betreft }} van {{ datum }}"
    bestand.add_paragraph("{{ adres }}")
    stukken(bestand.add_paragraph(), "Uw kenmerk: {{", " uw_kenmerk }}")
    bestand.add_paragraph("{{inhoud}}")
    bestand.add_paragraph("Onderaan blijft staan.")
    bestand.styles["Heading 1"].font.name = "Courier New"


def test_fields_are_filled_in_wherever_word_cut_them(tmp_path) -> None:
    uit = gemaakt(tmp_path, papier(gewoon_papier))
    assert uit.sections[0].header.paragraphs[0].text == "Onze zorg, R/1 dus"
    assert uit.sections[0].footer.paragraphs[0].text == "KvK 1, ingebrekestelling van 4 mei 2026"
    assert (
        uit.paragraphs[0].text
        == "AANGETEKEND\nStichting Bloem\nT.a.v. het bestuur\nStraat 2\n9999 ZZ  TESTSTAD"
    )


def test_the_letter_stands_where_the_field_is_and_the_look_stays(tmp_path) -> None:
    uit = gemaakt(tmp_path, papier(gewoon_papier))
    teksten = [alinea.text for alinea in uit.paragraphs]
    assert teksten.index("Kop Zorg") < teksten.index("Onderaan blijft staan.")
    assert teksten[-1] == "Onderaan blijft staan."
    assert not any("{{" in tekst or "kenmerk:" in tekst for tekst in teksten), (
        "a line without a value goes, with its label"
    )
    assert round(uit.sections[0].left_margin.mm) == 31
    assert uit.styles["Heading 1"].font.name == "Courier New"


def test_reference_lines_that_the_letterhead_lacks_stand_in_the_letter(tmp_path) -> None:
    """The letterhead shows datum, kenmerk and betreft.

    Nothing is said twice, and nothing is lost.
    """
    rest = {"briefhoofd": None}
    hoofd = replace(HOOFD, velden=(*HOOFD.velden, ("Zaaknummer", "Z-9")))
    uit = docx.Document(
        io.BytesIO(
            maak(
                replace(brief(tmp_path, papier(gewoon_papier)), **{**rest, "briefhoofd": hoofd}),
                "docx",
            )
        )
    )
    assert [[cel.text for cel in rij.cells] for rij in uit.tables[0].rows] == [
        ["Zaaknummer", "Z-9"]
    ]


def test_a_row_goes_only_when_all_its_fields_are_empty(tmp_path) -> None:
    def bouw(bestand) -> None:
        tabel = bestand.add_table(4, 4)
        for rij, teksten in zip(
            tabel.rows,
            (
                ("datum", "{{ datum }}", "uw kenmerk", "{{ uw_kenmerk }}"),
                ("uw kenmerk", "{{ uw_kenmerk }}", "zaak", "{{ zaaknummer }}"),
                ("zaak", "{{ zaaknummer }}", "", ""),
                ("uw kenmerk", "{{ uw_kenmerk }}", "ons kenmerk", "{{ ons_kenmerk }}"),
            ),
            strict=True,
        ):
            for cel, tekst in zip(rij.cells, teksten, strict=True):
                cel.text = tekst
        bestand.add_paragraph("{{ inhoud }}")

    tabel = gemaakt(tmp_path, papier(bouw)).tables[0]
    assert [[cel.text for cel in rij.cells] for rij in tabel.rows] == [
        ["datum", "4 mei 2026", "uw kenmerk", ""],
        ["uw kenmerk", "", "ons kenmerk", "R/1"],
    ]


def test_a_line_without_a_value_that_holds_a_picture_stays(tmp_path) -> None:
    def bouw(bestand) -> None:
        alinea = bestand.add_paragraph()
        stukken(alinea, "Kenmerk {{ uw_", "kenmerk }}")
        alinea.add_run()._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
        bestand.add_paragraph("{{ inhoud }}")

    uit = gemaakt(tmp_path, papier(bouw))
    assert uit.paragraphs[0].text == ""
    assert uit.paragraphs[0]._p.find(f".//{qn('w:drawing')}") is not None


def test_without_fields_the_letter_brings_its_own_head(tmp_path) -> None:
    uit = gemaakt(tmp_path, papier(lambda bestand: bestand.add_paragraph("Eigen kop")))
    teksten = [alinea.text for alinea in uit.paragraphs]
    assert teksten[:3] == ["Eigen kop", "AANGETEKEND", "Stichting Bloem"]
    assert [rij.cells[0].text for rij in uit.tables[0].rows] == ["Datum", "Ons kenmerk", "Betreft"]


def test_the_address_stands_at_the_window_of_the_envelope(tmp_path) -> None:
    stijl = Stijl(venster_links_mm=28, venster_boven_mm=55)
    uit = docx.Document(
        io.BytesIO(
            maak(document(tmp_path, "Zorg", opmaak="brief", briefhoofd=HOOFD, stijl=stijl), "docx")
        )
    )
    kaders = [alinea._p.pPr.find(qn("w:framePr")) for alinea in uit.paragraphs[:5]]
    plaatsen = {
        tuple(round(int(kader.get(qn(f"w:{as_}"))) * 25.4 / 1440) for as_ in "xy")
        for kader in kaders
    }
    assert plaatsen == {(28, 55)}
    assert {kader.get(qn("w:vAnchor")) + kader.get(qn("w:hAnchor")) for kader in kaders} == {
        "pagepage"
    }


def test_own_look_counts_pages_and_speaks_dutch(tmp_path) -> None:
    uit = docx.Document(
        io.BytesIO(
            maak(
                document(
                    tmp_path,
                    "Zorg",
                    opmaak="brief",
                    briefhoofd=HOOFD,
                    stijl=Stijl(kleur="#123456", voettekst="Voet"),
                ),
                "docx",
            )
        )
    )
    voet = uit.sections[0].footer.paragraphs[0]
    assert [deel.text.strip() for deel in voet._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert voet.text.startswith("Voet\tPagina ")
    talen = {taal.get(qn("w:val")) for taal in uit.styles.element.iter(qn("w:lang"))}
    assert talen == {"nl-NL"}
    assert str(uit.styles["Heading 1"].font.color.rgb) == "123456"
    koppen = [alinea for alinea in uit.paragraphs if alinea.style.name.startswith("Heading")]
    assert koppen
    assert all(kop.paragraph_format.keep_with_next for kop in koppen)


def test_an_annex_begins_on_a_new_page_and_every_list_at_its_own_number(tmp_path) -> None:
    (tmp_path / "proef.md").write_text(
        "1. een\n2. twee\n\nTussen.\n\n4. vier\n5. vijf\n\n***\n\n# Bijlage\n", encoding="utf-8"
    )
    from clm_cli.documents.blokken import ontleed
    from clm_cli.documents.sjablonen import vul

    tekst = vul("proef", {}, eigen=tmp_path).markdown
    uit = docx.Document(
        io.BytesIO(maak(Document("x", date(2026, 5, 4), "Regio", ontleed(tekst), tekst), "docx"))
    )
    (kop,) = [alinea for alinea in uit.paragraphs if alinea.text == "Bijlage"]
    assert kop.paragraph_format.page_break_before
    nummers = {
        a.text: a._p.pPr.numPr.numId.val for a in uit.paragraphs if a.style.name == "List Number"
    }
    assert nummers["een"] == nummers["twee"] != nummers["vier"] == nummers["vijf"]
    begin = {
        num.numId: num.lvlOverride_lst[0].startOverride.val
        for num in uit.part.numbering_part.element.num_lst
        if num.lvlOverride_lst
    }
    assert (begin[nummers["een"]], begin[nummers["vier"]]) == (1, 4)


def zonder_stijlen(bestand) -> None:
    """A letterhead as Word keeps it: only what was used is in it, its styles under own numbers."""
    bestand.add_paragraph("{{ inhoud }}")
    for stijl in list(bestand.styles):
        if stijl.name not in (
            "Normal",
            "Default Paragraph Font",
            "Normal Table",
            "No List",
            "Header",
            "Footer",
        ):
            stijl.delete()
    bestand.styles.add_style("Quote", WD_STYLE_TYPE.CHARACTER)
    deel = bestand.part
    for rel in [r for r in deel.rels.values() if r.reltype.endswith("/numbering")]:
        del deel.rels[rel.rId]


def test_missing_styles_and_numbers_are_clms_own(tmp_path) -> None:
    vel = papier(zonder_stijlen)
    mist = {rij.tekst for rij in bekijk_papier(vel) if rij.ernst is Ernst.INFO}
    assert {
        f"de stijl '{naam}' ontbreekt; clm gebruikt er zijn eigen voor"
        for naam in ("Heading 1", "List Number", "List Bullet", "Quote", "Table Grid")
    } <= mist
    uit = gemaakt(tmp_path, vel)
    stijlen = {alinea.text: alinea.style.name for alinea in uit.paragraphs}
    assert (
        stijlen["Kop Zorg"],
        stijlen["punt Zorg"],
        stijlen["nummer Zorg"],
        stijlen["citaat Zorg"],
    ) == ("Heading 1", "List Bullet", "List Number", "Quote")
    soorten = [
        soort.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val"))
        for soort in uit.part.numbering_part.element.findall(qn("w:abstractNum"))
    ]
    assert soorten == ["bullet", "decimal"]


@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_in_a_field_stands_literally(tmp_path, naam: str) -> None:
    vel = papier(
        lambda bestand: (
            stukken(bestand.add_paragraph(), "Aan: {{ adr", "es }}, {{ betreft }}."),
            bestand.add_paragraph("{{ inhoud }}"),
        )
    )
    hoofd = Briefhoofd("", (naam, "Straat 1"), (("Betreft", naam),))
    werk = replace(brief(tmp_path, vel), briefhoofd=hoofd)
    uit = docx.Document(io.BytesIO(maak(werk, "docx")))
    assert uit.paragraphs[0].text == f"Aan: {naam}\nStraat 1, {naam}."
    assert maak(werk, "docx") == maak(werk, "docx")


def test_a_text_box_is_filled_in_both_its_copies(tmp_path) -> None:
    vak = """<w:p {ns}
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>{veld}</w:t></w:r></w:p>
    </w:txbxContent></wps:txbx></mc:Choice>
    <mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>{veld}</w:t></w:r></w:p></w:txbxContent></v:textbox>
    </mc:Fallback></mc:AlternateContent></w:r></w:p>"""

    def bouw(bestand, veld="{{ datum }}") -> None:
        bestand.element.body.insert(0, parse_xml(vak.format(ns=nsdecls("w"), veld=veld)))
        bestand.add_paragraph("{{ inhoud }}" if "datum" in veld else "Tekst")

    inhoud = maak(brief(tmp_path, papier(bouw)), "docx")
    xml = zipfile.ZipFile(io.BytesIO(inhoud)).read("word/document.xml").decode()
    assert xml.count(">4 mei 2026<") == 2
    assert tekst_van(inhoud, "docx").count("4 mei 2026") == 1, "it is read once"
    with pytest.raises(ClmFout, match=r"tekstvak: het veld \{\{ inhoud \}\} kan hier niet staan"):
        maak(brief(tmp_path, papier(lambda b: bouw(b, "{{ inhoud }}"))), "docx")


def test_a_concept_is_marked_on_the_first_page_and_on_even_pages_too(tmp_path) -> None:
    def bouw(bestand) -> None:
        blad = bestand.sections[0]
        blad.different_first_page_header_footer = True
        bestand.settings.odd_and_even_pages_header_footer = True
        for kop in (blad.header, blad.first_page_header, blad.even_page_header):
            kop.paragraphs[0].text = "Kop"
        bestand.add_paragraph("{{ inhoud }}")

    blad = gemaakt(tmp_path, papier(bouw), concept=True).sections[0]
    assert [
        kop.paragraphs[0].text
        for kop in (blad.header, blad.first_page_header, blad.even_page_header)
    ] == ["Kop   CONCEPT"] * 3


FOUTEN = [
    (
        lambda b: b.add_paragraph("Datum: {{ dag }}"),
        "alinea 1 ('Datum: {{ dag }}')",
        "het veld {{ dag }} bestaat niet",
    ),
    (
        lambda b: b.add_paragraph("{{ datm }}"),
        "alinea 1 ('{{ datm }}')",
        "het veld {{ datm }} bestaat niet",
    ),
    (
        lambda b: b.add_paragraph("{{ “datum” }}"),
        "alinea 1 ('{{ “datum” }}')",
        "in het veld {{ “datum” }} staan aanhalingstekens",
    ),
    (
        lambda b: b.add_paragraph("{% if x %}"),
        "alinea 1 ('{% if x %}')",
        "'{%' hoort hier niet: briefpapier heeft alleen velden, op één regel",
    ),
    (
        lambda b: b.add_paragraph("{{ datum }"),
        "alinea 1 ('{{ datum }')",
        "'{{' hoort hier niet: briefpapier heeft alleen velden, op één regel",
    ),
    (
        lambda b: setattr(b.sections[0].header.paragraphs[0], "text", "{{ foo }}"),
        "koptekst 1 ('{{ foo }}')",
        "het veld {{ foo }} bestaat niet",
    ),
    (
        lambda b: setattr(b.sections[0].footer.paragraphs[0], "text", "{{ inhoud }}"),
        "voettekst",
        "het veld {{ inhoud }} kan hier niet staan",
    ),
    (
        lambda b: (b.add_paragraph("{{ inhoud }}"), b.add_paragraph("{{ inhoud }}")),
        "het briefpapier",
        "het veld {{ inhoud }} staat er 2 keer",
    ),
    (
        lambda b: b.add_paragraph("Brief: {{ inhoud }}"),
        "alinea 'Brief: {{ inhoud }}'",
        "naast {{ inhoud }} staat nog tekst, en die valt weg",
    ),
]


@pytest.mark.parametrize(("bouw", "waar", "tekst"), FOUTEN)
def test_what_is_wrong_is_said_with_its_paragraph_and_stops_the_letter(
    tmp_path, bouw, waar: str, tekst: str
) -> None:
    vel = papier(bouw)
    assert (waar, tekst) in [
        (rij.waar, rij.tekst) for rij in bekijk_papier(vel) if rij.ernst is Ernst.FOUT
    ]
    with pytest.raises(ClmFout, match=re.escape(f"{waar}: {tekst}.")):
        maak(brief(tmp_path, vel), "docx")


def test_a_letterhead_without_text_or_on_other_paper_is_warned_about(tmp_path) -> None:
    vel = papier(lambda b: setattr(b.sections[0], "page_width", Mm(216)))
    assert {
        (rij.waar, rij.tekst) for rij in bekijk_papier(vel) if rij.ernst is Ernst.WAARSCHUWING
    } == {
        ("het papier", "het is 216 × 297 mm en geen A4 (210 × 297 mm)"),
        ("het briefpapier", "het veld {{ inhoud }} ontbreekt; de brief komt dan achteraan"),
    }
    assert maak(brief(tmp_path, vel), "docx")


@pytest.mark.parametrize("inhoud", [b"", b"PK", b"geen word", papier(id)[:400]])
def test_what_is_no_word_document_is_a_sentence(tmp_path, inhoud: bytes) -> None:
    with pytest.raises(ClmFout, match="geen Word-document"):
        bekijk_papier(inhoud)


def test_macros_are_refused(tmp_path) -> None:
    bak = io.BytesIO(papier(id))
    with zipfile.ZipFile(bak, "a") as pak:
        pak.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(ClmFout, match="macro's"):
        bekijk_papier(bak.getvalue())


def test_the_letterhead_to_start_from_is_right_and_loses_nothing(tmp_path) -> None:
    stijl = Stijl(kleur="#123456", voettekst="Voet", afzenderregel="Postbus 1")
    vel = begin_papier(stijl, "Regio", date(2026, 5, 4))
    assert vel == begin_papier(stijl, "Regio", date(2026, 5, 4))
    assert bekijk_papier(vel) == []
    eigen, op_papier = (
        document(tmp_path, "Zorg", opmaak="brief", briefhoofd=HOOFD, stijl=s)
        for s in (stijl, replace(stijl, briefpapier=vel))
    )
    assert (
        tekst_van(maak(op_papier, "docx"), "docx").split()
        == tekst_van(maak(eigen, "docx"), "docx").split()
    )
    assert (
        gekopt(maak(op_papier, "docx"))
        == gekopt(maak(eigen, "docx"))
        == [
            "Regio",
            "Regio\tR/1, 4 mei 2026",
        ]
    )


def gekopt(inhoud: bytes) -> list[str]:
    """What stands above the first page, and above the next ones."""
    blad = docx.Document(io.BytesIO(inhoud)).sections[0]
    return [kop.paragraphs[0].text for kop in (blad.first_page_header, blad.header)]
