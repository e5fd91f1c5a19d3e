"""What people type at a command is kept in a file in one form, or refused with both readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.optiewaarden import als_boom
from clm_cli.files.lader import laad
from clm_cli.meldingen import ClmFout
from clm_cli.records.lijsten import Clausule, Verplichting
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.vorm import canoniek, velden
from tests import klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "Mia Manager"]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path)
    return tmp_path


def meting(map_: Path, *woorden: str, periode: str = "Q1 2026") -> int:
    bron = map_.parent / "bron.txt"
    bron.write_text("cijfers")
    vast = ["--bron", str(bron), "--ontvangen", "maandag 4 mei 2026", "--map", str(map_), *VAST]
    return draai(["meting", "bloem", "--periode", periode, *woorden, *vast])


def tekst(map_: Path) -> str:
    (feit,) = (map_ / "bloem/metingen").glob("*.yaml")
    assert feit.name.startswith("2026-K1")
    return feit.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "periode", ["2026-K1", "Q1 2026", "K1-2026", "kwartaal 1 2026", "1e kwartaal 2026"]
)
def test_figures_are_typed_as_people_write_them(map_: Path, periode: str) -> None:
    waarde = "kpi=start contract=ambulant waarde=7,3"
    omzet = "contract=ambulant bedrag='€ 684.905,25' btw=Vrijgesteld soort=verklaard"
    assert meting(map_, "--waarde", waarde, "--omzet", omzet, periode=periode) == 0
    geschreven = tekst(map_)
    assert "waarde: 7.3" in geschreven
    assert "684905.25" in geschreven
    assert "periode: 2026-K1" in geschreven
    assert "ontvangen: 2026-05-04" in geschreven


def test_an_amount_with_a_point_before_three_digits_is_whole(map_: Path) -> None:
    omzet = "contract=ambulant bedrag=684.905 btw=vrijgesteld soort=verklaard"
    assert meting(map_, "--omzet", omzet) == 0
    assert "bedrag: 684905\n" in tekst(map_).replace("}", "\n")


def test_a_figure_with_two_readings_is_refused_with_both(map_: Path, capsys) -> None:
    assert meting(map_, "--waarde", "kpi=start contract=ambulant waarde=1.250") == 2
    assert "als 1250 of als 1,25" in capsys.readouterr().err
    assert not (map_ / "bloem/metingen").exists()


def test_a_key_that_a_part_does_not_have_is_refused(map_: Path, capsys) -> None:
    assert meting(map_, "--waarde", "kpi=start contract=ambulant waarde=7,3 bron=zij") == 2
    assert "--waarde: 'bron=zij' is niet te plaatsen" in capsys.readouterr().err
    assert not (map_ / "bloem/metingen").exists()


def test_a_wrong_weekday_is_said(map_: Path, capsys) -> None:
    woorden = ["noteer", "bloem", "gebeld", "--wijze", "telefoon", "--met", "Jan"]
    kant = ["--richting", "Uitgaand", "--map", str(map_), *VAST]
    assert draai([*woorden, *kant, "--datum", "dinsdag 4 mei 2026"]) == 2
    assert "4 mei 2026 is een maandag" in capsys.readouterr().err
    assert draai([*woorden, *kant, "--datum", "maandag 4 mei 2026"]) == 0
    (feit,) = (map_ / "bloem/contacten").glob("2026-05-04*.yaml")
    assert "richting: uitgaand" in feit.read_text()


def test_names_and_titles_stand_for_ids(map_: Path) -> None:
    waarde = "kpi='Start op tijd' contract=ambulant waarde=7,3"
    assert meting(map_, "--waarde", waarde) == 0
    assert "kpi: start\n" in tekst(map_).replace(",", "\n")
    assert "door: mia" in tekst(map_)


def test_a_provider_is_found_by_its_name_and_what_is_refused_is_not_repeated(
    map_: Path, capsys
) -> None:
    vast = ["--map", str(map_), "--vandaag", "2026-05-18"]
    assert draai(["toon", "Stichting Bloem", *vast]) == 0
    capsys.readouterr()
    assert draai(["toon", "bsn123456782", *vast]) == 2
    assert "123456782" not in capsys.readouterr().err


@pytest.mark.parametrize("woord", ["M. Manager", "Mia Manager", "mia"])
def test_the_manager_of_a_new_dossier_may_be_called_by_name(map_: Path, woord: str) -> None:
    assert nieuw(map_, woord) == 0
    kaart = laad(map_).register.dossiers["tulp"].aanbieder
    assert kaart
    assert kaart.record.behandelaars[-1].contractmanager == "mia"


def test_a_manager_whom_nobody_knows_is_refused_with_who_there_is(map_: Path, capsys) -> None:
    assert nieuw(map_, "A. Veenstra") == 2
    gezegd = capsys.readouterr().err
    assert "'A. Veenstra' is geen persoon in organisatie.yaml." in gezegd
    assert "kies uit mia" in gezegd


def nieuw(map_: Path, manager: str) -> int:
    """A new dossier for that manager."""
    waar = ("--straat", "Straat 3", "--postcode", "9999 ZZ", "--plaats", "Teststad")
    wie = ("--kvk", "00000009", "--contractmanager", manager, "--map", str(map_), "--door", "mia")
    return draai(["nieuw", "Tulp", *waar, *wie, "--vandaag", "2026-05-18", "--ja"])


OVERSLAAN = next(veld for veld in velden(Maatregel) if veld.naam == "overslaan")


@pytest.mark.parametrize("treden", ["1,2,3", "1, 2, 3", "1, 2,3", "'1, 2, 3'"])
def test_a_list_in_a_part_goes_on_behind_its_comma(treden: str) -> None:
    gelezen = als_boom(OVERSLAAN, f"treden={treden} ernst=Groot reden='Te erg, 2 keer'")
    assert gelezen == {"treden": ["1", "2", "3"], "ernst": "Groot", "reden": "Te erg, 2 keer"}


@pytest.mark.parametrize("woorden", ["ernst=Groot, 2 keer", "treden=1, 2 3"])
def test_what_is_no_list_still_asks_its_quotation_marks(woorden: str) -> None:
    with pytest.raises(ClmFout, match="is niet te plaatsen"):
        als_boom(OVERSLAAN, woorden)


@pytest.mark.parametrize(
    "woorden",
    [
        "WERKLIJST",
        "Lijst Verplichtingen bloem",
        "werklijst --kant aoc",
        "toon bloem --voor Aanbieder",
        "toon BLOEM",
        "exporteer CSV --proef",
        "termijn 4 mei 2026 10 werkdagen --kalender ATW",
        "overzicht --volgorde Naam",
        "regime toon SDFL-Jeugdhulp-2026",
        "sjabloon toon Verlenging",
        "schema --uitvoer Werklijst",
        "controleer --vorm GitHub",
        "uitleg dos204",
        "brief maak bloem Verzoek-Gegevens --contract ambulant --concept --proef --vorm MD",
    ],
)
def test_capitals_make_no_other_word(map_: Path, capsys, woorden: str) -> None:
    assert draai([*woorden.split(), "--map", str(map_), *VAST]) in (0, 1)
    assert "bedoelt u" not in capsys.readouterr().err


CLAUSULE = next(veld for veld in velden(Verplichting) if veld.naam == "clausule")


@pytest.mark.parametrize(
    ("document", "in_bestand"),
    [
        ("Overeenkomst", "overeenkomst"),
        ("Privé", "prive"),
        ("PvE", "pve"),
        # words are a name to be looked up, and another sign is no accent
        ("'Bijlage 4'", "Bijlage 4"),
        ("noord–oost", "noord–oost"),
    ],
)
def test_a_name_keeps_no_capital_and_no_accent(document: str, in_bestand: str) -> None:
    gelezen = als_boom(CLAUSULE, f"document={document} nummer=7.1")
    assert canoniek(Clausule, gelezen)["document"] == in_bestand


def test_a_dossier_that_is_typed_as_a_command_is_known_by_its_name(map_: Path, capsys) -> None:
    assert draai(["Bloem", "--map", str(map_), *VAST]) == 2
    assert "bedoelt u clm toon bloem?" in capsys.readouterr().err


def test_two_items_at_once_are_refused_as_two(map_: Path, capsys) -> None:
    woorden = ["actie", "afgerond", "bloem", "A-31, A-32", "--resultaat", "x"]
    assert draai([*woorden, "--map", str(map_), *VAST]) == 2
    assert "noem er één, en geef de opdracht voor elk apart" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("waarde", "gezegd"),
    [
        ("waarde=0,077", ("gelezen als 0,077 %, en niet als 7,7 %",)),
        ("waarde=7,7", ()),
        ("waarde=1", ()),
        ("waarde=0,5 teller=1 noemer=200", ()),
    ],
)
def test_a_part_of_one_is_told_as_it_is_read(
    map_: Path, capsys, waarde: str, gezegd: tuple[str, ...]
) -> None:
    assert meting(map_, "--waarde", f"kpi=start contract=ambulant {waarde}") == 0
    uit = capsys.readouterr().out
    assert all(zin in uit for zin in gezegd)
    assert ("gelezen als" in uit) == bool(gezegd)
