"""A provider that takes another name stays the same party; one that merges away is no party."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.rules.toets import controleer
from tests.klein_register import BASIS, lees
from tests.ladder.zaakbouw import Antwoorden, Bouw

KAART = "bloem/aanbieder.yaml"
OUD = "namen: [{vanaf: 2020-01-01, statutair: Stichting Bloem, roepnaam: Bloem}]"
NIEUW = (
    "namen: [{vanaf: 2020-01-01, statutair: Stichting Bloem, roepnaam: Bloem}, "
    "{vanaf: 2026-03-15, statutair: Stichting Knop, roepnaam: Knop}]"
)
AANGEMAAND = {
    "J": "$G m3@03-02 verz@03-02 bez@03-05 jdg-nee@04-08",
    "S": "$G $P m3@03-02 verz@03-02 bez@03-05 jdg-nee@04-08",
}


def antwoorden(map_: Path, contract: str, woorden: str, kaart: str = "") -> Antwoorden:
    """What the record says on 8 April 2026, with another card of the provider."""
    bestanden = Bouw(woorden, contract).bestanden | ({KAART: kaart} if kaart else {})
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    dag = date(2026, 4, 8)
    return Antwoorden(geladen.register.zoals(op=dag), dag)


@pytest.mark.parametrize("contract", ["J", "S"])
def test_another_name_in_the_term_changes_nothing(tmp_path: Path, contract: str) -> None:
    """The notice went to the same legal person: a new name makes no new party."""
    anders = BASIS[KAART].replace(OUD, NIEUW)
    assert anders != BASIS[KAART]
    voor = antwoorden(tmp_path / "voor", contract, AANGEMAAND[contract])
    na = antwoorden(tmp_path / "na", contract, AANGEMAAND[contract], anders)
    for vraag in ("trede", "verzuim", "vanaf", "T1", "maatregelen", "bezwaar-tot"):
        assert na.vraag(vraag) == voor.vraag(vraag), vraag
    assert na.vraag("verzuim") == "ja"
    assert na.dossier.roepnaam(date(2026, 3, 14)) == "Bloem"
    assert na.dossier.roepnaam(date(2026, 3, 15)) == "Knop"


@pytest.mark.parametrize("contract", ["J", "S"])
def test_after_a_merger_into_another_nobody_is_in_default_by_himself(
    tmp_path: Path, contract: str
) -> None:
    """2:309 BW: rights and duties pass, and who is asked from then on has to be said."""
    woorden = AANGEMAAND[contract].replace(" jdg", " overname@03-20 jdg")
    na = antwoorden(tmp_path, contract, woorden)
    assert na.vraag("verzuim") == "onbekend"
    codes = {m.code for m in controleer(na.register, date(2026, 4, 8))}
    assert "LAD443" in codes
