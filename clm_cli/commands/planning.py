"""Floor 7, planning: the talks of a year, looked at and then written."""

from __future__ import annotations

from clm_cli.acts.planning import kaarten
from clm_cli.commands.werk import Werk
from clm_cli.derivations.planning import planning
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout
from clm_cli.views.planning import Planningblad
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import bedoelt

_VERST = 3


def keur(kijk: Kijk, jaar: int, manager: str | None) -> None:
    """Raises ClmFout for a year that is past or too far away, and for somebody unknown."""
    nu = kijk.vandaag.year
    if not nu <= jaar <= nu + _VERST:
        raise ClmFout(
            f"{jaar} kan niet worden gepland.",
            nu=f"kies een jaar van {nu} tot en met {nu + _VERST}",
        )
    bekend = [p.id for p in kijk.register.organisatie.personen]
    if manager and manager not in bekend:
        raise ClmFout(
            f"Er is geen persoon '{manager}' in organisatie.yaml.", nu=bedoelt(manager, bekend)
        )


def bekijk(kijk: Kijk, jaar: int, manager: str | None) -> Planningblad:
    """What would be planned."""
    keur(kijk, jaar, manager)
    return Planningblad(kijk, planning(kijk, jaar, manager), manager)


def leg_vast(werk: Werk, jaar: int, manager: str | None) -> Voorstel:
    """The proposed talks as cards. Raises ClmFout when there is nothing to plan."""
    blad = bekijk(werk.kijk, jaar, manager)
    if not any(g.nieuw for g in blad.plan.gesprekken):
        raise ClmFout(f"Er is in {jaar} niets meer in te plannen.")
    return kaarten(werk.register, blad.plan)
