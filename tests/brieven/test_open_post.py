"""Their letters by commands: what was registered and not processed is never taken for silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.brieven.levende_brief import DOSSIER, NAAM, Bureau, opdracht
from tests.brieven.register_jeugdhulp import J_ZAAK
from tests.brieven.volle_registers import bouw, brief_van, maak

BEZWAAR = "brieven/2026-05-15-bezwaar"


def binnen(bureau: Bureau, tmp_path: Path) -> str:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 hun bezwaar")
    return bureau.doe(
        "2026-05-15",
        *("brief", "binnengekomen", DOSSIER, "--soort", "bezwaar", "--onderwerp", "bezwaar"),
        *("--verzonden", "2026-05-14", "--verzonden-bewijs", "poststempel", "--bij", NAAM),
        *("--datum", "2026-05-15", "--kanaal", "aangetekend", "--document", str(scan)),
    )


def bladzijde(bureau: Bureau, dag: str) -> str:
    return " ".join(bureau.doe(dag, "escalatie", "toon", DOSSIER, "2026-01-12-wachttijd").split())


def test_an_objection_that_was_only_registered_is_on_every_page(
    bureau: Bureau, tmp_path: Path
) -> None:
    """J45, J47: on 12 June the page said 'geen bezwaar ontvangen' beside the letter of 15 May."""
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-06")
    stap = next(r for r in binnen(bureau, tmp_path).splitlines() if "clm escalatie bezwaar" in r)
    (punt,) = [p for p in bureau.punten("2026-05-18") if p.soort == "brief-verwerken"]
    assert punt.nu in stap
    for dag in ("2026-05-18", "2026-06-12"):
        assert "NIET VERWERKT: hun bezwaar van 15 mei 2026" in bladzijde(bureau, dag)
        assert "hun bezwaar van 15 mei 2026" in bureau.doe(
            dag, "werklijst", "--alles", "--uitgebreid"
        )
        dossier = " ".join(bureau.doe(dag, "toon", DOSSIER).split())
        assert "Verwerken: hun bezwaar van 15 mei 2026" in dossier


def test_the_command_of_the_line_ends_it_and_the_next_line_has_its_term(
    bureau: Bureau, tmp_path: Path
) -> None:
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-06")
    binnen(bureau, tmp_path)
    (punt,) = [p for p in bureau.punten("2026-05-18") if p.soort == "brief-verwerken"]
    maatregel = "2026-05-04-maatregel-ingebrekestelling"
    bureau.doe(
        "2026-05-18",
        *punt.nu.split()[1:],
        *("2026-01-12-wachttijd", "--datum", "2026-05-15"),
        *("--bij", maatregel, "--verzonden", "2026-05-14", "--gronden", "Te streng."),
    )
    soorten = {p.soort: p for p in bureau.punten("2026-05-18")}
    assert "brief-verwerken" not in soorten
    assert soorten["bezwaar-bevestigen"].uiterlijk == punt.uiterlijk
    assert "NIET VERWERKT" not in bladzijde(bureau, "2026-05-18")


def test_no_letter_says_that_nobody_answered_while_an_answer_lies_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J36: 'Wij ontvingen geen reactie.' rests on silence, and a letter is none."""
    stil = {
        f"{J_ZAAK}/2026-02-24-wederhoor.yaml": None,
        f"{J_ZAAK}/2026-02-26-wederhoor.yaml": (
            "datum: 2026-02-27\nvastgelegd: 2026-02-27T12:00:00+00:00\ndoor: mia\n"
            "bij: 2026-02-09-onderzoek\nuitgenodigd: 2026-02-10\ntermijn_tot: 2026-02-26\n"
            "uitnodiging: contacten/2026-02-10-uitgenodigd\nwijze: geen reactie\n"
        ),
        f"{DOSSIER}/contacten/2026-02-10-uitgenodigd.yaml": (
            "wijze: telefoon\nrichting: uitgaand\nmet: [de directie]\nkern: Uitgenodigd.\n"
        ),
    }
    post = {
        f"{DOSSIER}/brieven/2026-02-20-reactie/brief.yaml": (
            "richting: inkomend\nsoort: reactie\nonderwerp: onze reactie\ndatum: 2026-02-20\n"
            "contracten: [ambulant]\nbij: escalaties/2026-01-12-wachttijd/2026-02-09-onderzoek\n"
        ),
        f"{DOSSIER}/brieven/2026-02-20-reactie/2026-02-20-binnengekomen.yaml": (
            "kanaal: e-mail\ndocument: {vindplaats: archief}\n"
        ),
    }
    gewoon = opdracht("ingebrekestelling")
    # the story encloses the report of a hearing, and here there was none
    brief = replace(gewoon, rest=gewoon.rest[:-2])
    bouw(tmp_path / "a", "J", "2026-05-04", stil)
    assert maak(tmp_path / "a", "J", brief, "--vorm", "md") == 0
    map_ = brief_van(tmp_path / "a", "J", brief)
    assert "Wij ontvingen geen reactie." in (map_ / "brief.md").read_text(encoding="utf-8")
    bouw(tmp_path / "b", "J", "2026-05-04", {**stil, **post})
    assert maak(tmp_path / "b", "J", brief, "--vorm", "md") == 2
    assert "onderzoek en wederhoor" in capsys.readouterr().err
