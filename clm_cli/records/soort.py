"""Floor 2, soort: what clm knows of one kind of file, and all it knows of one kind of fact."""

from collections.abc import Callable
from typing import Any, Literal

from clm_cli.records.basis import Deel, Feit
from clm_cli.value import value


@value
class Soort:
    """One kind of file: its word, the folder it stands in (`*` is one name), and its model."""

    naam: str
    map: str
    model: type[Deel]
    bestand: str | None = None
    """The file name of a card (`*` allowed); a fact has none, its word stands in the name or in
    the folder."""
    onze: tuple[str, ...] = ()
    """Which of our own words in it go into letters to the provider: fields, dotted for a part."""
    hun: tuple[str, ...] = ()
    """Which words of the provider, as we wrote them down, a letter repeats."""

    @property
    def is_feit(self) -> bool:
        """Whether it is a fact: written once, its name starts with a digit."""
        return self.bestand is None


@value
class Eenmalig:
    """That there can be only one such fact: per which fields, and what makes room again."""

    per: tuple[str, ...] = ()
    """Fields that say which thing it is about; none when that is the folder."""
    ook: tuple[str, ...] = ()
    """Other kinds in the folder that say something else of the same thing."""
    tot: tuple[str, ...] = ()
    """Kinds of fact that answer an earlier one; after that there may be another."""
    na: tuple[str, ...] = ()
    """Kinds of fact that ask for another when they came in after an earlier one."""


@value
class Feitsoort(Soort):
    """One kind of fact: everything that is the same for each of them, in one row."""

    model: type[Feit]
    zin: str | Callable[[Any], str] = ""
    """What it says in the story: fields between braces, `[…|else]` for what may be unknown."""
    opdracht: str | None = None
    """The words of the command that writes it; None where no command writes just this. What it
    does, stands in the table of commands."""
    los: str | None = None
    """The field that is typed as a plain word: what it is about, or the text itself."""
    ding: Literal["gesprek", "contract", "brief", "escalatie"] | None = None
    """The thing with a life whose folder it stands in."""
    opent: bool = False
    """Whether it makes that folder, named by its day and its subject."""
    bij: tuple[str, ...] = ()
    """The kinds of fact it answers, when clm may find out which one."""
    vul: str = ""
    """The name of what fills in the fields that follow from the record."""
    gevuld: tuple[str, ...] = ()
    """Needed fields that clm fills in from the record; nobody is asked for them."""
    eerst: str = ""
    """The field that is asked before all others, because what else is asked rests on it."""
    dag: str = ""
    """What its day is, where a term rests on it and it is never assumed; else it is today."""
    zeg: tuple[str, ...] = ()
    """Fields that must be said although a file may lack them: clm never assumes them."""
    vraag: tuple[str, ...] = ()
    """Fields that a file may lack, but that a condition or its letter reads: a terminal asks for
    them, and who says nothing leaves them open. Dotted for a field of a part."""
    volgende: str = ""
    """The words of the command that comes next; `{d}` is the dossier, `{id}` the thing."""
    staart: str = "bij"
    """The end of its file name: fields, `|` for what comes instead; never words of a text."""
    voorop: str = "datum"
    """The field in front of its file name."""
    uit_mail: bool = False
    """Whether a mail that was kept as a file says what it is about."""
    vrij: bool = False
    """Whether its folder says what it is, so that its name need not."""
    achteraan: bool = False
    """Whether its word may also stand last: `2026-02-03-wachttijd-uitvraag`."""
    gedeeld: bool = False
    """Whether the other party knows of each: it went to them, came from them, or was done with
    them. Of our own decisions they know once a letter about it was sent."""
    verschil: str = "feit"
    """The kind of difference that a new one is, in `clm vergelijk`."""
    eenmalig: Eenmalig | None = None
    """Whether there can be only one; None when there may be many."""
