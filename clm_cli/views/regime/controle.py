"""Floor 6, controle: what a check of regimes found, and how much of each is carried out."""

from __future__ import annotations

from clm_cli.value import value
from clm_cli.views import controle
from clm_cli.views.controle import Controle
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.views.regime.dekking import Dekkingsblad, kort


@value
class Regimecontrole(Controle):
    """What was found, with the coverage of each regime that was looked at."""

    dekking: tuple[Dekkingsblad, ...] = ()


def toon(blad: Regimecontrole, papier: Papier) -> str:
    """What was found, and below it the coverage."""
    return "\n".join([controle.toon(blad, papier), *kort(blad.dekking, papier)])


def als_json(blad: Regimecontrole) -> list[Gegevens]:
    """What was found; the coverage as data is that of `clm regime dekking`."""
    return controle.als_json(blad)
