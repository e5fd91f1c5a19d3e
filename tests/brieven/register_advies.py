"""The full register under the advies contract."""

from __future__ import annotations

from tests.brieven.register_beide import BEIDE, ORGANISATIE

S_ZAAK, S_DREIGING, S_STAKING = (
    f"meetpunt/escalaties/{naam}"
    for naam in ("2026-01-12-onderbouwing", "2026-03-02-artsen", "2026-03-16-spreekuur")
)

ADVIES: dict[str, str] = {
    **BEIDE,
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
          - {id: pve-3.4, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.4",
              tekst: "Elk advies vermeldt de bevindingen, de afweging en de conclusie."}
          - {id: pve-3.7, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.7",
              tekst: Opdrachtnemer levert ten minste 90 % van de adviezen binnen vijftien werkdagen
              na de opdracht.}
          - {id: pve-3.8, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.8",
              tekst: Opdrachtnemer heeft ten minste vier artsen beschikbaar.}
          - {id: pve-3.9, document: pve, titel: Programma van Eisen, versie: "2.0", nummer: "3.9",
              tekst: Opdrachtnemer houdt elke week spreekuur.}
        """,
    "meetpunt/aanbieder.yaml": """
        namen: [{vanaf: 2020-01-01, statutair: Medisch Meetpunt B.V., roepnaam: Meetpunt}]
        kvk: "00000002"
        postadres: {straat: Meetlaan 2, postcode: 9999 ZY, plaats: Lindestad}
        behandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]
        """,
    "meetpunt/contracten/advies/contract.yaml": (
        "overeenkomst: sma\nnummer: SMA25-004\nzorgvormen: [advies]"
    ),
    "meetpunt/contracten/parkeren/contract.yaml": (
        "overeenkomst: sma\nnummer: SMA25-009\nzorgvormen: [advies]"
    ),
    "meetpunt/contracten/urgentie/contract.yaml": (
        "overeenkomst: sma\nnummer: SMA25-012\nzorgvormen: [advies]"
    ),
    "meetpunt/contracten/urgentie/2026-02-02-verlenging.yaml": (
        "optie: optie-1\ntot: 2028-12-31\nbesloten_door: dir\n"
    ),
    "meetpunt/contracten/urgentie/2026-02-03-wijziging.yaml": (
        "wat: Adviezen over urgentie levert u voortaan binnen tien werkdagen.\ningaat: 2026-04-01\n"
        "besloten_door: dir\n"
    ),
    "meetpunt/contracten/parkeren/2026-04-01-niet-verlengd.yaml": (
        "optie: optie-1\nreden: Wij kopen de advisering vanaf 2028 opnieuw in.\nbesloten_door: "
        "dir\n"
    ),
    "meetpunt/brieven/2026-03-09-vraag/brief.yaml": (
        "richting: inkomend\nsoort: vraag\nonderwerp: Vraag over de steekproef\nkenmerk: "
        "26-017\ndatum: 2026-03-09\ncontracten: [advies]\n"
    ),
    "meetpunt/brieven/2026-03-09-vraag/2026-03-10-binnengekomen.yaml": (
        "kanaal: e-mail\ndocument: {vindplaats: zaaksysteem Z-2026-0021}\n"
    ),
    "meetpunt/lijsten/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-1, soort: verplichting, wat: Onderbouwde adviezen, partij: aanbieder, kant: AOC,
              doorlopend: ja, clausule: {document: pve, nummer: "3.4"}}
          - {id: V-2, soort: verplichting, wat: Advies binnen vijftien werkdagen, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "3.7"}}
          - {id: V-3, soort: verplichting, wat: Elke week spreekuur, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "3.9"}}
          - {id: V-4, soort: verplichting, wat: Vier artsen beschikbaar, partij: aanbieder,
              kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: "3.8"}}
        """,
    "meetpunt/signalen/2026-01-05-onderbouwing.yaml": """
        soort: [kwaliteit]
        signaalsoort: kwaliteit-onder-druk
        ernst: feitelijk
        kant: AOC
        contracten: [advies]
        verplichting: V-1
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
            feiten: In 14 van 40 adviezen uit het vierde kwartaal van 2025 ontbreekt de afweging
              (onze steekproef van 8 januari 2026).
            eis: elk advies vermeldt de bevindingen, de afweging en de conclusie
            vaststelling: Wij beoordelen een steekproef van twintig adviezen van na die dag.
          - id: T2
            verplichting: V-2
            wat: Adviezen komen te laat
            soort: [tijdigheid]
            tekortkomingsoort: termijnen
            feiten: In het derde en het vierde kwartaal van 2025 kwam 62 % en 58 % op tijd; de norm
              is 90 %.
            eis: Ten minste 90 % van de adviezen komt binnen vijftien werkdagen.
            vaststelling: Wij berekenen dit uit de opdrachten en de leveringen in het
              opdrachtensysteem.
        """,
    f"{S_ZAAK}/2026-01-13-maatregel-preventie-overleg.yaml": (
        "instrument: preventie\ntrede: 1\ntekortkomingen: [T1, T2]\ningaat: 2026-01-13\nreden: "
        "Begint licht.\nernst: De adviezen schieten tekort.\nbesloten_door: mia\npreventief: "
        "{maatregel: casuistiekoverleg, niveau: operationeel, doel: herstel, wie: beide}\n"
    ),
    f"{S_ZAAK}/2026-01-14-maatregel-preventie-audit.yaml": (
        "instrument: preventie\ntrede: 1\ntekortkomingen: [T1, T2]\ningaat: 2026-01-14\nreden: "
        "Geeft inzicht.\nernst: De adviezen schieten tekort.\nbesloten_door: mia\npreventief: "
        "{maatregel: dossieraudit, niveau: tactisch, doel: kwaliteitsborging, wie: wij}\n"
    ),
    f"{S_ZAAK}/2026-02-05-beoordeling-overleg.yaml": (
        "bij: 2026-01-13-maatregel-preventie-overleg\nover: effect\noordelen:\n  - {onderdeel: "
        "T1, oordeel: nee, bewijs: Geen verbetering in januari.}\n  - {onderdeel: T2, oordeel: "
        "nee, bewijs: Geen verbetering in januari.}\nbesloten_door: mia\n"
    ),
    f"{S_ZAAK}/2026-02-06-beoordeling-audit.yaml": (
        "bij: 2026-01-14-maatregel-preventie-audit\nover: effect\noordelen:\n  - {onderdeel: T1, "
        "oordeel: nee, bewijs: De audit laat dezelfde gebreken zien.}\n  - {onderdeel: T2, "
        "oordeel: nee, bewijs: De audit laat dezelfde vertraging zien.}\nbesloten_door: mia\n"
    ),
    f"{S_ZAAK}/2026-02-09-onderzoek.yaml": (
        "begonnen: 2026-01-26\ntekortkomingen: [T1, T2]\nbevindingen: Van 40 adviezen voldoen er "
        "14 niet aan eis 3.4, en 17 kwamen te laat.\nniet_nakoming: ja\n"
    ),
    f"{S_ZAAK}/2026-02-24-wederhoor.yaml": (
        "bij: 2026-02-09-onderzoek\nuitgenodigd: 2026-02-10\ntermijn_tot: 2026-02-26\ngehoord: "
        "2026-02-24\nuitgesproken: ja\nwijze: gesprek\nreactie: U wees op ziekte van twee artsen, "
        "en liet weten verder niet te reageren.\nweging: Dat is "
        "tijdelijk en verklaart de gebreken niet.\n"
    ),
    f"{S_ZAAK}/2026-02-26-maatregel-verbeterplan.yaml": """
        instrument: verbeterplan
        trede: 2
        tekortkomingen: [T1, T2]
        ingaat: 2026-02-26
        reden: Preventie had onvoldoende effect; een plan is de eerstvolgende stap.
        ernst: Van de adviezen mist ruim een derde de afweging, en twee kwartalen achter elkaar kwam
          meer dan een derde te laat.
        besloten_door: mia
        eisenoordeel: {eisen: [V-1, V-2],
          reden: In ruim een derde van de adviezen ontbreekt de afweging.}
        """,
    f"{S_ZAAK}/2026-03-12-verbeterplan.yaml": """
        bij: 2026-02-26-maatregel-verbeterplan
        ontvangen: 2026-03-12
        punten: [{id: P1, tekortkoming: T1, oplossing: Collegiale toets van elk advies.,
          uiterlijk: 2026-04-15, doel: Elk advies voldoet aan eis 3.4.}]
        directie_naam: M. Eter
        directie_datum: 2026-03-11
        """,
    f"{S_ZAAK}/2026-03-19-beoordeling-verbeterplan.yaml": """
        bij: 2026-03-12-verbeterplan
        over: verbeterplan
        oordelen:
          - {onderdeel: P1, criterium: adequaat, oordeel: ja, bewijs: Het plan pakt de oorzaak aan.}
          - {onderdeel: P1, criterium: uitvoerbaar, oordeel: ja,
              bewijs: De toets past in de planning.}
          - {onderdeel: P1, criterium: deskundigheidsniveau, oordeel: ja,
              bewijs: Geschreven door de medisch directeur.}
        besloten_door: mia
        """,
    f"{S_ZAAK}/2026-04-23-beoordeling-uitvoering.yaml": (
        "bij: 2026-03-12-verbeterplan\nover: uitvoering\noordelen: [{onderdeel: P1, oordeel: nee, "
        "bewijs: In april miste een op de vier adviezen de toets.},\n  {onderdeel: T2, "
        "oordeel: nee, "
        "bewijs: In het eerste kwartaal van 2026 kwam 61 % op tijd.}]\nbesloten_door: mia\n"
    ),
    f"{S_ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1, T2]
        ingaat: 2026-05-04
        reden: Uw plan leidde niet tot herstel; over de late adviezen kwam geen plan.
        ernst: Cliënten krijgen besluiten op adviezen waarin de afweging ontbreekt.
        besloten_door: dir
        hersteltermijnen:
          - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: De werkwijze staat al in uw plan.}
          - {tekortkoming: T2, termijn: 30 werkdagen,
              redelijk: Voor een achterstand is meer tijd nodig.}
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-04-30}
        afwijkingen: [{voorwaarde: plan-doorlopen,
          reden: "U kreeg de gelegenheid voor een plan over de late adviezen (brief van 26
            februari 2026, oordeel van 19 maart 2026), en vulde uw plan niet aan.", door: dir,
          datum: 2026-05-04}]
        eigen_verplichtingen: ja
        """,
    f"{S_ZAAK}/2026-06-02-aanpassing.yaml": (
        "bij: 2026-05-04-maatregel-ingebrekestelling\nreden: Uw nieuwe arts begint een week "
        "later\nnieuwe_data: [{tekortkoming: T1, uiterlijk: 2026-06-16}]\n"
    ),
    f"{S_ZAAK}/2026-06-26-beoordeling-herstel.yaml": """
        bij: 2026-05-04-maatregel-ingebrekestelling
        over: herstel
        oordelen:
          - {onderdeel: T1, oordeel: nee, bewijs: In 6 van de 20 adviezen van 17 tot en met 24 juni
              2026 ontbreekt de afweging.}
          - {onderdeel: T2, oordeel: ja, bewijs: In juni kwam 93 % op tijd.}
        besloten_door: dir
        """,
    f"{S_ZAAK}/2026-06-30-wederhoor-herstel.yaml": (
        "bij: 2026-06-26-beoordeling-herstel\nuitgenodigd: 2026-06-26\ntermijn_tot: "
        "2026-07-03\ngehoord: 2026-06-30\nuitgesproken: ja\nwijze: gesprek\n"
        "reactie: U herkende ons oordeel over "
        "de zes adviezen, en liet weten verder niet te reageren.\nweging: "
        "Daarmee staat vast dat herstel uitbleef.\n"
    ),
    f"{S_ZAAK}/2026-07-01-maatregel-opdrachtenstop.yaml": """
        instrument: opdrachtenstop
        trede: 5
        tekortkomingen: [T1]
        ingaat: 2026-07-06
        reden: Een stop voorkomt nieuwe onvoldoende adviezen; lopende opdrachten kunt u afmaken.
        ernst: Herstel is uitgebleven na de ingebrekestelling.
        besloten_door: dir
        overslaan: {treden: [4], ernst: Het herstel is uitgebleven.,
          kpis: Advies volgens eis 3.4 (70 % in juni),
          reden: Terugvorderen neemt nieuwe onvoldoende adviezen niet weg.}
        reikwijdte: {wat: Nieuwe opdrachten van beide gemeenten,
          eindigt_als: Twintig adviezen achter elkaar voldoen aan eis 3.4., herzien: 2026-08-31}
        bestuurlijk: {relevant: nee, reden: De stop raakt geen andere overeenkomst.}
        """,
    f"{S_ZAAK}/2026-07-07-maatregel-terugvordering.yaml": """
        instrument: terugvordering
        trede: 4
        tekortkomingen: [T1]
        ingaat: 2026-07-07
        reden: Wij vorderen alleen terug wat onrechtmatig is gefactureerd.
        ernst: Een advies zonder afweging is voor een gemeente niet bruikbaar.
        besloten_door: dir
        gronden: [niet-naar-eisen]
        geldelijk: {bedrag: 1380.00, reden: Het bedrag van zes adviezen.}
        bestuurlijk: {relevant: nee, reden: Het bedrag is beperkt.}
        """,
    f"{S_ZAAK}/2026-07-07-facturen.yaml": """
        bij: 2026-07-07-maatregel-terugvordering
        regels:
          - {nummer: MM-0618, factuurdatum: 2026-06-24, betaald: 2026-07-03, bedrag: 1380.00,
              grond: "Zes adviezen van 17 tot en met 24 juni 2026 zonder afweging (eis 3.4; ons
                oordeel van 26 juni 2026)", gemeente: lindestad}
        """,
    f"{S_ZAAK}/2026-07-13-maatregel-niet-verlengen.yaml": """
        instrument: niet-verlengen
        trede: 6
        tekortkomingen: [T1]
        ingaat: 2028-01-01
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
        ernst: Besluiten over cliënten berusten op adviezen zonder afweging; dat raakt hun
          rechtspositie.
        besloten_door: dir
        gronden: [onbetrouwbare-advisering, risico-voor-clienten]
        uiterste: Drie eerdere stappen hebben geen herstel gebracht.
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-07-14}
        """,
    f"{S_ZAAK}/2026-07-17-opheffing-opzegging.yaml": (
        "bij: 2026-07-16-maatregel-opzegging\nwijze: ingetrokken\nreden: De overeenkomst wordt "
        "ontbonden; opzeggen kan daarnaast niet.\nbesloten_door: dir\n"
    ),
    f"{S_ZAAK}/2026-07-20-maatregel-ontbinding.yaml": """
        instrument: ontbinding
        trede: 7
        tekortkomingen: [T1]
        ingaat: 2026-08-03
        reden: Herstel is na drie stappen niet mogelijk gebleken.
        ernst: Besluiten over cliënten berusten op adviezen zonder afweging; dat raakt hun
          rechtspositie.
        besloten_door: dir
        gronden: [herstel-niet-mogelijk]
        uiterste: "Niet verlengen laat u tot eind 2027 adviseren; herstel is ook na drie stappen
          niet mogelijk gebleken."
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-07-16}
        """,
    f"{S_DREIGING}/2026-03-02-opening.yaml": """
        contracten: [advies]
        afweging: {reden: Uw antwoord neemt de zorg niet weg.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - {id: T1, verplichting: V-4, wat: Vanaf april dreigen te weinig artsen beschikbaar,
              soort: [continuiteit], ernst: dreigend,
              feiten: Drie van uw vijf artsen vertrekken per 1 april 2026 (uw mail van 24 februari
              2026).}
        """,
    f"{S_DREIGING}/2026-04-20-sluiting.yaml": (
        "reden: U heeft drie artsen aangesteld.\nhersteld: ja\nbesloten_door: mia\n"
    ),
    f"{S_STAKING}/2026-03-16-opening.yaml": """
        contracten: [advies]
        afweging: {reden: U schreef dat u geen spreekuur meer houdt.}
        coordinatie: mia
        besloten_door: mia
        tekortkomingen:
          - {id: T1, verplichting: V-3, wat: Er is geen spreekuur, soort: [continuiteit],
              ernstig: ja, feiten: Sinds 12 maart 2026 houdt u geen spreekuur.,
              eis: U houdt weer elke week spreekuur.}
        """,
    f"{S_STAKING}/2026-03-17-onderzoek.yaml": (
        "begonnen: 2026-03-16\ntekortkomingen: [T1]\nbevindingen: Alle spreekuren sinds 12 "
        "maart zijn afgezegd.\nniet_nakoming: ja\n"
    ),
    f"{S_STAKING}/2026-03-20-wederhoor.yaml": (
        "bij: 2026-03-17-onderzoek\nuitgenodigd: 2026-03-17\ntermijn_tot: 2026-03-20\ngehoord: "
        "2026-03-20\nuitgesproken: ja\nwijze: gesprek\nreactie: U bevestigt dat u "
        "stopt.\nweging: Daarmee staat vast dat u niet nakomt.\n"
    ),
    f"{S_STAKING}/2026-03-23-maatregel-ingebrekestelling.yaml": """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1]
        ingaat: 2026-03-23
        reden: U heeft gezegd niet na te komen; een verbeterplan heeft dan geen zin.
        ernst: Cliënten krijgen geen advies.
        besloten_door: dir
        overslaan: {treden: [1, 2], ernst: Er is geen spreekuur.,
          kpis: Elke week spreekuur (geen sinds 12 maart 2026),
          reden: U heeft meegedeeld dat u niet zult nakomen.}
        verzuimgrond: {artikel: "6:83 onder c", dag: 2026-03-13,
          reden: U schreef op 13 maart 2026 dat u geen spreekuur meer houdt.}
        bestuurlijk: {relevant: ja, met: de portefeuillehouders, datum: 2026-03-19}
        afwijkingen: [{voorwaarde: plan-doorlopen,
          reden: Een plan heeft geen zin nu u heeft gezegd te stoppen., door: dir,
          datum: 2026-03-23}]
        eigen_verplichtingen: ja
        """,
    f"{S_STAKING}/2026-03-24-maatregel-opdrachtenstop.yaml": """
        instrument: opdrachtenstop
        trede: 5
        tekortkomingen: [T1]
        ingaat: 2026-03-24
        reden: Zonder spreekuur blijft elke nieuwe opdracht liggen.
        ernst: Cliënten krijgen geen advies.
        besloten_door: dir
        overslaan: {treden: [1, 2, 4], ernst: Er is geen spreekuur.,
          kpis: Elke week spreekuur (geen sinds 12 maart 2026),
          reden: Een lichtere stap geeft cliënten geen advies.}
        reikwijdte: {wat: Nieuwe opdrachten van beide gemeenten,
          eindigt_als: Er is weer elke week spreekuur., herzien: 2026-04-13}
        bestuurlijk: {relevant: nee, reden: De stop raakt geen andere overeenkomst.}
        """,
    f"{S_STAKING}/2026-04-13-opheffing.yaml": (
        "bij: 2026-03-24-maatregel-opdrachtenstop\nwijze: opgeheven\nreden: Sinds 7 april "
        "2026 is er weer elke week spreekuur.\nbesloten_door: dir\n"
    ),
}
"""The advies register, with the same three cases under the other contract."""
