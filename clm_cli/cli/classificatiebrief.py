"""Floor 7, classificatiebrief: the letter that informs a provider of its classification (J14)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clm_cli.cli.briefterug import zoek_in_pdf, zoek_terug
from clm_cli.cli.documenten import als_stukken, stel_op, versies
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.bestand import Bestand
    from clm_cli.cli.schrijven import Werk
    from clm_cli.derivations.brieven.elementen import Element
    from clm_cli.documents.document import Document
    from clm_cli.documents.sjablonen import Gevuld
    from clm_cli.register import Dossier
    from clm_cli.voorstel import Voorstel


@dataclass(frozen=True, slots=True)
class Classificatiebrief:
    """The document, how its template was filled in, the classifications it tells.

    And the parts that stand in it.
    """

    document: Document
    gevuld: Gevuld
    feiten: list[Bestand[Any]]
    elementen: tuple[Element, ...]


def classificatiebrief(
    werk: Werk, dossier: Dossier, gezegd: dict[str, Any], vormen: list[str]
) -> Voorstel:
    """The card and documents of that letter. Raises ClmFout while nothing is classified."""
    from clm_cli.voorstel import NieuwBestand, Voorstel

    dag = werk.om.vandaag
    id_ = f"{dag.isoformat()}-classificatie"
    map_, onderwerp, kenmerk = (
        f"{dossier.id}/brieven/{id_}",
        gezegd.get("onderwerp", "uitkomst van de classificatie"),
        gezegd.get("kenmerk", f"{dossier.id}/{id_}"),
    )
    from clm_cli.derivations.brieven import soorten as briefsoorten

    brief = classificatiedocument(werk, dossier, dag, onderwerp, kenmerk)
    document, gevuld, feiten = brief.document, brief.gevuld, brief.feiten
    stukken = als_stukken(werk, map_, "brief", document, vormen)
    zoek_in_pdf(
        briefsoorten.CLASSIFICATIE,
        brief.elementen,
        [s.inhoud for s in stukken if s.pad.endswith(".pdf")],
        document,
    )
    hoofdstuk = next((s for s in stukken if s.pad.endswith(".pdf")), stukken[0])
    kaart = {
        "richting": "uitgaand",
        "soort": "classificatie",
        "onderwerp": onderwerp,
        "kenmerk": kenmerk,
        "datum": dag.isoformat(),
        "contracten": list(dict.fromkeys(c for f in feiten for c in f.record.contracten)),
        "bij": feiten[-1].id,
        "behandelaar": werk.kop.door,
        "document": {
            "bestand": hoofdstuk.pad.rsplit("/", 1)[-1],
            "sha256": hashlib.sha256(hoofdstuk.inhoud).hexdigest(),
        },
        "markdown_sha256": hashlib.sha256(document.markdown.encode()).hexdigest(),
        "versies": versies(gevuld),
    }
    nu = (
        f"verstuur de brief, en dan clm brief verzonden {dossier.id} {id_} en clm geinformeerd "
        f"{dossier.id} --wijze brief --brief brieven/{id_}/brief"
    )
    return Voorstel(
        f"{dossier.id}: brief over de classificatie gemaakt.",
        nieuw=(NieuwBestand(f"{map_}/brief.yaml", kaart),),
        stukken=stukken,
        nu=nu,
    )


def classificatiedocument(
    werk: Werk, dossier: Dossier, dag: date, onderwerp: str, kenmerk: str
) -> Classificatiebrief:
    """The letter of that day, with every part in it."""
    from clm_cli.derivations.brieven import soorten as briefsoorten
    from clm_cli.derivations.classificatie import laatst_besloten
    from clm_cli.documents.brieven.classificatie import classificatie, delen
    from clm_cli.documents.brieven.gegevens import briefhoofd

    feiten = [
        *{
            f.pad: f for c in dossier.contracten if (f := laatst_besloten(dossier, c.id, dag))
        }.values()
    ]
    if not feiten:
        raise ClmFout(
            f"{dossier.id} is nog niet geclassificeerd.", nu=f"clm classificeer {dossier.id}"
        )
    hoofd = briefhoofd(
        werk.register, dossier, dag, [("Ons kenmerk", kenmerk), ("Betreft", onderwerp)]
    )
    gegevens = classificatie(werk.register, dossier, feiten, dag)
    document, gevuld = stel_op(
        werk,
        "brieven/classificatie",
        gegevens,
        concept=False,
        hoofd=hoofd,
        titel=f"Classificatie {dossier.id}",
        dag=dag,
    )
    elementen = delen(gegevens)
    zoek_terug(briefsoorten.CLASSIFICATIE, elementen, document)
    return Classificatiebrief(document, gevuld, feiten, elementen)
