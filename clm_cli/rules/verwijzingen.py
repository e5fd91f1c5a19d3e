"""Floor 5, rules on references: everything that is named has to exist, once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand, gecorrigeerd_pad, is_een
from clm_cli.derivations.escalatie.kenmerken import kenmerken
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Doel, Dossier, Escalatie
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.cijfers import Kpis
from clm_cli.records.classificatie import Classificatie
from clm_cli.records.gesprek import Gedeeld
from clm_cli.records.lijsten import Verplichtingen
from clm_cli.records.regime import Regime
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import FOUT, Bevond, per_dossier, per_register, regel, van_alle

_OP_EEN_REGEL = 12


@regel("REC150", FOUT, per_dossier)
def verwijzing_komt_nergens_uit(blik: Dossierblik) -> Iterator[Bevond]:
    """Een verwijzing komt nergens uit.

    Waarom: een feit dat naar niets verwijst, telt niet mee bij waar het bij hoort.
    Fout: `bij: 2026-04-16-voortgang/gesprek#A-82` terwijl de actie A-28 heet.
    Goed: `bij: gesprekken/2026-04-16-voortgang/gesprek#A-28`, of alleen `bij: A-28`.
    Wat nu: neem het voorstel in de melding over, of zoek het juiste kenmerk met clm toon.
    """
    for bestand in blik.dossier.bestanden:
        for sleutel, merk, tekst in bestand.verwijzingen:
            if merk.wat != "verwijzing" or _gevonden(blik, bestand, tekst):
                continue
            zoek = advies("{toon} toont wat er is", toon=opdracht("toon", blik.dossier.id))
            voorstel = van_spelling(tekst, blik.dossier.doelen, zoek)
            veld = next(deel for deel in reversed(sleutel) if isinstance(deel, str))
            zin = f"{veld}: '{tekst}' komt in dit dossier niet voor"
            yield Bevond(bestand.plek(*sleutel), zin, voorstel)


def _gevonden(blik: Dossierblik, bestand: Bestand[Deel], tekst: str) -> bool:
    """Whether a reference leads somewhere: in the dossier or in another one by name."""
    if blik.dossier.vind(tekst, bestand.pad):
        return True
    map_, _, rest = tekst.partition("/")
    ander = blik.register.dossiers.get(map_)
    return ander is not None and ander.vind(rest) is not None


@regel("REC151", FOUT, per_dossier)
def kenmerk_komt_twee_keer_voor(blik: Dossierblik) -> Iterator[Bevond]:
    """Een kenmerk komt twee keer voor.

    Waarom: met `clm actie afgerond A-28` moet duidelijk zijn welke A-28 dat is. Dit kan ontstaan
    als twee mensen tegelijk hebben gewerkt en git beide versies heeft samengevoegd.
    Fout: twee gesprekken met elk een actie A-28.
    Goed: de tweede heet A-29.
    Wat nu: clm hernummer geeft het tweede een eigen nummer, zolang dat niet is gedeeld.
    """
    for kenmerk, doelen in dubbele_kenmerken(blik.dossier):
        eerste, *rest = sorted(doelen, key=lambda doel: doel.bestand.pad)
        for doel in rest:
            yield Bevond(
                doel.plek,
                f"{kenmerk} is al in gebruik in dit dossier",
                _eigen_kenmerk(blik, doel.bestand),
                (Reden(f"{kenmerk} staat ook in {eerste.bestand.pad}", eerste.plek),),
            )


def dubbele_kenmerken(dossier: Dossier) -> Iterator[tuple[str, tuple[Doel, ...]]]:
    """Every id that stands for more than one thing, with what it stands for."""
    for kenmerk, doelen in dossier.doelen.items():
        if len(doelen) < 2 or "#" in kenmerk:
            continue
        if not any(_alleen_plaatselijk(doel.bestand.pad) for doel in doelen):
            yield kenmerk, doelen


def _eigen_kenmerk(blik: Dossierblik, bestand: Bestand[Deel]) -> str:
    """What helps: a fact is mended by a fact, and a card that was sealed not at all."""
    dossier = blik.dossier
    if isinstance(bestand.record, Feit):
        return opdracht("correctie", dossier.id, bestand.id, reden="…")
    gesprek = next((g for g in dossier.gesprekken if g.kaart.pad == bestand.pad), None)
    if gesprek is not None and gesprek.van(Gedeeld):
        return "deze kaart is gedeeld en verzegeld: geef het andere een eigen kenmerk"
    return opdracht("hernummer")


def _alleen_plaatselijk(pad: str) -> bool:
    """Ids of tekortkomingen and of contract parts count within their own folder or card only."""
    return any(
        deel in pad for deel in ("/escalaties/", "/contracten/", "/aanbieder.yaml", "reactie")
    )


@regel("REC152", FOUT, per_dossier)
def genoemde_naam_bestaat_niet(blik: Dossierblik) -> Iterator[Bevond]:
    """Een genoemde persoon, gemeente, contract, kpi of regimeonderdeel bestaat niet.

    Waarom: wat niet bestaat, kan niemand doen, meten of bespreken.
    Fout: `contracten: [ambulent]`.
    Goed: `contracten: [ambulant]`.
    Wat nu: neem het voorstel in de melding over, of voeg toe wat ontbreekt.
    """
    bekend = _bekend_in(blik)
    eigen = {escalatie.pad: _van_zaak(escalatie) for escalatie in blik.dossier.escalaties}
    for contract in blik.dossier.contracten:
        eigen[contract.pad] = {"optie": {optie.id for optie, _ in contract.opties}}
    for bestand in blik.dossier.bestanden:
        yield from _onbekende_namen(bestand, bekend | eigen.get(bestand.map, {}))
    yield from _plicht_van_ander_contract(blik)


def _plicht_van_ander_contract(blik: Dossierblik) -> Iterator[Bevond]:
    """A row that names a duty of one contract, and is for another that has no such duty."""
    dossier = blik.dossier
    for lijst in dossier.van(Verplichtingen):
        for nr, rij in enumerate(lijst.record.verplichtingen):
            heeft = [c.id for c in dossier.contracten if rij.plicht in _plichten([c.regime])]
            zonder = [c for c in rij.contracten if dossier.contract(c) and c not in heeft]
            if heeft and zonder:  # of none at all it is not known, and that was said
                yield Bevond(
                    lijst.plek("verplichtingen", nr, "plicht"),
                    f"plicht '{rij.plicht}' is er niet in contract {', '.join(zonder)}",
                    f"zet bij 'contracten' alleen {opsomming(heeft)}, of haal 'plicht' weg",
                )


def _van_zaak(escalatie: Escalatie) -> dict[str, set[str]]:
    return {soort: set(ids) for soort, ids in kenmerken(escalatie).items()}


@regel("REC153", FOUT, per_register)
def register_noemt_wat_niet_bestaat(kijk: Kijk) -> Iterator[Bevond]:
    """Een bestand van het hele register noemt iets dat niet bestaat.

    Waarom: een overeenkomst zonder bekend regime heeft geen termijnen, en een lezing van een
    onbekende vraag werkt niet.
    Fout: `regime: sdfl-jeugdhulp`.
    Goed: de precieze naam uit clm regime lijst.
    Wat nu: neem het voorstel in de melding over.
    """
    register, bekend = kijk.register, _bekend_overal(kijk)
    for bundel in register.overeenkomsten.values():
        eigen = register.regimes.get(bundel.kaart.record.regime)
        plichten = {"plicht": _plichten([eigen])} if eigen else {}
        for bestand in bundel.bestanden:
            yield from _onbekende_namen(bestand, plichten)
    for bestand in register.gedeelde.bestanden:
        yield from _onbekende_namen(bestand, bekend)


def _onbekende_namen(
    bestand: Bestand[Deel], bekend: Mapping[str, Collection[str]]
) -> Iterator[Bevond]:
    for sleutel, merk, tekst in bestand.verwijzingen:
        namen = bekend.get(merk.wat)
        if namen is not None and tekst not in namen:
            yield Bevond(
                bestand.plek(*sleutel),
                f"{merk.wat} '{tekst}' {_ZO.get(merk.wat, 'is niet bekend')}",
                _kies(tekst, namen),
            )


_WANNEER = "'elke' of 'telkens', en 'binnen'"
_ZO = {"plicht": f"is er niet in het contract, of zegt niet wanneer ({_WANNEER})"}
"""What is said of a name that is not known, where that alone is not what is wrong."""


def _plichten(regimes: Iterable[Regime]) -> set[str]:
    """The duties that give a row of a list its days."""
    return {rij.id for regime in regimes for rij in regime.verplichtingen if rij.komt_terug}


def _bekend_in(blik: Dossierblik) -> dict[str, Collection[str]]:
    """What is known inside a dossier, by the kind that a field points at."""
    dossier, beleid = blik.dossier, blik.register.beleid
    bekend: dict[str, Collection[str]] = {**_bekend_overal(blik.kijk)}
    bekend["contract"] = {contract.id for contract in dossier.contracten}
    if dossier.aanbieder is not None:  # an unreadable card says nothing on who its people are
        bekend["deelnemer"] = {*bekend["persoon"]} | {
            mens.id for kaart in dossier.van(Aanbieder) for mens in kaart.record.contactpersonen
        }
    bekend["criterium"] = {
        criterium.id
        for feit in dossier.van(Classificatie)
        if feit.record.beleid in beleid
        for criterium in beleid[feit.record.beleid].record.criteria
    }
    regimes = [contract.regime for contract in dossier.contracten if contract.regime]
    return bekend | _bekend_in_regimes(regimes) if regimes else bekend


def _bekend_in_regimes(regimes: list[Regime]) -> dict[str, set[str]]:
    """What the contracts of a dossier name."""
    return {
        "thema": {thema.id for regime in regimes for thema in regime.themas},
        "rol": {rol.id for regime in regimes for rol in regime.rollen},
        "bevindingsvraag": {vraag.id for regime in regimes for vraag in regime.bevindingsvragen},
        "aanleiding": {rij.id for regime in regimes for rij in regime.aanleidingen},
        "plicht": _plichten(regimes),
        "bewijsvorm": {rij.id for regime in regimes for rij in regime.bewijsvormen},
        "instrument": {rij.instrument for regime in regimes for rij in regime.instrumenten}
        | {rij.id for regime in regimes for rij in regime.maatregelen},
    }


@eens
def _bekend_overal(kijk: Kijk) -> Mapping[str, Collection[str]]:
    """What is known everywhere in the register."""
    register, organisatie = kijk.register, kijk.register.organisatie
    overeenkomsten = [bundel.kaart.record for bundel in register.overeenkomsten.values()]
    return {
        "persoon": {persoon.id for persoon in organisatie.personen},
        "gemeente": {gemeente.id for gemeente in organisatie.gemeenten},
        "dossier": register.dossiers,
        "overeenkomst": set(register.overeenkomsten),
        "regime": set(register.regimes),
        "rol": {rol.id for regime in register.regimes.values() for rol in regime.rollen},
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


_Los = tuple[Plek, str, str, str]


def _los(bestanden: Iterable[Bestand[Deel]]) -> Iterator[_Los]:
    """The corrections that were folded into nothing: what each names, its folder and that path."""
    for bestand in bestanden:
        if is_een(bestand, Correctie):
            doel = gecorrigeerd_pad(bestand)
            yield bestand.plek("bij"), str(bestand.record.bij), bestand.map, doel


@regel("REC154", FOUT, van_alle(lambda blik: _los(blik.dossier.bestanden)))
def correctie_zonder_feit(kijk: Kijk, rijen: Sequence[_Los]) -> Iterator[Bevond]:
    """Een correctie verbetert een feit dat er niet is.

    Waarom: zonder het feit waar zij bij hoort, heeft een correctie geen werking.
    Fout: `bij: 2026-K1-zorgmonitr`.
    Goed: `bij: 2026-K1-zorgmonitor`.
    Wat nu: noem in 'bij' de bestandsnaam van het feit, zonder .yaml.
    """
    los = (*_los(kijk.register.gedeelde.bestanden), *rijen)
    paden = {bestand.pad for bestand in kijk.register.bestanden} if los else ()
    for plek, bij, map_, doel in los:
        nu = van_spelling(doel, paden, f"noem de bestandsnaam van een feit in {map_}")
        yield Bevond(plek, f"'{bij}' is hier geen feit", nu)


def _kies(tekst: str, namen: Collection[str]) -> str:
    """The name that looks like it, or those that are known when a line can hold them."""
    if not namen:
        return "haal het weg: er is hier geen"
    weinig = f"kies uit {', '.join(sorted(namen))}"
    rest = f"er zijn er {len(namen)}, en geen lijkt erop; kijk de spelling na"
    return van_spelling(tekst, namen, weinig if len(namen) <= _OP_EEN_REGEL else rest)
