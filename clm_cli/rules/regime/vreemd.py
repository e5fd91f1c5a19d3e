"""Floor 5, vreemd: words of one contract in what is said under another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.regime import (
    Bron,
    Contractpartij,
    Doelgroep,
    Keuze,
    Laddernaam,
    NietIngezien,
    Regime,
    Stilte,
    Vraag,
)
from clm_cli.records.verwijzingen import delen
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime

_GEWOON = {"opdrachtgever", "opdrachtnemer", "aanbieder", "gemeenten", "samenwerkende gemeenten"}
"""Names that say nothing of one contract."""
_NAMEN = (Bron, Contractpartij, Doelgroep, Laddernaam, Grond)
"""The parts that hold a contract's own names and words."""
_OVER = (Vraag, Keuze, Stilte, NietIngezien)
"""The parts that tell who reads what the contract leaves open: no letter says them."""
_NU = "geef deze soort bij 'brieven' een titel zoals zij hier heet, of maak een eigen soort brief"
_KENMERK = r"[a-z0-9.-]*"
_WOORD = re.compile(r"\w+")
_KORT, _REEKS, _ZEGT = 3, 4, 3
"""Words so short say little; so many in a row, of which so many longer, are taken from a text."""


@regel("REG746", WAARSCHUWING, per_regime)
def woorden_van_een_ander_contract(blik: Regimeblik) -> Iterator[Bevond]:
    """Onder dit contract wordt iets gezegd met de woorden van een ander contract.

    Waarom: een brief of scherm noemt dan een partij, doelgroep of plicht die dit contract niet
    heeft; dat is snel gebeurd als een regime begint als afschrift van een ander.
    Fout: `brief: clientenstop` onder een contract dat van bewoners spreekt, of een titel met de
    naam van de andere opdrachtgever.
    Goed: de eigen woorden van dit contract; bij een soort brief van clm met `titel` zoals hij hier
    heet, of een eigen soort brief.
    Wat nu: vervang de woorden, of geef de brief bij `brieven` een eigen titel.
    """
    gemeld: set[Sleutel] = set()
    for ander in _anderen(blik):
        eigen = _eigen_woorden(blik.regime)
        namen = [naam for naam in _namen(ander) if naam.casefold() not in eigen]
        zinnen = _reeksen(ander) - _reeksen(blik.regime)
        for sleutel, tekst in _gezegd(blik.regime):
            gevonden = _vreemd(tekst, namen, zinnen) if sleutel not in gemeld else None
            if gevonden:
                gemeld.add(sleutel)
                yield Bevond(
                    blik.plek(*sleutel),
                    f"'{gevonden}' zijn woorden van een ander contract",
                    _NU if sleutel[-1] == "brief" else "gebruik de woorden van dit contract",
                    (Reden(f"zo staat het in {ander.id}"), Reden(f"hier staat: {tekst}")),
                )


def _anderen(blik: Regimeblik) -> list[Regime]:
    """The other contracts; what this one supersedes, or was superseded by, is the same one."""
    zelf = blik.regime
    alle = blik.kijk.register.regimes.values()
    return [a for a in alle if zelf.id not in (a.id, a.vervangt) and a.id != zelf.vervangt]


def _vreemd(tekst: str, namen: list[str], zinnen: set[tuple[str, ...]]) -> str | None:
    laag = tekst.casefold()
    naam = next((n for n in namen if re.search(rf"\b{re.escape(n.casefold())}", laag)), None)
    woorden = _WOORD.findall(laag)
    rijen = (tuple(woorden[i : i + _REEKS]) for i in range(len(woorden)))
    return naam or next((" ".join(rij) for rij in rijen if rij in zinnen), None)


def _namen(regime: Regime) -> Iterator[str]:
    """What a contract calls its parties, its ladder and its people, without article."""
    alle = [naam for rij in regime.partijen for naam in (rij.benaming, *rij.ook)]
    alle += [regime.ladder.benaming, *regime.ladder.ook] if regime.ladder else []
    alle += [regime.doelgroep.benaming] if regime.doelgroep else []
    for naam in alle:
        kaal = re.sub(r"^(de|het|een) ", "", naam)
        if kaal.casefold() not in _GEWOON:
            yield kaal


def _eigen_woorden(regime: Regime) -> str:
    return " ".join([*_namen(regime), *(grond.tekst for grond in _gronden(regime))]).casefold()


def _gronden(regime: Regime) -> Iterator[Grond]:
    yield from (deel for _, deel in delen(regime) if isinstance(deel, Grond))


def _reeksen(regime: Regime) -> set[tuple[str, ...]]:
    """The words of a contract, so many in a row, that say something."""
    uit: set[tuple[str, ...]] = set()
    for grond in _gronden(regime):
        woorden = _WOORD.findall(grond.tekst.casefold())
        rijen = (tuple(woorden[i : i + _REEKS]) for i in range(len(woorden) - _REEKS + 1))
        uit |= {rij for rij in rijen if sum(len(w) > _KORT for w in rij) >= _ZEGT}
    return uit


def _gezegd(regime: Regime) -> Iterator[tuple[Sleutel, str]]:
    """What screens and letters say under a regime that are not words of the contract."""
    for sleutel, deel in delen(regime):
        if not isinstance(deel, (*_NAMEN, *_OVER)):
            yield from (((*sleutel, veld), tekst) for veld, tekst in _teksten(deel))
    hernoemd = {rij.brief for rij in regime.brieven if rij.titel}
    soorten = {rij.soort: rij for rij in BRIEFSOORTEN}
    for nr, trede in enumerate(regime.treden):
        for plaats, instrument in enumerate(trede.instrumenten):
            soort = soorten.get(instrument.brief)
            if soort and instrument.brief not in hernoemd:
                sleutel = ("treden", nr, "instrumenten", plaats, "brief")
                yield from ((sleutel, tekst) for tekst in _van_brief(soort))


def _van_brief(soort: Briefsoort) -> Iterator[str]:
    yield f"de brief '{soort.titel}': {soort.gedaan}" if soort.gedaan else soort.titel


def _teksten(deel: Deel) -> Iterator[tuple[str, str]]:
    for veld in type(deel).model_fields:
        waarde = getattr(deel, veld)
        if isinstance(waarde, str) and not re.fullmatch(_KENMERK, waarde):
            yield veld, waarde
