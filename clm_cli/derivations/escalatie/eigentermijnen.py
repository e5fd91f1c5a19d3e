"""Floor 4, eigentermijnen: terms of the contract's own: what starts, what ends, what then."""

from __future__ import annotations

from datetime import date
from typing import Literal

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.brieven.post import ontvangst, vervangen_door
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand, met_stilstand
from clm_cli.derivations.escalatie.maatregeltermijnen import (
    ANTWOORDEN,
    gesprekken,
    gespreksanker,
    termijn,
    termijnduur,
)
from clm_cli.derivations.escalatie.planregel import oordelen_over, plannen
from clm_cli.derivations.escalatie.zaken import Genomen, genomen_in
from clm_cli.derivations.termijnen import Anker, begin_van, regimetermijnen
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import Afstemming, Beoordeling, Herstel
from clm_cli.records.regime import Begin, Regimetermijn
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

Loop = Literal["niet begonnen", "loopt", "staat stil", "gedaan", "verstreken", "onbekend"]
_ENKEL: dict[str, type[Herstel | Afstemming]] = {
    "herstelmelding": Herstel,
    "afstemming": Afstemming,
}


@value
class Verloop:
    """A term of a measure with what came of it."""

    regel: Regimetermijn
    termijn: Herstelstand
    loop: Loop
    feit: Bestand[Deel] | None = None
    """What ended it in time, or came after its last day."""
    dag: date | None = None
    """The day of that."""

    @property
    def tekst(self) -> str:
        """Its state in a sentence."""
        titel, dag = self.regel.titel, self.termijn.uiterlijk
        if self.loop == "onbekend" or dag is None:
            return f"{titel}: {self.loop} ({self.termijn.omdat[-1].tekst})"
        return f"{titel}: {self.loop}, tot en met {datum_vol(dag)}"


def verloop(genomen: Genomen, regel: Regimetermijn) -> Verloop:
    """How a term of a measure runs, or ended."""
    begin, _ = begin_van(genomen.register, genomen.contract, regel, genomen.record.datum)
    anker, moet = _anker(genomen, regel, begin), begin in EIGEN_BEGIN
    if moet and anker is None:
        leeg = Herstelstand(genomen=genomen, tekortkoming="", omdat=(_wacht(genomen, begin),))
        return Verloop(regel, leeg, "niet begonnen")
    gegeven = termijn(genomen, regel, termijnduur(genomen, regel)[0], anker)
    if gegeven.uiterlijk is None:
        kaal = Herstelstand(genomen=genomen, tekortkoming="").met(gegeven)
        return Verloop(regel, kaal, "niet begonnen")
    stand = met_stilstand(genomen, gegeven)
    feiten, volgorde = _feiten(genomen, regel), lambda rij: (rij[0], rij[1].pad)
    dag, feit = min(feiten, key=volgorde, default=(None, None))
    return Verloop(regel, stand, _loop(genomen, stand, dag), feit, dag)


def _loop(genomen: Genomen, stand: Herstelstand, dag: date | None) -> Loop:
    if stand.stil:
        return "gedaan" if dag else "staat stil"
    if stand.uiterlijk is None:
        return "onbekend"
    if dag and dag <= stand.uiterlijk:
        return "gedaan"
    if genomen.vandaag <= stand.uiterlijk:
        return "loopt"
    # on an assumed start nobody loses a right (3:37 BW)
    return "onbekend" if stand.voorlopig else "verstreken"


def _anker(genomen: Genomen, regel: Regimetermijn, begin: str | None) -> Anker | None:
    """The event of the contract's own terms; None where another event starts the term."""
    if begin == "ontvangst-stuk":
        return _ontvangst_stuk(genomen, regel)
    if begin == "gesprek":
        return gespreksanker(genomen)
    if begin == "herstel-uitgebleven":
        oordelen = [
            f
            for f in genomen.bij(Beoordeling)
            if f.record.over == "herstel" and any(o.oordeel == "nee" for o in f.record.oordelen)
        ]
        feit = min(oordelen, key=naar_dag, default=None)
        zin = "beoordeeld dat herstel uitbleef op"
        return _feitanker(begin, feit, feit.record.datum, zin, "datum") if feit else None
    if begin == "plan-goedgekeurd":
        return _goedkeuring(genomen)
    if begin not in ("ontvangst-plan", "ontvangst-reactie"):
        return None
    soort = ANTWOORDEN["verbeterplan" if begin == "ontvangst-plan" else "reactie"]
    # a plan that was mended is a new plan: it is judged from its own day
    laatste = max(genomen.bij(soort), key=lambda f: (f.record.ontvangen, f.pad), default=None)
    if laatste is None:
        return None
    return _feitanker(begin, laatste, laatste.record.ontvangen, "binnengekomen op", "ontvangen")


EIGEN_BEGIN: tuple[Begin, ...] = (
    "gesprek",
    "ontvangst-plan",
    "plan-goedgekeurd",
    "ontvangst-reactie",
    "herstel-uitgebleven",
    "ontvangst-stuk",
)
"""What only a term of a contract's own can start with."""


def _feitanker(begin: str, feit: Bestand[Deel], dag: date, zin: str, veld: str) -> Anker:
    return Anker(begin, dag, Reden(f"{zin} {datum_vol(dag)}", feit.plek(veld)))


def _ontvangst_stuk(genomen: Genomen, regel: Regimetermijn) -> Anker | None:
    """The receipt of the letter of a kind that goes with the measure."""
    brieven = [
        brief
        for brief in genomen.dossier.brieven
        if brief.kaart.record.soort == regel.stuk
        and brief.kaart.record.bij
        and (doel := genomen.dossier.waarbij(brief.kaart))
        and doel.pad == genomen.maatregel.pad
        and vervangen_door(genomen.dossier, brief) is None
    ]
    ankers = [ontvangst(genomen.register, genomen.dossier, brief) for brief in brieven]
    return min((a for a in ankers if a), key=lambda anker: anker.datum, default=None)


def _goedkeuring(genomen: Genomen) -> Anker | None:
    """The day on which the plan was approved, or counts as approved by our silence."""
    begin = "plan-goedgekeurd"
    rijen = [f for f in _over_laatste(genomen) if _alles_ja(f)]
    if feit := min(rijen, key=naar_dag, default=None):
        return _feitanker(begin, feit, feit.record.datum, "het plan is goedgekeurd op", "datum")
    for rij in met_gevolg(genomen, "goedgekeurd"):
        if rij.loop == "verstreken" and (dag := rij.termijn.uiterlijk):
            zin = f"zonder oordeel goedgekeurd op {datum_vol(dag)}"
            return Anker(begin, dag, Reden(zin, genomen.maatregel.plek()))
    return None


def _over_laatste(genomen: Genomen) -> list[Bestand[Beoordeling]]:
    """What we said of the last plan: what was said of one before it judges that one alone."""
    return [f for plan in plannen(genomen)[-1:] for f in oordelen_over(genomen, plan)]


def _alles_ja(feit: Bestand[Beoordeling]) -> bool:
    return all(rij.oordeel == "ja" for rij in feit.record.oordelen)


def _wacht(genomen: Genomen, begin: str | None) -> Reden:
    return Reden(f"{(begin or '').replace('-', ' ')} is niet vastgelegd", genomen.maatregel.plek())


def _feiten(genomen: Genomen, regel: Regimetermijn) -> list[tuple[date, Bestand[Deel]]]:
    """What was to be done in the term, with its day."""
    tot = regel.tot or (regel.soort if regel.soort in ANTWOORDEN else None)
    if tot in ANTWOORDEN:
        return [(f.record.ontvangen, f) for f in genomen.bij(ANTWOORDEN[tot])]
    if tot == "gesprek":
        return list(gesprekken(genomen))
    if tot == "oordeel-plan":
        return [(f.record.datum, f) for f in _over_laatste(genomen)]
    if tot == "hersteld":
        oordelen = [f for f in genomen.bij(Beoordeling) if f.record.over == "herstel"]
        return [(f.record.datum, f) for f in oordelen if _alles_ja(f)]
    if tot == "maatregel":
        genomen_ = genomen_in(genomen.blik, genomen.escalatie)
        andere = [g for g in genomen_ if g.record.instrument in regel.stappen]
        return [(g.record.datum, g.maatregel) for g in andere if blijft(g)]
    model = _ENKEL.get(tot or "")
    if model is None:
        return []
    feiten = bij(genomen.dossier, genomen.escalatie, model, genomen.maatregel)
    return [(f.record.datum, f) for f in feiten]


def met_gevolg(genomen: Genomen, gevolg: str) -> tuple[Verloop, ...]:
    """The terms of a measure to whose passing the contract ties a consequence."""
    regels = regimetermijnen(genomen.contract, instrument=genomen.record.instrument)
    return tuple(verloop(genomen, regel) for regel in regels if regel.daarna == gevolg)


def goedgekeurd(genomen: Genomen) -> Reden | None:
    """That a plan counts as approved because nobody judged it in time."""
    for rij in met_gevolg(genomen, "goedgekeurd"):
        if rij.loop == "verstreken":
            zin = f"{rij.tekst}; het plan is goedgekeurd ({rij.regel.grond.eis})"
            return Reden(zin, genomen.maatregel.plek())
    return None


def afgekeurd(genomen: Genomen) -> Reden | None:
    """That the last plan counts as rejected because nobody judged it in time.

    A plan that came after that day was not rejected by it; a judgement of later goes first.
    """
    kwam = next((plan.record.ontvangen for plan in plannen(genomen)[-1:]), None)
    for rij in met_gevolg(genomen, "afgekeurd"):
        tot = rij.termijn.uiterlijk
        if rij.loop == "verstreken" and kwam and tot and kwam <= tot:
            zin = f"{rij.tekst}; het plan is afgekeurd ({rij.regel.grond.eis})"
            return Reden(zin, genomen.maatregel.plek())
    return None
