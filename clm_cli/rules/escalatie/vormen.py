"""Floor 5, vormen: what rules on the ladder look at: a case, a measure, a measure as a step."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik, eens
from clm_cli.rules.regel import vorm


@eens
def _stappen(blik: Dossierblik) -> tuple[tuple[Genomen, Vervolgstap], ...]:
    return tuple(
        (z, stap) for z in alle_genomen(blik) if (stap := getoetst(blik, z.escalatie, z.maatregel))
    )


@eens
def _standen(blik: Dossierblik) -> tuple[tuple[Stand], ...]:
    return tuple((stand_van(blik, escalatie),) for escalatie in blik.dossier.escalaties)


@vorm
def per_escalatie(blik: Dossierblik) -> Iterator[tuple[Dossierblik, Escalatie]]:
    """One case at a time."""
    yield from ((blik, escalatie) for escalatie in blik.dossier.escalaties)


@vorm
def per_stand(blik: Dossierblik) -> Iterator[tuple[Stand]]:
    """Where one case stands today, at a time."""
    yield from _standen(blik)


@vorm
def per_maatregel(blik: Dossierblik) -> Iterator[tuple[Genomen]]:
    """One measure at a time, joined with its case, its contract and its letter."""
    yield from ((z,) for z in alle_genomen(blik))


@vorm
def per_stap(blik: Dossierblik) -> Iterator[tuple[Genomen, Vervolgstap]]:
    """One measure at a time, against the conditions of its own day; if the regime has it."""
    yield from _stappen(blik)
