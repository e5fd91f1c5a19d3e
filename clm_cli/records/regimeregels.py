"""Floor 2, regimeregels: what a contract rules on figures, order, amounts, duration and classes."""

from typing import Literal

from clm_cli.records.basis import Deel, Grond
from clm_cli.records.cijfers import Omzetsoort
from clm_cli.records.velden import (
    Geheel,
    Getal,
    JaNee,
    Maanddag,
    Regel,
    Slug,
    Som,
    Termijn,
)

Afrondwijze = Literal["half-omhoog", "omlaag", "omhoog"]
"""Which way a figure is rounded before it is compared."""
Telaat = Literal["niet-gehaald", "tot-het-er-is", "telt-mee"]
"""What a figure is that came in after its last day, or did not come in by then."""

Bedragper = Literal["periode", "eenheid", "gebeurtenis", "dag"]
"""What one amount is for: a missed period, each unit that is lacking in it, an event in it, or each
day that something was late."""
Tijdvak = Literal["periode", "kwartaal", "halfjaar", "jaar"]
"""After what a time to impose an amount runs: the period itself, or what it lies in."""
Waarneming = Literal["noemer", "teller"]
"""What of a figure are its observations."""
Grens = Literal["vanaf", "boven"]
"""Whether a class begins at a number, or only above it."""
Kalenderjaar = Literal["vorig-kalenderjaar", "lopend-kalenderjaar"]
"""Of which calendar year something is."""
Samentelling = Literal["som", "hoogste"]
"""What the amounts for more figures in one period make together."""

Maatstafsoort = Literal[
    "gemiste-perioden", "gemiste-normen", "gebeurtenissen", "open-trede", "omzet", "cijfer"
]
"""By what a class is worked out."""

Directvoorwaarde = Literal[
    "onderzoek",
    "wederhoor",
    "nieuws-gehoord",
    "aangekondigd",
    "sturing-onvoldoende",
    "preventie-doorlopen",
    "preventie-bij-reeks",
    "plan-doorlopen",
    "na-ontvangen",
    "na-aangetekend",
    "termijn-verstreken",
    "herstel-uitgebleven",
    "termijn-laat-toe",
    "ingang-na-bezwaar",
    "volgorde",
]
"""What acute danger may lift: hearing, announcing, waiting and the order of steps. Who may sign or
act for another (3:60 BW), default, evidence and amounts are not for a contract to leave out."""

Planlezing = Literal["tekortkoming", "oplossing", "dag", "doel", "directie", "oordeel"]
"""By what clm sees whether a part stands in a plan: a field of the plan, or our judgement on it."""
Afkeurbegin = Literal["oordeel", "verzending", "ontvangst"]
"""From which event of a rejection the time to mend runs."""


class Afronding(Deel):
    """How a figure is rounded before it is compared with its norm."""

    decimalen: Geheel
    """Op hoeveel decimalen."""
    wijze: Afrondwijze = "half-omhoog"
    """Welke kant op."""


class Cijferregel(Deel):
    """What the contract rules on figures, before they are compared with their norm."""

    kpis: tuple[Slug, ...] = ()
    """Voor welke kpi's uit de catalogus; leeg is alle. De eerste regel die past, telt."""
    aanlevering: Termijn | None = None
    """Binnen welke tijd na de periode het cijfer er moet zijn; leeg is die van de catalogus, of
    anders ons beleid."""
    te_laat: Telaat = "telt-mee"
    """Wat een cijfer is dat daarna binnenkomt, of er dan niet is. Een herziening van een cijfer
    dat op tijd was, is niet te laat."""
    afronden: Afronding | None = None
    """Hoe het cijfer wordt afgerond voor de vergelijking; leeg is niet."""
    minstens: Geheel | None = None
    """Bij minder waarnemingen dan dit telt de periode niet mee."""
    telt: Waarneming = "noemer"
    """Wat daarvoor een waarneming is: één van de noemer van het cijfer, of één van de teller."""
    telt_kpi: Slug | None = None
    """De kpi waarvan het cijfer over dezelfde periode het aantal waarnemingen is, als de noemer
    iets anders telt, zoals uren waar het contract mensen telt."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""


class Directregel(Deel):
    """Where acute danger lets a trede be taken at once, whatever limits skipping otherwise."""

    treden: tuple[Geheel, ...]
    """Welke treden bij een vastgelegd acuut gevaar direct kunnen worden gezet."""
    zonder: tuple[Directvoorwaarde, ...] = ()
    """Welke voorwaarden van die treden dan ook niet gelden, zoals aangekondigd of
    termijn-verstreken; leeg is alleen de grens aan overslaan. Alleen wat over horen, aankondigen,
    wachten en volgorde gaat, kan vervallen."""
    grond: Grond
    """De bepaling."""


class Aankondigingsregel(Deel):
    """That a measure of a trede is announced, so long before it takes effect."""

    termijn: Termijn
    """Hoe lang voor de ingang de aankondiging moet zijn ontvangen."""
    vervalt_bij_acuut: JaNee = "nee"
    """Of de aankondiging vervalt als bij acuut gevaar per direct wordt gehandeld."""
    grond: Grond
    """De bepaling."""


class Hoorregel(Deel):
    """How the provider is heard for a trede."""

    termijn: Termijn | None = None
    """Hoe lang de aanbieder ten minste krijgt om te reageren; leeg is ons beleid."""
    opnieuw: JaNee = "nee"
    """Of voor deze trede opnieuw moet worden gehoord, na de laatste formele maatregel van een
    lagere trede."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""


class Tekenregel(Deel):
    """Who signs our letters, by the contract."""

    functies: tuple[Regel, ...]
    """De functies die kunnen tekenen, zoals ze bij de personen in organisatie.yaml staan; een van
    hen is genoeg."""
    grond: Grond
    """De bepaling."""


class Gespreksregel(Deel):
    """How often parties talk about the progress, by the contract."""

    elke: Termijn
    """Hoe lang er ten hoogste tussen twee gewone gesprekken ligt, zoals 2 maanden of 6 weken; het
    eerste is zo lang na het begin van de uitvoering."""
    grond: Grond
    """De bepaling."""


class Bedragpost(Deel):
    """An amount for each missed period, unit below the norm, event, or day that a duty was late."""

    per: Bedragper
    """Waarvoor het bedrag telkens geldt."""
    kpis: tuple[Slug, ...] = ()
    """Bij een periode of eenheid: voor welke kpi's; leeg is alle met een norm."""
    soorten: tuple[Slug, ...] = ()
    """Bij een gebeurtenis: voor welke soorten signaal."""
    plicht: Slug | None = None
    """Bij een dag: welke plicht te laat is; zij heeft zelf 'binnen', zodat vaststaat wanneer het
    moest. Is er nog niet aan voldaan, dan tellen de dagen tot en met die van het besluit."""
    bedrag: Som | None = None
    """Het bedrag in euro's."""
    procent: Getal | None = None
    """Bij een periode of eenheid, in plaats van een bedrag: het percentage van wat bij 'over'
    staat."""
    over: Omzetsoort | None = None
    """Welke omzet van het contract over die periode dat is, zoals zij bij de cijfers is
    aangeleverd."""
    boven: Geheel | None = None
    """Bij een gebeurtenis: hoeveel er in een kalenderjaar zonder bedrag blijven."""
    afronden: Afrondwijze | None = None
    """Bij een eenheid: hoe een deel van een eenheid telt, zoals een begonnen procentpunt; leeg is
    naar verhouding."""
    grond: Grond
    """De bepaling."""


class Staffel(Deel):
    """An amount that rises with the number of measures that went before."""

    telt: tuple[Slug, ...]
    """Welke instrumenten tellen; ook dit zelf kan er een zijn."""
    binnen: Termijn | None = None
    """Hoe lang een maatregel meetelt, vanaf zijn dag; leeg is altijd."""
    vanaf: Geheel = 1
    """Na hoeveel van die maatregelen het eerste bedrag geldt; daarvoor is er geen."""
    bedragen: tuple[Som, ...]
    """De bedragen, elk na een maatregel meer; daarna blijft het laatste."""
    grond: Grond
    """De bepaling."""


class Bedragregel(Deel):
    """How the contract works out the amount of an instrument, over the periods that are named."""

    posten: tuple[Bedragpost, ...] = ()
    """Waaruit het bedrag bestaat."""
    staffel: Staffel | None = None
    """Een bedrag naar hoeveel maatregelen eraan voorafgingen; het komt bij de posten."""
    samen: Samentelling = "som"
    """Of meer gemiste kpi's in één periode samen tellen, of alleen het hoogste bedrag geldt; een
    gebeurtenis telt er altijd bij."""
    hoogstens: Som | None = None
    """Wat het bedrag over één periode, of bij dagen voor één keer te laat, ten hoogste is; leeg is
    geen grens."""
    hoogstens_procent: Getal | None = None
    """Hetzelfde als percentage van de omzet over die periode die bij 'over' van de posten staat."""
    binnen: Termijn | None = None
    """In welke tijd na het einde van een periode over haar nog een bedrag kan worden opgelegd; bij
    dagen: na de dag waarop het moest."""
    binnen_na: Tijdvak = "periode"
    """Na het einde waarvan die tijd loopt: van de periode, of van het kwartaal, halfjaar of jaar
    waarin zij valt."""
    herhaalbaar: JaNee = "nee"
    """Of over een periode met dit instrument nog eens een bedrag kan worden opgelegd."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""


class Plafond(Deel):
    """What the amounts of some instruments may be together in a calendar year."""

    id: Slug
    """Het kenmerk."""
    titel: Regel
    """Hoe het plafond heet."""
    instrumenten: tuple[Slug, ...]
    """De instrumenten waarvan de bedragen samen tellen."""
    bedrag: Som | None = None
    """Het hoogste bedrag in een kalenderjaar."""
    procent: Getal | None = None
    """In plaats van een bedrag: het hoogste percentage van wat bij 'over' staat."""
    over: Slug | None = None
    """De grondslag op de contractkaart waarvan het percentage is."""
    jaar: Kalenderjaar = "lopend-kalenderjaar"
    """Van welk jaar die grondslag is."""
    grond: Grond
    """De bepaling."""


class Verlengregel(Deel):
    """How often and how long a measure can be extended; the decision falls before its end."""

    keer: Geheel | None = None
    """Hoe vaak; leeg is zo vaak als nodig is."""
    met: Termijn
    """Met ten hoogste hoe lang per keer, vanaf het einde tot dan toe."""
    grond: Grond
    """De bepaling."""


class Duurregel(Deel):
    """How long a measure lasts, and what ends it sooner."""

    hoogstens: Termijn | None = None
    """Hoe lang hij ten hoogste duurt, vanaf de ingang; leeg is geen grens."""
    verlengen: Verlengregel | None = None
    """Of en hoe hij kan worden verlengd; leeg is niet."""
    eindigt_na: Geheel | None = None
    """Na hoeveel perioden achter elkaar waarin alle normen zijn gehaald hij eerder eindigt; alleen
    hele perioden na de ingang tellen."""
    kpis: tuple[Slug, ...] = ()
    """Voor dat eerdere einde: om welke kpi's het gaat; leeg is alle met een norm."""
    bezien: Termijn | None = None
    """Hoe vaak wordt bezien of hij nog nodig is, vanaf de ingang of het laatste oordeel over het
    effect."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""


class Planonderdeel(Deel):
    """A part that a plan has to hold, or what it has to be."""

    id: Slug
    """Het kenmerk waarmee het verbeterplan, of het oordeel daarover, dit onderdeel noemt."""
    titel: Regel
    """Hoe het onderdeel heet."""
    leest: Planlezing | None = None
    """Waaraan te zien is of het er is; leeg is dat wie het plan vastlegt, het bij onderdelen
    noemt."""
    grond: Grond | None = None
    """De bepaling, als zij een andere is dan die van het plan; de brief haalt dan haar woorden
    aan."""


class Planherstel(Deel):
    """That a plan that was rejected may be mended, so often and so soon."""

    keer: Geheel = 1
    """Hoe vaak."""
    termijn: Termijn
    """Binnen welke tijd na de afkeuring; een latere dag die in onze brief daarover staat, geldt."""
    begin: Afkeurbegin = "oordeel"
    """De gebeurtenis waarmee die tijd begint."""
    grond: Grond
    """De bepaling."""


class Planregel(Deel):
    """What the contract wants of the plan that an instrument asks for."""

    onderdelen: tuple[Planonderdeel, ...] = ()
    """Wat het plan bevat, en waarop het afzonderlijk wordt beoordeeld."""
    ondertekend_door: tuple[Regel, ...] = ()
    """Wie het kan ondertekenen; leeg is geen ondertekening."""
    herstel: Planherstel | None = None
    """Of en hoe vaak een afgekeurd plan kan worden hersteld; daarna geldt het als niet geleverd.
    Leeg is dat het contract dit niet zegt; met 'keer: 0' kan het niet."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""


class Klasse(Deel):
    """A class in which a provider can fall."""

    categorie: Geheel
    """Het nummer waarmee de classificatie haar noemt."""
    titel: Regel
    """Hoe de klasse heet."""


class Maatstaf(Deel):
    """One measure by which a class is worked out from the register."""

    soort: Maatstafsoort
    """Wat er wordt geteld."""
    venster: Termijn | None = None
    """In welke tijd, teruggeteld vanaf de dag waarop wordt gekeken: bij perioden, normen en
    gebeurtenissen."""
    soorten: tuple[Slug, ...] = ()
    """Bij gebeurtenissen: welke soorten signaal."""
    over: Slug | None = None
    """Bij omzet: de grondslag op de kaart van het contract, van het vorige kalenderjaar."""
    kpi: Slug | None = None
    """Bij een cijfer: de kpi uit de catalogus waarvan het laatst gemeten cijfer telt, zoals het
    aantal plaatsen."""
    vorig_jaar: JaNee = "nee"
    """Bij perioden, normen en gebeurtenissen, in plaats van een venster: of alleen telt wat in het
    vorige kalenderjaar viel."""
    grenzen: tuple[Geheel, ...]
    """Vanaf welk getal de tweede klasse begint, vanaf welk de derde, enzovoort."""
    grens: Grens = "vanaf"
    """Of een klasse bij dat getal zelf begint, of pas erboven, zoals bij 'meer dan'."""
    grond: Grond
    """De bepaling."""


class Klassenregel(Deel):
    """The classes of a contract: the heaviest outcome of its measures holds."""

    klassen: tuple[Klasse, ...]
    """De klassen, van licht naar zwaar."""
    maatstaven: tuple[Maatstaf, ...]
    """Waarnaar wordt gekeken; de zwaarste uitkomst geldt."""
    voor: Maanddag | None = None
    """Vóór welke dag zij elk jaar wordt vastgesteld, als maand-dag zoals 03-01 voor 'vóór 1 maart';
    leeg is dat het contract geen dag noemt."""
    lichter_op: tuple[Maanddag, ...] = ()
    """Op welke dagen een lichtere klasse kan ingaan, als maand-dag zoals 07-01; leeg is elke
    dag."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust."""
