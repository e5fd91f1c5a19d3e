"""Floor 4, fraude: of which shortcomings fraud was established, and on which grounds it may."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.bewijstelling import weersproken
from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten, tekortkomingen
from clm_cli.derivations.fraudewoord import fraude_woord
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.escalatie import Bewijs
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Bewijsvorm, Onderdeel

_FRAUDE = "fraude"
"""How the heavy ground is called to which forms of evidence and grounds of fraud belong."""


def gronden(dossier: Dossier, escalatie: Escalatie) -> list[Onderdeel]:
    """The grounds that the contract of a case names for its instruments."""
    rijen = instrumenten(contract_van(dossier, escalatie))
    return [grond for _, instrument in rijen for grond in instrument.gronden]


def vormen(dossier: Dossier, escalatie: Escalatie) -> dict[str, Bewijsvorm]:
    """The forms of evidence of fraud that the contract of a case knows."""
    contract = contract_van(dossier, escalatie)
    rijen = contract.regime.bewijsvormen if contract else ()
    return {rij.id: rij for rij in rijen if rij.hoort_bij == _FRAUDE}


def alle_ids(escalatie: Escalatie) -> frozenset[str]:
    """All shortcomings of a case."""
    return frozenset(t.id for t in tekortkomingen(escalatie))


def met_fraudegrond(dossier: Dossier, escalatie: Escalatie, op: date = date.max) -> frozenset[str]:
    """The shortcomings of measures on a ground of fraud that the contract itself names."""
    eigen = {g.id for g in gronden(dossier, escalatie) if fraude_woord(g.titel)}
    return frozenset(
        id_
        for f in escalatie.van(Maatregel)
        if eigen & set(f.record.gronden) and f.record.datum <= op
        for id_ in f.record.tekortkomingen
    )


def bewezen(dossier: Dossier, escalatie: Escalatie, op: date = date.max) -> frozenset[str]:
    """The shortcomings of which a form of fraud is shown; without forms, those on its ground.

    With a day: what was shown and established by then. Evidence of later did not carry what was
    decided.
    """
    bekend = vormen(dossier, escalatie)
    if not bekend:
        return met_fraudegrond(dossier, escalatie, op)
    feiten = [
        f
        for f in escalatie.van(Bewijs)
        if max(f.record.datum, f.record.vastgesteld_op or f.record.datum) <= op
    ]
    return frozenset(
        id_
        for id_ in alle_ids(escalatie)
        for vorm in bekend.values()
        if _toont(vorm, [f for f in feiten if _over(f.record, vorm, id_)])
    )


def _over(record: Bewijs, vorm: Bewijsvorm, id_: str) -> bool:
    return record.vorm == vorm.id and (not record.tekortkomingen or id_ in record.tekortkomingen)


def _toont(vorm: Bewijsvorm, feiten: list[Bestand[Bewijs]]) -> bool:
    """Whether a piece shows all of a form, and none of the newest denies what it shows."""
    wel = (
        set(vorm.elementen) <= {rij.element for rij in f.record.elementen if rij.aangetoond == "ja"}
        for f in feiten
    )
    return any(wel) and weersproken(feiten, vorm) is None


def om_fraude(dossier: Dossier, escalatie: Escalatie, maatregel: Maatregel) -> bool:
    """Whether fraud was shown for all that a measure is taken for."""
    return set(maatregel.tekortkomingen) <= bewezen(dossier, escalatie)
