"""Floor 6, termijnen: every term of both parties, and how each was counted."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import aantal
from clm_cli.views.escalatie.blad import Escalatieblad
from clm_cli.views.opmaak import Papier
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    Kolom("bij", minst=9),
    Kolom("wat", minst=16, hoogst=28),
    Kolom("uiterlijk", minst=11),
    Kolom("stand", minst=12, hoogst=24),
    Kolom("hoe gerekend", minst=16),
)


def termijnen(papier: Papier, blad: Escalatieblad) -> list[str]:
    """All terms of both parties by their day, also those on which something happened."""
    rijen = [_afgelopen(blad, rij) for rij in afgelopen(blad.stand)]
    rijen += [_open(blad, punt) for punt in blad.punten]
    if not rijen:
        return []
    rijen.sort(key=lambda rij: rij[0] or date.max)
    cellen = [cellen for _, cellen in rijen]
    return [*papier.titel("TERMIJNEN"), *tabelregels(papier, _KOLOMMEN, cellen)]


def _afgelopen(blad: Escalatieblad, rij: Termijnrij) -> tuple[date | None, list[str]]:
    wanneer = blad.dag(rij.uiterlijk) if rij.uiterlijk else "onbekend"
    return rij.uiterlijk, [rij.bij, rij.wat, wanneer, rij.uitkomst, hoe_gerekend(blad, rij)]


def _open(blad: Escalatieblad, punt: Werkpunt) -> tuple[date | None, list[str]]:
    bij = punt.bij.upper() if punt.bij == "wij" else punt.bij
    rekening = hoe_gerekend(blad, punt)
    return punt.uiterlijk, [bij, punt.wat, _wanneer(blad, punt), _loopt(blad, punt), rekening]


def _wanneer(blad: Escalatieblad, punt: Werkpunt) -> str:
    if punt.stil:
        return "staat stil"
    return blad.dag(punt.uiterlijk) if punt.uiterlijk else "onbekend"


def _loopt(blad: Escalatieblad, punt: Werkpunt) -> str:
    vandaag = blad.blik.vandaag
    if punt.uiterlijk is None:
        return "stil" if punt.stil else "open"
    if punt.uiterlijk < vandaag:
        return f"VOORBIJ, {aantal((vandaag - punt.uiterlijk).days, 'dag', 'dagen')}"
    return "laatste dag" if punt.uiterlijk == vandaag else "loopt"


def hoe_gerekend(blad: Escalatieblad, rij: Termijnrij | Werkpunt) -> str:
    """The counting of a term and whether its start was assumed, with a printed day beside ours."""
    grond = f" ({rij.grond})"
    rekening, gedrukt = rij.berekening, [genoemd.datum for genoemd in rij.genoemd]
    if rekening is None:
        return (rij.omdat[-1].tekst if rij.omdat else "") + grond
    tekst = f"{rekening.duur} na {blad.dag(rekening.start)}"
    if gedrukt and rij.uiterlijk in gedrukt and rij.uiterlijk != rekening.uiterlijk:
        tekst = f"afgedrukt; berekend {blad.dag(rekening.uiterlijk)}, {tekst}"
    elif rij.uiterlijk != rekening.uiterlijk and rij.omdat:
        tekst = f"{rij.omdat[-1].tekst}; eerst {blad.dag(rekening.uiterlijk)}, {tekst}"
    elif gedrukt and any(datum != rekening.uiterlijk for datum in gedrukt):
        tekst = f"{tekst}; afgedrukt {', '.join(blad.dag(datum) for datum in gedrukt)}"
    return tekst + grond + ("; voorlopig, ontvangst niet vastgelegd" if rij.voorlopig else "")
