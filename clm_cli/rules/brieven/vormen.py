"""Floor 5, vormen: what rules on letters look at: our letters that no newer letter replaces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.inhoud import Inhoud, stel_samen
from clm_cli.derivations.brieven.post import vervangen
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.dossier import Brief, Contract
from clm_cli.kijk import Dossierblik, eens
from clm_cli.records.brief import Briefkaart, Verzonden
from clm_cli.rules.regel import vorm
from clm_cli.value import value


@value(eq=False)
class Briefblik:
    """One of our letters on a day, joined once with its contract, its kind and its content."""

    blik: Dossierblik
    brief: Brief

    @property
    def kaart(self) -> Bestand[Briefkaart]:
        """Its card."""
        return self.brief.kaart

    @property
    def verzonden(self) -> tuple[Bestand[Verzonden], ...]:
        """How it was sent, each time."""
        return self.brief.van(Verzonden)

    @property
    def verzonden_op(self) -> date:
        """The day of the first dispatch of a letter that was sent."""
        return min(feit.record.datum for feit in self.verzonden)

    @cached_property
    def contract(self) -> Contract | None:
        """The first contract that it is about."""
        contracten = (self.blik.dossier.contract(id_) for id_ in self.kaart.record.contracten)
        return next((contract for contract in contracten if contract), None)

    @cached_property
    def soort(self) -> Briefsoort | None:
        """Its kind; None for one that neither clm nor the regime knows."""
        regime = self.contract.regime if self.contract else None
        return briefsoort(self.kaart.record.soort, regime)

    @cached_property
    def inhoud(self) -> Inhoud | None:
        """The letter joined with its case; None for one that clm cannot know the content of.

        A letter typed by hand says what it is about only with `bij`: without it no part could ever
        be found, so such a letter is left alone.
        """
        kaart, contract, soort = self.kaart.record, self.contract, self.soort
        if contract is None or soort is None or (kaart.bij is None and kaart.versies is None):
            return None
        blik = self.blik
        return stel_samen(blik.register, blik.dossier, soort, kaart, contract, self.kaart.pad)

    @property
    def formeel(self) -> Inhoud | None:
        """The content of a formal letter; None for another letter."""
        return self.inhoud if self.inhoud and self.inhoud.soort.formeel else None


@eens
def _brieven(blik: Dossierblik) -> tuple[Briefblik, ...]:
    oud = vervangen(blik.dossier)
    return tuple(
        Briefblik(blik, brief)
        for brief in blik.dossier.brieven
        if brief.kaart.record.richting == "uitgaand" and brief.pad not in oud
    )


@vorm
def per_brief(blik: Dossierblik) -> Iterator[tuple[Briefblik]]:
    """One of our letters at a time, sent or not."""
    yield from ((brief,) for brief in _brieven(blik))


@vorm
def per_verzonden_brief(blik: Dossierblik) -> Iterator[tuple[Briefblik]]:
    """One of our letters that were sent at a time."""
    yield from ((brief,) for brief in _brieven(blik) if brief.verzonden)
