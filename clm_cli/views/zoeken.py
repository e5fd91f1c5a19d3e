"""Floor 6, zoeken: what was found in a register, by dossier, with where it stands."""

from __future__ import annotations

from itertools import groupby

from clm_cli.advies import opdracht
from clm_cli.derivations.zoeken import Vondst
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json, waar

_MEESTE = 5
"""So many texts of one dossier show; the rest is counted."""
_STUK = 120
"""So much of a long text shows, around nothing but its beginning."""


@value
class Gevonden:
    """What was looked for, and where it stands."""

    tekst: str
    vondsten: tuple[Vondst, ...]
    plaats: Plaats = nergens


def toon(blad: Gevonden, papier: Papier) -> str:
    """Each dossier with its texts; names and numbers first."""
    if not blad.vondsten:
        return "\n".join(papier.alinea(f"'{blad.tekst}' staat nergens in het register."))
    uit = []
    # a dossier stands where its best text stands
    namen = list(dict.fromkeys(vondst.dossier for vondst in blad.vondsten))
    per_dossier = sorted(blad.vondsten, key=lambda vondst: namen.index(vondst.dossier))
    for naam, groep in groupby(per_dossier, key=lambda vondst: vondst.dossier):
        rij = list(groep)
        uit += papier.titel(naam or "het register")
        for vondst in rij[:_MEESTE]:
            tekst = " ".join(vondst.tekst.split())
            kort = tekst if len(tekst) <= _STUK else tekst[:_STUK].rstrip() + "…"
            uit += papier.alinea(f"{vondst.veld}: {kort}", 2)
            uit += papier.alinea(Cel(waar(vondst.plek, blad.plaats), "zwak"), 4)
        if len(rij) > _MEESTE:
            uit += papier.alinea(f"en nog {len(rij) - _MEESTE} in dit dossier", 2)
    bekend = {vondst.dossier for vondst in blad.vondsten if vondst.bekend and vondst.dossier}
    if len(bekend) == 1:
        uit += ["", *papier.alinea(opdracht("toon", bekend.pop()), 0, "nu: ")]
    return "\n".join(uit).lstrip("\n")


def als_json(blad: Gevonden) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "dossier": vondst.dossier,
            "veld": vondst.veld,
            "tekst": vondst.tekst,
            "plek": plek_json(vondst.plek, blad.plaats),
        }
        for vondst in blad.vondsten
    ]
