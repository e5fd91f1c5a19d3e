"""Floor 7, planning: the talks of a year, looked at and then written."""

from __future__ import annotations

from clm_cli.acts.planning import kaarten
from clm_cli.advies import opdracht
from clm_cli.commands.werk import Werk
from clm_cli.derivations.planning import Planning, planning
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout
from clm_cli.views.planning import Planningblad
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import bedoelt

_VERST = 3
_GENOEMD = 3
"""So many reasons are named where nothing can be planned; the page has them all."""


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
        raise _niets(blad.plan)
    return kaarten(werk.register, blad.plan)


def _niets(plan: Planning) -> ClmFout:
    """Why there is nothing new in a year: all stands there, it does not fit, or nothing asks it."""
    if plan.conflicten:
        rijen = [f"{c.dossier}: {c.wat}; {c.waarom}" for c in plan.conflicten]
        rest = f" En nog {len(rijen) - _GENOEMD}." if len(rijen) > _GENOEMD else ""
        zin = f"Er is in {plan.jaar} nu niets in te plannen. {'. '.join(rijen[:_GENOEMD])}.{rest}"
        return ClmFout(zin, nu=opdracht("planning", str(plan.jaar)))
    if plan.gesprekken:
        return ClmFout(f"Er is in {plan.jaar} niets meer in te plannen: alles staat er al.")
    zin = f"Geen contract vraagt in {plan.jaar} nog een gesprek."
    return ClmFout(zin, nu=opdracht("overzicht"))
