"""Floor 8, nederlands: typer's commands, help pages and usage errors in Dutch.

The one room that knows typer's insides.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import takewhile
from typing import Any

import typer
from typer._click import Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperOption

from clm_cli.cli import vragen
from clm_cli.cli.hulp import bladzijde, blok, genoemd, hulp, onbekende_optie
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.opdrachten import TABEL, Rij
from clm_cli.cli.uitvoer import zeg
from clm_cli.commands.opnieuw import tot_het_lukt
from clm_cli.meldingen import ClmFout, een_waarde


class Opdracht(TyperCommand):
    """A command with a Dutch help page and Dutch usage errors; its name is its words."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows the help page, printed as all results are."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.callback = _toon_hulp
        return optie

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the words; a usage error of typer becomes ours."""
        self._weiger_dubbel(args)
        try:
            return super().parse_args(ctx, list(args))
        except MissingParameter:
            raise self._mist(ctx, args) from None
        except UsageError as fout:
            raise _vertaald(fout, ctx) from None

    def _mist(self, ctx: Context, args: list[str]) -> ClmFout:
        """Everything that has to be there and was not typed; typer names only the first."""
        getypt, *_ = self.make_parser(ctx).parse_args(args)
        mist = [p for p in self.get_params(ctx) if p.required and not getypt.get(p.name or "")]
        wat = "; ".join(f"{_naam(p)} ({_uitleg(p).removesuffix(' (nodig)')})" for p in mist)
        return ClmFout(f"Dit ontbreekt nog: {wat}.", nu=hulp(str(self.name)))

    def _weiger_dubbel(self, woorden: Sequence[str]) -> None:
        """Refuse two values of what is one; typer takes the last and says nothing."""
        met_waarde = [p for p in self.params if isinstance(p, TyperOption) and not p.is_flag]
        opties = {naam: optie for optie in met_waarde for naam in optie.opts}
        eerder: dict[str | None, str] = {}
        rest = iter(woorden)
        for woord in takewhile(lambda een: een != "--", rest):
            naam, is_, waarde = woord.partition("=")
            if optie := opties.get(naam):
                waarde = waarde if is_ else next(rest, "")
                if not optie.multiple:
                    een_waarde(naam, eerder.setdefault(optie.name, waarde), waarde)

    def get_help(self, ctx: Context) -> str:  # noqa: ARG002 - typer's signature
        """The help page."""
        argumenten = [p for p in self.params if isinstance(p, TyperArgument)]
        opties = [p for p in self.params if not isinstance(p, TyperArgument)]
        vorm = ["[OPTIES]", *(_vorm(p) for p in argumenten)]
        delen = blok("Woorden", [(_naam(p), _uitleg(p)) for p in argumenten])
        delen += blok("Opties", [(_optie(p), _uitleg(p)) for p in opties])
        rij = TABEL[str(self.name)]
        return bladzijde(rij.woorden, vorm, [rij.zin, *([rij.meer] if rij.meer else [])], delen)


def maak(rij: Rij) -> Opdracht:
    """A command of the table, with its module loaded now."""
    module, _, naam = rij.doel.partition(":")
    ding = getattr(import_module(f"clm_cli.cli.{module}"), naam)
    if isinstance(ding, dict):
        ding = ding[rij.woorden]
    een = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    een.command(rij.woorden, cls=Opdracht)(getattr(ding, "maak", lambda: ding)())
    opdracht = typer.main.get_command(een)
    assert isinstance(opdracht, Opdracht)
    for keuze in (p.type for p in opdracht.params if hasattr(p.type, "case_sensitive")):
        keuze.case_sensitive = False
    return opdracht


def draai(rij: Rij, woorden: list[str], om: Omgeving) -> int:
    """Run one command on its words; returns its exit code."""
    opdracht = maak(rij)

    def doe() -> int:
        # Not `opdracht.main`: it has its own ideas about pipes, interrupts and completion.
        try:
            with opdracht.make_context(genoemd(rij.woorden), list(woorden), obj=om) as ctx:
                uitkomst = opdracht.invoke(ctx)
        except typer.Exit as klaar:
            return klaar.exit_code
        return uitkomst if isinstance(uitkomst, int) else 0

    vragen.begin()
    return tot_het_lukt(doe, vragen.opnieuw)


def _toon_hulp(ctx: Context, _optie: Parameter, gevraagd: bool) -> None:
    if gevraagd:
        zeg(ctx.get_help())
        ctx.exit()


def _naam(parameter: Any) -> str:
    """A parameter as the user reads it: DOSSIER, --dagen."""
    if isinstance(parameter, TyperArgument):
        return str(parameter.metavar or parameter.name).upper()
    return str(parameter.opts[-1])


def _vorm(argument: TyperArgument) -> str:
    naam = _naam(argument)
    naam += "…" if argument.nargs == -1 and " " not in naam else ""
    return naam if argument.required else f"[{naam}]"


def _optie(optie: Any) -> str:
    waarde = "" if optie.is_flag else f" {(optie.metavar or optie.name).upper()}"
    return ", ".join(optie.opts) + waarde


def _uitleg(parameter: Any) -> str:
    """The help of a parameter, with what holds when it is left out."""
    standaard = "" if parameter.default in {None, False} else f" (standaard {parameter.default})"
    return f"{parameter.help or ''}{standaard}"


def _vertaald(fout: UsageError, ctx: Context) -> ClmFout:
    """A usage error of typer in Dutch, by its class."""
    nu = hulp(str(ctx.command.name))
    opties = [p for p in ctx.command.get_params(ctx) if not isinstance(p, TyperArgument)]
    if isinstance(fout, NoSuchOption):
        if los := _woord_als_optie(fout.option_name, ctx):
            return los
        return onbekende_optie(fout.option_name, [naam for p in opties for naam in p.opts], nu)
    if isinstance(fout, BadOptionUsage):
        is_vlag = any(
            p.is_flag for p in opties if isinstance(p, TyperOption) and fout.option_name in p.opts
        )
        vorm = _vorm_van(opties, fout.option_name)
        zin = (
            f"De optie {fout.option_name} krijgt geen waarde."
            if is_vlag
            else f"Achter {fout.option_name} hoort een waarde: {vorm}."
        )
        return ClmFout(zin, nu=nu)
    if isinstance(fout, BadParameter) and fout.param:
        return ClmFout(f"Bij {_naam(fout.param)} hoort {_gevraagd(fout.param.type)}.", nu=nu)
    te_veel = _over(fout.message)
    bijeen = "zet wat bij elkaar hoort tussen aanhalingstekens"
    is_dag = te_veel[2:3].isdigit() and any("--datum" in p.opts for p in opties)
    eerst = "een dag staat achter --datum" if is_dag else bijeen
    return ClmFout(f"Te veel woorden{te_veel}.", nu=f"{eerst}; {nu}")


def _vorm_van(opties: Sequence[Any], optie: str) -> str:
    """An option with the word that stands for its value: --boete BEDRAG."""
    return next((_optie(p) for p in opties if optie in p.opts), f"{optie} …")


def _woord_als_optie(optie: str, ctx: Context) -> ClmFout | None:
    """An option that is a word without one: `--naar` where NAAR is typed as it is."""
    argumenten = [p for p in ctx.command.get_params(ctx) if isinstance(p, TyperArgument)]
    woord = next((p for p in argumenten if _naam(p).lower() == optie.strip("-").lower()), None)
    if woord is None:
        return None
    vorm = " ".join([genoemd(str(ctx.command.name)), *map(_vorm, argumenten)])
    return ClmFout(
        f"{_naam(woord)} is hier een woord, geen optie.", nu=f"typ het zonder {optie}: {vorm}"
    )


def _gevraagd(soort: Any) -> str:
    """What a value has to be, by typer's own name for its type."""
    if soort.name == "int range" and soort.max is None:
        return f"een geheel getal van {soort.min} of meer"
    if soort.name == "int range":
        return f"een geheel getal van {soort.min} tot en met {soort.max}"
    if keuzen := getattr(soort, "choices", ()):
        return " of ".join(", ".join(map(str, keuzen)).rsplit(", ", 1))
    return "een geheel getal" if soort.name == "int" else "een andere waarde"


def _over(bericht: str) -> str:
    """The words too many, which typer only hands out between brackets in its message."""
    _, open_, rest = bericht.partition("(s) (")
    return f": {rest.removesuffix(')')}" if open_ else ""
