"""Floor 8, opdrachten: the table of commands: words, where their code is, and one sentence."""

from __future__ import annotations

from typing import NamedTuple

from clm_cli.cli.opdrachten_cijfers import CIJFERS
from clm_cli.cli.opdrachten_escalatie import LADDER
from clm_cli.cli.opdrachten_inrichting import INRICHTING
from clm_cli.cli.opdrachten_leven import NA_DE_LADDER, VOOR_DE_LADDER
from clm_cli.cli.opdrachten_samen import SAMEN


class Rij(NamedTuple):
    """One command, or the name of a group of commands."""

    woorden: str
    """As they are typed behind `clm`."""
    doel: str
    """`module:name` under `clm_cli.cli`; a group has none.

    The name stands for a function that typer reads, an object that makes one (`maak`), or a
    mapping from words to either.
    """
    zin: str
    """What it does, for the list of commands and the help page."""
    meer: str = ""
    """What the help page says below it."""


_KIJKEN = (
    (
        "werklijst",
        "werklijst:werklijst",
        "Toont wat er moet gebeuren, voor wie, wanneer, wie aan zet is en waarom.",
    ),
    (
        "waarom",
        "werklijst:waarom",
        "Legt één regel van de werklijst helemaal uit; van een bundel toont het welke erin zitten.",
    ),
    (
        "doe",
        "doe:doe",
        "Doet wat de werklijst bij een regel aanraadt, na het te tonen.",
        "Wat de opdracht nog moet weten, vraagt clm. Zonder terminal is --ja nodig.",
    ),
    ("overzicht", "controleren:overzicht", "Toont alle dossiers, één regel per aanbieder."),
    ("toon", "bladen:toon_dossier", "Toont één dossier op één bladzijde."),
    (
        "kpi",
        "cijfers_kpi:kpi",
        "Toont de cijfers van een aanbieder: norm, pad, verloop, reeks, groep en herkomst.",
        "Met --boete toont clm of een boete binnen het maximum blijft, voor elke omzet die kan.",
    ),
    ("zoek", "zoeken:zoek", "Zoekt een naam, nummer of tekst in het hele register."),
    ("tijdlijn", "bladen:tijdlijn", "Vertelt het verhaal van een dossier, feit voor feit."),
    (
        "controleer",
        "controleren:controleer",
        "Controleert het register en zegt wat er niet klopt, waar, en wat helpt.",
        (
            "De uitkomst is 1 als er een fout of waarschuwing is. Wie iets vastlegt, ziet wat er "
            "in dat dossier niet klopt; wat alleen het geheel kan tonen, zoals twee dossiers van "
            "één aanbieder, staat hier."
        ),
    ),
    (
        "vergelijk",
        "vergelijk:vergelijk",
        "Zegt in woorden wat er is veranderd tussen twee momenten in git, per dossier.",
        "De uitkomst is 1 als een tweede paar ogen nodig is.",
    ),
    (
        "wissen",
        "controleren:wissen",
        "Zegt wat het wissen van een persoonsgegeven zou raken, en hoe het gaat; wist zelf niets.",
        (
            "Zonder GEGEVEN staat er per soort hoe lang het bewaard wordt, en wat daarover is. De "
            "uitkomst is 1 als het ergens staat, als een bestand niet te doorzoeken is, of als een "
            "bewaartermijn voorbij is."
        ),
    ),
    (
        "verifieer",
        "brieven_controle:verifieer",
        (
            "Kijkt of wat is verzonden en ontvangen nog precies is wat het was, en of het dossier"
            " nog dezelfde brief geeft."
        ),
        "De uitkomst is 1 als iets is veranderd dat vast hoort te liggen.",
    ),
)
_LOS = (
    (
        "classificeer",
        "classificatie:classificeer",
        "Toont of besluit de classificatie, punt voor punt uitgelegd.",
        (
            "Zonder --waarde en --categorie toont clm wat nu geldt; met een van beide legt clm "
            "het besluit vast."
        ),
    ),
    ("nieuw", "dossier:nieuw", "Maakt een dossier voor een aanbieder, klaar om mee te werken."),
    (
        "contactpersoon",
        "contactpersonen:KAART",
        "Zet iemand bij de contactpersonen van een aanbieder, of werkt bij wie er al staat.",
        "Wie weggaat, krijgt --tot met de laatste dag; wie er was, blijft leesbaar.",
    ),
    (
        "overdracht",
        "overdracht:overdracht",
        "Draagt dossiers over aan een collega, elk met een stuk om mee te beginnen.",
    ),
    (
        "plan",
        "plan:plan",
        (
            "Maakt het contractmanagementplan als stuk, of legt eerst vast dat het is opgesteld of "
            "bijgesteld."
        ),
    ),
    *SAMEN,
    ("noteer", "feiten:OPDRACHTEN", "Legt een telefoontje, e-mail of bezoek vast."),
    (
        "geinformeerd",
        "feiten:OPDRACHTEN",
        "Legt vast dat de aanbieder over zijn classificatie is geïnformeerd.",
    ),
    *CIJFERS,
    ("overgeslagen", "feiten:OPDRACHTEN", "Zet een melding opzij, met de reden."),
    (
        "verslag",
        "gespreksstukken:verslag",
        "Maakt het verslag van een gesprek, met besluiten en acties vooraan.",
    ),
    (
        "planning",
        "planning:planning",
        "Plant de gesprekken van een jaar, voor alle aanbieders en naar hun categorie.",
    ),
    (
        "rapport",
        "",
        "Maakt de rapporten over een periode, en laat zien waar elk getal vandaan komt.",
    ),
    (
        "rapport regio",
        "rapport:regio",
        "Maakt het rapport over de regio: prestaties, risico's, ontwikkelpunten en wat veranderde.",
    ),
    (
        "rapport aanbieder",
        "rapport:aanbieder",
        "Maakt het rapport over één aanbieder, intern of om met hem te delen.",
    ),
    (
        "rapport verspreid",
        "rapport:verspreid",
        "Legt vast dat het rapport over een periode is verspreid, en aan wie.",
    ),
    (
        "rapport tekst",
        "rapport:tekst",
        "Legt uw eigen zinnen bij een hoofdstuk vast; wat er staat, wordt nooit vervangen.",
    ),
    (
        "exporteer",
        "",
        "Zet het register of één dossier om voor andere programma's, in de map export.",
    ),
    (
        "exporteer ics",
        "export:ics",
        "Maakt een agenda van gesprekken en termijnen; wat verschuift, verschuift daarin mee.",
    ),
    (
        "exporteer xlsx",
        "export:xlsx",
        "Maakt een werkboek met alle tabellen, en de vijf procent met formules.",
    ),
    ("exporteer csv", "export:csv", "Maakt een bestand per tabel, dat Excel meteen opent."),
    ("exporteer json", "export:json", "Maakt één bestand met alle tabellen, voor een programma."),
    (
        "exporteer parquet",
        "export:parquet",
        "Maakt een map per tabel en periode, voor vragen over meer registers met DuckDB of Spark.",
        "Hiervoor is duckdb nodig: pip install duckdb.",
    ),
    (
        "exporteer html",
        "export:html",
        "Maakt één bladzijde zonder netwerk: voor het team, of van één aanbieder om te delen.",
    ),
    (
        "exporteer bundel",
        "export:bundel",
        "Maakt van een zaak één map en één pdf, ook zonder dit programma te lezen en na te kijken.",
        "Met --voor wederpartij zit er alleen in wat partijen over en weer al hebben gedeeld.",
    ),
    (
        "correctie",
        "correctie:correctie",
        "Verbetert een feit met een nieuw feit; het oude blijft staan en telt niet meer mee.",
    ),
    (
        "termijn",
        "termijn:termijn",
        "Rekent een termijn uit en laat zien waarom.",
        (
            "De dag van de gebeurtenis zelf telt niet mee. Werkdagen worden geteld; dagen, weken,"
            " maanden en jaren lopen op de kalender en schuiven als zij eindigen op een dag die "
            "geen werkdag is."
        ),
    ),
    (
        "init",
        "beheer:INIT",
        "Maakt een eigen register met uitleg in de bestanden, klaar om in te vullen.",
    ),
    ("voorbeeld", "beheer:voorbeeld", "Zet een gevuld, verzonnen voorbeeldregister neer."),
    (
        "schema",
        "beheer:schema",
        (
            "Schrijft JSON Schema's, zodat uw editor bij elk bestand uitleg, aanvulling en fouten"
            " toont."
        ),
    ),
    (
        "tekst",
        "brieven_controle:tekst",
        "Geeft de tekst van een Word-bestand of pdf, zodat git een verschil in woorden toont.",
        "Zet het aan met de instelling diff.clm.textconv van git; .gitattributes zegt hoe.",
    ),
    (
        "aanvulling",
        "aanvulling:aanvulling",
        "Geeft de regels waarmee uw schil opdrachten en dossiers aanvult met de tabtoets.",
        (
            "bash: zet 'source <(clm aanvulling bash)' in .bashrc; zsh: 'source <(clm aanvulling "
            "zsh)' in .zshrc, na compinit; fish: 'clm aanvulling fish | source' in config.fish; "
            "powershell: zet wat 'clm aanvulling powershell' geeft in $PROFILE."
        ),
    ),
    (
        "handleiding",
        "handleiding:handleiding",
        "Legt uit hoe u hiermee werkt, bladzijde voor bladzijde.",
        "Met --vorm html komt alles als één bladzijde voor de browser.",
    ),
    ("uitleg", "uitleg:uitleg", "Legt een melding uit; zonder code toont hij ze alle."),
)
TABEL: dict[str, Rij] = {
    rij[0]: Rij(*rij)
    for rij in (
        *_KIJKEN,
        *VOOR_DE_LADDER,
        *LADDER,
        *NA_DE_LADDER,
        *_LOS,
        *INRICHTING,
    )
}
"""Every command and group by its words, in the order in which they are listed."""
GEWOON = {"signaal": "signaal", "meting": "meting"}
"""The command of a group that is meant when the next word names none."""
LEEG = {"sjabloon": "lijst"}
"""The command of a group that is meant when nothing follows."""


def onder(groep: str) -> dict[str, Rij]:
    """The commands and groups directly below a group, by their last word; '' for all."""
    voor = f"{groep} " if groep else ""
    rest = {
        woorden.removeprefix(voor): rij
        for woorden, rij in TABEL.items()
        if woorden.startswith(voor)
    }
    return {woord: rij for woord, rij in rest.items() if " " not in woord}
