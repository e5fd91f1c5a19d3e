"""Floor 5, rules on classification: every contract has one, and the policy tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.meedelen import informeren
from clm_cli.derivations.classificatie import (
    geinformeerd_op,
    laatst_besloten,
    per_contract,
    te_laat_geclassificeerd,
)
from clm_cli.derivations.klassen import ingang
from clm_cli.derivations.ontbrekend import open_criteria
from clm_cli.derivations.ritme import te_oude_plannen
from clm_cli.derivations.termijnen import regelt
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.meldingen import Reden
from clm_cli.records.classificatie import Classificatie, Classificatiebeleid
from clm_cli.rules.grond import grond_ergens, grond_in, grond_van
from clm_cli.rules.regel import WAARSCHUWING, Bevond, Vorm, per_dossier, regel
from clm_cli.tijd.datum import datum_vol

WEINIG = 2
"""Fewer talks a year than this asks for a reason: 'meerdere gesprekken per jaar' is the
contract's starting point."""


@regel("DOS221", WAARSCHUWING, per_dossier)
def criterium_niet_ingevuld(blik: Dossierblik) -> Iterator[Bevond]:
    """Een criterium van de classificatie is niet ingevuld.

    Waarom: zonder omvang, risicoprofiel en strategisch belang is er geen score; leeg is onbekend,
    geen nul.
    Fout: `- criterium: specialisatie` zonder waarde.
    Goed: `waarde: 7` met de reden van het oordeel.
    Wat nu: leg een nieuwe classificatie vast met alle waarden.
    """
    for feit in per_contract(blik, laatst_besloten):
        contract = feit.record.contracten[0]
        nu = advies(
            "{classificeer}, met alle waarden",
            classificeer=opdracht("classificeer", blik.dossier.id, contract=contract),
        )
        for criterium in open_criteria(blik, feit):
            yield Bevond(
                feit.plek("invoer"),
                f"het criterium '{criterium.titel}' ({criterium.groep}) is onbekend",
                nu,
                grond=grond_in(blik, "classificeren"),
            )


@regel("DOS222", WAARSCHUWING, per_dossier)
def contract_niet_geclassificeerd(blik: Dossierblik) -> Iterator[Bevond]:
    """Een contract heeft geen classificatie.

    Waarom: de classificatie bepaalt hoe vaak en hoe diep wordt gestuurd.
    Fout: een contract dat in geen enkele classificatie voorkomt.
    Goed: een classificatie met `contracten: [ambulant]`.
    Wat nu: clm classificeer DOSSIER.
    """
    gedaan = {
        contract for feit in blik.dossier.van(Classificatie) for contract in feit.record.contracten
    }
    for contract in blik.dossier.contracten:
        if regelt(contract, "classificatie") == "ja" and contract.id not in gedaan:
            yield Bevond(
                contract.kaart.plek(),
                f"contract {contract.id} is niet geclassificeerd",
                opdracht("classificeer", blik.dossier.id, contract=contract.id),
                grond=grond_van([contract.regime], "classificeren"),
            )


@regel("DOS242", WAARSCHUWING, per_dossier)
def aanbieder_niet_geinformeerd(blik: Dossierblik) -> Iterator[Bevond]:
    """Niet is vastgelegd dat de aanbieder over zijn classificatie is geïnformeerd.

    Waarom: opdrachtnemers worden over de classificatie geïnformeerd; daarna pas volgt het plan.
    Fout: een classificatie zonder `geinformeerd`, en zonder feit dat het zegt.
    Goed: een brief die is verzonden, of `clm geinformeerd` met de dag en de wijze.
    Wat nu: maak de brief met clm brief maak DOSSIER classificatie, of leg met clm geinformeerd vast
    wanneer het is gebeurd.
    """
    for feit in per_contract(blik, laatst_besloten):
        regimes = [c.regime for c in blik.dossier.contracten if c.id in feit.record.contracten]
        grond = grond_van(regimes, "informeren")
        if grond and geinformeerd_op(blik.dossier, feit) is None:
            yield Bevond(
                feit.plek(),
                f"niet is vastgelegd dat de aanbieder is geïnformeerd over categorie "
                f"{feit.record.categorie}",
                informeren(blik.dossier, feit),
                grond=grond,
            )


@regel("DOS243", WAARSCHUWING, per_dossier)
def plan_ouder_dan_de_classificatie(blik: Dossierblik) -> Iterator[Bevond]:
    """Het contractmanagementplan is ouder dan de dag waarop de aanbieder is geïnformeerd.

    Waarom: na het informeren wordt het plan opgesteld of bijgesteld; een ouder plan past niet bij
    de categorie die nu geldt.
    Fout: geïnformeerd op 3 maart 2026, en `bijgesteld: [2025-01-10]`.
    Goed: een dag in `bijgesteld` op of na het informeren.
    Wat nu: kijk het plan na, en leg met clm plan DOSSIER --vastleggen vast dat het is bijgesteld.
    """
    for feit in per_contract(blik, laatst_besloten):
        regimes = [c.regime for c in blik.dossier.contracten if c.id in feit.record.contracten]
        grond, dag = grond_van(regimes, "plan-opstellen"), geinformeerd_op(blik.dossier, feit)
        if grond is None or dag is None:
            continue
        for plan in te_oude_plannen(blik.dossier, dag):
            yield Bevond(
                plan.plek("opgesteld"),
                f"dit plan is ouder dan {datum_vol(dag)}, toen de aanbieder over categorie "
                f"{feit.record.categorie} is geïnformeerd",
                opdracht("plan", blik.dossier.id, vastleggen=True),
                (Reden("de classificatie", feit.plek()),),
                grond,
            )


@regel("DOS238", WAARSCHUWING, per_dossier)
def eerste_classificatie_te_laat(blik: Dossierblik) -> Iterator[Bevond]:
    """De eerste classificatie kwam na het begin van de implementatiefase.

    Waarom: de eerste classificatie vindt plaats bij aanvang van de implementatiefase; daarvan
    hangen plan en gespreksritme af. Een marge is eigen beleid (organisatie.yaml).
    Fout: implementatie vanaf 15 oktober 2024, geclassificeerd op 3 maart 2025.
    Goed: geclassificeerd op of vóór 15 oktober 2024, of binnen de eigen marge.
    Wat nu: leg met clm overgeslagen vast waarom het later was; klopt een datum niet, verbeter die.
    """
    for laat in te_laat_geclassificeerd(blik):
        eerste, contract = laat.feit, laat.contract
        tekst = f"{contract.id} is pas op {datum_vol(eerste.record.datum)} geclassificeerd"
        yield Bevond(
            eerste.plek("datum"),
            f"{tekst}; dat moest uiterlijk op {datum_vol(laat.dag)}",
            advies(
                "leg de reden vast met {overgeslagen}, of verbeter de datum",
                overgeslagen=opdracht(
                    "overgeslagen", blik.dossier.id, eerste.id, code="DOS238", reden="…"
                ),
            ),
            (Reden("het begin van de implementatiefase", contract.kaart.plek("looptijd")),),
            laat.grond.eis,
        )


@regel("DOS261", WAARSCHUWING, per_dossier)
def twee_besluiten_op_een_dag(blik: Dossierblik) -> Iterator[Bevond]:
    """Voor één contract zijn op één dag twee classificaties besloten.

    Waarom: er kan maar één categorie gelden; welke van de twee, is dan niet bekend.
    Fout: op 15 januari 2026 categorie 2 en categorie 3 voor ambulant.
    Goed: één besluit; was het eerste onjuist, een correctie.
    Wat nu: laat met clm correctie het besluit vervallen dat niet geldt.
    """
    eerder: dict[tuple[str, date], Bestand[Classificatie]] = {}
    feiten = blik.dossier.van(Classificatie)
    for feit in sorted(feiten, key=lambda f: (f.record.vastgelegd, len(f.pad), f.pad)):
        for contract in feit.record.contracten:
            eerste = eerder.setdefault((contract, feit.record.datum), feit)
            if eerste is feit:
                continue
            tekst = f"over {contract} is op {datum_vol(feit.record.datum)} al besloten"
            yield Bevond(
                feit.plek("contracten"),
                f"{tekst}: categorie {eerste.record.categorie} in {eerste.stam}",
                advies(
                    "{vervalt} voor het besluit dat niet geldt",
                    vervalt=opdracht(
                        "correctie", blik.dossier.id, feit.id, vervalt=True, reden="…"
                    ),
                ),
                (Reden("het eerste besluit", eerste.plek("categorie")),),
            )


@eens
def _huidig_beleid(kijk: Kijk) -> tuple[tuple[Kijk, Bestand[Classificatiebeleid]], ...]:
    """The policies in force that no newer one replaces."""
    alle = kijk.register.van(Classificatiebeleid)
    vervangen = {bestand.record.vervangt for bestand in alle}
    return tuple(
        (kijk, b) for b in alle if b.stam not in vervangen and b.record.vanaf <= kijk.vandaag
    )


per_beleid: Vorm[Kijk, Bestand[Classificatiebeleid]] = Vorm(
    buiten=lambda kijk, _: _huidig_beleid(kijk)
)
"""One policy in force at a time."""


@regel("DOS230", WAARSCHUWING, per_beleid)
def alle_categorieen_evenveel_gesprekken(
    kijk: Kijk,
    beleid: Bestand[Classificatiebeleid],
) -> Iterator[Bevond]:
    """Alle categorieën hebben evenveel gesprekken.

    Waarom: volgens het contract verschilt de frequentie per categorie.
    Fout: vier categorieën met elk vier gesprekken per jaar.
    Goed: 2, 3, 4 en 6 gesprekken.
    Wat nu: stel nieuw classificatiebeleid vast; gebruikt beleid wordt niet gewijzigd.
    """
    categorieen = beleid.record.categorieen
    if len(categorieen) > 1 and len({rij.gesprekken_per_jaar for rij in categorieen}) == 1:
        yield Bevond(
            beleid.plek("categorieen"),
            "alle categorieën hebben evenveel gesprekken",
            "pas het beleid aan",
            grond=grond_ergens(kijk, "meerdere-gesprekken"),
        )


@regel("DOS231", WAARSCHUWING, per_beleid)
def weinig_gesprekken_zonder_reden(
    kijk: Kijk, beleid: Bestand[Classificatiebeleid]
) -> Iterator[Bevond]:
    """Een categorie heeft minder dan twee gesprekken per jaar, zonder reden.

    Waarom: meerdere gesprekken per jaar is het uitgangspunt; minder mag, met een reden die in plan
    en rapport staat.
    Fout: `gesprekken_per_jaar: 1`.
    Goed: met `reden_weinig:`.
    Wat nu: vul 'reden_weinig' in.
    """
    for nummer, rij in enumerate(beleid.record.categorieen):
        if rij.gesprekken_per_jaar < WEINIG and rij.reden_weinig is None:
            yield Bevond(
                beleid.plek("categorieen", nummer),
                f"categorie {rij.categorie} heeft {rij.gesprekken_per_jaar} gesprek per jaar",
                "vul 'reden_weinig' in",
                grond=grond_ergens(kijk, "meerdere-gesprekken"),
            )


@regel("DOS295", WAARSCHUWING, per_dossier)
def lichtere_klasse_op_een_andere_dag(blik: Dossierblik) -> Iterator[Bevond]:
    """Een lichtere klasse gaat in op een dag waarop dat volgens het contract niet kan.

    Waarom: tot de dag die het contract noemt, geldt de zwaardere klasse nog.
    Fout: van geel naar groen per 15 juni, waar een lichtere klasse alleen op 1 januari of 1 juli
    ingaat.
    Goed: `geldig_vanaf: 2026-07-01`.
    Wat nu: leg met clm correctie de dag vast waarop het wel kan.
    """
    for contract in blik.dossier.contracten:
        klassen = contract.regime.klassen
        if klassen is None:
            continue
        eigen = [f for f in blik.dossier.van(Classificatie) if contract.id in f.record.contracten]
        rijen = sorted(eigen, key=lambda f: (f.record.geldig_vanaf, f.record.datum))
        for eerder, feit in pairwise(rijen):
            op = feit.record.geldig_vanaf
            dag = ingang(klassen, eerder.record.categorie, feit.record.categorie, op)
            if dag != op:
                yield Bevond(
                    feit.plek("geldig_vanaf"),
                    f"een lichtere klasse kan pas op {datum_vol(dag)} ingaan",
                    opdracht("correctie", blik.dossier.id, feit.stam),
                    (Reden("de klasse daarvoor", eerder.plek("categorie")),),
                    klassen.grond.eis,
                )
