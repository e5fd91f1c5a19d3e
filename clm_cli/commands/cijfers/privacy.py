"""Floor 7, privacy: data of clients in a file with figures, looked for before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.advies import advies, opdracht
from clm_cli.bsnbestand import bsn_in_bestand, in_tabel
from clm_cli.files.rekenblad import Vel
from clm_cli.meldingen import ClmFout
from clm_cli.persoonsgegevens import Geduld, Vondst, clientwoord, gevonden_bsn

_NU = advies(
    "vraag de aanbieder om een bestand zonder persoonsgegevens, en verwijder dit; een leeg blad om "
    "in te vullen: {blad}",
    blad=opdracht("cijfers", "opvragen"),
)

_GEDULD = 4_000_000
"""Enough for the largest sheet that is read: what is taken over was looked at as a whole."""


def weiger_bsn(naam: str, inhoud: bytes) -> Geduld:
    """Refuse a file in which a bsn stands anywhere, also in what is hidden.

    Returns what became of the search: not all of it may have been looked at.
    """
    geduld = Geduld(over=_GEDULD)
    if vondst := bsn_in_bestand(naam, inhoud, geduld):
        raise _gestopt(vondst)
    return geduld


def weiger_half(naam: str, geduld: Geduld) -> None:
    """Refuse a file that can be read and was not searched as a whole: it may hide a bsn."""
    if not geduld.heel:
        raise ClmFout(
            f"Gestopt vóór het lezen: {naam} is niet helemaal te doorzoeken op persoonsgegevens. "
            "Er is niets overgenomen.",
            nu="sla het opnieuw op als .xlsx of .csv, met alleen het blad dat nodig is",
        )


def _gestopt(vondst: Vondst) -> ClmFout:
    return ClmFout(f"Gestopt vóór het lezen: {vondst.zin}. Er is niets overgenomen.", nu=_NU)


def weiger_clienten(vellen: Sequence[Vel]) -> None:
    """Refuse sheets that speak of one client: where, how often, and never what."""
    for vel in vellen:  # as it was read, and not as it was written: a second look
        rijen = ((nummer, enumerate(rij)) for nummer, rij in vel.rijen.items())
        waar = f"op blad {vel.naam}, in rij" if vel.naam else "in rij"
        if vondst := in_tabel(rijen, waar, Geduld(over=_GEDULD)):
            raise _gestopt(vondst)
    gevonden: dict[tuple[str, int], list[int]] = {}
    for vel in vellen:
        for nummer, rij in vel.rijen.items():
            for plek, cel in enumerate(rij):
                if cel and not cel.isdigit() and (clientwoord(cel) or gevonden_bsn(cel)):
                    gevonden.setdefault((vel.naam or "", plek), []).append(nummer)
    if gevonden:
        waar = "; ".join(
            f"{f'blad {blad}, ' if blad else ''}kolom {_letter(plek)}, "
            f"{len(rijen)} {'cel' if len(rijen) == 1 else 'cellen'}, vanaf rij {rijen[0]}"
            for (blad, plek), rijen in gevonden.items()
        )
        raise ClmFout(
            f"Gestopt vóór het lezen: hier lijken gegevens van cliënten te staan ({waar}). Er is "
            "niets overgenomen.",
            nu=_NU,
        )


def _letter(plek: int) -> str:
    """'A' for the first column, 'AB' for the twenty-eighth."""
    letters = ""
    plek += 1
    while plek:
        plek, rest = divmod(plek - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
