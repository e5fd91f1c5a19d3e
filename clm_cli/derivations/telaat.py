"""Floor 4, telaat: how many days a duty of the contract was late, by the list that keeps it."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.verplichtingen import alle_dagen, nagekomen_op, plichten, verzet
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_vol


def dagen_te_laat(
    blik: Dossierblik, contract: Contract, plicht: str, uiterlijk: date, op: date
) -> int | str:
    """How many days late it was, so far when it was not met yet; or why nobody can tell."""
    rijen = [p for p in plichten(blik) if p.rij.plicht == plicht and contract in p.contracten]
    if not rijen:
        return f"de plicht {plicht} staat op geen lijst van verplichtingen"
    rij = next((p for p in rijen if uiterlijk in alle_dagen(p)), None)
    if rij is None:
        return f"{datum_vol(uiterlijk)} is geen dag waarop {plicht} uiterlijk moest"
    na = stand(blik.dossier, rij.verwijzing)
    # who was given a later day was not late before it
    moest = na.uiterlijk if na.uiterlijk and verzet(rij, na) == uiterlijk else uiterlijk
    gedaan = nagekomen_op(rij).get(uiterlijk)
    return max(((min(gedaan, op) if gedaan else op) - moest).days, 0)
