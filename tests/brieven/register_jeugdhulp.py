"""The full register under the jeugdhulp contract."""

from __future__ import annotations

from tests.brieven.register_beide import BEIDE, ORGANISATIE

J_ZAAK, J_DREIGING, J_STAKING = (
    f"wilgenroos/escalaties/{naam}"
    for naam in ("2026-01-12-wachttijd", "2026-03-02-leegloop", "2026-03-16-crisisdienst")
)

JEUGDHULP: dict[str, str] = {
    **BEIDE,
    "organisatie.yaml": ORGANISATIE,
    "overeenkomsten/raam/overeenkomst.yaml": """
        titel: Raamovereenkomst Jeugdhulp Lindestroom 2025-2027
        regime: sdfl-jeugdhulp-2026
        gesloten: 2024-11-18
        gemeenten: [lindestad, oeverdam]
        percelen: [{id: p1, titel: ambulante jeugdhulp}, {id: p3, titel: verblijf},
          {id: p5, titel: dagbehandeling}]
        zorgvormen: [ambulant, verblijf, dagbehandeling]
        looptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, uitvoering_van: 2025-01-01,
          uitvoering_tot: 2027-12-31}
        opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]
        """,
    "overeenkomsten/raam/artikelen.yaml": """
        artikelen:
          - {id: pve-6.2, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0",
              nummer: "6.2",
              tekst: Opdrachtnemer start de jeugdhulp binnen zes weken na ontvangst van de
              toewijzing.}
          - {id: pve-4.3, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0",
              nummer: "4.3",
              tekst: De casusregie ligt te allen tijde bij een in het SKJ of BIG geregistreerde
              professional.}
          - {id: pve-9.1, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0",
              nummer: "9.1",
              tekst: Opdrachtnemer declareert uitsluitend geleverde hulp waarvoor een toewijzing is
              afgegeven.}
          - {id: pve-5.2, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0",
              nummer: "5.2",
              tekst: Iedere jeugdige heeft een vaste behandelaar.}
          - {id: pve-7.1, document: pve, titel: Programma van Eisen perceel 1, versie: "1.0",
              nummer: "7.1",
              tekst: De crisisdienst van Opdrachtnemer is dag en nacht bereikbaar.}
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
        grondslagen: [{over: regionale-omzet, jaar: "2025", bedrag: 2000000.00, btw: vrijgesteld,
          bron: V-1}]
        """,
    "wilgenroos/contracten/verblijf/contract.yaml": (
        "overeenkomst: raam\nnummer: JH25-P3-012\nzorgvormen: [verblijf]\npercelen: [p3]"
    ),
    "wilgenroos/contracten/dag/contract.yaml": (
        "overeenkomst: raam\nnummer: JH25-P5-007\nzorgvormen: [dagbehandeling]\npercelen: [p5]"
    ),
    "wilgenroos/contracten/dag/2026-02-02-verlenging.yaml": (
        "optie: optie-1\ntot: 2028-12-31\nbesloten_door: dir\n"
    ),
    "wilgenroos/contracten/dag/2026-02-03-wijziging.yaml": (
        "wat: Het tarief voor een dagdeel wordt € 68,40.\ningaat: 2026-04-01\nbesloten_door: dir\n"
    ),
    "wilgenroos/contracten/verblijf/2026-04-01-niet-verlengd.yaml": (
        "optie: optie-1\nreden: Wij kopen verblijf vanaf 2028 opnieuw in.\nbesloten_door: dir\n"
    ),
    "wilgenroos/brieven/2026-03-09-vraag/brief.yaml": (
        "richting: inkomend\nsoort: vraag\nonderwerp: Stukken gevraagd over het toezicht\nkenmerk: "
        "26-017\ndatum: 2026-03-09\ncontracten: [ambulant]\n"
    ),
    "wilgenroos/brieven/2026-03-09-vraag/2026-03-10-binnengekomen.yaml": (
        "kanaal: e-mail\ndocument: {vindplaats: zaaksysteem Z-2026-0021}\n"
    ),
    "wilgenroos/lijsten/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-1, soort: verplichting, wat: Start binnen zes weken, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "6.2"}}
          - {id: V-2, soort: verplichting, wat: Geregistreerde casusregie, partij: aanbieder,
              kant: AOC, doorlopend: ja, clausule: {document: pve, nummer: "4.3"}}
          - {id: V-3, soort: tarief, wat: Alleen geleverde hulp declareren, partij: aanbieder,
              kant: AOC, doorlopend: ja, clausule: {document: pve, nummer: "9.1"}}
          - {id: V-4, soort: verplichting, wat: Crisisdienst bereikbaar, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "7.1"}}
          - {id: V-5, soort: verplichting, wat: Een vaste behandelaar, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "5.2"}}
        """,
    "wilgenroos/classificaties/2026-01-15-eerste.yaml": """
        contracten: [ambulant]
        soort: eerste
        beleid: classificatie-2026
        invoer: [{criterium: omzet, waarde: 50}]
        categorie: 1
        geldig_vanaf: 2026-02-01
        """,
    "lezingen/2026-01-02-omzet-jaar.yaml": (
        "regime: sdfl-jeugdhulp-2026\nvraag: omzet-jaar\nkeuze: vorig-kalenderjaar\nreden: Dat "
        "jaar is afgesloten.\n"
    ),
    "lezingen/2026-01-02-omzet-contracten.yaml": (
        "regime: sdfl-jeugdhulp-2026\nvraag: omzet-contracten\nkeuze: contract\nreden: De boete "
        "hoort bij het contract.\n"
    ),
    "lezingen/2026-01-02-omzet-btw.yaml": (
        "regime: sdfl-jeugdhulp-2026\nvraag: omzet-btw\nkeuze: zonder\nreden: Jeugdhulp is "
        "vrijgesteld.\n"
    ),
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
            feiten: Volgens uw kwartaalopgaven startte in het derde kwartaal van 2025 84,6 % binnen
              zes weken,
              en in het vierde kwartaal 76,3 %. Op 5 januari 2026 wachtten 23 jeugdigen langer dan
              zes weken.
            eis: de jeugdhulp is gestart voor de 23 jeugdigen uit uw opgave van 5 januari 2026, en
              van de jeugdigen bij wie de zes weken in de hersteltermijn aflopen, startte ten minste
              90 % binnen die zes weken
            vaststelling: U stuurt ons een opgave per gemeente met toewijzings- en startdatum,
              zonder namen. Wij vergelijken die met de startberichten van de gemeenten.
          - id: T2
            verplichting: V-2
            wat: Casusregie niet volledig bij geregistreerde professionals
            soort: [kwaliteit, veiligheid]
            raakt_veiligheid: ja
            ernstig: ja
            feiten: Op 31 december 2025 hadden vijf van uw 22 casusregisseurs geen SKJ- of
              BIG-registratie (uw kwartaalopgave).
            eis: In alle lopende trajecten ligt de casusregie bij een geregistreerde professional.
            vaststelling: U stuurt ons een overzicht per functie. Onze contractbeheerder ziet de
              registraties bij u op locatie in.
        """,
    f"{J_ZAAK}/2026-01-13-maatregel-intensivering.yaml": """
        instrument: intensivering
        trede: 1
        tekortkomingen: [T1, T2]
        ingaat: 2026-01-13
        reden: Wij verwachten dat u met een gericht antwoord kunt herstellen
        ernst: De wachttijd loopt op en de kwaliteit van de hulp is in het geding.
        besloten_door: mia
        intensivering: {contact: elke maand een gesprek in plaats van elk kwartaal,
          tot: 2026-06-30, gesprekken: [2026-02-09, 2026-03-09]}
        """,
    f"{J_ZAAK}/2026-02-03-reactie.yaml": (
        "bij: 2026-01-13-maatregel-intensivering\nontvangen: 2026-02-03\nverklaring: "
        "ja\nherstelmaatregelen: nee\ninhoud: U noemt zes vacatures als oorzaak en werving als "
        "maatregel, zonder datum.\n"
    ),
    f"{J_ZAAK}/2026-02-06-beoordeling-reactie.yaml": """
        bij: 2026-02-03-reactie
        over: reactie
        oordelen:
          - {onderdeel: T1, oordeel: deels,
              bewijs: De oorzaak is verklaard; een datum voor herstel ontbreekt.}
          - {onderdeel: T2, oordeel: nee, bewijs: Uw antwoord gaat niet in op de registraties.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-02-09-onderzoek.yaml": (
        "begonnen: 2026-01-26\ntekortkomingen: [T1, T2]\nbevindingen: Wij zagen 63 dossiers in. "
        "In 45 daarvan startte de hulp binnen zes weken. Vijf casusregisseurs zijn niet "
        "geregistreerd.\nniet_nakoming: ja\n"
    ),
    f"{J_ZAAK}/2026-02-24-wederhoor.yaml": (
        "bij: 2026-02-09-onderzoek\nuitgenodigd: 2026-02-10\ntermijn_tot: 2026-02-26\ngehoord: "
        "2026-02-24\nuitgesproken: ja\nwijze: beide\nreactie: U herkende de aantallen, wees op de "
        "arbeidsmarkt, en liet weten verder niet te "
        "reageren.\nweging: Dat verklaart de achterstand, maar neemt de tekortkomingen niet "
        "weg.\n"
    ),
    f"{J_ZAAK}/2026-02-26-maatregel-verbeterplan.yaml": """
        instrument: verbeterplan
        trede: 2
        tekortkomingen: [T1, T2]
        ingaat: 2026-02-26
        reden: Met een plan kunt u laten zien hoe en wanneer u herstelt; een ingebrekestelling is
          nu nog te zwaar.
        ernst: Beide tekortkomingen duren voort.
        besloten_door: mia
        antwoordtermijn: 10 werkdagen
        antwoord_reden: Uw organisatie kent de oorzaken sinds januari.
        """,
    f"{J_ZAAK}/2026-03-12-verbeterplan.yaml": """
        bij: 2026-02-26-maatregel-verbeterplan
        ontvangen: 2026-03-12
        punten:
          - {id: P1, tekortkoming: T1, oplossing: Extra intakes op zaterdag., uiterlijk: 2026-04-15,
              doel: 90 % start binnen zes weken.}
          - {id: P2, tekortkoming: T2, oplossing: Registratie aanvragen voor vijf medewerkers.,
              doel: Alle casusregisseurs zijn geregistreerd.}
        directie_naam: B. Wilg
        directie_datum: 2026-03-11
        """,
    f"{J_ZAAK}/2026-03-19-beoordeling-verbeterplan.yaml": """
        bij: 2026-03-12-verbeterplan
        over: verbeterplan
        oordelen:
          - {onderdeel: P1, oordeel: ja,
              bewijs: "Het punt noemt de tekortkoming, de oplossing en een datum."}
          - {onderdeel: P2, criterium: termijn, oordeel: nee,
              bewijs: Een datum waarop de registraties rond zijn ontbreekt.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-04-23-beoordeling-uitvoering.yaml": """
        bij: 2026-03-12-verbeterplan
        over: uitvoering
        oordelen:
          - {onderdeel: P1, oordeel: nee,
              bewijs: "De intakes op zaterdag kwamen er niet; in het eerste kwartaal van 2026
                startte 71,4 % binnen zes weken."}
          - {onderdeel: P2, oordeel: nee, bewijs: Geen van de vijf is geregistreerd.}
        besloten_door: mia
        """,
    f"{J_ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1, T2]
        ingaat: 2026-05-04
        reden: De treden 1 en 2 hebben niet tot herstel geleid; wat nodig is staat vast en kan op
          korte termijn
        ernst: Tekortkoming T2 raakt de veiligheid van jeugdigen; tekortkoming T1 duurt drie
          kwartalen.
        besloten_door: dir
        hersteltermijnen:
          - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: u kent de klacht sinds januari 2026}
          - {tekortkoming: T2, termijn: 20 werkdagen,
              redelijk: Herstel vraagt een andere verdeling van de casusregie binnen uw
              organisatie.}
        eigen_verplichtingen: ja
        noodzaak: nee
        noodzaak_per:
          - {tekortkoming: T2, noodzaak: ja,
              reden: Zonder geregistreerde casusregisseur is toezicht op de veiligheid in het gezin
              niet geborgd.}
        """,
    f"{J_ZAAK}/2026-05-13-bezwaar.yaml": (
        "bij: 2026-05-04-maatregel-ingebrekestelling\nverzonden: 2026-05-12\nontvangen: "
        "2026-05-13\nschriftelijk: ja\ngronden: De gekozen trede is te zwaar, omdat het "
        "verbeterplan nog loopt.\n"
    ),
    f"{J_ZAAK}/2026-05-26-geschil.yaml": (
        "bij: 2026-05-13-bezwaar\ngehouden: 2026-05-26\ndirectie_opdrachtgever: drs. D. "
        "Bakker\ndirectie_aanbieder: B. Wilg\nuitkomst: Partijen blijven van mening verschillen "
        "over de trede.\n"
    ),
    f"{J_ZAAK}/2026-06-01-beslissing.yaml": (
        "bij: 2026-05-13-bezwaar\nuitkomst: gehandhaafd\nreden: Trede 1 en trede 2 brachten "
        "geen herstel; een lichtere maatregel zien wij daarom niet.\nweging: [{punt: Het "
        "verbeterplan loopt nog.,\n"
        "  antwoord: Het plan is op geen van beide punten uitgevoerd (ons oordeel van 23 "
        "april 2026).}]\n"
        "nieuwe_data: [{tekortkoming: T1, uiterlijk: 2026-06-25}]\nbesloten_door: "
        "dir\n"
    ),
    f"{J_ZAAK}/2026-06-02-aanpassing.yaml": (
        "bij: 2026-05-04-maatregel-ingebrekestelling\nreden: De registerhouder heeft een "
        "wachttijd van een week\nnieuwe_data: [{tekortkoming: T2, uiterlijk: 2026-06-16}]\n"
    ),
    f"{J_ZAAK}/2026-06-26-beoordeling-herstel.yaml": """
        bij: 2026-05-04-maatregel-ingebrekestelling
        over: herstel
        oordelen:
          - {onderdeel: T1, oordeel: nee,
              bewijs: "Van de 23 jeugdigen wachten er nog vier, en van de jeugdigen bij wie de zes
                weken in de hersteltermijn afliepen, startte 74,0 % op tijd (uw opgave van 25 juni
                2026)."}
          - {onderdeel: T2, oordeel: nee,
              bewijs: "In negen lopende trajecten ligt de casusregie bij twee medewerkers zonder
                registratie (bezoek van 17 juni 2026)."}
        besloten_door: dir
        """,
    f"{J_ZAAK}/2026-06-29-wederhoor-herstel.yaml": (
        "bij: 2026-06-26-beoordeling-herstel\nuitgenodigd: 2026-06-26\ntermijn_tot: "
        "2026-07-03\ngehoord: 2026-06-29\nuitgesproken: ja\nwijze: gesprek\n"
        "reactie: U herkende ons oordeel en het "
        "rapport van de inspectie, vroeg om uitstel tot september, en liet weten verder niet "
        "te reageren.\nweging: Voor uitstel noemde u geen feiten.\n"
    ),
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
          vordering: Wij zijn u de vergoeding over juni 2026 verschuldigd. Daar staan de tijdige
            start en de geregistreerde casusregie tegenover, die u niet nakomt.
          reden: In de hersteltermijn startte ongeveer een kwart te laat; de zorg die u wel levert,
            blijven wij betalen.
        zorglandschap: {stabiel: De zorg die wordt geleverd blijft betaald,
          beschikbaar: Geen gevolg, toegankelijk: Geen gevolg}
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
          - {element: "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het
              geding", aangetoond: ja,
              feiten: "De inspectie noemt het toezicht onvoldoende (rapport, blz. 6)."}
          - {element: er is fysieke of psychische onveiligheid, aangetoond: ja,
              feiten: "In drie trajecten zonder geregistreerde casusregisseur ontbrak een
                veiligheidsplan (rapport, blz. 9)."}
          - {element: dat is vastgesteld door de IGJ of een gemeentelijk toezichthouder,
              aangetoond: ja, feiten: Rapport van 19 juni 2026.}
        """,
    f"{J_ZAAK}/2026-07-01-maatregel-clientenstop.yaml": """
        instrument: clientenstop
        trede: 5
        tekortkomingen: [T2]
        ingaat: 2026-07-06
        reden: Nieuwe cliënten lopen hetzelfde risico; een stop is lichter dan een overdracht.
        ernst: De inspectie stelde onveiligheid vast.
        besloten_door: dir
        reikwijdte: {wat: Geen nieuwe cliënten voor ambulante jeugdhulp in beide gemeenten,
          eindigt_als: Alle casusregisseurs zijn geregistreerd en de inspectie ziet geen
          onveiligheid meer., herzien: 2026-08-31,
          toegewezen: "Wie vóór de dag van ingang een toewijzing voor u kreeg en nog niet is
            begonnen, begint niet bij u."}
        zorglandschap: {stabiel: De wachttijd elders loopt naar verwachting twee weken op,
          beschikbaar: Twee andere aanbieders hebben plaats,
          toegankelijk: Geen gevolg voor de verwijzing}
        noodzaak: ja
        noodzaak_reden: Zonder geregistreerde casusregisseur is de veiligheid van nieuwe cliënten
          niet geborgd.
        eigen_verplichtingen: ja
        """,
    f"{J_ZAAK}/2026-06-25-tekortkoming.yaml": """
        tekortkoming:
          id: T3
          verplichting: V-3
          wat: Hulp gedeclareerd die niet is geleverd
          soort: [rechtmatigheid]
          ernstig: ja
          feiten: In twee facturen over het eerste kwartaal van 2026 staan 61 uren die volgens uw
            planning van toen niet zijn geleverd.
          eis: U declareert alleen geleverde hulp.
          vaststelling: Wij vergelijken uw declaraties met uw urenregistratie.
        """,
    f"{J_ZAAK}/2026-06-25-onderzoek-declaraties.yaml": (
        "begonnen: 2026-06-08\ntekortkomingen: [T3]\nbevindingen: De accountant vergeleek "
        "uw declaraties over het eerste kwartaal met uw planning van toen. Voor 61 gedeclareerde "
        "uren staat daarin geen hulp.\nniet_nakoming: ja\n"
    ),
    f"{J_ZAAK}/2026-07-06-wederhoor-declaraties.yaml": (
        "bij: 2026-06-25-onderzoek-declaraties\nuitgenodigd: 2026-06-26\ntermijn_tot: "
        "2026-07-06\ngehoord: 2026-07-06\nwijze: gesprek\nreactie: U bestrijdt de uren niet.\n"
        "weging: Daarmee staan de 61 uren vast.\n"
    ),
    f"{J_ZAAK}/2026-07-06-maatregel-overdracht.yaml": """
        instrument: overdracht
        trede: 5
        tekortkomingen: [T2]
        ingaat: 2026-07-13
        reden: Voor deze cliënten kan de veiligheid niet op een lichtere manier worden geborgd.
        ernst: De inspectie stelde onveiligheid vast.
        besloten_door: dir
        reikwijdte: {wat: De cliënten van wie de casusregie niet bij een geregistreerde
          professional ligt, eindigt_als: De laatste cliënt is overgedragen., herzien: 2026-08-31,
          ontvangers: [Stichting De Iep, Jeugdhulp Oost B.V.]}
        zorglandschap: {stabiel: De wachttijd elders loopt naar verwachting twee weken op,
          beschikbaar: Twee andere aanbieders hebben plaats,
          toegankelijk: Geen gevolg voor de verwijzing}
        noodzaak: ja
        noodzaak_reden: Zonder geregistreerde casusregisseur is de veiligheid van deze cliënten
          niet geborgd.
        eigen_verplichtingen: ja
        """,
    f"{J_ZAAK}/2026-06-25-bewijs-bedrog.yaml": """
        vorm: bedrog
        vastgesteld_door: accountantskantoor Kolom en Balans
        vastgesteld_op: 2026-06-24
        bijlagen: [{vindplaats: zaaksysteem Z-2026-0051, titel: Rapport van feitelijke bevindingen}]
        tekortkomingen: [T3]
        elementen:
          - {element: opzet, aangetoond: ja,
              feiten: De planning is na afloop aangepast door een leidinggevende.}
          - {element: misleiding van de opdrachtgever, aangetoond: ja,
              feiten: "De uren staan op twee facturen aan de gemeenten."}
          - {element: financieel gewin, aangetoond: ja, feiten: "De uren zijn betaald."}
          - {element: bewust is zorg gedeclareerd die niet is geleverd of waarvoor geen indicatie
              bestaat, aangetoond: ja, feiten: "61 uren zijn niet geleverd."}
        """,
    f"{J_ZAAK}/2026-07-07-maatregel-terugvordering.yaml": """
        instrument: terugvordering
        trede: 6
        tekortkomingen: [T3]
        ingaat: 2026-07-07
        reden: Wij vorderen alleen terug wat onrechtmatig is gedeclareerd.
        ernst: De uren zijn niet geleverd en wel betaald.
        besloten_door: dir
        overslaan: {treden: [1, 2, 3, 4, 5], ernst: De uren zijn betaald en niet geleverd.,
          reden: Herstel van uren die voorbij zijn is niet mogelijk.}
        geldelijk: {bedrag: 5490.00, reden: Het totaal van de twee facturen.}
        zorglandschap: {stabiel: Geen gevolg,
          beschikbaar: Geen gevolg, toegankelijk: Geen gevolg}
        noodzaak: nee
        """,
    f"{J_ZAAK}/2026-07-07-facturen.yaml": """
        bij: 2026-07-07-maatregel-terugvordering
        regels:
          - {nummer: F-2026-0113, factuurdatum: 2026-02-28, betaald: 2026-03-27, bedrag: 3240.00,
              grond: 36 uren niet geleverd, gemeente: lindestad}
          - {nummer: F-2026-0151, factuurdatum: 2026-03-31, betaald: 2026-04-29, bedrag: 2250.00,
              grond: 25 uren niet geleverd, gemeente: oeverdam}
        """,
    f"{J_STAKING}/2026-03-25-maatregel-boete.yaml": """
        instrument: boete
        trede: 6
        tekortkomingen: [T1]
        ingaat: 2026-03-25
        reden: Een boete past bij een bewuste weigering.
        ernst: De crisisdienst was vier dagen onbereikbaar.
        besloten_door: dir
        overslaan: {treden: [4, 5], ernst: De crisisdienst was vier dagen onbereikbaar.,
          reden: Opschorten of stoppen raakt de andere hulp.}
        geldelijk: {bedrag: 20000.00, reden: Vier dagen zonder crisisdienst.}
        zorglandschap: {stabiel: Geen gevolg,
          beschikbaar: Geen gevolg, toegankelijk: Geen gevolg}
        noodzaak: nee
        afwijkingen: [{voorwaarde: bewijs, reden: De weigering staat in uw eigen brief., door: dir,
          datum: 2026-03-25}]
        """,
    f"{J_ZAAK}/2026-07-09-maatregel-boete.yaml": """
        instrument: boete
        trede: 6
        tekortkomingen: [T3]
        ingaat: 2026-07-09
        reden: Terugvordering alleen neemt het voordeel weg; een boete is nodig om herhaling te
          voorkomen.
        ernst: De planning is na afloop aangepast.
        besloten_door: dir
        overslaan: {treden: [1, 2, 3, 4, 5], ernst: De planning is na afloop aangepast.,
          reden: Een lichtere trede maakt de misleiding niet ongedaan.}
        geldelijk: {bedrag: 30000.00,
          reden: U declareerde bewust uren die niet zijn geleverd; het bedrag is ruim vijf keer
            wat daarvoor is betaald.}
        zorglandschap: {stabiel: Geen gevolg,
          beschikbaar: Geen gevolg, toegankelijk: Geen gevolg}
        afwijkingen: [{voorwaarde: verzuim, onmogelijk: blijvend,
          reden: Nakoming is niet meer mogelijk voor uren die voorbij zijn., door: dir,
          datum: 2026-07-09}]
        noodzaak: nee
        """,
    f"{J_ZAAK}/2026-07-13-maatregel-niet-verlengen.yaml": """
        instrument: niet-verlengen
        trede: 7
        tekortkomingen: [T1, T2]
        ingaat: 2026-07-13
        reden: De lichtere treden hebben niet tot herstel geleid; ontbinding is niet nodig zolang
          de afbouw ordelijk kan.
        ernst: De tekortkomingen duren langer dan een half jaar.
        besloten_door: dir
        overslaan: {treden: [5, 6], ernst: De tekortkomingen duren langer dan een half jaar.,
          reden: "Voor de late start brengt een stop herstel niet dichterbij, en voor geen van beide
          doet een boete dat."}
        gronden: [Herstel is na een half jaar uitgebleven]
        zorglandschap: {stabiel: De afbouw duurt tot eind 2027,
          beschikbaar: De nieuwe inkoop begint in 2027,
          toegankelijk: Geen gevolg voor de verwijzing}
        noodzaak: nee
        """,
    f"{J_ZAAK}/2026-07-20-maatregel-ontbinding.yaml": """
        instrument: ontbinding
        trede: 7
        tekortkomingen: [T3]
        ingaat: 2026-07-30
        reden: Na vastgestelde fraude kunnen wij u niet langer laten declareren; elke lichtere
          trede laat dat toe.
        ernst: Er is fraude vastgesteld.
        besloten_door: dir
        overslaan: {treden: [1, 2, 3, 4, 5], ernst: Er is fraude vastgesteld.,
          reden: Elke lichtere trede laat u verder declareren.}
        uiterste: Het vertrouwen in uw declaraties is weg en kan niet worden hersteld.
        zorglandschap: {stabiel: De wachttijd elders loopt naar verwachting vier weken op,
          beschikbaar: Drie andere aanbieders nemen de cliënten over,
          toegankelijk: De toegang verwijst naar hen}
        noodzaak: ja
        noodzaak_reden: Zolang u declareert, kan de fraude doorgaan.
        afwijkingen: [{voorwaarde: verzuim, onmogelijk: blijvend,
          reden: Nakoming is blijvend onmogelijk voor uren die voorbij zijn., door: dir,
          datum: 2026-07-20}]
        """,
    f"{J_ZAAK}/2026-07-15-betaling.yaml": (
        "bij: 2026-06-29-maatregel-opschorting\nbedrag: 12450.00\nwijze: ingehouden\n"
    ),
    f"{J_ZAAK}/2026-07-27-opheffing.yaml": (
        "bij: 2026-06-29-maatregel-opschorting\nwijze: opgeheven\nreden: U startte van 1 tot en "
        "met 24 juli in 92 % van de gevallen binnen zes weken. Voor de casusregie geldt de "
        "cliëntenstop; opschorten "
        "is daarvoor niet meer nodig.\nbesloten_door: dir\n"
    ),
    f"{J_DREIGING}/2026-03-02-opening.yaml": """
        contracten: [ambulant]
        afweging: {reden: Uw antwoord in het gesprek van 26 februari 2026 neemt de zorg niet weg.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-5
            wat: Vanaf april dreigt niet iedere jeugdige een vaste behandelaar te hebben
            soort: [kwaliteit]
            ernst: dreigend
            feiten: Per 1 april 2026 vertrekken negen van uw veertien behandelaren; over vervanging
              schrijft u niets (uw mail van 24 februari 2026).
        """,
    f"{J_DREIGING}/2026-04-20-sluiting.yaml": (
        "reden: U heeft vervangers aangesteld voor de negen behandelaren.\nhersteld: "
        "ja\nbesloten_door: mia\n"
    ),
    f"{J_STAKING}/2026-03-16-opening.yaml": """
        contracten: [ambulant]
        afweging: {reden: U schreef dat u de crisisdienst niet meer levert.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - id: T1
            verplichting: V-4
            wat: De crisisdienst is niet bereikbaar
            soort: [continuiteit]
            feiten: Van 12 tot en met 15 maart 2026 was de crisisdienst onbereikbaar.
            eis: De crisisdienst is dag en nacht bereikbaar.
        """,
    f"{J_STAKING}/2026-03-17-onderzoek.yaml": (
        "begonnen: 2026-03-16\ntekortkomingen: [T1]\nbevindingen: De dienst nam vier dagen geen "
        "oproepen aan.\nniet_nakoming: ja\n"
    ),
    f"{J_STAKING}/2026-03-20-wederhoor.yaml": (
        "bij: 2026-03-17-onderzoek\nuitgenodigd: 2026-03-17\ntermijn_tot: 2026-03-20\ngehoord: "
        "2026-03-20\nuitgesproken: ja\nwijze: gesprek\nreactie: U bevestigt dat u de "
        "dienst staakt.\nweging: Daarmee staat vast dat u niet nakomt.\n"
    ),
    f"{J_STAKING}/2026-03-23-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1]
        ingaat: 2026-03-23
        reden: U heeft gezegd niet na te komen; een verbeterplan heeft dan geen zin.
        ernst: Zonder crisisdienst is er geen hulp bij acuut gevaar.
        besloten_door: dir
        overslaan: {treden: [1, 2], ernst: Er is geen crisisdienst.,
          reden: "U heeft meegedeeld dat u niet zult nakomen"}
        verzuimgrond: {artikel: "6:83 onder c", dag: 2026-03-13,
          reden: U schreef op 13 maart 2026 dat u de crisisdienst niet meer levert.}
        noodzaak: ja
        noodzaak_voor: [veiligheid]
        noodzaak_reden: Zonder crisisdienst is de veiligheid van cliënten niet geborgd.
        eigen_verplichtingen: ja
        """,
}
"""The jeugdhulp register: one case up to the heaviest step, one that threatened and was closed,
one in which no term was needed."""
