"""Floor 2, regime: one contract's way of working as data, each element with its literal words."""

import re
from datetime import date
from functools import cache
from typing import Literal, Self, get_args

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit, Grond, Kaart
from clm_cli.records.brief import Kanaal
from clm_cli.records.organisatie import Kalendernaam
from clm_cli.records.regimeregels import (
    Aankondigingsregel,
    Bedragregel,
    Cijferregel,
    Directregel,
    Duurregel,
    Gespreksregel,
    Hoorregel,
    Klassenregel,
    Plafond,
    Planregel,
    Tekenregel,
)
from clm_cli.records.velden import (
    Briefnaam,
    Datum,
    Geheel,
    Getal,
    Grondslag,
    JaNee,
    Maanddag,
    Niveau,
    Onderdeelnaam,
    Onderwerpuit,
    Regel,
    Regimeid,
    Slug,
    Tekst,
    Termijn,
    Termijnsoort,
    Voorwaardenaam,
    weiger,
)

Aard = Literal["moet", "kan", "streven"]
"""What the clause does: oblige, allow, or state an aim."""
Aanzet = Literal["opdrachtgever", "aanbieder", "beide"]
"""Which party has to act."""
Begin = Literal[
    "gesprek",
    "gedeeld",
    "verzending",
    "ontvangst",
    "ontvangst-bezwaar",
    "geschil",
    "ingang",
    "einde",
    "ontvangst-plan",
    "plan-goedgekeurd",
    "ontvangst-reactie",
    "herstel-uitgebleven",
    "ontvangst-stuk",
]
"""The closed list of events that a term may start from; `einde` is the last day of the contract.
That day never counts."""
Briefplaats = Literal["afweging", "afwikkeling"]
"""Where a letter has room for a sentence of the contract's own."""
Laatstedag = Literal["volgende-werkdag", "niet", "vorige-werkdag"]
"""Where a term goes that ends on no working day."""
Schorst = Literal["schorst", "schorst-niet"]
"""What an objection does to the measure."""


Eindfeit = Literal[
    "reactie",
    "verbeterplan",
    "oordeel-plan",
    "herstelmelding",
    "hersteld",
    "afstemming",
    "gesprek",
    "maatregel",
]
"""The facts that end a term of the contract's own."""
Opzegdag = Literal["einde-maand", "einde-kwartaal", "einde-jaar"]
"""Against which days a contract can be ended by notice: the last of a calendar period."""
Termijngevolg = Literal[
    "goedgekeurd", "staat-vast", "vervallen", "stap-mogelijk", "stap-wacht", "afgekeurd"
]
"""What it does when a term passes without what was to be done, or as long as it runs."""


class Vraagregel(Deel):
    """A point that the contract settles itself, or leaves to the reading of an open question."""

    regel: str | None = None
    """Wat het contract op dit punt bepaalt."""
    vraag: Slug | None = None
    """De vraag waarvan het antwoord de regel is, als het contract dit openlaat."""

    @classmethod
    def keuzes(cls) -> tuple[str, ...]:
        """The rules that clm knows on this point."""
        return get_args(get_args(cls.model_fields["regel"].annotation)[0])


class Reeksregel(Vraagregel):
    """Whether each period of a run misses the same agreement."""

    regel: Literal["dezelfde", "elke"] | None = None


class Ontbreekregel(Vraagregel):
    """How a period without a figure counts."""

    regel: Literal["onbekend", "niet-gehaald"] | None = None


class Jaarregel(Vraagregel):
    """Of which year a basis is."""

    regel: Literal["vorig-kalenderjaar", "lopend-kalenderjaar", "laatste-twaalf-maanden"] | None = (
        None
    )


class Contractenregel(Vraagregel):
    """Whether a basis is of one contract or of all."""

    regel: Literal["contract", "aanbieder"] | None = None


class Btwregel(Vraagregel):
    """Whether a basis is with VAT."""

    regel: Literal["met", "zonder"] | None = None


class Tijdregel(Vraagregel):
    """What must have happened on the last day."""

    regel: Literal["verzonden", "ontvangen"] | None = None


class Laatstedagregel(Vraagregel):
    """Where a term of the other party ends whose last day is no working day."""

    regel: Literal["volgende-werkdag", "niet"] | None = None


class Schorsregel(Vraagregel):
    """What an objection does to the measure."""

    regel: Schorst | None = None


class Einderegel(Vraagregel):
    """What ends a suspension."""

    regel: Literal["vastgelegd-einde", "alleen-beslissing"] | None = None


class Stilstandregel(Vraagregel):
    """What a suspension does to a term of recovery."""

    regel: Literal["staat-stil", "loopt-door"] | None = None


class Zwijgregel(Deel):
    """What it does when an objection is not decided on in time."""

    gevolg: Literal["toegewezen", "afgewezen"]
    """Of het bezwaar dan is toegewezen, zodat de maatregel vervalt, of is afgewezen."""
    grond: Grond
    """De bepaling."""


class Maatregelregel(Vraagregel):
    """Whether other measures than the named are allowed."""

    regel: Literal["toegestaan", "alleen-genoemde"] | None = None


class Lezingkeuze(Deel):
    """The answer to an open question under which something holds."""

    vraag: Slug
    """De open vraag."""
    keuze: Slug
    """Het antwoord waarbij het geldt."""


class Bron(Deel):
    """The contract text that the regime was read from."""

    titel: Regel
    """De titel van het document."""
    versie: Regel | None = None
    """De versie of datum van het document, voor zover bekend."""
    bestand: Regel | None = None
    """De bestandsnaam van de contracttekst; die tekst zelf hoort niet bij clm."""


class Onderdeel(Deel):
    """A named element of the contract, quoted."""

    id: Slug
    """Het kenmerk waarmee feiten en brieven dit onderdeel noemen."""
    titel: Regel
    """Hoe het onderdeel heet."""
    aard: Aard = "moet"
    """Of het contract dit verplicht, toestaat of nastreeft."""
    grond: Grond
    """De bepaling waarin het staat."""
    toelichting: Tekst | None = None
    """Uitleg bij de bepaling; dit zijn niet de woorden van het contract."""


class Uitgangspunt(Onderdeel):
    """A principle of the contract, or a duty, with the conditions by which instruments keep it."""

    bewaakt_door: tuple[Voorwaardenaam, ...] = ()
    """De voorwaarden waarmee instrumenten dit bewaken; zonder dat staat het er alleen."""


class Plicht(Uitgangspunt):
    """A standing obligation under the contract."""

    partij: Aanzet
    """Wie eraan gehouden is."""
    elke: Literal["maand", "kwartaal", "halfjaar", "jaar"] | None = None
    """Na afloop van welke periode telkens aan de plicht moet worden voldaan, zoals elk kwartaal;
    een rij van de verplichtingen die haar bij 'plicht' noemt, volgt die dagen."""
    telkens: Termijn | None = None
    """In plaats van 'elke', als het contract een andere tijd noemt: na hoe lang telkens, zoals
    2 maanden of 4 weken, geteld vanaf de eerste dag van de uitvoering."""
    binnen: Termijn | None = None
    """Binnen welke tijd na het einde van die periode."""

    @property
    def ritme(self) -> object | None:
        """How long each period is: one of the calendar, or a time of its own."""
        return self.elke or self.telkens

    @property
    def komt_terug(self) -> bool:
        """Whether the days on which it has to be met follow from the contract."""
        return self.ritme is not None and self.binnen is not None


class Contractpartij(Deel):
    """A party to the contract, by the words of the source."""

    partij: Literal["opdrachtgever", "aanbieder"]
    """De rol in de overeenkomst."""
    benaming: Regel
    """Hoe het contract deze partij noemt."""
    ook: tuple[Regel, ...] = ()
    """Andere woorden die het contract voor dezelfde partij gebruikt."""
    in_brieven: Regel | None = None
    """Hoe een brief deze partij noemt; leeg is 'de' met de benaming."""
    grond: Grond
    """De bepaling waarin deze partij zo heet."""


class Laddernaam(Deel):
    """What the contract calls its ladder."""

    benaming: Regel
    """Het woord van het contract."""
    in_brieven: Regel
    """Hetzelfde woord met zijn lidwoord, zoals het in brieven staat."""
    ook: tuple[Regel, ...] = ()
    """Andere woorden die het contract ervoor gebruikt."""
    grond: Grond
    """De bepaling waarin zij zo heet."""


class Kalenderregel(Deel):
    """What the contract says of working days and of a term that ends on none."""

    kalender: Kalendernaam | None = None
    """De kalender van het contract; leeg is die van de organisatie."""
    laatste_dag: Laatstedag | None = None
    """Waar een termijn eindigt waarvan de laatste dag geen werkdag is; leeg is op de volgende
    werkdag, en voor wat wij zelf moeten doen op de werkdag ervoor."""
    terug: Laatstedag | None = None
    """Hetzelfde voor een termijn die wordt teruggeteld, zoals een aanzegging; leeg is op de
    werkdag ervoor, of op de dag zelf als bij 'laatste_dag' 'niet' staat."""
    grond: Grond
    """De bepaling."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen waarop deze regel rust, zoals die over wat een werkdag is."""


class Vormregel(Deel):
    """What counts as written under the contract."""

    kanalen: tuple[Kanaal, ...]
    """De wegen waarlangs een bericht schriftelijk is; wat langs een andere weg gaat, begint geen
    termijn en telt niet als schriftelijk bezwaar."""
    grond: Grond
    """De bepaling."""


class Ontvangstregel(Deel):
    """When a message by some channels counts as received."""

    kanalen: tuple[Kanaal, ...]
    """De wegen waarvoor dit geldt."""
    na: Termijn | None = None
    """Zo lang na verzending of plaatsing; leeg is op de dag zelf."""
    bewijs: Literal["weerlegbaar", "vast"] = "weerlegbaar"
    """Of een andere dag van ontvangst kan blijken, of niet."""
    grond: Grond
    """De bepaling."""


class Doelgroep(Deel):
    """What the contract calls the people for whom the work is done."""

    benaming: Regel
    """Het woord van het contract, in het meervoud en zonder lidwoord, zoals leerlingen."""
    grond: Grond
    """De bepaling waarin zij zo heten."""

    @staticmethod
    def van(regime: "Regime") -> str:
        """How letters call them; a regime that has no word for them means all whom it is about."""
        return regime.doelgroep.benaming if regime.doelgroep else "de mensen om wie het gaat"


class Niveaudeel(Onderdeel):
    """One level of the contract management."""

    niveau: Niveau
    """Het niveau."""
    onderwerpen: tuple[Regel, ...] = ()
    """Waar dit niveau over gaat."""
    besluit_over: tuple[Slug, ...] = ()
    """De instrumenten waarover alleen op dit niveau wordt besloten."""
    eerst_sturen: JaNee = "nee"
    """Of maatregelen op dit niveau aantoonbaar te weinig moeten hebben geholpen voordat er wordt
    geëscaleerd."""


class Gespreksrol(Onderdeel):
    """A role at the talks."""

    partij: Literal["opdrachtgever", "aanbieder", "gemeente"]
    """Namens wie deze rol aanwezig is."""
    verplicht: JaNee
    """Of iemand in deze rol er altijd bij hoort te zijn."""
    voorzitter: JaNee = "nee"
    """Of deze rol het gesprek voorzit."""


class Onderwerpbron(Deel):
    """Where a dossier by itself says something of a subject."""

    onderwerp: Regel
    """Het onderwerp, zoals het bij het thema staat."""
    uit: Onderwerpuit
    """Waar clm kijkt: de beweging van de cijfers, de vergelijking met anderen, of alle cijfers er
    zijn, open signalen, open risico's, open acties, de afspraak over social return, of wat in het
    laatste gesprek over het thema is vastgesteld."""
    soorten: tuple[Slug, ...] = ()
    """Bij signalen: alleen van deze bronnen of over deze soorten; leeg is alle."""


class Thema(Onderdeel):
    """A fixed part of the agenda, with the subjects the contract suggests for it."""

    niveau: Niveau | None = None
    """Het niveau waarop dit thema thuishoort; leeg als het contract geen niveaus kent."""
    onderwerpen: tuple[Regel, ...]
    """De onderwerpen die het contract bij dit thema noemt; ze zijn richtinggevend."""
    volgt: tuple[Onderwerpbron, ...] = ()
    """Welke onderwerpen clm zelf in het dossier vindt; staat hier niets, dan let clm niet op de
    onderwerpen van dit thema."""

    @model_validator(mode="after")
    def _bekend(self) -> Self:
        for rij in self.volgt:
            if rij.onderwerp not in self.onderwerpen:
                raise weiger("REC107", f"'{rij.onderwerp}' is geen onderwerp van dit thema")
        return self


class Bevindingsvraag(Onderdeel):
    """A question that parties answer together about a finding."""


class Regimetermijn(Deel):
    """A term that the contract sets, or asks for without saying how long."""

    soort: Termijnsoort
    """Wat er binnen de termijn moet gebeuren."""
    titel: Regel
    """Hoe de termijn in de werklijst heet."""
    termijn: Termijn | None = None
    """De duur; leeg als het contract die aan de brief of het verzoek overlaat."""
    partij: Aanzet
    """Wie binnen de termijn moet of mag handelen."""
    begin: Begin | None = None
    """De gebeurtenis waarmee de termijn begint, als het contract die noemt."""
    vraag: Slug | None = None
    """De vraag waarvan de keuze het begin bepaalt, als het contract het begin openlaat."""
    terug: JaNee = "nee"
    """Of vanaf het begin wordt teruggeteld: bij een aanzegging, voor het einde van het contract of
    voor de gekozen dag van ingang."""
    tegen: Opzegdag | None = None
    """Bij een aanzegging vanaf de ingang: tegen welke dagen kan worden opgezegd; leeg is elke dag.
    Een termijn in maanden telt dan in hele kalendermaanden."""
    tegen_dagen: tuple[Maanddag, ...] = ()
    """Hetzelfde, als het contract vaste dagen noemt: als maand-dag, zoals 07-31."""
    minstens: Termijn | None = None
    """Bij een hersteltermijn: hoe lang hij volgens het contract ten minste is, als de brief de duur
    noemt."""
    instrumenten: tuple[Slug, ...] = ()
    """De instrumenten waarbij de termijn hoort; leeg als hij niet bij een maatregel hoort."""
    korter: Literal["acuut"] | None = None
    """Wanneer wij in een verzoek een kortere termijn mogen noemen: bij een vastgelegd acuut
    risico; leeg is nooit."""
    op_tijd: Tijdregel | None = None
    """Wat op de laatste dag moet zijn gebeurd: verzonden of ontvangen; leeg is niet gezegd."""
    recht: JaNee = "nee"
    """Of het een recht is dat na de termijn vervalt (ja) of een plicht (nee)."""
    gevolg: Regel
    """Wat er gebeurt als de termijn verstrijkt, in één zin."""
    naam: Slug | None = None
    """Bij een eigen termijn: zijn kenmerk."""
    stuk: Briefnaam | None = None
    """Bij een begin 'ontvangst-stuk': de soort brief bij de maatregel waarmee de termijn begint."""
    tot: Eindfeit | None = None
    """Bij een eigen termijn: wat er binnen de termijn moet gebeuren en hem beëindigt."""
    daarna: Termijngevolg | None = None
    """Wat het contract aan het verstrijken verbindt, als clm dat moet uitvoeren."""
    stappen: tuple[Slug, ...] = ()
    """De instrumenten die na het verstrijken pas kunnen, dan niet meer, of niet zolang de termijn
    loopt; elk daarvan heeft de voorwaarde termijn-laat-toe."""
    zelfde: JaNee = "nee"
    """Of voor die instrumenten alleen de termijn telt van een maatregel voor dezelfde
    tekortkoming."""
    aard: Aard = "moet"
    """Of het contract dit verplicht, toestaat of nastreeft."""
    grond: Grond
    """De bepaling waarin de termijn staat."""

    @property
    def wie(self) -> Literal["wij", "aanbieder", "beide"]:
        """Who has to act, as the werklijst says it: us, or the other party by its name."""
        return "wij" if self.partij == "opdrachtgever" else self.partij


class Aanleiding(Onderdeel):
    """What starts the escalation under this contract."""

    soort: Literal["reeks", "signaal", "gebeurtenissen", "tekortkomingen", "medewerking"]
    """Een reeks perioden onder de afspraak, een signaal, een aantal gebeurtenissen, een aantal
    tekortkomingen in dezelfde verplichting, of te weinig medewerking."""
    aantal: Geheel | None = None
    """Bij een reeks: hoeveel perioden onder de afspraak; bij gebeurtenissen en tekortkomingen:
    hoeveel."""
    venster: Geheel | None = None
    """Bij een reeks: van hoeveel laatste perioden; gelijk aan het aantal betekent: achter
    elkaar."""
    periode: Literal["maand", "kwartaal", "halfjaar", "jaar"] | None = None
    """Bij een reeks: de lengte van één periode."""
    kpis: tuple[Slug, ...] = ()
    """Bij een reeks: voor welke kpi's uit de catalogus; leeg is alle met een norm, en ook wat
    zonder cijfer is beoordeeld."""
    drempel: Getal | None = None
    """Bij een reeks: de grens waaronder (of bij lager is beter: waarboven) een periode telt, als
    dat een andere is dan de norm; leeg is de norm."""
    zelfde: Reeksregel | None = None
    """Bij een reeks: of steeds dezelfde afspraak niet moet zijn gehaald (ook als dit leeg is),
    of elke keer een."""
    ontbreekt: Ontbreekregel | None = None
    """Bij een reeks: hoe een periode zonder cijfer telt; leeg is onbekend."""
    soorten: tuple[Slug, ...] = ()
    """Bij een signaal of gebeurtenissen: welke soorten signaal."""
    andere: JaNee = "nee"
    """Bij een signaal: of elk ander signaal ook telt, omdat het contract de soorten als voorbeelden
    noemt."""
    binnen: Termijn | None = None
    """Bij gebeurtenissen: in welke tijd, teruggeteld vanaf de dag waarop wordt gekeken. Bij
    tekortkomingen: in welke tijd, teruggeteld vanaf de laatste tekortkoming die meetelt."""
    kalenderjaar: JaNee = "nee"
    """Bij gebeurtenissen en tekortkomingen: of alleen telt wat in hetzelfde kalenderjaar was."""

    @property
    def nodig(self) -> int:
        """How many it takes: one where that was not filled in."""
        return self.aantal or 1

    @property
    def terug(self) -> int:
        """Of how many last periods: as many as it takes where that was not filled in."""
        return self.venster or self.nodig


class Maximum(Deel):
    """An upper limit to an amount."""

    procent: Getal
    """Het hoogste percentage."""
    over: Slug
    """De grondslag waarover het percentage wordt genomen."""
    per: Literal["jaar", "factuur", "maatregel"] = "maatregel"
    """Waarover het maximum geldt; per jaar tellen eerdere bedragen van dat jaar mee."""
    apart: Lezingkeuze | None = None
    """Het antwoord waarbij eerdere bedragen van het jaar toch niet meetellen."""
    jaar: Jaarregel | None = None
    """Van welk jaar de grondslag is."""
    contracten: Contractenregel | None = None
    """Of het om dit contract gaat (ook als dit leeg is) of om alle contracten van de aanbieder."""
    btw: Btwregel | None = None
    """Of de grondslag met of zonder btw is."""


class Lezingvoorwaarde(Deel):
    """What a reading of the contract does to one condition."""

    voorwaarde: Voorwaardenaam
    """De voorwaarde."""
    vraag: Slug
    """De open vraag waarvan het antwoord beslist."""
    keuze: Slug
    """Het antwoord waarbij dit geldt."""
    wordt: Literal["hard", "gemotiveerd", "vervalt"]
    """Wat er dan met de voorwaarde gebeurt."""


class Spoedregel(Deel):
    """Where the contract lets a party act at once; the hearing then follows."""

    grond: Grond
    """De bepaling die per direct handelen toestaat."""
    lezing: Lezingkeuze | None = None
    """Het antwoord waarbij het ook vóór het horen mag, als dat een open vraag is."""
    noodzaak: JaNee = "nee"
    """Of het alleen mag als de maatregel nodig is voor veiligheid of tegen verdere fraude."""
    acuut: JaNee = "nee"
    """Of het alleen mag bij een acuut gevaar dat met zijn feiten is vastgelegd."""
    alsnog: Termijn | None = None
    """Binnen welke tijd na de ingang dan alsnog wordt gehoord; leeg is ons beleid."""


class Schorsingsregel(Deel):
    """What an objection does to one instrument that is set apart from the rule of the contract."""

    regel: Schorst
    """Of een bezwaar dit instrument opschort, ook als het te laat is."""
    alleen: tuple[Grondslag, ...] = ()
    """Geldt alleen als de tekortkomingen niet verder gaan dan deze soorten; leeg is altijd."""
    lezing: Lezingkeuze | None = None
    """Het antwoord waarbij dit geldt, als het contract het openlaat."""
    grond: Grond | None = None
    """De bepaling, als het contract dit zelf regelt."""


class Voorwaarden(Deel):
    """What an instrument requires, by names from the closed list of conditions."""

    hard: tuple[Voorwaardenaam, ...] = ()
    """Zonder deze voorwaarden wordt het instrument geweigerd."""
    gemotiveerd: tuple[Voorwaardenaam, ...] = ()
    """Van deze voorwaarden mag worden afgeweken met een vastgelegde reden."""
    lezingen: tuple[Lezingvoorwaarde, ...] = ()
    """Voorwaarden die door een lezing van het contract harder of losser worden, of vervallen."""

    @property
    def alle(self) -> tuple[str, ...]:
        """Both kinds, as the regime has them before any reading."""
        return (*self.hard, *self.gemotiveerd)


class Vereiste(Deel):
    """An instrument that has to come first."""

    instrument: Slug
    """Het instrument dat eerst moet zijn doorlopen."""


class Instemming(Deel):
    """Somebody who has to agree before an instrument is used."""

    wie: Regel
    """Wie moet instemmen, zoals het bij een afstemming achter 'met' staat."""
    per_gemeente: JaNee = "nee"
    """Of dat voor elke gemeente van de maatregel geldt: achter 'met' staat dan van welke."""
    grond: Grond
    """De bepaling."""


class Maatregelgrond(Onderdeel):
    """A ground or reason that the contract names for an instrument."""

    vervalt_na_herstel: JaNee = "nee"
    """Of deze grond niet meer klopt zodra de tekortkoming hersteld is geoordeeld."""


class Regimeinstrument(Deel):
    """One instrument of a trede, with its own conditions and letter."""

    instrument: Slug
    """De naam van het instrument."""
    titel: Regel
    """Hoe het instrument in overzichten en brieven heet."""
    aard: Aard
    """Of het contract dit instrument verplicht, toestaat of nastreeft."""
    grond: Grond | None = None
    """De bepaling van dit instrument, als zij een andere is dan die van de trede."""
    voorwaarden: Voorwaarden = Voorwaarden()
    """Wat voor dit instrument is vereist."""
    aanleidingen: tuple[Slug, ...] = ()
    """Welke aanleidingen dit instrument kunnen dragen; leeg is elke."""
    bewijs: tuple[Slug, ...] = ()
    """Welk bewijs dit instrument kan dragen: de namen die bij de vormen van bewijs achter
    'hoort_bij' staan, en niet de vormen zelf."""
    maximum: Maximum | None = None
    """Het maximum van het bedrag."""
    bedrag: Bedragregel | None = None
    """Hoe het contract het bedrag uitrekent, als het dat doet."""
    na: Vereiste | None = None
    """Welk instrument vooraf moet gaan."""
    vaststellers: tuple[Regel, ...] = ()
    """Wie de grond kan vaststellen, als het contract dat bepaalt."""
    instemming: tuple[Instemming, ...] = ()
    """Wie vooraf moeten instemmen; leeg is niemand."""
    risico: tuple[Grondslag, ...] = ()
    """Waarvoor er een risico moet zijn; leeg is elke soort tekortkoming."""
    plan: Planregel | None = None
    """Wat het contract wil van het plan dat met dit instrument wordt gevraagd: zijn onderdelen, wie
    tekent, en of het na afkeuring kan worden hersteld."""
    duur: Duurregel | None = None
    """Hoe lang de maatregel duurt en waarmee die eindigt."""
    nieuwe_reeks: Lezingkeuze | None = None
    """Het antwoord waarbij alleen perioden van na de opening dit instrument dragen."""
    zorglandschap: JaNee = "nee"
    """Of bij dit instrument hoort te staan wat het voor het zorglandschap betekent, ook waar dat
    geen voorwaarde is."""
    contact: JaNee = "nee"
    """Of dit instrument vaker contact en extra gesprekken is; de maatregel zegt dan welke."""
    gronden: tuple[Maatregelgrond, ...] = ()
    """De gronden of redenen die het contract voor dit instrument noemt."""
    eigen_gronden: JaNee = "nee"
    """Of ook een eigen grond kan, omdat het contract alleen voorbeelden noemt."""
    spoed: Spoedregel | None = None
    """Of het instrument per direct kan, vóór het horen."""
    schorsing: Schorsingsregel | None = None
    """Wat een bezwaar met dit instrument doet, als dat anders is dan in de bezwaarregeling."""
    brief: Briefnaam
    """De soort brief die erbij hoort, of 'geen'."""


class Trede(Deel):
    """One step of the ladder."""

    trede: Geheel
    """Het nummer van de trede; 0 staat buiten de treden: wat daar staat, kan altijd, en telt niet
    in hun volgorde."""
    titel: Regel
    """De naam van de trede in het contract."""
    formeel: JaNee
    """Of het een formele maatregel is."""
    grond: Grond
    """De bepaling van deze trede."""
    aankondiging: Aankondigingsregel | None = None
    """Hoe lang van tevoren een maatregel van deze trede wordt aangekondigd."""
    horen: Hoorregel | None = None
    """Hoe voor deze trede wordt gehoord, als dat anders is dan ons beleid."""
    ondertekening: Tekenregel | None = None
    """Wie brieven over een maatregel van deze trede ondertekent, als dat een ander is dan bij onze
    andere brieven."""
    instrumenten: tuple[Regimeinstrument, ...]
    """De instrumenten van deze trede."""


class Bewijsvorm(Onderdeel):
    """A form of evidence with the elements that have to be shown."""

    hoort_bij: Slug
    """De zware grond waarvan dit een vorm is, zoals fraude."""
    elementen: tuple[Regel, ...]
    """Wat afzonderlijk moet worden aangetoond."""
    aantal: Geheel = 1
    """Hoeveel stukken van deze vorm er ten minste moeten zijn."""
    verschillend: JaNee = "nee"
    """Of zij van verschillende personen moeten zijn (bij het bewijs: van)."""
    binnen: Termijn | None = None
    """In welke tijd zij bij elkaar moeten liggen; leeg is geen grens."""
    hoogstens_oud: Termijn | None = None
    """Hoe oud een stuk ten hoogste is op de dag van het besluit, geteld vanaf de dag waarop het is
    vastgesteld; leeg is geen grens."""
    vaststellers: tuple[Regel, ...] = ()
    """Wie dit vaststelt, alleen als het contract dat zegt."""
    gemeenten_noemen: JaNee = "nee"
    """Of de gemeenten moeten worden genoemd van wie de ervaringen zijn."""


def erkend(vaststellers: tuple[str, ...], wie: str | None) -> bool:
    """Whether a body is one of those named: by its name, its short name, or of which municipality.

    The whole text is the name: a report to a body is no finding by it. Nobody named is anybody.
    """
    return not vaststellers or (wie is not None and any(_is(v, wie) for v in vaststellers))


def van_welke(vaststellers: tuple[str, ...], wie: str | None) -> str | None:
    """Of which municipality a named body is, as it was typed; None where none was named."""
    # J48: 'een gemeentelijk toezichthouder' is one of some municipality, which may be named.
    van = (_achter(v, wie) for v in vaststellers if wie)
    return next((gevonden["naam"] for gevonden in van if gevonden), None)


_VAN_GEMEENTE = r"(?i) (van )?(de )?(gemeente )?(?P<naam>['’]?[a-z][\w'’ -]*)"


def _is(vaststeller: str, wie: str) -> bool:
    naam, _, kort = vaststeller.partition("(")
    namen = {vaststeller.casefold(), naam.strip().casefold(), kort.strip(" )").casefold()} - {""}
    return " ".join(wie.split()).casefold() in namen or _achter(vaststeller, wie) is not None


def _achter(vaststeller: str, wie: str) -> re.Match[str] | None:
    naam, gekozen = vaststeller.strip(), " ".join(wie.split())
    if "(" in naam or not gekozen.casefold().startswith(naam.casefold()):
        return None
    return re.fullmatch(_VAN_GEMEENTE, gekozen[len(naam) :])


class Preventiemaatregel(Onderdeel):
    """A preventive measure that the contract names."""

    mits: Lezingkeuze | None = None
    """Het antwoord waarbij deze maatregel mag worden gebruikt, als dat een open vraag is."""


class Overslaanregel(Deel):
    """What the contract asks of skipping treden."""

    mag: JaNee = "ja"
    """Of treden met ernst en reden kunnen worden overgeslagen."""
    treden: tuple[Geheel, ...] = ()
    """Welke treden mogen worden overgeslagen; leeg is elke."""
    hoogstens: Geheel | None = None
    """Hoeveel treden één besluit ten hoogste overslaat; leeg is geen grens."""
    hoogstens_samen: Geheel | None = None
    """Hoeveel treden in één escalatie ten hoogste worden overgeslagen; leeg is geen grens."""
    waarvoor: tuple[Grondslag, ...] = ()
    """Voor welke soorten tekortkoming treden mogen worden overgeslagen, zoals alleen veiligheid;
    leeg is elke."""
    direct: Directregel | None = None
    """Welke treden bij acuut gevaar direct kunnen, zonder deze grenzen."""
    ook: tuple[Grond, ...] = ()
    """Andere bepalingen over overslaan."""
    kpis: Lezingkeuze | None = None
    """Het antwoord waarbij ook moet worden genoemd welke KPI's niet zijn gehaald."""
    grond: Grond
    """De bepaling."""


class Bezwaarregeling(Deel):
    """What an objection does; the term for it stands among the terms."""

    grond: Grond
    """De bepaling over wat een bezwaar doet."""
    schriftelijk: JaNee = "ja"
    """Of een bezwaar schriftelijk moet zijn."""
    op_tijd: Tijdregel
    """Wat op de laatste dag moet zijn gebeurd."""
    tijdig: Schorsregel
    """Of een bezwaar dat op tijd is de maatregel opschort."""
    te_laat: Schorsregel
    """Of een bezwaar dat te laat is de maatregel opschort."""
    einde: Einderegel
    """Waarmee de opschorting eindigt: ook door het gesprek of intrekking, of alleen door een
    beslissing."""
    hersteltermijn: Stilstandregel
    """Wat de opschorting met een hersteltermijn doet."""
    andere_termijnen: Stilstandregel | None = None
    """Wat de opschorting met de andere termijnen van de maatregel doet; leeg is: zij lopen door."""
    zwijgen: Zwijgregel | None = None
    """Wat volgt als niet op tijd op het bezwaar is beslist; de termijn staat bij de termijnen, als
    soort beslissing."""


class Keuze(Deel):
    """One possible answer to an open question."""

    keuze: Slug
    """De naam van het antwoord; bij een termijn de gebeurtenis waarmee hij begint."""
    tekst: Regel
    """Wat dit antwoord inhoudt."""


class Vraag(Deel):
    """What the contract leaves open, or says in two ways; a lezing answers it."""

    id: Slug
    """Het kenmerk van de vraag; een lezing noemt het."""
    soort: Literal["open", "tegenspraak", "verschrijving", "verwijzing"]
    """Wat er met de bepaling aan de hand is."""
    tekst: Regel
    """De vraag in één zin."""
    grond: Grond
    """De bepaling waarover de vraag gaat."""
    keuzes: tuple[Keuze, ...] = ()
    """De mogelijke antwoorden."""
    voorstel: Slug | None = None
    """Het antwoord dat zonder lezing wordt gebruikt; leeg betekent: eerst vragen."""
    notitie: JaNee = "nee"
    """Of het antwoord in clm niets verandert: dan is het een aantekening voor wie leest."""
    gevolg: Tekst
    """Wat er van het antwoord afhangt."""


class Stilte(Deel):
    """A subject on which the contract says nothing."""

    onderwerp: Slug
    """Het onderwerp, zoals boete of verslagtermijn."""
    tekst: Regel
    """Wat er niet is geregeld, in één zin."""


class NietIngezien(Deel):
    """A document that the contract refers to and that the regime was made without."""

    stuk: Regel
    """Het stuk waarnaar wordt verwezen."""
    grond: Grond
    """De bepaling met de verwijzing."""


class Verslageis(Deel):
    """What a report must hold."""

    id: Slug
    """Het kenmerk van de eis aan het verslag."""
    titel: Regel
    """Wat er in het verslag hoort te staan."""
    grond: Grond
    """De bepaling."""


class Briefeis(Deel):
    """What a letter must hold by this contract."""

    element: Onderdeelnaam
    """Het onderdeel van de brief; clm kent er veel, een andere naam vraagt een eigen tekst bij
    de brief."""
    titel: Regel | None = None
    """Hoe het onderdeel heet, als clm het niet kent."""
    grond: Grond
    """De bepaling die het vraagt."""


class Regimebrief(Deel):
    """A kind of letter under this contract, with what the contract wants in it."""

    brief: Briefnaam
    """De soort brief."""
    titel: Regel | None = None
    """Hoe de brief onder dit contract heet; leeg is zoals clm de soort noemt."""
    elementen: tuple[Briefeis, ...]
    """Wat er volgens het contract in staat."""


class Briefzin(Deel):
    """A sentence that our letters say under this contract, and under no other."""

    plaats: Briefplaats
    """Waar in de brieven de zin staat."""
    tekst: Regel
    """De zin zelf."""
    grond: Grond | None = None
    """De bepaling waarop de zin berust; leeg als het contract het niet zegt en het onze eigen
    woorden zijn."""


class Regime(Kaart):
    """One contract as data; dated, superseded and never edited once a contract uses it."""

    id: Slug
    """De naam van het regime, gelijk aan de bestandsnaam; contracten noemen haar precies zo."""
    titel: Regel
    """De titel van het contractmodel."""
    geldig_vanaf: Datum
    """Vanaf welke dag dit regime kan worden gebruikt."""
    vervangt: Slug | None = None
    """Het eerdere regime dat hierdoor wordt opgevolgd."""
    bron: Bron
    """De contracttekst."""
    partijen: tuple[Contractpartij, ...] = ()
    """De partijen, in de woorden van het contract."""
    ladder: Laddernaam | None = None
    """Hoe het contract de treden samen noemt."""
    doelgroep: Doelgroep | None = None
    """Hoe het contract de mensen noemt voor wie wordt gewerkt; leeg is 'de mensen om wie het
    gaat'."""
    ambitie: Onderdeel | None = None
    """De gedeelde ambitie waarbij elk gesprek begint, als het contract die kent."""
    leidraad: tuple[Onderdeel, ...] = ()
    """De werken en methoden waarnaar het contract zich richt."""
    niveaus: tuple[Niveaudeel, ...] = ()
    """De niveaus van het contractmanagement, als het contract die kent."""
    gesprekken: Gespreksregel | None = None
    """Hoe vaak partijen elkaar spreken; leeg is dat het ritme uit de classificatie volgt."""
    rollen: tuple[Gespreksrol, ...] = ()
    """Wie bij de gesprekken aanwezig zijn."""
    themas: tuple[Thema, ...] = ()
    """De vaste onderdelen van de agenda."""
    bevindingsvragen: tuple[Bevindingsvraag, ...] = ()
    """De vragen bij een bevinding."""
    verslageisen: tuple[Verslageis, ...] = ()
    """Wat een verslag vermeldt."""
    uitgangspunten: tuple[Uitgangspunt, ...] = ()
    """De uitgangspunten van samenwerking en escalatie."""
    verplichtingen: tuple[Plicht, ...] = ()
    """Doorlopende plichten die in ieder register onder dit regime gelden."""
    kalender: Kalenderregel | None = None
    """Wat het contract zegt over werkdagen en over een laatste dag die geen werkdag is."""
    vrije_laatste_dag: Laatstedagregel | None = None
    """Waar een termijn van de wederpartij eindigt op een dag die geen werkdag is, als het contract
    dat openlaat; wat wij zelf moeten doen, is er dan de werkdag ervoor."""
    schriftelijk: Vormregel | None = None
    """Wat schriftelijk is; leeg als het contract dat niet zegt."""
    ondertekening: Tekenregel | None = None
    """Wie onze brieven ondertekent, als het contract dat zegt; een trede kan het anders zeggen."""
    ontvangst: tuple[Ontvangstregel, ...] = ()
    """Wanneer een bericht als ontvangen geldt; waar het contract zwijgt, geldt ons eigen beleid."""
    termijnen: tuple[Regimetermijn, ...] = ()
    """De termijnen van het contract."""
    cijferregels: tuple[Cijferregel, ...] = ()
    """Wat het contract zegt over cijfers, voordat zij met hun norm worden vergeleken."""
    signaalsoorten: tuple[Onderdeel, ...] = ()
    """De soorten signaal die het contract noemt."""
    eigen_signalen: JaNee = "nee"
    """Of ook andere soorten signaal zijn toegestaan."""
    tekortkomingen: tuple[Onderdeel, ...] = ()
    """De soorten tekortkoming die het contract noemt."""
    maatregelen: tuple[Preventiemaatregel, ...] = ()
    """De preventieve maatregelen."""
    eigen_maatregelen: Maatregelregel | None = None
    """Of ook andere preventieve maatregelen kunnen; leeg is alleen de genoemde."""
    aanleidingen: tuple[Aanleiding, ...] = ()
    """Wat de escalatie in werking zet."""
    treden: tuple[Trede, ...] = ()
    """De treden van de escalatie. Kent het contract maatregelen zonder treden, dan staan zij onder
    één trede: clm noemt er dan geen."""
    overslaan: Overslaanregel | None = None
    """Wat het contract vraagt bij het overslaan van treden; leeg is alleen ernst en reden."""
    plafonds: tuple[Plafond, ...] = ()
    """Wat de bedragen van enkele instrumenten in een jaar samen ten hoogste zijn."""
    klassen: Klassenregel | None = None
    """De klassen van het contract, uitgerekend uit het register; leeg als het die niet kent."""
    noodzaak: Onderdeel | None = None
    """Waarvoor een maatregel nodig kan zijn, waardoor een bezwaar die niet opschort; leeg als
    het contract dat niet kent."""
    bezwaar: Bezwaarregeling | None = None
    """Wat een bezwaar doet, als het contract bezwaar kent."""
    bewijsvormen: tuple[Bewijsvorm, ...] = ()
    """De kaders voor bewijs bij de zwaarste treden."""
    brieven: tuple[Regimebrief, ...] = ()
    """Wat het contract in zijn brieven wil zien."""
    briefzinnen: tuple[Briefzin, ...] = ()
    """Zinnen die onze brieven onder dit contract zeggen."""
    vragen: tuple[Vraag, ...] = ()
    """Wat het contract openlaat of tegenspreekt."""
    zwijgt_over: tuple[Stilte, ...] = ()
    """Waarover het contract niets regelt."""
    niet_ingezien: tuple[NietIngezien, ...] = ()
    """Stukken waarnaar wordt verwezen en die niet zijn ingezien."""

    @staticmethod
    @cache
    def onbekend() -> "Regime":
        """The regime of a contract whose regime was not found: it says nothing on anything."""
        bron = Bron.model_construct(titel="")
        return Regime.model_construct(
            id="", titel="", geldig_vanaf=date.max, bron=bron, partijen=()
        )

    @property
    def instrumenten(self) -> tuple[Regimeinstrument, ...]:
        """The instruments of all its treden."""
        return tuple(i for trede in self.treden for i in trede.instrumenten)

    @property
    def kent_treden(self) -> bool:
        """Whether its measures stand above each other: on one trede alone they stand in a row."""
        return sum(trede.trede > 0 for trede in self.treden) != 1

    def tekenregel(self, trede: int | None) -> Tekenregel | None:
        """Who signs a letter: the rule of the trede it acts on, else that of all our letters."""
        eigen = (rij.ondertekening for rij in self.treden if rij.trede == trede)
        return next((rij for rij in eigen if rij), self.ondertekening)

    def __bool__(self) -> bool:
        """Whether it is known."""
        return bool(self.id)


class Lezing(Feit):
    """The organisation's answer to an open question of a regime.

    A newer one on the same question goes first.
    """

    regime: Regimeid
    """Het regime waarover de vraag gaat."""
    vraag: Slug
    """Het kenmerk van de vraag in het regime."""
    keuze: Slug
    """Het gekozen antwoord, een van de keuzes bij de vraag."""
    reden: Tekst
    """Waarom zo wordt gelezen."""
    status: Literal["vastgesteld", "voorbeeld"] = "vastgesteld"
    """'voorbeeld' zolang uw jurist de lezing nog moet vaststellen."""
