"""Floor 6, bladzijde: what values lead to, criterion by criterion, beside what holds now."""

from __future__ import annotations

import textwrap
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.derivations.classificatie import Puntenrij, Uitkomst
from clm_cli.records.classificatie import Criterium
from clm_cli.tijd.datum import bedrag, datum_vol, getal
from clm_cli.tijd.getal import is_euro
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.woorden import zichtbaar


def toon(blad: Uitkomst, _: Papier) -> str:
    """Every criterion with its points, the score, the category it leads to and the one in force."""
    nog = " (voorbeeld, nog vast te stellen)" if blad.beleid.record.voorbeeld == "ja" else ""
    uit = [
        f"CLASSIFICATIE {blad.dossier.id} · {', '.join(blad.contracten)}",
        f"  beleid: {blad.beleid.stam}{nog}",
        "",
    ]
    gewicht = sum((rij.criterium.gewicht for rij in blad.rijen), Decimal(0))
    groep = ""
    for rij in blad.rijen:
        if rij.criterium.groep != groep:
            groep = rij.criterium.groep
            uit.append(f"  {groep.upper()}")
        uit += _criterium(rij, gewicht)
    return zichtbaar("\n".join([*uit, *_gevolg(blad)]))


def in_eenheid(criterium: Criterium, waarde: Decimal) -> str:
    """What a criterion was weighed by: an amount as amounts are printed."""
    return bedrag(waarde) if is_euro(criterium.eenheid) else getal(waarde)


def _criterium(rij: Puntenrij, gewicht: Decimal) -> list[str]:
    """A criterion: its value, its share of the score, and where the value came from."""
    invoer = rij.invoer
    gewogen = invoer.waarde if invoer else None
    waarde = "onbekend" if gewogen is None else in_eenheid(rij.criterium, gewogen)
    deel = (
        f"{getal(rij.punten)} punten × {getal(rij.criterium.gewicht)} van {getal(gewicht)}"
        if rij.punten is not None
        else "geen punten"
    )
    titel, *rest = textwrap.wrap(rij.criterium.titel, 38)
    uit = [f"    {titel:38}  {waarde:>14}  {deel}", *(f"    {regel}" for regel in rest)]
    uit += [f"      uit {invoer.bron}"] if invoer and invoer.bron else []
    uit += [f"      omdat {invoer.reden}"] if invoer and invoer.reden else []
    return uit


def _gevolg(blad: Uitkomst) -> list[str]:
    """The score, the category it leads to, and the one in force."""
    gevolg, nu = blad.categorie, blad.nu
    score = (
        getal(blad.score)
        if blad.score is not None
        else "onbekend, want niet elk criterium heeft een waarde"
    )
    uit = ["", f"  Score: {score}"]
    if gevolg:
        uit += [
            (
                f"  Dat is categorie {gevolg.categorie}, {gevolg.titel}: "
                f"{gevolg.gesprekken_per_jaar} gesprekken per jaar."
            ),
            f"  {gevolg.intensiteit}",
        ]
    if nu:
        af = "anders dan de score: " if blad.wijkt_af else ""
        anders = f" ({af}{nu.record.reden})" if nu.record.reden else ""
        uit.append(
            f"  Nu geldt categorie {nu.record.categorie}, sinds "
            f"{datum_vol(nu.record.geldig_vanaf)}{anders}."
        )
    return [*uit, *_aan_te_vullen(blad)]


def _aan_te_vullen(blad: Uitkomst) -> list[str]:
    """How the values that lack are given, each with where it is from or why."""
    leeg = [rij.criterium for rij in blad.rijen if rij.punten is None]
    if not leeg:
        return []
    opties = [f"--contract {id_}" for id_ in blad.contracten]
    opties += [f'--waarde "{c.id}=… {"omdat" if c.wijze == "oordeel" else "uit"} …"' for c in leeg]
    regel = f"  nu: {' '.join([opdracht('classificeer', blad.dossier.id), *opties])}"
    return textwrap.wrap(regel, 78, subsequent_indent="    ", break_on_hyphens=False)


def als_json(blad: Uitkomst) -> Gegevens:
    """The same as data."""
    nu = blad.nu
    return {
        "beleid": blad.beleid.stam,
        "criteria": [
            {
                "criterium": rij.criterium.id,
                "groep": rij.criterium.groep,
                "waarde": rij.invoer.waarde if rij.invoer else None,
                "punten": rij.punten,
                "gewicht": rij.criterium.gewicht,
            }
            for rij in blad.rijen
        ],
        "score": blad.score,
        "categorie": blad.categorie.categorie if blad.categorie else None,
        "geldt": {"categorie": nu.record.categorie, "vanaf": nu.record.geldig_vanaf, "feit": nu.id}
        if nu
        else None,
    }
