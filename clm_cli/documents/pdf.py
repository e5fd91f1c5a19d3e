"""Floor 6, pdf: a document set by Typst as PDF/A-2a and PDF/UA-1, in fonts that ship with clm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from clm_cli import resources
from clm_cli.documents.blokken import Blok, inleiding, platte, slotdeel
from clm_cli.documents.document import Document, Gegevens, Stijl
from clm_cli.documents.regelstukken import regel, stukjes
from clm_cli.documents.tabelbreedte import blijft_heel, kolombreedten
from clm_cli.meldingen import ClmFout

_LETTERS = Lock()
_LANGE_CEL = 900
"""A row with a cell of more bytes may be divided over two pages."""


def als_pdf(document: Document) -> bytes:
    """The PDF; equal input gives equal bytes on one version of Typst.

    Raises ClmFout for a sign the font lacks.
    """
    return _zet("bladzijde.typ", _gegevens(document), document.datum)


@lru_cache(8)
def als_png(svg: str) -> bytes:
    """A picture in dots, for who reads no SVG; in the fonts that ship with clm.

    The logo is in each letter of a batch, and the same.
    """
    zetter = _zetter()
    with _zonder_paniek():
        gemaakt = zetter.compile(
            b"#set page(width: auto, height: auto, margin: 0pt)\n"
            b'#set text(font: "Liberation Sans")\n'
            b'#image(bytes(sys.inputs.svg), format: "svg")',
            format="png",
            ppi=200,
            font_paths=_letters(),
            sys_inputs={"svg": svg},
        )
    return bytes(gemaakt)


def ijkblad(stijl: Stijl, afzender: str, dag: date) -> bytes:
    """A page to print: where the address window and the folds are expected, with millimetres."""
    gegevens: Gegevens = {
        "kleur": stijl.kleur,
        "afzender": afzender,
        "afzenderregel": stijl.afzenderregel,
        "venster": [stijl.venster_links_mm, stijl.venster_boven_mm],
    }
    return _zet("ijkblad.typ", gegevens, dag)


def bladnummers(maten: Sequence[tuple[float, float]], dag: date) -> bytes:
    """Pages of these sizes, in points, with nothing but their number."""
    return _zet("bladnummers.typ", {"bladen": [list(maat) for maat in maten]}, dag)


def _zetter() -> Any:
    """Typst. Raises ClmFout where it is not installed."""
    try:
        import typst  # not built for every machine; the other formats go without
    except ImportError:
        raise ClmFout(
            "Op deze computer kan clm geen PDF maken.", nu="kies --vorm docx of html"
        ) from None
    return typst


@cache
def _letters() -> Any:
    """The fonts that ship with clm, and no other: read once, however many letters are made."""
    return _zetter().Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(resources.lettertypen())],
    )


def _zet(opmaak: str, gegevens: Gegevens, dag: date) -> bytes:
    zetter = _zetter()
    with _LETTERS:  # a batch is set by more threads
        letters = _letters()
    try:
        with _zonder_paniek():
            gemaakt = zetter.compile(
                Path(__file__).with_name(opmaak),
                format="pdf",
                font_paths=letters,
                sys_inputs={"data": json.dumps(gegevens, ensure_ascii=False)},
                pdf_standards=["a-2a", "ua-1"],
                timestamp=int(datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC).timestamp()),
            )
    except zetter.TypstError as fout:
        raise _in_woorden(str(fout), gegevens) from None
    return bytes(gemaakt)


@contextmanager
def _zonder_paniek() -> Iterator[None]:
    """Typst is written in Rust: where it gives up it raises what no `except Exception` catches."""
    try:
        yield
    except BaseException as fout:
        if type(fout).__name__ != "PanicException":
            raise
        raise ClmFout(
            "De bladzijde kan niet worden gemaakt: het zetprogramma is gestopt.",
            nu="kies --vorm docx of html, en meld dit als fout in clm",
        ) from None


def _in_woorden(fout: str, gegevens: Gegevens) -> ClmFout:
    """What Typst refused, in Dutch.

    It is a sign that the font lacks, with the text it stands in, or a logo that is no picture.
    """
    begin = "De PDF kan niet worden gemaakt"
    if gevonden := re.search(r'the text `"(.)', fout, re.DOTALL):
        teken = gevonden[1]
        tekst = next((t for t in _teksten(gegevens) if teken in t), teken)
        plaats = max(0, tekst.index(teken) - 30)
        return ClmFout(
            (
                f"{begin}: het lettertype heeft het teken '{teken}' (U+{ord(teken):04X}) niet. "
                f"Het staat in: '{tekst[plaats : plaats + 60].strip()}'."
            ),
            nu="schrijf het anders, of kies --vorm docx of html",
        )
    if "SVG" in fout:
        return ClmFout(
            f"{begin}: het logo is geen SVG-afbeelding die te lezen is.",
            nu="verbeter het logo in huisstijl/, of haal het daar weg",
        )
    return ClmFout(
        f"{begin} ({fout.strip().splitlines()[0] if fout.strip() else 'zonder uitleg'}).",
        nu="kies --vorm docx of html, en meld dit als fout in clm",
    )


def _teksten(ding: object) -> Iterator[str]:
    """All texts that go into a document."""
    if isinstance(ding, str):
        yield ding
    elif isinstance(ding, dict):
        for deel in ding.values():
            yield from _teksten(deel)
    elif isinstance(ding, (list, tuple)):
        for deel in ding:
            yield from _teksten(deel)


def zetterversie() -> str | None:
    """The version of Typst that sets the pages; None where it is not installed."""
    try:
        return version("typst")
    except PackageNotFoundError:
        return None


def _gegevens(document: Document) -> Gegevens:
    stijl, hoofd, dag = document.stijl, document.briefhoofd, document.datum
    return {
        "titel": document.titel,
        "afzender": document.afzender,
        "datum": [dag.year, dag.month, dag.day],
        "opmaak": document.opmaak if hoofd else "verslag",
        "concept": document.concept,
        "kleur": stijl.kleur,
        "lettertype": "Liberation Sans",
        "kop": regel(document.afzender),
        "voettekst": regel(stijl.voettekst),
        "logo": stijl.logo,
        "afzenderregel": regel(stijl.afzenderregel),
        "venster": [stijl.venster_links_mm, stijl.venster_boven_mm],
        "hoofd": {
            "verzendwijze": hoofd.verzendwijze,
            "aan": list(map(regel, hoofd.aan)),
            "velden": [list(map(regel, rij)) for rij in hoofd.velden],
            "bladregel": regel(hoofd.bladregel),
        }
        if hoofd
        else None,
        "blokken": _bijeen(document.blokken),
    }


def _bijeen(blokken: Sequence[Blok]) -> list[Blok]:
    """The closing of a letter with the paragraph before it in one block: no signature alone."""
    begin, einde = slotdeel(blokken)
    rijen = [
        _in_stukken(blok) | ({"erbij": True} if inleiding(blokken, nr) else {})
        for nr, blok in enumerate(blokken)
    ]
    slot = [{"soort": "bijeen", "blokken": rijen[begin:einde]}] if begin < einde else []
    return [*rijen[:begin], *slot, *rijen[einde:]]


def _in_stukken(blok: Blok) -> Blok:
    """A block with its lines in pieces, and a table with the widths of its columns."""
    match blok["soort"]:
        case "kop" | "alinea":
            return {**blok, "stukjes": list(stukjes(blok["stukjes"]))}
        case "citaat":
            return {**blok, "blokken": list(map(_in_stukken, blok["blokken"]))}
        case "lijst":
            return {**blok, "items": [list(map(_in_stukken, item)) for item in blok["items"]]}
        case "tabel":
            return _tabel(blok)
    return blok


def _tabel(blok: Blok) -> Blok:
    return {
        **blok,
        "kop": [list(stukjes(cel, cel=True)) for cel in blok["kop"]],
        "rijen": [
            {
                "cellen": [list(stukjes(cel, cel=True)) for cel in rij],
                "lang": max(len(platte(cel).encode()) for cel in rij) > _LANGE_CEL,
            }
            for rij in blok["rijen"]
        ],
        "breedten": kolombreedten(blok),
        "heel": blijft_heel(blok),
    }
