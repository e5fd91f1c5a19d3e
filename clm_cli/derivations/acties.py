"""Floor 4, acties: actions of talks and promises of contacts that are still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.derivations.afspraken import Afspraak, afspraken
from clm_cli.derivations.opvolging import Stand, behandelaar
from clm_cli.derivations.werkpunt import Aanzet, Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.contact import Toezegging
from clm_cli.records.gesprek import Actie
from clm_cli.tijd.datum import datum_vol

_BIJ: dict[str, Aanzet] = {
    "opdrachtgever": "wij",
    "gemeente": "wij",
    "aanbieder": "aanbieder",
    "derde": "aanbieder",
}


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Every action and promise that no follow-up fact has closed."""
    for rij in afspraken(blik.dossier):
        if not rij.loopt:
            continue
        if isinstance(rij.deel, Actie):
            yield _actie(blik, rij, rij.deel)
        elif isinstance(rij.deel, Toezegging):
            yield _toezegging(blik, rij, rij.deel)


def _datum(
    afgesproken: date | None, na: Stand, plek: Plek
) -> tuple[date | None, tuple[Reden, ...]]:
    """The day that counts after follow-up, with its reasons."""
    eerste = (
        f"uiterlijk {datum_vol(afgesproken)}" if afgesproken else "er is geen datum afgesproken"
    )
    return na.uiterlijk or afgesproken, (Reden(eerste, plek), *na.redenen)


def _actie(blik: Dossierblik, rij: Afspraak, actie: Actie) -> Werkpunt:
    dossier, na, plek = blik.dossier, rij.stand, rij.plek
    uiterlijk, redenen = _datum(actie.uiterlijk, na, Plek(plek.pad, (*plek.sleutel, "uiterlijk")))
    uit = f"afgesproken in het gesprek van {datum_vol(rij.gemaakt)}"
    klaar = (
        (Reden(f"klaar als: {actie.klaar_als}", Plek(plek.pad, (*plek.sleutel, "klaar_als"))),)
        if actie.klaar_als
        else ()
    )
    return Werkpunt(
        soort="actie",
        dossier=dossier.id,
        wat=f"Actie {actie.id} ({rij.wie}): {actie.wat}",
        uiterlijk=uiterlijk,
        bij=_BIJ[na.partij or actie.partij],
        grond="afspraak",
        gevolg="zonder opvolging blijft de verbetering uit; bespreek het in het volgende gesprek",
        nu=(
            f"clm actie afgerond {dossier.id} {actie.id}  of  clm actie verzet {dossier.id} "
            f"{actie.id}"
        ),
        plek=plek,
        omdat=(Reden(uit, plek), *klaar, *redenen),
        verwijzing=rij.verwijzing,
        kenmerk=actie.id,
        wie=behandelaar(dossier, blik.vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=rij.contracten,
        kant=actie.kant,
        niveau=actie.niveau,
    )


def _toezegging(blik: Dossierblik, rij: Afspraak, belofte: Toezegging) -> Werkpunt:
    dossier, na, plek = blik.dossier, rij.stand, rij.plek
    uiterlijk, redenen = _datum(belofte.uiterlijk, na, Plek(plek.pad, (*plek.sleutel, "uiterlijk")))
    return Werkpunt(
        soort="toezegging",
        dossier=dossier.id,
        wat=f"Toezegging {belofte.id} ({rij.wie}): {belofte.wat}",
        uiterlijk=uiterlijk,
        bij=_BIJ[na.partij or belofte.partij],
        grond="afspraak",
        gevolg="een mondelinge toezegging bewijst niets; vraag een bevestiging",
        nu=f"clm actie afgerond {dossier.id} {belofte.id}",
        plek=plek,
        omdat=(Reden(f"toegezegd op {datum_vol(rij.gemaakt)} ({rij.bron})", plek), *redenen),
        verwijzing=rij.verwijzing,
        kenmerk=belofte.id,
        wie=behandelaar(dossier, blik.vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=rij.contracten,
    )
