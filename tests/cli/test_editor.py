"""The editor of the user is started as each system takes a command line apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clm_cli.cli.editor import bewerk
from clm_cli.commands.tegelijk import _begin
from clm_cli.meldingen import ClmFout

CODE = r"C:\Program Files\Code\code.exe"


@pytest.mark.parametrize(
    ("systeem", "editor", "gestart"),
    [
        ("linux", None, ["nano", "a b.yaml"]),
        ("darwin", "vim -n", ["vim", "-n", "a b.yaml"]),
        ("linux", "'/opt/mijn editor/x' -w", ["/opt/mijn editor/x", "-w", "a b.yaml"]),
        ("win32", None, 'notepad "a b.yaml"'),
        ("win32", f'"{CODE}" --wait', f'"{CODE}" --wait "a b.yaml"'),
    ],
)
def test_the_editor_is_the_one_that_was_chosen(
    monkeypatch: pytest.MonkeyPatch, systeem: str, editor: str | None, gestart: object
) -> None:
    gedaan: list[object] = []

    def run(regel: object, **_: object) -> subprocess.CompletedProcess[bytes]:
        gedaan.append(regel)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "platform", systeem)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    for naam in ("EDITOR", "VISUAL") if editor else ("TERM",):
        monkeypatch.setenv(naam, editor or "dumb")
        bewerk(Path("a b.yaml"))
        monkeypatch.delenv(naam)
    assert gedaan == [gestart] * len(gedaan)


@pytest.mark.parametrize("editor", ["'niet af", "/er/is/geen/editor"])
def test_an_editor_that_does_not_start_is_named_with_what_helps(
    monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    with pytest.raises(ClmFout, match="start niet") as fout:
        bewerk(Path("a.yaml"))
    assert "geef het met --bestand" in str(fout.value.nu)


def test_a_process_beside_this_one_opens_no_window_and_hears_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gedaan: list[dict[str, object]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda _, **hoe: gedaan.append(hoe))
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    _begin(["x"])
    (hoe,) = gedaan
    assert hoe["creationflags"] == 0x08000000
    assert {hoe["stdin"], hoe["stdout"], hoe["stderr"]} == {subprocess.DEVNULL}
    assert hoe["env"] == {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
