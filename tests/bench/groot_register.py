"""A believable register of any number of dossiers: the example's providers, again under new names.

Each new dossier is one of the example's, whole, with a name, a kvk and an agb of its own. What it
names in another dossier stays what it is.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

VOORBEELD = Path(__file__).parents[2] / "dossiers"
GEVRAAGD = "waterlelie"
"""The dossier that is asked for, in a register of any size."""
_BOMEN = (
    *("Berk", "Eik", "Beuk", "Linde", "Els", "Iep", "Wilg", "Olm", "Den", "Spar"),
    *("Hazel", "Vlier", "Tamme", "Roos", "Mees"),
)
_PLEKKEN = (
    *("hof", "huis", "veld", "dijk", "oever", "laan"),
    *("brug", "poort", "weide", "hoek", "plein", "gaarde"),
)
_SOORTEN = (
    *("", "Jeugdzorg", "Advies", "Gezinnen", "Thuis", "Behandeling", "Begeleiding", "Wonen"),
    *("Dagbesteding", "Crisis", "Onderwijs", "Noord", "Zuid", "Oost", "West", "Midden", "Regio"),
    *("Kompas", "Anker", "Baken", "Sterk", "Samen", "Verder", "Dichtbij", "Groei", "Kracht"),
    *("Perspectief", "Veilig", "Steun", "Wijzer", "Punt", "Plus", "Netwerk", "Team", "Kring"),
)


def namen() -> Iterator[str]:
    """Names of providers that do not exist; more than six thousand."""
    for soort, boom, plek in product(_SOORTEN, _BOMEN, _PLEKKEN):
        yield f"{boom}{plek} {soort}".strip()


def maak(map_: Path, aantal: int) -> Path:
    """A register of so many dossiers in a new folder."""
    shutil.copytree(VOORBEELD, map_, ignore=shutil.ignore_patterns("rapporten"))
    alle = sorted(pad.parent for pad in VOORBEELD.glob("*/aanbieder.yaml"))
    bron = sorted(alle, key=lambda pad: pad.name != GEVRAAGD)  # there at any size
    for dossier in bron[aantal:]:
        shutil.rmtree(map_ / dossier.name)
    for nummer, naam in enumerate(islice(namen(), max(0, aantal - len(bron)))):
        doel = map_ / naam.lower().replace(" ", "-")
        shutil.copytree(bron[nummer % len(bron)], doel)
        kaart = doel / "aanbieder.yaml"
        kaart.write_text(_eigen(kaart.read_text(encoding="utf-8"), naam, nummer), encoding="utf-8")
    return map_


def _eigen(kaart: str, naam: str, nummer: int) -> str:
    """The card of a provider with a name and numbers of its own."""
    getal = f'"{10_000_000 + nummer}"'
    for patroon, wordt in (
        (r"statutair: [^,}]+", f"statutair: Stichting {naam}"),
        (r"roepnaam: [^,}]+", f"roepnaam: {naam}"),
        (r"(?m)^kvk: .*$", f"kvk: {getal}"),
        (r"(?m)^agb: .*$", f"agb: [{getal}]"),
    ):
        kaart = re.sub(patroon, wordt, kaart)
    return kaart
