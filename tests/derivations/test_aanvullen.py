"""What a contract wants recorded and is not: a line under its clause until it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.filter import Filter
from clm_cli.derivations.werklijst import werklijst
from clm_cli.kijk import Kijk
from tests.klein_register import BASIS, VANDAAG, punten, register, soort

PLAN = "opgesteld: 2025-01-01\ncontracten: [ambulant]\nrollen: {}\n"
GOED_PLAN = PLAN.format("[{rol: contractmanager, persoon: mia}]")
VRAAG = (
    "onduidelijkheden: [{{id: O-1, soort: hiaat, vraag: Wat, gesteld_door: aanbieder, "
    "sinds: 2026-03-02, eigenaar: mia{}}}]"
)
RISICO = (
    "risicos: [{{id: R-1, wat: Verloop, kans: laag, gevolg: laag, eigenaar: mia, "
    "sinds: 2026-03-02{}}}]"
)
KLASSE = BASIS["bloem/classificaties/2024-10-01-eerste.yaml"]
VOLGEND_JAAR = (
    "\nlooptijd: {gunning: 2026-01-01, uitvoering_van: 2026-09-01, uitvoering_tot: 2028-12-31}"
)
CONTRACT = BASIS["bloem/contracten/ambulant/contract.yaml"]


@pytest.mark.parametrize(
    ("pad", "tekst", "regel", "grond"),
    [
        ("plan.yaml", None, "Contractmanagementplan opstellen (ambulant)", "J15"),
        ("plan.yaml", GOED_PLAN, None, ""),
        ("plan.yaml", PLAN.format("[]"), "Rollen in het plan beleggen: er staat er nog", "J50"),
        ("plan.yaml", PLAN.format("[{rol: voorzitter}]"), "Rollen in het plan beleggen: v", "J50"),
        ("lijsten/onduidelijkheden.yaml", VRAAG.format(""), None, ""),
        (
            "lijsten/onduidelijkheden.yaml",
            VRAAG.format(", antwoord: Ja"),
            "Antwoord op O-1: vastleggen wie het gaf, en wanneer",
            "J03",
        ),
        (
            "lijsten/onduidelijkheden.yaml",
            VRAAG.format(", antwoord: Ja, besloten_door: bo, besloten: 2026-04-01"),
            None,
            "",
        ),
        ("lijsten/risicos.yaml", RISICO.format(", herzien: 2026-09-01"), "Risico R-1: vast", "J04"),
        ("lijsten/risicos.yaml", RISICO.format(", gesloten: 2026-04-01"), None, ""),
        ("lijsten/risicos.yaml", RISICO.format(", maatregel: Elk kwartaal"), None, ""),
        (
            "classificaties/2024-10-01-eerste.yaml",
            KLASSE.replace("invoer: [{criterium: omzet, waarde: 50}]", "invoer: []"),
            "Classificatie aanvullen (ambulant): omzet is onbekend",
            "J11",
        ),
    ],
)
def test_what_is_absent_is_a_line_under_its_clause(
    pad: str, tekst: str | None, regel: str | None, grond: str, tmp_path: Path
) -> None:
    bestanden = {"bloem/plan.yaml": GOED_PLAN, f"bloem/{pad}": tekst}
    gevonden = soort(punten(tmp_path, bestanden), "aanvullen")
    assert [p.grond for p in gevonden] == ([grond] if regel else [])
    assert all(p.wat.startswith(regel or "") for p in gevonden)
    assert all(p.nu and p.gevolg and p.omdat and p.wie == "mia" for p in gevonden)


@pytest.mark.parametrize("vandaag", [date(2026, 5, 18), date(2026, 9, 1)], ids=["voor", "na"])
def test_preparation_is_due_the_day_before_the_start_and_stays_due(
    vandaag: date, tmp_path: Path
) -> None:
    """J05: before the uitvoeringsfase of the provider itself; what came of it still lacks after."""
    bestanden = {"bloem/contracten/ambulant/contract.yaml": CONTRACT + VOLGEND_JAAR}
    (punt,) = soort(punten(tmp_path, bestanden, vandaag), "voorbereiding-leeg")
    assert (punt.uiterlijk, punt.grond) == (date(2026, 8, 31), "J05")
    assert punt.wat == (
        "Voorbereiding vastleggen (ambulant): naleving, onduidelijkheden, risico's en wijzigingen"
    )


def test_a_row_of_ones_own_that_names_a_contract_is_about_that_one_alone(tmp_path: Path) -> None:
    """J05: what is made ready for a second contract is not late by the start of the first."""
    rij = "{id: P-1, blok: naleving, wat: Lijst, eigenaar: mia, contracten: [dag]}"
    bestanden = {
        "bloem/contracten/dag/contract.yaml": CONTRACT.replace("ambulant", "dag") + VOLGEND_JAAR,
        "bloem/lijsten/voorbereiding.yaml": f"voorbereiding: [{rij}]",
    }
    alle = punten(tmp_path, bestanden)
    assert [p.uiterlijk for p in soort(alle, "voorbereiding")] == [date(2026, 8, 31)]
    assert {p.contracten: p.wat.partition(": ")[2] for p in soort(alle, "voorbereiding-leeg")} == {
        ("ambulant",): "naleving, onduidelijkheden, risico's en wijzigingen",
        ("dag",): "onduidelijkheden, risico's en wijzigingen",
    }


def test_an_action_without_a_side_is_on_the_list_of_both(tmp_path: Path) -> None:
    """J06: it vanishes from neither."""
    kaart = (
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
        "  datum: 2026-05-04\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n"
        "  acties:\n"
        "    - {id: A-1, partij: aanbieder, wie: Jan, wat: Belt, uiterlijk: 2026-06-01}\n"
        "    - {id: A-2, partij: aanbieder, wie: Jan, wat: Mailt, uiterlijk: 2026-06-01,\n"
        "       kant: AOC}\n"
    )
    pad = "bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml"
    kijk = Kijk(register(tmp_path, {pad: kaart}), VANDAAG)
    for kant, kenmerken in (("DOP", {"A-1"}), ("AOC", {"A-1", "A-2"})):
        regels = werklijst(kijk, Filter(kant=kant)).regels
        assert {r.punt.kenmerk for r in regels if r.punt.soort == "actie"} == kenmerken
        assert [r.punt.wat for r in regels if r.punt.wat.startswith("Kant")] == [
            "Kant (DOP of AOC) kiezen van actie A-1"
        ]
    klaar = {
        pad: kaart,
        "bloem/opvolging/2026-05-11-afgerond-a-1.yaml": (
            "datum: 2026-05-11\nvastgelegd: 2026-05-11T12:00:00+02:00\ndoor: mia\n"
            "bij: A-1\nresultaat: Gebeld\n"
        ),
    }
    assert not [p for p in punten(tmp_path / "klaar", klaar) if p.wat.startswith("Kant")]


def test_a_class_of_the_past_is_not_asked_again(tmp_path: Path) -> None:
    """J11: the last one decided counts."""
    leeg = KLASSE.replace("invoer: [{criterium: omzet, waarde: 50}]", "invoer: []")
    nieuw = KLASSE.replace("2024-10-0", "2025-10-0").replace("eerste", "toets")
    bestanden = {
        "bloem/plan.yaml": GOED_PLAN + "bijgesteld: [2026-01-01]\n",
        "bloem/classificaties/2024-10-01-eerste.yaml": leeg,
        "bloem/classificaties/2025-10-01-toets.yaml": nieuw,
    }
    assert soort(punten(tmp_path, bestanden, VANDAAG), "aanvullen") == []
