"""Floor 6, hoofdstuk: the last periods of every kpi, with norm, course, standing and group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.derivations.cijfers import BOVEN, ONBEKEND, ONDER, Beeld, Cijfer, beelden, metingen
from clm_cli.derivations.cijfervergelijking import OVERZIENBAAR, Groep
from clm_cli.derivations.normen import kpis_van
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.views.opmaak import Cel, Gegevens, Inhoud, Papier
from clm_cli.views.tabel import SMAL, Kolom, tabel, tabelregels
from clm_cli.woorden import met_hoofdletter

_BALKJES = "▁▂▃▄▅▆▇"
GROEPUITLEG = (
    "groep (n): de mediaan van de andere aanbieders en hun aantal; – als zij met te weinig zijn"
)
_LAATSTE = 4
"""So many periods of a series are shown."""
_PERIODE = {"week": "wk", "maand": "mnd", "kwartaal": "kw.", "halfjaar": "hj", "jaar": "jr"}


def toon(papier: Papier, blik: Dossierblik) -> list[str]:
    """The chapter with figures, in a small register beside others; empty when there are none."""
    alle = beelden(blik)
    if not alle:
        return []
    klein = len(blik.register.dossiers.namen) <= OVERZIENBAAR
    naast = klein and not blik.kijk.exemplaar
    uit = [*papier.titel("CIJFERS"), *tafels(papier, alle, groep=naast)]
    for reden in dict.fromkeys(filter(None, map(_waarom_onbekend, alle))):
        uit += papier.alinea(reden, 1, "? ")
    gevraagd = (id_ for c in blik.dossier.contracten for id_ in kpis_van(c))
    ontbreekt = dict.fromkeys(id_ for id_ in gevraagd if id_ not in blik.register.kpis)
    if ontbreekt:
        uit += papier.alinea(f"niet in kpis.yaml: {', '.join(ontbreekt)}", 1, "? ")
    if naast and any(rij.groep.mediaan is None for rij in alle):
        uit += papier.alinea(GROEPUITLEG, 1)
    if not klein and not blik.kijk.exemplaar:
        uit += papier.alinea(f"naast andere aanbieders: {opdracht('kpi', blik.dossier.id)}", 1)
    return [*uit, *_bron(papier, blik)]


def tafels(papier: Papier, beelden_: Sequence[Beeld], *, groep: bool = True) -> list[str]:
    """The series in tables, those over the same periods together, beside others or not."""
    per_periode: dict[tuple[str, ...], list[Beeld]] = {}
    for rij in beelden_:
        perioden = tuple(str(c.periode)[2:] for c in rij.cijfers[-_LAATSTE:])
        per_periode.setdefault(perioden, []).append(rij)
    return [
        regel
        for perioden, rijen in per_periode.items()
        for regel in _groep(papier, perioden, rijen, naast=groep)
    ]


def _groep(
    papier: Papier, perioden: tuple[str, ...], groep: list[Beeld], *, naast: bool
) -> list[str]:
    """The series over the same periods in one table, by contract."""
    kolommen = [
        Kolom("", minst=11, hoogst=34),
        Kolom("norm", rechts=True),
        *(Kolom(periode, rechts=True) for periode in perioden),
    ]
    kolommen += [Kolom("loop"), Kolom("stand")]
    rijen = [_cellen(rij, len(perioden)) for rij in groep]
    if naast:
        kolommen.append(Kolom("groep (n)", minst=5))
        rijen = [[*cellen, _anderen(rij.groep)] for cellen, rij in zip(rijen, groep, strict=True)]
    tafel = tabel(papier, kolommen, rijen, 2)
    uit = tafel.kop() if papier.breedte >= SMAL else []
    for contract in dict.fromkeys(rij.contract.id for rij in groep):
        eigen = [
            cellen for cellen, rij in zip(rijen, groep, strict=True) if rij.contract.id == contract
        ]
        uit += papier.alinea(Cel(contract, "vet"), 1)
        uit += (
            [r for cellen in eigen for r in tafel.rij(*cellen)]
            if papier.breedte >= SMAL
            else tabelregels(papier, kolommen, eigen, 2)
        )
    return uit


def _cellen(rij: Beeld, aantal: int) -> list[Inhoud]:
    laatste = rij.cijfers[-aantal:]
    stand, oordeel = _stand(rij), rij.cijfers[-1].oordeel
    waarden: list[Inhoud] = [_waarde(c.waarde) for c in laatste]
    kleur: Inhoud = Cel(stand, "vet" if oordeel in (ONDER, BOVEN) else "")
    return [_naam(rij.kpi), norm(rij), *waarden, loop(laatste), kleur]


def _anderen(groep: Groep) -> str:
    midden = getal(groep.mediaan) if groep.mediaan is not None else "–"
    return f"{midden} ({groep.aanbieders})"


def _naam(kpi: Kpi) -> str:
    return met_hoofdletter(kpi.titel)


def _waarde(waarde: Decimal | None) -> str:
    return getal(waarde) if waarde is not None else "?"


def norm(rij: Beeld) -> str:
    """The limit that counts in the last period, with the side on which it has to be."""
    grens = rij.laatste.norm
    if grens is None:
        return "geen"
    teken = {"hoger is beter": "≥ ", "lager is beter": "≤ "}.get(rij.kpi.richting, "")
    return f"{teken}{getal(grens)} {rij.kpi.eenheid}"


def _stand(rij: Beeld) -> str:
    """How the last figure compares with its norm, and for how many periods in a row."""
    oordeel = rij.cijfers[-1].oordeel
    if oordeel in (ONDER, BOVEN):
        return f"{oordeel.upper()}, {rij.op_rij} {_PERIODE[rij.kpi.periode]}"
    return oordeel.upper() if oordeel == ONBEKEND else oordeel


def _waarom_onbekend(rij: Beeld) -> str:
    """Why figures are missing, and what the known ones before them say."""
    redenen = "; ".join(c.reden.tekst for c in rij.cijfers[-_LAATSTE:] if c.waarde is None)
    keren = rij.op_rij
    eerder = (
        f" (daarvoor {keren} {_PERIODE[rij.kpi.periode]} op rij niet op norm)"
        if keren and rij.cijfers[-1].oordeel == ONBEKEND
        else ""
    )
    return f"{_naam(rij.kpi)} ({rij.contract.id}) {redenen}{eerder}" if redenen else ""


def loop(cijfers: tuple[Cijfer, ...]) -> str:
    """The course of the figures in little bars; a dot where one is unknown."""
    waarden = [c.waarde for c in cijfers if c.waarde is not None]
    if not waarden:
        return "·" * len(cijfers)
    laagste, spreiding = min(waarden), max(waarden) - min(waarden)
    stappen = len(_BALKJES) - 1

    def balk(waarde: Decimal | None) -> str:
        if waarde is None:
            return "·"
        return _BALKJES[
            int((waarde - laagste) * stappen / spreiding) if spreiding else stappen // 2
        ]

    return "".join(balk(c.waarde) for c in cijfers)


def _bron(papier: Papier, blik: Dossierblik) -> list[str]:
    """Where the last figures came from: received when, recorded by whom, revised why."""
    metend = [feit for feit in metingen(blik.dossier) if feit.record.waarden]
    laatste = max(
        metend, key=lambda feit: (feit.record.periode.laatste, feit.record.ontvangen), default=None
    )
    if laatste is None:
        wat = "gelezen" if blik.ongelezen else "ontvangen"
        return papier.alinea(f"er zijn geen cijfers {wat}", 1, "? ")
    herzien = (
        f", herziening: {laatste.record.reden_herziening}"
        if laatste.record.reden_herziening
        else ""
    )
    wie = blik.register.naam_van(laatste.record.door)
    return papier.alinea(
        (
            f"Bron {laatste.record.periode}: ontvangen {datum_vol(laatste.record.ontvangen)}, "
            f"vastgelegd door {wie}{herzien}"
        ),
        1,
    )


def als_json(blik: Dossierblik) -> list[Gegevens]:
    """All figures as data; a value that is null is unknown and has its reason."""
    return [beeld_json(rij) for rij in beelden(blik)]


def beeld_json(rij: Beeld) -> Gegevens:
    """One series as data."""
    groep = rij.groep
    return {
        "contract": rij.contract.id,
        "kpi": rij.kpi.id,
        "titel": rij.kpi.titel,
        "eenheid": rij.kpi.eenheid,
        "op_rij_mis": rij.op_rij,
        "groep": {
            "mediaan": str(groep.mediaan) if groep.mediaan is not None else None,
            "aanbieders": groep.aanbieders,
        },
        "cijfers": [
            {
                "periode": str(c.periode),
                "waarde": str(c.waarde) if c.waarde is not None else None,
                "norm": str(c.norm) if c.norm is not None else None,
                "oordeel": c.oordeel,
                "reden": c.reden.tekst,
            }
            for c in rij.cijfers
        ],
    }
