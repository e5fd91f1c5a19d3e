"""Floor 6, contracten: the contracts of a provider, with options, power and turnover."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.derivations.bevoegdheid import gaf_volmacht, voor_zichzelf
from clm_cli.derivations.contracten import duurstand, volgende_optie
from clm_cli.derivations.escalatie.hoogste import hoogste_stap
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.zinnen import aantal, tredereeks
from clm_cli.dossier import Contract, Overeenkomstbundel
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Omzet
from clm_cli.register import Register
from clm_cli.tijd.datum import bedrag, datum_vol
from clm_cli.views.dossier.blad import Dossierblad
from clm_cli.views.opmaak import Cel, Inhoud, Papier, zin
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    Kolom("contract (perceel)", minst=14, hoogst=30),
    Kolom("nummer", minst=11),
    Kolom("gemeenten", minst=9, hoogst=16),
    Kolom("looptijd", minst=21),
    Kolom("optie", minst=8),
    Kolom("escalatie", minst=9),
)


def contracten(papier: Papier, blad: Dossierblad) -> list[str]:
    """Each contract in a row, and what has to be known with them."""
    blik, titel = blad.blik, papier.titel("CONTRACTEN")
    if not blik.dossier.contracten:
        if blik.ongelezen:
            return [*titel, *papier.alinea("er is geen contract gelezen", 1, "? ")]
        nu = opdracht("contract", "nieuw", blik.dossier.id, "CONTRACT")
        hoe = "" if blik.kijk.exemplaar else f"; {nu} legt er een vast"
        return [*titel, *papier.alinea(f"er is geen contract vastgelegd{hoe}", 1, "? ")]
    rijen = [_contract(blik, contract) for contract in blik.dossier.contracten]
    if blik.kijk.exemplaar:
        return [*titel, *tabelregels(papier, _KOLOMMEN[:-1], [rij[:-1] for rij in rijen])]
    return [
        *titel,
        *tabelregels(papier, _KOLOMMEN, rijen),
        *_opties(papier, blad.lijst),
        *_volmacht(papier, blik),
        *_omzet(papier, blik),
    ]


def _contract(blik: Dossierblik, contract: Contract) -> list[Inhoud]:
    record, stand = contract.kaart.record, duurstand(contract, blik.vandaag)
    van = contract.looptijd.uitvoering_van if contract.looptijd else None
    optie = volgende_optie(contract)
    delen = [naam for naam in (*record.zorgvormen, *record.percelen) if naam != contract.id]
    trede = hoogste_stap(blik, contract.id, "trede {}")
    geen = "onbekend" if blik.ongelezen else "geen"  # what was not read may hold one
    return [
        contract.id + (f" ({', '.join(delen)})" if delen else ""),
        record.nummer,
        _gemeenten(blik.register, contract),
        f"{_dmj(van)}/{_dmj(stand.tot)}{' (afgelopen)' if stand.gestopt else ''}",
        f"{optie[0].id}, {optie[0].duur}" if optie else "geen",
        Cel(trede, "vet") if trede else geen,
    ]


def _dmj(datum: date | None) -> str:
    return f"{datum.day}-{datum.month}-{datum.year}" if datum else "?"


def _gemeenten(register: Register, contract: Contract) -> str:
    alle = contract.overeenkomst.kaart.record.gemeenten if contract.overeenkomst else ()
    if contract.gemeenten and set(contract.gemeenten) == set(alle):
        return f"alle {len(alle)}" if len(alle) > 1 else _gemeente(register, alle[0])
    return " ".join(_gemeente(register, id_) for id_ in contract.gemeenten) or "?"


def _gemeente(register: Register, id_: str) -> str:
    gevonden = register.gemeente(id_)
    return (gevonden.kort or gevonden.naam) if gevonden else id_


def _opties(papier: Papier, lijst: Werklijst) -> list[str]:
    """By when an option has to be said, the contracts with the same day together."""
    per: dict[str, list[str]] = {}
    for punt in (regel.punt for regel in lijst.regels if regel.punt.soort == "optie"):
        if punt.uiterlijk:
            noten = "".join(f"; {noot}" for noot in punt.kanttekeningen)
            wanneer = f"uiterlijk {datum_vol(punt.uiterlijk)} ({punt.grond}){noten}"
            per.setdefault(wanneer, []).extend(punt.contracten)
    return [
        regel
        for wanneer, namen in per.items()
        for regel in papier.alinea(f"Optie voor {', '.join(namen)}: mededeling {wanneer}", 1)
    ]


def _volmacht(papier: Papier, blik: Dossierblik) -> list[str]:
    """Of how many municipalities a power of attorney holds, for each overeenkomst."""
    bundels = {c.overeenkomst.id: c.overeenkomst for c in blik.dossier.contracten if c.overeenkomst}
    delen = [_volmachten(blik, bundel) for bundel in bundels.values()]
    return papier.alinea(zin(" · ".join(delen)).removesuffix("."), 1) if delen else []


def _volmachten(blik: Dossierblik, bundel: Overeenkomstbundel) -> str:
    """For which formal tredes they gave it today, once per range with the same answer."""
    onder = [c for c in blik.dossier.contracten if c.kaart.record.overeenkomst == bundel.id]
    nodig = sorted({gemeente for contract in onder for gemeente in contract.gemeenten})
    if onder and voor_zichzelf(blik.register, onder[0]):
        return f"volmacht {bundel.id}: niet nodig, wij zijn zelf opdrachtgever"
    formeel = {t.trede for c in onder for t in c.regime.treden if t.formeel == "ja"}
    if not formeel:
        return f"volmacht {bundel.id}: onbekend, er is geen formele maatregel bekend"
    per: dict[str, list[int]] = {}
    for trede in sorted(formeel):
        per.setdefault(_gedekt(blik, bundel, nodig, trede), []).append(trede)
    delen = (f"voor {tredereeks(nummers)}: {tekst}" for tekst, nummers in per.items())
    return f"volmacht {bundel.id} {'; '.join(delen)}"


def _gedekt(blik: Dossierblik, bundel: Overeenkomstbundel, nodig: Sequence[str], trede: int) -> str:
    """How many municipalities gave power for a trede, and which did not."""
    register = blik.register
    zonder = [
        _gemeente(register, gemeente)
        for gemeente in nodig
        if not gaf_volmacht(register, bundel.id, gemeente, trede, blik.vandaag)
    ]
    ontbreekt = f" (ontbreekt: {', '.join(zonder)})" if zonder else ""
    return (
        f"{len(nodig) - len(zonder)} van {aantal(len(nodig), 'gemeente', 'gemeenten')}{ontbreekt}"
    )


def _omzet(papier: Papier, blik: Dossierblik) -> list[str]:
    """The turnover of the last period for which there is one, by contract."""
    alle = [rij for rijen in gemeten(blik).values() for rij in rijen]
    rijen = [(g.rij, g.meting.record) for g in alle if isinstance(g.rij, Omzet) and not g.twijfel]
    if not rijen:
        return []
    laatste = max((r for _, r in rijen), key=lambda r: (r.periode.laatste, r.ontvangen))
    omzet = [rij for rij, record in rijen if record is laatste]
    delen = ", ".join(f"{rij.contract} {bedrag(rij.bedrag)}" for rij in omzet)
    hoe = "/".join(dict.fromkeys(rij.soort for rij in omzet))
    samen = bedrag(sum((rij.bedrag for rij in omzet), Decimal(0)))
    return papier.alinea(
        f"Omzet {laatste.periode} in de regio {samen}: {delen} ({hoe}, ontvangen "
        f"{datum_vol(laatste.ontvangen)})",
        1,
    )
