"""Norms set once for many, of every kind; the middle of the others; the region as a sum."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from clm_cli.derivations.cijfers import Cijfer, beelden, beweging, gaat_beter, reeks
from clm_cli.derivations.cijfervergelijking import vergelijking
from clm_cli.derivations.normen import kpis_van, norm_op
from clm_cli.derivations.rapport.cijfers import Samen, samen
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk, blik_op
from clm_cli.tijd.periode import lees_periode
from tests import klein_register
from tests.klein_register import VANDAAG

RAAM = "overeenkomsten/raam/overeenkomst.yaml"
KAART = "bloem/contracten/ambulant/contract.yaml"
K1 = lees_periode("2026-K1")


def raam(rest: str) -> str:
    return (
        "titel: Raam\nregime: sdfl-jeugdhulp-2026\ngemeenten: [noord, zuid]\n"
        "zorgvormen: [ambulant, dag]\n"
        "looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}\n" + rest
    )


def regio(geheel: Kijk, gemeente: str | None = None) -> Samen:
    """The figure of all, as the report of the region has it."""
    venster = Venster(geheel, K1, gemeente or "intern", gemeente)
    return samen(venster, geheel.register.kpis["start"], K1)


def kpi(meer: str = "", periode: str = "kwartaal", richting: str = "hoger is beter") -> str:
    return (
        'kpis:\n  - {id: start, titel: start op tijd, definitie: aandeel, eenheid: "%", '
        f"richting: {richting}, periode: {periode}{meer}}}\n"
    )


def meting(dossier: str, periode: str, *rijen: str) -> dict[str, str]:
    waarden = "".join(f"  - {{kpi: start, contract: ambulant, {rij}}}\n" for rij in rijen)
    kop = klein_register.KOP.format(dag="2026-05-01")
    rest = f"periode: {periode}\nbron: {{vindplaats: zaak}}\nontvangen: 2026-05-01\n"
    return {f"{dossier}/metingen/{periode}-opgave.yaml": f"{kop}{rest}waarden:\n{waarden}"}


def ander(naam: str, periode: str, *rijen: str, zorgvorm: str = "ambulant") -> dict[str, str]:
    return {
        f"{naam}/aanbieder.yaml": (
            f"namen: [{{vanaf: 2020-01-01, statutair: {naam} BV, roepnaam: {naam}}}]\n"
            'kvk: "00000009"\npostadres: {straat: S 2, postcode: 9999 ZZ, plaats: T}\n'
            "behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]\n"
        ),
        f"{naam}/contracten/ambulant/contract.yaml": (
            f"overeenkomst: raam\nnummer: B-1\nzorgvormen: [{zorgvorm}]"
        ),
        **meting(naam, periode, *rijen),
    }


def kijk(map_: Path, bestanden: Mapping[str, str]) -> Kijk:
    return Kijk(klein_register.register(map_, bestanden), VANDAAG)


def contract(blik: Dossierblik) -> Contract:
    return next(c for c in blik.dossier.contracten if c.id == "ambulant")


def cijfers(map_: Path, bestanden: Mapping[str, str]) -> dict[str, Cijfer]:
    blik = kijk(map_, bestanden).blik("bloem")
    rij = reeks(blik, contract(blik), blik.register.kpis["start"])
    return {str(cijfer.periode): cijfer for cijfer in rij}


EIGEN = "normen: [{kpi: start, norm: 95, vanaf: 2026-01-01}]"
PERCEEL = (
    "percelen:\n  - {id: p1, titel: Een, normen: [{kpi: start, norm: 85, vanaf: 2025-01-01}]}\n"
    "  - {id: p2, titel: Twee, normen: [{kpi: start, norm: 80, vanaf: 2025-01-01}]}\n"
)
ALLEN = "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage 11}]\n"


@pytest.mark.parametrize(
    ("kaart", "gedeeld", "verwacht"),
    [
        ("", ALLEN, (90, RAAM)),
        ("percelen: [p1]", PERCEEL + ALLEN, (85, RAAM)),
        ("percelen: [p2]", PERCEEL, (80, RAAM)),
        (f"percelen: [p1]\n{EIGEN}", PERCEEL + ALLEN, (95, KAART)),
    ],
)
def test_the_norm_that_is_nearest_holds_and_says_where_it_stands(
    tmp_path: Path, kaart: str, gedeeld: str, verwacht: tuple[int, str]
) -> None:
    geheel = f"overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n{kaart}"
    blik = kijk(tmp_path, {RAAM: raam(gedeeld), KAART: geheel}).blik("bloem")
    afspraak = norm_op(contract(blik), "start", VANDAAG)
    assert afspraak is not None
    assert (afspraak.waarde, afspraak.plek.pad) == verwacht
    assert kpis_van(contract(blik)) == ("start",)


def test_before_its_own_norm_a_contract_has_that_of_all(tmp_path: Path) -> None:
    geheel = f"overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n{EIGEN}"
    rij = cijfers(tmp_path, {RAAM: raam(ALLEN), KAART: geheel})
    assert [(naam, c.norm) for naam, c in rij.items() if naam >= "2025-K4"] == [
        ("2025-K4", 90),
        ("2026-K1", 95),
    ]


def test_lots_that_ask_different_things_judge_nothing(tmp_path: Path) -> None:
    geheel = "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\npercelen: [p1, p2]"
    rij = cijfers(
        tmp_path,
        {RAAM: raam(PERCEEL), KAART: geheel, **meting("bloem", "2026-K1", "waarde: 50")},
    )
    laatste = rij["2026-K1"]
    assert (laatste.norm, laatste.oordeel) == (None, "onbekend")
    assert laatste.omdat == "de percelen van dit contract hebben niet dezelfde norm"


def reeks_van_vier(*waarden: str) -> dict[str, str]:
    namen = ("2025-K2", "2025-K3", "2025-K4", "2026-K1")
    uit: dict[str, str] = {}
    for naam, waarde in zip(namen, waarden, strict=True):
        uit |= meting("bloem", naam, f"waarde: {waarde}")
    return uit


@pytest.mark.parametrize(
    ("normsoort", "norm", "waarden", "grens", "oordeel"),
    [
        ("nulmeting", "norm: 5, nulmeting: 2025-K2", ("70", "71", "72", "75"), 75, "voldoet"),
        ("nulmeting", "norm: 5, nulmeting: 2025-K2", ("70", "71", "72", "74.9"), 75, "onder"),
        ("nulmeting", "norm: 5, nulmeting: 2025-K1", ("70", "71", "72", "80"), None, "onbekend"),
        ("nulmeting", "norm: 5", ("70", "71", "72", "80"), None, "onbekend"),
        ("trend", "norm: 0", ("70", "71", "72", "71.9"), 72, "onder"),
        ("trend", "norm: 1", ("70", "71", "72", "73"), 73, "voldoet"),
        ("geen", "norm: 99", ("70", "71", "72", "73"), None, "duiden"),
        ("absoluut", "norm: 73", ("70", "71", "72", "73"), 73, "voldoet"),
    ],
)
def test_each_kind_of_norm_has_its_own_limit(
    tmp_path: Path,
    normsoort: str,
    norm: str,
    waarden: tuple[str, ...],
    grens: int | None,
    oordeel: str,
) -> None:
    rij = cijfers(
        tmp_path,
        {
            "kpis.yaml": kpi(f", normsoort: {normsoort}"),
            RAAM: raam(f"normen: [{{kpi: start, vanaf: 2025-01-01, {norm}}}]\n"),
            **reeks_van_vier(*waarden),
        },
    )
    assert (rij["2026-K1"].norm, rij["2026-K1"].oordeel) == (grens, oordeel)


def test_lower_is_better_counts_down_from_the_start(tmp_path: Path) -> None:
    rij = cijfers(
        tmp_path,
        {
            "kpis.yaml": kpi(", normsoort: nulmeting", richting="lager is beter"),
            RAAM: raam("normen: [{kpi: start, vanaf: 2025-01-01, norm: 2, nulmeting: 2025-K2}]\n"),
            **reeks_van_vier("10", "9", "9", "8.5"),
        },
    )
    laatste = rij["2026-K1"]
    assert (laatste.norm, laatste.oordeel) == (8, "boven")
    assert laatste.omdat == "nulmeting 2025-K2 10, 2 beter"


def test_the_step_of_the_path_counts_until_the_next_and_the_aim_stays_in_sight(
    tmp_path: Path,
) -> None:
    pad = "pad: [{vanaf: 2025-01-01, waarde: 80, afgesproken: 2024-12-01}]"
    normen = f"normen: [{{kpi: start, norm: 90, vanaf: 2025-01-01, {pad}}}]\n"
    rij = cijfers(tmp_path, {RAAM: raam(normen), **meting("bloem", "2026-K1", "waarde: 85")})
    laatste = rij["2026-K1"]
    assert (laatste.norm, laatste.einddoel, laatste.oordeel) == (80, 90, "voldoet")


VIJF = {
    pad: tekst
    for naam, waarde in zip("abcde", (70, 80, 90, 91, 92), strict=True)
    for pad, tekst in ander(naam * 3, "2026-K1", f"waarde: {waarde}").items()
}
GROEP_VAN_VIJF = klein_register.BASIS["organisatie.yaml"].replace("vergelijkgroep: 2", "")


def test_the_middle_of_the_others_needs_five_providers(tmp_path: Path) -> None:
    basis = {
        "organisatie.yaml": GROEP_VAN_VIJF.replace(", }", "}"),
        RAAM: raam(ALLEN),
        **meting("bloem", "2026-K1", "waarde: 1"),
    }
    blik = kijk(tmp_path / "vijf", {**basis, **VIJF}).blik("bloem")
    start = blik.register.kpis["start"]
    assert vergelijking(blik, contract(blik), start, K1).mediaan == 90
    vier = {pad: tekst for pad, tekst in VIJF.items() if not pad.startswith("eee")}
    blik = kijk(tmp_path / "vier", {**basis, **vier}).blik("bloem")
    groep = vergelijking(blik, contract(blik), start, K1)
    assert (groep.mediaan, groep.aanbieders) == (None, 4)


def test_a_provider_with_three_contracts_is_one_of_the_others(tmp_path: Path) -> None:
    drie = {
        f"aaa/contracten/ambulant{nr}/contract.yaml": (
            "overeenkomst: raam\nnummer: B-2\nzorgvormen: [ambulant]"
        )
        for nr in (2, 3)
    }
    regels = [f"waarde: 7{nr}, contract: ambulant{nr}" for nr in (2, 3)]
    tekst = ander("aaa", "2026-K1", "waarde: 70")["aaa/metingen/2026-K1-opgave.yaml"]
    for regel in regels:
        tekst += f"  - {{kpi: start, {regel}}}\n"
    basis = {RAAM: raam(ALLEN), **ander("aaa", "2026-K1"), **drie}
    basis["aaa/metingen/2026-K1-opgave.yaml"] = tekst
    blik = kijk(tmp_path, basis).blik("bloem")
    groep = vergelijking(blik, contract(blik), blik.register.kpis["start"], K1)
    assert (groep.mediaan, groep.aanbieders) == (None, 1)


def test_a_norm_against_peers_is_judged_on_their_middle(tmp_path: Path) -> None:
    rij = cijfers(
        tmp_path,
        {
            "kpis.yaml": kpi(", normsoort: vergelijking"),
            RAAM: raam("normen: [{kpi: start, norm: 0, vanaf: 2025-01-01}]\n"),
            **VIJF,
            **meting("bloem", "2026-K1", "waarde: 89"),
        },
    )
    laatste = rij["2026-K1"]
    assert (laatste.norm, laatste.oordeel) == (90, "onder")
    assert laatste.omdat == "mediaan van 5 andere aanbieders 90"


def test_the_region_is_the_sum_of_numerators_over_that_of_denominators(tmp_path: Path) -> None:
    geheel = kijk(
        tmp_path,
        {
            RAAM: raam(ALLEN),
            **meting("bloem", "2026-K1", "teller: 1, noemer: 2"),
            **ander("groot", "2026-K1", "teller: 90, noemer: 98"),
            **ander("waarde", "2026-K1", "waarde: 10"),
            **ander("niets", "2026-K1", "ontbreekt: te laat"),
        },
    )
    cijfer = regio(geheel)
    assert (cijfer.teller, cijfer.noemer, cijfer.waarde) == (91, 100, Decimal("91.0"))
    assert cijfer.norm == 90
    assert {bron.blik.dossier.id for bron in cijfer.opgeteld} == {"bloem", "groot"}
    assert [bron.blik.dossier.id for bron in cijfer.los] == ["waarde"]
    leeg = [bron.blik.dossier.id for bron in cijfer.bronnen if bron.waarde is None]
    assert leeg == ["niets"]


def test_the_region_for_one_municipality_counts_only_its_rows(tmp_path: Path) -> None:
    geheel = kijk(
        tmp_path,
        {
            RAAM: raam(ALLEN),
            **meting(
                "bloem",
                "2026-K1",
                "teller: 3, noemer: 4, gemeente: noord",
                "teller: 0, noemer: 6, gemeente: zuid",
            ),
        },
    )
    noord = regio(geheel, "noord")
    assert (noord.teller, noord.noemer, noord.waarde) == (3, 4, Decimal("75.0"))
    assert regio(geheel).waarde is None


def test_counts_are_added_up_and_averages_are_not(tmp_path: Path) -> None:
    bestanden = {
        RAAM: raam(ALLEN),
        **meting("bloem", "2026-K1", "waarde: 12"),
        **ander("groot", "2026-K1", "waarde: 30"),
    }
    for eenheid, waarde in (("aantal", Decimal(42)), ("dagen", None)):
        kaart = kpi().replace('"%"', eenheid)
        geheel = kijk(tmp_path / eenheid, {**bestanden, "kpis.yaml": kaart})
        assert regio(geheel).waarde == waarde


def test_a_weekly_figure_has_a_series_by_week(tmp_path: Path) -> None:
    rij = cijfers(
        tmp_path,
        {
            "kpis.yaml": kpi(periode="week"),
            RAAM: raam(ALLEN),
            **meting("bloem", "2026-W17", "waarde: 91"),
        },
    )
    assert list(rij)[-2:] == ["2026-W19", "2026-W20"]
    assert [rij[f"2026-W{nr}"].oordeel for nr in (17, 18)] == ["voldoet", "onbekend"]


@pytest.mark.parametrize(
    ("waarden", "richting"),
    [
        (("70", "71", "72", "73"), "stijgend"),
        (("70", "73", "72", "71"), "dalend"),
        (("70", "73", "72", "73"), ""),
        (("70", "72", "72", "73"), ""),
    ],
)
def test_three_figures_that_go_one_way_are_a_movement(
    tmp_path: Path, waarden: tuple[str, ...], richting: str
) -> None:
    bestanden = {RAAM: raam(ALLEN), **reeks_van_vier(*waarden)}
    blik = blik_op(klein_register.register(tmp_path, bestanden), "bloem", VANDAAG)
    (beeld,) = beelden(blik)
    assert beweging(beeld.cijfers) == beeld.beweging == richting
    assert gaat_beter(beeld.kpi, richting) is ({"stijgend": True, "dalend": False}.get(richting))


def test_a_figure_of_the_whole_provider_counts_for_each_contract_once(tmp_path: Path) -> None:
    dag = "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]"
    bestanden = {
        "kpis.yaml": kpi(", per: aanbieder"),
        RAAM: raam(ALLEN),
        "bloem/contracten/dag/contract.yaml": dag,
        **meting("bloem", "2026-K1", "waarde: 91"),
    }
    geheel = kijk(tmp_path, bestanden)
    beeld = {b.contract.id: b.laatste.waarde for b in beelden(geheel.blik("bloem"))}
    assert beeld == {"ambulant": 91, "dag": 91}
    assert len(regio(geheel).bronnen) == 1
