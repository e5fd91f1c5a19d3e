"""Floor 7, lijsten: a row is added to a list, changed, or marked as done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clm_cli.acts.feit import lees_dag
from clm_cli.acts.nummers import eerstvolgende, volgende
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.commands.feiten import in_woorden
from clm_cli.commands.werk import Werk
from clm_cli.derivations.lijstrijen import BIJ_KLAAR, KLAAR, LIJSTEN, WAT, rijen
from clm_cli.derivations.namen import Gevonden, Meerdere, kies, namen_overal
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.derivations.verplichtingen import houders
from clm_cli.dossier import Dossier, Overeenkomstbundel
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import Veld, canoniek, velden
from clm_cli.register import Register
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging
from clm_cli.woorden import bedoelt

VOOR = {
    "verplichtingen": "V",
    "risicos": "R",
    "wijzigingen": "W",
    "onduidelijkheden": "O",
    "leerpunten": "L",
    "voorbereiding": "P",
}
"""The lists, with the letter in front of the numbers of their rows."""

_Velden = Mapping[str, tuple[str, ...]]
Houder = Dossier | Overeenkomstbundel
"""What has lists: one provider, or what many share."""


def model_van(lijst: str) -> type[Deel]:
    """The model of one row."""
    deel = next(veld.deel for veld in velden(LIJSTEN[lijst]) if veld.naam == lijst)
    assert deel is not None
    return deel


def nodig(dossier: Dossier, lijst: str, id_: str, wat: _Velden = BIJ_KLAAR) -> tuple[Veld, ...]:
    """What a row still has to say: before it can be done an answer, and who gave it."""
    soorten = {veld.naam: veld for veld in velden(model_van(lijst))}
    rij = next((rij for _, _, rij in rijen(dossier, lijst) if rij.id == id_), None)
    leeg = [n for n in wat.get(lijst, ()) if rij and getattr(rij, n) is None]
    return tuple(replace(soorten[naam], verplicht=True) for naam in leeg)


def sluit(
    werk: Werk,
    dossier: Dossier,
    lijst: str,
    id_: str,
    datum: str | None,
    gezegd: Mapping[str, object],
) -> Voorstel:
    """A row of the list of a dossier is done, on a day that was said or today.

    What was said with it fills what the row does not say yet.
    """
    gezegd = _met_ids(werk, dossier, lijst, gezegd)
    gevonden = [rij for rij in rijen(dossier, lijst) if rij[2].id == id_]
    if not gevonden:
        raise ClmFout(
            f"In de lijst {lijst} van {dossier.id} staat geen '{id_}'.",
            nu=opdracht("lijst", lijst, dossier.id),
        )
    bestand, nummer, rij = gevonden[0]
    delen = bestand.pad.split("/")
    if delen[0] == "overeenkomsten":
        raise _gedeeld(werk, dossier, lijst, id_, werk.register.overeenkomsten[delen[1]])
    al = [naam for naam in gezegd if getattr(rij, naam) not in (None, (), gezegd[naam])]
    voorstel = _sluiting(werk, dossier.id, lijst, bestand, nummer, datum)
    if al and voorstel.weigering is None:
        raise Geweigerd(
            f"Bij {id_} staat al iets anders bij {al[0]}",
            nu=f"verbeter het in {bestand.pad}",
        )
    erbij = tuple(Wijziging(bestand.pad, (lijst, nummer, naam), gezegd[naam]) for naam in gezegd)
    return replace(voorstel, wijzigingen=(*erbij, *voorstel.wijzigingen))


def sluit_voor_allen(
    werk: Werk, overeenkomst: str, lijst: str, id_: str, datum: str | None
) -> Voorstel:
    """A row that many providers share is done for all of them: they are named, and it is asked."""
    bundel = bundel_van(werk.register, overeenkomst)
    for bestand in bundel.van(LIJSTEN[lijst]):
        for nummer, rij in enumerate(getattr(bestand.record, lijst)):
            if rij.id == id_:
                voorstel = _sluiting(werk, bundel.id, lijst, bestand, nummer, datum)
                wie = f"{id_} geldt voor {_wie(werk, bundel)}"
                return replace(voorstel, onderweg=(wie,), vraag=True)
    raise ClmFout(
        f"In de lijst {lijst} van {bundel.id} staat geen '{id_}'.",
        nu=opdracht("lijst", lijst, overeenkomst=bundel.id),
    )


def bundel_van(register: Register, naam: str) -> Overeenkomstbundel:
    """The overeenkomst that is meant."""
    if naam in register.overeenkomsten:
        return register.overeenkomsten[naam]
    gevonden = kies(namen_overal(register, "overeenkomst"), naam, "overeenkomst")
    if isinstance(gevonden, Gevonden):
        return register.overeenkomsten[gevonden.id]
    raise ClmFout(f"Er is geen overeenkomst '{naam}'.", nu=bedoelt(naam, register.overeenkomsten))


def nummer_van(houder: Houder, lijst: str, naam: str) -> str:
    """The number of the row that is meant: as typed, or of the one row that says so.

    What no row says stays as it is, to be refused in its place. Raises ClmFout where more do.
    """
    alle = (
        [rij for _, _, rij in rijen(houder, lijst)]
        if isinstance(houder, Dossier)
        else [rij for b in houder.van(LIJSTEN[lijst]) for rij in getattr(b.record, lijst)]
    )
    wat = WAT.get(lijst, "wat")
    gevonden = kies({rij.id: (getattr(rij, wat),) for rij in alle}, naam)
    if isinstance(gevonden, Meerdere):
        raise Geweigerd(
            f"'{naam}' past op meer dan één regel van {lijst}.",
            nu=f"kies uit {', '.join(gevonden.ids)}",
        )
    return gevonden.id if isinstance(gevonden, Gevonden) else naam


def wijzig(
    werk: Werk, houder: Houder, lijst: str, id_: str, gezegd: Mapping[str, object]
) -> Voorstel:
    """A row says something else from now on; it stays open."""
    gezegd = _met_ids(werk, houder, lijst, gezegd)
    for bestand in houder.van(LIJSTEN[lijst]):
        for nummer, rij in enumerate(getattr(bestand.record, lijst)):
            if rij.id == id_:
                return Voorstel(
                    f"{houder.id}: {id_} gewijzigd: {', '.join(gezegd)}.",
                    wijzigingen=tuple(
                        Wijziging(bestand.pad, (lijst, nummer, veld), waarde)
                        for veld, waarde in gezegd.items()
                    ),
                    vraag=not isinstance(houder, Dossier),
                )
    if isinstance(houder, Dossier):
        gedeeld = any(rij.id == id_ for _, _, rij in rijen(houder, lijst))
        kijk = opdracht("lijst", lijst, houder.id)
        nu = "een regel van de overeenkomst wijzigt u met --overeenkomst" if gedeeld else kijk
    else:
        nu = opdracht("lijst", lijst, overeenkomst=houder.id)
    raise ClmFout(f"In de lijst {lijst} van {houder.id} staat geen '{id_}'.", nu=nu)


def _wie(werk: Werk, bundel: Overeenkomstbundel) -> str:
    """The providers that share the lists of an overeenkomst, counted and named."""
    namen = [dossier.id for dossier in houders(werk.kijk, bundel)]
    woord = "aanbieder" if len(namen) == 1 else "aanbieders"
    return f"{len(namen)} {woord}{': ' if namen else ''}{', '.join(namen)}."


def _gedeeld(
    werk: Werk, dossier: Dossier, lijst: str, id_: str, bundel: Overeenkomstbundel
) -> ClmFout:
    """A shared row does not end by the name of one provider."""
    if lijst == "verplichtingen":
        zin = "eindigt zij alleen hier: {een}; is er één keer aan voldaan: {keer}"
        wenken = {
            "een": opdracht("actie", "vervallen", dossier.id, id_, reden="…"),
            "keer": opdracht("lijst", lijst, dossier.id, nagekomen=id_),
        }
    else:
        zin = "is het voor deze aanbieder klaar: {een}"
        wenken = {"een": opdracht("actie", "afgerond", dossier.id, id_, resultaat="…")}
    wenken["allen"] = opdracht("lijst", lijst, overeenkomst=bundel.id, klaar=id_)
    return Geweigerd(
        f"{id_} staat in {bundel.id} en geldt voor {_wie(werk, bundel)}",
        nu=advies(zin + "; voor alle aanbieders: {allen}", **wenken),
    )


def _sluiting(
    werk: Werk, van: str, lijst: str, bestand: Bestand[Deel], nummer: int, datum: str | None
) -> Voorstel:
    dag, klaar = lees_dag(datum, werk.kop).isoformat(), KLAAR[lijst]
    rij = getattr(bestand.record, lijst)[nummer]
    eerder = getattr(rij, klaar)
    return Voorstel(
        f"{van}: {rij.id} {klaar} op {dag}.",
        wijzigingen=(Wijziging(bestand.pad, (lijst, nummer, klaar), dag),),
        aangenomen=() if datum else (f"datum {in_woorden(dag)}",),
        weigering=Geweigerd(
            f"{rij.id} is al {klaar} op {in_woorden(eerder.isoformat())}: {bestand.pad}.",
            nu=f"verbeter de dag in {bestand.pad}",
        )
        if eerder
        else None,
    )


def _met_ids(
    werk: Werk, houder: Houder, lijst: str, gezegd: Mapping[str, object]
) -> dict[str, object]:
    """What was said of a row, with ids where names stood; of a shared one by who shares it."""
    model = model_van(lijst)
    boom = canoniek(model, gezegd)
    delen = (houder,) if isinstance(houder, Dossier) else houders(werk.kijk, houder)
    return met_ids(werk.kijk.blik(delen[0]), model, boom) if delen else boom


def begin(
    werk: Werk, houder: Houder, lijst: str, gezegd: Mapping[str, object], ook: object = None
) -> dict[str, object]:
    """A new row with its number; who writes it owns it, and it counts from today.

    `ook` are the rows that are added in the same go.
    """
    gezegd = _met_ids(werk, houder, lijst, gezegd)
    boom: dict[str, object] = {"id": _nummer(werk, houder, lijst, ook), **gezegd}
    soorten = {veld.naam: veld for veld in velden(model_van(lijst))}
    for veld, waarde in (("eigenaar", werk.kop.door), ("sinds", werk.vandaag.isoformat())):
        if veld in soorten and soorten[veld].verplicht:
            boom.setdefault(veld, waarde)
    return boom


def _nummer(werk: Werk, houder: Houder, lijst: str, ook: object) -> str:
    """The next number in the lists of a dossier, or in those that many share."""
    if isinstance(houder, Dossier):
        return volgende(houder, VOOR[lijst], ook)
    # a number of a shared row has to be free in every dossier that shares it
    delen = [
        dossier
        for dossier in werk.register.dossiers.values()
        if any(c.overeenkomst and c.overeenkomst.id == houder.id for c in dossier.contracten)
    ]
    bekend = [{"id": naam.rpartition("#")[2]} for dossier in delen for naam in dossier.doelen]
    eigen = [b.record.model_dump() for b in houder.van(LIJSTEN[lijst])]
    return eerstvolgende(VOOR[lijst], [bekend, eigen, ook])


def voeg_toe(
    werk: Werk, houder: Houder, lijst: str, boom: Mapping[str, object], zelf: tuple[str, ...]
) -> Voorstel:
    """A row in which nothing is missing, in the list of its holder; `zelf` was not said."""
    rij = in_vorm(lijst, boom)
    if al := stond_er_al(houder, lijst, rij):
        pad = pad_van(houder, lijst)
        return Voorstel(f"{houder.id}: {al} staat al in {lijst}.", stond_er_al=(pad,))
    nieuw, wijzigingen = erbij(werk, houder, lijst, [rij])
    return Voorstel(
        f"{houder.id}: {boom['id']} toegevoegd aan {lijst}.",
        nieuw=nieuw,
        wijzigingen=wijzigingen,
        aangenomen=tuple(f"{naam} {in_woorden(boom[naam])}" for naam in zelf),
        vraag=not isinstance(houder, Dossier),
    )


def pad_van(houder: Houder, lijst: str) -> str:
    """The file of a list."""
    if isinstance(houder, Dossier):
        return f"{houder.id}/lijsten/{lijst}.yaml"
    return f"overeenkomsten/{houder.id}/{lijst}.yaml"


def in_vorm(lijst: str, boom: Mapping[str, object]) -> dict[str, object]:
    """A row with its fields in the order of the model."""
    return {naam: boom[naam] for naam in model_van(lijst).model_fields if naam in boom}


def erbij(
    werk: Werk, houder: Houder, lijst: str, nieuwe: Sequence[Mapping[str, object]]
) -> tuple[tuple[NieuwBestand, ...], tuple[Wijziging, ...]]:
    """What has to be written to add rows: to the card that is there, or in a new one."""
    pad = pad_van(houder, lijst)
    if any(b.pad == pad for b in werk.register.rond(pad)):
        return (), tuple(Wijziging(pad, (lijst,), rij, toevoegen=True) for rij in nieuwe)
    return (NieuwBestand(pad, {lijst: list(nieuwe)}),), ()


def stond_er_al(houder: Houder, lijst: str, rij: Mapping[str, object]) -> str | None:
    """The row of the list that says the same, but for its number."""
    model = model_van(lijst)
    try:
        nieuw = model.model_validate(rij)
    except ValueError:
        return None  # the record itself is refused, with its place
    for bestand in houder.van(LIJSTEN[lijst]):
        for oud in getattr(bestand.record, lijst):
            if oud.model_copy(update={"id": rij["id"]}) == nieuw:
                return str(oud.id)
    return None
