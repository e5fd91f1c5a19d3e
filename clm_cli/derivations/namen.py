"""Floor 4, namen: what a person calls something, found as the one thing it can be.

Files name people, contracts and the like by id; people by name, title or number. A name is taken
for an id where exactly one fits; where more fit they are named, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from clm_cli.derivations.verplichtingen import plichten
from clm_cli.kijk import Dossierblik
from clm_cli.records.contact import Signaal
from clm_cli.records.regime import Regime
from clm_cli.records.vorm import EIGENNAMEN, kaal
from clm_cli.register import Register
from clm_cli.value import value
from clm_cli.woorden import met_kleine_letter, zelfde_nummer

Namen = Mapping[str, tuple[str, ...]]
"""By id the names that people use for it."""
Waar = Dossierblik | Register
"""Where something is looked for: in a dossier and its register, or in the register alone."""
_MAPPEN, _KORTST = ("contract", "overeenkomst"), 3
"""What is called by a part of the name of its folder, and how much of it is enough."""
AL_ER = frozenset(
    {"aanleiding", "bevindingsvraag", "bewijsvorm", "contract", "gemeente", "kpi", "overeenkomst"}
    | {"perceel", "persoon", "regime", "rol", "signaalsoort", "thema", "zorgvorm"}
)
"""What has to be there already when something names it."""
_TITELS = {"dr", "drs", "mr", "ir", "ing", "prof", "dhr", "mevr", "mw", "heer", "mevrouw"}


@value
class Gevonden:
    """Exactly one fits."""

    id: str


@value
class Meerdere:
    """More than one fits equally well."""

    ids: tuple[str, ...]


@value
class Geen:
    """Nothing fits."""


def zoek(waar: Waar, soort: str, tekst: str) -> Gevonden | Meerdere | Geen:
    """What a text means among the things of a kind that a field can point at.

    It is looked for as an id, then as a whole name, then by some of its words ('A. Veenstra',
    'Klaproos'); what is a folder of ours also by a part of its name, as the word of a command is.
    """
    return kies(namen_van(waar, soort), tekst, soort)


def kies(namen: Namen, tekst: str, soort: str = "") -> Gevonden | Meerdere | Geen:
    """The same among names that are at hand."""
    if tekst in namen:
        return Gevonden(tekst)
    for past in (_gelijk, zelfde_nummer, _deels):
        ids = [id_ for id_, rij in namen.items() if any(past(tekst, n) for n in (id_, *rij))]
        if ids:
            return een_van(ids)
    in_map = soort in _MAPPEN and len(tekst) >= _KORTST
    return een_van([id_ for id_ in namen if in_map and tekst.casefold() in id_])


def een_van(ids: Sequence[str]) -> Gevonden | Meerdere | Geen:
    """What fits, where it is one."""
    return Gevonden(ids[0]) if len(ids) == 1 else Meerdere(tuple(ids)) if ids else Geen()


@lru_cache(maxsize=1 << 14)
def _woorden(tekst: str) -> tuple[str, ...]:
    """The words of a name; a sheet asks for the same names again and again."""
    return tuple(w for w in re.findall(r"[a-z0-9]+", kaal(tekst)) if w not in _TITELS)


def _gelijk(tekst: str, naam: str) -> bool:
    woorden = _woorden(tekst)
    return bool(woorden) and woorden == _woorden(naam)


def _deels(tekst: str, naam: str) -> bool:
    """Whether all words of the text stand in the name in their order; a letter is an initial.

    One whole word has to be the same: 'Dirk' alone is not the D. of 'D. Bakker'. An e-mail address
    has no initials: 'Jan Bakker' is not j.bakker@ of Joost Bakker.
    """
    if "@" in naam:
        return False
    woorden, van_naam = _woorden(tekst), _woorden(naam)
    resterend = iter(van_naam)
    return any(len(woord) > 2 and woord in van_naam for woord in woorden) and all(
        any(w == woord or (min(len(w), len(woord)) == 1 and w[0] == woord[0]) for w in resterend)
        for woord in woorden
    )


def namen_van(waar: Waar, soort: str) -> Namen:
    """The ids of one kind with their names, as far as this dossier and its register know them."""
    if isinstance(waar, Register):
        return namen_overal(waar, soort)
    blik = waar
    if soort in _OVERAL:
        return _OVERAL[soort](blik.register)
    if soort in _IN_DOSSIER:
        return _IN_DOSSIER[soort](blik)
    if soort in _IN_REGIME:
        regimes = [c.regime for c in blik.dossier.contracten]
        return {
            id_: namen for regime in regimes for id_, namen in _IN_REGIME[soort](regime).items()
        }
    return {}


def genoemd(blik: Dossierblik, soort: str, id_: str) -> str:
    """What something is called in running text; a contract and a care form by their ids.

    So is what nobody knows: unknown stays what was written.
    """
    namen = () if soort == "contract" else namen_van(blik, soort).get(id_, ())
    if not namen:
        return id_
    return namen[0] if soort in EIGENNAMEN else met_kleine_letter(namen[0])


def namen_overal(register: Register, soort: str) -> Namen:
    """The names of one kind that the whole register knows; none for another kind."""
    return _OVERAL[soort](register) if soort in _OVERAL else {}


def _rijen(rijen: Iterable[Any], id_: str = "id") -> Namen:
    """Parts of a record by their id, with what they are called."""
    return {
        str(getattr(rij, id_)): tuple(
            str(naam)
            for veld in ("naam", "titel", "kort")
            if (naam := getattr(rij, veld, None)) is not None
        )
        for rij in rijen
    }


def personen(register: Register) -> Namen:
    """The people of the buyer, also by their e-mail address."""
    return {p.id: (p.naam, *map(str, p.email)) for p in register.organisatie.personen}


def _gemeenten(register: Register) -> Namen:
    return {
        id_: (*namen, *(f"gemeente {naam}" for naam in namen))
        for id_, namen in _rijen(register.organisatie.gemeenten).items()
    }


def dossiers(register: Register) -> Namen:
    """The providers by every name that they had or have."""
    return {id_: dossier.namen for id_, dossier in register.dossiers.items()}


def _contracten(blik: Dossierblik) -> Namen:
    return {c.id: (c.kaart.record.nummer,) for c in blik.dossier.contracten}


def _deelnemers(blik: Dossierblik) -> Namen:
    """Who may sit at the table: our people and the contacts of the provider."""
    kaart = blik.dossier.aanbieder
    return {
        **personen(blik.register),
        **_rijen(kaart.record.contactpersonen if kaart else ()),
    }


def kant(waar: Waar, persoon: str) -> str:
    """On whose side of the table somebody sits who is known."""
    return "opdrachtgever" if persoon in namen_van(waar, "persoon") else "aanbieder"


def _verplichtingen(blik: Dossierblik) -> Namen:
    """The obligations of the provider: only who keeps them can fall short."""
    van = [p for p in plichten(blik) if not p.vervallen and p.rij.partij == "aanbieder"]
    return {plicht.rij.id: (plicht.rij.wat,) for plicht in van}


def _signalen(blik: Dossierblik) -> Namen:
    """By the path by which facts name them."""
    return {f.id: (f.record.wat,) for f in blik.dossier.van(Signaal)}


def _percelen(register: Register) -> Namen:
    return _rijen(
        rij for bundel in register.overeenkomsten.values() for rij in bundel.kaart.record.percelen
    )


def _zorgvormen(register: Register) -> Namen:
    vormen = (v for b in register.overeenkomsten.values() for v in b.kaart.record.zorgvormen)
    return dict.fromkeys(vormen, ())


def _overeenkomsten(register: Register) -> Namen:
    return {id_: (b.kaart.record.titel,) for id_, b in register.overeenkomsten.items()}


def _instrumenten(regime: Regime) -> Namen:
    """The steps of the ladder and the preventive measures."""
    return {**_rijen(regime.instrumenten, "instrument"), **_rijen(regime.maatregelen)}


_OVERAL: Mapping[str, Callable[[Register], Namen]] = {
    "persoon": personen,
    "gemeente": _gemeenten,
    "dossier": dossiers,
    "overeenkomst": _overeenkomsten,
    "kpi": lambda register: _rijen(register.kpis.values()),
    "perceel": _percelen,
    "zorgvorm": _zorgvormen,
    "regime": lambda register: _rijen(register.regimes.values()),
}
_IN_DOSSIER: Mapping[str, Callable[[Dossierblik], Namen]] = {
    "contract": _contracten,
    "deelnemer": _deelnemers,
    "signaal": _signalen,
    "signalen": _signalen,
    "verplichting": _verplichtingen,
}
EIGEN = frozenset(_IN_DOSSIER)
"""What a dossier has by a name of its own."""
_IN_REGIME: Mapping[str, Callable[[Regime], Namen]] = {
    "thema": lambda regime: _rijen(regime.themas),
    "rol": lambda regime: _rijen(regime.rollen),
    "signaalsoort": lambda regime: _rijen(regime.signaalsoorten),
    "bevindingsvraag": lambda regime: _rijen(regime.bevindingsvragen),
    "aanleiding": lambda regime: _rijen(regime.aanleidingen),
    "bewijsvorm": lambda regime: _rijen(regime.bewijsvormen),
    "plicht": lambda regime: _rijen(rij for rij in regime.verplichtingen if rij.komt_terug),
    "instrument": _instrumenten,
}
