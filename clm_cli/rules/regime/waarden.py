"""Floor 5, rules on the values of a regime: each is the one that its quotation names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clm_cli.derivations.brieven.getallen import gegevens
from clm_cli.derivations.regime.waarden import Waarde, getelde_duren, kern, zonder_kalender
from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.regime import Trede
from clm_cli.records.verwijzingen import delen
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime
from clm_cli.tijd.datum import bedrag, getal
from clm_cli.tijd.duur import Duur, lees_duur

_TELKENS = r"(?i)\b(?:een|elke?|iedere?|per) (dag|werkdag|week|maand|jaar)\b"
_PERIODE = r"(?i)\b(kwartaal|halfjaar|half jaar|halve maand)\b"
_MAANDEN = {"kwartaal": (3, "maanden"), "halve maand": (2, "weken")}
_MEER_DAN = r"(?i)\bmeer dan\b"
_PROCENT = ("procent", "hoogstens_procent", "drempel")
"""The fields that hold a percentage."""
_HOE_VAAK = r"(?i)\b(een|één|twee|drie|vier|vijf)maal\b|\b(één)\b"
_KEER = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_WIJST = (
    r"\b(?:treden?|artikel(?:en)?|lid|klassen?) \d[\d.:]*"
    r"(?:(?:, | en | of | t/m | tot en met )\d[\d.:]*)*"
)
"""A number that points at a place in the contract and counts nothing."""


@regel("REG748", WAARSCHUWING, per_regime)
def waarde_klopt_niet_met_het_citaat(blik: Regimeblik) -> Iterator[Bevond]:
    """Een duur, bedrag, percentage of aantal is een ander dan in het eigen citaat staat.

    Waarom: clm rekent met de waarde en toont het citaat; wie de brief leest, ziet twee getallen.
    Fout: `termijn: 15 dagen` met het citaat "binnen 15 werkdagen".
    Goed: de waarde die in de aangehaalde woorden staat.
    Wat nu: neem over wat het contract zegt; staat de waarde op een andere plaats, haal dan ook die
    woorden aan (met … ertussen).
    """
    for sleutel, waarde, teksten, eis in _waarden(blik):
        per = {tekst: _in_citaat(waarde, tekst, _veld(sleutel)) for tekst in teksten}
        staat = {kern: woord for rij in per.values() for kern, woord in rij.items()}
        if staat and kern(waarde) not in {*staat, *_terloops(waarde, teksten)}:
            wat = _gezegd(sleutel, waarde)
            yield Bevond(
                blik.plek(*sleutel),
                f"{_veld(sleutel)}: hier staat {wat}, en in het citaat {opsomming(staat.values())}",
                f"neem over wat het contract zegt, of haal ook de woorden aan met {wat}",
                tuple(Reden(f"aangehaald is '{tekst}'") for tekst, rij in per.items() if rij),
                eis,
            )


def _waarden(blik: Regimeblik) -> Iterator[tuple[Sleutel, Waarde, tuple[str, ...], str]]:
    """Every value that a clause is quoted for: its place, the value, the words, the clause."""
    for sleutel, deel in delen(blik.regime):
        grond = getattr(deel, "grond", None)
        if isinstance(grond, Grond) and not isinstance(deel, Trede):
            ook: tuple[object, ...] = getattr(deel, "ook", ())
            teksten = (grond.tekst, *(rij.tekst for rij in ook if isinstance(rij, Grond)))
            for veld, waarde in _van(deel):
                yield (*sleutel, *veld), waarde, teksten, grond.eis
    for sleutel, trede, instrument in blik.instrumenten:
        if instrument.maximum is not None:
            grond = instrument.grond or trede.grond
            plek = (*sleutel, "maximum", "procent")
            yield plek, instrument.maximum.procent, (grond.tekst,), grond.eis


def _van(deel: Deel) -> Iterator[tuple[Sleutel, Waarde]]:
    """What was typed in a part itself: durations, amounts and counts."""
    for veld in sorted(deel.model_fields_set):
        waarde = getattr(deel, veld)
        if isinstance(waarde, Duur | Decimal | int) and waarde != 0:  # no clause counts to zero
            yield (veld,), waarde
        for nr, rij in enumerate(waarde if isinstance(waarde, tuple) else ()):
            if isinstance(rij, Decimal):
                yield (veld, nr), rij


def _in_citaat(waarde: Waarde, tekst: str, veld: str) -> dict[object, str]:
    """What the words say of that kind, by what it is worth."""
    if isinstance(waarde, Duur):
        return {kern(duur): str(duur) for duur in _duren(tekst)}
    if isinstance(waarde, Decimal):
        soort = "percentage" if veld in _PROCENT else "bedrag"
        rijen = [rij for rij in gegevens(tekst) if rij.soort == soort]
        return {Decimal(rij.waarde): rij.tekst for rij in rijen}
    return {telling: str(telling) for telling in _tellingen(tekst)}


def _duren(tekst: str) -> Iterator[Duur]:
    yield from getelde_duren(tekst)
    for periode in re.findall(_PERIODE, zonder_kalender(tekst)):
        hoeveel, woord = _MAANDEN.get(periode.lower(), (6, "maanden"))
        yield lees_duur(f"{hoeveel} {woord}")


def _terloops(waarde: Waarde, teksten: tuple[str, ...]) -> Iterator[object]:
    """What the words may mean as well: 'een maand', 'elke maand' can be a term, and need not."""
    for tekst in teksten if isinstance(waarde, int) else ():
        for rest in re.split(_MEER_DAN, tekst)[1:]:  # 'more than two' takes three
            yield from (telling + 1 for telling in [*_tellingen(rest)][:1])
    for tekst in teksten if isinstance(waarde, Duur) else ():
        for eenheid in re.findall(_TELKENS, zonder_kalender(tekst)):
            yield kern(lees_duur(f"1 {eenheid.lower()}"))


def _tellingen(tekst: str) -> Iterator[int]:
    for maal, los in re.findall(_HOE_VAAK, tekst):
        yield _KEER[(maal or los).lower()]
    for rij in gegevens(re.sub(_WIJST, "", tekst)):
        cijfers = rij.waarde.partition(" ")[0]
        if rij.soort in ("nummer", "aantal") and cijfers.isdigit():
            yield int(cijfers)


def _veld(sleutel: Sleutel) -> str:
    return str(next(deel for deel in reversed(sleutel) if isinstance(deel, str)))


def _gezegd(sleutel: Sleutel, waarde: Waarde) -> str:
    if isinstance(waarde, Decimal):
        return f"{getal(waarde)} %" if _veld(sleutel) in _PROCENT else bedrag(waarde)
    return str(waarde)
