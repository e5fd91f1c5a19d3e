"""Floor 5, toets: the check of a register, a dossier or a regime, and what was set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.opzij import Opzij, opzij_in
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.kijk import per_dossier as onthouden
from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.records.regime import Lezing, Regime
from clm_cli.register import Register
from clm_cli.rules.boek import IN_GEEN_BRIEF, REGELS, REGIMEREGELS
from clm_cli.rules.opzij import gewogen
from clm_cli.rules.regel import Regel, per_bestand
from clm_cli.rules.regime.blik import Regimeblik, per_regime
from clm_cli.value import value


def controleer(register: Register, vandaag: date) -> tuple[Melding, ...]:
    """All meldingen on a register, with corrections folded; one that was set aside says so."""
    return meldingen(Kijk(register, vandaag))


def meldingen(
    kijk: Kijk, alleen: Collection[str] | None = None, codes: Collection[str] | None = None
) -> tuple[Melding, ...]:
    """The same for who looks at the register already: what was worked out is not redone.

    With `alleen` only these dossiers are looked at, and what is shared; with `codes` only by these
    rules.
    """
    delen = getoetst(kijk, alleen, codes)
    opzij = [rij for deel in delen for rij in deel.opzij]
    alle = _van_wat_heel_is(kijk, delen, alle=alleen is None, codes=codes)
    return gewogen(alle, opzij)


@value
class Getoetst:
    """What the rules say of one dossier; it can be kept from one run to another."""

    dossier: str
    heel: bool
    """Whether all was read of it, and of what it shares with others."""
    meldingen: tuple[Melding, ...]
    bijdragen: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...]
    """What it adds to the rules that compare dossiers, by their codes."""
    opzij: tuple[Opzij, ...]


def oordeel(blik: Dossierblik, codes: Collection[str] | None = None) -> Getoetst:
    """What the rules say of one dossier; with `codes` only these."""
    heel = is_heel(blik)
    regels = [rij for rij in _regels(codes) if heel or rij.per is per_bestand]
    bijdragen = ((rij.code, tuple(rij.per.bijdrage(blik))) for rij in regels)
    return Getoetst(
        blik.dossier.id,
        heel,
        tuple(melding for rij in regels for melding in rij.in_dossier(blik)),
        tuple((code, rijen) for code, rijen in bijdragen if rijen),
        tuple(opzij_in(blik)),
    )


getoetst_van = onthouden(oordeel, Getoetst, Melding, Ernst, Plek, Reden)


def _regels(codes: Collection[str] | None, uit: Iterable[Regel] = REGELS) -> Iterator[Regel]:
    return (rij for rij in uit if codes is None or rij.code in codes)


def getoetst(
    kijk: Kijk, alleen: Collection[str] | None = None, codes: Collection[str] | None = None
) -> tuple[Getoetst, ...]:
    """What the rules, or some of them, say of each dossier, or of some, in their order."""
    namen = kijk.register.dossiers.namen if alleen is None else sorted(alleen)
    if codes is None:
        return tuple(deel for naam in namen if (deel := getoetst_van(kijk, naam)))
    er_zijn = (naam for naam in namen if naam in kijk.register.dossiers)
    return tuple(oordeel(kijk.blik(naam), codes) for naam in er_zijn)


def is_heel(blik: Dossierblik) -> bool:
    """Whether all was read of a dossier, and of what it shares with others."""
    return not blik.register.kapot_bij(blik.dossier.id)


def _van_wat_heel_is(
    kijk: Kijk, delen: Sequence[Getoetst], *, alle: bool, codes: Collection[str] | None
) -> Iterator[Melding]:
    """The meldingen that do not hang on what could not be read.

    What is not read is missing, and never absent: a rule that looks further than one file says
    nothing of a dossier with an unread one, and nothing at all beside an unread shared one.
    """
    heel, gedeeld = [deel for deel in delen if deel.heel], not kijk.register.gedeeld.kapot
    alle = alle and gedeeld and len(heel) == len(delen)
    geheel = kijk
    if not alle:
        register = kijk.register.alleen(deel.dossier for deel in heel)
        geheel = replace(kijk, register=register, weet={})
    in_dossiers, bijdragen = _per_code(delen), _bijdragen(heel)
    van_regimes = (rij for rij in REGIMEREGELS if rij.ernst is not Ernst.INFO)
    for rij in _regels(codes, (*REGELS, *van_regimes)):
        yield from in_dossiers.get(rij.code, ())
        if rij.per in (per_bestand, per_regime) or (gedeeld and (alle or not rij.per.per_dossier)):
            yield from rij.buiten(geheel, bijdragen.get(rij.code, ()))


def _per_code(delen: Iterable[Getoetst]) -> dict[str, list[Melding]]:
    """The meldingen of each rule; what dossiers say of a thing that they share, is said once."""
    per: dict[str, list[Melding]] = {}
    gezegd: set[Melding] = set()
    for deel in delen:
        voor = f"{deel.dossier}/"
        for melding in deel.meldingen:
            if melding.plek is None or not melding.plek.pad.startswith(voor):
                if melding in gezegd:
                    continue
                gezegd.add(melding)
            per.setdefault(melding.code, []).append(melding)
    return per


def _bijdragen(delen: Iterable[Getoetst]) -> dict[str, list[tuple[Any, ...]]]:
    """What all of these dossiers add, by the code of the rule."""
    per: dict[str, list[tuple[Any, ...]]] = {}
    for deel in delen:
        for code, rijen in deel.bijdragen:
            per.setdefault(code, []).extend(rijen)
    return per


def in_dossier(blik: Dossierblik) -> tuple[Melding, ...]:
    """The meldingen of the rules that look at one dossier, on that dossier alone."""
    return van_een(blik.kijk, oordeel(blik))


def van_een(kijk: Kijk, deel: Getoetst) -> tuple[Melding, ...]:
    """What the rules say of one dossier, with what it alone says of what it shares."""
    eigen, bijdragen = _per_code([deel]), dict(deel.bijdragen)
    alle = (
        melding
        for rij in REGELS
        for melding in (
            *eigen.get(rij.code, ()),
            *(rij.buiten(kijk, bijdragen.get(rij.code, ())) if rij.per.ook_alleen else ()),
        )
    )
    return gewogen(alle, deel.opzij)


def controleer_regime(
    register: Register, regime: Bestand[Regime], vandaag: date
) -> tuple[Melding, ...]:
    """All meldingen on one regime, and on the lezingen of it that the register holds."""
    kijk = Kijk(register, vandaag)
    lezingen = {
        feit.bron.pad for feit in register.van(Lezing) if feit.record.regime == regime.record.id
    }
    op_regime = [rij for rij in REGIMEREGELS if rij.per is per_regime]
    op_register = [rij for rij in REGIMEREGELS if rij.per is not per_regime]
    return (
        *(melding for rij in op_regime for melding in rij.over(Regimeblik(kijk, regime))),
        *(
            melding
            for rij in op_register
            for melding in rij.buiten(kijk)
            if melding.plek and melding.plek.pad in lezingen
        ),
    )


def houdt_tegen(blik: Dossierblik, mappen: Collection[str]) -> tuple[Melding, ...]:
    """What in these folders of a dossier may be in no letter, unless it was set aside."""
    return tuple(
        m for m in _in_geen_brief(blik) if m.plek and m.plek.pad.rpartition("/")[0] in mappen
    )


@eens
def _in_geen_brief(blik: Dossierblik) -> tuple[Melding, ...]:
    gevonden = (melding for rij in IN_GEEN_BRIEF for melding in rij.in_dossier(blik))
    return tuple(m for m in gewogen(gevonden, opzij_in(blik)) if m.ernst is Ernst.FOUT)
