"""Floor 7, lijsten: a row is added to a list of a dossier, or marked as done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clm_cli.acts.feit import lees_dag
from clm_cli.acts.nummers import volgende
from clm_cli.advies import opdracht
from clm_cli.commands.feiten import in_woorden
from clm_cli.commands.werk import Werk
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import velden
from clm_cli.views.lijsten import KLAAR, LIJSTEN, rijen
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging

VOOR = {
    "verplichtingen": "V",
    "risicos": "R",
    "wijzigingen": "W",
    "onduidelijkheden": "O",
    "leerpunten": "L",
    "voorbereiding": "P",
}
"""The lists, with the letter in front of the numbers of their rows."""


def model_van(lijst: str) -> type[Deel]:
    """The model of one row."""
    deel = next(veld.deel for veld in velden(LIJSTEN[lijst]) if veld.naam == lijst)
    assert deel is not None
    return deel


def sluit(werk: Werk, dossier: Dossier, lijst: str, id_: str, datum: str | None) -> Voorstel:
    """A row is done, on a day that was said or today."""
    gevonden = [rij for rij in rijen(dossier, lijst) if rij[2].id == id_]
    if not gevonden:
        raise ClmFout(
            f"In de lijst {lijst} van {dossier.id} staat geen '{id_}'.",
            nu=opdracht("lijst", lijst, dossier.id),
        )
    bestand, nummer, rij = gevonden[0]
    dag, klaar = lees_dag(datum, werk.kop).isoformat(), KLAAR[lijst]
    eerder = getattr(rij, klaar)
    return Voorstel(
        f"{dossier.id}: {id_} {klaar} op {dag}.",
        wijzigingen=(Wijziging(bestand.pad, (lijst, nummer, klaar), dag),),
        aangenomen=() if datum else (f"datum {in_woorden(dag)}",),
        weigering=ClmFout(
            f"{id_} is al {klaar} op {in_woorden(eerder.isoformat())}: {bestand.pad}. Er is niets "
            "geschreven.",
            nu=f"verbeter de dag in {bestand.pad}",
        )
        if eerder
        else None,
    )


def begin(werk: Werk, dossier: Dossier, lijst: str, gezegd: Mapping[str, Any]) -> dict[str, Any]:
    """A new row with its number; who writes it owns it, and it counts from today."""
    boom: dict[str, Any] = {"id": volgende(dossier, VOOR[lijst]), **gezegd}
    soorten = {veld.naam: veld for veld in velden(model_van(lijst))}
    for veld, waarde in (("eigenaar", werk.kop.door), ("sinds", werk.vandaag.isoformat())):
        if veld in soorten and soorten[veld].verplicht:
            boom.setdefault(veld, waarde)
    return boom


def voeg_toe(
    werk: Werk, dossier: Dossier, lijst: str, boom: Mapping[str, Any], zelf: tuple[str, ...]
) -> Voorstel:
    """A row in which nothing is missing, in the list of the dossier; `zelf` was not said."""
    pad, model = f"{dossier.id}/lijsten/{lijst}.yaml", model_van(lijst)
    rij = {naam: boom[naam] for naam in model.model_fields if naam in boom}
    al = _stond_er_al(dossier, lijst, model, rij)
    if al:
        return Voorstel(f"{dossier.id}: {al} staat al in {lijst}.", stond_er_al=(pad,))
    zin = f"{dossier.id}: {boom['id']} toegevoegd aan {lijst}."
    aangenomen = tuple(f"{naam} {in_woorden(boom[naam])}" for naam in zelf)
    if any(b.pad == pad for b in werk.register.bestanden):
        wijziging = Wijziging(pad, (lijst,), rij, toevoegen=True)
        return Voorstel(zin, wijzigingen=(wijziging,), aangenomen=aangenomen)
    return Voorstel(zin, nieuw=(NieuwBestand(pad, {lijst: [rij]}),), aangenomen=aangenomen)


def _stond_er_al(
    dossier: Dossier, lijst: str, model: type[Deel], rij: Mapping[str, Any]
) -> str | None:
    """The row of the list that says the same, but for its number."""
    try:
        nieuw = model.model_validate(rij)
    except ValueError:
        return None  # the record itself is refused, with its place
    for _, _, oud in rijen(dossier, lijst):
        if isinstance(oud, model) and oud.model_copy(update={"id": rij["id"]}) == nieuw:
            return str(getattr(oud, "id", ""))
    return None
