"""The page of a case: it fits, says what a manager or lawyer looks for, and is the same as data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.ladder.zaakbouw import SPOED, ZAAK, Bouw

VOORBEELD = Path(__file__).parents[2] / "dossiers"
TOESTANDEN = [
    ("J", ""),
    ("J", "geen-signaal"),
    ("J", "T2 $H verz@03-02 bzw/T1@03-10"),
    ("J", "$H bzw@03-10 gespr@03-20 besl/2026-04-30@03-30"),
    ("J", "$H jdg-nee@04-08 m4+@04-08"),
    ("J", "T:veilig acuut $G bew-onv@02-12 m5c!+@02-17 klaar@02-18"),
    ("J", "$G omzet m6b+=60000@02-17 m6b+=40001@02-18"),
    ("J", "$G bew-fraude@02-12 m7o+@02-17"),
    ("J", "$H sluit@04-01"),
    ("S", ""),
    ("S", "$G $P m2+@02-17 verz@02-17 plan@03-02 planjdg-ja@03-05 uitv-nee@04-20"),
    ("S", "$H bzw@03-10"),
    ("S", "$G fact@02-12 m4+=1000@02-17"),
    ("S", "$G $P m5+@02-17"),
]


def begin(map_: Path, contract: str, woorden: str, yaml: str = "") -> Path:
    """A case on disk; `yaml` stands behind its last measure."""
    bouw = Bouw(woorden, contract)
    if yaml:
        bouw.bestanden[f"{ZAAK}/{bouw.laatste['m']}.yaml"] += yaml
    assert klein_register.lees(map_, bouw.bestanden).meldingen == ()
    return map_


def bladzijde(
    map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str, dag: str = "2026-05-18"
) -> str:
    capsys.readouterr()
    assert (
        draai(["escalatie", "toon", *(woorden or ("bloem",)), "--map", str(map_), "--vandaag", dag])
        == 0
    )
    return capsys.readouterr().out


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def data(
    map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str, dag: str = "2026-05-18"
) -> dict[str, Any]:
    antwoord = json.loads(bladzijde(map_, capsys, *(woorden or ("bloem",)), "--json", dag=dag))
    assert antwoord["schema"] == "clm.escalatie/1"
    return antwoord["gegevens"]


@pytest.fixture(autouse=True)
def breed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("CLM_DOOR", raising=False)


@pytest.mark.parametrize("breedte", [60, 80, 100])
@pytest.mark.parametrize(
    ("contract", "woorden"), TOESTANDEN, ids=[f"{c} {w}" for c, w in TOESTANDEN]
)
def test_the_page_fits_and_has_no_empty_rows(
    tmp_path: Path,
    contract: str,
    woorden: str,
    breedte: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    uit = bladzijde(begin(tmp_path, contract, woorden), capsys)
    assert [r for r in uit.splitlines() if len(r) > breedte] == []
    assert "\n\n\n" not in uit
    assert [r for r in uit.splitlines() if r != r.rstrip()] == []
    assert [
        kop
        for kop in ("WAAR STAAN WE", "LADDER", "TEKORTKOMINGEN", "WAT KAN NU", "BESLOTEN DOOR")
        if kop not in uit
    ] == []


def test_each_trede_of_the_contract_stands_on_the_ladder_and_only_ours_is_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J36 to J44: seven treden; he has to answer by a day, and that is no work of ours."""
    uit = bladzijde(begin(tmp_path, "J", "$H"), capsys, dag="2026-03-10")
    ladder = uit.partition("LADDER")[2].partition("\n\n")[0]
    rijen = re.findall(r"(?m)^ *(>>)? +([1-7])  ", ladder)
    assert [trede for _, trede in rijen] == list("7654321")
    assert [trede for hier, trede in rijen if hier] == ["3"]
    assert "NU TE DOEN" not in uit


@pytest.mark.parametrize(
    ("contract", "woorden"), TOESTANDEN, ids=[f"{c} {w}" for c, w in TOESTANDEN]
)
def test_the_data_are_the_standing(
    tmp_path: Path, contract: str, woorden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The standing: open, measures with their state, trede, shortcomings, terms, what may come."""
    stand = data(begin(tmp_path, contract, woorden), capsys)
    assert list(stand) == [
        "escalatie",
        "open",
        "trede",
        "hoogst_bereikt",
        "maatregelen",
        "tekortkomingen",
        "termijnen",
        "volgende",
    ]
    assert {m["toestand"] for m in stand["maatregelen"]} <= {
        "besloten",
        "meegedeeld",
        "aangekondigd",
        "van kracht",
        "geschorst",
        "onbekend",
        "opgeheven",
        "ingetrokken",
    }
    assert all(
        set(m) == {"id", "instrument", "trede", "toestand", "omdat"} and m["omdat"]
        for m in stand["maatregelen"]
    )
    assert {t["id"] for t in stand["tekortkomingen"]} == (
        {"T1", "T2"} if "T2" in woorden.split() else {"T1"}
    )
    for t in stand["tekortkomingen"]:
        assert set(t) == {
            "id",
            "maatregel",
            "hersteltermijn",
            "voorlopig",
            "stil",
            "herstel",
            "verzuim",
            "vanaf",
            "omdat",
        }
        assert t["herstel"] in ("hersteld", "deels", "niet", "onbekend")
        assert t["verzuim"] in ("ja", "nee", "onbekend")
        assert t["omdat"] != []
    for t in stand["termijnen"]:
        assert t["omdat"] != [], "no day without its reason"
    for stap in stand["volgende"]:
        assert set(stap) == {"trede", "instrument", "mag", "met_spoed", "voorwaarden"}
        assert all(
            set(v) == {"voorwaarde", "hard", "antwoord", "invoer", "omdat"} and v["omdat"]
            for v in stap["voorwaarden"]
        )


def test_the_terms_of_both_parties_show_also_those_that_were_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """J38, J45, J46: the answer in time, the objection, the talk, printed beside worked out."""
    woorden = (
        "m1@01-20 verz@01-20 bez@01-21 react@02-05 $G m3+@03-02 "
        "verz/bezwaar=2026-03-16/T1=2026-04-10@03-02 bez@03-05 bzw@03-13 gespr@03-20"
    )
    stand = data(begin(tmp_path, "J", woorden), capsys, dag="2026-03-24")
    rijen = {t["wat"]: t for t in stand["termijnen"]}
    assert [
        (w, t["uiterlijk"], t["berekend"], t["genoemd"], t["uitkomst"])
        for w, t in rijen.items()
        if t["bij"] != "wij"
    ] == [
        (
            (
                "Onderbouwde verklaring en herstelmaatregelen "
                "(verhogen intensiteit contractmanagement)"
            ),
            "2026-02-11",
            "2026-02-11",
            [],
            "ontvangen 5 februari 2026: op tijd; onvolledig: zonder herstelmaatregelen",
        ),
        (
            "Bezwaar tegen de gekozen trede (ingebrekestelling)",
            "2026-03-16",
            "2026-03-12",
            ["2026-03-16"],
            "ontvangen 13 maart 2026: op tijd",
        ),
        (
            "Gesprek op directieniveau (ingebrekestelling)",
            "2026-03-27",
            "2026-03-27",
            [],
            "gehouden 20 maart 2026: op tijd",
        ),
        ("Einde hersteltermijn T1", "2026-04-17", None, ["2026-04-10"], None),
    ]
    monkeypatch.setenv("COLUMNS", "60")  # narrow: each row is a paragraph, so no cell is broken off
    uit = plat(bladzijde(tmp_path, capsys, dag="2026-03-24"))
    assert "afgedrukt; berekend do 12 maart, 5 werkdagen na do 5 maart (J45)" in uit
    assert "WIJ wat Reactie op het bezwaar" in uit


@pytest.mark.parametrize(
    ("woorden", "uitkomst"),
    [
        ("jdg-nee@04-08 jdg-ja@04-13", "niet hersteld, beoordeeld 8 april 2026; hersteld, "),
        ("opheff@04-08", "niet beoordeeld; opgeheven op 8 april 2026"),
    ],
)
def test_the_end_of_a_cure_term_shows_each_judgement_or_that_nobody_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: str, uitkomst: str
) -> None:
    stand = data(begin(tmp_path, "J", f"$H {woorden}"), capsys)
    (rij,) = [t for t in stand["termijnen"] if t["grond"] == "J40"]
    assert rij["uitkomst"].startswith(uitkomst)


@pytest.mark.parametrize(
    ("vervang", "uitkomst"),
    [
        (
            {},
            (
                "ontvangen 20 februari 2026: na de laatste dag; of verzenden op tijd volstaat, is "
                "niet vastgelegd; onvolledig: zonder herstelmaatregelen"
            ),
        ),
        (
            {"L": "antwoord-op-tijd=ontvangen"},
            "ontvangen 20 februari 2026: te laat; onvolledig: zonder herstelmaatregelen",
        ),
    ],
)
def test_a_late_answer_is_late_only_by_a_reading(
    tmp_path: Path, vervang: dict[str, str], uitkomst: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """J38, A3: whether sending or receipt decides is asked, never guessed."""
    woorden = "m1@01-20 verz@01-20 bez@01-21 react@02-20" + "".join(
        f" L:{lezing}" for lezing in vervang.values()
    )
    stand = data(begin(tmp_path, "J", woorden), capsys)
    assert [t["uitkomst"] for t in stand["termijnen"] if t["grond"] == "J38"] == [uitkomst]


def test_an_objection_shows_its_ground_its_effect_and_the_reading_it_rests_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J45–J47: per shortcoming, since when and for how many days, and that no end is recorded."""
    uit = plat(
        bladzijde(
            begin(tmp_path, "J", "T2 $G m3+/T2-nodig@03-02 verz@03-02 bez@03-05 bzw@03-10"),
            capsys,
            dag="2026-03-20",
        )
    )
    assert (
        "Tegen ingebrekestelling (alle tekortkomingen), ontvangen dinsdag 10 maart 2026. Op "
        "tijd: 10 maart 2026, de laatste dag is 12 maart 2026."
    ) in uit
    assert "gronden: Niet eens." in uit
    assert (
        "schorst T1: ja sinds 10 maart 2026, 10 dagen; er is nog geen einde vastgelegd; "
        "voorlopige lezing:"
    ) in uit
    assert (
        "schorst T2: nee, want de maatregel is nodig voor de veiligheid van cliënten of tegen "
        "verdere fraude"
    ) in uit
    assert "nodig voor de veiligheid van cliënten of tegen verdere fraude: T1 nee, T2 ja" in uit
    assert "Bezwaar van di 10 maart tegen ingebrekestelling loopt." in uit
    assert "de termijn staat stil sinds 10 maart 2026; er waren nog 17 werkdagen" in uit


def test_an_objection_holds_nothing_up_after_the_end_of_the_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its days are not counted on for ever, where the decision on it was never told."""
    woorden = "$G m3+@03-02 verz@03-02 bez@03-05 bzw@03-10 opheff@03-16"
    uit = plat(bladzijde(begin(tmp_path, "J", woorden), capsys, dag="2026-03-20"))
    assert (
        "schorst T1: nu niet meer; wel van 10 maart 2026 tot de maatregel eindigde op 16 maart "
        "2026: een eerder einde is niet vastgelegd"
    ) in uit


def test_an_objection_that_ended_shows_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = plat(
        bladzijde(
            begin(tmp_path, "J", "$H bzw@03-10 gespr@03-20 besl/2026-04-30@03-30"),
            capsys,
            dag="2026-04-01",
        )
    )
    assert "schorst T1: nu niet meer; wel van 10 maart 2026 tot 30 maart 2026" in uit
    assert "gesprek op directieniveau 20 maart 2026: D. Recteur en B. Aas; Eens." in uit
    assert "beslist 30 maart 2026: gewijzigd. Omdat. (Di Recteur)" in uit
    assert "hersteltermijn tot en met donderdag 30 april 2026, eerst 2 april 2026" in uit
    assert "loopt." not in uit.partition("LADDER")[0]


def test_under_a_contract_without_objection_it_holds_nothing_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S23: it counts as a reaction."""
    uit = plat(bladzijde(begin(tmp_path, "S", "$H bzw@03-10"), capsys, dag="2026-03-20"))
    assert "Deze overeenkomst kent hier geen bezwaar; het telt als reactie." in uit
    assert "schorst T1: nee, want deze overeenkomst kent hier geen bezwaar" in uit
    assert "Bezwaar van" not in uit.partition("LADDER")[0]  # nothing of that kind runs
    assert re.search(r"\bJ\d\d\b", uit) is None


@pytest.mark.parametrize(
    ("kanalen", "hoe"),
    [
        ("[aangetekend, gewone post, e-mail]", "per gewone post en per e-mail"),
        ("[aangetekend, e-mail]", "per e-mail"),
        ("[aangetekend]", ""),
        ("[]", ""),
    ],
)
def test_a_way_that_the_letter_promises_and_that_was_not_used_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kanalen: str, hoe: str
) -> None:
    """J40: at the measure, and beside the default that rests on it."""
    begin(tmp_path, "J", "$3 jdg-nee@04-08")
    brief = next(tmp_path.rglob("brief.yaml"))
    tekst = brief.read_text(encoding="utf-8")
    brief.write_text(f"{tekst.rstrip()}\nkanalen: {kanalen}\n", encoding="utf-8")
    uit = plat(bladzijde(tmp_path, capsys, dag="2026-04-08"))
    bij_de_maatregel = f"De brief over ingebrekestelling ging niet {hoe}, en dat staat er wel in."
    assert (bij_de_maatregel in uit) == bool(hoe)
    verzuim = next(iter(re.findall(r"Verzuim T1: ja, want [^.]*\.", uit)))
    naast = f"; in de brief staat ook {hoe}, en zo ging hij niet." if hoe else ""
    assert verzuim == (
        "Verzuim T1: ja, want de termijn eindigde op 2 april 2026 en herstel is uitgebleven"
        f"{naast or '.'}"
    )
    assert ("ging niet" in uit) == bool(hoe)


def test_complaining_in_time_is_said_per_shortcoming(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """6:89 BW: the earliest knowledge on our side, the first letter, and what is unknown."""
    bouw = Bouw("T2 $G m3+/T1@03-02 verz@03-02", "J")
    bouw.bestanden["bloem/lijsten/verplichtingen.yaml"] = bouw.bestanden[
        "bloem/lijsten/verplichtingen.yaml"
    ].replace(
        "}]",
        (
            "}, {id: VP-2, soort: verplichting, wat: Anders, partij: aanbieder, kant: AOC, "
            "doorlopend: ja}]"
        ),
    )
    opening = f"{ZAAK}/2026-01-12-opening.yaml"
    bouw.bestanden[opening] = bouw.bestanden[opening].replace(
        "{id: T2, verplichting: VP-1", "{id: T2, verplichting: VP-2"
    )
    bouw.bestanden["bloem/signalen/2026-01-05-iets.yaml"] += (
        "bekend_bij: [{wie: noord, op: 2025-12-30}, {wie: mia, op: 2026-01-05}]\n"
    )
    assert klein_register.lees(tmp_path, bouw.bestanden).meldingen == ()
    uit = plat(bladzijde(tmp_path, capsys, dag="2026-03-20"))
    assert (
        "T1 bekend bij Noord op 30 december 2025, eerste klacht 2 maart 2026 = 62 dagen (de "
        "brief 2026-03-02-ingebrekestelling)"
    ) in uit
    assert (
        "T2 ONBEKEND sinds wanneer: geen signaal bij deze escalatie noemt deze verplichting" in uit
    )


def test_powers_deviations_decisions_and_lighter_routes_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J35, J37, J40: who decided, what was skipped and why, who gave no power, what is lighter."""
    zaak = "$G volmacht-zuid-mist m1@01-20 verz@01-20 m5c+@02-17 verz@02-17"
    uit = plat(bladzijde(begin(tmp_path, "J", zaak, SPOED), capsys))
    assert "gemeenten: Noord, Zuid" in uit
    assert "Volmacht trede 3 t/m 7: nee, die van Zuid ontbreekt" in uit
    assert "AFWIJKINGEN: 3" in uit
    assert (
        "cliëntenstop: de treden 2, 3 en 4 overgeslagen. Ernst: Groot. Reden: Het kan niet anders."
        in uit
    )
    assert (
        "cliëntenstop: afgeweken van bewijs: Dat is zo besloten. (Di Recteur, 10 februari 2026)"
        in uit
    )
    assert "opening: Mia Manager. Gewoon sturen hielp niet." in uit
    assert "cliëntenstop (trede 5): Di Recteur. Past." in uit
    assert (
        "Minder zwaar dan trede 6 en ook open: Verhogen intensiteit contractmanagement, "
        "Verbeterplan opstellen en uitvoeren."
    ) in uit
    assert (
        "cliëntenstop (nieuwe cliënten): uitgevoerd door 0 van 2 gemeenten; nog niet: Noord, Zuid"
        in uit
    )


def test_plans_and_money_show_what_came_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J39, J43, S15: each point of the plan followed, and what was asked, paid and open."""
    uit = plat(
        bladzijde(
            begin(
                tmp_path / "a", "S", "$G $P m2+@02-17 plan@03-02 planjdg-ja@03-05 uitv-nee@04-20"
            ),
            capsys,
        )
    )
    assert "P1 (T1): Zo, uiterlijk 1 april 2026; plan voldoet: ja; uitgevoerd: nee" in uit
    map_ = begin(tmp_path / "b", "S", "$G fact@02-12 m4+=1000@02-17")
    stam = next((map_ / ZAAK).glob("*-maatregel-terugvordering-*")).stem
    klein_register.schrijf(
        map_, {f"{ZAAK}/2026-03-02-betaling.yaml": f"bij: {stam}\nbedrag: 400.00\nwijze: betaald\n"}
    )
    assert "terugvordering: € 1.000,00; voldaan € 400,00; open € 600,00. Past." in plat(
        bladzijde(map_, capsys)
    )


def test_money_that_is_kept_back_is_not_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J41: a suspension withholds a share; nothing is open to be paid by the provider."""
    uit = plat(bladzijde(begin(tmp_path, "J", "$H jdg-nee@04-08 m4+@04-08"), capsys))
    assert "opschorting: 20 %. Naar verhouding." in uit


def test_what_if_replays_the_case_under_another_regime_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S23, D6: the same facts on the other ladder; what does not exist there is said."""
    map_ = begin(tmp_path, "J", "$H bzw@03-10 T:veilig m5c+@03-11 klaar@03-12")
    voor = {p: p.read_bytes() for p in map_.rglob("*.yaml")}
    uit = plat(bladzijde(map_, capsys, "bloem", "--wat-als", "sma-2026", dag="2026-03-20"))
    assert "WAT ALS: dezelfde feiten onder sma-2026; er wordt niets vastgelegd." in uit
    assert "Bestaat niet onder dit regime: clientenstop." in uit
    assert "Deze overeenkomst kent hier geen bezwaar" in uit
    assert {p: p.read_bytes() for p in map_.rglob("*.yaml")} == voor
    stand = data(map_, capsys, "bloem", "--wat-als", "sma-2026", dag="2026-03-20")
    assert {s["instrument"] for s in stand["volgende"]} >= {"preventie", "opzegging"}
    assert [t["stil"] for t in stand["tekortkomingen"]] == [False]
    assert [t["stil"] for t in data(map_, capsys, dag="2026-03-20")["tekortkomingen"]] == [True]


def test_an_unknown_regime_is_refused_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path, "J", "")
    assert (
        draai(
            [
                "escalatie",
                "toon",
                "bloem",
                "--wat-als",
                "sma-2025",
                "--map",
                str(tmp_path),
                "--vandaag",
                "2026-05-18",
            ]
        )
        == 2
    )
    fout = capsys.readouterr().err
    assert "Er is geen regime 'sma-2025'." in fout
    assert "bedoelt u sma-2026?" in fout


def test_the_standing_is_of_the_day_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--op`: what had happened by then, with the terms of that day."""
    map_ = begin(tmp_path, "J", "$H jdg-nee@04-08 m4+@04-08 verz@04-08 opheff@05-06")
    gezien = [
        (
            data(map_, capsys, "bloem", "--op", op)["trede"],
            [t["verzuim"] for t in data(map_, capsys, "bloem", "--op", op)["tekortkomingen"]],
        )
        for op in ("2026-02-20", "2026-03-10", "2026-04-03", "2026-04-10", "2026-05-07")
    ]
    assert gezien == [(0, ["nee"]), (3, ["nee"]), (3, ["onbekend"]), (4, ["ja"]), (3, ["ja"])]


def test_what_was_recorded_later_was_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--bekend`: the receipt recorded on 10 March is not known on 9 March.

    So the cure term is provisional then.
    """
    map_ = begin(tmp_path, "J", "$H")
    bezorgd = next(map_.glob("bloem/brieven/*/*-bezorgd-*"))
    bezorgd.write_text(
        bezorgd.read_text().replace("vastgelegd: 2026-03-05", "vastgelegd: 2026-03-10")
    )
    for moment, dag, voorlopig in (
        ("2026-03-09", "2026-04-01", True),
        ("2026-03-11", "2026-04-02", False),
    ):
        (rij,) = data(map_, capsys, "bloem", "--bekend", moment)["tekortkomingen"]
        assert (rij["hersteltermijn"], rij["voorlopig"]) == (dag, voorlopig)


def test_one_day_over_is_one_day(capsys: pytest.CaptureFixture[str]) -> None:
    zaak = ("escalatie", "toon", "de-klaproos", "--map", str(VOORBEELD))
    assert draai([*zaak, "--vandaag", "2026-06-10"]) == 0
    gezegd = capsys.readouterr().out
    assert "VOORBIJ, 1 dag " in gezegd
    assert not re.search(r"\b1 dagen", gezegd)


@pytest.mark.parametrize(
    "zaak", sorted(f"{p.parent.parent.name} {p.name}" for p in VOORBEELD.glob("*/escalaties/*"))
)
def test_every_case_of_the_example_names_who_decided_and_where_it_stands(
    zaak: str, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = bladzijde(VOORBEELD, capsys, *zaak.split())
    assert "BESLOTEN DOOR" in uit
    assert re.search(r"(TREDE \d|GESLOTEN|GEOPEND)", uit)
    assert "None" not in uit


@pytest.mark.parametrize(
    ("woorden", "raad", "gevolgd"),
    [
        (
            "geen-eis $G",
            (
                "(eis genoemd): clm correctie bloem 2026-01-12-opening --reden … --wordt "
                "\"tekortkomingen=id=T1 eis='…'\""
            ),
            ("tekortkomingen=id=T1 eis='Wachttijd onder zes weken'",),
        ),
        ("", "(onderzoek): clm escalatie onderzoek bloem --niet-nakoming …", ()),
    ],
)
def test_what_waits_for_a_field_names_the_command_that_records_it(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    woorden: str,
    raad: str,
    gevolgd: tuple[str, ...],
) -> None:
    begin(tmp_path, "J", woorden)
    assert f"Vastleggen {raad}" in " ".join(bladzijde(tmp_path, capsys).split())
    beter = ["correctie", "bloem", "2026-01-12-opening", "--reden", "Vergeten."]
    basis = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    for veld in gevolgd:
        assert draai([*beter, "--wordt", veld, *basis]) == 0, capsys.readouterr().err
        assert "eis genoemd" not in bladzijde(tmp_path, capsys)


def test_acute_danger_that_is_recorded_shows_how_a_step_goes_before_the_hearing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    direct = "Per direct, met onderzoek en horen achteraf"
    map_ = begin(tmp_path / "a", "J", "T:veilig acuut-later")
    uit = plat(bladzijde(map_, capsys, dag="2026-02-10"))
    stop = "clm escalatie maatregel bloem clientenstop --spoed …"
    assert f"{direct} (cliëntenstop): {stop}" in uit
    assert "ontbinding --spoed" not in uit, "of a heavier step it is not offered (J35)"
    kaal = begin(tmp_path / "b", "J", "T:veilig acuut-kaal")
    assert direct not in plat(bladzijde(kaal, capsys, dag="2026-02-10")), "no facts, no danger"
