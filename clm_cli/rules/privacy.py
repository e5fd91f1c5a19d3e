"""Floor 5, rules on personal data: no client data belongs in a register."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.bewaren import Bewaard, gedeeld_voorbij, voorbij
from clm_cli.derivations.brieven.teksten import passages_van
from clm_cli.kijk import Dossierblik
from clm_cli.persoonsgegevens import LANG_GETAL, clientwoord, gevonden_bsn
from clm_cli.records.basis import Deel
from clm_cli.records.contact import Signaal
from clm_cli.records.teksten import teksten
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, Vorm, per_bestand, per_dossier, regel
from clm_cli.tijd.datum import datum_vol


@regel("AVG601", FOUT, per_bestand)
def burgerservicenummer(bestand: Bestand[Deel]) -> Iterator[Bevond]:
    """Hier staat iets dat op een burgerservicenummer lijkt.

    Waarom: een bsn mag niet in dit register; dossiers worden gedeeld en blijven in git bewaard.
    Fout: een tekst met negen cijfers die de elfproef doorstaan.
    Goed: een verwijzing naar het eigen systeem, zonder nummer.
    Wat nu: haal het nummer weg. Is het al vastgelegd in git, vraag dan uw privacyfunctionaris wat
    er moet gebeuren.
    """
    for sleutel, tekst in teksten(bestand.delen) if LANG_GETAL.search(bestand.tekst) else ():
        if gevonden_bsn(tekst):
            yield Bevond(
                bestand.plek(*sleutel),
                "hier lijkt een burgerservicenummer te staan",
                "haal het weg",
            )


@regel("AVG602", WAARSCHUWING, per_bestand)
def gegevens_van_een_client(bestand: Bestand[Deel]) -> Iterator[Bevond]:
    """Hier staan misschien gegevens van een cliënt.

    Waarom: in dit register horen geen gegevens die naar een jeugdige of cliënt te herleiden zijn.
    Fout: 'de zoon van mevrouw X, geboren op …'.
    Goed: 'één jeugdige uit Vaartstad wacht langer dan zes weken'.
    Wat nu: schrijf het zonder herleidbare gegevens. In een tekst die in een brief gaat, meldt
    BRF510 het als fout.
    """
    for sleutel, tekst in teksten(bestand.delen) if clientwoord(bestand.tekst) else ():
        woord = clientwoord(tekst)
        if woord and sleutel not in {passage.sleutel for passage in passages_van(bestand)}:
            yield Bevond(
                bestand.plek(*sleutel),
                f"'{woord}' wijst op gegevens van een cliënt",
                "schrijf het zonder",
            )


@regel("AVG603", WAARSCHUWING, per_dossier)
def vertrouwelijke_bron_mag_in_brieven(blik: Dossierblik) -> Iterator[Bevond]:
    """Van een vertrouwelijke bron is niet gezegd dat zij buiten brieven blijft.

    Waarom: wie vertrouwelijk iets meldt, mag niet in een brief aan de aanbieder te vinden zijn.
    Fout: `vertrouwelijk: ja` met `mag_in_brief: ja` of onbekend.
    Goed: `vertrouwelijk: ja` met `mag_in_brief: nee`.
    Wat nu: vul 'mag_in_brief' in, na overleg met de bron.
    """
    for feit in blik.dossier.van(Signaal):
        bron = feit.record.bron
        if bron.vertrouwelijk == "ja" and bron.mag_in_brief != "nee":
            yield Bevond(
                feit.plek("bron"),
                f"de bron is vertrouwelijk, maar mag_in_brief is {bron.mag_in_brief}",
                "vul 'mag_in_brief: nee' in, of vraag het de bron",
            )


per_bewaarde: Vorm[Bewaard] = Vorm(
    lambda blik: ((rij,) for rij in voorbij(blik)),
    lambda kijk, _: ((rij,) for rij in gedeeld_voorbij(kijk)),
)
"""What is over its term, one thing at a time."""


@regel("AVG604", WAARSCHUWING, per_bewaarde)
def bewaartermijn_is_voorbij(rij: Bewaard) -> Iterator[Bevond]:
    """De bewaartermijn van deze gegevens is voorbij.

    Waarom: persoonsgegevens worden niet langer bewaard dan nodig is. De termijn komt uit
    organisatie.yaml (bewaartermijnen); clm verzint er geen. Zolang in een dossier een escalatie
    loopt, meldt clm er niets: wat er staat, kan bewijs zijn. Over wat buiten de dossiers staat,
    meldt clm niets zolang ergens een escalatie loopt.
    Fout: een signaal van 2019, bij een termijn van 5 jaar vanaf de dag zelf.
    Goed: het is gewist zoals is afgesproken, of er is besloten dat het langer nodig is.
    Wat nu: wis het zoals is afgesproken; clm wist zelf niets. Moet het langer blijven, leg dan met
    clm overgeslagen vast waarom. Zo gaat wissen: (1) zoek met clm wissen, en het gegeven erachter,
    waar het staat en welk bewijs vervalt; wat niet te doorzoeken is, kijkt u zelf na. (2) Overleg
    met de privacyfunctionaris en de jurist: mag en moet het weg, en wat blijft? (3) Bewaar met
    --bewijs de sha256 van alles wat blijft, buiten het register. (4) Leg vast wat er weggaat en
    waarom, zonder het gegeven zelf. (5) Vervang het in de bestanden, herschrijf de geschiedenis met
    git filter-repo, en laat iedereen opnieuw klonen; ruim oude klonen, kopieën en exporten op.
    (6) Kijk met sha256sum -c na dat de rest nog is wat zij was, draai clm controleer
    --geschiedenis, en bewaar de commit die daar staat als nieuwe top.
    """
    if rij.termijn is not None and rij.tot is not None:
        yield Bevond(
            rij.plek,
            f"{rij.soort}: te bewaren tot en met {datum_vol(rij.tot)} ({rij.termijn.termijn};"
            f" {rij.termijn.grond})",
            opdracht("wissen"),
        )
