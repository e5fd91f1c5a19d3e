"""Floor 7, classificatie: the letter that informs a provider of its classification (J14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.commands.brieven.opstel import vastgelegd
from clm_cli.commands.brieven.terug import zoek_in_pdf, zoek_terug
from clm_cli.commands.documenten import Opgesteld, als_stukken, stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.elementen import Element
from clm_cli.derivations.brieven.soorten import CLASSIFICATIE
from clm_cli.derivations.classificatie import laatst_besloten
from clm_cli.documents.brieven.classificatie import classificatie, delen
from clm_cli.documents.brieven.gegevens import briefhoofd
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.voorstel import NieuwBestand, Voorstel


@dataclass(frozen=True, slots=True)
class Classificatiebrief:
    """The document, the classifications it tells, and the parts that stand in it."""

    opgesteld: Opgesteld
    feiten: list[Bestand[Any]]
    elementen: tuple[Element, ...]


def classificatiebrief(
    werk: Werk, dossier: Dossier, gezegd: Mapping[str, Any], vormen: Sequence[str]
) -> Voorstel:
    """The card and documents of that letter. Raises ClmFout while nothing is classified."""
    dag = werk.vandaag
    id_ = f"{dag.isoformat()}-classificatie"
    map_ = f"{dossier.id}/brieven/{id_}"
    onderwerp = gezegd.get("onderwerp", "uitkomst van de classificatie")
    kenmerk = gezegd.get("kenmerk", f"{dossier.id}/{id_}")
    brief = classificatiedocument(werk, dossier, dag, onderwerp, kenmerk)
    document, feiten = brief.opgesteld.document, brief.feiten
    stukken = als_stukken(werk, map_, "brief", document, vormen)
    zoek_in_pdf(CLASSIFICATIE, brief.elementen, stukken, document)
    kaart = {
        "richting": "uitgaand",
        "soort": "classificatie",
        "onderwerp": onderwerp,
        "kenmerk": kenmerk,
        "datum": dag.isoformat(),
        "contracten": list(dict.fromkeys(c for f in feiten for c in f.record.contracten)),
        "bij": feiten[-1].id,
        "behandelaar": werk.kop.door,
        **vastgelegd(brief.opgesteld, stukken),
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
        onderweg=brief.opgesteld.onderweg,
    )


def classificatiedocument(
    werk: Werk, dossier: Dossier, dag: date, onderwerp: str, kenmerk: str
) -> Classificatiebrief:
    """The letter of that day, with every part in it."""
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
    opgesteld = stel_op(
        werk,
        "brieven/classificatie",
        gegevens,
        concept=False,
        hoofd=hoofd,
        titel=f"Classificatie {dossier.id}",
        dag=dag,
    )
    elementen = delen(gegevens)
    zoek_terug(CLASSIFICATIE, elementen, opgesteld.document)
    return Classificatiebrief(opgesteld, feiten, elementen)
