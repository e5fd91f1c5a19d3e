"""Floor 2, basis: what all records share: frozen parts, the head of a fact, a stuk, a clause."""

from collections.abc import Iterable
from datetime import date
from types import NoneType
from typing import Annotated, Any, Generic, Literal, Protocol, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from clm_cli.records.velden import (
    Datum,
    Eis,
    Moment,
    Pad,
    Persoonsid,
    Regel,
    Sha256,
    Tekst,
    Verwijzing,
    weiger,
)

GEBEURD = (
    "ontvangen",
    "verzonden",
    "meegedeeld",
    "gebeurd",
    "begonnen",
    "uitgenodigd",
    "gehoord",
    "vastgesteld_op",
    "directie_datum",
    "ingetrokken",
    "gehouden",
    "toestemming",
)
"""The days in a fact, beside its own, on which something happened: a right may begin or end there,
and none can lie after today."""

GEBEURD_IN_DEEL = (
    ("bestuurlijk", "datum"),
    ("aankondiging", "ontvangen"),
    ("bekend_bij", "op"),
    ("regels", "betaald"),
)
"""The same in a part of a fact: the field that holds the part, and its day."""


class Deel(BaseModel):
    """A part of a record: immutable, without keys of its own making."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, bron: type[BaseModel], verder: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """What pydantic would work out of a model, with each type of a field worked out once.

        Hundreds of fields have the same few types; to inspect each is a twentieth of a start.
        """
        merken = cls.__pydantic_decorators__
        if merken.model_validators or merken.field_validators or cls.__pydantic_complete__:
            return verder(bron)
        velden = {
            naam: core_schema.model_field(_veldschema(veld, verder), metadata={})
            for naam, veld in cls.model_fields.items()
        }
        return core_schema.model_schema(
            cls,
            core_schema.model_fields_schema(velden, model_name=cls.__name__, computed_fields=[]),
            custom_init=False,
            root_model=False,
            config=core_schema.CoreConfig(title=cls.__name__, extra_fields_behavior="forbid"),
            ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        )


_SOORTEN: dict[Any, CoreSchema] = {}
"""What was worked out of the types of fields in which there are no parts."""


def _veldschema(veld: FieldInfo, verder: GetCoreSchemaHandler) -> CoreSchema:
    soort = Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation
    schema = _soortschema(soort, verder)
    return (
        schema
        if veld.is_required()
        else core_schema.with_default_schema(schema, default=veld.default)
    )


def _soortschema(soort: Any, verder: GetCoreSchemaHandler) -> CoreSchema:
    """Of a type without parts it is the same wherever it stands."""
    if (bekend := _SOORTEN.get(soort)) is not None:
        return bekend
    schema: CoreSchema
    delen = get_args(soort)
    if delen[1:] == (Ellipsis,):
        schema = core_schema.tuple_schema([_soortschema(delen[0], verder)], variadic_item_index=0)
    elif delen[1:] == (NoneType,):
        schema = core_schema.nullable_schema(_soortschema(delen[0], verder))
    elif get_origin(soort) is Literal:
        schema = core_schema.literal_schema(list(delen))
    else:
        schema = verder.generate_schema(soort)
    return schema if kan_delen(soort) else _SOORTEN.setdefault(soort, schema)


def kan_delen(soort: Any) -> bool:
    """Whether a value of this annotation may be a part of a record, or hold some."""
    if isinstance(soort, type) and issubclass(soort, Deel):
        return True
    return isinstance(soort, TypeVar) or any(map(kan_delen, get_args(soort)))


class MetVanaf(Protocol):
    """What holds from a day on, until a later row of its list does."""

    @property
    def vanaf(self) -> date:
        """The first day on which it holds."""


RijT = TypeVar("RijT", bound=MetVanaf)


def geldend(rijen: Iterable[RijT], op: date) -> RijT | None:
    """Of a list with `vanaf`, the row in force on a day; None before the first."""
    eerder = (rij for rij in rijen if rij.vanaf <= op)
    return max(eerder, key=lambda rij: rij.vanaf, default=None)


class Kaart(Deel):
    """A card: how things stand now; edited by hand or by clm, its past is kept by git."""


class Stuk(Deel):
    """A document that a fact names and that never changes from then on."""

    bestand: Pad | None = None
    """Het bestand, gerekend vanaf de map van dit feit."""
    vindplaats: Regel | None = None
    """Waar het stuk staat als het niet in dit register is opgeslagen (systeem en kenmerk)."""
    sha256: Sha256 | None = None
    """De sha256 van het bestand; daarmee is te bewijzen dat het niet is veranderd."""
    titel: Regel | None = None
    """Hoe het stuk in brieven en overzichten heet."""

    @model_validator(mode="after")
    def _ergens(self) -> Self:
        if self.bestand is None and self.vindplaats is None:
            raise weiger("REC141", "noem het bestand of de vindplaats van het stuk")
        return self


class Feit(Deel):
    """The head of every fact: what happened or was decided, written once and never changed."""

    datum: Datum
    """De dag waarop het gebeurde of werd besloten."""
    vastgelegd: Moment
    """Het moment waarop het is opgeschreven; clm vult dit in."""
    door: Persoonsid
    """Wie het heeft vastgelegd: de id van een persoon uit organisatie.yaml."""
    bij: Verwijzing | None = None
    """Het feit, de kaart of het onderdeel waarop dit feit een antwoord of vervolg is."""
    bijlagen: tuple[Stuk, ...] = ()
    """De stukken die bij dit feit horen."""
    toelichting: Tekst | None = None
    """Wat een lezer verder moet weten."""


class Grond(Deel):
    """The clause behind an element of a regime: its id and its literal words."""

    eis: Eis
    """De vindplaats zoals het contract telt: een artikel (7.2 onder a), of een eigen kenmerk."""
    tekst: Tekst
    """De letterlijke woorden van het contract."""


FeitT = TypeVar("FeitT", bound=Feit)


class Correctie(Feit, Generic[FeitT]):
    """The mending of a fact that was committed before: its whole new content, or that it lapses."""

    bij: Verwijzing
    """Het feit dat wordt verbeterd."""
    reden: Tekst
    """Waarom het feit niet klopte."""
    wordt: FeitT | None = None
    """De volledige juiste inhoud van het feit."""
    vervalt: Literal["ja"] | None = None
    """'ja' als het feit geheel vervalt."""

    @model_validator(mode="before")
    @classmethod
    def _een_van_beide(cls, boom: Any) -> Any:
        if isinstance(boom, dict) and ("wordt" in boom) == ("vervalt" in boom):
            raise weiger(
                "REC142", "schrijf óf 'wordt:' met de hele juiste inhoud, óf 'vervalt: ja'"
            )
        return boom
