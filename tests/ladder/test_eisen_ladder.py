"""Each clause of both ladders: a breach is refused or reported by name, done right nothing is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN, korte_naam
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Ernst, Melding
from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import (
    BESTUUR,
    EIGEN,
    LANDSCHAP,
    REIKWIJDTE,
    SPOED,
    Bouw,
    lees_toestand,
    regels,
)

DAG = date(2026, 5, 20)


@dataclass(frozen=True)
class Geval:
    """A clause, a case that keeps it, and how the same case breaks it."""

    eis: str
    goed: str
    meldt: str
    """Everything that the breach brings, and nothing else: code, and the condition where it is
    one."""
    fout: str = ""
    """The words of the breach; the same as those of the right case unless something is said
    here."""
    vervang: tuple[str, str] = ("", "")
    """A text in the files that the breach replaces."""
    bij: str = ""
    """YAML behind the last measure."""
    blijft: str = ""
    """What stays a melding when all is done right."""


def over(*treden: int) -> str:
    return (
        f"overslaan: {{treden: {list(treden)}, ernst: Groot., kpis: Start onder de norm., reden: "
        "Het kan niet anders.}\n"
    )


def afwijking(naam: str) -> str:
    ook = ", onmogelijk: blijvend" if naam == "verzuim" else ""
    return (
        f"  - {{voorwaarde: {naam}, reden: Dat is zo besloten., door: dir, datum: 2026-02-10{ook}}}"
        "\n"
    )


TERMIJN = "  - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: Het kan.}\n"
GEHOORD = "LAD401 onderzoek, LAD401 wederhoor"
PLAN = "$G $P m2+@02-17 plan@03-02"
GEVALLEN = [
    # -- J: signals, restraint, investigation and hearing
    Geval("J34", "m1@02-03", "LAD401 aanleiding, LAD413", "geen-signaal m1@02-03"),
    Geval(
        "J34",
        "m1@02-03",
        "REC101",
        vervang=("verplichting: VP-1, wat: Iets, soort", "wat: Iets, soort"),
    ),
    Geval(
        "J35", "m1@02-03", "REC101", vervang=("afweging: {reden: Gewoon sturen hielp niet.}\n", "")
    ),
    Geval("J35", "m1@02-03", "REC101", vervang=("\nreden: Past.\n", "\n")),
    Geval("J36", "$G m2+@02-17", GEHOORD, "m2+@02-17"),
    Geval("J36", "$G m2+@02-17", "LAD401 wederhoor", "ond@02-02 m2+@02-17"),
    Geval(
        "J36",
        "ond@02-02 whstil@02-18 m2+@02-18",
        "LAD401 wederhoor",
        "ond@02-02 uitn@02-03 m2+@02-17",
    ),
    Geval(
        "J36",
        "ond@02-02 whstil@02-18 m2+@02-18",
        "LAD401 wederhoor",
        "ond@02-02 whstilvroeg@02-10 m2+@02-18",
    ),
    Geval("J36", "$G ond@02-25 wh@03-02 m2+@03-02", "LAD401 wederhoor", "$G ond@02-25 m2+@03-02"),
    Geval("J36", "T2 $G m2+@02-17", GEHOORD, "T2 ond/T1@02-02 wh@02-16 m2+@02-17"),
    Geval(
        "J36",
        "$G L:antwoord-als-wederhoor=apart-horen m1@02-17",
        "LAD402 onderzoek, LAD402 wederhoor",
        "L:antwoord-als-wederhoor=apart-horen m1@02-17",
    ),
    Geval(
        "J36",
        "T:veilig acuut bew-onv@01-20 m5c!+@02-03 klaar@02-04",
        GEHOORD,
        bij=SPOED,
        vervang=(SPOED, ""),
        blijft="LAD403",
    ),
    Geval(
        "J36",
        "T:veilig acuut bew-onv@01-20 m5c!+@02-03 klaar@02-04",
        f"{GEHOORD}, LAD403",
        "T:veilig acuut bew-onv@01-20 m5c+@02-03 klaar@02-04",
        bij=SPOED,
        blijft="LAD403",
    ),
    Geval(
        "J36",
        "T:veilig acuut bew-onv@01-20 m5c!+@02-03 klaar@02-04",
        f"{GEHOORD}, LAD403",
        bij=SPOED,
        vervang=("spoed: {door: dir", "spoed: {door: bo"),
        blijft="LAD403",
    ),
    Geval(
        "J36",
        "T:veilig acuut bew-onv@01-20 m5c!+@02-03 klaar@02-04",
        "REC101",
        bij=SPOED,
        vervang=(", alsnog_uiterlijk: 2026-02-10", ""),
        blijft="LAD403",
    ),
    Geval(
        "J36",
        "T:veilig acuut bew-onv@01-20 m5c!+@02-03 klaar@02-04",
        f"{GEHOORD}, LAD403",
        "T:veilig acuut bew-onv@01-20 L:wederhoor-eerst=altijd-eerst m5c!+@02-03 klaar@02-04",
        bij=SPOED,
        blijft="LAD403",
    ),
    Geval(
        "J36",
        "ond@02-09 wh@02-10 m2+@02-17",
        "LAD401 wederhoor",
        "ond@02-09 wh/uit=01-09@02-10 m2+@02-17",
    ),
    Geval(
        "J36",
        "ond@02-02 whstil@02-18 m2+@02-18",
        "LAD401 wederhoor",
        "ond@02-02 whstil/terug@02-18 m2+@02-18",
    ),
    Geval(
        "J36",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD402 nieuws-gehoord",
        "$H jdg-nee@04-08 m4+@04-08",
    ),
    Geval(
        "J36",
        "$G bew-fraude@02-17 nh-bew@02-17 m7o+@02-17",
        "LAD401 nieuws-gehoord",
        "$G bew-fraude@02-17 m7o+@02-17",
    ),
    # -- J: severity and skipping
    Geval("J37", "$G m3+@02-17", "LAD401 volgorde", vervang=(over(1, 2), "")),
    Geval("J37", "$G m3+@02-17", "LAD401 volgorde", vervang=("treden: [1, 2]", "treden: [2]")),
    Geval("J37", "$G m3+@02-17", "REC101", vervang=("ernst: Groot., ", "")),
    Geval("J37", "m1@02-03", "LAD401 ernst", vervang=("ernst: Ernstig.\n", "")),
    Geval(
        "J37",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 na-ontvangen, LAD401 termijn-verstreken, LAD401 herstel-uitgebleven",
        "$G m4+@02-17",
    ),
    Geval(
        "J37",
        "$G m2+@02-17 verz@02-17 m3+@03-02",
        "LAD401 volgorde",
        vervang=("treden: [1], ernst: Groot., kpis", "treden: [1, 2], ernst: Groot., kpis"),
    ),
    # -- J: trede 1 and 2
    Geval("J52", "m1@02-03", "LAD432", "m1/kaal@02-03"),
    Geval("J38", "acuut m1/5wd@02-03", "LAD401 antwoordtermijn", "m1/5wd@02-03"),
    Geval(
        "J38",
        "acuut m1/5wd@02-03",
        "LAD401 antwoordtermijn",
        vervang=("antwoord_reden: Acuut.\n", ""),
    ),
    Geval("J38", "m1@02-03 react/heel@02-20", "REC101", vervang=("verklaring: ja\n", "")),
    Geval("J38", "m1@02-03 react/heel@02-20", "REC101", vervang=("herstelmaatregelen: ja\n", "")),
    Geval("J38", "m1@02-03 react/heel@02-20", "LAD433", "m1@02-03 react@02-20"),
    Geval("J38", "m1@02-03 react@02-20 react/heel@02-25", "LAD433", "m1@02-03 react@02-20"),
    Geval(
        "J39",
        "$G m2+@02-17",
        "LAD401 antwoordtermijn",
        vervang=("antwoordtermijn: 10 werkdagen\nantwoord_reden: Zo lang is nodig.\n", ""),
    ),
    Geval(
        "J39",
        "$G m2+@02-17",
        "LAD401 antwoordtermijn",
        vervang=("antwoord_reden: Zo lang is nodig.\n", ""),
    ),
    Geval("J39", "$G m2+@02-17 plan@03-02", "LAD411", vervang=("uiterlijk: 2026-04-01, ", "")),
    Geval(
        "J39",
        "$G m2+@02-17 plan@03-02",
        "REC101",
        vervang=("tekortkoming: T1, oplossing", "oplossing"),
    ),
    Geval("J39", "$G m2+@02-17 plan@03-02", "LAD411", vervang=("oplossing: Zo., ", "")),
    Geval(
        "J39",
        "$G m2+@02-17 plan@03-02",
        "LAD411",
        "T2 $G m2+@02-17 plan@03-02",
    ),
    # -- J: trede 3 and 4
    Geval("J40", "$G m3+@02-17", "LAD401 eis-genoemd", "$G geen-eis m3+@02-17"),
    Geval(
        "J40",
        "$G m3+@02-17",
        "LAD401 hersteltermijn",
        vervang=(f"hersteltermijnen:\n{TERMIJN}", ""),
    ),
    Geval(
        "J40",
        "$G m3+/zonder-termijn@02-17",
        "LAD401 hersteltermijn",
        vervang=("verzuimgrond: {artikel: '6:82 lid 2', reden: Aanmanen heeft geen zin.}\n", ""),
    ),
    Geval("J40", "$G m3+@02-17", "REC101", vervang=(", redelijk: Het kan.", "")),
    Geval("J40", "$G m3+@02-17", "LAD401 volmacht", "$G volmacht-zuid-mist m3+@02-17"),
    Geval("J40", "$G volmacht-tot-3 m3+@02-17", "LAD401 volmacht", "$G volmacht-tot-2 m3+@02-17"),
    Geval("J40", "$G m3+@02-17", "LAD401 volmacht", "$G volmacht-voorbij m3+@02-17"),
    Geval("J40", "$G m3+@02-17", "LAD401 volmacht", "$G geen-volmacht m3+@02-17"),
    Geval(
        "J40",
        "$G m3+@02-17",
        "LAD402 mandaat",
        vervang=("besloten_door: dir\nnoodzaak", "besloten_door: mia\nnoodzaak"),
    ),
    Geval(
        "J40",
        "$G m3+@02-17",
        "LAD402 eigen-nakoming",
        vervang=(EIGEN, "eigen_verplichtingen: nee\n"),
    ),
    Geval("J40", "$G m3+@02-17", "LAD402 eigen-nakoming", vervang=(EIGEN, "")),
    Geval(
        "J41", "$H jdg-nee@04-08 nh@04-08 m4+@04-08", "LAD401 herstel-uitgebleven", "$H m4+@04-08"
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 herstel-uitgebleven",
        "$H jdg-nee@03-20 nh@03-20 m4+@04-08",
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 termijn-verstreken, LAD401 herstel-uitgebleven",
        "$H jdg-nee@03-20 nh@03-20 m4+@03-25",
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 na-ontvangen, LAD401 termijn-verstreken",
        "$G m3+@03-02 verz@03-02 jdg-nee@04-08 nh@04-08 m4+@04-08",
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 termijn-verstreken, LAD401 herstel-uitgebleven",
        "$H bzw@03-10 jdg-nee@04-08 nh@04-08 m4+@04-08",
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 vordering",
        vervang=("vordering: De declaraties van maart; zelfde diensten., ", ""),
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "LAD401 vordering",
        vervang=("procent: 20, ", ""),
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08",
        "REC101",
        vervang=(", reden: Naar verhouding.", ""),
    ),
    Geval(
        "J41",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08 jdg-ja@05-04 opheff@05-06",
        "LAD415",
        "$H jdg-nee@04-08 nh@04-08 m4+@04-08 jdg-ja@05-04",
    ),
    # -- J: trede 5, 6 and 7
    Geval(
        "J42",
        "$G m5c+@02-17 klaar@02-18",
        "LAD401 risico-benoemd",
        "$G T:tijd m5c+@02-17 klaar@02-18",
    ),
    Geval(
        "J42",
        "$G m5o+@02-17 klaar@02-18",
        "LAD401 risico-benoemd",
        "$G T:tijd m5o+@02-17 klaar@02-18",
    ),
    Geval(
        "J42",
        "$G m5o+@02-17 klaar@02-18",
        "LAD401 ontvangers",
        vervang=(", ontvangers: [De Roos]", ""),
    ),
    Geval("J42", "$G m5c+@02-17 klaar@02-18", "LAD401 zorglandschap", vervang=(LANDSCHAP, "")),
    Geval("J42", "$G m5c+@02-17 klaar@02-18", "LAD401 reikwijdte", vervang=(REIKWIJDTE, "")),
    Geval(
        "J42",
        "$G m5c+@02-17 klaar@02-18",
        "LAD401 reikwijdte",
        vervang=("eindigt_als: het beter gaat, ", ""),
    ),
    Geval(
        "J42",
        "$G m5c+@02-17 klaar@02-18",
        "LAD401 reikwijdte",
        vervang=("herzien: 2026-07-01, ", ""),
    ),
    Geval("J42", "$G m5c+@02-17 klaar@02-18", "LAD414", "$G m5c+@02-17"),
    Geval("J43", "$G omzet m6b+=100000@02-17", "LAD401 maximum", "$G omzet m6b+=100001@02-17"),
    Geval(
        "J43",
        "$G omzet m6b+=60000@02-17 m6b+=40000@02-18",
        "LAD401 maximum, LAD448",
        "$G omzet m6b+=60000@02-17 m6b+=40001@02-18",
        blijft="LAD448",
    ),
    Geval(
        "J43",
        "$G omzet L:boetemaximum=per-boete m6b+=60000@02-17 m6b+=40001@02-18",
        "LAD401 maximum, LAD448",
        "$G omzet m6b+=60000@02-17 m6b+=40001@02-18",
        blijft="LAD448",
    ),
    Geval("J43", "$G omzet m6b+=100@02-17", "LAD401 maximum", "$G m6b+=100@02-17"),
    Geval("J43", "$G omzet m6b+=100@02-17", "LAD401 maximum", "$G omzet-oud m6b+=100@02-17"),
    Geval("J43", "$G omzet m6b+=100@02-17", "LAD401 bedrag", "$G omzet m6b+@02-17"),
    Geval(
        "J43",
        "$G omzet m6b+=100@02-17",
        "REC101",
        vervang=("{bedrag: 100.00, reden: Past.}", "{bedrag: 100.00}"),
    ),
    Geval("J43", "$G omzet m6b+=100@02-17", "LAD402 verzuim", vervang=(afwijking("verzuim"), "")),
    Geval(
        "J43",
        "$G fact@02-12 m6t+=1000@02-17",
        "LAD401 facturenlijst",
        "$G fact@02-12 m6t+=999@02-17",
    ),
    Geval("J43", "$G fact@02-12 m6t+=1000@02-17", "LAD401 facturenlijst", "$G m6t+=1000@02-17"),
    Geval(
        "J43",
        "$G fact@02-12 m6t+=1000@02-17",
        "REC101",
        vervang=(
            "{nummer: F-1, bedrag: 400.00, grond: Zonder opdracht}",
            "{nummer: F-1, bedrag: 400.00}",
        ),
    ),
    Geval(
        "J44",
        "$G m7n+@02-17",
        "LAD401 optie-open, LAD401 aanzegging-tijdig",
        "$G geen-optie m7n+@02-17",
    ),
    Geval(
        "J44",
        "$G m7n+@02-17",
        "LAD401 optie-open, LAD401 aanzegging-tijdig",
        "$G optie-gebruikt m7n+@02-17",
    ),
    Geval("J44", "$G m7n+@02-17", "LAD401 aanzegging-tijdig", "$G einde-dichtbij m7n+@02-17"),
    Geval(
        "J44",
        "$G einde-dichtbij optie-zonder-aanzegging m7n+@02-17",
        "LAD401 aanzegging-tijdig",
        "$G einde-dichtbij m7n+@02-17",
    ),
    Geval("J44", "$G m7n+@02-17", "LAD401 aanzegging-tijdig", "$G geen-einddatum m7n+@02-17"),
    Geval(
        "J44",
        "$G m7n+@02-17",
        "LAD402 bewijs",
        vervang=("afwijkingen:\n" + afwijking("bewijs"), ""),
    ),
    Geval("J44", "$G m7n+@02-17", "LAD401 bewijs", "$G L:grond-niet-verlengen=beide m7n+@02-17"),
    Geval(
        "J44",
        "$G bew-fraude@02-12 m7o+@02-17",
        "LAD401 ingang-na-bezwaar",
        vervang=("ingaat: 2026-12-01", "ingaat: 2026-02-18"),
    ),
    Geval(
        "J44",
        "$G bew-fraude@02-12 m7o+@02-17",
        "LAD401 bewijs, LAD401 bewijs-vastgesteld",
        "$G m7o+@02-17",
    ),
    Geval(
        "J44",
        "$G bew-fraude@02-12 m7o+@02-17",
        "LAD402 verzuim",
        vervang=("afwijkingen:\n" + afwijking("verzuim"), ""),
    ),
    # -- J: objection, dispute, suspensive effect
    Geval("J45", "$H bzw@03-12", "LAD412", "$H bzw@03-13"),
    Geval("J45", "$H bzw@03-13 besl@03-20", "LAD412", "$H bzw@03-13"),
    Geval("J45", "$G m3+@03-02 verz@03-02 bzw@03-13", "LAD412", "$H bzw@03-13"),
    Geval("J45", "$H bzw/verz=03-12@03-16", "LAD412", "$H bzw/verz=03-13@03-16"),
    Geval("J45", "$H bzw@03-11", "LAD412", "$H bzw/mond@03-11"),
    Geval(
        "J46", "$H bzw@03-10 gespr@03-20", "LAD410", vervang=("directie_aanbieder: B. Aas\n", "")
    ),
    Geval(
        "J46",
        "$H bzw@03-10 gespr@03-20",
        "LAD410",
        vervang=("directie_opdrachtgever: D. Recteur\n", ""),
    ),
    Geval("J47", "$G m3+@02-17", "LAD409", "$G m3?+@02-17"),
    Geval(
        "J47", "$G m3!+@02-17", "LAD409", vervang=("noodzaak_reden: Gevaar voor cliënten.\n", "")
    ),
    # -- J: evidence
    Geval("J48", "$G bew-onv@02-12", "LAD408", "$G bew-onv-fout@02-12"),
    Geval(
        "J48",
        "$G bew-onv@02-12 m7o+@02-17",
        "LAD401 bewijs, LAD401 bewijs-vastgesteld, LAD408",
        "$G bew-onv-fout@02-12 m7o+@02-17",
    ),
    Geval(
        "J48",
        "$G bew-onv@02-12 m7o+@02-17",
        "LAD401 bewijs, LAD401 bewijs-vastgesteld",
        "$G bew-onv-deel@02-12 m7o+@02-17",
    ),
    Geval(
        "J48",
        "$G bew-ervaring@02-12 m7o+@02-17",
        "LAD401 bewijs, LAD401 bewijs-vastgesteld",
        "$G bew-ervaring-zonder@02-12 m7o+@02-17",
    ),
    Geval(
        "J48",
        "$G m5c+@02-17 klaar@02-18",
        "LAD402 bewijs",
        vervang=("afwijkingen:\n" + afwijking("bewijs"), ""),
    ),
    Geval(
        "J48",
        "$G bew-cont@02-12 m5c+@02-17 klaar@02-18",
        "LAD401 bewijs",
        "$G L:bewijs-bij-trede-5-en-6=streng m5c+@02-17 klaar@02-18",
    ),
    Geval(
        "J49",
        "$G bew-fraude@02-12 m7o+@02-17",
        "LAD401 bewijs, LAD401 bewijs-vastgesteld",
        "$G bew-fraude-geen-opzet@02-12 m7o+@02-17",
    ),
    Geval(
        "J49",
        "$G bew-fraude@02-12 m7o+@02-17",
        "LAD401 bewijs-vastgesteld",
        "$G bew-fraude-zv@02-12 m7o+@02-17",
    ),
    # -- S: when the model starts
    Geval("S03", "$G $P m2+@02-17", "LAD401 sturing-onvoldoende", "$G m2+@02-17"),
    Geval(
        "S03",
        "$G $P m2+@02-17",
        "LAD401 sturing-onvoldoende, LAD401 volgorde, LAD402 preventie-doorlopen",
        "$G m2+@02-17",
        vervang=(over(1), ""),
    ),
    Geval(
        "S03",
        "$G $P m2+@02-17",
        "LAD401 sturing-onvoldoende",
        "$G m1o@01-20 eff-nee/o@02-10 m2+@02-17",
    ),
    Geval(
        "S03",
        "T:ernstig $G m2+@02-17",
        "LAD401 sturing-onvoldoende",
        "$G m1o@01-20 m1t@01-20 eff-nee/o@02-10 m2+@02-17",
    ),
    Geval(
        "S03",
        "$G $P m2+@02-17",
        "LAD401 sturing-onvoldoende",
        "$G m1o@01-20 m1t@01-20 eff-nee/o@02-10 eff-ja/t@02-10 m2+@02-17",
    ),
    Geval("S04", "$G $P m3+@03-02", "LAD401 bestuurlijk", vervang=(BESTUUR, "")),
    Geval("S04", "$G $P m3+@03-02", "LAD401 bestuurlijk", vervang=(", met: de wethouder", "")),
    Geval(
        "S04",
        "$G $P m3+@03-02",
        "LAD401 bestuurlijk",
        vervang=(BESTUUR, "bestuurlijk: {relevant: nee}\n"),
    ),
    Geval("S04", "$G $P m3+@03-02", "REC101", vervang=("coordinatie: mia\n", "")),
    Geval(
        "S05",
        "geen-signaal k=oo m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal k=ov m1o@02-03",
    ),
    Geval(
        "S05",
        "geen-signaal k=oo m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal k=?o m1o@02-03",
    ),
    Geval(
        "S05",
        "geen-signaal a=nn m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal a=ng m1o@02-03",
    ),
    Geval(
        "S06",
        "signaal=kwaliteit-onder-druk k=vv m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal k=vv m1o@02-03",
    ),
    Geval(
        "S06",
        "signaal=continuiteit-onder-druk k=vv m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal k=vv m1o@02-03",
    ),
    Geval(
        "S07",
        "signaal=te-weinig-medewerking k=vv m1o@02-03",
        "LAD401 aanleiding, LAD413",
        "geen-signaal k=vv m1o@02-03",
    ),
    Geval("S08", "$P $G m2+@02-17", f"{GEHOORD}, LAD402 preventie-doorlopen", "$P m2+@02-12"),
    Geval(
        "S08",
        "T:ernstig m5+@02-03 klaar@02-04",
        GEHOORD,
        bij=SPOED,
        vervang=(SPOED, ""),
        blijft="LAD403",
    ),
    Geval("S08", "T:ernstig m7z+@02-03", GEHOORD, bij=SPOED, vervang=(SPOED, ""), blijft="LAD403"),
    Geval(
        "S08",
        "T:ernstig m5+@02-03 klaar@02-04",
        f"{GEHOORD}, LAD403",
        "T:ernstig m5+@02-03 klaar@02-04 L:stop-zonder-wederhoor=eerst-horen",
        bij=SPOED,
        blijft="LAD403",
    ),
    Geval(
        "S08",
        "$P ond@02-09 wh@02-10 m2+@02-17",
        "LAD401 wederhoor",
        "$P ond@02-09 wh/uit=01-09@02-10 m2+@02-17",
    ),
    Geval("S09", "$G $P m3+@03-02", "LAD401 volgorde", vervang=(over(2), "")),
    Geval(
        "S09", "$G $P m3+@03-02", "LAD401 volgorde", vervang=("kpis: Start onder de norm., ", "")
    ),
    Geval("S09", "$G $P m3+@03-02", "REC101", vervang=("ernst: Groot., ", "")),
    Geval(
        "S09",
        "$G $P m2+@02-17",
        "LAD401 ernst",
        vervang=(
            "ernst: Ernstig.\nbesloten_door: dir\nnoodzaak: nee\neisen",
            "besloten_door: dir\nnoodzaak: nee\neisen",
        ),
    ),
    Geval(
        "S10",
        "m1o@02-03",
        "LAD401 preventief",
        vervang=(
            (
                "preventief: {maatregel: dossieraudit, niveau: operationeel, doel: herstel, wie: "
                "beide}\n"
            ),
            "",
        ),
    ),
    Geval("S10", "m1o@02-03", "LAD401 preventief", vervang=("dossieraudit", "bibop")),
    Geval("S10", "m1o@02-03", "REC101", vervang=("doel: herstel, ", "")),
    Geval("S10", "m1o@02-03", "REC107", vervang=("doel: herstel", "doel: straf")),
    Geval(
        "S20",
        "$G $P m3+@03-02",
        "LAD401 preventie-doorlopen",
        "ond-nee@02-02 wh@02-16 $P m3+@03-02",
    ),
    Geval(
        "S20",
        "$G $P m3+@03-02",
        "LAD401 preventie-doorlopen",
        "ond-onb@02-02 wh@02-16 $P m3+@03-02",
    ),
    Geval(
        "S20",
        "$G $P k=oo m2@02-17",
        "LAD401 preventie-bij-reeks, LAD402 preventie-doorlopen",
        "ond-nee@02-02 wh@02-16 $P k=oo m2@02-17",
    ),
    Geval(
        "S21", "m1o@02-03", "REC101", vervang=("afweging: {reden: Gewoon sturen hielp niet.}\n", "")
    ),
    Geval("S22", "$G $P m2+@02-17", "REC101", vervang=("eisen: [VP-1], ", "")),
    # -- S: the improvement plan
    Geval("S11", "$G $P k=oo m2@02-17", "LAD401 verbeterplangrond", "$G $P k=ov m2@02-17"),
    Geval("S11", "$G $P a=nn m2@02-17", "LAD401 verbeterplangrond", "$G $P a=n? m2@02-17"),
    Geval("S12", "$G $P m2+@02-17", "LAD401 verbeterplangrond", "$G $P m2@02-17"),
    Geval("S12", "$G $P m2+@02-17", "REC101", vervang=(", reden: Eis 2.4 wordt niet gehaald.", "")),
    Geval("S12", PLAN, "LAD411", vervang=("directie_naam: D. Irectie\n", "")),
    Geval("S12", PLAN, "LAD411", vervang=("directie_datum: 2026-03-02\n", "")),
    *(
        Geval(
            "S12",
            f"{PLAN} planjdg-ja@03-05",
            "LAD411",
            vervang=(f"criterium: {c}, ", "criterium: iets-anders, "),
        )
        for c in ("adequaat", "uitvoerbaar", "deskundigheidsniveau")
    ),
    Geval("S13", PLAN, "LAD411", vervang=(", doel: Alles.", "")),
    Geval("S13", PLAN, "LAD411", vervang=("uiterlijk: 2026-04-01, ", "")),
    Geval("S13", PLAN, "REC101", vervang=("tekortkoming: T1, oplossing", "oplossing")),
    Geval("S13", PLAN, "LAD411", vervang=("oplossing: Zo., ", "")),
    # -- S: trede 3 to 7
    Geval("S14", "$G $P m3+@03-02", "LAD401 eis-genoemd", "$G $P geen-eis m3+@03-02"),
    Geval(
        "S14",
        "$G $P m3+@03-02",
        "LAD401 hersteltermijn",
        vervang=(f"hersteltermijnen:\n{TERMIJN}", ""),
    ),
    Geval(
        "S14",
        "$G $P m3+@03-02",
        "LAD402 plan-doorlopen",
        "$G $P m2+@02-17 verz@02-17 m3+@03-02",
        vervang=("afwijkingen:\n" + afwijking("plan-doorlopen"), ""),
    ),
    Geval(
        "S14",
        (
            f"{PLAN} planjdg-ja@03-05 uitv-nee@04-20 m3+@04-20 "
            "L:ingebrekestelling-zonder-verbeterplan=streng"
        ),
        "LAD401 plan-doorlopen",
        f"{PLAN} planjdg-ja@03-05 m3+@04-20 L:ingebrekestelling-zonder-verbeterplan=streng",
    ),
    Geval("S14", "$G $P m3+@03-02", "LAD402 eigen-nakoming", vervang=(EIGEN, "")),
    Geval("S14", "$G $P m3+@03-02", "LAD401 volmacht", "$G $P volmacht-tot-2 m3+@03-02"),
    Geval("S15", "$G fact@02-12 m4+=1000@02-17", "LAD401 facturenlijst", "$G m4+=1000@02-17"),
    Geval(
        "S15",
        "$G fact@02-12 m4+=1000@02-17",
        "LAD401 facturenlijst",
        "$G fact@02-12 m4+=1001@02-17",
    ),
    Geval(
        "S15",
        "$G fact@02-12 m4+=1000@02-17",
        "LAD401 sturing-onvoldoende",
        "$G fact@02-12 L:terugvordering-los-van-treden=in-volgorde m4+=1000@02-17",
    ),
    Geval("S16", "$G $P m5+@02-17 klaar@02-18", "LAD401 reikwijdte", vervang=(REIKWIJDTE, "")),
    Geval("S16", "$G $P m5+@02-17 klaar@02-18", "LAD414", "$G $P m5+@02-17"),
    Geval(
        "S17",
        "$G $P m6+@02-17",
        "LAD401 grond-genoemd",
        vervang=("gronden: [kwaliteitsproblemen]\n", ""),
    ),
    Geval(
        "S17",
        "$G $P m6+@02-17",
        "LAD401 einddatum",
        vervang=("ingaat: 2028-01-01", "ingaat: 2027-12-30"),
    ),
    Geval(
        "S17",
        "$G $P m6+@02-17",
        "LAD401 einddatum, LAD401 aanzegging-tijdig",
        "$G $P geen-einddatum m6+@02-17",
    ),
    Geval("S17", "$G $P m6+@02-17", "LAD401 aanzegging-tijdig", "$G $P einde-dichtbij m6+@02-17"),
    Geval(
        "S17",
        "$G $P m6+@02-17",
        "LAD401 strategisch-besluit, LAD402 mandaat",
        vervang=(
            "besloten_door: dir\nnoodzaak: nee\ngronden",
            "besloten_door: mia\nnoodzaak: nee\ngronden",
        ),
    ),
    Geval(
        "S18",
        "$G $P m7o+@02-17",
        "LAD401 grond-genoemd",
        vervang=("gronden: [fraude]", "gronden: [een eigen grond]"),
    ),
    Geval(
        "S18",
        "$G $P m7o+@02-17",
        "LAD402 verzuim",
        vervang=("afwijkingen:\n" + afwijking("verzuim"), ""),
    ),
    Geval(
        "S18",
        "$G $P m7o+@02-17",
        "LAD401 strategisch-besluit, LAD402 mandaat",
        vervang=(
            "besloten_door: dir\nnoodzaak: nee\ngronden",
            "besloten_door: mia\nnoodzaak: nee\ngronden",
        ),
    ),
    Geval(
        "S19",
        "$G $P m7z+@02-17",
        "LAD402 uiterste-middel",
        vervang=("uiterste: Herstel is niet mogelijk gebleken.\n", ""),
    ),
    Geval(
        "S19",
        "$G $P m7z+@02-17",
        "LAD401 grond-genoemd",
        vervang=("gronden: [fraude-of-misleiding]\n", ""),
    ),
    Geval(
        "S19",
        "$G $P m7z+@02-17",
        "LAD401 strategisch-besluit, LAD402 mandaat",
        vervang=(
            "besloten_door: dir\nnoodzaak: nee\ngronden",
            "besloten_door: mia\nnoodzaak: nee\ngronden",
        ),
    ),
    Geval(
        "S19",
        "$G $P L:uiterste-maatregel=hard-bij-beide m7z+@02-17",
        "LAD401 uiterste-middel",
        vervang=("uiterste: Herstel is niet mogelijk gebleken.\n", ""),
    ),
    # -- S: what it is silent about
    Geval(
        "S23",
        "$G $P m3+@03-02",
        "LAD405",
        vervang=("instrument: ingebrekestelling", "instrument: boete"),
    ),
    Geval(
        "S23",
        "$G $P m3+@03-02",
        "LAD405",
        vervang=("instrument: ingebrekestelling", "instrument: opschorting"),
    ),
    Geval("S23", "$G $P m3+@03-02", "LAD405", vervang=("\ntrede: 3\n", "\ntrede: 5\n")),
]


def meldingen(
    map_: Path, geval: Geval, woorden: str, vervang: tuple[str, str] = ("", "")
) -> tuple[Melding, ...]:
    """All meldingen of the record and the ladder on a case, information left out."""
    bouw = Bouw(woorden, geval.eis[0])
    if geval.bij:
        pad = next(p for p in bouw.bestanden if p.endswith(f"/{bouw.laatste['m']}.yaml"))
        bouw.bestanden[pad] += geval.bij
    oud, nieuw = vervang
    bestanden = {
        pad: tekst.replace(oud, nieuw) if oud else tekst for pad, tekst in bouw.bestanden.items()
    }
    assert not oud or bestanden != bouw.bestanden, "the breach changes nothing"
    geladen = lees(map_, bestanden)
    alle = (*geladen.meldingen, *controleer(geladen.register.zoals(), DAG))
    return tuple(
        m for m in alle if m.ernst is not Ernst.INFO and m.code[:3] in ("REC", "YML", "LAD")
    )


def namen(rijen: tuple[Melding, ...]) -> set[str]:
    """Each melding as its code, with the condition that it is about."""
    gevonden = [
        (m.code, re.search(r": ([^:]+?) is (?:niet vervuld|onbekend)", m.tekst)) for m in rijen
    ]
    return {
        f"{code} {NAAM[treffer[1]]}" if treffer and code in ("LAD401", "LAD402") else code
        for code, treffer in gevonden
    }


NAAM = {korte_naam(naam): naam for naam in VOORWAARDEN}
"""The name of a condition, by what a melding calls it."""


def rij(tekst: str) -> set[str]:
    return {deel.strip() for deel in tekst.split(",") if deel.strip()}


@pytest.mark.parametrize(
    "geval", GEVALLEN, ids=[f"{nr:03}-{g.eis}" for nr, g in enumerate(GEVALLEN)]
)
def test_a_breach_is_named_and_the_right_step_brings_nothing(tmp_path: Path, geval: Geval) -> None:
    assert geval.fout or geval.vervang[0], "a case without a breach"
    assert namen(
        meldingen(tmp_path / "fout", geval, geval.fout or geval.goed, geval.vervang)
    ) == rij(geval.meldt)
    assert namen(meldingen(tmp_path / "goed", geval, geval.goed)) == rij(geval.blijft)


def test_no_clause_of_the_ladders_is_missing() -> None:
    """J34–J49, J52 and S03–S23, all of them."""
    nodig = {f"J{nr:02}" for nr in (*range(34, 50), 52)}
    nodig |= {f"S{nr:02}" for nr in range(3, 24)}
    assert {geval.eis for geval in GEVALLEN} == nodig
    assert nodig - {rij[0] for contract in "JS" for rij in regels(contract)} <= {
        "S04",
        "S22",
        "S23",
        "J39",
        "S13",
        "S21",
        "S07",
        "J35",
    }


@pytest.mark.parametrize("rij", regels("S")[::6], ids=lambda rij: rij[0])
def test_no_term_role_or_clause_of_the_other_contract_reaches_a_case(
    tmp_path: Path, rij: tuple[str, str, str, str]
) -> None:
    """S23: what the medical contract does not hold is not borrowed from the youth-care one."""
    antwoorden = lees_toestand(tmp_path, "S", rij[1], rij[2])
    punten = [
        p
        for p in alle_werkpunten(blik_op(antwoorden.register, antwoorden.dossier, antwoorden.dag))
        if p.contracten == ("advies",)
    ]
    assert [p for p in punten if re.fullmatch(r"J\d\d", p.grond)] == []
    assert {p.soort for p in punten} & {
        "bezwaar",
        "directiegesprek",
        "bezwaar-bevestigen",
        "beslissing",
    } == set()
    assert [
        m
        for m in controleer(antwoorden.register, antwoorden.dag)
        if m.grond and m.grond.startswith("J") and m.code.startswith("LAD")
    ] == []
