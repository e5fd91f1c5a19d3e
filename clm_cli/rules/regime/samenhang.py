"""Floor 5, samenhang: what a quotation says of another part of the regime than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.meldingen import Sleutel
from clm_cli.records.regime import Regimetermijn, Trede
from clm_cli.rules.regime.blik import Regimeblik
from clm_cli.rules.regime.kenwoorden import OP_TIJD, TREDEN

Botsing = tuple[Sleutel, str, str]
"""A place, what is wrong there, and the quotation that says otherwise."""
_STAM = 5
"""So many letters of a word say which word it is, however it is bent."""


def botsingen(blik: Regimeblik) -> Iterator[Botsing]:
    """Every part that the quotation of another part speaks against."""
    yield from _titels(blik)
    yield from _bezwaar(blik)
    yield from _aangetekend(blik)
    yield from _op_tijd(blik)


def _titels(blik: Regimeblik) -> Iterator[Botsing]:
    """A trede with the name of another: no word in its own clause, and one in that of another."""
    treden = blik.regime.treden if blik.regime.kent_treden else ()
    for nr, trede in enumerate(treden):
        if trede.trede == 0 or _eigen_titel(trede, trede):
            continue
        passend = [a for a in treden if a is not trede and _eigen_titel(trede, a)]
        # another clause may well mention it: it is that trede where two have one name, or swapped
        ander = next((a for a in passend if a.titel == trede.titel or not _eigen_titel(a, a)), None)
        if ander is not None:
            zin = f"trede {trede.trede} heet '{trede.titel}', en dat is trede {ander.trede}"
            yield ("treden", nr, "titel"), zin, trede.grond.tekst


def _eigen_titel(titel_van: Trede, tekst_van: Trede) -> bool:
    """Whether a word of the name of a trede stands in the clause of one."""
    woorden = re.findall(rf"\w{{{_STAM},}}", titel_van.titel.lower())
    return any(woord[:_STAM] in tekst_van.grond.tekst.lower() for woord in woorden)


def _bezwaar(blik: Regimeblik) -> Iterator[Botsing]:
    """An objection against other measures than its clause names by their trede."""
    for nr, termijn in enumerate(blik.regime.termijnen):
        if termijn.soort != "bezwaar":
            continue
        mag = _waartegen(blik, termijn)
        for _, trede, instrument in blik.instrumenten:
            naam = instrument.instrument
            kan = naam in termijn.instrumenten
            if mag is not None and kan != (trede.trede in mag):
                wat = "staat erbij" if kan else "staat er niet bij"
                zin = f"bezwaar: {naam} {wat}, en het citaat zegt anders (trede {trede.trede})"
                yield ("termijnen", nr, "instrumenten"), zin, termijn.grond.tekst


def _waartegen(blik: Regimeblik, termijn: Regimetermijn) -> set[int] | None:
    """The treden against which an objection can be made; None where the clause names none."""
    tekst = termijn.grond.tekst
    formeel = {t.trede for t in blik.regime.treden if t.formeel == "ja"}
    if re.search(r"\bformele maatregel", tekst):
        return formeel
    nummers = {int(n) for rij in re.findall(TREDEN, tekst) for n in re.findall(r"\d+", rij)}
    if re.search(r"\bvanaf\b[^.]*\btrede \d", tekst) and nummers:
        return {t.trede for t in blik.regime.treden if t.trede >= min(nummers)}
    return nummers or None


def _aangetekend(blik: Regimeblik) -> Iterator[Botsing]:
    """A measure that goes by registered letter, whose letter does not have to say so."""
    plaats = {rij.brief: nr for nr, rij in enumerate(blik.regime.brieven)}
    heeft = {r.brief: {e.element for e in r.elementen} for r in blik.regime.brieven}
    for _, trede, instrument in blik.instrumenten:
        tekst = (instrument.grond or trede.grond).tekst
        brief = instrument.brief
        if brief in heeft and "aangetekende" in tekst and "aangetekend" not in heeft[brief]:
            zin = f"de brief {brief} hoeft niet aangetekend, en het citaat zegt van wel"
            yield ("brieven", plaats[brief], "elementen"), zin, tekst


def _op_tijd(blik: Regimeblik) -> Iterator[Botsing]:
    """What has to have happened on the last day of an objection, by the clause with its term."""
    regels = blik.regime.bezwaar
    waarde = regels.op_tijd.regel if regels else None
    for termijn in blik.regime.termijnen if waarde else ():
        if termijn.soort == "bezwaar":
            tekst = termijn.grond.tekst
            zegt = [naam for naam, kent in OP_TIJD.items() if re.search(kent, tekst)]
            if zegt and waarde not in zegt:
                zin = f"op_tijd: hier staat {waarde}, en het citaat wijst op {zegt[0]}"
                yield ("bezwaar", "op_tijd", "regel"), zin, tekst
