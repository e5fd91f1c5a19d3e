"""Floor 4, contractplichten: what a contract wants time and again, so long after each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count

from clm_cli.advies import opdracht
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.vrijedag import eigen_rol
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.lijsten import Verplichtingen
from clm_cli.records.regime import Plicht
from clm_cli.tijd.duur import Duur
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken
from clm_cli.woorden import elke


def contractdagen(
    blik: Dossierblik, contracten: Sequence[Contract], plicht: str | None, horizon: date
) -> list[date]:
    """The days on which a duty of the contract has to be met, up to a day."""
    return sorted(
        {
            dag
            for contract in contracten
            for regel in contract.regime.verplichtingen
            if regel.id == plicht
            for dag in _dagen(blik, contract, regel, horizon)
        }
    )


def _dagen(blik: Dossierblik, contract: Contract, regel: Plicht, tot: date) -> Iterator[date]:
    van = contract.looptijd.uitvoering_van if contract.looptijd else None
    if van is None or regel.binnen is None:
        return
    einde, rol = duurstand(contract, blik.vandaag).tot, eigen_rol(contract, regel)
    for eerste, laatste in _perioden(blik, contract, regel, van):
        # what is owed on the last period is owed after the end of the contract as well
        if laatste > tot or (einde is not None and eerste > einde):
            return
        kalender = kalender_op(blik.register, laatste, contract)
        yield bereken(laatste, regel.binnen, kalender, rol=rol).uiterlijk


def _perioden(
    blik: Dossierblik, contract: Contract, regel: Plicht, van: date
) -> Iterator[tuple[date, date]]:
    """The first and last day of each period: of the calendar, or counted from the first day."""
    if regel.elke:
        periode = Periode.van(regel.elke, van)
        while True:
            yield periode.eerste, periode.laatste
            periode = periode.volgende()
    eerste = van
    for keer in count(1) if regel.telkens else ():
        assert regel.telkens
        # each from the first day: of two months from 31 December the second does not shrink
        duur = Duur(regel.telkens.aantal * keer, regel.telkens.eenheid)
        kalender = kalender_op(blik.register, van, contract)
        volgende = bereken(van, duur, kalender, rol=Rol.NIET).uiterlijk
        yield eerste, volgende - timedelta(days=1)
        eerste = volgende


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The duties that come back by a running contract, and that no list keeps."""
    for contract in blik.dossier.contracten:
        bundel = contract.overeenkomst
        gedeeld = bundel.van(Verplichtingen) if bundel else ()
        lijsten = (*gedeeld, *blik.dossier.van(Verplichtingen))
        rijen = [rij for lijst in lijsten for rij in lijst.record.verplichtingen]
        bekend = {r.plicht for r in rijen if contract.id in (r.contracten or (contract.id,))}
        for plicht in contract.regime.verplichtingen if loopt(contract, blik.vandaag) else ():
            if bundel and plicht.komt_terug and plicht.id not in bekend:
                yield _op_de_lijst(blik, contract, bundel.id, plicht)


def _op_de_lijst(blik: Dossierblik, contract: Contract, bundel: str, plicht: Plicht) -> Werkpunt:
    wat = {"plicht": plicht.id, "wat": plicht.titel}
    return Werkpunt(
        soort="plicht-bijhouden",
        dossier=blik.dossier.id,
        wat=f"Op de lijst van verplichtingen zetten ({contract.id}): {plicht.titel}",
        plek=contract.kaart.plek(),
        grond=plicht.grond.eis,
        grond_tekst=plicht.grond.tekst,
        gevolg="wat op geen lijst staat, wordt niet bewaakt",
        nu=opdracht("lijst", "verplichtingen", overeenkomst=bundel, **wat),
        omdat=(Reden(f"het contract vraagt dit {elke(plicht.ritme)}"),),
        wie=behandelaar(blik.dossier, blik.vandaag),
        kant="AOC",
        contracten=(contract.id,),
        gemeenten=contract.gemeenten,
        bundel=plicht.titel,
    )
