"""The rule book: pages, places, what is set aside, and how names and numbers are recognised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.persoonsgegevens import gevonden_bsn, is_bsn
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.toets import controleer
from clm_cli.rules.uitleg import alle, bladzijde
from tests.conftest import Momentopname
from tests.klein_register import VANDAAG, lees
from tests.klein_teksten import GOED_GESPREK, SIGNAAL, G, S
from tests.rules.gevallen import eerste


def test_every_code_has_a_page() -> None:
    assert [code for code, _ in alle() if not bladzijde(code)] == []
    assert bladzijde("XYZ999") is None


def test_the_pages_that_ship_are_what_the_rules_say(momentopname: Momentopname) -> None:
    bladen = {code: (titel, bladzijde(code)) for code, titel in alle()}
    momentopname(resources.uitleg(), json.dumps(bladen, ensure_ascii=False, indent=0) + "\n")


def test_a_code_is_known_however_it_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(["uitleg", "dos227"]) == 0
    tekst = capsys.readouterr().out
    assert tekst.startswith("DOS227 is vervallen; dit meldt nu LAD407.\n\nLAD407 (")
    assert draai(["uitleg", "DOS999"]) == 2
    assert "Er is geen melding met code 'DOS999'." in capsys.readouterr().err


def test_a_melding_names_file_and_place(tmp_path: Path) -> None:
    geladen = lees(tmp_path, {S: SIGNAAL + "contracten: [ambulent]"})
    melding = next(m for m in controleer(geladen.register.zoals(), VANDAAG) if m.code == "REC152")
    assert melding.plek is not None
    assert geladen.plaats(melding.plek) == (9, 14)
    assert melding.nu == "bedoelt u 'ambulant'?"


def test_a_melding_set_aside_becomes_information_until_it_lapses(tmp_path: Path) -> None:
    """Design of the findings: shown as overgeslagen, with the reason, and it lapses."""
    for tot, ernst in (("2026-06-01", "info"), ("2026-05-01", "waarschuwing")):
        over = f"code: DOS206\nbij: A-1\nreden: afgesproken\ntot: {tot}"
        bestanden = {
            G: GOED_GESPREK.replace(", klaar_als: gedaan", ""),
            "bloem/overgeslagen/2026-05-05-dos206.yaml": over,
        }
        register = lees(tmp_path / tot, bestanden).register.zoals()
        gevonden = next(m for m in controleer(register, VANDAAG) if m.code == "DOS206")
        assert gevonden.ernst.value == ernst


def test_a_code_that_lapsed_still_sets_aside_what_came_after_it(tmp_path: Path) -> None:
    """Who explained DOS227 years ago does not meet the same fault again as LAD407."""
    bestanden = eerste("LAD407")[0]
    over = "code: DOS227\nbij: escalaties/2026-02-10-zaak\nreden: afgesproken\n"
    bestanden["bloem/overgeslagen/2026-05-05-dos227.yaml"] = over
    register = lees(tmp_path, bestanden).register.zoals()
    ernst = [m.ernst.value for m in controleer(register, VANDAAG) if m.code == "LAD407"]
    assert ernst == ["info"]


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("111222333", True),
        ("kenmerk 123456789", False),
        ("bsn: 123456789", True),
        ("factuur F-111222333", False),
        ("1112.22.333", True),
        ("0000000000", False),
    ],
)
def test_a_bsn_is_recognised_by_its_test_or_by_its_word(tekst: str, *, uit: bool) -> None:
    assert gevonden_bsn(tekst) is uit


def test_the_eleven_test_is_that_of_the_law() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_of_names_that_are_equally_near_none_is_guessed() -> None:
    assert van_spelling("T9", ["T1", "T2"], "zoek") == "kies uit T1, T2"
    assert van_spelling("ambulent", ["ambulant", "verblijf"], "zoek") == "bedoelt u 'ambulant'?"
    assert van_spelling("xyz", ["ambulant"], "zoek") == "zoek"
