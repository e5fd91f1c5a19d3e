"""Floor 5, kaarten: what is different between two readings of one record, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeGuard

from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.value import value
from clm_cli.woorden import kort

_SLEUTEL = (
    *("kpi", "wie", "persoon", "gemeente", "overeenkomst", "criterium", "thema", "onderdeel"),
    *("categorie", "trede", "instrument", "soort", "vraag", "termijn", "nummer", "periode"),
    *("bestand", "naam", "vanaf", "van", "datum"),
)
"""By which fields a part is known in a list, when it has no id."""
_KERN = (
    "besluit",
    "wat",
    "titel",
    "kern",
    "vraag",
    "naam",
    "onderwerp",
    "statutair",
    "omschrijving",
)
"""The fields that say best what a part is."""
_LANGST = 200
"""So many characters of a text are shown."""


@value
class Rij:
    """One value that is different: where, and both values in words; None where there was none."""

    sleutel: Sleutel
    waar: str
    was: str | None
    wordt: str | None

    @property
    def zin(self) -> str:
        """The difference in words."""
        if self.was is None:
            return f"{self.waar} erbij: {self.wordt}"
        if self.wordt is None:
            return f"{self.waar} weg (was: {self.was})"
        return f"{self.waar}: {self.was} → {self.wordt}"

    @property
    def veld(self) -> str:
        """The field at the top of the record."""
        return str(self.sleutel[0]) if self.sleutel else ""


def rijen(oud: Deel | None, nieuw: Deel | None) -> tuple[Rij, ...]:
    """All that is different; of a record that is new or gone all that it says."""
    return tuple(_rijen((), "", oud, nieuw))


def _rijen(sleutel: Sleutel, waar: str, oud: Deel | None, nieuw: Deel | None) -> Iterator[Rij]:
    een = nieuw if nieuw is not None else oud
    for naam in type(een).model_fields if een is not None else ():
        was, wordt = getattr(oud, naam, None), getattr(nieuw, naam, None)
        hier = (*sleutel, naam)
        woord = f"{waar} {woorden(naam)}".strip()
        if was == wordt or (_zegt_niets(was) and _zegt_niets(wordt)):
            continue
        if isinstance(was, Deel) or isinstance(wordt, Deel):
            yield from _rijen(hier, woord, _als_deel(was, wordt), _als_deel(wordt, was))
        elif _is_lijst(was) or _is_lijst(wordt):
            yield from _lijst(hier, woord, was or (), wordt or ())
        else:
            yield Rij(hier, woord, _of_niets(was), _of_niets(wordt))


def _als_deel(deel: object, ander: object) -> Deel | None:
    """A part beside another one; where the form of a field changed, only the new one counts."""
    return deel if isinstance(deel, Deel) and isinstance(ander, (Deel, type(None))) else None


def _zegt_niets(waarde: object) -> bool:
    return waarde is None or waarde == ()


def _is_lijst(waarde: object) -> TypeGuard[tuple[Deel, ...]]:
    return isinstance(waarde, tuple) and any(isinstance(deel, Deel) for deel in waarde)


def _lijst(
    sleutel: Sleutel, waar: str, oud: tuple[Deel, ...], nieuw: tuple[Deel, ...]
) -> Iterator[Rij]:
    """A list of parts: each is found again by its id, or by what makes it that one."""
    eerst = {_naam(deel): (nr, deel) for nr, deel in enumerate(oud)}
    straks = {_naam(deel): (nr, deel) for nr, deel in enumerate(nieuw)}
    if len(eerst) < len(oud) or len(straks) < len(nieuw):
        yield Rij(sleutel, waar, _of_niets(oud), _of_niets(nieuw))
        return
    for naam in {**eerst, **straks}:
        nr_was, was = eerst.get(naam, (0, None))
        nr_wordt, wordt = straks.get(naam, (nr_was, None))
        hier = (*sleutel, nr_wordt)
        if was is not None and wordt is not None:
            yield from _rijen(hier, f"{waar} {naam}", was, wordt)
        else:
            yield Rij(hier, waar, _of_niets(was), _of_niets(wordt))


def _naam(deel: object) -> str:
    """By what a part is known in its list."""
    if not isinstance(deel, Deel):
        return str(deel)
    eigen = getattr(deel, "id", None)
    if eigen:
        return str(eigen)
    delen = [tekst(getattr(deel, veld)) for veld in _SLEUTEL if getattr(deel, veld, None)]
    return " ".join(delen) or tekst(deel)


def woorden(naam: str) -> str:
    """The name of a field as words."""
    return naam.replace("_", " ")


def _of_niets(waarde: object) -> str | None:
    return None if _zegt_niets(waarde) else tekst(waarde)


def tekst(waarde: object) -> str:
    """A value in words, on one line; of a part what it is and all that is filled in."""
    if isinstance(waarde, Deel):
        return kort(_deel(waarde), _LANGST)
    if isinstance(waarde, tuple):
        return ", ".join(tekst(deel) for deel in waarde)
    if isinstance(waarde, datetime):
        return f"{datum_vol(waarde.date())} {waarde:%H.%M}"
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, time):
        return f"{waarde:%H.%M} uur"
    return getal(waarde) if isinstance(waarde, Decimal) else kort(str(waarde), _LANGST)


def _deel(deel: Deel) -> str:
    velden = {
        naam: waarde
        for naam in type(deel).model_fields
        if not _zegt_niets(waarde := getattr(deel, naam))
        and waarde != type(deel).model_fields[naam].default
    }
    eigen = velden.pop("id", None)
    kern = next((veld for veld in _KERN if veld in velden), None)
    begin = " ".join(tekst(w) for w in (eigen, velden.pop(kern) if kern else None) if w)
    rest = "; ".join(f"{woorden(naam)} {tekst(waarde)}" for naam, waarde in velden.items())
    return f"{begin} ({rest})" if begin and rest else begin or rest
