"""A whole year with one provider in three care forms, by commands only, without a melding."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.documents.teruglezen import gewoon, tekst_van

NAAM = 'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"'
BASIS = {
    "organisatie.yaml": """
        naam: Regio Test
        adres: {straat: Straat 1, postcode: 9999 ZZ, plaats: Teststad}
        regio: Test
        gemeenten: [{id: noord, naam: Noord}, {id: zuid, naam: Zuid}]
        kalender: [{vanaf: 2020-01-01, kalender: atw}]
        termijnbeleid: [{vanaf: 2020-01-01, bezorging: 2 werkdagen, stukken_vooraf: 10 werkdagen,
          antwoord_uitvraag: 10 werkdagen, hertoets: 1 jaar}]
        beleid: [{vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10], vergelijkgroep: 2}]
        personen:
          - {id: mia, naam: Mia Manager, functie: contractmanager, rol: contractmanager,
              email: [mia@regio.example]}
          - {id: bo, naam: Bo Beheer, functie: contractbeheer, rol: contractbeheer}
        """,
    "kpis.yaml": """
        kpis: [{id: start, titel: start op tijd, definitie: aandeel, eenheid: "%",
          richting: hoger is beter, periode: kwartaal}]
        """,
    "beleid/classificatie-2026.yaml": """
        titel: Beleid 2026
        vanaf: 2025-01-01
        per: contract
        criteria:
          - {id: omzet, titel: omzet, groep: omvang, wijze: banden, gewicht: 2,
              banden: [{tot: 100000, punten: 2}, {punten: 8}]}
          - {id: risico, titel: risico, groep: risicoprofiel, wijze: oordeel, gewicht: 1}
          - {id: belang, titel: belang, groep: strategisch belang, wijze: oordeel, gewicht: 1}
        categorieen:
          - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: 2,
              intensiteit: gewoon}
          - {categorie: 2, titel: zwaar, vanaf_score: 5, gesprekken_per_jaar: 4, intensiteit: veel}
        """,
    "overeenkomsten/raam/overeenkomst.yaml": """
        titel: Raam
        regime: sdfl-jeugdhulp-2026
        gemeenten: [noord, zuid]
        zorgvormen: [ambulant, dag, wonen]
        percelen: [{id: p1, titel: Ambulant}]
        doelstellingen: [{id: tijdig, wat: tijdige jeugdhulp}]
        looptijd: {gunning: 2025-09-01, implementatie: 2025-10-01, uitvoering_van: 2026-01-01,
          uitvoering_tot: 2027-12-31}
        """,
    "overeenkomsten/raam/voorbereiding.yaml": """
        voorbereiding:
          - {id: P-01, blok: naleving, wat: Lijst van verplichtingen, eigenaar: bo,
              klaar: 2025-11-20}
          - {id: P-02, blok: onduidelijkheden, wat: Vragen verzameld, eigenaar: mia,
              klaar: 2025-11-20}
          - {id: P-03, blok: risicos en wijzigingen, wat: Risico's benoemd, eigenaar: mia,
              klaar: 2025-11-20}
        """,
    "overeenkomsten/raam/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-01, soort: verplichting, wat: start binnen zes weken, partij: aanbieder,
              kant: DOP, gemeente: noord, doorlopend: ja, doel: tijdig}
        """,
}
ALLEN = [
    "persoon=mia partij=opdrachtgever rol=contractmanager voorzitter=ja",
    "persoon=bo partij=opdrachtgever rol=contractbeheer",
    "persoon=jan partij=aanbieder rol=aanbieder",
]
THEMAS = [
    "ontwikkelingen-in-cijfers",
    "financiele-voortgang",
    "kwaliteit-en-risicos",
    "organisatie-en-samenwerking",
    "beleidscontext",
]


class Jaar:
    """Types commands on a day and insists that they are done."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.map, self.capsys = map_, capsys
        for pad, tekst in BASIS.items():
            (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
            (map_ / pad).write_text(textwrap.dedent(tekst).strip() + "\n", encoding="utf-8")

    def doe(self, dag: str, *woorden: str, uit: int = 0) -> str:
        code = draai([*woorden, "--map", str(self.map), "--vandaag", dag, "--door", "mia"])
        gezegd = self.capsys.readouterr()
        assert code == uit, f"{woorden}: {gezegd.out}{gezegd.err}"
        return gezegd.out + gezegd.err

    def meldingen(self, dag: str) -> list[str]:
        gezegd = (
            self.doe(dag, "controleer", "--json", uit=0)
            if self._schoon(dag)
            else self.doe(dag, "controleer", "--json", uit=1)
        )
        tekst = gezegd[gezegd.index("{\n") : gezegd.rindex("}") + 1]
        return [
            f"{m['code']} {m['tekst']}"
            for m in json.loads(tekst)["gegevens"]
            if m["ernst"] != "info"
        ]

    def _schoon(self, dag: str) -> bool:
        code = draai(["controleer", "--map", str(self.map), "--vandaag", dag])
        self.capsys.readouterr()
        return code == 0


def _optie(naam: str, *waarden: str) -> list[str]:
    return [deel for waarde in waarden for deel in (naam, waarde)]


def _gesprek(jaar: Jaar, dag: str, gepland: str, deeldag: str, actie: str) -> str:
    """One talk: planned, agenda, held, report, shared, settled."""
    id_ = f"{dag}-voortgang"
    jaar.doe(
        gepland,
        "gesprek",
        "gepland",
        "zorg-co",
        "--datum",
        dag,
        "--tijd",
        "10:00",
        "--plaats",
        "Teststad",
        "--naam",
        "voortgang",
        *_optie("--genodigde", *ALLEN),
    )
    jaar.doe(
        gepland,
        "gesprek",
        "maak",
        "agenda",
        "zorg-co",
        id_,
        *_optie("--vorm", "md", "pdf", "docx", "html"),
    )
    jaar.doe(
        dag,
        "gesprek",
        "gehouden",
        "zorg-co",
        id_,
        "--aanwezig",
        "allen",
        "--ambitie",
        "ja",
        "--van",
        "10:00",
        "--tot",
        "11:30",
        *_optie("--thema", *(f"thema={t} behandeld=ja" for t in THEMAS)),
        "--bevinding",
        (
            "thema=ontwikkelingen-in-cijfers contract=ambulant kern='De wachttijd is 40 dagen' "
            "herkennen=Ja verklaren='Twee vacatures' verbeteren='Zie actie'"
        ),
        "--besluit",
        (
            "besluit='Opgave elke maand' gemandateerd='Jan, namens de aanbieder' "
            "zorglandschap='stabiel=geen beschikbaar=beter toegankelijk=geen'"
        ),
        "--actie",
        (
            "partij=aanbieder wie='Jan Jansen' persoon=jan wat='Stuurt de startdatum van alle "
            f"wachtenden' klaar_als='bij 100 % staat een datum' uiterlijk={actie}"
        ),
    )
    jaar.doe(dag, "verslag", "zorg-co", id_, *_optie("--vorm", "md", "pdf", "docx", "html"))
    jaar.doe(
        deeldag, "gesprek", "gedeeld", "zorg-co", id_, "--wijze", "e-mail", "--aan", "Jan Jansen"
    )
    return id_


def speel(jaar: Jaar) -> None:
    """The year 2026 with one provider."""
    jaar.doe(
        "2025-10-01",
        "nieuw",
        NAAM,
        "--roepnaam",
        "Zorg & Co",
        "--kvk",
        "00000001",
        "--straat",
        "Laan 1",
        "--postcode",
        "9999 ZZ",
        "--plaats",
        "Teststad",
        "--contactpersoon",
        "id=jan naam='Jan Jansen' functie=bestuurder email=jan@zorg.example directie=ja",
    )
    for id_, vorm in (("ambulant", "ambulant"), ("dag", "dag"), ("wonen", "wonen")):
        jaar.doe(
            "2025-10-01",
            "contract",
            "nieuw",
            "zorg-co",
            id_,
            "--overeenkomst",
            "raam",
            "--nummer",
            f"R-{id_}",
            "--zorgvorm",
            vorm,
        )
        waarden = _optie(
            "--waarde",
            "omzet=310000 uit jaarrekening",
            "risico=7 omdat drie signalen in 2025",
            "belang=5 omdat er alternatieven zijn",
        )
        jaar.doe("2025-10-01", "classificeer", "zorg-co", "--contract", id_, *waarden)
    jaar.doe("2025-10-06", "brief", "maak", "zorg-co", "classificatie")
    jaar.doe(
        "2025-10-06", "brief", "verzonden", "zorg-co", "classificatie", "--kanaal", "gewone post"
    )
    jaar.doe(
        "2025-10-08",
        "brief",
        "bezorgd",
        "zorg-co",
        "classificatie",
        "--bewijs",
        "ontvangstbericht per e-mail",
        *("--datum", "2025-10-08"),
    )
    for id_ in ("ambulant", "dag", "wonen"):
        jaar.doe(
            "2025-10-08",
            "geinformeerd",
            "zorg-co",
            "--bij",
            f"2025-10-01-eerste-{id_}",
            "--wijze",
            "brief",
            "--brief",
            "brieven/2025-10-06-classificatie/brief",
        )
    jaar.doe(
        "2025-10-15",
        "plan",
        "zorg-co",
        "--doel",
        "wachttijd onder zes weken",
        *_optie("--vorm", "md", "pdf", "docx", "html"),
    )
    een = _gesprek(jaar, "2026-01-15", "2025-12-15", "2026-01-22", "2026-02-02")
    jaar.doe(
        "2026-01-26",
        "gesprek",
        "reactie",
        "zorg-co",
        een,
        "--van",
        "Jan Jansen",
        *("--ontvangen", "2026-01-26"),
        "--punt",
        "onderdeel=3.1 opmerking='Noem de vacatures'",
    )
    jaar.doe(
        "2026-01-30",
        "gesprek",
        "vastgesteld",
        "zorg-co",
        een,
        "--wijze",
        "schriftelijk",
        "--verwerkt",
        "punt=2026-01-26-reactie#1 verwerking=niet reden='staat er al'",
    )
    jaar.doe(
        "2026-02-02",
        "actie",
        "verzet",
        "zorg-co",
        "A-01",
        "--uiterlijk",
        "13 februari 2026",
        "--reden",
        "cijfers van zuid komen later",
    )
    jaar.doe(
        "2026-02-12",
        "actie",
        "afgerond",
        "zorg-co",
        "A-01",
        "--resultaat",
        "bij alle 12 staat een datum",
        "--verbetering",
        "ja",
    )
    jaar.doe(
        "2026-03-02",
        "signaal",
        "zorg-co",
        "Toegang noord meldt afgezegde intakes",
        *("--ernst", "feitelijk"),
        "--soort",
        "tijdigheid",
        "--kant",
        "DOP",
        "--contract",
        "ambulant",
        "--gemeente",
        "noord",
        "--gemeente",
        "zuid",
        "--bron",
        "soort=toegang vertrouwelijk=nee mag_in_brief=nee",
        "--bekend-bij",
        "wie=noord op=2026-02-27",
    )
    jaar.doe(
        "2026-03-03",
        "signaal",
        "uitvraag",
        "zorg-co",
        "signalen/2026-03-02-tijdigheid",
        "--vraag",
        "Herkent u dit?",
    )
    for gemeente, herkent in (("noord", "ja"), ("zuid", "nee")):
        uitvraag = next((jaar.map / "zorg-co/signalen").glob("*uitvraag*")).stem
        jaar.doe(
            "2026-03-10",
            "signaal",
            "antwoord",
            "zorg-co",
            f"signalen/{uitvraag}",
            "--gemeente",
            gemeente,
            "--herkent",
            herkent,
            "--antwoord",
            "vier intakes" if herkent == "ja" else "nee",
        )
    jaar.doe(
        "2026-03-12",
        "noteer",
        "zorg-co",
        "Gebeld over de intakes",
        "--wijze",
        "telefoon",
        "--met",
        "Jan Jansen",
        *("--richting", "uitgaand"),
        "--toezegging",
        (
            "partij=aanbieder wie='Jan Jansen' wat='belt elke afgezegde intake na' "
            "uiterlijk=2026-03-20"
        ),
    )
    jaar.doe(
        "2026-03-19", "actie", "afgerond", "zorg-co", "TZ-01", "--resultaat", "alle vier ingepland"
    )
    jaar.doe(
        "2026-03-20",
        "actie",
        "afgerond",
        "zorg-co",
        "signalen/2026-03-02-tijdigheid",
        "--resultaat",
        "opgelost; geen nieuwe meldingen",
    )
    for dag, gepland, deel, actie, vast in (
        ("2026-04-16", "2026-03-20", "2026-04-23", "2026-05-08", "2026-05-06"),
        ("2026-07-09", "2026-06-10", "2026-07-14", "2026-08-03", "2026-07-24"),
        ("2026-10-15", "2026-09-10", "2026-10-22", "2026-11-09", "2026-11-02"),
    ):
        id_ = _gesprek(jaar, dag, gepland, deel, actie)
        jaar.doe(
            vast, "gesprek", "vastgesteld", "zorg-co", id_, "--wijze", "geen reactie ontvangen"
        )
        nummer = {"2026-04-16": "A-02", "2026-07-09": "A-03", "2026-10-15": "A-04"}[dag]
        jaar.doe(
            actie,
            "actie",
            "afgerond",
            "zorg-co",
            nummer,
            "--resultaat",
            "bij alle 9 staat een datum",
        )
    jaar.doe(
        "2026-11-12",
        "contract",
        "wijziging",
        "zorg-co",
        "dag",
        "--wat",
        "Tarief 2027",
        "--ingaat",
        "2027-01-01",
    )


def test_a_year_by_commands_leaves_nothing_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jaar = Jaar(tmp_path, capsys)
    speel(jaar)
    assert jaar.meldingen("2026-11-20") == []
    documenten = sorted(
        p
        for p in tmp_path.rglob("*")
        if p.suffix in (".md", ".pdf", ".docx", ".html") and p.is_file()
    )
    assert len(documenten) >= 4 * 8 + 4 + 3
    for pad in documenten:
        tekst = tekst_van(pad.read_bytes(), pad.suffix[1:])
        if pad.stem in ("agenda", "verslag", "plan") or pad.suffix == ".pdf":
            assert gewoon(NAAM) in tekst, pad
    vastgesteld = (
        tmp_path / "zorg-co/gesprekken/2026-04-16-voortgang/2026-05-06-vastgesteld.yaml"
    ).read_text()
    assert "wijze: geen reactie ontvangen" in vastgesteld, (
        "silence is written down as silence (J30)"
    )
