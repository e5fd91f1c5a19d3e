"""Floor 6, vasttijd: a zip whose parts carry no moment, so that equal input gives equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

_BEGIN = (1980, 1, 1, 0, 0, 0)


def zonder_tijd(
    inhoud: bytes, anders: Callable[[str, bytes], bytes] = lambda _, deel: deel
) -> bytes:
    """The same zip with fixed dates inside, each part as `anders` gives it."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as oud,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw,
    ):
        for naam in oud.namelist():
            deel = anders(naam, oud.read(naam))
            nieuw.writestr(zipfile.ZipInfo(naam, _BEGIN), deel, zipfile.ZIP_DEFLATED)
    return uit.getvalue()
