"""Texts of single files that tests put over the small register: a talk, a signal, a case."""

from __future__ import annotations

G = "bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml"
THEMAS = "".join(
    f"    - {{thema: {t}, behandeld: ja}}\n"
    for t in (
        "ontwikkelingen-in-cijfers",
        "financiele-voortgang",
        "kwaliteit-en-risicos",
        "organisatie-en-samenwerking",
        "beleidscontext",
    )
)
GOED_GESPREK = f"""contracten: [ambulant]
soort: regulier
datum: 2026-05-04
gehouden:
  datum: 2026-05-04
  ambitie: ja
  aanwezig:
    - {{persoon: mia, partij: opdrachtgever, rol: contractmanager, voorzitter: ja}}
    - {{persoon: bo, partij: opdrachtgever, rol: contractbeheer}}
    - {{naam: An Bieder, partij: aanbieder, rol: aanbieder}}
  themas:
{THEMAS}  besluiten:
    - {{id: B-1, besluit: Iets, gemandateerd: mia, zorglandschap: {{stabiel: geen gevolg,
        beschikbaar: geen gevolg, toegankelijk: geen gevolg}}}}
  acties:
    - {{id: A-1, partij: aanbieder, wie: An, wat: Doet iets, klaar_als: gedaan,
        uiterlijk: 2026-06-01}}
"""
GOED = {G: GOED_GESPREK}
S = "bloem/signalen/2026-05-01-iets.yaml"
SIGNAAL = "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\nbron: {soort: monitoring}\nwat: Iets.\n"
PLICHT = (
    "verplichtingen: [{id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, "
    "doorlopend: ja}]"
)
L = "bloem/lijsten/verplichtingen.yaml"
OV = "overeenkomsten/raam/overeenkomst.yaml"
OTEKST = """
titel: Raam
regime: sdfl-jeugdhulp-2026
gemeenten: [noord, zuid]
zorgvormen: [ambulant, dag]
looptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01,
  uitvoering_tot: 2027-12-31}
"""
OPENING = (
    "contracten: [{}]\ntekortkomingen: [{{id: T1, verplichting: V-1, wat: x, soort: [kwaliteit], "
    "feiten: x}}]\nafweging: {{reden: x}}\ncoordinatie: mia\nbesloten_door: mia"
)
Z = "bloem/escalaties/2026-02-10-zaak/2026-02-10-opening.yaml"
KOMT = "contracten: [{}]\nsoort: regulier\ndatum: {}"
