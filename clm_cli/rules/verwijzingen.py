"""Floor 5, rules on references: everything that is named has to exist, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand, gecorrigeerd_pad
from clm_cli.derivations.escalatie.bezwaren import tekortkomingen
from clm_cli.meldingen import Reden
from clm_cli.records.aanbieder import Aanbieder, Classificatie
from clm_cli.records.basis import Correctie
from clm_cli.records.cijfers import Kpis
from clm_cli.records.escalatie import Opening, Verbeterplan
from clm_cli.records.verwijzingen import verwijzingen
from clm_cli.register import Dossier, Escalatie, Register
from clm_cli.rules.regel import Bevond, naaste


def rec150(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een verwijzing komt nergens uit.

    Waarom: een feit dat naar niets verwijst, telt niet mee bij waar het bij hoort.
    Fout: `bij: 2026-04-16-voortgang/gesprek#A-82` terwijl de actie A-28 heet.
    Goed: `bij: gesprekken/2026-04-16-voortgang/gesprek#A-28`, of alleen `bij: A-28`.
    Wat nu: neem het voorstel in de melding over, of zoek het juiste kenmerk met clm toon.
    """
    for bestand in dossier.bestanden:
        for sleutel, merk, tekst in verwijzingen(bestand.record):
            if merk.wat != "verwijzing" or _gevonden(register, dossier, bestand, tekst):
                continue
            voorstel = _naaste(tekst, dossier.doelen)
            yield Bevond(
                bestand.plek(*sleutel), f"'{tekst}' komt in dit dossier niet voor", voorstel
            )


def _gevonden(register: Register, dossier: Dossier, bestand: Bestand[Any], tekst: str) -> bool:
    """Whether a reference leads somewhere: in the dossier or in another one by name."""
    if dossier.vind(tekst, bestand.pad):
        return True
    map_, _, rest = tekst.partition("/")
    ander = register.dossiers.get(map_)
    return ander is not None and ander.vind(rest) is not None


def rec151(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een kenmerk komt twee keer voor.

    Waarom: met `clm actie afgerond A-28` moet duidelijk zijn welke A-28 dat is. Dit kan ontstaan
    als twee mensen
    tegelijk hebben gewerkt en git beide versies heeft samengevoegd.
    Fout: twee gesprekken met elk een actie A-28.
    Goed: de tweede heet A-29.
    Wat nu: geef het kenmerk in het nieuwste bestand een eigen nummer, zolang dat niet is gedeeld.
    """
    for kenmerk, doelen in dossier.doelen.items():
        if (
            "#" in kenmerk
            or len(doelen) < 2
            or any(_alleen_plaatselijk(doel.bestand.pad) for doel in doelen)
        ):
            continue
        eerste, *rest = sorted(doelen, key=lambda doel: doel.bestand.pad)
        for doel in rest:
            omdat = (Reden(f"{kenmerk} staat ook in {eerste.bestand.pad}", eerste.plek),)
            yield Bevond(
                doel.plek,
                f"{kenmerk} is al in gebruik in dit dossier",
                "kies een eigen kenmerk",
                omdat,
            )


def _alleen_plaatselijk(pad: str) -> bool:
    """Ids of tekortkomingen and of contract parts count within their own folder or card only."""
    return any(
        deel in pad for deel in ("/escalaties/", "/contracten/", "/aanbieder.yaml", "reactie")
    )


def rec152(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een genoemde persoon, gemeente, contract, kpi of regimeonderdeel bestaat niet.

    Waarom: wat niet bestaat, kan niemand doen, meten of bespreken.
    Fout: `contracten: [ambulent]`.
    Goed: `contracten: [ambulant]`.
    Wat nu: neem het voorstel in de melding over, of voeg toe wat ontbreekt.
    """
    bekend = _bekend(register, dossier)
    zaken = {escalatie.pad: _van_zaak(escalatie) for escalatie in dossier.escalaties}
    for bestand in dossier.bestanden:
        yield from _onbekende_namen(bestand, bekend | zaken.get(bestand.map, {}))


def _van_zaak(escalatie: Escalatie) -> dict[str, set[str]]:
    """The shortcomings of a case, and all that can be judged in it.

    Nothing while its opening cannot be read.
    """
    ids = {t.id for t in tekortkomingen(escalatie)}
    punten = {punt.id for plan in escalatie.van(Verbeterplan) for punt in plan.record.punten}
    return {"tekortkoming": ids, "onderdeel": ids | punten} if escalatie.van(Opening) else {}


def rec153(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Een bestand van het hele register noemt iets dat niet bestaat.

    Waarom: een overeenkomst zonder bekend regime heeft geen termijnen, en een lezing van een
    onbekende vraag werkt niet.
    Fout: `regime: sdfl-jeugdhulp`.
    Goed: de precieze naam uit clm regime lijst.
    Wat nu: neem het voorstel in de melding over.
    """
    bekend = _bekend(register, None)
    for bestand in register.bestanden:
        if bestand.pad.partition("/")[0] not in register.dossiers:
            yield from _onbekende_namen(bestand, bekend)


def _onbekende_namen(bestand: Bestand[Any], bekend: dict[str, set[str]]) -> Iterator[Bevond]:
    for sleutel, merk, tekst in verwijzingen(bestand.record):
        namen = bekend.get(merk.wat)
        if namen is not None and tekst not in namen:
            yield Bevond(
                bestand.plek(*sleutel),
                f"{merk.wat} '{tekst}' is niet bekend",
                _naaste(tekst, namen),
            )


def _bekend(register: Register, dossier: Dossier | None) -> dict[str, set[str]]:
    """What is known, by the kind that a field points at.

    Inside a dossier also that dossier's own.
    """
    bekend = _bekend_overal(register)
    if dossier is None:
        return bekend
    regimes = [contract.regime for contract in dossier.contracten if contract.regime]
    bekend["contract"] = {contract.id for contract in dossier.contracten}
    contacten = {
        mens.id for kaart in dossier.van(Aanbieder) for mens in kaart.record.contactpersonen
    }
    if dossier.aanbieder is not None:  # an unreadable card says nothing on who its people are
        bekend["deelnemer"] = bekend["persoon"] | contacten
    bekend["optie"] = {optie.id for contract in dossier.contracten for optie, _ in contract.opties}
    bekend["criterium"] = {
        criterium.id
        for feit in dossier.van(Classificatie)
        if feit.record.beleid in register.beleid
        for criterium in register.beleid[feit.record.beleid].record.criteria
    }
    if regimes:
        bekend["thema"] = {thema.id for regime in regimes for thema in regime.themas}
        bekend["rol"] = {rol.id for regime in regimes for rol in regime.rollen}
        bekend["bevindingsvraag"] = {
            vraag.id for regime in regimes for vraag in regime.bevindingsvragen
        }
        bekend["aanleiding"] = {rij.id for regime in regimes for rij in regime.aanleidingen}
        bekend["bewijsvorm"] = {rij.id for regime in regimes for rij in regime.bewijsvormen}
        bekend["instrument"] = {
            rij.instrument
            for regime in regimes
            for trede in regime.treden
            for rij in trede.instrumenten
        } | {rij.id for regime in regimes for rij in regime.maatregelen}
    return bekend


def _bekend_overal(register: Register) -> dict[str, set[str]]:
    organisatie = register.organisatie
    overeenkomsten = [bundel.kaart.record for bundel in register.overeenkomsten.values()]
    return {
        "persoon": {persoon.id for persoon in organisatie.personen} if organisatie else set(),
        "gemeente": {gemeente.id for gemeente in organisatie.gemeenten} if organisatie else set(),
        "dossier": set(register.dossiers),
        "overeenkomst": set(register.overeenkomsten),
        "regime": set(register.regimes),
        "beleid": set(register.beleid),
        "kpi": {kpi.id for kaart in register.van(Kpis) for kpi in kaart.record.kpis},
        "perceel": {
            perceel.id for overeenkomst in overeenkomsten for perceel in overeenkomst.percelen
        },
        "doelstelling": {
            doel.id for overeenkomst in overeenkomsten for doel in overeenkomst.doelstellingen
        },
        "zorgvorm": {vorm for overeenkomst in overeenkomsten for vorm in overeenkomst.zorgvormen},
    }


def rec154(register: Register, vandaag: date) -> Iterator[Bevond]:
    """Een correctie verbetert een feit dat er niet is.

    Waarom: zonder het feit waar zij bij hoort, heeft een correctie geen werking.
    Fout: `bij: 2026-K1-zorgmonitr`.
    Goed: `bij: 2026-K1-zorgmonitor`.
    Wat nu: noem in 'bij' de bestandsnaam van het feit, zonder .yaml.
    """
    paden = {bestand.pad for bestand in register.bestanden}
    for bestand in register.bestanden:
        if isinstance(bestand.record, Correctie):
            nu = _naaste(gecorrigeerd_pad(bestand), paden)
            yield Bevond(bestand.plek("bij"), f"'{bestand.record.bij}' is hier geen feit", nu)


def _naaste(tekst: str, bekend: Iterable[str]) -> str:
    return naaste(tekst, bekend, "zoek het juiste kenmerk op met clm toon")
