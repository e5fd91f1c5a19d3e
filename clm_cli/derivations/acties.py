"""Floor 4, acties: actions of talks and promises of contacts that are still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.opvolging import Stand, behandelaar, stand
from clm_cli.derivations.werkpunt import Aanzet, Werkpunt
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.contact import Contactmoment, Toezegging
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
    for gesprek in blik.dossier.gesprekken:
        gehouden = gesprek.kaart.record.gehouden
        for nummer, actie in enumerate(gehouden.acties if gehouden else ()):
            verwijzing = f"{gesprek.kaart.id}#{actie.id}"
            na = stand(blik.dossier, verwijzing)
            if na.gesloten is None:
                plek = gesprek.kaart.plek("gehouden", "acties", nummer)
                contracten = actie.contracten or gesprek.kaart.record.contracten
                uit = (
                    f"afgesproken in het gesprek van {datum_vol(gehouden.datum)}"
                    if gehouden
                    else ""
                )
                yield _actie(
                    blik.dossier, blik.vandaag, actie, na, verwijzing, plek, contracten, uit
                )
    for contact in blik.dossier.van(Contactmoment):
        for nummer, toezegging in enumerate(contact.record.toezeggingen):
            verwijzing = f"{contact.id}#{toezegging.id}"
            na = stand(blik.dossier, verwijzing)
            if na.gesloten is None:
                yield _toezegging(
                    blik.dossier, blik.vandaag, contact, nummer, toezegging, na, verwijzing
                )


def _datum(
    afgesproken: date | None, na: Stand, plek: Plek
) -> tuple[date | None, tuple[Reden, ...]]:
    """The day that counts after follow-up, with its reasons."""
    eerste = (
        f"uiterlijk {datum_vol(afgesproken)}" if afgesproken else "er is geen datum afgesproken"
    )
    return na.uiterlijk or afgesproken, (Reden(eerste, plek), *na.redenen)


def _actie(
    dossier: Dossier,
    vandaag: date,
    actie: Actie,
    na: Stand,
    verwijzing: str,
    plek: Plek,
    contracten: tuple[str, ...],
    uit: str,
) -> Werkpunt:
    uiterlijk, redenen = _datum(actie.uiterlijk, na, Plek(plek.pad, (*plek.sleutel, "uiterlijk")))
    partij, wie = na.partij or actie.partij, na.wie or actie.wie
    klaar = (
        (Reden(f"klaar als: {actie.klaar_als}", Plek(plek.pad, (*plek.sleutel, "klaar_als"))),)
        if actie.klaar_als
        else ()
    )
    return Werkpunt(
        soort="actie",
        dossier=dossier.id,
        wat=f"Actie {actie.id} ({wie}): {actie.wat}",
        uiterlijk=uiterlijk,
        bij=_BIJ[partij],
        grond="afspraak",
        gevolg="zonder opvolging blijft de verbetering uit; bespreek het in het volgende gesprek",
        nu=(
            f"clm actie afgerond {dossier.id} {actie.id}  of  clm actie verzet {dossier.id} "
            f"{actie.id}"
        ),
        plek=plek,
        omdat=(Reden(uit, plek), *klaar, *redenen),
        verwijzing=verwijzing,
        kenmerk=actie.id,
        wie=behandelaar(dossier, vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=contracten,
        kant=actie.kant,
        niveau=actie.niveau,
    )


def _toezegging(
    dossier: Dossier,
    vandaag: date,
    contact: Bestand[Contactmoment],
    nummer: int,
    rij: Toezegging,
    na: Stand,
    verwijzing: str,
) -> Werkpunt:
    plek = contact.plek("toezeggingen", nummer)
    uiterlijk, redenen = _datum(
        rij.uiterlijk, na, contact.plek("toezeggingen", nummer, "uiterlijk")
    )
    wie = na.wie or rij.wie or rij.partij
    uit = f"toegezegd op {datum_vol(contact.record.datum)} ({contact.record.wijze})"
    return Werkpunt(
        soort="toezegging",
        dossier=dossier.id,
        wat=f"Toezegging {rij.id} ({wie}): {rij.wat}",
        uiterlijk=uiterlijk,
        bij=_BIJ[na.partij or rij.partij],
        grond="afspraak",
        gevolg="een mondelinge toezegging bewijst niets; vraag een bevestiging",
        nu=f"clm actie afgerond {dossier.id} {rij.id}",
        plek=plek,
        omdat=(Reden(uit, plek), *redenen),
        verwijzing=verwijzing,
        kenmerk=rij.id,
        wie=behandelaar(dossier, vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=contact.record.contracten,
    )
