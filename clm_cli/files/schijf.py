"""Floor 6, schijf: bytes reach the disk whole or not at all, and never over something else."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clm_cli.files.gemaakt import onthoud
from clm_cli.meldingen import ClmFout, oorzaak

SLOT = ".clm/slot"
ALLEEN_SCHEMAS = "*\n!schema/\n!schema/*.json\n"
"""What git leaves alone in `.clm`: all but the schemas, which a colleague needs too."""
_GEDULD = 10.0
"""Seconds to wait for another clm that is writing."""


@dataclass(frozen=True, slots=True)
class Bewerking:
    """One file to write: its content now (None when it is new), and what it becomes."""

    pad: str
    oud: bytes | None
    nieuw: bytes
    wijkt_uit: bool = False
    """A fact: when its name is taken it gets a number behind it."""


def schrijf(wortel: Path, bewerkingen: Sequence[Bewerking]) -> list[str]:
    """Write all files durably, in order, and return their paths; ClmFout names what remains."""
    klaar: list[str] = []
    try:
        with _slot(wortel):
            for b in bewerkingen:
                if b.oud is not None and inhoud_van(wortel / b.pad) != b.oud:
                    raise ClmFout(
                        f"{b.pad} is intussen door iemand anders gewijzigd.",
                        nu="geef de opdracht opnieuw",
                    )
            klaar.extend(
                _zet_neer(wortel, b) for b in bewerkingen
            )  # what was written before an error stays in the list
    except OSError as fout:
        rest = f" Wel geschreven: {', '.join(klaar)}." if klaar else " Er is niets geschreven."
        raise ClmFout(
            f"{fout.filename or wortel} kan niet worden geschreven: {oorzaak(fout)}.{rest}",
            nu="kijk of er ruimte is en of u er mag schrijven",
        ) from None
    onthoud(wortel, (b.nieuw for b in bewerkingen if not b.pad.endswith(".yaml")))
    return klaar


def bewaar_concept(wortel: Path, naam: str, tekst: str) -> Path:
    """Keep what was typed, under a name of its own in `.clm/concepten`."""
    _eigen_map(wortel)
    for nummer in range(1, 10_000):
        pad = f".clm/concepten/{naam}{'' if nummer == 1 else f'-{nummer}'}.yaml"
        with contextlib.suppress(FileExistsError):
            _zet_neer(wortel, Bewerking(pad, None, tekst.encode("utf-8", "replace")))
            return wortel / pad
    raise ClmFout("In .clm/concepten staan te veel concepten met deze naam.", nu="ruim de map op")


def _eigen_map(wortel: Path) -> None:
    """The folder for lock and drafts, which git leaves alone."""
    _maak_map(wortel / ".clm")
    with (
        contextlib.suppress(FileExistsError),
        (wortel / ".clm" / ".gitignore").open("x") as bestand,
    ):
        bestand.write(ALLEEN_SCHEMAS)


def inhoud_van(pad: Path) -> bytes | None:
    """The bytes of an ordinary file; None where there is none."""
    return pad.read_bytes() if pad.is_file() and not pad.is_symlink() else None


def _namen(pad: str) -> Iterator[str]:
    yield pad
    stam = pad.removesuffix(".yaml")
    yield from (f"{stam}-{nummer}.yaml" for nummer in range(2, 100_000))


def vrije_naam(wortel: Path, pad: str) -> str:
    """The first name that is not taken, with a number behind it where needed."""
    return next(naam for naam in _namen(pad) if not os.path.lexists(wortel / naam))


def _zet_neer(wortel: Path, b: Bewerking) -> str:
    """One file: complete under a temporary name, then under its own, with its folder on disk."""
    doel = wortel / b.pad
    _maak_map(doel.parent)
    tijdelijk = doel.with_name(
        f".{doel.name}.{os.getpid()}.{hashlib.sha256(os.urandom(8)).hexdigest()[:8]}.nieuw"
    )
    vlaggen = (
        os.O_WRONLY
        | os.O_CREAT
        | os.O_EXCL
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_BINARY", 0)
    )
    greep = os.open(tijdelijk, vlaggen, 0o666)
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(b.nieuw)
            bestand.flush()
            os.fsync(bestand.fileno())
        if b.oud is not None:
            _vervang(tijdelijk, doel)
            naam = b.pad
        else:
            naam = _koppel(wortel, tijdelijk, b)
    except BaseException:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        raise
    _zeker(doel.parent)
    return naam


def _koppel(wortel: Path, tijdelijk: Path, b: Bewerking) -> str:
    """Give a new file its name, which never overwrites; a fact takes the next free one."""
    for naam in _namen(b.pad) if b.wijkt_uit else (b.pad,):
        try:
            os.link(tijdelijk, wortel / naam)
        except FileExistsError:
            if not b.wijkt_uit:
                raise
            continue
        tijdelijk.unlink()
        return naam
    raise ClmFout(f"Er zijn te veel feiten met de naam {b.pad}.", nu="kies een andere naam")


def _vervang(tijdelijk: Path, doel: Path) -> None:
    """Replace; a virus scanner or a syncing folder may hold the file for a moment (Windows)."""
    for poging in range(5):
        try:
            tijdelijk.replace(doel)
        except PermissionError:
            if poging == 4:
                raise
            time.sleep(0.1 * 2**poging)
        else:
            return


def _maak_map(map_: Path) -> None:
    if map_.is_dir():
        return
    _maak_map(map_.parent)
    with contextlib.suppress(FileExistsError):
        map_.mkdir()
    _zeker(map_.parent)


def _zeker(map_: Path) -> None:
    """Make sure a folder's new names are on disk, where the system can."""
    if os.name == "nt":
        return
    greep = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)


@contextlib.contextmanager
def _slot(wortel: Path) -> Iterator[None]:
    """One writer at a time, out of politeness: without the lock nothing would be lost either."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    _eigen_map(wortel)
    with (wortel / SLOT).open("ab") as bestand:
        einde = time.monotonic() + _GEDULD
        while True:
            try:
                fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > einde:
                    raise ClmFout(
                        (
                            "Een andere clm is al tien seconden aan het schrijven; er is niets "
                            "geschreven."
                        ),
                        nu="probeer het opnieuw",
                    ) from None
                time.sleep(0.02)
        yield
