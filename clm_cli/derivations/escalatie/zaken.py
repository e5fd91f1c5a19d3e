"""Floor 4, zaken: the cases, and the measures taken in them with their contract and letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from clm_cli.bestand import Bestand, F
from clm_cli.derivations.bevoegdheid import deelnemers
from clm_cli.derivations.brieven.onverwerkt import Post, onverwerkt
from clm_cli.derivations.brieven.post import ging_voor, ontvangst, vervangen_door
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.termijnen import Anker
from clm_cli.dossier import Brief, Contract, Dossier, Escalatie
from clm_cli.kijk import Dossierblik, OpBlik, eens
from clm_cli.records.basis import Deel, Feit, Grond
from clm_cli.records.brief import Verzonden
from clm_cli.records.escalatie import (
    Beslissing,
    Bezwaar,
    Heropening,
    Opening,
    Opheffing,
    Sluiting,
    Tekortkoming,
    Tekortkomingfeit,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Regimeinstrument, Trede
from clm_cli.value import value
from clm_cli.woorden import met_kleine_letter


@value
class Genomen(OpBlik):
    """A measure that was taken, in its case and under its contract, as looked at on a day."""

    escalatie: Escalatie
    contract: Contract
    maatregel: Bestand[Maatregel]

    @property
    def vandaag(self) -> date:
        """The day on which is looked."""
        return self.blik.vandaag

    @property
    def record(self) -> Maatregel:
        """What was decided."""
        return self.maatregel.record

    @property
    def contracten(self) -> tuple[Contract, ...]:
        """The contracts of the case; the first of them is that of the measure."""
        return contracten_van(self.dossier, self.escalatie)

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The municipalities that it is taken for."""
        return gemeenten_van(self.dossier, self.escalatie, self.record.gemeenten)

    @property
    def naam(self) -> str:
        """The instrument as it is called in running text; its id where the contract lacks it."""
        titel = self.instrument.titel if self.instrument else self.record.instrument
        return met_kleine_letter(titel)

    @cached_property
    def brief(self) -> Brief | None:
        """The letter that makes it known: the one it names, or that names it.

        One that was sent goes before one that was not.
        """
        over = [
            brief
            for brief in self.dossier.brieven
            if _maakt_bekend(self.dossier, brief, self.maatregel)
            and vervangen_door(self.dossier, brief) is None
            and not ging_voor(brief, self.record.datum)
        ]
        # A letter on the desk makes nothing known: one that went goes before a newer draft.
        return max(
            over,
            key=lambda brief: (bool(brief.van(Verzonden)), brief.kaart.record.datum, brief.pad),
            default=None,
        )

    @cached_property
    def ontvangst(self) -> Anker | None:
        """The day on which that letter was received; None while no term can run from it."""
        return ontvangst(self.register, self.dossier, self.brief) if self.brief else None

    def bij(self, model: type[F], doel: Bestand[Feit] | None = None) -> list[Bestand[F]]:
        """The facts of a kind that answer this measure, or another fact."""
        return bij(self.dossier, self.escalatie, model, doel or self.maatregel)

    def onverwerkt(self, *modellen: type[Feit]) -> tuple[Post, ...]:
        """The letters of theirs that may be such a fact about this measure, and lie unprocessed."""
        rijen = onverwerkt(self.blik, self.escalatie, *modellen)
        if not rijen:
            return ()
        # A letter that does not say which measure it answers may be about any of the case.
        van_andere = {
            pad
            for m in self.escalatie.van(Maatregel)
            if m.pad != self.maatregel.pad
            for pad in (m.pad, *self.brieven_over(m))
        } - {self.maatregel.pad, *self.brieven_over(self.maatregel)}
        return tuple(post for post in rijen if post.gaat_over not in van_andere)

    def brieven_over(self, maatregel: Bestand[Maatregel]) -> list[str]:
        """The letters that would make a measure known, by their folder."""
        return [
            brief.pad
            for brief in self.dossier.brieven
            if _maakt_bekend(self.dossier, brief, maatregel)
        ]

    @property
    def grond(self) -> Grond | None:
        """The clause of the instrument; else that of its trede."""
        rijen = instrumenten(self.contract)
        eigen = (i.grond or t.grond for t, i in rijen if i.instrument == self.record.instrument)
        return next(eigen, None)

    @property
    def teruggenomen(self) -> bool:
        """Whether it was taken back, so that it never counted."""
        return teruggenomen(self.dossier, self.escalatie, self.maatregel)

    @property
    def instrument(self) -> Regimeinstrument | None:
        """The instrument as the regime has it."""
        rijen = self.contract.regime.instrumenten
        return next((i for i in rijen if i.instrument == self.record.instrument), None)


def instrumenten(contract: Contract | None) -> list[tuple[Trede, Regimeinstrument]]:
    """All instruments of a contract's ladder with their trede, in its order; without one none."""
    treden = contract.regime.treden if contract else ()
    return [(trede, instrument) for trede in treden for instrument in trede.instrumenten]


def gesloten(escalatie: Escalatie) -> bool:
    """Whether there is a closing that no re-opening undid: one that answers it, or a later one."""
    heropend = [
        (f.record.bij.rsplit("/", 1)[-1], f.record.datum) for f in escalatie.van(Heropening)
    ]
    return any(
        all(bij != s.stam and dag <= s.record.datum for bij, dag in heropend)
        for s in escalatie.van(Sluiting)
    )


def heropend_op(escalatie: Escalatie) -> date | None:
    """The day of the last re-opening; facts from before it no longer carry a step."""
    # J37, S20: a new course is weighed on its own facts, not on those of the closed one.
    return max((f.record.datum for f in escalatie.van(Heropening)), default=None)


def einde_van(
    dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]
) -> Bestand[Feit] | None:
    """What ended a measure: its lifting or withdrawal, a decision on an objection, or a closing.

    A re-opening of the case revives no measure.
    """
    einden: list[Bestand[Feit]] = [*bij(dossier, escalatie, Opheffing, maatregel)]
    for bezwaar in bij(dossier, escalatie, Bezwaar, maatregel):
        beslist = bij(dossier, escalatie, Beslissing, bezwaar)
        einden += [f for f in beslist if f.record.uitkomst == "ingetrokken"]
    # A case that was closed carries no measure further, whatever is re-opened later.
    einden += [f for f in escalatie.van(Sluiting) if f.record.datum >= maatregel.record.datum]
    # Of one day taking back goes before lifting: what was taken back never counted at all.
    return min(einden, key=lambda f: (f.record.datum, not is_intrekking(f), f.pad), default=None)


def gestopt(
    dossier: Dossier, escalatie: Escalatie, einde: Bestand[Deel]
) -> tuple[Bestand[Maatregel], ...]:
    """The stops and transfers that a fact ended: what the municipalities carried out until then."""
    return tuple(
        m
        for m in escalatie.van(Maatregel)
        if m.record.reikwijdte
        and (eigen := einde_van(dossier, escalatie, m)) is not None
        and eigen.pad == einde.pad
    )


def is_intrekking(einde: Bestand[Deel]) -> bool:
    """Whether what ended a measure took it back, so that it never counted."""
    return isinstance(einde.record, Beslissing) or (
        isinstance(einde.record, Opheffing) and einde.record.wijze == "ingetrokken"
    )


def teruggenomen(dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]) -> bool:
    """Whether a measure was taken back, so that it never counted."""
    einde = einde_van(dossier, escalatie, maatregel)
    return einde is not None and is_intrekking(einde)


def lopend(dossier: Dossier, escalatie: Escalatie) -> tuple[Bestand[Maatregel], ...]:
    """The measures that nothing has ended."""
    return tuple(m for m in escalatie.van(Maatregel) if einde_van(dossier, escalatie, m) is None)


def tekortkomingen(escalatie: Escalatie) -> tuple[Tekortkoming, ...]:
    """All shortcomings of a case, those found later included."""
    uit = [t for f in escalatie.van(Opening) for t in f.record.tekortkomingen]
    return (*uit, *(f.record.tekortkoming for f in escalatie.van(Tekortkomingfeit)))


def contract_van(dossier: Dossier, escalatie: Escalatie) -> Contract | None:
    """The first contract of a case; all of them have the same regime."""
    return next(iter(contracten_van(dossier, escalatie)), None)


def contracten_van(dossier: Dossier, escalatie: Escalatie) -> tuple[Contract, ...]:
    """The contracts of a case."""
    opening = escalatie.opening
    namen = opening.record.contracten if opening else ()
    return tuple(c for c in map(dossier.contract, namen) if c)


def gemeenten_van(
    dossier: Dossier, escalatie: Escalatie, eigen: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The municipalities of a measure: its own, else those of the case, else of all contracts."""
    zaak = escalatie.opening.record.gemeenten if escalatie.opening else ()
    return eigen or zaak or deelnemers(contracten_van(dossier, escalatie))


def alle_genomen(blik: Dossierblik) -> tuple[Genomen, ...]:
    """Every measure of every case, also those that ended."""
    return tuple(g for zaak in blik.dossier.escalaties for g in genomen_in(blik, zaak))


def genomen_in(blik: Dossierblik, escalatie: Escalatie) -> tuple[Genomen, ...]:
    """The measures of one case: each joined once per look.

    Of a case that the dossier does not hold they are joined anew.
    """
    if any(zaak is escalatie for zaak in blik.dossier.escalaties):
        return _in_dossier(blik, escalatie.pad)
    return _verbonden(blik, escalatie)


@eens
def _in_dossier(blik: Dossierblik, pad: str) -> tuple[Genomen, ...]:
    zaak = next(zaak for zaak in blik.dossier.escalaties if zaak.pad == pad)
    return _verbonden(blik, zaak)


def _verbonden(blik: Dossierblik, escalatie: Escalatie) -> tuple[Genomen, ...]:
    contract = contract_van(blik.dossier, escalatie)
    if contract is None:
        return ()
    return tuple(Genomen(blik, escalatie, contract, feit) for feit in escalatie.van(Maatregel))


def lopende(blik: Dossierblik) -> Iterator[Genomen]:
    """Every running measure of every case, in its case and under its contract."""
    for g in alle_genomen(blik):
        if einde_van(blik.dossier, g.escalatie, g.maatregel) is None:
            yield g


def _maakt_bekend(dossier: Dossier, brief: Brief, maatregel: Bestand[Maatregel]) -> bool:
    naam, kaart = maatregel.record.brief, brief.kaart
    genoemd = dossier.vind(naam, maatregel.pad)
    if naam and brief.pad == (genoemd.bestand.map if genoemd else f"{dossier.id}/{naam}"):
        return True
    if (
        kaart.record.vervangt
        and (vorige := dossier.vind(kaart.record.vervangt, kaart.pad))
        and vorige.bestand.map != brief.pad
    ):
        return any(
            _maakt_bekend(dossier, b, maatregel)
            for b in dossier.brieven
            if b.pad == vorige.bestand.map and b.kaart.record.datum <= kaart.record.datum
        )
    soort = briefsoort(kaart.record.soort)
    doel = dossier.waarbij(kaart)
    return (
        doel is not None
        and doel.pad == maatregel.pad
        and (soort is None or soort.maakt_bekend)
        and kaart.record.richting == "uitgaand"
    )
