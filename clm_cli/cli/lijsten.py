"""Floor 8, lijsten: the commands that show a list of a dossier, add a row, or mark one as done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer

from clm_cli.cli.invoer import vraag_ontbrekend
from clm_cli.cli.opties import maak_functie, optie, parameter, woord
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import lijsten
from clm_cli.commands.getypt import als_boom
from clm_cli.meldingen import ClmFout
from clm_cli.records.vorm import velden
from clm_cli.views import lijsten as view


@dataclass(frozen=True)
class Lijst:
    """`clm lijst NAAM`: one list."""

    naam: str

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of a row."""
        weg = ("id", view.KLAAR[self.naam])
        rijen = [veld for veld in velden(lijsten.model_van(self.naam)) if veld.naam not in weg]
        klaar = typer.Option(
            "--klaar",
            metavar="NR",
            help="sluit deze regel af, met de dag van vandaag of die van --datum",
        )
        datum = typer.Option(
            "--datum",
            metavar="DATUM",
            help="de dag waarop de regel is afgesloten; standaard vandaag",
        )
        return maak_functie(
            [
                woord("dossier", "DOSSIER", "het dossier, of een deel van de naam"),
                parameter("klaar_", str | None, klaar),
                parameter("datum_", str | None, datum),
                *map(optie, rijen),
            ],
            self._voer_uit,
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        naam, klaar, datum = gegeven.pop("dossier"), gegeven.pop("klaar_"), gegeven.pop("datum_")
        nieuw = {veld: waarde for veld, waarde in gegeven.items() if waarde not in (None, [], ())}
        if klaar:
            werk = Werk(ctx.obj)
            dossier = werk.dossier(naam)
            return werk.leg_vast(lijsten.sluit(werk, dossier, self.naam, klaar, datum))
        if nieuw:
            return self._voeg_toe(Werk(ctx.obj), naam, nieuw)
        toon(
            ctx.obj,
            f"lijst-{self.naam}",
            view.Lijst(lees(ctx.obj).blik(naam).dossier, self.naam),
            view,
        )
        return 0

    def _voeg_toe(self, werk: Werk, naam: str, gegeven: dict[str, Any]) -> int:
        dossier, model = werk.dossier(naam), lijsten.model_van(self.naam)
        soorten = {veld.naam: veld for veld in velden(model)}
        gezegd = {n: als_boom(soorten[n], w) for n, w in gegeven.items()}
        boom = lijsten.begin(werk, dossier, self.naam, gezegd)
        zelf = tuple(veld for veld in boom if veld not in gezegd and veld != "id")
        try:
            vraag_ontbrekend(model, boom)
            return werk.leg_vast(lijsten.voeg_toe(werk, dossier, self.naam, boom, zelf))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{self.naam}", boom, fout) from None


OPDRACHTEN = {f"lijst {naam}": Lijst(naam) for naam in lijsten.VOOR}
