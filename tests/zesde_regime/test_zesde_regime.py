"""A contract of day care adds files only: every state that was judged has its answer."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.aanleidingen import herhaald
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests.klein_register import schrijf
from tests.toestandblad import gezegd, met_tekst, per_toestand, toestanden, toets
from tests.zesde_regime.dagzaak import HIER, Dag, Dagantwoorden

RIJEN = toestanden(HIER)
TEKST = "bijlage-dagbesteding.md"


def test_there_are_enough_states() -> None:
    assert len(RIJEN) >= 100


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Dagantwoorden(tmp_path, dag, feiten).vraag, artikel, goed)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return met_tekst(tmp_path, Dag("").bestanden, HIER / TEKST)


def test_its_lint_is_clean_and_its_coverage_is_told(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = gezegd(map_, capsys, "regime", "controleer", Dag.regime)
    assert "Geen meldingen." in uit


def test_the_page_shows_what_the_contract_rules(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = gezegd(map_, capsys, "regime", "toon", Dag.regime)
    for zin in (
        "teruggeteld: volgende-werkdag",
        "Kwartaalverslag · aanbieder · elk kwartaal, binnen 5 weken na afloop",
        "bij minder dan 12 waarnemingen (deelnemers)",
        "bij minder dan 3 waarnemingen (teller)",
        "1 maand, met 75 als grens",
        "4 in een kalenderjaar: tekortkomingen in dezelfde verplichting",
        "2 % van wat is gedeclareerd per periode (levering, ritten)",
        "€ 150,00 per gebeurtenis (gegronde-klacht, na 3 in een kalenderjaar)",
        "tot 6 weken na het kwartaal waar zij in valt",
        "met instemming van: college van elke gemeente",
        "direct: trede 3, zonder aangekondigd, termijn-verstreken, herstel-uitgebleven",
        "kan per direct: ja, alsnog horen binnen 3 werkdagen",
        "Plafond: 3 % van gefactureerd (vorig kalenderjaar) in een kalenderjaar",
        "cijfer aandeel: zwaarder boven 10, 25",
        "gemiste-perioden in het vorige kalenderjaar: zwaarder boven 2, 6",
    ):
        assert zin in uit.replace("\N{NO-BREAK SPACE}", " "), zin


def test_a_class_of_which_a_figure_lacks_is_on_the_list_and_on_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """10.2: without the share nobody can say green, yellow or red."""
    schrijf(tmp_path, Dag("").bestanden)
    blik = blik_op(laad(tmp_path).register, "bloem", date(2026, 3, 20))
    (punt,) = [p for p in alle_werkpunten(blik) if p.soort == "klasse-onbekend"]
    assert punt.wat == "Klasse van wonen onbekend: cijfer aandeel"
    assert "clm meting bloem" in str(punt.nu)
    uit = gezegd(tmp_path, capsys, "toon", "bloem")
    assert "Klasse van wonen volgens het contract: onbekend (cijfer aandeel: onbekend;" in uit


def test_a_plan_that_waits_for_a_talk_names_the_talk(tmp_path: Path) -> None:
    """6.1: the ten days begin with the talk, so that it is what has to be done first."""
    for map_, feiten, begin in (
        ("zonder", "req@03-10", "clm gesprek gepland bloem"),
        ("met", "req@03-10 talk@03-16", "clm escalatie verbeterplan bloem"),
    ):
        antwoorden = Dagantwoorden(tmp_path / map_, "03-20", feiten)
        (punt,) = [p for p in alle_werkpunten(antwoorden.blik) if p.soort == "verbeterplan"]
        assert str(punt.nu).startswith(begin)


def test_a_plan_that_waits_for_a_planned_talk_asks_whether_it_was_held(tmp_path: Path) -> None:
    """6.1: another talk of the provider is not the one that he was invited for."""
    bestanden = Dag("req@03-10 talk@03-16").bestanden
    pad = "bloem/gesprekken/2026-03-16-gesprek/gesprek.yaml"
    gepland = re.sub("gehouden: .*\n", "", bestanden[pad])
    ander = re.sub("escalatie: .*\n", "", gepland)
    schrijf(tmp_path, {**bestanden, pad: gepland, pad.replace("03-16", "03-12"): ander})
    blik = blik_op(laad(tmp_path).register, "bloem", date(2026, 3, 20))
    (punt,) = [p for p in alle_werkpunten(blik) if p.soort == "verbeterplan"]
    assert str(punt.nu).startswith("clm gesprek gehouden bloem 2026-03-16-gesprek")


def test_a_duty_that_comes_back_and_stands_on_no_list_is_to_be_put_there(tmp_path: Path) -> None:
    bestanden = Dag("").bestanden
    lijst = "bloem/lijsten/verplichtingen.yaml"
    bestanden[lijst] = bestanden[lijst].replace("plicht: kwartaalverslag", "doorlopend: ja")
    schrijf(tmp_path, bestanden)
    blik = blik_op(laad(tmp_path).register, "bloem", date(2026, 3, 20))
    (punt,) = [p for p in alle_werkpunten(blik) if p.soort == "plicht-bijhouden"]
    assert punt.wat == "Op de lijst van verplichtingen zetten (wonen): Kwartaalverslag"
    vast = "clm lijst verplichtingen --overeenkomst wonen --plicht kwartaalverslag"
    assert str(punt.nu).startswith(vast)


@pytest.mark.parametrize("plicht", ["bestaat-niet", "levering"])
@pytest.mark.parametrize("waar", [("bloem",), ("--overeenkomst", "wonen", "--ja")])
def test_a_row_is_tied_to_a_duty_that_says_when_only(
    map_: Path, capsys: pytest.CaptureFixture[str], waar: tuple[str, ...], plicht: str
) -> None:
    """3.2: the report has days; a duty without them, or none at all, gives a row no day ever."""
    wat = ["--wat", "Verslag", "--soort", "verplichting", "--partij", "aanbieder", "--kant", "AOC"]
    uit = gezegd(map_, capsys, "lijst", "verplichtingen", *waar, "--plicht", plicht, *wat)
    assert f"plicht '{plicht}' is er niet in het contract, of zegt niet wanneer" in uit
    assert "kies uit kwartaalverslag" in uit
    assert "er is niets geschreven" in uit
    uit = gezegd(
        map_, capsys, "lijst", "verplichtingen", *waar, "--plicht", "Kwartaalverslag", *wat
    )
    assert "toegevoegd aan verplichtingen" in uit


def test_shortcomings_of_one_day_count_once(tmp_path: Path) -> None:
    """5.3: T1 and T2 of one opening on one obligation are one occasion."""
    rij = Dagantwoorden(tmp_path, "04-15", "$ok T=VP-1+VP-1 eerder=VP-1@01-10")
    zaak, contract = rij.escalatie, rij.blik.dossier.contracten[0]
    (regel,) = (r for r in contract.regime.aanleidingen if r.soort == "tekortkomingen")
    uit = herhaald(rij.blik, zaak, contract, regel)
    assert [str(reden.tekst) for reden in uit.omdat] == [
        f"{regel.titel}: 2 geteld",
        "lijsten/verplichtingen#VP-1, vastgelegd op 10 januari 2026",
        "lijsten/verplichtingen#VP-1, vastgelegd op 2 maart 2026",
    ]


class Vroeg(Dag):
    """Also a sum that came in before its month was over."""

    def _woord(self, woord: str) -> None:
        super()._woord(woord.replace("vroeg=", "gef="))
        for pad in (p for p in self.bestanden if woord.startswith("vroeg") and "gefact" in p):
            tekst = self.bestanden[pad]
            self.bestanden[pad] = tekst.replace("ontvangen: 2026-03-08", "ontvangen: 2026-02-20")


class Vroegantwoorden(Dagantwoorden):
    """What is asked of it."""

    bouw = Vroeg


@pytest.mark.parametrize(
    ("gef", "zin"),
    [
        ("", "er is geen bedrag vastgelegd van wat over 2026-02 is gedeclareerd"),
        (
            "gef=02:50000 gef=02:40000",
            "er zijn meer bedragen vastgelegd van wat over 2026-02 is gedeclareerd",
        ),
        ("vroeg=02:50000", "het bedrag van wat over 2026-02 is gedeclareerd is onzeker"),
    ],
)
def test_why_a_share_is_unknown_is_told_as_it_is(tmp_path: Path, gef: str, zin: str) -> None:
    """4.1: no sum, more sums, and a sum that cannot be are mended in other ways."""
    feiten = f"$ok 02.lev=800/1000 {gef} mal/m=02/som=1000@04-20"
    stap = Vroegantwoorden(tmp_path, "04-20", feiten).laatste()
    (rij,) = (r for r in stap.voorwaarden if r.naam == "bedrag-volgens-contract")
    assert zin in rij.uitspraak.tekst


@pytest.mark.parametrize(
    ("maat", "kaart", "nu"),
    [
        (
            "{soort: gebeurtenissen, soorten: [gegronde-klacht], grenzen: [1, 9]",
            "",
            "clm correctie bloem signalen/2026-02-10-gegronde-klacht-",
        ),
        ("{soort: omzet, over: gefactureerd, grenzen: [1, 9]", "", "zet 'grondslagen' op"),
        (
            "{soort: omzet, over: gefactureerd, grenzen: [1, 9]",
            "gef=2025:60000 gef=2025:70000",
            "laat bij 'grondslagen' op de contractkaart één bedrag",
        ),
    ],
)
def test_what_helps_an_unknown_class_is_what_is_unknown_of_it(
    tmp_path: Path, maat: str, kaart: str, nu: str
) -> None:
    """10.2, with another measure: a signal without a contract is no figure that lacks."""
    oud = "{soort: cijfer, kpi: aandeel, grenzen: [10, 25], grens: boven"
    blik = Dagantwoorden(tmp_path, "03-20", f"$jaar klacht/los@02-10 {kaart}", oud, maat).blik
    (punt,) = [p for p in alle_werkpunten(blik) if p.soort == "klasse-onbekend"]
    assert str(punt.nu).startswith(nu)
    assert "contracten=wonen" in str(punt.nu) or "correctie" not in nu


MALUS = "$ok gef=2025:90000 02.lev=800/1000 gef=02:50000 mal/m=02/som=1000/besloten@04-20"


@pytest.mark.parametrize(
    ("termijn", "dag"), [((), "11 mei 2026"), (("7",), "11 mei 2026"), (("40",), "1 juni 2026")]
)
def test_a_letter_asks_to_pay_within_the_time_of_the_contract_or_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], termijn: tuple[str, ...], dag: str
) -> None:
    """4.6, 1.3: handed over on 20 April; 21 days is 11 May, and 40 days is a Saturday."""
    schrijf(tmp_path, Dag(MALUS).bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-04-20", "--door", "mia"]
    gezegd_ = [w for t in termijn for w in ("--termijn", f"soort=betaling termijn='{t} dagen'")]
    maak = ["brief", "maak", "bloem", "boete", "--concept", "--vorm", "md", *gezegd_]
    assert draai([*kop, *maak]) == 0, capsys.readouterr().err
    (brief,) = tmp_path.glob("bloem/brieven/*boete*/brief.md")
    tekst = brief.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert dag in tekst


def test_a_yes_and_a_no_of_one_day_are_both_told(tmp_path: Path) -> None:
    """6.6: consent was recorded, so that it cannot be said that none was."""
    feiten = "inst/noord=ja@06-10 inst/zuid=ja@06-11 inst/zuid=nee@06-11 ont@06-20"
    laatste = Dagantwoorden(tmp_path, "06-20", feiten).laatste()
    (uit,) = [v.uitspraak for v in laatste.voorwaarden if v.naam == "instemming"]
    assert uit.antwoord == "onbekend"
    zin = "college van Zuid instemt, staat er op 11 juni 2026 met ja en met nee"
    assert zin in uit.tekst
