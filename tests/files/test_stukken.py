"""Documents that facts name and cards that were sealed: what is wrong with them, by its code."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.files.stukken import controleer_stukken
from clm_cli.kijk import Kijk
from clm_cli.rules.uitleg import bladzijde
from tests import gelijktijdig, klein_register

CLM = Path(__file__).parents[2] / "clm_cli"
STUK = b"Het stuk."
SOM = hashlib.sha256(STUK).hexdigest()
GEBELD = "bloem/contacten/2026-05-04-telefoon.yaml"
FEIT = "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\nkern: x\nbijlagen: [{{bestand: {0}{1}}}]\n"
KAART = f"{gelijktijdig.GESPREK}/gesprek.yaml"
GEDEELD = (
    "aan: [Jan]\nwijze: e-mail\nversie: '1'\nverslag: {vindplaats: zaaksysteem}\nkaart_sha256: %s\n"
)


def codes(map_: Path, bestanden: dict[str, str]) -> list[tuple[str, str]]:
    geladen = klein_register.lees(map_, {**gelijktijdig.BEGIN, **bestanden})
    (map_ / "bloem/contacten").mkdir(exist_ok=True)
    (map_ / "bloem/contacten/stuk.txt").write_bytes(STUK)
    gevonden = controleer_stukken(map_, Kijk(geladen.register, date(2026, 6, 1)))
    return [(m.code, m.plek.pad if m.plek else "") for m in gevonden]


@pytest.mark.parametrize(
    ("bestand", "som", "code"),
    [
        ("stuk.txt", SOM, None),
        ("stuk.txt", None, "DOS251"),
        ("stuk.txt", "a" * 64, "DOS252"),
        ("weg.txt", SOM, "DOS250"),
    ],
)
def test_a_document_is_there_and_still_what_it_was(
    tmp_path: Path, bestand: str, som: str | None, code: str | None
) -> None:
    rij = f", sha256: {som}" if som else ""
    gevonden = codes(tmp_path, {GEBELD: FEIT.format(bestand, rij)})
    assert gevonden == ([(code, GEBELD)] if code else [])


@pytest.mark.parametrize("heel", [True, False])
def test_a_card_that_was_sealed_is_still_what_it_was(tmp_path: Path, *, heel: bool) -> None:
    klein_register.lees(tmp_path, gelijktijdig.BEGIN)
    som = hashlib.sha256((tmp_path / KAART).read_bytes()).hexdigest() if heel else "a" * 64
    feit = f"{gelijktijdig.GESPREK}/2026-05-12-gedeeld.yaml"
    gevonden = codes(tmp_path, {feit: GEDEELD % som})
    assert gevonden == ([] if heel else [("DOS253", KAART)])


def test_every_code_that_clm_gives_is_explained() -> None:
    gegeven = {
        code
        for pad in CLM.rglob("*.py")
        for code in re.findall(r'"((?:AVG|BRF|DOS|GIT|LAD|REC|REG|TRM|YML)\d{3})"', pad.read_text())
    }
    assert len(gegeven) > 150
    assert [code for code in sorted(gegeven) if bladzijde(code) is None] == []
