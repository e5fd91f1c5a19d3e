"""Floor 5, rules on a regime as data.

What is named exists, once, and every trede can be reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any, get_args

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.bereik import Belet, keuze_bestaat, onbereikbaar
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.regime import (
    Keuze,
    Regime,
    Regimebrief,
    Regimeinstrument,
    Stilte,
    Trede,
    Vraagregel,
)
from clm_cli.records.velden import Grondslag
from clm_cli.records.verwijzingen import delen
from clm_cli.register import Register, vraag_van
from clm_cli.rules.regel import Bevond, naaste

_LEEST = {
    "na": ("na-ontvangen", "termijn-verstreken", "herstel-uitgebleven", "plan-doorlopen"),
    "bewijs": ("bewijs", "bewijs-vastgesteld"),
    "maximum": ("maximum",),
    "risico": ("risico-benoemd",),
    "vaststellers": ("bewijs", "bewijs-vastgesteld"),
}
"""The conditions that read a field of an instrument."""


def instrumenten(regime: Regime) -> Iterator[tuple[Sleutel, int, Regimeinstrument]]:
    """Every instrument with its place and the position of its trede."""
    for nr, trede in enumerate(regime.treden):
        for plaats, instrument in enumerate(trede.instrumenten):
            yield ("treden", nr, "instrumenten", plaats), nr, instrument


def _namen(regime: Regime) -> set[str]:
    return {instrument.instrument for _, _, instrument in instrumenten(regime)}


def _redenen(rijen: Iterable[Belet]) -> tuple[Reden, ...]:
    return tuple(Reden(f"{naam}: {zin}") for naam, zin in rijen)


def _opzoeken(bestand: Bestand[Regime]) -> str:
    return f"verbeter de naam; clm regime toon {bestand.record.id} toont wat er is"


def reg701(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een trede is niet te bereiken.

    Waarom: vraagt elk instrument van een trede iets dat nooit kan, dan bestaat die stap alleen op
    papier.
    Fout: trede 4 met alleen een opschorting `na: {instrument: herinnering}`, terwijl het regime
    geen herinnering kent.
    Goed: ten minste één instrument waarvan elke harde voorwaarde kan worden vervuld.
    Wat nu: geef de voorwaarde wat zij leest (na, bewijs, gronden, aanleidingen), of haal haar weg.
    """
    belet = onbereikbaar(bestand.record)
    for nr, trede in enumerate(bestand.record.treden):
        rijen = [belet.get((nr, plaats)) for plaats in range(len(trede.instrumenten))]
        if all(rijen):
            redenen = _redenen(rij for deel in rijen if deel for rij in deel) or (
                Reden("er staat geen instrument op deze trede"),
            )
            yield Bevond(
                bestand.plek("treden", nr),
                f"trede {trede.trede} ({trede.titel}) is nooit te bereiken",
                "verbeter wat de voorwaarde leest",
                redenen,
                trede.grond.eis,
            )


def reg702(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een instrument kan nooit worden genomen.

    Waarom: de trede is te bereiken met een ander instrument, maar dit instrument heeft een
    voorwaarde die nooit vervuld raakt.
    Fout: `hard: [bewijs]` zonder `bewijs:`, of met een soort bewijs waarvan het regime geen vorm
    heeft.
    Goed: elke harde voorwaarde vindt in het regime wat zij leest.
    Wat nu: vul aan wat ontbreekt, of haal de voorwaarde weg.
    """
    belet = onbereikbaar(bestand.record)
    for sleutel, nr, instrument in instrumenten(bestand.record):
        trede = bestand.record.treden[nr]
        eigen = belet.get((nr, int(sleutel[-1])))
        if eigen and not all((nr, plaats) in belet for plaats in range(len(trede.instrumenten))):
            yield Bevond(
                bestand.plek(*sleutel),
                f"{instrument.instrument} kan nooit worden genomen",
                "verbeter wat de voorwaarde leest",
                _redenen(eigen),
                (instrument.grond or trede.grond).eis,
            )


def reg703(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een formele maatregel staat open zonder enige harde voorwaarde.

    Waarom: dan controleert clm niets voordat de maatregel wordt genomen, ook niet of de aanbieder
    is gehoord.
    Fout: een instrument op een trede met `formeel: ja` zonder `hard:`.
    Goed: de voorwaarden die het contract stelt, elk met een naam die clm kent.
    Wat nu: vul bij `voorwaarden: {hard: […]}` in wat het contract vraagt.
    """
    for sleutel, nr, instrument in instrumenten(bestand.record):
        trede = bestand.record.treden[nr]
        if trede.formeel == "ja" and not instrument.voorwaarden.hard:
            zin = f"{instrument.instrument} is een formele maatregel zonder harde voorwaarde"
            yield Bevond(
                bestand.plek(*sleutel),
                zin,
                "vul bij voorwaarden in wat het contract vraagt",
                grond=(instrument.grond or trede.grond).eis,
            )


def reg704(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een voorwaarde heeft een naam die clm niet kent.

    Waarom: clm kan haar niet beantwoorden; zolang zij hard is, blijft het instrument dicht.
    Fout: `hard: [onderzoek, wederhor]`.
    Goed: `hard: [onderzoek, wederhoor]`.
    Wat nu: kies een naam die clm kent; een nieuwe voorwaarde vraagt code.
    """
    for sleutel, _, instrument in instrumenten(bestand.record):
        for veld in ("hard", "gemotiveerd"):
            for plaats, naam in enumerate(getattr(instrument.voorwaarden, veld)):
                if naam not in VOORWAARDEN:
                    nu = naaste(naam, VOORWAARDEN, f"kies uit {', '.join(VOORWAARDEN)}")
                    yield Bevond(
                        bestand.plek(*sleutel, "voorwaarden", veld, plaats),
                        f"{instrument.instrument}: clm kent geen voorwaarde '{naam}'",
                        nu,
                    )


def reg705(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een lezing verandert een voorwaarde die het instrument niet heeft.

    Waarom: zo'n regel doet niets, terwijl een lezer denkt dat het antwoord op de vraag iets
    uitmaakt.
    Fout: `lezingen: [{voorwaarde: bewijs, …}]` bij een instrument zonder de voorwaarde bewijs.
    Goed: de voorwaarde staat ook bij `hard` of `gemotiveerd`.
    Wat nu: zet de voorwaarde bij het instrument, of haal de regel weg.
    """
    for sleutel, _, instrument in instrumenten(bestand.record):
        eigen = {*instrument.voorwaarden.hard, *instrument.voorwaarden.gemotiveerd}
        for plaats, rij in enumerate(instrument.voorwaarden.lezingen):
            if rij.voorwaarde not in eigen:
                yield Bevond(
                    bestand.plek(*sleutel, "voorwaarden", "lezingen", plaats, "voorwaarde"),
                    (
                        f"{instrument.instrument} heeft geen voorwaarde '{rij.voorwaarde}'; deze "
                        "lezing doet niets"
                    ),
                    _opzoeken(bestand),
                )


def reg706(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een genoemde vraag of keuze staat niet bij de vragen van het regime.

    Waarom: zonder de vraag kan niemand haar met een lezing beantwoorden, en werkt wat ervan afhangt
    nooit.
    Fout: `vraag: begin-bezwar`, of `voorstel: ontvangen` terwijl de keuze ontvangst heet.
    Goed: een vraag en een keuze die bij `vragen` staan.
    Wat nu: verbeter de naam, of voeg de vraag toe met haar keuzes.
    """
    regime = bestand.record
    for sleutel, vraag, keuze in _genoemde_vragen(regime):
        gevonden = vraag_van(regime, vraag)
        if gevonden is None:
            yield Bevond(
                bestand.plek(*sleutel, "vraag"), f"er is geen vraag '{vraag}'", _opzoeken(bestand)
            )
        elif keuze and not keuze_bestaat(regime, vraag, keuze):
            kan = ", ".join(rij.keuze for rij in gevonden.keuzes) or "geen"
            veld = "voorstel" if sleutel[0] == "vragen" else "keuze"
            yield Bevond(
                bestand.plek(*sleutel, veld),
                f"vraag {vraag} heeft geen keuze '{keuze}'; wel: {kan}",
                _opzoeken(bestand),
            )


def _genoemde_vragen(regime: Regime) -> Iterator[tuple[Sleutel, str, str | None]]:
    """Every question that is named, with its answer where one is named.

    The place of the part that names it.
    """
    for nr, vraag in enumerate(regime.vragen):
        if vraag.voorstel is not None:
            yield ("vragen", nr), vraag.id, vraag.voorstel
    for sleutel, deel in delen(regime):
        naam = getattr(deel, "vraag", None)
        if naam is not None:
            yield sleutel, naam, getattr(deel, "keuze", None)


def reg707(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een genoemd instrument staat op geen trede.

    Waarom: een termijn, niveau of 'na' bij een instrument dat er niet is, werkt nooit.
    Fout: `instrumenten: [ingebrekestellng]` bij een termijn.
    Goed: de naam van een instrument bij `treden`.
    Wat nu: verbeter de naam.
    """
    regime = bestand.record
    genoemd: list[tuple[Sleutel, str]] = []
    genoemd += [
        (("termijnen", nr, "instrumenten", p), naam)
        for nr, rij in enumerate(regime.termijnen)
        for p, naam in enumerate(rij.instrumenten)
    ]
    genoemd += [
        (("niveaus", nr, "besluit_over", p), naam)
        for nr, rij in enumerate(regime.niveaus)
        for p, naam in enumerate(rij.besluit_over)
    ]
    genoemd += [
        ((*sleutel, "na", "instrument"), i.na.instrument)
        for sleutel, _, i in instrumenten(regime)
        if i.na
    ]
    for plaats, naam in genoemd:
        if naam not in _namen(regime):
            yield Bevond(
                bestand.plek(*plaats), f"'{naam}' staat op geen enkele trede", _opzoeken(bestand)
            )


def reg708(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een genoemde soort bewijs of signaal bestaat niet in het regime.

    Waarom: bewijs zonder vorm kan niemand vastleggen, en een aanleiding zonder soort signaal doet
    zich nooit voor.
    Fout: `bewijs: [misstand]` terwijl geen vorm van bewijs `hoort_bij: misstand` heeft.
    Goed: een soort die bij `bewijsvormen` of `signaalsoorten` staat.
    Wat nu: verbeter de naam, of voeg de vorm of soort toe.
    """
    regime = bestand.record
    gronden = {vorm.hoort_bij for vorm in regime.bewijsvormen}
    soorten = {soort.id for soort in regime.signaalsoorten} | set(get_args(Grondslag))
    for sleutel, _, instrument in instrumenten(regime):
        for plaats, naam in enumerate(instrument.bewijs):
            if naam not in gronden:
                yield Bevond(
                    bestand.plek(*sleutel, "bewijs", plaats),
                    f"{instrument.instrument}: geen vorm van bewijs hoort bij '{naam}'",
                    _opzoeken(bestand),
                )
    for nr, aanleiding in enumerate(regime.aanleidingen):
        for plaats, naam in enumerate(aanleiding.soorten):
            if naam not in soorten:
                yield Bevond(
                    bestand.plek("aanleidingen", nr, "soorten", plaats),
                    f"aanleiding {aanleiding.id}: er is geen signaalsoort '{naam}'",
                    _opzoeken(bestand),
                )


def reg709(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """De naam van een regime is niet die van zijn bestand.

    Of het vervangt een regime dat er niet is.

    Waarom: contracten noemen een regime bij zijn precieze naam; twee namen voor één regime geven
    verwarring.
    Fout: `id: sma-2027` in het bestand sma-2026.yaml.
    Goed: `id: sma-2027` in sma-2027.yaml, met `vervangt: sma-2026`.
    Wat nu: maak naam en bestand gelijk; een gebruikt regime wordt opgevolgd, niet gewijzigd.
    """
    regime = bestand.record
    if regime.id != bestand.stam:
        yield Bevond(
            bestand.plek("id"),
            f"het regime heet {regime.id}, het bestand {bestand.stam}.yaml",
            "maak naam en bestand gelijk",
        )
    if regime.vervangt is not None and (
        regime.vervangt == regime.id or regime.vervangt not in register.regimes
    ):
        yield Bevond(
            bestand.plek("vervangt"),
            f"er is geen ander regime '{regime.vervangt}' om te vervangen",
            "clm regime lijst toont de regimes",
        )


def reg710(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een kenmerk staat twee keer in dezelfde lijst.

    Waarom: feiten, brieven en lezingen noemen een onderdeel bij zijn kenmerk; dat moet er dus één
    zijn.
    Fout: twee vragen `begin-herstel`, twee instrumenten met één naam, of een voorwaarde die hard én
    gemotiveerd heet.
    Goed: elk kenmerk één keer; een voorwaarde is hard of gemotiveerd.
    Wat nu: geef de tweede een eigen kenmerk, of haal haar weg.
    """
    for lijst in _kenmerken(bestand.record):
        for kenmerk, aantal in Counter(kenmerk for _, kenmerk in lijst).items():
            if aantal > 1:
                eerste, tweede, *_ = [sleutel for sleutel, naam in lijst if naam == kenmerk]
                omdat = (Reden("de eerste keer", bestand.plek(*eerste)),)
                yield Bevond(
                    bestand.plek(*tweede),
                    f"'{_woord(kenmerk)}' staat hier al",
                    "geef de tweede een eigen kenmerk",
                    omdat,
                )


def _woord(kenmerk: Hashable) -> str:
    return " bij ".join(map(str, kenmerk)) if isinstance(kenmerk, tuple) else str(kenmerk)


def _kenmerken(regime: Regime) -> Iterator[list[tuple[Sleutel, Hashable]]]:
    """Every list whose members answer to a name, as the places and the names."""
    for sleutel, deel in delen(regime):
        for veld in type(deel).model_fields:
            waarde = getattr(deel, veld)
            if isinstance(waarde, tuple) and waarde:
                rijen = [((*sleutel, veld, nr), _kenmerk(rij)) for nr, rij in enumerate(waarde)]
                yield [(plek, naam) for plek, naam in rijen if naam is not None]
    yield [((*sleutel, "instrument"), i.instrument) for sleutel, _, i in instrumenten(regime)]
    yield [
        (("termijnen", nr, "soort"), (rij.soort, naam))
        for nr, rij in enumerate(regime.termijnen)
        for naam in rij.instrumenten or ("geen instrument",)
    ]
    for sleutel, _, i in instrumenten(regime):
        yield [
            ((*sleutel, "voorwaarden", veld, nr), naam)
            for veld in ("hard", "gemotiveerd")
            for nr, naam in enumerate(getattr(i.voorwaarden, veld))
        ]


def _kenmerk(deel: Any) -> Hashable:
    """The name that a part answers to; None for a part without one."""
    for model, veld in (
        (Trede, "trede"),
        (Stilte, "onderwerp"),
        (Keuze, "keuze"),
        (Regimebrief, "brief"),
    ):
        if isinstance(deel, model):
            return str(getattr(deel, veld))
    return getattr(deel, "id", None)


def reg715(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een maximum zegt niet hoe de grondslag wordt gekozen.

    Waarom: een percentage van een omzet is niets waard zolang niemand koos welk jaar, welke
    contracten en met of zonder btw.
    Fout: `maximum: {procent: 5, over: regionale-omzet, per: jaar}`.
    Goed: `jaar: {vraag: omzet-jaar}` en `btw: {vraag: omzet-btw}`; zonder lezing is het maximum dan
    onbekend.
    Wat nu: vul in wat het contract bepaalt (`regel`), of de vraag over wat het openlaat (`vraag`).
    """
    for sleutel, nr, instrument in instrumenten(bestand.record):
        maximum = instrument.maximum
        mist = (
            [naam for naam, punt in (("jaar", maximum.jaar), ("btw", maximum.btw)) if punt is None]
            if maximum and maximum.per != "factuur"
            else []
        )
        if maximum and mist:
            zin = (
                f"{instrument.instrument}: {maximum.procent} % van {maximum.over}, maar niets "
                f"bepaalt {' en '.join(mist)}"
            )
            yield Bevond(
                bestand.plek(*sleutel, "maximum"),
                zin,
                f"vul {' en '.join(mist)} in bij het maximum",
                grond=(instrument.grond or bestand.record.treden[nr].grond).eis,
            )


def reg716(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een gegeven bij een instrument wordt door geen voorwaarde gelezen.

    Waarom: een maximum zonder de voorwaarde maximum houdt niets tegen, terwijl het er wel staat.
    Fout: `maximum: {…}` en geen `maximum` bij `hard`.
    Goed: bij `na` een voorwaarde als na-ontvangen, bij `bewijs` de voorwaarde bewijs, bij `maximum`
    de voorwaarde maximum.
    Wat nu: zet de voorwaarde bij het instrument, of haal het gegeven weg.
    """
    for sleutel, _, instrument in instrumenten(bestand.record):
        eigen = {*instrument.voorwaarden.hard, *instrument.voorwaarden.gemotiveerd}
        for veld, lezers in _LEEST.items():
            if getattr(instrument, veld) and not eigen & set(lezers):
                zin = (
                    f"{instrument.instrument}: '{veld}' staat erbij, maar geen voorwaarde leest het"
                )
                yield Bevond(
                    bestand.plek(*sleutel, veld),
                    zin,
                    f"zet er een voorwaarde bij: {' of '.join(lezers)}",
                )


def reg729(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een punt van het contract heeft geen regel.

    Of hangt aan een antwoord dat clm niet kan volgen.

    Waarom: staat er geen regel en geen vraag, of kent clm het antwoord niet, dan blijft het punt
    altijd onbekend.
    Fout: `tijdig: {}`, of een vraag met de keuze `soms` waar clm alleen schorst en schorst-niet
    kent.
    Goed: `tijdig: {regel: schorst}`, of `{vraag: …}` met alleen keuzes die clm kent.
    Wat nu: vul de regel in die het contract geeft, of de vraag over wat het openlaat.
    """
    for sleutel, deel in delen(bestand.record):
        if not isinstance(deel, Vraagregel):
            continue
        kan = get_args(type(deel).__pydantic_generic_metadata__["args"][0])
        vraag, punt = (
            (vraag_van(bestand.record, deel.vraag) if deel.vraag else None),
            str(sleutel[-1]),
        )
        fout = [keuze.keuze for keuze in vraag.keuzes if keuze.keuze not in kan] if vraag else []
        if (deel.regel is None) == (deel.vraag is None):
            geen = deel.vraag is None
            staat = "geen regel en geen vraag" if geen else "een regel en ook een vraag"
            zin = f"{punt}: er staat {staat}"
            yield Bevond(
                bestand.plek(*sleutel), zin, f"geef een regel ({', '.join(kan)}) of een vraag"
            )
        elif vraag and (fout or not vraag.keuzes):
            zin = f"{punt}: vraag {vraag.id} heeft " + (
                f"de keuze {', '.join(fout)}, die clm hier niet kent" if fout else "geen keuzes"
            )
            yield Bevond(bestand.plek(*sleutel, "vraag"), zin, f"clm kent hier {', '.join(kan)}")
