"""Two branches on which somebody writes, merged by git: no conflict in facts, nothing unseen.

Hundreds of them: `tests/trust/takken.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clm_cli.files.kaartsamen import Botsing, Keuze, Onmogelijk, voeg_kaart_samen
from clm_cli.files.samenvoegen import voeg_samen
from tests.cli.geschiedenis import begin, git, leg_vast
from tests.twee_takken import SLECHT, doe, in_orde, ontmoeting


@pytest.mark.parametrize("zaad", [1, 2])
@pytest.mark.parametrize("slecht", SLECHT)
def test_two_branches_meet(
    slecht: str, zaad: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    in_orde(ontmoeting(tmp_path / "r", zaad, slecht), slecht)


ANTWOORD = (
    'brief maak waterlelie antwoord --bij brieven/2026-05-07-vraag --tekst "onderdeel=antwoord'
    ' tekst=Ja"'
)
GEBELD = "noteer waterlelie gebeld --wijze telefoon --richting uitgaand --met Jan"


@pytest.mark.parametrize("tak", ["collega", "--detach"])
def test_one_person_on_two_lines_chooses_no_name_twice(
    tak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a fact and of a letter; also on a commit that no branch holds."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    map_, wie = begin(tmp_path / "r", onder=""), "marieke-hoekstra"
    eerst = leg_vast(map_, "begin", "2026-05-17")
    git(map_, "checkout", "--quiet", *(["-b", tak] if tak == "collega" else [tak]), eerst)
    namen = []
    for lijn in ("een", "twee"):
        for woorden in (GEBELD, ANTWOORD):
            doe(map_, woorden, wie)
        git(map_, "add", "--all")
        namen.append(set(git(map_, "diff", "--cached", "--name-only").splitlines()))
        leg_vast(map_, lijn, "2026-05-18")
        git(map_, "tag", lijn)
        git(map_, "checkout", "--quiet", "main")
    assert all(len(rij) > 2 for rij in namen)
    assert namen[0] & namen[1] == set()
    git(map_, "merge", "--quiet", "--no-edit", "een")


@pytest.mark.parametrize("wie", ["eigen", "ander"])
def test_a_card_in_which_a_key_stands_twice_is_not_merged_value_by_value(wie: str) -> None:
    kaart = {"eigen": b"a: b\nc: e\n", "ander": b"a: f\nc: d\n"}
    samen, botsingen = voeg_kaart_samen("kaart.yaml", b"a: b\nc: d\n", **kaart, houd=None)
    assert (samen, botsingen) == (b"a: f\nc: e\n", ())
    with pytest.raises(Onmogelijk):
        voeg_kaart_samen(
            "kaart.yaml", b"a: b\nc: d\n", **{**kaart, wie: kaart[wie] + b"a: g\n"}, houd=None
        )


BASIS, EIGEN, ANDER, ZONDER = b"a: b\nc: d\n", b"a: b\nc: wij\n", b"a: b\nc: zij\n", b"a: b\n"


@pytest.mark.parametrize(
    ("eigen", "ander", "houd", "uit", "botsing"),
    [
        (EIGEN, ANDER, None, ANDER, ("c", "wij", "zij")),
        (EIGEN, ANDER, "eigen", EIGEN, None),
        (EIGEN, ANDER, "ander", ANDER, None),
        (ZONDER, ANDER, None, ANDER, ("c", "niets", "zij")),
        (ZONDER, ANDER, "ander", ANDER, None),
        (EIGEN, ZONDER, None, ZONDER, ("c", "wij", "niets")),
        (EIGEN, ZONDER, "eigen", EIGEN, None),
        (EIGEN, ZONDER, "ander", ZONDER, None),
    ],
)
def test_of_a_value_that_both_changed_somebody_says_which_stays(
    eigen: bytes, ander: bytes, houd: Keuze | None, uit: bytes, botsing: tuple[str, ...] | None
) -> None:
    gezegd = (Botsing("kaart.yaml", *botsing),) if botsing else ()
    assert voeg_kaart_samen("kaart.yaml", BASIS, eigen, ander, houd) == (uit, gezegd)


RIJEN, ZONDER_RIJ = "a: [{id: x}, {id: y}]\nb: c\n", "a: [{id: y}]\nb: c\n"


@pytest.mark.parametrize(
    ("eigen", "ander", "houd", "uit"),
    [
        (None, "a: b\n", None, "a: b\n"),
        ("a: b\n", None, None, "a: b\n"),
        (ZONDER_RIJ, "a: [{id: y}, {id: x}]\nb: c\n", None, None),
        (ZONDER_RIJ, "a: [{id: y}, {id: x}]\nb: c\n", "eigen", ZONDER_RIJ),
        (ZONDER_RIJ, "a: [{id: y}, {id: x}]\nb: c\n", "ander", "a: [{id: y}, {id: x}]\nb: c\n"),
    ],
)
def test_a_card_that_one_took_away_stays_and_one_in_another_order_is_chosen_whole(
    tmp_path: Path, eigen: str | None, ander: str | None, houd: Keuze | None, uit: str | None
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (kaart := tmp_path / "bloem/aanbieder.yaml").parent.mkdir()
    kaart.write_text(RIJEN)
    eerst = leg_vast(tmp_path, "begin", "2026-05-17")
    commits = []
    for tekst in (eigen, ander):
        git(tmp_path, "checkout", "--quiet", "--detach", eerst)
        kaart.write_text(tekst) if tekst else kaart.unlink()
        commits.append(leg_vast(tmp_path, "later", "2026-05-18"))
    samen = voeg_samen(tmp_path, *commits, houd, ())
    pad = "bloem/aanbieder.yaml"
    assert samen.gebleven == ([] if eigen and ander else [pad])
    assert [b.pad for b in samen.botsingen] == ([] if uit else [pad])
    if uit:
        assert git(tmp_path, "show", f"{samen.boom}:{pad}") == uit.strip()
