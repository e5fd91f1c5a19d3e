"""A register to look at: a provider in trouble, one with a hostile name, and a broken file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clm_cli.derivations.filter import Filter
from clm_cli.derivations.werklijst import Werklijst, werklijst
from clm_cli.derivations.werkvolgorde import Regel
from clm_cli.dossier import Dossier
from clm_cli.files.lader import Geladen, laad
from clm_cli.kijk import Kijk
from clm_cli.register import Register
from clm_cli.views.opmaak import breed

VANDAAG = date(2026, 5, 18)
VIJANDIG = 'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"'
SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
_KOP = "datum: {dag}\nvastgelegd: {dag}T12:00:00+02:00\ndoor: marieke\n"


def feit(dag: str, rest: str) -> str:
    """The text of a fact recorded on its own day by Marieke."""
    return _KOP.format(dag=dag) + rest


def _meting(periode: str, ontvangen: str, waarden: str) -> str:
    """Figures of one quarter for the contract `ambulant`.

    Each value is `kpi waarde`, a missing one `kpi ? reden`.
    """
    regels = []
    for waarde in waarden.split("; "):
        kpi, getal, *reden = waarde.split(" ")
        wat = f"ontbreekt: {' '.join(reden)}" if getal == "?" else f"waarde: {getal}"
        regels.append(f"  - {{kpi: {kpi}, contract: ambulant, {wat}}}\n")
    return feit(
        ontvangen,
        f"periode: {periode}\nbron: {{vindplaats: zorgmonitor}}\nontvangen: {ontvangen}\nwaarden:\n"
        + "".join(regels),
    )


BESTANDEN: dict[str, str] = {
    "organisatie.yaml": """\
naam: Regionale Inkoop Voorbeeld
fictief: ja
adres: {straat: Postbus 1, postcode: 8200 AA, plaats: Lelystad}
regio: Voorbeeldregio
gemeenten:
  - {id: almere, naam: Almere, kort: ALM}
  - {id: dronten, naam: Dronten, kort: DRO}
  - {id: lelystad, naam: Lelystad, kort: LEL}
kalender:
  - {vanaf: 2020-01-01, kalender: atw}
termijnbeleid:
  - vanaf: 2020-01-01
    bezorging: 2 werkdagen
    stukken_vooraf: 10 werkdagen
    hertoets: 1 jaar
    aanlevering_cijfers: 20 werkdagen
    recht_vooruit: 120 dagen
beleid:
  - {vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10], vergelijkgroep: 5}
personen:
  - {id: marieke, naam: Marieke Hoekstra, functie: contractmanager, rol: contractmanager,
      email: [m@regio.example]}
  - {id: joost, naam: Joost Bakker, functie: beheer, rol: contractbeheer}
  - id: selin
    naam: Selin Yilmaz
    functie: contractmanager
    rol: contractmanager
    vervangt: [{wie: marieke, van: 2026-05-11, tot: 2026-05-22}]
  - {id: salma, naam: mr. S. El Amrani, functie: jurist, rol: jurist}
""",
    "kpis.yaml": """\
kpis:
  - {id: kpi-01, titel: Start binnen zes weken, definitie: Aandeel, eenheid: "%",
      richting: hoger is beter, periode: kwartaal, decimalen: 1}
  - {id: kpi-02, titel: Uitval, definitie: Aandeel, eenheid: "%", richting: lager is beter,
      periode: kwartaal, decimalen: 1}
""",
    "beleid/classificatie-2026.yaml": """\
titel: Classificatiebeleid
vanaf: 2026-01-01
per: contract
criteria:
  - {id: omvang, titel: Omvang, groep: omvang, wijze: oordeel, gewicht: 1}
categorieen:
  - {categorie: 1, titel: licht, vanaf_score: 0, gesprekken_per_jaar: 2, intensiteit: Gewoon.}
  - {categorie: 3, titel: intensief, vanaf_score: 6, gesprekken_per_jaar: 4, intensiteit: Diep.}
""",
    "lezingen/2026-01-12-begin-bezwaartermijn.yaml": feit(
        "2026-01-12",
        (
            "regime: sdfl-jeugdhulp-2026\nvraag: begin-bezwaar\nkeuze: ontvangst\nreden: Het "
            "contract noemt geen begin.\n"
        ),
    ),
    "overeenkomsten/raam/overeenkomst.yaml": """\
titel: Raamovereenkomst jeugdhulp 2025
regime: sdfl-jeugdhulp-2026
gemeenten: [almere, dronten, lelystad]
percelen: [{id: p1, titel: Ambulant}]
zorgvormen: [ambulant, dagbehandeling]
looptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01,
  uitvoering_tot: 2026-12-31}
opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden, grond: art. 3.2}]
""",
    "overeenkomsten/raam/voorbereiding.yaml": """\
voorbereiding:
  - {id: P-1, blok: naleving, wat: Lijst gemaakt, eigenaar: marieke, klaar: 2024-12-01}
  - {id: P-2, blok: onduidelijkheden, wat: Verzameld, eigenaar: marieke, klaar: 2024-12-01}
  - {id: P-3, blok: risicos en wijzigingen, wat: Benoemd, eigenaar: marieke, klaar: 2024-12-01}
""",
    "overeenkomsten/sma/overeenkomst.yaml": """\
titel: Sociaal-medische advisering
regime: sma-2026
gemeenten: [almere]
looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2028-12-31}
""",
    "de-klaproos/aanbieder.yaml": """\
namen: [{vanaf: 2020-01-01, statutair: Stichting De Klaproos Jeugdhulp, roepnaam: De Klaproos}]
kvk: 00001234
uittreksel: 2026-04-28
agb: ["00000123"]
postadres: {straat: Kade 1, postcode: 8232 SS, plaats: Lelystad}
contactpersonen:
  - {id: van-dalen, naam: H. van Dalen, functie: bestuurder, directie: ja}
behandelaars: [{vanaf: 2020-01-01, contractmanager: marieke, contractbeheer: joost}]
zaaknummer: Z-2026-004512
""",
    "de-klaproos/contracten/ambulant/contract.yaml": """\
overeenkomst: raam
nummer: JH25-P1-031
zorgvormen: [ambulant]
percelen: [p1]
normen:
  - {kpi: kpi-01, norm: 90, vanaf: 2025-01-01}
  - {kpi: kpi-02, norm: 8, vanaf: 2025-01-01}
""",
    "de-klaproos/classificaties/2026-01-15-jeugdhulp.yaml": feit(
        "2026-01-15",
        (
            "contracten: [ambulant]\nsoort: toets\nbeleid: classificatie-2026\ninvoer: "
            "[{criterium: omvang, waarde: 7.5}]\ncategorie: 3\ngeldig_vanaf: "
            "2026-01-15\ngeinformeerd: 2026-01-20\n"
        ),
    ),
    "de-klaproos/metingen/2025-K2.yaml": _meting(
        "2025-K2", "2025-07-10", "kpi-01 91.2; kpi-02 7.9"
    ),
    "de-klaproos/metingen/2025-K3.yaml": _meting(
        "2025-K3", "2025-10-10", "kpi-01 84.6; kpi-02 8.4"
    ),
    "de-klaproos/metingen/2025-K4.yaml": _meting(
        "2025-K4", "2026-01-10", "kpi-01 76.3; kpi-02 9.6"
    ),
    "de-klaproos/metingen/2026-K1.yaml": _meting(
        "2026-K1", "2026-04-14", "kpi-01 71.4; kpi-02 ? nog niet aangeleverd"
    ),
    "de-klaproos/gesprekken/2026-04-16-voortgang/gesprek.yaml": """\
contracten: [ambulant]
soort: regulier
datum: 2026-04-16
gehouden:
  datum: 2026-04-16
  aanwezig: [{persoon: marieke, partij: opdrachtgever, voorzitter: ja}, {persoon: van-dalen,
    partij: aanbieder}]
  acties:
    - {id: A-31, partij: aanbieder, wie: F. Yildiz, wat: Uitval gezinshuizen K1 aanleveren,
        uiterlijk: 2026-05-12, kant: AOC}
    - {id: A-32, partij: opdrachtgever, wie: Marieke Hoekstra, wat: Antwoord op vraag O-05,
        uiterlijk: 2026-05-13, kant: AOC}
""",
    "de-klaproos/gesprekken/2026-04-16-voortgang/2026-04-28-gedeeld.yaml": feit(
        "2026-04-28",
        (
            "aan: [H. van Dalen]\nwijze: e-mail\nverslag: {vindplaats: "
            f"zaaksysteem}}\nkaart_sha256: {SHA}\n"
        ),
    ),
    "de-klaproos/gesprekken/2026-04-16-voortgang/2026-05-07-vastgesteld.yaml": feit(
        "2026-05-07", "wijze: schriftelijk\nverslag: {vindplaats: zaaksysteem}\n"
    ),
    "de-klaproos/gesprekken/2026-06-18-voortgang/gesprek.yaml": """\
contracten: [ambulant]
soort: regulier
datum: 2026-06-18
tijd: "14:00"
plaats: Lelystad
""",
    "de-klaproos/contacten/2026-05-13-telefoon.yaml": feit(
        "2026-05-13",
        (
            "wijze: telefoon\nrichting: inkomend\nmet: [F. Yildiz]\nkern: 11 van 23 wachtenden "
            "zijn gestart.\n"
        ),
    ),
    "de-klaproos/escalaties/2026-02-10-wachttijd/2026-02-10-opening.yaml": feit(
        "2026-02-10",
        (
            "contracten: [ambulant]\ntekortkomingen:\n  - {id: T1, verplichting: pve-6.2, wat: "
            "Start binnen zes weken, soort: [tijdigheid], feiten: Zie cijfers}\nafweging: {reden: "
            "Gesprekken hielpen niet}\ncoordinatie: marieke\nbesloten_door: marieke\n"
        ),
    ),
    "de-klaproos/escalaties/2026-02-10-wachttijd/2026-05-04-maatregel-ingebrekestelling.yaml": feit(
        "2026-05-04",
        (
            "instrument: ingebrekestelling\ntrede: 3\ntekortkomingen: [T1]\ningaat: "
            "2026-05-04\nreden: Herstel bleef uit\nbesloten_door: marieke\nhersteltermijnen: "
            "[{tekortkoming: T1, termijn: 20 werkdagen, redelijk: Er is personeel}]\nnoodzaak: "
            "nee\nbrief: brieven/2026-05-04-ingebrekestelling/brief\n"
        ),
    ),
    "de-klaproos/brieven/2026-05-04-ingebrekestelling/brief.yaml": """\
richting: uitgaand
soort: ingebrekestelling
onderwerp: Ingebrekestelling
kenmerk: VB/2026/0412
datum: 2026-05-04
contracten: [ambulant]
escalatie: escalaties/2026-02-10-wachttijd/2026-02-10-opening
""",
    "de-klaproos/brieven/2026-05-04-ingebrekestelling/2026-05-04-verzonden-aangetekend.yaml": feit(
        "2026-05-04",
        (
            "kanaal: aangetekend\naan: Stichting De Klaproos\ndocument: {vindplaats: "
            f"zaaksysteem}}\nkaart_sha256: {SHA}\ngenoemd:\n  - {{termijn: bezwaar, uiterlijk: "
            "2026-05-18, kalender: atw}\n"
        ),
    ),
    "de-klaproos/brieven/2026-05-04-ingebrekestelling/2026-05-06-bezorgd.yaml": (
        "datum: 2026-05-06\nvastgelegd: 2026-05-13T17:31:00+02:00\ndoor: joost\n"
        "bij: 2026-05-04-verzonden-aangetekend\nbewijs: handtekening ontvangst\n"
    ),
    "zorg-oost/aanbieder.yaml": f"""\
namen:
  - vanaf: 2020-01-01
    statutair: '{VIJANDIG.replace("'", "''")} B.V.'
    roepnaam: '{VIJANDIG.replace("'", "''")}'
kvk: 00005678
postadres: {{straat: Laan 2, postcode: 1300 AA, plaats: Almere}}
behandelaars: [{{vanaf: 2020-01-01, contractmanager: joost}}]
""",
    "zorg-oost/contracten/advies/contract.yaml": (
        "overeenkomst: sma\nnummer: SMA-001\nzorgvormen: [advies]\n"
    ),
    "zorg-oost/brieven/2026-05-11-verklaring/brief.yaml": f"""\
richting: uitgaand
soort: verzoek
onderwerp: 'Vraag aan {VIJANDIG.replace("'", "''")}'
datum: 2026-05-11
contracten: [advies]
termijnen: [{{soort: antwoord, termijn: 15 werkdagen,
  wat: Reactie op ons verzoek om een verklaring}}]
""",
    "zorg-oost/brieven/2026-05-11-verklaring/2026-05-11-verzonden-post.yaml": feit(
        "2026-05-11",
        (
            "kanaal: gewone post\naan: De directie\ndocument: {vindplaats: "
            f"zaaksysteem}}\nkaart_sha256: {SHA}\n"
        ),
    ),
    "zorg-oost/contacten/2026-05-12-telefoon.yaml": feit(
        "2026-05-12", "wijze: telefoon\nrichting: inkomend\nkern: 30 dagen\n"
    ),
}


CORRECTIE = feit(
    "2026-05-15",
    (
        "bij: 2026-05-13-telefoon\nreden: Het waren er twaalf\nwordt:\n  datum: 2026-05-13\n  "
        "vastgelegd: 2026-05-15T12:00:00+02:00\n  door: marieke\n  wijze: telefoon\n  richting: "
        "inkomend\n  met: [F. Yildiz]\n  kern: 12 van 23 wachtenden zijn gestart.\n"
    ),
)
"""A correction of the call of 13 May."""


def schrijf(map_: Path, anders: Mapping[str, str | None] | None = None) -> Path:
    """Write the register into a folder.

    `anders` gives other texts by path (None leaves a file out).
    """
    for pad, tekst in {**BESTANDEN, **(anders or {})}.items():
        if tekst is not None:
            doel = map_ / pad
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")
    return map_


@dataclass(frozen=True)
class Bekeken:
    """The register read from disk, seen on a day, with everybody's list far ahead."""

    geladen: Geladen
    register: Register
    lijst: Werklijst

    @property
    def kijk(self) -> Kijk:
        """The register on that day."""
        return Kijk(self.register, VANDAAG)

    @property
    def dossier(self) -> Dossier:
        """The provider in trouble."""
        return self.register.dossiers["de-klaproos"]

    def lijst_van(self, dossier: str) -> Werklijst:
        """The lines of one dossier."""
        return replace(
            self.lijst,
            regels=tuple(regel for regel in self.lijst.regels if regel.punt.dossier == dossier),
        )

    def regel(self, soort: str) -> Regel:
        """The first line of a kind."""
        return next(regel for regel in self.lijst.regels if regel.punt.soort == soort)


def bekijk(
    map_: Path, anders: Mapping[str, str | None] | None = None, keuze: Filter | None = None
) -> Bekeken:
    """Write, read and look on 18 May 2026."""
    geladen = laad(schrijf(map_, anders))
    register = geladen.register.zoals(VANDAAG)
    return Bekeken(
        geladen, register, werklijst(Kijk(register, VANDAAG), keuze or Filter(dagen=1000))
    )


def langste(bladzijde: str) -> int:
    """The width of the widest line."""
    return max(breed(regel) for regel in bladzijde.split("\n"))


def plat(bladzijde: str) -> str:
    """A page without its line breaks, for finding what is wrapped."""
    return " ".join(bladzijde.replace("\u00a0", " ").split())
