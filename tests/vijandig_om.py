"""What is around a command: its surroundings, a logo, a contract, a shared folder."""

from __future__ import annotations

import os
import struct
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import klein_register
from tests.vijandig import BRIEVEN, MB, NOTEER, Geval, docx
from tests.vijandig_buiten import begin_git

_MILIEU = (
    "COLUMNS=0",
    "COLUMNS=-5",
    "COLUMNS=999999999",
    "TZ=:/dev/zero",
    "LC_ALL=xx_YY.klingon",
    "HOME=/dev/null",
    "XDG_STATE_HOME={elders}/pijp",
    "XDG_STATE_HOME=/dev/zero",
    "TMPDIR={elders}/er-niet",
    "CLM_GEDULD=99999999999999999999999",
    "GIT_DIR=/dev/zero",
    "GIT_CONFIG_COUNT=99999999",
    "PATH=",
    "NO_COLOR=\x1b[31m",
)


def milieu() -> Iterator[Geval]:
    """What a shell may hand over to every command."""

    def maak(map_: Path, elders: Path) -> None:
        begin_git(map_)
        os.mkfifo(elders / "pijp")

    for om in _MILIEU:
        zo = [f"{om} {woorden}" for woorden in ("werklijst", "controleer", "wissen Jan", NOTEER)]
        yield Geval(f"om:{om[:40]!r}", maak, tuple(zo))


def _stuk(soort: bytes, inhoud: bytes) -> bytes:
    deel = soort + inhoud
    return struct.pack(">I", len(inhoud)) + deel + struct.pack(">I", zlib.crc32(deel))


def _png(breed: int, hoog: int, *meer: bytes) -> bytes:
    kop = _stuk(b"IHDR", struct.pack(">IIBBBBB", breed, hoog, 8, 6, 0, 0, 0))
    beeld = _stuk(b"IDAT", zlib.compress(bytes(20 * MB), 9))
    return b"\x89PNG\r\n\x1a\n" + kop + b"".join(meer) + beeld + _stuk(b"IEND", b"")


LOGOS: dict[str, Callable[[], bytes]] = {
    "reus.png": lambda: _png(60_000, 60_000),
    "breed.png": lambda: _png(2**31 - 1, 1),
    "teksten.png": lambda: _png(9, 9, *[_stuk(b"zTXt", b"a\0\0" + zlib.compress(bytes(MB)))] * 99),
    "kapot.png": lambda: b"\x89PNG\r\n\x1a\n" + b"\xff" * MB,
    "reus.jpg": lambda: b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(99),
}


def logos() -> Iterator[Geval]:
    """A picture that is small on the disk and large on the page."""
    for naam, inhoud in LOGOS.items():

        def maak(map_: Path, _: Path, naam: str = naam, inhoud: object = inhoud) -> None:
            assert callable(inhoud)
            (map_ / "huisstijl").mkdir(exist_ok=True)
            (map_ / f"huisstijl/{naam}").write_bytes(inhoud())
            klein_register.schrijf(map_, {"huisstijl/huisstijl.yaml": f"logo: {naam}\n"})

        brief = BRIEVEN.replace("--vorm md", "--vorm pdf")
        yield Geval(f"beeld:{naam}", maak, ("controleer", brief))


CONTRACTEN: dict[str, Callable[[], bytes]] = {
    "veel artikelen.txt": lambda: b"".join(b"Artikel %d Iets%d\n" % (n, n) for n in range(3_900)),
    "diepe nummers.txt": lambda: b"".join(
        b"%d" % n + b".1" * n + b" x%d\n" % n for n in range(600)
    ),
    "een lange regel.txt": lambda: b"Artikel 1 " + b" ".join(b"%d" % n for n in range(50_000)),
    "een lang nummer.txt": lambda: b"Artikel " + b"9" * 1_999 + b" x\n",
    "lege regels.txt": lambda: b"Artikel 1 x\n" + b"\n" * 399_000,
    "witte tekens.txt": lambda: b"Artikel 1" + b" \t" * 190_000 + b"x\n",
    "aanhalingen.txt": lambda: b'Artikel 1 x\n"' * 3_900,
    "utf-16.txt": lambda: ("Artikel 1 Iets\nTekst.\n" * 3_900).encode("utf-16"),
    "sturende tekens.txt": lambda: "Artikel 1 a\u00adb\u200dc\n".encode() * 999,
    "artikelen.docx": lambda: docx(b"<w:p><w:r><w:t>Artikel 1 x</w:t></w:r></w:p>" * 3_900),
}


def contracten() -> Iterator[Geval]:
    """The text of a contract from which a regime is begun."""
    for naam, inhoud in CONTRACTEN.items():
        soort = naam.rpartition(".")[2]

        def maak(_: Path, elders: Path, soort: str = soort, inhoud: object = inhoud) -> None:
            assert callable(inhoud)
            (elders / f"x.{soort}").write_bytes(inhoud())

        nieuw = f"regime nieuw sma-2031 --uit {{elders}}/x.{soort} --vanaf 2031-01-01"
        yield Geval(f"contract:{naam}", maak, (nieuw, "regime controleer sma-2031", "controleer"))


def _git(map_: Path, *woorden: str, invoer: bytes = b"") -> bytes:
    wie = {f"GIT_{w}_{d}": "x" for w in ("AUTHOR", "COMMITTER") for d in ("NAME", "EMAIL")}
    om = {**os.environ, **wie, "GIT_CONFIG_GLOBAL": os.devnull}
    git = ["git", "-C", str(map_), *woorden]
    return subprocess.run(git, input=invoer, capture_output=True, check=True, env=om).stdout.strip()


def _ding(map_: Path, soort: str, inhoud: bytes) -> bytes:
    return bytes.fromhex(
        _git(
            map_, "hash-object", "-t", soort, "-w", "--stdin", "--literally", invoer=inhoud
        ).decode()
    )


Boom = Callable[[Path], bytes]


def _rij(soort: bytes, naam: bytes, hash_: bytes) -> bytes:
    return soort + b" " + naam + b"\0" + hash_


def _met(soort: bytes, naam: bytes, inhoud: bytes) -> Boom:
    return lambda map_: _rij(soort, naam, _ding(map_, "blob", inhoud))


def _diepe_boom(map_: Path) -> bytes:
    boom = _met(b"100644", b"x.yaml", b"a: b\n")(map_)
    for _ in range(300):
        boom = _rij(b"40000", b"map", _ding(map_, "tree", boom))
    return boom


def _brede_boom(map_: Path) -> bytes:
    hash_ = _ding(map_, "blob", b"a: b\n")
    return b"".join(_rij(b"100644", b"a%06d.yaml" % n, hash_) for n in range(5_000))


BOMEN: dict[str, Boom] = {
    "een eigen gitmap": lambda map_: _rij(
        b"40000", b".git", _ding(map_, "tree", _met(b"100755", b"hooks", b"#!/bin/sh\n")(map_))
    ),
    "omhoog": _met(b"100644", b"../naast", b"x\n"),
    "een koppeling": _met(b"120000", b"organisatie.yaml", b"/etc/passwd"),
    "een eigen gitmap van windows": _met(b"100644", b"GIT~1", b"x\n"),
    "een ander register": lambda _: _rij(b"160000", b"bloem", b"\1" * 20),
    "diep": _diepe_boom,
    "breed": _brede_boom,
    "kenmerken": _met(b"100644", b".gitattributes", b"* filter=x diff=x merge=x\n" * 9_000),
    "groot": _met(b"100644", b"bijlage.bin", bytes(200 * MB)),
    "een uitbreiding": _met(
        b"100644", b".gitmodules", b'[submodule "x"]\n\turl = -u./x\n\tpath = x'
    ),
}


def klonen() -> Iterator[Geval]:
    """A shared folder that somebody prepared, for who joins."""
    for naam, boom in BOMEN.items():

        def maak(_: Path, elders: Path, boom: Boom = boom) -> None:
            kaal = elders / "ander.git"
            _git(elders, "init", "-q", "--bare", "--initial-branch=main", str(kaal))
            tak = _ding(kaal, "tree", boom(kaal)).hex().encode()
            wie = b"x <x@x> 0 +0000"
            kop = b"tree %s\nauthor %s\ncommitter %s\n\nx\n" % (tak, wie, wie)
            commit = _ding(kaal, "commit", kop).hex()
            _git(kaal, "update-ref", "refs/heads/main", commit)

        zo = "ophalen --begin {elders}/ander.git --in {elders}/../nieuw"
        yield Geval(f"kloon:{naam}", maak, (zo,))


def alle() -> list[Geval]:
    """All of it."""
    soorten = (milieu, logos, contracten, klonen)
    return [geval for soort in soorten for geval in soort()]
