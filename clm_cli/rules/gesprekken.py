"""Floor 5, rules on talks: who was there, what was dealt with.

And whether decisions and actions are complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clm_cli.derivations.termijnen import bepaling
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import Genodigde
from clm_cli.records.regime import Gespreksrol, Regime, Thema
from clm_cli.register import Dossier, Gesprek, Register
from clm_cli.rules.regel import Bevond

DICHTBIJ = 14
"""Separate talks with one provider within so many days could have been one (policy)."""


def _regimes(dossier: Dossier, gesprek: Gesprek) -> tuple[Regime, ...]:
    """The regimes of the contracts that a talk is about, each once."""
    contracten = (dossier.contract(id_) for id_ in gesprek.kaart.record.contracten)
    return tuple({c.regime.id: c.regime for c in contracten if c and c.regime}.values())


def _rollen(dossier: Dossier, gesprek: Gesprek) -> dict[str, Gespreksrol]:
    return {rol.id: rol for regime in _regimes(dossier, gesprek) for rol in regime.rollen}


def _gehouden(dossier: Dossier) -> Iterator[Gesprek]:
    yield from (gesprek for gesprek in dossier.gesprekken if gesprek.kaart.record.gehouden)


def _aanwezig(gesprek: Gesprek) -> tuple[Genodigde, ...]:
    gehouden = gesprek.kaart.record.gehouden
    return gehouden.aanwezig if gehouden else ()


def dos201(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij een gesprek was een verplichte rol niet aanwezig.

    Waarom: het contract zegt wie er ten minste bij hoort; een verslag zonder die rol is
    aanvechtbaar.
    Fout: alleen de contractmanager en de aanbieder waren er.
    Goed: ook een vertegenwoordiger van contractbeheer staat bij aanwezig, met zijn rol.
    Wat nu: vul de rol in bij wie er was, of leg uit waarom zij ontbrak in de toelichting bij het
    gesprek.
    """
    for gesprek in _gehouden(dossier):
        er_waren = {mens.rol for mens in _aanwezig(gesprek)}
        for rol in _rollen(dossier, gesprek).values():
            if rol.verplicht == "ja" and rol.id not in er_waren:
                yield Bevond(
                    gesprek.kaart.plek("gehouden", "aanwezig"),
                    f"niemand staat als aanwezig in de rol '{rol.titel}'",
                    f"voeg de aanwezige toe met rol: {rol.id}",
                    grond=rol.grond.eis,
                )


def dos202(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een ander dan de aangewezen voorzitter zat het gesprek voor.

    Waarom: het contract wijst aan wie het gesprek voorzit.
    Fout: `voorzitter: ja` bij contractbeheer.
    Goed: `voorzitter: ja` bij de contractmanager.
    Wat nu: verbeter wie voorzat, of leg de reden vast.
    """
    for gesprek in _gehouden(dossier):
        rollen = _rollen(dossier, gesprek)
        voorzitters = {rol.id: rol for rol in rollen.values() if rol.voorzitter == "ja"}
        for nummer, mens in enumerate(_aanwezig(gesprek)):
            if voorzitters and mens.voorzitter == "ja" and mens.rol not in voorzitters:
                hoort = next(iter(voorzitters.values()))
                yield Bevond(
                    gesprek.kaart.plek("gehouden", "aanwezig", nummer),
                    (
                        f"{mens.persoon or mens.naam} zat voor; het contract noemt de rol "
                        f"'{hoort.titel}'"
                    ),
                    "verbeter wie voorzat, of leg de reden vast",
                    grond=hoort.grond.eis,
                )


def dos203(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Eén persoon staat bij een gesprek in twee rollen.

    Waarom: het contract vraagt ten minste drie verschillende aanwezigen.
    Fout: dezelfde persoon als contractmanager en als contractbeheer.
    Goed: elke rol heeft een eigen persoon.
    Wat nu: noem bij één van de rollen wie er werkelijk was.
    """
    for gesprek in _gehouden(dossier):
        verplicht = {rol.id for rol in _rollen(dossier, gesprek).values() if rol.verplicht == "ja"}
        namen = [mens.persoon or mens.naam for mens in _aanwezig(gesprek) if mens.rol in verplicht]
        for naam, aantal in Counter(namen).items():
            if aantal > 1:
                plek = gesprek.kaart.plek("gehouden", "aanwezig")
                yield Bevond(plek, f"{naam} staat in {aantal} rollen", "noem per rol wie er was")


def dos204(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een vast thema kwam in het gesprek niet aan bod.

    Waarom: het contract noemt de thema's die ten minste aan bod komen. Dat dit per gesprek geldt en
    niet per jaar is
    beleid van de organisatie; het contract laat dat open.
    Fout: bij 'beleidscontext' staat niets of `behandeld: nee` zonder reden.
    Goed: `behandeld: ja`, of `behandeld: nee` met de reden.
    Wat nu: vul het thema aan bij 'themas', of zet het als eerste op de volgende agenda.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        if gehouden is None:
            continue
        besproken = {rij.thema: rij for rij in gehouden.themas}
        for thema in _themas(dossier, gesprek):
            rij = besproken.get(thema.id)
            if rij is None or (rij.behandeld != "ja" and rij.reden is None):
                yield Bevond(
                    gesprek.kaart.plek("gehouden", "themas"),
                    f"het thema '{thema.titel}' is niet als behandeld vastgelegd",
                    (
                        f"voeg bij themas toe: thema: {thema.id}, behandeld: ja of nee, en bij "
                        "nee de reden"
                    ),
                    grond=thema.grond.eis,
                )


def _themas(dossier: Dossier, gesprek: Gesprek) -> Iterator[Thema]:
    """The fixed themes of a talk: those of its level where the regime has levels."""
    for regime in _regimes(dossier, gesprek):
        for thema in regime.themas:
            if thema.niveau is None or thema.niveau == gesprek.kaart.record.niveau:
                yield thema


def dos205(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Niet is vastgelegd of bij de gedeelde ambitie is stilgestaan.

    Waarom: het contract zegt dat elk gesprek daarmee begint.
    Fout: `ambitie: onbekend`, of de sleutel ontbreekt.
    Goed: `ambitie: ja`.
    Wat nu: vul 'ambitie' in bij 'gehouden'.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        ambities = [regime.ambitie for regime in _regimes(dossier, gesprek) if regime.ambitie]
        if gehouden and ambities and gehouden.ambitie != "ja":
            stand = "er is niet bij stilgestaan" if gehouden.ambitie == "nee" else "het is onbekend"
            yield Bevond(
                gesprek.kaart.plek("gehouden", "ambitie"),
                f"stilstaan bij de gedeelde ambitie: {stand}",
                "vul 'ambitie: ja' of 'nee' in; begin het volgende gesprek ermee",
                grond=ambities[0].grond.eis,
            )


def dos206(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een actie heeft geen datum of geen meetbaar resultaat.

    Waarom: zonder datum en resultaat kan niemand zeggen of de actie klaar is.
    Fout: `wat: wachttijd aanpakken`.
    Goed: `wat: levert per wachtende de startdatum`, `klaar_als: bij alle 23 staat een datum`,
    `uiterlijk: 2026-05-08`.
    Wat nu: vul aan zolang het verslag niet is gedeeld; leg het daarna vast in het volgende gesprek.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        for nummer, actie in enumerate(gehouden.acties if gehouden else ()):
            mist = [
                wat
                for wat, er in (("uiterlijk", actie.uiterlijk), ("klaar_als", actie.klaar_als))
                if not er
            ]
            if mist:
                plek = gesprek.kaart.plek("gehouden", "acties", nummer)
                yield Bevond(
                    plek,
                    f"actie {actie.id} mist {' en '.join(mist)}",
                    f"vul {' en '.join(mist)} in",
                )


def dos207(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij een besluit staat geen mandaat.

    Waarom: het verslag vermeldt wat is besloten en gemandateerd: onder welk mandaat, of aan wie.
    Fout: alleen `besluit:`.
    Goed: `gemandateerd: F. Yildiz, namens de aanbieder`, of `genomen_onder: mandaatregeling, art.
    4`.
    Wat nu: vul ten minste één van de twee in.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        for nummer, besluit in enumerate(gehouden.besluiten if gehouden else ()):
            if besluit.genomen_onder is None and besluit.gemandateerd is None:
                plek = gesprek.kaart.plek("gehouden", "besluiten", nummer)
                yield Bevond(
                    plek,
                    f"besluit {besluit.id} noemt geen mandaat",
                    "vul gemandateerd of genomen_onder in",
                )


def dos208(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij een besluit staat niet wat het betekent voor het zorglandschap.

    Waarom: afspraken worden steeds gezien in het licht van een stabiel, beschikbaar en toegankelijk
    zorglandschap.
    Fout: `zorglandschap` ontbreekt.
    Goed: drie antwoorden; 'geen gevolg' is een antwoord.
    Wat nu: vul stabiel, beschikbaar en toegankelijk in.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        gronden = (
            bepaling(regime, "continuiteit-van-zorg") for regime in _regimes(dossier, gesprek)
        )
        grond = next((gevonden for gevonden in gronden if gevonden), None)
        for nummer, besluit in enumerate(gehouden.besluiten if gehouden and grond else ()):
            landschap = besluit.zorglandschap
            if landschap is None or None in (
                landschap.stabiel,
                landschap.beschikbaar,
                landschap.toegankelijk,
            ):
                yield Bevond(
                    gesprek.kaart.plek("gehouden", "besluiten", nummer),
                    (
                        f"besluit {besluit.id}: niet alle drie de vragen over het zorglandschap "
                        "zijn beantwoord"
                    ),
                    "vul stabiel, beschikbaar en toegankelijk in; 'geen gevolg' is een antwoord",
                    grond=grond.eis if grond else None,
                )


def dos209(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een extra gesprek heeft geen reden.

    Waarom: extra overleg is er voor specifieke ontwikkelingen of risico's; die staan in het
    verslag.
    Fout: `soort: extra` zonder `reden`.
    Goed: `reden: wachttijd loopt op sinds januari`.
    Wat nu: vul de reden in.
    """
    for gesprek in dossier.gesprekken:
        if gesprek.kaart.record.soort == "extra" and gesprek.kaart.record.reden is None:
            yield Bevond(
                gesprek.kaart.plek("soort"), "dit extra gesprek heeft geen reden", "vul 'reden' in"
            )


def dos210(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een gesprek was niet fysiek en er staat geen reden bij.

    Waarom: gesprekken zijn bij voorkeur fysiek.
    Fout: `vorm: digitaal`.
    Goed: `vorm: digitaal` met `vorm_reden: bestuurder ziek thuis`.
    Wat nu: vul 'vorm_reden' in.
    """
    for gesprek in _gehouden(dossier):
        gehouden = gesprek.kaart.record.gehouden
        if gehouden and gehouden.vorm != "fysiek" and gehouden.vorm_reden is None:
            plek = gesprek.kaart.plek("gehouden", "vorm")
            yield Bevond(
                plek, f"het gesprek was {gehouden.vorm}, zonder reden", "vul 'vorm_reden' in"
            )


def dos211(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Twee geplande gesprekken liggen dicht bij elkaar.

    Waarom: wie in meer zorgvormen werkt, wordt waar mogelijk in één gesprek gesproken; dat scheelt
    allen werk.
    Fout: ambulant op 2 juni en dagbehandeling op 9 juni.
    Goed: één gesprek over beide contracten.
    Wat nu: voeg de gesprekken samen, of laat ze staan als dat een reden heeft.
    """
    komend = [
        g
        for g in dossier.gesprekken
        if g.kaart.record.datum >= vandaag and g.kaart.record.soort == "regulier"
    ]
    for eerste, tweede in pairwise(sorted(komend, key=lambda gesprek: gesprek.kaart.record.datum)):
        dagen = (tweede.kaart.record.datum - eerste.kaart.record.datum).days
        if dagen <= DICHTBIJ and not set(eerste.kaart.record.contracten) & set(
            tweede.kaart.record.contracten
        ):
            omdat = (Reden(f"{eerste.id} is {dagen} dagen eerder", eerste.kaart.plek("datum")),)
            yield Bevond(
                tweede.kaart.plek("datum"),
                "dit gesprek kan samen",
                "voeg de contracten samen",
                omdat,
            )
