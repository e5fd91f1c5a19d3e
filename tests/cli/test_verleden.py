"""What was known then, read from git: the same as a checkout of that commit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.cli.opdrachten import TABEL
from tests.cli.geschiedenis import SIGNAAL, begin, git, leg_vast, vervang

DAG = "2026-05-18"
BRIEF = resources.voorbeeld() / "de-klaproos/brieven/2026-05-04-ingebrekestelling/brief.md"
LEZEN: tuple[tuple[str, ...], ...] = (
    ("werklijst", "--alles"),
    ("werklijst", "--alles", "--sinds", "2026-05-01"),
    ("werklijst", "--nieuw", "--door", "marieke-hoekstra"),
    ("waarom", "1", "--alles"),
    ("overzicht",),
    ("toon", "waterlelie"),
    ("tijdlijn", "waterlelie"),
    ("zoek", "wachttijd"),
    ("controleer",),
    ("controleer", "waterlelie", "--streng", "--alleen-fouten"),
    ("verifieer",),
    ("classificeer", "de-klaproos", "--contract", "ambulant"),
    ("classificeer", "--alle"),
    ("classificeer", "de-klaproos", "--contract", "ambulant", "--waarde", "omzet=9", "--wat-als"),
    ("kpi", "de-klaproos"),
    ("kpi", "de-klaproos", "--boete", "1000"),
    ("verslag", "waterlelie", "2026-04-23-voortgang", "--lees"),
    ("gesprek", "maak", "verslag", "waterlelie", "2026-04-23-voortgang", "--lees"),
    ("rapport", "regio", "2026-K1", "--herkomst", "1"),
    ("rapport", "aanbieder", "waterlelie", "2026-K1", "--herkomst", "1"),
    ("lijst", "dekking"),
    ("lijst", "verplichtingen"),
    ("lijst", "wijzigingen"),
    ("lijst", "onduidelijkheden"),
    ("lijst", "leerpunten"),
    ("lijst", "voorbereiding"),
    ("planning", "2026"),
    ("lijst", "risicos", "de-klaproos"),
    ("escalatie", "toon", "waterlelie"),
    ("escalatie", "gelijk", "de-klaproos"),
    ("actie", "lijst", "--alles"),
    ("brief", "lijst"),
    ("brief", "lees", "waterlelie", "2026-05-07-vraag"),
    ("brief", "verifieer"),
    ("brief", "controleer", str(BRIEF), "de-klaproos", "2026-05-04-ingebrekestelling"),
    ("sjabloon", "lijst"),
    ("sjabloon", "toon", "agenda"),
    ("sjabloon", "controleer"),
    ("regime", "lijst"),
    ("regime", "toon", "sma-2026"),
    ("regime", "controleer"),
    ("regime", "dekking", "sma-2026"),
    ("regime", "proef", "sma-2026"),
    ("regime", "lezing", "sma-2026"),
    ("termijn", "4", "mei", "2026", "10", "werkdagen"),
)

GERAAKT = (
    ("toon", "waterlelie"),
    ("tijdlijn", "waterlelie"),
    ("controleer",),
    ("verifieer",),
    ("lijst", "risicos", "de-klaproos"),
    ("sjabloon", "toon", "agenda"),
    ("termijn", "4", "mei", "2026", "10", "werkdagen"),
)
"""What the commits of the history certainly touch."""


@pytest.fixture(scope="module")
def verleden(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path]]:
    """A register with six commits, and a checkout of each of them."""
    map_ = tmp_path_factory.mktemp("verleden")
    wortel = begin(map_ / "nu")
    stappen = [leg_vast(wortel, "begin", "2026-05-01")]
    feit = wortel / "waterlelie/signalen/2026-05-12-bereikbaar.yaml"
    feit.write_text(SIGNAAL, encoding="utf-8")
    vervang(
        wortel / "de-klaproos/lijsten/risicos.yaml", "Een gezinshuis stopt", "Een gezinshuis sluit"
    )
    stappen.append(leg_vast(wortel, "signaal en risico", "2026-05-12"))
    contract = wortel / "de-klaproos/contracten/ambulant/contract.yaml"
    vervang(contract, "kpi: uitval, norm: 8,", "kpi: uitval, norm: 6,")
    sjabloon = wortel / "sjablonen/agenda.md"
    sjabloon.parent.mkdir()
    sjabloon.write_text("{{ bestaat_niet }}\n", encoding="utf-8")
    vervang(wortel / "organisatie.yaml", "kalender: atw", "kalender: feestdagen")
    stappen.append(leg_vast(wortel, "norm, sjabloon, kalender", "2026-05-14"))
    (wortel / "waterlelie/lijsten/risicos.yaml").unlink()
    brief = next(wortel.glob("waterlelie/brieven/*/*.md"))
    brief.write_text(brief.read_text(encoding="utf-8") + "erbij", encoding="utf-8")
    stappen.append(leg_vast(wortel, "lijst weg, brief veranderd", "2026-05-15"))
    (wortel / "oude-linde/aanbieder.yaml").write_text("namen: [", encoding="utf-8")
    (wortel / "oude-linde/koppel").symlink_to("contracten")
    stappen.append(leg_vast(wortel, "kapot", "2026-05-16"))
    (wortel / "de-kleine-beer/aanbieder.yaml").unlink()
    checkouts = {}
    for hash_ in stappen:
        git(wortel, "worktree", "add", "--quiet", "--detach", str(map_ / hash_[:8]), hash_)
        checkouts[hash_] = map_ / hash_[:8] / "dossiers"
    return wortel, checkouts


@pytest.fixture
def clm(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CLM_VANDAAG", DAG)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("CLM_DOOR", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def roep(*woorden: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = draai(list(woorden))
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


@pytest.mark.parametrize("woorden", LEZEN, ids=" ".join)
def test_known_at_a_commit_equals_a_checkout_of_it(clm, verleden, woorden: tuple[str, ...]) -> None:
    wortel, checkouts = verleden
    uitkomsten = set()
    for hash_, checkout in checkouts.items():
        vorm = ("--json",) if hash_ == list(checkouts)[-1] else ()
        van_git = clm("--map", str(wortel), "--bekend", hash_, *woorden, *vorm)
        assert van_git == clm("--map", str(checkout), *woorden, *vorm)
        uitkomsten |= set() if vorm else {van_git}
    assert len(uitkomsten) > 1 or woorden not in GERAAKT


def test_the_work_tree_and_the_index_stay_as_they_are(clm, verleden) -> None:
    wortel, checkouts = verleden
    eerst = git(wortel, "status", "--porcelain"), (wortel.parent / ".git/index").read_bytes()
    clm("--map", str(wortel), "--bekend", next(iter(checkouts)), "controleer")
    nu = git(wortel, "status", "--porcelain"), (wortel.parent / ".git/index").read_bytes()
    assert eerst == nu
    assert eerst[0]


def test_every_command_that_reads_a_register_is_tried_above(clm, verleden) -> None:
    """Whatever answers at an earlier commit without a word more must be among them."""
    wortel, checkouts = verleden
    geprobeerd = {" ".join(woorden[:n]) for woorden in LEZEN for n in (1, 2)}
    zonder = {naam for naam, rij in TABEL.items() if rij.doel} - geprobeerd
    over = {"uitleg", "init", "voorbeeld", "schema"}  # about clm, or a folder that is named
    over |= {"regime woorden", "handleiding"}
    assert {
        naam
        for naam in zonder - over
        if clm("--map", str(wortel), "--bekend", next(iter(checkouts)), *naam.split())[0] != 2
    } == set()


@pytest.mark.parametrize("woorden", ["controleer --geschiedenis", "vergelijk", "wissen"])
def test_what_looks_at_the_whole_of_git_refuses_an_earlier_moment(clm, verleden, woorden) -> None:
    wortel, checkouts = verleden
    for bekend in (next(iter(checkouts)), "2026-05-13"):
        code, uit, fout = clm("--map", str(wortel), "--bekend", bekend, *woorden.split())
        assert (code, uit) == (2, "")
        assert "--bekend hoort niet bij" in fout


def test_a_day_takes_the_cards_from_git_and_the_facts_by_their_own_moment(clm, verleden) -> None:
    wortel, _ = verleden
    voor = clm("--map", str(wortel), "--bekend", "2026-05-11", "lijst", "risicos", "de-klaproos")
    na = clm("--map", str(wortel), "--bekend", "2026-05-13", "lijst", "risicos", "de-klaproos")
    assert "Let op: dit is wat op 11 mei 2026 was vastgelegd. Gerekend" in voor[2]
    toen = ("--map", str(wortel), "--bekend", "2026-05-11")
    brief = clm(*toen, "brief", "lees", "de-klaproos", "2026-03-05-verklaring")
    assert brief[2].count("Let op: dit is wat op 11 mei 2026 was vastgelegd. Gerekend") == 1
    assert "stopt" in voor[1]
    assert "stopt" not in na[1]
    assert "sluit" in na[1]
    laat = SIGNAAL.replace("2026-05-12", "2026-05-10")
    pad = wortel / "waterlelie/signalen/2026-05-10-laat-in-git.yaml"
    pad.write_text(laat, encoding="utf-8")
    try:
        dag = clm(
            "--map", str(wortel), "--bekend", "2026-05-11", "--json", "tijdlijn", "waterlelie"
        )
    finally:
        pad.unlink()
    bestanden = [rij["plek"]["bestand"] for rij in json.loads(dag[1])["gegevens"]]
    assert "waterlelie/signalen/2026-05-10-laat-in-git.yaml" in bestanden
    assert "waterlelie/signalen/2026-05-12-bereikbaar.yaml" not in bestanden


ZAAK = "de-klaproos/escalaties/2026-02-10-wachttijd/"
HERZIEN = """datum: 2026-05-14
vastgelegd: 2026-05-14T10:00:00+02:00
door: marieke-hoekstra
bij: 2026-04-14-wederhoor
reden: Er was niemand van ons bij
vervalt: ja
"""


def test_the_story_tells_apart_what_was_learned_later(clm, tmp_path: Path) -> None:
    """A receipt of the 6th that came in on the 13th, and a hearing that turned out to be none."""
    wortel = begin(tmp_path)
    (wortel / f"{ZAAK}2026-05-14-correctie.yaml").write_text(HERZIEN, encoding="utf-8")
    gemeen = ("--map", str(wortel), "tijdlijn", "de-klaproos", "--escalatie", "wachttijd")
    _, uit, fout = clm(*gemeen, "--bekend", "12-5-2026")
    assert "de kaarten, zoals aanbieder.yaml, zijn van nu" in fout, "no commit is that old"
    toen, _, later = uit.partition("PAS LATER BEKEND (2)")
    assert "Gebeurd tot en met 12 mei 2026, maar daarna pas vastgelegd of verbeterd" in later
    for woord in ("10.42", "Er was niemand van ons bij"):
        assert woord not in toen
        assert woord in later
    assert "wederhoor      Uitgenodigd" in toen
    assert "wederhoor      Uitgenodigd" not in later
    _, uit, _ = clm(*gemeen, "--bekend", "15-5-2026")
    assert "Over de tijd tot en met 15 mei 2026 is daarna niets vastgelegd." in uit
    _, uit, _ = clm(*gemeen)
    assert "LATER BEKEND" not in uit
    _, uit, _ = clm(*gemeen, "--bekend", "12-5-2026", "--json")
    rijen = json.loads(uit)["gegevens"]
    assert [r["plek"]["bestand"].rpartition("/")[2] for r in rijen if r.get("later_bekend")] == [
        "2026-05-06-bezorgd.yaml",
        "2026-05-14-correctie.yaml",
    ]
    assert rijen[-2:] == [rij for rij in rijen if rij.get("later_bekend")]


def test_a_name_that_git_does_not_know_is_refused(clm, verleden, tmp_path: Path) -> None:
    wortel, _ = verleden
    code, _, fout = clm("--map", str(wortel), "--bekend", "bestaatniet", "overzicht")
    assert code == 2
    assert "geen commit, tak of label" in fout
    tak = git(wortel, "symbolic-ref", "--short", "HEAD").strip()
    assert f"nu: de takken hier: {tak}; git log toont" in fout
    assert f"bedoelt u {tak}?" in clm("--map", str(wortel), "--bekend", f"{tak}x", "overzicht")[2]
    code, _, fout = clm("--map", str(wortel), "--bekend", "--all", "overzicht")
    assert code == 2
    (tmp_path / "organisatie.yaml").write_text("naam: X\n", encoding="utf-8")
    code, _, fout = clm("--map", str(tmp_path), "--bekend", "main", "overzicht")
    assert code == 2
    assert "dit register staat niet in git" in fout


def test_nothing_of_a_received_repository_runs(clm, verleden, tmp_path: Path) -> None:
    """Hooks, filters, pagers and programs that its settings name."""
    wortel, _ = verleden
    val = tmp_path / "val"
    val.write_text(f"#!/bin/sh\ntouch {tmp_path}/gesprongen\ncat\n")
    val.chmod(0o755)
    hooks = wortel.parent / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for naam in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / naam).write_text(val.read_text())
        (hooks / naam).chmod(0o755)
    gevaarlijk = ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "filter.x.smudge")
    for naam in gevaarlijk:
        git(wortel, "config", naam, str(val))
    (wortel.parent / ".git/info").mkdir(exist_ok=True)
    (wortel.parent / ".git/info/attributes").write_text("* filter=x diff=x\n")
    try:
        assert clm("--map", str(wortel), "--bekend", "HEAD", "overzicht")[0] == 0
    finally:
        for naam in gevaarlijk:
            git(wortel, "config", "--unset", naam)
        for naam in ("post-checkout", "post-index-change", "reference-transaction"):
            (hooks / naam).unlink()
    assert not (tmp_path / "gesprongen").exists()
