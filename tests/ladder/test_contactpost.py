"""What they may have meant by a call or mail: words that ask what it was, and words that do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.contactpost import contactposten, spreekt_van
from clm_cli.derivations.escalatie.zaken import genomen_in
from clm_cli.kijk import blik_op
from tests.klein_register import lees
from tests.ladder.zaakbouw import Bouw

GEZEGD = [
    ("Zij maken bezwaar.", ["bezwaar"]),
    ("Zij gaan in bezwaar", ["bezwaar"]),
    ("Zij zijn het niet eens met de ingebrekestelling.", ["bezwaar"]),
    ("Zijn het er niet mee eens", ["bezwaar"]),
    ("Zij zijn het oneens met trede 3.", ["bezwaar"]),
    ("Zij betwisten de tekortkoming.", ["bezwaar"]),
    ("Zij protesteren tegen de stap.", ["bezwaar"]),
    ("Zij vechten de maatregel aan.", ["bezwaar"]),
    ("Zij willen de maatregel aanvechten.", ["bezwaar"]),
    ("Zij vinden de brief onterecht.", ["bezwaar"]),
    ("Alles is hersteld.", ["herstel"]),
    ("Het probleem is opgelost.", ["herstel"]),
    ("Het herstel is klaar.", ["herstel"]),
    ("De registraties zijn nu op orde.", ["herstel"]),
    ("Alles is weer in orde.", ["herstel"]),
    ("Zij voldoen weer aan de eis.", ["herstel"]),
    ("Zij betwisten het, en alles is opgelost.", ["bezwaar", "herstel"]),
    ("Zij vragen uitstel van de hersteltermijn.", []),
    ("Zij vragen een nieuw herstelplan.", []),
    ("Zij zijn het eens met de ingebrekestelling.", []),
    ("De directeur is de hele week niet aanwezig.", []),
    ("Zij voldoen de factuur morgen.", []),
]


@pytest.mark.parametrize(("kern", "wat"), GEZEGD)
def test_what_it_may_have_been_is_asked(tmp_path: Path, kern: str, wat: list[str]) -> None:
    bouw = Bouw("$3 zegt-anders@03-10", "J")
    anders = {pad: t.replace("Zij vragen uitstel.", kern) for pad, t in bouw.bestanden.items()}
    register = lees(tmp_path, anders).register
    dossier = register.dossiers["bloem"]
    blik = blik_op(register, dossier, max(f.record.datum for f in dossier.feiten))
    (genomen,) = genomen_in(blik, dossier.escalaties[0])
    assert [soort for _, soort in contactposten(genomen)] == wat


@pytest.mark.parametrize(("brief", "open_"), [(True, 0), (False, 1)])
def test_an_objection_that_names_the_contact_answers_it_in_each_case(
    tmp_path: Path, brief: bool, open_: int
) -> None:
    noemt = "/contact" if brief else ""
    woorden = f"andere-zaak $3 zegt-bezwaar@03-10 bzw/mond{noemt}@03-10"
    register = lees(tmp_path, Bouw(woorden, "J").bestanden).register
    blik = blik_op(register, register.dossiers["bloem"], date(2026, 3, 20))
    ander, zaak = blik.dossier.escalaties
    assert [len([*contactposten(z)]) for z in genomen_in(blik, zaak)] == [0]
    assert [len([*contactposten(z)]) for z in genomen_in(blik, ander)] == [open_]


def test_ordinary_contacts_raise_no_question_and_each_objection_and_cure_does() -> None:
    """Two hundred lines, in the words in which people write them down."""
    tekst = (Path(__file__).parent / "contactregels.txt").read_text("utf-8")
    rijen = [rij.split(" | ") for rij in tekst.splitlines() if not rij.startswith("#")]
    assert len(rijen) >= 200
    anders = [(wat, kern) for wat, kern in rijen if (spreekt_van(kern) or ["-"]) != [wat]]
    assert anders == []
