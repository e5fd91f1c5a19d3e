"""Floor 3, dossier: one provider: its contracts, talks, cases and letters, joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any

from clm_cli.bestand import Bestand, Bestanden, Map, R, Verbeterd
from clm_cli.meldingen import Plek, Sleutel
from clm_cli.records.aanbieder import Aanbieder, Naam
from clm_cli.records.basis import Deel, geldend
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import Opening
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.overeenkomst import Contract as Contractkaart
from clm_cli.records.overeenkomst import Looptijd, Optie, Overeenkomst, Termijnafwijking
from clm_cli.records.regime import Regime
from clm_cli.value import value


@value
class Gesprek(Map):
    """A talk with the facts after it."""

    kaart: Bestand[Gesprekskaart]


@value
class Brief(Map):
    """A letter with the facts of its way."""

    kaart: Bestand[Briefkaart]


@value
class Escalatie(Map):
    """A case; it has no card, only facts."""

    @property
    def opening(self) -> Bestand[Opening] | None:
        """How it began; None where no opening can be read."""
        return next(iter(self.van(Opening)), None)


@value
class Overeenkomstbundel(Bestanden):
    """An overeenkomst with its lists."""

    id: str
    kaart: Bestand[Overeenkomst]
    bestanden: tuple[Bestand[Deel], ...]


@value
class Contract(Map):
    """One provider's contract, joined with its overeenkomst (None where unknown) and regime."""

    kaart: Bestand[Contractkaart]
    overeenkomst: Overeenkomstbundel | None
    regime: Regime
    """The contract as data; one that says nothing where it is unknown."""

    @property
    def looptijd(self) -> Looptijd | None:
        """The phases: the contract's own days, and for the others those of the overeenkomst.

        Who joined later was not there when the others were awarded and prepared.
        """
        eigen = self.kaart.record.looptijd
        gedeeld = self.overeenkomst.kaart.record.looptijd if self.overeenkomst else None
        if eigen is None or gedeeld is None:
            return eigen or gedeeld
        dagen = eigen.model_dump(exclude_none=True)
        if "uitvoering_van" in dagen and dagen["uitvoering_van"] != gedeeld.uitvoering_van:
            dagen = {"gunning": None, "implementatie": None} | dagen
        return gedeeld.model_copy(update=dagen)

    @property
    def einde_uit(self) -> Plek:
        """Where its last day stands, or belongs; extensions aside."""
        eigen, sleutel = self.kaart.record.looptijd, ("looptijd", "uitvoering_tot")
        if self.overeenkomst and not (eigen and eigen.uitvoering_tot):
            gedeeld = self.overeenkomst.kaart
            if eigen is None or gedeeld.record.looptijd.uitvoering_tot:
                return gedeeld.plek(*sleutel)
        return self.kaart.plek(*sleutel)

    @property
    def opties(self) -> tuple[tuple[Optie, Plek], ...]:
        """The options to extend, each with its place: its own, else those of the overeenkomst."""
        eigen = self.kaart.record.opties
        bron = self.kaart if eigen or self.overeenkomst is None else self.overeenkomst.kaart
        opties = bron.record.opties
        return tuple((optie, bron.plek("opties", nummer)) for nummer, optie in enumerate(opties))

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The municipalities: the contract's own, else all of the overeenkomst."""
        eigen = self.kaart.record.gemeenten
        return eigen or (self.overeenkomst.kaart.record.gemeenten if self.overeenkomst else ())

    def afwijking(
        self, termijnsoort: str, op: date, naam: str | None = None
    ) -> tuple[Termijnafwijking, Plek] | None:
        """The newest deviation from a term of the regime in force on a day.

        The contract's own goes first, and in it one that names the term.
        """
        for bron in (self.kaart, self.overeenkomst.kaart if self.overeenkomst else None):
            rijen = enumerate(bron.record.afwijkingen) if bron else ()
            geldig = [
                (rij, nr)
                for nr, rij in rijen
                if rij.termijn == termijnsoort and rij.naam in (None, naam) and rij.vanaf <= op
            ]
            if bron and geldig:
                rij, nr = max(geldig, key=lambda paar: (bool(paar[0].naam), paar[0].vanaf))
                return rij, bron.plek("afwijkingen", nr)
        return None


@value
class Doel:
    """What a reference points at: a file, or one part in it."""

    bestand: Bestand[Deel]
    sleutel: Sleutel
    deel: Deel

    @property
    def verwijzing(self) -> str:
        """The full reference: the path from the dossier, with `#id` for a part."""
        kenmerk = f"#{getattr(self.deel, 'id', '')}" if self.sleutel else ""
        return self.bestand.id + kenmerk

    @property
    def plek(self) -> Plek:
        """Its place."""
        return self.bestand.plek(*self.sleutel)


@value
class Dossier(Bestanden):
    """Everything known of one provider."""

    id: str
    bestanden: tuple[Bestand[Deel], ...]
    contracten: tuple[Contract, ...]
    gesprekken: tuple[Gesprek, ...]
    escalaties: tuple[Escalatie, ...]
    brieven: tuple[Brief, ...]
    kapot: tuple[str, ...] = ()
    """Files of this dossier that could not be read; conclusions say so."""
    verbeterd: tuple[Verbeterd, ...] = ()
    """The facts with a correction, also the ones that lapsed by it."""
    weet: dict[Any, Any] = field(init=False, default_factory=dict, repr=False, compare=False)
    """What was already worked out of these files, whatever the day; only `eens` touches it."""

    def kaart(self, model: type[R]) -> Bestand[R] | None:
        """The one card of a model."""
        return next(iter(self.van(model)), None)

    @cached_property
    def aanbieder(self) -> Bestand[Aanbieder] | None:
        """The provider's card; None when it is missing or broken."""
        return self.kaart(Aanbieder)

    def naam(self, op: date) -> Naam | None:
        """The provider's names on a day."""
        namen = self.aanbieder.record.namen if self.aanbieder else ()
        return geldend(namen, op)

    @property
    def namen(self) -> tuple[str, ...]:
        """Every name that the provider has or had."""
        rijen = self.aanbieder.record.namen if self.aanbieder else ()
        return tuple(naam for rij in rijen for naam in (rij.roepnaam, rij.statutair) if naam)

    def roepnaam(self, op: date) -> str:
        """What the provider is called on a day; the dossier's id when that is unknown."""
        naam = self.naam(op)
        return naam.roepnaam if naam else self.id

    def contract(self, id_: str) -> Contract | None:
        """One contract by its id."""
        return next((contract for contract in self.contracten if contract.id == id_), None)

    @cached_property
    def doelen(self) -> Mapping[str, tuple[Doel, ...]]:
        """All that can be pointed at, also in its overeenkomsten, by full reference and bare id.

        A thing with a life answers to its folder, as its card (a case, which has none, as its first
        fact).
        """
        rijen: dict[str, list[Doel]] = {}
        bundels = {
            bundel.id: bundel for contract in self.contracten if (bundel := contract.overeenkomst)
        }
        for bestand in (
            *self.bestanden,
            *(b for bundel in bundels.values() for b in bundel.bestanden),
        ):
            rijen.setdefault(bestand.id, []).append(Doel(bestand, (), bestand.record))
            for kenmerk, sleutel, deel in bestand.onderdelen:
                doel = Doel(bestand, sleutel, deel)
                rijen.setdefault(f"{bestand.id}#{kenmerk}", []).append(doel)
                rijen.setdefault(kenmerk, []).append(doel)
        for ding in (*self.contracten, *self.gesprekken, *self.brieven, *self.escalaties):
            eerste = (
                ding.kaart
                if hasattr(ding, "kaart")
                else min(ding.bestanden, key=lambda bestand: bestand.pad)
            )
            rijen.setdefault(ding.pad.partition("/")[2], []).append(Doel(eerste, (), eerste.record))
        return {naam: tuple(doelen) for naam, doelen in rijen.items()}

    def vind(self, verwijzing: str | None, vanuit: str = "") -> Doel | None:
        """What a reference points at, seen from the file `vanuit` in the register; else None."""
        if verwijzing is None:
            return None
        map_ = vanuit.partition("/")[2].rpartition("/")[0]
        namen = (
            f"{map_}/{verwijzing}" if map_ else verwijzing,
            verwijzing,
            verwijzing.removeprefix("#"),
        )
        for naam in namen:
            if naam in self.doelen:
                return self.doelen[naam][0]
        return None

    def een_naam(self, verwijzing: str | None, vanuit: str = "") -> str | None:
        """One name for what a reference points at, however it is written.

        What points at nothing is compared as it stands.
        """
        doel = self.vind(verwijzing, vanuit)
        return doel.verwijzing if doel else verwijzing

    def waarbij(self, van: Bestand[Any]) -> Bestand[Deel] | None:
        """The file that a fact or a card answers: what its `bij` points at."""
        doel = self.vind(getattr(van.record, "bij", None), van.pad)
        return doel.bestand if doel else None
