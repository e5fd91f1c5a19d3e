"""Floor 5, rules on what a case rests on beside its measures: evidence, plans, disputes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie import contactpost
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.planregel import mist
from clm_cli.derivations.escalatie.voorwaarden.bewijs import van_bevoegde
from clm_cli.derivations.escalatie.voorwaardeopdracht import verbeter
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    contract_van,
    genomen_in,
    gesloten,
    instrumenten,
)
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beoordeling, Bewijs, Geschil, Reactie, Verbeterplan
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regimeregels import Planregel
from clm_cli.rules.escalatie.vormen import per_escalatie, per_maatregel
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_vol

_ZONDER_VASTSTELLER = "wie het vaststelde, staat er niet bij"
_VASTSTELLING = ("vastgesteld_door=…", "vastgesteld_op=…")


@regel("LAD408", WAARSCHUWING, per_escalatie)
def bewijs_door_de_verkeerde_vastgesteld(
    blik: Dossierblik, escalatie: Escalatie
) -> Iterator[Bevond]:
    """Bewijs is vastgesteld door een ander dan het contract noemt.

    Waarom: voor sommige vormen van bewijs zegt het contract wie het vaststelt; een ander telt dan
    niet.
    Fout: onveiligheid, vastgesteld door de aanbieder zelf.
    Goed: onveiligheid, vastgesteld door de IGJ of een gemeentelijk toezichthouder.
    Wat nu: vraag de vaststelling bij de juiste instantie, of gebruik een andere vorm.
    """
    contract = contract_van(blik.dossier, escalatie)
    rijen = contract.regime.bewijsvormen if contract else ()
    vormen = {rij.id: rij for rij in rijen}
    for feit in escalatie.van(Bewijs):
        vorm = vormen.get(feit.record.vorm)
        if vorm is None:
            continue
        door = van_bevoegde(blik, escalatie, feit, vorm.vaststellers)
        if door.antwoord != "ja":
            gezegd = feit.record.vastgesteld_door
            zin = f" is vastgesteld door {gezegd}" if gezegd else f": {_ZONDER_VASTSTELLER}"
            beter = verbeter(blik.dossier.id, feit.stam, *_VASTSTELLING)
            ander = zaakopdracht(blik.dossier, escalatie, "bewijs")
            yield Bevond(
                feit.plek(),
                f"{vorm.titel}{zin}; het contract noemt {' of '.join(vorm.vaststellers)}"
                + (f"; {door.tekst}" if door.antwoord == "onbekend" else ""),
                advies("{ander}  of, als hij het toch is,  {beter}", ander=ander, beter=beter)
                if gezegd
                else beter,
                (Reden(vorm.grond.tekst),),
                vorm.grond.eis,
            )


@regel("LAD444", WAARSCHUWING, per_escalatie)
def bezwaar_of_herstel_alleen_in_een_contact(
    blik: Dossierblik, escalatie: Escalatie
) -> Iterator[Bevond]:
    """In een telefoontje of mail van de aanbieder gaat het over bezwaar of herstel, en meer niet.

    Waarom: een bezwaar of herstelmelding telt ook als zij anders dan per brief binnenkomt. Zolang
    niemand vastlegt wat het was, is onbekend of er verzuim is.
    Fout: een mail 'wij maken bezwaar' als contact, en geen bezwaar bij de escalatie.
    Goed: een bezwaar of herstelmelding van dezelfde dag, bij een mondeling bezwaar met
    `schriftelijk: nee`; of bij het contact `gaat_om: [anders]`.
    Wat nu: leg het bezwaar of het herstel vast, of zeg bij het contact waar het wel om ging.
    """
    if gesloten(escalatie):
        return
    posten = {
        feit.pad: (feit, wat)
        for genomen in genomen_in(blik, escalatie)
        for feit, wat in contactpost.contactposten(genomen)
    }
    for feit, wat in posten.values():
        yield Bevond(
            feit.plek("kern"),
            contactpost.zin((feit, wat)),
            advies(
                "{vast}  of, was het dat niet,  {anders}",
                vast=zaakopdracht(blik.dossier, escalatie, wat),
                anders=opdracht(
                    "correctie", blik.dossier.id, feit.id, wordt="gaat_om=anders", reden="…"
                ),
            ),
        )


@regel("LAD410", WAARSCHUWING, per_escalatie)
def directie_ontbrak_bij_geschil(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Bij het gesprek over een geschil ontbreekt de directie van een van beide kanten.

    Waarom: het contract vraagt een gesprek op directieniveau tussen beide partijen.
    Fout: een gehouden gesprek zonder `directie_aanbieder`.
    Goed: van beide kanten een naam op directieniveau.
    Wat nu: leg vast wie erbij waren, of houd het gesprek met beide directies.
    """
    contract = contract_van(blik.dossier, escalatie)
    regels = regimetermijnen(contract, "directiegesprek") if contract else ()
    if not regels:
        return
    for feit in escalatie.van(Geschil):
        kanten = (
            ("onze directie", "directie_opdrachtgever"),
            ("hun directie", "directie_aanbieder"),
        )
        zonder = [(naam, veld) for naam, veld in kanten if getattr(feit.record, veld) is None]
        mist = " en ".join(naam for naam, _ in zonder)
        if feit.record.gehouden and mist:
            yield Bevond(
                feit.plek("gehouden"),
                f"bij het gesprek is niet vastgelegd wie namens {mist} aanwezig was",
                opdracht(
                    "correctie", blik.dossier.id, feit.id, wordt=f"{zonder[0][1]}=…", reden="…"
                ),
                grond=regels[0].grond.eis,
            )


@regel("LAD411", WAARSCHUWING, per_escalatie)
def plan_of_oordeel_niet_volledig(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een verbeterplan of het oordeel daarover is niet volledig.

    Waarom: het contract vraagt dat deze punten uitdrukkelijk in het plan staan, en soms waarop het
    wordt beoordeeld.
    Fout: een punt zonder `uiterlijk`.
    Goed: elk punt heeft tekortkoming, oplossing en dag; waar het contract dat vraagt ook een SMART
    doel en akkoord van de directie, en een oordeel per criterium: adequaat, uitvoerbaar,
    deskundigheidsniveau.
    Wat nu: vraag de aanbieder om aanvulling, en beoordeel het plan per punt.
    """
    for plan in escalatie.van(Verbeterplan):
        mist = [*_planmist(blik, escalatie, plan), *_oordeelmist(blik, escalatie, plan)]
        if mist:
            yield Bevond(
                plan.plek("punten"),
                f"het plan of het oordeel erover is niet volledig: {', '.join(mist)}",
                zaakopdracht(blik.dossier, escalatie, "beoordeling", plan, over="verbeterplan"),
                grond=_plangrond(blik, escalatie),
            )


def _plangrond(blik: Dossierblik, escalatie: Escalatie) -> str | None:
    contract = contract_van(blik.dossier, escalatie)
    regels = regimetermijnen(contract, "verbeterplan") if contract else ()
    return eis_van(*(rij.grond for rij in regels))


@regel("LAD433", WAARSCHUWING, per_maatregel)
def antwoord_niet_volledig(z: Genomen) -> Iterator[Bevond]:
    """Het antwoord van de aanbieder mist de verklaring of de herstelmaatregelen.

    Waarom: het contract vraagt beide; wie er één stuurt, heeft op tijd maar niet volledig
    geantwoord.
    Fout: `verklaring: ja` en `herstelmaatregelen: nee`, en daarna niets meer.
    Goed: een antwoord met beide, of een aanvulling met wat ontbrak.
    Wat nu: vraag de aanbieder om wat ontbreekt, en leg de aanvulling vast met clm escalatie
    reactie.
    """
    termijn = regeltermijn(z, "reactie")
    if termijn is None or gesloten(z.escalatie):
        return
    rijen = z.bij(Reactie)
    for veld in ("verklaring", "herstelmaatregelen"):
        if rijen and all(getattr(f.record, veld) == "nee" for f in rijen):
            laatste = max(rijen, key=lambda f: (f.record.ontvangen, f.pad))
            yield Bevond(
                laatste.plek(veld),
                f"het antwoord op {z.naam} heeft geen {veld}",
                zaakopdracht(z.dossier, z.escalatie, "reactie", z.maatregel),
                grond=termijn.grond.eis,
            )


def _planmist(
    blik: Dossierblik, escalatie: Escalatie, plan: Bestand[Verbeterplan]
) -> Iterator[str]:
    """What the plan itself lacks."""
    record = plan.record
    # J39, S13: each shortcoming that was asked about, with how it is mended.
    doel = blik.dossier.vind(record.bij, plan.pad)
    gevraagd = (
        doel.bestand.record.tekortkomingen
        if doel and isinstance(doel.bestand.record, Maatregel)
        else ()
    )
    met_punt = {punt.tekortkoming for punt in record.punten}
    yield from (f"geen punt voor {id_}" for id_ in gevraagd if id_ not in met_punt)
    yield from (f"{punt.id} zonder oplossing" for punt in record.punten if not punt.oplossing)
    # J39, S13: in which term it is mended; a day of before the plan is no term
    yield from (
        f"{punt.id} tot een dag van vóór het plan"
        for punt in record.punten
        if punt.uiterlijk and punt.uiterlijk < record.ontvangen
    )
    zinnen = (zin for rij in _gevraagd(blik, escalatie, plan) for _, zin in mist(rij, record))
    yield from dict.fromkeys(zinnen)


def _oordeelmist(
    blik: Dossierblik, escalatie: Escalatie, plan: Bestand[Verbeterplan]
) -> Iterator[str]:
    """What the judgement of a plan lacks, once there is one."""
    feiten = [
        f
        for f in bij(blik.dossier, escalatie, Beoordeling, plan)
        if f.record.over == "verbeterplan"
    ]
    oordelen = {oordeel.criterium for feit in feiten for oordeel in feit.record.oordelen}
    for regel_ in _gevraagd(blik, escalatie, plan) if oordelen else ():
        for deel in regel_.onderdelen:
            if deel.leest == "oordeel" and deel.id not in oordelen:
                yield f"geen oordeel over '{deel.id}'"
            if deel.leest == "directie" and (dag := _akkoord_daarna(plan.record, feiten)):
                yield f"het akkoord van de directie ({datum_vol(dag)}) is van na ons oordeel"


def _akkoord_daarna(plan: Verbeterplan, oordelen: Sequence[Bestand[Beoordeling]]) -> date | None:
    """When the directors agreed, where that was after all that we said of their plan (S12)."""
    dag, laatst = plan.directie_datum, max(f.record.datum for f in oordelen)
    return dag if dag and dag > laatst else None


def _gevraagd(
    blik: Dossierblik, escalatie: Escalatie, plan: Bestand[Verbeterplan]
) -> tuple[Planregel, ...]:
    """What the instrument that asked for the plan wants in it; if none is found, what any wants."""
    contract = contract_van(blik.dossier, escalatie)
    doel = blik.dossier.waarbij(plan)
    vraagt = doel.record if doel else None
    naam = vraagt.instrument if isinstance(vraagt, Maatregel) else None
    return tuple(
        i.plan for _, i in instrumenten(contract) if naam in (None, i.instrument) and i.plan
    )
