"""Floor 4, keuzelijst: a closed list of words in a regime."""

from __future__ import annotations

from typing import NamedTuple


class Keuzelijst(NamedTuple):
    """A closed list: what it is about, and its words with what each means."""

    naam: str
    over: str
    woorden: dict[str, str]
