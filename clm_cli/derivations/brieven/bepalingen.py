"""Floor 4, bepalingen: where the obligation of a shortcoming stands, and its literal words."""

from __future__ import annotations

from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.dossier import Contract, Dossier
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.records.lijsten import Verplichting
from clm_cli.records.overeenkomst import Artikelen


def verplichting(inhoud: Inhoud, tekortkoming: Tekortkoming) -> tuple[str | None, str | None]:
    """Where the obligation of a shortcoming stands, and its words; None where not recorded."""
    return bepaling(
        inhoud.dossier,
        inhoud.contract,
        tekortkoming,
        inhoud.escalatie.pad + "/" if inhoud.escalatie else "",
    )


def bepaling(
    dossier: Dossier, contract: Contract, tekortkoming: Tekortkoming, vanuit: str
) -> tuple[str | None, str | None]:
    """The same for a shortcoming without a letter yet, seen from the file that holds it."""
    doel = dossier.vind(tekortkoming.verplichting, vanuit)
    rij = doel.deel if doel and isinstance(doel.deel, Verplichting) else None
    if rij is None or rij.clausule is None:
        return None, None
    clausule = rij.clausule
    bundel = contract.overeenkomst
    artikelen = [a for b in (bundel.van(Artikelen) if bundel else ()) for a in b.record.artikelen]
    artikel = next(
        (a for a in artikelen if a.document == clausule.document and a.nummer == clausule.nummer),
        None,
    )
    versie = clausule.versie or (artikel.versie if artikel else None)
    document = next(
        (a.titel for a in artikelen if a.document == clausule.document and a.titel),
        clausule.document,
    )
    waar = document
    waar += f", versie {versie}" if versie else ""
    waar += f", nummer {clausule.nummer}" if clausule.nummer else ""
    return waar, clausule.tekst or (artikel.tekst if artikel else None)
