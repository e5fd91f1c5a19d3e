"""Floor 2, classificatie: how providers are classified, and how each one was."""

from typing import Literal

from clm_cli.records.basis import Deel, Feit, Kaart
from clm_cli.records.velden import (
    Beleidsid,
    Contractid,
    Criteriumid,
    Datum,
    Geheel,
    Getal,
    JaNee,
    Regel,
    Rolid,
    Slug,
    Tekst,
    Termijn,
    Verwijzing,
)


class Band(Deel):
    """The points for a value up to a limit."""

    tot: Getal | None = None
    """Tot deze waarde (niet meegerekend); leeg is de hoogste band."""
    punten: Getal
    """De punten in deze band."""


class Criterium(Deel):
    """One criterion of the classification."""

    id: Slug
    """Het kenmerk van het criterium."""
    titel: Regel
    """Hoe het criterium heet."""
    groep: Literal["omvang", "risicoprofiel", "strategisch belang"]
    """Waarvan het een onderdeel is."""
    wijze: Literal["banden", "oordeel"]
    """Uit een getal met banden, of een oordeel van 0 tot en met 10."""
    eenheid: Regel | None = None
    """De eenheid van het getal."""
    gewicht: Getal
    """Hoe zwaar het meetelt."""
    banden: tuple[Band, ...] = ()
    """De banden, van laag naar hoog."""


class Categorie(Deel):
    """A category with its rhythm and intensity."""

    categorie: Geheel
    """Het nummer."""
    titel: Regel
    """Hoe de categorie heet."""
    vanaf_score: Getal
    """Vanaf deze score."""
    gesprekken_per_jaar: Geheel
    """Hoeveel voortgangsgesprekken per jaar."""
    reden_weinig: Tekst | None = None
    """Waarom minder dan twee gesprekken per jaar volstaan."""
    intensiteit: Tekst
    """Hoe diep er wordt gestuurd: agenda, risico's, wie aansluit."""
    risicos_elke: Termijn | None = None
    """Hoe vaak de risico's worden herzien."""
    aansluiten: tuple[Rolid, ...] = ()
    """Welke rollen uit het regime bij deze categorie aansluiten, ook waar het regime ze 'indien
    nodig' noemt."""


class Classificatiebeleid(Kaart):
    """The dated policy by which providers are classified; superseded, never edited once used."""

    titel: Regel
    """De titel van het beleid."""
    vanaf: Datum
    """Vanaf wanneer het geldt."""
    vervangt: Beleidsid | None = None
    """Het beleid dat hierdoor vervalt."""
    per: Literal["contract", "aanbieder"]
    """Of elk contract of elke aanbieder een categorie krijgt."""
    voorbeeld: JaNee = "nee"
    """'ja' zolang de grenzen een voorbeeld zijn en nog moeten worden vastgesteld."""
    criteria: tuple[Criterium, ...]
    """De criteria."""
    categorieen: tuple[Categorie, ...]
    """De categorieën, van licht naar zwaar."""


class Invoer(Deel):
    """The value of one criterion."""

    criterium: Criteriumid
    """Het criterium uit het beleid."""
    waarde: Getal | None = None
    """Het getal of het oordeel; leeg als het onbekend is."""
    bron: Regel | None = None
    """Waar de waarde vandaan komt."""
    reden: Tekst | None = None
    """De onderbouwing van een oordeel."""


class Classificatie(Feit):
    """A decided category for one or more contracts."""

    contracten: tuple[Contractid, ...]
    """Voor welke contracten; meer dan één alleen als dat zo is besloten."""
    soort: Literal["eerste", "toets"]
    """De eerste classificatie of een toets van de bestaande."""
    beleid: Beleidsid
    """Het beleid waarmee is geclassificeerd."""
    invoer: tuple[Invoer, ...]
    """De waarden per criterium."""
    categorie: Geheel
    """De categorie zoals besloten."""
    reden: Tekst | None = None
    """Waarom de categorie anders is dan de score."""
    geldig_vanaf: Datum
    """Vanaf wanneer het ritme van deze categorie geldt."""
    geinformeerd: Datum | None = None
    """De dag waarop de aanbieder is geïnformeerd."""
    brief: Verwijzing | None = None
    """De brief waarmee de aanbieder is geïnformeerd."""


class Geinformeerd(Feit):
    """That the provider was told of its classification."""

    bij: Verwijzing
    """De classificatie waarover de aanbieder is geïnformeerd."""
    wijze: Literal["brief", "e-mail", "gesprek"]
    """Hoe de aanbieder is geïnformeerd."""
    brief: Verwijzing | None = None
    """De brief, als die er is."""
