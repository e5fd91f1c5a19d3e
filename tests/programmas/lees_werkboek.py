"""The workbook, worked out by LibreOffice: each sum and figure is that of the files."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.rapport.streek import PERIODEN, streek

VOORBEELD = Path(__file__).parents[2] / "dossiers"
ALLE_BLADEN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
CENT = Decimal("0.01")


def uitgerekend(boek: Path, naar: Path) -> None:
    """Each sheet as text, with the values of its formulas: clm writes none."""
    kantoor = f"-env:UserInstallation={(naar / 'kantoor').as_uri()}"
    subprocess.run(
        ["soffice", kantoor, "--headless", "--convert-to", ALLE_BLADEN, "--outdir", naar, boek],
        check=True,
        capture_output=True,
        timeout=180,
    )


def test_the_five_percent_is_worked_out_by_another_program(tmp_path: Path) -> None:
    map_ = tmp_path / "register"
    shutil.copytree(VOORBEELD, map_)
    gemeen = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
    assert draai(["exporteer", "xlsx", "klaproos", "--boete", "100.000", *gemeen]) == 0
    uitgerekend(map_ / "export/de-klaproos.xlsx", tmp_path)
    blad = (tmp_path / "de-klaproos-vijf procent.csv").read_text()
    # 5 % of 2.630.705,75 and of 1.412.380,50, rounded down to the cent, by hand
    assert "alle contracten,2025,betaald,2630705.75,5,131535.28,0,100000,131535.28,ja" in blad
    assert "ambulant,2025,betaald,1412380.5,5,70619.02,0,100000,70619.02,nee" in blad


def test_each_sum_and_each_figure_is_that_of_the_files(tmp_path: Path) -> None:
    """Amounts with odd cents, summed for each contract and for all, and 5 % of them cut off."""
    kans, map_ = random.Random(7), tmp_path / "register"
    bestanden, waar = streek(8, 7)
    omzet: dict[str, dict[str, Decimal]] = {}
    for id_, vormen in waar.vormen.items():
        omzet[id_] = {v: Decimal(kans.randrange(1, 10**9)) * CENT for v in vormen}
        rijen = "".join(
            f"  - {{contract: {v}, bedrag: {b}, btw: vrijgesteld, soort: betaald}}\n"
            for v, b in omzet[id_].items()
        )
        bestanden[f"{id_}/metingen/2025-omzet.yaml"] = (
            "datum: 2026-03-02\nvastgelegd: 2026-03-02T12:00:00+00:00\ndoor: mia\n"
            f"periode: 2025\nbron: {{vindplaats: zaak {id_}}}\nontvangen: 2026-03-02\n"
            f"omzet:\n{rijen}"
        )
    klein_register.schrijf(map_, bestanden)
    gemeen = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai(["exporteer", "xlsx", *gemeen]) == 0
    uitgerekend(map_ / "export/register.xlsx", tmp_path)

    with (tmp_path / "register-vijf procent.csv").open() as blad:
        gelezen = [rij[:7] for rij in csv.reader(blad)][2:]
    verwacht = [
        [id_, over, "2025", "betaald", f"{som.normalize():f}", "5", f"{_vijf(som):f}"]
        for id_, per in omzet.items()
        for over, som in {"alle contracten": sum(per.values(), Decimal()), **per}.items()
    ]
    assert sorted(gelezen) == sorted(verwacht)
    assert len(gelezen) > 16

    with (tmp_path / "register-cijfers.csv").open() as blad:
        cijfers = [
            (r["dossier"], r["contract"], r["periode"], r["waarde"], r["teller"], r["noemer"])
            for r in csv.DictReader(blad)
            if r["waarde"]
        ]
    assert sorted(cijfers) == sorted(
        (id_, vorm, periode, _procent(teller, noemer), str(teller), str(noemer))
        for (id_, vorm, periode), (teller, noemer) in waar.start.items()
    )
    assert {periode for _, _, periode, *_ in cijfers} == {*PERIODEN}


def _vijf(som: Decimal) -> Decimal:
    return (som * 5 / 100).quantize(CENT, ROUND_DOWN).normalize()


def _procent(teller: int, noemer: int) -> str:
    waarde = (Decimal(100 * teller) / noemer).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{waarde.normalize():f}"
