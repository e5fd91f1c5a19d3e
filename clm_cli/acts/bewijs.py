"""Floor 6, bewijs: what a form of evidence has to show."""

from __future__ import annotations

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen
from clm_cli.acts.vervolg import volgende
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.dossier import Escalatie
from clm_cli.records.regime import Bewijsvorm
from clm_cli.voorstel import Navraag


def bewijs(opgave: Opgave) -> Aanvulling:
    """The elements that the contract gives the form; whether each was shown is never assumed."""
    vorm = _vorm(opgave)
    elementen = [{"element": element} for element in vorm.elementen] if vorm else []
    gevraagd = {
        "gemeenten": vorm is not None and vorm.gemeenten_noemen == "ja",
        "van": vorm is not None and vorm.verschillend == "ja",
    }
    return Aanvulling(
        aangenomen(opgave, elementen=elementen),
        nu=volgende(opgave.soort, opgave.dossier.id),
        navraag=tuple(Navraag(veld) for veld, nodig in gevraagd.items() if nodig),
    )


def _vorm(opgave: Opgave) -> Bewijsvorm | None:
    contract = contract_van(opgave.dossier, opgave.als(Escalatie))
    vormen = contract.regime.bewijsvormen if contract else ()
    return next((vorm for vorm in vormen if vorm.id == opgave.boom.get("vorm")), None)
