"""Floor 6, anderen: the names of other providers, which the other party may not read."""

from __future__ import annotations

import re
from collections.abc import Callable

from clm_cli.register import Register


def andere_namen(register: Register, eigen: str) -> tuple[str, ...]:
    """What the other providers of a register are or were called; the longest name first."""
    kaarten = {id_: dossier.aanbieder for id_, dossier in register.dossiers.items()}
    namen = {
        (id_ == eigen, naam)
        for id_, kaart in kaarten.items()
        for rij in (kaart.record.namen if kaart else ())
        for naam in (rij.statutair, rij.roepnaam)
    }
    van_anderen = {naam for zelf, naam in namen if not zelf and (True, naam) not in namen}
    return tuple(sorted(van_anderen, key=lambda naam: (-len(naam), naam)))


def genoemd(namen: tuple[str, ...], tekst: str) -> tuple[str, ...]:
    """The names that stand in a text, however its lines are broken."""
    gewoon = " ".join(tekst.split())
    return tuple(naam for naam in namen if _vorm(naam).search(gewoon))


def zonder(
    namen: tuple[str, ...], tekst: str, zoals: Callable[[str], str] = str
) -> tuple[str, tuple[str, ...]]:
    """A text without the names, as it writes them, and those that stood in it."""
    verborgen = []
    for naam in namen:
        tekst, keer = _vorm(zoals(naam)).subn("andere aanbieder", tekst)
        verborgen += [naam] * bool(keer)
    return tekst, tuple(verborgen)


def _vorm(naam: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(naam)}(?!\w)", re.IGNORECASE)
