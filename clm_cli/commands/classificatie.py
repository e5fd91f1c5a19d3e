"""Floor 7, classificatie: weighing a provider or the region; deciding, one or a sheet full."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clm_cli.acts.classificatie import besluit as besluitfeit
from clm_cli.acts.classificatie import lees_waarde, weeg
from clm_cli.acts.feit import gezegde_dag, lees_dag
from clm_cli.advies import advies, opdracht
from clm_cli.commands.dingen import bedoeld
from clm_cli.commands.register import Gelezen
from clm_cli.commands.werk import Werk
from clm_cli.derivations.classificatie import Uitkomst, beleid_op
from clm_cli.derivations.filter import ALLE, Filter
from clm_cli.derivations.zinnen import aantal
from clm_cli.files.blad import Blad, Rij, lees_blad
from clm_cli.meldingen import ClmFout, Geweigerd, een_waarde
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.classificatie.rangorde import Rangorde, rangorde
from clm_cli.voorstel import NieuwBestand, Voorstel

_VRIJ = ("contract", "categorie", "reden", "geldig vanaf", "datum")
"""The columns of a sheet besides the dossier and the criteria; from the second on a decision."""


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
    feit = _feit(werk, uitkomst, besloten)
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


def uit_blad(werk: Werk, pad: Path) -> Voorstel:
    """One fact a row; a row that cannot be decided stops them all, with its place."""
    beleid = beleid_op(werk.register, werk.vandaag)
    namen = [c.id for c in beleid.record.criteria] if beleid else []
    kolommen = ["dossier", *_VRIJ, *namen, *(f"{naam} omdat" for naam in namen)]
    blad = lees_blad(pad, kolommen, nodig=("dossier", *namen))
    werk.weet_wie()
    feiten, zonder_dag = list[NieuwBestand](), False
    gehad: dict[str, int] = {}
    for rij in blad.rijen:
        try:
            dossier = werk.dossier(rij["dossier"] or "")
            genoemd = [rij["contract"]] if rij["contract"] else []
            contracten = [bedoeld(werk.kijk.blik(dossier), "contract", een) for een in genoemd]
            invoer = [_cel(rij, naam, blad.plaats(rij)) for naam in namen]
            uitkomst = weeg(werk.register, dossier, contracten, invoer, werk.vandaag)
            _eenmaal(f"{dossier.id} {' '.join(uitkomst.contracten)}", blad, rij, gehad)
            besloten = Besluit(*(rij[naam] for naam in _VRIJ[1:]))
            feiten.append(_feit(werk, uitkomst, besloten))
            zonder_dag = zonder_dag or not besloten.datum
        except ClmFout as fout:
            # an option of the command is no advice to who fills a sheet
            vul = f"vul het in het werkblad in; kolommen die kunnen: {', '.join(kolommen)}"
            nu = vul if "geef --" in (fout.nu or "") else fout.nu
            raise Geweigerd(f"{blad.plaats(rij)}: {fout.reden}", nu=nu) from None
    return Voorstel(
        f"{aantal(len(feiten), 'classificatie', 'classificaties')} vastgelegd uit {pad.name}.",
        nieuw=tuple(feiten),
        aangenomen=(f"datum {datum_vol(werk.vandaag)}",) if zonder_dag else (),
        nu="clm werklijst toont wie nog moet worden geïnformeerd",
        vraag=True,
    )


def _eenmaal(wat: str, blad: Blad, rij: Rij, gehad: dict[str, int]) -> None:
    """Refuse a second row for one contract: that would be two decisions of one day."""
    if (eerder := gehad.setdefault(wat, rij.nummer)) != rij.nummer:
        raise ClmFout(f"{wat} staat {blad.ook(eerder)}.", nu="laat één van beide staan")


def _cel(rij: Rij, naam: str, plaats: str) -> dict[str, str | None]:
    """The value of one criterion; an empty cell is unknown, never what it was before."""
    reden = rij[f"{naam} omdat"]
    return {"criterium": naam, "waarde": rij[naam], "bron": plaats, "reden": reden}


def _feit(werk: Werk, uitkomst: Uitkomst, besloten: Besluit) -> NieuwBestand:
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
