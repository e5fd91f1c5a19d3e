"""Floor 6, stand: where a case stands, for who has to decide on it or to carry it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.brieven.delen.besluit import (
    aanzegdag_einde,
    aanzegdag_van,
    te_laat_aangezegd,
    verlenging,
    vraagt_instemming,
)
from clm_cli.derivations.brieven.delen.onderzoek import (
    laatste_onderzoek,
    wederhoor_daarna,
    wederhoor_op,
)
from clm_cli.derivations.brieven.einde import einde_blijft, loopt_door, ook_open, opgeschort
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import gemeenten
from clm_cli.derivations.brieven.voorval import instrumenttitel, maatregelbrief
from clm_cli.derivations.contracten import einde_per
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, lichter, vervolg
from clm_cli.derivations.escalatie.zaken import gestopt
from clm_cli.derivations.zinnen import opsomming
from clm_cli.records.escalatie import Uitvoering
from clm_cli.records.overeenkomst import NietVerlengd, Verlenging
from clm_cli.tijd.datum import datum_vol

_HOREN = ("wederhoor", "nieuws-gehoord")
_HERSTEL = {
    "hersteld": "hersteld",
    "deels": "deels hersteld",
    "niet": "niet hersteld",
    "onbekend": "herstel niet beoordeeld",
}


def standgegevens(i: Inhoud) -> dict[str, object]:
    """Where the case stands, for who has to decide, and the option that is not used."""
    uit = _rond_het_einde(i)
    record = i.over.record if i.over else None
    if isinstance(record, (NietVerlengd, Verlenging)) and (
        optie := next((o for o, _ in i.contract.opties if o.id == record.optie), None)
    ):
        uit["optie"] = {"id": optie.id, "duur": str(optie.duur)}
    if rij := verlenging(i):
        uit["verlengd"] = {
            "tot": rij.feit.record.tot,
            "eerder": rij.eerder or "",
            "aanzegdag": aanzegdag_van(i) or "",
            "te_laat": te_laat_aangezegd(i),
            "instemmen": vraagt_instemming(i),
        }
    wie = i.register.persoon(getattr(record, "besloten_door", None) or "")
    uit["beslisser"] = wie.functie if wie else ""
    if i.escalatie is None:
        return {
            **uit,
            "stand": {"trede": 0, "hoogst": 0, "herstel": [], "stappen": [], "lichter": ""},
        }
    stand = stand_van(i.blik, i.escalatie)
    uit["verzuim"] = {rij.tekortkoming: rij.vanaf for rij in stand.herstel if rij.vanaf}
    uit["loopt"] = {
        rij.tekortkoming: rij.uiterlijk for rij in stand.herstel if rij.uiterlijk and not rij.stil
    }
    if i.soort.lezer == "gemeenten":
        uit["uitvoering"] = _uitvoering(i)
    if i.soort.lezer == "intern":
        uit["stand"] = _stand(i, stand)
    return uit


def _rond_het_einde(i: Inhoud) -> dict[str, object]:
    """What ends, what goes on, and what is still to be paid or to be told in time."""
    return {
        "gestopt": _gestopt(i),
        "einde_per": einde_per(i.contract) or "",
        "loopt_door": list(loopt_door(i)),
        "einde_blijft": list(einde_blijft(i)),
        "opgeschort": opgeschort(i),
        "ook_open": ook_open(i),
        "maatregelbrief": maatregelbrief(i),
        "aanzegdag": aanzegdag_einde(i) or "",
        "ontvangers": _ontvangers(i),
    }


def _ontvangers(i: Inhoud) -> str:
    """Who takes clients over, as a phrase."""
    rij = i.maatregel.reikwijdte if i.maatregel else None
    return opsomming(rij.ontvangers) if rij else ""


def _gestopt(i: Inhoud) -> list[dict[str, object]]:
    """The stops and transfers that the fact of a memo ended."""
    if i.escalatie is None or i.over is None or i.soort.lezer != "gemeenten":
        return []
    return [
        {**feit.record.model_dump(), "titel": instrumenttitel(i, feit)}
        for feit in gestopt(i.dossier, i.escalatie, i.over)
    ]


def _stand(i: Inhoud, stand: Stand) -> dict[str, object]:
    """Everything that who decides has to weigh: recovery, steps, conditions, the hearing."""
    assert i.escalatie
    stappen = vervolg(i.blik, i.escalatie)
    return {
        "trede": stand.trede,
        "hoogst": stand.hoogst,
        "herstel": [
            {
                "id": r.tekortkoming,
                "herstel": _HERSTEL[r.herstel],
                "verzuim": r.verzuim.antwoord,
                "omdat": r.verzuim.tekst,
            }
            for r in stand.herstel
        ]
        + [
            {"id": t.id, "herstel": "er is geen ingebrekestelling", "verzuim": "niet beoordeeld"}
            for t in i.alle_tekortkomingen
            if t.id not in {r.tekortkoming for r in stand.herstel}
        ],
        "stappen": [
            {**_stap(s, label), "nu": _nu(stand, s)}
            for s, label in zip(stappen, _labels(stappen), strict=True)
        ],
        "voorwaarden": _matrix(stappen),
        "lichter": opsomming(dict.fromkeys(r.titel for s in stappen for r in lichter(stappen, s))),
        "horen": [s.stap.instrument.titel for s in stappen if {"nee", "onbekend"} & _gevraagd(s)],
        "vraagt_horen": any(map(_gevraagd, stappen)),
        "gehoord": _gehoord(i),
    }


def _gevraagd(s: Vervolgstap) -> set[str]:
    """Whether the provider was heard, for each condition of a step that asks it."""
    return {rij.uitspraak.antwoord for rij in s.voorwaarden if rij.naam in _HOREN}


def _stap(s: Vervolgstap, label: str) -> dict[str, object]:
    """One step, whether it can be taken, and why a condition is not met."""
    # two conditions may miss the same; who reads wants it once
    redenen = {rij.uitspraak.tekst.replace(".; ", "; "): rij.hard for rij in reversed(s.mist())}
    rijen = [{"hard": hard, "omdat": omdat} for omdat, hard in reversed(redenen.items())]
    return {
        "label": label,
        "stap": s.stap.instrument.titel,
        "mag": s.mag,
        "aard": s.stap.instrument.aard,
        "mist": rijen,
    }


def _nu(stand: Stand, s: Vervolgstap) -> str:
    """How the measures with this instrument stand that did not end: no answer to 'kan'."""
    per: dict[str, set[str]] = {}
    for m in stand.maatregelen:
        if m.loopt and m.genomen.record.instrument == s.stap.instrument.instrument:
            per.setdefault(m.toestand, set()).update(m.genomen.record.tekortkomingen)
    woorden = {"onbekend": "onbekend of van kracht"}
    return "; ".join(
        f"{woorden.get(toestand, toestand)} voor {opsomming(sorted(ids))}"
        for toestand, ids in per.items()
        if ids
    )


def _labels(stappen: Sequence[Vervolgstap]) -> list[str]:
    """The number of each step: of its trede, where that has more instruments with a letter."""
    if any(not s.stap.contract.regime.kent_treden for s in stappen):
        return [str(nr) for nr, _ in enumerate(stappen, 1)]
    per = Counter(s.stap.trede for s in stappen)
    gezien: Counter[int] = Counter()
    uit = []
    for trede in (s.stap.trede for s in stappen):
        keer, letter = divmod(gezien[trede], len(ascii_lowercase))
        uit.append(f"{trede}{ascii_lowercase[letter] * (keer + 1) if per[trede] > 1 else ''}")
        gezien[trede] += 1
    return uit


def _matrix(stappen: Sequence[Vervolgstap]) -> list[dict[str, object]]:
    """Every condition once, with its answer for each step; empty where a step does not ask it."""
    titels = {rij.naam: rij.titel for s in stappen for rij in s.voorwaarden}
    return [
        {"titel": titel, "antwoorden": [_antwoord(s, naam) for s in stappen]}
        for naam, titel in titels.items()
    ]


def _antwoord(s: Vervolgstap, naam: str) -> str:
    rij = next((rij for rij in s.voorwaarden if rij.naam == naam), None)
    return (
        ""
        if rij is None
        else "zeg"
        if rij.uitspraak.invoer
        else {"onbekend": "?"}.get(rij.uitspraak.antwoord, rij.uitspraak.antwoord)
    )


def _gehoord(i: Inhoud) -> str:
    feit = laatste_onderzoek(i)
    gehoord = wederhoor_op(i, feit) if feit else None
    if feit is None:
        return "Er is nog geen onderzoek waarop de aanbieder kan worden gehoord."
    if gehoord is None:
        return (
            "De aanbieder is nog niet gehoord op de bevindingen van "
            f"{datum_vol(feit.record.datum)}."
        )
    alle = (gehoord, *(f for f, _ in wederhoor_daarna(i)))
    dagen = {f.record.gehoord for f in alle if f.record.gehoord}
    return (
        f"De aanbieder is gehoord op {opsomming(datum_vol(dag) for dag in sorted(dagen))}."
        if gehoord.record.gehoord
        else (
            "De aanbieder heeft niet gereageerd tot en met "
            f"{datum_vol(gehoord.record.termijn_tot)}."
        )
    )


def _uitvoering(i: Inhoud) -> list[dict[str, object]]:
    """Per municipality the last word on carrying the measure out; empty if none is recorded."""
    assert i.genomen
    laatste: dict[str, Bestand[Uitvoering]] = {}
    for feit in sorted(i.genomen.bij(Uitvoering), key=naar_dag):
        if feit.record.datum <= i.dag:
            laatste[feit.record.gemeente] = feit
    rijen = [(g.naam, laatste.get(g.id)) for g in gemeenten(i)]
    return [
        {
            "gemeente": naam,
            "op": f.record.datum if f else "",
            "gedaan": f.record.gedaan if f else "",
            "klaar": f.record.klaar if f else "",
        }
        for naam, f in rijen
    ]
