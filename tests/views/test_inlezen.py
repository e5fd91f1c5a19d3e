"""What a file with figures will become, row by row."""

from __future__ import annotations

import pytest

from clm_cli.views.cijfers.inlezen import Voorbeeldregel, voorbeeld


@pytest.mark.parametrize(("aantal", "meer"), [(60, ""), (61, " … en nog 1")])
def test_of_many_rows_the_rest_is_counted(aantal: int, meer: str) -> None:
    regels = [
        Voorbeeldregel(f"A{nr}", "9", "bloem", "dag", "start", "2026-K1", "9", "", "", "nieuw", "")
        for nr in range(aantal)
    ]
    kop, *rijen = voorbeeld(regels)
    assert kop.split()[:2] == ["in", "de"]
    assert [rij for rij in rijen if "bloem/dag" not in rij] == ([meer] if meer else [])
    assert len(rijen) == 60 + bool(meer)
