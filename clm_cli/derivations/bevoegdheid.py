"""Floor 4, bevoegdheid: who may sign up to a trede, and which municipality gave power for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clm_cli.dossier import Contract
from clm_cli.records.organisatie import Ondertekenaar, Volmacht
from clm_cli.register import Register

STRATEGISCH = ("beslisser", "bestuur")
"""Who decides at strategic level, by the role in organisatie.yaml."""


def tekenbevoegd(register: Register, trede: int, dag: date) -> tuple[str, ...]:
    """Who may sign up to and including a trede on a day, in the order of organisatie.yaml."""
    return tuple(
        rij.persoon
        for rij in register.organisatie.ondertekenaars
        if rij.tot_en_met_trede >= trede and _geldt(rij, dag)
    )


def zonder_mandaat(register: Register, wie: str, trede: int, dag: date) -> bool:
    """Whether the register says who may decide up to a trede, and somebody is none of them."""
    bekend = bool(register.organisatie.ondertekenaars)
    return bekend and wie not in tekenbevoegd(register, trede, dag)


def niemand_weet_wie(register: Register, wie: str) -> str:
    """That nobody can tell who a name is, and so not what he may; empty where that is known."""
    return "" if register.persoon(wie) else f"'{wie}' staat niet in organisatie.yaml"


def deelnemers(contracten: Iterable[Contract]) -> tuple[str, ...]:
    """The municipalities of some contracts: each is party to one of them (6:203, 3:60 BW)."""
    return tuple(dict.fromkeys(g for contract in contracten for g in contract.gemeenten))


def voor_zichzelf(register: Register, contract: Contract) -> bool:
    """Whether we alone are party to a contract: nobody else is written for.

    A power of attorney is given to somebody else (3:60 BW): who is party acts for itself.
    """
    bundel, eigen = contract.overeenkomst, register.organisatie.gemeente
    zelf = bundel is not None and bundel.kaart.record.opdrachtgever == "zelf"
    return zelf or (eigen is not None and set(contract.gemeenten) == {eigen})


def gaf_volmacht(
    register: Register, overeenkomst: str, gemeente: str, trede: int, dag: date
) -> bool:
    """Whether we may act for a municipality up to a trede: it gave power for it, or we are it."""
    return gemeente == register.organisatie.gemeente or bool(
        volmacht_van(register, overeenkomst, gemeente, trede, dag)
    )


def volmacht_van(
    register: Register, overeenkomst: str, gemeente: str, trede: int, dag: date
) -> Volmacht | None:
    """The power of attorney of a municipality that covers a trede on a day.

    An act binds whom it is done for only within the power that was given (3:66 BW).
    """
    for rij in register.organisatie.volmachten:
        zelfde = rij.gemeente == gemeente and rij.overeenkomst == overeenkomst
        if zelfde and rij.tot_en_met_trede >= trede and _geldt(rij, dag):
            return rij
    return None


def _geldt(rij: Volmacht | Ondertekenaar, dag: date) -> bool:
    return rij.van <= dag and (rij.tot is None or dag <= rij.tot)
