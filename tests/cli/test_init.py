"""A new register asks who uses it and from which day; what nobody said stays to be filled in."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from clm_cli.records.organisatie import Organisatie
from tests.toetsen import Toetsen

VAST = ["--vandaag", "2026-05-18"]


def _organisatie(map_: Path) -> Organisatie:
    return laad(map_).register.zoals().organisatie


def test_a_new_register_asks_who_you_are_and_from_which_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong answer is asked again at once, and who does not know passes."""
    antwoorden = [
        *("Regio Zuid", "Stadhuisplein 1", "1234", "1234ab", "Vaartstad", "Zuiderwaard"),
        *("'s-Gravendam, Dijkhuizen", 'Mia "Mies" de Vries', "", "mia", "mia@zuid.example"),
        *("ooit", "1 januari 2027"),
    ]
    monkeypatch.setattr("sys.stdin", Toetsen("\n".join([*antwoorden, ""])))
    assert draai(["init", str(tmp_path / "r"), *VAST]) == 0
    gezegd = capsys.readouterr()
    assert "'1234' is geen postcode zoals 1234 AB.\npostcode:" in gezegd.err
    assert "'mia' is geen e-mailadres.\nemail:" in gezegd.err
    assert "'ooit' is geen datum" in gezegd.err
    assert "aangenomen: functie contractmanager\n" in gezegd.err
    assert "nu: clm --map" in gezegd.out, "nothing is left to fill in"
    assert gezegd.out.index("organisatie.yaml") < gezegd.out.index("andere")
    organisatie = _organisatie(tmp_path / "r")
    assert (organisatie.naam, organisatie.regio) == ("Regio Zuid", "Zuiderwaard")
    assert organisatie.adres.regels == ("Stadhuisplein 1", "1234 AB  VAARTSTAD")
    assert [(g.id, g.naam) for g in organisatie.gemeenten] == [
        ("s-gravendam", "'s-Gravendam"),
        ("dijkhuizen", "Dijkhuizen"),
    ]
    [wie] = organisatie.personen
    assert (wie.id, wie.naam) == ("mia-mies-de-vries", 'Mia "Mies" de Vries')
    assert (wie.functie, wie.email) == ("contractmanager", ("mia@zuid.example",))
    assert str(organisatie.sinds) == "2027-01-01"
    assert organisatie.nog_in_te_vullen == ()


@pytest.mark.parametrize(
    ("getypt", "namen"),
    [
        ("Harlingen, Terschelling en Vlieland", ["Harlingen", "Terschelling", "Vlieland"]),
        (
            "Nuenen, Gerwen en Nederwetten, Berg en Dal en Wijchen",
            ["Nuenen, Gerwen en Nederwetten", "Berg en Dal", "Wijchen"],
        ),
        ("Peel en Maas", ["Peel en Maas"]),
    ],
)
def test_municipalities_in_a_sentence_are_each_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, getypt: str, namen: list[str]
) -> None:
    """At a question and in an option; some names are a row of names themselves."""
    monkeypatch.setattr("sys.stdin", Toetsen("\n" * 4 + f"{getypt}\n" + "\n" * 4))
    assert draai(["init", str(tmp_path / "r"), "--organisatie", "Zuid", *VAST]) == 0
    assert draai(["init", str(tmp_path / "s"), "--gemeente", getypt, *VAST, "--ja"]) == 0
    for map_ in ("r", "s"):
        assert [g.naam for g in _organisatie(tmp_path / map_).gemeenten] == namen


def test_who_stops_halfway_goes_on_with_what_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no register yet in which a draft could be: it is given back as options."""
    antwoorden = ("Regio Zuid", "", "", "", "", "Oost, 's-Gravendam")
    monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{rij}\n" for rij in antwoorden)))
    assert draai(["init", str(tmp_path / "r"), *VAST]) == 130
    verder = capsys.readouterr().err.partition("verder met wat u al typte: clm ")[2]
    monkeypatch.setattr("sys.stdin", Toetsen("\n" * 8))
    assert draai(shlex.split(verder)) == 0
    organisatie = _organisatie(tmp_path / "r")
    assert organisatie.naam == "Regio Zuid"
    assert [g.naam for g in organisatie.gemeenten] == ["Oost", "'s-Gravendam"]


def test_what_was_given_as_an_option_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Toetsen("\n" * 8))
    wie = ["--organisatie", "Regio Zuid", "--naam", "Mia"]
    assert draai(["init", str(tmp_path / "r"), *wie, *VAST]) == 0
    gezegd = capsys.readouterr()
    assert "organisatie:" not in gezegd.err
    assert "nu: vul" in gezegd.out
    organisatie = _organisatie(tmp_path / "r")
    assert (organisatie.naam, organisatie.personen[0].naam) == ("Regio Zuid", "Mia")
    assert str(organisatie.sinds) == "2026-05-18"
    assert "aangenomen: functie contractmanager; sinds 2026-05-18\n" in gezegd.err
    assert organisatie.nog_in_te_vullen == (
        "Straat van uw organisatie",
        "1000 SD",
        "Plaats van uw organisatie",
        "Naam van uw regio",
        "Gemeente Een",
        "uw.naam@organisatie.example",
    )


def test_the_day_is_said_as_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Toetsen("\n" * 9 + "vandaag\n"))
    assert draai(["init", str(tmp_path / "r"), *VAST]) == 0
    assert str(_organisatie(tmp_path / "r").sinds) == "2026-05-18"


@pytest.mark.parametrize(
    ("woord", "meant"),
    [
        ("begin", "clm init"),
        ("start", "clm handleiding eerste-dag"),
        ("help", "clm --help"),
        ("bezwaar", "clm escalatie bezwaar"),
        ("agenda", "clm gesprek maak agenda"),
        ("risico", "clm lijst risicos"),
        ("telefoon", "clm noteer"),
        ("werkljst", "clm werklijst"),
    ],
)
def test_the_first_word_that_somebody_tries_is_told_what_does_it(
    woord: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai([woord, *VAST]) == 2
    assert f"bedoelt u {meant}?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "vorm"),
    [
        ("overdracht --naar joost", "clm overdracht NAAR [DOSSIER…]"),
        ("rapport regio --periode 2026-K1", "clm rapport regio PERIODE"),
        ("kpi --dossier bloem", "clm kpi DOSSIER"),
    ],
)
def test_a_word_that_is_given_as_an_option_is_told_how_it_is_typed(
    woorden: str, vorm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai([*woorden.split(), *VAST]) == 2
    gezegd = capsys.readouterr().err
    assert "is hier een woord, geen optie." in gezegd
    assert f": {vorm}\n" in gezegd


def test_without_a_terminal_nothing_is_asked_and_what_cannot_be_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "r"
    assert draai(["init", str(map_), "--email", "mia", *VAST]) == 2
    gezegd = capsys.readouterr().err
    assert "'mia' is geen e-mailadres" in gezegd
    assert "Zo kan organisatie.yaml niet; er is niets geschreven." in gezegd
    assert not map_.exists()


def test_a_folder_that_holds_something_is_refused_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brief.docx").write_bytes(b"x")
    monkeypatch.setattr("sys.stdin", Toetsen())
    assert draai(["init", str(tmp_path), *VAST]) == 2


def test_a_repository_in_which_nothing_stands_yet_is_empty(tmp_path: Path) -> None:
    head = tmp_path / ".git/HEAD"
    head.parent.mkdir()
    head.write_text("ref: refs/heads/main\n", encoding="utf-8")
    assert draai(["init", str(tmp_path), "--ja", *VAST]) == 0
    assert (tmp_path / "organisatie.yaml").is_file()
    assert head.read_text(encoding="utf-8") == "ref: refs/heads/main\n"
