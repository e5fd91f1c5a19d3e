"""Floor 4, vervolg: what may come next in a case, and whether a measure met its conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Antwoord, Uitspraak
from clm_cli.derivations.escalatie.voorwaarden.contract import loopt_met_hem
from clm_cli.derivations.escalatie.voorwaarden.lijst import (
    LOOPT,
    ONBEKEND,
    OPEN,
    VOORWAARDEN,
    korte_naam,
)
from clm_cli.derivations.escalatie.voorwaarden.preventie import gaat_vooraf
from clm_cli.derivations.escalatie.voorwaarden.spoed import (
    UITGESTELD,
    tegen_spoed,
    vervalt_direct,
)
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    contract_van,
    instrumenten,
    tekortkomingen,
)
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.records.escalatie import Aanpassing, Opening
from clm_cli.records.maatregel import Geldelijk, Maatregel
from clm_cli.records.regime import Regimeinstrument
from clm_cli.value import value


@value
class Voorwaardestand:
    """One condition of a step, with its answer."""

    naam: str
    hard: bool
    uitspraak: Uitspraak

    @property
    def kort(self) -> str:
        """What it is called in running text."""
        return korte_naam(self.naam)

    @property
    def titel(self) -> str:
        """What the condition asks, in a sentence."""
        vanzelf = {"open": OPEN.titel, "contract-loopt": LOOPT}
        return vanzelf.get(self.naam) or VOORWAARDEN.get(self.naam, ONBEKEND).titel


@value
class Vervolgstap:
    """An instrument, with all its conditions answered."""

    stap: Stap
    voorwaarden: tuple[Voorwaardestand, ...]

    @property
    def mag(self) -> Antwoord:
        """Whether it may be taken; what is still to be stated with it does not count against it."""
        return _mag(self.voorwaarden)

    @property
    def met_spoed(self) -> bool:
        """Whether only the hearing is in the way, and the contract lets it come afterwards."""
        rest = tuple(rij for rij in self.voorwaarden if rij.naam not in UITGESTELD)
        return self.mag != "ja" and _mag(rest) != "nee" and tegen_spoed(self.stap) is None

    def mist(self) -> tuple[Voorwaardestand, ...]:
        """The conditions that are not met, apart from what is still to be stated."""
        return tuple(
            rij
            for rij in self.voorwaarden
            if rij.uitspraak.antwoord != "ja" and not rij.uitspraak.invoer
        )

    def vraagt(self) -> tuple[Voorwaardestand, ...]:
        """What is still to be stated with the step."""
        return tuple(rij for rij in self.voorwaarden if rij.uitspraak.invoer)


def _mag(rijen: tuple[Voorwaardestand, ...]) -> Antwoord:
    hard = {rij.uitspraak.antwoord for rij in rijen if rij.hard and not rij.uitspraak.invoer}
    return "nee" if "nee" in hard else "onbekend" if "onbekend" in hard else "ja"


def weeg(stap: Stap) -> Vervolgstap:
    """All conditions of a step; in a closed case nothing is possible."""
    if not stap.stand.open and stap.maatregel is None:
        return Vervolgstap(stap, (Voorwaardestand("open", True, OPEN.toets(stap)),))
    rijen = tuple(
        Voorwaardestand(naam, hard, _toets(stap, naam))
        for naam, hard in stap.voorwaarden_van(stap.instrument)
    )
    loopt = loopt_met_hem(stap)
    eerst = (Voorwaardestand("contract-loopt", True, loopt),) if loopt else ()
    return Vervolgstap(stap, (*eerst, *rijen))


def _toets(stap: Stap, naam: str) -> Uitspraak:
    return vervalt_direct(stap, naam) or VOORWAARDEN.get(naam, ONBEKEND).toets(stap)


def vervolg(
    blik: Dossierblik, escalatie: Escalatie, alleen: tuple[str, ...] = ()
) -> tuple[Vervolgstap, ...]:
    """Every instrument of the ladder with what stands in its way, for some shortcomings or all."""
    stand = stand_van(blik, escalatie)
    return tuple(weeg(stap) for stap in stappen(blik, escalatie, stand, alleen))


def stappen(
    blik: Dossierblik, escalatie: Escalatie, stand: Stand, alleen: tuple[str, ...] = ()
) -> list[Stap]:
    """All instruments of the contract's ladder as steps in this case."""
    contract = contract_van(blik.dossier, escalatie)
    if contract is None:
        return []
    gekozen = tuple(t for t in tekortkomingen(escalatie) if not alleen or t.id in alleen)
    return [
        Stap(blik, escalatie, contract, trede.trede, instrument, gekozen, stand)
        for trede, instrument in instrumenten(contract)
    ]


def getoetst(
    blik: Dossierblik, escalatie: Escalatie, maatregel: Bestand[Maatregel]
) -> Vervolgstap | None:
    """A measure against its conditions on its day; None for an instrument not in the regime."""
    dag = maatregel.record.datum
    if gaat_vooraf(blik.dossier, escalatie, maatregel.record):
        # judged with the case that it led to
        dag = max(dag, *(f.record.datum for f in escalatie.van(Opening)))
    stap = _als_stap(blik, escalatie, maatregel, dag)
    return weeg(stap) if stap else None


def te_noemen(genomen: Vervolgstap) -> dict[str, str]:
    """By condition what is said with the measure itself, with the option that says it."""
    # a step that is only looked at asks for what the command of the measure can say
    vooraf = weeg(replace(genomen.stap, maatregel=None))
    zinnen = {rij.naam: rij.uitspraak.tekst for rij in vooraf.vraagt()}
    uit = {naam: zin for naam, zin in zinnen.items() if "--" in zin and "--afwijking" not in zin}
    volmacht = [r for r in genomen.voorwaarden if r.naam == "volmacht"]
    if any("gemeenten" in rij.uitspraak.velden for rij in volmacht):
        uit["volmacht"] = "kies de gemeenten die haar gaven (--gemeente)"
    return uit


def _als_stap(
    blik: Dossierblik, escalatie: Escalatie, maatregel: Bestand[Maatregel], dag: date
) -> Stap | None:
    """A measure as a step, in the case as it was on a day."""
    record = maatregel.record
    welk = (record.instrument, record.trede)
    stap = stap_op(blik, escalatie, welk, dag, record.tekortkomingen)
    if stap is None:
        return None
    zelf = next(m for m in stap.escalatie.van(Maatregel) if m.pad == maatregel.pad)
    nu = Genomen(blik_op(blik.register, blik.dossier, dag), escalatie, stap.contract, maatregel)
    return replace(stap, maatregel=zelf, aangekomen=_aangekomen(nu))


def _aangekomen(genomen: Genomen) -> date | None:
    """When the letter of a measure was shown to arrive; an assumed day shows nothing."""
    anker = genomen.ontvangst
    return anker.datum if anker and not anker.voorlopig else None


def stap_op(
    blik: Dossierblik,
    escalatie: Escalatie,
    welk: tuple[str, int],
    dag: date,
    alleen: tuple[str, ...],
) -> Stap | None:
    """An instrument of a trede as a step, in the case as it was on a day, if it was there then."""
    toen = blik.toen(dag)
    zaak = next((e for e in toen.dossier.escalaties if e.id == escalatie.id), None)
    if zaak is None:
        return None
    rijen = stappen(toen, zaak, stand_van(toen, zaak), alleen)
    return next((s for s in rijen if (s.instrument.instrument, s.trede) == welk), None)


def verloren(
    blik: Dossierblik,
    escalatie: Escalatie,
    maatregel: Bestand[Maatregel],
    aanpassing: Bestand[Aanpassing],
) -> tuple[Voorwaardestand, ...]:
    """The hard conditions that a measure met and no longer meets as changed.

    Less money breaks none, and what a change leaves out stays.
    """
    stap = _als_stap(blik, escalatie, maatregel, aanpassing.record.datum)
    oud, nu = maatregel.record, aanpassing.record
    # Less of the same is within what was weighed; only more can break a condition (J43).
    geld = None if _minder(nu.geldelijk, oud.geldelijk) else nu.geldelijk
    if stap is None or (geld is None and nu.reikwijdte is None):
        return ()
    reikwijdte = (
        oud.reikwijdte.model_copy(update=nu.reikwijdte.model_dump(exclude_unset=True))
        if oud.reikwijdte and nu.reikwijdte
        else nu.reikwijdte or oud.reikwijdte
    )
    anders = replace(
        maatregel,
        record=oud.model_copy(
            update={"geldelijk": geld or oud.geldelijk, "reikwijdte": reikwijdte}
        ),
    )
    eerst = {rij.naam: rij.uitspraak.antwoord for rij in weeg(stap).voorwaarden}
    return tuple(
        rij
        for rij in weeg(replace(stap, maatregel=anders)).voorwaarden
        if rij.hard and eerst[rij.naam] == "ja" and rij.uitspraak.antwoord != "ja"
    )


def _minder(nu: Geldelijk | None, eerst: Geldelijk | None) -> bool:
    """Whether an amount or share is the same or lower, named in the same way."""
    if nu is None or eerst is None:
        return False
    paren = ((nu.bedrag, eerst.bedrag), (nu.procent, eerst.procent))
    return all(
        (a is None and b is None) or (a is not None and b is not None and a <= b) for a, b in paren
    )


def lichter(stappen_: tuple[Vervolgstap, ...], stap: Vervolgstap) -> tuple[Regimeinstrument, ...]:
    """The lighter routes that are open beside a step."""
    return tuple(
        ander.stap.instrument
        for ander in stappen_
        if ander.stap.trede < stap.stap.trede and ander.mag == "ja"
    )
