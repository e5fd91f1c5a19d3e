"""Findings as text."""

from __future__ import annotations

import pytest

from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.views.meldingen import als_json, gesorteerd, toon
from tests.views.bekeken_register import langste

PAD = "de-klaproos/brieven/2026-05-04-ingebrekestelling/2026-05-04-verzonden.yaml"
FOUT = Melding(
    "REC150",
    Ernst.FOUT,
    Plek(PAD, (), 6, 8),
    "'marike' is geen persoon",
    omdat=(Reden("zo staat het er", Plek("organisatie.yaml", (), 42, 5)),),
    grond="J20",
    nu="bedoelt u 'marieke'?",
)
INFO = Melding("TRM304", Ernst.INFO, Plek(PAD, (), 2, 1), "voorlopige lezing")
ALGEMEEN = Melding("DOS230", Ernst.WAARSCHUWING, None, "er is geen kalender")


def plaats(plek):
    return (plek.regel, plek.kolom) if plek.regel else None


def test_a_finding_shows_place_code_severity_line_caret_reason_ground_and_help():
    assert toon([FOUT], 100, plaats, bron=lambda _: "  door: marike").split("\n")[:9] == [
        f"{PAD}:6:8",
        "  REC150 fout  'marike' is geen persoon",
        "     6 |   door: marike",
        "                ^",
        "  omdat: zo staat het er",
        "         organisatie.yaml:42:5",
        "  grond: J20",
        "  nu:    bedoelt u 'marieke'?",
        "",
    ]


def test_findings_come_by_file_and_place_and_end_with_a_count():
    assert [melding.code for melding in gesorteerd([FOUT, INFO, ALGEMEEN], plaats)] == [
        "DOS230",
        "TRM304",
        "REC150",
    ]
    assert toon([FOUT, INFO, ALGEMEEN], 100, plaats).endswith(
        "1 fout, 1 waarschuwing, 1 ter informatie. clm uitleg DOS230 legt een melding uit."
    )


def test_no_findings_is_said():
    assert toon([], 100, plaats) == "Geen meldingen."


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_is_wider_than_the_paper(breedte):
    lang = Melding(
        "YML008", Ernst.FOUT, Plek(PAD, (), 3, 150), "een te lange tekst " * 8, nu="maak hem korter"
    )
    assert (
        langste(
            toon([FOUT, lang, ALGEMEEN], breedte, plaats, bron=lambda _: "sleutel: " + "lang " * 60)
        )
        <= breedte
    )


@pytest.mark.parametrize("kolom", [1, 40, 150, 300])
def test_in_a_long_line_the_caret_stands_under_the_place(kolom):
    tekst = "".join(chr(97 + nr % 26) for nr in range(300))
    melding = Melding("YML004", Ernst.FOUT, Plek("a.yaml", (), 1, kolom), "x")
    bron, wijzer = toon([melding], 80, plaats, bron=lambda _: tekst).split("\n")[2:4]
    assert bron[wijzer.index("^")] == tekst[kolom - 1]


def test_control_characters_in_the_line_are_made_visible():
    melding = Melding("YML004", Ernst.FOUT, Plek("a.yaml", (), 1, 7), "een teken dat hier niet mag")
    assert "naam: <U+001B>[31m<U+202E>x" in toon(
        [melding], 100, plaats, bron=lambda _: "naam: \x1b[31m\u202ex"
    )


@pytest.mark.parametrize(("kolom", "gezegd"), [(1, "# bsn •••••••82"), (7, "# bsn •••••••82")])
def test_what_is_shown_of_a_bsn_or_a_client_is_no_more_than_the_place(kolom, gezegd):
    """A check is run by others too, and its outcome is kept: in a log, or in a mail."""
    melding = Melding("AVG601", Ernst.FOUT, Plek("a.yaml", (), 1, kolom), "een nummer")
    regel = "# bsn 123456782, geboren op 3 maart 2012"
    getoond = toon([melding], 100, plaats, bron=lambda _: regel).split("\n")
    assert getoond[2] == f"     1 | {gezegd}, geboren op • maart ••••"
    assert getoond[3].index("^") == getoond[2].index(gezegd[kolom - 1 :])


def test_as_data_every_finding_has_its_place():
    assert als_json([FOUT], plaats) == [
        {
            "code": "REC150",
            "ernst": "fout",
            "plek": {"bestand": PAD, "regel": 6, "kolom": 8},
            "tekst": "'marike' is geen persoon",
            "omdat": [
                {
                    "tekst": "zo staat het er",
                    "plek": {"bestand": "organisatie.yaml", "regel": 42, "kolom": 5},
                }
            ],
            "grond": "J20",
            "nu": "bedoelt u 'marieke'?",
        }
    ]
