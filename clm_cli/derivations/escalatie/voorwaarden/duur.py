"""Floor 4, duur: whether a measure names its last day, within what the contract lets it last."""

from __future__ import annotations

from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, vraagt
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.termijn import bereken


def laatste_dag(stap: Stap) -> Uitspraak:
    """De maatregel noemt de laatste dag, en duurt niet langer dan het contract toestaat."""
    regel = stap.instrument.duur
    hoogstens = regel.hoogstens if regel else None
    grens = f", ten hoogste {hoogstens} na de ingang" if hoogstens else ""
    if stap.voorstel is None:
        return vraagt(f"noem de laatste dag{grens} (--tot)", "tot")
    tot, ingaat = stap.voorstel.tot, stap.voorstel.ingaat
    if tot is None:
        return nee(f"de laatste dag ontbreekt{grens}", stap.plek())
    if tot < ingaat:
        return nee("de laatste dag ligt voor de ingang", stap.plek("tot"))
    if hoogstens:
        kalender = kalender_op(stap.register, ingaat, stap.contract)
        uiterst = bereken(ingaat, hoogstens, kalender, rol=Rol.NIET).uiterlijk
        if tot > uiterst:
            zin = f"{datum_vol(tot)} is te laat: uiterlijk {datum_vol(uiterst)} ({hoogstens})"
            return nee(zin, stap.plek("tot"))
    return ja(f"tot en met {datum_vol(tot)}", stap.plek("tot"))
