"""Floor 6, classificatie: a classification point by point, and the rank of the region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.classificatie import Puntenrij, categorie, hertoetsdag, huidige, score
from clm_cli.derivations.contracten import loopt
from clm_cli.records.aanbieder import Categorie, Classificatie, Classificatiebeleid
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol, getal


def toon(
    naam: str,
    beleid: Bestand[Classificatiebeleid],
    rijen: Sequence[Puntenrij],
    punten: Decimal | None,
    gevolg: Categorie | None,
    nu: Bestand[Classificatie] | None,
) -> str:
    """Every criterion with its points, the score, the category it leads to.

    And the one in force.
    """
    nog = " (voorbeeld, nog vast te stellen)" if beleid.record.voorbeeld == "ja" else ""
    uit = [
        f"CLASSIFICATIE {naam}",
        f"  beleid: {beleid.stam}{nog}",
        "",
    ]
    gewicht = sum((rij.criterium.gewicht for rij in rijen), Decimal(0))
    groep = ""
    for rij in rijen:
        if rij.criterium.groep != groep:
            groep = rij.criterium.groep
            uit.append(f"  {groep.upper()}")
        waarde = (
            getal(rij.invoer.waarde) if rij.invoer and rij.invoer.waarde is not None else "onbekend"
        )
        deel = (
            f"{getal(rij.punten)} punten × {getal(rij.criterium.gewicht)} van {getal(gewicht)}"
            if rij.punten is not None
            else "geen punten"
        )
        uit.append(f"    {rij.criterium.titel[:38]:38}  {waarde[:14]:>14}  {deel}")
        uit += [f"      {tekst}" for tekst in _waarom(rij)]
    uit += [
        "",
        f"  Score: {getal(punten)}"
        if punten is not None
        else "  Score: onbekend, want niet elk criterium heeft een waarde",
    ]
    if gevolg:
        uit += [
            (
                f"  Dat is categorie {gevolg.categorie}, {gevolg.titel}: "
                f"{gevolg.gesprekken_per_jaar} gesprekken per jaar."
            ),
            f"  {gevolg.intensiteit}",
        ]
    if nu:
        anders = f" (anders dan de score: {nu.record.reden})" if nu.record.reden else ""
        uit.append(
            f"  Nu geldt categorie {nu.record.categorie}, sinds "
            f"{datum_vol(nu.record.geldig_vanaf)}{anders}."
        )
    return "\n".join(uit)


def _waarom(rij: Puntenrij) -> list[str]:
    if rij.invoer is None:
        return []
    return [
        tekst
        for tekst in (
            f"uit {rij.invoer.bron}" if rij.invoer.bron else "",
            f"omdat {rij.invoer.reden}" if rij.invoer.reden else "",
        )
        if tekst
    ]


def als_json(
    beleid: Bestand[Classificatiebeleid],
    rijen: Sequence[Puntenrij],
    punten: Decimal | None,
    gevolg: Categorie | None,
    nu: Bestand[Classificatie] | None,
) -> dict[str, Any]:
    """The same as data."""
    return {
        "beleid": beleid.stam,
        "criteria": [
            {
                "criterium": r.criterium.id,
                "groep": r.criterium.groep,
                "waarde": r.invoer.waarde if r.invoer else None,
                "punten": r.punten,
                "gewicht": r.criterium.gewicht,
            }
            for r in rijen
        ],
        "score": punten,
        "categorie": gevolg.categorie if gevolg else None,
        "geldt": {"categorie": nu.record.categorie, "vanaf": nu.record.geldig_vanaf, "feit": nu.id}
        if nu
        else None,
    }


def rangorde(register: Register, op: date) -> list[dict[str, Any]]:
    """Every running contract of the region, heaviest first.

    What has no score stands at the end, as unknown.
    """
    uit = []
    for dossier in register.dossiers.values():
        for contract in (c for c in dossier.contracten if loopt(c, op)):
            feit = huidige(dossier, contract.id, op)
            beleid = register.beleid.get(feit.record.beleid) if feit else None
            rij = categorie(register, feit) if feit else None
            uit.append(
                {
                    "dossier": dossier.id,
                    "contract": contract.id,
                    "score": score(beleid.record, feit.record.invoer) if feit and beleid else None,
                    "categorie": feit.record.categorie if feit else None,
                    "gesprekken_per_jaar": rij.gesprekken_per_jaar if rij else None,
                    "geldig_vanaf": feit.record.geldig_vanaf if feit else None,
                    "hertoets": hertoetsdag(register, feit) if feit else None,
                }
            )
    return sorted(
        uit,
        key=lambda r: (
            -(r["score"] if r["score"] is not None else Decimal(-1)),
            r["dossier"],
            r["contract"],
        ),
    )


def toon_rangorde(rijen: Sequence[dict[str, Any]]) -> str:
    """The rank as a page."""
    kop = (
        f"{'dossier':24} {'contract':16} {'score':>9} {'cat.':>5} {'per jaar':>9}  {'hertoets':18}"
    )
    regels = [
        (
            f"{r['dossier'][:24]:24} {r['contract'][:16]:16} {_of(r['score']):>9} "
            f"{_of(r['categorie']):>5} {_of(r['gesprekken_per_jaar']):>9}  {_of(r['hertoets'])}"
        )
        for r in rijen
    ]
    return "\n".join(["CLASSIFICATIE VAN DE REGIO", "", kop, *regels])


def _of(waarde: Any) -> str:
    if waarde is None:
        return "onbekend"
    return (
        datum_vol(waarde)
        if isinstance(waarde, date)
        else getal(waarde)
        if isinstance(waarde, Decimal)
        else str(waarde)
    )
