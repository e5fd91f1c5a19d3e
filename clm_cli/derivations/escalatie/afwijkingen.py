"""Floor 4, afwijkingen: whether a deviation can carry a step that lacks a motivated condition."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.bevoegdheid import niemand_weet_wie, tekenbevoegd
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.records.maatregel import Afwijking
from clm_cli.tijd.datum import datum_vol


def mist_aan_afwijking(stap: Stap, voorwaarde: str, vandaag: date) -> str | None:
    """What the deviation from a condition lacks today, as a clause; None when one carries."""
    gezegd = stap.voorstel.afwijkingen if stap.voorstel else ()
    rijen = [_mist(stap, rij, vandaag) for rij in gezegd if rij.voorwaarde == voorwaarde]
    if not rijen:
        return "er staat geen afwijking bij"
    return None if None in rijen else rijen[0]


def _mist(stap: Stap, rij: Afwijking, vandaag: date) -> str | None:
    if wat := niemand_weet_wie(stap.register, rij.door):
        return f"wie ervan afweek, is onbekend: {wat}"
    naam, trede = stap.register.naam_van(rij.door), stap.trede
    bevoegd = rij.door in tekenbevoegd(stap.register, trede, rij.datum)
    # 3:69 BW: what was done without a power binds once somebody who has it ratifies it.
    if rij.voorwaarde == "mandaat":
        if not bevoegd:
            return f"{naam} mag dit niet bekrachtigen (3:69 BW): ook zonder mandaat"
        dag = datum_vol(rij.datum)
        return (
            f"de bekrachtiging van {dag} moet nog komen (3:69 BW)" if rij.datum > vandaag else None
        )
    # Who leaves a condition out decides more than the step itself, and does so before it is taken.
    if rij.datum > stap.dag:
        return f"tot de afwijking is pas besloten op {datum_vol(rij.datum)}, na de maatregel"
    if not bevoegd:
        tot = bij_trede(stap.regime, trede, " tot en met {}")
        return f"{naam} mag niet ondertekenen{tot}, en dus ook niet afwijken"
    if rij.voorwaarde == "verzuim":
        hoe, artikel = onmogelijk(stap)
        zin = f"de afwijking zegt niet dat nakomen {' of '.join(hoe)} onmogelijk is"
        return None if rij.onmogelijk in hoe else f"{zin} ({artikel} BW)"
    return None


def onmogelijk(stap: Stap) -> tuple[tuple[str, ...], str]:
    """What impossibility makes a step possible without default, and by which article."""
    # 6:265 lid 2 BW: dissolution also when performance is impossible for a time; money asks, as
    # damages do, that it is so for good (6:74 lid 2 and 6:93 BW).
    if "niet-al-beeindigd" in stap.instrument.voorwaarden.hard:
        return ("blijvend", "tijdelijk"), "6:265 lid 2"
    return ("blijvend",), "6:74 lid 2"
