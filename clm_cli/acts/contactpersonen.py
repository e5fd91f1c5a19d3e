"""Floor 6, contactpersonen: who works at a provider, and what changes of them."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.acts.feit import eigen_naam, slug
from clm_cli.advies import opdracht
from clm_cli.derivations.namen import Gevonden, Meerdere, kies
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Contactpersoon
from clm_cli.records.vorm import kaal
from clm_cli.voorstel import Voorstel, Wijziging


def bekende(dossier: Dossier, naam: str) -> int | None:
    """The place on the card of who is called so; raises ClmFout where more are."""
    mensen = _mensen(dossier)
    gevonden = kies({mens.id: (mens.naam,) for mens in mensen}, naam)
    if isinstance(gevonden, Meerdere):
        raise ClmFout(
            f"'{naam}' past op meer dan één contactpersoon van {dossier.id}.",
            nu=f"kies uit {', '.join(gevonden.ids)}",
        )
    ids = [mens.id for mens in mensen]
    return ids.index(gevonden.id) if isinstance(gevonden, Gevonden) else None


def mens(dossier: Dossier, boom: Mapping[str, object]) -> Voorstel:
    """Somebody new on the card of a provider; of who is there already only what is said."""
    kaart = dossier.aanbieder
    if kaart is None:
        nu = opdracht("controleer", dossier.id)
        raise ClmFout(f"Van {dossier.id} is aanbieder.yaml niet gelezen.", nu=nu)
    naam = str(boom.get("naam"))
    plek = bekende(dossier, str(boom.get("id") or naam))
    aangenomen: tuple[str, ...] = ()
    if plek is None:
        bezet = [een.id for een in _mensen(dossier)]
        if not (boom.get("id") or slug(naam)):
            raise Geweigerd(
                f"Van '{naam}' is geen kenmerk te maken.",
                nu="schrijf de naam met gewone letters, of geef id en naam met --bestand",
            )
        id_ = boom.get("id") or eigen_naam(slug(naam), bezet)
        rij = {"id": id_, **{veld: waarde for veld, waarde in boom.items() if veld != "id"}}
        wijzigingen = [Wijziging(kaart.pad, ("contactpersonen",), rij, toevoegen=True)]
        zin = f"{dossier.id}: contactpersoon {naam} toegevoegd."
    else:
        was = _mensen(dossier)[plek].model_dump(mode="json")
        anders = {
            veld: waarde
            for veld, waarde in boom.items()
            if veld not in ("id", "naam") and str(was.get(veld)) != str(waarde)
        }
        wijzigingen = [
            Wijziging(kaart.pad, ("contactpersonen", plek, veld), waarde)
            for veld, waarde in anders.items()
        ]
        zin = f"{dossier.id}: contactpersoon {was['naam']} bijgewerkt."
        aangenomen = (f"'{naam}' is {was['naam']}",) if kaal(naam) != kaal(was["naam"]) else ()
    return Voorstel(
        zin,
        wijzigingen=tuple(wijzigingen),
        aangenomen=aangenomen,
        stond_er_al=() if wijzigingen else (kaart.pad,),
        nu=opdracht("toon", dossier.id),
    )


def _mensen(dossier: Dossier) -> tuple[Contactpersoon, ...]:
    return dossier.aanbieder.record.contactpersonen if dossier.aanbieder else ()
