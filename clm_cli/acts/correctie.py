"""Floor 6, correctie: a fact is mended by a new fact; the old one stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from clm_cli.acts.feit import Kop
from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Correctie, Deel
from clm_cli.records.soorten import feitnaam
from clm_cli.value import value
from clm_cli.voorstel import NieuwBestand, Voorstel


@value
class Verbetering:
    """What is wrong with a fact, and what it becomes."""

    reden: str
    wordt: Mapping[str, object] | None
    """Its whole right content; None when it lapses."""
    bouwt_voort: bool
    """Whether that content starts from the fact as it counts now, earlier corrections included."""


def correctie(
    dossier: str,
    doel: Bestand[Deel],
    verbetering: Verbetering,
    kop: Kop,
    eerder: Bestand[Correctie[Any]] | None,
    *,
    nogmaals: bool = False,
) -> Voorstel:
    """The new fact; `eerder` is the correction that decides now, which it may not pass over."""
    boom: dict[str, object] = {
        "datum": kop.vandaag.isoformat(),
        "vastgelegd": kop.vastgelegd.isoformat(timespec="seconds"),
        "door": kop.door,
        "bij": doel.stam,
        "reden": verbetering.reden,
    }
    vervalt = verbetering.wordt is None
    boom |= {"vervalt": "ja"} if vervalt else {"wordt": dict(verbetering.wordt or {})}
    over = eerder is not None and not verbetering.bouwt_voort and not nogmaals
    return Voorstel(
        f"{dossier}: {doel.id} {'vervalt' if vervalt else 'verbeterd'}.",
        nieuw=(NieuwBestand(f"{doel.map}/{_naam(doel.stam, kop.vandaag)}.yaml", boom),),
        nu=waar_het_telt(dossier, doel),
        weigering=_al_verbeterd(dossier, doel, eerder) if over and eerder else None,
    )


def waar_het_telt(dossier: str, doel: Bestand[Deel]) -> Advies:
    """The page on which somebody sees what a mended fact does now."""
    _, hoofdstuk, ding = (*doel.map.split("/"), "", "")[:3]
    if hoofdstuk == "escalaties" and ding:
        return opdracht("escalatie", "toon", dossier, ding)
    if hoofdstuk == "brieven":
        return opdracht("brief", "lijst", dossier)
    return opdracht("toon", dossier)


def _al_verbeterd(dossier: str, doel: Bestand[Deel], eerder: Bestand[Correctie[Any]]) -> ClmFout:
    return Geweigerd(
        f"{doel.id} is al verbeterd: {eerder.pad}.",
        nu=advies(
            '{nu} toont hoe het nu telt; ga daarop verder met --wordt "veld=waarde", of geef '
            "--nogmaals om die verbetering te vervangen",
            nu=opdracht("tijdlijn", dossier),
        ),
    )


def _naam(stam: str, vandaag: date) -> str:
    """The name of a correction begins with its own day; that of a figure keeps its period."""
    naam = feitnaam(stam)
    if naam is None or len(naam.voorop) != len(vandaag.isoformat()):
        return f"{stam}-correctie"
    return f"{vandaag.isoformat()}-correctie-{naam.woorden}".rstrip("-")
