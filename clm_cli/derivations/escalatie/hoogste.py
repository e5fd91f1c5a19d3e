"""Floor 4, hoogste: the highest measure that runs on a contract or on a provider."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.zaken import contract_van, gesloten, lopend
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.escalatie import Opening
from clm_cli.records.maatregel import Maatregel


def hoogste_trede(dossier: Dossier, contract: str | None = None) -> int:
    """The highest measure that is neither lifted nor closed, of one contract or of all; else 0."""
    return max((m.record.trede for _, m in _lopend_onder(dossier, contract)), default=0)


def hoogste_stap(dossier: Dossier, contract: str | None = None, vorm: str = "{}") -> str:
    """The same in words: its trede, or that there is a measure where none is counted; or ''."""
    rijen = list(_lopend_onder(dossier, contract))
    if not rijen:
        return ""
    zaak, hoogste = max(rijen, key=lambda rij: rij[1].record.trede)
    onder = contract_van(dossier, zaak)
    telt = onder is None or onder.regime.kent_treden
    return vorm.format(hoogste.record.trede) if telt else "maatregel"


def _lopend_onder(
    dossier: Dossier, contract: str | None
) -> Iterator[tuple[Escalatie, Bestand[Maatregel]]]:
    for escalatie in dossier.escalaties:
        if not gesloten(escalatie) and (contract is None or _raakt(escalatie, contract)):
            yield from ((escalatie, maatregel) for maatregel in lopend(dossier, escalatie))


def _raakt(escalatie: Escalatie, contract: str) -> bool:
    return any(contract in opening.record.contracten for opening in escalatie.van(Opening))
