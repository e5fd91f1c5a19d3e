"""What a step says of the conditions that it waits for: what each asks, and what records it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.uitspraak import nee
from clm_cli.derivations.escalatie.vervolg import Voorwaardestand
from clm_cli.derivations.escalatie.voorwaardeopdracht import leg_vast
from tests.ladder.zaakbouw import lees_toestand


@pytest.mark.parametrize(
    ("naam", "titel"),
    [
        ("open", "De escalatie is open."),
        ("bedrag", "Het bedrag is genoemd, met waarom de situatie het rechtvaardigt."),
        ("verzuim", "De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW)."),
        ("iets-vreemds", "Een voorwaarde die clm niet kent; zij kan dus niet vervuld heten."),
    ],
)
def test_each_condition_says_in_a_sentence_what_it_asks(naam: str, titel: str) -> None:
    assert Voorwaardestand(naam, True, nee("zo")).titel == titel


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        ("$H", ["clm escalatie beoordeling bloem --over herstel"]),
        ("$H jdg-ja@04-08", []),  # it was judged, and mended
        ("$H jdg-nee@04-08", []),
        ("$G", []),  # there is nothing yet to judge
    ],
)
def test_mending_that_nobody_judged_is_judged_at_the_measure_that_gave_its_term(
    tmp_path: Path, woorden: str, goed: list[str]
) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "04-09", woorden)
    stappen = {s.stap.instrument.instrument: s for s in antwoorden.stappen()}
    stap = stappen["opschorting"]
    (uit,) = [v.uitspraak for v in stap.voorwaarden if v.naam == "herstel-uitgebleven"]
    helpt = [str(nu) for nu in leg_vast(stap.stap, "herstel-uitgebleven", uit)]
    assert helpt == goed
