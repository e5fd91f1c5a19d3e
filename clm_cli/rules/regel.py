"""Floor 5, regel: what a rule is, what it looks at, and the page that its docstring makes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVarTuple

from clm_cli.bestand import Bestand
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.records.basis import Deel
from clm_cli.value import value

Ts = TypeVarTuple("Ts")
FOUT, WAARSCHUWING, INFO = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO
_VERVOLGREGEL = r"\n(?!Waarom:|Fout:|Goed:|Wat nu:)"


@value
class Bevond:
    """What a rule found at one place; the rule itself adds code and severity."""

    plek: Plek
    tekst: str
    nu: str
    omdat: tuple[Reden, ...] = ()
    grond: str | None = None


def _niets(*_waar: object) -> tuple[()]:
    return ()


@value(eq=False)
class Vorm(Generic[*Ts]):
    """What a rule looks at, one after another: in each dossier, and in what belongs to none."""

    in_dossier: Callable[[Dossierblik], Iterable[tuple[*Ts]]] = _niets
    buiten: Callable[[Kijk, Sequence[Any]], Iterable[tuple[*Ts]]] = _niets
    """In what belongs to no dossier, beside what each of them adds to it."""
    bijdrage: Callable[[Dossierblik], Iterable[tuple[Any, ...]]] = _niets
    """What a dossier adds, of kinds that can be kept: the rule does not read it again."""
    ook_alleen: bool = False
    """Whether what one dossier adds says something without the others."""

    @property
    def per_dossier(self) -> bool:
        """Whether it looks at things of one dossier, so that others do not matter to it."""
        return self.in_dossier is not _niets


def vorm(lijst: Callable[[Dossierblik], Iterable[tuple[*Ts]]]) -> Vorm[*Ts]:
    """The shape of rules that look at things of a dossier: what `lijst` finds in each."""
    return Vorm(lijst)


def van_alle(
    bijdrage: Callable[[Dossierblik], Iterable[tuple[Any, ...]]], *, ook_alleen: bool = False
) -> Vorm[Kijk, Sequence[Any]]:
    """The shape of rules that compare dossiers: by what each adds, which is all they look at."""
    return Vorm(
        buiten=lambda kijk, rijen: [(kijk, rijen)], bijdrage=bijdrage, ook_alleen=ook_alleen
    )


@vorm
def per_dossier(blik: Dossierblik) -> Iterator[tuple[Dossierblik]]:
    """One dossier at a time."""
    yield (blik,)


per_register: Vorm[Kijk] = Vorm(buiten=lambda kijk, _: [(kijk,)])
"""The register as a whole."""
per_bestand: Vorm[Bestand[Deel]] = Vorm(
    lambda blik: ((bestand,) for bestand in blik.dossier.bestanden),
    lambda kijk, _: ((bestand,) for bestand in kijk.register.gedeelde.bestanden),
)
"""One file at a time, wherever it stands."""


@value(eq=False)
class Regel:
    """One rule: its permanent code, its severity, what it looks at, and the function that looks."""

    code: str
    ernst: Ernst
    per: Vorm[*tuple[Any, ...]]
    functie: Callable[..., Iterator[Bevond]]

    @property
    def bladzijde(self) -> str:
        """The page of the rule, for `clm uitleg`: the title, and each paragraph on one line."""
        kop, _, rest = (inspect.getdoc(self.functie) or "").partition("\n\n")
        return f"{re.sub(_VERVOLGREGEL, ' ', kop)}\n\n{re.sub(_VERVOLGREGEL, ' ', rest)}"

    @property
    def titel(self) -> str:
        """The first line of the page."""
        return self.bladzijde.partition("\n")[0]

    def buiten(self, kijk: Kijk, rijen: Sequence[Any] = ()) -> Iterator[Melding]:
        """The meldingen of this rule on what belongs to no dossier; `rijen` is what those add."""
        for waar in self.per.buiten(kijk, rijen):
            yield from self.over(*waar)

    def in_dossier(self, blik: Dossierblik) -> Iterator[Melding]:
        """The meldingen of this rule on one dossier only."""
        for waar in self.per.in_dossier(blik):
            yield from self.over(*waar)

    def over(self, *waar: Any) -> Iterator[Melding]:
        """The meldingen of this rule on one of the things that it looks at."""
        for b in self.functie(*waar):
            yield Melding(self.code, self.ernst, b.plek, b.tekst, b.omdat, b.grond, b.nu)


def regel(
    code: str, ernst: Ernst, per: Vorm[*Ts]
) -> Callable[[Callable[[*Ts], Iterator[Bevond]]], Regel]:
    """Make a function a rule; the rule book lists it, the docstring is its page for the user."""

    def maak(functie: Callable[[*Ts], Iterator[Bevond]]) -> Regel:
        return Regel(code, ernst, per, functie)

    return maak
