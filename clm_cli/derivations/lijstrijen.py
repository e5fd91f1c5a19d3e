"""Floor 4, lijstrijen: the rows of the lists, of one dossier or of all, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.lijsten import werkpunten as lijstwerk
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.verplichtingen import Plicht, open_dagen, plichten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Deel, Kaart
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.value import value

LIJSTEN: dict[str, type[Kaart]] = {
    "verplichtingen": Verplichtingen,
    "risicos": Risicos,
    "wijzigingen": Wijzigingen,
    "onduidelijkheden": Onduidelijkheden,
    "leerpunten": Leerpunten,
    "voorbereiding": Voorbereiding,
}
KLAAR = {
    "verplichtingen": "vervallen",
    "risicos": "gesloten",
    "wijzigingen": "besloten",
    "onduidelijkheden": "besloten",
    "leerpunten": "klaar",
    "voorbereiding": "klaar",
}
"""The field whose day says that a row is done."""
BIJ_KLAAR = {
    "onduidelijkheden": ("antwoord", "besloten_door"),
    "wijzigingen": ("uitkomst",),
}
"""What a row has to say as well when it is done."""
AAN_TE_VULLEN = {
    "onduidelijkheden": ("besloten_door",),
    "risicos": ("maatregel", "herzien"),
    "leerpunten": ("herzien",),
}
"""What the list of work asks of a row that lacks it, while it is open."""
WAT = {"onduidelijkheden": "vraag"}
"""The field that says what a row is about, where that is not `wat`."""


@value
class Lijstrij:
    """One row: whose it is, in which file, and when it is due or was done."""

    van: str
    """The dossier; of a row that was asked for without one, the overeenkomst that shares it."""
    bestand: Bestand[Deel]
    nummer: int
    rij: Any
    contracten: tuple[Contract, ...] = ()
    dag: date | None = None
    """The first day on which it is still due."""
    klaar: date | None = None
    anders: str = ""
    """What follow-up facts say of it: that it ended, or that it was met."""

    onzeker: bool = False
    """Whether something that was not read may say that it was done."""

    @property
    def plek(self) -> Plek:
        """Its place."""
        return self.bestand.plek(self.bestand.soort, self.nummer)

    @property
    def open(self) -> bool:
        """Whether something is still to be done with it."""
        return self.klaar is None and not self.anders


@value
class Keuze:
    """Which rows to show; empty shows all."""

    velden: Mapping[str, str] = field(default_factory=dict)
    """Values that the fields of a row must have."""
    gemeente: str | None = None
    zorgvorm: str | None = None
    perceel: str | None = None
    contract: str | None = None
    manager: str | None = None


def rijen(dossier: Dossier, naam: str) -> Iterator[tuple[Bestand[Deel], int, Any]]:
    """Every row with its file and its place in it: of the dossier, then of its overeenkomsten."""
    bundels = {c.overeenkomst.id: c.overeenkomst for c in dossier.contracten if c.overeenkomst}
    model = LIJSTEN[naam]
    for bestand in (
        *dossier.van(model),
        *(b for bundel in bundels.values() for b in bundel.van(model)),
    ):
        for nummer, rij in enumerate(getattr(bestand.record, naam)):
            yield bestand, nummer, rij


def open_rijen(dossier: Dossier, naam: str) -> Iterator[Any]:
    """The own rows that are open: nobody said on the card, or after it, that they are done."""
    for bestand in dossier.van(LIJSTEN[naam]):
        for rij in getattr(bestand.record, naam):
            na = stand(dossier, f"{bestand.id}#{rij.id}")
            if getattr(rij, KLAAR[naam]) is None and na.gesloten is None:
                yield rij


def van_dossier(blik: Dossierblik, naam: str, keuze: Keuze) -> tuple[Lijstrij, ...]:
    """The rows of one dossier, its own and those it shares."""
    plichten_ = {p.plek: p for p in plichten(blik)} if naam == "verplichtingen" else {}
    werk = lijstwerk(blik) if naam == "voorbereiding" else ()
    nog = {punt.plek: punt for punt in werk}
    gevonden = (
        _rij(blik, naam, bestand, nummer, rij, plichten_.get(plek), nog.get(plek))
        for bestand, nummer, rij in rijen(blik.dossier, naam)
        for plek in (bestand.plek(naam, nummer),)
    )
    return tuple(rij for rij in gevonden if _past(blik, rij, keuze))


def van_allen(kijk: Kijk, naam: str, keuze: Keuze) -> tuple[Lijstrij, ...]:
    """The rows of the whole register; one that many providers share is shown once."""
    uit: dict[Plek, Lijstrij] = {}
    for blik in kijk.blikken:
        for rij in van_dossier(blik, naam, keuze):
            gedeeld = rij.bestand.pad.startswith("overeenkomsten/")
            if not gedeeld:
                uit[rij.plek] = rij
            elif rij.plek not in uit:
                van = rij.bestand.map.rpartition("/")[2]
                uit[rij.plek] = Lijstrij(
                    van, rij.bestand, rij.nummer, rij.rij, klaar=rij.klaar, dag=None
                )
    return tuple(uit.values())


def van_overeenkomst(kijk: Kijk, id_: str, naam: str, keuze: Keuze) -> tuple[Lijstrij, ...]:
    """The rows that the providers of one overeenkomst share."""
    bundel = kijk.register.overeenkomsten[id_]
    return tuple(
        Lijstrij(id_, bestand, nummer, rij, klaar=getattr(rij, KLAAR[naam]))
        for bestand in bundel.van(LIJSTEN[naam])
        for nummer, rij in enumerate(getattr(bestand.record, naam))
        if _velden(rij, keuze.velden)
    )


def _rij(
    blik: Dossierblik,
    naam: str,
    bestand: Bestand[Deel],
    nummer: int,
    rij: Any,
    plicht: Plicht | None,
    nog: Werkpunt | None,
) -> Lijstrij:
    """A row with the day on which it is due, after what followed on it."""
    na = stand(blik.dossier, f"{bestand.id}#{rij.id}")
    dag = next(iter(open_dagen(plicht)), None) if plicht else None
    if naam != "verplichtingen":
        eigen_dag = getattr(rij, "herzien", None) or getattr(rij, "uiterlijk", None)
        dag = nog.uiterlijk if nog else eigen_dag
    eind = na.gesloten.record.datum if na.gesloten else None
    gebleven = naam == "verplichtingen" and rij.komt_terug
    anders = f"{na.gesloten.soort} op {eind.isoformat()}" if na.gesloten and eind else ""
    eigen = getattr(rij, "contracten", ())
    bundel = bestand.map.rpartition("/")[2] if bestand.pad.startswith("overeenkomsten/") else None
    return Lijstrij(
        blik.dossier.id,
        bestand,
        nummer,
        rij,
        tuple(
            c
            for c in blik.dossier.contracten
            if (c.id in eigen or not eigen)
            and (bundel is None or (c.overeenkomst and c.overeenkomst.id == bundel))
        ),
        na.uiterlijk or dag,
        # what was ready for others is not ready for this one, or on another day
        None if nog or (bundel and na.gesloten) else getattr(rij, KLAAR[naam]),
        "" if gebleven and na.gesloten and na.gesloten.soort == "afgerond" else anders,
        bool(blik.ongelezen),
    )


def _past(blik: Dossierblik, rij: Lijstrij, keuze: Keuze) -> bool:
    eigen = getattr(rij.rij, "gemeente", None)
    gemeenten = (eigen,) if eigen else tuple(g for c in rij.contracten for g in c.gemeenten)
    kaarten = [c.kaart.record for c in rij.contracten]
    eisen: Sequence[tuple[str | None, Callable[[str], bool]]] = (
        (keuze.gemeente, lambda naam: naam in gemeenten),
        (keuze.zorgvorm, lambda naam: any(naam in kaart.zorgvormen for kaart in kaarten)),
        (keuze.perceel, lambda naam: any(naam in kaart.percelen for kaart in kaarten)),
        (keuze.contract, lambda naam: any(naam == c.id for c in rij.contracten)),
        (keuze.manager, lambda naam: behandelaar(blik.dossier, blik.vandaag) == naam),
    )
    return _velden(rij.rij, keuze.velden) and all(
        gevraagd is None or past(gevraagd) for gevraagd, past in eisen
    )


def _velden(rij: Any, velden: Mapping[str, str]) -> bool:
    """Whether the fields of a row have these values; in a list one of them is enough."""
    for naam, waarde in velden.items():
        eigen = getattr(rij, naam, None)
        if waarde not in (eigen if isinstance(eigen, tuple) else (eigen,)):
            return False
    return True
