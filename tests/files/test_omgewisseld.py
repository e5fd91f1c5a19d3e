"""A folder that makes place for a link while clm is at work: nothing outside the register changes.

A link that stands there is refused when it is looked at. Here it is put there afterwards, before
each of the calls that clm makes to the disk in turn: what was held already is written in all the
same, and what was not is refused.
"""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clm_cli.commands import invoer
from clm_cli.deur import alles_onder, lees_in, neem_over, zet_erbij
from clm_cli.files import geheugen, slot
from clm_cli.files.lader import laad
from clm_cli.files.mappen import onder
from clm_cli.files.schijf import CONCEPTEN, Bewerking, bewaar_concept, herschrijf_concept, schrijf
from clm_cli.meldingen import ClmFout
from tests import klein_register

OPROEPEN = ("open", "mkdir", "link", "replace", "unlink", "rmdir", "scandir", "stat", "lstat")


def _schrijf(pad: str, oud: bytes | None = None, *, feit: bool = False) -> Callable[[Path], object]:
    return lambda wortel: schrijf(wortel, [Bewerking(pad, oud, b"nieuw", wijkt_uit=feit)])


def _ruim_op(wortel: Path) -> None:
    invoer.ruim_concept_op(wortel, [str(wortel / CONCEPTEN / "c.yaml")])


def _lees_alles(wortel: Path) -> bytes:
    kapot = list[str]()
    gelezen = b"".join(plek.lees() for _, plek in onder(wortel, "a", [], kapot))
    if kapot:
        raise ClmFout(", ".join(kapot))
    return gelezen


def _grendel(wortel: Path) -> None:
    with slot.gehouden(wortel):
        pass


DOEN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a fact": ("a/b", _schrijf("a/b/2026-05-18-x.yaml", feit=True)),
    "a fact that is the second": ("a/b", _schrijf("a/b/c.yaml", feit=True)),
    "a fact in a folder above": ("a", _schrijf("a/b/2026-05-18-x.yaml", feit=True)),
    "a fact in a new folder": ("a/b", _schrijf("a/b/nieuw/2026-05-18-x.yaml", feit=True)),
    "a document": ("a/b", _schrijf("a/b/x.pdf")),
    "a card": ("a/b", _schrijf("a/b/c.yaml", b"oud")),
    "a draft": (CONCEPTEN, lambda wortel: bewaar_concept(wortel, "d", "tekst")),
    "a draft that is written anew": (
        CONCEPTEN,
        lambda wortel: herschrijf_concept(wortel, "c.yaml", "nieuw"),
    ),
    "a draft that goes": (CONCEPTEN, _ruim_op),
    "what was kept goes": (f"{geheugen.MAP}/m", geheugen.vergeet),
    "all that was kept goes": (geheugen.MAP, geheugen.vergeet),
    "the lock": (".clm", _grendel),
    "a line behind a list": (".clm", lambda wortel: zet_erbij(wortel, ".clm/gemaakt", "x\n")),
    "what is read": ("a/b", lambda wortel: lees_in(wortel, "a/b/c.yaml")),
    "all that is read": ("a/b", _lees_alles),
    "all that is read in a folder above": ("a", _lees_alles),
    "the names of all": ("a", lambda wortel: [*alles_onder(wortel, "a")]),
    "what is copied": (
        "a/b",
        lambda wortel: neem_over(wortel, "a/b/c.yaml", wortel.with_name("kopie")),
    ),
}
ZWIJGT = ("a draft that goes", "what was kept goes", "all that was kept goes")
"""What is taken away when it can be, and hurts nobody when it stays."""
BESTANDEN = ("a/b/c.yaml", f"{CONCEPTEN}/c.yaml", f"{geheugen.MAP}/m/c.yaml", ".clm/gemaakt")


def _maak(map_: Path, inhoud: bytes) -> Path:
    for pad in BESTANDEN:
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    return map_


def _alles(map_: Path) -> dict[str, bytes | None]:
    """All files and folders below one, with what they hold."""
    return {
        p.relative_to(map_).as_posix(): p.read_bytes() if p.is_file() else None
        for p in map_.rglob("*")
    }


def test_a_register_that_makes_place_for_another_is_not_mixed_with_it(tmp_path: Path) -> None:
    """What is read was in the folder that was looked at, or is missing and said to be."""
    weggelaten = 0
    for keer in itertools.count(1):
        wortel, elders = tmp_path / f"{keer}/r", tmp_path / f"{keer}/elders"
        klein_register.lees(wortel)
        heel = len([*laad(wortel).register.bestanden])
        klein_register.lees(
            elders,
            {
                pad: tekst.replace("Bloem", "Geheim")
                for pad, tekst in klein_register.BASIS.items()
                if pad.startswith("bloem/")
            },
        )
        with pytest.MonkeyPatch.context() as monkey:
            nog = _wissel(monkey, keer, wortel / "bloem", elders / "bloem")
            geladen = laad(wortel)
            bestanden = [*geladen.register.bestanden]
        assert "Geheim" not in repr(bestanden), f"call {keer}"
        weggelaten += len(bestanden) < heel
        assert geladen.meldingen or len(bestanden) == heel, f"call {keer}"
        if nog[0] > 0:
            break
    assert weggelaten


def _wissel(monkey: pytest.MonkeyPatch, keer: int, weg: Path, naar: Path) -> list[int]:
    """Put a link to `naar` in the place of `weg` before the so-manieth call; what is left to go."""
    nog = [keer]

    def eerst(echt: Callable[..., object]) -> Callable[..., object]:
        def doe(*woorden: object, **meer: object) -> object:
            nog[0] -= 1
            if nog[0] == 0:
                weg.rename(weg.with_name("opzij"))
                weg.symlink_to(naar, target_is_directory=True)
            return echt(*woorden, **meer)

        return doe

    for naam in OPROEPEN:
        monkey.setattr(os, naam, eerst(getattr(os, naam)))
    return nog


@pytest.mark.parametrize("naam", DOEN)
def test_a_link_that_comes_after_the_look_leads_nowhere(tmp_path: Path, naam: str) -> None:
    plek, doe = DOEN[naam]
    geweigerd = gedaan = 0
    for keer in itertools.count(1):
        wortel = _maak(tmp_path / f"{keer}/r", b"oud")
        elders = _maak(tmp_path / f"{keer}/elders", b"geheim")
        voor, uit = _alles(elders), None
        with pytest.MonkeyPatch.context() as monkey:
            nog = _wissel(monkey, keer, wortel / plek, elders / plek)
            try:
                uit = doe(wortel)
                gedaan += 1
            except (OSError, ClmFout) as fout:
                geweigerd += 1
                reden = fout.errno if isinstance(fout, OSError) else None
                assert reden in (None, errno.ELOOP)
        assert _alles(elders) == voor, f"call {keer}"
        assert uit != b"geheim"
        for pad in uit if isinstance(uit, list) else ():
            assert Path(pad).name in {p.name for p in wortel.rglob("*")}, f"call {keer}"
        if nog[0] > 0:
            break
    assert keer > 2
    assert gedaan
    assert geweigerd or naam in ZWIJGT
