"""Floor 6, pak: the parts of a Word file that somebody sent, opened within limits."""

from __future__ import annotations

import posixpath
from collections import Counter
from functools import cached_property, lru_cache
from typing import Never
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN
from clm_cli.meldingen import ClmFout
from clm_cli.xmldeel import open_pak, te_vol

_GROOTST, _MEESTE_DELEN, _MEESTE_ELEMENTEN, _DIEPST = 20_000_000, 3_000, 200_000, 150
_OUD = b"\xd0\xcf\x11\xe0"
"""With what a .doc begins, and a .docx with a password."""
_VOORVOEGSELS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
}
"""Word writes two dialects; here the names of both are the same."""


class _TeGrootError(Exception):
    """A part with more in it than a document that somebody wrote."""


class _Bouwer(TreeBuilder):
    """Builds the tree of one part.

    A DOCTYPE, with which a small file can swell without end, stops it at once; so do too many
    elements, or too deep a nest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.diepte = self.aantal = 0

    # the library's signature
    def doctype(self, name: str, pubid: str, system: str) -> Never:  # noqa: ARG002
        raise _TeGrootError

    # the library's signature
    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.diepte, self.aantal = self.diepte + 1, self.aantal + 1
        if self.diepte > _DIEPST or self.aantal > _MEESTE_ELEMENTEN:
            raise _TeGrootError
        kort = {_kort(naam): waarde for naam, waarde in attrs.items()} if attrs else attrs
        return super().start(_kort(tag), kort)

    def end(self, tag: str, /) -> Element:
        self.diepte -= 1
        return super().end(_kort(tag))


@lru_cache(512)  # a document has few names, and each very often
def _kort(naam: str) -> str:
    ruimte, haak, eigen = naam.rpartition("}")
    return f"{_VOORVOEGSELS.get(ruimte[1:], '?')}.{eigen}" if haak else naam


def _boom(inhoud: bytes) -> Element:
    if len(inhoud) > _GROOTST or te_vol(inhoud):
        raise _TeGrootError
    lezer = XMLParser(target=_Bouwer())  # noqa: S314 - the builder stops at a DOCTYPE
    lezer.feed(inhoud)
    wortel: Element = lezer.close()
    return wortel


class Pak:
    """A Word file as its parts; every refusal names the file, and the part where it stops."""

    def __init__(self, inhoud: bytes, naam: str) -> None:
        """Open it. Raises ClmFout when it is no Word file, or an ambiguous one."""
        self.naam = naam
        if inhoud.startswith(_OUD):
            raise ClmFout(
                f"{naam} is geen Word-document dat te lezen is: het is een oud .doc, of er zit "
                "een wachtwoord op.",
                nu="sla het in Word op als Word-document (.docx), zonder wachtwoord",
            )
        try:
            self._zip = open_pak(inhoud)
        except NIET_UIT_TE_PAKKEN:
            raise self._weiger("het bestand is beschadigd, of het is iets anders") from None
        dubbel = [deel for deel, keer in Counter(self._zip.namelist()).items() if keer > 1]
        if dubbel:
            raise self._weiger(f"het deel {dubbel[0]} zit er meer dan één keer in")
        if len(self._zip.namelist()) > _MEESTE_DELEN:
            raise self._weiger("er zitten te veel delen in")

    def _weiger(self, reden: str) -> ClmFout:
        return ClmFout(
            f"{self.naam} is geen Word-document dat te lezen is: {reden}.",
            nu="open het in Word, sla het opnieuw op als .docx, en probeer het nog eens",
        )

    @cached_property
    def hoofddeel(self) -> str:
        """The name of the part that holds the text."""
        for soort, doel in self.verwijzingen(""):
            if soort == "officeDocument":
                return doel
        raise self._weiger("er zit geen tekst van een document in")

    @cached_property
    def lijf(self) -> Element:
        """The body of the document."""
        wortel = self.deel(self.hoofddeel)
        lijf = wortel.find("w.body") if wortel is not None else None
        if lijf is None:
            raise self._weiger("er zit geen tekst van een document in")
        return lijf

    def deel(self, naam: str) -> Element | None:
        """The tree of one part; None when it is not there."""
        if naam not in self._zip.namelist():
            return None
        try:
            with self._zip.open(naam) as bron:
                wortel = _boom(bron.read(_GROOTST + 1))
        except _TeGrootError:
            raise self._weiger(
                f"in het deel {naam} zit meer dan er van één stuk wordt gelezen"
            ) from None
        except (ParseError, UnicodeError, LookupError, ValueError) as fout:
            plaats = f", regel {fout.position[0]}" if isinstance(fout, ParseError) else ""
            raise self._weiger(f"het deel {naam} is beschadigd{plaats}") from None
        except NIET_UIT_TE_PAKKEN:
            raise self._weiger(f"het deel {naam} is niet uit te pakken") from None
        return wortel

    def verwijzingen(self, deel: str) -> list[tuple[str, str]]:
        """To which parts one part points: the kind, and the name."""
        return [(soort, doel) for _, soort, doel in self._rijen(deel)]

    def achter(self, deel: str) -> dict[str, str]:
        """The names of the parts that one part points at, by their ids there."""
        return {id_: doel for id_, _, doel in self._rijen(deel)}

    def van_soort(self, soort: str) -> list[Element]:
        """The parts of one kind that the text points at."""
        delen = [doel for eigen, doel in self.verwijzingen(self.hoofddeel) if eigen == soort]
        return [wortel for doel in delen if (wortel := self.deel(doel)) is not None]

    def _rijen(self, deel: str) -> list[tuple[str, str, str]]:
        map_, _, naam = deel.rpartition("/")
        wortel = self.deel(posixpath.join(map_, "_rels", f"{naam}.rels"))
        return [
            (
                rij.get("Id", ""),
                rij.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", map_, rij.get("Target", ""))).lstrip("/"),
            )
            for rij in (wortel if wortel is not None else ())
            if rij.get("TargetMode") != "External"
        ]
