"""The agenda in Word: made by clm, filled in as people do, and read back as what happened."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from clm_cli.records.gesprek import Gehouden
from tests import klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
_BEELD = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\xdac\xf8\x0f\0\1\1\1\0\x1b\xb6\xeeV\0\0\0\0IEND\xaeB`\x82"
)
_PLICHT = {
    "overeenkomsten/raam/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-03, soort: voorwaarde, wat: Jaarrekening, partij: aanbieder, kant: AOC,
             uiterlijk: 2026-05-15}
        """
}
KAART = "bloem/gesprekken/2026-05-18-voortgang/gesprek.yaml"
GESPREK = {
    KAART: """
        contracten: [ambulant]
        soort: regulier
        datum: 2026-05-18
        genodigden:
          - {persoon: mia, partij: opdrachtgever, rol: contractmanager, voorzitter: ja}
          - {persoon: bo, partij: opdrachtgever, rol: contractbeheer}
          - {naam: An Bieder, partij: aanbieder, rol: aanbieder}
        """
}
Invuller = Callable[[Any], None]


@pytest.fixture
def blad(tmp_path: Path) -> Path:
    """A register of its own with the sheet of one talk."""
    klein_register.lees(tmp_path, GESPREK)
    woorden = ["gesprek", "maak", "agenda", "bloem", "--vorm", "docx"]
    assert draai([*woorden, "--map", str(tmp_path), *VAST]) == 0
    return tmp_path


def tabel(word: Any, kop: str) -> Any:
    return next(t for t in word.tables if t.rows[0].cells[0].text == kop)


def zet(kop: str, rij: int, *teksten: str) -> Invuller:
    """Type into a row of the table with this first head."""

    def doe(word: Any) -> None:
        for cel, tekst in zip(tabel(word, kop).rows[rij].cells, teksten, strict=False):
            if tekst != "=":
                cel.text = tekst

    return doe


def er(*woorden: str) -> Invuller:
    """Who was there, in the order of those invited."""

    def doe(word: Any) -> None:
        for rij, tekst in zip(tabel(word, "naam").rows[1:], woorden, strict=False):
            rij.cells[-1].text = tekst

    return doe


def vul_in(blad: Path, *invullers: Invuller, uit: int = 0) -> Gehouden | None:
    word = docx.Document(str(blad / KAART.replace("gesprek.yaml", "agenda.docx")))
    for invuller in invullers:
        invuller(word)
    pad = blad / "ingevuld.docx"
    word.save(str(pad))
    woorden = ["gesprek", "gehouden", "bloem", "--word", str(pad)]
    code = draai([*woorden, "--map", str(blad), *VAST])
    pad.unlink()
    assert code == uit
    (kaart,) = [b for b in laad(blad).register.bestanden if b.pad == KAART]
    return kaart.record.gehouden


THEMA = "Ontwikkelingen in cijfers"
ACTIE = ("An Bieder", "aanbieder", "Stuurt de lijst", "een datum bij 100 %", "1 juni 2026")


def test_the_sheet_offers_choices_time_and_room(blad: Path) -> None:
    word = docx.Document(str(blad / KAART.replace("gesprek.yaml", "agenda.docx")))
    lijsten = word.element.body.findall(f".//{qn('w:comboBox')}")
    keuzen = {tuple(r.get(qn("w:value")) for r in lijst) for lijst in lijsten}
    assert ("ja", "nee") in keuzen
    assert ("opdrachtgever", "aanbieder", "gemeente", "derde") in keuzen
    assert any("contractmanager" in keuze for keuze in keuzen)
    assert [c.text for c in tabel(word, "onderwerp").rows[0].cells] == ["onderwerp", "tijd"]
    assert tabel(word, "punt").rows[1].cells[0].text == ""


def test_a_sheet_in_which_nothing_was_filled_in_is_refused(blad: Path, capsys) -> None:
    assert vul_in(blad, uit=2) is None
    assert "niets ingevuld" in capsys.readouterr().err


JA = ["ja", "Ja.", "aanwezig", "x", "X", "✓", "ja (online)", "online", "ja, via Teams", "☒"]
JA += ["aanw.", "via Teams", "per telefoon", "✅", "☒ ja ☐ nee"]
NEE = [
    "nee",
    "Nee.",
    "afwezig",
    "verhinderd",
    "nee (ziek)",
    "afwezig m.k.",
    "afwezig met kennisgeving",
    "ziek",
    "afgemeld wegens vakantie",
    "niet aanwezig",
    "afw. m.k.",
    "met bericht",
    "afgezegd",
    "verlof",
    "✗",
    "☐ ja / ☒ nee",
]


@pytest.mark.parametrize("woord", JA)
def test_the_usual_words_for_present(blad: Path, woord: str) -> None:
    gehouden = vul_in(blad, er(woord, "nee"))
    assert ([g.persoon for g in gehouden.aanwezig], [g.persoon for g in gehouden.afwezig]) == (
        ["mia"],
        ["bo"],
    )


@pytest.mark.parametrize("woord", NEE)
def test_the_usual_words_for_absent(blad: Path, woord: str) -> None:
    gehouden = vul_in(blad, er("ja", woord))
    assert ([g.persoon for g in gehouden.aanwezig], [g.persoon for g in gehouden.afwezig]) == (
        ["mia"],
        ["bo"],
    )


GEEN_VAN_BEIDE = ["niet ziek", "deels", "ja/nee", "☐ ja ☐ nee", "☒ ja ☒ nee", "n.v.t."]


@pytest.mark.parametrize(
    "woord",
    [
        "-",
        "?",
        "misschien",
        "niet",
        "ja maar nee",
        "nee, aanwezig",
        "zie lijst",
        "3",
        *GEEN_VAN_BEIDE,
    ],
)
def test_another_word_is_refused_with_its_place(blad: Path, capsys, woord: str) -> None:
    assert vul_in(blad, er("ja", woord), uit=2) is None
    assert f"Wie er zijn, rij 2, aanwezig: '{woord}' is geen ja of nee" in " ".join(
        capsys.readouterr().err.split()
    )


def test_of_a_sheet_with_names_alone_it_is_said_what_lacks(blad: Path, capsys) -> None:
    assert vul_in(blad, er("☐", "☐"), uit=2) is None
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "is niets ingevuld dat vast te leggen is. Van Mia" in gezegd
    assert "van Bo Beheer staat er niet bij of hij of zij er was" in gezegd


def test_absent_without_a_word_is_not_made_absent_with_one(blad: Path, capsys) -> None:
    assert vul_in(blad, er("ja", "afwezig zonder bericht"), uit=2) is None
    assert "alleen vast wie met bericht niet was" in " ".join(capsys.readouterr().err.split())


def test_a_box_that_was_not_ticked_says_nothing(blad: Path, capsys) -> None:
    gehouden = vul_in(blad, er("☒", "☐"))
    assert [g.persoon for g in gehouden.aanwezig] == ["mia"]
    assert gehouden.afwezig == ()
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "van Bo Beheer staat er niet bij of hij of zij er was" in gezegd


@pytest.mark.parametrize(
    "dag",
    [
        "di. 9 juni",
        "dinsdag, 9 jun.",
        "uiterlijk 9 juni",
        "9.6",
        "09-06",
        "Uiterlijk op 9 juni a.s.",
    ],
)
def test_a_day_without_a_year_is_one_of_the_year_of_the_talk(blad: Path, dag: str) -> None:
    gehouden = vul_in(blad, er("ja"), zet("wie", 1, *ACTIE[:4], dag))
    assert [str(actie.uiterlijk) for actie in gehouden.acties] == ["2026-06-09"]


def test_an_action_in_the_usual_words(blad: Path) -> None:
    """A firm for its party, also as the contract names it, one first name, a day without a year."""
    gehouden = vul_in(
        blad,
        er("ja", "ja", "ja"),
        zet("wie", 1, "Bo", "Regio Test", "Stuurt de lijst", "een datum", "9 juni"),
        zet("wie", 2, "Mia Manager", "", "Belt", "gebeld", "vrijdag 5 juni 2026"),
        zet("wie", 3, "Sam", "Bloem", "Kijkt na", "", "n.v.t."),
        zet("wie", 4, "iedereen", "opdrachtnemer", "Leest mee", "", "9-6"),
        zet("wie", 5, "Piet", "SDFL", "Rekent", "", "9-6"),
    )
    assert [(a.wie, a.partij, str(a.uiterlijk)) for a in gehouden.acties] == [
        ("Bo Beheer", "opdrachtgever", "2026-06-09"),
        ("Mia Manager", "opdrachtgever", "2026-06-05"),
        ("Sam", "aanbieder", "None"),
        ("iedereen", "aanbieder", "2026-06-09"),
        ("Piet", "opdrachtgever", "2026-06-09"),
    ]


def test_lines_in_a_cell_stay_lines_where_the_record_has_them(blad: Path) -> None:
    gehouden = vul_in(
        blad,
        er("ja"),
        zet("thema", 1, "=", "De wachttijd loopt op.\n\nDe oorzaak is bekend."),
        zet(
            "besluit", 1, "Wij gaan door.\nMet meer gesprekken.", "Mia\nManager", "artikel 1\nlid 2"
        ),
        zet("wie", 1, "Piet\nde Vries", "aanbieder", "Belt.\nEn mailt.", "", "9 juni"),
    )
    assert gehouden.bevindingen[0].kern == "De wachttijd loopt op.\n\nDe oorzaak is bekend."
    (besluit,), (actie,) = gehouden.besluiten, gehouden.acties
    assert besluit.besluit == "Wij gaan door.\nMet meer gesprekken."
    assert (besluit.gemandateerd, besluit.genomen_onder) == ("Mia Manager", "artikel 1 lid 2")
    assert (actie.wie, actie.wat) == ("Piet de Vries", "Belt.\nEn mailt.")


@pytest.mark.parametrize("naam", ["mw. Beheer", "B. Beheer", "Beheer, Bo", "Bo (toegang)"])
def test_somebody_who_is_known_is_known_by_a_usual_name(blad: Path, naam: str) -> None:
    gehouden = vul_in(blad, er("ja"), zet("wie", 1, naam, "", "Belt", "", "9 juni"))
    assert [(a.wie, a.partij) for a in gehouden.acties] == [("Bo Beheer", "opdrachtgever")]


def test_the_other_party_may_be_written_as_people_say_it(blad: Path) -> None:
    gehouden = vul_in(blad, er("ja"), zet("wie", 1, ACTIE[0], "De aanbieder", *ACTIE[2:]))
    assert gehouden is not None
    assert [actie.partij for actie in gehouden.acties] == ["aanbieder"]


@pytest.mark.parametrize(
    ("rij", "verwacht"),
    [
        ((*ACTIE[:4], "z.s.m."), "Acties, rij 2, uiterlijk: 'z.s.m.' is geen datum"),
        ((*ACTIE[:4], "1 mei"), "Acties, rij 2, uiterlijk: '1 mei' ligt in 2026 voor het gesprek"),
        ((*ACTIE[:4], "maandag 2 juni 2026"), "klopt niet: 2 juni 2026 is een dinsdag"),
        ((*ACTIE[:4], "vrijdag"), "rij 2, uiterlijk: 'vrijdag' is geen datum"),
        ((*ACTIE[:4], "2 weken"), "uiterlijk: '2 weken' is geen datum; schrijf 2026-12-13"),
        ((*ACTIE[:4], "vóór 9 juni"), "uiterlijk: 'vóór 9 juni' is geen datum; schrijf 2026-12-13"),
        ((*ACTIE[:4], "9/6"), "uiterlijk: '9/6/2026' is op twee manieren te lezen"),
        (("Sam", "de buren", "Belt", "", "9 juni"), "rij 2, namens: 'de buren' is niet bekend"),
        (("Sam", "", "Belt", "", "9 juni"), "Acties, rij 2, namens: is leeg"),
        (("Sam", "aanbieder", "", "", "9 juni"), "Acties, rij 2, wat: is leeg"),
        (ACTIE, "Acties, rij 2: staat er al, in dezelfde woorden; laat er één staan"),
    ],
)
def test_what_cannot_be_read_is_named_by_table_row_and_column(
    blad: Path, capsys, rij: tuple[str, ...], verwacht: str
) -> None:
    assert vul_in(blad, er("ja"), zet("wie", 1, *ACTIE), zet("wie", 2, *rij), uit=2) is None
    gezegd = " ".join(capsys.readouterr().err.split())
    assert verwacht in gezegd
    assert "regel" not in gezegd
    assert ".yaml" not in gezegd


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("n.v.t.", "n.v.t."),
        ("nvt", "nvt"),
        ("-", None),
        ("volgende keer", "volgende keer"),
        ("niet besproken: geen tijd", "geen tijd"),
        ("Niet aan de orde gekomen", "Niet aan de orde gekomen"),
        ("doorgeschoven naar 2 juni", "doorgeschoven naar 2 juni"),
        ("volgende keer verder", "volgende keer verder"),
    ],
)
def test_a_theme_that_was_not_dealt_with(blad: Path, tekst: str, reden: str | None) -> None:
    gehouden = vul_in(blad, er("ja"), zet("thema", 1, "=", tekst), zet("thema", 2, "=", "Goed"))
    assert [(t.behandeld, t.reden) for t in gehouden.themas] == [("nee", reden), ("ja", None)]
    assert [b.kern for b in gehouden.bevindingen] == ["Goed"]


def test_an_action_may_be_due_on_the_day_of_the_talk_itself(blad: Path) -> None:
    gehouden = vul_in(blad, er("ja"), zet("wie", 1, *ACTIE[:4], "18 mei"))
    assert [str(actie.uiterlijk) for actie in gehouden.acties] == ["2026-05-18"]


def test_merged_cells_are_one_answer(blad: Path, capsys) -> None:
    def voeg_samen(word: Any) -> None:
        bevindingen = tabel(word, "thema")
        bevindingen.cell(1, 1).merge(bevindingen.cell(3, 1)).text = "De wachttijd is 40 dagen"

    gehouden = vul_in(blad, er("ja"), voeg_samen)
    assert [b.kern for b in gehouden.bevindingen] == ["De wachttijd is 40 dagen"]
    assert [t.behandeld for t in gehouden.themas] == ["ja", "nee", "nee"]
    assert "samengevoegd met die erboven" in " ".join(capsys.readouterr().out.split())


def test_tracked_and_controlled_text_is_read(blad: Path) -> None:
    def spoor(word: Any) -> None:
        cel = tabel(word, "wie").rows[1].cells[2]
        wie = 'w:id="1" w:author="An"'
        cel.paragraphs[0]._p.append(
            parse_xml(f"<w:ins {nsdecls('w')} {wie}><w:r><w:t>Stuurt de lijst</w:t></w:r></w:ins>")
        )

    def keuze(word: Any) -> None:
        rij = tabel(word, "wie").rows[1]._tr
        cel = rij.findall(qn("w:tc"))[1]
        lijst = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        rij.replace(cel, lijst)
        lijst[1].append(cel)

    gehouden = vul_in(
        blad, er("ja"), zet("wie", 1, "An", "aanbieder", "", "", "9 juni"), spoor, keuze
    )
    assert [(a.wie, a.wat) for a in gehouden.acties] == [("An", "Stuurt de lijst")]


def test_what_has_no_place_in_the_record_is_told(blad: Path, capsys) -> None:
    def los(word: Any) -> None:
        word.add_paragraph("Graag nog eens over de wachtlijst.")

    vul_in(blad, er("ja"), los, zet("punt", 1, "Vervoer", "An", "10 min"))
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "er staat tekst onder de tabellen: Graag nog eens over de wachtlijst." in gezegd
    assert "is nog geen bevinding: Vervoer (ingebracht door An)" in gezegd
    assert gezegd.count("er staat tekst") == 1


def kop(oud: str, nieuw: str, plek: int) -> Invuller:
    def doe(word: Any) -> None:
        tabel(word, oud).rows[0].cells[plek].text = nieuw

    return doe


def zonder_kolom(eerste: str, plek: int) -> Invuller:
    def doe(word: Any) -> None:
        for rij in tabel(word, eerste).rows:
            rij._tr.remove(rij.cells[plek]._tc)

    return doe


def test_a_head_that_was_typed_anew_is_the_same(blad: Path) -> None:
    gehouden = vul_in(
        blad,
        er("ja"),
        zet("thema", 1, "=", "Goed"),
        kop("thema", "Wat is vastgesteld?", 1),
        kop("thema", "THEMA", 0),
    )
    assert [b.kern for b in gehouden.bevindingen] == ["Goed"]


@pytest.mark.parametrize(
    ("kapot", "verwacht"),
    [
        (zonder_kolom("wie", 4), "Acties: de kolom 'uiterlijk' ontbreekt"),
        (zonder_kolom("thema", 1), "Bevindingen: de kolom 'wat is vastgesteld' ontbreekt"),
        (zonder_kolom("naam", 4), "Wie er zijn: de kolom 'aanwezig' ontbreekt"),
        (kop("wie", "wat", 3), "Acties: de kolom 'wat' staat er dubbel"),
        (kop("wie", "afgesproken", 2), "Acties: de kolom 'wat' ontbreekt"),
    ],
)
def test_a_column_that_is_gone_is_named(blad: Path, capsys, kapot: Invuller, verwacht: str) -> None:
    vul_in(blad, zet("wie", 1, *ACTIE), kapot, uit=2)
    assert verwacht in " ".join(capsys.readouterr().err.split())


def test_a_column_that_may_be_gone_and_one_of_their_own(blad: Path, capsys) -> None:
    def eigen(word: Any) -> None:
        for rij, tekst in zip(tabel(word, "wie").rows, ("opmerking", "haast"), strict=False):
            cel = copy.deepcopy(rij.cells[0]._tc)
            rij._tr.append(cel)
            rij.cells[-1].text = tekst

    vul_in(blad, er("ja"), zet("wie", 1, *ACTIE), zonder_kolom("wie", 3), eigen)
    assert "Acties, rij 1, opmerking: haast" in " ".join(capsys.readouterr().out.split())


def test_remarks_and_what_nobody_sees_on_paper_are_named_and_not_recorded(
    blad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a reader of the print does not see is no part of what was agreed."""

    def stil(word: Any) -> None:
        alinea = tabel(word, "wie").rows[1].cells[2].paragraphs[0]
        verborgen = alinea.add_run(" en de rest ook")
        verborgen.font.hidden = True
        weg = alinea.add_run(" morgen")
        weg.font.strike = True
        word.add_comment(alinea.runs, text="Klopt dit wel?", author="Jan", initials="J")

    gehouden = vul_in(blad, er("ja"), zet("wie", 1, *ACTIE), stil)
    assert gehouden is not None
    assert [actie.wat for actie in gehouden.acties] == ["Stuurt de lijst"]
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "let op: er staat een opmerking in: " in gezegd, gezegd
    assert "let op: er staat doorgehaald: morgen" in gezegd
    assert "let op: er staat verborgen tekst in: en de rest ook" in gezegd


def test_a_tracked_insertion_is_read_as_accepted_and_said(
    blad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def volg(word: Any) -> None:
        alinea = tabel(word, "wie").rows[1].cells[2].paragraphs[0]._p
        alinea.append(
            parse_xml(
                f'<w:ins {nsdecls("w")} w:id="9" w:author="Jan"><w:r><w:t xml:space="preserve">'
                " vandaag</w:t></w:r></w:ins>"
            )
        )

    gehouden = vul_in(blad, er("ja"), zet("wie", 1, *ACTIE), volg)
    assert gehouden is not None
    assert [actie.wat for actie in gehouden.acties] == ["Stuurt de lijst vandaag"]
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "een wijziging is gelezen alsof zij is aanvaard" in gezegd


def _formulierveld(rij: int, inhoud: str) -> Invuller:
    """Put a form field of old in the last cell of somebody in the list of who was there."""

    def doe(word: Any) -> None:
        cel = tabel(word, "naam").rows[rij].cells[-1]
        cel.text = ""
        for deel in (
            f'<w:fldChar w:fldCharType="begin"><w:ffData>{inhoud}</w:ffData></w:fldChar>',
            "<w:instrText> FORM </w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            cel.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}>{deel}</w:r>"))

    return doe


_LIJST = '<w:listEntry w:val="ja"/><w:listEntry w:val="nee"/>'


def test_the_form_fields_of_an_older_word_are_read(blad: Path, capsys) -> None:
    gehouden = vul_in(
        blad,
        _formulierveld(1, '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'),
        _formulierveld(2, f'<w:ddList><w:result w:val="1"/>{_LIJST}</w:ddList>'),
        _formulierveld(3, f"<w:ddList>{_LIJST}</w:ddList>"),
    )
    assert [g.persoon for g in gehouden.aanwezig] == ["mia"]
    assert [g.persoon for g in gehouden.afwezig] == ["bo"]
    assert "van An Bieder staat er niet bij" in " ".join(capsys.readouterr().out.split())


def test_two_tables_that_became_one_have_their_heads_once(blad: Path) -> None:
    def plak(word: Any) -> None:
        acties = tabel(word, "wie")
        acties.rows[1]._tr.addnext(copy.deepcopy(acties.rows[0]._tr))

    gehouden = vul_in(blad, er("ja"), zet("wie", 1, *ACTIE), plak)
    assert [actie.wat for actie in gehouden.acties] == ["Stuurt de lijst"]


def test_a_picture_and_what_stands_in_the_edge_of_the_page_are_told(blad: Path, capsys) -> None:
    def doe(word: Any) -> None:
        alinea = tabel(word, "thema").rows[1].cells[1].paragraphs[0]
        alinea.add_run().add_picture(io.BytesIO(_BEELD))
        word.sections[0].footer.add_paragraph("Nog niet delen")

    vul_in(blad, er("ja"), doe)
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "er staat tekst in de kop of voet: Nog niet delen" in gezegd
    assert "kijk zelf na, want clm leest het niet: een afbeelding" in gezegd
    assert gezegd.count("er staat tekst") == 1


def test_what_clm_put_in_the_sheet_when_it_was_made_is_nobodys_text(tmp_path: Path, capsys) -> None:
    """A day that is past by now is told otherwise; the sheet still says what it said."""
    klein_register.lees(tmp_path, GESPREK | _PLICHT)
    eerder = ["--map", str(tmp_path), "--vandaag", "2026-05-11", "--door", "mia"]
    assert draai(["gesprek", "maak", "agenda", "bloem", *eerder]) == 0
    made = (tmp_path / KAART.replace("gesprek.yaml", "agenda.md")).read_text(encoding="utf-8")
    assert "uiterlijk 15 mei 2026" in made
    assert "te laat" not in made
    assert vul_in(tmp_path, er("ja")) is not None
    assert "er staat tekst" not in " ".join(capsys.readouterr().out.split())
