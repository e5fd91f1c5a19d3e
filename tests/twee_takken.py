"""Two branches of one register, on which two people write, or one, and what a merge makes of it."""

from __future__ import annotations

import contextlib
import io
import random
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clm_cli.cli.hoofd import draai
from clm_cli.commands.controle import Gevraagd, controleer
from clm_cli.commands.register import lees
from clm_cli.files.geschiedenis import is_feit
from clm_cli.files.samenvoegen import voeg_samen
from clm_cli.meldingen import Ernst, Melding
from tests.cli.geschiedenis import git, leg_vast
from tests.klein_register import BASIS, VANDAAG, schrijf
from tests.klein_teksten import GOED

LIJST = """
    verplichtingen:
      - {id: VP-1, soort: afspraak, wat: Op tijd, partij: aanbieder, kant: AOC, doorlopend: ja}
      - {id: VP-2, soort: afspraak, wat: Goed, partij: aanbieder, kant: AOC, doorlopend: ja}
    """
OPEN = "bloem/gesprekken/2026-05-11-extra/gesprek.yaml"
GESPREK = "contracten: [ambulant]\nsoort: extra\nreden: Nodig\ndatum: 2026-05-11\n"
KLAAR = "actie afgerond bloem A-1 --resultaat {woord}"
"""What there can be only one of."""
DADEN = (
    KLAAR,
    "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan",
    "noteer bloem nogmaals --wijze telefoon --richting uitgaand --met Jan",
    "noteer bloem iets --wijze e-mail --richting inkomend --met Jan",
    (
        "signaal bloem iets --soort kwaliteit --kant AOC --ernst feitelijk --datum 2026-05-18"
        " --bron 'soort=toegang vertrouwelijk=nee mag_in_brief=ja'"
    ),
    "lijst risicos bloem --wat {woord} --kans laag --gevolg hoog --eigenaar bo",
    "gesprek gepland bloem --datum 2026-06-20 --soort extra --reden Nodig --naam {woord}",
    "gesprek gepland bloem --datum 2026-06-20 --soort extra --reden {woord} --naam zelfde",
    (
        "gesprek gehouden bloem 2026-05-11-extra --ambitie ja --vorm {vorm} --aanwezig"
        " 'persoon=mia partij=opdrachtgever rol=contractmanager' --actie 'partij=opdrachtgever"
        " wie=mia wat={woord} uiterlijk=2026-06-01 klaar_als=gestuurd kant=AOC'"
    ),
    (
        "brief binnengekomen bloem --onderwerp {woord} --document {stuk} --kanaal e-mail"
        " --datum 2026-05-15 --contract ambulant"
    ),
)
"""What anyone may write on a day; most choose the name of a fact by themselves. Both may plan a
talk of one name, and record the same talk, each otherwise."""
ESCALATIE = (
    "escalatie opening bloem --contract ambulant --besloten-door mia --naam zaak"
    " --afweging 'reden=Nodig lichter=niets' --tekortkoming 'verplichting={plicht} wat=Laat"
    " soort=tijdigheid ernst=feitelijk feiten=Gezien. raakt_veiligheid=nee'"
)
SLECHT = {"niets": None, "byte": "GIT601", "weg": "GIT602"}
"""What the merge does wrong, and the code that says so."""

DUBBEL = ("DOS320", "DOS321")
"""Two cases about one obligation, two facts of which there can be one."""
MAG = ("GIT601", "GIT602", "REC151")
"""Errors that a merge may bring: what it did wrong, and a number that both gave."""


@dataclass(frozen=True, slots=True)
class Gezien:
    """What a check of the merged register says, and what it had to say."""

    botsingen: tuple[str, ...]
    """The files on which git itself could not decide."""
    bewijs: frozenset[tuple[str, str]]
    """What was found of facts that changed or went."""
    verwacht: frozenset[tuple[str, str]]
    dubbel: frozenset[str]
    """Which doubles were reported."""
    is_dubbel: frozenset[str]
    kapot: tuple[str, ...]
    """What else is wrong, but for a number that was given twice."""


def doe(map_: Path, woorden: str, wie: str) -> None:
    """One command of somebody; what it says is heard only when it fails."""
    vast = ("--map", str(map_), "--vandaag", VANDAAG.isoformat(), "--door", wie, "--ja")
    uit = io.StringIO()
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(uit):
        code = draai([*shlex.split(woorden), *vast])
    assert code == 0, uit.getvalue()


def meldingen(map_: Path) -> Iterator[Melding]:
    """All that a check with the history finds."""
    gelezen = lees(map_, VANDAAG)
    yield from controleer(gelezen, Gevraagd(geschiedenis=map_)).meldingen


def twee_takken(map_: Path, rng: random.Random, plichten: tuple[str, str]) -> bool:
    """A register with two branches; both are of mia, or the second is of bo.

    Returns whether both recorded what there can be only one of.
    """
    lijst = {"bloem/lijsten/verplichtingen.yaml": LIJST, OPEN: GESPREK}
    schrijf(map_, {**BASIS, **GOED, **lijst})
    (map_ / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    (map_ / ".gitignore").write_text(".clm/\n", encoding="utf-8")
    git(map_, "init", "--quiet", "--initial-branch=main")
    leg_vast(map_, "begin", "2026-05-17")
    git(map_, "branch", "collega")
    ander, klaar = rng.choice(("bo", "mia")), 0
    for tak, wie, plicht in (("main", "mia", plichten[0]), ("collega", ander, plichten[1])):
        git(map_, "checkout", "--quiet", tak)
        doe(map_, ESCALATIE.format(plicht=plicht), wie)
        stuk = map_.parent / f"{tak}.txt"
        stuk.write_text(f"Van {tak}.", encoding="utf-8")
        for daad in rng.sample(DADEN, rng.randint(1, len(DADEN))):
            vorm = rng.choice(("fysiek", "digitaal"))
            doe(map_, daad.format(woord=f"van-{tak}", stuk=stuk, vorm=vorm), wie)
            klaar += daad is KLAAR
        leg_vast(map_, tak, "2026-05-18")
    git(map_, "checkout", "--quiet", "main")
    return klaar == 2


def voeg(map_: Path) -> tuple[str, ...]:
    """Merge as git does, and where a card is in its way as `clm ophalen` does; the merge is open.

    Returns the files on which git could not decide.
    """
    eigen, ander = (git(map_, "rev-parse", naam) for naam in ("main", "collega"))
    with contextlib.suppress(subprocess.CalledProcessError):
        git(map_, "merge", "--quiet", "--no-edit", "--no-commit", "--no-ff", "collega")
    botsingen = tuple(git(map_, "diff", "--name-only", "--diff-filter=U").splitlines())
    if botsingen:
        samen = voeg_samen(map_, eigen, ander, None, ())
        assert all(rij.waar for rij in samen.botsingen), "told, value by value"
        if samen.botsingen:
            samen = voeg_samen(map_, eigen, ander, "eigen", ())
        assert not samen.botsingen
        assert not samen.naast
        git(map_, "read-tree", "--reset", "-u", samen.boom)
    assert (map_ / ".git/MERGE_HEAD").exists()
    return botsingen


def ontmoeting(map_: Path, zaad: int, slecht: str) -> Gezien:
    """Two branches, their merge, what is done wrong in it, and what a check then says."""
    rng = random.Random(f"{zaad} {slecht}")
    plichten = ("VP-1", rng.choice(("VP-1", "VP-2")))
    klaar = twee_takken(map_, rng, plichten)
    botsingen = voeg(map_)
    feiten = sorted(p for p in map_.rglob("*.yaml") if is_feit(p.relative_to(map_).as_posix()))
    doelwit = rng.choice(feiten)
    if slecht == "byte":
        inhoud = bytearray(doelwit.read_bytes())
        inhoud[rng.randrange(len(inhoud))] ^= 1 << rng.randrange(8)
        doelwit.write_bytes(inhoud)
    elif slecht == "weg":
        doelwit.unlink()
    leg_vast(map_, "samen", "2026-05-19")
    alle = list(meldingen(map_))
    code, pad = SLECHT[slecht], doelwit.relative_to(map_).as_posix()
    return Gezien(
        botsingen,
        frozenset((m.code, m.plek.pad) for m in alle if m.plek and m.code in SLECHT.values()),
        frozenset({(code, pad)} if code else ()),
        frozenset(DUBBEL) & {m.code for m in alle},
        frozenset([*["DOS320"] * (plichten == ("VP-1", "VP-1")), *["DOS321"] * klaar]),
        tuple(m.code for m in alle if m.ernst is Ernst.FOUT and m.code not in MAG),
    )


def in_orde(gezien: Gezien, slecht: str) -> None:
    """Git never met two facts, and what the merge did wrong or doubled is said."""
    assert not [pad for pad in gezien.botsingen if is_feit(pad)]
    assert gezien.bewijs == gezien.verwacht
    if slecht == "niets":
        assert gezien.dubbel == gezien.is_dubbel
        assert gezien.kapot == ()
