"""Floor 5, grond: the clause in a dossier's contracts that a rule rests on."""

from __future__ import annotations

from collections.abc import Iterable

from clm_cli.derivations import ontbrekend
from clm_cli.derivations.termijnen import bepaling
from clm_cli.dossier import Overeenkomstbundel
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Regime


def grond_in(blik: Dossierblik, onderwerp: str) -> str | None:
    """The clause on a subject in any contract of a dossier; None when none of them has it."""
    gevonden = ontbrekend.grond_in(blik, onderwerp)
    return eis_van(gevonden)


def grond_ergens(kijk: Kijk, onderwerp: str) -> str | None:
    """The clause on a subject in any agreement of the register; None when none of them has it."""
    namen = (bundel.kaart.record.regime for bundel in kijk.register.overeenkomsten.values())
    return grond_van((kijk.register.regimes.get(naam) for naam in namen), onderwerp)


def grond_onder(kijk: Kijk, bundel: Overeenkomstbundel, onderwerp: str) -> str | None:
    """The clause on a subject in one agreement."""
    return grond_van([kijk.register.regimes.get(bundel.kaart.record.regime)], onderwerp)


def grond_van(regimes: Iterable[Regime | None], onderwerp: str) -> str | None:
    """The clause on a subject in the first of these contracts that has it."""
    gevonden = (bepaling(regime, onderwerp) for regime in regimes if regime)
    return eis_van(*gevonden)


def eis_van(*gronden: Grond | None) -> str | None:
    """The id of the first clause that is there."""
    return next((grond.eis for grond in gronden if grond), None)
