"""Workbook, CSV, JSON and page: read back, the sums done again, and nothing in them that runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from clm_cli.cli.hoofd import draai
from clm_cli.documents.export.plat import als_csv
from clm_cli.documents.export.tabellen import Tabel
from tests import klein_register

GEVAARLIJK = '=HYPERLINK("http://kwaad.example","klik")'
OMZET = """
periode: 2025
bron: {vindplaats: zaak 1}
ontvangen: 2026-03-02
omzet:
  - {contract: ambulant, bedrag: 1412380.50, btw: vrijgesteld, soort: betaald}
  - {contract: dag, bedrag: 684905.25, btw: vrijgesteld, soort: betaald}
  - {contract: ambulant, bedrag: 1500000, btw: vrijgesteld, soort: gedeclareerd}
"""
DAG = "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]"
NIET_GEDEELD = """
contracten: [ambulant]
soort: regulier
datum: 2026-05-12
gehouden:
  datum: 2026-05-12
  vorm: fysiek
  aanwezig: [{naam: Iemand, partij: aanbieder}]
  acties:
    - {id: A-01, partij: aanbieder, wie: Iemand, wat: nog niet gedeeld, uiterlijk: 2026-06-01}
"""
BEDRAGEN = {"ambulant": Decimal("1412380.50"), "dag": Decimal("684905.25")}


def clm(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    ander = {
        pad.replace("bloem/", "roos/"): tekst.replace("Bloem", "Roos").replace(
            "00000001", "00000002"
        )
        for pad, tekst in klein_register.BASIS.items()
        if pad.startswith("bloem/")
    }
    kop = "datum: 2026-03-02\nvastgelegd: 2026-03-02T12:00:00+00:00\ndoor: mia\n"
    klein_register.schrijf(
        tmp_path,
        klein_register.BASIS
        | ander
        | {
            "bloem/contracten/dag/contract.yaml": DAG,
            "bloem/metingen/2025-omzet.yaml": kop + OMZET.lstrip(),
            "bloem/lijsten/leerpunten.yaml": f"""
leerpunten:
  - {{id: L-01, wat: '{GEVAARLIJK}', bestemming: contractmanagementplan, fase: do,
     sinds: 2026-01-01, eigenaar: mia}}
""",
            "bloem/gesprekken/2026-05-12-voortgang/gesprek.yaml": NIET_GEDEELD,
            "bloem/lijsten/risicos.yaml": """
risicos:
  - {id: R-01, wat: omvallen, kans: hoog, gevolg: hoog, eigenaar: mia, sinds: 2026-01-01}
""",
        },
    )
    return tmp_path


def boek(map_: Path, *meer: str) -> Any:
    assert clm(map_, "exporteer", "xlsx", *meer) == 0
    return load_workbook(map_ / "export" / f"{meer[0] if meer else 'register'}.xlsx")


def test_each_table_is_a_table_of_excel(map_: Path) -> None:
    werkboek = boek(map_)
    bladen = {blad.title: list(blad.tables) for blad in werkboek.worksheets}
    assert bladen["contracten"] == ["tbl_contracten"]
    assert len([naam for namen in bladen.values() for naam in namen]) == len(bladen) - 1
    rijen = list(werkboek["contracten"].iter_rows(values_only=True))
    assert rijen[0][:4] == ("dossier", "aanbieder", "contract", "nummer")
    assert {rij[3] for rij in rijen[1:]} == {"A-1", "A-2", "S-1"}


def test_a_text_that_looks_like_a_formula_stays_text(map_: Path) -> None:
    vak = boek(map_)["leerpunten"]["C2"]
    assert (vak.value, vak.data_type) == (GEVAARLIJK, "s")
    assert clm(map_, "exporteer", "csv") == 0
    inhoud = (map_ / "export/register-csv/leerpunten.csv").read_bytes().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(inhoud), delimiter=";"))[1][2] == f"'{GEVAARLIJK}"


def test_a_text_of_more_lines_shows_them(map_: Path) -> None:
    risicos = map_ / "bloem/lijsten/risicos.yaml"
    oud = risicos.read_text(encoding="utf-8")
    risicos.write_text(oud.replace("wat: omvallen", 'maatregel: "Een.\\nTwee.", wat: omvallen'))
    rijen = list(boek(map_)["risicos"].iter_rows())
    (vak,) = [vak for vak in rijen[1] if vak.value == "Een.\nTwee."]
    assert vak.alignment.wrap_text


def rekenaar(werkboek: Any) -> Callable[[str], Any]:
    """The few formulas that clm writes, worked out as Excel does."""
    blad, omzet = werkboek["vijf procent"], werkboek["omzet"]
    koppen, *rijen = list(omzet.iter_rows(values_only=True))

    def waarde(vak: str) -> Any:
        inhoud = blad[vak].value
        return uit(inhoud[1:]) if isinstance(inhoud, str) and inhoud.startswith("=") else inhoud

    def uit(formule: str) -> Any:
        if som := re.fullmatch(r"SUMIFS\(tbl_omzet\[bedrag\],(.*)\)", formule):
            eisen = re.findall(r"tbl_omzet\[(\w+)\],(\w+)", som[1])
            past = [
                rij
                for rij in rijen
                if all(str(rij[koppen.index(naam)]) == str(waarde(vak)) for naam, vak in eisen)
            ]
            return sum((Decimal(str(r[koppen.index("bedrag")])) for r in past), Decimal(0))
        if deel := re.fullmatch(r"ROUNDDOWN\((\w+)\*(\w+)/100,2\)", formule):
            maal = Decimal(waarde(deel[1])) * Decimal(str(waarde(deel[2]))) / 100
            return maal.quantize(Decimal("0.01"), ROUND_DOWN)
        if min_ := re.fullmatch(r"(\w+)-(\w+)", formule):
            return Decimal(waarde(min_[1])) - Decimal(str(waarde(min_[2])))
        als = re.fullmatch(r'IF\((\w+)="","",IF\((\w+)<=(\w+),"ja","nee"\)\)', formule)
        assert als, formule
        if waarde(als[1]) in (None, ""):
            return ""
        return "ja" if Decimal(str(waarde(als[2]))) <= waarde(als[3]) else "nee"

    return waarde


def test_the_five_percent_is_worked_out_by_the_sheet(map_: Path) -> None:
    werkboek = boek(map_, "bloem", "--boete", "100.000")
    waarde, blad = rekenaar(werkboek), werkboek["vijf procent"]
    rijen = {(blad[f"B{nr}"].value, blad[f"D{nr}"].value): nr for nr in range(3, blad.max_row + 1)}
    assert len(rijen) == 5
    for over, basis in (("alle contracten", sum(BEDRAGEN.values())), *BEDRAGEN.items()):
        nr = rijen[over, "betaald"]
        assert waarde(f"E{nr}") == basis
        maximum = (basis * 5 / 100).quantize(Decimal("0.01"), ROUND_DOWN)
        assert waarde(f"G{nr}") == waarde(f"J{nr}") == maximum
        assert waarde(f"K{nr}") == ("ja" if maximum >= 100_000 else "nee")
    assert waarde(f"E{rijen['ambulant', 'gedeclareerd']}") == 1_500_000


def test_amounts_and_days_are_numbers_and_days_not_text(map_: Path) -> None:
    werkboek = boek(map_)
    assert isinstance(werkboek["omzet"]["F2"].value, (int, float))
    assert werkboek["leerpunten"]["G2"].is_date


@pytest.mark.parametrize("vorm", ["ics", "xlsx", "csv", "json", "html"])
def test_two_exports_are_the_same_to_the_byte(map_: Path, vorm: str) -> None:
    def gemaakt() -> dict[str, bytes]:
        assert clm(map_, "exporteer", vorm) == 0
        alle = [p for p in (map_ / "export").rglob("*") if p.is_file()]
        uit = {str(p): p.read_bytes() for p in alle}
        for pad in alle:
            pad.unlink()
        return uit

    eerst = gemaakt()
    assert eerst
    assert gemaakt() == eerst


def test_json_holds_every_table_and_rounds_nothing(map_: Path) -> None:
    assert clm(map_, "exporteer", "json") == 0
    omslag = json.loads((map_ / "export/register.json").read_text())
    assert omslag["schema"] == "clm.export/1"
    bedragen = {r["bedrag"] for r in omslag["gegevens"]["omzet"]}
    assert bedragen == {"1412380.50", "684905.25", "1500000"}
    assert omslag["gegevens"]["risicos"][0]["herzien"] is None


def test_an_export_that_somebody_edited_is_not_replaced(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clm(map_, "exporteer", "json") == 0
    pad = map_ / "export/register.json"
    pad.write_text("van mij")
    assert clm(map_, "exporteer", "json") == 2
    assert pad.read_text() == "van mij"
    assert "niet meer wat clm hier maakte" in capsys.readouterr().err


class Bladzijde(HTMLParser):
    """What a screen reader and a browser find in a page."""

    def __init__(self, inhoud: str) -> None:
        super().__init__()
        self.merken: list[tuple[str, dict[str, str | None]]] = []
        self.feed(inhoud)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.merken.append((tag, dict(attrs)))

    def van(self, merk: str) -> list[dict[str, str | None]]:
        return [a for m, a in self.merken if m == merk]


@pytest.mark.parametrize("wie", [(), ("bloem",)])
def test_a_page_needs_nothing_from_elsewhere_and_can_be_read_aloud(
    map_: Path, wie: tuple[str, ...]
) -> None:
    assert clm(map_, "exporteer", "html", *wie) == 0
    inhoud = (map_ / "export" / f"{wie[0] if wie else 'team'}.html").read_text()
    blad = Bladzijde(inhoud)
    assert blad.van("html")[0]["lang"] == "nl"
    assert len(blad.van("h1")) == len(blad.van("main")) == 1
    assert all(th.get("scope") for th in blad.van("th"))
    assert all(img.get("alt") for img in blad.van("img"))
    rollers = [d for d in blad.van("div") if d.get("class") == "tabel"]
    assert rollers
    assert all(d["tabindex"] == "0" and d["aria-label"] for d in rollers)
    assert not blad.van("script")
    assert not blad.van("link")
    assert not re.search(r"""(?:src|href|url\()=?["']?(?:https?:)?//""", inhoud)
    koppen = [int(m[1]) for m, _ in blad.merken if re.fullmatch(r"h\d", m)]
    assert all(later - eerder <= 1 for eerder, later in pairwise(koppen))


def test_the_page_of_a_provider_holds_nothing_internal_and_nothing_of_another(map_: Path) -> None:
    assert clm(map_, "exporteer", "html", "bloem") == 0
    inhoud = (map_ / "export/bloem.html").read_text()
    assert "Bloem" in inhoud
    for woord in (
        "Roos",
        "roos",
        "omvallen",
        "nog niet gedeeld",
        "kwaad.example",
        "Risico",
        "ategorie",
        "trede",
    ):
        assert woord not in inhoud
    assert clm(map_, "exporteer", "html") == 0
    assert "Roos" in (map_ / "export/team.html").read_text()


def test_the_page_of_a_provider_shows_what_still_is_to_be_done(tmp_path: Path) -> None:
    """Nothing that is over: an action that was closed, a talk that fell through, an old contract.

    `u` is the provider who reads it.
    """
    gesprek = "bloem/gesprekken/2026-05-04-voortgang"
    actie = "{{id: {}, partij: aanbieder, wie: Iemand, wat: {}, uiterlijk: 2026-06-01}}"
    plicht = "{{id: {}, soort: afspraak, wat: {}, partij: {}, kant: AOC, uiterlijk: 2026-06-30{}}}"
    klein_register.schrijf(
        tmp_path,
        klein_register.BASIS
        | {
            f"{gesprek}/gesprek.yaml": (
                "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
                "  datum: 2026-05-04\n  vorm: fysiek\n"
                "  aanwezig: [{naam: Iemand, partij: aanbieder}]\n  acties:\n"
                f"    - {actie.format('A-1', 'wat nog moet')}\n"
                f"    - {actie.format('A-2', 'wat al klaar is')}\n"
            ),
            f"{gesprek}/2026-05-06-gedeeld.yaml": (
                "aan: [allen]\nwijze: e-mail\nverslag: {vindplaats: zaak}\n"
                f"kaart_sha256: '{0:064}'\n"
            ),
            "bloem/opvolging/2026-05-12-afgerond-a-2.yaml": (
                "bij: gesprekken/2026-05-04-voortgang/gesprek#A-2\nresultaat: Gedaan\n"
            ),
            "bloem/gesprekken/2026-06-08-voortgang/gesprek.yaml": (
                "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-08\nplaats: Zaal Een\n"
            ),
            "bloem/gesprekken/2026-06-09-voortgang/gesprek.yaml": (
                "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-09\nplaats: Zaal Twee\n"
            ),
            "bloem/gesprekken/2026-06-09-voortgang/2026-05-15-vervallen.yaml": "reden: Ziek\n",
            "bloem/lijsten/verplichtingen.yaml": "verplichtingen:\n"
            f"  - {plicht.format('V-1', 'wat u levert', 'aanbieder', '')}\n"
            f"  - {plicht.format('V-2', 'wat wij doen', 'opdrachtgever', '')}\n"
            f"  - {plicht.format('V-3', 'wat verviel', 'aanbieder', ', vervallen: 2026-05-01')}\n",
            "bloem/contracten/oud/contract.yaml": (
                "overeenkomst: raam\nnummer: A-OUD\nzorgvormen: [dag]\n"
                "looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2025-12-31}\n"
            ),
        },
    )
    assert clm(tmp_path, "exporteer", "html", "bloem") == 0
    inhoud = (tmp_path / "export/bloem.html").read_text()
    cellen = [
        re.sub(r"<[^>]+>", "|", rij) for rij in re.findall(r"<tr>.*?</tr>", inhoud, re.DOTALL)
    ]
    rijen = {re.sub(r"[|\s]*\|[|\s]*", "|", rij).strip("|") for rij in cellen}
    assert "A-1|wat nog moet|Iemand|1 juni 2026" in rijen
    assert "V-1|wat u levert|u|30 juni 2026" in rijen
    assert "V-2|wat wij doen|wij|30 juni 2026" in rijen
    assert "Zaal Een" in inhoud
    assert "A-1|ambulant" in " ".join(rijen)
    for woord in ("wat al klaar is", "Zaal Twee", "wat verviel", "A-OUD"):
        assert woord not in inhoud


@pytest.mark.parametrize("tekst", ["=1+1", "+31", "-1+1", "@SOM(A1)", "\t=1", "\r=1"])
def test_no_text_of_a_csv_is_calculated_by_who_opens_it(tekst: str) -> None:
    inhoud = als_csv(Tabel("x", ("a",), ((tekst,), (Decimal("-1.5"),)))).decode("utf-8-sig")
    rijen = list(csv.reader(io.StringIO(inhoud, newline=""), delimiter=";"))
    assert rijen == [["a"], [f"'{tekst}"], ["-1,5"]]
