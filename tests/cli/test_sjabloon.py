"""clm sjabloon: which templates there are, copying and checking them, and the letterhead."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.documents.teruglezen import tekst_van

DAG = ["--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The example register, without what other tests ask of it."""
    doel = tmp_path / "register"
    doel.mkdir()
    for naam in ("organisatie.yaml", "kpis.yaml"):
        shutil.copy(resources.voorbeeld() / naam, doel)
    for naam in ("huisstijl", "overeenkomsten", "beleid", "lezingen", "de-klaproos"):
        shutil.copytree(resources.voorbeeld() / naam, doel / naam)
    return doel


def zeg(capsys: pytest.CaptureFixture[str], map_: Path, *woorden: str, uit: int = 0) -> str:
    code = draai([*woorden, "--map", str(map_), *DAG])
    gezegd = capsys.readouterr()
    assert code == uit, gezegd.out + gezegd.err
    return gezegd.out if code != 2 else gezegd.err


def gegevens(capsys: pytest.CaptureFixture[str], map_: Path, *woorden: str, uit: int = 0):
    return json.loads(zeg(capsys, map_, *woorden, "--json", uit=uit))["gegevens"]


def eigen(map_: Path, naam: str, tekst: str) -> None:
    pad = map_ / "sjablonen" / f"{naam}.md"
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")


def test_the_list_holds_every_kind_with_its_parts_and_clauses(capsys, map_: Path) -> None:
    rijen = {rij["naam"]: rij for rij in gegevens(capsys, map_, "sjabloon")}
    assert {f"brieven/{soort.soort}" for soort in BRIEFSOORTEN} | {
        "agenda",
        "verslag",
        "plan",
        "brieven/_slot",
    } <= rijen.keys()
    assert {rij["herkomst"] for rij in rijen.values()} == {"clm"}
    eisen = {
        (e["regime"], e["onderdeel"], e["grond"]["eis"])
        for e in rijen["brieven/ingebrekestelling"]["eisen"]
    }
    assert ("sdfl-jeugdhulp-2026", "aangetekend", "J40") in eisen
    assert ("sma-2026", "aansprakelijkheid", "S14") in eisen
    assert not any(
        onderdeel == "aangetekend" for regime, onderdeel, _ in eisen if regime == "sma-2026"
    ), "S wants no registered post (S23)"


def test_the_list_is_read_within_the_width_of_the_paper(
    capsys, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    tekst = zeg(capsys, map_, "sjabloon", "lijst")
    assert max(map(len, tekst.splitlines())) <= 80
    assert "  brieven/boete  Boete, aan de aanbieder" in tekst


def test_outside_a_register_those_of_clm_are_shown(capsys, tmp_path: Path) -> None:
    assert "brieven/ingebrekestelling" in zeg(capsys, tmp_path, "sjabloon")


def test_one_template_shows_its_clauses_its_names_and_its_text(capsys, map_: Path) -> None:
    tekst = zeg(capsys, map_, "sjabloon", "toon", "ingebrekestelling")
    assert '    J40  "Formele aanzegging via aangetekende brief door SDFL"' in tekst
    assert "{{ tekortkomingen }}  per tekortkoming:" in tekst
    assert "Met deze brief stellen wij u in gebreke." in tekst
    assert gegevens(capsys, map_, "sjabloon", "toon", "agenda")["titel"] == "Agenda van een gesprek"


@pytest.mark.parametrize(
    ("naam", "nu"),
    [
        ("ingebrekestellng", "bedoelt u ingebrekestelling?"),
        ("../organisatie", "clm sjabloon toont ze alle"),
    ],
)
def test_a_name_that_is_no_template_is_refused(capsys, map_: Path, naam: str, nu: str) -> None:
    for woord in ("toon", "kopieer", "controleer"):
        assert f"nu: {nu}" in zeg(capsys, map_, "sjabloon", woord, naam, uit=2)


def test_a_copy_is_the_registers_and_goes_first(capsys, map_: Path) -> None:
    zeg(capsys, map_, "sjabloon", "kopieer", "ingebrekestelling")
    pad = map_ / "sjablonen/brieven/ingebrekestelling.md"
    assert pad.read_bytes() == (resources.sjablonen() / "brieven/ingebrekestelling.md").read_bytes()
    rijen = {rij["naam"]: rij["herkomst"] for rij in gegevens(capsys, map_, "sjabloon")}
    assert rijen["brieven/ingebrekestelling"] == "register"
    assert "bestaat al" in zeg(capsys, map_, "sjabloon", "kopieer", "ingebrekestelling", uit=2)
    assert zeg(capsys, map_, "sjabloon", "controleer") == "Geen meldingen.\n"


def test_every_template_of_clm_passes_its_own_check(capsys, map_: Path) -> None:
    shutil.copytree(resources.sjablonen() / "brieven", map_ / "sjablonen/brieven")
    for naam in ("agenda", "verslag", "plan"):
        shutil.copy(resources.sjablonen() / f"{naam}.md", map_ / "sjablonen")
    assert zeg(capsys, map_, "sjabloon", "controleer") == "Geen meldingen.\n"


def test_clms_own_stays_in_reach(capsys, map_: Path) -> None:
    eigen(map_, "brieven/_slot", '{% extends "pakket/brieven/_slot.md" %}')
    assert zeg(capsys, map_, "sjabloon", "controleer") == "Geen meldingen.\n"


def test_an_extension_replaces_one_block_and_leaves_the_rest(capsys, map_: Path) -> None:
    zeg(capsys, map_, "sjabloon", "kopieer", "gespreksnotitie", "--uitbreiden", uit=2)
    zeg(capsys, map_, "sjabloon", "kopieer", "bevestiging-afspraak", "--uitbreiden")
    assert zeg(capsys, map_, "sjabloon", "controleer") == "Geen meldingen.\n"
    stub = map_ / "sjablonen/brieven/bevestiging-afspraak.md"
    met_super = afspraak(capsys, map_)
    stub.write_text(
        stub.read_text().replace(
            "{% block aanhef %}\n{{ super() }}",
            "{% block aanhef %}\nBeste mensen van {{ aanbieder }},",
        ),
        encoding="utf-8",
    )
    eigen_tekst = afspraak(capsys, map_)
    stub.unlink()
    assert afspraak(capsys, map_) == met_super, "what super() gives is not escaped twice"
    assert eigen_tekst == met_super.replace(
        "Geacht bestuur,", "Beste mensen van Stichting De Klaproos Jeugdhulp,"
    )


def afspraak(capsys, map_: Path) -> str:
    """The text of a letter that is made anew."""
    zeg(
        capsys,
        map_,
        "brief",
        "maak",
        "de-klaproos",
        "bevestiging-afspraak",
        "--contract",
        "ambulant",
        "--tekst",
        "onderdeel=afspraak tekst='U belt (elke week) om 9.00 uur.'",
        "--termijn",
        "soort=antwoord termijn='5 werkdagen'",
        "--vorm",
        "md",
    )
    pad = map_ / "de-klaproos/brieven/2026-05-18-bevestiging-afspraak"
    tekst = tekst_van((pad / "brief.md").read_bytes(), "md")
    shutil.rmtree(pad)
    return tekst


FOUTEN = [
    (
        "Geacht bestuur,\n\n{{ aanbieer }}",
        3,
        "de naam 'aanbieer' bestaat hier niet",
        "bedoelt u aanbieder?",
    ),
    (
        "{% for t in tekortkomingen %}\n{{ t.wat }}",
        2,
        "het sjabloon klopt niet: een {% if %}, {% for %}, {% block %} of {{ is niet afgesloten",
        "verbeter de regel",
    ),
    (
        "a\n{{ datum | datum_land }}",
        2,
        "de filter 'datum_land' bestaat niet",
        "bedoelt u datum_lang?",
    ),
    (
        'a\nb\n{% include "brieven/_slott.md" %}',
        3,
        "het sjabloon 'brieven/_slott.md' bestaat niet",
        "clm sjabloon toont ze alle",
    ),
    (
        "{% als x %}",
        1,
        "het sjabloon klopt niet: 'als' hoort hier niet, of bestaat niet",
        "verbeter de regel",
    ),
    ("{{ datum }", 1, "het sjabloon klopt niet: '}' hoort hier niet", "verbeter de regel"),
]


@pytest.mark.parametrize(("tekst", "regel", "zin", "nu"), FOUTEN)
def test_what_is_wrong_in_a_template_has_its_line(
    capsys, map_: Path, tekst: str, regel: int, zin: str, nu: str
) -> None:
    eigen(map_, "brieven/boete", tekst)
    (melding,) = gegevens(capsys, map_, "sjabloon", "controleer", "boete", uit=1)
    assert melding["plek"] == {"bestand": "sjablonen/brieven/boete.md", "regel": regel, "kolom": 1}
    assert (melding["code"], melding["tekst"], melding["nu"]) == ("BRF591", zin, nu)


def test_a_wrong_template_refuses_the_letter_with_its_line(capsys, map_: Path) -> None:
    eigen(map_, "brieven/gespreksnotitie", "a\n{{ 1 + organisatie }}")
    fout = zeg(
        capsys,
        map_,
        "brief",
        "maak",
        "de-klaproos",
        "gespreksnotitie",
        "--tekst",
        "onderdeel=doel tekst='Een datum.'",
        uit=2,
    )
    assert "sjablonen/brieven/gespreksnotitie.md:2 kan niet worden ingevuld" in fout


def test_a_template_without_words_sends_no_empty_page_out(capsys, map_: Path) -> None:
    """A part may be empty: a register leaves out what it does not want."""
    eigen(map_, "rapport", "\n")
    eigen(map_, "brieven/_risico", "")
    (melding,) = gegevens(capsys, map_, "sjabloon", "controleer", uit=1)
    assert (melding["plek"]["bestand"], melding["tekst"]) == (
        "sjablonen/rapport.md",
        "het sjabloon is leeg",
    )
    fout = zeg(capsys, map_, "rapport", "regio", "2026-K1", "--ja", uit=2)
    assert "Het sjabloon rapport geeft een leeg stuk." in fout
    assert "clm sjabloon controleer" in fout
    assert not list(map_.glob("rapporten/*"))


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (
            lambda pad: pad.write_text(
                f"version https://git-lfs.github.com/spec/v1\noid {'a' * 64}"
            ),
            "rapport.md is niet opgehaald: er staat alleen een verwijzing van git-lfs.",
        ),
        (
            lambda pad: pad.symlink_to("nergens"),
            "sjablonen/rapport.md is niet te lezen: het is een koppeling.",
        ),
    ],
    ids=["git-lfs", "koppeling"],
)
def test_a_template_that_is_not_here_is_said_by_the_check_and_by_the_document(
    capsys, map_: Path, maak, zin: str
) -> None:
    (map_ / "sjablonen").mkdir()
    maak(map_ / "sjablonen/rapport.md")
    assert zin in zeg(capsys, map_, "sjabloon", "controleer", uit=2)
    assert zin in zeg(capsys, map_, "rapport", "regio", "2026-K1", "--ja", uit=2)


def test_a_part_may_use_what_its_letter_sets(capsys, map_: Path) -> None:
    eigen(
        map_,
        "brieven/_tekortkomingen",
        "{% if stelt_eis | default(false) %}{{ tekortkomingen | length }}{% endif %}{{ foo }}",
    )
    (melding,) = gegevens(capsys, map_, "sjabloon", "controleer", "_tekortkomingen", uit=1)
    assert melding["tekst"] == "de naam 'foo' bestaat hier niet"


def test_a_letterhead_to_start_from_is_written_once_and_is_right(capsys, map_: Path) -> None:
    zeg(capsys, map_, "sjabloon", "briefpapier")
    pad = map_ / "huisstijl/briefpapier.docx"
    assert zeg(capsys, map_, "sjabloon", "controleer", str(pad)) == "Geen meldingen.\n"
    assert "bestaat al" in zeg(capsys, map_, "sjabloon", "briefpapier", uit=2)
    assert "{{ inhoud }}" in [alinea.text for alinea in docx.Document(str(pad)).paragraphs]


def test_the_letterhead_in_use_is_checked_with_the_templates(capsys, map_: Path) -> None:
    bestand = docx.Document()
    bestand.add_paragraph("{{ datm }}")
    bestand.save(str(map_ / "huisstijl/eigen.docx"))
    with (map_ / "huisstijl/huisstijl.yaml").open("a") as kaart:
        kaart.write("briefpapier: eigen.docx\n")
    meldingen = gegevens(capsys, map_, "sjabloon", "controleer", uit=1)
    assert {m["plek"]["bestand"] for m in meldingen} == {"huisstijl/eigen.docx"}
    assert [m["tekst"] for m in meldingen if m["ernst"] == "fout"] == [
        "alinea 1 ('{{ datm }}'): het veld {{ datm }} bestaat niet"
    ]
    assert "BRF592  Het briefpapier klopt niet." in zeg(capsys, map_, "uitleg", "BRF592")


def test_a_missing_style_is_said_when_a_letter_is_made(capsys, map_: Path) -> None:
    bestand = docx.Document()
    bestand.add_paragraph("{{ inhoud }}")
    bestand.styles["Table Grid"].delete()
    bestand.styles["Quote"].delete()
    bestand.save(str(map_ / "huisstijl/eigen.docx"))
    with (map_ / "huisstijl/huisstijl.yaml").open("a") as kaart:
        kaart.write("briefpapier: eigen.docx\n")
    assert (
        draai(
            [
                "brief",
                "maak",
                "de-klaproos",
                "classificatie",
                "--vorm",
                "docx",
                "--map",
                str(map_),
                *DAG,
            ]
        )
        == 0
    )
    assert (
        "het briefpapier mist de stijl Table Grid; in Word gebruikt clm daar zijn eigen voor."
        in capsys.readouterr().err
    )


def test_a_file_that_is_no_letterhead_is_answered(capsys, map_: Path) -> None:
    (map_ / "x.docm").write_bytes(b"x")
    (melding,) = gegevens(capsys, map_, "sjabloon", "controleer", str(map_ / "x.docm"), uit=1)
    assert melding["tekst"] == "Het briefpapier is geen Word-document dat te lezen is"
    assert "is niet te lezen" in zeg(capsys, map_, "sjabloon", "controleer", "nergens.docx", uit=2)


def test_the_page_to_measure_says_where_the_window_is(capsys, map_: Path) -> None:
    zeg(capsys, map_, "sjabloon", "ijkblad")
    (blad,) = PdfReader(io.BytesIO((map_ / "huisstijl/ijkblad.pdf").read_bytes())).pages
    assert [round(float(maat) * 25.4 / 72) for maat in blad.mediabox[2:]] == [210, 297]
    assert "25 mm van links, 50 mm van boven" in blad.extract_text()
