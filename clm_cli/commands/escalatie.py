"""Floor 7, escalatie: where a case stands, as if under another contract, and beside others."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.commands.dingen import kies_een
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.escalatie.gelijke_gevallen import gelijke_gevallen
from clm_cli.dossier import Escalatie
from clm_cli.meldingen import ClmFout
from clm_cli.records.regime import Regime
from clm_cli.views.escalatie.blad import Escalatieblad, escalatieblad
from clm_cli.views.escalatie.gelijk import Gelijkblad
from clm_cli.woorden import bedoelt, zoals


def toon(
    gelezen: Gelezen, naam: str, escalatie: str | None, wat_als: str | None = None
) -> Escalatieblad:
    """The case that is meant; with `wat_als` the same facts under another regime."""
    blik = gelezen.blik(naam)
    onder = _regime(gelezen.register.regimes, wat_als) if wat_als else None
    zaak = kies_een(blik.dossier, Escalatie, escalatie)
    return escalatieblad(blik, zaak, gelezen.plaats, onder)


def gelijk(gelezen: Gelezen, naam: str, escalatie: str | None) -> Gelijkblad:
    """The case that is meant, beside the like cases of other providers."""
    blik = gelezen.blik(naam)
    zaak = kies_een(blik.dossier, Escalatie, escalatie)
    return Gelijkblad(blik, zaak, gelijke_gevallen(blik, zaak))


def _regime(regimes: Mapping[str, Regime], naam: str) -> Regime:
    """The regime that is asked for."""
    if (gewoon := zoals(naam, regimes)) in regimes:
        return regimes[gewoon]
    raise ClmFout(f"Er is geen regime '{naam}'.", nu=bedoelt(naam, regimes, "clm regime lijst"))
