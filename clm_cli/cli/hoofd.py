"""Floor 7, hoofd: the entry point, the commands, and the one error boundary."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import NoReturn

import typer

from clm_cli.cli import (
    beheer,
    briefcontrole,
    briefleven,
    brieven,
    classificeer,
    correctie,
    dossier,
    escalatie,
    feiten,
    gesprek,
    lezen,
    lijst,
    rekenen,
    sjabloon,
)
from clm_cli.cli.nederlands import Groep
from clm_cli.cli.omgeving import Omgeving, omgeving, splits
from clm_cli.cli.uitvoer import OnschrijfbaarError, banier, meld, meld_fout
from clm_cli.meldingen import ClmFout
from clm_cli.woorden import naaste

GEDAAN, GEVONDEN, GEWEIGERD, FOUT_IN_CLM, AFGEBROKEN = 0, 1, 2, 70, 130
"""The exit codes: done; a check found something; refused or impossible; a bug in clm;
interrupted."""


def opdrachten() -> Groep:
    """All commands, in the order in which they are listed."""
    maak = Groep("maak", "Maakt de stukken van een gesprek.", gesprek.MAAK)
    gespreksleven = (*gesprek.OPDRACHTEN, *feiten.GESPREKFEITEN, (maak, "maak"))
    groepen = (
        Groep(
            "gesprek",
            "Het leven van een gesprek: gepland, gehouden, gedeeld, reacties, vastgesteld.",
            gespreksleven,
        ),
        Groep("actie", "Acties, besluiten en toezeggingen, en wat ervan kwam.", feiten.ACTIES),
        Groep(
            "signaal",
            "Signalen, en wat gemeenten erop antwoorden.",
            feiten.SIGNALEN,
            gewoon="signaal",
        ),
        Groep(
            "contract", "Het leven van een contract.", (*dossier.CONTRACT, *feiten.CONTRACTFEITEN)
        ),
        Groep(
            "escalatie",
            "De ladder: van opening tot sluiting, met elke voorwaarde en termijn.",
            (*feiten.ESCALATIES, *escalatie.OPDRACHTEN),
        ),
        Groep(
            "lijst",
            (
                "De lijsten: verplichtingen, risico's, wijzigingen, onduidelijkheden, leerpunten, "
                "voorbereiding."
            ),
            lijst.OPDRACHTEN,
        ),
        Groep(
            "brief",
            "Het leven van een brief.",
            (
                *brieven.OPDRACHTEN,
                *feiten.BRIEFFEITEN,
                *briefleven.OPDRACHTEN,
                *briefcontrole.OPDRACHTEN,
            ),
        ),
        Groep(
            "sjabloon",
            "De sjablonen van brieven en andere stukken, en het briefpapier.",
            sjabloon.OPDRACHTEN,
            leeg="lijst",
        ),
        Groep(
            "regime",
            "Toont de contracten als regels, met hun letterlijke bepalingen.",
            beheer.REGIMEOPDRACHTEN,
        ),
    )
    return Groep(
        "clm",
        "Contractmanagement in gewone bestanden. Zonder opdracht toont clm de werklijst.",
        (
            *lezen.OPDRACHTEN,
            *briefcontrole.LOSSE,
            *((groep, str(groep.name)) for groep in groepen[:-2]),
            *classificeer.OPDRACHTEN,
            *dossier.OPDRACHTEN,
            *feiten.LOSSE,
            *gesprek.LOSSE,
            *correctie.OPDRACHTEN,
            *rekenen.OPDRACHTEN,
            *beheer.OPDRACHTEN,
            *((groep, str(groep.name)) for groep in groepen[-2:]),
        ),
    )


def main() -> NoReturn:
    """Run clm on the words of the command line, and end with its exit code."""
    # a command makes many objects and soon ends: looking for garbage costs it a tenth of its time
    gc.disable()
    # lives as long as clm does
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    # the same
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(draai(sys.argv[1:]))


def draai(woorden: list[str]) -> int:
    """Run one command; every outcome becomes an exit code and.

    Where something is wrong, a Dutch sentence.
    """
    try:
        return _draai(woorden)
    except ClmFout as fout:
        meld_fout(fout)
        return GEWEIGERD
    except KeyboardInterrupt:
        meld("Afgebroken.")
        return AFGEBROKEN
    except BrokenPipeError:
        _naar_niets()
        return GEDAAN
    except OnschrijfbaarError:
        _naar_niets()
        meld("De uitvoer kon niet worden geschreven; is de schijf vol?")
        return GEWEIGERD
    # the last boundary: a bug in clm never reaches the user as a traceback
    except Exception as fout:  # noqa: BLE001
        return _fout_in_clm(fout)


def _draai(woorden: list[str]) -> int:
    gegeven, rest = splits(woorden)
    om = omgeving(gegeven)
    if not rest or (rest[0].startswith("-") and rest[0] != "--help"):
        rest = ["werklijst", *rest]
    groep = opdrachten()
    _bekend(groep, rest[0], om)
    if "--help" not in rest:
        banier(om)
    # Not `groep.main`: it has its own ideas about pipes, interrupts and completion.
    try:
        with groep.make_context("clm", rest, obj=om) as ctx:
            uitkomst = groep.invoke(ctx)
    except typer.Exit as klaar:
        return klaar.exit_code
    return uitkomst if isinstance(uitkomst, int) else GEDAAN


def _bekend(groep: Groep, woord: str, om: Omgeving) -> None:
    """A first word that is no command: perhaps it is a dossier, or a typing error."""
    if woord in groep.opdrachten or woord.startswith("-"):
        return
    from clm_cli.cli.registers import dossiernaam

    dossier = dossiernaam(om, woord)
    if dossier:
        raise ClmFout(
            f"'{woord}' is een dossier, geen opdracht.", nu=f"bedoelt u clm toon {dossier}?"
        )
    dichtbij = naaste(woord, list(groep.opdrachten))
    raise ClmFout(
        f"'{woord}' is geen opdracht.",
        nu=f"bedoelt u clm {dichtbij}?" if dichtbij else "clm --help toont ze",
    )


def _naar_niets() -> None:
    """Nobody can read the output any more.

    What is still to be flushed at exit goes nowhere, quietly.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fout_in_clm(fout: Exception) -> int:
    import tempfile
    import traceback

    zin = "Er ging iets mis in clm zelf; dat ligt niet aan u."
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="clm-fout-", suffix=".txt", delete=False, encoding="utf-8"
        ) as verslag:
            traceback.print_exception(fout, file=verslag)
    except OSError:
        meld(f"{zin} Het verslag kon niet worden bewaard: {type(fout).__name__}.")
    else:
        meld(f"{zin} Stuur bij een melding dit bestand mee: {verslag.name}")
    return FOUT_IN_CLM
