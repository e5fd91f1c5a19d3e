"""Small registers, written as files and read through the real gate: tests read like the record."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.files.lader import Geladen, laad
from clm_cli.kijk import blik_op
from clm_cli.register import Register

VANDAAG = date(2026, 5, 18)
KOP = "datum: {dag}\nvastgelegd: {dag}T12:00:00+00:00\ndoor: mia\n"
BASIS = {
    "organisatie.yaml": """
        naam: Regio Test
        adres: {straat: Straat 1, postcode: 9999 ZZ, plaats: Teststad}
        regio: Test
        gemeenten: [{id: noord, naam: Noord}, {id: zuid, naam: Zuid}]
        kalender: [{vanaf: 2020-01-01, kalender: atw}]
        termijnbeleid:
          - {vanaf: 2020-01-01, bezorging: 2 werkdagen, stukken_vooraf: 10 werkdagen,
             bevestiging_bezwaar: 3 werkdagen, reactie_na_gesprek: 5 werkdagen,
             bevestiging_stop: 2 werkdagen, beoordeling: 10 werkdagen, herstel: 5 werkdagen,
             hertoets: 1 jaar, aanlevering_cijfers: 14 dagen, recht_vooruit: 120 dagen}
        beleid: [{vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10], vergelijkgroep: 2}]
        personen:
          - {id: mia, naam: Mia Manager, functie: contractmanager, rol: contractmanager}
          - {id: bo, naam: Bo Beheer, functie: contractbeheer, rol: contractbeheer,
             vervangt: [{wie: mia, van: 2026-07-01, tot: 2026-07-31}]}
        """,
    "kpis.yaml": """
        kpis:
          - {id: start, titel: start op tijd, definitie: aandeel, eenheid: "%",
              richting: hoger is beter, periode: kwartaal}
        """,
    "beleid/classificatie-2026.yaml": """
        titel: Beleid
        vanaf: 2024-01-01
        per: contract
        criteria:
          - {id: omzet, titel: omzet, groep: omvang, wijze: banden, gewicht: 1, banden: [{tot: 100,
              punten: 2}, {punten: 8}]}
        categorieen:
          - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: 2,
              intensiteit: gewoon}
          - {categorie: 2, titel: zwaar, vanaf_score: 5, gesprekken_per_jaar: 4, intensiteit: veel}
        """,
    "overeenkomsten/raam/overeenkomst.yaml": """
        titel: Raam
        regime: sdfl-jeugdhulp-2026
        gemeenten: [noord, zuid]
        zorgvormen: [ambulant, dag]
        looptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01,
          uitvoering_tot: 2027-12-31}
        """,
    "overeenkomsten/sma/overeenkomst.yaml": """
        titel: Advies
        regime: sma-2026
        gemeenten: [noord]
        zorgvormen: [advies]
        looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}
        """,
    "bloem/aanbieder.yaml": """
        namen: [{vanaf: 2020-01-01, statutair: Stichting Bloem, roepnaam: Bloem}]
        kvk: "00000001"
        postadres: {straat: Straat 2, postcode: 9999 ZZ, plaats: Teststad}
        behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]
        """,
    "bloem/contracten/ambulant/contract.yaml": (
        "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]"
    ),
    "bloem/contracten/advies/contract.yaml": "overeenkomst: sma\nnummer: S-1\nzorgvormen: [advies]",
    "bloem/classificaties/2024-10-01-eerste.yaml": """
        contracten: [ambulant]
        soort: eerste
        beleid: classificatie-2026
        invoer: [{criterium: omzet, waarde: 50}]
        categorie: 1
        geldig_vanaf: 2024-10-01
        geinformeerd: 2024-10-02
        """,
}
"""A register in which nothing but the usual rhythm is due."""


def inhoud(pad: str, tekst: str) -> str:
    """The text of a file; a fact without a date gets its head from its name."""
    uit, naam = textwrap.dedent(tekst).strip("\n") + "\n", pad.rsplit("/", 1)[-1]
    return (
        KOP.format(dag=naam[:10]) + uit
        if naam[:1].isdigit() and not uit.startswith("datum:")
        else uit
    )


def schrijf(map_: Path, bestanden: Mapping[str, str | None]) -> None:
    """Write files as `inhoud` makes them."""
    for pad, tekst in bestanden.items():
        if tekst is None:
            continue
        doel = map_ / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(inhoud(pad, tekst), encoding="utf-8")


def lees(map_: Path, bestanden: Mapping[str, str | None] | None = None) -> Geladen:
    """BASIS with these files over it (None leaves one out), read from disk."""
    schrijf(map_, {**BASIS, **(bestanden or {})})
    return laad(map_)


def register(map_: Path, bestanden: Mapping[str, str | None] | None = None) -> Register:
    """The same, with nothing wrong in it."""
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    return geladen.register.zoals()


def punten(
    map_: Path, bestanden: Mapping[str, str | None] | None = None, vandaag: date = VANDAAG
) -> tuple[Werkpunt, ...]:
    """Everything that is due in the one dossier."""
    geheel = register(map_, bestanden)
    return alle_werkpunten(blik_op(geheel, "bloem", vandaag))


def soort(rij: tuple[Werkpunt, ...], naam: str) -> list[Werkpunt]:
    """The points of one kind."""
    return [punt for punt in rij if punt.soort == naam]
