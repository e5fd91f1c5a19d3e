"""Floor 4, briefverleden: what went before a letter in its case: letters, measures, answers, talks and judgements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.derivations.briefinhoud import Inhoud
from clm_cli.derivations.brieven import verzending
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Beoordeling, Herstel, Opening, Reactie, Verbeterplan
from clm_cli.tijd.datum import datum_vol

_OVER = {"reactie": "uw reactie", "verbeterplan": "uw verbeterplan", "uitvoering": "de uitvoering van uw verbeterplan", "herstel": "het herstel", "effect": "het effect van de maatregel"}


def verleden(i: Inhoud) -> tuple[tuple[date, str], ...]:
    """Day and sentence of each step before the letter, oldest first; nothing from a source that has to stay out of letters."""
    if i.escalatie is None:
        return ()
    rijen = {*_signalen(i), *_brieven(i), *_maatregelen(i), *_antwoorden(i), *_gesprekken(i), *_oordelen(i)}
    return tuple(sorted(rij for rij in rijen if rij[0] < i.dag or (rij[0] == i.dag and "brief" not in rij[1])))


def _signalen(i: Inhoud) -> Iterator[tuple[date, str]]:
    """Only signals that may be told to the provider, without who gave them."""
    for opening in i.escalatie.van(Opening) if i.escalatie else ():
        for naam in opening.record.signalen:
            doel = i.dossier.vind(naam, opening.pad)
            if doel and isinstance(doel.bestand.record, Signaal) and doel.bestand.record.bron.mag_in_brief == "ja":
                yield vroegste_kennis(doel.bestand)[0], f"Wij kregen een signaal: {doel.bestand.record.wat.strip()}"


def _brieven(i: Inhoud) -> Iterator[tuple[date, str]]:
    naam = i.escalatie.id if i.escalatie else ""
    for brief in i.dossier.brieven:
        kaart = brief.kaart.record
        if not (kaart.escalatie or "").endswith(naam):
            continue
        if kaart.richting == "inkomend":
            for feit in brief.van(Binnengekomen):
                yield feit.record.datum, f"Wij ontvingen uw brief van {datum_vol(kaart.datum)}: {kaart.onderwerp}."
        elif anker := verzending(i.dossier, brief):
            kenmerk = f" ({kaart.kenmerk})" if kaart.kenmerk else ""
            yield anker.datum, f"Wij stuurden u een brief{kenmerk}: {kaart.onderwerp}."


def _maatregelen(i: Inhoud) -> Iterator[tuple[date, str]]:
    from clm_cli.derivations.zaken import instrumenten
    from clm_cli.records.maatregel import Maatregel

    titels = {instrument.instrument: instrument.titel for _, instrument in instrumenten(i.contract)}
    eigen = i.zaak.maatregel.pad if i.zaak else None
    for feit in i.escalatie.van(Maatregel) if i.escalatie else ():
        if feit.pad != eigen:
            yield feit.record.datum, f"Wij namen een maatregel van trede {feit.record.trede}: {titels.get(feit.record.instrument, feit.record.instrument)}."


def _antwoorden(i: Inhoud) -> Iterator[tuple[date, str]]:
    assert i.escalatie
    for feit in i.escalatie.van(Reactie):
        if feit.record.brief is None:
            yield feit.record.ontvangen, f"U reageerde: {feit.record.inhoud.strip()}"
    for plan in i.escalatie.van(Verbeterplan):
        yield plan.record.ontvangen, "Wij ontvingen uw verbeterplan."
    for herstel in i.escalatie.van(Herstel):
        yield herstel.record.datum, f"U meldde herstel: {herstel.record.inhoud.strip()}"


def _gesprekken(i: Inhoud) -> Iterator[tuple[date, str]]:
    """Talks about this contract that were held since the case was opened."""
    opening = next(iter(i.escalatie.van(Opening)), None) if i.escalatie else None
    for gesprek in i.dossier.gesprekken if opening else ():
        if gesprek.kaart.record.gehouden and i.contract.id in gesprek.kaart.record.contracten and (dag := dag_van(gesprek).datum) >= opening.record.datum:  # type: ignore[union-attr]
            yield dag, f"Wij spraken hierover met u op {datum_vol(dag)}."


def _oordelen(i: Inhoud) -> Iterator[tuple[date, str]]:
    woord = {"ja": "voldoende", "nee": "onvoldoende", "deels": "deels voldoende", "onbekend": "nog niet te beoordelen"}
    for feit in i.escalatie.van(Beoordeling) if i.escalatie else ():
        if i.over is not None and feit.pad == i.over.pad:
            continue
        delen = "; ".join(f"{rij.onderdeel} {woord[rij.oordeel]} ({rij.bewijs.strip().rstrip('.')})" for rij in feit.record.oordelen)
        yield feit.record.datum, f"Wij beoordeelden {_OVER[feit.record.over]}: {delen}."
