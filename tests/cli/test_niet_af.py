"""What is told of a failed writing is true: what is on the disk is named, what is not is not."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register, twee_mensen
from tests.schrijfopdrachten import vergeten

NOTEER = [
    "noteer",
    "bloem",
    "gebeld",
    "--wijze",
    "telefoon",
    "--richting",
    "uitgaand",
    "--met",
    "Jan",
]
VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
OPNIEUW = re.compile(r"geef .*(opnieuw|--bestand)")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path / "r")
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-proef")
    return tmp_path / "r"


def doe(map_: Path, *woorden: str) -> int:
    return draai([*NOTEER, *woorden, "--map", str(map_), *VAST])


def feiten(map_: Path) -> list[str]:
    return sorted(p.name for p in map_.glob("bloem/contacten/*"))


def stuk_bij(monkeypatch: pytest.MonkeyPatch, oproep: str, mag: Callable[..., bool]) -> None:
    """From the first call for which `mag` says no, this system call gives EIO."""
    echt = getattr(os, oproep)

    def kapot(*woorden, **waar):
        if not mag(*woorden):
            raise OSError(errno.EIO, "Input/output error")
        return echt(*woorden, **waar)

    monkeypatch.setattr(os, oproep, kapot)


def is_bestand(greep: int) -> bool:
    return not stat.S_ISDIR(os.fstat(greep).st_mode)


def test_no_writing_command_is_forgotten_where_the_disk_fails() -> None:
    """`tests/trust/fouten.py` takes its commands from there."""
    assert vergeten() == set()


def test_a_fact_that_is_there_is_named_although_its_folder_was_not_synced(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "bloem/contacten").mkdir()
    stuk_bij(monkeypatch, "fsync", is_bestand)
    assert doe(map_) == 3
    gezegd = capsys.readouterr().err
    assert "Geschreven: bloem/contacten/2026-05-18-telefoon.yaml" in gezegd
    assert not OPNIEUW.search(gezegd)
    assert not list(map_.glob(".clm/concepten/*"))
    monkeypatch.undo()
    assert doe(map_) == 0
    assert "stond er al" in capsys.readouterr().out
    assert feiten(map_) == ["2026-05-18-telefoon.yaml"]


def test_of_two_files_the_one_that_is_there_is_named(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stuk_bij(monkeypatch, "link", lambda _, doel: not str(doel).startswith("2026"))
    bijlage = ("--bijlage", str(map_.parent / "stuk.pdf"))
    assert doe(map_, *bijlage) == 3
    gezegd = capsys.readouterr().err
    assert "Wel geschreven: bloem/contacten/stuk.pdf. De rest niet." in gezegd
    (concept,) = (map_ / ".clm/concepten").iterdir()
    assert f"uw invoer is bewaard in {concept}" in " ".join(gezegd.split())
    assert not OPNIEUW.search(gezegd)
    monkeypatch.undo()
    assert doe(map_, *bijlage) == 0
    assert feiten(map_) == ["2026-05-18-telefoon.yaml", "stuk.pdf"]


def test_nothing_written_is_said_only_then(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stuk_bij(monkeypatch, "link", lambda *_: False)
    assert doe(map_) == 2
    assert "Er is niets geschreven" in capsys.readouterr().err
    assert feiten(map_) == []


def test_of_a_plan_that_is_written_the_document_may_fail(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Just before the document is put in place folders can no longer be read: it all looks new."""
    plan = ["plan", "bloem", "--vorm", "md", "--vastleggen", *VAST, "--map"]
    gezien, uiterlijk, echt = 0, 10**9, os.scandir

    def scandir(pad):
        nonlocal gezien
        gezien += 1
        if gezien >= uiterlijk:
            raise OSError(errno.EIO, "Input/output error", str(pad))
        return echt(pad)

    monkeypatch.setattr(os, "scandir", scandir)
    ander = shutil.copytree(map_, map_.parent / "ander")
    gezien = 0
    assert draai([*plan, str(ander)]) == 0
    uiterlijk, gezien = gezien - 1, 0
    assert draai([*plan, str(map_)]) == 3
    assert gezien > uiterlijk, "nothing failed"
    gezegd = capsys.readouterr().err
    assert "Geschreven: bloem/plan.yaml" in gezegd
    assert not OPNIEUW.search(gezegd)


ONLEESBAAR = """
import errno, sys
class Onleesbaar:
    def find_spec(self, naam, *_):
        if naam == "rich":
            raise PermissionError(errno.EACCES, "Permission denied", "/elders/rich.py")
sys.meta_path.insert(0, Onleesbaar())
from clm_cli.cli.hoofd import draai
sys.exit(draai(sys.argv[1:]))
"""
"""clm where a file of what makes its pages can no longer be read; a process of its own loads it."""


def test_what_fails_after_the_writing_does_not_say_that_nothing_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a colleague shared is in the folder, and then the page about it cannot be made."""
    twee_mensen.omgeving(monkeypatch, tmp_path)
    mappen = twee_mensen.maak(tmp_path)
    assert twee_mensen.clm(mappen["mia"], " ".join(NOTEER), "mia") == 0
    assert twee_mensen.clm(mappen["mia"], "delen", "mia") == 0
    ophalen = ["ophalen", "--map", str(mappen["bo"]), "--vandaag", "2026-05-18", "--door", "bo"]
    proces = subprocess.run(
        [sys.executable, "-c", ONLEESBAAR, *ophalen], check=False, capture_output=True, text=True
    )
    assert proces.returncode == 3, proces.stderr
    assert "Geschreven: bloem/contacten/2026-05-18-telefoon-mia.yaml" in proces.stderr
    assert "iets geschreven" not in proces.stderr


def test_numbers_are_not_called_unique_where_a_list_cannot_be_read(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    risico = "lijst risicos bloem --kans laag --gevolg hoog --eigenaar bo --wat"
    for wat in ("Brand", "Storm"):
        assert draai([*risico.split(), wat, "--map", str(map_), *VAST]) == 0
    lijst = map_ / "bloem/lijsten/risicos.yaml"
    lijst.write_text(lijst.read_text(encoding="utf-8").replace("R-02", "R-01"), encoding="utf-8")
    stuk_bij(monkeypatch, "open", lambda pad, *_: not str(pad).endswith("risicos.yaml"))
    assert draai(["hernummer", "--map", str(map_), *VAST, "--ja"]) == 2
    assert "bloem/lijsten/risicos.yaml" in capsys.readouterr().err


def git(map_: Path, *woorden: str) -> str:
    eigen = ("-c", "user.name=Mia", "-c", "user.email=mia@example.org")
    return subprocess.run(
        ["git", "-C", str(map_), *eigen, *woorden], check=True, capture_output=True, text=True
    ).stdout


def test_a_letter_of_theirs_that_is_half_there_is_made_whole(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk = str(map_.parent / "stuk.pdf")
    brief = ["brief", "binnengekomen", "bloem", "--onderwerp", "Vraag", "--document", stuk]
    brief += ["--kanaal", "e-mail", "--datum", "2026-05-15", "--contract", "ambulant"]
    brief += ["--map", str(map_), *VAST, "--ja"]
    stuk_bij(monkeypatch, "link", lambda _, doel: "-binnengekomen" not in str(doel))
    assert draai(brief) == 3
    monkeypatch.undo()
    assert draai(brief) == 0
    (map_brief,) = (map_ / "bloem/brieven").iterdir()
    assert len(list(map_brief.glob("[!.]*"))) == 3


@pytest.mark.parametrize(
    ("wat", "reden"),
    [("slot", "index.lock"), ("haak", "Vandaag niet, zegt de haak")],
)
def test_written_but_not_committed_says_why_in_the_words_of_git(
    map_: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wat: str,
    reden: str,
) -> None:
    eigen = map_.parent / "eigen"
    eigen.write_text("[clm]\n\thaken = true\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(eigen))
    git(map_, "init", "-q")
    git(map_, "config", "user.name", "Mia")
    git(map_, "config", "user.email", "mia@example.org")
    if wat == "slot":
        (map_ / ".git/index.lock").touch()
    else:
        haak = map_ / ".git/hooks/pre-commit"
        haak.parent.mkdir(exist_ok=True)
        haak.write_text("#!/bin/sh\necho 'Vandaag niet, zegt de haak' >&2\nexit 1\n")
        haak.chmod(0o755)
    assert doe(map_, "--commit") == 3
    gezegd = capsys.readouterr().err
    assert reden in gezegd
    assert "Geschreven: bloem/contacten/2026-05-18-telefoon.yaml" in gezegd
    assert not OPNIEUW.search(gezegd)
    weg = f"haal dan {map_ / '.git/index.lock'} weg; daarna git add"
    assert (weg in " ".join(gezegd.split())) is (wat == "slot")
    assert feiten(map_) == ["2026-05-18-telefoon.yaml"]


def test_a_received_register_runs_nothing_of_its_own(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(map_, "init", "-q")
    gedraaid = map_.parent / "gedraaid"
    programma = map_.parent / "programma"
    programma.write_text(f'#!/bin/sh\necho "$0 $@" >> {gedraaid}\ncat\n', encoding="utf-8")
    programma.chmod(0o755)
    haken = map_ / ".git/hooks"
    haken.mkdir(exist_ok=True)
    for naam in ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit"):
        (haken / naam).symlink_to(programma)
    for naam, waarde in {
        "user.name": "Mia",
        "user.email": "mia@example.org",
        "core.fsmonitor": str(programma),
        "commit.gpgsign": "true",
        "gpg.program": str(programma),
        "filter.x.clean": str(programma),
        "filter.y.process": str(programma),
        "filter.y.required": "true",
    }.items():
        git(map_, "-c", "core.fsmonitor=false", "config", naam, waarde)
    (map_ / ".gitattributes").write_text("*.yaml filter=x\n*.pdf filter=y\n", encoding="utf-8")
    assert doe(map_, "--commit", "--bijlage", str(map_.parent / "stuk.pdf")) == 0
    assert not gedraaid.exists(), gedraaid.read_text(encoding="utf-8")
    gezegd = capsys.readouterr()
    assert "De haken van dit register zijn niet gedraaid: pre-commit, " in gezegd.err
    assert "git: " in gezegd.out


def test_written_but_not_printed_names_the_files(map_: Path) -> None:
    with Path("/dev/full").open("w") as vol:
        uit = subprocess.run(
            [sys.executable, "-m", "clm_cli", *NOTEER, "--map", str(map_), *VAST],
            stdout=vol,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert uit.returncode == 3
    assert "Het register wel: bloem/contacten/2026-05-18-telefoon.yaml" in uit.stderr
    assert feiten(map_) == ["2026-05-18-telefoon.yaml"]


def test_ctrl_c_does_not_come_between_the_writing_and_the_report(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    echt = os.link
    # started in the background Ctrl-C is ignored; here somebody sits at the keyboard
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def onderbroken(*woorden, **waar):
        echt(*woorden, **waar)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(os, "link", onderbroken)
    assert doe(map_) == 0
    assert "geschreven: bloem/contacten/" in capsys.readouterr().out
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_bug_after_the_writing_names_what_was_written(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("clm_cli.cli.schrijven.druk", kapot)
    assert doe(map_) == 70
    assert "Wel geschreven: bloem/contacten/2026-05-18-telefoon.yaml." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("vorm", "meeste"), [("xlsx", 1), ("xlsx", 5000), ("parquet", 200), ("html", 200)]
)
def test_a_disk_on_which_no_file_can_grow_is_no_bug_in_clm(
    map_: Path, vorm: str, meeste: int
) -> None:
    """A library may write beside the register first, and has errors of its own for that."""
    woorden = ["exporteer", vorm, "bloem", "--map", str(map_), *VAST]
    klein = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({meeste}, -1))"
    los = f"from clm_cli.cli.hoofd import draai; raise SystemExit(draai({woorden}))"
    uit = subprocess.run(
        [sys.executable, "-c", f"{klein}; {los}"], capture_output=True, text=True, check=False
    )
    assert (uit.returncode, "Traceback" in uit.stderr) == (2, False), uit.stderr
    assert not [pad for pad in (map_ / "export").rglob("*") if pad.is_file()]


def test_where_no_temporary_folder_can_be_used_that_is_what_is_said(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/er/is/niets"])
    assert draai(["exporteer", "parquet", "--map", str(map_), *VAST]) == 2
    assert "De tijdelijke map van het systeem: er kan nergens" in capsys.readouterr().err
