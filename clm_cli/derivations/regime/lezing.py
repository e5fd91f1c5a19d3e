"""Floor 4, lezing: what hangs on the answer to an open question of a contract."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.regime.proef import Proef, Proefstap
from clm_cli.derivations.regime.proeftermijn import Proeftermijn
from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel
from clm_cli.records.regime import (
    Lezingkeuze,
    Regime,
    Regimeinstrument,
    Regimetermijn,
    Vraag,
    Vraagregel,
)
from clm_cli.records.schema import beschrijvingen
from clm_cli.records.verwijzingen import delen, langs
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.woorden import met_kleine_letter

WEG = "er niet"
"""What stands where there is nothing under one of two readings."""
_SOORT = {"hard": "vereist", "gemotiveerd": "met reden af te wijken", "vervalt": "niet gevraagd"}


@value
class Hangtaf:
    """A line of the contract that the answer decides: where it stands, and what it is for each."""

    waar: str
    per: tuple[tuple[str, str], ...]
    """Each choice with what stands there under it."""


@value
class Verandering:
    """What is otherwise in a case under another reading."""

    waar: str
    was: str
    wordt: str


def hangt_af(regime: Regime, vraag: Vraag) -> tuple[Hangtaf, ...]:
    """Every term, condition and rule that the answer to a question decides."""
    uit: list[Hangtaf] = []
    for sleutel, deel in delen(regime):
        per = _per_keuze(deel, vraag)
        if per and (waar := _waar(regime, sleutel, deel)):
            uit.append(Hangtaf(waar, per))
        if isinstance(deel, Regimeinstrument):
            uit += _voorwaarden(deel, vraag)
    return tuple(uit)


def zelfde_gevolg(regime: Regime, vraag: Vraag) -> tuple[tuple[str, str], ...]:
    """The pairs of answers that make no difference to each other."""
    rijen = [dict(rij.per) for rij in hangt_af(regime, vraag)]
    namen = [keuze.keuze for keuze in vraag.keuzes]
    return tuple(
        (een, ander)
        for nr, een in enumerate(namen)
        for ander in namen[nr + 1 :]
        if rijen and all(rij[een] == rij[ander] for rij in rijen)
    )


def _per_keuze(deel: Deel, vraag: Vraag) -> tuple[tuple[str, str], ...]:
    """What stands at a part under each answer; nothing where it does not hang on the question."""
    if getattr(deel, "vraag", None) != vraag.id:
        return ()
    if isinstance(deel, Regimetermijn):
        return tuple((k.keuze, f"vanaf {k.keuze.replace('-', ' ')}") for k in vraag.keuzes)
    if isinstance(deel, Vraagregel):
        return tuple((k.keuze, k.keuze.replace("-", " ")) for k in vraag.keuzes)
    if isinstance(deel, Lezingkeuze):
        eigen = deel.keuze
        return tuple((k.keuze, "ja" if k.keuze == eigen else "nee") for k in vraag.keuzes)
    return ()


def _voorwaarden(instrument: Regimeinstrument, vraag: Vraag) -> Iterator[Hangtaf]:
    eigen = instrument.voorwaarden
    rijen = [rij for rij in eigen.lezingen if rij.vraag == vraag.id]
    for naam in dict.fromkeys(rij.voorwaarde for rij in rijen):
        begin = "hard" if naam in eigen.hard else "gemotiveerd"
        wordt = {rij.keuze: rij.wordt for rij in rijen if rij.voorwaarde == naam}
        per = tuple((k.keuze, _SOORT[wordt.get(k.keuze, begin)]) for k in vraag.keuzes)
        yield Hangtaf(f"{instrument.titel}, voorwaarde {naam}", per)


def _waar(regime: Regime, sleutel: Sleutel, deel: Deel) -> str:
    """The place in words: of what it is, and what its field decides."""
    _, *op_weg = langs(regime, sleutel)
    namen = [naam for d in op_weg if (naam := getattr(d, "titel", None))]
    bij = namen[-1] if namen else str(sleutel[0]).replace("_", " ")
    if isinstance(deel, Regimetermijn):
        return f"{bij}, begin"
    veld = next(str(s) for s in reversed(sleutel) if isinstance(s, str))
    over = beschrijvingen(type((regime, *op_weg)[-2])).get(veld, veld)
    return f"{bij}, {met_kleine_letter(over).rstrip('.')}"


def anders(eerst: Proef, straks: Proef) -> tuple[Verandering, ...]:
    """What differs between the made-up case under two readings."""
    was, wordt = dict(_trekken(eerst)), dict(_trekken(straks))
    return tuple(
        Verandering(waar, was.get(waar, WEG), wordt.get(waar, WEG))
        for waar in dict.fromkeys((*was, *wordt))
        if was.get(waar) != wordt.get(waar)
    )


def _trekken(proef: Proef) -> Iterator[tuple[str, str]]:
    for stap in proef.stappen:
        yield from _van_stap(proef.regime, stap)
    for rij in proef.termijnen:
        yield rij.titel, _loopt(rij)


def _van_stap(regime: Regime, stap: Proefstap) -> Iterator[tuple[str, str]]:
    kop = f"trede {stap.trede.trede}, " if regime.kent_treden else ""
    kop += stap.instrument.titel
    yield f"{kop}: eerste dag", datum_vol(stap.dag)
    for naam, _, hard in stap.poort:
        yield f"{kop}: voorwaarde {naam}", _SOORT["hard" if hard else "gemotiveerd"]
    yield f"{kop}: direct, met horen achteraf", "kan" if stap.direct else "kan niet"
    for nr, rij in enumerate(stap.termijnen):
        eerder = sum(r.titel == rij.titel for r in stap.termijnen[:nr])
        yield f"{kop}: {rij.titel}{f' ({eerder + 1})' if eerder else ''}", _loopt(rij)


def _loopt(rij: Proeftermijn) -> str:
    if rij.van is None or rij.uiterlijk is None:
        return f"vanaf {rij.begin or 'onbekend'}, zonder dag"
    return f"van {datum_vol(rij.van)} tot en met {datum_vol(rij.uiterlijk)}"
