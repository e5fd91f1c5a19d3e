"""Floor 6, bewijs: what a letter says of the evidence that carries its measure."""

from __future__ import annotations

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.bijlagen import bijlagen, nummer_van
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.zinnen import bijlagewoord, opsomming
from clm_cli.records.escalatie import Bewijs


def bewijsgegevens(i: Inhoud, feit: Bestand[Bewijs], titel_: str) -> dict[str, object]:
    """One piece of evidence, with who established it and what it shows."""
    record, rijen = feit.record, bijlagen(i)
    return {
        "titel": titel_,
        "over": _bewijst(i, record),
        "door": record.vastgesteld_door or "",
        "op": record.vastgesteld_op or "",
        "stelt_vast": _stelt_vast(i, record),
        "stukken": opsomming(
            ", ".join(
                filter(
                    None,
                    (
                        stuk.titel or stuk.bestand or stuk.vindplaats,
                        bijlagewoord([nr] if (nr := nummer_van(rijen, stuk)) else []),
                    ),
                )
            )
            for stuk in record.bijlagen
        ),
        "gemeenten": opsomming(record.gemeenten),
        "elementen": [e.model_dump() for e in record.elementen],
    }


def _stelt_vast(i: Inhoud, record: Bewijs) -> bool:
    """Whether the contract lets a body establish this form (J48).

    Of any other form who reports gives findings, and what follows from them is said by us.
    """
    vormen = {vorm.id: vorm for vorm in i.contract.regime.bewijsvormen}
    return bool(vormen[record.vorm].vaststellers)


def _bewijst(i: Inhoud, record: Bewijs) -> str:
    """Which shortcomings of this letter it proves; nothing where it is all of them."""
    ids = [t.id for t in i.tekortkomingen]
    over = [id_ for id_ in ids if id_ in record.tekortkomingen]
    return f"tekortkoming {opsomming(over)}" if len(over) < len(ids) and over else ""
