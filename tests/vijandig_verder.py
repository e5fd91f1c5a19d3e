"""Hostile things of other kinds still: corners of YAML, packed parts, what git keeps itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import zlib
from base64 import encodebytes
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import gelijktijdig, klein_register
from tests.vijandig import _KOP, BRIEVEN, LEZEN, MB, NOTEER, Geval, docx, xlsx, zip_met
from tests.vijandig_buiten import begin_git

FEIT = "bloem/contacten/2026-05-04-telefoon.yaml"
_HEEL = klein_register.KOP.format(dag="2026-05-04") + "wijze: telefoon\nrichting: uitgaand\n"
TEKSTEN: dict[str, tuple[str, str]] = {
    "een alias van niets": (FEIT, "a: *niets\n"),
    "een lang anker": (FEIT, f"a: &{'x' * 200_000} b\n"),
    "een merge van een rij": (FEIT, "<<: [{a: b}, {c: d}]\n"),
    "een merge met aanhalingstekens": (FEIT, '"<<": {a: b}\n'),
    "een verzameling": (FEIT, "a: !!set {b, c}\n"),
    "binair": (FEIT, "a: !!binary AAAA\n"),
    "een eigen merk": (FEIT, "%TAG ! tag:x,2026:\n---\na: !b c\n"),
    "een sleutel van een map": (FEIT, "? {a: b}\n: c\n"),
    "een lege sleutel": (FEIT, ": x\n~: y\n? \n: z\n"),
    "een getal als sleutel": (FEIT, f"{'9' * 60_000}: x\n"),
    "diep door inspringen": (FEIT, "".join(f"{' ' * n}a:\n" for n in range(1300))),
    "diep door streepjes": (FEIT, "a:\n" + "".join(f"{' ' * n}-\n" for n in range(1300))),
    "breed": ("kpis.yaml", "".join(f"k{n}: {{}}\n" for n in range(60_000))),
    "een sleutel heel vaak": (FEIT, "a: b\n" * 40_000),
    "een blok met negen": (FEIT, f"kern: |9+\n{' ' * 9}x\n{' ' * 8}y\n"),
    "een zin over alle regels": (FEIT, "kern: a\n" + "  b\n" * 200_000),
    "lege regels": (FEIT, "kern: |+\n" + "\n" * 900_000),
    "koppen": (FEIT, "---\n" * 100_000),
    "een merk midden in": (FEIT, "kern: a\ufeffb\n"),
    "opmerkingen in een rij": (FEIT, "met: [\n" + "# x\n,\n" * 80_000 + "]\n"),
    "een groot bedrag": (FEIT, _HEEL + f"met: [Jan]\nkern: x\nduur: {'9' * 50_000}\n"),
    "veel namen": (FEIT, _HEEL + f"met: [{'a,' * 30_000}b]\nkern: x\n"),
    "een bijlage naar buiten": (
        FEIT,
        _HEEL + "met: [J]\nkern: x\nbijlagen: [{bestand: ../../../../etc/passwd, sha256: x}]\n",
    ),
    "een bijlage die het feit zelf is": (
        FEIT,
        _HEEL
        + "met: [J]\nkern: x\nbijlagen: [{bestand: 2026-05-04-telefoon.yaml, sha256: '"
        + f"{'0' * 64}'}}]\n",
    ),
    "veel gemeenten": (
        "organisatie.yaml",
        klein_register.BASIS["organisatie.yaml"].replace(
            "gemeenten: [",
            "gemeenten: [" + ", ".join(f"{{id: g{n}, naam: G{n}}}" for n in range(9000)) + ", ",
        ),
    ),
    "elke dag een kalender": (
        "organisatie.yaml",
        klein_register.BASIS["organisatie.yaml"].replace(
            "kalender: [",
            "kalender: ["
            + "".join(
                f"{{vanaf: {j}-01-01, kalender: atw, sluitingsdagen: [{{van: {j}-01-01, "
                f"tot: {j}-12-31}}]}}, "
                for j in range(1000, 3000)
            ),
        ),
    ),
}


def teksten() -> Iterator[Geval]:
    """YAML that is odd or very much of it, as a fact or as a card of the register."""
    for naam, (pad, tekst) in TEKSTEN.items():

        def maak(map_: Path, _: Path, pad: str = pad, tekst: str = tekst) -> None:
            (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
            (map_ / pad).write_text(tekst, encoding="utf-8")

        bestand = f"{NOTEER} --bestand {{elders}}/../r/{pad}"
        yield Geval(f"tekst:{naam}", maak, (*LEZEN, bestand))


_STIJL = b'<styleSheet><cellStyleXfs count="999999999"/></styleSheet>'
_NAAM = b'<row r="2"><c r="%s" t="inlineStr"><is>%s</is></c></row>'
_ALINEA = b"<w:p><w:r>%s</w:r></w:p>"


def _ernaast(deel: bytes) -> bytes:
    """A workbook with something beside its cells."""
    return xlsx(_KOP + b"</sheetData>" + deel + b"<sheetData>")


def _met_grootte(pak: bytes, grootte: int) -> bytes:
    """A zip of which the list says another size than its part has."""
    plek = pak.rindex(b"PK\1\2") + 24
    return pak[:plek] + grootte.to_bytes(4, "little") + pak[plek + 4 :]


def _xref_ring() -> bytes:
    delen = [b"%%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev %d >>\n"]
    lijf = b"".join(delen) % 80 + b"xref\n0 1\n0000000000 65535 f \ntrailer << /Prev 9 >>\n"
    return lijf + b"startxref\n9\n%%EOF"


def _objecten() -> bytes:
    stroom = zlib.compress(b"1 0 " * (5 * MB), 9)
    kop = b"<< /Type /ObjStm /N 999999999 /First 0 /Length %d /Filter /FlateDecode >>"
    return (
        b"%PDF-1.7\n9 0 obj\n" + kop % len(stroom) + b"\nstream\n" + stroom + b"\nendstream\n%%EOF"
    )


PAKKEN: dict[str, Callable[[], bytes]] = {
    "een kolom van niets.xlsx": lambda: xlsx(_KOP + _NAAM % (b"ZZZZ2", b"<t>x</t>")),
    "een rij terug.xlsx": lambda: xlsx(_KOP * 3 + _NAAM % (b"A-1", b"<t>x</t>")),
    "rijke tekst.xlsx": lambda: xlsx(_KOP + _NAAM % (b"A2", b"<r><t>x</t></r>" * 200_000)),
    "koppelingen over alles.xlsx": lambda: _ernaast(
        b"<hyperlinks>" + b'<hyperlink ref="A1:XFD9999" location="x"/>' * 2000 + b"</hyperlinks>"
    ),
    "veel koppelingen.xlsx": lambda: _ernaast(
        b"<hyperlinks>" + b'<hyperlink ref="A1" location="x"/>' * 60_000 + b"</hyperlinks>"
    ),
    "gedeelde formules.xlsx": lambda: xlsx(
        b'<row r="2"><c r="A2"><f t="shared" ref="A2:A9000" si="0">%sA1</f></c></row>'
        % (b"A1+" * 2000)
        + b"".join(
            b'<row r="%d"><c r="A%d"><f t="shared" si="0"/></c></row>' % (rij, rij)
            for rij in range(3, 9000)
        )
    ),
    "regels voor opmaak.xlsx": lambda: _ernaast(
        b'<conditionalFormatting sqref="A1">%s</conditionalFormatting>'
        % (b'<cfRule type="expression" priority="1"><formula>1</formula></cfRule>' * 60_000)
    ),
    "regels voor invoer.xlsx": lambda: _ernaast(
        b'<dataValidations><dataValidation type="list" sqref="%s"/></dataValidations>'
        % (b"A1 " * 300_000)
    ),
    "bladeinden.xlsx": lambda: _ernaast(
        b"<rowBreaks>" + b'<brk id="1" max="16383" man="1"/>' * 100_000 + b"</rowBreaks>"
    ),
    "stijl van niets.xlsx": lambda: xlsx(_KOP, {"xl/styles.xml": _STIJL}),
    "verbonden bladen.xlsx": lambda: xlsx(
        _KOP, {f"xl/worksheets/s{n}.xml": b"<a/>" for n in range(3000)}
    ),
    "naam van een cel.xlsx": lambda: xlsx(_KOP + _NAAM % (b"A2", b"<t>" + b"&#x1F;" * 9 + b"</t>")),
    "grote letter.xlsx": lambda: xlsx(
        _KOP + _NAAM % (b"A2", b"<t>" + "\u0390".encode() * 300_000 + b"</t>")
    ),
    "tabs.docx": lambda: docx(_ALINEA % (b"<w:tab/>" * 400_000)),
    "regeleinden.docx": lambda: docx(_ALINEA % (b"<w:br/>" * 400_000)),
    "lopende nummers.docx": lambda: docx(
        b'<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr>'
        b"</w:p>"
    ),
    "een keuze.docx": lambda: docx(b"<w:sdt><w:sdtContent>" * 3000),
    "een naamruimte te veel.docx": lambda: docx(
        b"".join(b'<a xmlns:n%d="x%d"/>' % (n, n) for n in range(60_000))
    ),
    "kenmerken.docx": lambda: docx(
        b"<w:p " + b"".join(b'a%d="x" ' % n for n in range(100_000)) + b"/>"
    ),
    "een opdracht.docx": lambda: docx(b"<?xml-stylesheet href='file:///etc/passwd'?>" * 1000),
    "twee grootten.zip": lambda: _met_grootte(zip_met({"a.txt": b"x" * 99}), 0xFFFFFFF0),
    "lange namen.zip": lambda: zip_met({f"{n}/" + "x" * 60_000: b"" for n in range(20)}),
    "mappen.zip": lambda: zip_met({f"{n}/": b"" for n in range(30_000)}),
    "in zichzelf.zip": lambda: zip_met({"a.zip": zip_met({"a.docx": docx(b"<w:p/>" * MB)})}),
    "een staart.zip": lambda: zip_met({"a.txt": b"x"}) + bytes(8 * MB),
    "een kop.zip": lambda: bytes(8 * MB) + zip_met({"a.txt": b"x"}),
    "een lange opmerking.zip": lambda: (
        zip_met({"a.txt": b"x"})[:-2] + b"\xff\xff" + b"PK\5\6" * 16_383
    ),
    "veel woordenlijsten.pdf": lambda: b"%PDF-1.7\n" + b"<< /A << /B (x) >> >>\n" * 200_000,
    "een kop zonder einde.pdf": lambda: b"%PDF-" + b"1" * (4 * MB),
    "vorige en vorige.pdf": _xref_ring,
    "voorwerpen in een stroom.pdf": _objecten,
    "een verkeerde lengte.pdf": lambda: (
        b"%PDF-1.7\n4 0 obj\n<< /Length -1 >>\nstream\nx\nendstream\n%%EOF"
    ),
}


_MAIL = b"From: a@b.nl\nTo: mia@gemeente.nl\nDate: Mon, 4 May 2026 10:00:00 +0200\nSubject: x\n"
_GRENS = b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="%s"\n\n'
POST: dict[str, Callable[[], bytes]] = {
    "een grens van niets.eml": lambda: _MAIL + _GRENS % b"" + b"--\n" * 100_000,
    "een lange grens.eml": lambda: _MAIL + _GRENS % (b"x" * 500_000) + b"x",
    "html in html.eml": lambda: _MAIL + b"Content-Type: text/html\n\n" + b"<div>" * 200_000,
    "html met tekens.eml": lambda: (
        _MAIL + b"Content-Type: text/html\n\n" + b"&lt;&#x202e;" * 200_000
    ),
    "kenmerken zonder einde.eml": lambda: (
        _MAIL + b"Content-Type: text/plain;" + b" a=b;" * 200_000 + b"\n\nx"
    ),
    "kenmerken in delen.eml": lambda: (
        _MAIL
        + b"Content-Disposition: attachment;"
        + b"".join(b" filename*%d*=x;" % n for n in range(50_000))
        + b"\n\nx"
    ),
    "aangehaald.eml": lambda: (
        _MAIL + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=41=\n" * 400_000
    ),
    "uu.eml": lambda: (
        _MAIL + b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 ../x\n" + b"M" * MB
    ),
    "een winmail.eml": lambda: (
        _MAIL
        + b"Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
        + encodebytes(b"\x78\x9f\x3e\x22" * MB)
    ),
    "twee datums.eml": lambda: (
        _MAIL + b"Date: x\nDate: Mon, 4 May 0000 99:99:99 +0000\n" * 9 + b"\nx"
    ),
    "alleen regeleinden.eml": lambda: _MAIL + b"\n" * (8 * MB),
    "oude regeleinden.eml": lambda: (_MAIL + b"\nx\n" * 300_000).replace(b"\n", b"\r"),
}


def pakken() -> Iterator[Geval]:
    """Workbooks, Word files, zips, PDFs and mails of one strange part."""
    for naam, inhoud in {**PAKKEN, **POST}.items():
        soort = f"x.{naam.rpartition('.')[2]}"
        eigen = {
            "docx": (
                f"gesprek gehouden bloem {gelijktijdig.DAG} --word {{elders}}/x.docx",
                "brief controleer {elders}/x.docx bloem",
                "sjabloon controleer {elders}/x.docx",
            ),
            "xlsx": (
                "lijst verplichtingen --uit {elders}/x.xlsx",
                "cijfers inlezen {elders}/x.xlsx",
            ),
            "eml": ("noteer bloem mail --mail {elders}/x.eml",),
            "pdf": ("brief controleer {elders}/x.pdf bloem",),
        }.get(soort[2:], ())

        def maak(_: Path, elders: Path, soort: str = soort, maak_: object = inhoud) -> None:
            assert callable(maak_)
            (elders / soort).write_bytes(maak_())

        noteer = f"{NOTEER} --bijlage {{elders}}/{soort}"
        yield Geval(f"pak:{naam}", maak, (*eigen, noteer, "verifieer"))


SJABLONEN = {
    "aanroep van een reeks": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}"
    "{% endmacro %}{{ m(60) }}",
    "sorteer": "{{ range(999999)|sort|join|length }}",
    "vermenigvuldig tekst": "{{ ('a' ~ 'b' * 9999999)|upper|replace('B', 'BBBB')|length }}",
    "batch": "{{ [1]|batch(999999999, 'x')|list|length }}",
    "vul aan": "{{ '%s' % ('x'|ljust(999999999)) }}",
    "cirkel": "{% for a in cycler(1, 2) %}x{% endfor %}",
    "een waarde van zichzelf": "{% set a = [] %}{% for i in range(60) %}{% set a = [a, a] %}"
    "{% endfor %}{{ a }}",
    "geneste tabel": "| " * 100_000 + "|\n|-|\n",
    "voetnoten": "".join(f"[^{n}]: x\n" for n in range(40_000)),
    "verwijzingen": "[a]: b\n" * 50_000 + "[a][a]" * 50_000,
    "codeblok": "`" * 100_000 + "\n" + "~" * 100_000,
    "html": "<a " * 100_000,
}


def sjablonen() -> Iterator[Geval]:
    """Templates that take long in another way."""
    for naam, tekst in SJABLONEN.items():

        def maak(map_: Path, _: Path, tekst: str = tekst) -> None:
            klein_register.schrijf(map_, {"sjablonen/brieven/classificatie.md": tekst})

        yield Geval(f"vorm:{naam}", maak, (BRIEVEN, "sjabloon controleer"))


def _git(map_: Path, *woorden: str, invoer: bytes | None = None) -> str:
    milieu = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    milieu |= {
        f"GIT_{wie}_{wat}": "x" for wie in ("AUTHOR", "COMMITTER") for wat in ("NAME", "EMAIL")
    }
    git = ["git", "-C", str(map_), *woorden]
    uit = subprocess.run(git, input=invoer, capture_output=True, check=True, env=milieu)
    return uit.stdout.decode().strip()


def _commit(kop: bytes, tekst: bytes = b"x") -> Callable[[Path, Path], None]:
    """A commit of which the head is what it is."""

    def maak(map_: Path, _: Path) -> None:
        boom = _git(map_, "write-tree").encode()
        inhoud = b"tree " + boom + b"\n" + kop + b"\n\n" + tekst + b"\n"
        hash_ = _git(
            map_, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", invoer=inhoud
        )
        (map_ / ".git/refs/heads").mkdir(exist_ok=True)
        _git(map_, "update-ref", _git(map_, "symbolic-ref", "HEAD"), hash_)

    return maak


def _wie(dag: bytes, naam: bytes = b"x <x@x>") -> bytes:
    return b"author " + naam + b" " + dag + b"\ncommitter " + naam + b" " + dag


def _gitmap_elders(map_: Path, elders: Path) -> None:
    """Git works in there: it is where this register is kept."""
    (map_ / ".git").rename(elders.with_name("gitmap"))
    (map_ / ".git").symlink_to(elders.with_name("gitmap"))


def _verwezen(map_: Path, elders: Path) -> None:
    plek = elders.with_name("gitmap")
    (map_ / ".git").rename(plek)
    (map_ / ".git").write_text(f"gitdir: {plek}\n", encoding="utf-8")


def _werkboom(map_: Path, elders: Path) -> None:
    _git(map_, "worktree", "add", "-q", str(elders / "boom"))
    shutil.rmtree(map_)
    (elders / "boom").rename(map_)


def _deelregister(map_: Path, _: Path) -> None:
    _git(map_, "init", "-q", "bloem")
    (map_ / ".gitmodules").write_text('[submodule "b"]\n\tpath = bloem\n\turl = ./b\n')


def _ijl(map_: Path, _: Path) -> None:
    _git(map_, "sparse-checkout", "set", "--no-cone", "/kpis.yaml")


def _takken(map_: Path, _: Path) -> None:
    for naam in ("a\u202eb", "HEAD", "-x", "@{", "x" * 200):
        plek = map_ / ".git/refs/heads" / naam
        plek.write_bytes(b"ref: refs/heads/" + naam.encode() + b"\n")
    (map_ / ".git/refs/tags/x").write_bytes(b"\xff" * 99)


def _pijp(pad: str) -> Callable[[Path, Path], None]:
    def maak(map_: Path, _: Path) -> None:
        (map_ / ".git" / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / ".git" / pad).unlink(missing_ok=True)
        os.mkfifo(map_ / ".git" / pad)

    return maak


def _zet(pad: str, inhoud: bytes) -> Callable[[Path, Path], None]:
    def maak(map_: Path, _: Path) -> None:
        (map_ / ".git" / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / ".git" / pad).write_bytes(inhoud)

    return maak


def _weg(map_: Path, _: Path) -> None:
    for pad in [*(map_ / ".git/objects").glob("??/*")][::2]:
        pad.chmod(0o600)
        pad.unlink()


GIT: dict[str, Callable[[Path, Path], None]] = {
    "een dag van nooit": _commit(_wie(b"99999999999999999999 +9999")),
    "een dag voor alles": _commit(_wie(b"-1 -0000")),
    "zonder dag": _commit(b"author x\ncommitter"),
    "een naam met sturing": _commit(_wie(b"0 +0000", b"\x1b[31m\xe2\x80\xae <\x00@>")),
    "vreemde tekens": _commit(_wie(b"0 +0000") + b"\nencoding klingon", b"\xff\xfe" * 1000),
    "een lang bericht": _commit(_wie(b"0 +0000"), b"x" * (20 * MB)),
    "veel ouders": _commit(
        b"\n".join(b"parent " + b"%040d" % n for n in range(2000)) + b"\n" + _wie(b"0 +0000")
    ),
    "de gitmap is een koppeling": _gitmap_elders,
    "de gitmap staat elders": _verwezen,
    "een werkboom": _werkboom,
    "een deelregister": _deelregister,
    "een ijle uitcheck": _ijl,
    "rare takken": _takken,
    "de helft is weg": _weg,
    "een pijp als uitsluiting": _pijp("info/exclude"),
    "een pijp als kenmerken": _pijp("info/attributes"),
    "een pijp als ondiepte": _pijp("shallow"),
    "een pijp als pak": _pijp("objects/pack/pack-x.idx"),
    "een pijp als index": _pijp("index"),
    "een slot dat bleef": _zet("index.lock", b""),
    "de map van allen": _zet("commondir", b"/\n"),
    "een lange lijst van takken": _zet(
        "packed-refs", b"# pack-refs with: peeled\n" + b"^%040d\n" % 1 * 99_999
    ),
    "een lus in takken": _zet("refs/heads/a", b"ref: refs/heads/a\n"),
    "een ketting van instellingen": _zet(
        "config", b'[include]\n\tpath = config\n[includeIf "gitdir:/"]\n\tpath = config\n'
    ),
    "kaal": _zet("config", b"[core]\n\tbare = true\n"),
    "een andere vorm": _zet(
        "config", b"[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n"
    ),
    "een gespleten index": _zet("index", b"DIRC\x00\x00\x00\x04\xff\xff\xff\xff" + bytes(64)),
}


def git() -> Iterator[Geval]:
    """A repository that is not what git itself would make."""
    for naam, doe in GIT.items():

        def maak(map_: Path, elders: Path, doe: Callable[[Path, Path], None] = doe) -> None:
            begin_git(map_)
            doe(map_, elders)

        lezen = ("controleer --geschiedenis", "vergelijk", "werklijst", "wissen Bloem")
        toen = ("overzicht --bekend 1-5-2026", "tijdlijn bloem --bekend HEAD")
        yield Geval(f"gitmap:{naam}", maak, (*lezen, *toen, f"{NOTEER} --commit"))


def alle() -> list[Geval]:
    """All of it."""
    return [geval for soort in (teksten, pakken, sjablonen, git) for geval in soort()]
