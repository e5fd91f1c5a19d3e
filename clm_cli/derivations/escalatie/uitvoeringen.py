"""Floor 4, uitvoeringen: how a measure is carried out: payments, municipalities, plan points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.zaken import Genomen, bij
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Betaling,
    Opening,
    Planpunt,
    Uitvoering,
    Verbeterplan,
)
from clm_cli.records.maatregel import Geldelijk, Maatregel


@dataclass(frozen=True, slots=True)
class Geldstand:
    """What a measure asks in money, and what came of it."""

    geldelijk: Geldelijk
    voldaan: Decimal

    @property
    def open(self) -> Decimal | None:
        """What is left to be paid; None where no amount was named."""
        return self.geldelijk.bedrag - self.voldaan if self.geldelijk.bedrag is not None else None


def geldelijk(
    dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]
) -> Geldelijk | None:
    """The last amount or share of a measure: its own, or that of the last change."""
    anders = [
        f.record.geldelijk
        for f in sorted(
            bij(dossier, escalatie, Aanpassing, maatregel), key=lambda f: (f.record.datum, f.pad)
        )
        if f.record.geldelijk
    ]
    return anders[-1] if anders else maatregel.record.geldelijk


def geldstand(genomen: Genomen) -> Geldstand | None:
    """The last amount or share of a measure, with all payments on it."""
    geld = geldelijk(genomen.dossier, genomen.escalatie, genomen.maatregel)
    return (
        Geldstand(geld, sum((f.record.bedrag for f in genomen.bij(Betaling)), Decimal(0)))
        if geld
        else None
    )


def uitvoerders(genomen: Genomen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The municipalities of the case that carried a measure out, and those that did not yet."""
    # Each municipality carries a stop out itself; who did not, still places clients (J42, S16).
    opening = next(iter(genomen.escalatie.van(Opening)), None)
    zaak = opening.record.gemeenten if opening else ()
    alle = genomen.record.gemeenten or zaak or genomen.contract.gemeenten
    klaar = {f.record.gemeente for f in genomen.bij(Uitvoering) if f.record.klaar == "ja"}
    return tuple(g for g in alle if g in klaar), tuple(g for g in alle if g not in klaar)


@dataclass(frozen=True, slots=True)
class Puntstand:
    """A point of the last plan, with the last judgement of the plan and of its execution."""

    punt: Planpunt
    plan: str
    uitvoering: str


def planpunten(genomen: Genomen) -> tuple[Puntstand, ...]:
    """The points of the last plan that came in on a request."""
    plannen = sorted(genomen.bij(Verbeterplan), key=lambda f: (f.record.ontvangen, f.pad))
    if not plannen:
        return ()
    oordelen = sorted(
        (
            *bij(genomen.dossier, genomen.escalatie, Beoordeling, plannen[-1]),
            *genomen.bij(Beoordeling),
        ),
        key=lambda f: (f.record.datum, f.pad),
    )

    def laatste(over: str, id_: str) -> str:
        gevonden = [
            [o.oordeel for o in f.record.oordelen if o.onderdeel == id_]
            for f in oordelen
            if f.record.over == over
        ]
        rijen = [rij for rij in gevonden if rij]
        if not rijen:
            return "niet beoordeeld"
        return (
            rijen[-1][0] if len(set(rijen[-1])) == 1 else "nee" if "nee" in rijen[-1] else "deels"
        )

    return tuple(
        Puntstand(punt, laatste("verbeterplan", punt.id), laatste("uitvoering", punt.id))
        for punt in plannen[-1].record.punten
    )
