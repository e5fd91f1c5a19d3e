"""Floor 4, zoeken: where a text stands in a register: who it names first, then what was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek, Sleutel
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import kaal
from clm_cli.value import value

_WIE = frozenset({"statutair", "roepnaam", "kvk", "agb", "nummer", "zaaknummer", "registratie"})
"""The fields by which a provider or a contract is known."""


@value
class Vondst:
    """One text that holds what was looked for."""

    dossier: str | None
    """The dossier; None for what belongs to the register."""
    plek: Plek
    veld: str
    tekst: str
    bekend: bool
    """Whether it is a name or number by which a provider or contract is known."""


def zoek(kijk: Kijk, tekst: str) -> tuple[Vondst, ...]:
    """Every text with these words in it, whatever its capitals, accents and spaces.

    Numbers are also found when they are written with spaces or points between their digits.
    """
    gezocht = _vlak(tekst)
    register = kijk.register
    gevonden = [
        Vondst(map_ if map_ in register.dossiers else None, plek, veld, waarde, veld in _WIE)
        for bestand in register.bestanden
        for map_ in [bestand.pad.partition("/")[0]]
        for plek, veld, waarde in _teksten(bestand)
        if gezocht in _vlak(waarde)
    ]
    genoemd = {vondst.dossier for vondst in gevonden if vondst.bekend}
    gevonden += [
        Vondst(id_, Plek(f"{id_}/aanbieder.yaml"), "dossier", id_, True)
        for id_ in register.dossiers
        if id_ not in genoemd and gezocht in _vlak(id_)
    ]
    return tuple(sorted(gevonden, key=lambda v: (not v.bekend, v.dossier or "", v.plek.pad)))


def _vlak(tekst: str) -> str:
    plat = " ".join(kaal(tekst).split())
    cijfers = plat.replace(" ", "").replace(".", "")
    return cijfers if cijfers.isdigit() else plat


def _teksten(bestand: Bestand[Deel]) -> Iterator[tuple[Plek, str, str]]:
    for sleutel, tekst in _in(bestand.record, ()):
        velden = [deel for deel in sleutel if isinstance(deel, str)]
        yield bestand.plek(*sleutel), velden[-1] if velden else "", tekst


def _in(waarde: Any, sleutel: Sleutel) -> Iterator[tuple[Sleutel, str]]:
    """Every text in a record, with the way to it."""
    if isinstance(waarde, Deel):
        for naam in type(waarde).model_fields:
            yield from _in(getattr(waarde, naam), (*sleutel, naam))
    elif isinstance(waarde, (tuple, list)):
        for nummer, een in enumerate(waarde):
            yield from _in(een, (*sleutel, nummer))
    elif isinstance(waarde, str):
        yield sleutel, waarde
