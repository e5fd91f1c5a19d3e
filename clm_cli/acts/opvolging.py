"""Floor 6, opvolging: what follows when somebody says that a thing is done."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.acts.opgave import Aanvulling, Opgave
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import advies, opdracht
from clm_cli.derivations.afspraken import te_volgen
from clm_cli.derivations.namen import Geen, Gevonden, Meerdere, kies
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.gesprek import Actie
from clm_cli.records.lijsten import Contractwijziging, Onduidelijkheid, Verplichting
from clm_cli.voorstel import Vermoeden
from clm_cli.woorden import kort


def bij_zijn_woorden(dossier: Dossier, soort: str, boom: Mapping[str, object]) -> dict[str, str]:
    """What is meant, where it was said in the words of what was agreed."""
    bij = boom.get("bij")
    if not isinstance(bij, str) or dossier.vind(bij, f"{dossier.id}/opvolging/x"):
        return {}
    gevonden = kies(te_volgen(dossier, soort), bij)
    if isinstance(gevonden, Meerdere):
        raise ClmFout(
            f"'{kort(bij)}' past op meer dan één afspraak of signaal van {dossier.id}.",
            nu=f"kies uit {', '.join(gevonden.ids)}",
        )
    # no reference has a space; of two at once the record says that they are two
    if isinstance(gevonden, Geen) and " " in bij and "," not in bij:
        raise ClmFout(
            f"'{kort(bij)}' past op geen afspraak of signaal van {dossier.id} dat nog loopt.",
            nu=opdracht("actie", "lijst", dossier.id),
        )
    return {"bij": gevonden.id} if isinstance(gevonden, Gevonden) else {}


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
