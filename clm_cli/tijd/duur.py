"""Floor 1, duur: how long a term lasts, as a number of units, and how a reader writes it."""

from __future__ import annotations

import re
from enum import StrEnum

from clm_cli.tijd.telwoord import getal_van
from clm_cli.value import value
from clm_cli.woorden import getypt, naaste

HOOGSTE = 5000
"""The longest term that is counted, in units; more is surely a typing error."""


class Eenheid(StrEnum):
    """The unit of a term; only working days are counted, the others lie on the calendar."""

    WERKDAGEN = "werkdagen"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAAR = "jaar"


_ENKELVOUD = {
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.DAGEN: "dag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAAR: "jaar",
}
_WOORDEN = {
    **{eenheid.value: eenheid for eenheid in Eenheid},
    **{woord: eenheid for eenheid, woord in _ENKELVOUD.items()},
    "jaren": Eenheid.JAAR,
    "kalenderdag": Eenheid.DAGEN,
    "kalenderdagen": Eenheid.DAGEN,
    "wd": Eenheid.WERKDAGEN,
}
_BEDOELD = {"wk": "weken", "wkn": "weken", "mnd": "maanden", "jr": "jaar", "dgn": "dagen"}
_UREN = ("uur", "uren", "minuten")
_VOORBEELD = "schrijf een getal en een eenheid, zoals 10 werkdagen"
_TELWOORD = r"(?ia)([a-zéë]{3,30})(?: \((0|[1-9][0-9]{0,8})\))? ([a-z]{1,30})"
_OMGEKEERD = r"(?ia)(0|[1-9][0-9]{0,8}) \(([a-zéë]{3,30})\) ([a-z]{1,30})"


@value
class Duur:
    """A number of units, from 1 to 5000."""

    aantal: int
    eenheid: Eenheid

    def __post_init__(self) -> None:
        """Refuse what no term can last."""
        # a term of nought ends before it begins, and no contract runs that long
        if not 1 <= self.aantal <= HOOGSTE:
            raise ValueError(
                f"een termijn van {self.aantal} {self.eenheid} kan niet; kies 1 tot en met "
                f"{HOOGSTE}"
            )

    def __str__(self) -> str:
        """'10 werkdagen', '1 week'."""
        return f"{self.aantal} {_ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid}"


def lees_duur(tekst: str) -> Duur:
    """Read '10 werkdagen', '2 weken', '14 kalenderdagen', 'tien (10) werkdagen'.

    ValueError says in Dutch what is wrong and what was perhaps meant.
    """
    getal, woord = _getal_en_eenheid(tekst)
    if woord not in _WOORDEN:
        raise ValueError(f"'{woord}' is geen eenheid van een termijn{_naaste(getal, woord)}")
    return Duur(int(getal), _WOORDEN[woord])


def lees_gesproken_duur(tekst: str) -> Duur:
    """The same as people type it: with capitals, cut short ('6 wk', '10wd'), or a half year."""
    kaal = re.sub(r"(?<=[0-9])(?=[a-z])", " ", tekst.lower())
    if re.fullmatch(r"((een|1) )?half ?jaar", kaal):
        return Duur(6, Eenheid.MAANDEN)
    getal, _, eenheid = kaal.rpartition(" ")
    return lees_duur(f"{getal} {_BEDOELD.get(eenheid, eenheid)}" if getal else tekst)


def _getal_en_eenheid(tekst: str) -> tuple[str, str]:
    """The number in digits and the unit; a number in words beside one in figures has to agree."""
    if kaal := re.fullmatch(r"(0|[1-9][0-9]{0,8}) ([a-z]{1,30})", tekst):
        return kaal[1], kaal[2]
    if omgekeerd := re.fullmatch(_OMGEKEERD, tekst):
        cijfers, telwoord, eenheid = omgekeerd.groups()
    elif uit := re.fullmatch(_TELWOORD, tekst):
        telwoord, cijfers, eenheid = uit.groups()
    else:
        raise ValueError(f"{getypt(tekst)} is geen termijn; {_wenk(tekst)}")
    getal = getal_van(telwoord)
    if getal is None:
        raise ValueError(f"{getypt(tekst)} is geen termijn; {_VOORBEELD}")
    # contracts write 'tien (10)': where the two differ, neither is the term
    if cijfers is not None and int(cijfers) != getal:
        raise ValueError(
            f"{getypt(tekst)} is op twee manieren te lezen: {telwoord} is {getal}, en er staat "
            f"ook {cijfers}"
        )
    return str(getal), eenheid


def _naaste(getal: str, woord: str) -> str:
    if woord in _UREN:
        return "; uren worden niet geteld, want van een feit ligt de dag vast en niet het uur"
    dichtbij = _BEDOELD.get(woord) or naaste(woord, _WOORDEN, 0.7)
    return (
        f"; bedoeld is misschien {getal} {dichtbij}"
        if dichtbij
        else "; kies werkdagen, dagen, weken, maanden of jaar"
    )


def _wenk(tekst: str) -> str:
    """What helps with a text that is not a number and a unit."""
    if re.fullmatch(r"[0-9]{1,9}", tekst):
        return f"zet de eenheid erachter, zoals {tekst} werkdagen"
    if re.match(r"[-\u2212\u2013]\s*[0-9]", tekst):
        return "het getal is 1 of meer; terugtellen is een keuze apart van de duur"
    if aaneen := re.fullmatch(r"([0-9]{1,9})([a-z]{1,30})", tekst):
        return f"zet een spatie tussen {aaneen[1]} en {aaneen[2]}"
    if re.match(r"[0-9]+[.,][0-9]", tekst):
        return "gebruik een heel getal, zoals 10 werkdagen"
    return _VOORBEELD
