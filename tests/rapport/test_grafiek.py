"""The graph of a series: norm, what is missing, Dutch numbers, and the same in words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from clm_cli.documents.grafiek import Lijn, figuur, teken
from clm_cli.documents.pdf import als_png

LIJN = Lijn(
    titel="Start <binnen> 6 weken",
    eenheid="%",
    labels=("25-K2", "25-K3", "25-K4", "26-K1"),
    waarden=(Decimal("91.2"), None, Decimal("76.3"), Decimal("71.4")),
    normen=(Decimal(90),) * 4,
    goed=(True, None, False, False),
)
SVG = "{http://www.w3.org/2000/svg}"


def teksten(svg: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(svg).iter(f"{SVG}text")]


def test_norm_missing_and_numbers_are_to_be_read_in_it() -> None:
    woorden = teksten(teken(LIJN))
    assert {"91,2", "76,3", "71,4", "norm 90", "ontbreekt", *LIJN.labels} <= set(woorden)


def test_it_says_the_same_in_words() -> None:
    zin = "Start <binnen> 6 weken: 25-K2 91,2 %, 25-K3 ontbreekt, 25-K4 76,3 %, 26-K1 71,4 %"
    assert figuur(LIJN).alt == f"{zin}; norm 90 %."
    assert ET.fromstring(teken(LIJN)).findtext(f"{SVG}desc") == figuur(LIJN).alt


def test_no_line_crosses_a_missing_figure() -> None:
    # two known figures side by side are joined, those around the gap are not
    dik = [
        r for r in ET.fromstring(teken(LIJN)).iter(f"{SVG}line") if r.get("stroke-width") == "2.5"
    ]
    assert len(dik) == 1


def test_what_misses_the_norm_has_another_shape_and_no_colour_is_needed() -> None:
    punten = list(ET.fromstring(teken(LIJN)).iter(f"{SVG}circle"))
    assert [p.get("fill") for p in punten] == ["#1f3d5c", "#ffffff", "#ffffff"]
    kleuren = set(re.findall(r"#[0-9a-f]{6}", teken(LIJN)))
    assert kleuren == {"#1f3d5c", "#555555", "#dddddd", "#ffffff", "#1a1a1a"}


def test_no_line_runs_through_a_number() -> None:
    """A white ground under each, drawn after the lines and before the number."""
    delen = list(ET.fromstring(teken(replace(LIJN, normen=(Decimal(75),) * 4))).iter())
    getallen = [nr for nr, d in enumerate(delen) if d.get("font-weight") == "bold"]
    norm = [nr for nr, d in enumerate(delen) if d.get("stroke-dasharray")]
    assert len(getallen) == 3
    for nr in getallen:
        grond, tekst = delen[nr - 1], delen[nr]
        assert (grond.tag, grond.get("fill")) == (f"{SVG}rect", "#ffffff")
        links, boven = float(grond.get("x", "")), float(grond.get("y", ""))
        assert links < float(tekst.get("x", "")) < links + float(grond.get("width", ""))
        assert boven < float(tekst.get("y", "")) <= boven + float(grond.get("height", ""))
        assert nr - 1 > max(norm)


def test_it_is_the_same_picture_each_time() -> None:
    assert teken(LIJN) == teken(LIJN)
    assert als_png(teken(LIJN)) == als_png(teken(LIJN))
    assert "http" not in teken(LIJN).replace("http://www.w3.org/2000/svg", "")


@given(st.lists(st.none() | st.decimals(-50, 10**6, places=1), min_size=1, max_size=12))
def test_every_figure_lies_on_the_paper(waarden: list[Decimal | None]) -> None:
    n = len(waarden)
    lijn = Lijn("x", "", tuple(map(str, range(n))), tuple(waarden), (None,) * n, (None,) * n)
    for punt in ET.fromstring(teken(lijn)).iter(f"{SVG}circle"):
        assert 0 < float(punt.get("cx", "")) < 640
        assert 0 < float(punt.get("cy", "")) < 230
