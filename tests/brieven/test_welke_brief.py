"""Which letter is meant: of ours what is still to be done to it, and of theirs each scan once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.brieven.levende_brief import DOSSIER, NAAM, Bureau

DAG = "2026-05-06"


def binnen(bureau: Bureau, stuk: Path, onderwerp: str, soort: str = "vraag") -> str:
    wat = ("--soort", soort, "--onderwerp", onderwerp, "--document", str(stuk))
    hoe = ("--kanaal", "e-mail", "--datum", "2026-05-05", "--contract", "dag")
    return bureau.doe(DAG, "brief", "binnengekomen", DOSSIER, *wat, *hoe)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    stuk = tmp_path / "scan.txt"
    stuk.write_text("Wij vragen u iets.", encoding="utf-8")
    return stuk


def test_a_letter_of_theirs_is_no_choice_where_only_ours_can_be_meant(
    bureau: Bureau, scan: Path
) -> None:
    binnen(bureau, scan, "Vraag over het tarief")
    for opdracht in ("akkoord", "mail"):
        assert NAAM in bureau.doe(DAG, "brief", opdracht, DOSSIER, "--proef")
    assert f"bij {NAAM}" in bureau.verzonden(DAG, brief="2026-05")
    assert f"bij {NAAM}" in bureau.bezorgd(DAG, brief="2026-05")
    gezegd = bureau.doe(DAG, "brief", "verzonden", DOSSIER, "2026-05-05-vraag", uit=2)
    assert "is een brief van de aanbieder" in gezegd


def test_one_scan_about_two_things_is_recorded_twice_and_told(bureau: Bureau, scan: Path) -> None:
    """The same again writes nothing; another subject or kind is not taken for the same."""
    binnen(bureau, scan, "Zienswijze", "reactie")
    assert "stond er al" in binnen(bureau, scan, "Zienswijze", "reactie")
    for onderwerp, soort in (("Vraag over het tarief", "vraag"), ("Zienswijze", "vraag")):
        gezegd = " ".join(binnen(bureau, scan, onderwerp, soort).split())
        assert "geschreven: " in gezegd
        assert "BRF521 deze scan is al vastgelegd bij de brief 'Zienswijze': " in gezegd
        assert f"{DOSSIER}/brieven/2026-05-05-reactie/2026-05-05-binnengekomen.yaml" in gezegd
