"""Sentences that a letter only has in a case that the approved letters do not show."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.resources import sjablonen
from tests.brieven.brieftekst import brieftekst, gewijzigd
from tests.brieven.ontbrekende_delen import Wijziging
from tests.brieven.register_jeugdhulp import J_ZAAK
from tests.brieven.test_goedgekeurd import _maak
from tests.brieven.volle_registers import Opdracht, bouw, brief_van, maak, verstuur

BEZWAAR = f"{J_ZAAK}/2026-05-13-bezwaar.yaml"


@pytest.fixture(scope="module")
def verhaal_j(eenmaal) -> Path:
    """The register in which all letters of the first contract were made, and some sent."""
    return eenmaal("teksten-J", partial(_maak, contract="J"))


def test_an_objection_by_word_of_mouth_is_asked_for_in_writing(verhaal_j, tmp_path):
    """J45: it holds nothing up until it is written, and it says until when that can be."""
    wijziging = gewijzigd("bevestiging-bezwaar")
    wijziging.vervang(BEZWAAR, "schriftelijk: ja", "schriftelijk: nee")
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert (
        "U maakte mondeling bezwaar. De overeenkomst vraagt een schriftelijk bezwaar. "
        "Stuur het ons uiterlijk op maandag 18 mei 2026, per e-mail aan "
        "bezwaar@lindestroom.example of per post aan Regio Lindestroom, t.a.v. de directie,"
    ) in tekst
    assert "loopt de maatregel door, omdat uw bezwaar nog niet schriftelijk is." in tekst
    assert "Uw bezwaar is op tijd." not in tekst


@pytest.mark.parametrize(
    ("verzonden", "hoe"),
    [
        (
            "verzonden: 2026-06-01\n",
            (
                "U verzond uw bezwaar op 1 juni 2026; de laatste dag was 18 mei 2026. "
                "Heeft u daar een verklaring voor, laat ons die dan weten."
            ),
        ),
        (
            "",
            (
                "Wij kunnen nog niet zeggen of uw bezwaar op tijd is. "
                "Laat ons weten wanneer u het heeft verzonden."
            ),
        ),
    ],
    ids=["late", "unknown"],
)
def test_an_objection_after_the_last_day(verhaal_j, tmp_path, verzonden, hoe):
    """J45: late is only said of an objection of which the day of sending is known."""
    wijziging = gewijzigd("bevestiging-bezwaar", "2026-06-03")
    wijziging.weg("geschil")
    wijziging.weg("beslissing")
    wijziging.bestanden[BEZWAAR] = None
    wijziging.bestanden[f"{J_ZAAK}/2026-06-02-bezwaar.yaml"] = (
        f"bij: 2026-05-04-maatregel-ingebrekestelling\n{verzonden}ontvangen: 2026-06-02\n"
        "schriftelijk: ja\ngronden: De gekozen trede is te zwaar.\n"
    )
    rest = tuple(w.replace("2026-05-26", "2026-06-10") for w in wijziging.opdracht.rest)
    wijziging.opdracht = replace(wijziging.opdracht, rest=rest)
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert hoe in tekst
    laat = "loopt de maatregel door, omdat u bezwaar maakte na de laatste dag."
    assert (laat in tekst) is bool(verzonden)


def test_an_objection_to_one_of_two_shortcomings_holds_up_that_one(verhaal_j, tmp_path):
    wijziging = gewijzigd("bevestiging-bezwaar")
    wijziging.vervang(BEZWAAR, "schriftelijk: ja", "schriftelijk: ja\ntegen: [T1]")
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert (
        "Voor tekortkoming T1 (Jeugdhulp start niet binnen zes weken) staat de maatregel, met de "
        "termijn voor herstel, stil"
    ) in tekst
    assert (
        "Voor tekortkoming T2 (Casusregie niet volledig bij geregistreerde professionals) loopt "
        "de maatregel door, omdat uw bezwaar daar niet over gaat."
    ) in tekst


def test_a_notice_of_liability_puts_in_default_when_it_arrives(verhaal_j, tmp_path):
    """6:82 lid 2 BW: there the notice itself is the notice of default."""
    wijziging = gewijzigd("aansprakelijkstelling")
    wijziging.vervang(wijziging.maatregel, "6:83 onder c", "6:82 lid 2")
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert "hierna leest u waarom. U bent met de ontvangst van deze brief in verzuim." in tekst
    assert "# 6. Gevolgen U bent in verzuim vanaf de ontvangst van deze brief." in tekst
    assert "zonder ingebrekestelling" not in tekst
    assert "in elk geval vanaf" not in tekst


def test_an_option_that_is_told_too_late_asks_for_consent(verhaal_j, tmp_path):
    """J44: the option lapses without notice in time; then both have to want it."""
    tekst = brieftekst(verhaal_j, tmp_path, gewijzigd("verlenging", "2027-06-29"))
    assert (
        "deze mededeling uiterlijk op 30 juni 2027. Wij gaan ervan uit dat u deze brief op 1 juli "
        "2027 ontvangt; dat is na die dag. Wij vragen u daarom schriftelijk te laten weten dat u "
        "met de verlenging instemt."
    ) in tekst
    assert "**Wat u moet doen.** Schriftelijk laten weten dat u instemt." in tekst


@pytest.mark.parametrize(
    ("soort", "dag", "vraagt"),
    [
        ("verlenging", "2027-06-29", True),
        ("verlenging", "", False),
        ("oordeel-herstel", "", True),
        ("oordeel-herstel", "zonder vervolg", False),
    ],
)
def test_a_letter_that_asks_an_answer_is_refused_without_an_address(
    tmp_path, capsys, soort, dag, vraagt
):
    """3:37 lid 3 BW: what goes to an address that we named, reaches us."""
    wijziging = gewijzigd(soort, dag if dag[:1] == "2" else "")
    if dag == "zonder vervolg":
        wijziging.zonder("--tekst")
    sjabloon = "brieven/_antwoordadres.md"
    kaal = (sjablonen() / sjabloon).read_text(encoding="utf-8").split(" {% if antwoordwegen")[0]
    wijziging.bestanden[f"sjablonen/{sjabloon}"] = f"{kaal}.\n"
    bouw(tmp_path, "J", wijziging.opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht, "--vorm", "md") == (2 if vraagt else 0)
    assert ("staat niet: Waar het antwoord naartoe kan" in capsys.readouterr().err) is vraagt


def test_a_measure_before_the_hearing_says_so_and_until_when_we_hear(verhaal_j, tmp_path):
    wijziging = gewijzigd("clientenstop")
    gevaar = "acuut: ja\n        acuut_feiten: Twee jeugdigen zijn thuis niet veilig.\n"
    signaal = "wilgenroos/signalen/2026-01-05-wachttijd.yaml"
    wijziging.vervang(signaal, "ernst: feitelijk\n", f"ernst: feitelijk\n        {gevaar}")
    wijziging.vervang(
        wijziging.maatregel,
        r"^( *)eigen_verplichtingen: ja",
        r"\1eigen_verplichtingen: ja\n\1spoed: {door: dir, reden: Er is gevaar., "
        r"alsnog: Een gesprek op ons kantoor., alsnog_uiterlijk: 2026-07-03}",
    )
    assert (
        "# 5. Onderzoek en wederhoor Wij handelen per direct, voordat wij u hebben gehoord. "
        "Er is gevaar. Wat daarna nog moet gebeuren: Een gesprek op ons kantoor. "
        "Wij horen u alsnog, uiterlijk op 3 juli 2026. # 6."
    ) in brieftekst(verhaal_j, tmp_path, wijziging)


SLUITING = Opdracht("sluiting", "2026-07-28", ("2026-01-12-wachttijd",))


def _sluiting() -> Wijziging:
    wijziging = Wijziging("J", SLUITING)
    wijziging.bestanden[f"{J_ZAAK}/2026-07-28-sluiting.yaml"] = (
        "reden: Er zijn afspraken gemaakt.\nhersteld: nee\nbesloten_door: dir\n"
    )
    return wijziging


def test_closing_names_what_ends_and_what_stays(verhaal_j, tmp_path):
    """6:160 BW: who closes without a word on a claim may be held to have waived it."""
    tekst = brieftekst(verhaal_j, tmp_path, _sluiting())
    # the suspension was lifted before, the transfer was never told, and trede 1 ended on the day
    # that its letter named (J52)
    assert (
        "Deze maatregelen eindigen daarmee: verbeterplan opstellen en uitvoeren (trede 2), "
        "ingebrekestelling (trede 3), cliëntenstop (trede 5)."
    ) in tekst
    # a notice that the contract is not extended is not taken back by closing a case
    assert (
        "Wat wij meedeelden over het einde van de overeenkomst, blijft gelden: niet verlengen voor "
        "optiejaren (trede 7)."
    ) in tekst
    claims = (
        "de terugvordering van onrechtmatige declaraties van € 5.490,00 en de boete van € 30.000,00"
    )
    assert f"Vorderingen die al zijn ontstaan, blijven bestaan, ook {claims}. Wij behouden" in tekst
    assert f"**Wat blijft.** Vorderingen die al zijn ontstaan: {claims}." in tekst
    assert "Wij doen geen afstand van rechten" in tekst


@pytest.mark.parametrize("soort", ["sluiting", "opheffing"])
def test_a_claim_that_was_never_told_is_no_claim_in_a_letter(tmp_path, soort):
    """3:37 BW: what was decided and not sent has no effect; to name it is to tell it now."""
    wijziging = _sluiting() if soort == "sluiting" else gewijzigd(soort)
    tekst = brieftekst(None, tmp_path, wijziging)
    assert "€ 5.490" not in tekst
    assert "€ 30.000" not in tekst
    assert "Vorderingen" not in tekst
    assert "Wij doen geen afstand van rechten over de tijd vóór deze dag." in tekst
    assert "eindigt daarmee" not in tekst


def test_a_closing_that_ends_stops_is_told_to_the_municipalities(verhaal_j, tmp_path):
    """J42: each municipality carries a stop out, so that each has to know that it ended."""
    wijziging = _sluiting()
    wijziging.opdracht = Opdracht("memo-uitvoering", "2026-07-28", ("2026-01-12-wachttijd",))
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert (
        "Met ingang van dinsdag 28 juli 2026 zijn voor Stichting De Wilgenroos, overeenkomst "
        "JH25-P1-031 (ambulant, perceel ambulante jeugdhulp), deze maatregelen beëindigd: "
        "Cliëntenstop (trede 5) en Overdracht van cliënten (trede 5). Wij hebben de escalatie "
        "gesloten. De reden, in de woorden van onze brief aan de aanbieder: er zijn afspraken "
        "gemaakt."
    ) in tekst
    assert (
        "**Cliëntenstop.** Geen nieuwe cliënten voor ambulante jeugdhulp in beide gemeenten. De "
        "maatregel gold vanaf 6 juli 2026, en zou eindigen als dit was bereikt: alle"
    ) in tekst
    assert "# 1. Wat de maatregelen omvatten **Cliëntenstop.**" in tekst
    assert "Laat wie bij u verwijst of opdrachten geeft weten dat dit niet meer geldt" in tekst


def test_a_closing_that_ends_a_suspension_pays_out_by_a_day(tmp_path):
    """6:52 BW: suspending is delay; who closes a case owes what was kept back."""
    wijziging = _sluiting()
    wijziging.weg("opheffing")
    wijziging.met("--termijn", "soort=betaling termijn='5 werkdagen'")
    tekst = brieftekst(None, tmp_path, wijziging)
    assert (
        "Wij betalen u alsnog wat wij hebben opgeschort: € 12.450,00, uiterlijk op donderdag 6 "
        "augustus 2026."
    ) in tekst


BOETEBEZWAAR = f"{J_ZAAK}/2026-07-16-bezwaar.yaml"


def test_a_fine_that_an_objection_holds_up_bears_no_interest_meanwhile(verhaal_j, tmp_path):
    """J45, 6:119 BW: what stands still is no default, and the letter says what comes after."""
    tekst = brieftekst(verhaal_j, tmp_path, gewijzigd("boete"))
    assert (
        "Een tijdig bezwaar schort uw plicht om te betalen op tot onze schriftelijke reactie. Zo "
        "lezen wij de overeenkomst. Zolang zij is opgeschort, komt er geen wettelijke rente bij. "
        "Handhaven wij de boete, dan noemt onze reactie de nieuwe laatste dag."
    ) in tekst


def _reactie() -> Wijziging:
    wijziging = gewijzigd("boete")
    wijziging.bestanden[BOETEBEZWAAR] = (
        "bij: 2026-07-09-maatregel-boete\nverzonden: 2026-07-15\nontvangen: 2026-07-16\n"
        "schriftelijk: ja\ngronden: De boete is te hoog.\n"
    )
    wijziging.bestanden[f"{J_ZAAK}/2026-07-24-beslissing.yaml"] = (
        "bij: 2026-07-16-bezwaar\nuitkomst: gehandhaafd\nreden: De hoogte past.\n"
        "weging: [{punt: De hoogte., antwoord: Zij blijft onder het maximum.}]\n"
        "besloten_door: dir\n"
    )
    rest = ("2026-01-12-wachttijd", "--bij", "2026-07-24-beslissing")
    wijziging.opdracht = Opdracht("reactie-bezwaar", "2026-07-24", rest)
    return wijziging


def test_our_reaction_to_an_objection_to_a_fine_names_the_new_day_to_pay(verhaal_j, tmp_path):
    """J46: the letter of the fine said that our reaction names it."""
    wijziging = _reactie()
    wijziging.met("--termijn", "soort=betaling termijn='30 dagen'")
    tekst = brieftekst(verhaal_j, tmp_path, wijziging)
    assert (
        "# 4. De nieuwe dag om te betalen U betaalt € 30.000,00 binnen 30 dagen na ontvangst van "
        "deze brief: uiterlijk op donderdag 27 augustus 2026, op NL02 ABNA 0123 4567 89 ten name "
        "van Regio Lindestroom, onder vermelding van wilgenroos/2026-07-24-reactie-bezwaar. Regio "
        "Lindestroom ontvangt dit bedrag namens de opdrachtgever."
    ) in tekst
    assert "Wat u nu moet doen.** Betalen, uiterlijk op donderdag 27 augustus 2026." in tekst
    assert "ontvangt u hem later, dan telt de termijn vanaf de dag van ontvangst." in tekst
    assert "Al het andere uit onze brief over deze betaling blijft gelden." in tekst


def test_without_that_day_our_reaction_is_refused(tmp_path, capsys):
    wijziging = _reactie()
    bouw(tmp_path, "J", "2026-07-24", wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht) == 2
    assert "De nieuwe dag waarop uiterlijk moet zijn betaald" in capsys.readouterr().err


def test_a_letter_of_lifting_that_went_out_gives_a_claim_a_new_day_to_lapse(
    verhaal_j, tmp_path, capsys
):
    """3:317 and 3:319 BW: it reserves the claims, so that the five years begin anew."""
    wijziging = gewijzigd("opheffing")
    brieftekst(verhaal_j, tmp_path, wijziging)
    vraag = ["--map", str(tmp_path), "--vandaag", "2031-07-01", "werklijst", "--json"]
    for dag, verstuurd in (("2031-07-07", False), ("2031-07-27", True)):
        if verstuurd:
            opheffing = brief_van(tmp_path, "J", wijziging.opdracht)
            (opheffing / "brief.pdf").write_bytes(b"%PDF-1.7")
            verstuur(tmp_path, opheffing, "2026-07-27", "2026-07-29")
        capsys.readouterr()
        assert draai(vraag) == 0
        regels = json.loads(capsys.readouterr().out)
        terug = [p for p in _alle(regels) if p.get("soort") == "verjaring" and "5.490" in p["wat"]]
        assert [p["uiterlijk"] for p in terug] == [dag]


def _alle(boom: object) -> Iterator[dict[str, str]]:
    """Every object in a tree of JSON."""
    if isinstance(boom, dict):
        yield boom
    for deel in boom.values() if isinstance(boom, dict) else boom if isinstance(boom, list) else ():
        yield from _alle(deel)


def test_a_lifting_says_which_decisions_were_never_told(verhaal_j, tmp_path, capsys):
    """3:37 BW: the letter of a lifting names what goes on, and nobody knows of an untold one."""
    gelicht = f"{J_ZAAK}/2026-07-27-opheffing.yaml"
    bouw(tmp_path, "J", "2026-07-27", {gelicht: None})
    for van in verhaal_j.glob("*/brieven/*"):
        if van.name[:10] < "2026-07-27":
            shutil.copytree(van, tmp_path / van.relative_to(verhaal_j), dirs_exist_ok=True)
    woorden = ["escalatie", "opheffing", "wilgenroos", "2026-01-12-wachttijd", "--ja"]
    woorden += ["--bij", "2026-06-29-maatregel-opschorting", "--wijze", "opgeheven"]
    woorden += ["--reden", "Hersteld.", "--besloten-door", "dir", "--map", str(tmp_path)]
    assert draai([*woorden, "--vandaag", "2026-07-27", "--door", "mia"]) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert (
        "Ontbinding per direct is besloten op 20 juli 2026 en niet meegedeeld; deze opheffing "
        "verandert dat niet. Geldt het nog: clm brief maak wilgenroos ontbinding "
        "2026-01-12-wachttijd --bij 2026-07-20-maatregel-ontbinding; zo niet: clm escalatie "
        "opheffing wilgenroos 2026-01-12-wachttijd --bij 2026-07-20-maatregel-ontbinding --wijze "
        "ingetrokken"
    ) in gezegd
    assert "2026-07-13-maatregel-niet-verlengen" not in gezegd, "that was told"
    zelf = [
        woord.replace("06-29-maatregel-opschorting", "07-20-maatregel-ontbinding")
        for woord in woorden
    ]
    zelf[zelf.index("opgeheven")] = "ingetrokken"
    assert draai([*zelf, "--vandaag", "2026-07-27", "--door", "mia"]) == 0
    assert "Ontbinding per direct is besloten" not in capsys.readouterr().out, "it ends now"


def test_words_that_an_obligation_lacks_are_given_with_the_command_that_is_said(tmp_path, capsys):
    """The clause itself is quoted (J40); what its row says of it already is said again."""
    wijziging = gewijzigd("verzoek-verklaring")
    artikelen = next(p for p in wijziging.bestanden if p.endswith("artikelen.yaml"))
    wijziging.bestanden[artikelen] = None
    bouw(tmp_path, "J", wijziging.opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    regels = {"V-1": "6.2", "V-2": "4.3"}
    for regel, nummer in regels.items():
        clausule = f"document='pve' nummer='{nummer}' tekst='…'"
        advies = f'clm lijst verplichtingen wilgenroos --wijzig {regel} --clausule "{clausule}"'
        assert advies in gezegd
        woorden = ["lijst", "verplichtingen", "wilgenroos", "--wijzig", regel, "--clausule"]
        vast = ["--map", str(tmp_path), "--vandaag", "2026-01-13", "--door", "mia", "--ja"]
        assert draai([*woorden, clausule.replace("…", f"Woorden van {regel}."), *vast]) == 0
    assert maak(tmp_path, "J", wijziging.opdracht, "--vorm", "md") == 0
    tekst = (brief_van(tmp_path, "J", wijziging.opdracht) / "brief.md").read_text("utf-8")
    assert 'nummer 6.2: "Woorden van V-1."' in tekst
