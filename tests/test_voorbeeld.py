"""The example register: complete, consistent, fictitious, and read whole by every command."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import Geladen, laad
from clm_cli.files.stukken import controleer_stukken
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Ernst
from clm_cli.records.basis import Correctie
from clm_cli.records.soorten import FEITEN, KAARTEN
from clm_cli.rules.toets import controleer

MAP = Path(__file__).parents[1] / "dossiers"
DAG = date(2026, 5, 18)
BASIS = ["--map", str(MAP), "--vandaag", "2026-05-18"]
ZAKEN = sorted((pad.parent.parent.name, pad.name) for pad in MAP.glob("*/escalaties/*"))
"""Every case of the example: the dossier and the case."""


@pytest.fixture(scope="module")
def geladen() -> Geladen:
    return laad(MAP)


def test_everything_is_read_without_a_word(geladen: Geladen) -> None:
    assert geladen.meldingen == ()


def test_only_what_the_story_wants_is_reported(geladen: Geladen) -> None:
    """Four on the ladder stay, all on purpose, and one talk.

    DOS244: the report of the talk with Waterlelie of 23 April is not shared; it is late.
    LAD403: who acts at once, before the hearing, is reported for good (the stop at Oude Linde).
    LAD409: the notice to De Klaproos does not say whether it is necessary for safety. It was sent
    that way, and what is not in
    the letter cannot be added afterwards: on an objection its effect is unknown, and that has to be
    asked.
    LAD432: more contact was announced to De Klaproos, and nobody wrote down how much or until when.
    LAD433: De Klaproos explained itself and named no measures; the notice followed.
    """
    meldingen = [
        m for m in controleer(geladen.register.zoals(DAG), DAG) if m.ernst is not Ernst.INFO
    ]
    assert sorted({m.code for m in meldingen}) == [
        "DOS206",
        "DOS244",
        "LAD403",
        "LAD409",
        "LAD432",
        "LAD433",
        "TRM301",
    ]
    plekken = {
        m.code: m.plek.pad.partition("/")[0]
        for m in meldingen
        if m.plek and m.code.startswith("LAD")
    }
    assert plekken == {
        "LAD403": "oude-linde",
        "LAD409": "de-klaproos",
        "LAD432": "de-klaproos",
        "LAD433": "de-klaproos",
    }
    assert controleer_stukken(MAP, Kijk(geladen.register, date(2026, 6, 1))) == []


def test_every_kind_of_file_occurs(geladen: Geladen) -> None:
    modellen = {type(b.record) for b in geladen.register.bestanden}
    assert [
        soort.naam
        for soort in (*KAARTEN, *FEITEN)
        if soort.model not in modellen and soort.naam != "regime"
    ] == []
    assert any(isinstance(b.record, Correctie) for b in geladen.register.bestanden)


def test_every_file_says_that_it_is_invented() -> None:
    assert [
        str(p)
        for p in MAP.rglob("*.yaml")
        if "Verzonnen voorbeeld" not in p.read_text().splitlines()[0]
    ] == []


def test_nobody_can_be_reached_on_these_numbers() -> None:
    tekst = "\n".join(p.read_text() for p in MAP.rglob("*.yaml"))
    assert set(re.findall(r"@[a-z.-]+\.([a-z]+)", tekst)) == {"example"}
    assert all(
        nummer.startswith("0000") for nummer in re.findall(r"(?:kvk|telefoon): \"?([0-9-]+)", tekst)
    )


def test_no_fact_lies_after_the_day_of_the_example(geladen: Geladen) -> None:
    assert (
        max(b.record.datum for b in geladen.register.bestanden if hasattr(b.record, "vastgelegd"))
        <= DAG
    )


@pytest.mark.parametrize(
    "woorden",
    [
        ["werklijst"],
        ["werklijst", "--alles", "--dagen", "200", "--sinds", "2026-05-11"],
        ["waarom", "1"],
        ["overzicht"],
        ["toon", "klaproos"],
        ["toon", "medisch"],
        ["tijdlijn", "de-klaproos"],
        ["tijdlijn", "klaproos", "--escalatie", "2026-02-10-wachttijd"],
        *(["escalatie", "toon", *zaak] for zaak in ZAKEN),
        ["escalatie", "toon", "klaproos", "--wat-als", "sma-2026"],
        ["regime", "toon", "sma-2026"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("breedte", [60, 80, 100])
def test_every_view_fits_the_terminal(
    woorden: list[str],
    breedte: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert draai([*BASIS, *woorden]) == 0
    te_lang = [
        r for r in capsys.readouterr().out.splitlines() if len(r) > breedte and " " in r.strip()
    ]
    assert [r for r in te_lang if not re.search(r"\S{40,}", r)] == []


@pytest.mark.parametrize(
    "woorden",
    [
        ["werklijst"],
        ["waarom", "2"],
        ["overzicht"],
        ["toon", "waterlelie"],
        ["tijdlijn", "oude"],
        ["controleer"],
        ["escalatie", "toon", "klaproos"],
        ["escalatie", "toon", "waterlelie"],
        ["escalatie", "toon", "klaproos", "--wat-als", "sma-2026"],
        ["regime", "lijst"],
        ["uitleg"],
        ["uitleg", "DOS204"],
        ["termijn", "4 mei 2026", "10 werkdagen"],
    ],
)
def test_every_reading_command_gives_json_in_its_envelope(
    woorden: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    draai([*woorden, *BASIS, "--json"])
    antwoord = json.loads(capsys.readouterr().out)
    assert re.fullmatch(r"clm\.[a-z-]+/1", antwoord["schema"])
    assert antwoord["gegevens"]


def test_the_morning_list_shows_what_the_files_say(capsys: pytest.CaptureFixture[str]) -> None:
    """J28, J45, S12: the report that is late, the last day to object, the plan that is due."""
    draai([*BASIS, "--json"])
    regels = json.loads(capsys.readouterr().out)["gegevens"]["regels"]
    dagen = {(r["dossier"], r["soort"]): r["uiterlijk"] for r in regels}
    assert dagen["waterlelie", "verslag-delen"] == "2026-05-07"
    assert dagen["de-klaproos", "bezwaar"] == "2026-05-18"
    assert dagen["medisch-advies-noord", "verbeterplan"] == "2026-05-27"
    assert dagen["waterlelie", "brief-retour"] is None
    assert all(r["nu"] for r in regels)
    assert all(r["omdat"] for r in regels)


def test_what_was_not_yet_recorded_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """The delivery of 6 May was recorded on 13 May; before that it was assumed."""
    for moment, voorlopig in (("2026-05-12", True), ("2026-05-14", False)):
        draai([*BASIS, "--bekend", moment, "--json", "werklijst"])
        regels = json.loads(capsys.readouterr().out)["gegevens"]["regels"]
        assert [r["voorlopig"] for r in regels if r["soort"] == "bezwaar"] == [voorlopig]


@pytest.mark.parametrize("jaar", ["1990", "2079"])
def test_a_mistyped_year_at_the_edge_brings_nothing_down(jaar: str, tmp_path: Path) -> None:
    kopie = tmp_path / "dossiers"
    shutil.copytree(MAP, kopie)
    for pad in kopie.rglob("*.yaml"):
        if not pad.name[0].isdigit() and pad.name != "organisatie.yaml":
            pad.write_text(re.sub(r"\b2026-(?=[0-9]{2}-[0-9]{2}\b)", f"{jaar}-", pad.read_text()))
    for opdracht in (["werklijst"], ["toon", "klaproos"], ["overzicht"], ["controleer"]):
        assert draai(["--map", str(kopie), "--vandaag", "2026-05-18", *opdracht]) in (0, 1)
    assert draai(["--map", str(kopie), "--vandaag", f"{jaar}-06-01", "werklijst"]) == 0


def test_a_filter_hides_lines_and_renumbers_none(capsys: pytest.CaptureFixture[str]) -> None:
    def regels(*opties: str) -> list[dict[str, object]]:
        draai([*BASIS, "werklijst", *opties, "--json"])
        return list(json.loads(capsys.readouterr().out)["gegevens"]["regels"])

    alle = regels()
    for opties in (["--zorgvorm", "medisch-advies"], ["--bij", "wij"], ["waterlelie", "klaproos"]):
        deel = regels(*opties)
        assert 0 < len(deel) < len(alle)
        draai([*BASIS, "werklijst", *opties])
        gevraagd = len([woord for woord in opties if woord in ("waterlelie", "klaproos")]) or 5
        assert f"{gevraagd} van 5 dossiers" in capsys.readouterr().out
        assert all(regel in alle for regel in deel)
        nummer = next(r for r in deel if not r["sub"])
        draai([*BASIS, "waarom", str(nummer["nr"]), "--json"])
        assert json.loads(capsys.readouterr().out)["gegevens"]["wat"] == nummer["wat"]


def test_the_number_of_a_bundle_says_which_and_each_has_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    draai([*BASIS, "werklijst"])
    rij = next(r for r in capsys.readouterr().out.split("\n") if "Cijfers 2026-K1" in r)
    assert " ".join(rij.split()[1:]) == (
        "di 14 apr 20 wd 2 dossiers Cijfers 2026-K1 (3 keer) aanbieder"
    )
    draai([*BASIS, "waarom", rij.split()[0]])
    blad = capsys.readouterr().out
    assert "3 regels in 2 dossiers" in blad.replace("\xa0", " ")
    for sub, dossier, wat in (
        (1, "de-klaproos", "Cijfers 2026-K1 gezinshuizen: uitval"),
        (2, "waterlelie", "Cijfers 2026-K1 dagbehandeling: start binnen 6 weken, uitval"),
        (3, "waterlelie", "Cijfers 2026-K1 gezinshuizen: uitval"),
    ):
        nr = f"{rij.split()[0]}.{sub}"
        assert [nr, dossier, *wat.split()] in [regel.split() for regel in blad.split("\n")]
        draai([*BASIS, "waarom", nr])
        assert f"WAT      {wat}." in capsys.readouterr().out


def test_a_measure_that_ended_is_not_made_known_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case was closed on 14 July 2025, both failures cured: no new notice by accident."""
    map_ = shutil.copytree(MAP, tmp_path / "r")
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
    woorden = ["brief", "maak", "waterlelie", "ingebrekestelling", "--vorm", "md"]
    assert draai([*woorden, *vast]) == 2
    assert "eindigde op 14 juli 2025" in " ".join(capsys.readouterr().err.split())
    assert not list(map_.glob("waterlelie/brieven/2026-05-18*"))
    assert draai([*woorden, "--bij", "2025-04-01-maatregel-ingebrekestelling", *vast]) == 0
    assert list(map_.glob("waterlelie/brieven/2026-05-18*"))
