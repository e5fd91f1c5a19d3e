"""Floor 4, namens: on whose behalf a letter is written, and who may sign it."""

from __future__ import annotations

from clm_cli.derivations.bevoegdheid import tekenbevoegd, volmacht_van, voor_zichzelf
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.records.organisatie import Gemeente, Persoon, Volmacht


def gemeenten(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities that a letter is about: of the case, else of the contract."""
    opening = inhoud.escalatie.opening if inhoud.escalatie else None
    eigen = inhoud.maatregel.gemeenten if inhoud.maatregel else ()
    ids = eigen or (opening.record.gemeenten if opening else ()) or inhoud.contract.gemeenten
    bekend = inhoud.register.organisatie.gemeenten
    return tuple(g for id_ in ids for g in bekend if g.id == id_)


def vertegenwoordigd(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities on whose behalf is written; none where we are party ourselves."""
    return () if voor_zichzelf(inhoud.contract) else gemeenten(inhoud)


def volmacht(inhoud: Inhoud, gemeente: Gemeente) -> Volmacht | None:
    """The power of attorney of a municipality that covers this letter on its date."""
    overeenkomst = inhoud.contract.kaart.record.overeenkomst
    return volmacht_van(inhoud.register, overeenkomst, gemeente.id, _trede(inhoud), inhoud.dag)


def _trede(inhoud: Inhoud) -> int:
    """The trede that the letter acts on; 0 where any mandate does."""
    return inhoud.maatregel.trede if inhoud.maatregel else 0


def ondertekenaar(inhoud: Inhoud) -> Persoon | None:
    """Who signs: the one on the card, else whoever decided or handles the letter.

    A formal letter is only signed by somebody with a mandate for the trede.
    """
    bevoegd = tekenbevoegd(inhoud.register, _trede(inhoud), inhoud.dag)
    besloten = [
        getattr(feit, "besloten_door", None)
        for feit in (inhoud.maatregel, inhoud.over.record if inhoud.over else None)
    ]
    kandidaten = (
        [inhoud.kaart.ondertekenaar]
        if inhoud.kaart.ondertekenaar
        else [*besloten, inhoud.kaart.behandelaar, *bevoegd]
    )
    gekozen = next(
        (id_ for id_ in kandidaten if id_ and (not inhoud.soort.formeel or id_ in bevoegd)), None
    )
    return inhoud.register.persoon(gekozen) if gekozen else None
