"""Facts are only ever added: what git shows of it, on histories made for the purpose."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from clm_cli.files.geschiedenis import controleer_geschiedenis
from clm_cli.files.lader import laad
from clm_cli.meldingen import ClmFout, Ernst
from tests.cli.geschiedenis import git, leg_vast
from tests.klein_register import BASIS, schrijf

MERGES = 25
CONTACT = "wijze: telefoon\nrichting: uitgaand\nmet: [An]\nkern: {}\n"
F = "bloem/contacten/2026-05-04-telefoon-een.yaml"


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    wortel = tmp_path / "r" / "dossiers"
    schrijf(wortel, {**BASIS, F: CONTACT.format("eerste")})
    (wortel / ".gitattributes").write_text("* -text\n")
    git(wortel, "init", "--quiet", "--initial-branch=main")
    leg_vast(wortel, "begin", "2026-05-04")
    return wortel


def codes(map_: Path, top: str | None = None) -> list[str]:
    """What is found, without what is only good to know."""
    alle = controleer_geschiedenis(map_, laad(map_).register, top)
    return [m.code for m in alle if m.ernst is not Ernst.INFO]


def feit(map_: Path, naam: str, kern: str = "iets") -> str:
    pad = f"bloem/contacten/{naam}.yaml"
    schrijf(map_, {pad: CONTACT.format(kern)})
    return pad


def test_adding_facts_and_changing_cards_is_fine(map_: Path) -> None:
    feit(map_, "2026-05-05-telefoon-twee")
    kaart = map_ / "bloem/aanbieder.yaml"
    kaart.write_text(kaart.read_text() + "# later\n")
    leg_vast(map_, "meer", "2026-05-05")
    assert codes(map_) == []


def test_a_register_that_is_not_in_git_is_refused(tmp_path: Path) -> None:
    schrijf(tmp_path, BASIS)
    for _ in ("no repository", "nothing recorded in it"):
        with pytest.raises(ClmFout, match="staat niet in git, of er is nog niets vastgelegd"):
            controleer_geschiedenis(tmp_path, laad(tmp_path).register, None)
        git(tmp_path, "init", "--quiet")


@pytest.mark.parametrize("vast", [False, True], ids=["in the folder", "committed"])
def test_any_flipped_byte_of_a_fact_is_found(map_: Path, vast: bool) -> None:
    inhoud = bytearray((map_ / F).read_bytes())
    rng = random.Random(7)
    for plaats in rng.sample(range(len(inhoud)), 5):
        anders = bytearray(inhoud)
        anders[plaats] ^= 1
        (map_ / F).write_bytes(anders)
        if vast:
            leg_vast(map_, "anders", "2026-05-05")
        assert "GIT601" in codes(map_)


def test_a_fact_that_was_changed_and_changed_back_is_found(map_: Path) -> None:
    was = (map_ / F).read_text()
    (map_ / F).write_text(was.replace("eerste", "tweede"))
    leg_vast(map_, "anders", "2026-05-05")
    (map_ / F).write_text(was)
    leg_vast(map_, "terug", "2026-05-06")
    assert codes(map_) == ["GIT601", "GIT601"]


def test_a_fact_that_went_or_got_another_name_is_found(map_: Path) -> None:
    (map_ / F).rename(map_ / F.replace("een", "anders"))
    leg_vast(map_, "hernoemd", "2026-05-05")
    assert codes(map_) == ["GIT602"]


def test_a_fact_taken_away_in_the_folder_alone_is_found(map_: Path) -> None:
    (map_ / F).unlink()
    assert codes(map_) == ["GIT602"]


def _takken(map_: Path) -> None:
    git(map_, "branch", "collega")
    feit(map_, "2026-05-05-telefoon-hier")
    leg_vast(map_, "hier", "2026-05-05")
    git(map_, "checkout", "--quiet", "collega")
    feit(map_, "2026-05-05-telefoon-daar")
    leg_vast(map_, "daar", "2026-05-05")
    git(map_, "checkout", "--quiet", "main")


def test_a_clean_merge_is_fine_and_an_evil_one_is_found(map_: Path) -> None:
    _takken(map_)
    git(map_, "merge", "--quiet", "--no-commit", "--no-ff", "collega")
    pad = map_ / "bloem/contacten/2026-05-05-telefoon-daar.yaml"
    pad.write_text(pad.read_text().replace("iets", "iets anders"))
    leg_vast(map_, "samen", "2026-05-06")
    assert codes(map_) == ["GIT601"]
    melding = next(m for m in controleer_geschiedenis(map_, laad(map_).register, None))
    assert "bij het samenvoegen van twee takken gewijzigd" in melding.tekst


def test_a_merge_that_drops_a_fact_is_found(map_: Path) -> None:
    _takken(map_)
    git(map_, "merge", "--quiet", "-s", "ours", "collega")
    assert codes(map_) == ["GIT602"]


def test_many_merges_of_two_people_never_meet_in_a_fact(map_: Path) -> None:
    """Facts have names of their own, so git never has to join two of them."""
    rng = random.Random(11)
    for nummer in range(MERGES):
        git(map_, "branch", f"b{nummer}")
        for tak, wie in (("main", "mia"), (f"b{nummer}", "bo")):
            git(map_, "checkout", "--quiet", tak)
            for deel in range(rng.randint(1, 3)):
                feit(map_, f"2026-05-{5 + nummer % 20:02d}-telefoon-{wie}-{nummer}-{deel}")
            leg_vast(map_, f"{wie} {nummer}", "2026-05-25")
        git(map_, "checkout", "--quiet", "main")
        git(map_, "merge", "--quiet", "--no-edit", f"b{nummer}")
    assert codes(map_) == []


def test_a_rewritten_history_is_seen_by_the_tip_that_was_kept(map_: Path) -> None:
    feit(map_, "2026-05-05-telefoon-twee")
    eerder = leg_vast(map_, "twee", "2026-05-05")
    assert codes(map_, eerder) == []
    git(map_, "commit", "--quiet", "--amend", "-m", "anders", dag="2026-05-05")
    assert codes(map_, eerder) == ["GIT603"]
    assert codes(map_, "0" * 40) == ["GIT603"]


def test_a_branch_that_was_overwritten_on_the_server_is_seen(map_: Path, tmp_path: Path) -> None:
    git(map_, "clone", "--quiet", "--bare", str(map_.parent / "dossiers"), str(tmp_path / "s"))
    git(map_, "clone", "--quiet", str(tmp_path / "s"), str(tmp_path / "k"))
    collega = tmp_path / "k"
    git(map_, "commit", "--quiet", "--amend", "-m", "anders")
    git(map_, "push", "--quiet", "--force", str(tmp_path / "s"), "main")
    git(collega, "fetch", "--quiet")
    assert codes(collega) == ["GIT603"]


def test_what_makes_history_invisible_is_no_clean_result(map_: Path, tmp_path: Path) -> None:
    feit(map_, "2026-05-05-telefoon-twee")
    leg_vast(map_, "twee", "2026-05-05")
    ondiep = tmp_path / "ondiep"
    git(map_, "clone", "--quiet", "--depth=1", f"file://{map_}", str(ondiep))
    assert codes(ondiep) == ["GIT605"]
    git(map_, "replace", "HEAD", "HEAD~1")
    assert codes(map_) == ["GIT605"]


def test_settings_that_change_or_hide_files_are_named(map_: Path) -> None:
    (map_ / ".gitattributes").write_text("*.yaml merge=union filter=x\n")
    git(map_, "config", "core.autocrlf", "true")
    git(map_, "config", "core.sparseCheckout", "true")
    git(map_, "update-index", "--assume-unchanged", "bloem/aanbieder.yaml")
    assert codes(map_) == ["GIT607"] * 5


def test_of_many_files_that_git_does_not_look_at_five_are_named(map_: Path) -> None:
    alle = git(map_, "ls-files", "bloem", "organisatie.yaml", "kpis.yaml").split()
    git(map_, "update-index", "--assume-unchanged", *alle)
    gevonden = controleer_geschiedenis(map_, laad(map_).register, None)
    [melding] = [m for m in gevonden if m.code == "GIT607"]
    assert len(alle) > 5
    assert melding.tekst.endswith(f" wijzigingen in {', '.join(sorted(alle)[:5])}")


@pytest.mark.parametrize(("uur", "code"), [("12:00:00", []), ("11:59:59", ["GIT609"])])
def test_a_fact_may_come_into_git_seven_days_later(map_: Path, uur: str, code: list[str]) -> None:
    pad = feit(map_, "2026-05-05-telefoon-week")
    (map_ / pad).write_text((map_ / pad).read_text().replace("T12:00:00", f"T{uur}"))
    leg_vast(map_, "week", "2026-05-12")
    alle = controleer_geschiedenis(map_, laad(map_).register, None)
    assert [m.code for m in alle if m.plek and m.plek.pad == pad] == code


def test_facts_outside_git_and_leftovers_are_told(map_: Path) -> None:
    feit(map_, "2026-05-05-telefoon-twee")
    (map_ / "bloem/.plan.yaml.123.abc.nieuw").write_text("x")
    alle = {m.code: m for m in controleer_geschiedenis(map_, laad(map_).register, None)}
    assert {"GIT606", "GIT608"} <= set(alle)
    assert alle["GIT606"].tekst == "1 feit staat nog niet in git"
    (map_ / ".gitignore").write_text("*-twee.yaml\n")
    assert codes(map_) == ["GIT606"]


def test_a_fact_that_came_into_git_late_or_too_early_is_told(map_: Path) -> None:
    feit(map_, "2026-05-05-telefoon-laat")
    feit(map_, "2026-05-06-telefoon-laat")
    leg_vast(map_, "laat", "2026-06-20")
    laat = controleer_geschiedenis(map_, laad(map_).register, None)[-1]
    assert laat.code == "GIT609"
    assert laat.tekst == (
        "pas op 20 juni 2026 in git gekomen, 46 dagen later; dat geldt voor 2 feiten van die dag"
    )
    feit(map_, "2026-07-20-telefoon-vroeg")
    leg_vast(map_, "vroeg", "2026-06-21")
    assert codes(map_) == ["GIT609"]


@pytest.mark.parametrize(("daad", "code"), [("weg", "GIT602"), ("anders", "GIT601")])
def test_what_a_merge_did_to_a_fact_is_found_also_when_another_says_the_same(
    map_: Path, daad: str, code: str
) -> None:
    git(map_, "branch", "collega")
    hier = feit(map_, "2026-05-05-telefoon-mia")
    leg_vast(map_, "hier", "2026-05-05")
    git(map_, "checkout", "--quiet", "collega")
    feit(map_, "2026-05-05-telefoon-mia-2")
    leg_vast(map_, "daar", "2026-05-05")
    git(map_, "checkout", "--quiet", "main")
    git(map_, "merge", "--quiet", "--no-commit", "--no-ff", "collega")
    if daad == "weg":
        (map_ / hier).unlink()
    else:
        (map_ / hier).write_bytes((map_ / hier).read_bytes().replace(b"iets", b"niet"))
    leg_vast(map_, "samen", "2026-05-06")
    assert codes(map_) == [code]
