"""Floor 6, stand: where a case stands, for who has to decide on it or to carry it out."""

from __future__ import annotations

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
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.stand import Stand, niet_uit_te_voeren, stand_van, verteld
from clm_cli.derivations.escalatie.uitnodiging import reageren_tot
from clm_cli.derivations.escalatie.zaken import gestopt, lopende
from clm_cli.derivations.zinnen import klein, opsomming
from clm_cli.documents.brieven.stappen import stapgegevens
from clm_cli.records.escalatie import Uitvoering
from clm_cli.records.overeenkomst import NietVerlengd, Verlenging
from clm_cli.tijd.datum import datum_vol

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
    uit["staat_stil"] = [rij.tekortkoming for rij in stand.herstel if rij.stil]
    if i.soort.lezer == "gemeenten":
        uit["uitvoering"] = _uitvoering(i)
        genomen = i.genomen
        uit["bezwaar_schorst"] = genomen is not None and schorst(genomen).antwoord == "ja"
        uit["geschorst"] = genomen is not None and niet_uit_te_voeren(genomen) is not None
    if i.soort.lezer == "intern":
        uit["stand"] = _stand(i, stand)
    return uit


def _rond_het_einde(i: Inhoud) -> dict[str, object]:
    """What ends, what goes on, and what is still to be paid or to be told in time."""
    return {
        "gestopt": _gestopt(i),
        "geldt_nog": _geldt_nog(i),
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


def _geldt_nog(i: Inhoud) -> str:
    """The other stops and transfers under these contracts, in whatever case, as a phrase.

    Who carries out that one ended may not refer or assign as before while another is in force.
    """
    eigen = {c.id for c in i.contracten}
    zelf = i.genomen.maatregel.pad if i.genomen else ""
    return opsomming(
        f"{g.instrument.titel.lower()} ({klein(g.record.reikwijdte.wat).rstrip('.')})"
        for g in (lopende(i.blik) if i.soort.lezer == "gemeenten" else ())
        if g.instrument and g.record.reikwijdte and g.maatregel.pad != zelf
        if verteld(g) and niet_uit_te_voeren(g) is None
        if eigen & {c.id for c in g.contracten}
    )


def _stand(i: Inhoud, stand: Stand) -> dict[str, object]:
    """Everything that who decides has to weigh: recovery, steps, conditions, the hearing."""
    assert i.escalatie
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
        **stapgegevens(i, stand),
        "gehoord": _gehoord(i),
    }


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
            f"{datum_vol(reageren_tot(i.dossier, gehoord))}."
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
