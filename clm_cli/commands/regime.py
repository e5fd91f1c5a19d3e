"""Floor 7, regime: the contracts as rules: those that ship with clm and those of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from clm_cli import resources
from clm_cli.commands.register import Gelezen, bron
from clm_cli.derivations.regime.woorden import woordenlijsten
from clm_cli.files.lader import regimes_van_clm, regimes_van_clm_met_plaats
from clm_cli.meldingen import ClmFout, Plek
from clm_cli.records.regime import Lezing, Regime
from clm_cli.rules.boek import controleer_regime
from clm_cli.views.controle import Controle
from clm_cli.views.regime.bladzijde import Regimeblad
from clm_cli.views.regime.lijst import Regimelijst
from clm_cli.views.regime.woorden import Woordenblad
from clm_cli.woorden import naaste


def lijst(gelezen: Gelezen | None) -> Regimelijst:
    """Every regime with where it comes from; outside a register only clm's."""
    van_clm = regimes_van_clm()
    alle = gelezen.register.regimes if gelezen else van_clm
    return Regimelijst(
        tuple(("clm" if id_ in van_clm else "register", regime) for id_, regime in alle.items())
    )


def toon(gelezen: Gelezen | None, id_: str) -> Regimeblad:
    """One regime by its exact name."""
    bekend = {regime.id: regime for _, regime in lijst(gelezen).regimes}
    gevonden = bekend[_bestaand(id_, list(bekend))]
    lezingen = [feit.record for feit in gelezen.register.van(Lezing)] if gelezen else []
    return Regimeblad(gevonden, tuple(lezingen))


def woorden(naam: str | None) -> Woordenblad:
    """The words that a regime may hold: all lists, one of them, or where a word stands."""
    alle = woordenlijsten()
    if naam is None:
        return Woordenblad(alle)
    een = tuple(lijst for lijst in alle if lijst.naam == naam)
    met = tuple(
        replace(lijst, woorden=rijen)
        for lijst in alle
        if (rijen := tuple(w for w in lijst.woorden if naam in f"{w.woord} {w.betekenis}".lower()))
    )
    if not een and not met:
        raise ClmFout(
            f"Er is geen lijst '{naam}', en geen woord waar dat in voorkomt.",
            nu="clm regime woorden",
        )
    return Woordenblad(een or met)


def controleer(gelezen: Gelezen | None, ids: Sequence[str], vandaag: date) -> Controle:
    """What is not right in regimes, of some when they are named."""
    van_clm = regimes_van_clm_met_plaats()
    geladen = gelezen.geladen if gelezen else van_clm
    register = gelezen.register if gelezen else van_clm.register.zoals(vandaag)
    bestanden = {b.record.id: b for b in (*van_clm.register.van(Regime), *register.van(Regime))}
    onleesbaar = {
        pad.removeprefix("regimes/").removesuffix(".yaml"): pad
        for pad in register.kapot
        if pad.startswith("regimes/")
    }
    namen = [*bestanden, *onleesbaar]
    gekozen = [_bestaand(id_, namen) for id_ in ids] if ids else namen
    paden = {bestanden[id_].pad for id_ in gekozen if id_ in bestanden} | {
        onleesbaar[id_] for id_ in gekozen if id_ in onleesbaar
    }
    meldingen = [m for m in geladen.meldingen if m.plek and m.plek.pad in paden]
    for id_ in gekozen:
        if id_ in bestanden:
            meldingen += controleer_regime(register, bestanden[id_], vandaag)
    samen = replace(geladen, nieuw={**van_clm.nieuw, **geladen.nieuw})
    eigen = bron(gelezen.wortel if gelezen else Path(), geladen)
    meegeleverd = bron(resources.pakket(), van_clm)

    def regel(plek: Plek) -> str | None:
        return meegeleverd(plek) or eigen(plek)

    return Controle(tuple(meldingen), samen.plaats, regel)


def _bestaand(id_: str, namen: Sequence[str]) -> str:
    if id_ in namen:
        return id_
    dichtbij = naaste(id_, namen)
    raise ClmFout(
        f"Er is geen regime '{id_}'.",
        nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
    )
