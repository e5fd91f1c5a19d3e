"""Floor 1, klok: where the clock stands that the contracts mean."""

from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clm_cli.meldingen import Geweigerd


def _zone() -> tzinfo:
    """The zone; a machine may lack the table of zones, and a day is never guessed."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        raise Geweigerd(
            "De tijdzone Europe/Amsterdam is op deze computer niet te vinden, dus welke dag het "
            "is, is niet zeker.",
            nu="installeer het pakket tzdata (pip install tzdata)",
        ) from None


HIER = _zone()
"""The zone in which a moment becomes a day."""
