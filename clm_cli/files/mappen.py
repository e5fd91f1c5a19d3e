"""Floor 6, mappen: which files of a folder are read, and what they say as a number."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from clm_cli.deur import lees_gewoon, map_inhoud
from clm_cli.files.gate import GROOTST
from clm_cli.meldingen import Ernst, Melding, Plek, oorzaak

OVERGESLAGEN = frozenset({".git", ".clm", "sjablonen", "intern"})
"""Folders whose files are no records."""


def is_record(pad: str) -> bool:
    """Whether the file at a path in a register is read as a record."""
    namen = pad.split("/")
    over = any(naam in OVERGESLAGEN or naam.startswith(".") for naam in namen)
    return not over and pad.endswith((".yaml", ".yml"))


def onder(wortel: Path, naam: str, meldingen: list[Melding], kapot: list[str]) -> Iterator[str]:
    """The paths of all YAML files in a folder of the register and below it."""
    te_doen = [f"{naam}/"]
    while te_doen:
        yield from yaml_in(wortel, te_doen.pop(), te_doen, meldingen, kapot)


def yaml_in(
    wortel: Path, map_: str, mappen: list[str], meldingen: list[Melding], kapot: list[str]
) -> Iterator[str]:
    """The paths of the YAML files in one folder, sorted; the folders in it are added to `mappen`.

    A folder that cannot be read, or is a link, counts as a file that cannot: what stands there is
    missing, and not absent.
    """
    try:
        for ding in map_inhoud(wortel / map_):
            pad = f"{map_}{ding.name}"
            if ding.name in OVERGESLAGEN or ding.name[0] == ".":
                continue
            if ding.is_symlink() and _naar_map(ding):
                meldingen.append(_koppeling(pad))
                kapot.append(f"{pad}/")
            elif ding.is_dir(follow_symlinks=False):
                mappen.append(f"{pad}/")
            elif ding.name.endswith((".yaml", ".yml")):
                yield pad
    except OSError as fout:
        plek, tekst = Plek(map_ or "."), f"de map is niet te lezen: {oorzaak(fout)}"
        nu = "geef uzelf toegang tot de map, of probeer het opnieuw"
        meldingen.append(Melding("YML001", Ernst.FOUT, plek, tekst, nu=nu))
        kapot.append(map_ or ".")


def _naar_map(koppeling: os.DirEntry[str]) -> bool:
    """Whether a link leads to a folder; one that leads to itself leads nowhere."""
    try:
        return koppeling.is_dir()
    except OSError:
        return False


def _koppeling(pad: str) -> Melding:
    tekst = f"{pad} is een koppeling naar een andere map; die wordt niet gevolgd"
    return Melding("YML001", Ernst.FOUT, Plek(pad), tekst, nu="zet de map zelf op deze plaats")


class Afdruk:
    """What the files of a folder say, as one number."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._som = hashlib.sha256()

    def bij(self, pad: str, inhoud: bytes) -> None:
        """One more file."""
        kop = f"{len(os.fsencode(pad))} {len(inhoud)} "
        self._som.update(kop.encode() + os.fsencode(pad) + inhoud)

    def som(self) -> bytes:
        """The number."""
        return self._som.digest()


def afdruk_van(wortel: Path, naam: str) -> bytes | None:
    """The same of a folder that is not read into records; None when that would go wrong."""
    meldingen, kapot, afdruk = list[Melding](), list[str](), Afdruk()
    try:
        for pad in onder(wortel, naam, meldingen, kapot):
            afdruk.bij(pad, lees_gewoon(f"{wortel}/{pad}", GROOTST))
    except OSError:
        return None
    return None if meldingen or kapot else afdruk.som()
