"""Floor 6, contracten: until when an extension runs, by the duration of its option."""

from __future__ import annotations

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen
from clm_cli.advies import opdracht
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.verlengingen import einde_na
from clm_cli.dossier import Contract


def verlenging(opgave: Opgave) -> Aanvulling:
    """The last day follows from the end until then and the duration of the option.

    An option that is used still has to reach the provider.
    """
    contract = opgave.als(Contract)
    nu = opdracht("brief", "maak", opgave.dossier.id, "verlenging", contract=contract.id)
    opties = {optie.id: optie for optie, _ in contract.opties}
    optie = opties.get(str(opgave.boom.get("optie")))
    tot = duurstand(contract, opgave.blik.vandaag).tot
    if optie is None or tot is None:
        return Aanvulling(nu=nu)
    einde = einde_na(tot, optie.duur, kalender_op(opgave.register, tot, contract))
    velden = aangenomen(opgave, tot=einde.isoformat())
    return Aanvulling(velden, tuple(velden), nu)
