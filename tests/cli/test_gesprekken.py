"""The report of a talk: made of what was recorded, shared, and settled in the right version."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from tests import klein_register

KAART = "contracten: [ambulant]\nsoort: regulier\ndatum: {}\n"
GEHOUDEN = (
    "gehouden:\n  datum: 2026-05-04\n"
    "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n"
)
NAAM = "2026-05-04-voortgang"
WIE = "persoon=mia partij=opdrachtgever"
PUNT = "onderdeel=B-1 opmerking=Meer verwerking=overgenomen"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """One talk that was held, one that was not recorded, one to come, one that fell through."""
    gesprekken = {
        NAAM: KAART.format("2026-05-04") + GEHOUDEN,
        "2026-05-11-b": KAART.format("2026-05-11"),
        "2026-07-09-c": KAART.format("2026-07-09"),
        "2026-06-09-d": KAART.format("2026-06-09"),
    }
    bestanden = {f"bloem/gesprekken/{n}/gesprek.yaml": t for n, t in gesprekken.items()}
    vervallen = "bloem/gesprekken/2026-06-09-d/2026-05-12-vervallen.yaml"
    klein_register.lees(tmp_path, {**bestanden, vervallen: "reden: Ziek"})
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


@pytest.mark.parametrize(
    ("gesprek", "zin", "nu"),
    [
        ("2026-05-11-b", "Dit gesprek is nog niet vastgelegd", "gesprek gehouden"),
        ("2026-07-09-c", "Het gesprek van 9 juli 2026 moet nog komen", "gesprek maak agenda"),
        ("2026-06-09-d", "Dit gesprek is niet doorgegaan", "gesprek gepland"),
    ],
)
@pytest.mark.parametrize(
    "opdracht",
    [
        ("verslag", "bloem", "{}"),
        ("verslag", "bloem", "{}", "--concept"),
        ("gesprek", "gedeeld", "bloem", "{}", "--aan", "Jan", "--wijze", "e-mail"),
    ],
    ids=" ".join,
)
def test_of_a_talk_that_was_not_held_there_is_no_report(
    opdracht: tuple[str, ...],
    gesprek: str,
    zin: str,
    nu: str,
    map_: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    vandaag = "bloem/gesprekken/2026-05-18-e/gesprek.yaml"
    klein_register.schrijf(map_, {vandaag: KAART.format("2026-05-18")})
    assert doe(map_, *(woord.format(gesprek) for woord in opdracht)) == 2
    fout = capsys.readouterr().err
    assert zin in fout
    assert f"nu: clm {nu} bloem" in fout


def test_a_talk_of_today_can_be_recorded_already(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kaart = map_ / "bloem/gesprekken/2026-05-18-e/gesprek.yaml"
    kaart.parent.mkdir()
    kaart.write_text(KAART.format("2026-05-18"), encoding="utf-8")
    assert doe(map_, "verslag", "bloem", "2026-05-18-e") == 2
    fout = capsys.readouterr().err
    assert "Dit gesprek is nog niet vastgelegd" in fout
    assert "nu: clm gesprek gehouden bloem" in fout


def test_the_version_that_was_settled_is_sealed(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J29, J30: the reaction is in the report that is settled, or it is said that it is not."""
    gesprek = ("bloem", NAAM)
    delen = ("gesprek", "gedeeld", *gesprek, "--aan", "Jan", "--wijze", "e-mail")
    vast = ("gesprek", "vastgesteld", *gesprek, "--wijze", "schriftelijk")
    assert doe(map_, "verslag", *gesprek, "--vorm", "md") == 0
    assert "nu: clm gesprek gedeeld bloem" in capsys.readouterr().out
    assert doe(map_, *delen) == 0
    assert "aangenomen: datum 18 mei 2026; verslag verslag.md; versie 1" in capsys.readouterr().err
    reactie = ("--van", "Jan", "--ontvangen", "2026-05-18", "--punt", PUNT)
    assert doe(map_, "gesprek", "reactie", *gesprek, *reactie) == 0
    capsys.readouterr()
    assert doe(map_, *vast, "--proef") == 0
    proef = capsys.readouterr().out
    assert "2026-05-18-reactie#1 is overgenomen, en dit is het verslag zoals het is" in proef
    assert doe(map_, "verslag", *gesprek, "--vorm", "md") == 0
    assert "nu: clm gesprek vastgesteld bloem" in capsys.readouterr().out
    assert doe(map_, *vast) == 2
    assert "Kies uit: verslag.md, verslag-2.md" in capsys.readouterr().err
    assert doe(map_, *vast, "--verslag", "verslag-2.md") == 0
    assert "is overgenomen, en dit is" not in capsys.readouterr().out
    map_gesprek = map_ / "bloem/gesprekken" / NAAM
    feit = (map_gesprek / "2026-05-18-vastgesteld.yaml").read_text(encoding="utf-8")
    assert "bestand: verslag-2.md" in feit
    assert "overgenomen" in (map_gesprek / "verslag-2.md").read_text(encoding="utf-8")
    # once it is settled nothing more is advised
    assert doe(map_, "verslag", *gesprek, "--vorm", "md") == 0
    uit = capsys.readouterr().out
    assert "verslag-3.md" in uit
    assert "nu:" not in uit


def test_sharing_again_shares_what_was_not_shared(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gesprek = ("bloem", NAAM)
    delen = ("gesprek", "gedeeld", *gesprek, "--aan", "Jan", "--wijze", "e-mail")
    doe(map_, "verslag", *gesprek, "--vorm", "md")
    doe(map_, *delen)
    doe(map_, "verslag", *gesprek, "--vorm", "md")
    capsys.readouterr()
    assert doe(map_, *delen) == 0
    assert "verslag verslag-2.md; versie 2" in capsys.readouterr().err


def test_how_a_talk_was_held_is_only_said_when_it_was_recorded(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J19: physical is the wish; that it was so is a fact. Of the ambition the same (J22)."""
    assert doe(map_, "verslag", "bloem", NAAM, "--vorm", "md") == 0
    verslag = (map_ / "bloem/gesprekken" / NAAM / "verslag.md").read_text(encoding="utf-8")
    assert "fysiek" not in verslag
    assert "(of erbij is stilgestaan, is niet vastgelegd)" in verslag
    assert "Er zijn geen acties vastgelegd." in verslag
    assert "Een volgend overleg is niet vastgelegd." in verslag
    doe(map_, "tijdlijn", "bloem")
    assert "fysiek" not in capsys.readouterr().out
    assert doe(map_, "gesprek", "gepland", "bloem", "--datum", "2026-08-20") == 0
    assert "vorm fysiek" in capsys.readouterr().err
    assert "\nvorm: fysiek\n" in (
        map_ / "bloem/gesprekken/2026-08-20-voortgang/gesprek.yaml"
    ).read_text(encoding="utf-8")


ACTIE = "partij=aanbieder wie=Jan wat='Stuurt de lijst' klaar_als=lijst kant=AOC"
EERST = ("gesprek", "gehouden", "bloem", NAAM)


def kaart(map_: Path) -> str:
    return (map_ / "bloem/gesprekken" / NAAM / "gesprek.yaml").read_text(encoding="utf-8")


def test_a_talk_that_was_recorded_is_amended_and_nothing_of_it_goes(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *EERST, "--actie", ACTIE) == 2
    assert f"clm gesprek gehouden bloem {NAAM} --editor toont het ingevuld" in (
        capsys.readouterr().err
    )
    assert doe(map_, *EERST, "--actie", ACTIE, "--nogmaals") == 0
    assert kaart(map_).startswith(KAART.format("2026-05-04") + GEHOUDEN)
    assert doe(map_, *EERST, "--actie", ACTIE, "--nogmaals") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(map_, *EERST, "--actie", "id=A-01 uiterlijk=2026-06-01", "--nogmaals") == 0
    assert doe(map_, *EERST, "--actie", ACTIE.replace("lijst", "brief"), "--nogmaals") == 0
    gehouden = kaart(map_).partition("  acties:\n")[2]
    assert gehouden.count("- id: A-") == 2
    assert (
        "id: A-01\n      partij: aanbieder\n      wie: Jan\n      wat: Stuurt de lijst" in gehouden
    )
    assert "uiterlijk: 2026-06-01" in gehouden
    assert "wat: Stuurt de brief" in gehouden


def test_an_action_in_other_words_keeps_its_number(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sheet that was filled in says all of the talk again, and has no numbers."""
    rij = "  - {{partij: aanbieder, wie: Jan, wat: {}, klaar_als: lijst, kant: AOC}}\n"
    blad = map_.parent / "gesprek.yaml"
    for watten, nummers in (
        (("Stuurt de lijst", "Belt de school"), ["A-01", "A-02"]),
        (("Belt de school", "Stuurt de lijst per mail"), ["A-02", "A-01"]),
        (("Belt de school", "Vraagt een tolk"), ["A-02", "A-03"]),
    ):
        rest = kaart(map_).partition("gehouden:\n")[2].partition("  acties:\n")[0]
        acties = "".join(rij.format(wat) for wat in watten)
        blad.write_text(textwrap.dedent(rest) + "acties:\n" + acties, encoding="utf-8")
        assert doe(map_, *EERST, "--bestand", str(blad), "--nogmaals") == 0
        rijen = YAML(typ="safe").load(kaart(map_))["gehouden"]["acties"]
        assert [(een["wat"], een["id"]) for een in rijen] == list(zip(watten, nummers, strict=True))
    gezegd = " ".join(capsys.readouterr().out.split())
    assert gezegd.count("let op: A-01 houdt zijn nummer, en was: Stuurt de lijst") == 1


def test_the_editor_opens_on_what_was_recorded(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = map_ / "editor.py"
    script.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[1])\nt = p.read_text()\n"
        "assert 'persoon: mia' in t\n"
        "p.write_text(t.replace('# ambitie:', 'ambitie: ja'))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    assert doe(map_, *EERST, "--editor") == 0, capsys.readouterr().err
    assert kaart(map_) == KAART.format("2026-05-04") + GEHOUDEN + "  ambitie: ja\n"


def test_advice_on_a_report_that_was_shared_breaks_no_seal(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J30: a card that was sealed stays as it is; what it lacks is for the next talk."""
    pad = map_ / "bloem/gesprekken" / NAAM / "gesprek.yaml"
    actie = "  acties: [{id: A-01, partij: aanbieder, wie: Jan, wat: Belt}]\n"
    pad.write_text(KAART.format("2026-05-04") + GEHOUDEN + actie, encoding="utf-8")
    doe(map_, "controleer", "bloem")
    assert "vul uiterlijk en klaar_als in" in capsys.readouterr().out
    doe(map_, "verslag", "bloem", NAAM, "--vorm", "md", "--concept")
    delen = ("gesprek", "gedeeld", "bloem", NAAM, "--aan", "Jan", "--wijze", "e-mail")
    assert doe(map_, *delen) == 0
    capsys.readouterr()
    doe(map_, "controleer", "bloem")
    uit = " ".join(capsys.readouterr().out.split())
    assert "vul uiterlijk en klaar_als in" not in uit
    assert "bespreek het in het volgende gesprek, of zet de melding opzij: clm overgeslagen" in uit
    opzij = ("overgeslagen", "bloem", f"gesprekken/{NAAM}/gesprek", "--code", "DOS206")
    assert doe(map_, *opzij, "--reden", "Staat op de volgende agenda") == 0


def test_the_report_is_shown_as_it_will_be_written(map_: Path, capsys) -> None:
    """No sign of Markdown before a point or a comma, in a terminal or in a diff."""
    assert doe(map_, "verslag", "bloem", NAAM, "--lees") == 0
    getoond = capsys.readouterr().out
    assert "maandag 4 mei 2026" in getoond
    assert "\\" not in getoond


@pytest.mark.parametrize(
    ("opdracht", "gesprek"),
    [
        (("verslag", "bloem", "--vorm", "md"), NAAM),
        (("gesprek", "maak", "agenda", "bloem", "--vorm", "md"), "2026-07-09-c"),
        (("gesprek", "maak", "notitie", "bloem", "--vorm", "md"), "2026-07-09-c"),
        (("gesprek", "verstuurd", "bloem"), "2026-07-09-c"),
        (("gesprek", "gehouden", "bloem", "--aanwezig", WIE), "2026-05-11-b"),
    ],
    ids=str,
)
def test_without_a_name_it_is_the_talk_whose_turn_it_is(
    opdracht: tuple[str, ...], gesprek: str, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that fell through is never meant."""
    assert doe(map_, *opdracht) == 0
    assert gesprek in capsys.readouterr().out


def test_where_more_talks_wait_only_those_are_named(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "gesprek", "vervallen", "bloem", "--reden", "Ziek") == 2
    assert "nu: kies uit 2026-05-11-b, 2026-07-09-c\n" in capsys.readouterr().err


def test_the_line_on_the_agenda_ends_when_it_went_out(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the list of work asks has a command that says it was done."""
    regel = ("werklijst", "bloem", "--dagen", "90", "--json")
    assert doe(map_, *regel) == 0
    assert "Agenda en stukken voor het gesprek van 9 juli 2026" in capsys.readouterr().out
    verstuurd = ("gesprek", "verstuurd", "bloem", "2026-07-09-c")
    for _ in range(2):
        assert doe(map_, *verstuurd, "--datum", "15 mei 2026") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(map_, *verstuurd) == 2
    assert "zijn al verstuurd, op 15 mei 2026; er is niets geschreven" in capsys.readouterr().err
    assert doe(map_, *regel) == 0
    assert "Agenda en stukken" not in capsys.readouterr().out


def test_nothing_goes_out_for_a_talk_that_was_held(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "gesprek", "verstuurd", "bloem", NAAM) == 2
    fout = capsys.readouterr().err
    assert "Dit gesprek is gehouden op 4 mei 2026; er is niets geschreven" in fout


def test_nothing_goes_out_for_a_talk_that_will_not_be(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "gesprek", "vervallen", "bloem", "2026-07-09-c", "--reden", "Ziek") == 0
    assert doe(map_, "gesprek", "verstuurd", "bloem", "2026-07-09-c") == 2
    fout = capsys.readouterr().err
    assert "Dit gesprek is vervallen op 18 mei 2026; er is niets geschreven" in fout


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ("maak agenda", "Dit gesprek is vervallen op 18 mei 2026"),
        ("maak notitie", "Dit gesprek is vervallen op 18 mei 2026"),
        ("gehouden", "Dit gesprek is vervallen"),
        ("gedeeld", "Dit gesprek is niet doorgegaan; er is dus geen verslag"),
        ("reactie", "Dit gesprek is niet doorgegaan; er is dus geen verslag"),
        ("vastgesteld", "Dit gesprek is niet doorgegaan; er is dus geen verslag"),
    ],
)
def test_of_a_talk_that_fell_through_nothing_is_made_asked_or_advised_but_a_new_one(
    map_: Path, opdracht: str, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Said at once: no form opens, and no report is asked of a talk that was not held."""
    assert doe(map_, "gesprek", "vervallen", "bloem", "2026-07-09-c", "--reden", "Ziek") == 0
    capsys.readouterr()
    assert doe(map_, "gesprek", *opdracht.split(), "bloem", "2026-07-09-c") == 2
    fout = capsys.readouterr().err
    assert zin in fout
    assert "clm gesprek gepland bloem" in fout


@pytest.mark.parametrize("genoemd", [(), ("--verslag", "verslag.md")])
def test_the_same_report_shared_with_somebody_else_is_the_same_version(
    map_: Path, genoemd: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """J28: a second sharing is said to be one; the version is counted by the document alone."""
    assert doe(map_, "verslag", "bloem", NAAM, "--vorm", "md") == 0
    deel = ("gesprek", "gedeeld", "bloem", NAAM, "--wijze", "e-mail", *genoemd)
    assert doe(map_, *deel, "--aan", "Jan") == 0
    assert doe(map_, *deel, "--aan", "Piet") == 2
    assert "Dit staat er al anders: bloem/gesprekken/" in capsys.readouterr().err
    assert doe(map_, *deel, "--aan", "Piet", "--nogmaals") == 0
    assert "versie 1" in capsys.readouterr().err


def test_a_talk_to_come_advises_nothing_that_cannot_be_done_before_its_day(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "werklijst", "bloem", "--dagen", "90", "--json") == 0
    gezegd = capsys.readouterr().out
    assert (
        '"nu": "gaat het niet door: clm gesprek verzet bloem 2026-07-09-c  of  clm gesprek '
        'vervallen bloem 2026-07-09-c"'
    ) in gezegd
    assert "gesprek gehouden bloem 2026-07-09-c" not in gezegd
    assert "gesprek gehouden bloem 2026-05-11-b" in gezegd


def test_a_reaction_that_came_after_the_report_was_settled_is_work_until_it_is_dealt_with(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J29: the clause names no consequence of a late reaction; that nobody answers it is seen."""
    kop = klein_register.KOP.format
    stuk = map_ / f"bloem/gesprekken/{NAAM}"
    assert doe(map_, "verslag", "bloem", NAAM, "--vorm", "md") == 0
    deel = ("gesprek", "gedeeld", "bloem", NAAM, "--aan", "Jan", "--wijze", "e-mail")
    assert doe(map_, *deel, "--datum", "2026-05-05") == 0
    vast = ("gesprek", "vastgesteld", "bloem", NAAM)
    zwijgen = ("--wijze", "geen reactie ontvangen", "--datum", "2026-05-13")
    assert doe(map_, *vast, *zwijgen) == 0, capsys.readouterr().err
    (stuk / "2026-05-15-reactie.yaml").write_text(
        kop(dag="2026-05-15") + "bij: 2026-05-05-gedeeld\nvan: Jan\nontvangen: 2026-05-15\n"
        "punten: [{id: '1', onderdeel: B-1, opmerking: Meer}]\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    assert doe(map_, "werklijst", "bloem", "--alles", "--json") == 0
    lijst = capsys.readouterr().out
    assert "Reacties op het verslag van 4 mei 2026 verwerken (1)" in lijst
    assert "het verslag is vastgesteld op 13 mei 2026" in lijst
    assert "te laat: de laatste dag was" in lijst
    punt = "punt=2026-05-15-reactie#1 verwerking=niet reden=te-laat"
    assert doe(map_, *vast, "--wijze", "schriftelijk") == 2
    assert "Nog niet verwerkt: 2026-05-15-reactie#1" in capsys.readouterr().err
    assert doe(map_, *vast, "--wijze", "schriftelijk", "--verwerkt", punt) == 0
    assert doe(map_, *vast, "--wijze", "in gesprek") == 2, "settled, and nothing came in since"
    capsys.readouterr()
    assert doe(map_, "werklijst", "bloem", "--alles", "--json") == 0
    assert "Reacties op het verslag" not in capsys.readouterr().out
    doe(map_, "controleer", "bloem")
    assert "DOS321" not in capsys.readouterr().out


@pytest.mark.parametrize("naam", ["4-5", "4-5-2026", "04/05"])
def test_a_talk_is_called_by_its_day_as_people_type_it(
    map_: Path, capsys: pytest.CaptureFixture[str], naam: str
) -> None:
    assert doe(map_, "verslag", "bloem", naam, "--vorm", "md") == 0
    assert f"bloem/gesprekken/{NAAM}/verslag.md" in capsys.readouterr().out
    for geen in ("5-4", "5-04", "13-4", "18/5/2027"):  # of no talk the day, the other way round
        capsys.readouterr()
        assert doe(map_, "verslag", "bloem", geen, "--vorm", "md") == 2
        assert f"'{geen}' past op geen van de gesprekken" in capsys.readouterr().err


def test_a_day_that_can_be_two_is_asked(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """05-11 is 5 November to a Dutch reader, and the end of the name of a talk of 11 May."""
    naam = "bloem/gesprekken/2026-11-05-f/gesprek.yaml"
    klein_register.schrijf(map_, {naam: KAART.format("2026-11-05")})
    assert doe(map_, "verslag", "bloem", "05-11", "--vorm", "md") == 2
    assert "past op 2 van de gesprekken" in capsys.readouterr().err
    assert doe(map_, "verslag", "bloem", "5-11", "--vorm", "md") == 2
    assert "5 november 2026 moet nog komen" in capsys.readouterr().err
