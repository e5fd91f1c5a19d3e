"""Floor 6, sjabloonfouten: what the template engine says, in Dutch, and on which line."""

from __future__ import annotations

import re
import traceback

_IN_WOORDEN = (
    (r"^(.* past niet bij dit filter)$", "{0}"),
    (
        r"Unexpected end of template|was never closed|end of print statement",
        "een {{% if %}}, {{% for %}}, {{% block %}} of {{{{ is niet afgesloten",
    ),
    (r"[Uu]nknown tag '(.*?)'", "'{0}' hoort hier niet, of bestaat niet"),
    (r"Missing end of (comment|raw)", "een opmerking is niet afgesloten"),
    (r"end of statement block", "de regel is niet af"),
    (r"No (filter|test) named '(.*?)'", "de {0} '{1}' bestaat niet"),
    (r"(?:got|unexpected)(?: char)? '(.*?)'", "'{0}' hoort hier niet"),
    (r"has no attribute '(.*?)'", "'{0}' is er niet"),
    (r"attribute '(.*?)' of .* is unsafe", "'{0}' mag een sjabloon niet gebruiken"),
    (r"^'(.*?)' is undefined", "de naam '{0}' bestaat niet"),
    (r"^'?([\w/.-]+\.md)'?(?: not found.*)?$", "het sjabloon '{0}' bestaat niet"),
)
"""What Jinja says, in Dutch."""


def gezegd(fout: Exception) -> str:
    """What is wrong in a template, in Dutch."""
    bericht = str(getattr(fout, "message", None) or fout)
    for patroon, woorden in _IN_WOORDEN:
        if gevonden := re.search(patroon, bericht):
            return woorden.format(*gevonden.groups())
    return f"wat hier staat past niet bij de gegevens ({type(fout).__name__})"


def plaats(fout: BaseException, anders: str) -> str:
    """File and line of the template where filling in stopped, as far as the traceback knows."""
    rijen = [
        rij for rij in traceback.extract_tb(fout.__traceback__) if rij.filename.endswith(".md")
    ]
    return f"{rijen[-1].filename}:{rijen[-1].lineno}" if rijen else anders
