"""Floor 7, register: reading a register, one dossier of it, and the lines of its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from clm_cli.advies import opdracht
from clm_cli.commands.tegelijk import Maten
from clm_cli.commands.verleden import Bekend, map_van
from clm_cli.derivations.exemplaar import exemplaar
from clm_cli.derivations.namen import Gevonden, dossiers, kies, personen
from clm_cli.deur import lees_in
from clm_cli.dossier import Dossier
from clm_cli.files.gate import GROOTST
from clm_cli.files.geheugen import GENOEG, Geheugen
from clm_cli.files.geziene_nummers import Nummers
from clm_cli.files.lader import Geladen
from clm_cli.files.lader import laad as lees_alles
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import ClmFout, Plek
from clm_cli.register import Register
from clm_cli.value import value
from clm_cli.woorden import bedoelt, naaste

AANBIEDER = "aanbieder"
"""Whose copy holds nothing internal."""
_WOORD, _LIJKT = 5, 0.7
"""A part of a name of so many letters can be meant, where what was typed looks so much like it."""


@value
class Gelezen:
    """What a reading command looks at: the files as recorded, and the register as it is seen."""

    wortel: Path
    geladen: Geladen
    kijk: Kijk

    @property
    def register(self) -> Register:
        """The register as it was on the day looked at, as known then, corrections folded in."""
        return self.kijk.register

    @property
    def vandaag(self) -> date:
        """The day looked at."""
        return self.kijk.vandaag

    def blik(self, naam: str) -> Dossierblik:
        """The dossier that is meant, as it is looked at."""
        return self.kijk.blik(dossier(self.register, naam))

    def voor(self, wie: str, naam: str) -> Gelezen:
        """The same as the provider of a dossier may read it; for ourselves all of it."""
        if wie != AANBIEDER:
            return self
        return replace(self, kijk=exemplaar(self.blik(naam)))

    def plaats(self, plek: Plek) -> tuple[int, int] | None:
        """Line and column of a place."""
        return self.geladen.plaats(plek)


def lees(
    wortel: Path,
    op: date,
    bekend: Bekend | None = None,
    *,
    onthoud: bool | None = None,
    echt: date | None = None,
) -> Gelezen:
    """The register in a folder, as it was on a day and as was known then.

    `onthoud` says whether what is worked out is kept for another time; else its size decides.
    `echt` is the day on which somebody looks, whose lines keep their numbers until it is over.
    """
    if bekend is None:
        geladen = lees_alles(wortel)
        groot = len(geladen.register.dossiers.namen) >= GENOEG
        bewaar = groot if onthoud is None else onthoud
        bewaard = Geheugen(wortel, geladen, op, Maten(wortel, op)) if bewaar else None
        nummers = Nummers(wortel, echt, op) if echt and onthoud is not False else None
        kijk = Kijk(geladen.register.zoals(op), op, geheugen=bewaard, nummers=nummers)
        return Gelezen(wortel, geladen, kijk)
    map_ = map_van(wortel, bekend)
    geladen = lees_alles(map_.wortel)
    toen = geladen.register.zoals(op, bekend.moment, kaarten_van_toen=map_.uit_git)
    return Gelezen(map_.wortel, geladen, Kijk(toen, op))


def dossier(register: Register, naam: str) -> Dossier:
    """A dossier by its id, by a part of it that only one has, or by a name of its provider."""
    if naam in register.dossiers:
        return register.dossiers[naam]
    passend = _ids(register, lambda id_: id_.startswith(naam)) or _ids(
        register, lambda id_: naam in id_
    )
    if len(passend) == 1:
        return register.dossiers[passend[0]]
    if passend:
        raise ClmFout(
            f"'{naam}' past op {len(passend)} dossiers: {', '.join(passend)}.",
            nu="typ meer letters",
        )
    if isinstance(uit := kies(dossiers(register), naam), Gevonden):
        return register.dossiers[uit.id]
    raise ClmFout(f"Er is geen dossier '{naam}'.", nu=_bedoeld(register, naam))


def persoon(register: Register, woord: str) -> str:
    """A person of ours by id, name or e-mail address."""
    if isinstance(uit := kies(personen(register), woord), Gevonden):
        return uit.id
    raise ClmFout(
        f"'{woord}' is geen persoon in organisatie.yaml.",
        nu=bedoelt(woord, [p.id for p in register.organisatie.personen]),
    )


def _bedoeld(register: Register, naam: str) -> str:
    """The dossier that looks like it, also by one word of its name."""
    namen = {id_: id_ for id_ in sorted(register.dossiers)}
    namen |= {deel: id_ for id_ in namen for deel in id_.split("-") if len(deel) >= _WOORD}
    if dichtbij := naaste(naam, namen, _LIJKT):
        return f"bedoelt u {namen[dichtbij]}?"
    if not register.dossiers:
        return f"er is er nog geen; {opdracht('nieuw', 'NAAM')} maakt het eerste"
    return "clm overzicht toont ze"


def _ids(register: Register, past: Callable[[str], bool]) -> list[str]:
    """The ids that pass; no other dossier is read."""
    return sorted(id_ for id_ in register.dossiers.namen if past(id_) and id_ in register.dossiers)


def bron(map_: Path, geladen: Geladen) -> Callable[[Plek], str | None]:
    """Gives the line of text at a place in a file under a folder."""
    regels = cache(lambda pad: _regels(map_, pad))

    def regel(plek: Plek) -> str | None:
        gevonden = geladen.plaats(plek)
        rijen = regels(plek.pad) if gevonden else []
        return rijen[gevonden[0] - 1] if gevonden and gevonden[0] <= len(rijen) else None

    return regel


def _regels(map_: Path, pad: str) -> list[str]:
    """The lines of an ordinary file; none of anything else."""
    try:
        return lees_in(map_, pad, GROOTST).decode("utf-8", "replace").split("\n")
    except OSError:
        return []
