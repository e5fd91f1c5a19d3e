"""Floor 4, signalen: open signals, inquiries at municipalities, and how long we have known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.opvolging import Stand, behandelaar, stand
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import aantal
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.contact import Antwoord, Signaal, Uitvraag
from clm_cli.records.escalatie import Heropening, Opening
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol


def vroegste_kennis(signaal: Bestand[Signaal], register: Register) -> tuple[date, Reden]:
    """The first day on which anybody on the buyer's side knew.

    From that day complaining in time is counted (6:89 BW).
    """
    record = signaal.record
    dagen = [
        (
            rij.op,
            f"bekend bij {register.wie_heet(rij.wie)} op {datum_vol(rij.op)}",
            ("bekend_bij", nr),
        )
        for nr, rij in enumerate(record.bekend_bij)
    ]
    ontvangen = record.ontvangen or record.datum
    dag, tekst, sleutel = min(
        [*dagen, (ontvangen, f"ontvangen op {datum_vol(ontvangen)}", ("datum",))],
        key=lambda rij: rij[0],
    )
    return dag, Reden(tekst, signaal.plek(*sleutel))


def zwijgende(dossier: Dossier, uitvraag: Bestand[Uitvraag]) -> tuple[str, ...]:
    """The municipalities that have not answered an inquiry."""
    antwoorden = {
        feit.record.gemeente
        for feit in dossier.van(Antwoord)
        if (doel := dossier.waarbij(feit)) and doel is uitvraag
    }
    return tuple(gemeente for gemeente in uitvraag.record.gemeenten if gemeente not in antwoorden)


def in_escalatie(dossier: Dossier, signaal: Bestand[Signaal]) -> bool:
    """Whether a case was opened on this signal."""
    return any(True for _ in _zaken(dossier, signaal))


def nog_open(dossier: Dossier) -> Iterator[Bestand[Signaal]]:
    """The signals that can still be spoken of: not dealt with, nor closed with their case."""
    for signaal in dossier.van(Signaal):
        zaken = [gesloten(zaak) for zaak in _zaken(dossier, signaal)]
        if stand(dossier, signaal.id).gesloten is None and not (zaken and all(zaken)):
            yield signaal


def _zaken(dossier: Dossier, signaal: Bestand[Signaal]) -> Iterator[Escalatie]:
    """The cases that were opened, or opened again, on a signal."""
    for zaak in dossier.escalaties:
        feiten: tuple[Bestand[Opening | Heropening], ...] = (
            *zaak.van(Opening),
            *zaak.van(Heropening),
        )
        for feit in feiten:
            doelen = (dossier.vind(naam, feit.pad) for naam in feit.record.signalen)
            if any(doel and doel.bestand is signaal for doel in doelen):
                yield zaak


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Open signals, and inquiries that not everybody answered."""
    for signaal in blik.dossier.van(Signaal):
        na = stand(blik.dossier, signaal.id)
        if na.gesloten is None and not in_escalatie(blik.dossier, signaal):
            yield _signaal(blik, signaal, na)
    for uitvraag in blik.dossier.van(Uitvraag):
        zwijgen = zwijgende(blik.dossier, uitvraag)
        if zwijgen:
            yield _uitvraag(blik, uitvraag, zwijgen)


def te_openen(dossier: Dossier) -> Advies:
    """How a case about a signal begins; a dossier without a contract needs that first."""
    if dossier.contracten:
        return opdracht("escalatie", "opening", dossier.id)
    return opdracht("contract", "nieuw", dossier.id, "CONTRACT")


def _signaal(blik: Dossierblik, signaal: Bestand[Signaal], na: Stand) -> Werkpunt:
    """A signal that nobody closed or took into a case: complain in time (6:89 BW)."""
    record, (kennis, reden) = signaal.record, vroegste_kennis(signaal, blik.register)
    acuut = Reden("er is acuut gevaar gemeld", signaal.plek("acuut"))
    return Werkpunt(
        soort="acuut-signaal" if record.acuut == "ja" else "signaal",
        dossier=blik.dossier.id,
        wat=f"Signaal beoordelen: {record.wat.strip()}",
        uiterlijk=na.uiterlijk,
        bij="wij",
        grond="art. 6:89 BW",
        gevolg=(
            "wie niet op tijd klaagt, kan zijn rechten verliezen; bekend sinds "
            f"{aantal((blik.vandaag - kennis).days, 'dag', 'dagen')}"
        ),
        nu=advies(
            "{opening}  of  {afgerond}",
            opening=te_openen(blik.dossier),
            afgerond=opdracht("actie", "afgerond", blik.dossier.id, signaal.id),
        ),
        plek=signaal.plek(),
        omdat=(reden, acuut) if record.acuut == "ja" else (reden,),
        verwijzing=signaal.id,
        sinds=kennis,
        wie=record.eigenaar or behandelaar(blik.dossier, blik.vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=record.contracten,
        gemeenten=record.gemeenten,
        kant=record.kant,
        niveau=record.niveau,
    )


def _uitvraag(blik: Dossierblik, uitvraag: Bestand[Uitvraag], zwijgen: tuple[str, ...]) -> Werkpunt:
    namen = ", ".join(blik.register.wie_heet(id_) for id_ in zwijgen)
    record = uitvraag.record
    gevraagd = f"gevraagd op {datum_vol(record.datum)}, uiterlijk {datum_vol(record.uiterlijk)}"
    return Werkpunt(
        soort="uitvraag",
        dossier=blik.dossier.id,
        wat=f"Antwoord op onze uitvraag: {namen}",
        uiterlijk=record.uiterlijk,
        bij="collega",
        grond="eigen afspraak",
        gevolg="zonder antwoord is onbekend of het signaal breder speelt",
        nu=opdracht("signaal", "antwoord", blik.dossier.id, uitvraag.stam),
        plek=uitvraag.plek(),
        omdat=(Reden(gevraagd, uitvraag.plek("uiterlijk")),),
        verwijzing=uitvraag.id,
        wacht_op=namen,
        sinds=record.datum,
        gemeenten=zwijgen,
        wie=behandelaar(blik.dossier, blik.vandaag),
    )
