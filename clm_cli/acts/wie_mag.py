"""Floor 6, wie_mag: who may decide what ends a measure, or lets it go on after an objection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from clm_cli.acts.opgave import Opgave
from clm_cli.derivations.bevoegdheid import tekenbevoegd
from clm_cli.derivations.escalatie.zaken import lopende


def wie_mag(opgave: Opgave) -> Mapping[str, Sequence[str]]:
    """Who has the mandate for it (LAD420): of one measure where that is known, else of the least.

    A closing ends them all, so it asks for the mandate of the highest.
    """
    naam, bij = opgave.soort.naam, str(opgave.boom.get("bij", "")).rpartition("/")[2]
    if naam not in ("opheffing", "sluiting", "beslissing") or opgave.ding is None:
        return {}
    lopen = [z.maatregel for z in lopende(opgave.blik) if z.escalatie.pad == opgave.ding.pad]
    treden = [m.record.trede for m in lopen if m.stam == bij] or [m.record.trede for m in lopen]
    trede = (max if naam == "sluiting" else min)(treden, default=0)
    dag = date.fromisoformat(str(opgave.boom["datum"]))
    mag = tekenbevoegd(opgave.register, trede, dag) if trede else ()
    return {"besloten_door": mag} if mag else {}
