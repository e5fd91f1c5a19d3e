"""Floor 8, gesprek: planning a talk, recording it in whatever way suits.

And making its documents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from clm_cli.cli.feitopdracht import bewaard, maak_functie, optie, parameter, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.commands.dingen import kies_ding
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.register import Dossier, Gesprek


@dataclass(frozen=True)
class Gepland:
    """`clm gesprek gepland`: the card of a talk that is still to come."""

    __doc__ = "Plant een gesprek; zonder --contract gaat het over alle lopende contracten."

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        from clm_cli.records.gesprek import Gesprekskaart
        from clm_cli.records.vorm import velden

        rijen = [
            veld
            for veld in velden(Gesprekskaart)
            if veld.naam not in ("gehouden", "stukken_verstuurd")
        ]
        woorden = [woord("dossier", "DOSSIER", "het dossier, of een uniek begin van de naam")]
        naam = parameter(
            "naam_",
            str | None,
            typer.Option("--naam", metavar="NAAM", help="een woord voor de map, zoals voortgang"),
        )
        return maak_functie(self.__doc__, [*woorden, *map(optie, rijen), naam], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        from clm_cli.acts.gesprekken import gepland
        from clm_cli.cli.invoer import als_boom, vraag_ontbrekend
        from clm_cli.records.gesprek import Gesprekskaart
        from clm_cli.records.vorm import velden

        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        naam = gegeven.pop("naam_")
        rijen = {veld.naam: veld for veld in velden(Gesprekskaart)}
        boom = {"contracten": [], "soort": "regulier"} | {
            n: als_boom(rijen[n], w) for n, w in gegeven.items() if w not in (None, [], ())
        }
        vraag_ontbrekend(Gesprekskaart, boom)
        try:
            return werk.leg_vast(gepland(dossier, boom, naam, werk.om.vandaag))
        except ClmFout as fout:
            raise bewaard(werk, f"{dossier.id}-gesprek", boom, fout) from None


@dataclass(frozen=True)
class Gehouden:
    """`clm gesprek gehouden`: what happened, from flags, a file, a Word document, or the editor."""

    __doc__ = (
        "Legt een gesprek vast: met opties, --bestand, --word (de ingevulde agenda) of in de "
        "editor."
    )

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of what happened."""
        from clm_cli.records.gesprek import Gehouden as Model
        from clm_cli.records.vorm import velden

        vast = [
            woord("dossier", "DOSSIER", "het dossier, of een uniek begin van de naam"),
            woord(
                "ding", "GESPREK", "welk gesprek: de map, of een deel van de naam", verplicht=False
            ),
            *map(optie, velden(Model)),
            parameter(
                "bestand_",
                str | None,
                typer.Option(
                    "--bestand",
                    metavar="BESTAND",
                    help="lees het uit een YAML-bestand, of - voor de invoer",
                ),
            ),
            parameter(
                "word_",
                str | None,
                typer.Option(
                    "--word", metavar="BESTAND", help="lees het uit de ingevulde agenda in Word"
                ),
            ),
            parameter(
                "editor_", bool, typer.Option("--editor", help="vul het in uw editor in"), False
            ),
        ]
        return maak_functie(self.__doc__, vast, self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        from clm_cli.acts.gesprekken import regimes, skelet
        from clm_cli.cli.invoer import als_boom, geraamte, in_editor, lees_invoer
        from clm_cli.records.gesprek import Gehouden as Model
        from clm_cli.records.vorm import velden

        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        gesprek = kies_gesprek(werk, dossier, gegeven.pop("ding"))
        bestand, word, editor = (
            gegeven.pop("bestand_"),
            gegeven.pop("word_"),
            gegeven.pop("editor_"),
        )
        boom: dict[str, Any] = (
            lees_invoer(bestand)
            if bestand
            else _uit_word(werk, dossier, gesprek, word)
            if word
            else {}
        )
        rijen = {veld.naam: veld for veld in velden(Model)}
        extra = [
            v.id
            for regime in regimes(dossier, gesprek.kaart.record.contracten)
            for v in regime.bevindingsvragen
        ]
        allen = gegeven.get("aanwezig") == ["allen"]
        boom |= {
            naam: als_boom(rijen[naam], w, extra)
            for naam, w in gegeven.items()
            if w not in (None, [], ()) and not (allen and naam == "aanwezig")
        }
        if allen:
            boom["aanwezig"] = skelet(dossier, gesprek)["aanwezig"]
        if editor or not boom:
            tekst = geraamte(
                Model, skelet(dossier, gesprek) | boom, f"Gesprek {gesprek.id} met {dossier.id}"
            )
            return in_editor(
                werk,
                f"{dossier.id}-{gesprek.id}",
                tekst,
                lambda b: self._leg_vast(werk, dossier, gesprek, dict(b)),
            )
        return self._leg_vast(werk, dossier, gesprek, boom)

    def _leg_vast(
        self, werk: Werk, dossier: Dossier, gesprek: Gesprek, boom: dict[str, Any]
    ) -> int:
        from clm_cli.acts.gesprekken import gehouden
        from clm_cli.cli.invoer import vraag_ontbrekend
        from clm_cli.records.gesprek import Gehouden as Model

        try:
            voorstel = gehouden(dossier, gesprek, boom, werk.kop)
            vraag_ontbrekend(Model, boom)
            return werk.leg_vast(voorstel)
        except ClmFout as fout:
            raise bewaard(werk, f"{dossier.id}-{gesprek.id}", boom, fout) from None


def _uit_word(werk: Werk, dossier: Dossier, gesprek: Gesprek, pad: str) -> dict[str, Any]:
    from clm_cli.acts.gesprekken import regimes
    from clm_cli.files.word import lees_agenda

    eigen = regimes(dossier, gesprek.kaart.record.contracten)
    themas = {thema.titel: thema.id for regime in eigen for thema in regime.themas}
    vragen = {vraag.titel: vraag.id for regime in eigen for vraag in regime.bevindingsvragen}
    hun = dossier.aanbieder.record.contactpersonen if dossier.aanbieder else ()
    ons = werk.register.organisatie.personen if werk.register.organisatie else ()
    return lees_agenda(
        pad, themas, vragen, {m.naam: m.id for m in hun} | {m.naam: m.id for m in ons}
    )


def kies_gesprek(werk: Werk, dossier: Dossier, naam: str | None) -> Gesprek:
    """The talk that is meant; without a name the only open one whose day has come."""
    from clm_cli.register import Gesprek

    if naam is None:
        te_doen = [
            g
            for g in dossier.gesprekken
            if g.kaart.record.gehouden is None and g.kaart.record.datum <= werk.om.vandaag
        ]
        if len(te_doen) == 1:
            return te_doen[0]
    gekozen = kies_ding(dossier, "gesprek", naam)
    assert isinstance(gekozen, Gesprek)
    return gekozen


GEPLAND = Gepland()
GEHOUDEN = Gehouden()
