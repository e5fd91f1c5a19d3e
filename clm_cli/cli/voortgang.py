"""Floor 8, voortgang: how far long work is, for who waits at a terminal; in pipes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")
_KORT = 4
"""Fewer steps than this are done before one can read it."""


def volg(wat: str, rijen: Sequence[T]) -> Iterator[T]:
    """The same rows, counted on the terminal while they are gone through."""
    if len(rijen) < _KORT or not _kijkt_mee():
        yield from rijen
        return
    rijk = rijk_van()
    yield from rijk.track(rijen, wat, console=rijk.Console(stderr=True), transient=True)


@contextmanager
def bezig(wat: str) -> Iterator[None]:
    """Say on the terminal that something takes a while."""
    if not _kijkt_mee():
        yield
        return
    rijk = rijk_van()
    with rijk.Console(stderr=True).status(wat):
        yield


def rijk_van() -> ModuleType:
    """What rich draws."""
    from clm_cli.cli import rijk  # only who waits or reads at a terminal pays for it

    return rijk


def _kijkt_mee() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
