"""Everything hostile of `tests/vijandig.py`, and what it costs; half an hour.

`python -m pytest -q -s tests/trust/vijandig.py`
"""

from __future__ import annotations

from pathlib import Path

from tests import vijandig, vijandig_buiten, vijandig_vreemd


def test_nothing_hostile_crashes_hangs_grows_or_gets_outside(tmp_path: Path) -> None:
    begin, keren, fouten = vijandig.schoon(tmp_path / "begin"), 0, list[str]()
    for nummer, geval in enumerate(
        (*vijandig.alle(), *vijandig_buiten.alle(), *vijandig_vreemd.alle())
    ):
        werk = tmp_path / f"n{nummer}"
        werk.mkdir()
        aantal, klachten = vijandig.klachten(begin, werk, geval, traag=1.5)
        keren += aantal
        fouten += klachten
    print(f"\n{nummer + 1} hostile things, {keren} commands, {len(fouten)} wrong")
    assert fouten == []
