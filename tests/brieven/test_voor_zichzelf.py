"""Who is party to the contract writes for itself, on nobody's behalf (3:60 BW)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.brieven.register_advies import ADVIES
from tests.brieven.volle_registers import bouw, brief_van, maak, opdrachten

SMA = "overeenkomsten/sma/overeenkomst.yaml"
ZELF = {
    SMA: ADVIES[SMA].replace("gemeenten:", "opdrachtgever: zelf\n        gemeenten:"),
    "organisatie.yaml": ADVIES["organisatie.yaml"].partition("    volmachten:")[0],
}


@pytest.mark.parametrize(
    "soort", ["antwoord", "verzoek-verbeterplan", "bevindingen", "terugvordering", "verlenging"]
)
def test_a_letter_of_a_party_itself_speaks_for_nobody_else(
    soort: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gekozen,) = (o for o in opdrachten("S") if o.id == soort)
    bouw(tmp_path, "S", gekozen.dag, ZELF)
    assert maak(tmp_path, "S", gekozen, "--vorm", "md") == 0, capsys.readouterr().err
    brief = (brief_van(tmp_path, "S", gekozen) / "brief.md").read_text(encoding="utf-8")
    tekst = " ".join(brief.split())
    assert not re.findall(r"namens (?:de |ons )?\w+|volmacht\w*", tekst, re.IGNORECASE)
    assert re.search(r"(Hoogachtend|groet), Regio Lindestroom\b", tekst)
    if soort != "antwoord":
        assert "U heeft met ons, Regio Lindestroom (hierna: de Opdrachtgever), de over" in tekst
    assert ("# 1. Over welke overeenkomst " in tekst) is (soort == "verlenging")
    verrekenen = "kunnen wij het bedrag verrekenen met uw facturen (artikel 6:127 BW)"
    assert (verrekenen in tekst) is (soort == "terugvordering")


def test_without_it_the_same_letter_asks_for_the_power(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gekozen,) = (o for o in opdrachten("S") if o.id == "verzoek-verbeterplan")
    bouw(tmp_path, "S", gekozen.dag, ZELF | {SMA: ADVIES[SMA]})
    assert maak(tmp_path, "S", gekozen, "--vorm", "md") == 2
    assert "volmacht van Lindestad, Oeverdam" in " ".join(capsys.readouterr().err.split())


def test_the_dossier_says_that_no_power_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bouw(tmp_path, "S", "2026-03-02", ZELF)
    assert draai(["--map", str(tmp_path), "--vandaag", "2026-03-02", "toon", "meetpunt"]) == 0
    assert "olmacht sma: niet nodig, wij zijn zelf opdrachtgever" in capsys.readouterr().out


EEN_VAN = ADVIES["organisatie.yaml"].replace(
    "    gemeenten:", "    gemeente: lindestad\n    gemeenten:", 1
)
ZONDER_EIGEN = re.sub(r"(?m)^ +- \{gemeente: lindestad[^}]*\}\n", "", EEN_VAN)


def test_one_of_the_municipalities_needs_no_power_of_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The organisation is Lindestad: only Oeverdam has to give it power (3:60 BW)."""
    assert ZONDER_EIGEN != EEN_VAN
    (gekozen,) = (o for o in opdrachten("S") if o.id == "ingebrekestelling")
    bouw(tmp_path, "S", gekozen.dag, {"organisatie.yaml": ZONDER_EIGEN})
    assert maak(tmp_path, "S", gekozen, "--vorm", "md") == 0, capsys.readouterr().err
    tekst = " ".join((brief_van(tmp_path, "S", gekozen) / "brief.md").read_text("utf-8").split())
    assert "Wij schrijven u mede namens de gemeente Oeverdam (hierna samen: de Opdr" in tekst
    assert "Hoogachtend, mede namens de gemeente Oeverdam, krachtens volmacht, Regio" in tekst
    assert "Lindestad en Oeverdam" not in tekst


def test_without_the_power_of_the_other_it_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zonder = EEN_VAN.partition("    volmachten:")[0]
    (gekozen,) = (o for o in opdrachten("S") if o.id == "verzoek-verbeterplan")
    bouw(tmp_path, "S", gekozen.dag, {"organisatie.yaml": zonder})
    assert maak(tmp_path, "S", gekozen, "--vorm", "md") == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert "volmacht van Oeverdam" in fout


def test_the_only_municipality_of_a_contract_writes_for_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alleen = EEN_VAN.partition("    volmachten:")[0]
    sma = re.sub(r"gemeenten: \[[^]]*\]", "gemeenten: [lindestad]", ADVIES[SMA])
    bouw(tmp_path, "S", "2026-03-02", {"organisatie.yaml": alleen, SMA: sma})
    assert draai(["--map", str(tmp_path), "--vandaag", "2026-03-02", "toon", "meetpunt"]) == 0
    assert "olmacht sma: niet nodig, wij zijn zelf opdrachtgever" in capsys.readouterr().out
