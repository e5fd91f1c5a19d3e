"""Floor 5, rules on contracts: an extension out of turn, and what a contract does not know."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.bevoegdheid import STRATEGISCH
from clm_cli.derivations.contracten import aanzegdag
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.derivations.termijnen import kalender_op, niet_geregeld
from clm_cli.derivations.verlengingen import Verlengd, einde_na, ontvangen_op, verlengingen
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.classificatie import Classificatie
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Geschil
from clm_cli.records.overeenkomst import ENKEL, NietVerlengd, Verlenging
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, Vorm, per_dossier, regel, vorm
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import bedoelt


def _verlengd(blik: Dossierblik) -> Iterator[tuple[Dossierblik, Contract, Verlengd]]:
    for contract in blik.dossier.contracten:
        yield from ((blik, contract, rij) for rij in verlengingen(contract))


per_verlenging: Vorm[Dossierblik, Contract, Verlengd] = vorm(_verlengd)
"""One extension at a time, with its contract."""


@regel("DOS265", FOUT, per_verlenging)
def verlengd_met_een_andere_duur(
    blik: Dossierblik, contract: Contract, rij: Verlengd
) -> Iterator[Bevond]:
    """Een verlenging loopt tot een andere dag dan uit de optie volgt, zonder reden.

    Waarom: een optie geeft recht op haar eigen duur; wat langer of korter is, is iets anders dan
    die optie.
    Fout: een optie van 1 jaar na 31 december 2027, met `tot: 2030-12-31`.
    Goed: `tot: 2028-12-31`, of een andere dag met `reden`.
    Wat nu: laat de dag weg, dan rekent clm haar uit, of geef de reden met --reden.
    """
    if rij.optie is None or rij.eerder is None or rij.feit.record.reden:
        return
    optie, plek = rij.optie
    einde = einde_na(rij.eerder, optie.duur, kalender_op(blik.register, rij.eerder, contract))
    if rij.feit.record.tot != einde:
        yield Bevond(
            rij.feit.plek("tot"),
            f"{optie.id} duurt {optie.duur}: van {datum_vol(rij.eerder)} tot en met "
            f"{datum_vol(einde)}, niet tot en met {datum_vol(rij.feit.record.tot)}",
            "laat --tot weg, of geef met --reden waarom de dag een andere is",
            (Reden("de duur van de optie", plek),),
        )


def _gekozen(
    blik: Dossierblik,
) -> Iterator[tuple[Dossierblik, Contract, Bestand[Verlenging | NietVerlengd]]]:
    for contract in blik.dossier.contracten:
        yield from ((blik, contract, feit) for feit in contract.van(Verlenging))
        yield from ((blik, contract, feit) for feit in contract.van(NietVerlengd))


per_optiekeuze: Vorm[Dossierblik, Contract, Bestand[Verlenging | NietVerlengd]] = vorm(_gekozen)
"""An option that was used, or that was not, one at a time, with its contract."""


@regel("LAD424", FOUT, per_optiekeuze)
def verlenging_zonder_strategisch_besluit(
    blik: Dossierblik, contract: Contract, feit: Bestand[Verlenging | NietVerlengd]
) -> Iterator[Bevond]:
    """Over verlengen is niet op strategisch niveau besloten, en het contract vraagt dat.

    Waarom: het contract legt de besluitvorming over verlenging op strategisch niveau; de
    contractmanager kan niet alleen verlengen, en niet alleen besluiten dat niet te doen.
    Fout: een verlenging, of een optie die niet wordt gebruikt, met de contractmanager bij
    `besloten_door`.
    Goed: een besluit van wie in organisatie.yaml rol beslisser of bestuur heeft.
    Wat nu: laat op strategisch niveau besluiten, en noem wie dat deed (--besloten-door).
    """
    soort = "verlenging" if is_een(feit, Verlenging) else "geen-verlenging"
    grond = next(
        (
            eis.grond
            for brief in contract.regime.brieven
            if brief.brief == soort
            for eis in brief.elementen
            if eis.element == "strategisch-besluit"
        ),
        None,
    )
    wie = feit.record.besloten_door
    persoon = blik.register.persoon(wie)
    if grond and (persoon is None or persoon.rol not in STRATEGISCH):
        yield Bevond(
            feit.plek("besloten_door"),
            f"{blik.register.naam_van(wie)} besluit niet op strategisch niveau",
            "laat op strategisch niveau besluiten, en noem wie dat deed (--besloten-door)",
            (Reden(grond.tekst),),
            grond.eis,
        )


@regel("DOS266", WAARSCHUWING, per_verlenging)
def optie_overgeslagen(blik: Dossierblik, contract: Contract, rij: Verlengd) -> Iterator[Bevond]:
    """Een optie is gebruikt terwijl een eerdere nog niet was gebruikt.

    Waarom: opties volgen op elkaar; wie er een overslaat, heeft misschien de verkeerde genoemd.
    Fout: optie-2 gebruikt, en optie-1 niet.
    Goed: eerst optie-1, dan optie-2.
    Wat nu: kijk in de overeenkomst welke optie het is, en verbeter het feit met clm correctie.
    """
    volgorde = [optie.id for optie, _ in contract.opties]
    eerder = set()
    for ander in verlengingen(contract):
        if ander.feit is rij.feit:
            break
        eerder.add(ander.feit.record.optie)
    gebruikt = rij.feit.record.optie
    voor = volgorde[: volgorde.index(gebruikt)] if gebruikt in volgorde else []
    mist = [naam for naam in voor if naam not in eerder]
    if mist:
        yield Bevond(
            rij.feit.plek("optie"),
            f"{gebruikt} is gebruikt, maar {mist[0]} niet",
            opdracht("correctie", blik.dossier.id, rij.feit.id, reden="…"),
        )


@regel("DOS267", WAARSCHUWING, per_verlenging)
def te_laat_verlengd(blik: Dossierblik, contract: Contract, rij: Verlengd) -> Iterator[Bevond]:
    """Een optie is te laat gebruikt: na de laatste dag van het contract of van de mededeling.

    Waarom: na die dag is er geen optie meer; of het contract doorloopt, staat dan niet vast.
    Fout: een mededeling die op 1 november is ontvangen, terwijl dat vóór 1 juli moest.
    Goed: een mededeling die op tijd is ontvangen.
    Wat nu: leg de zaak voor aan een jurist; gaat de aanbieder akkoord, leg dat dan vast.
    """
    if rij.optie is None or rij.eerder is None:
        return
    feit, ontvangen = rij.feit, ontvangen_op(blik.dossier, rij.feit)
    nu = "leg de zaak voor aan een jurist; stemt de aanbieder in, leg dat vast"
    dag = aanzegdag(blik.register, contract, rij.optie[0], rij.eerder, feit.record.datum)
    if feit.record.datum > rij.eerder:
        tekst = f"besloten op {datum_vol(feit.record.datum)}, na de laatste dag"
        yield Bevond(feit.plek("datum"), f"{tekst} van het contract: {datum_vol(rij.eerder)}", nu)
    elif dag is not None and ontvangen is not None and ontvangen > dag:
        yield Bevond(
            feit.plek("meegedeeld"),
            f"meegedeeld op {datum_vol(ontvangen)}; dat moest uiterlijk op {datum_vol(dag)}",
            nu,
        )
    elif dag is not None and ontvangen is None and feit.record.datum > dag:
        tekst = f"besloten op {datum_vol(feit.record.datum)}; de mededeling moest uiterlijk op"
        yield Bevond(feit.plek("datum"), f"{tekst} {datum_vol(dag)} zijn ontvangen", nu)


def _geregeld(blik: Dossierblik) -> Iterator[tuple[Plek, str, str, tuple[str, ...]]]:
    """Per thing that only some contracts know: where it says so, what, and for which contracts."""
    dossier = blik.dossier
    for feit in dossier.van(Classificatie):
        wat = f"categorie {feit.record.categorie}"
        for contract in feit.record.contracten:
            yield feit.plek("contracten"), wat, "classificatie", (contract,)
    for gesprek in dossier.gesprekken:
        kaart = gesprek.kaart.record
        if kaart.niveau:
            yield gesprek.kaart.plek("niveau"), "een niveau", "niveaus", kaart.contracten
        if kaart.soort == "directie":
            wat = "een gesprek op directieniveau"
            yield gesprek.kaart.plek("soort"), wat, "geschil", kaart.contracten
    for signaal in dossier.van(Signaal):
        if signaal.record.niveau:
            yield signaal.plek("niveau"), "een niveau", "niveaus", signaal.record.contracten
    for zaak in dossier.escalaties:
        if van := contract_van(dossier, zaak):
            for geschil in zaak.van(Geschil):
                yield geschil.plek("bij"), "een geschil", "geschil", (van.id,)


@regel("DOS290", WAARSCHUWING, per_dossier)
def langer_dan_de_overeenkomst(blik: Dossierblik) -> Iterator[Bevond]:
    """Een contract loopt volgens zijn kaart langer dan de overeenkomst, zonder verlenging.

    Waarom: verlengen is een besluit; wie in plaats daarvan de laatste dag op de kaart verschuift,
    verlengt zonder besluit en zonder mededeling.
    Fout: `uitvoering_tot: 2029-12-31` op een contract onder een overeenkomst tot 2027-12-31.
    Goed: de laatste dag van de overeenkomst, en een feit `verlenging` voor wat daarna komt.
    Wat nu: leg de verlenging vast met clm contract verlenging, en zet de eerste laatste dag terug.
    """
    for contract in blik.dossier.contracten:
        eigen, boven = contract.kaart.record.looptijd, contract.overeenkomst
        van_boven = boven.kaart.record.looptijd if boven else None
        tot = eigen.uitvoering_tot if eigen else None
        grens = van_boven.uitvoering_tot if van_boven else None
        if tot and grens and tot > grens:
            yield Bevond(
                contract.kaart.plek("looptijd", "uitvoering_tot"),
                f"{contract.id} loopt tot en met {datum_vol(tot)}, en de overeenkomst tot en met "
                f"{datum_vol(grens)}",
                opdracht("contract", "verlenging", blik.dossier.id, contract.id),
            )


@regel("DOS324", WAARSCHUWING, per_dossier)
def contract_buiten_de_overeenkomst(blik: Dossierblik) -> Iterator[Bevond]:
    """Een contract noemt een zorgvorm of perceel dat zijn overeenkomst niet kent.

    Waarom: normen en cijfers van een perceel vinden het contract dan niet, en wie op de zorgvorm
    zoekt, mist het.
    Fout: `zorgvormen: [ambulent]` onder een overeenkomst met `zorgvormen: [ambulant]`.
    Goed: een zorgvorm en een perceel die in de overeenkomst staan.
    Wat nu: verbeter het contract, of vul de overeenkomst aan.
    """
    ergens = {
        rij
        for b in blik.register.overeenkomsten.values()
        for rij in b.kaart.record.biedt["percelen"]
    }
    for contract in blik.dossier.contracten:
        bundel, kaart = contract.overeenkomst, contract.kaart
        if bundel is None:
            continue
        for veld, bekend in bundel.kaart.record.biedt.items():
            for nr, een in enumerate(getattr(kaart.record, veld)):
                # a lot that is nowhere is no name at all, and told as such
                if bekend and een not in bekend and (veld != "percelen" or een in ergens):
                    yield Bevond(
                        kaart.plek(veld, nr),
                        f"'{een}' is geen {ENKEL[veld]} van {bundel.id}",
                        bedoelt(een, bekend),
                    )


@regel("DOS289", WAARSCHUWING, per_dossier)
def niet_geregeld_in_de_overeenkomst(blik: Dossierblik) -> Iterator[Bevond]:
    """Wat is vastgelegd, is in geen van deze overeenkomsten geregeld.

    Waarom: wat in een andere overeenkomst staat, geldt hier niet. Wie het toch doet, doet dat uit
    eigen beleid, en mag de aanbieder niet schrijven dat het uit de overeenkomst volgt.
    Fout: een classificatie, een niveau of een geschil bij een overeenkomst die dat niet kent.
    Goed: alleen wat de overeenkomst kent.
    Wat nu: laat het weg, of laat het vervallen met een correctie; clm regime toon zegt wat is
    geregeld.
    """
    for plek, wat, onderwerp, contracten in _geregeld(blik):
        gevonden = [c for id_ in contracten if (c := blik.dossier.contract(id_))]
        zinnen = [niet_geregeld(c, onderwerp) for c in gevonden]
        if gevonden and all(zinnen):
            yield Bevond(
                plek,
                f"{wat}: {zinnen[0]}",
                advies(
                    "laat het weg of vervallen; {regime} toont wat is geregeld",
                    regime=opdracht("regime", "toon", gevonden[0].regime.id),
                ),
            )
