"""Floor 4, bedragen: the amount that a contract works out itself, and what instruments share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.voorwaarden import geld
from clm_cli.derivations.escalatie.voorwaarden.posten import over_periode, per_dag
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.records.maatregel import Geldelijk
from clm_cli.records.regime import Jaarregel, Maximum
from clm_cli.records.regimeregels import Bedragregel, Plafond, Staffel
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken


def bedrag_volgens_contract(stap: Stap) -> Uitspraak:
    """Het bedrag is wat het contract voor de genoemde perioden uitrekent."""
    regel = stap.instrument.bedrag
    if regel is None:
        return ja("het contract rekent bij dit instrument geen bedrag uit")
    if stap.voorstel is None:
        return _vraagt(regel)
    gezegd, plek = stap.voorstel.geldelijk, stap.plek("geldelijk")
    over = _waarover(regel)
    alles = gezegd and all(getattr(gezegd, veld) for veld, _ in over)
    if gezegd is None or gezegd.bedrag is None or not alles:
        wat = ", of ".join(("het bedrag", *(f"{woorden} het gaat" for _, woorden in over)))
        return nee(f"{wat}{',' if over else ''} ontbreekt", plek)
    # The same quarter is not paid for twice, whichever case the fine stands in.
    eerder = _eerder_belast(stap) if regel.herhaalbaar == "nee" else set()
    if dubbel := sorted(map(str, eerder & {*gezegd.perioden, *gezegd.uiterlijk})):
        return nee(f"over {dubbel[0]} is met dit instrument al een bedrag opgelegd", plek)
    if laat := _te_laat(stap, regel, gezegd):
        return nee(laat, plek)
    som, redenen = Decimal(0), []
    for naam, deel, zin in _delen(stap, regel, gezegd):
        if deel is None:
            return onbekend(f"{naam}: {zin}", plek)
        som += deel
        redenen.append(f"{naam}: {zin}")
    if regel.staffel:
        deel, zin = _staffel(stap, regel.staffel)
        som += deel
        redenen.append(zin)
    uitleg = f"het contract komt op {in_euro(som)} ({'; '.join(redenen)})"
    # Lower is refused too: what the contract works out is no range to choose from.
    if gezegd.bedrag != som:
        return nee(f"opgelegd is {in_euro(gezegd.bedrag)}, {uitleg}", plek)
    return ja(uitleg, plek)


def _waarover(regel: Bedragregel) -> tuple[tuple[str, str], ...]:
    """What has to be named with an amount, by its field, and in words."""
    per = {post.per == "dag" for post in regel.posten}
    velden = (("perioden", "over welke perioden"), ("uiterlijk", "om welke dag"))
    return tuple(veld for veld, dag in zip(velden, (False, True), strict=True) if dag in per)


def _vraagt(regel: Bedragregel) -> Uitspraak:
    """What is still to be named with an amount."""
    waarover = _waarover(regel)
    zin = " en ".join(("noem het bedrag", *(f"{wat} het gaat" for _, wat in waarover)))
    opties = " ".join(("bedrag=…", *(f"{veld}=…" for veld, _ in waarover)))
    velden = (f"geldelijk.{veld}" for veld, _ in waarover)
    return vraagt(f"{zin} (--geldelijk {opties})", "geldelijk.bedrag", *velden)


def _delen(
    stap: Stap, regel: Bedragregel, gezegd: Geldelijk
) -> Iterator[tuple[str, Decimal | None, str]]:
    """The amount for each period and each day that was named; None while it is unknown."""
    for periode in dict.fromkeys(gezegd.perioden):
        yield str(periode), *over_periode(stap, regel, periode)
    for dag in dict.fromkeys(gezegd.uiterlijk):
        yield datum_vol(dag), *per_dag(stap, regel, dag)


def _te_laat(stap: Stap, regel: Bedragregel, gezegd: Geldelijk) -> str | None:
    """Over what nothing can be imposed any more; None where there is nothing."""
    einden = [(str(periode), periode.laatste) for periode in sorted(gezegd.perioden)]
    einden += [(datum_vol(dag), dag) for dag in sorted(gezegd.uiterlijk)]
    for naam, laatste in einden if regel.binnen else ():
        assert regel.binnen
        kalender, na = kalender_op(stap.register, laatste, stap.contract), laatste
        if regel.binnen_na != "periode":
            na = Periode.van(regel.binnen_na, laatste).laatste
        tot = bereken(na, regel.binnen, kalender, rol=Rol.NIET).uiterlijk
        if stap.dag > tot:
            return f"over {naam} kon tot en met {datum_vol(tot)} iets worden opgelegd"
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


def _eerder_belast(stap: Stap) -> set[Periode | date]:
    """Over what this instrument imposed an amount before, in all cases."""
    uit: set[Periode | date] = set()
    for m, _ in _opgelegd(stap, (stap.instrument.instrument,)):
        if gezegd := m.record.geldelijk:
            uit |= {*gezegd.perioden, *gezegd.uiterlijk}
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
        return geld.eigen_maximum(stap)
    eigen = [geld.eigen_maximum(stap)] if stap.instrument.maximum else []
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
        delen.append(geld.eigen_ruimte(stap))
    bekend = [deel for deel in delen if deel is not None]
    return min(bekend, default=None) if len(bekend) == len(delen) else None
