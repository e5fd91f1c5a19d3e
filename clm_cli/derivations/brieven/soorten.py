"""Floor 4, soorten: the kinds of letter, what each is about, and what it must hold."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.records.regime import Regime

_KERN = ("contract", "afbakening", "gemeenten", "ondertekening")
_FEITEN = ("tekortkoming", "verplichting", "feiten")
_STAP = (
    *_KERN,
    "tekortkoming",
    "onderzoek",
    "ernst",
    "evenredigheid",
    "overslaan",
    "afwijkingen",
    "ingang",
    "voorbehoud",
)
_ANTWOORD = ("contract", "ondertekening", "antwoordtermijn")


BRIEFSOORTEN: tuple[Briefsoort, ...] = (
    Briefsoort(
        "classificatie",
        "Uitkomst van de classificatie",
        (),
        ("contract", "ondertekening", "categorie", "geldig-vanaf", "onderbouwing"),
        formeel=False,
        daarna="geinformeerd",
    ),
    Briefsoort(
        "verzoek-gegevens", "Verzoek om gegevens", (), (*_ANTWOORD, "gevraagd"), formeel=False
    ),
    Briefsoort(
        "herinnering", "Herinnering", (), (*_ANTWOORD, "gevraagd"), ("herinner",), formeel=False
    ),
    Briefsoort(
        "antwoord",
        "Antwoord op uw brief",
        (),
        ("contract", "ondertekening", "antwoord"),
        formeel=False,
    ),
    Briefsoort(
        "bevestiging-afspraak",
        "Bevestiging van een afspraak",
        (),
        ("contract", "ondertekening", "afspraak"),
        formeel=False,
    ),
    Briefsoort(
        "bevindingen",
        "Voorlopige bevindingen en uitnodiging om te reageren",
        ("onderzoek",),
        (*_KERN, *_FEITEN, "bevindingen", "antwoordtermijn"),
        ("voorlopige bevindingen",),
    ),
    Briefsoort(
        "verzoek-verklaring",
        "Verzoek om een verklaring en herstelmaatregelen",
        ("maatregel",),
        (
            *_KERN,
            *_FEITEN,
            "ernst",
            "evenredigheid",
            "overslaan",
            "antwoordtermijn",
            "antwoordreden",
        ),
        maakt_bekend=True,
    ),
    Briefsoort(
        "verzoek-verbeterplan",
        "Verzoek om een verbeterplan",
        ("maatregel",),
        (
            *_KERN,
            *_FEITEN,
            "onderzoek",
            "ernst",
            "evenredigheid",
            "overslaan",
            "afwijkingen",
            "antwoordtermijn",
            "antwoordreden",
        ),
        ("verbeterplan",),
        maakt_bekend=True,
    ),
    Briefsoort(
        "oordeel-verbeterplan",
        "Oordeel over het verbeterplan",
        ("beoordeling",),
        (*_KERN, "oordelen"),
        ("verbeterplan",),
    ),
    Briefsoort(
        "dreigende-tekortkoming",
        "Aanmaning bij een dreigende tekortkoming",
        ("opening", "tekortkoming"),
        (*_KERN, *_FEITEN, "antwoordtermijn", "voorbehoud"),
        ("6:80", "bereid"),
        dreigend=True,
    ),
    Briefsoort(
        "ingebrekestelling",
        "Ingebrekestelling",
        ("maatregel",),
        (
            *_STAP,
            "verplichting",
            "feiten",
            "voorgeschiedenis",
            "eis",
            "vaststelling",
            "hersteltermijn",
            "redelijk",
            "verzuim",
            "gevolgen",
            "berekening",
        ),
        ("stellen wij u in gebreke", "verzuim"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "aansprakelijkstelling",
        "Aansprakelijkstelling zonder termijn",
        ("maatregel",),
        (*_STAP, "verplichting", "feiten", "verzuimgrond", "gevolgen"),
        ("aansprakelijk", "verzuim"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "oordeel-herstel",
        "Oordeel over het herstel",
        ("beoordeling",),
        (*_KERN, "oordelen", "voorbehoud"),
    ),
    Briefsoort(
        "verlenging-hersteltermijn",
        "Verlenging van de hersteltermijn",
        ("aanpassing", "hervatting"),
        (*_KERN, "nieuwe-data", "besluitreden", "voorbehoud"),
    ),
    Briefsoort(
        "opschorting",
        "Opschorting van betaling",
        ("maatregel",),
        (*_STAP, "vordering", "deel", "verzuim-vanaf"),
        ("opschort", "6:52"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "clientenstop",
        "Cliëntenstop",
        ("maatregel",),
        (*_STAP, "feiten", "risico", "reikwijdte", "zorglandschap"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "overdracht",
        "Overdracht van cliënten",
        ("maatregel",),
        (*_STAP, "feiten", "risico", "reikwijdte", "ontvangers", "zorglandschap"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "opdrachtenstop",
        "Opdrachtenstop",
        ("maatregel",),
        (*_STAP, "feiten", "reikwijdte"),
        ("opdrachtenstop",),
        maakt_bekend=True,
    ),
    Briefsoort(
        "bevestiging-opdrachtenstop",
        "Bevestiging van de opdrachtenstop",
        ("maatregel",),
        (*_STAP, "feiten", "reikwijdte"),
        ("bevestigen", "opdrachtenstop"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "terugvordering",
        "Terugvordering",
        ("maatregel",),
        (*_STAP, "facturen", "bedrag", "betaaltermijn"),
        ("vorderen",),
        maakt_bekend=True,
    ),
    Briefsoort(
        "boete",
        "Boete",
        ("maatregel",),
        (*_STAP, "feiten", "bedrag", "rechtvaardiging", "maximum", "verzuimstand", "betaaltermijn"),
        ("boete",),
        maakt_bekend=True,
    ),
    Briefsoort(
        "niet-verlengen",
        "Niet verlengen van de overeenkomst",
        ("maatregel",),
        (*_STAP, "feiten", "einddatum"),
        ("verlengen",),
        maakt_bekend=True,
    ),
    Briefsoort(
        "geen-verlenging",
        "Een optie wordt niet gebruikt",
        ("niet-verlengd",),
        (*_KERN, "optie", "besluitreden", "einddatum"),
        ("verlengen",),
    ),
    Briefsoort(
        "opzegging",
        "Opzegging",
        ("maatregel",),
        (*_STAP, "verplichting", "feiten", "gronden"),
        ("zeggen", "op"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "ontbinding",
        "Ontbinding",
        ("maatregel",),
        (*_STAP, "verplichting", "feiten", "verzuimstand", "deel-of-geheel"),
        ("ontbinden", "6:267"),
        maakt_bekend=True,
    ),
    Briefsoort(
        "bevestiging-bezwaar",
        "Bevestiging van een bezwaar en uitnodiging",
        ("bezwaar",),
        (*_KERN, "bezwaar-ontvangen", "uitnodiging", "schorsing"),
        ("bezwaar op grond van de overeenkomst",),
    ),
    Briefsoort(
        "reactie-bezwaar",
        "Reactie op een bezwaar",
        ("beslissing",),
        (*_KERN, "bezwaar-ontvangen", "uitkomst", "besluitreden", "nieuwe-data", "voorbehoud"),
        ("bezwaar op grond van de overeenkomst",),
    ),
    Briefsoort(
        "opheffing", "Opheffing van een maatregel", ("opheffing",), (*_KERN, "besluitreden")
    ),
    Briefsoort("sluiting", "Sluiting van de escalatie", ("sluiting",), (*_KERN, "besluitreden")),
    Briefsoort(
        "memo-uitvoering",
        "Memo aan de gemeenten over de uitvoering",
        ("maatregel",),
        ("contract", "gemeenten", "reikwijdte", "ingang"),
        formeel=False,
        lezer="gemeenten",
    ),
    Briefsoort(
        "adviesnota",
        "Adviesnota voor de directie",
        (),
        ("contract", "tekortkoming", "advies"),
        formeel=False,
        lezer="intern",
    ),
    Briefsoort(
        "gespreksnotitie",
        "Interne gespreksnotitie",
        (),
        ("contract", "doel"),
        formeel=False,
        lezer="intern",
    ),
)
"""All kinds of letter that clm makes itself; a regime may add its own by name."""


def briefsoort(soort: str, regime: Regime | None = None) -> Briefsoort | None:
    """A kind with what the contract wants in it; None when clm nor the regime knows it."""
    eigen = next((rij for rij in BRIEFSOORTEN if rij.soort == soort), None)
    van_regime = (
        next((rij for rij in regime.brieven if rij.brief == soort), None) if regime else None
    )
    if eigen is None and van_regime is None:
        return None
    basis = eigen or Briefsoort(
        soort,
        (van_regime.titel if van_regime else None) or soort,
        ("maatregel",),
        _STAP,
        maakt_bekend=True,
    )
    return replace(basis, eisen=van_regime.elementen if van_regime else ())
