"""Floor 4, briefdelen_stap: the parts of a letter that rest on the measure it makes known.

Severity, terms, money, scope, grounds.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from clm_cli.derivations.brieven.delen import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie import voorwaarden_bewijs
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.vervolg import genomen
from clm_cli.derivations.escalatie.voorwaarden import reeks_van
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Bewijs
from clm_cli.tijd.datum import bedrag as in_euro
from clm_cli.tijd.datum import datum_lang, datum_vol, getal

_DAG = timedelta(days=1)


def ernst(i: Inhoud) -> Gevonden:
    """De ernst van de tekortkoming."""
    over = i.maatregel.overslaan if i.maatregel else None
    gezegd = (i.maatregel.ernst if i.maatregel else None) or (over.ernst if over else None)
    return (gezegd,) if gezegd else Mist("ernst", bij_maatregel(i, "ernst=…"))


def evenredigheid(i: Inhoud) -> Gevonden:
    """Waarom deze maatregel past en niet zwaarder is dan nodig."""
    return (i.maatregel.reden,) if i.maatregel else Mist("reden", bij_maatregel(i, "reden=…"))


def overslaan(i: Inhoud) -> Gevonden:
    """Welke treden zijn overgeslagen, en waarom."""
    return (i.maatregel.overslaan.reden,) if i.maatregel and i.maatregel.overslaan else ()


def afwijkingen(i: Inhoud) -> Gevonden:
    """Waar gemotiveerd van is afgeweken."""
    return tuple(rij.reden for rij in i.maatregel.afwijkingen) if i.maatregel else ()


def ingang(i: Inhoud) -> Gevonden:
    """Vanaf wanneer de maatregel geldt."""
    return (
        (datum_vol(i.maatregel.ingaat),)
        if i.maatregel
        else Mist("ingaat", bij_maatregel(i, "ingaat=…"))
    )


def hersteltermijn(i: Inhoud) -> Gevonden:
    """De dag waarop elke tekortkoming hersteld moet zijn."""
    dagen = i.dagen_van("herstel")
    zonder = [t.id for t in i.tekortkomingen if t.id not in {d.tekortkoming for d in dagen}]
    return (
        Mist(
            f"hersteltermijnen ({', '.join(zonder)})",
            bij_maatregel(i, "hersteltermijnen=tekortkoming=… termijn=… redelijk=…"),
        )
        if zonder or not dagen
        else tuple(datum_lang(d.uiterlijk) for d in dagen)
    )


def redelijk(i: Inhoud) -> Gevonden:
    """Waarom die termijn redelijk is."""
    rijen = i.maatregel.hersteltermijnen if i.maatregel else ()
    return tuple(rij.redelijk for rij in rijen) or Mist(
        "redelijk (hersteltermijnen)",
        bij_maatregel(i, "hersteltermijnen=tekortkoming=… termijn=… redelijk=…"),
    )


def verzuim(i: Inhoud) -> Gevonden:
    """Vanaf welke dag verzuim intreedt."""
    return tuple(datum_lang(d.uiterlijk + _DAG) for d in i.dagen_van("herstel")) or Mist(
        "hersteltermijnen", bij_maatregel(i, "hersteltermijnen=tekortkoming=… termijn=… redelijk=…")
    )


def verzuimgrond(i: Inhoud) -> Gevonden:
    """Waarom geen termijn nodig is."""
    grond = i.maatregel.verzuimgrond if i.maatregel else None
    return (
        (grond.artikel, grond.reden)
        if grond
        else Mist("verzuimgrond", bij_maatregel(i, "verzuimgrond=artikel=… reden=…"))
    )


def verzuim_vanaf(i: Inhoud) -> Gevonden:
    """Vanaf wanneer de aanbieder in verzuim is."""
    if i.escalatie is None:
        return Mist("escalatie", "noem de escalatie op de kaart van de brief")
    stand = stand_van(blik_op(i.register, i.dossier, i.dag), i.escalatie)
    dagen = {
        t.id: [r.vanaf for r in stand.herstel if r.tekortkoming == t.id and r.vanaf]
        for t in i.tekortkomingen
    }
    leeg = [id_ for id_, rij in dagen.items() if not rij]
    return (
        Mist(f"verzuim van {', '.join(leeg)}", f"clm escalatie beoordeling {i.dossier.id}")
        if leeg
        else tuple(datum_vol(min(rij)) for rij in dagen.values())
    )


def gevolgen(i: Inhoud) -> Gevonden:
    """De gevolgen van verzuim."""
    return "aansprakelijk", "6:74", "verzuim"


def verzuimstand(i: Inhoud) -> Gevonden:
    """Sinds wanneer verzuim bestaat, of waarom het niet nodig is."""
    rijen = [verzuim_of_reden(i, t.id) for t in i.tekortkomingen]
    leeg = [t.id for t, rij in zip(i.tekortkomingen, rijen, strict=True) if rij is None]
    if leeg:
        return Mist(
            f"verzuim van {', '.join(leeg)}, of waarom het niet nodig is",
            (
                f"clm escalatie beoordeling {i.dossier.id}, of "
                f"{bij_maatregel(i, 'afwijkingen=voorwaarde=verzuim reden=… door=… datum=…')}"
            ),
        )
    return tuple(datum_vol(rij) if isinstance(rij, date) else rij for rij in rijen if rij)


def verzuim_of_reden(i: Inhoud, tekortkoming: str) -> date | str | None:
    """Since when a shortcoming is in default, else why this measure does not need that.

    None when neither is recorded.
    """
    assert i.escalatie
    stand = stand_van(blik_op(i.register, i.dossier, i.dag), i.escalatie)
    dagen = [
        r.vanaf
        for r in stand.herstel
        if r.tekortkoming == tekortkoming and r.vanaf and r.verzuim.antwoord == "ja"
    ]
    redenen = (
        [rij.reden for rij in i.maatregel.afwijkingen if rij.voorwaarde == "verzuim"]
        if i.maatregel
        else []
    )
    return min(dagen) if dagen else next(iter(redenen), None)


def eisenoordeel(i: Inhoud) -> Gevonden:
    """Het gemotiveerde oordeel, of de kwartalen waarop het verzoek rust."""
    if i.maatregel and i.maatregel.eisenoordeel:
        return (i.maatregel.eisenoordeel.reden,)
    stap = stap_van(i)
    reeks = reeks_van(stap) if stap else None
    return (
        (reeks.tekst,)
        if reeks and reeks.antwoord == "ja"
        else Mist(
            "eisenoordeel",
            (
                f"{bij_maatregel(i, 'eisenoordeel=eisen=… reden=…')}, of leg de cijfers van twee "
                "kwartalen vast"
            ),
        )
    )


def stap_van(i: Inhoud) -> Stap | None:
    """The measure as a step of the ladder, on its own day."""
    weg = (
        genomen(i.register, i.dossier, i.escalatie, i.zaak.maatregel)
        if i.zaak and i.escalatie
        else None
    )
    return weg.stap if weg else None


def voorwaarden(i: Inhoud) -> Gevonden:
    """De harde voorwaarden van de maatregel."""
    weg = (
        genomen(i.register, i.dossier, i.escalatie, i.zaak.maatregel)
        if i.zaak and i.escalatie
        else None
    )
    mist = (
        [
            f"{rij.naam} ({rij.uitspraak.tekst})"
            for rij in weg.voorwaarden
            if rij.hard and rij.uitspraak.antwoord != "ja"
        ]
        if weg
        else []
    )
    return Mist("; ".join(mist), f"clm controleer {i.dossier.id}") if mist else ()


def vordering(i: Inhoud) -> Gevonden:
    """De opeisbare vordering en de samenhang."""
    geld = i.maatregel.geldelijk if i.maatregel else None
    return (
        (geld.vordering,)
        if geld and geld.vordering
        else Mist("geldelijk (vordering)", bij_maatregel(i, "geldelijk=…"))
    )


def deel(i: Inhoud) -> Gevonden:
    """Het bedrag of deel, en waarom."""
    geld = i.maatregel.geldelijk if i.maatregel else None
    if geld is None or (geld.bedrag is None and geld.procent is None):
        return Mist("geldelijk (bedrag of procent)", bij_maatregel(i, "geldelijk=…"))
    return (
        in_euro(geld.bedrag)
        if geld.bedrag is not None
        else f"{getal(geld.procent or Decimal(0))} %",
        geld.reden,
    )


def bedrag(i: Inhoud) -> Gevonden:
    """Het bedrag."""
    geld = i.maatregel.geldelijk if i.maatregel else None
    return (
        (in_euro(geld.bedrag),)
        if geld and geld.bedrag is not None
        else Mist("geldelijk (bedrag)", bij_maatregel(i, "geldelijk=…"))
    )


def rechtvaardiging(i: Inhoud) -> Gevonden:
    """Waarom de situatie dit bedrag rechtvaardigt."""
    geld = i.maatregel.geldelijk if i.maatregel else None
    return (geld.reden,) if geld else Mist("geldelijk (reden)", bij_maatregel(i, "geldelijk=…"))


def maximum(i: Inhoud) -> Gevonden:
    """Het maximum, met de berekening."""
    stap = stap_van(i)
    uit = voorwaarden_bewijs.maximum(stap) if stap else None
    return (
        (uit.tekst,)
        if uit and uit.antwoord == "ja"
        else Mist(
            "grondslag van het maximum",
            (
                "leg de omzet vast bij 'grondslagen' op de kaart van het contract, en de lezingen "
                f"({uit.tekst if uit else 'onbekend'})"
            ),
        )
    )


def facturen(i: Inhoud) -> Gevonden:
    """De lijst van facturen, elk met grond en bedrag."""
    stap = stap_van(i)
    rijen = voorwaarden_bewijs.facturen(stap) if stap else []
    if not rijen:
        return Mist("facturen", f"clm escalatie facturen {i.dossier.id}")
    return (
        *(regel.nummer for regel, _ in rijen),
        in_euro(sum((regel.bedrag for regel, _ in rijen), Decimal(0))),
    )


def betaaltermijn(i: Inhoud) -> Gevonden:
    """De dag waarop uiterlijk moet zijn betaald."""
    dagen = i.dagen_van("betaling")
    return (
        (datum_lang(dagen[0].uiterlijk),)
        if dagen
        else Mist("termijnen (betaling)", "geef --termijn \"soort=betaling termijn='30 dagen'\"")
    )


def risico(i: Inhoud) -> Gevonden:
    """Het risico voor veiligheid of kwaliteit."""
    rijen = [
        t
        for t in i.tekortkomingen
        if set(t.soort) & {"veiligheid", "kwaliteit"} or t.raakt_veiligheid == "ja"
    ]
    return tuple(t.wat for t in rijen) or Mist(
        "soort (tekortkomingen)", f"clm escalatie tekortkoming {i.dossier.id}"
    )


def reikwijdte(i: Inhoud) -> Gevonden:
    """Wat er stopt, wanneer dat eindigt, en wanneer het opnieuw wordt bekeken."""
    rij = i.maatregel.reikwijdte if i.maatregel else None
    leeg = [
        naam
        for naam in ("wat", "eindigt_als", "herzien")
        if rij is None or getattr(rij, naam) is None
    ]
    if rij is None or rij.eindigt_als is None or rij.herzien is None:
        return Mist(
            f"reikwijdte ({', '.join(leeg)})",
            bij_maatregel(i, "reikwijdte=wat=… eindigt_als=… herzien=…"),
        )
    return rij.wat, rij.eindigt_als, datum_vol(rij.herzien)


def ontvangers(i: Inhoud) -> Gevonden:
    """De aanbieders die cliënten overnemen."""
    rij = i.maatregel.reikwijdte if i.maatregel else None
    return (
        rij.ontvangers
        if rij and rij.ontvangers
        else Mist(
            "reikwijdte (ontvangers)", bij_maatregel(i, "reikwijdte=wat=… eindigt_als=… herzien=…")
        )
    )


def zorglandschap(i: Inhoud) -> Gevonden:
    """De gevolgen voor een stabiel, beschikbaar en toegankelijk zorglandschap."""
    rij = i.maatregel.zorglandschap if i.maatregel else None
    delen = (rij.stabiel, rij.beschikbaar, rij.toegankelijk) if rij else ()
    return (
        tuple(d for d in delen if d)
        if rij and all(delen)
        else Mist(
            "zorglandschap",
            bij_maatregel(i, "zorglandschap=stabiel=… beschikbaar=… toegankelijk=…"),
        )
    )


def gronden(i: Inhoud) -> Gevonden:
    """De gronden waarop de maatregel berust."""
    return grondtitels(i) or Mist("gronden", bij_maatregel(i, "gronden=…"))


def grondtitels(i: Inhoud) -> tuple[str, ...]:
    """The grounds in the words of the contract; an own ground as it was given."""
    namen = {
        g.id: g.titel for g in (i.zaak.instrument.gronden if i.zaak and i.zaak.instrument else ())
    }
    return tuple(namen.get(g, g) for g in (i.maatregel.gronden if i.maatregel else ()))


def bewijs(i: Inhoud) -> Gevonden:
    """De vorm van bewijs, met wie het vaststelde."""
    rijen = bewijzen(i)
    if rijen:
        return tuple(
            tekst
            for feit, titel in rijen
            for tekst in (
                titel,
                feit.record.vastgesteld_door or "",
                datum_vol(feit.record.vastgesteld_op) if feit.record.vastgesteld_op else "",
            )
        )
    afgeweken = i.maatregel is not None and any(
        rij.voorwaarde == "bewijs" for rij in i.maatregel.afwijkingen
    )
    return () if afgeweken else Mist("bewijs", f"clm escalatie bewijs {i.dossier.id}")


def bewijzen(i: Inhoud) -> list[tuple[Any, str]]:
    """The evidence that carries this measure, with the title of its form."""
    vormen = {v.id: v for v in (i.contract.regime.bewijsvormen if i.contract.regime else ())}
    soorten = i.zaak.instrument.bewijs if i.zaak and i.zaak.instrument else ()
    ids = {t.id for t in i.tekortkomingen}
    alle = [f for f in (i.escalatie.van(Bewijs) if i.escalatie else ()) if f.record.datum <= i.dag]
    feiten_ = [f for f in alle if not f.record.tekortkomingen or ids & set(f.record.tekortkomingen)]
    return [
        (f, vormen[f.record.vorm].titel)
        for f in feiten_
        if f.record.vorm in vormen and vormen[f.record.vorm].hoort_bij in soorten
    ]


def uiterste(i: Inhoud) -> Gevonden:
    """Waarom herstel niet mogelijk is en niets lichters volstaat."""
    if i.maatregel and i.maatregel.uiterste:
        return (i.maatregel.uiterste,)
    afgeweken = i.maatregel is not None and any(
        rij.voorwaarde == "uiterste-middel" for rij in i.maatregel.afwijkingen
    )
    return () if afgeweken else Mist("uiterste", bij_maatregel(i, "uiterste=…"))
