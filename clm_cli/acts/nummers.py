"""Floor 6, nummers: the next free id in a dossier, such as A-29 after A-28."""

from __future__ import annotations

import re
from typing import Any

from clm_cli.dossier import Dossier


def volgende(dossier: Dossier, voor: str, ook: Any = None) -> str:
    """The next id with this prefix, after the highest in the dossier and in what is written."""
    namen = [{"id": naam.rpartition("#")[2]} for naam in dossier.doelen]
    return eerstvolgende(voor, [namen, ook])


def eerstvolgende(voor: str, boom: Any) -> str:
    """The next id with this prefix after the highest in a tree."""
    vorm = re.compile(rf"{re.escape(voor)}-([0-9]{{1,6}})")
    return f"{voor}-{max(_in(boom, vorm), default=0) + 1:02d}"


def _in(boom: Any, vorm: re.Pattern[str]) -> list[int]:
    if isinstance(boom, dict):
        gevonden = vorm.fullmatch(str(boom.get("id", "")))
        return [
            *([int(gevonden[1])] if gevonden else []),
            *(n for deel in boom.values() for n in _in(deel, vorm)),
        ]
    rij = boom if isinstance(boom, (list, tuple)) else ()
    return [n for deel in rij for n in _in(deel, vorm)]
