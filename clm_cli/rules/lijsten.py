"""Floor 5, rules on the lists of a dossier and an overeenkomst: whole lines, watched clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clm_cli.advies import opdracht
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.dekking import onbewaakt, ongevolgd
from clm_cli.derivations.herzieningen import LEERPUNT, te_laat_herzien
from clm_cli.derivations.onderwerpen import Plaats
from clm_cli.derivations.ontbrekend import (
    antwoord_mist,
    niet_voorbereid,
    risico_mist,
    vul_antwoord,
    vul_risico,
)
from clm_cli.derivations.termijnen import bepaling, kalender_op, termijnbeleid
from clm_cli.derivations.zinnen import opsomming
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Wijzigingen,
)
from clm_cli.rules.grond import grond_in, grond_onder
from clm_cli.rules.regel import (
    INFO,
    WAARSCHUWING,
    Bevond,
    per_dossier,
    per_register,
    regel,
    van_alle,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken
from clm_cli.woorden import elke, geschreven

_Onvoorbereid = tuple[str, str, Plek, str | None]


def _onvoorbereid(blik: Dossierblik) -> Iterator[_Onvoorbereid]:
    """The overeenkomst, the tasks that nobody prepared, the contract and the clause."""
    for contract in blik.dossier.contracten:
        grond, bundel = bepaling(contract.regime, "voorbereiden"), contract.overeenkomst
        if grond and bundel and loopt(contract, blik.vandaag):
            for blok in niet_voorbereid(blik, contract):
                yield bundel.id, blok, contract.kaart.plek(), grond.eis


def _doelen(blik: Dossierblik) -> Iterator[tuple[str]]:
    """The goals that something in a dossier adds to."""
    dossier = blik.dossier
    plichten = (r.doel for b in dossier.van(Verplichtingen) for r in b.record.verplichtingen)
    risicos = (r.doel for b in dossier.van(Risicos) for r in b.record.risicos)
    yield from ((doel,) for doel in (*plichten, *risicos) if doel)


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
            if rij.uiterlijk is None and not rij.komt_terug and rij.doorlopend != "ja":
                yield Bevond(
                    lijst.plek("verplichtingen", nummer),
                    f"{rij.id} heeft geen dag",
                    "vul uiterlijk, herhaling of doorlopend in",
                    grond=grond_in(blik, "naleving-bewaken"),
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
                yield Bevond(
                    plek,
                    f"{rij.id}: {rij.uitkomst}, zonder reden",
                    "vul 'reden' in",
                    grond=grond_in(blik, "wijzigingen-verzorgen"),
                )


@regel("DOS234", WAARSCHUWING, per_dossier)
def antwoord_zonder_wie_of_wanneer(blik: Dossierblik) -> Iterator[Bevond]:
    """Bij het antwoord op een onduidelijkheid staat niet wie het gaf, of wanneer.

    Waarom: onduidelijkheden worden opgelost; een antwoord dat niemand heeft vastgesteld, bindt
    niemand.
    Fout: `antwoord: alleen in de eigen gemeente`, zonder `besloten_door` en `besloten`.
    Goed: met `besloten_door` (wie het antwoord vaststelde) en `besloten` (de dag).
    Wat nu: vul aan wie het antwoord heeft vastgesteld, en wanneer.
    """
    grond = grond_in(blik, "onduidelijkheden-oplossen")
    for lijst in blik.dossier.van(Onduidelijkheden) if grond else ():
        for nummer, rij in enumerate(lijst.record.onduidelijkheden):
            if mist := " en ".join(antwoord_mist(rij)):
                yield Bevond(
                    lijst.plek("onduidelijkheden", nummer),
                    f"{rij.id} heeft een antwoord, maar mist {mist}",
                    vul_antwoord(blik.dossier.id, rij),
                    grond=grond,
                )


@regel("DOS235", WAARSCHUWING, per_dossier)
def risico_zonder_maatregel_of_dag(blik: Dossierblik) -> Iterator[Bevond]:
    """Een risico heeft geen maatregel, of geen dag waarop het opnieuw wordt bekeken.

    Waarom: alle risico's van het contract worden beheerst; zonder maatregel en dag gebeurt dat
    niet.
    Fout: een open risico zonder `maatregel` of zonder `herzien`.
    Goed: `maatregel: elk kwartaal de bezetting opvragen` en `herzien: 2026-07-01`.
    Wat nu: vul aan wat eraan wordt gedaan en wanneer u er weer naar kijkt; is het risico er niet
    meer, vul dan `gesloten` in.
    """
    grond = grond_in(blik, "risicos-beheersen")
    for lijst in blik.dossier.van(Risicos) if grond else ():
        for nummer, rij in enumerate(lijst.record.risicos):
            if mist := " en ".join(risico_mist(rij)):
                yield Bevond(
                    lijst.plek("risicos", nummer),
                    f"risico {rij.id} mist {mist}",
                    vul_risico(blik.dossier.id, rij),
                    grond=grond,
                )


@regel("DOS286", WAARSCHUWING, per_dossier)
def leerpunt_blijft_liggen(blik: Dossierblik) -> Iterator[Bevond]:
    """Een leerpunt staat lang open zonder dag om het opnieuw te bekijken.

    Waarom: bevindingen worden benut om te leren en te sturen; een leerpunt dat niemand meer
    bekijkt, wordt niet gebruikt.
    Fout: een open leerpunt van meer dan een half jaar oud, zonder `herzien`.
    Goed: met `herzien: 2026-09-01`, of met `klaar` als het is verwerkt.
    Wat nu: spreek een dag af, zet het een fase verder, of sluit het af.
    """
    grond = grond_in(blik, "bevindingen-benutten")
    for lijst in blik.dossier.van(Leerpunten):
        for nummer, rij in enumerate(lijst.record.leerpunten):
            beleid = termijnbeleid(blik.register, rij.sinds)
            duur = beleid.leerpunten or LEERPUNT
            kalender = kalender_op(blik.register, rij.sinds)
            oud = bereken(rij.sinds, duur, kalender).uiterlijk < blik.vandaag
            if rij.klaar is None and rij.herzien is None and oud:
                yield Bevond(
                    lijst.plek("leerpunten", nummer),
                    f"leerpunt {rij.id} staat open sinds {datum_vol(rij.sinds)}",
                    opdracht(*("lijst", "leerpunten", blik.dossier.id), wijzig=rij.id, herzien="…"),
                    (Reden(f"eigen beleid, niet het contract: {elke(duur)} bekijken"),),
                    grond,
                )


@regel("DOS287", WAARSCHUWING, per_dossier)
def risico_te_laat_bekeken(blik: Dossierblik) -> Iterator[Bevond]:
    """Een risico wordt minder vaak bekeken dan bij de categorie van de aanbieder hoort.

    Waarom: de classificatie bepaalt de intensiteit van sturing, ook hoe vaak risico's worden
    herzien.
    Fout: `herzien` over een jaar, bij een categorie met `risicos_elke: 3 maanden`.
    Goed: een dag binnen drie maanden.
    Wat nu: kies een eerdere dag om het risico te bekijken.
    """
    grond = grond_in(blik, "ritme-volgt-classificatie")
    for rij in te_laat_herzien(blik):
        yield Bevond(
            rij.plek,
            f"risico {rij.risico.id} wordt pas op {datum_vol(rij.gezet)} bekeken",
            rij.nu,
            (rij.reden,),
            grond,
        )


@regel("DOS236", WAARSCHUWING, van_alle(_onvoorbereid, ook_alleen=True))
def voorbereiding_ontbreekt(kijk: Kijk, rijen: Sequence[_Onvoorbereid]) -> Iterator[Bevond]:
    """Bij een overeenkomst is van een van de drie taken geen voorbereiding vastgelegd.

    Waarom: alle voorbereidingen worden vóór de uitvoeringsfase getroffen: voor de naleving, voor
    onduidelijkheden, en voor risico's en wijzigingen.
    Fout: geen lijst voorbereiding, of een lijst zonder een punt in het blok 'naleving'.
    Goed: in elk van de drie blokken ten minste één punt, klaar of nog te doen.
    Wat nu: voeg met clm lijst voorbereiding toe wat nog moet of is gedaan; wat maar voor één
    aanbieder geldt, mag in de lijst van zijn dossier.
    """
    for bundel in kijk.register.overeenkomsten.values():
        mist = {blok: (plek, eis) for id_, blok, plek, eis in rijen if id_ == bundel.id}
        if mist:
            blok, (plek, eis) = next(iter(mist.items()))
            namen = ", ".join(map(geschreven, mist))
            yield Bevond(
                bundel.kaart.plek("looptijd"),
                f"van {bundel.id} is geen voorbereiding vastgelegd: {namen}",
                opdracht("lijst", "voorbereiding", overeenkomst=bundel.id, blok=blok, wat="…"),
                (Reden("zoals voor dit contract", plek),),
                eis,
            )


@regel("DOS232", WAARSCHUWING, van_alle(_doelen))
def niets_draagt_bij_aan_doelstelling(kijk: Kijk, rijen: Sequence[tuple[str]]) -> Iterator[Bevond]:
    """Aan een contractdoelstelling draagt niets bij.

    Waarom: contractmanagement is het realiseren van de doelstellingen; zonder verplichting of
    risico is er niets te volgen.
    Fout: een doelstelling die nergens als `doel` wordt genoemd.
    Goed: ten minste één verplichting of risico met `doel: tijdige-hulp`.
    Wat nu: koppel een verplichting of risico, of haal de doelstelling weg.
    """
    gedeeld = kijk.register.gedeelde.van(Verplichtingen)
    genoemd = {rij.doel for lijst in gedeeld for rij in lijst.record.verplichtingen}
    genoemd |= {doel for (doel,) in rijen}
    for bundel in kijk.register.overeenkomsten.values():
        for nummer, doel in enumerate(bundel.kaart.record.doelstellingen):
            if doel.id not in genoemd:
                yield Bevond(
                    bundel.kaart.plek("doelstellingen", nummer),
                    f"aan '{doel.wat}' draagt niets bij",
                    f"geef een verplichting doel: {doel.id}",
                    grond=grond_onder(kijk, bundel, "doelstellingen-realiseren"),
                )


@regel("DOS233", WAARSCHUWING, per_register)
def niemand_bewaakt_bepaling(kijk: Kijk) -> Iterator[Bevond]:
    """Niemand bewaakt een bepaling uit het contract.

    Waarom: van alle contractafspraken wordt de naleving bewaakt.
    Fout: een artikel zonder verplichting, kpi of thema, en zonder `bewaakt`.
    Goed: een verplichting met deze clausule, `kpi` of `thema` bij het artikel, of `bewaakt: nee`
    met de reden in de toelichting.
    Wat nu: maak een verplichting, of leg vast waarom het niet hoeft; clm lijst dekking toont ze.
    """
    for overeenkomst in onbewaakt(kijk):
        for rij in overeenkomst.rijen:
            yield Bevond(
                rij.plek,
                f"niemand bewaakt {rij.artikel.id}",
                "maak een verplichting met deze clausule, of noem de kpi of het thema",
                grond=overeenkomst.grond.eis if overeenkomst.grond else None,
            )


@regel("DOS301", INFO, per_register)
def onderwerp_zonder_plaats(kijk: Kijk) -> Iterator[Bevond]:
    """Niets in het register zegt iets over een onderwerp van de gesprekken.

    Waarom: het contract noemt bij elk thema onderwerpen; wie niet vastlegt waar zo'n onderwerp
    wordt gevolgd, heeft er in het gesprek en in het rapport niets over. Zij zijn richtinggevend en
    kunnen worden gewijzigd.
    Fout: geen kpi, verplichting of andere plaats voor 'wachttijden'.
    Goed: bij `onderwerpen` in overeenkomst.yaml: `{thema: ontwikkelingen-in-cijfers, onderwerp:
    wachttijden, kpis: [start]}`.
    Wat nu: noem de kpi of verplichting, schrijf `uit: [gesprek]` als het alleen wordt besproken, of
    `gebruikt: nee` met de reden in de toelichting.
    """
    for overeenkomst in ongevolgd(kijk):
        per: dict[str, list[Plaats]] = {}
        for plaats in overeenkomst.rijen:
            per.setdefault(plaats.thema.id, []).append(plaats)
        for plaatsen in per.values():
            thema = plaatsen[0].thema
            namen = opsomming(f"'{plaats.onderwerp}'" for plaats in plaatsen)
            yield Bevond(
                plaatsen[0].plek,
                f"bij het thema '{thema.titel}' volgt niets {namen}",
                "zeg bij 'onderwerpen' in overeenkomst.yaml welke kpi of verplichting dat doet",
                grond=thema.grond.eis,
            )
