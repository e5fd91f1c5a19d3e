"""Floor 4, reikwijdte: what the scope of a stop or a transfer cannot be (J42, S16)."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.smart import wijst_niemand_aan
from clm_cli.dossier import Dossier
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol


def niet_na(m: Maatregel | None, dag: date) -> str:
    """Why the day on which a stop is looked at again cannot be: not after its decision (J42)."""
    herzien = m.reikwijdte.herzien if m and m.reikwijdte else None
    if herzien is None or herzien > dag:
        return ""
    return f"opnieuw bekijken op {datum_vol(herzien)} kan niet: dat is niet na het besluit"


def geen_ander(dossier: Dossier, m: Maatregel | None) -> str:
    """Why one of who takes over cannot be: the provider itself, or nobody (J42)."""
    eigen = {naam.casefold() for naam in (dossier.id, *dossier.namen)}
    for naam in m.reikwijdte.ontvangers if m and m.reikwijdte else ():
        if naam.casefold() in eigen:
            return f"{naam} is deze aanbieder zelf; overdracht is naar een ander"
        if wijst_niemand_aan(naam):
            return f"'{naam}' wijst geen aanbieder aan; noem wie het overneemt"
    return ""
