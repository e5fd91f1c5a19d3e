"""A letter that was edited beside the letter as clm makes it: parts, dates, numbers and words."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clm_cli.derivations.brieven.getallen import dagen, gegevens, verkeerde_dagen
from clm_cli.derivations.brieven.vergelijking import vergelijk
from clm_cli.documents.word.lezer import lees_word
from tests.brieven.levende_brief import BRIEF, DOSSIER, NAAM, Bureau, overgetikt

DAG = "2026-05-04"
ADRES = [
    "Stichting De Wilgenroos",
    "T.a.v. het bestuur",
    "Wilgenlaan 1",
    "9999 ZX OEVERDAM",
]

AFZENDER = "Regio Lindestroom, Postbus 9999, 9999 ZZ LINDESTAD"


def met_afzender(bureau: Bureau) -> None:
    """The same letter with the line of the sender above the address."""
    stijl = bureau.map / "huisstijl" / "huisstijl.yaml"
    stijl.parent.mkdir()
    stijl.write_text(f"afzenderregel: {AFZENDER}\n", encoding="utf-8")
    bureau.doe(DAG, "brief", "maak", DOSSIER, NAAM)


def in_word(bureau: Bureau, doel: Path, bewerk: Callable[[str], str]) -> Path:
    """The Word file of the letter with its XML edited, as Word would leave it."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(bureau.map / BRIEF / "brief.docx") as oud,
        zipfile.ZipFile(uit, "w") as nieuw,
    ):
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == "word/document.xml":
                tekst = overgetikt(inhoud.decode())
                veranderd = bewerk(tekst)
                assert veranderd != tekst
                inhoud = veranderd.encode()
            nieuw.writestr(naam, inhoud)
    doel.write_bytes(uit.getvalue())
    return doel


def eerste(oud: str, nieuw: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(oud, nieuw, 1)


def gewijzigd(uitkomst: dict) -> list[tuple[str, str | None, str | None]]:
    return [
        (g["soort"], g["oud"], g["nieuw"]) for v in uitkomst["verschillen"] for g in v["gegevens"]
    ]


def test_the_letter_as_clm_made_it_brings_nothing_in_any_form(bureau: Bureau) -> None:
    for naam in ("brief.pdf", "brief.docx"):
        uit = bureau.json(DAG, "brief", "controleer", str(bureau.map / BRIEF / naam))
        assert (uit["brief"], uit["weg"], uit["dagen"], uit["verschillen"]) == (
            f"{DOSSIER}/{NAAM}",
            [],
            [],
            [],
        )
    assert "dit is precies het stuk dat clm maakte" in bureau.doe(
        DAG, "brief", "controleer", str(bureau.map / BRIEF / "brief.pdf")
    )
    assert "Er is niets veranderd." in bureau.doe(
        DAG, "brief", "controleer", str(bureau.map / BRIEF / "brief.docx"), DOSSIER, NAAM
    )


def test_a_dossier_and_a_letter_mean_the_word_file_that_lies_there(bureau: Bureau) -> None:
    """As every other command on letters takes them."""
    uit = bureau.json(DAG, "brief", "controleer", DOSSIER, NAAM)
    assert (uit["bestand"], uit["brief"]) == ("brief.docx", f"{DOSSIER}/{NAAM}")
    (bureau.map / BRIEF / "brief.docx").unlink()
    gezegd = " ".join(bureau.doe(DAG, "brief", "controleer", DOSSIER, NAAM, uit=2).split())
    assert f"noem het bestand: clm brief controleer BESTAND {DOSSIER} {NAAM}" in gezegd


CIJFERS = [
    (
        "dinsdag 9 juni 2026",
        "dinsdag 16 juni 2026",
        ("datum", "dinsdag 9 juni 2026", "dinsdag 16 juni 2026"),
    ),
    ("20 werkdagen", "15 werkdagen", ("aantal", "20 werkdagen", "15 werkdagen")),
    ("5 werkdagen", "zes werkdagen", ("aantal", "5 werkdagen", "zes werkdagen")),
    ("90 %", "80 %", ("percentage", "90 %", "80 %")),
    ("twee verplichtingen", "drie verplichtingen", ("nummer", "twee", "drie")),
    ("artikel 6:82", "artikel 6:83", ("nummer", "6:82", "6:83")),
    ("JH25-P1-031", "JH25-P1-032", ("nummer", "JH25-P1-031", "JH25-P1-032")),
]


@pytest.mark.parametrize(("oud", "nieuw", "verwacht"), CIJFERS)
def test_a_date_percentage_term_or_number_that_changed_is_a_fault(
    bureau: Bureau, tmp_path: Path, oud: str, nieuw: str, verwacht: tuple[str, str, str]
) -> None:
    bestand = in_word(bureau, tmp_path / "jurist.docx", eerste(oud, nieuw))
    assert verwacht in gewijzigd(
        bureau.json(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM, uit=1)
    )
    bladzijde = bureau.doe(DAG, "brief", "controleer", str(bestand), DOSSIER, NAAM, uit=1)
    assert f"{verwacht[0]}: {verwacht[1]} is {verwacht[2]} geworden" in bladzijde
    assert "Dagen, bedragen en getallen die anders zijn:" in bladzijde


GELIJK = [
    ("20 werkdagen", "twintig werkdagen"),
    ("Wij zijn terughoudend", "Wij zijn uiterst terughoudend"),
    ("dinsdag 9 juni 2026", "9 juni 2026"),
    ("90 %", "90 procent"),
    (" twee verplichtingen", " 2 verplichtingen"),
]


@pytest.mark.parametrize(("oud", "nieuw"), GELIJK)
def test_other_words_for_the_same_are_shown_and_are_no_fault(
    bureau: Bureau, tmp_path: Path, oud: str, nieuw: str
) -> None:
    """Unless the mandatory words themselves are gone, which the parts tell."""
    bestand = in_word(bureau, tmp_path / "jurist.docx", eerste(oud, nieuw))
    uit = bureau.json(DAG, "brief", "controleer", str(bestand), uit=0)
    assert gewijzigd(uit) == []
    assert [v["soort"] for v in uit["verschillen"]] in (["gewijzigd"], ["erbij"], ["weg"])
    assert "Alleen anders verwoord:" in bureau.doe(DAG, "brief", "controleer", str(bestand))


def test_a_part_that_is_gone_is_named_by_what_it_is(bureau: Bureau, tmp_path: Path) -> None:
    """J40, J45: a letter without the reservation or the right to object is not the letter."""
    weg = re.compile(r"alle rechten voor")
    bestand = in_word(bureau, tmp_path / "jurist.docx", lambda xml: weg.sub("veel voor", xml))
    uit = bureau.json(DAG, "brief", "controleer", str(bestand), uit=1)
    assert uit["weg"] == ["Voorbehoud van rechten"]
    bestand = in_word(
        bureau,
        tmp_path / "jurist2.docx",
        lambda xml: xml.replace("stellen wij u in gebreke", "waarschuwen wij u"),
    )
    assert bureau.json(DAG, "brief", "controleer", str(bestand), uit=1)["weg"] == [
        "het woord 'stellen wij u in gebreke'"
    ]


def test_a_part_in_other_words_is_no_fault_and_belongs_in_the_dossier_too(
    bureau: Bureau, tmp_path: Path
) -> None:
    bestand = in_word(bureau, tmp_path / "jurist.docx", eerste("90 %", "90 procent"))
    gezegd = " ".join(bureau.doe(DAG, "brief", "controleer", str(bestand)).split())
    assert (
        "'Wat moet verbeteren, meetbaar' staat er in andere woorden dan in het dossier: leg "
        "die woorden daar ook vast"
    ) in gezegd


def test_a_date_with_the_wrong_day_of_the_week_is_named(bureau: Bureau, tmp_path: Path) -> None:
    bestand = in_word(
        bureau, tmp_path / "jurist.docx", eerste("dinsdag 9 juni 2026", "dinsdag 10 juni 2026")
    )
    assert bureau.json(DAG, "brief", "controleer", str(bestand), uit=1)["dagen"] == [
        "dinsdag 10 juni 2026 is een woensdag"
    ]


def test_tracked_changes_count_as_if_they_were_accepted(bureau: Bureau, tmp_path: Path) -> None:
    def spoor(xml: str) -> str:
        run = next(
            re.finditer(
                r"<w:r>(?:<w:rPr>(?:(?!</w:r>).)*</w:rPr>)?<w:t[^>]*>"
                r"([^<]*dinsdag 9 juni 2026[^<]*)</w:t></w:r>",
                xml,
            )
        )
        wie = 'w:id="9" w:author="jurist" w:date="2026-05-03T10:00:00Z"'
        nieuw = run[1].replace("dinsdag 9 juni", "dinsdag 16 juni")
        return xml.replace(
            run[0],
            (
                f"<w:del {wie}><w:r><w:delText "
                f'xml:space="preserve">{run[1]}</w:delText></w:r></w:del><w:ins {wie}><w:r><w:t '
                f'xml:space="preserve">{nieuw}</w:t></w:r></w:ins>'
            ),
            1,
        )

    bestand = in_word(bureau, tmp_path / "jurist.docx", spoor)
    assert ("datum", "dinsdag 9 juni 2026", "dinsdag 16 juni 2026") in gewijzigd(
        bureau.json(DAG, "brief", "controleer", str(bestand), uit=1)
    )


def test_text_of_a_scan_is_compared_too(bureau: Bureau, tmp_path: Path) -> None:
    from clm_cli.documents.teruglezen import tekst_van

    tekst = tekst_van((bureau.map / BRIEF / "brief.pdf").read_bytes(), "pdf")
    scan = tmp_path / "scan.txt"
    scan.write_text(
        tekst.replace("dinsdag 9 juni 2026", "dinsdag 16 juni 2026", 1), encoding="utf-8"
    )
    uit = bureau.json(DAG, "brief", "controleer", str(scan), uit=1)
    assert uit["brief"] == f"{DOSSIER}/{NAAM}"
    assert uit["weg"] == []
    assert ("datum", "dinsdag 9 juni 2026", "dinsdag 16 juni 2026") in gewijzigd(uit)


def test_a_letter_saved_as_plain_text_without_its_address_box_is_no_letter_without_address(
    bureau: Bureau, tmp_path: Path
) -> None:
    """LibreOffice leaves out what stands in a frame when it saves a letter as text."""
    met_afzender(bureau)
    regels = lees_word((bureau.map / BRIEF / "brief.docx").read_bytes(), "brief.docx")
    adres = ["AANGETEKEND", *ADRES]
    afzender, *verder = regels.gedrukt.splitlines()
    assert afzender == AFZENDER
    tekst = [r for r in verder if " ".join(r.split()) not in adres]
    assert len(tekst) < len(verder)
    los = tmp_path / "brief.txt"
    los.write_text("\n".join(tekst), encoding="utf-8")
    uit = bureau.json(DAG, "brief", "controleer", str(los))
    assert (uit["weg"], uit["verschillen"]) == ([], [])
    zin = "het adres boven de brief, dat in deze platte tekst niet staat"
    assert uit["let_op"] == [f"kijk zelf na, want clm leest het niet: {zin}"]
    for heel in (regels.gedrukt, "\n".join((*tekst, afzender, *adres))):  # first, or after all else
        los.write_text(heel, encoding="utf-8")
        uit = bureau.json(DAG, "brief", "controleer", str(los))
        assert (uit["weg"], uit["verschillen"], uit["let_op"]) == ([], [], [])
    half = [r for r in regels.gedrukt.splitlines() if " ".join(r.split()) != adres[-1]]
    los.write_text("\n".join(half), encoding="utf-8")
    uit = bureau.json(DAG, "brief", "controleer", str(los), uit=1)
    assert (len(uit["verschillen"]), uit["let_op"]) == (1, [])


def test_a_letter_that_was_sent_is_compared_with_what_was_known_then(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-06")
    assert (
        bureau.json("2026-05-18", "brief", "controleer", str(bureau.map / BRIEF / "brief.docx"))[
            "verschillen"
        ]
        == []
    )


def test_a_concept_says_what_the_dossier_lacks(bureau: Bureau) -> None:
    kaart = bureau.map / BRIEF / "brief.yaml"
    kaart.write_text(
        re.sub(r"  - onderdeel: herhaling\n    tekst: .*\n", "", kaart.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    bureau.doe(DAG, "brief", "maak", DOSSIER, NAAM, "--concept", "--vorm", "docx")
    gezegd = bureau.doe(
        DAG, "brief", "controleer", str(bureau.map / BRIEF / "brief.docx"), DOSSIER, NAAM
    )
    assert ("in het dossier ontbreekt nog" in gezegd) == bool(bureau.kaart().ontbreekt)


def test_a_file_that_says_nothing_is_answered(bureau: Bureau, tmp_path: Path) -> None:
    (tmp_path / "kapot.docx").write_bytes(b"geen word")
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 geen pdf")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "leeg.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "blad.xlsx").write_bytes(b"PK")
    (tmp_path / "ander.md").write_text("Geachte heer, dit is een andere brief.", encoding="utf-8")
    verwacht = {
        "kapot.docx": "is geen Word-document dat te lezen is",
        "kapot.pdf": "is geen PDF dat te lezen is",
        "foto.jpg": "staat geen tekst",
        "leeg.txt": "staat geen tekst",
        "blad.xlsx": "clm leest brieven in Word",
        "ander.md": "staat geen kenmerk van onze brieven",
        "weg.docx": "is niet te lezen",
    }
    for naam, zin in verwacht.items():
        assert zin in bureau.doe(DAG, "brief", "controleer", str(tmp_path / naam), uit=2), naam


def test_the_reference_of_the_letter_itself_is_found_also_when_it_names_another(
    bureau: Bureau, tmp_path: Path
) -> None:
    """`…-2` is another letter than `…`, and a line may break inside a reference."""
    map_ = bureau.map / DOSSIER / "brieven" / f"{NAAM}-2"
    shutil.copytree(bureau.map / BRIEF, map_)
    kaart = map_ / "brief.yaml"
    kaart.write_text(
        kaart.read_text(encoding="utf-8").replace(
            f"kenmerk: {DOSSIER}/{NAAM}", f"kenmerk: {DOSSIER}/{NAAM}-2"
        ),
        encoding="utf-8",
    )
    bureau.doe(DAG, "brief", "maak", DOSSIER, f"{NAAM}-2")
    assert (
        bureau.json(DAG, "brief", "controleer", str(map_ / "brief.pdf"))["brief"]
        == f"{DOSSIER}/{NAAM}-2"
    )
    assert (
        bureau.json(DAG, "brief", "controleer", str(bureau.map / BRIEF / "brief.pdf"))["brief"]
        == f"{DOSSIER}/{NAAM}"
    )


def test_the_file_itself_tells_which_letter_of_the_dossier_it_is(
    bureau: Bureau, tmp_path: Path
) -> None:
    """By its reference, or by its bytes where that was changed; theirs is never a choice."""
    hun = tmp_path / "hun.txt"
    hun.write_text("Wij vragen uitstel.", encoding="utf-8")
    wat = ("--soort", "vraag", "--onderwerp", "uitstel", "--kanaal", "e-mail")
    wanneer = ("--datum", "2026-04-30", "--contract", "dag")
    brengt = ("brief", "binnengekomen", DOSSIER, *wat, *wanneer, "--document", str(hun))
    bureau.doe(DAG, *brengt)
    map_ = bureau.map / DOSSIER / "brieven" / f"{NAAM}-2"
    shutil.copytree(bureau.map / BRIEF, map_)
    kaart = map_ / "brief.yaml"
    oud = kaart.read_text(encoding="utf-8")
    kaart.write_text(oud.replace(f"kenmerk: {DOSSIER}/{NAAM}", "kenmerk: X-7"), encoding="utf-8")
    bureau.doe(DAG, "brief", "maak", DOSSIER, f"{NAAM}-2")
    for naam in (NAAM, f"{NAAM}-2"):
        los = tmp_path / f"{naam}.pdf"
        shutil.copy(bureau.map / DOSSIER / "brieven" / naam / "brief.pdf", los)
        gevonden = bureau.json(DAG, "brief", "controleer", str(los), DOSSIER)
        assert gevonden["brief"] == f"{DOSSIER}/{naam}"
    kaart = bureau.map / BRIEF / "brief.yaml"
    oud = kaart.read_text(encoding="utf-8")
    kaart.write_text(oud.replace(f"kenmerk: {DOSSIER}/{NAAM}", "kenmerk: Y-8"), encoding="utf-8")
    gevonden = bureau.json(DAG, "brief", "controleer", str(tmp_path / f"{NAAM}.pdf"), uit=1)
    assert gevonden["brief"] == f"{DOSSIER}/{NAAM}"
    gezegd = bureau.doe(DAG, "brief", "controleer", str(hun), DOSSIER, uit=2)
    assert f"kies uit {DOSSIER} {NAAM}, {DOSSIER} {NAAM}-2" in " ".join(gezegd.split())


def test_of_one_letter_of_ours_it_is_no_other(bureau: Bureau, tmp_path: Path) -> None:
    """Without any reference it is compared with the only one."""
    leeg = tmp_path / "los.txt"
    leeg.write_text("Geacht bestuur,", encoding="utf-8")
    gevonden = bureau.json(DAG, "brief", "controleer", str(leeg), DOSSIER, uit=1)
    assert gevonden["brief"] == f"{DOSSIER}/{NAAM}"


# -- two texts
# ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (
            "uiterlijk op dinsdag 9 juni 2026, 24.00 uur",
            [("datum", "2026-06-09"), ("nummer", "24.00")],
        ),
        (
            "op 9 juni, 9-6-2026 en 2026-06-09",
            [("datum", "-----06-09"), ("datum", "2026-06-09"), ("datum", "2026-06-09")],
        ),
        (
            "€ 48.250,00, € 12,- en 1.000 euro",
            [("bedrag", "48250.00"), ("bedrag", "12.00"), ("bedrag", "1000.00")],
        ),
        (
            "84,6 %, 5% en vijf procent",
            [("percentage", "84.6"), ("percentage", "5"), ("percentage", "5")],
        ),
        (
            "twintig werkdagen, een week en 3 maanden",
            [("aantal", "20 werkdag"), ("aantal", "1 week"), ("aantal", "3 maand")],
        ),
        (
            "één week, honderdtwintig dagen en tweehonderdvijftig (250) uur",
            [("aantal", "1 week"), ("aantal", "120 dag"), ("aantal", "250 uur")],
        ),
        ("vijfentwintig jeugdigen, een brief, geeft acht", [("nummer", "25")]),
        ("één brief, tweehonderd brieven, honderden brieven", [("nummer", "200")]),
        ("art. 6:82 (JZ25-P1-031).", [("nummer", "6:82"), ("nummer", "JZ25-P1-031")]),
    ],
)
def test_dates_amounts_and_numbers_are_read_by_what_they_are_worth(
    tekst: str, verwacht: list[tuple[str, str]]
) -> None:
    assert [(g.soort, g.waarde) for g in gegevens(tekst)] == verwacht


def test_a_day_inside_another_day_is_not_found() -> None:
    assert [str(d) for d in dagen("op 19 juni 2026 en 1 juni 2026")] in (
        ["2026-06-19", "2026-06-01"],
        ["2026-06-01", "2026-06-19"],
    )
    assert verkeerde_dagen("maandag 31 juni 2026, dinsdag 9 juni 2026, vrijdag 9 juni 2026") == (
        "maandag 31 juni 2026 bestaat niet",
        "vrijdag 9 juni 2026 is een dinsdag",
    )


def test_dates_that_were_swapped_are_both_found() -> None:
    """All dates are still there; each stands in the wrong place."""
    oud = (
        "Tekortkoming een herstelt u uiterlijk op 9 juni 2026. Tekortkoming twee, die zwaarder "
        "weegt, uiterlijk op 12 juni 2026."
    )
    nieuw = (
        oud.replace("9 juni", "X juni").replace("12 juni", "9 juni").replace("X juni", "12 juni")
    )
    assert [
        [(a.waarde, b.waarde) for a, b in v.gegevens if a and b] for v in vergelijk(oud, nieuw)
    ] == [[("2026-06-09", "2026-06-12")], [("2026-06-12", "2026-06-09")]]


def test_a_passage_that_moved_is_one_difference_without_changed_numbers() -> None:
    a, b, c = (
        "Dit is de eerste alinea van de brief, over het begin.",
        "U heeft 20 werkdagen om dit te herstellen, uiterlijk 9 juni 2026.",
        "Dit is de laatste alinea van de brief, over het einde van alles en wat er daarna gebeurt.",
    )
    uit = vergelijk(f"{a}\n{b}\n{c}", f"{a}\n{c}\n{b}")
    assert [(v.soort, v.gegevens) for v in uit] == [("verplaatst", ())]


def test_what_a_word_processor_does_to_signs_is_no_difference() -> None:
    assert (
        vergelijk(
            "Wij schrijven: \"dit - en 'dat'\" kost\n€ 5,00",
            "Wij schrijven: \u201cdit \u2013 en \u2018dat\u2019\u201d kost €\u00a05,00",
        )
        == ()
    )


@given(st.text(max_size=200))
def test_a_text_does_not_differ_from_itself(tekst: str) -> None:
    assert vergelijk(tekst, tekst) == ()
    assert vergelijk(tekst, "\n".join(tekst.split(" "))) == ()
    gegevens(tekst)
    verkeerde_dagen(tekst)
