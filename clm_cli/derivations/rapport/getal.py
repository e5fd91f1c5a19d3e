"""Floor 4, getal: a number on a report with what it rests on, and what others may not see of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from clm_cli.meldingen import Reden
from clm_cli.tijd.datum import getal
from clm_cli.value import value

AFGESCHERMD, ONBEKEND = "*", "onbekend"
_HARD = "\u00a0"
"""Between a number and its unit, which stay on one line."""


@value
class Getal:
    """A number as it is printed, what it is, and the facts it was worked out from."""

    tekst: str
    wat: str
    waarde: Decimal | None = None
    omdat: tuple[Reden, ...] = ()

    def __str__(self) -> str:
        """As it is printed."""
        return self.tekst

    @property
    def afgeschermd(self) -> Getal:
        """The same where it may not be seen: neither the number nor what it rests on."""
        return Getal(AFGESCHERMD, self.wat)


def aantal(wat: str, omdat: Iterable[Reden]) -> Getal:
    """How many there are: one reason for each."""
    redenen = tuple(omdat)
    return Getal(str(len(redenen)), wat, Decimal(len(redenen)), redenen)


def waarde(wat: str, cijfer: Decimal | None, eenheid: str, omdat: Iterable[Reden]) -> Getal:
    """A figure in its unit; unknown stays unknown."""
    tekst = ONBEKEND if cijfer is None else f"{getal(cijfer)}{_HARD}{eenheid}".strip()
    return Getal(tekst, wat, cijfer, tuple(omdat))


def deel_van(wat: str, teller: Sequence[Reden], noemer: Sequence[Reden]) -> Getal:
    """A share of what was counted, with the counting in its reasons; of nothing it is unknown."""
    if not noemer:
        return Getal(ONBEKEND, wat, None, (Reden("er is niets om te tellen"),))
    procent = (Decimal(100) * len(teller) / len(noemer)).quantize(Decimal(1), ROUND_HALF_UP)
    som = Reden(f"{len(teller)} van {len(noemer)}")
    return Getal(f"{procent}{_HARD}%", wat, procent, (som, *noemer))


def veelvoud(oud: Getal, nieuw: Getal) -> Getal:
    """How much more than before, with its sign; unknown when one of both is."""
    wat = f"verschil met de vorige periode: {nieuw.wat}"
    if AFGESCHERMD in (oud.tekst, nieuw.tekst):
        return Getal(AFGESCHERMD, wat)
    if oud.waarde is None or nieuw.waarde is None:
        return Getal(ONBEKEND, wat)
    verschil = nieuw.waarde - oud.waarde
    teken = "+" if verschil > 0 else "−" if verschil < 0 else ""  # a real minus sign
    reden = Reden(f"{nieuw.tekst} min {oud.tekst}")
    tekst = f"{teken}{getal(abs(verschil))}"
    return Getal(tekst, wat, verschil, (reden, *nieuw.omdat, *oud.omdat))


def te_verbergen(
    rijen: Sequence[tuple[int, ...]], grens: int, vast: frozenset[int] = frozenset()
) -> frozenset[int]:
    """Which rows under a printed total may not be seen by others.

    Those with a count of people below the limit, nought excepted, and what is hidden already; and
    while a column of the hidden ones together stays below the limit, as that of one alone does, the
    next smallest row too: else the total gives them away.
    """
    weg = {plaats for plaats, rij in enumerate(rijen) if any(0 < n < grens for n in rij)} | vast
    rest = sorted((max(rij), plaats) for plaats, rij in enumerate(rijen) if any(rij))
    over = [plaats for _, plaats in rest if plaats not in weg]
    while weg and over and _te_klein([rijen[p] for p in weg], grens):
        weg.add(over.pop(0))
    return frozenset(weg)


def verschillen(heel: int, delen: Sequence[int]) -> tuple[int, ...]:
    """What can be worked out of a total and its parts: each of them, and what each leaves over."""
    over = [max(0, heel - deel) for deel in delen]
    return (heel, *delen, *over, max(0, heel - sum(delen)))


def deel_verraadt(heel: int, eigen: int, delen: Sequence[int], grens: int) -> bool:
    """Whether one part of a total may not be seen, as the other parts can be read too."""
    plaats, rest = delen.index(eigen), max(0, heel - sum(delen))
    weg = te_verbergen([(n,) for n in (*delen, rest)], grens)
    return plaats in weg or 0 < heel - eigen < grens


def _te_klein(rijen: Sequence[tuple[int, ...]], grens: int) -> bool:
    return any(0 < sum(kolom) < grens for kolom in zip(*rijen, strict=True))


def scherm_af(
    getallen: Sequence[Getal], grens: int, weg: frozenset[int] | None = None
) -> tuple[Getal, ...]:
    """A row of counts as others may see it."""
    if weg is None:
        weg = te_verbergen([(int(g.waarde or 0),) for g in getallen], grens)
    return tuple(g.afgeschermd if nr in weg else g for nr, g in enumerate(getallen))


def alle(ding: Any) -> list[Getal]:
    """Every number somewhere in what a document is filled with, once."""
    uit: dict[tuple[str, str], Getal] = {}
    _verzamel(ding, uit)
    return list(uit.values())


def _verzamel(ding: Any, uit: dict[tuple[str, str], Getal]) -> None:
    if isinstance(ding, Getal):
        uit.setdefault((ding.tekst, ding.wat), ding)
    elif isinstance(ding, Mapping):
        for deel in ding.values():
            _verzamel(deel, uit)
    elif isinstance(ding, (list, tuple)):
        for deel in ding:
            _verzamel(deel, uit)
    elif is_dataclass(ding):
        for naam in ding.__dataclass_fields__:
            _verzamel(getattr(ding, naam), uit)


def vind(getallen: Iterable[Getal], gezocht: str) -> tuple[Getal, ...]:
    """The numbers that are printed so, with or without their sign, their unit and thousands."""
    kaal = _kaal(gezocht)
    return tuple(g for g in getallen if g.omdat and kaal in _vormen(g))


def _vormen(getal_: Getal) -> tuple[str, ...]:
    """The ways to write a number: as it is printed, and without its sign and its unit."""
    heel = _kaal(getal_.tekst)
    zonder = heel.lstrip("≥≤ ")
    return heel, zonder, zonder.partition(" ")[0], zonder.partition(" ")[0].lstrip("+−")


def _kaal(tekst: str) -> str:
    """As somebody types it: a hyphen is a minus sign, a thousand has no point."""
    return re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", " ".join(tekst.split()).replace("-", "−"))
