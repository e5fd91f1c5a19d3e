"""Floor 7, vastleggen: recording in git, for who writes and for who shares."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clm_cli.files import git, gitwerk
from clm_cli.files.gitwerk import commit, kan_committen
from clm_cli.files.gitwerk import email as git_email
from clm_cli.meldingen import ClmFout
from clm_cli.records.organisatie import Persoon
from clm_cli.records.soorten import feitnaam, soort_van

__all__ = ["commit", "git_email", "is_gedeeld", "kan_committen", "leg_vast", "met_staart", "wil"]


def wil(map_: Path, zeg: gitwerk.Zeg, persoon: Persoon | None = None) -> list[str]:
    """The options for git; a person whom git does not know here is named by the register."""
    uit = gitwerk.eigen_wil(map_, zeg)
    if persoon is None or git_email(map_):
        return uit
    adres = persoon.email[0] if persoon.email else f"{persoon.id}@register.invalid"
    return [*uit, "-c", f"user.name={persoon.naam}", "-c", f"user.email={adres}"]


def leg_vast(map_: Path, paden: Sequence[str], kop: str, opties: Sequence[str]) -> None:
    """Record what stood in the register already; raises ClmFout, as nothing was written for it."""
    antwoord = gitwerk.leg_vast(map_, paden, kop, "\n".join(paden), opties)
    if antwoord.gezegd is None:
        raise ClmFout(
            f"git kon {', '.join(paden)} niet vastleggen: {antwoord.reden}. Er is niets gedeeld.",
            nu=f"{gitwerk.slot_weg(antwoord.reden) or 'los dat op, en '}probeer het opnieuw",
        )


def is_gedeeld(map_: Path, *, verzonnen: bool) -> bool:
    """Whether work on a register can come together: with others, or from two branches.

    Of an invented one only as a repository of its own: the example stands in that of clm, which is
    shared for another reason.
    """
    return git.heeft_meer_lijnen(map_) and not (verzonnen and git.voor(map_))


def met_staart(pad: str, wie: str) -> str:
    """The name of a fact with who wrote it behind it, so that no two people choose one name."""
    stam = pad.removesuffix(".yaml")
    voor, _, laatste = stam.rpartition("-")
    for keuze in (f"{stam}-{wie}", f"{voor}-{wie}-{laatste}"):
        if _zelfde_soort(pad, f"{keuze}.yaml"):
            return f"{keuze}.yaml"
    return pad


def _zelfde_soort(oud: str, nieuw: str) -> bool:
    namen = [feitnaam(pad.rpartition("/")[2].removesuffix(".yaml")) for pad in (oud, nieuw)]
    een, ander = namen
    if een is None or ander is None or een.voorop != ander.voorop:
        return False
    return een.is_correctie == ander.is_correctie and soort_van(oud) is soort_van(nieuw)
