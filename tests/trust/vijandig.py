"""Everything hostile of `tests/vijandig.py`, and what it costs; half an hour.

`DEEL=1/4 python -m pytest -q -s tests/trust/vijandig.py`: a quarter of them; without it all.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests import (
    vijandig,
    vijandig_buiten,
    vijandig_om,
    vijandig_verder,
    vijandig_vreemd,
    voorgeladen,
)

VAN_DE_SECONDE = 0.8
"""What is left of a second where the imports of a command, a fifth of it, were done before."""


def test_nothing_hostile_crashes_hangs_grows_or_gets_outside(tmp_path: Path) -> None:
    voorgeladen.alles()
    begin, keren, fouten = vijandig.schoon(tmp_path / "begin"), 0, list[str]()
    rooms = (vijandig, vijandig_buiten, vijandig_vreemd, vijandig_verder, vijandig_om)
    deel, van = map(int, os.environ.get("DEEL", "1/1").split("/"))
    gevallen = [geval for room in rooms for geval in room.alle()][deel - 1 :: van]
    for nummer, geval in enumerate(gevallen, 1):
        werk = tmp_path / f"n{nummer}"
        werk.mkdir()
        nu = time.monotonic()
        aantal, klachten = vijandig.klachten(begin, werk, geval, VAN_DE_SECONDE)
        keren += aantal
        fouten += klachten
        print(
            f"{nummer} of {len(gevallen)}: {geval.naam}: {time.monotonic() - nu:.1f} s",
            *klachten,
            sep="\n  ",
            flush=True,
        )
    print(f"\n{nummer} hostile things, {keren} commands, {len(fouten)} wrong")
    assert fouten == []
