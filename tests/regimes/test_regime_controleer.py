"""`clm regime controleer`: what is wrong in a regime, and where the contract is open or errs."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.files.lader import Geladen, regimes_van_clm_met_plaats
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Ernst, Melding
from clm_cli.records.regime import Regime
from clm_cli.rules.toets import controleer, controleer_regime
from tests.klein_register import BASIS, lees, schrijf
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

DAG = date(2026, 5, 18)
LEZING = "regime: {}\nvraag: {}\nkeuze: {}\nreden: Zo.\n"


def geladen(map_: Path, regime: str = EIGEN_REGIME, lezing: str | None = None) -> Geladen:
    bestanden = {PAD: regime}
    if lezing:
        bestanden["lezingen/2026-01-02-iets.yaml"] = lezing
    uit = lees(map_, bestanden)
    assert uit.meldingen == ()
    return uit


def gevonden(bekeken: Geladen) -> tuple[Melding, ...]:
    register = bekeken.register.zoals()
    return controleer_regime(register, register.van(Regime)[0], DAG)


def codes(bekeken: Geladen) -> set[str]:
    return {melding.code for melding in gevonden(bekeken)}


def test_a_good_regime_has_only_its_provisional_readings(tmp_path: Path) -> None:
    assert [(m.code, m.tekst.partition(":")[0]) for m in gevonden(geladen(tmp_path))] == [
        ("REG722", "begin-herstel"),
        ("REG722", "bewijs-nodig"),
        ("REG722", "omzet-jaar"),
    ]


def test_a_lezing_settles_a_contradiction_and_an_open_question(tmp_path: Path) -> None:
    """What was decided here is shown as information; the contract itself is what it is."""
    open_ = EIGEN_REGIME.replace(
        "id: bewijs-nodig, soort: open", "id: bewijs-nodig, soort: tegenspraak"
    )
    besloten = gevonden(
        geladen(tmp_path, open_, LEZING.format("eigen-2026", "bewijs-nodig", "soms"))
    )
    assert {(m.code, m.ernst) for m in besloten if m.tekst.startswith("bewijs-nodig")} == {
        ("REG724", Ernst.INFO)
    }
    assert (
        next(m for m in besloten if m.code == "REG724")
        .omdat[0]
        .tekst.startswith("soms (Mia Manager, 2 januari 2026)")
    )


def test_a_cycle_of_instruments_that_wait_for_each_other_is_never_reached(tmp_path: Path) -> None:
    tekst = EIGEN_REGIME.replace(
        "hard: [bedrag, maximum, wederhoor]", "hard: [na-ontvangen]"
    ).replace("        bewijs: [misbruik]\n", "        na: {instrument: ontbinding}\n")
    tekst = tekst.replace("na: {instrument: aanmaning}", "na: {instrument: boete}")
    meldingen = [m for m in gevonden(geladen(tmp_path, tekst)) if m.code == "REG701"]
    assert [m.tekst for m in meldingen] == ["trede 3 (Boete en einde) is nooit te bereiken"]
    assert (
        meldingen[0].omdat[0].tekst
        == "na-ontvangen: 'ontbinding', dat eerst moet komen, kan zelf nooit worden genomen"
    )


def test_a_condition_that_a_reading_can_lift_does_not_close_an_instrument(tmp_path: Path) -> None:
    hard = (
        EIGEN_REGIME.replace("gemotiveerd: [bewijs]", "")
        .replace("hard: [bedrag, maximum, wederhoor]", "hard: [bedrag, maximum, bewijs]")
        .replace("bewijs: [misbruik]", "bewijs: [misstand]")
    )
    assert "REG702" in codes(geladen(tmp_path / "dicht", hard))
    assert "REG702" not in codes(
        geladen(
            tmp_path / "open",
            hard.replace("keuze: ja-altijd, wordt: hard", "keuze: soms, wordt: vervalt"),
        )
    )
    ander = hard.replace(
        "voorwaarde: bewijs, vraag: bewijs-nodig, keuze: ja-altijd, wordt: hard",
        "voorwaarde: maximum, vraag: bewijs-nodig, keuze: soms, wordt: vervalt",
    )
    assert ander != hard
    assert "REG702" in codes(geladen(tmp_path / "ander", ander)), "that lifts another condition"


@pytest.mark.parametrize(
    "naam",
    [
        "verzuim",
        "preventief",
        "grond-genoemd",
        "bewijs-vastgesteld",
        "plan-doorlopen",
        "herstel-uitgebleven",
    ],
)
def test_a_condition_without_what_it_reads_closes_the_instrument(tmp_path: Path, naam: str) -> None:
    assert naam in VOORWAARDEN
    zonder = (
        EIGEN_REGIME.replace(
            "hard: [bedrag, maximum, wederhoor]", f"hard: [bedrag, maximum, {naam}]"
        )
        .replace("soort: herstel", "soort: reactie")
        .replace("bewijs: [misbruik]", "bewijs: [misstand]")
    )
    redenen = [
        reden.tekst
        for m in gevonden(geladen(tmp_path, zonder))
        if m.code == "REG701"
        for reden in m.omdat
    ]
    assert [tekst for tekst in redenen if tekst.startswith(f"{naam}: ")] != []


def test_an_instrument_that_says_nothing_of_a_letter_is_refused_while_reading(
    tmp_path: Path,
) -> None:
    """`brief: geen` is said; a missing or empty letter is not."""
    for nr, (brief, code) in enumerate((("", "REC101"), (", brief: ''", "REC110"))):
        uit = lees(
            tmp_path / str(nr), {PAD: EIGEN_REGIME.replace(", brief: ingebrekestelling", brief)}
        )
        assert [(m.code, "brief" in m.tekst) for m in uit.meldingen] == [(code, True)]


def test_a_term_without_a_unit_is_refused_while_reading(tmp_path: Path) -> None:
    assert [
        m.code
        for m in lees(
            tmp_path, {PAD: EIGEN_REGIME.replace("termijn: 6 weken", "termijn: 6")}
        ).meldingen
    ] == ["REC119"]


def test_an_unknown_condition_keeps_the_instrument_shut(tmp_path: Path) -> None:
    """A hard condition that clm does not know is not skipped: unknown opens nothing."""
    from clm_cli.derivations.escalatie.vervolg import vervolg

    overeenkomst = (
        "titel: Eigen\nregime: eigen-2026\ngemeenten: [noord]\nzorgvormen: [advies]\nlooptijd: "
        "{uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}\n"
    )
    opening = (
        "contracten: [advies]\ntekortkomingen: [{id: T1, verplichting: x, wat: Iets, soort: "
        "[kwaliteit], feiten: Zo.}]\nafweging: {reden: Zo.}\ncoordinatie: mia\nbesloten_door: "
        "mia\n"
    )
    tekst = EIGEN_REGIME.replace("hard: [aanleiding]", "hard: [aanleidng]")
    register = lees(
        tmp_path,
        {
            PAD: tekst,
            "overeenkomsten/sma/overeenkomst.yaml": overeenkomst,
            "bloem/escalaties/2026-02-10-zaak/2026-02-10-opening.yaml": opening,
        },
    ).register.zoals()
    stap = vervolg(
        blik_op(register, register.dossiers["bloem"], DAG), register.dossiers["bloem"].escalaties[0]
    )[0]
    assert (stap.stap.instrument.instrument, stap.mag) == ("waarschuwing", "onbekend")
    assert [(rij.naam, rij.titel) for rij in stap.mist()] == [
        ("aanleidng", "Een voorwaarde die clm niet kent; zij kan dus niet vervuld heten.")
    ]


# -- the two contracts

TEGENSPRAAK = {
    "sdfl-jeugdhulp-2026": (
        "in-werking wederhoor-eerst ook-dreigend stop-alleen-op-kwaliteit bewijs-bij-trede-5-en-6 "
        "opschorten-zonder-ingebrekestelling opschorten-verplicht themas-vast "
        "moment-eerste-classificatie monitoring-dop-of-aoc"
    ),
    "sma-2026": (
        "ingebrekestelling-zonder-verbeterplan in-werking preventie-als-trede toegang-tot-trede-2 "
        "kwaliteit-en-continuiteit tien-werkdagen stop-zonder-wederhoor "
        "tussentijds-niet-verlengen ontbinden-of-opzeggen uiterste-maatregel"
    ),
}
EERST_VRAGEN = {
    "sdfl-jeugdhulp-2026": (
        "antwoord-op-tijd beslisser-bezwaar omzet-jaar omzet-contracten omzet-btw "
        "optie-laten-verlopen optiejaren gemandateerd verslag-definitief"
    ),
    "sma-2026": "bibop plan-op-tijd administratieve-fout",
}
J, S = "sdfl-jeugdhulp-2026", "sma-2026"
LINT: list[tuple[str, str, str, str]] = [
    ("A1", J, "in-werking", "REG720"),
    ("A2", J, "wederhoor-eerst", "REG720"),
    ("A2", J, "antwoord-als-wederhoor", "REG722"),
    ("A2", J, "ook-dreigend", "REG720"),
    ("A4", J, "schorsende-werking", "REG722"),
    ("A4", J, "schorsing-na-laat-bezwaar", "REG722"),
    ("A4", J, "einde-schorsing", "REG722"),
    ("A4", J, "beslisser-bezwaar", "REG721"),
    ("A6", J, "stop-alleen-op-kwaliteit", "REG720"),
    ("A6", J, "speelt-veiligheid", "REG723"),
    ("A8", J, "grond-niet-verlengen", "REG722"),
    ("A8", J, "vastgesteld-ook-misstand", "REG722"),
    ("A8", J, "vastgesteld-door", "REG722"),
    ("A10", J, "een-vorm-volstaat", "REG722"),
    ("A10", J, "vormen-gesloten", "REG722"),
    ("A10", J, "andere-gemeenten", "REG722"),
    ("A16", J, "monitoring-dop-of-aoc", "REG720"),
    ("A18", J, "woord-ladder", "REG725"),
    ("A18", J, "woord-maatregel", "REG725"),
    ("A18", J, "woord-aanbieder", "REG725"),
    ("A18", J, "opdrachtgever-bij-fraude", "REG723"),
    ("A20", J, "opdrachtnemers-schuine-streep", "REG725"),
    ("A20", J, "alle-de-naleving", "REG725"),
    ("A20", J, "een-dezelfde", "REG725"),
    ("A20", J, "voetnoten", "REG726"),
    ("A20", J, "bijlage-11", "REG726"),
    ("B1", S, "ingebrekestelling-zonder-verbeterplan", "REG720"),
    ("B2", S, "in-werking", "REG720"),
    ("B2", S, "preventie-als-trede", "REG720"),
    ("B2", S, "toegang-tot-trede-2", "REG720"),
    ("B4", S, "formele-stappen", "REG722"),
    ("B5", S, "pve-en-plan", "REG722"),
    ("B5", S, "ernst-en-kpis", "REG722"),
    ("B5", S, "kwaliteit-en-continuiteit", "REG720"),
    ("B6", S, "wederhoor-verwijzing", "REG726"),
    ("B6", S, "figuur-1", "REG726"),
    ("B6", S, "andere-stukken", "REG726"),
    ("B10", S, "tussentijds-niet-verlengen", "REG720"),
    ("B11", S, "ontbinden-of-opzeggen", "REG720"),
    ("B11", S, "uiterste-maatregel", "REG720"),
    ("B16", S, "indien-of-als", "REG725"),
    ("B16", S, "voldoen-aan-de-tekortkoming", "REG725"),
    ("B16", S, "bibop", "REG721"),
]


@pytest.fixture(scope="module")
def meegeleverd() -> dict[str, dict[str, Melding]]:
    """Per regime that ships: the meldingen by the id of the question, or by their text."""
    register = regimes_van_clm_met_plaats().register
    return {
        b.record.id: {
            m.tekst.partition(":")[0] if m.code != "REG727" else m.tekst: m
            for m in controleer_regime(register, b, DAG)
        }
        for b in register.van(Regime)
    }


@pytest.mark.parametrize(
    ("rij", "regime", "vraag", "code"), LINT, ids=[f"{rij[0]}-{rij[2]}" for rij in LINT]
)
def test_every_flaw_that_the_readings_list_is_reported(
    meegeleverd: dict[str, dict[str, Melding]], rij: str, regime: str, vraag: str, code: str
) -> None:
    """J34-J49, S03-S22: contradictions, open words and slips, by the name of their question."""
    assert meegeleverd[regime][vraag].code == code


@pytest.mark.parametrize("regime", [J, S])
def test_what_a_contract_deserves_and_nothing_else_is_a_warning(
    meegeleverd: dict[str, dict[str, Melding]], regime: str
) -> None:
    """The regimes themselves are sound: no melding on their own form.

    S08 (empty reference), S09 with S14, S19 (text and heading).
    """
    telt = {
        naam: melding.code
        for naam, melding in meegeleverd[regime].items()
        if melding.ernst is not Ernst.INFO
    }
    assert telt == dict.fromkeys(TEGENSPRAAK[regime].split(), "REG720") | dict.fromkeys(
        EERST_VRAGEN[regime].split(), "REG721"
    )


def test_documents_that_were_not_seen_are_named(meegeleverd: dict[str, dict[str, Melding]]) -> None:
    """J25, S22."""
    stukken = {
        regime: [m.tekst for m in rijen.values() if m.code == "REG727"]
        for regime, rijen in meegeleverd.items()
    }
    assert stukken[J][0] == "niet ingezien: Bijlage 11 Monitoring en sturing"
    assert stukken[S][:4] == [
        "niet ingezien: Figuur 1 Escalatiemodel",
        "niet ingezien: Het PvE",
        "niet ingezien: Het plan van aanpak",
        "niet ingezien: De aanbestedingsdocumenten",
    ]
    assert {regime: len(rijen) for regime, rijen in stukken.items()} == {J: 5, S: 6}


def test_a_melding_on_a_contract_quotes_it_and_tells_what_hangs_on_it(
    meegeleverd: dict[str, dict[str, Melding]],
) -> None:
    melding = meegeleverd[S]["wederhoor-verwijzing"]
    assert (melding.grond, melding.nu) == ("S08", "vraag het stuk op")
    assert [reden.tekst for reden in melding.omdat] == [
        "S08: Dit staat verder beschreven onder 'Preventie en Vroegsignalering'",
        "een vaste keuze is er niet",
        (
            "gevolg: Hoe er wordt onderzocht en gehoord, staat niet in het contract. Leg "
            "bevindingen, uitnodiging, termijn en reactie vast."
        ),
    ]


# -- the command


def test_without_a_register_the_shipped_regimes_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert draai(["regime", "controleer", J]) == 1
    uit = capsys.readouterr().out
    regel = int(
        re.findall(
            r"clm_cli/regimes/sdfl-jeugdhulp-2026\.yaml:(\d+):5\n"
            r"  REG720 waarschuwing  wederhoor-eerst",
            uit,
        )[0]
    )
    bron = (
        (Path(__file__).parents[2] / "clm_cli" / "regimes" / f"{J}.yaml").read_text().splitlines()
    )
    assert bron[regel - 1] == "  - id: wederhoor-eerst"
    assert S not in uit
    assert "19 waarschuwingen, 54 ter informatie." in uit


def test_in_a_register_its_own_regimes_are_checked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME.replace("voorstel: soms", "voorstel: nooit")})
    assert draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026", "--json"]) == 1
    uit = json.loads(capsys.readouterr().out)
    assert uit["schema"] == "clm.regime-controleer/1"
    fout = [rij for rij in uit["gegevens"] if rij["ernst"] == "fout"]
    assert [(rij["code"], rij["plek"]["bestand"], rij["tekst"]) for rij in fout] == [
        ("REG706", PAD, "vraag bewijs-nodig heeft geen keuze 'nooit'; wel: ja-altijd, soms")
    ]
    assert draai(["--map", str(tmp_path), "regime", "controleer"]) == 1
    paden = set(re.findall(r"(?m)^(\S+\.yaml):\d+:\d+$", capsys.readouterr().out))
    assert paden == {PAD, f"clm_cli/regimes/{J}.yaml", f"clm_cli/regimes/{S}.yaml"}


def test_a_regime_with_only_information_is_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME})
    assert draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026"]) == 0
    assert "3 ter informatie." in capsys.readouterr().out


def test_a_regime_that_cannot_be_read_is_reported_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME.replace("termijn: 6 weken", "termijn: 6")})
    assert draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026"]) == 1
    uit = capsys.readouterr().out
    assert re.search(r"^regimes/eigen-2026\.yaml:20:\d+\n  REC119 fout", uit)


def test_a_regime_that_does_not_exist_is_refused_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, BASIS)
    assert draai(["--map", str(tmp_path), "regime", "controleer", "sma-2027"]) == 2
    assert capsys.readouterr().err.endswith(
        "Er is geen regime 'sma-2027'.\n  nu: bedoelt u sma-2026?\n"
    )


def test_controleer_reports_what_is_wrong_in_own_regimes_and_nothing_that_is_good_to_know(
    tmp_path: Path,
) -> None:
    """The questions of the shipped regimes are no meldingen on a register.

    A contradiction in one's own regime is.
    """
    fout = EIGEN_REGIME.replace("voorstel: soms", "voorstel: nooit").replace(
        "id: omzet-jaar, soort: open", "id: omzet-jaar, soort: tegenspraak"
    )
    met = {
        m.code
        for m in controleer(geladen(tmp_path / "fout", fout).register.zoals(), DAG)
        if m.code.startswith("REG")
    }
    zonder = {
        m.code
        for m in controleer(geladen(tmp_path / "goed").register.zoals(), DAG)
        if m.code.startswith("REG")
    }
    assert (met, zonder) == ({"REG706", "REG720"}, set())


def test_controleer_reports_a_lezing_that_chooses_what_a_shipped_regime_does_not_offer(
    tmp_path: Path,
) -> None:
    register = geladen(tmp_path, lezing=LEZING.format(S, "bibop", "wet-bibob")).register.zoals()
    assert [
        (m.code, m.plek.pad, m.tekst)
        for m in controleer(register, DAG)
        if m.plek and m.plek.pad.startswith("lezingen/")
    ] == [
        (
            "REG728",
            "lezingen/2026-01-02-iets.yaml",
            "vraag bibop heeft geen keuze 'wet-bibob'; wel: bibob-onderzoek, niet-gebruiken",
        )
    ]


@pytest.mark.parametrize(
    ("getypt", "raad"),
    [
        ("wederhor", "bedoelt u 'wederhoor'?"),
        ("hoorplicht", "kies uit wederhoor, nieuws-gehoord"),
        ("boetebedrag", "kies uit bedrag, bedrag-volgens-contract"),
        ("instemming-directie", "bedoelt u 'instemming'?"),
        ("btw", "clm regime woorden voorwaarde toont alle voorwaarden"),
    ],
)
def test_a_condition_is_suggested_by_what_it_means(
    getypt: str, raad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regime = EIGEN_REGIME.replace(
        "hard: [onderzoek, wederhoor, hersteltermijn]", f"hard: [onderzoek, {getypt}]"
    )
    schrijf(tmp_path, {**BASIS, PAD: regime})
    draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026", "--json"])
    rijen = json.loads(capsys.readouterr().out)["gegevens"]
    (nu,) = [rij["nu"] for rij in rijen if rij["code"] == "REG704"]
    assert nu.startswith(raad)


def test_an_unknown_condition_is_told_once_and_not_by_what_follows_from_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME})
    draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026", "--json"])
    zonder = [rij["code"] for rij in json.loads(capsys.readouterr().out)["gegevens"]]
    fout = EIGEN_REGIME.replace("hersteltermijn]}", "hersteltermijn, verhoor]}")
    assert fout != EIGEN_REGIME
    schrijf(tmp_path, {PAD: fout})
    draai(["--map", str(tmp_path), "regime", "controleer", "eigen-2026", "--json"])
    met = [rij["code"] for rij in json.loads(capsys.readouterr().out)["gegevens"]]
    assert sorted(met) == sorted([*zonder, "REG704"])
