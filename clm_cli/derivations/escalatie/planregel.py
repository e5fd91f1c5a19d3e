"""Floor 4, planregel: what a contract wants of a plan, and whether one counts as delivered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, bij
from clm_cli.derivations.termijnen import kalender_op, regimetermijn
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.escalatie import Beoordeling, Verbeterplan
from clm_cli.records.regimeregels import Planregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken

Plan = Bestand[Verbeterplan]


def mist(regel: Planregel, plan: Verbeterplan) -> Iterator[tuple[str, str]]:
    """What a plan lacks of what the contract wants in it: its id, and in words."""
    for deel in regel.onderdelen:
        if deel.id not in plan.onderdelen:
            yield deel.id, f"geen {deel.titel[:1].lower()}{deel.titel[1:]}"
    # Who signs binds the provider; a plan of somebody else is no plan of his (3:61 BW).
    door = (plan.ondertekend_door or "").casefold()
    if regel.ondertekend_door and door not in {wie.casefold() for wie in regel.ondertekend_door}:
        yield "ondertekening", f"niet ondertekend door {' of '.join(regel.ondertekend_door)}"


def geleverd(genomen: Genomen) -> Uitspraak:
    """Whether a plan was delivered in the end, as this contract counts mending it."""
    regel = genomen.instrument.plan if genomen.instrument else None
    if regel is None:
        return onbekend("het contract zegt niet wanneer een plan als geleverd geldt")
    rijen = plannen(genomen)
    if not rijen:
        # No plan is unknown until its last day is over: only then it did not come.
        tot = _eerste_dag(genomen)
        if tot is None or genomen.vandaag <= tot:
            return onbekend("er is nog geen plan")
        return nee(f"er was geen plan op {datum_vol(tot)}", genomen.maatregel.plek())
    for ronde, plan in enumerate(rijen):
        stand, dag = _oordeel(genomen, plan)
        if stand == "ja":
            return ja("het plan is goedgekeurd", plan.plek())
        if stand is None or dag is None:
            return onbekend("het plan is niet beoordeeld", plan.plek())
        uit = _na_afkeuring(genomen, regel, rijen[ronde + 1 :], dag, ronde)
        if uit is not None:
            return uit
    return onbekend("het plan is niet beoordeeld")


def _na_afkeuring(
    genomen: Genomen, regel: Planregel, later: list[Plan], dag: date, ronde: int
) -> Uitspraak | None:
    """What a rejection leads to; None when a mended plan came in time and is to be looked at."""
    plek = genomen.maatregel.plek()
    if regel.herstel is None or ronde >= regel.herstel.keer:
        return nee(f"het plan is op {datum_vol(dag)} afgekeurd, en herstel kan niet meer", plek)
    tot = _hersteldag(genomen, regel, dag)
    if later:
        te_laat = later[0].record.ontvangen > tot
        return nee(f"het herstelde plan kwam na {datum_vol(tot)}", plek) if te_laat else None
    if genomen.vandaag > tot:
        return nee(f"het plan is niet hersteld op {datum_vol(tot)}", plek)
    return onbekend(f"het plan kan nog worden hersteld tot en met {datum_vol(tot)}", plek)


def herstelpunt(genomen: Genomen) -> Werkpunt | None:
    """That the last plan, which was rejected, may still be mended; None where it may not."""
    regel, rijen = genomen.instrument.plan if genomen.instrument else None, plannen(genomen)
    if regel is None or regel.herstel is None or not rijen:
        return None
    stand, dag = _oordeel(genomen, rijen[-1])
    if stand != "nee" or dag is None or len(rijen) > regel.herstel.keer:
        return None
    tot = _hersteldag(genomen, regel, dag)
    punt = replace(
        maatregelpunt(genomen, "verbeterplan", "Afgekeurd verbeterplan herstellen"),
        uiterlijk=tot,
        bij="aanbieder",
        grond=regel.herstel.grond.eis,
        grond_tekst=regel.herstel.grond.tekst,
        gevolg="daarna geldt het plan als niet geleverd",
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "verbeterplan", genomen.maatregel),
    )
    if genomen.vandaag <= tot:
        return punt
    # Past that day the plan counts as not delivered, and it is for us to say what follows.
    return replace(
        punt,
        wat="Besluiten wat volgt: het plan geldt als niet geleverd",
        bij="wij",
        nu=opdracht("escalatie", "toon", genomen.dossier.id, genomen.escalatie.id),
    )


def plannen(genomen: Genomen) -> list[Plan]:
    """The plans that came in on a measure, the first one first."""
    return sorted(genomen.bij(Verbeterplan), key=lambda f: (f.record.ontvangen, f.pad))


def oordelen_over(genomen: Genomen, plan: Plan) -> list[Bestand[Beoordeling]]:
    """What we said of a plan: tied to it, or to the measure while it was the last that was in."""
    rijen = plannen(genomen)
    los = [
        f
        for f in genomen.bij(Beoordeling)
        if [p.pad for p in rijen if p.record.ontvangen <= f.record.datum][-1:] == [plan.pad]
    ]
    eigen = bij(genomen.dossier, genomen.escalatie, Beoordeling, plan)
    return [f for f in (*eigen, *los) if f.record.over == "verbeterplan"]


def _hersteldag(genomen: Genomen, regel: Planregel, dag: date) -> date:
    assert regel.herstel is not None
    kalender = kalender_op(genomen.register, dag, genomen.contract, "verbeterplan")
    return bereken(dag, regel.herstel.termijn, kalender).uiterlijk


def _eerste_dag(genomen: Genomen) -> date | None:
    regel = regimetermijn(genomen.contract, genomen.record.instrument, "verbeterplan")
    return termijn(genomen, regel, termijnduur(genomen, regel)[0]).uiterlijk if regel else None


def _oordeel(genomen: Genomen, plan: Plan) -> tuple[str | None, date | None]:
    """What was judged of a plan last, and when: ja, nee, or nothing that decides."""
    rijen = oordelen_over(genomen, plan)
    if not rijen:
        return None, None
    # A later judgement takes the place of an earlier one; of one day the harder word counts.
    dag = max(f.record.datum for f in rijen)
    standen = {o.oordeel for f in rijen if f.record.datum == dag for o in f.record.oordelen}
    if standen & {"nee", "deels"}:
        return "nee", dag
    return ("ja" if standen == {"ja"} else None), dag
