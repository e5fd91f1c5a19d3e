"""A provider: in the Netherlands by its KvK number, abroad by its own country's register."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from clm_cli.cli.hoofd import draai
from clm_cli.records.aanbieder import Aanbieder
from tests import klein_register

NAAM = {"vanaf": "2026-01-01", "statutair": "Zorg", "roepnaam": "Zorg"}
WIE = {"vanaf": "2026-01-01", "contractmanager": "mia"}
HIER = {"straat": "Laan 1", "postcode": "1234 AB", "plaats": "Vaartstad"}
KLEEF = {"land": "Duitsland", "straat": "Weg 1", "postcode": "47533", "plaats": "Kleve"}


def kaart(**velden: Any) -> Aanbieder:
    return Aanbieder.model_validate({"namen": [NAAM], "behandelaars": [WIE], **velden})


def test_a_provider_abroad_has_a_country_its_own_register_and_postcode() -> None:
    record = kaart(postadres=KLEEF, registratie="Handelsregister Kleve, HRB 12345")
    assert record.inschrijving == "Handelsregister Kleve, HRB 12345"
    assert record.postadres.regels == ("Weg 1", "47533  KLEVE", "DUITSLAND")
    assert kaart(postadres=KLEEF).inschrijving == "inschrijving niet vastgelegd"


def test_a_provider_here_keeps_its_number_and_postcode() -> None:
    record = kaart(postadres=HIER, kvk="01234567")
    assert record.inschrijving == "KvK 01234567"
    assert record.postadres.regels == ("Laan 1", "1234 AB  VAARTSTAD")
    assert not kaart(
        postadres={**HIER, "land": "Nederland"}, kvk="01234567"
    ).postadres.is_buitenland


@pytest.mark.parametrize(
    ("velden", "plek", "code"),
    [
        ({"postadres": HIER}, (), "REC101"),
        ({"postadres": {**HIER, "postcode": "47533"}, "kvk": "01234567"}, ("postcode",), "REC125"),
        ({"postadres": {**KLEEF, "postcode": ""}}, ("postcode",), "REC110"),
        ({"postadres": {**KLEEF, "land": "Nederland"}}, ("postcode",), "REC125"),
    ],
)
def test_what_a_country_asks_is_missed_at_its_place(
    velden: dict[str, Any], plek: tuple[str, ...], code: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        kaart(**velden)
    (rij,) = fout.value.errors()
    assert rij["type"] == code
    assert rij["loc"][-1:] == plek


def test_a_dossier_is_made_of_what_people_type(tmp_path: Path) -> None:
    klein_register.lees(tmp_path, {})
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "Mia Manager"]
    hier = ["--straat", "Laan 1", "--postcode", "8232ss", "--plaats", "Vaartstad"]
    nummers = ["--kvk", "KvK 1234 5678", "--agb", "AGB 12-345678"]
    assert draai(["nieuw", "Linde", *hier, *nummers, *vast]) == 0
    tekst = (tmp_path / "linde/aanbieder.yaml").read_text()
    assert "12345678" in tekst
    assert "postcode: 8232 SS" in tekst
    assert "contractmanager: mia" in tekst
    daar = ["--straat", "Weg 1", "--postcode", "47533", "--plaats", "Kleve", "--land", "Duitsland"]
    assert draai(["nieuw", "Kleef", *daar, "--registratie", "HRB 12345", *vast]) == 0
    assert "HRB 12345" in (tmp_path / "kleef/aanbieder.yaml").read_text()
    assert draai(["toon", "kleef", *vast]) == 0
    assert draai(["nieuw", "Niets", *hier, *vast]) == 2
