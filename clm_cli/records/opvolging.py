"""Floor 2, opvolging: what becomes of an action, a promise, a decision, a signal or a melding."""

from typing import Literal

from clm_cli.records.basis import Feit
from clm_cli.records.velden import (
    Datum,
    JaNee,
    Persoonsid,
    Regel,
    Tekst,
    Verwijzing,
)


class Afgerond(Feit):
    """An action, promise or signal is done."""

    bij: Verwijzing
    """Wat is afgerond."""
    resultaat: Tekst
    """Het resultaat, gemeten aan 'klaar als'."""
    verbetering: JaNee = "onbekend"
    """Of de verbetering is gerealiseerd."""


class Verzet(Feit):
    """An action or promise got a new date."""

    bij: Verwijzing
    """Wat is verzet."""
    uiterlijk: Datum
    """De nieuwe dag."""
    reden: Tekst
    """Waarom."""


class Overgedragen(Feit):
    """An action or promise got a new owner."""

    bij: Verwijzing
    """Wat is overgedragen."""
    partij: Literal["opdrachtgever", "aanbieder", "gemeente", "derde"]
    """De partij van de nieuwe eigenaar."""
    wie: Regel
    """De nieuwe eigenaar."""
    uiterlijk: Datum | None = None
    """De nieuwe dag, als die ook verandert."""
    reden: Tekst
    """Waarom."""


class Vervallen(Feit):
    """An action, promise or signal lapses."""

    bij: Verwijzing
    """Wat vervalt."""
    reden: Tekst
    """Waarom."""


class Herroepen(Feit):
    """A decision is reversed outside a talk."""

    bij: Verwijzing
    """Het besluit dat wordt herroepen."""
    reden: Tekst
    """Waarom."""
    besloten_door: Persoonsid
    """Wie dat heeft besloten."""


class Geparkeerd(Feit):
    """Something is put aside until a day."""

    bij: Verwijzing
    """Wat is geparkeerd."""
    tot: Datum
    """De dag waarop het terugkomt."""
    reden: Tekst
    """Waarom."""


class Wacht(Feit):
    """We are waiting for somebody."""

    bij: Verwijzing
    """Waarvoor wij wachten."""
    op: Regel
    """Op wie wij wachten."""
    persoon: Persoonsid | None = None
    """De collega, als het er één uit organisatie.yaml is."""
    vraag: Regel
    """Wat wij nodig hebben."""
    tot: Datum | None = None
    """De dag waarop wij het verwachten."""


class Overgeslagen(Feit):
    """A melding set aside by somebody, with the reason."""

    code: Regel
    """De code van de melding, zoals DOS204."""
    bij: Verwijzing
    """Het bestand of onderdeel waar de melding over gaat."""
    reden: Tekst
    """Waarom de melding nu niet geldt."""
    tot: Datum | None = None
    """De laatste dag waarop dit geldt."""
