"""What somebody can do to a letter in a word processor: each change is seen, and nothing else."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from clm_cli.documents.word.lezer import lees_word
from clm_cli.meldingen import ClmFout
from tests.brieven.levende_brief import BRIEF, DOSSIER, NAAM, Bureau, overgetikt

DAG = "2026-05-04"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIE = 'w:id="9" w:author="jurist" w:date="2026-05-03T10:00:00Z"'
LIJF = "word/document.xml"
Bewerking = Callable[[dict[str, str]], None]


def in_word(bureau: Bureau, doel: Path, bewerk: Bewerking) -> Path:
    """The Word file of the letter with its parts edited, as Word would leave them."""
    with zipfile.ZipFile(bureau.map / BRIEF / "brief.docx") as oud:
        delen = {naam: oud.read(naam) for naam in oud.namelist()}
    tekst = {n: d.decode() for n, d in delen.items() if n.endswith((".xml", ".rels"))}
    tekst[LIJF] = overgetikt(tekst[LIJF])
    bewerk(tekst)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as nieuw:
        for naam, inhoud in {**delen, **{n: d.encode() for n, d in tekst.items()}}.items():
            nieuw.writestr(naam, inhoud)
    doel.write_bytes(uit.getvalue())
    return doel


def vervang(oud: str, nieuw: str, deel: str = LIJF) -> Bewerking:
    def doe(delen: dict[str, str]) -> None:
        assert oud in delen[deel]
        delen[deel] = delen[deel].replace(oud, nieuw, 1)

    return doe


def opmaak(zin: str, eigenschap: str) -> Bewerking:
    """Give the run that holds these words a property."""

    def doe(delen: dict[str, str]) -> None:
        run = next(
            m
            for m in re.finditer(r"<w:r>(?:(?!</w:r>).)*</w:r>", delen[LIJF], re.DOTALL)
            if zin in m[0]
        )
        kaal = re.sub(r"<w:rPr>.*?</w:rPr>|<w:rPr/>", "", run[0], flags=re.DOTALL)
        nieuw = kaal.replace("<w:r>", f"<w:r><w:rPr>{eigenschap}</w:rPr>", 1)
        delen[LIJF] = delen[LIJF].replace(run[0], nieuw, 1)

    return doe


def nieuw_deel(soort: str, xml: str, verwijzing: str) -> Bewerking:
    """A part of its own, such as the notes, and where the text points at it."""

    def doe(delen: dict[str, str]) -> None:
        delen[f"word/{soort}.xml"] = f"<w:{soort} {W}>{xml}</w:{soort}>"
        rels = "word/_rels/document.xml.rels"
        basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        delen[rels] = delen[rels].replace(
            "</Relationships>",
            f'<Relationship Id="rId990" Type="{basis}/{soort}" Target="{soort}.xml"/>'
            "</Relationships>",
        )
        delen[LIJF] = delen[LIJF].replace("Geacht bestuur,</w:t></w:r>", verwijzing, 1)

    return doe


def alinea(tekst: str, eigenschap: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{eigenschap}</w:rPr><w:t>{tekst}</w:t></w:r></w:p>"


def achteraan(xml: str) -> Bewerking:
    def doe(delen: dict[str, str]) -> None:
        plek = delen[LIJF].rindex("<w:sectPr")
        delen[LIJF] = delen[LIJF][:plek] + xml + delen[LIJF][plek:]

    return doe


BEGIN = "Geacht bestuur,</w:t></w:r>"
NOOT = "In afwijking hiervan geldt 40 werkdagen"
DOOS = (
    "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
    f"<w:txbxContent>{alinea('U heeft 40 werkdagen.')}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r></w:p>"
)
SDT = (
    "<w:sdt><w:sdtPr/><w:sdtContent>"
    + alinea("Deze brief vervalt op 1 juni 2026.")
    + "</w:sdtContent></w:sdt>"
)
AANVALLEN: Mapping[str, tuple[Bewerking, str]] = {
    "a footnote that doubles the term": (
        nieuw_deel(
            "footnotes",
            f'<w:footnote w:id="2">{alinea(NOOT)}</w:footnote>',
            f'{BEGIN}<w:r><w:footnoteReference w:id="2"/></w:r>',
        ),
        "40 werkdagen is erbij gekomen",
    ),
    "an endnote": (
        nieuw_deel(
            "endnotes",
            f'<w:endnote w:id="2">{alinea(NOOT)}</w:endnote>',
            f'{BEGIN}<w:r><w:endnoteReference w:id="2"/></w:r>',
        ),
        "40 werkdagen is erbij gekomen",
    ),
    "an open comment": (
        nieuw_deel(
            "comments",
            f'<w:comment w:id="0" w:author="jurist">{alinea("Nog niet versturen")}</w:comment>',
            f'{BEGIN}<w:r><w:commentReference w:id="0"/></w:r>',
        ),
        "een opmerking van jurist: Nog niet versturen",
    ),
    "another date in the header": (
        vervang("Regio Lindestroom", "Geldig tot 1 juni 2026", "word/header1.xml"),
        "1 juni 2026 is erbij gekomen",
    ),
    "a clause struck through": (
        opmaak("behoudt zich alle rechten voor", "<w:strike/>"),
        "Voorbehoud van rechten",
    ),
    "a clause that is hidden": (
        opmaak("behoudt zich alle rechten voor", "<w:vanish/>"),
        "Voorbehoud van rechten",
    ),
    "a clause in white": (
        opmaak("behoudt zich alle rechten voor", '<w:color w:val="FFFFFF"/>'),
        "Voorbehoud van rechten",
    ),
    "a clause in letters of half a point": (
        opmaak("behoudt zich alle rechten voor", '<w:sz w:val="1"/>'),
        "Voorbehoud van rechten",
    ),
    "hidden words that a later reader can bring back": (
        achteraan(alinea("U krijgt uitstel.", "<w:vanish/>")),
        "verborgen tekst: U krijgt uitstel.",
    ),
    "a tracked sentence": (
        achteraan(f"<w:p><w:ins {WIE}><w:r><w:t>U krijgt uitstel.</w:t></w:r></w:ins></w:p>"),
        "een wijziging waarover niet is beslist (erbij: U krijgt uitstel.)",
    ),
    "a tracked deletion": (
        achteraan(f"<w:p><w:del {WIE}><w:r><w:delText>Dit</w:delText></w:r></w:del></w:p>"),
        "een wijziging waarover niet is beslist (weg: Dit)",
    ),
    "a text box": (achteraan(DOOS), "40 werkdagen is erbij gekomen"),
    "a content control": (achteraan(SDT), "1 juni 2026 is erbij gekomen"),
    "another date": (vervang("9 juni 2026", "16 juni 2026"), "16 juni 2026 geworden"),
    "another file put in whole": (
        achteraan("<w:altChunk/>"),
        "een ingevoegd bestand: wat daarin staat, wordt wel gedrukt",
    ),
    "another count": (vervang("20 werkdagen", "20 (dertig) werkdagen"), "20 (dertig) werkdagen"),
}


@pytest.mark.parametrize("naam", AANVALLEN)
def test_what_was_done_to_the_letter_is_seen(bureau: Bureau, tmp_path: Path, naam: str) -> None:
    bewerking, verwacht = AANVALLEN[naam]
    bestand = in_word(bureau, tmp_path / "jurist.docx", bewerking)
    gezegd = bureau.doe(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM, uit=1)
    assert verwacht in " ".join(gezegd.split())
    assert "Er is niets veranderd" not in gezegd


def _kop(delen: dict[str, str]) -> None:
    """A text across the pages, as Word puts it in the header."""
    vorm = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath '
        'string="VERVALLEN"/></v:shape></w:pict></w:r></w:p>'
    )
    delen["word/header1.xml"] = delen["word/header1.xml"].replace("</w:hdr>", f"{vorm}</w:hdr>")


NAKIJKEN: Mapping[str, tuple[Bewerking, str]] = {
    "a text across the pages": (_kop, "VERVALLEN"),
    "a field that chooses its words": (
        achteraan('<w:p><w:fldSimple w:instr=" IF 1 = 2 &quot;Geldt niet&quot; "/></w:p>'),
        "want clm leest het niet: een veld dat zichzelf bijwerkt (IF)",
    ),
    "a box that fills itself": (
        achteraan(
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        ),
        "want clm leest het niet: een vak dat zichzelf invult",
    ),
}


@pytest.mark.parametrize("naam", NAKIJKEN)
def test_what_is_no_number_or_cannot_be_read_is_named(
    bureau: Bureau, tmp_path: Path, naam: str
) -> None:
    bewerking, verwacht = NAKIJKEN[naam]
    bestand = in_word(bureau, tmp_path / "jurist.docx", bewerking)
    gezegd = bureau.doe(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM)
    assert verwacht in " ".join(gezegd.split())
    assert "Er is niets veranderd" not in gezegd


def test_the_order_of_heads_is_no_difference(bureau: Bureau, tmp_path: Path) -> None:
    """A word processor puts the head of the first page first, or last."""

    def draai_om(delen: dict[str, str]) -> None:
        een, ander = "word/header1.xml", "word/header2.xml"
        delen[een], delen[ander] = delen[ander], delen[een]

    bestand = in_word(bureau, tmp_path / "jurist.docx", draai_om)
    gezegd = bureau.doe(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM)
    assert "Er is niets veranderd." in gezegd


ONSCHULDIG: Mapping[str, Bewerking] = {
    "a number with its word": vervang("20 werkdagen", "20 (twintig) werkdagen"),
    "a date in figures": vervang("donderdag 7 mei 2026", "7-5-2026"),
    "a date with points": vervang("donderdag 7 mei 2026", "07.05.2026"),
    "a non-breaking hyphen in a number": vervang(
        "JH25-P1-031", "JH25</w:t><w:noBreakHyphen/><w:t>P1</w:t><w:noBreakHyphen/><w:t>031"
    ),
    "a text box twice, for old versions": vervang(
        "Geacht bestuur,</w:t></w:r>",
        "Geacht bestuur,</w:t></w:r><w:r><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="wps"><w:t xml:space="preserve"> </w:t></mc:Choice><mc:Fallback><w:t>1 mei 2020'
        "</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    ),
    "tracked formatting": opmaak(
        "Geacht bestuur", f"<w:b/><w:rPrChange {WIE}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    ),
    "a content control around a paragraph": vervang(
        "<w:p>", "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:p>"
    ),
}


@pytest.mark.parametrize("naam", ONSCHULDIG)
def test_another_way_of_writing_the_same_is_no_fault(
    bureau: Bureau, tmp_path: Path, naam: str
) -> None:
    bestand = in_word(bureau, tmp_path / "jurist.docx", ONSCHULDIG[naam])
    uit = bureau.json(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM)
    assert (
        uit["weg"],
        uit["open"],
        [v["gegevens"] for v in uit["verschillen"] if v["gegevens"]],
    ) == (
        [],
        [],
        [],
    )


@pytest.mark.parametrize("vorm", ["md", "pdf", "docx"])
def test_our_own_letter_in_any_form_says_nothing_changed(bureau: Bureau, vorm: str) -> None:
    bestand = str(bureau.map / BRIEF / f"brief.{vorm}")
    gezegd = bureau.doe(DAG, "brief", "controleer", bestand, DOSSIER, NAAM)
    assert "Er is niets veranderd." in gezegd


def test_the_text_of_our_own_pdf_says_nothing_changed(bureau: Bureau, tmp_path: Path) -> None:
    from clm_cli.documents.teruglezen import tekst_van

    scan = tmp_path / "scan.txt"
    scan.write_text(tekst_van((bureau.map / BRIEF / "brief.pdf").read_bytes(), "pdf"), "utf-8")
    gezegd = bureau.doe(DAG, "brief", "controleer", str(scan), DOSSIER, NAAM)
    assert "Er is niets veranderd." in gezegd


# -- files that are no letter, or were made to do harm


def pak(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam, inhoud in delen.items():
            nieuw.writestr(naam.replace("__", "/") + ".xml", inhoud)
        basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        nieuw.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="r" Type="{basis}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
    return uit.getvalue()


def lijf(xml: str, voor: str = "") -> bytes:
    return f"{voor}<w:document {W}><w:body>{xml}</w:body></w:document>".encode()


BOM = "<!DOCTYPE x [<!ENTITY a '" + "x" * 100 + "'><!ENTITY b '" + "&a;" * 100 + "'>]>"
KAPOT: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "geen Word-document"),
    "text": (b"geen word", "geen Word-document"),
    "an old doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "een oud .doc"),
    "no document inside": (pak(word__iets=b"<x/>"), "geen tekst van een document"),
    "broken xml": (pak(word__document=b"<w:document"), "word/document.xml is beschadigd, regel 1"),
    "no body": (pak(word__document=f"<w:document {W}/>".encode()), "geen tekst van een document"),
    "a wrong root": (pak(word__document=b"<html><body/></html>"), "geen tekst van een document"),
    "entities": (pak(word__document=lijf("<w:p/>", BOM)), "meer dan er van één stuk wordt gelezen"),
    "300 MB in one part": (
        pak(word__document=lijf("<w:p><w:r><w:t>" + "x" * 30_000_000 + "</w:t></w:r></w:p>")),
        "meer dan er van één stuk wordt gelezen",
    ),
    "600,000 paragraphs": (
        pak(word__document=lijf("<w:p/>" * 600_000)),
        "meer dan er van één stuk wordt gelezen",
    ),
    "a deep nest": (
        pak(word__document=lijf("<w:sdt>" * 5000 + "</w:sdt>" * 5000)),
        "meer dan er van één stuk wordt gelezen",
    ),
    "an unknown encoding": (
        pak(word__document=b'<?xml version="1.0" encoding="x-weg"?><a/>'),
        "is beschadigd",
    ),
    "cut off": (pak(word__document=lijf("<w:p/>"))[:-30], "geen Word-document"),
}


@pytest.mark.parametrize("naam", KAPOT)
def test_a_file_that_is_no_letter_is_refused_with_its_place(naam: str) -> None:
    inhoud, verwacht = KAPOT[naam]
    begin = time.process_time()
    with pytest.raises(ClmFout) as fout:
        lees_word(inhoud, "van-hen.docx")
    assert time.process_time() - begin < 20
    assert verwacht in fout.value.tekst
    assert fout.value.tekst.startswith("van-hen.docx is geen Word-document")
    assert fout.value.nu


def test_a_note_that_calls_itself_has_an_end() -> None:
    bureaublad = io.BytesIO()
    with zipfile.ZipFile(bureaublad, "w") as nieuw:
        basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        nieuw.writestr(
            "_rels/.rels",
            f'<R><Relationship Id="r" Type="{basis}/officeDocument" Target="d.xml"/></R>',
        )
        nieuw.writestr(
            "_rels/d.xml.rels",
            f'<R><Relationship Id="r" Type="{basis}/footnotes" Target="f.xml"/></R>',
        )
        roep = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        nieuw.writestr("d.xml", lijf(f"<w:p><w:r><w:t>Zin</w:t></w:r>{roep}</w:p>"))
        nieuw.writestr(
            "f.xml",
            f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>noot</w:t></w:r>{roep}</w:p>'
            "</w:footnote></w:footnotes>",
        )
    assert lees_word(bureaublad.getvalue()).tekst == "Zin [noot: noot]"


@pytest.mark.parametrize(
    "knoop",
    [
        "[" * 200_000,
        "*a_ " * 150_000,
        "[a](b" * 60_000,
        "x " * 250_000,
        "> " * 100_000,
        "de " * 130_000,
    ],
)
def test_a_long_or_knotted_text_is_answered(bureau: Bureau, tmp_path: Path, knoop: str) -> None:
    (tmp_path / "knoop.md").write_text(knoop, encoding="utf-8")
    begin = time.process_time()
    woorden = ("brief", "controleer", str(tmp_path / "knoop.md"))
    bureau.doe(DAG, *woorden, uit=2)
    bureau.doe(DAG, *woorden, DOSSIER, NAAM, uit=2)
    assert time.process_time() - begin < 20
