"""Floor 7, controle: everything that is not right in a register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clm_cli.commands.register import Gelezen, bron, dossier
from clm_cli.files.stukken import controleer_stukken
from clm_cli.meldingen import Ernst, Melding, Plek
from clm_cli.rules.boek import controleer as toets


@dataclass(frozen=True, slots=True)
class Bevindingen:
    """What a check found, with the places and the lines that it is about."""

    meldingen: tuple[Melding, ...]
    plaats: Callable[[Plek], tuple[int, int] | None]
    bron: Callable[[Plek], str | None]

    @property
    def in_orde(self) -> bool:
        """Whether there is no error and no warning."""
        return all(melding.ernst is Ernst.INFO for melding in self.meldingen)


def controleer(gelezen: Gelezen, dossiers: Sequence[str] = ()) -> Bevindingen:
    """Reading, the rules and the documents; of some dossiers when they are named."""
    meldingen = (
        *gelezen.geladen.meldingen,
        *toets(gelezen.register, gelezen.vandaag),
        *controleer_stukken(gelezen.wortel, gelezen.register),
    )
    if dossiers:
        namen = {dossier(gelezen.register, naam).id for naam in dossiers}
        meldingen = tuple(m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen)
    return Bevindingen(meldingen, gelezen.plaats, bron(gelezen.wortel, gelezen.geladen))
