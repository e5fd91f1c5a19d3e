"""Every rule: a register that breaks it is reported at the right place.

And the mended one is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from clm_cli.rules.boek import REGELS, controleer
from clm_cli.rules.privacy import gevonden_bsn, is_bsn
from clm_cli.rules.regel import naaste
from clm_cli.rules.uitleg import alle, bladzijde
from tests.brieven.test_briefregels import GEVALLEN as BRIEFGEVALLEN
from tests.klein_register import VANDAAG, lees
from tests.ladder.test_ladderregels import GEVALLEN as LADDERGEVALLEN

G = "bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml"
AMB = "bloem/contracten/ambulant/contract.yaml"
ORG = "organisatie.yaml"
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


def g(oud: str, nieuw: str) -> dict[str, str]:
    assert oud in GOED_GESPREK
    return {G: GOED_GESPREK.replace(oud, nieuw)}


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
ARTIKEL = {
    "overeenkomsten/raam/artikelen.yaml": (
        "artikelen: [{id: a1, document: pve, versie: x, nummer: '1', tekst: Doet iets}]"
    )
}
BELEID = "beleid/classificatie-2026.yaml"
BTEKST = """
titel: Beleid
vanaf: 2024-01-01
per: contract
criteria: [{id: omzet, titel: omzet, groep: omvang, wijze: oordeel, gewicht: 1}]
categorieen:
  - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: %s, intensiteit: gewoon}
  - {categorie: 2, titel: zwaar, vanaf_score: 5, gesprekken_per_jaar: 4, intensiteit: veel}
"""
BRIEF = (
    "richting: uitgaand\nsoort: x\nonderwerp: x\ndatum: 2026-05-04\ncontracten: "
    "[ambulant]\ntermijnen: [{soort: antwoord, termijn: 10 werkdagen}]"
)
V = "bloem/brieven/2026-05-04-x/2026-05-04-verzonden.yaml"
VERZONDEN = (
    'kanaal: e-mail\naan: x\ndocument: {{vindplaats: x}}\nkaart_sha256: "'
    + "0" * 64
    + '"\ngenoemd: [{{termijn: antwoord, uiterlijk: {}, kalender: atw}}]'
)
KLAAR = {"bloem/opvolging/2026-05-02-vervallen.yaml": "bij: signalen/2026-05-01-iets\nreden: x"}
OPENING = (
    "contracten: [{}]\ntekortkomingen: [{{id: T1, verplichting: V-1, wat: x, soort: [kwaliteit], "
    "feiten: x}}]\nafweging: {{reden: x}}\ncoordinatie: mia\nbesloten_door: mia"
)
Z = "bloem/escalaties/2026-02-10-zaak/2026-02-10-opening.yaml"
AANBIEDER = (
    "namen: [{vanaf: 2020-01-01, statutair: B, roepnaam: B}]\nkvk: '00000001'\npostadres: "
    "{straat: S, postcode: 9999 ZZ, plaats: T}\nbehandelaars: [{vanaf: 2024-01-01, "
    "contractmanager: mia}]\n"
)
KOMT = "contracten: [{}]\nsoort: regulier\ndatum: {}"
Bestanden = Mapping[str, str | None]

# code · files that break it · files that keep it
GEVALLEN: list[tuple[str, Bestanden, Bestanden]] = [
    (
        "REC150",
        {"bloem/opvolging/2026-05-02-vervallen.yaml": "bij: A-9\nreden: x"},
        {**GOED, "bloem/opvolging/2026-05-05-vervallen.yaml": "bij: A-1\nreden: x"},
    ),
    ("REC151", {**GOED, "bloem/gesprekken/2026-05-06-b/gesprek.yaml": GOED_GESPREK}, GOED),
    ("REC152", {S: SIGNAAL + "contracten: [ambulent]"}, {S: SIGNAAL + "contracten: [ambulant]"}),
    ("REC153", {OV: OTEKST.replace("jeugdhulp-2026", "jeugdhulp")}, {}),
    (
        "REC154",
        {"bloem/signalen/2026-05-05-correctie.yaml": "bij: 2026-05-09-weg\nreden: x\nvervalt: ja"},
        {
            S: SIGNAAL,
            "bloem/signalen/2026-05-05-correctie.yaml": (
                "bij: 2026-05-01-iets\nreden: x\nvervalt: ja"
            ),
        },
    ),
    ("DOS201", g("    - {persoon: bo, partij: opdrachtgever, rol: contractbeheer}\n", ""), GOED),
    ("DOS202", g("rol: contractbeheer}", "rol: contractbeheer, voorzitter: ja}"), GOED),
    ("DOS203", g("persoon: bo", "persoon: mia"), GOED),
    (
        "DOS204",
        g("    - {thema: beleidscontext, behandeld: ja}\n", ""),
        g(
            "{thema: beleidscontext, behandeld: ja}",
            "{thema: beleidscontext, behandeld: nee, reden: tijd}",
        ),
    ),
    ("DOS205", g("ambitie: ja", "ambitie: nee"), GOED),
    ("DOS206", g(", klaar_als: gedaan", ""), GOED),
    ("DOS207", g("gemandateerd: mia, ", ""), g("gemandateerd: mia", "genomen_onder: mandaat")),
    ("DOS208", g(", toegankelijk: geen gevolg", ""), GOED),
    (
        "DOS209",
        g("soort: regulier", "soort: extra"),
        g("soort: regulier", "soort: extra\nreden: wachttijd"),
    ),
    (
        "DOS210",
        g("  ambitie: ja", "  vorm: digitaal\n  ambitie: ja"),
        g("  ambitie: ja", "  vorm: digitaal\n  vorm_reden: ziek\n  ambitie: ja"),
    ),
    (
        "DOS211",
        {
            "bloem/gesprekken/2026-06-01-a/gesprek.yaml": KOMT.format("ambulant", "2026-06-01"),
            "bloem/gesprekken/2026-06-08-b/gesprek.yaml": KOMT.format("advies", "2026-06-08"),
        },
        {
            "bloem/gesprekken/2026-06-01-a/gesprek.yaml": KOMT.format("ambulant", "2026-06-01"),
            "bloem/gesprekken/2026-07-08-b/gesprek.yaml": KOMT.format("advies", "2026-07-08"),
        },
    ),
    ("DOS220", {"boom/signalen/2026-05-01-iets.yaml": SIGNAAL}, {"boom/aanbieder.yaml": AANBIEDER}),
    (
        "DOS221",
        {
            "bloem/classificaties/2026-01-01-b.yaml": (
                "contracten: [ambulant]\nsoort: toets\nbeleid: classificatie-2026\ninvoer: "
                "[{criterium: omzet}]\ncategorie: 1\ngeldig_vanaf: 2026-01-01"
            )
        },
        {},
    ),
    ("DOS222", {"bloem/classificaties/2024-10-01-eerste.yaml": None}, {}),
    (
        "DOS223",
        {
            "bloem/plan.yaml": (
                "opgesteld: 2025-01-01\ncontracten: [ambulant]\nrollen: [{rol: vervanger}]"
            )
        },
        {
            "bloem/plan.yaml": (
                "opgesteld: 2025-01-01\ncontracten: [ambulant]\nrollen: [{rol: vervanger, "
                "persoon: bo}]"
            )
        },
    ),
    ("DOS224", {L: PLICHT.replace(", doorlopend: ja", "")}, {L: PLICHT}),
    (
        "DOS225",
        {
            "bloem/lijsten/wijzigingen.yaml": (
                "wijzigingen: [{id: W-1, wat: x, gewenst_door: aanbieder, sinds: 2026-01-01, "
                "eigenaar: mia, besloten: 2026-02-01, uitkomst: niet mogelijk}]"
            )
        },
        {
            "bloem/lijsten/wijzigingen.yaml": (
                "wijzigingen: [{id: W-1, wat: x, gewenst_door: aanbieder, sinds: 2026-01-01, "
                "eigenaar: mia, besloten: 2026-02-01, uitkomst: niet mogelijk, reden: wezenlijk}]"
            )
        },
    ),
    ("DOS226", {S: SIGNAAL}, {L: PLICHT, S: SIGNAAL + "verplichting: V-1"}),
    (
        "DOS227",
        {L: PLICHT, Z: OPENING.format("ambulant, advies")},
        {L: PLICHT, Z: OPENING.format("ambulant")},
    ),
    (
        "DOS228",
        {
            "boom/aanbieder.yaml": AANBIEDER,
            "bloem/aanbieder.yaml": AANBIEDER
            + "opgegaan_in: {dossier: boom, per: 2026-05-01, grond: fusie}",
            "bloem/gesprekken/2026-06-01-a/gesprek.yaml": KOMT.format("ambulant", "2026-06-01"),
        },
        {"bloem/gesprekken/2026-06-01-a/gesprek.yaml": KOMT.format("ambulant", "2026-06-01")},
    ),
    ("DOS230", {BELEID: BTEKST % 4}, {BELEID: BTEKST % 2}),
    ("DOS231", {BELEID: BTEKST % 1}, {BELEID: BTEKST % "1, reden_weinig: klein"}),
    (
        "DOS232",
        {OV: OTEKST + "doelstellingen: [{id: doel-1, wat: Op tijd}]"},
        {
            OV: OTEKST + "doelstellingen: [{id: doel-1, wat: Op tijd}]",
            L: PLICHT.replace("doorlopend: ja", "doorlopend: ja, doel: doel-1"),
        },
    ),
    (
        "DOS233",
        ARTIKEL,
        {
            **ARTIKEL,
            L: PLICHT.replace(
                "doorlopend: ja", "doorlopend: ja, clausule: {document: pve, nummer: '1'}"
            ),
        },
    ),
    (
        "TRM301",
        {"bloem/brieven/2026-05-04-x/brief.yaml": BRIEF, V: VERZONDEN.format("2026-06-01")},
        {"bloem/brieven/2026-05-04-x/brief.yaml": BRIEF, V: VERZONDEN.format("2026-05-26")},
    ),
    ("TRM302", {"bloem/signalen/2026-06-01-iets.yaml": SIGNAAL}, {S: SIGNAAL}),
    (
        "TRM303",
        {S: "datum: 2026-05-01\nvastgelegd: 2026-04-30T10:00:00+02:00\ndoor: mia\n" + SIGNAAL},
        {S: SIGNAAL},
    ),
    (
        "TRM304",
        g("  ambitie: ja", "  ambitie: ja"),
        {
            "lezingen/2026-01-05-verslag.yaml": (
                "regime: sdfl-jeugdhulp-2026\nvraag: begin-verslag\nkeuze: gesprek\nreden: x"
            ),
            **GOED,
        },
    ),
    (
        "TRM305",
        {"bloem/brieven/2026-05-04-x/brief.yaml": BRIEF, V: VERZONDEN.format("2026-05-25")},
        {"bloem/brieven/2026-05-04-x/brief.yaml": BRIEF, V: VERZONDEN.format("2026-05-26")},
    ),
    (
        "TRM306",
        {
            ORG: (
                "naam: R\nadres: {straat: S, postcode: 9999 ZZ, plaats: T}\nregio: T\ngemeenten: "
                "[{id: noord, naam: N}, {id: zuid, naam: Z}]\nkalender: [{vanaf: 2030-01-01, "
                "kalender: atw}]\npersonen: [{id: mia, naam: M, functie: x, rol: contractmanager}]"
            )
        },
        {},
    ),
    (
        "LAD416",
        {
            L: PLICHT,
            "bloem/escalaties/2026-02-10-zaak/2026-02-11-sluiting.yaml": (
                "reden: x\nhersteld: ja\nbesloten_door: mia"
            ),
        },
        {L: PLICHT, Z: OPENING.format("ambulant")},
    ),
    (
        "AVG601",
        {S: SIGNAAL.replace("Iets.", "Het bsn is 111222333.")},
        {S: SIGNAAL.replace("Iets.", "Het nummer staat in het eigen systeem.")},
    ),
    ("AVG602", {S: SIGNAAL.replace("Iets.", "Een jeugdige, geboren op 3 mei.")}, {S: SIGNAAL}),
    (
        "AVG603",
        {S: SIGNAAL.replace("soort: monitoring", "soort: toegang, vertrouwelijk: ja")},
        {
            S: SIGNAAL.replace(
                "soort: monitoring", "soort: toegang, vertrouwelijk: ja, mag_in_brief: nee"
            )
        },
    ),
]


def codes(map_: Path, bestanden: Bestanden) -> set[str]:
    geladen = lees(map_, bestanden)
    assert geladen.meldingen == ()
    return {melding.code for melding in controleer(geladen.register.zoals(), VANDAAG)}


@pytest.mark.parametrize(("code", "fout", "goed"), GEVALLEN, ids=[geval[0] for geval in GEVALLEN])
def test_a_rule_reports_its_breach_and_nothing_else(
    tmp_path: Path, code: str, fout: Bestanden, goed: Bestanden
) -> None:
    """J02, J10, J11–J20, J22, J24, J27, J50, J51 and the record itself."""
    assert code in codes(tmp_path / "fout", fout)
    assert code not in codes(tmp_path / "goed", goed)


def test_every_rule_has_a_case_and_a_whole_page() -> None:
    """The cases on the ladder and on letters stand in tables of their own.

    Beside what builds those cases.
    """
    gevallen = [geval[0] for tabel in (GEVALLEN, LADDERGEVALLEN, BRIEFGEVALLEN) for geval in tabel]
    assert sorted(set(gevallen)) == sorted(regel.code for regel in REGELS)
    for regel in REGELS:
        assert [
            woord
            for woord in ("Waarom:", "Fout:", "Goed:", "Wat nu:")
            if woord not in regel.bladzijde
        ] == [], regel.code


def test_every_code_has_a_page() -> None:
    assert [code for code, _ in alle() if not bladzijde(code)] == []
    assert bladzijde("XYZ999") is None


def test_a_melding_names_file_and_place(tmp_path: Path) -> None:
    geladen = lees(tmp_path, {S: SIGNAAL + "contracten: [ambulent]"})
    melding = next(m for m in controleer(geladen.register.zoals(), VANDAAG) if m.code == "REC152")
    assert melding.plek is not None
    assert geladen.plaats(melding.plek) == (9, 14)
    assert melding.nu == "bedoelt u 'ambulant'?"


def test_a_melding_set_aside_becomes_information_until_it_lapses(tmp_path: Path) -> None:
    """Design of the findings: shown as overgeslagen, with the reason, and it lapses."""
    for tot, ernst in (("2026-06-01", "info"), ("2026-05-01", "waarschuwing")):
        over = f"code: DOS206\nbij: A-1\nreden: afgesproken\ntot: {tot}"
        bestanden = {
            **g(", klaar_als: gedaan", ""),
            "bloem/overgeslagen/2026-05-05-dos206.yaml": over,
        }
        register = lees(tmp_path / tot, bestanden).register.zoals()
        gevonden = next(m for m in controleer(register, VANDAAG) if m.code == "DOS206")
        assert gevonden.ernst.value == ernst


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("111222333", True),
        ("kenmerk 123456789", False),
        ("bsn: 123456789", True),
        ("factuur F-111222333", False),
        ("1112.22.333", True),
        ("0000000000", False),
    ],
)
def test_a_bsn_is_recognised_by_its_test_or_by_its_word(tekst: str, *, uit: bool) -> None:
    assert gevonden_bsn(tekst) is uit


def test_the_eleven_test_is_that_of_the_law() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_of_names_that_are_equally_near_none_is_guessed() -> None:
    assert naaste("T9", ["T1", "T2"], "zoek") == "kies uit T1, T2"
    assert naaste("ambulent", ["ambulant", "verblijf"], "zoek") == "bedoelt u 'ambulant'?"
    assert naaste("xyz", ["ambulant"], "zoek") == "zoek"
