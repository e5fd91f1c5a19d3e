"""Floor 4, geld: the invoices, the amount and the cap of a payment measure."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import ontvangst
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.factuurlijst import dubbele, elders_gevorderd
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen
from clm_cli.derivations.procent import procent_van
from clm_cli.derivations.termijnen import keuzetekst
from clm_cli.derivations.zinnen import telwoord
from clm_cli.records.escalatie import (
    Facturen,
    Factuurregel,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.overeenkomst import Maximumbedrag
from clm_cli.records.regime import Maximum
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.datum import datum_vol, getal

_VAN_EEN_TIJDVAK = r"\d{4}(-(\d\d|[KH]\d))?"
"""Of a calendar year, quarter or month: never of twelve months up to a day."""
_BTW = {
    "met": "met btw",
    "zonder": "zonder btw",
    "vrijgesteld": "vrijgesteld van btw",
    "onbekend": "btw onbekend",
}


def facturen(stap: Stap) -> list[tuple[Factuurregel, Bestand[Facturen]]]:
    """The invoices of this step: the measure's own, else those that no measure has."""
    eigen = stap.maatregel.pad if stap.maatregel else None
    andere = {m.pad for m in stap.escalatie.van(Maatregel)} - {eigen}
    rijen = [(f, (d.pad if (d := stap.dossier.waarbij(f)) else "")) for f in stap.van(Facturen)]
    vast = [f for f, pad in rijen if pad == eigen and eigen]
    gekozen = vast or [f for f, pad in rijen if pad not in andere]
    return [(regel, f) for f in gekozen for regel in f.record.regels]


def facturenlijst(stap: Stap) -> Uitspraak:  # J43, S15
    """De onrechtmatige facturen staan op een lijst, met grond en bedrag, en het totaal klopt."""
    rijen = facturen(stap)
    if not rijen:
        return nee("er is geen lijst met facturen, elk met grond en bedrag")
    # 6:203 BW: what was paid once is claimed back once.
    if mis := _dubbel(stap, rijen) or _van_een_ander(stap, rijen) or _andere_tijd(stap, rijen):
        return mis
    totaal = sum((regel.bedrag for regel, _ in rijen), Decimal(0))
    geld = stap.voorstel.geldelijk.bedrag if stap.voorstel and stap.voorstel.geldelijk else None
    if stap.voorstel and geld != totaal:
        gevraagd = in_euro(geld) if geld is not None else "niets"
        return nee(
            f"de lijst telt op tot {in_euro(totaal)}, gevorderd is {gevraagd}",
            rijen[0][1].plek("regels"),
        )
    return ja(
        f"{telwoord(len(rijen), 'factuur', 'facturen')}, samen {in_euro(totaal)}",
        rijen[0][1].plek("regels"),
    )


def _van_een_ander(
    stap: Stap, rijen: list[tuple[Factuurregel, Bestand[Facturen]]]
) -> Uitspraak | None:
    """An invoice that another municipality paid than those for which the measure is taken."""
    # 6:203 BW: only who paid claims it back, or who acts for him.
    voor = stap.voorstel.gemeenten if stap.voorstel else ()
    for regel, feit in rijen if voor else ():
        if regel.gemeente is None:
            zin = f"welke gemeente factuur {regel.nummer} betaalde, is niet vastgelegd"
            return onbekend(f"{zin}; de maatregel is niet voor alle", feit.plek("regels"))
        if regel.gemeente not in voor:
            zin = f"factuur {regel.nummer} is van {regel.gemeente}"
            return nee(f"{zin}; de maatregel is voor {', '.join(voor)}", feit.plek("regels"))
    return None


def _andere_tijd(
    stap: Stap, rijen: list[tuple[Factuurregel, Bestand[Facturen]]]
) -> Uitspraak | None:
    """An invoice of after the decision, or of before this contract was carried out."""
    van = stap.uitvoering_van
    for regel, feit in rijen:
        dag = regel.factuurdatum
        if dag and dag > stap.dag:
            zin = f"factuur {regel.nummer} is van {datum_vol(dag)}, na dit besluit"
            return nee(zin, feit.plek("regels"))
        if dag and van and dag < van:
            zin = f"factuur {regel.nummer} is van {datum_vol(dag)}, en dit contract wordt"
            return nee(f"{zin} uitgevoerd vanaf {datum_vol(van)}", feit.plek("regels"))
    return None


def _dubbel(stap: Stap, rijen: list[tuple[Factuurregel, Bestand[Facturen]]]) -> Uitspraak | None:
    """An invoice that stands on the list twice, or in another recovery that was not withdrawn."""
    eigen = stap.maatregel.pad if stap.maatregel else None
    for plaats, ander in dubbele(elders_gevorderd(stap.blik, eigen), rijen):
        regel, feit = rijen[plaats]
        waar = "twee keer" if ander is feit else f"ook in {ander.stam}"
        return nee(f"factuur {regel.nummer} staat {waar}", feit.plek("regels"))
    return None


def eigen_maximum(stap: Stap) -> Uitspraak:  # J43
    """Het bedrag blijft binnen het maximum van het contract."""
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
            stap.plek("geldelijk"),
        )
    return ja(zin) if over > 0 else nee(f"er is geen ruimte meer: {zin}")


def eigen_ruimte(stap: Stap) -> Decimal | None:
    """What may still be imposed; None while the base is unknown, or without a cap."""
    return _ruimte(stap, stap.instrument.maximum)[0] if stap.instrument.maximum else None


def grondslaglezingen(stap: Stap) -> tuple[str, ...]:
    """What the cap rests on that the contract leaves open, in the words of our reading of it."""
    regel = stap.instrument.maximum
    if regel is None:
        return ()
    vragen = [p.vraag for p in (regel.jaar, regel.contracten, regel.btw, regel.apart) if p]
    gekozen = [(vraag, stap.keuze(vraag)) for vraag in vragen if vraag]
    return tuple(keuzetekst(stap.regime, vraag, keuze) for vraag, keuze in gekozen if keuze)


def _ruimte(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    """What is left under the cap and how that was worked out, or why it is unknown."""
    grens, som = (
        _per_factuur(stap, regel) if regel.per == "factuur" else over_grondslag(stap, regel)
    )
    if grens is None:
        return None, som
    eerder = _eerder(stap, regel)
    over = grens - sum(eerder.values(), Decimal(0))
    delen = [f"eerder {woord} {in_euro(deel)}" for woord, deel in eerder.items() if deel]
    return over, "; ".join((som, *delen, f"{'nog' if delen else 'ruimte'} {in_euro(over)}"))


def _per_factuur(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    rijen = facturen(stap)
    if not rijen:
        return None, "er is geen lijst met facturen waarover het maximum kan worden berekend"
    delen = [procent_van(factuur.bedrag, regel.procent) for factuur, _ in rijen]
    samen = sum(delen, Decimal(0))
    return samen, f"{getal(regel.procent)} % van elke factuur op de lijst, samen {in_euro(samen)}"


def over_grondslag(stap: Stap, regel: Maximum) -> tuple[Decimal | None, str]:
    """The cap over the chosen base, rounded down; a base that is not chosen leaves it unknown."""
    punten = (regel.jaar, regel.contracten, regel.btw)
    open_ = [punt.vraag or "het regime" for punt in punten if punt and stap.regel(punt) is None]
    if open_:
        return None, f"de grondslag is niet gekozen: leg een lezing vast van {', '.join(open_)}"
    zelfde = tuple(c for c in stap.dossier.contracten if c.regime == stap.regime)
    contracten = zelfde if stap.regel(regel.contracten) == "aanbieder" else stap.contracten
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
    # J43: two figures for one year are two answers to one question, never one sum.
    if len(rijen) > len({c.id for _, c in rijen}):
        bedragen = " en ".join(in_euro(g.bedrag) for g, _ in rijen)
        return None, f"op het contract staan voor {rijen[0][0].jaar} twee bedragen: {bedragen}"
    basis = sum((g.bedrag for g, _ in rijen), Decimal(0))
    grens = procent_van(basis, regel.procent)
    return (
        grens,
        (
            f"{getal(regel.procent)} % van {in_euro(basis)} ({rijen[0][0].jaar}, "
            f"{_BTW[rijen[0][0].btw]}) is {in_euro(grens)}"
        ),
    )


def _past_bij(stap: Stap, grondslag: Maximumbedrag, regel: Maximum) -> bool:
    """Whether a base is of the chosen year and VAT; twelve months are no calendar year."""
    jaar, btw = stap.regel(regel.jaar), stap.regel(regel.btw)
    kalenderjaar = {
        "vorig-kalenderjaar": str(stap.dag.year - 1),
        "lopend-kalenderjaar": str(stap.dag.year),
    }
    goed_jaar = jaar is None or (
        grondslag.jaar == kalenderjaar[jaar]
        if jaar in kalenderjaar
        else not re.fullmatch(_VAN_EEN_TIJDVAK, grondslag.jaar)
    )
    return goed_jaar and (btw is None or grondslag.btw in (btw, "vrijgesteld"))


def _eerder(stap: Stap, regel: Maximum) -> dict[str, Decimal]:
    """What earlier measures with this instrument take in the same year, in all cases.

    One whose letter did not arrive imposed nothing yet (3:37 BW): it only reserves its amount.
    """
    eigen = stap.maatregel.pad if stap.maatregel else None
    som = {"opgelegd": Decimal(0), "besloten": Decimal(0)}
    # J43: earlier fines on one base count together, unless each is read to have its own cap.
    if regel.per != "jaar" or stap.geldt(regel.apart):
        return som
    per_contract = stap.regel(regel.contracten) == "contract"
    for genomen in alle_genomen(stap.blik):
        if per_contract and not stap.deelt_contract(genomen):
            continue
        zelfde = genomen.record.instrument == stap.instrument.instrument and _zelfde_grondslag(
            stap, regel, genomen.record.datum
        )
        geld = geldelijk(genomen.dossier, genomen.escalatie, genomen.maatregel)
        if zelfde and genomen.maatregel.pad != eigen and blijft(genomen) and geld and geld.bedrag:
            som["opgelegd" if _kwam_aan(stap, genomen) else "besloten"] += geld.bedrag
    return som


def _kwam_aan(stap: Stap, genomen: Genomen) -> bool:
    """Whether the letter that makes a measure known had arrived by the day of this step."""
    brief = genomen.brief
    anker = ontvangst(stap.register, genomen.dossier, brief) if brief else None
    return anker is not None and anker.datum <= stap.dag


def _zelfde_grondslag(stap: Stap, regel: Maximum, dag: date) -> bool:
    """Whether a fine of a day counts on the same turnover; twelve months pass the new year."""
    if stap.regel(regel.jaar) != "laatste-twaalf-maanden":
        return dag.year == stap.dag.year
    # the same day a year later is outside them; as numbers, since 29 February has no such day
    jaar_later = (dag.year + 1, dag.month, dag.day)
    return dag <= stap.dag and (stap.dag.year, stap.dag.month, stap.dag.day) < jaar_later
