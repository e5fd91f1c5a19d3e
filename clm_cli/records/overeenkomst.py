"""Floor 2, overeenkomst: what many providers share, and one provider's contract with its facts."""

from typing import Literal, Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit, Kaart
from clm_cli.records.organisatie import Kalendernaam
from clm_cli.records.velden import (
    Datum,
    Dossierid,
    Gemeenteid,
    Getal,
    Id,
    JaNee,
    Kpiid,
    Onderwerpuit,
    Optieid,
    Overeenkomstid,
    Perceelid,
    PeriodeVeld,
    Persoonsid,
    Regel,
    Regimeid,
    Slug,
    Som,
    Tekst,
    Termijn,
    Termijnsoort,
    Themaid,
    Verwijzing,
    Zorgvormid,
    weiger,
)


class Normpad(Deel):
    """A step on the way to a norm, agreed by both parties."""

    vanaf: Datum
    """Vanaf wanneer deze tussenstap geldt."""
    waarde: Getal
    """De waarde die dan moet zijn bereikt."""
    afgesproken: Datum
    """De dag waarop beide partijen dit afspraken."""


class Norm(Deel):
    """The norm for one kpi: of a contract, or of all contracts of a lot or an overeenkomst."""

    kpi: Kpiid
    """De kpi uit kpis.yaml."""
    norm: Getal | None = None
    """De norm, in de eenheid van de kpi; leeg als er alleen wordt geduid. Bij een nulmeting, trend
    of vergelijking: hoeveel beter dan die het moet zijn, 0 is niet slechter."""
    nulmeting: PeriodeVeld | None = None
    """Bij een nulmeting: de periode waarvan het eigen cijfer het vertrekpunt is."""
    vanaf: Datum
    """Vanaf wanneer de norm geldt."""
    tot: Datum | None = None
    """De laatste dag waarop de norm geldt."""
    bron: Regel | None = None
    """Waar de norm staat."""
    pad: tuple[Normpad, ...] = ()
    """De afgesproken tussenstappen."""


class Perceel(Deel):
    """A lot of the tender."""

    id: Slug
    """Het kenmerk van het perceel, zoals p1."""
    titel: Regel
    """Hoe het perceel heet."""
    zorgvorm: Zorgvormid | None = None
    """De zorgvorm, als het perceel er één heeft."""
    normen: tuple[Norm, ...] = ()
    """De normen voor alle contracten op dit perceel."""


class Doelstelling(Deel):
    """An objective that the contract is to realise (J51)."""

    id: Slug
    """Het kenmerk van de doelstelling."""
    wat: Regel
    """Wat het contract moet bereiken."""


class Optie(Deel):
    """An option to extend."""

    id: Slug
    """Het kenmerk, zoals optie-1."""
    duur: Termijn
    """Hoe lang de verlenging duurt."""
    aanzeggen: Termijn | None = None
    """Hoe lang voor het einde de mededeling moet zijn ontvangen; leeg als het contract niets
    zegt."""
    grond: Regel | None = None
    """Het artikel, zoals 'art. 3.2'."""


class Looptijd(Deel):
    """The phases of a contract."""

    gunning: Datum | None = None
    """De dag van de gunning."""
    implementatie: Datum | None = None
    """De eerste dag van de implementatiefase."""
    uitvoering_van: Datum | None = None
    """De eerste dag van de uitvoeringsfase."""
    uitvoering_tot: Datum | None = None
    """De laatste dag, zonder verlengingen."""

    @model_validator(mode="after")
    def _volgorde(self) -> Self:
        dagen = [
            d
            for d in (self.gunning, self.implementatie, self.uitvoering_van, self.uitvoering_tot)
            if d
        ]
        if dagen != sorted(dagen):
            raise weiger(
                "REC145",
                "gunning, implementatie, begin en einde van de uitvoering staan niet op volgorde",
            )
        return self


class Termijnafwijking(Deel):
    """A term of the regime that this contract sets otherwise."""

    termijn: Termijnsoort
    """Welke termijn anders is."""
    naam: Slug | None = None
    """Bij een eigen termijn van het regime: zijn naam daar; leeg is elke termijn van deze soort."""
    wordt: Termijn | None = None
    """De afgesproken duur."""
    kalender: Kalendernaam | None = None
    """De afgesproken kalender, als die anders is."""
    vanaf: Datum
    """Vanaf wanneer de afwijking geldt."""
    grond: Regel
    """Waar de afwijking staat."""


class Onderwerp(Deel):
    """A subject of the talks under an overeenkomst, and what says how it stands."""

    thema: Themaid
    """Het thema waar het bij hoort."""
    onderwerp: Regel
    """Een onderwerp uit het regime, of een eigen onderwerp."""
    kpis: tuple[Kpiid, ...] = ()
    """De kpi's die er iets over zeggen."""
    verplichtingen: tuple[Id, ...] = ()
    """De verplichtingen die er iets over zeggen, zoals V-03."""
    uit: tuple[Onderwerpuit, ...] = ()
    """Wat clm er zelf over vindt, zoals 'gesprek' als het alleen in het gesprek wordt besproken."""
    gebruikt: JaNee = "ja"
    """'nee' als het onderwerp hier niet op de agenda staat, met de reden in de toelichting."""
    toelichting: Regel | None = None
    """Waarom het onderwerp hier niet wordt gebruikt."""

    @model_validator(mode="after")
    def _reden(self) -> Self:
        if self.gebruikt == "nee" and self.toelichting is None:
            raise weiger("REC101", "zeg bij 'toelichting' waarom dit onderwerp niet wordt gebruikt")
        return self


ENKEL = {"zorgvormen": "zorgvorm", "percelen": "perceel"}
"""One of what a contract chooses under its overeenkomst."""


class Overeenkomst(Kaart):
    """What many providers share: the regime, the lots, the options."""

    titel: Regel
    """De titel van de (raam)overeenkomst."""
    regime: Regimeid
    """De precieze naam van het regime."""
    gesloten: Datum | None = None
    """De dag waarop de overeenkomst is gesloten."""
    gemeenten: tuple[Gemeenteid, ...]
    """De gemeenten namens wie zij is gesloten."""
    opdrachtgever: Literal["zelf", "namens"] | None = None
    """Of wij zelf opdrachtgever zijn, of handelen namens de gemeenten, met hun volmacht."""
    percelen: tuple[Perceel, ...] = ()
    """De percelen."""
    zorgvormen: tuple[Slug, ...] = ()
    """De zorgvormen of diensten."""
    looptijd: Looptijd
    """De fasen; een contract kan eigen dagen hebben."""
    opties: tuple[Optie, ...] = ()
    """De mogelijkheden tot verlenging."""
    doelstellingen: tuple[Doelstelling, ...] = ()
    """Wat het contract moet bereiken."""
    normen: tuple[Norm, ...] = ()
    """De normen voor alle contracten onder deze overeenkomst."""
    onderwerpen: tuple[Onderwerp, ...] = ()
    """Waar elk onderwerp van de gesprekken wordt gevolgd, en eigen onderwerpen."""
    afwijkingen: tuple[Termijnafwijking, ...] = ()
    """Termijnen die anders zijn dan in het regime."""

    @property
    def biedt(self) -> dict[str, tuple[str, ...]]:
        """By the field of a contract what it may choose there; nothing named is no limit."""
        return {"zorgvormen": self.zorgvormen, "percelen": tuple(rij.id for rij in self.percelen)}


class Artikel(Deel):
    """A clause of a contract document, quoted."""

    id: Id
    """Het kenmerk, zoals pve-6.2."""
    document: Slug
    """Het document."""
    titel: Regel | None = None
    """Hoe het document in brieven heet, zoals Programma van Eisen jeugdhulp."""
    versie: Regel
    """De versie van het document."""
    nummer: Regel
    """Het nummer, als tekst: 7.10."""
    tekst: Tekst
    """De letterlijke woorden."""
    bewaakt: JaNee = "onbekend"
    """Of iemand op naleving let; 'nee' met een reden in de toelichting."""
    toelichting: Regel | None = None
    """Waarom het niet hoeft te worden bewaakt."""
    kpi: Kpiid | None = None
    """De kpi waarmee de naleving wordt gemeten."""
    thema: Themaid | None = None
    """Het thema van de gesprekken waarin de naleving aan bod komt."""


class Artikelen(Kaart):
    """The quoted clauses of an overeenkomst."""

    artikelen: tuple[Artikel, ...]
    """De bepalingen."""


class Maximumbedrag(Deel):
    """The chosen base of a maximum."""

    over: Slug
    """De grondslag, zoals regionale-omzet."""
    jaar: Regel
    """Het jaar."""
    bedrag: Som
    """Het bedrag van de grondslag."""
    btw: Literal["met", "zonder", "vrijgesteld", "onbekend"]
    """Of btw is inbegrepen."""
    bron: Verwijzing
    """Waar het bedrag uit blijkt."""


class Contract(Kaart):
    """One provider's contract."""

    overeenkomst: Overeenkomstid
    """De overeenkomst waaronder dit contract valt."""
    nummer: Regel
    """Het contractnummer, als tekst."""
    zorgvormen: tuple[Slug, ...]
    """De zorgvormen of diensten."""
    percelen: tuple[Perceelid, ...] = ()
    """De percelen."""
    gemeenten: tuple[Gemeenteid, ...] = ()
    """De gemeenten; leeg is alle van de overeenkomst."""
    looptijd: Looptijd | None = None
    """De eigen fasen, voor zover die anders zijn dan in de overeenkomst."""
    opties: tuple[Optie, ...] = ()
    """De eigen opties, als die anders zijn."""
    normen: tuple[Norm, ...] = ()
    """De eigen normen; zij gaan voor die van het perceel, en die voor die van de overeenkomst."""
    afwijkingen: tuple[Termijnafwijking, ...] = ()
    """Afgesproken afwijkingen van het regime."""
    grondslagen: tuple[Maximumbedrag, ...] = ()
    """De gekozen grondslagen voor een maximum."""
    voortzetting_van: Verwijzing | None = None
    """Het contract dat hierdoor wordt voortgezet, met het dossier ervoor."""
    sroi: Regel | None = None
    """De afspraak over social return."""


class Verlenging(Feit):
    """An option was used."""

    optie: Optieid
    """Welke optie is gebruikt."""
    tot: Datum
    """De nieuwe laatste dag; standaard het einde tot dan toe, met de duur van de optie erbij."""
    reden: Tekst | None = None
    """Waarom de laatste dag een andere is dan uit de duur van de optie volgt."""
    meegedeeld: Datum | None = None
    """De dag waarop de mededeling is ontvangen."""
    brief: Verwijzing | None = None
    """De brief waarmee het is meegedeeld."""
    besloten_door: Persoonsid
    """Wie het heeft besloten."""


class NietVerlengd(Feit):
    """An option was not used, or a contract that would run on was not continued."""

    optie: Optieid | None = None
    """Welke optie niet is gebruikt; leeg als het contract zonder optie zou doorlopen."""
    reden: Tekst
    """Waarom niet."""
    besloten_door: Persoonsid
    """Wie het heeft besloten."""
    brief: Verwijzing | None = None
    """De brief waarmee het is meegedeeld."""
    escalatie: Verwijzing | None = None
    """De escalatie waar het bij hoort, als dat zo is."""


class Wijziging(Feit):
    """The contract was changed."""

    wat: Tekst
    """Wat is gewijzigd."""
    ingaat: Datum
    """De dag waarop de wijziging ingaat."""
    besloten_door: Persoonsid | None = None
    """Wie besloot om de wijziging voor te stellen of aan te gaan."""
    wijziging: Verwijzing | None = None
    """Het punt uit de lijst met gewenste wijzigingen."""


class Overname(Feit):
    """The contract passed to another provider."""

    naar: Dossierid
    """Het dossier van de nieuwe aanbieder."""
    ingaat: Datum
    """De dag waarop de overname ingaat."""
    grond: Regel
    """Waarop de overname berust."""
    toestemming: Datum | None = None
    """De dag waarop wij toestemden."""


class Einde(Feit):
    """The contract ended."""

    ingaat: Datum
    """De eerste dag waarop het contract niet meer geldt."""
    wijze: Literal["afloop", "opzegging", "ontbinding", "wederzijds", "overname"]
    """Hoe het is geëindigd; dit zijn verschillende rechtshandelingen."""
    reden: Tekst
    """Waarom."""
    brief: Verwijzing | None = None
    """De brief waarmee het is meegedeeld."""
    deel: Regel | None = None
    """Het deel dat eindigt, als niet alles eindigt."""
