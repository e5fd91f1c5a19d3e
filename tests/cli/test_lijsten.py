"""A row of a list is done with what it has to say then; what was refused can be given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

VRAAG = (
    "onduidelijkheden:\n  # let op\n  - {id: O-05, soort: hiaat, vraag: Telt vervoer mee, "
    "gesteld_door: aanbieder, sinds: 2026-03-02, eigenaar: mia}\n"
)
WENS = (
    "wijzigingen: [{id: W-02, wat: Tarief, gewenst_door: aanbieder, sinds: 2026-03-02, "
    "eigenaar: mia}]\n"
)
ANTWOORD = ("--antwoord", "Nee: vervoer is apart.", "--besloten-door", "bo")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A register with an open question and a desired change."""
    lijsten = {"onduidelijkheden": VRAAG, "wijzigingen": WENS}
    klein_register.lees(tmp_path, {f"bloem/lijsten/{n}.yaml": t for n, t in lijsten.items()})
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


def sluit(map_: Path, lijst: str, *woorden: str) -> int:
    return doe(map_, "lijst", lijst, "bloem", "--klaar", *woorden)


def tekst(map_: Path, lijst: str) -> str:
    return (map_ / f"bloem/lijsten/{lijst}.yaml").read_text(encoding="utf-8")


def test_a_question_is_closed_with_its_answer_and_who_gave_it(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J03: question, answer, decided by, date."""
    assert sluit(map_, "onduidelijkheden", "O-05") == 2
    fout = capsys.readouterr().err
    assert "--antwoord (Het antwoord); --besloten-door (Wie het antwoord heeft" in fout
    assert tekst(map_, "onduidelijkheden") == VRAAG
    assert sluit(map_, "onduidelijkheden", "O-05", *ANTWOORD) == 0
    assert tekst(map_, "onduidelijkheden") == VRAAG.replace(
        "eigenaar: mia",
        'eigenaar: mia, antwoord: "Nee: vervoer is apart.", besloten_door: bo, '
        "besloten: 2026-05-18",
    )
    capsys.readouterr()
    assert sluit(map_, "onduidelijkheden", "O-05", *ANTWOORD) == 0
    assert "stond er al" in capsys.readouterr().out


def test_what_a_row_says_already_is_not_changed_by_closing_it(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = tekst(map_, "onduidelijkheden")
    assert sluit(map_, "onduidelijkheden", "O-05", *ANTWOORD, "--vraag", "Anders?") == 2
    assert "Bij O-05 staat al iets anders bij vraag" in capsys.readouterr().err
    assert tekst(map_, "onduidelijkheden") == voor


def test_a_desired_change_is_closed_with_its_outcome(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J04: put into the contract, or not possible because."""
    assert sluit(map_, "wijzigingen", "W-02") == 2
    assert "--uitkomst (Wat is besloten. Kies uit: doorgevoerd" in capsys.readouterr().err
    assert sluit(map_, "wijzigingen", "W-02", "--uitkomst", "niet mogelijk") == 0
    assert "DOS225 W-02: niet mogelijk, zonder reden" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("opdracht", "aanvulling"),
    [
        (("lijst", "risicos", "bloem", "--wat", "Verloop"), ("--kans", "laag", "--gevolg", "laag")),
        (("gesprek", "gepland", "bloem", "--plaats", "Hier"), ("--datum", "2026-06-04")),
        (
            ("contract", "nieuw", "bloem", "dag", "--nummer", "D-1", "--overeenkomst", "raam"),
            ("--zorgvorm", "dag", "--looptijd", "uitvoering_van=2025-01-01"),
        ),
    ],
    ids=lambda woorden: woorden[0],
)
def test_what_was_refused_can_be_given_back(
    opdracht: tuple[str, ...],
    aanvulling: tuple[str, ...],
    map_: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The refusal names a draft and an option; with both the command succeeds."""
    assert doe(map_, *opdracht) == 2
    assert "(geef die met --bestand)" in capsys.readouterr().err
    (concept,) = (map_ / ".clm/concepten").iterdir()
    vast = opdracht[: 4 if opdracht[0] == "contract" else 3]
    assert doe(map_, *vast, "--bestand", str(concept), *aanvulling) == 0
    geschreven = [p for p in map_.rglob("*.yaml") if opdracht[-1] in p.read_text("utf-8")]
    assert len([p for p in geschreven if ".clm" not in p.parts]) >= 1


def test_people_and_municipalities_are_known_by_their_names(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id is needed nowhere that a name fits one thing."""
    risico = ("--kans", "laag", "--gevolg", "laag", "--eigenaar", "B. Beheer")
    assert doe(map_, "lijst", "risicos", "bloem", "--wat", "Uitval", *risico) == 0
    assert "eigenaar: bo" in tekst(map_, "risicos")
    antwoord = ("--antwoord", "Nee", "--besloten-door", "Bo Beheer")
    assert sluit(map_, "onduidelijkheden", "O-05", *antwoord) == 0
    assert "besloten_door: bo," in tekst(map_, "onduidelijkheden")
    genodigde = "persoon='Mia Manager' partij=opdrachtgever"
    gepland = ("--datum", "2026-06-04", "--genodigde", genodigde)
    assert doe(map_, "gesprek", "gepland", "bloem", *gepland) == 0
    kaart = map_ / "bloem/gesprekken/2026-06-04-voortgang/gesprek.yaml"
    assert "persoon: mia\n" in kaart.read_text(encoding="utf-8")
    capsys.readouterr()
    assert doe(map_, "werklijst", "--gemeente", "Noord") == 0
    assert doe(map_, "werklijst", "--gemeente", "Oost") == 2
    assert "Het register kent 'Oost' niet als gemeente" in capsys.readouterr().err


def test_a_row_is_meant_by_its_number_or_by_what_it_says(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wijzig = ("lijst", "wijzigingen", "bloem", "--wijzig")
    assert doe(map_, *wijzig, "tarief", "--eigenaar", "B. Beheer") == 0
    assert "eigenaar: bo" in tekst(map_, "wijzigingen")
    for wat in ("Tarief vervoer", "Tarief dag"):
        erbij = ("--wat", wat, "--gewenst-door", "aanbieder")
        assert doe(map_, "lijst", "wijzigingen", "bloem", *erbij) == 0
    assert doe(map_, *wijzig, "dag", "--eigenaar", "mia") == 0
    capsys.readouterr()
    assert doe(map_, *wijzig, "tarief v", "--eigenaar", "mia") == 0
    assert doe(map_, *wijzig, "Reiskosten", "--eigenaar", "mia") == 2
    assert "staat geen 'Reiskosten'.\n  nu: clm lijst wijzigingen bloem" in capsys.readouterr().err
    (map_ / "bloem/lijsten/wijzigingen.yaml").write_text(
        WENS.replace("wat: Tarief", "wat: Tarief dag").replace("}]", "}, ").rstrip("\n")
        + WENS[len("wijzigingen: [") :].replace("W-02", "W-03").replace("Tarief", "Tarief nacht")
    )
    assert doe(map_, *wijzig, "tarief", "--eigenaar", "mia") == 2
    fout = capsys.readouterr().err
    assert "'tarief' past op meer dan één regel van wijzigingen" in fout
    assert "kies uit W-02, W-03" in fout
    assert sluit(map_, "wijzigingen", "tarief nacht", "--uitkomst", "doorgevoerd") == 0


def test_an_apostrophe_in_a_name(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw = ("nieuw", "Roos", "--straat", "A 1", "--postcode", "9999 ZZ", "--plaats", "B")
    zo = (*nieuw, "--kvk", "00000009", "--contactpersoon")
    assert doe(map_, *zo, "id=j naam=Jan 't Hart functie=directeur") == 2
    assert "--contactpersoon: een aanhalingsteken sluit niet." in capsys.readouterr().err
    assert doe(map_, *zo, 'id=j naam="Jan \'t Hart" functie=directeur') == 0
    assert "Jan 't Hart" in (map_ / "roos/aanbieder.yaml").read_text(encoding="utf-8")


def test_what_a_row_lacks_is_asked_when_it_is_changed_without_saying_how(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J04, J32: what the list of work advises can be done by its number alone."""
    risico = ("--kans", "hoog", "--gevolg", "hoog", "--eigenaar", "mia", "--sinds", "2026-03-02")
    assert doe(map_, "lijst", "risicos", "bloem", "--wat", "Uitval", *risico) == 0
    capsys.readouterr()
    assert doe(map_, "lijst", "risicos", "bloem", "--wijzig", "R-01") == 2
    fout = capsys.readouterr().err
    assert "--maatregel (Wat eraan wordt gedaan); --herzien (De dag waarop het opnieuw" in fout
    beide = ("--maatregel", "Werven", "--herzien", "2026-07-01")
    assert doe(map_, "lijst", "risicos", "bloem", "--wijzig", "R-01", *beide) == 0
    capsys.readouterr()
    assert doe(map_, "lijst", "risicos", "bloem", "--wijzig", "R-01") == 2
    assert "wat er anders wordt (geef de velden als optie)" in capsys.readouterr().err


def test_a_question_is_not_done_because_an_advice_on_it_came(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J03: what we waited for is there; the answer itself is still to be given."""
    klaar = ("actie", "afgerond", "bloem", "--resultaat", "Het advies is er")
    assert doe(map_, *klaar, "O-05") == 2
    fout = capsys.readouterr().err
    assert "O-05 is pas afgerond met wat erop is besloten; er is niets geschreven" in fout
    assert "nu: clm lijst onduidelijkheden bloem --klaar O-05" in fout
    wacht = ("--wacht-op", "de jurist", "--vraag", "Mag dit", "--tot", "2026-06-01")
    assert doe(map_, "actie", "wacht", "bloem", "O-05", *wacht) == 0
    capsys.readouterr()
    assert doe(map_, "werklijst", "bloem", "--json") == 0
    assert "clm actie afgerond bloem opvolging/2026-05-18-wacht-o-05" in capsys.readouterr().out
    assert doe(map_, *klaar, "opvolging/2026-05-18-wacht-o-05") == 0
    capsys.readouterr()
    assert doe(map_, "werklijst", "bloem", "--json") == 0
    lijst = capsys.readouterr().out
    assert "Mag dit" not in lijst
    assert "Antwoord op O-05" in lijst


def test_a_risk_that_lapsed_is_counted_as_open_nowhere(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J04: the page, the plan and the list say the same of one row."""
    beheerst = ("--maatregel", "Werven", "--herzien", "2026-07-01")
    risico = ("--kans", "hoog", "--gevolg", "hoog", "--eigenaar", "mia", "--sinds", "2026-03-02")
    assert doe(map_, "lijst", "risicos", "bloem", "--wat", "Uitval", *risico, *beheerst) == 0
    standen = []
    for _ in range(2):
        capsys.readouterr()
        assert doe(map_, "toon", "bloem") == 0
        assert doe(map_, "lijst", "risicos", "bloem") == 0
        gezegd = capsys.readouterr().out
        assert doe(map_, "plan", "bloem", "--vorm", "md", "--vastleggen") == 0
        plan = (map_ / "bloem/plan.md").read_text(encoding="utf-8")
        standen.append(("risico's 1" in gezegd, "1 open, 0 klaar" in gezegd, "Uitval" in plan))
        assert doe(map_, "actie", "vervallen", "bloem", "R-01", "--reden", "Voorbij") in (0, 2)
    assert standen == [(True, True, True), (False, False, False)]
