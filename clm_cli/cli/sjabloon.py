"""Floor 7, sjabloon: the templates and the letterhead.

Which there are, copying one, checking them, and a page to measure.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clm_cli import resources
from clm_cli.cli import registers, uitvoer
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout, Ernst, Melding, Plek, oorzaak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clm_cli.records.regime import Regime
    from clm_cli.views.sjablonen.soorten import Sjabloon

_NAAM = Annotated[
    str, typer.Argument(metavar="NAAM", help="het sjabloon, zoals ingebrekestelling of agenda")
]
_HUIS = "huisstijl"


def lijst(ctx: typer.Context) -> None:
    """Toont alle sjablonen en soorten brieven.

    En wat volgens elk contract in een brief moet staan.
    """
    from clm_cli.views.sjablonen import lijst as view

    rijen, regimes = _alle(ctx.obj)
    uitvoer.toon(ctx.obj, "sjabloon-lijst", view.Sjablonenlijst(rijen, tuple(regimes)), view)


def toon(ctx: typer.Context, naam: _NAAM) -> None:
    """Toont één sjabloon: waarvoor het is, wat erin moet staan, welke gegevens het krijgt.

    En de tekst.
    """
    from clm_cli.views.sjablonen import bladzijde as view

    rijen, regimes = _alle(ctx.obj)
    rij = _kies(rijen, naam)
    pad, namen = _pad(ctx.obj, rij), _namen(rij)
    tekst = _lees(pad) if pad else ""
    waar = str(pad) if pad and rij.herkomst == "register" else None
    blad = view.Sjabloonblad(rij, tuple(regimes), namen, tekst, waar)
    uitvoer.toon(ctx.obj, "sjabloon", blad, view)


def kopieer(
    ctx: typer.Context,
    naam: _NAAM,
    uitbreiden: Annotated[
        bool,
        typer.Option("--uitbreiden", help="neem de tekst van clm niet over, maar breid haar uit"),
    ] = False,
) -> int:
    """Zet een sjabloon van clm in uw register, om te wijzigen; het uwe gaat daarna voor.

    Een onderdeel, zoals _slot, geldt in alle brieven die het gebruiken. Met --uitbreiden blijft de
    tekst van clm gelden
    en vervangt u alleen een blok, met {% block aanhef %} of {% block slot %}.
    """
    from clm_cli.voorstel import NieuwStuk, Voorstel

    werk = Werk(ctx.obj)
    rijen, _ = _alle(ctx.obj)
    rij = _kies(rijen, naam)
    bron, doel = resources.sjablonen() / f"{rij.naam}.md", f"sjablonen/{rij.naam}.md"
    if not bron.is_file():
        raise ClmFout(
            f"Van {rij.naam} heeft clm geen sjabloon.",
            nu=f"maak {doel} zelf, of kopieer een soort die erop lijkt",
        )
    if (werk.wortel / doel).exists():
        raise ClmFout(
            f"{doel} bestaat al; er is niets geschreven.",
            nu="wijzig dat bestand, of haal het eerst weg",
        )
    tekst = bron.read_text(encoding="utf-8")
    if uitbreiden:
        blokken = [deel.split("%}", 1)[0].split()[0] for deel in tekst.split("{% block ")[1:]]
        if not blokken:
            raise ClmFout(
                f"{rij.naam} heeft geen blokken om uit te breiden.",
                nu=f"clm sjabloon kopieer {naam}",
            )
        tekst = f'{{% extends "pakket/{rij.naam}.md" %}}\n' + "".join(
            f"{{% block {blok} %}}\n{{{{ super() }}}}\n{{% endblock %}}\n" for blok in blokken
        )
    blijft = (
        f'de tekst van clm blijft bereikbaar als "pakket/{rij.naam}.md"; '
        "het weghalen van uw bestand zet alles terug"
    )
    return werk.leg_vast(
        Voorstel(
            f"{rij.naam} staat nu in uw register.",
            stukken=(NieuwStuk(doel, tekst.encode()),),
            let_op=(blijft,),
            nu=f"wijzig {doel}, en draai dan clm sjabloon controleer",
        )
    )


def controleer(
    ctx: typer.Context,
    wat: Annotated[
        str | None,
        typer.Argument(
            metavar="NAAM|BESTAND",
            help="een sjabloon van het register, of een Word-bestand; standaard alles",
        ),
    ] = None,
) -> int:
    """Controleert de eigen sjablonen en het briefpapier.

    De uitkomst is 1 als er iets niet klopt.
    """
    from clm_cli.views import controle as view

    om: Omgeving = ctx.obj
    if wat and wat.lower().endswith((".docx", ".docm", ".dotx", ".dotm")):
        meldingen, wortel = _papierfouten(Path(wat), wat), Path()
    else:
        wortel = registers.wortel(om)
        meldingen = _sjabloonfouten(om, wortel / "sjablonen", wat) + (
            [] if wat else _eigen_papier(om, wortel)
        )
    blad = view.Controle(tuple(meldingen), _plaats, lambda plek: _regel(wortel, plek))
    uitvoer.toon(om, "sjabloon-controleer", blad, view)
    return 0 if blad.goed else 1


def briefpapier(ctx: typer.Context) -> int:
    """Maakt een begin van eigen briefpapier, met alle velden op hun plaats.

    Om in Word verder op te maken.
    """
    from clm_cli.documents.stijl import huisstijl
    from clm_cli.documents.word.bestand import begin_papier
    from clm_cli.voorstel import NieuwStuk, Voorstel

    werk = Werk(ctx.obj)
    doel = f"{_HUIS}/briefpapier.docx"
    if (werk.wortel / doel).exists():
        raise ClmFout(
            f"{doel} bestaat al; er is niets geschreven.",
            nu="geef het een andere naam, of haal het eerst weg",
        )
    inhoud = begin_papier(
        huisstijl(werk.register),
        werk.register.organisatie.naam if werk.register.organisatie else "",
        werk.om.vandaag,
    )
    let_op = ("een veld, zoals {{ datum }}, mag u verplaatsen en opmaken; de naam blijft zo",)
    nu = (
        f"open {doel} in Word, draai clm sjabloon controleer {werk.wortel / doel}, en zet dan in "
        f"{_HUIS}/huisstijl.yaml: briefpapier: briefpapier.docx"
    )
    return werk.leg_vast(
        Voorstel(
            "Begin van het briefpapier gemaakt.",
            stukken=(NieuwStuk(doel, inhoud),),
            let_op=let_op,
            nu=nu,
        )
    )


def ijkblad(ctx: typer.Context) -> int:
    """Maakt een blad om af te drukken.

    Waarmee u ziet of het adres in het venster van de envelop valt.
    """
    from clm_cli.documents.pdf import ijkblad as maak_ijkblad
    from clm_cli.documents.stijl import huisstijl
    from clm_cli.voorstel import NieuwStuk, Voorstel

    werk = Werk(ctx.obj)
    inhoud = maak_ijkblad(
        huisstijl(werk.register),
        werk.register.organisatie.naam if werk.register.organisatie else "clm",
        werk.om.vandaag,
    )
    nu = (
        "druk het af op 100 %, en zet in huisstijl/huisstijl.yaml venster_links_mm en "
        "venster_boven_mm als het niet past"
    )
    return werk.leg_vast(
        Voorstel(
            "IJkblad gemaakt.",
            stukken=(NieuwStuk(f"{_HUIS}/ijkblad.pdf", inhoud, vervang=True),),
            nu=nu,
        )
    )


def _namen_in(map_: Path) -> list[str]:
    """The templates in a folder, by name."""
    paden = [
        pad for pad in map_.rglob("*.md") if pad.is_file() and pad.name != "LEESMIJ.md"
    ]  # folders explain themselves in it
    return sorted(pad.relative_to(map_).as_posix().removesuffix(".md") for pad in paden)


def _alle(om: Omgeving) -> tuple[tuple[Sjabloon, ...], list[Regime]]:
    """Every template, and the regimes that say what must stand in a letter.

    Outside a register only clm's.
    """
    from clm_cli.files.lader import regimes_van_clm
    from clm_cli.views.sjablonen.soorten import sjablonen

    wortel = registers.vind(om)
    regimes = [
        *(
            registers.bekeken(om, registers.laad(om)).regimes if wortel else regimes_van_clm()
        ).values()
    ]
    return sjablonen(
        _namen_in(resources.sjablonen()), _namen_in(wortel / "sjablonen") if wortel else (), regimes
    ), regimes


def _kies(rijen: tuple[Sjabloon, ...], naam: str) -> Sjabloon:
    from clm_cli.woorden import naaste

    kaal = naam.removeprefix("sjablonen/").removesuffix(".md")
    gevonden = next(
        (rij for rij in rijen if kaal in (rij.naam, rij.naam.removeprefix("brieven/"))), None
    )
    if gevonden is None:
        dichtbij = naaste(kaal, [rij.naam.removeprefix("brieven/") for rij in rijen])
        raise ClmFout(
            f"Er is geen sjabloon '{naam}'.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm sjabloon toont ze alle",
        )
    return gevonden


def _pad(om: Omgeving, rij: Sjabloon) -> Path | None:
    wortel = registers.vind(om)
    map_ = wortel / "sjablonen" if rij.herkomst == "register" and wortel else resources.sjablonen()
    return None if rij.herkomst == "geen" else map_ / f"{rij.naam}.md"


def _lees(pad: Path) -> str:
    try:
        return pad.read_text(encoding="utf-8", errors="replace")
    except OSError as fout:
        raise ClmFout(f"{pad} is niet te lezen: {oorzaak(fout)}.") from None


def _namen(rij: Sjabloon) -> Mapping[str, str]:
    """The names that a template may use.

    For letters all with what they hold, else those that clm's own uses.
    """
    from clm_cli.documents.brieven.velden import NAMEN
    from clm_cli.documents.sjablonen import namen_in

    is_brief = rij.naam.startswith("brieven/") and rij.soort != "classificatie"
    if (
        is_brief
        or rij.herkomst == "geen"
        or not (resources.sjablonen() / f"{rij.naam}.md").is_file()
    ):
        return NAMEN
    return dict.fromkeys(sorted(namen_in(rij.naam)), "")


def _sjabloonfouten(om: Omgeving, eigen: Path, wat: str | None) -> list[Melding]:
    """What is wrong in the templates of the register; a part may also use what its letter sets."""
    from clm_cli.documents.sjablonen import gezet_in, kijk_na

    rijen, _ = _alle(om)
    gekozen = [_kies(rijen, wat)] if wat else [rij for rij in rijen if rij.herkomst == "register"]
    if wat and gekozen[0].herkomst != "register":
        raise ClmFout(
            f"Uw register heeft geen eigen sjabloon {gekozen[0].naam}; dat van clm geldt.",
            nu=f"clm sjabloon kopieer {wat}",
        )
    uit = []
    for rij in gekozen:
        bekend = set(_namen(rij))
        if rij.soort.startswith("_"):
            bekend |= gezet_in(
                naam for naam in _namen_in(resources.sjablonen()) if naam.startswith("brieven/")
            )
        uit += [
            Melding(
                "BRF591",
                Ernst.FOUT,
                Plek(f"sjablonen/{rij.naam}.md", regel=f.regel),
                f.tekst,
                nu=f.nu,
            )
            for f in kijk_na(rij.naam, eigen, frozenset(bekend))
        ]
    return uit


def _eigen_papier(om: Omgeving, wortel: Path) -> list[Melding]:
    from clm_cli.records.organisatie import Huisstijl

    kaart = next(iter(registers.bekeken(om, registers.laad(om)).van(Huisstijl)), None)
    if kaart is None or not kaart.record.briefpapier:
        return []
    naam = f"{_HUIS}/{kaart.record.briefpapier}"
    return _papierfouten(wortel / naam, naam)


def _papierfouten(pad: Path, naam: str) -> list[Melding]:
    from clm_cli.documents.word.bestand import bekijk_papier

    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise ClmFout(f"{pad} is niet te lezen: {oorzaak(fout)}.") from None
    try:
        bevindingen = bekijk_papier(inhoud)
    except ClmFout as fout:
        return [Melding("BRF592", Ernst.FOUT, Plek(naam), fout.tekst.rstrip("."), nu=fout.nu)]
    return [
        Melding("BRF592", rij.ernst, Plek(naam), f"{rij.waar}: {rij.tekst}", nu=rij.nu)
        for rij in bevindingen
    ]


def _plaats(plek: Plek) -> tuple[int, int] | None:
    return (plek.regel, plek.kolom or 1) if plek.regel else None


def _regel(wortel: Path, plek: Plek) -> str | None:
    """The line of a template that a melding is about."""
    rijen = _lees(wortel / plek.pad).split("\n") if plek.regel else []
    return rijen[plek.regel - 1] if plek.regel and plek.regel <= len(rijen) else None


OPDRACHTEN = (
    (lijst, "lijst"),
    (toon, "toon"),
    (kopieer, "kopieer"),
    (controleer, "controleer"),
    (briefpapier, "briefpapier"),
    (ijkblad, "ijkblad"),
)
