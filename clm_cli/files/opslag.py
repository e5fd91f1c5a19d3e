"""Floor 6, opslag: a proposal becomes bytes, is read back.

And reaches the disk whole or not at all.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.gate import lees
from clm_cli.files.gemaakt import is_te_vervangen, onthoud
from clm_cli.files.lader import Geladen, lees_record
from clm_cli.files.splice import voeg_toe, zet
from clm_cli.meldingen import ClmFout, Ernst, Melding, Plek, oorzaak
from clm_cli.register import bouw
from clm_cli.voorstel import Voorstel

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


def bereid(
    wortel: Path, geladen: Geladen, voorstel: Voorstel
) -> tuple[tuple[Bewerking, ...], Geladen]:
    """Everything to write, in memory, and the register as it will be.

    An invalid result is refused with its places.
    """
    _heel(geladen, voorstel)
    bewerkingen = [
        _stuk(wortel, stuk.pad, stuk.inhoud, vervang=stuk.vervang) for stuk in voorstel.stukken
    ]
    bewerkingen += [
        Bewerking(b.pad, None, schrijf_yaml(b.boom)) for b in voorstel.nieuw if not b.is_feit
    ]
    bewerkingen += _splitsingen(wortel, voorstel)
    bewerkingen += [
        Bewerking(_vrij(wortel, b.pad), None, schrijf_yaml(b.boom), wijkt_uit=True)
        for b in voorstel.nieuw
        if b.is_feit
    ]
    for bewerking in bewerkingen:
        if bewerking.oud is None and not bewerking.wijkt_uit and (wortel / bewerking.pad).exists():
            raise ClmFout(
                f"{bewerking.pad} bestaat al; er is niets geschreven.",
                nu="kies een andere naam of dag",
            )
    veranderd = [b for b in bewerkingen if b.oud != b.nieuw]
    return tuple(veranderd), _daarna(geladen, veranderd)


def verschil(bewerkingen: Sequence[Bewerking]) -> str:
    """What would change, as a diff; documents by their name and size."""
    regels: list[str] = []
    for b in bewerkingen:
        if not b.pad.endswith((".yaml", ".md")):
            regels.append(f"nieuw stuk {b.pad} ({len(b.nieuw)} bytes)")
            continue
        oud, nieuw = (
            (inhoud or b"").decode("utf-8", "replace").splitlines() for inhoud in (b.oud, b.nieuw)
        )
        regels += difflib.unified_diff(
            oud, nieuw, b.pad if b.oud is not None else "(nieuw)", b.pad, lineterm=""
        )
    return "\n".join(regels)


def schrijf(wortel: Path, bewerkingen: Sequence[Bewerking]) -> list[str]:
    """Write all files durably, in the order given; returns the paths as written.

    Raises ClmFout, naming what remains.
    """
    klaar: list[str] = []
    try:
        with _slot(wortel):
            for b in bewerkingen:
                if b.oud is not None and _inhoud(wortel / b.pad) != b.oud:
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


def _heel(geladen: Geladen, voorstel: Voorstel) -> None:
    """Writing is refused only where the same dossier.

    Its regime or the organisation's card cannot be read.
    """
    mappen = {pad.partition("/")[0] for pad in voorstel.paden}
    gedeeld = ("overeenkomsten", "regimes", "organisatie.yaml")
    kapot = [pad for pad in geladen.register.kapot if pad.partition("/")[0] in {*mappen, *gedeeld}]
    if kapot:
        meldingen = tuple(
            m for m in geladen.meldingen if m.plek and m.plek.pad in kapot and m.ernst is Ernst.FOUT
        )
        raise ClmFout(
            f"Er is niets geschreven: {', '.join(kapot)} is niet goed te lezen.",
            nu="verbeter dat bestand eerst; clm controleer wijst het aan",
            meldingen=meldingen,
        )


def _stuk(wortel: Path, pad: str, inhoud: bytes, *, vervang: bool) -> Bewerking:
    oud = _inhoud(wortel / pad)
    if oud is not None and oud != inhoud and not vervang:
        raise ClmFout(
            (
                f"{pad} bestaat al met een andere inhoud, en een feit noemt het; er is niets "
                "geschreven."
            ),
            nu="geef het stuk een andere naam",
        )
    if not is_te_vervangen(wortel, pad, inhoud):
        raise ClmFout(
            f"{pad} is niet meer wat clm hier maakte; er is niets geschreven.",
            nu="geef dat bestand een andere naam, en geef de opdracht opnieuw",
        )
    return Bewerking(pad, oud, inhoud)


def _splitsingen(wortel: Path, voorstel: Voorstel) -> Iterator[Bewerking]:
    for pad in dict.fromkeys(w.pad for w in voorstel.wijzigingen):
        oud = _inhoud(wortel / pad)
        if oud is None:
            raise ClmFout(
                f"{pad} bestaat niet; er is niets geschreven.", nu="clm controleer toont wat er is"
            )
        nieuw = oud
        for w in voorstel.wijzigingen:
            if w.pad == pad:
                nieuw = (voeg_toe if w.toevoegen else zet)(nieuw, w.sleutel, w.waarde)
        yield Bewerking(pad, oud, nieuw)


def _daarna(geladen: Geladen, bewerkingen: Sequence[Bewerking]) -> Geladen:
    bestanden: dict[str, Bestand[Any]] = {b.pad: b for b in geladen.register.bestanden}
    posities, fouten = dict(geladen.posities), list[Melding]()
    for b in bewerkingen:
        if not b.pad.endswith(".yaml"):
            continue
        gelezen = lees(b.nieuw, b.pad)
        posities[b.pad] = gelezen.posities
        record, meldingen = lees_record(b.pad, gelezen)
        fouten += [m for m in meldingen if m.ernst is Ernst.FOUT]
        if record is not None:
            bestanden[b.pad] = Bestand(b.pad, record, Plek(b.pad))
    if fouten:
        raise ClmFout(
            "Zo past het niet in het dossier; er is niets geschreven.", meldingen=tuple(fouten)
        )
    kapot = tuple(pad for pad in geladen.register.kapot if pad not in bestanden)
    return replace(
        geladen,
        register=bouw(bestanden.values(), geladen.register.regimes, kapot),
        posities=posities,
    )


def _inhoud(pad: Path) -> bytes | None:
    return pad.read_bytes() if pad.is_file() and not pad.is_symlink() else None


def _namen(pad: str) -> Iterator[str]:
    yield pad
    stam = pad.removesuffix(".yaml")
    yield from (f"{stam}-{nummer}.yaml" for nummer in range(2, 100_000))


def _vrij(wortel: Path, pad: str) -> str:
    return next(naam for naam in _namen(pad) if not os.path.lexists(wortel / naam))


def _zet_neer(wortel: Path, b: Bewerking) -> str:
    """One file: complete under a temporary name, then under its own.

    The folder too is made sure of.
    """
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
