"""Floor 5, waarover: of which dossier a file is, and what it is about in it."""

from __future__ import annotations

from clm_cli.records.soorten import REGISTERMAPPEN

_EEN = {
    "escalaties": "escalatie",
    "brieven": "brief",
    "gesprekken": "gesprek",
    "contracten": "contract",
    "lijsten": "lijst",
    "overeenkomsten": "overeenkomst",
    "lezingen": "lezingen",
    "regimes": "regime",
}
"""Folders in which each name is a thing of its own."""


def waarover(pad: str) -> tuple[str, str]:
    """The dossier's id (empty for what is shared) and what a file in it is about."""
    delen = pad.split("/")
    if len(delen) == 1:
        return "", delen[0].removesuffix(".yaml")
    dossier = "" if delen[0] in REGISTERMAPPEN else delen.pop(0)
    if len(delen) == 1:
        return dossier, delen[0].removesuffix(".yaml")
    map_, naam = delen[0], delen[1].removesuffix(".yaml")
    return dossier, f"{_EEN[map_]} {naam}" if map_ in _EEN and map_ != "lezingen" else map_
