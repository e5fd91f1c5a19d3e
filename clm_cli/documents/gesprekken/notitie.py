"""Floor 6, notitie: what we want to have in mind before a talk; for ourselves alone."""

from __future__ import annotations

from clm_cli.derivations.cijfers import MIS, ONBEKEND, Beeld, beelden
from clm_cli.derivations.signalen import nog_open
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.documents.document import Gegevens
from clm_cli.documents.gesprekken.kop import kop, mens, vragen
from clm_cli.documents.gesprekken.vorig import vorig_gesprek
from clm_cli.documents.overdracht import toegezegd, zaken
from clm_cli.documents.overdracht import vragen as open_vragen
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_vol, getal

_VAN_HEN = frozenset({"aanbieder", "beide"})


def notitie(blik: Dossierblik, gesprek: Gesprek) -> Gegevens:
    """What runs, what was promised, what is below the norm, what came in, and what to ask."""
    contracten = gesprek.kaart.record.contracten
    eigen = [beeld for beeld in beelden(blik) if beeld.contract.id in contracten]
    return {
        **kop(blik, gesprek),
        "genodigden": [mens(blik, een) for een in gesprek.kaart.record.genodigden],
        "zaken": zaken(blik),
        "toegezegd": [_met_dag(punt) for punt in toegezegd(blik)],
        "hun": [_met_dag(punt) for punt in _hun_punten(blik, contracten)],
        "vorig": vorig_gesprek(blik.dossier, gesprek),
        "onder": [_cijfer(beeld) for beeld in eigen if beeld.op_rij],
        "onbekend": [_naam(beeld) for beeld in eigen if beeld.laatste.oordeel == ONBEKEND],
        "signalen": _signalen(blik, contracten),
        "bevindingsvragen": [vraag.titel for vraag in vragen(blik.dossier, contracten)],
        "open": open_vragen(blik),
    }


def _hun_punten(blik: Dossierblik, contracten: tuple[str, ...]) -> list[Werkpunt]:
    """What the provider has to do about these contracts, the first first."""
    punten = [
        punt
        for punt in alle_werkpunten(blik)
        if punt.bij in _VAN_HEN
        and punt.soort != "gesprek"
        and (not punt.contracten or {*punt.contracten} & {*contracten})
    ]
    return sorted(punten, key=lambda punt: (punt.uiterlijk is None, punt.uiterlijk, punt.wat))


def _met_dag(punt: Werkpunt) -> str:
    wanneer = f"uiterlijk {datum_vol(punt.uiterlijk)}" if punt.uiterlijk else "zonder dag"
    return f"{punt.wat}: {wanneer}"


def _naam(beeld: Beeld) -> str:
    return f"{beeld.kpi.titel} ({beeld.contract.id}), {beeld.laatste.periode}"


def _cijfer(beeld: Beeld) -> str:
    """The last known figure that misses its norm, and how many times in a row it did."""
    mis = next(cijfer for cijfer in reversed(beeld.cijfers) if cijfer.oordeel in MIS)
    norm = f", norm {getal(mis.norm)}" if mis.norm is not None else ""
    waarde = getal(mis.waarde) if mis.waarde is not None else "onbekend"
    keren = f"; {beeld.op_rij} perioden op rij" if beeld.op_rij > 1 else ""
    naam = f"{beeld.kpi.titel} ({beeld.contract.id}), {mis.periode}"
    return f"{naam}: {waarde} {beeld.kpi.eenheid}{norm}, {mis.oordeel}{keren}"


def _signalen(blik: Dossierblik, contracten: tuple[str, ...]) -> list[str]:
    """The open signals, each with where it came from and whether that may be told."""
    uit = []
    for feit in nog_open(blik.dossier):
        bron, hoort = feit.record.bron, feit.record.contracten
        if hoort and not {*hoort} & {*contracten}:
            continue
        wie = bron.naam or bron.soort
        mag = "mag worden genoemd" if bron.mag_in_brief == "ja" else "noem de bron niet"
        wat = " ".join(feit.record.wat.split())
        uit.append(f"{datum_vol(feit.record.datum)}, {wie} ({mag}): {wat}")
    return uit
