"""Floor 4, onderzoek: what went before a letter: the investigation, hearing and evidence."""

from __future__ import annotations

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand, is_een, naar_dag
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.onverwerkt import brak_het_zwijgen
from clm_cli.derivations.brieven.verleden import verleden
from clm_cli.derivations.escalatie.uitnodiging import reageren_tot
from clm_cli.derivations.escalatie.voorwaardeopdracht import verbeter
from clm_cli.records.basis import Deel
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Beoordeling, Bewijs, Onderzoek, Wederhoor
from clm_cli.tijd.datum import datum_vol


def voorgeschiedenis(i: Inhoud) -> Gevonden:
    """Wat eraan voorafging."""
    rijen = verleden(i)
    if rijen:
        return tuple(datum_vol(rij.datum) for rij in rijen)
    zaak = i.leg_vast("toon").opdrachten[0][3:]
    meld = opdracht("brief", "maak", i.dossier.id, "bevindingen", *zaak)
    zeg = _te_vertellen(i)
    nu = (
        advies("mag de aanbieder het signaal weten: {zeg}; zo niet: {meld}", zeg=zeg, meld=meld)
        if zeg
        else advies("verzend eerst een brief hierover, zoals {meld}", meld=meld)
    )
    return Mist("voorgeschiedenis", nu)


def _te_vertellen(i: Inhoud) -> Advies | None:
    """The correction that lets a signal be told of which nobody said whether it may."""
    opening = i.escalatie.opening if i.escalatie else None
    for naam in opening.record.signalen if opening else ():
        doel = i.dossier.vind(naam, opening.pad) if opening else None
        if doel is None or not is_een(doel.bestand, Signaal):
            continue
        bron = doel.bestand.record.bron
        if bron.mag_in_brief == "onbekend" and bron.naam is None:
            # a correction gives the whole part
            wordt = f"bron=soort={bron.soort} mag_in_brief=ja"
            return verbeter(i.dossier.id, doel.bestand.id, wordt)
    return None


def onderzoek(i: Inhoud) -> Gevonden:
    """Onderzoek en wederhoor."""
    # J36, S08: with haste the hearing comes afterwards, and the letter says by which day
    if i.maatregel and i.maatregel.spoed:
        return (datum_vol(i.maatregel.spoed.alsnog_uiterlijk),)
    feit = laatste_onderzoek(i)
    gehoord = wederhoor_op(i, feit) if feit else None
    if feit is None or gehoord is None:
        if zonder_horen(i):
            return ()
        return Mist(
            "onderzoek en wederhoor",
            i.leg_vast("onderzoek" if feit is None else "wederhoor"),
        )
    return datum_vol(feit.record.datum), datum_vol(
        gehoord.record.gehoord or reageren_tot(i.dossier, gehoord)
    )


def zonder_horen(i: Inhoud) -> bool:
    """Whether the contract asks for no investigation and no hearing before this measure."""
    if i.genomen is None or i.genomen.instrument is None or i.soort.eis("onderzoek"):
        return False
    return not {"onderzoek", "wederhoor"} & set(i.genomen.instrument.voorwaarden.alle)


def laatste_onderzoek(i: Inhoud) -> Bestand[Onderzoek] | None:
    """The last investigation into any of these shortcomings, by the date of the letter."""
    ids = {t.id for t in i.tekortkomingen}
    rijen = [
        f
        for f in (i.escalatie.van(Onderzoek) if i.escalatie else ())
        if set(f.record.tekortkomingen) & ids and f.record.datum <= i.dag
    ]
    return max(rijen, key=naar_dag, default=None)


def wederhoor_op(i: Inhoud, feit: Bestand[Deel]) -> Bestand[Wederhoor] | None:
    """The hearing on an investigation, held or passed in silence."""
    rijen = [f for f, doel in _gehouden(i) if doel.pad == feit.pad]
    return max(rijen, key=naar_dag, default=None)


def wederhoor_daarna(i: Inhoud) -> list[tuple[Bestand[Wederhoor], Bestand[Deel]]]:
    """The hearings on what came to light later, each with the judgement or evidence it was on.

    J36, S08: a measure that rests on a report or a judgement tells that it was put to them.
    """
    ids = {t.id for t in i.tekortkomingen}
    rijen = [(f, doel) for f, doel in _gehouden(i) if ids & _waarover(doel.record, ids)]
    return sorted(rijen, key=lambda rij: (rij[0].record.datum, rij[0].pad))


def _waarover(record: Deel, alle: set[str]) -> set[str]:
    if isinstance(record, Beoordeling):
        return {o.onderdeel for o in record.oordelen}
    if isinstance(record, Bewijs):
        return set(record.tekortkomingen) or alle
    return set()


def _gehouden(i: Inhoud) -> list[tuple[Bestand[Wederhoor], Bestand[Deel]]]:
    """Every hearing held or passed in silence by the date of the letter, with what it was on."""
    return [
        (f, d)
        for f in (i.escalatie.van(Wederhoor) if i.escalatie else ())
        if (d := i.dossier.waarbij(f))
        and ((f.record.gehoord and f.record.gehoord <= i.dag) or _zweeg(i, f.record))
    ]


def _zweeg(i: Inhoud, record: Wederhoor) -> bool:
    """Whether silence was recorded, and no letter lies there that may be the answer."""
    return (
        # an answer that came in and lies unread is no silence
        record.wijze == "geen reactie"
        and i.escalatie is not None
        and brak_het_zwijgen(i.blik, i.escalatie, record) is None
    )


def bevindingen(i: Inhoud) -> Gevonden:
    """De voorlopige bevindingen."""
    feit = i.over if i.over is not None and is_een(i.over, Onderzoek) else laatste_onderzoek(i)
    eis = i.soort.eis("bevindingen")
    return (
        (feit.record.bevindingen, *([eis.grond.tekst] if eis else []))
        if feit is not None
        else Mist("bevindingen", i.leg_vast("onderzoek"))
    )


def horen(_: Inhoud) -> Gevonden:
    """Dat wij vóór een zwaardere maatregel weer om een reactie vragen."""
    # a promise: only in the letter of a contract that has the hearing first, each time (J36)
    return ("vragen wij u om uw reactie",)


def bewijs(i: Inhoud) -> Gevonden:
    """De vorm van bewijs, met wie het vaststelde."""
    rijen = bewijzen(i)
    if rijen:
        return tuple(
            tekst
            for feit, titel in rijen
            for tekst in (
                titel,
                feit.record.vastgesteld_door or "",
                datum_vol(feit.record.vastgesteld_op) if feit.record.vastgesteld_op else "",
            )
        )
    # a step that goes without this proof has its own reason on the measure
    afgeweken = i.maatregel is not None and any(
        rij.voorwaarde == "bewijs" for rij in i.maatregel.afwijkingen
    )
    return () if afgeweken else Mist("bewijs", i.leg_vast("bewijs"))


def bewijzen(i: Inhoud) -> list[tuple[Bestand[Bewijs], str]]:
    """The evidence that carries this measure, with the title of its form."""
    vormen = {v.id: v for v in i.contract.regime.bewijsvormen}
    soorten = i.genomen.instrument.bewijs if i.genomen and i.genomen.instrument else ()
    ids = {t.id for t in i.tekortkomingen}
    alle = [f for f in (i.escalatie.van(Bewijs) if i.escalatie else ()) if f.record.datum <= i.dag]
    feiten_ = [f for f in alle if not f.record.tekortkomingen or ids & set(f.record.tekortkomingen)]
    return [
        (f, vormen[f.record.vorm].titel)
        for f in feiten_
        if f.record.vorm in vormen and vormen[f.record.vorm].hoort_bij in soorten
    ]
