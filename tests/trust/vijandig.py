"""Everything hostile of `tests/vijandig.py`, and what it costs; half an hour.

`DEEL=1/4 python -m pytest -q -s tests/trust/vijandig.py`: a quarter of them; without it all.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests import vijandig, vijandig_buiten, vijandig_verder, vijandig_vreemd


def test_nothing_hostile_crashes_hangs_grows_or_gets_outside(tmp_path: Path) -> None:
    begin, keren, fouten = vijandig.schoon(tmp_path / "begin"), 0, list[str]()
    rooms = (vijandig, vijandig_buiten, vijandig_vreemd, vijandig_verder)
    deel, van = map(int, os.environ.get("DEEL", "1/1").split("/"))
    gevallen = [geval for room in rooms for geval in room.alle()][deel - 1 :: van]
    for nummer, geval in enumerate(gevallen, 1):
        werk = tmp_path / f"n{nummer}"
        werk.mkdir()
        aantal, klachten = vijandig.klachten(begin, werk, geval, traag=1.5)
        keren += aantal
        fouten += klachten
        print(f"{nummer} of {len(gevallen)}: {geval.naam}", *klachten, sep="\n  ", flush=True)
    print(f"\n{nummer} hostile things, {keren} commands, {len(fouten)} wrong")
    assert fouten == []
