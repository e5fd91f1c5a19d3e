"""What a template of a register may take is bounded, and all is as it was afterwards."""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from clm_cli.documents import sjablonen, zandbak
from clm_cli.documents.blokken import ontleed
from clm_cli.meldingen import ClmFout

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is bounded there")


def _zoals_het_was() -> tuple[object, ...]:
    import resource

    timer = signal.getitimer(signal.ITIMER_VIRTUAL)
    alarm = signal.getsignal(signal.SIGVTALRM)
    return gc.isenabled(), timer, alarm, resource.getrlimit(resource.RLIMIT_AS)


def _eindeloos() -> None:
    while True:
        pass


def _vol() -> None:
    raise MemoryError


def _begrensd(doe: Callable[[], None]) -> None:
    assert not gc.isenabled()
    assert 0 < signal.getitimer(signal.ITIMER_VIRTUAL)[0] <= 0.61  # a tick more than asked
    doe()


@pytest.mark.parametrize(
    ("doe", "woord"), [(_eindeloos, "te veel tijd"), (_vol, "te veel geheugen")]
)
@pytest.mark.parametrize("vuil", [True, False], ids=["gc", "no gc"])
def test_what_takes_too_much_is_refused_and_all_is_as_it_was(
    tmp_path: Path, doe: Callable[[], None], woord: str, *, vuil: bool
) -> None:
    (gc.enable if vuil else gc.disable)()
    try:
        voor = _zoals_het_was()
        with pytest.raises(ClmFout, match=woord), zandbak.begrensd(tmp_path):
            _begrensd(doe)
        assert _zoals_het_was() == voor
    finally:
        gc.enable()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much is in use")
def test_the_memory_is_what_is_in_use_and_two_hundred_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine may have pages of another size than most."""
    gezet: list[int] = []
    nep = SimpleNamespace(
        RLIMIT_AS=9,
        getrlimit=lambda _: (-1, -1),
        setrlimit=lambda _, grens: gezet.append(grens[0]),
        getpagesize=lambda: 65_536,
    )
    monkeypatch.setattr(zandbak, "resource", nep)
    bladen = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    with zandbak.begrensd(tmp_path):
        pass
    assert gezet[0] == pytest.approx(bladen * 65_536 + (200 << 20), rel=0.05)
    assert gezet[1] == -1


def test_what_clm_brings_itself_and_windows_have_no_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = _zoals_het_was()
    for eigen in (None, tmp_path / "is er niet"):
        with zandbak.begrensd(eigen):
            assert _zoals_het_was() == voor
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(zandbak, "resource")
    with zandbak.begrensd(tmp_path):
        assert _zoals_het_was()[:3] == voor[:3]


def test_a_text_of_links_alone_is_refused_before_it_is_taken_apart() -> None:
    assert ontleed("[a](b) " * 100)[0]["soort"] == "alinea"
    begin = time.process_time()
    with pytest.raises(ClmFout, match="meer dan 20000 koppelingen"):
        ontleed("[a](b" * 400_000)
    assert time.process_time() - begin < 0.5


GROTE_STUKKEN = (
    "- a\n",
    "# a\n",
    "a\n\n",
    "> a\n\n",
    "*a* ",
    "_a_ ",
    "`a` ",
    "[",
    "[a][a]",
    "|a|a\n|-|-\n|a|a\n\n",
    "\\a",
    "<a ",
)


@pytest.mark.parametrize("stuk", GROTE_STUKKEN)
def test_a_document_of_an_own_template_has_as_many_marks_as_people_make(
    tmp_path: Path, stuk: str
) -> None:
    """Two million signs are cut up in half a minute when each is a mark."""
    (eigen := tmp_path / "sjablonen").mkdir()
    (eigen / "x.md").write_text("{% raw %}" + stuk * (1_000_000 // len(stuk)) + "{% endraw %}")
    with pytest.raises(ClmFout, match="wordt te groot") as fout:
        sjablonen.vul("x", {}, eigen=eigen)
    assert fout.value.nu.endswith("of maak uw eigen sjabloon korter")
    (eigen / "x.md").write_text("[a]: b\n\n" + stuk * 2_000)
    assert len(sjablonen.vul("x", {}, eigen=eigen).markdown) > 2_000 * len(stuk.rstrip())
