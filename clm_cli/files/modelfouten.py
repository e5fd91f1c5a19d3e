"""Floor 6, modelfouten: what pydantic refuses, in Dutch, with place and nearest good word."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.files.posities import Posities
from clm_cli.meldingen import Ernst, Melding, Plek, Sleutel
from clm_cli.woorden import kort, naaste

MEESTE = 200
"""The faults of one file that are named."""


def meldingen_van(
    fout: ValidationError, pad: str, model: type[BaseModel], posities: Posities
) -> list[Melding]:
    """Every refusal as a melding with line and column; of very many the first, and how many more.

    Nobody mends thousands one by one: they have one cause.
    """
    rijen = fout.errors(include_url=False)
    uit = [_melding(rij, pad, model, posities) for rij in rijen[:MEESTE]]
    if meer := len(rijen) - len(uit):
        wat = "één fout" if meer == 1 else f"{meer} fouten"
        uit[-1] = replace(uit[-1], tekst=f"{uit[-1].tekst} (en nog {wat} in dit bestand)")
    return uit


def _melding(rij: ErrorDetails, pad: str, model: type[BaseModel], posities: Posities) -> Melding:
    sleutel: Sleutel = tuple(rij["loc"])
    naam = _naam(sleutel, rij["input"])
    code, tekst, nu = _in_het_nederlands(rij, naam, model, sleutel)
    if isinstance(lang := rij["input"], str) and lang:
        tekst = tekst.replace(lang, kort(lang))
    vind = posities.van_sleutel if rij["type"] == "extra_forbidden" else posities.van
    regel, kolom = vind(sleutel)
    return Melding(code, Ernst.FOUT, Plek(pad, sleutel, regel, kolom), tekst, nu=nu)


def _naam(sleutel: Sleutel, waarde: object) -> str:
    """What is refused: a key; an item of a list by its own id, or which one it is."""
    if not sleutel:
        return "het bestand"
    laatste = sleutel[-1]
    if isinstance(laatste, str):
        return laatste
    eigen = waarde.get("id") if isinstance(waarde, dict) else None
    lijst = next((deel for deel in reversed(sleutel) if isinstance(deel, str)), "onderdeel")
    return str(eigen or f"{lijst}, nummer {laatste + 1}")


def _in_het_nederlands(
    rij: ErrorDetails, naam: str, model: type[BaseModel], sleutel: Sleutel
) -> tuple[str, str, str | None]:
    soort: str = rij["type"]
    if soort.startswith("REC"):
        return soort, f"{naam}: {rij['ctx']['tekst']}" if sleutel else rij["ctx"]["tekst"], None
    if soort == "missing":
        return (
            "REC101",
            f"'{naam}' ontbreekt",
            advies(
                "vul '{naam}:' in; {schema} toont in uw editor wat erin hoort",
                naam=Advies(naam),
                schema=opdracht("schema"),
            ),
        )
    if soort == "extra_forbidden":
        return (
            "REC102",
            f"'{naam}' is hier geen bekende sleutel",
            _wenk_sleutel(naam, model, sleutel),
        )
    if soort == "literal_error":
        keuzes = re.findall(r"'([^']*)'", rij["ctx"]["expected"])
        return (
            "REC107",
            f"{naam}: '{rij['input']}' kan hier niet",
            _wenk_keuze(str(rij["input"]), keuzes),
        )
    if soort in ("tuple_type", "list_type"):
        return (
            "REC103",
            f"{naam}: hier hoort een lijst",
            "zet elk onderdeel op een eigen regel met '- ' ervoor",
        )
    if soort in ("model_type", "dict_type", "model_attributes_type"):
        return "REC104", f"{naam}: hier horen sleutels met waarden, geen losse tekst of lijst", None
    return "REC105", f"{naam}: deze waarde past hier niet", None


_ANDERS_GEZEGD = {
    **dict.fromkeys(("true", "yes"), "ja"),
    **dict.fromkeys(("false", "no"), "nee"),
    **dict.fromkeys(("igj", "igz"), "inspectie"),
    **dict.fromkeys(("ouder", "ouders", "jeugdige", "familie", "naaste"), "client"),
    **dict.fromkeys(("wijkteam", "verwijzer", "consulent"), "toegang"),
    **dict.fromkeys(("huisarts", "school", "politie"), "ketenpartner"),
}
"""What people say for a choice that does not look like it."""


def _wenk_keuze(gegeven: str, keuzes: list[str]) -> str:
    dichtbij = naaste(gegeven, keuzes) or _ANDERS_GEZEGD.get(gegeven.strip().lower())
    bedoeld = f"bedoelt u '{dichtbij}'? " if dichtbij in keuzes else ""
    return f"{bedoeld}mogelijk zijn: {', '.join(keuzes)}"


def _wenk_sleutel(naam: str, model: type[BaseModel], sleutel: Sleutel) -> str:
    bekend = _velden_bij(model, sleutel[:-1])
    dichtbij = naaste(naam, bekend)
    return f"bedoelt u '{dichtbij}'?" if dichtbij else f"bekende sleutels zijn: {', '.join(bekend)}"


def _velden_bij(model: type[BaseModel], sleutel: Sleutel) -> list[str]:
    """The field names of the model at a key path."""
    for stap in sleutel:
        if isinstance(stap, int):
            continue
        veld = model.model_fields.get(stap)
        model = _model_in(veld.annotation) or model if veld else model
    return list(model.model_fields)


def _model_in(soort: object) -> type[BaseModel] | None:
    if isinstance(soort, type) and issubclass(soort, BaseModel):
        return soort
    return next((gevonden for deel in get_args(soort) if (gevonden := _model_in(deel))), None)
