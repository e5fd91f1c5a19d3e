"""Floor 4, procent: a percentage of an amount of money."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

_CENT = Decimal("0.01")


def procent_van(bedrag: Decimal, procent: Decimal) -> Decimal:
    """A percentage of an amount, down to the cent: a cent above five percent is above it (J43)."""
    return (bedrag * procent / 100).quantize(_CENT, ROUND_DOWN)
