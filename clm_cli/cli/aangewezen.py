"""Floor 8, aangewezen: which of the things that a question shows an answer points at."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.derivations.namen import Gevonden, Meerdere, Namen, kies
from clm_cli.records.vorm import begint
from clm_cli.woorden import kort, met_hoofdletter

_NIEMAND: Namen = {}
MEESTE = 20
"""Of so many things at most the names are shown with their numbers."""


class PastNietError(Exception):
    """Why one answer cannot be right; it is asked again, and nothing else ever sees this."""


def genummerd(keuzes: Sequence[str], woord: str) -> str:
    """The choice of a number, or of the beginning of one word: `mail` is `e-mail`."""
    if woord.isascii() and woord.isdigit() and 0 < int(woord) <= len(keuzes):
        return keuzes[int(woord) - 1]
    return begint(keuzes, woord)


def genoemd(
    namen: Namen, soort: str, woord: str, anders: str | None = None, ook: Namen = _NIEMAND
) -> str:
    """The one thing that a number, an id or a name means; `anders` is what to do where none is.

    Who stands in `ook` alone is known and may not decide it: persons are kept out for no other
    reason.
    """
    if len(namen) <= MEESTE and woord not in namen:
        woord = genummerd(tuple(namen), woord)
    gevonden = kies(namen, woord, soort)
    if isinstance(gevonden, Gevonden):
        return gevonden.id
    if isinstance(gevonden, Meerdere):
        ids = ", ".join(gevonden.ids)
        raise PastNietError(f"'{kort(woord)}' past op meer dan één {soort}: {ids}.")
    if isinstance(ander := kies(ook, woord, soort), Gevonden):
        raise PastNietError(
            f"{ook[ander.id][0]} heeft hiervoor geen mandaat: dat staat in organisatie.yaml bij "
            "ondertekenaars. Wie het wel heeft, staat hieronder."
        )
    zin = f"'{kort(woord)}' past op geen {soort}; typ het nummer of de naam."
    raise PastNietError(f"{zin}\n{met_hoofdletter(anders)}" if anders else zin)
