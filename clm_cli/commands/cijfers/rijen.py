"""Floor 7, rijen: the figures in the rows of a sheet: of whom, over what, and which are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clm_cli.commands.cijfers.cellen import Cellen, Gelezen, Geweigerd, lees_cellen
from clm_cli.commands.cijfers.herkenning import OnbekendeAanbieder, Zoeker, cel, op
from clm_cli.commands.cijfers.koppen import CIJFER, Tabel
from clm_cli.dossier import Contract
from clm_cli.files.blad import plaats_in
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.value import value
from clm_cli.woorden import naaste

_TOTAAL = re.compile(r"(?:sub|eind)?totaal\b.*|gemiddelde?\b.*|som|regio", re.IGNORECASE)
"""What stands where a provider or a part of it would, in a row that adds up the others."""
_BENOEMT = ("aanbieder", "contract", "zorgvorm", "perceel", "gemeente")


@value
class Cijferrij:
    """One figure as it was delivered: of whom, over what, and where it stands in the file."""

    blik: Dossierblik
    contract: Contract
    kpi: Kpi
    periode: Periode
    delen: dict[str, str]
    """The care form, lot and municipality that it is about."""
    gelezen: Gelezen
    cel: str
    """What stands in the cell, as text."""
    plaats: str
    regel: tuple[str, ...]
    """The whole row as it stands in the file."""

    @property
    def sleutel(self) -> tuple[str, ...]:
        """What it is about; two of one file contradict."""
        return (
            self.blik.dossier.id,
            self.contract.id,
            self.kpi.id,
            str(self.periode),
            *(self.delen.get(naam, "") for naam in ("zorgvorm", "perceel", "gemeente")),
        )


@value
class Vak:
    """The cells of one figure in a row."""

    naam: str
    """What the indicator is called there."""
    kpi: Kpi | None
    plek: int
    """The first of its columns."""
    cellen: Cellen
    periode: Periode | None
    """The period of its column, when that says so."""


@value
class Weigering:
    """A cell that cannot be taken over, with its place and why."""

    tekst: str
    dossier: str | None
    """Of whom it is; None when the row does not say so."""


@dataclass(slots=True)
class Bevinding:
    """What became of all rows of a file."""

    rijen: list[Cijferrij] = field(default_factory=list)
    geweigerd: list[Weigering] = field(default_factory=list)
    leeg: list[str] = field(default_factory=list)
    """The places of figures that were not filled in."""
    overgeslagen: list[str] = field(default_factory=list)
    aanbieders: dict[str, str] = field(default_factory=dict)
    """The names of providers that nobody knows, each with what is near it."""
    indicatoren: dict[str, str] = field(default_factory=dict)


@value
class Lezer:
    """Reads the rows of one file."""

    bestand: str
    zoek: Zoeker
    uit: Bevinding = field(default_factory=Bevinding)

    def lees(self, tabel: Tabel) -> None:
        """The rows of one sheet, into the finding."""
        for nummer, rij in tabel.vel.rijen.items():
            if nummer > tabel.kop and any(rij) and rij != tabel.vel.rijen[tabel.kop]:
                self._rij(tabel, nummer, rij)

    def _rij(self, tabel: Tabel, nummer: int, rij: Sequence[str]) -> None:
        naam, waar = cel(tabel, rij, "aanbieder"), self._plaats(tabel, nummer)
        kapot = [
            (kolom.kop, fout)
            for plek, kolom in tabel.kolommen.items()
            if (fout := tabel.vel.onleesbaar.get((nummer, plek))) and kolom.wordt != "overslaan"
        ]
        for kop, fout in kapot:
            self._weiger(tabel, nummer, kop, fout)
        if kapot:
            return
        if any(_TOTAAL.fullmatch(cel(tabel, rij, wat)) for wat in _BENOEMT):
            self.uit.overgeslagen.append(f"{waar}: een totaal")
            return
        gezegd = self.zoek.koppelingen.naam(naam) if naam else None
        if gezegd and gezegd[0] == "overslaan":
            self.uit.overgeslagen.append(f"{waar}: {naam}")
            return
        if naam and sum(map(bool, rij)) == 1 and self._onbekend(tabel, naam):
            self.uit.overgeslagen.append(f"{waar}: een regel zonder cijfers, {naam}")
            return
        for vak in self._vakken(tabel, rij):
            try:
                self._cijfer(tabel, nummer, naam, vak)
            except Geweigerd as fout:
                kop = _kop(tabel, fout.kolom, vak.plek)
                self._weiger(tabel, nummer, kop, fout)

    def _onbekend(self, tabel: Tabel, naam: str) -> bool:
        """Whether a name is nobody's: alone in its row it is a note below the figures."""
        try:
            self.zoek.blik(tabel, naam)
        except OnbekendeAanbieder:
            return True
        return False

    def _weiger(self, tabel: Tabel, nummer: int, kop: str, fout: object) -> None:
        naam = cel(tabel, tabel.vel.rijen[nummer], "aanbieder")
        try:
            wie = self.zoek.blik(tabel, naam).dossier.id
        except (OnbekendeAanbieder, Geweigerd):
            wie = None
        tekst = f"{self._plaats(tabel, nummer, kop)}: {fout}"
        self.uit.geweigerd.append(Weigering(tekst, wie))

    def _vakken(self, tabel: Tabel, rij: Sequence[str]) -> Iterator[Vak]:
        """The figures in a row: by the kpi of their columns, or of the row."""
        per: dict[tuple[str | None, Periode | None], dict[str, int]] = {}
        for plek, kolom in tabel.kolommen.items():
            if kolom.wordt in CIJFER:
                per.setdefault((kolom.kpi, kolom.periode), {})[kolom.wordt] = plek
        naam, reden = cel(tabel, rij, "kpi"), cel(tabel, rij, "reden")
        kpis = self.zoek.kijk.register.kpis
        for (kpi_id, periode), plekken in per.items():
            teksten = {wordt: op(rij, plek) for wordt, plek in plekken.items()}
            kpi = self.zoek.kpi(naam) if kpi_id is None else kpis.get(kpi_id)
            cellen = Cellen(**teksten, reden=reden)
            yield Vak(kpi_id or naam, kpi, min(plekken.values()), cellen, periode)

    def _cijfer(self, tabel: Tabel, nummer: int, naam: str, vak: Vak) -> None:
        """One figure, into the finding."""
        rij, kpi, cellen = tabel.vel.rijen[nummer], vak.kpi, vak.cellen
        if kpi is None:
            gezegd = self.zoek.koppelingen.naam(vak.naam)
            if not (gezegd and gezegd[0] == "overslaan") and (vak.naam or not cellen.leeg):
                wenk = naaste(vak.naam, self.zoek.kpinamen()) or ""
                self.uit.indicatoren.setdefault(vak.naam, wenk)
            return
        try:
            blik = self.zoek.blik(tabel, naam)
        except OnbekendeAanbieder as fout:
            self.uit.aanbieders.setdefault(fout.naam, fout.wenk)
            return
        waar = self._plaats(tabel, nummer, tabel.kolommen[vak.plek].kop)
        if cellen.leeg:
            self.uit.leeg.append(f"{waar} ({blik.dossier.id}, {kpi.titel})")
            return
        wanneer = self.zoek.periode(tabel, rij, vak.periode)
        delen = {
            wat: self.zoek.deel(blik, wat, tekst)
            for wat in ("zorgvorm", "perceel", "gemeente")
            if (tekst := cel(tabel, rij, wat))
        }
        contract = self.zoek.contract(tabel, blik, rij, kpi, wanneer, delen)
        self._klopt(kpi, wanneer)
        getypt = cellen.waarde or f"{cellen.teller} van {cellen.noemer}"
        gelezen = lees_cellen(kpi, cellen)
        self.uit.rijen.append(
            Cijferrij(blik, contract, kpi, wanneer, delen, gelezen, getypt, waar, tuple(rij))
        )

    def _klopt(self, kpi: Kpi, periode: Periode) -> None:
        if periode.lengte != kpi.periode:
            raise Geweigerd(
                f"{kpi.titel} is een cijfer per {kpi.periode}, en {periode} is een {periode.lengte}"
            )
        if self.zoek.zegt.ontvangen <= periode.laatste:
            raise Geweigerd(
                f"{periode} was nog niet voorbij op {datum_vol(self.zoek.zegt.ontvangen)}, de dag "
                "waarop het bestand binnenkwam"
            )

    def _plaats(self, tabel: Tabel, nummer: int, kop: str | None = None) -> str:
        return plaats_in(self.bestand, tabel.vel.naam, nummer, kop)


def _kop(tabel: Tabel, wordt: str, plek: int) -> str:
    """The heading of the column that a refusal is about."""
    eigen = tabel.kolommen[plek]
    for kolom in tabel.kolommen.values():
        if kolom.wordt == wordt and (wordt not in CIJFER or kolom.kpi == eigen.kpi):
            return kolom.kop
    return eigen.kop
