"""Quotations: every `grond.tekst` and subject of a regime stands literally in its contract.

It is run as: python -m tests.citaten MAP [--indien-aanwezig]

MAP holds the contract texts, which are no part of this project; `bron.bestand` of a regime names
its text there. White space, bold marks and heading marks are made equal, nothing else is; "…" may
stand for words that were left out. Exit 0: all quotations were found, or MAP is not there and
`--indien-aanwezig` was given; exit 1: the misses are listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from clm_cli.derivations.regime.contracttekst import genormaliseerd, staat_in
from clm_cli.files.boomlezer import Boom
from clm_cli.files.gate import lees_bestand

REGIMES = Path(__file__).resolve().parent.parent / "clm_cli" / "regimes"
Citaat = tuple[str, str]
"""Where a quotation stands in the regime, and its words."""


def citaten(boom: Boom, plaats: str = "") -> Iterator[Citaat]:
    """Every quotation in a regime: the words of each clause, and the subjects taken from one."""
    if isinstance(boom, list):
        for nummer, deel in enumerate(boom):
            yield from citaten(deel, f"{plaats}[{nummer}]")
    elif isinstance(boom, dict):
        for sleutel, waarde in boom.items():
            hier = f"{plaats}.{sleutel}".lstrip(".")
            if sleutel == "onderwerpen" and isinstance(waarde, list):
                yield from ((f"{hier}[{nummer}]", str(deel)) for nummer, deel in enumerate(waarde))
            elif sleutel == "tekst" and "eis" in boom:
                yield f"{plaats} ({boom['eis']})", str(waarde)
            else:
                yield from citaten(waarde, hier)


def regimeboom(pad: Path) -> dict[str, Boom]:
    """A regime file as a tree of raw text."""
    gelezen = lees_bestand(pad.parent, pad.name)
    if gelezen.boom is None or gelezen.meldingen:
        raise ValueError(
            f"{pad.name} is geen leesbaar regime: "
            f"{[melding.tekst for melding in gelezen.meldingen]}"
        )
    return gelezen.boom


def missers(bronnen: Path, regimes: Path = REGIMES) -> list[str]:
    """A line for every quotation that does not stand in its source."""
    gemist = []
    for pad in sorted(regimes.glob("*.yaml")):
        boom = regimeboom(pad)
        bron = boom.get("bron")
        naam = str(bron.get("bestand", "")) if isinstance(bron, dict) else ""
        if not naam or not (bronnen / naam).is_file():
            gemist.append(f"{pad.name}: de bron '{naam}' staat niet in {bronnen}")
            continue
        tekst = genormaliseerd((bronnen / naam).read_text(encoding="utf-8"))
        gemist += [
            f"{pad.name}: {plaats}: {woorden}"
            for plaats, woorden in citaten(boom)
            if not staat_in(woorden, tekst)
        ]
    return gemist


def main(argumenten: list[str]) -> int:
    """Check the quotations against the folder named on the command line."""
    mappen = [Path(argument) for argument in argumenten if not argument.startswith("--")]
    if len(mappen) != 1:
        print("gebruik: python -m tests.citaten MAP [--indien-aanwezig]", file=sys.stderr)
        return 2
    if not mappen[0].is_dir():
        print(
            f"De map {mappen[0]} met de contractteksten is er niet; de citaten zijn niet nagekeken."
        )
        return 0 if "--indien-aanwezig" in argumenten else 1
    gemist = missers(mappen[0])
    for regel in gemist:
        print(f"niet gevonden: {regel}")
    aantal = sum(1 for pad in REGIMES.glob("*.yaml") for _ in citaten(regimeboom(pad)))
    print(f"{aantal - len(gemist)} van {aantal} citaten staan letterlijk in hun bron.")
    return 1 if gemist or not aantal else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
