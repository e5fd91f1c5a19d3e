"""What comes from outside: mails, sheets, documents, words on the command line, git's settings."""

from __future__ import annotations

import os
import stat
import subprocess
import zlib
from base64 import encodebytes
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import gelijktijdig, vijandig
from tests.vijandig import MB, NOTEER, Geval, docx, xlsx, zip_met

_KOP = b"From: Jan <jan@buiten.nl>\nTo: mia@gemeente.nl\nDate: Mon, 4 May 2026 10:00:00 +0200\n"
_TEKST = b"Subject: Wachttijd\nContent-Type: text/plain; charset=%s\n\n"
_DELEN = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
_STUK = b'--x\nContent-Type: %s\nContent-Disposition: attachment; filename="%s"\n%s\n'
_BASIS = b"Content-Transfer-Encoding: base64\n"


def _diep(lagen: int) -> bytes:
    return b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(lagen)
    )


MAILS: dict[str, Callable[[], bytes]] = {
    "leeg": lambda: b"",
    "nullen": lambda: bytes(MB),
    "alleen kopregels": lambda: _KOP,
    "zonder afzender": lambda: b"Subject: x\n\nx",
    "een lange kopregel": lambda: _KOP + b"Subject: " + b"x" * (4 * MB) + b"\n\nx",
    "veel kopregels": lambda: _KOP + b"X-A: b\n" * 200_000 + b"\nx",
    "gevouwen kopregel": lambda: _KOP + b"Subject: a\n" + b" b\n" * 200_000 + b"\nx",
    "veel adressen": lambda: _KOP + b"Cc: " + b"a@b.nl, " * 50_000 + b"\n\nx",
    "haken in adressen": lambda: _KOP + b"Cc: " + b"(" * 100_000 + b"\n\nx",
    "hoeken in adressen": lambda: _KOP + b"Cc: " + b"<" * 100_000 + b"\n\nx",
    "aanhalingstekens in adressen": lambda: _KOP + b"Cc: " + b'"' * 100_001 + b"\n\nx",
    "groepen": lambda: _KOP + b"Cc: " + b"a:" * 50_000 + b"\n\nx",
    "codewoorden": lambda: _KOP + b"Subject: " + b"=?utf-8?q?=41?= " * 50_000 + b"\n\nx",
    "kapotte codewoorden": lambda: _KOP + b"Subject: " + b"=?utf-8?b?" * 50_000 + b"\n\nx",
    "onbekende tekens": lambda: _KOP + _TEKST % b"klingon" + b"\xff" * 1000,
    "utf-7": lambda: _KOP + _TEKST % b"utf-7" + b"+ADw-",
    "base64 die niet klopt": lambda: _KOP + _BASIS + b"\n" + b"=" * MB,
    "een dag die niet bestaat": lambda: _KOP.replace(b"4 May", b"31 Feb") + b"\nx",
    "een jaar ver weg": lambda: _KOP.replace(b"2026", b"99999") + b"\nx",
    "een rare zone": lambda: _KOP.replace(b"+0200", b"+9999") + b"\nx",
    "sturende tekens": lambda: _KOP + "Subject: a\u202eb\x1b[31m\u200b\n\nx".encode(),
    "een naam naar buiten": lambda: (
        _KOP + _DELEN + _STUK % (b"text/plain", b"../../../../elders/doel", b"") + b"x\n--x--"
    ),
    "een naam met een nul": lambda: (
        _KOP + _DELEN + _STUK % (b"text/plain", b"a\0b", b"") + b"x\n--x--"
    ),
    "diep": lambda: _KOP + _diep(29),
    "te diep": lambda: _KOP + _diep(2000),
    "zonder einde": lambda: _KOP + _DELEN + b"--x\n" * 100_000,
    "mail in mail": lambda: _KOP + b"Content-Type: message/rfc822\n\n" * 2000,
    "veel delen": lambda: _KOP + _DELEN + _STUK % (b"text/plain", b"a.txt", b"") * 10_000,
    "bom als bijlage": lambda: (
        _KOP
        + _DELEN
        + _STUK % (b"application/zip", b"a.zip", _BASIS)
        + encodebytes(zip_met({"a.txt": b" " * (300 * MB)}))
        + b"--x--"
    ),
    "groot": lambda: _KOP + b"\n" + b"x" * (60 * MB),
    "getallen": lambda: _KOP + b"\n" + b"123456789\n" * MB,
    "van outlook zelf": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
}


def mails() -> Iterator[Geval]:
    """Mails that were kept as .eml."""
    for naam, inhoud in MAILS.items():
        yield _in_bestand(
            f"mail:{naam}", "x.eml", inhoud, "noteer bloem mail --mail {elders}/x.eml"
        )


def _in_bestand(naam: str, bestand: str, inhoud: Callable[[], bytes], *opdrachten: str) -> Geval:
    def maak(_: Path, elders: Path) -> None:
        (elders / bestand).write_bytes(inhoud())

    return Geval(naam, maak, opdrachten)


_NEGEN = b"<w:p><w:r><w:t>123456789</w:t></w:r></w:p>"
_RIJ = b'<row r="2">%s</row>'
BIJLAGEN: dict[str, Callable[[], bytes]] = {
    "getallen.txt": lambda: b"123456789\n" * (12 * MB),
    "een getal.txt": lambda: b"1" * (120 * MB),
    "korte getallen.txt": lambda: b"1234567x" * (12 * MB),
    "getallen op een regel.txt": lambda: b"123456789 " * (12 * MB),
    "getallen.csv": lambda: b"123456789;x\n" * (8 * MB),
    "cellen.csv": lambda: b"12345678;" + b"x;" * (40 * MB),
    "aanhalingsteken.csv": lambda: b'a;b\n"' + b"123456789\n" * (8 * MB),
    "getallen.eml": lambda: b"123456789\n" * (4 * MB),
    "codes.txt": lambda: b"abcdef0123456789" * (4 * MB),
    "getallen.docx": lambda: docx(_NEGEN * MB),
    "merken.docx": lambda: docx(b"<w:p/>" * (9 * MB)),
    "open merken.docx": lambda: docx(b"<" * (50 * MB)),
    "delen.zip": lambda: zip_met({f"{n}.xml": b"<a>123456789</a>" * 9 for n in range(20_000)}),
    "getallen.zip": lambda: zip_met({f"{n}.txt": b"123456789\n" * MB for n in range(5)}),
    "zip in zip.zip": lambda: zip_met(
        {"a.zip": zip_met({"b.zip": zip_met({"c.zip": b"123456782"})})}
    ),
    "getallen.xlsx": lambda: xlsx(_RIJ % (b'<c r="A2"><v>123456789</v></c>' * MB)),
    "verre cellen.xlsx": lambda: xlsx(_RIJ % b'<c r="XFD2"><v>1</v></c>' * MB),
    "formules.xlsx": lambda: xlsx(_RIJ % (b'<c r="A2"><f>' + b"<f>" * (10 * MB) + b"</c>")),
    "gedeelde getallen.xlsx": lambda: xlsx(
        b"", {"xl/sharedStrings.xml": b"<si><t>123456789</t></si>" * (2 * MB)}
    ),
    "verwijzing.xlsx": lambda: xlsx(_RIJ % (b'<c r="A2" t="s"><v>' + b"9" * 5000 + b"</v></c>")),
}


def bijlagen() -> Iterator[Geval]:
    """Files that are taken in as evidence, and looked at again by who checks the register."""
    for naam, inhoud in BIJLAGEN.items():
        soort = f"x.{naam.rpartition('.')[2]}"
        noteer = f"{NOTEER} --bijlage {{elders}}/{soort}"
        yield _in_bestand(f"bijlage:{naam}", soort, inhoud, noteer, "verifieer")


_BOEK = b'<c r="A2" t="inlineStr"><is><t>bloem</t></is></c>'
BLADEN: dict[str, Callable[[], bytes]] = {
    "samen.xlsx": lambda: xlsx(
        vijandig._KOP + b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        b"<sheetData>"
    ),
    "veel samen.xlsx": lambda: xlsx(
        b"</sheetData><mergeCells>%s</mergeCells><sheetData>"
        % (b'<mergeCell ref="A1:A9999"/>' * 20_000)
    ),
    "diep.xlsx": lambda: xlsx(b"<a>" * 500_000),
    "entiteit.xlsx": lambda: xlsx(_RIJ % _BOEK.replace(b"bloem", b"&x;")),
    "fout.xlsx": lambda: xlsx(_RIJ % b'<c r="A2" t="e"><v>#REF!</v></c>'),
    "formule.xlsx": lambda: xlsx(_RIJ % b'<c r="A2"><f>WEBSERVICE("http://x")</f></c>'),
    "rare plaats.xlsx": lambda: xlsx(_RIJ % b'<c r="nergens"><v>1</v></c>'),
    "nan.xlsx": lambda: xlsx(_RIJ % b'<c r="A2"><v>nan</v></c>'),
    "groot getal.xlsx": lambda: xlsx(_RIJ % b'<c r="A2"><v>1e999999</v></c>'),
    "lang getal.xlsx": lambda: xlsx(_RIJ % (b'<c r="A2"><v>' + b"9" * 100_000 + b"</v></c>")),
    "dag.xlsx": lambda: xlsx(_RIJ % b'<c r="A2" t="d"><v>9999-99-99</v></c>'),
    "zonder blad.xlsx": lambda: zip_met({"xl/workbook.xml": b"<workbook/>"}),
    "namen naar buiten.xlsx": lambda: xlsx(b"", {"../../../elders/doel": b"x"}),
    "stijlen.xlsx": lambda: xlsx(b"", {"xl/styles.xml": b"<a>" * 1_000_000}),
    "opmerkingen.xlsx": lambda: xlsx(b"", {"xl/comments1.xml": b"<c>" * 1_000_000}),
    "nullen.csv": lambda: bytes(MB),
    "utf-16.csv": lambda: ("dossier;uiterlijk\n" * 1000).encode("utf-16")[:-1],
    "scheiding.csv": lambda: b"sep=\n" + b"a;b\n" * 10,
    "kolommen tweemaal.csv": lambda: b";".join([b"dossier"] * 150) + b"\nbloem\n",
    "formules.csv": lambda: b"dossier;verplichting\n=cmd|' /C calc'!A0;@SUM(1)\n",
}


def bladen() -> Iterator[Geval]:
    """Sheets that are read row by row."""
    for naam, inhoud in BLADEN.items():
        soort = f"x.{naam.rpartition('.')[2]}"
        yield _in_bestand(
            f"blad:{naam}",
            soort,
            inhoud,
            f"lijst verplichtingen --uit {{elders}}/{soort}",
            f"cijfers inlezen {{elders}}/{soort}",
        )


def _pdf(*delen: bytes, wortel: bytes = b"/Root 1 0 R") -> bytes:
    lijf = b"".join(b"%d 0 obj\n%s\nendobj\n" % (nr, deel) for nr, deel in enumerate(delen, 1))
    return b"%PDF-1.7\n" + lijf + b"trailer << %s >>\n%%%%EOF" % wortel


_CATALOGUS = b"<< /Type /Catalog /Pages 2 0 R >>"
_BLAD = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
_PAGINAS = b"<< /Type /Pages /Kids [%s] /Count %d >>"


def _stroom(inhoud: bytes, filters: int = 1) -> bytes:
    for _ in range(filters):
        inhoud = zlib.compress(inhoud, 9)
    filter_ = b"/FlateDecode " * filters
    kop = b"<< /Length %d /Filter [%s] >>" % (len(inhoud), filter_)
    return kop + b"\nstream\n" + inhoud + b"\nendstream"


PDFS: dict[str, Callable[[], bytes]] = {
    "in zichzelf": lambda: _pdf(_CATALOGUS, _PAGINAS % (b"2 0 R", 1)),
    "een blad vaak": lambda: _pdf(
        _CATALOGUS, _PAGINAS % (b"3 0 R " * 60_000, 60_000), _BLAD, _stroom(b"BT (x) Tj ET")
    ),
    "telt te veel": lambda: _pdf(_CATALOGUS, _PAGINAS % (b"3 0 R", 10**12), _BLAD, _stroom(b"")),
    "bom": lambda: _pdf(
        _CATALOGUS, _PAGINAS % (b"3 0 R", 1), _BLAD, _stroom(b"BT (x) Tj ET " * (20 * MB))
    ),
    "bom in bom": lambda: _pdf(
        _CATALOGUS, _PAGINAS % (b"3 0 R", 1), _BLAD, _stroom(bytes(200 * MB), 3)
    ),
    "diepe rij": lambda: _pdf(_CATALOGUS, b"[" * 100_000),
    "diepe woordenlijst": lambda: _pdf(_CATALOGUS, b"<< /A " * 50_000),
    "veel dingen": lambda: _pdf(*[b"<< >>"] * 100_000),
    "zonder wortel": lambda: _pdf(b"<< >>", wortel=b""),
    "op slot": lambda: _pdf(_CATALOGUS, wortel=b"/Root 1 0 R /Encrypt << /Filter /Standard >>"),
    "vorige zichzelf": lambda: b"%PDF-1.7\nxref\n0 1\ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF",
    "ver begin": lambda: b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
    "veel tekst": lambda: _pdf(
        _CATALOGUS, _PAGINAS % (b"3 0 R", 1), _BLAD, _stroom(b"BT (a b c d) Tj ET\n" * 60_000)
    ),
    "alleen een kop": lambda: b"%PDF-1.7",
}
WOORD: dict[str, Callable[[], bytes]] = {
    "tabellen.docx": lambda: docx(b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 50_000),
    "brede tabel.docx": lambda: docx(
        b"<w:tbl><w:tr>" + b"<w:tc><w:p/></w:tc>" * 100_000 + b"</w:tr></w:tbl>"
    ),
    "spans.docx": lambda: docx(
        b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>'
        b"</w:tbl>"
    ),
    "diepe alineas.docx": lambda: docx(b"<w:p>" * 100_000),
    "ongesloten.docx": lambda: docx(b"<w:p><w:r>"),
    "ingevoegd.docx": lambda: docx(b"<w:ins><w:r><w:t>x</w:t></w:r></w:ins>" * 50_000),
    "verwijderd.docx": lambda: docx(b"<w:del><w:r><w:delText>x</w:delText></w:r></w:del>" * 50_000),
    "velden.docx": lambda: docx(b'<w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd"/></w:p>'),
    "entiteiten.docx": lambda: zip_met(
        {
            "[Content_Types].xml": b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>',
            "word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
            b"<a>&b;</a>",
        }
    ),
    "zonder inhoud.docx": lambda: b"PK\x05\x06" + bytes(18),
    "tweemaal.docx": lambda: zip_met({"word/document.xml": b"<a/>"}) * 2,
}


def papieren() -> Iterator[Geval]:
    """Letters that come back, and agendas that were filled in."""
    for naam, inhoud in PDFS.items():
        yield _in_bestand(
            f"pdf:{naam}",
            "x.pdf",
            inhoud,
            "brief controleer {elders}/x.pdf bloem",
            f"{NOTEER} --bijlage {{elders}}/x.pdf",
        )
    for naam, inhoud in WOORD.items():
        yield _in_bestand(
            f"woord:{naam}",
            "x.docx",
            inhoud,
            "brief controleer {elders}/x.docx bloem",
            f"gesprek gehouden bloem {gelijktijdig.DAG} --word {{elders}}/x.docx",
            "sjabloon controleer {elders}/x.docx",
        )


LANG = "x" * 100_000
VLAGGEN = (
    f"toon {LANG}",
    "toon ../../../etc",
    "toon /etc",
    "toon bloem/../bloem",
    "toon .git",
    f"zoek {LANG}",
    f"zoek {'(' * 50_000}",
    "zoek \x1b[31m",
    "zoek \udcff",
    f"uitleg {LANG}",
    "uitleg ../../x",
    f"waarom {'9' * 5000}",
    "waarom -1",
    "waarom 0",
    f"doe {'9' * 5000}",
    f"{NOTEER} --datum 9999-12-31",
    f"{NOTEER} --datum 0001-01-01",
    f"{NOTEER} --datum {'9' * 5000}",
    f"{NOTEER} --kern {LANG}",
    f"{NOTEER} --kern a\x00b",
    f"{NOTEER} --bijlage /proc/self/mem",
    f"{NOTEER} --bijlage /dev/tty",
    f"{NOTEER} --bestand /dev/fd/99",
    "nieuw CON --kvk 1",
    f"nieuw {LANG} --kvk 00000002",
    "nieuw ../x --kvk 00000002",
    "planning 999999999999",
    "planning -1",
    "exporteer agenda --uit /dev/full",
    "vergelijk --help=x",
    "vergelijk --output={elders}/x HEAD",
    f"vergelijk {LANG} HEAD",
    "werklijst --bekend --output=x",
    f"werklijst --bekend {LANG}",
    "schema --uitvoer ../../x",
    f"schema --uitvoer {LANG}",
    "regime toon ../../x",
    "sjabloon kopieer ../../x",
    "lijst risicos bloem --wijzig R-999999999999 --wat x",
    "hernummer --x",
)


def vlaggen() -> Iterator[Geval]:
    """Words that nobody means."""
    for nummer, woorden in enumerate(VLAGGEN):
        yield Geval(f"vlag:{nummer}: {woorden[:40]!r}", lambda *_: None, (woorden,))


GIT = {
    "haken": "[core]\n\thooksPath = {elders}\n",
    "waker": "[core]\n\tfsmonitor = {elders}/prog\n",
    "bladeraar": "[core]\n\tpager = {elders}/prog\n",
    "ssh": '[core]\n\tsshCommand = {elders}/prog\n[remote "origin"]\n\turl = ssh://x/y\n',
    "ext": '[remote "origin"]\n\turl = ext::{elders}/prog\n',
    "uploadpack": '[remote "origin"]\n\turl = {elders}/x\n\tuploadpack = {elders}/prog\n',
    "verschil": "[diff]\n\texternal = {elders}/prog\n",
    "filter": '[filter "x"]\n\tclean = {elders}/prog\n\tsmudge = {elders}/prog\n',
    "tekstvorm": '[diff "x"]\n\ttextconv = {elders}/prog\n',
    "samenvoeger": '[merge "x"]\n\tdriver = {elders}/prog\n',
    "handtekening": "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = {elders}/prog\n",
    "sleutelbewaarder": "[credential]\n\thelper = {elders}/prog\n",
    "bewerker": "[core]\n\teditor = {elders}/prog\n",
    "werkboom": "[core]\n\tworktree = {elders}\n",
    "ingevoegd": "[include]\n\tpath = {elders}/pijp\n",
    "andere naam": '[alias]\n\tlog = "!{elders}/prog"\n\tcommit = "!{elders}/prog"\n',
    "kapot": "[core\n",
    "groot": "# " + "x" * (5 * MB) + "\n",
}


def begin_git(map_: Path) -> None:
    """The register as a repository of its own, with one commit."""
    milieu = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    wie = ["-c", "user.name=x", "-c", "user.email=x@x.nl"]
    for woorden in (["init", "-q"], ["add", "."], [*wie, "commit", "-qm", "begin"]):
        subprocess.run(["git", *woorden], cwd=map_, check=True, env=milieu)


def git() -> Iterator[Geval]:
    """What git would do for who received this register: nothing of it runs."""
    for naam, tekst in GIT.items():

        def maak(map_: Path, elders: Path, tekst: str = tekst) -> None:
            begin_git(map_)
            gezien = elders / "gezien"
            gezien.touch()
            for prog in (
                "prog",
                "pre-commit",
                "post-commit",
                "post-checkout",
                "reference-transaction",
            ):
                (elders / prog).write_text(f"#!/bin/sh\necho x >> {gezien}\nexit 1\n")
                (elders / prog).chmod(0o777 & ~stat.S_IWOTH)
            os.mkfifo(elders / "pijp")
            with (map_ / ".git/config").open("a", encoding="utf-8") as config:
                config.write(tekst.replace("{elders}", str(elders)))
            (map_ / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")

        yield Geval(
            f"git:{naam}", maak, ("controleer --geschiedenis", "vergelijk", f"{NOTEER} --commit")
        )


def alle() -> list[Geval]:
    """All of it."""
    maten = (mails, bijlagen, bladen, papieren, vlaggen, git)
    return [geval for soort in maten for geval in soort()]
