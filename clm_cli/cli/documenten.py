"""Floor 7, documenten: from filled data to files of a dossier, each read back before it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from clm_cli.cli.schrijven import Werk
from clm_cli.files.gemaakt import is_te_vervangen
from clm_cli.meldingen import ClmFout, oorzaak

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from clm_cli.documents.document import Briefhoofd, Document
    from clm_cli.documents.sjablonen import Gevuld
    from clm_cli.voorstel import NieuwStuk


def maak_documenten(
    werk: Werk,
    map_: str,
    naam: str,
    gegevens: Mapping[str, Any],
    vormen: Sequence[str],
    *,
    nu: str,
    concept: bool = False,
) -> int:
    """Make a document in some formats and put it in the folder; returns the exit code."""
    from clm_cli.voorstel import Voorstel

    document, gevuld = stel_op(werk, naam, gegevens, concept=concept)
    stukken = als_stukken(werk, map_, naam, document, vormen)
    let_op = (f"er ontbreekt nog: {', '.join(gevuld.ontbreekt)}",) if gevuld.ontbreekt else ()
    return werk.leg_vast(
        Voorstel(f"{naam.capitalize()} gemaakt.", stukken=stukken, nu=nu, let_op=let_op)
    )


def stel_op(
    werk: Werk,
    naam: str,
    gegevens: Mapping[str, Any],
    *,
    concept: bool,
    hoofd: Briefhoofd | None = None,
    liever: str | None = None,
    titel: str | None = None,
    dag: date | None = None,
) -> tuple[Document, Gevuld]:
    """The document with the house style of the register, and how its template was filled in."""
    from clm_cli.documents.blokken import ontleed
    from clm_cli.documents.document import Document
    from clm_cli.documents.sjablonen import vul
    from clm_cli.documents.stijl import huisstijl
    from clm_cli.records.organisatie import Huisstijl

    gevuld = vul(naam, gegevens, eigen=werk.wortel / "sjablonen", concept=concept, liever=liever)
    kaart = next(iter(werk.register.van(Huisstijl)), None)
    map_ = werk.wortel / "huisstijl"
    papier = _lees(map_ / kaart.record.briefpapier) if kaart and kaart.record.briefpapier else None
    logo = (
        _lees(map_ / kaart.record.logo)
        if kaart and kaart.record.logo and kaart.record.logo.endswith(".svg")
        else None
    )
    organisatie = werk.register.organisatie
    document = Document(
        titel=titel or f"{naam} {gegevens.get('aanbieder') or ''}".strip(),
        datum=dag or werk.om.vandaag,
        afzender=organisatie.naam if organisatie else "",
        blokken=ontleed(gevuld.markdown),
        markdown=gevuld.markdown,
        opmaak="brief" if hoofd else "verslag",
        stijl=huisstijl(werk.register, papier, logo),
        briefhoofd=hoofd,
        concept=concept,
        aanbieder=str(gegevens.get("aanbieder") or ""),
    )
    if papier:
        _meld_stijlen(document)
    return document, gevuld


def _meld_stijlen(document: Document) -> None:
    """Say which named styles of the letterhead are missing; the document is made with clm's own."""
    from clm_cli.cli.uitvoer import meld
    from clm_cli.documents.word.bestand import mist_stijlen

    if mist := mist_stijlen(document):
        meld(
            f"Let op: het briefpapier mist de stijl{'' if len(mist) == 1 else 'en'} "
            f"{', '.join(mist)}; in Word gebruikt clm daar zijn eigen voor."
        )


def als_stukken(
    werk: Werk,
    map_: str,
    naam: str,
    document: Document,
    vormen: Sequence[str],
    *,
    nieuwe_versie: bool = False,
) -> tuple[NieuwStuk, ...]:
    """The files, read back: the text of each has to hold all that the blocks hold.

    A file that somebody edited is never replaced: the new one gets a number in its name. With
    `nieuwe_versie` so does what differs from a file that a fact names.
    """
    from clm_cli.documents.blokken import als_tekst
    from clm_cli.documents.opmaak import maak
    from clm_cli.documents.teruglezen import gewoon, tekst_van
    from clm_cli.voorstel import NieuwStuk

    bedoeld = gewoon(als_tekst(document.blokken)).replace(" ", "").replace("\u00a0", "")
    inhouden: dict[str, bytes] = {}
    for vorm in dict.fromkeys(vormen):
        inhouden[vorm] = inhoud = maak(document, vorm)
        woorden = tekst_van(inhoud, vorm)
        if vorm != "pdf" and bedoeld not in woorden.replace(" ", "").replace(
            "\u00a0", ""
        ):  # a PDF has page headers in between
            raise ClmFout(
                f"In het gemaakte {naam}.{vorm} ontbreekt tekst; er is niets geschreven.",
                nu="meld dit als fout in clm",
            )
    namen = (naam, *(f"{naam}-{nummer}" for nummer in range(2, 1000)))

    def bewerkt(kandidaat: str) -> tuple[str, ...]:
        paden = ((f"{map_}/{kandidaat}.{vorm}", inhoud) for vorm, inhoud in inhouden.items())
        return tuple(
            pad
            for pad, inhoud in paden
            if not _genoemd(werk, map_, pad.rpartition("/")[2])
            and not is_te_vervangen(werk.wortel, pad, inhoud)
        )

    def vrij(kandidaat: str) -> bool:
        vast = nieuwe_versie and any(
            _ligt_vast(werk, map_, f"{kandidaat}.{vorm}", inhoud)
            for vorm, inhoud in inhouden.items()
        )
        return not vast and not bewerkt(kandidaat)

    gekozen = next(filter(vrij, namen), naam)
    return tuple(
        NieuwStuk(
            f"{map_}/{gekozen}.{vorm}",
            inhoud,
            vervang=not _genoemd(werk, map_, f"{gekozen}.{vorm}"),
            naast=bewerkt(naam) if gekozen != naam else (),
        )
        for vorm, inhoud in inhouden.items()
    )


def versies(gevuld: Gevuld) -> dict[str, str]:
    """What the document was made with."""
    from clm_cli import __version__
    from clm_cli.documents.pdf import zetterversie

    zetter = zetterversie()
    return {
        "clm": __version__,
        **({"typst": zetter} if zetter else {}),
        "sjabloon_sha256": gevuld.sjabloon_sha256,
    }


def _ligt_vast(werk: Werk, map_: str, naam: str, inhoud: bytes) -> bool:
    """Whether a fact names this file and it holds something else."""
    pad = werk.wortel / map_ / naam
    return _genoemd(werk, map_, naam) and not (pad.is_file() and pad.read_bytes() == inhoud)


def _genoemd(werk: Werk, map_: str, naam: str) -> bool:
    """Whether a fact in the folder names this file: then it never changes.

    A card may name it anew.
    """
    from clm_cli.records.basis import Feit, Stuk
    from clm_cli.records.verwijzingen import delen

    eigen = [
        b for b in werk.geladen.register.bestanden if b.map == map_ and isinstance(b.record, Feit)
    ]
    return any(
        isinstance(deel, Stuk) and deel.bestand == naam
        for b in eigen
        for _, deel in delen(b.record)
    )


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise ClmFout(
            f"{pad} is niet te lezen: {oorzaak(fout)}.", nu="verbeter huisstijl/huisstijl.yaml"
        ) from None
