"""Floor 4, overgang: a case whose contract passes to another provider while it is open (6:159 BW).

No contract here says what becomes of a notice or a term then. So nothing is derived: the day, the
terms and the letters are named, and what holds for the new party is unknown until somebody decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import contracten_van, gesloten
from clm_cli.derivations.signalen import te_openen
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.overeenkomst import Overname
from clm_cli.tijd.datum import datum_vol

Overgang = tuple[Contract, Bestand[Overname]]
"""A contract of a case, and the fact that it passes to another."""
OVERGEGAAN = (
    "het contract ging naar een ander over voordat de termijn eindigde; of die voor hem geldt, is "
    "niet vastgelegd (6:159 BW)"
)
"""What holds of a term that the other party did not get from us."""


def overgangen(dossier: Dossier, escalatie: Escalatie) -> tuple[Overgang, ...]:
    """The contracts of a case that pass, or passed, to another provider."""
    return tuple((c, f) for c in contracten_van(dossier, escalatie) for f in c.van(Overname))


def overgegaan(dossier: Dossier, escalatie: Escalatie, op: date) -> Bestand[Overname] | None:
    """The passing by which the provider is party to none of the contracts of a case on a day."""
    contracten = contracten_van(dossier, escalatie)
    rijen = [f for _, f in overgangen(dossier, escalatie) if f.record.ingaat <= op]
    alle = {c.id for c in contracten if any(f.record.ingaat <= op for f in c.van(Overname))}
    return max(rijen, key=naar_dag) if rijen and len(alle) == len(contracten) else None


def waarheen(overgang: Overgang) -> str:
    """That a contract passes, to whom and when, as a sentence."""
    contract, feit = overgang
    dag = datum_vol(feit.record.ingaat)
    return f"contract {contract.id} gaat per {dag} over naar {feit.record.naar}"


def besluit(blik: Dossierblik, escalatie: Escalatie, naar: str) -> Advies:
    """The commands by which a case that passes gets its end here, and goes on with the other.

    Who is not in the register yet, or without a contract, gets that first.
    """
    ander = blik.register.dossiers.get(naar)
    return advies(
        "{sluit}; gaat het verder met de nieuwe aanbieder: {opent}",
        sluit=zaakopdracht(blik.dossier, escalatie, "sluiting"),
        opent=te_openen(ander) if ander else opdracht("nieuw", naar),
    )


def werkpunten(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Werkpunt]:
    """That somebody has to decide what becomes of an open case, by the day of the passing."""
    opening = escalatie.opening
    if opening is None or gesloten(escalatie):
        return
    for contract, feit in overgangen(blik.dossier, escalatie):
        yield Werkpunt(
            soort="overgang",
            dossier=blik.dossier.id,
            wat=f"Besluiten over escalatie {escalatie.id}: {waarheen((contract, feit))}",
            plek=feit.plek(),
            verwijzing=feit.id,
            uiterlijk=feit.record.ingaat,
            gevolg="wat na die dag aan deze aanbieder wordt geschreven, bindt de nieuwe niet",
            nu=besluit(blik, escalatie, feit.record.naar),
            omdat=(Reden(f"de overname: {feit.record.grond}", feit.plek("grond")),),
            wie=opening.record.coordinatie,
            contracten=(contract.id,),
            gemeenten=contract.gemeenten,
            kant="AOC",
        )
