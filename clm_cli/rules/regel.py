"""Floor 5, regel: what a rule is, and the page that its docstring makes."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.records.regime import Regime
from clm_cli.register import Dossier, Register

Toets = Callable[[Register, Dossier, date], Iterator["Bevond"]]
Registertoets = Callable[[Register, date], Iterator["Bevond"]]
Regimetoets = Callable[[Register, Bestand[Regime], date], Iterator["Bevond"]]


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
    """One rule: its permanent code.

    Its severity and its function (per dossier, over the whole register, or per regime).
    """

    code: str
    ernst: Ernst
    per_dossier: Toets | None = None
    per_register: Registertoets | None = None
    per_regime: Regimetoets | None = None

    @property
    def bladzijde(self) -> str:
        """The page of the rule, for `clm uitleg`."""
        return inspect.getdoc(self.per_dossier or self.per_register or self.per_regime) or ""

    @property
    def titel(self) -> str:
        """The first line of the page."""
        return self.bladzijde.partition("\n")[0]

    def toets(self, register: Register, vandaag: date) -> Iterator[Melding]:
        """All meldingen of this rule on a register.

        Of its own regimes only what is wrong, not what is good to know.
        """
        if self.per_register:
            yield from (self._melding(bevond) for bevond in self.per_register(register, vandaag))
        if self.per_dossier:
            for dossier in register.dossiers.values():
                yield from (
                    self._melding(bevond) for bevond in self.per_dossier(register, dossier, vandaag)
                )
        for regime in register.van(Regime) if self.ernst is not Ernst.INFO else ():
            yield from self.toets_regime(register, regime, vandaag)

    def toets_regime(
        self, register: Register, regime: Bestand[Regime], vandaag: date
    ) -> Iterator[Melding]:
        """All meldingen of this rule on one regime.

        As the register (which may be empty) reads it.
        """
        if self.per_regime:
            yield from (
                self._melding(bevond) for bevond in self.per_regime(register, regime, vandaag)
            )

    def _melding(self, bevond: Bevond) -> Melding:
        return Melding(
            self.code,
            self.ernst,
            bevond.plek,
            bevond.tekst,
            bevond.omdat,
            grond=bevond.grond,
            nu=bevond.nu,
        )


def naaste(tekst: str, bekend: Iterable[str], anders: str) -> str:
    """The known name that is probably meant, as advice.

    All that are equally near, and other advice when none is.
    """
    dichtbij = difflib.get_close_matches(tekst, sorted(bekend), n=9, cutoff=0.5)
    even = sorted(
        naam for naam in dichtbij if _gelijkenis(tekst, naam) == _gelijkenis(tekst, dichtbij[0])
    )
    return (
        f"kies uit {', '.join(even)}"
        if len(even) > 1
        else f"bedoelt u '{even[0]}'?"
        if even
        else anders
    )


def _gelijkenis(tekst: str, naam: str) -> float:
    return difflib.SequenceMatcher(a=naam, b=tekst).ratio()
