"""Floor 7, privacy: data of clients in a file with figures, looked for before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.advies import advies, opdracht
from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.files.rekenblad import Vel
from clm_cli.meldingen import ClmFout
from clm_cli.persoonsgegevens import clientwoord, gevonden_bsn

_NU = advies(
    "vraag de aanbieder om een bestand zonder persoonsgegevens, en verwijder dit; een leeg blad om "
    "in te vullen: {blad}",
    blad=opdracht("cijfers", "opvragen"),
)


def weiger_bsn(naam: str, inhoud: bytes) -> None:
    """Refuse a file in which a bsn stands anywhere, also in what is hidden."""
    if vondst := bsn_in_bestand(naam, inhoud):
        raise ClmFout(f"Gestopt vóór het lezen: {vondst.zin}. Er is niets overgenomen.", nu=_NU)


def weiger_clienten(vellen: Sequence[Vel]) -> None:
    """Refuse sheets that speak of one client: where, how often, and never what."""
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
