"""Floor 5, rules on figures: what no figure can be, and two that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.metingen import (
    BEREIK,
    DELING,
    TELLING,
    Gemeten,
    gemeten,
    getal_van,
    nog_open,
    onmogelijk,
    te_vroeg,
    vorige,
)
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi, Meting, Waarde
from clm_cli.rules.regel import FOUT, Bevond, Vorm, per_dossier, regel, vorm
from clm_cli.tijd.datum import datum_vol, getal

_NU = "kijk de opgave na, en vraag zo nodig een nieuwe"


def _waarden(blik: Dossierblik) -> Iterator[tuple[Waarde, Kpi, Plek]]:
    """Every figure of a known kpi, with its place."""
    for feit in blik.dossier.van(Meting):
        for nummer, rij in enumerate(feit.record.waarden):
            kpi = blik.register.kpis.get(rij.kpi)
            if kpi is not None:
                yield rij, kpi, feit.plek("waarden", nummer)


def _metingen(blik: Dossierblik) -> Iterator[tuple[Bestand[Meting]]]:
    yield from ((feit,) for feit in blik.dossier.van(Meting))


def _herzieningen(blik: Dossierblik) -> Iterator[tuple[Bestand[Meting], Bestand[Meting]]]:
    for feit in blik.dossier.van(Meting):
        for eerder in vorige(blik.dossier, feit):
            yield feit, eerder
            break


per_waarde: Vorm[Waarde, Kpi, Plek] = vorm(_waarden)
"""One figure at a time."""
per_meting: Vorm[Bestand[Meting]] = vorm(_metingen)
"""One delivery at a time."""
per_herziening: Vorm[Bestand[Meting], Bestand[Meting]] = vorm(_herzieningen)
"""One revision at a time, with the delivery that it revises."""


def _onmogelijk(welke: str, rij: Waarde, kpi: Kpi, plek: Plek) -> Iterator[Bevond]:
    """What one rule has to say of a figure."""
    for code, tekst in onmogelijk(rij, kpi):
        if code == welke:
            yield Bevond(plek, f"{kpi.titel}: {tekst}", _NU)


@regel("DOS245", FOUT, per_waarde)
def percentage_buiten_bereik(rij: Waarde, kpi: Kpi, plek: Plek) -> Iterator[Bevond]:
    """Een percentage ligt niet tussen 0 en 100.

    Waarom: een aandeel kan niet kleiner zijn dan niets en niet groter dan alles; meestal staat de
    komma verkeerd.
    Fout: `waarde: 730` bij een kpi met eenheid "%".
    Goed: `waarde: 73.0`. Is het geen aandeel maar een verschil, geef de kpi dan die eenheid, zoals
    "% verschil".
    Wat nu: kijk de opgave na, en verbeter het cijfer. Tot dan telt het als onbekend; klopt het
    toch, zeg dan met `clm overgeslagen` waarom.
    """
    yield from _onmogelijk(BEREIK, rij, kpi, plek)


@regel("DOS246", FOUT, per_waarde)
def teller_past_niet_bij_noemer(rij: Waarde, kpi: Kpi, plek: Plek) -> Iterator[Bevond]:
    """De teller van een percentage is groter dan de noemer, of een aantal is negatief.

    Waarom: een deel kan niet meer zijn dan het geheel, en een aantal niet minder dan niets.
    Fout: `teller: 45, noemer: 39` bij een kpi met eenheid "%".
    Goed: `teller: 39, noemer: 45`.
    Wat nu: kijk de opgave na, en verbeter het cijfer. Tot dan telt het als onbekend; klopt het
    toch, zeg dan met `clm overgeslagen` waarom.
    """
    yield from _onmogelijk(TELLING, rij, kpi, plek)


@regel("DOS247", FOUT, per_waarde)
def waarde_is_niet_teller_door_noemer(rij: Waarde, kpi: Kpi, plek: Plek) -> Iterator[Bevond]:
    """Een waarde is iets anders dan de teller gedeeld door de noemer.

    Waarom: dan klopt een van de drie getallen niet, en is niet bekend welk.
    Fout: `waarde: 5, teller: 1, noemer: 50`.
    Goed: `waarde: 2, teller: 1, noemer: 50`; afgerond op de decimalen die er staan.
    Wat nu: kijk de opgave na; laat de waarde weg als teller en noemer kloppen. Tot dan telt het
    cijfer als onbekend; klopt het toch, zeg dan met `clm overgeslagen` waarom.
    """
    yield from _onmogelijk(DELING, rij, kpi, plek)


@regel("DOS248", FOUT, per_meting)
def periode_nog_niet_voorbij(feit: Bestand[Meting]) -> Iterator[Bevond]:
    """Een cijfer of oordeel gaat over een periode die nog niet voorbij was toen het binnenkwam.

    Waarom: over een periode die nog loopt, bestaat nog geen cijfer; meestal is de periode verkeerd
    getypt.
    Fout: `periode: 2027-K2`, ontvangen op 18 mei 2026.
    Goed: `periode: 2026-K1`, ontvangen op 14 april 2026. Het oordeel `niet` mag eerder: wat is
    gemist, wordt niet meer gehaald.
    Wat nu: verbeter de periode of de dag van ontvangst. Tot dan tellen de cijfers als onbekend;
    kloppen zij toch, zeg dan met `clm overgeslagen` waarom.
    """
    record, tekst = feit.record, te_vroeg(feit)
    oordelen = any(nog_open(rij) for rij in record.oordelen)
    if tekst and (record.waarden or record.omzet or oordelen):
        yield Bevond(
            feit.plek("periode"),
            tekst,
            "verbeter de periode of de dag van ontvangst",
            (Reden(f"de laatste dag is {datum_vol(record.periode.laatste)}"),),
        )


@regel("DOS249", FOUT, per_dossier)
def twee_metingen_van_hetzelfde(blik: Dossierblik) -> Iterator[Bevond]:
    """Van één periode zijn er twee metingen van hetzelfde, en geen van beide herziet de andere.

    Waarom: clm kiest niet; het cijfer is dan onbekend omdat er twee metingen zijn.
    Fout: twee keer een cijfer over 2026-K1 voor dezelfde kpi en hetzelfde contract.
    Goed: de tweede noemt met `bij` de eerste, met de reden van de herziening.
    Wat nu: herziet de aanbieder zijn cijfer, leg het dan vast met --bij; was het onze typefout,
    verbeter dan het eerste feit met clm correctie.
    """
    for (periode, _), rijen in gemeten(blik).items():
        laatste = rijen[-1]
        wat = getattr(laatste.rij, "kpi", None) or getattr(laatste.rij, "afspraak", "omzet")
        eerder = rijen[0].meting.stam
        if len(rijen) > 1:
            namen = opsomming(dict.fromkeys(rij.meting.stam for rij in rijen))
            correctie = opdracht("correctie", blik.dossier.id, rijen[0].meting.id, reden="…")
            yield Bevond(
                laatste.plek,
                f"van {wat} voor {laatste.rij.contract} in {periode} zijn er "
                f"{telwoord(len(rijen), '', 'metingen')}: {namen}",
                advies(
                    f"een herziening noemt --bij {eerder} en --reden-herziening; een typefout van "
                    "ons: {correctie}",
                    correctie=correctie,
                ),
                tuple(Reden(f"ook in {rij.meting.stam}", rij.plek) for rij in rijen[:-1]),
            )


@regel("DOS288", FOUT, per_dossier)
def cijfer_van_de_aanbieder_met_twee_waarden(blik: Dossierblik) -> Iterator[Bevond]:
    """Een cijfer over de hele aanbieder is onder twee contracten anders aangeleverd.

    Waarom: het is één cijfer, dat voor al zijn contracten telt; clm kiest niet, en het cijfer is
    dan onbekend.
    Fout: bij een kpi met `per: aanbieder` over 2026-K1 onder het ene contract 7,5 en onder het
    andere 7,1.
    Goed: één keer aangeleverd, of beide keren gelijk.
    Wat nu: vraag de aanbieder welk cijfer klopt, en leg het vast als herziening met --bij.
    """
    gehad: dict[tuple[object, ...], list[Gemeten]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        rij, kpi = rijen[0].rij, blik.register.kpis.get(getattr(rijen[0].rij, "kpi", ""))
        if isinstance(rij, Waarde) and kpi is not None and kpi.per == "aanbieder":
            wat = (periode, kpi.id, rij.zorgvorm, rij.perceel, rij.gemeente)
            gehad.setdefault(wat, []).extend(rijen)
    for (over, id_, *_), alle in gehad.items():
        kpi = blik.register.kpis[str(id_)]
        waarden = {getal_van(g.rij, kpi) for g in alle if isinstance(g.rij, Waarde)} - {None}
        if len(waarden) > 1:
            genoemd = opsomming(
                getal(waarde) for waarde in sorted(w for w in waarden if w is not None)
            )
            yield Bevond(
                alle[-1].plek,
                f"{kpi.titel} over {over} is één cijfer voor de hele aanbieder, en er staan "
                f"{genoemd}",
                "vraag welk cijfer klopt, en leg dat vast als herziening",
                tuple(Reden(f"ook in {g.meting.stam}", g.plek) for g in alle[:-1]),
            )


@regel("DOS260", FOUT, per_herziening)
def herziening_past_niet(feit: Bestand[Meting], eerder: Bestand[Meting]) -> Iterator[Bevond]:
    """Een herziening van cijfers noemt geen reden, of gaat over een andere periode.

    Waarom: een herzien cijfer komt in de plaats van een eerder; waarom, moet later na te lezen
    zijn.
    Fout: een meting met `bij`, zonder `reden_herziening`.
    Goed: `reden_herziening: één traject was dubbel geteld`.
    Wat nu: vraag de aanbieder waarom, en leg het vast met --reden-herziening.
    """
    record = feit.record
    if not record.reden_herziening:
        tekst = f"deze cijfers herzien {eerder.stam}, maar de reden ontbreekt"
        yield Bevond(feit.plek("bij"), tekst, "geef --reden-herziening")
    if record.periode != eerder.record.periode:
        tekst = f"{eerder.stam} gaat over {eerder.record.periode}, niet over {record.periode}"
        yield Bevond(feit.plek("periode"), tekst, "noem bij --bij de meting van deze periode")
