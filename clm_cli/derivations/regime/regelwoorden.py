"""Floor 4, regelwoorden: the words of a contract's rules on figures and measures."""

from __future__ import annotations

from typing import get_args

from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.regime.keuzelijst import Keuzelijst
from clm_cli.records.regimeregels import Directvoorwaarde

REGELWOORDEN: tuple[Keuzelijst, ...] = (
    Keuzelijst(
        "planonderdeel",
        "Waaraan te zien is of een onderdeel van een plan er is; leeg is bij 'onderdelen' van het "
        "plan.",
        {
            "tekortkoming": "het plan heeft een punt voor elke tekortkoming",
            "oplossing": "elk punt zegt hoe het wordt opgelost",
            "dag": "elk punt noemt de dag waarop het is opgelost",
            "doel": "elk punt heeft een SMART doel",
            "directie": "het akkoord van de directie, met naam en dag",
            "oordeel": "ons oordeel over het plan noemt dit kenmerk als criterium",
        },
    ),
    Keuzelijst(
        "afronden",
        "Welke kant op een cijfer wordt afgerond voor de vergelijking.",
        {
            "half-omhoog": "naar het dichtstbijzijnde, een half naar boven",
            "omlaag": "altijd naar beneden",
            "omhoog": "altijd naar boven",
        },
    ),
    Keuzelijst(
        "maatstaf",
        "Waarnaar een klasse wordt bepaald.",
        {
            "gemiste-perioden": "hoeveel perioden met een norm die niet is gehaald (venster)",
            "gemiste-normen": "hoe vaak een norm niet is gehaald: twee in één periode is twee keer",
            "gebeurtenissen": "hoeveel signalen van de genoemde soorten (venster, soorten)",
            "open-trede": "de hoogste trede die nog loopt",
            "omzet": "een grondslag op de contractkaart, van het vorige kalenderjaar (over)",
            "cijfer": "het laatste cijfer van een kpi, zoals het aantal plaatsen (kpi)",
        },
    ),
    Keuzelijst(
        "bedrag-per",
        "Waarvoor een bedrag telkens geldt.",
        {
            "periode": "elke periode waarin de norm niet is gehaald",
            "eenheid": "elke eenheid, zoals een procentpunt, die het cijfer daarin tekortkomt",
            "gebeurtenis": "elke gebeurtenis in die periode",
            "dag": "elke dag dat een plicht van het contract te laat is (plicht)",
        },
    ),
    Keuzelijst(
        "tijdvak",
        "Na het einde waarvan de tijd loopt om een bedrag op te leggen.",
        {
            "periode": "de periode zelf waarover het bedrag gaat",
            "kwartaal": "het kwartaal waarin die periode valt",
            "halfjaar": "het halve kalenderjaar waarin zij valt",
            "jaar": "het kalenderjaar waarin zij valt",
        },
    ),
    Keuzelijst(
        "omzetsoort",
        "Welke omzet van een periode een percentage betreft (bij 'procent' van een bedrag).",
        {
            "betaald": "wat is betaald",
            "gedeclareerd": "wat de aanbieder in rekening bracht",
            "verklaard": "wat de aanbieder als omzet opgaf",
        },
    ),
    Keuzelijst(
        "direct-zonder",
        "Welke voorwaarden een contract bij acuut gevaar kan laten vervallen (bij 'direct').",
        {naam: VOORWAARDEN[naam].titel.rstrip(".") for naam in get_args(Directvoorwaarde)},
    ),
    Keuzelijst(
        "waarneming",
        "Wat bij 'minstens' van een cijfer een waarneming is; telt het contract iets anders, noem "
        "dan bij 'telt_kpi' de kpi die dat telt.",
        {
            "noemer": "één van de noemer: waarover het aandeel gaat",
            "teller": "één van de teller: wat er is geteld",
        },
    ),
    Keuzelijst(
        "klassengrens",
        "Of een klasse bij het getal van de grens zelf begint.",
        {
            "vanaf": "ja, bij dat getal: 'drie of meer'",
            "boven": "nee, pas erboven: 'meer dan drie'",
        },
    ),
    Keuzelijst(
        "plafond-jaar",
        "Van welk jaar de grondslag van een plafond in procenten is.",
        {
            "vorig-kalenderjaar": "het kalenderjaar voor de maatregel",
            "lopend-kalenderjaar": "het kalenderjaar van de maatregel",
        },
    ),
    Keuzelijst(
        "samen",
        "Wat de bedragen voor meer kpi's in één periode samen zijn.",
        {"som": "bij elkaar opgeteld", "hoogste": "alleen het hoogste"},
    ),
    Keuzelijst(
        "te-laat-cijfer",
        "Wat een cijfer is dat te laat binnenkomt, of er na de laatste dag niet is.",
        {
            "niet-gehaald": "een periode onder de afspraak, wat het cijfer ook zegt",
            "tot-het-er-is": "een periode onder de afspraak, tot het cijfer er is; dan telt dat",
            "telt-mee": "een cijfer als elk ander; zonder cijfer is de periode onbekend",
        },
    ),
    Keuzelijst(
        "afkeurbegin",
        "Waarmee de tijd begint om een afgekeurd plan te herstellen.",
        {
            "oordeel": "de dag van het oordeel, ook als het later wordt meegedeeld",
            "verzending": "de dag waarop de brief met het oordeel is verzonden",
            "ontvangst": "de dag waarop de brief met het oordeel is ontvangen",
        },
    ),
    Keuzelijst(
        "onderwerp-uit",
        "Waar clm zelf in het dossier iets over een onderwerp vindt.",
        {
            "cijfers": "of een cijfer drie perioden achter elkaar één kant op gaat",
            "vergelijking": "het midden van de andere aanbieders",
            "aanlevering": "of de afgesproken cijfers er zijn",
            "signalen": "open signalen die aan de aanbieder mogen worden genoemd",
            "risicos": "open risico's",
            "acties": "open acties uit gesprekken",
            "sroi": "de afspraak over social return bij het contract",
            "gesprek": "wat in het laatste gesprek over het thema is vastgesteld",
        },
    ),
)
