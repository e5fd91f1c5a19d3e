"""Our first complaint (6:89 BW) is a letter of ours on the case, and no other letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.klachtplicht import klachten
from tests.klein_register import lees
from tests.ladder.zaakbouw import HASH, Bouw

EIGEN, ANDER = "escalaties/2026-01-12-zaak", "escalaties/2026-01-12-ander"


def eerste_klacht(map_: Path, zaak: str, woorden: str = "$G") -> date | None:
    """When we first complained, beside a loose letter of 10 February about a case."""
    brief = "bloem/brieven/2026-02-10-brief"
    over = f"escalatie: {zaak}\n" if zaak else ""
    los = {
        f"{brief}/brief.yaml": "richting: uitgaand\nsoort: vrij\nonderwerp: Brief\n"
        f"datum: 2026-02-10\ncontracten: [ambulant]\n{over}",
        f"{brief}/2026-02-10-verzonden.yaml": "kanaal: aangetekend\naan: Bloem\n"
        f'document: {{vindplaats: archief}}\nkaart_sha256: "{HASH}"\n',
    }
    geladen = lees(map_, Bouw(f"andere-zaak {woorden}", "J").bestanden | los)
    assert geladen.meldingen == ()
    register = geladen.register.zoals()
    dossier = register.dossiers["bloem"]
    (klacht,) = klachten(register, dossier, dossier.escalaties[-1])
    return klacht.klacht


@pytest.mark.parametrize(("zaak", "op"), [(EIGEN, date(2026, 2, 10)), (ANDER, None), ("", None)])
def test_a_loose_letter_counts_in_its_own_case(tmp_path: Path, zaak: str, op: date | None) -> None:
    assert eerste_klacht(tmp_path, zaak) == op


def test_the_letter_of_a_measure_counts_beside_it(tmp_path: Path) -> None:
    """The first of them is our complaint."""
    woorden = "$G m3@03-02 verz@03-02 bez@03-05"
    assert eerste_klacht(tmp_path / "los", EIGEN, woorden) == date(2026, 2, 10)
    assert eerste_klacht(tmp_path / "ander", ANDER, woorden) == date(2026, 3, 2)
