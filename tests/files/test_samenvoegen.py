"""Two branches on which two people record, merged: no conflict in facts, and nothing unseen.

Each outcome, with two who open a case about one obligation and about two.
`CLM_VOORBEELDEN=200 pytest -q tests/files/test_samenvoegen.py` makes two hundred of them.
"""

from __future__ import annotations

import os
import random
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.controle import Gevraagd, controleer
from clm_cli.commands.register import lees
from clm_cli.files.geschiedenis import is_feit
from clm_cli.meldingen import Melding
from tests.cli.geschiedenis import git, leg_vast
from tests.klein_register import BASIS, VANDAAG, schrijf

KEREN = int(os.environ.get("CLM_VOORBEELDEN", "6")) // 6
LIJST = """
    verplichtingen:
      - {id: VP-1, soort: afspraak, wat: Op tijd, partij: aanbieder, kant: AOC, doorlopend: ja}
      - {id: VP-2, soort: afspraak, wat: Goed, partij: aanbieder, kant: AOC, doorlopend: ja}
    """
DADEN = (
    "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan",
    "noteer bloem iets --wijze e-mail --richting inkomend --met Jan",
    (
        "signaal bloem iets --soort kwaliteit --kant AOC --ernst feitelijk"
        " --bron 'soort=toegang vertrouwelijk=nee mag_in_brief=ja'"
    ),
)
ESCALATIE = (
    "escalatie opening bloem --contract ambulant --besloten-door mia --naam zaak-{wie}"
    " --afweging 'reden=Nodig lichter=niets' --tekortkoming 'verplichting={plicht} wat=Laat"
    " soort=tijdigheid ernst=feitelijk feiten=Gezien. raakt_veiligheid=nee'"
)


def doe(map_: Path, woorden: str, wie: str) -> int:
    """One command of somebody."""
    vast = ("--map", str(map_), "--vandaag", VANDAAG.isoformat(), "--door", wie, "--ja")
    return draai([*shlex.split(woorden), *vast])


def meldingen(map_: Path) -> Iterator[Melding]:
    """All that a check with the history finds."""
    gelezen = lees(map_, VANDAAG)
    yield from controleer(gelezen, Gevraagd(geschiedenis=map_)).meldingen


def feiten(map_: Path) -> list[Path]:
    """Every fact in the folder."""
    return sorted(p for p in map_.rglob("*.yaml") if is_feit(p.relative_to(map_).as_posix()))


@pytest.mark.parametrize("zaad", range(KEREN))
@pytest.mark.parametrize("plichten", [("VP-1", "VP-1"), ("VP-1", "VP-2")], ids=["one", "two"])
@pytest.mark.parametrize("slecht", ["niets", "byte", "weg"])
def test_two_branches_meet(
    slecht: str,
    plichten: tuple[str, str],
    zaad: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    rng, map_ = random.Random(zaad), tmp_path / "r"
    schrijf(map_, {**BASIS, "bloem/lijsten/verplichtingen.yaml": LIJST})
    (map_ / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    (map_ / ".gitignore").write_text(".clm/\n", encoding="utf-8")
    git(map_, "init", "--quiet", "--initial-branch=main")
    leg_vast(map_, "begin", "2026-05-17")
    git(map_, "branch", "collega")
    for tak, wie, plicht in (("main", "mia", plichten[0]), ("collega", "bo", plichten[1])):
        git(map_, "checkout", "--quiet", tak)
        assert doe(map_, ESCALATIE.format(wie=wie, plicht=plicht), wie) == 0
        for daad in rng.sample(DADEN, rng.randint(1, len(DADEN))):
            assert doe(map_, daad, wie) == 0
        leg_vast(map_, tak, "2026-05-18")
    git(map_, "checkout", "--quiet", "main")
    git(map_, "merge", "--quiet", "--no-edit", "--no-commit", "--no-ff", "collega")
    assert "U" not in "".join(rij[:2] for rij in git(map_, "status", "--porcelain").splitlines())
    doelwit = rng.choice(feiten(map_))
    if slecht == "byte":
        inhoud = bytearray(doelwit.read_bytes())
        inhoud[rng.randrange(len(inhoud))] ^= 1 << rng.randrange(8)
        doelwit.write_bytes(inhoud)
    elif slecht == "weg":
        doelwit.unlink()
    leg_vast(map_, "samen", "2026-05-19")
    gevonden = {(m.code, m.plek.pad if m.plek else "") for m in meldingen(map_)}
    pad = doelwit.relative_to(map_).as_posix()
    bewijs = {rij for rij in gevonden if rij[0] in ("GIT601", "GIT602")}
    assert (
        bewijs
        == {
            "niets": set(),
            "byte": {("GIT601", pad)},
            "weg": {("GIT602", pad)},
        }[slecht]
    )
    if slecht == "niets":
        dubbel = "DOS320" in {code for code, _ in gevonden}
        assert dubbel == (plichten == ("VP-1", "VP-1")), gevonden
