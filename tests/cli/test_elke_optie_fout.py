"""Each writing command with each of its options wrong: no word on a file that nobody named."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from clm_cli.commands.optiewaarden import optienaam
from clm_cli.records.feiten import FEITEN
from clm_cli.records.vorm import velden
from tests.cli.test_schil import ALLE as TYPER
from tests.schrijfopdrachten import ALLE, Opdracht

_FOUT = "99-99-9999"
"""No day, no amount, no name and no choice."""
_REGEL = re.compile(r"[\w./-]+\.yaml:[0-9]|vul '\w+:' in|in uw editor|hoort niet in deze map")
ZONDER_AANLOOP = [
    rij
    for rij in ALLE
    if not rij.vooraf and rij.soort in ("voorbeeld", "zaak") and "--" in rij.woorden
]


def _fout(woorden: str) -> Iterator[list[str]]:
    """The same words with one option wrong, or with one key of a part wrong or gone."""
    delen = shlex.split(woorden)
    for plek, (optie, waarde) in enumerate(pairwise(delen)):
        if not optie.startswith("--") or waarde.startswith("--"):
            continue
        anders = [_FOUT]
        if "=" in waarde:
            sleutels = shlex.split(waarde)
            for nummer, deel in enumerate(sleutels):
                weg = [rij for ander, rij in enumerate(sleutels) if ander != nummer]
                mis = f"{deel.partition('=')[0]}={_FOUT}"
                anders += [shlex.join(weg), shlex.join([*weg, mis])] if weg else [mis]
        for nieuw in anders:
            yield [*delen[: plek + 1], nieuw, *delen[plek + 2 :]]


@pytest.mark.parametrize("periode", ["x=y", "zomaar", "12", "2026-K9"])
def test_a_period_that_is_none_is_refused_by_its_own_name(
    periode: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = next(rij for rij in ALLE if rij.naam == "meting meting")
    opdracht.maak(tmp_path)
    fout = opdracht.woorden.replace("--periode 2026-K1", f"--periode {periode}")
    assert opdracht.doe(tmp_path, fout) == 2
    assert f"periode: '{periode}" in " ".join(capsys.readouterr().err.split())


def test_what_lacks_in_a_part_is_named_by_its_option(tmp_path: Path, capsys) -> None:
    opdracht = next(rij for rij in ALLE if rij.naam == "meting meting")
    opdracht.maak(tmp_path)
    assert opdracht.doe(tmp_path, opdracht.woorden.replace("waarde=5", "")) == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert not _REGEL.search(fout)
    omzet = "--omzet 'contract=gezinshuizen bedrag=5'"
    assert opdracht.doe(tmp_path, f"{opdracht.woorden} {omzet}") == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert "'btw' ontbreekt - geef --omzet met btw=…" in fout


@pytest.mark.parametrize("opdracht", ZONDER_AANLOOP, ids=lambda rij: rij.woorden[:60])
def test_no_wrong_option_is_answered_with_a_line_of_a_file(
    opdracht: Opdracht, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht.maak(tmp_path)
    for woorden in _fout(opdracht.woorden):
        capsys.readouterr()
        uit = opdracht.doe(tmp_path, shlex.join([*woorden, "--proef"]))
        gezegd = capsys.readouterr()
        assert uit in (0, 1, 2), (woorden, gezegd.err)
        assert uit == 0 or not _REGEL.search(" ".join(gezegd.err.split())), (woorden, gezegd.err)


_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _dagopties(naam: str) -> set[str]:
    """The options of a command that hold a day: by their field, or by their own help."""
    soorten = [soort for soort in FEITEN if soort.opdracht == naam]
    eigen = {optienaam(veld) for s in soorten for veld in velden(s.model) if veld.is_dag}
    rijen = TYPER[tuple(naam.split())].params
    return eigen | {rij.opts[0] for rij in rijen if rij.metavar == "DATUM"}


def _gisteren(opdracht: Opdracht) -> Iterator[list[str]]:
    """The same words with one day, in an option or in a key of a part, said as yesterday."""
    delen = shlex.split(opdracht.woorden)
    for plek, deel in enumerate(delen):
        if _DAG.search(deel) and delen[plek - 1].startswith("--"):
            yield [*delen[:plek], _DAG.sub("gisteren", deel), *delen[plek + 1 :]]
    for optie in _dagopties(opdracht.naam) - {*delen}:
        yield [*delen, optie, "gisteren"]


@pytest.mark.parametrize(
    "opdracht", [rij for rij in ALLE if rij.soort != "leeg"], ids=lambda rij: rij.woorden[:60]
)
def test_every_day_may_be_said_as_people_do(
    opdracht: Opdracht, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be refused for what it means, never for how it is said."""
    alle = list(_gisteren(opdracht))
    if alle:
        opdracht.maak(tmp_path)
    for woorden in alle:
        capsys.readouterr()
        opdracht.doe(tmp_path, shlex.join([*woorden, "--proef"]))
        fout = " ".join(capsys.readouterr().err.split())
        assert "geen datum" not in fout, (woorden, fout)
