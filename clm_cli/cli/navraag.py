"""Floor 8, navraag: what nobody has to say but a gate reads, asked of who is at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clm_cli.cli.antwoord import Vraag, van_deel
from clm_cli.cli.uitvoer import meld
from clm_cli.cli.vragen import ja
from clm_cli.commands.optiewaarden import als_woord
from clm_cli.derivations.namen import Waar
from clm_cli.meldingen import Geweigerd
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import Veld, veld_van, velden
from clm_cli.voorstel import Navraag

_OPEN = "Wat nu volgt, mag u openlaten met Enter; een voorwaarde, stuk of controle leest het."

_ZO_NIET = "Zolang dat zo is, wordt dit geweigerd; wat u invult, blijft bewaard."


def vraag_na(
    model: type[Deel],
    boom: dict[str, Any],
    navraag: Sequence[Navraag],
    keuzes: Mapping[str, Sequence[str]],
    waar: Waar | None,
    vooraf: Sequence[str] = (),
    toont: str | None = None,
) -> None:
    """Ask for it field by field, and put what was answered in `boom`; Enter leaves it open.

    `vooraf` stands in the way whatever is answered: who goes on, does so knowing it; `toont` is
    the command that shows it.
    """
    rijen = {veld.naam: veld for veld in velden(model)}
    open_ = [rij for rij in navraag if _open(rijen[_groot(rij)], boom, rij)]
    if not (open_ and sys.stdin.isatty()):
        return
    for regel in vooraf:
        meld(f"Let op, nog niet vervuld: {regel}.")
    if vooraf and not ja(_ZO_NIET, "Toch verder invullen? [ja/nee] "):
        raise Geweigerd("", nu=toont)
    meld(_OPEN)
    for rij in open_:
        if rij.mits and boom.get(rij.mits) in (None, "nee", "onbekend"):
            continue
        if rij.tenzij in boom:
            continue
        _stel(rijen[_groot(rij)], boom, rij, keuzes, waar)


def leest_ook(
    model: type[Deel], boom: Mapping[str, Any], navraag: Sequence[Navraag]
) -> Iterator[str]:
    """What would be asked, as options: for who cannot be asked, beside what has to be there."""
    rijen = {veld.naam: veld for veld in velden(model)}
    for rij in navraag:
        veld = rijen[_groot(rij)]
        if not (veld.verplicht or rij.mits or rij.tenzij in boom) and _open(veld, boom, rij):
            yield als_woord(veld)


def _groot(navraag: Navraag) -> str:
    return navraag.veld.partition(".")[0]


def _open(veld: Veld, boom: Mapping[str, Any], navraag: Navraag) -> bool:
    """Whether something of it was not said yet."""
    if "." in navraag.veld:
        return any(True for _ in _delen(boom, navraag))
    gezegd = boom.get(veld.naam)
    if navraag.vast:
        return not _zelfde(gezegd, navraag)
    if isinstance(gezegd, dict):
        return any(deel not in gezegd for deel in navraag.delen)
    return veld.naam not in boom


def _zelfde(gezegd: Any, navraag: Navraag) -> bool:
    """Whether a list says already what a part would be about."""
    rijen = [rij for rij in gezegd or () if isinstance(rij, dict)]
    return any(navraag.vast.items() <= rij.items() for rij in rijen)


def _delen(boom: Mapping[str, Any], navraag: Navraag) -> Iterator[dict[str, Any]]:
    """The parts of a list, or the one part, in which a field was not said."""
    groot, _, klein = navraag.veld.partition(".")
    waarde = boom.get(groot)
    for deel in waarde if isinstance(waarde, list) else [waarde]:
        if isinstance(deel, dict) and klein not in deel:
            yield deel


def _stel(
    veld: Veld,
    boom: dict[str, Any],
    navraag: Navraag,
    keuzes: Mapping[str, Sequence[str]],
    waar: Waar | None,
) -> None:
    if navraag.waarom:
        meld(navraag.waarom)
    if klein := navraag.veld.partition(".")[2]:
        rij = veld_van(veld.deel, klein) if veld.deel else veld
        for deel in _delen(boom, navraag):
            naam = f"{klein} van {deel.get('id') or deel.get('wat') or veld.naam}"
            _zet(deel, klein, Vraag(rij, naam, waar).stel())
        return
    eigen = tuple(keuzes.get(veld.naam, ()))
    rij = replace(veld, keuzes=eigen or veld.keuzes)
    gok = navraag.vermoed.get(veld.naam)
    vraag = Vraag(rij, _naam(veld, navraag), waar, gok, navraag, van_deel(veld, keuzes))
    if veld.deel is None or veld.is_stuk or vraag.mensen:
        _zet(boom, veld.naam, vraag.stel())
    elif veld.veel:
        erbij = vraag.deel()
        _zet(boom, veld.naam, [*boom.get(veld.naam, ()), erbij] if erbij else None)
    else:
        _zet(boom, veld.naam, vraag.deel(boom.get(veld.naam)))


def _naam(veld: Veld, navraag: Navraag) -> str:
    """What a question is called: of a part that says something already, with what it is about."""
    return " ".join([veld.naam, *(str(waarde) for waarde in navraag.vast.values())])


def _zet(boom: dict[str, Any], naam: str, waarde: Any) -> None:
    if waarde is not None:
        boom[naam] = waarde
