"""Floor 8, hoofd: the entry point, the way to a command, and the one error boundary."""

from __future__ import annotations

import atexit
import gc
import io
import os
import shlex
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from types import ModuleType
from typing import NoReturn

from clm_cli import __version__
from clm_cli.advies import opdracht
from clm_cli.cli import vragen
from clm_cli.cli.hulp import VERSIE, groepsblad, hulp, onbekende_optie
from clm_cli.cli.omgeving import HULP, Omgeving, omgeving, op_speeldag, splits
from clm_cli.cli.opdrachten import GEWOON, LEEG, TABEL, Rij, onder
from clm_cli.cli.uitvoer import (
    AFGEBROKEN,
    FOUT_IN_CLM,
    GEDAAN,
    GEWEIGERD,
    NIET_AF,
    OngezegdError,
    OnschrijfbaarError,
    banier,
    meld,
    meld_fout,
    onvolledig,
    zeg,
    zeg_fout_json,
)
from clm_cli.commands.plaats import dossiernaam, speeldag, vind
from clm_cli.meldingen import ONWIL, Afgebroken, ClmFout, Geweigerd, NietAf, oorzaak
from clm_cli.woorden import naaste, zoals

_ANDERS = {
    "begin": "init",
    "start": "handleiding eerste-dag",
    "help": "--help",
    "hulp": "--help",
    "aanbieder": "nieuw",
    "taken": "werklijst",
    "todo": "werklijst",
    **dict.fromkeys(("contact", "gebeld", "mail", "telefoon"), "noteer"),
}
"""What somebody tries first, by the command that does it."""
_EIGEN_DAG = ("init", "voorbeeld", "termijn", "handleiding", "uitleg")
"""Commands for which the register where one stands is not what it is about."""


_STIL = ("aanvulling",)
"""Commands that a shell runs while somebody types: nothing may come between."""


def main() -> NoReturn:
    """Run clm on the words of the command line, and end with its exit code."""
    # a command makes many objects and soon ends: looking for garbage costs it a tenth of its time
    gc.disable()
    # no package beside clm may watch or change what a register says; looking for one takes time,
    # and pydantic loads what would look for one also when it may not
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault("pydantic.plugin._loader", _geen_plugins())
    # lives as long as clm does
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    # the same
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    # the same: started without an input there is nobody to ask
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    _eindig(draai(sys.argv[1:]))


def _eindig(uitkomst: int) -> NoReturn:
    """End at once: to take apart all that was made costs a fifth of the time of a page."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what has to go when clm ends, goes
    for stroom in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stroom.flush()
    os._exit(uitkomst)


def _geen_plugins() -> ModuleType:
    """What stands in for pydantic's search for packages that watch it: it finds none."""
    module = ModuleType("pydantic.plugin._loader")
    setattr(module, "get_plugins", tuple)  # noqa: B010 - the type of a module knows no such name
    return module


def draai(woorden: list[str]) -> int:
    """Run one command; every outcome is an exit code and, if something is wrong, a sentence."""
    geschreven: list[str] = []
    try:
        return _draai(woorden, geschreven)
    except NietAf as fout:
        return _geweigerd(fout, woorden, NIET_AF)
    except OngezegdError as fout:
        _naar_niets()
        meld(f"De uitvoer kon niet worden geschreven. Het register wel: {fout}.")
        return NIET_AF
    except ClmFout as fout:
        if geschreven:
            return _geweigerd(_toch(fout.reden, geschreven), woorden, NIET_AF)
        afgebroken = isinstance(fout, Afgebroken)
        _met_antwoorden(fout, woorden)
        return _geweigerd(fout, woorden, AFGEBROKEN if afgebroken else GEWEIGERD)
    except KeyboardInterrupt:
        return _onderbroken(woorden, geschreven)
    except BrokenPipeError:
        _naar_niets()
        return GEDAAN
    except OnschrijfbaarError:
        _naar_niets()
        meld("De uitvoer kon niet worden geschreven; is de schijf vol?")
        return GEWEIGERD
    except OSError as fout:
        return _van_het_systeem(fout, woorden, geschreven)
    # the last boundary: a bug in clm never reaches the user as a traceback
    except Exception as fout:  # noqa: BLE001
        return _fout_in_clm(fout, geschreven)


def _van_het_systeem(fout: OSError, woorden: list[str], geschreven: list[str]) -> int:
    """What a disk did is no bug in clm; nor is that no folder for what is temporary can be used."""
    waar, reden = fout.filename or "De schijf", oorzaak(fout)
    if "temporary directory" in (fout.strerror or ""):  # in the words of Python, as no file lacks
        waar, reden = "De tijdelijke map van het systeem", "er kan nergens worden geschreven"
    elif fout.errno not in ONWIL:
        return _fout_in_clm(fout, geschreven)
    if geschreven:
        return _geweigerd(_toch(reden, geschreven), woorden, NIET_AF)
    niet = Geweigerd(
        f"{waar}: {reden}.",
        nu="kijk of de schijf goed is en of u erbij mag, en probeer het dan opnieuw",
    )
    return _geweigerd(niet, woorden, GEWEIGERD)


def _onderbroken(woorden: list[str], geschreven: Iterable[str]) -> int:
    """Somebody stopped clm in the middle of its work."""
    fout = ClmFout("Afgebroken.")
    if namen := ", ".join(dict.fromkeys(geschreven)):
        fout = ClmFout(f"Afgebroken. Geschreven: {namen}.", nu=opdracht("controleer"))
    else:
        _met_antwoorden(fout, woorden)
    meld_fout(fout)
    return AFGEBROKEN


def _toch(reden: str, geschreven: Iterable[str]) -> NietAf:
    """What was written before something else failed."""
    namen = ", ".join(dict.fromkeys(geschreven))
    return NietAf(
        f"Geschreven: {namen}. Daarna ging het mis: {reden.rstrip('.')}.",
        nu=opdracht("controleer"),
    )


def _met_antwoorden(fout: ClmFout, woorden: list[str]) -> None:
    """Give back what was answered before a refusal, and stands in no draft."""
    if not (opties := vragen.beantwoord()):
        return
    gegeven = f"wat u antwoordde, als opties: {shlex.join(opties)}"
    if isinstance(fout, Afgebroken):
        gegeven = f"verder met wat u al typte: {shlex.join(['clm', *woorden, *opties])}"
    fout.nu = f"{fout.nu}; {gegeven}" if fout.nu else gegeven


def _geweigerd(fout: ClmFout, woorden: list[str], uitkomst: int) -> int:
    """Say what is wrong, and under `--json` also in a form for programs."""
    meld_fout(fout)
    if "--json" in woorden[: woorden.index("--") if "--" in woorden else None]:
        zeg_fout_json(fout, uitkomst)
    return uitkomst


def _draai(woorden: list[str], geschreven: list[str]) -> int:
    onvolledig()
    gegeven, rest = splits(woorden)
    om = replace(omgeving(gegeven), geschreven=geschreven)
    if rest == [VERSIE[0]]:
        zeg(f"clm {__version__}")
        return GEDAAN
    if not rest or (rest[0].startswith("-") and rest[0] != HULP):
        rest = ["werklijst", *rest]
    rest[0] = zoals(rest[0], onder(""))
    if rest[0] != HULP and rest[0] not in TABEL:
        raise _onbekend(rest[0], om)
    if HULP not in rest:
        if rest[0] not in _EIGEN_DAG and (map_ := vind(om.map)):
            om = op_speeldag(om, speeldag(map_))
        if rest[0] not in _STIL:
            banier(om)
    rij, rest = _gevonden(rest)
    if rij is None:
        zeg(groepsblad(" ".join(rest)))
        return GEDAAN
    from clm_cli.cli import nederlands  # typer: not for a page that the table alone can give

    return nederlands.draai(rij, rest, om)


def _gevonden(woorden: list[str]) -> tuple[Rij | None, list[str]]:
    """The command that the first words name, with the other words; none for a group's page."""
    groep: list[str] = []
    rest = list(woorden)
    while True:
        hier, keuze = " ".join(groep), onder(" ".join(groep))
        rest = rest or ([LEEG[hier]] if hier in LEEG else [])
        if rest == [HULP]:
            return None, groep
        if not rest:
            namen = " of ".join(", ".join(keuze).rsplit(", ", 1))
            raise ClmFout(f"Achter clm {hier} hoort nog een woord: {namen}.", nu=hulp(hier))
        if rest[0].startswith("-"):
            raise onbekende_optie(rest[0].partition("=")[0], [], hulp(hier))
        rest[0] = zoals(rest[0], keuze)
        if rest[0] not in keuze:
            if hier not in GEWOON or naaste(rest[0], keuze):
                raise _geen_opdracht(rest[0], hier)
            rest = [GEWOON[hier], *rest]
        rij = keuze[rest.pop(0)]
        if rij.doel:
            return rij, rest
        groep = rij.woorden.split()


def _geen_opdracht(woord: str, groep: str) -> ClmFout:
    dichtbij = naaste(woord, onder(groep))
    nu = f"bedoelt u clm {groep} {dichtbij}?" if dichtbij else hulp(groep)
    return ClmFout(f"'{woord}' is geen opdracht van clm {groep}.", nu=nu)


def _onbekend(woord: str, om: Omgeving) -> ClmFout:
    """A first word that is no command: perhaps it is a dossier, or a typing error."""
    if (map_ := vind(om.map)) and (dossier := dossiernaam(map_, woord)):
        return ClmFout(
            f"'{woord}' is een dossier, geen opdracht.", nu=f"bedoelt u clm toon {dossier}?"
        )
    dichtbij = _ANDERS.get(woord) or _in_een_groep(woord)
    return ClmFout(
        f"'{woord}' is geen opdracht.",
        nu=f"bedoelt u clm {dichtbij}?" if dichtbij else "clm --help toont ze",
    )


def _in_een_groep(woord: str) -> str | None:
    """The command that a word is without its group ('bezwaar'), or that is nearest to it."""
    per: dict[str, list[str]] = {}
    for naam, rij in TABEL.items():
        if rij.doel and " " in naam:
            per.setdefault(naam.rpartition(" ")[2], []).append(naam)
    enig = {einde: namen[0] for einde, namen in per.items() if len(namen) == 1}
    if heel := enig.get(woord):
        return heel
    return naaste(woord, onder("")) or enig.get(naaste(woord, enig) or "")


def _naar_niets() -> None:
    """Nobody can read the output any more: what is still to be flushed at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fout_in_clm(fout: Exception, geschreven: Iterable[str]) -> int:
    from clm_cli.cli.foutverslag import bewaar  # needed by a bug in clm alone

    zin = "Er ging iets mis in clm zelf; dat ligt niet aan u."
    try:
        verslag = bewaar(fout)
    except OSError:
        meld(f"{zin} Het verslag kon niet worden bewaard: {type(fout).__name__}.")
    else:
        meld(f"{zin} Stuur bij een melding dit bestand mee: {verslag}")
    if namen := ", ".join(dict.fromkeys(geschreven)):  # who would give it again has to know
        meld(f"Wel geschreven: {namen}.")
    return FOUT_IN_CLM
