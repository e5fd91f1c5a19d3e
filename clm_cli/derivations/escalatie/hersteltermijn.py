"""Floor 4, hersteltermijn: how a cure term runs: still, moved by us, or on again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.post import meegedeeld
from clm_cli.derivations.escalatie.bezwaren import beslissingen, regeling
from clm_cli.derivations.escalatie.opschorting import bezwaarschorsingen, schorst
from clm_cli.derivations.escalatie.schorsingsbesluit import Stilgezet, besloten_stil, onbevoegd
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, nee
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
)
from clm_cli.derivations.termijnen import Termijn, kalender_op, regel_van
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import (
    Aanpassing,
    Beslissing,
    Bezwaar,
    Hervatting,
    Schorsing,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import werkdagen_tussen
from clm_cli.tijd.termijn import Berekening, Duur, Eenheid, bereken
from clm_cli.value import value

Hersteld = Literal["hersteld", "deels", "niet", "onbekend"]


_GEEN = nee("")


@value(kw_only=True)
class Herstelstand(Termijn):
    """The cure term of one shortcoming under one measure as it runs now, recovery and default."""

    genomen: Genomen
    tekortkoming: str
    termijn: Termijn | None = None
    """As it was given; None when default needs no term (6:82 lid 2, 6:83 BW)."""
    stil: Reden | None = None
    rest: int | None = None
    """What was left when the term stood still: working days, or days where the term is on the
    calendar."""
    herstel: Hersteld = "onbekend"
    beoordeeld: date | None = None
    """When that was judged last."""
    verzuim: Uitspraak = _GEEN
    vanaf: date | None = None
    te_vroeg: tuple[Reden, ...] = ()
    """New days that were given but would shorten the term, and so do not count, or that were
    already over."""

    @property
    def geteld(self) -> Berekening | None:
        """How it was counted as it was given; None where it had no length, or no start."""
        return self.termijn.berekening if self.termijn else None


@value
class Nieuwedag:
    """A new day for a shortcoming, and when it was told."""

    verteld: date
    dag: date
    plek: Plek
    voorlopig: bool = False
    """Whether the receipt of the letter with it is assumed."""
    onbevoegd: bool = False
    """Whether it was decided by who might not take the measure."""


def zoals_zij_loopt(rij: Herstelstand) -> Herstelstand:
    """The cure term after what an objection or our own decision did to it.

    It stands still, is unknown, was moved, or runs on.
    """
    stukken, effect = _stilstand(rij)
    dagen, verzwegen = _nieuwe_dagen(rij.genomen, rij.tekortkoming)
    for nieuw in dagen:
        gegeven = nieuw.verteld
        eerder = [stuk for stuk in stukken if stuk[0] <= gegeven]
        # what stood still when the day was given, and went on after it, takes nothing from them
        gold = _na_stilstand(rij, [(van, tot or gegeven, f) for van, tot, f in eerder]).uiterlijk
        if wacht := _wacht(nieuw, gold, eerder):
            rij = replace(rij, omdat=(*rij.omdat, wacht))
            continue
        # A day that is given settles all that went before it.
        stukken = [stuk for stuk in stukken if stuk[0] > gegeven]
        rij = _verplaatst(rij, gold, nieuw)
        if nieuw.dag < gegeven:
            zin = f"was al voorbij toen hij op {datum_vol(gegeven)} werd gegeven"
            laat = Reden(f"de nieuwe dag {datum_vol(nieuw.dag)} {zin}", nieuw.plek)
            rij = replace(rij, te_vroeg=(*rij.te_vroeg, laat))
    nu_stil = next((stuk for stuk in stukken if stuk[1] is None), None)
    if nu_stil is not None:
        return _stil(rij, nu_stil[0], nu_stil[2])
    if effect.antwoord == "onbekend":
        return replace(rij, uiterlijk=None, omdat=(*rij.omdat, *effect.omdat))
    rij = _na_stilstand(rij, [(van, tot, feit) for van, tot, feit in stukken if tot is not None])
    return _met_verzwegen(rij, verzwegen)


def _wacht(nieuw: Nieuwedag, gold: date | None, eerder: list[Stilgezet]) -> Reden | None:
    """Why a new day does not count yet: what makes the term stand still goes on.

    Our letter says that the term stands still until we react to the objection, with no less left
    than there was (3:35 BW); and a day that shortens the term, or that was given by who may not,
    ends no suspension of our own.
    """
    loopt = [feit for _, tot, feit in eerder if tot is None]
    te_vroeg = gold is not None and nieuw.dag < gold
    if not any(is_een(feit, Bezwaar) or te_vroeg or nieuw.onbevoegd for feit in loopt):
        return None
    zin = f"de nieuwe dag {datum_vol(nieuw.dag)} telt niet zolang de termijn stilstaat"
    return Reden(zin, nieuw.plek)


def met_stilstand(genomen: Genomen, gegeven: Termijn) -> Herstelstand:
    """Another term of a measure after what an objection did to it, where the contract says that.

    What was left runs on by the contract itself, so that its day is no guess of ours.
    """
    rij = Herstelstand(genomen=genomen, tekortkoming="", termijn=gegeven).met(gegeven)
    regels = regeling(genomen)
    punt = regels.andere_termijnen if regels else None
    leest = regel_van(genomen.register, genomen.contract.regime, punt, genomen.record.datum)
    start = gegeven.berekening.start if gegeven.berekening else None
    if leest != "staat-stil" or gegeven.uiterlijk is None or start is None:
        return rij
    stukken = [(s.van, s.tot, s.bezwaar) for s in bezwaarschorsingen(genomen, None)]
    stukken = [stuk for stuk in stukken if stuk[1] is None or stuk[1] > start]
    if nu := next((stuk for stuk in stukken if stuk[1] is None), None):
        return replace(_stil(rij, nu[0], nu[2]), uiterlijk=None, berekening=None)
    effect = schorst(genomen, None)
    if effect.antwoord == "onbekend":
        return replace(rij, uiterlijk=None, omdat=(*rij.omdat, *effect.omdat))
    uit = _na_stilstand(rij, [(van, tot, feit) for van, tot, feit in stukken if tot is not None])
    verschoven = uit.uiterlijk != rij.uiterlijk
    berekening = None if verschoven else gegeven.berekening
    return replace(uit, voorlopig=gegeven.voorlopig, berekening=berekening)


def _met_verzwegen(rij: Herstelstand, dagen: list[Nieuwedag]) -> Herstelstand:
    """A longer term that we decided on and did not tell yet: nothing may be lost before it."""
    for nieuw in dagen:
        if rij.uiterlijk is None or nieuw.dag > rij.uiterlijk:
            zin = f"de nieuwe dag {datum_vol(nieuw.dag)} is besloten en nog niet meegedeeld"
            rij = replace(rij, voorlopig=True, omdat=(*rij.omdat, Reden(zin, nieuw.plek)))
    return rij


def _stilstand(rij: Herstelstand) -> tuple[list[Stilgezet], Uitspraak]:
    """The stretches in which the term stood still, and whether an objection holds it up now.

    Where the contract is read so that a term runs on during an objection (J47), only our own
    decisions stop it.
    """
    genomen, regels = rij.genomen, regeling(rij.genomen)
    stukken = besloten_stil(genomen, rij.tekortkoming)
    leest = regel_van(
        genomen.register,
        genomen.contract.regime,
        regels.hersteltermijn if regels else None,
        genomen.record.datum,
    )
    if leest == "loopt-door":
        return stukken, nee("")
    stukken += [(s.van, s.tot, s.bezwaar) for s in bezwaarschorsingen(genomen, rij.tekortkoming)]
    return stukken, schorst(genomen, rij.tekortkoming)


def _nieuwe_dagen(genomen: Genomen, tekortkoming: str) -> tuple[list[Nieuwedag], list[Nieuwedag]]:
    """The new days of decisions, resumptions and changes as they were told; and the others.

    A new day works when the letter with it has reached the provider (3:37 lid 3 BW).
    """
    bronnen: list[Bestand[Hervatting] | Bestand[Aanpassing] | Bestand[Beslissing]] = [
        *genomen.bij(Hervatting),
        *genomen.bij(Aanpassing),
    ]
    bronnen += [
        f for schorsing in genomen.bij(Schorsing) for f in genomen.bij(Hervatting, schorsing)
    ]
    bronnen += [f for bezwaar in genomen.bij(Bezwaar) for f in beslissingen(genomen, bezwaar)]
    verteld, verzwegen = [], []
    for feit in bronnen:
        anker = meegedeeld(genomen.register, genomen.dossier, feit)
        for nr, rij in enumerate(feit.record.nieuwe_data):
            if rij.tekortkoming != tekortkoming:
                continue
            plek = feit.plek("nieuwe_data", nr)
            if anker is None or anker.datum > genomen.vandaag:
                verzwegen.append(Nieuwedag(feit.record.datum, rij.uiterlijk, plek))
            else:
                zonder = onbevoegd(genomen, feit)
                verteld.append(Nieuwedag(anker.datum, rij.uiterlijk, plek, anker.voorlopig, zonder))
    return sorted(verteld, key=lambda rij: (rij.verteld, rij.dag)), verzwegen


def _verplaatst(rij: Herstelstand, gold: date | None, nieuw: Nieuwedag) -> Herstelstand:
    """The term with a new day: the later holds, as we never shorten what was given (J40)."""
    dag, plek = nieuw.dag, nieuw.plek
    # J40: our own letter set this term; shortening it would take back what it gave (3:35 BW).
    if gold is None or gold <= dag:
        return replace(
            rij,
            uiterlijk=dag,
            voorlopig=nieuw.voorlopig,
            omdat=(*rij.omdat, Reden(f"de nieuwe dag is {datum_vol(dag)}", plek)),
        )
    reden = Reden(
        f"de nieuwe dag {datum_vol(dag)} is vroeger dan {datum_vol(gold)}; de latere dag geldt",
        plek,
    )
    return replace(rij, uiterlijk=gold, omdat=(*rij.omdat, reden), te_vroeg=(*rij.te_vroeg, reden))


def _na_stilstand(
    rij: Herstelstand, stukken: list[tuple[date, date, Bestand[Deel]]]
) -> Herstelstand:
    for van, tot, feit in _aaneen(stukken):
        rij = _hervat(rij, van, tot, feit)
    return rij


def _aaneen(
    stukken: list[tuple[date, date, Bestand[Deel]]],
) -> list[tuple[date, date, Bestand[Deel]]]:
    """Stretches that overlap as one, so that no day stands still twice."""
    uit: list[tuple[date, date, Bestand[Deel]]] = []
    for van, tot, feit in sorted(stukken, key=lambda stuk: (stuk[0], stuk[1], stuk[2].pad)):
        if uit and van <= uit[-1][1]:
            uit[-1] = (uit[-1][0], max(tot, uit[-1][1]), uit[-1][2])
        else:
            uit.append((van, tot, feit))
    return uit


def _eenheid(rij: Herstelstand) -> Eenheid:
    """In what the rest of a term is counted.

    A term of weeks or months never becomes one of working days.
    """
    eenheid = rij.geteld.duur.eenheid if rij.geteld else Eenheid.WERKDAGEN
    return Eenheid.WERKDAGEN if eenheid is Eenheid.WERKDAGEN else Eenheid.DAGEN


def _rest(rij: Herstelstand, dag: date) -> int | None:
    if rij.uiterlijk is None:
        return None
    # J47: who objects before the letter came has the whole term left, and no more than that.
    if rij.geteld:
        dag = max(dag, rij.geteld.start)
    if _eenheid(rij) is Eenheid.DAGEN:
        return max(0, (rij.uiterlijk - dag).days)
    genomen = rij.genomen
    return max(
        0,
        werkdagen_tussen(
            dag, rij.uiterlijk, kalender_op(genomen.register, dag, genomen.contract, "herstel")
        ),
    )


def _stil(rij: Herstelstand, dag: date, feit: Bestand[Deel]) -> Herstelstand:
    rest = _rest(rij, dag)
    over = f"; er waren nog {rest} {_eenheid(rij)}" if rest is not None else ""
    reden = Reden(f"de termijn staat stil sinds {datum_vol(dag)}{over}", feit.plek())
    return replace(rij, stil=reden, rest=rest, omdat=(*rij.omdat, reden))


def _hervat(rij: Herstelstand, van: date, tot: date, feit: Bestand[Deel]) -> Herstelstand:
    """A term that runs on without a new day: at least the rest, provisional until one is given."""
    # Policy: what was left is the least they get back; the contract says nothing on it (J47).
    rest = _rest(rij, van)
    if not rest:
        return rij
    genomen, eenheid = rij.genomen, _eenheid(rij)
    dag = bereken(
        tot, Duur(rest, eenheid), kalender_op(genomen.register, tot, genomen.contract, "herstel")
    ).uiterlijk
    reden = Reden(
        (
            f"stond stil tot {datum_vol(tot)}; de {rest} {eenheid} die over waren, eindigen op "
            f"{datum_vol(dag)}; er is geen nieuwe dag meegedeeld"
        ),
        feit.plek(),
    )
    return replace(rij, uiterlijk=dag, voorlopig=True, omdat=(*rij.omdat, reden))
