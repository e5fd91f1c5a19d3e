"""Floor 4, gelijke_gevallen: what was done with the same kind of shortcoming of other providers."""

from __future__ import annotations

from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap
from clm_cli.derivations.escalatie.verzuim import oordelen_over_herstel
from clm_cli.derivations.escalatie.zaken import contract_van, tekortkomingen
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.value import value


@value
class Gelijkgeval:
    """A case of another provider with the same kind of shortcoming, and how far it went."""

    blik: Dossierblik
    stand: Stand
    zelfde: tuple[Tekortkoming, ...]
    """Its shortcomings that are of the same kind."""
    herstel: tuple[str, ...]
    """Our last judgement on the recovery of each of those."""


def zwaar(stap: Vervolgstap) -> bool:
    """Whether the contract frames the evidence for a step, to keep it from being arbitrary."""
    return bool(stap.stap.instrument.bewijs)


def gelijke_gevallen(blik: Dossierblik, escalatie: Escalatie) -> tuple[Gelijkgeval, ...]:
    """The cases of other providers under the same contract model, the heaviest first (J53, J01)."""
    contract, eigen = contract_van(blik.dossier, escalatie), tekortkomingen(escalatie)
    soorten = {rij.id for rij in contract.regime.tekortkomingen} if contract else set[str]()
    uit = []
    for ander in blik.kijk.blikken if contract else ():
        if ander.dossier.id == blik.dossier.id:
            continue
        for zaak in ander.dossier.escalaties:
            hun = contract_van(ander.dossier, zaak)
            zelfde = tuple(
                t for t in tekortkomingen(zaak) if any(_lijkt(t, e, soorten) for e in eigen)
            )
            if hun and contract and hun.regime.id == contract.regime.id and zelfde:
                oordelen = oordelen_over_herstel(zaak, ander.vandaag)
                herstel = tuple(oordelen.get(t.id, "niet beoordeeld") for t in zelfde)
                uit.append(Gelijkgeval(ander, stand_van(ander, zaak), zelfde, herstel))
    return tuple(
        sorted(uit, key=lambda g: (-g.stand.hoogst, g.blik.dossier.id, g.stand.escalatie.id))
    )


def _lijkt(een: Tekortkoming, ander: Tekortkoming, soorten: set[str]) -> bool:
    """Whether two shortcomings are of one kind: the contract's own kind, else what they touch."""
    # J53: a kind of one's own making sets no case apart from its like.
    if {een.tekortkomingsoort, ander.tekortkomingsoort} <= soorten:
        return een.tekortkomingsoort == ander.tekortkomingsoort
    return bool(set(een.soort) & set(ander.soort))
