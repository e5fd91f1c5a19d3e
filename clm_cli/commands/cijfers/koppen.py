"""Floor 7, koppen: what stands in each column of a sheet with figures, by its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clm_cli.commands.cijfers.koppeling import Kolom, Koppelingen
from clm_cli.files.blad import DIEPSTE_KOP, kolomnaam
from clm_cli.files.rekenblad import Vel
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.periode import lees_periode
from clm_cli.value import value

WOORDEN: Mapping[str, tuple[str, ...]] = {
    "aanbieder": (
        *("aanbieder", "naam aanbieder", "jeugdhulpaanbieder", "zorgaanbieder", "opdrachtnemer"),
        *("leverancier", "organisatie", "dossier", "kvk", "kvk-nummer", "agb", "agb-code"),
    ),
    "contract": ("contract", "contractnummer", "nummer contract"),
    "zorgvorm": ("zorgvorm", "dienst", "product"),
    "perceel": ("perceel", "perceelnummer"),
    "gemeente": ("gemeente",),
    "periode": ("periode", "kwartaal", "maand", "week", "tijdvak", "rapportageperiode"),
    "jaar": ("jaar",),
    "kpi": ("kpi", "indicator", "prestatie-indicator", "prestatieindicator"),
    "waarde": (
        "waarde",
        "score",
        "resultaat",
        "uitkomst",
        "realisatie",
        "cijfer",
        "percentage",
        "%",
    ),
    "teller": ("teller",),
    "noemer": ("noemer",),
    "reden": ("reden", "toelichting", "opmerking", "opmerkingen"),
    "overslaan": ("nr", "nummer", "norm", "streefwaarde", "definitie", "eenheid", "bron"),
}
"""The headings that are known without being told; what clm has better itself is passed over."""
_BEKEND = {kolomnaam(woord): wordt for wordt, woorden in WOORDEN.items() for woord in woorden}
CIJFER = frozenset({"waarde", "teller", "noemer"})


@value
class Tabel:
    """A sheet in which figures were found: the row of its headings, and its columns by place."""

    vel: Vel
    kop: int
    kolommen: Mapping[int, Kolom]
    vreemd: tuple[tuple[int, str], ...]
    """The places and headings that nobody explained."""
    dubbel: tuple[str, ...]
    """The headings that stand there twice."""

    @property
    def boven(self) -> list[str]:
        """What stands above the headings, such as a title with the period."""
        return [cel for nr, rij in self.vel.rijen.items() if nr < self.kop for cel in rij if cel]

    def plekken(self, wordt: str) -> list[int]:
        """The places of the columns of one kind."""
        return [plek for plek, kolom in self.kolommen.items() if kolom.wordt == wordt]


def bekende(kpis: Mapping[str, Kpi], koppelingen: Koppelingen) -> list[str]:
    """Every heading that means something, to find the row of headings by."""
    titels = [naam for kpi in kpis.values() for naam in (kpi.id, kpi.titel)]
    return [*_BEKEND, *titels, *koppelingen.koppen]


def tabellen(
    vellen: Sequence[Vel], kpis: Mapping[str, Kpi], koppelingen: Koppelingen
) -> Iterator[Tabel]:
    """The sheets in which figures stand, each with what its columns mean."""
    for vel in vellen:
        beste: Tabel | None = None
        for nummer, rij in list(vel.rijen.items())[:DIEPSTE_KOP]:
            tabel = _tabel(vel, nummer, rij, kpis, koppelingen)
            if tabel and (beste is None or len(tabel.kolommen) > len(beste.kolommen)):
                beste = tabel
        if beste is not None:
            yield beste


def _tabel(
    vel: Vel, nummer: int, rij: Sequence[str], kpis: Mapping[str, Kpi], koppelingen: Koppelingen
) -> Tabel | None:
    """A row read as headings; None when no figures can stand below it."""
    koppen = _samengesteld(rij, vel.rijen.get(nummer - 1, ()), kpis, koppelingen)
    kolommen: dict[int, Kolom] = {}
    vreemd: list[tuple[int, str]] = []
    for plek, kop in enumerate(koppen):
        kolom = _kolom(kop, kpis, koppelingen) if kop else None
        if kolom is not None:
            kolommen[plek] = kolom
        elif kop:
            vreemd.append((plek, kop))
    cijfers = [k for k in kolommen.values() if k.wordt in CIJFER]
    lang = any(k.wordt == "kpi" for k in kolommen.values())
    if len(kolommen) < 2 or not any(lang or k.kpi for k in cijfers):
        return None
    namen = [kolomnaam(kop) for kop in koppen if kop]
    dubbel = tuple(kop for kop in dict.fromkeys(koppen) if kop and namen.count(kolomnaam(kop)) > 1)
    return Tabel(vel, nummer, kolommen, tuple(vreemd), dubbel)


def _samengesteld(
    rij: Sequence[str],
    erboven: Sequence[str],
    kpis: Mapping[str, Kpi],
    koppelingen: Koppelingen,
) -> list[str]:
    """The headings in one layer: 'Teller' that stands there twice takes the word above it along.

    Where nothing stands, what is above it counts.
    """
    telt = [kolomnaam(cel) for cel in rij]
    koppen, laatste = [], ""
    for plek, cel in enumerate(rij):
        eigen = erboven[plek] if plek < len(erboven) else ""
        laatste = eigen or laatste
        if not cel:
            koppen.append(eigen if eigen and _kolom(eigen, kpis, koppelingen) else "")
        elif telt.count(kolomnaam(cel)) > 1 and _kolom(laatste, kpis, koppelingen):
            koppen.append(f"{laatste} {cel}")
        else:
            koppen.append(cel)
    return koppen


def _kolom(kop: str, kpis: Mapping[str, Kpi], koppelingen: Koppelingen) -> Kolom | None:
    """What a heading means: as it was told, by its own word, as a kpi, or as a period."""
    if told := koppelingen.kolom(kop):
        return told
    naam = kolomnaam(kop)
    if wordt := _BEKEND.get(naam):
        return Kolom(kop, wordt)
    try:
        return Kolom(kop, "waarde", periode=lees_periode(" ".join(kop.split())))
    except ValueError:
        pass
    return _van_kpi(kop, naam, kpis)


def _van_kpi(kop: str, naam: str, kpis: Mapping[str, Kpi]) -> Kolom | None:
    """'Uitval', 'Uitval (%)', 'Uitval teller' or 'Uitval 2026-K1'."""
    kaal = re.sub(r" ?\((?:%|in %|aantal|dagen)\)$|[ :]*%$", "", naam).strip()
    for kpi in kpis.values():
        namen = {kolomnaam(kpi.id), kolomnaam(kpi.id.replace("-", " ")), kolomnaam(kpi.titel)}
        for eigen in namen:
            if kaal == eigen:
                return Kolom(kop, "waarde", kpi.id)
            if not kaal.startswith(f"{eigen} "):
                continue
            rest = kaal.removeprefix(eigen).strip(" ()-:")
            if rest in CIJFER:
                return Kolom(kop, rest, kpi.id)
            try:
                return replace(Kolom(kop, "waarde", kpi.id), periode=lees_periode(rest.upper()))
            except ValueError:
                continue
    return None
