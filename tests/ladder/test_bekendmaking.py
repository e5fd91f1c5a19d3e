"""Which letter makes a measure known: its own, and none that tells somebody else of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.klein_register import lees
from tests.ladder.zaakbouw import HASH, ZAAK, Antwoorden, Bouw


def toestand(map_: Path, soort: str, richting: str = "uitgaand") -> str:
    """What a suspension of payment is, whose only letter is of this kind and was received."""
    bouw = Bouw("$H jdg-nee@04-08 nh@04-08 m4+@04-09", "J")
    zaak, brief = ZAAK.removeprefix("bloem/"), "bloem/brieven/2026-04-09-brief"
    bestanden = bouw.bestanden | {
        f"{brief}/brief.yaml": f"richting: {richting}\nsoort: {soort}\nonderwerp: Brief\n"
        f"datum: 2026-04-09\ncontracten: [ambulant]\nbij: {zaak}/{bouw.laatste['m']}\n",
        f"{brief}/2026-04-09-verzonden.yaml": "kanaal: aangetekend\naan: Bloem\n"
        f'document: {{vindplaats: archief}}\nkaart_sha256: "{HASH}"\n',
        f"{brief}/2026-04-10-bezorgd.yaml": "bij: 2026-04-09-verzonden\nbewijs: handtekening\n",
    }
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    dag = date(2026, 4, 20)
    standen = Antwoorden(geladen.register.zoals(op=dag), dag).stand.maatregelen
    return standen[-1].toestand


@pytest.mark.parametrize(
    ("soort", "is_"),
    [
        ("opschorting", "van kracht"),
        ("brief-van-ons-zelf", "van kracht"),  # of a kind that clm does not know nobody can tell
        ("memo-uitvoering", "besloten"),  # the municipalities know, the provider does not (3:37 BW)
        ("adviesnota", "besloten"),
    ],
)
def test_a_letter_to_somebody_else_tells_the_provider_nothing(
    tmp_path: Path, soort: str, is_: str
) -> None:
    assert toestand(tmp_path, soort) == is_
