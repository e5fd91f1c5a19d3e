"""Floor 8, opdrachten_leven: commands of what has a life: talks, actions, contracts, letters."""

VOOR_DE_LADDER = (
    (
        "gesprek",
        "",
        "Het leven van een gesprek: gepland, verstuurd, gehouden, gedeeld, reacties, vastgesteld.",
    ),
    (
        "gesprek gepland",
        "gesprekken:GEPLAND",
        "Plant een gesprek; zonder --contract gaat het over alle lopende contracten.",
    ),
    (
        "gesprek verstuurd",
        "gespreksstukken:verstuurd",
        "Legt vast dat agenda en stukken zijn verstuurd.",
    ),
    (
        "gesprek gehouden",
        "gesprekken:GEHOUDEN",
        (
            "Legt een gesprek vast: met opties, --bestand, --word (de ingevulde agenda) of in de "
            "editor."
        ),
    ),
    (
        "gesprek gedeeld",
        "feiten:OPDRACHTEN",
        "Legt vast dat het verslag is gedeeld; kaart en verslag zijn daarna verzegeld.",
    ),
    (
        "gesprek reactie",
        "feiten:OPDRACHTEN",
        "Legt een reactie op het verslag vast, per opmerking.",
    ),
    (
        "gesprek vastgesteld",
        "feiten:OPDRACHTEN",
        "Legt vast dat het verslag is vastgesteld, en wat met opmerkingen is gedaan.",
    ),
    ("gesprek verzet", "feiten:OPDRACHTEN", "Verzet een gesprek naar een andere dag."),
    ("gesprek vervallen", "feiten:OPDRACHTEN", "Legt vast dat een gesprek niet doorgaat."),
    ("gesprek maak", "", "Maakt de stukken van een gesprek."),
    (
        "gesprek maak agenda",
        "gespreksstukken:agenda",
        "Maakt de agenda van een gesprek; de Word-versie kan tijdens het gesprek worden ingevuld.",
    ),
    (
        "gesprek maak notitie",
        "gespreksstukken:notitie",
        "Maakt een notitie vooraf, voor onszelf: wat er loopt, is toegezegd en is te vragen.",
        "Zij komt in de map intern van het dossier, en gaat nooit mee naar de aanbieder.",
    ),
    (
        "gesprek maak uitnodiging",
        "gespreksstukken:uitnodiging",
        "Maakt een concept van de uitnodiging: een mail met de afspraak en de agenda als bijlagen.",
        (
            "De mail opent onverzonden in uw mailprogramma. Is het gesprek verzet of vervallen, "
            "dan zegt de mail dat, en verandert de afspraak in de agenda van wie haar opnam."
        ),
    ),
    (
        "gesprek maak verslag",
        "gespreksstukken:verslag",
        "Maakt het verslag van een gesprek, met besluiten en acties vooraan.",
    ),
    (
        "gesprek maak mail",
        "gespreksstukken:mail",
        "Maakt een concept van de mail waarmee u het verslag deelt, aan wie erbij was.",
    ),
    ("actie", "", "Acties, besluiten en toezeggingen, en wat ervan kwam."),
    (
        "actie lijst",
        "afspraken:lijst",
        "Toont de acties, besluiten en toezeggingen die nog lopen; met --alles ook wat klaar is.",
    ),
    (
        "actie afgerond",
        "feiten:OPDRACHTEN",
        "Legt vast dat een actie, toezegging of signaal is afgerond, met het resultaat.",
    ),
    (
        "actie verzet",
        "feiten:OPDRACHTEN",
        "Geeft een actie of toezegging een nieuwe dag, met de reden.",
    ),
    (
        "actie overgedragen",
        "feiten:OPDRACHTEN",
        "Geeft een actie of toezegging een nieuwe eigenaar.",
    ),
    (
        "actie vervallen",
        "feiten:OPDRACHTEN",
        "Legt vast dat een actie, toezegging of signaal vervalt.",
    ),
    (
        "actie herroepen",
        "feiten:OPDRACHTEN",
        "Legt vast dat een besluit buiten een gesprek is herroepen.",
    ),
    ("actie geparkeerd", "feiten:OPDRACHTEN", "Zet iets weg tot een dag."),
    ("actie wacht", "feiten:OPDRACHTEN", "Legt vast op wie wij wachten."),
    ("signaal", "", "Signalen, en wat gemeenten erop antwoorden."),
    ("signaal signaal", "feiten:OPDRACHTEN", "Legt een signaal vast."),
    ("signaal uitvraag", "feiten:OPDRACHTEN", "Vraagt gemeenten of zij een signaal herkennen."),
    (
        "signaal antwoord",
        "feiten:OPDRACHTEN",
        "Legt het antwoord van een gemeente op een uitvraag vast.",
    ),
    ("overeenkomst", "", "Wat veel aanbieders delen."),
    (
        "overeenkomst nieuw",
        "contracten:OVEREENKOMSTKAART",
        "Maakt een overeenkomst waar contracten onder vallen.",
    ),
    ("contract", "", "Het leven van een contract."),
    ("contract nieuw", "contracten:CONTRACTKAART", "Voegt een contract toe aan een dossier."),
    ("contract verlenging", "feiten:OPDRACHTEN", "Legt vast dat een optie is gebruikt."),
    (
        "contract niet-verlengd",
        "feiten:OPDRACHTEN",
        (
            "Legt vast dat een optie niet wordt gebruikt of een contract niet wordt voortgezet, "
            "met de reden."
        ),
    ),
    ("contract wijziging", "feiten:OPDRACHTEN", "Legt een wijziging van het contract vast."),
    (
        "contract overname",
        "feiten:OPDRACHTEN",
        "Legt vast dat het contract overgaat naar een andere aanbieder.",
    ),
    ("contract einde", "feiten:OPDRACHTEN", "Legt vast dat en hoe het contract eindigt."),
)
"""Talks, actions, signals, contracts: words, `module:name`, and the sentence of the help page."""
_LIJST = (
    "Zonder --wat (bij onduidelijkheden --vraag), --klaar, --wijzig of --uit toont clm de lijst; "
    "de opties kiezen dan wat wordt getoond, en zonder DOSSIER is het die van alle aanbieders."
)
NA_DE_LADDER = (
    (
        "lijst",
        "",
        (
            "De lijsten: verplichtingen, risico's, wijzigingen, onduidelijkheden, leerpunten, "
            "voorbereiding."
        ),
    ),
    (
        "lijst verplichtingen",
        "lijsten:OPDRACHTEN",
        (
            "Toont de verplichtingen, of legt er een vast, sluit haar af, of legt vast dat er één "
            "keer aan is voldaan."
        ),
        _LIJST,
    ),
    (
        "lijst risicos",
        "lijsten:OPDRACHTEN",
        "Toont de risico's, of legt er een vast, wijzigt het of sluit het af.",
        _LIJST,
    ),
    (
        "lijst wijzigingen",
        "lijsten:OPDRACHTEN",
        "Toont de gewenste wijzigingen, of legt er een vast, of wat erover is besloten.",
        _LIJST,
    ),
    (
        "lijst onduidelijkheden",
        "lijsten:OPDRACHTEN",
        "Toont de open vragen over het contract, of legt er een vast, of het antwoord.",
        _LIJST,
    ),
    (
        "lijst leerpunten",
        "lijsten:OPDRACHTEN",
        "Toont de leerpunten, of legt er een vast, zet het een fase verder of sluit het af.",
        _LIJST,
    ),
    (
        "lijst voorbereiding",
        "lijsten:OPDRACHTEN",
        "Toont wat vóór de uitvoeringsfase klaar moet zijn, of legt iets vast of sluit het af.",
        _LIJST,
    ),
    (
        "lijst dekking",
        "lijsten:dekking",
        "Toont welke bepalingen iemand bewaakt, en welke niemand: geen verplichting, kpi of thema.",
    ),
    ("brief", "", "Het leven van een brief."),
    (
        "brief maak",
        "brieven:maak",
        (
            "Maakt een brief: kaart, Markdown, PDF en Word; zonder verplichte onderdelen weigert "
            "clm, en zegt wat ontbreekt."
        ),
    ),
    (
        "brief akkoord",
        "feiten:OPDRACHTEN",
        (
            "Legt vast dat iemand met precies dit stuk akkoord is; een veranderd stuk vraagt een "
            "nieuw akkoord."
        ),
    ),
    (
        "brief verzonden",
        "feiten:OPDRACHTEN",
        "Legt één verzending vast; kaart en stuk zijn daarna verzegeld.",
    ),
    (
        "brief mail",
        "brieven_controle:mail",
        "Maakt een concept van de mail waarmee een brief van ons meegaat, zoals een herinnering.",
    ),
    ("brief bezorgd", "feiten:OPDRACHTEN", "Legt vast dat een verzending is bezorgd."),
    ("brief retour", "feiten:OPDRACHTEN", "Legt vast dat een verzending terugkwam."),
    (
        "brief binnengekomen",
        "brieven_inkomend:binnengekomen",
        (
            "Legt een brief van de aanbieder vast: de map met kaart, de scan met zijn sha256, en "
            "de dag van ontvangst."
        ),
    ),
    (
        "brief lijst",
        "brieven_lijst:lijst",
        (
            "Toont alle brieven, van ons en van hen: waar elke brief staat, en wat er nog moet "
            "gebeuren."
        ),
    ),
    (
        "brief lees",
        "brieven_controle:lees_brief_voor",
        "Toont een brief, van ons of van hen, om hier te lezen.",
    ),
    (
        "brief controleer",
        "brieven_controle:controleer",
        (
            "Legt een nabewerkte brief naast de onbewerkte brief: onderdelen, dagen, "
            "bedragen, getallen en woorden."
        ),
        (
            "De uitkomst is 1 als een verplicht onderdeel weg is, of een dag, bedrag of getal "
            "anders is; alleen andere woorden zijn geen fout."
        ),
    ),
    (
        "brief verifieer",
        "brieven_controle:verifieer",
        (
            "Kijkt of wat is verzonden en ontvangen nog precies is wat het was, en of het dossier"
            " nog dezelfde brief geeft."
        ),
        "De uitkomst is 1 als iets is veranderd dat vast hoort te liggen.",
    ),
)
"""Lists and letters, in the same form."""
