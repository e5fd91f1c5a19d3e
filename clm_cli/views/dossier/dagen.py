"""Floor 6, dagen: the terms that come next and the contacts that were last."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.feitzinnen import CONTACTSOORTEN
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.views.dossier.blad import Dossierblad
from clm_cli.views.opmaak import Inhoud, Papier, dag
from clm_cli.views.tabel import Kolom, tabelregels
from clm_cli.views.tijdlijn import gebeurtenissen
from clm_cli.views.werklijst.cellen import BIJ

_TERMIJNEN, _CONTACTEN = 6, 5
"""So many of each are shown."""


def termijnen(papier: Papier, blad: Dossierblad) -> list[str]:
    """The first terms from today on, and how many come later."""
    vandaag = blad.blik.vandaag
    komend = [
        (r.punt.uiterlijk, r.punt)
        for r in blad.lijst.regels
        if r.punt.uiterlijk and r.punt.uiterlijk >= vandaag and not r.punt.stil
    ]
    komend.sort(key=lambda paar: paar[0])
    titel, ons = papier.titel("EERSTVOLGENDE TERMIJNEN"), not blad.blik.kijk.exemplaar
    if not komend and not (ons and blad.blik.dossier.contracten):
        return []
    if not komend:
        nu = opdracht("gesprek", "gepland", blad.blik.dossier.id)
        return [*titel, *papier.alinea(f"geen; {nu} plant een gesprek", 2)]
    rijen = [_termijn(uiterlijk, punt, vandaag) for uiterlijk, punt in komend[:_TERMIJNEN]]
    uit = [*titel, *tabelregels(papier, (Kolom(), Kolom(minst=20), Kolom()), rijen, 2)]
    meer = len(komend) - _TERMIJNEN
    if meer > 0:
        waar = f" ({opdracht('werklijst', dagen='365')})" if ons else ""
        uit += papier.alinea(f"en {meer} later{waar}", 2)
    return uit


def _termijn(uiterlijk: date, punt: Werkpunt, vandaag: date) -> list[Inhoud]:
    merk = f"{'! ' if punt.vervalt else ''}{'~ ' if punt.voorlopig else ''}"
    return [dag(uiterlijk, vandaag), f"{merk}{punt.wat} ({punt.grond})", BIJ[punt.bij]]


def contacten(papier: Papier, blik: Dossierblik) -> list[str]:
    """The last letters, talks and calls, the newest first."""
    alle = [rij for rij in gebeurtenissen(blik) if rij.soort in CONTACTSOORTEN]
    laatste = alle[: -_CONTACTEN - 1 : -1]
    hoeveel = f"{len(laatste)} van {len(alle)}" if len(alle) > len(laatste) else ""
    waar = "" if blik.kijk.exemplaar else opdracht("tijdlijn", blik.dossier.id)
    erbij = "; ".join(filter(None, (hoeveel, waar)))
    rijen: list[list[Inhoud]] = [
        [
            dag(rij.datum, blik.vandaag),
            rij.soort,
            rij.tekst + "".join(f" [{noot}]" for noot in rij.noten),
        ]
        for rij in laatste
    ]
    kolommen = (Kolom(), Kolom(minst=9), Kolom(minst=20))
    return [
        *papier.titel(f"LAATSTE CONTACTEN{f' ({erbij})' if erbij else ''}"),
        *(tabelregels(papier, kolommen, rijen, 2) or papier.alinea("geen vastgelegd", 2)),
    ]
