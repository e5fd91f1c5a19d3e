"""Floor 6, githuis: where git keeps a register: in its own folder, or where it is known.

A register may come from somebody else. A file, a link or a setting in it does not decide that git
writes in a repository that the user has for something else.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from clm_cli.deur import lees_in
from clm_cli.files.gitproces import regel
from clm_cli.meldingen import Geweigerd

WAAR = ("--absolute-git-dir", "--git-common-dir", "--show-toplevel")
"""What git is asked of its place, in this order."""
_NIET_GESCHREVEN = frozenset({"hooks", "info", "description", "branches"})
"""What git writes nothing in; who keeps his hooks elsewhere often has a link here."""


def hoort_hier(map_: Path, wat: str, antwoord: str) -> Path:
    """The folder of git, by what it answered; refuse where it would write outside the register."""
    plekken = [map_ / deel for deel in antwoord.split("\n")]
    if len(plekken) != len(WAAR):
        raise Geweigerd(
            f"{wat} kan hier niet: in het pad van dit register of zijn git staat een regeleinde",
            nu="geef die map een naam op één regel",
        )
    gitmap, samen, boom = plekken
    if not _kent(map_, gitmap, samen, boom):
        raise Geweigerd(
            f"{wat} kan hier niet: git schrijft dan in {samen}, en daar is dit register niet "
            "bekend als werkmap",
            nu=f'hoort het toch zo: git -C "{map_}" config core.worktree "{_huis(map_) or map_}"',
        )
    if link := next(_koppelingen(gitmap, samen), None):
        raise Geweigerd(
            f"{wat} kan hier niet: git schrijft dan waar de koppeling {link} naar wijst",
            nu="zet daar een gewone map of een gewoon bestand neer",
        )
    return gitmap


def _huis(map_: Path) -> Path | None:
    """The folder at or above a register that holds `.git`, whatever that is."""
    hier = map_.absolute()
    return next((op for op in (hier, *hier.parents) if os.path.lexists(op / ".git")), None)


def _kent(map_: Path, gitmap: Path, samen: Path, boom: Path) -> bool:
    """Whether git works in the folder in which it was found, and is at home there."""
    huis = _huis(map_)
    if huis is None or not _zelfde(boom, huis):
        return False
    if gitmap.parent.name == "worktrees" and _zelfde(gitmap.parent.parent, samen):
        return _zelfde(gitmap / _tekst(gitmap / "gitdir"), huis / ".git")
    if not _zelfde(gitmap, samen):
        return False
    if stat.S_ISDIR(os.lstat(huis / ".git").st_mode):
        return True
    eigen = regel(map_, "config", "--file", str(gitmap / "config"), "--get", "core.worktree")
    return bool(eigen) and _zelfde(gitmap / (eigen or ""), huis)


def _tekst(pad: Path) -> str:
    try:
        return os.fsdecode(lees_in(pad.parent, pad.name, 4096)).rstrip("\n")
    except (OSError, ValueError):
        return ""


def _zelfde(een: Path, ander: Path) -> bool:
    try:
        return een.samefile(ander)
    except (OSError, ValueError):
        return False


def _koppelingen(*mappen: Path) -> Iterator[Path]:
    """The links in what git writes: its own files, its branches, and where it keeps objects."""
    for map_ in dict.fromkeys(mappen):
        boven = [ding for ding in _in(map_) if ding.name not in _NIET_GESCHREVEN]
        plekken = [Path(ding) for ding in (*boven, *_in(map_ / "objects"))]
        for naam in ("refs", "logs"):  # a link is not followed here
            for hier, mapnamen, namen in os.walk(map_ / naam):
                plekken += [Path(hier, deel) for deel in (*mapnamen, *namen)]
        yield from filter(Path.is_symlink, plekken)


def _in(map_: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(map_) as rij:
            return [*rij]
    except OSError:
        return []
