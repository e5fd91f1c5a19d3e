"""Floor 4, themas: which themes the talks of a period dealt with, what is known of each (J24)."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.onderwerpen import Plaats, gegevens, plaatsen
from clm_cli.derivations.rapport.gesprekken import hier
from clm_cli.derivations.rapport.getal import ONBEKEND, Getal, aantal
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.regime import Thema
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

_HOE = {"ja": "behandeld", "nee": "niet behandeld", ONBEKEND: "niet vastgelegd"}
_WAT = {
    "ja": "is behandeld",
    "nee": "niet is behandeld",
    ONBEKEND: "wel of niet is behandeld, is niet vastgelegd",
}


@value
class Themarij:
    """One theme: in how many talks it belonged, was dealt with, was not, or nobody recorded it."""

    titel: str
    gesprekken: Getal
    behandeld: Getal
    niet: Getal
    onbekend: Getal


@value
class Onderwerprij:
    """One subject: of how many providers the dossier says something, of how many it could."""

    thema: str
    onderwerp: str
    bekend: Getal
    aanbieders: Getal


def themas(venster: Venster) -> tuple[Themarij, ...]:
    """The themes of the talks that were held, as the contracts name them."""
    hoort: dict[str, list[tuple[str, Reden]]] = {}
    for blik, gesprek, thema in _gehouden(venster):
        kaart = gesprek.kaart
        besproken = kaart.record.gehouden.themas if kaart.record.gehouden else ()
        gezegd = {rij.behandeld for rij in besproken if rij.thema == thema.id}
        # J27: what was not discussed was said; of what nobody recorded nothing is known.
        stand = next((deel for deel in ("ja", "nee") if deel in gezegd), ONBEKEND)
        tekst = f"gesprek met {venster.mag(blik)} op {datum_vol(dag_van(gesprek).datum)}"
        reden = Reden(f"{tekst}: {_HOE[stand]}", kaart.plek("gehouden", "themas"))
        hoort.setdefault(thema.titel, []).append((stand, reden))
    return tuple(
        Themarij(
            titel,
            aantal(f"gesprekken waar {titel} bij hoort", [reden for _, reden in rijen]),
            *(
                aantal(f"gesprekken waarin {titel} {wat}", [r for hoe, r in rijen if hoe == stand])
                for stand, wat in _WAT.items()
            ),
        )
        for titel, rijen in hoort.items()
    )


def _gehouden(venster: Venster) -> Iterator[tuple[Dossierblik, Gesprek, Thema]]:
    """Each talk that was held in the period, with each theme that belongs in it."""
    for blik in venster.blikken:
        for gesprek in blik.dossier.gesprekken:
            kaart = gesprek.kaart.record
            if not kaart.gehouden or not venster.bevat(dag_van(gesprek).datum):
                continue
            if not hier(venster, blik, gesprek):
                continue
            eigen = (c.regime for c in blik.dossier.contracten if c.id in kaart.contracten)
            alle = {t.id: t for regime in eigen if regime for t in regime.themas}
            for thema in alle.values():
                if thema.niveau in (None, kaart.niveau):
                    yield blik, gesprek, thema


def onderwerpen(venster: Venster) -> tuple[Onderwerprij, ...]:
    """The subjects with of how many providers the dossier says something of them today."""
    alle: dict[tuple[str, str], list[Reden]] = {}
    bekend: dict[tuple[str, str], list[Reden]] = {}
    for blik in venster.blikken:
        for plaats, ids in _plaatsen(venster, blik):
            sleutel = (plaats.thema.titel, plaats.onderwerp)
            gevonden = gegevens(blik, plaats, ids)
            wat = "; ".join(gevonden) if gevonden else "geen gegevens in het dossier"
            tekst = f"{venster.mag(blik)}: {wat}" if venster.noemt_namen else "een aanbieder"
            reden = Reden(tekst, plaats.plek)
            alle.setdefault(sleutel, []).append(reden)
            bekend.setdefault(sleutel, []).extend([reden] if gevonden else [])
    return tuple(
        Onderwerprij(
            *sleutel,
            aantal(f"aanbieders met gegevens over {sleutel[1]}", bekend[sleutel]),
            aantal(f"aanbieders bij wie {sleutel[1]} hoort", redenen),
        )
        for sleutel, redenen in alle.items()
    )


def _plaatsen(venster: Venster, blik: Dossierblik) -> Iterator[tuple[Plaats, tuple[str, ...]]]:
    """The subjects of the contracts of a provider that its contract asks to follow."""
    per: dict[str, list[str]] = {}
    bundels = {}
    for contract in venster.contracten(blik):
        if contract.overeenkomst:
            per.setdefault(contract.overeenkomst.id, []).append(contract.id)
            bundels[contract.overeenkomst.id] = (contract.overeenkomst, contract.regime)
    for id_, (bundel, regime) in bundels.items():
        for plaats in plaatsen(bundel, regime):
            if plaats.thema.volgt and not plaats.reden:
                yield plaats, tuple(per[id_])
