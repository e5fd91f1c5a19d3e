"""Floor 4, soorten: the kinds of letter, what each is about, and what it must hold."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.derivations.brieven.maatregelsoorten import EIGEN, FEITEN, KERN, MAATREGELSOORTEN
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.records.regime import Regime

_ANTWOORD = ("contract", "ondertekening", "antwoordtermijn", "antwoordadres")
# who asks for a plan, or approves one, seems to agree to its days (6:82 BW)
_UITSTEL = "geven wij geen uitstel"
# each of these may be the first letter on a shortcoming: who does not complain in time, loses it
_PROTEST = ("6:89", _UITSTEL)

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
        "verzoek-gegevens",
        "Verzoek om gegevens",
        (),
        (*_ANTWOORD, "gevraagd"),
        formeel=False,
        gedaan="vroegen wij u om gegevens",
    ),
    Briefsoort(
        "herinnering",
        "Herinnering",
        (),
        (*_ANTWOORD, "gevraagd"),
        ("Wij herinneren u aan",),
        formeel=False,
        gedaan="stuurden wij u een herinnering",
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
        # a confirmation binds who does not contradict it by a day that he was given (3:33, 3:35 BW)
        (*_ANTWOORD, "afspraak"),
        ("gaan wij ervan uit dat dit de afspraak is",),
        formeel=False,
    ),
    Briefsoort(
        "bevindingen",
        "Voorlopige bevindingen en uitnodiging om te reageren",
        ("onderzoek",),
        (*KERN, *FEITEN, "bevindingen", "antwoordtermijn", "antwoordadres"),
        (
            "voorlopige bevindingen",
            "nemen geen volgende stap voordat wij u hebben gehoord of de termijn voorbij is",
            *_PROTEST,
        ),
        met_bewijs=True,
        gedaan="stuurden wij u onze voorlopige bevindingen en nodigden wij u uit om te reageren",
    ),
    Briefsoort(
        "verzoek-verklaring",
        "Verzoek om een verklaring en herstelmaatregelen",
        ("maatregel",),
        (
            *KERN,
            *FEITEN,
            "ernst",
            "evenredigheid",
            "overslaan",
            "antwoordtermijn",
            "antwoordadres",
            "antwoordreden",
        ),
        ("vragen u om een onderbouwde verklaring en om herstelmaatregelen", *_PROTEST),
        maakt_bekend=True,
        gedaan="vroegen wij u om een onderbouwde verklaring en herstelmaatregelen",
    ),
    Briefsoort(
        "verzoek-verbeterplan",
        "Verzoek om een verbeterplan",
        ("maatregel",),
        (
            *KERN,
            *FEITEN,
            "onderzoek",
            "ernst",
            "evenredigheid",
            "overslaan",
            "afwijkingen",
            "planinhoud",
            "antwoordtermijn",
            "antwoordadres",
            "antwoordreden",
        ),
        ("verzoeken u een verbeterplan op te stellen en uit te voeren", *_PROTEST),
        maakt_bekend=True,
        gedaan="vroegen wij u om een verbeterplan",
    ),
    Briefsoort(
        "oordeel-verbeterplan",
        "Oordeel over het verbeterplan",
        ("beoordeling",),
        (*KERN, "oordelen", "aanvultermijn", "antwoordadres"),
        ("Wij hebben uw verbeterplan", _UITSTEL),
        gedaan="lieten wij u weten hoe wij over uw verbeterplan oordelen",
    ),
    Briefsoort(
        "dreigende-tekortkoming",
        "Aanmaning bij een dreigende tekortkoming",
        ("opening", "tekortkoming"),
        (*KERN, *FEITEN, "antwoordtermijn", "antwoordadres", "redelijk", "voorbehoud"),
        (
            "6:80",
            "Wij manen u aan",
            "uit te spreken dat u bereid bent",
            "Verklaart u zich niet binnen deze termijn bereid",
            "blijft de oorspronkelijke dag gelden",
        ),
        dreigend=True,
        met_bewijs=True,
        gedaan="maanden wij u aan bij een dreigende tekortkoming",
    ),
    Briefsoort(
        "oordeel-herstel",
        "Oordeel over het herstel",
        ("beoordeling",),
        (*KERN, "bij-brief", "oordelen", "antwoordadres", "voorbehoud"),
        ("Wij hebben beoordeeld of u",),
        met_bewijs=True,
        gedaan="lieten wij u weten hoe wij over uw herstel oordelen",
    ),
    Briefsoort(
        "verlenging-hersteltermijn",
        "Verlenging van de hersteltermijn",
        ("aanpassing", "hervatting"),
        (*KERN, "bij-brief", "nieuwe-data", "besluitreden", "voorbehoud"),
        (
            "Wij geven u meer tijd voor herstel",
            "Al het andere uit onze ingebrekestelling blijft gelden",
            "bent u voor die tekortkoming in verzuim",
        ),
        met_bewijs=True,
        gedaan="gaven wij u meer tijd voor herstel",
    ),
    Briefsoort(
        "geen-verlenging",
        "Een optie wordt niet gebruikt",
        ("niet-verlengd",),
        (*KERN, "optie", "besluitreden", "einddatum", "einde-aangezegd"),
        ("te verlengen geen gebruik maken", "geen opzegging en geen ontbinding"),
        met_bewijs=True,
    ),
    Briefsoort(
        "verlenging",
        "Verlenging van de overeenkomst",
        ("verlenging",),
        (*KERN, "optie", "verlengd-tot", "aanzegging", "antwoordadres"),
        ("verlengen wij de overeenkomst", "blijven gelden"),
        met_bewijs=True,
        gedaan="verlengden wij de overeenkomst",
    ),
    Briefsoort(
        "wijziging",
        "Wijziging van de overeenkomst",
        ("wijziging",),
        (*KERN, "wijziging", "wijziging-vanaf", "antwoordtermijn", "antwoordadres"),
        (
            "wilt u dan een ondertekend exemplaar terugsturen",
            "zolang u niet heeft ingestemd",
            "Al het andere in de overeenkomst blijft gelden",
        ),
        met_bewijs=True,
        gedaan="stuurden wij u een wijziging van de overeenkomst",
    ),
    Briefsoort(
        "bevestiging-bezwaar",
        "Bevestiging van een bezwaar en uitnodiging",
        ("bezwaar",),
        (*KERN, "bij-brief", "bezwaar-ontvangen", "uitnodiging", "schorsing"),
        (
            "bezwaar op grond van de overeenkomst",
            "Wij nodigen u uit voor een gesprek op directieniveau op",
            "reageren wij schriftelijk op uw bezwaar",
        ),
        gedaan="bevestigden wij uw bezwaar",
    ),
    Briefsoort(
        "reactie-bezwaar",
        "Reactie op een bezwaar",
        ("beslissing",),
        (
            *KERN,
            "bij-brief",
            "bezwaar-ontvangen",
            "uitkomst",
            "besluitreden",
            "weging",
            "nieuwe-data",
            "betaling-na-bezwaar",
            "voorbehoud",
        ),
        ("bezwaar op grond van de overeenkomst", "voorleggen aan de burgerlijke rechter"),
        met_bewijs=True,
        gedaan="reageerden wij op uw bezwaar",
    ),
    Briefsoort(
        "opheffing",
        "Opheffing van een maatregel",
        ("opheffing",),
        (*KERN, "bij-brief", "besluitreden", "uitbetaling", "andere-zaken"),
        (
            "wij de maatregel",
            "geen afstand van rechten",
            "veranderen hierdoor niet",
            "niet toe dat er geen andere maatregel volgt",
        ),
        met_bewijs=True,
        gedaan="beëindigden wij een maatregel",
    ),
    Briefsoort(
        "sluiting",
        "Sluiting van de escalatie",
        ("sluiting",),
        (*KERN, "besluitreden", "uitbetaling", "andere-zaken"),
        ("sluiten wij de escalatie", "geen afstand van rechten"),
        met_bewijs=True,
        gedaan="sloten wij de escalatie",
    ),
    Briefsoort(
        "memo-uitvoering",
        "Memo aan de gemeenten over de uitvoering",
        ("maatregel", "opheffing", "sluiting"),
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
    *MAATREGELSOORTEN,
)
"""All kinds of letter that clm makes itself; a regime may add its own by name."""
_PER_NAAM = {rij.soort: rij for rij in BRIEFSOORTEN}


def briefsoort(soort: str, regime: Regime | None = None) -> Briefsoort | None:
    """A kind with what the contract wants in it; None when clm nor the regime knows it."""
    eigen = _PER_NAAM.get(soort)
    van_regime = (
        next((rij for rij in regime.brieven if rij.brief == soort), None) if regime else None
    )
    if eigen is None and van_regime is None:
        return None
    basis = eigen or Briefsoort(
        soort,
        (van_regime.titel if van_regime else None) or soort,
        ("maatregel",),
        EIGEN,
        maakt_bekend=True,
        van_regime=True,
    )
    if eigen and van_regime and van_regime.titel and van_regime.titel != eigen.titel:
        # what the contract calls otherwise, is not told in the words of another
        basis = replace(eigen, titel=van_regime.titel, gedaan="")
    eisen = van_regime.elementen if van_regime else ()
    return replace(basis, eisen=eisen) if eisen else basis
