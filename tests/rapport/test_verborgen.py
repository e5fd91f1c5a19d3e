"""What a report for others hides, in the places where a small figure is easily forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clm_cli.commands.rapport import venster
from clm_cli.derivations.cijfers import beelden
from clm_cli.derivations.rapport import zorgen
from clm_cli.documents.gesprekken.cijfers import cijfers
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests import klein_register
from tests.rapport.streek import Waarheid, schrijf
from tests.rapport.test_rapport import EERDER, NU, VANDAAG, cel, clm

HIERNA = "2026-K2"


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Waarheid]:
    """Seven providers, so that all that is counted of them is little."""
    map_ = tmp_path_factory.mktemp("klein")
    waar = schrijf(map_, 7)
    id_, vorm = next((i, v) for i, v, p in waar.start if p == EERDER)
    teller, noemer = waar.start[id_, vorm, EERDER]
    (map_ / f"{id_}/metingen/{EERDER}-herzien.yaml").write_text(
        f"datum: 2026-04-10\nvastgelegd: 2026-04-10T12:00:00+00:00\ndoor: mia\nperiode: {EERDER}\n"
        f"bij: {EERDER}-opgave\nbron: {{vindplaats: zaak 9}}\nontvangen: 2026-04-10\n"
        f"reden_herziening: dubbel geteld\n"
        f"waarden: [{{kpi: start, contract: {vorm}, teller: {teller - 1}, noemer: {noemer - 1}}}]\n"
    )
    for voor in ("intern", "bestuur", "openbaar"):
        assert clm(map_, "rapport", "regio", HIERNA, "--voor", voor, "--vorm", "md") == 0
    return map_, waar


def _blad(map_: Path, voor: str) -> str:
    return (map_ / "rapporten" / HIERNA / f"regio-{voor}.md").read_text()


def test_small_counts_of_the_period_before_are_hidden_as_well(
    klein: tuple[Path, Waarheid],
) -> None:
    map_, waar = klein
    per = Counter(bron for _, _, bron in waar.signalen)
    assert per
    assert max(per.values()) < 5
    for bron, n in per.items():
        assert cel(_blad(map_, "intern"), "### Signalen naar bron", bron) == [str(n), "0"]
        assert cel(_blad(map_, "openbaar"), "### Signalen naar bron", bron) == [r"\*", "0"]


def test_a_small_total_is_hidden_from_the_public(klein: tuple[Path, Waarheid]) -> None:
    map_, waar = klein
    n = len(waar.treden)
    assert 0 < n < 5
    rij = ("## In het kort", "Aanbieders op een trede")
    assert cel(_blad(map_, "bestuur"), *rij)[1:3] == [str(n), str(n)]
    assert cel(_blad(map_, "openbaar"), *rij)[1:3] == [r"\*", r"\*"]


@pytest.mark.parametrize("voor", ["bestuur", "openbaar"])
def test_a_revised_figure_of_one_provider_is_not_shown_to_others(
    klein: tuple[Path, Waarheid], voor: str
) -> None:
    rij = cel(_blad(klein[0], voor), "Herzien sinds", "start op tijd")
    assert rij == [EERDER, r"\*", r"\*", "–"]


@pytest.mark.parametrize(
    ("voor", "grens"), [("intern", 3), ("bestuur", 5), ("openbaar", 5), ("noord", 5)]
)
def test_outside_no_group_smaller_than_five_is_compared_whatever_the_policy(
    tmp_path: Path, voor: str, grens: int
) -> None:
    schrijf(tmp_path, 1)
    pad = tmp_path / "organisatie.yaml"
    pad.write_text(pad.read_text().replace("maskeren_onder: 5", "vergelijkgroep: 3"))
    gelezen = Kijk(laad(tmp_path).register.zoals(), VANDAAG)
    assert venster(gelezen, NU, voor, None).groep == grens


def _twee(map_: Path, ander: str = "openbaar") -> tuple[str, str]:
    """The report of this period as we and as others may read it."""
    for voor in ("intern", ander):
        assert clm(map_, "rapport", "regio", NU, "--voor", voor, "--vorm", "md") == 0
    bladen = [(map_ / f"rapporten/{NU}/regio-{v}.md").read_text() for v in ("intern", ander)]
    return bladen[0].replace("\u00a0", " "), bladen[1].replace("\u00a0", " ")


def test_a_learning_point_that_names_a_provider_is_not_printed_outside(tmp_path: Path) -> None:
    schrijf(tmp_path, 7)
    pad = next(tmp_path.glob("*/lijsten/leerpunten.yaml"))
    pad.write_text(pad.read_text().replace("eerder bellen", "zorggroep 003 eerder bellen"))
    intern, bestuur = _twee(tmp_path, "bestuur")
    assert "zorggroep 003 eerder bellen" in intern
    assert "zorggroep" not in bestuur.lower()
    assert "een leerpunt waarin een aanbieder wordt genoemd" in bestuur
    assert "eerder bellen" in bestuur


def test_where_a_figure_is_hidden_so_is_its_sum(tmp_path: Path) -> None:
    schrijf(tmp_path, 1)
    vorm = next((tmp_path / "zorg-000/contracten").iterdir()).name
    pad = tmp_path / f"zorg-000/metingen/{NU}-opgave.yaml"
    kop = pad.read_text().partition("waarden:")[0]
    pad.write_text(f"{kop}waarden: [{{kpi: start, contract: {vorm}, teller: 2, noemer: 3}}]\n")
    intern, openbaar = _twee(tmp_path)
    assert "namelijk 2 van 3" in intern
    assert "namelijk" not in openbaar


def test_a_bare_percentage_of_one_care_form_is_hidden(tmp_path: Path) -> None:
    schrijf(tmp_path, 6, zaad=4)
    rij = "  - {{kpi: start, contract: {}, {}}}\n"
    wat = {"ambulant": "teller: 80, noemer: 100", "dag": "teller: 70, noemer: 100"}
    kaal = "waarde: 71.4"
    for pad in sorted(tmp_path.glob(f"zorg-*/metingen/{NU}-opgave.yaml")):
        vormen = [c.name for c in (pad.parents[1] / "contracten").iterdir()]
        kop = pad.read_text().partition("waarden:")[0]
        rijen = "".join(rij.format(v, wat.get(v, kaal)) for v in vormen)
        kaal = "ontbreekt: niet geteld" if "verblijf" in vormen else kaal
        pad.write_text(f"{kop}waarden:\n{rijen}")
    intern, openbaar = _twee(tmp_path)
    assert cel(intern, "| zorgvorm |", "verblijf")[1] == "71,4 %"
    assert cel(openbaar, "| zorgvorm |", "verblijf")[1] == r"\*"


def _zaak(map_: Path, id_: str, meer: Mapping[str, str]) -> None:
    """A case that was opened, and nothing more than `meer`."""
    vorm = next((map_ / id_ / "contracten").iterdir()).name
    plicht = """verplichtingen:
  - {id: V-01, soort: afspraak, wat: op tijd beginnen, partij: aanbieder, kant: AOC,
     doorlopend: ja}
"""
    opening = f"""contracten: [{vorm}]
tekortkomingen:
  - {{id: T1, verplichting: V-01, wat: te laat, soort: [tijdigheid], feiten: cijfers}}
coordinatie: mia
besloten_door: mia
afweging: {{reden: praten hielp niet}}
"""
    zaak = f"{id_}/escalaties/2026-02-10-wachttijd"
    klein_register.schrijf(
        map_,
        {
            f"{id_}/lijsten/verplichtingen.yaml": plicht,
            f"{zaak}/2026-02-10-opening.yaml": opening,
            **{f"{zaak}/{naam}": tekst for naam, tekst in meer.items()},
        },
    )


MAATREGEL = """trede: 1
instrument: intensivering
tekortkomingen: [T1]
ingaat: 2026-02-11
besloten_door: mia
reden: het helpt niet
"""


@pytest.mark.parametrize(
    ("meer", "weet"),
    [({}, False), ({"2026-02-11-maatregel-intensivering.yaml": MAATREGEL}, True)],
)
def test_a_case_of_which_a_provider_heard_nothing_is_not_in_its_copy(
    tmp_path: Path, meer: dict[str, str], weet: bool
) -> None:
    schrijf(tmp_path, 1, zaad=2)
    assert not list(tmp_path.glob("zorg-000/escalaties/*"))
    _zaak(tmp_path, "zorg-000", meer)
    bladen = {}
    for voor in ("intern", "aanbieder"):
        gemaakt = ("rapport", "aanbieder", "zorg-000", NU, "--voor", voor, "--vorm", "md")
        assert clm(tmp_path, *gemaakt) == 0
        bladen[voor] = (tmp_path / f"zorg-000/rapporten/{NU}/rapport-{voor}.md").read_text()
    assert cel(bladen["intern"], "| in de periode |", "geopend") == ["0", "1"]
    assert ("geopend" in bladen["aanbieder"]) is weet
    assert ("Er liepen geen escalaties" in bladen["aanbieder"]) is not weet
    tekort = "tekortkomingen in lopende escalaties"
    assert cel(bladen["aanbieder"], "## Doelmatigheid", tekort)[1] == str(int(weet))


def test_signals_and_cases_of_another_gemeente_are_not_counted(tmp_path: Path) -> None:
    schrijf(tmp_path, 12, zaad=3)
    for pad in tmp_path.glob("*/signalen/*.yaml"):
        pad.unlink()
    for pad in tmp_path.glob("*/escalaties/*/*-opening.yaml"):
        pad.write_text(pad.read_text() + "gemeenten: [noord]\n")
    signaal = "contracten: []\nsoort: [kwaliteit]\nernst: feitelijk\nkant: AOC\n"
    signaal += "bron: {soort: gemeente}\nwat: wachttijd\n"
    for nr, waar in enumerate(("gemeenten: [noord]", "gemeenten: [noord]", "gemeenten: [zuid]")):
        naam = f"zorg-00{nr}/signalen/2026-02-03-iets.yaml"
        klein_register.schrijf(tmp_path, {naam: f"{signaal}{waar}\n"})
    kijk = Kijk(laad(tmp_path).register.zoals(), VANDAAG)
    zaken = len(list(tmp_path.glob("*/escalaties/*/*-opening.yaml")))
    assert zaken
    geteld = {}
    for gemeente in ("noord", "zuid"):
        eigen = replace(venster(kijk, NU, gemeente, None), publiek="intern")  # nothing hidden
        open_ = zorgen.open_signalen(eigen).waarde
        per_bron = sum(1 for _ in zorgen.per_bron(eigen))
        geteld[gemeente] = (open_, per_bron, sum(1 for _ in zorgen.zaken(eigen)))
    assert geteld == {"noord": (2, 2, zaken), "zuid": (1, 1, 0)}


def test_the_agenda_never_shows_a_provider_the_median_of_fewer_than_five(tmp_path: Path) -> None:
    schrijf(tmp_path, 5, zaad=1)
    pad = tmp_path / "organisatie.yaml"
    pad.write_text(pad.read_text().replace("maskeren_onder: 5", "vergelijkgroep: 1"))
    kijk = Kijk(laad(tmp_path).register.zoals(), date(2026, 5, 18))
    gezien = [
        (rij["anderen"], beeld.groep)
        for blik in kijk.blikken
        for beeld in beelden(blik)
        for deel in cijfers(blik, (beeld.contract.id,), blik.vandaag)
        for rij in deel["rijen"]
    ]
    assert any(groep.mediaan is not None for _, groep in gezien)  # for our own eyes
    assert {anderen for anderen, _ in gezien} == {"te weinig"}
