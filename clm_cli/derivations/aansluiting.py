"""Floor 4, aansluiting: who joins a talk: by the regime, and by the class of its contracts."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.classificatie import categorie, huidige
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Plan
from clm_cli.records.classificatie import Categorie
from clm_cli.records.gesprek import Genodigde
from clm_cli.records.regime import Gespreksrol
from clm_cli.value import value


@value
class Aansluiting:
    """A role at a talk, and whether somebody with that role has to be there."""

    rol: Gespreksrol
    moet: bool
    klasse: str = ""
    """The class that asks it, where the regime itself does not."""


def klassen(blik: Dossierblik, gesprek: Gesprek) -> Iterator[tuple[str, Categorie]]:
    """The class of each contract on the day of the talk: how deep it goes, who joins (J12)."""
    for contract in gesprek.kaart.record.contracten:
        feit = huidige(blik.dossier, contract, dag_van(gesprek).datum)
        soort = categorie(blik.register, feit)
        if soort:
            yield contract, soort


def aansluiting(blik: Dossierblik, gesprek: Gesprek) -> tuple[Aansluiting, ...]:
    """The roles of the regimes of a talk, each once."""
    mee = {rol: s for _, s in klassen(blik, gesprek) for rol in s.aansluiten}
    contracten = gesprek.kaart.record.contracten
    eigen = (c.regime for c in blik.dossier.contracten if c.id in contracten)
    rollen = {rol.id: rol for regime in eigen for rol in regime.rollen}
    return tuple(
        Aansluiting(rol, moet=True)
        if rol.verplicht == "ja"
        else Aansluiting(rol, id_ in mee, _in_woorden(mee[id_]) if id_ in mee else "")
        for id_, rol in rollen.items()
    )


def gevraagd(blik: Dossierblik, gesprek: Gesprek) -> tuple[Genodigde, ...]:
    """Who is invited: those on the card, and whom the plan gives a role that the class asks."""
    genodigd = gesprek.kaart.record.genodigden
    bezet = {g.rol for g in genodigd}
    bij = tuple(
        Genodigde(persoon=persoon, partij=een.rol.partij, rol=een.rol.id)
        for een in aansluiting(blik, gesprek)
        if een.klasse and een.rol.id not in bezet and (persoon := _wie(blik, gesprek, een.rol))
    )
    al = {g.persoon for g in genodigd}
    return (*genodigd, *(g for g in bij if g.persoon not in al))


def onbelegd(blik: Dossierblik, gesprek: Gesprek) -> tuple[Aansluiting, ...]:
    """The roles that the class asks and for whom nobody is invited."""
    bezet = {g.rol for g in gesprek.kaart.record.genodigden}
    return tuple(
        een
        for een in aansluiting(blik, gesprek)
        if een.klasse and een.rol.id not in bezet and not _wie(blik, gesprek, een.rol)
    )


def _wie(blik: Dossierblik, gesprek: Gesprek, rol: Gespreksrol) -> str | None:
    """Who has a role, by the plan for the contracts of the talk."""
    contracten = {*gesprek.kaart.record.contracten}
    namen = {rol.id.casefold(), rol.titel.casefold()}
    for plan in blik.dossier.van(Plan):
        if contracten & {*plan.record.contracten}:
            for rij in plan.record.rollen:
                if rij.persoon and rij.rol.casefold() in namen:
                    return rij.persoon
    return None


def _in_woorden(soort: Categorie) -> str:
    return f"categorie {soort.categorie} ({soort.titel})"
