"""Floor 4, werkvolgorde: points of work as numbered lines: what comes first, what goes together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.tijd.kalender import Kalender, werkdagen_tussen
from clm_cli.value import value

TE_LAAT, MISSCHIEN, VANDAAG = "te laat", "misschien te laat", "vandaag"
WEEK, WEKEN, LATER = "deze week", "komende vier weken", "later"
VERDER, ZONDER = "verder weg, maar een recht vervalt", "zonder datum"
WACHT = "wij wachten op een ander"
GROEPEN = (TE_LAAT, MISSCHIEN, VANDAAG, WEEK, WEKEN, LATER, VERDER, ZONDER, WACHT)
EERST = "eerst"
"""The heading above all groups."""
KOPPEN = (EERST, *GROEPEN)
VOORRANG = frozenset(
    {
        "acuut-signaal",
        "bekendmaken",
        "brief-retour",
        "brief-verwerken",
        "brief-vorm",
        "overgang",
        "zonder-maatregel",
    }
)
"""Acute danger that nobody judged yet, and what stalls a case unseen: a measure that did not reach
the provider, a letter of theirs that nobody looked at, a case without a step."""
_VIER_WEKEN = timedelta(weeks=4)
_BUNDEL = 3
"""So many alike points become one line; of what comes back two."""

Sleutel = str
Nummer = tuple[int, int | None]
"""The number of a line, and the place in its bundle."""
NIETS_GEZIEN: Mapping[Sleutel, Nummer] = {}
"""What who looks for the first time today has seen of it."""


@value
class Regel:
    """One numbered point: its group, and the working days left (negative: late)."""

    nummer: int
    punt: Werkpunt
    groep: str
    werkdagen: int | None
    sub: int | None = None
    """Its place among the alike points that share a number."""
    eerst: bool = False
    """Whether it stands above all groups."""

    @property
    def kop(self) -> str:
        """The heading it stands under."""
        return EERST if self.eerst else self.groep

    @property
    def nr(self) -> str:
        """Its number as it is typed: '8', or '8.2' in a bundle."""
        return f"{self.nummer}.{self.sub}" if self.sub else str(self.nummer)


def genummerd(
    punten: Iterable[Werkpunt],
    standen: Iterable[Iterable[Werkpunt]],
    vandaag: date,
    tot: date,
    grens: date,
    kalender: Kalender,
    gezien: Mapping[Sleutel, Nummer] = NIETS_GEZIEN,
) -> tuple[tuple[Regel, ...], dict[Sleutel, Nummer]]:
    """The points that show, in order, each with its number, and all numbers that were given.

    A number that a point had it keeps all day, and no other point gets it: `gezien` are those that
    somebody saw today. Where nobody looked yet, `standen` are what was due this morning and what
    was due after each change since, each numbered after the one before.
    `tot` is the last day that shows, `grens` that of a right that lapses.
    """
    getoond = _geordend(punten, vandaag, tot, grens)
    nummers = dict(gezien)
    for stand in () if gezien else standen:
        nummers = _nummers(_geordend(stand, vandaag, tot, grens), nummers)
        if all(sleutel(punt) in nummers for punt, _, _ in getoond):
            break
    nummers = _nummers(getoond, nummers)
    regels = [
        Regel(
            nummer=nummers[sleutel(punt)][0],
            punt=punt,
            groep=groep,
            werkdagen=werkdagen_tussen(vandaag, punt.uiterlijk, kalender)
            if punt.uiterlijk
            else None,
            sub=nummers[sleutel(punt)][1],
            eerst=eerst,
        )
        for punt, groep, eerst in getoond
    ]
    return tuple(_bijeen(regels)), nummers


def sleutel(punt: Werkpunt) -> Sleutel:
    """What makes a point the same one as this morning: a mark, in which nothing can be read."""
    keer = punt.keer.isoformat() if punt.keer else ""
    delen = (punt.dossier, punt.soort, punt.verwijzing or "", *punt.contracten, punt.wat, keer)
    return hashlib.blake2b("\0".join(delen).encode(), digest_size=12).hexdigest()


def bundel_van(punt: Werkpunt) -> str:
    """The words that a point shares with its likes."""
    return punt.bundel or punt.wat


_Paar = tuple[Werkpunt, str, bool]


def _geordend(punten: Iterable[Werkpunt], vandaag: date, tot: date, grens: date) -> list[_Paar]:
    paren = [
        (punt, groep, _eerst(punt, vandaag, tot))
        for punt in punten
        if (groep := _groep(punt, vandaag, tot, grens))
    ]
    return sorted(paren, key=_volgorde)


def _volgorde(paar: _Paar) -> tuple[object, ...]:
    """By heading; of what is late ours first, since that is what we can do something about."""
    punt, groep, eerst = paar
    return (
        KOPPEN.index(EERST if eerst else groep),
        groep in (TE_LAAT, MISSCHIEN) and punt.bij != "wij",
        punt.uiterlijk or punt.sinds or date.max,
        punt.dossier,
        punt.soort,
        punt.wat,
    )


def _groep(punt: Werkpunt, vandaag: date, tot: date, grens: date) -> str:
    """The group of a line; empty when it is too far away to show."""
    dag = punt.uiterlijk
    if punt.bij == "collega":
        return WACHT
    if dag is None:
        return ZONDER
    if dag < vandaag:
        return MISSCHIEN if punt.onzeker else TE_LAAT
    if dag == vandaag:
        return VANDAAG
    if dag <= vandaag + timedelta(days=6 - vandaag.weekday()):
        return WEEK
    if dag <= tot:
        return WEKEN if dag <= vandaag + _VIER_WEKEN else LATER
    return VERDER if punt.vervalt and dag <= grens else ""


def _eerst(punt: Werkpunt, vandaag: date, tot: date) -> bool:
    """Whether it is acute or stalls a case, or a right lapses soon or is ours to save."""
    if punt.soort in VOORRANG:
        return True
    if not punt.vervalt or punt.uiterlijk is None:
        return False
    return punt.uiterlijk <= tot and (punt.uiterlijk >= vandaag or punt.bij == "wij")


def _nummers(paren: Sequence[_Paar], bekend: Mapping[Sleutel, Nummer]) -> dict[Sleutel, Nummer]:
    """A number for each point that has none yet, alike points sharing theirs."""
    uit, nieuw = dict(bekend), [paar for paar in paren if sleutel(paar[0]) not in bekend]
    bundels: defaultdict[tuple[object, ...], list[Werkpunt]] = defaultdict(list)
    for paar in nieuw:
        bundels[_bundelsleutel(paar)].append(paar[0])
    volgend = max((nummer for nummer, _ in bekend.values()), default=0) + 1
    for paar in nieuw:
        if sleutel(paar[0]) in uit:
            continue
        eigen = bundels[_bundelsleutel(paar)]
        samen = len(eigen) >= (2 if paar[0].keer else _BUNDEL)
        for plaats, punt in enumerate(eigen if samen else [paar[0]], 1):
            uit[sleutel(punt)] = (volgend, plaats if samen else None)
        volgend += 1
    return uit


def _bundelsleutel(paar: _Paar) -> tuple[object, ...]:
    punt, groep, eerst = paar
    dag = None if punt.keer else punt.uiterlijk
    return (groep, eerst, punt.soort, bundel_van(punt), dag, punt.bij, punt.voorlopig)


def _bijeen(regels: Sequence[Regel]) -> Iterator[Regel]:
    """The lines with those of one bundle behind each other, under their first."""
    per_nummer: defaultdict[tuple[str, int], list[Regel]] = defaultdict(list)
    for regel in regels:
        per_nummer[regel.kop, regel.nummer].append(regel)
    for rij in per_nummer.values():
        yield from sorted(rij, key=lambda regel: regel.sub or 0)
