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
from clm_cli.kijk import Kijk
from clm_cli.rules.toets import controleer
from clm_cli.tijd.datum import lees_datum
from tests.cli.adviezen import gevonden, klacht, opdrachten_in, teksten
from tests.klein_register import lees as lees_klein
from tests.rules.gevallen import CODES, GEWONE_DAG, lees_blad
from tests.rules.gevallen import DAGEN as DAGEN_VAN_GEVALLEN

DAGEN = ("2026-03-02", "2026-05-18", "2026-07-20", "2026-11-29")
DOOR = "marieke-hoekstra"
ALLEEN_DE_LEZER = re.compile(
    r"Dit ontbreekt nog: (?!--bij)|\S+ ontbreekt: "
    r"|Er is niets gewijzigd;|Zeg óf wat het wordt, óf dat het vervalt|Nog niet verwerkt: "
    r"|[^ ]+ BRF501 [^\n]+: 'teksten \(|\S+: '…' zegt niets"
)
"""Begins the one kind of refusal that an advice may meet: what only the reader can say."""
STUK_ONTBREEKT = re.compile(r"Bij \S+ ligt nog geen stuk|Er ligt nog geen verslag|[^ ]+ BRF501 ")
"""In the registers of the rules no documents lie, and their letters lack more than one thing; the
refusal says what makes them."""
LATER = re.compile(
    r"(?:Dit gesprek is gehouden op|De stukken voor .+ zijn al verstuurd, op) (.+?); er is niets "
    r"geschreven"
)
"""On a day that is past in the register, what it says of later cannot be undone."""
OPTIES = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
VAN_GIT = (
    *("cli/editor.py", "commands/deelbegin.py", "commands/delen.py"),
    *("files/git.py", "files/githuis.py", "files/gitproces.py", "files/gitwerk.py"),
    *("files/geschiedenis.py", "files/samenvoegen.py", "files/vooraf.py"),
)
"""The rooms whose options are those of another program."""


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
EERST = {
    ("gesprek", "gedeeld", "waterlelie", "2026-04-23-voortgang"): (
        *("verslag", "waterlelie", "2026-04-23-voortgang", "--vorm", "md"),
    )
}
"""What the same advice names before it."""


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
    eerst = EERST.get(woorden)
    if eerst:
        assert draai([*eerst, *gemeen[:-1]]) == 0
        capsys.readouterr()
    code = draai([*woorden, *gemeen])
    fout = capsys.readouterr().err.split("\n", 1)[1]
    later = LATER.match(fout)
    if later and lees_datum(later[1]) > date.fromisoformat(GEADVISEERD[woorden]):
        return
    assert code in (0, 1) or ALLEEN_DE_LEZER.match(fout), fout


@pytest.mark.parametrize("code", CODES)
def test_advice_in_a_register_that_is_not_right_can_be_followed(
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What helps after a melding, and what a refusal on the way advises."""
    monkeypatch.setenv("EDITOR", "true")
    geval = lees_blad(code).gevallen[0]
    dag = DAGEN_VAN_GEVALLEN.get(geval.rij["basis"], GEWONE_DAG)
    register = lees_klein(tmp_path, geval.bestanden).register.zoals()
    kijk = Kijk(register, dag)
    teksten_ = [m.nu for m in controleer(register, dag) if m.nu]
    teksten_ += [p.nu for blik in kijk.blikken for p in alle_werkpunten(blik) if p.nu]
    gemeen = ["--map", str(tmp_path), "--vandaag", str(dag), "--door", "mia", "--proef"]
    te_doen = [w for tekst in dict.fromkeys(teksten_) for w in opdrachten_in(tekst)]
    gezien: set[tuple[str, ...]] = set()
    while te_doen:
        woorden = te_doen.pop()
        assert klacht(woorden) is None, woorden
        if tuple(woorden) in gezien or "…" in " ".join(woorden) or "--help" in woorden:
            continue
        gezien.add(tuple(woorden))
        uit = draai([*woorden, *gemeen])
        fout = capsys.readouterr().err.split("\n", 1)[1]
        assert uit in (0, 1) or ALLEEN_DE_LEZER.match(fout) or STUK_ONTBREEKT.match(fout), (
            woorden,
            fout,
        )


@pytest.mark.parametrize("naam", [naam for naam, rij in TABEL.items() if rij.doel])
def test_a_refusal_names_only_options_that_the_command_has(
    naam: str, kopie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gemeen = ["--map", str(kopie), "--vandaag", "2026-05-18", "--door", DOOR, "--proef"]
    eigen = {o for p in maak(TABEL[naam]).params for o in p.opts} | {"--help", "--hulp"}
    eigen |= {optie for optie, _, _ in ALGEMEEN}
    for rest in ([], ["waterlelie"], ["waterlelie", "zonder", "--nergens"], ["waterlelie", "--x"]):
        draai([*naam.split(), *rest, *gemeen])
        fout = capsys.readouterr().err.split("\n", 1)[1]
        genoemd = [woorden for woorden in opdrachten_in(fout) if gevonden(woorden)]
        assert [w for w in genoemd if klacht(w)] == [], fout
        ander = {w for woorden in genoemd for w in woorden if w.startswith("--")}
        vreemd = set(OPTIES.findall(fout)) - eigen - ander - {"--nergens", "--x"}
        assert vreemd == set(), fout


@pytest.mark.parametrize(
    ("gezegd", "bedoeld"),
    [
        ("--hoe", None),
        ("--tot", None),
        ("--naar", None),
        ("--kanaal", None),
        ("--richtin", "--richting"),
        ("--datm", "--datum"),
        ("--jsn", "--json"),
    ],
)
def test_an_unknown_option_is_answered_only_with_what_can_hardly_be_another_word(
    gezegd: str, bedoeld: str | None, kopie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["noteer", "waterlelie", "Iets", gezegd, "x", "--map", str(kopie)]) == 2
    nu = f"bedoelt u {bedoeld}?" if bedoeld else "clm noteer --help toont hoe het werkt"
    gevraagd = f"De optie {gezegd} bestaat hier niet.\n  nu: {nu}\n"
    banier = "Dit verzonnen voorbeeld speelt op"
    regels = capsys.readouterr().err.splitlines(keepends=True)
    assert "".join(regel for regel in regels if not regel.startswith(banier)) == gevraagd


EINDIGT: dict[str, tuple[str, ...]] = {
    "DOS234": ("bo",),
    "DOS235": ("Werven", "2026-07-01"),
    "DOS238": ("De gunning kwam laat",),
    "DOS239": (),
    "DOS240": ("Toch overgenomen",),
    "DOS241": (),
    "DOS243": (),
    "LAD410": ("B. Aas", "Vergeten"),
    "LAD416": ("Dubbel",),
}
"""What a person fills in, in the order of the `…` of the last command that a melding advises."""


@pytest.mark.parametrize("code", EINDIGT)
def test_advice_that_is_followed_ends_what_it_was_given_for(code: str, tmp_path: Path) -> None:
    geval = lees_blad(code).gevallen[0]
    dag = DAGEN_VAN_GEVALLEN.get(geval.rij["basis"], GEWONE_DAG)
    register = lees_klein(tmp_path, geval.bestanden).register.zoals()
    eerste = next(m for m in controleer(register, dag) if m.code == code)
    waarden = iter(EINDIGT[code])
    woorden = [re.sub("…", lambda _: next(waarden), w) for w in opdrachten_in(eerste.nu or "")[-1]]
    gemeen = ["--map", str(tmp_path), "--vandaag", str(dag), "--door", "mia", "--ja"]
    assert draai([*woorden, *gemeen]) == 0
    na = controleer(lees(tmp_path, dag, None).register, dag)
    nog = [m for m in na if (m.code, m.plek, m.tekst) == (code, eerste.plek, eerste.tekst)]
    assert [m.nu for m in nog if m.nu] == []
