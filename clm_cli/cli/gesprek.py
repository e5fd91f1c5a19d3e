"""Floor 7, gesprek: planning a talk, recording it in whatever way suits.

And making its documents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.feitopdracht import bewaard, kies_ding, maak_functie, optie, parameter, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout, oorzaak

if TYPE_CHECKING:
    from clm_cli.documents.word.agendalezer import Ingevuld
    from clm_cli.register import Dossier, Gesprek

_GROOTSTE_WORD = 50_000_000
VORMEN = ("md", "pdf", "docx", "html")


@dataclass(frozen=True)
class Gepland:
    """`clm gesprek gepland`: the card of a talk that is still to come."""

    __doc__ = "Plant een gesprek; zonder --contracten gaat het over alle lopende contracten."

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
        ingevuld = _uit_word(werk, dossier, gesprek, word) if word and not bestand else None
        boom: dict[str, Any] = (
            lees_invoer(bestand) if bestand else ingevuld.boom if ingevuld else {}
        )
        let_op = ingevuld.let_op if ingevuld else ()
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
                lambda b: self._leg_vast(werk, dossier, gesprek, dict(b), let_op),
            )
        return self._leg_vast(werk, dossier, gesprek, boom, let_op)

    def _leg_vast(
        self,
        werk: Werk,
        dossier: Dossier,
        gesprek: Gesprek,
        boom: dict[str, Any],
        let_op: tuple[str, ...],
    ) -> int:
        from clm_cli.acts.gesprekken import gehouden
        from clm_cli.cli.invoer import vraag_ontbrekend
        from clm_cli.records.gesprek import Gehouden as Model

        try:
            voorstel = gehouden(dossier, gesprek, boom, werk.kop)
            vraag_ontbrekend(Model, boom)
            return werk.leg_vast(replace(voorstel, let_op=(*voorstel.let_op, *let_op)))
        except ClmFout as fout:
            raise bewaard(werk, f"{dossier.id}-{gesprek.id}", boom, fout) from None


def _uit_word(werk: Werk, dossier: Dossier, gesprek: Gesprek, pad: str) -> Ingevuld:
    from clm_cli.documents.word.agendalezer import lees_agenda
    from clm_cli.documents.word.agendawoorden import bekend

    bron = Path(pad)
    if not bron.exists() and (ernaast := werk.wortel / gesprek.pad / pad).is_file():
        bron = ernaast
    try:
        te_groot = bron.stat().st_size > _GROOTSTE_WORD
        inhoud = b"" if te_groot else bron.read_bytes()
    except OSError as fout:
        raise ClmFout(
            f"{pad} is niet te lezen: {oorzaak(fout)}.", nu="noem het pad van het bestand"
        ) from None
    if te_groot:
        raise ClmFout(f"{pad} is te groot voor een agenda.", nu="haal de afbeeldingen eruit")
    blik = blik_op(werk.register, dossier, werk.om.vandaag)
    return lees_agenda(inhoud, bron.name, bekend(blik, gesprek, werk.wortel / "sjablonen"))


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


def verslag(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    gesprek: Annotated[str | None, typer.Argument(metavar="GESPREK", help="welk gesprek")] = None,
    vorm: Annotated[
        list[str] | None,
        typer.Option(
            "--vorm",
            metavar="VORM",
            help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
        ),
    ] = None,
    concept: Annotated[
        bool,
        typer.Option(
            "--concept", help="ook als er nog iets ontbreekt; elke bladzijde heet dan CONCEPT"
        ),
    ] = False,
) -> int:
    """Maakt het verslag van een gesprek, met besluiten en acties vooraan."""
    return _maak(ctx, "verslag", dossier, gesprek, vorm, concept=concept)


def agenda(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    gesprek: Annotated[str | None, typer.Argument(metavar="GESPREK", help="welk gesprek")] = None,
    vorm: Annotated[
        list[str] | None,
        typer.Option(
            "--vorm",
            metavar="VORM",
            help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
        ),
    ] = None,
) -> int:
    """Maakt de agenda van een gesprek; de Word-versie kan tijdens het gesprek worden ingevuld."""
    return _maak(ctx, "agenda", dossier, gesprek, vorm, concept=False)


def _maak(
    ctx: typer.Context,
    soort: str,
    naam: str,
    welk: str | None,
    vormen: list[str] | None,
    *,
    concept: bool,
) -> int:
    from clm_cli.cli.documenten import maak_documenten
    from clm_cli.documents.gesprekken import agenda as agendagegevens
    from clm_cli.documents.gesprekken import verslag as verslaggegevens

    werk = Werk(ctx.obj)
    dossier = werk.dossier(naam)
    gekozen = kies_ding(dossier, "gesprek", welk)
    from clm_cli.register import Gesprek

    assert isinstance(gekozen, Gesprek)
    gegevens = (verslaggegevens if soort == "verslag" else agendagegevens)(
        blik_op(werk.register, dossier, werk.om.vandaag), gekozen
    )
    nu = (
        f"clm gesprek gedeeld {dossier.id} {gekozen.id}"
        if soort == "verslag"
        else f"clm gesprek gehouden {dossier.id} {gekozen.id} --word {soort}.docx"
    )
    return maak_documenten(
        werk, gekozen.pad, soort, gegevens, vormen or ["md", "pdf", "docx"], nu=nu, concept=concept
    )


OPDRACHTEN = ((Gepland(), "gepland"), (Gehouden(), "gehouden"))
MAAK = ((agenda, "agenda"), (verslag, "verslag"))
LOSSE = ((verslag, "verslag"),)
