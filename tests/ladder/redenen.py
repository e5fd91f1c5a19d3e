"""All reasons that the case states give, each once, as a text to review.

`python tests/ladder/redenen.py` writes it anew.

Under them a checksum of what each state gives, so that a reason that falls away or changes places
is seen too.
"""

from __future__ import annotations

import sys
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER), str(HIER.parent)]
from zaakbouw import Antwoorden, genomen_regels, genomen_stap, lees_toestand, regels

from clm_cli.derivations.escalatie import bezwaren, schorsing
from clm_cli.derivations.escalatie.uitspraak import Uitspraak
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst, verloren
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.escalatie import Aanpassing, Bezwaar

BLAD = HIER / "redenen.txt"


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
    """Every reason of one state.

    Standing, terms, objections, conditions of what may come and of what was taken, and what is due.
    """
    uit: set[str] = set()
    for m in a.stand.maatregelen:
        uit |= {_reden(f"maatregel {m.toestand}", r) for r in m.omdat}
        stap = getoetst(a.register, a.dossier, a.escalatie, m.genomen.maatregel)
        uit |= van_stap("genomen ", stap) if stap else set()
        for feit in m.genomen.bij(Aanpassing):
            for weg in verloren(a.register, a.dossier, a.escalatie, m.genomen.maatregel, feit):
                uit |= set(_uitspraak(f"verloren {weg.naam}", weg.uitspraak))
        for b in m.genomen.bij(Bezwaar):
            uit |= {
                *_uitspraak("op tijd", bezwaren.op_tijd(m.genomen, b)),
                *_uitspraak("schorst", schorsing.schorst(m.genomen, None)),
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
        if punt.soort in (
            "herstel",
            "bezwaar",
            "reactie",
            "verbeterplan",
            "directiegesprek",
            "bevestiging",
            "beslissing",
            "bezwaar-bevestigen",
            "beoordelen",
            "alsnog",
            "herzien",
            "wederhoor",
        ):
            uit |= {
                f"werk {punt.soort}: {punt.wat} | {punt.bij} | {punt.gevolg} | {punt.nu}",
                *(_reden(f"werk {punt.soort}", r) for r in punt.omdat),
            }
    return {" ".join(regel.split()) for regel in uit}


def som(contract: str, eis: str, dag: str, feiten: str, redenen: set[str]) -> str:
    """The line with the checksum of all that a state gives."""
    return (
        f"= {contract} {eis} | {dag} | {feiten} | "
        f"{zlib.crc32(chr(10).join(sorted(redenen)).encode()):08x}"
    )


if __name__ == "__main__":
    alle: set[str] = set()
    sommen: list[str] = []
    for contract in "JS":
        for eis, dag, feiten, _ in regels(contract):
            with tempfile.TemporaryDirectory() as map_:
                eigen = van(lees_toestand(Path(map_), contract, dag, feiten))
            alle |= {f"{contract} {regel}" for regel in eigen}
            sommen.append(som(contract, eis, dag, feiten, eigen))
    for eis, feiten, anders, _ in genomen_regels():
        with tempfile.TemporaryDirectory() as map_:
            eigen = van_stap("genomen ", genomen_stap(Path(map_), eis[0], feiten, anders))
        alle |= {f"{eis[0]} {regel}" for regel in eigen}
        sommen.append(som(eis[0], eis[2:], anders, feiten, eigen))
    BLAD.write_text("\n".join((*sorted(alle), *sommen)) + "\n", encoding="utf-8")
