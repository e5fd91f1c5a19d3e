"""Floor 4, smart: what an action lacks to be specific, measurable and dated; vague words."""

from __future__ import annotations

import re
from datetime import date

from clm_cli.records.gesprek import Actie
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

_VAAG = {
    r"z\.?\s?s\.?\s?m\.?(?![a-z])|zo snel mogelijk|zo spoedig mogelijk|asap": "noem een dag",
    r"spoedig|binnenkort|op korte termijn|op termijn|te zijner tijd|t\.z\.t\.|tijdig": (
        "noem een dag of een aantal dagen"
    ),
    r"regelmatig|periodiek|geregeld|af en toe": "noem hoe vaak: elke week, elk kwartaal",
    (
        r"waar nodig|indien nodig|zo nodig|waar mogelijk|indien mogelijk|zo veel mogelijk|"
        r"zoveel mogelijk|zo goed mogelijk"
    ): "zeg wanneer wel en wanneer niet",
    r"probe(?:ert|ren)(?: te)?|streeft naar|streven naar|doet (?:haar|zijn|hun) best|poogt": (
        "schrijf wat er gebeurt, niet wat wordt geprobeerd"
    ),
    r"(?:besteedt |besteden |heeft |houdt )?aandacht (?:voor|aan|besteden)": (
        "schrijf wat er concreet wordt gedaan"
    ),
    r"pakt? (?:\w+ ){0,4}op|oppakken|meenemen|neemt (?:\w+ ){0,4}mee|kijkt? naar|kijken naar": (
        "schrijf wat er wordt opgeleverd"
    ),
    r"adequaat|adequate|passende maatregelen|de nodige|een en ander|nader|vinger aan de pols": (
        "schrijf wat er precies wordt gedaan of geleverd"
    ),
    (
        r"blijven? in gesprek|in gesprek blijven|houdt (?:\w+ ){0,3}in de gaten|monitort?|"
        r"monitoren"
    ): "noem wat er wordt gemeten, hoe vaak en aan wie het wordt gemeld",
    (
        r"verbetert|verbeteren|optimaliseert|optimaliseren|versterkt|versterken|intensiveert|"
        r"intensiveren"
    ): "noem van welk naar welk getal",
}
"""Words that leave open what is done or when, each with what to write instead."""
_NIEMAND = (
    r"(?i)(?:beide(?: partijen)?|allen|iedereen|partijen|n\.?t\.?b\.?|nader te bepalen|"
    r"nog te bepalen|onbekend|wij|men|niemand|geen|n\.?v\.?t\.?|\W+)"
)
_MEETBAAR = (
    r"(?i)\d|\b(?:alle|elke?|iedere?|geen|beide|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|"
    r"verzonden|vastgesteld|ondertekend|ingevuld|gepubliceerd|ontvangen|akkoord)\b"
)


_OORDEEL = (
    r"helaas|gelukkig|teleurstellend|teleurgesteld|onacceptabel|onaanvaardbaar|schandalig|"
    r"ondermaats|belachelijk|onbegrijpelijk|eindelijk|uiteraard|zogenaamd"
)
"""Words that judge instead of telling; whose view it is stands with the answers of a finding."""
LANG = 60
"""So many words is long for one finding, decision or action: ours, the contract has no number."""


def wijst_niemand_aan(wie: str) -> bool:
    """Whether words that should say who, point at nobody."""
    return re.fullmatch(_NIEMAND, wie.strip()) is not None


@value
class Gebrek:
    """What one action lacks: in which field, in words, and what to do about it."""

    veld: str
    tekst: str
    nu: str
    woord: str | None = None


def vaag(tekst: str) -> tuple[tuple[str, str], ...]:
    """The vague words in a text, each with what to write instead.

    What stands between quotation marks is not judged.
    """
    kaal = re.sub(r"[\"“„«][^\"”»]*[\"”»]|'[^']{2,}'", " ", tekst)
    gevonden = []
    for patroon, nu in _VAAG.items():
        gevonden += [
            (m.start(), m[0], nu)
            for m in re.finditer(rf"(?<![\w-])(?:{patroon})(?![\w-])", kaal, re.IGNORECASE)
            if not _is_naam(kaal, m)
        ]
    return tuple((woord, nu) for _, woord, nu in sorted(gevonden))


def kort_en_feitelijk(tekst: str) -> tuple[str, ...]:
    """Why a text in a report is not short and factual; what is quoted is not judged."""
    kaal = re.sub(r"[\"“„«][^\"”»]*[\"”»]", " ", tekst)
    gevonden = re.finditer(rf"(?<![\w-])(?:{_OORDEEL})(?![\w-])", kaal, re.IGNORECASE)
    oordelen = tuple(f"'{m[0]}' is een oordeel en geen feit" for m in gevonden)
    aantal = len(tekst.split())
    return (*oordelen, *([f"het zijn {aantal} woorden"] if aantal > LANG else []))


def _is_naam(tekst: str, gevonden: re.Match[str]) -> bool:
    """A word with a capital in the middle of a sentence is a name."""
    voor = tekst[: gevonden.start()].rstrip()
    return gevonden[0][:1].isupper() and bool(voor) and voor[-1] not in ".:;!?"


def smart(actie: Actie, gesprekdag: date) -> tuple[Gebrek, ...]:
    """What the action lacks; one that can be measured is not faulted for a soft verb."""
    gebreken = []
    if wijst_niemand_aan(actie.wie):
        gebreken.append(Gebrek("wie", f"'{actie.wie}' is geen persoon", "noem wie het doet"))
    if actie.uiterlijk is None:
        gebreken.append(Gebrek("uiterlijk", "er staat geen dag bij", "vul uiterlijk in"))
    elif actie.uiterlijk < gesprekdag:
        gebreken.append(
            Gebrek(
                "uiterlijk", f"{datum_vol(actie.uiterlijk)} ligt vóór het gesprek", "kijk de dag na"
            )
        )
    if actie.klaar_als is None:
        gebreken.append(
            Gebrek(
                "klaar_als",
                "er staat niet bij wanneer het klaar is",
                "vul klaar_als in: waaraan is te zien dat het is gedaan?",
            )
        )
    meetbaar = bool(
        actie.klaar_als and re.search(_MEETBAAR, actie.klaar_als) and not vaag(actie.klaar_als)
    )
    if not meetbaar and not re.search(r"\d", actie.wat):
        gebreken += [
            Gebrek("wat", f"'{woord}' is niet meetbaar", nu, woord) for woord, nu in vaag(actie.wat)
        ]
    if actie.klaar_als:
        gebreken += [
            Gebrek("klaar_als", f"'{woord}' is niet meetbaar", nu, woord)
            for woord, nu in vaag(actie.klaar_als)
            if not re.search(r"\d", actie.klaar_als)
        ]
    return tuple(gebreken)
