"""Floor 6, lijsten: the lists of a dossier and of its overeenkomsten, what is open first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.dossier import Dossier
from clm_cli.records.basis import Deel, Kaart
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.woorden import zichtbaar

LIJSTEN: dict[str, type[Kaart]] = {
    "verplichtingen": Verplichtingen,
    "risicos": Risicos,
    "wijzigingen": Wijzigingen,
    "onduidelijkheden": Onduidelijkheden,
    "leerpunten": Leerpunten,
    "voorbereiding": Voorbereiding,
}
KLAAR = {
    "verplichtingen": "vervallen",
    "risicos": "gesloten",
    "wijzigingen": "besloten",
    "onduidelijkheden": "besloten",
    "leerpunten": "klaar",
    "voorbereiding": "klaar",
}
"""The field whose day says that a row is done."""
BIJ_KLAAR = {
    "onduidelijkheden": ("antwoord", "besloten_door"),
    "wijzigingen": ("uitkomst",),
}
"""What a row has to say as well when it is done."""


def rijen(dossier: Dossier, naam: str) -> Iterator[tuple[Bestand[Deel], int, Any]]:
    """Every row with its file and its place in it: of the dossier, then of its overeenkomsten."""
    bundels = {c.overeenkomst.id: c.overeenkomst for c in dossier.contracten if c.overeenkomst}
    model = LIJSTEN[naam]
    for bestand in (
        *dossier.van(model),
        *(b for bundel in bundels.values() for b in bundel.van(model)),
    ):
        for nummer, rij in enumerate(getattr(bestand.record, naam)):
            yield bestand, nummer, rij


@dataclass(frozen=True)
class Lijst:
    """One list of a dossier."""

    dossier: Dossier
    naam: str

    @property
    def rijen(self) -> Iterator[tuple[Bestand[Deel], int, Any]]:
        """Its rows, each with its file and its place in it."""
        return rijen(self.dossier, self.naam)


def als_json(blad: Lijst) -> list[Gegevens]:
    """The rows as data."""
    return [
        {"bestand": bestand.pad, **rij.model_dump(mode="json", exclude_defaults=True)}
        for bestand, _, rij in blad.rijen
    ]


def toon(blad: Lijst, _: Papier) -> str:
    """The rows as a page: id, what, who, by when; done ones last, with their day."""
    klaar = KLAAR[blad.naam]
    alle = [(getattr(rij, klaar), rij, bestand) for bestand, _, rij in blad.rijen]
    if not alle:
        return f"In {blad.dossier.id} staat niets in de lijst {blad.naam}."
    open_ = sum(gedaan is None for gedaan, _, _ in alle)
    uit = [f"{blad.naam.upper()} {blad.dossier.id}: {open_} open, {len(alle) - open_} klaar"]
    for gedaan, rij, bestand in sorted(alle, key=lambda drie: (drie[0] is not None, drie[1].id)):
        wie = getattr(rij, "eigenaar", None) or getattr(rij, "partij", "")
        onder = filter(None, (wie, _staart(rij, klaar, gedaan), bestand.pad))
        uit.append(f"  {rij.id:8} {getattr(rij, 'wat', None) or rij.vraag}")
        uit.append(f"{' ' * 11}{' · '.join(onder)}")
    return zichtbaar("\n".join(uit))


def _staart(rij: object, klaar: str, gedaan: object) -> str:
    """When it was done, else by when it has to be."""
    if isinstance(gedaan, date):
        return f"{klaar} op {datum_vol(gedaan)}"
    dag = getattr(rij, "uiterlijk", None) or getattr(rij, "herzien", None)
    return f"uiterlijk {datum_vol(dag)}" if dag else ""
