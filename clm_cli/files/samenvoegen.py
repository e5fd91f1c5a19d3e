"""Floor 6, samenvoegen: two lines of work become one in git, beside the folder and then in it.

Nothing in the folder changes before all of it fits: what cannot be decided here is told, and the
folder stays as it was.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from clm_cli.files import git
from clm_cli.files.gate import lees
from clm_cli.files.geschiedenis import is_feit
from clm_cli.files.gitwerk import Antwoord, draai
from clm_cli.files.kaartsamen import Botsing, Keuze, Onmogelijk, voeg_kaart_samen
from clm_cli.files.mappen import is_record
from clm_cli.meldingen import ClmFout, NietAf

_ZONDER_HERNOEMEN = ("-c", "merge.renames=false", "-c", "merge.directoryRenames=false")
_OUD = "git is te oud om veilig samen te voegen"


@dataclass(slots=True)
class Samen:
    """What a merge makes of it: what is kept beside, and what somebody has to decide."""

    boom: str = ""
    naast: dict[str, str] = field(default_factory=dict)
    """Of files that both made: ours, and the name under which it is kept beside theirs."""
    samen: list[str] = field(default_factory=list)
    """The cards that both changed, in which both changes now are."""
    gebleven: list[str] = field(default_factory=list)
    """What one took away and the other changed: it stays."""
    botsingen: list[Botsing] = field(default_factory=list)
    vast: dict[str, str] = field(default_factory=dict)
    """The content (its hash in git) of the files that were decided here."""


def voeg_samen(map_: Path, eigen: str, ander: str, houd: Keuze | None, wil: Sequence[str]) -> Samen:
    """The tree of both, made beside the folder; raises ClmFout when git cannot."""
    antwoord = draai(
        map_,
        *wil,
        *_ZONDER_HERNOEMEN,
        *("merge-tree", "--write-tree", "-z", "--no-messages", eigen, ander),
        goed=(0, 1),
    )
    uit, rijen = _gelezen(antwoord)
    samen = Samen(uit)
    gedeeld = git.gedeeld(map_, eigen, ander)
    bomen = [_boom(map_, commit) for commit in (gedeeld, eigen, ander)]
    begin = git.voor(map_)
    for pad in sorted({*bomen[1], *bomen[2]}):
        hashes = [boom.get(pad) for boom in bomen]
        if len(set(hashes)) < 3:
            continue
        if hashes[1] and hashes[2]:
            _beide(map_, samen, pad, hashes, bomen, houd, vrij=f"{begin}{pad}" not in rijen)
        else:
            samen.gebleven.append(pad)
            samen.vast[pad] = str(hashes[1] or hashes[2])
    gezien = {*samen.vast, *(botsing.pad for botsing in samen.botsingen)}
    for pad in sorted(rijen - {f"{begin}{naam}" for naam in gezien}):
        samen.botsingen.append(Botsing(pad.removeprefix(begin), "", "", ""))
    samen.boom = _met(map_, samen.boom, samen.vast, wil)
    return samen


def _gelezen(antwoord: Antwoord) -> tuple[str, set[str]]:
    """The tree and the names of the files on which git could not decide."""
    if antwoord.gezegd is None:
        raise ClmFout(f"{_OUD}: {antwoord.reden}.", nu="installeer git 2.38 of nieuwer")
    boom, *rijen = antwoord.gezegd.split("\0")
    return boom, {rij.partition("\t")[2] for rij in rijen if "\t" in rij}


def _boom(map_: Path, commit: str | None) -> Mapping[str, str]:
    return {rij.pad: rij.hash for rij in (git.boom(map_, commit) if commit else None) or ()}


def _beide(
    map_: Path,
    samen: Samen,
    pad: str,
    hashes: Sequence[str | None],
    bomen: Sequence[Mapping[str, str]],
    houd: Keuze | None,
    *,
    vrij: bool,
) -> None:
    """One file that both changed or made, each otherwise; `vrij` when git could take both."""
    eigen, ander = git.inhouden(map_, [h for h in hashes[1:] if h])
    basis = next(git.inhouden(map_, [hashes[0]])) if hashes[0] else None
    if is_record(pad) and not is_feit(pad):
        try:
            inhoud, botsingen = voeg_kaart_samen(pad, basis, eigen, ander, houd)
        except Onmogelijk:
            if vrij:
                return  # the changes lie apart in the text: git put them together
            inhoud = eigen if houd == "eigen" else ander
            botsingen = () if houd else (Botsing(pad, "", "", ""),)
        samen.botsingen += botsingen
        if not botsingen:
            samen.samen.append(pad)
            samen.vast[pad] = _blob(map_, inhoud)
        return
    naam = _naast(pad, eigen if is_feit(pad) else b"", {*bomen[1], *bomen[2], *samen.vast})
    samen.naast[pad] = naam
    samen.vast |= {pad: str(hashes[2]), naam: str(hashes[1])}


def _naast(pad: str, inhoud: bytes, bezet: set[str]) -> str:
    """The name beside one that is taken: with who wrote it behind it, else a number."""
    boom = lees(inhoud, pad).boom if inhoud else None
    wie = str((boom or {}).get("door", "")) if isinstance(boom, dict) else ""
    oud = PurePosixPath(pad)
    staart = "" if oud.stem.endswith(f"-{wie}") else wie
    namen = [staart, *(f"{staart}-{nr}".lstrip("-") for nr in range(2, 1000))]
    kandidaten = (str(oud.with_stem(f"{oud.stem}-{naam}")) for naam in namen if naam)
    return next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)


def _blob(map_: Path, inhoud: bytes) -> str:
    return _zeker(draai(map_, "hash-object", "-w", "--stdin", "--no-filters", invoer=inhoud))


def _met(map_: Path, boom: str, vast: Mapping[str, str], wil: Sequence[str]) -> str:
    """The tree with these files in it, made in an index of its own."""
    if not vast:
        return boom
    with tempfile.TemporaryDirectory(prefix="clm-samen-") as plek:
        eigen, begin = {"GIT_INDEX_FILE": str(Path(plek) / "index")}, git.voor(map_)
        rijen = "".join(f"100644 {hash_}\t{begin}{pad}\0" for pad, hash_ in vast.items())

        def git_(*woorden: str, invoer: str = "") -> str:
            bytes_ = invoer.encode("utf-8", "surrogateescape")
            return _zeker(draai(map_, *wil, *woorden, invoer=bytes_, omgeving=eigen))

        git_("read-tree", boom)
        git_("update-index", "-z", "--index-info", invoer=rijen)
        return git_("write-tree")


def leg_samen_vast(
    map_: Path, boom: str, eigen: str, ander: str, tekst: str, wil: Sequence[str]
) -> str:
    """Record the merge and put it in the folder; where that would lose something, neither."""
    ouders = ("-p", eigen, "-p", ander)
    commit = _zeker(draai(map_, *wil, "commit-tree", boom, *ouders, "-m", tekst))
    return zet_over(map_, commit, wil)


def zet_over(map_: Path, commit: str, wil: Sequence[str]) -> str:
    """Move the folder to a commit that follows on this one.

    Raises NietAf, with what came in, where git stopped half way, and ClmFout where nothing did.
    """
    eerst = git.commit_van(map_, "HEAD")
    antwoord = draai(map_, *wil, "merge", "--ff-only", "--quiet", commit)
    if antwoord.gezegd is None and eerst and (erin := _erin(map_, eerst, commit)):
        raise NietAf(
            f"Samenvoegen lukt niet: {antwoord.reden}. Al in uw map: {', '.join(erin)}.",
            nu="los dat op, en doe hetzelfde nog eens",
            feit=False,
        )
    return _zeker(antwoord) or commit


def _erin(map_: Path, eerst: str, commit: str) -> list[str]:
    """The files that are already what a commit makes of them."""
    toen, straks = (
        {rij.pad: rij.hash for rij in git.boom(map_, welke) or ()} for welke in (eerst, commit)
    )
    anders = {pad for pad in {*toen, *straks} if toen.get(pad) != straks.get(pad)}
    hier = git.werkmap(map_)
    return sorted(pad for pad in anders if hier.get(pad) == straks.get(pad))


def _zeker(antwoord: Antwoord) -> str:
    if antwoord.gezegd is None:
        raise ClmFout(
            f"Samenvoegen lukt niet: {antwoord.reden}. Uw map is zoals zij was.",
            nu="los dat op en geef de opdracht opnieuw",
        )
    return antwoord.gezegd
