"""Floor 6, git: what git keeps of a register, read without touching the work tree."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from clm_cli.deur import lees_in
from clm_cli.files.gitproces import (
    GEDULD,
    begin,
    geduld,
    git,
    in_een,
    klacht,
    omgeving,
    regel,
    weigert,
    zonder_git,
)
from clm_cli.meldingen import SCHIJF
from clm_cli.value import value

GEWOON, UITVOERBAAR, KOPPELING = "100644", "100755", "120000"
"""The kinds of files that a tree holds; anything else is a repository of its own."""
ONGELEZEN = ""
"""In the place of a hash: what cannot be read is not gone, and not the same either."""
_NIET_DAAR = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP})
"""Why a file is not in the folder: gone, another repository, or behind a link."""


@value
class Blob:
    """One file of a revision: its path in the register, its kind, and the hash of its content."""

    pad: str
    soort: str
    hash: str


def is_er(map_: Path) -> bool:
    """Whether a folder stands in git; raises ClmFout where it does and no git reads it here."""
    if regel(map_, "rev-parse", "--git-dir") is not None:
        return True
    if waarom := klacht(map_):
        raise weigert(map_, waarom)
    if in_een(map_):
        raise zonder_git(map_)
    return False


def is_te_vragen(map_: Path) -> bool | None:
    """Whether a folder stands in git; None where it does and this computer has no git."""
    return None if in_een(map_) and git(map_, "version") is None else is_er(map_)


def voor(map_: Path) -> str:
    """What stands before the paths of a folder in its repository, with a slash behind."""
    uit = git(map_, "rev-parse", "--show-prefix") or b""
    return uit.decode("utf-8", "surrogateescape").rstrip("\n")


def heeft_meer_lijnen(map_: Path) -> bool:
    """Whether there is more than one line of work: somewhere else, or on another branch here.

    A commit that no branch holds is a line as well: it was made to be put with another. What git
    does not read may have more.
    """
    if not in_een(map_):
        return False
    takken = regel(map_, "for-each-ref", "--count=2", "--format=x", "refs/heads", "refs/remotes")
    if takken is None:
        return onbekend_elders(map_) is not None
    meer = len((takken or "").split()) > 1 or bool(regel(map_, "remote"))
    return meer or (bool(takken) and regel(map_, "symbolic-ref", "--quiet", "HEAD") is None)


def onbekend_elders(map_: Path) -> str | None:
    """Why git does not tell what is on other lines of work; None when it does."""
    return klacht(map_, "log", "-1", "--all", "--format=%h")


def namen_elders(map_: Path) -> frozenset[str]:
    """The files that other lines of work added here, as far as git knows them in this place."""
    lijnen = ("--all", "--not", "HEAD")
    wat = ("--no-renames", "--diff-filter=A", "--name-only", "--relative", "-z", "--format=")
    uit = git(map_, "log", *wat, *lijnen, "--", ".") or b""
    return frozenset(pad for pad in uit.decode("utf-8", "surrogateescape").split("\0") if pad)


def gedeeld(map_: Path, een: str, ander: str) -> str | None:
    """The commit from where two went apart."""
    return regel(map_, "merge-base", een, ander)


def dag_van(map_: Path, commit: str) -> str:
    """The day on which a commit was made."""
    return regel(map_, "log", "-1", "--format=%cs", commit) or ""


def makers(map_: Path, van: str, tot: str) -> tuple[str, ...]:
    """Who made the commits since another one."""
    namen = regel(map_, "log", "--format=%an", f"{van}..{tot}") or ""
    return tuple(dict.fromkeys(namen.splitlines()))


def aantal(map_: Path, van: str | None, tot: str) -> int:
    """How many commits there are since another one, or since the beginning."""
    reeks = f"{van}..{tot}" if van else tot
    return int(regel(map_, "rev-list", "--count", reeks) or 0)


def commit_van(map_: Path, revisie: str) -> str | None:
    """The commit that a name stands for: a branch, a tag, HEAD~2, (part of) its hash."""
    naam = f"{revisie}^{{commit}}"
    return regel(map_, "rev-parse", "--verify", "--quiet", "--end-of-options", naam) or None


def takken(map_: Path) -> tuple[str, ...]:
    """The names of the branches and tags here."""
    namen = regel(map_, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags")
    return tuple((namen or "").split())


def commit_op(map_: Path, moment: datetime) -> str | None:
    """The last commit of this branch that was made by a moment; None when there was none yet."""
    tot = f"--before={int(moment.timestamp())}"
    return regel(map_, "rev-list", "-1", "--first-parent", tot, "HEAD") or None


def boom(map_: Path, commit: str) -> tuple[Blob, ...] | None:
    """The files of a folder in a commit, by path; None when the folder is not in it.

    Names that git itself would never check out are left out.
    """
    uit = git(map_, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{voor(map_).rstrip('/')}")
    if uit is None:
        return None
    rijen = (rij for rij in uit.decode("utf-8", "surrogateescape").split("\0") if rij)
    return tuple(blob for rij in rijen if (blob := _blob(rij)))


def _blob(rij: str) -> Blob | None:
    kop, _, pad = rij.partition("\t")
    soort, _, hash_ = kop.split(" ")
    delen = pad.split("/")
    goed = not any(deel in ("", ".", "..") or deel.lower() == ".git" for deel in delen)
    return Blob(pad, soort, hash_) if goed and soort in (GEWOON, UITVOERBAAR, KOPPELING) else None


def inhouden(map_: Path, hashes: Sequence[str]) -> Iterator[bytes]:
    """The content of blobs, in the order asked for; stops where git cannot give one."""
    with tempfile.TemporaryFile() as vraag:
        vraag.write("".join(f"{hash_}\n" for hash_ in hashes).encode())
        vraag.seek(0)
        try:
            proces = subprocess.Popen(  # noqa: S603 - no shell
                [*begin(map_), "cat-file", "--batch"],
                stdin=vraag,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=omgeving(),
            )
        except OSError:
            return
        wekker = threading.Timer(geduld(6 * GEDULD), proces.kill)  # an object may be a pipe too
        wekker.daemon = True
        wekker.start()
        with proces:
            uit = proces.stdout
            assert uit is not None
            try:
                for _ in hashes:
                    kop = uit.readline().split()
                    if len(kop) != 3:
                        break
                    yield uit.read(int(kop[2]))
                    uit.read(1)
            finally:  # who has enough does not ask on: nothing may wait for the alarm then
                wekker.cancel()
                uit.close()


def werkmap(map_: Path) -> dict[str, str]:
    """The files of the folder that git does not leave alone, with the hash git would give them.

    Git itself is not asked for changes: it would run the filters that a repository names.
    """
    vorm = regel(map_, "rev-parse", "--show-object-format") or "sha1"
    gevonden = {}
    for pad in sorted(_paden(map_, "--cached", "--others", "--exclude-standard")):
        plek = map_ / pad
        try:
            inhoud = os.fsencode(plek.readlink()) if plek.is_symlink() else lees_in(map_, pad)
        except OSError as fout:
            if fout.errno in SCHIJF:
                raise  # a moment later it may well be read
            if fout.errno not in _NIET_DAAR:
                gevonden[pad] = ONGELEZEN
            continue
        kop = f"blob {len(inhoud)}\0".encode()
        gevonden[pad] = hashlib.new(vorm, kop + inhoud, usedforsecurity=False).hexdigest()
    return gevonden


def commits_met(map_: Path, tekst: str) -> tuple[tuple[str, str], ...]:
    """The commits, on all branches, that brought a text in or took it out, or that say it.

    Raises ClmFout when git cannot look through all of them: then nobody knows that there is none.
    """
    if waarom := onbekend_elders(map_):
        raise weigert(map_, waarom)
    vorm = ("log", "--all", "--no-textconv", "--no-ext-diff", "--format=%H %cs", "-i")
    rijen: dict[str, str] = {}
    for zoek in (("--pickaxe-regex", f"-S{re.escape(tekst)}"), ("-F", f"--grep={tekst}")):
        for rij in (regel(map_, *vorm, *zoek) or "").splitlines():
            rijen[rij.partition(" ")[0]] = rij.partition(" ")[2]
    return tuple(sorted(rijen.items(), key=lambda rij: (rij[1], rij[0])))


def tags_met(map_: Path, tekst: str) -> tuple[str, ...]:
    """The tags that hold a text: in their name, or in what was written with one."""
    eigen = "%(if:equals=tag)%(objecttype)%(then)%(contents)%(end)"
    uit = git(map_, "for-each-ref", f"--format=%(refname:strip=2)%00{eigen}%01", "refs/tags")
    rijen = (uit or b"").decode("utf-8", "replace").split("\x01")
    delen = (rij.strip("\n").partition("\0") for rij in rijen)
    zoek = " ".join(tekst.split()).casefold()
    return tuple(
        naam for naam, _, inhoud in delen if zoek in " ".join((naam, *inhoud.split())).casefold()
    )


def genegeerd(map_: Path) -> tuple[str, ...]:
    """The files that git leaves alone."""
    return tuple(sorted(_paden(map_, "--others", "--ignored", "--exclude-standard")))


def verborgen(map_: Path) -> tuple[str, ...]:
    """The files in which git was told not to see changes."""
    rijen = _paden(map_, "-v", "--cached")
    return tuple(sorted(rij[2:] for rij in rijen if rij[:1].islower() or rij[:1] == "S"))


def _paden(map_: Path, *opties: str) -> set[str]:
    uit = git(map_, "ls-files", "-z", *opties) or b""
    return {pad for pad in uit.decode("utf-8", "surrogateescape").split("\0") if pad}


def zet_neer(
    map_: Path, blobs: Sequence[Blob], doel: Path, *, wil: Callable[[str], bool] = lambda _: True
) -> bool:
    """Write files of a revision into an empty folder; whether git could give them all.

    Links come last, so that nothing is ever written through one.
    """
    gewild = sorted((b for b in blobs if wil(b.pad)), key=lambda b: b.soort == KOPPELING)
    aantal = 0
    for blob, inhoud in zip(gewild, inhouden(map_, [b.hash for b in gewild]), strict=False):
        pad = doel / blob.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        if blob.soort == KOPPELING:
            pad.symlink_to(os.fsdecode(inhoud))
        else:
            with pad.open("xb") as bestand:
                bestand.write(inhoud)
        aantal += 1
    return aantal == len(gewild)
