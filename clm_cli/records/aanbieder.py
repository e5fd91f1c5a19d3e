"""Floor 2, aanbieder: who the provider is, and the plan for the year."""

from typing import Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Kaart
from clm_cli.records.organisatie import Adres
from clm_cli.records.velden import (
    Agb,
    Contractid,
    Datum,
    Dossierid,
    Email,
    Id,
    JaNee,
    Kvk,
    Perceelid,
    Persoonsid,
    Regel,
    Slug,
    Tekst,
    Telefoon,
    Themaid,
    weiger,
)


class Naam(Deel):
    """The provider's names from a day on."""

    vanaf: Datum
    """Vanaf wanneer de namen gelden."""
    statutair: Regel
    """De statutaire naam, zoals in het handelsregister."""
    roepnaam: Regel
    """De naam in het dagelijks gebruik."""


class Contactpersoon(Deel):
    """Somebody at the provider."""

    id: Slug
    """De naam waarmee feiten deze persoon noemen."""
    naam: Regel
    """De naam."""
    functie: Regel
    """De functie."""
    email: Email | None = None
    """Het zakelijke e-mailadres."""
    telefoon: Telefoon | None = None
    """Het zakelijke telefoonnummer."""
    directie: JaNee = "nee"
    """Of deze persoon tot de directie of het bestuur hoort."""
    contracten: tuple[Contractid, ...] = ()
    """Voor welke contracten; leeg is alle."""
    tot: Datum | None = None
    """De laatste dag in deze functie."""


class Behandelaar(Deel):
    """Who manages the contracts from a day on."""

    vanaf: Datum
    """Vanaf wanneer."""
    contractmanager: Persoonsid
    """De id van de contractmanager."""
    contractbeheer: Persoonsid | None = None
    """De id van de medewerker contractbeheer."""


class Onderaannemer(Deel):
    """A subcontractor."""

    naam: Regel
    """De naam."""
    kvk: Kvk | None = None
    """Het KvK-nummer."""
    waarvoor: Regel
    """Wat deze partij doet."""
    vanaf: Datum
    """Vanaf wanneer."""
    tot: Datum | None = None
    """De laatste dag."""


class Opgegaan(Deel):
    """That the provider merged into another."""

    dossier: Dossierid
    """Het dossier van de aanbieder die verdergaat."""
    per: Datum
    """De dag van de fusie of overdracht."""
    grond: Regel
    """Waarop die berust."""


class Agendapunt(Deel):
    """An own agenda item that comes back at every talk."""

    titel: Regel
    """Het onderwerp."""
    thema: Themaid | None = None
    """Het thema waar het bij hoort."""
    perceel: Perceelid | None = None
    """Het perceel waar het bij hoort."""


class Aanbieder(Kaart):
    """The provider."""

    namen: tuple[Naam, ...]
    """De namen, met de dag vanaf wanneer."""
    rechtsvorm: Regel | None = None
    """De rechtsvorm."""
    kvk: Kvk | None = None
    """Het KvK-nummer, als tekst; nodig voor een aanbieder in Nederland."""
    registratie: Regel | None = None
    """Het register en nummer in het eigen land van een aanbieder buiten Nederland."""
    uittreksel: Datum | None = None
    """De dag van het laatst bekeken uittreksel uit het handelsregister."""
    agb: tuple[Agb, ...] = ()
    """De AGB-codes, als tekst."""
    postadres: Adres
    """Waar brieven heen gaan."""
    bezoekadres: Adres | None = None
    """Waar wij op bezoek gaan."""
    email: Email | None = None
    """Het e-mailadres voor formele post."""
    contactpersonen: tuple[Contactpersoon, ...] = ()
    """De mensen bij de aanbieder."""
    behandelaars: tuple[Behandelaar, ...]
    """Wie bij ons de contractmanager is, met de dag vanaf wanneer."""
    onderaannemers: tuple[Onderaannemer, ...] = ()
    """De onderaannemers."""
    eigen_agendapunten: tuple[Agendapunt, ...] = ()
    """Eigen onderwerpen voor elk gesprek."""
    opgegaan_in: Opgegaan | None = None
    """Waarin de aanbieder is opgegaan."""
    zaaknummer: Regel | None = None
    """Het zaaknummer in het eigen zaaksysteem."""

    @property
    def inschrijving(self) -> str:
        """In which register the provider is known, and under which number."""
        if self.kvk is not None:
            return f"KvK {self.kvk}"
        return self.registratie or "inschrijving niet vastgelegd"

    @model_validator(mode="after")
    def _genoemd(self) -> Self:
        if not self.namen or not self.behandelaars:
            raise weiger("REC146", "een aanbieder heeft ten minste één naam en één contractmanager")
        if self.kvk is None and not self.postadres.is_buitenland:
            raise weiger(
                "REC101",
                "'kvk' ontbreekt; alleen een aanbieder met een 'land' in het postadres kan zonder",
            )
        return self


class Planrol(Deel):
    """Who has which role."""

    rol: Regel
    """De rol."""
    persoon: Persoonsid | None = None
    """Wie; leeg betekent dat de rol nog niet is belegd."""


class Sturingsmoment(Deel):
    """A steering moment of the contract calendar."""

    id: Id
    """Het kenmerk."""
    wat: Regel
    """Wat er gebeurt."""
    wanneer: Datum
    """Wanneer."""
    eigenaar: Persoonsid | None = None
    """Wie ervoor zorgt."""
    klaar: Datum | None = None
    """De dag waarop het is gedaan."""


class Plan(Kaart):
    """The contractmanagementplan of one provider."""

    opgesteld: Datum
    """De dag waarop het plan is opgesteld."""
    bijgesteld: tuple[Datum, ...] = ()
    """De dagen waarop het is bijgesteld."""
    contracten: tuple[Contractid, ...]
    """Voor welke contracten."""
    doelen: tuple[Regel, ...] = ()
    """Wat dit jaar de aandacht vraagt."""
    rollen: tuple[Planrol, ...] = ()
    """Wie welke rol heeft."""
    sturingsmomenten: tuple[Sturingsmoment, ...] = ()
    """De contractkalender."""
    reden_frequentie: Tekst | None = None
    """Waarom de gespreksfrequentie afwijkt, als dat zo is."""
