"""Floor 5, rules on what holds in court whatever the contract: mandate, days, necessity."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import niemand_weet_wie, tekenbevoegd
from clm_cli.derivations.brieven.aankomst import vermoede_ontvangst
from clm_cli.derivations.escalatie import opschorting
from clm_cli.derivations.escalatie.bezwaren import geschillen, op_tijd, regeling, regeltermijn
from clm_cli.derivations.escalatie.fraude import bewezen
from clm_cli.derivations.escalatie.maatregeltermijnen import termijnduur
from clm_cli.derivations.escalatie.verzuim import oordelen_over_herstel
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    contract_van,
    einde_van,
    genomen_in,
    gesloten,
    tekortkomingen,
)
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.derivations.zinnen import bij_trede, opsomming
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import AL_VAST
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import (
    Aanpassing,
    Beslissing,
    Bezwaar,
    Hervatting,
    Opheffing,
    Schorsing,
    Sluiting,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.escalatie.maatregelen import noodzaakgrond
from clm_cli.rules.escalatie.vormen import per_escalatie, per_maatregel
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_lang
from clm_cli.tijd.termijn import bereken

_Einde = Sluiting | Opheffing | Beslissing
_Anders = Schorsing | Hervatting | Aanpassing


@regel("LAD420", FOUT, per_escalatie)
def besloten_zonder_mandaat(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Over een maatregel is later besloten door iemand zonder mandaat daarvoor.

    Waarom: wie een maatregel beëindigt, stilzet, hervat, wijzigt of na bezwaar laat doorgaan,
    beschikt over rechten; dat kan alleen wie hem ook mocht nemen.
    Fout: de contractmanager, met mandaat tot en met trede 2, sluit een escalatie met een stop.
    Goed: een sluiting door iemand met mandaat voor de hoogste trede die nog liep.
    Wat nu: laat de bevoegde persoon besluiten, en leg dat vast met clm correctie.
    """
    besluiten: tuple[Bestand[_Einde | _Anders], ...] = (
        *escalatie.van(Sluiting),
        *escalatie.van(Opheffing),
        *escalatie.van(Beslissing),
        *escalatie.van(Schorsing),
        *escalatie.van(Hervatting),
        *escalatie.van(Aanpassing),
    )
    for feit in besluiten:
        over = [*_eindigt(blik, escalatie, feit), *_beslist_over(blik, escalatie, feit)]
        trede = max((m.record.trede for m in over), default=0)
        wie = feit.record.besloten_door
        mag = tekenbevoegd(blik.register, trede, feit.record.datum)
        if trede and wie and wie not in mag:
            contract = contract_van(blik.dossier, escalatie)
            tot = bij_trede(contract.regime, trede, " tot en met {}") if contract else ""
            waar = f"mandaat{tot}, waarover dit gaat" if tot else "mandaat voor waar dit over gaat"
            onbekende = niemand_weet_wie(blik.register, wie)
            yield Bevond(
                feit.plek("besloten_door"),
                f"wie dit besloot, is onbekend, en ook of die {waar}, had: {onbekende}"
                if onbekende
                else f"{blik.register.naam_van(wie)} heeft geen {waar}; {_wie_wel(blik, mag)}",
                opdracht("correctie", blik.dossier.id, feit.stam),
            )


def _wie_wel(blik: Dossierblik, mag: tuple[str, ...]) -> str:
    """Who may, as whoever is refused asks next."""
    if not mag:
        return "niemand in organisatie.yaml heeft dat"
    return f"dat heeft {opsomming(map(blik.register.naam_van, dict.fromkeys(mag)), 'of')}"


def _beslist_over(
    blik: Dossierblik, escalatie: Escalatie, feit: Bestand[Feit]
) -> list[Bestand[Maatregel]]:
    """The measures that this changes, or that what it decides on or resumes was about."""
    doel = blik.dossier.waarbij(feit)
    return [
        z.maatregel
        for z in genomen_in(blik, escalatie)
        for over in (z.maatregel, *z.bij(Bezwaar), *geschillen(z), *z.bij(Schorsing))
        if doel is not None and doel.pad == over.pad
    ]


def _eindigt(
    blik: Dossierblik, escalatie: Escalatie, feit: Bestand[Feit]
) -> list[Bestand[Maatregel]]:
    """The measures that this very fact ends."""
    return [
        m
        for m in escalatie.van(Maatregel)
        if (einde := einde_van(blik.dossier, escalatie, m)) is not None and einde.pad == feit.pad
    ]


@regel("LAD421", FOUT, per_maatregel)
def gaat_in_voor_het_besluit(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel gaat in op een dag vóór het besluit.

    Waarom: een maatregel werkt als de brief is ontvangen (3:37 BW), en een ontbinding werkt niet
    terug (6:269 BW).
    Fout: een ontbinding van 20 juli met ingang van 1 januari.
    Goed: een dag van ingang op of na de dag van het besluit.
    Wat nu: kies een latere dag van ingang (--ingaat).
    """
    if z.record.ingaat < z.record.datum:
        yield Bevond(
            z.maatregel.plek("ingaat"),
            f"{z.naam} gaat in op {datum_lang(z.record.ingaat)}, vóór het besluit van "
            f"{datum_lang(z.record.datum)}",
            opdracht("correctie", z.dossier.id, z.maatregel.stam),
        )


@regel("LAD422", FOUT, per_maatregel)
def noodzaak_tegen_het_dossier(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel heet nodig voor veiligheid of tegen fraude, en het dossier zegt iets anders.

    Waarom: die noodzaak ontneemt een bezwaar zijn werking; zij moet uit het dossier blijken.
    Fout: nodig voor de veiligheid, terwijl bij elke tekortkoming `raakt_veiligheid: nee` staat; of
    tegen verdere fraude, zonder bewijs van fraude met alle elementen.
    Goed: `noodzaak_voor: [veiligheid]` bij een tekortkoming die de veiligheid raakt.
    Wat nu: zeg met --noodzaak-voor waarvoor de maatregel nodig is, of --noodzaak nee.
    """
    if not opschorting.noodzaak_telt(z):
        return
    for id_, voor in _noodzaken(z):
        veilig = opschorting.kan_veiligheid(z, id_)
        fraude = id_ in bewezen(z.dossier, z.escalatie, z.record.datum)
        mis = [f"voor {v}" for v in voor if not (veilig if v == "veiligheid" else fraude)]
        if not voor and not veilig and not fraude:
            mis = [f"voor {opschorting.waarvoor(z)}"]
        if mis:
            yield Bevond(
                z.maatregel.plek("noodzaak"),
                f"{z.naam}: {id_} maakt de maatregel volgens het dossier niet nodig "
                f"{' en '.join(mis)}",
                opdracht("escalatie", "toon", z.dossier.id),
                grond=noodzaakgrond(z),
            )


def _noodzaken(z: Genomen) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each shortcoming for which the measure is called necessary, and for what."""
    per = {rij.tekortkoming: rij for rij in z.record.noodzaak_per}
    for id_ in z.record.tekortkomingen:
        rij = per.get(id_)
        if (rij.noodzaak if rij else z.record.noodzaak) == "ja":
            yield id_, rij.voor if rij else z.record.noodzaak_voor


@regel("LAD423", WAARSCHUWING, per_maatregel)
def te_laat_opnieuw_bekeken(z: Genomen) -> Iterator[Bevond]:
    """Een stop of overdracht wordt pas later opnieuw bekeken dan ons beleid zegt.

    Waarom: een maatregel die langer duurt dan nodig, is niet evenredig.
    Fout: een cliëntenstop van juni 2026 die in augustus 2030 wordt herzien.
    Goed: een dag binnen de tijd van termijnbeleid, herziening (organisatie.yaml).
    Wat nu: noem een eerdere dag bij --reikwijdte herzien=…, of met clm escalatie aanpassing.
    """
    dag = z.record.reikwijdte.herzien if z.record.reikwijdte else None
    beleid = termijnbeleid(z.register, z.record.datum)
    if dag is None or beleid.herziening is None:
        return
    kalender = kalender_op(z.register, z.record.ingaat)
    uiterst = bereken(z.record.ingaat, beleid.herziening, kalender).uiterlijk
    if dag > uiterst:
        yield Bevond(
            z.maatregel.plek("reikwijdte", "herzien"),
            f"{z.naam} wordt pas op {datum_lang(dag)} herzien; ons beleid zegt "
            f"uiterlijk {datum_lang(uiterst)}",
            opdracht("escalatie", "aanpassing", z.dossier.id),
        )


@regel("LAD426", FOUT, per_escalatie)
def gesloten_zonder_bestemming(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een escalatie is gesloten terwijl van een tekortkoming niet vaststaat wat ervan wordt.

    Waarom: een sluiting beëindigt alle maatregelen; wie zwijgt over wat na een maatregel niet is
    hersteld, kan daarmee rechten opgeven (6:160 BW).
    Fout: `hersteld: nee` zonder `rest`, of `hersteld: ja` terwijl ons laatste oordeel anders is.
    Goed: `rest: [{tekortkoming: T1, wat: de schade vorderen wij apart}]`.
    Wat nu: noem per tekortkoming wat ervan wordt (--rest), of leg eerst een nieuw oordeel vast.
    """
    geraakt = {id_ for m in escalatie.van(Maatregel) for id_ in m.record.tekortkomingen}
    for feit in escalatie.van(Sluiting):
        genoemd = {rij.tekortkoming for rij in feit.record.rest}
        laatste = oordelen_over_herstel(escalatie, feit.record.datum)
        correctie = opdracht("correctie", blik.dossier.id, feit.stam)
        for id_ in (t.id for t in tekortkomingen(escalatie) if t.id in geraakt):
            oordeel, plek = laatste.get(id_), feit.plek("hersteld")
            if feit.record.hersteld == "ja" and oordeel in ("nee", "deels"):
                yield Bevond(
                    plek,
                    f"{id_}: de sluiting zegt hersteld, ons laatste oordeel niet",
                    opdracht("escalatie", "beoordeling", blik.dossier.id, escalatie.id),
                )
            elif feit.record.hersteld != "ja" and oordeel != "ja" and id_ not in genoemd:
                yield Bevond(
                    plek,
                    f"{id_}: is niet hersteld, en wat ervan wordt staat er niet bij",
                    advies(
                        f'geef --rest "tekortkoming={id_} wat=…"{AL_VAST}{{correctie}}',
                        correctie=correctie,
                    ),
                )


@regel("LAD429", WAARSCHUWING, per_maatregel)
def herstel_eindigt_voor_bezwaar(z: Genomen) -> Iterator[Bevond]:
    """Een hersteltermijn eindigt voordat de aanbieder bezwaar kan hebben gemaakt.

    Waarom: wie nog bezwaar kan maken, is dan al in verzuim; een rechter vindt zo'n termijn niet
    snel redelijk (6:82 BW).
    Fout: een termijn van 3 werkdagen, terwijl het contract 5 werkdagen voor bezwaar geeft.
    Goed: een hersteltermijn die ten minste zo lang is als de bezwaartermijn.
    Wat nu: geef een langere termijn (--hersteltermijn); moet het echt zo kort, zeg dan bij
    `redelijk` waarom.
    """
    regel_ = regeltermijn(z, "bezwaar")
    duur = termijnduur(z, regel_)[0] if regel_ else None
    if regel_ is None or duur is None:
        return
    dag = vermoede_ontvangst(z.register, z.contract.regime, z.record.datum)
    laatste = bereken(dag, duur, kalender_op(z.register, dag, z.contract, regel_.soort)).uiterlijk
    kalender = kalender_op(z.register, dag, z.contract, "herstel")
    for nummer, rij in enumerate(z.record.hersteltermijnen):
        tot = bereken(dag, rij.termijn, kalender).uiterlijk
        if tot < laatste:
            yield Bevond(
                z.maatregel.plek("hersteltermijnen", nummer, "termijn"),
                f"{rij.tekortkoming}: {rij.termijn} eindigt naar verwachting op "
                f"{datum_lang(tot)}, en bezwaar kan tot en met {datum_lang(laatste)}",
                opdracht("correctie", z.dossier.id, z.maatregel.stam),
                grond=regel_.grond.eis,
            )


@regel("LAD436", WAARSCHUWING, per_escalatie)
def gesloten_met_open_bezwaar(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een escalatie is gesloten terwijl op een bezwaar nog niet is beslist.

    Waarom: een sluiting is geen antwoord; wie op tijd bezwaar maakte, houdt recht op een
    beslissing, zeker als een vordering blijft staan.
    Fout: een bezwaar van 10 maart, en op 12 maart een sluiting zonder beslissing.
    Goed: eerst een beslissing, of een bezwaar dat is ingetrokken.
    Wat nu: beslis op het bezwaar met clm escalatie beslissing, en meld dat met de sluiting.
    """
    sluitingen = escalatie.van(Sluiting) if gesloten(escalatie) else ()
    for z in genomen_in(blik, escalatie) if sluitingen else ():
        for bezwaar in z.bij(Bezwaar) if regeltermijn(z, "bezwaar") else ():
            beslist = z.bij(Beslissing, bezwaar) or opschorting.einde(z, bezwaar)
            if not beslist and op_tijd(z, bezwaar).antwoord != "nee":
                yield Bevond(
                    sluitingen[-1].plek("reden"),
                    f"op het bezwaar tegen {z.naam} van {datum_lang(bezwaar.record.ontvangen)} is "
                    "niet beslist",
                    zaakopdracht(blik.dossier, escalatie, "beslissing", bezwaar),
                    grond=rij.grond.eis if (rij := regeling(z)) else None,
                )


ALLE = (
    besloten_zonder_mandaat,
    gaat_in_voor_het_besluit,
    noodzaak_tegen_het_dossier,
    te_laat_opnieuw_bekeken,
    gesloten_zonder_bestemming,
    herstel_eindigt_voor_bezwaar,
    gesloten_met_open_bezwaar,
)
