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


ONDERWERPEN = {
    "Ontwikkelingen in cijfers": [
        *("cliëntenstromen", "wachttijden", "trends", "benchmarking"),
        "prestaties ten opzichte van andere aanbieders",
    ],
    "Financiële voortgang": [
        *("jaarrekening", "facturatie", "SROI-verplichtingen", "rechtmatigheid"),
        "naleving van rapportage-afspraken",
    ],
    "Kwaliteit en risico's": [
        "resultaten uit audits en certificeringen",
        "signalen van IGJ of toegang",
        "risicobeoordelingen en verbetermaatregelen",
        "cliënttevredenheidsonderzoeken",
        "uitvoering van het Regionale Handelingskader",
        "administratieve processen en werkafspraken",
    ],
    "Organisatie en samenwerking": [
        "personele en organisatorische ontwikkelingen",
        "innovatieprojecten",
        "samenwerking met lokale teams en ketenpartners",
    ],
    "Beleidscontext": [
        "aansluiting op regionale thema's en gezamenlijke opgaven binnen het zorglandschap"
    ],
}
"""As the contract names them."""
FEIT = "datum: {0}\nvastgelegd: {0}T12:00:00+00:00\ndoor: mia\n"
VOL = {
    "overeenkomsten/raam/overeenkomst.yaml": klein_register.BASIS[
        "overeenkomsten/raam/overeenkomst.yaml"
    ]
    + """
        normen: [{kpi: start, norm: 90, vanaf: 2025-10-01, bron: bijlage 11}]
        onderwerpen:
          - {thema: ontwikkelingen-in-cijfers, onderwerp: wachttijden, kpis: [start]}
          - {thema: financiele-voortgang, onderwerp: jaarrekening, verplichtingen: [V-03]}
          - {thema: financiele-voortgang, onderwerp: facturatie, gebruikt: nee, toelichting: elders}
          - {thema: beleidscontext, onderwerp: de nieuwe wijk, uit: [gesprek]}
        """,
    "overeenkomsten/raam/verplichtingen.yaml": PLICHTEN,
    "bloem/gesprekken/2026-06-01-voortgang/gesprek.yaml": GESPREK,
    "bloem/gesprekken/2026-02-02-voortgang/gesprek.yaml": (
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-02-02\n"
        "gehouden: {datum: 2026-02-02, vorm: fysiek, aanwezig: [{naam: A, partij: aanbieder}],\n"
        "  bevindingen: [{id: BV-1, thema: organisatie-en-samenwerking, kern: twee vacatures}]}\n"
    ),
    "bloem/lijsten/risicos.yaml": (
        "risicos: [{id: R-1, wat: De huur loopt af, kans: laag, gevolg: hoog, eigenaar: mia,\n"
        "  sinds: 2026-01-05}]\n"
    ),
    "bloem/signalen/2026-03-02-inspectie.yaml": FEIT.format("2026-03-02")
    + "contracten: [ambulant]\nsoort: [kwaliteit]\nernst: feitelijk\nkant: AOC\n"
    "wat: te weinig zorg\n"
    "bron: {soort: inspectie, mag_in_brief: ja}\n",
    "bloem/signalen/2026-03-03-geheim.yaml": FEIT.format("2026-03-03")
    + "contracten: [ambulant]\nsoort: [rechtmatigheid]\nernst: dreigend\nkant: AOC\n"
    "wat: geheim\n"
    "bron: {soort: toegang, mag_in_brief: nee}\n",
    "bloem/metingen/2025-K4.yaml": FEIT.format("2026-01-10")
    + "periode: 2025-K4\nontvangen: 2026-01-10\nbron: {vindplaats: zaak 1}\n"
    "waarden: [{kpi: start, contract: ambulant, waarde: 71.4}]\n",
}


def _onderwerpen(map_: Path, bestanden: dict[str, str]) -> dict[str, dict[str, list[str]]]:
    blik = blik_op(register(map_, bestanden), "bloem", date(2026, 5, 18))
    gesprek = next(g for g in blik.dossier.gesprekken if "2026-06-01" in g.id)
    themas = agenda(blik, gesprek)["themas"]
    assert isinstance(themas, list)
    return {t["titel"]: {o["naam"]: o["regels"] for o in t["onderwerpen"]} for t in themas}


def test_a_subject_without_data_says_so_and_none_is_forgotten(tmp_path: Path) -> None:
    """J24: each subject that the contract names is on the agenda, also when nothing is known."""
    kaal = {"bloem/gesprekken/2026-06-01-voortgang/gesprek.yaml": GESPREK}
    gevonden = _onderwerpen(tmp_path, kaal)
    assert {thema: list(rijen) for thema, rijen in gevonden.items()} == ONDERWERPEN
    leeg = ["geen gegevens in het dossier"]
    assert {str(r) for rijen in gevonden.values() for r in rijen.values()} == {str(leeg)}


def test_each_subject_gets_what_the_dossier_knows_of_it(tmp_path: Path) -> None:
    """J24: filled from figures, obligations, risks, signals that may be named, and talks."""
    gevonden = _onderwerpen(tmp_path, VOL)
    cijfers, geld = gevonden["Ontwikkelingen in cijfers"], gevonden["Financiële voortgang"]
    assert cijfers["wachttijden"] == ["start op tijd, ambulant, 2026-K1: onbekend"]
    assert cijfers["trends"] == ["geen cijfer gaat drie perioden achter elkaar één kant op"]
    assert cijfers["benchmarking"] == ["te weinig andere aanbieders om mee te vergelijken"]
    assert geld["jaarrekening"] == ["V-03 Jaarrekening: uiterlijk 11 mei 2026, te laat"]
    assert "facturatie" not in geld
    assert geld["rechtmatigheid"] == ["geen gegevens in het dossier"]
    assert geld["naleving van rapportage-afspraken"] == [
        "start op tijd, ambulant, 2026-K1: niet ontvangen"
    ]
    kwaliteit = gevonden["Kwaliteit en risico's"]
    assert kwaliteit["signalen van IGJ of toegang"] == ["te weinig zorg"]
    assert kwaliteit["risicobeoordelingen en verbetermaatregelen"] == ["De huur loopt af"]
    assert gevonden["Organisatie en samenwerking"]["innovatieprojecten"] == [
        "op 2 februari 2026 over organisatie en samenwerking: twee vacatures"
    ]
    assert "de nieuwe wijk" in gevonden["Beleidscontext"]


GEHOUDEN = """contracten: [ambulant]
soort: regulier
datum: {dag}
gehouden:
  datum: {dag}
  aanwezig: [{{persoon: mia, partij: opdrachtgever, rol: contractmanager}}]
  themas: [{{thema: ontwikkelingen-in-cijfers, behandeld: ja}},
    {{thema: financiele-voortgang, behandeld: nee, reden: de controller was ziek}}]
{rest}"""


ANDERE = {
    "bloem/gesprekken/2026-02-02-k0/gesprek.yaml": GEHOUDEN.format(dag="2026-02-02", rest=""),
    "bloem/gesprekken/2026-04-01-advies/gesprek.yaml": GEHOUDEN.format(
        dag="2026-04-01", rest=""
    ).replace("[ambulant]", "[advies]"),
}
"""A talk before the last one, and a later one over another contract."""


def test_what_the_last_talk_left_open_is_said_as_it_was_recorded(tmp_path: Path) -> None:
    """J27: nothing decided, not discussed and not recorded are three things."""
    niets, leeg = "  geen: [besluiten]\n", ""
    besluit = "  besluiten: [{id: B1, besluit: Wij wachten af., gemandateerd: SDFL}]\n"
    for nr, (rest, zin) in enumerate(
        (
            (niets, "er is niets besloten"),
            (leeg, "of er iets is besloten, is niet vastgelegd"),
            (besluit, "besloten: B1 Wij wachten af."),
        )
    ):
        gesprekken = {
            "bloem/gesprekken/2026-03-02-k1/gesprek.yaml": GEHOUDEN.format(
                dag="2026-03-02", rest=rest
            ),
            "bloem/gesprekken/2026-06-01-k2/gesprek.yaml": GESPREK,
            **ANDERE,
        }
        geheel = klein_register.lees(tmp_path / str(nr), gesprekken).register.zoals()
        blik = blik_op(geheel, "bloem", date(2026, 5, 18))
        per = {gesprek.id: gesprek for gesprek in blik.dossier.gesprekken}
        eerste, tweede = per["2026-02-02-k0"], per["2026-06-01-k2"]
        assert agenda(blik, eerste)["vorig"] == []
        assert agenda(blik, tweede)["vorig"] == [
            "gesprek van 2 maart 2026",
            zin,
            "niet besproken: Financiële voortgang (de controller was ziek)",
            "of Kwaliteit en risico's is besproken, is niet vastgelegd",
            "of Organisatie en samenwerking is besproken, is niet vastgelegd",
            "of Beleidscontext is besproken, is niet vastgelegd",
        ]
