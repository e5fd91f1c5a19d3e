"""Floor 5, rules on the words that go into a letter: its law, clients, sources and norm."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.bepalingen import bepaling
from clm_cli.derivations.brieven.taal import awb_woorden, geleend, strenger
from clm_cli.derivations.brieven.teksten import Passage, passages
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Reden
from clm_cli.persoonsgegevens import clientwoord
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.rules.escalatie.vormen import per_escalatie
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, per_dossier, regel, vorm

_ZONDER_BRON = ("monitoring", "aanbieder")
"""Sources that need no protection: our own figures, and the provider itself."""


@eens
def teksten(blik: Dossierblik) -> tuple[Passage, ...]:
    """Every text of a dossier that goes into a letter to the provider, found once."""
    return tuple(passages(blik.dossier))


@vorm
def per_tekst(blik: Dossierblik) -> Iterator[tuple[Passage]]:
    """One text that goes into a letter at a time."""
    yield from ((passage,) for passage in teksten(blik))


@regel("BRF508", WAARSCHUWING, per_escalatie)
def eis_strenger_dan_de_bepaling(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Een eis is strenger dan de bepaling waarop hij rust.

    Waarom: wie in een brief meer eist dan de overeenkomst vraagt, stelt over dat deel niet in
    gebreke.
    Fout: 'alle jeugdigen starten binnen vier weken', terwijl de bepaling 90 % binnen zes weken
    vraagt.
    Goed: dezelfde norm als de bepaling, of de melding opzij gezet met de reden waarom hier meer mag
    worden geëist.
    Wat nu: vergelijk beide teksten, en pas de eis van de tekortkoming aan. Dit is een vergelijking
    van getallen: u beslist.
    """
    contract = contract_van(blik.dossier, escalatie)
    for passage in teksten(blik) if contract else ():
        deel = passage.deel
        if (
            contract is None
            or not isinstance(deel, Tekortkoming)
            or passage.sleutel[-1] != "eis"
            or passage.bestand.map != escalatie.pad
        ):
            continue
        waar, woorden = bepaling(blik.dossier, contract, deel, passage.bestand.pad)
        if verschil := strenger(passage.tekst, woorden or ""):
            yield Bevond(
                passage.plek,
                f"{deel.id} eist '{verschil[0]}', de bepaling zegt '{verschil[1]}'",
                "vergelijk de eis met de bepaling, en pas hem zo nodig aan",
                (Reden(f"{waar or deel.verplichting}: {woorden}"),),
            )


@regel("BRF509", WAARSCHUWING, per_tekst)
def woord_uit_het_bestuursrecht(passage: Passage) -> Iterator[Bevond]:
    """In een tekst voor een brief staat een woord uit het bestuursrecht.

    Waarom: deze brieven rusten op een overeenkomst; woorden als besluit, zienswijze of
    bezwaarschrift wekken de indruk dat de Awb geldt.
    Fout: 'wij verklaren uw bezwaarschrift niet-ontvankelijk'.
    Goed: 'uw bezwaar op grond van de overeenkomst is te laat'. Een besluit van een gemeente over
    een inwoner mag zo heten.
    Wat nu: schrijf het in de woorden van de overeenkomst: maatregel, beslissing, reactie, bezwaar
    op grond van de overeenkomst.
    """
    for woord, liever in dict.fromkeys(awb_woorden(passage.tekst)) if passage.onze else ():
        yield Bevond(
            passage.plek,
            f"'{woord}' is een woord uit het bestuursrecht",
            f"schrijf liever: {liever}",
        )


@regel("BRF510", FOUT, per_tekst)
def client_in_een_brieftekst(passage: Passage) -> Iterator[Bevond]:
    """In een tekst voor een brief staan misschien gegevens van een cliënt.

    Waarom: een brief gaat naar buiten en blijft bewaard; daarin staat niets dat naar een cliënt te
    herleiden is.
    Fout: 'de zoon van mevrouw X, geboren op …, wacht al negen weken'.
    Goed: 'één jeugdige uit Vaartstad wacht negen weken'.
    Wat nu: schrijf het zonder herleidbare gegevens; zolang het er staat, maakt clm de brief niet.
    Een bsn meldt AVG601.
    """
    if woord := clientwoord(passage.tekst):
        yield Bevond(
            passage.plek,
            f"'{woord}' wijst op gegevens van een cliënt, en deze tekst gaat in een brief",
            "schrijf het zonder",
        )


@regel("BRF512", FOUT, per_dossier)
def vertrouwelijke_bron_te_herkennen(blik: Dossierblik) -> Iterator[Bevond]:
    """Een vertrouwelijke bron is te herkennen in een tekst voor een brief.

    Waarom: wie in vertrouwen iets meldt, mag in een brief aan de aanbieder niet te vinden zijn, ook
    niet aan de eigen woorden.
    Fout: de woorden van een melder, letterlijk overgenomen bij de feiten.
    Goed: eigen onderzoek, in eigen woorden, naar wat is gemeld.
    Wat nu: schrijf op wat u zelf hebt vastgesteld, of vraag de bron of het mag (`mag_in_brief:
    ja`); zolang dit er staat, maakt clm de brief niet.
    """
    signalen = [feit for feit in blik.dossier.van(Signaal) if _beschermd(feit)]
    gemeenten = {g.naam.casefold() for g in blik.register.organisatie.gemeenten}
    for passage in teksten(blik) if signalen else ():
        for signaal in signalen:
            bron = signaal.record.bron
            gevonden = geleend(passage.tekst, signaal.record.wat)
            naam = (bron.naam or "").casefold()
            if gevonden is None and naam and naam not in gemeenten:
                gevonden = bron.naam if naam in passage.tekst.casefold() else None
            if gevonden:
                mag = f"vertrouwelijk: {bron.vertrouwelijk}, mag in een brief: {bron.mag_in_brief}"
                yield Bevond(
                    passage.plek,
                    f"'{gevonden}' komt uit het signaal {signaal.stam}, en die bron mag niet in "
                    "een brief",
                    "schrijf op wat u zelf hebt vastgesteld",
                    (Reden(mag, signaal.plek("bron")),),
                )


def _beschermd(signaal: Bestand[Signaal]) -> bool:
    """Whether the source of a signal has to stay out of letters.

    What may be told is only known when it was said.
    """
    bron = signaal.record.bron
    if bron.vertrouwelijk == "ja" or bron.mag_in_brief == "nee":
        return True
    return bron.mag_in_brief != "ja" and bron.soort not in _ZONDER_BRON
