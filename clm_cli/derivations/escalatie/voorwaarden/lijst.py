"""Floor 4, lijst: the closed list of conditions that a regime may name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, nee, onbekend
from clm_cli.derivations.escalatie.voorwaarden import (
    aankondigen,
    bedragen,
    bevoegd,
    bewijs,
    contract,
    duur,
    geld,
    gezegd,
    herstel,
    horen,
    nieuws,
    plan,
    preventie,
    volgorde,
)
from clm_cli.derivations.escalatie.voorwaarden.kortenamen import KORT
from clm_cli.value import value


@value
class Voorwaarde:
    """One condition: how it is judged, and what it asks in a sentence."""

    toets: Callable[[Stap], Uitspraak]
    titel: str
    leest: tuple[str, ...] = ()
    """The fields of the instrument, or else of the regime, that it judges by."""


def _gezegd(naam: str) -> Voorwaarde:
    """A condition that only asks whether something was said with the measure."""
    eerste, *rest = gezegd.PER_VOORWAARDE[naam]
    return Voorwaarde(gezegd.van_rijen((eerste, *rest)), eerste.vraag)


VOORWAARDEN: dict[str, Voorwaarde] = {
    "aanleiding": Voorwaarde(
        preventie.aanleiding,
        "Er is een aanleiding uit het contract: een reeks perioden, een signaal, of te weinig "
        "medewerking.",
        ("aanleidingen",),
    ),
    "onderzoek": Voorwaarde(
        horen.onderzoek,
        "Elke tekortkoming is onderzocht en de bevindingen liggen vast.",
        ("spoed",),
    ),
    "wederhoor": Voorwaarde(
        horen.wederhoor,
        "De aanbieder is op de laatste bevindingen gehoord, of zweeg tot na een redelijke termijn.",
        ("spoed", "treden.horen"),
    ),
    "aangekondigd": Voorwaarde(
        aankondigen.aangekondigd,
        "De maatregel is zo lang voor de ingang aangekondigd als het contract bij de trede zegt.",
        ("treden.aankondiging",),
    ),
    "gebleken": Voorwaarde(
        horen.gebleken,
        "Uit het laatste onderzoek blijkt dat niet wordt nagekomen, of de tekortkoming dreigt.",
    ),
    "feitelijk": Voorwaarde(
        horen.feitelijk,
        "De tekortkoming is er; voor wat alleen dreigt is er de brief van 6:80 BW.",
    ),
    "nieuws-gehoord": Voorwaarde(
        nieuws.nieuws_gehoord,
        "De aanbieder is ook gehoord op wat daarna bleek: nieuw bewijs, of een oordeel dat herstel "
        "uitbleef.",
    ),
    "niet-hersteld": Voorwaarde(
        nieuws.niet_hersteld, "De tekortkoming is niet al hersteld, of bleek daarna opnieuw."
    ),
    "sturing-onvoldoende": Voorwaarde(
        preventie.sturing_onvoldoende,
        "Gewoon sturen had op elk niveau dat het contract noemt onvoldoende effect, of de "
        "tekortkoming is ernstig.",
        ("niveaus",),
    ),
    "preventie-doorlopen": Voorwaarde(
        preventie.preventie_doorlopen,
        "Preventie is doorlopen, beoordeeld, en uit het onderzoek blijkt niet-nakoming; of de "
        "tekortkoming is ernstig.",
    ),
    "preventie-bij-reeks": Voorwaarde(
        preventie.preventie_bij_reeks,
        "Bij een verzoek na een reeks perioden gaat preventie vooraf; bij een gemotiveerd "
        "oordeel kan met een reden worden afgeweken.",
        ("aanleidingen",),
    ),
    "verbeterplangrond": Voorwaarde(
        preventie.verbeterplangrond,
        "Een reeks perioden onder de afspraak, of een gemotiveerd oordeel over de eisen van "
        "de aanbesteding.",
        ("aanleidingen",),
    ),
    "plan-doorlopen": Voorwaarde(
        plan.plan_doorlopen,
        "Het verbeterplan is geleverd, goedgekeurd, uitgevoerd en daarna beoordeeld: die "
        "trede is volledig doorlopen.",
        ("na",),
    ),
    "na-ontvangen": Voorwaarde(
        herstel.na_ontvangen,
        "De maatregel die vooraf moet gaan is ontvangen, en dat ligt vast.",
        ("na",),
    ),
    "na-aangetekend": Voorwaarde(
        herstel.na_aangetekend,
        "De maatregel die vooraf moet gaan, is aangetekend verzonden.",
        ("na",),
    ),
    "termijn-verstreken": Voorwaarde(
        herstel.termijn_verstreken,
        "De hersteltermijn is voorbij en staat niet stil.",
        ("na", "termijnen"),
    ),
    "herstel-uitgebleven": Voorwaarde(
        herstel.herstel_uitgebleven,
        "Na het einde van de termijn is beoordeeld dat herstel uitbleef.",
        ("na", "termijnen"),
    ),
    "verzuim": Voorwaarde(
        herstel.verzuim, "De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW).", ("termijnen",)
    ),
    "mandaat": Voorwaarde(
        bevoegd.mandaat,
        "Wie besluit, mag tot en met deze trede ondertekenen (organisatie.yaml, ondertekenaars).",
    ),
    "volgorde": Voorwaarde(
        volgorde.volgorde,
        "De lagere treden zijn gezet, of met ernst en reden overgeslagen.",
        ("overslaan",),
    ),
    "termijn-laat-toe": Voorwaarde(
        volgorde.termijn_laat_toe,
        "De termijnen van het contract laten de stap toe: verstreken waar dat moet, en niet te "
        "laat.",
        ("termijnen",),
    ),
    "ernst": _gezegd("ernst"),
    "preventief": Voorwaarde(
        preventie.preventief,
        "Gezegd is welke preventieve maatregel, op welk niveau, met welk doel en wie wat doet.",
        ("maatregelen",),
    ),
    "antwoordtermijn": Voorwaarde(
        gezegd.antwoordtermijn,
        "Het verzoek noemt een termijn waar het contract zwijgt; korter alleen waar dat mag.",
        ("termijnen",),
    ),
    "eis-genoemd": Voorwaarde(gezegd.eis_genoemd, "Bij elke tekortkoming staat wat wordt geëist."),
    "hersteltermijn": Voorwaarde(
        gezegd.hersteltermijn,
        "Per tekortkoming een redelijke termijn met de reden, of de grond waarop geen termijn "
        "nodig is (6:82 en 6:83 BW).",
        ("termijnen",),
    ),
    "vordering": _gezegd("vordering"),
    "eigen-nakoming": Voorwaarde(
        gezegd.eigen_nakoming, "Wij komen onze eigen verplichtingen na (6:59 en 6:266 BW)."
    ),
    "volmacht": Voorwaarde(
        bevoegd.volmacht,
        "Elke gemeente van de escalatie gaf volmacht tot en met deze trede (organisatie.yaml, "
        "volmachten).",
    ),
    "strategisch-besluit": Voorwaarde(
        bevoegd.strategisch_besluit, "Er is op strategisch niveau besloten."
    ),
    "bestuurlijk": Voorwaarde(
        bevoegd.bestuurlijk,
        "Beantwoord is of bestuurlijke afstemming relevant is: met wie en wanneer, of waarom niet.",
    ),
    "instemming": Voorwaarde(
        bevoegd.instemming,
        "Wie volgens het contract moet instemmen, stemde vóór de maatregel in.",
        ("instemming",),
    ),
    "reikwijdte": replace(_gezegd("reikwijdte"), toets=gezegd.reikwijdte),
    "ontvangers": Voorwaarde(gezegd.ontvangers, "De aanbieders die het overnemen zijn genoemd."),
    "zorglandschap": _gezegd("zorglandschap"),
    "grond-genoemd": Voorwaarde(
        gezegd.grond_genoemd,
        "De maatregel noemt een van de gronden van het contract.",
        ("gronden", "eigen_gronden"),
    ),
    "uiterste-middel": _gezegd("uiterste-middel"),
    "optie-open": Voorwaarde(
        contract.optie_open,
        "Er is een optie om te verlengen die nog niet is gebruikt of vervallen.",
    ),
    "einddatum": Voorwaarde(
        contract.einddatum,
        "De overeenkomst eindigt op een bekende dag, en de maatregel gaat niet eerder in.",
    ),
    "aanzegging-tijdig": Voorwaarde(
        contract.aanzegging_tijdig,
        "De mededeling kan nog op tijd worden ontvangen; zonder termijn in het contract is er "
        "geen laatste dag.",
    ),
    "opzegtermijn": Voorwaarde(
        contract.opzegtermijn,
        "Tussen de ontvangst van de brief en de gekozen dag van einde ligt de termijn van het "
        "contract.",
        ("termijnen",),
    ),
    "niet-al-beeindigd": Voorwaarde(
        contract.niet_al_beeindigd,
        "De overeenkomst wordt niet al op een andere manier beëindigd.",
    ),
    "plan-op-schema": Voorwaarde(
        plan.plan_op_schema,
        "Er is geen goedgekeurd verbeterplan dat nog loopt, is nagekomen of niet is bekeken.",
    ),
    "ingang-na-bezwaar": Voorwaarde(
        contract.ingang_na_bezwaar,
        "De dag van ingang ligt na de bezwaartermijn, tenzij de maatregel nodig is.",
        ("termijnen", "noodzaak"),
    ),
    "risico-benoemd": Voorwaarde(
        bewijs.risico_benoemd,
        "Het risico waarvoor het contract dit instrument geeft is benoemd, met feiten en bewijs.",
        ("risico",),
    ),
    "bewijs": Voorwaarde(
        bewijs.bewijs,
        "Een vorm van bewijs uit het contract, met al haar elementen.",
        ("bewijs", "bewijsvormen"),
    ),
    "bewijs-vastgesteld": Voorwaarde(
        bewijs.bewijs_vastgesteld,
        "Van het bewijs ligt vast wie het vaststelde, wanneer en in welk stuk.",
        ("bewijs", "bewijsvormen", "vaststellers"),
    ),
    "facturenlijst": Voorwaarde(
        geld.facturenlijst,
        "De onrechtmatige facturen staan op een lijst, met grond en bedrag, en het totaal klopt.",
    ),
    "bedrag": _gezegd("bedrag"),
    "bedrag-volgens-contract": Voorwaarde(
        bedragen.bedrag_volgens_contract,
        "Het bedrag is wat het contract voor de genoemde perioden uitrekent.",
        ("bedrag", "cijferregels"),
    ),
    "laatste-dag": Voorwaarde(
        duur.laatste_dag,
        "De maatregel noemt de laatste dag, en duurt niet langer dan het contract toestaat.",
        ("duur",),
    ),
    "maximum": Voorwaarde(
        bedragen.maximum,
        "Het bedrag blijft binnen het maximum van het contract; zonder gekozen grondslag is "
        "dat onbekend.",
        ("maximum", "plafonds"),
    ),
}
"""By name, in the order in which they are shown; what a condition asks is for the user."""


def korte_naam(naam: str) -> str:
    """What a condition is called in running text; one that clm does not know by its id."""
    return KORT.get(naam, naam.replace("-", " ") if naam in VOORWAARDEN else naam)


def _gesloten(_: Stap) -> Uitspraak:
    return nee("de escalatie is gesloten; heropen haar eerst")


def _niet_bekend(stap: Stap) -> Uitspraak:
    return onbekend(f"deze voorwaarde kent clm niet; zie clm regime controleer {stap.regime.id}")


OPEN = Voorwaarde(_gesloten, "De escalatie is open.")
LOOPT = "Het contract loopt nog, en met deze aanbieder."
"""What no regime has to ask, as nothing can be asked without it; told only where it is not so."""
ONBEKEND = Voorwaarde(
    _niet_bekend, "Een voorwaarde die clm niet kent; zij kan dus niet vervuld heten."
)
