"""Floor 8, hulp: help pages as text, and unknown options; knows no typer."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from clm_cli.cli.omgeving import ALGEMEEN
from clm_cli.cli.opdrachten import TABEL, onder
from clm_cli.cli.uitvoer import breedte
from clm_cli.meldingen import ClmFout
from clm_cli.woorden import naaste

_KOLOM = 26
"""The widest left column of a help page; what is longer gets a line of its own."""
_NOOIT_GERADEN = frozenset({"--vandaag", "--op", "--bekend", "--ja"})
VERSIE = ("--versie", "", "toon welke versie van clm dit is")
"""The one option of clm itself."""
_ALLES = "Contractmanagement in gewone bestanden. Zonder opdracht toont clm de werklijst."


def groepsblad(groep: str) -> str:
    """The help page of a group, or of clm itself: its commands, each with its sentence."""
    rijen = [(woord, rij.zin) for woord, rij in onder(groep).items()]
    alineas = [TABEL[groep].zin if groep else _ALLES]
    delen = blok("Opdrachten", rijen)
    return bladzijde(groep, ["OPDRACHT", "…"], alineas, delen, () if groep else (VERSIE,))


def bladzijde(
    woorden: str,
    vorm: Sequence[str],
    alineas: Sequence[str],
    delen: Sequence[str],
    ook: Sequence[tuple[str, str, str]] = (),
) -> str:
    """A help page: how it is used, what it does, its own words and options, the shared options."""
    regels = textwrap.wrap(
        " ".join(["Gebruik:", genoemd(woorden), *vorm]), breedte(), subsequent_indent=" " * 9
    )
    for alinea in alineas:
        regels += [
            "",
            *textwrap.wrap(alinea, breedte(), initial_indent="  ", subsequent_indent="  "),
        ]
    algemeen = [(f"{naam} {waarde}".strip(), tekst) for naam, waarde, tekst in (*ALGEMEEN, *ook)]
    return "\n".join([*regels, *delen, *blok("Algemene opties", algemeen)])


def blok(kop: str, rijen: Sequence[tuple[str, str]]) -> list[str]:
    """A heading with names and what they mean in two columns; nothing without rows."""
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


def genoemd(woorden: str) -> str:
    """A command as it is typed."""
    return f"clm {woorden}".rstrip()


def hulp(woorden: str) -> str:
    """The command that explains another, as advice."""
    return f"{genoemd(woorden)} --help toont hoe het werkt"


def onbekende_optie(naam: str, bekend: Sequence[str], nu: str) -> ClmFout:
    """An option that a command does not have, with the nearest that it has.

    It never names one that changes whose day it is or skips a question: who follows that advice
    gets an answer to something else. Short names look soon alike (--naar, --naam), so only what
    can hardly be another word is named.
    """
    algemeen = [n for n, _, _ in ALGEMEEN if n not in _NOOIT_GERADEN]
    namen = {optie.strip("-"): optie for optie in (*bekend, *algemeen)}
    dichtbij = naaste(naam.strip("-"), namen, 0.8)
    return ClmFout(
        f"De optie {naam} bestaat hier niet.",
        nu=f"bedoelt u {namen[dichtbij]}?" if dichtbij else nu,
    )
