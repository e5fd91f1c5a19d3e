"""Cards as they were: what a card dates after the day looked at was not there yet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from clm_cli.dossier import Dossier
from clm_cli.files.lader import laad
from clm_cli.kaarten import zoals_op
from clm_cli.records.aanbieder import Plan
from clm_cli.records.basis import Deel
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.tijd.datum import lees_datum
from tests.klein_register import BASIS, lees

VOORBEELD = Path(__file__).parents[1] / "dossiers"
LIJSTEN = {
    "bloem/lijsten/risicos.yaml": """
        risicos:
          - {id: R-01, wat: Oud, kans: laag, gevolg: laag, sinds: 2026-01-10, eigenaar: mia,
             gesloten: 2026-03-01}
          - {id: R-02, wat: Nieuw, kans: laag, gevolg: laag, sinds: 2026-02-20, eigenaar: mia}
        """,
    "bloem/lijsten/onduidelijkheden.yaml": """
        onduidelijkheden:
          - {id: O-01, soort: hiaat, vraag: Wat, gesteld_door: aanbieder, sinds: 2026-01-10,
             eigenaar: mia, antwoord: Dit, besloten_door: mia, besloten: 2026-02-15}
        """,
    "bloem/lijsten/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-01, soort: verplichting, wat: Jaarrekening, partij: aanbieder, kant: AOC,
             uiterlijk: 2026-02-01, nakomingen: [{uiterlijk: 2026-02-01, gedaan: 2026-02-10}]}
        nakomingen: [{verplichting: V-01, uiterlijk: 2026-02-01, gedaan: 2026-02-20}]
        """,
    "bloem/plan.yaml": "opgesteld: 2026-02-05\ncontracten: [ambulant]\n",
    "bloem/gesprekken/2026-02-12-voortgang/gesprek.yaml": """
        contracten: [ambulant]
        soort: regulier
        datum: 2026-02-10
        gehouden:
          datum: 2026-02-12
          aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]
        """,
    "bloem/brieven/2026-02-14-brief/brief.yaml": """
        richting: uitgaand
        soort: brief
        onderwerp: Iets
        datum: 2026-02-14
        contracten: [ambulant]
        """,
}


def op(map_: Path, dag: str) -> Dossier:
    return lees(map_, LIJSTEN).register.zoals(op=lees_datum(dag)).dossiers["bloem"]


def staat(dossier: Dossier) -> tuple[object, ...]:
    risicos = dossier.van(Risicos)[0].record.risicos
    vraag = dossier.van(Onduidelijkheden)[0].record.onduidelijkheden
    plicht = dossier.van(Verplichtingen)[0].record.verplichtingen[0]
    return (
        [(r.id, r.gesloten is not None) for r in risicos],
        [v.antwoord for v in vraag],
        len(plicht.nakomingen),
        len(dossier.van(Plan)),
        [g.kaart.record.gehouden is not None for g in dossier.gesprekken],
        len(dossier.brieven),
    )


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        ("2026-01-09", ([], [], 0, 0, [False], 0)),
        ("2026-01-10", ([("R-01", False)], [None], 0, 0, [False], 0)),
        ("2026-02-04", ([("R-01", False)], [None], 0, 0, [False], 0)),
        ("2026-02-05", ([("R-01", False)], [None], 0, 1, [False], 0)),
        ("2026-02-10", ([("R-01", False)], [None], 1, 1, [False], 0)),
        ("2026-02-12", ([("R-01", False)], [None], 1, 1, [True], 0)),
        ("2026-02-14", ([("R-01", False)], [None], 1, 1, [True], 1)),
        ("2026-02-15", ([("R-01", False)], ["Dit"], 1, 1, [True], 1)),
        ("2026-02-20", ([("R-01", False), ("R-02", False)], ["Dit"], 1, 1, [True], 1)),
        ("2026-03-01", ([("R-01", True), ("R-02", False)], ["Dit"], 1, 1, [True], 1)),
    ],
)
def test_a_card_shows_what_was_there_on_the_day(tmp_path: Path, dag: str, verwacht: tuple) -> None:
    assert staat(op(tmp_path, dag)) == verwacht


def test_a_shared_obligation_was_met_on_its_day(tmp_path: Path) -> None:
    dagen = ("2026-02-19", "2026-02-20")
    assert [len(op(tmp_path, d).van(Verplichtingen)[0].record.nakomingen) for d in dagen] == [0, 1]


EERDER, DE_DAG = date(2026, 2, 28), date(2026, 3, 1)
PLAN = {"opgesteld": "2026-01-05", "contracten": ["ambulant"]}
EINDES: list[tuple[type[Deel], dict[str, object], str, dict[str, str], dict[str, str]]] = [
    (
        Risicos,
        {},
        "risicos",
        {"id": "R-1", "wat": "Wachttijd", "kans": "laag", "gevolg": "laag", "sinds": "2026-01-10"},
        {"gesloten": "2026-03-01"},
    ),
    (
        Wijzigingen,
        {},
        "wijzigingen",
        {"id": "W-1", "wat": "Ander tarief", "gewenst_door": "aanbieder", "sinds": "2026-01-10"},
        {
            "besloten": "2026-03-01",
            "uitkomst": "afgewezen",
            "reden": "Een wezenlijke wijziging.",
            "in_contract": "contracten/ambulant/2026-03-01-wijziging",
        },
    ),
    (
        Onduidelijkheden,
        {},
        "onduidelijkheden",
        {
            "id": "O-1",
            "soort": "hiaat",
            "vraag": "Wat nu?",
            "gesteld_door": "aanbieder",
            "sinds": "2026-01-10",
        },
        {"besloten": "2026-03-01", "besloten_door": "mia", "antwoord": "Dit."},
    ),
    (
        Leerpunten,
        {},
        "leerpunten",
        {
            "id": "L-1",
            "wat": "Eerder bellen",
            "bestemming": "delen met het veld",
            "fase": "do",
            "sinds": "2026-01-10",
        },
        {"klaar": "2026-03-01"},
    ),
    (
        Voorbereiding,
        {},
        "voorbereiding",
        {"id": "P-1", "blok": "naleving", "wat": "Lijst"},
        {"klaar": "2026-03-01"},
    ),
    (
        Plan,
        PLAN,
        "sturingsmomenten",
        {"id": "S-1", "wat": "Kwartaalgesprek", "wanneer": "2026-03-15"},
        {"klaar": "2026-03-01"},
    ),
    (
        Verplichtingen,
        {},
        "verplichtingen",
        {"id": "V-1", "soort": "afspraak", "wat": "Lijst", "partij": "aanbieder", "kant": "AOC"},
        {"vervallen": "2026-03-01"},
    ),
]


@pytest.mark.parametrize(
    ("model", "kaart", "lijst", "rij", "einde"), EINDES, ids=[rij[2] for rij in EINDES]
)
def test_how_a_row_ended_is_not_known_before_that_day(
    model: type[Deel],
    kaart: dict[str, object],
    lijst: str,
    rij: dict[str, str],
    einde: dict[str, str],
) -> None:
    open_, klaar = (
        model.model_validate(kaart | {lijst: [{**rij, "eigenaar": "mia", **erbij}]})
        for erbij in ({}, einde)
    )
    assert open_ != klaar
    assert zoals_op(klaar, EERDER) == open_
    assert zoals_op(klaar, DE_DAG) == klaar


@pytest.mark.parametrize(
    ("model", "kaart", "eerder"),
    [
        (
            Verplichtingen,
            {
                "nakomingen": [
                    {"verplichting": "V-1", "uiterlijk": "2026-02-01", "gedaan": "2026-02-01"},
                    {"verplichting": "V-1", "uiterlijk": "2026-03-15", "gedaan": "2026-03-01"},
                ]
            },
            {
                "nakomingen": [
                    {"verplichting": "V-1", "uiterlijk": "2026-02-01", "gedaan": "2026-02-01"}
                ]
            },
        ),
        (
            Plan,
            PLAN | {"bijgesteld": ["2026-02-01", "2026-03-01"]},
            PLAN | {"bijgesteld": ["2026-02-01"]},
        ),
    ],
    ids=["shared obligations", "plan"],
)
def test_what_a_card_itself_dates_later_was_not_there_yet(
    model: type[Deel], kaart: dict[str, object], eerder: dict[str, object]
) -> None:
    """Compliance with what many providers share, and the days on which a plan was changed."""
    nu = model.model_validate(kaart)
    assert zoals_op(nu, EERDER) == model.model_validate(eerder)
    assert zoals_op(nu, DE_DAG) == nu


def test_the_same_holds_for_what_was_known(tmp_path: Path) -> None:
    bekend = datetime.fromisoformat("2026-02-11T12:00:00+01:00")
    register = lees(tmp_path, LIJSTEN).register.zoals(bekend=bekend)
    assert staat(register.dossiers["bloem"])[4:] == ([False], 0)


def test_without_a_day_everything_counts(tmp_path: Path) -> None:
    alles = lees(tmp_path, LIJSTEN).register.zoals().dossiers["bloem"]
    assert staat(alles) == staat(op(tmp_path, "2030-01-01"))


def test_in_the_example_a_talk_that_was_still_to_come_tells_nothing() -> None:
    register = laad(VOORBEELD).register.zoals(op=date(2026, 3, 1))
    gehouden = {
        g.kaart.record.gehouden.datum
        for dossier in register.dossiers.values()
        for g in dossier.gesprekken
        if g.kaart.record.gehouden
    }
    assert gehouden
    assert max(gehouden) <= date(2026, 3, 1)


@pytest.mark.parametrize(
    ("pad", "veld"),
    [
        ("bloem/aanbieder.yaml", "uittreksel"),
        ("bloem/gesprekken/2026-03-12-later/gesprek.yaml", "stukken_verstuurd"),
    ],
)
def test_what_was_only_seen_or_sent_later_is_not_known(pad: str, veld: str, tmp_path: Path) -> None:
    """An extract of the trade register is never minus 77 days old."""
    eigen = BASIS.get(pad, "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-03-12\n")
    tekst = "\n".join(regel.strip() for regel in eigen.strip().splitlines())
    register = lees(tmp_path, {pad: f"{tekst}\n{veld}: 2026-03-01\n"}).register
    for dag, verwacht in ((date(2026, 2, 28), None), (date(2026, 3, 1), date(2026, 3, 1))):
        (kaart,) = (b.record for b in register.zoals(dag).bestanden if b.pad == pad)
        assert getattr(kaart, veld) == verwacht
