"""Floor 4, briefverleden: what went before a letter in its case.

Letters, measures, answers, talks and judgements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.post import verzending
from clm_cli.derivations.escalatie.zaken import instrumenten, zaak
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.derivations.zinnen import opsomming, zin
from clm_cli.kijk import blik_op
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Bezwaar,
    Deeloordeel,
    Geschil,
    Herstel,
    Opening,
    Opheffing,
    Reactie,
    Verbeterplan,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Brief
from clm_cli.tijd.datum import datum_vol

_OVER = {
    "reactie": "uw reactie",
    "verbeterplan": "uw verbeterplan",
    "uitvoering": "de uitvoering van uw verbeterplan",
    "herstel": "uw herstel",
}
_OORDEEL = {
    "ja": "voldoende",
    "nee": "onvoldoende",
    "deels": "deels voldoende",
    "onbekend": "nog niet te beoordelen",
}


@dataclass(frozen=True, slots=True)
class Voorval:
    """One step before the letter; without shortcomings it is about all of them."""

    datum: date
    zin: str
    tekortkomingen: tuple[str, ...] = ()


def verleden(i: Inhoud) -> tuple[Voorval, ...]:
    """Each step before the letter, oldest first.

    Only what is about its shortcomings, and nothing from a source that has to stay out of letters.
    """
    if i.escalatie is None:
        return ()
    eigen = {t.id for t in i.tekortkomingen}
    rijen = dict.fromkeys(
        (
            *_signalen(i),
            *_brieven(i),
            *_maatregelen(i),
            *_antwoorden(i),
            *_gesprekken(i),
            *_oordelen(i),
            *_bezwaren(i),
            *_einden(i),
        )
    )
    passend = [
        rij
        for rij in rijen
        if rij.datum <= i.dag and (not rij.tekortkomingen or set(rij.tekortkomingen) & eigen)
    ]
    return tuple(sorted(passend, key=lambda rij: (rij.datum, rij.tekortkomingen, rij.zin)))


def _eigen(i: Inhoud, feit: Bestand[Any]) -> bool:
    """Whether a fact is what the letter itself is about."""
    return feit.pad in {
        i.over.pad if i.over else "",
        i.zaak.maatregel.pad if i.zaak and i.soort.maakt_bekend else "",
    }


def _signalen(i: Inhoud) -> Iterator[Voorval]:
    """Only signals that may be told to the provider, without who gave them."""
    for opening in i.escalatie.van(Opening) if i.escalatie else ():
        for naam in opening.record.signalen:
            doel = i.dossier.vind(naam, opening.pad)
            if (
                doel
                and isinstance(doel.bestand.record, Signaal)
                and doel.bestand.record.bron.mag_in_brief == "ja"
            ):
                over = tuple(
                    t.id
                    for t in i.tekortkomingen
                    if t.verplichting == doel.bestand.record.verplichting
                )
                yield Voorval(
                    vroegste_kennis(doel.bestand)[0],
                    f"Wij kregen een signaal. {zin(doel.bestand.record.wat)}",
                    over or _alleen(doel.bestand),
                )


def _alleen(signaal: Bestand[Signaal]) -> tuple[str, ...]:
    """A signal about another obligation is not about any shortcoming of this letter."""
    return ("-",) if signaal.record.verplichting else ()


def _brieven(i: Inhoud) -> Iterator[Voorval]:
    """Letters from and to the provider.

    A letter that made a measure known is told with that measure.
    """
    naam = i.escalatie.id if i.escalatie else ""
    for brief in i.dossier.brieven:
        kaart = brief.kaart.record
        if not (kaart.escalatie or "").endswith(naam):
            continue
        if kaart.richting == "inkomend":
            for feit in brief.van(Binnengekomen):
                yield Voorval(
                    feit.record.datum,
                    f"Wij ontvingen uw brief van {datum_vol(kaart.datum)}: {zin(kaart.onderwerp)}",
                )
            continue
        anker, over = (
            verzending(i.dossier, brief),
            i.dossier.vind(kaart.bij, brief.kaart.pad) if kaart.bij else None,
        )
        if (
            anker
            and anker.datum < i.dag
            and not (over and isinstance(over.bestand.record, Maatregel))
        ):
            yield Voorval(
                anker.datum,
                f"Wij stuurden u een brief{_kenmerk(brief)}: {zin(kaart.onderwerp)}",
                _ids(over.bestand) if over else (),
            )


def _kenmerk(brief: Brief) -> str:
    return f" ({brief.kaart.record.kenmerk})" if brief.kaart.record.kenmerk else ""


def _ids(feit: Bestand[Any]) -> tuple[str, ...]:
    """The shortcomings that a fact names itself."""
    rijen = getattr(feit.record, "tekortkomingen", ())
    return tuple(rij for rij in rijen if isinstance(rij, str))


def _maatregelen(i: Inhoud) -> Iterator[Voorval]:
    for feit in i.escalatie.van(Maatregel) if i.escalatie else ():
        if _eigen(i, feit) or feit.record.datum >= i.dag:
            continue
        assert i.escalatie
        brief = zaak(blik_op(i.register, i.dossier, i.dag), i.escalatie, i.contract, feit).brief
        anker = verzending(i.dossier, brief) if brief else None
        met = (
            f", met onze brief van {datum_vol(brief.kaart.record.datum)}{_kenmerk(brief)}"
            if brief and anker
            else ""
        )
        yield Voorval(
            feit.record.datum,
            (
                f"Wij namen een maatregel van trede {feit.record.trede} "
                f"({_titel(i, feit)}{_preventief(i, feit)}){met}."
            ),
            feit.record.tekortkomingen,
        )


def _titel(i: Inhoud, feit: Bestand[Maatregel]) -> str:
    return next(
        (
            instrument.titel
            for _, instrument in instrumenten(i.contract)
            if instrument.instrument == feit.record.instrument
        ),
        feit.record.instrument,
    )


def _preventief(i: Inhoud, feit: Bestand[Maatregel]) -> str:
    """Which preventive measure it was, in the words of the contract."""
    if feit.record.preventief is None:
        return ""
    titels = {m.id: m.titel for m in (i.contract.regime.maatregelen if i.contract.regime else ())}
    naam = titels.get(feit.record.preventief.maatregel, feit.record.preventief.maatregel)
    return f": {naam[:1].lower()}{naam[1:]}"


def _antwoorden(i: Inhoud) -> Iterator[Voorval]:
    assert i.escalatie
    for feit in i.escalatie.van(Reactie):
        yield Voorval(
            feit.record.ontvangen,
            f"Wij ontvingen uw reactie. {zin(feit.record.inhoud)}",
            _van_maatregel(i, feit),
        )
    for plan in i.escalatie.van(Verbeterplan):
        yield Voorval(
            plan.record.ontvangen,
            "Wij ontvingen uw verbeterplan.",
            tuple(dict.fromkeys(punt.tekortkoming for punt in plan.record.punten)),
        )
    for herstel in i.escalatie.van(Herstel):
        yield Voorval(
            herstel.record.datum,
            f"U meldde herstel. {zin(herstel.record.inhoud)}",
            herstel.record.tekortkomingen,
        )


def _van_maatregel(i: Inhoud, feit: Bestand[Any]) -> tuple[str, ...]:
    doel = i.dossier.vind(feit.record.bij, feit.pad)
    return _ids(doel.bestand) if doel else ()


def _keten(i: Inhoud, feit: Bestand[Any] | None) -> tuple[str, ...]:
    """The shortcomings that an objection, or what answers one, is about.

    Those it is against, else those of the measure.
    """
    for _ in range(4):
        if feit is None or isinstance(feit.record, Maatregel):
            break
        if isinstance(feit.record, Bezwaar) and feit.record.tegen:
            return feit.record.tegen
        doel = i.dossier.vind(feit.record.bij, feit.pad)
        feit = doel.bestand if doel else None
    return _ids(feit) if feit else ()


def _gesprekken(i: Inhoud) -> Iterator[Voorval]:
    """Talks about this contract that were held since the case was opened."""
    opening = next(iter(i.escalatie.van(Opening)), None) if i.escalatie else None
    if opening is None:
        return
    for gesprek in i.dossier.gesprekken:
        if (
            gesprek.kaart.record.gehouden
            and i.contract.id in gesprek.kaart.record.contracten
            and (dag := dag_van(gesprek).datum) >= opening.record.datum
        ):
            yield Voorval(dag, "Wij spraken hierover met u.")


def _oordelen(i: Inhoud) -> Iterator[Voorval]:
    """What we judged, for each shortcoming apart.

    A point of a plan is told with the shortcoming it is for.
    """
    for feit in i.escalatie.van(Beoordeling) if i.escalatie else ():
        if _eigen(i, feit):
            continue
        punten = _planpunten(i, feit)
        per: dict[str, list[Deeloordeel]] = {}
        for rij in feit.record.oordelen:
            per.setdefault(punten.get(rij.onderdeel, rij.onderdeel), []).append(rij)
        for id_, rijen in per.items():
            delen = " ".join(
                f"{_wat(rij, punten)}: {_OORDEEL[rij.oordeel]}. {zin(rij.bewijs)}" for rij in rijen
            )
            yield Voorval(
                feit.record.datum, f"Wij beoordeelden {_beoordeeld(i, feit)}. {delen}", (id_,)
            )


def _beoordeeld(i: Inhoud, feit: Bestand[Beoordeling]) -> str:
    """What was judged; of an effect, of which measure."""
    if feit.record.over != "effect":
        return _OVER[feit.record.over]
    doel = i.dossier.vind(feit.record.bij, feit.pad)
    maatregel = doel.bestand if doel and isinstance(doel.bestand.record, Maatregel) else None
    return "het effect van " + (
        _preventief(i, maatregel).removeprefix(": ") or _titel(i, maatregel)
        if maatregel
        else "de maatregel"
    )


def _wat(rij: Deeloordeel, punten: dict[str, str]) -> str:
    deel = f"Punt {rij.onderdeel}" if rij.onderdeel in punten else "Ons oordeel"
    return f"{deel}, {rij.criterium}" if rij.criterium else deel


def _planpunten(i: Inhoud, feit: Bestand[Beoordeling]) -> dict[str, str]:
    """The shortcoming of each point of the plan that was judged."""
    doel = i.dossier.vind(feit.record.bij, feit.pad)
    return (
        {punt.id: punt.tekortkoming for punt in doel.bestand.record.punten}
        if doel and isinstance(doel.bestand.record, Verbeterplan)
        else {}
    )


def _bezwaren(i: Inhoud) -> Iterator[Voorval]:
    assert i.escalatie
    for bezwaar in i.escalatie.van(Bezwaar):
        if not _eigen(i, bezwaar):
            doel = i.dossier.vind(bezwaar.record.bij, bezwaar.pad)
            trede = getattr(doel.bestand.record, "trede", None) if doel else None
            yield Voorval(
                bezwaar.record.ontvangen,
                (
                    "Wij ontvingen uw "
                    f"bezwaar{f' tegen de maatregel van trede {trede}' if trede else ''}."
                ),
                _keten(i, bezwaar),
            )
    for geschil in i.escalatie.van(Geschil):
        if geschil.record.gehouden:
            yield Voorval(
                geschil.record.gehouden,
                "Wij spraken met u op directieniveau."
                + (f" {zin(geschil.record.uitkomst)}" if geschil.record.uitkomst else ""),
                _keten(i, geschil),
            )
    for beslissing in i.escalatie.van(Beslissing):
        if not _eigen(i, beslissing):
            yield Voorval(
                beslissing.record.datum,
                (
                    "Wij reageerden op uw bezwaar: de maatregel is "
                    f"{beslissing.record.uitkomst}.{_nieuw(beslissing)}"
                ),
                _keten(i, beslissing),
            )


def _einden(i: Inhoud) -> Iterator[Voorval]:
    assert i.escalatie
    for feit in i.escalatie.van(Aanpassing):
        if not _eigen(i, feit) and feit.record.nieuwe_data:
            yield Voorval(
                feit.record.datum,
                f"Wij gaven u meer tijd voor herstel.{_nieuw(feit)}",
                tuple(rij.tekortkoming for rij in feit.record.nieuwe_data),
            )
    for einde in i.escalatie.van(Opheffing):
        if not _eigen(i, einde):
            doel = i.dossier.vind(einde.record.bij, einde.pad)
            yield Voorval(
                einde.record.datum,
                f"Een maatregel is {einde.record.wijze}. {zin(einde.record.reden)}",
                _ids(doel.bestand) if doel else (),
            )


def _nieuw(feit: Bestand[Any]) -> str:
    delen = opsomming(
        f"{rij.tekortkoming} tot en met {datum_vol(rij.uiterlijk)}"
        for rij in feit.record.nieuwe_data
    )
    return f" {delen}." if delen else ""
