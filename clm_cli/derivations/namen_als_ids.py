"""Floor 4, namen_als_ids: what a person filled in becomes what a file keeps: ids for names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.derivations.namen import (
    EIGEN,
    Geen,
    Gevonden,
    Meerdere,
    Waar,
    een_van,
    namen_van,
    zoek,
)
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel
from clm_cli.records.verwijzingen import verwijsvelden
from clm_cli.records.vorm import velden
from clm_cli.register import Register
from clm_cli.woorden import kort, zoals

_WIJST, _DAG = "verwijzing", re.compile(r"^\d{4}-\d{2}-\d{2}-")
"""What may name anything of a dossier, by its path; the day before the name of a file."""
_WIJST_OP = {"signaal": "signaal", "signalen": "signaal", "verplichting": "verplichting"}
"""Of such fields those that name one kind of thing."""


def anders(waar: Waar | None, soort: str) -> Advies | None:
    """What who finds an obligation in no list does first; None for what is never added so."""
    if soort != "verplichting" or not isinstance(waar, Dossierblik):
        return None
    nieuw = opdracht("lijst", "verplichtingen", waar.dossier.id, wat="…")
    return advies("staat zij er niet bij, leg haar dan eerst vast: {nieuw}", nieuw=nieuw)


def met_ids(
    waar: Waar, model: type[Deel], boom: Mapping[str, object], vanuit: str = ""
) -> dict[str, object]:
    """A tree that a person filled in with ids where names stood, for a file of the register.

    What nothing fits stays as it is, to be refused in its place. Raises ClmFout where more fit.
    """
    soorten, delen = verwijsvelden(model), {veld.naam: veld.deel for veld in velden(model)}
    return {
        naam: _met_ids(waar, soorten.get(naam), delen.get(naam), naam, waarde, vanuit)
        for naam, waarde in boom.items()
    }


def _met_ids(
    waar: Waar, soort: str | None, deel: type[Deel] | None, naam: str, waarde: Any, vanuit: str
) -> Any:
    if isinstance(waarde, (list, tuple)):
        return [_met_ids(waar, soort, deel, naam, een, vanuit) for een in waarde]
    if deel is not None and isinstance(waarde, Mapping):
        return met_ids(waar, deel, waarde, vanuit)
    if soort is None or not isinstance(waarde, str):
        return waarde
    if soort == _WIJST:
        if isinstance(waar, Register) or waar.dossier.vind(waarde, vanuit):
            return waarde
        soort, gevonden = _WIJST_OP.get(naam, "bestand"), verwezen(waar, naam, waarde)
    else:
        gevonden = zoek(waar, soort, waarde)
    if isinstance(gevonden, Meerdere):
        raise ClmFout(
            f"{naam}: '{waarde}' past op meer dan één {soort}.",
            nu=f"kies uit {', '.join(gevonden.ids)}",
        )
    if isinstance(gevonden, Geen) and " " in waarde and (eerst := anders(waar, soort)):
        # a reference has no spaces: somebody named a thing that nobody wrote down
        ids = ", ".join(namen_van(waar, soort)) or "niets: er is er nog geen"
        nu = advies(f"kies uit {ids}; {{eerst}}", eerst=eerst)
        raise ClmFout(f"{naam}: '{kort(waarde)}' past op geen {soort}.", nu=nu)
    return gevonden.id if isinstance(gevonden, Gevonden) else waarde


def verwezen(blik: Dossierblik, veld: str, tekst: str) -> Gevonden | Meerdere | Geen:
    """What a field means by the name of a file or a folder, with or without its day.

    A field that names one kind of thing takes its words as well.
    """
    if veld in EIGEN:
        return zoek(blik, veld, tekst)
    if (gewoon := zoals(tekst, blik.dossier.doelen)) in blik.dossier.doelen:
        return Gevonden(gewoon)
    ids = [id_ for id_ in blik.dossier.doelen if "/" in id_ and "#" not in id_]
    passend = [id_ for id_ in ids if tekst in (slot := id_.rsplit("/", 1)[-1], _DAG.sub("", slot))]
    return een_van(passend)
