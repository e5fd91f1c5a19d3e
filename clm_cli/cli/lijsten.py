"""Floor 8, lijsten: the commands that show a list of a dossier, add a row, or mark one as done."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from clm_cli.cli.invoer import vraag_ontbrekend, vraag_velden
from clm_cli.cli.opties import Opties, maak_functie, optie, parameter, woord
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import lijsten, verplichtingen
from clm_cli.commands.getypt import als_boom
from clm_cli.commands.invoer import lees_invoer
from clm_cli.meldingen import ClmFout
from clm_cli.records.vorm import Veld, velden
from clm_cli.views import lijsten as view

_DOSSIER = "het dossier, of een deel van de naam"
_ERBIJ = "geef het erbij als optie"
_GEDEELD = ("verplichtingen", "voorbereiding")
"""The lists that an overeenkomst can have for all its providers."""
_VAST: dict[str, tuple[str, str, tuple[str, ...] | None]] = {
    "klaar": ("NR", "sluit deze regel af, met de dag van vandaag of die van --datum", None),
    "datum": ("DATUM", "de dag waarop de regel is afgesloten; standaard vandaag", None),
    "bestand": ("BESTAND", "lees de nieuwe regel uit een YAML-bestand, of - voor de invoer", None),
    "overeenkomst": (
        "NAAM",
        "met --klaar: sluit de regel van deze overeenkomst af, voor alle aanbieders",
        _GEDEELD,
    ),
    "nagekomen": (
        "NR",
        "leg vast dat één keer aan deze verplichting is voldaan; --uiterlijk zegt welke keer",
        _GEDEELD[:1],
    ),
    "gedaan": ("DATUM", "de dag waarop het is gedaan (nodig)", _GEDEELD[:1]),
    "bewijs": ("TEKST", "waar dat uit blijkt (nodig)", _GEDEELD[:1]),
    "uit": (
        "BESTAND",
        f"leg nakomingen vast uit een werkblad: kolommen {', '.join(verplichtingen.KOLOMMEN)}",
        _GEDEELD[:1],
    ),
}
"""The options that do not stand in the model: value, help, and of which lists (None is all)."""
_NODIG = tuple(
    Veld(naam, _VAST[naam][1].removesuffix(" (nodig)"), verplicht=True, veel=False, voorbeeld=vb)
    for naam, vb in (("gedaan", "2026-05-28"), ("bewijs", ""))
)


def _past(naam: str, lijst: str) -> bool:
    lijsten_ = _VAST[naam][2]
    return lijsten_ is None or lijst in lijsten_


def _optie(naam: str) -> inspect.Parameter:
    vorm, uitleg, _ = _VAST[naam]
    return parameter(f"{naam}_", str | None, typer.Option(f"--{naam}", metavar=vorm, help=uitleg))


def _mist(wat: str, uitleg: str) -> NoReturn:
    raise ClmFout(f"Dit ontbreekt nog: {wat} ({uitleg}). Er is niets geschreven.")


@dataclass(frozen=True)
class Lijst:
    """`clm lijst NAAM`: one list."""

    naam: str

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of a row."""
        weg = ("id", view.KLAAR[self.naam])
        rijen = [veld for veld in velden(lijsten.model_van(self.naam)) if veld.naam not in weg]
        return maak_functie(
            [
                woord("dossier", "DOSSIER", _DOSSIER, verplicht=False),
                *(_optie(naam) for naam in _VAST if _past(naam, self.naam)),
                *map(optie, rijen),
            ],
            self._voer_uit,
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        naam, vast = gegeven.pop("dossier"), {n: gegeven.pop(f"{n}_", None) for n in _VAST}
        soorten = {veld.naam: veld for veld in velden(lijsten.model_van(self.naam))}
        nieuw = (lees_invoer(vast["bestand"]) if vast["bestand"] else {}) | {
            veld: als_boom(soorten[veld], waarde)
            for veld, waarde in gegeven.items()
            if waarde not in (None, [], ())
        }
        if vast["uit"]:
            werk = Werk(ctx.obj)
            return werk.leg_vast(verplichtingen.uit_blad(werk, Path(vast["uit"])))
        if vast["overeenkomst"]:
            werk = Werk(ctx.obj)
            klaar = vast["klaar"] or _mist("--klaar", "welke regel eindigt")
            return werk.leg_vast(
                lijsten.sluit_voor_allen(
                    werk, vast["overeenkomst"], self.naam, klaar, vast["datum"]
                )
            )
        if naam is None:
            _mist("DOSSIER", _DOSSIER)
        if vast["nagekomen"]:
            return self._nagekomen(Werk(ctx.obj), naam, vast, nieuw)
        if vast["klaar"]:
            return self._sluit(Werk(ctx.obj), naam, vast, nieuw)
        if nieuw:
            return self._voeg_toe(Werk(ctx.obj), naam, nieuw)
        toon(
            ctx.obj,
            f"lijst-{self.naam}",
            view.Lijst(lees(ctx.obj).blik(naam).dossier, self.naam),
            view,
        )
        return 0

    def _sluit(self, werk: Werk, naam: str, vast: Opties, nieuw: Opties) -> int:
        """A row is done, with what it has to say then: an answer, an outcome."""
        dossier, id_ = werk.dossier(naam), vast["klaar"]
        vraag_velden(nieuw, lijsten.nodig_bij_klaar(dossier, self.naam, id_), _ERBIJ)
        return werk.leg_vast(lijsten.sluit(werk, dossier, self.naam, id_, vast["datum"], nieuw))

    def _nagekomen(self, werk: Werk, naam: str, vast: Opties, nieuw: Opties) -> int:
        """One time that an obligation was met; the day and the proof are never assumed."""
        uiterlijk = nieuw.pop("uiterlijk", None)
        if nieuw:
            raise ClmFout(
                f"Bij --nagekomen hoort geen --{next(iter(nieuw))}; er is niets geschreven.",
                nu="geef daarbij --uiterlijk, --gedaan en --bewijs",
            )
        boom = {veld.naam: vast[veld.naam] for veld in _NODIG if vast[veld.naam]}
        vraag_velden(boom, _NODIG, _ERBIJ)
        gezegd = verplichtingen.Gedaan(
            vast["nagekomen"], uiterlijk, str(boom["gedaan"]), str(boom["bewijs"])
        )
        return werk.leg_vast(verplichtingen.nagekomen(werk, naam, gezegd))

    def _voeg_toe(self, werk: Werk, naam: str, gegeven: dict[str, object]) -> int:
        dossier, model = werk.dossier(naam), lijsten.model_van(self.naam)
        boom = lijsten.begin(werk, dossier, self.naam, gegeven)
        zelf = tuple(veld for veld in boom if veld not in gegeven and veld != "id")
        try:
            vraag_ontbrekend(model, boom)
            return werk.leg_vast(lijsten.voeg_toe(werk, dossier, self.naam, boom, zelf))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{self.naam}", boom, fout) from None


OPDRACHTEN = {f"lijst {naam}": Lijst(naam) for naam in lijsten.VOOR}
