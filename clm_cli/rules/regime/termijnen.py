"""Floor 5, rules on the terms and letters of a regime.

Each term has a length, a start and a measure, each measure its letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.meldingen import Reden
from clm_cli.records.regime import Begin, Regime, Regimetermijn
from clm_cli.register import Register, vraag_van
from clm_cli.rules.regel import Bevond, naaste
from clm_cli.rules.regime.vorm import instrumenten

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
    "reactie": _MAATREGEL,
    "verbeterplan": _MAATREGEL,
    "herstel": _MAATREGEL,
    "bezwaar": _MAATREGEL,
    "directiegesprek": ("ontvangst-bezwaar", "geschil"),
    "bevestiging": ("ingang",),
    "aanzegging": ("einde",),
}
"""The events that clm can start a kind of term from."""
_BIJ_EEN_MAATREGEL = (
    "reactie",
    "verbeterplan",
    "herstel",
    "bezwaar",
    "directiegesprek",
    "bevestiging",
)


def _gevraagd(regime: Regime, termijn: Regimetermijn) -> bool:
    """Whether every measure of a term has to state its length."""
    voorwaarde = _GEVRAAGD.get(termijn.soort)
    eigen = [i for _, _, i in instrumenten(regime) if i.instrument in termijn.instrumenten]
    return (
        voorwaarde is not None
        and bool(eigen)
        and all(voorwaarde in i.voorwaarden.hard for i in eigen)
    )


def reg711(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een termijn heeft geen duur, en niets vraagt erom.

    Waarom: zonder duur komt er nooit een laatste dag, en mist de werklijst wat er moet gebeuren.
    Fout: `soort: verbeterplan` zonder `termijn`, bij een verzoek dat geen termijn hoeft te noemen.
    Goed: een duur met eenheid uit het contract, of een instrument met de harde voorwaarde
    antwoordtermijn of hersteltermijn.
    Wat nu: vul de duur in als het contract die noemt, of laat het verzoek haar noemen.
    """
    for nr, termijn in enumerate(bestand.record.termijnen):
        if (
            termijn.termijn is None
            and termijn.soort not in _EIGEN_BELEID
            and not _gevraagd(bestand.record, termijn)
        ):
            nu = (
                f"zet bij de instrumenten de harde voorwaarde {_GEVRAAGD[termijn.soort]}"
                if termijn.soort in _GEVRAAGD
                else "vul de duur in, met eenheid"
            )
            yield Bevond(
                bestand.plek("termijnen", nr),
                f"{termijn.soort}: de termijn heeft geen duur, en niets vraagt erom",
                nu,
                grond=termijn.grond.eis,
            )


def reg712(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een termijn heeft geen begin, of een begin waar clm niet bij kan beginnen.

    Waarom: zonder gebeurtenis om vanaf te rekenen, is elke dag een gok.
    Fout: geen `begin` en geen `vraag`; of een vraag met de keuze `dagtekening`.
    Goed: `begin: ontvangst`, of een vraag waarvan elke keuze een gebeurtenis is die clm kent.
    Wat nu: kies een gebeurtenis die bij deze termijn past; laat het contract haar open, stel dan
    een vraag.
    """
    regime = bestand.record
    for nr, termijn in enumerate(regime.termijnen):
        past = _BEGINT_BIJ.get(termijn.soort, get_args(Begin))
        nu = f"kies uit {', '.join(past)}"
        vraag = vraag_van(regime, termijn.vraag) if termijn.vraag else None
        if termijn.vraag is None and termijn.begin is None:
            yield Bevond(
                bestand.plek("termijnen", nr),
                f"{termijn.soort}: de termijn heeft geen begin en geen vraag die het begin bepaalt",
                nu,
                grond=termijn.grond.eis,
            )
        if (termijn.begin == "einde") != (termijn.terug == "ja"):
            yield Bevond(
                bestand.plek("termijnen", nr),
                f"{termijn.soort}: alleen vanaf 'einde' wordt teruggeteld, en vanaf 'einde' altijd",
                "zet 'begin: einde' en 'terug: ja' bij elkaar",
                grond=termijn.grond.eis,
            )
        if termijn.vraag is None and termijn.begin is not None and termijn.begin not in past:
            yield Bevond(
                bestand.plek("termijnen", nr, "begin"),
                f"{termijn.soort} kan niet bij '{termijn.begin}' beginnen",
                nu,
                grond=termijn.grond.eis,
            )
        if vraag is not None:
            fout = [keuze.keuze for keuze in vraag.keuzes if keuze.keuze not in past]
            if fout or not vraag.keuzes:
                zin = (
                    f"met de keuze{'s' * (len(fout) > 1)} {', '.join(fout)} van vraag {vraag.id}"
                    if fout
                    else f"want vraag {vraag.id} heeft geen keuzes"
                )
                omdat = (Reden(vraag.tekst, bestand.plek("vragen", regime.vragen.index(vraag))),)
                yield Bevond(
                    bestand.plek("termijnen", nr, "vraag"),
                    f"{termijn.soort} kan niet beginnen {zin}",
                    nu,
                    omdat,
                    termijn.grond.eis,
                )


def reg713(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een termijn van een maatregel hoort bij geen enkel instrument.

    Waarom: clm start zo'n termijn bij de instrumenten die zij noemt; zonder instrument loopt zij
    nooit.
    Fout: `soort: bezwaar` zonder `instrumenten`.
    Goed: `instrumenten: [ingebrekestelling, …]`.
    Wat nu: noem de instrumenten waarbij het contract deze termijn geeft.
    """
    for nr, termijn in enumerate(bestand.record.termijnen):
        if termijn.soort in _BIJ_EEN_MAATREGEL and not termijn.instrumenten:
            yield Bevond(
                bestand.plek("termijnen", nr),
                f"{termijn.soort}: deze termijn hoort bij geen enkel instrument en loopt dus nooit",
                "vul instrumenten in",
                grond=termijn.grond.eis,
            )


def reg714(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een maatregel die per brief bekend moet worden, heeft geen brief.

    Waarom: een formele maatregel werkt pas als zij is ontvangen, en een termijn vanaf ontvangst of
    verzending heeft een brief nodig.
    Fout: een ingebrekestelling met `brief: geen`.
    Goed: `brief: ingebrekestelling`; `brief: geen` alleen bij een maatregel zonder vorm en zonder
    zo'n termijn.
    Wat nu: noem de soort brief.
    """
    regime = bestand.record
    for sleutel, nr, instrument in instrumenten(regime):
        termijnen = [
            t.soort
            for t in regime.termijnen
            if instrument.instrument in t.instrumenten and _begint_bij_brief(regime, t)
        ]
        formeel = regime.treden[nr].formeel == "ja"
        if instrument.brief == "geen" and (formeel or termijnen):
            waarom = (
                *(Reden(f"de termijn {soort} begint bij de brief") for soort in termijnen),
                *((Reden("het is een formele maatregel"),) if formeel else ()),
            )
            yield Bevond(
                bestand.plek(*sleutel, "brief"),
                f"{instrument.instrument} heeft geen brief",
                "noem de soort brief",
                waarom,
                (instrument.grond or regime.treden[nr].grond).eis,
            )


def _begint_bij_brief(regime: Regime, termijn: Regimetermijn) -> bool:
    vraag = vraag_van(regime, termijn.vraag) if termijn.vraag else None
    begin = {keuze.keuze for keuze in vraag.keuzes} if vraag else {termijn.begin}
    return bool(begin) and begin <= {"ontvangst", "verzending"}


def reg719(register: Register, bestand: Bestand[Regime], vandaag: date) -> Iterator[Bevond]:
    """Een maatregel noemt een soort brief die clm niet kent en die het regime niet beschrijft.

    Waarom: `clm brief maak` kan zo'n brief niet maken, en niemand weet wat er volgens het contract
    in moet staan.
    Fout: `brief: ingebrekstelling`.
    Goed: een soort brief van clm, of een eigen soort die bij `brieven` staat met wat het contract
    erin wil.
    Wat nu: verbeter de naam, of beschrijf de brief bij `brieven` en zet een sjabloon in
    sjablonen/brieven.
    """
    for sleutel, nr, instrument in instrumenten(bestand.record):
        if instrument.brief != "geen" and briefsoort(instrument.brief, bestand.record) is None:
            grond = (instrument.grond or bestand.record.treden[nr].grond).eis
            nu = naaste(
                instrument.brief,
                [soort.soort for soort in BRIEFSOORTEN],
                "beschrijf deze brief bij brieven",
            )
            yield Bevond(
                bestand.plek(*sleutel, "brief"),
                f"{instrument.instrument}: er is geen soort brief '{instrument.brief}'",
                nu,
                grond=grond,
            )
