"""Floor 4, namens: on whose behalf a letter is written, and who may sign it."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.records.escalatie import Opening
from clm_cli.records.organisatie import Gemeente, Ondertekenaar, Persoon, Volmacht


def gemeenten(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities on whose behalf is written: of the case, else of the contract."""
    opening = next(iter(inhoud.escalatie.van(Opening)), None) if inhoud.escalatie else None
    ids = (opening.record.gemeenten if opening else ()) or inhoud.contract.gemeenten
    bekend = inhoud.register.organisatie.gemeenten if inhoud.register.organisatie else ()
    return tuple(g for id_ in ids for g in bekend if g.id == id_)


def volmacht(inhoud: Inhoud, gemeente: Gemeente) -> Volmacht | None:
    """The power of attorney of a municipality that covers this letter on its date."""
    organisatie, trede = (
        inhoud.register.organisatie,
        inhoud.maatregel.trede if inhoud.maatregel else 0,
    )
    for rij in organisatie.volmachten if organisatie else ():
        if (
            rij.gemeente == gemeente.id
            and rij.overeenkomst == inhoud.contract.kaart.record.overeenkomst
            and rij.tot_en_met_trede >= trede
            and geldt(rij, inhoud.dag)
        ):
            return rij
    return None


def geldt(rij: Volmacht | Ondertekenaar, dag: date) -> bool:
    """Whether an authority is in force on a day."""
    return rij.van <= dag and (rij.tot is None or dag <= rij.tot)


def ondertekenaar(inhoud: Inhoud) -> Persoon | None:
    """Who signs: the one on the card, else whoever decided or handles the letter.

    A formal letter only by somebody with a mandate for the trede.
    """
    organisatie, maatregel = inhoud.register.organisatie, inhoud.maatregel
    rijen = [o for o in (organisatie.ondertekenaars if organisatie else ()) if geldt(o, inhoud.dag)]
    trede = maatregel.trede if maatregel else 0
    bevoegd = [o.persoon for o in rijen if o.tot_en_met_trede >= trede]
    besloten = [
        getattr(feit, "besloten_door", None)
        for feit in (maatregel, inhoud.over.record if inhoud.over else None)
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
