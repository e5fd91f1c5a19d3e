"""What is asked with a step, and what is supposed from the record: the user may say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.navraag import in_de_weg, te_zeggen, wegen
from clm_cli.derivations.escalatie.zaken import tekortkomingen
from clm_cli.kijk import blik_op
from clm_cli.voorstel import Navraag
from tests.ladder.zaakbouw import INSTRUMENTEN, lees_toestand

VEILIG = ";; @opening feiten: => raakt_veiligheid: ja, feiten:"


def gevraagd(map_: Path, contract: str, woorden: str, naam: str) -> list[Navraag]:
    """What is asked for an instrument on 18 February."""
    a = lees_toestand(map_, contract, "02-18", woorden)
    ids = [t.id for t in tekortkomingen(a.escalatie)]
    blik = blik_op(a.register, a.dossier, a.dag)
    trede, instrument = INSTRUMENTEN[contract][naam]
    stap = wegen(blik, a.escalatie, (instrument, trede), ids, a.dag)
    assert stap is not None
    return [*te_zeggen(stap)]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ("$G", None),
        ("T:veilig $G", "T1 gaat over veiligheid"),
        ("T:veilig T2 $G", "T1 gaat over veiligheid"),
        (f"$G {VEILIG}", "T1 gaat over veiligheid"),
        (f"T2 $G {VEILIG}", "T1 en T2 gaan over veiligheid"),
    ],
)
def test_a_measure_is_supposed_to_be_for_safety_where_a_shortcoming_is_about_it(
    tmp_path: Path, woorden: str, zin: str | None
) -> None:
    """J47: of fraud the record says nothing."""
    vragen = {v.veld: v for v in gevraagd(tmp_path, "J", woorden, "m5c")}
    vermoed = vragen["noodzaak_voor"].vermoed.get("noodzaak_voor")
    assert (vermoed and vermoed.zin) == zin
    assert vragen["noodzaak_reden"].vermoed["noodzaak_reden"].waarde == "Gezien."


def test_where_no_objection_can_be_made_nobody_is_asked_whether_it_is_necessary(
    tmp_path: Path,
) -> None:
    """J45 begins at trede 3, and S knows no objection."""
    for contract, naam in (("J", "m2"), ("S", "m5")):
        vragen = gevraagd(tmp_path / contract, contract, "$G", naam)
        assert not [v for v in vragen if v.veld.startswith("noodzaak")]


@pytest.mark.parametrize(
    ("woorden", "bevindingen"), [("ond@02-02", "Gezien."), ("", None), ("T2 ond/T2@02-02", None)]
)
def test_the_findings_are_the_reason_that_is_supposed(
    tmp_path: Path, woorden: str, bevindingen: str | None
) -> None:
    a = lees_toestand(tmp_path, "J", "02-18", woorden)
    stap = wegen(
        blik_op(a.register, a.dossier, a.dag), a.escalatie, ("clientenstop", 5), ["T1"], a.dag
    )
    assert stap
    (vraag,) = [v for v in te_zeggen(stap) if v.veld == "noodzaak_reden"]
    gezegd = vraag.vermoed.get("noodzaak_reden")
    assert (gezegd and gezegd.waarde) == bevindingen


def test_a_condition_that_is_met_or_hard_asks_no_deviation(tmp_path: Path) -> None:
    """J42: the evidence is motivated, and there is none; J36: hearing is hard."""
    vragen = gevraagd(tmp_path, "J", "ond@02-02", "m5c")
    afwijkingen = [v.vast["voorwaarde"] for v in vragen if v.veld == "afwijkingen"]
    assert afwijkingen == ["bewijs"]
    met = gevraagd(tmp_path / "b", "J", "$G bew-onv@02-10 nh-bew@02-12", "m5c")
    assert not [v for v in met if v.veld == "afwijkingen"]


def test_who_says_why_treden_are_skipped_says_how_serious_it_is(tmp_path: Path) -> None:
    """J37: the severity is asked apart only where nobody skips anything."""
    vragen = {v.veld: v for v in gevraagd(tmp_path, "J", "$G", "m3")}
    assert vragen["ernst"].tenzij == "overslaan"
    assert vragen["overslaan"].vermoed["treden"].waarde == ["1", "2"]
    boven = "$G m1@01-20 verz@01-20 m2@02-17 verz@02-17"
    zonder = {v.veld: v for v in gevraagd(tmp_path / "b", "J", boven, "m3")}
    assert "overslaan" not in zonder
    assert zonder["ernst"].tenzij == ""


def test_each_shortcoming_gets_a_term_of_its_own(tmp_path: Path) -> None:
    vragen = gevraagd(tmp_path, "J", "T2 $G", "m3")
    assert [v.vast for v in vragen if v.veld == "hersteltermijnen"] == [
        {"tekortkoming": "T1"},
        {"tekortkoming": "T2"},
    ]


@pytest.mark.parametrize(("woorden", "kan"), [("T:veilig acuut-later", True), ("T:veilig", False)])
def test_what_may_come_after_a_step_at_once_is_not_in_its_way(
    tmp_path: Path, woorden: str, kan: bool
) -> None:
    """J36: said with the step, it lifts the hearing; not said, the warning names it."""
    a = lees_toestand(tmp_path, "J", "02-18", woorden)
    blik = blik_op(a.register, a.dossier, a.dag)
    stap = wegen(blik, a.escalatie, ("clientenstop", 5), ["T1"], a.dag)
    assert stap is not None
    gewoon, direct = in_de_weg(stap), in_de_weg(stap, spoed=True)
    horen = [rij for rij in gewoon if rij.startswith(("onderzoek", "wederhoor"))]
    assert len(horen) == 2
    assert all(("; per direct kan dit achteraf, met --spoed" in rij) is kan for rij in horen)
    gevaar = [rij for rij in direct if rij.startswith("per direct vraagt acuut gevaar")]
    assert bool(gevaar) is not kan, "said before the questions, and not after them"
    assert [rij for rij in gewoon if rij not in horen] == [
        rij for rij in direct if rij not in gevaar
    ]
