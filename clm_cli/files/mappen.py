"""Floor 6, mappen: which files of a folder are read, and what they say as a number."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from clm_cli import deur
from clm_cli.deur import map_in
from clm_cli.files.gate import GROOTST
from clm_cli.meldingen import Ernst, Melding, Plek, oorzaak

OVERGESLAGEN = frozenset({".git", ".clm", "sjablonen", "intern"})
"""Folders whose files are no records."""
Gevonden: TypeAlias = Iterator[tuple[str, deur.Plek]]
"""Paths in a register, each with its place to read it from: its folder is held until the next."""


def is_record(pad: str) -> bool:
    """Whether the file at a path in a register is read as a record."""
    namen = pad.split("/")
    over = any(naam in OVERGESLAGEN or naam.startswith(".") for naam in namen)
    return not over and pad.endswith((".yaml", ".yml"))


def onder(wortel: Path, naam: str, meldingen: list[Melding], kapot: list[str]) -> Gevonden:
    """The paths of all YAML files in a folder of the register and below it."""
    te_doen = [f"{naam}/"]
    while te_doen:
        yield from yaml_in(wortel, te_doen.pop(), te_doen, meldingen, kapot)


def yaml_in(
    wortel: Path, map_: str, mappen: list[str], meldingen: list[Melding], kapot: list[str]
) -> Gevonden:
    """The paths of the YAML files in one folder, sorted; the folders in it are added to `mappen`.

    A folder that cannot be read, or is a link, counts as a file that cannot: what stands there is
    missing, and not absent.
    """
    try:
        with map_in(wortel, map_) as hier:
            for ding in hier.ernaast():
                pad = f"{map_}{ding.name}"
                if ding.name in OVERGESLAGEN or ding.name[0] == ".":
                    continue
                if ding.is_symlink() and _naar_map(ding):
                    meldingen.append(_koppeling(pad))
                    kapot.append(f"{pad}/")
                elif ding.is_dir(follow_symlinks=False):
                    mappen.append(f"{pad}/")
                elif ding.name.endswith((".yaml", ".yml")):
                    yield pad, hier.bij(ding.name)
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


CIJFERMAPPEN = frozenset({"contracten", "metingen", "overgeslagen"})
"""The folders of a dossier that say which figures it has, of what, and which count nevertheless."""


def cijfermappen(wortel: Path, naam: str, meldingen: list[Melding], kapot: list[str]) -> list[str]:
    """Those that a dossier has, in their order."""
    alle: list[str] = []
    list(yaml_in(wortel, f"{naam}/", alle, meldingen, kapot))
    return [map_.rstrip("/") for map_ in alle if map_.split("/")[1] in CIJFERMAPPEN]


def cijferafdruk_van(wortel: Path, naam: str) -> bytes | None:
    """What the figures of a dossier say as a number; None when reading them would go wrong."""
    meldingen, kapot = list[Melding](), list[str]()
    mappen = cijfermappen(wortel, naam, meldingen, kapot)
    return samen([afdruk_van(wortel, map_) for map_ in mappen]) if not kapot else None


def samen(afdrukken: Sequence[bytes | None]) -> bytes | None:
    """The numbers of some folders as one; None when one of them has none."""
    heel = [afdruk for afdruk in afdrukken if afdruk is not None]
    return b"".join(heel) if len(heel) == len(afdrukken) else None


def afdruk_van(wortel: Path, naam: str) -> bytes | None:
    """The same of a folder that is not read into records; None when that would go wrong."""
    meldingen, kapot, afdruk = list[Melding](), list[str](), Afdruk()
    try:
        for pad, plek in onder(wortel, naam, meldingen, kapot):
            afdruk.bij(pad, plek.lees(GROOTST))
    except OSError:
        return None
    return None if meldingen or kapot else afdruk.som()
