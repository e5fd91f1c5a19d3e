"""Floor 6, bewijs: what a form of evidence has to show."""

from __future__ import annotations

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen
from clm_cli.acts.vervolg import volgende
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.dossier import Escalatie
from clm_cli.meldingen import Geweigerd
from clm_cli.records.regime import Bewijsvorm
from clm_cli.voorstel import Navraag
from clm_cli.woorden import getypt


def bewijs(opgave: Opgave) -> Aanvulling:
    """The elements that the contract gives the form; whether each was shown is never assumed."""
    vorm = _vorm(opgave)
    elementen = [{"element": element} for element in vorm.elementen] if vorm else []
    gezegd = opgave.boom.get("elementen")
    genoemd = {"elementen": [_genoemd(rij, vorm) for rij in gezegd]} if vorm and gezegd else {}
    gevraagd = {
        "gemeenten": vorm is not None and vorm.gemeenten_noemen == "ja",
        "van": vorm is not None and vorm.verschillend == "ja",
    }
    return Aanvulling(
        {**aangenomen(opgave, elementen=elementen), **genoemd},
        nu=volgende(opgave.soort, opgave.dossier.id),
        navraag=tuple(Navraag(veld) for veld, nodig in gevraagd.items() if nodig),
    )


def _genoemd(rij: object, vorm: Bewijsvorm) -> object:
    """One element that was said, in the words of the contract: those alone are counted."""
    element = rij.get("element") if isinstance(rij, dict) else None
    if not isinstance(rij, dict) or element is None:
        return rij  # the record itself is refused, with its place
    zo = str(element).strip().casefold()
    gelijk = [naam for naam in vorm.elementen if naam.casefold() == zo]
    passend = gelijk or [naam for naam in vorm.elementen if zo and zo in naam.casefold()]
    if len(passend) != 1:
        raise Geweigerd(
            f"{getypt(str(element))} is geen element van {vorm.titel}",
            nu=f"kies uit {'; '.join(passend or vorm.elementen)}",
        )
    return {**rij, "element": passend[0]}


def _vorm(opgave: Opgave) -> Bewijsvorm | None:
    contract = contract_van(opgave.dossier, opgave.als(Escalatie))
    vormen = contract.regime.bewijsvormen if contract else ()
    return next((vorm for vorm in vormen if vorm.id == opgave.boom.get("vorm")), None)
