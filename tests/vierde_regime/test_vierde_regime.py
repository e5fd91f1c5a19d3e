"""A contract for an ICT service adds files only: its regime is clean, covered and carried out."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.brieven.einde import boetes, loopt_door
from clm_cli.derivations.brieven.inhoud import stel_samen
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.factuurlijst import elders_gevorderd
from clm_cli.derivations.escalatie.vervolg import vervolg
from clm_cli.derivations.escalatie.voorwaarden import bedragen
from clm_cli.derivations.rapport import zorgen
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.derivations.regime.contracttekst import artikelen
from clm_cli.derivations.regime.dekking import dekking
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import Kijk, blik_op
from clm_cli.records.brief import Briefkaart
from clm_cli.rules.toets import controleer
from clm_cli.tijd.periode import lees_periode
from tests.klein_register import BASIS, register, schrijf
from tests.vierde_regime.ictzaak import HIER, REGIME, Antwoorden, Bouw

TEKST = "bijlage-beheer-en-naleving.md"
TOT_DE_KORTING = "$G m:aanm@02-16:portaal fact@02-17 her-nee@03-05 m:korting@03-10:portaal"


def doe(map_: Path, capsys: pytest.CaptureFixture[str], dag: str, *woorden: str) -> str:
    kop = ("--map", str(map_), "--vandaag", dag, "--door", "mia")
    draai([*woorden, *kop])
    return "".join(capsys.readouterr())


def geschreven(map_: Path, feiten: str) -> Path:
    schrijf(map_, {**BASIS, **Bouw(feiten).bestanden})
    shutil.copy(HIER / TEKST, map_ / "regimes" / TEKST)
    return map_


def test_the_regime_is_clean_its_words_are_in_the_text_and_its_coverage_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = geschreven(tmp_path, "")
    uit = doe(map_, capsys, "2026-02-20", "regime", "controleer", "zaakportaal-2026")
    assert "\n3 ter informatie." in uit
    assert " citaten nagekeken in regimes/bijlage-beheer-en-naleving.md" in " ".join(uit.split())
    assert "alleen getoond: 2.3, 22.1, 23.1, 24.1" in " ".join(uit.split())


@pytest.mark.parametrize(
    ("weg", "hoe"),
    [
        ("geen", ["uitgevoerd", "uitgevoerd", "uitgevoerd"]),
        ("7.2 onder b", ["uitgevoerd", "niet", "uitgevoerd"]),
    ],
)
def test_a_part_of_an_article_is_covered_by_what_names_that_part(
    weg: str, hoe: list[str], tmp_path: Path
) -> None:
    """7.2 has a, b and c: what is done with a and c says nothing of b."""
    bestanden = Bouw("").bestanden
    regels = bestanden[REGIME].splitlines()
    bestanden[REGIME] = "\n".join(rij for rij in regels if f'"{weg}"' not in rij) + "\n"
    regime = register(tmp_path, bestanden).regimes["zaakportaal-2026"]
    rijen = {
        rij.eis: rij.uitvoering
        for rij in dekking(regime, artikelen((HIER / TEKST).read_text(encoding="utf-8")))
    }
    assert [rijen[f"7.2 onder {letter}"] for letter in "abc"] == hoe
    assert "7.2" not in rijen


def test_the_page_shows_each_construct(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit = doe(geschreven(tmp_path, ""), capsys, "2026-02-20", "regime", "toon", "zaakportaal-2026")
    for zin in (
        "portaal: op de dag zelf, altijd",
        "aangetekend: 3 werkdagen na verzending, tot een andere dag blijkt",
        "alleen: portaal, aangetekend, uitgereikt",
        "daarna  stap-mogelijk: controle",
        "daarna  goedgekeurd",
        "daarna  vervallen: korting",
        "andere termijnen: staat-stil",
        "zonder beslissing: toegewezen",
        "een laatste dag die geen werkdag is: niet",
        "7.2 onder a",
    ):
        assert zin in uit, zin


LEEST = (
    "escalatie toon bloem",
    "escalatie gelijk bloem",
    "toon bloem",
    "tijdlijn bloem",
    "werklijst --uitgebreid",
    "controleer",
    "regime proef zaakportaal-2026",
)
MAAKT = (
    "brief maak bloem adviesnota --concept",
    "brief maak bloem gespreksnotitie --concept",
    "brief maak bloem bevestiging-bezwaar --concept",
    "brief maak bloem aanmaningsbrief --concept",
    "brief maak bloem opheffing --concept",
    "rapport regio 2026-K1",
    "rapport aanbieder bloem 2026-K1",
    "overdracht bo bloem --vanaf 2026-03-02 --ja",
    "exporteer bundel bloem",
    "exporteer html",
)


def test_nothing_speaks_of_a_trede_that_the_contract_does_not_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """8.1: Deze bijlage kent geen treden."""
    feiten = "$G m:uitleg@02-16:portaal m:aanm@02-16:portaal m:plan@02-17:portaal bzw@02-18"
    map_ = geschreven(tmp_path, f"{feiten} heft@02-19")
    eigen = {pad for pad in map_.rglob("*") if pad.is_file()}
    for opdracht in LEEST:
        uit = doe(map_, capsys, "2026-02-20", *opdracht.split())
        assert not re.search(r"(?i)\btreden? \d|\bladder\b", uit), (opdracht, uit)
        assert "bloem" in uit.lower() or "zaakportaal" in uit, opdracht
    assert "VAN KRACHT: aanmaning" in doe(map_, capsys, "2026-02-20", *LEEST[0].split())
    for opdracht in MAAKT:
        assert "geschreven" in doe(map_, capsys, "2026-02-20", *opdracht.split()), opdracht
    gemaakt = {pad for pad in map_.rglob("*.*") if pad.suffix in (".md", ".html")} - eigen
    assert len(gemaakt) >= len(MAAKT)
    for pad in gemaakt:
        gevonden = re.search(r"(?i).{60}\b(treden? \d|op een trede).{40}", pad.read_text("utf-8"))
        assert gevonden is None, (pad.name, gevonden)


@pytest.mark.parametrize(
    ("naam", "rapport", "oordeel"),
    [
        ("naam: rapport, ", "2026-03-12", "2026-03-23"),  # three working days, and ten
        ("naam: oordeel, ", "2026-03-17", "2026-03-12"),  # six, and three
        ("", "2026-03-12", "2026-03-12"),  # every term of this kind
    ],
)
def test_a_contract_names_the_one_own_term_that_it_sets_otherwise(
    tmp_path: Path, naam: str, rapport: str, oordeel: str
) -> None:
    """12.2 and 11.2 from receipt by the portal on Monday 9 March."""
    feiten = "$G m:uitleg@02-16:portaal m:controle@03-02:portaal rapport@03-09:portaal "
    bestanden = Bouw(f"{feiten} m:plan@03-02:portaal plan-in@03-09").bestanden
    pad = "bloem/contracten/ict/contract.yaml"
    anders = f"{{termijn: eigen, {naam}wordt: 3 werkdagen, vanaf: 2026-01-01, grond: brief}}"
    bestanden[pad] = f"{bestanden[pad]}afwijkingen: [{anders}]\n"
    blik = blik_op(register(tmp_path, bestanden), "bloem", date(2026, 3, 10))
    dagen = {p.wat.partition(" (")[0]: str(p.uiterlijk) for p in alle_werkpunten(blik)}
    assert dagen["Reactie op het controlerapport"] == rapport
    assert dagen["Oordeel over het herstelplan"] == oordeel


def test_a_measure_that_lapsed_by_silence_is_one_line_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = geschreven(tmp_path, "$G m:plan@02-16:portaal bzw@02-23")
    assert "herstelplan: bezwaar" not in doe(map_, capsys, "2026-03-16", "controleer")
    uit = doe(map_, capsys, "2026-03-16", "werklijst")
    assert "Beslissing op het bezwaar" in uit
    assert "vervallen" not in uit
    uit = doe(map_, capsys, "2026-03-17", "werklijst")
    assert "De maatregel is vervallen (herstelplan)" in uit
    assert "Beslissing op het bezwaar" not in uit
    assert "het is toegewezen (18.2)" in " ".join(
        doe(map_, capsys, "2026-03-17", "escalatie", "toon", "bloem").split()
    )


def test_an_amount_that_lapsed_by_silence_is_claimed_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """18.2: within fifteen working days, so until Thursday 2 April; then the measure lapses."""
    feiten = "$G m:aanm@02-16:portaal fact@02-17 her-nee@03-05 m:korting@03-10:portaal bzw@03-12"
    map_ = geschreven(tmp_path, feiten)
    gezegd = {
        dag: " ".join(doe(map_, capsys, dag, "escalatie", "toon", "bloem").split())
        for dag in ("2026-04-02", "2026-04-03")
    }
    assert "verjaart" in gezegd["2026-04-02"]
    assert "; open € 100,00" in gezegd["2026-04-02"]
    assert "verjaart" not in gezegd["2026-04-03"]
    assert "; open € 100,00" not in gezegd["2026-04-03"]
    assert "€ 100,00. Te laat." in gezegd["2026-04-03"]


@pytest.mark.parametrize(
    ("oud", "nieuw", "woorden"),
    [
        ("    termijn: 8 werkdagen\n", "    termijn: 48 uur\n", "uren worden niet geteld"),
        ("    daarna: goedgekeurd\n", "    daarna: akkoord\n", "goedgekeurd, staat-vast"),
        ("    tot: oordeel-plan\n", "", "oordeel: niets beëindigt de termijn"),
        (", termijn-laat-toe]}", "]}", "controle heeft de voorwaarde termijn-laat-toe niet"),
        ("    begin: ontvangst-plan\n", "    begin: gedeeld\n", "eigen kan niet bij 'gedeeld' beg"),
    ],
)
def test_one_fault_in_it_is_found_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], oud: str, nieuw: str, woorden: str
) -> None:
    map_ = geschreven(tmp_path, "")
    tekst = (map_ / REGIME).read_text(encoding="utf-8")
    assert oud in tekst
    (map_ / REGIME).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    uit = doe(map_, capsys, "2026-02-20", "regime", "controleer", "zaakportaal-2026")
    assert woorden in " ".join(uit.split())


def test_a_made_up_case_is_played_with_the_days_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = geschreven(tmp_path, "")
    uit = doe(map_, capsys, "2026-02-16", "regime", "proef", "zaakportaal-2026")
    # sent by each way that is writing: eight working days after the last of them, the 19th
    assert "met dinsdag 3 maart 2026. Blijft de uitleg uit" in uit


@pytest.mark.parametrize(("dag", "over"), [("04-02", "50.00"), ("04-03", "150.00")])
def test_what_lapsed_by_our_silence_takes_nothing_of_a_cap(
    tmp_path: Path, dag: str, over: str
) -> None:
    """18.2: the objection of 12 March had to be decided by 2 April; then it is gone."""
    bestanden = Bouw(f"{TOT_DE_KORTING} bzw@03-12").bestanden
    plafond = (
        'plafonds: [{id: samen, titel: "Samen", instrumenten: [korting], bedrag: 150.00, '
        'grond: {eis: "14.1", tekst: "een korting opleggen"}}]\n'
    )
    bestanden[REGIME] = bestanden[REGIME].replace("\nbewijsvormen:", f"\n{plafond}\nbewijsvormen:")
    blik = blik_op(register(tmp_path, bestanden), "bloem", date.fromisoformat(f"2026-{dag}"))
    stappen = vervolg(blik, blik.dossier.escalaties[0])
    (stap,) = (s.stap for s in stappen if s.stap.instrument.instrument == "korting")
    assert str(bedragen._over(stap, bedragen._plafonds(stap)[0])) == over


@pytest.mark.parametrize(("dag", "twee_keer"), [("04-02", ["F-9"]), ("04-03", [])])
def test_an_invoice_is_claimed_again_when_the_claim_lapsed_by_our_silence(
    tmp_path: Path, dag: str, twee_keer: list[str]
) -> None:
    """18.2: with the measure its list of invoices is gone."""
    bouw = Bouw(f"{TOT_DE_KORTING} bzw@03-12")
    regels = "regels: [{nummer: F-9, bedrag: 100.00, grond: Te laat.}]\n"
    bouw.schrijf("03-11", "facturen", f"bij: {bouw.maatregel}\n{regels}")
    bouw.schrijf("03-20", "facturen", f"bij: 2026-01-12-opening\n{regels}")
    reg = register(tmp_path, bouw.bestanden)
    blik = blik_op(reg, "bloem", date.fromisoformat(f"2026-{dag}"))
    assert [regel.nummer for regel, _ in elders_gevorderd(blik, None)] == twee_keer
    dubbel = [m for m in controleer(reg, blik.vandaag) if m.code == "LAD425"]
    assert len(dubbel) == len(twee_keer)


@pytest.mark.parametrize(("dag", "uiterlijk"), [("04-02", []), ("04-10", ["2026-04-03"])])
def test_what_we_kept_back_is_paid_from_the_day_on_which_it_lapsed_by_our_silence(
    tmp_path: Path, dag: str, uiterlijk: list[str]
) -> None:
    """18.2, 6:52 BW: without the measure there is no ground to keep anything back."""
    bouw = Bouw(f"{TOT_DE_KORTING} bzw@03-12")
    tekst = f"bij: {bouw.maatregel}\nbedrag: 60.00\nwijze: ingehouden\n"
    bouw.schrijf("03-15", "betaling", tekst)
    blik = blik_op(register(tmp_path, bouw.bestanden), "bloem", date.fromisoformat(f"2026-{dag}"))
    punten = [p for p in alle_werkpunten(blik) if p.soort == "uitbetalen"]
    assert [str(p.uiterlijk) for p in punten] == uiterlijk
    assert all("niet beslist" in p.omdat[0].tekst for p in punten)


@pytest.mark.parametrize(("dag", "kortingen"), [("04-02", 1), ("04-03", 0)])
def test_no_report_counts_a_measure_that_lapsed_by_our_silence(
    tmp_path: Path, dag: str, kortingen: int
) -> None:
    reg = register(tmp_path, Bouw("$G m:korting@03-10:portaal bzw@03-12").bestanden)
    kijk = Kijk(reg, date.fromisoformat(f"2026-{dag}"))
    venster = Venster(kijk, lees_periode("2026"), "intern")
    genomen = [naam for naam, _ in zorgen.verloop(venster) if "korting" in naam]
    lopen = [reden for _, reden in zorgen.per_trede(venster) if "korting" in reden.tekst]
    assert (len(genomen), len(lopen)) == (kortingen, kortingen)


@pytest.mark.parametrize(("dag", "naast"), [("04-02", 1), ("04-03", 0)])
def test_a_fine_that_lapsed_by_our_silence_stands_beside_nothing(
    tmp_path: Path, dag: str, naast: int
) -> None:
    """18.2, 6:92 BW: the cure term for the same shortcoming runs on when he is fined."""
    bouw = Bouw(f"{TOT_DE_KORTING} bzw@03-12")
    bestanden = {
        p: t and t.replace("termijn: 14 d", "termijn: 32 d") for p, t in bouw.bestanden.items()
    }
    reg = register(tmp_path, bestanden)
    gevonden = controleer(reg, date.fromisoformat(f"2026-{dag}"))
    assert len([m for m in gevonden if m.code == "LAD427"]) == naast


@pytest.mark.parametrize(
    ("dag", "loopt", "boete"),
    [("04-02", ("korting",), "de korting van €\xa0100,00"), ("04-03", (), "")],
)
def test_no_letter_tells_of_what_lapsed_by_our_silence_as_if_it_ran(
    tmp_path: Path, dag: str, loopt: tuple[str, ...], boete: str
) -> None:
    """18.2: what we lift leaves nothing of it behind."""
    bouw = Bouw("$G m:korting@03-10:portaal bzw@03-12 m:aanm@03-20:portaal heft@03-25")
    (pad,) = (pad for pad in bouw.bestanden if "-opheffing-" in pad)
    reg = register(tmp_path, bouw.bestanden)
    dossier = reg.dossiers["bloem"]
    kaart = Briefkaart.model_validate(
        {
            "richting": "uitgaand",
            "soort": "opheffing",
            "onderwerp": "Opheffing",
            "datum": f"2026-{dag}",
            "contracten": ["ict"],
            "escalatie": "escalaties/2026-01-12-zaak",
            "bij": pad.removeprefix("bloem/")[:-5],
        }
    )
    (contract,) = dossier.contracten
    soort = briefsoort("opheffing", contract.regime)
    assert soort is not None
    inhoud = stel_samen(reg, dossier, soort, kaart, contract)
    assert (loopt_door(inhoud), ", ".join(boetes(inhoud))) == (loopt, boete)


@pytest.mark.parametrize(
    ("bezwaar", "geteld"), [("", True), ("bzw@02-23 besl@02-24:portaal", False)]
)
def test_a_term_shows_how_it_was_counted_until_an_objection_moved_it(
    tmp_path: Path, bezwaar: str, geteld: bool
) -> None:
    antwoorden = Antwoorden(tmp_path, "02-25", f"$G m:plan@02-16:portaal {bezwaar}")
    (punt,) = (p for p in antwoorden.punten if p.soort == "verbeterplan")
    assert (punt.berekening is not None) is geteld
