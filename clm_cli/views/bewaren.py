"""Floor 6, bewaren: how long each kind of record is kept, by whose rule, and what is over it."""

from __future__ import annotations

from clm_cli.records.organisatie import Bewaartermijn
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier
from clm_cli.views.wissen import zo_gaat_het

_VANAF = {"dag": "vanaf de dag zelf", "einde-contract": "vanaf het einde van het laatste contract"}


@value
class Soortrij:
    """One kind of record."""

    soort: str
    aantal: int
    termijn: Bewaartermijn | None
    """None: not recorded, so unknown."""
    voorbij: tuple[str, ...]
    """The files that are over it."""


@value
class Bewaarblad:
    """Every kind of record in a register."""

    soorten: tuple[Soortrij, ...]

    @property
    def goed(self) -> bool:
        """Whether nothing is over its term."""
        return not any(rij.voorbij for rij in self.soorten)


def toon(blad: Bewaarblad, papier: Papier) -> str:
    """All of it as text."""
    uit = papier.alinea(Cel("BEWAREN  hoe lang, en wat daarover is", "vet"))
    for rij in blad.soorten:
        uit += papier.alinea(f"{rij.soort} ({rij.aantal}): {_termijn(rij.termijn)}", 2)
        for pad in rij.voorbij:
            uit += papier.alinea(f"voorbij: {pad}", 4)
    if any(rij.termijn is None for rij in blad.soorten):
        slot = "Wat onbekend is, zet u met zijn grond in organisatie.yaml, onder bewaartermijnen."
        uit += ["", *papier.alinea(slot)]
    return "\n".join(uit if blad.goed else uit + zo_gaat_het(papier))


def _termijn(termijn: Bewaartermijn | None) -> str:
    if termijn is None:
        return "onbekend"
    return f"{termijn.termijn} {_VANAF[termijn.vanaf]} ({termijn.grond})"


def als_json(blad: Bewaarblad) -> list[Gegevens]:
    """All of it as data."""
    return [
        {
            "soort": rij.soort,
            "aantal": rij.aantal,
            "termijn": str(rij.termijn.termijn) if rij.termijn else None,
            "vanaf": rij.termijn.vanaf if rij.termijn else None,
            "grond": rij.termijn.grond if rij.termijn else None,
            "voorbij": list(rij.voorbij),
        }
        for rij in blad.soorten
    ]
