"""Floor 4, geeist: whether what was judged is what our letter demanded."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.maatregeltermijnen import verteld_op
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Opening, Tekortkomingfeit
from clm_cli.records.vorm import kaal


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
            zin = f"wat bij {tekortkoming} wordt geëist, is na de brief veranderd, en daarop is"
            raad = "corrigeer het terug naar wat in de brief staat, en beoordeel daarop"
            return Reden(f"{zin} beoordeeld: {raad}", feit.plek())
    return None


def _eisen(record: Opening | Tekortkomingfeit, tekortkoming: str) -> list[list[str]]:
    """What is demanded for a shortcoming, by its words and figures alone, and of which obligation.

    The notice holds as it was sent (3:35 BW). Accents, capitals and stops change no duty; of any
    other letter nobody can tell without reading ('een' and 'geen'), so that it is asked.
    """
    rijen = record.tekortkomingen if isinstance(record, Opening) else (record.tekortkoming,)
    # who wrote no demand of his own, demanded that what falls short is mended
    return [[str(t.verplichting), *_woorden(t.eis or t.wat)] for t in rijen if t.id == tekortkoming]


def _woorden(tekst: str) -> list[str]:
    return [woord for deel in kaal(tekst).split() if (woord := deel.strip(".,;:!?\"'()"))]
