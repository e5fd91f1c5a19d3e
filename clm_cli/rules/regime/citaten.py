"""Floor 5, rules on how a contract is quoted: with its words, and each time with the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Contractpartij
from clm_cli.records.verwijzingen import delen
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime

_WOORD = r"\w"
_ONTKENNING = re.compile(r"\b(?:niet|geen) ")
_GETAL = re.compile(r"\d+")


def _gronden(blik: Regimeblik) -> list[tuple[Grond, Plek]]:
    return [
        (deel, blik.plek(*sleutel))
        for sleutel, deel in delen(blik.regime)
        if isinstance(deel, Grond)
    ]


@regel("REG717", FOUT, per_regime)
def bepaling_zonder_woorden(blik: Regimeblik) -> Iterator[Bevond]:
    """Een bepaling staat er zonder woorden.

    Waarom: wat niet uit het contract is aangehaald, kan niemand nalezen; het is dan beleid, geen
    bepaling.
    Fout: `grond: {eis: X12, tekst: "…"}`.
    Goed: de letterlijke woorden van het contract, met … waar tekst is weggelaten.
    Wat nu: haal de woorden aan, of haal het onderdeel weg.
    """
    for grond, plek in _gronden(blik):
        if not re.search(_WOORD, grond.tekst):
            yield Bevond(
                plek,
                f"bij {grond.eis} staan geen woorden uit het contract",
                "haal de letterlijke woorden aan",
                grond=grond.eis,
            )


@regel("REG718", WAARSCHUWING, per_regime)
def twee_citaten_die_verschillen(blik: Regimeblik) -> Iterator[Bevond]:
    """Eén bepaling is op twee manieren aangehaald, met een ander getal of met en zonder 'niet'.

    Waarom: van twee citaten van dezelfde woorden is er dan één verkeerd overgenomen.
    Fout: de ene keer "binnen 5 werkdagen", de andere keer bij dezelfde eis "binnen 15 werkdagen".
    Goed: overal de woorden van het contract; spreekt het contract zichzelf tegen, dan een vraag met
    soort tegenspraak.
    Wat nu: leg het contract ernaast en verbeter het citaat.
    """
    per: dict[str, list[tuple[str, Plek]]] = {}
    for grond, plek in _gronden(blik):
        per.setdefault(grond.eis, []).extend(
            (" ".join(deel.split()), plek)
            for deel in grond.tekst.split("…")
            if re.search(_WOORD, deel)
        )
    for eis, rijen in per.items():
        for nr, (tekst, plek) in enumerate(rijen):
            eerder = next(
                ((ander, waar) for ander, waar in rijen[:nr] if _botst(tekst, ander)), None
            )
            if eerder:
                yield Bevond(
                    plek,
                    f"'{tekst}' klopt niet met een ander citaat van {eis}",
                    "leg het contract ernaast en verbeter het citaat",
                    (Reden(f"eerder aangehaald als '{eerder[0]}'", eerder[1]),),
                    eis,
                )


def _botst(een: str, ander: str) -> bool:
    """Whether the shorter quotation is part of the longer one, but for a number or a denial."""
    kort, lang = sorted((f" {een} ", f" {ander} "), key=lambda tekst: len(_kaal(tekst)))
    return _kaal(kort) in _kaal(lang) and kort not in lang


@lru_cache(2048)  # each quotation is laid beside all others of its clause
def _kaal(tekst: str) -> str:
    return _GETAL.sub("#", _ONTKENNING.sub("", tekst))


@regel("REG731", WAARSCHUWING, per_regime)
def partij_ontbreekt(blik: Regimeblik) -> Iterator[Bevond]:
    """Een partij staat niet in het regime.

    Waarom: brieven en bladzijden noemen beide partijen zoals het contract ze noemt.
    Fout: `partijen` met alleen de opdrachtgever, of zonder partijen.
    Goed: een rij met `partij: opdrachtgever` en een met `partij: aanbieder`, elk met haar benaming.
    Wat nu: neem over hoe het contract de partij noemt, met de bepaling.
    """
    genoemd = {rij.partij for rij in blik.regime.partijen}
    for partij in get_args(Contractpartij.model_fields["partij"].annotation):
        if partij not in genoemd:
            yield Bevond(
                blik.plek("partijen"),
                f"bij partijen staat niet hoe het contract de {partij} noemt",
                f"zet er een rij bij met 'partij: {partij}'",
            )
