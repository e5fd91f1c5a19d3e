"""Floor 4, plan: whether an improvement plan was gone through, still runs, or did its work."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.eigentermijnen import afgekeurd, goedgekeurd
from clm_cli.derivations.escalatie.planregel import geleverd
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend
from clm_cli.derivations.escalatie.voorwaarden.herstel import voorafgaande
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.records.escalatie import (
    Beoordeling,
    Bewijs,
    Deeloordeel,
    Onderzoek,
    Planpunt,
    Verbeterplan,
)
from clm_cli.tijd.datum import datum_vol


def plan_doorlopen(stap: Stap) -> Uitspraak:  # S14
    """Het verbeterplan is geleverd, goedgekeurd, uitgevoerd en daarna beoordeeld."""
    return alle(
        een(
            (_plan(stap, m, id_) for m in voorafgaande(stap, id_)),
            f"{id_}: er is geen verbeterplan gevraagd",
        )
        for id_ in stap.ids()
    )


def _plan(stap: Stap, m: Maatregelstand, tekortkoming: str) -> Uitspraak:
    genomen = m.genomen
    if (niet := geleverd(genomen, afgekeurd(genomen))).antwoord == "nee":
        return ja(f"het plan geldt als niet geleverd: {niet.tekst}", genomen.maatregel.plek())
    plannen = van_laatste_dag(
        bij(genomen.dossier, genomen.escalatie, Verbeterplan, genomen.maatregel)
    )
    if not plannen:
        if post := next(iter(genomen.onverwerkt(Verbeterplan)), None):
            return onbekend(post.tekst, post.reden.plek)
        trede = bij_trede(genomen.contract.regime, genomen.record.trede) or genomen.naam
        return onbekend(
            f"er is geen plan binnen; of {trede} dan is doorlopen, zegt het contract niet",
            genomen.maatregel.plek(),
        )
    return alle(_van_plan(stap, genomen, plan, tekortkoming) for plan in plannen)


def _van_plan(
    stap: Stap, genomen: Genomen, plan: Bestand[Verbeterplan], tekortkoming: str
) -> Uitspraak:
    """One plan as far as one shortcoming goes: a point for it, approved, carried out, judged."""
    # S14 asks that the trede was gone through wholly: for what the notice is about.
    punten = {punt.id for punt in plan.record.punten if punt.tekortkoming == tekortkoming}
    if not punten:
        return nee(f"het plan heeft geen punt voor {tekortkoming}", plan.plek("punten"))
    oordelen = _oordelen(genomen, plan)
    telt = {*punten, tekortkoming}
    goed = _over(oordelen, "verbeterplan", telt)
    uitvoering = _over(oordelen, "uitvoering", telt)
    beoordeeld = {o.onderdeel for _, o in goed}
    if goedgekeurd(genomen) is None and (
        any(o.oordeel != "ja" for _, o in goed)
        or not (tekortkoming in beoordeeld or punten <= beoordeeld)
    ):
        return nee("het plan is niet goedgekeurd", plan.plek())
    if not uitvoering:
        return nee("de uitvoering van het plan is niet beoordeeld", plan.plek())
    if te_vroeg := _voor_het_einde(stap, plan, tekortkoming, uitvoering[0][0]):
        return te_vroeg
    standen, plek = {o.oordeel for _, o in uitvoering}, uitvoering[0][0].plek()
    if standen == {"ja"}:
        return nee("het plan is uitgevoerd en de tekortkoming is opgelost", plek)
    if "onbekend" in standen:
        return onbekend("de uitvoering van het plan is niet helemaal beoordeeld", plek)
    return ja("het plan is doorlopen en gaf te weinig verbetering", plek)


def _voor_het_einde(
    stap: Stap, plan: Bestand[Verbeterplan], tekortkoming: str, oordeel: Bestand[Beoordeling]
) -> Uitspraak | None:
    """That the days of the plan are not over, or that it was judged before they were."""
    # S14: 'volledig doorlopen', and within the term that the plan names (S13), which is theirs.
    eigen = (punt for punt in plan.record.punten if punt.tekortkoming == tekortkoming)
    tot = max((punt.uiterlijk for punt in eigen if punt.uiterlijk), default=None)
    if tot is None or oordeel.record.datum > tot:
        return None
    zin = f"{tekortkoming}: het plan heeft tot en met {datum_vol(tot)}"
    if stap.dag <= tot:
        return nee(zin, plan.plek("punten"))
    return onbekend(f"{zin}, en is daarna niet beoordeeld", oordeel.plek())


def _over(
    oordelen: list[Bestand[Beoordeling]], wat: str, telt: set[str]
) -> list[tuple[Bestand[Beoordeling], Deeloordeel]]:
    """The judgements of the newest day on something, as far as these parts go."""
    rijen = [
        f
        for f in oordelen
        if f.record.over == wat and any(o.onderdeel in telt for o in f.record.oordelen)
    ]
    return [
        (f, o) for f in van_laatste_dag(rijen) for o in f.record.oordelen if o.onderdeel in telt
    ]


def _oordelen(genomen: Genomen, plan: Bestand[Verbeterplan]) -> list[Bestand[Beoordeling]]:
    """What was judged of a plan, or of the measure that asked for it."""
    van_plan = bij(genomen.dossier, genomen.escalatie, Beoordeling, plan)
    return [*van_plan, *genomen.bij(Beoordeling)]


def plan_op_schema(stap: Stap) -> Uitspraak:  # J35, J39
    """Er is geen goedgekeurd plan dat nog loopt, is nagekomen of niet is bekeken."""
    open_ = [
        uitspraak
        for m in stap.eerdere()
        for plan in m.genomen.bij(Verbeterplan)
        for punt in plan.record.punten
        if punt.tekortkoming in stap.ids()
        and (uitspraak := _nog_open(stap, m.genomen, plan, punt)) is not None
    ]
    return alle(open_) if open_ else ja("er loopt geen goedgekeurd plan op schema")


def _nog_open(
    stap: Stap, genomen: Genomen, plan: Bestand[Verbeterplan], punt: Planpunt
) -> Uitspraak | None:
    """Of a point that was approved: that it runs, was met, or that nobody looked what came of it.

    One that was judged to fail is none of these.
    """
    oordelen, telt = _oordelen(genomen, plan), {punt.id, punt.tekortkoming}
    goed = _over(oordelen, "verbeterplan", telt)
    if not ((goed and all(o.oordeel == "ja" for _, o in goed)) or goedgekeurd(genomen)):
        return None
    gezien = _over(oordelen, "uitvoering", telt)
    standen, plek = {o.oordeel for _, o in gezien}, plan.plek("punten")
    zin = f"{punt.tekortkoming}: punt {punt.id} van het plan"
    if standen == {"ja"}:
        feit = gezien[0][0]
        if opnieuw_gebleken(stap, punt.tekortkoming, feit.record.datum):
            return None
        dag = datum_vol(feit.record.datum)
        return nee(f"{zin} is nagekomen volgens ons oordeel van {dag}", feit.plek())
    # more contact goes together with a plan that runs; a heavier step cuts it off
    if standen & {"nee", "deels"} or stap.trede <= genomen.record.trede:
        return None
    if punt.uiterlijk and stap.dag <= punt.uiterlijk:
        return nee(f"{zin} kan nog tot en met {datum_vol(punt.uiterlijk)}", plek)
    # J37, J39: a trede of which nobody knows what it brought is passed over like one not taken.
    return onbekend(f"{zin} is goedgekeurd, en de uitvoering is niet beoordeeld", plek)


def opnieuw_gebleken(
    stap: Stap, tekortkoming: str, dag: date
) -> list[Bestand[Onderzoek] | Bestand[Bewijs]]:
    """What was found on a shortcoming after a day on which we judged it to be in order.

    Evidence counts by when it was made, not when it was written down; an investigation of the day
    itself, where it began then and found the shortcoming again.
    """
    bewijs, onderzoek = stap.van(Bewijs), stap.van(Onderzoek)
    rijen: list[Bestand[Onderzoek] | Bestand[Bewijs]] = [
        *(f for f in bewijs if (f.record.vastgesteld_op or f.record.datum) > dag),
        *(f for f in onderzoek if f.record.datum > dag or _zelfde_dag(f.record, dag)),
    ]
    return [
        f for f in rijen if not f.record.tekortkomingen or tekortkoming in f.record.tekortkomingen
    ]


def _zelfde_dag(record: Onderzoek, dag: date) -> bool:
    return record.datum == record.begonnen == dag and record.niet_nakoming == "ja"
