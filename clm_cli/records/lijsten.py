"""Floor 2, lijsten: obligations, risks, changes, unclear points, lessons and preparation."""

from typing import Literal, Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit, Kaart, Stuk
from clm_cli.records.velden import (
    Contractid,
    Datum,
    Doelid,
    Gemeenteid,
    Id,
    JaNee,
    Kant,
    Niveau,
    PeriodeVeld,
    Persoonsid,
    Plichtid,
    Regel,
    Slug,
    Tekst,
    Termijn,
    Verwijzing,
    weiger,
)

Verplichtingsoort = Literal[
    "verantwoordelijkheid", "verplichting", "procedure", "afspraak", "voorwaarde", "tarief"
]
"""The six kinds of contract terms whose keeping is watched (J02)."""


class Clausule(Deel):
    """Where something stands in the contract documents."""

    document: Slug
    """Het document, zoals genoemd in artikelen.yaml."""
    versie: Regel | None = None
    """De versie van het document."""
    nummer: Regel | None = None
    """Het nummer van het artikel of de eis, als tekst: 7.10."""
    tekst: Tekst | None = None
    """De letterlijke woorden."""


class Nakoming(Deel):
    """That a recurring or single obligation was met for one period or due date."""

    uiterlijk: Datum
    """De dag waarop het uiterlijk moest."""
    gedaan: Datum
    """De dag waarop het is gedaan."""
    bewijs: Verwijzing | None = None
    """Waar dat uit blijkt."""


class Nakomingfeit(Feit):
    """One provider met an obligation for one due date; the day of the fact is when it was done."""

    bij: Verwijzing
    """De verplichting waaraan is voldaan, zoals V-03."""
    uiterlijk: Datum
    """De dag waarop het uiterlijk moest."""
    bewijs: Regel
    """Waar het uit blijkt, zoals 'per e-mail ontvangen' of een nummer van het zaaksysteem."""


class Herhaling(Deel):
    """When an obligation comes back."""

    elke: Literal["maand", "kwartaal", "halfjaar", "jaar"]
    """Hoe vaak het terugkomt."""
    eerste: Datum
    """De eerste uiterste dag; de volgende volgen daaruit."""
    tot: Datum | None = None
    """De laatste dag waarop nog een herhaling valt; leeg is het einde van het contract."""


class Verplichting(Deel):
    """One obligation of either party."""

    id: Id
    """Het kenmerk, zoals V-03."""
    soort: Verplichtingsoort
    """Welk van de zes soorten contractafspraken dit is."""
    wat: Regel
    """Wat er moet gebeuren, kort."""
    partij: Literal["opdrachtgever", "aanbieder"]
    """Wie het moet doen."""
    kant: Kant
    """Welke kant van de opdrachtgever erop let: DOP (gemeente, toegang) of AOC (regio)."""
    gemeente: Gemeenteid | None = None
    """Bij DOP: welke gemeente of toegang."""
    niveau: Niveau | None = None
    """Op welk niveau het wordt gevolgd, als het contract niveaus kent."""
    eigenaar: Persoonsid | None = None
    """Wie het bij ons volgt."""
    clausule: Clausule | None = None
    """Waar het staat."""
    contracten: tuple[Contractid, ...] = ()
    """Voor welke contracten; leeg is alle."""
    uiterlijk: Datum | None = None
    """De uiterste dag, als het één keer moet."""
    herhaling: Herhaling | None = None
    """Hoe vaak het terugkomt, als het vaker moet."""
    plicht: Plichtid | None = None
    """De plicht van het contract die zegt wanneer het moet, zoals binnen vijf weken na elk
    kwartaal: dan volgen de dagen daaruit."""
    doorlopend: JaNee = "nee"
    """'ja' als het altijd geldt, zonder uiterste dag."""
    nakomingen: tuple[Nakoming, ...] = ()
    """Wanneer eraan is voldaan."""
    doel: Doelid | None = None
    """De contractdoelstelling waaraan het bijdraagt."""
    zelfde_als: Verwijzing | None = None
    """De verplichting waarmee dit één stuk is: het wordt één keer gevraagd en telt voor beide."""
    gevolg: Regel | None = None
    """Wat het betekent als het uitblijft."""
    vervallen: Datum | None = None
    """De dag vanaf wanneer de verplichting niet meer geldt."""

    @model_validator(mode="after")
    def _wanneer(self) -> Self:
        manieren = [self.uiterlijk is not None, self.herhaling is not None, self.doorlopend == "ja"]
        if sum(manieren) + (self.plicht is not None) > 1:
            zin = "kies één: 'uiterlijk', 'herhaling', 'plicht' of 'doorlopend: ja'"
            raise weiger("REC143", zin)
        return self

    @property
    def komt_terug(self) -> bool:
        """Whether it is met time and again."""
        return self.herhaling is not None or self.plicht is not None


class Gedeeldenakoming(Nakoming):
    """That an obligation which many providers share was met in this dossier."""

    verplichting: Verwijzing
    """De verplichting uit de overeenkomst, zoals V-03."""


class Verplichtingen(Kaart):
    """The obligations of an overeenkomst or of one provider."""

    verplichtingen: tuple[Verplichting, ...] = ()
    """De verplichtingen van beide partijen."""
    nakomingen: tuple[Gedeeldenakoming, ...] = ()
    """In een dossier: wanneer is voldaan aan verplichtingen die voor alle aanbieders gelden."""


class Risico(Deel):
    """One contract risk."""

    id: Id
    """Het kenmerk, zoals R-08."""
    wat: Regel
    """Wat er kan gebeuren."""
    oorzaak: Tekst | None = None
    """Waardoor."""
    kans: Literal["laag", "midden", "hoog", "onbekend"]
    """Hoe waarschijnlijk het is."""
    gevolg: Literal["laag", "midden", "hoog", "onbekend"]
    """Hoe zwaar het is als het gebeurt."""
    raakt: tuple[Literal["stabiel", "beschikbaar", "toegankelijk"], ...] = ()
    """Wat het in het zorglandschap raakt."""
    maatregel: Tekst | None = None
    """Wat eraan wordt gedaan."""
    niveau: Niveau | None = None
    """Op welk niveau het wordt gevolgd, als het contract niveaus kent."""
    eigenaar: Persoonsid
    """Wie het volgt."""
    contracten: tuple[Contractid, ...] = ()
    """Voor welke contracten; leeg is alle."""
    sinds: Datum
    """Sinds wanneer het bekend is."""
    herzien: Datum | None = None
    """De dag waarop het opnieuw wordt bekeken."""
    doel: Doelid | None = None
    """De contractdoelstelling die in het geding is."""
    bron: Verwijzing | None = None
    """Waar het vandaan komt."""
    gesloten: Datum | None = None
    """De dag waarop het risico is gesloten."""
    reden_gesloten: Regel | None = None
    """Waarom het is gesloten."""


class Risicos(Kaart):
    """The risk register."""

    risicos: tuple[Risico, ...]
    """De risico's."""


class Contractwijziging(Deel):
    """A desired change of the contract."""

    id: Id
    """Het kenmerk, zoals W-02."""
    wat: Regel
    """Welke wijziging is gewenst."""
    gewenst_door: Literal["opdrachtgever", "aanbieder", "gemeente"]
    """Wie de wijziging wil."""
    sinds: Datum
    """De dag waarop de wens is geuit."""
    eigenaar: Persoonsid
    """Wie ermee bezig is."""
    uiterlijk: Datum | None = None
    """De dag waarop erover moet zijn besloten."""
    besloten: Datum | None = None
    """De dag waarop is besloten."""
    uitkomst: Literal["doorgevoerd", "niet mogelijk", "afgewezen"] | None = None
    """Wat is besloten."""
    reden: Tekst | None = None
    """Waarom, zeker als het niet mogelijk is."""
    in_contract: Verwijzing | None = None
    """Het feit waarmee de wijziging in het contract is gekomen."""


class Wijzigingen(Kaart):
    """The register of desired changes."""

    wijzigingen: tuple[Contractwijziging, ...]
    """De gewenste wijzigingen."""


class Onduidelijkheid(Deel):
    """An ambiguity, contradiction or gap in the contract."""

    id: Id
    """Het kenmerk, zoals O-05."""
    soort: Literal["onduidelijkheid", "tegenstrijdigheid", "hiaat"]
    """Wat er aan de hand is."""
    vraag: Tekst
    """De vraag."""
    gesteld_door: Literal["opdrachtgever", "aanbieder", "gemeente"]
    """Wie de vraag heeft."""
    sinds: Datum
    """De dag waarop de vraag is gesteld."""
    eigenaar: Persoonsid
    """Wie voor het antwoord zorgt."""
    clausule: Clausule | None = None
    """Over welke bepaling het gaat."""
    uiterlijk: Datum | None = None
    """De dag waarop het antwoord er moet zijn."""
    antwoord: Tekst | None = None
    """Het antwoord."""
    besloten_door: Persoonsid | None = None
    """Wie het antwoord heeft vastgesteld."""
    besloten: Datum | None = None
    """De dag van het antwoord."""

    @model_validator(mode="after")
    def _compleet(self) -> Self:
        if self.besloten is not None and self.antwoord is None:
            raise weiger("REC144", "er staat een dag van het antwoord, maar geen antwoord")
        return self


class Onduidelijkheden(Kaart):
    """The register of unclear points."""

    onduidelijkheden: tuple[Onduidelijkheid, ...]
    """De onduidelijkheden, tegenstrijdigheden en hiaten."""


class Leerpunt(Deel):
    """A learning point with its destination."""

    id: Id
    """Het kenmerk, zoals L-01."""
    wat: Regel
    """Wat er is geleerd."""
    bestemming: Literal[
        "contractmanagementplan", "werkwijze gemeenten", "delen met het veld", "beleid en inkoop"
    ]
    """Waarvoor het leerpunt is bedoeld."""
    fase: Literal["plan", "do", "check", "act"]
    """De fase waarin het staat."""
    sinds: Datum
    """Sinds wanneer het er staat."""
    eigenaar: Persoonsid
    """Wie het verder brengt."""
    herzien: Datum | None = None
    """De dag waarop het opnieuw wordt bekeken."""
    bron: Verwijzing | None = None
    """Waar het vandaan komt."""
    klaar: Datum | None = None
    """De dag waarop het is verwerkt."""


class Leerpunten(Kaart):
    """The learning points."""

    leerpunten: tuple[Leerpunt, ...]
    """De leerpunten."""


class Voorbereidingspunt(Deel):
    """One preparation to be made before the uitvoeringsfase."""

    id: Id
    """Het kenmerk, zoals P-04."""
    blok: Literal["naleving", "onduidelijkheden", "risicos en wijzigingen"]
    """Voor welk van de drie taken het een voorbereiding is."""
    wat: Regel
    """Wat er klaar moet zijn."""
    eigenaar: Persoonsid
    """Wie het doet."""
    vooraf: Termijn | None = None
    """Hoe lang voor het begin van de uitvoeringsfase; leeg is de dag ervoor."""
    contracten: tuple[Contractid, ...] = ()
    """Voor welke contracten van dit dossier; leeg is alle."""
    klaar: Datum | None = None
    """De dag waarop het klaar was."""


class Voorbereiding(Kaart):
    """The preparation checklist (J05)."""

    voorbereiding: tuple[Voorbereidingspunt, ...]
    """Wat vóór de uitvoeringsfase klaar moet zijn."""


Rapporthoofdstuk = Literal[
    "kern",
    "prestaties",
    "risicos",
    "ontwikkelpunten",
    "kwaliteit",
    "doelmatigheid",
    "continuiteit",
]


class Hoofdstuktekst(Deel):
    """The manager's own sentences in one chapter of a periodic report."""

    hoofdstuk: Rapporthoofdstuk
    """Het hoofdstuk."""
    tekst: Tekst
    """De eigen zinnen."""


class Rapporttekst(Kaart):
    """The manager's own sentences of one periodic report."""

    periode: PeriodeVeld
    """De periode van het rapport."""
    door: Persoonsid
    """Wie de zinnen schreef."""
    hoofdstukken: tuple[Hoofdstuktekst, ...]
    """De teksten per hoofdstuk."""


class Rapportverspreid(Feit):
    """A periodic report went out to its readers."""

    voor: Slug
    """Voor wie het is gemaakt: intern, bestuur, openbaar of een gemeente."""
    aan: tuple[Regel, ...]
    """Naar wie het ging."""
    rapport: Stuk
    """Het rapport zoals het is verspreid."""
