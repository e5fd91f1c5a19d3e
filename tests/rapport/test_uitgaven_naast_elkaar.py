"""The editions for the public and for each gemeente laid beside each other give no small count.

Who has all of them knows the cells that are printed, and that rows and gemeenten add up. A hidden
cell that follows from those sums is found here by linear algebra, and nothing of clm.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from clm_cli.commands.rapport import venster
from clm_cli.documents.rapport.gegevens import rapport
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests import klein_register
from tests.rapport.streek import EIND, VORMEN, streek
from tests.rapport.test_rapport import EERDER, NU, VANDAAG

GEMEENTEN = ("noord", "zuid", "west")
REGIO, ALLES = "regio", "alles"
Cel = tuple[str, str]
"""A gemeente or the region, and a row of its table or all of them."""


def herleid(rijen: tuple[str, ...], gezien: set[Cel]) -> set[Cel]:
    """The cells of gemeenten and rows that follow from those that were seen."""
    cellen = list(product(GEMEENTEN, rijen))

    def deel(cel: Cel) -> np.ndarray:
        waar, rij = cel
        return np.array(
            [waar in (REGIO, g) and rij in (ALLES, r) for g, r in cellen], dtype=np.float64
        )

    bekend = np.array([deel(cel) for cel in sorted(gezien)]).reshape(-1, len(cellen))
    rang = np.linalg.matrix_rank(bekend) if len(bekend) else 0
    alles = product((*GEMEENTEN, REGIO), (*rijen, ALLES))
    return {c for c in alles if np.linalg.matrix_rank(np.vstack([bekend, deel(c)])) == rang}


def test_the_attack_finds_what_a_total_gives_away() -> None:
    gezien = {("noord", ALLES), ("west", ALLES), (REGIO, ALLES)}
    assert herleid(("a", "b"), gezien) == {*gezien, ("zuid", ALLES)}


def _register(map_: Path, zaad: int) -> dict[tuple[str, str, str], list[int]]:
    """Figures on each gemeente and their sums; who started in time and who did not, by cell."""
    kans = random.Random(zaad)
    bestanden, waar = streek(4, zaad)
    for pad in [p for p in bestanden if "/metingen/" in p or "/signalen/" in p]:
        del bestanden[pad]
    for pad in ("organisatie.yaml", "overeenkomsten/raam/overeenkomst.yaml"):
        bestanden[pad] = bestanden[pad].replace(
            "{id: zuid, naam: Zuid}", "{id: zuid, naam: Zuid}, {id: west, naam: West}"
        )
        bestanden[pad] = bestanden[pad].replace("[noord, zuid]", "[noord, zuid, west]")
    echt: dict[tuple[str, str, str], list[int]] = {}
    for (id_, vormen), periode in product(waar.vormen.items(), (EERDER, NU)):
        rijen = []
        for vorm in vormen:
            som = [0, 0]
            for gemeente in GEMEENTEN:
                delen = [kans.choice((0, 1, 3, 8, 20, 30)) for _ in range(2)]
                if not sum(delen):
                    continue
                rijen.append(_rij(vorm, delen, f", gemeente: {gemeente}"))
                cel = echt.setdefault((periode, gemeente, vorm), [0, 0])
                for nr, n in enumerate(delen):
                    cel[nr] += n
                    som[nr] += n
            rijen += [_rij(vorm, som, "")] if sum(som) else []
        dag = date.fromisoformat(EIND[periode]) + timedelta(days=10)
        bestanden[f"{id_}/metingen/{periode}-opgave.yaml"] = (
            f"datum: {dag}\nvastgelegd: {dag}T12:00:00+00:00\ndoor: mia\n"
            f"periode: {periode}\nbron: {{vindplaats: zaak}}\nontvangen: {dag}\n"
            "waarden:\n" + "\n".join(rijen)
        )
    klein_register.schrijf(map_, bestanden)
    return echt


def _rij(vorm: str, delen: list[int], meer: str) -> str:
    teller, noemer = delen[0], sum(delen)
    return f"  - {{kpi: start, contract: {vorm}, teller: {teller}, noemer: {noemer}{meer}}}"


def _gezien(kijk: Kijk, kolom: str) -> set[Cel]:
    """What is printed in all editions of one column of the first figure."""
    uit: set[Cel] = set()
    for voor in ("openbaar", *GEMEENTEN):
        waar = REGIO if voor == "openbaar" else voor
        for kpi in rapport(venster(kijk, NU, voor, None)).gegevens["kpis"]:
            rijen = [(ALLES, kpi), *((z["naam"], z) for z in kpi["zorgvormen"])]
            uit |= {(waar, naam) for naam, rij in rijen if rij[kolom].waarde is not None}
    return uit


@pytest.mark.parametrize("zaad", range(12))
def test_no_small_count_of_clients_follows_from_all_editions(tmp_path: Path, zaad: int) -> None:
    echt = _register(tmp_path, zaad)
    kijk = Kijk(laad(tmp_path).register.zoals(), VANDAAG)
    assert _gezien(kijk, "nu")
    for periode, kolom in ((EERDER, "eerder"), (NU, "nu")):
        for cel in herleid(VORMEN, _gezien(kijk, kolom)):
            delen = _som(echt, periode, cel)
            assert not any(0 < n < 5 for n in (*delen, sum(delen))), (cel, delen)


def _som(echt: Mapping[tuple[str, str, str], list[int]], periode: str, cel: Cel) -> list[int]:
    rijen = [
        delen
        for (p, g, v), delen in echt.items()
        if p == periode and cel[0] in (REGIO, g) and cel[1] in (ALLES, v)
    ]
    return [sum(kolom) for kolom in zip(*rijen, strict=True)] or [0, 0]


BRONNEN = ("gemeente", "toegang", "inspectie")


@pytest.mark.parametrize("zaad", range(12))
def test_no_small_count_of_signals_follows_from_all_editions(tmp_path: Path, zaad: int) -> None:
    _register(tmp_path, zaad)
    kans = random.Random(zaad)
    id_, echt = "zorg-000", dict[Cel, int]()
    signaal = "contracten: []\nsoort: [kwaliteit]\nernst: feitelijk\nkant: AOC\nwat: iets\n"
    for gemeente, bron in product(GEMEENTEN, BRONNEN):
        echt[gemeente, bron] = kans.choice((0, 2, 4, 6, 9))
        for nr in range(echt[gemeente, bron]):
            tekst = f"{signaal}bron: {{soort: {bron}}}\ngemeenten: [{gemeente}]\n"
            pad = f"{id_}/signalen/2026-02-03-{bron}-{gemeente}-{nr}.yaml"
            klein_register.schrijf(tmp_path, {pad: tekst})
    kijk, gezien = Kijk(laad(tmp_path).register.zoals(), VANDAAG), set[Cel]()
    for voor in ("openbaar", *GEMEENTEN):
        waar, gegevens = REGIO if voor == "openbaar" else voor, None
        gegevens = rapport(venster(kijk, NU, voor, None)).gegevens
        tegel = next(t for t in gegevens["tegels"] if t["titel"] == "Signalen")
        rijen = [(ALLES, tegel["nu"]), *((r.naam, r.nu) for r in gegevens["signalen"])]
        gezien |= {(waar, naam) for naam, getal in rijen if getal.waarde is not None}
    for waar, bron in herleid(BRONNEN, gezien):
        n = sum(n for (g, b), n in echt.items() if waar in (REGIO, g) and bron in (ALLES, b))
        assert not 0 < n < 5, (waar, bron, n)
