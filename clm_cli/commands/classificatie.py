"""Floor 7, classificatie: weighing a provider or the region; deciding, one or a sheet full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clm_cli.acts.classificatie import besluit as besluitfeit
from clm_cli.acts.classificatie import lees_waarde, weeg
from clm_cli.acts.feit import lees_dag
from clm_cli.commands.register import Gelezen
from clm_cli.commands.register import dossier as zoek
from clm_cli.commands.werk import Werk
from clm_cli.derivations.classificatie import Uitkomst, beleid_op
from clm_cli.files.blad import lees_blad
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import lees_datum
from clm_cli.views.classificatie.rangorde import Rangorde, rangorde
from clm_cli.voorstel import NieuwBestand, Voorstel


@dataclass(frozen=True, slots=True)
class Besluit:
    """What was decided besides the weighing, as typed."""

    categorie: str | None = None
    reden: str | None = None
    geldig_vanaf: str | None = None
    datum: str | None = None


def waarden(teksten: Sequence[str]) -> list[dict[str, Any]]:
    """Values for criteria from what was typed."""
    return [lees_waarde(tekst) for tekst in teksten]


def weging(
    gelezen: Gelezen, naam: str, contracten: Sequence[str], invoer: Sequence[dict[str, Any]]
) -> Uitkomst:
    """What comes out for one dossier, point by point."""
    dossier = zoek(gelezen.register, naam)
    return weeg(gelezen.register, dossier, list(contracten), list(invoer), gelezen.vandaag)


def regio(gelezen: Gelezen) -> Rangorde:
    """All providers in the order of their score."""
    return rangorde(gelezen.kijk)


def besluit(
    werk: Werk,
    naam: str,
    contracten: Sequence[str],
    invoer: Sequence[dict[str, Any]],
    besloten: Besluit,
) -> Voorstel:
    """The decision about one dossier."""
    dossier = werk.dossier(naam)
    uitkomst = weeg(werk.register, dossier, list(contracten), list(invoer), werk.vandaag)
    feit = _feit(werk, uitkomst, besloten)
    return Voorstel(
        (
            f"{dossier.id}: classificatie van {', '.join(uitkomst.contracten)} vastgelegd: "
            f"categorie {feit.boom['categorie']}."
        ),
        nieuw=(feit,),
        nu=f"clm brief maak {dossier.id} classificatie  en dan clm plan {dossier.id}",
    )


def uit_blad(werk: Werk, pad: Path) -> Voorstel:
    """One fact a row; a row that cannot be decided stops them all, with its number."""
    feiten = []
    for nummer, rij in enumerate(lees_blad(pad), 2):
        try:
            feiten.append(_uit_rij(werk, rij, f"{pad.name}, regel {nummer}"))
        except (ClmFout, ValueError) as fout:
            tekst = fout.tekst if isinstance(fout, ClmFout) else "een waarde is geen getal"
            raise ClmFout(
                f"{pad}, regel {nummer}: {tekst} Er is niets geschreven.",
                nu=fout.nu if isinstance(fout, ClmFout) else None,
            ) from None
    return Voorstel(
        f"{len(feiten)} classificaties vastgelegd uit {pad.name}.",
        nieuw=tuple(feiten),
        nu="clm werklijst toont wie nog moet worden geïnformeerd",
        vraag=len(feiten) > 1,
    )


def _uit_rij(werk: Werk, rij: Mapping[str, str], bron: str) -> NieuwBestand:
    beleid = beleid_op(werk.register, werk.vandaag)
    invoer = [
        {
            "criterium": criterium.id,
            "waarde": rij[criterium.id].replace(",", "."),
            "bron": bron,
            "reden": rij.get(f"{criterium.id} omdat") or None,
        }
        for criterium in (beleid.record.criteria if beleid else ())
        if rij.get(criterium.id)
    ]
    dossier = werk.dossier(rij.get("dossier", ""))
    contracten = [rij["contract"]] if rij.get("contract") else []
    uitkomst = weeg(werk.register, dossier, contracten, invoer, werk.vandaag)
    namen = ("categorie", "reden", "geldig_vanaf", "datum")
    return _feit(werk, uitkomst, Besluit(*(rij.get(naam) or None for naam in namen)))


def _feit(werk: Werk, uitkomst: Uitkomst, besloten: Besluit) -> NieuwBestand:
    kop, vanaf = werk.kop, besloten.geldig_vanaf
    try:
        vanaf = lees_datum(vanaf).isoformat() if vanaf else None
    except ValueError as fout:
        raise ClmFout(f"geldig vanaf: {fout}.", nu="schrijf de dag als 2026-05-04") from None
    return besluitfeit(
        uitkomst,
        kop,
        categorie=besloten.categorie or None,
        reden=besloten.reden or None,
        geldig_vanaf=vanaf,
        dag=lees_dag(besloten.datum or None, kop),
    )
