"""How long a term lasts: what is read, what is refused and what is suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clm_cli.tijd.duur import Duur, Eenheid, lees_duur, lees_gesproken_duur


@pytest.mark.parametrize(
    ("tekst", "aantal", "eenheid"),
    [
        ("10 werkdagen", 10, Eenheid.WERKDAGEN),
        ("1 werkdag", 1, Eenheid.WERKDAGEN),
        ("14 dagen", 14, Eenheid.DAGEN),
        ("1 dag", 1, Eenheid.DAGEN),
        ("2 weken", 2, Eenheid.WEKEN),
        ("1 week", 1, Eenheid.WEKEN),
        ("3 maanden", 3, Eenheid.MAANDEN),
        ("1 maand", 1, Eenheid.MAANDEN),
        ("1 jaar", 1, Eenheid.JAAR),
        ("2 jaar", 2, Eenheid.JAAR),
    ],
)
def test_a_term_is_read_and_written_the_same(tekst: str, aantal: int, eenheid: Eenheid) -> None:
    assert lees_duur(tekst) == Duur(aantal, eenheid)
    assert str(Duur(aantal, eenheid)) == tekst


@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("2 jaren", "2 jaar"),
        ("10 wd", "10 werkdagen"),
        ("14 kalenderdagen", "14 dagen"),
        ("tien werkdagen", "10 werkdagen"),
        ("tien (10) werkdagen", "10 werkdagen"),
        ("10 (tien) werkdagen", "10 werkdagen"),
        ("Twintig (20) werkdagen", "20 werkdagen"),
        ("één maand", "1 maand"),
        ("drieëntwintig dagen", "23 dagen"),
        ("vijfenveertig (45) dagen", "45 dagen"),
        ("honderdtachtig (180) dagen", "180 dagen"),
        ("negenhonderdnegenennegentig dagen", "999 dagen"),
    ],
)
def test_the_words_of_people_and_contracts_are_understood(tekst: str, duur: str) -> None:
    assert str(lees_duur(tekst)) == duur


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("10", "'10' is geen termijn; zet de eenheid erachter, zoals 10 werkdagen"),
        (
            "tien (20) werkdagen",
            ("'tien (20) werkdagen' is op twee manieren te lezen: tien is 10, en er staat ook 20"),
        ),
        (
            "20 (tien) werkdagen",
            ("'20 (tien) werkdagen' is op twee manieren te lezen: tien is 10, en er staat ook 20"),
        ),
        (
            "enkele dagen",
            (
                "'enkele dagen' is geen termijn; schrijf een getal en een eenheid, zoals 10 "
                "werkdagen"
            ),
        ),
        ("nul dagen", "een termijn van 0 dagen kan niet; kies 1 tot en met 5000"),
        (
            "-3 dagen",
            (
                "'-3 dagen' is geen termijn; het getal is 1 of meer; terugtellen is een keuze "
                "apart van de duur"
            ),
        ),
        ("10werkdagen", "'10werkdagen' is geen termijn; zet een spatie tussen 10 en werkdagen"),
        ("2,5 weken", "'2,5 weken' is geen termijn; gebruik een heel getal, zoals 10 werkdagen"),
        ("0 werkdagen", "een termijn van 0 werkdagen kan niet; kies 1 tot en met 5000"),
        ("5001 dagen", "een termijn van 5001 dagen kan niet; kies 1 tot en met 5000"),
        (
            "10 werkdgen",
            "'werkdgen' is geen eenheid van een termijn; bedoeld is misschien 10 werkdagen",
        ),
        (
            "10 wekdagen",
            "'wekdagen' is geen eenheid van een termijn; bedoeld is misschien 10 werkdagen",
        ),
        (
            "24 uur",
            (
                "'uur' is geen eenheid van een termijn; uren worden niet geteld, want van een "
                "feit ligt de dag vast en niet het uur"
            ),
        ),
        ("3 maaden", "'maaden' is geen eenheid van een termijn; bedoeld is misschien 3 maanden"),
        ("2 wk", "'wk' is geen eenheid van een termijn; bedoeld is misschien 2 weken"),
        (
            "2 kwartalen",
            (
                "'kwartalen' is geen eenheid van een termijn; kies werkdagen, dagen, weken, "
                "maanden of jaar"
            ),
        ),
    ],
)
def test_what_is_no_term_is_refused_with_what_helps(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError, match=r"termijn|twee") as fout:
        lees_duur(tekst)
    assert str(fout.value) == zin


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        " ",
        "werkdagen",
        "10  werkdagen",
        " 10 dagen",
        "10 dagen ",
        "10 dagen\n",
        "10\u00a0dagen",
        "1_0 dagen",
        "٣ dagen",
        "+3 dagen",
        "010 dagen",
        "1e3 dagen",
        "10 Werkdagen",
        "10 dagen 3 weken",
        "9" * 10_000 + " dagen",
    ],
)
def test_other_games_are_refused_in_one_short_sentence(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen termijn;") as fout:
        lees_duur(tekst)
    assert len(str(fout.value)) < 130


@pytest.mark.parametrize("aantal", [0, -1, 5001])
def test_no_term_is_made_that_cannot_be_counted(aantal: int) -> None:
    with pytest.raises(ValueError, match=f"een termijn van {aantal} werkdagen kan niet"):
        Duur(aantal, Eenheid.WERKDAGEN)


@given(st.integers(1, 5000), st.sampled_from(Eenheid))
def test_every_term_reads_back_as_it_was_written(aantal: int, eenheid: Eenheid) -> None:
    assert lees_duur(str(Duur(aantal, eenheid))) == Duur(aantal, eenheid)


@pytest.mark.parametrize(
    ("getypt", "vorm"),
    [
        ("10 Werkdagen", "10 werkdagen"),
        ("Tien (10) werkdagen", "10 werkdagen"),
        ("10wd", "10 werkdagen"),
        ("6 WK", "6 weken"),
        ("1 mnd", "1 maand"),
        ("2 jr", "2 jaar"),
        ("14 dgn", "14 dagen"),
        ("half jaar", "6 maanden"),
        ("Een half jaar", "6 maanden"),
        ("1 halfjaar", "6 maanden"),
    ],
)
def test_a_term_is_read_as_people_type_it(getypt: str, vorm: str) -> None:
    assert str(lees_gesproken_duur(getypt)) == vorm


@pytest.mark.parametrize("getypt", ["half", "halfjaar 3", "2 half jaar", "wk", "10 wdn", "uur"])
def test_what_is_not_surely_a_term_is_refused_as_in_a_file(getypt: str) -> None:
    with pytest.raises(ValueError, match="termijn"):
        lees_gesproken_duur(getypt)
