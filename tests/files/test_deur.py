"""The door to a file: nothing outside the register, no link, ordinary files, a limit."""

from __future__ import annotations

import cProfile
import errno
import os
from pathlib import Path

import pytest

from clm_cli import deur
from clm_cli.deur import alles_onder, lees_genoemd, lees_in, nagegaan, neem_over, zet_erbij


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    wortel = tmp_path / "r"
    (wortel / "a/b").mkdir(parents=True)
    (wortel / "a/b/c.txt").write_bytes(b"inhoud")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/c.txt").write_bytes(b"geheim")
    return wortel


@pytest.mark.parametrize(
    "pad", ["..", "../elders/c.txt", "/etc/hostname", "a/../../elders", ".", ""]
)
def test_no_path_leads_out_of_a_register(map_: Path, pad: str) -> None:
    with pytest.raises(OSError, match="not permitted") as fout:
        nagegaan(map_, pad)
    assert fout.value.errno == errno.EPERM


def test_a_path_with_turns_is_the_one_without(map_: Path) -> None:
    assert nagegaan(map_, "a/../a/./b/c.txt") == map_ / "a/b/c.txt"
    assert nagegaan(map_, "a/nieuw/ook/x.txt") == map_ / "a/nieuw/ook/x.txt"


@pytest.mark.parametrize("plek", ["a", "a/b", "a/b/c.txt"])
def test_a_link_at_any_place_of_a_path_is_no_way_in(map_: Path, plek: str) -> None:
    (map_ / plek).rename(map_.parent / "opzij")
    (map_ / plek).symlink_to(map_.parent / "opzij")
    for doe in (
        lambda: nagegaan(map_, "a/b/c.txt"),
        lambda: lees_in(map_, "a/b/c.txt"),
        lambda: zet_erbij(map_, "a/b/c.txt", "x"),
        lambda: neem_over(map_, "a/b/c.txt", map_.parent / "kopie"),
    ):
        with pytest.raises(OSError, match="symbolic links") as fout:
            doe()
        assert (fout.value.errno, fout.value.filename) == (errno.ELOOP, str(map_ / plek))
    assert not (map_.parent / "kopie").exists()


@pytest.mark.parametrize("plek", ["a", "a/b"])
def test_where_no_folder_can_be_held_a_link_is_no_way_into_one(
    map_: Path, monkeypatch: pytest.MonkeyPatch, plek: str
) -> None:
    """Windows does nothing in a folder that is held: each part is looked at first."""
    monkeypatch.setattr(deur, "_HOUDT_VAST", False)
    with deur.map_in(map_, "a/b") as in_:
        assert [ding.name for ding in in_.ernaast()] == ["c.txt"]
    (map_ / plek).rename(map_.parent / "opzij")
    (map_ / plek).symlink_to(map_.parent / "opzij")
    with pytest.raises(OSError, match="symbolic links"), deur.map_in(map_, "a/b"):
        pass


def test_a_folder_in_a_folder_without_end_is_not_followed_to_the_end(map_: Path) -> None:
    bodem = map_ / "/".join(["d"] * 70)
    bodem.mkdir(parents=True)
    (bodem / "x.txt").touch()
    with pytest.raises(OSError, match="too long") as fout:
        list(alles_onder(map_))
    assert fout.value.errno == errno.ENAMETOOLONG


def test_only_an_ordinary_file_of_a_size_is_read(map_: Path) -> None:
    assert lees_in(map_, "a/b/c.txt", 6) == b"inhoud"
    with pytest.raises(OSError, match="too large") as fout:
        lees_in(map_, "a/b/c.txt", 5)
    assert (fout.value.errno, fout.value.filename) == (errno.EFBIG, str(map_ / "a/b/c.txt"))
    os.mkfifo(map_ / "pijp")
    for pad, code in (("pijp", errno.ENODEV), ("a", errno.EISDIR), ("weg", errno.ENOENT)):
        with pytest.raises(OSError, match=r".") as fout:
            lees_in(map_, pad)
        assert fout.value.errno == code


def test_a_file_that_grows_while_it_is_read_comes_to_an_end(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that a program writes on in is read to its end, or is too large: it is not for ever."""
    lees, groei = os.read, 1
    (pad := map_ / "logboek.txt").write_bytes(b"begin ")

    def lees_en_schrijf(greep: int, hoeveel: int) -> bytes:
        with pad.open("ab") as bestand:
            bestand.write(b"x" * groei)
        return lees(greep, hoeveel)

    monkeypatch.setattr(os, "read", lees_en_schrijf)
    for lezer in (lambda: lees_in(map_, pad.name, 7_000), lambda: lees_genoemd(pad, 7_000)):
        with pytest.raises(OSError, match=r"logboek\.txt") as fout:
            lezer()
        assert fout.value.errno == errno.EFBIG
        groei *= 2_000
    monkeypatch.undo()
    assert lees_genoemd(pad, pad.stat().st_size) == pad.read_bytes()


def test_nothing_is_put_behind_what_is_no_file(map_: Path) -> None:
    """A pipe with somebody at its end would take it."""
    os.mkfifo(map_ / "pijp")
    lezer = os.open(map_ / "pijp", os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(OSError, match="No such device") as fout:
            zet_erbij(map_, "pijp", "een\n")
        assert fout.value.errno == errno.ENODEV
        assert os.read(lezer, 9) == b""
    finally:
        os.close(lezer)


def test_what_is_put_behind_a_file_is_for_who_may_read_new_files(map_: Path) -> None:
    eerder = os.umask(0o007)
    try:
        zet_erbij(map_, "lijst", "een\n")
        zet_erbij(map_, "lijst", "twee\n")
    finally:
        os.umask(eerder)
    assert (map_ / "lijst").read_bytes() == b"een\ntwee\n"
    assert (map_ / "lijst").stat().st_mode & 0o777 == 0o660


def test_a_copy_never_takes_the_place_of_what_stands_there(map_: Path) -> None:
    neem_over(map_, "a/b/c.txt", map_.parent / "kopie")
    assert (map_.parent / "kopie").read_bytes() == b"inhoud"
    with pytest.raises(FileExistsError):
        neem_over(map_, "a/b/c.txt", map_.parent / "elders/c.txt")


def test_all_that_is_below_a_folder_but_what_git_keeps(map_: Path) -> None:
    (map_ / ".git/objects").mkdir(parents=True)
    (map_ / ".git/objects/x").touch()
    (map_ / "koppeling").symlink_to(map_.parent / "elders")
    (map_ / ".verborgen").touch()
    assert sorted(alles_onder(map_)) == [".verborgen", "a/b/c.txt", "koppeling"]
    assert sorted(alles_onder(map_, over=lambda pad: pad == "a/b")) == [
        *(".git/objects/x", ".verborgen", "koppeling"),
    ]
    assert list(alles_onder(map_ / "nergens")) == []


def test_where_a_folder_is_held_reading_does_not_look_first(map_: Path) -> None:
    """Thousands of files are read, and to look at each part of a path takes as long."""
    with cProfile.Profile() as teller:
        assert lees_in(map_, "a/b/c.txt") == b"inhoud"
    gezien = [str(rij.code) for rij in teller.getstats()]
    assert any("posix.open" in naam for naam in gezien)
    assert not any("posix.lstat" in naam or "posix.stat" in naam for naam in gezien)
