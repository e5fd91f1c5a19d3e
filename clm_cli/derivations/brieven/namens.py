"""Floor 4, namens: on whose behalf a letter is written, and who may sign it."""

from __future__ import annotations

from clm_cli.derivations.bevoegdheid import (
    deelnemers,
    tekenbevoegd,
    volmacht_van,
    voor_zichzelf,
)
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.zaken import gemeenten_van
from clm_cli.records.organisatie import Gemeente, Persoon, Volmacht
from clm_cli.records.regimeregels import Tekenregel


def gemeenten(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities that a letter is about: of the case, else of its contracts."""
    eigen = inhoud.maatregel.gemeenten if inhoud.maatregel else ()
    ids = (
        gemeenten_van(inhoud.dossier, inhoud.escalatie, eigen)
        if inhoud.escalatie
        else deelnemers(inhoud.contracten)
    )
    bekend = inhoud.register.organisatie.gemeenten
    return tuple(g for id_ in ids for g in bekend if g.id == id_)


def vertegenwoordigd(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities on whose behalf is written: none where we are party, nor our own."""
    register, alle = inhoud.register, inhoud.contracten
    zelf = {*deelnemers(c for c in alle if voor_zichzelf(register, c))}
    zelf -= {*deelnemers(c for c in alle if not voor_zichzelf(register, c))}
    eigen = register.organisatie.gemeente
    return tuple(g for g in gemeenten(inhoud) if g.id not in zelf and g.id != eigen)


def voor_onszelf(inhoud: Inhoud) -> bool:
    """Whether a letter is about nothing but contracts to which we are party ourselves."""
    return all(voor_zichzelf(inhoud.register, c) for c in inhoud.contracten)


def mede(inhoud: Inhoud) -> bool:
    """Whether we are one of the municipalities that a letter is about, and write for ourselves."""
    eigen = inhoud.register.organisatie.gemeente
    return any(g.id == eigen for g in gemeenten(inhoud))


def volmacht(inhoud: Inhoud, gemeente: Gemeente) -> Volmacht | None:
    """The power of attorney of a municipality that covers this letter on its date."""
    bundels = (c.overeenkomst for c in inhoud.contracten if gemeente.id in c.gemeenten)
    rijen = (
        volmacht_van(inhoud.register, b.id, gemeente.id, _trede(inhoud), inhoud.dag)
        for b in bundels
        if b
    )
    return next((rij for rij in rijen if rij), None)


def _trede(inhoud: Inhoud) -> int:
    """The trede that the letter acts on; 0 where any mandate does."""
    return inhoud.maatregel.trede if inhoud.maatregel else 0


def tekenregel(inhoud: Inhoud) -> Tekenregel | None:
    """Who signs by the contract: nobody in particular where it does not say.

    The contract is with the provider: of what goes to others it says nothing.
    """
    if inhoud.soort.lezer != "aanbieder":
        return None
    trede = inhoud.maatregel.trede if inhoud.maatregel else None
    return inhoud.contract.regime.tekenregel(trede)


def ondertekenaar(inhoud: Inhoud) -> Persoon | None:
    """Who signs: the one on the card, else whoever decided or handles the letter.

    A formal letter is only signed by somebody with a mandate for the trede; where the contract says
    who signs, a letter is signed by nobody else.
    """
    bevoegd = tekenbevoegd(inhoud.register, _trede(inhoud), inhoud.dag)
    besloten = [
        getattr(feit, "besloten_door", None)
        for feit in (inhoud.maatregel, inhoud.over.record if inhoud.over else None)
    ]
    eigen, regel = inhoud.kaart.ondertekenaar, tekenregel(inhoud)
    functies = {f.casefold() for f in regel.functies} if regel else set()
    namen = [p.id for p in inhoud.register.organisatie.personen if p.functie.casefold() in functies]
    kandidaten = [eigen] if eigen else [*besloten, inhoud.kaart.behandelaar, *bevoegd, *namen]
    gekozen = next(
        (
            id_
            for id_ in kandidaten
            if id_ and (not inhoud.soort.formeel or id_ in bevoegd) and (not regel or id_ in namen)
        ),
        None,
    )
    return inhoud.register.persoon(gekozen) if gekozen else None
