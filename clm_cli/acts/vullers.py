"""Floor 6, vullers: what fills in a fact, by the name that the row of its kind gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from clm_cli.acts import (
    bewijs,
    cijfers,
    contacten,
    contracten,
    escalatie,
    horen,
    opvolging,
    signalen,
    verslagen,
)
from clm_cli.acts.brieven import leven
from clm_cli.acts.opgave import Aanvulling, Opgave, in_zaak, kies_bij
from clm_cli.acts.vervolg import daarna, onverteld, volgende
from clm_cli.acts.wie_mag import wie_mag
from clm_cli.derivations.afspraken import te_volgen
from clm_cli.derivations.opvolging import SOORTEN
from clm_cli.voorstel import Navraag

VULLERS: Mapping[str, Callable[[Opgave], Aanvulling]] = {
    "aanpassing": escalatie.aanpassing,
    "afgerond": opvolging.afgerond,
    "akkoord": leven.akkoord,
    "beoordeling": escalatie.beoordeling,
    "bewijs": bewijs.bewijs,
    "betaling": escalatie.betaling,
    "bezorgd": leven.bezorgd,
    "bezwaar": escalatie.bezwaar,
    "contact": contacten.contact,
    "facturen": escalatie.facturen,
    "gedeeld": verslagen.gedeeld,
    "geinformeerd": contacten.geinformeerd,
    "geschil": horen.geschil,
    "gespreksreactie": verslagen.gespreksreactie,
    "maatregel": escalatie.maatregel,
    "meting": cijfers.meting,
    "onderzoek": escalatie.onderzoek,
    "opening": escalatie.opening,
    "reactie": escalatie.reactie,
    "retour": leven.retour,
    "tekortkoming": escalatie.tekortkoming,
    "signaal": signalen.signaal,
    "uitvoering": escalatie.uitvoering,
    "uitvraag": signalen.uitvraag,
    "vastgesteld": verslagen.vastgesteld,
    "verbeterplan": escalatie.verbeterplan,
    "verlenging": contracten.verlenging,
    "verzet_of_vervallen": verslagen.verzet_of_vervallen,
    "verzonden": leven.verzonden,
    "wederhoor": horen.wederhoor,
}
LET_OP: Mapping[str, Callable[[Opgave], tuple[str, ...]]] = {
    "akkoord": leven.bij_akkoord,
    "opheffing": onverteld,
    "meting": cijfers.bij_meting,
    "vastgesteld": verslagen.bij_vastgesteld,
    "verzonden": leven.bij_verzonden,
    "wederhoor": horen.bij_wederhoor,
}


def vul_aan(opgave: Opgave) -> Aanvulling:
    """What follows from the record for a fact, with what in its case can be named."""
    uit = _gevuld(opgave)
    vast = tuple(Navraag(veld) for veld in opgave.soort.vraag)
    mag = wie_mag(replace(opgave, boom={**opgave.boom, **uit.velden}))
    keuzes = {**in_zaak(opgave), **mag, **_te_volgen(opgave), **uit.keuzes}
    return replace(uit, keuzes=keuzes, navraag=(*vast, *uit.navraag))


def _gevuld(opgave: Opgave) -> Aanvulling:
    """What follows from the record for a fact, by the row of its kind."""
    soort = opgave.soort
    if soort.vul:
        return VULLERS[soort.vul](opgave)
    if soort.ding == "escalatie" and soort.bij:
        return escalatie.bij_feit(opgave)
    if soort.ding == "escalatie" and opgave.ding:
        return Aanvulling(nu=daarna(opgave))
    ding = opgave.ding.id if opgave.ding else ""
    nu = volgende(soort, opgave.dossier.id, ding)
    return kies_bij(opgave, [f for f in opgave.dossier.feiten if f.soort in soort.bij], nu)


def _te_volgen(opgave: Opgave) -> Mapping[str, Sequence[str]]:
    """What a follow-up can be about."""
    soort = opgave.soort
    lopend = te_volgen(opgave.dossier, soort.naam) if soort.model in SOORTEN else ()
    return {"bij": tuple(lopend)} if lopend else {}


def let_op(opgave: Opgave) -> tuple[str, ...]:
    """What the user should know before the fact is written."""
    functie = LET_OP.get(opgave.soort.vul or opgave.soort.naam)
    return functie(opgave) if functie else ()
