"""Floor 4, planregel: what a contract wants of a plan, and whether one counts as delivered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import (
    brief_over,
    genoemd,
    niet_aangekomen,
    ontvangst,
    verzending,
    voorgangers,
)
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand, met_stilstand
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import Anker, Termijn, kalender_op, regimetermijn, reken
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beoordeling, Verbeterplan
from clm_cli.records.regimeregels import Planherstel, Planregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import met_kleine_letter

Plan = Bestand[Verbeterplan]
Oordeelfeit = Bestand[Beoordeling]


def mist(regel: Planregel, plan: Verbeterplan) -> Iterator[tuple[str, str]]:
    """What a plan lacks of what the contract wants in it: its id, and in words."""
    for deel in regel.onderdelen:
        if deel.leest is None and deel.id not in plan.onderdelen:
            yield deel.id, f"geen {met_kleine_letter(deel.titel)}"
        veld, zonder = _PER_PUNT.get(deel.leest or "", ("", ""))
        for punt in plan.punten if veld else ():
            if getattr(punt, veld) is None:
                yield deel.id, f"{punt.id} zonder {zonder}"
        if deel.leest == "directie" and None in (plan.directie_naam, plan.directie_datum):
            yield deel.id, "geen akkoord van de directie met naam en dag"
    # Who signs binds the provider; a plan of somebody else is no plan of his (3:61 BW).
    door = (plan.ondertekend_door or "").casefold()
    if regel.ondertekend_door and door not in {wie.casefold() for wie in regel.ondertekend_door}:
        yield "ondertekening", f"niet ondertekend door {' of '.join(regel.ondertekend_door)}"


_PER_PUNT = {"dag": ("uiterlijk", "dag"), "doel": ("doel", "SMART doel")}
"""The parts that stand at each point of a plan; that each shortcoming has a point with a solution
is asked under any contract, by our own letter."""


def geleverd(genomen: Genomen, stil: Reden | None = None) -> Uitspraak:
    """Whether a plan was delivered in the end, as this contract counts mending it.

    `stil` is why the last plan counts as rejected without a judgement.
    """
    regel = genomen.instrument.plan if genomen.instrument else None
    if regel is None or regel.herstel is None:
        return onbekend("het contract zegt niet wanneer een plan als geleverd geldt")
    rijen = rondes(genomen)
    if not rijen:
        # No plan is unknown until its last day is over: only then it did not come.
        tot = _eerste_dag(genomen)
        if tot is None or tot.uiterlijk is None or genomen.vandaag <= tot.uiterlijk:
            return onbekend("er is nog geen plan")
        return _te_laat(genomen, tot, f"er was geen plan op {datum_vol(tot.uiterlijk)}")
    # the last round always says something: only a mended plan of later takes its place
    uit = (_ronde(genomen, regel.herstel, rijen[nr:], nr, stil) for nr in range(len(rijen)))
    return next(uitspraak for uitspraak in uit if uitspraak)


def _ronde(
    genomen: Genomen, regel: Planherstel, rijen: list[Plan], ronde: int, stil: Reden | None
) -> Uitspraak | None:
    """What came of a plan; None when a mended one came in time and is to be looked at."""
    plan, *later = rijen
    stand, feiten = _oordeel(genomen, plan)
    if stand == "ja":
        return ja("het plan is goedgekeurd", plan.plek())
    if stand is None and stil and not later:
        if ronde >= regel.keer:
            return nee(f"{stil.tekst}, en herstel kan niet meer", stil.plek)
        return onbekend(f"{stil.tekst}, en kan nog worden hersteld", stil.plek)
    if stand is None:
        return onbekend("het plan is niet beoordeeld", plan.plek())
    return _na_afkeuring(genomen, regel, later, feiten, ronde)


def _na_afkeuring(
    genomen: Genomen, regel: Planherstel, later: list[Plan], feiten: list[Oordeelfeit], ronde: int
) -> Uitspraak | None:
    """What a rejection leads to; None when a mended plan came in time."""
    if ronde >= regel.keer:
        zin = f"het plan is op {datum_vol(feiten[0].record.datum)} afgekeurd, en herstel kan niet"
        return nee(f"{zin} meer", genomen.maatregel.plek())
    uit = hersteltermijn(genomen, regel, feiten)
    tot, kwam = uit.uiterlijk, later[0].record.ontvangen if later else None
    if tot is None:
        # A plan that came before its term began, came in time.
        return None if kwam else onbekend(uit.omdat[-1].tekst, uit.omdat[-1].plek)
    if kwam is not None:
        zin = f"het herstelde plan kwam na {datum_vol(tot)}"
        return _te_laat(genomen, uit, zin) if kwam > tot else None
    if genomen.vandaag > tot:
        return _te_laat(genomen, uit, f"het plan is niet hersteld op {datum_vol(tot)}")
    zin = f"het plan kan nog worden hersteld tot en met {datum_vol(tot)}"
    return onbekend(zin, genomen.maatregel.plek())


def _te_laat(genomen: Genomen, uit: Termijn, zin: str) -> Uitspraak:
    # on an assumed receipt nobody loses a right (3:37 BW)
    plek = genomen.maatregel.plek()
    if uit.voorlopig:
        return onbekend(f"{zin}, maar de ontvangst van onze brief is niet vastgelegd", plek)
    return nee(zin, plek)


def herstelpunt(genomen: Genomen) -> Werkpunt | None:
    """That the last plan, which was rejected, may still be mended; None where it may not."""
    regel, rijen = genomen.instrument.plan if genomen.instrument else None, rondes(genomen)
    if regel is None or regel.herstel is None or not rijen:
        return None
    stand, feiten = _oordeel(genomen, rijen[-1])
    if stand != "nee" or len(rijen) > regel.herstel.keer:
        return None
    uit = hersteltermijn(genomen, regel.herstel, feiten)
    punt = replace(
        maatregelpunt(genomen, "verbeterplan", "Afgekeurd verbeterplan herstellen").met(uit),
        stil=uit.stil is not None,
        bij="aanbieder",
        grond=regel.herstel.grond.eis,
        grond_tekst=regel.herstel.grond.tekst,
        gevolg="daarna geldt het plan als niet geleverd",
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "verbeterplan", genomen.maatregel),
    )
    if punt.stil:
        return replace(punt, wat=f"{punt.wat} staat STIL")
    if uit.uiterlijk is None:
        # Nothing runs for them before they were told: that is for us to do.
        return replace(punt, wat=_MEEDELEN, bij="wij", nu=_brief(genomen, feiten[-1]))
    if genomen.vandaag <= uit.uiterlijk:
        return punt
    # Past that day the plan counts as not delivered, and it is for us to say what follows.
    zeker = "het plan geldt als niet geleverd"
    return replace(
        punt,
        wat=f"Besluiten wat volgt: {'kwam onze brief aan?' if uit.voorlopig else zeker}",
        bij="wij",
        nu=opdracht("escalatie", "toon", genomen.dossier.id, genomen.escalatie.id),
    )


_MEEDELEN = "Afkeuring van het verbeterplan meedelen"


def _brief(genomen: Genomen, feit: Oordeelfeit) -> Advies:
    bij_ = f"escalaties/{genomen.escalatie.id}/{feit.stam}"
    return opdracht("brief", "maak", genomen.dossier.id, "oordeel-verbeterplan", bij=bij_)


def hersteltermijn(genomen: Genomen, regel: Planherstel, feiten: list[Oordeelfeit]) -> Herstelstand:
    """Until when a rejected plan may be mended: from the judgement, or from the letter with it.

    A later day that the letter names holds (3:35 BW).
    """
    dossier, feit = genomen.dossier, feiten[-1]
    brief = next((b for f in reversed(feiten) if (b := brief_over(dossier, f))), None)
    anker: Anker | None = None
    if regel.begin == "oordeel":
        dag = feit.record.datum
        zin = f"het plan is afgekeurd op {datum_vol(dag)}"
        anker = Anker("oordeel", dag, Reden(zin, feit.plek("datum")))
    elif brief and regel.begin == "ontvangst":
        anker = ontvangst(genomen.register, dossier, brief)
    elif brief:
        anker = verzending(dossier, brief)
    if anker is None:
        zin = f"het plan is afgekeurd; er loopt geen termijn: {niet_aangekomen(dossier, brief)}"
        leeg = Reden(zin, feit.plek())
        return Herstelstand(genomen=genomen, tekortkoming="", omdat=(leeg,))
    gedrukt = [
        d for b in ((brief, *voorgangers(dossier, brief)) if brief else ()) for d in genoemd(b, _IN)
    ]
    kalender = kalender_op(genomen.register, anker.datum, genomen.contract, "verbeterplan")
    uit = reken(anker, regel.termijn, kalender, genoemd=tuple(gedrukt), recht_wederpartij=True)
    return met_stilstand(genomen, uit)


_IN = "antwoord"
"""Under which name our letter on a plan holds the day that it gives."""


def plannen(genomen: Genomen) -> list[Plan]:
    """The plans that came in on a measure, the first one first."""
    return sorted(genomen.bij(Verbeterplan), key=lambda f: (f.record.ontvangen, f.pad))


def te_herstellen(genomen: Genomen, op: date) -> bool:
    """Whether a plan that is rejected on a day may be mended; so it is where nothing is ruled."""
    regel = genomen.instrument.plan if genomen.instrument else None
    keer = sum(plan.record.ontvangen <= op for plan in rondes(genomen))
    return regel is None or regel.herstel is None or keer <= regel.herstel.keer


def rondes(genomen: Genomen) -> list[Plan]:
    """The plans that count, the first one first: each one that was judged, and the last.

    A plan that another took the place of before we said anything, was no try that failed.
    """
    rijen = plannen(genomen)
    return [p for nr, p in enumerate(rijen, 1) if nr == len(rijen) or _oordeel(genomen, p)[0]]


def oordelen_over(genomen: Genomen, plan: Plan) -> list[Oordeelfeit]:
    """What we said of a plan: tied to it, or to the measure while it was the last that was in."""
    rijen = plannen(genomen)
    los = [
        f
        for f in genomen.bij(Beoordeling)
        if [p.pad for p in rijen if p.record.ontvangen <= f.record.datum][-1:] == [plan.pad]
    ]
    eigen = bij(genomen.dossier, genomen.escalatie, Beoordeling, plan)
    return [f for f in (*eigen, *los) if f.record.over == "verbeterplan"]


def _eerste_dag(genomen: Genomen) -> Termijn | None:
    regel = regimetermijn(genomen.contract, genomen.record.instrument, "verbeterplan")
    if regel is None:
        return None
    return met_stilstand(genomen, termijn(genomen, regel, termijnduur(genomen, regel)[0]))


def _oordeel(genomen: Genomen, plan: Plan) -> tuple[str | None, list[Oordeelfeit]]:
    """What was judged of a plan last, and in which facts: ja, nee, or nothing that decides."""
    rijen = oordelen_over(genomen, plan)
    # A later judgement takes the place of an earlier one; of one day the harder word counts.
    dag = max((f.record.datum for f in rijen), default=None)
    laatste = sorted((f for f in rijen if f.record.datum == dag), key=lambda f: f.pad)
    standen = {o.oordeel for f in laatste for o in f.record.oordelen}
    if standen & {"nee", "deels"}:
        return "nee", laatste
    return ("ja" if standen == {"ja"} else None), laatste
