"""Pairs of states of the example register, made by hand, with the words that tell what changed.

A pair takes files away, replaces a text in one, or writes one, on either side; what is not named is
the example as it ships. `EERST` and `STRAKS` say which side an edit is of.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

WEG = None
KOP = "datum: {0}\nvastgelegd: {0}T12:00:00+02:00\ndoor: marieke-hoekstra\n"


def feit(dag: str, inhoud: str) -> str:
    """The text of a fact of the contract manager on a day."""
    return KOP.format(dag) + inhoud


Bewerking = tuple[str, str] | str | None
"""An old and a new text in a file, its whole content, or that it is not there (WEG)."""


class Paar(NamedTuple):
    """Two states, and the words."""

    naam: str
    eerst: dict[str, Bewerking]
    straks: dict[str, Bewerking]
    woorden: tuple[str, ...]
    """Each: the kind of difference, a bar, and the beginning of what is said."""
    nakijken: bool
    vandaag: date = date(2026, 5, 18)


_Z = "de-klaproos/escalaties/2026-02-10-wachttijd/"
_B = "de-klaproos/brieven/2026-05-04-ingebrekestelling/"
_W = "waterlelie/escalaties/2025-02-03-registratie/"
_G = "de-klaproos/gesprekken/2026-04-16-voortgang/gesprek.yaml"
_ORG = "organisatie.yaml"
_ERBIJ = "ondertekenaars:\n"
_ACTIE = "  acties:\n    - {id: A-27"
_NIEUW = """  acties:
    - {id: A-39, partij: aanbieder, wie: Karin Smit, wat: Stuurt het rooster,
       klaar_als: ontvangen, uiterlijk: 2026-05-29, kant: DOP}
    - {id: A-27"""
_BESLUIT = """  besluiten:
    - {id: B-19, besluit: Het rooster gaat elke maand mee., gemandateerd: marieke-hoekstra}
"""
PAREN = (
    # the ladder
    Paar(
        "een maatregel en haar brief",
        {f"{_Z}2026-05-04-maatregel-ingebrekestelling.yaml": WEG, f"{_B}brief.yaml": WEG},
        {},
        (
            "trede | trede 1 → trede 3",
            "maatregel | maatregel: trede 3, ingebrekestelling (T1, T2), ingaat 4 mei 2026",
            "termijn-nieuw | Einde hersteltermijn T1 (aanbieder, J40): dinsdag 9 juni 2026",
            "termijn-nieuw | Bezwaar tegen de gekozen trede (ingebrekestelling) (aanbieder, J45)",
        ),
        nakijken=True,
    ),
    Paar(
        "een escalatie geopend",
        {"de-klaproos/escalaties": WEG, f"{_B}": WEG},
        {f"{_Z}2026-03*": WEG, f"{_Z}2026-04*": WEG, f"{_Z}2026-05*": WEG, f"{_B}": WEG},
        ("feit | opening: ",),
        nakijken=False,
    ),
    Paar(
        "een oordeel over herstel",
        {f"{_W}2025-05*": WEG, f"{_W}2025-06*": WEG, f"{_W}2025-07*": WEG},
        {f"{_W}2025-05-13*": WEG, f"{_W}2025-06*": WEG, f"{_W}2025-07*": WEG},
        (
            "verzuim | verzuim T1: onbekend → ja",
            "herstel | herstel T1: onbekend → niet",
            "herstel | herstel T2: onbekend → hersteld",
        ),
        nakijken=True,
        vandaag=date(2025, 6, 2),
    ),
    Paar(
        "een maatregel opgeheven",
        {f"{_W}2025-07-02*": WEG, f"{_W}2025-07-14*": WEG},
        {f"{_W}2025-07-14*": WEG},
        (
            "zaakbesluit | opheffing: ",
            "trede | trede 4 → trede 3",
            "maatregel-toestand | opschorting van betaling: van kracht → opgeheven",
        ),
        nakijken=True,
    ),
    Paar(
        "een escalatie gesloten",
        {f"{_W}2025-07-14*": WEG},
        {},
        (
            "zaakbesluit | sluiting: ",
            "zaak-dicht | de escalatie is gesloten (was open)",
            "trede | trede 3 → trede 0",
        ),
        nakijken=True,
    ),
    Paar(
        "een maatregel geschorst",
        {"oude-linde/escalaties/2025-03-03-veiligheid/2025-03-25*": WEG},
        {},
        ("zaakbesluit | schorsing: ",),
        nakijken=True,
        vandaag=date(2025, 3, 26),
    ),
    Paar(
        "een bezwaar en een beslissing met een nieuwe dag",
        {f"{_W}2025-04-24*": WEG},
        {},
        ("zaakbesluit | beslissing: ",),
        nakijken=True,
        vandaag=date(2025, 4, 25),
    ),
    Paar(
        "een tekortkoming erbij",
        {f"{_Z}2026-03-05-tekortkoming.yaml": WEG},
        {},
        ("feit | tekortkoming: ",),
        nakijken=False,
    ),
    # letters
    Paar(
        "een brief verzonden",
        {f"{_B}2026-05-0*": WEG},
        {f"{_B}2026-05-06*": WEG, f"{_B}2026-05-04-verzonden-mail.yaml": WEG},
        (
            "feit | verzonden: aangetekend aan bestuur@de-klaproos.example",
            "taak-weg | niet meer te doen: Brief nog niet verzonden: ingebrekestelling",
            "trede | trede 1 → trede 3",
        ),
        nakijken=True,
    ),
    Paar(
        "een brief bezorgd",
        {f"{_B}2026-05-06*": WEG},
        {},
        ("feit | bezorgd: handtekening voor ontvangst", "maatregel-loopt | ingebrekestelling: "),
        nakijken=False,
    ),
    Paar(
        "een brief die nog moet gaan",
        {"waterlelie/brieven/2026-05-11-cijfers": WEG},
        {"waterlelie/brieven/2026-05-11-cijfers/2026-05-11-verzonden.yaml": WEG},
        ("brief-gereed | brief klaar om te versturen: brief 2026-05-11-cijfers: herinnering",),
        nakijken=True,
    ),
    Paar(
        "een woord in een brief die nog moet gaan",
        {"waterlelie/brieven/2026-05-11-cijfers/2026-05-11-verzonden.yaml": WEG},
        {
            "waterlelie/brieven/2026-05-11-cijfers/2026-05-11-verzonden.yaml": WEG,
            "waterlelie/brieven/2026-05-11-cijfers/brief.yaml": (
                "herinnering kwartaalcijfers",
                "verzoek om cijfers",
            ),
        },
        ("brief-anders | onderwerp: herinnering kwartaalcijfers 2026-K1 → verzoek om",),
        nakijken=True,
    ),
    Paar(
        "een brief teruggekomen",
        {"waterlelie/brieven/2026-04-24-sroi/2026-05-08-retour.yaml": WEG},
        {},
        ("feit | retour: niet afgehaald", "termijn-weg | Gegevens social return"),
        nakijken=False,
    ),
    Paar(
        "een brief van hen",
        {"waterlelie/brieven/2026-05-07-vraag": WEG},
        {},
        ("feit | binnengekomen: per gewone post", "kaart-nieuw | brief 2026-05-07-vraag erbij"),
        nakijken=False,
    ),
    # how the contract is read
    Paar(
        "een lezing erbij",
        {"lezingen/2026-01-12-begin-bezwaar.yaml": WEG},
        {},
        ("lezing | lezing: ",),
        nakijken=True,
    ),
    Paar(
        "een lezing omgegooid",
        {},
        {"lezingen/2026-01-12-begin-bezwaar.yaml": ("keuze: ontvangst", "keuze: dagtekening")},
        ("feit-gewijzigd | een vastgelegd feit is gewijzigd: lezing: ",),
        nakijken=True,
    ),
    Paar(
        "een andere kalender",
        {},
        {_ORG: ("kalender: atw", "kalender: feestdagen")},
        (
            "beleid | kalender 1 januari 2024 kalender: atw → feestdagen",
            "termijn-anders | Verbeterplan (aanbieder, S12): van woensdag 27 mei 2026 naar",
        ),
        nakijken=True,
    ),
    Paar(
        "eigen beleid over termijnen",
        {},
        {_ORG: ("bezorging: 2 werkdagen", "bezorging: 4 werkdagen")},
        ("beleid | termijnbeleid 1 januari 2024 bezorging: 2 werkdagen → 4 werkdagen",),
        nakijken=True,
    ),
    # who may do what
    Paar(
        "een volmacht beperkt",
        {},
        {
            _ORG: (
                "tot_en_met_trede: 7, van: 2024-10-01, tot: 2026-12-31",
                "tot_en_met_trede: 2, van: 2024-10-01, tot: 2026-12-31",
            )
        },
        ("volmacht | volmachten zandlo raam-jeugdhulp-2025",),
        nakijken=True,
    ),
    Paar(
        "een ondertekenaar erbij",
        {},
        {
            _ORG: (
                _ERBIJ,
                _ERBIJ + "  - {persoon: samira-yilmaz, tot_en_met_trede: 2, van: 2026-05-01}\n",
            )
        },
        ("volmacht | ondertekenaars erbij: persoon samira-yilmaz; tot en met trede 2; van",),
        nakijken=True,
    ),
    Paar(
        "iemand anders aan zet",
        {},
        {
            "de-klaproos/aanbieder.yaml": (
                "behandelaars:\n",
                "behandelaars:\n  - {vanaf: 2026-05-01, contractmanager: samira-yilmaz}\n",
            )
        },
        ("persoon | behandelaars erbij: vanaf 1 mei 2026; contractmanager samira-yilmaz",),
        nakijken=False,
    ),
    Paar(
        "een functie veranderd",
        {},
        {_ORG: ("functie: jurist", "functie: bedrijfsjurist")},
        ("persoon | personen saar-el-amrani functie: jurist → bedrijfsjurist",),
        nakijken=False,
    ),
    # contracts and figures
    Paar(
        "een norm strenger",
        {},
        {
            "de-klaproos/contracten/ambulant/contract.yaml": (
                "kpi: uitval, norm: 8",
                "kpi: uitval, norm: 6",
            )
        },
        (
            "norm | normen uitval 1 januari 2025 norm: 8 → 6",
            "cijfer | uitval 2025-K1: 7,7 (voldoet bij norm 8) → 7,7 (boven bij norm 6)",
        ),
        nakijken=True,
    ),
    Paar(
        "cijfers binnen",
        {"de-klaproos/metingen/2026-K1-opgave.yaml": WEG},
        {},
        ("feit | meting: 2026-K1", "cijfer | uitval 2026-K1: onbekend → 10,8 (boven bij norm 8)"),
        nakijken=False,
    ),
    Paar(
        "cijfers herzien",
        {"de-klaproos/metingen/2025-K4-herzien.yaml": WEG},
        {},
        ("feit | meting: 2025-K4", "cijfer | uitval 2025-K4: "),
        nakijken=False,
    ),
    Paar(
        "een contract verlengd",
        {"waterlelie/contracten/gezinshuizen/2026-03-16-verlenging.yaml": WEG},
        {},
        ("contractbesluit | verlenging: ", "recht-vervalt | Mededeling optie-2 (1 jaar)"),
        nakijken=True,
    ),
    Paar(
        "een einddatum verplaatst",
        {},
        {
            "overeenkomsten/sma-2025/overeenkomst.yaml": (
                "uitvoering_tot: 2027-12-31",
                "uitvoering_tot: 2026-12-31",
            )
        },
        ("contract | looptijd uitvoering tot: 31 december 2027 → 31 december 2026",),
        nakijken=True,
    ),
    Paar(
        "een andere categorie",
        {"de-klaproos/classificaties/2026-01-15-toets.yaml": ("categorie: 3", "categorie: 2")},
        {},
        (
            "feit-gewijzigd | een vastgelegd feit is gewijzigd",
            "categorie | categorie ambulant: 2 → 3",
        ),
        nakijken=True,
    ),
    Paar(
        "een definitie van een cijfer",
        {},
        {"kpis.yaml": ("binnen zes weken na de toewijzing", "binnen acht weken na de toewijzing")},
        ("norm | kpis start-binnen-zes-weken definitie: ",),
        nakijken=True,
    ),
    # agreements
    Paar(
        "een actie erbij",
        {},
        {_G: (_ACTIE, _NIEUW)},
        (
            "actie | actie A-39 Stuurt het rooster",
            "termijn-nieuw | Actie A-39 (Karin Smit): Stuurt het rooster (aanbieder, afspraak): vr",
        ),
        nakijken=False,
    ),
    Paar(
        "een actie verzet op de kaart",
        {},
        {_G: ("uiterlijk: 2026-05-12", "uiterlijk: 2026-05-26")},
        (
            "actie | actie gehouden acties A-31 uiterlijk: 12 mei 2026 → 26 mei 2026",
            "termijn-anders | Actie A-31 (Karin Smit): Levert het uitvalcijfer",
        ),
        nakijken=False,
    ),
    Paar(
        "een actie afgerond",
        {"de-klaproos/opvolging/2026-05-07-afgerond-a-27.yaml": WEG},
        {},
        (
            "feit | afgerond: A-27: Bij alle 23 wachtenden staat een datum",
            "termijn-weg | Actie A-27",
        ),
        nakijken=False,
    ),
    Paar(
        "een besluit erbij",
        {},
        {
            _G: (
                "  besluiten:\n",
                _BESLUIT,
            )
        },
        ("besluit | besluit B-19 Het rooster gaat elke maand mee.",),
        nakijken=False,
    ),
    Paar(
        "een verslag vastgesteld",
        {"de-klaproos/gesprekken/2026-04-16-voortgang/2026-05-07-vastgesteld.yaml": WEG},
        {},
        ("feit | vastgesteld: verslag vastgesteld, schriftelijk",),
        nakijken=False,
    ),
    # the rest of a dossier
    Paar(
        "een risico zwaarder",
        {},
        {"de-klaproos/lijsten/risicos.yaml": ("kans: midden", "kans: hoog")},
        ("lijst | risicos R-08 kans: midden → hoog",),
        nakijken=False,
    ),
    Paar(
        "een verplichting weg",
        {},
        {
            "de-klaproos/lijsten/verplichtingen.yaml": (
                "nakomingen:\n  - {verplichting: V-03, uiterlijk: 2025-06-01, gedaan: 2025-05-27}",
                "nakomingen: []",
            )
        },
        ("lijst | nakomingen weg (was: ",),
        nakijken=False,
    ),
    Paar(
        "een telefoontje met een toezegging",
        {"de-klaproos/contacten/2026-05-13-telefoon-wachtenden.yaml": WEG},
        {},
        ("feit | contact: telefoon van Fatma Yildiz", "termijn-nieuw | Toezegging TZ-04"),
        nakijken=False,
    ),
    Paar(
        "een melding opzij gezet",
        {"de-klaproos/overgeslagen/2026-05-11-dos226.yaml": WEG},
        {},
        ("feit | overgeslagen: DOS226",),
        nakijken=False,
    ),
    Paar(
        "een correctie",
        {"medisch-advies-noord/signalen/2026-01-21-correctie-doorlooptijden.yaml": WEG},
        {},
        ("correctie | correctie: 2026-01-20-doorlooptijden ",),
        nakijken=True,
    ),
    Paar(
        "een dossier erbij",
        {"de-kleine-beer": WEG},
        {},
        ("kaart-nieuw | aanbieder de-kleine-beer erbij",),
        nakijken=False,
    ),
    # what was fixed, and what cannot be read
    Paar(
        "een feit weg",
        {},
        {"waterlelie/signalen/2026-03-09-vervoer.yaml": WEG},
        ("feit-verwijderd | een vastgelegd feit is weg: signaal: ",),
        nakijken=True,
    ),
    Paar(
        "een feit veranderd",
        {},
        {
            "waterlelie/signalen/2026-03-09-vervoer.yaml": (
                "Vervoer komt te laat.",
                "Vervoer komt op tijd.",
            )
        },
        ("feit-gewijzigd | een vastgelegd feit is gewijzigd: signaal: ",),
        nakijken=True,
    ),
    Paar(
        "een kaart weg",
        {},
        {"waterlelie/lijsten/risicos.yaml": WEG},
        ("kaart-weg | risicos waterlelie/lijsten/risicos.yaml is weg",),
        nakijken=True,
    ),
    Paar(
        "een bestand dat niet te lezen is",
        {},
        {"de-klaproos/plan.yaml": "opgesteld: ["},
        ("onleesbaar | de-klaproos/plan.yaml is niet te lezen: wat er verandert, is onbekend",),
        nakijken=True,
    ),
    Paar(
        "een bestand dat weer te lezen is",
        {"de-klaproos/plan.yaml": "opgesteld: ["},
        {},
        ("weer-leesbaar | de-klaproos/plan.yaml was niet te lezen en nu wel",),
        nakijken=True,
    ),
    Paar(
        "een brief die al weg was, veranderd op schijf",
        {},
        {f"{_B}brief.md": "anders"},
        ("vast-stuk | een stuk dat vastlag is anders: de-klaproos/brieven/2026-05-04",),
        nakijken=True,
    ),
    Paar(
        "een eigen sjabloon",
        {},
        {"sjablonen/agenda.md": "# Agenda\n"},
        ("sjabloon | sjabloon agenda.md is erbij",),
        nakijken=True,
    ),
    Paar(
        "alleen opmaak",
        {},
        {_ORG: ("regio: Zuiderwaard", "regio:   Zuiderwaard   # onze regio")},
        ("opmaak | organisatie.yaml (opmaak, 1 regel)",),
        nakijken=False,
    ),
)
