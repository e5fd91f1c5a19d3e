"""A bsn and data of a client are found in any usual writing, and little else is."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.commands.cijfers.privacy import weiger_bsn, weiger_clienten, weiger_half
from clm_cli.commands.doorzoeken import doorzoek
from clm_cli.files.rekenblad import MEESTE, vellen_van
from clm_cli.files.stukken import controleer_stukken
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout
from clm_cli.persoonsgegevens import (
    _CLIENT,
    Geduld,
    clientwoord,
    gemaskeerd,
    gevonden_bsn,
    in_gewone_tekens,
    is_bsn,
)
from tests import klein_register

VOORBEELD = Path(__file__).parents[1] / "dossiers"
HANDLEIDING = Path(__file__).parents[1] / "clm_cli/handleiding"
ECHT = "123456782"


@pytest.mark.parametrize(
    "tekst",
    [
        "123456782",
        "123 456 782",
        "123\u00a0456\u00a0782",
        "123.456.782",
        "123-456-782",
        "123\u2009456\u2009782",
        "123\u202f456\u202f782",
        "123\u2011456\u2011782",
        "123\u2013456\u2013782",
        "123\u00b7456\u00b7782",
        "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",
        "1234.56.782",
        "1234 56 782",
        "12 34 56 782",
        "123 45 67 82",
        "bsn123456782",
        "BSN123456782",
        "nr.123456782",
        "Fenna123456782",
        "123456782bsn",
        "Het gaat om 123456782.",
        "(123456782)",
        "bsn: 123456789",
        "BSN 12345678",
        "burgerservicenummer is 123456789",
        "sofinummer 123456789",
        "een regel\nmet op de tweede 123456782",
        "https://zaak.example/client/123456782",
        "scan_123456782_intake",
    ],
)
def test_a_bsn_is_found_in_any_usual_writing(tekst: str) -> None:
    assert gevonden_bsn(tekst)
    assert "123456" not in gemaskeerd(tekst).replace(" ", "").replace(".", "")


@pytest.mark.parametrize(
    "tekst",
    [
        "123456789",
        "1234567820",
        "0123456782",
        "KvK 12345678",
        "RSIN 123456782",
        "btw NL123456782B01",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "06-12345678",
        "+31 612 345 678",
        "088 123 456 782",
        "0320 12 34 56",
        "AGB 12-345678",
        "factuur F-123456782",
        "De facturen 111222333 (4 mei 2026), 123456782 en 123456782 staan open.",
        "Facturen van De Klaproos: 123456782 (4 mei 2026) en 123456782",
        "Ticket #123456, zie ook #123456782",
        "Beschikkingnummer 123456782",
        "Serienummer laptop 123456782",
        "RR123456782NL",
        "3SABCD123456782",
        "Loonheffingennummer 123456782L01",
        "123.456.782 euro",
        "Inbellen: +31 20 123 4567,,123456782#",
        "Factuurnummer: 123456782",
        "ordernr. 123456782",
        "INK-123456782",
        "2026-123456782",
        "€ 123.456.782",
        "€ 123.456.782,00",
        "123.456.782,50",
        "1.123.456.782",
        "_Toc123456782",
        "e3b0c44298fc1c149afb123456782fb924",
        "550e8400-e29b-41d4-a716-123456782abc",
        "Er wordt geen bsn gedeeld; bel 0320-123456.",
        "20260504123456",
        "000000000",
        "",
    ],
)
def test_another_number_is_no_bsn(tekst: str) -> None:
    assert not gevonden_bsn(tekst)
    assert gemaskeerd(tekst) == tekst


ANDERE = (
    *("rsin", "btw", "kvk", "iban", "agb", "ean", "isbn", "tel", "telefoon", "fax", "mobiel"),
    *("factuur", "order", "bestel", "inkoop", "offerte", "rekening", "zaak", "tender"),
    *("aanbesteding", "contract", "overeenkomst", "artikel", "serie", "polis", "pakket"),
    *("grootboek", "kostenplaats", "crediteur", "debiteur", "leverancier", "verplichting"),
    *("declaratie", "omzet", "bedrag", "budget"),
)


@pytest.mark.parametrize("woord", ANDERE)
def test_a_number_behind_the_word_for_another_kind_is_no_bsn(woord: str) -> None:
    assert not gevonden_bsn(f"Zie {woord}nummer {ECHT}.")
    assert not gevonden_bsn(f"{woord} {ECHT}")
    assert gevonden_bsn(f"{woord}nummer van het bsn {ECHT}")


@given(st.from_regex(_CLIENT))
def test_no_quick_look_passes_over_what_points_at_a_client(tekst: str) -> None:
    assert bool(re.search(_CLIENT, in_gewone_tekens(tekst))) == (clientwoord(tekst) is not None)


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", " ", ".", "-"]), st.text("ab .", max_size=9))
def test_every_number_that_passes_the_test_is_found_however_it_is_written(
    nummer: int, teken: str, ervoor: str
) -> None:
    cijfers = f"{nummer:09d}"
    tekst = f"{ervoor} {cijfers[:3]}{teken}{cijfers[3:6]}{teken}{cijfers[6:]} en meer"
    assert gevonden_bsn(tekst) is is_bsn(cijfers)


def _docx(*alineas: str) -> bytes:
    document = Document()
    for tekst in alineas:
        alinea = document.add_paragraph()
        for helft in (tekst[: len(tekst) // 2], tekst[len(tekst) // 2 :]):
            alinea.add_run(helft)
    return _bewaard(document.save)


def _bewaard(bewaar: Callable[[io.BytesIO], object]) -> bytes:
    uit = io.BytesIO()
    bewaar(uit)
    return uit.getvalue()


def _xlsx(*rijen: list[object]) -> bytes:
    boek = Workbook()
    for rij in rijen:
        boek.active.append(rij)
    return _bewaard(boek.save)


def _zip(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("_", "."), inhoud)
    return uit.getvalue()


def _kop(tekst: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = tekst
    document.add_table(1, 2).cell(0, 1).text = "gewoon"
    return _bewaard(document.save)


@pytest.mark.parametrize(
    ("naam", "inhoud", "waar"),
    [
        ("123456782.pdf", b"%PDF", "in de bestandsnaam"),
        ("intake_123 456 782.docx", b"", "in de bestandsnaam"),
        ("lijst.csv", b"naam;bsn\nFenna;123456789\n", "in regel 2"),
        ("lijst.csv", b"naam;BSN\nFenna;12345678\n", "in regel 2"),
        ("lijst.csv", b"naam,nummer,vanaf\nFenna,123456782,2026-01-01\n", "in regel 2"),
        ("lijst.csv", "naam;nummer\nFenna;123456782\n".encode("utf-16"), "in regel 2"),
        ("stuk.csv", b'naam\n"' + b"a" * 140_000 + b"\nbsn 123456782\n", "in regel 3"),
        ("notitie.txt", "één\nbsn 123.456.782".encode("cp1252"), "in regel 2"),
        ("notitie.md", b"# Kop\n\nHet gaat om 1234.56.782.", "in regel 3"),
        ("brief.docx", _docx("Gewoon", "Het gaat om 123456782."), "in de tekst"),
        ("brief.docx", _docx("Gewoon", "Dat is 123\u2011456\u2011782."), "in de tekst"),
        ("kop.docx", _kop("BSN 123456782"), "in de tekst"),
        ("lijst.xlsx", _xlsx(["naam", "nummer"], ["Fenna", 123456782]), "op blad Sheet, in rij 2"),
        ("lijst.xlsx", _xlsx(["naam", "bsn"], ["Fenna", 12345678]), "op blad Sheet, in rij 2"),
        ("lijst.xlsx", _xlsx(["naam"], ["Fenna (123 456 782)"]), "op blad Sheet, in rij 2"),
        *(
            (f"stuk.{soort}", _zip(content_xml=b"<p>Het gaat om 123456782.</p>"), "in de tekst")
            for soort in ("docm", "pptx", "odt", "ods", "odp")
        ),
        ("LIJST.XLSM", _xlsx(["naam", "bsn"], ["Fenna", 12345678]), "op blad Sheet, in rij 2"),
        ("lijst.tsv", b"naam\tbsn\nFenna\t12345678\n", "in regel 2"),
        *(
            (f"stuk.{soort}", b"kop\nbsn 123456782\n", "in regel 2")
            for soort in ("yaml", "yml", "json", "xml", "html", "htm", "eml", "log", "ics", "vcf")
        ),
        *((f"stuk.{soort}", b"bsn 123456782\n", "in regel 1") for soort in ("rtf", "tex", "svg")),
        ("alles.zip", _zip(a_txt=b"niets", b_docx=_docx("123456782")), "in de tekst"),
        ("alles.zip", _zip(n123456782_txt=b"niets"), "in regel 1"),
    ],
)
def test_a_bsn_is_found_in_a_file_before_it_is_copied(naam: str, inhoud: bytes, waar: str) -> None:
    vondst = bsn_in_bestand(naam, inhoud)
    assert vondst is not None
    assert vondst.zin.startswith(f"{waar} lijkt een burgerservicenummer te staan (•••••")
    assert "123456" not in vondst.zin


_ANDERS: dict[str, Callable[[str], bytes]] = {
    "a prefix": lambda xml: _met_voorvoegsel(xml).encode(),
    "single quotes": lambda xml: xml.replace('"', "'").encode(),
    "lines between": lambda xml: re.sub(r"<(\w[\w:]*) ", r"<\1\n ", xml).encode(),
    "another code": lambda xml: re.sub("(?i)utf-8", "utf-16", xml).encode("utf-16"),
    "a block of signs": lambda xml: re.sub(r">(\w[^<>&]*)<", r"><![CDATA[\1]]><", xml).encode(),
    "signs by number": lambda xml: re.sub(
        r"(?<=>)\w[^<>&]*(?=<)", lambda m: "".join(f"&#{ord(t)};" for t in m[0]), xml
    ).encode(),
    "an attribute more": lambda xml: re.sub(r"<(si|row|c|p|t)\b", r'<\1 meer="1"', xml).encode(),
}
"""The same XML as another program may write it."""


def _met_voorvoegsel(xml: str) -> str:
    eigen = re.sub(r"<(/?)(?=[a-zA-Z])(?![\w]+:)", r"<\1x:", xml)
    return re.sub(r"\bxmlns=", "xmlns:x=", eigen)


def _herschreven(inhoud: bytes, vorm: Callable[[str], bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            mag = naam.endswith(".xml") and "Content_Types" not in naam
            doel.writestr(naam, vorm(deel.decode()) if mag else deel)
    return uit.getvalue()


@pytest.mark.parametrize("wit", ["\u00a0", "\u2009", "\u202f", "\u3000"])
@pytest.mark.parametrize(
    "tekst",
    [
        "de zoon van mevrouw X",
        "diagnose van mevrouw X",
        "geboren op 12-03-2012",
        "het kind woont op de Dorpsstraat 3",
        "moeder belde op 06 12345678",
        "Over J.K., 4 mei 2014, is gebeld",
    ],
)
def test_a_space_of_another_kind_hides_no_client(tekst: str, wit: str) -> None:
    anders = tekst.replace(" ", wit)
    assert clientwoord(anders) == clientwoord(tekst) is not None
    assert clientwoord(tekst) in gemaskeerd(anders).replace(wit, " ")
    assert gemaskeerd(anders) != anders
    assert clientwoord(f"Paraaf{wit}M.H.{wit}28{wit}mei{wit}2026") is None
    kop = f"burger{wit}service{wit}nummer"
    assert bsn_in_bestand("a.xlsx", _xlsx(["wie", kop], ["Fenna", f"12{wit}345{wit}678"]))
    assert bsn_in_bestand("a.csv", f"wie;{kop}\nFenna;12{wit}345{wit}678\n".encode())


@pytest.mark.parametrize("vorm", _ANDERS.values(), ids=_ANDERS)
def test_the_same_file_as_another_program_writes_it_is_searched_and_measured_alike(
    vorm: Callable[[str], bytes], tmp_path: Path
) -> None:
    blad = _herschreven(_xlsx(["naam", "bsn"], ["Fenna", 12345678]), vorm)
    assert (vondst := bsn_in_bestand("lijst.xlsx", blad)) is not None
    assert vondst.waar == "op blad Sheet, in rij 2"
    with pytest.raises(ClmFout, match="op blad Sheet, in rij 2 lijkt een burgerservicenummer"):
        weiger_bsn("lijst.xlsx", blad)
    with pytest.raises(ClmFout, match="op blad Sheet, in rij 2 lijkt een burgerservicenummer"):
        weiger_clienten(vellen_van("lijst.xlsx", blad, 10, 10))
    brief = _herschreven(_docx("Gewoon", "Het gaat om 123456782."), vorm)
    assert (vondst := bsn_in_bestand("brief.docx", brief)) is not None
    assert vondst.waar == "in de tekst"
    geduld = Geduld()
    assert bsn_in_bestand("a.docx", _herschreven(_docx("Gewoon"), vorm), geduld) is None
    assert geduld.heel
    (tmp_path / "brief.docx").write_bytes(brief)
    assert "Het gaat om 123456782." in doorzoek(tmp_path, "brief.docx").tekst
    hoog = _herschreven(_xlsx(*[["a"]] * (MEESTE + 1)), vorm)
    with pytest.raises(ClmFout, match=f"meer dan {MEESTE} rijen"):
        vellen_van("hoog.xlsx", hoog, 10, 10)


def test_a_sheet_is_known_by_what_it_is_and_not_by_the_name_of_its_part() -> None:
    blad = _xlsx(["naam", "bsn"], ["Fenna", 12345678]).replace(b"sheet1.xml", b"sheet1.dat")
    assert bsn_in_bestand("lijst.xlsx", blad) is not None


@pytest.mark.parametrize(
    "deel",
    [
        b'<!DOCTYPE a [<!ENTITY b "123456782">]><a>&b;</a>',
        b"<a>bsn 123456789</b>",
        b'<?xml version="1.0" encoding="klingon"?><a>123456782</a>',
    ],
    ids=["rules of its own", "damaged", "an unknown code"],
)
def test_a_part_that_cannot_be_searched_is_never_taken_as_searched(deel: bytes) -> None:
    for naam in ("a.docx", "a.xlsx"):
        geduld = Geduld()
        bsn_in_bestand(naam, _zip(content_xml=deel), geduld)
        assert not geduld.heel
    with pytest.raises(ClmFout, match="niet helemaal te doorzoeken"):
        weiger_half("a.xlsx", geduld)


def test_what_a_pivot_table_kept_of_its_source_is_searched() -> None:
    deel = b'<r xmlns="urn:x"><n v="1"/><s v="123456782"/><n v="3"/></r>'
    assert bsn_in_bestand("lijst.xlsx", _zip(pivotCacheRecords1_xml=deel)) is not None


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("lijst.csv", b"naam;kvk\nDe Klaproos;00001234\n"),
        ("brief.docx", _docx("Factuurnummer 123456782", "Tel 0320-123456")),
        ("lijst.xlsx", _xlsx(["naam", "omzet"], ["De Klaproos", 123456.78])),
        ("stuk.pdf", b"%PDF 123456782"),
        ("kapot.docx", b"PK\x03\x04 kapot"),
        ("leeg.csv", b""),
        ("zonder", b""),
    ],
)
def test_a_file_without_a_bsn_passes(naam: str, inhoud: bytes) -> None:
    assert bsn_in_bestand(naam, inhoud) is None


def test_a_bomb_is_not_unpacked_and_that_is_said() -> None:
    bsn, geduld = b"bsn 123456782\n", Geduld()
    assert bsn_in_bestand("klein.zip", _zip(a_txt=bsn), geduld) is not None
    assert geduld.heel
    assert bsn_in_bestand("bom.zip", _zip(a_txt=bsn + b" " * (60 << 20)), geduld) is None
    assert not geduld.heel


_GROOT = 20 << 20


@pytest.mark.parametrize(
    ("naam", "inhoud", "waar"),
    [
        ("a.txt", b"regel\n" * (_GROOT // 6) + b"bsn 123456782\n", f"regel {_GROOT // 6 + 1}"),
        ("a.txt", b"x" * ((8 << 20) - 5) + b"123456782" + b"x" * 99, "regel 1"),
        ("a.txt", "\ufeff".encode("utf-16-le") + "x\n123456782".encode("utf-16-le"), "regel 2"),
        ("a.txt", "x\n123456782".encode("utf-16-le"), "regel 2"),
        ("a.txt", "x\n123456782".encode("utf-16-be"), "regel 2"),
        ("a.csv", b"a;bsn\n" + (b"x" * 200 + b";y\n") * 50_000 + b"a;12345678\n", "regel 50002"),
    ],
    ids=["lines", "a seam", "utf-16", "utf-16-le", "utf-16-be", "a column"],
)
def test_a_large_text_is_looked_at_to_its_end(naam: str, inhoud: bytes, waar: str) -> None:
    vondst = bsn_in_bestand(naam, inhoud)
    assert vondst is not None
    assert f"in {waar}" in vondst.zin


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("a.txt", b"123456789\n" * (1 << 20)),
        ("a.txt", b"x" * _GROOT + b" bsn 123456782 " + b"x" * _GROOT),
        ("a.txt", b"x y\n" * _GROOT),
        ("a.zip", _zip(b_zip=_zip(c_zip=_zip(d_zip=_zip(e_txt=b"x"))))),
        ("a.docx", b"PK\x03\x04 kapot"),
    ],
    ids=["numbers", "a line", "much", "deep", "damaged"],
)
def test_what_is_not_looked_at_as_a_whole_is_said(naam: str, inhoud: bytes) -> None:
    geduld = Geduld()
    assert bsn_in_bestand(naam, inhoud, geduld) is None
    assert not geduld.heel
    geduld = Geduld()
    assert bsn_in_bestand("b.txt", b"Factuur 2026\n" * 999, geduld) is None
    assert geduld.heel


@pytest.mark.parametrize(
    ("vorm", "plek"), [(zipfile.ZIP_DEFLATED, 0), (zipfile.ZIP_LZMA, 4)], ids=["deflate", "lzma"]
)
def test_what_is_damaged_inside_holds_nothing_to_find(tmp_path: Path, vorm: int, plek: int) -> None:
    """The head of the file is right; what was packed is not: each reader says it cannot be read."""
    uit, naam = io.BytesIO(), "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(uit, "w", vorm) as archief:
        archief.writestr(naam, "123456782 " * 9)
    stuk = bytearray(uit.getvalue())
    stuk[30 + len(naam) + plek] = 0xFF
    (tmp_path / "a.xlsx").write_bytes(stuk)
    assert bsn_in_bestand("a.docx", bytes(stuk)) is None
    assert bsn_in_bestand("a.xlsx", bytes(stuk)) is None
    assert not doorzoek(tmp_path, "a.xlsx").heel
    with pytest.raises(ClmFout, match="geen werkblad dat te lezen is"):
        vellen_van("a.xlsx", bytes(stuk), 10, 10)


@given(st.binary(max_size=200), st.sampled_from(["a.docx", "a.xlsx", "a.csv", "a.txt", "a.zip"]))
def test_any_bytes_can_be_looked_at(inhoud: bytes, naam: str) -> None:
    bsn_in_bestand(naam, inhoud)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Moeder van Fenna belde: tel 06-12345678", "Moeder van •"),
        ("de vader van J. belt terug", "vader van •."),
        ("Moeder belde, tel. 06-12345678", "Moeder belde, tel. ••-••••••••"),
        ("Het kind (geboren 12-03-2014) wacht", "geboren ••-••-••••"),
        ("geb. 1 februari 2012", "geb. • februari ••••"),
        ("geboren op 3 mei", "geboren op"),
        ("cliëntnummer 12345", "cliëntnummer •••••"),
        ("clientnr 987654321", "clientnr •••••••••"),
        ("cliënt-nr. 44", "cliënt-nr. ••"),
        ("jeugdige J.K. wacht", "jeugdige •.•."),
        ("Over J.K., 04-05-2014, is gebeld", "•.•., ••-••-••••"),
        ("de zoon van mevrouw X", "de zoon van mevrouw"),
        ("de diagnose van een cliënt", "diagnose van een cliënt"),
        ("woont op Kerkstraat 12", "woont op • •"),
        ("zij woont op de groep", "zij woont op"),
    ],
)
def test_the_usual_client_data_is_reported_with_its_words_masked(tekst: str, woorden: str) -> None:
    assert clientwoord(tekst) == woorden
    assert woorden in gemaskeerd(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "De ouders van jeugdigen klagen over wachttijd.",
        "A. Veenstra heeft op 12-03-2026 gebeld, tel 0320-123456.",
        "Contactpersoon: H. van Dalen, bestuurder, 06-12345678",
        "Eén jeugdige uit Vaartstad wacht langer dan zes weken.",
        "Cliënten zijn geïnformeerd op 4 mei 2026.",
        "De diagnose van het tekort: te weinig regiebehandelaren.",
        "Er woont op de locatie Oost een groep van acht jongeren.",
        "De zoon van de bestuurder werkt er niet meer.",
        "Het aantal cliënten nr. 1 tot en met 40 staat in de bijlage.",
        "Paraaf M.H. 28 mei 2026",
        "H.D. 4-5-2026 gezien",
        "Stichting Kind en Ouder, KvK: 06458394",
        "De moedermaatschappij van De Klaproos is in Vaartstad gevestigd.",
    ],
)
def test_ordinary_sentences_are_no_client_data(tekst: str) -> None:
    assert clientwoord(tekst) is None
    assert gemaskeerd(tekst) == tekst


NAMEN = ("A. Veenstra", "Marieke Hoekstra", "H. van Dalen", "J.K. de Vries", "S. El Amrani")
BEDRIJVEN = ("Jeugdhulp De Klaproos", "Waterlelie Zorg B.V.", "Stichting De Oude Linde")
REGELS: tuple[str, ...] = (
    "{naam} belde op {dag} over de wachttijd; terugbellen op 06-{n8}.",
    "Tel. 0320 {n3} {n3}, of 088 {n3} {n2} {n2}, of +31 6 {n4} {n4}.",
    "{bedrijf}, KvK {n8}, AGB {n8}, vestigingsnummer 0000{n8}.",
    "Rekening NL{n2} ABNA {n4} {n4} {n2} ten name van {bedrijf}.",
    "IBAN NL{n2}RABO{n10}, BIC RABONL2U.",
    "Factuur {n9} van {dag}: € {n3}.{n3},{n2} is nog niet betaald.",
    "Ordernummer {n9}, inkooporder 45{n8}.",
    "Btw-nummer NL{n9}B01, RSIN {n9}.",
    "Kenmerk JZ25-P1-{n3}, zaaknummer {jaar}-{n6}, contract {n6}.",
    "Uw kenmerk: {n9}",
    "Omzet {jaar}: € {n3}.{n3}.{n3}; begroot was {n3}.{n3},{n2} euro.",
    "In {jaar} wachtten {n2} jeugdigen gemiddeld {n2} werkdagen; de norm is 90 %.",
    "Verzonden aan {bedrijf}, Postbus {n4}, {n4} AB Vaartstad, op {dag}.",
    "De ouders van twee jeugdigen gaven op {dag} aan tevreden te zijn.",
    "{naam} en {naam} spraken op {dag} af dat het plan uiterlijk {dag} komt.",
    "sha256: {hex}",
    "Pakket 3S{n10}, aangetekend, barcode {n10}{n3}.",
    "Vergaderlink: https://vergader.example/j/{n10}?pwd={hex8}",
    "Team {n2}: {n3} cliënten, {n2} fte, {n2},{n2} % verzuim in kwartaal 2 van {jaar}.",
    "Bericht van {dag} {n2}:{n2}, versie {n2}.{n2}.{n3}, pagina {n2} van {n2}.",
    "Artikel 6:82, eerste lid; ECLI:NL:HR:{jaar}:{n4}; artikel {n2}.{n2} van de overeenkomst.",
    "Contactpersoon {naam}, bestuurder, e-mail info@aanbieder.example, tel {n4}-{n6}.",
    "Verplichtingennummer {n9}, grootboek {n6}, kostenplaats {n6}.",
    "Cliënten zijn op {dag} geïnformeerd; de wachtlijst telt {n3} namen.",
    "Bijlage {n2}: verslag_{jaar}-05-04_{n6}.pdf ({n6} bytes)",
)


def _regel(toeval: random.Random) -> str:
    def cijfers(aantal: int) -> str:
        return "".join(toeval.choices("0123456789", k=aantal))

    dag = f"{toeval.randint(1, 28)}-{toeval.randint(1, 12)}-{toeval.randint(2024, 2027)}"
    return toeval.choice(REGELS).format(
        naam=toeval.choice(NAMEN),
        bedrijf=toeval.choice(BEDRIJVEN),
        dag=dag,
        jaar=toeval.randint(2024, 2027),
        hex="".join(toeval.choices("0123456789abcdef", k=64)),
        hex8="".join(toeval.choices("0123456789abcdef", k=8)),
        **{f"n{k}": cijfers(k) for k in (2, 3, 4, 6, 8, 9, 10)},
    )


@pytest.mark.parametrize("zaad", range(5))
def test_at_most_one_percent_of_realistic_lines_gives_a_false_alarm(zaad: int) -> None:
    toeval = random.Random(zaad)
    regels = [_regel(toeval) for _ in range(1000)]
    vals = [regel for regel in regels if gevonden_bsn(regel) or clientwoord(regel)]
    assert len(vals) <= 10, vals


def _gewoon(toeval: random.Random, sjabloon: str) -> str:
    """One line of `tests/gewone_regels.txt`, with its places filled: n9 is nine digits."""
    dag, jaar = toeval.randint(1, 28), toeval.randint(2024, 2027)
    maand = toeval.randint(1, 12)
    vast = {
        "naam": toeval.choice(NAMEN),
        "bedrijf": toeval.choice(BEDRIJVEN),
        "achter": toeval.choice(NAMEN).split()[-1],
        "mail": "j.bakker@klaproos.example",
        "jaar": str(jaar),
        "dag": toeval.choice(
            [f"{dag}-{maand}-{jaar}", f"{dag} mei {jaar}", f"{jaar}-{maand:02}-{dag:02}"]
        ),
    }

    def vul(plek: re.Match[str]) -> str:
        if plek[1] in vast:
            return vast[plek[1]]
        tekens = "0123456789abcdef" if plek[1].startswith("hex") else "0123456789"
        return "".join(toeval.choices(tekens, k=int(re.sub("[a-z]", "", plek[1]))))

    return re.sub(r"\{(\w+)\}", vul, sjabloon)


@pytest.mark.parametrize("zaad", range(5))
def test_at_most_one_percent_of_ordinary_dutch_lines_gives_a_false_alarm(zaad: int) -> None:
    """Half of it what people write beside a contract, full of numbers; half our own Dutch prose."""
    toeval = random.Random(zaad)
    sjablonen = (Path(__file__).parent / "gewone_regels.txt").read_text("utf-8").splitlines()
    proza = [
        regel
        for map_ in (HANDLEIDING, Path(__file__).parent / "brieven/goedgekeurd")
        for pad in sorted(map_.rglob("*.md"))
        for regel in pad.read_text("utf-8").splitlines()
        if len(regel) > 20
    ]
    regels = [_gewoon(toeval, toeval.choice(sjablonen)) for _ in range(500)]
    regels += toeval.sample(proza, 500)
    vals = [regel for regel in regels if gevonden_bsn(regel) or clientwoord(regel)]
    assert len(vals) <= 10, vals


def test_the_texts_of_the_example_give_no_alarm() -> None:
    for pad in sorted(VOORBEELD.rglob("*")):
        if pad.is_file():
            assert bsn_in_bestand(pad.name, pad.read_bytes()) is None, pad
            if pad.suffix in (".yaml", ".md"):
                assert clientwoord(pad.read_text(encoding="utf-8")) is None, pad


@pytest.mark.parametrize(
    ("oud", "nieuw", "gezien"),
    [
        ("wijze: telefoon", "# over 123456782\nwijze: telefoon", True),
        ("met: [Jan]", "met: [Jan] # bsn 123.456.782", True),
        ("met: [Jan]", "met: [Jan] # uit 2026, zaak 12", False),
    ],
)
def test_a_bsn_in_a_comment_is_reported_and_the_record_is_still_read(
    tmp_path: Path, oud: str, nieuw: str, *, gezien: bool
) -> None:
    feit = "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\nkern: gebeld"
    pad = "bloem/contacten/2026-05-04-gebeld.yaml"
    geladen = klein_register.lees(tmp_path, {pad: feit.replace(oud, nieuw)})
    gevonden = [m for m in geladen.meldingen if m.code == "AVG601"]
    voor, _, _ = (tmp_path / pad).read_text(encoding="utf-8").partition(nieuw)
    assert [m.plek.regel for m in gevonden if m.plek] == [voor.count("\n") + 1] * gezien
    assert not any("123" in m.tekst for m in gevonden)
    assert [b.pad for b in geladen.register.dossiers["bloem"].bestanden if b.pad == pad] == [pad]


def test_data_of_a_client_in_a_comment_is_reported(tmp_path: Path) -> None:
    feit = "wijze: telefoon\nrichting: uitgaand\nmet: [Jan] # moeder van Fenna\nkern: gebeld"
    geladen = klein_register.lees(tmp_path, {"bloem/contacten/2026-05-04-gebeld.yaml": feit})
    (gevonden,) = geladen.meldingen
    assert (gevonden.code, gevonden.plek and gevonden.plek.regel) == ("AVG602", 6)
    assert "'moeder van •'" in gevonden.tekst


def test_a_document_that_stands_in_a_register_already_is_reported(tmp_path: Path) -> None:
    scan = tmp_path / "bloem/contacten/bron.csv"
    scan.parent.mkdir(parents=True)
    scan.write_bytes(b"naam;bsn\nFenna;123456782\n")
    sha = sha256(scan.read_bytes()).hexdigest()
    feit = (
        "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\nkern: gebeld\n"
        f"bijlagen: [{{bestand: bron.csv, sha256: {sha}}}]"
    )
    geladen = klein_register.lees(tmp_path, {"bloem/contacten/2026-05-04-gebeld.yaml": feit})
    (melding,) = controleer_stukken(tmp_path, Kijk(geladen.register, date(2026, 6, 1)))
    assert melding.code == "AVG601"
    assert melding.tekst == (
        "bron.csv: in regel 2 lijkt een burgerservicenummer te staan (•••••••82)"
    )


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("Over bsn 123.456.782 bellen wij", "Over bsn •••••••82 bellen wij"),
        ("Over bsn 123456782 bellen wij", "Over bsn •••••••82 bellen wij"),
        ("bsn 123456782 en 111222333 samen", "bsn •••••••82 en •••••••33 samen"),
    ],
)
def test_a_number_behind_its_word_is_masked_once_and_nothing_beside_it(
    tekst: str, getoond: str
) -> None:
    assert gemaskeerd(tekst) == getoond
