"""A percentage of an amount never passes that percentage, not by half a cent (J43)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clm_cli.derivations.escalatie.uitvoeringen import Geldstand
from clm_cli.derivations.procent import procent_van
from clm_cli.records.maatregel import Geldelijk


@pytest.mark.parametrize(
    ("bedrag", "procent", "goed"),
    [
        ("684905.25", "5", "34245.26"),
        ("0.30", "5", "0.01"),
        ("100.00", "12.5", "12.50"),
        ("99.99", "50", "49.99"),
    ],
)
def test_a_share_is_taken_down_to_the_cent(bedrag: str, procent: str, goed: str) -> None:
    assert procent_van(Decimal(bedrag), Decimal(procent)) == Decimal(goed)


def test_what_may_be_kept_back_is_no_more_than_the_share() -> None:
    """Half of 99.99 is 49.995: 50.00 would be more than half of what is owed (6:262 BW)."""
    half = Geldelijk.model_construct(bedrag=None, procent=Decimal(50))
    stand = Geldstand(half, Decimal(0), Decimal(0), Decimal("99.99"))
    assert stand.grens == Decimal("49.99")
