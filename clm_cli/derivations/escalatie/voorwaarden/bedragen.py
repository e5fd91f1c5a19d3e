"""Floor 4, bedragen: the amount that a contract works out itself, and what instruments share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from clm_cli.derivations import cijfers
from clm_cli.derivations.cijferregels import AFRONDEN, cijferregel, te_vergelijken
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.voorwaarden import geld
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen
from clm_cli.derivations.gebeurtenissen import dag_van, gebeurtenissen
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.records.cijfers import Omzet
from clm_cli.records.regime import Jaarregel, Maximum
from clm_cli.records.regimeregels import Bedragpost, Bedragregel, Plafond, Staffel
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken

_HEEL = Decimal(1)


def bedrag_volgens_contract(stap: Stap) -> Uitspraak:
    """Het bedrag is wat het contract voor de genoemde perioden uitrekent."""
    regel = stap.instrument.bedrag
    if regel is None:
        return ja("het contract rekent bij dit instrument geen bedrag uit")
    if stap.voorstel is None:
        if regel.posten:
            zin = "noem het bedrag en over welke perioden"
            return vraagt(
                f"{zin} (--geldelijk bedrag=… perioden=…)",
                "geldelijk.bedrag",
                "geldelijk.perioden",
            )
        return vraagt("noem het bedrag (--geldelijk bedrag=…)", "geldelijk.bedrag")
    gezegd, plek = stap.voorstel.geldelijk, stap.plek("geldelijk")
    if gezegd is None or gezegd.bedrag is None or (regel.posten and not gezegd.perioden):
        return nee("het bedrag, of over welke perioden het gaat, ontbreekt", plek)
    # The same quarter is not paid for twice, whichever case the fine stands in.
    eerder = _eerder_belast(stap) if regel.herhaalbaar == "nee" else set()
    if dubbel := sorted(eerder & set(gezegd.perioden)):
        return nee(f"over {dubbel[0]} is met dit instrument al een bedrag opgelegd", plek)
    if laat := _te_laat(stap, regel, gezegd.perioden):
        return nee(laat, plek)
    som, redenen = Decimal(0), []
    for periode in dict.fromkeys(gezegd.perioden):
        deel, zin = _over_periode(stap, regel, periode)
        if deel is None:
            return onbekend(f"{periode}: {zin}", plek)
        som += deel
        redenen.append(f"{periode}: {zin}")
    if regel.staffel:
        deel, zin = _staffel(stap, regel.staffel)
        som += deel
        redenen.append(zin)
    uitleg = f"het contract komt op {in_euro(som)} ({'; '.join(redenen)})"
    # Lower is refused too: what the contract works out is no range to choose from.
    if gezegd.bedrag != som:
        return nee(f"opgelegd is {in_euro(gezegd.bedrag)}, {uitleg}", plek)
    return ja(uitleg, plek)


def _over_periode(stap: Stap, regel: Bedragregel, periode: Periode) -> tuple[Decimal | None, str]:
    """The amount for one period, and what it is made of; None while a figure is unknown."""
    delen: list[Decimal] = []
    for post in regel.posten:
        if post.per == "gebeurtenis":
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


def _te_laat(stap: Stap, regel: Bedragregel, perioden: Sequence[Periode]) -> str | None:
    """A period over which nothing can be imposed any more; None where there is none."""
    for periode in sorted(perioden) if regel.binnen else ():
        kalender = kalender_op(stap.register, periode.laatste, stap.contract)
        assert regel.binnen
        na = (
            periode
            if regel.binnen_na == "periode"
            else Periode.van(regel.binnen_na, periode.laatste)
        )
        tot = bereken(na.laatste, regel.binnen, kalender, rol=Rol.NIET).uiterlijk
        if stap.dag > tot:
            return f"over {periode} kon tot en met {datum_vol(tot)} iets worden opgelegd"
    return None


def _staffel(stap: Stap, staffel: Staffel) -> tuple[Decimal, str]:
    """The amount by how many of some measures went before, each while it still counts."""
    eigen, aantal = stap.maatregel.pad if stap.maatregel else None, 0
    for genomen in alle_genomen(stap.blik):
        dag, van = genomen.record.datum, genomen.contract
        mee = stap.deelt_contract(genomen) and blijft(genomen)
        if genomen.maatregel.pad == eigen or not mee:
            continue
        tot = stap.dag
        if staffel.binnen:
            kalender = kalender_op(stap.register, dag, van)
            tot = bereken(dag, staffel.binnen, kalender, rol=Rol.NIET).uiterlijk
        binnen = dag <= stap.dag <= tot
        aantal += binnen and genomen.record.instrument in staffel.telt
    plaats = min(aantal - staffel.vanaf, len(staffel.bedragen) - 1)
    bedrag = staffel.bedragen[plaats] if plaats >= 0 else Decimal(0)
    return bedrag, f"{in_euro(bedrag)} na {aantal} keer {' of '.join(staffel.telt)}"


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
    return (omzet[0] * procent / 100).quantize(geld.CENT, rounding=ROUND_DOWN)


def _aantal(stap: Stap, post: Bedragpost, periode: Periode) -> int:
    """How many events of a post fell in a period, beyond those that a year leaves free."""
    if post.per != "gebeurtenis":
        return 0
    rijen = gebeurtenissen(stap.blik, stap.contract, post.soorten, None, stap.dag)
    jaar = periode.eerste.year
    dagen = sorted(dag for feit in rijen if (dag := dag_van(feit)).year == jaar)
    return sum(periode.eerste <= dag <= periode.laatste for dag in dagen[post.boven or 0 :])


def _eerder_belast(stap: Stap) -> set[Periode]:
    """The periods over which this instrument imposed an amount before, in all cases."""
    uit: set[Periode] = set()
    for m, _ in _opgelegd(stap, (stap.instrument.instrument,)):
        uit |= set(m.record.geldelijk.perioden) if m.record.geldelijk else set()
    return uit


def _opgelegd(stap: Stap, instrumenten: tuple[str, ...]) -> list[tuple[Genomen, Decimal]]:
    """The other measures with these instruments that count, in all cases, with their amounts."""
    eigen, uit = stap.maatregel.pad if stap.maatregel else None, []
    for genomen in alle_genomen(stap.blik):
        # A cap counts what stands; a measure that was taken back or lapsed took nothing of it.
        if genomen.maatregel.pad == eigen or genomen.record.instrument not in instrumenten:
            continue
        if blijft(genomen):
            som = geldelijk(genomen.dossier, genomen.escalatie, genomen.maatregel)
            uit.append((genomen, (som.bedrag if som else None) or Decimal(0)))
    return uit


def maximum(stap: Stap) -> Uitspraak:  # J43
    """Het bedrag blijft binnen het maximum van het contract, en binnen wat instrumenten delen."""
    plafonds = _plafonds(stap)
    if not plafonds:
        return geld.maximum(stap)
    eigen = [geld.maximum(stap)] if stap.instrument.maximum else []
    return alle((*eigen, *(_binnen(stap, rij) for rij in plafonds)))


def begrensd(stap: Stap) -> bool:
    """Whether the contract limits the amount at all."""
    return stap.instrument.maximum is not None or bool(_plafonds(stap))


def _plafonds(stap: Stap) -> list[Plafond]:
    naam = stap.instrument.instrument
    return [rij for rij in stap.regime.plafonds if naam in rij.instrumenten]


def _grens(stap: Stap, plafond: Plafond) -> tuple[Decimal | None, str]:
    """The highest sum in a calendar year, and what it is; None while its base is unknown."""
    if plafond.procent is None or plafond.over is None:
        grens = plafond.bedrag or Decimal(0)
        return grens, in_euro(grens)
    jaar = Jaarregel(regel=plafond.jaar)
    return geld.over_grondslag(
        stap, Maximum(procent=plafond.procent, over=plafond.over, per="jaar", jaar=jaar)
    )


def _over(stap: Stap, plafond: Plafond) -> Decimal | None:
    grens, _ = _grens(stap, plafond)
    if grens is None:
        return None
    # By the year of the decision: a fine of December that is sent in January is of December.
    jaar = stap.dag.year
    opgelegd = _opgelegd(stap, plafond.instrumenten)
    return grens - sum((som for m, som in opgelegd if m.record.datum.year == jaar), Decimal(0))


def _binnen(stap: Stap, plafond: Plafond) -> Uitspraak:
    over, grens = _over(stap, plafond), _grens(stap, plafond)[1]
    if over is None:
        return onbekend(f"{plafond.titel}: {grens}", stap.plek("geldelijk"))
    zin = f"{plafond.titel}: nog {in_euro(max(over, Decimal(0)))} van {grens}"
    gezegd = stap.voorstel.geldelijk.bedrag if stap.voorstel and stap.voorstel.geldelijk else None
    if gezegd is not None and gezegd > over:
        return nee(f"te hoog: {zin}", stap.plek("geldelijk"))
    return ja(zin) if over > 0 else nee(f"er is geen ruimte meer: {zin}")


def ruimte(stap: Stap) -> Decimal | None:
    """What may still be imposed under each cap; None while one is unknown, or without a cap."""
    delen = [_over(stap, rij) for rij in _plafonds(stap)]
    if stap.instrument.maximum is not None:
        delen.append(geld.ruimte(stap))
    bekend = [deel for deel in delen if deel is not None]
    return min(bekend, default=None) if len(bekend) == len(delen) else None
