"""Floor 4, zaken: the cases and the measures that run in them, each joined with its contract and letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.records.escalatie import Heropening, Opening, Opheffing, Sluiting
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Brief, Contract, Dossier, Escalatie, Register


@dataclass(frozen=True, slots=True)
class Zaak:
    """One measure in its case, with what its terms need."""

    register: Register
    dossier: Dossier
    escalatie: Escalatie
    contract: Contract
    maatregel: Bestand[Maatregel]
    brief: Brief | None
    vandaag: date

    def bij(self, model: type[Any], doel: Bestand[Any] | None = None) -> list[Bestand[Any]]:
        """The facts of a kind that answer this measure, or another fact."""
        pad = (doel or self.maatregel).pad
        return [f for f in self.escalatie.van(model) if (d := self.dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == pad]


def gesloten(escalatie: Escalatie) -> bool:
    """Whether the last closing came after the last re-opening."""
    sluitingen = [(f.record.datum, f.record.vastgelegd) for f in escalatie.van(Sluiting)]
    heropend = [(f.record.datum, f.record.vastgelegd) for f in escalatie.van(Heropening)]
    return bool(sluitingen) and (not heropend or max(sluitingen) > max(heropend))


def lopend(dossier: Dossier, escalatie: Escalatie) -> tuple[Bestand[Maatregel], ...]:
    """The measures that were neither lifted nor ended by a closing; a re-opening revives none."""
    einde = max((f.record.datum for f in escalatie.van(Sluiting)), default=None)
    weg = {d.bestand.pad for f in escalatie.van(Opheffing) if (d := dossier.vind(f.record.bij, f.pad))}
    alle = escalatie.van(Maatregel)
    return tuple(m for m in alle if m.pad not in weg and (einde is None or m.record.datum > einde))


def zaken(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Zaak]:
    """Every running measure of every case, joined with its contract and letter."""
    for escalatie in dossier.escalaties:
        opening = next(iter(escalatie.van(Opening)), None)
        contracten = [dossier.contract(id_) for id_ in opening.record.contracten] if opening else []
        contract = next((c for c in contracten if c), None)
        for maatregel in lopend(dossier, escalatie) if contract else ():
            assert contract is not None
            yield Zaak(register, dossier, escalatie, contract, maatregel, _brief(dossier, maatregel), vandaag)


def _brief(dossier: Dossier, maatregel: Bestand[Maatregel]) -> Brief | None:
    naam = maatregel.record.brief
    if naam is None:
        return None
    doel = dossier.vind(naam, maatregel.pad)
    map_ = doel.bestand.map if doel else f"{dossier.id}/{naam}"
    return next((brief for brief in dossier.brieven if brief.pad == map_), None)
