"""A register in which a notice of default was sent as it should: nothing in it is wrong."""

from __future__ import annotations

import textwrap

from tests.klein_register import BASIS

SHA = "c" * 64
ZAAK = "bloem/escalaties/2026-01-12-zaak"
IGS = "bloem/brieven/2026-05-04-ingebrekestelling"
ORG, AANB, KAART, VERZ = (
    "organisatie.yaml",
    "bloem/aanbieder.yaml",
    f"{IGS}/brief.yaml",
    f"{IGS}/2026-05-04-verzonden-aangetekend.yaml",
)
AKK, MAAT, OPEN, SIG = (
    f"{IGS}/2026-05-03-akkoord-jurist.yaml",
    f"{ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml",
    f"{ZAAK}/2026-01-12-opening.yaml",
    "bloem/signalen/2026-01-05-iets.yaml",
)
PLICHT, ART = "bloem/lijsten/verplichtingen.yaml", "overeenkomsten/raam/artikelen.yaml"
HEEL: dict[str, str] = {
    ORG: textwrap.dedent(BASIS[ORG])
    .strip("\n")
    .replace("recht_vooruit: 120 dagen}", "recht_vooruit: 120 dagen, uittreksel: 30 dagen}")
    .replace("vergelijkgroep: 2}", "vergelijkgroep: 2, aangetekend_vanaf_trede: 3}")
    + """
  - {id: dir, naam: Di Recteur, functie: directeur, rol: beslisser}
  - {id: jur, naam: Ju Rist, functie: jurist, rol: jurist}
email_bezwaar: bezwaar@regio.example
ondertekenaars: [{persoon: dir, tot_en_met_trede: 7, van: 2020-01-01}, {persoon: mia,
  tot_en_met_trede: 2, van: 2020-01-01}]
volmachten:
  - {gemeente: noord, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-01-01, stuk: Z-1}
  - {gemeente: zuid, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-01-01, stuk: Z-2}
  - {gemeente: noord, overeenkomst: sma, tot_en_met_trede: 7, van: 2024-01-01, stuk: Z-3}
""",
    AANB: textwrap.dedent(BASIS[AANB]).strip("\n")
    + (
        "\nuittreksel: 2026-04-20\ncontactpersonen: [{id: an, naam: An de Bieder, functie: "
        "bestuurder}]\n"
    ),
    ART: (
        "artikelen: [{id: pve-6, document: pve, titel: Programma van Eisen, versie: '1', nummer: "
        "'6', tekst: Hulp start in ten minste 90 % van de gevallen binnen zes weken.}]"
    ),
    PLICHT: (
        "verplichtingen: [{id: V-1, soort: verplichting, wat: Start op tijd, partij: aanbieder, "
        "kant: DOP, doorlopend: ja, clausule: {document: pve, nummer: '6'}}]"
    ),
    SIG: (
        "soort: [tijdigheid]\nsignaalsoort: tijdigheid\nernst: feitelijk\nkant: "
        "AOC\nverplichting: V-1\nbron: {soort: toegang, naam: Zorgloket, vertrouwelijk: nee, "
        "mag_in_brief: ja}\nwat: Bij het loket melden zich steeds meer gezinnen die wachten.\n"
    ),
    OPEN: """
        contracten: [ambulant]
        signalen: [signalen/2026-01-05-iets]
        tekortkomingen:
          - {id: T1, verplichting: V-1, wat: Hulp start te laat, soort: [tijdigheid],
              feiten: In 2025-K4 startte 76 % op tijd.,
              eis: 'Ten minste 90 % start binnen zes weken.', vaststelling: Opgave per gemeente.}
        afweging: {reden: Gewoon sturen hielp niet.}
        coordinatie: mia
        besloten_door: mia
        """,
    f"{ZAAK}/2026-02-02-onderzoek.yaml": (
        "begonnen: 2026-01-20\ntekortkomingen: [T1]\nbevindingen: Wij zagen veertig dossiers "
        "in.\nniet_nakoming: ja\n"
    ),
    f"{ZAAK}/2026-02-16-wederhoor.yaml": (
        "bij: 2026-02-02-onderzoek\nuitgenodigd: 2026-02-02\ntermijn_tot: 2026-02-16\ngehoord: "
        "2026-02-16\nwijze: gesprek\nreactie: Zo zit het.\n"
    ),
    MAAT: """
        instrument: ingebrekestelling
        trede: 3
        tekortkomingen: [T1]
        ingaat: 2026-05-04
        reden: Een lichtere stap gaf geen herstel.
        ernst: De wachttijd loopt op.
        besloten_door: dir
        noodzaak: nee
        eigen_verplichtingen: ja
        overslaan: {treden: [1, 2], ernst: De wachttijd loopt op., reden: Wat nodig is staat vast.}
        hersteltermijnen:
          - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: De klacht is bekend sinds januari.}
        """,
    KAART: """
        richting: uitgaand
        soort: ingebrekestelling
        onderwerp: ingebrekestelling (trede 3)
        datum: 2026-05-04
        contracten: [ambulant]
        escalatie: escalaties/2026-01-12-zaak
        bij: escalaties/2026-01-12-zaak/2026-05-04-maatregel-ingebrekestelling
        kanalen: [aangetekend]
        genoemd:
          - {termijn: herstel, tekortkoming: T1, uiterlijk: 2026-06-09, kalender: atw}
          - {termijn: bezwaar, uiterlijk: 2026-05-18, kalender: atw}
        """,
    AKK: f'van: jur\nrol: jurist\ndocument: {{vindplaats: zaaksysteem, sha256: "{SHA}"}}\n',
    VERZ: (
        "kanaal: aangetekend\nbarcode: 3S1\naan: Bloem\ndocument: {vindplaats: zaaksysteem, "
        f'sha256: "{SHA}"}}\nkaart_sha256: "{SHA}"\n'
    ),
}
