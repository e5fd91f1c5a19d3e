"""Floor 6, delen: what was recorded, what came in from others, and what is shared now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from clm_cli.value import value
from clm_cli.views import vergelijk
from clm_cli.views.opmaak import Cel, Gegevens, Papier


@value
class Gedeeld:
    """What sharing or bringing in did."""

    adres: str
    vastgelegd: tuple[str, ...] = ()
    """The files that were recorded now."""
    van: tuple[str, ...] = ()
    """Who made what came in."""
    binnen: vergelijk.Vergelijking | None = None
    """What came in, in words."""
    samen: tuple[str, ...] = ()
    """The cards that both changed."""
    naast: Mapping[str, str] = field(default_factory=dict)
    """Of files that both made: the name, and under which name ours is kept."""
    gebleven: tuple[str, ...] = ()
    """What one took away and the other changed."""
    dubbel: tuple[str, ...] = ()
    """The numbers that were given twice, by dossier."""
    verstuurd: int = 0
    """So many commits the others can bring in now."""
    let_op: tuple[str, ...] = ()
    nu: str | None = None


def toon(blad: Gedeeld, papier: Papier) -> str:
    """All of it as text."""
    uit = papier.alinea(Cel(_kop(blad), "vet"))
    for zin in _zinnen(blad):
        uit += papier.alinea(zin, 2)
    uit += [regel for zin in blad.let_op for regel in papier.alinea(zin, 2, "let op: ")]
    if blad.binnen is not None and blad.binnen.bestanden:
        uit += ["", vergelijk.toon(blad.binnen, papier)]
    uit += papier.alinea(blad.nu, 2, "nu: ") if blad.nu else []
    return "\n".join(uit)


def _kop(blad: Gedeeld) -> str:
    gedeeld = "Uw werk is gedeeld. " if blad.verstuurd else ""
    if not blad.van:
        return f"{gedeeld}Er was niets nieuws van anderen."
    return f"{gedeeld}Binnengehaald van {' en '.join(blad.van)}."


def _zinnen(blad: Gedeeld) -> list[str]:
    uit = []
    if blad.vastgelegd:
        getoond = ", ".join(blad.vastgelegd[:5])
        meer = f" en {len(blad.vastgelegd) - 5} andere" if len(blad.vastgelegd) > 5 else ""
        uit.append(f"vastgelegd: {getoond}{meer}")
    uit += [f"door u beiden gewijzigd, samengevoegd: {pad}" for pad in blad.samen]
    uit += [f"ook van een ander: {oud}; het uwe heet {nieuw}" for oud, nieuw in _naast(blad)]
    uit += [f"door de een weggehaald, door de ander gewijzigd; blijft: {p}" for p in blad.gebleven]
    return [*uit, *(f"twee keer gegeven: {rij}" for rij in blad.dubbel)]


def _naast(blad: Gedeeld) -> list[tuple[str, str]]:
    return sorted(blad.naast.items())


def als_json(blad: Gedeeld) -> Gegevens:
    """All of it as data."""
    return {
        "adres": blad.adres,
        "vastgelegd": list(blad.vastgelegd),
        "van": list(blad.van),
        "binnen": vergelijk.als_json(blad.binnen) if blad.binnen else None,
        "samengevoegd": list(blad.samen),
        "naast": dict(_naast(blad)),
        "gebleven": list(blad.gebleven),
        "dubbel": list(blad.dubbel),
        "verstuurd": blad.verstuurd,
        "let_op": list(blad.let_op),
        "nu": blad.nu,
    }
