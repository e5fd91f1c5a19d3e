"""Floor 3, voorstel: what a command wants to write: new files, changed values, documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from clm_cli.meldingen import ClmFout, Sleutel
from clm_cli.value import value

Boom = Any
"""A mapping, a list, or a text, as it stands in a file."""


@value
class NieuwBestand:
    """A new YAML file: a fact or a card. A fact's name gets a number behind it when it is taken."""

    pad: str
    boom: Mapping[str, Boom]
    erna: str = ""
    """Comments below it, for who fills in more by hand."""

    @property
    def is_feit(self) -> bool:
        """Whether it is a fact: its name starts with a digit."""
        return self.pad.rpartition("/")[2][:1].isdigit()


@value
class Wijziging:
    """One value of a card: set, or added to a list."""

    pad: str
    sleutel: Sleutel
    waarde: Boom
    toevoegen: bool = False


def wijzigingen_van(pad: str, sleutel: Sleutel, oud: Boom, nieuw: Boom) -> Iterator[Wijziging]:
    """What has to be set on a card to get from one value to another, as deep as they are alike."""
    if oud == nieuw:
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict) and oud.keys() <= nieuw.keys():
        for naam in nieuw:
            if naam in oud:
                yield from wijzigingen_van(pad, (*sleutel, naam), oud[naam], nieuw[naam])
            else:
                yield Wijziging(pad, (*sleutel, naam), nieuw[naam])
    elif (
        isinstance(oud, list)
        and isinstance(nieuw, list)
        and len(oud) == len(nieuw)
        and all(map(_een_vorm, oud, nieuw))
    ):
        for plaats, (was, wordt) in enumerate(zip(oud, nieuw, strict=True)):
            yield from wijzigingen_van(pad, (*sleutel, plaats), was, wordt)
    elif isinstance(oud, list) and isinstance(nieuw, list) and oud and nieuw[: len(oud)] == oud:
        for item in nieuw[len(oud) :]:
            yield Wijziging(pad, sleutel, item, toevoegen=True)
    else:
        if oud and nieuw and type(oud) is type(nieuw) and isinstance(oud, (list, dict)):
            yield Wijziging(pad, sleutel, type(oud)())  # so that one place changes at a time
        yield Wijziging(pad, sleutel, nieuw)


def _een_vorm(oud: Boom, nieuw: Boom) -> bool:
    return isinstance(oud, dict) and isinstance(nieuw, dict) and oud.keys() <= nieuw.keys()


@value
class NieuwStuk:
    """A document; one that no fact names yet may be made again, unless somebody edited it."""

    pad: str
    inhoud: bytes
    vervang: bool = False
    naast: tuple[str, ...] = ()
    """The files that stay as they are, because somebody edited them."""


@value
class Voorstel:
    """All that one command wants to write, and what to say afterwards."""

    zin: str
    """What is recorded, in one sentence."""
    nieuw: tuple[NieuwBestand, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    stukken: tuple[NieuwStuk, ...] = ()
    nu: str | None = None
    """The next step."""
    let_op: tuple[str, ...] = ()
    """What the user should know before it is written."""
    onderweg: tuple[str, ...] = ()
    """What was noticed while it was made; said beside the result."""
    aangenomen: tuple[str, ...] = ()
    """What was not said and filled in all the same, in words."""
    stond_er_al: tuple[str, ...] = ()
    """The files in which all of it was recorded before."""
    weigering: ClmFout | None = None
    """Why it is refused, unless exactly the same stands there already."""
    vraag: bool = False
    """Whether it writes files that the user did not name: then it is shown first."""

    def __post_init__(self) -> None:
        """Say which files were left alone."""
        opzij = dict.fromkeys(pad for stuk in self.stukken for pad in stuk.naast)
        gezegd = (
            f"{pad} is niet meer wat clm maakte, en blijft zoals het is; het nieuwe stuk heeft een "
            "andere naam"
            for pad in opzij
        )
        object.__setattr__(self, "let_op", tuple(dict.fromkeys((*self.let_op, *gezegd))))

    @property
    def paden(self) -> tuple[str, ...]:
        """All files it is about as they are written: documents first, then cards, then facts."""
        feiten = tuple(b.pad for b in self.nieuw if b.is_feit)
        kaarten = tuple(b.pad for b in self.nieuw if not b.is_feit)
        return (
            *(s.pad for s in self.stukken),
            *kaarten,
            *dict.fromkeys(w.pad for w in self.wijzigingen),
            *feiten,
        )


@value
class Vermoeden:
    """What may well be so, by the record: it is shown, and only counts when somebody says so."""

    waarde: object
    zin: str


@value
class Navraag:
    """A field that a file may lack, but that a gate reads: who is at a terminal is asked for it."""

    veld: str
    """The field, dotted for one of every part of a list."""
    delen: tuple[str, ...] = ()
    """Of a part: what of it is asked beside what it cannot do without."""
    waarom: str = ""
    """What asks for it, in a sentence."""
    vast: Mapping[str, object] = field(default_factory=dict)
    """Of a part: what it says already."""
    vermoed: Mapping[str, Vermoeden] = field(default_factory=dict)
    """By field, of a part by the field in it: what may well be so."""
    mits: str = ""
    """The field that has to say yes, or a day, first; empty when it is asked in any case."""
    tenzij: str = ""
    """The field that says it too: it is not asked once that was answered."""
