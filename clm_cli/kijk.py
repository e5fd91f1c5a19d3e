"""Floor 3, kijk: the register on a day, one dossier in it, and what was worked out of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from clm_cli.dossier import Dossier
from clm_cli.lui import Elders, Enkel
from clm_cli.register import Register
from clm_cli.samenstel import Inhoud

P = ParamSpec("P")
R = TypeVar("R")
B = TypeVar("B", bound="Kijk | Dossierblik | Dossier")


@dataclass(frozen=True, slots=True)
class Bewaard:
    """What can be kept of a dossier: under which name, and of which kinds its parts are."""

    naam: str
    soorten: tuple[type, ...]


class Geheugen(Protocol):
    """What was worked out of each dossier in an earlier run, while nothing it came from changed."""

    def haal(self, wat: Bewaard, naam: str) -> Any | None:
        """What was kept of a dossier; None when there is nothing."""

    def bewaar(self, wat: Bewaard, naam: str, waarde: Any) -> None:
        """Keep it."""


@dataclass(frozen=True, eq=False)
class Kijk:
    """The register as somebody looks at it: on which day, with what was known then."""

    register: Register
    """As known at the moment of looking, corrections folded in."""
    vandaag: date
    weet: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was already worked out; only `eens` touches it."""
    exemplaar: bool = False
    """Whether it is the copy of one provider: of what is internal nothing is in it, so that no
    page can say it, and none says that it is absent."""
    geheugen: Geheugen | None = field(default=None, repr=False)
    """What was worked out in earlier runs; only `per_dossier` touches it."""

    @cached_property
    def blikken(self) -> tuple[Dossierblik, ...]:
        """Every dossier of the register, by id: who asks for them reads them all."""
        return tuple(self.blik(dossier) for dossier in self.register.dossiers.values())

    @cached_property
    def cijferblikken(self) -> tuple[Dossierblik, ...]:
        """Every dossier, for who compares figures: of those that nobody read, no more than that."""
        alle = (self.register.met_cijfers(id_) for id_ in self.register.dossiers.namen)
        return tuple(self.blik(dossier) for dossier in alle if dossier)

    @cached_property
    def _per_id(self) -> dict[str, Dossierblik]:
        return {}

    def blik(self, dossier: Dossier | str) -> Dossierblik:
        """One dossier of the register; always the same value, so that nothing is redone.

        A dossier that the register does not hold in this form (a what-if) gets a blik of its own.
        """
        alle = self.register.dossiers
        eigen = alle[dossier] if isinstance(dossier, str) else dossier
        if not alle.is_gemaakt(eigen.id) or alle.get(eigen.id) is not eigen:
            return Dossierblik(self, eigen)
        return self._per_id.setdefault(eigen.id, Dossierblik(self, eigen))


@dataclass(frozen=True, eq=False)
class Dossierblik:
    """One dossier in a register on a day: what nearly every derivation starts from."""

    kijk: Kijk
    dossier: Dossier
    weet: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was already worked out; only `eens` touches it."""

    @property
    def register(self) -> Register:
        """The register it stands in."""
        return self.kijk.register

    @property
    def vandaag(self) -> date:
        """The day on which is looked."""
        return self.kijk.vandaag

    @property
    def ongelezen(self) -> tuple[str, ...]:
        """What could not be read of it, and of what all share: what is absent here may be there."""
        return (*self.dossier.kapot, *self.register.gedeeld.kapot)

    def toen(self, dag: date) -> Dossierblik:
        """The same dossier, alone, on another day: only with what had happened by then."""
        if dag not in self.weet:
            register = self.register.zoals(op=dag, dossier=self.dossier.id)
            self.weet[dag] = Kijk(register, dag).blik(self.dossier.id)
        blik: Dossierblik = self.weet[dag]
        return blik


@dataclass(frozen=True, slots=True)
class OpBlik:
    """What is looked at in one dossier on one day; a measure, a step and a letter are of it."""

    blik: Dossierblik

    @property
    def register(self) -> Register:
        """The register it stands in."""
        return self.blik.register

    @property
    def dossier(self) -> Dossier:
        """The dossier it stands in."""
        return self.blik.dossier


def eens(functie: Callable[Concatenate[B, P], R]) -> Callable[Concatenate[B, P], R]:
    """A derivation of a Kijk, Dossierblik or Dossier, worked out once for each of its arguments.

    It has to return a value that can be read again: a tuple, never an iterator.
    """

    @wraps(functie)
    def onthoud(blik: B, /, *rest: P.args, **woorden: P.kwargs) -> R:
        sleutel = (functie, *rest, *woorden.items())
        if sleutel not in blik.weet:
            blik.weet[sleutel] = functie(blik, *rest, **woorden)
        waarde: R = blik.weet[sleutel]
        return waarde

    return onthoud


def per_dossier(
    functie: Callable[[Dossierblik], R], *soorten: type
) -> Callable[[Kijk, str], R | None]:
    """A derivation of one dossier by its id, None of what is none; kept from one run to another.

    To be kept it is worked out apart: when it asks for another dossier, nothing is kept of it.
    `soorten` are the dataclasses and enumerations that it may be made of.
    """
    wat = Bewaard(functie.__name__, soorten)

    @eens
    def van(kijk: Kijk, naam: str) -> R | None:
        geheugen = kijk.geheugen
        klaar: R | None = geheugen.haal(wat, naam) if geheugen else None
        if klaar is not None or naam not in kijk.register.dossiers:
            return klaar
        if geheugen is not None:
            elders: list[str] = []
            with suppress(Elders):
                apart = _apart(kijk, naam, elders)
                waarde = functie(apart.blik(naam))
                if not elders:
                    geheugen.bewaar(wat, naam, waarde)
                    return waarde
        return functie(kijk.blik(naam))

    return van


def _apart(kijk: Kijk, naam: str, elders: list[str]) -> Kijk:
    """The same with one dossier in it: who asks for another gets Elders, also in a list."""
    cijfers: Enkel[Inhoud] = Enkel(naam, lambda _: None, elders)
    inhoud = Enkel(naam, kijk.register.inhoud.get, elders)
    register = replace(kijk.register, inhoud=inhoud, cijfers=cijfers)
    return replace(kijk, register=register, weet={}, geheugen=None)


def blik_op(register: Register, dossier: Dossier | str, vandaag: date) -> Dossierblik:
    """One dossier on a day, for who has no Kijk of the whole register."""
    return Kijk(register, vandaag).blik(dossier)
