"""What a report for others hides, in the places where a small figure is easily forgotten."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from clm_cli.commands.rapport import venster
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests.rapport.streek import Waarheid, schrijf
from tests.rapport.test_rapport import EERDER, NU, VANDAAG, cel, clm

HIERNA = "2026-K2"


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Waarheid]:
    """Seven providers, so that all that is counted of them is little."""
    map_ = tmp_path_factory.mktemp("klein")
    waar = schrijf(map_, 7)
    id_, vorm = next((i, v) for i, v, p in waar.start if p == EERDER)
    teller, noemer = waar.start[id_, vorm, EERDER]
    (map_ / f"{id_}/metingen/{EERDER}-herzien.yaml").write_text(
        f"datum: 2026-04-10\nvastgelegd: 2026-04-10T12:00:00+00:00\ndoor: mia\nperiode: {EERDER}\n"
        f"bij: {EERDER}-opgave\nbron: {{vindplaats: zaak 9}}\nontvangen: 2026-04-10\n"
        f"reden_herziening: dubbel geteld\n"
        f"waarden: [{{kpi: start, contract: {vorm}, teller: {teller - 1}, noemer: {noemer - 1}}}]\n"
    )
    for voor in ("intern", "bestuur", "openbaar"):
        assert clm(map_, "rapport", "regio", HIERNA, "--voor", voor, "--vorm", "md") == 0
    return map_, waar


def _blad(map_: Path, voor: str) -> str:
    return (map_ / "rapporten" / HIERNA / f"regio-{voor}.md").read_text()


def test_small_counts_of_the_period_before_are_hidden_as_well(
    klein: tuple[Path, Waarheid],
) -> None:
    map_, waar = klein
    per = Counter(bron for _, _, bron in waar.signalen)
    assert per
    assert max(per.values()) < 5
    for bron, n in per.items():
        assert cel(_blad(map_, "intern"), "### Signalen naar bron", bron) == [str(n), "0"]
        assert cel(_blad(map_, "openbaar"), "### Signalen naar bron", bron) == [r"\*", "0"]


def test_a_small_total_is_hidden_from_the_public(klein: tuple[Path, Waarheid]) -> None:
    map_, waar = klein
    n = len(waar.treden)
    assert 0 < n < 5
    rij = ("## In het kort", "Aanbieders op een trede")
    assert cel(_blad(map_, "bestuur"), *rij)[1:3] == [str(n), str(n)]
    assert cel(_blad(map_, "openbaar"), *rij)[1:3] == [r"\*", r"\*"]


@pytest.mark.parametrize("voor", ["bestuur", "openbaar"])
def test_a_revised_figure_of_one_provider_is_not_shown_to_others(
    klein: tuple[Path, Waarheid], voor: str
) -> None:
    rij = cel(_blad(klein[0], voor), "Herzien sinds", "start op tijd")
    assert rij == [EERDER, r"\*", r"\*", "–"]


@pytest.mark.parametrize(
    ("voor", "grens"), [("intern", 3), ("bestuur", 5), ("openbaar", 5), ("noord", 5)]
)
def test_outside_no_group_smaller_than_five_is_compared_whatever_the_policy(
    tmp_path: Path, voor: str, grens: int
) -> None:
    schrijf(tmp_path, 1)
    pad = tmp_path / "organisatie.yaml"
    pad.write_text(pad.read_text().replace("maskeren_onder: 5", "vergelijkgroep: 3"))
    gelezen = Kijk(laad(tmp_path).register.zoals(), VANDAAG)
    assert venster(gelezen, NU, voor, None).groep == grens
