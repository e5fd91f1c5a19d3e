"""Floor 5, rules on money in a case: what is claimed twice, kept back, paid, or asked beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.escalatie import opschorting
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.factuurlijst import dubbele
from clm_cli.derivations.escalatie.gezegd import HEEL
from clm_cli.derivations.escalatie.uitvoeringen import Geldstand, geldstand, is_boete
from clm_cli.derivations.escalatie.verzuim import (
    herstelstanden,
    oordelen_over_herstel,
    zelfde_tekortkomingen,
)
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen, einde_van
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Betaling, Facturen
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.escalatie.vormen import per_escalatie, per_maatregel
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import bedrag, datum_lang, getal


@regel("LAD425", FOUT, per_escalatie)
def factuur_twee_keer(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een factuur staat twee keer op een lijst, of ook op de lijst van een andere terugvordering.

    Waarom: wat één keer te veel is betaald, kan één keer worden teruggevorderd (6:203 BW).
    Fout: twee regels met nummer F-2026-0113 van dezelfde gemeente.
    Goed: één regel per factuur en gemeente, met het hele onrechtmatige deel.
    Wat nu: voeg de regels samen, of laat de factuur uit een van de lijsten weg (clm correctie).
    """
    for feit in escalatie.van(Facturen):
        elders = [(rij, f) for f in _andere_lijsten(blik, feit) for rij in f.record.regels]
        eigen = [(rij, feit) for rij in feit.record.regels]
        for nr, ander in dubbele(elders, eigen):
            waar = "twee keer op deze lijst" if ander is feit else f"ook in {ander.stam}"
            yield Bevond(
                feit.plek("regels", nr, "nummer"),
                f"factuur {feit.record.regels[nr].nummer} staat {waar}",
                opdracht("correctie", blik.dossier.id, feit.stam),
            )


def _andere_lijsten(blik: Dossierblik, feit: Bestand[Facturen]) -> Iterator[Bestand[Facturen]]:
    """The earlier lists of other recoveries, in all cases, that stand."""
    eigen = _recht_op(blik, feit)
    anders = {g.maatregel.pad for g in alle_genomen(blik) if blijft(g)} - {eigen}
    for escalatie in blik.dossier.escalaties:
        for ander in escalatie.van(Facturen):
            if _recht_op(blik, ander) in anders and naar_dag(ander) < naar_dag(feit):
                yield ander


def _recht_op(blik: Dossierblik, feit: Bestand[Facturen]) -> str | None:
    """The measure that a list belongs to; a list at the opening belongs to none yet."""
    maatregel = blik.dossier.waarbij(feit)
    return maatregel.pad if maatregel and isinstance(maatregel.record, Maatregel) else None


@regel("LAD427", WAARSCHUWING, per_maatregel)
def boete_naast_schade_of_nakoming(z: Genomen) -> Iterator[Bevond]:
    """Een boete staat naast schadevergoeding of nakoming voor dezelfde tekortkoming.

    Waarom: een boete komt in de plaats van schadevergoeding, en naast haar kan geen nakoming
    worden gevorderd, tenzij de overeenkomst anders zegt (6:92 BW).
    Fout: een boete voor T1, terwijl de aanbieder voor T1 aansprakelijk is gesteld.
    Goed: voor één tekortkoming óf de boete, óf de schade.
    Wat nu: kies, en trek het andere in; of noem de bepaling van de overeenkomst die beide toelaat.
    """
    if not is_boete(z) or not blijft(z):
        return
    # 6:92 BW speaks of one obligation: two cases about it are no way round.
    for ander in alle_genomen(z.blik):
        hun = {
            t: zelfde_tekortkomingen(ander, z.escalatie, t) & {*ander.record.tekortkomingen}
            for t in z.record.tekortkomingen
        }
        samen = [t for t, van_hen in hun.items() if van_hen]
        if not samen or ander.maatregel.pad == z.maatregel.pad or not blijft(ander):
            continue
        if ander.record.verzuimgrond is not None:
            wat = "schadevergoeding: de aanbieder is daarvoor aansprakelijk gesteld"
        elif loopt := _nakoming(ander, set().union(*hun.values()), z.record.datum):
            wat = f"nakoming: de termijn voor herstel loopt tot en met {datum_lang(loopt)}"
        else:
            continue
        yield Bevond(
            z.maatregel.plek("tekortkomingen"),
            f"{', '.join(samen)}: naast de boete staat {wat} ({ander.maatregel.stam})",
            opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id),
        )


def _nakoming(z: Genomen, samen: set[str], dag: date) -> date | None:
    """Until when a cure term for one of these shortcomings runs, if it does on a day."""
    if einde_van(z.dossier, z.escalatie, z.maatregel) is not None:
        return None
    rijen = [r.uiterlijk for r in herstelstanden(z) if r.tekortkoming in samen and r.uiterlijk]
    return max((tot for tot in rijen if tot >= dag), default=None)


@regel("LAD428", WAARSCHUWING, per_maatregel)
def meer_geld_dan_de_maatregel_toelaat(z: Genomen) -> Iterator[Bevond]:
    """Er is meer ingehouden, uitbetaald, betaald of verrekend dan bij de maatregel hoort, of te
    vroeg.

    Waarom: opschorten kan niet verder dan de tekortkoming rechtvaardigt (6:262 lid 2 BW), en
    verrekenen pas met een vordering die wij kunnen afdwingen (6:127 BW).
    Fout: € 12.000 ingehouden bij een opschorting van € 10.000; 20 % van facturen die niet zijn
    genoemd; verrekend terwijl een bezwaar de terugvordering stilzet.
    Goed: het bedrag van de maatregel of minder, of het deel van de facturen bij `van`; verrekenen
    als niets de vordering stilzet.
    Wat nu: betaal het meerdere uit en leg dat vast met clm escalatie betaling, of verbeter het
    bedrag met clm correctie.
    """
    feiten = z.bij(Betaling)
    geld = geldstand(z)
    if not feiten or geld is None:
        return
    for zin, woorden in _te_veel(z.naam, geld):
        nu = opdracht(*woorden, z.dossier.id)
        yield Bevond(feiten[-1].plek("bedrag"), zin, nu)
    stil = opschorting.schorst(z)
    for feit in feiten:
        if feit.record.wijze == "verrekend" and stil.antwoord != "nee":
            yield Bevond(
                feit.plek("wijze"),
                f"{z.naam}: verrekend, en het bezwaar zet de vordering stil of kan dat doen",
                opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id),
                stil.omdat,
            )


def _te_veel(naam: str, geld: Geldstand) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What passes the amount, the share or the invoices, or why nobody can say; what helps."""
    terug = ("escalatie", "betaling")
    noemt, deel = geld.geldelijk.bedrag, geld.geldelijk.procent
    if noemt is not None and geld.voldaan > noemt:
        zin = f"{naam}: {bedrag(geld.voldaan)} voldaan, en de maatregel noemt {bedrag(noemt)}"
        yield zin, terug
    if geld.grens is not None and geld.ingehouden > geld.grens:
        wat = "de maatregel noemt"
        if geld.facturen is not None:
            van = f"{getal(deel)} % van " if deel is not None else ""
            wat = f"{van}de facturen ({bedrag(geld.facturen)}) is ten hoogste"
        zin = f"{naam}: {bedrag(geld.ingehouden)} ingehouden, en {wat} {bedrag(geld.grens)}"
        yield zin, terug
    elif geld.grens is None and geld.ingehouden > 0:
        som = bedrag(geld.ingehouden)
        yield f"{naam}: {som} ingehouden, en van welke facturen staat er niet bij", ("correctie",)
    if geld.ingehouden < 0:
        som = bedrag(-geld.ingehouden)
        yield f"{naam}: {som} meer uitbetaald dan er was ingehouden", ("correctie",)


@regel("LAD431", WAARSCHUWING, per_maatregel)
def alles_opgeschort_bij_deels_herstel(z: Genomen) -> Iterator[Bevond]:
    """De hele betaling is opgeschort, terwijl een deel is hersteld.

    Waarom: bij een gedeeltelijke tekortkoming kan maar zoveel worden opgeschort als zij
    rechtvaardigt (6:262 lid 2 BW).
    Fout: 100 % opgeschort, terwijl ons laatste oordeel over T1 'deels' is.
    Goed: een deel dat past bij wat nog niet is hersteld.
    Wat nu: verlaag het deel met clm escalatie aanpassing, of leg een nieuw oordeel vast.
    """
    geld = geldstand(z)
    heel = geld is not None and geld.geldelijk.bedrag is None and geld.geldelijk.procent == HEEL
    einde = einde_van(z.dossier, z.escalatie, z.maatregel)
    if not heel or einde is not None:
        return
    laatste = oordelen_over_herstel(z.escalatie, z.vandaag)
    deels = [id_ for id_ in z.record.tekortkomingen if laatste.get(id_) in ("deels", "ja")]
    if deels:
        yield Bevond(
            z.maatregel.plek("geldelijk"),
            f"{z.naam}: de hele betaling, terwijl {', '.join(deels)} volgens ons laatste oordeel "
            "(voor een deel) is hersteld",
            opdracht("escalatie", "aanpassing", z.dossier.id),
            grond=eis_van(z.grond),
        )


@regel("LAD435", WAARSCHUWING, per_maatregel)
def samen_meer_dan_alles_opgeschort(z: Genomen) -> Iterator[Bevond]:
    """Opschortingen die naast elkaar lopen, houden samen meer dan de hele betaling in.

    Waarom: opschorten kan tot de hele vordering en niet verder (6:52 BW), hoe vaak of in hoeveel
    escalaties het ook gebeurt.
    Fout: 60 % opgeschort voor T1 en 60 % voor T2, van dezelfde betalingen.
    Goed: samen ten hoogste 100 %, en niet meer dan de tekortkomingen rechtvaardigen.
    Wat nu: verlaag een van beide met clm escalatie aanpassing, of zeg bij `vordering` om welke
    andere betaling het gaat.
    """
    if not _schort_op(z):
        return
    naast = [
        ander
        for ander in alle_genomen(z.blik)
        if _schort_op(ander)
        and {c.id for c in ander.contracten} & {c.id for c in z.contracten}
        and _over(ander) == _over(z)
        and (ander.record.datum, ander.maatregel.pad) <= (z.record.datum, z.maatregel.pad)
    ]
    delen = [geld.geldelijk.procent for ander in naast if (geld := geldstand(ander))]
    som = sum((deel for deel in delen if deel), Decimal(0))
    if len(naast) > 1 and som > HEEL:
        yield Bevond(
            z.maatregel.plek("geldelijk"),
            f"{z.naam}: met {', '.join(a.maatregel.stam for a in naast if a is not z)} samen "
            f"{getal(som)} % van dezelfde betaling",
            opdracht("escalatie", "aanpassing", z.dossier.id),
            grond=eis_van(z.grond),
        )


def _schort_op(z: Genomen) -> bool:
    """Whether a measure keeps a payment back, now."""
    hard = z.instrument.voorwaarden.hard if z.instrument else ()
    return "vordering" in hard and einde_van(z.dossier, z.escalatie, z.maatregel) is None


def _over(z: Genomen) -> str:
    """Which payment is kept back, in the words that were given for it."""
    geld = z.record.geldelijk
    return " ".join((geld.vordering or "").casefold().split()) if geld else ""


ALLE = (
    factuur_twee_keer,
    boete_naast_schade_of_nakoming,
    meer_geld_dan_de_maatregel_toelaat,
    alles_opgeschort_bij_deels_herstel,
    samen_meer_dan_alles_opgeschort,
)
