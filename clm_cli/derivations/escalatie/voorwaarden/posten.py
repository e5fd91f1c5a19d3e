"""Floor 4, posten: what a contract asks for one period, or for one time that a duty was late."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clm_cli.derivations import cijfers
from clm_cli.derivations.cijferregels import AFRONDEN, cijferregel, te_vergelijken
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.gebeurtenissen import dag_van, gebeurtenissen
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.procent import procent_van
from clm_cli.derivations.telaat import dagen_te_laat
from clm_cli.records.cijfers import Omzet
from clm_cli.records.regimeregels import Bedragpost, Bedragregel
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.periode import Periode

_HEEL = Decimal(1)


def over_periode(stap: Stap, regel: Bedragregel, periode: Periode) -> tuple[Decimal | None, str]:
    """The amount for one period, and what it is made of; None while a figure is unknown."""
    delen: list[Decimal] = []
    for post in regel.posten:
        if post.per in ("gebeurtenis", "dag"):
            continue
        for kpi in post.kpis or kpis_van(stap.contract):
            deel = _van_cijfer(stap, post, kpi, periode)
            # A sum with an unknown part is no sum: an amount too high is owed back (6:203 BW).
            if isinstance(deel, str):
                return None, deel
            delen.append(deel)
    nul = Decimal(0)
    uit = max(delen, default=nul) if regel.samen == "hoogste" else sum(delen, nul)
    feiten = [(post, _aantal(stap, post, periode)) for post in regel.posten]
    extra = sum(((post.bedrag or nul) * aantal for post, aantal in feiten), nul)
    zin = f"{in_euro(uit)} voor cijfers" + (
        f", {in_euro(extra)} voor gebeurtenissen" if extra else ""
    )
    som, grens = uit + extra, _hoogstens(stap, regel, periode) if uit + extra else None
    if isinstance(grens, str):
        return None, grens
    return (
        (som, zin)
        if grens is None or som <= grens
        else (grens, f"{zin}; ten hoogste {in_euro(grens)}")
    )


def _hoogstens(stap: Stap, regel: Bedragregel, periode: Periode) -> Decimal | str | None:
    """What a period comes to at most; None without a limit, or why it is unknown."""
    post = next((rij for rij in regel.posten if rij.over), None)
    if regel.hoogstens_procent is None or post is None:
        return regel.hoogstens
    deel = _aandeel(stap, post, periode, regel.hoogstens_procent)
    if isinstance(deel, str) or regel.hoogstens is None:
        return deel
    return min(deel, regel.hoogstens)


def per_dag(stap: Stap, regel: Bedragregel, uiterlijk: date) -> tuple[Decimal | None, str]:
    """The amount for each day that a duty was late, up to the most for one time."""
    som, zinnen = Decimal(0), []
    for post in regel.posten:
        if post.per == "dag":
            dagen = dagen_te_laat(stap.blik, stap.contract, post.plicht or "", uiterlijk, stap.dag)
            if isinstance(dagen, str):
                return None, dagen
            som += (post.bedrag or Decimal(0)) * dagen
            zinnen.append(f"{dagen} {'dag' if dagen == 1 else 'dagen'} te laat")
    if regel.hoogstens is not None and som > regel.hoogstens:
        return regel.hoogstens, f"{', '.join(zinnen)}; ten hoogste {in_euro(regel.hoogstens)}"
    return som, ", ".join(zinnen)


def _van_cijfer(stap: Stap, post: Bedragpost, id_: str, periode: Periode) -> Decimal | str:
    """The amount for one figure in one period; or why it is unknown."""
    onbekend_ = f"of {id_} is gehaald, is onbekend"
    kpi = stap.register.kpis.get(id_)
    reeks = cijfers.reeks(stap.blik, stap.contract, kpi, stap.dag) if kpi else ()
    cijfer = next((rij for rij in reeks if rij.periode == periode), None)
    if kpi is None or cijfer is None or cijfer.oordeel == cijfers.ONBEKEND:
        return onbekend_
    if cijfer.oordeel not in cijfers.MIS:
        return Decimal(0)
    if post.per == "periode":
        return _per_periode(stap, post, periode)
    rijen = (cijfer.gemeten,) if cijfer.gemeten else ()
    waarde = te_vergelijken(cijferregel(stap.regime, id_), rijen, kpi, cijfer.waarde)
    if waarde is None or cijfer.norm is None:
        return onbekend_
    tekort = cijfer.norm - waarde if cijfer.oordeel == cijfers.ONDER else waarde - cijfer.norm
    if post.afronden is not None:
        tekort = tekort.quantize(_HEEL, rounding=AFRONDEN[post.afronden])
    return _per_periode(stap, post, periode, max(tekort, Decimal(0)))


def _per_periode(
    stap: Stap, post: Bedragpost, periode: Periode, keer: Decimal = _HEEL
) -> Decimal | str:
    """So many times what a post is: an amount, or a share of what the period itself came to."""
    if post.procent is None:
        return keer * (post.bedrag or Decimal(0))
    return _aandeel(stap, post, periode, post.procent * keer)


def _aandeel(stap: Stap, post: Bedragpost, periode: Periode, procent: Decimal) -> Decimal | str:
    """A share of the turnover of a period that a post names; or why it is unknown."""
    waarover = (periode, ("omzet", stap.contract.id, post.over))
    rijen = gemeten(stap.blik).get(waarover, ())
    omzet = [r.rij.bedrag for r in rijen if isinstance(r.rij, Omzet) and not r.twijfel]
    wat = f"wat over {periode} is {post.over}"
    if not rijen:
        return f"er is geen bedrag vastgelegd van {wat} (clm meting --omzet)"
    # two sums over one month are two answers to one question, as with a cap (J43)
    if len(rijen) > 1:
        return f"er zijn meer bedragen vastgelegd van {wat}; laat er één gelden"
    if not omzet:
        return f"het bedrag van {wat} is onzeker: {rijen[0].twijfel}"
    return procent_van(omzet[0], procent)


def _aantal(stap: Stap, post: Bedragpost, periode: Periode) -> int:
    """How many events of a post fell in a period, beyond those that a year leaves free."""
    if post.per != "gebeurtenis":
        return 0
    rijen = gebeurtenissen(stap.blik, stap.contract, post.soorten, None, stap.dag)
    jaar = periode.eerste.year
    dagen = sorted(dag for feit in rijen if (dag := dag_van(feit)).year == jaar)
    return sum(periode.eerste <= dag <= periode.laatste for dag in dagen[post.boven or 0 :])
