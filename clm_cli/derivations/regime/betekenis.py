"""Floor 4, betekenis: what each word of a closed list in a regime means, and names clm looks for.

A list belongs to the fields of the model whose words are the same: nothing names them twice.
"""

from __future__ import annotations

from clm_cli.derivations.regime.keuzelijst import Keuzelijst
from clm_cli.derivations.regime.regelwoorden import REGELWOORDEN
from clm_cli.derivations.regime.termijnwoorden import TERMIJNWOORDEN

KEUZELIJSTEN: tuple[Keuzelijst, ...] = (
    *TERMIJNWOORDEN,
    Keuzelijst(
        "aan-zet",
        "Wie binnen een termijn moet of mag handelen, of aan een plicht gehouden is.",
        {
            "opdrachtgever": "wij",
            "aanbieder": "de andere partij",
            "beide": "beide partijen",
        },
    ),
    Keuzelijst(
        "aard",
        "Wat een bepaling doet.",
        {
            "moet": "zij verplicht",
            "kan": "zij staat toe",
            "streven": "zij noemt een doel",
        },
    ),
    Keuzelijst(
        "soort-aanleiding",
        "Waardoor de escalatie begint.",
        {
            "reeks": "een aantal perioden onder de afspraak (aantal, venster, periode)",
            "signaal": "een signaal van een van de genoemde soorten",
            "gebeurtenissen": "zo veel signalen van de genoemde soorten in een tijd (aantal, "
            "binnen of kalenderjaar)",
            "tekortkomingen": "zo veel tekortkomingen in dezelfde verplichting, in alle zaken van "
            "het contract (aantal, binnen of kalenderjaar)",
            "medewerking": "te weinig medewerking",
        },
    ),
    Keuzelijst(
        "periode",
        "De lengte van één periode in een reeks.",
        {
            "maand": "een kalendermaand",
            "kwartaal": "een kalenderkwartaal",
            "halfjaar": "een half kalenderjaar",
            "jaar": "een kalenderjaar",
        },
    ),
    Keuzelijst(
        "reeks",
        "Of steeds dezelfde afspraak niet moet zijn gehaald.",
        {
            "dezelfde": "elke periode dezelfde afspraak",
            "elke": "elke periode een afspraak, welke dan ook",
        },
    ),
    Keuzelijst(
        "ontbrekend-cijfer",
        "Hoe een periode zonder cijfer telt.",
        {
            "onbekend": "als onbekend: zij breekt niets af en bewijst niets",
            "niet-gehaald": "als een periode onder de afspraak",
        },
    ),
    Keuzelijst(
        "kortere-termijn",
        "Wanneer een verzoek een kortere termijn mag noemen.",
        {"acuut": "bij een tekortkoming met een acuut risico"},
    ),
    Keuzelijst(
        "briefplaats",
        "Waar in de brieven een eigen zin van het contract staat.",
        {
            "afweging": "boven de ernst en de reden van een maatregel",
            "afwikkeling": "onder wat na het einde van het contract moet gebeuren",
        },
    ),
    Keuzelijst(
        "kalender",
        "Welke dagen geen werkdag zijn, naast zaterdag en zondag.",
        {
            "atw": "feestdagen en gelijkgestelde dagen van de Algemene termijnenwet",
            "atw-zonder-besluiten": "de feestdagen van die wet, zonder gelijkgestelde dagen",
            "feestdagen": "feestdagen met Goede Vrijdag; 5 mei alleen in lustrumjaren",
        },
    ),
    Keuzelijst(
        "grondslag",
        "Waarover een tekortkoming gaat.",
        {
            "veiligheid": "de veiligheid van cliënten of anderen",
            "kwaliteit": "de kwaliteit van het werk",
            "continuiteit": "of het werk doorgaat",
            "rechtmatigheid": "of wordt gewerkt en gedeclareerd zoals mag",
            "tijdigheid": "of het op tijd gebeurt",
            "medewerking": "of de aanbieder meewerkt",
            "financieel": "of de aanbieder financieel gezond is",
        },
    ),
    Keuzelijst(
        "maximum-per",
        "Waarover het maximum van een bedrag geldt.",
        {
            "jaar": "per kalenderjaar; eerdere bedragen van dat jaar tellen mee",
            "factuur": "per factuur",
            "maatregel": "per maatregel",
        },
    ),
    Keuzelijst(
        "maximum-jaar",
        "Van welk jaar de grondslag van een maximum is.",
        {
            "vorig-kalenderjaar": "het kalenderjaar voor de maatregel",
            "lopend-kalenderjaar": "het kalenderjaar van de maatregel",
            "laatste-twaalf-maanden": "de twaalf maanden voor de maatregel",
        },
    ),
    Keuzelijst(
        "maximum-contracten",
        "Van welke contracten de grondslag van een maximum is.",
        {"contract": "alleen dit contract", "aanbieder": "alle contracten van de aanbieder"},
    ),
    Keuzelijst(
        "maximum-btw",
        "Of de grondslag van een maximum met btw is.",
        {"met": "met btw", "zonder": "zonder btw"},
    ),
    Keuzelijst(
        "lezing-doet",
        "Wat een lezing met een voorwaarde doet.",
        {
            "hard": "zonder haar wordt het instrument geweigerd",
            "gemotiveerd": "er kan met een vastgelegde reden van worden afgeweken",
            "vervalt": "zij wordt niet meer gevraagd",
        },
    ),
    Keuzelijst(
        "bezwaar-op-tijd",
        "Wat op de laatste dag met een bezwaar moet zijn gebeurd.",
        {"verzonden": "het is verzonden", "ontvangen": "het is ontvangen"},
    ),
    Keuzelijst(
        "schorst",
        "Wat een bezwaar met de maatregel doet.",
        {"schorst": "de maatregel wacht", "schorst-niet": "de maatregel loopt door"},
    ),
    Keuzelijst(
        "einde-opschorting",
        "Waarmee de opschorting door een bezwaar eindigt.",
        {
            "vastgelegd-einde": "met een vastgelegd einde: beslissing, gesprek of intrekking",
            "alleen-beslissing": "alleen met een beslissing",
        },
    ),
    Keuzelijst(
        "hersteltermijn",
        "Wat een opschorting met de hersteltermijn doet.",
        {
            "staat-stil": "hij staat stil zolang de opschorting duurt",
            "loopt-door": "hij loopt door",
        },
    ),
    Keuzelijst(
        "vrije-laatste-dag",
        "Waar een termijn van de wederpartij eindigt waarvan de laatste dag geen werkdag is.",
        {"volgende-werkdag": "op de werkdag erna", "niet": "op de dag zelf"},
    ),
    Keuzelijst(
        "eigen-maatregelen",
        "Of ook andere preventieve maatregelen kunnen dan de genoemde.",
        {"toegestaan": "ja, ook andere", "alleen-genoemde": "nee, alleen de genoemde"},
    ),
    Keuzelijst(
        "soort-vraag",
        "Wat er met een bepaling aan de hand is.",
        {
            "open": "het contract zegt het niet",
            "tegenspraak": "het contract zegt het op twee manieren",
            "verschrijving": "er staat een vergissing",
            "verwijzing": "het contract verwijst naar iets dat er niet staat",
        },
    ),
    Keuzelijst(
        "niveau",
        "Het niveau van het contractmanagement.",
        {
            "operationeel": "de uitvoering",
            "tactisch": "de monitoring",
            "strategisch": "de besluiten over doorgaan of stoppen",
        },
    ),
    Keuzelijst(
        "namens",
        "Namens wie een rol bij een gesprek zit.",
        {
            "opdrachtgever": "wij",
            "aanbieder": "de andere partij",
            "gemeente": "een gemeente waarvoor wij inkopen",
        },
    ),
    Keuzelijst(
        "partij",
        "De rol van een partij in de overeenkomst.",
        {"opdrachtgever": "wij", "aanbieder": "de andere partij"},
    ),
    *REGELWOORDEN,
)

GEZOCHTE_NAMEN: tuple[Keuzelijst, ...] = (
    Keuzelijst(
        "zwijgt_over.onderwerp",
        "Waar het contract over kan zwijgen met gevolg; andere onderwerpen staan er alleen.",
        {"classificatie": "er wordt dan geen classificatie en geen ritme gevraagd"},
    ),
    Keuzelijst(
        "bewijsvormen.hoort_bij",
        "Een naam van een zware grond die iets bijzonders doet; andere kunnen ook.",
        {"fraude": "een brief spreekt alleen van fraude als een vorm hiervan is aangetoond"},
    ),
    Keuzelijst(
        "uitgangspunten.id",
        "Namen van uitgangspunten en verplichtingen die worden gezocht: om hun bepaling bij een "
        "regel of melding te zetten, of om iets alleen dan te vragen.",
        {
            "aanvullend-overleg": "bij een extra gesprek zonder reden",
            "aoc": "bij een actie zonder kant",
            "belasting-beperken": "bij een cijfer of stuk dat twee keer wordt gevraagd",
            "bevindingen-benutten": "bij een leerpunt dat blijft liggen",
            "bij-voorkeur-fysiek": "bij een gesprek dat niet fysiek was, zonder reden",
            "classificeren": "bij een classificatie zonder alle criteria",
            "continuiteit-van-zorg": "bij een besluit zonder gevolgen voor het zorglandschap",
            "doelstellingen-realiseren": "bij een doelstelling waaraan niets bijdraagt",
            "drie-niveaus": "bij een gesprek zonder niveau",
            "eerste-classificatie": "bij de eerste classificatie van een contract",
            "gesprekken-combineren": "bij gesprekken die dicht bij elkaar liggen",
            "informeren": "vraagt dat de aanbieder over de classificatie wordt geïnformeerd",
            "meerdere-gesprekken": "bij een categorie met weinig of evenveel gesprekken",
            "naleving-bewaken": "bij wat niemand bewaakt, of geen dag heeft",
            "normen-en-beweging": "bij een norm",
            "onderzoek-en-wederhoor": "bij wat per direct gebeurde, vóór het horen",
            "onduidelijkheden-oplossen": "bij een onduidelijkheid zonder antwoord",
            "plan-opstellen": "vraagt een contractmanagementplan na de classificatie",
            "regionaal-rapporteren": "bij een periode zonder rapport",
            "risicos-beheersen": "bij een risico zonder maatregel of dag",
            "ritme-volgt-classificatie": "bij het ritme van de gesprekken",
            "voorbereiden": "vraagt de voorbereiding voor de uitvoering begint",
            "wijzigingen-verzorgen": "bij een gewenste wijziging die zonder reden is afgesloten",
        },
    ),
    Keuzelijst(
        "verslageisen.id",
        "Namen van eisen aan het verslag die worden gezocht om hun bepaling bij een melding te "
        "zetten.",
        {
            "besloten-en-gemandateerd": "bij een besluit zonder mandaat",
            "kort-en-smart": "bij een actie of verslag dat vaag, lang of oordelend is",
            "oplevertermijn": "bij een actie zonder dag of resultaat",
        },
    ),
)
"""Names that clm looks for in a regime; what has another name is shown and does nothing more."""
