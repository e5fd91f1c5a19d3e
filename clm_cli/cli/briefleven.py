"""Floor 8, briefleven: the life of a letter after it was made.

Approved, sent, delivered, returned; and theirs that came in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.feitopdracht import Feitopdracht
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout, oorzaak

if TYPE_CHECKING:
    from clm_cli.bestand import Map
    from clm_cli.register import Brief, Dossier


def _brief(ding: Map | None) -> Brief:
    from clm_cli.register import Brief

    assert isinstance(ding, Brief)
    return ding


def _verzonden(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The document that went out, the seal on the card, the days that are printed, and to whom."""
    from clm_cli.acts.brieven import verzending as act
    from clm_cli.files.stukken import sha256_van

    brief = _brief(ding)
    act.van_ons(dossier, brief)
    act.geen_concept(dossier, brief)
    _kanaal(boom)
    boom["kaart_sha256"] = sha256_van(werk.wortel / brief.kaart.pad)
    act.verzegeld(brief, boom["kaart_sha256"])
    if "document" in boom:
        _ander_stuk(werk, brief, boom)
    else:
        stuk = act.stuk_van(dossier, brief)
        act.onveranderd(
            dossier, brief, stuk, sha256_van(werk.wortel / brief.pad / str(stuk.bestand))
        )
        boom["document"] = stuk.bestand
    boom.setdefault("genoemd", act.genoemd(brief))
    adres = act.geadresseerde(dossier, brief, str(boom.get("kanaal", "")))
    if adres:
        boom.setdefault("aan", adres)
    return act.na_verzending(dossier, brief)


def _kanaal(boom: dict[str, Any]) -> None:
    """The way it went, by its name in the record."""
    from typing import get_args

    from clm_cli.records.brief import Kanaal
    from clm_cli.woorden import naaste

    gezegd, bekend = boom.get("kanaal"), list(get_args(Kanaal))
    if gezegd is not None and gezegd not in bekend:
        dichtbij = naaste(str(gezegd), bekend)
        raise ClmFout(
            f"'{gezegd}' is geen kanaal.",
            nu=f'bedoelt u --kanaal "{dichtbij}"?' if dichtbij else f"kies uit {', '.join(bekend)}",
        )


def _ander_stuk(werk: Werk, brief: Brief, boom: dict[str, Any]) -> None:
    """The file that really went out, such as a scan of the signed letter.

    The days of the card have to stand in it.
    """
    from clm_cli.acts.brieven.verzending import niet_in
    from clm_cli.commands.brieven.bestand import lees_brief
    from clm_cli.derivations.brieven.vergelijking import dagen
    from clm_cli.tijd.datum import datum_lang

    pad = _pad(werk, brief, boom["document"])
    if "genoemd" in boom or pad is None:
        return
    tekst = lees_brief(pad).tekst
    weg = niet_in(brief, dagen(tekst)) if tekst else ()
    if weg:
        namen = "; ".join(
            (
                f"{rij.termijn}{f' {rij.tekortkoming}' if rij.tekortkoming else ''}: "
                f"{datum_lang(rij.uiterlijk)}"
            )
            for rij in weg
        )
        bij = f" tekortkoming={weg[0].tekortkoming}" if weg[0].tekortkoming else ""
        voorbeeld = f"termijn={weg[0].termijn}{bij} uiterlijk=… kalender={weg[0].kalender}"
        raise ClmFout(
            (
                f"In {pad.name} staan niet de dagen van de kaart ({namen}). Wat in de verzonden "
                "brief staat, telt; er is niets geschreven."
            ),
            nu=(
                "vergelijk het met clm brief controleer, en noem elke dag die er wel in staat: "
                f'--genoemd "{voorbeeld}"'
            ),
        )


def _pad(werk: Werk, brief: Brief, stuk: Any) -> Path | None:
    """A document that was named by its path, or by its name in the folder of the letter.

    None when it lies elsewhere.
    """
    naam = stuk if isinstance(stuk, str) else stuk.get("bestand")
    return (
        None
        if naam is None
        else Path(naam)
        if Path(naam).is_file()
        else werk.wortel / brief.pad / naam
    )


def _bij_verzonden(
    werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]
) -> tuple[str, ...]:
    from clm_cli.commands.brieven.bestand import lees_brief
    from clm_cli.derivations.brieven.stand import bij_verzending
    from clm_cli.files.stukken import sha256_van
    from clm_cli.tijd.datum import lees_datum

    brief, pad = _brief(ding), _pad(werk, _brief(ding), boom["document"])
    sha256 = sha256_van(pad) if pad else boom["document"].get("sha256")
    rijen = list(
        bij_verzending(
            werk.register, dossier, brief, lees_datum(boom["datum"]), str(boom["kanaal"]), sha256
        )
    )
    eigen = brief.kaart.record.document
    if (
        pad
        and (eigen is None or eigen.sha256 != sha256)
        and brief.kaart.record.genoemd
        and not lees_brief(pad).tekst
    ):
        rijen.append(
            f"van {pad.name} is geen tekst te lezen; clm neemt aan dat de dagen van de kaart erin "
            "staan"
        )
    return tuple(rijen)


def _akkoord(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """Who approves in which role, and exactly which document."""
    from clm_cli.acts.brieven import verzending as act
    from clm_cli.files.stukken import sha256_van
    from clm_cli.woorden import naaste

    brief = _brief(ding)
    act.van_ons(dossier, brief)
    act.geen_concept(dossier, brief)
    boom.setdefault("van", werk.kop.door)
    persoon = werk.register.persoon(boom["van"])
    if persoon is None:
        namen = (
            [p.id for p in werk.register.organisatie.personen] if werk.register.organisatie else []
        )
        dichtbij = naaste(boom["van"], namen)
        raise ClmFout(
            f"'{boom['van']}' is geen persoon in organisatie.yaml.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else f"kies uit {', '.join(namen)}",
        )
    boom.setdefault("rol", persoon.rol)
    if "document" not in boom:
        stuk = act.stuk_van(dossier, brief, laatst_verzonden=False)
        act.onveranderd(
            dossier, brief, stuk, sha256_van(werk.wortel / brief.pad / str(stuk.bestand))
        )
        boom["document"] = stuk.bestand
    return f"clm brief verzonden {dossier.id} {brief.id}"


def _bij_akkoord(
    werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]
) -> tuple[str, ...]:
    brief = _brief(ding)
    from clm_cli.files.stukken import sha256_van

    eigen, pad = brief.kaart.record.document, _pad(werk, brief, boom["document"])
    rijen = []
    if eigen and eigen.sha256 != (sha256_van(pad) if pad else boom["document"].get("sha256")):
        rijen.append(
            f"dit is niet het stuk van de kaart ({eigen.bestand}); een verzending van "
            f"{eigen.bestand} heeft dan nog geen akkoord"
        )
    if boom["van"] == brief.kaart.record.behandelaar:
        rijen.append("u geeft akkoord op een brief die u zelf behandelt; laat een ander meekijken")
    return tuple(rijen)


def _bezorgd(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """A delivery is about one dispatch; the only open one, when there is one."""
    _bij_verzending(dossier, _brief(ding), boom, "bezorgd")
    return (
        "clm werklijst toont de termijnen, nu vanaf de vastgelegde ontvangst; clm brief lijst "
        f"{dossier.id}"
    )


def _retour(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """A return too is about one dispatch."""
    from clm_cli.acts.brieven.verzending import na_retour

    _bij_verzending(dossier, _brief(ding), boom, "retour")
    return na_retour(dossier, _brief(ding), str(boom["bij"]).rsplit("/", 1)[-1])


def _bij_verzending(dossier: Dossier, brief: Brief, boom: dict[str, Any], wat: str) -> None:
    from clm_cli.acts.brieven.verzending import open_verzending
    from clm_cli.records.brief import Verzonden
    from clm_cli.tijd.datum import datum_vol, lees_datum

    boom["bij"] = (
        _verzending(brief, str(boom["bij"])) if "bij" in boom else open_verzending(dossier, brief)
    )
    doel = dossier.vind(str(boom["bij"]), f"{brief.pad}/x")
    if (
        doel is None
        or not isinstance(doel.bestand.record, Verzonden)
        or doel.bestand.map != brief.pad
    ):
        rijen = ", ".join(f.stam for f in brief.van(Verzonden))
        raise ClmFout(
            f"'{boom['bij']}' is geen verzending van {brief.id}.",
            nu=f"geef --bij: {rijen}" if rijen else f"clm brief verzonden {dossier.id} {brief.id}",
        )
    verzonden = doel.bestand.record.datum
    if lees_datum(boom["datum"]) < verzonden:
        raise ClmFout(
            (
                f"{wat} op {datum_vol(lees_datum(boom['datum']))} kan niet: deze verzending is "
                f"van {datum_vol(verzonden)}. Er is niets geschreven."
            ),
            nu="verbeter de dag met --datum, of de verzending met clm correctie",
        )


def _verzending(brief: Brief, naam: str) -> str:
    """A dispatch by its name or a part of it, such as the way it went."""
    passend = [b.stam for b in brief.bestanden if b.soort == "verzonden" and naam in b.stam]
    return passend[0] if len(passend) == 1 else naam


def binnengekomen(
    ctx: typer.Context,
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam")
    ],
    onderwerp: Annotated[
        str | None, typer.Option("--onderwerp", help="waar hun brief over gaat (nodig)")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="BESTAND",
            help="de scan of het bestand; het komt in het dossier, met zijn sha256 (nodig)",
        ),
    ] = None,
    soort: Annotated[
        str | None,
        typer.Option(
            "--soort",
            help=(
                "wat voor brief, zoals bezwaar, reactie, verbeterplan, herstel, antwoord, vraag "
                "of klacht"
            ),
        ),
    ] = None,
    kanaal: Annotated[
        str | None,
        typer.Option(
            "--kanaal",
            help=(
                "hoe zij binnenkwam: aangetekend, gewone post, e-mail (standaard), koerier, "
                "portaal of uitgereikt"
            ),
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="de dag van ontvangst; standaard vandaag"),
    ] = None,
    tijd: Annotated[str | None, typer.Option("--tijd", help="hoe laat, als bewijs")] = None,
    verzonden: Annotated[
        str | None,
        typer.Option(
            "--verzonden", metavar="DATUM", help="de dag waarop zij verzonden, als die blijkt"
        ),
    ] = None,
    bewijs: Annotated[
        str | None,
        typer.Option("--verzonden-bewijs", help="waaruit die dag blijkt, zoals het poststempel"),
    ] = None,
    gedateerd: Annotated[
        str | None,
        typer.Option(
            "--gedateerd",
            metavar="DATUM",
            help="de datum op hun brief; standaard de dag van verzending of ontvangst",
        ),
    ] = None,
    kenmerk: Annotated[str | None, typer.Option("--kenmerk", help="hun kenmerk")] = None,
    bij: Annotated[
        str | None,
        typer.Option("--bij", metavar="FEIT", help="onze brief, of het feit, waarop zij reageren"),
    ] = None,
    contract: Annotated[
        list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")
    ] = None,
    antwoord: Annotated[
        str | None,
        typer.Option(
            "--antwoord-uiterlijk", metavar="DATUM", help="de dag waarop zij antwoord vragen"
        ),
    ] = None,
    naam: Annotated[
        str | None,
        typer.Option(
            "--naam", metavar="NAAM", help="een korte naam; standaard de soort of het onderwerp"
        ),
    ] = None,
    bestand: Annotated[
        str | None,
        typer.Option(
            "--bestand",
            metavar="BESTAND",
            help="lees de invoer uit een YAML-bestand, of - voor de invoer; opties gaan voor",
        ),
    ] = None,
) -> int:
    """Legt een brief van de aanbieder vast.

    De map met kaart, de scan met zijn sha256, en de dag van ontvangst.
    """
    from clm_cli.acts.brieven.inkomend import hun_brief
    from clm_cli.acts.feit import lees_dag
    from clm_cli.cli.feitopdracht import bewaard
    from clm_cli.cli.invoer import lees_invoer

    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier)
    gezegd = {
        "onderwerp": onderwerp,
        "document": document,
        "soort": soort,
        "kanaal": kanaal,
        "tijd": tijd,
        "verzonden": verzonden,
        "verzonden_bewijs": bewijs,
        "gedateerd": gedateerd,
        "kenmerk": kenmerk,
        "bij": bij,
        "contracten": contract,
        "antwoord_uiterlijk": antwoord,
        "naam": naam,
    }
    boom = (
        {"soort": "brief", "kanaal": "e-mail"}
        | (lees_invoer(bestand) if bestand else {})
        | {veld: waarde for veld, waarde in gezegd.items() if waarde not in (None, [], ())}
    )
    try:
        _kanaal(boom)
        inhoud = _lees_stuk(boom.get("document"))
        return werk.leg_vast(hun_brief(eigen, boom, inhoud, werk.kop, lees_dag(datum, werk.kop)))
    except ClmFout as fout:
        raise bewaard(werk, f"{eigen.id}-binnengekomen", boom, fout) from None


def _lees_stuk(pad: str | None) -> bytes:
    if pad is None:
        raise ClmFout(
            (
                "Noem de scan of het bestand van hun brief; zonder stuk is de inhoud later niet "
                "te bewijzen. Er is niets geschreven."
            ),
            nu="geef --document met het pad van het bestand",
        )
    try:
        return Path(pad).read_bytes()
    except OSError as fout:
        raise ClmFout(
            f"Het stuk {pad} is niet te lezen: {oorzaak(fout)}; er is niets geschreven.",
            nu="noem het pad van het bestand",
        ) from None


_BR = "*/brieven/*"
BRIEFFEITEN = (
    (
        Feitopdracht(
            "akkoord",
            _BR,
            (
                "Legt vast dat iemand met precies dit stuk akkoord is; een veranderd stuk vraagt "
                "een nieuw akkoord."
            ),
            ding="brief",
            vul=_akkoord,
            let_op=_bij_akkoord,
            gevuld=("van", "rol", "document"),
        ),
        "akkoord",
    ),
    (
        Feitopdracht(
            "verzonden",
            _BR,
            "Legt één verzending vast; kaart en stuk zijn daarna verzegeld.",
            ding="brief",
            vul=_verzonden,
            let_op=_bij_verzonden,
            gevuld=("document", "aan"),
        ),
        "verzonden",
    ),
    (
        Feitopdracht(
            "bezorgd",
            _BR,
            "Legt vast dat een verzending is bezorgd.",
            ding="brief",
            vul=_bezorgd,
            gevuld=("bij",),
        ),
        "bezorgd",
    ),
    (
        Feitopdracht(
            "retour",
            _BR,
            "Legt vast dat een verzending terugkwam.",
            ding="brief",
            vul=_retour,
            gevuld=("bij",),
        ),
        "retour",
    ),
)
