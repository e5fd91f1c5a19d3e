"""Floor 8, programma: the one door to other programs: git, and the editor of the user."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clm_cli.cli.uitvoer import meld
from clm_cli.meldingen import ClmFout, NietAf, oorzaak


def git_email(map_: Path) -> str | None:
    """The e-mail address that git knows here; None without git or address."""
    return _git(map_, "config", "user.email", seconden=2).gezegd


@dataclass(frozen=True, slots=True)
class _Antwoord:
    """What git printed when it did what was asked, or why it did not."""

    gezegd: str | None
    reden: str = ""


def _git(map_: Path, *woorden: str, seconden: int = 60) -> _Antwoord:
    try:
        uit = subprocess.run(  # noqa: S603 - no shell
            ["git", "-C", str(map_), *woorden],  # noqa: S607 - git is found on the path
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=seconden,
        )
    except subprocess.TimeoutExpired:
        return _Antwoord(None, f"git gaf na {seconden} seconden nog geen antwoord")
    except OSError as fout:
        return _Antwoord(None, oorzaak(fout))
    if uit.returncode == 0:
        return _Antwoord(uit.stdout.strip())
    regels = [regel for regel in (uit.stderr or uit.stdout).splitlines() if regel.strip()]
    eerste = next((r for r in regels if r.startswith(("fatal:", "error:"))), "".join(regels[:1]))
    return _Antwoord(None, eerste.removeprefix("fatal: ").removeprefix("error: ").rstrip("."))


def kan_committen(map_: Path) -> None:
    """Refuse `--commit` outside a repository, and in the middle of a merge or rebase."""
    gitmap = _git(map_, "rev-parse", "--absolute-git-dir").gezegd
    if not gitmap:
        raise ClmFout(
            "--commit kan hier niet: dit register staat niet in git; er is niets geschreven.",
            nu="laat --commit weg, of begin met git init",
        )
    bezig = [
        naam
        for naam in ("MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD")
        if (Path(gitmap) / naam).exists()
    ]
    if bezig:
        raise ClmFout(
            "--commit kan nu niet: git is bezig met samenvoegen; er is niets geschreven.",
            nu="maak dat eerst af, of laat --commit weg",
        )


def commit(map_: Path, paden: Sequence[str], kop: str, zin: str) -> str:
    """Commit exactly these files; whatever else is changed is left alone. Returns the short id.

    `kop` is the first line, `zin` stands below it.

    Another git that is busy in the same folder is given two seconds.
    """
    tekst = ("-m", kop) if kop == zin else ("-m", kop, "-m", zin)
    wil, vast = _eigen_wil(map_), ("commit", "--quiet", *tekst, "--only", "--", *paden)
    for keer in range(10):
        antwoord = _git(map_, *wil, "add", "--", *paden)
        if antwoord.gezegd is not None:
            antwoord = _git(map_, *wil, "-c", "core.fsync=all", *vast)
        if antwoord.gezegd is not None:
            return _git(map_, "rev-parse", "--short", "HEAD").gezegd or ""
        if ".lock" not in antwoord.reden or keer == 9:
            break
        time.sleep(0.2)
    raise NietAf(
        f"Geschreven: {', '.join(paden)}. git kon ze niet vastleggen: {antwoord.reden}.",
        nu=f"git add {' '.join(paden)} en git commit",
    )


_DRAAIT = r"^(filter\..*|gpg\..*program|commit\.gpgsign|core\.hookspath)$"
_UIT = {"gpgsign": "false", "required": "false", "program": "gpg"}
"""What a setting is when the user has none; a filter that is empty is no filter."""
_HAKEN = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit")


def _eigen_wil(map_: Path) -> list[str]:
    """The options by which git runs what the user's own settings name, and not the register's.

    Who asks clm to commit did not type git, and the register may come from somebody else.
    """
    hier = _git(map_, "config", "--local", "--name-only", "--get-regexp", _DRAAIT).gezegd or ""
    uit = ["-c", "core.fsmonitor=false"]
    for naam in dict.fromkeys(hier.splitlines()):
        eigen = _van_gebruiker(map_, naam) or _UIT.get(naam.rpartition(".")[2], "")
        uit += ["-c", f"{naam}={eigen}"]
    if _van_gebruiker(map_, "clm.haken") == "true":
        return uit
    plek = _git(map_, "rev-parse", "--git-path", "hooks").gezegd or "hooks"
    if haken := [naam for naam in _HAKEN if (map_ / plek / naam).exists()]:
        wil = "wilt u dat wel: git config --global clm.haken true"
        meld(f"De haken van dit register zijn niet gedraaid: {', '.join(haken)} ({wil}).")
    return [*uit, "-c", f"core.hooksPath={_van_gebruiker(map_, 'core.hooksPath') or os.devnull}"]


def _van_gebruiker(map_: Path, naam: str) -> str:
    return _git(map_, "config", "--global", "--get", naam).gezegd or ""


def bewerk(pad: Path) -> None:
    """Open a file in the user's editor and wait until it is closed."""
    editor = (
        os.environ.get("VISUAL")
        or os.environ.get("EDITOR")
        or ("notepad" if sys.platform == "win32" else "nano")
    )
    try:
        # the user's own editor
        uit = subprocess.run([*shlex.split(editor), str(pad)], check=False)  # noqa: S603
    except (OSError, ValueError):  # shlex: a quote that is not closed
        raise ClmFout(
            f"De editor '{editor}' start niet.",
            nu=f"zet EDITOR, of vul {pad} zelf in en geef het met --bestand",
        ) from None
    if uit.returncode != 0:
        raise ClmFout(
            f"De editor '{editor}' is gestopt met een fout; er is niets geschreven.",
            nu=f"uw tekst staat in {pad}",
        )
