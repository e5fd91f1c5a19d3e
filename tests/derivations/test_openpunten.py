"""Nothing stalls unseen: no case, no measure, no letter, a point of a plan past its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import blik_op
from tests.derivations.test_onverwerkt import blik, brief
from tests.klein_register import BASIS, register
from tests.ladder.zaakbouw import ZAAK, Bouw


def punten(
    map_: Path, woorden: str, dag: str, soort: str, contract: str = "J", **meer: str
) -> list[Werkpunt]:
    b = blik(map_, woorden, dag, meer, contract)
    return [punt for punt in alle_werkpunten(b) if punt.soort == soort]


NOG, MEER = "er is nog geen maatregel", "er loopt geen maatregel meer"


@pytest.mark.parametrize(
    ("woorden", "zinnen"),
    [
        ("", [NOG]),
        ("ond@02-02", [NOG]),
        ("ond@02-02 uitn@02-03", []),  # we wait for their answer: that has a line
        ("$3", []),
        ("$3 opheff@03-20", [MEER]),  # nothing runs any more, and nobody closed it
        ("$3 sluit@03-20", []),
        ("$3 sluit@03-20 heropen@03-23", [MEER]),
    ],
)
def test_an_open_case_in_which_nothing_runs_is_a_line(
    tmp_path: Path, woorden: str, zinnen: list[str]
) -> None:
    rij = punten(tmp_path, woorden, "03-30", "zonder-maatregel")
    wat = [punt.wat.removeprefix("Escalatie 2026-01-12-zaak: ") for punt in rij]
    assert wat == [f"{zin}; zet een stap of sluit haar" for zin in zinnen]
    for punt in rij:
        assert (punt.bij, punt.uiterlijk, punt.wie) == ("wij", None, "mia")
        assert punt.nu == "clm escalatie toon bloem 2026-01-12-zaak"


def test_it_says_how_long_nothing_happened(tmp_path: Path) -> None:
    (punt,) = punten(tmp_path, "", "02-06", "zonder-maatregel")
    assert punt.omdat[0].tekst == "open sinds 12 januari 2026, 25 dagen"
    weer = "$3 sluit@03-20 heropen@03-23"
    (punt,) = punten(tmp_path / "weer", weer, "03-30", "zonder-maatregel")
    assert punt.omdat[0].tekst == "open sinds 23 maart 2026, 7 dagen"
    assert punt.sinds == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("woorden", "regels"),
    [("$3 overname/op=04-01@03-20", 1), ("$3", 0), ("$3 sluit@03-18 overname@03-20", 0)],
)
@pytest.mark.parametrize("contract", ["J", "S"])
def test_somebody_decides_on_a_case_whose_contract_passes(
    tmp_path: Path, contract: str, woorden: str, regels: int
) -> None:
    naam = "ambulant" if contract == "J" else "advies"
    wat = f"Besluiten over escalatie 2026-01-12-zaak: contract {naam} gaat per 1 april 2026 over"
    rij = punten(tmp_path, woorden, "03-23", "overgang", contract)
    assert [(p.wat, p.uiterlijk, p.bij, p.contracten) for p in rij] == [
        (f"{wat} naar klimop", date(2026, 4, 1), "wij", (naam,))
    ] * regels


def test_the_other_provider_gets_first_what_a_case_needs(tmp_path: Path) -> None:
    kaart, contract = "klimop/aanbieder.yaml", "klimop/contracten/ambulant/contract.yaml"
    overname = "$3 overname@03-20"
    for bestanden, nu in (
        ((), "clm nieuw klimop"),
        ((kaart,), "clm contract nieuw klimop CONTRACT"),
        ((kaart, contract), "clm escalatie opening klimop"),
    ):
        meer = {pad: BASIS[pad.replace("klimop", "bloem")] for pad in bestanden}
        map_ = tmp_path / str(len(meer))
        (punt,) = punten(map_, overname, "03-23", "overgang", **meer)
        sluit = "clm escalatie sluiting bloem; gaat het verder met de nieuwe aanbieder: "
        assert punt.nu == sluit + nu


def test_a_letter_that_lies_there_is_the_line_of_such_a_case(tmp_path: Path) -> None:
    post = brief("reactie", "02-10")
    assert punten(tmp_path, "", "03-30", "zonder-maatregel", **post) == []


@pytest.mark.parametrize(
    ("contract", "woorden", "regels"),
    [
        ("J", "$G m2@03-02", 1),
        ("J", "$G m2@03-02 verz@03-02", 0),
        ("J", "$G m3@03-02", 0),  # made and not sent: a line on the letter itself
        ("J", "$G m2@03-02 opheff@03-10", 0),
        ("S", "m1o@01-20", 0),  # prevention has no letter
        ("S", "$P m2@03-02", 1),
    ],
)
def test_a_measure_without_a_letter_is_a_line(
    tmp_path: Path, contract: str, woorden: str, regels: int
) -> None:
    """3:37 lid 3 BW: what did not reach the provider has no effect."""
    rij = punten(tmp_path, woorden, "03-30", "bekendmaken", contract)
    assert len(rij) == regels
    for punt in rij:
        assert punt.nu.startswith("clm brief maak bloem verzoek-verbeterplan 2026-01-12-zaak")


@pytest.mark.parametrize("naam", ["m4", "m5c", "m5o", "m6t", "m6b", "m7n", "m7o"])
def test_no_measure_without_a_letter_stays_off_the_list(tmp_path: Path, naam: str) -> None:
    """One line each: its confirmation where the contract has a term for that, else its letter."""
    b = blik(tmp_path, f"$G {naam}@03-02", "03-30")
    rij = [p for p in alle_werkpunten(b) if p.soort in ("bekendmaken", "bevestiging")]
    assert len(rij) == 1
    assert rij[0].nu.startswith("clm brief maak bloem ")


@pytest.mark.parametrize(
    ("woorden", "regels"),
    [
        ("k=oo sluit@01-13", 0),  # closed after those quarters: that case answered them
        ("k=oo", 0),  # a case is open
    ],
)
def test_a_trigger_on_which_there_is_a_case_is_no_line(
    tmp_path: Path, woorden: str, regels: int
) -> None:
    assert len(punten(tmp_path, woorden, "03-30", "aanleiding", "S")) == regels


def test_a_run_of_missed_quarters_without_a_case_is_a_line(tmp_path: Path) -> None:
    """S05: it stays until a case is opened, or somebody says why not."""

    def lijst(map_: Path, letters: str, meer: dict[str, str]) -> list[Werkpunt]:
        rij = {p: t for p, t in Bouw(f"k={letters}", "S").bestanden.items() if ZAAK not in p}
        b = blik_op(register(map_, {**rij, **meer}), "bloem", date(2026, 3, 30))
        return [punt for punt in alle_werkpunten(b) if punt.soort == "aanleiding"]

    assert lijst(tmp_path / "goed", "gg", {}) == []
    (punt,) = lijst(tmp_path / "onder", "oo", {})
    assert (punt.bij, punt.wie, punt.contracten) == ("wij", "mia", ("advies",))
    assert punt.verwijzing == "metingen/2025-K4-start"
    assert punt.plek
    assert punt.plek.pad == "bloem/metingen/2025-K4-start.yaml", "the last of the run"
    assert punt.nu == (
        "clm escalatie opening bloem  of, met de reden om het niet te doen:  clm actie afgerond "
        f"bloem {punt.verwijzing}"
    )
    af = {
        "bloem/opvolging/2026-03-01-vervallen.yaml": (
            f"bij: {punt.verwijzing}\nreden: Eenmalig, de oorzaak is weg.\n"
        )
    }
    assert lijst(tmp_path / "af", "oo", af) == []
    # of two cases that were closed the last one answered what was below until then
    eens, weer = f"{ZAAK}-eens", f"{ZAAK}-weer"
    zaken = {
        pad: tekst
        for map_, dicht in ((eens, "2025-03-01"), (weer, "2026-02-01"))
        for pad, tekst in (
            (f"{map_}/2025-02-01-opening.yaml", _OPENING),
            (f"{map_}/{dicht}-sluiting.yaml", "reden: Klaar.\nhersteld: ja\nbesloten_door: mia\n"),
        )
    }
    assert lijst(tmp_path / "dicht", "oo", zaken) == []
    een = {pad: tekst for pad, tekst in zaken.items() if pad.startswith(eens)}
    assert len(lijst(tmp_path / "oud", "oo", een)) == 1


_OPENING = (
    "contracten: [advies]\ntekortkomingen: [{id: T1, verplichting: VP-1, wat: Iets, "
    "soort: [kwaliteit], feiten: Zo is het.}]\nafweging: {reden: Gewoon sturen hielp niet.}\n"
    "coordinatie: mia\nbesloten_door: mia\n"
)


@pytest.mark.parametrize(
    ("woorden", "vervalt"), [("$3", True), ("$G m3@03-02 verz@03-02 ret@03-09", False)]
)
def test_a_cure_term_takes_something_away_where_it_has_a_day(
    tmp_path: Path, woorden: str, *, vervalt: bool
) -> None:
    """J40: the one of a letter that came back runs for nobody."""
    (punt,) = punten(tmp_path, woorden, "03-23", "herstel")
    assert (punt.vervalt, punt.uiterlijk is not None) == (vervalt, vervalt)


PLAN = "$G m2@02-20 verz@02-20 bez@02-23 plan@03-02"


@pytest.mark.parametrize(
    ("woorden", "dag", "bij", "uiterlijk"),
    [
        (PLAN, "03-20", "aanbieder", "2026-04-01"),
        (PLAN, "04-01", "aanbieder", "2026-04-01"),  # the day itself is still theirs
        (PLAN, "04-02", "wij", "2026-04-17"),  # 10 werkdagen, Easter is none
        (f"{PLAN} planjdg-ja@03-09", "04-02", "wij", "2026-04-17"),
        (f"{PLAN} uitv-nee@03-10", "04-02", "wij", "2026-04-17"),  # judged before its day
    ],
)
def test_a_point_of_a_plan_is_theirs_until_its_day_and_then_ours_to_judge(
    tmp_path: Path, woorden: str, dag: str, bij: str, uiterlijk: str
) -> None:
    (punt,) = punten(tmp_path, woorden, dag, "planpunt")
    assert (punt.bij, str(punt.uiterlijk)) == (bij, uiterlijk)
    assert punt.nu == "clm escalatie beoordeling bloem --over uitvoering"


@pytest.mark.parametrize(
    "erbij", ["planjdg-nee@03-09", "uitv-ja@03-10", "uitv-nee@04-01", "opheff@03-10"]
)
def test_a_point_that_was_judged_or_fell_away_is_no_line(tmp_path: Path, erbij: str) -> None:
    assert punten(tmp_path, f"{PLAN} {erbij}", "04-20", "planpunt") == []


@pytest.mark.parametrize(
    ("erna", "wacht"),
    [("", True), ("wh@02-17", False), ("whstil/tel@02-18", False), ("ond@02-16 wh@02-17", True)],
)
def test_an_invitation_waits_until_somebody_recorded_what_came_of_it(
    tmp_path: Path, erna: str, wacht: bool
) -> None:
    """A hearing on other findings answers it as little as no hearing at all."""
    woorden = f"ond@02-02 uitn@02-03 {erna}"
    assert bool(punten(tmp_path / "w", woorden, "02-20", "wederhoor")) is wacht
    assert bool(punten(tmp_path / "z", woorden, "02-20", "zonder-maatregel")) is not wacht
