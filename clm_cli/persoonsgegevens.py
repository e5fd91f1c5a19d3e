"""Floor 0, persoonsgegevens: a bsn or data of a client in a text or a file, whatever its writing.

A register is shared and kept in git for good, so this is looked for before anything is copied into
it. What is found is never repeated in full: who reads the message needs the place, not the number.
"""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BSN_WOORD = r"(?<![a-z])(?:bsn|burgerservice-?nummer|burger service nummer|sofi-?nummer)(?![a-z])"
_GEZEGD = re.compile(_BSN_WOORD, re.IGNORECASE)
_NA_WOORD = re.compile(
    rf"{_BSN_WOORD}[^0-9\n]{{0,15}}([0-9](?:[ .\u00a0-]?[0-9]){{7,8}})(?![0-9])", re.IGNORECASE
)
"""Straight behind the word for it eight digits count as well: a leading nought is easily lost."""
_CIJFER = re.compile("[0-9]")
"""Most texts hold none, and need no further look."""
_KANDIDAAT = re.compile(
    r"(?<![0-9])(?<![0-9][./-])[0-9]{9}(?![0-9]|[./-][0-9]|,[0-9]{2}(?![0-9])|B[0-9]{2})"
    r"|(?<![0-9])(?<![0-9][ .,/\u00a0-])(?:"
    r"[0-9]{3}([ .\u00a0-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .\u00a0-])[0-9]{2}\2[0-9]{3}"
    r"|[0-9]{2}([ .\u00a0])[0-9]{2}\3[0-9]{2}\3[0-9]{3}|[1-9][0-9]{2}( )[0-9]{2} [0-9]{2} [0-9]{2}"
    r")(?![0-9]|[ .,/\u00a0-][0-9])"
)
"""Nine digits as people write them: 123456782, 123 456 782, 1234.56.782, 123-456-782."""
_CODES = re.compile(
    r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|\b[A-Z]{2}[0-9]{2} ?[A-Z]{4}(?: ?[0-9]{2,4}){3,6}\b|_(?:Toc|Ref|Hlk)[0-9]+"
)
"""Checksums, keys, bank accounts and the marks that a word processor makes itself."""
_ANDER_NUMMER = re.compile(
    r"(?:\b(?:rsin|btw|kvk|iban|agb|ean|isbn|tel|telefoon|fax|mobiel|factuur|order|bestel|inkoop|"
    r"offerte|rekening|zaak|tender|aanbesteding|contract|overeenkomst|artikel|serie|polis|pakket|"
    r"grootboek|kostenplaats|crediteur|debiteur|leverancier|verplichting|declaratie|omzet|bedrag|"
    r"budget)[a-z]*[- ]?(?:nummer|nr|no|code|kenmerk)?[.:#]{0,2} ?(?:is |van |onder |nr\.? ?)?"
    r"(?:[a-z]{1,4}-?)?|€ ?|\beur |(?<![a-z])[a-z]{1,4}-)$",
    re.IGNORECASE,
)
"""What stands in front of a number that is surely of another kind."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that reads as a bsn: where it stands, and the number as it may be shown."""

    waar: str
    gemaskeerd: str

    @property
    def zin(self) -> str:
        """What was found, for a message."""
        return f"{self.waar} lijkt een burgerservicenummer te staan ({self.gemaskeerd})"


def is_bsn(cijfers: str) -> bool:
    """Whether nine digits pass the eleven-test of a burgerservicenummer."""
    if len(cijfers) != 9 or cijfers == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, cijfers, strict=True)) % 11
        == 0
    )


def gevonden_bsn(tekst: str) -> bool:
    """Whether a text holds something that reads as a bsn.

    On a line that speaks of a bsn nine digits count without the test.
    """
    return bsn_in(tekst) is not None


def bsn_in(tekst: str) -> Vondst | None:
    """The first bsn in a text, with its line; None when there is none."""
    if not _CIJFER.search(tekst):
        return None
    for nummer, regel in enumerate(tekst.splitlines(), 1):
        if plek := next(_in_regel(regel), None):
            return Vondst(f"in regel {nummer}", _masker_bsn(regel[slice(*plek)]))
    return None


def bsn_in_bestand(naam: str, inhoud: bytes) -> Vondst | None:
    """The first bsn in a file's name or in what it holds; None when none can be found.

    Read are text in any usual code, csv, and what packs its text as XML (docx, xlsx, odt, pptx),
    also inside a zip. Of a scan or pdf only the name is looked at.
    """
    if plek := next(_in_regel(naam), None):
        return Vondst("in de bestandsnaam", _masker_bsn(naam[slice(*plek)]))
    return _in_inhoud(naam, inhoud, 0)


def clientwoord(tekst: str) -> str | None:
    """The words in a text that point at one client, with what is personal masked; else None."""
    gevonden = _CLIENT.search(tekst)
    return _masker_client(gevonden[0]) if gevonden else None


def gemaskeerd(tekst: str) -> str:
    """The text as it may be shown: each bsn and all data of a client masked."""
    uit = []
    for regel in tekst.splitlines(keepends=True):
        deel = regel
        for begin, eind in reversed(_bijeen(_in_regel(regel))):
            deel = deel[:begin] + _masker_bsn(deel[begin:eind]) + deel[eind:]
        uit.append(_CLIENT.sub(lambda m: _masker_client(m[0]), deel))
    return "".join(uit)


def _bijeen(plekken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each place once: a number behind the word for it is found in two ways."""
    uit: list[tuple[int, int]] = []
    for begin, eind in sorted(plekken):
        if uit and begin < uit[-1][1]:
            uit[-1] = (uit[-1][0], max(eind, uit[-1][1]))
        else:
            uit.append((begin, eind))
    return uit


def _in_regel(regel: str) -> Iterator[tuple[int, int]]:
    """Where in one line a bsn begins and ends."""
    if not _CIJFER.search(regel):
        return
    schoon = _CODES.sub(lambda code: "#" * len(code[0]), regel)
    gezegd = _GEZEGD.search(schoon) is not None
    if gezegd:
        yield from (gevonden.span(1) for gevonden in _NA_WOORD.finditer(schoon))
    for gevonden in _KANDIDAAT.finditer(schoon):
        ander = _ANDER_NUMMER.search(schoon[max(0, gevonden.start() - 40) : gevonden.start()])
        if gezegd or (is_bsn(re.sub(r"\D", "", gevonden[0])) and not ander):
            yield gevonden.span()


def _masker_bsn(tekst: str) -> str:
    """'•••••••82': the last two digits are enough to find it."""
    cijfers = re.sub(r"\D", "", tekst)
    return "•" * (len(cijfers) - 2) + cijfers[-2:]


_TEKSTEN = (
    *(".txt", ".md", ".yaml", ".yml", ".json", ".xml", ".html", ".htm", ".eml", ".log", ".ics"),
    *(".vcf", ".rtf", ".tex", ".svg"),
)
_TABELLEN = (".csv", ".tsv")
_VERPAKT = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".zip")
_UITGEPAKT, _DIEPST = 60 << 20, 3
"""The most bytes that are unpacked from one file, and how deep files in files are opened."""
_EINDE = re.compile(r"</(?:[a-z]+:)?(?:p|h|si|c|table-cell|row|comment)>|<w:(?:br|tab|cr)[^>]*>")
_MERK = re.compile(r"<[^>]*>")
_CEL = re.compile(r'r="([A-Z]+)[0-9]+"([^>]*)>(.*)', re.DOTALL)


def _in_inhoud(naam: str, inhoud: bytes, diep: int) -> Vondst | None:
    laag = naam.lower()
    if laag.endswith(_VERPAKT) and diep < _DIEPST:
        return _in_pakket(laag, inhoud, diep)
    if laag.endswith(_TABELLEN):
        try:
            return _in_tabel(_csv(_tekst(inhoud)), "in regel")
        except csv.Error:
            return bsn_in(_tekst(inhoud))
    return bsn_in(_tekst(inhoud)) if laag.endswith(_TEKSTEN) else None


def _tekst(inhoud: bytes) -> str:
    """Bytes as text, in whichever code they are."""
    if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return inhoud.decode("utf-16", "replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


def _csv(tekst: str) -> Iterator[list[str]]:
    teken = max(";,\t|", key=tekst.partition("\n")[0].count)
    return iter(csv.reader(io.StringIO(tekst.replace("\0", "")), delimiter=teken))


def _in_tabel(rijen: Iterable[Sequence[str]], soort: str) -> Vondst | None:
    """The first bsn in the cells of a table: under a column of that name eight digits will do."""
    kolommen: set[int] = set()
    for nummer, rij in enumerate(rijen, 1):
        for plek, cel in enumerate(rij):
            if plek in kolommen and re.fullmatch(r"[0-9]{8,9}", re.sub(r"[ .-]", "", cel)):
                return Vondst(f"{soort} {nummer}", _masker_bsn(cel))
            if gevonden := bsn_in(cel):
                return Vondst(f"{soort} {nummer}", gevonden.gemaskeerd)
            if _GEZEGD.search(cel):
                kolommen.add(plek)
    return None


def _in_pakket(naam: str, inhoud: bytes, diep: int) -> Vondst | None:
    """The first bsn in the parts of a packed file, and in the names of what it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = [deel for deel in archief.infolist() if not deel.is_dir()]
            if sum(deel.file_size for deel in delen) > _UITGEPAKT:
                return None
            teksten = _gedeelde_teksten(archief) if naam.endswith((".xlsx", ".xlsm")) else None
            for deel in delen:
                if gevonden := _in_deel(deel.filename, archief.read(deel), teksten, diep):
                    return gevonden
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return None
    return None


def _in_deel(naam: str, inhoud: bytes, teksten: Sequence[str] | None, diep: int) -> Vondst | None:
    if teksten is not None and re.fullmatch(r"xl/worksheets/[^/]+\.xml", naam):
        return _in_tabel(_rijen(inhoud.decode("utf-8", "replace"), teksten), "in rij")
    if teksten is not None and naam == "xl/sharedStrings.xml":
        return _in_tabel(([tekst] for tekst in teksten), "in tekst")
    if naam.endswith((".xml", ".rels")):
        kaal = _MERK.sub("", _EINDE.sub("\n", inhoud.decode("utf-8", "replace")))
        gevonden = bsn_in(html.unescape(kaal))
        return Vondst("in de tekst", gevonden.gemaskeerd) if gevonden else None
    return bsn_in(naam) or _in_inhoud(naam, inhoud, diep + 1)


def _gedeelde_teksten(archief: zipfile.ZipFile) -> list[str]:
    """The texts that cells of an xlsx point at by number."""
    naam = "xl/sharedStrings.xml"
    inhoud = archief.read(naam).decode("utf-8", "replace") if naam in archief.namelist() else ""
    delen = inhoud.split("<si>")[1:]  # no search for an end that may never come
    return [html.unescape(_MERK.sub("", deel.partition("</si>")[0])) for deel in delen]


def _rijen(blad: str, teksten: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a sheet, each cell at its own column."""
    for rij in blad.split("<row")[1:]:
        cellen: dict[int, str] = {}
        for cel in map(_CEL.match, rij.split("<c ")[1:]):
            if cel is None:
                continue
            letters, soort, inhoud = cel.groups()
            inhoud, plek = inhoud.partition("</c>")[0], 0
            for letter in letters[:3]:
                plek = plek * 26 + ord(letter) - 64
            waarde = html.unescape(_MERK.sub("", re.sub(r"<f[ >].*?</f>", "", inhoud)))
            gedeeld = 't="s"' in soort and waarde.isdigit() and int(waarde) < len(teksten)
            cellen[plek] = teksten[int(waarde)] if gedeeld else waarde
        yield [cellen.get(plek, "") for plek in range(max(cellen, default=0) + 1)]


_DATUM = (
    r"[0-9]{1,2}(?:[-/. ][0-9]{1,2}[-/. ]"
    r"| (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* )(?:19|20)?[0-9]{2}"
)
_FAMILIE = (
    r"(?:moeder|vader|ouders?|broer(?:tje)?|zus(?:je)?|zoon|dochter|oma|opa|tante|oom|voogd|"
    r"(?:pleeg|stief)(?:moeder|vader|ouders?|kind))"
)
_CLIENT = re.compile(
    rf"(?i:\b(?:geboren(?: op)?|geb\.?) {_DATUM})"
    r"|(?i:\b(?:geboren op|geboortedatum)\b|\bgeb\. ?[0-9])"
    r"|(?i:\bcli[eë]nt(?:en)?[- ]?(?:nummer|nr)\b\.?:? ?[0-9]*)"
    r"|(?i:\b(?:de (?:zoon|dochter) van|woont op|diagnose van)\b)"
    rf"|\b(?i:{_FAMILIE}) van (?:[A-Z]\.|[A-ZÉÖ][a-zéëïöü]+)"
    rf"|(?i:\b{_FAMILIE}\b[^\n]{{0,60}}?\b06[- ]?[0-9]{{2}}[0-9 ]*)"
    r"|\b(?i:jeugdige|cli[eë]nt|leerling|pati[eë]nt) (?:[A-Z]\.){1,4}"
    rf"|(?<![A-Za-z.])(?:[A-Z]\. ?){{2,4}}[,(]? ?\(?(?i:geb\.? ?)?{_DATUM}",
)
"""The usual ways in which a note tells of one child or client."""
_GEWOON = re.compile(
    rf"(?i:geboren|geb|geboortedatum|cli[eë]nt\w*|de|zoon|dochter|woont|diagnose|{_FAMILIE}|"
    r"jeugdige|leerling|pati[eë]nt)"
)


def _masker_client(tekst: str) -> str:
    """The words that say what it is stay; names, initials and digits do not."""
    zonder_namen = re.sub(
        r"\b[A-ZÉÖ][\w'-]*", lambda w: w[0] if _GEWOON.fullmatch(w[0]) else "•", tekst
    )
    return re.sub("[0-9]", "•", zonder_namen)
