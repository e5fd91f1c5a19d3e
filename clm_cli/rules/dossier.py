"""Floor 5, rules on the dossier itself: its provider, its plan and its signals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.ontbrekend import leidraad, zonder_plan
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.aanbieder import Aanbieder, Plan
from clm_cli.records.contact import Signaal
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import (
    FOUT,
    INFO,
    WAARSCHUWING,
    Bevond,
    per_dossier,
    per_register,
    regel,
    van_alle,
)


@regel("DOS220", FOUT, per_dossier)
def map_zonder_aanbieder(blik: Dossierblik) -> Iterator[Bevond]:
    """Een map lijkt een dossier, maar heeft geen aanbieder.yaml.

    Waarom: zonder aanbieder is niet bekend wie de wederpartij is en wie het dossier doet.
    Fout: een map met alleen `signalen/`.
    Goed: in elke dossiermap staat aanbieder.yaml.
    Wat nu: maak aanbieder.yaml, of verplaats de map als zij geen dossier is.
    """
    dossier = blik.dossier
    plek = Plek(f"{dossier.id}/aanbieder.yaml")
    if dossier.aanbieder is None and plek.pad not in dossier.kapot:
        yield Bevond(
            plek,
            f"{dossier.id} heeft geen aanbieder.yaml",
            advies("{nieuw} maakt een dossier", nieuw=opdracht("nieuw", "NAAM")),
        )


@regel("DOS264", WAARSCHUWING, per_dossier)
def dossier_zonder_contract(blik: Dossierblik) -> Iterator[Bevond]:
    """In een dossier staat geen enkel contract.

    Waarom: uit een contract volgt wat er moet gebeuren; zonder blijft de werklijst er leeg over.
    Fout: een dossier met alleen aanbieder.yaml.
    Goed: een map `contracten/ambulant/` met contract.yaml.
    Wat nu: clm contract nieuw DOSSIER.
    """
    dossier, kaart = blik.dossier, blik.dossier.aanbieder
    if kaart and not (dossier.contracten or kaart.record.opgegaan_in):
        yield Bevond(
            kaart.plek(),
            f"in {dossier.id} staat nog geen contract",
            opdracht("contract", "nieuw", dossier.id, "CONTRACT"),
        )


@regel("DOS270", WAARSCHUWING, per_register)
def organisatie_nog_in_te_vullen(kijk: Kijk) -> Iterator[Bevond]:
    """In organisatie.yaml staan nog woorden uit het begin dat clm init maakte.

    Waarom: die woorden komen anders in brieven en verslagen; clm maakt ze daarom niet zolang ze er
    staan.
    Fout: `naam: "Naam van uw organisatie"`.
    Goed: de namen van uw organisatie, uw regio, uw gemeenten en uw mensen.
    Wat nu: vul in organisatie.yaml uw eigen gegevens in.
    """
    bestand = kijk.register.organisatiebestand
    if bestand and (over := kijk.register.organisatie.nog_in_te_vullen):
        yield Bevond(
            bestand.plek(),
            f"hier staat nog: {', '.join(over)}",
            "vul uw eigen gegevens in",
        )


def _kvk(blik: Dossierblik) -> Iterator[tuple[str, str, Plek]]:
    kaart = blik.dossier.aanbieder
    if kaart and kaart.record.kvk:
        yield kaart.record.kvk, blik.dossier.id, kaart.plek("kvk")


@regel("DOS262", WAARSCHUWING, van_alle(_kvk))
def zelfde_kvk_in_twee_dossiers(
    _: Kijk, rijen: Sequence[tuple[str, str, Plek]]
) -> Iterator[Bevond]:
    """Twee dossiers hebben hetzelfde KvK-nummer.

    Waarom: één aanbieder heeft één dossier; anders staan signalen, gesprekken en maatregelen over
    dezelfde partij uit elkaar.
    Fout: `kvk: "12345678"` in aanbieder.yaml van twee dossiers.
    Goed: elk KvK-nummer in één dossier, met al zijn contracten.
    Wat nu: verbeter het nummer dat niet klopt, of voeg de dossiers samen.
    """
    eerder: dict[str, tuple[str, Plek]] = {}
    for nummer, dossier, plek in rijen:
        ander, eerste = eerder.setdefault(nummer, (dossier, plek))
        if eerste != plek:
            yield Bevond(
                plek,
                f"KvK {nummer} staat ook in het dossier {ander}",
                "verbeter het nummer dat niet klopt, of voeg de dossiers samen",
                (Reden(f"in {ander}", eerste),),
            )


@regel("DOS223", WAARSCHUWING, per_dossier)
def rol_in_plan_niet_belegd(blik: Dossierblik) -> Iterator[Bevond]:
    """In het contractmanagementplan is een rol niet belegd.

    Waarom: rollen, verantwoordelijkheden en sturingsmomenten zijn helder belegd.
    Fout: `- rol: vervanger contractmanager` zonder persoon.
    Goed: met `persoon:`.
    Wat nu: vul in wie de rol heeft.
    """
    grond = leidraad(blik)
    for plan in blik.dossier.van(Plan):
        for nummer, rol in enumerate(plan.record.rollen):
            if rol.persoon is None:
                yield Bevond(
                    plan.plek("rollen", nummer),
                    f"de rol '{rol.rol}' heeft niemand",
                    "vul 'persoon' in",
                    grond=eis_van(grond),
                )


@regel("DOS239", WAARSCHUWING, per_dossier)
def geen_contractmanagementplan(blik: Dossierblik) -> Iterator[Bevond]:
    """Een geclassificeerd contract staat in geen contractmanagementplan.

    Waarom: na het informeren over de classificatie wordt het plan opgesteld of bijgesteld; zonder
    plan ligt niet vast wie wat doet en wanneer.
    Fout: een classificatie van maart waarover de aanbieder is geïnformeerd, en geen plan.yaml.
    Goed: een plan met `contracten: [ambulant]`.
    Wat nu: stel het plan op met clm plan DOSSIER --vastleggen.
    """
    for contract, feit, grond in zonder_plan(blik):
        yield Bevond(
            contract.kaart.plek(),
            f"contract {contract.id} staat in geen contractmanagementplan",
            opdracht("plan", blik.dossier.id, vastleggen=True),
            (Reden("de aanbieder is over de classificatie geïnformeerd", feit.plek()),),
            grond.eis,
        )


@regel("DOS241", WAARSCHUWING, per_dossier)
def plan_zonder_rollen(blik: Dossierblik) -> Iterator[Bevond]:
    """Het contractmanagementplan noemt geen rollen.

    Waarom: rollen, verantwoordelijkheden en sturingsmomenten zijn helder belegd.
    Fout: `rollen: []`.
    Goed: ten minste `- {rol: contractmanager, persoon: …}`.
    Wat nu: clm plan DOSSIER --vastleggen zet de contractmanager erin; vul bij 'rollen' de anderen
    aan.
    """
    grond = leidraad(blik)
    for plan in blik.dossier.van(Plan) if grond else ():
        if grond and not plan.record.rollen:
            yield Bevond(
                plan.plek("rollen"),
                "dit plan noemt geen rollen",
                advies(
                    "{plan} zet de contractmanager erin; vul de anderen aan in plan.yaml",
                    plan=opdracht("plan", blik.dossier.id, vastleggen=True),
                ),
                grond=grond.eis,
            )


@regel("DOS226", INFO, per_dossier)
def signaal_zonder_verplichting(blik: Dossierblik) -> Iterator[Bevond]:
    """Een signaal noemt geen verplichting.

    Waarom: zonder verplichting blijft het een signaal; alleen het tekortschieten in een
    verplichting opent een escalatie.
    Fout: een signaal zonder `verplichting`.
    Goed: `verplichting: V-03`.
    Wat nu: zoek de verplichting op met clm lijst verplichtingen, of laat het een signaal.
    """
    regimes = [contract.regime for contract in blik.dossier.contracten]
    rijen = (rij for regime in regimes for rij in regime.aanleidingen if rij.soort == "signaal")
    grond = eis_van(*(rij.grond for rij in rijen))
    for feit in blik.dossier.van(Signaal):
        if feit.record.verplichting is None:
            yield Bevond(
                feit.plek("soort"),
                "dit signaal noemt geen verplichting",
                "vul 'verplichting' in als die er is",
                grond=grond,
            )


@regel("DOS228", WAARSCHUWING, per_dossier)
def opgegaan_met_open_gesprek(blik: Dossierblik) -> Iterator[Bevond]:
    """De aanbieder is opgegaan in een andere, maar er staat nog iets open.

    Waarom: wat in een afgesloten dossier openstaat, ziet niemand meer.
    Fout: een geplande bespreking na de fusiedatum.
    Goed: het gesprek staat in het dossier van de aanbieder die verdergaat.
    Wat nu: draag over of rond af.
    """
    kaart = blik.dossier.kaart(Aanbieder)
    opgegaan = kaart.record.opgegaan_in if kaart else None
    if opgegaan is None:
        return
    for gesprek in blik.dossier.gesprekken:
        record = gesprek.kaart.record
        if record.gehouden is None and record.datum >= opgegaan.per:
            yield Bevond(
                gesprek.kaart.plek("datum"),
                f"gesprek {gesprek.id} staat nog gepland, maar de aanbieder ging op in "
                f"{opgegaan.dossier}",
                f"plan het gesprek in {opgegaan.dossier}",
            )
