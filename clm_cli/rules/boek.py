"""Floor 5, boek: the literal list of all rules, the check of a register, what is set aside."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.opzij import opzij_in
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk, blik_op
from clm_cli.meldingen import Ernst, Melding
from clm_cli.records.regime import Lezing, Regime
from clm_cli.register import Register
from clm_cli.rules import (
    afspraken,
    cijfers,
    classificatie,
    contracten,
    dossier,
    dubbel,
    gesprekken,
    lijsten,
    normen,
    privacy,
    rapport,
    termijnen,
    uitvraag,
    verwijzingen,
)
from clm_cli.rules.brieven import (
    bevoegdheid,
    bijlagen,
    fraude,
    inhoud,
    inkomend,
    tekst,
    zending,
)
from clm_cli.rules.escalatie import duur, geld, houdbaar, maatregelen, voorwaarden, zaak
from clm_cli.rules.escalatie import onderbouwing as stukken
from clm_cli.rules.opzij import gewogen
from clm_cli.rules.regel import Regel
from clm_cli.rules.regime import citaten, eigen, namen, regels, treden, vragen, werking
from clm_cli.rules.regime import termijnen as regimetermijnen
from clm_cli.rules.regime.blik import Regimeblik, per_regime

REGELS: tuple[Regel, ...] = (
    verwijzingen.verwijzing_komt_nergens_uit,
    verwijzingen.kenmerk_komt_twee_keer_voor,
    verwijzingen.genoemde_naam_bestaat_niet,
    verwijzingen.register_noemt_wat_niet_bestaat,
    verwijzingen.correctie_zonder_feit,
    gesprekken.verplichte_rol_was_er_niet,
    gesprekken.een_ander_zat_voor,
    gesprekken.een_persoon_in_twee_rollen,
    gesprekken.vast_thema_niet_behandeld,
    gesprekken.niet_stilgestaan_bij_de_ambitie,
    afspraken.actie_zonder_dag_of_resultaat,
    afspraken.besluit_zonder_mandaat,
    afspraken.besluit_zonder_zorglandschap,
    gesprekken.extra_gesprek_zonder_reden,
    gesprekken.niet_fysiek_zonder_reden,
    gesprekken.geplande_gesprekken_dicht_bij_elkaar,
    dossier.map_zonder_aanbieder,
    classificatie.criterium_niet_ingevuld,
    classificatie.contract_niet_geclassificeerd,
    classificatie.lichtere_klasse_op_een_andere_dag,
    dossier.rol_in_plan_niet_belegd,
    lijsten.verplichting_zonder_moment,
    lijsten.wijziging_afgesloten_zonder_reden,
    dossier.signaal_zonder_verplichting,
    dossier.opgegaan_met_open_gesprek,
    classificatie.alle_categorieen_evenveel_gesprekken,
    classificatie.weinig_gesprekken_zonder_reden,
    lijsten.niets_draagt_bij_aan_doelstelling,
    lijsten.niemand_bewaakt_bepaling,
    lijsten.onderwerp_zonder_plaats,
    lijsten.antwoord_zonder_wie_of_wanneer,
    lijsten.risico_zonder_maatregel_of_dag,
    lijsten.leerpunt_blijft_liggen,
    lijsten.risico_te_laat_bekeken,
    lijsten.voorbereiding_ontbreekt,
    afspraken.actie_zonder_kant,
    classificatie.eerste_classificatie_te_laat,
    dossier.geen_contractmanagementplan,
    gesprekken.reactie_op_verslag_te_laat,
    dossier.plan_zonder_rollen,
    cijfers.percentage_buiten_bereik,
    cijfers.teller_past_niet_bij_noemer,
    cijfers.waarde_is_niet_teller_door_noemer,
    cijfers.periode_nog_niet_voorbij,
    cijfers.twee_metingen_van_hetzelfde,
    cijfers.cijfer_van_de_aanbieder_met_twee_waarden,
    cijfers.herziening_past_niet,
    normen.norm_zonder_bron,
    normen.norm_niet_te_toetsen,
    normen.percelen_met_een_andere_norm,
    normen.cijfer_zonder_uiterste_dag,
    uitvraag.zelfde_cijfer_twee_keer_gevraagd,
    uitvraag.zelfde_stuk_twee_keer_gevraagd,
    classificatie.twee_besluiten_op_een_dag,
    dossier.organisatie_nog_in_te_vullen,
    rapport.rapport_over_een_periode_gemist,
    dossier.zelfde_kvk_in_twee_dossiers,
    inkomend.stuk_is_leeg,
    contracten.verlengd_met_een_andere_duur,
    contracten.optie_overgeslagen,
    contracten.verlengd_zonder_strategisch_besluit,
    contracten.te_laat_verlengd,
    contracten.langer_dan_de_overeenkomst,
    contracten.niet_geregeld_in_de_overeenkomst,
    inkomend.hun_brief_na_de_ontvangst,
    inkomend.zelfde_scan_twee_keer,
    termijnen.brief_noemt_een_andere_dag,
    termijnen.feit_uit_de_toekomst,
    termijnen.vastgelegd_voor_het_gebeurde,
    termijnen.termijn_op_voorlopige_lezing,
    termijnen.genoemde_dag_is_geen_werkdag,
    termijnen.geen_kalender_gekozen,
    voorwaarden.harde_voorwaarde_niet_vervuld,
    voorwaarden.afgeweken_zonder_reden,
    voorwaarden.gehandeld_voor_het_horen,
    voorwaarden.afgeweken_met_reden,
    maatregelen.instrument_staat_niet_op_deze_trede,
    duur.verlenging_buiten_het_contract,
    zaak.maatregel_in_gesloten_escalatie,
    zaak.contracten_onder_verschillende_regimes,
    stukken.bewijs_door_de_verkeerde_vastgesteld,
    maatregelen.noodzaak_onbekend_of_zonder_reden,
    maatregelen.meer_contact_niet_uitgewerkt,
    maatregelen.zorglandschap_niet_bekeken,
    stukken.directie_ontbrak_bij_geschil,
    stukken.plan_of_oordeel_niet_volledig,
    stukken.antwoord_niet_volledig,
    maatregelen.laat_bezwaar_zonder_beslissing,
    zaak.geen_vastgelegde_aanleiding,
    maatregelen.niet_bij_elke_gemeente_uitgevoerd,
    maatregelen.loopt_door_na_herstel,
    zaak.geen_opening_of_te_laat,
    voorwaarden.aanpassing_buiten_het_contract,
    maatregelen.nieuwe_dag_te_vroeg,
    zaak.feit_over_het_verkeerde_feit,
    zaak.twee_escalaties_over_hetzelfde,
    dubbel.twee_feiten_over_hetzelfde,
    dubbel.verbetering_draait_een_eerdere_terug,
    dubbel.gesprek_gehouden_en_vervallen,
    *houdbaar.ALLE,
    *geld.ALLE,
    inhoud.verplicht_onderdeel_ontbreekt,
    zending.formele_maatregel_zonder_brief,
    zending.niet_aangetekend_of_zonder_code,
    bevoegdheid.verzonden_zonder_akkoord,
    bevoegdheid.uittreksel_onbekend_of_oud,
    inhoud.concept_is_verzonden,
    inhoud.dagen_passen_niet_bij_de_datum,
    tekst.eis_strenger_dan_de_bepaling,
    tekst.woord_uit_het_bestuursrecht,
    bijlagen.bijlage_is_niet_vastgelegd,
    bijlagen.kenmerk_staat_op_twee_brieven,
    tekst.client_in_een_brieftekst,
    fraude.persoon_genoemd_bij_fraude,
    tekst.vertrouwelijke_bron_te_herkennen,
    fraude.fraude_zonder_bewijs,
    bevoegdheid.ondertekenaar_zonder_mandaat,
    bevoegdheid.gemeente_zonder_volmacht,
    zending.bezorgd_en_teruggekomen,
    inkomend.brief_van_hen_niet_verwerkt,
    privacy.burgerservicenummer,
    privacy.gegevens_van_een_client,
    privacy.vertrouwelijke_bron_mag_in_brieven,
    privacy.bewaartermijn_is_voorbij,
)
"""The rules on a register, by code."""
REGIMEREGELS: tuple[Regel, ...] = (
    treden.trede_niet_te_bereiken,
    treden.instrument_nooit_te_nemen,
    treden.formeel_zonder_harde_voorwaarde,
    namen.voorwaarde_die_clm_niet_kent,
    treden.lezing_van_een_andere_voorwaarde,
    namen.vraag_of_keuze_bestaat_niet,
    namen.instrument_staat_op_geen_trede,
    namen.soort_bewijs_of_signaal_bestaat_niet,
    namen.naam_en_bestand_verschillen,
    namen.kenmerk_twee_keer_in_een_lijst,
    namen.partij_ontbreekt,
    werking.termijn_begint_nooit,
    werking.brief_die_bij_niets_hoort,
    werking.voorwaarde_zegt_nooit_nee,
    werking.onderdeel_van_brief_zonder_titel,
    werking.niveau_besluit_dat_niets_bewaakt,
    eigen.verstrijken_zonder_werking,
    eigen.bewaakt_door_niets,
    regels.regel_maakt_nooit_iets_uit,
    regimetermijnen.termijn_zonder_duur,
    regimetermijnen.termijn_zonder_begin,
    regimetermijnen.termijn_bij_geen_instrument,
    regimetermijnen.bekend_te_maken_zonder_brief,
    treden.maximum_zonder_grondslag,
    treden.gegeven_dat_geen_voorwaarde_leest,
    citaten.bepaling_zonder_woorden,
    citaten.twee_citaten_die_verschillen,
    regimetermijnen.soort_brief_die_niemand_beschrijft,
    vragen.contract_spreekt_zichzelf_tegen,
    vragen.open_zonder_voorstel,
    vragen.voorlopige_lezing,
    vragen.per_geval_te_beantwoorden,
    vragen.eigen_lezing_besliste,
    vragen.verschrijving_in_het_contract,
    vragen.contract_verwijst_naar_niets,
    vragen.stuk_niet_ingezien,
    vragen.lezing_kiest_wat_er_niet_staat,
    vragen.antwoord_verandert_niets,
    namen.punt_zonder_regel,
)
"""The rules on a regime; one that ships with clm is only checked when it is asked for, with `clm
regime controleer`. What is only good to know of a regime, a check of a register leaves out."""
IN_GEEN_BRIEF = (
    privacy.burgerservicenummer,
    tekst.client_in_een_brieftekst,
    fraude.persoon_genoemd_bij_fraude,
    tekst.vertrouwelijke_bron_te_herkennen,
    fraude.fraude_zonder_bewijs,
)
"""What no letter may hold: while it stands in a text that the letter draws on, the letter is not
made."""


def regel(code: str) -> Regel | None:
    """One rule by its code, however it is written."""
    return next((rij for rij in (*REGELS, *REGIMEREGELS) if rij.code == code.upper()), None)


def controleer(register: Register, vandaag: date) -> tuple[Melding, ...]:
    """All meldingen on a register, with corrections folded; one that was set aside says so."""
    return meldingen(Kijk(register, vandaag))


def meldingen(kijk: Kijk, alleen: Collection[str] | None = None) -> tuple[Melding, ...]:
    """The same for who looks at the register already: what was worked out is not redone.

    With `alleen` only these dossiers are looked at, and what is shared.
    """
    namen = kijk.register.dossiers if alleen is None else sorted(alleen)
    blikken = [kijk.blik(id_) for id_ in namen if id_ in kijk.register.dossiers]
    geheel = kijk if alleen is None else Kijk(kijk.register.alleen(alleen), kijk.vandaag)
    opzij = [rij for blik in blikken for rij in opzij_in(blik)]
    op_regimes = (rij for rij in REGIMEREGELS if rij.ernst is not Ernst.INFO)
    gevonden = (
        melding
        for rij in (*REGELS, *op_regimes)
        for melding in (rij.overal(kijk) if alleen is None else rij.bij(geheel, blikken))
    )
    return gewogen(gevonden, opzij)


def in_dossier(blik: Dossierblik) -> tuple[Melding, ...]:
    """The meldingen of the rules that look at one dossier, on that dossier alone."""
    return gewogen((melding for rij in REGELS for melding in rij.in_dossier(blik)), opzij_in(blik))


def controleer_regime(
    register: Register, regime: Bestand[Regime], vandaag: date
) -> tuple[Melding, ...]:
    """All meldingen on one regime, and on the lezingen of it that the register holds."""
    kijk = Kijk(register, vandaag)
    lezingen = {
        feit.bron.pad for feit in register.van(Lezing) if feit.record.regime == regime.record.id
    }
    op_regime = [rij for rij in REGIMEREGELS if rij.per is per_regime]
    op_register = [rij for rij in REGIMEREGELS if rij.per is not per_regime]
    return (
        *(melding for rij in op_regime for melding in rij.over(Regimeblik(kijk, regime))),
        *(
            melding
            for rij in op_register
            for melding in rij.overal(kijk)
            if melding.plek and melding.plek.pad in lezingen
        ),
    )


def houdt_tegen(
    register: Register, dossier: Dossier, mappen: tuple[str, ...], vandaag: date
) -> tuple[Melding, ...]:
    """What in the case or on a card may be in no letter, by folder, unless it was set aside."""
    blik = blik_op(register, dossier, vandaag)
    gevonden = (
        melding
        for rij in IN_GEEN_BRIEF
        for melding in rij.in_dossier(blik)
        if melding.plek and melding.plek.pad.rpartition("/")[0] in mappen
    )
    return tuple(m for m in gewogen(gevonden, opzij_in(blik)) if m.ernst is Ernst.FOUT)
