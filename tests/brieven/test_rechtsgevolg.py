"""The sentences that give a letter its effect: without one of them clm makes no letter.

Typed by hand from the contracts and the law; clm's own list of words is not asked.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import partial
from pathlib import Path

import pytest

from clm_cli.resources import sjablonen
from tests.brieven.test_goedgekeurd import _maak
from tests.brieven.volle_registers import bouw, maak, opdrachten

ZINNEN: tuple[tuple[str, str, str, str], ...] = (
    # contract, letter, sentence, why
    ("J", "bevindingen", "Wij nemen geen volgende stap voordat wij u hebben gehoord", "J36"),
    ("S", "bevindingen", "Wij nemen geen volgende stap voordat wij u hebben gehoord", "S08"),
    ("J", "bevindingen", "protesteren wij daartegen met deze brief (artikel 6:89", "6:89 BW"),
    ("S", "bevindingen", "protesteren wij daartegen met deze brief (artikel 6:89", "6:89 BW"),
    (
        "J",
        "verzoek-verklaring",
        "protesteren wij daartegen met deze brief (artikel 6:89",
        "6:89 BW",
    ),
    ("J", "verzoek-verklaring", "Met deze brief geven wij geen uitstel", "6:82 BW"),
    ("J", "verzoek-verbeterplan", "Met deze brief geven wij geen uitstel", "6:82 BW"),
    ("J", "verzoek-verbeterplan", "wij daartegen met deze brief (artikel 6:89", "6:89 BW"),
    ("S", "verzoek-verbeterplan", "wij daartegen met deze brief (artikel 6:89", "6:89 BW"),
    ("S", "verzoek-verbeterplan", "Met deze brief geven wij geen uitstel", "6:82 BW"),
    ("J", "oordeel-verbeterplan", "Met deze brief geven wij geen uitstel", "6:82 BW"),
    ("S", "oordeel-verbeterplan", "Met deze brief geven wij geen uitstel", "6:82 BW"),
    ("J", "bevestiging-afspraak", "dan gaan wij ervan uit dat dit de afspraak is", "3:35 BW"),
    ("S", "bevestiging-afspraak", "per post aan {{ antwoordpost }}", "3:37 BW"),
    ("J", "verzoek-verklaring", "Wij vragen u om een onderbouwde verklaring", "J38"),
    ("J", "verzoek-verklaring", "Dan spreken wij erover op directieniveau.", "J46"),
    ("J", "verzoek-verbeterplan", "Wij verzoeken u een verbeterplan op te stellen", "J39"),
    ("S", "verzoek-verbeterplan", "Wij verzoeken u een verbeterplan op te stellen", "S11"),
    ("J", "dreigende-tekortkoming", "Verklaart u zich niet binnen deze termijn", "6:80 BW"),
    ("J", "dreigende-tekortkoming", "blijft de oorspronkelijke dag gelden", "6:80 lid 2 BW"),
    ("J", "dreigende-tekortkoming", "- uit te spreken dat u bereid bent", "6:80 lid 1 c BW"),
    ("J", "dreigende-tekortkoming", "Wij vinden deze termijn redelijk.", "6:80 lid 1 c BW"),
    ("J", "ingebrekestelling", "Met deze brief stellen wij u in gebreke.", "6:82 BW, J40"),
    ("S", "ingebrekestelling", "Met deze brief stellen wij u in gebreke.", "6:82 BW, S14"),
    ("J", "ingebrekestelling", "vragen wij u om uw reactie", "J36"),
    ("J", "ingebrekestelling", "Wij vinden deze termijn redelijk.", "J40"),
    ("S", "ingebrekestelling", "Wij vinden deze termijn redelijk.", "S14"),
    ("J", "ingebrekestelling", "Ontvangt u hem later, dan schuiven de data", "3:37 BW"),
    ("J", "ingebrekestelling", "u bent aansprakelijk voor de schade", "6:74 BW, J40"),
    ("S", "ingebrekestelling", "{{ teksten.aansprakelijkheid | zin }}", "S14"),
    ("S", "ingebrekestelling", "{{ teksten.herhaling | zin }}", "S14"),
    ("J", "ingebrekestelling", "Deze brief is geen besluit in de zin van", "3:1 lid 2 Awb"),
    ("J", "ingebrekestelling", "behoudt zich alle rechten voor", "6:80 tot 6:89 BW"),
    ("J", "aansprakelijkstelling", "Een termijn voor herstel is hier niet nodig", "6:83 BW"),
    ("S", "aansprakelijkstelling", "Een termijn voor herstel is hier niet nodig", "6:83 BW"),
    ("J", "aansprakelijkstelling", "voor het uitblijven van de nakoming", "6:82 lid 2 BW"),
    ("S", "aansprakelijkstelling", "{{ t.eis | zin }}", "S14"),
    ("J", "verlenging-hersteltermijn", "{{ maatregelbrief }}", "3:37 BW"),
    ("S", "oordeel-herstel", "{{ maatregelbrief }}", "3:37 BW"),
    ("J", "sluiting", "verandert deze brief niets", "6:160 BW"),
    ("J", "opheffing", "verandert deze brief niets", "6:160 BW"),
    ("J", "overdracht", "{{ d.titel | zin }} Uiterlijk op", "J42, J10"),
    ("J", "verlenging-hersteltermijn", "Al het andere uit onze ingebrekestelling", "6:82 BW"),
    ("J", "verlenging-hersteltermijn", "dan bent u voor die tekortkoming in verzuim", "6:82 BW"),
    ("J", "oordeel-herstel", "gelden de gevolgen die in onze ", "6:82 BW"),
    ("J", "opschorting", "Wij betalen wat wij opschorten zodra", "6:52 BW, J41"),
    ("J", "opschorting", "(artikel 6:55 BW)", "6:55 BW"),
    ("J", "clientenstop", "bij wie u al bent begonnen, zet u voort.", "J42"),
    ("J", "clientenstop", "verwijzen in deze periode", "J42"),
    ("J", "overdracht", "zet de zorg voort tot de overdracht klaar is", "J42, J10"),
    ("S", "opdrachtenstop", "Lopende opdrachten voert u volgens de overeenkomst uit.", "S16"),
    ("S", "bevestiging-opdrachtenstop", "Wij bevestigen u schriftelijk", "S16"),
    ("J", "terugvordering", "als onverschuldigd betaald (artikel 6:203 BW)", "6:203 BW, J43"),
    ("S", "terugvordering", "als onverschuldigd betaald (artikel 6:203 BW)", "6:203 BW, S15"),
    ("J", "boete", "is wettelijke rente verschuldigd (artikel 6:119 BW), en", "6:119 BW"),
    ("J", "terugvordering", "{{ rekening.iban }}", "6:114 BW"),
    ("J", "terugvordering", "Deze brief stuit de verjaring", "3:317 BW"),
    ("J", "boete", "in de plaats van schadevergoeding", "6:92 lid 2 BW"),
    ("J", "boete", "{{ maatregel.maximum | zin }}", "J43"),
    ("J", "niet-verlengen", "Dit is geen opzegging en geen ontbinding.", "J44"),
    ("S", "niet-verlengen", "Dit is geen opzegging en geen ontbinding.", "S17"),
    ("J", "geen-verlenging", "geen opzegging en geen ontbinding", "7:408 BW"),
    ("J", "verlenging", "Met deze brief verlengen wij", "J44"),
    ("S", "verlenging", '{{ eisen["bepaling-verlenging"] | citaat }}', "S24"),
    ("J", "wijziging", "Al het andere in de overeenkomst blijft gelden", "J04"),
    ("S", "opzegging", "artikel 7:408, eerste lid, BW", "7:408 BW"),
    ("S", "opzegging", "geldt artikel 7:411, eerste lid, BW", "7:411 BW"),
    ("S", "opzegging", "een andere vergoeding zeggen wij met deze brief niet toe", "7:411 BW"),
    ("J", "ontbinding", "een andere vergoeding zeggen wij met deze brief niet toe", "6:271 BW"),
    ("J", "ontbinding-deel", "in evenredigheid aan beide kanten (artikel 6:270 BW)", "6:270 BW"),
    ("J", "opschorting", "voor artikel 6:262 BW geldt dat niet (artikel 6:264 BW)", "6:264 BW"),
    ("J", "aansprakelijkstelling", "vervangende schadevergoeding (artikel 6:87 BW)", "6:87 BW"),
    ("S", "ingebrekestelling", "Deze brief is geen besluit in de zin van", "3:1 lid 2 Awb"),
    ("S", "ontbinding", "Deze brief is geen besluit in de zin van", "3:14 BW"),
    ("J", "verzoek-gegevens", "per post aan {{ antwoordpost }}", "3:37 BW"),
    ("J", "herinnering", "per post aan {{ antwoordpost }}", "3:37 BW"),
    ("S", "bevindingen", "per post aan {{ antwoordpost }}", "S08"),
    ("J", "verzoek-verklaring", "per post aan {{ antwoordpost }}", "J38"),
    ("S", "verzoek-verbeterplan", "per post aan {{ antwoordpost }}", "S12"),
    ("S", "oordeel-verbeterplan", "per post aan {{ antwoordpost }}", "S13"),
    ("J", "dreigende-tekortkoming", "per post aan {{ antwoordpost }}", "6:80 lid 1 c BW"),
    ("J", "wijziging", "per post aan {{ antwoordpost }}", "J04"),
    ("S", "ingebrekestelling", "per post aan {{ antwoordpost }}", "S14"),
    ("J", "ontbinding", "per post aan {{ antwoordpost }}", "7:403 BW"),
    ("J", "oordeel-herstel", "per post aan {{ antwoordpost }}", "3:37 BW"),
    ("S", "oordeel-herstel", "per post aan {{ antwoordpost }}", "3:37 BW"),
    ("J", "bevindingen", "{{ grond | citaat }}", "J36"),
    ("S", "opzegging", "Dit is geen ontbinding.", "S18, S19"),
    ("J", "ontbinding", "De tekortkoming rechtvaardigt deze ontbinding", "6:265 lid 1 BW"),
    ("J", "ontbinding", "De ontbinding werkt niet terug", "6:269 BW"),
    ("S", "ontbinding", "De ontbinding werkt niet terug", "6:269 BW"),
    ("J", "ontbinding", "artikelen 6:265 en 6:267", "6:267 BW"),
    ("J", "bevestiging-bezwaar", "Na het gesprek reageren wij schriftelijk", "J46"),
    ("J", "reactie-bezwaar", "aan de burgerlijke rechter", "112 Gw"),
    ("J", "reactie-bezwaar", "{{ p.antwoord | zin }}", "J46"),
    ("J", "terugvordering", "ontvangt dit bedrag namens", "6:32 en 3:66 BW"),
    ("J", "terugvordering", "noemt onze reactie de nieuwe laatste dag", "J45, 6:119 BW"),
    ("J", "niet-verlengen", "De overeenkomst vraagt deze mededeling uiterlijk op", "J44"),
    ("S", "geen-verlenging", "De overeenkomst vraagt deze mededeling uiterlijk op", "S17"),
    ("J", "ontbinding", "{{ teksten.overname | zin }}", "6:265 BW, J10"),
    ("S", "opzegging", "{{ teksten.overname | zin }}", "S19, S16"),
    ("J", "opheffing", "niet toe dat er geen andere maatregel volgt", "6:160 BW"),
    ("J", "opheffing", "Wij betalen u alsnog", "6:52 BW, J41"),
    ("J", "opheffing", "Wij doen geen afstand van rechten", "6:160 BW"),
    ("S", "sluiting", "Wij doen geen afstand van rechten", "6:160 BW"),
    ("J", "herinnering", "Wij herinneren u aan", "3:37 BW"),
    ("J", "oordeel-verbeterplan", "Wij hebben uw verbeterplan", "J39"),
    ("S", "oordeel-verbeterplan", "Wij hebben uw verbeterplan", "S13"),
    ("J", "dreigende-tekortkoming", "Wij manen u aan", "6:80 lid 1 c BW"),
    ("S", "dreigende-tekortkoming", "Wij manen u aan", "6:80 lid 1 c BW"),
    ("J", "ingebrekestelling", "Wij sommeren u", "6:82 lid 1 BW"),
    ("S", "ingebrekestelling", "Wij sommeren u", "6:82 lid 1 BW"),
    ("J", "ingebrekestelling", "dan bent u daarvoor in verzuim", "6:82 lid 1 BW, J40"),
    ("J", "aansprakelijkstelling", "stellen wij u aansprakelijk", "6:74 BW"),
    ("S", "aansprakelijkstelling", "U bent in verzuim", "6:83 BW"),
    ("J", "oordeel-herstel", "Wij hebben beoordeeld of u", "J41"),
    ("J", "verlenging-hersteltermijn", "Wij geven u meer tijd voor herstel", "6:82 lid 1 BW"),
    ("J", "opschorting", "schorten wij onze betaling", "6:52 BW, J41"),
    ("J", "clientenstop", "geldt voor u onder de overeenkomst", "J42"),
    ("J", "overdracht", "Wij geven u opdracht om", "J42"),
    ("S", "opdrachtenstop", "stellen wij een opdrachtenstop in", "S16"),
    ("J", "terugvordering", "van u terug onder de overeenkomst", "J43"),
    ("S", "terugvordering", "van u terug onder de overeenkomst", "S15"),
    ("J", "terugvordering", "Wij sommeren u te betalen", "6:82 lid 1 BW"),
    ("J", "boete", "leggen u onder de overeenkomst", "J43"),
    ("J", "boete", "Wij sommeren u te betalen", "6:82 lid 1 BW"),
    ("J", "boete", "bent u met deze betaling in verzuim", "6:82 lid 1 BW"),
    ("S", "terugvordering", "bent u met deze betaling in verzuim", "6:82 lid 1 BW"),
    ("J", "terugvordering", "bent u zonder ingebrekestelling in verzuim", "6:205 BW"),
    ("J", "niet-verlengen", "Wij zullen de overeenkomst", "J44"),
    ("S", "niet-verlengen", "De overeenkomst eindigt op", "S17"),
    ("J", "geen-verlenging", "te verlengen geen gebruik maken", "J44"),
    ("J", "wijziging", "wilt u dan een ondertekend exemplaar terugsturen", "6:217 BW"),
    ("S", "wijziging", "zolang u niet heeft ingestemd", "6:217 BW"),
    ("S", "opzegging", "zeggen wij de overeenkomst", "S19"),
    ("S", "opzegging", "geldt de overeenkomst niet meer", "S19"),
    ("J", "ontbinding", "ontbinden wij de overeenkomst", "6:267 BW, J44"),
    ("S", "ontbinding", "ontbinden wij de overeenkomst", "6:267 BW, S18"),
    ("J", "bevestiging-bezwaar", "gesprek op directieniveau op", "J46"),
    ("J", "reactie-bezwaar", "Wij handhaven de maatregel", "J46"),
    ("J", "opheffing", "heffen wij de maatregel", "3:37 BW"),
    ("S", "sluiting", "sluiten wij de escalatie", "3:37 BW"),
)


@pytest.fixture(scope="module")
def gemaakt(eenmaal) -> dict[str, Path]:
    """The registers in which all letters were made."""
    return {c: eenmaal(f"teksten-{c}", partial(_maak, contract=c)) for c in "JS"}


def _sjablonen(soort: str, zin: str) -> list[Path]:
    """The templates of a letter that hold a sentence: its own, and those that it takes in."""
    paden, met = [sjablonen() / "brieven" / f"{soort}.md"], []
    for pad in paden:
        tekst = pad.read_text(encoding="utf-8")
        met += [pad] if zin in tekst else []
        paden += [sjablonen() / naam for naam in re.findall(r'include "([^"]+)"', tekst)]
    assert met, f"{soort} has no '{zin}'"
    return met


@pytest.mark.parametrize(("contract", "soort", "zin", "grond"), ZINNEN)
def test_without_the_sentence_there_is_no_letter(
    gemaakt, tmp_path, capsys, contract, soort, zin, grond
):
    opdracht = next(o for o in opdrachten(contract) if o.id == soort)
    eigen = tmp_path / "sjablonen" / "brieven"
    eigen.mkdir(parents=True)
    for bron in _sjablonen(opdracht.soort, zin):
        zonder = bron.read_text(encoding="utf-8").replace(zin, "")
        (eigen / bron.name).write_text(zonder, encoding="utf-8")
    bouw(tmp_path, contract, opdracht.dag)
    for eerder in (o for o in opdrachten(contract) if o.verzonden and o.dag < opdracht.dag):
        van = next(gemaakt[contract].glob(f"*/brieven/{eerder.dag}-{eerder.soort}"))
        shutil.copytree(van, tmp_path / van.relative_to(gemaakt[contract]))
    assert maak(tmp_path, contract, opdracht, "--vorm", "md") == 2, grond
    assert "staat niet" in capsys.readouterr().err


def test_the_sentences_stand_in_the_approved_letters(gemaakt):
    """Where one is reworded, this list is too."""
    for contract, soort, zin, _ in ZINNEN:
        teksten = json.loads((gemaakt[contract] / "teksten.json").read_text(encoding="utf-8"))
        if "{{" not in zin:
            assert zin in teksten[f"{contract}-{soort}"], zin
