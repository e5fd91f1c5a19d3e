"""The agenda is filled from the dossier: obligations under their theme, and the running terms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clm_cli.documents.gesprekken.agenda import agenda
from clm_cli.kijk import blik_op
from tests import klein_register
from tests.klein_register import register

PLICHTEN = """
verplichtingen:
  - {id: V-03, soort: voorwaarde, wat: Jaarrekening, partij: aanbieder, kant: AOC,
      uiterlijk: 2026-05-11, clausule: {document: pve, nummer: "8.1"}}
  - {id: V-04, soort: tarief, wat: Tarieven, partij: opdrachtgever, kant: AOC,
      uiterlijk: 2026-10-01}
  - {id: V-05, soort: tarief, wat: Vervallen, partij: opdrachtgever, kant: AOC,
      uiterlijk: 2026-10-01, vervallen: 2026-01-01}
"""
ARTIKEL = """
artikelen:
  - {id: pve-8.1, document: pve, versie: "1.0", nummer: "8.1", tekst: Levert, bewaakt: ja,
      thema: financiele-voortgang}
"""
GESPREK = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-01\n"


def test_obligations_stand_under_the_theme_of_their_clause_or_by_themselves(
    tmp_path: Path,
) -> None:
    """J24: terms and obligations are on the agenda; what is late says so."""
    bestanden = {
        "overeenkomsten/raam/verplichtingen.yaml": PLICHTEN,
        "overeenkomsten/raam/artikelen.yaml": ARTIKEL,
        "bloem/gesprekken/2026-06-01-voortgang/gesprek.yaml": GESPREK,
    }
    blik = blik_op(register(tmp_path, bestanden), "bloem", date(2026, 5, 18))
    blad = agenda(blik, blik.dossier.gesprekken[0])
    themas = blad["themas"]
    assert isinstance(themas, list)
    eigen = {thema["titel"]: thema["eigen"] for thema in themas if thema["eigen"]}
    assert eigen == {"Financiële voortgang": ["V-03 Jaarrekening: uiterlijk 11 mei 2026, te laat"]}
    assert blad["verplichtingen"] == ["V-04 Tarieven: uiterlijk 1 oktober 2026"]
    assert blad["termijnen"] == []


def test_the_class_decides_how_deep_the_talk_goes_and_who_joins(tmp_path: Path) -> None:
    """J12: each contract by the class that holds on the day of the talk."""
    beleid = klein_register.BASIS["beleid/classificatie-2026.yaml"]
    zwaar = klein_register.BASIS["bloem/classificaties/2024-10-01-eerste.yaml"].replace(
        "categorie: 1", "categorie: 2"
    )
    bestanden = {
        "beleid/classificatie-2026.yaml": beleid.replace(
            "intensiteit: veel", "intensiteit: verdieping, aansluiten: [beleid]"
        ),
        "bloem/contracten/dag/contract.yaml": "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]",
        "bloem/classificaties/2026-02-01-zwaar.yaml": zwaar.replace("[ambulant]", "[dag]"),
        "bloem/gesprekken/2026-06-01-samen/gesprek.yaml": GESPREK.replace("t]", "t, dag]"),
        "bloem/gesprekken/2026-06-08-licht/gesprek.yaml": GESPREK,
    }
    blik = blik_op(register(tmp_path, bestanden), "bloem", date(2026, 5, 18))
    samen, licht = (agenda(blik, gesprek) for gesprek in blik.dossier.gesprekken)
    assert samen["sturing"] == [
        "ambulant: categorie 1 (licht), gewoon",
        "dag: categorie 2 (zwaar), verdieping",
    ]
    assert licht["sturing"] == ["categorie 1 (licht), gewoon"]
    verplicht = [
        {rol["id"] for rol in blad["rollen"] if rol["verplicht"]} for blad in (samen, licht)
    ]
    assert verplicht[0] - verplicht[1] == {"beleid"}
