"""Floor 4, geldpunten: money still to be paid: to us on a claim, by us after keeping back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.post import genoemd
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.schorsing import schorst
from clm_cli.derivations.escalatie.uitvoeringen import geldstand, vordert
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen, einde_van
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Brief
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beslissing, Bezwaar, Sluiting
from clm_cli.tijd.datum import bedrag, datum_vol


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Every claim that was not paid, and every sum that we kept back without a ground."""
    for genomen in alle_genomen(blik):
        geld = geldstand(genomen)
        if geld is None:
            continue
        einde = einde_van(genomen.dossier, genomen.escalatie, genomen.maatregel)
        # A closing of the case leaves a claim that exists (6:160 BW).
        leeft = einde is None or isinstance(einde.record, Sluiting)
        if leeft and vordert(genomen) and geld.open and geld.open > 0:
            yield from _te_ontvangen(genomen, geld.open)
        if einde is not None and geld.ingehouden > 0:
            yield _uit_te_betalen(genomen, geld.ingehouden, einde.record.datum)


def _te_ontvangen(genomen: Genomen, open_: Decimal) -> Iterator[Werkpunt]:
    """A claim by the day in its letter; past that day interest runs (6:119 BW)."""
    dagen = [dag for brief in _brieven(genomen) for dag in genoemd(brief, "betaling")]
    if not dagen:
        return
    # A reaction to an objection may give a new day, and no notice shortens one that was given.
    laatste = max(dagen, key=lambda dag: dag.datum)
    punt = replace(
        maatregelpunt(genomen, "vordering", f"Betaling van {bedrag(open_)} ({genomen.naam})"),
        bij="aanbieder",
        uiterlijk=laatste.datum,
        grond="onze brief",
        gevolg="na deze dag is wettelijke rente verschuldigd (6:119 BW)",
        nu=opdracht("escalatie", "betaling", genomen.dossier.id),
        omdat=(Reden(f"in de brief staat {datum_vol(laatste.datum)}", laatste.plek),),
    )
    stil = schorst(genomen)
    # While it is unknown whether an objection suspends, no interest is called due.
    if stil.antwoord != "nee":
        yield replace(punt, stil=True, uiterlijk=None, omdat=(*punt.omdat, *stil.omdat))
    elif laatste.datum < genomen.vandaag:
        sinds = laatste.datum + timedelta(days=1)
        rente = f"{bedrag(open_)} is niet betaald ({genomen.naam}); rente sinds {datum_vol(sinds)}"
        yield replace(
            punt,
            bij="wij",
            wat=rente,
            gevolg="zonder herinnering of verrekening (6:127 BW) blijft de vordering openstaan",
        )
    else:
        yield punt


def _brieven(genomen: Genomen) -> Iterator[Brief]:
    """The letter of a claim, and our reactions to an objection: these give a new day (J46)."""
    if genomen.brief:
        yield genomen.brief
    besluiten = {f.pad for b in genomen.bij(Bezwaar) for f in genomen.bij(Beslissing, b)}
    for brief in genomen.dossier.brieven:
        bij = brief.kaart.record.bij
        doel = genomen.dossier.vind(bij, brief.kaart.pad) if bij else None
        if doel and doel.bestand.pad in besluiten:
            yield brief


def _uit_te_betalen(genomen: Genomen, som: Decimal, einde: date) -> Werkpunt:
    """What we kept back under a suspension that ended is due at once (6:52, 6:119b BW)."""
    return replace(
        maatregelpunt(genomen, "uitbetalen", f"Ingehouden {bedrag(som)} uitbetalen"),
        uiterlijk=einde,
        grond="6:52 BW",
        gevolg="wie te laat uitbetaalt, is wettelijke handelsrente verschuldigd (6:119b BW)",
        nu=opdracht("escalatie", "betaling", genomen.dossier.id),
        omdat=(Reden(f"de opschorting eindigde op {datum_vol(einde)}", genomen.maatregel.plek()),),
    )
