"""What others may not see of a table: small counts, and what a total would give away of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clm_cli.derivations.rapport.getal import te_verbergen

GRENS = 5


def test_one_small_cell_takes_the_next_smallest_with_it() -> None:
    # 3 alone would follow from the total 60 minus 20 and 37
    assert te_verbergen([(20,), (3,), (37,)], GRENS) == {0, 1}


def test_two_small_cells_that_stay_below_the_limit_together_take_a_third() -> None:
    assert te_verbergen([(1,), (2,), (30,), (9,)], GRENS) == {0, 1, 3}


def test_two_small_cells_that_hide_each_other_take_nothing() -> None:
    assert te_verbergen([(4,), (3,), (30,)], GRENS) == {0, 1}


def test_nought_and_large_counts_stay() -> None:
    assert te_verbergen([(0,), (12,), (5,)], GRENS) == frozenset()


def test_those_who_are_not_in_a_share_count_as_well() -> None:
    # 58 of 60: two people can be pointed at as surely as if they were counted
    assert te_verbergen([(58, 2, 60), (20, 20, 40), (9, 9, 18)], GRENS) == {0, 2}


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_no_hidden_cell_follows_from_the_total(rij: list[int]) -> None:
    weg = te_verbergen([(n,) for n in rij], GRENS)
    assert {p for p, n in enumerate(rij) if 0 < n < GRENS} <= weg
    if weg and sum(rij) >= GRENS and sum(n > 0 for n in rij) > 1:
        assert len(weg) > 1
        assert sum(rij[p] for p in weg) >= GRENS
