"""SMART: weak actions get exactly their remarks, good ones none (J27)."""

from __future__ import annotations

from datetime import date

import pytest

from clm_cli.derivations.smart import smart, vaag
from clm_cli.records.gesprek import Actie

DAG = date(2026, 4, 16)
# who · what · done when
GOED = [
    (
        "F. Yildiz",
        "Levert van alle wachtenden de verwachte startdatum, per gemeente",
        "bij 100 % een datum staat",
    ),
    (
        "H. van Dalen",
        "Levert een overzicht van de vijf casusregisseurs zonder registratie",
        "bij alle vijf een datum staat",
    ),
    ("J. Bakker", "Stuurt de vergelijking van wachttijden ambulant (11 aanbieders)", "verzonden"),
    (
        "E. Visser",
        "Bekijkt voor de acht wachtenden of een andere aanbieder eerder kan starten",
        "uitkomst per wachtende bij F. Yildiz, voor alle acht",
    ),
    (
        "K. Smit",
        "Levert het uitvalcijfer gezinshuizen over het eerste kwartaal",
        "ingevuld in het kwartaalformulier",
    ),
    (
        "M. Hoekstra",
        "Beantwoordt schriftelijk of crisisplaatsingen meetellen",
        "antwoord verzonden en vastgelegd",
    ),
    (
        "mevrouw De Wit-Spoed",
        "Stuurt het verbeterplan",
        "ontvangen door de contractmanager, met alle tien punten",
    ),
    (
        "Jan Jansen",
        "Verbetert het aandeel tijdige starts",
        "90 % start binnen zes weken in 2026-K3",
    ),
    (
        "Jan Jansen",
        "Verlaagt de wachttijd van 60 naar 40 dagen",
        "40 dagen of minder op 30 september",
    ),
    ("A. de Boer", "Stuurt het monitoringsrapport van april", "verzonden aan alle gemeenten"),
    ("A. de Boer", "Legt de klacht over 'zo snel mogelijk' schriftelijk uit", "antwoord ontvangen"),
    ("P. Dijk", "Past de tijdigheidsmeting aan", "vastgesteld door beide partijen"),
    ("P. Dijk", "Levert de jaarrekening 2025", "ondertekend ontvangen"),
    (
        "R. Kaya",
        "Neemt contact op met Stichting Spoedig Herstel",
        "afspraak ontvangen, met één datum",
    ),
    ("R. Kaya", "Publiceert de wachttijden op de site", "gepubliceerd"),
    ("S. Mol", "Herstelt de 14 afgekeurde facturen", "alle 14 opnieuw ingediend"),
    ("S. Mol", "Belt elke afgezegde intake na", "alle vier ingepland"),
    ("T. Vos", "Tekent de verwerkersovereenkomst", "ondertekend"),
    ("T. Vos", "Vult de vacature gedragswetenschapper in", "één fte begonnen op 1 juli"),
    (
        "U. Bos",
        "Monitort elke week de wachtlijst en meldt het aantal",
        "elke vrijdag een getal per gemeente",
    ),
]
# what · done when · the words that are pointed at, or the fields that lack
ZWAK = [
    ("Pakt de wachttijd op", None, {"klaar_als", "pakt de wachttijd op"}),
    ("Reageert zsm", "bericht", {"zsm"}),
    ("Reageert z.s.m.", "bericht", {"z.s.m."}),
    ("Stuurt zo snel mogelijk cijfers", "als het er is", {"zo snel mogelijk"}),
    ("Komt er binnenkort op terug", "als het kan", {"binnenkort"}),
    ("Overlegt regelmatig", "als het loopt", {"regelmatig"}),
    ("Past aan waar nodig", "als het loopt", {"waar nodig"}),
    ("Probeert te leveren", "als het lukt", {"probeert te"}),
    ("Streeft naar minder uitval", "als het lukt", {"streeft naar"}),
    ("Heeft aandacht voor de wachttijd", "als het beter gaat", {"heeft aandacht voor"}),
    ("Gaat dit oppakken", "na overleg", {"oppakken"}),
    ("Dit meenemen in het overleg", "na overleg", {"meenemen"}),
    ("Kijkt naar de cijfers", "na overleg", {"kijkt naar"}),
    ("Neemt passende maatregelen", "als het beter gaat", {"passende maatregelen"}),
    ("Houdt de vinger aan de pols", "als het beter gaat", {"vinger aan de pols"}),
    ("Blijft hierover in gesprek blijven", "als het beter gaat", {"in gesprek blijven"}),
    ("Monitort de uitval", "als het beter gaat", {"monitort"}),
    ("Verbetert de kwaliteit", "als het beter gaat", {"verbetert"}),
    ("Optimaliseert het proces", "als het beter gaat", {"optimaliseert"}),
    ("Levert tijdig", "als het er is", {"tijdig"}),
    ("Levert de lijst", None, {"klaar_als"}),
    ("Levert de lijst", "zo goed mogelijk", {"zo goed mogelijk"}),
    ("Levert de lijst", "als het adequaat is", {"adequaat"}),
    ("Levert indien mogelijk de lijst", "als het er is", {"indien mogelijk"}),
]


def actie(wie: str, wat: str, klaar: str | None, uiterlijk: str | None = "2026-05-08") -> Actie:
    rij = {
        "id": "A-1",
        "partij": "aanbieder",
        "wie": wie,
        "wat": wat,
        "klaar_als": klaar,
        "uiterlijk": uiterlijk,
    }
    return Actie.model_validate({naam: waarde for naam, waarde in rij.items() if waarde})


@pytest.mark.parametrize(("wie", "wat", "klaar"), GOED)
def test_a_good_action_gets_no_remark(wie: str, wat: str, klaar: str) -> None:
    assert smart(actie(wie, wat, klaar), DAG) == ()


@pytest.mark.parametrize(("wat", "klaar", "woorden"), ZWAK)
def test_a_weak_action_gets_exactly_its_remarks(
    wat: str, klaar: str | None, woorden: set[str]
) -> None:
    assert {(g.woord or g.veld).lower() for g in smart(actie("Jan", wat, klaar), DAG)} == woorden


@pytest.mark.parametrize("wie", ["beide", "Allen", "n.t.b.", "partijen"])
def test_nobody_is_no_owner(wie: str) -> None:
    assert [g.veld for g in smart(actie(wie, "Stuurt de lijst", "verzonden"), DAG)] == ["wie"]


@pytest.mark.parametrize("uiterlijk", [None, "2026-04-15"])
def test_a_day_is_needed_and_lies_after_the_talk(uiterlijk: str | None) -> None:
    assert [
        g.veld for g in smart(actie("Jan", "Stuurt de lijst", "verzonden", uiterlijk), DAG)
    ] == ["uiterlijk"]


def test_quoted_words_are_not_judged() -> None:
    assert vaag('de klant zei "zo snel mogelijk"') == ()
