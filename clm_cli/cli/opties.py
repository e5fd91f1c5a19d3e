"""Floor 8, opties: words and options that commands share, or that the fields of a record make."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Annotated, Any

import typer

from clm_cli.cli.dagen import Daglezer
from clm_cli.commands.optiewaarden import als_boom, geen_naam, optienaam
from clm_cli.meldingen import ClmFout
from clm_cli.records.vorm import Veld, velden
from clm_cli.woorden import kort

Dossier = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="het dossier, of een deel van de naam")
]
Vormen = Annotated[
    list[str] | None,
    typer.Option(
        "--vorm",
        metavar="VORM",
        parser=str.lower,
        help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
    ),
]
Invulvormen = Annotated[
    list[str] | None,
    typer.Option(
        "--vorm",
        metavar="VORM",
        parser=str.lower,
        help="md, pdf, docx of html; mag vaker; standaard md en docx, om in aan te vullen",
    ),
]
"""Of a document that somebody fills in."""
Contracten = Annotated[
    list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")
]

Opties = dict[str, Any]
"""What was typed behind a command, by the names of its options."""


def maak_functie(
    parameters: list[inspect.Parameter],
    uitvoer: Callable[[typer.Context, Opties], int],
) -> Callable[..., int]:
    """A function with these parameters, as typer wants to see it."""

    def functie(ctx: typer.Context, **gegeven: Any) -> int:
        return uitvoer(ctx, gegeven)

    alle = [
        inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
        *parameters,
    ]
    functie.__signature__ = inspect.Signature(alle)  # type: ignore[attr-defined]
    functie.__annotations__ = {p.name: p.annotation for p in alle}
    return functie


def parameter(naam: str, soort: Any, vorm: Any, standaard: Any = None) -> inspect.Parameter:
    """One parameter for typer."""
    return inspect.Parameter(
        naam, inspect.Parameter.KEYWORD_ONLY, default=standaard, annotation=Annotated[soort, vorm]
    )


def woord(naam: str, vorm: str, uitleg: str, *, verplicht: bool = True) -> inspect.Parameter:
    """A word without an option's name."""
    argument = typer.Argument(metavar=vorm, help=uitleg)
    if verplicht:
        return inspect.Parameter(
            naam, inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[str, argument]
        )
    return parameter(naam, str | None, argument)


def dagoptie(wat: str, *, nodig: bool = False) -> inspect.Parameter:
    """The day of what is recorded: today when it may be assumed."""
    uitleg = f"{wat} (nodig)" if nodig else f"{wat}; standaard vandaag"
    return parameter("datum_", str | None, typer.Option("--datum", metavar="DATUM", help=uitleg))


def bestandsoptie(uitleg: str) -> inspect.Parameter:
    """A file that holds what would be typed."""
    return parameter(
        "bestand_", str | None, typer.Option("--bestand", metavar="BESTAND", help=uitleg)
    )


def optie(veld: Veld) -> inspect.Parameter:
    """The option for a field of a record."""
    uitleg = (
        veld.uitleg
        + (f" Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else "")
        + (f" Als: {_sleutels(veld)}." if veld.deel and not veld.is_stuk else "")
        + (" (nodig)" if veld.verplicht else "")
        + (" Mag vaker." if veld.veel else "")
    )
    return parameter(
        veld.naam,
        list[str] | None if veld.veel else str | None,
        typer.Option(optienaam(veld), metavar=_vorm(veld), help=uitleg),
    )


def als_getypt(
    rijen: Iterable[Veld],
    gegeven: Opties,
    vandaag: date,
    extra: Collection[str] = (),
    los: str | None = None,
) -> Opties:
    """What was typed in the options of these fields, as it stands in a file; the rest as typed.

    `los` is the field that is typed as a word.
    """
    per, dag = {veld.naam: veld for veld in rijen}, Daglezer(vandaag)
    for veld in per.values():
        gezegd = gegeven.get(veld.naam)
        for een in gezegd if isinstance(gezegd, list) else [gezegd]:
            if wat := geen_naam(veld, een, letters=1):
                hoe = veld.naam.upper() if veld.naam == los else optienaam(veld)
                raise ClmFout(f"{hoe}: '{kort(str(een))}' is geen {wat} in woorden.")
    return {
        naam: als_boom(per[naam], waarde, extra, dag) if naam in per else waarde
        for naam, waarde in gegeven.items()
        if waarde not in (None, (), [])
    }


def _vorm(veld: Veld) -> str:
    """What stands behind the option in the help."""
    if veld.keuzes:
        return "KEUZE"
    if veld.is_stuk:
        return "BESTAND"
    if veld.deel:
        return "DEEL"
    return "TEKST" if len(veld.naam) > 10 else veld.naam.upper()


def _sleutels(veld: Veld) -> str:
    """The keys of a part, as they are typed in one option."""
    return " ".join(f"{rij.naam}=…" for rij in velden(veld.deel)) if veld.deel else ""
