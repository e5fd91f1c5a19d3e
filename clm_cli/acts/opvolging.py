"""Floor 6, opvolging: what follows when somebody says that a thing is done."""

from __future__ import annotations

from clm_cli.acts.opgave import Aanvulling, Opgave
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import advies, opdracht
from clm_cli.meldingen import Geweigerd
from clm_cli.records.gesprek import Actie
from clm_cli.records.lijsten import Contractwijziging, Onduidelijkheid, Verplichting
from clm_cli.voorstel import Vermoeden


def afgerond(opgave: Opgave) -> Aanvulling:
    """What comes back is never done for good: one time that it was met is recorded instead."""
    bij, dossier = str(opgave.boom.get("bij") or ""), opgave.dossier.id
    doel = opgave.dossier.vind(bij, f"{dossier}/opvolging/x") if bij else None
    rij = doel.deel if doel else None
    if isinstance(rij, Verplichting) and rij.komt_terug:
        raise Geweigerd(
            f"{rij.id} komt steeds terug, dus zij is niet met één keer afgerond.",
            nu=advies(
                "is er één keer aan voldaan: {keer}; geldt zij niet meer: {nooit}",
                keer=opdracht("lijst", "verplichtingen", dossier, nagekomen=rij.id),
                nooit=opdracht("actie", "vervallen", dossier, rij.id, reden="…"),
            ),
        )
    if isinstance(rij, Onduidelijkheid | Contractwijziging) and rij.besloten is None:
        lijst = "onduidelijkheden" if isinstance(rij, Onduidelijkheid) else "wijzigingen"
        raise Geweigerd(
            f"{rij.id} is pas afgerond met wat erop is besloten",
            nu=opdracht("lijst", lijst, dossier, klaar=rij.id),
        )
    vermoed = {}
    if isinstance(rij, Actie) and rij.klaar_als:
        vermoed["resultaat"] = Vermoeden(rij.klaar_als, f"zoals afgesproken: {rij.klaar_als}")
    return Aanvulling(nu=volgende(opgave.soort, dossier), vermoed=vermoed)
