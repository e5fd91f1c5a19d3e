"""Floor 7, plaats: where the register is, found by looking at names only."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from clm_cli.deur import lees_in
from clm_cli.meldingen import SCHIJF, ClmFout


def vind(map_: Path | None) -> Path | None:
    """The folder of the register: upwards, each folder itself and its `dossiers/`.

    A folder that was named is the only one looked in. The answer is None outside a register.
    """
    try:
        start = (map_ or Path()).absolute()
    except FileNotFoundError:
        raise ClmFout("De map waarin u staat is er niet meer.", nu="geef --map") from None
    for ouder in (start, *start.parents):
        for kandidaat in (ouder, ouder / "dossiers"):
            if _is_register(kandidaat, genoemd=map_ is not None):
                return kandidaat
        if map_:
            break
    return None


def _is_register(map_: Path, *, genoemd: bool) -> bool:
    """Whether a register is in a folder.

    Raises OSError where that cannot be known: of a folder that was named, or at another moment.
    """
    try:
        return (map_ / "organisatie.yaml").is_file()
    except OSError as fout:
        if fout.errno in SCHIJF or (genoemd and fout.errno == errno.EACCES):
            raise
        return False
    except ValueError:  # no path can be this
        return False


def wortel(map_: Path | None) -> Path:
    """The folder of the register, or the error that says how to get one."""
    gevonden = vind(map_)
    if gevonden is None:
        waar = f"In {map_}" if map_ else "In deze map en de mappen erboven"
        raise ClmFout(
            f"{waar} staat geen register: er is geen organisatie.yaml.",
            nu=(
                "clm voorbeeld MAP maakt een gevuld voorbeeld, clm init MAP een eigen register; "
                "of geef --map"
            ),
        )
    return gevonden


def speeldag(map_: Path) -> str | None:
    """The day on which an invented register plays; looked up before anything is read."""
    try:
        tekst = lees_in(map_, "organisatie.yaml").decode("utf-8", "replace")
    except OSError as fout:
        if fout.errno in SCHIJF:
            raise  # the same may go well a moment later, and then on another day
        return None  # who reads it says why it cannot be read
    gevonden = re.search(r"(?m)^speelt_op: *([0-9]{4}-[0-9]{2}-[0-9]{2})\s*$", tekst)
    return gevonden[1] if gevonden and re.search(r"(?m)^fictief: *ja\s*$", tekst) else None


def dossiernamen(map_: Path) -> list[str]:
    """The folders of all dossiers of a register."""
    return sorted(kaart.parent.name for kaart in map_.glob("*/aanbieder.yaml"))


def dossiernaam(map_: Path, woord: str) -> str | None:
    """The folder of the one dossier that a word stands for."""
    kaal = "-".join(woord.lower().split())
    passend = [naam for naam in dossiernamen(map_) if kaal and kaal in naam]
    return passend[0] if len(passend) == 1 else None


def in_wolk(pad: str) -> bool:
    """Whether a path lies in a folder that OneDrive or SharePoint keeps in step by itself."""
    return any(naam in pad.lower() for naam in ("onedrive", "sharepoint"))
