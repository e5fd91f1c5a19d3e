"""Floor 5, rules on a case as a whole: its opening, its closing, and what each fact answers."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.bestand import is_een
from clm_cli.derivations.bevoegdheid import deelnemers
from clm_cli.derivations.escalatie.aanleidingen import aanleiding, ongenoemd
from clm_cli.derivations.escalatie.voorwaarden.preventie import gaat_vooraf
from clm_cli.derivations.escalatie.voorwaardeopdracht import noem_signaal
from clm_cli.derivations.escalatie.zaken import (
    contract_van,
    contracten_van,
    gesloten,
    tekortkomingen,
)
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
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
from clm_cli.rules.escalatie.vormen import per_escalatie
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_lang


@regel("LAD406", FOUT, per_escalatie)
def maatregel_in_gesloten_escalatie(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een maatregel staat in een escalatie die toen gesloten was.

    Waarom: een sluiting beëindigt alle maatregelen; een nieuwe stap vraagt eerst een heropening.
    Fout: een maatregel van na de sluiting, zonder heropening.
    Goed: eerst clm escalatie heropening, met de reden.
    Wat nu: heropen de escalatie, of open een nieuwe.
    """
    sluitingen = [f.record for f in escalatie.van(Sluiting)]
    open_ = [f.record.datum for f in escalatie.van(Heropening)]
    for maatregel in escalatie.van(Maatregel):
        dag, vast = maatregel.record.datum, maatregel.record.vastgelegd
        # on the day of the closing itself: one that was recorded when the case was closed already
        eerder = [s.datum for s in sluitingen if (s.datum, s.vastgelegd) < (dag, vast)]
        dicht = max(eerder, default=None)
        if dicht and not any(dicht <= d <= dag for d in open_):
            yield Bevond(
                maatregel.plek("datum"),
                f"de escalatie was gesloten op {datum_lang(dicht)}",
                opdracht("escalatie", "heropening", blik.dossier.id, escalatie.id),
            )


@regel("LAD407", FOUT, per_escalatie)
def contracten_onder_verschillende_regimes(
    blik: Dossierblik, escalatie: Escalatie
) -> Iterator[Bevond]:
    """De contracten van een escalatie vallen niet onder één regime.

    Waarom: een escalatie volgt één ladder; twee contracten met een ander regime vragen twee
    escalaties.
    Fout: `contracten: [ambulant, advies]` onder twee regimes.
    Goed: per regime een eigen escalatie.
    Wat nu: open voor het andere contract een eigen escalatie.
    """
    for opening in escalatie.van(Opening):
        contracten = [blik.dossier.contract(id_) for id_ in opening.record.contracten]
        regimes = {c.regime.id for c in contracten if c and c.regime}
        if len(regimes) > 1:
            yield Bevond(
                opening.plek("contracten"),
                f"deze contracten vallen onder {', '.join(sorted(regimes))}",
                opdracht("escalatie", "opening", blik.dossier.id),
            )


@regel("LAD413", WAARSCHUWING, per_escalatie)
def geen_vastgelegde_aanleiding(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een escalatie berust op een aanleiding waarvan geen signaal of reeks is vastgelegd, of
    genoemd.

    Waarom: de ladder begint bij een aanleiding uit het contract; zonder vastgelegd signaal of
    cijfer is die niet te bewijzen.
    Fout: een opening zonder `signalen` bij een contract dat signalen vraagt, ook als het signaal
    wel is vastgelegd.
    Goed: de opening noemt het signaal, of de cijfers tonen de reeks.
    Wat nu: leg het signaal vast met clm signaal signaal en noem het bij de opening; staat het er
    al, noem het dan met clm correctie.
    """
    contract, opening = contract_van(blik.dossier, escalatie), escalatie.opening
    if contract is None or not contract.regime or opening is None or gesloten(escalatie):
        return
    uitspraak = aanleiding(blik, escalatie, contract, blik.vandaag)
    los = ongenoemd(blik, escalatie, contract)
    if uitspraak.antwoord != "ja" and (los or not opening.record.signalen):
        namen = ", ".join(rij.id for rij in los)
        yield Bevond(
            opening.plek("afweging"),
            f"wel vastgelegd, en niet bij de opening genoemd: {namen}"
            if los
            else f"geen vastgelegde aanleiding: {uitspraak.tekst}",
            noem_signaal(blik.dossier, opening, los),
            uitspraak.omdat,
            eis_van(*(rij.grond for rij in contract.regime.aanleidingen)),
        )


@regel("LAD416", FOUT, per_escalatie)
def geen_opening_of_te_laat(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een escalatie heeft geen opening, meer dan één, of een maatregel van ervoor.

    Waarom: de opening zegt om welk contract het gaat; zonder haar is er geen ladder, en controleert
    niemand de maatregelen.
    Fout: een correctie waardoor de opening vervalt, terwijl er al een maatregel is.
    Goed: één opening; een fout daarin wordt verbeterd met `wordt`. Preventie mag van ervoor zijn:
    wat eerder samen is geprobeerd, telt mee.
    Wat nu: leg de juiste opening vast met clm correctie, of laat ook de andere feiten vervallen.
    """
    openingen, id_ = escalatie.van(Opening), blik.dossier.id
    if len(openingen) != 1 and not any(
        pad.startswith(f"{escalatie.pad}/") for pad in blik.dossier.kapot
    ):
        hoeveel = f"{len(openingen)} openingen" if openingen else "geen opening"
        feit = (openingen[-1:] or escalatie.bestanden)[0]
        nu = opdracht("correctie", id_, feit.id, vervalt=True, reden="…")
        yield Bevond(feit.plek(), f"deze escalatie heeft {hoeveel}", nu)
    for maatregel in escalatie.van(Maatregel) if openingen else ():
        vooraf = gaat_vooraf(blik.dossier, escalatie, maatregel.record)
        if maatregel.record.datum < openingen[0].record.datum and not vooraf:
            dag = datum_lang(openingen[0].record.datum)
            tekst = f"deze maatregel is van vóór de opening van {dag}"
            nu = opdracht("correctie", id_, maatregel.id, wordt="datum=…", reden="…")
            yield Bevond(maatregel.plek("datum"), tekst, nu)


_BIJ: dict[type[Feit], tuple[type[Feit], ...]] = {
    Wederhoor: (Onderzoek, Bewijs, Beoordeling),
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


@regel("LAD419", WAARSCHUWING, per_escalatie)
def feit_over_het_verkeerde_feit(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een feit gaat over het verkeerde feit, of over een feit van een latere dag.

    Waarom: wat bij het verkeerde feit staat, telt nergens mee; wat eerder is dan waar het over
    gaat, kan niet kloppen.
    Fout: een heropening bij de opening, of een opheffing van 20 februari bij een maatregel van 2
    maart.
    Goed: een heropening bij de sluiting, op of na die dag.
    Wat nu: verbeter 'bij' of de datum met clm correctie.
    """
    for feit in escalatie.feiten:
        doel = blik.dossier.waarbij(feit)
        if doel is None or is_een(feit, Correctie) or not is_een(doel, Feit):
            continue
        nu = opdracht("correctie", blik.dossier.id, feit.stam)
        goed, dag = _BIJ.get(type(feit.record), ()), doel.record.datum
        if goed and type(doel.record) not in goed:
            soorten = " of ".join(soort.__name__.lower() for soort in goed)
            tekst = f"{feit.soort} hoort bij {soorten}, en dit is {doel.soort}"
            yield Bevond(feit.plek("bij"), tekst, nu)
        elif feit.record.datum < dag:
            waar = f"{doel.stam}, waar het over gaat ({datum_lang(dag)})"
            yield Bevond(feit.plek("datum"), f"{feit.soort} is van vóór {waar}", nu)


@regel("DOS320", WAARSCHUWING, per_escalatie)
def twee_escalaties_over_hetzelfde(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Twee lopende escalaties gaan over dezelfde verplichting van hetzelfde contract.

    Waarom: twee mensen kunnen op twee takken elk een escalatie openen; na het samenvoegen lopen er
    dan twee ladders naast elkaar, met twee reeksen brieven en termijnen over één tekortkoming.
    Fout: twee open escalaties over V-01 van contract ambulant.
    Goed: één escalatie, waarin een later gevonden tekortkoming is vastgelegd.
    Wat nu: sluit de ene met de reden, en ga verder in de andere.
    """
    eigen = _waarover(blik.dossier, escalatie)
    eerdere = [rij for rij in blik.dossier.escalaties if rij.pad < escalatie.pad]
    for opening in () if gesloten(escalatie) else escalatie.van(Opening):
        for ander in eerdere:
            over = {} if gesloten(ander) else _waarover(blik.dossier, ander)
            dubbel = [waarvan for sleutel, waarvan in eigen.items() if sleutel in over]
            if dubbel:
                wat = ", ".join(sorted(dubbel))
                yield Bevond(
                    opening.plek("tekortkomingen"),
                    f"over {wat} loopt ook escalatie {ander.id}",
                    opdracht("escalatie", "sluiting", blik.dossier.id, escalatie.id),
                )


@regel("LAD442", FOUT, per_escalatie)
def gemeente_hoort_niet_bij_de_overeenkomst(
    blik: Dossierblik, escalatie: Escalatie
) -> Iterator[Bevond]:
    """Een gemeente in de escalatie doet niet mee aan de overeenkomst.

    Waarom: alleen wie partij is, of voor wie wij met een volmacht handelen, kan een maatregel
    nemen of geld terugvragen. Ervaringen van andere gemeenten mogen wel bij het bewijs.
    Fout: een maatregel of factuur van een gemeente die niet bij het contract staat.
    Goed: alleen gemeenten van het contract; een die later meedoet, staat eerst in de overeenkomst.
    Wat nu: kies de goede gemeente, of vul de gemeenten van het contract of de overeenkomst aan.
    """
    mee = deelnemers(contracten_van(blik.dossier, escalatie))
    for feit in escalatie.feiten if mee else ():
        for sleutel, naar, gemeente in () if is_een(feit, Bewijs) else feit.verwijzingen:
            if naar.wat == "gemeente" and gemeente not in mee:
                yield Bevond(
                    feit.plek(*sleutel),
                    f"{gemeente} doet niet mee aan deze overeenkomst",
                    f"kies uit {', '.join(mee)}",
                )


def _waarover(dossier: Dossier, escalatie: Escalatie) -> dict[tuple[str, str | None], str]:
    """Each contract with each obligation that a case is about, and how that is said."""
    contracten = {naam for feit in escalatie.van(Opening) for naam in feit.record.contracten}
    plichten = {rij.verplichting for rij in tekortkomingen(escalatie) if rij.verplichting}
    return {
        (contract, dossier.een_naam(plicht)): f"{plicht} van {contract}"
        for contract in contracten
        for plicht in plichten
    }
