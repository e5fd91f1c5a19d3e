"""Floor 7, lezen: the commands that only look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli import registers, uitvoer
from clm_cli.cli.keuze import kies
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.wie import wie
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from clm_cli.bestand import Bestand
    from clm_cli.derivations.werklijst import Filter, Werklijst
    from clm_cli.files.lader import Geladen
    from clm_cli.meldingen import Melding
    from clm_cli.register import Register

GEWOON = 28
"""Days ahead that the werklijst shows unless asked otherwise."""
_VER = 36_500
"""Days ahead that show everything."""


@dataclass(frozen=True, slots=True)
class _Bekeken:
    """What a reading command looks at."""

    om: Omgeving
    geladen: Geladen
    kijk: Kijk

    @property
    def register(self) -> Register:
        """The register, corrections folded in."""
        return self.kijk.register


def _bekijk(ctx: typer.Context) -> _Bekeken:
    om: Omgeving = ctx.obj
    geladen = registers.laad(om)
    return _Bekeken(om, geladen, Kijk(registers.bekeken(om, geladen), om.peildatum))


def _lijst(bekeken: _Bekeken, keuze: Filter) -> Werklijst:
    from clm_cli.derivations.werklijst import werklijst as maak

    return maak(bekeken.kijk, keuze)


def werklijst(
    ctx: typer.Context,
    alles: Annotated[bool, typer.Option("--alles", help="ook het werk van collega's")] = False,
    dagen: Annotated[
        int, typer.Option("--dagen", min=0, max=_VER, help="hoeveel dagen vooruit")
    ] = GEWOON,
    sinds: Annotated[
        str | None,
        typer.Option("--sinds", metavar="DATUM", help="toon wat sinds deze dag is vastgelegd"),
    ] = None,
    gemeente: Annotated[str | None, typer.Option("--gemeente", help="alleen deze gemeente")] = None,
    zorgvorm: Annotated[str | None, typer.Option("--zorgvorm", help="alleen deze zorgvorm")] = None,
    perceel: Annotated[str | None, typer.Option("--perceel", help="alleen dit perceel")] = None,
    kant: Annotated[str | None, typer.Option("--kant", help="DOP of AOC")] = None,
    niveau: Annotated[
        str | None, typer.Option("--niveau", help="operationeel, tactisch of strategisch")
    ] = None,
    manager: Annotated[
        str | None, typer.Option("--manager", help="het werk van deze collega")
    ] = None,
    geparkeerd: Annotated[
        bool, typer.Option("--geparkeerd", help="toon ook wat is geparkeerd")
    ] = False,
) -> None:
    """Toont wat er moet gebeuren, voor wie, wanneer, wie aan zet is en waarom."""
    from clm_cli.cli.omgeving import moment
    from clm_cli.derivations.werklijst import nieuw_sinds
    from clm_cli.views.werklijst import bladzijde as view

    bekeken = _bekijk(ctx)
    filters = {
        "gemeente": gemeente,
        "zorgvorm": zorgvorm,
        "perceel": perceel,
        "kant": kant and kant.upper(),
        "niveau": niveau,
    }
    keuze = kies(
        bekeken.register,
        dagen,
        persoon=None if alles else manager or wie(bekeken.om, bekeken.register),
        **filters,
    )
    lijst = _lijst(bekeken, keuze)
    nieuw = nieuw_sinds(bekeken.register, moment(sinds, begin=True)) if sinds else ()
    blad = view.Werklijstblad(
        bekeken.kijk,
        lijst,
        bekeken.geladen.plaats,
        wie=keuze.wie,
        nieuw=nieuw,
        meldingen=len(bekeken.geladen.meldingen),
        geparkeerd=geparkeerd,
        opties=_opties(alles, dagen, {**filters, "manager": manager}),
    )
    uitvoer.toon(bekeken.om, "werklijst", blad, view)


def _opties(alles: bool, dagen: int, filters: Mapping[str, str | None]) -> str:
    """The options of a list that change its numbers, as they are typed."""
    delen = [" --alles"] * alles + [f" --dagen {dagen}"] * (dagen != GEWOON)
    return "".join([*delen, *(f" --{naam} {woord}" for naam, woord in filters.items() if woord)])


def _gevonden(bekeken: _Bekeken) -> list[Melding]:
    """What reading and the rules found, without what is only information."""
    from clm_cli.rules.boek import controleer as toets

    alle = (*bekeken.geladen.meldingen, *toets(bekeken.register, bekeken.om.peildatum))
    return [melding for melding in alle if melding.ernst is not Ernst.INFO]


def _per_map(meldingen: Iterable[Melding]) -> dict[str, int]:
    """The number of meldingen by the first folder of their place."""
    namen = [melding.plek.pad.partition("/")[0] if melding.plek else "" for melding in meldingen]
    return {naam: namen.count(naam) for naam in namen}


def waarom(
    ctx: typer.Context,
    nr: Annotated[int, typer.Argument(metavar="NR", help="het nummer in de werklijst")],
    alles: Annotated[
        bool, typer.Option("--alles", help="nummers van de lijst met ook het werk van collega's")
    ] = False,
    dagen: Annotated[
        int, typer.Option("--dagen", min=0, max=_VER, help="hoeveel dagen vooruit")
    ] = GEWOON,
    gemeente: Annotated[
        str | None, typer.Option("--gemeente", help="nummers van de lijst van deze gemeente")
    ] = None,
    zorgvorm: Annotated[
        str | None, typer.Option("--zorgvorm", help="nummers van de lijst van deze zorgvorm")
    ] = None,
    perceel: Annotated[
        str | None, typer.Option("--perceel", help="nummers van de lijst van dit perceel")
    ] = None,
    kant: Annotated[
        str | None, typer.Option("--kant", help="nummers van de lijst van DOP of AOC")
    ] = None,
    niveau: Annotated[
        str | None, typer.Option("--niveau", help="nummers van de lijst van dit niveau")
    ] = None,
    manager: Annotated[
        str | None, typer.Option("--manager", help="nummers van de lijst van deze collega")
    ] = None,
) -> None:
    """Legt één regel van de werklijst helemaal uit; geef dezelfde opties als bij de lijst."""
    from clm_cli.views.werklijst import waarom as view

    bekeken = _bekijk(ctx)
    filters = {
        "gemeente": gemeente,
        "zorgvorm": zorgvorm,
        "perceel": perceel,
        "kant": kant and kant.upper(),
        "niveau": niveau,
    }
    lijst = _lijst(
        bekeken,
        kies(
            bekeken.register,
            dagen,
            persoon=None if alles else manager or wie(bekeken.om, bekeken.register),
            **filters,
        ),
    )
    regel = next((rij for rij in lijst.regels if rij.nummer == nr), None)
    if regel is None:
        opties = _opties(alles, dagen, {**filters, "manager": manager})
        raise ClmFout(
            f"De werklijst heeft geen regel {nr}; zij telt er {len(lijst.regels)}.",
            nu=f"clm werklijst{opties}",
        )
    blad = view.Waaromblad(bekeken.kijk, regel, bekeken.geladen.plaats)
    uitvoer.toon(bekeken.om, "waarom", blad, view)


def overzicht(ctx: typer.Context) -> None:
    """Toont alle dossiers, één regel per aanbieder."""
    from clm_cli.derivations.werklijst import Filter
    from clm_cli.views import overzicht as view

    bekeken = _bekijk(ctx)
    lijst, aantallen = _lijst(bekeken, Filter(dagen=_VER)), _per_map(_gevonden(bekeken))
    uitvoer.toon(bekeken.om, "overzicht", view.overzicht(bekeken.kijk, lijst, aantallen), view)


def toon_dossier(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(help="het dossier, of het begin van zijn naam")],
) -> None:
    """Toont één dossier op één bladzijde."""
    from clm_cli.derivations.werklijst import Filter
    from clm_cli.views.dossier import bladzijde as view
    from clm_cli.views.dossier.blad import dossierblad

    bekeken = _bekijk(ctx)
    gekozen = registers.dossier(bekeken.register, dossier)
    lijst = _lijst(bekeken, Filter(dagen=_VER))
    blad = dossierblad(bekeken.kijk.blik(gekozen), lijst, bekeken.geladen.plaats)
    uitvoer.toon(bekeken.om, "toon", blad, view)


def tijdlijn(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(help="het dossier, of het begin van zijn naam")],
    escalatie: Annotated[
        str | None, typer.Option("--escalatie", help="alleen deze escalatie")
    ] = None,
) -> None:
    """Vertelt het verhaal van een dossier, feit voor feit."""
    from clm_cli.views import tijdlijn as view

    bekeken = _bekijk(ctx)
    gekozen = registers.dossier(bekeken.register, dossier)
    namen = [zaak.id for zaak in gekozen.escalaties]
    if escalatie and escalatie not in namen:
        raise ClmFout(
            f"Er is geen escalatie '{escalatie}'.",
            nu=f"kies uit {', '.join(namen) or '(dit dossier heeft er geen)'}",
        )
    dag = bekeken.om.peildatum
    ruw = tuple(
        feit
        for feit in bekeken.geladen.register.dossiers[gekozen.id].bestanden
        if _bekend(feit, dag, bekeken.om.bekend)
    )
    blad = view.Tijdlijn(bekeken.kijk.blik(gekozen), ruw, bekeken.geladen.plaats, escalatie)
    uitvoer.toon(bekeken.om, "tijdlijn", blad, view)


def _bekend(bestand: Bestand[Any], op: date, bekend: datetime | None) -> bool:
    """Whether a fact had happened on a day and was recorded at a moment."""
    datum, vastgelegd = (
        getattr(bestand.record, "datum", None),
        getattr(bestand.record, "vastgelegd", None),
    )
    return (
        vastgelegd is not None
        and datum is not None
        and datum <= op
        and (bekend is None or vastgelegd <= bekend)
    )


def controleer(
    ctx: typer.Context,
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="DOSSIER", help="alleen deze dossiers")
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="ook bij alleen informatie is de uitkomst 1")
    ] = False,
) -> int:
    """Controleert het register en zegt wat er niet klopt, waar, en wat helpt.

    De uitkomst is 1 als er een fout of waarschuwing is.
    """
    from clm_cli.files.stukken import controleer_stukken
    from clm_cli.rules.boek import controleer as toets
    from clm_cli.views import controle as view

    bekeken = _bekijk(ctx)
    meldingen = [*bekeken.geladen.meldingen, *toets(bekeken.register, bekeken.om.peildatum)]
    meldingen += controleer_stukken(registers.wortel(bekeken.om), bekeken.register)
    if dossiers:
        namen = {registers.dossier(bekeken.register, naam).id for naam in dossiers}
        meldingen = [m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen]
    bron = registers.bron(registers.wortel(bekeken.om), bekeken.geladen)
    blad = view.Controle(tuple(meldingen), bekeken.geladen.plaats, bron, streng)
    uitvoer.toon(bekeken.om, "controleer", blad, view)
    return 0 if blad.goed else 1


OPDRACHTEN = (
    (werklijst, "werklijst"),
    (waarom, "waarom"),
    (overzicht, "overzicht"),
    (toon_dossier, "toon"),
    (tijdlijn, "tijdlijn"),
    (controleer, "controleer"),
)
