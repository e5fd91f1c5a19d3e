"""Floor 6, stappen: for who has to decide, what each step of the ladder still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.stand import Stand
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, lichter, vervolg
from clm_cli.derivations.zinnen import opsomming

_HOREN = ("wederhoor", "nieuws-gehoord")
_Per = Mapping[str, Vervolgstap]
"""One instrument, weighed for each shortcoming apart."""


def stapgegevens(i: Inhoud, stand: Stand) -> dict[str, object]:
    """Every step, weighed for each shortcoming apart: what one lacks, holds no other up."""
    assert i.escalatie
    ids = [t.id for t in i.alle_tekortkomingen]
    per_id = {id_: vervolg(i.blik, i.escalatie, (id_,)) for id_ in ids}
    stappen: list[_Per] = [
        dict(zip(ids, rij, strict=True)) for rij in zip(*per_id.values(), strict=True)
    ]
    return {
        "stappen": [
            {**_stap(per, label), "nu": _nu(stand, _een(per))}
            for per, label in zip(stappen, _labels(stappen), strict=True)
        ],
        "voorwaarden": _matrix(stappen),
        "lichter": _lichter(per_id),
        "horen": [
            _met_ids(_een(per).stap.instrument.titel, wie, per)
            for per in stappen
            if (wie := [id_ for id_, s in per.items() if {"nee", "onbekend"} & _gevraagd(s)])
        ],
        "vraagt_horen": any(_gevraagd(s) for per in stappen for s in per.values()),
    }


def _een(per: _Per) -> Vervolgstap:
    """What is the same for every shortcoming of a step."""
    return next(iter(per.values()))


def _met_ids(titel: str, ids: Sequence[str], per: Mapping[str, object]) -> str:
    """A title, with for which shortcomings where that is not all of them."""
    return titel if len(ids) == len(per) else f"{titel} ({opsomming(ids)})"


def _gevraagd(s: Vervolgstap) -> set[str]:
    """Whether the provider was heard, for each condition of a step that asks it."""
    return {rij.uitspraak.antwoord for rij in s.voorwaarden if rij.naam in _HOREN}


def _lichter(per_id: Mapping[str, tuple[Vervolgstap, ...]]) -> str:
    """The lighter steps that are open beside another, each for which shortcomings."""
    ladder = dict.fromkeys(s.stap.instrument.titel for rij in per_id.values() for s in rij)
    wie: dict[str, list[str]] = {titel: [] for titel in ladder}
    for id_, stappen in per_id.items():
        for titel in dict.fromkeys(r.titel for s in stappen for r in lichter(stappen, s)):
            wie[titel].append(id_)
    return opsomming(_met_ids(titel, ids, per_id) for titel, ids in wie.items() if ids)


def _stap(per: _Per, label: str) -> dict[str, object]:
    """One step, for which shortcomings it can be taken, and why a condition is not met."""
    instrument = _een(per).stap.instrument
    # two conditions may miss the same, and two shortcomings; who reads wants it once
    redenen: dict[str, list[str]] = {}
    for id_, s in per.items():
        for tekst in dict.fromkeys(r.uitspraak.tekst.replace(".; ", "; ") for r in s.mist()):
            redenen.setdefault(tekst, []).append(id_)
    return {
        "label": label,
        "stap": instrument.titel,
        "mag": _per_antwoord({id_: _kan(s) for id_, s in per.items()}, ": "),
        "aard": instrument.aard,
        "mist": [{"omdat": _voor(tekst, ids, per)} for tekst, ids in redenen.items()],
    }


def _voor(tekst: str, ids: Sequence[str], per: _Per) -> str:
    """A reason, with the shortcomings that it holds for where it does not name them itself."""
    genoemd = len(ids) == len(per) or any(id_ in tekst for id_ in ids)
    return tekst if genoemd else f"{opsomming(ids)}: {tekst}"


def _kan(s: Vervolgstap) -> str:
    """Whether a step can be taken; yes with what it lacks asks a reason."""
    return "ja, met reden" if s.mag == "ja" and s.mist() else s.mag


def _per_antwoord(antwoorden: Mapping[str, str], tussen: str) -> str:
    """One answer where it is the same for all, else each with its shortcomings."""
    groepen: dict[str, list[str]] = {}
    for id_, antwoord in antwoorden.items():
        groepen.setdefault(antwoord, []).append(id_)
    if len(groepen) == 1:
        return next(iter(groepen))
    return "; ".join(f"{opsomming(ids)}{tussen}{antwoord}" for antwoord, ids in groepen.items())


def _nu(stand: Stand, s: Vervolgstap) -> str:
    """How the measures with this instrument stand that did not end: no answer to 'kan'."""
    per: dict[str, set[str]] = {}
    for m in stand.maatregelen:
        if m.loopt and m.genomen.record.instrument == s.stap.instrument.instrument:
            per.setdefault(m.toestand, set()).update(m.genomen.record.tekortkomingen)
    woorden = {"onbekend": "onbekend of van kracht"}
    return "; ".join(
        f"{woorden.get(toestand, toestand)} voor {opsomming(sorted(ids))}"
        for toestand, ids in per.items()
        if ids
    )


def _labels(stappen: Iterable[_Per]) -> list[str]:
    """The number of each step: of its trede, where that has more instruments with a letter."""
    rijen = [_een(per).stap for per in stappen]
    if any(not stap.contract.regime.kent_treden for stap in rijen):
        return [str(nr) for nr, _ in enumerate(rijen, 1)]
    per_trede = Counter(stap.trede for stap in rijen)
    gezien: Counter[int] = Counter()
    uit = []
    for trede in (stap.trede for stap in rijen):
        keer, letter = divmod(gezien[trede], len(ascii_lowercase))
        uit.append(f"{trede}{ascii_lowercase[letter] * (keer + 1) if per_trede[trede] > 1 else ''}")
        gezien[trede] += 1
    return uit


def _matrix(stappen: Sequence[_Per]) -> list[dict[str, object]]:
    """Every condition once, with its answer for each step; empty where a step does not ask it."""
    titels = {rij.naam: rij.titel for per in stappen for s in per.values() for rij in s.voorwaarden}
    return [
        {"titel": titel, "antwoorden": [_antwoord(per, naam) for per in stappen]}
        for naam, titel in titels.items()
    ]


def _antwoord(per: _Per, naam: str) -> str:
    """The answer of a condition: where they differ, only what is not met, with for which."""
    alle = {id_: _woord(s, naam) for id_, s in per.items()}
    open_ = {id_: woord for id_, woord in alle.items() if woord not in ("ja", "")}
    if len(set(alle.values())) == 1 or not open_:
        return next((woord for woord in alle.values() if woord), "")
    groepen = {woord: [id_ for id_ in open_ if open_[id_] == woord] for woord in open_.values()}
    return "; ".join(f"{opsomming(ids)} {woord}" for woord, ids in groepen.items())


def _woord(s: Vervolgstap, naam: str) -> str:
    rij = next((rij for rij in s.voorwaarden if rij.naam == naam), None)
    return (
        ""
        if rij is None
        else "zeg"
        if rij.uitspraak.invoer
        else {"onbekend": "?"}.get(rij.uitspraak.antwoord, rij.uitspraak.antwoord)
    )
