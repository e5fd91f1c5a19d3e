"""Floor 6, vergelijking: an edited letter beside the letter as clm makes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clm_cli.derivations.brieven.getallen import Gegeven
from clm_cli.derivations.brieven.vergelijking import Verschil
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier


@value
class Vergelijking:
    """What an edited letter says otherwise than what was recorded."""

    bestand: str
    """The name of the edited file."""
    brief: str
    """The letter it is compared with: `dossier/letter`."""
    weg: tuple[str, ...]
    """Mandatory parts that are gone."""
    dagen: tuple[str, ...]
    """Days in it that are not right."""
    verschillen: tuple[Verschil, ...]
    let_op: tuple[str, ...]
    open: tuple[str, ...] = ()
    """What in the file itself is not finished: remarks, tracked changes, hidden or struck text."""

    ongelezen: tuple[str, ...] = ()
    """What is printed and clm does not read."""

    @property
    def cijfers(self) -> tuple[Verschil, ...]:
        """Where a day, amount or number differs."""
        return tuple(rij for rij in self.verschillen if rij.gegevens)

    @property
    def woorden(self) -> tuple[Verschil, ...]:
        """Where only the words differ."""
        return tuple(rij for rij in self.verschillen if not rij.gegevens)

    @property
    def verplaatst(self) -> bool:
        """Whether the words only stand in another place."""
        return all(rij.soort == "verplaatst" for rij in self.woorden)

    @property
    def gelijk(self) -> bool:
        """Whether nothing is gone and every day, amount and number is what it was."""
        return not (self.weg or self.dagen or self.cijfers)

    @property
    def goed(self) -> bool:
        """Whether the file says what was recorded, and is finished."""
        return self.gelijk and not self.open


def toon(blad: Vergelijking, papier: Papier) -> str:
    """Parts that are gone, then what changed in numbers, then in words."""
    uit = [*papier.alinea(Cel(f"CONTROLE van {blad.bestand}, naast {blad.brief}", "vet")), ""]
    uit += _rijen(papier, "Wat er niet meer in staat, en er wel in hoort:", blad.weg)
    uit += _rijen(papier, "Dagen die niet kloppen:", blad.dagen)
    uit += _rijen(papier, "Wat in het bestand nog open staat:", blad.open)
    uit += _groep(papier, Cel("Dagen, bedragen en getallen die anders zijn:", "rood"), blad.cijfers)
    titel = "Alleen verplaatst:" if blad.verplaatst else "Alleen anders verwoord:"
    uit += _groep(papier, Cel(titel, "vet"), blad.woorden)
    uit += [regel for rij in _gezegd(blad) for regel in papier.alinea(rij, 0, "let op: ")]
    return "\n".join([*uit, *papier.alinea(_slot(blad))])


def _gezegd(blad: Vergelijking) -> list[str]:
    return [
        *(f"kijk zelf na, want clm leest het niet: {rij}" for rij in blad.ongelezen),
        *blad.let_op,
    ]


def _rijen(papier: Papier, titel: str, rijen: Sequence[str]) -> list[str]:
    inhoud = [regel for rij in rijen for regel in papier.alinea(rij, 2, "- ")]
    return [*papier.alinea(Cel(titel, "rood")), *inhoud, ""] if rijen else []


def _groep(papier: Papier, titel: Cel, groep: Sequence[Verschil]) -> list[str]:
    inhoud = [regel for rij in groep for regel in verschilregels(papier, rij, 2)]
    return [*papier.alinea(titel), *inhoud, ""] if groep else []


def _slot(blad: Vergelijking) -> str:
    if not blad.gelijk:
        return (
            "Zo gaat de brief niet over wat is vastgelegd. Herstel het stuk, of leg eerst vast "
            "wat anders is en maak de brief opnieuw."
        )
    if blad.open:
        return (
            "Zo gaat het bestand niet weg. Handel in het bestand af wat nog open staat, en "
            "controleer het opnieuw."
        )
    if blad.woorden and blad.verplaatst:
        return "Er is niets veranderd; alleen staat het genoemde stuk op een andere plaats."
    if blad.woorden:
        return (
            "Alle onderdelen staan erin, en elke dag, elk bedrag en elk getal is gelijk. De "
            "woorden verschillen; lees ze na."
        )
    if blad.ongelezen:
        return "In wat clm leest, is niets veranderd; kijk de rest zelf na."
    return "Er is niets veranderd."


def als_json(blad: Vergelijking) -> Gegevens:
    """The same as data."""
    return {
        "bestand": blad.bestand,
        "brief": blad.brief,
        "weg": list(blad.weg),
        "dagen": list(blad.dagen),
        "verschillen": verschillen_json(blad.verschillen),
        "let_op": _gezegd(blad),
        "open": list(blad.open),
    }


def verschilregels(papier: Papier, verschil: Verschil, inspring: int) -> Iterable[str]:
    """One difference: what it means in days and numbers, and the words that stood and stand."""
    for oud, nieuw in verschil.gegevens:
        yield from papier.alinea(_gegeven(oud, nieuw), inspring, "- ")
    if verschil.soort == "verplaatst":
        yield from papier.alinea(verschil.oud, inspring, "verplaatst: ")
        return
    if verschil.oud:
        yield from papier.alinea(verschil.oud, inspring, "stond: " if verschil.nieuw else "weg:   ")
    if verschil.nieuw:
        yield from papier.alinea(verschil.nieuw, inspring, "nu:    " if verschil.oud else "erbij: ")


def _gegeven(oud: Gegeven | None, nieuw: Gegeven | None) -> str:
    if oud and nieuw:
        return f"{oud.soort}: {oud.tekst} is {nieuw.tekst} geworden"
    if oud:
        return f"{oud.soort}: {oud.tekst} staat er niet meer"
    return f"{nieuw.soort}: {nieuw.tekst} is erbij gekomen" if nieuw else ""


def verschillen_json(verschillen: Sequence[Verschil]) -> list[Gegevens]:
    """Differences as data."""
    return [
        {
            "soort": v.soort,
            "oud": v.oud,
            "nieuw": v.nieuw,
            "gegevens": [
                {
                    "soort": een.soort,
                    "oud": oud.tekst if oud else None,
                    "nieuw": nieuw.tekst if nieuw else None,
                }
                for oud, nieuw in v.gegevens
                if (een := oud or nieuw)
            ],
        }
        for v in verschillen
    ]
