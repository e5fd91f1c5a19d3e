"""Floor 4, eigenpunten: what is due on a term of the contract's own, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.advies import Advies, opdracht
from clm_cli.derivations.escalatie.eigentermijnen import Verloop, verloop
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol

_OPDRACHT = {
    "reactie": "reactie",
    "verbeterplan": "verbeterplan",
    "oordeel-plan": "beoordeling",
    "herstelmelding": "herstel",
    "hersteld": "beoordeling",
    "afstemming": "afstemming",
    "maatregel": "maatregel",
}
_GEVOLG = {
    "goedgekeurd": "het plan is goedgekeurd",
    "afgekeurd": "het plan is afgekeurd",
    "staat-vast": "het stuk staat vast",
    "vervallen": "{stappen} kan niet meer",
    "stap-mogelijk": "{stappen} kan nu",
    "stap-wacht": "{stappen} kan weer",
}


def te_doen(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The term while it runs, stands still or is open, and a duty that is late.

    What passed with a consequence has had it; a right that passed is gone.
    """
    rij = verloop(genomen, regel)
    if rij.loop in ("niet begonnen", "gedaan"):
        return
    if rij.loop == "verstreken" and not _nog_te_doen(rij):
        return
    punt = maatregelpunt(genomen, "eigen", regel.titel).met(rij.termijn)
    stil = rij.loop == "staat stil"
    yield replace(
        punt,
        wat=f"{regel.titel} staat STIL" if stil else regel.titel,
        stil=stil,
        bij=regel.wie,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=regel.gevolg,
        vervalt=regel.recht == "ja" and rij.termijn.uiterlijk is not None,
        nu=_nu(genomen, regel),
    )


def _nog_te_doen(rij: Verloop) -> bool:
    """Whether what was to be done still is, after its last day."""
    regel = rij.regel
    return bool(regel.tot and not regel.daarna and regel.recht != "ja" and rij.feit is None)


def _nu(genomen: Genomen, regel: Regimetermijn) -> Advies:
    """The command that records what ends the term."""
    dossier, zaak = genomen.dossier, genomen.escalatie
    if regel.tot == "gesprek":
        return opdracht("gesprek", "gepland", dossier.id, escalatie=zaak.id)
    return zaakopdracht(dossier, zaak, _OPDRACHT[regel.tot or "afstemming"], genomen.maatregel)


def afloop(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """That what was to be done was done in time, or what its passing brought about."""
    rij = verloop(m.genomen, regel)
    if rij.loop not in ("gedaan", "verstreken"):
        return
    if m.loopt and _nog_te_doen(rij) and rij.loop == "verstreken":
        return  # that is a line of the werklijst
    stappen = " of ".join(regel.stappen)
    laat = f"te laat gedaan, op {datum_vol(rij.dag)}" if rij.dag else "verstreken"
    gevolg = _GEVOLG.get(regel.daarna or "", laat).format(stappen=stappen)
    yield Termijnrij(
        wat=f"{regel.titel} ({m.genomen.naam})",
        bij=regel.wie,
        uitkomst="op tijd gedaan" if rij.loop == "gedaan" else gevolg,
        grond=regel.grond.eis,
    ).met(rij.termijn)
