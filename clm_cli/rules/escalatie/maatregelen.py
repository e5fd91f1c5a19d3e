"""Floor 5, rules on measures: what each is, and how it runs, is carried out and ends."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.gezegd import van_deel
from clm_cli.derivations.escalatie.stand import Stand, niet_uit_te_voeren
from clm_cli.derivations.escalatie.uitvoeringen import uitvoerders
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, gesloten, instrumenten, lopend
from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import AL_VAST
from clm_cli.records.escalatie import Beslissing, Bezwaar
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.escalatie.vormen import per_maatregel, per_stand
from clm_cli.rules.grond import eis_van, grond_van
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_lang
from clm_cli.woorden import zijn


@regel("LAD405", FOUT, per_maatregel)
def instrument_staat_niet_op_deze_trede(z: Genomen) -> Iterator[Bevond]:
    """Een instrument staat niet op deze trede van het contract.

    Waarom: elk contract heeft zijn eigen ladder; een instrument van een ander contract bestaat hier
    niet.
    Fout: een boete onder de sociaal-medische advisering, of een ingebrekestelling op trede 2.
    Goed: een instrument en zijn trede uit het regime van het contract.
    Wat nu: clm regime toon noemt de treden met hun instrumenten.
    """
    record = z.maatregel.record
    treden = {instrument.instrument: trede.trede for trede, instrument in instrumenten(z.contract)}
    regime = z.contract.regime.id if z.contract.regime else "dit contract"
    nu = opdracht("regime", "toon", regime)
    trede = treden.get(record.instrument)
    if trede is None:
        tekst = f"'{record.instrument}' bestaat niet in {regime}"
        yield Bevond(z.maatregel.plek("instrument"), tekst, nu)
    elif trede != record.trede:
        tekst = f"'{record.instrument}' staat in {regime} op trede {trede}"
        yield Bevond(z.maatregel.plek("trede"), tekst, nu)


@regel("LAD409", WAARSCHUWING, per_maatregel)
def noodzaak_onbekend_of_zonder_reden(z: Genomen) -> Iterator[Bevond]:
    """Bij een formele maatregel staat niet, of zonder reden, of die nodig is voor veiligheid of
    tegen fraude.

    Waarom: daarvan hangt af of een bezwaar de maatregel stilzet; zonder antwoord is dat onbekend.
    Fout: `noodzaak: onbekend` bij een ingebrekestelling, of `noodzaak: ja` zonder reden.
    Goed: `noodzaak: ja` of `nee`, bij ja met `noodzaak_reden`; de reden staat in de brief.
    Wat nu: geef --noodzaak en --noodzaak-reden bij de maatregel, zo nodig per tekortkoming
    (--noodzaak-per). Staat de maatregel al vast, dan kan het met clm correctie, maar alleen als de
    verzonden brief het antwoord al gaf: wat niet in de brief staat, telt niet.
    """
    if bezwaren.regeltermijn(z, "bezwaar") is None or not opschorting.noodzaak_telt(z):
        return
    record = z.maatregel.record
    open_ = [
        id_
        for id_ in record.tekortkomingen
        if opschorting.noodzaak_zoals_verteld(z, id_) == "onbekend"
    ]
    if record.noodzaak == "ja" and record.noodzaak_reden is None:
        zin = f"{z.naam} heet nodig, maar waarom staat er niet bij"
    elif open_:
        zin = f"onbekend of {z.naam} nodig is voor {opschorting.waarvoor(z)} ({', '.join(open_)})"
    else:
        return
    yield Bevond(
        z.maatregel.plek("noodzaak"),
        zin,
        advies(
            f"geef --noodzaak en --noodzaak-reden{AL_VAST}{{correctie}}, en zeg "
            "met --wordt wat noodzaak is (ja of nee), en bij ja noodzaak_reden",
            correctie=opdracht("correctie", z.dossier.id, z.maatregel.stam),
        ),
        grond=noodzaakgrond(z),
    )


def noodzaakgrond(z: Genomen) -> str | None:
    """The clause by which a measure that is necessary runs on in spite of an objection."""
    noodzaak = z.contract.regime.noodzaak
    return noodzaak.grond.eis if noodzaak else None


@regel("LAD432", WAARSCHUWING, per_maatregel)
def meer_contact_niet_uitgewerkt(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel is vaker contact, en zegt niet hoe vaak, tot wanneer of met welke gesprekken.

    Waarom: wat niet is gezegd, kan niet worden uitgevoerd en later niet worden bewezen.
    Fout: een verhoogde intensiteit zonder `intensivering`, of zonder een dag voor een gesprek,
    of tot een dag die al voorbij is.
    Goed: `intensivering: {contact: elke maand, tot: 2026-09-30, gesprekken: [2026-07-02]}`.
    Wat nu: geef --intensivering bij de maatregel, of vul hem aan met clm correctie.
    """
    instrument, gezegd = z.instrument, z.record.intensivering
    if instrument is None or instrument.contact != "ja":
        return
    if gesloten(z.escalatie) or z.maatregel not in lopend(z.dossier, z.escalatie):
        return
    if mist := _niet_uitgewerkt(z.record):
        yield Bevond(
            z.maatregel.plek("intensivering") if gezegd else z.maatregel.plek(),
            f"{z.naam}: {mist}",
            opdracht("correctie", z.dossier.id, z.maatregel.stam),
            grond=eis_van(z.grond),
        )


def _niet_uitgewerkt(record: Maatregel) -> str | None:
    gezegd = record.intensivering
    if gezegd is None:
        return "hoeveel vaker, tot wanneer en welke gesprekken, staat er niet bij"
    # J52: contact that is over when it is decided on, is no more of it
    if gezegd.tot < record.datum:
        return f"eindigt op {datum_lang(gezegd.tot)}, vóór het besluit"
    return None if gezegd.gesprekken else "welke extra gesprekken, staat er niet bij"


@regel("LAD434", WAARSCHUWING, per_maatregel)
def zorglandschap_niet_bekeken(z: Genomen) -> Iterator[Bevond]:
    """Bij een zware maatregel staat niet wat hij voor het zorglandschap betekent.

    Waarom: afspraken worden steeds gezien in het licht van een stabiel, beschikbaar en toegankelijk
    zorglandschap; een maatregel die geld of het contract raakt, kan dat veranderen.
    Fout: een opschorting zonder `zorglandschap`.
    Goed: alle drie beantwoord; 'geen gevolg' is een antwoord.
    Wat nu: geef --zorglandschap bij de maatregel, of vul hem aan met clm correctie.
    """
    instrument = z.instrument
    if instrument is None or instrument.zorglandschap != "ja" or gesloten(z.escalatie):
        return
    gezegd = van_deel("zorglandschap").zegt(z.record, instrument)
    if not gezegd and z.maatregel in lopend(z.dossier, z.escalatie):
        yield Bevond(
            z.maatregel.plek(),
            f"{z.naam}: {van_deel('zorglandschap').ontbreekt}",
            opdracht("correctie", z.dossier.id, z.maatregel.stam),
            grond=grond_van([z.contract.regime], "continuiteit-van-zorg"),
        )


@regel("LAD412", WAARSCHUWING, per_maatregel)
def laat_bezwaar_zonder_beslissing(z: Genomen) -> Iterator[Bevond]:
    """Een bezwaar is te laat, en er is nog geen beslissing over vastgelegd.

    Waarom: wat een te laat bezwaar betekent, is een beslissing; het wordt nooit stilzwijgend
    genegeerd.
    Fout: een bezwaar op de zesde werkdag waar niemand op antwoordde.
    Goed: een beslissing die zegt dat en waarom het te laat is.
    Wat nu: clm escalatie beslissing.
    """
    termijn = bezwaren.regeltermijn(z, "bezwaar")
    if gesloten(z.escalatie) or termijn is None:
        return
    for bezwaar in z.bij(Bezwaar):
        tijdig = bezwaren.op_tijd(z, bezwaar)
        if tijdig.antwoord == "nee" and not z.bij(Beslissing, bezwaar):
            yield Bevond(
                bezwaar.plek(),
                f"bezwaar tegen {z.naam}: {tijdig.tekst}",
                zaakopdracht(z.dossier, z.escalatie, "beslissing", bezwaar),
                tijdig.omdat,
                termijn.grond.eis,
            )


@regel("LAD414", WAARSCHUWING, per_maatregel)
def niet_bij_elke_gemeente_uitgevoerd(z: Genomen) -> Iterator[Bevond]:
    """Een stop of overdracht is niet bij elke gemeente uitgevoerd.

    Waarom: de gemeenten verwijzen en plaatsen; zolang één gemeente de maatregel niet uitvoert,
    werkt die niet.
    Fout: een cliëntenstop met uitvoering bij drie van zes gemeenten.
    Goed: een feit `uitvoering` per gemeente met `klaar: ja`.
    Wat nu: clm escalatie uitvoering, per gemeente.
    """
    if (
        z.maatregel.record.reikwijdte is None
        or gesloten(z.escalatie)
        or z.maatregel not in lopend(z.dossier, z.escalatie)
        or z.record.ingaat > z.vandaag
        or niet_uit_te_voeren(z)
    ):
        return
    if mist := uitvoerders(z)[1]:
        bekend = {g: z.register.gemeente(g) for g in mist}
        namen = [rij.naam if rij else g for g, rij in bekend.items()]
        yield Bevond(
            z.maatregel.plek("reikwijdte"),
            f"{z.naam}: nog niet uitgevoerd door {', '.join(namen)}",
            zaakopdracht(z.dossier, z.escalatie, "uitvoering", z.maatregel),
            grond=eis_van(z.grond),
        )


@regel("LAD415", WAARSCHUWING, per_stand)
def loopt_door_na_herstel(stand: Stand) -> Iterator[Bevond]:
    """Een maatregel die op uitblijvend herstel rust, loopt door terwijl alles is hersteld.

    Waarom: wat steunt op herstel dat uitblijft, verliest zijn grond zodra is hersteld; doorgaan is
    dan zelf een tekortkoming.
    Fout: betaling blijft opgeschort nadat het herstel is vastgesteld.
    Goed: een feit `opheffing` bij de maatregel, met wie dat besloot en waarom.
    Wat nu: clm escalatie opheffing, of leg vast waarom nog niet alles is hersteld.
    """
    if not stand.open:
        return
    hersteld = {rij.tekortkoming for rij in stand.herstel if rij.herstel == "hersteld"}
    for m in stand.maatregelen:
        instrument, record = m.genomen.instrument, m.genomen.record
        if (
            m.loopt
            and instrument
            and "herstel-uitgebleven" in instrument.voorwaarden.hard
            and hersteld >= set(record.tekortkomingen)
        ):
            wat, woord = opsomming(record.tekortkomingen), zijn(len(record.tekortkomingen))
            yield Bevond(
                m.genomen.maatregel.plek(),
                f"{instrument.titel} loopt door terwijl {wat} {woord} hersteld",
                zaakopdracht(
                    m.genomen.dossier, m.genomen.escalatie, "opheffing", m.genomen.maatregel
                ),
                grond=eis_van(instrument.grond),
            )


@regel("LAD418", WAARSCHUWING, per_stand)
def nieuwe_dag_te_vroeg(stand: Stand) -> Iterator[Bevond]:
    """Een nieuwe dag voor herstel is vroeger dan de dag die al gold, of was al voorbij toen hij
    werd gegeven.

    Waarom: wie een termijn kreeg, mag daarop bouwen; wij kunnen die niet alleen verkorten. De
    latere dag blijft gelden.
    Fout: hersteltermijn tot en met 2 april, daarna een aanpassing met 16 maart.
    Goed: een nieuwe dag die gelijk of later is, of een nieuwe ingebrekestelling met een eigen
    termijn.
    Wat nu: staat de dag ook in een brief, meld de aanbieder dan dat de latere dag geldt; is het een
    tikfout: clm correctie.
    """
    for rij in stand.herstel:
        for reden in rij.te_vroeg:
            assert reden.plek is not None
            dossier, _, feit = reden.plek.pad.removesuffix(".yaml").partition("/")
            nu = opdracht("correctie", dossier, feit)
            yield Bevond(reden.plek, f"{rij.tekortkoming}: {reden.tekst}", nu)
