"""Floor 7, teruggelezen: a letter that was just made is read back: every part stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.derivations.brieven.elementen import Element, niet_gevonden
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.documents.blokken import als_tekst
from clm_cli.documents.document import Document
from clm_cli.documents.teruglezen import brieftekst
from clm_cli.meldingen import Geweigerd
from clm_cli.voorstel import NieuwStuk


def zoek_terug(soort: Briefsoort, rijen: tuple[Element, ...], document: Document) -> None:
    """Whether the template kept every part: an own template may have lost one."""
    hoofd = document.briefhoofd
    boven = " ".join((*hoofd.aan, *(w for _, w in hoofd.velden)) if hoofd else ())
    weg = niet_gevonden(rijen, soort.woorden, als_tekst(document.blokken), boven)
    if weg:
        raise Geweigerd(
            f"In de brief '{soort.titel}' staat niet: {'; '.join(weg)}.",
            nu=f"verbeter het sjabloon brieven/{soort.soort}.md, of haal het eigen sjabloon weg",
        )


def zoek_in_pdf(
    soort: Briefsoort,
    rijen: tuple[Element, ...],
    stukken: Sequence[NieuwStuk],
    document: Document,
) -> None:
    """Whether the finished PDF, read from its own bytes, holds every part."""
    for stuk in stukken:
        if not stuk.pad.endswith(".pdf"):
            continue
        weg = niet_gevonden(
            rijen, soort.woorden, brieftekst(stuk.inhoud, document, zelf_gezet=True)
        ) and niet_gevonden(rijen, soort.woorden, brieftekst(stuk.inhoud, document))
        if weg:
            raise Geweigerd(
                f"In de gemaakte PDF staat niet: {'; '.join(weg)}.",
                nu="meld dit als fout in clm",
            )
