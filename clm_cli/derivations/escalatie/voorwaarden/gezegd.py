"""Floor 4, gezegd: what has to be said with the step itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from clm_cli.derivations.brieven.aankomst import vermoede_ontvangst
from clm_cli.derivations.escalatie.gezegd import GEZEGD, Gezegde, van_deel
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.reikwijdte import geen_ander, niet_na
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.verzuim import eerder_gegeven
from clm_cli.derivations.escalatie.voorwaarden.nieuws import niet_hersteld
from clm_cli.derivations.termijnen import kalender_op, regimetermijn, regimetermijnen, termijnbeleid
from clm_cli.records.escalatie import Reactie, Verbeterplan
from clm_cli.records.maatregel import Verzuimgrond
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, bereken

PER_VOORWAARDE = {
    naam: tuple(rij for rij in GEZEGD if rij.voorwaarde == naam)
    for naam in {rij.voorwaarde for rij in GEZEGD}
}
"""What each condition asks to be said."""


def van_rijen(rijen: tuple[Gezegde, ...]) -> Callable[[Stap], Uitspraak]:
    """The condition that asks what some rows say; all of them have to be said."""

    def toets(stap: Stap) -> Uitspraak:
        if stap.voorstel is None:
            velden = dict.fromkeys(veld for rij in rijen for veld in rij.gezegd_in)
            return vraagt(f"{rijen[0].noem} ({rijen[0].optie})", *velden)
        woorden: tuple[str, ...] = ()
        for rij in rijen:
            gezegd = rij.zegt(stap.voorstel, stap.instrument)
            if not gezegd:
                return nee(rij.ontbreekt, stap.plek(rij.veld))
            woorden += gezegd
        return ja(rijen[0].kort(woorden), stap.plek(rijen[0].veld))

    return toets


def reikwijdte(stap: Stap) -> Uitspraak:  # J42, S16
    """Wat er stopt, en wanneer het opnieuw wordt bekeken: op een dag na het besluit."""
    gezegd = van_rijen(PER_VOORWAARDE["reikwijdte"])(stap)
    if stap.voorstel is None and "ontvangers" not in stap.instrument.voorwaarden.alle:
        # a stop: its letter says whether who was assigned before it may still begin
        velden = (*gezegd.velden, *van_deel("toegewezen").gezegd_in)
        return replace(gezegd, velden=velden)
    if gezegd.antwoord == "ja" and (mis := niet_na(stap.voorstel, stap.dag)):
        return nee(f"{mis} van {datum_vol(stap.dag)}", stap.plek("reikwijdte", "herzien"))
    return gezegd


def ontvangers(stap: Stap) -> Uitspraak:  # J42
    """De aanbieders die het werk overnemen zijn genoemd, en de aanbieder zelf is daar niet bij."""
    if mis := geen_ander(stap.dossier, stap.voorstel):
        return nee(mis, stap.plek("reikwijdte", "ontvangers"))
    return van_rijen(PER_VOORWAARDE["ontvangers"])(stap)


def antwoordtermijn(stap: Stap) -> Uitspraak:  # J38, J39, S12
    """Het verzoek noemt een termijn, en die is niet korter dan het contract toelaat."""
    regel = regimetermijn(stap.contract, stap.instrument.instrument, "reactie", "verbeterplan")
    if stap.voorstel is None:
        vast = regel is not None and regel.termijn is not None
        return (
            ja(f"het contract zegt {regel.termijn}")
            if vast and regel
            else vraagt(
                "noem de termijn voor het plan en waarom (--antwoordtermijn, --antwoord-reden)",
                "antwoordtermijn",
                "antwoord_reden",
            )
        )
    gegeven, reden = stap.voorstel.antwoordtermijn, stap.voorstel.antwoord_reden
    if regel and (langer := _loopt_verzoek(stap, regel, gegeven or regel.termijn)):
        return langer
    if gegeven is None:
        return (
            ja(f"het contract zegt {regel.termijn}")
            if regel and regel.termijn
            else nee("het contract noemt geen termijn; zet er een in het verzoek", stap.plek())
        )
    if reden is None:
        return nee("bij de eigen termijn ontbreekt waarom", stap.plek("antwoordtermijn"))
    if regel and _korter(stap, gegeven, regel) and not (regel.korter and stap.acuut):
        mag = (
            "dat kan alleen bij een vastgelegd acuut risico"
            if regel.korter
            else "dit contract kent geen kortere termijn"
        )
        return nee(f"{gegeven} is korter dan {regel.termijn}; {mag}", stap.plek("antwoordtermijn"))
    onder = _onder_beleid(stap, gegeven) if regel and regel.termijn is None else None
    return onder or ja(f"{gegeven}, omdat: {reden}", stap.plek("antwoordtermijn"))


def _onder_beleid(stap: Stap, gegeven: Duur) -> Uitspraak | None:
    """J39 leaves the term of a plan to the request: what is the least then is our own policy."""
    beleid = termijnbeleid(stap.register, stap.dag)
    minst = beleid.verbeterplan
    if minst is None or not _eindigt_eerder(stap, gegeven, minst, "verbeterplan"):
        return None
    zin = f"{gegeven} is korter dan ons beleid van {minst}"
    return nee(zin, stap.plek("antwoordtermijn"))


def _loopt_verzoek(stap: Stap, regel: Regimetermijn, duur: Duur | None) -> Uitspraak | None:
    """An earlier request that nobody answered, and that gives longer (3:35 BW)."""
    if duur is None:
        return None
    dag = vermoede_ontvangst(stap.register, stap.regime, stap.dag)
    tot = bereken(dag, duur, kalender_op(stap.register, dag, stap.contract, regel.soort)).uiterlijk
    for m in stap.eerdere():
        z = m.genomen
        zelfde = z.record.instrument == stap.instrument.instrument
        if not zelfde or not m.loopt or not {*stap.ids()} & {*z.record.tekortkomingen}:
            continue
        eerder = termijn(z, regel, termijnduur(z, regel)[0]).uiterlijk
        antwoorden = (*z.bij(Verbeterplan), *z.bij(Reactie))
        if eerder and eerder > tot and not antwoorden:
            zin = f"de termijn van {z.maatregel.stam} loopt tot en met {datum_vol(eerder)}"
            return nee(f"{zin}; geef ten minste zo lang, of trek die eerst in", stap.plek())
    return None


def _korter(stap: Stap, gegeven: Duur, regel: Regimetermijn) -> bool:
    return regel.termijn is not None and _eindigt_eerder(stap, gegeven, regel.termijn, regel.soort)


def _eindigt_eerder(stap: Stap, een: Duur, ander: Duur, soort: str) -> bool:
    """Whether one term ends before another that begins on the same day."""
    dag = vermoede_ontvangst(stap.register, stap.regime, stap.dag)
    kalender = kalender_op(stap.register, dag, stap.contract, soort)
    return bereken(dag, een, kalender).uiterlijk < bereken(dag, ander, kalender).uiterlijk


def eis_genoemd(stap: Stap) -> Uitspraak:  # J40, S14
    """Bij elke tekortkoming staat wat wordt geëist."""
    return alle(
        ja(f"{t.id}: {t.eis}")
        if t.eis
        else nee(f"{t.id}: er staat niet wat er moet verbeteren ('eis')")
        for t in stap.tekortkomingen
    )


def hersteltermijn(stap: Stap) -> Uitspraak:  # J40, S14
    """Per tekortkoming een redelijke termijn, of de grond waarop geen termijn nodig is."""
    if stap.voorstel is None:
        return vraagt(
            "noem per tekortkoming de termijn en waarom die redelijk is, met "
            '--hersteltermijn "tekortkoming=… termijn=… redelijk=…"',
            "hersteltermijnen",
        )
    if grond := stap.voorstel.verzuimgrond:
        if mis := _mist_aan_grond(stap, grond):
            return nee(mis, stap.plek("verzuimgrond"))
        return ja(f"geen termijn nodig: {grond.artikel} BW", stap.plek("verzuimgrond"))
    gegeven = Counter(rij.tekortkoming for rij in stap.voorstel.hersteltermijnen)
    mist = [id_ for id_ in stap.ids() if id_ not in gegeven]
    if mist:
        return nee(f"zonder hersteltermijn: {', '.join(mist)}", stap.plek("hersteltermijnen"))
    # J40, S14: one term for each; of two nobody knows until when he has
    if dubbel := [id_ for id_, aantal in gegeven.items() if aantal > 1]:
        zin = f"meer dan één hersteltermijn: {', '.join(dubbel)}"
        return nee(zin, stap.plek("hersteltermijnen"))
    gesteld = ja("elke tekortkoming heeft een termijn", stap.plek("hersteltermijnen"))
    return _te_kort(stap) or gesteld


def _mist_aan_grond(stap: Stap, grond: Verzuimgrond) -> str | None:
    """What default without a term still asks (6:83 BW): a fatal day and its clause, or their word.

    Haste is no fatal day, and that they will fail is what they said, not what we think.
    """
    vraagt_ = {
        "6:83 onder a": (("clausule", "dag"), "de bepaling en haar dag"),
        "6:83 onder c": (("dag",), "de dag waarop de aanbieder zei dat hij tekort zal schieten"),
    }
    velden, wat = vraagt_.get(grond.artikel, ((), ""))
    if not all(getattr(grond, veld) for veld in velden):
        vorm = " ".join(f"{veld}=…" for veld in velden)
        return f"{grond.artikel} vraagt {wat} (--verzuimgrond {vorm})"
    if velden and grond.dag and grond.dag > stap.dag:
        return f"{grond.artikel}: {datum_vol(grond.dag)} is nog niet geweest"
    return None


def _te_kort(stap: Stap) -> Uitspraak | None:
    """A cure term under our own least, or that ends before one that still runs (J40, 3:35 BW).

    What is reasonable has no scale in the law or the contract (6:82 lid 1 BW): without a least of
    our own it is a question.
    """
    assert stap.voorstel is not None
    beleid = termijnbeleid(stap.register, stap.dag)
    dag = vermoede_ontvangst(stap.register, stap.regime, stap.dag)
    kalender = kalender_op(stap.register, dag, stap.contract, "herstel")
    regels = regimetermijnen(stap.contract, "herstel", instrument=stap.instrument.instrument)
    grenzen = [(r.minstens or r.termijn, r.grond.eis) for r in regels]
    van_contract = next(((duur, eis) for duur, eis in grenzen if duur), None)
    minst = beleid.herstel
    for nummer, rij in enumerate(stap.voorstel.hersteltermijnen):
        plek = stap.plek("hersteltermijnen", nummer)
        tot = bereken(dag, rij.termijn, kalender).uiterlijk
        if van_contract and _eindigt_eerder(stap, rij.termijn, van_contract[0], "herstel"):
            zin = f"{rij.termijn} is korter dan de {van_contract[0]} van het contract"
            return nee(f"{rij.tekortkoming}: {zin} ({van_contract[1]})", plek)
        if minst and _eindigt_eerder(stap, rij.termijn, minst, "herstel"):
            zin = f"{rij.termijn} is korter dan ons beleid van {minst}"
            return nee(f"{rij.tekortkoming}: {zin}", plek)
        if wanneer := _loopt_langer(stap, rij.tekortkoming, tot):
            zin = f"{rij.tekortkoming}: de termijn van {wanneer}; geef ten minste zo lang, of trek "
            return nee(f"{zin}die eerst in", plek)
    if minst is None and van_contract is None:
        return onbekend(
            "of de termijn lang genoeg is, is niet te zeggen zonder eigen minimum "
            "(organisatie.yaml, termijnbeleid, herstel)",
            stap.plek("hersteltermijnen"),
        )
    return None


def _loopt_langer(stap: Stap, tekortkoming: str, tot: date) -> str | None:
    """Which earlier cure term stands still, or runs longer than until a day."""
    eigen = stap.maatregel.pad if stap.maatregel else ""
    for ander in eerder_gegeven(stap.blik, stap.escalatie, tekortkoming, stap.dag, eigen):
        wie = ander.genomen.maatregel.stam
        if ander.stil:
            return f"{wie} staat stil"
        if ander.uiterlijk and ander.uiterlijk > tot:
            return f"{wie} loopt tot en met {datum_vol(ander.uiterlijk)}"
    return None


def eigen_nakoming(stap: Stap) -> Uitspraak:
    """Wij komen onze eigen verplichtingen na (6:59 en 6:266 BW)."""
    if stap.voorstel is None:
        return vraagt(
            "zeg of wij onze eigen verplichtingen nakomen (--eigen-verplichtingen)",
            "eigen_verplichtingen",
        )
    antwoord = stap.voorstel.eigen_verplichtingen
    zin = {
        "ja": "wij komen zelf na",
        "nee": "wij komen zelf niet na",
        "onbekend": "onbekend of wij zelf nakomen",
    }[antwoord]
    return {"ja": ja, "nee": nee, "onbekend": onbekend}[antwoord](
        zin, stap.plek("eigen_verplichtingen")
    )


def grond_genoemd(stap: Stap) -> Uitspraak:  # S17, S18, S19
    """De maatregel noemt een van de gronden van het contract."""
    namen = ", ".join(grond.id for grond in stap.instrument.gronden)
    eigen = "een eigen grond" if stap.instrument.eigen_gronden == "ja" else ""
    keuze = " of ".join(filter(None, (namen, eigen)))
    if stap.voorstel is None:
        return vraagt(f"noem een grond (--grond): {keuze}", "gronden")
    goed = van_deel("gronden").zegt(stap.voorstel, stap.instrument)
    if not goed:
        return nee(f"geen van de gronden is genoemd: {keuze}", stap.plek("gronden"))
    # S18: who judged himself that it was cured, cannot say that cure proved impossible
    rust = [g for g in stap.instrument.gronden if g.id in goed and g.vervalt_na_herstel == "ja"]
    if rust and (hersteld := niet_hersteld(stap)).antwoord == "nee":
        titels = ", ".join(f"'{grond.titel}'" for grond in rust)
        return nee(f"de grond {titels} klopt niet: {hersteld.tekst}", stap.plek("gronden"))
    return ja(", ".join(goed), stap.plek("gronden"))
