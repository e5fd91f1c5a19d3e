"""Floor 4, factuurlijst: which invoices a recovery claims, and which are claimed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.zaken import alle_genomen, contract_van, instrumenten
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Facturen, Factuurregel
from clm_cli.records.maatregel import Maatregel

Rij = tuple[Factuurregel, Bestand[Facturen]]
"""A line with the list that it stands on."""


def dubbele(
    eerdere: Iterable[Rij], rijen: Iterable[Rij]
) -> Iterator[tuple[int, Bestand[Facturen]]]:
    """The lines that stand on an earlier list, or above on their own: which, and where."""
    gezien: dict[str, list[Rij]] = {}
    for rij in eerdere:
        gezien.setdefault(nummer(rij[0].nummer), []).append(rij)
    for plaats, rij in enumerate(rijen):
        zelfde = gezien.setdefault(nummer(rij[0].nummer), [])
        for ander, feit in reversed(zelfde):
            # A line that does not say which municipality paid, may be the same as one that does.
            if None in (ander.gemeente, rij[0].gemeente) or ander.gemeente == rij[0].gemeente:
                yield plaats, feit
                break
        zelfde.append(rij)


def nummer(getypt: str) -> str:
    """An invoice number without how it was typed: `F-2`, `f 2` and `F/2` are one invoice."""
    return re.sub(r"[\W_]+", "-", getypt.casefold()).strip("-")


def elders_gevorderd(blik: Dossierblik, eigen: str | None) -> list[Rij]:
    """The invoices that the other recoveries of a provider claim, in all cases."""
    return [
        rij
        for g in alle_genomen(blik)
        if g.maatregel.pad != eigen and blijft(g)
        for rij in gevorderd(g.dossier, g.escalatie, g.maatregel)
    ]


def gevorderd(dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]) -> list[Rij]:
    """The invoices of a measure: of its own lists, else of those that no measure had then."""
    eigen = bij(dossier, escalatie, Facturen, maatregel)
    if not eigen and _vordert_terug(dossier, escalatie, maatregel):
        van_een = {m.pad for m in escalatie.van(Maatregel)}
        eigen = [
            f
            for f in escalatie.van(Facturen)
            if f.record.datum <= maatregel.record.datum
            and ((d := dossier.waarbij(f)) is None or d.pad not in van_een)
        ]
    return [(regel, f) for f in eigen for regel in f.record.regels]


def _vordert_terug(dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]) -> bool:
    return any(
        i.instrument == maatregel.record.instrument and "facturenlijst" in i.voorwaarden.hard
        for _, i in instrumenten(contract_van(dossier, escalatie))
    )
