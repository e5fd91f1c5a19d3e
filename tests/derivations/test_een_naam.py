"""One obligation is one, however a fact names it: by its id, or by its list and its id."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.acts.signalen import te_noemen
from clm_cli.derivations.escalatie.klachtplicht import klachten
from clm_cli.derivations.escalatie.maatregeltermijnen import acute_signalen
from clm_cli.derivations.escalatie.zaken import tekortkomingen
from clm_cli.dossier import Dossier
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from clm_cli.register import Register
from tests.klein_register import BASIS, VANDAAG, schrijf

NAMEN = ["V-1", "#V-1", "lijsten/verplichtingen#V-1"]
PLICHTEN = """
    verplichtingen:
      - {id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, doorlopend: ja}
      - {id: V-2, soort: verplichting, wat: Meldt, partij: aanbieder, kant: AOC, doorlopend: ja}
"""
SIGNAAL = """
    soort: [veiligheid]
    ernst: feitelijk
    kant: AOC
    verplichting: {}
    bron: {{soort: toegang, mag_in_brief: ja, vertrouwelijk: nee}}
    acuut: ja
    acuut_feiten: Er is niemand
    wat: Er is niemand
"""
OPENING = """
    contracten: [ambulant]
    signalen: [{}]
    tekortkomingen: [{{id: T1, verplichting: "{}", wat: x, soort: [veiligheid], feiten: x}}]
    afweging: {{reden: x}}
    coordinatie: mia
    besloten_door: mia
"""


def lees(map_: Path, naam: str, ander: str, signaal: str = "") -> tuple[Register, Dossier]:
    """A signal that names an obligation so, and a case in which it falls short by another name."""
    bestanden = {
        "bloem/lijsten/verplichtingen.yaml": PLICHTEN,
        "bloem/signalen/2026-02-01-weg.yaml": SIGNAAL.format(f'"{naam}"'),
        "bloem/escalaties/2026-02-10-een/2026-02-10-opening.yaml": OPENING.format(signaal, ander),
    }
    schrijf(map_, {**BASIS, **bestanden})
    register = laad(map_).register
    return register, register.dossiers["bloem"]


@pytest.mark.parametrize("naam", NAMEN)
def test_every_name_of_an_obligation_is_that_obligation(tmp_path: Path, naam: str) -> None:
    _, dossier = lees(tmp_path, naam, "V-1")
    vanuit = "bloem/signalen/2026-02-01-weg.yaml"
    assert dossier.een_naam(naam, vanuit) == "lijsten/verplichtingen#V-1"
    assert (dossier.een_naam("V-9"), dossier.een_naam(None)) == ("V-9", None)


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("ander", NAMEN)
def test_the_first_knowledge_of_a_shortcoming_is_that_of_its_signal(
    tmp_path: Path, naam: str, ander: str
) -> None:
    register, dossier = lees(tmp_path, naam, ander, "signalen/2026-02-01-weg")
    (klacht,) = klachten(register, dossier, dossier.escalaties[0])
    assert klacht.bekend == date(2026, 2, 1)


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("ander", NAMEN)
def test_danger_is_of_the_shortcoming_on_its_obligation(
    tmp_path: Path, naam: str, ander: str
) -> None:
    register, dossier = lees(tmp_path, naam, ander)
    (zaak,) = dossier.escalaties
    blik = blik_op(register, dossier, VANDAAG)
    gevonden = acute_signalen(blik, zaak, tekortkomingen(zaak), VANDAAG)
    assert [s.stam for s in gevonden] == ["2026-02-01-weg"]


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("ander", NAMEN)
def test_an_opening_proposes_the_signal_on_what_falls_short(
    tmp_path: Path, naam: str, ander: str
) -> None:
    _, dossier = lees(tmp_path, naam, "V-2")
    (vraag,) = te_noemen(dossier, {"tekortkomingen": [{"verplichting": ander}]})
    assert vraag.vermoed["signalen"].waarde == ["signalen/2026-02-01-weg"]
    (vraag,) = te_noemen(dossier, {"tekortkomingen": [{"verplichting": "V-2"}]})
    assert vraag.vermoed == {}, "that one is about something else"
