"""Floor 2, escalatie: a case under one regime, told by facts; its standing is always worked out."""

from typing import Literal

from clm_cli.records.basis import Deel, Feit, Stuk
from clm_cli.records.maatregel import Geldelijk, Reikwijdte
from clm_cli.records.velden import (
    Aanleidingid,
    Bewijsvormid,
    Contractid,
    Datum,
    Gemeenteid,
    Grondslag,
    Id,
    JaNee,
    Onderdeelid,
    Perceelid,
    Persoonsid,
    Regel,
    Slug,
    Som,
    Tekortkomingid,
    Tekortkomingsoortid,
    Tekst,
    Tijd,
    Verwijzing,
)


class Tekortkoming(Deel):
    """One shortcoming, tied to one obligation."""

    id: Id
    """Het kenmerk binnen deze escalatie, zoals T1."""
    verplichting: Verwijzing
    """De verplichting die niet wordt nagekomen."""
    wat: Regel
    """De tekortkoming, kort."""
    soort: tuple[Grondslag, ...]
    """Waar zij over gaat."""
    tekortkomingsoort: Tekortkomingsoortid | None = None
    """De soort uit het regime, als die er is."""
    ernst: Literal["feitelijk", "dreigend"] = "feitelijk"
    """Of zij er al is of dreigt."""
    ernstig: JaNee = "onbekend"
    """Of het een ernstige tekortkoming is; de feiten zeggen waarom."""
    raakt_veiligheid: JaNee = "onbekend"
    """Of de veiligheid van cliënten in het geding is."""
    feiten: Tekst
    """De feiten, met datum en bron."""
    eis: Tekst | None = None
    """Wat wordt geëist, meetbaar."""
    vaststelling: Tekst | None = None
    """Hoe wordt vastgesteld of eraan is voldaan."""


class Afweging(Deel):
    """Why ordinary steering falls short, and what else was weighed (J35, S21)."""

    reden: Tekst
    """Waarom gewoon sturen niet volstaat."""
    lichter: Tekst | None = None
    """Welke lichtere weg is overwogen."""


class Opening(Feit):
    """A case was opened; opening puts no trede in force."""

    contracten: tuple[Contractid, ...]
    """De contracten; alle onder hetzelfde regime."""
    percelen: tuple[Perceelid, ...] = ()
    """De percelen, als het niet het hele contract is."""
    gemeenten: tuple[Gemeenteid, ...] = ()
    """De gemeenten; leeg is alle van het contract."""
    tekortkomingen: tuple[Tekortkoming, ...]
    """De tekortkomingen die bij de opening bekend zijn."""
    signalen: tuple[Verwijzing, ...] = ()
    """De signalen die tot de opening leidden."""
    aanleiding: Aanleidingid | None = None
    """De aanleiding uit het regime."""
    afweging: Afweging
    """Waarom de escalatie wordt geopend."""
    coordinatie: Persoonsid
    """Wie de escalatie coördineert."""
    besloten_door: Persoonsid
    """Wie tot de opening besloot."""


class Tekortkomingfeit(Feit):
    """A shortcoming found later in the case."""

    tekortkoming: Tekortkoming
    """De tekortkoming."""


class Onderzoek(Feit):
    """An investigation and its findings."""

    begonnen: Datum
    """De dag waarop het onderzoek begon."""
    tekortkomingen: tuple[Tekortkomingid, ...]
    """Welke tekortkomingen zijn onderzocht."""
    bevindingen: Tekst
    """De bevindingen."""
    niet_nakoming: JaNee = "onbekend"
    """Of uit het onderzoek blijkt dat niet wordt nagekomen."""
    rapport: Stuk | None = None
    """Het rapport."""


class Wederhoor(Feit):
    """The provider was invited, heard, or stayed silent past a fair term."""

    bij: Verwijzing
    """Het onderzoek, bewijs of oordeel waarop is gehoord."""
    uitgenodigd: Datum
    """De dag waarop de aanbieder is uitgenodigd op de bevindingen."""
    uitnodiging: Verwijzing | None = None
    """De brief, mail of het gesprek waarmee is uitgenodigd; zwijgen telt vanaf de ontvangst
    daarvan."""
    termijn_tot: Datum
    """De dag tot wanneer kon worden gereageerd."""
    gehoord: Datum | None = None
    """De dag waarop de aanbieder is gehoord; leeg als er niet is gereageerd."""
    uitgesproken: JaNee = "onbekend"
    """Of de aanbieder zei dat hij niets meer toevoegt, als hij is gehoord voordat de termijn om te
    reageren, of de redelijke termijn van uw beleid, eindigde."""
    wijze: Literal["gesprek", "schriftelijk", "beide", "geen reactie"]
    """Hoe is gehoord."""
    reactie: Tekst | None = None
    """Wat de aanbieder zei."""
    weging: Tekst | None = None
    """Wat wij daarvan vinden."""


class Bewijselement(Deel):
    """One element of a form of evidence, shown by facts."""

    element: Regel
    """Het element uit het regime."""
    aangetoond: JaNee
    """Of het is aangetoond."""
    feiten: Tekst
    """Waaruit dat blijkt."""


class Bewijs(Feit):
    """Evidence for a ground, by its form and elements."""

    vorm: Bewijsvormid
    """De vorm van bewijs uit het regime."""
    elementen: tuple[Bewijselement, ...]
    """De elementen, elk met feiten."""
    van: Regel | None = None
    """Van wie dit stuk is, met een kenmerk zonder naam, als het contract vraagt dat er meer van
    verschillende personen zijn."""
    vastgesteld_door: Regel | None = None
    """Wie het vaststelde, of van wie de bevindingen zijn waarop het berust."""
    vastgesteld_op: Datum | None = None
    """De dag van de vaststelling of van die bevindingen."""
    gemeenten: tuple[Regel, ...] = ()
    """De andere gemeenten: met onderbouwde ervaringen, of van wie de toezichthouder is die het
    vaststelde en die niet in het register staat."""
    tekortkomingen: tuple[Tekortkomingid, ...] = ()
    """Bij welke tekortkomingen het hoort."""


class Reactie(Feit):
    """The provider's answer to a measure."""

    bij: Verwijzing
    """De maatregel."""
    ontvangen: Datum
    """De dag waarop het antwoord binnenkwam."""
    verklaring: JaNee
    """Of er een onderbouwde verklaring in staat."""
    herstelmaatregelen: JaNee
    """Of er herstelmaatregelen in staan."""
    inhoud: Tekst
    """De inhoud, kort."""
    brief: Verwijzing | None = None
    """De brief van de aanbieder."""


class Planpunt(Deel):
    """One point of an improvement plan."""

    id: Id
    """Het kenmerk van het punt."""
    tekortkoming: Tekortkomingid
    """Op welke tekortkoming het punt ziet."""
    oplossing: Tekst | None = None
    """Hoe zij wordt opgelost; leeg als het plan dat niet zegt."""
    uiterlijk: Datum | None = None
    """Wanneer zij is opgelost."""
    doel: Tekst | None = None
    """Het SMART geformuleerde doel."""

    @property
    def hoe(self) -> str:
        """How it is mended, on one line without its full stop; or that the plan does not say."""
        return (self.oplossing or GEEN_OPLOSSING).strip().rstrip(". ")


GEEN_OPLOSSING = "zonder oplossing"


class Verbeterplan(Feit):
    """An improvement plan came in."""

    bij: Verwijzing
    """Het verzoek."""
    ontvangen: Datum
    """De dag waarop het plan binnenkwam."""
    punten: tuple[Planpunt, ...]
    """De punten van het plan."""
    directie_naam: Regel | None = None
    """Wie namens de directie akkoord gaf."""
    directie_datum: Datum | None = None
    """De dag van dat akkoord."""
    onderdelen: tuple[Slug, ...] = ()
    """Welke onderdelen die het contract vraagt, er in staan."""
    ondertekend_door: Regel | None = None
    """In welke functie het is ondertekend; leeg is niet."""
    plan: Stuk | None = None
    """Het plan."""


class Deeloordeel(Deel):
    """The judgement on one point, criterion or shortcoming."""

    onderdeel: Onderdeelid
    """De tekortkoming of het punt."""
    criterium: Slug | None = None
    """Het criterium, zoals uitvoerbaar of deskundigheidsniveau."""
    oordeel: Literal["ja", "nee", "deels", "onbekend"]
    """Of het is hersteld of voldoet."""
    bewijs: Tekst
    """Waarop het oordeel berust."""


class Beoordeling(Feit):
    """The judgement on recovery, a plan, or a measure's effect."""

    bij: Verwijzing
    """Wat is beoordeeld."""
    over: Literal["herstel", "verbeterplan", "reactie", "effect", "uitvoering"]
    """Wat voor oordeel het is."""
    oordelen: tuple[Deeloordeel, ...]
    """De oordelen, per tekortkoming of punt."""
    besloten_door: Persoonsid
    """Wie oordeelde."""


class Herstel(Feit):
    """The provider reports recovery; judging it is another fact."""

    bij: Verwijzing
    """De maatregel of tekortkoming."""
    tekortkomingen: tuple[Tekortkomingid, ...]
    """Waarover het bericht gaat."""
    inhoud: Tekst
    """Wat de aanbieder meldt."""


class Bezwaar(Feit):
    """An objection under the contract."""

    bij: Verwijzing
    """De maatregel waartegen bezwaar is gemaakt."""
    verzonden: Datum | None = None
    """De dag waarop het is verzonden."""
    ontvangen: Datum
    """De dag waarop het binnenkwam."""
    tijd: Tijd | None = None
    """Hoe laat, als bewijs."""
    schriftelijk: JaNee
    """Of het schriftelijk is."""
    tegen: tuple[Tekortkomingid, ...] = ()
    """De tekortkomingen waartegen het zich richt; leeg is alle."""
    indiener: Literal["aanbieder", "gemachtigde", "ander", "onbekend"] | None = None
    """Wie het maakt: de aanbieder, een gemachtigde met zijn volmacht, of een ander; leeg is de
    aanbieder."""
    gronden: Tekst
    """De gronden van het bezwaar."""
    ingetrokken: Datum | None = None
    """De dag van intrekking, als die gelijk bekend is."""
    brief: Verwijzing | None = None
    """De brief of mail van de aanbieder."""


class NieuweDatum(Deel):
    """A new date for one shortcoming."""

    tekortkoming: Tekortkomingid
    """De tekortkoming."""
    uiterlijk: Datum
    """De nieuwe dag."""


class Weging(Deel):
    """One point of an objection, and our answer to it."""

    punt: Tekst
    """Wat de aanbieder aanvoert."""
    antwoord: Tekst
    """Wat wij daarvan vinden, en waarom."""


class Beslissing(Feit):
    """Our decision on an objection or dispute."""

    bij: Verwijzing
    """Het bezwaar of geschil."""
    uitkomst: Literal["gehandhaafd", "gewijzigd", "ingetrokken"]
    """Wat is beslist."""
    reden: Tekst
    """Waarom."""
    weging: tuple[Weging, ...] = ()
    """Per punt van het bezwaar ons antwoord; de reactie aan de aanbieder vraagt dit."""
    nieuwe_data: tuple[NieuweDatum, ...] = ()
    """De nieuwe dagen per tekortkoming."""
    besloten_door: Persoonsid
    """Wie besliste."""
    brief: Verwijzing | None = None
    """De brief met de beslissing."""


class Geschil(Feit):
    """A dispute about the step, and the talk at directors' level."""

    bij: Verwijzing
    """De maatregel of het bezwaar."""
    gesprek: Verwijzing | None = None
    """Het gesprek op directieniveau."""
    gehouden: Datum | None = None
    """De dag van het gesprek op directieniveau."""
    directie_opdrachtgever: Regel | None = None
    """Wie namens onze directie aanwezig was."""
    directie_aanbieder: Regel | None = None
    """Wie namens de directie van de aanbieder aanwezig was."""
    uitkomst: Tekst | None = None
    """De uitkomst."""


class Schorsing(Feit):
    """A measure was suspended by decision."""

    bij: Verwijzing
    """De maatregel."""
    tekortkomingen: tuple[Tekortkomingid, ...] = ()
    """Voor welke tekortkomingen; leeg is alle."""
    reden: Tekst
    """Waarom."""
    besloten_door: Persoonsid | None = None
    """Wie het besloot."""


class Hervatting(Feit):
    """A suspended measure runs again."""

    bij: Verwijzing
    """De maatregel of schorsing."""
    tekortkomingen: tuple[Tekortkomingid, ...] = ()
    """Voor welke tekortkomingen; leeg is alle."""
    nieuwe_data: tuple[NieuweDatum, ...] = ()
    """De nieuwe dagen."""
    reden: Tekst
    """Waarom."""
    besloten_door: Persoonsid | None = None
    """Wie het besloot."""


class Aanpassing(Feit):
    """A measure was changed: its share, scope or dates."""

    bij: Verwijzing
    """De maatregel."""
    geldelijk: Geldelijk | None = None
    """Het nieuwe bedrag of deel."""
    reikwijdte: Reikwijdte | None = None
    """De nieuwe reikwijdte."""
    nieuwe_data: tuple[NieuweDatum, ...] = ()
    """De nieuwe dagen."""
    tot: Datum | None = None
    """De nieuwe laatste dag van de maatregel."""
    reden: Tekst
    """Waarom."""
    besloten_door: Persoonsid | None = None
    """Wie het besloot."""


class Uitvoering(Feit):
    """What one municipality did to carry out a measure."""

    bij: Verwijzing
    """De maatregel."""
    gemeente: Gemeenteid
    """De gemeente."""
    gedaan: Tekst
    """Wat zij deed."""
    klaar: JaNee = "onbekend"
    """Of de uitvoering daar klaar is."""


class Opheffing(Feit):
    """A measure was lifted or withdrawn."""

    bij: Verwijzing
    """De maatregel."""
    wijze: Literal["opgeheven", "ingetrokken"]
    """Beëindigd omdat het doel is bereikt, of teruggenomen."""
    reden: Tekst
    """Waarom."""
    besloten_door: Persoonsid
    """Wie het besloot."""
    brief: Verwijzing | None = None
    """De brief waarmee het is meegedeeld."""


class Ingehouden(Deel):
    """An invoice that was due, and from which something was kept back."""

    nummer: Regel
    """Het factuurnummer."""
    bedrag: Som
    """Het bedrag van de factuur dat opeisbaar was."""


class Betaling(Feit):
    """Money on a measure: paid on a recovery or fine, or kept back under a suspension."""

    bij: Verwijzing
    """De maatregel."""
    bedrag: Som
    """Het bedrag."""
    wijze: Literal["betaald", "verrekend", "creditnota", "ingehouden", "uitbetaald"]
    """Hoe: door de aanbieder voldaan, of bij een opschorting door ons ingehouden en later
    uitbetaald."""
    van: tuple[Ingehouden, ...] = ()
    """Bij inhouden: van welke facturen, met hun hele bedrag."""


class Factuurregel(Deel):
    """One invoice on a recovery list."""

    nummer: Regel
    """Het factuurnummer."""
    factuurdatum: Datum | None = None
    """De factuurdatum."""
    betaald: Datum | None = None
    """De dag waarop deze factuur is betaald, als die vastligt."""
    bedrag: Som
    """Het bedrag dat wordt teruggevorderd."""
    grond: Regel
    """Waarom dit bedrag onrechtmatig is."""
    gemeente: Gemeenteid | None = None
    """De gemeente die betaalde."""


class Facturen(Feit):
    """The list of invoices behind a recovery."""

    bij: Verwijzing
    """De maatregel, of de opening als de lijst er eerder is."""
    regels: tuple[Factuurregel, ...]
    """De facturen."""


class Afstemming(Feit):
    """Alignment with the governing board."""

    bij: Verwijzing
    """De maatregel of het voorstel."""
    met: Regel
    """Met wie."""
    relevant: JaNee
    """Of afstemming relevant was."""
    uitkomst: Tekst
    """De uitkomst."""
    instemming: JaNee | None = None
    """Of wie het betreft instemt, als het contract daarom vraagt."""


class Restpunt(Deel):
    """What becomes of one shortcoming that was not cured when the case closed."""

    tekortkoming: Tekortkomingid
    """De tekortkoming."""
    wat: Tekst
    """Wat ermee gebeurt: een vordering die blijft, een andere weg, of waarom wij haar laten
    rusten."""


class Sluiting(Feit):
    """The case was closed; all its measures end."""

    reden: Tekst
    """Waarom de escalatie is gesloten."""
    hersteld: JaNee
    """Of alles is hersteld."""
    rest: tuple[Restpunt, ...] = ()
    """Als niet alles is hersteld: wat er van elke tekortkoming wordt."""
    besloten_door: Persoonsid
    """Wie het besloot."""
    brief: Verwijzing | None = None
    """De brief waarmee het is meegedeeld."""


class Heropening(Feit):
    """The case was opened again; no earlier measure revives."""

    bij: Verwijzing
    """De sluiting."""
    reden: Tekst
    """Waarom."""
    signalen: tuple[Verwijzing, ...] = ()
    """De nieuwe signalen."""
    besloten_door: Persoonsid
    """Wie het besloot."""
