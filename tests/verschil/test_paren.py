"""What changed, in words: pairs made by hand, each with what has to be said of it."""

from __future__ import annotations

import fnmatch
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.bestand import Bestand
from clm_cli.files.gate import lees as lees_yaml
from clm_cli.files.lader import lees_record, regimes_van_clm
from clm_cli.files.mappen import is_record
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek
from clm_cli.register import bouw
from clm_cli.verschil.soorten import SOORTEN, Niveau, Verschil
from clm_cli.verschil.vergelijking import Anders, Kant, vergelijk
from tests.verschil.paren import PAREN, Bewerking, Paar

VOORBEELD = resources.voorbeeld()
BESTANDEN = {
    pad.relative_to(VOORBEELD).as_posix(): pad.read_bytes()
    for pad in sorted(VOORBEELD.rglob("*"))
    if pad.is_file() and not pad.relative_to(VOORBEELD).parts[0].startswith(".")
}
GELEZEN: dict[tuple[str, bytes], Bestand | None] = {}
"""Each content is read once, as the gate reads it."""


def bewerkt(bewerkingen: dict[str, Bewerking]) -> dict[str, bytes]:
    """The files of the example with these edits."""
    uit = dict(BESTANDEN)
    for patroon, wat in bewerkingen.items():
        raak = [
            p
            for p in BESTANDEN
            if fnmatch.fnmatch(p, patroon) or p.startswith(f"{patroon.rstrip('/')}/")
        ]
        if wat is None:
            assert raak, f"nothing is called {patroon}"
            for pad in raak:
                uit.pop(pad)
        elif isinstance(wat, tuple):
            oud, nieuw = (tekst.encode() for tekst in wat)
            assert uit[patroon].count(oud) == 1, (
                f"{patroon} holds {wat[0]!r} {uit[patroon].count(oud)} times"
            )
            uit[patroon] = uit[patroon].replace(oud, nieuw)
        else:
            uit[patroon] = wat.encode()
    return uit


def kant(bestanden: dict[str, bytes], paar: Paar) -> Kant:
    """The register that these files make."""
    gelezen, kapot = [], []
    for pad, inhoud in bestanden.items():
        if not is_record(pad):
            continue
        if (pad, inhoud) not in GELEZEN:
            record, _ = lees_record(pad, lees_yaml(inhoud, pad))
            GELEZEN[pad, inhoud] = Bestand(pad, record, Plek(pad)) if record is not None else None
        bestand = GELEZEN[pad, inhoud]
        gelezen += [bestand] if bestand else []
        kapot += [] if bestand else [pad]
    register = bouw(gelezen, regimes_van_clm(), kapot)
    kijk = Kijk(register.zoals(op=paar.vandaag), paar.vandaag)
    return Kant(kijk, {b.pad: b for b in gelezen}, frozenset(kapot))


def verschillen(paar: Paar) -> tuple[Verschil, ...]:
    """Every difference between the two states."""
    oud, nieuw = bewerkt(paar.eerst), bewerkt(paar.straks)
    anders = sorted(p for p in {*oud, *nieuw} if oud.get(p) != nieuw.get(p))
    assert anders
    yaml = tuple(pad for pad in anders if is_record(pad))
    stukken = {
        pad: "anders" if pad in oud and pad in nieuw else "erbij" if pad in nieuw else "weg"
        for pad in anders
        if pad not in yaml
    }
    regels = {pad: 1 for pad in yaml if pad in oud and pad in nieuw}
    return vergelijk(kant(oud, paar), kant(nieuw, paar), Anders(yaml, stukken, regels))


@pytest.mark.parametrize("paar", PAREN, ids=lambda paar: paar.naam)
def test_what_changed_is_said_in_these_words(paar: Paar) -> None:
    gezegd = verschillen(paar)
    regels = [f"{rij.soort.id} | {rij.tekst}" for rij in gezegd]
    for woorden in paar.woorden:
        assert any(regel.startswith(woorden) for regel in regels), (woorden, regels)
    zwaar = [rij.soort.id for rij in gezegd if rij.soort.niveau is Niveau.NAKIJKEN]
    assert bool(zwaar) == paar.nakijken, zwaar


def test_the_pairs_go_through_most_of_the_table() -> None:
    """A kind that no pair meets could say anything; these stand elsewhere."""
    gezien = {woorden.partition(" | ")[0] for paar in PAREN for woorden in paar.woorden}
    elders = {"regime", "kaart", "stuk", "melding", "melding-fout", "melding-weg", "taak-nieuw"}
    assert set(SOORTEN) - gezien == elders
    assert len(PAREN) >= 40


@pytest.mark.parametrize("paar", PAREN, ids=lambda paar: paar.naam)
def test_the_way_back_is_told_as_well(paar: Paar) -> None:
    """Never silent, whichever way: what is gone is told as what came."""
    terug = paar._replace(eerst=paar.straks, straks=paar.eerst)
    assert verschillen(terug)


def test_a_register_beside_itself_differs_in_nothing(tmp_path: Path) -> None:
    paar = PAREN[0]._replace(straks=PAREN[0].eerst)
    zelfde = kant(bewerkt(paar.eerst), paar)
    assert vergelijk(zelfde, zelfde, Anders()) == ()


def test_work_that_stands_there_twice_is_no_news_when_it_still_does() -> None:
    """A number that two people chose makes two points alike: neither came, neither went."""
    risico = "  - {id: R-01, wat: %s, kans: laag, gevolg: hoog, eigenaar: bo, sinds: 2026-04-16}"
    twee = "\n".join(["risicos:", risico % "Een", risico % "Twee", ""])
    eerst = {"de-klaproos/lijsten/risicos.yaml": twee}
    straks = {"de-klaproos/lijsten/risicos.yaml": twee.replace("Twee", "Drie")}
    paar = PAREN[0]._replace(eerst=eerst, straks=straks)
    assert not {rij.soort.id for rij in verschillen(paar)} & {"taak-nieuw", "taak-weg"}
