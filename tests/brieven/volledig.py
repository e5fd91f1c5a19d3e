"""One full register for each contract, in which every kind of letter has all it needs; files through the real gate, letters through the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from klein import schrijf

from clm_cli.cli.hoofd import draai

CLASSIFICATIE = "beleid/classificatie-2026.yaml"
ORGANISATIE = """
    naam: Regio Lindestroom
    adres: {straat: Postbus 9999, postcode: 9999 ZZ, plaats: Lindestad}
    email_bezwaar: bezwaar@lindestroom.example
    regio: Lindestroom
    gemeenten: [{id: lindestad, naam: Lindestad}, {id: oeverdam, naam: Oeverdam}]
    kalender: [{vanaf: 2020-01-01, kalender: atw}]
    termijnbeleid:
      - {vanaf: 2020-01-01, bezorging: 2 werkdagen, bevestiging_bezwaar: 3 werkdagen, bevestiging_stop: 2 werkdagen, beoordeling: 10 werkdagen, hertoets: 1 jaar}
    beleid: [{vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10], aangetekend_vanaf_trede: 3}]
    personen:
      - {id: mia, naam: Mia Visser, functie: contractmanager, rol: contractmanager, telefoon: 0000-00 00 01}
      - {id: dir, naam: drs. D. Bakker, functie: directeur, rol: beslisser}
    ondertekenaars:
      - {persoon: dir, tot_en_met_trede: 7, van: 2020-01-01}
      - {persoon: mia, tot_en_met_trede: 2, van: 2020-01-01}
    volmachten:
      - {gemeente: lindestad, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-10-01, stuk: zaaksysteem Z-2024-0101}
      - {gemeente: oeverdam, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-10-01, stuk: zaaksysteem Z-2024-0102}
    """
J_ZAAK, J_DREIGING, J_STAKING = (f"wilgenroos/escalaties/{naam}" for naam in ("2026-01-12-wachttijd", "2026-03-02-leegloop", "2026-03-16-crisisdienst"))
S_ZAAK, S_DREIGING, S_STAKING = (f"meetpunt/escalaties/{naam}" for naam in ("2026-01-12-onderbouwing", "2026-03-02-artsen", "2026-03-16-spreekuur"))

_BEIDE = {
    "kpis.yaml": """
        kpis:
          - {id: start, titel: start op tijd, definitie: aandeel dat op tijd start, eenheid: "%", richting: hoger is beter, periode: kwartaal}
        """,
    CLASSIFICATIE: """
        titel: Classificatiebeleid 2026
        vanaf: 2024-01-01
        per: contract
        criteria:
          - {id: omzet, titel: jaaromzet, groep: omvang, wijze: banden, gewicht: 1, banden: [{tot: 100, punten: 2}, {punten: 8}]}
        categorieen:
          - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: 2, intensiteit: twee voortgangsgesprekken}
          - {categorie: 2, titel: zwaar, vanaf_score: 5, gesprekken_per_jaar: 4, intensiteit: vier voortgangsgesprekken}
        """,
}

JEUGDHULP: dict[str, str] = {
    **_BEIDE,
    "organisatie.yaml": ORGANISATIE,
    "overeenkomsten/raam/overeenkomst.yaml": """
        titel: Raamovereenkomst Jeugdhulp Lindestroom 2025-2027
        regime: sdfl-jeugdhulp-2026
        gesloten: 2024-11-18
        gemeenten: [lindestad, oeverdam]
        percelen: [{id: p1, titel: ambulante jeugdhulp}, {id: p3, titel: verblijf}]
        zorgvormen: [ambulant, verblijf]
        looptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}
        opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]
        """,
    "overeenkomsten/raam/artikelen.yaml": """
        artikelen:
          - {id: pve-6.2, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0", nummer: "6.2", tekst: Opdrachtnemer start de jeugdhulp binnen zes weken na ontvangst van de toewijzing.}
          - {id: pve-4.3, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0", nummer: "4.3", tekst: De casusregie ligt te allen tijde bij een in het SKJ of BIG geregistreerde professional.}
          - {id: pve-9.1, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0", nummer: "9.1", tekst: Opdrachtnemer declareert uitsluitend geleverde hulp waarvoor een toewijzing is afgegeven.}
        """,
    "wilgenroos/aanbieder.yaml": """
        namen: [{vanaf: 2020-01-01, statutair: Stichting De Wilgenroos, roepnaam: De Wilgenroos}]
        kvk: "00000001"
        postadres: {straat: Wilgenlaan 1, postcode: 9999 ZX, plaats: Oeverdam}
        behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]
        """,
    "wilgenroos/contracten/ambulant/contract.yaml": """
        overeenkomst: raam
        nummer: JH25-P1-031
        zorgvormen: [ambulant]
        percelen: [p1]
        grondslagen: [{over: regionale-omzet, jaar: "2025", bedrag: 2000000.00, btw: vrijgesteld, bron: V-1}]
        """,
    "wilgenroos/contracten/verblijf/contract.yaml": "overeenkomst: raam\nnummer: JH25-P3-012\nzorgvormen: [verblijf]\npercelen: [p3]",
    "wilgenroos/contracten/verblijf/2026-04-01-niet-verlengd.yaml": "optie: optie-1\nreden: Wij kopen verblijf vanaf 2028 opnieuw in.\nbesloten_door: dir\n",
    "wilgenroos/lijsten/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-1, soort: verplichting, wat: Start binnen zes weken, partij: aanbieder, kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "6.2"}}
          - {id: V-2, soort: verplichting, wat: Geregistreerde casusregie, partij: aanbieder, kant: AOC, doorlopend: ja, clausule: {document: pve, nummer: "4.3"}}
          - {id: V-3, soort: tarief, wat: Alleen geleverde hulp declareren, partij: aanbieder, kant: AOC, doorlopend: ja, clausule: {document: pve, nummer: "9.1"}}
        """,
    "wilgenroos/classificaties/2026-01-15-eerste.yaml": """
        contracten: [ambulant]
        soort: eerste
        beleid: classificatie-2026
        invoer: [{criterium: omzet, waarde: 50}]
        categorie: 1
        geldig_vanaf: 2026-02-01
        """,
    "lezingen/2026-01-02-omzet-jaar.yaml": "regime: sdfl-jeugdhulp-2026\nvraag: omzet-jaar\nkeuze: vorig-kalenderjaar\nreden: Dat jaar is afgesloten.\n",
    "lezingen/2026-01-02-omzet-contracten.yaml": "regime: sdfl-jeugdhulp-2026\nvraag: omzet-contracten\nkeuze: contract\nreden: De boete hoort bij het contract.\n",
    "lezingen/2026-01-02-omzet-btw.yaml": "regime: sdfl-jeugdhulp-2026\nvraag: omzet-btw\nkeuze: zonder\nreden: Jeugdhulp is vrijgesteld.\n",
    "wilgenroos/signalen/2026-01-05-wachttijd.yaml": """
        soort: [tijdigheid]
        signaalsoort: tijdigheid
        ernst: feitelijk
        kant: DOP
        contracten: [ambulant]
        verplichting: V-1
        bron: {soort: toegang, mag_in_brief: ja, vertrouwelijk: nee}
        wat: Jeugdigen wachten langer dan zes weken op de start van de hulp
        """,
    f"{J_ZAAK}/2026-01-12-opening.yaml": """
        contracten: [ambulant]
        signalen: [signalen/2026-01-05-wachttijd]
        afweging: {reden: Twee gesprekken leidden niet tot een eerdere start.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-1
            wat: Jeugdhulp start niet binnen zes weken
            soort: [tijdigheid]
            feiten: Volgens uw kwartaalopgaven startte in het derde kwartaal van 2025 84,6 % binnen zes weken, en in het vierde kwartaal 76,3 %. Op 5 januari 2026 wachtten 23 jeugdigen langer dan zes weken.
            eis: de jeugdhulp is gestart voor de 23 jeugdigen uit uw opgave van 5 januari 2026, en van nieuwe toewijzingen start ten minste 90 % binnen zes weken
            vaststelling: U stuurt ons een opgave per gemeente met toewijzings- en startdatum, zonder namen. Wij vergelijken die met de startberichten van de gemeenten.
          - id: T2
            verplichting: V-2
            wat: Casusregie niet volledig bij geregistreerde professionals
            soort: [kwaliteit, veiligheid]
            raakt_veiligheid: ja
            ernstig: ja
            feiten: Op 31 december 2025 hadden vijf van uw 22 casusregisseurs geen SKJ- of BIG-registratie (uw kwartaalopgave).
            eis: In alle lopende trajecten ligt de casusregie bij een geregistreerde professional.
            vaststelling: U stuurt ons een overzicht per functie. Onze contractbeheerder ziet de registraties bij u op locatie in.
        """,
    f"{J_ZAAK}/2026-01-13-maatregel-intensivering.yaml": """
        instrument: intensivering
        trede: 1
        tekortkomingen: [T1, T2]
        ingaat: 2026-01-13
        reden: Dit is de lichtste stap; wij verwachten dat u met een gericht antwoord kunt herstellen
        ernst: De wachttijd loopt op en de kwaliteit van de hulp is in het geding.
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-02-03-reactie.yaml": "bij: 2026-01-13-maatregel-intensivering\nontvangen: 2026-02-03\nverklaring: ja\nherstelmaatregelen: nee\ninhoud: U noemt zes vacatures als oorzaak en werving als maatregel, zonder datum.\n",
    f"{J_ZAAK}/2026-02-06-beoordeling-reactie.yaml": """
        bij: 2026-02-03-reactie
        over: reactie
        oordelen:
          - {onderdeel: T1, oordeel: deels, bewijs: De oorzaak is verklaard; een datum voor herstel ontbreekt.}
          - {onderdeel: T2, oordeel: nee, bewijs: Uw antwoord gaat niet in op de registraties.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-02-09-onderzoek.yaml": "begonnen: 2026-01-26\ntekortkomingen: [T1, T2]\nbevindingen: Wij zagen 63 dossiers in. In 45 daarvan startte de hulp binnen zes weken. Vijf casusregisseurs zijn niet geregistreerd.\nniet_nakoming: ja\n",
    f"{J_ZAAK}/2026-02-24-wederhoor.yaml": "bij: 2026-02-09-onderzoek\nuitgenodigd: 2026-02-10\ntermijn_tot: 2026-02-26\ngehoord: 2026-02-24\nwijze: beide\nreactie: U herkent de aantallen en wijst op de arbeidsmarkt.\nweging: Dat verklaart de achterstand, maar neemt de tekortkomingen niet weg.\n",
    f"{J_ZAAK}/2026-02-26-maatregel-verbeterplan.yaml": """
        instrument: verbeterplan
        trede: 2
        tekortkomingen: [T1, T2]
        ingaat: 2026-02-26
        reden: Met een plan kunt u laten zien hoe en wanneer u herstelt; een ingebrekestelling is nu nog te zwaar.
        ernst: Beide tekortkomingen duren voort.
        besloten_door: mia
        antwoordtermijn: 10 werkdagen
        antwoord_reden: Uw organisatie kent de oorzaken sinds januari.
        """,
    f"{J_ZAAK}/2026-03-12-verbeterplan.yaml": """
        bij: 2026-02-26-maatregel-verbeterplan
        ontvangen: 2026-03-12
        punten:
          - {id: P1, tekortkoming: T1, oplossing: Extra intakes op zaterdag., uiterlijk: 2026-04-15, doel: 90 % start binnen zes weken.}
          - {id: P2, tekortkoming: T2, oplossing: Registratie aanvragen voor vijf medewerkers., doel: Alle casusregisseurs zijn geregistreerd.}
        directie_naam: B. Wilg
        directie_datum: 2026-03-11
        """,
    f"{J_ZAAK}/2026-03-19-beoordeling-verbeterplan.yaml": """
        bij: 2026-03-12-verbeterplan
        over: verbeterplan
        oordelen:
          - {onderdeel: P1, oordeel: ja, bewijs: "Het punt noemt de tekortkoming, de oplossing en een datum."}
          - {onderdeel: P2, criterium: termijn, oordeel: nee, bewijs: Een datum waarop de registraties rond zijn ontbreekt.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-04-23-beoordeling-uitvoering.yaml": """
        bij: 2026-03-12-verbeterplan
        over: uitvoering
        oordelen:
          - {onderdeel: P1, oordeel: nee, bewijs: "In het eerste kwartaal van 2026 startte 71,4 % binnen zes weken."}
          - {onderdeel: P2, oordeel: nee, bewijs: Geen van de vijf is geregistreerd.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1, T2]
        ingaat: 2026-05-04
        reden: De treden 1 en 2 hebben niet tot herstel geleid; wat nodig is staat vast en kan op korte termijn
        ernst: Tekortkoming T2 raakt de veiligheid van jeugdigen; tekortkoming T1 duurt drie kwartalen.
        besloten_door: dir
        hersteltermijnen:
          - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: u kent de klacht sinds januari 2026}
          - {tekortkoming: T2, termijn: 20 werkdagen, redelijk: Herstel vraagt een andere verdeling van de casusregie binnen uw organisatie.}
        eigen_verplichtingen: ja
        noodzaak: nee
        noodzaak_per:
          - {tekortkoming: T2, noodzaak: ja, reden: Zonder geregistreerde casusregisseur is toezicht op de veiligheid in het gezin niet geborgd.}
        """,
    f"{J_ZAAK}/2026-05-13-bezwaar.yaml": "bij: 2026-05-04-maatregel-ingebrekestelling\nverzonden: 2026-05-12\nontvangen: 2026-05-13\nschriftelijk: ja\ngronden: De gekozen trede is te zwaar, omdat het verbeterplan nog loopt.\n",
    f"{J_ZAAK}/2026-05-26-geschil.yaml": "bij: 2026-05-13-bezwaar\ngehouden: 2026-05-26\ndirectie_opdrachtgever: drs. D. Bakker\ndirectie_aanbieder: B. Wilg\nuitkomst: Partijen blijven van mening verschillen over de trede.\n",
    f"{J_ZAAK}/2026-06-01-beslissing.yaml": "bij: 2026-05-13-bezwaar\nuitkomst: gehandhaafd\nreden: Het plan is op beide punten niet uitgevoerd.\nnieuwe_data: [{tekortkoming: T1, uiterlijk: 2026-06-25}]\nbesloten_door: dir\n",
    f"{J_ZAAK}/2026-06-02-aanpassing.yaml": "bij: 2026-05-04-maatregel-ingebrekestelling\nreden: De registerhouder heeft een wachttijd van een week\nnieuwe_data: [{tekortkoming: T2, uiterlijk: 2026-06-16}]\n",
    f"{J_ZAAK}/2026-06-26-beoordeling-herstel.yaml": """
        bij: 2026-05-04-maatregel-ingebrekestelling
        over: herstel
        oordelen:
          - {onderdeel: T1, oordeel: nee, bewijs: "In juni startte 74,0 % binnen zes weken (uw opgave van 25 juni 2026)."}
          - {onderdeel: T2, oordeel: nee, bewijs: Twee casusregisseurs zijn nog niet geregistreerd (bezoek van 17 juni 2026).}
        besloten_door: dir
        """,
    f"{J_ZAAK}/2026-06-29-maatregel-opschorting.yaml": """
        instrument: opschorting
        trede: 4
        tekortkomingen: [T1, T2]
        ingaat: 2026-07-01
        reden: Opschorting van een deel geeft een prikkel tot herstel zonder de zorg te raken.
        ernst: Het herstel is uitgebleven na de ingebrekestelling.
        besloten_door: dir
        geldelijk:
          procent: 15
          vordering: Wij zijn u de vergoeding over juli 2026 verschuldigd. Daar staat de tijdige start tegenover, die u niet nakomt.
          reden: In juni startte ongeveer een kwart te laat; de zorg die u wel levert, blijven wij betalen.
        noodzaak: nee
        eigen_verplichtingen: ja
        """,
    f"{J_ZAAK}/2026-06-25-bewijs-onveiligheid.yaml": """
        vorm: onveiligheid
        vastgesteld_door: Inspectie Gezondheidszorg en Jeugd (IGJ)
        vastgesteld_op: 2026-06-19
        bijlagen: [{vindplaats: zaaksysteem Z-2026-0044, titel: Rapport van de IGJ}]
        tekortkomingen: [T2]
        elementen:
          - {element: "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding", aangetoond: ja, feiten: "De inspectie noemt het toezicht onvoldoende (rapport, blz. 6)."}
          - {element: er is fysieke of psychische onveiligheid, aangetoond: ja, feiten: "In drie trajecten ontbrak een veiligheidsplan (rapport, blz. 9)."}
          - {element: dat is vastgesteld door de IGJ of een gemeentelijk toezichthouder, aangetoond: ja, feiten: Rapport van 19 juni 2026.}
        """,
    f"{J_ZAAK}/2026-07-01-maatregel-clientenstop.yaml": """
        instrument: clientenstop
        trede: 5
        tekortkomingen: [T2]
        ingaat: 2026-07-06
        reden: Nieuwe cliënten lopen hetzelfde risico; een stop is lichter dan een overdracht.
        ernst: De inspectie stelde onveiligheid vast.
        besloten_door: dir
        reikwijdte: {wat: Geen nieuwe cliënten voor ambulante jeugdhulp in beide gemeenten, eindigt_als: Alle casusregisseurs zijn geregistreerd en de inspectie ziet geen onveiligheid meer., herzien: 2026-08-31}
        zorglandschap: {stabiel: De wachttijd elders loopt naar verwachting twee weken op, beschikbaar: Twee andere aanbieders hebben plaats, toegankelijk: Geen gevolg voor de verwijzing}
        noodzaak: ja
        noodzaak_reden: Zonder geregistreerde casusregisseur is de veiligheid van nieuwe cliënten niet geborgd.
        eigen_verplichtingen: ja
        """,
    f"{J_ZAAK}/2026-07-03-tekortkoming.yaml": """
        tekortkoming:
          id: T3
          verplichting: V-3
          wat: Hulp gedeclareerd die niet is geleverd
          soort: [rechtmatigheid]
          ernstig: ja
          feiten: In twee facturen over het eerste kwartaal van 2026 staan 61 uren die volgens uw eigen planning niet zijn geleverd.
          eis: U declareert alleen geleverde hulp.
          vaststelling: Wij vergelijken uw declaraties met uw urenregistratie.
        """,
    f"{J_ZAAK}/2026-07-03-onderzoek-declaraties.yaml": "begonnen: 2026-06-08\ntekortkomingen: [T3]\nbevindingen: De accountant vergeleek planning en declaraties over het eerste kwartaal.\nniet_nakoming: ja\n",
    f"{J_ZAAK}/2026-07-06-wederhoor-declaraties.yaml": "bij: 2026-07-03-onderzoek-declaraties\nuitgenodigd: 2026-06-22\ntermijn_tot: 2026-07-06\nwijze: geen reactie\n",
    f"{J_ZAAK}/2026-07-06-maatregel-overdracht.yaml": """
        instrument: overdracht
        trede: 5
        tekortkomingen: [T2]
        ingaat: 2026-07-13
        reden: Voor deze cliënten kan de veiligheid niet op een lichtere manier worden geborgd.
        ernst: De inspectie stelde onveiligheid vast.
        besloten_door: dir
        reikwijdte: {wat: De cliënten van wie de casusregie niet bij een geregistreerde professional ligt, eindigt_als: De laatste cliënt is overgedragen., herzien: 2026-08-31, ontvangers: [Stichting De Iep, Jeugdhulp Oost B.V.]}
        zorglandschap: {stabiel: De wachttijd elders loopt naar verwachting twee weken op, beschikbaar: Twee andere aanbieders hebben plaats, toegankelijk: Geen gevolg voor de verwijzing}
        noodzaak: ja
        noodzaak_reden: Zonder geregistreerde casusregisseur is de veiligheid van deze cliënten niet geborgd.
        eigen_verplichtingen: ja
        """,
    f"{J_ZAAK}/2026-07-06-bewijs-bedrog.yaml": """
        vorm: bedrog
        vastgesteld_door: accountantskantoor Kolom en Balans
        vastgesteld_op: 2026-07-02
        bijlagen: [{vindplaats: zaaksysteem Z-2026-0051, titel: Rapport van feitelijke bevindingen}]
        tekortkomingen: [T3]
        elementen:
          - {element: opzet, aangetoond: ja, feiten: De planning is na afloop aangepast door een leidinggevende.}
          - {element: misleiding van de opdrachtgever, aangetoond: ja, feiten: "De uren staan op twee facturen aan ons."}
          - {element: financieel gewin, aangetoond: ja, feiten: "De uren zijn betaald."}
          - {element: bewust is zorg gedeclareerd die niet is geleverd of waarvoor geen indicatie bestaat, aangetoond: ja, feiten: "61 uren zijn niet geleverd."}
        """,
    f"{J_ZAAK}/2026-07-07-maatregel-terugvordering.yaml": """
        instrument: terugvordering
        trede: 6
        tekortkomingen: [T3]
        ingaat: 2026-07-07
        reden: Wij vorderen alleen terug wat onrechtmatig is gedeclareerd.
        ernst: De uren zijn niet geleverd en wel betaald.
        besloten_door: dir
        geldelijk: {bedrag: 5490.00, reden: Het totaal van de twee facturen.}
        noodzaak: nee
        """,
    f"{J_ZAAK}/2026-07-07-facturen.yaml": """
        bij: 2026-07-07-maatregel-terugvordering
        regels:
          - {nummer: F-2026-0113, factuurdatum: 2026-02-28, bedrag: 3240.00, grond: 36 uren niet geleverd, gemeente: lindestad}
          - {nummer: F-2026-0151, factuurdatum: 2026-03-31, bedrag: 2250.00, grond: 25 uren niet geleverd, gemeente: oeverdam}
        """,
    f"{J_STAKING}/2026-03-25-maatregel-boete.yaml": """
        instrument: boete
        trede: 6
        tekortkomingen: [T1]
        ingaat: 2026-03-25
        reden: Een boete past bij een bewuste weigering.
        ernst: De crisisdienst was vier dagen onbereikbaar.
        besloten_door: dir
        geldelijk: {bedrag: 20000.00, reden: Vier dagen zonder crisisdienst.}
        noodzaak: nee
        afwijkingen: [{voorwaarde: bewijs, reden: De weigering staat in uw eigen brief., door: dir, datum: 2026-03-25}]
        """,
    f"{J_ZAAK}/2026-07-09-maatregel-boete.yaml": """
        instrument: boete
        trede: 6
        tekortkomingen: [T3]
        ingaat: 2026-07-09
        reden: Terugvordering alleen neemt het voordeel weg; een boete is nodig om herhaling te voorkomen.
        ernst: De planning is na afloop aangepast.
        besloten_door: dir
        geldelijk: {bedrag: 30000.00, reden: Het bedrag is ongeveer vijf keer het onterecht betaalde bedrag.}
        afwijkingen: [{voorwaarde: verzuim, reden: Nakoming is niet meer mogelijk voor uren die voorbij zijn., door: dir, datum: 2026-07-09}]
        noodzaak: ja
        noodzaak_reden: De boete voorkomt verdere fraude.
        """,
    f"{J_ZAAK}/2026-07-13-maatregel-niet-verlengen.yaml": """
        instrument: niet-verlengen
        trede: 7
        tekortkomingen: [T1, T2]
        ingaat: 2026-07-13
        reden: De lichtere treden hebben niet tot herstel geleid; ontbinding is niet nodig zolang de afbouw ordelijk kan.
        ernst: De tekortkomingen duren langer dan een half jaar.
        besloten_door: dir
        gronden: [Herstel is na een half jaar uitgebleven]
        noodzaak: nee
        """,
    f"{J_ZAAK}/2026-07-20-maatregel-ontbinding.yaml": """
        instrument: ontbinding
        trede: 7
        tekortkomingen: [T3]
        ingaat: 2026-07-30
        reden: Na vastgestelde fraude is voortzetting van de overeenkomst niet verantwoord; elke lichtere trede laat de overeenkomst in stand.
        ernst: Er is fraude vastgesteld.
        besloten_door: dir
        uiterste: Het vertrouwen in uw declaraties is weg en kan niet worden hersteld.
        noodzaak: ja
        noodzaak_reden: Zolang u declareert, kan de fraude doorgaan.
        afwijkingen: [{voorwaarde: verzuim, reden: Nakoming is blijvend onmogelijk voor uren die voorbij zijn., door: dir, datum: 2026-07-20}]
        """,
    f"{J_ZAAK}/2026-07-27-opheffing.yaml": "bij: 2026-06-29-maatregel-opschorting\nwijze: opgeheven\nreden: U startte in juli in 92 % van de gevallen binnen zes weken.\nbesloten_door: dir\n",
    f"{J_DREIGING}/2026-03-02-opening.yaml": """
        contracten: [ambulant]
        afweging: {reden: Uw antwoord in het gesprek van 26 februari 2026 neemt de zorg niet weg.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-1
            wat: In april dreigt jeugdhulp niet binnen zes weken te starten
            soort: [tijdigheid]
            ernst: dreigend
            feiten: Per 1 april 2026 vertrekken negen van uw veertien behandelaren (uw mail van 24 februari 2026).
        """,
    f"{J_DREIGING}/2026-04-20-sluiting.yaml": "reden: U heeft vervangers aangesteld en de hulp start op tijd.\nhersteld: ja\nbesloten_door: mia\n",
    f"{J_STAKING}/2026-03-16-opening.yaml": """
        contracten: [ambulant]
        afweging: {reden: U schreef dat u de crisisdienst niet meer levert.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-1
            wat: De crisisdienst is niet bereikbaar
            soort: [continuiteit]
            feiten: Van 12 tot en met 15 maart 2026 was de crisisdienst onbereikbaar.
        """,
    f"{J_STAKING}/2026-03-17-onderzoek.yaml": "begonnen: 2026-03-16\ntekortkomingen: [T1]\nbevindingen: De dienst nam vier dagen geen oproepen aan.\nniet_nakoming: ja\n",
    f"{J_STAKING}/2026-03-20-wederhoor.yaml": "bij: 2026-03-17-onderzoek\nuitgenodigd: 2026-03-17\ntermijn_tot: 2026-03-20\ngehoord: 2026-03-20\nwijze: gesprek\nreactie: U bevestigt dat u de dienst staakt.\nweging: Daarmee staat vast dat u niet nakomt.\n",
    f"{J_STAKING}/2026-03-23-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1]
        ingaat: 2026-03-23
        reden: U heeft gezegd niet na te komen; een verbeterplan heeft dan geen zin.
        ernst: Zonder crisisdienst is er geen hulp bij acuut gevaar.
        besloten_door: dir
        overslaan: {treden: [1, 2], ernst: Er is geen crisisdienst., reden: "U heeft meegedeeld dat u niet zult nakomen"}
        verzuimgrond: {artikel: "6:83 onder c", reden: U schreef op 13 maart 2026 dat u de crisisdienst niet meer levert.}
        noodzaak: ja
        noodzaak_reden: Zonder crisisdienst is de veiligheid van cliënten niet geborgd.
        eigen_verplichtingen: ja
        """,
}  # fmt: skip
"""The jeugdhulp register: one case up to the heaviest step, one that threatened and was closed, one in which no term was needed."""

ADVIES: dict[str, str] = {
    **_BEIDE,
    "organisatie.yaml": ORGANISATIE.replace("overeenkomst: raam", "overeenkomst: sma"),
    "overeenkomsten/sma/overeenkomst.yaml": """
        titel: Overeenkomst Sociaal Medische Advisering 2025-2027
        regime: sma-2026
        gesloten: 2024-11-25
        gemeenten: [lindestad, oeverdam]
        zorgvormen: [advies]
        looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}
        opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]
        """,
    "overeenkomsten/sma/artikelen.yaml": """
        artikelen:
          - {id: pve-3.4, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.4", tekst: "Elk advies vermeldt de bevindingen, de afweging en de conclusie."}
          - {id: pve-3.7, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.7", tekst: Opdrachtnemer levert het advies binnen vijftien werkdagen na de opdracht.}
        """,
    "meetpunt/aanbieder.yaml": """
        namen: [{vanaf: 2020-01-01, statutair: Medisch Meetpunt B.V., roepnaam: Meetpunt}]
        kvk: "00000002"
        postadres: {straat: Meetlaan 2, postcode: 9999 ZY, plaats: Lindestad}
        behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]
        """,
    "meetpunt/contracten/advies/contract.yaml": "overeenkomst: sma\nnummer: SMA25-004\nzorgvormen: [advies]",
    "meetpunt/contracten/advies/2026-04-01-niet-verlengd.yaml": "optie: optie-1\nreden: Wij kopen de advisering vanaf 2028 opnieuw in.\nbesloten_door: dir\n",
    "meetpunt/lijsten/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-1, soort: verplichting, wat: Onderbouwde adviezen, partij: aanbieder, kant: AOC, doorlopend: ja, clausule: {document: pve, nummer: "3.4"}}
          - {id: V-2, soort: verplichting, wat: Advies binnen vijftien werkdagen, partij: aanbieder, kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "3.7"}}
        """,
    "meetpunt/signalen/2026-01-05-onderbouwing.yaml": """
        soort: [kwaliteit]
        signaalsoort: kwaliteit-onder-druk
        ernst: feitelijk
        kant: AOC
        contracten: [advies]
        bron: {soort: toegang, mag_in_brief: ja, vertrouwelijk: nee}
        wat: Adviezen zijn onvoldoende onderbouwd
        """,
    f"{S_ZAAK}/2026-01-12-opening.yaml": """
        contracten: [advies]
        signalen: [signalen/2026-01-05-onderbouwing]
        afweging: {reden: Een gesprek over de signalen leidde niet tot betere adviezen.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-1
            wat: Adviezen zijn onvoldoende onderbouwd
            soort: [kwaliteit]
            tekortkomingsoort: medische-adviezen
            ernstig: ja
            feiten: In 14 van 40 adviezen uit het vierde kwartaal van 2025 ontbreekt de afweging (onze steekproef van 8 januari 2026).
            eis: elk advies vermeldt de bevindingen, de afweging en de conclusie
            vaststelling: Wij beoordelen een steekproef van twintig adviezen van na die dag.
          - id: T2
            verplichting: V-2
            wat: Adviezen komen te laat
            soort: [tijdigheid]
            tekortkomingsoort: termijnen
            feiten: In het derde en het vierde kwartaal van 2025 kwam 62 % en 58 % op tijd; de norm is 90 %.
            eis: Ten minste 90 % van de adviezen komt binnen vijftien werkdagen.
            vaststelling: Wij berekenen dit uit de opdrachten en de leveringen in het opdrachtensysteem.
        """,
    f"{S_ZAAK}/2026-01-13-maatregel-preventie-overleg.yaml": "instrument: preventie\ntrede: 1\ntekortkomingen: [T1, T2]\ningaat: 2026-01-13\nreden: Begint licht.\nernst: De adviezen schieten tekort.\nbesloten_door: mia\npreventief: {maatregel: casuistiekoverleg, niveau: operationeel, doel: herstel, wie: beide}\n",
    f"{S_ZAAK}/2026-01-14-maatregel-preventie-audit.yaml": "instrument: preventie\ntrede: 1\ntekortkomingen: [T1, T2]\ningaat: 2026-01-14\nreden: Geeft inzicht.\nernst: De adviezen schieten tekort.\nbesloten_door: mia\npreventief: {maatregel: dossieraudit, niveau: tactisch, doel: kwaliteitsborging, wie: wij}\n",
    f"{S_ZAAK}/2026-02-05-beoordeling-overleg.yaml": "bij: 2026-01-13-maatregel-preventie-overleg\nover: effect\noordelen:\n  - {onderdeel: T1, oordeel: nee, bewijs: Geen verbetering in januari.}\n  - {onderdeel: T2, oordeel: nee, bewijs: Geen verbetering in januari.}\nbesloten_door: mia\n",
    f"{S_ZAAK}/2026-02-06-beoordeling-audit.yaml": "bij: 2026-01-14-maatregel-preventie-audit\nover: effect\noordelen:\n  - {onderdeel: T1, oordeel: nee, bewijs: De audit laat dezelfde gebreken zien.}\n  - {onderdeel: T2, oordeel: nee, bewijs: De audit laat dezelfde vertraging zien.}\nbesloten_door: mia\n",
    f"{S_ZAAK}/2026-02-09-onderzoek.yaml": "begonnen: 2026-01-26\ntekortkomingen: [T1, T2]\nbevindingen: Van 40 adviezen voldoen er 14 niet aan eis 3.4, en kwamen er 17 te laat.\nniet_nakoming: ja\n",
    f"{S_ZAAK}/2026-02-24-wederhoor.yaml": "bij: 2026-02-09-onderzoek\nuitgenodigd: 2026-02-10\ntermijn_tot: 2026-02-26\ngehoord: 2026-02-24\nwijze: gesprek\nreactie: U wijst op ziekte van twee artsen.\nweging: Dat is tijdelijk en verklaart de gebreken niet.\n",
    f"{S_ZAAK}/2026-02-26-maatregel-verbeterplan.yaml": """
        instrument: verbeterplan
        trede: 2
        tekortkomingen: [T1, T2]
        ingaat: 2026-02-26
        reden: Preventie had onvoldoende effect; een plan is de eerstvolgende stap.
        ernst: Twee kwartalen achter elkaar voldoen de adviezen niet.
        besloten_door: mia
        eisenoordeel: {eisen: [V-1, V-2], reden: In een derde van de adviezen ontbreekt de afweging.}
        """,
    f"{S_ZAAK}/2026-03-12-verbeterplan.yaml": """
        bij: 2026-02-26-maatregel-verbeterplan
        ontvangen: 2026-03-12
        punten: [{id: P1, tekortkoming: T1, oplossing: Collegiale toets van elk advies., uiterlijk: 2026-04-15, doel: Elk advies voldoet aan eis 3.4.}]
        directie_naam: M. Eter
        directie_datum: 2026-03-11
        """,
    f"{S_ZAAK}/2026-03-19-beoordeling-verbeterplan.yaml": """
        bij: 2026-03-12-verbeterplan
        over: verbeterplan
        oordelen:
          - {onderdeel: P1, criterium: adequaat, oordeel: ja, bewijs: Het plan pakt de oorzaak aan.}
          - {onderdeel: P1, criterium: uitvoerbaar, oordeel: ja, bewijs: De toets past in de planning.}
          - {onderdeel: P1, criterium: deskundigheidsniveau, oordeel: ja, bewijs: Geschreven door de medisch directeur.}
        besloten_door: mia
        """,
    f"{S_ZAAK}/2026-04-23-beoordeling-uitvoering.yaml": "bij: 2026-03-12-verbeterplan\nover: uitvoering\noordelen: [{onderdeel: P1, oordeel: nee, bewijs: In april miste een op de vier adviezen de toets.}]\nbesloten_door: mia\n",
    f"{S_ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1, T2]
        ingaat: 2026-05-04
        reden: Trede 2 is volledig doorlopen zonder herstel
        ernst: Cliënten krijgen besluiten op adviezen die niet kloppen.
        besloten_door: dir
        hersteltermijnen:
          - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: De werkwijze staat al in uw plan.}
          - {tekortkoming: T2, termijn: 30 werkdagen, redelijk: Voor een achterstand is meer tijd nodig.}
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-04-30}
        eigen_verplichtingen: ja
        """,
    f"{S_ZAAK}/2026-06-02-aanpassing.yaml": "bij: 2026-05-04-maatregel-ingebrekestelling\nreden: Uw nieuwe arts begint een week later\nnieuwe_data: [{tekortkoming: T1, uiterlijk: 2026-06-16}]\n",
    f"{S_ZAAK}/2026-06-26-beoordeling-herstel.yaml": """
        bij: 2026-05-04-maatregel-ingebrekestelling
        over: herstel
        oordelen:
          - {onderdeel: T1, oordeel: nee, bewijs: In 6 van 20 adviezen ontbreekt de afweging.}
          - {onderdeel: T2, oordeel: ja, bewijs: In juni kwam 93 % op tijd.}
        besloten_door: dir
        """,
    f"{S_ZAAK}/2026-07-01-maatregel-opdrachtenstop.yaml": """
        instrument: opdrachtenstop
        trede: 5
        tekortkomingen: [T1]
        ingaat: 2026-07-06
        reden: Een stop voorkomt nieuwe onvoldoende adviezen; lopende opdrachten kunt u afmaken.
        ernst: Herstel is uitgebleven na de ingebrekestelling.
        besloten_door: dir
        reikwijdte: {wat: Nieuwe opdrachten van beide gemeenten, eindigt_als: Twintig adviezen achter elkaar voldoen aan eis 3.4., herzien: 2026-08-31}
        bestuurlijk: {relevant: nee, reden: De stop raakt geen andere overeenkomst.}
        """,
    f"{S_ZAAK}/2026-07-07-maatregel-terugvordering.yaml": """
        instrument: terugvordering
        trede: 4
        tekortkomingen: [T1]
        ingaat: 2026-07-07
        reden: Wij vorderen alleen terug wat onrechtmatig is gefactureerd.
        ernst: De adviezen waren niet bruikbaar.
        besloten_door: dir
        gronden: [niet-naar-eisen]
        geldelijk: {bedrag: 1150.00, reden: Het totaal van de facturen.}
        bestuurlijk: {relevant: nee, reden: Het bedrag is beperkt.}
        """,
    f"{S_ZAAK}/2026-07-07-facturen.yaml": """
        bij: 2026-07-07-maatregel-terugvordering
        regels:
          - {nummer: MM-0412, factuurdatum: 2026-04-30, bedrag: 1150.00, grond: Adviezen die niet voldoen aan contractuele eisen, gemeente: lindestad}
        """,
    f"{S_ZAAK}/2026-07-13-maatregel-niet-verlengen.yaml": """
        instrument: niet-verlengen
        trede: 6
        tekortkomingen: [T1]
        ingaat: 2026-07-13
        reden: De lichtere stappen hebben niet tot structurele verbetering geleid.
        ernst: De gebreken duren langer dan een half jaar.
        besloten_door: dir
        gronden: [onvoldoende-verbetering, kwaliteitsproblemen]
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-07-09}
        """,
    f"{S_ZAAK}/2026-07-16-maatregel-opzegging.yaml": """
        instrument: opzegging
        trede: 7
        tekortkomingen: [T1]
        ingaat: 2026-08-03
        reden: Voortzetting tot de einddatum is niet verantwoord; ontbinding is niet nodig.
        ernst: De rechtspositie van cliënten is in het geding.
        besloten_door: dir
        gronden: [onbetrouwbare-advisering, risico-voor-clienten]
        uiterste: Drie eerdere stappen hebben geen herstel gebracht.
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-07-14}
        """,
    f"{S_ZAAK}/2026-07-20-maatregel-ontbinding.yaml": """
        instrument: ontbinding
        trede: 7
        tekortkomingen: [T1]
        ingaat: 2026-08-03
        reden: Herstel is na drie stappen niet mogelijk gebleken.
        ernst: De rechtspositie van cliënten is in het geding.
        besloten_door: dir
        gronden: [herstel-niet-mogelijk]
        uiterste: Herstel is niet mogelijk gebleken en geen lichtere stap is nog over.
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-07-16}
        """,
    f"{S_ZAAK}/2026-07-27-opheffing.yaml": "bij: 2026-07-01-maatregel-opdrachtenstop\nwijze: opgeheven\nreden: Twintig adviezen achter elkaar voldeden aan eis 3.4.\nbesloten_door: dir\n",
    f"{S_DREIGING}/2026-03-02-opening.yaml": """
        contracten: [advies]
        afweging: {reden: Uw antwoord neemt de zorg niet weg.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - {id: T1, verplichting: V-2, wat: Adviezen dreigen te laat te komen, soort: [tijdigheid], ernst: dreigend, feiten: Drie van uw vijf artsen vertrekken per 1 april 2026 (uw mail van 24 februari 2026).}
        """,
    f"{S_DREIGING}/2026-04-20-sluiting.yaml": "reden: U heeft drie artsen aangesteld.\nhersteld: ja\nbesloten_door: mia\n",
    f"{S_STAKING}/2026-03-16-opening.yaml": """
        contracten: [advies]
        afweging: {reden: U schreef dat u geen spreekuur meer houdt.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - {id: T1, verplichting: V-2, wat: Er is geen spreekuur, soort: [continuiteit], ernstig: ja, feiten: Sinds 12 maart 2026 houdt u geen spreekuur.}
        """,
    f"{S_STAKING}/2026-03-17-onderzoek.yaml": "begonnen: 2026-03-16\ntekortkomingen: [T1]\nbevindingen: Alle spreekuren in maart zijn afgezegd.\nniet_nakoming: ja\n",
    f"{S_STAKING}/2026-03-20-wederhoor.yaml": "bij: 2026-03-17-onderzoek\nuitgenodigd: 2026-03-17\ntermijn_tot: 2026-03-20\ngehoord: 2026-03-20\nwijze: gesprek\nreactie: U bevestigt dat u stopt.\nweging: Daarmee staat vast dat u niet nakomt.\n",
    f"{S_STAKING}/2026-03-23-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1]
        ingaat: 2026-03-23
        reden: U heeft gezegd niet na te komen; een verbeterplan heeft dan geen zin.
        ernst: Cliënten krijgen geen advies.
        besloten_door: dir
        overslaan: {treden: [1, 2], ernst: Er is geen spreekuur., kpis: Advies binnen vijftien werkdagen (0 % in maart), reden: U heeft meegedeeld dat u niet zult nakomen.}
        verzuimgrond: {artikel: "6:83 onder c", reden: U schreef op 13 maart 2026 dat u geen spreekuur meer houdt.}
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-03-19}
        afwijkingen: [{voorwaarde: plan-doorlopen, reden: Een plan heeft geen zin nu u heeft gezegd te stoppen., door: dir, datum: 2026-03-23}]
        eigen_verplichtingen: ja
        """,
}  # fmt: skip
"""The advies register, with the same three cases under the other contract."""

REGISTERS: Mapping[str, Mapping[str, str]] = {"J": JEUGDHULP, "S": ADVIES}
DOSSIERS = {"J": "wilgenroos", "S": "meetpunt"}


@dataclass(frozen=True, slots=True)
class Opdracht:
    """How one letter is made: its kind, its day, and the rest of the command."""

    soort: str
    dag: str
    rest: tuple[str, ...] = ()
    verzonden: bool = False
    """Whether the story needs it sent: it then arrives on the second working day, here always two or three days later."""
    naam: str = ""

    @property
    def id(self) -> str:
        """What the test calls it: its kind, or an own name where a kind is made twice."""
        return self.naam or self.soort


_ANTWOORD = ("--termijn", "soort=antwoord termijn='10 werkdagen'")
_BETALING = ("--termijn", "soort=betaling termijn='30 dagen'")
_AANSPRAKELIJK = ("--tekst", "onderdeel=aansprakelijkheid tekst='U vergoedt de schade die wij door de tekortkoming lijden (artikel 14 van de overeenkomst).'")
_HERHALING = ("--tekst", "onderdeel=herhaling tekst='Stellen wij u opnieuw in gebreke, dan kunnen wij de overeenkomst beëindigen.'")
_GEHEEL = ("--tekst", "onderdeel=deel-of-geheel tekst='De overeenkomst eindigt geheel.'")
_DEEL = ("--tekst", "onderdeel=deel-of-geheel tekst='Alleen het deel voor {deel} eindigt; voor het overige blijft de overeenkomst gelden.'")
_GEMEEN = (
    Opdracht("verzoek-gegevens", "2026-02-16", (*_ANTWOORD, "--contract", "{contract}", "--tekst", "onderdeel=gevraagd tekst='De kwartaalopgave over het vierde kwartaal van 2025.'")),
    Opdracht("herinnering", "2026-03-09", (*_ANTWOORD, "--contract", "{contract}", "--tekst", "onderdeel=gevraagd tekst='De kwartaalopgave over het vierde kwartaal van 2025.'", "--uw-kenmerk", "onze brief van 16 februari 2026")),
    Opdracht("bevestiging-afspraak", "2026-03-10", ("--contract", "{contract}", "--tekst", "onderdeel=afspraak tekst='U stuurt ons elke maandag een opgave van het aantal wachtenden.'")),
    Opdracht("bevindingen", "2026-02-10", ("{zaak}", *_ANTWOORD, "--uitnodiging", "datum=2026-02-24 tijd=10:00 plaats='het kantoor van Regio Lindestroom'"), verzonden=True),
    Opdracht("verzoek-verbeterplan", "2026-02-26", ("{zaak}",), verzonden=True),
    Opdracht("dreigende-tekortkoming", "2026-03-03", ("{dreiging}", *_ANTWOORD)),
    Opdracht("oordeel-verbeterplan", "2026-03-19", ("{zaak}",)),
    Opdracht("aansprakelijkstelling", "2026-03-23", ("{staking}", *_AANSPRAKELIJK, *_HERHALING), verzonden=True),
    Opdracht("geen-verlenging", "2026-04-01", ("--contract", "{ander}")),
    Opdracht("sluiting", "2026-04-20", ("{dreiging}",)),
    Opdracht("ingebrekestelling", "2026-05-04", ("{zaak}", *_AANSPRAKELIJK, *_HERHALING, "--bijlage", "Kwartaalopgaven 2025-K3, 2025-K4 en 2026-K1", "--bijlage", "Verslag van het gesprek van 24 februari 2026"), verzonden=True),
    Opdracht("verlenging-hersteltermijn", "2026-06-02", ("{zaak}", "--bij", "2026-06-02-aanpassing")),
    Opdracht("oordeel-herstel", "2026-06-26", ("{zaak}", "--tekst", "onderdeel=vervolg tekst='Wij beslissen in juli over een volgende stap en horen u daarover eerst.'")),
    Opdracht("memo-uitvoering", "2026-07-01", ("{zaak}", "--tekst", "onderdeel=gevraagd tekst='Verwijs geen nieuwe cliënten, en meld het aan uw toegang.'")),
    Opdracht("terugvordering", "2026-07-07", ("{zaak}", *_BETALING)),
    Opdracht("adviesnota", "2026-07-10", ("{zaak}", "--tekst", "onderdeel=advies tekst='Kies nu voor de lichtste stap die de cliënten beschermt.'", "--tekst", "onderdeel=risico tekst='De rechter toetst of wij de aanbieder hebben gehoord.'")),
    Opdracht("gespreksnotitie", "2026-07-10", ("{zaak}", "--tekst", "onderdeel=doel tekst='Een datum waarop alles is hersteld.'")),
    Opdracht("niet-verlengen", "2026-07-13", ("{zaak}",)),
    Opdracht("ontbinding", "2026-07-20", ("{zaak}", *_GEHEEL)),
    Opdracht("ontbinding", "2026-07-20", ("{zaak}", *_DEEL), naam="ontbinding-deel"),
    Opdracht("opheffing", "2026-07-27", ("{zaak}",)),
)  # fmt: skip
_J = (
    Opdracht("classificatie", "2026-01-19"),
    Opdracht("verzoek-verklaring", "2026-01-13", ("{zaak}",), verzonden=True),
    Opdracht("bevestiging-bezwaar", "2026-05-18", ("{zaak}", "--uitnodiging", "datum=2026-05-26 tijd=14:00 plaats='het kantoor van Regio Lindestroom'")),
    Opdracht("reactie-bezwaar", "2026-06-01", ("{zaak}",)),
    Opdracht("opschorting", "2026-06-29", ("{zaak}",)),
    Opdracht("clientenstop", "2026-07-01", ("{zaak}",)),
    Opdracht("overdracht", "2026-07-06", ("{zaak}",)),
    Opdracht("boete", "2026-07-09", ("{zaak}", *_BETALING)),
)
_S = (Opdracht("opdrachtenstop", "2026-07-01", ("{zaak}",)), Opdracht("bevestiging-opdrachtenstop", "2026-07-02", ("{zaak}",)), Opdracht("opzegging", "2026-07-16", ("{zaak}",)))
_PLAATS = {
    "J": {"zaak": "2026-01-12-wachttijd", "dreiging": "2026-03-02-leegloop", "staking": "2026-03-16-crisisdienst", "contract": "ambulant", "ander": "verblijf", "deel": "de gemeente Oeverdam"},
    "S": {"zaak": "2026-01-12-onderbouwing", "dreiging": "2026-03-02-artsen", "staking": "2026-03-16-spreekuur", "contract": "advies", "ander": "advies", "deel": "de adviezen over parkeren"},
}  # fmt: skip


def opdrachten(contract: str) -> tuple[Opdracht, ...]:
    """Every letter of one contract, in the order of the story."""
    rijen = [Opdracht(o.soort, o.dag, tuple(deel.format(**_PLAATS[contract]) for deel in o.rest), o.verzonden, o.naam) for o in (*_GEMEEN, *(_J if contract == "J" else _S))]
    return tuple(sorted(rijen, key=lambda o: o.dag))


def bouw(map_: Path, contract: str, tot: str = "2026-12-31", anders: Mapping[str, str | None] | None = None) -> None:
    """Write the register as it was at the end of a day; `anders` replaces files, and leaves out what is None."""
    rijen = {**REGISTERS[contract], **(anders or {})}
    weg = {pad for pad, inhoud in rijen.items() if inhoud is None}
    schrijf(map_, {pad: inhoud for pad, inhoud in rijen.items() if inhoud is not None and pad not in weg and _dag(pad) <= tot})


def _dag(pad: str) -> str:
    naam = pad.rsplit("/", 1)[-1]
    return naam[:10] if naam[:1].isdigit() else ""


def maak(map_: Path, contract: str, opdracht: Opdracht, *meer: str) -> int:
    """Make one letter through the command line; returns the exit code."""
    woorden = ["--map", str(map_), "--vandaag", opdracht.dag, "--door", "mia", "--ja", "brief", "maak", DOSSIERS[contract], opdracht.soort, *opdracht.rest, *meer]
    return draai(woorden)


def brief_van(map_: Path, contract: str, opdracht: Opdracht) -> Path:
    """The folder of the letter that was made last for a command."""
    rijen = sorted((map_ / DOSSIERS[contract] / "brieven").glob(f"{opdracht.dag}-{opdracht.soort}*"), key=lambda p: (len(p.name), p.name))
    return rijen[-1]


def verstuur(map_: Path, brief: Path, verzonden: str, bezorgd: str) -> None:
    """Record that a letter went out by registered mail and arrived."""
    kaart = (brief / "brief.yaml").read_bytes()
    from clm_cli.files.gate import lees
    from clm_cli.files.lader import lees_record

    record, _ = lees_record(f"{brief.parent.parent.name}/brieven/{brief.name}/brief.yaml", lees(kaart, "brief.yaml"))
    genoemd = "".join(
        f"  - {{termijn: {g.termijn}, {f'tekortkoming: {g.tekortkoming}, ' if g.tekortkoming else ''}uiterlijk: {g.uiterlijk}, kalender: {g.kalender}}}\n" for g in record.genoemd
    )  # fmt: skip
    pdf = hashlib.sha256((brief / "brief.pdf").read_bytes()).hexdigest()
    pad = brief.relative_to(map_).as_posix()
    schrijf(map_, {
        f"{pad}/{verzonden}-verzonden.yaml": f"kanaal: aangetekend\naan: het bestuur\ndocument: {{bestand: brief.pdf, sha256: {pdf}}}\nkaart_sha256: {hashlib.sha256(kaart).hexdigest()}\n" + (f"genoemd:\n{genoemd}" if genoemd else ""),
        f"{pad}/{bezorgd}-bezorgd.yaml": f"bij: {verzonden}-verzonden\nbewijs: handtekening voor ontvangst\n",
    })  # fmt: skip


BEZORGD = {"2026-01-13": "2026-01-15", "2026-02-10": "2026-02-12", "2026-02-26": "2026-03-02", "2026-03-23": "2026-03-25", "2026-05-04": "2026-05-07"}
"""When the letters that went out arrived: as the policy assumes."""


def verhaal(map_: Path, contract: str, *vormen: str, tot: str = "2026-12-31") -> dict[str, Path]:
    """Write the register day by day and make every letter on its day up to one day; each letter's folder by its name. Raises AssertionError for a refusal."""
    uit: dict[str, Path] = {}
    for opdracht in (o for o in opdrachten(contract) if o.dag <= tot):
        bouw(map_, contract, opdracht.dag)
        code = maak(map_, contract, opdracht, *(deel for vorm in vormen for deel in ("--vorm", vorm)))
        assert code == 0, f"{contract} {opdracht.id}"
        uit[opdracht.id] = brief_van(map_, contract, opdracht)
        if opdracht.verzonden and "pdf" in (vormen or ("pdf",)):
            verstuur(map_, uit[opdracht.id], opdracht.dag, BEZORGD[opdracht.dag])
    return uit


def alle_brieven(map_: Path, contract: str) -> dict[str, Path]:
    """Every kind of letter of one contract, in every format."""
    return verhaal(map_, contract, "md", "pdf", "docx", "html")
