"""Floor 4, geeist: whether what was judged is what our letter demanded."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.maatregeltermijnen import verteld_op
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Opening, Tekortkomingfeit


def niet_geeist(genomen: Genomen, tekortkoming: str, beoordeeld: date | None) -> Reden | None:
    """That what was judged is another demand than the letter made; None when it is the same.

    Default is that what was demanded was not done (6:82 BW), not what was demanded afterwards.
    """
    dag, zaak = verteld_op(genomen), genomen.escalatie
    if dag is None or beoordeeld is None:
        return None
    feiten: tuple[Bestand[Opening | Tekortkomingfeit], ...] = (
        *zaak.van(Opening),
        *zaak.van(Tekortkomingfeit),
    )
    for feit in feiten:
        toen, nu = (_eisen(feit.toen(op), tekortkoming) for op in (dag, beoordeeld))
        if toen != nu:
            zin = f"wat bij {tekortkoming} wordt geëist, is na de brief veranderd"
            return Reden(
                f"{zin}; op die eis is beoordeeld, en die staat niet in de brief", feit.plek()
            )
    return None


def _eisen(record: Opening | Tekortkomingfeit, tekortkoming: str) -> list[str]:
    """What is demanded for a shortcoming, however it is spaced."""
    rijen = record.tekortkomingen if isinstance(record, Opening) else (record.tekortkoming,)
    return [" ".join(str(t.eis).casefold().split()) for t in rijen if t.id == tekortkoming]
