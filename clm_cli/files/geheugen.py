"""Floor 6, geheugen: what was worked out of a dossier before, while all it came from is the same.

It is never the source of anything: a row counts only for the very bytes of the dossier and of what
dossiers share, the same day, the same clm and Python. It lies in the register, so that it goes
where the register goes and holds no more than that does; but a register may come from anybody, so
each row is sealed with a secret that only this user has.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path, PurePath
from typing import Any, Protocol

import pydantic
from pydantic_core import from_json, to_json

from clm_cli import __version__, resources
from clm_cli.deur import Plek, lees_genoemd, lees_in, map_in, plek_in
from clm_cli.files.lader import Geladen
from clm_cli.files.mappen import afdruk_van, cijferafdruk_van
from clm_cli.files.slot import eigen_map
from clm_cli.files.waarden import Vorm
from clm_cli.kijk import Bewaard

MAP = ".clm/geheugen"
GENOEG = 50
"""Of fewer dossiers nothing is kept: working them out takes no time."""
GENOEG_TE_DOEN = 10
"""So many rows were made of the first ten dossiers: there is much to do."""
_LANG = 32
_GROOTST = 16 << 20
_VLAGGEN = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Maten(Protocol):
    """Other processes that work out the same, further on."""

    def roep(self, namen: Sequence[str], wat: Sequence[str]) -> None:
        """Have them begin with these dossiers."""

    def stop(self) -> None:
        """Have them end."""


class Geheugen:
    """What is kept of the dossiers of one register, for one day."""

    def __init__(
        self, wortel: Path, geladen: Geladen, dag: date, maten: Maten | None = None
    ) -> None:
        """`geladen` is the register as it was read now; `maten` can work along."""
        self._wortel, self._geladen, self._dag = wortel, geladen, dag
        self._maten, self._bewaard = maten, 0
        self._weigert = False
        """Whether the disk did not take a row."""

    @cached_property
    def _vorm(self) -> Callable[[tuple[type, ...]], Vorm]:
        return cache(Vorm)

    @cached_property
    def _afdruk(self) -> Callable[[str], bytes | None]:
        """What a dossier says now, looked at once; empty of what is none."""
        return cache(lambda n: afdruk_van(self._wortel, n) if n in self._mogelijk else b"")

    @cached_property
    def _cijferafdruk(self) -> Callable[[str], bytes | None]:
        """The same of its figures alone."""
        return cache(lambda n: cijferafdruk_van(self._wortel, n) if n in self._mogelijk else b"")

    @cached_property
    def _geheim(self) -> bytes:
        """The secret of this user; empty when nothing can be kept.

        What is shared has to be read in full: what stands there bears on every dossier.
        """
        return _geheim() if self._geladen.gedeeld is not None else b""

    @cached_property
    def _kern(self) -> bytes:
        """What all rows of a run rest on."""
        gedeeld = self._geladen.gedeeld or b""
        return self._merk(_programma(), self._dag.isoformat().encode(), gedeeld)

    @cached_property
    def _map(self) -> str:
        return f"{MAP}/{self._merk(b'map').hex()[:16]}"

    def haal(self, wat: Bewaard, naam: str) -> Any | None:
        """What was kept of a dossier; None when there is nothing, or something changed."""
        if not self._geheim or naam not in self._geladen.mappen.namen:
            return None
        try:
            rij = lees_in(self._wortel, f"{self._map}/{self._naam(naam)}.{wat.naam}", _GROOTST)
        except OSError:
            return None
        kop, _, inhoud = rij[_LANG:].partition(b"\n")
        namen = [naam, *filter(None, os.fsdecode(kop).split("/"))]
        afdrukken = [*map(self._cijferafdruk if wat.cijfers else self._afdruk, namen)]
        if rij[:_LANG] != self._zegel(wat.naam, namen, afdrukken, inhoud):
            return None
        waarde = self._vorm(wat.soorten).uit_json(from_json(inhoud))
        if not wat.cijfers:
            self._geladen.schoon.add(naam)
        return waarde

    def bewaar(self, wat: Bewaard, uit: Mapping[str, bytes | None], waarde: Any) -> None:
        """Keep what was worked out of dossiers as they were read; never fails."""
        if not self._geheim or self._weigert:
            return
        naam, *_ = namen = list(uit)
        try:
            inhoud = to_json(self._vorm(wat.soorten).als_json(waarde))
            zegel = self._zegel(wat.naam, namen, list(uit.values()), inhoud)
            if zegel is None:
                return
            kop = os.fsencode("/".join(namen[1:]))
            rij = zegel + kop + b"\n" + inhoud
            with plek_in(self._wortel, f"{self._plaats}/{self._naam(naam)}.{wat.naam}") as plek:
                zet(plek, rij)
            self._bewaard += 1
        except FileNotFoundError:
            return  # another clm cleared away what it did not know
        except (TypeError, ValueError):
            return  # of a kind that is not kept
        except OSError:
            self._weigert = True

    def roep(self, namen: Sequence[str], wat: Sequence[str]) -> None:
        """Have others work along, when nothing was kept of those before."""
        if self._maten and self._bewaard >= GENOEG_TE_DOEN:
            self._maten.roep(namen, wat)

    def stop(self) -> None:
        """Nobody has to go on."""
        if self._maten:
            self._maten.stop()

    def laat_los(self, naam: str) -> bool:
        """Let go of what was read of a dossier, unless something is wrong with it."""
        mappen = self._geladen.mappen
        if mappen.is_gemaakt(naam):
            map_ = mappen.get(naam)
            if map_ is None or map_.inhoud.afdruk is None:
                return False
            self._geladen.schoon.add(naam)
            mappen.vergeet(naam)
        return naam in self._geladen.schoon

    @cached_property
    def _mogelijk(self) -> frozenset[str]:
        """What may be a dossier."""
        return frozenset(self._geladen.register.dossiers.namen)

    @cached_property
    def _plaats(self) -> str:
        """The folder, without what is of no dossier any more or was left half written."""
        eigen_map(self._wortel)
        namen = {self._naam(naam) for naam in self._geladen.mappen.namen}
        with map_in(self._wortel, self._map, maak=True) as plek:
            for ding in plek.ernaast():
                if PurePath(ding.name).stem not in namen:
                    plek.bij(ding.name).haal_weg()
        return self._map

    def _naam(self, dossier: str) -> str:
        return self._merk(b"naam", os.fsencode(dossier)).hex()[:32]

    def _zegel(
        self, wat: str, namen: Sequence[str], afdrukken: Sequence[bytes | None], inhoud: bytes
    ) -> bytes | None:
        """What only the right row of a dossier has; None when of one it came from too little is.

        The first of `namen` is the dossier, the others are those that it came from as well.
        """
        heel = [afdruk for afdruk in afdrukken if afdruk is not None]
        if len(heel) < len(afdrukken):
            return None
        return self._merk(self._kern, wat.encode(), *map(os.fsencode, namen), *heel, inhoud)

    def _merk(self, *delen: bytes) -> bytes:
        """A seal on some parts, that nobody makes without the secret."""
        merk = hashlib.blake2b(key=self._geheim, digest_size=_LANG)
        for deel in delen:
            merk.update(len(deel).to_bytes(8, "big") + deel)
        return merk.digest()


def vergeet(wortel: Path) -> None:
    """Take all away that is kept in a register, by whomever."""
    with contextlib.suppress(OSError), map_in(wortel, MAP) as mappen:
        for map_ in mappen.ernaast():
            with contextlib.suppress(OSError):
                with map_in(wortel, f"{MAP}/{map_.name}") as plek:
                    for ding in plek.ernaast():
                        plek.bij(ding.name).haal_weg()
                os.rmdir(mappen.van(map_.name), dir_fd=mappen.greep)


def zet(plek: Plek, inhoud: bytes) -> None:
    """Whole or not at all; a power cut may lose it, and then it is worked out again."""
    tijdelijk = plek.bij(f".{os.getpid()}.{os.urandom(4).hex()}.nieuw")
    try:
        with os.fdopen(tijdelijk.open(_VLAGGEN, 0o600), "wb") as bestand:
            bestand.write(inhoud)
        tijdelijk.hernoem(plek.naam)
    finally:
        with contextlib.suppress(OSError):
            tijdelijk.haal_weg()


def eigen_staat() -> Path:
    """Where this user keeps what belongs to no register; raises RuntimeError without a home."""
    thuis = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    return (Path(thuis) if thuis else Path.home() / ".local" / "state") / "clm"


def _geheim() -> bytes:
    """The secret of this user, made when it is asked for first; empty where it cannot be kept."""
    try:
        pad = eigen_staat() / "geheim"
        if not pad.exists():
            pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            zet(Plek(pad.parent, pad.name, None), os.urandom(_LANG))
        geheim = lees_genoemd(pad, _LANG)
    except (OSError, RuntimeError):  # no home
        return b""
    return geheim if len(geheim) == _LANG else b""


def _programma() -> bytes:
    """What changes when clm, Python or a library does."""
    bibliotheken = Path(pydantic.__file__).parents[1].stat().st_mtime_ns
    rijen = [__version__, sys.version, pydantic.VERSION, str(bibliotheken)]
    rijen += sorted(_bestanden(resources.pakket() / "clm_cli"))
    return "\n".join(rijen).encode()


def _bestanden(map_: Path) -> Iterator[str]:
    for ding in os.scandir(map_):
        if ding.is_dir():
            yield from () if ding.name == "__pycache__" else _bestanden(Path(ding.path))
        else:
            wat = ding.stat()
            yield f"{ding.path} {wat.st_size} {wat.st_mtime_ns}"
