"""The store: whole or not at all, never over something else, two writers lose nothing.

A refusal leaves no trace.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import multiprocessing
import os
import signal
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from clm_cli import deur
from clm_cli.acts.dossier import _mapnaam
from clm_cli.acts.feit import slug
from clm_cli.cli.hoofd import draai
from clm_cli.deur import past_overal
from clm_cli.files import geheugen, schijf, slot
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.lader import laad
from clm_cli.files.schijf import Bewerking, schrijf
from clm_cli.files.voorbereiding import bereid
from clm_cli.meldingen import ClmFout, Ingehaald, NietAf
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel
from tests import klein_register

FEIT = {
    "datum": "2026-05-18",
    "vastgelegd": "2026-05-18T12:00:00+02:00",
    "door": "mia",
    "wijze": "telefoon",
    "richting": "inkomend",
    "met": ["Jan"],
    "kern": "gebeld",
}


def afdruk(map_: Path) -> dict[str, str]:
    """Every file outside `.clm/` with its sha256."""
    return {
        str(p.relative_to(map_)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in map_.rglob("*")
        if p.is_file() and ".clm" not in p.parts
    }


def _schrijf_500(map_: str, wie: str) -> None:
    slot._GEDULD = 600  # of a person; here a busy machine keeps who waits from its turn
    for nummer in range(500):
        inhoud = schrijf_yaml({**FEIT, "kern": f"{wie} {nummer}"})
        schrijf(
            Path(map_),
            [Bewerking("bloem/contacten/2026-05-18-telefoon.yaml", None, inhoud, wijkt_uit=True)],
        )


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    taken = [
        multiprocessing.get_context("spawn").Process(target=_schrijf_500, args=(str(tmp_path), wie))
        for wie in ("a", "b")
    ]
    for taak in taken:
        taak.start()
    for taak in taken:
        taak.join()
    geladen = laad(tmp_path)
    kernen = {b.record.kern for b in geladen.register.bestanden if b.soort == "contact"}
    assert len(kernen) == 1000
    assert geladen.meldingen == ()


def test_who_waits_too_long_for_another_is_told_how_long_and_may_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slot, "_GEDULD", 1.0)
    monkeypatch.setattr(slot, "_STIL", 0.1)
    gezegd: list[str] = []
    ander = slot._open(tmp_path)
    slot._grendel(ander)
    with pytest.raises(ClmFout, match="Een andere clm is al 1 seconden aan het schrijven"):
        slot.neem(tmp_path, lambda: gezegd.append("even geduld"))
    assert gezegd == ["even geduld"]
    os.close(ander)
    slot.neem(tmp_path)
    slot.laat_los()


def test_who_held_the_lock_before_a_writing_holds_it_after_it(tmp_path: Path) -> None:
    with slot.gehouden(tmp_path):
        with slot.gehouden(tmp_path):
            pass
        ander = slot._open(tmp_path)
        assert not slot._gelukt(ander)
    assert slot._gelukt(ander)
    os.close(ander)


@pytest.mark.parametrize("hoe", ["written over", "replaced", "touched"])
def test_a_file_of_the_same_size_that_is_not_the_same_is_seen(tmp_path: Path, hoe: str) -> None:
    """A command that was decided on what stood there begins again when that is another file."""
    (pad := tmp_path / "bloem/aanbieder.yaml").parent.mkdir()
    pad.write_text("naam: Bloem\n")
    os.utime(pad, (1, 1))
    voor = slot.afdruk(tmp_path)
    assert slot.afdruk(tmp_path) == voor
    if hoe == "replaced":
        (ander := tmp_path / "bloem/.nieuw").write_text("naam: Bloei\n")
        ander.replace(pad)
    elif hoe == "written over":
        pad.write_text("naam: Bloei\n")
    os.utime(pad, (2, 2) if hoe == "touched" else (1, 1))
    assert slot.afdruk(tmp_path) != voor


def test_documents_go_first_and_the_fact_last(tmp_path: Path) -> None:
    geladen = klein_register.lees(tmp_path)
    voorstel = Voorstel(
        "x",
        nieuw=(NieuwBestand("bloem/contacten/2026-05-18-x.yaml", FEIT),),
        stukken=(NieuwStuk("bloem/contacten/a.pdf", b"%PDF"),),
    )
    bewerkingen, daarna, _ = bereid(tmp_path, geladen, voorstel)
    assert (
        [b.pad for b in bewerkingen]
        == ["bloem/contacten/a.pdf", "bloem/contacten/2026-05-18-x.yaml"]
        == list(voorstel.paden)
    )
    assert len(daarna.register.bestanden) == len(geladen.register.bestanden) + 1
    assert schrijf(tmp_path, bewerkingen) == list(voorstel.paden)


@pytest.mark.parametrize(
    ("oproep", "bij"),
    [("fsync", 1), ("fsync", 2), ("fsync", 3), ("link", 1), *(("open", n) for n in range(1, 12))],
)
def test_a_full_disk_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, oproep: str, bij: int
) -> None:
    klein_register.lees(tmp_path)
    voor, echt, teller = afdruk(tmp_path), getattr(os, oproep), iter(range(1, 99))

    def stuk(*woorden, **meer):
        if next(teller) == bij:
            raise OSError(errno.ENOSPC, "No space left on device", "schijf")
        return echt(*woorden, **meer)

    monkeypatch.setattr(os, oproep, stuk)
    with pytest.raises(ClmFout) as fout:
        schrijf(
            tmp_path,
            [
                Bewerking(
                    "bloem/contacten/2026-05-18-x.yaml", None, schrijf_yaml(FEIT), wijkt_uit=True
                )
            ],
        )
    monkeypatch.undo()
    na = afdruk(tmp_path)
    assert ("Er is niets geschreven" in fout.value.tekst) == (na == voor), fout.value.tekst
    assert {pad for pad in na if pad not in voor} <= {"bloem/contacten/2026-05-18-x.yaml"}
    assert laad(tmp_path).meldingen == ()


@pytest.mark.parametrize(
    ("fout", "woorden"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EDQUOT, "uw schijfruimte is op"),
        (errno.EROFS, "er kan daar niet worden geschreven"),
        (errno.EIO, "de schijf gaf een fout"),
        (errno.EACCES, "u mag er niet bij"),
        (errno.ESTALE, "de netwerkschijf gaf geen antwoord"),
    ],
)
def test_what_the_disk_says_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: int, woorden: str
) -> None:
    def stuk(_: int) -> None:
        raise OSError(fout, os.strerror(fout))

    monkeypatch.setattr(os, "fsync", stuk)
    with pytest.raises(ClmFout) as gezegd:
        schrijf(tmp_path, [Bewerking("x.yaml", None, b"x")])
    assert f"kan niet worden geschreven: {woorden}. Er is niets geschreven." in gezegd.value.tekst
    assert gezegd.value.nu == "kijk of er ruimte is en of u er mag schrijven"


def test_what_has_a_name_is_on_the_disk_and_so_is_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves a new file whole, in a folder that is there; what it may: `stroom.py`."""
    gezien = list[str]()

    def let_op(naam: str) -> None:
        echt = getattr(os, naam)

        def doe(eerste: int | str, *rest: object, **meer: object) -> object:
            wat = (
                Path(f"/proc/self/fd/{eerste}").readlink()
                if naam == "fsync"
                else Path(str(rest[0]))
            )
            deel = f"{wat.stat().st_size} byte" if wat.suffix == ".nieuw" else wat.name
            gezien.append(f"{naam} {deel}")
            return echt(eerste, *rest, **meer)

        monkeypatch.setattr(os, naam, doe)

    with slot.gehouden(tmp_path):
        for naam in ("fsync", "link", "replace"):
            let_op(naam)
        schrijf(tmp_path, [Bewerking("a/b/x.yaml", None, b"x")])
        schrijf(tmp_path, [Bewerking("a/b/x.yaml", b"x", b"y")])
    monkeypatch.undo()
    assert gezien == [
        *(f"fsync {tmp_path.name}", "fsync a", "fsync 1 byte", "link x.yaml", "fsync b"),
        *("fsync 1 byte", "replace x.yaml", "fsync b"),
    ]


def test_who_breaks_off_while_clm_writes_is_told_what_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien, eerder = set[object](), signal.getsignal(signal.SIGINT)
    echt = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda greep: (gezien.add(signal.getsignal(signal.SIGINT)), echt(greep))
    )
    schrijf(tmp_path, [Bewerking("x.yaml", None, b"x")])
    assert gezien == {signal.SIG_IGN}
    assert signal.getsignal(signal.SIGINT) is eerder


def test_what_was_typed_once_more_is_kept_once_unless_it_is_for_an_editor(tmp_path: Path) -> None:
    assert schijf.bewaar_concept(tmp_path, "c", "tekst", eigen=False).name == "c.yaml"
    assert schijf.bewaar_concept(tmp_path, "c", "tekst", eigen=False).name == "c.yaml"
    assert schijf.bewaar_concept(tmp_path, "c", "tekst").name == "c-2.yaml"


def test_a_program_that_clm_starts_does_not_keep_the_lock(tmp_path: Path) -> None:
    """An editor that stays open, or a git that waits, would keep everybody from writing."""
    with slot.gehouden(tmp_path):
        assert not os.get_inheritable(slot._GREPEN[tmp_path])


def test_what_is_hidden_is_no_other_register_and_a_name_of_one_letter_is(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    voor = slot.afdruk(tmp_path)
    for pad in (".clm/slot", ".git/index", "bloem/.x", ".y"):
        (tmp_path / pad).parent.mkdir(exist_ok=True)
        (tmp_path / pad).write_text("x")
    assert slot.afdruk(tmp_path) == voor
    (tmp_path / "z").write_text("x")
    assert slot.afdruk(tmp_path).keys() - voor.keys() == {"z"}


def test_a_card_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    paden = ("bloem/aanbieder.yaml", "organisatie.yaml")
    was = {pad: (tmp_path / pad).read_bytes() for pad in paden}
    for anders in paden:  # the last one too, before the first is written
        rij = [Bewerking(p, b"anders" if p == anders else was[p], b"nieuw") for p in paden]
        with pytest.raises(Ingehaald):
            schrijf(tmp_path, rij)
        assert {pad: (tmp_path / pad).read_bytes() for pad in paden} == was


WEIGERINGEN = [
    ["actie", "afgerond", "bloem", "A-99", "--resultaat", "klaar"],
    ["actie", "verzet", "bloem", "A-01", "--uiterlijk", "32 mei 2026", "--reden", "x"],
    ["noteer", "bloem", "kern", "--wijze", "telepathie", "--met", "Jan"],
    [
        "noteer",
        "bloem",
        "kern",
        "--wijze",
        "telefoon",
        "--richting",
        "uitgaand",
        "--met",
        "Jan",
        "--datum",
        "2027-01-01",
    ],
    [
        "noteer",
        "bloem",
        "kern",
        "--wijze",
        "telefoon",
        "--met",
        "Jan",
        "--bijlage",
        "bestaat-niet.pdf",
    ],
    [
        "noteer",
        "bloem",
        "onzichtbaar \u202e",
        "--wijze",
        "telefoon",
        "--richting",
        "uitgaand",
        "--met",
        "Jan",
    ],
    ["noteer", "bloem"],
    [
        "noteer",
        "bloem",
        "kern",
        "--wijze",
        "telefoon",
        "--richting",
        "uitgaand",
        "--met",
        "Jan",
        "--commit",
    ],
    ["signaal", "bloem", "wat", "--soort", "tijdigheid"],
    ["signaal", "uitvraag", "bloem", "signalen/bestaat-niet", "--vraag", "x"],
    ["gesprek", "gepland", "bloem", "--datum", "2026-06-30", "--soort", "extra"],
    ["gesprek", "gepland", "bloem", "--datum", "2026-06-30", "--contract", "bestaat-niet"],
    ["gesprek", "gehouden", "bloem", "--ambitie", "ja"],
    ["gesprek", "gedeeld", "bloem"],
    ["gesprek", "vastgesteld", "bloem"],
    ["classificeer", "bloem", "--contract", "ambulant", "--waarde", "omzet=veel"],
    ["classificeer", "bloem", "--contract", "ambulant", "--categorie", "2"],
    ["classificeer", "bloem", "--contract", "bestaat-niet", "--categorie", "2", "--reden", "x"],
    [
        "contract",
        "nieuw",
        "bloem",
        "Ambulant!",
        "--overeenkomst",
        "raam",
        "--nummer",
        "1",
        "--zorgvorm",
        "ambulant",
    ],
    [
        "contract",
        "nieuw",
        "bloem",
        "ambulant",
        "--overeenkomst",
        "raam",
        "--nummer",
        "1",
        "--zorgvorm",
        "ambulant",
    ],
    ["contract", "wijziging", "bloem", "ambulant", "--wat", "x", "--ingaat", "30-02-2026"],
    ["nieuw", "Bloem", "--kvk", "1", "--straat", "S 1", "--postcode", "9999 ZZ", "--plaats", "T"],
    ["brief", "maak", "bloem", "onbekend"],
    ["brief", "verzonden", "bloem", "--kanaal", "koerier"],
    ["overgeslagen", "bloem", "bestaat-niet", "--code", "DOS204", "--reden", "x"],
]


@pytest.mark.parametrize("woorden", WEIGERINGEN, ids=" ".join)
def test_a_refusal_leaves_the_tree_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: list[str]
) -> None:
    klein_register.lees(tmp_path)
    voor = afdruk(tmp_path)
    assert (
        draai([*woorden, "--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]) == 2
    )
    gezegd = capsys.readouterr()
    assert gezegd.out == ""
    assert "nu:" in gezegd.err
    assert "Traceback" not in gezegd.err
    assert afdruk(tmp_path) == voor


def test_a_try_out_shows_the_difference_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    voor = afdruk(tmp_path)
    woorden = [
        "noteer",
        "bloem",
        "gebeld",
        "--wijze",
        "telefoon",
        "--richting",
        "uitgaand",
        "--met",
        "Jan",
        "--proef",
    ]
    assert (
        draai([*woorden, "--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]) == 0
    )
    assert "+kern: gebeld" in capsys.readouterr().out
    assert afdruk(tmp_path) == voor
    assert not (tmp_path / ".clm").exists()


def test_what_was_typed_and_refused_is_kept_and_can_be_given_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    rest = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    assert (
        draai(
            [
                "noteer",
                "bloem",
                "een lang verhaal",
                "--wijze",
                "telefoon",
                "--richting",
                "uitgaand",
                *rest,
            ]
        )
        == 2
    )
    capsys.readouterr()
    (concept,) = (tmp_path / ".clm/concepten").glob("*.yaml")
    assert draai(["noteer", "bloem", "--bestand", str(concept), "--met", "Jan", *rest]) == 0
    (feit,) = (tmp_path / "bloem/contacten").glob("*.yaml")
    assert "een lang verhaal" in feit.read_text()


def test_a_broken_dossier_refuses_writing_there_and_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(
        tmp_path,
        {
            "ander/aanbieder.yaml": klein_register.BASIS["bloem/aanbieder.yaml"].replace(
                "Bloem", "Ander"
            )
        },
    )
    (tmp_path / "ander/plan.yaml").write_text("a: [1\n")
    rest = [
        "gebeld",
        "--wijze",
        "telefoon",
        *("--richting", "uitgaand", "--met", "Jan"),
        "--map",
        str(tmp_path),
        "--vandaag",
        "2026-05-18",
        "--door",
        "mia",
    ]
    assert draai(["noteer", "ander", *rest]) == 2
    assert "ander/plan.yaml" in capsys.readouterr().err
    assert draai(["noteer", "bloem", *rest]) == 0


class Windows:
    """The module `os` as Windows has it: a folder cannot be opened."""

    name = "nt"

    def __getattr__(self, naam: str) -> object:
        return getattr(os, naam)

    def open(self, pad: Path | str, *rest: int, dir_fd: None = None) -> int:
        assert dir_fd is None
        if Path(pad).is_dir():
            raise PermissionError(errno.EACCES, "Access is denied", str(pad))
        return os.open(pad, *rest)


def test_on_windows_a_folder_is_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (schijf, slot, deur):
        monkeypatch.setattr(module, "os", Windows())
    monkeypatch.setattr(deur, "_HOUDT_VAST", False)
    assert schrijf(tmp_path, [Bewerking("a/b.txt", None, b"x")]) == ["a/b.txt"]


@pytest.mark.parametrize("keren", [1, 4, 5])
def test_on_windows_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keren: int
) -> None:
    (tmp_path / "a.txt").write_bytes(b"oud")
    echt, nog, gewacht = os.replace, iter([True] * keren), list[float]()

    def replace(pad: str, doel: str, **waar: int | None) -> None:
        if next(nog, False):
            raise PermissionError(errno.EACCES, "Access is denied", str(doel))
        echt(pad, doel, **waar)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(schijf.time, "sleep", gewacht.append)
    rij = [Bewerking("a.txt", b"oud", b"nieuw")]
    if keren < 5:
        schrijf(tmp_path, rij)
        assert (tmp_path / "a.txt").read_bytes() == b"nieuw"
        assert gewacht == [0.1, 0.2, 0.4, 0.8][:keren]
    else:
        with pytest.raises(ClmFout, match="Er is niets geschreven"):
            schrijf(tmp_path, rij)
        assert (tmp_path / "a.txt").read_bytes() == b"oud"
        assert len(gewacht) == 4


def test_on_windows_the_lock_is_taken_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd = list[tuple[int, ...]]()

    def grendel(*wat: int) -> None:
        gevraagd.append(wat)
        if len(gevraagd) > 1:
            raise PermissionError(errno.EACCES, "Permission denied")

    namen = {"LK_UNLCK": 0, "LK_LOCK": 1, "LK_NBLCK": 2}
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=grendel, **namen))
    monkeypatch.setattr(sys, "platform", "win32")
    daar = _opnieuw(slot)
    assert [daar._gelukt(5) for _ in range(2)] == [True, False]
    assert gevraagd == [(5, 2, 1)] * 2


def _opnieuw(module: ModuleType) -> Any:
    """A module as it would be where the system is another."""
    bron = importlib.util.spec_from_file_location("elders", module.__file__)
    assert bron is not None
    assert bron.loader is not None
    daar = importlib.util.module_from_spec(bron)
    monkey = pytest.MonkeyPatch()
    monkey.setitem(sys.modules, "elders", daar)  # what a dataclass asks for
    bron.loader.exec_module(daar)
    monkey.undo()
    return daar


@pytest.mark.parametrize(
    ("module", "vlaggen"), [(schijf, "_VLAGGEN"), (geheugen, "_VLAGGEN"), (deur, "LEZEND")]
)
def test_on_windows_a_line_end_is_not_another_byte(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, vlaggen: str
) -> None:
    binair = 1 << 29
    monkeypatch.setattr(os, "O_BINARY", binair, raising=False)
    assert getattr(_opnieuw(module), vlaggen) & binair


def test_the_lock_of_one_register_is_none_of_another(tmp_path: Path) -> None:
    een, ander = tmp_path / "een", tmp_path / "ander"
    for map_ in (een, ander):
        map_.mkdir()
    with slot.gehouden(een), slot.gehouden(ander):
        assert {een, ander} <= set(slot._GREPEN)
    assert not slot._GREPEN


def test_who_may_read_a_file_is_what_the_user_wants_of_new_files(tmp_path: Path) -> None:
    """A colleague of the same group reads what was written; nothing can be run."""
    eerder = os.umask(0o007)
    try:
        schrijf(tmp_path, [Bewerking("a/b.yaml", None, b"x", wijkt_uit=True)])
    finally:
        os.umask(eerder)
    rechten = {
        p.relative_to(tmp_path).as_posix(): p.stat().st_mode & 0o777
        for p in tmp_path.rglob("*")
        if p.is_file()
    }
    assert rechten == {
        "a/b.yaml": 0o660,
        ".clm/slot": 0o660,
        ".clm/.gitignore": 0o660,
    }


def test_a_second_fact_gets_the_next_number(tmp_path: Path) -> None:
    rij = [Bewerking("a/b.yaml", None, b"x", wijkt_uit=True)]
    assert [schrijf(tmp_path, rij) for _ in range(3)] == [
        *(["a/b.yaml"], ["a/b-2.yaml"], ["a/b-3.yaml"]),
    ]
    concepten = [schijf.bewaar_concept(tmp_path, "c", str(n)).name for n in range(3)]
    assert concepten == ["c.yaml", "c-2.yaml", "c-3.yaml"]


def test_a_card_whose_name_was_taken_meanwhile_is_decided_on_again(tmp_path: Path) -> None:
    (tmp_path / "kaart.yaml").write_bytes(b"van een ander")
    with pytest.raises(Ingehaald):
        schrijf(tmp_path, [Bewerking("kaart.yaml", None, b"x")])
    with pytest.raises(NietAf, match=r"kaart.yaml kan niet .* Wel geschreven: eerst.yaml"):
        schrijf(
            tmp_path, [Bewerking("eerst.yaml", None, b"x"), Bewerking("kaart.yaml", None, b"x")]
        )
    assert (tmp_path / "kaart.yaml").read_bytes() == b"van een ander"


def test_a_name_that_is_too_long_is_named_as_it_was_meant(tmp_path: Path) -> None:
    """Its temporary name, which is longer still, is nobody's business."""
    naam = f"{'a' * 240}.yaml"
    with pytest.raises(ClmFout) as fout:
        schrijf(tmp_path, [Bewerking(naam, None, b"x")])
    assert f"{tmp_path}/{naam} kan niet worden geschreven" in fout.value.tekst
    assert ".nieuw" not in fout.value.tekst


@pytest.mark.parametrize("naam", ["con.pdf", "AUX.tar.gz", "nul", "lpt1.md", "x.", "x "])
def test_a_name_that_windows_cannot_hold_keeps_nobody_from_the_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], naam: str
) -> None:
    """Git would give a colleague on Windows nothing of the whole register."""
    klein_register.lees(tmp_path / "r")
    stuk, voor = tmp_path / naam, afdruk(tmp_path / "r")
    stuk.write_text("tekst", encoding="utf-8")
    vast = ["--map", str(tmp_path / "r"), "--vandaag", "2026-05-18", "--door", "mia"]
    noteer = ("noteer", "bloem", "x", "--wijze", "telefoon", "--met", "Jan", "--bijlage")
    assert draai([*noteer, str(stuk), "--richting", "uitgaand", *vast]) == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert f"bloem/contacten/{naam.strip()}" in fout
    assert "kan op Windows niet bestaan; er is niets geschreven." in fout
    assert afdruk(tmp_path / "r") == voor


@pytest.mark.parametrize("naam", ["console.pdf", "x.con", "auxiliair", "com10.md", "a.b"])
def test_a_name_that_only_looks_like_it_is_one(naam: str) -> None:
    assert past_overal(f"bloem/contacten/{naam}")


def test_no_folder_or_file_is_named_after_a_device() -> None:
    assert [slug(t) for t in ("AUX", "Con", "nul", "Aux BV", "com1")] == [
        *("aux-1", "con-1", "nul-1"),
        *("aux-bv", "com1-1"),
    ]
    with pytest.raises(ClmFout, match="'aux' is geen naam voor een contract"):
        _mapnaam("aux", "contract", "ambulant")
