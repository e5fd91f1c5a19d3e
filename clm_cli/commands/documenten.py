"""Floor 7, documenten: filled data becomes files of a dossier, each read back before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from clm_cli import __version__
from clm_cli.commands.werk import Werk
from clm_cli.deur import lees_in
from clm_cli.documents.blokken import als_tekst, ontleed
from clm_cli.documents.document import Briefhoofd, Document, Stijl
from clm_cli.documents.grafiek import Figuur, met_figuren
from clm_cli.documents.mail import Bijlage
from clm_cli.documents.opmaak import maak
from clm_cli.documents.pdf import zetterversie
from clm_cli.documents.sjablonen import Gevuld, vul
from clm_cli.documents.stijl import huisstijl
from clm_cli.documents.teruglezen import gewoon, tekst_van
from clm_cli.documents.word.bestand import mist_stijlen
from clm_cli.files.gemaakt import is_te_vervangen
from clm_cli.files.schijf import inhoud_van
from clm_cli.meldingen import ClmFout, Geweigerd, oorzaak
from clm_cli.records.basis import Feit, Stuk
from clm_cli.records.organisatie import Huisstijl
from clm_cli.value import value
from clm_cli.voorstel import NieuwStuk, Voorstel

_GROOTSTE_STIJL = 20 << 20

VORMEN = ("md", "pdf", "docx")
"""The formats in which a document is made unless others are asked for."""


@value
class Opgesteld:
    """A document, how its template was filled in, and what was noticed on the way."""

    document: Document
    gevuld: Gevuld

    @property
    def onderweg(self) -> tuple[str, ...]:
        """The named styles that the letterhead lacks; the document is made with clm's own."""
        mist = mist_stijlen(self.document) if self.document.stijl.briefpapier else ()
        if not mist:
            return ()
        stijl = f"de stijl{'' if len(mist) == 1 else 'en'} {', '.join(mist)}"
        zin = f"Let op: het briefpapier mist {stijl}; in Word gebruikt clm daar zijn eigen voor."
        return (zin,)

    def versies(self) -> dict[str, str]:
        """What the document was made with."""
        zetter = zetterversie()
        return {
            "clm": __version__,
            **({"typst": zetter} if zetter else {}),
            "sjabloon_sha256": self.gevuld.sjabloon_sha256,
        }


def documenten(
    werk: Werk,
    map_: str,
    naam: str,
    gegevens: Mapping[str, object],
    vormen: Sequence[str],
    *,
    nu: str | None,
    concept: bool | None = None,
    bestand: str | None = None,
) -> Voorstel:
    """A document in some formats, in a folder; beside what a fact names it is a new version.

    The files are called by the template, unless `bestand` says otherwise.
    """
    opgesteld = stel_op(werk, naam, gegevens, concept=concept)
    ontbreekt = opgesteld.gevuld.ontbreekt
    return Voorstel(
        f"{naam.capitalize()} gemaakt.",
        stukken=als_stukken(werk, map_, bestand or naam, opgesteld.document, vormen),
        nu=nu,
        let_op=(f"er ontbreekt nog: {', '.join(ontbreekt)}",) if ontbreekt else (),
        onderweg=opgesteld.onderweg,
    )


def stel_op(
    werk: Werk,
    naam: str,
    gegevens: Mapping[str, object],
    *,
    concept: bool | None = None,
    hoofd: Briefhoofd | None = None,
    liever: Sequence[str] = (),
    titel: str | None = None,
    dag: date | None = None,
    figuren: Mapping[str, Figuur] | None = None,
) -> Opgesteld:
    """The document with the house style of the register; `concept` is None where there is none.

    Raises ClmFout while the register is not yet that of a real organisation.
    """
    if not concept and (leeg := werk.register.organisatie.nog_in_te_vullen):
        raise ClmFout(
            f"In organisatie.yaml staat nog: {', '.join(leeg)}. Zo gaat er geen stuk naar buiten.",
            nu="vul organisatie.yaml in met uw eigen gegevens"
            + ("" if concept is None else ", of bekijk het stuk met --concept"),
        )
    gevuld = vul(naam, gegevens, eigen=werk.wortel / "sjablonen", concept=concept, liever=liever)
    organisatie = werk.register.organisatie
    document = Document(
        titel=titel or f"{naam} {gegevens.get('aanbieder') or ''}".strip(),
        datum=dag or werk.vandaag,
        afzender=organisatie.naam,
        blokken=met_figuren(ontleed(gevuld.markdown), figuren or {}),
        markdown=gevuld.markdown,
        opmaak="brief" if hoofd else "verslag",
        stijl=_stijl(werk),
        briefhoofd=hoofd,
        concept=bool(concept),
        aanbieder=str(gegevens.get("aanbieder") or ""),
    )
    return Opgesteld(document, gevuld)


def _stijl(werk: Werk) -> Stijl:
    """The house style, with the letterhead and the logo that its card names."""
    kaart = next(iter(werk.register.van(Huisstijl)), None)
    papier = _lees(werk, kaart.record.briefpapier) if kaart and kaart.record.briefpapier else None
    logo = (
        _lees(werk, kaart.record.logo)
        if kaart and kaart.record.logo and kaart.record.logo.endswith(".svg")
        else None
    )
    return huisstijl(werk.register, papier, logo)


def als_stukken(
    werk: Werk,
    map_: str,
    naam: str,
    document: Document,
    vormen: Sequence[str],
    pdf: Callable[[], bytes] | None = None,
) -> tuple[NieuwStuk, ...]:
    """The files, read back: the text of each has to hold all that the blocks hold.

    `pdf` gives that one where it is being set already. A file that somebody edited is never
    replaced, nor one that a fact names and that holds something else: the new one gets a number in
    its name.
    """
    inhouden = {
        vorm: pdf() if pdf and vorm == "pdf" else _gemaakt(document, naam, vorm)
        for vorm in dict.fromkeys(vormen)
    }

    def vrij(kandidaat: str) -> bool:
        vast = any(
            _ligt_vast(werk, map_, f"{kandidaat}.{vorm}", inhoud)
            for vorm, inhoud in inhouden.items()
        )
        return not vast and not _bewerkt(werk, map_, kandidaat, inhouden)

    namen = (naam, *(f"{naam}-{nummer}" for nummer in range(2, 1000)))
    gekozen = next(filter(vrij, namen), naam)
    naast = _bewerkt(werk, map_, naam, inhouden) if gekozen != naam else ()
    return tuple(
        NieuwStuk(
            f"{map_}/{gekozen}.{vorm}",
            inhoud,
            vervang=not _genoemd(werk, map_, f"{gekozen}.{vorm}"),
            naast=naast,
        )
        for vorm, inhoud in inhouden.items()
    )


def los_stuk(werk: Werk, map_: str, naam: str, inhoud: bytes) -> NieuwStuk:
    """A file that no fact names; beside one that somebody edited it gets a number in its name."""
    stam, _, vorm = naam.rpartition(".")
    namen = (naam, *(f"{stam}-{nummer}.{vorm}" for nummer in range(2, 1000)))
    vrij = (n for n in namen if is_te_vervangen(werk.wortel, f"{map_}/{n}", inhoud))
    return NieuwStuk(f"{map_}/{next(vrij, naam)}", inhoud, vervang=True)


def laatste_stuk(werk: Werk, map_: str, naam: str, *vormen: str) -> Bijlage | None:
    """The document of a name that was made last, in the first of some formats that there is.

    Not every one was made in every format.
    """
    gevonden: dict[str, Bijlage] = {}
    for kandidaat in (naam, *(f"{naam}-{nummer}" for nummer in range(2, 1000))):
        hier = {
            vorm: inhoud
            for vorm in dict.fromkeys((*vormen, *VORMEN, "html"))
            if (inhoud := inhoud_van(werk.wortel, f"{map_}/{kandidaat}.{vorm}")) is not None
        }
        if not hier:
            break
        gevonden |= {vorm: Bijlage(f"{kandidaat}.{vorm}", hier[vorm]) for vorm in hier}
    return next((gevonden[vorm] for vorm in vormen if vorm in gevonden), None)


def _bewerkt(werk: Werk, map_: str, naam: str, inhouden: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files of this name that somebody filled in or edited."""
    return tuple(
        f"{map_}/{naam}.{vorm}"
        for vorm, inhoud in inhouden.items()
        if not _genoemd(werk, map_, f"{naam}.{vorm}")
        and not is_te_vervangen(werk.wortel, f"{map_}/{naam}.{vorm}", inhoud)
    )


def _gemaakt(document: Document, naam: str, vorm: str) -> bytes:
    """The document in one format, refused when text got lost in it."""
    inhoud = maak(document, vorm)
    # a PDF has page headers in between, and Typst refuses what it cannot set
    if vorm != "pdf" and not _heeft(inhoud, vorm, als_tekst(document.blokken)):
        raise Geweigerd(
            f"In het gemaakte {naam}.{vorm} ontbreekt tekst",
            nu="meld dit als fout in clm",
        )
    return inhoud


def _heeft(inhoud: bytes, vorm: str, tekst: str) -> bool:
    return _dicht(gewoon(tekst)) in _dicht(tekst_van(inhoud, vorm))


def _dicht(tekst: str) -> str:
    """Without spaces: where a line breaks is no difference."""
    return tekst.replace(" ", "").replace("\u00a0", "")


def _ligt_vast(werk: Werk, map_: str, naam: str, inhoud: bytes) -> bool:
    """Whether a fact names this file and it holds something else."""
    pad = f"{map_}/{naam}"
    return _genoemd(werk, map_, naam) and inhoud_van(werk.wortel, pad) != inhoud


def _genoemd(werk: Werk, map_: str, naam: str) -> bool:
    """Whether a fact in the folder names this file: then it never changes; a card may rename it."""
    eigen = [
        b
        for b in werk.geladen.register.rond(f"{map_}/")
        if b.map == map_ and isinstance(b.record, Feit)
    ]
    return any(
        isinstance(deel, Stuk) and deel.bestand == naam for b in eigen for _, deel in b.delen
    )


def _lees(werk: Werk, naam: str) -> bytes:
    """The letterhead or the logo."""
    try:
        return lees_in(werk.wortel, f"huisstijl/{naam}", _GROOTSTE_STIJL)
    except OSError as fout:
        raise ClmFout(
            f"huisstijl/{naam} is niet te lezen: {oorzaak(fout)}.",
            nu="verbeter huisstijl/huisstijl.yaml",
        ) from None
