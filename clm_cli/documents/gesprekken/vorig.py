"""Floor 6, vorig: what the last talk left: decided or not, discussed or not, or not recorded."""

from __future__ import annotations

from clm_cli.derivations.gesprekken import dag_van
from clm_cli.documents.gesprekken.kop import themas
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.records.gesprek import Gehouden
from clm_cli.tijd.datum import datum_vol


def vorig_gesprek(dossier: Dossier, gesprek: Gesprek) -> list[str]:
    """The lines on the agenda about the talk before this one, over the same contracts (J27)."""
    eerder = [
        ander
        for ander in dossier.gesprekken
        if ander.kaart.record.gehouden
        and {*ander.kaart.record.contracten} & {*gesprek.kaart.record.contracten}
        and dag_van(ander).datum < dag_van(gesprek).datum
    ]
    laatste = max(eerder, key=lambda g: (dag_van(g).datum, g.kaart.pad), default=None)
    if laatste is None or laatste.kaart.record.gehouden is None:
        return []
    gehouden = laatste.kaart.record.gehouden
    return [
        f"gesprek van {datum_vol(dag_van(laatste).datum)}",
        _besloten(gehouden),
        *_besproken(dossier, laatste, gehouden),
    ]


def _besloten(gehouden: Gehouden) -> str:
    # J27: nothing decided is a statement; what nobody recorded is none.
    if gehouden.besluiten:
        rijen = (f"{b.id} {' '.join(b.besluit.split())}" for b in gehouden.besluiten)
        return f"besloten: {'; '.join(rijen)}"
    if "besluiten" in gehouden.geen:
        return "er is niets besloten"
    return "of er iets is besloten, is niet vastgelegd"


def _besproken(dossier: Dossier, gesprek: Gesprek, gehouden: Gehouden) -> list[str]:
    """The themes that were left, with why; and those of which nobody said anything."""
    per = {rij.thema: rij for rij in gehouden.themas}
    uit = []
    for thema in themas(dossier, gesprek.kaart.record):
        rij = per.get(thema.id)
        if rij is None or rij.behandeld == "onbekend":
            uit.append(f"of {thema.titel} is besproken, is niet vastgelegd")
        elif rij.behandeld == "nee":
            uit.append(f"niet besproken: {thema.titel} ({rij.reden or 'zonder reden'})")
    return uit
