"""Floor 8, brieven: the command that makes a letter, or all letters of a kind."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, cast

import typer

from clm_cli.cli.invoer import ingevuld
from clm_cli.cli.opties import Contracten, Vormen, als_getypt
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.vragen import vraag
from clm_cli.commands.brieven.kaart import Gevraagd
from clm_cli.commands.brieven.maak import alle_brieven, brief
from clm_cli.commands.brieven.opstel import Onaf
from clm_cli.commands.documenten import VORMEN
from clm_cli.commands.sjablonen import namen as sjabloonnamen
from clm_cli.dossier import Dossier
from clm_cli.meldingen import Afgebroken, ClmFout
from clm_cli.records.brief import Briefkaart
from clm_cli.records.vorm import velden

_Dossier = Annotated[
    str | None,
    typer.Argument(metavar="DOSSIER", help="het dossier; met --alle mag u het weglaten"),
]
_Soort = Annotated[
    str | None,
    typer.Argument(
        metavar="SOORT",
        help=(
            "welke brief (clm sjabloon toont de soorten), of een brief die er al is: dan "
            "wordt hij opnieuw gemaakt"
        ),
    ),
]
_Escalatie = Annotated[
    str | None,
    typer.Argument(
        metavar="ESCALATIE",
        help="bij welke escalatie; de enige open escalatie hoeft u niet te noemen",
    ),
]
_Bij = Annotated[
    str | None,
    typer.Option(
        "--bij",
        metavar="FEIT",
        help="waar de brief over gaat; standaard het laatste feit van die soort",
    ),
]
_Datum = Annotated[
    str | None,
    typer.Option(
        "--datum",
        metavar="DATUM",
        help="de datum op de brief, de dag van verzending; standaard vandaag",
    ),
]
_Kenmerk = Annotated[
    str | None, typer.Option("--kenmerk", help="ons kenmerk; standaard de naam van de brief")
]
_UwKenmerk = Annotated[
    str | None, typer.Option("--uw-kenmerk", help="hun kenmerk, of de brief waarop dit antwoordt")
]
_Onderwerp = Annotated[str | None, typer.Option("--onderwerp", help="de betreftregel")]
_Kanalen = Annotated[
    list[str] | None, typer.Option("--kanaal", help="hoe de brief wordt verzonden; mag vaker")
]
_Aan = Annotated[
    list[str] | None, typer.Option("--aan", help="bij een memo of nota: voor wie; mag vaker")
]
_Teksten = Annotated[
    list[str] | None,
    typer.Option("--tekst", help="een eigen tekst, als: onderdeel=… tekst=…; mag vaker"),
]
_Termijnen = Annotated[
    list[str] | None,
    typer.Option(
        "--termijn",
        help=("een termijn die de brief stelt, als: soort=antwoord termijn='…'; mag vaker"),
    ),
]
_Bijlagen = Annotated[
    list[str] | None,
    typer.Option(
        "--bijlage", help="een bijlage, als: titel=… bestand=… of vindplaats=…; mag vaker"
    ),
]
_Uitnodiging = Annotated[
    str | None, typer.Option("--uitnodiging", help="een gesprek, als: datum=… tijd=… plaats=…")
]
_Ondertekenaar = Annotated[
    str | None, typer.Option("--ondertekenaar", help="wie ondertekent (organisatie.yaml)")
]
_Vervangt = Annotated[
    str | None,
    typer.Option(
        "--vervangt", metavar="BRIEF", help="de eerdere brief die hierdoor wordt vervangen"
    ),
]
_Alle = Annotated[
    str | None,
    typer.Option(
        "--alle",
        metavar="SOORT",
        help=(
            "maak alle brieven van deze soort die nog wachten: classificatie, herinnering of "
            "geen-verlenging"
        ),
    ),
]
_Concept = Annotated[
    bool,
    typer.Option(
        "--concept",
        help=(
            "ook als er nog iets ontbreekt; elke bladzijde heet dan CONCEPT en de brief kan "
            "niet worden verzonden"
        ),
    ),
]
_Bestand = Annotated[
    str | None,
    typer.Option(
        "--bestand",
        metavar="BESTAND",
        help="lees de invoer uit een YAML-bestand, of - voor de invoer; opties gaan voor",
    ),
]


def maak(
    ctx: typer.Context,
    dossier: _Dossier = None,
    soort: _Soort = None,
    escalatie: _Escalatie = None,
    bij: _Bij = None,
    datum: _Datum = None,
    kenmerk: _Kenmerk = None,
    uw_kenmerk: _UwKenmerk = None,
    onderwerp: _Onderwerp = None,
    contract: Contracten = None,
    kanaal: _Kanalen = None,
    aan: _Aan = None,
    tekst: _Teksten = None,
    termijn: _Termijnen = None,
    bijlage: _Bijlagen = None,
    uitnodiging: _Uitnodiging = None,
    ondertekenaar: _Ondertekenaar = None,
    vervangt: _Vervangt = None,
    vorm: Vormen = None,
    alle: _Alle = None,
    concept: _Concept = False,
    bestand: _Bestand = None,
) -> int:
    """Make a letter, or every letter of a kind that is waiting."""
    werk = Werk(ctx.obj)
    gezegd = op_de_kaart(
        werk.vandaag,
        kenmerk=kenmerk,
        uw_kenmerk=uw_kenmerk,
        onderwerp=onderwerp,
        contracten=contract,
        kanalen=kanaal,
        aan=aan,
        teksten=tekst,
        termijnen=termijn,
        bijlagen=bijlage,
        uitnodiging=uitnodiging,
        ondertekenaar=ondertekenaar,
        vervangt=vervangt,
    )
    if alle:
        eigen = werk.dossier(dossier) if dossier else None
        return werk.leg_vast(
            alle_brieven(werk, eigen, alle, gezegd, vorm or VORMEN, concept=concept)
        )
    if dossier is None or soort is None:
        raise _ongenoemd(werk, dossier)
    gevraagd = Gevraagd(soort, escalatie, bij, datum, {**ingevuld(werk.om, bestand), **gezegd})
    return _leg_vast(werk, werk.dossier(dossier), gevraagd, vorm or VORMEN, concept=concept)


def _ongenoemd(werk: Werk, dossier: str | None) -> ClmFout:
    """What was not said of a letter; one word alone may be its kind."""
    try:
        naam = werk.dossier(dossier).id if dossier else "DOSSIER"
    except ClmFout:
        if f"brieven/{dossier}" not in sjabloonnamen(werk):
            raise
        alle = f"clm brief maak --alle {dossier}"
        return ClmFout(
            "Noem het dossier.",
            nu=f"clm brief maak DOSSIER {dossier}; of {alle} voor alle brieven die nog wachten",
        )
    return ClmFout(
        f"Noem {'' if dossier else 'het dossier en '}de soort brief.",
        nu=(
            f"clm brief maak {naam} SOORT (clm sjabloon toont de soorten); of "
            "--alle SOORT voor alle brieven die nog wachten"
        ),
    )


def _leg_vast(
    werk: Werk, dossier: Dossier, gevraagd: Gevraagd, vormen: Sequence[str], *, concept: bool
) -> int:
    """The letter, asked what alone lacks of it; own texts are kept when it cannot be made."""
    boom = dict(gevraagd.gezegd)
    if isinstance(rijen := boom.get("teksten"), list):  # one that a draft may not keep is asked
        boom["teksten"] = [rij for rij in rijen if not isinstance(rij, dict) or rij.get("tekst")]
    gevraagd = replace(gevraagd, gezegd=boom)
    try:
        try:
            voorstel = brief(werk, dossier, gevraagd, vormen, concept=concept)
        except Onaf as fout:
            _vraag_teksten(boom, fout)
            voorstel = brief(werk, dossier, gevraagd, vormen, concept=concept)
        return werk.leg_vast(voorstel)
    except ClmFout as fout:
        if "teksten" not in boom:
            raise
        raise werk.bewaard(f"{dossier.id}-brief", boom, fout) from None


def _vraag_teksten(boom: dict[str, object], fout: Onaf) -> None:
    """Fills in the own texts that alone lack, as typed; off a terminal the refusal."""
    if not (fout.teksten and sys.stdin.isatty()):
        raise fout
    for naam, titel in fout.teksten:
        try:
            tekst = vraag(f"{titel}, in uw eigen woorden", "> ").strip()
        except KeyboardInterrupt:
            raise Afgebroken from None
        if not tekst:
            raise fout
        eerder = cast("list[object]", boom.get("teksten", []))
        boom["teksten"] = [*eerder, {"onderdeel": naam, "tekst": tekst}]


def op_de_kaart(vandaag: date, **opties: Any) -> dict[str, object]:
    """What was said about the letter, by the fields of its card."""
    rijen = [veld for veld in velden(Briefkaart) if veld.naam != "bijlagen"]
    gezegd = als_getypt(rijen, opties, vandaag)
    if bijlagen := gezegd.get("bijlagen"):
        gezegd["bijlagen"] = [_bijlage(tekst) for tekst in bijlagen]
    return gezegd


def _bijlage(tekst: str) -> dict[str, str]:
    """`titel=… vindplaats=…`, or only a title: then the enclosure is added by hand."""
    try:
        delen = dict(deel.split("=", 1) for deel in shlex.split(tekst))
    except ValueError:
        return {"titel": tekst, "vindplaats": "bij de brief gevoegd"}
    return (
        delen
        if delen.keys() & {"bestand", "vindplaats"}
        else {**delen, "vindplaats": "bij de brief gevoegd"}
    )
