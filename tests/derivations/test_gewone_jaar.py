"""Talks, actions, lists, figures and classification: each line follows its facts.

A fact is added, changed or removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.klein_register import punten, soort

G = "bloem/gesprekken/2026-05-04-voortgang"
GEPLAND = (
    "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-02\nstukken_verstuurd: 2026-05-01"
)
HELD = """
contracten: [ambulant]
soort: regulier
datum: 2026-05-04
gehouden:
  datum: {dag}
  aanwezig: [{{persoon: mia, partij: opdrachtgever}}]
  acties: [{{id: A-1, partij: {partij}, wie: Iemand, wat: Doet iets{uiterlijk}}}]
"""


def held(
    dag: str = "2026-05-04", partij: str = "aanbieder", uiterlijk: str = ", uiterlijk: 2026-05-20"
) -> str:
    return HELD.format(dag=dag, partij=partij, uiterlijk=uiterlijk)


GEDEELD = """
aan: [allen]
wijze: e-mail
verslag: {vindplaats: zaaksysteem}
kaart_sha256: "0000000000000000000000000000000000000000000000000000000000000000"
"""
KLAAR = "wijze: in gesprek\nverslag: {vindplaats: zaaksysteem}"
RISICO = (
    "risicos: [{{id: R-1, wat: Iets, kans: laag, gevolg: laag, eigenaar: mia, sinds: 2026-01-01, "
    "herzien: {}}}]"
)
PLICHT = (
    "verplichtingen: [{{id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, "
    "{}}}]"
)
VRAAG = (
    "onduidelijkheden: [{{id: O-1, soort: hiaat, vraag: Wat, gesteld_door: aanbieder, sinds: "
    "2026-01-01, eigenaar: mia, uiterlijk: {}{}}}]"
)
WENS = (
    "wijzigingen: [{{id: W-1, wat: Anders, gewenst_door: aanbieder, sinds: 2026-01-01, eigenaar: "
    "mia, uiterlijk: {}{}}}]"
)
LEER = (
    "leerpunten: [{{id: L-1, wat: Geleerd, bestemming: delen met het veld, fase: do, sinds: "
    "2026-01-01, eigenaar: mia, herzien: {}{}}}]"
)
PLAN = (
    "opgesteld: 2025-01-01\ncontracten: [ambulant]\nsturingsmomenten: [{{id: S-1, wat: Moment, "
    "wanneer: {}{}}}]"
)
VOOR = "voorbereiding: [{{id: P-1, blok: naleving, wat: Lijst klaar, eigenaar: mia, vooraf: {}{}}}]"
SIGNAAL = (
    "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\nbron: {{soort: monitoring}}\nwat: "
    "Iets.\nbekend_bij: [{{wie: noord, op: {}}}]"
)
UITVRAAG = "bij: 2026-05-01-iets\ngemeenten: [noord, zuid]\nvraag: Herkent u dit\nuiterlijk: {}"
CONTACT = (
    "wijze: telefoon\nrichting: inkomend\nmet: [Iemand]\nkern: Iets.\ntoezeggingen: [{{id: TZ-1, "
    "partij: aanbieder, wat: Belofte, uiterlijk: {}}}]"
)
NORMEN = (
    "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nnormen: [{kpi: start, norm: 90, "
    "vanaf: 2026-01-01}]"
)
METING = (
    "periode: 2026-K1\nbron: {{vindplaats: portaal}}\nontvangen: 2026-04-10\nwaarden: [{{kpi: "
    "start, contract: ambulant, {}}}]"
)
S, C = "bloem/signalen/2026-05-01-iets.yaml", "bloem/contacten/2026-05-01-telefoon.yaml"
U, M = "bloem/signalen/2026-05-01-iets-uitvraag.yaml", "bloem/metingen/2026-K1-opgave.yaml"
MKOP = "datum: 2026-04-10\nvastgelegd: 2026-04-10T12:00:00+00:00\ndoor: mia\n"
CL = "bloem/classificaties/2024-10-01-eerste.yaml"
CTEKST = (
    "contracten: [ambulant]\nsoort: eerste\nbeleid: classificatie-2026\ninvoer: [{{criterium: "
    "omzet, waarde: 50}}]\ncategorie: {}\ngeldig_vanaf: 2024-10-01\n{}"
)
AMB = "bloem/contracten/ambulant/contract.yaml"
Bestanden = Mapping[str, str | None]

# kind · files that give the line · its day · the same with one fact changed · the new day · files
# that end it
GEVALLEN: list[tuple[str, Bestanden, str | None, Bestanden, str | None, Bestanden]] = [
    (
        "gesprek",
        {f"{G}/gesprek.yaml": GEPLAND},
        "2026-06-02",
        {f"{G}/2026-05-08-verzet.yaml": "naar: 2026-06-04\nreden: Ziek\nverzoek_van: aanbieder"},
        "2026-06-04",
        {f"{G}/2026-05-08-vervallen.yaml": "reden: Niet nodig"},
    ),
    (
        "stukken",
        {f"{G}/gesprek.yaml": "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-02"},
        "2026-05-18",
        {f"{G}/2026-05-08-verzet.yaml": "naar: 2026-06-03\nreden: Ziek\nverzoek_van: aanbieder"},
        "2026-05-19",
        {f"{G}/gesprek.yaml": GEPLAND},
    ),
    (
        "gesprek-vastleggen",
        {f"{G}/gesprek.yaml": "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04"},
        "2026-05-04",
        {f"{G}/gesprek.yaml": "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-06"},
        "2026-05-06",
        {f"{G}/gesprek.yaml": held()},
    ),
    (
        "verslag-delen",
        {f"{G}/gesprek.yaml": held()},
        "2026-05-18",
        {f"{G}/gesprek.yaml": held("2026-05-06")},
        "2026-05-20",
        {f"{G}/2026-05-11-gedeeld.yaml": GEDEELD},
    ),
    (
        "verslag-reactie",
        {f"{G}/gesprek.yaml": held(), f"{G}/2026-05-13-gedeeld.yaml": GEDEELD},
        "2026-05-20",
        {f"{G}/2026-05-13-gedeeld.yaml": None, f"{G}/2026-05-12-gedeeld.yaml": GEDEELD},
        "2026-05-19",
        {f"{G}/2026-05-15-vastgesteld.yaml": KLAAR},
    ),
    (
        "verslag-vaststellen",
        {f"{G}/gesprek.yaml": held(), f"{G}/2026-05-06-gedeeld.yaml": GEDEELD},
        None,
        {},
        None,
        {f"{G}/2026-05-15-vastgesteld.yaml": KLAAR},
    ),
    (
        "actie",
        {f"{G}/gesprek.yaml": held()},
        "2026-05-20",
        {
            "bloem/opvolging/2026-05-15-verzet-a1.yaml": (
                "bij: A-1\nuiterlijk: 2026-05-29\nreden: Later"
            )
        },
        "2026-05-29",
        {"bloem/opvolging/2026-05-15-afgerond-a1.yaml": "bij: A-1\nresultaat: Gedaan"},
    ),
    (
        "toezegging",
        {C: CONTACT.format("2026-05-22")},
        "2026-05-22",
        {C: CONTACT.format("2026-05-21")},
        "2026-05-21",
        {"bloem/opvolging/2026-05-15-vervallen.yaml": "bij: TZ-1\nreden: Niet nodig"},
    ),
    (
        "risico",
        {"bloem/lijsten/risicos.yaml": RISICO.format("2026-06-01")},
        "2026-06-01",
        {"bloem/lijsten/risicos.yaml": RISICO.format("2026-06-03")},
        "2026-06-03",
        {"bloem/lijsten/risicos.yaml": RISICO.format("2026-06-01, gesloten: 2026-05-01")},
    ),
    (
        "verplichting",
        {"bloem/lijsten/verplichtingen.yaml": PLICHT.format("uiterlijk: 2026-06-01")},
        "2026-06-01",
        {
            "bloem/lijsten/verplichtingen.yaml": PLICHT.format(
                "herhaling: {elke: kwartaal, eerste: 2026-05-20}"
            )
        },
        "2026-05-20",
        {
            "bloem/lijsten/verplichtingen.yaml": PLICHT.format(
                "uiterlijk: 2026-06-01, nakomingen: [{uiterlijk: 2026-06-01, gedaan: 2026-05-01}]"
            )
        },
    ),
    (
        "onduidelijkheid",
        {"bloem/lijsten/onduidelijkheden.yaml": VRAAG.format("2026-06-01", "")},
        "2026-06-01",
        {"bloem/lijsten/onduidelijkheden.yaml": VRAAG.format("2026-06-02", "")},
        "2026-06-02",
        {
            "bloem/lijsten/onduidelijkheden.yaml": VRAAG.format(
                "2026-06-01", ", antwoord: Zo, besloten: 2026-05-01"
            )
        },
    ),
    (
        "wijziging",
        {"bloem/lijsten/wijzigingen.yaml": WENS.format("2026-06-01", "")},
        "2026-06-01",
        {"bloem/lijsten/wijzigingen.yaml": WENS.format("2026-06-02", "")},
        "2026-06-02",
        {
            "bloem/lijsten/wijzigingen.yaml": WENS.format(
                "2026-06-01", ", besloten: 2026-05-01, uitkomst: doorgevoerd"
            )
        },
    ),
    (
        "leerpunt",
        {"bloem/lijsten/leerpunten.yaml": LEER.format("2026-06-01", "")},
        "2026-06-01",
        {"bloem/lijsten/leerpunten.yaml": LEER.format("2026-06-02", "")},
        "2026-06-02",
        {"bloem/lijsten/leerpunten.yaml": LEER.format("2026-06-01", ", klaar: 2026-05-01")},
    ),
    (
        "sturingsmoment",
        {"bloem/plan.yaml": PLAN.format("2026-06-01", "")},
        "2026-06-01",
        {"bloem/plan.yaml": PLAN.format("2026-06-02", "")},
        "2026-06-02",
        {"bloem/plan.yaml": PLAN.format("2026-06-01", ", klaar: 2026-05-01")},
    ),
    (
        "voorbereiding",
        {"bloem/lijsten/voorbereiding.yaml": VOOR.format("1 maand", "")},
        "2024-12-01",
        {"bloem/lijsten/voorbereiding.yaml": VOOR.format("2 weken", "")},
        "2024-12-18",
        {"bloem/lijsten/voorbereiding.yaml": VOOR.format("1 maand", ", klaar: 2024-11-01")},
    ),
    (
        "signaal",
        {S: SIGNAAL.format("2026-04-20")},
        None,
        {},
        None,
        {
            "bloem/opvolging/2026-05-15-vervallen.yaml": (
                "bij: signalen/2026-05-01-iets\nreden: Onjuist"
            )
        },
    ),
    (
        "uitvraag",
        {S: SIGNAAL.format("2026-04-20"), U: UITVRAAG.format("2026-05-22")},
        "2026-05-22",
        {U: UITVRAAG.format("2026-05-21")},
        "2026-05-21",
        {
            "bloem/signalen/2026-05-12-a-antwoord.yaml": (
                "bij: 2026-05-01-iets-uitvraag\ngemeente: noord\nherkent: ja\nantwoord: Ja"
            ),
            "bloem/signalen/2026-05-12-b-antwoord.yaml": (
                "bij: 2026-05-01-iets-uitvraag\ngemeente: zuid\nherkent: nee\nantwoord: Nee"
            ),
        },
    ),
    (
        "cijfers",
        {AMB: NORMEN},
        "2026-04-14",
        {AMB: NORMEN + "\nafwijkingen: []"},
        "2026-04-14",
        {M: MKOP + METING.format("waarde: 95")},
    ),
    (
        "classificatie-hertoets",
        {},
        "2025-10-01",
        {
            CL: None,
            "bloem/classificaties/2025-10-06-toets.yaml": CTEKST.format(
                1, "geinformeerd: 2025-10-07"
            ),
        },
        "2026-10-06",
        {
            CL: None,
            "bloem/contracten/ambulant/2026-01-01-einde.yaml": (
                "ingaat: 2026-01-01\nwijze: afloop\nreden: Klaar"
            ),
        },
    ),
    (
        "classificatie-eerste",
        {CL: None},
        "2024-10-01",
        {
            AMB: (
                "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nlooptijd: "
                "{implementatie: 2024-11-01}"
            )
        },
        "2024-11-01",
        {CL: CTEKST.format(1, "")},
    ),
    (
        "classificatie-informeren",
        {CL: CTEKST.format(1, "")},
        None,
        {},
        None,
        {
            "bloem/classificaties/2024-10-09-geinformeerd.yaml": (
                "bij: 2024-10-01-eerste\nwijze: brief"
            )
        },
    ),
    (
        "plan",
        {"bloem/plan.yaml": "opgesteld: 2024-01-01\ncontracten: [ambulant]"},
        None,
        {},
        None,
        {
            "bloem/plan.yaml": (
                "opgesteld: 2024-01-01\nbijgesteld: [2024-10-03]\ncontracten: [ambulant]"
            )
        },
    ),
    (
        "gesprek-plannen",
        {},
        "2025-04-30",
        {CL: CTEKST.format(2, "geinformeerd: 2024-10-02")},
        "2025-01-31",
        {f"{G}/gesprek.yaml": GEPLAND},
    ),
    (
        "wacht",
        {
            S: SIGNAAL.format("2026-04-20"),
            "bloem/opvolging/2026-05-02-wacht.yaml": (
                "bij: signalen/2026-05-01-iets\nop: jurist\nvraag: Advies\ntot: 2026-05-20"
            ),
        },
        "2026-05-20",
        {
            "bloem/opvolging/2026-05-02-wacht.yaml": (
                "bij: signalen/2026-05-01-iets\nop: jurist\nvraag: Advies\ntot: 2026-05-21"
            )
        },
        "2026-05-21",
        {
            "bloem/opvolging/2026-05-15-vervallen.yaml": (
                "bij: signalen/2026-05-01-iets\nreden: Onjuist"
            )
        },
    ),
    (
        "contracteinde",
        {},
        "2027-12-31",
        {
            AMB: (
                "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nlooptijd: "
                "{uitvoering_van: 2025-01-01, uitvoering_tot: 2026-12-31}"
            )
        },
        "2026-12-31",
        {
            "bloem/contracten/ambulant/2026-01-01-einde.yaml": (
                "ingaat: 2026-01-01\nwijze: afloop\nreden: Klaar"
            )
        },
    ),
]


@pytest.mark.parametrize(
    ("naam", "met", "dag", "anders", "andere_dag", "klaar"), GEVALLEN, ids=[g[0] for g in GEVALLEN]
)
def test_a_line_follows_its_facts(
    tmp_path: Path,
    naam: str,
    met: Bestanden,
    dag: str | None,
    anders: Bestanden,
    andere_dag: str | None,
    klaar: Bestanden,
) -> None:
    """J02–J05, J11–J17, J27–J29.

    Nothing due is silent, and every line has a reason with its place.
    """
    mappen = (tmp_path / str(nummer) for nummer in count())
    eerst = [
        p
        for p in soort(punten(next(mappen), met), naam)
        if "ambulant" in p.contracten or not p.contracten
    ]
    assert [str(p.uiterlijk) if p.uiterlijk else None for p in eerst] == [dag]
    assert eerst[0].omdat
    assert eerst[0].gevolg
    assert "clm " in eerst[0].nu
    if anders:
        later = [
            p
            for p in soort(punten(next(mappen), {**met, **anders}), naam)
            if "ambulant" in p.contracten or not p.contracten
        ]
        assert [str(p.uiterlijk) for p in later] == [andere_dag]
    weg = [
        p
        for p in soort(punten(next(mappen), {**met, **klaar}), naam)
        if "ambulant" in p.contracten or not p.contracten
    ]
    assert weg == []


def test_an_action_without_a_day_is_shown_and_says_so(tmp_path: Path) -> None:
    """J27: an action needs a delivery date; without one it is not silent."""
    punt = soort(punten(tmp_path, {f"{G}/gesprek.yaml": held(uiterlijk="")}), "actie")[0]
    assert punt.uiterlijk is None
    assert "geen datum afgesproken" in punt.omdat[-1].tekst


def test_the_shortest_report_term_of_all_contracts_in_a_talk_counts(tmp_path: Path) -> None:
    """J28, J16: one talk over two contracts; an agreed deviation is named with its place."""
    dag = (
        "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]\nafwijkingen: [{termijn: "
        "verslag-delen, wordt: 5 werkdagen, vanaf: 2025-01-01, grond: art. 2}]"
    )
    kaart = held().replace("[ambulant]", "[ambulant, dag]")
    punt = soort(
        punten(tmp_path, {f"{G}/gesprek.yaml": kaart, "bloem/contracten/dag/contract.yaml": dag}),
        "verslag-delen",
    )[0]
    assert str(punt.uiterlijk) == "2026-05-12"
    assert any("5 werkdagen afgesproken" in reden.tekst for reden in punt.omdat)
    assert any("die van dag" in reden.tekst for reden in punt.omdat)


def test_a_talk_under_the_advice_contract_has_no_report_term(tmp_path: Path) -> None:
    """S23: that contract is silent on report terms, and no J term reaches it."""
    kaart = held().replace("[ambulant]", "[advies]")
    assert soort(punten(tmp_path, {f"{G}/gesprek.yaml": kaart}), "verslag-delen") == []


def test_silence_after_a_report_is_never_called_approval(tmp_path: Path) -> None:
    """J29."""
    punt = soort(
        punten(tmp_path, {f"{G}/gesprek.yaml": held(), f"{G}/2026-05-06-gedeeld.yaml": GEDEELD}),
        "verslag-vaststellen",
    )[0]
    assert "geen akkoord" in punt.gevolg


def test_a_parked_action_comes_back_on_its_day(tmp_path: Path) -> None:
    feit = {
        "bloem/opvolging/2026-05-10-geparkeerd.yaml": "bij: A-1\ntot: 2026-06-01\nreden: Vakantie"
    }
    punt = soort(punten(tmp_path, {f"{G}/gesprek.yaml": held(), **feit}), "actie")[0]
    assert punt.geparkeerd_tot == date(2026, 6, 1)


def test_an_action_handed_over_lies_with_its_new_owner(tmp_path: Path) -> None:
    feit = {
        "bloem/opvolging/2026-05-10-overgedragen.yaml": (
            "bij: A-1\npartij: opdrachtgever\nwie: Bo Beheer\nreden: Afgesproken"
        )
    }
    punt = soort(punten(tmp_path, {f"{G}/gesprek.yaml": held(), **feit}), "actie")[0]
    assert (punt.bij, "Bo Beheer" in punt.wat) == ("wij", True)


def test_the_first_knowledge_of_anybody_on_our_side_counts(tmp_path: Path) -> None:
    """6:89 BW, J34: a municipality's knowledge is the buyer's."""
    punt = soort(punten(tmp_path, {S: SIGNAAL.format("2026-04-20")}), "signaal")[0]
    assert punt.sinds == date(2026, 4, 20)
    assert "28 dagen" in punt.gevolg


def test_a_figure_that_is_said_to_be_missing_stays_unknown(tmp_path: Path) -> None:
    punt = soort(
        punten(tmp_path, {AMB: NORMEN, M: MKOP + METING.format("ontbreekt: niet geleverd")}),
        "cijfers",
    )[0]
    assert "ontbreekt (niet geleverd)" in punt.omdat[0].tekst
    assert "onbekend" in punt.gevolg
