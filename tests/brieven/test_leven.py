"""The life of a letter by commands, and every term that it starts, to the day.

It is approved, sent, returned, sent again, delivered, replaced and answered.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdf
import pytest
import typst

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests.brieven.levende_brief import BRIEF, DOSSIER, NAAM, Bureau
from tests.klein_register import lees, schrijf
from tests.toetsen import Toetsen

MAATREGEL = "escalaties/2026-01-12-wachttijd/2026-05-04-maatregel-ingebrekestelling"
GEDRUKT = {"bezwaar": "2026-05-18", "herstel T1": "2026-06-09", "herstel T2": "2026-06-09"}
"""Twenty and five workdays from the assumed receipt on Thursday 7 May: 14 and 15 May and Whit
Monday do not count."""


def alle(dag: str, herstel: str, voorlopig: bool) -> dict[str, tuple[str | None, bool]]:
    return {
        "bezwaar": (dag, voorlopig),
        "herstel T1": (herstel, voorlopig),
        "herstel T2": (herstel, voorlopig),
    }


GEEN = {"bezwaar": (None, False), "herstel T1": (None, False), "herstel T2": (None, False)}


# -- terms
# ----------------------------------------------------------------------------------


def test_the_days_printed_are_the_days_of_the_werklijst_after_dispatch(bureau: Bureau) -> None:
    """J40, J45: what `brief maak` counts is what the werklijst shows, marked provisional."""
    gedrukt = {
        f"{g.termijn}{f' {g.tekortkoming}' if g.tekortkoming else ''}": str(g.uiterlijk)
        for g in bureau.kaart().genoemd
    }
    assert gedrukt == GEDRUKT
    tekst = (bureau.map / BRIEF / "brief.md").read_text(encoding="utf-8")
    assert all(
        dag in tekst
        for dag in ("maandag 18 mei 2026", "dinsdag 9 juni 2026", "woensdag 10 juni 2026")
    )
    assert bureau.dagen("2026-05-04") == GEEN
    bureau.verzonden("2026-05-04")
    assert bureau.dagen("2026-05-04") == {naam: (dag, True) for naam, dag in gedrukt.items()}
    assert [
        (g.termijn, str(g.uiterlijk))
        for g in bureau.feit("2026-05-04-verzonden-aangetekend").genoemd
    ] == [("herstel", "2026-06-09"), ("herstel", "2026-06-09"), ("bezwaar", "2026-05-18")]


def test_a_letter_does_not_leave_before_the_day_that_is_on_it(bureau: Bureau) -> None:
    """What it tells was not there yet; that is said, and not that all of it is missing."""
    weg = ("brief", "verzonden", DOSSIER, NAAM, "--kanaal", "aangetekend")
    gezegd = bureau.doe("2026-05-04", *weg, "--datum", "2026-05-01", uit=2)
    assert "is gedateerd op 4 mei 2026; een verzending op 1 mei 2026 ligt daarvóór" in gezegd
    assert "BRF501" not in gezegd
    assert "brief maak" not in gezegd, "its measure is of a later day"
    antwoord = ("antwoord", "--contract", "ambulant", "--tekst", "onderdeel=antwoord tekst=Nee.")
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, *antwoord)
    weg = ("brief", "verzonden", DOSSIER, "2026-05-04-antwoord", "--kanaal", "gewone post")
    gezegd = bureau.doe("2026-05-04", *weg, "--datum", "2026-05-01", uit=2)
    maak = f"clm brief maak {DOSSIER} 2026-05-04-antwoord --datum 2026-05-01"
    assert maak in " ".join(gezegd.split())
    bureau.doe("2026-05-04", *maak.split()[1:])
    bureau.doe("2026-05-04", *weg, "--datum", "2026-05-01")


WEGEN = [
    (
        "early: the printed days are a floor for the other party",
        "v:05-04 b:05-06",
        alle("2026-05-18", "2026-06-09", False),
    ),
    ("on the assumed day", "v:05-04 b:05-07", alle("2026-05-18", "2026-06-09", False)),
    (
        "late: the counted days are later and hold",
        "v:05-04 b:05-12",
        alle("2026-05-21", "2026-06-12", False),
    ),
    ("returned, the address was wrong: no term runs", "v:05-04 x:05-12", GEEN),
    (
        "not collected (3:37 lid 3 BW): from the return, and provisional",
        "v:05-04 r:05-12",
        alle("2026-05-21", "2026-06-12", True),
    ),
    (
        "returned and sent again unchanged: from the new assumed receipt",
        "v:05-04 r:05-12 v:05-18",
        alle("2026-05-28", "2026-06-18", True),
    ),
    (
        "returned, sent again and delivered",
        "v:05-04 r:05-12 v:05-18 b:05-19:05-18-verzonden",
        alle("2026-05-27", "2026-06-17", False),
    ),
    (
        "two channels: the first delivery counts",
        "v:05-04 v:05-04:e-mail b:05-04:e-mail b:05-08:aangetekend",
        alle("2026-05-18", "2026-06-09", False),
    ),
    (
        "two channels, both late: the first of them counts",
        "v:05-04 v:05-04:e-mail b:05-13:aangetekend b:05-12:e-mail",
        alle("2026-05-21", "2026-06-12", False),
    ),
    (
        "one channel came back, the other is under way",
        "v:05-04 v:05-04:e-mail r:05-12:aangetekend",
        alle("2026-05-18", "2026-06-09", True),
    ),
    (
        "one channel came back, the other arrived late",
        "v:05-04 v:05-04:e-mail r:05-12:aangetekend b:05-12:e-mail",
        alle("2026-05-21", "2026-06-12", False),
    ),
    (
        "a day later than its date: the counted days hold",
        "v:05-06",
        alle("2026-05-19", "2026-06-10", True),
    ),
]


@pytest.mark.parametrize(
    ("weg", "verwacht"), [rij[1:] for rij in WEGEN], ids=[rij[0] for rij in WEGEN]
)
def test_terms_follow_the_way_of_the_letter(
    bureau: Bureau, weg: str, verwacht: dict[str, tuple[str | None, bool]]
) -> None:
    """Design §5, 3:37 lid 3 BW, J40, J45: dispatch and receipt are two facts.

    A printed day holds for the right of the other party.
    """
    for stap in weg.split():
        wat, dag, *rest = stap.split(":")
        if wat == "v":
            bureau.verzonden(f"2026-{dag}", *rest)
        elif wat == "b":
            bureau.bezorgd(f"2026-{dag}", rest[0] if rest else None)
        elif wat == "x":
            bureau.retour(f"2026-{dag}", reden="adres onjuist")
        else:
            bureau.retour(f"2026-{dag}", rest[0] if rest else None)
    assert bureau.dagen("2026-05-13") == verwacht


def test_between_return_and_a_new_dispatch_the_list_says_that_no_term_runs(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    gezegd = bureau.retour("2026-05-12", reden="adres onjuist")
    assert "er loopt GEEN termijn" in gezegd
    assert f"--vervangt brieven/{NAAM}" in gezegd
    terug = [p for p in bureau.punten("2026-05-13") if p.soort == "brief-retour"]
    assert [p.wat for p in terug] == [
        "Brief kwam terug: ingebrekestelling (trede 3); er loopt GEEN termijn"
    ]
    bureau.verzonden("2026-05-18")
    assert not [p for p in bureau.punten("2026-05-18") if p.soort == "brief-retour"]


def test_waarom_shows_both_days_and_which_of_them_holds(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-06")
    lijst = bureau.json("2026-05-11", "werklijst", "--dagen", "60")
    nr = next(rij["nr"] for rij in lijst["regels"] if rij["soort"] == "bezwaar")
    uitleg = " ".join(bureau.doe("2026-05-11", "waarom", str(nr), "--dagen", "60").split())
    assert "maandag 18 mei 2026" in uitleg
    assert "18 mei 2026 staat in de brief" in uitleg
    assert "wo 13 mei gerekend: 5 werkdagen na wo 6 mei" in uitleg, "counted from receipt on 6 May"
    assert "▶ ma 18 mei afgedrukt in de brief" in uitleg
    assert "ontvangen op 6 mei 2026: handtekening" in uitleg


def test_a_letter_with_other_dates_is_a_new_letter_that_starts_its_own_terms(
    bureau: Bureau,
) -> None:
    """A replacement that lies on a desk ends nothing; from its dispatch on its own days count."""
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-07")
    eigen = [
        "--tekst",
        "onderdeel=aansprakelijkheid tekst='U vergoedt de schade (artikel 14).'",
        "--tekst",
        "onderdeel=herhaling tekst='Dan kunnen wij de overeenkomst beëindigen.'",
    ]
    bureau.doe(
        "2026-05-18",
        "brief",
        "maak",
        DOSSIER,
        "ingebrekestelling",
        "2026-01-12-wachttijd",
        "--vervangt",
        f"brieven/{NAAM}",
        *eigen,
    )
    nieuw = "2026-05-18-ingebrekestelling"
    assert bureau.dagen("2026-05-18") == alle("2026-05-18", "2026-06-09", False)
    bureau.verzonden("2026-05-18", brief=nieuw)
    assert {f"{g.termijn}": str(g.uiterlijk) for g in bureau.kaart(nieuw).genoemd} == {
        "bezwaar": "2026-05-28",
        "herstel": "2026-06-18",
    }
    assert bureau.dagen("2026-05-18") == alle("2026-05-28", "2026-06-18", True)
    standen = {
        rij["brief"]: rij["zin"] for rij in bureau.json("2026-05-18", "brief", "lijst", DOSSIER)
    }
    assert standen[NAAM].startswith(
        f"vervangen door {nieuw}; verzonden op 4 mei 2026 (aangetekend)"
    )


def test_a_replacement_of_a_letter_that_came_back_counts_at_once(bureau: Bureau) -> None:
    """Nothing reached them, so only the new letter has to go out."""
    bureau.verzonden("2026-05-04")
    bureau.retour("2026-05-12")
    kaart = (bureau.map / BRIEF / "brief.yaml").read_text(encoding="utf-8")
    schrijf(
        bureau.map,
        {
            f"{DOSSIER}/brieven/2026-05-18-nieuw/brief.yaml": kaart.replace(
                "2026-05-04\n", "2026-05-18\n"
            )
            + f"vervangt: brieven/{NAAM}\n"
        },
    )
    soorten = [p.soort for p in bureau.punten("2026-05-18") if p.soort.startswith("brief-")]
    assert soorten == ["brief-verzenden"]
    assert bureau.dagen("2026-05-18") == GEEN


# -- dispatch
# ----------------------------------------------------------------------------------


def test_a_dispatch_holds_the_document_the_seal_the_days_and_the_address(bureau: Bureau) -> None:
    gezegd = bureau.verzonden("2026-05-04")
    feit = bureau.feit("2026-05-04-verzonden-aangetekend")
    map_ = bureau.map / BRIEF
    assert feit.document.bestand == "brief.pdf"
    assert feit.document.sha256 == hashlib.sha256((map_ / "brief.pdf").read_bytes()).hexdigest()
    assert feit.kaart_sha256 == hashlib.sha256((map_ / "brief.yaml").read_bytes()).hexdigest()
    adres = next(
        b.record.postadres
        for b in laad(bureau.map).register.bestanden
        if b.pad == f"{DOSSIER}/aanbieder.yaml"
    )
    assert feit.aan == f"{adres.straat}, {adres.postcode} {adres.plaats}"
    assert f"clm brief bezorgd {DOSSIER} {NAAM}" in gezegd


def test_a_concept_can_never_be_approved_or_recorded_as_sent(bureau: Bureau) -> None:
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, NAAM, "--concept")
    assert bureau.kaart().concept == "ja"
    assert "is een concept" in bureau.verzonden("2026-05-04", uit=2)
    assert "is een concept" in bureau.doe("2026-05-04", "brief", "akkoord", DOSSIER, NAAM, uit=2)
    assert not list((bureau.map / BRIEF).glob("2026*.yaml"))
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, NAAM)
    assert bureau.kaart().concept == "nee"
    bureau.verzonden("2026-05-04")


def test_a_concept_with_a_gap_says_which_part_is_missing(bureau: Bureau) -> None:
    bureau.doe(
        "2026-05-04",
        "brief",
        "maak",
        DOSSIER,
        NAAM,
        "--concept",
    )
    concept = NAAM
    mist = bureau.kaart(concept).ontbreekt
    gezegd = bureau.verzonden("2026-05-04", brief=concept, uit=2)
    assert (
        gezegd.count(
            f"{concept} is een concept: er ontbreekt nog {', '.join(mist)}."
            if mist
            else f"{concept} is een concept."
        )
        == 1
    )
    assert f"clm brief maak {DOSSIER} {concept}" in gezegd


def test_a_document_that_was_changed_is_refused_until_it_is_made_again(bureau: Bureau) -> None:
    pdf = bureau.map / BRIEF / "brief.pdf"
    goed = pdf.read_bytes()
    pdf.write_bytes(goed + b"\n")
    gezegd = bureau.verzonden("2026-05-04", uit=2)
    assert "brief.pdf is veranderd sinds het is gemaakt" in gezegd
    assert f"clm brief maak {DOSSIER} {NAAM}" in gezegd
    pdf.unlink()
    assert "brief.pdf ligt niet meer in" in bureau.verzonden("2026-05-04", uit=2)
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, NAAM)
    bureau.verzonden("2026-05-04")
    assert pdf.read_bytes() == goed


def test_the_scan_that_really_went_out_is_taken_up_and_hashed(
    bureau: Bureau, tmp_path: Path
) -> None:
    scan = tmp_path / "getekend.pdf"
    scan.write_bytes((bureau.map / BRIEF / "brief.pdf").read_bytes() + b"%getekend\n")
    gezegd = bureau.verzonden("2026-05-04", "aangetekend", "--document", str(scan))
    assert f"geschreven: {BRIEF}/getekend.pdf" in gezegd
    feit = bureau.feit("2026-05-04-verzonden-aangetekend")
    assert (feit.document.bestand, feit.document.sha256) == (
        "getekend.pdf",
        hashlib.sha256(scan.read_bytes()).hexdigest(),
    )
    assert [str(g.uiterlijk) for g in feit.genoemd] == ["2026-06-09", "2026-06-09", "2026-05-18"]
    bureau.verzonden("2026-05-04", "e-mail")
    assert bureau.feit("2026-05-04-verzonden-e-mail").document.bestand == "getekend.pdf", (
        "the other channel is of what went out first"
    )


def test_another_document_without_the_days_of_the_card_is_refused(
    bureau: Bureau, tmp_path: Path
) -> None:
    """What is printed counts: the days of the fact are those of the document that went out."""
    anders = tmp_path / "anders.md"
    tekst = (bureau.map / BRIEF / "brief.md").read_text(encoding="utf-8")
    anders.write_text(tekst.replace("9 juni 2026", "16 juni 2026"), encoding="utf-8")
    gezegd = bureau.verzonden("2026-05-04", "aangetekend", "--document", str(anders), uit=2)
    assert (
        "In anders.md staan niet de dagen van de kaart (herstel T1: dinsdag 9 juni 2026; "
        "herstel T2: dinsdag 9 juni 2026)"
    ) in gezegd
    zelf = [
        deel
        for t in ("T1", "T2")
        for deel in (
            "--genoemd",
            f"termijn=herstel tekortkoming={t} uiterlijk=2026-06-16 kalender=atw",
        )
    ]
    bureau.verzonden(
        "2026-05-04",
        "aangetekend",
        "--document",
        str(anders),
        *zelf,
        "--genoemd",
        "termijn=bezwaar uiterlijk=2026-05-18 kalender=atw",
    )
    assert bureau.dagen("2026-05-04") == alle("2026-05-18", "2026-06-16", True)


def test_a_picture_holds_no_text_and_that_is_said(bureau: Bureau, tmp_path: Path) -> None:
    foto = tmp_path / "foto.png"
    foto.write_bytes(b"\x89PNG")
    assert (
        "van foto.png is geen tekst te lezen; clm neemt aan dat de dagen van de kaart erin staan"
        in bureau.verzonden("2026-05-04", "aangetekend", "--document", str(foto))
    )


def test_a_second_dispatch_is_of_precisely_the_same_letter(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    kaart = bureau.map / BRIEF / "brief.yaml"
    kaart.write_text(
        kaart.read_text(encoding="utf-8").replace(
            "onderwerp: ingebrekestelling", "onderwerp: brief"
        ),
        encoding="utf-8",
    )
    gezegd = bureau.verzonden("2026-05-05", "e-mail", uit=2)
    assert "brief.yaml is gewijzigd nadat" in gezegd
    assert f"--vervangt brieven/{NAAM}" in gezegd


@pytest.mark.parametrize(
    ("dag", "kanaal", "zin"),
    [
        (
            "2026-05-06",
            "aangetekend",
            (
                f"is hij nog niet weg, maak hem dan opnieuw: clm brief maak {DOSSIER} {NAAM} "
                "--datum 2026-05-06"
            ),
        ),
        (
            "2026-05-06",
            "aangetekend",
            "BRF507 de brief is van maandag 4 mei 2026, maar verzonden op woensdag 6 mei 2026",
        ),
        ("2026-05-04", "e-mail", "BRF503 deze brief is niet aangetekend verzonden"),
        (
            "2026-05-04",
            "koerier",
            (
                "in de brief staat dat hij gaat per aangetekend, gewone post, e-mail; koerier "
                "staat daar niet bij"
            ),
        ),
        ("2026-05-04", "aangetekend", "BRF504 deze brief is verzonden, maar er is geen akkoord"),
    ],
)
def test_what_is_unusual_about_a_dispatch_is_said(
    bureau: Bureau, dag: str, kanaal: str, zin: str
) -> None:
    """J40 wants registered post; the printed days were counted from the date on the letter."""
    assert zin in bureau.verzonden(dag, kanaal)


def test_a_dispatch_on_its_day_by_registered_post_with_approval_brings_no_remark(
    bureau: Bureau,
) -> None:
    bureau.doe("2026-05-04", "brief", "akkoord", DOSSIER, NAAM, door="dir")
    assert "let op" not in bureau.verzonden("2026-05-04").replace("Let op: clm rekent", "")


def test_made_again_on_a_later_day_the_letter_has_later_days(bureau: Bureau) -> None:
    bureau.doe("2026-05-06", "brief", "maak", DOSSIER, NAAM, "--datum", "2026-05-06")
    assert str(bureau.kaart().datum) == "2026-05-06"
    assert {str(g.uiterlijk) for g in bureau.kaart().genoemd} == {"2026-06-10", "2026-05-19"}
    bureau.verzonden("2026-05-06")
    assert bureau.dagen("2026-05-06") == alle("2026-05-19", "2026-06-10", True)


def test_making_a_letter_again_changes_only_what_differs(bureau: Bureau) -> None:
    kaart = bureau.map / BRIEF / "brief.yaml"
    kaart.write_text(
        "# kaart van mia\n"
        + kaart.read_text(encoding="utf-8").replace(
            "contracten: [ambulant]", "contracten:   [ambulant]  # alleen dit"
        ),
        encoding="utf-8",
    )
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, NAAM, "--uw-kenmerk", "uw brief van 2 mei")
    tekst = kaart.read_text(encoding="utf-8")
    assert tekst.startswith("# kaart van mia\n")
    assert "contracten:   [ambulant]  # alleen dit" in tekst
    assert "uw_kenmerk: uw brief van 2 mei" in tekst


MIS = [
    (
        ["--kanaal", "normale post"],
        "'normale post' is geen kanaal.",
        'bedoelt u --kanaal "gewone post"?',
    ),
    (["--kanaal", "post"], "'post' is geen kanaal.", 'bedoelt u --kanaal "gewone post"?'),
    (["--kanaal", "duif"], "'duif' is geen kanaal.", "kies uit aangetekend, gewone post"),
    (["--kanaal", "portaal"], "Dit ontbreekt nog: --aan", "geef het als optie"),
    (
        ["--kanaal", "koerier", "--document", "weg.pdf"],
        "is niet te lezen",
        "noem het pad van het bestand",
    ),
    (
        ["--kanaal", "koerier", "--datum", "2026-06-01"],
        "ligt na vandaag",
        "noem de dag waarop het gebeurde",
    ),
]


@pytest.mark.parametrize(("woorden", "wat", "nu"), MIS)
def test_a_mistake_at_a_dispatch_is_answered(
    bureau: Bureau, woorden: list[str], wat: str, nu: str
) -> None:
    gezegd = bureau.doe("2026-05-04", "brief", "verzonden", DOSSIER, NAAM, *woorden, uit=2)
    assert wat in gezegd
    assert nu in gezegd
    assert not list((bureau.map / BRIEF).glob("2026*.yaml"))


def test_a_letter_without_a_document_is_refused(bureau: Bureau) -> None:
    schrijf(
        bureau.map,
        {
            f"{DOSSIER}/brieven/2026-05-02-los/brief.yaml": (
                "richting: uitgaand\nsoort: bevestiging-afspraak\nonderwerp: afspraak\ndatum: "
                "2026-05-02\ncontracten: [ambulant]\n"
            )
        },
    )
    gezegd = bureau.verzonden("2026-05-04", "koerier", brief="2026-05-02-los", uit=2)
    assert "Bij 2026-05-02-los ligt nog geen stuk" in gezegd


def test_a_note_for_ourselves_waits_for_no_post_and_a_memo_goes_to_the_municipalities(
    bureau: Bureau,
) -> None:
    """J07: what is meant for us or for the municipalities never gets the provider's address."""
    for soort in ("adviesnota", "memo-uitvoering"):
        kaart = (
            f"richting: uitgaand\nsoort: {soort}\nonderwerp: {soort}\ndatum: "
            "2026-05-04\ncontracten: [ambulant]\ndocument: {bestand: stuk.md}\n"
        )
        schrijf(bureau.map, {f"{DOSSIER}/brieven/2026-05-04-{soort}/brief.yaml": kaart})
        (bureau.map / DOSSIER / "brieven" / f"2026-05-04-{soort}" / "stuk.md").write_text(
            "Stuk.", encoding="utf-8"
        )
    assert [p.wat for p in bureau.punten("2026-05-04") if p.soort == "brief-verzenden"] == [
        "Brief nog niet verzonden: ingebrekestelling (trede 3)",
        "Brief nog niet verzonden: memo-uitvoering",
    ]
    memo = "2026-05-04-memo-uitvoering"
    assert "Dit ontbreekt nog: --aan" in bureau.doe(
        "2026-05-04", "brief", "verzonden", DOSSIER, memo, "--kanaal", "gewone post", uit=2
    )
    bureau.doe(
        "2026-05-04",
        "brief",
        "verzonden",
        DOSSIER,
        memo,
        "--kanaal",
        "gewone post",
        "--aan",
        "toegang Lindestad",
    )
    assert not [
        p
        for p in bureau.punten("2026-05-20")
        if p.soort in ("brief-ontvangst", "brief-verzenden") and "memo" in p.wat
    ]


# -- approval
# ----------------------------------------------------------------------------------


def test_an_approval_binds_a_person_and_a_role_to_precisely_the_document(bureau: Bureau) -> None:
    bureau.doe("2026-05-04", "brief", "akkoord", DOSSIER, NAAM, door="dir")
    feit = bureau.feit("2026-05-04-akkoord-beslisser")
    assert (feit.van, feit.rol, feit.document.bestand) == ("dir", "beslisser", "brief.pdf")
    assert feit.document.sha256 == bureau.kaart().document.sha256
    stand = bureau.json("2026-05-04", "brief", "lijst", DOSSIER)[0]
    assert (stand["toestand"], stand["akkoord"]) == (
        "klaar",
        "akkoord van drs. D. Bakker (beslisser) op 4 mei 2026",
    )


def test_a_changed_document_needs_a_new_approval_and_this_shows(bureau: Bureau) -> None:
    bureau.doe("2026-05-04", "brief", "akkoord", DOSSIER, NAAM, door="dir")
    oud = (bureau.map / BRIEF / "brief.pdf").read_bytes()
    bureau.doe("2026-05-04", "brief", "maak", DOSSIER, NAAM, "--uw-kenmerk", "uw brief van 2 mei")
    assert (bureau.map / BRIEF / "brief.pdf").read_bytes() == oud, (
        "what was approved stays what it was"
    )
    assert bureau.kaart().document.bestand == "brief-2.pdf"
    stand = bureau.json("2026-05-04", "brief", "lijst", DOSSIER)[0]
    assert stand["akkoord"] == (
        "geen akkoord op dit stuk: drs. D. Bakker gaf op 4 mei 2026 akkoord op een eerdere "
        "versie (brief.pdf)"
    )
    assert (
        "BRF504 deze brief is verzonden, maar akkoord is er alleen op een ander document"
        in bureau.verzonden("2026-05-04")
    )


def test_who_approves_is_somebody_of_the_register(bureau: Bureau) -> None:
    assert "'dirk' is geen persoon in organisatie.yaml." in bureau.doe(
        "2026-05-04", "brief", "akkoord", DOSSIER, NAAM, "--van", "dirk", uit=2
    )
    assert "laat een ander meekijken" in bureau.doe("2026-05-04", "brief", "akkoord", DOSSIER, NAAM)


# -- delivery and return
# ----------------------------------------------------------------------------------


def test_with_more_dispatches_the_one_that_is_meant_has_to_be_named(bureau: Bureau) -> None:
    assert "nog geen verzending" in bureau.doe(
        "2026-05-04",
        "brief",
        "bezorgd",
        DOSSIER,
        NAAM,
        "--bewijs",
        "x",
        "--datum",
        "2026-05-04",
        uit=2,
    )
    bureau.verzonden("2026-05-04")
    bureau.verzonden("2026-05-04", "e-mail")
    gezegd = bureau.doe(
        "2026-05-05",
        "brief",
        "bezorgd",
        DOSSIER,
        NAAM,
        "--bewijs",
        "leesbevestiging",
        "--datum",
        "2026-05-05",
        uit=2,
    )
    assert (
        "2026-05-04-verzonden-aangetekend (aangetekend), 2026-05-04-verzonden-e-mail (e-mail)"
        in gezegd
    )
    assert "is geen verzending van" in bureau.doe(
        "2026-05-05",
        "brief",
        "retour",
        DOSSIER,
        NAAM,
        "--reden",
        "x",
        "--bij",
        "koerier",
        "--datum",
        "2026-05-05",
        uit=2,
    )
    bureau.bezorgd("2026-05-05", "e-mail")
    assert bureau.feit("2026-05-05-bezorgd-e-mail").bij == "2026-05-04-verzonden-e-mail"
    assert "telt nog" in bureau.retour("2026-05-12"), "one is left, so it need not be named"


def test_nothing_arrives_before_it_was_sent(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-06")
    gezegd = bureau.doe(
        "2026-05-07",
        "brief",
        "bezorgd",
        DOSSIER,
        NAAM,
        "--bewijs",
        "x",
        "--datum",
        "2026-05-05",
        uit=2,
    )
    assert "bezorgd op 5 mei 2026 kan niet: deze verzending is van 6 mei 2026" in gezegd


# -- theirs
# ----------------------------------------------------------------------------------


def binnen(bureau: Bureau, tmp_path: Path, *meer: str, uit: int = 0) -> str:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 hun brief")
    kanaal = () if "--kanaal" in meer else ("--kanaal", "e-mail")
    return bureau.doe(
        "2026-05-18",
        "brief",
        "binnengekomen",
        DOSSIER,
        "--document",
        str(scan),
        *("--datum", "2026-05-18"),
        *kanaal,
        *meer,
        uit=uit,
    )


def test_their_letter_gets_a_folder_with_card_scan_and_fact(bureau: Bureau, tmp_path: Path) -> None:
    """J45: sent and received are two days; an objection leads on to the ladder."""
    bureau.verzonden("2026-05-04")
    gezegd = binnen(
        bureau,
        tmp_path,
        "--soort",
        "bezwaar",
        "--onderwerp",
        "bezwaar tegen de ingebrekestelling",
        "--verzonden",
        "15 mei 2026",
        "--verzonden-bewijs",
        "poststempel",
        "--kanaal",
        "aangetekend",
        "--bij",
        NAAM,
        "--kenmerk",
        "DW/26/8",
        "--antwoord-uiterlijk",
        "2026-06-01",
    )
    assert (
        f"clm escalatie bezwaar {DOSSIER} --ontvangen 2026-05-18 --schriftelijk ja --brief "
        "brieven/2026-05-18-bezwaar/brief"
    ) in gezegd
    kaart, feit = (
        bureau.kaart("2026-05-18-bezwaar"),
        bureau.feit("2026-05-18-binnengekomen", "2026-05-18-bezwaar"),
    )
    assert (kaart.richting, kaart.soort, str(kaart.datum), kaart.kenmerk, kaart.contracten) == (
        "inkomend",
        "bezwaar",
        "2026-05-15",
        "DW/26/8",
        ("ambulant",),
    )
    assert (kaart.bij, kaart.escalatie) == (
        f"brieven/{NAAM}/brief",
        "escalaties/2026-01-12-wachttijd",
    )
    assert (str(feit.datum), str(feit.verzonden), feit.verzonden_bewijs, feit.kanaal) == (
        "2026-05-18",
        "2026-05-15",
        "poststempel",
        "aangetekend",
    )
    assert feit.document.sha256 == hashlib.sha256(b"%PDF-1.7 hun brief").hexdigest()
    assert (
        bureau.map / DOSSIER / "brieven/2026-05-18-bezwaar/scan.pdf"
    ).read_bytes() == b"%PDF-1.7 hun brief"
    wacht = [p for p in bureau.punten("2026-05-18") if p.soort == "antwoord"]
    assert [(str(p.uiterlijk), p.nu) for p in wacht] == [
        ("2026-06-01", f"clm brief maak {DOSSIER} antwoord --bij brieven/2026-05-18-bezwaar")
    ]


def test_the_command_for_an_answer_makes_one_and_the_list_is_satisfied(
    bureau: Bureau, tmp_path: Path
) -> None:
    binnen(
        bureau,
        tmp_path,
        "--soort",
        "vraag",
        "--onderwerp",
        "vraag over de tarieven",
        "--contract",
        "ambulant",
        "--antwoord-uiterlijk",
        "2026-06-01",
    )
    bureau.doe(
        "2026-05-18",
        "brief",
        "maak",
        DOSSIER,
        "antwoord",
        "--bij",
        "brieven/2026-05-18-vraag",
        "--tekst",
        "onderdeel=antwoord tekst='Wij indexeren volgens het contract.'",
    )
    assert not [p for p in bureau.punten("2026-05-18") if p.soort == "antwoord"]
    tekst = (bureau.map / DOSSIER / "brieven/2026-05-18-antwoord/brief.md").read_text(
        encoding="utf-8"
    )
    assert "Wij indexeren volgens het contract" in tekst
    assert "uw brief van 18 mei 2026" in tekst


HUN_MIS = [
    ([], "Dit ontbreekt nog: --onderwerp (Waar hun brief over gaat); --contract (Over welke"),
    (["--onderwerp", "x", "--bij", "niets"], "'niets' leidt nergens heen"),
    (
        ["--onderwerp", "x", "--contract", "ambulant", "--verzonden", "2026-05-20"],
        "verzonden op 20 mei 2026 en al ontvangen op 18 mei 2026: dat kan niet",
    ),
    (["--onderwerp", "x", "--contract", "ambulant", "--verzonden", "ooit"], "verzonden:"),
    (["--onderwerp", "x"], "Dit ontbreekt nog: --contract (Over welke contracten hun brief gaat)"),
    (["--onderwerp", "x", "--contract", "wonen"], "'wonen' is geen contract van wilgenroos."),
    (["--onderwerp", "x", "--contract", "ambulant", "--kanaal", "duif"], "duif"),
]


@pytest.mark.parametrize(("woorden", "wat"), HUN_MIS)
def test_a_mistake_about_their_letter_is_answered_and_writes_nothing(
    bureau: Bureau, tmp_path: Path, woorden: list[str], wat: str
) -> None:
    assert wat in binnen(bureau, tmp_path, *woorden, uit=2)
    assert [p.name for p in (bureau.map / DOSSIER / "brieven").iterdir()] == [NAAM]


def test_their_letter_without_a_scan_is_refused(bureau: Bureau) -> None:
    assert "Dit ontbreekt nog: --document (De scan of het bestand van hun brief" in bureau.doe(
        "2026-05-18",
        "brief",
        "binnengekomen",
        DOSSIER,
        "--onderwerp",
        "x",
        *("--datum", "2026-05-18", "--kanaal", "e-mail"),
        uit=2,
    )
    assert "is niet te lezen" in bureau.doe(
        "2026-05-18",
        "brief",
        "binnengekomen",
        DOSSIER,
        "--onderwerp",
        "x",
        *("--contract", "ambulant", "--document", "weg.pdf"),
        *("--datum", "2026-05-18", "--kanaal", "e-mail"),
        uit=2,
    )


def test_what_was_typed_about_their_letter_is_kept_and_can_be_given_again(
    bureau: Bureau, tmp_path: Path
) -> None:
    gezegd = binnen(bureau, tmp_path, "--onderwerp", "vraag over de tarieven", uit=2)
    concept = re.search(r"bewaard in (\S+) ", gezegd)
    assert concept
    bureau.doe(
        "2026-05-18",
        "brief",
        "binnengekomen",
        DOSSIER,
        "--bestand",
        concept[1],
        "--contract",
        "ambulant",
    )
    assert bureau.kaart("2026-05-18-brief").onderwerp == "vraag over de tarieven"


def test_the_same_dispatch_twice_is_asked_about(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    assert (
        "er is al een verzending van 4 mei 2026 per aangetekend vastgelegd; was dit een tweede?"
        in bureau.verzonden("2026-05-04")
    )


def test_an_objection_of_which_nobody_knows_when_it_was_sent_asks_for_that_day(
    bureau: Bureau, tmp_path: Path
) -> None:
    assert "geef --verzonden" in binnen(
        bureau, tmp_path, "--soort", "bezwaar", "--onderwerp", "bezwaar", "--bij", MAATREGEL
    )


@pytest.mark.parametrize(
    "woorden",
    [
        ("verzonden", "--kanaal", "e-mail", "--aan", "Bloem"),
        ("bezorgd", "--bewijs", "leesbevestiging", "--datum", "2026-05-18"),
        ("retour", "--reden", "niet afgehaald", "--datum", "2026-05-18"),
        ("akkoord",),
    ],
    ids=lambda woorden: woorden[0],
)
def test_a_letter_of_theirs_is_not_ours_to_send(
    woorden: tuple[str, ...], bureau: Bureau, tmp_path: Path
) -> None:
    binnen(bureau, tmp_path, "--onderwerp", "vraag", "--contract", "ambulant")
    naam, *rest = woorden
    gezegd = bureau.doe("2026-05-18", "brief", naam, DOSSIER, "2026-05-18-brief", *rest, uit=2)
    assert "is een brief van de aanbieder; die verzendt u niet" in " ".join(gezegd.split())
    assert f"nu: clm brief lijst {DOSSIER}" in gezegd, "that it came in is recorded"


def test_a_hearing_in_the_case_answers_the_letter_that_invited_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J36: what was said in the hearing needs no letter of theirs."""
    from tests.brieven.levende_brief import opdracht
    from tests.brieven.volle_registers import bouw, brief_van, maak, verstuur

    bouw(tmp_path, "J", "2026-02-10")
    assert maak(tmp_path, "J", opdracht("bevindingen"), "--vorm", "pdf") == 0
    verstuur(
        tmp_path, brief_van(tmp_path, "J", opdracht("bevindingen")), "2026-02-10", "2026-02-12"
    )
    bureau = Bureau(tmp_path, capsys)
    assert [
        str(p.uiterlijk) for p in bureau.punten("2026-03-02") if p.soort == "antwoord-gevraagd"
    ] == ["2026-02-26"]
    bouw(tmp_path, "J", "2026-03-02")
    assert [p for p in bureau.punten("2026-03-02") if p.soort == "antwoord-gevraagd"] == []


# -- the list
# ----------------------------------------------------------------------------------


def test_the_list_says_in_plain_words_where_each_letter_stands(bureau: Bureau) -> None:
    def stand(dag: str) -> tuple[str, str]:
        (rij,) = bureau.json(dag, "brief", "lijst", DOSSIER)
        return rij["toestand"], rij["zin"]

    assert stand("2026-05-04") == ("klaar", "klaar om te verzenden")
    bureau.verzonden("2026-05-04")
    assert stand("2026-05-04") == (
        "onderweg",
        "verzonden op 4 mei 2026 (aangetekend); vermoede ontvangst 7 mei 2026, nog niet vastgelegd",
    )
    bureau.retour("2026-05-12")
    assert stand("2026-05-12") == (
        "retour",
        (
            "verzonden op 4 mei 2026 (aangetekend); retour op 12 mei 2026 (niet afgehaald): of "
            "een termijn loopt, is ONBEKEND"
        ),
    )
    bureau.verzonden("2026-05-18", "gewone post")
    bureau.bezorgd("2026-05-20", "gewone-post")
    assert stand("2026-05-20") == (
        "bezorgd",
        (
            "bezorgd op 20 mei 2026 (handtekening); verzonden op 4 mei 2026 (aangetekend) en op "
            "18 mei 2026 (gewone post)"
        ),
    )
    bladzijde = bureau.doe("2026-05-20", "brief", "lijst")
    assert (
        "dagen:   herstel T1 9 juni 2026; herstel T2 9 juni 2026; bezwaar 18 mei 2026" in bladzijde
    )
    assert stand("2026-05-20") == stand("2026-05-21")
    assert [
        rij["toestand"]
        for rij in bureau.json("2026-05-20", "brief", "lijst", DOSSIER, "--op", "2026-05-10")
    ] == ["onderweg"]


def test_an_empty_dossier_has_no_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lees(tmp_path)
    bureau = Bureau(tmp_path, capsys)
    assert "nog geen" in bureau.doe("2026-05-18", "brief", "lijst", "bloem")
    assert "Er staat nog geen brief in dit register." in bureau.doe("2026-05-18", "brief", "lijst")


# -- in one go, and hints that work
# ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("voorbeeld") / "r"
    assert draai(["voorbeeld", str(map_)]) == 0
    return map_


def test_every_letter_that_the_werklijst_advises_can_be_made_or_says_what_it_lacks(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hint that is refused for its own words is no hint."""
    register, geprobeerd = laad(example).register.zoals(), set()
    for dag in ("2025-04-05", "2026-05-18", "2026-06-20", "2026-11-30"):
        from datetime import date

        for dossier in register.dossiers.values():
            for punt in alle_werkpunten(blik_op(register, dossier, date.fromisoformat(dag))):
                for deel in punt.nu.split("  of  "):
                    if deel.startswith("clm brief maak") and (dag, deel) not in geprobeerd:
                        geprobeerd.add((dag, deel))
                        _probeer(example, dag, deel, capsys)
    assert len({deel for _, deel in geprobeerd}) >= 4


def _probeer(map_: Path, dag: str, opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    import shlex

    woorden = [
        w.replace("datum=… tijd=… plaats=…", "datum=2026-12-01 tijd=10:00 plaats='het stadhuis'")
        for w in shlex.split(opdracht)[1:]
    ]
    capsys.readouterr()
    code = draai(
        [*woorden, "--map", str(map_), "--vandaag", dag, "--door", "marieke-hoekstra", "--proef"]
    )
    gezegd = capsys.readouterr()
    assert code == 0 or "BRF5" in gezegd.err or "ligt al een herinnering" in gezegd.err, (
        f"{opdracht}: {gezegd.err}"
    )


def test_a_batch_reads_its_fonts_once_and_each_letter_back_once(
    example: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(example, tmp_path / "r")
    geteld: Counter[str] = Counter()

    def tel(module: ModuleType, naam: str) -> None:
        echt = getattr(module, naam)

        def geteld_(*rest: Any, **woorden: Any) -> Any:
            geteld[naam] += 1
            return echt(*rest, **woorden)

        monkeypatch.setattr(module, naam, geteld_)

    tel(typst, "Fonts")
    tel(typst, "compile")
    tel(pypdf, "PdfReader")
    uit = Bureau(tmp_path / "r", capsys).doe(
        *("2026-05-18", "brief", "maak", "--alle", "herinnering", "--ja"), door="marieke-hoekstra"
    )
    assert "2 brieven gemaakt (herinnering)." in uit
    assert geteld["PdfReader"] == 2
    # a picture of the logo for Word beside the two letters; none where another test asked for it
    assert geteld["compile"] in (2, 3)
    assert geteld["Fonts"] <= 1


def test_all_reminders_are_shown_and_then_made_in_one_go(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J25: figures that did not come are asked for again.

    A contract that was reminded is not reminded twice.
    """
    shutil.copytree(example, tmp_path / "r")
    bureau = Bureau(tmp_path / "r", capsys)

    def doe(*woorden: str, uit: int = 0) -> str:
        wie = "marieke-hoekstra"
        return bureau.doe("2026-05-18", "brief", "maak", *woorden, uit=uit, door=wie)

    gevraagd = doe("--alle", "herinnering", uit=2)
    assert "de-klaproos: gezinshuizen: Cijfers 2026-K1 gezinshuizen: uitval" in gevraagd
    assert "waterlelie: gezinshuizen: Cijfers 2026-K1 gezinshuizen: uitval" in gevraagd
    assert "Dit schrijft 8 bestanden" in gevraagd
    assert "Proef: er is niets geschreven." in doe("--alle", "herinnering", "--proef")
    assert not list(bureau.map.glob("*/brieven/2026-05-18-*"))
    assert "2 brieven gemaakt (herinnering)." in doe("--alle", "herinnering", "--ja")
    tekst = (
        (bureau.map / "de-klaproos/brieven/2026-05-18-herinnering-gezinshuizen/brief.md")
        .read_text(encoding="utf-8")
        .replace("\\", "")
    )
    assert "cijfers 2026-K1 gezinshuizen: " in tekst
    assert "(uiterlijk 14 april 2026)" in tekst
    assert "donderdag 4 juni 2026" in tekst, "ten workdays from the assumed receipt on 20 May"
    assert "Er is nu geen brief 'herinnering' te maken." in doe(
        "--alle", "herinnering", "--ja", uit=2
    )
    assert "of er ligt al een herinnering" in doe(
        "de-klaproos", "herinnering", "--contract", "gezinshuizen", uit=2
    )


def test_each_letter_of_a_batch_has_a_number_of_its_own(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(example, tmp_path / "r")
    bureau = Bureau(tmp_path / "r", capsys)
    kaart = bureau.map / "organisatie.yaml"
    tekst = kaart.read_text(encoding="utf-8")
    kaart.write_text(tekst + "kenmerk: Z/{jaar}/{nummer}\n", encoding="utf-8")
    maak = ("brief", "maak", "--alle", "herinnering", "--vorm", "md", "--ja")
    assert "BRF541" not in bureau.doe("2026-05-18", *maak, door="marieke-hoekstra")
    gemaakt = sorted(bureau.map.glob("*/brieven/2026-05-18-*/brief.yaml"))
    kenmerken = [re.findall(r"(?m)^kenmerk: Z/2026/(\d+)", een.read_text()) for een in gemaakt]
    eerste = int(kenmerken[0][0])
    assert kenmerken == [[f"{eerste:04}"], [f"{eerste + 1:04}"]]


def test_a_letter_of_a_batch_that_cannot_be_set_stops_no_other(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The font lacks a sign in the name of one provider: that is known when Typst sets its page."""
    shutil.copytree(example, tmp_path / "r")
    bureau = Bureau(tmp_path / "r", capsys)
    kaart = bureau.map / "de-klaproos/aanbieder.yaml"
    tekst = kaart.read_text(encoding="utf-8")
    kaart.write_text(tekst.replace("statutair: ", "statutair: \u9451 ", 1), encoding="utf-8")
    maak = ("brief", "maak", "--alle", "herinnering", "--vorm", "pdf", "--ja")
    uit = bureau.doe("2026-05-18", *maak, door="marieke-hoekstra")
    assert "1 brief gemaakt (herinnering)." in uit
    assert "de-klaproos kan nog niet" in uit
    assert "het lettertype heeft het teken '\u9451' (U+9451) niet" in uit
    assert [p.parts[-4] for p in bureau.map.glob("*/brieven/2026-05-18-*/brief.pdf")] == [
        "waterlelie"
    ]


def test_all_letters_about_an_option_that_is_not_used(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(example, tmp_path / "r")
    bureau = Bureau(tmp_path / "r", capsys)
    gezegd = bureau.doe(
        "2026-05-18",
        "brief",
        "maak",
        "medisch",
        "--alle",
        "geen-verlenging",
        "--ja",
        door="marieke-hoekstra",
    )
    assert "1 brief gemaakt (geen-verlenging)." in gezegd
    (kaart,) = bureau.map.glob("medisch*/brieven/2026-05-18-geen-verlenging*/brief.yaml")
    assert "behandelaar: samira-yilmaz\n" in kaart.read_text(encoding="utf-8"), "not who made it"
    assert "Er is nu geen brief" in bureau.doe(
        "2026-05-18",
        "brief",
        "maak",
        "medisch",
        "--alle",
        "geen-verlenging",
        "--ja",
        door="samira-yilmaz",
        uit=2,
    )


def test_all_classifications_that_nobody_was_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J14: a letter for each provider that was classified and not informed.

    Then it waits to be sent.
    """
    feit = "bloem/classificaties/2024-10-01-eerste.yaml"
    from tests.klein_register import BASIS

    lees(tmp_path, {feit: BASIS[feit].replace("        geinformeerd: 2024-10-02\n", "")})
    bureau = Bureau(tmp_path, capsys)
    assert "1 brief gemaakt (classificatie)." in bureau.doe(
        "2026-05-18", "brief", "maak", "--alle", "classificatie", "--ja"
    )
    assert "Er is nu geen brief 'classificatie' te maken." in bureau.doe(
        "2026-05-18", "brief", "maak", "--alle", "classificatie", "--ja", uit=2
    )
    gezegd = bureau.doe(
        "2026-05-18",
        "brief",
        "verzonden",
        "bloem",
        "2026-05-18-classificatie",
        "--kanaal",
        "gewone post",
    )
    nu = re.search(r"clm (geinformeerd bloem --wijze brief --brief [^\s,]+)", gezegd)
    assert nu
    bureau.doe("2026-05-18", *nu[1].split())
    assert not [
        p
        for p in alle_werkpunten(blik_op(*_bloem(tmp_path)))
        if p.soort == "classificatie-informeren"
    ]


def _bloem(map_: Path):
    from datetime import date

    register = laad(map_).register.zoals()
    return register, register.dossiers["bloem"], date(2026, 5, 18)


def test_a_measure_is_made_known_by_one_letter(bureau: Bureau) -> None:
    """J40: of two notices of default it would not be clear which day holds."""
    bureau.verzonden("2026-05-04")
    tweede = ("brief", "maak", DOSSIER, "ingebrekestelling", "2026-01-12-wachttijd")
    gezegd = bureau.doe("2026-05-11", *tweede, uit=2)
    assert f"Deze maatregel is al meegedeeld, met {NAAM}." in gezegd
    assert f"--vervangt brieven/{NAAM}" in gezegd


@pytest.mark.parametrize(
    ("woorden", "wat"),
    [
        (["--alle", "boete"], "Van 'boete' weet clm niet wie er nog een moet krijgen."),
        (["bloem"], "Noem de soort brief."),
        ([], "Noem het dossier en de soort brief."),
        (["bloem", "herinnering"], "Er is niets te laat bij bloem, of er ligt al een herinnering."),
    ],
)
def test_what_clm_cannot_know_by_itself_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: list[str], wat: str
) -> None:
    lees(tmp_path)
    assert wat in Bureau(tmp_path, capsys).doe("2026-05-18", "brief", "maak", *woorden, uit=2)


def test_a_terminal_asks_the_code_of_a_registered_letter_alone(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BRF503: without it nobody can follow the letter; other ways ask for none."""
    for regels, kanaal in (("3SABC99\n", "aangetekend"), ("", "gewone post")):
        monkeypatch.setattr("sys.stdin", Toetsen(regels))
        weg = ("brief", "verzonden", DOSSIER, NAAM, "--kanaal", kanaal)
        gezegd = bureau.doe("2026-05-04", *weg)
        assert ("Zonder deze code is de bezorging niet na te gaan." in gezegd) is bool(regels)
    assert bureau.feit("2026-05-04-verzonden-aangetekend").barcode == "3SABC99"
