"""Floor 3, bestand: one record with its file, a folder of them, and corrections folded in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeGuard, TypeVar, cast

from clm_cli.meldingen import Plek, Sleutel
from clm_cli.persoonsgegevens import in_gewone_tekens
from clm_cli.records import verwijzingen as in_record
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.soorten import REGISTERMAPPEN, soort_van
from clm_cli.records.teksten import teksten
from clm_cli.records.velden import Naar
from clm_cli.records.verwijzingen import Plaatsdeel
from clm_cli.value import value

R = TypeVar("R", bound=Deel)
R_co = TypeVar("R_co", bound=Deel, covariant=True)
F = TypeVar("F", bound=Feit)


def verwijzing(pad: str) -> str:
    """How other files point at a file: its path in the dossier, without extension."""
    map_, _, rest = pad.partition("/")
    return (pad if map_ in REGISTERMAPPEN or not rest else rest).removesuffix(".yaml")


@value
class Bestand(Generic[R_co]):
    """One record with the file it stands in; after a correction its new content and that place."""

    pad: str
    """The file, relative to the register; of a corrected fact still the file that was corrected."""
    record: R_co
    bron: Plek
    """Where the content really stands: the file itself, or `wordt` in the correction."""
    eerder: tuple[tuple[date, R_co], ...] = ()
    """What it said before it was corrected, each with the day on which that ended."""

    def toen(self, dag: date) -> R_co:
        """What it said at the end of a day, as far as corrections tell."""
        return next((record for tot, record in self.eerder if dag < tot), self.record)

    @property
    def stam(self) -> str:
        """The file name without its extension."""
        return self.pad.rsplit("/", 1)[-1].removesuffix(".yaml")

    @property
    def map(self) -> str:
        """The folder, relative to the register."""
        return self.pad.rpartition("/")[0]

    @property
    def id(self) -> str:
        """How other files point at this one: its path in the dossier, without extension."""
        return verwijzing(self.pad)

    @property
    def soort(self) -> str:
        """The word for this kind of file."""
        gevonden = soort_van(self.pad)
        return gevonden.naam if gevonden else ""

    @cached_property
    def delen(self) -> tuple[Plaatsdeel, ...]:
        """The record and its parts: many rules walk them, and they are the same for each."""
        return tuple(in_record.delen(self.record))

    @cached_property
    def verwijzingen(self) -> tuple[tuple[Sleutel, Naar, str], ...]:
        """What it points at."""
        return tuple(in_record.verwijzingen(self.delen))

    @cached_property
    def onderdelen(self) -> tuple[tuple[str, Sleutel, Deel], ...]:
        """Its parts that have an id: asked for again on each day that is looked back to."""
        return tuple(in_record.onderdelen(self.delen))

    @cached_property
    def tekst(self) -> str:
        """All that was typed in it, in the usual signs: what is not in here is in none of it."""
        return in_gewone_tekens("\n".join(tekst for _, tekst in teksten(self.delen)))

    def plek(self, *sleutel: str | int) -> Plek:
        """The place of a value in this record."""
        return Plek(self.bron.pad, (*self.bron.sleutel, *sleutel))


def is_een(bestand: Bestand[Deel], model: type[R]) -> TypeGuard[Bestand[R]]:
    """Whether the record of a file is of this model, or of one that is built on it."""
    return isinstance(bestand.record, model)


class Bestanden:
    """Whatever holds files: they are looked for by what their record is, once."""

    bestanden: tuple[Bestand[Deel], ...]

    @cached_property
    def _per_model(self) -> Mapping[type[Deel], tuple[Bestand[Deel], ...]]:
        per: dict[type[Deel], list[Bestand[Deel]]] = {}
        for bestand in self.bestanden:
            per.setdefault(type(bestand.record), []).append(bestand)
        return {model: tuple(sorted(rijen, key=_dag_en_pad)) for model, rijen in per.items()}

    @cached_property
    def feiten(self) -> tuple[Bestand[Feit], ...]:
        """The facts among them, as they stand in the folder."""
        return tuple(b for b in self.bestanden if is_een(b, Feit))

    def van(self, model: type[R]) -> tuple[Bestand[R], ...]:
        """All records of exactly one model, by date and then by name, for showing.

        What came first in a case is told by `bij`, never by this order.
        """
        return cast("tuple[Bestand[R], ...]", self._per_model.get(model, ()))


@value
class Map(Bestanden):
    """A thing with a life: a folder with its card, where it has one, and its facts."""

    pad: str
    bestanden: tuple[Bestand[Deel], ...]

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.pad.rsplit("/", 1)[-1]

    @property
    def dossier(self) -> str:
        """The id of the dossier it belongs to."""
        return self.pad.partition("/")[0]


def naar_dag(bestand: Bestand[Any]) -> tuple[date, str]:
    """The order of facts for showing: by day, and on one day by name."""
    return bestand.record.datum, bestand.pad


def van(bestanden: Iterable[Bestand[Deel]], model: type[R]) -> tuple[Bestand[R], ...]:
    """The records of exactly one model, by date and then by name, for showing."""
    gekozen = [
        cast("Bestand[R]", bestand) for bestand in bestanden if type(bestand.record) is model
    ]
    return tuple(sorted(gekozen, key=_dag_en_pad))


def _dag_en_pad(bestand: Bestand[Deel]) -> tuple[date, str]:
    # pydantic takes long to say that a field is not there
    return vars(bestand.record).get("datum", date.min), bestand.pad


def gecorrigeerd_pad(correctie: Bestand[Correctie[Feit]]) -> str:
    """The path of the file that a correction mends."""
    bij = str(correctie.record.bij).partition("#")[0]
    if "/" not in bij:
        return f"{correctie.map}/{bij}.yaml"
    return f"{correctie.pad.partition('/')[0]}/{bij}.yaml"


@value
class Verbeterd:
    """A fact as it was recorded, with the corrections on it; the last one decides."""

    feit: Bestand[Deel]
    correcties: tuple[Bestand[Correctie[Feit]], ...]


def vouw(
    bestanden: Iterable[Bestand[Deel]],
) -> tuple[tuple[Bestand[Deel], ...], tuple[Verbeterd, ...]]:
    """Fold corrections into the facts they mend: of several on one fact the last recorded decides.

    Where two were recorded in one second, the one whose name was given later decides:
    `correctie-…-2` after `correctie-…`. What was mended is given beside the files.
    """
    rest: dict[str, Bestand[Deel]] = {}
    per_feit: dict[str, list[Bestand[Correctie[Feit]]]] = {}
    verbeterd: list[Verbeterd] = []
    for bestand in sorted(bestanden, key=lambda b: b.pad):
        if not is_een(bestand, Correctie):
            rest[bestand.pad] = bestand
            continue
        per_feit.setdefault(gecorrigeerd_pad(bestand), []).append(bestand)
    for pad, correcties in per_feit.items():
        op_volgorde = sorted(correcties, key=lambda b: (b.record.vastgelegd, len(b.pad), b.pad))
        correctie = op_volgorde[-1]
        if pad not in rest:
            rest[correctie.pad] = correctie  # it mends nothing: a check reports it
            continue
        verbeterd.append(Verbeterd(rest[pad], tuple(op_volgorde)))
        if (wordt := correctie.record.wordt) is None:
            del rest[pad]
        else:
            rest[pad] = replace(
                rest[pad],
                record=wordt,
                bron=correctie.plek("wordt"),
                eerder=_eerder(rest[pad], op_volgorde),
            )
    return tuple(rest.values()), tuple(verbeterd)


def _eerder(
    bestand: Bestand[Deel], correcties: list[Bestand[Correctie[Feit]]]
) -> tuple[tuple[date, Deel], ...]:
    """What a fact said until each of its corrections."""
    uit, gold = list[tuple[date, Deel]](), bestand.record
    for correctie in correcties:
        uit.append((correctie.record.datum, gold))
        gold = correctie.record.wordt or gold
    return tuple(uit)
