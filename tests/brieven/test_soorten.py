"""Every kind of letter under both contracts: complete, or refused (J34-J49, S03-S23).

Its days are those of the work list.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.brieven.elementen import (
    ELEMENTEN,
    IN_HOOFD,
    Element,
    elementen,
    niet_gevonden,
    plat,
)
from clm_cli.derivations.brieven.inhoud import Inhoud, stel_samen
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.teruglezen import bladen, brieftekst, tekst_van
from clm_cli.files.lader import laad, regimes_van_clm
from clm_cli.kijk import blik_op
from clm_cli.records.regime import Regime
from clm_cli.register import Register
from clm_cli.resources import sjablonen
from clm_cli.tijd.datum import datum_kort, datum_vol
from clm_cli.tijd.termijn import Eenheid
from tests.brieven.ontbrekende_delen import ALTIJD, WEG, Wijziging
from tests.brieven.volle_registers import (
    BEZORGD,
    DOSSIERS,
    REGISTERS,
    Opdracht,
    alle_brieven,
    bouw,
    brief_van,
    maak,
    opdrachten,
    verstuur,
)

ALLEEN_J = {
    "classificatie",
    "verzoek-verklaring",
    "bevestiging-bezwaar",
    "reactie-bezwaar",
    "opschorting",
    "clientenstop",
    "overdracht",
    "boete",
}
ALLEEN_S = {"opdrachtenstop", "bevestiging-opdrachtenstop", "opzegging"}
SOORTEN = {rij.soort for rij in BRIEFSOORTEN}
BRIEVEN = [
    pytest.param(contract, opdracht, id=f"{contract}-{opdracht.id}")
    for contract in "JS"
    for opdracht in opdrachten(contract)
]
VORMEN = ("md", "pdf", "docx", "html")

# What a reader looks for in each letter, written down by hand from the clause rows.
LETTERLIJK: dict[str, tuple[str, ...]] = {
    "J-classificatie": (
        "categorie 1 (licht)",
        "zondag 1 februari 2026",
        "Classificatiebeleid 2026",
        "jaaromzet",
    ),
    "J-verzoek-verklaring": (
        "een onderbouwde verklaring en herstelmaatregelen",
        "donderdag 5 februari 2026",
        "JH25-P3-012 (verblijf)",
        "directieniveau",
    ),
    "J-bevindingen": (
        "voorlopige bevindingen",
        "donderdag 26 februari 2026",
        "dinsdag 24 februari 2026",
        "Kloppen de feiten?",
    ),
    "J-verzoek-verbeterplan": (
        "tekortkomingen, oplossingswijzen en termijnen expliciet worden benoemd",
        "maandag 16 maart 2026",
        "Uw organisatie kent de oorzaken sinds januari.",
    ),
    "J-oordeel-verbeterplan": (
        "Registratie aanvragen voor vijf medewerkers (termijn)",
        "voldoet niet",
        "Een datum waarop de registraties rond zijn ontbreekt.",
        "woensdag 8 april 2026",
    ),
    "J-dreigende-tekortkoming": (
        "6:80, eerste lid, onder c",
        "uit te spreken dat u bereid bent",
        "donderdag 19 maart 2026",
        "Wij vinden deze termijn redelijk. Het vertrek is bij u bekend sinds februari",
        "geen ingebrekestelling",
    ),
    "J-ingebrekestelling": (
        "stellen wij u in gebreke",
        "dinsdag 9 juni 2026, 24.00 uur",
        "woensdag 10 juni 2026",
        "maandag 18 mei 2026, 24.00 uur",
        "directieniveau",
        "artikel 6:74 BW",
        "als aan de voorwaarden van de wet en de overeenkomst is voldaan (artikel 6:265 BW)",
        (
            "Zonder geregistreerde casusregisseur is toezicht op de veiligheid in het gezin niet "
            "geborgd."
        ),
        "schort een tijdig bezwaar de maatregel op",
        "alle rechten voor",
        "Wij hebben u gehoord op 24 februari 2026 (bijlage 2).",
        "krachtens volmacht",
    ),
    "J-aansprakelijkstelling": (
        "6:83 onder c",
        "uit een mededeling van de schuldenaar moet afleiden",
        "in verzuim",
        "aansprakelijk",
        "slaan de treden 1 en 2 over",
    ),
    "J-bevestiging-bezwaar": (
        "dinsdag 26 mei 2026",
        "directieniveau",
        "maandag 1 juni 2026",
        "staat de maatregel, met de termijn voor herstel, stil",
        "loopt de maatregel door",
    ),
    "J-reactie-bezwaar": (
        "Wij handhaven de maatregel: die blijft gelden.",
        "Het plan is op geen van beide punten uitgevoerd",
        "donderdag 25 juni 2026, 24.00 uur",
        "vrijdag 26 juni 2026",
        "verandert er niets",
        "dinsdag 9 juni 2026",
        "Wij gaan daarbij uit van ontvangst van deze brief op woensdag 3 juni 2026.",
        "dan geldt die latere dag, en begint het verzuim de dag daarna.",
    ),
    "J-verlenging-hersteltermijn": ("dinsdag 16 juni 2026, 24.00 uur", "woensdag 17 juni 2026"),
    "J-oordeel-herstel": (
        "Deze is niet hersteld.",
        "in verzuim sinds 17 juni 2026",
        "in verzuim sinds 26 juni 2026",
    ),
    "J-opschorting": (
        "6:52",
        "15 %",
        "gedeeltelijk",
        "artikel 6:55 BW",
        "In negen lopende trajecten ligt de casusregie bij twee medewerkers zonder registratie",
        "in verzuim sinds",
    ),
    "J-clientenstop": (
        "cliëntenstop",
        "Geen nieuwe cliënten voor ambulante jeugdhulp",
        "31 augustus 2026",
        "Vastgestelde fysieke of psychische onveiligheid",
        "19 juni 2026",
        "Twee andere aanbieders hebben plaats.",
    ),
    "J-overdracht": (
        "Stichting De Iep en Jeugdhulp Oost B.V.",
        "maandag 13 juli 2026",
        "over te dragen",
    ),
    "J-terugvordering": (
        "F-2026-0113",
        "€ 3.240,00",
        "€ 5.490,00",
        "vorderen",
        "Bedrog",
        "zonder ingebrekestelling in verzuim (artikel 6:205 BW)",
        "Een tijdig bezwaar schort uw plicht om te betalen op",
    ),
    "J-boete": (
        "€ 30.000,00",
        "5 % van € 2.000.000,00",
        "op terugvordering en ontbinding, en op schadevergoeding waarvoor de boete niet in de",
        "eerder besloten € 20.000,00",
        "nog € 80.000,00",
        "blijft daarbinnen",
        (
            "Zo lezen wij de overeenkomst bij dit maximum: het kalenderjaar voor de boete; de "
            "omzet van het contract waar de boete over gaat; zonder btw; alle boetes over "
            "dezelfde grondslag samen, per jaar."
        ),
        "Wij sommeren u dit bedrag uiterlijk op woensdag 12 augustus 2026 te betalen.",
    ),
    "J-niet-verlengen": (
        "niet verlengen",
        "vrijdag 31 december 2027",
        "Wij slaan trede 5 (alleen voor tekortkoming T1) en trede 6 over.",
        "Dit is geen opzegging en geen ontbinding.",
    ),
    "J-ontbinding": (
        "6:267",
        "voor zover de boete van € 30.000,00 daarvoor niet in de plaats komt (artikel 6:92, tweede",
        "geheel",
        "donderdag 30 juli 2026",
        "Bedrog",
        "accountantskantoor Kolom en Balans",
        "geen verzuim nodig",
    ),
    "J-ontbinding-deel": (
        "gedeeltelijk",
        "Het deel voor de gemeente Oeverdam.",
        "Voor het overige blijft de overeenkomst gelden.",
    ),
    "J-verlenging": (
        "verlengen wij de overeenkomst JH25-P5-007 met 1 jaar",
        "zondag 31 december 2028",
        "Zonder deze verlenging zou de overeenkomst eindigen na 31 december 2027",
        "De overeenkomst vraagt deze mededeling uiterlijk op 30 juni 2027.",
        "op dezelfde voorwaarden",
    ),
    "S-verlenging": (
        "verlengen wij de overeenkomst SMA25-012 met 1 jaar",
        "besluitvorming over verlenging of beëindiging",
        "door de directeur",
    ),
    "J-wijziging": (
        "Het tarief voor een dagdeel wordt € 68,40.",
        "woensdag 1 april 2026",
        "donderdag 19 februari 2026",
        "geldt de overeenkomst ongewijzigd",
        "voor akkoord met deze wijziging",
    ),
    "S-wijziging": ("binnen tien werkdagen", "een ondertekend exemplaar"),
    "J-memo-uitvoering": (
        "Aan: Lindestad, Oeverdam",
        "maandag 6 juli 2026",
        "als elke gemeente hem uitvoert",
    ),
    "S-verzoek-verbeterplan": (
        "een adequaat en uitvoerbaar verbeterplan",
        "geaccordeerd worden door de directie van de Opdrachtnemer",
        "SMART-geformuleerde doelen",
        "Op welke wijze de tekortkoming wordt opgelost",
        "Binnen welke termijn de tekortkoming is opgelost",
        "daar op korte termijn uitvoering aan te geven",
        "maandag 16 maart 2026",
        "In ruim een derde van de adviezen ontbreekt de afweging.",
    ),
    "S-ingebrekestelling": (
        "stellen wij u in gebreke",
        "dinsdag 9 juni 2026",
        "dinsdag 23 juni 2026",
        "woensdag 24 juni 2026",
        "artikel 14 van de overeenkomst",
        "Stellen wij u opnieuw in gebreke",
        "escalatiemodel",
    ),
    "S-memo-einde": (
        "Met ingang van maandag 13 april 2026 is voor Medisch Meetpunt B.V.",
        "opgeheven",
        "dit niet meer geldt",
    ),
    "S-opdrachtenstop": (
        "opdrachtenstop",
        "maandag 6 juli 2026",
        "te allen tijde de verantwoordelijkheid",
    ),
    "S-bevestiging-opdrachtenstop": (
        "bevestigen u schriftelijk",
        "die wij u op 24 maart 2026 telefonisch meedeelden",
        "dinsdag 24 maart 2026",
        "te allen tijde de verantwoordelijkheid",
    ),
    "S-terugvordering": (
        "MM-0618",
        "3 juli 2026",
        "€ 1.380,00",
        "Adviezen die niet voldoen aan contractuele eisen",
    ),
    "S-niet-verlengen": (
        "Onvoldoende structurele verbetering",
        "Aanhoudende kwaliteitsproblemen",
        "vrijdag 31 december 2027",
    ),
    "S-opzegging": (
        "zeggen wij de overeenkomst SMA25-004 op",
        "Structureel onbetrouwbare advisering",
        "Drie eerdere stappen hebben geen herstel gebracht.",
        "Laatste dag. Zondag 2 augustus 2026.",
        "Dit is geen ontbinding.",
    ),
    "S-antwoord": ("Wij ontvingen op 10 maart 2026 uw brief van 9 maart 2026 (26-017)",),
    "S-bevestiging-afspraak": ("Klopt dit niet, laat het ons dan uiterlijk op",),
    "S-ontbinding": ("6:267", "Herstel blijkt niet mogelijk", "in verzuim sinds 17 juni 2026"),
}


@pytest.fixture(scope="module")
def gemaakt(eenmaal, beurt) -> dict[str, tuple[Path, dict[str, Path]]]:
    """Every letter of both contracts, in every format."""
    uit = {}
    for contract in beurt:
        map_ = eenmaal(f"brieven-{contract}", partial(_maak_alle, contract=contract))
        uit[contract] = (
            map_,
            {
                id_: map_ / pad
                for id_, pad in json.loads((map_ / "brieven.json").read_text()).items()
            },
        )
    return uit


def _maak_alle(map_: Path, contract: str) -> None:
    (map_ / "brieven.json").write_text(
        json.dumps(
            {
                id_: str(brief.relative_to(map_))
                for id_, brief in alle_brieven(map_, contract).items()
            }
        )
    )


@cache
def register_van(map_: Path) -> Register:
    return laad(map_).register.zoals()


def inhoud_van(map_: Path, contract: str, brief: Path) -> Inhoud:
    """The letter joined with its case, from the register as it is now."""
    register = register_van(map_)
    dossier = register.dossiers[DOSSIERS[contract]]
    kaart = next(b for b in dossier.brieven if b.id == brief.name).kaart
    eigen = next(c for c in dossier.contracten if c.id in kaart.record.contracten)
    soort = briefsoort(kaart.record.soort, eigen.regime)
    assert soort
    return stel_samen(register, dossier, soort, kaart.record, eigen, kaart.pad)


def tekst(brief: Path, vorm: str) -> str:
    inhoud = (brief / f"brief.{vorm}").read_bytes()
    if vorm == "pdf":
        dag = date.fromisoformat(brief.name[:10])
        kenmerk = f"{brief.parent.parent.name}/{brief.name}"
        hoofd = Briefhoofd("", (), (("Ons kenmerk", kenmerk), ("Datum", datum_vol(dag))))
        return brieftekst(inhoud, Document("", dag, "Regio Lindestroom", [], "", briefhoofd=hoofd))
    return tekst_van(inhoud, vorm)


def test_every_kind_that_a_contract_has_is_made(gemaakt):
    for contract, anders in (("J", ALLEEN_S), ("S", ALLEEN_J)):
        _, brieven = gemaakt[contract]
        gemaakte = {o.soort for o in opdrachten(contract) if o.id in brieven}
        assert gemaakte == SOORTEN - anders
        assert len(brieven) == len(opdrachten(contract))
        assert all(
            (brief / f"brief.{vorm}").is_file() for brief in brieven.values() for vorm in VORMEN
        )


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_the_mandatory_parts_stand_in_every_format(gemaakt, contract, opdracht):
    map_, brieven = gemaakt[contract]
    inhoud = inhoud_van(map_, contract, brieven[opdracht.id])
    rijen = elementen(inhoud)
    assert [rij.naam for rij in rijen if rij.mist] == []
    for vorm in VORMEN:
        hoofd = (
            "" if vorm != "md" else ", ".join(inhoud.kaart.kanalen)
        )  # Markdown is the text alone
        assert (
            niet_gevonden(rijen, inhoud.soort.woorden, tekst(brieven[opdracht.id], vorm), hoofd)
            == ()
        ), vorm
        for woorden in LETTERLIJK.get(f"{contract}-{opdracht.id}", ()):
            assert plat(woorden) in plat(tekst(brieven[opdracht.id], vorm)), f"{vorm}: {woorden}"


def test_the_hand_written_words_are_all_of_letters_that_exist():
    assert set(LETTERLIJK) <= {
        f"{contract}-{opdracht.id}" for contract in "JS" for opdracht in opdrachten(contract)
    }


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_a_letter_speaks_the_words_of_its_own_contract(gemaakt, contract, opdracht):
    """S23: nothing of the one contract stands in a letter under the other."""
    vreemd = (
        r"escalatieladder|directieniveau|\bSDFL\b|jeugdhulp|Bijlage 4:"
        if contract == "S"
        else r"escalatiemodel|opdrachtenstop|\bOpdrachtgever\b"
    )
    assert re.findall(vreemd, tekst(gemaakt[contract][1][opdracht.id], "md")) == []


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_record_texts_end_in_one_full_stop_and_nothing_is_left_open(gemaakt, contract, opdracht):
    inhoud = tekst(gemaakt[contract][1][opdracht.id], "md")
    assert re.findall(r"[^.]\.\.(?:\s|$)|\.;|\?\.|,\.|: \.| \.|\bNone\b|\[\]|\{\}", inhoud) == []


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_the_annex_shows_the_count_of_every_day(gemaakt, contract, opdracht):
    map_, brieven = gemaakt[contract]
    inhoud = inhoud_van(map_, contract, brieven[opdracht.id])
    if opdracht.soort in ("adviesnota", "gespreksnotitie", "memo-uitvoering", "classificatie"):
        assert inhoud.dagen == ()
    for dag in inhoud.dagen:
        geteld = [f"{datum_kort(d.datum)} ({d.nummer})" for d in dag.berekening.dagen if d.telt]
        if dag.berekening.duur.eenheid is not Eenheid.WERKDAGEN:
            geteld = [f"van {geteld[0]} tot en met {geteld[-1]}"]
        for vorm in VORMEN:
            kaal = plat(tekst(brieven[opdracht.id], vorm))
            assert [rij for rij in geteld if plat(rij) not in kaal] == [], f"{dag.soort} {vorm}"
            assert (
                dag.berekening.verschuiving is None or plat(dag.berekening.verschuiving) in kaal
            ), f"{dag.soort} {vorm}"


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_no_page_holds_only_a_reservation_and_a_signature(gemaakt, contract, opdracht):
    pdf = (gemaakt[contract][1][opdracht.id] / "brief.pdf").read_bytes()
    for blad in bladen(pdf):
        if "Hoogachtend," in blad:
            boven = re.split(r"[0-9]+\. Voorbehoud|Hoogachtend,", blad)[0]
            assert len(boven.split("\n", 1)[-1].strip()) > 60


def test_a_term_of_days_never_says_that_the_weekend_did_not_count(gemaakt):
    inhoud = tekst(gemaakt["S"][1]["terugvordering"], "md")
    assert "van vr 10 juli (1) tot en met za 8 augustus (30)" in inhoud
    assert "Niet geteld" not in inhoud
    assert (
        "Zaterdag 8 augustus 2026 is geen werkdag" in inhoud
        or "8 augustus 2026 is geen werkdag: zaterdag" in inhoud
    )


TERMIJNEN = {
    ("J", "verzoek-verklaring"): {("reactie", "2026-02-05")},
    ("J", "verzoek-verbeterplan"): {("verbeterplan", "2026-03-16")},
    ("S", "verzoek-verbeterplan"): {("verbeterplan", "2026-03-16")},
    ("J", "ingebrekestelling"): {("herstel", "2026-06-09"), ("bezwaar", "2026-05-18")},
    ("S", "ingebrekestelling"): {("herstel", "2026-06-09"), ("herstel", "2026-06-23")},
}


@pytest.mark.parametrize(("contract", "soort"), TERMIJNEN)
def test_printed_days_are_those_of_the_work_list(tmp_path, contract, soort):
    """J38, J39, J40, J45, S12, S14: sent, and received on the day that was assumed."""
    opdracht = next(o for o in opdrachten(contract) if o.soort == soort)
    bouw(tmp_path, contract, opdracht.dag)
    assert maak(tmp_path, contract, opdracht, "--vorm", "pdf") == 0
    brief = brief_van(tmp_path, contract, opdracht)
    verstuur(tmp_path, brief, opdracht.dag, BEZORGD[opdracht.dag])
    register = laad(tmp_path).register.zoals()
    dossier = register.dossiers[DOSSIERS[contract]]
    genoemd = {
        (g.termijn, g.uiterlijk.isoformat())
        for g in next(b for b in dossier.brieven if b.id == brief.name).kaart.record.genoemd
    }
    vandaag = date.fromisoformat(BEZORGD[opdracht.dag]) + timedelta(days=1)
    punten = {
        (p.soort, p.uiterlijk.isoformat())
        for p in alle_werkpunten(blik_op(register, dossier, vandaag))
        if p.uiterlijk
    }
    assert genoemd == TERMIJNEN[contract, soort]
    assert genoemd <= punten


@cache
def alle_delen(contract: str, naam: str) -> tuple[str, ...]:
    regime = laad_regime(contract)
    soort = briefsoort(naam, regime)
    assert soort
    return soort.alle_elementen()


@cache
def laad_regime(contract: str) -> Regime:
    return regimes_van_clm()["sdfl-jeugdhulp-2026" if contract == "J" else "sma-2026"]


VAST = {
    # J38 sets the term
    ("J", "verzoek-verklaring", "antwoordtermijn"),
    ("J", "verzoek-verklaring", "antwoordreden"),
    # S12 sets the term
    ("S", "verzoek-verbeterplan", "antwoordtermijn"),
    ("S", "verzoek-verbeterplan", "antwoordreden"),
    # our own policy sets the term
    ("J", "herinnering", "antwoordtermijn"),
    ("S", "herinnering", "antwoordtermijn"),
    # no payment was suspended there
    ("J", "sluiting", "uitbetaling"),
    ("S", "sluiting", "uitbetaling"),
    ("S", "opheffing", "uitbetaling"),
}
"""Parts that the contract or our policy itself fills, so that they cannot be missing."""
ONVERPLICHT = {"gemeenten", "ondertekening"}
"""Without a mandate only a formal letter is refused; the manager signs the others."""


def kan_missen(contract: str, opdracht: Opdracht, element: str) -> bool:
    """Whether a part can be missing from the record."""
    formeel = next(rij.formeel for rij in BRIEFSOORTEN if rij.soort == opdracht.soort)
    maatregel = Wijziging(contract, opdracht).maatregel
    overgeslagen = element == "ernst" and "overslaan:" in (
        REGISTERS[contract].get(maatregel) or ""
    )  # who skips treden names the severity there
    vast = (
        element in ALTIJD
        or element.startswith("bepaling-")
        or (contract, opdracht.soort, element) in VAST
        or overgeslagen
    )
    return not vast and (formeel or element not in ONVERPLICHT)


VULT_CLM = {("herinnering", "gevraagd"), ("herinnering", "antwoordtermijn")}
"""Parts that clm works out itself when nobody gives them: what is late, and the term of our own
policy."""
BEZWAAR_WACHT_NIET = {("bevestiging-bezwaar", "schorsing")}
"""An objection is acknowledged in time, also while nobody has said what it does: the letter says
that this follows."""
MISSEN = [
    pytest.param(contract, opdracht, element, id=f"{contract}-{opdracht.id}-{element}")
    for contract in "JS"
    for opdracht in opdrachten(contract)
    for element in alle_delen(contract, opdracht.soort)
    if kan_missen(contract, opdracht, element)
    and (opdracht.soort, element) not in VULT_CLM | BEZWAAR_WACHT_NIET
]


def test_every_part_that_can_be_missing_is_taken_away_somewhere():
    gebruikt = {rij.values[2] for rij in MISSEN}
    assert gebruikt == set(WEG)
    assert set(ELEMENTEN) <= gebruikt | ALTIJD


def _delen_van(naam: str) -> set[str]:
    """A template and the parts that it takes in, also those of its parts."""
    gevonden, nog = set(), {naam}
    while nog:
        bron = (sjablonen() / (een := nog.pop())).read_text(encoding="utf-8")
        gevonden.add(een)
        nog |= set(re.findall(r'include "([^"]+)"', bron)) - gevonden
    return gevonden


def test_a_letter_that_tells_of_its_shortcomings_asks_what_it_prints_of_them():
    regime = next(iter(regimes_van_clm().values()))
    eigen = briefsoort(
        "berisping",
        regime.model_copy(
            update={"brieven": [regime.brieven[0].model_copy(update={"brief": "berisping"})]}
        ),
    )
    assert eigen is not None
    assert eigen.van_regime
    zwijgen = {
        soort.soort
        for soort, naam in [(eigen, "_maatregel"), *((rij, rij.soort) for rij in BRIEFSOORTEN)]
        if "brieven/_tekortkomingen.md" in _delen_van(f"brieven/{naam}.md")
        and not {"verplichting", "feiten"} <= set(soort.elementen)
    }
    assert zwijgen == set()


@pytest.mark.parametrize(("contract", "opdracht", "element"), MISSEN)
def test_without_a_part_the_letter_is_refused_by_name_field_and_command(
    tmp_path, capsys, contract, opdracht, element
):
    wijziging = Wijziging(contract, opdracht)
    WEG[element].neem_weg(wijziging)
    bouw(tmp_path, contract, opdracht.dag, wijziging.bestanden)
    voor = {pad.relative_to(tmp_path) for pad in tmp_path.rglob("*")}
    code = maak(tmp_path, contract, wijziging.opdracht)
    gezegd = capsys.readouterr().err
    assert code == 2, gezegd
    titel = (ELEMENTEN[element].__doc__ or "").strip().rstrip(".") if element in ELEMENTEN else ""
    regels = [
        regel
        for regel in gezegd.splitlines()
        if "BRF501" in regel and WEG[element].veld in regel and titel in regel
    ]
    assert len(regels) >= 1, gezegd
    assert WEG[element].nu in regels[0]
    assert {
        pad.relative_to(tmp_path) for pad in tmp_path.rglob("*") if ".clm" not in pad.parts
    } == voor


@pytest.mark.parametrize(
    ("soort", "feit", "oud", "nieuw"),
    [
        ("verlenging-hersteltermijn", "2026-06-02-aanpassing", "2026-06-16", "2026-06-08"),
        ("reactie-bezwaar", "2026-06-01-beslissing", "2026-06-25", "2026-06-05"),
    ],
)
def test_no_letter_shortens_a_term_that_was_given(
    gemaakt, tmp_path, capsys, soort, feit, oud, nieuw
):
    """J40: the notice gave up to 9 June, and an objection made that term stand still."""
    map_, brieven = gemaakt["J"]
    opdracht = next(o for o in opdrachten("J") if o.soort == soort)
    wijziging = Wijziging("J", opdracht)
    wijziging.vervang(f"{wijziging.zaak}/{feit}.yaml", oud, nieuw)
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    shutil.copytree(
        brieven["ingebrekestelling"], tmp_path / brieven["ingebrekestelling"].relative_to(map_)
    )
    assert maak(tmp_path, "J", opdracht) == 2
    gezegd = capsys.readouterr().err
    assert "De nieuwe dagen per tekortkoming: 'een dag die de termijn niet verkort (T" in gezegd
    assert "is vroeger dan" in gezegd


def test_what_a_shortcoming_touches_is_said_in_good_dutch(tmp_path):
    wijziging = Wijziging("S", next(o for o in opdrachten("S") if o.soort == "adviesnota"))
    opening = next(
        pad
        for pad in wijziging.bestanden
        if pad.startswith(wijziging.zaak) and pad.endswith("opening.yaml")
    )
    wijziging.vervang(opening, r"soort: \[kwaliteit\]", "soort: [continuiteit, financieel]")
    bouw(tmp_path, "S", wijziging.opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "S", wijziging.opdracht, "--vorm", "md") == 0
    assert "Dit raakt de continuïteit en financiën." in tekst(
        brief_van(tmp_path, "S", wijziging.opdracht), "md"
    )


def zonder_deel(markdown: str, element: Element) -> str:
    """A text without every paragraph, item and row that shows a part."""
    return "\n".join(
        regel
        for regel in markdown.splitlines()
        if not any(plat(deel) in plat(regel.replace("\\", "")) for deel in element.teksten if deel)
    )


@pytest.mark.parametrize(("contract", "opdracht"), BRIEVEN)
def test_an_own_template_that_drops_a_part_is_refused(
    gemaakt, tmp_path, capsys, contract, opdracht
):
    map_, brieven = gemaakt[contract]
    rijen = [
        rij
        for rij in elementen(inhoud_van(map_, contract, brieven[opdracht.id]))
        if any(rij.teksten) and rij.naam not in IN_HOOFD
    ]
    markdown = (brieven[opdracht.id] / "brief.md").read_text(encoding="utf-8")
    for rij in rijen:
        kaal = zonder_deel(markdown, rij)
        assert kaal != markdown, rij.naam
        assert rij.titel in niet_gevonden((rij,), (), kaal.replace("\\", "")), rij.naam
    bouw(tmp_path, contract, opdracht.dag)
    for eerder in (o for o in opdrachten(contract) if o.verzonden and o.dag < opdracht.dag):
        shutil.copytree(brieven[eerder.id], tmp_path / brieven[eerder.id].relative_to(map_))
    sjabloon = tmp_path / f"sjablonen/brieven/{opdracht.soort}.md"
    sjabloon.parent.mkdir(parents=True)
    sjabloon.write_text(
        "{% raw %}" + zonder_deel(markdown, rijen[-1]) + "{% endraw %}", encoding="utf-8"
    )
    assert maak(tmp_path, contract, opdracht) == 2
    gezegd = capsys.readouterr().err
    assert "staat niet" in gezegd
    assert rijen[-1].titel in gezegd
    assert f"sjabloon brieven/{opdracht.soort}.md" in gezegd


@pytest.mark.parametrize(
    ("contract", "soort"),
    [
        ("J", "ingebrekestelling"),
        ("S", "ingebrekestelling"),
        ("J", "dreigende-tekortkoming"),
    ],
)
def test_a_letter_without_the_word_that_makes_it_one_is_refused(tmp_path, capsys, contract, soort):
    opdracht = next(o for o in opdrachten(contract) if o.soort == soort)
    bouw(tmp_path, contract, opdracht.dag)
    woord = next(rij.woorden[0] for rij in BRIEFSOORTEN if rij.soort == soort)
    bron = sjablonen() / "brieven" / f"{soort}.md"
    eigen = tmp_path / f"sjablonen/brieven/{soort}.md"
    eigen.parent.mkdir(parents=True)
    eigen.write_text(bron.read_text(encoding="utf-8").replace(woord, "doen"), encoding="utf-8")
    assert maak(tmp_path, contract, opdracht) == 2
    assert f"het woord '{woord}'" in capsys.readouterr().err


@pytest.mark.parametrize("soort", ["memo-uitvoering", "adviesnota", "gespreksnotitie"])
def test_what_is_not_for_the_provider_is_never_addressed_to_it(gemaakt, soort):
    for contract, adres in (("J", "Wilgenlaan 1"), ("S", "Meetlaan 2")):
        for vorm in ("pdf", "docx", "html"):
            inhoud = tekst(gemaakt[contract][1][soort], vorm)
            assert adres not in inhoud
            assert "T.a.v. het bestuur" not in inhoud
            assert "AANGETEKEND" not in inhoud, "the mark above an address"
            assert (
                "Gemeente Oeverdam" if soort == "memo-uitvoering" else "Alleen voor intern gebruik"
            ) in inhoud


def test_who_signs_is_who_decided_or_handles_the_letter_with_a_mandate(gemaakt):
    _, brieven = gemaakt["J"]
    for soort, naam in (
        ("verzoek-gegevens", "Mia Visser"),
        ("bevindingen", "Mia Visser"),
        ("verzoek-verklaring", "Mia Visser"),
        ("ingebrekestelling", "drs. D. Bakker"),
        ("oordeel-herstel", "drs. D. Bakker"),
    ):
        assert re.search(rf"Regio Lindestroom\s+{re.escape(naam)}", tekst(brieven[soort], "md")), (
            soort
        )


def test_a_letter_tells_only_of_its_own_shortcomings(gemaakt):
    """A fine for wrong claims says nothing of a risk to safety, nor the other way round."""
    _, brieven = gemaakt["J"]
    assert "IGJ" not in tekst(brieven["boete"], "md")
    assert "Kolom en Balans" not in tekst(brieven["clientenstop"], "md")


def test_a_threat_letter_is_only_about_what_threatens(tmp_path, capsys):
    """6:80 BW: for a shortcoming that is there already there is the ingebrekestelling."""
    opdracht = next(o for o in opdrachten("J") if o.soort == "dreigende-tekortkoming")
    wijziging = Wijziging("J", opdracht)
    wijziging.vervang(
        f"{wijziging.zaak}/2026-03-02-opening.yaml", "ernst: dreigend", "ernst: feitelijk"
    )
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", opdracht) == 2
    assert "alleen voor een dreigende tekortkoming" in capsys.readouterr().err


def test_a_concept_shows_the_gaps_and_keeps_them_on_its_card(tmp_path):
    opdracht = next(o for o in opdrachten("J") if o.soort == "ingebrekestelling")
    wijziging = Wijziging("J", opdracht)
    WEG["hersteltermijn"].neem_weg(wijziging)
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", opdracht, "--concept", "--vorm", "md") == 0
    brief = brief_van(tmp_path, "J", opdracht)
    assert "ONTBREEKT" in (brief / "brief.md").read_text(encoding="utf-8")
    assert re.findall(
        r"ontbreekt: \[(.*)\]", (brief / "brief.yaml").read_text(encoding="utf-8")
    ) == ["hersteltermijn, redelijk, verzuim, voorwaarden"]


def test_an_objection_is_acknowledged_while_it_is_unknown_what_it_does(tmp_path, capsys):
    """J45, J47: necessity unknown is asked, never derived.

    It may not keep the acknowledgement back.
    """
    opdracht = next(o for o in opdrachten("J") if o.soort == "bevestiging-bezwaar")
    wijziging = Wijziging("J", opdracht)
    WEG["schorsing"].neem_weg(wijziging)
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht) == 0, capsys.readouterr().err
    (brief,) = (tmp_path / DOSSIERS["J"] / "brieven").glob(f"{opdracht.dag}-bevestiging-bezwaar")
    woorden = tekst_van((brief / "brief.md").read_bytes(), "md")
    assert woorden.count("laten wij u nog weten of de maatregel stilstaat") == 2
    assert "stil vanaf de dag" not in woorden


EERSTE = ("soort: [tijdigheid]", "soort: [tijdigheid]\n            raakt_veiligheid: nee")
TWEEDE = (
    "soort: [kwaliteit, veiligheid]\n            raakt_veiligheid: ja",
    "soort: [kwaliteit]\n            raakt_veiligheid: nee",
)


@pytest.mark.parametrize(
    ("anders", "advies"),
    [((EERSTE, TWEEDE), 'noodzaak=nee"'), ((EERSTE,), "noodzaak_per=tekortkoming=T2 noodzaak=…")],
    ids=["of none", "of one of two"],
)
def test_a_necessity_that_the_record_contradicts_is_not_advised(tmp_path, capsys, anders, advies):
    """The correction to a yes for all would be refused (LAD422): it is not named."""
    opdracht = next(o for o in opdrachten("J") if o.soort == "ingebrekestelling")
    wijziging = Wijziging("J", opdracht)
    WEG["schorsing"].neem_weg(wijziging)
    (pad,) = (p for p, inhoud in wijziging.bestanden.items() if inhoud and TWEEDE[0] in inhoud)
    for oud, nieuw in anders:
        assert oud in wijziging.bestanden[pad]
        wijziging.bestanden[pad] = wijziging.bestanden[pad].replace(oud, nieuw)
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht) == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert advies in fout
    assert "noodzaak=ja" not in fout


def test_what_a_measure_lacks_is_completed_by_the_correction_that_the_refusal_names(
    tmp_path, capsys
):
    """The measure is recorded already.

    The command in the message completes that one, and then the letter can be made.
    """
    opdracht = next(o for o in opdrachten("J") if o.soort == "ingebrekestelling")
    wijziging = Wijziging("J", opdracht)
    WEG["schorsing"].neem_weg(wijziging)
    bouw(tmp_path, "J", opdracht.dag, wijziging.bestanden)
    assert maak(tmp_path, "J", wijziging.opdracht) == 2
    verbeter = "clm correctie wilgenroos 2026-05-04-maatregel-ingebrekestelling --reden …"
    fout = " ".join(capsys.readouterr().err.split())
    assert f'{verbeter} --wordt "noodzaak=ja" --wordt "noodzaak_reden=…"' in fout
    assert f'is hij niet nodig: {verbeter} --wordt "noodzaak=nee"' in fout
    basis = ["--map", str(tmp_path), "--vandaag", opdracht.dag, "--door", "mia"]
    assert (
        draai(
            [
                *basis,
                "correctie",
                "wilgenroos",
                "2026-05-04-maatregel-ingebrekestelling",
                "--reden",
                "Stond er niet bij.",
                "--wordt",
                "noodzaak=nee",
            ]
        )
        == 0
    ), capsys.readouterr().err
    assert maak(tmp_path, "J", wijziging.opdracht) == 0, capsys.readouterr().err
