"""Floor 6, grafiek: a series of figures as a picture in SVG, with its norm and what is missing.

A library was weighed (pygal): its pictures differ each time they are made, carry scripts and an
address, and have no norm and no description. What a report needs is this one form of graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from xml.sax.saxutils import escape

from clm_cli.documents.blokken import FIGUUR, Blok
from clm_cli.documents.veilig import Ruw
from clm_cli.tijd.datum import getal
from clm_cli.value import value

_BREED, _HOOG = 640, 230
_LINKS, _RECHTS, _BOVEN, _ONDER = 48, 92, 16, 34
_DONKER, _GRIJS, _LICHT = "#1f3d5c", "#555555", "#dddddd"
_STAPPEN = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))


@value
class Lijn:
    """What a graph shows: a figure and its norm for each period; None is what did not come in."""

    titel: str
    eenheid: str
    labels: tuple[str, ...]
    waarden: tuple[Decimal | None, ...]
    normen: tuple[Decimal | None, ...]
    goed: tuple[bool | None, ...]
    """Whether the norm is met; a figure that misses it has an open mark, not another colour."""
    leeg: str = "ontbreekt"
    """What stands where there is no figure."""

    @property
    def beschrijving(self) -> str:
        """The same for who cannot see it."""
        paren = zip(self.labels, self.waarden, strict=True)
        achter = f" {self.eenheid}" if self.eenheid else ""
        delen = [f"{naam} {getal(w) + achter if w is not None else self.leeg}" for naam, w in paren]
        norm = next((n for n in reversed(self.normen) if n is not None), None)
        slot = f"; norm {getal(norm)}{achter}" if norm is not None else "; zonder norm"
        return f"{self.titel}: {', '.join(delen)}{slot}."


@value
class Figuur:
    """A picture in a document, with what it shows in words."""

    svg: str
    alt: str


def met_figuren(blokken: Sequence[Blok], figuren: Mapping[str, Figuur]) -> list[Blok]:
    """The blocks with the pictures that they name; a name without a picture is left out."""
    return [
        {**blok, "svg": figuren[blok["naam"]].svg, "alt": figuren[blok["naam"]].alt}
        if blok["soort"] == "figuur"
        else blok
        for blok in blokken
        if blok["soort"] != "figuur" or blok["naam"] in figuren
    ]


def merk(naam: str) -> Ruw:
    """Where a picture comes in a template."""
    return Ruw(f"{FIGUUR}{naam}{FIGUUR}")


def figuur(lijn: Lijn) -> Figuur:
    """The picture of a series."""
    return Figuur(teken(lijn), lijn.beschrijving)


def teken(lijn: Lijn) -> str:
    """The SVG; equal input gives equal text."""
    laag, hoog, stap = _schaal([w for w in (*lijn.waarden, *lijn.normen) if w is not None])
    delen = [*_assen(lijn, laag, hoog, stap), *_norm(lijn, laag, hoog), *_reeks(lijn, laag, hoog)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREED} {_HOOG}" width="{_BREED}" '
        f'height="{_HOOG}" role="img" font-family="Liberation Sans, Arial, sans-serif" '
        f'font-size="12"><title>{escape(lijn.titel)}</title>'
        f"<desc>{escape(lijn.beschrijving)}</desc>"
        f'<rect width="{_BREED}" height="{_HOOG}" fill="#ffffff"/>{"".join(delen)}</svg>'
    )


def _schaal(waarden: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Where the axis begins and ends, in round steps around all that is shown."""
    laagst, hoogst = min(waarden, default=Decimal(0)), max(waarden, default=Decimal(1))
    ruim = max(hoogst - laagst, abs(hoogst) / 10, Decimal("0.1")) / 4
    macht = Decimal(1).scaleb(ruim.adjusted())
    stap = next(macht * s for s in _STAPPEN if macht * s >= ruim)
    onder = (laagst / stap).to_integral_value(ROUND_FLOOR) * stap
    boven = (hoogst / stap).to_integral_value(ROUND_CEILING) * stap
    # room for the number above the highest point; nothing that is counted lies below nought
    onder = onder - stap if laagst == onder and onder >= stap else onder
    return onder, boven + (stap if hoogst == boven else 0), stap


def _x(lijn: Lijn, nummer: int) -> float:
    breedte = (_BREED - _LINKS - _RECHTS) / max(1, len(lijn.labels))
    return round(_LINKS + breedte * (nummer + 0.5), 1)


def _y(waarde: Decimal, laag: Decimal, hoog: Decimal) -> float:
    deel = (waarde - laag) / (hoog - laag)
    return round(_HOOG - _ONDER - float(deel) * (_HOOG - _ONDER - _BOVEN), 1)


def _tekst(x: float, y: float, tekst: str, plaats: str = "middle", meer: str = "") -> str:
    kleur = "" if "fill=" in meer else ' fill="#1a1a1a"'
    return f'<text x="{x}" y="{y}" text-anchor="{plaats}"{kleur}{meer}>{escape(tekst)}</text>'


def _assen(lijn: Lijn, laag: Decimal, hoog: Decimal, stap: Decimal) -> Iterator[str]:
    waarde = laag
    while waarde <= hoog:
        y = _y(waarde, laag, hoog)
        yield (f'<line x1="{_LINKS}" y1="{y}" x2="{_BREED - _RECHTS}" y2="{y}" stroke="{_LICHT}"/>')
        yield _tekst(_LINKS - 6, y + 4, getal(_kort(waarde)), "end", f' fill="{_GRIJS}"')
        waarde += stap
    yield _tekst(_LINKS - 6, _HOOG - 8, lijn.eenheid, "end", f' fill="{_GRIJS}"')
    for nummer, label in enumerate(lijn.labels):
        yield _tekst(_x(lijn, nummer), _HOOG - 14, label)


def _kort(waarde: Decimal) -> Decimal:
    """Without noughts at the end: 90, and not 90.0 or 9E+1."""
    kaal = waarde.normalize()
    return kaal if kaal == 0 or int(kaal.as_tuple().exponent) < 0 else kaal.quantize(Decimal(1))


def _norm(lijn: Lijn, laag: Decimal, hoog: Decimal) -> Iterator[str]:
    """The norm as a broken line, a step where it changes, with its name at the end."""
    half = (_BREED - _LINKS - _RECHTS) / max(1, len(lijn.labels)) / 2
    laatste = None
    for nummer, norm in enumerate(lijn.normen):
        if norm is not None:
            x, y = _x(lijn, nummer), _y(norm, laag, hoog)
            yield (
                f'<line x1="{round(x - half, 1)}" y1="{y}" x2="{round(x + half, 1)}" y2="{y}" '
                f'stroke="{_GRIJS}" stroke-width="1.5" stroke-dasharray="6 4"/>'
            )
            laatste = (y, norm)
    if laatste:
        yield _tekst(_BREED - _RECHTS + 6, laatste[0] + 4, f"norm {getal(laatste[1])}", "start")


def _reeks(lijn: Lijn, laag: Decimal, hoog: Decimal) -> Iterator[str]:
    """The line through what is known, broken where a figure is missing, and a mark for each."""
    vorige: tuple[float, float] | None = None
    merken: list[str] = []
    for nummer, waarde in enumerate(lijn.waarden):
        x = _x(lijn, nummer)
        if waarde is None:
            merken += _ontbreekt(x, lijn.leeg)
            vorige = None
            continue
        y = _y(waarde, laag, hoog)
        if vorige:
            yield (
                f'<line x1="{vorige[0]}" y1="{vorige[1]}" x2="{x}" y2="{y}" stroke="{_DONKER}" '
                'stroke-width="2.5"/>'
            )
        vorige = (x, y)
        vulling = "#ffffff" if lijn.goed[nummer] is False else _DONKER
        merken.append(
            f'<circle cx="{x}" cy="{y}" r="5" fill="{vulling}" stroke="{_DONKER}" '
            'stroke-width="2.5"/>'
        )
        merken += _waarde(x, y - 10, getal(waarde))
    yield from merken


def _waarde(x: float, y: float, tekst: str) -> list[str]:
    """The number of a figure, on a white ground: no line runs through it."""
    breed = 7 * len(tekst) + 2
    plek = f'x="{round(x - breed / 2, 1)}" y="{round(y - 10, 1)}"'
    return [
        f'<rect {plek} width="{breed}" height="13" fill="#ffffff"/>',
        _tekst(x, y, tekst, "middle", ' font-weight="bold"'),
    ]


def _ontbreekt(x: float, waarom: str) -> list[str]:
    """A hatched field where a figure should have been."""
    midden = (_BOVEN + _HOOG - _ONDER) / 2
    strepen = [
        f'<line x1="{x - 14}" y1="{y + 14}" x2="{x + 14}" y2="{y}" stroke="{_LICHT}" '
        'stroke-width="2"/>'
        for y in range(_BOVEN + 4, _HOOG - _ONDER - 14, 12)
    ]
    return [*strepen, _tekst(x, midden, waarom, "middle", ' font-style="italic"')]
