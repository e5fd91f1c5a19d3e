"""Floor 7, vooruit: a part of a register is worked out and kept, for who is further back in it."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path

from clm_cli.commands.register import lees
from clm_cli.derivations.dekking import bijdrage_van
from clm_cli.derivations.overzicht import portret_van
from clm_cli.derivations.werklijst import werk_van
from clm_cli.files.stukken import stukken_van
from clm_cli.rules.toets import getoetst_van

WAT = {
    functie.__name__: functie
    for functie in (werk_van, bijdrage_van, portret_van, getoetst_van, stukken_van)
}
"""What can be kept of a dossier, by its name."""


def vooruit(
    wortel: Path, dag: date, wat: str, eerste: str, laatste: str, voor: int | None = None
) -> None:
    """Work it out for the dossiers from one name to another, from the last one back.

    Who began at the first of all meets us halfway. `voor` is the process that it is done for: when
    that is no more, nobody waits for the rest.
    """
    kijk = lees(wortel, dag, onthoud=True).kijk
    namen = [naam for naam in kijk.register.dossiers.namen if eerste <= naam <= laatste]
    nog = (naam for naam in namen[::-1] if voor in (None, os.getppid()))
    kijk.vooraf(*(WAT[naam] for naam in wat.split(",")), namen=nog)


if __name__ == "__main__":
    gc.disable()
    map_, dag_, wat_, begin, einde = sys.argv[1:]
    vooruit(Path(map_), date.fromisoformat(dag_), wat_, begin, einde, voor=os.getppid())
