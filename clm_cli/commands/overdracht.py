"""Floor 7, overdracht: dossiers go to a colleague, each with a document to take over from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clm_cli.acts.dossier import overdracht as andere_behandelaar
from clm_cli.acts.feit import gezegde_dag
from clm_cli.advies import opdracht
from clm_cli.commands.documenten import als_stukken, stel_op
from clm_cli.commands.register import persoon
from clm_cli.commands.werk import Werk
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.overdracht import overdracht as gegevens_van
from clm_cli.documents.overdracht import toegezegd
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.voorstel import NieuwStuk, Voorstel


def overdracht(
    werk: Werk,
    van: str | None,
    naar: str,
    vanaf: str,
    namen: Sequence[str],
    vormen: Sequence[str],
) -> Voorstel:
    """All dossiers that somebody manages on that day, or those named, go to another."""
    wie = persoon(werk.register, van) if van else werk.kop.door
    voorstel = _overdracht(
        werk,
        wie,
        persoon(werk.register, naar),
        gezegde_dag(vanaf, werk.vandaag, "--vanaf"),
        namen,
        vormen,
    )
    zelf = () if van else (f"van {werk.register.naam_van(wie)}",)
    return replace(voorstel, aangenomen=zelf)


def _overdracht(
    werk: Werk, van: str, naar: str, vanaf: date, namen: Sequence[str], vormen: Sequence[str]
) -> Voorstel:
    if van == naar:
        raise Geweigerd("Van en naar zijn dezelfde persoon")
    eigen = [blik for blik in werk.kijk.blikken if behandelaar(blik.dossier, vanaf) == van]
    gevraagd = {werk.dossier(naam).id for naam in namen}
    vreemd = sorted(gevraagd - {blik.dossier.id for blik in eigen})
    if vreemd or not eigen:
        wie = werk.register.naam_van(van)
        raise ClmFout(
            f"{wie} behandelt dan {'niet: ' + ', '.join(vreemd) if vreemd else 'geen dossier'}.",
            nu=opdracht("overzicht", manager=van),
        )
    over = [blik for blik in eigen if not gevraagd or blik.dossier.id in gevraagd]
    stukken: list[NieuwStuk] = []
    wijzigingen, open_ = [], 0
    for blik in werk.volg("Stukken", over):
        wijzigingen.append(andere_behandelaar(blik.dossier, naar, vanaf))
        gegevens = gegevens_van(blik, van, naar, vanaf)
        document = stel_op(werk, "overdracht", gegevens).document
        stukken += als_stukken(werk, blik.dossier.id, "overdracht", document, vormen)
        open_ += len(toegezegd(blik))
    meer = "dossier gaat" if len(over) == 1 else "dossiers gaan"
    return Voorstel(
        f"{len(over)} {meer} naar {werk.register.naam_van(naar)}.",
        wijzigingen=tuple(wijzigingen),
        stukken=tuple(stukken),
        nu=opdracht("werklijst", manager=naar),
        let_op=(f"wat wij toezegden houdt zijn eigen naam; open: {open_}",) if open_ else (),
        vraag=True,
    )
