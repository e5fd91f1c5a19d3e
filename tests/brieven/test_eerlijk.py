"""What a letter says is so today, was said, and left the house; what it may not say stays out."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.begin import init
from clm_cli.derivations.brieven.afwijkingen import IN_BRIEVEN
from clm_cli.documents.brieven.gegevens import leiding
from clm_cli.files.lader import regimes_van_clm
from clm_cli.records.organisatie import VOORBEELDWOORDEN
from tests.brieven.ontbrekende_delen import Wijziging
from tests.brieven.register_jeugdhulp import J_ZAAK
from tests.brieven.test_goedgekeurd import MAP
from tests.brieven.volle_registers import Opdracht, bouw, brief_van, maak, opdrachten

NOOIT = {"eigen-nakoming", "mandaat", "onderzoek", "wederhoor", "nieuws-gehoord"}
"""Conditions of which a letter never says that they were set aside: how we perform (6:59 BW), who
had a mandate (3:66 BW); and a hearing that still comes is an invitation."""
VOOR_AANBIEDER = [
    pad for pad in sorted(MAP.glob("*.md")) if not re.search("nota$|notitie$|memo-", pad.stem)
]


def _opdracht(soort: str, contract: str = "J") -> Opdracht:
    return next(o for o in opdrachten(contract) if o.id == soort)


def _tekst(map_: Path, wijziging: Wijziging, uit: int = 0) -> str:
    """The letter of a changed register, as Markdown."""
    contract, opdracht = wijziging.contract, wijziging.opdracht
    bouw(map_, contract, opdracht.dag, wijziging.bestanden)
    assert maak(map_, contract, opdracht, "--vorm", "md") == uit
    return (
        (brief_van(map_, contract, opdracht) / "brief.md").read_text(encoding="utf-8")
        if uit == 0
        else ""
    )


def test_each_condition_that_may_be_set_aside_has_a_sentence_or_stays_out():
    gemotiveerd = {
        naam
        for regime in regimes_van_clm().values()
        for trede in regime.treden
        for instrument in trede.instrumenten
        for naam in instrument.voorwaarden.gemotiveerd
    }
    assert gemotiveerd - set(IN_BRIEVEN) - NOOIT == set()
    assert not set(IN_BRIEVEN) & NOOIT


@pytest.mark.parametrize("voorwaarde", ["mandaat", "eigen-nakoming"])
def test_a_deviation_is_never_printed_as_a_confession(tmp_path, voorwaarde):
    wijziging = Wijziging("J", _opdracht("ingebrekestelling"))
    wijziging.vervang(
        wijziging.maatregel,
        "eigen_verplichtingen: ja",
        f"eigen_verplichtingen: ja\n        afwijkingen: [{{voorwaarde: {voorwaarde}, reden: Wij "
        "betalen te laat maar dat staat los., door: dir, datum: 2026-05-04}]",
    )
    assert "betalen te laat" not in _tekst(tmp_path, wijziging)


def test_what_was_decided_and_not_sent_is_not_told(tmp_path):
    """3:37 BW: a decision works, and is history, when its letter left the house."""
    brief = _tekst(tmp_path, Wijziging("J", _opdracht("ingebrekestelling")))
    assert "trede 2" not in brief.split("Onderzoek en wederhoor")[0].split("voorafging")[-1]
    assert "Wij ontvingen uw verbeterplan." in brief


GESPREK = """
contracten: [ambulant]
soort: regulier
datum: 2026-03-02
gehouden:
  datum: 2026-03-02
  aanwezig: [{naam: A. Wilg, partij: aanbieder}]
"""
BEVINDING = """  bevindingen: [{id: BV-1, thema: kwaliteit, kern: De wachttijd.,
    signaal: signalen/2026-01-05-wachttijd}]
"""
ALGEMEEN = """  bevindingen: [{id: BV-1, thema: kwaliteit, kern: Alles besproken.}]
"""
ACTIE = """  acties: [{{id: A-1, partij: aanbieder, wie: A. Wilg, wat: Meldt het.,
    verplichting: {}}}]
"""


VAN_ZAAK = f"escalatie: {J_ZAAK.removeprefix('wilgenroos/')}\n"


@pytest.mark.parametrize(
    ("erbij", "verteld"),
    [
        ("", False),
        (BEVINDING, True),
        (ACTIE.format("V-2"), True),
        (ACTIE.format("lijsten/verplichtingen#V-2"), True),
        (ACTIE.format("V-3"), False),
        (VAN_ZAAK, False),
        (ALGEMEEN + VAN_ZAAK, False),
        (BEVINDING + VAN_ZAAK, True),
    ],
    ids=[
        "no-finding",
        "finding-on-its-signal",
        "action-on-its-obligation",
        "action-by-the-full-name",
        "other-obligation",
        "of-the-case-without-a-finding",
        "of-the-case-on-nothing-in-particular",
        "of-the-case-on-its-signal",
    ],
)
def test_a_talk_is_told_only_where_the_shortcoming_came_up(tmp_path, erbij, verteld):
    wijziging = Wijziging("J", _opdracht("ingebrekestelling"))
    wijziging.bestanden["wilgenroos/gesprekken/2026-03-02-voortgang/gesprek.yaml"] = GESPREK + erbij
    assert ("Wij spraken hierover met u." in _tekst(tmp_path, wijziging)) is verteld


def test_a_signal_about_nothing_in_particular_is_not_told_of_one_of_two_shortcomings(tmp_path):
    wijziging = Wijziging("J", _opdracht("ingebrekestelling"))
    wijziging.vervang("wilgenroos/signalen/2026-01-05-wachttijd.yaml", r" *verplichting: V-1\n")
    assert "Wij kregen een melding" not in _tekst(tmp_path, wijziging)


@pytest.mark.parametrize("soort", ["clientenstop", "overdracht", "opschorting", "ontbinding"])
def test_no_measure_works_before_its_letter(tmp_path, capsys, soort):
    """6:269 BW: a dissolution does not work backwards; a stop works when it was told."""
    wijziging = Wijziging("J", _opdracht(soort))
    wijziging.vervang(wijziging.maatregel, r"ingaat: [0-9-]+", "ingaat: 2026-06-01")
    _tekst(tmp_path, wijziging, uit=2)
    assert "'ingaat (1 juni 2026), een dag die niet vóór de brief ligt' ontbreekt" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize("pad", VOOR_AANBIEDER, ids=lambda pad: pad.stem)
def test_a_code_stands_with_its_words(pad):
    """A provider does not know our codes: a letter that uses one says first what it means."""
    tekst = pad.read_text(encoding="utf-8")
    for code in set(re.findall(r"\bT[0-9]\b", tekst)):
        eerste = tekst.index(code)
        assert re.match(rf"{code}(: | \| | \()", tekst[eerste:]), tekst[eerste - 40 : eerste + 40]
    assert re.findall(r"\bP[0-9]\b", tekst.replace("-P", "-")) == []


@pytest.mark.parametrize("pad", VOOR_AANBIEDER, ids=lambda pad: pad.stem)
def test_on_top_stands_whom_to_call_and_fraud_only_where_it_was_shown(pad):
    tekst = pad.read_text(encoding="utf-8")
    assert "Mia Visser, contractmanager, 0000-00 00 01" in tekst
    bewezen = "Bedrog" in tekst
    assert bewezen or not re.search("fraude|misleid|bedrog", tekst, re.IGNORECASE)


def test_a_stop_says_in_its_first_line_what_it_covers():
    for naam, omvang in (
        ("J-clientenstop", "geen nieuwe cliënten voor ambulante jeugdhulp in beide gemeenten."),
        ("J-overdracht", "de cliënten van wie de casusregie niet bij een geregistreerde"),
        ("S-opdrachtenstop", "nieuwe opdrachten van beide gemeenten."),
        ("S-bevestiging-opdrachtenstop", "nieuwe opdrachten van beide gemeenten."),
    ):
        brief = (MAP / f"{naam}.md").read_text(encoding="utf-8")
        eerste = re.split(r"Geachte? \w+,\n\n", brief)[1].split("\n")[0]
        assert omvang in eerste


def test_the_points_of_a_judgement_stay_with_us(tmp_path):
    wijziging = Wijziging("J", _opdracht("classificatie"))
    wijziging.vervang(
        "beleid/classificatie-2026.yaml",
        r"( *)categorieen:",
        r"\1  - {id: belang, titel: politiek belang, groep: strategisch belang, wijze: oordeel, "
        r"gewicht: 1}\n\1categorieen:",
    )
    wijziging.vervang(
        "wilgenroos/classificaties/2026-01-15-eerste.yaml",
        r"\{criterium: omzet, waarde: 50\}",
        "{criterium: omzet, waarde: 50}, {criterium: belang, waarde: 7}",
    )
    brief = _tekst(tmp_path, wijziging)
    assert re.search(r"\| politiek belang \| door ons beoordeeld \|\s+\| 1 \|", brief)
    assert "gewogen score" not in brief


def test_no_document_goes_out_in_the_name_of_an_organisation_that_is_not_filled_in(
    tmp_path, capsys
):
    init(tmp_path / "nieuw", date(2026, 5, 18), {}, proef=False)
    skelet = (tmp_path / "nieuw/organisatie.yaml").read_text(encoding="utf-8")
    assert all(woord in skelet for woord in VOORBEELDWOORDEN)
    wijziging = Wijziging("J", _opdracht("herinnering"))
    wijziging.vervang("organisatie.yaml", "naam: Mia Visser", "naam: Uw Naam")
    _tekst(tmp_path, wijziging, uit=2)
    assert "In organisatie.yaml staat nog: Uw Naam" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("naam", "wie"),
    [
        ("Medisch Meetpunt B.V.", "de directie"),
        ("Zorg Noord BV", "de directie"),
        ("Stichting De Wilgenroos", "het bestuur"),
        ("Vereniging Obvies", "het bestuur"),
    ],
)
def test_a_company_has_a_directie_and_a_foundation_a_bestuur(naam, wie):
    assert leiding(naam) == wie


def test_a_plan_that_says_nothing_of_a_shortcoming_does_not_pass(tmp_path):
    """S13: the plan says on which shortcoming it is; the request was about two."""
    brief = _tekst(tmp_path, Wijziging("S", _opdracht("oordeel-verbeterplan", "S")))
    assert "nog niets over deze tekortkoming: Adviezen komen te laat." in brief
    assert "Het plan voldoet. " not in brief


def test_exhibits_are_numbered_once_and_the_file_is_sealed(tmp_path, capsys):
    opdracht = _opdracht("antwoord")
    wijziging = Wijziging("J", opdracht)
    wijziging.vervang(
        "organisatie.yaml", "iban: [A-Z0-9]+", r"\g<0>\n    kenmerk: RL/{jaar}/{nummer}"
    )
    wijziging.vervang(
        "organisatie.yaml",
        r"stuk: zaaksysteem Z-2024-0101",
        rf"stuk: zaaksysteem Z-2024-0101, sha256: {'a' * 64}",
    )
    map_ = tmp_path / "wilgenroos/brieven" / f"{opdracht.dag}-antwoord"
    map_.mkdir(parents=True)
    (map_ / "opgave.csv").write_text("a;b\n", encoding="utf-8")
    stuk = "bestand=opgave.csv titel=Kwartaalopgave bewijst=signalen/2026-01-05-wachttijd"
    wijziging.met("--bijlage", stuk)
    tekst = _tekst(tmp_path, wijziging)
    assert "**Ons kenmerk** RL/2026/0001" in tekst
    assert "1. Kwartaalopgave" in tekst
    kaart = (map_ / "brief.yaml").read_text(encoding="utf-8")
    assert hashlib.sha256(b"a;b\n").hexdigest() in kaart
    stop = Wijziging("J", _opdracht("bevindingen"))
    stop.bestanden["organisatie.yaml"] = wijziging.bestanden["organisatie.yaml"]
    brief = _tekst(tmp_path / "b", stop)
    assert "De volmachten zijn bijgevoegd (bijlage 1)." in brief
    assert "1. Volmacht van Lindestad" in brief
    capsys.readouterr()
    (map_ / "opgave.csv").unlink()
    opnieuw = Opdracht(f"{opdracht.dag}-antwoord", opdracht.dag)
    assert maak(tmp_path, "J", opnieuw, "--vorm", "md") == 2
    assert "De bijlage opgave.csv staat niet in" in capsys.readouterr().err


def test_the_evidence_is_enclosed_under_the_number_that_the_text_names():
    brief = (MAP / "J-clientenstop.md").read_text(encoding="utf-8")
    assert "(Rapport van de IGJ, bijlage 1)" in brief
    assert "1. Rapport van de IGJ (bij het bewijs)\n2. Berekening van de termijnen" in brief


def test_a_letter_that_made_a_step_known_is_told_once_whichever_names_the_other(tmp_path):
    map_ = tmp_path / "x"
    assert draai(["voorbeeld", str(map_)]) == 0
    eerder = (map_ / "de-klaproos/brieven/2026-05-04-ingebrekestelling/brief.yaml").read_text()
    assert "\nbij:" not in eerder
    woorden = ["brief", "maak", "de-klaproos", "verzoek-verklaring", "--vorm", "md"]
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
    assert draai([*woorden, *vast]) == 0
    (brief,) = map_.glob("de-klaproos/brieven/2026-05-18-*/brief.md")
    tekst = brief.read_text(encoding="utf-8")
    assert tekst.count("Met onze brief (JZW/2026/0412)") == 1
    assert "(JZW/2026/0412) stelden wij u in gebreke (trede 3)." in tekst


def test_what_was_found_and_cured_since_is_said_to_carry_no_step(tmp_path):
    """The findings still tell of it; who was told that it is cured may not read it as a ground."""
    zin = "Hersteld is intussen: tekortkoming T2 (Adviezen komen te laat). Daarop berust deze"
    opdracht = _opdracht("terugvordering", "S")
    assert zin in _tekst(tmp_path / "hersteld", Wijziging("S", opdracht))
    anders = Wijziging("S", opdracht)
    (oordeel,) = [
        pad
        for pad, tekst in anders.bestanden.items()
        if "over: herstel" in tekst and "onderdeel: T2, oordeel: ja" in tekst
    ]
    anders.vervang(oordeel, "onderdeel: T2, oordeel: ja", "onderdeel: T2, oordeel: deels")
    assert "Hersteld is intussen" not in _tekst(tmp_path / "deels", anders)


def test_a_reaction_names_on_top_every_day_that_still_counts():
    brief = (MAP / "J-reactie-bezwaar.md").read_text(encoding="utf-8")
    (kern,) = re.findall(r"\*\*Wat u nu moet doen\.\*\* .*", brief)
    assert re.findall(r"(T\d) \(|(\d+ juni 2026)", kern) == [
        *(("", "25 juni 2026"), ("T1", "")),
        *(("T2", ""), ("", "9 juni 2026")),
    ]


def test_evidence_says_which_of_the_shortcomings_it_is_about():
    zin = "Dit bewijs gaat over tekortkoming T2."
    assert zin in (MAP / "J-niet-verlengen.md").read_text(encoding="utf-8")
    assert "Dit bewijs gaat over" not in (MAP / "J-clientenstop.md").read_text(encoding="utf-8")


def test_a_note_on_what_can_be_done_says_what_is_in_force():
    nota = (MAP / "J-adviesnota.md").read_text(encoding="utf-8")
    assert "| 5a | Cliëntenstop (van kracht voor T2) | T1 en T3: nee; T2: ja |" in nota
