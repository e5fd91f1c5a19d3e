"""Safe text, wrapping and columns."""

from __future__ import annotations

import pytest

from clm_cli.views.opmaak import Cel, Papier, bijeen, breed, wikkel, zin
from clm_cli.views.tabel import Kolom, tabel, tabelregels
from clm_cli.woorden import zichtbaar

VIJANDIG = 'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"'
RIJEN = [
    ("T1", "Start binnen zes weken na de beschikking van de gemeente", "aanbieder"),
    ("T2", "Uitval", "WIJ"),
]


def test_control_and_direction_characters_are_shown_not_sent():
    assert zichtbaar("a\x1b[31mb\u202ec\u200bd\x00") == "a<U+001B>[31mb<U+202E>c<U+200B>d<U+0000>"


@pytest.mark.parametrize(
    "tekst", [VIJANDIG, "[/foo] [bold]x[/]", "50 % \\ {x} `y`", "’s-Hertogenbosch – café"]
)
def test_a_name_comes_out_literally(tekst):
    assert " ".join(wikkel(tekst, 200)) == tekst


@pytest.mark.parametrize("breedte", [4, 7, 12, 40])
def test_wrapping_keeps_every_word_and_the_width(breedte):
    tekst = (
        "Extra gesprek, 14.00 uur, in Lelystad "
        "de-klaproos/brieven/2026-05-04-ingebrekestelling.yaml:14:3"
    )
    regels = wikkel(tekst, breedte)
    assert max(breed(regel) for regel in regels) <= breedte
    assert "".join("".join(regels).split()) == "".join(tekst.split())


def test_a_long_path_breaks_after_a_slash_before_it_breaks_after_a_hyphen():
    assert wikkel("de-klaproos/brieven/2026-05-04", 22) == ["de-klaproos/brieven/", "2026-05-04"]


def test_wide_characters_count_for_two_columns():
    assert breed("日本") == 4
    assert wikkel("日本 日本", 5) == ["日本", "日本"]


def test_a_hard_space_holds_words_together_and_is_printed_as_a_plain_one():
    assert wikkel("betaald €\u00a048.250,00", 12) == ["betaald", "€ 48.250,00"]


def test_parts_of_a_row_stay_whole():
    assert Papier(20).alinea(bijeen(("4 te laat", "2 bij ons", "1 later"))) == [
        "4 te laat ·",
        "2 bij ons · 1 later",
    ]


def test_a_cell_wraps_inside_its_own_column():
    tafel = tabel(Papier(36), (Kolom("nr"), Kolom("wat", minst=10), Kolom("bij")), RIJEN)
    assert [regel for rij in RIJEN for regel in tafel.rij(*rij)] == [
        " T1  Start binnen zes      aanbieder",
        "     weken na de",
        "     beschikking van de",
        "     gemeente",
        " T2  Uitval                WIJ",
    ]


def test_numbers_stand_at_the_right_of_their_column():
    tafel = tabel(
        Papier(40), (Kolom("norm", rechts=True), Kolom("x")), [("100,0", "a"), ("9,5", "b")]
    )
    assert tafel.rij("9,5", "b") == ["   9,5  b"]


def test_on_narrow_paper_a_row_says_its_titles():
    kolommen = (Kolom("nr"), Kolom("wat"), Kolom("bij"))
    assert tabelregels(Papier(60), kolommen, [("T2", "Uitval", "WIJ")]) == [
        " T2",
        "   wat Uitval · bij WIJ",
    ]


def test_a_heading_that_does_not_fit_puts_the_right_part_beneath():
    assert Papier(30).kop("De Klaproos", "18 mei 2026") == ["De Klaproos        18 mei 2026"]
    assert Papier(20).kop("De Klaproos", "18 mei 2026") == ["De Klaproos", "18 mei 2026"]


def test_styles_are_only_there_when_asked_for_and_leave_the_text_alone():
    assert Papier(40).alinea(Cel("te laat", "rood")) == ["te laat"]
    assert Papier(40, kleur=True).alinea(Cel("te laat", "rood")) == ["\x1b[1;31mte laat\x1b[0m"]


def test_a_style_does_not_shift_the_columns():
    plat, geverfd = (
        tabel(Papier(40, kleur), (Kolom(), Kolom()), [("WIJ", "x")]) for kleur in (False, True)
    )
    regel = geverfd.rij(Cel("WIJ", "vet"), "x")[0].replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert regel == plat.rij("WIJ", "x")[0]


@pytest.mark.parametrize(
    ("tekst", "hoofdletter", "wordt"),
    [
        ("het is te laat", True, "Het is te laat."),
        ("Het is te laat.", False, "het is te laat."),
        ("SDFL  kiest\nnu", False, "SDFL kiest nu."),
        ("J45 vraagt dit", False, "J45 vraagt dit."),
    ],
)
def test_a_sentence_starts_and_ends_as_one(tekst, hoofdletter, wordt):
    assert zin(tekst, hoofdletter=hoofdletter) == wordt
