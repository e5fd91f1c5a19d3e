"""Floor 4, geldpunten: money still to be paid: to us on a claim, by us after keeping back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from clm_cli.advies import Advies, opdracht
from clm_cli.derivations.brieven.post import genoemd, ontvangst, verzending
from clm_cli.derivations.escalatie.bezwaren import Verval, vervallen
from clm_cli.derivations.escalatie.fraude import om_fraude
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.uitvoeringen import geldstand, is_boete, vordert
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen, einde_van
from clm_cli.derivations.termijnen import kalender_op, regimetermijn
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Brief
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beslissing, Bezwaar, Opheffing, Sluiting
from clm_cli.tijd.datum import bedrag, datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.termijn import Duur, Eenheid, bereken


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Every claim that was not paid, and every sum that we kept back without a ground."""
    for genomen in alle_genomen(blik):
        geld = geldstand(genomen)
        if geld is None:
            continue
        einde = einde_van(genomen.dossier, genomen.escalatie, genomen.maatregel)
        # A closing of the case leaves a claim that exists (6:160 BW); an objection that was upheld
        # by silence leaves none.
        verviel = vervallen(genomen)
        leeft = (einde is None or isinstance(einde.record, Sluiting)) and not verviel
        open_ = geld.open or Decimal(0)
        if leeft and vordert(genomen) and open_ > 0:
            yield from _te_ontvangen(genomen, open_)
            yield from _verjaring(genomen, open_)
        if einde is not None:
            zin = f"de opschorting eindigde op {datum_vol(einde.record.datum)}"
            eind = Verval(einde.record.datum, Reden(zin, genomen.maatregel.plek()))
            verviel = min(filter(None, (verviel, eind)), key=lambda rij: rij.dag)
        if verviel and geld.ingehouden > 0:
            yield _uit_te_betalen(genomen, geld.ingehouden, verviel)


def _te_ontvangen(genomen: Genomen, open_: Decimal) -> Iterator[Werkpunt]:
    """A claim by the day in its letter; past that day interest runs (6:119 BW)."""
    dagen = [dag for brief in _brieven(genomen) for dag in _betaaldagen(genomen, brief)]
    if not dagen:
        return
    # A reaction to an objection may give a new day, and no notice shortens one that was given.
    laatste, redenen = max(dagen, key=lambda rij: rij[0])
    punt = replace(
        maatregelpunt(genomen, "vordering", f"Betaling van {bedrag(open_)} ({genomen.naam})"),
        bij="aanbieder",
        uiterlijk=laatste,
        grond="onze brief",
        gevolg=(
            "wettelijke rente loopt sinds zij het geld ontvingen (6:205 BW)"
            if _te_kwader_trouw(genomen)
            else "na deze dag is wettelijke rente verschuldigd (6:119 BW)"
        ),
        nu=_betaling(genomen),
        omdat=redenen,
    )
    stil = schorst(genomen)
    # While it is unknown whether an objection suspends, no interest is called due.
    if stil.antwoord != "nee":
        yield replace(punt, stil=True, uiterlijk=None, omdat=(*punt.omdat, *stil.omdat))
    elif laatste < genomen.vandaag:
        sinds = datum_vol(laatste + timedelta(days=1))
        sinds = "zij het ontvingen (6:205 BW)" if _te_kwader_trouw(genomen) else sinds
        rente = f"{bedrag(open_)} is niet betaald ({genomen.naam}); rente sinds {sinds}"
        yield replace(
            punt,
            bij="wij",
            wat=rente,
            gevolg="zonder herinnering of verrekening (6:127 BW) blijft de vordering openstaan",
        )
    else:
        yield punt


def _te_kwader_trouw(genomen: Genomen) -> bool:
    """Whether fraud was shown for all that money is claimed back for: they knew it was not theirs.

    As the letter says it: who receives in bad faith is in default at once (6:205 BW).
    """
    wist = om_fraude(genomen.dossier, genomen.escalatie, genomen.record)
    return wist and not is_boete(genomen)


_VERJARING = Duur(5, Eenheid.JAAR)
"""How long a claim for money lives after it was interrupted (3:319 BW)."""


def _verjaring(genomen: Genomen, open_: Decimal) -> Iterator[Werkpunt]:
    """The day on which a claim lapses, counted anew from each letter that interrupts it."""
    verzonden = [
        anker
        for brief in (*_brieven(genomen), *_eindbrieven(genomen))
        if (anker := verzending(genomen.dossier, brief))
    ]
    if not verzonden:
        return
    laatste = max(verzonden, key=lambda anker: anker.datum)
    kalender = kalender_op(genomen.register, laatste.datum)
    # a term in years rolls over no Sunday (4 Atw); from dispatch, the earlier day, never too late
    rekening = bereken(laatste.datum, _VERJARING, kalender, rol=Rol.NIET)
    yield replace(
        maatregelpunt(genomen, "verjaring", f"{bedrag(open_)} verjaart ({genomen.naam})"),
        uiterlijk=rekening.uiterlijk,
        berekening=rekening,
        vervalt=True,
        # an agreed penalty, or what was paid without being due
        grond="3:310 BW" if is_boete(genomen) else "3:309 BW",
        gevolg="daarna kan de aanbieder betaling weigeren; een brief waarin wij "
        "betaling eisen, of het recht daarop voorbehouden, stuit (3:317 BW)",
        nu=_betaling(genomen),
        omdat=(
            laatste.reden,
            Reden(
                "die brief stuit de verjaring; daarna loopt een nieuwe termijn van ten hoogste "
                "vijf jaar (3:319 BW), hier geteld vanaf de verzending",
                laatste.reden.plek,
            ),
        ),
    )


def _eindbrieven(genomen: Genomen) -> Iterator[Brief]:
    """Our letters of a lifting or a closing in the case: these reserve every claim still open."""
    einden = {f.pad for f in (*genomen.escalatie.van(Opheffing), *genomen.escalatie.van(Sluiting))}
    for brief in genomen.dossier.brieven:
        doel = genomen.dossier.waarbij(brief.kaart)
        if doel and doel.pad in einden and brief.kaart.record.soort in _STUITEN:
            yield brief


_STUITEN = ("opheffing", "sluiting")
"""The letters with `templates/brieven/_blijft.md`; not the memo on the same fact."""


def _betaaldagen(genomen: Genomen, brief: Brief) -> Iterator[tuple[date, tuple[Reden, ...]]]:
    """The days to pay by one letter: those printed, and a later one where it came later than that.

    The letter asks to pay within a term from its receipt.
    """
    gedrukt = genoemd(brief, "betaling")
    for dag in gedrukt:
        yield dag.datum, (Reden(f"in de brief staat {datum_vol(dag.datum)}", dag.plek),)
    anker = ontvangst(genomen.register, genomen.dossier, brief)
    regel = regimetermijn(genomen.contract, genomen.record.instrument, "betaling")
    if regel and genomen.brief is brief:
        uit = termijn(genomen, regel, termijnduur(genomen, regel)[0])
        if uit.uiterlijk:
            yield uit.uiterlijk, uit.omdat
    if not gedrukt or anker is None:
        return
    kalender = kalender_op(genomen.register, anker.datum, genomen.contract)
    for rij in brief.kaart.record.termijnen:
        if rij.soort == "betaling":
            op = bereken(anker.datum, rij.termijn, kalender).uiterlijk
            yield op, (anker.reden, Reden(f"te betalen binnen {rij.termijn}", brief.kaart.plek()))


def _brieven(genomen: Genomen) -> Iterator[Brief]:
    """The letter of a claim, and our reactions to an objection: these give a new day (J46)."""
    if genomen.brief:
        yield genomen.brief
    besluiten = {f.pad for b in genomen.bij(Bezwaar) for f in genomen.bij(Beslissing, b)}
    for brief in genomen.dossier.brieven:
        doel = genomen.dossier.waarbij(brief.kaart)
        if doel and doel.pad in besluiten:
            yield brief


def _betaling(genomen: Genomen) -> Advies:
    """The command that records a payment on this measure: a dossier may hold more cases."""
    zaak, maatregel = genomen.escalatie.id, genomen.maatregel.stam
    return opdracht("escalatie", "betaling", genomen.dossier.id, zaak, bij=maatregel)


def _uit_te_betalen(genomen: Genomen, som: Decimal, einde: Verval) -> Werkpunt:
    """What we kept back under a suspension that ended is due at once (6:52, 6:119b BW)."""
    return replace(
        maatregelpunt(genomen, "uitbetalen", f"Ingehouden {bedrag(som)} uitbetalen"),
        uiterlijk=einde.dag,
        grond="6:52 BW",
        gevolg="wie te laat uitbetaalt, is wettelijke handelsrente verschuldigd (6:119b BW)",
        nu=_betaling(genomen),
        omdat=(einde.reden,),
    )
