"""All reasons that the case states give, each once under a number of its own, and who gives them.

A reviewer reads `redenen.txt`: first the reasons, then a line for each state with the numbers of
its reasons. So a changed word is one changed line, and a reason that falls away or appears in a
state is seen there. A number stays with its reason: a reason that only changed its words keeps it
(it is given by the same states), and a new one takes the next number. `pytest --vernieuw
tests/ladder/test_toestanden.py` writes the sheet anew.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.uitspraak import Uitspraak
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst, verloren
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.escalatie import Aanpassing, Bezwaar
from tests.ladder.zaakbouw import (
    Antwoorden,
    genomen_regels,
    genomen_stap,
    lees_toestand,
    regels,
)

BLAD = Path(__file__).parent / "redenen.txt"
VERWANT = 0.6
"""How much two texts look alike (difflib) when one is the other with some words changed."""


def _plek(plek: Plek | None) -> str:
    if plek is None:
        return ""
    naam = plek.pad.rpartition("/")[2].removesuffix(".yaml").rstrip("0123456789")
    return f" @ {naam}{''.join(f'.{deel}' for deel in plek.sleutel)}"


def _reden(wat: str, reden: Reden) -> str:
    return f"{wat}: {reden.tekst}{_plek(reden.plek)}"


def _uitspraak(wat: str, u: Uitspraak) -> Iterable[str]:
    yield from (
        _reden(f"{wat} {u.antwoord}{' (noemen)' if u.invoer else ''}", reden) for reden in u.omdat
    )


def van_stap(voor: str, stap: Vervolgstap) -> set[str]:
    """What the conditions of one step say."""
    naam = f"{voor}{stap.stap.instrument.instrument}"
    return {
        regel
        for rij in stap.voorwaarden
        for regel in _uitspraak(f"{naam} {'' if rij.hard else '~'}{rij.naam}", rij.uitspraak)
    }


def van(a: Antwoorden) -> set[str]:
    """Every reason of one state: standing, terms, objections, conditions, what is due and was."""
    uit: set[str] = set()
    for m in a.stand.maatregelen:
        uit |= {_reden(f"maatregel {m.toestand}", r) for r in m.omdat}
        stap = getoetst(a.blik, a.escalatie, m.genomen.maatregel)
        uit |= van_stap("genomen ", stap) if stap else set()
        for feit in m.genomen.bij(Aanpassing):
            for weg in verloren(a.blik, a.escalatie, m.genomen.maatregel, feit):
                uit |= set(_uitspraak(f"verloren {weg.naam}", weg.uitspraak))
        for b in m.genomen.bij(Bezwaar):
            uit |= {
                *_uitspraak("op tijd", bezwaren.op_tijd(m.genomen, b)),
                *_uitspraak("schorst", opschorting.schorst(m.genomen, None)),
            }
    for stand in a.stand.herstel:
        uit |= {*(_reden("herstel", r) for r in stand.omdat), *_uitspraak("verzuim", stand.verzuim)}
        dagen = (
            f"tot {stand.uiterlijk}, voorlopig {stand.voorlopig}, rest {stand.rest}, verzuim "
            f"vanaf {stand.vanaf}, {stand.herstel}"
        )
        uit |= {f"stand {dagen}", *(_reden("te vroeg", r) for r in stand.te_vroeg)}
        uit |= {_reden("stil", stand.stil)} if stand.stil else set()
    for kan in a.stappen():
        uit |= van_stap("", kan)
    for punt in a.punten:
        wanneer = f"{punt.uiterlijk}{' vervalt' if punt.vervalt else ''}{' stil' * punt.stil}"
        uit |= {
            f"werk {punt.soort}: {punt.wat} | {punt.bij} | {punt.gevolg} | {punt.nu}",
            f"dag {punt.soort}: {wanneer} | {punt.grond}",
            *(_reden(f"werk {punt.soort}", r) for r in punt.omdat),
        }
    uit |= {f"afloop {rij.wat}: {rij.uitkomst} | {rij.bij}" for rij in afgelopen(a.stand)}
    return {" ".join(regel.split()) for regel in uit}


def naam_van(contract: str, eis: str, dag: str, feiten: str) -> str:
    """The name of a state: its row in the tables of states."""
    return f"{contract} {eis} | {dag} | {feiten}"


def toestanden() -> Iterator[tuple[str, set[str]]]:
    """Every state of the tables, with the reasons that clm gives for it now."""
    for contract in "JS":
        for eis, dag, feiten, _ in regels(contract):
            with tempfile.TemporaryDirectory() as map_:
                redenen = van(lees_toestand(Path(map_), contract, dag, feiten))
            yield naam_van(contract, eis, dag, feiten), _met_contract(contract, redenen)
    for eis, feiten, anders, _ in genomen_regels():
        with tempfile.TemporaryDirectory() as map_:
            redenen = van_stap("genomen ", genomen_stap(Path(map_), eis[0], feiten, anders))
        yield naam_van(eis[0], eis[2:], anders, feiten), _met_contract(eis[0], redenen)


def _met_contract(contract: str, redenen: Iterable[str]) -> set[str]:
    return {f"{contract} {reden}" for reden in redenen}


@dataclass(frozen=True, slots=True)
class Blad:
    """The sheet: the reasons by number, and the numbers that each state gives."""

    redenen: Mapping[int, str]
    toestanden: Mapping[str, frozenset[int]]

    @classmethod
    def lees(cls, tekst: str) -> Blad:
        """The sheet as it is written."""
        redenen = {int(n): r for n, r in re.findall(r"(?m)^ *(\d+) (.+)$", tekst)}
        rijen = re.findall(r"(?m)^= (.+) →((?: \d+)*)$", tekst)
        return cls(redenen, {naam: frozenset(map(int, n.split())) for naam, n in rijen})

    @property
    def tekst(self) -> str:
        """The sheet as a text: reasons by their words, states in the order of their tables."""
        op_woorden = sorted(self.redenen.items(), key=lambda rij: (rij[1], rij[0]))
        regels_ = [
            *(f"{nummer:4} {reden}" for nummer, reden in op_woorden),
            *(
                " ".join([f"= {naam} →", *map(str, sorted(nummers))])
                for naam, nummers in self.toestanden.items()
            ),
        ]
        return "\n".join(regels_) + "\n"

    def van(self, naam: str) -> set[str]:
        """The reasons of one state."""
        return {self.redenen[nummer] for nummer in self.toestanden[naam]}

    def vernieuwd(self, toestanden_: Mapping[str, set[str]]) -> Blad:
        """The sheet of these states, in which every reason keeps the number it had."""
        nummer_van = self._nummers(toestanden_)
        return Blad(
            {nummer: reden for reden, nummer in nummer_van.items()},
            {naam: frozenset(nummer_van[r] for r in rij) for naam, rij in toestanden_.items()},
        )

    def _nummers(self, toestanden_: Mapping[str, set[str]]) -> dict[str, int]:
        alle = set().union(*toestanden_.values())
        bekend = {reden: nummer for nummer, reden in self.redenen.items() if reden in alle}
        samen = self.toestanden.keys() & toestanden_.keys()
        weg = {
            reden: frozenset(naam for naam in samen if nummer in self.toestanden[naam])
            for nummer, reden in self.redenen.items()
            if reden not in alle
        }
        nieuw = {
            reden: frozenset(naam for naam in samen if reden in toestanden_[naam])
            for reden in alle - bekend.keys()
        }
        nummer_van_weg = {self.redenen[n]: n for n in self.redenen}
        for oud, reden in _herschreven(weg, nieuw):
            bekend[reden] = nummer_van_weg[oud]
        eerste = max(self.redenen, default=0) + 1
        return bekend | {r: n for n, r in enumerate(sorted(alle - bekend.keys()), eerste)}


def _herschreven(
    weg: Mapping[str, frozenset[str]], nieuw: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Reasons that only changed their words: of the same states, the most alike first."""
    paren = sorted(
        (
            (SequenceMatcher(None, oud, reden, autojunk=False).ratio(), oud, reden)
            for oud, waar in weg.items()
            for reden, hier in nieuw.items()
            if waar and waar == hier
        ),
        reverse=True,
    )
    over_oud, over_nieuw = set(weg), set(nieuw)
    for verwantschap, oud, reden in paren:
        if verwantschap >= VERWANT and oud in over_oud and reden in over_nieuw:
            over_oud.remove(oud)
            over_nieuw.remove(reden)
            yield oud, reden
