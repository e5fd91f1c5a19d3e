"""A third contract adds files only (D6): one regime of another make is played by commands.

It has other treden, units, evidence, malus, objection and notice.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.voorwaarden.geld import eigen_ruimte
from clm_cli.derivations.regime.woorden import VERWANT
from clm_cli.tabellen import wetteksten
from tests.derde_regime.vervoerszaak import REGIME, VREEMD, ZINNEN, Zaak, open_zaak, tot_aanmaning

PAKKET = Path(__file__).resolve().parents[2] / "clm_cli"


def test_the_register_with_a_third_regime_is_read_and_checked_without_a_melding(zaak: Zaak) -> None:
    assert "Geen meldingen" in zaak.doe("2025-06-02", "controleer")


def test_the_regime_is_listed_and_shown_with_its_own_clauses_only(zaak: Zaak) -> None:
    assert "5 treden · 0 vragen" in zaak.doe("2026-03-02", "regime", "lijst")
    zaak.gezegd = ""
    tekst = zaak.doe("2026-03-02", "regime", "toon", "leerlingenvervoer-2026")
    assert {eis[:2] for eis in re.findall(r"\b[A-Z]+[0-9]{2}\b", tekst)} == {"LV"}
    assert "einde, teruggeteld" in tekst
    assert "ten hoogste: 10 % van factuur, per factuur" in tekst
    assert "bij bezwaar: schorst-niet" in tekst
    assert VREEMD.findall(zaak.gezegd) == []


def test_a_policy_of_three_classes_gives_the_rhythm(zaak: Zaak) -> None:
    assert "categorie 2" in zaak.doe("2026-03-02", "classificeer", "wielrijk")


def test_an_agenda_holds_the_four_themes_of_the_regime(zaak: Zaak) -> None:
    zaak.doe(
        "2026-03-02",
        "gesprek",
        "gepland",
        "wielrijk",
        "--datum",
        "2026-05-12",
        "--naam",
        "ritten",
        "--genodigde",
        "persoon=rik partij=opdrachtgever rol=regisseur voorzitter=ja",
    )
    tekst = zaak.doe("2026-03-02", "gesprek", "maak", "agenda", "wielrijk", "ritten")
    agenda = next((zaak.map / "wielrijk/gesprekken").rglob("agenda*.md"), None)
    tekst += agenda.read_text(encoding="utf-8") if agenda else ""
    assert [
        thema for thema in ("Stiptheid", "Voertuigen", "Chauffeurs", "Ouders") if thema not in tekst
    ] == []
    assert VREEMD.findall(tekst) == []


@pytest.mark.parametrize(
    ("waarden", "antwoord"),
    [
        ((90, 91, 96, 92), "ja"),  # three of four
        ((90, 91, 92, None), "ja"),  # the newest month is not in yet, and breaks nothing
        ((90, 91, None, 96), "onbekend"),  # the month that is missing decides
        ((90, None, 96, 92), "onbekend"),
        ((90, 96, 97, 92), "nee"),
        ((96, None, 97, 92), "nee"),  # whatever the missing month was
        ((None, None, None, None), "onbekend"),
    ],
)
def test_three_of_the_last_four_months_and_a_missing_month_is_unknown(
    zaak: Zaak, waarden: tuple[float | None, ...], antwoord: str
) -> None:
    zaak.meting("2025-10", 97)
    for maand, waarde in zip(("2025-11", "2025-12", "2026-01", "2026-02"), waarden, strict=True):
        if waarde is not None:
            zaak.meting(maand, waarde)
    zaak.feit(
        "2026-03-05",
        "opening",
        "--tekortkoming",
        "id=T1 verplichting=V-1 wat=Laat soort=tijdigheid ernst=feitelijk feiten=Zo",
        "--afweging",
        "reden=Nodig",
        "--besloten-door",
        "rik",
    )
    assert zaak.mist("2026-03-05", "waarschuwing").get("aanleiding", "ja") == antwoord


def test_the_terms_run_in_weeks_days_and_months_from_their_own_starts(zaak: Zaak) -> None:
    open_zaak(zaak)
    assert zaak.punt("2026-03-10", "reactie") == [
        ("2026-03-27", "aanbieder", "LV11")
    ]  # three weeks after 6 March, dispatch
    zaak.feit(
        "2026-03-30",
        "onderzoek",
        "--begonnen",
        "2026-03-16",
        "--bevindingen",
        "Te weinig bussen",
        "--niet-nakoming",
        "ja",
    )
    zaak.feit(
        "2026-04-07",
        "wederhoor",
        "--uitgenodigd",
        "2026-03-30",
        "--termijn-tot",
        "2026-04-10",
        "--gehoord",
        "2026-04-07",
        "--wijze",
        "gesprek",
        *("--reactie", "Zo zit het."),
        "--uitgesproken",
        "ja",
    )
    plan = zaak.brief("2026-04-08", "verzoek-herstelplan", "2026-04-09")
    zaak.feit(
        "2026-04-08",
        "maatregel",
        "herstelplan",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--brief",
        plan,
    )
    assert zaak.punt("2026-04-10", "verbeterplan") == [
        ("2026-05-11", "aanbieder", "LV12")
    ]  # 30 days end on Saturday 9 May


def test_a_whole_case_runs_by_commands_and_says_nothing_of_another_contract(zaak: Zaak) -> None:
    tot_aanmaning(zaak)
    assert zaak.punt("2026-05-21", "bezwaar") == [
        ("2026-06-03", "aanbieder", "LV20")
    ]  # two weeks after 20 May
    assert zaak.punt("2026-05-21", "herstel") == [
        ("2026-06-17", "aanbieder", "LV13")
    ]  # four weeks after 20 May
    assert zaak.stand("2026-05-21")["trede"] == 3
    assert zaak.mist("2026-05-21", "malus") == {
        "termijn-verstreken": "nee",
        "herstel-uitgebleven": "onbekend",
        "maximum": "onbekend",
    }
    zaak.feit(
        "2026-06-08",
        "bezwaar",
        *("--ontvangen", "2026-06-08"),
        "--schriftelijk",
        "nee",
        "--gronden",
        "Te streng",
        "--bij",
        "2026-05-18-maatregel-aanmaning",
    )
    stil = zaak.stand("2026-06-08")["tekortkomingen"][0]
    assert (stil["stil"], stil["verzuim"]) == (
        True,
        "onbekend",
    )  # late, by word of mouth, and still it holds the step up
    zaak.feit(
        "2026-06-15",
        "beslissing",
        "--uitkomst",
        "gehandhaafd",
        "--reden",
        "Het was te vaak",
        "--nieuwe-data",
        "tekortkoming=T1 uiterlijk=2026-06-29",
        "--besloten-door",
        "wim",
    )
    zaak.vertel("2026-06-15", "2026-06-15-beslissing", "antwoord", "2026-06-16")
    assert zaak.stand("2026-06-16")["tekortkomingen"][0]["hersteltermijn"] == "2026-06-29"
    zaak.feit(
        "2026-07-01",
        "beoordeling",
        "--over",
        "herstel",
        "--bij",
        "2026-05-18-maatregel-aanmaning",
        "--oordeel",
        "onderdeel=T1 oordeel=nee bewijs=Gemeten",
        "--besloten-door",
        "rik",
    )
    assert zaak.stand("2026-07-01")["tekortkomingen"][0]["verzuim"] == "ja"
    assert "clm escalatie maatregel wielrijk malus" in zaak.feit(
        "2026-07-01",
        "facturen",
        "--regel",
        "nummer=F-1 bedrag=1000.05 grond='Te laat'",
        "--regel",
        "nummer=F-2 bedrag=333.39 grond='Te laat'",
    )
    zaak.feit(
        "2026-07-02",
        "maatregel",
        "malus",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--geldelijk",
        "bedrag=133.34 reden='Alles was te laat'",
        uit=2,
    )
    brief = zaak.brief("2026-07-02", "malusbrief", "2026-07-03")
    zaak.feit(
        "2026-07-02",
        "maatregel",
        "malus",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--geldelijk",
        "bedrag=133.33 reden='Alles was te laat'",
        "--brief",
        brief,
    )
    assert zaak.stand("2026-07-03")["trede"] == 4
    zaak.feit(
        "2026-07-20",
        "betaling",
        "--datum",
        "2026-07-20",
        "--bedrag",
        "133.33",
        "--wijze",
        "betaald",
    )
    zaak.feit(
        "2026-08-03",
        "opheffing",
        *("--bij", "2026-07-02-maatregel-malus"),
        "--wijze",
        "opgeheven",
        "--reden",
        "Betaald",
        "--besloten-door",
        "wim",
    )
    zaak.doe("2026-08-03", "werklijst")
    zaak.doe("2026-08-03", "toon", "wielrijk")
    zaak.doe("2026-08-03", "tijdlijn", "wielrijk")
    zaak.doe("2026-08-03", "escalatie", "toon", "wielrijk")
    zaak.feit(
        "2026-08-10",
        "beoordeling",
        "--over",
        "herstel",
        "--bij",
        "2026-05-18-maatregel-aanmaning",
        "--oordeel",
        "onderdeel=T1 oordeel=ja bewijs=Gemeten",
        "--besloten-door",
        "rik",
    )
    zaak.feit(
        "2026-08-10", "sluiting", "--reden", "Op orde", "--hersteld", "ja", "--besloten-door", "wim"
    )
    assert zaak.stand("2026-08-10")["open"] is False
    zaak.doe("2026-08-10", "escalatie", "toon", "wielrijk")
    assert "Geen meldingen" in zaak.doe("2026-08-10", "controleer")
    assert VREEMD.findall(zaak.gezegd) == []


def test_the_cap_is_ten_percent_of_each_invoice_rounded_down(zaak: Zaak) -> None:
    open_zaak(zaak)
    assert zaak.antwoord("2026-03-11", "malus", "maximum") == (
        "onbekend",
        "er is geen lijst met facturen waarover het maximum kan worden berekend",
    )
    zaak.feit(
        "2026-03-10",
        "facturen",
        "--regel",
        "nummer=F-1 bedrag=1000.05 grond=Laat",
        "--regel",
        "nummer=F-2 bedrag=333.39 grond=Laat",
    )
    assert str(eigen_ruimte(zaak.stap("2026-03-11", "malus").stap)) == "133.33"  # 100.00 + 33.33
    assert zaak.antwoord("2026-03-11", "malus", "maximum")[0] == "ja"


ELEMENTEN = (
    "--element",
    "element='de bus reed met leerlingen' aangetoond=ja feiten=Gezien",
    "--element",
    "element='de keuring was verlopen' aangetoond=ja feiten=Gezien",
)
VALS = (
    "--element",
    "element='de rit is niet gereden' aangetoond=ja feiten=Gezien",
    "--element",
    "element='de rit is bewust opgegeven' aangetoond=ja feiten=Gezien",
)


def _bewijs(zaak: Zaak, dag: str, vorm: str, elementen: tuple[str, ...], door: str) -> None:
    zaak.schrijf("rapport.pdf", "rapport")
    zaak.feit(
        dag,
        "bewijs",
        "--datum",
        dag,
        "--vorm",
        vorm,
        *elementen,
        "--vastgesteld-door",
        door,
        "--vastgesteld-op",
        "2026-03-10",
        "--tekortkoming",
        "T2",
        "--bijlage",
        str(zaak.map / "rapport.pdf"),
    )


def onveilig(zaak: Zaak) -> None:
    """The case with a second shortcoming: a bus that was not inspected."""
    open_zaak(zaak)
    zaak.feit(
        "2026-03-10",
        "tekortkoming",
        "--tekortkoming",
        (
            "id=T2 verplichting=V-1 wat='Bus zonder keuring' soort=veiligheid "
            "ernst=feitelijk feiten=Gezien raakt_veiligheid=ja"
        ),
    )
    zaak.feit(
        "2026-03-10",
        "onderzoek",
        "--begonnen",
        "2026-03-10",
        "--tekortkoming",
        "T2",
        "--bevindingen",
        "Keuring verlopen",
        "--niet-nakoming",
        "ja",
    )


def test_a_stop_asks_for_its_own_evidence_by_its_own_bodies(zaak: Zaak) -> None:
    onveilig(zaak)
    assert zaak.antwoord("2026-03-12", "ritstop", "risico-benoemd", "T1") == (
        "nee",
        "T1 gaat niet over veiligheid",
    )
    assert zaak.antwoord("2026-03-12", "ritstop", "risico-benoemd", "T2")[0] == "ja"
    _bewijs(zaak, "2026-03-11", "ongekeurde-bus", ELEMENTEN, "een ouder")
    wie = (
        "Rijden met een ongekeurde bus: vastgesteld door een ouder, niet door Wegendienst (WD) of "
        "keurmeester"
    )
    assert zaak.antwoord("2026-03-12", "ritstop", "bewijs", "T2") == ("nee", wie)
    assert "LAD408" in zaak.doe("2026-03-12", "controleer", uit=1)
    _bewijs(zaak, "2026-03-12", "ongekeurde-bus", ELEMENTEN, "WD")
    assert zaak.antwoord("2026-03-12", "ritstop", "bewijs", "T2")[0] == "ja"
    assert zaak.antwoord("2026-03-12", "verbreken", "bewijs", "T2")[0] == "nee"  # of another class
    assert VREEMD.findall(zaak.gezegd) == []


def test_an_instrument_names_who_may_establish_its_ground(zaak: Zaak) -> None:
    onveilig(zaak)
    _bewijs(zaak, "2026-03-11", "valse-rittenstaat", VALS, "de planner")
    assert zaak.antwoord("2026-03-12", "verbreken", "bewijs", "T2")[0] == "ja"
    assert zaak.antwoord("2026-03-12", "verbreken", "bewijs-vastgesteld", "T2") == (
        "nee",
        "vastgesteld door de planner, niet door Registeraccountant (RA)",
    )
    _bewijs(zaak, "2026-03-12", "valse-rittenstaat", VALS, "Registeraccountant")
    assert zaak.antwoord("2026-03-12", "verbreken", "bewijs-vastgesteld", "T2")[0] == "ja"


def ritstop(zaak: Zaak) -> None:
    """A stop at once, which this contract allows in so many words: no reading decides on it."""
    onveilig(zaak)
    _bewijs(zaak, "2026-03-11", "ongekeurde-bus", ELEMENTEN, "keurmeester")
    zaak.feit(
        "2026-03-12",
        "maatregel",
        "ritstop",
        "--tekortkoming",
        "T2",
        "--reden",
        "Gevaar",
        "--besloten-door",
        "wim",
        "--reikwijdte",
        "wat='Bus 4' eindigt_als='gekeurd' herzien=2026-04-01",
        "--spoed",
        "door=wim reden='Kinderen in gevaar' alsnog=horen alsnog_uiterlijk=2026-03-16",
        "--overslaan",
        "treden=1,2,3 ernst=Gevaar reden='Een dag wachten kan niet'",
    )


def test_a_stop_at_once_needs_no_reading_where_the_contract_says_so(zaak: Zaak) -> None:
    ritstop(zaak)
    assert zaak.punt("2026-03-12", "alsnog") == [("2026-03-16", "wij", "spoed")]
    assert zaak.stand("2026-03-12")["maatregelen"][-1]["toestand"] == "van kracht"


@pytest.mark.parametrize(
    ("kalender", "uiterlijk"),
    [
        ("", "2026-03-13"),  # silent on a free day: what we owe is due before it
        ("kalender: feestdagen", "2026-03-13"),
        ("laatste_dag: volgende-werkdag", "2026-03-16"),
        ("laatste_dag: niet", "2026-03-15"),
    ],
)
def test_a_confirmation_has_the_term_of_the_contract_and_not_of_our_policy(
    zaak: Zaak, kalender: str, uiterlijk: str
) -> None:
    """Three days end on Sunday 15 March; the contract alone says where that leaves us."""
    if kalender:
        grond = "{eis: LV05, tekst: valt de laatste dag op een feestdag}"
        zaak.wijzig(
            REGIME, "termijnen:\n", f"kalender: {{{kalender}, grond: {grond}}}\ntermijnen:\n"
        )
    ritstop(zaak)
    assert zaak.punt("2026-03-12", "bevestiging") == [(uiterlijk, "wij", "LV15")]


def test_no_file_of_clm_knows_the_third_contract() -> None:
    woorden = (
        "leerlingenvervoer",
        "ritstop",
        "malus",
        "herstelplan",
        "aanmaning",
        "niet-voortzetten",
        "bedenking",
    )
    wet = wetteksten()["6:82 lid 2"]  # the Civil Code itself says "aanmaning"
    teksten = {
        pad: (ast.unparse(ast.parse(tekst)) if pad.suffix == ".py" else tekst).replace(wet, "")
        for pad in PAKKET.rglob("*")
        if pad.suffix in (".py", ".yaml")
        for tekst in [pad.read_text(encoding="utf-8")]
    }
    # what somebody may look for in `clm regime woorden` is met there, and known nowhere else
    zoek = PAKKET / "derivations" / "regime" / "woorden.py"
    for gezocht in (woord for rij in VERWANT.values() for woord in rij):
        teksten[zoek] = teksten[zoek].replace(repr(gezocht), "", 1)
    treffers = {
        (pad.name, woord) for pad, tekst in teksten.items() for woord in woorden if woord in tekst
    }
    assert treffers == set()


def test_a_sentence_of_one_contract_stands_in_its_regime_only() -> None:
    sjablonen = PAKKET.parent / "templates" / "brieven"
    bronnen = [*sjablonen.rglob("*.md"), *(PAKKET / "documents").rglob("*.py")]
    bronnen += [*(PAKKET / "rules").rglob("*.py"), *(PAKKET / "views").rglob("*.py")]
    treffers = {
        (pad.name, woord)
        for pad in bronnen
        for woord in ZINNEN.findall(_gezegd(pad.read_text(encoding="utf-8"), pad.suffix))
    }
    assert len(bronnen) > 150
    assert treffers == set()


def _gezegd(tekst: str, soort: str) -> str:
    """A source without its docstrings, which are the pages of rules with examples of J and S."""
    if soort != ".py":
        return tekst
    boom = ast.parse(tekst)
    for deel in ast.walk(boom):
        if isinstance(deel, ast.Expr) and isinstance(deel.value, ast.Constant):
            deel.value.value = ""
    return ast.unparse(boom)


@pytest.mark.parametrize(
    ("oud", "nieuw", "gevolg"),
    [
        ("    periode: maand\n", "    periode: maand\n", "de reeks is onbekend, niet 'op norm'"),
        (
            "    periode: maand\n",
            "    periode: maand\n    ontbreekt: {regel: niet-gehaald}\n",
            "de periode telt als niet gehaald",
        ),
        (
            "    periode: maand\n",
            "    periode: kwartaal\n",  # then no run counts months
            "onbekend of de norm is gehaald",
        ),
    ],
)
def test_what_a_missing_figure_does_is_what_the_contract_says(
    zaak: Zaak, oud: str, nieuw: str, gevolg: str
) -> None:
    zaak.wijzig(REGIME, oud, nieuw)
    rijen = [rij for wat, rij in zaak.lijst("2026-03-20").items() if wat.startswith("Cijfers ")]
    assert {rij["gevolg"] for rij in rijen} == {gevolg}
