"""Floor 4, vrijedag: where a term ends that ends on no working day, if the contract is silent."""

from __future__ import annotations

from clm_cli.derivations.termijnen import Termijn, lees_vraag
from clm_cli.dossier import Contract
from clm_cli.meldingen import Reden
from clm_cli.records.regime import Plicht, Regimetermijn
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Rol


def eigen_rol(contract: Contract, regel: Regimetermijn | Plicht) -> Rol | None:
    """Where a term of ours ends on a free day; None where the calendar says so, or it is theirs."""
    # the contract is silent on a last day that is free: what we owe is then due before it (A21)
    zwijgt = contract.regime.kalender is None or contract.regime.kalender.laatste_dag is None
    return Rol.VORIGE if regel.partij == "opdrachtgever" and zwijgt else None


def vrije_dag(register: Register, contract: Contract, uit: Termijn) -> Reden | None:
    """How the contract is read on a last day that is free, where a term ends on one (A21)."""
    telling, regel = uit.berekening, contract.regime.vrije_laatste_dag
    if telling is None or regel is None or not regel.vraag:
        return None
    if telling.kalender.is_werkdag(telling.nominaal) or telling.rol is Rol.VORIGE:
        return None
    lezing = lees_vraag(register, contract.regime, regel.vraag, telling.start)
    return lezing.reden or Reden(f"{datum_vol(telling.nominaal)} is vrij; {lezing.tekst}")
