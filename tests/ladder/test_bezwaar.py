"""Objection, dispute and suspensive effect (J45, J46, J47): the readings, row by row.

Both days of a term are looked at.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie import opschorting
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Bezwaar
from tests.klein_register import lees
from tests.ladder.zaakbouw import INSTRUMENTEN, Antwoorden, Bouw, lees_toestand

# trede and instrument · necessary, as the letter says (! yes, ? unknown) · the objection · is the
# measure held up
TABEL = [
    ("m1@02-17 verz@02-17 bez@02-17 bzw@02-19", "nee"),
    ("$G m2@02-17 verz@02-17 bez@02-17 bzw@02-19", "nee"),
    *(
        (f"$G {m}!@02-17 verz@02-17 bez@02-17 bzw@02-19", "nee")
        for m in ("m3", "m4", "m5c", "m5o", "m6t", "m6b", "m7n", "m7o")
    ),
    *((f"$G {m}@02-17 verz@02-17 bez@02-17", "nee") for m in ("m3", "m4", "m5c", "m6b", "m7o")),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19", "ja")
        for m in ("m3", "m4", "m5c", "m5o", "m6t", "m6b", "m7n", "m7o")
    ),
    *(
        (f"$G {m}?@02-17 verz@02-17 bez@02-17 bzw@02-19", "onbekend")
        for m in ("m3", "m4", "m5c", "m6b", "m7o")
    ),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-25", "nee")
        for m in ("m3", "m4", "m5c", "m6b", "m7o")
    ),
    *((f"$G {m}@02-17 verz@02-17 bez@02-17 bzw/mond@02-19", "nee") for m in ("m3", "m5c", "m7o")),
    *((f"$G {m}@02-17 verz@02-17 bez@02-17 bzw/ontv@02-25", "onbekend") for m in ("m3", "m5c")),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19 besl@02-27", "nee")
        for m in ("m3", "m4", "m5c")
    ),
    *(
        (
            f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19 gespr/zonder@02-26 besl/geschil@02-27",
            "nee",
        )
        for m in ("m3", "m4", "m5c")
    ),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19 bzwin@02-26", "nee")
        for m in ("m3", "m4", "m5c")
    ),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19 gespr@02-26", "nee")
        for m in ("m3", "m4", "m5c")
    ),
    *(
        (f"$G {m}@02-17 verz@02-17 bez@02-17 bzw@02-19 gespr/zonder@02-26", "ja")
        for m in ("m3", "m4", "m5c")
    ),
]


@pytest.mark.parametrize(("woorden", "antwoord"), TABEL, ids=[woorden for woorden, _ in TABEL])
def test_suspensive_effect_follows_the_table(tmp_path: Path, woorden: str, antwoord: str) -> None:
    """J47: what is necessary stands; else a timely objection holds it up; unknown stays so."""
    antwoorden = lees_toestand(tmp_path, "J", "03-02", woorden)
    zaak = antwoorden.zaak()
    assert zaak
    uit = opschorting.schorst(zaak)
    assert uit.antwoord == antwoord
    assert uit.omdat[0].plek is not None
    toestand = antwoorden.stand.maatregelen[-1].toestand
    if zaak.maatregel.record.hersteltermijnen:
        assert toestand == "van kracht", "of a notice only the cure term stands still"
    else:
        assert (
            toestand == {"ja": "geschorst", "nee": "van kracht", "onbekend": "onbekend"}[antwoord]
        )


def test_objection_stands_open_from_trede_3_and_never_below() -> None:
    """J45: 'vanaf escalatieladder trede 3'."""
    from clm_cli import resources
    from clm_cli.files.gate import lees

    boom = next(
        lees(inhoud, naam).boom for naam, inhoud in resources.regimes() if naam.startswith("sdfl")
    )
    (regel,) = [t for t in boom["termijnen"] if t["soort"] == "bezwaar"]
    assert set(regel["instrumenten"]) == {
        instrument for trede, instrument in INSTRUMENTEN["J"].values() if trede >= 3
    }
    assert regel["termijn"] == "5 werkdagen"


def test_an_objection_that_waits_stays_open_and_its_talk_overdue(tmp_path: Path) -> None:
    """J46, J47: no decision recorded.

    The measure stays on hold, and the talk at directors' level stays on the list past its day.
    """
    antwoorden = lees_toestand(tmp_path, "J", "05-20", "$3 bzw@03-10")
    punten = {
        p.soort: p
        for p in alle_werkpunten(blik_op(antwoorden.register, antwoorden.dossier, antwoorden.dag))
    }
    assert punten["directiegesprek"].uiterlijk == date(2026, 3, 24)
    assert (punten["directiegesprek"].bij, punten["directiegesprek"].grond) == ("beide", "J46")
    assert punten["beslissing"].uiterlijk is None
    assert antwoorden.v_verzuim("T1") == "onbekend"
    assert antwoorden.v_stil("") == "T1"


@pytest.mark.parametrize(("dag", "regels"), [("03-09", 1), ("03-10", 0), ("03-11", 0)])
def test_a_letter_of_the_same_day_acknowledges_an_objection(
    tmp_path: Path, dag: str, regels: int
) -> None:
    """J46: one of before it came in is about something else."""
    bestanden = Bouw("$3 bzw@03-10", "J").bestanden
    bestanden[f"bloem/brieven/2026-{dag}-bevestiging/brief.yaml"] = (
        "richting: uitgaand\nsoort: bevestiging-bezwaar\nonderwerp: Uw bezwaar\n"
        f"datum: 2026-{dag}\ncontracten: [ambulant]\n"
    )
    geladen = lees(tmp_path, bestanden)
    assert geladen.meldingen == ()
    op = date(2026, 3, 12)
    rijen = Antwoorden(geladen.register.zoals(op=op), op).punten
    assert [p.soort for p in rijen].count("bezwaar-bevestigen") == regels


def test_a_letter_acknowledges_the_objection_that_it_names(tmp_path: Path) -> None:
    """J46: who acknowledges the second of two, still owes it for the first; or by the measure."""
    bestanden = Bouw("andere-zaak $3 bzw@03-10 m4@03-12 bzw@03-16", "J").bestanden
    eerste, tweede = sorted(pad for pad in bestanden if "bezwaar" in pad)
    van_zaak = [pad for pad in bestanden if "-zaak/" in pad]
    derde, vierde = (next(p for p in van_zaak if m in p) for m in ("ingebreke", "opschort"))
    open_ = {tweede: [eerste], eerste: [tweede], vierde: [eerste], derde: [tweede]}
    open_["bloem/escalaties/2026-01-12-zaak/2026-01-12-opening"] = []
    open_["bloem/escalaties/2026-01-12-ander/2026-01-12-opening"] = [eerste, tweede]
    for nr, (bij, over) in enumerate(open_.items()):
        bestanden["bloem/brieven/2026-03-17-bevestiging/brief.yaml"] = (
            "richting: uitgaand\nsoort: bevestiging-bezwaar\nonderwerp: Uw bezwaar\n"
            "datum: 2026-03-17\ncontracten: [ambulant]\n"
            f"bij: {bij.removeprefix('bloem/').removesuffix('.yaml')}\n"
        )
        geladen = lees(tmp_path / str(nr), bestanden)
        op = date(2026, 3, 18)
        rijen = Antwoorden(geladen.register.zoals(op=op), op).punten
        waar = [p.plek.pad for p in rijen if p.soort == "bezwaar-bevestigen"]
        assert sorted(waar) == over


def test_when_it_runs_again_the_rest_is_provisional_until_a_new_day_is_given(
    tmp_path: Path,
) -> None:
    """J47: both days show: the old one and the rest after the suspension."""
    antwoorden = lees_toestand(tmp_path, "J", "04-01", "$3 bzw@03-10 besl@03-30")
    (rij,) = antwoorden.stand.herstel
    assert rij.termijn is not None
    assert (rij.termijn.uiterlijk, rij.uiterlijk, rij.voorlopig) == (
        date(2026, 4, 2),
        date(2026, 4, 24),
        True,
    )
    antwoorden = lees_toestand(tmp_path / "b", "J", "04-01", "$3 bzw@03-10 besl/2026-04-30@03-30")
    (rij,) = antwoorden.stand.herstel
    assert (rij.uiterlijk, rij.voorlopig) == (date(2026, 4, 30), False)


def test_who_gave_a_late_objection_its_effect_is_recorded(tmp_path: Path) -> None:
    """J45: late shows; what it means is our decision.

    Until then the deadline stays the day before.
    """
    for nr, (woorden, open_) in enumerate(
        (("$3 bzw@03-13", True), ("$3 bzw@03-13 besl@03-20", False))
    ):
        antwoorden = lees_toestand(tmp_path / str(nr), "J", "04-01", woorden)
        punten = [
            p
            for p in alle_werkpunten(
                blik_op(antwoorden.register, antwoorden.dossier, antwoorden.dag)
            )
            if p.soort == "beslissing"
        ]
        assert [any("te laat" in reden.tekst for reden in p.omdat) for p in punten] == (
            [True] if open_ else []
        )


@pytest.mark.parametrize(
    ("contract", "nodig", "goed"),
    [("J", "", "onbekend"), ("J", "!", "nee"), ("S", "", "nee")],
)
def test_an_objection_that_nobody_processed_holds_up_what_it_can(
    contract: str, nodig: str, goed: str, tmp_path: Path
) -> None:
    """J47: only their letter can say against what; S knows no objection, so that none suspends."""
    bouw = Bouw(
        f"$G $P m3{nodig}@03-02 verz@03-02 bez@03-05"
        if contract == "S"
        else f"$G m3{nodig}@03-02 verz@03-02 bez@03-05",
        contract,
    )
    hun = "bloem/brieven/2026-03-10-bezwaar"
    naam = "ambulant" if contract == "J" else "advies"
    bestanden = {
        **bouw.bestanden,
        f"{hun}/brief.yaml": (
            "richting: inkomend\nsoort: bezwaar\nonderwerp: Bezwaar\ndatum: 2026-03-10\n"
            f"contracten: [{naam}]\nbij: brieven/2026-03-02-ingebrekestelling\n"
        ),
        f"{hun}/2026-03-10-binnengekomen.yaml": (
            "kanaal: aangetekend\nverzonden: 2026-03-09\ndocument: {vindplaats: archief}\n"
        ),
    }
    geladen = lees(tmp_path, bestanden)
    assert geladen.meldingen == ()
    dag = date(2026, 3, 12)
    register = geladen.register.zoals(op=dag)
    antwoorden = Antwoorden(register, dag)
    assert antwoorden.vraag("schorst") == goed


def test_who_objects_to_one_shortcoming_is_told_of_the_objection_that_holds_the_other_up(
    tmp_path: Path,
) -> None:
    dag = "03-20"
    antwoorden = lees_toestand(tmp_path, "J", dag, "T2 $3 bzw/T2@03-10 bzw/T1@03-11")
    zaak = antwoorden.zaak()
    assert zaak is not None
    een, ander = zaak.bij(Bezwaar)
    assert opschorting.ander_bezwaar(zaak, een, "T1") == date(2026, 3, 11)
    assert opschorting.ander_bezwaar(zaak, een, "T2") is None
    assert opschorting.ander_bezwaar(zaak, ander, "T2") == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("wie", "waarom"),
    [
        ("mia", ["Mia Manager had daarvoor geen mandaat"]),
        ("weg", ["'weg' staat niet in organisatie.yaml"]),
        ("dir", None),
    ],
)
def test_who_may_decides_still_where_somebody_without_mandate_did(
    tmp_path: Path, wie: str, waarom: list[str] | None
) -> None:
    feiten = f"$3 bzw@03-10 besl/door={wie}@03-12"
    punten = lees_toestand(tmp_path, "J", "03-16", feiten).punten
    redenen = [p.omdat[1:] for p in punten if p.soort == "beslissing"]
    assert [[reden.tekst.partition(": ")[2] for reden in rij] for rij in redenen] == (
        [waarom] if waarom else []
    )


@pytest.mark.parametrize(
    ("feiten", "open_"),
    [
        ("$3 bzw@03-10 gespr/zonder@03-11", True),
        ("$3 bzw@03-10 gespr/zonder@03-11 besl/geschil@03-12", False),
    ],
)
def test_who_decides_on_the_dispute_that_followed_decides_on_the_objection(
    tmp_path: Path, feiten: str, open_: bool
) -> None:
    """The decision that clm asks for after the talk is about the talk (J45, J46)."""
    punten = lees_toestand(tmp_path, "J", "03-16", feiten).punten
    assert any(p.soort == "beslissing" for p in punten) is open_
