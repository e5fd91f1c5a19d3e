"""Floor 7, classificatie: weighing a provider or the region, and deciding about one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clm_cli.acts.classificatie import besluit as besluitfeit
from clm_cli.acts.classificatie import lees_waarde, weeg
from clm_cli.acts.feit import gezegde_dag, lees_dag
from clm_cli.advies import advies, opdracht
from clm_cli.commands.dingen import bedoeld
from clm_cli.commands.register import Gelezen
from clm_cli.commands.werk import Werk
from clm_cli.derivations.classificatie import Uitkomst
from clm_cli.derivations.filter import ALLE, Filter
from clm_cli.meldingen import een_waarde
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.classificatie.rangorde import Rangorde, rangorde
from clm_cli.voorstel import NieuwBestand, Voorstel


@value
class Besluit:
    """What was decided besides the weighing, as typed."""

    categorie: str | None = None
    reden: str | None = None
    geldig_vanaf: str | None = None
    datum: str | None = None


def waarden(teksten: Sequence[str]) -> list[dict[str, Any]]:
    """Values for criteria from what was typed; of each criterion one."""
    per: dict[str, str] = {}
    for tekst in teksten:
        criterium = lees_waarde(tekst)["criterium"]
        een_waarde(f"--waarde {criterium}", per.setdefault(criterium, tekst), tekst)
    return [lees_waarde(tekst) for tekst in per.values()]


def weging(
    gelezen: Gelezen, naam: str, contracten: Sequence[str], invoer: Sequence[dict[str, object]]
) -> Uitkomst:
    """What comes out for one dossier, point by point."""
    blik = gelezen.blik(naam)
    ids = [bedoeld(blik, "contract", een) for een in contracten]
    return weeg(gelezen.register, blik.dossier, ids, list(invoer), gelezen.vandaag, leest=True)


def regio(gelezen: Gelezen, keuze: Filter = ALLE) -> Rangorde:
    """The providers that are asked for in the order of their score."""
    return rangorde(gelezen.kijk, keuze)


def besluit(
    werk: Werk,
    naam: str,
    contracten: Sequence[str],
    invoer: Sequence[dict[str, object]],
    besloten: Besluit,
) -> Voorstel:
    """The decision about one dossier."""
    dossier = werk.dossier(naam)
    ids = [bedoeld(werk.kijk.blik(dossier), "contract", een) for een in contracten]
    uitkomst = weeg(werk.register, dossier, ids, list(invoer), werk.vandaag)
    feit = feit_van(werk, uitkomst, besloten)
    return Voorstel(
        (
            f"{dossier.id}: classificatie van {', '.join(uitkomst.contracten)} vastgelegd: "
            f"categorie {feit.boom['categorie']}."
        ),
        nieuw=(feit,),
        aangenomen=() if besloten.datum else (f"datum {datum_vol(werk.vandaag)}",),
        nu=advies(
            "{brief}, en dan {plan}",
            brief=opdracht("brief", "maak", dossier.id, "classificatie"),
            plan=opdracht("plan", dossier.id, vastleggen=True),
        ),
    )


def feit_van(werk: Werk, uitkomst: Uitkomst, besloten: Besluit) -> NieuwBestand:
    """The fact of a decision, with its days as they were typed."""
    kop, vanaf = werk.kop, besloten.geldig_vanaf
    if vanaf:
        vanaf = gezegde_dag(vanaf, kop.vandaag, "geldig vanaf").isoformat()
    return besluitfeit(
        uitkomst,
        kop,
        categorie=besloten.categorie or None,
        reden=besloten.reden or None,
        geldig_vanaf=vanaf,
        dag=lees_dag(besloten.datum or None, kop),
    )
