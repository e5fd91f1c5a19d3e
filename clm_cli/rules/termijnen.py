"""Floor 5, rules on terms and days: in letters, of facts, agreed otherwise; and on the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.feitzinnen import vastgelegd
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import GEBEURD, GEBEURD_IN_DEEL, Feit
from clm_cli.records.brief import Verzonden
from clm_cli.records.organisatie import Organisatie
from clm_cli.records.overeenkomst import Contract as Contractkaart
from clm_cli.records.overeenkomst import Overeenkomst, Termijnafwijking
from clm_cli.records.regime import Regime
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import (
    FOUT,
    INFO,
    WAARSCHUWING,
    Bevond,
    Vorm,
    per_dossier,
    per_register,
    regel,
)
from clm_cli.tijd.datum import datum_lang

Afwijkingen = Iterator[tuple[Plek, Termijnafwijking, Regime]]


def _waar_het_staat(punt: Werkpunt) -> Advies:
    """The page on which both days of a term stand: that of its case, or the list of its dossier."""
    dossier, soort, zaak, *_ = (*punt.plek.pad.split("/"), "", "")
    if soort == "escalaties":
        return opdracht("escalatie", "toon", dossier, zaak)
    return opdracht("werklijst", punt.dossier, uitgebreid=True)


@regel("TRM301", WAARSCHUWING, per_dossier)
def brief_noemt_een_andere_dag(blik: Dossierblik) -> Iterator[Bevond]:
    """De dag in een verzonden brief is een andere dan de berekende dag.

    Waarom: wat in de brief staat telt; voor een recht van de aanbieder geldt de ruimste dag, voor
    onze plicht de eerste.
    Fout: de brief noemt 13 mei, uit de ontvangst volgt 18 mei.
    Goed: beide dagen zijn gelijk, of u weet welke geldt.
    Wat nu: clm escalatie toon, en clm waarom bij de regel in de werklijst, tonen beide
    berekeningen; herstel met een nieuwe brief als dat nodig is.
    """
    # only a letter that was sent prints a day: without one nothing of what is due is worked out
    gedrukt = any(feit.record.genoemd for feit in blik.dossier.van(Verzonden))
    for punt in alle_werkpunten(blik) if gedrukt else ():
        for dag in punt.genoemd:
            if punt.berekening and dag.datum != punt.berekening.uiterlijk:
                tekst = (
                    f"{punt.wat}: de brief noemt {datum_lang(dag.datum)}, berekend is "
                    f"{datum_lang(punt.berekening.uiterlijk)}"
                )
                geldt = (
                    f"nu geldt {datum_lang(punt.uiterlijk)}"
                    if punt.uiterlijk
                    else "er geldt nog geen dag"
                )
                nu = advies("{toon} toont beide berekeningen", toon=_waar_het_staat(punt))
                yield Bevond(dag.plek, tekst, nu, (Reden(geldt, punt.plek),))


@regel("TRM302", FOUT, per_dossier)
def feit_uit_de_toekomst(blik: Dossierblik) -> Iterator[Bevond]:
    """Een feit heeft een datum die nog moet komen.

    Waarom: een feit is gebeurd; plannen staan op een kaart.
    Fout: `datum: 2026-12-01`, of `ontvangen: 2026-12-01`, terwijl het vandaag 18 mei 2026 is.
    Goed: de dag waarop het gebeurde.
    Wat nu: verbeter de datum, of wacht met vastleggen.
    """
    for feit in blik.dossier.feiten:
        if feit.record.datum > blik.vandaag:
            tekst = f"dit feit is gedateerd op {datum_lang(feit.record.datum)}, na vandaag"
            yield Bevond(feit.plek("datum"), tekst, "verbeter de datum")
        for dag, *pad in _gebeurd(feit):
            if dag > blik.vandaag:
                tekst = f"{pad[-1].replace('_', ' ')} {datum_lang(dag)} ligt na vandaag"
                yield Bevond(feit.plek(*pad), tekst, "noem de dag waarop het gebeurde")


def _gebeurd(feit: Bestand[Feit]) -> Iterator[tuple[Any, ...]]:
    """Each day in a fact, beside its own, on which something happened; with where it stands."""
    inhoud = vars(feit.record)  # pydantic takes long to say that a field is not there
    dagen: list[tuple[Any, ...]] = [(inhoud.get(veld), veld) for veld in GEBEURD]
    for naam, veld in GEBEURD_IN_DEEL:
        deel = inhoud.get(naam)
        if isinstance(deel, tuple):
            dagen += [(getattr(r, veld, None), naam, n, veld) for n, r in enumerate(deel)]
        else:
            dagen.append((getattr(deel, veld, None), naam, veld))
    yield from (rij for rij in dagen if isinstance(rij[0], date))


@regel("TRM303", FOUT, per_dossier)
def vastgelegd_voor_het_gebeurde(blik: Dossierblik) -> Iterator[Bevond]:
    """Een feit is vastgelegd vóór de dag waarop het gebeurde.

    Waarom: de klok van de computer stond verkeerd, of de datum klopt niet; voor de rechter telt
    wanneer u wat wist.
    Fout: `datum: 2026-05-13` en `vastgelegd: 2026-05-12T09:00:00+02:00`.
    Goed: vastgelegd op of na de datum.
    Wat nu: verbeter het feit, of na een commit: leg een correctie vast.
    """
    for feit in blik.dossier.feiten:
        dag = vastgelegd(feit).date()
        if dag < feit.record.datum:
            tekst = f"vastgelegd op {datum_lang(dag)}, eerder dan de datum van het feit"
            yield Bevond(feit.plek("vastgelegd"), tekst, "verbeter datum of vastgelegd")


def _regime(blik: Dossierblik, punt: Werkpunt) -> str:
    alle = blik.dossier.contracten
    return next(c.regime.id for c in alle if c.id in punt.contracten or not punt.contracten)


@regel("TRM304", INFO, per_dossier)
def termijn_op_voorlopige_lezing(blik: Dossierblik) -> Iterator[Bevond]:
    """Een lopende termijn berust op een voorlopige lezing.

    Waarom: het contract zegt niet wanneer deze termijn begint; clm gebruikt een voorstel dat u nog
    niet hebt vastgesteld.
    Fout: geen lezing in `lezingen/`.
    Goed: een lezing met reden, vastgesteld door uw jurist.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    gemeld: set[str] = set()
    for punt in alle_werkpunten(blik):
        lezing = punt.lezing
        if lezing and lezing.startswith("voorlopige lezing") and lezing not in gemeld:
            gemeld.add(lezing)
            yield Bevond(
                punt.plek,
                f"{punt.wat}: {lezing}",
                advies(
                    "{toon} toont de vragen; leg uw lezing vast met clm lezing",
                    toon=opdracht("regime", "lezing", _regime(blik, punt)),
                ),
                grond=punt.grond,
            )


@regel("TRM305", WAARSCHUWING, per_dossier)
def genoemde_dag_is_geen_werkdag(blik: Dossierblik) -> Iterator[Bevond]:
    """Een dag die in een brief staat is geen werkdag.

    Waarom: op die dag is er niemand om iets te ontvangen; een ontvanger mag op een werkdag rekenen.
    Fout: een hersteltermijn tot en met Tweede Pinksterdag.
    Goed: de eerstvolgende werkdag.
    Wat nu: controleer de berekening met clm termijn.
    """
    for feit in blik.dossier.van(Verzonden):
        kalender = kalender_op(blik.register, feit.record.datum)
        for nummer, dag in enumerate(feit.record.genoemd):
            if reden := kalender.reden(dag.uiterlijk):
                tekst = f"{datum_lang(dag.uiterlijk)} is geen werkdag ({reden})"
                eerst = opdracht("termijn", dag.uiterlijk.isoformat(), "1", "werkdag")
                nu = advies("de eerstvolgende werkdag: {eerst}", eerst=eerst)
                yield Bevond(feit.plek("genoemd", nummer, "uiterlijk"), tekst, nu)


@regel("TRM306", WAARSCHUWING, per_register)
def geen_kalender_gekozen(kijk: Kijk) -> Iterator[Bevond]:
    """Er is geen kalender gekozen voor vandaag.

    Waarom: de contracten zeggen niet wat een werkdag is; zonder keuze rekent clm met atw.
    Fout: een kalender die pas volgend jaar begint.
    Goed: `kalender: [{vanaf: 2025-01-01, kalender: atw}]`.
    Wat nu: vul in organisatie.yaml de kalender in.
    """
    for bestand in kijk.register.van(Organisatie):
        if not any(keuze.vanaf <= kijk.vandaag for keuze in bestand.record.kalender):
            yield Bevond(
                bestand.plek("kalender"),
                "voor vandaag is geen kalender gekozen; clm rekent met atw",
                "kies een kalender",
            )


def _afgesproken(bron: Bestand[Contractkaart | Overeenkomst], regime: Regime | None) -> Afwijkingen:
    """The deviations of one card, with what the regime they deviate from has."""
    for nr, rij in enumerate(bron.record.afwijkingen) if regime else ():
        yield bron.plek("afwijkingen", nr), rij, regime or Regime.onbekend()


def _in_dossier(blik: Dossierblik) -> Afwijkingen:
    for contract in blik.dossier.contracten:
        yield from _afgesproken(contract.kaart, contract.regime or None)


def _buiten(kijk: Kijk, _: Sequence[Any]) -> Afwijkingen:
    regimes = kijk.register.regimes
    for bundel in kijk.register.overeenkomsten.values():
        yield from _afgesproken(bundel.kaart, regimes.get(bundel.kaart.record.regime))


@regel("TRM307", WAARSCHUWING, Vorm(_in_dossier, _buiten))
def afwijking_van_een_termijn_die_er_niet_is(
    plek: Plek, rij: Termijnafwijking, regime: Regime
) -> Iterator[Bevond]:
    """Een afgesproken afwijking noemt een termijn die het regime niet heeft.

    Waarom: wat is afgesproken, geldt dan nergens, en de termijn van het regime loopt door.
    Fout: `afwijkingen: [{termijn: eigen, naam: oordel, …}]` terwijl de eigen termijn oordeel heet.
    Goed: een soort die het regime heeft; bij meer eigen termijnen ook de naam van die ene.
    Wat nu: verbeter de soort of de naam; clm regime toon toont de termijnen.
    """
    soort = [termijn for termijn in regime.termijnen if termijn.soort == rij.termijn]
    namen = sorted({termijn.naam for termijn in soort if termijn.naam})
    if not soort:
        eigen = sorted({termijn.soort for termijn in regime.termijnen})
        zin = f"{regime.id} heeft geen termijn '{rij.termijn}'"
        yield Bevond(plek, zin, f"kies uit {', '.join(eigen)}" if eigen else "haal hem weg")
    elif rij.naam and rij.naam not in namen:
        zin = f"{regime.id} heeft geen termijn '{rij.termijn}' met de naam '{rij.naam}'"
        anders = f"kies uit {', '.join(namen)}" if namen else "laat de naam weg"
        yield Bevond(plek, zin, van_spelling(rij.naam, namen, anders))
