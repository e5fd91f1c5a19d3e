"""What both full registers have: organisation, mandates, catalogue, policy of classification."""

from __future__ import annotations

CLASSIFICATIE = "beleid/classificatie-2026.yaml"
ORGANISATIE = """
    naam: Regio Lindestroom
    adres: {straat: Postbus 9999, postcode: 9999 ZZ, plaats: Lindestad}
    email: contracten@lindestroom.example
    email_bezwaar: bezwaar@lindestroom.example
    iban: NL02ABNA0123456789
    regio: Lindestroom
    gemeenten: [{id: lindestad, naam: Lindestad}, {id: oeverdam, naam: Oeverdam}]
    kalender: [{vanaf: 2020-01-01, kalender: atw}]
    termijnbeleid:
      - {vanaf: 2020-01-01, bezorging: 2 werkdagen, wederhoor: 5 werkdagen,
          horen_achteraf: 5 werkdagen, herstel: 5 werkdagen, bevestiging_bezwaar: 3 werkdagen,
          bevestiging_stop: 2 werkdagen, beoordeling: 10 werkdagen, hertoets: 1 jaar}
    beleid: [{vanaf: 2020-01-01, gespreksmaanden: [1, 4, 7, 10], aangetekend_vanaf_trede: 3}]
    personen:
      - {id: mia, naam: Mia Visser, functie: contractmanager, rol: contractmanager,
          telefoon: 0000-00 00 01}
      - {id: dir, naam: drs. D. Bakker, functie: directeur, rol: beslisser}
    ondertekenaars:
      - {persoon: dir, tot_en_met_trede: 7, van: 2020-01-01}
      - {persoon: mia, tot_en_met_trede: 2, van: 2020-01-01}
    volmachten:
      - {gemeente: lindestad, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-10-01,
          stuk: zaaksysteem Z-2024-0101}
      - {gemeente: oeverdam, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-10-01,
          stuk: zaaksysteem Z-2024-0102}
    """

BEIDE: dict[str, str] = {
    "kpis.yaml": """
        kpis:
          - {id: start, titel: start op tijd, definitie: aandeel dat op tijd start, eenheid: "%",
              richting: hoger is beter, periode: kwartaal}
        """,
    CLASSIFICATIE: """
        titel: Classificatiebeleid 2026
        vanaf: 2024-01-01
        per: contract
        criteria:
          - {id: omzet, titel: jaaromzet, groep: omvang, wijze: banden, gewicht: 1,
              banden: [{tot: 100, punten: 2}, {punten: 8}]}
        categorieen:
          - {categorie: 1, titel: licht, vanaf_score: 1, gesprekken_per_jaar: 2,
              intensiteit: een agenda op hoofdlijnen}
          - {categorie: 2, titel: zwaar, vanaf_score: 5, gesprekken_per_jaar: 4,
              intensiteit: een agenda in alle onderdelen}
        """,
}
