"""Floor 6, blad: one dossier on a day with its own lines of the werklijst."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.werkvolgorde import Regel
from clm_cli.kijk import Dossierblik
from clm_cli.value import value
from clm_cli.views.opmaak import Plaats, nergens

_SAMEN = ("aanbieder", "beide")
"""Who has to do something that stands in the copy of the provider."""


@value
class Dossierblad:
    """What the page of a dossier is made of."""

    blik: Dossierblik
    lijst: Werklijst
    """Everybody's list for this dossier, far ahead."""
    plaats: Plaats = nergens


def dossierblad(blik: Dossierblik, lijst: Werklijst, plaats: Plaats = nergens) -> Dossierblad:
    """One dossier; `lijst` is everybody's list of it or of the whole register, far ahead."""
    id_ = blik.dossier.id
    bij = _SAMEN if blik.kijk.exemplaar else None
    eigen = replace(
        lijst,
        regels=tuple(
            _hun_regel(rij) if bij else rij
            for rij in lijst.regels
            if rij.punt.dossier == id_ and (bij is None or rij.punt.bij in bij)
        ),
        geparkeerd=tuple(punt for punt in lijst.geparkeerd if punt.dossier == id_),
    )
    return Dossierblad(blik, eigen, plaats)


def _hun_regel(regel: Regel) -> Regel:
    """A line in the copy of the provider: what is due, without what we do about it."""
    return replace(regel, punt=replace(regel.punt, nu="", gevolg="", kanttekeningen=()))
