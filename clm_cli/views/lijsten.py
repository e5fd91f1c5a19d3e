"""Floor 6, lijsten: the rows of a list, what is open and due soonest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clm_cli.derivations.lijstrijen import KLAAR, Lijstrij
from clm_cli.kijk import Kijk
from clm_cli.records.lijsten import Clausule
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Kalender, werkdagen_tussen
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, zin
from clm_cli.woorden import elke, geschreven

_INSPRING = 11
_KENMERKEN = (
    *("soort", "blok", "kans", "gevolg", "gewenst_door", "gesteld_door", "bestemming", "fase"),
    *("partij", "kant", "niveau", "gemeente", "eigenaar"),
)
"""The fields of which a word is enough, in the order in which they are shown."""
_MET_NAAM = ("kans", "gevolg", "fase")
"""Words that say nothing without their field."""


@value
class Lijst:
    """Some rows of one list: of a dossier, of an overeenkomst, or of the whole register."""

    kijk: Kijk
    naam: str
    rijen: tuple[Lijstrij, ...]
    waar: str
    """Of which dossier or overeenkomst; empty is all."""
    kalender: Kalender
    keuze: str = ""
    """What was chosen from it, as typed."""


def als_json(blad: Lijst) -> list[Gegevens]:
    """The rows as data."""
    return [
        {
            "van": rij.van,
            "bestand": rij.bestand.pad,
            "uiterlijk_nu": rij.dag,
            "open": rij.open,
            **rij.rij.model_dump(mode="json", exclude_defaults=True),
        }
        for rij in blad.rijen
    ]


def toon(blad: Lijst, papier: Papier) -> str:
    """The rows as a page: what, of which kind, who, by when; done ones last, with their day."""
    waar = blad.waar or "alle aanbieders"
    gekozen = f", {blad.keuze}" if blad.keuze else ""
    if not blad.rijen:
        return f"Bij {waar} staat niets in de lijst {geschreven(blad.naam)}{gekozen}."
    open_ = sum(rij.open for rij in blad.rijen)
    laat = sum(_te_laat(blad, rij) for rij in blad.rijen)
    telling = f"{open_} open, {len(blad.rijen) - open_} klaar"
    uit = papier.kop(
        Cel(f"{geschreven(blad.naam).upper()} {waar}{gekozen}", "vet"),
        telling + (f", {laat} te laat" if laat else ""),
    )
    volgorde = sorted(
        blad.rijen, key=lambda rij: (not rij.open, rij.dag or date.max, rij.van, rij.rij.id)
    )
    for rij in volgorde:
        wie = "" if rij.van == blad.waar else f"{rij.van}: "
        wat = getattr(rij.rij, "wat", None) or rij.rij.vraag
        uit += papier.alinea(f"{wie}{' '.join(wat.split())}", 2, f"{rij.rij.id:8} ", 9)
        wanneer = Cel(_wanneer(blad, rij), "vet" if _te_laat(blad, rij) else "")
        uit += papier.alinea(wanneer, _INSPRING)
        for regel in _onder(blad, rij):
            uit += papier.alinea(regel, _INSPRING)
    return "\n".join(uit)


def _te_laat(blad: Lijst, rij: Lijstrij) -> bool:
    voorbij = rij.dag is not None and rij.dag < blad.kijk.vandaag
    return rij.open and voorbij and not rij.onzeker


def _wanneer(blad: Lijst, rij: Lijstrij) -> str:
    """When it was done, else by when it has to be and how late that is."""
    if rij.klaar is not None:
        return f"{KLAAR[blad.naam]} op {datum_vol(rij.klaar)}"
    if rij.anders:
        soort, _, dag = rij.anders.rpartition(" op ")
        return f"{soort} op {datum_vol(date.fromisoformat(dag))}"
    if rij.dag is not None:
        over = werkdagen_tussen(blad.kijk.vandaag, rij.dag, blad.kalender)
        laat = f", over {over} wd"
        if rij.dag < blad.kijk.vandaag:
            laat = f", {'misschien ' * rij.onzeker}{-over} wd te laat"
        return f"uiterlijk {datum_vol(rij.dag)}{laat}"
    if getattr(rij.rij, "doorlopend", "nee") == "ja":
        return "doorlopend"
    if herhaling := getattr(rij.rij, "herhaling", None):
        return f"{elke(herhaling.elke)} vanaf {datum_vol(herhaling.eerste)}"
    if plicht := getattr(rij.rij, "plicht", None):
        return f"zoals het contract zegt ({plicht})"
    vast = getattr(rij.rij, "uiterlijk", None)
    if vast and rij.bestand.pad.startswith("overeenkomsten/") and rij.van == blad.waar:
        return f"uiterlijk {datum_vol(vast)}"
    return "gedaan" if vast else "geen dag afgesproken"


def _onder(blad: Lijst, rij: Lijstrij) -> Iterator[str]:
    """Its words, its clause and the file it stands in; an answer or outcome when there is one."""
    vrij = None if hasattr(rij.rij, "kans") else getattr(rij.rij, "gevolg", None)
    woorden = [
        f"{naam} {waarde}" if naam in _MET_NAAM else _leesbaar(blad, naam, waarde)
        for naam in _KENMERKEN
        if (waarde := getattr(rij.rij, naam, None)) is not None and waarde != vrij
    ]
    contracten = getattr(rij.rij, "contracten", ())
    woorden += [", ".join(contracten)] if contracten else []
    yield " · ".join([*woorden, *_clausule(rij.rij)])
    for naam in ("maatregel", "antwoord", "uitkomst", "reden"):
        if waarde := getattr(rij.rij, naam, None):
            yield f"{naam}: {zin(str(waarde), hoofdletter=False)}"
    if vrij:
        yield f"gevolg: {zin(vrij, hoofdletter=False)}"
    yield rij.bestand.pad


def _leesbaar(blad: Lijst, naam: str, waarde: Any) -> str:
    return blad.kijk.register.naam_van(waarde) if naam == "eigenaar" else geschreven(str(waarde))


def _clausule(rij: Any) -> list[str]:
    clausule: Clausule | None = getattr(rij, "clausule", None)
    return [f"{clausule.document} {clausule.nummer or ''}".strip()] if clausule else []
