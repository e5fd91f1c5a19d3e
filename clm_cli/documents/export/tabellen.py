"""Floor 6, tabellen: the register as tidy tables: one row a thing, one value a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clm_cli.derivations.cijfers import beelden
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.escalatie.zaken import alle_genomen, einde_van, gesloten
from clm_cli.derivations.gesprekken import dag_van, eerste_gedeeld
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.verplichtingen import alle_dagen, nakomingen, plichten
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.cijfers import Omzet
from clm_cli.records.contact import Signaal
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.records.lijsten import Leerpunten, Risicos
from clm_cli.value import value

Cel = str | int | Decimal | date | None
Rij = tuple[Cel, ...]


@value
class Tabel:
    """A table: its name, its columns, and a row for each thing; None is unknown."""

    naam: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]


def tabellen(kijk: Kijk, dossiers: Sequence[str] = ()) -> tuple[Tabel, ...]:
    """Every table of the register, or of some of its dossiers."""
    blikken = [b for b in kijk.blikken if not dossiers or b.dossier.id in dossiers]
    return tuple(
        Tabel(naam, kolommen, tuple(rij for blik in blikken for rij in bron(blik)))
        for naam, kolommen, bron in _BRONNEN
    )


def _contracten(blik: Dossierblik) -> Iterator[Rij]:
    dossier = blik.dossier
    for contract in dossier.contracten:
        kaart, feit = contract.kaart.record, huidige(dossier, contract.id, blik.vandaag)
        yield (
            dossier.id,
            dossier.roepnaam(blik.vandaag),
            contract.id,
            kaart.nummer,
            kaart.overeenkomst,
            ", ".join(kaart.zorgvormen),
            ", ".join(contract.gemeenten),
            contract.looptijd.uitvoering_van if contract.looptijd else None,
            duurstand(contract, blik.vandaag).tot,
            "ja" if loopt(contract, blik.vandaag) else "nee",
            feit.record.categorie if feit else None,
            behandelaar(dossier, blik.vandaag),
        )


def _werk(blik: Dossierblik) -> Iterator[Rij]:
    for punt in alle_werkpunten(blik):
        yield (
            punt.dossier,
            ", ".join(punt.contracten),
            punt.soort,
            punt.wat,
            punt.uiterlijk,
            punt.bij,
            punt.wie,
            punt.grond,
            punt.kenmerk,
            punt.verwijzing,
        )


def _metingen(blik: Dossierblik) -> Iterator[Rij]:
    for beeld in beelden(blik):
        for c in beeld.cijfers:
            plaats = c.reden.plek.pad if c.reden.plek else None
            yield (
                blik.dossier.id,
                beeld.contract.id,
                beeld.kpi.id,
                str(c.periode),
                c.periode.eerste,
                c.waarde,
                c.teller,
                c.noemer,
                beeld.kpi.eenheid,
                c.norm,
                c.oordeel,
                plaats,
            )


def _gesprekken(blik: Dossierblik) -> Iterator[Rij]:
    for gesprek in blik.dossier.gesprekken:
        kaart, gedeeld = gesprek.kaart.record, eerste_gedeeld(gesprek)
        hoe = "vervallen" if gesprek.van(GesprekVervallen) else "gepland"
        yield (
            blik.dossier.id,
            gesprek.id,
            ", ".join(kaart.contracten),
            kaart.soort,
            dag_van(gesprek).datum,
            "gehouden" if kaart.gehouden else hoe,
            kaart.gehouden.vorm if kaart.gehouden else None,
            gedeeld.record.datum if gedeeld else None,
        )


def _acties(blik: Dossierblik) -> Iterator[Rij]:
    for gesprek in blik.dossier.gesprekken:
        gehouden = gesprek.kaart.record.gehouden
        for actie in gehouden.acties if gehouden else ():
            na = stand(blik.dossier, f"{gesprek.kaart.id}#{actie.id}")
            yield (
                blik.dossier.id,
                gesprek.id,
                actie.id,
                actie.wat,
                na.wie or actie.wie,
                na.partij or actie.partij,
                na.uiterlijk or actie.uiterlijk,
                na.gesloten.record.datum if na.gesloten else None,
            )


def _plichten(blik: Dossierblik) -> Iterator[Rij]:
    for plicht in plichten(blik):
        gedaan = nakomingen(plicht)
        dagen: Sequence[date | None] = alle_dagen(plicht) or [None]
        for dag in dagen:
            nagekomen = "ja" if dag in gedaan else "nee" if dag and dag < blik.vandaag else None
            rij = plicht.rij
            yield (
                blik.dossier.id,
                rij.id,
                rij.soort,
                rij.wat,
                rij.partij,
                rij.kant,
                dag,
                nagekomen,
            )


def _maatregelen(blik: Dossierblik) -> Iterator[Rij]:
    for g in alle_genomen(blik):
        einde = einde_van(blik.dossier, g.escalatie, g.maatregel)
        yield (
            blik.dossier.id,
            g.escalatie.id,
            g.contract.id,
            g.record.trede,
            g.record.instrument,
            g.record.datum,
            einde.record.datum if einde else None,
            "nee" if gesloten(g.escalatie) else "ja",
        )


def _signalen(blik: Dossierblik) -> Iterator[Rij]:
    for s in blik.dossier.van(Signaal):
        r, na = s.record, stand(blik.dossier, s.id)
        yield (
            blik.dossier.id,
            s.stam,
            r.ontvangen or r.datum,
            ", ".join(r.soort),
            r.bron.soort,
            r.ernst,
            r.wat.strip(),
            na.gesloten.record.datum if na.gesloten else None,
        )


def _risicos(blik: Dossierblik) -> Iterator[Rij]:
    for lijst in blik.dossier.van(Risicos):
        for r in lijst.record.risicos:
            yield (
                *(blik.dossier.id, r.id, r.wat, r.kans, r.gevolg, r.maatregel, r.eigenaar),
                *(r.sinds, r.herzien, r.gesloten),
            )


def _leerpunten(blik: Dossierblik) -> Iterator[Rij]:
    for lijst in blik.dossier.van(Leerpunten):
        for p in lijst.record.leerpunten:
            yield (
                *(blik.dossier.id, p.id, p.wat, p.bestemming, p.fase, p.eigenaar),
                *(p.sinds, p.herzien, p.klaar),
            )


def _omzet(blik: Dossierblik) -> Iterator[Rij]:
    for (periode, _), rijen in gemeten(blik).items():
        for rij in rijen:
            if isinstance(rij.rij, Omzet):
                o, bron = rij.rij, rij.plek.pad
                bedrag = None if rij.twijfel else o.bedrag
                yield (blik.dossier.id, o.contract, str(periode), o.soort, o.btw, bedrag, bron)


def _feiten(blik: Dossierblik) -> Iterator[Rij]:
    for feit in blik.dossier.feiten:
        r = feit.record
        yield blik.dossier.id, feit.soort, r.datum, r.vastgelegd.isoformat(), r.door, feit.pad


_Bron = Callable[[Dossierblik], Iterator[Any]]
_D, _C = "dossier", "contract"
_BRONNEN: tuple[tuple[str, tuple[str, ...], _Bron], ...] = (
    (
        "contracten",
        (
            *(_D, "aanbieder", _C, "nummer", "overeenkomst", "zorgvormen", "gemeenten", "van"),
            *("tot", "loopt", "categorie", "contractmanager"),
        ),
        _contracten,
    ),
    (
        "werklijst",
        (
            *(_D, "contracten", "soort", "wat", "uiterlijk", "bij", "wie", "grond", "kenmerk"),
            "verwijzing",
        ),
        _werk,
    ),
    (
        "cijfers",
        (
            *(_D, _C, "kpi", "periode", "begin", "waarde", "teller", "noemer", "eenheid", "norm"),
            *("oordeel", "bron"),
        ),
        _metingen,
    ),
    (
        "gesprekken",
        (_D, "gesprek", "contracten", "soort", "datum", "stand", "vorm", "verslag_gedeeld"),
        _gesprekken,
    ),
    (
        "acties",
        (_D, "gesprek", "actie", "wat", "wie", "partij", "uiterlijk", "afgesloten"),
        _acties,
    ),
    (
        "verplichtingen",
        (_D, "verplichting", "soort", "wat", "partij", "kant", "uiterlijk", "nagekomen"),
        _plichten,
    ),
    (
        "maatregelen",
        (_D, "escalatie", _C, "trede", "instrument", "datum", "geeindigd", "zaak_open"),
        _maatregelen,
    ),
    (
        "signalen",
        (_D, "signaal", "ontvangen", "soort", "bron", "ernst", "wat", "afgesloten"),
        _signalen,
    ),
    (
        "risicos",
        (
            *(_D, "risico", "wat", "kans", "gevolg", "maatregel", "eigenaar", "sinds", "herzien"),
            "gesloten",
        ),
        _risicos,
    ),
    (
        "leerpunten",
        (_D, "leerpunt", "wat", "bestemming", "fase", "eigenaar", "sinds", "herzien", "klaar"),
        _leerpunten,
    ),
    ("feiten", (_D, "soort", "datum", "vastgelegd", "door", "bestand"), _feiten),
    ("omzet", (_D, _C, "periode", "soort", "btw", "bedrag", "bron"), _omzet),
)
