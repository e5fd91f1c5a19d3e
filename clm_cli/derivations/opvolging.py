"""Floor 4, opvolging: what followed on an action, promise or signal, and what we wait for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Doel, Dossier
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.lijsten import Nakomingfeit, Verplichting
from clm_cli.records.opvolging import (
    Afgerond,
    Geparkeerd,
    Herroepen,
    Overgedragen,
    Vervallen,
    Verzet,
    Wacht,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

_SLUITEND = (Afgerond, Vervallen, Herroepen)
SOORTEN = (Afgerond, Verzet, Overgedragen, Vervallen, Herroepen, Geparkeerd, Wacht)


@value
class Stand:
    """Where a thing stands after its follow-up facts."""

    gesloten: Bestand[Feit] | None = None
    uiterlijk: date | None = None
    partij: str | None = None
    wie: str | None = None
    geparkeerd_tot: date | None = None
    redenen: tuple[Reden, ...] = ()

    @property
    def afloop(self) -> str:
        """How it ended; empty while it runs."""
        if self.gesloten is None:
            return ""
        feit = self.gesloten.record
        wat = feit.resultaat if isinstance(feit, Afgerond) else getattr(feit, "reden", "")
        return f"{type(feit).__name__.lower()} op {datum_vol(feit.datum)}: {wat}"


def feiten(dossier: Dossier, verwijzing: str) -> list[Bestand[Feit]]:
    """The follow-up facts on a full reference, as they happened and were recorded."""
    rijen = _per_ding(dossier).get(verwijzing, ())
    return sorted(rijen, key=lambda feit: (feit.record.datum, feit.record.vastgelegd, feit.pad))


@eens
def _per_ding(dossier: Dossier) -> Mapping[str, Sequence[Bestand[Feit]]]:
    """The follow-up facts by each thing that they are about."""
    per: dict[str, list[Bestand[Feit]]] = {}
    for model in SOORTEN:
        for feit in dossier.van(model):
            for verwijzing in dict.fromkeys(_raakt(dossier, feit)):
                per.setdefault(verwijzing, []).append(feit)
    return per


def _raakt(dossier: Dossier, feit: Bestand[Feit]) -> Iterator[str]:
    """What a fact is about, directly or through earlier follow-up facts that it answers."""
    gezien: set[str] = set()
    bij = feit.record.bij
    while bij and bij not in gezien:
        gezien.add(bij)
        doel = dossier.vind(bij, feit.pad)
        if doel is None:
            return
        yield doel.verwijzing
        if isinstance(doel.deel, Wacht) and isinstance(feit.record, _SLUITEND):
            return  # what we waited for is there; what it was for goes on
        bij = doel.deel.bij if isinstance(doel.deel, SOORTEN) else None


def stand(dossier: Dossier, verwijzing: str) -> Stand:
    """What the follow-up facts on a thing add up to."""
    gesloten, uiterlijk, partij, wie, tot = None, None, None, None, None
    redenen: list[Reden] = []
    for feit in feiten(dossier, verwijzing):
        record = feit.record
        if isinstance(record, _SLUITEND):
            gesloten = feit
        elif isinstance(record, Verzet):
            uiterlijk = record.uiterlijk
            redenen.append(
                Reden(
                    f"verzet naar {datum_vol(record.uiterlijk)}: {record.reden}",
                    feit.plek("uiterlijk"),
                )
            )
        elif isinstance(record, Overgedragen):
            partij, wie, uiterlijk = record.partij, record.wie, record.uiterlijk or uiterlijk
            redenen.append(
                Reden(f"overgedragen aan {record.wie}: {record.reden}", feit.plek("wie"))
            )
        elif isinstance(record, Geparkeerd):
            tot = record.tot
            redenen.append(
                Reden(f"geparkeerd tot {datum_vol(record.tot)}: {record.reden}", feit.plek("tot"))
            )
    return Stand(gesloten, uiterlijk, partij, wie, tot, tuple(redenen))


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What we wait for from a colleague, until it is closed or a later fact ends the waiting."""
    for feit in blik.dossier.van(Wacht):
        doel = blik.dossier.vind(feit.record.bij, feit.pad)
        later = _later(blik.dossier, doel) if doel else []
        if stand(blik.dossier, feit.id).gesloten or any(
            (ander.record.datum, ander.record.vastgelegd)
            > (feit.record.datum, feit.record.vastgelegd)
            for ander in later
        ):
            continue
        record = feit.record
        yield Werkpunt(
            soort="wacht",
            dossier=blik.dossier.id,
            wat=record.vraag,
            uiterlijk=record.tot,
            bij="collega",
            grond="eigen afspraak",
            gevolg="zolang het antwoord er niet is, blijft dit liggen",
            nu=_nu(blik.dossier, feit, doel.deel if doel else None),
            plek=feit.plek(),
            omdat=(Reden(f"gevraagd op {datum_vol(record.datum)}", feit.plek("datum")),),
            wacht_op=blik.register.naam_van(record.persoon) if record.persoon else record.op,
            wie=behandelaar(blik.dossier, blik.vandaag),
            sinds=record.datum,
            verwijzing=feit.id,
        )


def _later(dossier: Dossier, doel: Doel) -> list[Bestand[Feit]]:
    """What was recorded of a thing: follow-up, or one time that an obligation was met."""
    gedaan = [
        feit
        for feit in dossier.van(Nakomingfeit)
        if (van := dossier.vind(feit.record.bij, feit.pad)) and van.verwijzing == doel.verwijzing
    ]
    return [*feiten(dossier, doel.verwijzing), *gedaan]


def _nu(dossier: Dossier, wacht: Bestand[Wacht], deel: Deel | None) -> Advies:
    """What ends the waiting: that an obligation was met, or else that the answer is there."""
    if isinstance(deel, Verplichting) and deel.komt_terug:
        return opdracht("lijst", "verplichtingen", dossier.id, nagekomen=deel.id)
    return opdracht("actie", "afgerond", dossier.id, wacht.id)


def behandelaar(dossier: Dossier, op: date) -> str | None:
    """The contract manager of a dossier on a day, by id."""
    rijen = dossier.aanbieder.record.behandelaars if dossier.aanbieder else ()
    geldig = [rij for rij in rijen if rij.vanaf <= op]
    return max(geldig, key=lambda rij: rij.vanaf).contractmanager if geldig else None
