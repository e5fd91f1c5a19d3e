"""Floor 8, feitopdracht: a command that writes one fact, its options made from the model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from shlex import quote
from typing import Any

import typer

from clm_cli.advies import opdracht
from clm_cli.bestand import Map
from clm_cli.cli.invoer import (
    MET_EDITOR,
    geraamte,
    in_editor,
    ingevuld,
    vraag_dag,
    vraag_ontbrekend,
)
from clm_cli.cli.navraag import leest_ook, vraag_na
from clm_cli.cli.opdrachten import TABEL
from clm_cli.cli.opties import (
    Opties,
    als_getypt,
    bestandsoptie,
    dagoptie,
    maak_functie,
    optie,
    parameter,
    woord,
)
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import meld
from clm_cli.cli.vooraf import weiger_vooraf
from clm_cli.commands import feiten
from clm_cli.commands.dingen import beurt_van, eis_open, kies_ding, omgewisseld, welk
from clm_cli.commands.optiewaarden import als_woord
from clm_cli.derivations.namen import Waar
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.soort import Feitsoort
from clm_cli.records.vorm import datumveld, velden
from clm_cli.value import value
from clm_cli.voorstel import NieuwStuk

_ZELF = frozenset({"kaart_sha256"})
"""Fields that clm works out from the files themselves."""


@value
class Gegeven:
    """What was typed beside the fields of the fact."""

    datum: str | None
    naam: str | None
    nogmaals: bool
    mail: NieuwStuk | None = None
    """The mail itself, when the fact was made from one."""


@value
class Feitopdracht:
    """The command that writes one kind of fact, by the row of that kind."""

    soort: Feitsoort

    def maak(self) -> Callable[..., int]:
        """The function that typer calls, with an option for every field."""
        soort = self.soort
        rijen = {v.naam: v for v in velden(soort.model) if v.naam not in _ZELF}
        woorden = [woord("dossier", "DOSSIER", "het dossier, of een deel van de naam")]
        if soort.los:
            los = rijen.pop(soort.los)
            woorden.append(woord(los.naam, los.naam.upper(), los.uitleg, verplicht=False))
        if soort.ding:
            uitleg = f"{welk(soort.ding)}: de map, of een deel van de naam"
            woorden.append(woord("ding", soort.ding.upper(), uitleg, verplicht=False))
        opties = [
            optie(replace(veld, verplicht=veld.verplicht and veld.naam not in soort.gevuld))
            for veld in rijen.values()
        ]
        return maak_functie([*woorden, *opties, *self._vast()], self._voer_uit)

    def _vast(self) -> list[Any]:
        """The options that do not stand in the model."""
        naam = typer.Option(
            "--naam", metavar="NAAM", help="een korte naam; standaard de soort van de tekortkoming"
        )
        nogmaals = typer.Option(
            "--nogmaals", help="leg het vast, ook al staat er al een ander feit over hetzelfde"
        )
        mail = typer.Option("--mail", metavar="BESTAND", help="neem over uit een mail (.eml)")
        return [
            *([parameter("mail_", str | None, mail)] if self.soort.uit_mail else []),
            *([parameter("naam_", str | None, naam)] if self.soort.opent else []),
            *([parameter("nogmaals_", bool, nogmaals, False)] if self.soort.eenmalig else []),
            dagoptie(self.soort.dag or "de dag waarop het gebeurde", nodig=bool(self.soort.dag)),
            bestandsoptie("lees de inhoud uit een YAML-bestand, of - voor de invoer"),
            parameter(
                "editor_", bool, typer.Option("--editor", help="vul het in uw editor in"), False
            ),
        ]

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        ding = gegeven.pop("ding", None)
        ding = self._ding(dossier, ding, gegeven, werk.vandaag)
        bestand, editor = gegeven.pop("bestand_"), gegeven.pop("editor_")
        naast = Gegeven(
            gegeven.pop("datum_"), gegeven.pop("naam_", None), gegeven.pop("nogmaals_", False)
        )
        boom: Opties = ingevuld(werk.om, bestand)
        if mail := gegeven.pop("mail_", None):
            from clm_cli.commands.mailin import uit_mail  # the whole of mail, for who brings one

            uit = uit_mail(werk, self.soort, dossier.id, mail)
            boom, naast = {**uit.velden, **boom}, replace(naast, mail=uit.stuk)
            if "datum" not in boom and not naast.datum:
                raise ClmFout("De mail zegt niet wanneer zij is verzonden.", nu="geef --datum")
            for regel in uit.let_op:
                meld(f"let op: {regel}")
        boom |= als_getypt(velden(self.soort.model), gegeven, werk.vandaag, los=self.soort.los)

        def leg_vast(gezegd: Mapping[str, Any]) -> int:
            return self._leg_vast(werk, dossier.id, ding, dict(gezegd), naast)

        if editor:
            assert self.soort.opdracht
            wat = f"{TABEL[self.soort.opdracht].zin}\nDossier {dossier.id}"
            tekst = geraamte(self.soort.model, boom, wat)
            return in_editor(werk, f"{dossier.id}-{self.soort.naam}", tekst, leg_vast)
        return leg_vast(boom)

    def _ding(
        self, dossier: Dossier, ding: str | None, gegeven: Opties, vandaag: date
    ) -> str | None:
        """The folder that is meant; an instrument is easily named after its case."""
        if not self.soort.ding:
            return None
        los = gegeven.get(self.soort.los) if self.soort.los == "instrument" else None
        if los and (goed := omgewisseld(dossier, ding, los)):
            raise ClmFout("Noem eerst het instrument, en dan de escalatie.", nu=goed)
        beurt = beurt_van(self.soort.naam, vandaag)
        gekozen = kies_ding(dossier, self.soort.ding, ding, beurt)
        if ding is None and not gegeven.get("bij"):
            eis_open(dossier, gekozen, self.soort.naam)
        return gekozen.id

    def _leg_vast(
        self, werk: Werk, naam: str, id_: str | None, boom: dict[str, object], naast: Gegeven
    ) -> int:
        soort, dossier = self.soort, werk.dossier(naam)
        ding = kies_ding(dossier, soort.ding, id_) if soort.ding else None
        vol = boom
        try:
            met_dag = self._met_dag(werk, dossier, ding, boom, naast)
            opgave = feiten.begin(werk, soort, dossier, ding, boom, naast.datum)
            aanvulling = feiten.vul_aan(opgave)
            # what it answers is no question where only one thing can be meant
            bekend = {*opgave.boom, *({"bij"} & {*aanvulling.velden})}
            if soort.eerst and soort.eerst not in bekend:
                vol = dict(opgave.boom)
                over = vol if sys.stdin.isatty() else {**vol, **aanvulling.velden}
                self._vraag(werk, over, aanvulling, opgave.blik, alleen=soort.eerst)
                opgave = feiten.met(opgave, vol)
                aanvulling = feiten.vul_aan(opgave)
            vol = {**opgave.boom, **aanvulling.velden}
            self._vraag(werk, vol, aanvulling, opgave.blik)
            opgave = feiten.met(opgave, vol)
            # what was only now answered may have parts without a number
            erna = feiten.vul_aan(opgave)
            vol |= {n: w for n, w in erna.velden.items() if n in vol}
            if not (werk.in_editor or werk.om.ja):
                toont = opdracht("escalatie", "toon", dossier.id, ding.id) if ding else None
                vooraf = (erna.vooraf, toont)
                vraag_na(soort.model, vol, erna.navraag, erna.keuzes, opgave.blik, *vooraf)
                # what was answered just now can ask for another next step: in acute danger, call
                aanvulling = replace(aanvulling, nu=feiten.vul_aan(feiten.met(opgave, vol)).nu)
            voorstel = feiten.voorstel(
                werk,
                feiten.met(opgave, vol),
                aanvulling,
                naam=naast.naam,
                nogmaals=naast.nogmaals,
                datum_gezegd=met_dag,
            )
            mee = (naast.mail,) if naast.mail else ()
            return werk.leg_vast(replace(voorstel, stukken=(*voorstel.stukken, *mee)))
        except ClmFout as fout:
            bij = f" --naam {quote(naast.naam)}" if naast.naam else ""
            raise werk.bewaard(f"{dossier.id}-{soort.naam}", vol, fout, bij) from None

    def _met_dag(
        self,
        werk: Werk,
        dossier: Dossier,
        ding: Map | None,
        boom: dict[str, object],
        naast: Gegeven,
    ) -> bool:
        """Whether its day was said; where that is never assumed a terminal is asked for it first.

        Off a terminal it is refused with all else that lacks. Who says when it came in, or who
        knew it since when, has said the day that counts.
        """
        soort, blik = self.soort, werk.kijk.blik(dossier)
        if naast.datum or boom.get("datum"):
            return True
        if not soort.dag or boom.get("ontvangen") or boom.get("bekend_bij"):
            return False
        if not sys.stdin.isatty():
            aanvulling = feiten.Aanvulling(dict.fromkeys(soort.gevuld))
            with suppress(ClmFout):  # what lacks is told before what is wrong with the rest
                aanvulling = feiten.vul_aan(feiten.begin(werk, soort, dossier, ding, boom, None))
            vol = {**boom, **aanvulling.velden}
            dag = (als_woord(datumveld("datum", soort.dag)),)
            self._vraag(werk, vol, aanvulling, blik, ook=dag)
        weiger_vooraf(soort.model, boom, blik)
        vraag_dag(boom, soort.dag, werk.vandaag)
        return True

    def _vraag(
        self,
        werk: Werk,
        vol: dict[str, object],
        aanvulling: feiten.Aanvulling,
        waar: Waar,
        alleen: str | None = None,
        ook: Sequence[str] = (),
    ) -> None:
        """What has to be there: asked, or refused off a terminal; perhaps one field alone."""
        vraag_ontbrekend(
            self.soort.model,
            vol,
            () if alleen else self.soort.zeg,
            aanvulling.keuzes,
            vermoed=aanvulling.vermoed,
            vragen=not werk.in_editor,
            nu=MET_EDITOR,
            los=self.soort.los or None,
            waar=waar,
            alleen=alleen,
            ook=ook,
            erbij=self._erbij(vol, aanvulling),
        )

    def _erbij(self, vol: Opties, aanvulling: feiten.Aanvulling) -> list[str]:
        """What a condition wants as well, so that who cannot be asked need not try again."""
        leest = [*leest_ook(self.soort.model, vol, aanvulling.navraag)]
        mee = [f"Een voorwaarde, stuk of controle leest ook: {'; '.join(leest)}."] if leest else []
        return [*mee, *(f"Nog niet vervuld: {regel}." for regel in aanvulling.vooraf)]
