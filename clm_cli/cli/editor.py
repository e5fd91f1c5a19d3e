"""Floor 8, editor: the door to the editor of the user."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from clm_cli.meldingen import ClmFout, Geweigerd


def bewerk(pad: Path) -> None:
    """Open a file in the user's editor and wait until it is closed."""
    editor = (
        os.environ.get("VISUAL")
        or os.environ.get("EDITOR")
        or ("notepad" if sys.platform == "win32" else "nano")
    )
    try:
        # the user's own editor
        uit = subprocess.run(_regel(editor, pad), check=False)  # noqa: S603
    except (OSError, ValueError):  # shlex: a quote that is not closed
        raise ClmFout(
            f"De editor '{editor}' start niet.",
            nu=f"zet EDITOR, of vul {pad} zelf in en geef het met --bestand",
        ) from None
    if uit.returncode != 0:
        raise Geweigerd(
            f"De editor '{editor}' is gestopt met een fout",
            nu=f"uw tekst staat in {pad}",
        )


def _regel(editor: str, pad: Path) -> str | list[str]:
    """What is run: Windows takes a line apart itself, and a backslash is part of a path there."""
    return f'{editor} "{pad}"' if sys.platform == "win32" else [*shlex.split(editor), str(pad)]
