"""Floor 5, rules on what a contract leaves open.

Its contradictions, questions, slips, gaps, and the words it is quoted by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Lezing, Regime, Vraag
from clm_cli.records.verwijzingen import delen
from clm_cli.register import Register, vraag_van
from clm_cli.rules.regel import Bevond
from clm_cli.tijd.datum import datum_vol

_WOORD = re.compile(r"\w")
_ONTKENNING = re.compile(r"\b(?:niet|geen) ")
_GETAL = re.compile(r"\d+")
_LEG_VAST = "leg een lezing vast in lezingen/"


def _gronden(bestand: Bestand[Regime]) -> list[tuple[Grond, Plek]]:
    return [
        (deel, bestand.plek(*sleutel))
        for sleutel, deel in delen(bestand.record)
        if isinstance(deel, Grond)
    ]


def reg717(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een bepaling staat er zonder woorden.

    Waarom: wat niet uit het contract is aangehaald, kan niemand nalezen; het is dan beleid, geen
    bepaling.
    Fout: `grond: {eis: X12, tekst: "…"}`.
    Goed: de letterlijke woorden van het contract, met … waar tekst is weggelaten.
    Wat nu: haal de woorden aan, of haal het onderdeel weg.
    """
    for grond, plek in _gronden(bestand):
        if not _WOORD.search(grond.tekst):
            yield Bevond(
                plek,
                f"bij {grond.eis} staan geen woorden uit het contract",
                "haal de letterlijke woorden aan",
                grond=grond.eis,
            )


def reg718(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Eén bepaling is op twee manieren aangehaald, met een ander getal of met en zonder 'niet'.

    Waarom: van twee citaten van dezelfde woorden is er dan één verkeerd overgenomen.
    Fout: de ene keer "binnen 5 werkdagen", de andere keer bij dezelfde eis "binnen 15 werkdagen".
    Goed: overal de woorden van het contract; spreekt het contract zichzelf tegen, dan een vraag met
    soort tegenspraak.
    Wat nu: leg het contract ernaast en verbeter het citaat.
    """
    per: dict[str, list[tuple[str, Plek]]] = {}
    for grond, plek in _gronden(bestand):
        per.setdefault(grond.eis, []).extend(
            (" ".join(deel.split()), plek) for deel in grond.tekst.split("…") if _WOORD.search(deel)
        )
    for eis, rijen in per.items():
        for nr, (tekst, plek) in enumerate(rijen):
            eerder = next(
                ((ander, waar) for ander, waar in rijen[:nr] if _botst(tekst, ander)), None
            )
            if eerder:
                omdat = (Reden(f"eerder aangehaald als '{eerder[0]}'", eerder[1]),)
                yield Bevond(
                    plek,
                    f"'{tekst}' klopt niet met een ander citaat van {eis}",
                    "leg het contract ernaast en verbeter het citaat",
                    omdat,
                    eis,
                )


def _botst(een: str, ander: str) -> bool:
    """Whether the shorter of two quotations is part of the longer one.

    But for a number or a denial.
    """
    kort, lang = sorted((f" {een} ", f" {ander} "), key=lambda tekst: len(_kaal(tekst)))
    return _kaal(kort) in _kaal(lang) and kort not in lang


def _kaal(tekst: str) -> str:
    return _GETAL.sub("#", _ONTKENNING.sub("", tekst))


def _stand(register: Register, bestand: Bestand[Regime], vraag: Vraag, vandaag: date) -> str:
    """Whether a question was decided here, is read as proposed, has to be asked first.

    Or is answered case by case.
    """
    if register.lezing(bestand.record.id, vraag.id, vandaag) is not None:
        return "lezing"
    return "voorstel" if vraag.voorstel else "vragen" if vraag.keuzes else "per geval"


def _vragen(
    register: Register,
    bestand: Bestand[Regime],
    vandaag: date,
    soorten: tuple[str, ...],
    stand: tuple[str, ...],
) -> Iterator[tuple[Vraag, Plek]]:
    for nr, vraag in enumerate(bestand.record.vragen):
        if vraag.soort in soorten and _stand(register, bestand, vraag, vandaag) in stand:
            yield vraag, bestand.plek("vragen", nr)


def _bevond(vraag: Vraag, plek: Plek, nu: str) -> Bevond:
    """What a question leaves open, its proposal, and what hangs on it."""
    voorstel = next((keuze.tekst for keuze in vraag.keuzes if keuze.keuze == vraag.voorstel), None)
    hoe = (
        f"voorlopige lezing: {voorstel}"
        if voorstel
        else "er is geen voorstel: eerst vragen"
        if vraag.keuzes
        else "een vaste keuze is er niet"
    )
    return Bevond(
        plek,
        f"{vraag.id}: {vraag.tekst}",
        nu,
        (
            Reden(f"{vraag.grond.eis}: {vraag.grond.tekst}"),
            Reden(hoe),
            Reden(f"gevolg: {' '.join(vraag.gevolg.split())}"),
        ),
        vraag.grond.eis,
    )


def reg720(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Het contract spreekt zichzelf tegen, en er is nog geen eigen lezing.

    Waarom: op zo'n punt kan de aanbieder het contract anders lezen dan u; clm volgt alleen een
    voorstel, of niets.
    Fout: geen lezing van de vraag in `lezingen/`.
    Goed: een lezing met reden, vastgesteld door uw jurist.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    for vraag, plek in _vragen(
        register, bestand, vandaag, ("tegenspraak",), ("voorstel", "vragen", "per geval")
    ):
        yield _bevond(vraag, plek, _LEG_VAST)


def reg721(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Het contract laat iets open, er is geen voorstel, en er is nog geen lezing.

    Waarom: wat ervan afhangt, blijft onbekend tot u kiest.
    Fout: een boete terwijl niet is gekozen over welk jaar de omzet wordt genomen.
    Goed: een lezing met een van de keuzes en de reden.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    for vraag, plek in _vragen(
        register, bestand, vandaag, ("open", "verschrijving", "verwijzing"), ("vragen",)
    ):
        yield _bevond(vraag, plek, _LEG_VAST)


def reg722(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een open vraag wordt gelezen zoals clm voorstelt: een voorlopige lezing.

    Waarom: het voorstel is een voorbeeld; uw jurist heeft het nog niet vastgesteld.
    Fout: niet van toepassing; dit is informatie.
    Goed: een eigen lezing, ook als zij gelijk is aan het voorstel.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    for vraag, plek in _vragen(register, bestand, vandaag, ("open",), ("voorstel",)):
        yield _bevond(vraag, plek, _LEG_VAST)


def reg723(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een open vraag wordt per geval beantwoord.

    Waarom: het contract noemt geen maat of keuze; bij elk geval hoort een antwoord met reden.
    Fout: niet van toepassing; dit is informatie.
    Goed: het antwoord ligt vast bij het feit waar het om gaat.
    Wat nu: geef bij elk feit het antwoord en de reden.
    """
    for vraag, plek in _vragen(register, bestand, vandaag, ("open",), ("per geval",)):
        yield _bevond(vraag, plek, "leg het antwoord per geval vast, met de reden")


def reg724(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Over een vraag besliste een eigen lezing.

    Waarom: een tweede lezer hoort te zien wat het contract openlaat en hoe u het leest.
    Fout: niet van toepassing; dit is informatie.
    Goed: een lezing met status vastgesteld.
    Wat nu: is de lezing nog een voorbeeld, laat uw jurist haar dan vaststellen.
    """
    for nr, vraag in enumerate(bestand.record.vragen):
        lezing = register.lezing(bestand.record.id, vraag.id, vandaag)
        if lezing is not None:
            wie = f"{register.naam_van(lezing.record.door)}, {datum_vol(lezing.record.datum)}"
            omdat = (
                Reden(
                    f"{lezing.record.keuze} ({wie}): {' '.join(lezing.record.reden.split())}",
                    lezing.plek("keuze"),
                ),
            )
            nu = (
                "laat uw jurist de lezing vaststellen"
                if lezing.record.status == "voorbeeld"
                else f"clm regime toon {bestand.record.id}"
            )
            yield Bevond(
                bestand.plek("vragen", nr), f"{vraag.id}: {vraag.tekst}", nu, omdat, vraag.grond.eis
            )


def reg725(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Het contract bevat een verschrijving, of gebruikt twee woorden voor één zaak.

    Waarom: een citaat blijft zoals het is; u hoort te weten dat clm de fout heeft gezien en hoe hij
    is gelezen.
    Fout: niet van toepassing; dit is informatie.
    Goed: het citaat letterlijk, de lezing ernaast.
    Wat nu: meld het aan wie het contract beheert.
    """
    for vraag, plek in _vragen(
        register, bestand, vandaag, ("verschrijving",), ("voorstel", "per geval")
    ):
        yield _bevond(vraag, plek, "meld het aan wie het contract beheert")


def reg726(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Het contract verwijst naar iets dat er niet staat.

    Waarom: wat daar zou staan, is onbekend; clm vult het niet in.
    Fout: niet van toepassing; dit is informatie.
    Goed: het stuk ligt erbij, of het oordeel noemt stuk, versie en nummer.
    Wat nu: vraag het stuk op.
    """
    for vraag, plek in _vragen(
        register, bestand, vandaag, ("verwijzing",), ("voorstel", "per geval")
    ):
        yield _bevond(vraag, plek, "vraag het stuk op")


def reg727(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een stuk waarnaar het contract verwijst, is niet ingezien.

    Waarom: wat in dat stuk staat, zit niet in het regime.
    Fout: niet van toepassing; dit is informatie.
    Goed: een oordeel dat op het stuk rust, noemt het met versie en nummer.
    Wat nu: vraag het stuk op en lees het na.
    """
    for nr, rij in enumerate(bestand.record.niet_ingezien):
        yield Bevond(
            bestand.plek("niet_ingezien", nr),
            f"niet ingezien: {rij.stuk}",
            "vraag het stuk op",
            (Reden(f"{rij.grond.eis}: {rij.grond.tekst}"),),
            rij.grond.eis,
        )


def reg728(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Een lezing kiest iets dat niet bij de vragen van het regime staat.

    Waarom: zo'n lezing beslist niets, en wat ervan afhangt blijft onbekend.
    Fout: `vraag: begin-bezwar`, of een keuze die de vraag niet kent.
    Goed: een vraag en een keuze uit clm regime toon.
    Wat nu: leg een nieuwe lezing vast met de juiste naam, of verbeter haar zolang zij niet is
    vastgelegd in git.
    """
    for feit in register.van(Lezing):
        regime = register.regimes.get(feit.record.regime)
        if regime is None:
            continue  # another check says that the regime is not known
        vraag = vraag_van(regime, feit.record.vraag)
        kan = [keuze.keuze for keuze in vraag.keuzes] if vraag else []
        nu = f"clm regime toon {regime.id} toont de vragen met hun keuzes"
        if vraag is None:
            yield Bevond(
                feit.plek("vraag"), f"{regime.id} heeft geen vraag '{feit.record.vraag}'", nu
            )
        elif feit.record.keuze not in kan:
            zin = (
                f"vraag {vraag.id} heeft geen keuze '{feit.record.keuze}'; wel: {', '.join(kan)}"
                if kan
                else f"vraag {vraag.id} heeft geen vaste keuzes; leg het antwoord per geval vast"
            )
            yield Bevond(feit.plek("keuze"), zin, nu, grond=vraag.grond.eis)
