"""Floor 3, register: the records joined into dossiers; the register as it was. Knows no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date, datetime
from functools import cached_property

from clm_cli.bestand import Bestand, Bestanden, Map, R, is_een, van, vouw
from clm_cli.dossier import Dossier, Overeenkomstbundel
from clm_cli.kaarten import zoals_op
from clm_cli.lui import Enkel, Lui
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.cijfers import Kpi, Kpis
from clm_cli.records.classificatie import Classificatiebeleid
from clm_cli.records.organisatie import Gemeente, Organisatie, Persoon
from clm_cli.records.regime import Lezing, Regime, Vraag
from clm_cli.records.soorten import GEDEELD, REGISTERMAPPEN
from clm_cli.samenstel import NIETS, Inhoud, bundels, samen
from clm_cli.value import value


@value
class Register(Bestanden):
    """The whole: what the organisation shares, and its dossiers, each joined when asked for."""

    gedeeld: Inhoud
    """What belongs to no dossier, as it was read; corrections are still separate facts."""
    inhoud: Mapping[str, Inhoud]
    """The files of each dossier, by its id."""
    regimes: Mapping[str, Regime]
    """The regimes by id: those that ship with clm and the register's own."""
    cijfers: Mapping[str, Inhoud] = field(default_factory=dict)
    """Of each dossier only the files that a comparison of figures needs; none when all is read."""

    @cached_property
    def overeenkomsten(self) -> Mapping[str, Overeenkomstbundel]:
        """The agreements that contracts fall under."""
        return bundels(self.gedeeld.bestanden)

    @cached_property
    def dossiers(self) -> Lui[Dossier]:
        """The dossiers by id."""
        if isinstance(self.inhoud, Enkel):
            return Enkel(self.inhoud.naam, self._dossier, self.inhoud.spoor)
        namen = self.inhoud.namen if isinstance(self.inhoud, Lui) else self.inhoud
        return Lui(namen, self._dossier, self.inhoud)

    def _dossier(self, id_: str) -> Dossier | None:
        eigen = self.inhoud.get(id_)
        if not eigen or not (eigen.bestanden or eigen.kapot):
            return None
        return samen(id_, eigen, self.overeenkomsten, self.regimes)

    def met_cijfers(self, id_: str) -> Dossier | None:
        """A dossier for who compares figures: without the rest of it, unless that was read."""
        deel = None if self.dossiers.is_gemaakt(id_) else self.cijfers.get(id_)
        if deel is None:
            return self.dossiers.get(id_)
        return samen(id_, deel, self.overeenkomsten, self.regimes)

    @cached_property
    def bestanden(self) -> tuple[Bestand[Deel], ...]:  # type: ignore[override] # nobody sets it
        """All records: who asks for them reads every dossier."""
        alle = [*self.gedeeld.bestanden, *(b for d in self.inhoud.values() for b in d.bestanden)]
        return tuple(sorted(alle, key=lambda b: b.pad))

    @cached_property
    def kapot(self) -> tuple[str, ...]:
        """Files that could not be read: who asks for them reads every dossier."""
        return _op_rij(self.gedeeld, *self.inhoud.values())

    def kapot_bij(self, dossier: str) -> tuple[str, ...]:
        """The files that could not be read of a dossier, what is shared, and what it is beside."""
        return _op_rij(self.gedeeld, self.inhoud.get(dossier, NIETS), *_gemaakt(self.cijfers))

    @property
    def kapot_gebleken(self) -> tuple[str, ...]:
        """The files that could not be read among what was asked for until now."""
        return _op_rij(self.gedeeld, *_gemaakt(self.inhoud), *_gemaakt(self.cijfers))

    def van(self, model: type[R]) -> tuple[Bestand[R], ...]:
        """All records of exactly one model; what is shared is found without a look in dossiers."""
        return self.gedeelde.van(model) if model in GEDEELD else super().van(model)

    @cached_property
    def gedeelde(self) -> Map:
        """What belongs to no dossier."""
        return Map("", self.gedeeld.bestanden)

    @cached_property
    def organisatiebestand(self) -> Bestand[Organisatie] | None:
        """The organisation's card; None when it is missing or broken."""
        return next(iter(self.van(Organisatie)), None)

    @property
    def organisatie(self) -> Organisatie:
        """The organisation; one that knows nothing when its card is missing or broken."""
        kaart = self.organisatiebestand
        return kaart.record if kaart else Organisatie.onbekend()

    def persoon(self, id_: str) -> Persoon | None:
        """Somebody of the buyer by id."""
        personen = self.organisatie.personen
        return next((persoon for persoon in personen if persoon.id == id_), None)

    def gemeente(self, id_: str) -> Gemeente | None:
        """A cooperating municipality by id."""
        return next((rij for rij in self.organisatie.gemeenten if rij.id == id_), None)

    def naam_van(self, id_: str) -> str:
        """The name of somebody of the buyer; the id itself when unknown."""
        persoon = self.persoon(id_)
        return persoon.naam if persoon else id_

    def wie_heet(self, id_: str) -> str:
        """The name of a municipality or of somebody of the buyer; the id itself when unknown."""
        gemeente = self.gemeente(id_)
        return gemeente.naam if gemeente else self.naam_van(id_)

    @cached_property
    def kpis(self) -> Mapping[str, Kpi]:
        """The catalogue of indicators by id."""
        return {kpi.id: kpi for bestand in self.van(Kpis) for kpi in bestand.record.kpis}

    @cached_property
    def beleid(self) -> Mapping[str, Bestand[Classificatiebeleid]]:
        """The classification policies by id (the file's name)."""
        return {bestand.stam: bestand for bestand in self.van(Classificatiebeleid)}

    @cached_property
    def _lezingen(self) -> Mapping[tuple[str, str], tuple[Bestand[Lezing], ...]]:
        per: dict[tuple[str, str], list[Bestand[Lezing]]] = {}
        for rij in self.van(Lezing):
            per.setdefault((rij.record.regime, rij.record.vraag), []).append(rij)
        return {
            vraag: tuple(sorted(rijen, key=_vastlegging, reverse=True))
            for vraag, rijen in per.items()
        }

    def lezing(self, regime: str, vraag: str, op: date) -> Bestand[Lezing] | None:
        """The newest answer to an open question of a regime on a day; None when nobody decided."""
        rijen = self._lezingen.get((regime, vraag), ())
        return next((rij for rij in rijen if rij.record.datum <= op), None)

    def zoals(
        self,
        op: date | None = None,
        bekend: datetime | None = None,
        dossier: str | None = None,
        *,
        kaarten_van_toen: bool = False,
    ) -> Register:
        """The register as known at a moment, corrections folded in, with what had happened by then.

        `dossier` leaves the other dossiers out, for who needs only one. `kaarten_van_toen` says
        that the cards were read as they stood at that moment; else their own dates tell.
        """
        tot = bekend.date() if bekend and not kaarten_van_toen else None
        dagen = [dag for dag in (op, tot) if dag]

        def toen(inhoud: Inhoud) -> Inhoud:
            vastgelegd = [b for b in inhoud.rauw if bekend is None or not _na(b.record, bekend)]
            gevouwen, verbeterd = vouw(vastgelegd)
            rijen = [
                b for b in gevouwen if op is None or not is_een(b, Feit) or b.record.datum <= op
            ]
            kaarten = _kaarten_op(rijen, min(dagen)) if dagen else rijen
            return replace(inhoud, bestanden=tuple(kaarten), verbeterd=verbeterd)

        alleen = [dossier] if dossier and dossier in self.dossiers else self.dossiers.namen
        return met_regimes(
            toen(self.gedeeld),
            _elk(self.inhoud, alleen, toen),
            self.regimes,
            _elk(self.cijfers, alleen, toen),
        )

    def door_zeef(
        self, dossier: str, houd: Callable[[Bestand[Deel]], Bestand[Deel] | None]
    ) -> Register:
        """One dossier alone, of which there is only what a sieve lets through."""

        def gezeefd(inhoud: Inhoud) -> Inhoud:
            rijen = (houd(bestand) for bestand in inhoud.bestanden)
            return replace(inhoud, bestanden=tuple(rij for rij in rijen if rij), afdruk=None)

        inhoud = _elk(self.inhoud, [dossier], gezeefd)
        return met_regimes(self.gedeeld, inhoud, self.regimes, _elk(self.cijfers, [], gezeefd))

    def rond(self, pad: str) -> tuple[Bestand[Deel], ...]:
        """The files of the dossier that a path lies in, or else of what is shared."""
        id_ = _dossier_van(pad)
        return (self.inhoud.get(id_, NIETS) if id_ else self.gedeeld).bestanden

    def alleen(self, dossiers: Iterable[str]) -> Register:
        """The register with some of its dossiers."""
        namen = sorted(dossiers)
        return replace(self, inhoud=_elk(self.inhoud, namen), cijfers=_elk(self.cijfers, namen))

    def met(self, nieuw: Iterable[Bestand[Deel]]) -> Register:
        """The register with files that are new, or say something else; the rest is not read."""
        rijen: dict[str, dict[str, Bestand[Deel]]] = {}
        for bestand in nieuw:
            rijen.setdefault(_dossier_van(bestand.pad), {})[bestand.pad] = bestand

        def bij(map_: str, oud: Inhoud) -> Inhoud:
            eigen = rijen.get(map_, {})
            bestanden = {b.pad: b for b in oud.bestanden} | eigen
            kapot = tuple(pad for pad in oud.kapot if pad not in eigen)
            return Inhoud(tuple(bestanden.values()), kapot) if eigen else oud

        namen = sorted({*self.dossiers.namen, *rijen} - {""})
        inhoud = Lui(namen, lambda id_: bij(id_, self.inhoud.get(id_, NIETS)))
        cijfers = _elk(self.cijfers, [naam for naam in namen if naam not in rijen])
        return met_regimes(bij("", self.gedeeld), inhoud, self.regimes, cijfers)


def _elk(
    bron: Mapping[str, Inhoud],
    namen: Iterable[str],
    doe: Callable[[Inhoud], Inhoud] = lambda rij: rij,
) -> Lui[Inhoud]:
    """The same done to each dossier that is asked for."""

    def maak(id_: str) -> Inhoud | None:
        eigen = bron.get(id_)
        return doe(eigen) if eigen else None

    return Lui(namen, maak, bron)


def _dossier_van(pad: str) -> str:
    """The id of the dossier that a file stands in; empty for what is shared."""
    map_, schuin, _ = pad.partition("/")
    return map_ if schuin and map_ not in REGISTERMAPPEN else ""


def _gemaakt(delen: Mapping[str, Inhoud]) -> Iterable[Inhoud]:
    """What was asked for until now."""
    return delen.gemaakt() if isinstance(delen, Lui) else delen.values()


def _op_rij(*delen: Inhoud) -> tuple[str, ...]:
    """The files that could not be read, in the order in which folders are read."""
    paden = {pad for deel in delen for pad in deel.kapot}
    return tuple(
        sorted(paden, key=lambda pad: pad.partition("/")[0] if "/" in pad else "", reverse=True)
    )


def vraag_van(regime: Regime, id_: str | None) -> Vraag | None:
    """One open question of a regime by id."""
    return next((vraag for vraag in regime.vragen if vraag.id == id_), None)


def _vastlegging(feit: Bestand[Feit]) -> tuple[date, datetime]:
    return feit.record.datum, feit.record.vastgelegd


def _kaarten_op(bestanden: Iterable[Bestand[Deel]], dag: date) -> Iterator[Bestand[Deel]]:
    """The files with each card as it was on a day."""
    for bestand in bestanden:
        record = bestand.record if is_een(bestand, Feit) else zoals_op(bestand.record, dag)
        if record is not None:
            yield bestand if record is bestand.record else replace(bestand, record=record)


def _na(record: Deel, moment: datetime) -> bool:
    return isinstance(record, Feit) and record.vastgelegd > moment


def met_regimes(
    gedeeld: Inhoud,
    inhoud: Mapping[str, Inhoud],
    regimes: Mapping[str, Regime],
    cijfers: Mapping[str, Inhoud] | None = None,
) -> Register:
    """A register whose own regimes go over the ones given."""
    eigen = {bestand.record.id: bestand.record for bestand in van(gedeeld.bestanden, Regime)}
    return Register(gedeeld, inhoud, {**regimes, **eigen}, {} if cijfers is None else cijfers)


def bouw(
    bestanden: Iterable[Bestand[Deel]],
    regimes: Mapping[str, Regime] | None = None,
    kapot: Iterable[str] = (),
) -> Register:
    """Join records into a register; the register's own regimes go over the ones given."""
    per: dict[str, tuple[list[Bestand[Deel]], list[str]]] = {"": ([], [])}
    for bestand in bestanden:
        per.setdefault(_dossier_van(bestand.pad), ([], []))[0].append(bestand)
    for pad in kapot:
        per.setdefault(_dossier_van(pad), ([], []))[1].append(pad)
    inhoud = {id_: Inhoud(tuple(b), tuple(k)) for id_, (b, k) in sorted(per.items())}
    return met_regimes(inhoud.pop(""), inhoud, regimes or {})
