"""Floor 6, uitvoering: plans point by point, money, and who carries a measure out."""

from __future__ import annotations

from clm_cli.derivations.escalatie.intensiveringen import extra_gesprekken
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.uitvoeringen import geldstand, planpunten, uitvoerders
from clm_cli.derivations.zinnen import aantal
from clm_cli.tijd.datum import bedrag, datum_vol, getal
from clm_cli.views.escalatie.blad import Escalatieblad
from clm_cli.views.opmaak import Papier, zin


def uitvoering(papier: Papier, blad: Escalatieblad) -> list[str]:
    """More contact, plans point by point, money, and the municipalities that carry out a stop."""
    uit = [
        regel
        for m in blad.stand.maatregelen
        for regel in (
            *_contact(papier, m),
            *_plan(papier, m),
            *_geld(papier, m),
            *_stop(papier, blad, m),
        )
    ]
    return [*papier.titel("UITVOERING"), *uit] if uit else []


def _contact(papier: Papier, m: Maatregelstand) -> list[str]:
    gezegd = m.genomen.record.intensivering
    if gezegd is None:
        return []
    rijen = [f"{datum_vol(rij.dag)} {rij.stand}" for rij in extra_gesprekken(m.genomen)]
    extra = f"; extra gesprekken: {', '.join(rijen)}" if rijen else "; geen extra gesprekken"
    tekst = f"{gezegd.contact}, tot en met {datum_vol(gezegd.tot)}{extra}"
    return papier.alinea(tekst, 2, "contact  ")


def _plan(papier: Papier, m: Maatregelstand) -> list[str]:
    uit = []
    for rij in planpunten(m.genomen):
        punt = rij.punt
        dag = f"uiterlijk {datum_vol(punt.uiterlijk)}" if punt.uiterlijk else "zonder dag"
        uit += papier.alinea(
            f"{punt.id} ({punt.tekortkoming}): {punt.hoe}, {dag}; plan "
            f"voldoet: {rij.plan}; uitgevoerd: {rij.uitvoering}",
            2,
            "plan  ",
        )
    return uit


def _geld(papier: Papier, m: Maatregelstand) -> list[str]:
    geld = geldstand(m.genomen)
    if not geld:
        return []
    gevraagd = (
        bedrag(geld.geldelijk.bedrag)
        if geld.geldelijk.bedrag is not None
        else f"{getal(geld.geldelijk.procent)} %"
        if geld.geldelijk.procent is not None
        else "bedrag niet genoemd"
    )
    voldaan = f"; voldaan {bedrag(geld.voldaan)}" if geld.voldaan else ""
    van = f" van facturen van {bedrag(geld.facturen)}" if geld.facturen is not None else ""
    voldaan += f"; ingehouden {bedrag(geld.ingehouden)}{van}" if geld.ingehouden else ""
    vraagt = geld.open is not None and m.toestand != "ingetrokken" and not _houdt_in(m)
    rest = f"; open {bedrag(geld.open)}" if vraagt and geld.open is not None else ""
    naam = m.genomen.record.instrument
    return papier.alinea(
        f"{naam}: {gevraagd}{voldaan}{rest}. {zin(geld.geldelijk.reden)}", 2, "geld  "
    )


def _houdt_in(m: Maatregelstand) -> bool:
    """Whether the money is kept back and not asked: then nothing is open to be paid."""
    geldelijk = m.genomen.record.geldelijk
    return geldelijk is not None and geldelijk.vordering is not None


def _stop(papier: Papier, blad: Escalatieblad, m: Maatregelstand) -> list[str]:
    record = m.genomen.record
    if not record.reikwijdte:
        return []
    klaar, mist = uitvoerders(m.genomen)
    wie = f"; nog niet: {', '.join(blad.gemeente(g) for g in mist)}" if mist else ""
    return papier.alinea(
        f"{m.genomen.naam} ({record.reikwijdte.wat}): uitgevoerd door "
        f"{len(klaar)} van {aantal(len(klaar) + len(mist), 'gemeente', 'gemeenten')}{wie}",
        2,
        "stop  ",
    )
