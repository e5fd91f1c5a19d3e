"""Floor 7, sjablonen: the templates and the letterhead: which there are, copies of them, faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from clm_cli import resources
from clm_cli.commands.register import Gelezen
from clm_cli.commands.werk import Werk
from clm_cli.deur import alles_onder, lees_genoemd, lees_waar
from clm_cli.documents.brieven.velden import NAMEN
from clm_cli.documents.pdf import ijkblad as maak_ijkblad
from clm_cli.documents.sjablonen import gezet_in, kijk_na, namen_in
from clm_cli.documents.stijl import huisstijl
from clm_cli.documents.word.bestand import begin_papier, bekijk_papier
from clm_cli.files.lader import regimes_van_clm
from clm_cli.meldingen import ClmFout, Ernst, Geweigerd, Melding, Plek, oorzaak
from clm_cli.records.organisatie import Huisstijl
from clm_cli.views.controle import Controle
from clm_cli.views.sjablonen.bladzijde import Sjabloonblad
from clm_cli.views.sjablonen.lijst import Sjablonenlijst
from clm_cli.views.sjablonen.soorten import Sjabloon, sjablonen
from clm_cli.voorstel import NieuwStuk, Voorstel
from clm_cli.woorden import bedoelt

_HUIS = "huisstijl"


def alle(gelezen: Gelezen | Werk | None) -> Sjablonenlijst:
    """The templates of clm and of the register; outside a register only clm's."""
    regimes = (*(gelezen.register.regimes if gelezen else regimes_van_clm()).values(),)
    eigen = _namen_in(gelezen.wortel, "sjablonen") if gelezen else ()
    return Sjablonenlijst(sjablonen(_namen_in(resources.sjablonen()), eigen, regimes), regimes)


def namen(gelezen: Gelezen | Werk | None) -> frozenset[str]:
    """What the templates are called that somebody may name."""
    return frozenset(rij.naam for rij in alle(gelezen).sjablonen)


def toon(gelezen: Gelezen | None, naam: str) -> Sjabloonblad:
    """One template: what it is for, the names that it may use, and its text."""
    bekend = alle(gelezen)
    rij = _kies(bekend, naam)
    if rij.herkomst == "geen":
        return Sjabloonblad(rij, bekend.regimes, _namen(rij), "", None)
    eigen = gelezen.wortel / "sjablonen" if gelezen and rij.herkomst == "register" else None
    pad = (eigen or resources.sjablonen()) / f"{rij.naam}.md"
    waar = f"sjablonen/{rij.naam}.md" if eigen else None
    return Sjabloonblad(rij, bekend.regimes, _namen(rij), _lees(gelezen, pad), waar)


def _kies(bekend: Sjablonenlijst, naam: str) -> Sjabloon:
    """The template that is meant."""
    kaal = naam.removeprefix("sjablonen/").removesuffix(".md").lower()
    gevonden = next(
        (rij for rij in bekend.sjablonen if kaal in (rij.naam, rij.naam.removeprefix("brieven/"))),
        None,
    )
    if gevonden is None:
        namen = [rij.naam.removeprefix("brieven/") for rij in bekend.sjablonen]
        raise ClmFout(
            f"Er is geen sjabloon '{naam}'.",
            nu=bedoelt(kaal, namen, "clm sjabloon toont ze alle"),
        )
    return gevonden


def kopieer(werk: Werk, naam: str, *, uitbreiden: bool) -> Voorstel:
    """A template of clm in the register, to change; or one that only extends it."""
    rij = _kies(alle(werk), naam)
    bron, doel = resources.sjablonen() / f"{rij.naam}.md", f"sjablonen/{rij.naam}.md"
    if not bron.is_file():
        raise ClmFout(
            f"Van {rij.naam} heeft clm geen sjabloon.",
            nu=f"maak {doel} zelf, of kopieer een soort die erop lijkt",
        )
    if (werk.wortel / doel).exists():
        raise Geweigerd(
            f"{doel} bestaat al",
            nu="wijzig dat bestand, of haal het eerst weg",
        )
    tekst = bron.read_text(encoding="utf-8")
    if uitbreiden:
        tekst = _uitbreiding(rij.naam, tekst, naam)
    blijft = (
        f'de tekst van clm blijft bereikbaar als "pakket/{rij.naam}.md"; '
        "het weghalen van uw bestand zet alles terug"
    )
    return Voorstel(
        f"{rij.naam} staat nu in uw register.",
        stukken=(NieuwStuk(doel, tekst.encode()),),
        let_op=(blijft,),
        nu=f"wijzig {doel}, en draai dan clm sjabloon controleer",
    )


def nieuw(werk: Werk, soort: str, naar: str | None) -> Voorstel:
    """A template for a kind of letter of a regime's own, to begin from another one."""
    bekend = alle(werk)
    gevraagd = [rij.soort for rij in bekend.sjablonen if rij.herkomst == "geen"]
    if any(rij.soort == soort and rij.herkomst == "register" for rij in bekend.sjablonen):
        raise ClmFout(
            f"'{soort}' heeft al een sjabloon in sjablonen/brieven.",
            nu="clm sjabloon controleer",
        )
    if soort not in gevraagd:
        anders = "noem de brief in het regime; van clm neemt clm sjabloon kopieer er een over"
        raise ClmFout(
            f"Er is geen soort brief '{soort}' van een eigen regime zonder sjabloon.",
            nu=bedoelt(soort, gevraagd, anders),
        )
    bron = resources.sjablonen() / f"{_kies(bekend, naar or '_maatregel').naam}.md"
    if not bron.is_file():
        raise ClmFout(f"Van {naar} heeft clm geen sjabloon.", nu="clm sjabloon toont ze alle")
    doel = f"sjablonen/brieven/{soort}.md"
    return Voorstel(
        f"{doel} is gemaakt naar {bron.stem}.",
        stukken=(NieuwStuk(doel, bron.read_bytes()),),
        nu=f"wijzig {doel}, en draai dan clm sjabloon controleer",
    )


def _uitbreiding(naam: str, tekst: str, getypt: str) -> str:
    """A template that keeps clm's text, with its blocks to change."""
    blokken = [deel.split("%}", 1)[0].split()[0] for deel in tekst.split("{% block ")[1:]]
    if not blokken:
        raise ClmFout(
            f"{naam} heeft geen blokken om uit te breiden.", nu=f"clm sjabloon kopieer {getypt}"
        )
    return f'{{% extends "pakket/{naam}.md" %}}\n' + "".join(
        f"{{% block {blok} %}}\n{{{{ super() }}}}\n{{% endblock %}}\n" for blok in blokken
    )


def controleer(gelezen: Gelezen, naam: str | None) -> Controle:
    """What is wrong in the templates of the register and, unless one is named, in its paper."""
    meldingen = _sjabloonfouten(alle(gelezen), gelezen.wortel / "sjablonen", naam)
    if not naam:
        meldingen += _eigen_papier(gelezen)
    return Controle(tuple(meldingen), _plaats, lambda plek: _regel(gelezen, plek))


def controleer_papier(naam: str) -> Controle:
    """What is wrong in a Word file that is to be a letterhead."""
    fouten = _papierfouten(None, Path(naam), naam)
    return Controle(tuple(fouten), _plaats, lambda _: None)


def briefpapier(werk: Werk) -> Voorstel:
    """A beginning of own letterhead, with every field in its place."""
    doel = f"{_HUIS}/briefpapier.docx"
    if (werk.wortel / doel).exists():
        raise Geweigerd(
            f"{doel} bestaat al",
            nu="geef het een andere naam, of haal het eerst weg",
        )
    inhoud = begin_papier(huisstijl(werk.register), _afzender(werk), werk.vandaag)
    nu = (
        f"open {doel} in Word, draai clm sjabloon controleer {werk.wortel / doel}, en zet dan in "
        f"{_HUIS}/huisstijl.yaml: briefpapier: briefpapier.docx"
    )
    return Voorstel(
        "Begin van het briefpapier gemaakt.",
        stukken=(NieuwStuk(doel, inhoud),),
        let_op=("een veld, zoals {{ datum }}, mag u verplaatsen en opmaken; de naam blijft zo",),
        nu=nu,
    )


def ijkblad(werk: Werk) -> Voorstel:
    """A page to print, which shows whether the address falls in the window of an envelope."""
    inhoud = maak_ijkblad(huisstijl(werk.register), _afzender(werk) or "clm", werk.vandaag)
    return Voorstel(
        "IJkblad gemaakt.",
        stukken=(NieuwStuk(f"{_HUIS}/ijkblad.pdf", inhoud, vervang=True),),
        nu=(
            "druk het af op 100 %, en zet in huisstijl/huisstijl.yaml venster_links_mm en "
            "venster_boven_mm als het niet past"
        ),
    )


def _afzender(werk: Werk) -> str:
    return werk.register.organisatie.naam


def _namen_in(wortel: Path, map_: str = "") -> list[str]:
    """The templates in a folder, by name; what explains a folder is none."""
    paden = (pad for pad in alles_onder(wortel, map_) if pad.endswith(".md"))
    namen = (pad for pad in paden if pad.rpartition("/")[2] != "LEESMIJ.md")
    return sorted(pad.removesuffix(".md") for pad in namen)


def _lees(gelezen: Gelezen | None, pad: Path) -> str:
    try:
        inhoud = lees_waar(gelezen.wortel, pad) if gelezen else lees_genoemd(pad)
        return inhoud.decode("utf-8", "replace")
    except OSError as fout:
        raise ClmFout(f"{pad} is niet te lezen: {oorzaak(fout)}.") from None


def _namen(rij: Sjabloon) -> Mapping[str, str]:
    """The names that a template may use: of letters with what they hold, else as in clm's own."""
    if (
        rij.naam.startswith("brieven/")
        or rij.herkomst == "geen"
        or not (resources.sjablonen() / f"{rij.naam}.md").is_file()
    ):
        return NAMEN
    return dict.fromkeys(sorted(namen_in(rij.naam)), "")


def _sjabloonfouten(bekend: Sjablonenlijst, eigen: Path, naam: str | None) -> list[Melding]:
    """What is wrong in the templates of the register; a part may also use what its letter sets."""
    gekozen: Sequence[Sjabloon] = (
        [_kies(bekend, naam)]
        if naam
        else [rij for rij in bekend.sjablonen if rij.herkomst == "register"]
    )
    if naam and gekozen[0].herkomst != "register":
        raise ClmFout(
            f"Uw register heeft geen eigen sjabloon {gekozen[0].naam}; dat van clm geldt.",
            nu=f"clm sjabloon kopieer {naam}",
        )
    uit = []
    for rij in gekozen:
        namen = set(_namen(rij))
        if rij.soort.startswith("_"):
            van_clm = _namen_in(resources.sjablonen())
            namen |= gezet_in(n for n in van_clm if n.startswith("brieven/"))
        for fout in kijk_na(rij.naam, eigen, frozenset(namen)):
            plek = Plek(f"sjablonen/{rij.naam}.md", regel=fout.regel)
            uit.append(Melding("BRF591", Ernst.FOUT, plek, fout.tekst, nu=fout.nu))
    return uit


def _eigen_papier(gelezen: Gelezen) -> list[Melding]:
    kaart = next(iter(gelezen.register.van(Huisstijl)), None)
    if kaart is None or not kaart.record.briefpapier:
        return []
    naam = f"{_HUIS}/{kaart.record.briefpapier}"
    return _papierfouten(gelezen.wortel, gelezen.wortel / naam, naam)


def _papierfouten(wortel: Path | None, pad: Path, naam: str) -> list[Melding]:
    try:
        inhoud = lees_waar(wortel, pad) if wortel else lees_genoemd(pad)
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


def _regel(gelezen: Gelezen, plek: Plek) -> str | None:
    """The line of a template that a melding is about."""
    rijen = _lees(gelezen, gelezen.wortel / plek.pad).split("\n") if plek.regel else []
    return rijen[plek.regel - 1] if plek.regel and plek.regel <= len(rijen) else None
