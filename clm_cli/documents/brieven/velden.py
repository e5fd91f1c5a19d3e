"""Floor 6, velden: the names that the template of a letter may use, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping

NAMEN: Mapping[str, str] = {
    "aanbieder": "de statutaire naam van de aanbieder",
    "aanhef": "'Geacht bestuur' of 'Geachte directie'",
    "organisatie": "de naam van uw organisatie",
    "gemeenten": "de namen van de gemeenten, als lijst",
    "opdrachtgever": "hoe het contract de partij noemt namens wie wordt geschreven",
    "namens": "'de gemeenten A, B en C'; leeg als wij alleen zelf opdrachtgever zijn",
    "mede": "of wij een van de gemeenten zijn, en dus ook voor onszelf schrijven",
    "volmachten": "per gemeente: gemeente, stuk, van",
    "ondertekenaar": "naam en functie van wie ondertekent",
    "behandelaar": "wie de brief behandelt",
    "functie": "de functie van de behandelaar",
    "telefoon": "het telefoonnummer van de behandelaar",
    "antwoordmail": "het e-mailadres waar een antwoord naartoe kan",
    "antwoordwegen": "de wegen die onder het contract schriftelijk zijn, als het die noemt",
    "antwoordpost": "ons postadres, op één regel",
    "kenmerk": "ons kenmerk",
    "uw_kenmerk": "hun kenmerk",
    "overeenkomst": "titel en gesloten",
    "contract": "het contract in woorden",
    "nummer": "het nummer van het contract",
    "buiten": "de contracten waar de brief niet over gaat",
    "eindigt": "de laatste dag van het contract",
    "optie": "id en duur van de optie waar de brief over gaat",
    "verlengd": "de verlenging: tot, eerder, aanzegdag, te_laat, instemmen",
    "beslisser": "de functie van wie besloot",
    "opties": "de duur van de opties tot verlenging",
    "ladder": "hoe de ladder in brieven heet",
    "doelgroep": "hoe het contract de mensen noemt voor wie wordt gewerkt",
    "briefzinnen": "per plaats in een brief de zin van dit contract",
    "bijlage": "de titel van het contractdeel met de ladder",
    "eisen": "wat het contract in deze brief wil zien, met de letterlijke bepaling",
    "onderdelen": "bij een eigen soort brief wat het contract erin wil: titel, teksten, bepaling",
    "tekortkomingen": (
        "per tekortkoming: id, wat, waar, verplichting, feiten, eis, vaststelling, uiterlijk, "
        "termijn, verzuim, redelijk, nodig, nodig_zin, stand_op, stand, bijlage, "
        "stand_bijlage, herstel"
    ),
    "aantal": "'een verplichting', 'twee verplichtingen'",
    "verleden": "wat eraan voorafging: datum, zin",
    "verleden_per": "hetzelfde, per tekortkoming",
    "verleden_samen": "wat over alle tekortkomingen gaat, of over geen",
    "onderzoek": "het onderzoek: begonnen, datum, bevindingen",
    "wederhoor": "uitgenodigd, termijn_tot, gehoord, reactie, weging",
    "zonder_horen": "of het contract hierbij geen onderzoek en wederhoor vraagt en het er niet is",
    "wederhoor_daarna": "hetzelfde, op later bewijs of oordeel (waarop), met de dag daarvan (van)",
    "maatregel": (
        "de maatregel zoals vastgelegd, met titel, gronden, bewijs, facturen, bedrag, berekening, "
        "maximum, lezingen, laatste_dag, fraude"
    ),
    "trede": "nummer, titel en letterlijke tekst van de trede",
    "planinhoud": "wat het contract van het gevraagde plan wil, als lijst",
    "planbepalingen": "hetzelfde in de woorden van het contract, waar het regime die aanhaalt",
    "overgeslagen": "de treden die zijn overgeslagen, in woorden",
    "uitvoering": "per gemeente wat zij uitvoerde: gemeente, op, gedaan, klaar",
    "bezwaar": "het recht van bezwaar: bepaling, uiterlijk, termijn, email, post, gesprek",
    "bezwaar_tot": "de laatste dag om bezwaar te maken",
    "bezwaar_vorm": "of het bezwaar schriftelijk is",
    "eerder_gezegd": "de dag waarop een eerdere brief de maatregel al meedeelde",
    "einde_per": "bij een memo: de eerste dag waarop de overeenkomst niet meer geldt",
    "gestopt": "bij een memo: de stops en overdrachten die dit feit beëindigt, zoals vastgelegd",
    "loopt_door": "de maatregelen die blijven lopen",
    "einde_blijft": "de meegedeelde maatregelen die de overeenkomst doen eindigen",
    "ook_open": "hoeveel andere escalaties onder deze overeenkomst de aanbieder kent",
    "opgeschort": "wat bij de opschorting is ingehouden, in woorden",
    "maatregelbrief": "onze brief die de maatregel meedeelde, met dag en kenmerk",
    "aanzegdag": "de dag waarop de mededeling dat wij niet verlengen uiterlijk is ontvangen",
    "geldt_nog": "de andere stops en overdrachten die onder deze overeenkomst nog gelden",
    "ontvangers": "de aanbieders die cliënten overnemen, in woorden",
    "gekeken": "waarnaar bij de classificatie is gekeken, in woorden",
    "eindigend": "de maatregelen die met dit feit eindigen",
    "vorderingen": "de vorderingen die blijven bestaan, in woorden",
    "boetes": "de boetes die al zijn meegedeeld voor dezelfde tekortkoming, in woorden",
    "rekening": "waarop te betalen: iban, naam, kenmerk",
    "afwikkeling": "wat na het einde moet gebeuren: titel, uiterlijk, termijn",
    "volmacht_bijlagen": "de bijlagen met de volmachten, in woorden",
    "bezwaarschrift": "het bezwaar waarop de brief antwoordt",
    "schorst": (
        "per tekortkoming of het bezwaar de maatregel opschort: id, wat, antwoord, reden, "
        "ander_bezwaar"
    ),
    "tijdig": "of het bezwaar op tijd was",
    "over": "het feit waar de brief over gaat, zoals vastgelegd",
    "eerder": "onze eerdere brief waar deze op terugkomt: datum, kenmerk, uiterlijk",
    "uw_brief": "hun brief waarop deze antwoordt: datum, kenmerk, ontvangen",
    "herstelbaar": "of het beoordeelde plan na afkeuring nog kan worden hersteld",
    "plan_mist": "de tekortkomingen waarover het beoordeelde plan niets zegt",
    "stand": "waar de zaak staat: trede, hoogst, herstel, stappen, lichter",
    "directiegesprekken": "de gesprekken op directieniveau: datum, uitkomst",
    "loopt": "per tekortkoming de dag tot en met welke de hersteltermijn loopt",
    "staat_stil": "van welke tekortkomingen de hersteltermijn nu stilstaat",
    "nieuw": "per tekortkoming de nieuwe dag: uiterlijk, verzuim",
    "verzuim": "per tekortkoming de dag waarop het verzuim begon",
    "uitkomsten": (
        "per classificatie: contracten, vanaf, categorie, titel, aantal, intensiteit, rijen, "
        "score, reden, hertoets"
    ),
    "beleid": "de titel van het classificatiebeleid",
    "datum": "de datum van de brief",
    "ontvangst": "de dag waarop de brief vermoedelijk is ontvangen",
    "treden_geteld": "of het contract meer dan één trede heeft",
    "ontvangst_vast": "of het contract die dag vastlegt, zodat geen andere kan blijken",
    "dagen": "de genoemde dagen per soort termijn: uiterlijk, termijn, titel, vanaf",
    "berekeningen": "de berekening van elke termijn, dag voor dag",
    "kalender": "welke kalender telt, in woorden",
    "uitnodiging": "het gesprek: datum, tijd, plaats",
    "teksten": "de eigen teksten bij de brief, per onderdeel",
    "geheel": "of de brief het hele contract raakt",
    "bijlagen": "de bijlagen: hun titel, en waar zij bij horen",
    "kop": "kop('Titel') is de volgende genummerde kop",
}
"""All names, also those that only some kinds of letter have; a test compares them with what
letters are filled with."""
