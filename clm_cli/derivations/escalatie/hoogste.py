"""Floor 4, hoogste: the highest measure that runs on a contract or on a provider."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.escalatie.stand import verteld
from clm_cli.derivations.escalatie.zaken import Genomen, einde_van, genomen_in, gesloten
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Opening


def hoogste_trede(blik: Dossierblik, contract: str | None = None) -> int:
    """The highest measure that the provider was told of and that nothing ended; else 0."""
    return max((g.record.trede for g in _lopend_onder(blik, contract)), default=0)


def hoogste_stap(blik: Dossierblik, contract: str | None = None, vorm: str = "{}") -> str:
    """The same in words: its trede, or that there is a measure where none is counted; or ''."""
    hoogste = max(
        _lopend_onder(blik, contract), key=lambda genomen: genomen.record.trede, default=None
    )
    if hoogste is None:
        return ""
    return vorm.format(hoogste.record.trede) if hoogste.contract.regime.kent_treden else "maatregel"


def hoogste_van(blik: Dossierblik, zaak: Escalatie) -> Genomen | None:
    """The highest measure of a case that runs; what was only decided comes after all others."""
    return min(
        lopend_in(blik, zaak),
        key=lambda g: (not verteld(g), -g.record.trede, g.record.datum),
        default=None,
    )


def lopend_in(blik: Dossierblik, zaak: Escalatie) -> tuple[Genomen, ...]:
    """The measures of a case that nothing ended."""
    return tuple(
        g for g in genomen_in(blik, zaak) if not einde_van(blik.dossier, zaak, g.maatregel)
    )


def _lopend_onder(blik: Dossierblik, contract: str | None) -> Iterator[Genomen]:
    for zaak in blik.dossier.escalaties:
        if not gesloten(zaak) and (contract is None or _raakt(zaak, contract)):
            yield from (genomen for genomen in lopend_in(blik, zaak) if verteld(genomen))


def _raakt(escalatie: Escalatie, contract: str) -> bool:
    return any(contract in opening.record.contracten for opening in escalatie.van(Opening))
