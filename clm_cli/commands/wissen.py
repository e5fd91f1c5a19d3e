"""Floor 7, wissen: what taking personal data out of a register would touch; changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clm_cli.commands.doorzoeken import doorzoek
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.bewaren import (
    SOORTEN,
    bewaard,
    bewaartermijn,
    gedeeld_bewaard,
    gedeeld_voorbij,
    voorbij,
)
from clm_cli.derivations.bundel import genoemde_stukken
from clm_cli.deur import alles_onder
from clm_cli.files import git
from clm_cli.files.geheugen import vergeet
from clm_cli.files.stukken import sha256_van
from clm_cli.meldingen import ClmFout
from clm_cli.views.bewaren import Bewaarblad, Soortrij
from clm_cli.views.wissen import GESCHIEDENIS, Raakvlak, Wisblad

_KORTST = 3


def raakt(gelezen: Gelezen, wortel: Path, gegeven: str) -> Wisblad:
    """Every place where a text stands: files, the history, and what of the proof depends on it.

    What clm kept for itself is such a place as well, and is not needed: that goes at once.
    """
    vergeet(wortel)
    zoek = " ".join(gegeven.split()).casefold()
    if len(zoek) < _KORTST:
        raise ClmFout("Noem ten minste drie tekens van wat moet worden gezocht.")
    vast = genoemde_stukken(gelezen.register)
    dicht = [pad for pad in gelezen.register.kapot if pad.endswith("/")]
    rijen, onbekend = [], list(dicht)
    for pad in sorted({*_alle_paden(wortel, dicht), *_buiten_git(wortel)}):
        gelezen_ = doorzoek(wortel, pad)
        tekst = " ".join(gelezen_.tekst.split())
        if not gelezen_.heel:
            onbekend.append(pad)
        if zoek in tekst.casefold() or zoek in pad.casefold():
            rijen.append(Raakvlak(pad, tuple(vast.get(pad, ())), pad.casefold().count(zoek) > 0))
    in_git, woorden = git.is_te_vragen(wortel), " ".join(gegeven.split())
    onbekend += [GESCHIEDENIS] if in_git is None else []
    commits = git.commits_met(wortel, woorden) if in_git else None
    tags = git.tags_met(wortel, woorden) if in_git else ()
    return Wisblad(tuple(rijen), tuple(onbekend), commits, tags)


def bewaren(gelezen: Gelezen) -> Bewaarblad:
    """How long each kind of record is kept, and what is over that."""
    kijk = gelezen.kijk
    alles = [*(rij for blik in kijk.blikken for rij in bewaard(blik)), *gedeeld_bewaard(kijk)]
    over = [*(rij for blik in kijk.blikken for rij in voorbij(blik)), *gedeeld_voorbij(kijk)]
    return Bewaarblad(
        tuple(
            Soortrij(
                soort,
                sum(rij.soort == soort for rij in alles),
                bewaartermijn(gelezen.register, soort),
                tuple(rij.plek.pad for rij in over if rij.soort == soort),
            )
            for soort in SOORTEN
        )
    )


def bewijs(wortel: Path, blad: Wisblad) -> str:
    """The sha256 of every file that a purge leaves alone, as sha256sum checks it."""
    geraakt = {rij.pad for rij in blad.bestanden}
    sommen = ((sha256_van(wortel, wortel / p), p) for p in _alle_paden(wortel) if p not in geraakt)
    return "\n".join(f"{som}  {pad}" for som, pad in sommen if som is not None)


def _buiten_git(wortel: Path) -> tuple[str, ...]:
    """What git leaves alone, and a person may still have typed: drafts, exports."""
    return git.genegeerd(wortel) if git.is_te_vragen(wortel) else ()


def _alle_paden(wortel: Path, dicht: Sequence[str] = ()) -> list[str]:
    """All files but those in git itself and in a folder that cannot be read."""
    if git.is_te_vragen(wortel):
        return sorted(git.werkmap(wortel))
    return sorted(
        alles_onder(wortel, over=lambda pad: f"/{pad}"[-5:] == "/.git" or f"{pad}/" in dicht)
    )
