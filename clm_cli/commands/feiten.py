"""Floor 7, feiten: what was said of something that happened becomes a proposal for one fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.acts.eenmalig import weigering
from clm_cli.acts.feit import eigen_naam, feit, lees_dag, map_van, slug
from clm_cli.acts.opgave import DIT, Aanvulling, Opgave
from clm_cli.acts.opvolging import bij_zijn_woorden
from clm_cli.acts.vullers import let_op, vul_aan
from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Map, verwijzing
from clm_cli.commands.stukken import Registerstukken, neem_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.afspraken import te_volgen
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.derivations.opvolging import SOORTEN
from clm_cli.dossier import Dossier
from clm_cli.records.soort import Feitsoort
from clm_cli.records.vorm import canoniek
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import kort

__all__ = ["Aanvulling", "begin", "met", "voorstel", "vul_aan"]


def begin(
    werk: Werk,
    soort: Feitsoort,
    dossier: Dossier,
    ding: Map | None,
    boom: Mapping[str, Any],
    datum: str | None,
) -> Opgave:
    """What was said for a new fact, with its day: as given, else today."""
    kop = werk.kop
    dag = lees_dag(datum or boom.get("datum"), kop)
    blik = werk.kijk.blik(dossier)
    vanuit = f"{map_van(soort, dossier.id, ding.id if ding else '')}/"
    gezegd = met_ids(blik, soort.model, canoniek(soort.model, boom), vanuit)
    if soort.model in SOORTEN:
        gezegd |= bij_zijn_woorden(dossier, soort.naam, gezegd)
    gezegd["datum"] = dag.isoformat()
    return Opgave(soort, blik, ding, gezegd, kop, Registerstukken(werk.wortel))


def met(opgave: Opgave, velden: Mapping[str, object]) -> Opgave:
    """The same with more said, or filled in."""
    return replace(opgave, boom={**opgave.boom, **velden})


def voorstel(
    werk: Werk,
    opgave: Opgave,
    aanvulling: Aanvulling,
    *,
    naam: str | None = None,
    nogmaals: bool = False,
    datum_gezegd: bool = True,
) -> Voorstel:
    """The fact to write, in which nothing is missing any more."""
    soort, dossier, ding = opgave.soort, opgave.dossier, opgave.ding
    dag = date.fromisoformat(opgave.boom["datum"])
    nieuw = _map(werk, opgave, naam, dag)
    map_ = map_van(soort, dossier.id, nieuw)
    boom, stukken = neem_op(werk.wortel, soort.model, dict(opgave.boom), map_)
    inhoud = {n: boom[n] for n in (*soort.model.model_fields, *boom) if n in boom}
    zelf = (*(() if datum_gezegd else ("datum",)), *aanvulling.aangenomen)
    nieuw_feit = feit(soort, map_, inhoud, opgave.kop, dag)
    over = f" bij {ding.id}" if ding else _waarover(opgave)
    return Voorstel(
        f"{dossier.roepnaam(dag)}: {soort.naam} vastgelegd{over}.",
        nieuw=(nieuw_feit,),
        stukken=stukken,
        nu=_verder(opgave, aanvulling.nu, nieuw, verwijzing(nieuw_feit.pad)),
        let_op=let_op(opgave),
        aangenomen=tuple(f"{veld} {in_woorden(opgave.boom[veld])}" for veld in zelf),
        weigering=None if nogmaals else weigering(opgave, map_),
    )


def _waarover(opgave: Opgave) -> str:
    """What a follow-up is about, in full: somebody may have named it by one of its words."""
    bij = str(opgave.boom.get("bij"))
    lopend = te_volgen(opgave.dossier) if opgave.soort.model in SOORTEN else {}
    return f" bij {bij} ({kort(lopend[bij][0])})" if bij in lopend else ""


def _verder(opgave: Opgave, nu: str | None, nieuw: str, zelf: str) -> str | None:
    """What comes next, by the name of this; beside other cases that run, of the one it begins."""
    if isinstance(nu, Advies):
        nu = nu.over(DIT, zelf)
    alleen = not opgave.soort.opent or all(map(gesloten, opgave.dossier.escalaties))
    if alleen or not isinstance(nu, Advies):
        return nu
    return opdracht(*nu.opdrachten[0], nieuw)


def _map(werk: Werk, opgave: Opgave, naam: str | None, dag: date) -> str:
    """The folder of the thing; what it begins is named by its day and kind, for good.

    No words of a text: they could be about a client, and a name of a file is never mended.
    """
    if not opgave.soort.opent:
        return opgave.ding.id if opgave.ding else ""
    rijen = [rij for rij in opgave.boom.get("tekortkomingen", []) if isinstance(rij, dict)]
    soorten = next((rij["soort"] for rij in rijen if rij.get("soort")), ())
    eigen = naam or " ".join([soorten] if isinstance(soorten, str) else soorten)
    basis = "-".join(filter(None, (dag.isoformat(), slug(eigen) or "zaak", werk.van_wie)))
    elders = werk.elders_in(map_van(opgave.soort, opgave.dossier.id).rstrip("/"))
    return eigen_naam(basis, {*elders, *(zaak.id for zaak in opgave.dossier.escalaties)})


def in_woorden(waarde: Any) -> str:
    """A value as it stands in a file, as a person reads it."""
    if isinstance(waarde, dict):
        return str(waarde.get("bestand") or " ".join(map(in_woorden, waarde.values())))
    if isinstance(waarde, list):
        return ", ".join(map(in_woorden, waarde))
    try:
        return datum_vol(date.fromisoformat(str(waarde)))
    except ValueError:
        return str(waarde)
