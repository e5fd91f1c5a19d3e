"""Floor 7, brieven: the command that makes a letter, or all letters of a kind."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from clm_cli.cli.briefopstel import brief_kaart, stel_brief_op
from clm_cli.cli.briefreeks import maak_alle
from clm_cli.cli.classificatiebrief import classificatiebrief
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout

_VORMEN = ["md", "pdf", "docx"]
_OPTIES = (
    "kenmerk",
    "uw_kenmerk",
    "onderwerp",
    "contracten",
    "kanalen",
    "aan",
    "teksten",
    "termijnen",
    "bijlagen",
    "uitnodiging",
    "ondertekenaar",
    "vervangt",
)


def maak(
    ctx: typer.Context,
    dossier: Annotated[
        str | None,
        typer.Argument(metavar="DOSSIER", help="het dossier; met --alle mag u het weglaten"),
    ] = None,
    soort: Annotated[
        str | None,
        typer.Argument(
            metavar="SOORT",
            help=(
                "welke brief (clm sjabloon toont de soorten), of een brief die er al is: dan "
                "wordt zij opnieuw gemaakt"
            ),
        ),
    ] = None,
    escalatie: Annotated[
        str | None,
        typer.Argument(
            metavar="ESCALATIE",
            help="bij welke escalatie; de enige open escalatie hoeft u niet te noemen",
        ),
    ] = None,
    bij: Annotated[
        str | None,
        typer.Option(
            "--bij",
            metavar="FEIT",
            help="waar de brief over gaat; standaard het laatste feit van die soort",
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum",
            metavar="DATUM",
            help="de datum op de brief, de dag van verzending; standaard vandaag",
        ),
    ] = None,
    kenmerk: Annotated[
        str | None, typer.Option("--kenmerk", help="ons kenmerk; standaard de naam van de brief")
    ] = None,
    uw_kenmerk: Annotated[
        str | None,
        typer.Option("--uw-kenmerk", help="hun kenmerk, of de brief waarop dit antwoordt"),
    ] = None,
    onderwerp: Annotated[str | None, typer.Option("--onderwerp", help="de betreftregel")] = None,
    contract: Annotated[
        list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")
    ] = None,
    kanaal: Annotated[
        list[str] | None, typer.Option("--kanaal", help="hoe de brief wordt verzonden; mag vaker")
    ] = None,
    aan: Annotated[
        list[str] | None, typer.Option("--aan", help="bij een memo of nota: voor wie; mag vaker")
    ] = None,
    tekst: Annotated[
        list[str] | None,
        typer.Option("--tekst", help="een eigen tekst, als: onderdeel=… tekst=…; mag vaker"),
    ] = None,
    termijn: Annotated[
        list[str] | None,
        typer.Option(
            "--termijn",
            help=(
                "een termijn die de brief stelt, als: soort=antwoord termijn='10 werkdagen'; mag "
                "vaker"
            ),
        ),
    ] = None,
    bijlage: Annotated[
        list[str] | None,
        typer.Option(
            "--bijlage", help="een bijlage, als: titel=… bestand=… of vindplaats=…; mag vaker"
        ),
    ] = None,
    uitnodiging: Annotated[
        str | None, typer.Option("--uitnodiging", help="een gesprek, als: datum=… tijd=… plaats=…")
    ] = None,
    ondertekenaar: Annotated[
        str | None, typer.Option("--ondertekenaar", help="wie ondertekent (organisatie.yaml)")
    ] = None,
    vervangt: Annotated[
        str | None,
        typer.Option(
            "--vervangt", metavar="BRIEF", help="de eerdere brief die hierdoor wordt vervangen"
        ),
    ] = None,
    vorm: Annotated[
        list[str] | None,
        typer.Option(
            "--vorm",
            metavar="VORM",
            help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
        ),
    ] = None,
    alle: Annotated[
        str | None,
        typer.Option(
            "--alle",
            metavar="SOORT",
            help=(
                "maak alle brieven van deze soort die nog wachten: classificatie, herinnering of "
                "geen-verlenging"
            ),
        ),
    ] = None,
    concept: Annotated[
        bool,
        typer.Option(
            "--concept",
            help=(
                "ook als er nog iets ontbreekt; elke bladzijde heet dan CONCEPT en de brief kan "
                "niet worden verzonden"
            ),
        ),
    ] = False,
) -> int:
    """Maakt een brief: kaart, Markdown, PDF en Word.

    Zonder verplichte onderdelen weigert clm, en zegt wat ontbreekt.
    """
    werk = Werk(ctx.obj)
    gezegd = _gezegd(
        {
            "kenmerk": kenmerk,
            "uw_kenmerk": uw_kenmerk,
            "onderwerp": onderwerp,
            "contracten": contract,
            "kanalen": kanaal,
            "aan": aan,
            "teksten": tekst,
            "termijnen": termijn,
            "bijlagen": bijlage,
            "uitnodiging": uitnodiging,
            "ondertekenaar": ondertekenaar,
            "vervangt": vervangt,
        }
    )
    if alle:
        return maak_alle(
            werk,
            werk.dossier(dossier) if dossier else None,
            alle,
            gezegd,
            vorm or _VORMEN,
            concept=concept,
        )
    if dossier is None or soort is None:
        raise ClmFout(
            f"Noem {'het dossier en ' if dossier is None else ''}de soort brief.",
            nu="clm brief maak DOSSIER SOORT; of --alle SOORT voor alle brieven die nog wachten",
        )
    eigen = werk.dossier(dossier)
    if soort == "classificatie":
        return werk.leg_vast(classificatiebrief(werk, eigen, gezegd, vorm or _VORMEN))
    map_, boom, nieuw = brief_kaart(werk, eigen, soort, escalatie, bij, datum, gezegd)
    return werk.leg_vast(
        stel_brief_op(werk, eigen, map_, boom, vorm or _VORMEN, nieuw=nieuw, concept=concept)
    )


def _gezegd(opties: dict[str, Any]) -> dict[str, Any]:
    """The options as they stand on the card."""
    from clm_cli.commands.getypt import als_boom
    from clm_cli.records.brief import Briefkaart
    from clm_cli.records.vorm import velden

    rijen = {veld.naam: veld for veld in velden(Briefkaart)}
    delen = {"bijlagen"}
    uit = {
        naam: als_boom(rijen[naam], waarde)
        for naam, waarde in opties.items()
        if waarde not in (None, [], ()) and naam not in delen
    }
    if opties["bijlagen"]:
        uit["bijlagen"] = [_bijlage(tekst) for tekst in opties["bijlagen"]]
    return uit


def _bijlage(tekst: str) -> dict[str, str]:
    """`titel=… vindplaats=…`, or only a title: then the enclosure is added by hand."""
    import shlex

    try:
        delen = dict(deel.split("=", 1) for deel in shlex.split(tekst))
    except ValueError:
        return {"titel": tekst, "vindplaats": "bij de brief gevoegd"}
    return (
        delen
        if delen.keys() & {"bestand", "vindplaats"}
        else {**delen, "vindplaats": "bij de brief gevoegd"}
    )


OPDRACHTEN = ((maak, "maak"),)
