"""Floor 4, onderdelen: which mandatory parts of a letter still stand in an edited text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clm_cli.derivations.brieven.elementen import BEPALING, Element, niet_gevonden, plat
from clm_cli.derivations.brieven.getallen import gelijk, in_een_vorm
from clm_cli.derivations.brieven.vergelijking import bewerkt


def onderdelen_weg(
    elementen: Sequence[Element], woorden: Sequence[str], tekst: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts that are gone, and those that stand there in other words.

    A clause of the contract has to stand there literally; of other parts a day or a number may be
    written in another way.
    """
    kaal = gelijk(tekst)
    een_vorm = plat(in_een_vorm(kaal))
    rijen = tuple(replace(rij, teksten=tuple(map(gelijk, rij.teksten))) for rij in elementen)
    weg = set(niet_gevonden(rijen, (), kaal))
    anders = [
        rij.titel
        for rij in rijen
        if rij.titel in weg
        and rij.naam != "verplichting"
        and not rij.naam.startswith(BEPALING)
        and all(
            plat(deel) in plat(kaal) or plat(in_een_vorm(deel)) in een_vorm or bewerkt(deel, kaal)
            for deel in rij.teksten
        )
    ]
    kwijt = [rij.titel for rij in rijen if rij.titel in weg and rij.titel not in anders]
    gemist = [
        f"het woord '{woord}'"
        for woord in woorden
        if plat(gelijk(woord)) not in plat(kaal)
        and plat(in_een_vorm(gelijk(woord))) not in een_vorm
    ]
    return (*dict.fromkeys(kwijt), *gemist), tuple(dict.fromkeys(anders))
