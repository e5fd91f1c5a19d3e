"""Floor 6, rijen: the list as it is opened in the morning, one line for each item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.werkvolgorde import (
    EERST,
    KOPPEN,
    MISSCHIEN,
    TE_LAAT,
    VANDAAG,
    WACHT,
    Regel,
    bundel_van,
)
from clm_cli.kijk import Kijk
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Inhoud, Papier, breed
from clm_cli.views.tabel import SMAL, Kolom, Tabel, tabel
from clm_cli.views.werklijst.cellen import BIJ, RAND, kort_uiterlijk, merk, over, wat
from clm_cli.woorden import zichtbaar

_ROOM = 96
"""From this width on the working days have a column."""
_HOOGSTENS = dict.fromkeys((EERST, TE_LAAT, MISSCHIEN), 20)
_ANDERS = 10
"""So many lines of a group show; the rest is counted."""


@value
class Rijen:
    """The lines of one list on one paper."""

    papier: Papier
    kijk: Kijk
    lijst: Werklijst
    opties: str = ""
    """The options the list was asked with."""
    kort: bool = False
    """Only what comes first and what is late; of the rest a count."""

    def tekst(self) -> list[str]:
        """Every group under its heading."""
        groepen = {kop: bundels(self.lijst.onder(kop)) for kop in KOPPEN}
        getoond = {kop: self._getoond(kop, rijen) for kop, rijen in groepen.items()}
        alle = [rij for rijen in getoond.values() for rij in rijen]
        tafel = self._tafel(alle)
        uit: list[str] = []
        for kop, rijen in getoond.items():
            uit += self._groep(tafel, kop, rijen, groepen[kop])
        return uit

    def _getoond(self, kop: str, rijen: Sequence[Sequence[Regel]]) -> Sequence[Sequence[Regel]]:
        if self.kort and kop not in _HOOGSTENS:
            return ()
        return rijen[: _HOOGSTENS.get(kop, _ANDERS)]

    def _groep(
        self,
        tafel: Tabel,
        kop: str,
        getoond: Sequence[Sequence[Regel]],
        alle: Sequence[Sequence[Regel]],
    ) -> list[str]:
        if not alle:
            return []
        sinds = ", sinds" if kop == WACHT else ""
        aantal = sum(len(rij) for rij in alle)
        uit = ["", self.papier.verf(f"{kop.upper()}{sinds} ({aantal})", "vet")]
        for rij in getoond:
            uit += self._regel(tafel, rij)
        rest = sum(len(rij) for rij in alle[len(getoond) :])
        if rest:
            nu = f"clm werklijst{self.opties} --uitgebreid"
            tekst = f"en {rest} andere: {nu}" if getoond else f"{rest}: {nu}"
            uit += self.papier.alinea(Cel(tekst, "zwak"), RAND)
        return uit

    def _tafel(self, rijen: Sequence[Sequence[Regel]]) -> Tabel:
        kolommen = [Kolom("uiterlijk")]
        kolommen += [Kolom("over")] if self.papier.breedte >= _ROOM else []
        kolommen += [Kolom("dossier", hoogst=16), Kolom("wat", minst=16), Kolom("bij")]
        return tabel(self.papier, kolommen, [self._cellen(rij) for rij in rijen], RAND)

    def _cellen(self, rij: Sequence[Regel]) -> list[Inhoud]:
        eerste = rij[0]
        laat = eerste.groep == TE_LAAT
        ruim = self.papier.breedte >= _ROOM
        return [
            "STIL" if eerste.punt.stil else Cel(self._dag(eerste), "rood" if laat else ""),
            *([Cel(over(eerste, self.kijk), "rood" if laat else "")] if ruim else []),
            waarvan(rij),
            wat(eerste.punt) if len(rij) == 1 else samen(rij),
            BIJ[eerste.punt.bij],
        ]

    def _dag(self, regel: Regel) -> str:
        """The day with its month in three letters; without a column for the rest, 'vandaag'."""
        if regel.groep == VANDAAG and self.papier.breedte < _ROOM:
            return "vandaag"
        return kort_uiterlijk(regel.punt, self.kijk.vandaag)

    def _regel(self, tafel: Tabel, rij: Sequence[Regel]) -> list[str]:
        nummer = f"{rij[0].nummer:>3}{merk(rij[0].punt):<2} "
        cellen = self._cellen(rij)
        if self.papier.breedte < SMAL:
            dag, *rest = cellen
            tekst = f"{tekst_van(rest[-3])}: {tekst_van(rest[-2])} ({tekst_van(rest[-1])})"
            return self.papier.alinea(tekst, 0, f"{nummer}{tekst_van(dag)}  ", RAND)
        passend = [
            _ingekort(cel, breedte) for cel, breedte in zip(cellen, tafel.breedtes, strict=True)
        ]
        return [nummer + tafel.rij(*passend)[0][RAND:]]


def bundels(regels: Sequence[Regel]) -> list[list[Regel]]:
    """Lines with the same number together."""
    return [list(rij) for _, rij in groupby(regels, key=lambda regel: regel.nummer)]


def waarvan(rij: Sequence[Regel]) -> str:
    """The dossier of a line, or how many there are in a bundle."""
    namen = {regel.punt.dossier for regel in rij}
    return rij[0].punt.dossier if len(namen) == 1 else f"{len(namen)} dossiers"


def samen(rij: Sequence[Regel]) -> str:
    """What the lines of a bundle have in common, with how many they are."""
    namen = {regel.punt.dossier for regel in rij}
    aantal = f" ({len(rij)} keer)" if len(namen) != len(rij) else ""
    return bundel_van(rij[0].punt) + aantal


def tekst_van(inhoud: Inhoud) -> str:
    """The words of a cell."""
    return inhoud.tekst if isinstance(inhoud, Cel) else inhoud


def _ingekort(inhoud: Inhoud, breedte: int) -> Inhoud:
    """A text that fits on one line of a column; what is cut off shows as an ellipsis."""
    kort = zichtbaar(tekst_van(inhoud)).replace("\n", " ")
    if breed(kort) > breedte:
        while breed(kort) > breedte - 1:
            kort = kort[:-1]
        kort = kort.rstrip() + "…"
    return Cel(kort, inhoud.stijl) if isinstance(inhoud, Cel) else kort
