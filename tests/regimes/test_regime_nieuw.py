"""`clm regime nieuw`, and the contract text beside a regime: quotations, coverage per article."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.regime.contracttekst import artikelen, zover
from clm_cli.derivations.regime.dekking import dekking
from clm_cli.files.lader import laad
from clm_cli.records.regime import Regime
from tests.klein_register import BASIS, schrijf
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

BIJLAGE = """\
# Overeenkomst Beschermd Wonen

Dit is een inleiding.

## Artikel 1 Partijen
De Centrumgemeente is opdrachtgever.

## Artikel 2: Rapportage
2.1 Aanbieder levert elke maand voor de tiende dag de **cijfers** aan.
2.2 Levert Aanbieder te laat, dan geldt het cijfer als niet gehaald.
a. bij herhaling volgt een malus;

3. Einde
De maatregel eindigt na 3 maanden, of eerder.
De overeenkomst kent 4 percelen.
"""


@pytest.mark.parametrize(
    ("nummer", "titel", "tekst"),
    [
        ("1", "Partijen", "De Centrumgemeente is opdrachtgever."),
        ("2.1", "", "Aanbieder levert elke maand voor de tiende dag de cijfers aan."),
        (
            "2.2",
            "",
            (
                "Levert Aanbieder te laat, dan geldt het cijfer als niet gehaald. a. bij herhaling "
                "volgt een malus;"
            ),
        ),
        (
            "3",
            "Einde",
            "De maatregel eindigt na 3 maanden, of eerder. De overeenkomst kent 4 percelen.",
        ),
    ],
)
def test_an_article_has_its_number_its_heading_and_its_words(
    nummer: str, titel: str, tekst: str
) -> None:
    rijen = {rij.nummer: rij for rij in artikelen(BIJLAGE)}
    assert list(rijen) == ["1", "2.1", "2.2", "3"]
    assert (rijen[nummer].titel, rijen[nummer].tekst) == (titel, tekst)


def test_a_long_article_is_quoted_in_whole_sentences_and_to_its_last_word() -> None:
    lang = "Dit is een zin van een contract. " * 40 + "Daarna kan niets meer."
    (artikel,) = artikelen(f"1.1 {lang}")
    assert all(len(stuk) <= 400 and stuk.endswith(".") for stuk in artikel.stukken)
    assert " ".join(artikel.stukken) == lang


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Artikel 1 x\n" + "\n" * 399_000, 1),
        ("Artikel 1 x" + " \t" * 190_000 + "y", 1),
        ("".join(f"Artikel {nr}\n" for nr in range(20_000)), 20_000),
        ("".join(f"Artikel {nr}\n{nr}.1 x\n" for nr in range(9_000)), 9_000),
    ],
)
def test_a_text_of_empty_lines_or_empty_headings_is_soon_read(tekst: str, aantal: int) -> None:
    begin = time.process_time()
    assert len(artikelen(tekst)) == aantal
    assert time.process_time() - begin < 2


def test_up_to_where_a_quotation_is_right() -> None:
    assert zover("binnen tien werkdagen na verzoek", "moet binnen tien dagen na") == "binnen tien"
    assert zover("nergens", "moet binnen tien dagen na") == ""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    schrijf(tmp_path / "r", BASIS)
    (tmp_path / "bijlage.md").write_text(BIJLAGE, encoding="utf-8")
    return tmp_path


def nieuw(map_: Path, *meer: str, id_: str = "bw-2027") -> int:
    return draai(
        [
            *("--map", str(map_ / "r"), "--door", "mia", "regime", "nieuw", id_),
            *("--uit", str(map_ / "bijlage.md"), "--vanaf", "2027-01-01", *meer),
        ]
    )


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_contract_text_may_be_saved_in_another_code(map_: Path, code: str) -> None:
    (map_ / "bijlage.md").write_bytes(BIJLAGE.encode(code))
    assert nieuw(map_) == 0
    assert (map_ / "r/regimes/bw-2027.txt").read_text(encoding="utf-8") == BIJLAGE


def test_the_begin_of_a_regime_quotes_every_article_and_keeps_the_text(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nieuw(map_) == 0
    assert "4 artikelen" in capsys.readouterr().out
    assert (map_ / "r/regimes/bw-2027.txt").read_text(encoding="utf-8") == BIJLAGE
    geladen = laad(map_ / "r")
    assert geladen.meldingen == ()
    regime = geladen.register.zoals().regimes["bw-2027"]
    assert regime.titel == "Overeenkomst Beschermd Wonen"
    assert [(rij.grond.eis, rij.id) for rij in regime.uitgangspunten] == [
        ("1", "artikel-1"),
        ("2.1", "artikel-2-1"),
        ("2.2", "artikel-2-2"),
        ("3", "artikel-3"),
    ]
    assert draai(["--map", str(map_ / "r"), "regime", "controleer", "bw-2027"]) == 1
    uit = " ".join(capsys.readouterr().out.split())
    assert "REG730" not in uit
    assert "2 waarschuwingen" in uit  # the parties
    assert "4 bepalingen: 0 uitgevoerd, 4 alleen getoond, 0 niet; 4 citaten nagekeken" in uit


def test_a_begin_holds_every_sentence_of_a_long_article(map_: Path) -> None:
    zinnen = [
        f"Zin {nr} zegt wat aanbieder in dat geval binnen vijf dagen doet." for nr in range(9)
    ]
    kop = "Overeenkomst Huishoudelijke Ondersteuning " + "en wat daarbij hoort " * 8
    (map_ / "bijlage.md").write_text(f"{kop}\n4.3 {' '.join(zinnen)}\n", encoding="utf-8")
    assert nieuw(map_) == 0
    regime = laad(map_ / "r").register.zoals().regimes["bw-2027"]
    rijen = [rij for rij in regime.uitgangspunten if rij.grond.eis == "4.3"]
    assert [rij.id for rij in rijen] == ["artikel-4-3", "artikel-4-3-deel-2"]
    assert " ".join(rij.grond.tekst for rij in rijen) == " ".join(zinnen)
    assert f"{kop} ".startswith(f"{regime.titel} ")  # whole words of the first line


def test_a_long_article_is_cut_between_its_parts_and_never_inside_a_sentence(map_: Path) -> None:
    delen = [
        f"{letter}. Begrip {letter}: wat daaronder valt; ook als {'het anders heet, of ' * 6}niet;"
        for letter in "abcd"
    ]
    tekst = "\n".join(("4.3 Hierin wordt verstaan onder:", *delen))
    (map_ / "bijlage.md").write_text(f"Overeenkomst\n{tekst}\n", encoding="utf-8")
    assert nieuw(map_) == 0
    regime = laad(map_ / "r").register.zoals().regimes["bw-2027"]
    rijen = [rij.grond.tekst for rij in regime.uitgangspunten]
    assert len(rijen) > 1
    assert {rij[:3] for rij in rijen[1:]} <= {"b. ", "c. ", "d. "}
    assert all(rij.endswith("niet;") for rij in rijen)


def test_what_exists_is_never_made_again_and_a_text_without_articles_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nieuw(map_, id_="sma-2026") == 2
    assert "Regime sma-2026 bestaat al" in capsys.readouterr().err
    (map_ / "bijlage.md").write_text("Geen nummers.\n", encoding="utf-8")
    assert nieuw(map_) == 2
    assert "geen genummerd artikel" in capsys.readouterr().err
    veel = "".join(f"Artikel {nr}\nTekst.\n" for nr in range(1_001))
    (map_ / "bijlage.md").write_text(veel, encoding="utf-8")
    assert nieuw(map_) == 2
    assert "meer dan 1000 genummerde artikelen" in capsys.readouterr().err
    (map_ / "bijlage.md").write_text("woord " * 4_001, encoding="utf-8")
    assert nieuw(map_) == 2
    assert "bijlage.md is te lang om te lezen, of zegt duizenden keren" in capsys.readouterr().err
    assert not (map_ / "r/regimes").exists()
    assert nieuw(map_, "--vanaf", "morgen") == 2


@pytest.fixture
def met_tekst(tmp_path: Path) -> Path:
    regime = EIGEN_REGIME.replace(
        "bron: {titel: Eigen contract}", "bron: {titel: X, bestand: x.md}"
    )
    schrijf(tmp_path, {**BASIS, PAD: regime})
    woorden = [
        *("Partijen werken", "Boven wordt besloten", "bij klachten", "binnen 2 weken"),
        "Opdrachtnemer levert de zorg",
        *("binnen een redelijke termijn", "binnen 6 weken bezwaar maken"),
        *("Opdrachtgever waarschuwt", "Opdrachtgever maant aan", "een boete of het einde"),
        *("bij fraude", "bij opzet"),
    ]
    (tmp_path / "regimes/x.md").write_text("\n".join(woorden) + "\n", encoding="utf-8")
    return tmp_path


def test_a_quotation_that_is_not_in_the_text_is_found_with_where_it_goes_wrong(
    met_tekst: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clm = ["--map", str(met_tekst), "regime", "controleer", "eigen-2026"]
    assert draai(clm) == 0
    assert "REG730" not in capsys.readouterr().out
    pad = met_tekst / PAD
    pad.write_text(pad.read_text().replace("binnen 6 weken bezwaar", "binnen 6 werkdagen bezwaar"))
    assert draai(clm) == 1
    uit = " ".join(capsys.readouterr().out.split())
    assert "REG730 fout 'binnen 6 werkdagen bezwaar maken' staat zo niet in de contracttekst" in uit
    assert "tot en met 'binnen 6' staat het er wel" in uit


def test_without_the_text_it_is_said_that_nothing_was_looked_up(
    met_tekst: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (met_tekst / "regimes/x.md").unlink()
    assert draai(["--map", str(met_tekst), "regime", "controleer", "eigen-2026"]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "de citaten zijn niet nagekeken: regimes/x.md is er niet" in uit


# coverage


def regime(**velden: object) -> Regime:
    boom = {"id": "x", "titel": "X", "geldig_vanaf": "2026-01-01", "bron": {"titel": "X"}}
    return Regime.model_validate({**boom, **velden})


def grond(eis: str, tekst: str = "…") -> dict[str, str]:
    return {"eis": eis, "tekst": tekst}


def test_an_article_is_carried_out_only_shown_or_nowhere() -> None:
    gelezen = regime(
        uitgangspunten=[
            {"id": "iets", "titel": "Iets", "grond": grond("1 lid 2")},
            {"id": "voorbereiden", "titel": "Iets", "grond": grond("4")},
        ],
        signaalsoorten=[{"id": "klacht", "titel": "Klacht", "grond": grond("2.1 onder b")}],
        niet_ingezien=[{"stuk": "PvE", "grond": grond("bijlage 9")}],
    )
    tekst = "1.1 Een.\n1.2 Twee.\n2.1 Drie.\n3. Vier\nwoorden\n4. Vijf\nwoorden\n"
    assert [
        (rij.eis, rij.uitvoering, rij.plaatsen) for rij in dekking(gelezen, artikelen(tekst))
    ] == [
        ("1.1", "niet", ()),
        ("1.2", "alleen getoond", ("uitgangspunten",)),
        ("2.1", "uitgevoerd", ("signaalsoorten",)),
        ("3", "niet", ()),
        ("4", "uitgevoerd", ("uitgangspunten",)),
        ("bijlage 9", "alleen getoond", ("niet_ingezien",)),
    ]


def test_of_an_article_that_is_carried_out_what_nothing_carries_out_is_named() -> None:
    """A sentence that no element quotes, and a term or day that none of them holds."""
    tekst = (
        "1.1 Signaal. Leverancier antwoordt binnen vijf werkdagen. Hij betaalt dan 1,5 % rente.\n"
        "1.2 Het horen volgt binnen drie werkdagen, uiterlijk op 1 februari.\n"
        "1.3 Dit kan:\na. een stop van ten hoogste 2 maanden; de directie tekent.\nb. iets.\n"
    )
    termijn = {
        "soort": "reactie",
        "titel": "Antwoord",
        "partij": "aanbieder",
        "gevolg": "niets",
        "termijn": "5 werkdagen",
        "grond": grond("1.1", "antwoordt binnen vijf werkdagen"),
    }
    horen = {"id": "k", "titel": "K", "grond": grond("1.2", "horen volgt binnen drie werkdagen")}
    duur = {"hoogstens": "2 maanden", "grond": grond("1.3", "een stop van ten hoogste 2 maanden")}
    stop = {"instrument": "stop", "titel": "Stop", "aard": "kan", "brief": "geen", "duur": duur}
    trede = {"trede": "1", "titel": "S", "formeel": "ja", "instrumenten": [stop]}
    gelezen = regime(
        termijnen=[termijn],
        signaalsoorten=[horen],
        treden=[{**trede, "grond": grond("9", "een bijlage")}],
        niet_ingezien=[{"stuk": "PvE", "grond": grond("1.3", "b. iets.")}],
    )
    rijen = {rij.eis: (rij.uitvoering, rij.open) for rij in dekking(gelezen, artikelen(tekst))}
    assert rijen == {
        "1.1": ("uitgevoerd", ("'Hij betaalt dan 1,5 % rente.'",)),
        "1.2": ("uitgevoerd", ("3 werkdagen", "1 februari")),
        "1.3 onder a": ("uitgevoerd", ("'de directie tekent.'",)),
        "1.3 onder b": ("alleen getoond", ()),
        "9": ("uitgevoerd", ()),
    }


def test_own_ids_of_clauses_say_nothing_of_missing_articles(
    capsys: pytest.CaptureFixture[str],
) -> None:
    eigen = regime(niet_ingezien=[{"stuk": "PvE", "grond": grond("X01")}])
    assert [rij.eis for rij in dekking(eigen, artikelen(BIJLAGE))] == ["X01"]
    assert draai(["regime", "dekking", "sma-2026"]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "of er artikelen ontbreken is zonder nummers niet te zien" in uit


def test_what_belongs_to_a_ladder_does_nothing_without_one() -> None:
    vorm = {"id": "vals", "titel": "Vals", "hoort_bij": "misbruik", "elementen": ["opzet"]}
    maatregel = {"id": "overleg", "titel": "Overleg", "grond": grond("2")}
    zonder = regime(bewijsvormen=[{**vorm, "grond": grond("1")}], maatregelen=[maatregel])
    assert [rij.uitvoering for rij in dekking(zonder, ())] == ["alleen getoond"] * 2
    stap = {"instrument": "boete", "titel": "Boete", "aard": "kan", "brief": "boete"}
    instrumenten = [{**stap, "bewijs": ["misbruik"]}]
    trede = {"trede": "1", "titel": "Boete", "formeel": "ja", "instrumenten": instrumenten}
    met = zonder.model_copy(
        update={"treden": regime(treden=[{**trede, "grond": grond("3")}]).treden}
    )
    assert {rij.eis: rij.uitvoering for rij in dekking(met, ())} == dict.fromkeys(
        ("1", "2", "3"), "uitgevoerd"
    )


def test_the_coverage_of_a_shipped_regime_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(["regime", "dekking", "sma-2026", "--json"]) == 0
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    assert gegevens["citaten_nagekeken"] is None
    stand = {rij["eis"]: rij["uitvoering"] for rij in gegevens["bepalingen"]}
    assert (stand["S12"], stand["S22"]) == ("uitgevoerd", "alleen getoond")
    assert stand["S04"] == "uitgevoerd"  # the governing board is asked at each formal step


def test_a_principle_is_carried_out_where_an_instrument_asks_what_guards_it() -> None:
    deel = {"id": "rustig", "titel": "Rustig", "grond": grond("1"), "bewaakt_door": ["wederhoor"]}
    zonder = regime(uitgangspunten=[deel])
    assert [rij.uitvoering for rij in dekking(zonder, ())] == ["alleen getoond"]
    stap = {"instrument": "boete", "titel": "Boete", "aard": "kan", "brief": "boete"}
    instrumenten = [{**stap, "voorwaarden": {"hard": ["wederhoor"]}}]
    trede = {"trede": "1", "titel": "Boete", "formeel": "ja", "instrumenten": instrumenten}
    met = zonder.model_copy(
        update={"treden": regime(treden=[{**trede, "grond": grond("3")}]).treden}
    )
    assert {rij.eis: rij.uitvoering for rij in dekking(met, ())}["1"] == "uitgevoerd"
