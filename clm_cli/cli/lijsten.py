"""Floor 8, lijsten: the commands that show a list of a dossier, add a row, or mark one as done."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from clm_cli.cli.invoer import ingevuld, vraag_ontbrekend, vraag_velden
from clm_cli.cli.keuze import VOOR, Wie
from clm_cli.cli.opties import Opties, als_getypt, maak_functie, optie, parameter, woord
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import lijstblad, lijsten, verplichtingen
from clm_cli.commands import lijstpagina as bladen
from clm_cli.commands.optiewaarden import als_woord, optienaam
from clm_cli.derivations.lijstrijen import AAN_TE_VULLEN, KLAAR
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.vorm import Veld, datumveld, velden
from clm_cli.value import value
from clm_cli.views import dekking as dekkingblad
from clm_cli.views import lijsten as view

_DOSSIER = "het dossier, of een deel van de naam"
_ERBIJ = "geef het erbij als optie"
_GEDEELD = ("verplichtingen", "voorbereiding")
"""The lists that an overeenkomst can have for all its providers."""
_VAST: dict[str, tuple[str, str, tuple[str, ...] | None]] = {
    "klaar": ("NR", "sluit deze regel af, met de dag van vandaag of die van --datum", None),
    "datum": ("DATUM", "de dag waarop de regel is afgesloten; standaard vandaag", None),
    "bestand": ("BESTAND", "lees de nieuwe regel uit een YAML-bestand, of - voor de invoer", None),
    "wijzig": ("NR", "wijzig wat deze regel zegt; de andere opties zeggen wat het wordt", None),
    "uit": (
        "BESTAND",
        "voeg regels toe uit een werkblad: één per rij, met de namen als koppen",
        None,
    ),
    "overeenkomst": (
        "NAAM",
        "de lijst die alle aanbieders van deze overeenkomst delen, in plaats van een dossier",
        _GEDEELD,
    ),
    "nagekomen": (
        "NR",
        "leg vast dat één keer aan deze verplichting is voldaan; --uiterlijk zegt welke keer",
        _GEDEELD[:1],
    ),
    "gedaan": ("DATUM", "de dag waarop het is gedaan (nodig)", _GEDEELD[:1]),
    "bewijs": ("TEKST", "waar dat uit blijkt (nodig)", _GEDEELD[:1]),
}
"""The options that do not stand in the model: value, help, and of which lists (None is all)."""
_OVER = ("klaar", "nagekomen", "wijzig")
"""The options that name a row that stands there: by its number, or by what it says."""
_SNIJ = {
    "gemeente": "toon alleen wat deze gemeente aangaat",
    "zorgvorm": "toon alleen deze zorgvorm",
    "perceel": "toon alleen dit perceel",
    "contract": "toon alleen dit contract",
    "manager": "toon alleen de dossiers van deze collega",
}
"""What a list can be cut by, where no field of its rows has that name."""
_NODIG = (
    datumveld("gedaan", _VAST["gedaan"][1].removesuffix(" (nodig)")),
    Veld("bewijs", _VAST["bewijs"][1].removesuffix(" (nodig)"), verplicht=True, veel=False),
)


def _past(naam: str, lijst: str) -> bool:
    lijsten_ = _VAST[naam][2]
    return lijsten_ is None or lijst in lijsten_


def _optie(naam: str) -> inspect.Parameter:
    vorm, uitleg, _ = _VAST[naam]
    return parameter(f"{naam}_", str | None, typer.Option(f"--{naam}", metavar=vorm, help=uitleg))


def _mist(wat: str, uitleg: str, *ook: str) -> NoReturn:
    raise Geweigerd(f"Dit ontbreekt nog: {'; '.join((f'{wat} ({uitleg})', *ook))}.")


@value
class Lijst:
    """`clm lijst NAAM`: one list."""

    naam: str

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of a row."""
        weg = ("id", KLAAR[self.naam])
        rijen = [veld for veld in velden(lijsten.model_van(self.naam)) if veld.naam not in weg]
        return maak_functie(
            [
                woord("dossier", "DOSSIER", _DOSSIER, verplicht=False),
                *(_optie(naam) for naam in _VAST if _past(naam, self.naam)),
                *map(optie, rijen),
                parameter("voor_", Wie, VOOR, "onszelf"),
                *(
                    parameter(naam, str | None, typer.Option(f"--{naam}", help=uitleg))
                    for naam, uitleg in _SNIJ.items()
                    if f"--{naam}" not in map(optienaam, rijen)
                ),
            ],
            self._voer_uit,
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        naam, vast = gegeven.pop("dossier"), {n: gegeven.pop(f"{n}_", None) for n in _VAST}
        voor = gegeven.pop("voor_")
        soorten = velden(lijsten.model_van(self.naam))
        uit_bestand = ingevuld(ctx.obj, vast["bestand"])
        nieuw = uit_bestand | als_getypt(soorten, gegeven, ctx.obj.vandaag)
        if vast["uit"]:
            werk = Werk(ctx.obj)
            return werk.leg_vast(lijstblad.uit_blad(werk, self.naam, Path(vast["uit"]), naam))
        if not (vast["bestand"] or bladen.wat_van(self.naam) in nieuw or self._gaat_over(vast)):
            gelezen = bladen.voor(lees(ctx.obj), voor, self.naam, naam)
            blad = bladen.blad(gelezen, self.naam, naam, vast["overeenkomst"], nieuw)
            toon(ctx.obj, f"lijst-{self.naam}", blad, view)
            return 0
        if naam is None and (vast["nagekomen"] or not vast["overeenkomst"]):
            leeg = [veld for veld in _NODIG if vast["nagekomen"] and not vast[veld.naam]]
            _mist("DOSSIER", _DOSSIER, *map(als_woord, leeg))
        return self._schrijf(Werk(ctx.obj), naam, vast, nieuw)

    def _gaat_over(self, vast: Opties) -> bool:
        """Whether something is said of a row that stands there."""
        return any(vast[wat] for wat in _OVER)

    def _schrijf(self, werk: Werk, naam: str | None, vast: Opties, nieuw: Opties) -> int:
        vreemd = next((n for n in nieuw if n in _SNIJ and n not in self._velden()), None)
        if vreemd:
            raise Geweigerd(
                f"Een regel van {self.naam} heeft geen {vreemd}",
                nu=f"--{vreemd} kiest alleen wat er wordt getoond",
            )
        if vast["overeenkomst"]:
            vast["overeenkomst"] = lijsten.bundel_van(werk.register, vast["overeenkomst"]).id
        houder: lijsten.Houder = (
            werk.register.overeenkomsten[vast["overeenkomst"]]
            if vast["overeenkomst"]
            else werk.dossier(naam or "")
        )
        for welke in _OVER:
            if vast[welke]:
                vast[welke] = lijsten.nummer_van(houder, self.naam, vast[welke])
        if vast["overeenkomst"] and vast["klaar"]:
            van = (vast["overeenkomst"], self.naam, vast["klaar"], vast["datum"])
            return werk.leg_vast(lijsten.sluit_voor_allen(werk, *van))
        if vast["nagekomen"]:
            return self._nagekomen(werk, naam or "", vast, nieuw)
        if vast["klaar"]:
            return self._sluit(werk, naam or _mist("DOSSIER", _DOSSIER), vast, nieuw)
        if vast["wijzig"]:
            return self._wijzig(werk, houder, vast["wijzig"], nieuw)
        return self._voeg_toe(werk, houder, nieuw)

    def _velden(self) -> tuple[str, ...]:
        return tuple(veld.naam for veld in velden(lijsten.model_van(self.naam)))

    def _sluit(self, werk: Werk, naam: str, vast: Opties, nieuw: Opties) -> int:
        """A row is done, with what it has to say then: an answer, an outcome."""
        dossier, id_ = werk.dossier(naam), vast["klaar"]
        try:
            vraag_velden(nieuw, lijsten.nodig(dossier, self.naam, id_), werk.vandaag, _ERBIJ)
            return werk.leg_vast(lijsten.sluit(werk, dossier, self.naam, id_, vast["datum"], nieuw))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{self.naam}", nieuw, fout) from None

    def _wijzig(self, werk: Werk, houder: lijsten.Houder, id_: str, nieuw: Opties) -> int:
        """A row says something else, or what it lacked where nothing was said of it."""
        try:
            if not nieuw and isinstance(houder, Dossier):
                leeg = lijsten.nodig(houder, self.naam, id_, AAN_TE_VULLEN)
                vraag_velden(nieuw, leeg, werk.vandaag, _ERBIJ)
            if not nieuw:
                _mist("wat er anders wordt", "geef de velden als optie")
            return werk.leg_vast(lijsten.wijzig(werk, houder, self.naam, id_, nieuw))
        except ClmFout as fout:
            raise werk.bewaard(f"{houder.id}-{self.naam}", nieuw, fout) from None

    def _nagekomen(self, werk: Werk, naam: str, vast: Opties, nieuw: Opties) -> int:
        """One time that an obligation was met; the day and the proof are never assumed."""
        boom = {veld.naam: vast[veld.naam] for veld in _NODIG if vast[veld.naam]}
        for deel in ("uiterlijk", *(veld.naam for veld in _NODIG)):
            if deel in nieuw:
                boom.setdefault(deel, nieuw.pop(deel))
        if nieuw:
            raise Geweigerd(
                f"Bij --nagekomen hoort geen --{next(iter(nieuw))}",
                nu="geef daarbij --uiterlijk, --gedaan en --bewijs",
            )
        try:
            vraag_velden(boom, _NODIG, werk.vandaag, _ERBIJ)
            gezegd = verplichtingen.Gedaan(
                vast["nagekomen"], boom.get("uiterlijk"), str(boom["gedaan"]), str(boom["bewijs"])
            )
            return werk.leg_vast(verplichtingen.nagekomen(werk, naam, gezegd))
        except ClmFout as fout:
            raise werk.bewaard(f"{werk.dossier(naam).id}-nagekomen", boom, fout) from None

    def _voeg_toe(self, werk: Werk, houder: lijsten.Houder, gegeven: dict[str, object]) -> int:
        model = lijsten.model_van(self.naam)
        boom = lijsten.begin(werk, houder, self.naam, gegeven)
        zelf = tuple(veld for veld in boom if veld not in gegeven and veld != "id")
        try:
            waar = werk.kijk.blik(houder) if isinstance(houder, Dossier) else werk.register
            vraag_ontbrekend(model, boom, waar=waar)
            return werk.leg_vast(lijsten.voeg_toe(werk, houder, self.naam, boom, zelf))
        except ClmFout as fout:
            raise werk.bewaard(f"{houder.id}-{self.naam}", boom, fout) from None


def dekking(
    ctx: typer.Context,
    overeenkomst: Annotated[
        str | None, typer.Argument(metavar="OVEREENKOMST", help="alleen deze overeenkomst")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="alleen wat door niemand wordt bewaakt")
    ] = False,
) -> None:
    """Which clauses somebody watches, and which nobody does."""
    toon(ctx.obj, "dekking", bladen.dekking(lees(ctx.obj), overeenkomst, open_=open_), dekkingblad)


OPDRACHTEN = {f"lijst {naam}": Lijst(naam) for naam in lijsten.VOOR}
