"""Every template filled from a full record, and again with other words in every text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from unicodedata import normalize

from clm_cli import resources
from clm_cli.cli.omgeving import omgeving
from clm_cli.cli.schrijven import Werk
from clm_cli.commands.brieven import opstel
from clm_cli.commands.brieven.kaart import Kaart, als_boom
from clm_cli.documents.blokken import als_tekst, ontleed, platte
from clm_cli.documents.brieven import gegevens as briefdata
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.gesprekken.agenda import agenda
from clm_cli.documents.gesprekken.verslag import verslag
from clm_cli.documents.plan import plan
from clm_cli.documents.sjablonen import vul
from clm_cli.documents.teruglezen import brieftekst, tekst_van
from clm_cli.kijk import blik_op
from tests.brieven.volle_registers import DOSSIERS, opdrachten, verhaal

_MERK = re.compile("Qz([0-9]+)zQ")
VORMEN = ("md", "pdf", "docx", "html")
NAMEN = [
    'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"',
    "*x*",
    "_a_ b",
    "`c`",
    "{{ x }}",
    "{% x %}",
    "{# x #}",
    "$1$",
    "$\\frac{a}{b}$",
    "\\",
    "1. a",
    "#1.",
    "- a",
    "# k",
    "a | b",
    "|-|",
    "https://x.nl",
    "&amp;",
    "=cmd|' /C calc'!A0",
    '#eval("1+1")',
    '#import "x"',
    "@ref",
    "<!-- x -->",
    "<script>alert(1)</script>",
    "<b>vet</b>",
    "~~weg~~",
    "![a](b)",
    "[a](b)",
    "a -- b",
    "'s-Hertogenbosch",
    "'t Gooi",
    "Zorg [regio Oost]",
    "é ü ø ß €",
    "100 %",
    "a\\b\\",
    "x^2",
    "//",
    "/* x */",
    "#(1+1)",
    "<label>",
    "+ a",
    "= kop",
    "a*b*c",
    "__a__",
    "^[x]",
    "{#id}",
    "%PDF",
    "w:t",
    "a – b",
    "(((",
    "]]>",
    "Zorg" * 75,
    "𝄞 Muziek",
    "Zorg 😀",
    "e\u0301a\u0308",
    "שלום",
    "مرحبا",
    "中文",
    "”gekruld“",
    "Zorg\u00adstreep",
]
"""Names that mean something to Markdown, Jinja, Typst, HTML, Word or a spreadsheet, and signs
that a font may lack."""
ZONDER_LETTER = ["𝄞 Muziek", "Zorg 😀", "مرحبا", "中文"]
"""Of these the font of the PDF lacks a sign."""
ZACHT = "Zorg\u00adstreep"
"""Where a line ends in it, paper shows the hyphen."""
DRUKBAAR = [naam for naam in NAMEN if naam not in (*ZONDER_LETTER, ZACHT)]
GEWEIGERD = ["Zorg\u200bCo", "Zorg\u202eoC", "Zorg\x07", "\ufeffZorg", "a\u2066b", "a\x00b"]
"""Names with signs that steer instead of being read."""
SOORTEN = [(contract, opdracht.id) for contract in ("J", "S") for opdracht in opdrachten(contract)]
ANDERE = [("gesprek", "agenda"), ("gesprek", "verslag"), ("gesprek", "plan")]


@dataclass(frozen=True, slots=True)
class Bron:
    """What a document is made of: the template and what it is filled with."""

    naam: str
    gegevens: dict[str, Any]
    document: Document
    liever: tuple[str, ...] = ()


class Bronnen:
    """Every document of the full registers, each filled once."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.klaar: dict[tuple[str, str], Bron] = {}
        self.brieven: dict[str, dict[str, Path]] = {}

    @cache  # noqa: B019 - lives as long as the tests of one module
    def werk(self, contract: str, dag: str = "2026-07-27") -> Werk:
        if contract == "gesprek":
            return Werk(
                omgeving(
                    {
                        "--map": str(resources.voorbeeld()),
                        "--vandaag": "2026-05-18",
                        "--door": "marieke-hoekstra",
                    }
                )
            )
        map_ = self.map / contract
        if not map_.exists():
            map_.mkdir(parents=True)
            self.brieven[contract] = verhaal(map_, contract, "md", "pdf")
        return Werk(omgeving({"--map": str(map_), "--vandaag": dag, "--door": "mia"}))

    def bron(self, contract: str, id_: str) -> Bron:
        if (contract, id_) not in self.klaar:
            if contract == "gesprek":
                self.klaar[contract, id_] = _ander(self.werk(contract), id_)
            else:
                werk = self.werk(contract)
                brief = self.brieven[contract][id_]
                self.klaar[contract, id_] = _brief(werk, contract, brief.name)
        return self.klaar[contract, id_]


def _brief(werk: Werk, contract: str, naam: str) -> Bron:
    """A letter of the story, filled once more."""
    dossier = werk.dossier(DOSSIERS[contract])
    brief = next(b for b in dossier.brieven if b.id == naam)
    kaart = Kaart(brief.pad, als_boom(brief.kaart), is_nieuw=False)
    inhoud = opstel.stel_inhoud(werk, dossier, kaart)
    opgesteld = opstel.maak_document(werk, inhoud, concept=True)
    document = opgesteld.document
    assert opgesteld.gevuld.ontbreekt == (), (naam, opgesteld.gevuld.ontbreekt)
    regime = inhoud.contract.regime.id if inhoud.contract.regime else ""
    return Bron(
        f"brieven/{kaart.boom['soort']}",
        briefdata.gegevens(inhoud),
        replace(document, concept=False),
        f"brieven/{regime}/{kaart.boom['soort']}",
    )


def _ander(werk: Werk, id_: str) -> Bron:
    dossier, dag = werk.dossier("de-klaproos"), date(2026, 5, 18)
    gehouden = next(g for g in dossier.gesprekken if g.kaart.record.gehouden)
    blik = blik_op(werk.register, dossier, dag)
    maak = agenda if id_ == "agenda" else verslag
    data = plan(blik) if id_ == "plan" else maak(blik, gehouden)
    return Bron(id_, data, Document(id_, dag, "Jeugd en Zorg", [], ""))


def maak_document(bron: Bron, woorden: Callable[[str], str] | None = None) -> Document:
    """The document, with every text of the record changed by `woorden`."""
    data = _anders(bron.gegevens, woorden) if woorden else dict(bron.gegevens)
    if "kop" in data:
        data["kop"] = briefdata.kopteller()
    gevuld = vul(bron.naam, data, liever=bron.liever)
    hoofd = bron.document.briefhoofd
    if hoofd and woorden:
        hoofd = Briefhoofd(
            hoofd.verzendwijze,
            tuple(map(woorden, hoofd.aan)),
            tuple((naam, woorden(waarde)) for naam, waarde in hoofd.velden),
        )
    return replace(
        bron.document, blokken=ontleed(gevuld.markdown), markdown=gevuld.markdown, briefhoofd=hoofd
    )


def _anders(ding: Any, woorden: Callable[[str], str]) -> Any:
    if isinstance(ding, str):
        return type(ding)(woorden(ding)) if " " in ding else ding
    if isinstance(ding, dict):
        return {naam: _anders(deel, woorden) for naam, deel in ding.items()}
    return (
        type(ding)(_anders(deel, woorden) for deel in ding)
        if isinstance(ding, (list, tuple))
        else ding
    )


def met(namen: Callable[[int], str]) -> Callable[[str], str]:
    """Puts a name behind the first word of each text, by its number.

    One word alone is an answer or an id and stays.
    """
    teller = count()

    def woorden(tekst: str) -> str:
        if " " not in tekst:
            return tekst
        eerste, rest = tekst.split(" ", 1)
        return f"{eerste} {namen(next(teller))} {rest}"

    return woorden


def met_namen(
    bron: Bron, namen: list[str], begin: int
) -> tuple[Document, dict[str, str], set[str]]:
    """The document with these names in turn, what each format has to say, and the names printed.

    What it has to say is worked out with harmless words in the same places, so that a name that is
    misread is seen.
    """
    document = maak_document(bron, met(lambda nr: namen[(begin + nr) % len(namen)]))
    gewoon = maak_document(bron, met(lambda nr: f"Qz{nr}zQ"))
    teksten, gedrukt = {}, set()
    for vorm in VORMEN:
        teksten[vorm] = _zonder_tekens(
            _MERK.sub(lambda m: kaal(namen[(begin + int(m[1])) % len(namen)]), _ruw(gewoon, vorm)),
            vorm,
            document,
        )
        gedrukt |= {
            namen[(begin + int(nr)) % len(namen)] for nr in _MERK.findall(_ruw(gewoon, vorm))
        }
    return document, teksten, gedrukt


def alle_namen(bron: Bron, namen: list[str]) -> Iterator[tuple[Document, dict[str, str]]]:
    """As few documents as it takes until each name was printed in this template."""
    plaatsen = {
        int(nr)
        for nr in _MERK.findall(_ruw(maak_document(bron, met(lambda nr: f"Qz{nr}zQ")), "md"))
    }
    nog = set(namen)

    def nieuw(begin: int) -> set[str]:
        return {namen[(begin + plaats) % len(namen)] for plaats in plaatsen} & nog

    while nog:
        begin = max(range(len(namen)), key=lambda b: len(nieuw(b)))
        document, teksten, gedrukt = met_namen(bron, namen, begin)
        assert gedrukt & nog
        nog -= gedrukt
        yield document, teksten


def kaal(tekst: str) -> str:
    """Text without white space: where a format breaks its lines makes no difference."""
    return re.sub(r"\s+", "", tekst)


def verwacht(document: Document, vorm: str) -> str:
    """All that a format has to say."""
    return _zonder_tekens(_ruw(document, vorm), vorm, document)


def _ruw(document: Document, vorm: str) -> str:
    """All that a format has to say, from the head and the blocks.

    In Word and PDF the sender stands at the head of the page.
    """
    hoofd = document.briefhoofd
    boven = (
        (
            "" if vorm in ("pdf", "docx") else document.afzender,
            document.stijl.afzenderregel,
            *hoofd.adres,
            *(deel for rij in hoofd.velden for deel in rij),
        )
        if hoofd
        else ()
    )
    return kaal("".join(boven) + _tekst(document.blokken, nummers=vorm == "pdf"))


def gelezen(inhoud: bytes, vorm: str, document: Document) -> str:
    """What a format says, without what stands at the head and foot of each page."""
    if vorm == "pdf":  # the short way reads the same
        zelf_gezet = brieftekst(inhoud, document, zelf_gezet=True)
        assert kaal(zelf_gezet) == kaal(brieftekst(inhoud, document))
    return _zonder_tekens(
        kaal(brieftekst(inhoud, document) if vorm == "pdf" else tekst_van(inhoud, vorm)),
        vorm,
        document,
    )


def _zonder_tekens(tekst: str, vorm: str, document: Document) -> str:
    """On paper lists have dots, words of a report are hyphenated.

    The head of a table comes back on the next page, and é is one sign.
    """
    if vorm != "pdf":
        return tekst
    tekens = re.compile("[•‣\u00ad]" if document.briefhoofd else "[•‣\u00ad-]")
    tekst = normalize("NFC", tekens.sub("", tekst))
    for tabel in (blok for blok in document.blokken if blok["soort"] == "tabel"):
        kop = normalize("NFC", tekens.sub("", kaal("".join(map(platte, tabel["kop"])))))
        tekst = tekst.replace(kop, "") if kop else tekst
    return tekst


def _tekst(blokken: list[dict[str, Any]], *, nummers: bool) -> str:
    """The text of blocks; where lists show their numbers, with those."""
    uit = []
    for blok in blokken:
        if blok["soort"] == "lijst":
            uit += [
                (f"{blok['begin'] + nr}." if nummers and blok["genummerd"] else "")
                + _tekst(item, nummers=nummers)
                for nr, item in enumerate(blok["items"])
            ]
        elif blok["soort"] == "citaat":
            uit.append(_tekst(blok["blokken"], nummers=nummers))
        else:
            uit.append(als_tekst([blok]))
    return "".join(uit)
