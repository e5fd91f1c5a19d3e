"""Floor 3, kijk: the register on a day, one dossier in it, and what was worked out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from clm_cli.dossier import Dossier
from clm_cli.register import Register

P = ParamSpec("P")
R = TypeVar("R")
B = TypeVar("B", bound="Kijk | Dossierblik | Dossier")


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


def blik_op(register: Register, dossier: Dossier | str, vandaag: date) -> Dossierblik:
    """One dossier on a day, for who has no Kijk of the whole register."""
    return Kijk(register, vandaag).blik(dossier)
