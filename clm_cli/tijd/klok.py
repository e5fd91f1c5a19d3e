"""Floor 1, klok: where the clock stands that the contracts mean."""

from zoneinfo import ZoneInfo

HIER = ZoneInfo("Europe/Amsterdam")
"""The zone in which a moment becomes a day."""
