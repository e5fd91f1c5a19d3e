"""Floor 4, voorval: one step before a letter, and what it is about."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.post import verzending
from clm_cli.derivations.escalatie.zaken import instrumenten
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Brief
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.escalatie import (
    Aanpassing,
    Beslissing,
    Bezwaar,
    Hervatting,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.woorden import met_kleine_letter


@value
class Voorval:
    """One step before the letter; without shortcomings it is about all of them."""

    datum: date
    zin: str
    tekortkomingen: tuple[str, ...] = ()
    pad: str = ""
    """The file of the fact that is told, so that the exhibit which proves it can be named."""


def is_eigen(i: Inhoud, feit: Bestand[Deel]) -> bool:
    """Whether a fact is what the letter itself is about."""
    return feit.pad in {
        i.over.pad if i.over else "",
        i.genomen.maatregel.pad if i.genomen and i.soort.maakt_bekend else "",
    }


def gestuurd(i: Inhoud, brief: Brief) -> date | None:
    """When one of our letters left the house, before this one; None when it did not."""
    anker = verzending(i.dossier, brief)
    return anker.datum if anker and anker.datum < i.dag else None


def eerder_gevraagd(i: Inhoud) -> Brief | None:
    """Our last letter that left the house and asked the same, or that this one is about."""
    vraag, over = i.tekst("gevraagd"), i.over.pad if i.over else ""
    rijen = [
        brief
        for brief in i.dossier.brieven
        if brief.kaart.record.richting == "uitgaand"
        and brief.kaart.record.datum < i.dag
        and (brief.kaart.pad == over or (vraag and vraag in _gevraagd(brief)))
        and set(brief.kaart.record.contracten) & set(i.kaart.contracten)
        and gestuurd(i, brief)
    ]
    return max(rijen, key=lambda brief: (brief.kaart.record.datum, brief.pad), default=None)


def _gevraagd(brief: Brief) -> list[str]:
    return [rij.tekst for rij in brief.kaart.record.teksten if rij.onderdeel == "gevraagd"]


def meegedeeld(i: Inhoud, feit: Bestand[Deel]) -> date | None:
    """When a decision was told to the provider by letter; None while it was not."""
    over = [
        dag
        for brief in i.dossier.brieven
        if brief.kaart.record.richting == "uitgaand" and brief.kaart.record.bij
        if (doel := i.dossier.waarbij(brief.kaart)) and doel.pad == feit.pad
        if (dag := gestuurd(i, brief))
    ]
    return min(over, default=None)


def maatregelbrief(i: Inhoud) -> str:
    """The letter that made the measure known, as its reader knows it; nothing while none left."""
    brief = i.genomen.brief if i.genomen else None
    if brief is None or not gestuurd(i, brief):
        return ""
    kaart = brief.kaart.record
    kenmerk = f" ({kaart.kenmerk})" if kaart.kenmerk else ""
    return f"onze brief van {datum_vol(kaart.datum)}{kenmerk}"


def genoemde_ids(feit: Bestand[Deel]) -> tuple[str, ...]:
    """The shortcomings that a fact names itself."""
    rijen = getattr(feit.record, "tekortkomingen", ())
    return tuple(rij for rij in rijen if isinstance(rij, str))


def formele_brief(feit: Bestand[Maatregel]) -> str:
    """How a letter calls the one before it that put the provider in default."""
    # without a term (6:83 BW) no notice of default was sent, and no letter may say so
    return "aansprakelijkstelling" if feit.record.verzuimgrond else "ingebrekestelling"


def instrumenttitel(i: Inhoud, feit: Bestand[Maatregel]) -> str:
    """How an instrument is called in letters: a notice without a term by what it is."""
    if feit.record.verzuimgrond:
        return formele_brief(feit).capitalize()
    return next(
        (
            instrument.titel
            for _, instrument in instrumenten(i.contract)
            if instrument.instrument == feit.record.instrument
        ),
        feit.record.instrument,
    )


def preventieve(i: Inhoud, feit: Bestand[Maatregel]) -> str:
    """Which preventive measure it was, in the words of the contract."""
    if feit.record.preventief is None:
        return ""
    titels = {m.id: m.titel for m in i.contract.regime.maatregelen}
    naam = titels.get(feit.record.preventief.maatregel, feit.record.preventief.maatregel)
    return f": {met_kleine_letter(naam)}"


def tekortkomingen_van(i: Inhoud, feit: Bestand[Deel] | None) -> tuple[str, ...]:
    """The shortcomings that an objection, or what answers one, is about; else the measure's."""
    for _ in range(4):
        if feit is None or not is_een(feit, Feit) or is_een(feit, Maatregel):
            break
        if is_een(feit, Bezwaar) and feit.record.tegen:
            return feit.record.tegen
        feit = i.dossier.waarbij(feit)
    return genoemde_ids(feit) if feit else ()


def nieuwe_dagen(i: Inhoud, feit: Bestand[Hervatting | Beslissing | Aanpassing]) -> str:
    """The new days that a fact gives to the shortcomings of this letter, as a sentence."""
    eigen = {t.id for t in i.tekortkomingen}
    delen = opsomming(
        f"voor tekortkoming {rij.tekortkoming} tot en met {datum_vol(rij.uiterlijk)}"
        for rij in feit.record.nieuwe_data
        if rij.tekortkoming in eigen
    )
    return f" De termijn loopt {delen}." if delen else ""
