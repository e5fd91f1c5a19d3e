"""Floor 4, gezegd: what was said with the measure that a letter makes known."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.gezegd import GEZEGD, Gezegde, van_deel


def _van_rij(rij: Gezegde) -> Callable[[Inhoud], Gevonden]:
    """The part of a letter that shows what a row says."""

    def deel(i: Inhoud) -> Gevonden:
        instrument = i.genomen.instrument if i.genomen else None
        woorden = rij.zegt(i.maatregel, instrument) if i.maatregel else ()
        if woorden or not rij.verplicht:
            return woorden
        return Mist(rij.mist(i.maatregel), bij_maatregel(i, f"{rij.veld}={rij.vorm}"))

    deel.__doc__ = rij.titel
    return deel


VAN_RIJEN = {rij.onderdeel: _van_rij(rij) for rij in GEZEGD if rij.onderdeel}
"""The parts that show one thing of the measure, by name."""


def gronden(i: Inhoud) -> Gevonden:
    """De gronden waarop de maatregel berust."""
    gevonden = VAN_RIJEN["gronden"](i)
    return gevonden if isinstance(gevonden, Mist) else grondtitels(i)


def grondtitels(i: Inhoud) -> tuple[str, ...]:
    """The grounds in the words of the contract; an own ground as it was given."""
    instrument = i.genomen.instrument if i.genomen else None
    namen = {grond.id: grond.titel for grond in instrument.gronden} if instrument else {}
    return tuple(namen.get(g, g) for g in (i.maatregel.gronden if i.maatregel else ()))


def uiterste(i: Inhoud) -> Gevonden:
    """Waarom herstel niet mogelijk is en niets lichters volstaat."""
    gevonden = VAN_RIJEN["uiterste"](i)
    # S18 asks this of a dissolution; where a notice may deviate from it, the deviation is told.
    afgeweken = i.maatregel is not None and any(
        rij.voorwaarde == van_deel("uiterste").voorwaarde for rij in i.maatregel.afwijkingen
    )
    return () if afgeweken and isinstance(gevonden, Mist) else gevonden
