"""A made-up region of any size, as files, with what was put in it kept beside it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests import klein_register

PERIODEN = ("2025-K1", "2025-K2", "2025-K3", "2025-K4", "2026-K1")
EIND = {
    "2025-K1": "2025-03-31",
    "2025-K2": "2025-06-30",
    "2025-K3": "2025-09-30",
    "2025-K4": "2025-12-31",
    "2026-K1": "2026-03-31",
}
VORMEN = ("ambulant", "dag", "verblijf")
BRONNEN = ("gemeente", "gemeente", "gemeente", "toegang", "inspectie")
WIJZEN = ("fysiek", "fysiek", "fysiek", "digitaal")
MANAGERS = ("mia", "max", "mo", "mei")


@dataclass
class Waarheid:
    """What the region was told, in the simplest form there is."""

    start: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    """By provider, care form and period: those who started in time, of how many."""
    gesprekken: list[tuple[str, date, str]] = field(default_factory=list)
    signalen: list[tuple[str, date, str]] = field(default_factory=list)
    treden: dict[str, int] = field(default_factory=dict)
    vormen: dict[str, list[str]] = field(default_factory=dict)
    categorie: dict[str, int] = field(default_factory=dict)
    manager: dict[str, str] = field(default_factory=dict)
    leerpunten: list[tuple[str, str]] = field(default_factory=list)


def streek(aantal: int, zaad: int = 1) -> tuple[dict[str, str], Waarheid]:
    """A region of so many providers."""
    kans, waar = random.Random(zaad), Waarheid()
    uit = dict(_gemeen())
    for nummer in range(aantal):
        _aanbieder(uit, waar, kans, f"zorg-{nummer:03d}", nummer)
    return uit, waar


def schrijf(map_: Path, aantal: int, zaad: int = 1) -> Waarheid:
    """The same on disk."""
    bestanden, waar = streek(aantal, zaad)
    klein_register.schrijf(map_, bestanden)
    return waar


def _gemeen() -> dict[str, str]:
    basis = {p: t for p, t in klein_register.BASIS.items() if not p.startswith("bloem/")}
    personen = "\n".join(
        f"  - {{id: {m}, naam: {m.title()} Manager, functie: contractmanager, "
        "rol: contractmanager}"
        for m in MANAGERS
    )
    basis["organisatie.yaml"] = f"""
naam: Regio Test
adres: {{straat: Straat 1, postcode: 9999 ZZ, plaats: Teststad}}
regio: Test
gemeenten: [{{id: noord, naam: Noord}}, {{id: zuid, naam: Zuid}}]
kalender: [{{vanaf: 2020-01-01, kalender: atw}}]
termijnbeleid: [{{vanaf: 2020-01-01, aanlevering_cijfers: 14 dagen, stukken_vooraf: 10 werkdagen}}]
beleid: [{{vanaf: 2020-01-01, gespreksmaanden: [2, 4, 5, 9, 11], maskeren_onder: 5}}]
personen:
{personen}
"""
    basis["overeenkomsten/raam/overeenkomst.yaml"] = f"""
titel: Raam
regime: sdfl-jeugdhulp-2026
gemeenten: [noord, zuid]
zorgvormen: [{", ".join(VORMEN)}]
looptijd: {{gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01,
  uitvoering_tot: 2027-12-31}}
normen: [{{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage 11}}]
"""
    basis["beleid/classificatie-2026.yaml"] = """
titel: Beleid
vanaf: 2024-01-01
per: contract
criteria:
  - {id: omzet, titel: omzet, groep: omvang, wijze: banden, gewicht: 1, banden: [{tot: 100,
      punten: 2}, {punten: 8}]}
categorieen:
  - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: 1, intensiteit: gewoon}
  - {categorie: 2, titel: midden, vanaf_score: 4, gesprekken_per_jaar: 2, intensiteit: meer}
  - {categorie: 3, titel: zwaar, vanaf_score: 7, gesprekken_per_jaar: 4, intensiteit: veel}
"""
    return basis


def _aanbieder(
    uit: dict[str, str], waar: Waarheid, kans: random.Random, id_: str, nummer: int
) -> None:
    manager = MANAGERS[nummer % len(MANAGERS)]
    naam = f"Zorggroep {nummer:03d}"
    uit[f"{id_}/aanbieder.yaml"] = f"""
namen: [{{vanaf: 2020-01-01, statutair: Stichting {naam}, roepnaam: {naam}}}]
kvk: "{nummer:08d}"
postadres: {{straat: Straat 2, postcode: 9999 ZZ, plaats: Teststad}}
behandelaars: [{{vanaf: 2024-01-01, contractmanager: {manager}}}]
"""
    vormen = kans.sample(VORMEN, kans.choice((1, 1, 2, 3)))
    waar.vormen[id_], waar.manager[id_] = vormen, manager
    waar.categorie[id_] = kans.choice((1, 2, 2, 3))
    for vorm in vormen:
        uit[f"{id_}/contracten/{vorm}/contract.yaml"] = (
            f"overeenkomst: raam\nnummer: {id_}-{vorm}\nzorgvormen: [{vorm}]"
        )
    uit[f"{id_}/classificaties/2024-10-01-eerste.yaml"] = f"""
contracten: [{", ".join(vormen)}]
soort: eerste
beleid: classificatie-2026
invoer: [{{criterium: omzet, waarde: 50}}]
categorie: {waar.categorie[id_]}
geldig_vanaf: 2024-10-01
geinformeerd: 2024-10-02
"""
    _cijfers(uit, waar, kans, id_, vormen)
    _gesprekken(uit, waar, kans, id_, vormen)
    _zorgen(uit, waar, kans, id_, vormen)


def _cijfers(
    uit: dict[str, str], waar: Waarheid, kans: random.Random, id_: str, vormen: list[str]
) -> None:
    for periode in PERIODEN:
        rijen = []
        for vorm in vormen:
            if kans.random() < 0.1:
                rijen.append(f"  - {{kpi: start, contract: {vorm}, ontbreekt: niet geteld}}")
                continue
            noemer = kans.randint(6, 90)
            teller = kans.randint(noemer // 2, noemer)
            waar.start[id_, vorm, periode] = (teller, noemer)
            rijen.append(
                f"  - {{kpi: start, contract: {vorm}, teller: {teller}, noemer: {noemer}}}"
            )
        dag = date.fromisoformat(EIND[periode]) + timedelta(days=10)
        uit[f"{id_}/metingen/{periode}-opgave.yaml"] = (
            f"datum: {dag}\nvastgelegd: {dag}T12:00:00+00:00\ndoor: mia\nperiode: {periode}\n"
            f"bron: {{vindplaats: zaak {id_} {periode}}}\nontvangen: {dag}\nwaarden:\n"
            + "\n".join(rijen)
        )


def _gesprekken(
    uit: dict[str, str], waar: Waarheid, kans: random.Random, id_: str, vormen: list[str]
) -> None:
    for maand in kans.sample((1, 2, 3), kans.choice((0, 1, 2))):
        dag, wijze = date(2026, maand, kans.randint(1, 28)), kans.choice(WIJZEN)
        waar.gesprekken.append((id_, dag, wijze))
        reden = "" if wijze == "fysiek" else ", vorm_reden: op verzoek"
        uit[f"{id_}/gesprekken/{dag}-voortgang/gesprek.yaml"] = f"""
contracten: [{", ".join(vormen)}]
soort: regulier
datum: {dag}
gehouden: {{datum: {dag}, vorm: {wijze}{reden}, aanwezig: [{{naam: Iemand, partij: aanbieder}}]}}
"""


def _zorgen(
    uit: dict[str, str], waar: Waarheid, kans: random.Random, id_: str, vormen: list[str]
) -> None:
    if kans.random() < 0.5:
        dag, bron = date(2026, kans.choice((1, 2, 3)), kans.randint(1, 28)), kans.choice(BRONNEN)
        waar.signalen.append((id_, dag, bron))
        uit[f"{id_}/signalen/{dag}-wachttijd.yaml"] = f"""
contracten: [{vormen[0]}]
soort: [kwaliteit]
ernst: feitelijk
kant: AOC
bron: {{soort: {bron}}}
wat: wachttijd
"""
    if kans.random() < 0.4:
        doel = kans.choice(("contractmanagementplan", "delen met het veld"))
        waar.leerpunten.append((id_, doel))
        uit[f"{id_}/lijsten/leerpunten.yaml"] = f"""
leerpunten:
  - {{id: L-01, wat: eerder bellen, bestemming: {doel}, fase: do, sinds: 2026-02-01, eigenaar: mia}}
"""
    if kans.random() < 0.3:
        waar.treden[id_] = 1
        map_ = f"{id_}/escalaties/2026-02-10-wachttijd"
        uit[f"{id_}/lijsten/verplichtingen.yaml"] = """
verplichtingen:
  - {id: V-01, soort: afspraak, wat: op tijd beginnen, partij: aanbieder, kant: AOC,
     doorlopend: ja}
"""
        uit[f"{map_}/2026-02-10-opening.yaml"] = f"""
contracten: [{vormen[0]}]
tekortkomingen:
  - {{id: T1, verplichting: V-01, wat: te laat, soort: [tijdigheid], feiten: cijfers}}
coordinatie: mia
besloten_door: mia
afweging: {{reden: praten hielp niet}}
"""
        uit[f"{map_}/2026-02-11-maatregel-intensivering.yaml"] = """
trede: 1
instrument: intensivering
tekortkomingen: [T1]
ingaat: 2026-02-11
besloten_door: mia
reden: het helpt niet
"""
        uit[f"{map_}/2026-02-12-reactie.yaml"] = """
bij: 2026-02-11-maatregel-intensivering
ontvangen: 2026-02-12
verklaring: ja
herstelmaatregelen: ja
inhoud: wij begrijpen het
"""
