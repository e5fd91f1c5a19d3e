"""Floor 8, lijst: the lists of a dossier: show them, add a row, mark one as done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from clm_cli.cli.feitopdracht import bewaard, maak_functie, optie, parameter, woord
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.meldingen import ClmFout
from clm_cli.views import lijsten as view

if TYPE_CHECKING:
    from clm_cli.records.basis import Deel
    from clm_cli.register import Dossier

_VOOR = {
    "verplichtingen": "V",
    "risicos": "R",
    "wijzigingen": "W",
    "onduidelijkheden": "O",
    "leerpunten": "L",
    "voorbereiding": "P",
}


@dataclass(frozen=True)
class Lijst:
    """`clm lijst NAAM`: one list."""

    naam: str

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """What the command does."""
        return (
            f"Toont de lijst {self.naam}; met --wat komt er een regel bij, met --klaar wordt er "
            "een afgesloten."
        )

    @property
    def model(self) -> type[Deel]:
        """The model of one row."""
        from clm_cli.records.vorm import velden
        from clm_cli.views.lijsten import LIJSTEN

        deel = next(veld.deel for veld in velden(LIJSTEN[self.naam]) if veld.naam == self.naam)
        assert deel is not None
        return deel

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of a row."""
        from clm_cli.records.vorm import velden
        from clm_cli.views.lijsten import KLAAR

        rijen = [veld for veld in velden(self.model) if veld.naam not in ("id", KLAAR[self.naam])]
        klaar = parameter(
            "klaar_",
            str | None,
            typer.Option(
                "--klaar",
                metavar="NR",
                help="sluit deze regel af, met de dag van vandaag of die van --datum",
            ),
        )
        datum = parameter(
            "datum_",
            str | None,
            typer.Option(
                "--datum",
                metavar="DATUM",
                help="de dag waarop de regel is afgesloten; standaard vandaag",
            ),
        )
        return maak_functie(
            self.__doc__,
            [
                woord("dossier", "DOSSIER", "het dossier, of een uniek begin van de naam"),
                klaar,
                datum,
                *map(optie, rijen),
            ],
            self._voer_uit,
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        naam, klaar, datum = gegeven.pop("dossier"), gegeven.pop("klaar_"), gegeven.pop("datum_")
        nieuw = {veld: waarde for veld, waarde in gegeven.items() if waarde not in (None, [], ())}
        if klaar or nieuw:
            werk = Werk(ctx.obj)
            return (
                self._sluit(werk, werk.dossier(naam), klaar, datum)
                if klaar
                else self._voeg_toe(werk, werk.dossier(naam), nieuw)
            )
        om: Omgeving = ctx.obj
        self._toon(om, lees(om).blik(naam).dossier)
        return 0

    def _toon(self, om: Omgeving, dossier: Dossier) -> None:
        toon(om, f"lijst-{self.naam}", view.Lijst(dossier, self.naam), view)

    def _sluit(self, werk: Werk, dossier: Dossier, id_: str, datum: str | None) -> int:
        from clm_cli.acts.feit import lees_dag
        from clm_cli.views.lijsten import KLAAR, rijen
        from clm_cli.voorstel import Voorstel, Wijziging

        gevonden = [
            (bestand, nummer) for bestand, nummer, rij in rijen(dossier, self.naam) if rij.id == id_
        ]
        if not gevonden:
            raise ClmFout(
                f"In de lijst {self.naam} van {dossier.id} staat geen '{id_}'.",
                nu=f"clm lijst {self.naam} {dossier.id}",
            )
        bestand, nummer = gevonden[0]
        dag = lees_dag(datum, werk.kop).isoformat()
        wijziging = Wijziging(bestand.pad, (self.naam, nummer, KLAAR[self.naam]), dag)
        return werk.leg_vast(
            Voorstel(f"{dossier.id}: {id_} {KLAAR[self.naam]} op {dag}.", wijzigingen=(wijziging,))
        )

    def _voeg_toe(self, werk: Werk, dossier: Dossier, gegeven: dict[str, Any]) -> int:
        from clm_cli.acts.nummers import volgende
        from clm_cli.cli.invoer import als_boom, vraag_ontbrekend
        from clm_cli.records.vorm import velden
        from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging

        soorten = {veld.naam: veld for veld in velden(self.model)}
        boom: dict[str, Any] = {"id": volgende(dossier, _VOOR[self.naam])} | {
            n: als_boom(soorten[n], w) for n, w in gegeven.items()
        }
        for veld, waarde in (("eigenaar", werk.kop.door), ("sinds", werk.om.vandaag.isoformat())):
            if veld in soorten and soorten[veld].verplicht:
                boom.setdefault(veld, waarde)
        pad = f"{dossier.id}/lijsten/{self.naam}.yaml"
        try:
            vraag_ontbrekend(self.model, boom)
            rij = {n: boom[n] for n in self.model.model_fields if n in boom}
            zin = f"{dossier.id}: {boom['id']} toegevoegd aan {self.naam}."
            if any(b.pad == pad for b in werk.register.bestanden):
                return werk.leg_vast(
                    Voorstel(zin, wijzigingen=(Wijziging(pad, (self.naam,), rij, toevoegen=True),))
                )
            return werk.leg_vast(Voorstel(zin, nieuw=(NieuwBestand(pad, {self.naam: [rij]}),)))
        except ClmFout as fout:
            raise bewaard(werk, f"{dossier.id}-{self.naam}", boom, fout) from None


OPDRACHTEN = {f"lijst {naam}": Lijst(naam) for naam in _VOOR}
