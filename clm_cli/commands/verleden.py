"""Floor 7, verleden: the files of a register as git kept them, in a folder of their own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from clm_cli.deur import alles_onder, is_verborgen, neem_over
from clm_cli.files import git
from clm_cli.meldingen import ClmFout
from clm_cli.records.soorten import feitnaam
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.woorden import bedoelt

_OP_EEN_REGEL = 6


@value
class Bekend:
    """What is to count as known: all that was recorded by a moment, or what a revision holds."""

    moment: datetime | None = None
    revisie: str | None = None
    voorbij: bool = True
    """Whether the moment is over; of one that is still to come git knows nothing."""

    @property
    def naam(self) -> str:
        """How it was named: the commit, or the day."""
        return datum_vol(self.moment.date()) if self.moment else self.revisie or "HEAD"


@value
class Map:
    """Where the files stand that are looked at."""

    wortel: Path
    uit_git: bool = False
    """Whether the cards are as they stood then; else only their own dates tell."""


def alles(_: str) -> bool:
    """Any file."""
    return True


def map_van(wortel: Path, bekend: Bekend) -> Map:
    """The folder to read: the register itself, or a copy of what it was.

    A fact is known from the moment that stands in it, also when it was committed later; how a card
    stood, only git can tell.
    """
    if bekend.revisie is not None:
        return Map(van_revisie(wortel, commit(wortel, bekend.revisie)), uit_git=True)
    toen = git.commit_op(wortel, bekend.moment) if bekend.moment and bekend.voorbij else None
    bestanden = git.boom(wortel, toen) if toen else None
    if toen is None or bestanden is None:
        return Map(wortel)
    map_ = van_revisie(wortel, toen)
    _vul_aan(wortel, map_)
    return Map(map_, uit_git=True)


def commit_bij(wortel: Path, bekend: Bekend) -> str:
    """The commit that is meant: the one named, or the last of a moment; raises ClmFout for none."""
    if bekend.moment is None:
        return commit(wortel, bekend.revisie or "HEAD")
    gevonden = git.commit_op(wortel, bekend.moment)
    if gevonden is None:
        dag = datum_vol(bekend.moment.date())
        raise ClmFout(f"Op {dag} stond hier nog niets in git.", nu="git log toont de commits")
    return gevonden


def commit(wortel: Path, revisie: str) -> str:
    """The commit that is meant; raises ClmFout where git knows none."""
    gevonden = git.commit_van(wortel, revisie)
    if gevonden is None:
        if not git.is_er(wortel):
            raise ClmFout(
                f"'{revisie}' kan niet worden opgezocht: dit register staat niet in git.",
                nu="noem een datum, zoals 2026-05-13",
            )
        takken = git.takken(wortel)
        alle = f"de takken hier: {', '.join(takken)}; " if 0 < len(takken) <= _OP_EEN_REGEL else ""
        raise ClmFout(
            f"'{revisie}' is geen datum, en git kent hier geen commit, tak of label met die naam.",
            nu=bedoelt(revisie, takken, f"{alle}git log toont de commits"),
        )
    return gevonden


def van_revisie(wortel: Path, commit_: str, wil: Callable[[str], bool] = alles) -> Path:
    """The register of a commit in a folder of its own, which goes when clm ends."""
    bestanden = git.boom(wortel, commit_)
    if not bestanden:
        raise ClmFout(f"In commit {commit_[:10]} stond hier nog geen register.")
    map_ = Path(tempfile.mkdtemp(prefix="clm-verleden-"))
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    if not git.zet_neer(wortel, bestanden, map_, wil=wil):
        raise ClmFout(
            f"Git kan niet alle bestanden van commit {commit_[:10]} geven.",
            nu="git fsck zegt wat er ontbreekt; haal de hele geschiedenis op (git fetch)",
        )
    return map_


def _vul_aan(wortel: Path, map_: Path) -> None:
    """Facts and documents that came into git later: the moment in the fact decides."""
    for pad in alles_onder(wortel, over=is_verborgen):
        naam = pad.rpartition("/")[2]
        is_kaart = naam.endswith(".yaml") and feitnaam(naam.removesuffix(".yaml")) is None
        bron, doel = wortel / pad, map_ / pad
        if is_kaart or doel.exists() or bron.is_symlink() or not bron.is_file():
            continue
        doel.parent.mkdir(parents=True, exist_ok=True)
        neem_over(wortel, pad, doel)
