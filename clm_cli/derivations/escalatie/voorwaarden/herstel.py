"""Floor 4, herstel: what a formal notice or a plan has to have led to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import geldige_kanalen, ontvangst
from clm_cli.derivations.escalatie.eigentermijnen import goedgekeurd
from clm_cli.derivations.escalatie.planregel import geleverd
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import Genomen, bij
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.records.escalatie import (
    Beoordeling,
    Deeloordeel,
    Herstel,
    Planpunt,
    Verbeterplan,
)
from clm_cli.tijd.datum import datum_vol


def _vorige(stap: Stap, tekortkoming: str) -> list[Any]:
    na = stap.instrument.na.instrument if stap.instrument.na else ""
    return [
        m
        for m in stap.eerdere()
        if m.loopt
        and m.genomen.record.instrument == na
        and tekortkoming in m.genomen.record.tekortkomingen
    ]


def na_ontvangen(stap: Stap) -> Uitspraak:  # J41
    """De maatregel die vooraf moet gaan is ontvangen, en dat ligt vast."""
    return alle(_ontvangen(stap, id_) for id_ in stap.ids())


def _ontvangen(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for m in _vorige(stap, tekortkoming):
        anker = ontvangst(stap.register, stap.dossier, m.genomen.brief) if m.genomen.brief else None
        # J41 asks that the notice was received (3:37 lid 3 BW); a letter that came back was not.
        if anker is None:
            uit.append(
                nee(
                    f"{tekortkoming}: de brief is niet verzonden of kwam terug",
                    m.genomen.maatregel.plek(),
                )
            )
        else:
            zeker = not anker.voorlopig and anker.datum <= stap.dag
            antwoord = ja if zeker else onbekend
            uit.append(antwoord(f"{tekortkoming}: {anker.reden.tekst}", anker.reden.plek))
    na = stap.instrument.na.instrument if stap.instrument.na else "?"
    return een(uit, f"{tekortkoming}: er is geen {na} die nog loopt")


def na_aangetekend(stap: Stap) -> Uitspraak:  # J40
    """De maatregel die vooraf moet gaan, is aangetekend verzonden."""
    return alle(
        een((_aangetekend(m, id_) for m in vorige), "")
        if (vorige := [m for m in _vorige(stap, id_) if _kanalen(m)])
        # What was not taken or not sent is said by the condition of its receipt.
        else ja(f"{id_}: er is geen verzonden brief")
        for id_ in stap.ids()
    )


def _kanalen(m: Maatregelstand) -> list[str]:
    brief = m.genomen.brief
    return sorted(geldige_kanalen(m.genomen.dossier, brief)) if brief else []


def _aangetekend(m: Maatregelstand, tekortkoming: str) -> Uitspraak:
    kanalen, plek = _kanalen(m), m.genomen.maatregel.plek()
    if "aangetekend" in kanalen:
        return ja(f"{tekortkoming}: de brief ging aangetekend", plek)
    hoe = " en ".join(kanalen)
    return nee(f"{tekortkoming}: de brief ging per {hoe}, en niet aangetekend", plek)


def termijn_verstreken(stap: Stap) -> Uitspraak:  # J41
    """De hersteltermijn is voorbij en staat niet stil."""
    return alle(_verstreken(stap, id_) for id_ in stap.ids())


def _verstreken(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        plek = rij.genomen.maatregel.plek()
        if rij.stil or rij.termijn is None or rij.termijn.uiterlijk is None:
            uit.append(
                nee(
                    rij.stil.tekst if rij.stil else f"{tekortkoming}: er loopt geen hersteltermijn",
                    plek,
                )
            )
        elif rij.uiterlijk is None:
            uit.append(onbekend(rij.omdat[-1].tekst, plek))
        elif stap.dag <= rij.uiterlijk:
            uit.append(
                nee(f"{tekortkoming}: de termijn loopt tot en met {datum_vol(rij.uiterlijk)}", plek)
            )
        else:
            antwoord = onbekend if rij.voorlopig else ja
            uit.append(
                antwoord(
                    (
                        f"{tekortkoming}: de termijn eindigde op "
                        f"{datum_vol(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}"
                    ),
                    plek,
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def _hersteltermijnen(stap: Stap, tekortkoming: str) -> list[Any]:
    paden = {m.genomen.maatregel.pad for m in _vorige(stap, tekortkoming)}
    return [rij for rij in stap.stand.tellend(tekortkoming) if rij.genomen.maatregel.pad in paden]


def herstel_uitgebleven(stap: Stap) -> Uitspraak:  # J41
    """Na het einde van de termijn is beoordeeld dat herstel uitbleef."""
    return alle(_uitgebleven(stap, id_) for id_ in stap.ids())


def _uitgebleven(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        post = next(iter(rij.genomen.onverwerkt(Herstel)), None)
        if rij.herstel == "hersteld":
            uit.append(nee(f"{tekortkoming}: hersteld", rij.genomen.maatregel.plek()))
        elif post:
            uit.append(onbekend(f"{tekortkoming}: {post.tekst}", post.reden.plek))
        elif (
            rij.herstel in ("niet", "deels")
            and not rij.stil
            and rij.uiterlijk
            and rij.beoordeeld > rij.uiterlijk
        ):
            deel = "voor een deel " if rij.herstel == "deels" else ""
            uit.append(
                ja(f"{tekortkoming}: herstel is {deel}uitgebleven", rij.genomen.maatregel.plek())
            )
        else:
            uit.append(
                onbekend(
                    f"{tekortkoming}: na het einde van de termijn is het herstel niet beoordeeld",
                    rij.genomen.maatregel.plek(),
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def verzuim(stap: Stap) -> Uitspraak:
    """De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW)."""
    ids = stap.ids()
    return alle(_van(stap.stand.verzuim(id_), id_ if len(ids) > 1 else "") for id_ in ids)


def _van(deel: Uitspraak, tekortkoming: str) -> Uitspraak:
    """An answer that names its shortcoming, where there are more than one."""
    voor = f"{tekortkoming}: " if tekortkoming else ""
    return replace(deel, omdat=tuple(replace(r, tekst=f"{voor}{r.tekst}") for r in deel.omdat))


def plan_doorlopen(stap: Stap) -> Uitspraak:  # S14
    """Het verbeterplan is geleverd, goedgekeurd, uitgevoerd en daarna beoordeeld."""
    return alle(
        een(
            (_plan(stap, m, id_) for m in _vorige(stap, id_)),
            f"{id_}: er is geen verbeterplan gevraagd",
        )
        for id_ in stap.ids()
    )


def _plan(stap: Stap, m: Any, tekortkoming: str) -> Uitspraak:
    genomen = m.genomen
    if (niet := geleverd(genomen)).antwoord == "nee":
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
    stap: Stap, genomen: Any, plan: Bestand[Verbeterplan], tekortkoming: str
) -> Uitspraak:
    """One plan as far as one shortcoming goes: a point for it, approved, carried out, judged."""
    # S14 asks that the trede was gone through wholly: for what the notice is about.
    punten = {punt.id for punt in plan.record.punten if punt.tekortkoming == tekortkoming}
    if not punten:
        return nee(f"het plan heeft geen punt voor {tekortkoming}", plan.plek("punten"))
    oordelen = [
        *bij(genomen.dossier, genomen.escalatie, Beoordeling, plan),
        *genomen.bij(Beoordeling),
    ]
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


def plan_op_schema(stap: Stap) -> Uitspraak:  # J35, J39
    """Er loopt geen goedgekeurd plan waarvan de dagen nog moeten komen."""
    for m in stap.eerdere():
        for plan in m.genomen.bij(Verbeterplan):
            if punt := _nog_niet_om(stap, m.genomen, plan):
                tot = datum_vol(punt.uiterlijk) if punt.uiterlijk else "zijn dag"
                zin = f"{punt.tekortkoming}: punt {punt.id} van het plan kan nog tot en met {tot}"
                return nee(zin, plan.plek("punten"))
    return ja("er loopt geen goedgekeurd plan op schema")


def _nog_niet_om(stap: Stap, genomen: Genomen, plan: Bestand[Verbeterplan]) -> Planpunt | None:
    """A point of a plan that was approved, is not due yet, and was not judged to fail."""
    oordelen = [*bij(genomen.dossier, genomen.escalatie, Beoordeling, plan)]
    oordelen += genomen.bij(Beoordeling)
    for punt in plan.record.punten:
        telt = {punt.id, punt.tekortkoming}
        goed = _over(oordelen, "verbeterplan", telt)
        mis = any(o.oordeel in ("nee", "deels") for _, o in _over(oordelen, "uitvoering", telt))
        if (
            punt.tekortkoming in stap.ids()
            and punt.uiterlijk
            and stap.dag <= punt.uiterlijk
            and ((goed and all(o.oordeel == "ja" for _, o in goed)) or goedgekeurd(genomen))
            and not mis
        ):
            return punt
    return None
