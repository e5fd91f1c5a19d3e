"""Floor 5, rules on who may send a letter: approval, mandate, power of attorney, the firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import niemand_weet_wie
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import (
    ondertekenaar,
    tekenregel,
    vertegenwoordigd,
    volmacht,
)
from clm_cli.derivations.termijnen import kalender_op, plek_van_beleid, termijnbeleid
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.meldingen import Reden
from clm_cli.records.brief import Akkoord, Verzonden
from clm_cli.rules.brieven.vormen import Briefblik, per_brief, per_verzonden_brief
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Rol, bereken


@regel("BRF504", WAARSCHUWING, per_verzonden_brief)
def verzonden_zonder_akkoord(b: Briefblik) -> Iterator[Bevond]:
    """Een formele brief is verzonden zonder akkoord op precies dat document.

    Waarom: een tweede lezer, vaak een jurist, ziet wat de schrijver niet ziet; akkoord op een
    eerdere versie zegt niets over deze.
    Fout: akkoord op brief.pdf van maandag, en woensdag een gewijzigde brief.pdf verzonden.
    Goed: een akkoord met dezelfde sha256 als het verzonden document, op of vóór de dag van
    verzending.
    Wat nu: clm brief akkoord, vóór de verzending. Is de brief al weg, laat hem dan nalezen en leg
    uit met clm overgeslagen waarom hij blijft.
    """
    if b.formeel is None:
        return
    akkoorden, gemeld = b.brief.van(Akkoord), set()
    for feit in b.verzonden:
        stuk = feit.record.document
        kern = stuk.sha256 or stuk.vindplaats or stuk.bestand
        if kern in gemeld or any(_geldt_voor(akkoord, feit, kern) for akkoord in akkoorden):
            continue
        gemeld.add(kern)
        anders = "akkoord is er alleen op een ander document" if akkoorden else "er is geen akkoord"
        yield Bevond(
            feit.plek("document"),
            f"deze brief is verzonden, maar {anders}",
            opdracht("brief", "akkoord", b.blik.dossier.id, b.brief.id),
            grond="beleid",
        )


def _geldt_voor(akkoord: Bestand[Akkoord], feit: Bestand[Verzonden], kern: str | None) -> bool:
    """Whether approval was given on precisely this document, by the day on which it left."""
    stuk = akkoord.record.document
    return (
        kern in (stuk.sha256, stuk.vindplaats, stuk.bestand)
        and akkoord.record.datum <= feit.record.datum
    )


@regel("BRF505", WAARSCHUWING, per_brief)
def uittreksel_onbekend_of_oud(b: Briefblik) -> Iterator[Bevond]:
    """Het uittreksel van het handelsregister is onbekend of te oud voor een formele brief.

    Waarom: een formele brief gaat naar de juiste rechtspersoon op het juiste adres; dat blijkt uit
    een recent uittreksel.
    Fout: een ingebrekestelling van 4 mei met een uittreksel van januari, terwijl het eigen beleid
    30 dagen zegt.
    Goed: `uittreksel:` op aanbieder.yaml, niet ouder dan het beleid op de dag van de brief.
    Wat nu: vraag een uittreksel op, vergelijk naam en adres, en vul de dag in. Een uittreksel van
    na de brief lost de melding ook op.
    """
    kaart, register, dag = b.blik.dossier.aanbieder, b.blik.register, b.kaart.record.datum
    beleid = termijnbeleid(register, dag)
    termijn = beleid.uittreksel
    if kaart is None or termijn is None or b.soort is None or not b.soort.formeel:
        return
    uittreksel, kalender = kaart.record.uittreksel, kalender_op(register, dag)
    oudste = bereken(dag, termijn, kalender, terug=True, rol=Rol.NIET).uiterlijk
    if uittreksel is not None and uittreksel >= oudste:
        return
    stand = (
        "niet bekend van welke dag het uittreksel is"
        if uittreksel is None
        else f"het uittreksel is van {datum_vol(uittreksel)}"
    )
    mag = (
        f"op de dag van de brief mag het van {datum_vol(oudste)} of later zijn "
        f"(eigen beleid: {termijn})"
    )
    yield Bevond(
        b.kaart.plek("datum"),
        f"formele brief van {datum_vol(dag)}: {stand}",
        "vraag een uittreksel op en vul 'uittreksel' in op aanbieder.yaml",
        (
            Reden(mag, plek_van_beleid(register, "uittreksel", dag)),
            Reden(stand, kaart.plek("uittreksel")),
        ),
        "beleid",
    )


@regel("BRF514", FOUT, per_verzonden_brief)
def ondertekenaar_zonder_mandaat(b: Briefblik) -> Iterator[Bevond]:
    """De ondertekenaar had voor deze brief geen mandaat.

    Waarom: een formele brief van iemand zonder mandaat bindt niet; de aanbieder kan hem naast zich
    neerleggen. Zegt het contract wie tekent, dan tekent geen ander.
    Fout: een ingebrekestelling, ondertekend door iemand die tot en met trede 2 mag tekenen.
    Goed: een ondertekenaar met een mandaat voor de trede, op de dag van de brief (organisatie.yaml,
    ondertekenaars), en met de functie die het contract noemt.
    Wat nu: laat wie bevoegd is de brief bekrachtigen of opnieuw versturen; klopt het mandaat in
    organisatie.yaml niet, verbeter het daar.
    """
    i = b.formeel
    if i is None or ondertekenaar(i) is not None or _besluiter_gemeld(i):
        return
    regel = tekenregel(i)
    zo = f" (het contract: {' of '.join(regel.functies)})" if regel else ""
    welke = f"brieven{_tot_en_met(i)} ondertekenen{zo}"
    wie, register, dag = i.kaart.ondertekenaar, b.blik.register, datum_vol(i.dag)
    zin = f"niemand mocht op {dag} {welke}"
    if wie:
        zin = f"{register.naam_van(wie)} mocht op {dag} geen {welke}"
    if wie and (onbekende := niemand_weet_wie(register, wie)):
        zin = f"onbekend is of de ondertekenaar dat mocht: {onbekende}"
    yield Bevond(
        b.kaart.plek("ondertekenaar"),
        zin,
        "laat de brief bekrachtigen, of vul 'ondertekenaars' aan in organisatie.yaml",
    )


def _tot_en_met(i: Inhoud) -> str:
    trede = i.maatregel.trede if i.maatregel else 0
    return bij_trede(i.contract.regime, trede, " tot en met {}")


def _besluiter_gemeld(i: Inhoud) -> bool:
    """Whether a rule on the ladder already says that whoever signs had no mandate."""
    record = i.maatregel
    if record is None or not i.soort.maakt_bekend:
        return False
    return (
        i.kaart.ondertekenaar == record.besloten_door
        and _vraagt(i, "mandaat")
        and i.dag == record.datum
        and all(rij.voorwaarde != "mandaat" for rij in record.afwijkingen)
    )


@regel("BRF515", FOUT, per_verzonden_brief)
def gemeente_zonder_volmacht(b: Briefblik) -> Iterator[Bevond]:
    """Een gemeente namens wie is geschreven, gaf voor deze brief geen volmacht.

    Waarom: de gemeenten zijn de opdrachtgever; wie zonder volmacht namens een gemeente schrijft,
    bindt die gemeente niet.
    Fout: een boete (trede 6) namens een gemeente met een volmacht tot en met trede 4.
    Goed: van elke gemeente een volmacht voor deze overeenkomst, tot en met de trede, op de dag van
    de brief.
    Wat nu: vraag de volmacht of een bekrachtiging, en vul 'volmachten' in organisatie.yaml aan.
    """
    i = b.formeel
    zonder = [
        gemeente.naam
        for gemeente in (vertegenwoordigd(i) if i else ())
        if i and volmacht(i, gemeente) is None and not _maatregel_gemeld(i, gemeente.id)
    ]
    if i and zonder:
        yield Bevond(
            b.kaart.plek("datum"),
            f"geen volmacht{_tot_en_met(i)} op {datum_vol(i.dag)} van {', '.join(zonder)}",
            "vul 'volmachten' aan in organisatie.yaml, of laat de brief bekrachtigen",
        )


def _maatregel_gemeld(i: Inhoud, gemeente: str) -> bool:
    """Whether a rule on the ladder already says that this municipality gave no mandate."""
    if i.maatregel is None or not _vraagt(i, "volmacht"):
        return False
    toen = replace(i, kaart=i.kaart.model_copy(update={"datum": i.maatregel.datum}))
    return any(g.id == gemeente and volmacht(toen, g) is None for g in vertegenwoordigd(toen))


def _vraagt(i: Inhoud, voorwaarde: str) -> bool:
    """Whether the instrument of a letter's measure asks a condition."""
    eisen = i.genomen.instrument.voorwaarden if i.genomen and i.genomen.instrument else None
    return eisen is not None and voorwaarde in (*eisen.hard, *eisen.gemotiveerd)
