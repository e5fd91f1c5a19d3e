"""What ends, and what a stop asks: who has to know, who has to act, and by when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import blik_op
from tests.klein_register import lees
from tests.ladder.zaakbouw import ZAAK, Bouw

STOP = "T:kwal $G m5c+@02-17 verz@02-17 bez@02-19"
EINDE = "$G $P m7o+@02-17 verz@02-17 bez@02-19"
AF = """termijnen:
  - {id: AW-1, soort: afwikkeling, termijn: 20 werkdagen, wat: U draagt de dossiers over.}
  - {id: AW-2, soort: afwikkeling, termijn: 30 dagen, wat: U stuurt de eindafrekening.}
"""


def punten(
    map_: Path, contract: str, woorden: str, op: str, extra: dict[str, str] | None = None
) -> list[Werkpunt]:
    bestanden = dict(Bouw(woorden, contract).bestanden)
    for pad, tekst in (extra or {}).items():
        bestanden[pad] = bestanden.get(pad, "") + tekst
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    dag = date.fromisoformat(op)
    register = geladen.register.zoals(op=dag)
    alle = alle_werkpunten(blik_op(register, register.dossiers["bloem"], dag))
    return [p for p in alle if p.soort in ("uitvoering", "meedelen", "afwikkeling", "einde")]


def kort(rijen: list[Werkpunt]) -> list[tuple[str, str, str | None]]:
    return [(p.soort, p.wat, p.uiterlijk.isoformat() if p.uiterlijk else None) for p in rijen]


def test_a_stop_waits_for_each_municipality(tmp_path: Path) -> None:
    """J42: the municipalities place; one that does not hold to it keeps the stop from working."""
    (punt,) = punten(tmp_path / "a", "J", STOP, "2026-02-20")
    assert kort([punt]) == [
        ("uitvoering", "Uitvoering door Noord en Zuid (cliëntenstop)", "2026-02-17")
    ]
    assert "escalatie uitvoering bloem" in str(punt.nu)
    noord = {
        f"{ZAAK}/2026-02-20-uitvoering-noord.yaml": (
            f"bij: {Bouw(STOP, 'J').laatste['m']}\ngemeente: noord\ngedaan: Gestopt.\nklaar: ja\n"
        )
    }
    (punt,) = punten(tmp_path / "b", "J", STOP, "2026-02-23", noord)
    assert punt.wat == "Uitvoering door Zuid (cliëntenstop)"
    assert punten(tmp_path / "c", "J", f"{STOP} klaar@02-20", "2026-02-23") == []


def test_a_stop_that_was_not_told_waits_for_its_letter_and_for_nobody_else(tmp_path: Path) -> None:
    rijen = punten(tmp_path, "J", "T:kwal $G m5c+@02-17", "2026-02-20")
    assert kort(rijen) == []


@pytest.mark.parametrize(
    ("woorden", "wat"),
    [
        (f"{STOP} opheff@03-02", "Het einde (cliëntenstop) aan de aanbieder schrijven"),
        (f"{STOP} sluit@03-02", "De sluiting aan de aanbieder schrijven"),
    ],
)
def test_an_end_is_written_to_the_provider(tmp_path: Path, woorden: str, wat: str) -> None:
    """3:37 lid 3 BW: who was told of the measure has to know that it ended."""
    (punt,) = punten(tmp_path / "a", "J", woorden, "2026-03-03")
    assert (punt.soort, punt.wat) == ("meedelen", wat)
    feit = next(p for p in Bouw(woorden, "J").bestanden if "/2026-03-02-" in p)
    stam = feit.removeprefix("bloem/").removesuffix(".yaml")
    brief = {
        "bloem/brieven/2026-03-03-einde/brief.yaml": (
            "richting: uitgaand\nsoort: opheffing\nonderwerp: Einde\ndatum: 2026-03-03\n"
            f"contracten: [ambulant]\nbij: {stam}\n"
        )
    }
    assert punten(tmp_path / "b", "J", woorden, "2026-03-03", brief) == []
    gezegd = {
        "bloem/opvolging/2026-03-03-afgerond-einde.yaml": (
            f"bij: {stam}\nresultaat: Gebeld en gemaild.\n"
        )
    }
    assert punten(tmp_path / "c", "J", woorden, "2026-03-03", gezegd) == []


def test_the_end_of_a_measure_that_was_never_told_is_no_news(tmp_path: Path) -> None:
    assert punten(tmp_path, "J", "T:kwal $G m5c+@02-17 opheff@03-02", "2026-03-03") == []


def test_what_has_to_be_done_after_the_end_has_its_day_and_ends_by_a_command(
    tmp_path: Path,
) -> None:
    """7:403 BW: received on 19 February: twenty working days, and thirty days."""
    brief = next(p for p in Bouw(EINDE, "S").bestanden if p.endswith("-ontbinding/brief.yaml"))
    rijen = punten(tmp_path / "a", "S", EINDE, "2026-03-02", {brief: AF})
    assert kort(rijen) == [
        ("afwikkeling", "Afwikkeling: U draagt de dossiers over.", "2026-03-19"),
        ("afwikkeling", "Afwikkeling: U stuurt de eindafrekening.", "2026-03-23"),
        ("einde", "Einde van contract advies (ontbinding)", "2026-02-17"),
    ]
    assert "clm actie afgerond bloem AW-1" in str(rijen[0].nu)
    klaar = {
        brief: AF,
        "bloem/opvolging/2026-03-02-afgerond-aw-1.yaml": "bij: AW-1\nresultaat: Ontvangen.\n",
    }
    rijen = punten(tmp_path / "b", "S", EINDE, "2026-03-02", klaar)
    assert [p.wat for p in rijen] == [
        "Afwikkeling: U stuurt de eindafrekening.",
        "Einde van contract advies (ontbinding)",
    ]


def test_a_notice_that_was_taken_back_leaves_nothing_to_be_done(tmp_path: Path) -> None:
    brief = next(p for p in Bouw(EINDE, "S").bestanden if p.endswith("-ontbinding/brief.yaml"))
    rijen = punten(tmp_path, "S", f"{EINDE} intrek@02-23", "2026-03-02", {brief: AF})
    assert [p.soort for p in rijen] == ["meedelen"]


@pytest.mark.parametrize(("woorden", "wat"), [("", ["afwikkeling"]), (" sluit@03-02", [])])
def test_a_transfer_that_was_ended_is_asked_of_nobody(
    tmp_path: Path, woorden: str, wat: list[str]
) -> None:
    """J42: the order to hand clients over ended with the case, as its letter of closing says."""
    zaak = f"{STOP.replace('m5c', 'm5o')}{woorden}"
    brief = next(p for p in Bouw(zaak, "J").bestanden if p.endswith("-overdracht/brief.yaml"))
    rijen = punten(tmp_path, "J", zaak, "2026-03-03", {brief: AF})
    assert sorted({p.soort for p in rijen} & {"afwikkeling"}) == wat


def test_an_end_that_is_on_the_contract_asks_for_no_more(tmp_path: Path) -> None:
    einde = {
        "bloem/contracten/advies/2026-02-20-einde.yaml": (
            "ingaat: 2026-02-17\nwijze: ontbinding\nreden: Ontbonden.\n"
        )
    }
    assert kort(punten(tmp_path, "S", EINDE, "2026-03-02", einde)) == []
