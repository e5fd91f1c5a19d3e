"""Floor 4, onuitgevoerd: what stays undone of an article that a regime carries out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clm_cli.derivations.brieven.getallen import gegevens
from clm_cli.derivations.regime.contracttekst import waar
from clm_cli.derivations.regime.waarden import getelde_duren, kern
from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.regime import Regime
from clm_cli.records.regimeregels import Bedragregel
from clm_cli.records.verwijzingen import delen, langs
from clm_cli.tijd.duur import Duur

_ZIN = re.compile(r"(?<=\.)\s+(?=[A-Z])|(?<=;)\s+")
_KOP = 3
"""Words in a sentence that is no more than a heading, such as the name of a trede."""

_NOG_IETS = 5
"""So many words behind a quotation are enough to rule something, such as an exception."""


def onuitgevoerd(
    regime: Regime, tekst: str, plaatsen: tuple[tuple[Grond, Sleutel], ...]
) -> tuple[str, ...]:
    """Of the words of an article: sentences that no place quotes, and values that none holds.

    The places are those that do something; what is only shown carries nothing out.
    """
    stukken = [stuk for grond, _ in plaatsen for stuk in waar(grond.tekst, tekst) or ()]
    if not stukken:  # quoted in other words, or not at all: then nothing can be said of sentences
        return ()
    waarden = {waarde for _, sleutel in plaatsen for waarde in _waarden(_deel(regime, sleutel))}
    uit: list[str] = []
    for van, tot in _zinnen(tekst):
        zin = tekst[van:tot]
        if len(zin.split()) < _KOP:
            continue
        einden = [einde for begin, einde in stukken if begin < tot and van < einde]
        if not einden:
            uit.append(f"'{zin}'")
            continue
        uit += [woord for waarde, woord in _genoemd(zin) if waarde not in waarden]
        # what stands before the quotation mostly names it; what follows may rule more
        rest = tekst[max(einden) : tot].strip(" ,")
        uit += [f"'… {rest}'"] if len(rest.split()) >= _NOG_IETS else []
    return tuple(dict.fromkeys(uit))


def _zinnen(tekst: str) -> Iterator[tuple[int, int]]:
    van = 0
    for grens in _ZIN.finditer(tekst):
        yield van, grens.start()
        van = grens.end()
    yield van, len(tekst)


def _deel(regime: Regime, sleutel: Sleutel) -> Deel:
    """The part of the regime that quotes a clause at a place: what holds the clause itself."""
    *boven, deel = langs(regime, sleutel[: -2 if isinstance(sleutel[-1], int) else -1])
    # an amount is limited by the rule that it is a post of
    return next((b for b in boven if isinstance(b, Bedragregel)), deel)


def _waarden(deel: Deel) -> Iterator[object]:
    """What was typed in a part and in all below it: a count may be one of periods."""
    for _, onder in delen(deel):
        for veld in onder.model_fields_set:
            waarde = getattr(onder, veld)
            for rij in waarde if isinstance(waarde, tuple) else (waarde,):
                if isinstance(rij, Duur | Decimal | int):
                    yield kern(rij)
                if isinstance(rij, int) and (maanden := _maanden(onder, veld)):
                    yield rij * maanden, "maanden"
                elif isinstance(rij, str):
                    yield _DAGEN.get(rij, rij)


_DAGEN = {"einde-jaar": "12-31"}
"""The words that say a day of the year."""


def _maanden(deel: Deel, veld: str) -> int:
    """How many months one is of what a part counts in; none where it counts no periods."""
    if veld == "eindigt_na":
        return 1
    lengten = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
    return lengten.get(str(getattr(deel, "periode", "")), 0) if veld in ("aantal", "venster") else 0


def _genoemd(zin: str) -> Iterator[tuple[object, str]]:
    """The terms, percentages, amounts and days of the year in a sentence, with their words."""
    for duur in getelde_duren(zin):
        yield kern(duur), str(duur)
    for rij in gegevens(zin):
        if rij.soort in ("percentage", "bedrag"):
            yield Decimal(rij.waarde), rij.tekst
        elif rij.soort == "datum":
            yield rij.waarde[-5:], rij.tekst
        elif rij.soort == "aantal" and rij.waarde.endswith(" uur"):
            yield rij.waarde, rij.tekst
