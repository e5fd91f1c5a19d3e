"""Floor 6, schijf: bytes reach the disk whole or not at all, and never over something else."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import posixpath
import re
import signal
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from clm_cli.advies import advies, opdracht
from clm_cli.deur import Plek, lees_in, plek_in
from clm_cli.files.gemaakt import onthoud
from clm_cli.files.slot import eigen_map, gehouden
from clm_cli.meldingen import ClmFout, Geweigerd, Ingehaald, NietAf, oorzaak
from clm_cli.value import value

_VLAGGEN = getattr(os, "O_BINARY", 0)

CONCEPTEN = ".clm/concepten"
"""Where what was typed is kept until it is recorded."""
_TIJDELIJK = r"\.(.+)\.[0-9]+\.[0-9a-f]{8}\.nieuw"
"""The name of a file until it is complete: its own, who writes it, and a word of chance."""


@value
class Bewerking:
    """One file to write: its content now (None when it is new), and what it becomes."""

    pad: str
    oud: bytes | None
    nieuw: bytes
    wijkt_uit: bool = False
    """A fact: when its name is taken it gets a number behind it."""


def schrijf(
    wortel: Path, bewerkingen: Sequence[Bewerking], geschreven: list[str] | None = None
) -> list[str]:
    """Write all files durably, in order, and return their paths.

    They are put in `geschreven` whatever comes of it. Raises Ingehaald when one is not what it was,
    ClmFout when nothing was written, and NietAf with what is on the disk when something was.
    """
    klaar: list[str] = []
    try:
        with gehouden(wortel), _zonder_onderbreken():
            for b in bewerkingen:
                if b.oud is not None and inhoud_van(wortel, b.pad) != b.oud:
                    raise Ingehaald
            for b in bewerkingen:
                _zet_neer(wortel, b, klaar)
    except OSError as fout:
        if isinstance(fout, FileExistsError) and not klaar:
            raise Ingehaald from None
        raise _mislukt(fout, wortel, klaar, len(bewerkingen)) from None
    finally:
        if geschreven is not None:
            geschreven += klaar
        gemaakt = bewerkingen[: len(klaar)]
        onthoud(wortel, (b.nieuw for b in gemaakt if not b.pad.endswith(".yaml")))
    return klaar


def _bedoeld(naam: object) -> str:
    """The file that was to come, where only its temporary name is known."""
    pad = Path(str(naam or ""))
    eigen = re.fullmatch(_TIJDELIJK, pad.name)
    return str(pad.with_name(eigen[1]) if eigen else naam or "")


def _mislukt(fout: OSError, wortel: Path, klaar: Sequence[str], aantal: int) -> ClmFout:
    """What went wrong, and what is on the disk all the same."""
    waar, reden = _bedoeld(fout.filename) or wortel, oorzaak(fout)
    if not klaar:
        return Geweigerd(
            f"{waar} kan niet worden geschreven: {reden}.",
            nu="kijk of er ruimte is en of u er mag schrijven",
        )
    namen = ", ".join(klaar)
    if len(klaar) == aantal:
        return NietAf(
            f"Geschreven: {namen}. Niet zeker is of dit een stroomstoring overleeft: {reden}.",
            nu=advies(
                "laat de schijf nakijken; {controleer} toont wat er staat",
                controleer=opdracht("controleer"),
            ),
        )
    return NietAf(
        f"{waar} kan niet worden geschreven: {reden}. Wel geschreven: {namen}. De rest niet.",
        nu=advies(
            "kijk of er ruimte is en of u er mag schrijven; {controleer} toont wat er staat",
            controleer=opdracht("controleer"),
        ),
        feit=False,
    )


@contextlib.contextmanager
def _zonder_onderbreken() -> Iterator[None]:
    """Ctrl-C does nothing for the moment that writing takes, so that what is said of it is true."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    eerder = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, eerder)


def bewaar_concept(wortel: Path, naam: str, tekst: str, *, eigen: bool = True) -> Path:
    """Keep what was typed, under a name of its own in `.clm/concepten`.

    Unless it has to be its own (`eigen`), what stands there already is not kept once more.
    """
    eigen_map(wortel)
    inhoud = tekst.encode("utf-8", "replace")
    for nummer in range(1, 10_000):
        pad = f"{CONCEPTEN}/{naam}{'' if nummer == 1 else f'-{nummer}'}.yaml"
        with contextlib.suppress(FileExistsError):
            _zet_neer(wortel, Bewerking(pad, None, inhoud), [])
            return wortel / pad
        with contextlib.suppress(ClmFout):  # what cannot be read is another one
            if not eigen and inhoud_van(wortel, pad) == inhoud:
                return wortel / pad
    raise ClmFout(f"In {CONCEPTEN} staan te veel concepten met deze naam.", nu="ruim de map op")


def herschrijf_concept(wortel: Path, naam: str, tekst: str) -> None:
    """Write a draft anew, whole or not at all; raises OSError."""
    inhoud = tekst.encode("utf-8", "replace")
    _zet_neer(wortel, Bewerking(f"{CONCEPTEN}/{naam}", b"", inhoud), [])


def inhoud_van(wortel: Path, pad: str) -> bytes | None:
    """The bytes of a file in a register; None where there is none.

    Raises ClmFout when it cannot be read: what may be there is never taken for nothing.
    """
    try:
        return lees_in(wortel, pad)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fout:
        raise Geweigerd(
            f"{pad} is niet te lezen: {oorzaak(fout)}",
            nu="zet een gewoon bestand op deze plaats, of geef uzelf toegang",
        ) from None


def _namen(pad: str) -> Iterator[str]:
    yield pad
    stam = pad.removesuffix(".yaml")
    yield from (f"{stam}-{nummer}.yaml" for nummer in range(2, 100_000))


def vrije_naam(wortel: Path, pad: str, elders: Collection[str] = ()) -> str:
    """The first name that is not taken, here or `elders`, with a number behind it where needed."""
    return next(
        naam for naam in _namen(pad) if naam not in elders and not os.path.lexists(wortel / naam)
    )


def _zet_neer(wortel: Path, b: Bewerking, klaar: list[str]) -> None:
    """One file: complete under a temporary name, then under its own, with its folder on disk.

    It stands in `klaar` from the moment that it has its name.
    """
    with plek_in(wortel, b.pad, maak=True) as plek:
        kans = hashlib.sha256(os.urandom(8)).hexdigest()[:8]
        tijdelijk = plek.bij(f".{plek.naam}.{os.getpid()}.{kans}.nieuw")
        greep = tijdelijk.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL | _VLAGGEN)
        try:
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(b.nieuw)
                bestand.flush()
                os.fsync(bestand.fileno())
            if b.oud is not None:
                _vervang(tijdelijk, plek.naam)
            klaar.append(b.pad if b.oud is not None else _koppel(tijdelijk, b))
        finally:
            with contextlib.suppress(OSError):  # a name too many hurts nobody
                tijdelijk.haal_weg()
        plek.zeker()


def _koppel(tijdelijk: Plek, b: Bewerking) -> str:
    """Give a new file its name, which never overwrites; a fact takes the next free one."""
    for naam in _namen(b.pad) if b.wijkt_uit else (b.pad,):
        try:
            tijdelijk.koppel(posixpath.basename(naam))
        except FileExistsError:
            continue
        return naam
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), posixpath.basename(b.pad))


def _vervang(tijdelijk: Plek, naam: str) -> None:
    """Replace; a virus scanner or a syncing folder may hold the file for a moment (Windows)."""
    for poging in range(5):
        try:
            tijdelijk.hernoem(naam)
        except PermissionError:
            if poging == 4:
                raise
            time.sleep(0.1 * 2**poging)
        else:
            return
