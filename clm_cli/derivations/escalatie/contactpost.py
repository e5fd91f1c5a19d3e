"""Floor 4, contactpost: an objection or a cure that they told of in a call or mail, and no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.opvolging import stand
from clm_cli.records.contact import Contactmoment
from clm_cli.records.escalatie import Bezwaar, Herstel
from clm_cli.tijd.datum import datum_vol

_WOORDEN: tuple[tuple[type[Bezwaar | Herstel], str, re.Pattern[str]], ...] = (
    (Bezwaar, "bezwaar", re.compile(r"\bbezwa", re.IGNORECASE)),
    (Herstel, "herstel", re.compile(r"\b(hersteld|opgelost|verholpen)\b", re.IGNORECASE)),
)
Contactpost = tuple[Bestand[Contactmoment], str]
"""A call, mail or visit of theirs, and of what it speaks."""


def contactposten(genomen: Genomen) -> Iterator[Contactpost]:
    """What they told since a measure other than by letter, and nobody recorded in the case.

    Which words somebody used says not what they meant, so that it is a question and no answer.
    """
    eigen = {c.id for c in genomen.contracten}
    for feit in genomen.dossier.van(Contactmoment):
        record = feit.record
        andere = record.contracten and not eigen & set(record.contracten)
        if record.richting != "inkomend" or record.datum < genomen.record.datum or andere:
            continue
        if stand(genomen.dossier, feit.id).gesloten:
            continue
        for model, wat, woord in _WOORDEN:
            kent = model is Herstel or regeltermijn(genomen, "bezwaar") is not None
            if kent and woord.search(record.kern) and not _verwerkt(genomen, feit, model):
                yield feit, wat


def zin(post: Contactpost) -> str:
    """What is open, in a sentence without its full stop."""
    feit, wat = post
    dag = datum_vol(feit.record.datum)
    return f"in hun contact per {feit.record.wijze} van {dag} gaat het over {wat}; wat was het?"


def _verwerkt(
    genomen: Genomen, feit: Bestand[Contactmoment], model: type[Bezwaar | Herstel]
) -> bool:
    """Whether a fact of the case is of that day, or names the contact itself."""
    for ander in genomen.escalatie.van(model):
        dag = ander.record.ontvangen if isinstance(ander.record, Bezwaar) else ander.record.datum
        brief = ander.record.brief if isinstance(ander.record, Bezwaar) else None
        doel = genomen.dossier.vind(brief, ander.pad) if brief else None
        if dag == feit.record.datum or (doel and doel.bestand.pad == feit.pad):
            return True
    return False
