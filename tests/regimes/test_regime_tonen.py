"""`clm regime lijst` and `toon`.

Clauses quoted with their id, questions with what is followed, silences.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.records.regime import Lezing, Maximum
from clm_cli.records.verwijzingen import delen
from clm_cli.views.opmaak import Papier
from clm_cli.views.regime import bladzijde as weergave
from clm_cli.views.regime import lijst as lijstweergave
from clm_cli.views.regime.bladzijde import Regimeblad
from clm_cli.views.regime.lijst import Regimelijst
from clm_cli.views.regime.zinnen import maximumregel
from tests.klein_register import BASIS, schrijf
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD
from tests.regimes.test_regime_vorm import gronden


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def blok(uitvoer: str, kop: str) -> str:
    """The lines from one heading, by its indent, up to the next at that indent."""
    regels = uitvoer.splitlines()
    begin = next(nummer for nummer, regel in enumerate(regels) if regel.strip().startswith(kop))
    diepte = len(regels[begin]) - len(regels[begin].lstrip())
    einde = begin + 1
    while (
        einde < len(regels)
        and regels[einde]
        and len(regels[einde]) - len(regels[einde].lstrip()) > diepte
    ):
        einde += 1
    return plat("\n".join(regels[begin:einde]))


def lezing(keuze: str, datum: str = "2026-01-12", **velden: str) -> Lezing:
    boom = {
        "datum": datum,
        "vastgelegd": f"{datum}T09:00:00+01:00",
        "door": "s-el-amrani",
        "regime": "sdfl-jeugdhulp-2026",
        "vraag": "begin-bezwaar",
        "keuze": keuze,
        "reden": "Zo staat het in de nota van inlichtingen.",
        **velden,
    }
    return Lezing.model_validate(boom)


def antwoord(regime, *lezingen: Lezing, **extra) -> str:
    return blok(
        weergave.toon(Regimeblad(regime, lezingen, **extra), Papier(100)), "begin-bezwaar ·"
    )


@pytest.mark.parametrize("breedte", [80, 100])
def test_no_line_is_wider_than_the_terminal(regime, breedte):
    assert [
        regel
        for regel in weergave.toon(Regimeblad(regime), Papier(breedte)).splitlines()
        if len(regel) > breedte
    ] == []


def test_every_quotation_is_shown_with_its_clause(regime):
    uitvoer = plat(weergave.toon(Regimeblad(regime), Papier(100)))
    assert [
        grond for grond in gronden(regime) if f'{grond.eis} "{grond.tekst}"' not in uitvoer
    ] == []


def test_every_title_question_choice_and_silence_is_shown(regime):
    uitvoer = plat(weergave.toon(Regimeblad(regime), Papier(80)))
    velden = ("titel", "tekst", "gevolg", "toelichting", "stuk", "keuze", "benaming")
    teksten = {
        getattr(deel, naam)
        for sleutel, deel in delen(regime)
        if sleutel
        for naam in velden
        if getattr(deel, naam, None)
    }
    assert {tekst for tekst in teksten if tekst not in uitvoer} == set()


def test_a_question_without_lezing_follows_the_proposal_and_says_so(jeugdhulp):
    assert (
        "-> voorlopige lezing: de bezwaartermijn loopt vanaf de ontvangst van de brief met de "
        "maatregel (ontvangst)"
    ) in antwoord(jeugdhulp)


def test_a_lezing_goes_before_the_proposal_with_who_and_when(jeugdhulp):
    uitvoer = antwoord(jeugdhulp, lezing("verzending"))
    assert (
        "-> lezing (s-el-amrani, 12 januari 2026): de bezwaartermijn loopt vanaf de verzending"
        in uitvoer
    )
    assert "Zo staat het in de nota van inlichtingen." in uitvoer
    assert "voorlopige lezing" not in uitvoer


def test_a_lezing_names_the_person_where_the_name_is_known(jeugdhulp):
    uitvoer = antwoord(jeugdhulp, lezing("verzending"), namen={"s-el-amrani": "mr. S. El Amrani"})
    assert "-> lezing (mr. S. El Amrani, 12 januari 2026): " in uitvoer


def test_of_two_lezingen_the_newest_is_followed(jeugdhulp):
    uitvoer = antwoord(jeugdhulp, lezing("ingang", "2026-03-02"), lezing("verzending"))
    assert (
        "-> lezing (s-el-amrani, 2 maart 2026): de bezwaartermijn loopt vanaf de dag waarop"
        in uitvoer
    )


def test_a_lezing_of_another_regime_or_question_changes_nothing(jeugdhulp):
    vreemd = (lezing("verzending", regime="sma-2026"), lezing("verzending", vraag="begin-herstel"))
    assert antwoord(jeugdhulp, *vreemd) == antwoord(jeugdhulp)


def test_an_example_lezing_is_marked(jeugdhulp):
    assert "12 januari 2026, voorbeeld, nog vast te stellen): " in antwoord(
        jeugdhulp, lezing("verzending", status="voorbeeld")
    )


def test_a_lezing_with_a_choice_that_is_not_offered_says_so(jeugdhulp):
    assert "deze keuze kent het regime niet (post)" in antwoord(jeugdhulp, lezing("post"))


def test_a_question_without_proposal_is_unknown_until_asked(jeugdhulp):
    """J43: the base of a fine is never guessed."""
    assert (
        "-> onbekend: eerst vragen mogelijk: het kalenderjaar voor de boete (vorig-kalenderjaar)"
        in blok(weergave.toon(Regimeblad(jeugdhulp), Papier(100)), "omzet-jaar ·")
    )


def test_a_question_without_choices_points_at_what_follows(jeugdhulp):
    uitvoer = weergave.toon(Regimeblad(jeugdhulp), Papier(100))
    assert "-> geen vaste keuze, zie gevolg gevolg: Welke trede past." in blok(uitvoer, "ernst ·")
    assert "-> alleen opgemerkt gevolg: " in blok(uitvoer, "een-dezelfde ·")


def test_a_term_shows_its_length_its_start_and_what_follows(jeugdhulp):
    """J45."""
    assert blok(weergave.toon(Regimeblad(jeugdhulp), Papier(100)), "Bezwaar tegen").startswith(
        "Bezwaar tegen de gekozen trede: 5 werkdagen · aanbieder · een recht dat vervalt begin "
        "voorlopige lezing: ontvangst (vraag begin-bezwaar) gevolg Een later bezwaar is te laat;"
    )


def test_a_part_of_a_percent_has_a_comma():
    """J43, in our words."""
    maximum = Maximum.model_validate({"procent": "2.5", "over": "factuur", "per": "factuur"})
    assert maximumregel(maximum) == "2,5 % van factuur, per factuur"


def test_the_start_of_a_term_follows_the_lezing(jeugdhulp):
    uitvoer = weergave.toon(Regimeblad(jeugdhulp, (lezing("verzending"),)), Papier(100))
    assert "begin lezing: verzending (vraag begin-bezwaar)" in blok(uitvoer, "Bezwaar tegen")


def test_a_start_that_the_contract_names_is_shown_as_such(jeugdhulp):
    """J29."""
    assert "aanbieder begin gedeeld gevolg" in blok(
        weergave.toon(Regimeblad(jeugdhulp), Papier(100)), "Reactie op het verslag"
    )


def test_a_term_without_length_says_so(sma):
    """S14."""
    assert blok(weergave.toon(Regimeblad(sma), Papier(100)), "Herstel na").startswith(
        "Herstel na ingebrekestelling: geen duur in het contract · aanbieder"
    )


def test_chapters_without_content_are_left_out(sma):
    koppen = [
        regel
        for regel in weergave.toon(Regimeblad(sma), Papier(100)).splitlines()
        if regel.isupper()
    ]
    assert "GEDEELDE AMBITIE" not in koppen
    assert "NIVEAUS" in koppen


def test_a_streak_is_said_in_words(sma):
    """S05."""
    assert "2 kwartalen achter elkaar" in blok(
        weergave.toon(Regimeblad(sma), Papier(100)), "Twee opeenvolgende kwartalen"
    )


def test_a_streak_within_a_window_is_said_in_words(sma):
    aanleiding = sma.aanleidingen[0].model_copy(update={"venster": 4})
    anders = sma.model_copy(update={"aanleidingen": (aanleiding,)})
    assert "2 van de laatste 4 kwartalen" in blok(
        weergave.toon(Regimeblad(anders), Papier(100)), "Twee opeenvolgende kwartalen"
    )


def test_the_list_names_each_regime_and_where_it_comes_from(jeugdhulp, sma):
    uitvoer = lijstweergave.toon(
        Regimelijst((("het register", sma), ("clm", jeugdhulp))), Papier(100)
    )
    assert uitvoer.splitlines()[0] == "sdfl-jeugdhulp-2026"
    assert "geldig vanaf 1 januari 2025 · uit clm · 7 treden" in blok(
        uitvoer, "sdfl-jeugdhulp-2026"
    )
    assert "uit het register" in blok(uitvoer, "sma-2026")
    assert uitvoer.splitlines()[-1] == "nu: clm regime toon ID"


def test_an_empty_list_says_so():
    assert lijstweergave.toon(Regimelijst(()), Papier()) == "Er zijn geen regimes."


def test_json_holds_the_whole_regime_and_what_is_followed(jeugdhulp):
    boom = weergave.als_json(Regimeblad(jeugdhulp, (lezing("verzending"),)))
    gevolgd = {vraag["id"]: vraag["gevolgd"] for vraag in boom["vragen"]}
    assert gevolgd["begin-bezwaar"]["stand"] == "lezing"
    assert gevolgd["begin-bezwaar"]["keuze"] == "verzending"
    assert gevolgd["begin-bezwaar"]["lezing"]["datum"] == "2026-01-12"
    assert gevolgd["begin-antwoord"] == {
        "stand": "voorlopige lezing",
        "keuze": "ontvangst",
        "lezing": None,
    }
    assert gevolgd["omzet-jaar"] == {"stand": "onbekend", "keuze": None, "lezing": None}
    assert [termijn["termijn"] for termijn in boom["termijnen"]][:2] == ["2 weken", "1 week"]
    assert json.loads(json.dumps(boom)) == boom


def test_json_of_the_list_says_where_each_comes_from(sma):
    assert lijstweergave.als_json(Regimelijst((("clm", sma),))) == [
        {
            "id": "sma-2026",
            "titel": "Contractmanagement en escalatiemodel Sociaal Medische Advisering",
            "geldig_vanaf": "2025-01-01",
            "vervangt": None,
            "herkomst": "clm",
            "treden": 7,
            "vragen": 40,
        }
    ]


# D6: a regime with one fault is shown with its fault, never hidden


@pytest.fixture
def met_fout(tmp_path: Path) -> Path:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME.replace("soort: herstel", "soort: hertsel")})
    return tmp_path


def test_a_regime_with_one_fault_is_shown_with_its_fault(
    met_fout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["--map", str(met_fout), "regime", "lijst"]) == 0
    uit = blok(capsys.readouterr().out, "eigen-2026")
    assert uit.startswith("eigen-2026 Een eigen contract WORDT NIET GEBRUIKT: 1 fout in het")
    assert draai(["--map", str(met_fout), "regime", "toon", "eigen-2026"]) == 0
    uit = plat(capsys.readouterr().out)
    assert "REC107 regimes/eigen-2026.yaml:17: soort: 'hertsel' kan hier niet" in uit
    assert "bedoelt u 'herstel'?" in uit
    # what is right is there: two of the three terms, every trede, every clause
    assert "Bezwaar: 6 weken" in uit
    assert "Herstel:" not in uit
    assert "3 Boete en einde" in uit


@pytest.mark.parametrize("opdracht", ["proef", "dekking"])
def test_what_needs_a_sound_regime_says_that_it_has_a_fault_and_not_that_it_is_not_there(
    opdracht: str, met_fout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["--map", str(met_fout), "regime", opdracht, "eigen-2026"]) == 2
    uit = plat(capsys.readouterr().err)
    assert "In het bestand van regime eigen-2026 staat iets fout" in uit
    assert "nu: clm regime toon eigen-2026 toont de fouten" in uit


def test_a_regime_that_cannot_be_read_at_all_is_shown_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: "id: eigen-2026\ntitel: [open\n"})
    assert draai(["--map", str(tmp_path), "regime", "toon", "eigen-2026"]) == 0
    uit = plat(capsys.readouterr().out)
    assert uit.startswith("WORDT NIET GEBRUIKT, want in het bestand staat iets fout:")
    assert "wat wel te lezen is" not in uit
    assert "YML" in uit


def test_a_regime_with_faults_is_one_as_data(
    met_fout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["--map", str(met_fout), "regime", "toon", "eigen-2026", "--json"]) == 0
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    assert [rij["code"] for rij in gegevens["fouten"]] == ["REC107"]
    assert len(gegevens["termijnen"]) == 2
    assert draai(["--map", str(met_fout), "regime", "lijst", "--json"]) == 0
    omslag = json.loads(capsys.readouterr().out)
    assert "eigen-2026" not in [rij["id"] for rij in omslag["gegevens"]]
    assert omslag["niet_gelezen"] == [PAD]
