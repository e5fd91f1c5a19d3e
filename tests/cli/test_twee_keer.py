"""Every command that writes: on trial it writes nothing, and twice it writes once."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.test_proef import alles
from tests.cli.test_schil import ALLE as TYPER
from tests.schrijfopdrachten import ALLE, Opdracht
from tests.twee_mensen import omgeving

ZONDER_PROEF = ("delen", "ophalen")
"""What others wrote cannot be looked at before it is fetched: a trial is refused."""
SAMEN = {
    "delen": "niets nieuws van anderen",
    "ophalen": "niets nieuws van anderen",
    "hernummer": "geen kenmerk dat clm een ander nummer kan geven",
}
"""What two people do together says by itself that there was nothing to do."""
GEWEIGERD = {
    "brief maak": "clm brief maak waterlelie 2026-05-18-antwoord maakt hem opnieuw",
    "init": "noem een nieuwe map",
    "nieuw": "clm toon roos",
    "overeenkomst nieuw": "zie overeenkomsten/proef/overeenkomst.yaml",
    "regime nieuw": "clm regime toon proef-2026",
    "sjabloon briefpapier": "geef het een andere naam, of haal het eerst weg",
    "sjabloon kopieer": "wijzig dat bestand, of haal het eerst weg",
    "voorbeeld": "noem een nieuwe map",
}
"""What a second time is refused, with what helps: there is something that is never replaced."""


@pytest.fixture
def werk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    omgeving(monkeypatch, tmp_path)
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tijdelijk"))
    monkeypatch.setattr("tempfile.tempdir", None)
    werk = tmp_path / "werk"
    werk.mkdir()
    return werk


def register(werk: Path) -> dict[str, bytes | None]:
    """All files of the register, without what clm and git keep for themselves."""
    if not (werk / "r").exists():
        return {}
    eigen = (".clm/", ".git/")
    return {pad: rij for pad, rij in alles(werk / "r").items() if not f"{pad}/".startswith(eigen)}


def vandaag_genomen(opdracht: Opdracht) -> bool:
    """Whether this command was given no day, and takes today for it."""
    gegeven = shlex.split(opdracht.woorden)
    rijen = TYPER[tuple(opdracht.naam.split())].params
    kan = [rij for rij in rijen if "standaard vandaag" in (getattr(rij, "help", "") or "")]
    lijst = opdracht.naam.startswith("lijst") and "--klaar" not in gegeven
    return not lijst and any(rij.opts[0] not in gegeven for rij in kan)


@pytest.mark.parametrize("opdracht", ALLE, ids=lambda rij: rij.woorden[:60])
def test_a_trial_writes_nothing_and_twice_is_written_once(
    opdracht: Opdracht, werk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht.maak(werk)
    voor = alles(werk)
    capsys.readouterr()
    code = opdracht.doe(werk, f"{opdracht.woorden} --proef")
    gezegd = capsys.readouterr()
    assert alles(werk) == voor
    if opdracht.naam in ZONDER_PROEF:
        assert (code, "--proef" in gezegd.err) == (2, True)
    else:
        assert code == 0, gezegd.err
        assert "Proef: er is niets geschreven." in gezegd.out
    assert not vandaag_genomen(opdracht) or "datum 18 mei 2026" in gezegd.err
    assert opdracht.doe(werk) == 0, capsys.readouterr().err
    voor = register(werk)
    capsys.readouterr()
    code = opdracht.doe(werk)
    gezegd = capsys.readouterr()
    assert register(werk) == voor
    if opdracht.naam in GEWEIGERD:
        assert code == 2
        assert GEWEIGERD[opdracht.naam] in " ".join(gezegd.err.split())
    else:
        assert code == 0, gezegd.err
        assert re.search(SAMEN.get(opdracht.naam, r"stond (het )?er al"), gezegd.out), gezegd.out
