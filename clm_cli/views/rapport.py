"""Floor 6, rapport: where the numbers of a report come from, as text and as data."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.rapport.getal import Getal
from clm_cli.meldingen import Plek, Reden
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier


@value
class Herkomst:
    """A number as it was asked for, and every place of the report where it is printed."""

    gezocht: str
    getallen: tuple[Getal, ...]
    plaats: Callable[[Plek], tuple[int, int] | None] = lambda _: None


def toon(blad: Herkomst, papier: Papier) -> str:
    """Each number with what it rests on, and the file and line of that."""
    delen = papier.kop(Cel(f"HERKOMST  {blad.gezocht}", "vet"), f"{len(blad.getallen)} keer")
    for getal in blad.getallen:
        delen += ["", *papier.alinea(Cel(f"{getal.tekst}  {getal.wat}", "vet"))]
        for reden in getal.omdat:
            waar = _waar(blad, reden)
            delen += papier.alinea(f"  {reden.tekst}{f'  [{waar}]' if waar else ''}")
    return "\n".join(delen)


def _waar(blad: Herkomst, reden: Reden) -> str:
    if reden.plek is None:
        return ""
    gevonden = blad.plaats(reden.plek)
    return f"{reden.plek.pad}:{gevonden[0]}" if gevonden else reden.plek.pad


def als_json(blad: Herkomst) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "getal": getal.tekst,
            "wat": getal.wat,
            "omdat": [{"tekst": r.tekst, "plek": _waar(blad, r) or None} for r in getal.omdat],
        }
        for getal in blad.getallen
    ]
