"""Floor 4, voorwaarden_bewijs: the conditions of steps that rest on evidence and money.

Risk, forms of evidence, invoices, the cap.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.zaken import einde_van, is_intrekking
from clm_cli.records.escalatie import Bewijs, Facturen, Factuurregel, Onderzoek, Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.overeenkomst import Maximumbedrag
from clm_cli.records.regime import Bewijsvorm, Maximum, erkend
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.datum import datum_vol

_CENT = Decimal("0.01")
_BTW = {
    "met": "met btw",
    "zonder": "zonder btw",
    "vrijgesteld": "vrijgesteld van btw",
    "onbekend": "btw onbekend",
}


def risico_benoemd(stap: Stap) -> Uitspraak:  # J42
    """Het risico waarvoor het contract dit instrument geeft is benoemd, met feiten en bewijs."""
    return alle(_risico(stap, t) for t in stap.tekortkomingen)


def _risico(stap: Stap, tekortkoming: Tekortkoming) -> Uitspraak:
    voor = stap.instrument.risico
    soorten = {
        *tekortkoming.soort,
        *(("veiligheid",) if tekortkoming.raakt_veiligheid == "ja" else ()),
    }
    if voor and not soorten & set(voor):
        return nee(f"{tekortkoming.id} gaat niet over {' of '.join(voor)}")
    onderzocht = [f for f in stap.van(Onderzoek) if tekortkoming.id in f.record.tekortkomingen]
    dragend: list[Bestand[Onderzoek] | Bestand[Bewijs]] = [
        *onderzocht,
        *_over(stap, tekortkoming.id),
    ]
    if not dragend:
        return onbekend(
            f"{tekortkoming.id}: er is nog geen onderzoek of bewijs dat het risico draagt"
        )
    return ja(f"{tekortkoming.id}: {tekortkoming.wat}", dragend[0].plek())


def _over(stap: Stap, tekortkoming: str) -> list[Bestand[Bewijs]]:
    return [
        f
        for f in stap.van(Bewijs)
        if not f.record.tekortkomingen or tekortkoming in f.record.tekortkomingen
    ]


def bewijs(stap: Stap) -> Uitspraak:  # J48, J49
    """Een vorm van bewijs uit het contract, met al haar elementen."""
    return alle(_bewijs(stap, id_, vastgesteld=False) for id_ in stap.ids())


def bewijs_vastgesteld(stap: Stap) -> Uitspraak:  # J44, J49
    """Van het bewijs ligt vast wie het vaststelde, wanneer en in welk stuk."""
    return alle(_bewijs(stap, id_, vastgesteld=True) for id_ in stap.ids())


def _bewijs(stap: Stap, tekortkoming: str, *, vastgesteld: bool) -> Uitspraak:
    vormen = {
        v.id: v
        for v in (stap.regime.bewijsvormen if stap.regime else ())
        if v.hoort_bij in stap.instrument.bewijs
    }
    rijen = [
        (f, vormen[f.record.vorm]) for f in _over(stap, tekortkoming) if f.record.vorm in vormen
    ]
    uit = [_vorm(feit, vorm) for feit, vorm in rijen]
    if vastgesteld:
        uit = [
            alle((deel, _vaststelling(feit, stap.instrument.vaststellers)))
            for deel, (feit, _) in zip(uit, rijen, strict=True)
        ]
    return een(uit, f"{tekortkoming}: er is geen bewijs in een van de vormen van het contract")


def _vorm(feit: Bestand[Bewijs], vorm: Bewijsvorm) -> Uitspraak:
    """Each element shown; the named body where the contract names one."""
    gegeven = {rij.element: rij.aangetoond for rij in feit.record.elementen}
    mist = [element for element in vorm.elementen if gegeven.get(element, "nee") == "nee"]
    if mist:
        return nee(f"{vorm.titel}: niet aangetoond dat {mist[0]}", feit.plek("elementen"))
    if not vorm.erkent(feit.record.vastgesteld_door):
        wie = feit.record.vastgesteld_door or "niemand"
        return nee(
            f"{vorm.titel}: vastgesteld door {wie}, niet door {' of '.join(vorm.vaststellers)}",
            feit.plek("vastgesteld_door"),
        )
    open_ = [element for element in vorm.elementen if gegeven[element] == "onbekend"]
    if open_:
        return onbekend(f"{vorm.titel}: onbekend of {open_[0]}", feit.plek("elementen"))
    if vorm.gemeenten_noemen == "ja" and not feit.record.gemeenten:
        return nee(f"{vorm.titel}: de gemeenten zijn niet genoemd", feit.plek())
    return ja(f"{vorm.titel}: alle elementen zijn aangetoond", feit.plek())


def _vaststelling(feit: Bestand[Bewijs], vaststellers: tuple[str, ...]) -> Uitspraak:
    record = feit.record
    if not erkend(vaststellers, record.vastgesteld_door):
        return nee(
            (
                f"vastgesteld door {record.vastgesteld_door or 'niemand'}, niet door "
                f"{' of '.join(vaststellers)}"
            ),
            feit.plek("vastgesteld_door"),
        )
    if record.vastgesteld_door is None or record.vastgesteld_op is None or not record.bijlagen:
        return nee(
            "wie het vaststelde, wanneer, of in welk stuk ontbreekt", feit.plek("vastgesteld_door")
        )
    return ja(
        f"vastgesteld door {record.vastgesteld_door} op {datum_vol(record.vastgesteld_op)}",
        feit.plek("vastgesteld_op"),
    )


def facturen(stap: Stap) -> list[tuple[Factuurregel, Bestand[Facturen]]]:
    """The invoices on the list of this step.

    Those of the measure itself, else those of the case that no measure has.
    """
    eigen = stap.maatregel.pad if stap.maatregel else None
    andere = {m.genomen.maatregel.pad for m in stap.eerdere()}
    rijen = [
        (f, (d.bestand.pad if (d := stap.dossier.vind(f.record.bij, f.pad)) else ""))
        for f in stap.van(Facturen)
    ]
    vast = [f for f, pad in rijen if pad == eigen and eigen]
    gekozen = vast or [f for f, pad in rijen if pad not in andere]
    return [(regel, f) for f in gekozen for regel in f.record.regels]


def facturenlijst(stap: Stap) -> Uitspraak:  # J43, S15
    """De onrechtmatige facturen staan op een lijst, met grond en bedrag, en het totaal klopt."""
    rijen = facturen(stap)
    if not rijen:
        return nee("er is geen lijst met facturen, elk met grond en bedrag")
    totaal = sum((regel.bedrag for regel, _ in rijen), Decimal(0))
    geld = stap.voorstel.geldelijk.bedrag if stap.voorstel and stap.voorstel.geldelijk else None
    if stap.voorstel and geld != totaal:
        gevraagd = in_euro(geld) if geld is not None else "niets"
        return nee(
            f"de lijst telt op tot {in_euro(totaal)}, gevorderd is {gevraagd}",
            rijen[0][1].plek("regels"),
        )
    return ja(f"{len(rijen)} facturen, samen {in_euro(totaal)}", rijen[0][1].plek("regels"))


def bedrag(stap: Stap) -> Uitspraak:  # J43
    """Het bedrag is genoemd, met waarom de situatie het rechtvaardigt."""
    if stap.voorstel is None:
        return vraagt("noem het bedrag en waarom de situatie het rechtvaardigt (--geldelijk)")
    geld = stap.voorstel.geldelijk
    if geld is None or geld.bedrag is None or geld.bedrag <= 0:
        return nee(
            "het bedrag ontbreekt", stap.maatregel.plek("geldelijk") if stap.maatregel else None
        )
    return ja(f"{in_euro(geld.bedrag)}, omdat: {geld.reden}")


def maximum(stap: Stap) -> Uitspraak:  # J43
    """Het bedrag blijft binnen het maximum van het contract.

    Zonder gekozen grondslag is dat onbekend.
    """
    regel = stap.instrument.maximum
    if regel is None:
        return ja("het contract noemt geen maximum")
    gevraagd = stap.voorstel.geldelijk.bedrag if stap.voorstel and stap.voorstel.geldelijk else None
    over, zin = _ruimte(stap, regel)
    if over is None:
        return onbekend(zin)
    if gevraagd is not None and gevraagd > over:
        return nee(
            f"{in_euro(gevraagd)} is te hoog: {zin}",
            stap.maatregel.plek("geldelijk") if stap.maatregel else None,
        )
    return ja(zin) if over > 0 else nee(f"er is geen ruimte meer: {zin}")


def ruimte(stap: Stap) -> Decimal | None:
    """What may still be imposed.

    None while the base is unknown, or where the contract names no cap.
    """
    return _ruimte(stap, stap.instrument.maximum)[0] if stap.instrument.maximum else None


def _ruimte(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    """What is left under the cap after earlier measures, and how it was worked out.

    Or why that is unknown.
    """
    grens, som = (
        _per_factuur(stap, regel) if regel.per == "factuur" else _over_grondslag(stap, regel)
    )
    if grens is None:
        return None, som
    eerder = _eerder(stap, regel)
    over = grens - eerder
    return (
        over,
        f"{som}; eerder opgelegd {in_euro(eerder)}; nog {in_euro(over)}"
        if eerder
        else f"{som}; ruimte {in_euro(over)}",
    )


def _per_factuur(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    rijen = facturen(stap)
    if not rijen:
        return None, "er is geen lijst met facturen waarover het maximum kan worden berekend"
    delen = [
        (factuur.bedrag * regel.procent / 100).quantize(_CENT, rounding=ROUND_DOWN)
        for factuur, _ in rijen
    ]
    return sum(
        delen, Decimal(0)
    ), f"{regel.procent} % van elke factuur op de lijst, samen {in_euro(sum(delen, Decimal(0)))}"


def _over_grondslag(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    """The cap over the chosen base, rounded down.

    A question without an answer, or a base that does not fit it, leaves it unknown.
    """
    punten = (regel.jaar, regel.contracten, regel.btw)
    open_ = [punt.vraag or "het regime" for punt in punten if punt and stap.regel(punt) is None]
    if open_:
        return None, f"de grondslag is niet gekozen: leg een lezing vast van {', '.join(open_)}"
    zelfde = tuple(c for c in stap.dossier.contracten if c.regime == stap.regime)
    contracten = zelfde if stap.regel(regel.contracten) == "aanbieder" else (stap.contract,)
    rijen = [
        (g, c)
        for c in contracten
        for g in c.kaart.record.grondslagen
        if g.over == regel.over and _past_bij(stap, g, regel)
    ]
    if len(rijen) < len(contracten):
        return (
            None,
            (
                f"op het contract staat geen {regel.over} die past bij de gekozen lezingen (jaar "
                "en btw)"
            ),
        )
    basis = sum((g.bedrag for g, _ in rijen), Decimal(0))
    grens = (basis * regel.procent / 100).quantize(_CENT, rounding=ROUND_DOWN)
    return (
        grens,
        (
            f"{regel.procent} % van {in_euro(basis)} ({rijen[0][0].jaar}, "
            f"{_BTW[rijen[0][0].btw]}) is {in_euro(grens)}"
        ),
    )


def _past_bij(stap: Stap, grondslag: Maximumbedrag, regel: Maximum) -> bool:
    """Whether a base is of the year and the VAT that were chosen.

    Twelve months are not one calendar year.
    """
    jaar, btw = stap.regel(regel.jaar), stap.regel(regel.btw)
    kalenderjaar = {
        "vorig-kalenderjaar": str(stap.dag.year - 1),
        "lopend-kalenderjaar": str(stap.dag.year),
    }
    goed_jaar = jaar is None or (
        grondslag.jaar == kalenderjaar[jaar]
        if jaar in kalenderjaar
        else not grondslag.jaar.isdigit()
    )
    return goed_jaar and (btw is None or grondslag.btw in (btw, "vrijgesteld"))


def _eerder(stap: Stap, regel: Maximum) -> Decimal:
    """What earlier measures with this instrument imposed in the same year.

    In all cases of the provider; nothing where each counts apart.
    """
    eigen, som = stap.maatregel.pad if stap.maatregel else None, Decimal(0)
    if regel.per != "jaar" or stap.geldt(regel.apart):
        return som
    for escalatie in stap.dossier.escalaties:
        for m in escalatie.van(Maatregel):
            einde = einde_van(stap.dossier, escalatie, m)
            weg = einde is not None and is_intrekking(einde)
            zelfde = (
                m.record.instrument == stap.instrument.instrument
                and m.record.datum.year == stap.dag.year
            )
            geld = geldelijk(stap.dossier, escalatie, m)
            if zelfde and m.pad != eigen and not weg and geld and geld.bedrag:
                som += geld.bedrag
    return som
