"""Floor 6, dekking: how much of a contract clm carries out, article by article."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.advies import opdracht
from clm_cli.derivations.regime.dekking import Gedekt
from clm_cli.derivations.zinnen import aantal
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier

_SOORTEN = ("uitgevoerd", "alleen getoond", "niet")


@value
class Dekkingsblad:
    """What clm does with each article of one regime, and whether its quotations were checked."""

    id: str
    rijen: tuple[Gedekt, ...]
    bestand: str | None
    """The name of the contract text."""
    citaten: int | None
    """How many quotations were looked up in it; None when it is not there."""


def toon(blad: Dekkingsblad, papier: Papier) -> str:
    """Every article with what happens to it and where it stands in the regime."""
    uit = [*_kop(blad, papier), ""]
    for rij in blad.rijen:
        waar = f" · {', '.join(rij.plaatsen)}" if rij.plaatsen else ""
        titel = f" · {rij.titel}" if rij.titel else ""
        uit += papier.alinea(f"{rij.uitvoering}{waar}{titel}", 2, f"{rij.eis}  ", 12)
        for open_ in rij.open:
            uit += papier.alinea(open_, 14, "niet: ")
    return "\n".join(uit)


def kort(bladen: Sequence[Dekkingsblad], papier: Papier) -> list[str]:
    """The same in a few lines, for below a check: what is carried out, shown, or missing."""
    uit: list[str] = []
    for blad in bladen:
        uit += ["", *_kop(blad, papier)]
        for soort in _SOORTEN[1:]:
            namen = [rij.eis for rij in blad.rijen if rij.uitvoering == soort]
            uit += papier.alinea(", ".join(namen), 2, f"{soort}: ") if namen else []
        deels = [rij.eis for rij in blad.rijen if rij.open]
        wat = f"; {opdracht('regime', 'dekking', blad.id)} toont wat niet"
        uit += papier.alinea(", ".join(deels) + wat, 2, "deels: ") if deels else []
    return uit


def _kop(blad: Dekkingsblad, papier: Papier) -> list[str]:
    telling = ", ".join(
        f"{sum(rij.uitvoering == soort for rij in blad.rijen)} {soort}" for soort in _SOORTEN
    )
    if deels := sum(bool(rij.open) for rij in blad.rijen):
        telling = telling.replace("uitgevoerd", f"uitgevoerd (waarvan {deels} deels)", 1)
    citaten = (
        f"{blad.citaten} citaten nagekeken in regimes/{blad.bestand}"
        if blad.citaten is not None
        else f"de citaten zijn niet nagekeken: regimes/{blad.bestand} is er niet"
        if blad.bestand
        else "de citaten zijn niet nagekeken: bij bron staat geen bestand"
    )
    if not any(rij.eis[0].isdigit() for rij in blad.rijen):
        telling = telling.replace(
            "0 niet", "of er artikelen ontbreken is zonder nummers niet te zien"
        )
    kop = f"{aantal(len(blad.rijen), 'bepaling', 'bepalingen')}: {telling}; {citaten}"
    return papier.alinea(kop, 0, Cel(f"DEKKING {blad.id}  ", "vet"))


def als_json(blad: Dekkingsblad) -> Gegevens:
    """The same as data."""
    return {
        "regime": blad.id,
        "bestand": blad.bestand,
        "citaten_nagekeken": blad.citaten,
        "bepalingen": [
            {
                "eis": rij.eis,
                "titel": rij.titel,
                "uitvoering": rij.uitvoering,
                "plaatsen": list(rij.plaatsen),
                "open": list(rij.open),
            }
            for rij in blad.rijen
        ],
    }
