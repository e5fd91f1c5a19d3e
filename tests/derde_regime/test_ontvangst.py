"""When a message is received and what is a message at all are data: other words, another day."""

from __future__ import annotations

import pytest

from tests.derde_regime.vervoerszaak import REGIME, Zaak, open_zaak, tot_aanmaning

GROND = "grond: {eis: LV40, tekst: berichten gaan aangetekend}"
VAST = f"ontvangst:\n  - {{kanalen: [aangetekend], na: 3 werkdagen, bewijs: vast, {GROND}}}\n"
WEERLEGBAAR = VAST.replace("bewijs: vast, ", "")
ZELFDE = VAST.replace("na: 3 werkdagen, ", "")
NIET = f"schriftelijk: {{kanalen: [portaal, uitgereikt], {GROND}}}\n"


def onder(zaak: Zaak, regels: str) -> Zaak:
    zaak.wijzig(REGIME, "\ntermijnen:\n", f"\n{regels}\ntermijnen:\n")
    return zaak


# the formal notice: sent on Monday 18 May 2026, its delivery recorded on the 20th; two weeks


@pytest.mark.parametrize(
    ("regels", "bezwaar", "herstel"),
    [
        ("", "2026-06-03", "2026-06-17"),
        (VAST, "2026-06-04", "2026-06-18"),  # the third working day is the 21st
        (WEERLEGBAAR, "2026-06-03", "2026-06-17"),  # and the 20th was shown
        (ZELFDE, "2026-06-01", "2026-06-15"),
        (NIET, None, None),  # registered mail is no writing here
    ],
)
def test_the_day_of_receipt_is_what_the_contract_says(
    zaak: Zaak, regels: str, bezwaar: str | None, herstel: str | None
) -> None:
    tot_aanmaning(zaak)
    onder(zaak, regels)
    assert [dag for dag, _, _ in zaak.punt("2026-05-21", "bezwaar")] == [bezwaar]
    assert [dag for dag, _, _ in zaak.punt("2026-05-21", "herstel")] == [herstel]


def test_without_a_record_of_receipt_the_day_of_the_contract_is_no_guess(zaak: Zaak) -> None:
    open_zaak(zaak)
    onder(zaak, WEERLEGBAAR)
    for pad in (zaak.map / "wielrijk/brieven").rglob("*bezorgd*.yaml"):
        pad.unlink()
    stand = zaak.stand("2026-03-10")["maatregelen"][0]
    assert stand["toestand"] == "meegedeeld"  # sent on Friday 6 March: received on the 11th
    stand = zaak.stand("2026-03-11")["maatregelen"][0]
    assert stand["toestand"] == "van kracht"


def test_a_letter_that_is_no_message_is_the_first_line_of_the_werklijst(zaak: Zaak) -> None:
    open_zaak(zaak)
    onder(zaak, NIET)
    wat = "Brief is geen bericht, er loopt GEEN termijn: Ritten"
    assert next(iter(zaak.lijst("2026-03-10"))) == wat
    assert zaak.lijst("2026-03-10")[wat]["nu"].startswith("clm brief verzonden wielrijk")
    toestand = zaak.stand("2026-03-10")["maatregelen"][0]["toestand"]
    assert toestand == "besloten"
    zaak.schrijf("stuk.md", "brief")
    gezegd = zaak.doe(
        "2026-03-10",
        *("brief", "verzonden", "wielrijk", "waarschuwingsbrief", "--kanaal", "e-mail"),
        *("--aan", "Wielrijk", "--document", str(zaak.map / "stuk.md")),
    )
    assert "er begint geen termijn: per e-mail is onder dit contract niet schriftelijk" in " ".join(
        gezegd.split()
    )


def test_a_measure_whose_letter_went_in_no_written_way_did_not_come_back(zaak: Zaak) -> None:
    tot_aanmaning(zaak)
    onder(zaak, NIET)
    for pad in (zaak.map / "wielrijk/brieven").glob("*aanmaning*/*bezorgd*.yaml"):
        pad.unlink()
    gezegd = " ".join(zaak.doe("2026-05-21", "controleer", "wielrijk", uit=1).split())
    assert "maar de brief ging alleen per aangetekend, en per aangetekend is onder dit" in gezegd
    assert "elke verzending kwam terug" not in gezegd


def test_the_page_of_a_regime_shows_what_is_received_when(zaak: Zaak) -> None:
    onder(zaak, NIET + WEERLEGBAAR)
    tekst = zaak.doe("2026-03-02", "regime", "toon", "leerlingenvervoer-2026")
    assert "alleen: portaal, uitgereikt" in tekst
    assert "aangetekend: 3 werkdagen na verzending, tot een andere dag blijkt" in tekst


def test_an_objection_to_what_the_contract_knows_none_against_asks_no_invitation(
    zaak: Zaak,
) -> None:
    """Another measure of the case does know it: that does not make this one an objection."""
    tot_aanmaning(zaak)
    zaak.wijzig(REGIME, "[aanmaning, malus, ritstop, niet-voortzetten]", "[aanmaning, malus]")
    woorden = ("--schriftelijk", "ja", "--gronden", "Te streng.", "--verzonden", "2026-05-21")
    for stam, zegt in (("waarschuwing", "telt als reactie"), ("aanmaning", "bevestiging-bezwaar")):
        (feit,) = zaak.map.glob(f"wielrijk/escalaties/*/*-maatregel-{stam}.yaml")
        bij = ("--bij", feit.stem, "--ontvangen", "2026-05-21")
        gezegd = " ".join(zaak.feit("2026-05-21", "bezwaar", *bij, *woorden).split())
        assert (zegt in gezegd, "bevestiging" in gezegd) == (True, stam == "aanmaning"), gezegd
