"""Floor 6, afspraken: the parties, who may act for whom, and what was agreed and not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clm_cli.derivations.brieven.bepalingen import bepaling
from clm_cli.derivations.bundel import is_bekend
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.zaken import contract_van, tekortkomingen
from clm_cli.documents.bundel.inhoud import Bundelinhoud, kort, lijst, tabel, veil
from clm_cli.dossier import Escalatie
from clm_cli.records.escalatie import Opening, Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.overeenkomst import Artikelen


def partijen(inhoud: Bundelinhoud) -> Iterator[str]:
    """Who they are, under which contracts, and who may decide and sign."""
    blik, org = inhoud.blik, inhoud.blik.register.organisatie
    gemeente = _gemeentenamen(inhoud)
    naam, kaart = blik.dossier.naam(blik.vandaag), blik.dossier.aanbieder
    statutair = naam.statutair if naam else "onbekend"
    kvk = f", KvK {kaart.record.kvk}" if kaart and kaart.record.kvk else ""
    rijen = [("Opdrachtgever", org.naam), ("Wederpartij", f"{statutair}{kvk}")]
    for contract in blik.dossier.contracten:
        gemeenten = ", ".join(gemeente.get(id_, id_) for id_ in contract.gemeenten)
        rijen.append((f"Contract {contract.id}", f"{contract.kaart.record.nummer}; {gemeenten}"))
        rijen.append(("Regels van het contract", contract.regime.titel))
    for zaak in inhoud.zaken:
        stand = stand_van(blik, zaak)
        eigen = contract_van(blik.dossier, zaak)
        telt = eigen is None or eigen.regime.kent_treden
        trede = f", trede {stand.trede}, hoogst {stand.hoogst}" if telt else ""
        nu = f"{'open' if stand.open else 'gesloten'}{trede}"
        over = ", ".join(naam for feit in zaak.van(Opening) for naam in feit.record.contracten)
        gegevens = f"over {over or 'onbekend'}" + ("" if inhoud.wederpartij else f"; {nu}")
        rijen.append((f"Escalatie {zaak.id}", gegevens))
    yield tabel(("Onderdeel", "Gegevens"), rijen)
    yield from _volmachten(inhoud)
    if not inhoud.wederpartij:
        yield from _ondertekenaars(inhoud)


def _volmachten(inhoud: Bundelinhoud) -> Iterator[str]:
    blik, gemeente = inhoud.blik, _gemeentenamen(inhoud)
    overeenkomsten = {c.overeenkomst.id for c in blik.dossier.contracten if c.overeenkomst}
    rijen = [
        (
            *(gemeente.get(v.gemeente, v.gemeente), str(v.tot_en_met_trede), kort(v.van)),
            *(kort(v.tot) if v.tot else "-", v.stuk),
        )
        for v in blik.register.organisatie.volmachten
        if v.overeenkomst in overeenkomsten
    ]
    if rijen:
        yield "### Volmachten van de gemeenten"
        yield tabel(("Gemeente", "Tot en met trede", "Van", "Tot", "Stuk"), rijen)


def _ondertekenaars(inhoud: Bundelinhoud) -> Iterator[str]:
    register = inhoud.blik.register
    rijen = [
        (
            *(register.naam_van(o.persoon), str(o.tot_en_met_trede), kort(o.van)),
            kort(o.tot) if o.tot else "-",
        )
        for o in register.organisatie.ondertekenaars
    ]
    if rijen:
        yield "### Wie voor de opdrachtgever mag tekenen"
        yield tabel(("Wie", "Tot en met trede", "Van", "Tot"), rijen)


def _gemeentenamen(inhoud: Bundelinhoud) -> Mapping[str, str]:
    return {rij.id: rij.naam for rij in inhoud.blik.register.organisatie.gemeenten}


def afspraken(inhoud: Bundelinhoud) -> Iterator[str]:
    """The literal clauses, and of each shortcoming which of them it is about."""
    gezien: set[str] = set()
    for contract in inhoud.blik.dossier.contracten:
        if contract.overeenkomst is None or contract.overeenkomst.id in gezien:
            continue
        gezien.add(contract.overeenkomst.id)
        for kaart in contract.overeenkomst.van(Artikelen):
            for artikel in kaart.record.artikelen:
                waar = f"{artikel.titel or artikel.document}, versie {artikel.versie}"
                yield f"**{veil(f'{waar}, {artikel.nummer}')}**: {veil(artikel.tekst)}"
    for zaak in inhoud.zaken:
        genoemd = _genoemd(inhoud, zaak)
        if genoemd:
            yield f"### {veil(f'Wat er niet werd nagekomen ({zaak.id})')}"
        for rij in genoemd:
            yield f"**{veil(f'{rij.id}: {rij.wat} ({rij.verplichting})')}**"
            yield lijst(tuple(_tekortkoming(inhoud, zaak, rij)))


def _genoemd(inhoud: Bundelinhoud, zaak: Escalatie) -> list[Tekortkoming]:
    """The shortcomings; for the other party those of measures that were made known."""
    bekend = {
        naam
        for feit in zaak.van(Maatregel)
        if is_bekend(inhoud.blik, feit)
        for naam in feit.record.tekortkomingen
    }
    return [rij for rij in tekortkomingen(zaak) if not inhoud.wederpartij or rij.id in bekend]


def _tekortkoming(inhoud: Bundelinhoud, zaak: Escalatie, rij: Tekortkoming) -> Iterator[str]:
    contract = contract_van(inhoud.blik.dossier, zaak)
    waar, woorden = (
        bepaling(inhoud.blik.dossier, contract, rij, f"{zaak.pad}/") if contract else (None, None)
    )
    yield f"verplichting: {waar or 'waar zij staat, is niet vastgelegd'}"
    if woorden:
        yield f"letterlijk: {woorden}"
    if not inhoud.wederpartij:
        yield f"feiten: {rij.feiten}"
        yield f"geëist: {rij.eis or 'niet vastgelegd'}"
        yield f"hoe herstel wordt vastgesteld: {rij.vaststelling or 'niet vastgelegd'}"
