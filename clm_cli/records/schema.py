"""Floor 2, schema: JSON Schemas of all kinds of file, with the descriptions of their fields."""

import ast
import importlib
import inspect
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from clm_cli.records.basis import Deel, Feit
from clm_cli.records.feiten import FEITEN
from clm_cli.records.soort import Feitsoort, Soort
from clm_cli.records.soorten import KAARTEN, correctiemodel
from clm_cli.records.verwijzingen import verwijsvelden

SCHEMAMAP = ".clm/schema"
"""Where the schemas stand in a register; they go into git with it, so that a copy has them too."""
_GETALLEN = ("0", "3", "14", "58.9", "-3", "2025", "48250.00", "00001234", "1" * 64)
"""Texts that a program that knows numbers takes for one."""
_DIALECT = "http://json-schema.org/draft-07/schema#"


Namen = Mapping[str, tuple[tuple[str, ...], bool]]
"""The names that exist of a kind of thing, and whether there can be no other."""


def schemas(namen: Namen = MappingProxyType({})) -> dict[str, dict[str, object]]:
    """The schemas by name: the word of the kind, and one for the corrections in each folder.

    Where a word occurs more than once its folder stands in front. `namen` are the names that clm
    knows of what fields point at.
    """
    gewoon = {naam(soort): schema_van(soort.model, namen) for soort in (*KAARTEN, *FEITEN)}
    return gewoon | {_correctienaam(map_): _correctieschema(map_) for map_ in _feitmappen()}


def naam(soort: Soort) -> str:
    """The name of a kind's schema file."""
    zelfde = [
        ander
        for ander in (*KAARTEN, *FEITEN)
        if ander.naam == soort.naam and ander.model is not soort.model
    ]
    map_ = next(
        (deel for deel in reversed(soort.map.split("/")) if deel not in ("*", "")), "register"
    )
    return f"{map_}-{soort.naam}" if zelfde else soort.naam


def editorinstellingen() -> dict[str, object]:
    """Settings for the YAML extension of VS Code: which schema goes with which files.

    No file fits two: the editor would ask both.
    """
    koppeling: dict[str, list[str]] = {}
    for soort in KAARTEN:
        patroon = f"{soort.map}/{soort.bestand}".lstrip("/")
        koppeling.setdefault(_plaats(naam(soort)), []).append(patroon)
    for map_ in _feitmappen():
        for soort in (soort for soort in FEITEN if soort.map == map_):
            koppeling.setdefault(_plaats(naam(soort)), []).extend(_patronen(soort))
        koppeling[_plaats(_correctienaam(map_))] = _correctiepatronen(map_)
    return {
        "yaml.schemas": koppeling,
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    }


_JAAR, _TWEE = "[0-9][0-9][0-9][0-9]", "[0-9][0-9]"
_DAG = f"{_JAAR}-{_TWEE}-{_TWEE}"
_BEGIN = (_DAG, _JAAR, f"{_JAAR}-{_TWEE}", f"{_JAAR}-K[1-4]")
"""What may stand in front in the name of a fact: a day, or the period of figures."""


def _plaats(schemanaam: str) -> str:
    return f"{SCHEMAMAP}/{schemanaam}.json"


def _feitmappen() -> tuple[str, ...]:
    return tuple(dict.fromkeys(soort.map for soort in FEITEN))


def _correctienaam(map_: str) -> str:
    return f"{map_.replace('/*', '').rpartition('/')[2]}-correctie"


def _correctiepatronen(map_: str) -> list[str]:
    return [f"{map_}/[0-9]*-correctie.yaml", *(f"{map_}/{b}-correctie-*.yaml" for b in _BEGIN)]


def _patronen(soort: Feitsoort) -> list[str]:
    """The names of the files of one kind of fact, and of those that are of another one."""
    ernaast = [ander for ander in FEITEN if ander.map == soort.map and ander is not soort]
    if not ernaast or soort.vrij:
        eigen = [f"{soort.map}/[0-9]*.yaml"]
        weg = [patroon for ander in ernaast for patroon in _genoemd(ander)]
    else:
        eigen = _genoemd(soort)
        langer = [ander for ander in ernaast if ander.naam.startswith(f"{soort.naam}-")]
        weg = [patroon for ander in langer for patroon in _genoemd(ander)]
    return [*eigen, *(f"!{patroon}" for patroon in (*weg, *_correctiepatronen(soort.map)))]


def _genoemd(soort: Feitsoort) -> list[str]:
    """The names in which the kind stands: first after the day, or for some kinds last."""
    namen = [f"{_DAG}-{soort.naam}.yaml", f"{_DAG}-{soort.naam}-*.yaml"]
    laatst = [f"{_DAG}-*-{soort.naam}.yaml"] if soort.achteraan else []
    return [f"{soort.map}/{naam_}" for naam_ in (*namen, *laatst)]


def _correctieschema(map_: str) -> dict[str, Any]:
    """What a correction in a folder may hold: the whole new content of a fact of any kind there."""
    modellen = {s.model for s in FEITEN if s.map == map_ and issubclass(s.model, Feit)}
    vormen = [
        schema_van(correctiemodel(model)) for model in sorted(modellen, key=lambda m: m.__name__)
    ]
    if len(vormen) == 1:
        return vormen[0]
    delen: dict[str, Any] = {}
    for vorm in vormen:
        delen |= vorm.pop("$defs", {})
        vorm.pop("$schema")
    return {"$schema": _DIALECT, "anyOf": vormen, "$defs": delen}


class _Maker(GenerateJsonSchema):
    """Makes a schema without what costs a fifth of it."""

    def encode_default(self, dft: Any) -> Any:
        """What a field is when nobody says: of nothing and of a word that is itself."""
        return dft if dft is None or type(dft) in (str, bool) else super().encode_default(dft)


def schema_van(model: type[Deel], namen: Namen = MappingProxyType({})) -> dict[str, Any]:
    """One JSON Schema with Dutch descriptions on every field."""
    schema = model.model_json_schema(schema_generator=_Maker)
    schema["$schema"] = _DIALECT
    for klasse in (model, *_binnen(model)):
        blok = (
            schema
            if klasse is model
            else schema.get("$defs", {}).get(re.sub(r"[^A-Za-z0-9.-]", "_", klasse.__name__), {})
        )
        for veld, tekst in beschrijvingen(klasse).items():
            if veld in blok.get("properties", {}):
                blok["properties"][veld]["description"] = tekst
        for veld, wat in verwijsvelden(klasse).items():
            if wat in namen and veld in blok.get("properties", {}):
                _noem(blok["properties"][veld], *namen[wat])
    _verruim(schema)
    return schema


def _noem(veld: dict[str, Any], woorden: tuple[str, ...], gesloten: bool) -> None:
    """Let an editor offer the names that exist, in a list too; a closed list is all there is."""
    vorm = veld.get("items", veld)
    vorm["examples"] = list(woorden)
    if gesloten:
        vorm["enum"] = list(woorden)


def _verruim(deel: Any) -> None:
    """Let a text that looks like a number be one.

    clm reads every value as text; to an editor `norm: 90` is a number.
    """
    for onder in deel.values() if isinstance(deel, dict) else deel:
        if isinstance(onder, (dict, list)):
            _verruim(onder)
    if isinstance(deel, dict) and deel.get("type") == "string":
        getallen = [float(w) for w in deel.get("enum", ()) if _is_getal(w)]
        vast = "enum" in deel or "const" in deel or "format" in deel
        if getallen or (not vast and _past_getal(deel.get("pattern", ""))):
            deel["type"] = ["string", "number"]
            if "enum" in deel:
                deel["enum"] = [*deel["enum"], *map(_heel, getallen)]


def _is_getal(tekst: str) -> bool:
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", tekst) is not None


def _heel(getal: float) -> float:
    return int(getal) if getal.is_integer() else getal


def _past_getal(patroon: str) -> bool:
    return any(re.search(patroon, getal) for getal in _GETALLEN)


def _binnen(model: type[Deel], gezien: set[type[Deel]] | None = None) -> set[type[Deel]]:
    """All parts inside a model, however deep."""
    gezien = set() if gezien is None else gezien
    for veld in model.model_fields.values():
        for klasse in _klassen(veld.annotation):
            if klasse not in gezien:
                gezien.add(klasse)
                _binnen(klasse, gezien)
    return gezien


def _klassen(soort: Any) -> list[type[Deel]]:
    if isinstance(soort, type) and issubclass(soort, Deel):
        return [soort]
    return [klasse for deel in getattr(soort, "__args__", ()) for klasse in _klassen(deel)]


def beschrijvingen(model: type[Deel]) -> dict[str, str]:
    """The description of every field of a model and its bases: the text under it in the source."""
    gevonden: dict[str, str] = {}
    for klasse in reversed(model.__mro__):
        if issubclass(klasse, Deel):
            gevonden |= _in_module(klasse.__module__).get(klasse.__name__.partition("[")[0], {})
    return gevonden


@cache
def _in_module(module: str) -> dict[str, dict[str, str]]:
    """The field descriptions of all classes of a module, read from its source in one go."""
    boom = ast.parse(inspect.getsource(importlib.import_module(module)))
    klassen = {}
    for klasse in (knoop for knoop in boom.body if isinstance(knoop, ast.ClassDef)):
        velden = {}
        for veld, tekst in zip(klasse.body, klasse.body[1:], strict=False):
            match veld, tekst:
                case ast.AnnAssign(target=ast.Name(id=str(woord))), ast.Expr(
                    value=ast.Constant(value=str(uitleg))
                ):
                    velden[woord] = inspect.cleandoc(uitleg)
        klassen[klasse.name] = velden
    return klassen
