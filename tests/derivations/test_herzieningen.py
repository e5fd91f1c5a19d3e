"""What is looked at again: a risk in the rhythm of the class, a lesson by our policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.klein_register import BASIS, punten, soort

BELEID = "beleid/classificatie-2026.yaml"
RITME = BASIS[BELEID].replace("intensiteit: gewoon", "intensiteit: gewoon, risicos_elke: 6 maanden")
RISICO = (
    "risicos:\n  - {{id: R-01, wat: Uitval, kans: laag, gevolg: laag, eigenaar: mia, "
    "sinds: 2026-03-01{}}}\n"
)
LES = (
    "leerpunten:\n  - {{id: L-01, wat: Bellen, bestemming: werkwijze gemeenten, fase: do, "
    "eigenaar: mia, sinds: 2025-12-01{}}}\n"
)
MET_BELEID = BASIS["organisatie.yaml"].replace("hertoets:", "leerpunten: 3 maanden, hertoets:")


@pytest.mark.parametrize(
    ("beleid", "meer", "dag", "grond"),
    [
        (RITME, "", "2026-09-01", "J12"),
        (RITME, ", herzien: 2026-06-15", "2026-06-15", "afspraak"),
        (RITME, ", contracten: [advies]", None, "afspraak"),
        (BASIS[BELEID], "", None, "afspraak"),
    ],
)
def test_a_risk_is_looked_at_in_the_rhythm_of_its_class(
    tmp_path: Path, beleid: str, meer: str, dag: str | None, grond: str
) -> None:
    bestanden = {BELEID: beleid, "bloem/lijsten/risicos.yaml": RISICO.format(meer)}
    (punt,) = soort(punten(tmp_path, bestanden), "risico")
    assert (str(punt.uiterlijk) if punt.uiterlijk else None, punt.grond) == (dag, grond)


@pytest.mark.parametrize(
    ("organisatie", "meer", "dagen"),
    [
        (MET_BELEID, "", ["2026-03-02"]),
        (MET_BELEID, ", herzien: 2026-08-01", ["2026-08-01"]),
        (MET_BELEID, ", klaar: 2026-02-01", []),
        (BASIS["organisatie.yaml"], "", [None]),
    ],
)
def test_an_open_lesson_is_always_on_the_list(
    tmp_path: Path, organisatie: str, meer: str, dagen: list[str | None]
) -> None:
    """J32: without a day of its own by our policy, and without that on the list without a day."""
    lijsten = {"organisatie.yaml": organisatie, "bloem/lijsten/leerpunten.yaml": LES.format(meer)}
    gevonden = soort(punten(tmp_path, lijsten), "leerpunt")
    assert [str(p.uiterlijk) if p.uiterlijk else None for p in gevonden] == dagen
    assert all("open sinds 1 december 2025" in p.omdat[0].tekst for p in gevonden if not meer)
