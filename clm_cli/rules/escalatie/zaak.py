"""Floor 5, rules on the ladder: what stands in a case beside its measures.

Opening, evidence, plans, objections.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.aanleidingen import aanleiding
from clm_cli.derivations.escalatie.zaken import bij, contract_van, gesloten, instrumenten
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Correctie, Feit
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Betaling,
    Bewijs,
    Bezwaar,
    Geschil,
    Heropening,
    Hervatting,
    Onderzoek,
    Opening,
    Opheffing,
    Reactie,
    Schorsing,
    Sluiting,
    Uitvoering,
    Verbeterplan,
    Wederhoor,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Dossier, Escalatie, Register
from clm_cli.rules.regel import Bevond
from clm_cli.tijd.datum import datum_lang


def lad406(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een maatregel staat in een escalatie die toen gesloten was.

    Waarom: een sluiting beëindigt alle maatregelen; een nieuwe stap vraagt eerst een heropening.
    Fout: een maatregel van na de sluiting, zonder heropening.
    Goed: eerst clm escalatie heropening, met de reden.
    Wat nu: heropen de escalatie, of open een nieuwe.
    """
    for escalatie in dossier.escalaties:
        sluitingen = [f.record.datum for f in escalatie.van(Sluiting)]
        open_ = [f.record.datum for f in escalatie.van(Heropening)]
        for maatregel in escalatie.van(Maatregel):
            dag = maatregel.record.datum
            dicht = max((d for d in sluitingen if d < dag), default=None)
            if dicht and not any(dicht <= d <= dag for d in open_):
                yield Bevond(
                    maatregel.plek("datum"),
                    f"de escalatie was gesloten op {datum_lang(dicht)}",
                    f"clm escalatie heropening {dossier.id}",
                )


def lad407(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """De contracten van een escalatie vallen niet onder één regime.

    Waarom: een escalatie volgt één ladder; twee contracten met een ander regime vragen twee
    escalaties.
    Fout: `contracten: [ambulant, advies]` onder twee regimes.
    Goed: per regime een eigen escalatie.
    Wat nu: open voor het andere contract een eigen escalatie.
    """
    for escalatie in dossier.escalaties:
        for opening in escalatie.van(Opening):
            contracten = [dossier.contract(id_) for id_ in opening.record.contracten]
            regimes = {c.regime.id for c in contracten if c and c.regime}
            if len(regimes) > 1:
                yield Bevond(
                    opening.plek("contracten"),
                    f"deze contracten vallen onder {', '.join(sorted(regimes))}",
                    f"clm escalatie opening {dossier.id}",
                )


def lad408(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bewijs is vastgesteld door een ander dan het contract noemt.

    Waarom: voor sommige vormen van bewijs zegt het contract wie het vaststelt; een ander telt dan
    niet.
    Fout: onveiligheid, vastgesteld door de aanbieder zelf.
    Goed: onveiligheid, vastgesteld door de IGJ of een gemeentelijk toezichthouder.
    Wat nu: vraag de vaststelling bij de juiste instantie, of gebruik een andere vorm.
    """
    for escalatie in dossier.escalaties:
        contract = contract_van(dossier, escalatie)
        vormen = {
            v.id: v for v in (contract.regime.bewijsvormen if contract and contract.regime else ())
        }
        for feit in escalatie.van(Bewijs):
            vorm = vormen.get(feit.record.vorm)
            if vorm and not vorm.erkent(feit.record.vastgesteld_door):
                zin = (
                    f"{vorm.titel} is vastgesteld door "
                    f"{feit.record.vastgesteld_door or 'niemand'}; het contract noemt "
                    f"{' of '.join(vorm.vaststellers)}"
                )
                yield Bevond(
                    feit.plek(),
                    zin,
                    f"clm escalatie bewijs {dossier.id}",
                    (Reden(vorm.grond.tekst),),
                    vorm.grond.eis,
                )


def lad410(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij het gesprek over een geschil ontbreekt de directie van een van beide kanten.

    Waarom: het contract vraagt een gesprek op directieniveau tussen beide partijen.
    Fout: een gehouden gesprek zonder `directie_aanbieder`.
    Goed: van beide kanten een naam op directieniveau.
    Wat nu: leg vast wie erbij waren, of houd het gesprek met beide directies.
    """
    for escalatie in dossier.escalaties:
        contract = contract_van(dossier, escalatie)
        if contract is None or not regimetermijnen(contract, "directiegesprek"):
            continue
        for feit in escalatie.van(Geschil):
            record = feit.record
            mist = [
                naam
                for naam, wie in (
                    ("onze directie", record.directie_opdrachtgever),
                    ("hun directie", record.directie_aanbieder),
                )
                if wie is None
            ]
            if record.gehouden and mist:
                yield Bevond(
                    feit.plek("gehouden"),
                    (
                        f"bij het gesprek is niet vastgelegd wie namens {' en '.join(mist)} "
                        "aanwezig was"
                    ),
                    f"clm escalatie geschil {dossier.id}",
                )


def lad411(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een verbeterplan of het oordeel daarover is niet volledig.

    Waarom: het contract vraagt dat deze punten uitdrukkelijk in het plan staan, en soms waarop het
    wordt beoordeeld.
    Fout: een punt zonder `uiterlijk`.
    Goed: elk punt heeft tekortkoming, oplossing en dag; waar het contract dat vraagt ook een SMART
    doel en akkoord van de directie,
    en een oordeel per criterium: adequaat, uitvoerbaar, deskundigheidsniveau.
    Wat nu: vraag de aanbieder om aanvulling, en beoordeel het plan per punt.
    """
    for escalatie in dossier.escalaties:
        for plan in escalatie.van(Verbeterplan):
            eisen = _plan(dossier, escalatie, plan, "planeisen")
            mist = [
                f"{punt.id} zonder dag"
                for punt in plan.record.punten
                if "termijn" in eisen and punt.uiterlijk is None
            ]
            mist += [
                f"{punt.id} zonder SMART doel"
                for punt in plan.record.punten
                if "doel" in eisen and punt.doel is None
            ]
            if "directie" in eisen and (
                plan.record.directie_naam is None or plan.record.directie_datum is None
            ):
                mist.append("geen akkoord van de directie met naam en dag")
            oordelen = {
                o.criterium
                for f in bij(dossier, escalatie, Beoordeling, plan)
                if f.record.over == "verbeterplan"
                for o in f.record.oordelen
            }
            if oordelen:
                mist += [
                    f"geen oordeel over '{naam}'"
                    for naam in _plan(dossier, escalatie, plan, "planoordelen")
                    if naam not in oordelen
                ]
            if mist:
                yield Bevond(
                    plan.plek("punten"),
                    f"het plan of het oordeel erover is niet volledig: {', '.join(mist)}",
                    f"clm escalatie beoordeling {dossier.id}",
                )


def _plan(
    dossier: Dossier, escalatie: Escalatie, plan: Bestand[Verbeterplan], lijst: str
) -> tuple[str, ...]:
    """What the instrument that asked for the plan wants in it, or judged of it.

    Where that is not found, what any instrument wants.
    """
    contract = contract_van(dossier, escalatie)
    doel = dossier.vind(plan.record.bij, plan.pad)
    naam = (
        doel.bestand.record.instrument
        if doel and isinstance(doel.bestand.record, Maatregel)
        else None
    )
    rijen = [i for _, i in instrumenten(contract)] if contract else []
    return tuple(eis for i in rijen if naam in (None, i.instrument) for eis in getattr(i, lijst))


def lad413(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een escalatie berust op een aanleiding waarvan geen signaal of reeks is vastgelegd.

    Waarom: de ladder begint bij een aanleiding uit het contract; zonder vastgelegd signaal of
    cijfer is die niet te bewijzen.
    Fout: een opening zonder `signalen` bij een contract dat signalen vraagt.
    Goed: de opening noemt het signaal, of de cijfers tonen de reeks.
    Wat nu: leg het signaal vast met clm signaal en noem het bij de opening.
    """
    for escalatie in dossier.escalaties:
        contract, opening = (
            contract_van(dossier, escalatie),
            next(iter(escalatie.van(Opening)), None),
        )
        if contract and contract.regime and opening and not gesloten(escalatie):
            uitspraak = aanleiding(register, dossier, escalatie, contract, vandaag)
            if uitspraak.antwoord != "ja" and not opening.record.signalen:
                yield Bevond(
                    opening.plek("afweging"),
                    f"geen vastgelegde aanleiding: {uitspraak.tekst}",
                    "clm signaal",
                    uitspraak.omdat,
                )


def lad416(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een escalatie heeft geen opening, meer dan één, of een maatregel van ervoor.

    Waarom: de opening zegt om welk contract het gaat; zonder haar is er geen ladder, en controleert
    niemand de maatregelen.
    Fout: een correctie waardoor de opening vervalt, terwijl er al een maatregel is.
    Goed: één opening; een fout daarin wordt verbeterd met `wordt`.
    Wat nu: leg de juiste opening vast met clm correctie, of laat ook de andere feiten vervallen.
    """
    for escalatie in dossier.escalaties:
        openingen = escalatie.van(Opening)
        if len(openingen) != 1 and not any(
            pad.startswith(f"{escalatie.pad}/") for pad in dossier.kapot
        ):
            zin = (
                "deze escalatie heeft geen opening"
                if not openingen
                else f"deze escalatie heeft {len(openingen)} openingen"
            )
            yield Bevond(
                (openingen[-1:] or escalatie.bestanden)[0].plek(),
                zin,
                f"clm correctie {dossier.id}",
            )
        for maatregel in escalatie.van(Maatregel) if openingen else ():
            if maatregel.record.datum < openingen[0].record.datum:
                yield Bevond(
                    maatregel.plek("datum"),
                    (
                        "deze maatregel is van vóór de opening van "
                        f"{datum_lang(openingen[0].record.datum)}"
                    ),
                    f"clm correctie {dossier.id}",
                )


_BIJ: dict[type[Feit], tuple[type[Feit], ...]] = {
    Wederhoor: (Onderzoek,),
    Reactie: (Maatregel,),
    Verbeterplan: (Maatregel,),
    Bezwaar: (Maatregel,),
    Geschil: (Maatregel, Bezwaar),
    Beslissing: (Bezwaar, Geschil),
    Schorsing: (Maatregel,),
    Hervatting: (Maatregel, Schorsing),
    Aanpassing: (Maatregel,),
    Uitvoering: (Maatregel,),
    Betaling: (Maatregel,),
    Opheffing: (Maatregel,),
    Heropening: (Sluiting,),
}
"""What each fact of a case is about; about something else it has no effect."""


def lad419(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een feit gaat over het verkeerde feit, of over een feit van een latere dag.

    Waarom: wat bij het verkeerde feit staat, telt nergens mee; wat eerder is dan waar het over
    gaat, kan niet kloppen.
    Fout: een heropening bij de opening, of een opheffing van 20 februari bij een maatregel van 2
    maart.
    Goed: een heropening bij de sluiting, op of na die dag.
    Wat nu: verbeter 'bij' of de datum met clm correctie.
    """
    for escalatie in dossier.escalaties:
        for feit in escalatie.bestanden:
            over = getattr(feit.record, "bij", None)
            doel = dossier.vind(over, feit.pad) if isinstance(over, str) else None
            if (
                doel is None
                or not isinstance(doel.bestand.record, Feit)
                or isinstance(feit.record, Correctie)
            ):
                continue
            goed, dag = _BIJ.get(type(feit.record), ()), doel.bestand.record.datum
            if goed and type(doel.bestand.record) not in goed:
                soorten = " of ".join(soort.__name__.lower() for soort in goed)
                yield Bevond(
                    feit.plek("bij"),
                    f"{feit.soort} hoort bij {soorten}, en dit is {doel.bestand.soort}",
                    f"clm correctie {dossier.id} {feit.stam}",
                )
            elif feit.record.datum < dag:
                yield Bevond(
                    feit.plek("datum"),
                    (
                        f"{feit.soort} is van vóór {doel.bestand.stam}, waar het over gaat "
                        f"({datum_lang(dag)})"
                    ),
                    f"clm correctie {dossier.id} {feit.stam}",
                )
