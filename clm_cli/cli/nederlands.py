"""Floor 7, nederlands: typer's commands, help pages and usage errors in Dutch.

The one room that knows typer's insides.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer._click import Command, Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from clm_cli.cli.omgeving import ALGEMEEN
from clm_cli.cli.uitvoer import breedte, zeg
from clm_cli.meldingen import ClmFout
from clm_cli.woorden import naaste

_KOLOM = 26
"""The widest left column of a help page; what is longer gets a line of its own."""


class Opdracht(TyperCommand):
    """A command with a Dutch help page and Dutch usage errors."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows the help page, printed as all results are."""
        return _met_eigen_druk(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the words; a usage error of typer becomes ours."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as fout:
            raise _vertaald(fout, ctx) from None

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        argumenten = [p for p in self.params if isinstance(p, TyperArgument)]
        opties = [p for p in self.params if not isinstance(p, TyperArgument)]
        vorm = ["[OPTIES]", *(_vorm(p) for p in argumenten)]
        delen = _blok("Woorden", [(_naam(p), _uitleg(p)) for p in argumenten])
        delen += _blok("Opties", [(_optie(p), _uitleg(p)) for p in opties])
        return _bladzijde(ctx, vorm, self.help, delen)


class Groep(TyperGroup):
    """Commands under one name. A command is made when it is called for.

    So that a start costs one command, not all.
    """

    def __init__(
        self,
        naam: str,
        uitleg: str,
        opdrachten: Sequence[tuple[Any, str]],
        gewoon: str | None = None,
        leeg: str | None = None,
    ) -> None:
        """`opdrachten` are the functions with their words, in their order.

        `gewoon` is meant when none is named, `leeg` when nothing follows.
        """
        super().__init__(name=naam, help=uitleg, rich_markup_mode=None)
        self.opdrachten = {woord: ding for ding, woord in opdrachten}
        self.gewoon = gewoon
        self.leeg = leeg

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows the help page, printed as all results are."""
        return _met_eigen_druk(super().get_help_option(ctx))

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - typer's signature
        """The commands in their order."""
        return list(self.opdrachten)

    # typer's signature
    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        """The command of that name, made now."""
        gevonden = self.opdrachten.get(cmd_name)
        return (
            gevonden
            if gevonden is None or isinstance(gevonden, Groep)
            else _maak(cmd_name, gevonden)
        )

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Ask for the next word when there is none."""
        args = args or ([self.leeg] if self.leeg else [])
        if not args:
            namen = " of ".join(", ".join(self.opdrachten).rsplit(", ", 1))
            raise ClmFout(f"Achter {ctx.command_path} hoort nog een woord: {namen}.", nu=_hulp(ctx))
        try:
            return super().parse_args(ctx, args)
        except UsageError as fout:
            raise _vertaald(fout, ctx) from None

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """The command that the first word names, and the other words."""
        gevonden = self.get_command(ctx, args[0])
        if gevonden is None and self.gewoon and naaste(args[0], list(self.opdrachten)) is None:
            return self.gewoon, self.get_command(ctx, self.gewoon), args
        if gevonden is None:
            dichtbij = naaste(args[0], list(self.opdrachten))
            nu = f"bedoelt u {ctx.command_path} {dichtbij}?" if dichtbij else _hulp(ctx)
            raise ClmFout(f"'{args[0]}' is geen opdracht van {ctx.command_path}.", nu=nu)
        return args[0], gevonden, args[1:]

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        namen = [(naam, _eerste(ding)) for naam, ding in self.opdrachten.items()]
        return _bladzijde(ctx, ["OPDRACHT", "…"], self.help, _blok("Opdrachten", namen))


def _met_eigen_druk(optie: TyperOption | None) -> TyperOption | None:
    if optie is not None:
        optie.callback = _toon_hulp
    return optie


def _toon_hulp(ctx: Context, _optie: Parameter, gevraagd: bool) -> None:
    if gevraagd:
        zeg(ctx.get_help())
        ctx.exit()


def _maak(naam: str, functie: Callable[..., Any]) -> Command:
    """A command from its function.

    Or from an object that makes its function now (`maak`), from a model.
    """
    een = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    een.command(naam, cls=Opdracht)(getattr(functie, "maak", lambda: functie)())
    return typer.main.get_command(een)


def _eerste(ding: Callable[..., Any] | Groep) -> str:
    """The first sentence of a command's help."""
    tekst = ding.help if isinstance(ding, Groep) else ding.__doc__
    return (tekst or "").partition("\n")[0]


def _bladzijde(ctx: Context, vorm: Sequence[str], uitleg: str | None, delen: Sequence[str]) -> str:
    alineas = [" ".join(alinea.split()) for alinea in (uitleg or "").split("\n\n")]
    regels = textwrap.wrap(
        " ".join(["Gebruik:", ctx.command_path, *vorm]), breedte(), subsequent_indent=" " * 9
    )
    for alinea in alineas:
        regels += [
            "",
            *textwrap.wrap(alinea, breedte(), initial_indent="  ", subsequent_indent="  "),
        ]
    algemeen = [(f"{naam} {waarde}".strip(), tekst) for naam, waarde, tekst in ALGEMEEN]
    return "\n".join([*regels, *delen, *_blok("Algemene opties", algemeen)])


def _blok(kop: str, rijen: Sequence[tuple[str, str]]) -> list[str]:
    if not rijen:
        return []
    links = min(_KOLOM, max(len(naam) for naam, _ in rijen) + 2)
    uit = ["", f"{kop}:"]
    for naam, uitleg in rijen:
        begin = f"  {naam:{links}}" if len(naam) + 2 <= links else f"  {'':{links}}"
        if len(naam) + 2 > links:
            uit.append(f"  {naam}")
        uit += textwrap.wrap(
            uitleg, breedte(), initial_indent=begin, subsequent_indent=" " * (links + 2)
        ) or [begin.rstrip()]
    return uit


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
    nu = _hulp(ctx)
    opties = [p for p in ctx.command.get_params(ctx) if not isinstance(p, TyperArgument)]
    if isinstance(fout, NoSuchOption):
        namen = [*(naam for p in opties for naam in p.opts), *(naam for naam, _, _ in ALGEMEEN)]
        dichtbij = naaste(fout.option_name, namen)
        return ClmFout(
            f"De optie {fout.option_name} bestaat hier niet.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else nu,
        )
    if isinstance(fout, MissingParameter) and fout.param:
        return ClmFout(f"{_naam(fout.param)} ontbreekt: {_uitleg(fout.param)}.", nu=nu)
    if isinstance(fout, BadOptionUsage):
        is_vlag = any(
            p.is_flag for p in opties if isinstance(p, TyperOption) and fout.option_name in p.opts
        )
        zin = (
            f"De optie {fout.option_name} krijgt geen waarde."
            if is_vlag
            else f"Achter {fout.option_name} hoort een waarde."
        )
        return ClmFout(zin, nu=nu)
    if isinstance(fout, BadParameter) and fout.param:
        return ClmFout(f"Bij {_naam(fout.param)} hoort {_gevraagd(fout.param.type)}.", nu=nu)
    return ClmFout(f"Te veel woorden{_over(fout.message)}.", nu=nu)


def _gevraagd(soort: Any) -> str:
    """What a value has to be, by typer's own name for its type."""
    if soort.name == "int range":
        return f"een geheel getal van {soort.min} tot en met {soort.max}"
    return "een geheel getal" if soort.name == "int" else "een andere waarde"


def _over(bericht: str) -> str:
    """The words too many, which typer only hands out between brackets in its message."""
    _, open_, rest = bericht.partition("(s) (")
    return f": {rest.removesuffix(')')}" if open_ else ""


def _hulp(ctx: Context) -> str:
    return f"{ctx.command_path} --help toont hoe het werkt"
