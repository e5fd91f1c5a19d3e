"""Floor 6, gitproces: git is run for as long as it may take, and nothing of the register with it.

A register may come from somebody else. Of its own settings nothing may run: no hook, no pager, no
filter, no signature program, no transport; what stands in for another object does not count.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

from clm_cli.meldingen import SCHIJF, ClmFout

_VEILIG = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.commitGraph": "false",
    "core.attributesFile": os.devnull,
    "log.showSignature": "false",
    "diff.external": "",
    "maintenance.auto": "false",
    "gc.auto": "0",
}
"""Settings that go over those of the repository."""
_OMGEVING = {
    "GIT_ALLOW_PROTOCOL": "",  # a setting for one protocol goes over one for all; this over both
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_NIET_VAN_HIER = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""What a hook of git passes on about its own repository; here the folder says which it is."""
GEDULD, KORT = 12, 5
"""Seconds to wait for git; and for what needs no more than its settings."""
_SECONDEN = {
    **dict.fromkeys(("config", "for-each-ref", "remote", "rev-parse", "symbolic-ref"), KORT),
    **dict.fromkeys(("log", "reflog", "rev-list"), 120),
}
"""The same by what is asked: a long history takes its time."""
_VAN_EEN_ANDER = r"dubious ownership in repository at '(.+)'$"
"""What git says of files that somebody else made, as on a shared drive."""
_ZWIJGT: set[Path] = set()
"""Where git gave no answer: its settings may name a pipe. Nobody waits for that twice."""


def git(map_: Path, *woorden: str) -> bytes | None:
    """What git answers in a folder; None when it cannot, or when there is no git.

    Raises ClmFout when it gives no answer: what is there is not known then.
    """
    uit = _vraag(map_, *woorden)
    return uit.stdout if uit and uit.returncode == 0 else None


def _vraag(map_: Path, *woorden: str) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return wacht_op(
            map_,
            [*begin(map_), *woorden],
            _SECONDEN.get(woorden[0], GEDULD),
            stdin=subprocess.DEVNULL,
            env=omgeving(),
        )
    except TimeoutError:
        raise zwijgt(map_) from None
    except OSError as fout:
        if fout.errno in SCHIJF:
            raise zwijgt(map_) from None
        return None


def in_een(map_: Path) -> bool:
    """Whether a folder stands in a repository, whatever git says of that; no program is run."""
    hier = map_.absolute()
    return any(os.path.lexists(boven / ".git") for boven in (hier, *hier.parents))


def klacht(map_: Path, *woorden: str) -> str | None:
    """Why git does not read the repository that a folder stands in, in its own words.

    None when it does, when there is no repository, and when there is no git.
    """
    uit = _vraag(map_, *(woorden or ("rev-parse", "--git-dir"))) if in_een(map_) else None
    return reden(uit.stderr) if uit and uit.returncode else None


def reden(gezegd: bytes | str) -> str:
    """The line in which git says what is wrong."""
    tekst = gezegd.decode("utf-8", "surrogateescape") if isinstance(gezegd, bytes) else gezegd
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    eerste = next((r for r in regels if r.startswith(("fatal:", "error:"))), "".join(regels[:1]))
    return eerste.removeprefix("fatal: ").removeprefix("error: ").rstrip(".")


def weigert(map_: Path, waarom: str) -> ClmFout:
    """That git does not read the repository here, and what helps."""
    ander = re.search(_VAN_EEN_ANDER, waarom)
    eigen = f'git config --global --add safe.directory "{ander[1]}"' if ander else ""
    return ClmFout(
        f"git kan het register in {map_} niet lezen: {waarom}.",
        nu=f"vertrouwt u deze map: {eigen}" if ander else "git status in die map zegt meer",
    )


def geduld(seconden: float) -> float:
    """So many seconds, or what CLM_GEDULD says when that is more: a disk elsewhere may be slow."""
    eigen = os.environ.get("CLM_GEDULD", "")
    return max(seconden, min(int(eigen), 3600)) if eigen.isdecimal() else seconden


def wacht_op(
    map_: Path, opdracht: list[str], seconden: float, **woorden: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run git for so long; where it gave no answer before it is not asked again.

    Raises OSError, which is TimeoutError when no answer came.
    """
    if map_ in _ZWIJGT or _wacht_altijd(map_):
        _ZWIJGT.add(map_)
        raise TimeoutError
    try:
        return subprocess.run(  # noqa: S603 - no shell
            opdracht, capture_output=True, check=False, timeout=geduld(seconden), **woorden
        )
    except subprocess.TimeoutExpired:
        _ZWIJGT.add(map_)
        raise TimeoutError from None


def _wacht_altijd(map_: Path) -> bool:
    """Whether a pipe stands where git has a file of its own: it would wait for who writes there."""
    hier = map_.absolute()
    boven = next((op for op in (hier, *hier.parents) if os.path.lexists(op / ".git")), hier)
    for waar in (".git", ".git/info", ".git/objects/pack"):
        with contextlib.suppress(OSError), os.scandir(boven / waar) as rij:
            for ding in rij:
                gewoon = ding.is_file(follow_symlinks=False) or ding.is_dir(follow_symlinks=False)
                if not gewoon and stat.S_ISFIFO(ding.stat().st_mode):
                    return True
    return False


def zwijgt(map_: Path) -> ClmFout:
    """That git gave no answer, and what may be the matter."""
    return ClmFout(
        f"git geeft in {map_} geen antwoord.",
        nu="staat het register op een trage schijf, zet CLM_GEDULD dan op meer seconden, "
        "bijvoorbeeld 60; kijk anders of .git/config, .gitattributes en .gitignore gewone "
        "bestanden zijn, en geen ander bestand noemen waarop git moet wachten",
    )


def zonder_git(map_: Path) -> ClmFout:
    """That a folder stands in git, where there is no git that can be asked."""
    return ClmFout(
        f"Het register in {map_} staat in git, en git is op deze computer niet te vinden.",
        nu="installeer git, of geef de opdracht op een computer die git heeft",
    )


def begin(map_: Path) -> list[str]:
    """The first words of each call: the settings of the register are of no account."""
    opties = [deel for naam, waarde in _VEILIG.items() for deel in ("-c", f"{naam}={waarde}")]
    return ["git", "--no-pager", "-C", str(map_), *opties]


def omgeving() -> dict[str, str]:
    """The surroundings in which git is run."""
    return {**van_hier(), **_OMGEVING}


def van_hier() -> dict[str, str]:
    """The surroundings without what names another repository: the folder says which it is."""
    return {naam: waarde for naam, waarde in os.environ.items() if naam not in _NIET_VAN_HIER}


def regel(map_: Path, *woorden: str) -> str | None:
    """The one line that git answers; None when it cannot."""
    uit = git(map_, *woorden)
    return uit.decode("utf-8", "replace").strip("\n") if uit is not None else None
