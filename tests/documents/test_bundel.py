"""The bundle of a case: it answers a stranger, verifies without clm, and keeps ours inside."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from clm_cli import resources
from clm_cli.cli.hoofd import draai

GEMEEN = ("--vandaag", "2026-05-18", "--door", "marieke-hoekstra", "--ja")
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
        "datum: 2026-05-12\nvastgelegd: 2026-05-12T10:00:00+02:00\ndoor: marieke-hoekstra\n"
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
@pytest.mark.parametrize("naam", ["bundel-de-klaproos", "bundel-de-klaproos-wederpartij"])
def test_a_lawyer_finds_the_answer(bundels: Path, naam: str, vraag: str, antwoord: str) -> None:
    assert antwoord in tekst(bundels / naam), vraag


def test_our_own_copy_tells_the_conditions_and_who_knew_when(bundels: Path) -> None:
    onze = tekst(bundels / "bundel-de-klaproos")
    assert "Voorwaarden, met waar zij uit blijken" in onze
    assert "Wie wist wat wanneer (art. 6:89 BW)" in onze
    assert "Zeven jeugdigen wachten langer dan zes weken" in onze
    feiten = bundels / "bundel-de-klaproos/feiten"
    assert list(feiten.rglob("2026-05-04-maatregel-ingebrekestelling.yaml.txt"))


@pytest.mark.parametrize("naam", ["bundel-de-klaproos", "bundel-de-klaproos-wederpartij"])
def test_every_file_verifies_with_sha256sum_alone(bundels: Path, naam: str) -> None:
    map_ = bundels / naam
    rijen = (map_ / "SHA256SUMS").read_text().splitlines()
    gevonden = {pad: som for som, pad in (rij.split("  ", 1) for rij in rijen)}
    echt = {p.relative_to(map_).as_posix(): p for p in map_.rglob("*") if p.is_file()}
    assert set(echt) - {"SHA256SUMS"} == set(gevonden)
    for pad, som in gevonden.items():
        assert hashlib.sha256(echt[pad].read_bytes()).hexdigest() == som


@pytest.mark.parametrize("naam", ["bundel-de-klaproos", "bundel-de-klaproos-wederpartij"])
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
    map_ = bundels / "bundel-de-klaproos-wederpartij"
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
    lijst = (bundels / "bundel-de-klaproos-wederpartij-intern.txt").read_text(encoding="utf-8")
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
    assert "Trede 1: intensivering" in onze
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
        "onszelf": tekst(wortel / "export/bundel-de-klaproos"),
        "wederpartij": tekst(wortel / "export/bundel-de-klaproos-wederpartij"),
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
    assert "open, trede 3, hoogst 3" in gevoelig["onszelf"]
    assert "hoogst" not in gevoelig["wederpartij"]


def test_each_figure_is_proven_by_its_own_sheet(tmp_path: Path) -> None:
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    assert draai(["--map", str(wortel), *GEMEEN, "exporteer", "bundel", "de-klaproos"]) == 0
    rijen = tekst(wortel / "export/bundel-de-klaproos").splitlines()
    titels = {rij[4:8]: rij for rij in rijen if rij.startswith("### B-")}
    bewezen = {
        rij.split(" | ")[4]: rij.split(" | ")[3] for rij in rijen if "/metingen/2025-K" in rij
    }
    opgave = next(stuk for pad, stuk in bewezen.items() if "2025-K2-opgave" in pad)
    assert opgave in titels, bewezen
    assert "2025-K2" in titels[opgave]
    # what the folder of a letter holds belongs to its whole life
    assert [rij for rij in rijen if "| bezorgd: handtekening" in rij and "| B-" in rij]
