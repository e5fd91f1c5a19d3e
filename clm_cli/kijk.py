"""Floor 3, kijk: the register on a day, one dossier in it, and what was worked out of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from clm_cli.dossier import Dossier
from clm_cli.lui import Elders, Enkel, Spoor
from clm_cli.register import Register
from clm_cli.samenstel import Inhoud
from clm_cli.value import value

P = ParamSpec("P")
R = TypeVar("R")
B = TypeVar("B", bound="Kijk | Dossierblik | Dossier")
_AANLOOP = 10
"""After so many dossiers it shows whether there is much to work out."""
_VEEL = 500
"""So many dossiers are held at once, where what is worked out of them is kept."""


@value
class Bewaard:
    """What can be kept of a dossier: under which name, and of which kinds its parts are."""

    naam: str
    soorten: tuple[type, ...]
    cijfers: bool = False
    """Whether it comes from no more of it than a comparison of figures needs."""


class Geheugen(Protocol):
    """What was worked out of each dossier in an earlier run, while nothing it came from changed."""

    def haal(self, wat: Bewaard, naam: str) -> Any | None:
        """What was kept of a dossier; None when there is nothing."""

    def bewaar(self, wat: Bewaard, uit: Mapping[str, bytes | None], waarde: Any) -> None:
        """Keep it; `uit` is what it came from, the dossier itself first."""

    def laat_los(self, naam: str) -> bool:
        """Let go of what was read of a dossier, unless something is wrong with it."""

    def roep(self, namen: Sequence[str], wat: Sequence[str]) -> None:
        """Have other processes work out and keep the same of these, where that saves time."""

    def stop(self) -> None:
        """No other process has to go on."""


class Nummers(Protocol):
    """The numbers of lists that were seen today, by the mark of each line."""

    def gezien(self, lijst: str) -> Mapping[str, tuple[int, int | None]]:
        """Those of one list; empty when nobody looked at it today."""

    def onthoud(self, lijst: str, nummers: Mapping[str, tuple[int, int | None]]) -> None:
        """Keep them for the rest of the day; never fails."""


@value(eq=False)
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
    nummers: Nummers | None = field(default=None, repr=False)
    """Which number each line had today; only the werklijst touches it."""

    @cached_property
    def blikken(self) -> tuple[Dossierblik, ...]:
        """Every dossier of the register, by id: who asks for them reads them all."""
        return tuple(self.blik(dossier) for dossier in self.register.dossiers.values())

    @cached_property
    def _per_id(self) -> dict[str, Dossierblik]:
        return {}

    @cached_property
    def aparte(self) -> dict[tuple[str, bool], Kijk]:
        """What was last looked at apart, or its figures; only `per_dossier` touches it."""
        return {}

    def vooraf(
        self, *functies: Callable[[Kijk, str], object], namen: Iterable[str] | None = None
    ) -> None:
        """Work out for one dossier after another what is kept of it, so that few are held at once.

        Without a place to keep it nothing is done. `namen` are these alone, and then alone.
        """
        if self.geheugen is None:
            return
        alle, gedaan = self.register.dossiers.namen, list[str]()
        try:
            for nummer, naam in enumerate(alle if namen is None else namen):
                if nummer == _AANLOOP and namen is None:
                    self.geheugen.roep(alle[nummer:], [rij.__name__ for rij in functies])
                for functie in functies:
                    functie(self, naam)
                gedaan.append(naam)
                if len(gedaan) == _VEEL:
                    self._laat_los(gedaan)
                    gedaan = []
        finally:
            self.geheugen.stop()

    def _laat_los(self, namen: Iterable[str]) -> None:
        """Let go of what was read of some dossiers; nothing clears that away by itself."""
        self.aparte.clear()
        for naam in namen:
            if self.geheugen and self.geheugen.laat_los(naam):
                self._per_id.pop(naam, None)
                self.register.dossiers.vergeet(naam)
        gc.collect()

    def blik(self, dossier: Dossier | str) -> Dossierblik:
        """One dossier of the register; always the same value, so that nothing is redone.

        A dossier that the register does not hold in this form (a what-if) gets a blik of its own.
        """
        alle = self.register.dossiers
        eigen = alle[dossier] if isinstance(dossier, str) else dossier
        if not alle.is_gemaakt(eigen.id) or alle.get(eigen.id) is not eigen:
            return Dossierblik(self, eigen)
        return self._per_id.setdefault(eigen.id, Dossierblik(self, eigen))


@value(eq=False)
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


@value
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
    functie: Callable[[Dossierblik], R], *soorten: type, cijfers: bool = False
) -> Callable[[Kijk, str], R | None]:
    """A derivation of one dossier by its id, None of what is none; kept from one run to another.

    To be kept it is worked out apart: on a dossier that it asks for by name it rests as well; when
    it asks which others there are, nothing is kept of it.
    `soorten` are the dataclasses and enumerations that it may be made of. With `cijfers` no more is
    read of a dossier than a comparison of figures needs.
    """
    wat = Bewaard(functie.__name__, soorten, cijfers)

    def van(kijk: Kijk, naam: str) -> R | None:
        register, geheugen = kijk.register, kijk.geheugen
        klaar: R | None = geheugen.haal(wat, naam) if geheugen else None
        if klaar is not None:
            return klaar
        # whoever was read as a whole is not read again for its figures, and then not kept
        apart = geheugen is not None and not (cijfers and register.dossiers.is_gemaakt(naam))
        dossier = register.met_cijfers(naam) if cijfers else register.dossiers.get(naam)
        if dossier is None:
            return None
        if geheugen is not None and apart:
            alleen = _alleen(kijk, naam, cijfers=cijfers)
            with suppress(Elders):
                waarde = functie(alleen.blik(naam))
                if (uit := _kwam_uit(alleen)) is not None:
                    geheugen.bewaar(wat, uit, waarde)
                    return waarde
            kijk.aparte.clear()  # what it worked out halfway is not used again
        return functie(kijk.blik(dossier))

    van.__name__ = wat.naam
    return eens(van)


def _alleen(kijk: Kijk, naam: str, *, cijfers: bool) -> Kijk:
    """The same with one dossier in it: of others is noted which are asked for."""
    if (naam, cijfers) not in kijk.aparte:
        spoor = Spoor()
        bron = kijk.register.cijfers if cijfers else kijk.register.inhoud
        register = replace(
            kijk.register,
            inhoud=Enkel(naam, bron.get, spoor),
            cijfers=Enkel[Inhoud](naam, lambda _: None, spoor),
        )
        kijk.aparte.clear()
        kijk.aparte[naam, cijfers] = replace(kijk, register=register, weet={}, geheugen=None)
    return kijk.aparte[naam, cijfers]


def _kwam_uit(apart: Kijk) -> dict[str, bytes | None] | None:
    """What was read of the one dossier and of others, as numbers; None when it was all of them."""
    inhoud = apart.register.inhoud
    if not isinstance(inhoud, Enkel) or inhoud.spoor.alle:
        return None
    delen = {naam: inhoud.get(naam) for naam in (inhoud.naam, *sorted(inhoud.spoor.ook))}
    return {naam: deel.afdruk if deel else b"" for naam, deel in delen.items()}


def blik_op(register: Register, dossier: Dossier | str, vandaag: date) -> Dossierblik:
    """One dossier on a day, for who has no Kijk of the whole register."""
    return Kijk(register, vandaag).blik(dossier)
