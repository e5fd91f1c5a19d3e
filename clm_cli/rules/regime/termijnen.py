"""Floor 5, rules on the terms and letters of a regime: each term can run, each measure is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.derivations.escalatie.eigentermijnen import EIGEN_BEGIN
from clm_cli.meldingen import Reden
from clm_cli.records.regime import Begin, Regime, Regimetermijn
from clm_cli.register import vraag_van
from clm_cli.rules.bekende_namen import van_betekenis
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, eis_van, per_regime

_GEVRAAGD = {
    "reactie": "antwoordtermijn",
    "verbeterplan": "antwoordtermijn",
    "herstel": "hersteltermijn",
}
"""The condition that makes a measure state its own term, by kind of term."""
_EIGEN_BELEID = ("bevestiging",)
"""Kinds of term whose length organisatie.yaml gives when the contract does not."""
_MAATREGEL: tuple[Begin, ...] = ("ontvangst", "verzending", "ingang")
_BEGINT_BIJ: dict[str, tuple[Begin, ...]] = {
    "verslag-delen": ("gesprek",),
    "verslag-reactie": ("gedeeld",),
    "reactie": (*_MAATREGEL, "gesprek"),
    "verbeterplan": (*_MAATREGEL, "gesprek"),
    "herstel": _MAATREGEL,
    "bezwaar": _MAATREGEL,
    "directiegesprek": ("ontvangst-bezwaar", "geschil"),
    "beslissing": ("ontvangst-bezwaar",),
    "eigen": (*_MAATREGEL, *EIGEN_BEGIN),
    "bevestiging": ("ingang",),
    "aanzegging": ("einde", "ingang"),
    "betaling": ("ontvangst",),
}
"""The events that clm can start a kind of term from."""
_BIJ_EEN_MAATREGEL = (
    "reactie",
    "verbeterplan",
    "herstel",
    "bezwaar",
    "directiegesprek",
    "bevestiging",
    "beslissing",
    "eigen",
    "betaling",
)


def _gevraagd(blik: Regimeblik, termijn: Regimetermijn) -> bool:
    """Whether every measure of a term has to state its length."""
    voorwaarde = _GEVRAAGD.get(termijn.soort)
    eigen = [i for _, _, i in blik.instrumenten if i.instrument in termijn.instrumenten]
    return (
        voorwaarde is not None
        and bool(eigen)
        and all(voorwaarde in i.voorwaarden.hard for i in eigen)
    )


@regel("REG711", WAARSCHUWING, per_regime)
def termijn_zonder_duur(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn heeft geen duur, en niets vraagt erom.

    Waarom: zonder duur komt er nooit een laatste dag, en mist de werklijst wat er moet gebeuren.
    Fout: `soort: verbeterplan` zonder `termijn`, bij een verzoek dat geen termijn hoeft te noemen.
    Goed: een duur met eenheid uit het contract, of een instrument met de harde voorwaarde
    antwoordtermijn of hersteltermijn.
    Wat nu: vul de duur in als het contract die noemt, of laat het verzoek hem noemen.
    """
    for nr, termijn in enumerate(blik.regime.termijnen):
        if termijn.termijn is not None or termijn.soort in _EIGEN_BELEID:
            continue
        if not _gevraagd(blik, termijn):
            yield Bevond(
                blik.plek("termijnen", nr),
                f"{termijn.soort}: de termijn heeft geen duur, en niets vraagt erom",
                f"zet bij de instrumenten de harde voorwaarde {_GEVRAAGD[termijn.soort]}"
                if termijn.soort in _GEVRAAGD
                else "vul de duur in, met eenheid",
                grond=termijn.grond.eis,
            )


@regel("REG712", FOUT, per_regime)
def termijn_zonder_begin(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn heeft geen begin, of een begin waar clm niet bij kan beginnen.

    Waarom: zonder gebeurtenis om vanaf te rekenen, is elke dag een gok.
    Fout: geen `begin` en geen `vraag`; of een vraag met de keuze `dagtekening`.
    Goed: `begin: ontvangst`, of een vraag waarvan elke keuze een gebeurtenis is die clm kent.
    Wat nu: kies een gebeurtenis die bij deze termijn past; laat het contract hem open, stel dan
    een vraag.
    """
    for nr, termijn in enumerate(blik.regime.termijnen):
        past = _BEGINT_BIJ.get(termijn.soort, get_args(Begin))
        soort, begin, eis = termijn.soort, termijn.begin, termijn.grond.eis
        plek, nu = blik.plek("termijnen", nr), f"kies uit {', '.join(past)}"
        if termijn.vraag is None and begin is None:
            tekst = f"{soort}: de termijn heeft geen begin en geen vraag die het begin bepaalt"
            yield Bevond(plek, tekst, nu, grond=eis)
        if (soort == "aanzegging") != (termijn.terug == "ja"):
            zegt_aan = soort == "aanzegging"
            yield Bevond(
                plek,
                f"{soort}: alleen een aanzegging wordt teruggeteld, en zij altijd",
                "zet er 'terug: ja' bij" if zegt_aan else "haal 'terug' hier weg",
                grond=eis,
            )
        if termijn.vraag is None and begin is not None and begin not in past:
            plek = blik.plek("termijnen", nr, "begin")
            yield Bevond(plek, f"{soort} kan niet bij '{begin}' beginnen", nu, grond=eis)
        yield from _begin_uit_vraag(blik, nr, termijn, past)


def _begin_uit_vraag(
    blik: Regimeblik, nr: int, termijn: Regimetermijn, past: tuple[Begin, ...]
) -> Iterator[Bevond]:
    """What is wrong with the question that decides where a term begins."""
    vraag = vraag_van(blik.regime, termijn.vraag)
    fout = [keuze.keuze for keuze in vraag.keuzes if keuze.keuze not in past] if vraag else []
    if vraag is None or (vraag.keuzes and not fout):
        return
    zin = (
        f"met de keuze{'s' * (len(fout) > 1)} {', '.join(fout)} van vraag {vraag.id}"
        if fout
        else f"want vraag {vraag.id} heeft geen keuzes"
    )
    yield Bevond(
        blik.plek("termijnen", nr, "vraag"),
        f"{termijn.soort} kan niet beginnen {zin}",
        f"kies uit {', '.join(past)}",
        (Reden(vraag.tekst, blik.plek("vragen", blik.regime.vragen.index(vraag))),),
        termijn.grond.eis,
    )


@regel("REG713", WAARSCHUWING, per_regime)
def termijn_bij_geen_instrument(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn van een maatregel hoort bij geen enkel instrument.

    Waarom: clm start zo'n termijn bij de instrumenten die hij noemt; zonder instrument loopt hij
    nooit.
    Fout: `soort: bezwaar` zonder `instrumenten`.
    Goed: `instrumenten: [ingebrekestelling, …]`.
    Wat nu: noem de instrumenten waarbij het contract deze termijn geeft.
    """
    for nr, termijn in enumerate(blik.regime.termijnen):
        if termijn.soort in _BIJ_EEN_MAATREGEL and not termijn.instrumenten:
            yield Bevond(
                blik.plek("termijnen", nr),
                f"{termijn.soort}: deze termijn hoort bij geen enkel instrument en loopt dus nooit",
                "vul instrumenten in",
                grond=termijn.grond.eis,
            )


@regel("REG714", WAARSCHUWING, per_regime)
def bekend_te_maken_zonder_brief(blik: Regimeblik) -> Iterator[Bevond]:
    """Een maatregel die per brief bekend moet worden, heeft geen brief.

    Waarom: een formele maatregel werkt pas als hij is ontvangen, en een termijn vanaf ontvangst of
    verzending heeft een brief nodig.
    Fout: een ingebrekestelling met `brief: geen`.
    Goed: `brief: ingebrekestelling`; `brief: geen` alleen bij een maatregel zonder vorm en zonder
    zo'n termijn.
    Wat nu: noem de soort brief.
    """
    for sleutel, trede, instrument in blik.instrumenten:
        waarom = [
            Reden(f"de termijn {termijn.soort} begint bij de brief")
            for termijn in blik.regime.termijnen
            if instrument.instrument in termijn.instrumenten
            and _begint_bij_brief(blik.regime, termijn)
        ]
        if trede.formeel == "ja":
            waarom.append(Reden("het is een formele maatregel"))
        if instrument.brief == "geen" and waarom:
            yield Bevond(
                blik.plek(*sleutel, "brief"),
                f"{instrument.instrument} heeft geen brief",
                "noem de soort brief",
                tuple(waarom),
                eis_van(instrument, trede),
            )


def _begint_bij_brief(regime: Regime, termijn: Regimetermijn) -> bool:
    vraag = vraag_van(regime, termijn.vraag)
    begin = {keuze.keuze for keuze in vraag.keuzes} if vraag else {termijn.begin}
    return bool(begin) and begin <= {"ontvangst", "verzending"}


@regel("REG719", WAARSCHUWING, per_regime)
def soort_brief_die_niemand_beschrijft(blik: Regimeblik) -> Iterator[Bevond]:
    """Een maatregel noemt een soort brief die clm niet kent en die het regime niet beschrijft.

    Waarom: `clm brief maak` kan zo'n brief niet maken, en niemand weet wat er volgens het contract
    in moet staan.
    Fout: `brief: ingebrekstelling`.
    Goed: een soort brief van clm, of een eigen soort die bij `brieven` staat met wat het contract
    erin wil.
    Wat nu: verbeter de naam, of beschrijf de brief bij `brieven` en zet een sjabloon in
    sjablonen/brieven.
    """
    soorten = {soort.soort: soort.titel for soort in BRIEFSOORTEN}
    soorten |= {rij.brief: rij.titel or rij.brief for rij in blik.regime.brieven}
    for sleutel, trede, instrument in blik.instrumenten:
        brief = instrument.brief
        if brief != "geen" and briefsoort(brief, blik.regime) is None:
            yield Bevond(
                blik.plek(*sleutel, "brief"),
                f"{instrument.instrument}: er is geen soort brief '{brief}'",
                _bedoelde_brief(brief, soorten),
                grond=eis_van(instrument, trede),
            )


def _bedoelde_brief(brief: str, soorten: dict[str, str]) -> str:
    """The kind that is spelled so; and how the contract's own kind is made known."""
    eigen = f"zet een eigen soort bij 'brieven': 'brief: {brief}', met zijn titel en elementen"
    lijkt = van_betekenis(brief, soorten, "")
    return f"{lijkt} zo niet: {eigen}" if lijkt else eigen
