"""Floor 6, agendawoorden: what people write in the cells of an agenda, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import TypeVar

from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.namen import Geen, Gevonden, Meerdere, kies
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.velden import Partij
from clm_cli.tijd.datum import is_maand, lees_datum
from clm_cli.value import value

_ER = frozenset(
    ["ja", "j", "x", "v", "✓", "✔", "☒", "☑", "✅", "aanwezig", "aanw", "online", "digitaal"]
)
_ER |= {"teams", "fysiek", "telefonisch", "telefoon", "videobellen", "locatie", "yes"}
_HOE = _ER | {"via", "per", "op", "deels", "gedeeltelijk", "en"}
_NIET = frozenset(
    ["nee", "n", "✗", "✘", "❌", "afwezig", "afw", "verhinderd", "afgemeld", "afgezegd", "ziek"]
)
_NIET |= {"absent", "mk", "mb", "kennisgeving", "bericht", "ziekte", "vakantie", "verlof"}
_NIET |= {"afmelding", "afzegging"}
_WAAROM = _NIET | {"met", "wegens", "door"}
_VAKJE = re.compile(r"([☐☒☑✓✔✅])\s*(ja|nee)\b", re.IGNORECASE)
_ANDERE_KEER = r"(?:een |het |de )?(?:volgend|ander)e? (?:keer|maal|gesprek|overleg)"
_NIET_BESPROKEN = re.compile(
    r"niet (?:besproken|behandeld|van toepassing|relevant|(?:aan )?toegekomen"
    r"|(?:aan de orde|aan bod|ter sprake)(?: gekomen| geweest)?)|n\.?v\.?t\.?"
    rf"|(?:komt )?(?:naar |tot |in )?{_ANDERE_KEER}(?: verder| terug| bespreken)?"
    r"|(?:(?:is |wordt )?(?:doorgeschoven|verplaatst|uitgesteld)|schuift door)(?: (?:naar|tot) .+)?"
    r"|aangehouden|overgeslagen|vervallen|(?:er was )?geen tijd(?: meer)?|(?:de )?tijd was op"
    r"|[-–—/]+",
    re.IGNORECASE,
)
LEEG = frozenset(["", "☐", "…", "..."])
GEEN = re.compile(r"n\.?v\.?t\.?|[-–—/]+", re.IGNORECASE)
"""Not applicable: for a value that may be left out."""
_ZONDER_JAAR = re.compile(r"(?:.* )?\d{1,2}(?:(?:e|de|ste)? ([A-Za-z]{3,9})\.?|([-/.])\d{1,2})")
_OM_DE_DAG = re.compile(r"^uiterlijk(?: op)? | (?:as|a\.s\.)$", re.IGNORECASE)

W = TypeVar("W")


class OnduidelijkError(ValueError):
    """What somebody wrote cannot be read in one way; the text says why."""


@value
class Bekend:
    """The names that may stand in the sheet of one talk, and what each stands for."""

    dag: date
    themas: Mapping[str, str]
    vragen: Mapping[str, str]
    mensen: Mapping[str, str]
    """The ids of people by their names."""
    partij_van: Mapping[str, Partij]
    """For whom somebody in the register speaks, by name."""
    firmas: Mapping[str, Partij]
    rollen: Mapping[str, str]
    gemaakt: frozenset[str] = field(default=frozenset())
    """The lines that clm itself put in the sheet."""
    ongelezen: tuple[str, ...] = ()
    """The pictures that clm itself put in the sheet."""


def bekend(
    blik: Dossierblik, gesprek: Gesprek, gemaakt: Iterable[str], ongelezen: tuple[str, ...]
) -> Bekend:
    """What the register knows about this talk, with the lines and pictures of clm's own sheet."""
    register, dossier = blik.register, blik.dossier
    kaart, dag = gesprek.kaart.record, dag_van(gesprek).datum
    contracten = [c for c in dossier.contracten if c.id in kaart.contracten]
    regimes = {c.regime.id: c.regime for c in contracten}.values()
    aanbieder = dossier.aanbieder.record if dossier.aanbieder else None
    hun = {m.naam: m.id for m in aanbieder.contactpersonen} if aanbieder else {}
    organisatie = register.organisatie
    ons = {m.naam: m.id for m in organisatie.personen}
    van: dict[str, Partij] = {
        **dict.fromkeys(hun, "aanbieder"),
        **dict.fromkeys(ons, "opdrachtgever"),
    }
    firmas: dict[str, Partij] = {
        naam: wie.partij
        for regime in regimes
        for wie in regime.partijen
        for naam in (wie.benaming, *wie.ook)
    }
    firmas[dossier.id] = "aanbieder"
    for naam in aanbieder.namen if aanbieder else ():
        firmas |= {naam.statutair: "aanbieder", naam.roepnaam: "aanbieder"}
    if organisatie:
        firmas |= {f"gemeente {g.naam}": "gemeente" for g in organisatie.gemeenten}
        firmas |= {organisatie.naam: "opdrachtgever", organisatie.regio: "opdrachtgever"}
    rollen = [rol for regime in regimes for rol in regime.rollen]
    return Bekend(
        dag,
        {thema.titel: thema.id for regime in regimes for thema in regime.themas},
        {vraag.titel: vraag.id for regime in regimes for vraag in regime.bevindingsvragen},
        hun | ons,
        van,
        firmas,
        {rol.titel: rol.id for rol in rollen} | {rol.id: rol.id for rol in rollen},
        frozenset(map(kern, gemaakt)),
        ongelezen,
    )


@lru_cache(512)  # the heads of our own tables are asked again for each table of a file
def kern(tekst: str) -> str:
    """The letters and digits of a text: how it is set makes no difference."""
    return "".join(re.findall(r"[^\W_]+", tekst.casefold()))


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[^\W_]+|[✓✔☒☑✅✗✘❌]", tekst.casefold().replace(".", ""))


def aanwezig(tekst: str) -> bool:
    """Whether somebody was there. Raises OnduidelijkError for all but the usual words."""
    woorden = _woorden(tekst)
    vakjes = _VAKJE.findall(tekst)
    if vakjes and not _VAKJE.sub("", tekst).strip(" /|"):
        woorden = [woord.casefold() for vakje, woord in vakjes if vakje != "☐"]
    if not _ER.isdisjoint(woorden) and _HOE.issuperset(woorden):
        return True
    if woorden[:2] == ["niet", "aanwezig"]:
        woorden = ["afwezig", *woorden[2:]]
    if not _NIET.isdisjoint(woorden) and _WAAROM.issuperset(woorden):
        return False
    if "zonder" in woorden:
        raise OnduidelijkError(
            f"'{tekst}': clm legt alleen vast wie met bericht niet was; laat de cel leeg, of "
            "schrijf nee"
        )
    raise OnduidelijkError(f"'{tekst}' is geen ja of nee; schrijf ja, of nee")


def niet_besproken(tekst: str) -> str | None:
    """Why a theme was not dealt with; None when it was. Without a reason the words themselves."""
    plat = tekst.strip(" .()")
    if plat.casefold().startswith("niet besproken"):
        return plat[len("niet besproken") :].strip(" :.-,")
    if _NIET_BESPROKEN.fullmatch(plat):
        return "" if not any(map(str.isalnum, plat)) else tekst
    begin = re.match(r"(n\.?v\.?t\b\.?|niet behandeld)\s*[:,(–-]\s*(\S.*)", tekst, re.IGNORECASE)
    return tekst if begin else None


def passend(tekst: str, namen: Mapping[str, W]) -> W | None:
    """What one of the names stands for: the whole name, or a part of it that fits only one thing.

    Raises OnduidelijkError when a part fits more.
    """
    kaal = re.sub(r"\s*\([^()]*\)$", "", tekst)  # behind a name often stands who it is
    achter, _, voor = kaal.partition(",")
    for vorm in dict.fromkeys((tekst, kaal, f"{voor} {achter}".strip())):
        kort = tuple(naam for naam in namen if _woorden(naam)[:1] == _woorden(vorm))
        namen_ = _namen(kies(dict.fromkeys(namen, ()), vorm)) or kort  # 'Bo' is a whole first name
        waarden = list(dict.fromkeys(namen[naam] for naam in namen_))
        if len(waarden) > 1:
            raise OnduidelijkError(
                f"'{tekst}' past bij {' en bij '.join(namen_)}; schrijf de hele naam"
            )
        if waarden:
            return waarden[0]
    return None


def _namen(gevonden: Gevonden | Meerdere | Geen) -> tuple[str, ...]:
    if isinstance(gevonden, Meerdere):
        return gevonden.ids
    return (gevonden.id,) if isinstance(gevonden, Gevonden) else ()


def partij(tekst: str, firmas: Mapping[str, Partij]) -> Partij:
    """For whom somebody speaks: the word itself, or the name of the firm."""
    vast: dict[str, Partij] = {
        "opdrachtgever": "opdrachtgever",
        "aanbieder": "aanbieder",
        "gemeente": "gemeente",
        "derde": "derde",
    }
    woord = tekst.casefold().strip(" .").removeprefix("de ")
    gevonden = vast.get(woord) or passend(tekst, firmas)
    if gevonden is None:
        raise OnduidelijkError(f"'{tekst}' is niet bekend; kies uit {', '.join(vast)}")
    return gevonden


def dag(tekst: str, gesprek: date) -> date:
    """A day after the talk; without a year it is a day of the year of the talk.

    Raises OnduidelijkError for what is no day, or a day with another day of the week.
    """
    kaal = _OM_DE_DAG.sub("", " ".join(tekst.split()))
    zonder_jaar = _ZONDER_JAAR.fullmatch(kaal)
    if zonder_jaar and (zonder_jaar[2] or is_maand(zonder_jaar[1])):
        kaal = f"{kaal}{zonder_jaar[2] or ' '}{gesprek.year}"
    else:
        zonder_jaar = None
    try:
        gevonden = lees_datum(kaal)
    except ValueError as fout:
        anders = f"'{kaal}' is geen datum"
        raise OnduidelijkError(str(fout).replace(anders, f"'{tekst}' is geen datum")) from None
    if zonder_jaar and gevonden < gesprek:
        raise OnduidelijkError(
            f"'{tekst}' ligt in {gesprek.year} voor het gesprek; schrijf het jaar erbij"
        )
    return gevonden


def lees_rol(tekst: str, rollen: Mapping[str, str]) -> str:
    """The id of a role, by its id or its title."""
    gevonden = passend(tekst, rollen)
    if gevonden is None:
        keuzen = ", ".join(dict.fromkeys(rollen.values())) or "niets"
        raise OnduidelijkError(f"'{tekst}' is geen rol van dit gesprek; kies uit {keuzen}")
    return gevonden


def leeg(teksten: Iterable[str]) -> bool:
    """Whether nobody wrote anything in these cells."""
    return all(tekst.strip() in LEEG for tekst in teksten)
