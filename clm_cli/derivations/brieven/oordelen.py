"""Floor 4, oordelen: what was answered, judged, objected to and ended before a letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.voorval import (
    Voorval,
    genoemde_ids,
    instrumenttitel,
    is_eigen,
    meegedeeld,
    nieuwe_dagen,
    preventieve,
    tekortkomingen_van,
)
from clm_cli.derivations.zinnen import HERSTELD, bij_trede, zin
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Bezwaar,
    Deeloordeel,
    Geschil,
    Herstel,
    Onderzoek,
    Opheffing,
    Planpunt,
    Reactie,
    Verbeterplan,
)
from clm_cli.records.maatregel import Maatregel

_OVER = {
    "reactie": "uw reactie",
    "verbeterplan": "uw verbeterplan",
    "uitvoering": "de uitvoering van uw verbeterplan",
    "herstel": "uw herstel",
}


_TOONT_STAND = ("uitvoering", "herstel")
"""Judgements that say how things are; one of a plan or an answer is about a paper."""
_OORDEEL = {
    "ja": "voldoende",
    "nee": "onvoldoende",
    "deels": "deels voldoende",
    "onbekend": "nog niet te beoordelen",
}


def antwoorden(i: Inhoud) -> Iterator[Voorval]:
    """What the provider sent: its reactions, plans and reports of recovery."""
    assert i.escalatie
    for feit in i.escalatie.van(Reactie):
        yield Voorval(
            feit.record.ontvangen,
            f"Wij ontvingen uw reactie. {zin(feit.record.inhoud)}",
            _van_maatregel(i, feit),
            feit.pad,
        )
    for plan in i.escalatie.van(Verbeterplan):
        yield Voorval(
            plan.record.ontvangen,
            "Wij ontvingen uw verbeterplan.",
            tuple(dict.fromkeys(punt.tekortkoming for punt in plan.record.punten)),
            plan.pad,
        )
    for herstel in i.escalatie.van(Herstel):
        yield Voorval(
            herstel.record.datum,
            f"U meldde herstel. {zin(herstel.record.inhoud)}",
            herstel.record.tekortkomingen,
            herstel.pad,
        )


def _van_maatregel(i: Inhoud, feit: Bestand[Feit]) -> tuple[str, ...]:
    doel = i.dossier.waarbij(feit)
    return genoemde_ids(doel) if doel else ()


def oordelen(i: Inhoud) -> Iterator[Voorval]:
    """What we judged, for each shortcoming apart.

    A point of a plan is told with the shortcoming it is for.
    """
    for feit in i.escalatie.van(Beoordeling) if i.escalatie else ():
        if is_eigen(i, feit):
            continue
        punten = planpunten(i, feit)
        per: dict[str, list[Deeloordeel]] = {}
        for rij in feit.record.oordelen:
            punt = punten.get(rij.onderdeel)
            per.setdefault(punt.tekortkoming if punt else rij.onderdeel, []).append(rij)
        for id_, rijen in per.items():
            delen = " ".join(
                f"{_wat(rij, punten)}: {_OORDEEL[rij.oordeel]}. {zin(rij.bewijs)}" for rij in rijen
            )
            yield Voorval(
                feit.record.datum,
                f"Wij beoordeelden {_beoordeeld(i, feit)}. {delen}",
                (id_,),
                feit.pad,
            )


def _beoordeeld(i: Inhoud, feit: Bestand[Beoordeling]) -> str:
    """What was judged; of an effect, of which measure."""
    if feit.record.over != "effect":
        return _OVER[feit.record.over]
    doel = i.dossier.waarbij(feit)
    maatregel = doel if doel and is_een(doel, Maatregel) else None
    naam = maatregel and (preventieve(i, maatregel)[2:] or instrumenttitel(i, maatregel))
    return "het effect van de maatregel" + (f" '{naam}'" if naam else "")


def _wat(rij: Deeloordeel, punten: dict[str, Planpunt]) -> str:
    """What was judged, in words that the provider knows: no codes of ours."""
    punt = punten.get(rij.onderdeel)
    deel = f"Het punt '{punt.hoe}'" if punt else "Ons oordeel"
    return f"{deel} ({rij.criterium})" if rij.criterium else deel


def planpunten(i: Inhoud, feit: Bestand[Beoordeling]) -> dict[str, Planpunt]:
    """The points of the plan that was judged, by their id."""
    doel = i.dossier.waarbij(feit)
    return (
        {punt.id: punt for punt in doel.record.punten}
        if doel and isinstance(doel.record, Verbeterplan)
        else {}
    )


def plan_mist(i: Inhoud) -> list[str]:
    """The shortcomings of the request without a point in the plan that was judged (J39, S13)."""
    if i.over is None or not is_een(i.over, Beoordeling):
        return []
    punten = planpunten(i, i.over)
    gedekt = {punt.tekortkoming for punt in punten.values()}
    return [t.wat for t in i.tekortkomingen if punten and t.id not in gedekt]


def laatste_oordeel(i: Inhoud, tekortkoming: str) -> tuple[date, str, str] | None:
    """What we saw last of a shortcoming: the newest judgement of how it was carried out or mended.

    The day, the file and the words.

    A letter that only tells the facts of the opening claims more than is true today (21 Rv).
    """
    rijen = []
    for feit in i.escalatie.van(Beoordeling) if i.escalatie else ():
        if feit.record.over not in _TOONT_STAND or feit.record.datum > i.dag or is_eigen(i, feit):
            continue
        punten = planpunten(i, feit)
        woorden = [
            zin(rij.bewijs)
            for rij in feit.record.oordelen
            if (p.tekortkoming if (p := punten.get(rij.onderdeel)) else rij.onderdeel)
            == tekortkoming
        ]
        if woorden:
            rijen.append((feit.record.datum, feit.pad, " ".join(woorden)))
    return max(rijen, default=None)


def laatste_herstel(i: Inhoud, tekortkoming: str) -> str:
    """How we judged last whether a shortcoming was cured; empty while nobody judged it."""
    rij = _herstel(i, tekortkoming)
    return HERSTELD.get(rij[2], "") if rij else ""


def intussen_hersteld(i: Inhoud, bevinding: Bestand[Onderzoek]) -> list[str]:
    """What was found and judged cured since, and is no shortcoming that this letter is about."""
    eigen, dag = {t.id for t in i.tekortkomingen}, bevinding.record.datum
    return [
        f"tekortkoming {t.id} ({t.wat.rstrip('.')})"
        for t in i.alle_tekortkomingen
        if t.id in set(bevinding.record.tekortkomingen) - eigen
        and (rij := _herstel(i, t.id))
        and rij[0] >= dag
        and rij[2] == "ja"
    ]


def _herstel(i: Inhoud, tekortkoming: str) -> tuple[date, str, str] | None:
    """The last judgement of recovery of a shortcoming: the day, the file and the outcome."""
    feiten = [
        feit
        for feit in (i.escalatie.van(Beoordeling) if i.escalatie else ())
        if feit.record.over == "herstel" and feit.record.datum <= i.dag
    ]
    rijen = [
        (feit.record.datum, feit.pad, rij.oordeel)
        for feit in feiten
        for rij in feit.record.oordelen
        if rij.onderdeel == tekortkoming
    ]
    return max(rijen, default=None)


def bezwaren(i: Inhoud) -> Iterator[Voorval]:
    """Objections, the talks about them, and our decisions."""
    assert i.escalatie
    for bezwaar in i.escalatie.van(Bezwaar):
        if not is_eigen(i, bezwaar):
            doel = i.dossier.waarbij(bezwaar)
            trede = getattr(doel.record, "trede", 0) if doel else 0
            yield Voorval(
                bezwaar.record.ontvangen,
                (
                    "Wij ontvingen uw "
                    f"bezwaar{bij_trede(i.contract.regime, trede, ' tegen de maatregel van {}')}."
                ),
                tekortkomingen_van(i, bezwaar),
            )
    for geschil in i.escalatie.van(Geschil):
        if geschil.record.gehouden:
            yield Voorval(
                geschil.record.gehouden,
                "Wij spraken met u op directieniveau."
                + (f" {zin(geschil.record.uitkomst)}" if geschil.record.uitkomst else ""),
                tekortkomingen_van(i, geschil),
            )
    for beslissing in i.escalatie.van(Beslissing):
        if not is_eigen(i, beslissing) and (dag := meegedeeld(i, beslissing)):
            yield Voorval(
                dag,
                (
                    "Wij reageerden op uw bezwaar: de maatregel is "
                    f"{beslissing.record.uitkomst}.{nieuwe_dagen(i, beslissing)}"
                ),
                tekortkomingen_van(i, beslissing),
            )


def einden(i: Inhoud) -> Iterator[Voorval]:
    """More time that was given, and measures that ended."""
    assert i.escalatie
    for feit in i.escalatie.van(Aanpassing):
        dag = meegedeeld(i, feit)
        if not is_eigen(i, feit) and feit.record.nieuwe_data and dag:
            yield Voorval(
                dag,
                f"Wij gaven u meer tijd voor herstel.{nieuwe_dagen(i, feit)}",
                tuple(rij.tekortkoming for rij in feit.record.nieuwe_data),
            )
    for einde in i.escalatie.van(Opheffing):
        if not is_eigen(i, einde) and (dag := meegedeeld(i, einde)):
            doel = i.dossier.waarbij(einde)
            welke = doel if doel and is_een(doel, Maatregel) else None
            naam = instrumenttitel(i, welke) if welke else "een maatregel"
            yield Voorval(
                dag,
                f"Wij lieten u weten dat een maatregel is {einde.record.wijze} ({naam}). "
                f"{zin(einde.record.reden)}",
                genoemde_ids(doel) if doel else (),
            )
