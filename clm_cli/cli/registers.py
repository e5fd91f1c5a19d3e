"""Floor 7, registers: finding and reading the register that a command is about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import meld
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from clm_cli.files.lader import Geladen
    from clm_cli.meldingen import Plek
    from clm_cli.register import Dossier, Register
    from clm_cli.tijd.kalender import Kalender


def vind(om: Omgeving) -> Path | None:
    """The folder of the register: upwards, each folder itself and its `dossiers/`.

    None outside one.
    """
    start = (om.map or Path()).absolute()
    for ouder in (start, *start.parents):
        for kandidaat in (ouder, ouder / "dossiers"):
            # answers no where Path.is_file raises
            if os.path.isfile(kandidaat / "organisatie.yaml"):  # noqa: PTH113
                return kandidaat
        if om.map:
            break
    return None


def wortel(om: Omgeving) -> Path:
    """The folder of the register, or the error that says how to get one."""
    gevonden = vind(om)
    if gevonden is None:
        waar = f"In {om.map}" if om.map else "In deze map en de mappen erboven"
        raise ClmFout(
            f"{waar} staat geen register: er is geen organisatie.yaml.",
            nu=(
                "clm voorbeeld MAP maakt een gevuld voorbeeld, clm init MAP een eigen register; "
                "of geef --map"
            ),
        )
    return gevonden


def laad(om: Omgeving) -> Geladen:
    """Read the register as it was recorded."""
    from clm_cli.files.lader import laad as lees_alles

    return lees_alles(wortel(om))


def bekeken(om: Omgeving, geladen: Geladen) -> Register:
    """The register as it was on the day looked at, as known then, corrections folded in."""
    return geladen.register.zoals(om.peildatum, om.bekend)


def bron(map_: Path, geladen: Geladen) -> Callable[[Plek], str | None]:
    """Gives the line of text at a place in a file under a folder."""
    from functools import cache

    regels = cache(lambda pad: _regels(map_ / pad))

    def regel(plek: Plek) -> str | None:
        gevonden = geladen.plaats(plek)
        rijen = regels(plek.pad) if gevonden else []
        return rijen[gevonden[0] - 1] if gevonden and gevonden[0] <= len(rijen) else None

    return regel


def _regels(pad: Path) -> list[str]:
    """The lines of an ordinary file; none of anything else."""
    if pad.is_symlink() or not pad.is_file():
        return []
    try:
        return pad.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return []


def dossier(register: Register, naam: str) -> Dossier:
    """A dossier by its id or by a prefix that only one has."""
    namen = sorted(register.dossiers)
    if naam in register.dossiers:
        return register.dossiers[naam]
    passend = [n for n in namen if n.startswith(naam)] or [n for n in namen if naam in n]
    if len(passend) == 1:
        return register.dossiers[passend[0]]
    if passend:
        raise ClmFout(
            f"'{naam}' past op {len(passend)} dossiers: {', '.join(passend)}.",
            nu="typ meer letters",
        )
    from clm_cli.woorden import naaste

    dichtbij = naaste(naam, namen)
    raise ClmFout(
        f"Er is geen dossier '{naam}'.",
        nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm overzicht toont ze",
    )


def dossiernaam(om: Omgeving, woord: str) -> str | None:
    """The folder of a dossier that a word stands for, by looking at names only."""
    map_ = vind(om)
    if map_ is None:
        return None
    passend = [
        kind.parent.name
        for kind in map_.glob("*/aanbieder.yaml")
        if woord and woord in kind.parent.name
    ]
    return passend[0] if len(passend) == 1 else None


def kalender_van(om: Omgeving, start: date, naam: str | None) -> Kalender:
    """The calendar for a term: the one asked for, else the register's, else atw.

    Reads no more than it needs.
    """
    from clm_cli.tijd.kalender import KALENDERS, Kalender

    if naam is not None and naam not in KALENDERS:
        raise ClmFout(f"'{naam}' is geen kalender.", nu=f"kies uit {', '.join(KALENDERS)}")
    map_ = vind(om)
    if map_ is None:
        return Kalender(naam or "atw")
    from clm_cli.derivations.termijnen import kalender_op
    from clm_cli.files.lader import laad_bestand
    from clm_cli.register import bouw

    register = bouw(laad_bestand(map_, "organisatie.yaml"))
    if register.organisatie:
        gekozen = kalender_op(register, start)
        return Kalender(naam or gekozen.naam, gekozen.sluitingsdagen)
    zin = f"{map_ / 'organisatie.yaml'} is niet goed te lezen"
    if naam is None:
        nu = "clm controleer zegt wat er niet klopt; met --kalender rekent u zonder het register"
        raise ClmFout(f"De kalender van dit register is niet bekend: {zin}.", nu=nu)
    meld(f"Let op: eigen sluitingsdagen zijn niet meegeteld; {zin}.")
    return Kalender(naam)
