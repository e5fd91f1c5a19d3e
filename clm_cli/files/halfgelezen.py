"""Floor 6, halfgelezen: what of a file with faults can be read, only for showing it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TypeVar

from pydantic import ValidationError

from clm_cli.files.boomlezer import Boom
from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel

D = TypeVar("D", bound=Deel)
_MEESTE_FOUTEN = 200
"""A file with more faults is no longer shown."""


def leesbaar_deel(model: type[D], boom: Mapping[str, Boom]) -> D | None:
    """A record without what is wrong in it; None when nothing is left that is one."""
    over = deepcopy(dict(boom))
    for _ in range(_MEESTE_FOUTEN):
        try:
            return model.model_validate(over)
        except ValidationError as fout:
            # one at a time: what goes from a list moves the places of the others
            if not _laat_weg(over, fout.errors(include_url=False)[0]["loc"]):
                return None
    return None


def _laat_weg(boom: Boom, plek: Sleutel) -> bool:
    """Take away the part at a place, or the smallest that holds it when nothing stands there."""
    for diepte in range(len(plek), 0, -1):
        houder, sleutel = _op(boom, plek[: diepte - 1]), plek[diepte - 1]
        if isinstance(houder, list) and isinstance(sleutel, int) and sleutel < len(houder):
            del houder[sleutel]
            return True
        if isinstance(houder, dict) and sleutel in houder:
            del houder[str(sleutel)]
            return True
    return False


def _op(boom: Boom, plek: Sleutel) -> Boom | None:
    hier: Boom | None = boom
    for sleutel in plek:
        if isinstance(hier, list) and isinstance(sleutel, int) and sleutel < len(hier):
            hier = hier[sleutel]
        else:
            hier = hier.get(str(sleutel)) if isinstance(hier, dict) else None
    return hier
