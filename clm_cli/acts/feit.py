"""Floor 6, feit: one new fact of any kind.

Its head, its file name, and the folder it belongs in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from clm_cli.meldingen import ClmFout
from clm_cli.records.soorten import FEITEN, soort_van, soorten_in
from clm_cli.register import Dossier
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand

_GEEN_SOORT_IN_NAAM = ("signaal", "classificatie", "meting", "contact", "overgeslagen", "lezing")
"""Kinds whose folder says what they are; their names are free."""
_LANGST = 60


@dataclass(frozen=True, slots=True)
class Kop:
    """What clm itself puts at the head of a fact."""

    vandaag: date
    vastgelegd: datetime
    door: str


def slug(tekst: str, woorden: int = 5) -> str:
    """A name in lower case ASCII from any text; empty when nothing of it is left."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", kaal)[:woorden])[:40].strip("-")


def lees_dag(tekst: str | None, kop: Kop) -> date:
    """The day of a fact: as given in any Dutch form, else today; never after today."""
    from clm_cli.tijd.datum import lees_datum

    if tekst is None:
        return kop.vandaag
    try:
        dag = lees_datum(tekst)
    except ValueError as fout:
        raise ClmFout(f"datum: {fout}.", nu="schrijf de dag als 2026-05-04 of 4 mei 2026") from None
    if dag > kop.vandaag:
        raise ClmFout(
            (
                f"{datum_vol(dag)} ligt na vandaag ({datum_vol(kop.vandaag)}); een feit dat nog "
                "niet is gebeurd, kan niet worden vastgelegd."
            ),
            nu="noem de dag waarop het gebeurde; een plan of afspraak hoort op een kaart",
        )
    return dag


def map_van(soort: str, model: type, dossier: Dossier | None, ding: str | None) -> str:
    """The folder, from the register, where a fact of this kind is written."""
    rij = next(s for s in FEITEN if s.model is model and s.naam == soort)
    namen = iter([dossier.id if dossier else "", ding or ""])
    return "/".join(next(namen) if deel == "*" else deel for deel in rij.map.split("/"))


def feit(
    map_: str,
    soort: str,
    inhoud: Mapping[str, Any],
    kop: Kop,
    *,
    dag: date,
    staart: str = "",
    voorop: str | None = None,
) -> NieuwBestand:
    """A new fact: head first, then what was said.

    `staart` becomes the end of its name, `voorop` its period.
    """
    boom = {
        "datum": dag.isoformat(),
        "vastgelegd": kop.vastgelegd.isoformat(timespec="seconds"),
        "door": kop.door,
        **{
            naam: waarde
            for naam, waarde in inhoud.items()
            if naam not in ("datum", "vastgelegd", "door")
        },
    }
    return NieuwBestand(
        f"{map_}/{_naam(map_, soort, voorop or dag.isoformat(), slug(staart))}.yaml", boom
    )


def _naam(map_: str, soort: str, voorop: str, staart: str) -> str:
    """The file name without extension; it must lead back to the kind that is written."""
    alleen = len(soorten_in(map_)) == 1 or soort in _GEEN_SOORT_IN_NAAM
    if alleen:
        naam = f"{voorop}-{staart or soort}"
        gevonden = soort_van(f"{map_}/{naam}.yaml")
        if gevonden is None or gevonden.naam != soort or naam.endswith("-correctie"):
            naam = f"{voorop}-{soort}-{staart}".rstrip("-")
    else:
        naam = f"{voorop}-{soort}-{staart}".rstrip("-")
    return naam[:_LANGST].rstrip("-")
