"""Floor 8, contactpersonen: the command for who works at a provider."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from clm_cli.cli.invoer import ingevuld, vraag_ontbrekend
from clm_cli.cli.opties import Opties, als_getypt, bestandsoptie, maak_functie, optie, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import dossier as use
from clm_cli.meldingen import ClmFout
from clm_cli.records.aanbieder import Contactpersoon
from clm_cli.records.vorm import velden

_VELDEN = [veld for veld in velden(Contactpersoon) if veld.naam not in ("id", "naam")]
_BESTAND = "lees het uit een YAML-bestand, of - voor de invoer; opties gaan voor"


class Kaart:
    """`clm contactpersoon`: somebody new at a provider, or what changes of who is there."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of a person."""
        woorden = [
            woord("dossier", "DOSSIER", "het dossier, of een deel van de naam"),
            woord("naam", "NAAM", "hoe deze persoon heet", verplicht=False),
        ]
        return maak_functie(
            [*woorden, *map(optie, _VELDEN), bestandsoptie(_BESTAND)], self._voer_uit
        )

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        bestand = gegeven.pop("bestand_")
        gezegd = als_getypt(velden(Contactpersoon), gegeven, werk.vandaag, los="naam")
        # the id follows from the name
        boom: Opties = {"id": None} | ingevuld(werk.om, bestand) | gezegd
        try:
            blik = werk.kijk.blik(dossier)
            if sys.stdin.isatty():  # of who is there already, nothing has to be said again
                vraag_ontbrekend(Contactpersoon, boom, waar=blik, alleen="naam")
            if not use.is_bekend(dossier, str(boom.get("naam", ""))):
                vraag_ontbrekend(Contactpersoon, boom, waar=blik, los="naam")
            return werk.leg_vast(use.contactpersoon(werk, dossier, boom))
        except ClmFout as fout:
            getypt = {naam: waarde for naam, waarde in boom.items() if waarde is not None}
            raise werk.bewaard(f"{dossier.id}-contactpersoon", getypt, fout) from None


KAART = Kaart()
