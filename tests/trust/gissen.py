"""What no one would type, a million times: the gate, the readers of what people type, registers.

`AANTAL=1000000 ZAAD=1 python -m pytest -q -s tests/trust/gissen.py`; the registers are a fiftieth.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.gate import lees, puur_ontleder
from clm_cli.meldingen import ClmFout
from clm_cli.resources import voorbeeld
from clm_cli.tijd.datum import lees_datum
from clm_cli.tijd.duur import lees_duur
from clm_cli.tijd.getal import lees_bedrag, lees_geheel, lees_getal
from clm_cli.tijd.periode import lees_periode
from tests.cli.test_verleden import LEZEN

AANTAL = int(os.environ.get("AANTAL", "20000"))
ZAAD = int(os.environ.get("ZAAD", "1"))
BESTANDEN = [pad.read_bytes() for pad in sorted(voorbeeld().rglob("*.yaml"))]
TEKENS = [
    *(teken.encode() for teken in ":;{}[],\"'#-?|>&*!%@`\\~=\r\n\t 0é\u2028\u0085\ufeff"),
    *(b"- ", b": ", b"---\n", b"...\n", b"<<: ", b"|#", b"\x00", b"\xff", b"\x1b[31m"),
]
WOORDEN = [
    *("4 mei 2026", "2026-05-04", "4-5-26", "maandag 4 mei 2026", "31 februari 2026", "maandag"),
    *("Q1 2026", "2026-K1", "week 20", "10 werkdagen", "tien (10) werkdagen", "1 jaar", "maanden"),
    *("1.250", "€ 684.905,25", "7,3", "%", "-", "0", "99999999", "٣", "½", "1e9", "NaN", "inf"),
]
LEZERS: tuple[Callable[[str], object], ...] = (
    lees_datum,
    lees_duur,
    lees_getal,
    lees_bedrag,
    lees_geheel,
    lees_periode,
)


def gemuteerd(dobbel: random.Random, inhoud: bytes) -> bytes:
    """The bytes with one to three small things changed: added, gone, replaced or repeated."""
    uit = bytearray(inhoud)
    for _ in range(dobbel.choice((1, 1, 1, 2, 3))):
        waar, lengte = dobbel.randrange(len(uit) + 1), dobbel.choice((0, 1, 1, 2, 5, 20))
        weer = dobbel.randrange(len(uit) + 1)
        nieuw = dobbel.choice((dobbel.choice(TEKENS), bytes(uit[weer : weer + lengte]), b""))
        uit[waar : waar + dobbel.choice((0, lengte))] = nieuw
    return bytes(uit)


def stuk(dobbel: random.Random) -> bytes:
    """A few lines of a file of the example, changed."""
    regels = dobbel.choice(BESTANDEN).split(b"\n")
    waar = dobbel.randrange(len(regels))
    return gemuteerd(dobbel, b"\n".join(regels[waar : waar + dobbel.randrange(1, 8)]))


def test_the_gate_never_raises_and_both_parsers_agree() -> None:
    dobbel, codes, langst = random.Random(ZAAD), Counter[str](), 0.0
    for nummer in range(AANTAL):
        inhoud, begin = stuk(dobbel), time.perf_counter()
        gelezen = lees(inhoud, "x.yaml")
        langst = max(langst, time.perf_counter() - begin)
        codes.update(melding.code for melding in gelezen.meldingen)
        assert gelezen.boom is not None or gelezen.meldingen, inhoud
        if nummer % 10 == 0:
            ander = lees(inhoud, "x.yaml", puur_ontleder())
            assert (gelezen.boom, gelezen.meldingen) == (ander.boom, ander.meldingen), inhoud
            for sleutel in gelezen.posities.waarden if gelezen.boom else ():
                daar = (g.posities.van(sleutel) for g in (gelezen, ander))
                assert len({*daar}) == 1, (inhoud, sleutel)
    alle = dict(codes.most_common())
    print(f"\nseed {ZAAD}: {AANTAL} texts, longest {langst * 1000:.0f} ms, {alle}")
    assert len(codes) > 10


def test_what_people_type_is_read_or_refused() -> None:
    dobbel, uitkomsten = random.Random(ZAAD), Counter[str]()
    for nummer in range(AANTAL):
        woorden = " ".join(dobbel.choices(WOORDEN, k=dobbel.choice((1, 1, 1, 2)))).encode()
        tekst = gemuteerd(dobbel, woorden) if dobbel.randrange(3) else woorden
        lezer = LEZERS[nummer % len(LEZERS)]
        try:
            lezer(tekst.decode("utf-8", "replace"))
            uitkomsten[f"{lezer.__name__} read"] += 1
        except (ClmFout, ValueError):
            uitkomsten[f"{lezer.__name__} refused"] += 1
    print(f"\nseed {ZAAD}: {AANTAL} texts, {dict(sorted(uitkomsten.items()))}")
    assert all(
        uitkomsten[f"{lezer.__name__} {hoe}"] for lezer in LEZERS for hoe in ("read", "refused")
    )


def test_a_register_that_was_changed_is_read_or_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "register"
    shutil.copytree(voorbeeld(), map_)
    paden = sorted(map_.rglob("*.yaml"))
    dobbel, codes = random.Random(ZAAD), Counter[int]()
    for nummer in range(max(1, AANTAL // 50)):
        pad = dobbel.choice(paden)
        was = pad.read_bytes()
        pad.write_bytes(gemuteerd(dobbel, was))
        woorden = LEZEN[nummer % len(LEZEN)]
        code = draai(["--map", str(map_), "--vandaag", "2026-05-18", *woorden])
        uit = capsys.readouterr()
        assert code in (0, 1, 2), f"{pad}: {woorden}\n{uit.err}"
        assert uit.out or uit.err
        codes[code] += 1
        pad.write_bytes(was)
    print(f"\nseed {ZAAD}: {sum(codes.values())} changed registers, exit codes {dict(codes)}")
