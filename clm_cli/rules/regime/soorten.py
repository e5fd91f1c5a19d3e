"""Floor 5, rules on the kinds that a regime names: of evidence, of signal, of what starts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from clm_cli.meldingen import Sleutel
from clm_cli.records.contact import Signaalbron
from clm_cli.records.regimeregels import Cijferregel, Maatstaf
from clm_cli.records.velden import Grondslag
from clm_cli.records.verwijzingen import delen
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime


@regel("REG708", FOUT, per_regime)
def soort_bewijs_of_signaal_bestaat_niet(blik: Regimeblik) -> Iterator[Bevond]:
    """Een genoemde soort bewijs of signaal bestaat niet in het regime.

    Waarom: bewijs zonder vorm kan niemand vastleggen, en een aanleiding zonder soort signaal doet
    zich nooit voor.
    Fout: `bewijs: [misstand]` terwijl geen vorm van bewijs `hoort_bij: misstand` heeft.
    Goed: een soort die bij `bewijsvormen` of `signaalsoorten` staat.
    Wat nu: verbeter de naam, of voeg de vorm of soort toe.
    """
    vormen = {vorm.id: vorm.hoort_bij for vorm in blik.regime.bewijsvormen}
    gronden = sorted(set(vormen.values()))
    soorten = {soort.id for soort in blik.regime.signaalsoorten} | set(get_args(Grondslag))
    for sleutel, _, instrument in blik.instrumenten:
        for plaats, naam in enumerate(instrument.bewijs):
            if naam not in gronden:
                yield Bevond(
                    blik.plek(*sleutel, "bewijs", plaats),
                    f"{instrument.instrument}: geen vorm van bewijs hoort bij '{naam}'",
                    _bedoelde_vorm(vormen.get(naam), gronden),
                )
    aanleidingen = sorted(rij.id for rij in blik.regime.aanleidingen)
    for sleutel, _, instrument in blik.instrumenten:
        for plaats, naam in enumerate(instrument.aanleidingen):
            if naam not in aanleidingen:
                yield Bevond(
                    blik.plek(*sleutel, "aanleidingen", plaats),
                    f"{instrument.instrument}: er is geen aanleiding '{naam}'",
                    van_spelling(naam, aanleidingen, "zet haar bij aanleidingen"),
                )
    yield from _gevolgd(blik)
    for sleutel, wat, naam in _genoemde_signaalsoorten(blik):
        if naam not in soorten:
            yield Bevond(
                blik.plek(*sleutel),
                f"{wat}: er is geen signaalsoort '{naam}'",
                van_spelling(naam, sorted(soorten), "zet haar bij signaalsoorten"),
            )


def _gevolgd(blik: Regimeblik) -> Iterator[Bevond]:
    """The signals that a theme follows: by where they come from, or what they are about."""
    bronnen = get_args(Signaalbron.model_fields["soort"].annotation)
    kan = sorted({*bronnen, *get_args(Grondslag)})
    for nr, thema in enumerate(blik.regime.themas):
        for rij, volgt in enumerate(thema.volgt):
            for plaats, naam in enumerate(volgt.soorten):
                if naam not in kan:
                    yield Bevond(
                        blik.plek("themas", nr, "volgt", rij, "soorten", plaats),
                        f"thema {thema.id}: geen signaal heeft de bron of soort '{naam}'",
                        van_spelling(naam, kan, f"kies uit {', '.join(kan)}"),
                        grond=thema.grond.eis,
                    )


def _genoemde_signaalsoorten(blik: Regimeblik) -> Iterator[tuple[Sleutel, str, str]]:
    """Every place that names kinds of signal, and what it stands at."""
    bij: list[tuple[Sleutel, str, tuple[str, ...]]] = []
    for sleutel, _, i in blik.instrumenten:
        for p, post in enumerate(i.bedrag.posten if i.bedrag else ()):
            bij.append(((*sleutel, "bedrag", "posten", p), i.instrument, post.soorten))
    for nr, rij in enumerate(blik.regime.aanleidingen):
        bij.append((("aanleidingen", nr), f"aanleiding {rij.id}", rij.soorten))
    klassen = blik.regime.klassen
    for nr, maat in enumerate(klassen.maatstaven if klassen else ()):
        bij.append((("klassen", "maatstaven", nr), f"maatstaf {maat.soort}", maat.soorten))
    for plek, wat, namen in bij:
        for plaats, naam in enumerate(namen):
            yield (*plek, "soorten", plaats), wat, naam


def _bedoelde_vorm(hoort_bij: str | None, gronden: list[str]) -> str:
    """What an instrument should name: not a form of evidence, but what its forms belong to."""
    if hoort_bij:
        return f"noem wat bij die vorm achter 'hoort_bij' staat: {hoort_bij}"
    kies = f"kies uit {', '.join(gronden)}, of " if gronden else ""
    return f"{kies}zet bij bewijsvormen een vorm die hierbij hoort"


@regel("REG747", WAARSCHUWING, per_regime)
def kpi_staat_niet_in_de_catalogus(blik: Regimeblik) -> Iterator[Bevond]:
    """Een regel gaat over een kpi die dit register niet kent.

    Waarom: de cijfers staan onder een andere naam, dus de regel geldt voor geen enkel cijfer: geen
    afronding, geen bedrag, geen aanleiding.
    Fout: `kpis: [punctualiteit]` terwijl de kpi in kpis.yaml `op-tijd` heet.
    Goed: de id van een kpi uit de catalogus van het register.
    Wat nu: verbeter de naam, of zet de kpi in kpis.yaml; zonder catalogus wordt hier niet gekeken.
    """
    bekend = sorted(blik.kijk.register.kpis)
    for sleutel, naam in _genoemde_kpis(blik) if bekend else ():
        if naam not in bekend:
            yield Bevond(
                blik.plek(*sleutel),
                f"in kpis.yaml staat geen kpi '{naam}'",
                van_spelling(naam, bekend, "zet haar in kpis.yaml, of noem een kpi die er staat"),
            )


def _genoemde_kpis(blik: Regimeblik) -> Iterator[tuple[Sleutel, str]]:
    """Every figure that a rule of the contract names."""
    for sleutel, deel in delen(blik.regime):
        namen = getattr(deel, "kpis", None)
        for plaats, naam in enumerate(namen if isinstance(namen, tuple) else ()):
            yield (*sleutel, "kpis", plaats), naam
        if isinstance(deel, Maatstaf) and deel.kpi:
            yield (*sleutel, "kpi"), deel.kpi
        if isinstance(deel, Cijferregel) and deel.telt_kpi:
            yield (*sleutel, "telt_kpi"), deel.telt_kpi
