"""Floor 5, rules on a measure that says something else than the record does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.bestand import is_een
from clm_cli.derivations.escalatie.alsnog import is_over
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.uitvoeringen import is_boete
from clm_cli.derivations.escalatie.verzuim import zelfde_tekortkomingen
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen, einde_van, gesloten
from clm_cli.derivations.verplichtingen import werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.escalatie import Beoordeling, Bewijs, Onderzoek, Opheffing
from clm_cli.rules.escalatie.vormen import per_maatregel
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_vol


@regel("LAD446", WAARSCHUWING, per_maatregel)
def eigen_nakoming_tegen_het_dossier(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel zegt dat wij zelf nakomen, en er stond een verplichting van ons open.

    Waarom: zolang wij zelf in verzuim zijn, raakt de aanbieder dat niet (6:61 BW); hij wijst dan op
    ons eigen dossier.
    Fout: `eigen_verplichtingen: ja`, en geen nakoming van onze betaling die uiterlijk 20 februari
    moest.
    Goed: van elke verplichting van ons die al moest, ligt vast wanneer wij haar nakwamen.
    Wat nu: leg de nakoming vast; kwamen wij niet na, doe dat dan eerst, en verbeter de maatregel.
    """
    if z.record.eigen_verplichtingen != "ja" or gesloten(z.escalatie):
        return
    for punt in _van_ons(z):
        dag = datum_vol(punt.uiterlijk) if punt.uiterlijk else ""
        yield Bevond(
            z.maatregel.plek("eigen_verplichtingen"),
            f"{z.naam}: wij komen zelf na, maar volgens het dossier stond '{punt.wat}' van {dag} "
            "nog open",
            punt.nu or "",
            punt.omdat,
        )


def _van_ons(z: Genomen) -> Iterator[Werkpunt]:
    """What we had to do under the contracts of a measure, and had not done by its day."""
    dag, sinds = z.record.datum, z.register.organisatie.sinds or date.min
    eigen = {contract.id for contract in z.contracten}
    for punt in werkpunten(z.blik.toen(dag)):
        te_laat = punt.uiterlijk is not None and sinds <= punt.uiterlijk < dag
        if punt.bij == "wij" and te_laat and eigen & set(punt.contracten):
            yield punt


@regel("LAD447", WAARSCHUWING, per_maatregel)
def opnieuw_na_opheffing(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel is opgeheven en opnieuw genomen, en er kwam niets nieuws bij.

    Waarom: wie opheft, zegt dat het doel is bereikt; dezelfde maatregel daarna rust dan op niets.
    Fout: een cliëntenstop, opgeheven op 15 april, en op 16 april opnieuw, zonder nieuw onderzoek.
    Goed: eerst een onderzoek, bewijs of oordeel van na de opheffing.
    Wat nu: onderzoek opnieuw en hoor de aanbieder; was de opheffing een vergissing, verbeter die.
    """
    if gesloten(z.escalatie) or (z.record.geldelijk and z.record.geldelijk.bedrag is not None):
        return  # a sum is about what it is asked for, and may be asked for something else again
    for id_ in z.record.tekortkomingen:
        op = _opgeheven(z, id_)
        if op and not _bleek_weer(z, id_, op):
            yield Bevond(
                z.maatregel.plek("tekortkomingen"),
                f"{z.naam} voor {id_} is opgeheven op {datum_vol(op)}, en sinds die dag bleek er "
                "niets nieuws",
                zaakopdracht(z.dossier, z.escalatie, "onderzoek"),
            )


def _opgeheven(z: Genomen, tekortkoming: str) -> date | None:
    """When the same measure of before was lifted for a shortcoming, the last time."""
    einden = [
        einde_van(z.dossier, ander.escalatie, ander.maatregel)
        for ander in _voor_hetzelfde(z, tekortkoming)
        if ander.record.instrument == z.record.instrument
    ]
    dagen = [
        einde.record.datum
        for einde in einden
        if einde is not None and is_een(einde, Opheffing) and einde.record.wijze == "opgeheven"
    ]
    return max((dag for dag in dagen if dag <= z.record.datum), default=None)


@regel("LAD448", WAARSCHUWING, per_maatregel)
def tweede_boete_voor_hetzelfde(z: Genomen) -> Iterator[Bevond]:
    """Er is een tweede boete opgelegd voor dezelfde tekortkoming, en er kwam niets nieuws bij.

    Waarom: een boete is er één keer voor wat is gebeurd; een tweede zonder nieuw feit is niet
    evenredig, en een rechter matigt haar (6:94 BW).
    Fout: een boete van 17 februari voor T1, en op 25 februari nog een.
    Goed: eerst een onderzoek, bewijs of oordeel van na de eerste boete.
    Wat nu: onderzoek wat er daarna gebeurde en hoor de aanbieder; was de eerste te laag, pas die
    dan aan met clm escalatie aanpassing.
    """
    # what the contract itself counts, each month or for each thing, comes again by its own rule
    if gesloten(z.escalatie) or not is_boete(z) or (z.instrument and z.instrument.bedrag):
        return
    for id_ in z.record.tekortkomingen:
        for ander in _voor_hetzelfde(z, id_):
            dag = ander.record.datum
            eerder = (dag, ander.maatregel.pad) < (z.record.datum, z.maatregel.pad)
            telt = eerder and is_boete(ander) and blijft(ander)
            if telt and not _bleek_weer(z, id_, dag):
                yield Bevond(
                    z.maatregel.plek("tekortkomingen"),
                    f"voor {id_} was er al een boete op {datum_vol(dag)}, en sinds die dag bleek "
                    "er niets nieuws",
                    zaakopdracht(z.dossier, z.escalatie, "onderzoek"),
                )


def _voor_hetzelfde(z: Genomen, tekortkoming: str) -> Iterator[Genomen]:
    """The other measures for a shortcoming, also those of another case on the same obligation."""
    eigen = {c.id for c in z.contracten}
    for ander in alle_genomen(z.blik):
        ids = zelfde_tekortkomingen(ander, z.escalatie, tekortkoming)
        over = ids & set(ander.record.tekortkomingen) and eigen & {c.id for c in ander.contracten}
        if over and ander.maatregel.pad != z.maatregel.pad:
            yield ander


def _bleek_weer(z: Genomen, tekortkoming: str, sinds: date) -> bool:
    """Whether since a day it was found, shown or judged that the shortcoming is there."""
    feiten = [
        *(f for f in z.escalatie.van(Onderzoek) if f.record.niet_nakoming == "ja"),
        *z.escalatie.van(Bewijs),
        *(
            f
            for f in z.escalatie.van(Beoordeling)
            if any(
                rij.onderdeel == tekortkoming and rij.oordeel in ("nee", "deels")
                for rij in f.record.oordelen
            )
        ),
    ]
    return any(
        sinds <= f.record.datum <= z.record.datum and is_over(f.record, tekortkoming)
        for f in feiten
    )


@regel("LAD449", WAARSCHUWING, per_maatregel)
def hersteld_en_toch_niet(z: Genomen) -> Iterator[Bevond]:
    """Een tekortkoming is eerst hersteld genoemd en later niet, zonder een nieuwe termijn.

    Waarom: wie zegt dat is hersteld, neemt de nakoming aan, en daarmee kan het verzuim eindigen
    (6:86 BW). Is het later weer mis, dan vraagt 6:82 BW een nieuwe ingebrekestelling, tenzij het
    eerste oordeel niet klopte. De overeenkomst zegt hier niets over: uw jurist leest welke van de
    twee het is. clm volgt het laatste oordeel, en telt het verzuim dan van de eerste dag.
    Fout: op 8 april oordeel `ja`, op 20 april `nee`, en daarna geen ingebrekestelling.
    Goed: na het laatste oordeel een nieuwe ingebrekestelling, of een verbeterd eerste oordeel.
    Wat nu: geef een nieuwe termijn; was het eerste oordeel fout, verbeter het met clm correctie.
    """
    if gesloten(z.escalatie) or einde_van(z.dossier, z.escalatie, z.maatregel):
        return
    for id_ in z.record.tekortkomingen if _maant_aan(z) else ():
        per_dag = _herstel(z, id_)
        wel = max((dag for dag, hoe in per_dag.items() if hoe == {"ja"}), default=None)
        niet = [dag for dag, hoe in per_dag.items() if wel and dag > wel and hoe & {"nee", "deels"}]
        if wel and niet and not _opnieuw_aangemaand(z, id_, wel):
            yield Bevond(
                z.maatregel.plek("tekortkomingen"),
                f"{id_}: op {datum_vol(wel)} hersteld genoemd en op {datum_vol(min(niet))} niet; "
                "of het verzuim doorliep, leest uw jurist",
                opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id),
                grond=z.grond.eis if z.grond else None,
            )


def _maant_aan(z: Genomen) -> bool:
    """Whether default follows from a measure: it gave a term, or says why none is needed."""
    return bool(z.record.hersteltermijnen or z.record.verzuimgrond)


def _herstel(z: Genomen, tekortkoming: str) -> dict[date, set[str]]:
    """What was said of the cure of a shortcoming on each day."""
    per: dict[date, set[str]] = {}
    for feit in z.bij(Beoordeling):
        rijen = [r for r in feit.record.oordelen if r.onderdeel == tekortkoming]
        for rij in rijen if feit.record.over == "herstel" else ():
            per.setdefault(feit.record.datum, set()).add(rij.oordeel)
    return per


def _opnieuw_aangemaand(z: Genomen, tekortkoming: str, sinds: date) -> bool:
    """Whether another notice for a shortcoming was given since a day."""
    return any(
        _maant_aan(ander) and ander.record.datum > sinds
        for ander in _voor_hetzelfde(z, tekortkoming)
    )


ALLE = (
    eigen_nakoming_tegen_het_dossier,
    opnieuw_na_opheffing,
    tweede_boete_voor_hetzelfde,
    hersteld_en_toch_niet,
)
