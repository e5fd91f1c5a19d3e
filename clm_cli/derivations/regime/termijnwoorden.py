"""Floor 4, termijnwoorden: the words of a contract on terms and messages, with what each means."""

from __future__ import annotations

from clm_cli.derivations.regime.keuzelijst import Keuzelijst

TERMIJNWOORDEN: tuple[Keuzelijst, ...] = (
    Keuzelijst(
        "soort-termijn",
        "Wat er binnen een termijn moet gebeuren.",
        {
            "verslag-delen": "wij delen het verslag van een gesprek",
            "verslag-reactie": "de ander reageert op dat verslag",
            "reactie": "de aanbieder antwoordt op een maatregel die om uitleg vraagt",
            "verbeterplan": "de aanbieder levert het plan waar een maatregel om vraagt",
            "herstel": "de aanbieder herstelt; daarna kan hij in verzuim zijn",
            "bezwaar": "de aanbieder kan bezwaar maken tegen een maatregel; daarna vervalt dat",
            "directiegesprek": "het gesprek na een bezwaar of geschil vindt plaats",
            "bevestiging": "wij bevestigen schriftelijk een maatregel die al geldt",
            "aanzegging": "wij zeggen aan dat het contract niet doorgaat, zo lang van tevoren",
            "beslissing": "wij beslissen op een bezwaar, vanaf 'ontvangst-bezwaar'",
            "eigen": "wat het contract zelf bepaalt: naam, begin, tot, daarna",
            "antwoord": "de aanbieder antwoordt op een brief; die termijn staat in de brief zelf",
            "betaling": "de aanbieder betaalt, vanaf 'ontvangst'; zwijgt het contract, dan staat "
            "die termijn in de brief zelf",
            "afwikkeling": "wat na het einde moet gebeuren; die termijn staat in de brief zelf",
        },
    ),
    Keuzelijst(
        "begin",
        "De gebeurtenis waarmee een termijn begint; die dag telt zelf niet mee.",
        {
            "gesprek": "de dag van het gesprek; bij een maatregel het eerste in de zaak sindsdien",
            "gedeeld": "de dag waarop het verslag is gedeeld",
            "verzending": "de dag waarop de brief is verzonden",
            "ontvangst": "de dag waarop de brief is ontvangen",
            "ontvangst-bezwaar": "de dag waarop het bezwaar bij ons binnenkwam",
            "geschil": "de dag waarop het geschil is vastgelegd",
            "ingang": "de dag waarop de maatregel ingaat (bij een aanzegging met 'terug: ja')",
            "einde": "de laatste dag van het contract; daarbij hoort 'terug: ja'",
            "ontvangst-plan": "de dag waarop het plan bij de maatregel binnenkwam",
            "plan-goedgekeurd": "de dag waarop het plan is goedgekeurd, of door zwijgen zo geldt",
            "ontvangst-reactie": "de dag waarop het antwoord op de maatregel binnenkwam",
            "herstel-uitgebleven": "de dag van het oordeel dat herstel uitbleef",
            "ontvangst-stuk": "de dag waarop de brief die bij 'stuk' staat is ontvangen",
        },
    ),
    Keuzelijst(
        "tegen",
        "Tegen welke dagen kan worden opgezegd; een termijn in maanden telt dan hele maanden.",
        {
            "einde-maand": "de laatste dag van een kalendermaand",
            "einde-kwartaal": "de laatste dag van een kwartaal",
            "einde-jaar": "31 december",
        },
    ),
    Keuzelijst(
        "eindfeit",
        "Wat een eigen termijn van het contract beëindigt.",
        {
            "reactie": "een antwoord op de maatregel",
            "verbeterplan": "een plan bij de maatregel",
            "oordeel-plan": "ons oordeel over het plan",
            "herstelmelding": "een bericht dat is hersteld",
            "hersteld": "ons oordeel dat alles is hersteld",
            "afstemming": "een vastgelegde bestuurlijke afstemming",
            "gesprek": "een gesprek dat bij de escalatie hoort en na de maatregel is gehouden",
            "maatregel": "een instrument dat bij 'stappen' staat is genomen",
        },
    ),
    Keuzelijst(
        "termijngevolg",
        "Wat volgt als een termijn verstrijkt zonder wat er moest gebeuren.",
        {
            "goedgekeurd": "het plan bij de maatregel is goedgekeurd",
            "staat-vast": "het stuk waarop kon worden gereageerd staat vast",
            "vervallen": "de instrumenten bij 'stappen' kunnen niet meer",
            "stap-mogelijk": "de instrumenten bij 'stappen' kunnen nu; eerder niet",
            "stap-wacht": "de instrumenten bij 'stappen' kunnen niet zolang de termijn loopt",
            "afgekeurd": "het plan bij de maatregel is afgekeurd",
        },
    ),
    Keuzelijst(
        "zwijgen",
        "Wat volgt als niet op tijd op een bezwaar is beslist.",
        {
            "toegewezen": "het bezwaar is toegewezen en de maatregel vervalt",
            "afgewezen": "het bezwaar is afgewezen en de opschorting eindigt",
        },
    ),
    Keuzelijst(
        "kanaal",
        "De weg waarlangs een bericht gaat.",
        {
            "aangetekend": "aangetekende post",
            "gewone post": "gewone post",
            "e-mail": "een e-mail",
            "koerier": "een koerier",
            "portaal": "een bericht in een portaal",
            "uitgereikt": "in handen gegeven; dat is dezelfde dag ontvangen",
        },
    ),
    Keuzelijst(
        "ontvangst-bewijs",
        "Of een andere dag van ontvangst kan blijken dan het contract noemt.",
        {
            "weerlegbaar": "ja, een vastgelegde bezorging gaat voor",
            "vast": "nee, de dag van het contract geldt altijd",
        },
    ),
    Keuzelijst(
        "laatste-dag",
        "Waar een termijn eindigt waarvan de laatste dag geen werkdag is.",
        {
            "volgende-werkdag": "op de werkdag erna",
            "niet": "op die dag zelf",
            "vorige-werkdag": "op de werkdag ervoor",
        },
    ),
)
