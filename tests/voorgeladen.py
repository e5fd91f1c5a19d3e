"""All of clm in memory, for a process that forks: a command is then not its imports again."""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import pkgutil

import clm_cli
from clm_cli import resources
from clm_cli.cli.hoofd import draai

_LAAT = ("rich.cells", "rich.markdown", "openpyxl", "docx", "typst")
"""What clm loads late."""


def alles() -> None:
    """Import every module, and let a fork share what is in memory."""
    namen = [rij.name for rij in pkgutil.walk_packages(clm_cli.__path__, "clm_cli.")]
    for naam in (*_LAAT, *(naam for naam in namen if not naam.endswith("__main__"))):
        with contextlib.suppress(ImportError):  # what only another system has
            importlib.import_module(naam)
    gc.freeze()


def en_gebruikt() -> None:
    """The same after a first command, on a register of its own: what a process reads once is read.

    Not for who measures: a command alone has that still to do.
    """
    alles()
    with contextlib.redirect_stdout(io.StringIO()):
        draai(["--map", str(resources.voorbeeld()), "--vandaag", "2026-05-18", "controleer"])
    gc.freeze()
