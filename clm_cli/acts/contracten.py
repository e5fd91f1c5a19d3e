"""Floor 6, contracten: until when an extension runs, by the duration of its option."""

from __future__ import annotations

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen
from clm_cli.advies import opdracht
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.verlengingen import einde_na
from clm_cli.dossier import Contract
from clm_cli.meldingen import Geweigerd
from clm_cli.records.overeenkomst import Verlenging
from clm_cli.woorden import bedoelt, kort


def verlenging(opgave: Opgave) -> Aanvulling:
    """The last day follows from the end until then and the duration of the option.

    An option that is used still has to reach the provider.
    """
    contract = opgave.als(Contract)
    nu = opdracht("brief", "maak", opgave.dossier.id, "verlenging", contract=contract.id)
    opties = {optie.id: optie for optie, _ in contract.opties}
    gezegd = opgave.boom.get("optie")
    if gezegd and gezegd not in opties:
        raise Geweigerd(
            f"Het contract {contract.id} heeft geen optie '{kort(str(gezegd))}'.",
            nu=bedoelt(str(gezegd), opties, None if opties else "een wijziging kan ook verlengen"),
        )
    optie = opties.get(str(gezegd))
    tot = duurstand(contract, opgave.blik.vandaag).tot
    if optie is None or tot is None:
        return Aanvulling(nu=nu, keuzes={"optie": tuple(opties)})
    al = next((f for f in contract.van(Verlenging) if f.record.optie == optie.id), None)
    kalender = kalender_op(opgave.register, tot, contract)
    einde = al.record.tot if al else einde_na(tot, optie.duur, kalender)
    velden = aangenomen(opgave, tot=einde.isoformat())
    return Aanvulling(velden, tuple(velden), nu)
