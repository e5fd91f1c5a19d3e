"""Floor 5, rules on how long a measure lasts by its contract, and whether notice came in time."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.escalatie.duur import verlengd
from clm_cli.derivations.escalatie.overgang import besluit, overgangen, waarheen
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap
from clm_cli.derivations.escalatie.voorwaarden.contract import laatste_ontvangst
from clm_cli.derivations.escalatie.zaken import Genomen, gesloten
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.rules.escalatie.vormen import per_escalatie, per_maatregel, per_stap
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_vol


@regel("LAD440", FOUT, per_maatregel)
def verlenging_buiten_het_contract(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel is verlengd op een manier die het contract niet toestaat.

    Waarom: de nieuwe dag telt dan niet, en de maatregel loopt tot zijn eerdere einde.
    Fout: een tweede verlenging waar het contract er een kent, een verlenging na het einde, of een
    die langer is dan het contract toestaat.
    Goed: een besluit voor het einde, zo vaak en zo lang als het contract zegt.
    Wat nu: neem een nieuwe maatregel, of leg met clm correctie de dag vast die wel kan.
    """
    duur = z.instrument.duur if z.instrument else None
    for feit, uitspraak in verlengd(z):
        if uitspraak.antwoord == "nee":
            yield Bevond(
                feit.plek("tot"),
                f"de verlenging van {z.naam} telt niet: {uitspraak.tekst}",
                opdracht("correctie", z.dossier.id, feit.stam),
                (Reden("de maatregel", z.maatregel.plek()),),
                (duur.verlengen or duur).grond.eis if duur else None,
            )


@regel("LAD441", WAARSCHUWING, per_stap)
def opzegging_kwam_te_laat_aan(z: Genomen, stap: Vervolgstap) -> Iterator[Bevond]:
    """Een opzegging, of de mededeling dat een contract niet doorgaat, kwam misschien te laat.

    Waarom: zij werkt pas als zij is ontvangen (3:37 lid 3 BW). Op de dag van het besluit kon zij
    nog op tijd komen; wie later verzendt, of wiens brief later aankomt, haalt die dag niet. Staat
    er geen termijn op het contract, dan weet niemand of het op tijd was.
    Fout: een besluit van 1 juni tegen 31 december met een termijn van zes maanden, en een brief die
    op 6 juli is ontvangen.
    Goed: een brief die is ontvangen op of voor de laatste dag.
    Wat nu: neem een nieuw besluit tegen een dag die nog wel kan, of leg de zaak voor aan een
    jurist. Ontbreekt de termijn, zet hem dan bij de optie (`aanzeggen`) op de kaart van het
    contract.
    """
    laatste = laatste_ontvangst(stap.stap)
    anker = z.ontvangst
    toen = [rij for rij in stap.voorwaarden if rij.naam in _TIJDIG]
    if laatste is None or anker is None or any(rij.uitspraak.antwoord != "ja" for rij in toen):
        return
    uiterlijk, einde = laatste
    # the term may be one that nobody recorded; after the end itself any notice is too late
    grens = uiterlijk or einde
    if z.teruggenomen or (uiterlijk and anker.datum <= uiterlijk):
        return
    moest = f"dat moest uiterlijk op {datum_vol(grens)}"
    if anker.datum <= grens:
        moest = "of dat op tijd was, is onbekend: op het contract staat geen termijn daarvoor"
    hoe = "is naar verwachting ontvangen" if anker.voorlopig else "is ontvangen"
    yield Bevond(
        z.maatregel.plek("ingaat"),
        f"{z.naam} tegen {datum_vol(einde)} {hoe} op {datum_vol(anker.datum)}; {moest}",
        opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id),
        (anker.reden,),
        eis_van(z.grond),
    )


@regel("LAD443", WAARSCHUWING, per_escalatie)
def contract_gaat_over_tijdens_de_escalatie(
    blik: Dossierblik, escalatie: Escalatie
) -> Iterator[Bevond]:
    """Een contract gaat over naar een andere aanbieder terwijl de escalatie nog open is.

    Waarom: de nieuwe aanbieder krijgt het contract met alle rechten en plichten, voor zover de akte
    niets anders zegt (6:159 BW). Of een lopende termijn en wat wij schreven ook voor hem gelden,
    zegt het contract niet; wie verder gaat tegen de oude, treft geen partij meer.
    Fout: een overname per 1 juni, terwijl een hersteltermijn tot en met 9 juni loopt.
    Goed: voor de overname is besloten: de escalatie gesloten, met wat er van elke tekortkoming
    wordt, en zo nodig een nieuwe bij de nieuwe aanbieder, met eigen onderzoek, horen en brief.
    Wat nu: vraag uw jurist wat de akte zegt, schrijf de nieuwe aanbieder wat voor hem geldt, en
    sluit of heropen daarna.
    """
    if gesloten(escalatie):
        return
    stand = stand_van(blik, escalatie)
    for paar in overgangen(blik.dossier, escalatie):
        dag, plek = paar[1].record.ingaat, paar[1].plek("ingaat")
        lopend = [
            f"de hersteltermijn van {rij.tekortkoming} tot en met {datum_vol(rij.uiterlijk)}"
            for rij in stand.herstel
            if rij.uiterlijk and rij.uiterlijk >= dag and rij.herstel != "hersteld"
        ]
        lopend += [
            f"{m.genomen.naam} van {datum_vol(m.genomen.record.datum)}, genomen na de overname"
            for m in stand.maatregelen
            if m.genomen.record.datum >= dag and m.toestand != "ingetrokken"
        ]
        rest = f"; geraakt: {', '.join(lopend)}" if lopend else ""
        zonder = "" if paar[1].record.toestemming else "; onze toestemming staat er niet bij"
        nu = besluit(blik, escalatie, paar[1].record.naar)
        zin = f"{waarheen(paar)}, en escalatie {escalatie.id} is open{rest}{zonder}"
        yield Bevond(plek, zin, nu)


_TIJDIG = ("opzegtermijn", "aanzegging-tijdig")
"""The conditions by which a notice was still in time on the day of the decision."""
