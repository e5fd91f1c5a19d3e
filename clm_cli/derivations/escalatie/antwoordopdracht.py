"""Floor 4, antwoordopdracht: the command for an answer, or for the talk that goes before it."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN, gespreksanker
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import begin_van
from clm_cli.records.regime import Regimetermijn


def antwoordopdracht(genomen: Genomen, regel: Regimetermijn) -> Advies:
    """What records the answer; while its term waits for a talk, what plans or records that one."""
    begin, _ = begin_van(genomen.register, genomen.contract, regel, genomen.record.datum)
    if begin == "gesprek" and gespreksanker(genomen) is None:
        return _gesprek(genomen)
    soort = ANTWOORDEN[regel.soort].__name__.lower()
    return zaakopdracht(genomen.dossier, genomen.escalatie, soort, genomen.maatregel)


def _gesprek(genomen: Genomen) -> Advies:
    """The talk of the case: its planning, or that it was held where it was planned."""
    zaak = f"escalaties/{genomen.escalatie.id}"
    gepland = [
        gesprek.id
        for gesprek in genomen.dossier.gesprekken
        if gesprek.kaart.record.escalatie == zaak and not gesprek.kaart.record.gehouden
    ]
    if gepland:
        return opdracht("gesprek", "gehouden", genomen.dossier.id, gepland[0])
    return opdracht("gesprek", "gepland", genomen.dossier.id, soort="extra", escalatie=zaak)
