"""Floor 7, begin: a register to start with, the example, and schemas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from clm_cli import resources
from clm_cli.acts.feit import slug
from clm_cli.advies import opdracht
from clm_cli.derivations.regime.woorden import namen
from clm_cli.files.begin import begin as schrijf_begin
from clm_cli.files.begin import kopieer_voorbeeld, schrijf_schemas, weiger_vol
from clm_cli.meldingen import ClmFout
from clm_cli.records.organisatie import Begin
from clm_cli.records.vorm import velden
from clm_cli.value import value
from clm_cli.woorden import naaste

_STANDAARD = ("functie", "sinds")
"""What of a new register needs no answer: it is filled in with what most will say, and told."""


@value
class Neergezet:
    """Files that were written in a folder, or would be, and the next step."""

    map: Path
    bestanden: list[str]
    nu: str
    aangenomen: tuple[str, ...] = ()
    """What nobody said and clm filled in, where that may well be right."""


def nog_leeg(map_: Path) -> None:
    """Refuse a folder that holds anything, before somebody answers questions for it."""
    weiger_vol(map_)


def init(
    map_: Path, vandaag: date, gezegd: Mapping[str, Any], *, proef: bool, ci: str | None = None
) -> Neergezet:
    """An own register with explanation in its files; `gezegd` are fields of `Begin`."""
    wie = {
        "vandaag": vandaag,
        "organisatie": "Naam van uw organisatie",
        "straat": "Straat van uw organisatie",
        "postcode": "1000 SD",
        "plaats": "Plaats van uw organisatie",
        "regio": "Naam van uw regio",
        "sinds": vandaag.isoformat(),
        "naam": "Uw Naam",
        "functie": "contractmanager",
        "email": "uw.naam@organisatie.example",
        **gezegd,
    }
    wie["persoon"] = slug(wie["naam"])
    wie["gemeenten"] = {slug(een): een for een in wie.get("gemeenten") or ["Gemeente Een"]}
    open_ = {veld.naam for veld in velden(Begin)} - {*gezegd, *_STANDAARD}
    vul = f"vul {map_}/organisatie.yaml in; " if open_ else ""
    nu = f"{vul}clm --map {map_} noemt de volgende stappen"
    bestanden = schrijf_begin(map_, wie, namen(), proef=proef, ci=ci)
    aangenomen = tuple(f"{naam} {wie[naam]}" for naam in _STANDAARD if naam not in gezegd)
    return Neergezet(map_, bestanden, nu, aangenomen)


def voorbeeld(map_: Path, *, proef: bool) -> Neergezet:
    """The invented example."""
    nu = f"clm --map {map_} werklijst"
    return Neergezet(map_, kopieer_voorbeeld(map_, proef=proef), nu)


def uitvoervorm(naam: str) -> str:
    """The JSON Schema of an output, by the name that stands in its envelope."""
    kaal = naam.lower().removeprefix("clm.").partition("/")[0]
    pad = resources.uitvoervorm(kaal)
    bekend = sorted(ander.stem for ander in pad.parent.glob("*.json"))
    if kaal not in bekend:
        dichtbij = naaste(kaal, bekend)
        raise ClmFout(
            f"Er is geen uitvoer '{kaal}'.",
            nu=f"bedoelt u {opdracht('schema', uitvoer=dichtbij)}?"
            if dichtbij
            else f"kies uit {', '.join(bekend)}",
        )
    return pad.read_text(encoding="utf-8")


def schema(map_: Path, *, proef: bool) -> Neergezet:
    """Schemas by which an editor explains and checks the files."""
    nu = "open het register in VS Code met de extensie YAML"
    return Neergezet(map_, schrijf_schemas(map_, namen(), proef=proef), nu)
