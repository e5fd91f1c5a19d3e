"""The check of quotations finds what is not literal, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.regime.contracttekst import genormaliseerd, staat_in
from tests import citaten

BRON = """
## **1. Preventie**

Het model treedt in werking wanneer **2 opeenvolgende kwartalen** niet
wordt voldaan aan de afspraken.

- Dossieraudit;
3.\tIngebrekestelling\tFormele aanzegging
"""


@pytest.mark.parametrize(
    "citaat",
    [
        "wanneer 2 opeenvolgende kwartalen niet wordt voldaan",
        "Het model … aan de afspraken",
        "Preventie",
        "Ingebrekestelling Formele aanzegging",
        "Dossieraudit",
    ],
)
def test_literal_words_are_found_whatever_the_white_space_and_bold(citaat):
    assert staat_in(citaat, genormaliseerd(BRON))


@pytest.mark.parametrize(
    "citaat",
    [
        "wanneer twee opeenvolgende kwartalen",
        "het model treedt in werking",
        "aan de afspraken … Het model",
        "Het … zal … afspraken",
        "opeenvolgende kwartaal",
        "Dossier",
        "afspraken Dossieraudit",
        "…",
        "",
    ],
)
def test_other_words_case_order_or_halves_of_words_are_not_found(citaat):
    assert not staat_in(citaat, genormaliseerd(BRON))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "bron.txt").write_text(BRON, encoding="utf-8")
    return tmp_path


def regime(map_: Path, citaat: str, bestand: str = "bron.txt") -> None:
    tekst = (
        f"bron:\n  bestand: {bestand}\nthemas:\n  - id: x\n    onderwerpen: [Dossieraudit]\n    "
        f'grond: {{eis: J01, tekst: "{citaat}"}}\n'
    )
    (map_ / "proef.yaml").write_text(tekst, encoding="utf-8")


def test_literal_quotations_and_subjects_leave_no_misses(map_):
    regime(map_, "niet wordt voldaan aan de afspraken")
    assert citaten.missers(map_ / "bron", map_) == []


def test_a_miss_names_file_place_clause_and_words(map_):
    regime(map_, "wordt altijd voldaan")
    assert citaten.missers(map_ / "bron", map_) == [
        "proef.yaml: themas[0].grond (J01): wordt altijd voldaan"
    ]


def test_a_subject_that_is_not_literal_is_a_miss(map_):
    regime(map_, "Preventie")
    pad = map_ / "proef.yaml"
    pad.write_text(
        pad.read_text(encoding="utf-8").replace("[Dossieraudit]", "[Dossiers]"), encoding="utf-8"
    )
    assert citaten.missers(map_ / "bron", map_) == [
        "proef.yaml: themas[0].onderwerpen[0]: Dossiers"
    ]


def test_a_source_that_is_not_there_is_a_miss(map_):
    regime(map_, "Preventie", bestand="weg.txt")
    assert citaten.missers(map_ / "bron", map_) == [
        f"proef.yaml: de bron 'weg.txt' staat niet in {map_ / 'bron'}"
    ]


def test_without_the_folder_only_the_flag_lets_it_pass(map_, capsys):
    assert citaten.main([str(map_ / "nergens")]) == 1
    assert citaten.main([str(map_ / "nergens"), "--indien-aanwezig"]) == 0
    assert "zijn niet nagekeken" in capsys.readouterr().out


def test_the_flag_changes_nothing_when_the_folder_is_there(map_):
    """The folder holds another text, so every quotation of the real regimes is missed."""
    assert citaten.main([str(map_ / "bron"), "--indien-aanwezig"]) == 1


def test_without_a_folder_the_usage_is_printed(capsys):
    assert citaten.main([]) == 2
    assert "gebruik: python -m tests.citaten MAP" in capsys.readouterr().err
