"""Floor 8, registers: the register that a command is about, by the shared options."""

from __future__ import annotations

from pathlib import Path

from clm_cli.cli.omgeving import Omgeving
from clm_cli.commands import plaats
from clm_cli.commands.register import Gelezen
from clm_cli.commands.register import lees as lees_register


def wortel(om: Omgeving) -> Path:
    """The folder of the register, or the error that says how to get one."""
    return plaats.wortel(om.map)


def lees(om: Omgeving) -> Gelezen:
    """The register as it was on the day looked at, as known then."""
    return lees_register(wortel(om), om.peildatum, om.bekend)


def lees_als_er_een_is(om: Omgeving) -> Gelezen | None:
    """The register, or nothing outside one: what clm itself brings can be shown anywhere."""
    return lees(om) if plaats.vind(om.map) else None
