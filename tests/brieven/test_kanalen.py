"""A letter follows how messages go under its contract: its ways, its day of receipt, the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.brieven.volle_registers import bouw, brief_van, maak, opdrachten

REGIME = Path(__file__).parents[2] / "clm_cli" / "regimes" / "sdfl-jeugdhulp-2026.yaml"
GROND = "grond: {eis: X01, tekst: via het portaal of aangetekend}"
# Tuesday 5 May 2026 is a feast day: the second working day after the 4th is the 7th
PORTAAL = (
    f"schriftelijk: {{kanalen: [aangetekend, portaal], {GROND}}}\n"
    f"ontvangst: [{{kanalen: [aangetekend], na: 2 werkdagen, bewijs: vast, {GROND}}}]\n"
)
MAIL = "Stuur het bij voorkeur per e-mail aan"
STUKKEN = "Stuur de stukken waaruit uw herstel blijkt"


def gemaakt(map_: Path, regels: str) -> str:
    """The notice of 4 May under the J regime with these rules of its own."""
    regime = REGIME.read_text(encoding="utf-8").replace("\ntermijnen:\n", f"\n{regels}termijnen:\n")
    opdracht = next(o for o in opdrachten("J") if o.id == "ingebrekestelling")
    bouw(map_, "J", opdracht.dag, {"regimes/sdfl-jeugdhulp-2026.yaml": regime})
    assert maak(map_, "J", opdracht, "--vorm", "md") == 0
    tekst = (brief_van(map_, "J", opdracht) / "brief.md").read_text(encoding="utf-8")
    return " ".join(tekst.replace("\\", "").replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("regels", "wel", "niet"),
    [
        (
            "",
            (MAIL, "Ontvangt u deze brief eerder dan", f"{STUKKEN} per e-mail aan"),
            ("geldt als ontvangen",),
        ),
        (
            PORTAAL,
            (
                "Stuur het aangetekend of via het portaal; ons adres is",
                "Een e-mail is onder deze overeenkomst niet schriftelijk.",
                "Deze brief geldt als ontvangen op 7 mei 2026",
                f"{STUKKEN} aangetekend of via het portaal; ons adres is",
            ),
            (MAIL, "Ontvangt u", "per post aan"),
        ),
        (
            f"schriftelijk: {{kanalen: [aangetekend, e-mail], {GROND}}}\n",
            (
                "Stuur het aangetekend of per e-mail aan",
                f"{STUKKEN} aangetekend of per e-mail aan",
            ),
            (MAIL, "niet schriftelijk", "per post aan"),
        ),
    ],
)
def test_how_to_object_and_when_it_is_received_are_those_of_the_contract(
    tmp_path: Path, regels: str, wel: tuple[str, ...], niet: tuple[str, ...]
) -> None:
    tekst = gemaakt(tmp_path, regels)
    assert [zin for zin in wel if zin not in tekst] == []
    assert [zin for zin in niet if zin in tekst] == []
