"""Floor 8, gesprekken: the commands that plan a talk and record it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import typer

from clm_cli.cli.invoer import MET_EDITOR, geraamte, in_editor, ingevuld, vraag_ontbrekend
from clm_cli.cli.navraag import vraag_na
from clm_cli.cli.opties import (
    Opties,
    als_getypt,
    bestandsoptie,
    maak_functie,
    optie,
    parameter,
    woord,
)
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import gesprekken
from clm_cli.commands.dingen import kies_gesprek
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.meldingen import ClmFout
from clm_cli.records.gesprek import Gehouden as Model
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.vorm import velden

_BESTAND = "lees het uit een YAML-bestand, of - voor de invoer; opties gaan voor"
_DOSSIER = ("dossier", "DOSSIER", "het dossier, of een deel van de naam")


class Gepland:
    """`clm gesprek gepland`: the card of a talk that is still to come."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        later = ("gehouden", "stukken_verstuurd")
        rijen = [veld for veld in velden(Gesprekskaart) if veld.naam not in later]
        naam = typer.Option("--naam", metavar="NAAM", help="een woord voor de map, zoals voortgang")
        vast = [parameter("naam_", str | None, naam), bestandsoptie(_BESTAND)]
        return maak_functie([woord(*_DOSSIER), *map(optie, rijen), *vast], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier, naam = werk.dossier(gegeven.pop("dossier")), gegeven.pop("naam_")
        bestand = gegeven.pop("bestand_")
        gezegd = ingevuld(werk.om, bestand) | als_getypt(
            velden(Gesprekskaart), gegeven, werk.vandaag
        )
        vol: Opties = {"contracten": [], "soort": "regulier", **gezegd}
        try:
            vraag_ontbrekend(Gesprekskaart, vol, waar=werk.kijk.blik(dossier))
            if not werk.om.ja:
                navraag = gesprekken.te_vragen(werk, dossier, vol)
                vraag_na(Gesprekskaart, vol, navraag, {}, werk.kijk.blik(dossier))
            return werk.leg_vast(gesprekken.gepland(werk, dossier, _met(gezegd, vol), naam))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-gesprek", _met(gezegd, vol), fout) from None


def _met(gezegd: Opties, antwoorden: Opties) -> Opties:
    """What was said, and what was answered since; what a talk begins with was not said."""
    return gezegd | {n: w for n, w in antwoorden.items() if n not in ("contracten", "soort")}


class Gehouden:
    """`clm gesprek gehouden`: what happened, from flags, a file, a Word document, or the editor."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of what happened."""
        gesprek = "welk gesprek: de map, of een deel van de naam"
        word = typer.Option(
            "--word", metavar="BESTAND", help="lees het uit de ingevulde agenda in Word"
        )
        editor = typer.Option(
            "--editor", help="vul het in uw editor in; wat er al is vastgelegd, staat erin"
        )
        nogmaals = typer.Option(
            "--nogmaals",
            help="verander wat er van dit gesprek is vastgelegd; wat u niet noemt, blijft zo",
        )
        return maak_functie(
            [
                woord(*_DOSSIER),
                woord("ding", "GESPREK", gesprek, verplicht=False),
                *map(optie, velden(Model)),
                bestandsoptie(_BESTAND),
                parameter("word_", str | None, word),
                parameter("nogmaals_", bool, nogmaals, False),
                parameter("editor_", bool, editor, False),
            ],
            self._voer_uit,
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        gesprek = kies_gesprek(dossier, gegeven.pop("ding"), "gehouden", werk.vandaag)
        bestand, word = gegeven.pop("bestand_"), gegeven.pop("word_")
        editor, nogmaals = gegeven.pop("editor_"), gegeven.pop("nogmaals_")
        boom: dict[str, object] = ingevuld(werk.om, bestand)
        let_op: tuple[str, ...] = ()
        if word and not bestand:
            boom, let_op = gesprekken.uit_word(werk, dossier, gesprek, word)
        skelet, eerder = gesprekken.skelet(dossier, gesprek), gesprekken.vastgelegd(werk, gesprek)
        allen = gegeven.get("aanwezig") == ["allen"]
        if allen:
            gegeven["aanwezig"] = None
        boom |= als_getypt(
            velden(Model), gegeven, werk.vandaag, gesprekken.vragen(dossier, gesprek)
        )
        if allen:
            boom["aanwezig"] = skelet["aanwezig"]

        def leg_vast(gezegd: Mapping[str, Any]) -> int:
            hier = werk.dossier(dossier.id)
            nu = kies_gesprek(hier, gesprek.id, "gehouden", werk.vandaag)
            if not (bestand or word or werk.in_editor):
                gezegd = gesprekken.aangevuld(gesprekken.vastgelegd(werk, nu), gezegd)
            # Who saves the filled form otherwise than it was, wants it otherwise.
            anders = nogmaals or (werk.in_editor and bool(eerder))
            return self._leg_vast(werk, hier, nu, gezegd, let_op, nogmaals=anders)

        if editor or not boom:
            gesprekken.mag_nog(dossier, gesprek)
            skelet.pop("aanwezig")
            eigen = gesprekken.waren_er(werk, dossier, gesprek)
            vermoed = {naam: een.waarde for naam, een in eigen.items()}
            kop = f"Gesprek {gesprek.id} met {dossier.id}"
            tekst = geraamte(Model, (eerder or skelet) | boom, kop, vermoed)
            return in_editor(werk, f"{dossier.id}-{gesprek.id}", tekst, leg_vast)
        return leg_vast(boom)

    def _leg_vast(
        self,
        werk: Werk,
        dossier: Dossier,
        gesprek: Gesprek,
        gezegd: Mapping[str, object],
        let_op: tuple[str, ...],
        *,
        nogmaals: bool,
    ) -> int:
        boom = dict(gezegd)
        try:
            boom = gesprekken.gehouden(werk, dossier, gesprek, gezegd)
            vraag_ontbrekend(
                Model,
                boom,
                vermoed=gesprekken.waren_er(werk, dossier, gesprek),
                vragen=not werk.in_editor,
                nu=MET_EDITOR,
                waar=werk.kijk.blik(dossier),
            )
            datum_gezegd = "datum" in gezegd
            voorstel = gesprekken.leg_vast(
                werk, dossier, gesprek, boom, datum_gezegd=datum_gezegd, nogmaals=nogmaals
            )
            return werk.leg_vast(replace(voorstel, let_op=(*voorstel.let_op, *let_op)))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{gesprek.id}", boom, fout) from None


GEPLAND, GEHOUDEN = Gepland(), Gehouden()
