"""Floor 5, rules on measures.

Each is checked again against its conditions, on its own day, and as it runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.uitvoeringen import uitvoerders
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, genomen, verloren
from clm_cli.derivations.escalatie.zaken import (
    Zaak,
    contract_van,
    gesloten,
    instrumenten,
    lopend,
    zaak,
)
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Aanpassing,
    Beslissing,
    Bezwaar,
    Wederhoor,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Dossier, Register
from clm_cli.rules.regel import Bevond
from clm_cli.tijd.datum import datum_lang


def _zaken(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Zaak]:
    """Every measure of every case, also those that ended."""
    for escalatie in dossier.escalaties:
        contract = contract_van(dossier, escalatie)
        for maatregel in escalatie.van(Maatregel) if contract else ():
            assert contract is not None
            yield zaak(blik_op(register, dossier, vandaag), escalatie, contract, maatregel)


def _genomen(
    register: Register, dossier: Dossier, vandaag: date
) -> Iterator[tuple[Bestand[Maatregel], Vervolgstap]]:
    for z in _zaken(register, dossier, vandaag):
        stap = genomen(register, dossier, z.escalatie, z.maatregel)
        if stap is not None:
            yield z.maatregel, stap


def _eis(stap: Vervolgstap) -> str | None:
    grond = stap.stap.instrument.grond
    trede = next(
        (t for t, i in instrumenten(stap.stap.contract) if i is stap.stap.instrument), None
    )
    return grond.eis if grond else trede.grond.eis if trede else None


def lad401(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een maatregel is genomen terwijl een harde voorwaarde niet was vervuld.

    Waarom: wie een stap zet zonder dat aan de voorwaarden van het contract is voldaan, verliest die
    stap bij de rechter.
    Fout: een ingebrekestelling zonder dat de aanbieder is gehoord.
    Goed: op de dag van de maatregel ligt bij elke harde voorwaarde vast dat zij is vervuld.
    Wat nu: clm escalatie toon noemt de voorwaarden en wat ontbreekt; leg eerst dat vast.
    """
    for maatregel, stap in _genomen(register, dossier, vandaag):
        for rij in stap.voorwaarden:
            if rij.hard and rij.uitspraak.antwoord != "ja":
                zin = (
                    f"{stap.stap.instrument.titel}: {rij.naam} is "
                    f"{'niet vervuld' if rij.uitspraak.antwoord == 'nee' else 'onbekend'} - "
                    f"{rij.uitspraak.tekst}"
                )
                yield Bevond(
                    maatregel.plek(),
                    zin,
                    f"clm escalatie toon {dossier.id}",
                    (Reden(rij.titel), *rij.uitspraak.omdat),
                    _eis(stap),
                )


def lad402(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Van een voorwaarde is afgeweken zonder vastgelegde reden.

    Waarom: van sommige voorwaarden mag worden afgeweken, maar alleen met een reden die bij de
    maatregel staat.
    Fout: een cliëntenstop zonder bewijs in een van de vormen van het contract, en zonder afwijking.
    Goed: `afwijkingen: [{voorwaarde: bewijs, reden: …, door: …, datum: …}]`.
    Wat nu: geef --afwijking bij de maatregel, of vervul de voorwaarde.
    """
    for maatregel, stap in _genomen(register, dossier, vandaag):
        afgeweken = {rij.voorwaarde for rij in maatregel.record.afwijkingen}
        for rij in stap.voorwaarden:
            if not rij.hard and rij.uitspraak.antwoord != "ja" and rij.naam not in afgeweken:
                zin = (
                    f"{stap.stap.instrument.titel}: {rij.naam} is niet vervuld en er staat geen "
                    f"afwijking bij - {rij.uitspraak.tekst}"
                )
                nu = f'geef --afwijking "voorwaarde={rij.naam} reden=… door=… datum=…"'
                yield Bevond(
                    maatregel.plek(), zin, nu, (Reden(rij.titel), *rij.uitspraak.omdat), _eis(stap)
                )


def lad403(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Er is per direct gehandeld, vóór het horen.

    Waarom: horen gaat vooraf; de uitzondering is smal en moet achteraf zijn hersteld.
    Fout: een stop met spoed waarna niemand de aanbieder hoorde.
    Goed: spoed met reden, en een wederhoor uiterlijk op de genoemde dag.
    Wat nu: hoor alsnog en leg het vast met clm escalatie wederhoor; de melding blijft, want een
    tweede lezer hoort dit te zien.
    """
    for z in _zaken(register, dossier, vandaag):
        spoed = z.maatregel.record.spoed
        if spoed:
            na = [
                f
                for f in z.escalatie.van(Wederhoor)
                if f.record.gehoord and f.record.gehoord >= z.maatregel.record.datum
            ]
            stand = (
                f"gehoord op {datum_lang(min(f.record.gehoord for f in na if f.record.gehoord))}"
                if na
                else f"nog niet gehoord, uiterlijk {datum_lang(spoed.alsnog_uiterlijk)}"
            )
            nu = (
                "lees na of de reden standhoudt, en of het horen op tijd was"
                if na
                else f"clm escalatie wederhoor {dossier.id}"
            )
            yield Bevond(
                z.maatregel.plek("spoed"),
                f"per direct: {spoed.reden}; {stand}",
                nu,
                (Reden(f"alsnog: {spoed.alsnog}, uiterlijk {datum_lang(spoed.alsnog_uiterlijk)}"),),
            )


def lad404(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Van een voorwaarde is met een reden afgeweken.

    Waarom: een afwijking mag, maar een tweede lezer hoort haar bij elke controle te zien.
    Fout: niet van toepassing; dit is informatie.
    Goed: de reden houdt stand als een rechter haar leest.
    Wat nu: lees de reden na, en of zij in de brief staat.
    """
    for z in _zaken(register, dossier, vandaag):
        for nummer, rij in enumerate(z.maatregel.record.afwijkingen):
            plek = z.maatregel.plek("afwijkingen", nummer)
            yield Bevond(
                plek,
                f"{z.maatregel.record.instrument}: afgeweken van {rij.voorwaarde}: {rij.reden}",
                "lees de reden na",
                (Reden(f"{register.naam_van(rij.door)}, {datum_lang(rij.datum)}"),),
            )


def lad405(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een instrument staat niet op deze trede van het contract.

    Waarom: elk contract heeft zijn eigen ladder; een instrument van een ander contract bestaat hier
    niet.
    Fout: een boete onder de sociaal-medische advisering, of een ingebrekestelling op trede 2.
    Goed: een instrument en zijn trede uit het regime van het contract.
    Wat nu: clm regime toon noemt de treden met hun instrumenten.
    """
    for z in _zaken(register, dossier, vandaag):
        record = z.maatregel.record
        treden = {
            instrument.instrument: trede.trede for trede, instrument in instrumenten(z.contract)
        }
        regime = z.contract.regime.id if z.contract.regime else "dit contract"
        if record.instrument not in treden:
            yield Bevond(
                z.maatregel.plek("instrument"),
                f"'{record.instrument}' bestaat niet in {regime}",
                f"clm regime toon {regime}",
            )
        elif treden[record.instrument] != record.trede:
            yield Bevond(
                z.maatregel.plek("trede"),
                f"'{record.instrument}' staat in {regime} op trede {treden[record.instrument]}",
                f"clm regime toon {regime}",
            )


def lad409(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij een formele maatregel staat niet, of zonder reden.

    Of zij nodig is voor veiligheid of tegen fraude.

    Waarom: daarvan hangt af of een bezwaar de maatregel stilzet; zonder antwoord is dat onbekend.
    Fout: `noodzaak: onbekend` bij een ingebrekestelling, of `noodzaak: ja` zonder reden.
    Goed: `noodzaak: ja` of `nee`, bij ja met `noodzaak_reden`; de reden staat in de brief.
    Wat nu: geef --noodzaak en --noodzaak-reden bij de maatregel, zo nodig per tekortkoming
    (--noodzaak-per). Staat de maatregel
    al vast, dan kan het met clm correctie, maar alleen als de verzonden brief het antwoord al gaf:
    wat niet in de brief staat, telt niet.
    """
    for z in _zaken(register, dossier, vandaag):
        if bezwaren.regeltermijn(z, "bezwaar") is None or not bezwaren.noodzaak_telt(z):
            continue
        record = z.maatregel.record
        open_ = [
            id_
            for id_ in record.tekortkomingen
            if bezwaren.noodzaak(z.maatregel, id_) == "onbekend"
        ]
        zin = (
            (
                f"onbekend of {record.instrument} nodig is voor veiligheid of tegen fraude "
                f"({', '.join(open_)})"
            )
            if open_
            else ""
        )
        if record.noodzaak == "ja" and record.noodzaak_reden is None:
            zin = f"{record.instrument} heet nodig, maar waarom staat er niet bij"
        if zin:
            yield Bevond(
                z.maatregel.plek("noodzaak"),
                zin,
                (
                    "geef --noodzaak en --noodzaak-reden; staat de maatregel al vast: clm "
                    f"correctie {dossier.id} {z.maatregel.stam}"
                ),
            )


def lad412(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een bezwaar is te laat, en er is nog geen beslissing over vastgelegd.

    Waarom: wat een te laat bezwaar betekent, is een beslissing; het wordt nooit stilzwijgend
    genegeerd.
    Fout: een bezwaar op de zesde werkdag waar niemand op antwoordde.
    Goed: een beslissing die zegt dat en waarom het te laat is.
    Wat nu: clm escalatie beslissing.
    """
    for z in _zaken(register, dossier, vandaag):
        if gesloten(z.escalatie) or bezwaren.regeltermijn(z, "bezwaar") is None:
            continue
        for bezwaar in z.bij(Bezwaar):
            tijdig = bezwaren.op_tijd(z, bezwaar)
            if tijdig.antwoord == "nee" and not z.bij(Beslissing, bezwaar):
                yield Bevond(
                    bezwaar.plek(),
                    f"bezwaar tegen {z.maatregel.record.instrument}: {tijdig.tekst}",
                    f"clm escalatie beslissing {dossier.id}",
                    tijdig.omdat,
                )


def lad414(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een stop of overdracht is niet bij elke gemeente uitgevoerd.

    Waarom: de gemeenten verwijzen en plaatsen; zolang één gemeente de maatregel niet uitvoert,
    werkt zij niet.
    Fout: een cliëntenstop met uitvoering bij drie van zes gemeenten.
    Goed: een feit `uitvoering` per gemeente met `klaar: ja`.
    Wat nu: clm escalatie uitvoering, per gemeente.
    """
    for z in _zaken(register, dossier, vandaag):
        if (
            z.maatregel.record.reikwijdte is None
            or gesloten(z.escalatie)
            or z.maatregel not in lopend(dossier, z.escalatie)
        ):
            continue
        mist = uitvoerders(z)[1]
        if mist:
            yield Bevond(
                z.maatregel.plek("reikwijdte"),
                f"{z.maatregel.record.instrument}: nog niet uitgevoerd door {', '.join(mist)}",
                f"clm escalatie uitvoering {dossier.id}",
            )


def lad415(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een maatregel die op uitblijvend herstel rust, loopt door terwijl alles is hersteld.

    Waarom: wat steunt op herstel dat uitblijft, verliest zijn grond zodra is hersteld; doorgaan is
    dan zelf een tekortkoming.
    Fout: betaling blijft opgeschort nadat het herstel is vastgesteld.
    Goed: een feit `opheffing` bij de maatregel, met wie dat besloot en waarom.
    Wat nu: clm escalatie opheffing, of leg vast waarom nog niet alles is hersteld.
    """
    for escalatie in dossier.escalaties:
        if gesloten(escalatie):
            continue
        stand = stand_van(blik_op(register, dossier, vandaag), escalatie)
        hersteld = {rij.tekortkoming for rij in stand.herstel if rij.herstel == "hersteld"}
        for m in stand.maatregelen:
            instrument, record = m.zaak.instrument, m.zaak.maatregel.record
            if (
                m.loopt
                and instrument
                and "herstel-uitgebleven" in instrument.voorwaarden.hard
                and hersteld >= set(record.tekortkomingen)
            ):
                zin = (
                    f"{instrument.titel} loopt door terwijl {', '.join(record.tekortkomingen)} is "
                    "hersteld"
                )
                yield Bevond(
                    m.zaak.maatregel.plek(),
                    zin,
                    f"clm escalatie opheffing {dossier.id}",
                    grond=instrument.grond.eis if instrument.grond else None,
                )


def lad417(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een aanpassing brengt een maatregel buiten wat het contract toelaat.

    Waarom: wat voor de maatregel geldt, geldt ook voor wat er later van wordt gemaakt; anders is
    een maximum geen maximum.
    Fout: een boete van € 80.000, daarna aangepast naar € 150.000, terwijl er ruimte is tot €
    100.000.
    Goed: een aanpassing die aan dezelfde harde voorwaarden voldoet; minder geld mag altijd.
    Wat nu: pas het bedrag of de reikwijdte aan, of neem een nieuwe maatregel die aan haar
    voorwaarden voldoet.
    """
    for z in _zaken(register, dossier, vandaag):
        for feit in z.bij(Aanpassing):
            for rij in verloren(register, dossier, z.escalatie, z.maatregel, feit):
                yield Bevond(
                    feit.plek(),
                    (
                        f"zo aangepast voldoet {z.maatregel.record.instrument} niet meer aan "
                        f"{rij.naam} - {rij.uitspraak.tekst}"
                    ),
                    f"clm escalatie toon {dossier.id}",
                    (Reden(rij.titel), *rij.uitspraak.omdat),
                )


def lad418(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een nieuwe dag voor herstel is vroeger dan de dag die al gold.

    Of was al voorbij toen hij werd gegeven.

    Waarom: wie een termijn kreeg, mag daarop bouwen; wij kunnen die niet alleen verkorten. De
    latere dag blijft gelden.
    Fout: hersteltermijn tot en met 2 april, daarna een aanpassing met 16 maart.
    Goed: een nieuwe dag die gelijk of later is, of een nieuwe ingebrekestelling met een eigen
    termijn.
    Wat nu: staat de dag ook in een brief, meld de aanbieder dan dat de latere dag geldt; is het een
    tikfout: clm correctie.
    """
    for escalatie in dossier.escalaties:
        for rij in stand_van(blik_op(register, dossier, vandaag), escalatie).herstel:
            for reden in rij.te_vroeg:
                assert reden.plek is not None
                yield Bevond(
                    reden.plek, f"{rij.tekortkoming}: {reden.tekst}", f"clm correctie {dossier.id}"
                )
