"""Floor 5, rules on the names in a regime: what is named exists, once, and answers are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.escalatie.bereik import keuze_bestaat
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.regime import (
    Briefeis,
    Contractpartij,
    Keuze,
    Regime,
    Regimebrief,
    Stilte,
    Trede,
    Vraagregel,
)
from clm_cli.records.regimeregels import Klasse
from clm_cli.records.verwijzingen import delen
from clm_cli.register import vraag_van
from clm_cli.rules.bekende_namen import van_betekenis, van_spelling
from clm_cli.rules.regel import FOUT, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime

_VOORWAARDEN = {naam: rij.titel for naam, rij in VOORWAARDEN.items()}
_KIES = advies(
    "{woorden} toont alle voorwaarden met wat zij vragen",
    woorden=opdracht("regime", "woorden", "voorwaarde"),
)


@regel("REG704", FOUT, per_regime)
def voorwaarde_die_clm_niet_kent(blik: Regimeblik) -> Iterator[Bevond]:
    """Een voorwaarde heeft een naam die clm niet kent.

    Waarom: clm kan haar niet beantwoorden; zolang zij hard is, blijft het instrument dicht.
    Fout: `hard: [onderzoek, wederhor]`.
    Goed: `hard: [onderzoek, wederhoor]`.
    Wat nu: kies een naam die clm kent; een nieuwe voorwaarde vraagt code.
    """
    for sleutel, _, instrument in blik.instrumenten:
        for veld in ("hard", "gemotiveerd"):
            for plaats, naam in enumerate(getattr(instrument.voorwaarden, veld)):
                if naam not in VOORWAARDEN:
                    yield Bevond(
                        blik.plek(*sleutel, "voorwaarden", veld, plaats),
                        f"{instrument.instrument}: clm kent geen voorwaarde '{naam}'",
                        van_betekenis(naam, _VOORWAARDEN, _KIES),
                    )


@regel("REG706", FOUT, per_regime)
def vraag_of_keuze_bestaat_niet(blik: Regimeblik) -> Iterator[Bevond]:
    """Een genoemde vraag of keuze staat niet bij de vragen van het regime.

    Waarom: zonder de vraag kan niemand haar met een lezing beantwoorden, en werkt wat ervan afhangt
    nooit.
    Fout: `vraag: begin-bezwar`, of `voorstel: ontvangen` terwijl de keuze ontvangst heet.
    Goed: een vraag en een keuze die bij `vragen` staan.
    Wat nu: verbeter de naam, of voeg de vraag toe met haar keuzes.
    """
    for sleutel, vraag, keuze in _genoemde_vragen(blik.regime):
        gevonden = vraag_van(blik.regime, vraag)
        if gevonden is None:
            plek = blik.plek(*sleutel, "vraag")
            bekend = [rij.id for rij in blik.regime.vragen]
            nu = van_spelling(vraag, bekend, "zet haar bij vragen, met haar keuzes")
            yield Bevond(plek, f"er is geen vraag '{vraag}'", nu)
        elif keuze and not keuze_bestaat(blik.regime, vraag, keuze):
            kan = [rij.keuze for rij in gevonden.keuzes]
            yield Bevond(
                blik.plek(*sleutel, "voorstel" if sleutel[0] == "vragen" else "keuze"),
                f"vraag {vraag} heeft geen keuze '{keuze}'; wel: {', '.join(kan) or 'geen'}",
                van_spelling(keuze, kan, "noem een van haar keuzes, of zet deze erbij"),
            )


def _genoemde_vragen(regime: Regime) -> Iterator[tuple[Sleutel, str, str | None]]:
    """Every question that is named, after its place, with its answer where one is named."""
    for nr, vraag in enumerate(regime.vragen):
        if vraag.voorstel is not None:
            yield ("vragen", nr), vraag.id, vraag.voorstel
    for sleutel, deel in delen(regime):
        naam = getattr(deel, "vraag", None)
        if naam is not None:
            yield sleutel, naam, getattr(deel, "keuze", None)


@regel("REG707", FOUT, per_regime)
def instrument_staat_op_geen_trede(blik: Regimeblik) -> Iterator[Bevond]:
    """Een genoemd instrument staat op geen trede.

    Waarom: een termijn, niveau of 'na' bij een instrument dat er niet is, werkt nooit.
    Fout: `instrumenten: [ingebrekestellng]` bij een termijn.
    Goed: de naam van een instrument bij `treden`.
    Wat nu: verbeter de naam.
    """
    namen = {instrument.instrument for _, _, instrument in blik.instrumenten}
    for sleutel, naam in _genoemde_instrumenten(blik):
        if naam not in namen:
            tekst = f"'{naam}' staat op geen enkele trede"
            nu = van_spelling(naam, sorted(namen), "noem een instrument dat bij treden staat")
            yield Bevond(blik.plek(*sleutel), tekst, nu)


def _genoemde_instrumenten(blik: Regimeblik) -> Iterator[tuple[Sleutel, str]]:
    for nr, termijn in enumerate(blik.regime.termijnen):
        for veld in ("instrumenten", "stappen"):
            for p, naam in enumerate(getattr(termijn, veld)):
                yield ("termijnen", nr, veld, p), naam
    for nr, niveau in enumerate(blik.regime.niveaus):
        for p, naam in enumerate(niveau.besluit_over):
            yield ("niveaus", nr, "besluit_over", p), naam
    for nr, plafond in enumerate(blik.regime.plafonds):
        for p, naam in enumerate(plafond.instrumenten):
            yield ("plafonds", nr, "instrumenten", p), naam
    for sleutel, _, instrument in blik.instrumenten:
        if instrument.na:
            yield (*sleutel, "na", "instrument"), instrument.na.instrument
        staffel = instrument.bedrag.staffel if instrument.bedrag else None
        for p, naam in enumerate(staffel.telt if staffel else ()):
            yield (*sleutel, "bedrag", "staffel", "telt", p), naam


@regel("REG709", FOUT, per_regime)
def naam_en_bestand_verschillen(blik: Regimeblik) -> Iterator[Bevond]:
    """De naam van een regime is niet die van zijn bestand, of het vervangt een regime dat er niet
    is.

    Waarom: contracten noemen een regime bij zijn precieze naam; twee namen voor één regime geven
    verwarring.
    Fout: `id: sma-2027` in het bestand sma-2026.yaml.
    Goed: `id: sma-2027` in sma-2027.yaml, met `vervangt: sma-2026`.
    Wat nu: maak naam en bestand gelijk; een gebruikt regime wordt opgevolgd, niet gewijzigd.
    """
    regime, stam, bekend = blik.regime, blik.bestand.stam, blik.kijk.register.regimes
    if regime.id != stam:
        yield Bevond(
            blik.plek("id"),
            f"het regime heet {regime.id}, het bestand {stam}.yaml",
            "maak naam en bestand gelijk",
        )
    vervangt = regime.vervangt
    if vervangt is not None and (vervangt == regime.id or vervangt not in bekend):
        yield Bevond(
            blik.plek("vervangt"),
            f"er is geen ander regime '{vervangt}' om te vervangen",
            advies("{lijst} toont de regimes", lijst=opdracht("regime", "lijst")),
        )


@regel("REG710", FOUT, per_regime)
def kenmerk_twee_keer_in_een_lijst(blik: Regimeblik) -> Iterator[Bevond]:
    """Een kenmerk staat twee keer in dezelfde lijst.

    Waarom: feiten, brieven en lezingen noemen een onderdeel bij zijn kenmerk; dat moet er dus één
    zijn.
    Fout: twee vragen `begin-herstel`, twee instrumenten met één naam, of een voorwaarde die hard én
    gemotiveerd heet.
    Goed: elk kenmerk één keer; een voorwaarde is hard of gemotiveerd.
    Wat nu: geef de tweede een eigen kenmerk, of haal haar weg.
    """
    for lijst in _kenmerken(blik):
        for kenmerk, aantal in Counter(kenmerk for _, kenmerk in lijst).items():
            if aantal > 1:
                eerste, tweede, *_ = [sleutel for sleutel, naam in lijst if naam == kenmerk]
                yield Bevond(
                    blik.plek(*tweede),
                    f"'{_woord(kenmerk)}' staat hier al",
                    "geef de tweede een eigen kenmerk, of haal haar weg",
                    (Reden("de eerste keer", blik.plek(*eerste)),),
                )


def _woord(kenmerk: Hashable) -> str:
    return " bij ".join(map(str, kenmerk)) if isinstance(kenmerk, tuple) else str(kenmerk)


def _kenmerken(blik: Regimeblik) -> Iterator[list[tuple[Sleutel, Hashable]]]:
    """Every list whose members answer to a name, as the places and the names."""
    for sleutel, deel in delen(blik.regime):
        for veld in type(deel).model_fields:
            waarde = getattr(deel, veld)
            if isinstance(waarde, tuple) and waarde:
                rijen = [((*sleutel, veld, nr), _kenmerk(rij)) for nr, rij in enumerate(waarde)]
                yield [(plek, naam) for plek, naam in rijen if naam is not None]
    yield [((*sleutel, "instrument"), i.instrument) for sleutel, _, i in blik.instrumenten]
    yield [
        (("termijnen", nr, "soort"), (rij.naam or rij.soort, naam))
        for nr, rij in enumerate(blik.regime.termijnen)
        for naam in rij.instrumenten or ("geen instrument",)
    ]
    for sleutel, _, i in blik.instrumenten:
        yield [
            ((*sleutel, "voorwaarden", veld, nr), naam)
            for veld in ("hard", "gemotiveerd")
            for nr, naam in enumerate(getattr(i.voorwaarden, veld))
        ]
        yield [
            ((*sleutel, "voorwaarden", "lezingen", nr), (rij.voorwaarde, rij.vraag, rij.keuze))
            for nr, rij in enumerate(i.voorwaarden.lezingen)
        ]
        yield [
            ((*sleutel, "bedrag", "posten", nr, "kpis", p), (f"een bedrag per {post.per}", kpi))
            for nr, post in enumerate(i.bedrag.posten if i.bedrag else ())
            for p, kpi in enumerate(post.kpis)
        ]
    yield [
        (("ontvangst", nr, "kanalen", p), kanaal)
        for nr, rij in enumerate(blik.regime.ontvangst)
        for p, kanaal in enumerate(rij.kanalen)
    ]


def _kenmerk(deel: Any) -> Hashable:
    """The name that a part answers to; None for a part without one."""
    for model, veld in (
        (Trede, "trede"),
        (Stilte, "onderwerp"),
        (Keuze, "keuze"),
        (Regimebrief, "brief"),
        (Briefeis, "element"),
        (Contractpartij, "benaming"),
        (Klasse, "categorie"),
    ):
        if isinstance(deel, model):
            return str(getattr(deel, veld))
    return getattr(deel, "id", None)


@regel("REG729", FOUT, per_regime)
def punt_zonder_regel(blik: Regimeblik) -> Iterator[Bevond]:
    """Een punt van het contract heeft geen regel, of hangt aan een antwoord dat clm niet kan
    volgen.

    Waarom: staat er geen regel en geen vraag, of kent clm het antwoord niet, dan blijft het punt
    altijd onbekend.
    Fout: `tijdig: {}`, of een vraag met de keuze `soms` waar clm alleen schorst en schorst-niet
    kent.
    Goed: `tijdig: {regel: schorst}`, of `{vraag: …}` met alleen keuzes die clm kent.
    Wat nu: vul de regel in die het contract geeft, of de vraag over wat het openlaat.
    """
    for sleutel, deel in delen(blik.regime):
        if not isinstance(deel, Vraagregel):
            continue
        kan = deel.keuzes()
        vraag = vraag_van(blik.regime, deel.vraag)
        fout = [keuze.keuze for keuze in vraag.keuzes if keuze.keuze not in kan] if vraag else []
        if (deel.regel is None) == (deel.vraag is None):
            geen = deel.vraag is None
            staat = "geen regel en geen vraag" if geen else "een regel en ook een vraag"
            yield Bevond(
                blik.plek(*sleutel),
                f"{sleutel[-1]}: er staat {staat}",
                f"geef een regel ({', '.join(kan)}) of een vraag",
            )
        elif vraag and (fout or not vraag.keuzes):
            wat = f"de keuze {', '.join(fout)}, die clm hier niet kent" if fout else "geen keuzes"
            yield Bevond(
                blik.plek(*sleutel, "vraag"),
                f"{sleutel[-1]}: vraag {vraag.id} heeft {wat}",
                f"clm kent hier {', '.join(kan)}",
            )
