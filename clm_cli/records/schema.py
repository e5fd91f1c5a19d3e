"""Floor 2, schema: JSON Schemas of all kinds of file.

With the field descriptions that stand in the models.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from functools import cache
from typing import Any

from clm_cli.records.basis import Deel
from clm_cli.records.feiten import FEITEN
from clm_cli.records.soort import Soort
from clm_cli.records.soorten import KAARTEN

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by name: the word of the kind.

    With its folder in front where that word occurs more than once.
    """
    return {naam(soort): schema_van(soort.model) for soort in (*KAARTEN, *FEITEN)}


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


def editorinstellingen() -> dict[str, Any]:
    """Settings for the YAML extension of VS Code: which schema goes with which files."""
    koppeling: dict[str, list[str]] = {}
    for soort in KAARTEN:
        koppeling.setdefault(f".clm/schema/{naam(soort)}.json", []).append(
            f"{soort.map}/{soort.bestand}".lstrip("/")
        )
    for soort in FEITEN:
        alleen = soort.vrij or sum(ander.map == soort.map for ander in FEITEN) == 1
        patroon = "[0-9]*.yaml" if alleen else f"[0-9]*-{soort.naam}*.yaml"
        koppeling.setdefault(f".clm/schema/{naam(soort)}.json", []).append(f"{soort.map}/{patroon}")
    return {
        "yaml.schemas": koppeling,
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    }


def schema_van(model: type[Deel]) -> dict[str, Any]:
    """One JSON Schema with Dutch descriptions on every field."""
    schema = model.model_json_schema()
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
    return schema


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
    """The description of every field of a model and its bases.

    The string that stands under it in the source.
    """
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
