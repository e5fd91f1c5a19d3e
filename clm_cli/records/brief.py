"""Floor 2, brief: a letter, ours or theirs, and the facts of its way."""

from typing import Literal

from clm_cli.records.basis import Deel, Feit, Kaart, Stuk
from clm_cli.records.organisatie import Kalendernaam
from clm_cli.records.velden import (
    Contractid,
    Datum,
    Id,
    Persoonsid,
    Regel,
    Richting,
    Sha256,
    Slug,
    Tekst,
    Termijn,
    Termijnsoort,
    Tijd,
    Verwijzing,
)

Kanaal = Literal["aangetekend", "gewone post", "e-mail", "koerier", "portaal", "uitgereikt"]


class Brieftermijn(Deel):
    """A term that starts with this letter."""

    id: Id | None = None
    """Het kenmerk, zoals AW-1, bij wat na het einde moet gebeuren."""
    soort: Termijnsoort
    """Wat er binnen de termijn moet gebeuren."""
    termijn: Termijn
    """De duur, vanaf ontvangst van de brief."""
    tekortkoming: Id | None = None
    """Bij een hersteltermijn: welke tekortkoming."""
    wat: Regel | None = None
    """Wat er wordt gevraagd, als dat niet uit de soort blijkt."""


class Versies(Deel):
    """What the document was made with."""

    clm: Regel
    """De versie van clm."""
    typst: Regel | None = None
    """De versie van Typst."""
    sjabloon_sha256: Sha256
    """De sha256 van het sjabloon."""


class Genoemd(Deel):
    """A date printed in the letter; once sent, it counts."""

    termijn: Termijnsoort
    """Welke termijn."""
    tekortkoming: Id | None = None
    """Bij een hersteltermijn: welke tekortkoming."""
    uiterlijk: Datum
    """De afgedrukte dag."""
    kalender: Kalendernaam
    """De kalender waarmee is gerekend."""


class Brieftekst(Deel):
    """A passage in our own words that only this letter needs."""

    onderdeel: Slug
    """Voor welk onderdeel van de brief, zoals aansprakelijkheid."""
    tekst: Tekst
    """De tekst, zonder gegevens van cliënten."""


class Uitnodiging(Deel):
    """When and where the provider is invited."""

    datum: Datum
    """De dag van het gesprek."""
    tijd: Tijd | None = None
    """Het begin van het gesprek."""
    plaats: Regel
    """Waar het gesprek is."""


class Briefbijlage(Stuk):
    """An exhibit of a letter."""

    bewijst: Verwijzing | None = None
    """Het feit dat dit stuk laat zien, zoals metingen/2026-K1-zorgmonitor."""


class Briefkaart(Kaart):
    """A letter; sealed by its first dispatch."""

    richting: Richting
    """Uitgaand is van ons, inkomend van de aanbieder."""
    soort: Slug
    """De soort brief, zoals ingebrekestelling of classificatie."""
    onderwerp: Regel
    """De betreftregel."""
    kenmerk: Regel | None = None
    """Ons kenmerk, of bij een inkomende brief hun kenmerk."""
    datum: Datum
    """De datum op de brief."""
    contracten: tuple[Contractid, ...]
    """Over welke contracten de brief gaat."""
    escalatie: Verwijzing | None = None
    """De escalatie waar de brief bij hoort."""
    bij: Verwijzing | None = None
    """De brief of het feit waarop dit een antwoord is."""
    termijnen: tuple[Brieftermijn, ...] = ()
    """De termijnen die met deze brief beginnen, naast die van het regime."""
    antwoord_uiterlijk: Datum | None = None
    """Bij een inkomende brief: de dag waarop zij antwoord vragen."""
    vervangt: Verwijzing | None = None
    """De eerdere brief die hierdoor wordt vervangen."""
    uw_kenmerk: Regel | None = None
    """Het kenmerk of de brief van de aanbieder waarop wij antwoorden."""
    kanalen: tuple[Kanaal, ...] = ()
    """Hoe de brief wordt verzonden; dit staat ook in de brief."""
    aan: tuple[Regel, ...] = ()
    """Bij een memo of nota: voor wie; leeg is het bestuur van de aanbieder."""
    teksten: tuple[Brieftekst, ...] = ()
    """Eigen teksten die alleen deze brief nodig heeft."""
    uitnodiging: Uitnodiging | None = None
    """De dag en plaats van het gesprek waarvoor de brief uitnodigt."""
    bijlagen: tuple[Briefbijlage, ...] = ()
    """De eigen bijlagen, in de volgorde van hun nummers; bewijsstukken, het onderzoeksrapport en
    volmachten met een sha256 voegt clm zelf toe."""
    genoemd: tuple[Genoemd, ...] = ()
    """De dagen die in de brief staan, gerekend vanaf de vermoede ontvangst; clm vult dit in."""
    ontbreekt: tuple[Slug, ...] = ()
    """Onderdelen die in een concept nog ontbreken; zolang die er zijn, kan de brief niet worden
    verzonden."""
    concept: Literal["ja", "nee"] = "nee"
    """Of het document nog een concept is; een concept kan niet worden verzonden."""
    ondertekenaar: Persoonsid | None = None
    """Wie ondertekent."""
    behandelaar: Persoonsid | None = None
    """Wie de brief behandelt."""
    document: Stuk | None = None
    """Het document."""
    markdown_sha256: Sha256 | None = None
    """De sha256 van de opgemaakte tekst."""
    versies: Versies | None = None
    """Waarmee het document is gemaakt."""


class Akkoord(Feit):
    """Somebody approved one exact document."""

    van: Persoonsid
    """Wie akkoord geeft."""
    rol: Regel
    """In welke rol."""
    document: Stuk
    """Het document waarop het akkoord ziet."""


class Verzonden(Feit):
    """One dispatch by one channel."""

    kanaal: Kanaal
    """Hoe de brief is verzonden."""
    tijd: Tijd | None = None
    """Hoe laat, als bewijs."""
    barcode: Regel | None = None
    """De code van de aangetekende zending."""
    aan: Regel
    """Aan wie of welk adres."""
    document: Stuk
    """Het document zoals het is verzonden."""
    kaart_sha256: Sha256
    """De sha256 van brief.yaml zoals die toen was."""
    genoemd: tuple[Genoemd, ...] = ()
    """De dagen die in de brief staan."""


class Bezorgd(Feit):
    """One dispatch reached the provider."""

    bij: Verwijzing
    """De verzending."""
    tijd: Tijd | None = None
    """Hoe laat, als bewijs."""
    bewijs: Regel
    """Waaruit dat blijkt, zoals een handtekening of een leesbevestiging."""


class Retour(Feit):
    """One dispatch came back."""

    bij: Verwijzing
    """De verzending."""
    reden: Regel
    """Wat er op de zending staat: 'geweigerd', 'niet afgehaald', 'adres onjuist', of wat er anders
    staat."""


class Binnengekomen(Feit):
    """Their letter reached us."""

    verzonden: Datum | None = None
    """De dag waarop zij verzonden, als die blijkt."""
    verzonden_bewijs: Regel | None = None
    """Waaruit die dag blijkt."""
    tijd: Tijd | None = None
    """Hoe laat het binnenkwam, als bewijs."""
    kanaal: Kanaal
    """Hoe het binnenkwam."""
    document: Stuk
    """De scan of het bestand."""
