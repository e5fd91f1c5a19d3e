"""Floor 8, registers: the register that a command is about, by the shared options."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from clm_cli.cli.omgeving import Omgeving, dag_of_revisie, nu
from clm_cli.cli.uitvoer import meld, onvolledig
from clm_cli.commands import plaats
from clm_cli.commands.register import Gelezen
from clm_cli.commands.register import lees as lees_register
from clm_cli.commands.verleden import Bekend, Map, map_van


def wortel(om: Omgeving) -> Path:
    """The folder of the register, or the error that says how to get one."""
    return plaats.wortel(om.map)


def lees(om: Omgeving) -> Gelezen:
    """The register as it was on the day looked at, as known then."""
    hier, toen = wortel(om), bekend(om)
    gelezen = lees_register(hier, om.peildatum, toen, onthoud=om.onthoud, echt=nu().date())
    onvolledig(gelezen.register)
    zeg_van_toen(toen, uit_git=gelezen.wortel != hier, op=om.op is not None)
    return gelezen


def zeg_van_toen(toen: Bekend | None, *, uit_git: bool, op: bool) -> None:
    """That a page is not of now: a lawyer who looks back must not take it for what is known.

    `op`: the day was said up to which is counted; else a term of then is long over on it.
    """
    if toen is None or not toen.moment:
        return
    kaarten = "; de kaarten, zoals aanbieder.yaml, zijn van nu: git kent hier geen stand van toen"
    wat = "dit is wat" if uit_git else "dit zijn de feiten die"
    was = "was vastgelegd" if uit_git else f"waren vastgelegd{kaarten}"
    tot = f" Gerekend tot vandaag; met --op {toen.moment.date()} erbij tot die dag."
    meld(f"Let op: {wat} op {toen.naam} {was}.{'' if op else tot}")


def map_(om: Omgeving) -> Map:
    """The folder whose files are looked at: the register, or a copy of what it was."""
    gevraagd = bekend(om)
    return map_van(wortel(om), gevraagd) if gevraagd else Map(wortel(om))


def bekend(om: Omgeving) -> Bekend | None:
    """What is to count as known; None when everything that is recorded does."""
    if om.bekend is None and om.revisie is None:
        return None
    return _als_bekend(om.bekend, om.revisie)


def lees_bekend(tekst: str, naam: str, vandaag: date) -> Bekend:
    """What a text names: a day, a moment or a commit; nothing is the newest commit."""
    return _als_bekend(*dag_of_revisie(tekst, naam, vandaag)) if tekst else Bekend(revisie="HEAD")


def _als_bekend(moment: datetime | None, revisie: str | None) -> Bekend:
    return Bekend(moment, revisie, voorbij=moment is not None and moment <= nu())


def lees_als_er_een_is(om: Omgeving) -> Gelezen | None:
    """The register, or nothing outside one: what clm itself brings can be shown anywhere."""
    return lees(om) if plaats.vind(om.map) else None
