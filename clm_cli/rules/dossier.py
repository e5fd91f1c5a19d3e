"""Floor 5, rules on the dossier: classification, plan, lists, signals and cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.meldingen import Plek
from clm_cli.records.aanbieder import Aanbieder, Classificatie, Classificatiebeleid, Plan
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Opening
from clm_cli.records.lijsten import Risicos, Verplichtingen, Wijzigingen
from clm_cli.records.overeenkomst import Artikelen
from clm_cli.register import Dossier, Overeenkomstbundel, Register
from clm_cli.rules.regel import Bevond

WEINIG = 2
"""Fewer talks a year than this asks for a reason: 'meerdere gesprekken per jaar' is the
contract's starting point."""


def dos220(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een map lijkt een dossier, maar heeft geen aanbieder.yaml.

    Waarom: zonder aanbieder is niet bekend wie de wederpartij is en wie het dossier doet.
    Fout: een map met alleen `signalen/`.
    Goed: in elke dossiermap staat aanbieder.yaml.
    Wat nu: maak aanbieder.yaml, of verplaats de map als zij geen dossier is.
    """
    plek = Plek(f"{dossier.id}/aanbieder.yaml")
    if dossier.aanbieder is None and plek.pad not in dossier.kapot:
        yield Bevond(
            plek, f"{dossier.id} heeft geen aanbieder.yaml", "clm nieuw NAAM maakt een dossier"
        )


def dos221(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een criterium van de classificatie is niet ingevuld.

    Waarom: zonder omvang, risicoprofiel en strategisch belang is er geen score; leeg is onbekend,
    geen nul.
    Fout: `- criterium: specialisatie` zonder waarde.
    Goed: `waarde: 7` met de reden van het oordeel.
    Wat nu: leg een nieuwe classificatie vast met alle waarden.
    """
    for feit in dossier.van(Classificatie):
        gegeven = {rij.criterium: rij for rij in feit.record.invoer}
        beleid = register.beleid.get(feit.record.beleid)
        for criterium in beleid.record.criteria if beleid else ():
            rij = gegeven.get(criterium.id)
            if rij is None or rij.waarde is None:
                yield Bevond(
                    feit.plek("invoer"),
                    f"het criterium '{criterium.titel}' ({criterium.groep}) is onbekend",
                    "clm classificeer, met alle waarden",
                )


def dos222(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een contract heeft geen classificatie.

    Waarom: de classificatie bepaalt hoe vaak en hoe diep wordt gestuurd.
    Fout: een contract dat in geen enkele classificatie voorkomt.
    Goed: een classificatie met `contracten: [ambulant]`.
    Wat nu: clm classificeer DOSSIER.
    """
    gedaan = {
        contract for feit in dossier.van(Classificatie) for contract in feit.record.contracten
    }
    for contract in dossier.contracten:
        regelt = contract.regime and "classificatie" not in {
            stilte.onderwerp for stilte in contract.regime.zwijgt_over
        }
        if regelt and contract.id not in gedaan:
            yield Bevond(
                contract.kaart.plek(),
                f"contract {contract.id} is niet geclassificeerd",
                "clm classificeer",
            )


def dos223(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """In het contractmanagementplan is een rol niet belegd.

    Waarom: rollen, verantwoordelijkheden en sturingsmomenten zijn helder belegd.
    Fout: `- rol: vervanger contractmanager` zonder persoon.
    Goed: met `persoon:`.
    Wat nu: vul in wie de rol heeft.
    """
    for plan in dossier.van(Plan):
        for nummer, rol in enumerate(plan.record.rollen):
            if rol.persoon is None:
                yield Bevond(
                    plan.plek("rollen", nummer),
                    f"de rol '{rol.rol}' heeft niemand",
                    "vul 'persoon' in",
                )


def dos224(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een verplichting heeft geen moment waarop zij wordt bekeken.

    Waarom: wat geen dag, herhaling of doorlopende werking heeft, komt nooit in de werklijst.
    Fout: een verplichting zonder uiterlijk, herhaling of doorlopend.
    Goed: `herhaling: {elke: kwartaal, eerste: 2025-04-14}`.
    Wat nu: kies één van de drie.
    """
    for lijst in (*dossier.van(Verplichtingen),):
        for nummer, rij in enumerate(lijst.record.verplichtingen):
            if rij.uiterlijk is None and rij.herhaling is None and rij.doorlopend != "ja":
                plek = lijst.plek("verplichtingen", nummer)
                yield Bevond(
                    plek, f"{rij.id} heeft geen dag", "vul uiterlijk, herhaling of doorlopend in"
                )


def dos225(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een gewenste wijziging is afgesloten zonder reden.

    Waarom: wijzigingen worden waar mogelijk verzorgd; is dat niet mogelijk, dan hoort erbij waarom.
    Fout: `uitkomst: niet mogelijk`.
    Goed: met `reden: aanbestedingsrechtelijk een wezenlijke wijziging`.
    Wat nu: vul de reden in.
    """
    for lijst in dossier.van(Wijzigingen):
        for nummer, rij in enumerate(lijst.record.wijzigingen):
            if rij.uitkomst in ("niet mogelijk", "afgewezen") and rij.reden is None:
                plek = lijst.plek("wijzigingen", nummer)
                yield Bevond(plek, f"{rij.id}: {rij.uitkomst}, zonder reden", "vul 'reden' in")


def dos226(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een signaal noemt geen verplichting.

    Waarom: zonder verplichting blijft het een signaal; alleen het tekortschieten in een
    verplichting opent een escalatie.
    Fout: een signaal zonder `verplichting`.
    Goed: `verplichting: V-03`.
    Wat nu: zoek de verplichting op met clm lijst verplichtingen, of laat het een signaal.
    """
    for feit in dossier.van(Signaal):
        if feit.record.verplichting is None:
            yield Bevond(
                feit.plek("soort"),
                "dit signaal noemt geen verplichting",
                "vul 'verplichting' in als die er is",
            )


def dos227(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een escalatie gaat over contracten met verschillende regimes.

    Waarom: elk contract heeft een eigen ladder; die van het ene geldt niet voor het andere.
    Fout: `contracten: [ambulant, medisch-advies]` onder twee regimes.
    Goed: voor elk regime een eigen escalatie.
    Wat nu: open een tweede escalatie.
    """
    for feit in dossier.van(Opening):
        contracten = [dossier.contract(id_) for id_ in feit.record.contracten]
        regimes = {contract.regime.id for contract in contracten if contract and contract.regime}
        if len(regimes) > 1:
            tekst = (
                f"deze escalatie valt onder {len(regimes)} regimes: {', '.join(sorted(regimes))}"
            )
            yield Bevond(feit.plek("contracten"), tekst, "open voor elk regime een eigen escalatie")


def dos228(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """De aanbieder is opgegaan in een andere, maar er staat nog iets open.

    Waarom: wat in een afgesloten dossier openstaat, ziet niemand meer.
    Fout: een geplande bespreking na de fusiedatum.
    Goed: het gesprek staat in het dossier van de aanbieder die verdergaat.
    Wat nu: draag over of rond af.
    """
    kaart = dossier.kaart(Aanbieder)
    opgegaan = kaart.record.opgegaan_in if kaart else None
    for gesprek in dossier.gesprekken if opgegaan else ():
        if (
            opgegaan
            and gesprek.kaart.record.gehouden is None
            and gesprek.kaart.record.datum >= opgegaan.per
        ):
            tekst = (
                f"gesprek {gesprek.id} staat nog gepland, maar de aanbieder ging op in "
                f"{opgegaan.dossier}"
            )
            yield Bevond(
                gesprek.kaart.plek("datum"), tekst, f"plan het gesprek in {opgegaan.dossier}"
            )


def dos230(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Alle categorieën hebben evenveel gesprekken.

    Waarom: volgens het contract verschilt de frequentie per categorie.
    Fout: vier categorieën met elk vier gesprekken per jaar.
    Goed: 2, 3, 4 en 6 gesprekken.
    Wat nu: stel nieuw classificatiebeleid vast; gebruikt beleid wordt niet gewijzigd.
    """
    for bestand in _huidig_beleid(register, vandaag):
        aantallen = {categorie.gesprekken_per_jaar for categorie in bestand.record.categorieen}
        if len(bestand.record.categorieen) > 1 and len(aantallen) == 1:
            yield Bevond(
                bestand.plek("categorieen"),
                "alle categorieën hebben evenveel gesprekken",
                "pas het beleid aan",
            )


def dos231(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Een categorie heeft minder dan twee gesprekken per jaar, zonder reden.

    Waarom: meerdere gesprekken per jaar is het uitgangspunt; minder mag, met een reden die in plan
    en rapport staat.
    Fout: `gesprekken_per_jaar: 1`.
    Goed: met `reden_weinig:`.
    Wat nu: vul 'reden_weinig' in.
    """
    for bestand in _huidig_beleid(register, vandaag):
        for nummer, categorie in enumerate(bestand.record.categorieen):
            if categorie.gesprekken_per_jaar < WEINIG and categorie.reden_weinig is None:
                tekst = (
                    f"categorie {categorie.categorie} heeft {categorie.gesprekken_per_jaar} "
                    "gesprek per jaar"
                )
                yield Bevond(bestand.plek("categorieen", nummer), tekst, "vul 'reden_weinig' in")


def _huidig_beleid(register: Register, vandaag: date) -> Iterator[Bestand[Classificatiebeleid]]:
    vervangen = {bestand.record.vervangt for bestand in register.van(Classificatiebeleid)}
    yield from (
        b
        for b in register.van(Classificatiebeleid)
        if b.stam not in vervangen and b.record.vanaf <= vandaag
    )


def dos232(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Aan een contractdoelstelling draagt niets bij.

    Waarom: contractmanagement is het realiseren van de doelstellingen; zonder verplichting of
    risico is er niets te volgen.
    Fout: een doelstelling die nergens als `doel` wordt genoemd.
    Goed: ten minste één verplichting of risico met `doel: tijdige-hulp`.
    Wat nu: koppel een verplichting of risico, of haal de doelstelling weg.
    """
    genoemd = {
        rij.doel for lijst in register.van(Verplichtingen) for rij in lijst.record.verplichtingen
    }
    genoemd |= {rij.doel for lijst in register.van(Risicos) for rij in lijst.record.risicos}
    for bundel in register.overeenkomsten.values():
        for nummer, doel in enumerate(bundel.kaart.record.doelstellingen):
            if doel.id not in genoemd:
                plek = bundel.kaart.plek("doelstellingen", nummer)
                yield Bevond(
                    plek,
                    f"aan '{doel.wat}' draagt niets bij",
                    f"geef een verplichting doel: {doel.id}",
                )


def dos233(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Niemand bewaakt een bepaling uit het contract.

    Waarom: van alle contractafspraken wordt de naleving bewaakt.
    Fout: een artikel zonder verplichting en zonder `bewaakt`.
    Goed: een verplichting met deze clausule, of `bewaakt: nee` met de reden in de toelichting.
    Wat nu: maak een verplichting, of leg vast waarom het niet hoeft.
    """
    for bundel in register.overeenkomsten.values():
        bewaakt = _bewaakte_nummers(register, bundel)
        for lijst in bundel.van(Artikelen):
            for nummer, artikel in enumerate(lijst.record.artikelen):
                uitgelegd = artikel.bewaakt == "ja" or (
                    artikel.bewaakt == "nee" and artikel.toelichting
                )
                if not uitgelegd and (artikel.document, artikel.nummer) not in bewaakt:
                    plek = lijst.plek("artikelen", nummer)
                    yield Bevond(
                        plek,
                        f"niemand bewaakt {artikel.id}",
                        "maak een verplichting met deze clausule",
                    )


def _bewaakte_nummers(
    register: Register, bundel: Overeenkomstbundel
) -> set[tuple[str, str | None]]:
    lijsten = [*bundel.van(Verplichtingen)]
    for dossier in register.dossiers.values():
        if any(contract.overeenkomst is bundel for contract in dossier.contracten):
            lijsten += dossier.van(Verplichtingen)
    clausules = [
        rij.clausule for lijst in lijsten for rij in lijst.record.verplichtingen if rij.clausule
    ]
    return {(clausule.document, clausule.nummer) for clausule in clausules}
