"""Floor 3, samenstel: the files of a folder joined into a dossier, or into agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clm_cli.bestand import Bestand, R, Verbeterd, van
from clm_cli.dossier import Brief, Contract, Dossier, Escalatie, Gesprek, Overeenkomstbundel
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Briefkaart
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.overeenkomst import Contract as Contractkaart
from clm_cli.records.overeenkomst import Overeenkomst
from clm_cli.records.regime import Regime
from clm_cli.value import value


@value
class Inhoud:
    """The files of one folder of the register, or of several: read, or not to be read."""

    bestanden: tuple[Bestand[Deel], ...] = ()
    kapot: tuple[str, ...] = ()
    verbeterd: tuple[Verbeterd, ...] = ()
    """The facts with a correction, once those are folded in; also the ones that lapsed by it."""
    afdruk: bytes | None = None
    """What no other files give; None when not all was read, or it is not what stands there."""

    @property
    def rauw(self) -> tuple[Bestand[Deel], ...]:
        """The files as they say it themselves: without a correction folded in."""
        if not self.verbeterd:
            return self.bestanden
        als = {rij.feit.pad for rij in self.verbeterd}
        correcties = (correctie for rij in self.verbeterd for correctie in rij.correcties)
        rest = (b for b in self.bestanden if b.pad not in als)
        return (*rest, *(rij.feit for rij in self.verbeterd), *correcties)


NIETS = Inhoud()


def samen(
    id_: str,
    eigen: Inhoud,
    overeenkomsten: Mapping[str, Overeenkomstbundel],
    regimes: Mapping[str, Regime],
) -> Dossier:
    """One dossier of its files, its contracts under what is shared."""
    inhoud = eigen.bestanden
    return Dossier(
        id=id_,
        bestanden=inhoud,
        contracten=_contracten(inhoud, overeenkomsten, regimes),
        gesprekken=tuple(Gesprek(*rij) for rij in _met_kaart(inhoud, "gesprekken", Gesprekskaart)),
        escalaties=tuple(Escalatie(*rij) for rij in _mappen(inhoud, "escalaties").items()),
        brieven=tuple(Brief(*rij) for rij in _met_kaart(inhoud, "brieven", Briefkaart)),
        kapot=eigen.kapot,
        verbeterd=eigen.verbeterd,
    )


def _mappen(bestanden: Iterable[Bestand[Deel]], soort: str) -> dict[str, tuple[Bestand[Deel], ...]]:
    """The files of a dossier that stand in folders `<dossier>/<soort>/<naam>`, by that folder."""
    per: dict[str, list[Bestand[Deel]]] = {}
    for bestand in bestanden:
        delen = bestand.pad.split("/")
        if len(delen) == 4 and delen[1] == soort:
            per.setdefault(bestand.map, []).append(bestand)
    return {map_: tuple(rijen) for map_, rijen in sorted(per.items())}


def _met_kaart(
    bestanden: Iterable[Bestand[Deel]], soort: str, model: type[R]
) -> list[tuple[str, Any, Bestand[R]]]:
    rijen = []
    for map_, inhoud in _mappen(bestanden, soort).items():
        kaarten = van(inhoud, model)
        if kaarten:
            rijen.append((map_, inhoud, kaarten[0]))
    return rijen


def _contracten(
    bestanden: Iterable[Bestand[Deel]],
    overeenkomsten: Mapping[str, Overeenkomstbundel],
    regimes: Mapping[str, Regime],
) -> tuple[Contract, ...]:
    contracten = []
    for map_, inhoud, kaart in _met_kaart(bestanden, "contracten", Contractkaart):
        bundel = overeenkomsten.get(kaart.record.overeenkomst)
        regime = regimes.get(bundel.kaart.record.regime) if bundel else None
        contracten.append(Contract(map_, inhoud, kaart, bundel, regime or Regime.onbekend()))
    return tuple(contracten)


def bundels(bestanden: Iterable[Bestand[Deel]]) -> dict[str, Overeenkomstbundel]:
    """The agreements among the files that are shared, each with all of its folder."""
    per: dict[str, list[Bestand[Deel]]] = {}
    for bestand in bestanden:
        delen = bestand.pad.split("/")
        if delen[0] == "overeenkomsten" and len(delen) == 3:
            per.setdefault(delen[1], []).append(bestand)
    return {
        id_: Overeenkomstbundel(id_, kaart, tuple(inhoud))
        for id_, inhoud in sorted(per.items())
        for kaart in van(inhoud, Overeenkomst)
    }
