"""Floor 7, rijkeuring: a row of a sheet beside the record it becomes, refused with its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clm_cli.derivations.namen import AL_ER, Waar, namen_van
from clm_cli.files.blad import Blad, Rij
from clm_cli.records.basis import Deel
from clm_cli.records.verwijzingen import verwijsvelden
from clm_cli.woorden import bedoelt, kort


def keur(
    blad: Blad,
    rij: Rij,
    model: type[Deel],
    boom: Mapping[str, object],
    waar: Waar | None = None,
) -> None:
    """Raises ClmFout for what the record refuses, and for a name that nothing has (`waar`)."""
    for naam, soort in verwijsvelden(model).items() if waar else ():
        waarde = boom.get(naam)
        for een in waarde if isinstance(waarde, list) else [waarde]:
            namen = namen_van(waar, soort) if waar and een and soort in AL_ER else {}
            if namen and een not in namen:
                zin = f"'{kort(str(een))}' past op geen {soort}"
                raise blad.fout(rij, naam, zin, bedoelt(str(een), namen))
    try:
        model.model_validate(boom)
    except ValueError as fout:
        raise blad.fout(rij, *_waar(fout, blad)) from None


def _waar(fout: ValueError, blad: Blad) -> tuple[str | None, str, str]:
    """The column, the Dutch reason of what the record refuses, and what it may be."""
    eerste = getattr(fout, "errors", list)()[0]
    namen = [str(deel) for deel in eerste["loc"] if not isinstance(deel, int)]
    kolom = next((naam for naam in reversed(namen) if naam in blad.kolommen), None)
    gezegd = eerste.get("ctx", {})
    tekst = gezegd.get("tekst") or f"'{kort(str(eerste.get('input')))}' kan hier niet"
    keuzes = re.findall(r"'([^']*)'", str(gezegd.get("expected", "")))
    return kolom, tekst, f"kies uit {', '.join(keuzes)}" if keuzes else ""
