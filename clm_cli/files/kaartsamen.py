"""Floor 6, kaartsamen: one card that two people changed: both changes in it, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from clm_cli.files.gate import lees
from clm_cli.files.splice import voeg_toe, zet
from clm_cli.meldingen import ClmFout, Ernst, Sleutel
from clm_cli.value import value
from clm_cli.voorstel import Wijziging, wijzigingen_van

Keuze = Literal["eigen", "ander"]
_WEG = object()
"""A value that is not there."""


@value
class Botsing:
    """One value that both changed, each into something else; `waar` is empty for a whole file."""

    pad: str
    waar: str
    eigen: str
    ander: str


class Onmogelijk(Exception):  # noqa: N818 - no error: it is merged in another way, or asked
    """What was taken out, or put in another order, cannot be told value by value."""


def voeg_kaart_samen(
    pad: str, basis: bytes | None, eigen: bytes, ander: bytes, houd: Keuze | None
) -> tuple[bytes, tuple[Botsing, ...]]:
    """The card of the other with our changes in it; raises Onmogelijk where that is not certain.

    Where both changed one value, `houd` says which stays; without it the two are given.
    """
    bomen = [_boom(inhoud) for inhoud in (basis, eigen, ander)]
    uit, botsingen = ander, list[Botsing]()
    try:
        for stap in _drie(pad, (), *bomen):
            if isinstance(stap, Wijziging):
                uit = (voeg_toe if stap.toevoegen else zet)(uit, stap.sleutel, stap.waarde)
            elif houd == "eigen" and stap.wijziging.waarde is not _WEG:
                uit = zet(uit, stap.wijziging.sleutel, stap.wijziging.waarde)
            elif houd is None:
                waar = _waar(bomen[1], stap.wijziging.sleutel)
                botsingen.append(replace(stap.botsing, waar=waar))
    except ClmFout:  # the card cannot be changed there without touching something else
        raise Onmogelijk from None
    return uit, tuple(botsingen)


def _boom(inhoud: bytes | None) -> Any:
    if inhoud is None:
        return {}
    gelezen = lees(inhoud, "kaart")
    if gelezen.boom is None or any(m.ernst is Ernst.FOUT for m in gelezen.meldingen):
        raise Onmogelijk
    return gelezen.boom


@value
class _Beide:
    """Both changed it: what we made of it, and how that is told."""

    wijziging: Wijziging
    botsing: Botsing


def _drie(pad: str, sleutel: Sleutel, b: Any, e: Any, a: Any) -> Iterator[Wijziging | _Beide]:
    """What has to be done in `a` so that what `e` changed since `b` is in it as well."""
    if e in (b, a):
        return
    if isinstance(e, dict) and isinstance(a, dict):
        yield from _namen(pad, sleutel, b if isinstance(b, dict) else {}, e, a)
    elif isinstance(e, list) and isinstance(a, list):
        yield from _lijst(pad, sleutel, b if isinstance(b, list) else [], e, a)
    elif a == b:
        if e is _WEG:
            raise Onmogelijk
        yield from wijzigingen_van(pad, sleutel, None if a is _WEG else a, e)
    else:
        yield _Beide(Wijziging(pad, sleutel, e), Botsing(pad, "", _tekst(e), _tekst(a)))


def _waar(boom: Any, sleutel: Sleutel) -> str:
    """The place of a value as people know it: a row by its own number, else by its place."""
    woorden = []
    for deel in sleutel:
        boom = boom[deel] if isinstance(deel, int) else boom.get(deel)  # the last may be gone
        eigen = boom.get("id") if isinstance(boom, dict) else None
        woorden.append(str(eigen or deel + 1) if isinstance(deel, int) else deel)
    return " ".join(woorden)


def _namen(
    pad: str, sleutel: Sleutel, b: dict[str, Any], e: dict[str, Any], a: dict[str, Any]
) -> Iterator[Wijziging | _Beide]:
    for naam in {**b, **e}:
        hier = (*sleutel, naam)
        yield from _drie(pad, hier, b.get(naam, _WEG), e.get(naam, _WEG), a.get(naam, _WEG))


def _lijst(
    pad: str, sleutel: Sleutel, b: list[Any], e: list[Any], a: list[Any]
) -> Iterator[Wijziging | _Beide]:
    """Rows stay where they were; what each put behind them comes one after the other."""
    if [_kenmerk(rij) for rij in e[: len(b)]] != [_kenmerk(rij) for rij in b] or [
        _kenmerk(rij) for rij in a[: len(b)]
    ] != [_kenmerk(rij) for rij in b]:
        raise Onmogelijk
    for nr, was in enumerate(b):
        yield from _drie(pad, (*sleutel, nr), was, e[nr], a[nr])
    hun = a[len(b) :]
    for rij in e[len(b) :]:
        if rij in hun:
            continue
        if any(_zelfde_plaats(rij, ander) for ander in hun):
            raise Onmogelijk
        yield Wijziging(pad, sleutel, rij, toevoegen=True)


def _kenmerk(rij: Any) -> Any:
    """By what a row is the same one when a value in it changed."""
    return rij.get("id", "") if isinstance(rij, dict) else rij


def _zelfde_plaats(een: Any, ander: Any) -> bool:
    """Whether two new rows without an id are about the same: they begin alike."""
    if not (isinstance(een, dict) and isinstance(ander, dict)) or "id" in een:
        return False
    return next(iter(een.items()), None) == next(iter(ander.items()), None)


def _tekst(waarde: Any) -> str:
    return "niets" if waarde is _WEG else " ".join(str(waarde).split())[:120]
