"""A git of one's own in PATH, that does something else where it is asked one thing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def eigen_git(map_: Path, monkeypatch: pytest.MonkeyPatch, vraag: str, doet: str) -> None:
    """Asked for what `vraag` names, it does `doet` first; all else is for the git there is."""
    eigen = map_ / "bin/git"
    eigen.parent.mkdir()
    echt = shutil.which("git")
    eigen.write_text(f'#!/bin/sh\ncase "$*" in *{vraag}*) {doet};; esac\nexec {echt} "$@"\n')
    eigen.chmod(0o755)
    monkeypatch.setenv("PATH", f"{eigen.parent}{os.pathsep}{os.environ['PATH']}")
