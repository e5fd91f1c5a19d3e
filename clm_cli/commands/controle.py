"""Floor 7, controle: everything that is not right in a register."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.commands.register import Gelezen, bron, dossier
from clm_cli.files.stukken import controleer_stukken
from clm_cli.rules.boek import controleer as toets
from clm_cli.views.controle import Controle


def controleer(gelezen: Gelezen, dossiers: Sequence[str] = (), *, streng: bool = False) -> Controle:
    """Reading, the rules and the documents; of some dossiers when they are named."""
    meldingen = (
        *gelezen.geladen.meldingen,
        *toets(gelezen.register, gelezen.vandaag),
        *controleer_stukken(gelezen.wortel, gelezen.register),
    )
    if dossiers:
        namen = {dossier(gelezen.register, naam).id for naam in dossiers}
        meldingen = tuple(m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen)
    return Controle(meldingen, gelezen.plaats, bron(gelezen.wortel, gelezen.geladen), streng)
