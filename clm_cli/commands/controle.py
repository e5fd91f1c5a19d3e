"""Floor 7, controle: everything that is not right in a register, and its number by dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clm_cli.commands.register import Gelezen, bron, dossier
from clm_cli.commands.werklijst import VERST
from clm_cli.derivations.werklijst import Filter, werklijst
from clm_cli.files.stukken import controleer_stukken
from clm_cli.meldingen import Ernst
from clm_cli.rules.boek import meldingen as toets
from clm_cli.views.controle import Controle
from clm_cli.views.overzicht import Overzicht
from clm_cli.views.overzicht import overzicht as maak_overzicht


def controleer(gelezen: Gelezen, dossiers: Sequence[str] = (), *, streng: bool = False) -> Controle:
    """Reading, the rules and the documents; of some dossiers when they are named."""
    meldingen = (
        *gelezen.geladen.meldingen,
        *toets(gelezen.kijk),
        *controleer_stukken(gelezen.wortel, gelezen.register),
    )
    if dossiers:
        namen = {dossier(gelezen.register, naam).id for naam in dossiers}
        meldingen = tuple(m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen)
    return Controle(meldingen, gelezen.plaats, bron(gelezen.wortel, gelezen.geladen), streng)


def overzicht(gelezen: Gelezen) -> Overzicht:
    """Every dossier on a line; meldingen are counted without what is only information."""
    lijst = werklijst(gelezen.kijk, Filter(dagen=VERST))
    alle = (*gelezen.geladen.meldingen, *toets(gelezen.kijk))
    namen = [
        melding.plek.pad.partition("/")[0] if melding.plek else ""
        for melding in alle
        if melding.ernst is not Ernst.INFO
    ]
    return maak_overzicht(gelezen.kijk, lijst, Counter(namen))
