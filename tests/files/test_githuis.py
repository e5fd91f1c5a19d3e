"""Where git keeps a register: what lies elsewhere and does not know the register is not written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.cli.geschiedenis import git

NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def ander(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that the user has for something else, with a commit and something not in it."""
    for naam, waarde in GIT.items():
        monkeypatch.setenv(naam, waarde)
    return _in_git(_met(tmp_path / "ander", {"boek.txt": "een\n"}))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    map_ = tmp_path / "r"
    klein_register.lees(map_, {})
    return map_


def _met(map_: Path, bestanden: dict[str, str]) -> Path:
    klein_register.schrijf(map_, bestanden)
    return map_


def _in_git(map_: Path) -> Path:
    git(map_, "init", "--quiet")
    for naam, waarde in (("name", "Mia"), ("email", "mia@example.org")):
        git(map_, "config", f"user.{naam}", waarde)
    git(map_, "add", "--all")
    git(map_, "commit", "--quiet", "-m", "begin")
    return map_


def _verwijs(map_: Path, ander: Path) -> None:
    (map_ / ".git").write_text(f"gitdir: {ander / '.git'}\n", encoding="utf-8")


def _koppel(map_: Path, ander: Path) -> None:
    (map_ / ".git").symlink_to(ander / ".git")


def _samen(map_: Path, ander: Path) -> None:
    _in_git(map_)
    (map_ / ".git/commondir").write_text(f"{ander / '.git'}\n", encoding="utf-8")


def _werkboom(map_: Path, ander: Path) -> None:
    """As a work tree of the other one would look, of which that one knows nothing."""
    plek = map_ / "k/worktrees/r"
    plek.mkdir(parents=True)
    for naam, inhoud in (("gitdir", map_ / ".git"), ("commondir", ander / ".git")):
        (plek / naam).write_text(f"{inhoud}\n", encoding="utf-8")
    shutil.copy(ander / ".git/HEAD", plek)
    (map_ / ".git").write_text(f"gitdir: {plek}\n", encoding="utf-8")


def _andere_boom(map_: Path, ander: Path) -> None:
    """The work tree that the other one knows is another folder."""
    git(ander, "worktree", "add", "--quiet", str(map_.parent / "boom"))
    shutil.copy(map_.parent / "boom/.git", map_ / ".git")


def _elders(map_: Path, ander: Path) -> None:
    _in_git(map_)
    git(map_, "config", "core.worktree", str(ander))


def _deel(pad: str) -> Callable[[Path, Path], None]:
    def doe(map_: Path, ander: Path) -> None:
        plek = _in_git(map_) / ".git" / pad
        if plek.is_dir():
            shutil.copytree(plek, ander / ".git" / pad, dirs_exist_ok=True)
            shutil.rmtree(plek)
        else:
            (ander / ".git" / pad).touch()
            plek.unlink(missing_ok=True)
        plek.symlink_to(ander / ".git" / pad)

    return doe


IN_GIT = (
    *("objects", "objects/pack", "refs", "refs/heads", "logs", "logs/HEAD"),
    *("index", "COMMIT_EDITMSG"),
)
VREEMD = {
    "a file that names it": _verwijs,
    "a link to it": _koppel,
    "its objects and branches": _samen,
    "a work tree that it does not know": _werkboom,
    "a work tree of it elsewhere": _andere_boom,
    "its files": _elders,
    **{f"a link in it: {pad}": _deel(pad) for pad in IN_GIT},
}


@pytest.mark.parametrize("hoe", VREEMD)
def test_a_register_does_not_decide_in_which_repository_git_writes(
    map_: Path, ander: Path, hoe: str, capsys: pytest.CaptureFixture[str]
) -> None:
    VREEMD[hoe](map_, ander)
    voor = _alles(ander)
    for woorden in (f"{NOTEER} --commit", "delen", "ophalen", f"delen --begin {map_.parent}/s"):
        assert _clm(map_, woorden) == 2
        fout = capsys.readouterr().err
        assert "kan hier niet: git schrijft dan" in fout, fout
    assert _alles(ander) == voor
    assert _clm(map_, NOTEER) == 0


def test_a_place_that_knows_the_register_is_its_own(
    map_: Path, ander: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nr, hoe in enumerate((_eigen_boom, _eigen_plek, _in_een_groter, _haken_elders)):
        plek = hoe(shutil.copytree(map_, map_.parent / f"r{nr}"), ander)
        assert _clm(plek, f"{NOTEER} --commit") == 0, capsys.readouterr().err
        assert "contacten/2026-05-18" in git(plek, "log", "-1", "--name-only", "--format=%s")
        assert git(plek, "status", "--porcelain", "--", ".").strip() == ""


def _eigen_boom(map_: Path, _: Path) -> Path:
    git(_in_git(map_), "worktree", "add", "--quiet", str(map_.parent / "boom"))
    return map_.parent / "boom"


def _eigen_plek(map_: Path, _: Path) -> Path:
    """What the refusal advises makes it one's own."""
    git(map_, "init", "--quiet", f"--separate-git-dir={map_.parent / 'plek'}")
    _in_git(map_)
    assert _clm(map_, f"{NOTEER} --commit") == 2
    git(map_, "config", "core.worktree", str(map_))
    return map_


def _in_een_groter(map_: Path, ander: Path) -> Path:
    shutil.copytree(map_, ander / "diep/r")
    _in_git(ander)
    return ander / "diep/r"


def _haken_elders(map_: Path, _: Path) -> Path:
    haken = _in_git(map_) / ".git/hooks"
    shutil.rmtree(haken, ignore_errors=True)
    haken.symlink_to(map_.parent)
    return map_


def test_what_a_hook_of_another_repository_passes_on_does_not_count(
    map_: Path, ander: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In no repository of its own nothing is recorded; in one, it is recorded there."""
    eigen = _in_git(shutil.copytree(map_, map_.parent / "eigen"))
    voor = _alles(ander)
    for hier, code in ((map_, 2), (eigen, 0)):
        with monkeypatch.context() as haak:
            for naam, plek in (("GIT_DIR", ".git"), ("GIT_INDEX_FILE", ".git/index")):
                haak.setenv(naam, str(ander / plek))
            haak.setenv("GIT_WORK_TREE", str(hier))
            assert _clm(hier, f"{NOTEER} --commit") == code
        assert _alles(ander) == voor
    assert "contacten/2026-05-18" in git(eigen, "log", "-1", "--name-only", "--format=%s")


def test_a_folder_of_two_lines_is_no_place_for_git(map_: Path, capsys) -> None:
    """It answers with a line for each place, so of such a name nobody knows where it writes."""
    hier = _in_git(shutil.copytree(map_, map_.parent / "een\ntwee"))
    assert _clm(hier, f"{NOTEER} --commit") == 2
    assert "staat een regeleinde" in capsys.readouterr().err


def _alles(map_: Path) -> dict[str, bytes]:
    return {str(pad): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _clm(map_: Path, woorden: str) -> int:
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
    return draai([*woorden.split(), *vast])
