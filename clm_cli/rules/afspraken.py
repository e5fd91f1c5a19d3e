"""Floor 5, rules on what was agreed in a talk: its actions and its decisions are complete."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.smart import kort_en_feitelijk, smart
from clm_cli.derivations.termijnen import bepaling
from clm_cli.rules.gesprekken import Verslag, per_verslag
from clm_cli.rules.regel import INFO, WAARSCHUWING, Bevond, regel


@regel("DOS206", WAARSCHUWING, per_verslag)
def actie_zonder_dag_of_resultaat(verslag: Verslag) -> Iterator[Bevond]:
    """Een actie heeft geen datum of geen meetbaar resultaat.

    Waarom: zonder datum en resultaat kan niemand zeggen of de actie klaar is.
    Fout: `wat: wachttijd aanpakken`.
    Goed: `wat: levert per wachtende de startdatum`, `klaar_als: bij alle 23 staat een datum`,
    `uiterlijk: 2026-05-08`.
    Wat nu: vul aan zolang het verslag niet is gedeeld; leg het daarna vast in het volgende gesprek.
    """
    for nummer, actie in enumerate(verslag.gehouden.acties):
        velden = (("uiterlijk", actie.uiterlijk), ("klaar_als", actie.klaar_als))
        mist = " en ".join(wat for wat, er in velden if not er)
        if mist:
            plek = verslag.plek("acties", nummer)
            yield Bevond(
                plek,
                f"actie {actie.id} mist {mist}",
                verslag.nu("DOS206", f"vul {mist} in"),
                grond=verslag.verslageis("oplevertermijn"),
            )


@regel("DOS296", INFO, per_verslag)
def actie_is_vaag(verslag: Verslag) -> Iterator[Bevond]:
    """Een actie zegt vaag wat er gebeurt, wie het doet of wanneer het klaar is.

    Waarom: bij een vage actie kan niemand zeggen of zij is gedaan.
    Fout: `wat: pakt dit zo spoedig mogelijk op`.
    Goed: `wat: levert per wachtende de startdatum`.
    Wat nu: schrijf het meetbaar zolang het verslag niet is gedeeld; leg het daarna vast in het
    volgende gesprek.
    """
    grond = verslag.verslageis("kort-en-smart")
    for nummer, actie in enumerate(verslag.gehouden.acties if grond else ()):
        per_veld = {g.veld: g for g in reversed(smart(actie, verslag.gehouden.datum))}
        for veld, gebrek in per_veld.items():
            if getattr(actie, veld) is not None:  # what lacks is DOS206
                yield Bevond(
                    verslag.plek("acties", nummer, veld),
                    f"actie {actie.id}: {gebrek.tekst}",
                    verslag.nu("DOS296", gebrek.nu),
                    grond=grond,
                )


@regel("DOS297", INFO, per_verslag)
def verslag_niet_kort_of_feitelijk(verslag: Verslag) -> Iterator[Bevond]:
    """Een bevinding, besluit of actie in het verslag is lang, of oordeelt.

    Waarom: het verslag is kort en feitelijk; een oordeel is van één partij, en hoort daar ook.
    Fout: `kern: De wachttijd is helaas opgelopen`.
    Goed: `kern: De wachttijd liep op van 6 naar 9 weken`, en wat een partij ervan vindt bij de
    antwoorden van die partij.
    Wat nu: schrijf op wat er is gezien of afgesproken; hoe lang lang is, bepaalt clm en niet het
    contract.
    """
    grond, gehouden = verslag.verslageis("kort-en-smart"), verslag.gehouden
    teksten = [
        *(("bevindingen", nr, "kern", b.id, b.kern) for nr, b in enumerate(gehouden.bevindingen)),
        *(("besluiten", nr, "besluit", b.id, b.besluit) for nr, b in enumerate(gehouden.besluiten)),
        *(("acties", nr, "wat", a.id, a.wat) for nr, a in enumerate(gehouden.acties)),
    ]
    for lijst, nummer, veld, id_, tekst in teksten if grond else ():
        for zin in kort_en_feitelijk(tekst):
            yield Bevond(
                verslag.plek(lijst, nummer, veld),
                f"{id_}: {zin}",
                verslag.nu("DOS297", "schrijf kort op wat er is gezien of afgesproken"),
                grond=grond,
            )


@regel("DOS207", WAARSCHUWING, per_verslag)
def besluit_zonder_mandaat(verslag: Verslag) -> Iterator[Bevond]:
    """Bij een besluit staat geen mandaat.

    Waarom: het verslag vermeldt wat is besloten en gemandateerd: onder welk mandaat, of aan wie.
    Fout: alleen `besluit:`.
    Goed: `gemandateerd: F. Yildiz, namens de aanbieder`, of `genomen_onder: mandaatregeling, art.
    4`.
    Wat nu: vul ten minste één van de twee in.
    """
    for nummer, besluit in enumerate(verslag.gehouden.besluiten):
        if besluit.genomen_onder is None and besluit.gemandateerd is None:
            yield Bevond(
                verslag.plek("besluiten", nummer),
                f"besluit {besluit.id} noemt geen mandaat",
                verslag.nu("DOS207", "vul gemandateerd of genomen_onder in"),
                grond=verslag.verslageis("besloten-en-gemandateerd"),
            )


@regel("DOS208", WAARSCHUWING, per_verslag)
def besluit_zonder_zorglandschap(verslag: Verslag) -> Iterator[Bevond]:
    """Bij een besluit staat niet wat het betekent voor het zorglandschap.

    Waarom: afspraken worden steeds gezien in het licht van een stabiel, beschikbaar en toegankelijk
    zorglandschap.
    Fout: `zorglandschap` ontbreekt.
    Goed: drie antwoorden; 'geen gevolg' is een antwoord.
    Wat nu: vul stabiel, beschikbaar en toegankelijk in.
    """
    gronden = (bepaling(regime, "continuiteit-van-zorg") for regime in verslag.regimes)
    grond = next((gevonden for gevonden in gronden if gevonden), None)
    for nummer, besluit in enumerate(verslag.gehouden.besluiten if grond else ()):
        landschap = besluit.zorglandschap
        if landschap is None or None in (
            landschap.stabiel,
            landschap.beschikbaar,
            landschap.toegankelijk,
        ):
            yield Bevond(
                verslag.plek("besluiten", nummer),
                f"besluit {besluit.id}: niet alle drie de vragen over het zorglandschap zijn "
                "beantwoord",
                verslag.nu(
                    "DOS208",
                    "vul stabiel, beschikbaar en toegankelijk in; 'geen gevolg' is een antwoord",
                ),
                grond=grond.eis if grond else None,
            )


@regel("DOS237", INFO, per_verslag)
def actie_zonder_kant(verslag: Verslag) -> Iterator[Bevond]:
    """Van een actie is niet gezegd welke kant erop let: DOP of AOC.

    Waarom: het contract verdeelt het werk tussen gemeenten met toegang (DOP) en de regio (AOC);
    zonder kant valt een actie buiten de lijst van allebei.
    Fout: een actie zonder `kant`.
    Goed: `kant: AOC`.
    Wat nu: vul de kant in zolang het verslag niet is gedeeld; noem haar daarna in het volgende
    gesprek.
    """
    gronden = (bepaling(regime, "aoc") for regime in verslag.regimes)
    grond = next((gevonden.eis for gevonden in gronden if gevonden), None)
    for nummer, actie in enumerate(verslag.gehouden.acties if grond else ()):
        if actie.kant is None:
            yield Bevond(
                verslag.plek("acties", nummer),
                f"actie {actie.id} heeft geen kant (DOP of AOC)",
                verslag.nu("DOS237", "vul 'kant' in"),
                grond=grond,
            )
