"""Floor 6, bladzijde: one dossier on one page; and the same as data."""

from __future__ import annotations

from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie.hoogste import hoogste_trede
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.views.cijfers import hoofdstuk as cijfers
from clm_cli.views.dossier.aandacht import let_op, open_
from clm_cli.views.dossier.blad import Dossierblad
from clm_cli.views.dossier.contracten import contracten
from clm_cli.views.dossier.dagen import contacten, termijnen
from clm_cli.views.dossier.kop import categorie_json, kop, mensen
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.views.werklijst.regels import regel_json


def toon(blad: Dossierblad, papier: Papier) -> str:
    """The whole page."""
    if blad.blik.kijk.exemplaar:
        return "\n".join(_exemplaar(blad, papier))
    delen = [
        *kop(papier, blad.blik),
        *let_op(papier, blad),
        *contracten(papier, blad),
        *cijfers.toon(papier, blad.blik),
        *termijnen(papier, blad),
        *contacten(papier, blad.blik),
        *open_(papier, blad),
        *mensen(papier, blad.blik),
    ]
    return "\n".join(delen)


_EXEMPLAAR = (
    "Exemplaar voor de aanbieder: wat is afgesproken, aangeleverd en over en weer gedeeld. "
    "Wat hier niet staat, kan er wel zijn."
)


def _exemplaar(blad: Dossierblad, papier: Papier) -> list[str]:
    """What of it the provider may read: without what we have to do, weigh or decide."""
    return [
        *papier.alinea(_EXEMPLAAR),
        "",
        *kop(papier, blad.blik),
        *contracten(papier, blad),
        *cijfers.toon(papier, blad.blik),
        *termijnen(papier, blad),
        *contacten(papier, blad.blik),
        *mensen(papier, blad.blik),
    ]


def als_json(blad: Dossierblad) -> Gegevens:
    """The dossier as data; null is unknown or none."""
    blik, dossier = blad.blik, blad.blik.dossier
    naam = dossier.naam(blik.vandaag)
    return {
        "dossier": dossier.id,
        "naam": naam.statutair if naam else None,
        "roepnaam": naam.roepnaam if naam else None,
        "contractmanager": behandelaar(dossier, blik.vandaag),
        "categorieen": categorie_json(blik),
        "contracten": [_contract(blik, contract) for contract in dossier.contracten],
        "cijfers": cijfers.als_json(blik),
        "termijnen": [regel_json(regel, blad.plaats) for regel in blad.lijst.regels],
        "niet_gelezen": list(dossier.kapot),
    }


def _contract(blik: Dossierblik, contract: Contract) -> Gegevens:
    record, stand = contract.kaart.record, duurstand(contract, blik.vandaag)
    return {
        "id": contract.id,
        "nummer": record.nummer,
        "regime": contract.regime.id or None,
        "zorgvormen": list(record.zorgvormen),
        "percelen": list(record.percelen),
        "gemeenten": list(contract.gemeenten),
        "tot": stand.tot.isoformat() if stand.tot else None,
        "afgelopen": stand.gestopt,
        "trede": None if blik.kijk.exemplaar else hoogste_trede(blik, contract.id),
    }
