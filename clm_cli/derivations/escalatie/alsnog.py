"""Floor 4, alsnog: what a hearing was about, and the one promised with a measure at once."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.escalatie.uitnodiging import reageren_tot
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import Beoordeling, Bewijs, Onderzoek, Wederhoor
from clm_cli.records.maatregel import Maatregel


def gaat_over(
    dossier: Dossier, feit: Bestand[Wederhoor], tekortkoming: str
) -> Bestand[Feit] | None:
    """The findings that a hearing was about, where they are on this shortcoming."""
    doel = dossier.waarbij(feit)
    if doel is None or not is_een(doel, Feit):
        return None
    return doel if is_over(doel.record, tekortkoming) else None


def is_over(record: Feit, tekortkoming: str) -> bool:
    """Whether findings, a judgement or evidence are about a shortcoming."""
    if isinstance(record, Beoordeling):
        return any(o.onderdeel == tekortkoming for o in record.oordelen)
    if isinstance(record, Bewijs):
        return not record.tekortkomingen or tekortkoming in record.tekortkomingen
    return isinstance(record, Onderzoek) and tekortkoming in record.tekortkomingen


def alsnog_gehoord(
    dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel], op: date
) -> Bestand[Wederhoor] | None:
    """The hearing by which the provider had his say on all of a measure at once; None before it.

    Who was invited on it and stayed silent until the end of his term, had it too.
    """

    def wanneer(feit: Bestand[Wederhoor]) -> tuple[date, str]:
        return _dag(dossier, feit) or date.max, feit.pad

    sinds, laatste = maatregel.record.datum, None
    for id_ in maatregel.record.tekortkomingen:
        rijen = [f for f in escalatie.van(Wederhoor) if gaat_over(dossier, f, id_)]
        gehad = [f for f in rijen if (dag := _dag(dossier, f)) and sinds <= dag <= op]
        if not gehad:
            return None
        eerste = min(gehad, key=wanneer)
        laatste = max(eerste, laatste or eerste, key=wanneer)
    return laatste


def _dag(dossier: Dossier, feit: Bestand[Wederhoor]) -> date | None:
    """On which day it was held, or the term for it passed in silence."""
    record, tot = feit.record, reageren_tot(dossier, feit)
    zweeg = record.wijze == "geen reactie" and record.datum > tot
    return record.gehoord or (tot if zweeg else None)
