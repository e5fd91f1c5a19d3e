"""Floor 8, plan: the command that makes the contractmanagementplan, or says it was adjusted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from clm_cli.advies import opdracht
from clm_cli.cli.keuze import Voor
from clm_cli.cli.opties import Vormen
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import dossier as use
from clm_cli.commands.documenten import VORMEN
from clm_cli.commands.opnieuw import tot_het_lukt
from clm_cli.meldingen import ClmFout, NietAf, oorzaak


def plan(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    doel: Annotated[
        list[str] | None,
        typer.Option("--doel", help="wat dit jaar de aandacht vraagt; legt dat vast; mag vaker"),
    ] = None,
    vorm: Vormen = None,
    vastleggen: Annotated[
        bool,
        typer.Option("--vastleggen", help="leg vast dat het vandaag is opgesteld of bijgesteld"),
    ] = False,
    voor: Voor = "onszelf",
) -> int:
    """Make the document of the plan; that it was drawn up or adjusted today has to be said."""
    werk = Werk(ctx.obj)
    kaart = use.bijgesteld_plan(werk, dossier, doel or []) if vastleggen or doel else None

    def maak_stuk() -> int:
        hier = werk if kaart is None else Werk(ctx.obj)
        return hier.leg_vast(use.planstuk(hier, dossier, vorm or VORMEN, voor))

    if kaart is None:
        return maak_stuk()
    alleen = opdracht("plan", werk.dossier(dossier).id)
    werk.leg_vast(kaart)
    return 0 if werk.proef else _en_het_stuk(maak_stuk, ", ".join(kaart.paden), alleen)


def _en_het_stuk(maak: Callable[[], int], geschreven: str, alleen: str) -> int:
    """Make what follows on what is written; who is overtaken by now does not begin before that."""
    try:
        return tot_het_lukt(maak, lambda: None)
    except NietAf as fout:
        raise NietAf(f"Geschreven: {geschreven}. {fout.tekst}", fout.nu) from None
    except (ClmFout, OSError) as fout:
        reden = fout.reden if isinstance(fout, ClmFout) else oorzaak(fout)
        zin = f"Geschreven: {geschreven}. Het stuk is niet gemaakt: {reden.rstrip('.')}."
        raise NietAf(zin, nu=alleen) from None
