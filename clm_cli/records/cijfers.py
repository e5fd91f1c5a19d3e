"""Floor 2, cijfers: the kpi catalogue, the figures as delivered, and turnover."""

from typing import Literal, Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit, Kaart, Stuk
from clm_cli.records.velden import (
    Contractid,
    Datum,
    Geheel,
    Gemeenteid,
    Getal,
    Kpiid,
    Omzetbedrag,
    Perceelid,
    PeriodeVeld,
    Regel,
    Slug,
    Tekst,
    Termijn,
    Verwijzing,
    Zorgvormid,
    weiger,
)
from clm_cli.tijd.periode import Lengte


class Kpi(Deel):
    """One indicator of the catalogue."""

    id: Slug
    """Het kenmerk; een gewijzigde definitie krijgt een nieuw kenmerk zodra er cijfers zijn."""
    titel: Regel
    """Hoe de kpi heet."""
    definitie: Tekst
    """Wat er precies wordt geteld."""
    eenheid: Regel
    """De eenheid, zoals %, dagen of aantal."""
    richting: Literal["hoger is beter", "lager is beter", "duiden"]
    """Wanneer een waarde beter is dan de norm."""
    normsoort: Literal["absoluut", "nulmeting", "trend", "vergelijking", "geen"] = "absoluut"
    """Waarmee de waarde wordt vergeleken: de norm zelf, een eerdere periode van de aanbieder
    (nulmeting), het vorige cijfer (trend), de andere aanbieders (vergelijking), of niets."""
    periode: Lengte
    """Hoe vaak er een cijfer is."""
    per: Literal["contract", "aanbieder"] = "contract"
    """'aanbieder' als het cijfer over de hele aanbieder gaat: het wordt dan één keer gevraagd en
    geldt voor al zijn contracten."""
    bron: Regel | None = None
    """Waar de cijfers vandaan komen."""
    aanlevering: Termijn | None = None
    """Binnen welke tijd na de periode het cijfer er hoort te zijn."""
    decimalen: Geheel | None = None
    """Met hoeveel decimalen het wordt getoond."""
    vervangt: Kpiid | None = None
    """De eerdere definitie."""
    tot: Datum | None = None
    """De laatste dag waarop deze definitie wordt gebruikt."""


class Kpis(Kaart):
    """The catalogue of indicators."""

    kpis: tuple[Kpi, ...]
    """De indicatoren."""


class Kolomkoppeling(Deel):
    """What the cells under one heading of a source mean."""

    kop: Regel
    """De kop zoals die in het bestand staat."""
    wordt: Literal[
        "aanbieder",
        "contract",
        "zorgvorm",
        "perceel",
        "gemeente",
        "periode",
        "jaar",
        "kpi",
        "waarde",
        "teller",
        "noemer",
        "reden",
        "overslaan",
    ]
    """Wat eronder staat; 'overslaan' als clm er niets mee doet."""
    kpi: Kpiid | None = None
    """Van welke kpi, als de kolom over één kpi gaat."""


class Naamkoppeling(Deel):
    """Who or what a name in a source means."""

    naam: Regel
    """De naam zoals die in het bestand staat."""
    soort: Literal["aanbieder", "contract", "kpi", "overslaan"]
    """Wat het is; 'overslaan' als clm er niets mee doet, zoals een totaal."""
    wordt: Slug | None = None
    """Het dossier, het contract of de kpi."""


class Koppeling(Kaart):
    """How the figures of one source are read, kept for the next time they come."""

    titel: Regel
    """Van welke bron, zoals 'kwartaalopgave De Klaproos'."""
    kolommen: tuple[Kolomkoppeling, ...]
    """De koppen."""
    namen: tuple[Naamkoppeling, ...] = ()
    """De namen die het bestand anders schrijft."""


class Waarde(Deel):
    """One figure, or the reason why it is missing."""

    kpi: Kpiid
    """De kpi."""
    contract: Contractid
    """Het contract."""
    waarde: Getal | None = None
    """Het cijfer, in de eenheid van de kpi."""
    teller: Geheel | None = None
    """Het aantal boven de streep."""
    noemer: Geheel | None = None
    """Het aantal onder de streep."""
    ontbreekt: Regel | None = None
    """Waarom het cijfer er niet is; het telt dan als onbekend."""
    zorgvorm: Zorgvormid | None = None
    """Voor welke zorgvorm, als het cijfer daarover gaat."""
    perceel: Perceelid | None = None
    """Voor welk perceel, als het cijfer daarover gaat."""
    gemeente: Gemeenteid | None = None
    """Voor welke gemeente, als het cijfer daarover gaat."""
    plaats: Regel | None = None
    """Waar het in het aangeleverde bestand staat, zoals 'blad Ambulant, rij 7, kolom Uitval'."""

    @model_validator(mode="after")
    def _cijfer_of_reden(self) -> Self:
        if (self.teller is None) != (self.noemer is None):
            raise weiger(
                "REC147", "teller en noemer horen bij elkaar; vul beide in of geen van beide"
            )
        heeft = self.waarde is not None or self.teller is not None
        if heeft == (self.ontbreekt is not None):
            raise weiger(
                "REC147",
                "geef een cijfer (waarde, of teller en noemer), of zeg met 'ontbreekt' waarom niet",
            )
        if self.noemer == 0:
            raise weiger(
                "REC147", "de noemer is 0; dan is er geen aandeel: schrijf 'ontbreekt' met de reden"
            )
        return self


class Oordeel(Deel):
    """A recorded judgement on an agreement that has no figure."""

    afspraak: Regel
    """De afspraak waarover wordt geoordeeld."""
    verplichting: Verwijzing | None = None
    """De verplichting waar zij op berust."""
    contract: Contractid
    """Het contract."""
    oordeel: Literal["gehaald", "niet", "onbekend"]
    """Of de afspraak in deze periode is nagekomen."""
    soort: Slug | None = None
    """De soort tekortkoming uit het regime, als dat zo is."""
    reden: Tekst
    """Waarop het oordeel berust."""


Omzetsoort = Literal["betaald", "gedeclareerd", "verklaard"]
"""What kind of turnover a sum is."""


class Omzet(Deel):
    """Turnover in the region."""

    contract: Contractid
    """Het contract."""
    bedrag: Omzetbedrag
    """De omzet in euro's."""
    btw: Literal["met", "zonder", "vrijgesteld", "onbekend"]
    """Of btw is inbegrepen."""
    soort: Omzetsoort
    """Wat het bedrag is."""


class Meting(Feit):
    """Figures as delivered for one period."""

    periode: PeriodeVeld
    """De periode waarover de cijfers gaan."""
    bron: Stuk
    """Het aangeleverde bestand."""
    ontvangen: Datum
    """De dag waarop de cijfers binnenkwamen."""
    waarden: tuple[Waarde, ...] = ()
    """De cijfers."""
    oordelen: tuple[Oordeel, ...] = ()
    """Oordelen over afspraken zonder cijfer."""
    omzet: tuple[Omzet, ...] = ()
    """De omzet in de regio."""
    reden_herziening: Tekst | None = None
    """Waarom de aanbieder eerdere cijfers heeft herzien."""
