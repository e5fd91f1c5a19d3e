"""Floor 5, toets: the check of a register, a dossier or a regime, and what was set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.opzij import opzij_in
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk, blik_op
from clm_cli.meldingen import Ernst, Melding
from clm_cli.records.regime import Lezing, Regime
from clm_cli.register import Register
from clm_cli.rules.boek import IN_GEEN_BRIEF, REGELS, REGIMEREGELS
from clm_cli.rules.opzij import gewogen
from clm_cli.rules.regel import Regel, per_bestand
from clm_cli.rules.regime.blik import Regimeblik, per_regime


def controleer(register: Register, vandaag: date) -> tuple[Melding, ...]:
    """All meldingen on a register, with corrections folded; one that was set aside says so."""
    return meldingen(Kijk(register, vandaag))


def meldingen(kijk: Kijk, alleen: Collection[str] | None = None) -> tuple[Melding, ...]:
    """The same for who looks at the register already: what was worked out is not redone.

    With `alleen` only these dossiers are looked at, and what is shared.
    """
    namen = kijk.register.dossiers if alleen is None else sorted(alleen)
    blikken = [kijk.blik(id_) for id_ in namen if id_ in kijk.register.dossiers]
    opzij = [rij for blik in blikken for rij in opzij_in(blik)]
    regels = (*REGELS, *(rij for rij in REGIMEREGELS if rij.ernst is not Ernst.INFO))
    deel = kijk if alleen is None else Kijk(kijk.register.alleen(alleen), kijk.vandaag)
    if alleen is None and not kijk.register.kapot:
        return gewogen((melding for rij in regels for melding in rij.overal(kijk)), opzij)
    return gewogen(_van_wat_heel_is(deel, blikken, regels), opzij)


def is_heel(blik: Dossierblik) -> bool:
    """Whether all was read of a dossier, and of what it shares with others."""
    return not blik.register.kapot_bij(blik.dossier.id)


def _van_wat_heel_is(
    kijk: Kijk, blikken: Sequence[Dossierblik], regels: Iterable[Regel]
) -> Iterator[Melding]:
    """The meldingen on some dossiers that do not hang on what could not be read.

    What is not read is missing, and never absent: a rule that looks further than one file says
    nothing of a dossier with an unread one, and nothing at all beside an unread shared one.
    """
    heel = [blik for blik in blikken if is_heel(blik)]
    geheel = Kijk(kijk.register.alleen(blik.dossier.id for blik in heel), kijk.vandaag)
    for rij in regels:
        if rij.per is per_bestand:
            yield from rij.overal(kijk)
        elif rij.per is per_regime or not kijk.register.gedeeld.kapot:
            yield from rij.bij(geheel, heel)


def in_dossier(blik: Dossierblik) -> tuple[Melding, ...]:
    """The meldingen of the rules that look at one dossier, on that dossier alone."""
    regels = [rij for rij in REGELS if rij.per is per_bestand or is_heel(blik)]
    return gewogen((melding for rij in regels for melding in rij.in_dossier(blik)), opzij_in(blik))


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
            for melding in rij.overal(kijk)
            if melding.plek and melding.plek.pad in lezingen
        ),
    )


def houdt_tegen(
    register: Register, dossier: Dossier, mappen: tuple[str, ...], vandaag: date
) -> tuple[Melding, ...]:
    """What in the case or on a card may be in no letter, by folder, unless it was set aside."""
    blik = blik_op(register, dossier, vandaag)
    gevonden = (
        melding
        for rij in IN_GEEN_BRIEF
        for melding in rij.in_dossier(blik)
        if melding.plek and melding.plek.pad.rpartition("/")[0] in mappen
    )
    return tuple(m for m in gewogen(gevonden, opzij_in(blik)) if m.ernst is Ernst.FOUT)
