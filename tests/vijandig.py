"""What means harm or is broken: registers, files, templates, each with commands that meet them."""

from __future__ import annotations

import gc
import io
import os
import re
import resource
import shutil
import signal
import stat
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clm_cli.cli.hoofd import draai
from tests import gelijktijdig, klein_register

NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
LEZEN = ("werklijst", "controleer", "toon bloem", "verifieer")
SCHRIJVEN = {
    "bloem/contacten": NOTEER,
    "bloem/signalen": "signaal bloem iets --soort kwaliteit --ernst feitelijk "
    "--bekend-bij mia --datum 2026-05-18",
    "bloem/gesprekken": "gesprek gepland bloem --datum 2026-07-01 --soort regulier "
    "--contract ambulant",
    "bloem/contracten": "contract nieuw bloem dag --overeenkomst raam --nummer 1 --zorgvorm dag "
    "--looptijd uitvoering_van=2025-01-01",
    "bloem/brieven": "brief maak bloem classificatie --vorm md --ja",
    "bloem/escalaties": gelijktijdig.SLUIT,
    "bloem/lijsten": "lijst risicos bloem --wat Iets --kans hoog --gevolg hoog",
    "bloem": NOTEER,
    "sjablonen": "sjabloon kopieer verslag",
    "huisstijl": "sjabloon briefpapier",
    ".clm": NOTEER,
    ".clm/concepten": "noteer bloem gebeld --wijze telefoon --richting uitgaand",
    ".clm/schema": "schema",
    ".clm/slot": NOTEER,
    ".clm/gemaakt": "plan bloem --vastleggen --vorm md",
    ".clm/.gitignore": NOTEER,
    ".vscode": "schema",
    ".vscode/settings.json": "schema",
}
"""Where a command writes, and one that does."""
BRIEVEN = f"brief maak bloem {gelijktijdig.BRIEF} --vorm md --ja"


@dataclass(frozen=True)
class Geval:
    """Something hostile: how it comes into a register, and the commands that meet it."""

    naam: str
    maak: Callable[[Path, Path], None]
    opdrachten: tuple[str, ...]


@dataclass(frozen=True)
class Verloop:
    """How one command went: exit code (None when it hung), seconds of work, megabytes."""

    code: int | None
    seconden: float
    mb: float
    """What it took beside what the process held that it was made from."""


def schoon(map_: Path) -> Path:
    """The register that is made hostile."""
    return gelijktijdig.maak(map_)


def doe(map_: Path, woorden: str, uiterlijk: float = 60) -> Verloop:
    """One command in a process of its own, killed when it takes too long.

    What stands before it, as `COLUMNS=0`, is in its surroundings.
    """
    _, alles, gedeeld, *_ = map(int, Path("/proc/self/statm").read_text().split())
    eigen = (alles - gedeeld) * resource.getpagesize() / 2**20  # what it maps, a fork maps itself
    kind = os.fork()
    if not kind:
        code = 99
        gc.disable()  # as clm does for itself
        try:
            niets = os.open(os.devnull, os.O_RDWR)
            for stroom in (0, 1, 2):
                os.dup2(niets, stroom)
            signal.alarm(0)
            woorden_ = woorden.split()
            while re.match(r"[A-Z_]+=", woorden_[0]):
                naam, _, waarde = woorden_.pop(0).partition("=")
                os.environ[naam] = waarde
            vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
            code = draai([*woorden_, *vast])
        finally:
            os._exit(code)
    einde = time.monotonic() + uiterlijk
    while True:
        klaar, status, gebruik = os.wait4(kind, os.WNOHANG)
        if klaar:
            break
        if time.monotonic() > einde:
            os.kill(kind, signal.SIGKILL)
            _, status, gebruik = os.wait4(kind, 0)
            return Verloop(None, uiterlijk, gebruik.ru_maxrss / 1024 - eigen)
        time.sleep(0.005)
    werk = gebruik.ru_utime + gebruik.ru_stime
    return Verloop(os.waitstatus_to_exitcode(status), werk, gebruik.ru_maxrss / 1024 - eigen)


def staat(map_: Path) -> dict[str, object]:
    """What stands in a folder, to see whether anything in it was touched."""
    uit: dict[str, object] = {}
    for pad in sorted(map_.rglob("*")):
        s = pad.lstat()
        uit[str(pad)] = (s.st_mode, s.st_size if stat.S_ISREG(s.st_mode) else 0, s.st_mtime_ns)
    return uit


def _vervang(map_: Path, pad: str, maak: Callable[[Path], object]) -> None:
    """Something else in the place of a file or a folder, which goes to the side."""
    doel = map_ / pad
    doel.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(doel):
        doel.rename(map_.parent / f"opzij-{pad.replace('/', '-')}")
    maak(doel)


def _koppeling(pad: str) -> Callable[[Path, Path], None]:
    def maak(map_: Path, elders: Path) -> None:
        doel = elders / "doel"
        if "." in pad.rpartition("/")[2][1:] or pad in (".clm/slot", ".clm/gemaakt"):
            doel.write_text("van een ander\n", encoding="utf-8")
        else:
            bestond = map_ / pad
            if bestond.is_dir():
                bestond.rename(doel)
            else:
                doel.mkdir()
        _vervang(map_, pad, lambda plek: plek.symlink_to(doel))

    return maak


def koppelingen() -> Iterator[Geval]:
    """Every place where clm writes, as a link to elsewhere."""
    for pad, opdracht in SCHRIJVEN.items():
        yield Geval(f"link:{pad}", _koppeling(pad), (opdracht, *LEZEN))
    for pad in ("organisatie.yaml", "kpis.yaml", "bloem/aanbieder.yaml"):
        yield Geval(f"link:{pad}", _koppeling(pad), (NOTEER, *LEZEN))

    def naar_zichzelf(map_: Path, _: Path) -> None:
        (map_ / "x.yaml").symlink_to("x.yaml")
        (map_ / "bloem/y").symlink_to("y")

    yield Geval("link:naar zichzelf", naar_zichzelf, (NOTEER, *LEZEN))


PIJPEN = (
    ".clm/slot",
    ".clm/gemaakt",
    ".clm/.gitignore",
    "organisatie.yaml",
    "kpis.yaml",
    "bloem/contacten/2026-05-01-telefoon.yaml",
    "sjablonen/brieven/classificatie.md",
    "sjablonen/verslag.md",
    "huisstijl/logo.svg",
    "huisstijl/briefpapier.docx",
    "huisstijl/huisstijl.yaml",
    ".git/HEAD",
    ".git/config",
    ".vscode/settings.json",
    f"bloem/brieven/{gelijktijdig.BRIEF}/brief.md",
)
HUISSTIJL = "lettertype: Liberation Sans\nlogo: logo.svg\nbriefpapier: briefpapier.docx\n"


def pijpen() -> Iterator[Geval]:
    """A pipe that nobody writes to, or a device, where a file belongs."""

    def geval(pad: str, soort: str, plaats: Callable[[Path], object]) -> Geval:
        def maak(map_: Path, _: Path) -> None:
            if pad.startswith("huisstijl/") and not pad.endswith("huisstijl.yaml"):
                klein_register.schrijf(map_, {"huisstijl/huisstijl.yaml": HUISSTIJL})
            _vervang(map_, pad, plaats)

        return Geval(f"{soort}:{pad}", maak, (BRIEVEN, "schema", *LEZEN))

    for pad in PIJPEN:
        yield geval(pad, "pijp", os.mkfifo)
        yield geval(pad, "nul", lambda plek: plek.symlink_to("/dev/zero"))
        yield geval(pad, "map", lambda plek: plek.mkdir())


def genoemd() -> Iterator[Geval]:
    """What the user names on the command line."""
    soorten: dict[str, Callable[[Path], object]] = {
        "pijp": os.mkfifo,
        "nul": lambda plek: plek.symlink_to("/dev/zero"),
        "map": lambda plek: plek.mkdir(),
        "5 GB": lambda plek: os.truncate(os.open(plek, os.O_CREAT | os.O_RDWR), 5 << 30),
        "leeg": lambda plek: plek.touch(),
        "niets": lambda _: None,
        "rommel": lambda plek: plek.write_bytes(bytes(range(256)) * 4000),
    }
    for soort, plaats in soorten.items():

        def maak(map_: Path, elders: Path, plaats: Callable[[Path], object] = plaats) -> None:
            for uitgang in ("pdf", "docx", "xlsx", "csv", "yaml", "md"):
                plaats(elders / f"x.{uitgang}")
            (map_.parent / "elders-naam").write_text(str(elders), encoding="utf-8")

        yield Geval(
            f"genoemd:{soort}",
            maak,
            (
                f"{NOTEER} --bijlage {{elders}}/x.pdf",
                f"{NOTEER} --bestand {{elders}}/x.yaml",
                "lijst verplichtingen --uit {elders}/x.xlsx",
                "lijst verplichtingen --uit {elders}/x.csv",
                f"gesprek gehouden bloem {gelijktijdig.DAG} --word {{elders}}/x.docx",
                "brief controleer {elders}/x.docx bloem",
                "brief controleer {elders}/x.pdf bloem",
                "brief controleer {elders}/x.md bloem",
                "brief binnengekomen bloem --document {elders}/x.pdf --van x --onderwerp x",
                "sjabloon controleer {elders}/x.docx",
            ),
        )


LANG = 1_000_000
TEKSTEN: dict[str, bytes] = {
    "een lange regel": b"kern: " + b"x" * LANG,
    "een lange regel in haken": b"a: [" + b"x, " * (LANG // 3) + b"]",
    "een lange sleutel": b"k" * LANG + b": x",
    "te groot": b"# " + b"x" * (10 << 20),
    "haken": b"[" * 100_000,
    "accolades": b"{" * 100_000,
    "koppeltekens": b"- " * 100_000,
    "een regeleinde van vroeger": b'? \r"\\n"',
    "een regeleinde van vroeger in tekst": b'kern: "een\rtwee"\nmet: "x',
    "een nul": b"kern: a\x00b",
    "half utf-8": b"kern: \xff\xfe",
    "utf-16": "kern: x".encode("utf-16"),
    "een anker": b"a: &a [*a, *a]",
    "een bom": b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a]\n" % n for n in range(5000)),
    "een merge": b"<<: {a: b}",
    "een type": b"a: !!python/object/apply:os.system [ls]",
    "twee documenten": b"a: b\n---\nc: d",
    "conflict": b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x",
    "een tab achteraan": b"a: b\t\n",
    "zonder spatie": b"{a: b, c:25}",
    "een groot getal": b"datum: " + b"9" * 5000,
    "een dag die niet bestaat": b"datum: 2026-02-30",
    "sturende tekens": "kern: \u202e\u200b\u2028".encode(),
    "een surrogaat": b'kern: "\\ud800"',
    "een escape": b'kern: "\\e]0;x\\a"',
    "regels": b"a: b\n" * 100_000,
    "opmerkingen": b"# x\n" * 200_000,
    "aanhalingstekens": b"a: '" + b"''" * 300_000,
    "gevouwen": b"a: >\n" + b"  x\n\n" * 100_000,
    "punten": b"a: ...\n" * 1000 + b"...\n",
    "procenten": b"%YAML 9.9\n---\na: b",
}


def yaml() -> Iterator[Geval]:
    """Bytes that are no record, in every kind of file."""
    plaatsen = (
        "bloem/contacten/2026-05-04-telefoon.yaml",
        "organisatie.yaml",
        "kpis.yaml",
        "lezingen/2026-01-01-x.yaml",
        "regimes/eigen.yaml",
        f"bloem/brieven/{gelijktijdig.BRIEF}/brief.yaml",
    )
    for naam, inhoud in TEKSTEN.items():
        for pad in plaatsen:

            def maak(map_: Path, _: Path, pad: str = pad, inhoud: bytes = inhoud) -> None:
                (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
                (map_ / pad).write_bytes(inhoud)

            yield Geval(f"yaml:{naam}:{pad}", maak, ("controleer", "werklijst"))


SJABLONEN = {
    "lus": "{% for a in range(10**9) %}x{% endfor %}",
    "lus in lus": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "herhaling": "{{ 'x' * 10**9 }}",
    "herhaling zonder macht": "{{ 'x' * 1000000000 }}",
    "herhaalde lijst": "{{ ([1] * 1000000000)|length }}",
    "macht": "{{ 10**10**8 }}",
    "keer op keer": "{% set n = namespace(x=9) %}{% for a in range(99) %}"
    "{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "plus op plus": "{% set n = namespace(x='xxxxxxxxxx') %}{% for a in range(40) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x|length }}",
    "midden": "{{ 'x'|center(10000000000) }}",
    "opmaak": "{{ '%1000000000d' % 1 }}",
    "format": "{{ '{:1000000000d}'.format(1) }}",
    "lipsum": "{{ lipsum(1000000) }}",
    "inspringen": "{{ ('x\n' * 100000)|indent(10000) }}",
    "wordwrap": "{{ ('x ' * 900000)|wordwrap(1) }}",
    "tabel": "{% for a in range(20000) %}| a | b |\n{% endfor %}",
    "in zichzelf": "{% include 'brieven/classificatie.md' %}",
    "erft van zichzelf": "{% extends 'brieven/classificatie.md' %}",
    "macro in macro": "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "een pad naar buiten": "{% include '../../../../etc/passwd' %}",
    "een pad van de wortel": "{% include '/etc/passwd' %}",
    "een klasse": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "een attribuut": "{{ ''|attr('__class__') }}",
    "een fout": "{% if %}",
    "haken": "[" * 50_000,
    "sterren": "*a_ " * 50_000,
    "koppelingen": "[a](b" * 50_000,
    "citaten": ">" * 50_000,
    "kop": "#" * 500_000,
}


def sjablonen() -> Iterator[Geval]:
    """Templates of a received register."""
    for naam, tekst in SJABLONEN.items():

        def maak(map_: Path, _: Path, inhoud: bytes = tekst.encode()) -> None:
            plek = map_ / "sjablonen/brieven/classificatie.md"
            plek.parent.mkdir(parents=True)
            plek.write_bytes(inhoud)

        yield Geval(f"sjabloon:{naam}", maak, (BRIEVEN, "sjabloon controleer"))

    def cp1252(map_: Path, _: Path) -> None:
        plek = map_ / "sjablonen/brieven/classificatie.md"
        plek.parent.mkdir(parents=True)
        plek.write_bytes("Geïnformeerd".encode("cp1252"))

    yield Geval("sjabloon:cp1252", cp1252, (BRIEVEN, "sjabloon controleer"))


def zip_met(delen: dict[str, bytes]) -> bytes:
    """A zip with these parts, packed as small as can be."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pak:
        for naam, inhoud in delen.items():
            pak.writestr(naam, inhoud)
    return uit.getvalue()


_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="{doel}"/></Relationships>'
)


def docx(lijf: bytes) -> bytes:
    """A Word file with this body."""
    tekst = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>'.encode()
    return zip_met(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS.format(doel="word/document.xml").encode(),
            "word/document.xml": tekst + lijf + b"</w:body></w:document>",
        }
    )


def xlsx(rijen: bytes, delen: dict[str, bytes] | None = None) -> bytes:
    """A workbook with these rows in its only sheet."""
    m = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    blad = _RELS.format(doel="worksheets/sheet1.xml").replace('officeDocument"', 'worksheet"')
    boek = f'<workbook xmlns="{m}" xmlns:r="{r}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
    return zip_met(
        {
            "[Content_Types].xml": _TYPES.replace(
                b"</Types>",
                b'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxml'
                b'formats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            ),
            "_rels/.rels": _RELS.format(doel="xl/workbook.xml").encode(),
            "xl/_rels/workbook.xml.rels": blad.encode(),
            "xl/workbook.xml": f"{boek}</sheets></workbook>".encode(),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{m}"><sheetData>'.encode()
            + rijen
            + b"</sheetData></worksheet>",
            **(delen or {}),
        }
    )


_CEL = b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'
_KOP = (
    b'<row r="1">'
    + b"".join(
        _CEL % (f"{kolom}1".encode(), naam)
        for kolom, naam in zip(
            "ABCDE", (b"dossier", b"verplichting", b"uiterlijk", b"gedaan", b"bewijs"), strict=True
        )
    )
    + b"</row>"
)
MB = 1 << 20
BESTANDEN: dict[str, Callable[[], bytes]] = {
    "bom.docx": lambda: docx(b"<w:p><w:r><w:t>" + b"x" * (300 * MB) + b"</w:t></w:r></w:p>"),
    "alineas.docx": lambda: docx(b"<w:p/>" * 300_000),
    "alineas met tekst.docx": lambda: docx(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 150_000),
    "diep.docx": lambda: docx(b"<w:tbl><w:tr><w:tc>" * 5000),
    "geen document.docx": lambda: zip_met({"[Content_Types].xml": _TYPES}),
    "vreemde wortel.docx": lambda: docx(b"").replace(b"PK", b"PK"),
    "delen.docx": lambda: zip_met({f"{n}.xml": b"x" for n in range(5000)}),
    "bom.xlsx": lambda: xlsx(_KOP + b" " * (300 * MB)),
    "hoek.xlsx": lambda: xlsx(
        _KOP + b'<row r="1048576">' + _CEL % (b"XFD1048576", b"x") + b"</row>"
    ),
    "rijen.xlsx": lambda: xlsx(_KOP + b'<row r="2"/>' * 300_000),
    "dimensie.xlsx": lambda: xlsx(_KOP + b'<row r="1000000000"/>'),
    "gedeelde teksten.xlsx": lambda: xlsx(
        _KOP, {"xl/sharedStrings.xml": b"<sst>" + b"<si><t>x</t></si>" * 3_000_000 + b"</sst>"}
    ),
    "veel rijen.csv": lambda: b"dossier;verplichting\n" + b"a;b\n" * 10_000_000,
    "lang veld.csv": lambda: b'dossier;verplichting\n"' + b"x" * (4 * MB),
    "kolommen.csv": lambda: b";".join([b"x"] * 1_000_000),
    "haken.md": lambda: b"[" * 200_000,
    "sterren.md": lambda: b"*a_ " * 150_000,
    "koppelingen.md": lambda: b"[a](b" * 100_000,
    "groot.md": lambda: b"x " * (5 * MB),
    "tabel.md": lambda: b"|a|\n|-|\n" + b"|a|\n" * 200_000,
    "citaten.md": lambda: b">" * 200_000,
    "kapot.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj << /Length 99999999 >> stream\n" * 1000,
}


def bestanden() -> Iterator[Geval]:
    """Files that are small on the disk and large in memory, or knotted."""
    for naam, inhoud in BESTANDEN.items():

        def maak(
            _: Path, elders: Path, naam: str = naam, inhoud: Callable[[], bytes] = inhoud
        ) -> None:
            (elders / f"x.{naam.rpartition('.')[2]}").write_bytes(inhoud())

        uitgang = naam.rpartition(".")[2]
        opdrachten = {
            "docx": (
                "brief controleer {elders}/x.docx bloem",
                f"gesprek gehouden bloem {gelijktijdig.DAG} --word {{elders}}/x.docx",
                f"{NOTEER} --bijlage {{elders}}/x.docx",
            ),
            "xlsx": (
                "lijst verplichtingen --uit {elders}/x.xlsx",
                f"{NOTEER} --bijlage {{elders}}/x.xlsx",
            ),
            "csv": ("lijst verplichtingen --uit {elders}/x.csv",),
        }.get(uitgang, (f"brief controleer {{elders}}/x.{uitgang} bloem",))
        yield Geval(f"bestand:{naam}", maak, opdrachten)


def alle() -> list[Geval]:
    """All of it."""
    maten = (koppelingen, pijpen, genoemd, yaml, sjablonen, bestanden)
    return [geval for soort in maten for geval in soort()]


LANGST, GROOTST = 1.0, 240.0
"""The seconds of work and the megabytes that anything may take."""


def klachten(begin: Path, werk: Path, geval: Geval, traag: float = 1.0) -> tuple[int, list[str]]:
    """How many commands were run on something hostile, and what was wrong with any of them.

    A machine that is busy counts its seconds `traag` times.
    """
    werk.mkdir(exist_ok=True)
    map_, elders = shutil.copytree(begin, werk / "r"), werk / "elders"
    elders.mkdir()
    geval.maak(map_, elders)
    uit, voor = list[str](), staat(elders)
    for opdracht in geval.opdrachten:
        ging = doe(map_, opdracht.replace("{elders}", str(elders)))
        fout = [
            "hangs" if ging.code is None else "",
            f"ends with {ging.code}" if ging.code not in (None, 0, 1, 2, 3) else "",
            f"takes {ging.seconden:.1f} s" if ging.seconden > LANGST * traag else "",
            f"takes {ging.mb:.0f} MB" if ging.mb > GROOTST else "",
            "touched what is not in the register" if staat(elders) != voor else "",
        ]
        voor = staat(elders)
        uit += [f"{geval.naam}: {opdracht}: {wat}" for wat in fout if wat]
    shutil.rmtree(werk)
    return len(geval.opdrachten), uit
