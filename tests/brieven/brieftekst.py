"""One letter in a register that was changed, as one line of text."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from tests.brieven.ontbrekende_delen import Wijziging
from tests.brieven.volle_registers import bouw, brief_van, maak, opdrachten


def gewijzigd(soort: str, dag: str = "", contract: str = "J") -> Wijziging:
    """The register and the command of a letter, to be changed; made on another day when told."""
    opdracht = next(o for o in opdrachten(contract) if o.id == soort)
    return Wijziging(contract, replace(opdracht, dag=dag or opdracht.dag))


def brieftekst(verhaal: Path | None, map_: Path, wijziging: Wijziging) -> str:
    """The letter, after the letters of a story that were sent before it; on one line.

    Without a story nothing was sent.
    """
    contract, opdracht = wijziging.contract, wijziging.opdracht
    bouw(map_, contract, opdracht.dag, wijziging.bestanden)
    for eerder in opdrachten(contract) if verhaal else ():
        if verhaal and eerder.verzonden and eerder.dag < opdracht.dag:
            van = next(verhaal.glob(f"*/brieven/{eerder.dag}-{eerder.soort}"))
            shutil.copytree(van, map_ / van.relative_to(verhaal))
    assert maak(map_, contract, opdracht, "--vorm", "md") == 0
    tekst = (brief_van(map_, contract, opdracht) / "brief.md").read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", tekst)
