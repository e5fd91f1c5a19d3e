"""Floor 4, soort: what a kind of letter is."""

from __future__ import annotations

from typing import Literal

from clm_cli.records.regime import Briefeis
from clm_cli.value import value

Lezer = Literal["aanbieder", "gemeenten", "intern"]


_CONTRACTFEITEN = frozenset({"verlenging", "niet-verlengd", "wijziging"})


@value
class Briefsoort:
    """One kind of letter, as clm makes it under every contract."""

    soort: str
    titel: str
    over: tuple[str, ...] = ()
    """The kinds of fact that the letter is about; empty when it needs none."""
    elementen: tuple[str, ...] = ()
    """What it must hold under any contract; the regime adds what its clauses want."""
    woorden: tuple[str, ...] = ()
    """Words that give the letter its effect in law; they have to stand in it."""
    maakt_bekend: bool = False
    """Whether it makes a measure known, so that the terms of that measure start from it."""
    formeel: bool = True
    """Whether it is an act under the contract: signed under mandate, with a reservation of
    rights."""
    met_bewijs: bool = False
    """Whether a right hangs on its receipt, so that it goes as a formal step does: registered
    where the own policy says so (3:37 BW)."""
    dreigend: bool = False
    """Whether it is only about shortcomings that threaten, not about those that are there."""
    lezer: Lezer = "aanbieder"
    gedaan: str = ""
    """What was done by it, as a later letter tells it after 'Met onze brief van …'."""
    daarna: str = ""
    """The command that records, once it was sent, that the provider was told by it."""
    eisen: tuple[Briefeis, ...] = ()
    """What the contract wants in it, each with its clause."""
    van_regime: bool = False
    """Whether only the regime knows it: it makes a measure known, whatever that is."""

    @property
    def bij_contract(self) -> bool:
        """Whether it is about a fact of a contract, and so belongs to no case."""
        return bool(set(self.over) & _CONTRACTFEITEN)

    def alle_elementen(self) -> tuple[str, ...]:
        """Every element by name, each once.

        What makes a measure known stands or falls with the conditions of that measure.
        """
        voor = ("voorwaarden",) if self.maakt_bekend else ()
        return tuple(dict.fromkeys((*self.elementen, *voor, *(eis.element for eis in self.eisen))))

    def eis(self, element: str) -> Briefeis | None:
        """The clause that wants an element."""
        return next((eis for eis in self.eisen if eis.element == element), None)
