"""Floor 4, maatregelsoorten: the kinds of letter that make a measure of trede 3 and up known."""

from __future__ import annotations

from clm_cli.derivations.brieven.soort import Briefsoort

KERN = ("contract", "afbakening", "gemeenten", "ondertekening")
FEITEN = ("tekortkoming", "verplichting", "feiten")
STAP = (
    *KERN,
    "tekortkoming",
    "onderzoek",
    "ernst",
    "evenredigheid",
    "overslaan",
    "afwijkingen",
    "voorbehoud",
)
INGAAND = (*STAP, "ingang")
EIGEN = (*INGAAND, "verplichting", "feiten")
"""What the letter holds that every measure without a letter of its own gets."""
AFWIKKELING = ("afwikkeling", "overname", "antwoordadres")

MAATREGELSOORTEN: tuple[Briefsoort, ...] = (
    Briefsoort(
        "ingebrekestelling",
        "Ingebrekestelling",
        ("maatregel",),
        (
            *STAP,
            "verplichting",
            "feiten",
            "voorgeschiedenis",
            "eis",
            "vaststelling",
            "hersteltermijn",
            "antwoordadres",
            "redelijk",
            "verzuim",
            "gevolgen",
            "berekening",
        ),
        (
            "stellen wij u in gebreke",
            "Wij sommeren u",
            "bent u daarvoor in verzuim (artikel 6:82",
            "zonder dat daarvoor nog een brief nodig is",
        ),
        maakt_bekend=True,
        gedaan="stelden wij u in gebreke",
    ),
    Briefsoort(
        "aansprakelijkstelling",
        "Aansprakelijkstelling zonder termijn",
        ("maatregel",),
        (*STAP, "verplichting", "feiten", "eis", "verzuimgrond", "gevolgen"),
        (
            "stellen wij u aansprakelijk voor het uitblijven van de nakoming",
            "U bent in verzuim",
            "Een termijn voor herstel is hier niet nodig",
            "6:87",
        ),
        maakt_bekend=True,
        gedaan="stelden wij u aansprakelijk",
    ),
    Briefsoort(
        "opschorting",
        "Opschorting van betaling",
        ("maatregel",),
        (*INGAAND, "vordering", "deel", "verzuim-vanaf"),
        (
            "schorten wij onze betaling",
            "6:52",
            "betalen wat wij opschorten zodra u",
            "6:55",
            "6:264",
        ),
        maakt_bekend=True,
        gedaan="schortten wij onze betaling op",
    ),
    Briefsoort(
        "clientenstop",
        "Cliëntenstop",
        ("maatregel",),
        (*INGAAND, "feiten", "risico", "reikwijdte", "toegewezen", "zorglandschap"),
        (
            "geldt voor u onder de overeenkomst",
            "bij wie u al bent begonnen, zet u voort",
            "verwijzen in deze periode",
        ),
        maakt_bekend=True,
        gedaan="stelden wij een cliëntenstop in",
    ),
    Briefsoort(
        "overdracht",
        "Overdracht van cliënten",
        ("maatregel",),
        (
            *INGAAND,
            "feiten",
            "risico",
            "reikwijdte",
            "ontvangers",
            "overdrachtsdagen",
            "zorglandschap",
        ),
        ("Wij geven u opdracht om", "zet de zorg voort tot de overdracht klaar is"),
        maakt_bekend=True,
        gedaan="gaven wij u opdracht om cliënten over te dragen",
    ),
    Briefsoort(
        "opdrachtenstop",
        "Opdrachtenstop",
        ("maatregel",),
        (*INGAAND, "feiten", "reikwijdte"),
        (
            "stellen wij een opdrachtenstop in",
            "Lopende opdrachten voert u volgens de overeenkomst uit",
        ),
        maakt_bekend=True,
        gedaan="stelden wij een opdrachtenstop in",
    ),
    Briefsoort(
        "bevestiging-opdrachtenstop",
        "Bevestiging van de opdrachtenstop",
        ("maatregel",),
        (*INGAAND, "feiten", "reikwijdte"),
        (
            "Wij bevestigen u schriftelijk de opdrachtenstop",
            "Lopende opdrachten voert u volgens de overeenkomst uit",
        ),
        maakt_bekend=True,
        gedaan="bevestigden wij de opdrachtenstop",
    ),
    Briefsoort(
        "terugvordering",
        "Terugvordering",
        ("maatregel",),
        (*STAP, "facturen", "bedrag", "betaaltermijn", "rekening", "rente-bij-bezwaar"),
        (
            "van u terug onder de overeenkomst",
            "Wij sommeren u te betalen",
            # either sentence on paying too late: since the money came, or from the last day
            "in verzuim",
            "6:203",
            "is wettelijke rente verschuldigd",
            "stuit de verjaring",
        ),
        maakt_bekend=True,
        gedaan="vorderden wij een bedrag van u terug",
    ),
    Briefsoort(
        "boete",
        "Boete",
        ("maatregel",),
        (
            *STAP,
            "verplichting",
            "feiten",
            "bedrag",
            "rechtvaardiging",
            "bedragregel",
            "maximum",
            "verzuim-gevraagd",
            "betaaltermijn",
            "rekening",
            "rente-bij-bezwaar",
        ),
        (
            "leggen u onder de overeenkomst",
            "Wij sommeren u te betalen",
            "met deze betaling in verzuim",
            "in de plaats van schadevergoeding",
            "is wettelijke rente verschuldigd",
            "stuit de verjaring",
        ),
        maakt_bekend=True,
        gedaan="legden wij u een boete op",
    ),
    Briefsoort(
        "niet-verlengen",
        "Niet verlengen van de overeenkomst",
        ("maatregel",),
        (*STAP, "feiten", "einddatum", "einde-aangezegd"),
        (
            "Wij zullen de overeenkomst",
            "De overeenkomst eindigt op",
            "geen opzegging en geen ontbinding",
        ),
        maakt_bekend=True,
        gedaan="zeiden wij u aan dat wij de overeenkomst niet verlengen",
    ),
    Briefsoort(
        "opzegging",
        "Opzegging",
        ("maatregel",),
        (*INGAAND, "verplichting", "feiten", "gronden", *AFWIKKELING),
        (
            "zeggen wij de overeenkomst",
            "geldt de overeenkomst niet meer",
            "7:408",
            "7:411",
            "geen ontbinding",
            "andere vergoeding",
        ),
        maakt_bekend=True,
        gedaan="zegden wij de overeenkomst op",
    ),
    Briefsoort(
        "ontbinding",
        "Ontbinding",
        ("maatregel",),
        (
            *INGAAND,
            "verplichting",
            "feiten",
            "verzuimstand",
            "deel-of-geheel",
            *AFWIKKELING,
        ),
        (
            "ontbinden wij de overeenkomst",
            "6:267",
            "rechtvaardigt deze ontbinding",
            "werkt niet terug",
            "geen opzegging",
            "andere vergoeding",
        ),
        maakt_bekend=True,
        gedaan="ontbonden wij de overeenkomst",
    ),
)
"""Each holds what every such step has to say, and what is its own."""
