"""Floor 6, inlezen: what a file with figures will become, row by row, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clm_cli.value import value
from clm_cli.views.opmaak import breed

_MEESTE = 60
"""So many rows are shown; the rest is counted."""


@value
class Voorbeeldregel:
    """One figure: where it stands, what is in the cell, what it becomes beside what there was."""

    plaats: str
    cel: str
    aanbieder: str
    contract: str
    kpi: str
    periode: str
    wordt: str
    norm: str
    was: str
    stand: str
    let_op: str

    @property
    def anders(self) -> str:
        """How it differs from what is recorded."""
        wat = f"{self.aanbieder}, {self.contract}, {self.kpi}, {self.periode}"
        return f"{self.plaats}: {wat}: was {self.was}, wordt {self.wordt}"


def voorbeeld(regels: Sequence[Voorbeeldregel]) -> Iterator[str]:
    """The rows in columns; what stands there already is only counted."""
    al = sum(regel.stand == "stond er al" for regel in regels)
    nieuw = [regel for regel in regels if regel.stand != "stond er al"]
    if nieuw:
        rijen = [("in de cel", "wordt", "norm", "was", "", "wat")]
        rijen += [(r.cel, r.wordt, r.norm, r.was, r.stand, _wat(r)) for r in nieuw[:_MEESTE]]
        breedtes = [max(breed(rij[nr]) for rij in rijen) for nr in range(len(rijen[0]))]
        for rij in rijen:
            cellen = (c + " " * (b - breed(c)) for c, b in zip(rij, breedtes, strict=True))
            yield f" {'  '.join(cellen)}".rstrip()
    if len(nieuw) > _MEESTE:
        yield f" … en nog {len(nieuw) - _MEESTE}"
    for regel in nieuw:
        if regel.let_op:
            yield f" let op {regel.plaats}: {regel.let_op}"
    if al:
        staat = "cijfer staat er al en blijft" if al == 1 else "cijfers staan er al en blijven"
        yield f" {al} {staat} zoals nu"


def _wat(regel: Voorbeeldregel) -> str:
    return f"{regel.aanbieder}/{regel.contract} {regel.kpi} {regel.periode}, {regel.plaats}"
