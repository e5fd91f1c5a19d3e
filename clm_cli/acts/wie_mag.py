"""Floor 6, wie_mag: who may decide on a measure that was taken: its end, its pause, its change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from clm_cli.acts.opgave import Opgave
from clm_cli.derivations.bevoegdheid import tekenbevoegd
from clm_cli.derivations.escalatie.zaken import lopende
from clm_cli.records.escalatie import Bezwaar, Geschil, Schorsing

_BESLUITEN = ("opheffing", "sluiting", "beslissing", "schorsing", "hervatting", "aanpassing")


def wie_mag(opgave: Opgave) -> Mapping[str, Sequence[str]]:
    """Who has the mandate for it (LAD420): of one measure where that is known, else of the least.

    A closing ends them all, so it asks for the mandate of the highest.
    """
    naam = opgave.soort.naam
    if naam not in _BESLUITEN or opgave.ding is None:
        return {}
    bij = _maatregel(opgave, f"{opgave.ding.pad}/x")
    lopen = [z.maatregel for z in lopende(opgave.blik) if z.escalatie.pad == opgave.ding.pad]
    treden = [m.record.trede for m in lopen if m.stam == bij] or [m.record.trede for m in lopen]
    trede = (max if naam == "sluiting" else min)(treden, default=0)
    dag = date.fromisoformat(str(opgave.boom["datum"]))
    mag = tekenbevoegd(opgave.register, trede, dag) if trede else ()
    return {"besloten_door": mag} if mag else {}


def _maatregel(opgave: Opgave, vanuit: str) -> str:
    """The measure itself, or that of the objection, dispute or suspension on which is decided."""
    doel = opgave.dossier.vind(str(opgave.boom.get("bij") or ""), vanuit)
    over = doel.bestand if doel else None
    while over is not None and isinstance(over.record, Bezwaar | Geschil | Schorsing):
        over = opgave.dossier.waarbij(over)
    return over.stam if over else ""
