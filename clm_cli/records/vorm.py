"""Floor 2, vorm: the fields of a record as a person fills them in, and what is made of that."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from clm_cli.records.basis import Deel, Feit, Stuk
from clm_cli.records.schema import beschrijvingen
from clm_cli.records.velden import DATUMCODE, Datum, Lezer, Naar
from clm_cli.value import value
from clm_cli.woorden import kort

KOPVELDEN = ("datum", "vastgelegd", "door")
"""Fields at the head of a fact that clm fills in itself."""

EIGENNAMEN = frozenset({"persoon", "deelnemer", "gemeente", "dossier", "overeenkomst"})
"""The kinds of things that have a proper name."""
_APOSTROF = str.maketrans("", "", "'‘’")
"""A closed list has no apostrophe; people write 'risico's'."""
_KENMERK = "REC121"
"""The code of a number such as A-28 or T1, that clm gives."""


@value
class Veld:
    """One field: its name, its Dutch description, whether it has to be there, and what it holds."""

    naam: str
    uitleg: str
    verplicht: bool
    veel: bool
    keuzes: tuple[str, ...] = ()
    deel: type[Deel] | None = None
    voorbeeld: str = ""
    lezer: Lezer | None = None
    naar: str = ""
    """The kind of thing that it names, such as a person."""

    @property
    def is_stuk(self) -> bool:
        """Whether it names a document."""
        return self.deel is Stuk

    @property
    def is_nummer(self) -> bool:
        """Whether it is the number of a part, which clm gives."""
        return self.naam == "id" and self.lezer is not None and self.lezer.code == _KENMERK

    @property
    def is_dag(self) -> bool:
        """Whether it holds a day."""
        return self.lezer is not None and self.lezer.code == DATUMCODE

    def canoniek(self, tekst: str) -> str:
        """What a person typed for one value as a file keeps it; unchanged where it cannot be."""
        if self.keuzes:
            return begint(self.keuzes, tekst)
        if self.naar in EIGENNAMEN:
            return tekst  # to be looked up as it was typed, and told so where nobody has it
        return self.lezer.canoniek(tekst) if self.lezer else tekst

    def mis(self, waarde: str) -> str:
        """Why one value, as a file keeps it, cannot be; empty when it can."""
        try:
            if self.lezer:
                self.lezer.lees(waarde)
        except ValueError as fout:
            return str(fout).replace(waarde, kort(waarde))
        return ""

    def gesplitst(self, tekst: str) -> list[str]:
        """One text for a list as its values: '1, 2, 3' is three, a sentence with a comma one."""
        los = bool(self.keuzes) or (self.lezer is not None and self.lezer.los)
        return [deel for d in tekst.split(",") if (deel := d.strip())] if los else [tekst]


def datumveld(naam: str, uitleg: str) -> Veld:
    """A day that has to be said and stands in no model by that name."""
    (lezer,) = (merk for merk in get_args(Datum) if isinstance(merk, Lezer))
    return Veld(naam, uitleg, verplicht=True, veel=False, voorbeeld="2026-05-04", lezer=lezer)


def begint(keuzes: Sequence[str], woord: str) -> str:
    """The one choice that a word is, or begins: `tel` is `telefoon`, `email` and `mail` `e-mail`.

    It stays as it is where none fits, or more than one.
    """
    begin = kaal(woord).translate(_APOSTROF)
    los = _aaneen(begin)
    vormen: tuple[Callable[[str], bool], ...] = (
        begin.__eq__,
        lambda k: _aaneen(k) == los,
        lambda k: k.startswith(begin),
        lambda k: f"-{begin}" in k,
    )
    for past in vormen:
        passend = [keuze for keuze in keuzes if begin and past(kaal(keuze))]
        if passend:
            return passend[0] if len(passend) == 1 else woord
    return woord


def _aaneen(woord: str) -> str:
    return woord.replace("-", "").replace(" ", "")


def kaal(tekst: str) -> str:
    """A word without capitals, accents and outer spaces, to compare what people type."""
    gewoon = tekst.strip().casefold()
    if gewoon.isascii():
        return gewoon
    ontleed = unicodedata.normalize("NFKD", gewoon)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def canoniek(model: type[Deel], boom: Mapping[str, object]) -> dict[str, object]:
    """A tree that a person filled in as the strict forms of a file.

    What cannot be read, and keys that the model does not know, stay as they are.
    """
    bekend = {veld.naam: veld for veld in _alle_velden(model)}
    return {
        naam: _canoniek(bekend[naam], waarde) if naam in bekend else waarde
        for naam, waarde in boom.items()
    }


def _canoniek(veld: Veld, waarde: Any) -> Any:
    if isinstance(waarde, str) and veld.veel and veld.deel is None:
        waarde = veld.gesplitst(waarde)
    if isinstance(waarde, (list, tuple)):
        return [_canoniek(replace(veld, veel=False), een) for een in waarde]
    if isinstance(waarde, Mapping):
        return canoniek(veld.deel, waarde) if veld.deel else waarde
    return veld.canoniek(waarde) if isinstance(waarde, str) else waarde


@cache
def velden(model: type[Deel]) -> tuple[Veld, ...]:
    """The fields of a model, those that must be there first; without what clm fills in itself."""
    kop = KOPVELDEN if issubclass(model, Feit) else ()
    rijen = [veld for veld in _alle_velden(model) if veld.naam not in kop]
    return tuple(
        sorted(
            rijen,
            key=lambda rij: (not rij.verplicht, rij.naam in ("bij", "bijlagen", "toelichting")),
        )
    )


def veld_van(model: type[Deel], naam: str) -> Veld:
    """One field of a model by its name. Raises StopIteration when it has none by that name."""
    return next(veld for veld in velden(model) if veld.naam == naam)


@cache
def _alle_velden(model: type[Deel]) -> tuple[Veld, ...]:
    uitleg = beschrijvingen(model)
    return tuple(
        _veld(naam, veld.annotation, uitleg.get(naam, ""), veld.is_required(), veld.metadata)
        for naam, veld in model.model_fields.items()
    )


def _veld(naam: str, soort: Any, uitleg: str, verplicht: bool, kenmerken: list[Any]) -> Veld:
    soort = _zonder_niets(soort)
    veel = get_origin(soort) is tuple
    if veel:
        soort = _zonder_niets(get_args(soort)[0])
    kern, merken = _kern(soort)
    deel = kern if isinstance(kern, type) and issubclass(kern, Deel) else None
    keuzes = tuple(str(keuze) for keuze in get_args(kern)) if get_origin(kern) is Literal else ()
    alle = (*merken, *kenmerken)
    lezer = next((merk for merk in alle if isinstance(merk, Lezer)), None)
    naar = next((merk.wat for merk in alle if isinstance(merk, Naar)), "")
    return Veld(naam, uitleg, verplicht, veel, keuzes, deel, _voorbeeld(alle), lezer, naar)


def _zonder_niets(soort: Any) -> Any:
    if get_origin(soort) in (Union, UnionType):
        return next(deel for deel in get_args(soort) if deel is not NoneType)
    return soort


def _kern(soort: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(soort) is Annotated:
        kern, *merken = get_args(soort)
        return kern, tuple(merken)
    return soort, ()


def _voorbeeld(merken: tuple[Any, ...]) -> str:
    for merk in merken:
        schema = getattr(merk, "json_schema", None)
        if schema and schema.get("examples"):
            return str(schema["examples"][0])
    return ""
