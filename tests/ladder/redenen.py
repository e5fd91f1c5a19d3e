"""All reasons that the case states give, each once, as a text to review: `python tests/ladder/redenen.py` writes it anew."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER), str(HIER.parent)]
from zaakbouw import Antwoorden, lees_toestand, regels

from clm_cli.derivations import bezwaren
from clm_cli.derivations.uitspraak import Uitspraak
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.escalatie import Bezwaar

BLAD = HIER / "redenen.txt"


def _plek(plek: Plek | None) -> str:
    if plek is None:
        return ""
    return f" @ {plek.pad.rpartition('/')[2].removesuffix('.yaml').rstrip('0123456789')}{''.join(f'.{deel}' for deel in plek.sleutel)}"


def _reden(wat: str, reden: Reden) -> str:
    return f"{wat}: {reden.tekst}{_plek(reden.plek)}"


def _uitspraak(wat: str, u: Uitspraak) -> Iterable[str]:
    yield from (_reden(f"{wat} {u.antwoord}{' (noemen)' if u.invoer else ''}", reden) for reden in u.omdat)


def van(a: Antwoorden) -> set[str]:
    """Every reason of one state: standing, terms, objections, conditions, and what is due."""
    uit: set[str] = set()
    for m in a.stand.maatregelen:
        uit |= {_reden(f"maatregel {m.toestand}", r) for r in m.omdat}
        for b in m.zaak.bij(Bezwaar):
            uit |= {*_uitspraak("op tijd", bezwaren.op_tijd(m.zaak, b)), *_uitspraak("schorst", bezwaren.schorst(m.zaak, None))}
    for rij in a.stand.herstel:
        uit |= {*(_reden("herstel", r) for r in rij.omdat), *_uitspraak("verzuim", rij.verzuim)}
        uit |= {_reden("stil", rij.stil)} if rij.stil else set()
    for stap in a.stappen():
        for voorwaarde in stap.voorwaarden:
            uit |= set(_uitspraak(f"{stap.stap.instrument.instrument} {'' if voorwaarde.hard else '~'}{voorwaarde.naam}", voorwaarde.uitspraak))
    for punt in a.punten:
        if punt.soort in ("herstel", "bezwaar", "reactie", "verbeterplan", "directiegesprek", "bevestiging", "beslissing", "bezwaar-bevestigen", "beoordelen", "alsnog", "herzien", "wederhoor"):
            uit |= {f"werk {punt.soort}: {punt.wat} | {punt.bij} | {punt.gevolg} | {punt.nu}", *(_reden(f"werk {punt.soort}", r) for r in punt.omdat)}
    return {" ".join(regel.split()) for regel in uit}


if __name__ == "__main__":
    alle: set[str] = set()
    for contract in "JS":
        for _, dag, feiten, _ in regels(contract):
            with tempfile.TemporaryDirectory() as map_:
                alle |= {f"{contract} {regel}" for regel in van(lees_toestand(Path(map_), contract, dag, feiten))}
    BLAD.write_text("\n".join(sorted(alle)) + "\n", encoding="utf-8")
