"""The form of what clm prints as JSON: a schema that fits all of many outputs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Schema = dict[str, Any]
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMEN = 3
"""Objects of which no key is in all, seen more often than this, have names of things as keys."""


def omslag(naam: str, uitvoer: Sequence[dict[str, Any]]) -> Schema:
    """The schema of one output, in its envelope."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": naam,
        "type": "object",
        "required": ["schema", "gegevens"],
        "additionalProperties": False,
        "properties": {
            "schema": {"const": naam},
            "gegevens": vorm([rij["gegevens"] for rij in uitvoer]),
            "niet_gelezen": {"type": "array", "items": {"type": "string"}},
        },
    }


def vorm(waarden: Sequence[Any]) -> Schema:
    """A schema that each of these values fits; of nothing but null or nothing at all, any."""
    soorten = sorted({_soort(waarde) for waarde in waarden})
    if not soorten or soorten == ["null"]:
        return {}
    uit: Schema = {"type": soorten[0] if len(soorten) == 1 else soorten}
    teksten = [waarde for waarde in waarden if isinstance(waarde, str)]
    if teksten and all(_DAG.fullmatch(tekst) for tekst in teksten):
        uit["format"] = "date"
    if lijsten := [waarde for waarde in waarden if isinstance(waarde, list)]:
        uit["items"] = vorm([deel for lijst in lijsten for deel in lijst])
    if bomen := [waarde for waarde in waarden if isinstance(waarde, dict)]:
        uit |= _boom(bomen)
    return uit


def _boom(bomen: Sequence[dict[str, Any]]) -> Schema:
    altijd = set(bomen[0]).intersection(*bomen)
    namen = dict.fromkeys(naam for boom in bomen for naam in boom)
    if not altijd and len(bomen) > _NAMEN:
        return {"additionalProperties": vorm([w for boom in bomen for w in boom.values()])}
    velden = {naam: vorm([b[naam] for b in bomen if naam in b]) for naam in sorted(namen)}
    return {"properties": velden, "required": sorted(altijd)}


def _soort(waarde: Any) -> str:
    if waarde is None:
        return "null"
    if isinstance(waarde, bool):
        return "boolean"
    if isinstance(waarde, (int, float)):
        return "number"
    return {str: "string", list: "array", dict: "object"}[type(waarde)]
