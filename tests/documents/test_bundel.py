"""The bundle of a case: it answers a stranger, verifies without clm, and keeps ours inside."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Document
from clm_cli.documents.opmaak import maak
from clm_cli.documents.pdfsamen import voeg_samen

GEMEEN = ("--vandaag", "2026-05-18", "--door", "marieke-hoekstra", "--ja")
ONZE = "bundel-de-klaproos-2026-02-10-wachttijd"
HUN = f"{ONZE}-wederpartij"
VRAGEN = (
    ("Wie is de opdrachtgever?", "Jeugd en Zorg Zuiderwaard"),
    ("Wie is de wederpartij, statutair?", "Stichting De Klaproos Jeugdhulp"),
    ("Onder welk contract?", "JZ25-P1-031"),
    ("Welke bepaling, letterlijk?", "binnen zes weken na ontvangst van de toewijzing"),
    ("Wat werd niet nagekomen?", "T1: Hulp start niet binnen zes weken"),
    ("Welke stap, wanneer?", "Trede 3: ingebrekestelling, 4 mei 2026"),
    ("Wie besloot, en met welke reden?", "besloten door drs. A. Veenstra"),
    ("Hoe en wanneer is de brief ontvangen?", "bezorgd 6-5-2026: handtekening voor ontvangst"),
    ("Tot wanneer was er tijd voor herstel, hoe geteld?", "20 werkdagen na woensdag 6 mei 2026"),
    ("Tot wanneer kon bezwaar?", "uiterlijk maandag 18 mei 2026"),
)
"""What a lawyer who sees only the bundle has to find in it."""


@pytest.fixture(scope="module")
def bundels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wortel = tmp_path_factory.mktemp("bundel") / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    zaak = "de-klaproos/escalaties/2026-02-10-wachttijd"
    intern = wortel / zaak / "intern/strategie.md"
    intern.parent.mkdir()
    intern.write_text("Onze onderhandelruimte.\n")
    (wortel / zaak / "2026-05-12-reactie.yaml").write_text(
        "datum: 2026-05-12\nvastgelegd: 2026-05-12T22:30:00+00:00\ndoor: marieke-hoekstra\n"
        "bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-12\nverklaring: ja\n"
        "herstelmaatregelen: ja\ninhoud: Wij werken samen met De Kleine Beer aan de wachtlijst.\n"
        "bijlagen:\n  - {bestand: intern/strategie.md}\n"
    )
    for voor in ("onszelf", "wederpartij"):
        woorden = ("exporteer", "bundel", "de-klaproos", "--escalatie", "wachttijd")
        assert draai(["--map", str(wortel), *GEMEEN, *woorden, "--voor", voor]) == 0
    return wortel / "export"


def tekst(map_: Path) -> str:
    return (map_ / "bundel.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("vraag", "antwoord"), VRAGEN)
@pytest.mark.parametrize("naam", [ONZE, HUN])
def test_a_lawyer_finds_the_answer(bundels: Path, naam: str, vraag: str, antwoord: str) -> None:
    assert antwoord in tekst(bundels / naam), vraag


def test_our_own_copy_tells_the_conditions_and_who_knew_when(bundels: Path) -> None:
    onze = tekst(bundels / ONZE)
    assert "Voorwaarden, met waar zij uit blijken" in onze
    assert "Wie wist wat wanneer (art. 6:89 BW)" in onze
    assert "Zeven jeugdigen wachten langer dan zes weken" in onze
    feiten = bundels / ONZE / "feiten"
    assert list(feiten.rglob("2026-05-04-maatregel-ingebrekestelling.yaml.txt"))


def test_a_fact_has_the_same_number_in_the_story_and_in_the_list_from_one_on(bundels: Path) -> None:
    onze = tekst(bundels / ONZE)
    nummers = re.findall(r"(?m)^- (F-[0-9]+): \S+\.yaml\.txt$", onze.replace("\\", ""))
    assert nummers == [f"F-{nr:02d}" for nr in range(1, len(nummers) + 1)]
    rijen = [regel.split("|")[-2].strip() for regel in onze.splitlines() if regel.startswith("| ")]
    assert [rij for rij in rijen if rij.startswith("F-")] == nummers != []


@pytest.mark.parametrize("naam", [ONZE, HUN])
def test_the_day_of_recording_is_that_of_amsterdam(bundels: Path, naam: str) -> None:
    assert "| 12-5-2026 | 13-5-2026 | reactie: " in tekst(bundels / naam)


@pytest.mark.parametrize("naam", [ONZE, HUN])
def test_every_file_verifies_with_sha256sum_alone(bundels: Path, naam: str) -> None:
    map_ = bundels / naam
    rijen = (map_ / "SHA256SUMS").read_text().splitlines()
    gevonden = {pad: som for som, pad in (rij.split("  ", 1) for rij in rijen)}
    echt = {p.relative_to(map_).as_posix(): p for p in map_.rglob("*") if p.is_file()}
    assert set(echt) - {"SHA256SUMS"} == set(gevonden)
    for pad, som in gevonden.items():
        assert hashlib.sha256(echt[pad].read_bytes()).hexdigest() == som


@pytest.mark.parametrize("naam", [ONZE, HUN])
def test_the_pdf_has_bookmarks_and_the_letters_stand_where_it_says(
    bundels: Path, naam: str
) -> None:
    lezer = PdfReader(io.BytesIO((bundels / naam / "bundel.pdf").read_bytes()))
    titels = {
        str(rij.title): lezer.get_destination_page_number(rij)
        for rij in lezer.outline
        if not isinstance(rij, list)
    }
    brief = next(nr for titel, nr in titels.items() if "ingebrekestelling (trede 3)" in titel)
    assert f"bladzijde {brief + 1} van bundel.pdf" in tekst(bundels / naam)
    assert "INGEBREKESTELLING" in lezer.pages[brief].extract_text().upper()


def test_the_other_party_gets_nothing_of_ours_and_nothing_of_another_provider(
    bundels: Path,
) -> None:
    map_ = bundels / HUN
    alles = b"".join(
        p.read_bytes() for p in map_.rglob("*") if p.is_file() and p.suffix != ".pdf"
    ).decode()
    alles += "".join(
        blad.extract_text()
        for blad in PdfReader(io.BytesIO((map_ / "bundel.pdf").read_bytes())).pages
    )
    for woord in (
        *("onderhandelruimte", "strategie", "De Kleine Beer", "signaal:", "akkoord:"),
        *("Zeven jeugdigen wachten", "De wachttijd en de ontbrekende registraties zijn bevestigd"),
        *("Twee gesprekken en een wervingsplan", "Voorwaarden, met waar", "6:89"),
    ):
        assert woord.lower() not in alles.lower(), woord
    assert not list(map_.rglob("feiten"))
    lijst = (bundels / f"{HUN}-intern.txt").read_text(encoding="utf-8")
    assert "2026-03-31-onderzoek.yaml" in lijst
    assert "De Kleine Beer" in lijst


def test_a_measure_that_was_not_made_known_stays_out(tmp_path: Path) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    for pad in wortel.glob("de-klaproos/brieven/2026-05-04-ingebrekestelling/2026-*.yaml"):
        pad.unlink()
    woorden = ("exporteer", "bundel", "de-klaproos", "--voor", "wederpartij")
    assert draai(["--map", str(wortel), *GEMEEN, *woorden]) == 0
    onze = tekst(wortel / "export/bundel-de-klaproos-wederpartij")
    assert "Trede 1: verhogen intensiteit contractmanagement" in onze
    assert "ingebrekestelling" not in onze


@pytest.fixture(scope="module")
def gevoelig(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Both copies of a case in which somebody wrote what may not leave the house."""
    wortel = tmp_path_factory.mktemp("gevoelig") / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    ander = wortel / "de-kleine-beer/aanbieder.yaml"
    naam = "De Kleine Beer B.V."
    assert naam in ander.read_text()
    ander.write_text(ander.read_text().replace(naam, "Ursus Minor B.V."))
    zaak = wortel / "de-klaproos/escalaties/2026-02-10-wachttijd"
    kop = "datum: 2026-05-12\nvastgelegd: 2026-05-12T10:00:00+02:00\ndoor: marieke-hoekstra\n"
    (zaak / "2026-05-12-tekortkoming.yaml").write_text(
        f"{kop}tekortkoming: {{id: T9, verplichting: V-01, wat: De opgave klopt niet, soort: "
        "[tijdigheid], raakt_veiligheid: nee, feiten: Twee opgaven verschillen.}\n"
    )
    for voor, wie in (("onszelf", "Jan"), ("wederpartij", "bsn 123.456.782")):
        (zaak / "2026-05-12-reactie.yaml").write_text(
            f"{kop}bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-12\n"
            "verklaring: ja\nherstelmaatregelen: ja\n"
            f"inhoud: Over {wie} bellen wij met ursus minor b.v.\n"
        )
        woorden = ("exporteer", "bundel", "de-klaproos", "--escalatie", "wachttijd")
        assert draai(["--map", str(wortel), *GEMEEN, *woorden, "--voor", voor]) == 0
    return {
        "onszelf": tekst(wortel / "export" / ONZE),
        "wederpartij": tekst(wortel / "export" / HUN),
    }


def test_a_number_of_a_client_is_masked(gevoelig: dict[str, str]) -> None:
    assert "Over bsn •••••••82 bellen wij met" in gevoelig["wederpartij"]


def test_another_provider_is_not_named_by_its_statutory_name_either(
    gevoelig: dict[str, str],
) -> None:
    assert "ursus minor" in gevoelig["onszelf"].lower()
    assert "ursus" not in gevoelig["wederpartij"].lower()
    assert "bellen wij met andere aanbieder" in gevoelig["wederpartij"]


def test_a_shortcoming_that_no_letter_told_stays_inside(gevoelig: dict[str, str]) -> None:
    assert "T9: De opgave klopt niet" in gevoelig["onszelf"]
    assert "De opgave klopt niet" not in gevoelig["wederpartij"]
    assert "T1: Hulp start niet binnen zes weken" in gevoelig["wederpartij"]


def test_where_we_stand_stays_inside(gevoelig: dict[str, str]) -> None:
    zaak = "| Escalatie 2026-02-10-wachttijd | over ambulant"
    assert f"{zaak}; open, trede 3, hoogst 3 |" in gevoelig["onszelf"]
    assert f"{zaak} |" in gevoelig["wederpartij"]
    assert "open, trede 3, hoogst 3" in gevoelig["onszelf"]
    assert "hoogst" not in gevoelig["wederpartij"]


def test_a_day_that_a_letter_names_for_two_shortcomings_is_told_once(bundels: Path) -> None:
    assert "afgedrukt: bezwaar 18 mei 2026, herstel 9 juni 2026 |" in tekst(bundels / ONZE)


def test_each_figure_is_proven_by_its_own_sheet(tmp_path: Path) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    assert draai(["--map", str(wortel), *GEMEEN, "exporteer", "bundel", "de-klaproos"]) == 0
    rijen = tekst(wortel / "export/bundel-de-klaproos").splitlines()
    titels = {rij[4:8]: rij for rij in rijen if rij.startswith("### B-")}
    feit = next(rij[2:6] for rij in rijen if rij.endswith("/metingen/2025-K2-opgave.yaml.txt"))
    bewezen = {
        rij.split(" | ")[4].removesuffix(" |"): rij.split(" | ")[3]
        for rij in rijen
        if rij.startswith("| ") and rij.count(" | ") == 4
    }
    opgave = bewezen[feit]
    assert opgave in titels, bewezen
    assert "2025-K2" in titels[opgave]
    # what the folder of a letter holds belongs to its whole life
    assert [rij for rij in rijen if "| bezorgd: handtekening" in rij and "| B-" in rij]


VRAGEN_WATERLELIE = (
    ("Wie mag tekenen, tot welke trede?", "| drs. A. Veenstra | 7 | 1-1-2024 | - |"),
    ("Welke gemeente gaf volmacht?", "| Meerkamp | 5 | 1-3-2025 | 31-12-2025 |"),
    ("Welke verplichting, letterlijk?", "De casusregie ligt bij een geregistreerde professional."),
    ("Welke feiten?", "Op 20 januari 2025 hadden 4 van 15 behandelaars geen registratie."),
    ("Wie wist het eerst, wanneer was de eerste klacht?", "| T1 | 20-1-2025 | 4-3-2025 | 43 |"),
    ("Op welke grond?", 'grond: J40: "Formele aanzegging via'),
    (
        "Wat zei de aanbieder toen hij werd gehoord?",
        "Werving loopt; de wachtlijst komt door ziekte.",
    ),
    ("Wat stond die dag vast van de ontvangst?", "wordt 3 april 2025 aangenomen"),
    (
        "Was er verzuim toen betaling werd opgeschort?",
        "T1: verzuim ja (de termijn eindigde op 6 mei",
    ),
    ("Was het bezwaar op tijd?", "op tijd: 9 april 2025, de laatste dag is 10 april 2025"),
    ("Schortte het op?", "schorste T1: nee (de maatregel is nodig voor de veiligheid"),
    ("Wie besliste wat?", "beslist 24 april 2025 door drs. A. Veenstra: gewijzigd"),
    ("Is dat meegedeeld?", "dat de beslissing is meegedeeld, ligt niet vast"),
    ("Kwam er antwoord op tijd?", "uitkomst: ontvangen 24 maart 2025: op tijd"),
    ("Kwam er herstel?", "niet hersteld, beoordeeld 7 mei 2025; hersteld, beoordeeld 1 juli 2025"),
    ("Waar is de brief zelf?", "Brieven waarvan het stuk zelf niet in het dossier staat"),
)
VRAGEN_FACTUREN = (
    ("Waarop rust de stap?", "grond: S"),
    ("Wat is achteraf verbeterd, en waarom?", "2025-06-16-maatregel-verbeterplan is verbeterd op"),
    ("Was het antwoord op de dag zelf anders?", "Door wat later is vastgelegd of verbeterd"),
    ("Is er bezwaar gemaakt?", "Er is geen bezwaar vastgelegd."),
)


@pytest.mark.parametrize(
    ("dossier", "zaak", "vragen"),
    [
        ("waterlelie", "2025-02-03-registratie", VRAGEN_WATERLELIE),
        ("medisch-advies-noord", "2025-06-10-facturen", VRAGEN_FACTUREN),
    ],
)
def test_a_case_that_is_over_answers_as_well(
    tmp_path: Path, dossier: str, zaak: str, vragen: tuple[tuple[str, str], ...]
) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    woorden = ("exporteer", "bundel", dossier, "--escalatie", zaak)
    assert draai(["--map", str(wortel), *GEMEEN, *woorden]) == 0
    gezegd = tekst(wortel / f"export/bundel-{dossier}-{zaak}")
    assert [vraag for vraag, antwoord in vragen if antwoord not in gezegd] == []
    # of another case
    assert "2026-01-20-doorlooptijden" not in gezegd


def test_a_count_that_ends_before_the_day_in_the_letter_says_where_it_ends(bundels: Path) -> None:
    """Five working days after 6 May are 7, 8, 11, 12, 13; the letter printed the 18th."""
    for naam in (ONZE, HUN):
        gezegd = tekst(bundels / naam)
        assert "- zo gerekend woensdag 13 mei 2026; de laatste dag geldt\n" in gezegd
        assert "- zo gerekend maandag 8 juni 2026; de laatste dag geldt\n" in gezegd


def test_the_terms_of_a_step_are_those_of_its_own_day(bundels: Path) -> None:
    """On 4 May nobody knew of the receipt, which was recorded on the 13th."""
    stap = tekst(bundels / ONZE).partition("### Trede 3")[2].partition("## 6.")[0]
    assert "zoals bekend op 4 mei 2026" in stap
    assert "verzonden op 4 mei 2026, met 2 werkdagen bezorging" in stap
    assert "uiterlijk dinsdag 9 juni 2026; voorlopig, de ontvangst lag nog niet vast" in stap
    eerste = tekst(bundels / ONZE).partition("### Trede 1")[2].partition("### Trede 3")[0]
    assert "De ernst van de (dreigende) tekortkoming is benoemd. nee → ja" in eerste


def test_the_pages_are_numbered_through_the_enclosures(bundels: Path) -> None:
    bladen = PdfReader(io.BytesIO((bundels / ONZE / "bundel.pdf").read_bytes())).pages
    assert len(bladen) > 10
    for nummer, blad in enumerate(bladen, 1):
        # Where a reader of the page sees a space differs between versions of the library.
        letters = "".join(blad.extract_text().split())
        assert f"bundel,bladzijde{nummer}van{len(bladen)}" in letters


def test_a_page_that_lies_on_its_side_gets_its_number_at_its_foot(tmp_path: Path) -> None:
    schrijver = PdfWriter()
    schrijver.add_blank_page(400, 200).rotate(90)
    uit = io.BytesIO()
    schrijver.write(uit)
    samen = PdfReader(io.BytesIO(voeg_samen([("a", uit.getvalue())], date(2026, 5, 18))))
    (blad,) = samen.pages
    assert (blad.mediabox.width, blad.mediabox.height, blad.rotation) == (200, 400, 0)
    plaatsen = []
    blad.extract_text(visitor_text=lambda t, _c, m, *_: plaatsen.append((t.strip(), m[5])))
    assert [y for t, y in plaatsen if "bladzijde 1 van 1" in t and y < 40]


def test_a_document_that_changed_is_said_to_have(tmp_path: Path, capsys) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    woorden = ("exporteer", "bundel", "de-klaproos", "--escalatie", "wachttijd")
    assert draai(["--map", str(wortel), *GEMEEN, *woorden]) == 0
    gezegd = tekst(wortel / "export" / ONZE)
    assert gezegd.count("het bestand in deze bundel is nog hetzelfde: ja") == 3
    brief = wortel / "de-klaproos/brieven/2026-05-04-ingebrekestelling/brief.md"
    brief.write_bytes(brief.read_bytes() + b" ")
    (wortel / "export" / ONZE / "stukken/B-09-oud.md").write_text("van een eerdere bundel")
    assert draai(["--map", str(wortel), *GEMEEN, *woorden]) == 0
    gezegd = tekst(wortel / "export" / ONZE)
    assert gezegd.count("het bestand in deze bundel is nog hetzelfde: nee, het is nu") == 1
    assert "B-09-oud.md is van een eerdere bundel" in "".join(capsys.readouterr())


def test_our_own_terms_and_judgements_stay_out_of_the_other_copy(bundels: Path) -> None:
    onze, hun = tekst(bundels / ONZE), tekst(bundels / HUN)
    for woord in ("uitkomst: ontvangen 25 maart 2026", "Beoordeling, 1 april 2026", "weging:"):
        assert woord in onze
        assert woord not in hun
    # a term of ours: the talk that follows an objection
    assert "Einde hersteltermijn T1" in hun


@pytest.mark.parametrize("pad", ["../../../organisatie.yaml", "../../intern/x.md", "/etc/passwd"])
def test_a_fact_cannot_bring_in_a_file_from_elsewhere(tmp_path: Path, capsys, pad: str) -> None:
    """What a fact names as its document, outside its own folder."""
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    geheim = wortel / "de-klaproos/intern/x.md"
    geheim.parent.mkdir(exist_ok=True)
    geheim.write_text("Onze onderhandelruimte.\n")
    zaak = wortel / "de-klaproos/escalaties/2026-02-10-wachttijd"
    (zaak / "2026-05-12-reactie.yaml").write_text(
        "datum: 2026-05-12\nvastgelegd: 2026-05-12T10:00:00+02:00\ndoor: marieke-hoekstra\n"
        "bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-12\nverklaring: ja\n"
        f"herstelmaatregelen: ja\ninhoud: Wij werken eraan.\nbijlagen:\n  - {{bestand: {pad}}}\n"
    )
    woorden = ("exporteer", "bundel", "de-klaproos", "--escalatie", "wachttijd")
    vooraf = {p for p in wortel.rglob("*") if p.is_file()}
    assert draai(["--map", str(wortel), *GEMEEN, *woorden, "--voor", "wederpartij"]) == 2
    assert "REC131" in capsys.readouterr().err
    nieuw = {p for p in wortel.rglob("*") if p.is_file()} - vooraf
    assert not {p for p in nieuw if ".clm" not in p.parts}


def test_an_enclosure_that_names_another_provider_is_left_out_and_that_is_said(
    tmp_path: Path,
) -> None:
    """A letter, a sheet and a name of a file; a picture cannot be searched, and that is told."""
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    zaak = wortel / "de-klaproos/escalaties/2026-02-10-wachttijd"
    bijlagen = {
        "overleg.md": b"Overleg gaat samen met DE KLEINE\n\nBEER over de wachtlijst.",
        "cijfers.xlsx": _werkblad("De Kleine Beer B.V."),
        "de-kleine-beer.txt": b"Leeg.",
        "eigen.md": b"Alleen over De Klaproos.",
        "scan.png": b"beeld",
        "eigenschappen.docx": _word("De Kleine Beer"),
        "eigenschappen.pdf": _pdf({"/Subject": "De Kleine Beer"}),
        "ingesloten.pdf": _pdf({}, "Over De Kleine Beer."),
        "blad.xlsx": _werkblad("Leeg", "De Kleine Beer"),
    }
    for naam, inhoud in bijlagen.items():
        (zaak / naam).write_bytes(inhoud)
    rijen = [f"  - {{bestand: {naam}, titel: Met De Kleine Beer}}\n" for naam in bijlagen]
    (zaak / "2026-05-12-reactie.yaml").write_text(
        "datum: 2026-05-12\nvastgelegd: 2026-05-12T10:00:00+02:00\ndoor: marieke-hoekstra\n"
        "bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-12\nverklaring: ja\n"
        f"herstelmaatregelen: ja\ninhoud: Zie de bijlagen.\nbijlagen:\n{''.join(rijen)}"
    )
    woorden = ("exporteer", "bundel", "de-klaproos", "--escalatie", "wachttijd")
    for voor in ("onszelf", "wederpartij"):
        assert draai(["--map", str(wortel), *GEMEEN, *woorden, "--voor", voor]) == 0
    hun, onze = (
        {p.name[5:] for p in (wortel / "export" / naam / "stukken").iterdir()}
        for naam in (HUN, ONZE)
    )
    weg = {"overleg.md", "cijfers.xlsx", "de-kleine-beer.txt", "eigenschappen.docx"}
    assert onze - hun == {*weg, "eigenschappen.pdf", "ingesloten.pdf", "blad.xlsx"}
    assert {"eigen.md", "scan.png"} <= hun
    gezegd = tekst(wortel / "export" / HUN)
    assert gezegd.count("weggelaten uit deze bundel: het gaat ook over een ander") == 7
    alles = "".join(
        [
            *(str(rij) for rij in _bladwijzers(wortel / "export" / HUN / "bundel.pdf")),
            *(p.as_posix() for p in (wortel / "export" / HUN).rglob("*")),
            (wortel / "export" / HUN / "SHA256SUMS").read_text(),
            gezegd,
        ]
    ).lower()
    assert "kleine" not in alles
    lijst = (wortel / f"export/{HUN}-intern.txt").read_text(encoding="utf-8")
    assert "wachttijd/overleg.md (B-" in lijst
    assert "noemt De Kleine Beer" in lijst


def test_a_document_that_nobody_can_search_is_named(tmp_path: Path, capsys) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    brief = "de-klaproos/brieven/2026-05-04-ingebrekestelling"
    (wortel / brief / "scan.png").write_bytes(b"beeld")
    (wortel / brief / "gescand.pdf").write_bytes(_pdf({}, leeg=1))
    bezorgd = wortel / brief / "2026-05-06-bezorgd.yaml"
    assert "bijlagen" not in bezorgd.read_text()
    bezorgd.write_text(
        f"{bezorgd.read_text()}bijlagen: [{{bestand: scan.png}}, {{bestand: gescand.pdf}}]\n"
    )
    woorden = ("exporteer", "bundel", "de-klaproos", "--voor")
    assert draai(["--map", str(wortel), *GEMEEN, *woorden, "onszelf"]) == 0
    assert "te doorzoeken" not in " ".join("".join(capsys.readouterr()).split())
    assert draai(["--map", str(wortel), *GEMEEN, *woorden, "wederpartij"]) == 0
    uit = " ".join("".join(capsys.readouterr()).split())
    assert f"{brief}/scan.png is niet te doorzoeken" in uit
    assert f"{brief}/gescand.pdf is niet te doorzoeken, of niet helemaal" in uit


def _word(titel: str) -> bytes:
    stuk = docx.Document()
    stuk.add_paragraph("Alleen over De Klaproos.")
    stuk.core_properties.title = titel
    uit = io.BytesIO()
    stuk.save(uit)
    return uit.getvalue()


def _pdf(eigenschappen: dict[str, str], ingesloten: str = "", *, leeg: int = 0) -> bytes:
    """A page of text, with properties, a file inside it, or pages on which nothing can be read."""
    tekst_ = "Alleen over De Klaproos."
    blad = maak(Document("Bijlage", date(2026, 5, 12), "Wij", ontleed(tekst_), tekst_), "pdf")
    stuk = PdfWriter(io.BytesIO(blad))
    stuk.add_metadata(eigenschappen)
    if ingesloten:
        stuk.add_attachment("notitie.txt", ingesloten.encode())
    for _ in range(leeg):
        stuk.add_blank_page()
    uit = io.BytesIO()
    stuk.write(uit)
    return uit.getvalue()


def _werkblad(tekst_: str, naam: str = "blad") -> bytes:
    boek = Workbook()
    boek.create_sheet(naam)
    boek.create_sheet("verborgen").append([tekst_])
    boek["verborgen"].sheet_state = "hidden"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _bladwijzers(pad: Path) -> list[str]:
    rijen = PdfReader(io.BytesIO(pad.read_bytes())).outline
    titels = [str(rij.title) for rij in rijen if not isinstance(rij, list)]
    assert any("andere aanbieder" in titel for titel in titels)
    return titels
