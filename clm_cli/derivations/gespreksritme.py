"""Floor 4, gespreksritme: the talks that a contract wants, each so long after the one before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.records.regimeregels import Gespreksregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken
from clm_cli.woorden import elke


def gespreksdagen(dossier: Dossier, contract: Contract) -> list[date]:
    """The days of the regular talks about a contract that were not cancelled."""
    return [
        dag_van(g).datum
        for g in dossier.gesprekken
        if contract.id in g.kaart.record.contracten
        and g.kaart.record.soort == "regulier"
        and not g.van(GesprekVervallen)
    ]


def gespreksritme(
    blik: Dossierblik, contract: Contract, regel: Gespreksregel
) -> Iterator[Werkpunt]:
    """The next regular talk by the contract, as long as nobody planned one by its day."""
    dagen = gespreksdagen(blik.dossier, contract)
    begin = contract.looptijd.uitvoering_van if contract.looptijd else None
    vorige = max((dag for dag in dagen if dag < blik.vandaag), default=begin)
    if vorige is None:
        return
    kalender = kalender_op(blik.register, vorige, contract)
    rekening = bereken(vorige, regel.elke, kalender)
    if any(blik.vandaag <= dag <= rekening.uiterlijk for dag in dagen):
        return
    van = "het vorige gesprek was op" if vorige in dagen else "de uitvoering begon op"
    plek = contract.kaart.plek()
    yield Werkpunt(
        soort="gesprek-plannen",
        dossier=blik.dossier.id,
        wat=f"Volgend voortgangsgesprek plannen ({contract.id})",
        uiterlijk=rekening.uiterlijk,
        berekening=rekening,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg="het ritme van het contract wordt niet gehaald",
        plek=plek,
        nu=opdracht("gesprek", "gepland", blik.dossier.id),
        wie=behandelaar(blik.dossier, blik.vandaag),
        kant="AOC",
        bundel="Volgend voortgangsgesprek plannen",
        omdat=(
            Reden(f"het contract: {elke(regel.elke)} een gesprek", plek),
            Reden(f"{van} {datum_vol(vorige)}", plek),
        ),
        contracten=(contract.id,),
    )
