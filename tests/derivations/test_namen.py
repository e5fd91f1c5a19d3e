"""What people call something is found as the one thing it can be, and never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.namen import Geen, Gevonden, Meerdere, kies, zoek
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.files.lader import laad
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.meldingen import ClmFout
from clm_cli.records.escalatie import Opening
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.maatregel import Maatregel

VOORBEELD = Path(__file__).parents[2] / "dossiers"


@pytest.fixture(scope="module")
def blik() -> Dossierblik:
    return blik_op(laad(VOORBEELD).register.zoals(), "de-klaproos", date(2026, 5, 18))


@pytest.mark.parametrize(
    ("soort", "tekst", "id_"),
    [
        ("persoon", "anneke-veenstra", "anneke-veenstra"),
        ("persoon", "A. Veenstra", "anneke-veenstra"),
        ("persoon", "drs. A. Veenstra", "anneke-veenstra"),
        ("persoon", "Anneke Veenstra", "anneke-veenstra"),
        ("persoon", "Veenstra", "anneke-veenstra"),
        ("persoon", "Marieke Hoekstra", "marieke-hoekstra"),
        ("persoon", "marieke", "marieke-hoekstra"),
        ("persoon", "mr. S. el Amrani", "saar-el-amrani"),
        ("persoon", "m.hoekstra@zuiderwaard.example", "marieke-hoekstra"),
        ("deelnemer", "H. van Dalen", "henk-van-dalen"),
        ("gemeente", "Vaartstad", "vaartstad"),
        ("gemeente", "Gemeente Vaartstad", "vaartstad"),
        ("gemeente", "VAA", "vaartstad"),
        ("instrument", "cliëntenstop", "clientenstop"),
        ("instrument", "Verhogen intensiteit contractmanagement", "intensivering"),
        ("kpi", "Start binnen 6 weken", "start-binnen-zes-weken"),
        ("dossier", "De Klaproos", "de-klaproos"),
        ("dossier", "Klaproos", "de-klaproos"),
        ("contract", "JZ25-P1-031", "ambulant"),
        ("thema", "Kwaliteit en risico's", "kwaliteit-en-risicos"),
    ],
)
def test_a_name_or_title_is_found(blik: Dossierblik, soort: str, tekst: str, id_: str) -> None:
    assert zoek(blik, soort, tekst) == Gevonden(id_)


@pytest.mark.parametrize(
    ("soort", "tekst"),
    [
        ("persoon", "Niemand"),
        ("persoon", "S."),
        ("persoon", ""),
        ("persoon", "Henk van Dalen"),
        ("gemeente", "Stad"),
        ("dossier", "de"),
        ("zomaar", "Vaartstad"),
    ],
)
def test_what_fits_nothing_is_not_found(blik: Dossierblik, soort: str, tekst: str) -> None:
    assert zoek(blik, soort, tekst) == Geen()


NAMEN = {"anna": ("Anna de Wit",), "ans": ("Ans de Wit",), "wit": ("Jan Wit",)}


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("wit", Gevonden("wit")),
        ("de Wit", Meerdere(("anna", "ans"))),
        ("A. de Wit", Meerdere(("anna", "ans"))),
        ("Anna de Wit", Gevonden("anna")),
        ("ANNA DE WIT", Gevonden("anna")),
        ("Wit, de Anna", Geen()),
    ],
)
def test_of_names_that_fit_equally_none_is_chosen(tekst: str, uit: object) -> None:
    assert kies(NAMEN, tekst) == uit


def test_every_id_of_the_example_finds_itself(blik: Dossierblik) -> None:
    from clm_cli.derivations.namen import namen_van

    for soort in ("persoon", "gemeente", "dossier", "contract", "kpi", "instrument", "thema"):
        namen = namen_van(blik, soort)
        assert namen, soort
        for id_, rij in namen.items():
            assert kies(namen, id_) == Gevonden(id_)
            assert all(kies(namen, naam) == Gevonden(id_) for naam in rij), rij


def test_a_tree_that_was_filled_in_gets_ids_where_names_stood(blik: Dossierblik) -> None:
    assert met_ids(blik, Maatregel, {"instrument": "cliëntenstop", "reden": "A. Veenstra"}) == {
        "instrument": "clientenstop",
        "reden": "A. Veenstra",
    }
    assert met_ids(blik, Opening, {"gemeenten": ["Vaartstad", "ergens"]})["gemeenten"] == [
        "vaartstad",
        "ergens",
    ]
    kaart = {"genodigden": [{"persoon": "A. Veenstra", "partij": "opdrachtgever"}]}
    assert met_ids(blik, Gesprekskaart, kaart)["genodigden"][0]["persoon"] == "anneke-veenstra"


def test_a_name_that_fits_more_is_refused_with_their_ids(blik: Dossierblik) -> None:
    with pytest.raises(ClmFout, match="past op meer dan één") as fout:
        met_ids(blik, Maatregel, {"instrument": "van"})
    assert fout.value.nu


@pytest.mark.parametrize("tekst", ["Jan Bakker", "jost-bakker"])
def test_an_email_address_has_no_initials(blik: Dossierblik, tekst: str) -> None:
    """j.bakker@ is Joost Bakker; Jan is somebody else, and Jost may be a slip."""
    assert zoek(blik, "persoon", "j.bakker@zuiderwaard.example") == Gevonden("joost-bakker")
    assert zoek(blik, "persoon", tekst) == Geen()


@pytest.mark.parametrize(
    ("naam", "heel"),
    [
        ("registratie", "signalen/2026-02-24-registratie"),
        ("2026-02-24-registratie", "signalen/2026-02-24-registratie"),
        ("Registratie", "signalen/2026-02-24-registratie"),
        ("signalen/2026-02-24-registratie", "signalen/2026-02-24-registratie"),
        ("zomaar", "zomaar"),
    ],
)
def test_a_signal_is_named_without_its_folder_and_its_day(
    blik: Dossierblik, naam: str, heel: str
) -> None:
    assert met_ids(blik, Opening, {"signalen": [naam]}) == {"signalen": [heel]}


@pytest.mark.parametrize(
    ("naam", "vanuit", "heel"),
    [
        ("a-32", "", "A-32"),
        ("A32", "", "A-32"),
        ("registratie", "", "signalen/2026-02-24-registratie"),
        ("2026-02-24-registratie", "", "signalen/2026-02-24-registratie"),
        # what the folder of the fact resolves stays as it was typed
        ("2026-02-24-registratie", "de-klaproos/signalen/x", "2026-02-24-registratie"),
    ],
)
def test_any_fact_is_named_by_what_only_it_is_called(
    blik: Dossierblik, naam: str, vanuit: str, heel: str
) -> None:
    assert met_ids(blik, Opening, {"bij": naam}, vanuit) == {"bij": heel}


def test_of_facts_that_are_called_the_same_none_is_chosen(blik: Dossierblik) -> None:
    with pytest.raises(ClmFout, match="past op meer dan één bestand") as fout:
        met_ids(blik, Opening, {"bij": "voortgang"})
    assert "gesprekken/2026-04-16-voortgang" in (fout.value.nu or "")
