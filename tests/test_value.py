"""`@value` is `dataclass(frozen=True)` for who works with one, and has nothing written."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

import pytest

from clm_cli.value import VEEL, value

T = TypeVar("T")
PAKKET = Path(__file__).parents[1] / "clm_cli"


@value
class Punt:
    """A place."""

    x: int
    y: int = 2
    namen: list[str] = field(default_factory=list, repr=False, compare=False)

    @cached_property
    def samen(self) -> int:
        """Worked out once."""
        return self.x + self.y


@value(kw_only=True)
class Hoog(Punt):
    """A place with a height, given by its name."""

    z: int
    weet: dict[str, int] = field(init=False, default_factory=dict, compare=False)


@value
class Doos(Generic[T]):
    """Holds anything."""

    wat: T


@value(eq=False)
class Zelf:
    """Like no other."""

    x: int


@value
class Rond:
    """Makes its field of another form, and says itself how it looks."""

    x: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "x", round(self.x))

    def __repr__(self) -> str:
        return "rond"


class Bijzonder(Punt):
    """Built on one without a field of its own."""


def _echt() -> type:
    @dataclass(frozen=True)
    class Punt:
        """A place."""

        x: int
        y: int = 2
        namen: list[str] = field(default_factory=list, repr=False, compare=False)

    return Punt


def test_it_is_made_as_a_dataclass_is() -> None:
    assert (Punt(1).x, Punt(1).y, Punt(1, 3).y, Punt(x=1, y=4).y) == (1, 2, 3, 4)
    een, ander = Punt(1), Punt(1)
    een.namen.append("a")
    assert ander.namen == []
    assert Punt(1, 2, ["b"]).namen == ["b"]
    hoog = Hoog(1, z=3)
    assert (hoog.x, hoog.z, hoog.weet) == (1, 3, {})
    assert (Rond(1.6).x, Doos("a").wat, Bijzonder(1).samen) == (2, "a", 3)
    with pytest.raises(TypeError, match=r"missing \['x'\]"):
        Punt()
    with pytest.raises(TypeError, match="positional"):
        Hoog(1, 2, [], 3)
    for woorden, waarom in (({"weet": {}}, "weet"), ({"x": 2}, "twice"), ({"w": 2}, "unknown")):
        with pytest.raises(TypeError, match=waarom):
            Hoog(1, z=3, **woorden)
    with pytest.raises(TypeError, match=r"missing \['x', 'z'\], unknown \['a', 'b'\]"):
        Hoog(a=1, b=2)


def test_it_is_compared_and_shown_as_a_dataclass_is() -> None:
    echt = _echt()
    assert repr(Punt(1)) == repr(echt(1)).replace("_echt.<locals>.", "") == "Punt(x=1, y=2)"
    assert repr(Rond(1)) == "rond"
    assert Punt(1) == Punt(1, 2, ["anders"])
    assert hash(Punt(1)) == hash(Punt(1, 2, ["anders"])) == hash(echt(1))
    assert Punt(1) != Punt(2)
    assert Punt(1) != Bijzonder(1)
    assert Punt(1) != (1, 2)
    assert Hoog(1, z=2) != Hoog(1, z=3)
    assert {Punt(1), Punt(1), Punt(2)} == {Punt(1), Punt(2)}
    assert (Zelf(1) == Zelf(1), len({Zelf(1), Zelf(1)})) == (False, 2)


def test_it_never_changes() -> None:
    punt = Punt(1)
    with pytest.raises(FrozenInstanceError, match="'x'"):
        punt.x = 2
    with pytest.raises(FrozenInstanceError, match="'x'"):
        del punt.x
    with pytest.raises(FrozenInstanceError):
        punt.anders = 2
    assert (punt.samen, punt.samen) == (3, 3)


def test_python_knows_it_as_a_dataclass() -> None:
    assert is_dataclass(Punt)
    assert [veld.name for veld in fields(Hoog)] == ["x", "y", "namen", "z", "weet"]
    assert replace(Punt(1), y=5) == Punt(1, 5)
    assert replace(Hoog(1, z=2), z=5).z == 5
    match Punt(1, 7):
        case Punt(x, y):
            assert (x, y) == (1, 7)
    for waarde in (Punt(1, 5, ["a"]), Hoog(1, z=3), Zelf(1)):
        for nog in (copy.copy(waarde), copy.deepcopy(waarde), pickle.loads(pickle.dumps(waarde))):
            assert vars(nog) == vars(waarde)


def test_what_was_kept_is_a_value_in_a_process_that_made_none() -> None:
    @value
    class Los:
        """Of which nobody made one."""

        x: int

    een, ander = (object.__new__(Los) for _ in range(2))
    vars(een)["x"] = vars(ander)["x"] = 1
    assert een == ander
    assert hash(een) == hash(ander)
    with pytest.raises(FrozenInstanceError):
        een.x = 2


def test_nothing_is_written_for_a_class() -> None:
    @value
    class Los:
        """With fields of its own."""

        a: int
        b: int

    gedeeld = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")
    assert Los(1, b=2).b == 2
    assert [getattr(Los, naam) is getattr(Punt, naam) for naam in gedeeld] == [True] * 6


def test_of_many_the_next_are_made_by_a_function_of_their_own_that_makes_the_same() -> None:
    @value
    class Veel(Punt):
        """Of which many are made."""

        z: str = field(default="z", kw_only=True)
        rest: list[int] = field(default_factory=list, kw_only=True)

        def __post_init__(self) -> None:
            object.__setattr__(self, "x", round(self.x))

    gedeeld = Veel.__init__
    eerst = [Veel(1.2), Veel(1, 3, ["a"], z="b", rest=[1]), Veel(y=5, x=2)]
    for _ in range(VEEL):
        Veel(1)
    assert Veel.__init__ is not gedeeld is Punt.__init__
    later = [Veel(1.2), Veel(1, 3, ["a"], z="b", rest=[1]), Veel(y=5, x=2)]
    assert [vars(een) for een in later] == [vars(een) for een in eerst]
    assert [*vars(later[0])] == ["x", "y", "namen", "z", "rest"]
    assert later[0].namen is not later[2].namen
    assert replace(later[1], y=4) == replace(eerst[1], y=4)
    for plaatsen, woorden in (((), {}), ((1, 2, [], "z"), {}), ((1,), {"x": 1}), ((1,), {"w": 1})):
        with pytest.raises(TypeError, match="argument"):
            Veel(*plaatsen, **woorden)
    with pytest.raises(FrozenInstanceError):
        later[0].x = 2


def test_a_class_with_a_field_that_nobody_gives_keeps_what_all_share() -> None:
    for _ in range(2 * VEEL):
        Hoog(1, z=3)
    assert Hoog.__init__ is Doos.__init__


def test_every_class_of_values_is_one() -> None:
    rijen = [
        f"{pad.relative_to(PAKKET)}: {rij}"
        for pad in PAKKET.rglob("*.py")
        for rij in re.findall(r"@dataclass\(.*frozen=True.*", pad.read_text(encoding="utf-8"))
    ]
    assert rijen == []
