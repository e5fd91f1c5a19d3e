"""Floor 4, achterstallig: what a provider owes us and is late with, as a reminder asks it."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.brieven.herinnering import herinnerd
from clm_cli.derivations.termijnen import termijnbeleid
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Eenheid

SOORTEN = ("verplichting", "cijfers", "antwoord-gevraagd", "reactie", "verbeterplan")
"""What may be asked again. A cure term or an objection may not: there silence has its own
consequence."""
ANTWOORD = Duur(10, Eenheid.WERKDAGEN)
"""The time to answer a reminder, where the organisation has not said so itself."""


def te_laat(blik: Dossierblik) -> dict[str, tuple[Werkpunt, ...]]:
    """By contract what the provider is late with and was not reminded of, the oldest first."""
    punten = [p for p in alle_werkpunten(blik) if _achter(p, blik.vandaag)]
    per: dict[str, list[Werkpunt]] = {}
    for punt in sorted(punten, key=lambda p: (p.uiterlijk or date.max, p.soort, p.wat)):
        contract = next(
            (c.id for c in blik.dossier.contracten if c.id in punt.contracten), None
        ) or next((c.id for c in blik.dossier.contracten), None)
        if contract and not herinnerd(blik.dossier, contract, punt.uiterlijk):
            per.setdefault(contract, []).append(punt)
    return {contract: tuple(rij) for contract, rij in per.items()}


def _achter(punt: Werkpunt, vandaag: date) -> bool:
    return (
        punt.soort in SOORTEN
        and punt.bij == "aanbieder"
        and not punt.stil
        and punt.uiterlijk is not None
        and punt.uiterlijk < vandaag
    )


def gevraagd(register: Register, punten: tuple[Werkpunt, ...]) -> str:
    """The passage of a reminder: each thing on a line, with the day it was due."""
    regels = [
        f"{_wat(register, punt)} (uiterlijk {datum_vol(punt.uiterlijk)})"
        for punt in punten
        if punt.uiterlijk
    ]
    return (
        regels[0]
        if len(regels) == 1
        else "\n".join(f"{nummer}. {regel}" for nummer, regel in enumerate(regels, 1))
    )


def _wat(register: Register, punt: Werkpunt) -> str:
    """What is due, in words for the provider: no ids of ours."""
    if punt.soort == "cijfers":
        kop, _, namen = punt.wat.partition(": ")
        titels = [
            register.kpis[naam].titel if naam in register.kpis else naam
            for naam in namen.split(", ")
        ]
        return f"{kop[0].lower()}{kop[1:]}: {', '.join(titels)}"
    tekst = punt.wat.removeprefix(f"{punt.kenmerk} ") if punt.kenmerk else punt.wat
    return tekst.rstrip(".")


def antwoordtermijn(register: Register, dag: date) -> Duur:
    """The time to answer a reminder, by our own policy."""
    beleid = termijnbeleid(register, dag)
    return beleid.antwoord_herinnering or ANTWOORD
