"""Floor 6, tabel: columns that share the width of the paper, on narrow paper paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from clm_cli.value import value
from clm_cli.views.opmaak import (
    NOODBREEDTE,
    TUSSEN,
    Cel,
    Inhoud,
    Papier,
    Stijl,
    als_cel,
    breed,
    wikkel,
)
from clm_cli.woorden import zichtbaar

SMAL = 72
"""On paper narrower than this a table becomes paragraphs."""


@value
class Kolom:
    """A column: its title, and how it behaves when the paper is too narrow."""

    titel: str = ""
    minst: int = 0
    """The width below which it is not squeezed as long as another can give; 0 is never squeezed
    before the others."""
    rechts: bool = False
    hoogst: int = 0
    """The width above which its text is wrapped anyhow; 0 is no limit."""


@value
class Tabel:
    """Columns with their widths on one paper."""

    papier: Papier
    kolommen: tuple[Kolom, ...]
    breedtes: tuple[int, ...]
    inspring: int

    @property
    def rand(self) -> int:
        """The column of the paper at which the last column of the table begins."""
        return self.begin(len(self.breedtes) - 1)

    def begin(self, kolom: int) -> int:
        """The column of the paper at which a column of the table begins."""
        return self.inspring + sum(self.breedtes[:kolom]) + TUSSEN * kolom

    def rij(self, *cellen: Inhoud) -> list[str]:
        """One row, each text wrapped inside its column."""
        delen = [als_cel(cel) for cel in cellen]
        regels = [
            wikkel(cel.tekst, breedte) for cel, breedte in zip(delen, self.breedtes, strict=True)
        ]
        uit = []
        for nummer, stukken in enumerate(zip_longest(*regels, fillvalue="")):
            rij = [
                self._vul(kolom, cel, stuk, nummer)
                for kolom, (cel, stuk) in enumerate(zip(delen, stukken, strict=True))
            ]
            uit.append((" " * self.inspring + (" " * TUSSEN).join(rij)).rstrip())
        return uit

    def _vul(self, kolom: int, cel: Cel, stuk: str, nummer: int) -> str:
        wit = " " * (self.breedtes[kolom] - breed(stuk))
        geverfd = self.papier.verf(stuk, cel.stijl)
        return wit + geverfd if self.kolommen[kolom].rechts and nummer == 0 else geverfd + wit

    def kop(self, stijl: Stijl = "zwak") -> list[str]:
        """The titles of the columns."""
        return self.rij(*(Cel(kolom.titel, stijl) for kolom in self.kolommen))


def tabel(
    papier: Papier, kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Inhoud]], inspring: int = 1
) -> Tabel:
    """Columns as wide as their longest text; too wide together, the widest give way.

    First down to their `minst`, then down to what is readable at all.
    """
    teksten = [[zichtbaar(als_cel(inhoud).tekst) for inhoud in rij] for rij in rijen]
    breedtes = []
    for nummer, kolom in enumerate(kolommen):
        langste = max([breed(kolom.titel), *(breed(rij[nummer]) for rij in teksten)])
        breedtes.append(min(langste, kolom.hoogst) if kolom.hoogst else langste)
    ruimte = papier.breedte - inspring - TUSSEN * (len(breedtes) - 1)
    minst = [kolom.minst or breedte for kolom, breedte in zip(kolommen, breedtes, strict=True)]
    _knijp(breedtes, minst, ruimte)
    _knijp(breedtes, [NOODBREEDTE] * len(breedtes), ruimte)
    return Tabel(papier, tuple(kolommen), tuple(breedtes), inspring)


def tabelregels(
    papier: Papier, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Inhoud]], inspring: int = 1
) -> list[str]:
    """A table with its titles; on narrow paper each row is a paragraph that says the titles."""
    if papier.breedte < SMAL:
        return [regel for rij in rijen for regel in _in_woorden(papier, kolommen, rij, inspring)]
    tafel = tabel(papier, kolommen, rijen, inspring)
    titels = tafel.kop() if any(kolom.titel for kolom in kolommen) else []
    return [*titels, *(regel for rij in rijen for regel in tafel.rij(*rij))]


def _in_woorden(
    papier: Papier, kolommen: Sequence[Kolom], rij: Sequence[Inhoud], inspring: int
) -> list[str]:
    eerste, *rest = [als_cel(inhoud) for inhoud in rij]
    delen = [
        f"{kolom.titel} {cel.tekst}".strip()
        for kolom, cel in zip(kolommen[1:], rest, strict=True)
        if cel.tekst
    ]
    kop = papier.alinea(eerste, inspring) if eerste.tekst else []
    return [*kop, *papier.alinea(" · ".join(delen), inspring + 2)] if delen else kop


def _knijp(breedtes: list[int], minst: Sequence[int], ruimte: int) -> None:
    """Take columns off the widest that may still give, until the row fits or nothing gives."""
    while sum(breedtes) > ruimte:
        mogelijk = [nr for nr, breedte in enumerate(breedtes) if breedte > minst[nr]]
        if not mogelijk:
            return
        breedtes[max(mogelijk, key=lambda nr: breedtes[nr])] -= 1
