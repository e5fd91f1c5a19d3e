"""Floor 7, werklijst: what is due, and why one line of it is due."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import get_args

from clm_cli.advies import Advies, opdracht
from clm_cli.commands.register import Gelezen, dossier
from clm_cli.commands.uitleg import codes
from clm_cli.derivations.filter import GEWOON, Filter
from clm_cli.derivations.namen import Gevonden, namen_overal
from clm_cli.derivations.namen import kies as kies_naam
from clm_cli.derivations.vastgelegd import laatst_zelf, nieuw_sinds, van_anderen_sinds
from clm_cli.derivations.werklijst import werklijst as maak_lijst
from clm_cli.derivations.werkpunt import Aanzet
from clm_cli.derivations.werkvolgorde import Regel
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout
from clm_cli.records.overeenkomst import Contract
from clm_cli.records.velden import Kant, Niveau
from clm_cli.register import Register
from clm_cli.views.werklijst.bladzijde import GEEN_OPTIES, Opties, Vorm, Werklijstblad
from clm_cli.views.werklijst.bundel import Bundelblad
from clm_cli.views.werklijst.waarom import Waaromblad
from clm_cli.woorden import bedoelt, zoals

VERST = 36_500
"""Days ahead that show everything."""


def werklijst(
    gelezen: Gelezen,
    keuze: Filter,
    sinds: datetime | None = None,
    *,
    opties: Opties = GEEN_OPTIES,
    geparkeerd: bool = False,
    vorm: Vorm = "gewoon",
    nieuw: bool = False,
) -> Werklijstblad:
    """The list for the day looked at; `opties` are those of the command that shows it.

    `nieuw` shows what others recorded since the reader last recorded something.
    """
    zelf = laatst_zelf(gelezen.kijk, keuze.wie) if keuze.wie else None
    if nieuw and zelf is None:
        raise ClmFout(
            "Sinds wanneer iets nieuw is, is niet bekend: u legde hier nog niets vast.",
            nu="geef --sinds met een datum",
        )
    vanaf = sinds or (zelf if nieuw else None)
    rijen = nieuw_sinds(gelezen.kijk, vanaf, keuze) if vanaf else ()
    return Werklijstblad(
        gelezen.kijk,
        maak_lijst(gelezen.kijk, keuze),
        gelezen.plaats,
        wie=keuze.wie,
        nieuw=tuple(feit for feit in rijen if sinds or feit.record.door != keuze.wie),
        sinds_u=_sinds_u(gelezen.kijk, keuze, zelf),
        vorm=vorm,
        meldingen=len(gelezen.geladen.meldingen),
        geparkeerd=geparkeerd,
        opties=opties,
    )


def _sinds_u(kijk: Kijk, keuze: Filter, zelf: datetime | None) -> tuple[datetime, int] | None:
    """When the reader last recorded something, and how many facts others recorded since."""
    return (zelf, van_anderen_sinds(kijk, keuze.wie, zelf, keuze)) if keuze.wie and zelf else None


def waarom(
    gelezen: Gelezen, keuze: Filter, nummer: str, opties: str = ""
) -> Waaromblad | Bundelblad:
    """One line of the list by its number, or the lines that share one."""
    samen = _regels(gelezen, keuze, nummer, opties)
    if len(samen) > 1:
        return Bundelblad(gelezen.kijk, samen, opties)
    return Waaromblad(gelezen.kijk, samen[0], gelezen.plaats)


def aangeraden(
    gelezen: Gelezen, keuze: Filter, nummer: str, opties: str = ""
) -> tuple[tuple[str, ...], ...]:
    """The commands that a line advises, as words behind `clm`."""
    samen = _regels(gelezen, keuze, nummer, opties)
    if len(samen) > 1:
        raise ClmFout(
            f"Onder {nummer} staan {len(samen)} regels; kies er een.",
            nu=opdracht("waarom", f"{nummer}{opties}"),
        )
    nu = samen[0].punt.nu
    woorden = nu.opdrachten if isinstance(nu, Advies) else _gelezen(nu)
    if not woorden:
        raise ClmFout(
            f"Bij regel {nummer} wordt geen opdracht aangeraden.",
            nu=opdracht("waarom", f"{nummer}{opties}"),
        )
    return woorden


def _gelezen(nu: str) -> tuple[tuple[str, ...], ...]:
    """The commands in an advice that is only text."""
    keuzen = (shlex.split(keuze) for keuze in nu.split("  of  ") if keuze.startswith("clm "))
    return tuple(tuple(woorden[1:]) for woorden in keuzen)


def _regels(gelezen: Gelezen, keuze: Filter, nummer: str, opties: str) -> tuple[Regel, ...]:
    """The lines under a number; raises ClmFout when there are none."""
    lijst = maak_lijst(gelezen.kijk, keuze)
    samen = tuple(rij for rij in lijst.regels if nummer in (rij.nr, str(rij.nummer)))
    if not samen and nummer.upper() in dict(codes()):
        raise ClmFout(
            f"{nummer.upper()} is een melding, geen regel van de werklijst.",
            nu=opdracht("uitleg", nummer.upper()),
        )
    if not samen:
        raise ClmFout(
            f"De werklijst heeft geen regel {nummer}: hij is klaar, of het nummer bestaat niet.",
            nu=f"clm werklijst{opties}",
        )
    return samen


def kies(
    register: Register,
    dagen: int = GEWOON,
    dossiers: Sequence[str] = (),
    **woorden: str | None,
) -> Filter:
    """The filter for words by what they name; a word that the register does not know is refused.

    A word names a person, municipality, zorgvorm, perceel, contract, kant, niveau or who has the
    ball; None shows all.
    """
    gekozen = {wat: bekend_woord(register, wat, woord) for wat, woord in woorden.items()}
    namen = frozenset(dossier(register, naam).id for naam in dossiers)
    return Filter(wie=gekozen.pop("persoon", None), dossiers=namen, dagen=dagen, **gekozen)


def _bekend(register: Register, wat: str) -> Sequence[str]:
    match wat:
        case "persoon":
            return [persoon.id for persoon in register.organisatie.personen]
        case "gemeente":
            return [gemeente.id for gemeente in register.organisatie.gemeenten]
        case "zorgvorm":
            return [vorm for contract in _contracten(register) for vorm in contract.zorgvormen]
        case "perceel":
            return [deel for contract in _contracten(register) for deel in contract.percelen]
        case "contract":
            return [c.id for een in register.dossiers.values() for c in een.contracten]
        case _:
            return get_args({"kant": Kant, "niveau": Niveau, "bij": Aanzet}[wat])


def _contracten(register: Register) -> Iterator[Contract]:
    for een in register.dossiers.values():
        yield from (contract.kaart.record for contract in een.contracten)


def bekend_woord(register: Register, wat: str, woord: str | None) -> str | None:
    """One word; an unknown one would show an empty list, as if nothing were due."""
    if woord is None:
        return None
    namen = sorted(set(_bekend(register, wat)))
    if (gewoon := zoals(woord, namen)) in namen:
        return gewoon
    heet = kies_naam(namen_overal(register, wat), woord)
    if isinstance(heet, Gevonden) and heet.id in namen:
        return heet.id
    anders = None if namen else "kies uit (het register kent er geen)"
    raise ClmFout(f"Het register kent '{woord}' niet als {wat}.", nu=bedoelt(woord, namen, anders))
