"""What a provider owes under more contracts is asked once, and one answer counts for all (J54)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clm_cli.derivations.aanlevering import open_cijfers
from clm_cli.kijk import blik_op
from tests.klein_register import KOP, VANDAAG, punten, register, soort

RAAM = "overeenkomsten/raam/verplichtingen.yaml"
SMA = "overeenkomsten/sma/verplichtingen.yaml"


def plicht(id_: str, meer: str = "") -> str:
    return (
        f"verplichtingen:\n  - {{id: {id_}, soort: verplichting, wat: Jaarrekening, "
        f"partij: aanbieder, kant: AOC, uiterlijk: 2026-06-01{meer}}}\n"
    )


def jaarrekening(map_: Path, bestanden: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    rijen = soort(punten(map_, bestanden), "verplichting")
    return [(punt.wat, tuple(sorted(punt.contracten))) for punt in rijen]


def test_two_obligations_on_one_document_ask_twice_until_they_are_said_to_be_one(
    tmp_path: Path,
) -> None:
    los = {RAAM: plicht("V-01"), SMA: plicht("V-11")}
    assert len(jaarrekening(tmp_path / "los", los)) == 2
    samen = {**los, SMA: plicht("V-11", ", zelfde_als: V-01")}
    uit = jaarrekening(tmp_path / "samen", samen)
    assert uit == [("V-01 Jaarrekening", ("advies", "ambulant"))]


def test_met_once_is_met_for_both(tmp_path: Path) -> None:
    for wie in ("V-01", "V-11"):
        feit = f"bij: {wie}\nuiterlijk: 2026-06-01\nbewijs: per e-mail ontvangen\n"
        bestanden = {
            RAAM: plicht("V-01"),
            SMA: plicht("V-11", ", zelfde_als: V-01"),
            f"bloem/nakomingen/2026-05-10-{wie.lower()}.yaml": KOP.format(dag="2026-05-10") + feit,
        }
        assert jaarrekening(tmp_path / wie, bestanden) == []


KPI = """
kpis:
  - {id: start, titel: start op tijd, definitie: aandeel, eenheid: "%",
      richting: hoger is beter, periode: jaar, aanlevering: 60 dagenEXTRA}
"""
NORM = "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage}]"


def test_a_figure_of_the_whole_provider_is_asked_once(tmp_path: Path) -> None:
    kaarten = {
        f"bloem/contracten/{naam}/contract.yaml": (
            f"overeenkomst: raam\nnummer: A-{naam}\nzorgvormen: [{naam}]\n{NORM}"
        )
        for naam in ("ambulant", "dag")
    }
    for meer, aantal in ((", per: aanbieder", 1), ("", 2)):
        bestanden = {"kpis.yaml": KPI.replace("EXTRA", meer), **kaarten}
        blik = blik_op(register(tmp_path / str(aantal), bestanden), "bloem", VANDAAG)
        gevraagd = [(rij.contract.id, str(rij.periode)) for rij in open_cijfers(blik)]
        assert len(gevraagd) == aantal
        assert {periode for _, periode in gevraagd} == {"2025"}
