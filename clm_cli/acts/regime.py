"""Floor 6, regime: the begin of a regime: every article of the contract text as a clause."""

from __future__ import annotations

import re
from datetime import date

from clm_cli.derivations.regime.contracttekst import Artikel, artikelen, genormaliseerd
from clm_cli.derivations.zinnen import aantal
from clm_cli.meldingen import ClmFout
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel

MAP = "regimes"
_WOORDEN_IN_TITEL = 8
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
    eerste = next(regel for regel in map(genormaliseerd, tekst.splitlines()) if regel)[:100]
    boom = {
        "id": id_,
        "titel": titel or eerste,
        "geldig_vanaf": vanaf.isoformat(),
        "bron": {"titel": titel or eerste, "bestand": f"{id_}.txt"},
        "partijen": [],
        "uitgangspunten": [_uitgangspunt(rij) for rij in rijen],
    }
    return Voorstel(
        f"Het begin van regime {id_} is gemaakt: {aantal(len(rijen), 'artikel', 'artikelen')}.",
        nieuw=(NieuwBestand(f"{MAP}/{id_}.yaml", boom),),
        stukken=(NieuwStuk(f"{MAP}/{id_}.txt", tekst.encode()),),
        aangenomen=() if titel else (f"de titel is de eerste regel van de tekst: {eerste}",),
        let_op=(_VERPLAATS,),
        nu=f"clm regime woorden toont wat kan; clm regime controleer {id_} zegt hoe ver u bent",
    )


def _uitgangspunt(artikel: Artikel) -> dict[str, object]:
    woorden = " ".join(artikel.tekst.split()[:_WOORDEN_IN_TITEL])
    return {
        "id": "artikel-" + "-".join(re.findall(r"[a-z0-9]+", artikel.nummer.lower())),
        "titel": artikel.titel or woorden or f"Artikel {artikel.nummer}",
        "grond": {"eis": artikel.nummer, "tekst": artikel.begin or artikel.nummer},
    }
