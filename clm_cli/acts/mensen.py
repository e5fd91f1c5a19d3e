"""Floor 6, mensen: who may well have been at a talk, and who is asked to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clm_cli.acts.feit import gezegde_dag
from clm_cli.derivations.adressen import deelnemers, vertrokken
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.namen import kant, namen_van
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Geweigerd
from clm_cli.records.gesprek import Genodigde
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import Navraag, Vermoeden
from clm_cli.woorden import kort

_LIJSTEN = ("aanwezig", "afwezig", "genodigden")


def met_kant(blik: Dossierblik, boom: Mapping[str, Any]) -> dict[str, Any]:
    """The same with the side of everybody who was named alone: it follows from who it is."""
    rijen = {naam: boom[naam] for naam in _LIJSTEN if isinstance(boom.get(naam), list)}
    return {**boom, **{n: [_met_kant(blik, een) for een in rij] for n, rij in rijen.items()}}


def _met_kant(blik: Dossierblik, een: Any) -> Any:
    wie = een.get("persoon") if isinstance(een, Mapping) else None
    if not isinstance(wie, str) or "partij" in een:  # the record itself is refused, with its place
        return een
    if wie not in namen_van(blik, "deelnemer"):
        raise Geweigerd(
            f"'{kort(wie)}' is niemand die dit dossier kent",
            nu="schrijf naam='…' partij=…, of zet wie het is in organisatie.yaml of aanbieder.yaml",
        )
    return {**een, "partij": kant(blik, wie)}


def waren_er(blik: Dossierblik, gesprek: Gesprek) -> Mapping[str, Vermoeden]:
    """Who may well have been there: who was invited, else who was there the time before."""
    mensen = gesprek.kaart.record.genodigden
    if mensen:
        return {"aanwezig": _vermoed(blik, "uitgenodigd", mensen)}
    eerder = _vorige_keer(blik, dag_van(gesprek).datum)
    return {"aanwezig": eerder} if eerder else {}


def _vorige_keer(blik: Dossierblik, dag: date, *, nog: bool = False) -> Vermoeden | None:
    """Who was at the last talk that was held before a day; or who of them is still there then."""
    gehouden_ = [g for rij in blik.dossier.gesprekken if (g := rij.kaart.record.gehouden)]
    eerder = [g for g in gehouden_ if g.datum < dag]
    if not eerder:
        return None
    vorige = max(eerder, key=lambda g: g.datum)
    weg = vertrokken(blik, dag) if nog else ()
    wie = [een for een in vorige.aanwezig if een.persoon not in weg]
    return _vermoed(blik, f"aanwezig op {datum_vol(vorige.datum)}", wie) if wie else None


def _vermoed(blik: Dossierblik, van: str, mensen: Sequence[Genodigde]) -> Vermoeden:
    rijen = [g.model_dump(mode="json", exclude_defaults=True) for g in mensen]
    return Vermoeden(rijen, f"{van}: {opsomming(deelnemers(blik, mensen))}")


def te_vragen(blik: Dossierblik, gezegd: Mapping[str, Any]) -> tuple[Navraag, ...]:
    """Who is invited to a talk that is planned, with who was there the time before."""
    eerder = _vorige_keer(blik, gezegde_dag(gezegd["datum"], blik.vandaag), nog=True)
    vermoed = {"genodigden": eerder} if eerder else {}
    return (Navraag("genodigden", vermoed=vermoed),)
