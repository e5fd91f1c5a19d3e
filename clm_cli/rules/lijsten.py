"""Floor 5, rules on the lists of a dossier and an overeenkomst: obligations, changes, clauses."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.lijsten import Risicos, Verplichtingen, Wijzigingen
from clm_cli.records.overeenkomst import Artikelen
from clm_cli.register import Overeenkomstbundel, Register
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_dossier, per_register, regel


@regel("DOS224", WAARSCHUWING, per_dossier)
def verplichting_zonder_moment(blik: Dossierblik) -> Iterator[Bevond]:
    """Een verplichting heeft geen moment waarop zij wordt bekeken.

    Waarom: wat geen dag, herhaling of doorlopende werking heeft, komt nooit in de werklijst.
    Fout: een verplichting zonder uiterlijk, herhaling of doorlopend.
    Goed: `herhaling: {elke: kwartaal, eerste: 2025-04-14}`.
    Wat nu: kies één van de drie.
    """
    for lijst in blik.dossier.van(Verplichtingen):
        for nummer, rij in enumerate(lijst.record.verplichtingen):
            if rij.uiterlijk is None and rij.herhaling is None and rij.doorlopend != "ja":
                yield Bevond(
                    lijst.plek("verplichtingen", nummer),
                    f"{rij.id} heeft geen dag",
                    "vul uiterlijk, herhaling of doorlopend in",
                )


@regel("DOS225", WAARSCHUWING, per_dossier)
def wijziging_afgesloten_zonder_reden(blik: Dossierblik) -> Iterator[Bevond]:
    """Een gewenste wijziging is afgesloten zonder reden.

    Waarom: wijzigingen worden waar mogelijk verzorgd; is dat niet mogelijk, dan hoort erbij waarom.
    Fout: `uitkomst: niet mogelijk`.
    Goed: met `reden: aanbestedingsrechtelijk een wezenlijke wijziging`.
    Wat nu: vul de reden in.
    """
    for lijst in blik.dossier.van(Wijzigingen):
        for nummer, rij in enumerate(lijst.record.wijzigingen):
            if rij.uitkomst in ("niet mogelijk", "afgewezen") and rij.reden is None:
                plek = lijst.plek("wijzigingen", nummer)
                yield Bevond(plek, f"{rij.id}: {rij.uitkomst}, zonder reden", "vul 'reden' in")


@regel("DOS232", WAARSCHUWING, per_register)
def niets_draagt_bij_aan_doelstelling(kijk: Kijk) -> Iterator[Bevond]:
    """Aan een contractdoelstelling draagt niets bij.

    Waarom: contractmanagement is het realiseren van de doelstellingen; zonder verplichting of
    risico is er niets te volgen.
    Fout: een doelstelling die nergens als `doel` wordt genoemd.
    Goed: ten minste één verplichting of risico met `doel: tijdige-hulp`.
    Wat nu: koppel een verplichting of risico, of haal de doelstelling weg.
    """
    register = kijk.register
    genoemd = {
        rij.doel for lijst in register.van(Verplichtingen) for rij in lijst.record.verplichtingen
    }
    genoemd |= {rij.doel for lijst in register.van(Risicos) for rij in lijst.record.risicos}
    for bundel in register.overeenkomsten.values():
        for nummer, doel in enumerate(bundel.kaart.record.doelstellingen):
            if doel.id not in genoemd:
                yield Bevond(
                    bundel.kaart.plek("doelstellingen", nummer),
                    f"aan '{doel.wat}' draagt niets bij",
                    f"geef een verplichting doel: {doel.id}",
                )


@regel("DOS233", WAARSCHUWING, per_register)
def niemand_bewaakt_bepaling(kijk: Kijk) -> Iterator[Bevond]:
    """Niemand bewaakt een bepaling uit het contract.

    Waarom: van alle contractafspraken wordt de naleving bewaakt.
    Fout: een artikel zonder verplichting en zonder `bewaakt`.
    Goed: een verplichting met deze clausule, of `bewaakt: nee` met de reden in de toelichting.
    Wat nu: maak een verplichting, of leg vast waarom het niet hoeft.
    """
    for bundel in kijk.register.overeenkomsten.values():
        bewaakt = _bewaakte_nummers(kijk.register, bundel)
        for lijst in bundel.van(Artikelen):
            for nummer, artikel in enumerate(lijst.record.artikelen):
                uitgelegd = artikel.bewaakt == "ja" or (
                    artikel.bewaakt == "nee" and artikel.toelichting
                )
                if not uitgelegd and (artikel.document, artikel.nummer) not in bewaakt:
                    yield Bevond(
                        lijst.plek("artikelen", nummer),
                        f"niemand bewaakt {artikel.id}",
                        "maak een verplichting met deze clausule",
                    )


def _bewaakte_nummers(
    register: Register, bundel: Overeenkomstbundel
) -> set[tuple[str, str | None]]:
    """The clauses that an obligation of the overeenkomst, or of one of its contracts, guards."""
    lijsten = [*bundel.van(Verplichtingen)]
    for dossier in register.dossiers.values():
        if any(contract.overeenkomst is bundel for contract in dossier.contracten):
            lijsten += dossier.van(Verplichtingen)
    clausules = [
        rij.clausule for lijst in lijsten for rij in lijst.record.verplichtingen if rij.clausule
    ]
    return {(clausule.document, clausule.nummer) for clausule in clausules}
