"""Floor 8, aanvulling: what a shell offers while a command is typed: words, dossiers, options."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperArgument

from clm_cli.cli import nederlands
from clm_cli.cli.omgeving import ALGEMEEN, omgeving, splits
from clm_cli.cli.opdrachten import Rij, onder
from clm_cli.cli.uitvoer import zeg
from clm_cli.commands.plaats import dossiernamen, vind
from clm_cli.meldingen import ClmFout
from clm_cli.resources import schiltekst

SCHILLEN = ("bash", "zsh", "fish", "powershell")
"""The shells for which there is a text."""


def aanvulling(
    schil: Annotated[str, typer.Argument(metavar="SCHIL", help=f"een van {', '.join(SCHILLEN)}")],
    woorden: Annotated[
        list[str] | None,
        typer.Argument(metavar="WOORD", help="achter 'woorden': wat er al is getypt"),
    ] = None,
) -> None:
    """The text for a shell, or (`woorden`) what may follow what was typed."""
    if schil == "woorden":
        # a newer PowerShell hands over the quotes of an empty word, an older one the word
        keuzen = aangeboden(["" if een == '""' else een for een in woorden or [""]])
        if keuzen:
            zeg("\n".join(keuzen))
        return
    if schil not in SCHILLEN:
        raise ClmFout(
            f"Voor '{schil}' is er geen aanvulling.", nu=f"kies uit {', '.join(SCHILLEN)}"
        )
    zeg(schiltekst(schil))


def aangeboden(getypt: list[str]) -> list[str]:
    """The words that may stand where the last one is being typed."""
    *voor, begin = getypt
    try:
        gegeven, rest = splits(voor)
        map_ = vind(omgeving(gegeven).map)
    except ClmFout:
        return []
    rij, achter = _rij(rest)
    if rij is None:
        keuzen = list(onder(" ".join(achter))) if not begin.startswith("-") else []
    elif begin.startswith("-"):
        keuzen = _opties(rij)
    elif _vraagt_dossier(rij, achter):
        keuzen = dossiernamen(map_) if map_ else []
    else:
        keuzen = []
    if begin.startswith("-"):
        keuzen += [naam for naam, _, _ in ALGEMEEN]
    return sorted({keuze for keuze in keuzen if keuze.startswith(begin)})


def _rij(woorden: list[str]) -> tuple[Rij | None, list[str]]:
    """The command that is named with the words behind it; or none, with the group so far."""
    groep: list[str] = []
    for nummer, woord in enumerate(woorden):
        rij = onder(" ".join(groep)).get(woord)
        if rij is None:
            return None, [*groep, woord]
        if rij.doel:
            return rij, woorden[nummer + 1 :]
        groep.append(woord)
    return None, groep


def _opties(rij: Rij) -> list[str]:
    parameters = nederlands.maak(rij).params
    return [naam for p in parameters if not isinstance(p, TyperArgument) for naam in p.opts]


def _vraagt_dossier(rij: Rij, achter: list[str]) -> bool:
    """Whether the word in this place names a dossier; a word behind an option is its value."""
    if achter and achter[-1].startswith("-"):
        return False
    los = sum(
        not woord.startswith("-") and not (plek and achter[plek - 1].startswith("-"))
        for plek, woord in enumerate(achter)
    )
    argumenten = [p for p in nederlands.maak(rij).params if isinstance(p, TyperArgument)]
    hier = argumenten[min(los, len(argumenten) - 1)] if argumenten else None
    if hier is None or (los >= len(argumenten) and hier.nargs != -1):
        return False
    return "DOSSIER" in str(hier.metavar or hier.name).upper()
