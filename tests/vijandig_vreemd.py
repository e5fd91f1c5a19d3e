"""Hostile things of other kinds: sparse files, odd names, links out of documents, a knotted git."""

from __future__ import annotations

import io
import os
import shutil
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docx import Document

from clm_cli import resources
from tests import gelijktijdig, klein_register
from tests.cli.test_verleden import LEZEN as ALLE_LEZENDE
from tests.vijandig import BRIEVEN, HUISSTIJL, LEZEN, MB, NOTEER, Geval, docx, xlsx, zip_met
from tests.vijandig_buiten import begin_git

ICS = "exporteer ics bloem"
MERK_RECHTS, MERK_NUL, NFD = "\u202e", "\u200d", "e\u0301"
NAMEN = {
    "rechts naar links": f"blo{MERK_RECHTS}em",
    "een verbinder": f"blo{MERK_NUL}em",
    "een los accent": f"caf{NFD}",
    "een regeleinde": "blo\nem",
    "een streepje vooraan": "--help",
    "jokertekens": "*[a-z]?",
    "255 tekens": "x" * 255,
    "geen tekst": os.fsdecode(b"blo\xff\xfeem"),
    "een apparaat van Windows": "CON",
    "een punt achteraan": "bloem.",
    "een stuurteken": "blo\x1b[31mem",
}


def namen() -> Iterator[Geval]:
    """A folder, a file and a document with a name that misleads."""
    for soort, naam in NAMEN.items():

        def maak(map_: Path, _: Path, naam: str = naam) -> None:
            for plek in (map_ / naam, map_ / "bloem/contacten" / naam, map_ / "sjablonen" / naam):
                plek.mkdir(parents=True, exist_ok=True)
                (plek / "aanbieder.yaml").write_text("namen: []\n", encoding="utf-8")
            kort = naam[:200]
            (map_ / "bloem/contacten" / f"2026-05-04-{kort}.yaml").write_text("kern: x\n")

        yield Geval(f"naam:{soort}", maak, (NOTEER, "overzicht", "zoek x", *LEZEN))


IJL = (
    "organisatie.yaml",
    "bloem/contacten/2026-05-01-telefoon.yaml",
    f"bloem/brieven/{gelijktijdig.BRIEF}/brief.md",
    "sjablonen/verslag.md",
    "huisstijl/logo.svg",
    "export/bloem.ics",
    ".clm/gemaakt",
    ".git/config",
)


def ijl() -> Iterator[Geval]:
    """A file that says it holds a terabyte, and takes no room."""
    for pad in IJL:

        def maak(map_: Path, _: Path, pad: str = pad) -> None:
            klein_register.schrijf(map_, {"huisstijl/huisstijl.yaml": HUISSTIJL})
            doel = map_ / pad
            doel.parent.mkdir(parents=True, exist_ok=True)
            with doel.open("wb") as bestand:
                bestand.truncate(1 << 40)

        yield Geval(f"ijl:{pad}", maak, (ICS, BRIEVEN, *LEZEN))


AGENDAS: dict[str, bytes] = {
    "nullen": bytes(MB),
    "een lange regel": b"BEGIN:VCALENDAR\nSUMMARY:" + b"x" * (8 * MB),
    "gevouwen": b"BEGIN:VCALENDAR\nSUMMARY:a\n" + b" b\n" * 500_000,
    "veel afspraken": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nUID:x\nEND:VEVENT\n" * 100_000,
    "open afspraken": b"BEGIN:VEVENT\n" * 300_000,
    "grote volgnummers": b"BEGIN:VEVENT\nUID:a\nSEQUENCE:" + b"9" * 5000 + b"\nEND:VEVENT\n",
    "geen utf-8": b"BEGIN:VEVENT\nUID:\xff\xfe\nSEQUENCE:-1\nEND:VEVENT\n",
}


def agendas() -> Iterator[Geval]:
    """A calendar that was made before, and is read to see what moved."""
    for naam, inhoud in AGENDAS.items():

        def maak(map_: Path, _: Path, inhoud: bytes = inhoud) -> None:
            (map_ / "export").mkdir()
            (map_ / "export/bloem.ics").write_bytes(inhoud)

        yield Geval(f"agenda:{naam}", maak, (ICS,))


_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
)
_R = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_ALT = b'<w:altChunk %s r:id="r9"/><w:p><w:r><w:t>x</w:t></w:r></w:p>' % _R


def _erbij(pak: bytes, delen: Mapping[str, bytes]) -> bytes:
    """A packed file with more parts, also of a name that it has."""
    uit = io.BytesIO(pak)
    with warnings.catch_warnings(), zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as archief:
        warnings.simplefilter("ignore")  # that a name is there twice is what it is about
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def _anders(pak: bytes, delen: Mapping[str, bytes]) -> bytes:
    """A packed file in which these parts are others."""
    with zipfile.ZipFile(io.BytesIO(pak)) as oud:
        return zip_met({naam: oud.read(naam) for naam in oud.namelist()} | dict(delen))


def _met_koppeling(pak: bytes, waar: str, soort: bytes, doel: bytes) -> bytes:
    return _erbij(pak, {waar: _RELS % (soort, doel)})


def _vol(merken: int, woorden: int) -> bytes:
    """So many marks, each of which says so many things."""
    rij = b" ".join(b'a%d="%d"' % (nr, nr) for nr in range(woorden))
    return b"<b>" + b"".join(b"<b %s c%d='%d'/>" % (rij, nr, nr) for nr in range(merken)) + b"</b>"


_WOORDRELS, _BLADRELS = "word/_rels/document.xml.rels", "xl/externalLinks/_rels/a.xml.rels"
_CEL = b'<row r="1"><c r="A1"><f>[1]Blad!A1</f><v>1</v></c></row>'
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="10">%s</svg>'
STUKKEN: dict[str, Callable[[], bytes]] = {
    "een ander stuk erin.docx": lambda: _met_koppeling(
        docx(_ALT), _WOORDRELS, b"aFChunk", b"file:///etc/passwd"
    ),
    "een sjabloon elders.docx": lambda: _met_koppeling(
        docx(b"<w:p/>"), "word/_rels/settings.xml.rels", b"attachedTemplate", b"http://x/y.dotm"
    ),
    "een plaatje elders.docx": lambda: _met_koppeling(
        docx(b"<w:p/>"), _WOORDRELS, b"image", b"\\\\x\\y.png"
    ),
    "macro's.docx": lambda: _erbij(docx(b"<w:p/>"), {"word/vbaProject.bin": bytes(MB)}),
    "een boek elders.xlsx": lambda: _met_koppeling(
        xlsx(_CEL), _BLADRELS, b"externalLinkPath", b"file:///etc/passwd"
    ),
    "veel stijlen.xlsx": lambda: _erbij(
        xlsx(_CEL), {"xl/styles.xml": b"<styleSheet>" + b"<xf/>" * 500_000 + b"</styleSheet>"}
    ),
    "een vol merk.xlsx": lambda: _erbij(xlsx(_CEL), {"xl/styles.xml": _vol(1, 900_000)}),
    "losse kenmerken.xlsx": lambda: _erbij(xlsx(_CEL), {"xl/styles.xml": _vol(480_000, 1)}),
    "een vol merk.docx": lambda: docx(_vol(1, 900_000)),
    "veel delen.xlsx": lambda: _erbij(xlsx(_CEL), {f"{nr}": b"" for nr in range(60_000)}),
    "veel delen.docx": lambda: _erbij(docx(b"<w:p/>"), {f"{nr}": b"" for nr in range(60_000)}),
    "herhaalde rijen.ods": lambda: zip_met(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": b'<table:table-row table:number-rows-repeated="1000000000"/>',
        }
    ),
    "een oud boek.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(MB),
    "tweemaal een naam.zip": lambda: _erbij(zip_met({"a.txt": b"x"}), {"a.txt": b"bsn 123456782"}),
    "een naam naar buiten.zip": lambda: zip_met({"../../../elders/doel": b"x", "/etc/x": b"y"}),
    "op slot.zip": lambda: _op_slot(zip_met({"a.txt": b"123456782"})),
    "een onbekende wijze.zip": lambda: _op_slot(zip_met({"a.txt": b"123456782"}), 8, 99),
    "een bladzijde.pdf": lambda: b"<html><script>alert(1)</script></html>",
    "een entiteit van elders.docx": lambda: _erbij(
        zip_met({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}),
        {
            "word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            b"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
            b"</w:document>"
        },
    ),
    "dagen van nooit.xlsx": lambda: xlsx(
        b"".join(
            b'<row r="%d"><c r="C%d" s="1"><v>%s</v></c></row>' % (nr, nr, dag)
            for nr, dag in enumerate((b"99999999", b"-1", b"1e308", b"60", b"NaN", b"Infinity"), 2)
        ),
        {
            "xl/styles.xml": b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
            b'2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            b"</styleSheet>"
        },
    ),
    "een script.pdf": lambda: (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS "
        b"(app.alert(1)) >> /Names << /EmbeddedFiles 9 0 R >> >>\nendobj\n2 0 obj\n<< /Type /Pages "
        b"/Kids [] /Count 0 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"
    ),
    "start iets.pdf": lambda: (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /Launch /F (calc) >> >>\nendobj\n"
        b"trailer << /Root 1 0 R >>\n%%EOF"
    ),
}


def _op_slot(pak: bytes, plek: int = 6, waarde: int = 1) -> bytes:
    """A zip of which the flags (6) or the way of packing (8) say something else, twice."""
    uit = bytearray(pak)
    for merk, verder in ((b"PK\x03\x04", 0), (b"PK\x01\x02", 2)):
        begin = uit.find(merk)
        uit[begin + plek + verder] = waarde
    return bytes(uit)


def stukken() -> Iterator[Geval]:
    """Documents that lead elsewhere, are locked, or are not what their name says."""
    for naam, inhoud in STUKKEN.items():
        soort = f"x.{naam.rpartition('.')[2]}"
        eigen = {
            "docx": (f"gesprek gehouden bloem {gelijktijdig.DAG} --word {{elders}}/{soort}",),
            "xlsx": (
                f"cijfers inlezen {{elders}}/{soort}",
                f"lijst verplichtingen --uit {{elders}}/{soort}",
            ),
        }.get(soort[2:], ())
        alle_ = (f"brief controleer {{elders}}/{soort} bloem", *eigen)

        def maak(_: Path, elders: Path, soort: str = soort, maak_: object = inhoud) -> None:
            assert callable(maak_)
            (elders / soort).write_bytes(maak_())

        noteer = f"{NOTEER} --bijlage {{elders}}/{soort}"
        yield Geval(f"stuk:{naam}", maak, (*alle_, noteer, "wissen Jansen"))


STIJLEN = {
    "groot": _SVG % (b"999999999999", b""),
    "een bestand": _SVG % (b"10", b'<image href="file:///etc/passwd" width="9" height="9"/>'),
    "een script": _SVG % (b"10", b"<script>while(1){}</script>"),
    "in zichzelf": _SVG % (b"10", b'<g id="a"><use href="#a"/></g>'),
    "veel": _SVG % (b"10", b'<rect width="1" height="1"/>' * 100_000),
    "entiteiten": b'<!DOCTYPE s [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' + _SVG % (b"10", b"<text>&c;&c;&c;</text>"),
}


def stijlen() -> Iterator[Geval]:
    """A logo that a received register brings along."""
    for naam, inhoud in STIJLEN.items():

        def maak(map_: Path, _: Path, inhoud: bytes = inhoud) -> None:
            stijl = {"huisstijl/huisstijl.yaml": "lettertype: Liberation Sans\nlogo: logo.svg\n"}
            klein_register.schrijf(map_, stijl)
            (map_ / "huisstijl/logo.svg").write_bytes(inhoud)

        pdf = BRIEVEN.replace("--vorm md", "--vorm pdf")
        yield Geval(f"logo:{naam}", maak, (pdf, "sjabloon controleer"))


_PAPIER = ("word/styles.xml", "word/header1.xml", "[Content_Types].xml")
_BINNEN: dict[str, bytes] = {
    "groot": b" " * (300 * MB),
    "veel merken": b"<w:a/>" * 3_000_000,
    "een vol merk": _vol(1, 900_000),
}


def briefpapieren() -> Iterator[Geval]:
    """A letterhead that a received register brings along, small when it is packed."""
    for naam, erin in _BINNEN.items():
        for deel in _PAPIER:

            def maak(map_: Path, _: Path, deel: str = deel, erin: bytes = erin) -> None:
                stijl = "lettertype: Liberation Sans\nbriefpapier: briefpapier.docx\n"
                klein_register.schrijf(map_, {"huisstijl/huisstijl.yaml": stijl})
                papier = io.BytesIO()
                Document().save(papier)
                delen = {deel: b"<a>" + erin + b"</a>"}
                (map_ / "huisstijl/briefpapier.docx").write_bytes(_anders(papier.getvalue(), delen))

            word = BRIEVEN.replace("--vorm md", "--vorm docx")
            yield Geval(f"papier:{naam}:{deel}", maak, (word, "sjabloon controleer"))


def _plek(pad: str, inhoud: bytes | None) -> Callable[[Path], None]:
    def maak(map_: Path) -> None:
        doel = map_ / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.unlink(missing_ok=True)
        os.mkfifo(doel) if inhoud is None else doel.write_bytes(inhoud)

    return maak


GIT: dict[str, Callable[[Path], None]] = {
    "een pijp in de weg": _plek(".gitignore", None),
    "veel genegeerd": _plek(".gitignore", b"*a*b*c*\n" * 20_000),
    "kenmerken": _plek(".gitattributes", b"*.yaml filter=x\n" * 20_000),
    "een map elders": _plek("bloem/.git", b"gitdir: /etc\n"),
    "een deelregister": _plek(".gitmodules", b'[submodule "x"]\n\tpath = bloem\n\turl = ext::x\n'),
    "een hoofd van zichzelf": _plek(".git/HEAD", b"ref: HEAD\n"),
    "een kapotte index": _plek(".git/index", b"DIRC" + bytes(MB)),
    "takken": _plek(".git/packed-refs", b"%040d refs/heads/x\n" % 0 * 50_000),
    "voorraad elders": _plek(".git/objects/info/alternates", b"/dev\n/proc/self\n"),
}


def git() -> Iterator[Geval]:
    """What a received register brings of git that is no setting."""
    for naam, doe in GIT.items():

        def maak(map_: Path, _: Path, doe: Callable[[Path], None] = doe) -> None:
            begin_git(map_)
            doe(map_)

        lezen = ("controleer --geschiedenis", "vergelijk", "werklijst")
        yield Geval(f"git:{naam}", maak, (*lezen, f"{NOTEER} --commit"))


def mappen() -> Iterator[Geval]:
    """Folders in folders, many of them, and a file that is also somewhere else."""

    def diep(map_: Path, _: Path) -> None:
        (map_ / "bloem" / "/".join(["x"] * 400)).mkdir(parents=True)

    def veel(map_: Path, _: Path) -> None:
        for nummer in range(3000):
            (map_ / f"bloem/map-{nummer}").mkdir()

    def tweemaal(map_: Path, elders: Path) -> None:
        kaart = map_ / f"{gelijktijdig.GESPREK}/gesprek.yaml"
        os.link(kaart, elders / "kaart.yaml")

    yield Geval("map:diep", diep, (NOTEER, *LEZEN))
    yield Geval("map:veel", veel, (NOTEER, *LEZEN))
    yield Geval("map:tweemaal", tweemaal, (gelijktijdig.GEHOUDEN, *LEZEN))


SAMEN = {
    "waterlelie/contacten/2026-05-04-telefoon-pijp.yaml": None,
    "waterlelie/contacten/2026-05-05-telefoon-lang.yaml": b"kern: " + b"x" * 900_000,
    "waterlelie/contacten/2026-05-06-telefoon-diep.yaml": b"a: " + b"[" * 50_000,
    "de-klaproos/signalen/2026-05-06-kwaliteit-cr.yaml": b'? \r"\\n"',
    "de-klaproos/lijsten/risicos.yaml": b"\xff\xfe\x00",
    "rapporten/2026-K1/2026-05-06-tekst.yaml": b"{c:25}\t",
    "sjablonen/agenda.md": "één".encode("cp1252"),
    "sjablonen/verslag.md": b"{% for a in range(10**9) %}{{ a }}{% endfor %}",
    "huisstijl/huisstijl.yaml": b"logo: logo.svg\nbriefpapier: papier.docx\n",
    "huisstijl/logo.svg": None,
    "huisstijl/papier.docx": b"PK\x03\x04" + b"\0" * 1000,
    "regimes/eigen-2026.yaml": b"&a [*a]",
}
"""Hostile files in the example, pipes where there is no content."""


def samen() -> Iterator[Geval]:
    """All of that at once, for each command that reads a register."""

    def maak(map_: Path, elders: Path) -> None:
        shutil.rmtree(map_)
        shutil.copytree(resources.voorbeeld(), map_)
        for pad, inhoud in SAMEN.items():
            _plek(pad, inhoud)(map_)
        (map_ / "waterlelie/naar-zichzelf.yaml").symlink_to("naar-zichzelf.yaml")
        (map_ / "oude-linde").rename(elders / "map")
        (map_ / "oude-linde").symlink_to(elders / "map")

    yield Geval("samen", maak, tuple(" ".join(woorden) for woorden in ALLE_LEZENDE))


DAGEN = ("0001-01-01", "9999-12-31", "9999-12-01", "2199-12-31")
DUREN = ("999999 werkdagen", "99999999999 dagen", "9999 jaar", "0 dagen")
RAAM = "overeenkomsten/raam/overeenkomst.yaml"
UITERSTEN = {
    "begin": (RAAM, "uitvoering_van: 2025-01-01", "uitvoering_van: {}", DAGEN),
    "einde": (RAAM, "uitvoering_tot: 2027-12-31", "uitvoering_tot: {}", DAGEN),
    "gesprek": (
        f"{gelijktijdig.GESPREK}/gesprek.yaml",
        "regulier\ndatum: 2026-05-11",
        "regulier\ndatum: {}",
        DAGEN,
    ),
    "beleid": (
        "organisatie.yaml",
        "termijnbeleid:\n  - {vanaf: 2020-01-01",
        "termijnbeleid:\n  - {vanaf: {}",
        DAGEN,
    ),
    "beoordeling": ("organisatie.yaml", "beoordeling: 10 werkdagen", "beoordeling: {}", DUREN),
    "hertoets": ("organisatie.yaml", "hertoets: 1 jaar", "hertoets: {}", DUREN),
    "vooruit": ("organisatie.yaml", "recht_vooruit: 120 dagen", "recht_vooruit: {}", DUREN),
}


def uitersten() -> Iterator[Geval]:
    """Days and terms beside which there is no other day."""
    for naam, (pad, oud, nieuw, waarden) in UITERSTEN.items():
        for waarde in waarden:

            def maak(
                map_: Path,
                _: Path,
                pad: str = pad,
                oud: str = oud,
                nieuw: str = nieuw.replace("{}", waarde),
            ) -> None:
                tekst = (map_ / pad).read_text(encoding="utf-8")
                assert oud in tekst
                (map_ / pad).write_text(tekst.replace(oud, nieuw), encoding="utf-8")

            lezen = ("overzicht", "toon bloem", ICS, "planning 2026", "werklijst --dagen 365")
            yield Geval(f"uiterste:{naam}:{waarde}", maak, (*LEZEN, *lezen))


def alle() -> list[Geval]:
    """All of it."""
    soorten = (namen, ijl, agendas, stukken, stijlen, briefpapieren, git, mappen, uitersten, samen)
    return [geval for soort in soorten for geval in soort()]
