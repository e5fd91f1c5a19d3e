"""Floor 4, dekking: of each article of a contract whether clm carries it out, or only shows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from clm_cli.derivations.regime.betekenis import GEZOCHTE_NAMEN
from clm_cli.derivations.regime.contracttekst import Artikel, staat_in
from clm_cli.derivations.regime.onuitgevoerd import onuitgevoerd
from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Regime
from clm_cli.records.verwijzingen import delen
from clm_cli.value import value

Plaats = tuple[Grond, Sleutel]
"""A clause that is named, and where in the regime."""
Uitvoering = Literal["uitgevoerd", "alleen getoond", "niet"]
_ALLEEN_GETOOND = ("uitgangspunten", "verplichtingen", "niet_ingezien")
"""Lists of a regime from which only elements with a name that clm looks for do something."""
_BIJ_DE_LADDER = ("bezwaar", "overslaan", "noodzaak", "maatregelen", "bewijsvormen")
"""What a regime without treden says to nobody."""
_ONDERDEEL = re.compile(
    r"(?:\bonder|\bsub|\bonderdeel|\baanhef en onder|\blid \d+,?)\s+(?P<letter>[a-z])\b"
)
_KORT = 80
_GEZOCHT = {naam for lijst in GEZOCHTE_NAMEN for naam in lijst.woorden}


@value
class Gedekt:
    """An article, or another id of a clause, with what clm does with it and where it stands."""

    eis: str
    titel: str
    uitvoering: Uitvoering
    plaatsen: tuple[str, ...]
    """The parts of the regime that name it."""
    open: tuple[str, ...] = ()
    """What of its words nothing carries out, though the rest is carried out."""


def dekking(regime: Regime, artikelen: tuple[Artikel, ...]) -> tuple[Gedekt, ...]:
    """Each article of the contract text, then what is named that is no article of it."""
    per: dict[str, list[Plaats]] = {}
    for grond, sleutel in _genoemd(regime):
        per.setdefault(grond.eis, []).append((grond, sleutel))
    nummers = frozenset(artikel.nummer for artikel in artikelen)
    bij = {eis: artikel_van(eis, nummers) for eis in per}
    in_artikel: dict[str | None, list[Plaats]] = {}
    for eis, rijen in per.items():
        in_artikel.setdefault(bij[eis], []).extend(rijen)
    uit: list[Gedekt] = []
    for artikel in artikelen if any(bij.values()) else ():  # own ids tell nothing of articles
        uit += _per_onderdeel(regime, artikel, in_artikel.get(artikel.nummer, []))
    uit += [_gedekt(regime, eis, "", rijen) for eis, rijen in per.items() if bij[eis] is None]
    return tuple(uit)


def _per_onderdeel(regime: Regime, artikel: Artikel, plaatsen: list[Plaats]) -> Iterator[Gedekt]:
    """An article, or each of its lettered parts: one that is carried out says nothing of another.

    A quotation belongs to the part that its clause names, or in which its words stand.
    """
    over, delen_ = list(plaatsen), []
    for letter, tekst in artikel.onderdelen if plaatsen else ():
        naam = f"{artikel.nummer} onder {letter}"
        eigen = [rij for rij in plaatsen if _van_onderdeel(rij[0], letter, tekst)]
        over = [rij for rij in over if rij not in eigen]
        delen_.append(_gedekt(regime, naam, tekst if len(tekst) <= _KORT else "", eigen, tekst))
    if over or not delen_:
        begin = artikel.onderdelen[0][1] if delen_ else ""
        tekst = artikel.tekst.partition(begin)[0] if begin else artikel.tekst
        yield _gedekt(regime, artikel.nummer, artikel.titel, over, tekst)
    yield from delen_


def _van_onderdeel(grond: Grond, letter: str, tekst: str) -> bool:
    genoemd = onderdeel_van(grond.eis)
    if genoemd:
        return genoemd == letter
    return staat_in(grond.tekst.removeprefix(f"{letter}. "), tekst)


def onderdeel_van(eis: str) -> str | None:
    """The letter of the part that a place names: a in '7.2 onder a'."""
    genoemd = _ONDERDEEL.search(eis)
    return genoemd["letter"] if genoemd else None


def _genoemd(regime: Regime) -> Iterator[Plaats]:
    for sleutel, deel in delen(regime):
        if isinstance(deel, Grond):
            yield deel, sleutel


def artikel_van(eis: str, nummers: Collection[str]) -> str | None:
    """The article that a place lies in: '7.2 onder a' in 7.2, 'artikel 7 lid 2' in 7 or 7.2."""
    gevonden = re.match(r"(?:artikel |art\. ?|§ ?)?(\d+(?:\.\d+)*[a-z]?)(?: ?,? lid (\d+))?", eis)
    if gevonden is None:
        return None
    kort, lid = gevonden[1], gevonden[2]
    return next((n for n in (f"{kort}.{lid}", kort) if n in nummers), None)


def _gedekt(
    regime: Regime, eis: str, titel: str, plaatsen: list[Plaats], tekst: str = ""
) -> Gedekt:
    delen_ = tuple(dict.fromkeys(str(plek[0]) for _, plek in plaatsen))
    doen = tuple(rij for rij in plaatsen if _doet_iets(regime, rij[1]))
    if doen:
        return Gedekt(eis, titel, "uitgevoerd", delen_, onuitgevoerd(regime, tekst, doen))
    return Gedekt(eis, titel, "alleen getoond" if plaatsen else "niet", delen_)


def _doet_iets(regime: Regime, plek: Sleutel) -> bool:
    """Whether the part at a place changes what clm asks, counts, refuses or writes."""
    lijst, nr = str(plek[0]), plek[1] if len(plek) > 1 else None
    if lijst == "vragen":
        return regime.vragen[int(nr or 0)].notitie != "ja" and bool(
            regime.vragen[int(nr or 0)].keuzes
        )
    if lijst in _BIJ_DE_LADDER and not regime.treden:
        return False
    if lijst == "bewijsvormen":
        gevraagd = {naam for t in regime.treden for i in t.instrumenten for naam in i.bewijs}
        return regime.bewijsvormen[int(nr or 0)].hoort_bij in gevraagd
    if lijst == "niveaus":
        return regime.niveaus[int(nr or 0)].eerst_sturen == "ja"
    if lijst in _ALLEEN_GETOOND:
        rij = getattr(regime, lijst)[nr]
        gevraagd = {n for t in regime.treden for i in t.instrumenten for n in i.voorwaarden.alle}
        if gevraagd & set(getattr(rij, "bewaakt_door", ())):
            return True
        return getattr(rij, "id", None) in _GEZOCHT or bool(getattr(rij, "ritme", None))
    return True
