"""Floor 6, uitvoeringen: which municipalities have a measure still to carry out."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.acts.opgave import Opgave
from clm_cli.derivations.escalatie.stand import niet_uit_te_voeren
from clm_cli.derivations.escalatie.uitvoeringen import uitvoerders
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import ClmFout


def te_doen(opgave: Opgave, zaken: Sequence[Genomen]) -> dict[str, Sequence[str]]:
    """The choices of a municipality: first those of which something is to be done; others refused.

    A measure that was taken for some (J40: without the power of attorney of another), is carried
    out by those alone.
    """
    gezegd, bij = opgave.boom.get("gemeente"), opgave.boom.get("bij")
    eigen = [z for z in zaken if bij in (None, z.maatregel.stam)] or list(zaken)
    klaar = dict.fromkeys(g for z in eigen for g in uitvoerders(z)[0])
    open_ = dict.fromkeys(g for z in eigen for g in uitvoerders(z)[1])
    if eigen and isinstance(gezegd, str) and gezegd not in {**klaar, **open_}:
        namen = [
            g.naam for g in opgave.register.organisatie.gemeenten if g.id in {**klaar, **open_}
        ]
        raise ClmFout(
            f"Deze maatregel geldt niet voor {gezegd}; wel voor {opsomming(namen)}.",
            nu="noem een gemeente van de maatregel (--gemeente)",
        )
    # while it is held up, it is asked who stopped carrying it out (J47)
    stil = any(niet_uit_te_voeren(z) for z in eigen)
    return {"gemeente": tuple((klaar or open_) if stil else (open_ or klaar))}
