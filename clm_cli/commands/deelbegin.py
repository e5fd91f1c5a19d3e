"""Floor 7, deelbegin: a register that is shared from now on, and a colleague who joins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.commands.delen import Deler, deel
from clm_cli.commands.plaats import in_wolk
from clm_cli.files import git, gitwerk
from clm_cli.meldingen import ClmFout
from clm_cli.views.delen import Gedeeld


def begin(wie: Deler, plek: Path) -> Gedeeld:
    """Share from now on through a folder on a drive, which is made when it is not there.

    Who shared through a folder that is gone, as a drive that has another letter now, goes on here.
    """
    plek, hier = plek.resolve(), wie.wortel.resolve()
    if hier in (plek, *plek.parents):
        raise ClmFout("De gedeelde map kan niet in het register zelf liggen.", nu="noem een andere")
    al = gitwerk.overkant(wie.wortel) if git.is_er(wie.wortel) else None
    if al and not (al.is_map and al.is_weg):
        raise ClmFout(f"Dit register wordt al gedeeld, via {al.adres}.", nu=_anders(al))
    if git.is_er(wie.wortel):
        gitwerk.kan_committen(wie.wortel, "delen")
    else:
        _zeker(gitwerk.draai(wie.wortel, "init", "--quiet", "--initial-branch=main"))
    tak = gitwerk.draai(wie.wortel, "symbolic-ref", "--short", "HEAD").gezegd or "main"
    if not _is_kaal(plek):
        _maak(plek, tak)
    naam, wat = (al.naam, "set-url") if al else ("origin", "add")
    _zeker(gitwerk.draai(wie.wortel, "remote", wat, naam, plek.as_posix()))
    for sleutel, waarde in (("remote", naam), ("merge", f"refs/heads/{al.tak if al else tak}")):
        _zeker(gitwerk.draai(wie.wortel, "config", f"branch.{tak}.{sleutel}", waarde))
    mee = opdracht("ophalen", begin=plek.as_posix(), in_="MAP")
    blad = deel(wie)
    return replace(blad, nu=blad.nu or advies("een collega doet mee met {mee}", mee=mee))


def _anders(al: gitwerk.Overkant) -> Advies:
    """How to go on where it is shared, and what to do when that is the wrong folder."""
    if not al.is_map:
        return opdracht("delen")
    tekst = "{delen}; hoort die map ergens anders, verplaats haar dan en geef dit opnieuw"
    return advies(tekst, delen=opdracht("delen"))


def _is_kaal(plek: Path) -> bool:
    return gitwerk.draai(plek, "rev-parse", "--is-bare-repository").gezegd == "true"


def _maak(plek: Path, tak: str) -> None:
    """A repository without a work tree, in a folder that is new or empty.

    Who joins begins on the branch on which the first works, whatever it is called.
    """
    try:
        if plek.exists() and (not plek.is_dir() or any(plek.iterdir())):
            raise ClmFout(
                f"{plek} is niet leeg, en is geen gedeeld register; er is niets gedaan.",
                nu="noem een nieuwe map",
            )
        if not plek.parent.is_dir():  # a name typed wrong would be shared with nobody
            raise ClmFout(
                f"{plek.parent} bestaat niet; er is niets gedaan.",
                nu="kijk de naam na, en of de schijf er is; of maak die map eerst",
            )
        plek.mkdir(exist_ok=True)
    except OSError as fout:
        raise ClmFout(f"{plek} kan niet worden gemaakt: {fout.strerror}.") from None
    vast = ("init", "--quiet", "--bare", "--shared=group", "--template=")
    _zeker(gitwerk.draai(plek, *vast, f"--initial-branch={tak}"))


def doe_mee(plek: str, map_: Path) -> tuple[Path, tuple[str, ...]]:
    """A folder of one's own with a shared register in it; also what to look out for."""
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        raise ClmFout(f"{map_} is niet leeg; er is niets gedaan.", nu="noem een andere")
    daar = plek if "://" in plek or not Path(plek).exists() else Path(plek).resolve().as_posix()
    vast = ("clone", "--quiet", "--no-hardlinks", "--template=", "--upload-pack=git-upload-pack")
    hier = Path().absolute()
    _zeker(gitwerk.draai(hier, *vast, daar, str(map_.absolute()), seconden=300))
    if not any(_staat_er(map_ / naam) for naam in ("organisatie.yaml", "dossiers")):
        raise ClmFout(
            f"In {plek} staat nog geen register; {map_} is wel gemaakt.",
            nu="laat wie begon eerst delen, en geef de opdracht dan opnieuw met een andere map",
        )
    wolk = f"{map_} staat in OneDrive of SharePoint; zet het register op een gewone schijf"
    return map_, ((wolk,) if in_wolk(str(map_.absolute())) else ())


def _staat_er(plek: Path) -> bool:
    """Whether somebody shared this; a link is no part of a register, and leads out of it."""
    return plek.exists() and not plek.is_symlink()


def _zeker(antwoord: gitwerk.Antwoord) -> None:
    if antwoord.gezegd is None:
        raise ClmFout(f"Het lukt git niet: {antwoord.reden}.", nu="los dat op, en probeer opnieuw")
