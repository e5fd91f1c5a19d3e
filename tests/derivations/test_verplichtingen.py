"""Which days of an obligation are due from one provider, and what was due before it was asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.werklijst import werklijst
from clm_cli.kijk import Kijk
from tests.klein_register import BASIS, punten, register, soort

GEDEELD, EIGEN = "overeenkomsten/raam/verplichtingen.yaml", "bloem/lijsten/verplichtingen.yaml"
CONTRACT = "bloem/contracten/ambulant/contract.yaml"
RIJ = "{{id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, {}}}"
JAAR = "herhaling: {elke: jaar, eerste: 2025-06-01}"
LATER = f"{BASIS[CONTRACT]}\nlooptijd: {{uitvoering_van: 2026-07-01, uitvoering_tot: 2027-12-31}}"
"""A provider that begins under an overeenkomst that runs already."""
KORT = f"{BASIS[CONTRACT]}\nlooptijd: {{uitvoering_van: 2025-01-01, uitvoering_tot: 2026-05-31}}"
FEIT = "bij: V-1\nuiterlijk: {}\nbewijs: per e-mail"
N = "bloem/nakomingen/2026-05-12-v-1.yaml"
Bestanden = Mapping[str, str | None]


def lijst(*velden: str) -> str:
    return f"verplichtingen: [{', '.join(RIJ.format(v) for v in velden)}]"


# what · files · the days that are due on 18 May 2026
GEVALLEN: list[tuple[str, Bestanden, list[str]]] = [
    ("missed and next", {GEDEELD: lijst(JAAR)}, ["2025-06-01", "2026-06-01"]),
    (
        "a fact for one time",
        {GEDEELD: lijst(JAAR), N: FEIT.format("2026-06-01")},
        ["2025-06-01", "2027-06-01"],
    ),
    (
        "the list of the dossier and a fact",
        {
            GEDEELD: lijst(JAAR),
            EIGEN: "nakomingen: [{verplichting: V-1, uiterlijk: 2025-06-01, gedaan: 2025-05-27}]",
            N: FEIT.format("2026-06-01"),
        },
        ["2027-06-01"],
    ),
    (
        "a fact about an own line",
        {EIGEN: lijst(JAAR), N: FEIT.format("2025-06-01")},
        ["2026-06-01"],
    ),
    (
        "a fact that was taken back",
        {
            EIGEN: lijst("uiterlijk: 2026-06-01"),
            N: FEIT.format("2026-06-01"),
            "bloem/nakomingen/2026-05-13-correctie.yaml": (
                "bij: 2026-05-12-v-1\nreden: Het was een concept\nvervalt: ja"
            ),
        },
        ["2026-06-01"],
    ),
    ("a contract from July 2026", {CONTRACT: LATER, GEDEELD: lijst(JAAR)}, ["2027-06-01"]),
    (
        "once, before that contract",
        {CONTRACT: LATER, GEDEELD: lijst("uiterlijk: 2026-05-01")},
        [],
    ),
    (
        "once, in the implementatiefase of the contract",
        {GEDEELD: lijst("uiterlijk: 2024-12-01")},
        ["2024-12-01"],
    ),
    (
        "an own line is about this provider",
        {CONTRACT: LATER, EIGEN: lijst("uiterlijk: 2026-05-01")},
        ["2026-05-01"],
    ),
    (
        "a contract until May 2026",
        {CONTRACT: KORT, GEDEELD: lijst(JAAR)},
        ["2025-06-01"],
    ),
    (
        "ended here by name",
        {
            GEDEELD: lijst(JAAR),
            "bloem/opvolging/2026-05-01-vervallen-v-1.yaml": "bij: V-1\nreden: Afgesproken",
        },
        [],
    ),
    (
        "said to be done once: what comes back, does",
        {
            GEDEELD: lijst(JAAR),
            "bloem/opvolging/2026-05-01-afgerond-v-1.yaml": "bij: V-1\nresultaat: Binnen",
        },
        ["2027-06-01"],
    ),
    (
        "moved: only the time before the new day",
        {
            GEDEELD: lijst(JAAR),
            "bloem/opvolging/2026-05-01-verzet-v-1.yaml": (
                "bij: V-1\nuiterlijk: 2026-06-20\nreden: De accountant"
            ),
        },
        ["2025-06-01", "2026-06-20"],
    ),
]


@pytest.mark.parametrize(("wat", "bestanden", "dagen"), GEVALLEN, ids=[g[0] for g in GEVALLEN])
def test_days_that_are_due(
    wat: str, bestanden: Bestanden, dagen: list[str], tmp_path: Path
) -> None:
    rij = soort(punten(tmp_path, bestanden), "verplichting")
    assert [str(punt.uiterlijk) for punt in rij] == dagen, wat


VOOR = "voorbereiding: [{{id: P-1, blok: naleving, wat: Klaar, eigenaar: mia, vooraf: 1 maand{}}}]"
GEREED = ", klaar: 2024-11-20"
DEEL, ZELF = "overeenkomsten/raam/voorbereiding.yaml", "bloem/lijsten/voorbereiding.yaml"
AF = {"bloem/opvolging/2026-05-12-afgerond-p-1.yaml": "bij: P-1\nresultaat: Besproken"}
VOORBEREIDING: list[tuple[str, Bestanden, list[str]]] = [
    ("ready for who started together", {DEEL: VOOR.format(GEREED)}, []),
    ("not ready", {DEEL: VOOR.format("")}, ["2024-12-01"]),
    ("not for who starts later", {CONTRACT: LATER, DEEL: VOOR.format(GEREED)}, ["2026-06-01"]),
    ("ready for this provider", {CONTRACT: LATER, DEEL: VOOR.format(GEREED), **AF}, []),
    ("the own list of a provider", {CONTRACT: LATER, ZELF: VOOR.format(GEREED)}, []),
]


@pytest.mark.parametrize(
    ("wat", "bestanden", "dagen"), VOORBEREIDING, ids=[g[0] for g in VOORBEREIDING]
)
def test_preparation_is_per_provider(
    wat: str, bestanden: Bestanden, dagen: list[str], tmp_path: Path
) -> None:
    rij = soort(punten(tmp_path, bestanden), "voorbereiding")
    assert [str(punt.uiterlijk) for punt in rij] == dagen, wat


SINDS = BASIS["organisatie.yaml"].replace("regio: Test", "regio: Test\n        sinds: 2026-05-10")
NORM = f"{BASIS[CONTRACT]}\nnormen: [{{kpi: start, norm: 90, vanaf: 2026-01-01}}]"
GESPREK = "contracten: [ambulant]\nsoort: regulier\ndatum: {}"
HELD = (
    f"{GESPREK}\ngehouden: {{{{datum: 2026-04-01, aanwezig: [{{{{persoon: mia, partij: "
    "opdrachtgever}}], acties: [{{id: A-1, partij: aanbieder, wie: Iemand, wat: Doet iets, "
    "uiterlijk: 2026-05-05}}]}}"
)
G = "bloem/gesprekken/2026-04-01-gesprek/gesprek.yaml"
KL = "bloem/classificaties/2024-10-01-eerste.yaml"
OPTIE = (
    f"{BASIS[CONTRACT]}\nlooptijd: {{uitvoering_van: 2025-01-01, uitvoering_tot: 2026-10-31}}\n"
    "opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]"
)
RISICO = (
    "risicos: [{id: R-1, wat: Iets, kans: laag, gevolg: laag, eigenaar: mia, sinds: 2026-01-01, "
    "herzien: 2026-05-01, maatregel: Kijken}]"
)
# kind · files · what remains of it when the register is used from 10 May 2026 on: nothing, a line
# without a day, or the day that was agreed
VOORAF: list[tuple[str, Bestanden, list[str]]] = [
    ("verplichting", {GEDEELD: lijst("uiterlijk: 2026-05-09")}, []),
    ("verplichting", {GEDEELD: lijst("uiterlijk: 2026-05-10")}, ["2026-05-10"]),
    ("voorbereiding", {DEEL: VOOR.format("")}, []),
    ("cijfers", {CONTRACT: NORM}, []),
    ("gesprek-vastleggen", {G: GESPREK.format("2026-04-01")}, []),
    ("verslag-delen", {G: HELD.format("2026-04-01")}, []),
    ("actie", {G: HELD.format("2026-04-01")}, ["2026-05-05"]),
    ("risico", {"bloem/lijsten/risicos.yaml": RISICO}, ["2026-05-01"]),
    ("classificatie-hertoets", {}, ["None"]),
    ("classificatie-eerste", {KL: None}, ["None"]),
    ("optie", {CONTRACT: OPTIE}, ["None"]),
]


@pytest.mark.parametrize(("wat", "bestanden", "dagen"), VOORAF, ids=[g[0] for g in VOORAF])
def test_what_was_due_before_the_register_was_used_is_no_arrear(
    wat: str, bestanden: Bestanden, dagen: list[str], tmp_path: Path
) -> None:
    zonder = soort(punten(tmp_path / "zonder", bestanden), wat)
    assert [p.uiterlijk is not None for p in zonder] == [True]
    organisatie = {"organisatie.yaml": SINDS}
    rij = soort(punten(tmp_path / "met", {**bestanden, **organisatie}), wat)
    assert [str(punt.uiterlijk) for punt in rij] == dagen


def test_the_list_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    bestanden = {"organisatie.yaml": SINDS, GEDEELD: lijst(JAAR)}
    geheel = werklijst(Kijk(register(tmp_path, bestanden), date(2026, 5, 18)))
    assert geheel.eerder == 2  # the obligation of 2025, and the preparation that is nowhere
    assert not geheel.groep("te laat")


def test_waiting_for_what_comes_back_ends_when_it_was_met(tmp_path: Path) -> None:
    wacht = {
        GEDEELD: lijst(JAAR),
        "bloem/opvolging/2026-05-01-wacht-v-1.yaml": "bij: V-1\nop: Bo\nvraag: Is het er al",
    }
    (punt,) = soort(punten(tmp_path / "open", wacht), "wacht")
    assert punt.nu == "clm lijst verplichtingen bloem --nagekomen V-1"
    met = {**wacht, N: FEIT.format("2026-06-01")}
    assert soort(punten(tmp_path / "met", met), "wacht") == []
