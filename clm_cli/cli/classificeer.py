"""Floor 7, classificeer: the classification of one provider, of the region.

Or of many from a sheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli import registers, uitvoer
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.derivations.classificatie import Uitkomst
    from clm_cli.files.blad import Rij
    from clm_cli.voorstel import NieuwBestand


def classificeer(
    ctx: typer.Context,
    dossier: Annotated[
        str | None,
        typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam"),
    ] = None,
    contract: Annotated[
        list[str] | None, typer.Option("--contract", help="voor welk contract; mag vaker")
    ] = None,
    waarde: Annotated[
        list[str] | None,
        typer.Option(
            "--waarde",
            help='zoals "omzet=310000 uit jaarrekening" of "invloed=7 omdat …"; mag vaker',
        ),
    ] = None,
    categorie: Annotated[
        str | None,
        typer.Option(
            "--categorie", help="de categorie die is besloten, als die anders is dan de score"
        ),
    ] = None,
    reden: Annotated[
        str | None, typer.Option("--reden", help="waarom de categorie anders is dan de score")
    ] = None,
    geldig_vanaf: Annotated[
        str | None,
        typer.Option(
            "--geldig-vanaf",
            metavar="DATUM",
            help="vanaf wanneer het ritme geldt; standaard de dag van het besluit",
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="de dag van het besluit; standaard vandaag"),
    ] = None,
    wat_als: Annotated[
        bool, typer.Option("--wat-als", help="toon alleen wat eruit zou komen")
    ] = False,
    alle: Annotated[
        bool, typer.Option("--alle", help="toon de hele regio op volgorde van score")
    ] = False,
    uit: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="BESTAND",
            help=(
                "classificeer uit een werkblad: kolommen dossier, contract, de criteria, "
                "categorie, reden"
            ),
        ),
    ] = None,
) -> int | None:
    """Toont of besluit de classificatie, punt voor punt uitgelegd.

    Zonder --waarde en --categorie toont clm wat nu geldt; met een van beide legt clm het besluit
    vast.
    """
    om: Omgeving = ctx.obj
    if alle:
        _toon_alle(om)
        return None
    if uit is not None:
        return _uit_blad(om, uit)
    if dossier is None:
        raise ClmFout("Noem een dossier.", nu="of geef --alle voor de hele regio")
    from clm_cli.acts.classificatie import lees_waarde, weeg

    invoer = [lees_waarde(tekst) for tekst in waarde or []]
    if wat_als or not (invoer or categorie):
        register = registers.bekeken(om, registers.laad(om))
        uitkomst = weeg(
            register, registers.dossier(register, dossier), contract or [], invoer, om.peildatum
        )
        _toon(om, uitkomst)
        return None
    werk = Werk(om)
    uitkomst = weeg(werk.register, werk.dossier(dossier), contract or [], invoer, om.vandaag)
    nieuw = _besluit(
        werk,
        uitkomst,
        {"categorie": categorie, "reden": reden, "geldig_vanaf": geldig_vanaf, "datum": datum},
    )
    return _leg_vast(
        werk,
        [nieuw],
        (
            f"{uitkomst.dossier.id}: classificatie van {', '.join(uitkomst.contracten)} "
            f"vastgelegd: categorie {nieuw.boom['categorie']}."
        ),
        uitkomst.dossier.id,
    )


def _toon(om: Omgeving, u: Uitkomst) -> None:
    from clm_cli.views.classificatie import bladzijde as view

    uitvoer.toon(om, "classificatie", u, view)


def _toon_alle(om: Omgeving) -> None:
    from clm_cli.kijk import Kijk
    from clm_cli.views.classificatie import rangorde as view

    kijk = Kijk(registers.bekeken(om, registers.laad(om)), om.peildatum)
    uitvoer.toon(om, "classificatie-alle", view.rangorde(kijk), view)


def _besluit(werk: Werk, uitkomst: Uitkomst, rij: dict[str, Any]) -> NieuwBestand:
    from clm_cli.acts.classificatie import besluit
    from clm_cli.acts.feit import lees_dag
    from clm_cli.tijd.datum import lees_datum

    kop = werk.kop
    vanaf = rij.get("geldig_vanaf") or None
    try:
        vanaf = lees_datum(vanaf).isoformat() if vanaf else None
    except ValueError as fout:
        raise ClmFout(f"geldig vanaf: {fout}.", nu="schrijf de dag als 2026-05-04") from None
    return besluit(
        uitkomst,
        kop,
        categorie=rij.get("categorie") or None,
        reden=rij.get("reden") or None,
        geldig_vanaf=vanaf,
        dag=lees_dag(rij.get("datum") or None, kop),
    )


def _uit_blad(om: Omgeving, pad: Path) -> int:
    """One fact a row; a row that cannot be decided stops them all, with its place."""
    from clm_cli.acts.classificatie import weeg
    from clm_cli.derivations.classificatie import beleid_op
    from clm_cli.files.blad import lees_blad

    werk = Werk(om)
    beleid = beleid_op(werk.register, om.vandaag)
    namen = [c.id for c in beleid.record.criteria] if beleid else []
    vrij = ["contract", "categorie", "reden", "geldig vanaf", "datum"]
    blad = lees_blad(
        pad,
        ["dossier", *vrij, *namen, *(f"{naam} omdat" for naam in namen)],
        nodig=("dossier", *namen),
    )
    feiten: list[NieuwBestand] = []
    gehad: dict[str, int] = {}
    for rij in blad.rijen:
        try:
            uitkomst = weeg(
                werk.register,
                werk.dossier(rij["dossier"] or ""),
                [rij["contract"]] if rij["contract"] else [],
                [_cel(rij, naam, blad.plaats(rij)) for naam in namen],
                om.vandaag,
            )
            _eenmaal(f"{uitkomst.dossier.id} {' '.join(uitkomst.contracten)}", rij, gehad)
            velden = {naam.replace(" ", "_"): rij[naam] for naam in vrij}
            feiten.append(_besluit(werk, uitkomst, velden))
        except ClmFout as fout:
            raise ClmFout(
                f"{blad.plaats(rij)}: {fout.tekst} Er is niets geschreven.", nu=fout.nu
            ) from None
    return _leg_vast(werk, feiten, f"{len(feiten)} classificaties vastgelegd uit {pad.name}.", None)


def _eenmaal(wat: str, rij: Rij, gehad: dict[str, int]) -> None:
    """Refuse a second row for one contract: that would be two decisions of one day."""
    if (eerder := gehad.setdefault(wat, rij.nummer)) != rij.nummer:
        raise ClmFout(f"{wat} staat ook in rij {eerder}.", nu="laat één van beide staan")


def _cel(rij: Rij, naam: str, plaats: str) -> dict[str, str | None]:
    """The value of one criterion; an empty cell is unknown, never what it was before."""
    reden = rij[f"{naam} omdat"]
    return {"criterium": naam, "waarde": rij[naam], "bron": plaats, "reden": reden}


def _leg_vast(werk: Werk, feiten: list[NieuwBestand], zin: str, dossier: str | None) -> int:
    from clm_cli.voorstel import Voorstel

    nu = (
        f"clm brief maak {dossier} classificatie  en dan clm plan {dossier}"
        if dossier
        else "clm werklijst toont wie nog moet worden geïnformeerd"
    )
    return werk.leg_vast(Voorstel(zin, nieuw=tuple(feiten), nu=nu, vraag=len(feiten) > 1))


OPDRACHTEN = ((classificeer, "classificeer"),)
