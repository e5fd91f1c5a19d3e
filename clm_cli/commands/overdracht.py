"""Floor 7, overdracht: dossiers go to a colleague, each with a document to take over from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from clm_cli.acts.dossier import overdracht as andere_behandelaar
from clm_cli.acts.feit import gezegde_dag
from clm_cli.advies import opdracht
from clm_cli.commands.documenten import als_stukken, stel_op
from clm_cli.commands.register import dossier, persoon
from clm_cli.commands.werk import Werk
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.overdracht import overdracht as gegevens_van
from clm_cli.documents.overdracht import toegezegd
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.register import Register
from clm_cli.voorstel import NieuwStuk, Voorstel


def bekend(werk: Werk, naar: str, namen: Sequence[str]) -> None:
    """Refuse who and what the register does not know, before anything else is asked.

    Who names a dossier first and the colleague last is told the order.
    """
    try:
        persoon(werk.register, naar)
    except ClmFout:
        woorden = (naar, *namen)
        mensen = [wie for wie in namen if _is(persoon, werk.register, wie)]
        rest = [woord for woord in woorden if woord not in mensen]
        if len(mensen) != 1 or not all(_is(dossier, werk.register, rij) for rij in rest):
            raise
        raise ClmFout(
            f"'{naar}' is een dossier; eerst komt wie het overneemt.",
            nu=opdracht("overdracht", mensen[0], *rest),
        ) from None
    for naam in namen:
        werk.dossier(naam)


def _is(zoek: Callable[[Register, str], object], register: Register, woord: str) -> bool:
    """Whether a word names one of what is looked for."""
    try:
        zoek(register, woord)
    except ClmFout:
        return False
    return True


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
    if vreemd and gevraagd == {*vreemd} and (al := _stond_er_al(werk, vreemd, naar, vanaf)):
        return Voorstel(f"{werk.register.naam_van(naar)} behandelt dan al.", stond_er_al=al)
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


def _stond_er_al(
    werk: Werk, namen: Sequence[str], naar: str, vanaf: date
) -> tuple[str, ...] | None:
    """The cards that say already that somebody manages these dossiers from that day on."""
    kaarten = [werk.register.dossiers[naam].aanbieder for naam in namen]
    rijen = [kaart for kaart in kaarten if kaart and _zegt(kaart.record, naar, vanaf)]
    return tuple(kaart.pad for kaart in rijen) if len(rijen) == len(namen) else None


def _zegt(kaart: Aanbieder, naar: str, vanaf: date) -> bool:
    laatste = max(kaart.behandelaars, key=lambda rij: rij.vanaf)
    return (laatste.vanaf, laatste.contractmanager) == (vanaf, naar)
