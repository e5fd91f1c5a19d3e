"""Floor 7, dingen: which talk, contract, letter or case of a dossier is meant."""

from __future__ import annotations

from clm_cli.bestand import Map
from clm_cli.meldingen import ClmFout
from clm_cli.register import Dossier, Escalatie


def kies_ding(dossier: Dossier, soort: str | None, naam: str | None) -> Map:
    """The talk, contract, letter or case that is meant: by its folder or a part of the name.

    The only one without.
    """
    meervoud = {
        "gesprek": "gesprekken",
        "contract": "contracten",
        "brief": "brieven",
        "escalatie": "escalaties",
    }[soort or ""]
    dingen: tuple[Map, ...] = getattr(dossier, meervoud)
    namen = [ding.id for ding in dingen]
    exact = [ding for ding in dingen if ding.id == naam]
    passend = exact or [
        ding
        for ding in dingen
        if naam is None or naam.removesuffix("/").rsplit("/", 1)[-1] in ding.id
    ]
    if len(passend) > 1 and naam is None and soort == "escalatie":
        from clm_cli.derivations.escalatie.zaken import gesloten

        passend = [
            ding for ding in passend if isinstance(ding, Escalatie) and not gesloten(ding)
        ] or passend
    if len(passend) == 1:
        return passend[0]
    if not namen:
        raise ClmFout(f"In {dossier.id} staat nog geen {soort}.", nu=f"clm toon {dossier.id}")
    zin = (
        f"'{naam}' past op {len(passend)} van de {meervoud} van {dossier.id}."
        if naam
        else f"Noem welk(e) {soort} u bedoelt."
    )
    raise ClmFout(
        zin, nu=f"kies uit {', '.join((ding.id for ding in passend) if passend else namen)}"
    )
