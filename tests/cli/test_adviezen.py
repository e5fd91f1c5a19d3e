"""Every command that clm advises exists, and is not refused for what clm already knew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.cli.nederlands import maak
from clm_cli.cli.omgeving import ALGEMEEN
from clm_cli.cli.opdrachten import TABEL
from clm_cli.commands.register import Gelezen, lees
from clm_cli.derivations.escalatie.vervolg import vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.rules.boek import controleer
from tests.cli.adviezen import gevonden, klacht, opdrachten_in, teksten

DAGEN = ("2026-03-02", "2026-05-18", "2026-07-20", "2026-11-29")
DOOR = "marieke-hoekstra"
ALLEEN_DE_LEZER = re.compile(
    r"Dit ontbreekt nog: |\S+ ontbreekt: |Noem de scan of het bestand|Er is niets gewijzigd;"
    r"|[^ ]+ BRF501 [^\n]+: 'teksten \("
)
"""Begins the one kind of refusal that an advice may meet: what only the reader can say."""
WACHT = {
    "gesprek gedeeld waterlelie 2026-04-23-voortgang": (
        "whether a report lies in the folder is no part of the record; the refusal names the "
        "command that makes it"
    ),
}
"""Advice that leads to another refusal, with the reason that it stays."""
OPTIES = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
VAN_GIT = "cli/programma.py"
"""The one room whose options are those of another program."""


@cache
def voorbeeld(dag: str) -> Gelezen:
    return lees(resources.voorbeeld(), date.fromisoformat(dag), None)


def adviezen(dag: str) -> Iterator[str]:
    """All that helps now, in the example register on a day."""
    gelezen = voorbeeld(dag)
    for blik in gelezen.kijk.blikken:
        yield from (punt.nu for punt in alle_werkpunten(blik))
        for zaak in blik.dossier.escalaties:
            yield from (getattr(stap, "nu", None) or "" for stap in vervolg(blik, zaak))
    yield from (m.nu for m in controleer(gelezen.register, gelezen.vandaag) if m.nu)


def geadviseerd() -> dict[tuple[str, ...], str]:
    """Each advised command with the first day on which it is advised."""
    uit: dict[tuple[str, ...], str] = {}
    for dag in DAGEN:
        for tekst in adviezen(dag):
            for woorden in opdrachten_in(tekst):
                uit.setdefault(tuple(woorden), dag)
    return uit


GEADVISEERD = geadviseerd()


def test_every_command_that_the_code_names_exists_with_its_options() -> None:
    fout = [
        (waar, " ".join(woorden), wat)
        for waar, tekst in teksten("clm ")
        for woorden in opdrachten_in(tekst)
        if (wat := klacht(woorden))
    ]
    assert fout == []


def test_every_option_that_the_code_names_is_one_of_a_command() -> None:
    bekend = {naam for naam, _, _ in ALGEMEEN} | {"--versie", "--hulp"}
    bekend |= {o for rij in TABEL.values() if rij.doel for p in maak(rij).params for o in p.opts}
    genoemd = {(waar, optie) for waar, tekst in teksten("--") for optie in OPTIES.findall(tekst)}
    vreemd = {(waar, optie) for waar, optie in genoemd if optie not in bekend}
    assert {rij for rij in vreemd if not rij[0].startswith(VAN_GIT)} == set()


def test_the_example_gives_enough_advice_to_mean_something() -> None:
    assert len(GEADVISEERD) > 80
    assert len({gevonden(list(woorden))[0] for woorden in GEADVISEERD}) > 20


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    doel = tmp_path_factory.mktemp("adviezen") / "dossiers"
    shutil.copytree(resources.voorbeeld(), doel)
    return doel


@pytest.mark.parametrize("woorden", GEADVISEERD, ids=" ".join)
def test_advice_can_be_followed(
    woorden: tuple[str, ...],
    kopie: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "true")  # opens and leaves all as it was
    gemeen = ["--map", str(kopie), "--vandaag", GEADVISEERD[woorden], "--door", DOOR, "--proef"]
    code = draai([*woorden, *gemeen])
    fout = capsys.readouterr().err.split("\n", 1)[1]
    kan = code in (0, 1) or ALLEEN_DE_LEZER.match(fout) is not None
    assert kan != (" ".join(woorden) in WACHT), fout
