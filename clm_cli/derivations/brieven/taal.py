"""Floor 4, taal: which words a letter should not use, and what a demand asks too much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from clm_cli.derivations.fraudewoord import zonder_citaten
from clm_cli.tijd.telwoord import PATROON, getal_van

_GEWONE_MENSEN = (
    r"(?:een |de |het |uw |alle )?(?:\w+ )?(?:inwoner|burger|cliënt|client|jeugdige|gezin|aanvra|"
    r"advie|gemeente|college|toegang|hulp|voorziening)\w*"
)
_AWB_MAG = (
    rf"\b[Gg]een besluit in de zin van de (?:Algemene wet bestuursrecht|Awb)"
    rf"|\bis de (?:Algemene wet bestuursrecht|Awb) niet van toepassing"
    rf"|\b(?:[A-Z]\w*)?[Bb]esluit [A-Z][a-z]+\b"
    rf"|\b[Bb]esluit(?:en)? (?:over|voor|van|aan|op) {_GEWONE_MENSEN}"
    rf"|\b(?:kan|kunnen|mag|mogen|te|zal|zullen) besluiten\b|\bter beschikking\b"
    rf"|\bde beschikking over\b"
    rf"|\b(?:geldige|afgegeven|zonder|indicatie of|toewijzing of) beschikking(?:en)?\b"
    rf"|\b[Bb]eschikking(?:en)? (?:over|voor|van|aan) {_GEWONE_MENSEN}"
)
"""Where these words do belong: a decree by its name, a decision about a resident, the verb, 'ter
beschikking', a letter that says what it is not."""
_AWB = (
    (r"besluit(?:en)?", "maatregel of beslissing"),
    (r"beschikking(?:en)?", "maatregel of brief"),
    (r"zienswijzen?", "reactie"),
    (r"bezwaarschrift(?:en)?|beroepschrift(?:en)?", "bezwaar op grond van de overeenkomst"),
    (r"belanghebbenden?", "aanbieder"),
    (r"bestuursorga(?:an|nen)", "opdrachtgever"),
    (r"(?:niet-)?ontvankelijk(?:e|heid)?", "op tijd of te laat"),
    (r"heroverweging(?:en)?|heroverwegen", "opnieuw bekijken"),
    (
        r"last onder (?:dwangsom|bestuursdwang)|bestuursdwang",
        "de maatregel uit de overeenkomst",
    ),
    (r"awb|algemene wet bestuursrecht", "de overeenkomst"),
)
"""Words that make a letter look like one of an administrative body, each with what to write
instead."""
_AWB_EEN = rf"(?i)(?<![\w-])(?:{'|'.join(woord for woord, _ in _AWB)})(?![\w-])"
_HEER = (
    r"\b(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?)\s+(?:(?:van|de|der|den|"
    r"ten|ter|el|al|in|'t)\s+)*(?:[A-Z]\.\s*)*[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*"
)
_WOORD = re.compile(r"\w+")
_KORT, _LANG = 3, 6
"""Fewer words in a row than `_KORT` say nothing about where they come from; `_LANG` in a row do."""
_PROCENT = r"(\d{1,3}(?:[.,]\d+)?)\s?(?:%|procent\b)"
_DEEL = re.compile(r"\b(\d+) van (?:de |elke )?(\d+)\b")
_DUUR = (
    rf"(?i)\b(\d+|{PATROON})\s+(?:\(\d+\)\s+)?"
    r"(werkdag|dag|week|weken|maand|jaar|jaren|uur|uren)(?:en)?\b"
)
_EENHEID = {"weken": "week", "jaren": "jaar", "uren": "uur"}
_HOOGSTENS = (
    r"(?i)(?:ten hoogste|hoogstens|maximaal|niet meer dan|hooguit|uiterlijk)\s+(?:\(?\w+\)?\s+)?$"
)
_MINSTENS = (
    r"(?i)(?:ten minste|tenminste|minstens|minimaal|niet minder dan|"
    r"niet korter dan)\s+(?:\(?\w+\)?\s+)?$"
)
_ALLES = re.compile(
    r"\b(?:alle|allen|elk|elke|ieder|iedere|altijd|steeds|te allen tijde|geen enkele?)\b",
    re.IGNORECASE,
)


def awb_woorden(tekst: str) -> tuple[tuple[str, str], ...]:
    """Words of administrative law outside quotations, each with what to write instead."""
    kaal = re.sub(_AWB_MAG, " ", zonder_citaten(tekst))
    if not re.search(_AWB_EEN, kaal):
        return ()
    return tuple(
        (gevonden[0], liever)
        for woord, liever in _AWB
        for gevonden in re.finditer(rf"(?i)(?<![\w-])(?:{woord})(?![\w-])", kaal)
    )


def persoon_in(tekst: str, namen: Iterable[str]) -> str | None:
    """A natural person in a text: a known name, with an initial, or after 'de heer', 'mevrouw'."""
    for naam in namen:
        _, _, achternaam = naam.partition(" ")
        patroon = re.escape(naam) + (
            rf"|(?:[A-Z]\.\s*)+{re.escape(achternaam)}" if achternaam else ""
        )
        if gevonden := re.search(rf"(?<!\w)(?:{patroon})(?!\w)", tekst):
            return gevonden[0]
    gevonden = re.search(_HEER, tekst)
    return gevonden[0] if gevonden else None


def geleend(tekst: str, bron: str) -> str | None:
    """Words that were taken from another text: six in a row, or all where there are fewer."""
    eigen, ander = _woorden(tekst), _woorden(bron)
    lengte = min(_LANG, len(ander))
    if lengte < _KORT:
        return None
    rijen = {tuple(eigen[i : i + lengte]) for i in range(len(eigen) - lengte + 1)}
    return next(
        (
            " ".join(ander[i : i + lengte])
            for i in range(len(ander) - lengte + 1)
            if tuple(ander[i : i + lengte]) in rijen
        ),
        None,
    )


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(tekst.casefold())


def strenger(eis: str, bepaling: str) -> tuple[str, str] | None:
    """What a demand and its clause ask, where the demand asks more: a share, a term, or all."""
    return _aandeel(eis, bepaling) or _duur(eis, bepaling)


def _aandeel(eis: str, bepaling: str) -> tuple[str, str] | None:
    """Shares: above a least, below a most; 'alle' asks the whole."""
    delen = [(_getal(g[1]), g, _hoogstens(bepaling, g)) for g in re.finditer(_PROCENT, bepaling)]
    minst, meest = [rij for rij in delen if not rij[2]], [rij for rij in delen if rij[2]]
    geeist = [(_getal(g[1]), g[0]) for g in re.finditer(_PROCENT, eis)]
    if not geeist:
        geeist = [
            (Decimal(100 * int(g[1])) / int(g[2]), g[0])
            for g in _DEEL.finditer(eis)
            if 0 < int(g[2]) >= int(g[1])
        ]
    for getal, woorden in geeist:
        if minst and getal > max(rij[0] for rij in minst):
            return woorden, max(minst, key=lambda rij: rij[0])[1][0]
        if meest and not minst and getal < min(rij[0] for rij in meest):
            return woorden, min(meest, key=lambda rij: rij[0])[1][0]
    alles = _ALLES.search(eis)
    if alles and not geeist and minst and max(rij[0] for rij in minst) < 100:
        return alles[0], max(minst, key=lambda rij: rij[0])[1][0]
    return None


def _duur(eis: str, bepaling: str) -> tuple[str, str] | None:
    """Terms in the same unit: shorter than the clause gives, or longer than the least it sets."""
    for bron in re.finditer(_DUUR, bepaling):
        langer = re.search(_MINSTENS, bepaling[: bron.start()]) is not None
        for vraag in re.finditer(_DUUR, eis):
            gelijk = _eenheid(vraag) == _eenheid(bron)
            verschil = _aantal(vraag) - _aantal(bron)
            if gelijk and (verschil > 0 if langer else verschil < 0):
                return vraag[0], bron[0]
    return None


def _hoogstens(tekst: str, gevonden: re.Match[str]) -> bool:
    return re.search(_HOOGSTENS, tekst[: gevonden.start()]) is not None


def _getal(tekst: str) -> Decimal:
    return Decimal(tekst.replace(",", "."))


def _aantal(gevonden: re.Match[str]) -> int:
    getal = getal_van(gevonden[1])
    return int(gevonden[1]) if getal is None else getal


def _eenheid(gevonden: re.Match[str]) -> str:
    woord = gevonden[2].casefold()
    return _EENHEID.get(woord, woord)
