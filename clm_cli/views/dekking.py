"""Floor 6, dekking: the clauses of an overeenkomst, and who or what watches each of them."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.dekking import Bewaking, Gevolgd
from clm_cli.derivations.zinnen import aantal
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json, zin

_HANG = 14


@value
class Dekkingvan:
    """One overeenkomst: its clauses, and the subjects of its talks."""

    naam: str
    bepalingen: tuple[Bewaking, ...]
    onderwerpen: tuple[Gevolgd, ...] = ()


@value
class Dekkingblad:
    """One or more overeenkomsten with what watches them."""

    per: tuple[Dekkingvan, ...]
    plaats: Plaats = nergens
    open: bool = False
    """Whether only what nobody watches is shown."""


def toon(blad: Dekkingblad, papier: Papier) -> str:
    """The clauses by overeenkomst; what nobody watches says so in words."""
    uit: list[str] = []
    for van in blad.per:
        uit += [*([""] if uit else []), *_bepalingen(van, papier, alleen_open=blad.open)]
        uit += _onderwerpen(van, papier, alleen_open=blad.open)
    return "\n".join(uit) if uit else "Er staan nog geen bepalingen in dit register."


def _bepalingen(van: Dekkingvan, papier: Papier, *, alleen_open: bool) -> list[str]:
    los = sum(not rij.gedekt for rij in van.bepalingen)
    telling = f"{aantal(len(van.bepalingen), 'bepaling', 'bepalingen')}, {los} door niemand bewaakt"
    uit = papier.kop(Cel(f"DEKKING  {van.naam}", "vet"), telling)
    for rij in van.bepalingen:
        if not (alleen_open and rij.gedekt):
            wie = Cel(_wie(rij), "" if rij.gedekt else "vet")
            uit += papier.alinea(wie, 1, f"{rij.artikel.id}  ", _HANG)
    if los:
        clausule = "document=… nummer=…"
        nieuw = opdracht("lijst", "verplichtingen", overeenkomst=van.naam, clausule=clausule)
        uit += papier.alinea(str(nieuw), 1, "nu: ", 4)
    return uit


def _onderwerpen(van: Dekkingvan, papier: Papier, *, alleen_open: bool) -> list[str]:
    """The subjects of the talks by theme, each with what follows it."""
    rijen = [rij for rij in van.onderwerpen if rij.plaats.thema.volgt]
    getoond = [rij for rij in rijen if not (alleen_open and rij.gedekt)]
    if not getoond:
        return []
    los = sum(not rij.gedekt for rij in rijen)
    uit, thema = ["", f"Onderwerpen van de gesprekken: {len(rijen)}, {los} zonder plaats"], ""
    for rij in getoond:
        if rij.plaats.thema.titel != thema:
            thema = rij.plaats.thema.titel
            uit += papier.alinea(thema, 1)
        door = ", ".join(rij.door) or _waarom(rij)
        regel = f"{rij.plaats.onderwerp}: {door}"
        uit += papier.alinea(Cel(regel, "" if rij.gedekt else "vet"), 3)
    return uit


def _waarom(rij: Gevolgd) -> str:
    reden = rij.plaats.reden
    return f"hoeft niet: {zin(reden, hoofdletter=False)}" if reden else "NIETS volgt dit"


def _wie(rij: Bewaking) -> str:
    """What watches a clause, or why nothing does."""
    artikel = rij.artikel
    delen = [id_ for id_, _ in rij.verplichtingen]
    delen += [f"kpi {rij.kpi.titel}"] if rij.kpi else []
    delen += [f"thema {rij.thema}"] if rij.thema else []
    if delen:
        return ", ".join(delen)
    if artikel.bewaakt == "ja":
        return f"bewaakt: {artikel.toelichting or 'ja'}"
    if rij.gedekt:
        return f"hoeft niet: {zin(artikel.toelichting or '', hoofdletter=False)}"
    return "NIEMAND: geen verplichting, kpi of thema"


def als_json(blad: Dekkingblad) -> list[Gegevens]:
    """The same as data: a row for each clause, and for each subject."""
    return [rij for van in blad.per for rij in _rijen_json(blad, van)]


def _rijen_json(blad: Dekkingblad, van: Dekkingvan) -> Iterator[Gegevens]:
    for rij in van.bepalingen:
        if not (blad.open and rij.gedekt):
            yield {
                "overeenkomst": van.naam,
                "artikel": rij.artikel.id,
                "onderwerp": None,
                "gedekt": rij.gedekt,
                "verplichtingen": [id_ for id_, _ in rij.verplichtingen],
                "kpi": rij.kpi.id if rij.kpi else None,
                "thema": rij.thema,
                "door": [],
                "plek": plek_json(rij.plek, blad.plaats),
            }
    for gevolgd in van.onderwerpen:
        if gevolgd.plaats.thema.volgt and not (blad.open and gevolgd.gedekt):
            yield {
                "overeenkomst": van.naam,
                "artikel": None,
                "onderwerp": gevolgd.plaats.onderwerp,
                "gedekt": gevolgd.gedekt,
                "verplichtingen": [],
                "kpi": None,
                "thema": gevolgd.plaats.thema.id,
                "door": list(gevolgd.door),
                "plek": plek_json(gevolgd.plaats.plek, blad.plaats),
            }
