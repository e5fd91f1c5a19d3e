"""Floor 5, regel: what a rule is, and the page that its docstring makes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.register import Dossier, Register

Toets = Callable[[Register, Dossier, date], Iterator["Bevond"]]
Registertoets = Callable[[Register, date], Iterator["Bevond"]]


@dataclass(frozen=True, slots=True)
class Bevond:
    """What a rule found at one place; the rule book adds code and severity."""

    plek: Plek
    tekst: str
    nu: str
    omdat: tuple[Reden, ...] = ()
    grond: str | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: its permanent code, its severity and its function (per dossier, or over the whole register)."""

    code: str
    ernst: Ernst
    per_dossier: Toets | None = None
    per_register: Registertoets | None = None

    @property
    def bladzijde(self) -> str:
        """The page of the rule, for `clm uitleg`."""
        return inspect.getdoc(self.per_dossier or self.per_register) or ""

    @property
    def titel(self) -> str:
        """The first line of the page."""
        return self.bladzijde.partition("\n")[0]

    def toets(self, register: Register, vandaag: date) -> Iterator[Melding]:
        """All meldingen of this rule."""
        if self.per_register:
            yield from (self._melding(bevond) for bevond in self.per_register(register, vandaag))
        if self.per_dossier:
            for dossier in register.dossiers.values():
                yield from (self._melding(bevond) for bevond in self.per_dossier(register, dossier, vandaag))

    def _melding(self, bevond: Bevond) -> Melding:
        return Melding(
            self.code, self.ernst, bevond.plek, bevond.tekst, bevond.omdat, grond=bevond.grond, nu=bevond.nu
        )
