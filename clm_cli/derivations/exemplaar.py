"""Floor 4, exemplaar: the register as the provider of one dossier may read it (J07).

One sieve for every page: what is internal is not left unsaid by each of them, it is not there.
"""

from __future__ import annotations

from dataclasses import replace

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.bundel import is_bekend
from clm_cli.derivations.classificatie import geinformeerd_op
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.aanbieder import Aanbieder, Plan
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.brief import Verzonden
from clm_cli.records.cijfers import Meting
from clm_cli.records.classificatie import Classificatie
from clm_cli.records.gesprek import Gedeeld, Gesprekskaart, GesprekVervallen
from clm_cli.records.lijsten import Nakomingfeit, Verplichtingen
from clm_cli.records.overeenkomst import Contract

LIJSTEN = ("verplichtingen",)
"""The lists that stand in a contract; what we think, weigh and learn is ours."""
_SAMEN = (Aanbieder, Contract, Verplichtingen, Plan, Meting, Nakomingfeit)
"""What both parties know: who they are, what was agreed, and what was delivered."""
_EIGEN = ("toelichting", "bijlagen")
"""Of a fact: what we wrote beside it for ourselves."""
_VOORBEREID = ("reden", "genodigden", "agenda", "escalatie")
"""Of a talk: what we mean to bring up and with whom, until its documents are sent."""


def exemplaar(blik: Dossierblik) -> Kijk:
    """The dossier alone, with what was shared with the provider or came from it."""
    mappen = _gedeelde_mappen(blik)
    weg = {zaak.pad for zaak in blik.dossier.escalaties}

    def houd(bestand: Bestand[Deel]) -> Bestand[Deel] | None:
        if bestand.map in weg or not _mag(blik, bestand, mappen):
            return None
        return replace(bestand, record=_kaal(bestand.record))

    register = blik.register.door_zeef(blik.dossier.id, houd)
    return Kijk(register, blik.vandaag, exemplaar=True)


def _gedeelde_mappen(blik: Dossierblik) -> set[str]:
    """The talks that they know of or of which they have the report, and the letters."""
    dossier = blik.dossier
    gesprekken = {
        g.pad
        for g in dossier.gesprekken
        if g.van(Gedeeld) or g.kaart.record.stukken_verstuurd or _komt_nog(g)
    }
    brieven = {
        brief.pad
        for brief in dossier.brieven
        if brief.van(Verzonden) or brief.kaart.record.richting == "inkomend"
    }
    return gesprekken | brieven


def _komt_nog(gesprek: Gesprek) -> bool:
    """Whether it is a talk of the rhythm that was agreed; an extra one is ours until it is told."""
    kaart = gesprek.kaart.record
    return kaart.soort == "regulier" and not kaart.gehouden and not gesprek.van(GesprekVervallen)


def _mag(blik: Dossierblik, bestand: Bestand[Deel], mappen: set[str]) -> bool:
    record = bestand.record
    if isinstance(record, _SAMEN):
        return True
    if is_een(bestand, Classificatie):
        return geinformeerd_op(blik.dossier, bestand) is not None  # J14
    if not isinstance(record, Feit):
        return bestand.map in mappen
    if bestand.map.endswith("/opvolging"):
        doel = blik.dossier.waarbij(bestand)
        return doel is not None and doel.map in mappen
    in_ding = any(bestand.map == d.pad for d in (*blik.dossier.gesprekken, *blik.dossier.brieven))
    return is_bekend(blik, bestand) and (not in_ding or bestand.map in mappen)


def _kaal(record: Deel) -> Deel:
    """The same without what we wrote beside it, and of figures without our own amounts."""
    velden = type(record).model_fields
    leeg = {naam: velden[naam].get_default() for naam in _EIGEN if naam in velden}
    if isinstance(record, Meting):
        leeg |= {"oordelen": (), "omzet": ()}
    if isinstance(record, Gesprekskaart) and not record.stukken_verstuurd:
        leeg |= {naam: velden[naam].get_default() for naam in _VOORBEREID}
    return record.model_copy(update=leeg)
