"""Floor 7, lijstblad: many rows of a list out of one sheet; a wrong one stops them all."""

from __future__ import annotations

from pathlib import Path

from clm_cli.commands import verplichtingen
from clm_cli.commands.lijsten import (
    Houder,
    begin,
    bundel_van,
    erbij,
    in_vorm,
    model_van,
    pad_van,
    stond_er_al,
)
from clm_cli.commands.lijstpagina import wat_van
from clm_cli.commands.optiewaarden import als_boom
from clm_cli.commands.rijkeuring import keur
from clm_cli.commands.stukken import lees
from clm_cli.commands.werk import Werk
from clm_cli.derivations.lijstrijen import KLAAR
from clm_cli.derivations.zinnen import telwoord
from clm_cli.dossier import Dossier
from clm_cli.files.blad import Blad, Rij, blad_van, kolomnaam, vellen
from clm_cli.records.vorm import Veld, velden
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging

_WAAR = ("dossier", "overeenkomst")
"""The columns that say in whose list a row comes."""


def uit_blad(werk: Werk, lijst: str, pad: Path, naam: str | None) -> Voorstel:
    """One row of the list for each row of the sheet; what stands there already is left alone.

    A sheet of obligations without a column for what they are tells which were met.
    """
    inhoud = lees(werk.wortel, pad, str(pad))
    kolommen = _kolommen(lijst)
    alle = [*_WAAR, *kolommen]
    if lijst == "verplichtingen" and not _heeft(pad, inhoud, alle, wat_van(lijst)):
        return verplichtingen.uit_blad(werk, pad)
    blad = blad_van(pad.name, inhoud, alle, nodig=(wat_van(lijst),))
    nieuwe: dict[str, tuple[Houder, list[dict[str, object]]]] = {}
    al: list[str] = []
    for rij in blad.rijen:
        houder = _houder(werk, blad, rij, naam)
        rijen = nieuwe.setdefault(pad_van(houder, lijst), (houder, []))[1]
        ook = [rij for _, erbij_ in nieuwe.values() for rij in erbij_]
        boom = _boom(werk, lijst, blad, rij, houder, kolommen, ook)
        if stond_er_al(houder, lijst, boom) or any({**r, "id": boom["id"]} == boom for r in rijen):
            al.append(blad.plaats(rij))
        else:
            rijen.append(boom)
    return _voorstel(werk, lijst, pad, nieuwe, al)


def _voorstel(
    werk: Werk,
    lijst: str,
    pad: Path,
    nieuwe: dict[str, tuple[Houder, list[dict[str, object]]]],
    al: list[str],
) -> Voorstel:
    bestanden: list[NieuwBestand] = []
    wijzigingen: list[Wijziging] = []
    for houder, rijen in nieuwe.values():
        nieuw, anders = erbij(werk, houder, lijst, rijen) if rijen else ((), ())
        bestanden += nieuw
        wijzigingen += anders
    aantal = sum(len(rijen) for _, rijen in nieuwe.values())
    return Voorstel(
        f"{telwoord(aantal, 'regel', 'regels')} toegevoegd aan {lijst} uit {pad.name}.",
        nieuw=tuple(bestanden),
        wijzigingen=tuple(wijzigingen),
        let_op=tuple(f"stond er al: {plaats}" for plaats in al),
        stond_er_al=() if aantal else tuple(nieuwe),
        vraag=True,
    )


def _kolommen(lijst: str) -> dict[str, tuple[Veld, Veld | None]]:
    """The columns of a list: its fields, and of a field with parts those parts."""
    uit: dict[str, tuple[Veld, Veld | None]] = {}
    for veld in velden(model_van(lijst)):
        if veld.naam in ("id", KLAAR[lijst], "nakomingen"):
            continue
        if veld.deel is None or veld.is_stuk:
            uit[veld.naam] = (veld, None)
            continue
        for deel in velden(veld.deel):
            uit[deel.naam if deel.naam not in uit else f"{veld.naam} {deel.naam}"] = (veld, deel)
    return uit


def _heeft(pad: Path, inhoud: bytes, kolommen: list[str], naam: str) -> bool:
    return any(
        kolomnaam(cel) == naam
        for vel in vellen(pad.name, inhoud, kolommen)
        for rij in vel.rijen.values()
        for cel in rij
    )


def _houder(werk: Werk, blad: Blad, rij: Rij, naam: str | None) -> Houder:
    """Whose list a row comes in: its own column, else the dossier that was typed."""
    with blad.bij(rij):
        if overeenkomst := rij["overeenkomst"]:
            return bundel_van(werk.register, overeenkomst)
        return werk.dossier(rij["dossier"] or naam or "")


def _boom(
    werk: Werk,
    lijst: str,
    blad: Blad,
    rij: Rij,
    houder: Houder,
    kolommen: dict[str, tuple[Veld, Veld | None]],
    ook: list[dict[str, object]],
) -> dict[str, object]:
    """A row as a file keeps it; what does not fit is refused with its cell."""
    gezegd: dict[str, object] = {}
    for kolom, (veld, deel) in kolommen.items():
        tekst = rij[kolom]
        if tekst is None:
            continue
        if deel is None:
            gezegd[veld.naam] = als_boom(veld, [tekst] if veld.veel else tekst)
        else:
            waarde = gezegd.setdefault(veld.naam, {})
            assert isinstance(waarde, dict)
            waarde[deel.naam] = als_boom(deel, tekst)
    with blad.bij(rij):
        boom = in_vorm(lijst, begin(werk, houder, lijst, gezegd, ook))
    mist = [v.naam for v in velden(model_van(lijst)) if v.verplicht and v.naam not in boom]
    if mist:
        raise blad.fout(rij, None, f"{', '.join(mist)} ontbreekt")
    waar = werk.kijk.blik(houder) if isinstance(houder, Dossier) else werk.register
    keur(blad, rij, model_van(lijst), boom, waar)
    return boom
