"""Floor 3, register: the records joined into dossiers; the register as it was. Knows no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from clm_cli.bestand import Bestand, Bestanden, R, van, vouw
from clm_cli.dossier import Brief, Contract, Dossier, Escalatie, Gesprek, Overeenkomstbundel
from clm_cli.kaarten import zoals_op
from clm_cli.records.aanbieder import Classificatiebeleid
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.brief import Briefkaart
from clm_cli.records.cijfers import Kpi, Kpis
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.organisatie import Gemeente, Organisatie, Persoon
from clm_cli.records.overeenkomst import Contract as Contractkaart
from clm_cli.records.overeenkomst import Overeenkomst
from clm_cli.records.regime import Lezing, Regime, Vraag
from clm_cli.records.soorten import REGISTERMAPPEN


@dataclass(frozen=True)
class Register(Bestanden):
    """The whole: what the organisation shares, and its dossiers."""

    bestanden: tuple[Bestand[Any], ...]
    """All records, as they were read; corrections are still separate facts."""
    regimes: Mapping[str, Regime]
    """The regimes by id: those that ship with clm and the register's own."""
    dossiers: Mapping[str, Dossier]
    overeenkomsten: Mapping[str, Overeenkomstbundel]
    kapot: tuple[str, ...] = field(default=())
    """Files that could not be read."""

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

    @cached_property
    def _gedeeld(self) -> tuple[Bestand[Deel], ...]:
        """What belongs to no dossier."""
        return tuple(b for b in self.bestanden if b.pad.partition("/")[0] not in self.dossiers)

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
        alleen = self.dossiers.get(dossier) if dossier else None
        bestanden = (*self._gedeeld, *alleen.bestanden) if alleen else self.bestanden
        vastgelegd = [b for b in bestanden if bekend is None or not _na(b.record, bekend)]
        toen = [
            b for b in vouw(vastgelegd) if op is None or not _is_feit(b) or b.record.datum <= op
        ]
        tot = bekend.date() if bekend and not kaarten_van_toen else None
        dagen = [dag for dag in (op, tot) if dag]
        return bouw(_kaarten_op(toen, min(dagen)) if dagen else toen, self.regimes, self.kapot)


def vraag_van(regime: Regime, id_: str) -> Vraag | None:
    """One open question of a regime by id."""
    return next((vraag for vraag in regime.vragen if vraag.id == id_), None)


def _vastlegging(feit: Bestand[Feit]) -> tuple[date, datetime]:
    return feit.record.datum, feit.record.vastgelegd


def _is_feit(bestand: Bestand[Deel]) -> bool:
    return isinstance(bestand.record, Feit)


def _kaarten_op(bestanden: Iterable[Bestand[Deel]], dag: date) -> Iterator[Bestand[Deel]]:
    """The files with each card as it was on a day."""
    for bestand in bestanden:
        record = bestand.record if _is_feit(bestand) else zoals_op(bestand.record, dag)
        if record is not None:
            yield bestand if record is bestand.record else replace(bestand, record=record)


def _na(record: Deel, moment: datetime) -> bool:
    return isinstance(record, Feit) and record.vastgelegd > moment


def _mappen(bestanden: Iterable[Bestand[Deel]], soort: str) -> dict[str, tuple[Bestand[Deel], ...]]:
    """The files of a dossier that stand in folders `<dossier>/<soort>/<naam>`, by that folder."""
    per: dict[str, list[Bestand[Deel]]] = {}
    for bestand in bestanden:
        delen = bestand.pad.split("/")
        if len(delen) == 4 and delen[1] == soort:
            per.setdefault(bestand.map, []).append(bestand)
    return {map_: tuple(rijen) for map_, rijen in sorted(per.items())}


def _met_kaart(
    bestanden: Iterable[Bestand[Deel]], soort: str, model: type[R]
) -> list[tuple[str, Any, Bestand[R]]]:
    rijen = []
    for map_, inhoud in _mappen(bestanden, soort).items():
        kaarten = van(inhoud, model)
        if kaarten:
            rijen.append((map_, inhoud, kaarten[0]))
    return rijen


def _contracten(
    bestanden: Iterable[Bestand[Deel]],
    overeenkomsten: Mapping[str, Overeenkomstbundel],
    regimes: Mapping[str, Regime],
) -> tuple[Contract, ...]:
    contracten = []
    for map_, inhoud, kaart in _met_kaart(bestanden, "contracten", Contractkaart):
        bundel = overeenkomsten.get(kaart.record.overeenkomst)
        regime = regimes.get(bundel.kaart.record.regime) if bundel else None
        contracten.append(Contract(map_, inhoud, kaart, bundel, regime or Regime.onbekend()))
    return tuple(contracten)


def _bundels(bestanden: Iterable[Bestand[Deel]]) -> dict[str, Overeenkomstbundel]:
    per: dict[str, list[Bestand[Deel]]] = {}
    for bestand in bestanden:
        delen = bestand.pad.split("/")
        if delen[0] == "overeenkomsten" and len(delen) == 3:
            per.setdefault(delen[1], []).append(bestand)
    return {
        id_: Overeenkomstbundel(id_, kaart, tuple(inhoud))
        for id_, inhoud in sorted(per.items())
        for kaart in van(inhoud, Overeenkomst)
    }


def bouw(
    bestanden: Iterable[Bestand[Deel]],
    regimes: Mapping[str, Regime] | None = None,
    kapot: Iterable[str] = (),
) -> Register:
    """Join records into a register; the register's own regimes go over the ones given."""
    alle, stuk = tuple(bestanden), tuple(kapot)
    eigen = {bestand.record.id: bestand.record for bestand in van(alle, Regime)}
    bekend = {**(regimes or {}), **eigen}
    overeenkomsten = _bundels(alle)
    per: dict[str, list[Bestand[Deel]]] = {pad.partition("/")[0]: [] for pad in stuk if "/" in pad}
    for bestand in alle:
        map_, schuin, _ = bestand.pad.partition("/")
        if schuin:
            per.setdefault(map_, []).append(bestand)
    dossiers = {
        id_: Dossier(
            id=id_,
            bestanden=tuple(inhoud),
            contracten=_contracten(inhoud, overeenkomsten, bekend),
            gesprekken=tuple(
                Gesprek(*rij) for rij in _met_kaart(inhoud, "gesprekken", Gesprekskaart)
            ),
            escalaties=tuple(Escalatie(*rij) for rij in _mappen(inhoud, "escalaties").items()),
            brieven=tuple(Brief(*rij) for rij in _met_kaart(inhoud, "brieven", Briefkaart)),
            kapot=tuple(pad for pad in stuk if pad.startswith(id_ + "/")),
        )
        for id_, inhoud in sorted(per.items())
        if id_ not in REGISTERMAPPEN
    }
    return Register(alle, bekend, dossiers, overeenkomsten, stuk)
