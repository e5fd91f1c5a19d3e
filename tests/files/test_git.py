"""A received register brings hooks: none runs, whatever git is asked, unless the user wants it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files import gitproces, gitwerk
from clm_cli.files.git import boom, inhouden
from tests import klein_register
from tests.cli.geschiedenis import git, leg_vast
from tests.files.eigen_git import eigen_git

HAKEN = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-checkout"),
    *("post-merge", "post-rewrite", "pre-push", "reference-transaction", "post-index-change"),
)
LEZEN = (
    "werklijst",
    "controleer --geschiedenis",
    "vergelijk",
    "verifieer",
    "wissen Bloem",
    "overzicht --bekend HEAD",
    "tijdlijn bloem --bekend 12-5-2026",
)
NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan --commit"


def zet_haken(map_: Path, blad: Path, wie: str) -> None:
    """Hooks that write whose they are, and which."""
    map_.mkdir(exist_ok=True)
    for naam in HAKEN:
        (map_ / naam).write_text(f'#!/bin/sh\necho "{wie} {naam}" >>{blad}\n', encoding="utf-8")
        (map_ / naam).chmod(0o755)


@pytest.fixture
def gedraaid(tmp_path: Path) -> Path:
    return tmp_path / "gedraaid"


@pytest.fixture
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of the user."""
    pad = tmp_path / "eigen"
    pad.write_text("[user]\n\tname = Mia\n\temail = mia@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(pad))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return pad


@pytest.fixture
def map_(tmp_path: Path, eigen: Path, gedraaid: Path) -> Path:
    """A register as it was received, with a hook for everything."""
    wortel = tmp_path / "r"
    klein_register.lees(wortel)
    subprocess.run(["git", "init", "-q", str(wortel)], check=True)
    leg_vast(wortel, "begin", "2026-05-11")
    zet_haken(wortel / ".git/hooks", gedraaid, "register")
    return wortel


def clm(map_: Path, woorden: str) -> int:
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
    return draai([*woorden.split(), *vast])


def namen(gedraaid: Path) -> set[str]:
    return set(gedraaid.read_text("utf-8").splitlines()) if gedraaid.exists() else set()


@pytest.mark.parametrize("woorden", LEZEN)
def test_a_command_that_reads_runs_no_hook(map_: Path, gedraaid: Path, woorden: str) -> None:
    (map_ / "bloem/aanbieder.yaml").touch()  # git would like to look at it again
    assert clm(map_, woorden) in (0, 1)
    assert namen(gedraaid) == set()


def test_through_the_door_that_reads_no_hook_can_run(map_: Path, gedraaid: Path) -> None:
    """Also not of a word that nothing asks today."""
    assert gitproces.git(map_, "update-ref", "refs/heads/een", "HEAD") is not None
    assert gitproces.git(map_, "commit", "--quiet", "--allow-empty", "-m", "x") is not None
    assert namen(gedraaid) == set()
    subprocess.run(["git", "-C", map_, "update-ref", "refs/heads/twee", "HEAD"], check=True)
    assert "register reference-transaction" in namen(gedraaid)


def test_a_record_in_git_runs_no_hook(map_: Path, gedraaid: Path) -> None:
    assert clm(map_, NOTEER) == 0
    assert namen(gedraaid) == set()


@pytest.mark.parametrize("wil", ["map", "haken"])
def test_what_the_user_wants_runs(
    map_: Path, eigen: Path, gedraaid: Path, tmp_path: Path, wil: str
) -> None:
    """A folder with hooks of his own, or those of the register."""
    zet_haken(tmp_path / "mijn", gedraaid, "gebruiker")
    zegt = {"map": f"[core]\n\thooksPath = {tmp_path}/mijn\n", "haken": "[clm]\n\thaken = true\n"}
    eigen.write_text(eigen.read_text("utf-8") + zegt[wil], encoding="utf-8")
    assert clm(map_, NOTEER) == 0
    wie = {"map": "gebruiker", "haken": "register"}[wil]
    assert f"{wie} pre-commit" in namen(gedraaid)
    assert {regel.split()[0] for regel in namen(gedraaid)} == {wie}


WACHT = {
    ".git/config": "controleer --geschiedenis",
    ".git/HEAD": "vergelijk",
    ".gitignore": "controleer --geschiedenis",
    ".git/info/exclude": "vergelijk",
}
"""Files of git in the place of which a pipe waits for ever, and who asks git to read them."""


@pytest.mark.parametrize("pad", [*WACHT, "include"])
def test_nobody_waits_long_for_a_pipe_in_the_place_of_a_file_of_git(
    map_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch, pad: str
) -> None:
    """Said once, and not taken for a register that is not in git."""
    monkeypatch.setattr(gitproces, "GEDULD", 4)  # a limit that a test can wait for
    pijp = tmp_path / "pijp" if pad == "include" else map_ / pad
    pijp.unlink(missing_ok=True)
    os.mkfifo(pijp)
    if pad == "include":
        with (map_ / ".git/config").open("a", encoding="utf-8") as config:
            config.write(f"[include]\n\tpath = {pijp}\n")
    begin = time.monotonic()
    assert clm(map_, WACHT.get(pad, NOTEER)) == 2
    assert time.monotonic() - begin < (3 if pad.startswith(".git/") else 15)
    fout = capsys.readouterr().err
    assert "geeft in " in fout
    assert "geen antwoord" in fout
    assert "staat niet in git" not in fout
    if pad == "include":
        assert not (map_ / "bloem/contacten").exists()
    assert map_ in gitproces._ZWIJGT
    begin = time.monotonic()
    assert clm(map_, "vergelijk") == 2
    assert time.monotonic() - begin < 2


def test_a_slow_disk_loses_nothing_and_can_be_given_more_time(
    map_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    monkeypatch.setattr(gitproces, "_ZWIJGT", set())
    monkeypatch.setitem(gitproces._SECONDEN, "for-each-ref", 1)  # a limit that a test can wait for
    eigen_git(tmp_path, monkeypatch, "for-each-ref", "sleep 2")
    for woorden in (NOTEER, f"{NOTEER} --commit"):
        assert clm(map_, woorden) == 2
        assert "zet CLM_GEDULD dan op meer seconden" in capsys.readouterr().err
        assert not (map_ / "bloem/contacten").exists()
    gitproces._ZWIJGT.clear()  # as in another process
    monkeypatch.setenv("CLM_GEDULD", "30")
    assert clm(map_, NOTEER) == 0
    assert len(list((map_ / "bloem/contacten").iterdir())) == 1


def test_who_has_read_enough_leaves_no_alarm_that_keeps_clm_from_ending(map_: Path) -> None:
    """A comparison takes what it needs and asks no further; clm ended a minute later then."""
    alle = [blob.hash for blob in boom(map_, "HEAD") or ()]
    assert len(alle) > 1
    gelezen = inhouden(map_, alle)
    assert next(gelezen)
    [wekker] = [draad for draad in threading.enumerate() if isinstance(draad, threading.Timer)]
    gelezen.close()
    wekker.join(5)
    assert not wekker.is_alive()


STUK = {
    "een hoofd van zichzelf": lambda map_: (map_ / ".git/HEAD").write_text("ref: HEAD\n"),
    "een vorm van later": lambda map_: (map_ / ".git/config").write_text(
        "[core]\n\trepositoryformatversion = 99\n"
    ),
    "een lege map": lambda map_: (shutil.rmtree(map_ / ".git"), (map_ / ".git").mkdir()),
    "een bestand": lambda map_: (
        shutil.rmtree(map_ / ".git"),
        (map_ / ".git").write_text("gitdir: weg\n"),
    ),
    "een tak van niets": lambda map_: (map_ / ".git/packed-refs").write_text(
        f"{1:040} refs/heads/x\n"
    ),
}
"""What git does not read, and does not take for nothing."""


@pytest.mark.parametrize("wat", STUK)
def test_what_git_does_not_read_is_not_called_outside_git_or_shared_with_nobody(
    map_: Path, capsys: pytest.CaptureFixture[str], wat: str
) -> None:
    STUK[wat](map_)
    tak = wat == "een tak van niets"
    for woorden in ("wissen Bloem", *(() if tak else ("vergelijk", "controleer --geschiedenis"))):
        assert clm(map_, woorden) == 2, woorden
        fout = capsys.readouterr().err
        assert f"git kan het register in {map_} niet lezen: " in fout
        assert "git status in die map zegt meer" in fout
    if not tak:
        assert clm(map_, NOTEER) == 2
        assert "niet lezen: " in capsys.readouterr().err
    assert not (map_ / "bloem/contacten").exists()
    assert clm(map_, NOTEER.removesuffix(" --commit")) == 0
    gezegd = " ".join("".join(capsys.readouterr()).split())
    assert "Of het wordt gedeeld en welke namen elders al bestaan, is onbekend" in gezegd
    (feit,) = (map_ / "bloem/contacten").iterdir()
    assert feit.name == "2026-05-18-telefoon-mia.yaml"  # its writer in it: it may be shared


def test_a_map_of_somebody_else_can_be_trusted(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert clm(map_, "vergelijk") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert f'git config --global --add safe.directory "{map_}"' in gezegd


def test_without_git_or_outside_it_nothing_is_said_of_it(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert clm(map_, NOTEER.removesuffix(" --commit")) == 0
    shutil.rmtree(map_ / ".git")
    monkeypatch.undo()
    assert clm(map_, NOTEER.removesuffix(" --commit")) == 0
    assert "git kan" not in "".join(capsys.readouterr())


VRAAGT_GIT = ("vergelijk", "controleer --geschiedenis", "werklijst --bekend HEAD", "delen", NOTEER)


@pytest.mark.parametrize("woorden", VRAAGT_GIT)
def test_a_register_in_git_is_not_called_one_outside_it_where_there_is_no_git(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, woorden: str
) -> None:
    """What cannot be asked is not absent: `git init` would be the wrong advice."""
    monkeypatch.setenv("PATH", "")
    assert clm(map_, woorden) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "staat in git, en git is op deze computer niet te vinden" in gezegd
    assert "nu: installeer git" in gezegd
    assert "git init" not in gezegd
    assert not (map_ / "bloem/contacten").exists()


def test_who_searches_without_git_is_told_that_the_history_was_not_searched(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clm(map_, "wissen Nergens") == 0
    capsys.readouterr()
    monkeypatch.setenv("PATH", "")
    assert clm(map_, "wissen Nergens") == 1
    gezegd = capsys.readouterr().out
    assert "GESCHIEDENIS (0)\n  niet te doorzoeken: git is op deze computer niet te" in gezegd
    assert "NIET TE DOORZOEKEN (1)\n  .git\n" in gezegd
    shutil.rmtree(map_ / ".git")
    assert clm(map_, "wissen Nergens") == 0
    assert "GESCHIEDENIS (0)\n  niet in git\n" in capsys.readouterr().out


def test_a_keeper_of_passwords_is_the_one_of_the_user_and_not_of_the_register(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keepers are a list, so that of the register has to be emptied first; a program has one."""
    (tmp_path / "eigen").write_text("[credential]\n\thelper = eigen\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "eigen"))
    git(map_, "config", "credential.helper", "van-het-register")
    git(map_, "config", "core.sshCommand", "van-het-register")
    wil = gitwerk.eigen_wil(map_, lambda _: None)
    gezet = [waarde for optie, waarde in zip(wil[::2], wil[1::2], strict=True) if optie == "-c"]
    assert [rij for rij in gezet if rij.startswith("credential")] == [
        "credential.helper=",
        "credential.helper=eigen",
    ]
    assert [rij for rij in gezet if rij.startswith("core.ssh")] == ["core.sshcommand=ssh"]


def test_who_records_waits_only_for_another_git(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewacht: list[float] = []
    # of this module alone: Python itself sleeps while it waits for a process
    monkeypatch.setattr(gitwerk, "time", SimpleNamespace(sleep=gewacht.append))
    assert clm(map_, NOTEER) == 0
    assert sum(gewacht) < 0.1
    (map_ / ".git/index.lock").touch()
    assert clm(map_, NOTEER.replace("gebeld", "weer")) == 3
    assert 1 < sum(gewacht) < 10


def test_what_is_recorded_is_on_the_disk(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git itself syncs little of a commit by default; it says how much it did."""
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(tmp_path / "spoor"))
    assert clm(map_, NOTEER) == 0
    regels = (tmp_path / "spoor").read_text(encoding="utf-8").splitlines()
    rijen = [rij for regel in regels if (rij := json.loads(regel)).get("category") == "fsync"]
    keren = [int(rij["value"]) for rij in rijen if rij["key"] == "fsync/hardware-flush"]
    assert max(keren) >= 5  # the blob, three trees and the commit, with its branch


def test_what_every_git_is_told_is_told_also_to_one_that_does_not_know_it_yet(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a git of 2024 or later knows that nothing is to be fetched."""
    (tmp_path / "git").write_text(f"#!/bin/sh\nenv >>{tmp_path}/gezegd\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    for vraag in (gitproces.git, gitwerk.draai):
        vraag(map_, "status")
        regels = (tmp_path / "gezegd").read_text(encoding="utf-8").splitlines()
        assert {"GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0"} <= {*regels}
        (tmp_path / "gezegd").unlink()


def _vervangen(map_: Path, tekst: str) -> str:
    """A commit in the place of the last one, with another head; its hash."""
    hash_ = subprocess.run(
        ["git", "-C", str(map_), "hash-object", "-t", "commit", "-w", "--stdin"],
        input=tekst,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    git(map_, "update-ref", "HEAD", hash_)
    return hash_


def test_what_a_register_says_of_its_own_history_does_not_count(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of parents that git takes for true, and an index of commits that says otherwise."""
    feit = map_ / "bloem/classificaties/2024-10-01-eerste.yaml"
    feit.write_bytes(feit.read_bytes().replace(b"soort: eerste", b"soort:  eerste"))
    leg_vast(map_, "anders", "2026-05-12")
    assert clm(map_, "controleer --geschiedenis") == 1
    assert "dit feit is gewijzigd" in capsys.readouterr().out
    (map_ / ".git/info/grafts").write_text(f"{git(map_, 'rev-parse', 'HEAD')}\n", encoding="utf-8")
    (map_ / ".git/objects/info/commit-graph").unlink(missing_ok=True)
    os.mkfifo(map_ / ".git/objects/info/commit-graph")
    assert clm(map_, "controleer --geschiedenis") == 1
    assert "dit feit is gewijzigd" in capsys.readouterr().out


def test_the_program_for_signatures_of_a_register_does_not_run(
    map_: Path, tmp_path: Path, gedraaid: Path
) -> None:
    zet_haken(tmp_path / "prog", gedraaid, "gpg")
    git(map_, "config", "gpg.program", str(tmp_path / "prog/pre-commit"))
    git(map_, "config", "log.showSignature", "true")
    kop, _, bericht = git(map_, "cat-file", "commit", "HEAD").partition("\n\n")
    getekend = "gpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----"
    _vervangen(map_, f"{kop}\n{getekend}\n\n{bericht}\n")
    gedraaid.unlink(missing_ok=True)
    for woorden in LEZEN:
        clm(map_, woorden)
    assert namen(gedraaid) == set()
    git(map_, "log")
    assert namen(gedraaid)  # which is what a user who types git gets


def test_a_list_of_attributes_elsewhere_is_not_waited_for(map_: Path, tmp_path: Path) -> None:
    """The settings of a register that was received may name a pipe, or any file."""
    os.mkfifo(tmp_path / "pijp")
    git(map_, "config", "core.attributesFile", str(tmp_path / "pijp"))
    begin = time.monotonic()
    for woorden in LEZEN:
        assert clm(map_, woorden) in (0, 1), woorden
    assert time.monotonic() - begin < gitproces.GEDULD


@pytest.mark.parametrize("oud", [True, False])
def test_no_object_is_fetched_and_none_stands_in_for_another(
    map_: Path, tmp_path: Path, gedraaid: Path, monkeypatch: pytest.MonkeyPatch, oud: bool
) -> None:
    """A register may name a place for what it lacks, and another content for what it has."""
    (blob,) = (b for b in boom(map_, "HEAD") or () if b.pad == "organisatie.yaml")
    (echt,) = inhouden(map_, [blob.hash])
    (tmp_path / "ander").write_bytes(b"naam: van een ander\n")
    ander = git(map_, "hash-object", "-w", str(tmp_path / "ander"))
    git(map_, "replace", blob.hash, ander)
    assert git(map_, "cat-file", "blob", blob.hash) == "naam: van een ander"
    assert list(inhouden(map_, [blob.hash])) == [echt]
    prog = tmp_path / "prog"
    prog.write_text(f"#!/bin/sh\necho x >>{gedraaid}\n", encoding="utf-8")
    prog.chmod(0o755)
    with (map_ / ".git/config").open("a", encoding="utf-8") as config:
        config.write(
            "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = ver\n"
            f'[remote "ver"]\n\tpromisor = true\n\turl = ext::{prog}\n'
            '[protocol "ext"]\n\tallow = always\n'
        )
    if oud:  # a git of before 2024 does not know that nothing is to be fetched
        monkeypatch.delitem(gitproces._OMGEVING, "GIT_NO_LAZY_FETCH")
        monkeypatch.delitem(gitwerk._STIL, "GIT_NO_LAZY_FETCH")
    gedraaid.unlink(missing_ok=True)  # what the commands above ran
    vraag = ["cat-file", "-p", "1" * 40]
    assert list(inhouden(map_, ["1" * 40])) == []
    assert gitwerk.draai(map_, *vraag).gezegd is None
    assert not gedraaid.exists()
    subprocess.run(["git", "-C", str(map_), *vraag], capture_output=True, check=False)
    assert gedraaid.exists()  # which is what a user who types git gets


@pytest.mark.parametrize(
    ("adres", "map_"),
    [
        *(
            (adres, True)
            for adres in ("/mnt/g", "G:/delen", "G:\\delen", "../g", "/mnt/a:b", "./a:b", "g")
        ),
        *((adres, False) for adres in ("git@h.nl:g", "https://h.nl/g", "file://h/g", "ab:g")),
    ],
)
def test_a_place_to_share_is_a_folder_or_a_server(adres: str, map_: bool) -> None:
    assert gitwerk.Overkant("origin", adres, "main").is_map == map_
