"""Floor 2, organisatie: the buyer's organisation, its people, calendar, policy and house style."""

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    field_validator,
)

from clm_cli.records.basis import Deel, Kaart
from clm_cli.records.velden import (
    Datum,
    Email,
    Geheel,
    Gemeenteid,
    Iban,
    JaNee,
    Overeenkomstid,
    Pad,
    Persoonsid,
    Postcode,
    Regel,
    Sha256,
    Slug,
    Tekst,
    Telefoon,
    Termijn,
)
from clm_cli.tijd.periode import Lengte

VOORBEELDWOORDEN = (
    "Naam van uw organisatie",
    "Straat van uw organisatie",
    "1000 SD",  # a form that is right, and no postcode: PostNL gives out no SA, SD or SS
    "Plaats van uw organisatie",
    "Naam van uw regio",
    "Gemeente Een",
    "Uw Naam",
    "uw.naam@organisatie.example",
)
"""The words that `clm init` puts where the user's own belong."""
Kalendernaam = Literal["atw", "atw-zonder-besluiten", "feestdagen"]
"""The named calendars; the contracts define no working day, so this is a choice that is printed
with every term."""


class Adres(Deel):
    """A postal or visiting address."""

    land: Regel | None = None
    """Het land, als dat niet Nederland is."""
    straat: Regel
    """Straat en huisnummer, of de postbus."""
    postcode: Annotated[Postcode, WithJsonSchema({"type": "string", "examples": ["1234 AB"]})]
    """De postcode, met een spatie; buiten Nederland zoals die daar wordt geschreven."""
    plaats: Regel
    """De plaats."""

    @field_validator("postcode", mode="wrap")
    @classmethod
    def _van_het_land(
        cls, waarde: Any, lees: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        """Only a Dutch postcode has the Dutch form; the country is read before it."""
        buiten = not in_nederland(info.data.get("land"))
        return waarde.strip() if buiten and isinstance(waarde, str) and waarde else lees(waarde)

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines below the name on an envelope."""
        plaats = f"{self.postcode}  {self.plaats.upper()}"
        return (self.straat, plaats, *([str(self.land).upper()] if self.is_buitenland else []))

    @property
    def is_buitenland(self) -> bool:
        """Whether it lies outside the Netherlands."""
        return not in_nederland(self.land)


def in_nederland(land: str | None) -> bool:
    """Whether a country is the Netherlands; so is no country at all."""
    return land is None or land.strip().lower() in ("nederland", "nl")


class Sluitingsdagdeel(Deel):
    """A day on which the organisation itself is closed."""

    datum: Datum
    """De dag waarop de organisatie gesloten is."""
    reden: Regel
    """Waarom; deze woorden staan bij de berekening."""


class Kalenderkeuze(Deel):
    """The calendar in force from a day on."""

    vanaf: Datum
    """Vanaf welke dag deze keuze geldt (de dag waarop een termijn begint)."""
    kalender: Kalendernaam
    """De naam van de kalender."""
    sluitingsdagen: tuple[Sluitingsdagdeel, ...] = ()
    """Eigen dagen die geen werkdag zijn."""


class Vervanging(Deel):
    """A period in which somebody's work is done by a colleague."""

    wie: Persoonsid
    """De id van degene die wordt vervangen."""
    van: Datum
    """De eerste dag."""
    tot: Datum
    """De laatste dag."""


class Persoon(Deel):
    """Somebody who works for the buyer."""

    id: Slug
    """De naam waarmee feiten deze persoon noemen."""
    naam: Regel
    """De naam zoals die in brieven en verslagen staat."""
    functie: Regel
    """De functie."""
    rol: Literal[
        "contractmanager",
        "contractbeheer",
        "jurist",
        "controller",
        "beslisser",
        "bestuur",
        "beleid",
        "toezicht",
        "toegang",
    ]
    """De rol in het contractmanagement."""
    email: tuple[Email, ...] = ()
    """De e-mailadressen; daarmee herkent clm wie er werkt."""
    telefoon: Telefoon | None = None
    """Het zakelijke telefoonnummer."""
    gemeente: Gemeenteid | None = None
    """De gemeente waarvoor deze persoon werkt, als dat er één is."""
    vervangt: tuple[Vervanging, ...] = ()
    """Wie deze persoon vervangt, en wanneer."""


class Gemeente(Deel):
    """A cooperating municipality."""

    id: Slug
    """De naam waarmee feiten deze gemeente noemen."""
    naam: Regel
    """De volledige naam."""
    kort: Regel | None = None
    """De afkorting in tabellen."""
    contact: Regel | None = None
    """Het aanspreekpunt."""
    email: Email | None = None
    """Het e-mailadres van het aanspreekpunt."""


class Ondertekenaar(Deel):
    """Somebody who may sign letters."""

    persoon: Persoonsid
    """De id van de persoon."""
    tot_en_met_trede: Geheel
    """De zwaarste trede waarvoor deze persoon tekent."""
    van: Datum
    """De eerste dag van de bevoegdheid."""
    tot: Datum | None = None
    """De laatste dag, als die er is."""


class Volmacht(Deel):
    """A municipality's power of attorney."""

    gemeente: Gemeenteid
    """De gemeente die volmacht geeft."""
    overeenkomst: Overeenkomstid
    """De overeenkomst waarvoor de volmacht geldt."""
    tot_en_met_trede: Geheel
    """De zwaarste trede waarvoor zij geldt."""
    van: Datum
    """De eerste dag."""
    tot: Datum | None = None
    """De laatste dag, als die er is."""
    stuk: Regel
    """Waar de volmacht te vinden is."""
    sha256: Sha256 | None = None
    """De sha256 van het stuk."""


class Termijnbeleid(Deel):
    """The organisation's own terms, where the contracts say nothing; always printed as policy."""

    vanaf: Datum
    """Vanaf welke dag dit beleid geldt."""
    bezorging: Termijn | None = None
    """Zo lang na verzending wordt ontvangst aangenomen, tot zij is vastgelegd."""
    stukken_vooraf: Termijn | None = None
    """Zo lang voor een gesprek worden agenda en stukken verstuurd."""
    wederhoor: Termijn | None = None
    """Zo lang krijgt een aanbieder ten minste om op bevindingen te reageren voordat zwijgen
    telt."""
    horen_achteraf: Termijn | None = None
    """Binnen deze tijd na een maatregel per direct horen wij de aanbieder alsnog."""
    acuut: Termijn | None = None
    """Zo lang na het signaal telt een gevaar als acuut, als niemand het opnieuw vastlegt."""
    herstel: Termijn | None = None
    """Zo lang geven wij ten minste om te herstellen."""
    verbeterplan: Termijn | None = None
    """Zo lang geven wij ten minste voor een verbeterplan, waar het contract geen termijn noemt."""
    herziening: Termijn | None = None
    """Binnen deze tijd bekijken wij een stop of overdracht opnieuw."""
    bevestiging_bezwaar: Termijn | None = None
    """Binnen deze tijd bevestigen wij de ontvangst van een bezwaar."""
    reactie_na_gesprek: Termijn | None = None
    """Binnen deze tijd na het gesprek over een bezwaar reageren wij daarop."""
    bevestiging_stop: Termijn | None = None
    """Binnen deze tijd bevestigen wij een stop schriftelijk."""
    beoordeling: Termijn | None = None
    """Binnen deze tijd na een hersteltermijn of plan oordelen wij."""
    hertoets: Termijn | None = None
    """Na deze tijd wordt een classificatie opnieuw getoetst."""
    aanlevering_cijfers: Termijn | None = None
    """Binnen deze tijd na een periode horen de cijfers binnen te zijn."""
    antwoord_uitvraag: Termijn | None = None
    """Binnen deze tijd antwoorden gemeenten op een uitvraag."""
    antwoord_herinnering: Termijn | None = None
    """Binnen deze tijd vragen wij antwoord op een herinnering."""
    leerpunten: Termijn | None = None
    """Na deze tijd wordt een open leerpunt opnieuw bekeken."""
    recht_vooruit: Termijn | None = None
    """Zo ver vooruit staat alles waarbij een recht vervalt in de werklijst."""
    uittreksel: Termijn | None = None
    """Zo oud mag een uittreksel van het handelsregister zijn bij een formele brief."""
    marge_eerste_classificatie: Termijn | None = None
    """Zo lang na het begin van de implementatiefase is de eerste classificatie nog op tijd."""


class Uitgangsbeleid(Deel):
    """Named choices where the contract leaves room."""

    vanaf: Datum
    """Vanaf welke dag deze keuzen gelden."""
    gespreksmaanden: tuple[Geheel, ...] = ()
    """De maanden (1-12) waarin de voortgangsgesprekken worden gepland."""
    maskeren_onder: Geheel | None = None
    """Aantallen onder deze grens worden voor anderen afgeschermd."""
    vergelijkgroep: Geheel | None = None
    """Vanaf zoveel aanbieders wordt een vergelijking getoond."""
    rapportage: Lengte | None = None
    """Hoe vaak er een rapport over de regio hoort te zijn."""
    rapport_binnen: Termijn | None = None
    """Binnen welke tijd na de periode het is verspreid."""
    rapport_voor: tuple[Regel, ...] = ()
    """Voor wie het dan hoort te zijn gemaakt: intern, bestuur, openbaar of een gemeente."""
    gesprekken_per_week: Geheel | None = None
    """Hoogstens zoveel gesprekken per contractmanager in een week; leeg is geen grens."""
    afronding: Regel | None = None
    """Hoe uw organisatie bedragen afrondt, voor wie het leest; een percentage van een bedrag rekent
    clm altijd naar beneden, op hele centen."""
    aangetekend_vanaf_trede: Geheel | None = None
    """Vanaf deze trede gaan brieven aangetekend."""


class Bewaartermijn(Deel):
    """How long the records of one kind are kept, and who says so."""

    soort: Literal[
        "signaal",
        "contact",
        "meting",
        "nakoming",
        "gesprek",
        "brief",
        "escalatie",
        "classificatie",
        "opvolging",
        "overgeslagen",
        "contract",
        "lijst",
        "rapport",
        "dossier",
        "lezing",
        "overeenkomst",
        "register",
    ]
    """Welke soort: een gesprek, brief of escalatie met al wat erbij hoort, een signaal met zijn
    uitvraag, of wat in een andere map van het dossier staat; dossier is wat daar los in staat,
    register is wat buiten de dossiers staat en geen lezing, rapport of overeenkomst is."""
    termijn: Termijn
    """Hoe lang die bewaard wordt, zoals 7 jaar."""
    vanaf: Literal["dag", "einde-contract"]
    """Waarna de termijn begint: de dag zelf (van een escalatie de sluiting), of het einde van het
    laatste contract, van het dossier of (buiten een dossier) van het hele register."""
    grond: Regel
    """Waar dat staat: een besluit, de selectielijst of een artikel van het contract."""


class Schoolvakantie(Deel):
    """A school holiday that clm does not know, or that is another one here."""

    naam: Regel
    """Welke vakantie, zoals herfstvakantie."""
    van: Datum
    """De eerste vrije dag."""
    tot: Datum
    """De laatste vrije dag."""


class Organisatie(Kaart):
    """Who we are, with whom we work, and the choices that hold for the whole register."""

    naam: Regel
    """De naam van de organisatie."""
    fictief: JaNee = "nee"
    """'ja' als dit register een verzonnen voorbeeld is."""
    speelt_op: Datum | None = None
    """Bij een verzonnen voorbeeld: de dag waarop clm rekent als --vandaag niet is gegeven."""
    adres: Adres
    """Het postadres."""
    email: Email | None = None
    """Het algemene e-mailadres."""
    email_bezwaar: Email | None = None
    """Het e-mailadres waar een bezwaar naartoe kan."""
    kenmerk: Regel | None = None
    """Het patroon van ons kenmerk, met {jaar}, {datum}, {nummer} en {zaaknummer}, zoals
    SDFL/{jaar}/{nummer}; zonder dit is het de naam van het dossier en van de brief."""
    iban: Iban | None = None
    """De rekening waarop wordt betaald wat wij vorderen."""
    tenaamstelling: Regel | None = None
    """Op wiens naam die rekening staat; leeg is de naam van de organisatie."""
    regio: Regel
    """De naam van de regio."""
    opslaan: Literal["vanzelf", "zelf"] = "zelf"
    """'vanzelf': wat clm schrijft, legt het meteen vast in git; 'zelf': dat doet u of clm delen."""
    sinds: Datum | None = None
    """Vanaf welke dag dit register wordt gebruikt; wat daarvoor moest, is geen achterstand."""
    gemeenten: tuple[Gemeente, ...]
    """De samenwerkende gemeenten."""
    gemeente: Gemeenteid | None = None
    """Welke van die gemeenten wij zelf zijn: van haar is dan geen volmacht nodig; leeg als wij geen
    gemeente zijn."""
    ambitie: Tekst | None = None
    """De eigen ambitie van de regio, als die naast die van het contract bestaat."""
    kalender: tuple[Kalenderkeuze, ...]
    """De gekozen kalender, met de dag vanaf wanneer."""
    termijnbeleid: tuple[Termijnbeleid, ...] = ()
    """Eigen termijnen, met de dag vanaf wanneer."""
    beleid: tuple[Uitgangsbeleid, ...] = ()
    """Andere eigen keuzen, met de dag vanaf wanneer."""
    bewaartermijnen: tuple[Bewaartermijn, ...] = ()
    """Hoe lang elke soort bewaard wordt; wat hier niet staat, is onbekend."""
    vakantieregio: Literal["noord", "midden", "zuid"] | None = None
    """De regio van de schoolvakanties; daarin worden geen gesprekken gepland."""
    schoolvakanties: tuple[Schoolvakantie, ...] = ()
    """Schoolvakanties die clm niet kent, of die hier anders zijn."""
    personen: tuple[Persoon, ...]
    """De mensen die met dit register werken."""
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    """Wie brieven mag ondertekenen, en tot welke trede."""
    volmachten: tuple[Volmacht, ...] = ()
    """De volmachten per gemeente."""

    @staticmethod
    @cache
    def onbekend() -> "Organisatie":
        """The organisation of a register whose card is missing or broken: it knows nothing."""
        adres = Adres.model_construct(straat="", postcode="", plaats="")
        return Organisatie.model_construct(
            naam="", regio="", adres=adres, gemeenten=(), kalender=(), personen=()
        )

    def __bool__(self) -> bool:
        """Whether it is known."""
        return bool(self.naam)

    @property
    def nog_in_te_vullen(self) -> tuple[str, ...]:
        """What still stands here as `clm init` wrote it: no document may go out with that."""
        gemeenten = (g.naam for g in self.gemeenten)
        personen = (tekst for p in self.personen for tekst in (p.naam, *p.email))
        adres = (self.adres.straat, self.adres.postcode, self.adres.plaats)
        eigen = (self.naam, *adres, self.regio, *gemeenten, *personen)
        return tuple(woord for woord in VOORBEELDWOORDEN if woord in eigen)


class Begin(Deel):
    """What `clm init` asks; what is not said stays to be filled in, in VOORBEELDWOORDEN."""

    organisatie: Regel | None = None
    """De naam van uw organisatie."""
    straat: Regel | None = None
    """Straat en huisnummer van uw organisatie, of de postbus."""
    postcode: Postcode | None = None
    """De postcode."""
    plaats: Regel | None = None
    """De plaats."""
    regio: Regel | None = None
    """De naam van uw regio."""
    gemeenten: tuple[Regel, ...] = ()
    """De gemeenten die samenwerken."""
    naam: Regel | None = None
    """Uw eigen naam."""
    functie: Regel | None = None
    """Uw functie, zoals contractmanager."""
    email: Email | None = None
    """Uw e-mailadres; daarmee herkent clm u."""
    sinds: Datum | None = None
    """Vanaf welke dag u dit register gebruikt; wat daarvoor moest, is geen achterstand."""


class Huisstijl(Kaart):
    """How documents look."""

    logo: Pad | None = None
    """Het bestand met het logo."""
    briefpapier: Pad | None = None
    """Het Word-bestand met het briefpapier."""
    lettertype: Regel | None = None
    """Het lettertype; leeg is het lettertype van clm."""
    kleur: Regel | None = None
    """De kleur van koppen, als #rrggbb."""
    venster_links_mm: Geheel | None = None
    """De afstand van het adresvenster tot de linkerrand, in millimeters."""
    venster_boven_mm: Geheel | None = None
    """De afstand van het adresvenster tot de bovenrand, in millimeters."""
    afzenderregel: Regel | None = None
    """De regel boven het adres in het venster."""
    voettekst: Regel | None = None
    """De voettekst van elke bladzijde."""
