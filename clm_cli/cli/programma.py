"""Floor 8, programma: the one door to other programs: git, and the editor of the user."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from clm_cli.meldingen import ClmFout


def git_email(map_: Path) -> str | None:
    """The e-mail address that git knows here; None without git or address."""
    return _git(map_, "config", "user.email")


def _git(map_: Path, *woorden: str) -> str | None:
    try:
        uit = subprocess.run(  # noqa: S603 - no shell
            ["git", "-C", str(map_), *woorden],  # noqa: S607 - git is found on the path
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return uit.stdout.strip() if uit.returncode == 0 else None


def kan_committen(map_: Path) -> None:
    """Refuse `--commit` outside a repository, and in the middle of a merge or rebase."""
    gitmap = _git(map_, "rev-parse", "--absolute-git-dir")
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


def commit(map_: Path, paden: Sequence[str], zin: str) -> str:
    """Commit exactly these files; whatever else is changed is left alone. Returns the short id."""
    gelukt = _git(map_, "add", "--", *paden)
    if gelukt is not None:
        gelukt = _git(
            map_, "-c", "core.fsync=all", "commit", "--quiet", "-m", zin, "--only", "--", *paden
        )
    if gelukt is None:
        raise ClmFout(
            "De bestanden zijn geschreven, maar git kon ze niet vastleggen.",
            nu=f"git add {' '.join(paden)} en git commit",
        )
    return _git(map_, "rev-parse", "--short", "HEAD") or ""


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
    except OSError:
        raise ClmFout(
            f"De editor '{editor}' start niet.",
            nu=f"zet EDITOR, of vul {pad} zelf in en geef het met --bestand",
        ) from None
    if uit.returncode != 0:
        raise ClmFout(
            f"De editor '{editor}' is gestopt met een fout; er is niets geschreven.",
            nu=f"uw tekst staat in {pad}",
        )
