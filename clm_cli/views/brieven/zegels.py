"""Floor 6, zegels: whether what was sent and received is still what it was."""

from __future__ import annotations

from clm_cli.derivations.brieven.zegels import Controlepunt
from clm_cli.value import value
from clm_cli.views.brieven.vergelijking import verschillen_json, verschilregels
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, Stijl, nergens, plek_json

_TEKEN: dict[str, tuple[str, Stijl]] = {
    "gelijk": ("goed      ", ""),
    "veranderd": ("VERANDERD ", "rood"),
    "anders": ("anders    ", "vet"),
    "niet vergelijkbaar": ("open      ", "zwak"),
}


@value
class Zegels:
    """What was looked at for each letter, by `dossier/letter`."""

    rijen: tuple[tuple[str, tuple[Controlepunt, ...]], ...]
    plaats: Plaats = nergens

    @property
    def veranderd(self) -> int:
        """At how many letters something changed that may never change."""
        return sum(any(p.uitkomst == "veranderd" for p in punten) for _, punten in self.rijen)

    @property
    def goed(self) -> bool:
        """Whether nothing changed that may never change."""
        return not self.veranderd


def toon(blad: Zegels, papier: Papier) -> str:
    """What was looked at for each letter; what may never change and did, stands out."""
    uit: list[str] = []
    for naam, punten in blad.rijen:
        uit += papier.alinea(Cel(naam, "vet"))
        for punt in punten:
            woord, stijl = _TEKEN[punt.uitkomst]
            uit += papier.alinea(punt.zin, 2, Cel(woord, stijl), len(woord))
            uit += [
                regel
                for verschil in punt.verschillen
                for regel in verschilregels(papier, verschil, 12)
            ]
        uit.append("")
    return "\n".join([*uit, *papier.alinea(_slot(blad))])


def _slot(blad: Zegels) -> str:
    aantal = len(blad.rijen)
    if not aantal:
        return "Er is nog geen brief verzonden of ontvangen."
    slot = (
        f"bij {blad.veranderd} is iets veranderd dat vast hoort te liggen. Zet het terug met git, "
        "of leg uit wat er is gebeurd."
        if blad.veranderd
        else "wat is verzonden en ontvangen, is onveranderd."
    )
    return f"{aantal} {'brief' if aantal == 1 else 'brieven'} nagekeken; {slot}"


def als_json(blad: Zegels) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "brief": naam,
            "punten": [
                {
                    "wat": p.wat,
                    "uitkomst": p.uitkomst,
                    "zin": p.zin,
                    "plek": plek_json(p.plek, blad.plaats),
                    "verschillen": verschillen_json(p.verschillen),
                }
                for p in punten
            ],
        }
        for naam, punten in blad.rijen
    ]
