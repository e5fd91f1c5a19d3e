"""Floor 6, dekking: the clauses of an overeenkomst, and who or what watches each of them."""

from __future__ import annotations

from dataclasses import dataclass

from clm_cli.advies import opdracht
from clm_cli.derivations.dekking import Bewaking
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json, zin

_HANG = 14


@dataclass(frozen=True)
class Dekkingblad:
    """One or more overeenkomsten with their clauses."""

    per: tuple[tuple[str, tuple[Bewaking, ...]], ...]
    plaats: Plaats = nergens
    open: bool = False
    """Whether only what nobody watches is shown."""


def toon(blad: Dekkingblad, papier: Papier) -> str:
    """The clauses by overeenkomst; what nobody watches says so in words."""
    uit: list[str] = []
    for naam, rijen in blad.per:
        los = sum(not rij.gedekt for rij in rijen)
        telling = f"{len(rijen)} bepalingen, {los} door niemand bewaakt"
        uit += [*([""] if uit else []), *papier.kop(Cel(f"DEKKING  {naam}", "vet"), telling)]
        for rij in rijen:
            if not (blad.open and rij.gedekt):
                wie = Cel(_wie(rij), "" if rij.gedekt else "vet")
                uit += papier.alinea(wie, 1, f"{rij.artikel.id}  ", _HANG)
        if los:
            clausule = "document=… nummer=…"
            nieuw = opdracht("lijst", "verplichtingen", overeenkomst=naam, clausule=clausule)
            uit += papier.alinea(str(nieuw), 1, "nu: ", 4)
    return "\n".join(uit) if uit else "Er staan nog geen bepalingen in dit register."


def _wie(rij: Bewaking) -> str:
    """What watches a clause, or why nothing does."""
    artikel = rij.artikel
    delen = [id_ for id_, _ in rij.verplichtingen]
    delen += [f"kpi {rij.kpi}"] if rij.kpi else []
    delen += [f"thema {rij.thema}"] if rij.thema else []
    if delen:
        return ", ".join(delen)
    if artikel.bewaakt == "ja":
        return f"bewaakt: {artikel.toelichting or 'ja'}"
    if rij.gedekt:
        return f"hoeft niet: {zin(artikel.toelichting or '', hoofdletter=False)}"
    return "NIEMAND: geen verplichting, kpi of thema"


def als_json(blad: Dekkingblad) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "overeenkomst": naam,
            "artikel": rij.artikel.id,
            "gedekt": rij.gedekt,
            "verplichtingen": [id_ for id_, _ in rij.verplichtingen],
            "kpi": rij.kpi,
            "thema": rij.thema,
            "plek": plek_json(rij.plek, blad.plaats),
        }
        for naam, rijen in blad.per
        for rij in rijen
        if not (blad.open and rij.gedekt)
    ]
