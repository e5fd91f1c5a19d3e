"""Floor 6, regime: the begin of a regime: every article of the contract text as a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clm_cli.derivations.regime.contracttekst import Artikel, artikelen, genormaliseerd
from clm_cli.derivations.zinnen import aantal
from clm_cli.meldingen import ClmFout
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel

MAP = "regimes"
_WOORDEN_IN_TITEL, _LANGSTE_TITEL, _MEESTE = 8, 160, 1_000
_VERPLAATS = (
    "elk artikel staat nu bij uitgangspunten, waar het alleen wordt getoond; zet wat moet worden "
    "uitgevoerd bij termijnen, aanleidingen of treden"
)


def nieuw(id_: str, tekst: str, titel: str | None, vanaf: date) -> Voorstel:
    """A regime that quotes each article once, to be moved to where it does something."""
    rijen = artikelen(tekst)
    if not rijen:
        raise ClmFout(
            "In de tekst is geen genummerd artikel gevonden, zoals '7.2' of 'Artikel 7'.",
            nu="noem een bestand met de tekst van het contract, met zijn artikelnummers",
        )
    if len(rijen) > _MEESTE:
        raise ClmFout(
            f"In de tekst staan meer dan {_MEESTE} genummerde artikelen.",
            nu="noem een bestand met de tekst van het contract alleen, zonder bijlagen en lijsten",
        )
    eerste = _eerste_regel(tekst)
    boom = {
        "id": id_,
        "titel": titel or eerste,
        "geldig_vanaf": vanaf.isoformat(),
        "bron": {"titel": titel or eerste, "bestand": f"{id_}.txt"},
        "partijen": [],
        "uitgangspunten": [deel for rij in rijen for deel in _uitgangspunten(rij)],
    }
    return Voorstel(
        f"Het begin van regime {id_} is gemaakt: {aantal(len(rijen), 'artikel', 'artikelen')}.",
        nieuw=(NieuwBestand(f"{MAP}/{id_}.yaml", boom),),
        stukken=(NieuwStuk(f"{MAP}/{id_}.txt", tekst.encode()),),
        aangenomen=() if titel else (f"de titel is de eerste regel van de tekst: {eerste}",),
        let_op=(_VERPLAATS,),
        nu=f"clm regime woorden toont wat kan; clm regime controleer {id_} zegt hoe ver u bent",
    )


def _uitgangspunten(artikel: Artikel) -> Iterator[dict[str, object]]:
    """An article with all its words: a long one in parts, so that no sentence stays behind."""
    kenmerk = "-".join(["artikel", *re.findall(r"[a-z0-9]+", artikel.nummer.lower())])
    for nr, tekst in enumerate(artikel.stukken, 1):
        begin = " ".join(tekst.split()[:_WOORDEN_IN_TITEL])
        titel = artikel.titel or begin or f"Artikel {artikel.nummer}"
        yield {
            "id": kenmerk if nr == 1 else f"{kenmerk}-deel-{nr}",
            "titel": titel if nr == 1 else begin,
            "grond": {"eis": artikel.nummer, "tekst": tekst or artikel.nummer},
        }


def _eerste_regel(tekst: str) -> str:
    """The first line that says something, whole words of it."""
    regel = next(regel for regel in map(genormaliseerd, tekst.splitlines()) if regel)
    if len(regel) <= _LANGSTE_TITEL:
        return regel
    return regel[: _LANGSTE_TITEL + 1].rsplit(" ", 1)[0]
