"""A small contract as data, of our own: sound, with three provisional readings."""

from __future__ import annotations

PAD = "regimes/eigen-2026.yaml"
EIGEN_REGIME = """\
id: eigen-2026
titel: Een eigen contract
geldig_vanaf: 2026-01-01
bron: {titel: Eigen contract}
partijen:
  - {partij: opdrachtgever, benaming: Opdrachtgever, grond: {eis: X01, tekst: Partijen werken}}
  - {partij: aanbieder, benaming: Opdrachtnemer, grond: {eis: X01, tekst: Partijen werken}}
niveaus:
  - {id: boven, titel: Boven, niveau: strategisch, besluit_over: [ontbinding], grond: {eis: X02,
      tekst: Boven wordt besloten}}
signaalsoorten: [{id: klacht, titel: Klacht, grond: {eis: X03, tekst: bij klachten}}]
aanleidingen: [{id: klachten, titel: Klachten, soort: signaal, soorten: [klacht], grond: {eis: X03,
  tekst: bij klachten}}]
termijnen:
  - {soort: verslag-delen, titel: Verslag, termijn: 2 weken, partij: opdrachtgever, begin: gesprek,
      gevolg: Te laat., grond: {eis: X04, tekst: binnen 2 weken}}
  - {soort: herstel, titel: Herstel, partij: aanbieder, vraag: begin-herstel,
      instrumenten: [aanmaning], gevolg: Te laat., grond: {eis: X05,
      tekst: binnen een redelijke termijn}}
  - {soort: bezwaar, titel: Bezwaar, termijn: 6 weken, partij: aanbieder, begin: ontvangst,
      instrumenten: [aanmaning, boete, ontbinding], gevolg: Te laat., grond: {eis: X06,
      tekst: binnen 6 weken bezwaar maken}}
treden:
  - trede: 1
    titel: Waarschuwen
    formeel: nee
    grond: {eis: X07, tekst: Opdrachtgever waarschuwt}
    instrumenten:
      - {instrument: waarschuwing, titel: Waarschuwing, aard: kan, brief: geen,
          voorwaarden: {hard: [aanleiding]}}
  - trede: 2
    titel: Aanmanen
    formeel: ja
    grond: {eis: X08, tekst: Opdrachtgever maant aan}
    instrumenten:
      - {instrument: aanmaning, titel: Aanmaning, aard: kan, brief: ingebrekestelling,
          voorwaarden: {hard: [onderzoek, wederhoor, hersteltermijn]}}
  - trede: 3
    titel: Boete en einde
    formeel: ja
    grond: {eis: X09, tekst: een boete of het einde}
    instrumenten:
      - instrument: boete
        titel: Boete
        aard: kan
        voorwaarden:
          hard: [bedrag, maximum, wederhoor]
          gemotiveerd: [bewijs]
          lezingen: [{voorwaarde: bewijs, vraag: bewijs-nodig, keuze: ja-altijd, wordt: hard}]
        bewijs: [misbruik]
        maximum: {procent: 5, over: omzet, per: jaar, jaar: {vraag: omzet-jaar},
          btw: {regel: zonder}}
        brief: boete
      - instrument: ontbinding
        titel: Ontbinding
        aard: kan
        voorwaarden: {hard: [na-ontvangen, termijn-verstreken, grond-genoemd, strategisch-besluit]}
        na: {instrument: aanmaning}
        gronden: [{id: fraude, titel: Fraude, grond: {eis: X10, tekst: bij fraude}}]
        brief: ontbinding
bewijsvormen:
  - {id: vals, titel: Vals, hoort_bij: misbruik, elementen: [opzet], grond: {eis: X11,
      tekst: bij opzet}}
vragen:
  - {id: begin-herstel, soort: open, tekst: Waar begint herstel, grond: {eis: X05,
      tekst: een redelijke termijn}, keuzes: [{keuze: ontvangst, tekst: bij ontvangst}],
      voorstel: ontvangst, gevolg: De laatste dag.}
  - {id: bewijs-nodig, soort: open, tekst: Is bewijs nodig, grond: {eis: X09, tekst: een boete},
      keuzes: [{keuze: ja-altijd, tekst: altijd}, {keuze: soms, tekst: soms}], voorstel: soms,
      gevolg: De boete.}
  - {id: omzet-jaar, soort: open, tekst: Welk jaar, grond: {eis: X09, tekst: een boete},
      keuzes: [{keuze: vorig-kalenderjaar, tekst: vorig jaar}], voorstel: vorig-kalenderjaar,
      gevolg: De boete.}
"""
