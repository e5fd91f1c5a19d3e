"""Whatever is written shows up in words: every kind of file, every value, every way of writing."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clm_cli.bestand import Bestand
from clm_cli.cli.hoofd import draai
from clm_cli.cli.opdrachten import TABEL
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.feiten import FEITEN
from clm_cli.verschil.kaarten import rijen
from clm_cli.verschil.soorten import Niveau, Verschil
from clm_cli.verschil.vergelijking import Anders, Kant, geschreven
from tests import klein_register, twee_mensen
from tests.cli.geschiedenis import begin, git, leg_vast, vervang
from tests.cli.test_proef import GESCHREVEN
from tests.cli.test_verleden import LEZEN
from tests.verschil.paren import PAREN
from tests.verschil.test_paren import BESTANDEN, kant

MEER = """
contract nieuw waterlelie extra --overeenkomst raam-jeugdhulp-2025 --nummer JZ26-P1-098 \
 --zorgvorm ambulant --looptijd uitvoering_van=2026-05-18
overeenkomst nieuw proef --titel Proef --regime sma-2026 --gemeente vaartstad \
 --looptijd uitvoering_van=2026-05-18
overdracht tom-de-graaf waterlelie --vanaf 2026-05-18
contactpersoon waterlelie 'Piet de Boer' --functie bestuurder
cijfers opvragen waterlelie --periode 2026-K1
gesprek maak notitie waterlelie 2026-06-02-voortgang
gesprek maak uitnodiging waterlelie 2026-06-02-voortgang
gesprek maak verslag waterlelie 2026-04-23-voortgang
rapport aanbieder waterlelie 2026-K1
rapport regio 2026-K1
exporteer csv waterlelie
exporteer json waterlelie
exporteer html waterlelie
exporteer ics waterlelie
exporteer xlsx waterlelie
exporteer bundel waterlelie
exporteer parquet waterlelie
cijfers inlezen {elders}/opgave.csv --ontvangen 2026-05-18 --reden-herziening "Nieuwe telling"
meting importeren {elders}/opgave.csv --ontvangen 2026-05-18 --reden-herziening "Nieuwe telling"
brief binnengekomen waterlelie --onderwerp Vraag --document {elders}/brief.txt --kanaal e-mail \
 --datum 2026-05-15 --contract gezinshuizen
regime nieuw proef-2026 --uit {elders}/brief.txt --vanaf 2026-01-01
lezing sdfl-jeugdhulp-2026 vrije-laatste-dag niet --reden "Zo las de jurist het"
rapport tekst 2026-K1 kern Beter
doe 11
"""
"""Other commands that write, each as the example accepts it."""
EERST = {
    "gesprek maak mail waterlelie 2026-04-23-voortgang": (
        "gesprek maak verslag waterlelie 2026-04-23-voortgang"
    ),
    "brief mail waterlelie 2026-05-18-antwoord": (
        "brief maak waterlelie antwoord --bij brieven/2026-05-07-vraag"
        ' --tekst "onderdeel=antwoord tekst=Ja"'
    ),
    "rapport verspreid 2026-K1 --voor bestuur --aan bestuur": (
        "rapport regio 2026-K1 --voor bestuur"
    ),
}
"""Commands that write when another one went before."""
ELDERS = {
    "opgave.csv": "dossier;contract;periode;uitval\nde-klaproos;ambulant;2026-K1;7,5\n",
    "brief.txt": "Artikel 1 Gesprekken\nDe opdrachtgever voert gesprekken.\n",
}
"""Files outside the register that some of them read."""
OVER_CLM = frozenset(("aanvulling", "handleiding", "regime woorden", "tekst", "uitleg"))
"""What reads no register."""
HEEL_GIT = frozenset(("vergelijk", "wissen"))
"""What looks at every moment that git has, and so at none in particular."""
LEZEND = {
    *OVER_CLM,
    *HEEL_GIT,
    *(" ".join(woorden[:aantal]) for woorden in LEZEN for aantal in (1, 2)),
}
"""What writes nothing: whatever reads a register must equal a checkout, by being in LEZEN."""
RUW = re.compile(r"[{}]|\bNone\b|Decimal\(|datetime|\w+=\w|: \||\n")
"""What belongs to YAML or to Python, and never in a sentence."""
REGISTER = kant(BESTANDEN, PAREN[0])
ALLE = tuple(sorted(REGISTER.bestanden.values(), key=lambda b: b.pad))


def in_woorden(rij: Verschil) -> None:
    """A sentence that somebody can read."""
    for zin in (rij.tekst, *rij.details):
        assert zin.strip()
        assert RUW.search(zin) is None, zin
    assert rij.onderwerp


def zonder(pad: str) -> Kant:
    """The register before a file was there."""
    return Kant(
        REGISTER.kijk, {p: b for p, b in REGISTER.bestanden.items() if p != pad}, frozenset()
    )


def test_the_example_holds_every_kind_of_fact() -> None:
    assert {soort.naam for soort in FEITEN} - {b.soort for b in ALLE} == set()


@pytest.mark.parametrize("bestand", ALLE, ids=lambda b: b.pad)
def test_a_file_that_came_or_went_is_told(bestand: Bestand[Any]) -> None:
    anders = Anders((bestand.pad,))
    erbij = tuple(geschreven(zonder(bestand.pad), REGISTER, anders))
    weg = tuple(geschreven(REGISTER, zonder(bestand.pad), anders))
    assert erbij
    assert weg
    for rij in (*erbij, *weg):
        in_woorden(rij)
    assert all(rij.soort.niveau is Niveau.NAKIJKEN for rij in weg)


def anders_gemaakt(deel: Deel) -> Iterator[tuple[str, Deel]]:
    """The same record with one value left out, each in turn, also inside its parts."""
    for naam in type(deel).model_fields:
        waarde = getattr(deel, naam)
        if waarde in (None, ()):
            continue
        leeg = () if isinstance(waarde, tuple) else None
        yield naam, deel.model_copy(update={naam: leeg})
        if isinstance(waarde, tuple) and isinstance(waarde[0], Deel):
            yield f"{naam} eerste", deel.model_copy(update={naam: waarde[1:]})
            for veld, minder in anders_gemaakt(waarde[0]):
                anders = (minder, *waarde[1:])
                yield f"{naam} {veld}", deel.model_copy(update={naam: anders})


@pytest.mark.parametrize("bestand", ALLE, ids=lambda b: b.pad)
def test_every_value_that_changes_is_told(bestand: Bestand[Any]) -> None:
    for naam, minder in anders_gemaakt(bestand.record):
        assert rijen(minder, bestand.record), f"{naam} came without a word"
        assert rijen(bestand.record, minder), f"{naam} went without a word"
        for rij in rijen(minder, bestand.record):
            assert RUW.search(rij.zin) is None, rij.zin


TE_DOEN = [*f"{GESCHREVEN.strip()}{MEER}".replace("\\\n", "").strip().splitlines(), *EERST]


def test_every_command_of_the_table_that_writes_is_tried_or_accounted_for() -> None:
    """A fact by its command: each kind stands in the example, and is told as any file of it."""
    gedaan = {" ".join(shlex.split(rij)[:aantal]) for rij in TE_DOEN for aantal in (1, 2, 3)}
    feiten = {naam for soort in FEITEN for naam in (soort.opdracht, f"escalatie {soort.naam}")}
    alle = {naam for naam, rij in TABEL.items() if rij.doel}
    onder = {"delen", "ophalen", "hernummer"}
    elders = {"sjabloon nieuw"}  # for a regime of one's own: a file as `sjabloon kopieer` writes
    assert alle - gedaan - feiten - LEZEND == onder | elders


@pytest.mark.parametrize("bekend", ["HEAD", "2026-05-13"])
def test_who_writes_does_so_now(
    bekend: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What was known then is for who reads; the rest says so, and writes nothing."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    wortel = begin(tmp_path / "register")
    leg_vast(wortel, "begin", "2026-05-01")
    vast = ("--map", str(wortel), "--door", "marieke-hoekstra", "--ja", "--bekend", bekend)
    for regel in TE_DOEN:
        woorden = shlex.split(regel.replace("{elders}", str(tmp_path)))
        if woorden[0] in ("schema", "init", "voorbeeld", "doe"):
            continue  # these name a folder of their own; the last does what another command does
        capsys.readouterr()
        assert draai([*woorden, *vast]) == 2, regel
        assert "--bekend horen bij lezen" in capsys.readouterr().err, regel
    assert git(wortel, "status", "--porcelain") == ""


@pytest.mark.parametrize("regel", TE_DOEN)
def test_what_a_command_writes_is_told(
    regel: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    woorden = shlex.split(regel)
    if woorden[0] in ("schema", "init", "voorbeeld"):
        return  # these write no record of a register that is there
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    wortel = begin(tmp_path / "register")
    gemeen = ("--map", str(wortel), "--vandaag", "2026-05-18")
    for naam, inhoud in ELDERS.items():
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
    doen = [shlex.split(EERST[regel])] if regel in EERST else []
    for stap in (*doen, [woord.replace("{elders}", str(tmp_path)) for woord in woorden]):
        leg_vast(wortel, "tot hier", "2026-05-18")
        assert draai([*stap, *gemeen, "--door", "marieke-hoekstra", "--ja"]) == 0
    status = git(wortel, "status", "--porcelain", "--untracked-files=all").splitlines()
    capsys.readouterr()
    code = draai(["vergelijk", *gemeen, "--json"])
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    assert gegevens["bestanden"] == len(status) > 0
    assert gegevens["verschillen"]
    assert code == int(gegevens["nakijken"])
    for rij in gegevens["verschillen"]:
        assert RUW.search(rij["tekst"]) is None, rij["tekst"]


def test_a_number_that_was_given_anew_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    map_ = tmp_path / "r"
    klein_register.lees(map_)
    git(map_, "init", "--quiet")
    gemeen = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
    lijst = "lijst risicos bloem --kans laag --gevolg hoog --eigenaar bo --wat"
    for wat in ("Brand", "Storm"):
        assert draai([*lijst.split(), wat, *gemeen]) == 0
    vervang(map_ / "bloem/lijsten/risicos.yaml", "R-02", "R-01")
    leg_vast(map_, "twee keer een nummer", "2026-05-18")
    assert draai(["hernummer", *gemeen, "--ja"]) == 0
    capsys.readouterr()
    draai(["vergelijk", *gemeen, "--json"])
    zinnen = [
        rij["tekst"] for rij in json.loads(capsys.readouterr().out)["gegevens"]["verschillen"]
    ]
    assert any("R-02" in zin for zin in zinnen), zinnen
    assert not any(RUW.search(zin) for zin in zinnen)


def test_what_was_shared_and_what_came_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    twee_mensen.omgeving(monkeypatch, tmp_path)
    mappen = twee_mensen.maak(tmp_path)
    voor = {wie: twee_mensen.git(map_, "rev-parse", "HEAD").strip() for wie, map_ in mappen.items()}
    gebeld = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
    for wie, woorden in (("mia", gebeld), ("mia", "delen"), ("bo", "ophalen")):
        assert twee_mensen.clm(mappen[wie], woorden, wie) == 0
    for wie, map_ in mappen.items():
        capsys.readouterr()
        assert twee_mensen.clm(map_, f"vergelijk {voor[wie]}..HEAD --json", wie) == 0
        (rij,) = json.loads(capsys.readouterr().out)["gegevens"]["verschillen"]
        assert rij["tekst"] == "contact: telefoon aan Jan: gebeld, 18-5-2026"


def test_a_card_is_called_by_its_own_name() -> None:
    """A card in a folder of many by its file, another by its folder, each once."""
    for pad, zin in (
        ("beleid/classificatie-2026.yaml", "classificatiebeleid classificatie-2026 erbij"),
        ("waterlelie/lijsten/risicos.yaml", "risicos erbij"),
        ("waterlelie/contracten/gezinshuizen/contract.yaml", "contract gezinshuizen erbij"),
    ):
        zinnen = [rij.tekst for rij in geschreven(zonder(pad), REGISTER, Anders((pad,)))]
        assert zin in zinnen


def test_a_fact_is_never_silent_even_when_only_its_writer_changed() -> None:
    feit = next(b for b in ALLE if isinstance(b.record, Feit))
    later = feit.record.model_copy(update={"door": "tom-de-graaf"})
    nieuw = Kant(
        REGISTER.kijk,
        {**REGISTER.bestanden, feit.pad: Bestand(feit.pad, later, feit.bron)},
        frozenset(),
    )
    (rij,) = geschreven(REGISTER, nieuw, Anders((feit.pad,)))
    assert rij.soort.id == "feit-gewijzigd"
