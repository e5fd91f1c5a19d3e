"""Floor 2, contact: signals, inquiries, calls and mails."""

from typing import Literal, Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit
from clm_cli.records.velden import (
    Contractid,
    Datum,
    Gemeenteid,
    Grondslag,
    Id,
    JaNee,
    Kant,
    Niveau,
    Persoonsid,
    Regel,
    Richting,
    Signaalsoortid,
    Slug,
    Tekst,
    Tijd,
    Verwijzing,
    weiger,
)


class Bekend(Deel):
    """Since when somebody on the buyer's side knows."""

    wie: Slug
    """Een persoon, een gemeente of 'regio'."""
    op: Datum
    """De dag waarop het bekend werd."""


class Signaalbron(Deel):
    """Where a signal comes from."""

    soort: Literal[
        "gemeente",
        "toegang",
        "client",
        "aanbieder",
        "inspectie",
        "toezichthouder",
        "ketenpartner",
        "monitoring",
        "anders",
    ]
    """Wat voor bron het is."""
    naam: Regel | None = None
    """Wie; nooit de naam van een cliënt."""
    vertrouwelijk: JaNee = "onbekend"
    """Of de bron vertrouwelijk moet blijven."""
    mag_in_brief: JaNee = "onbekend"
    """Of de bron in een brief aan de aanbieder mag staan."""


class Signaal(Feit):
    """A signal of (threatened) non-performance."""

    ontvangen: Datum | None = None
    """De dag waarop wij het signaal ontvingen, als dat niet de datum is."""
    gebeurd: Datum | None = None
    """De dag waarop het gebeurde, als die bekend is."""
    bekend_bij: tuple[Bekend, ...] = ()
    """Wie aan onze kant het sinds wanneer weet; de vroegste telt voor de klachtplicht."""
    contracten: tuple[Contractid, ...] = ()
    """Welke contracten het raakt; leeg is onbekend."""
    gemeenten: tuple[Gemeenteid, ...] = ()
    """Welke gemeenten het raakt."""
    soort: tuple[Grondslag, ...]
    """Waar het over gaat."""
    signaalsoort: Signaalsoortid | None = None
    """De soort uit het regime, als die er is."""
    ernst: Literal["feitelijk", "dreigend"]
    """Of het al zo is of dreigt."""
    acuut: JaNee = "nee"
    """Of er acuut gevaar is."""
    acuut_feiten: Tekst | None = None
    """Waaruit het acute gevaar blijkt: wat is gezien, wanneer en door wie; zonder gegevens van
    cliënten. Zonder deze feiten rust er geen maatregel op."""
    kant: Kant
    """DOP (levering) of AOC (overige afspraken)."""
    niveau: Niveau | None = None
    """Het niveau, als het contract niveaus kent."""
    verplichting: Verwijzing | None = None
    """De verplichting die in het geding is; zonder blijft het een signaal."""
    bron: Signaalbron
    """Waar het vandaan komt."""
    wat: Tekst
    """Wat er aan de hand is, zonder gegevens van cliënten."""
    eigenaar: Persoonsid | None = None
    """Wie het oppakt."""


class Uitvraag(Feit):
    """An inquiry at municipalities about a signal."""

    bij: Verwijzing
    """Het signaal waarover wordt gevraagd."""
    gemeenten: tuple[Gemeenteid, ...]
    """Aan wie is gevraagd."""
    vraag: Tekst
    """Wat er is gevraagd."""
    uiterlijk: Datum
    """De dag waarop het antwoord is gevraagd."""


class Antwoord(Feit):
    """A municipality's answer to an inquiry."""

    bij: Verwijzing
    """De uitvraag."""
    gemeente: Gemeenteid
    """Wie antwoordt."""
    herkent: JaNee
    """Of deze gemeente het signaal herkent."""
    antwoord: Tekst
    """Het antwoord."""


class Toezegging(Deel):
    """A promise made in a contact."""

    id: Id
    """Het kenmerk, zoals TZ-04."""
    partij: Literal["opdrachtgever", "aanbieder", "gemeente"]
    """Wie het toezegt."""
    wie: Regel | None = None
    """Wie het doet."""
    wat: Regel
    """Wat is toegezegd."""
    uiterlijk: Datum | None = None
    """De afgesproken dag."""


class Contactmoment(Feit):
    """A call, mail or visit."""

    tijd: Tijd | None = None
    """Hoe laat, als bewijs."""
    wijze: Literal["telefoon", "e-mail", "bezoek", "overleg", "brief", "portaal"]
    """Hoe het contact ging."""
    richting: Richting
    """Van wie het uitging: inkomend is van de ander."""
    met: tuple[Regel, ...]
    """Met wie."""
    contracten: tuple[Contractid, ...] = ()
    """Over welke contracten."""
    kern: Tekst
    """De kern, in een paar zinnen, zonder gegevens van cliënten."""
    gaat_om: tuple[Literal["bezwaar", "herstel", "zienswijze", "anders"], ...] = ()
    """Wat de ander ermee deed: bezwaar maken, herstel melden, reageren op bevindingen, of geen van
    die drie; leeg is nog niet gezegd."""
    toezeggingen: tuple[Toezegging, ...] = ()
    """Wat is toegezegd."""

    @model_validator(mode="after")
    def _eens(self) -> Self:
        if "anders" in self.gaat_om and len(self.gaat_om) > 1:
            raise weiger(
                "REC148", "bij gaat_om sluit 'anders' de rest uit; noem óf dat, óf de rest"
            )
        return self
