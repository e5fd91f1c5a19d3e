"""Floor 6, lijst: the lists of a dossier and of its overeenkomsten, what is open first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.records.basis import Kaart
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.register import Dossier
from clm_cli.tijd.datum import datum_vol

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


def rijen(dossier: Dossier, naam: str) -> Iterator[tuple[Bestand[Any], int, Any]]:
    """Every row with its file and its place in it: of the dossier, then of its overeenkomsten."""
    bundels = {c.overeenkomst.id: c.overeenkomst for c in dossier.contracten if c.overeenkomst}
    model = LIJSTEN[naam]
    for bestand in (
        *dossier.van(model),
        *(b for bundel in bundels.values() for b in bundel.van(model)),
    ):
        for nummer, rij in enumerate(getattr(bestand.record, naam)):
            yield bestand, nummer, rij


def als_json(dossier: Dossier, naam: str) -> list[dict[str, Any]]:
    """The rows as data."""
    return [
        {"bestand": bestand.pad, **rij.model_dump(mode="json", exclude_defaults=True)}
        for bestand, _, rij in rijen(dossier, naam)
    ]


def toon(dossier: Dossier, naam: str) -> str:
    """The rows as a page: id, what, who, by when; done ones last, with their day."""
    alle = [(getattr(rij, KLAAR[naam]), rij, bestand) for bestand, _, rij in rijen(dossier, naam)]
    uit = [
        (
            f"{naam.upper()} {dossier.id}: {sum(klaar is None for klaar, _, _ in alle)} open, "
            f"{sum(klaar is not None for klaar, _, _ in alle)} klaar"
        )
    ]
    for klaar, rij, bestand in sorted(alle, key=lambda drie: (drie[0] is not None, drie[1].id)):
        wie = getattr(rij, "eigenaar", None) or getattr(rij, "partij", "")
        dag = getattr(rij, "uiterlijk", None) or getattr(rij, "herzien", None)
        staart = (
            f"{KLAAR[naam]} op {datum_vol(klaar)}"
            if isinstance(klaar, date)
            else f"uiterlijk {datum_vol(dag)}"
            if dag
            else ""
        )
        uit += [
            f"  {rij.id:8} {getattr(rij, 'wat', None) or rij.vraag}",
            f"           {' · '.join(filter(None, (wie, staart, bestand.pad)))}",
        ]
    return "\n".join(uit) if alle else f"In {dossier.id} staat niets in de lijst {naam}."
