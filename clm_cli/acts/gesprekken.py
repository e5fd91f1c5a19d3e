"""Floor 6, gesprek: planning a talk, and recording what was said in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from clm_cli.acts.feit import Kop, slug
from clm_cli.acts.nummers import volgende
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.smart import smart
from clm_cli.meldingen import ClmFout
from clm_cli.records.gesprek import Actie, Gedeeld, GesprekVervallen
from clm_cli.records.regime import Regime
from clm_cli.register import Dossier, Gesprek
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging

_NAMEN = {"regulier": "voortgang", "extra": "extra", "directie": "directie"}


def regimes(dossier: Dossier, contracten: tuple[str, ...]) -> list[Regime]:
    """The regimes of the contracts of a talk, each once."""
    rijen = {c.regime.id: c.regime for c in dossier.contracten if c.id in contracten and c.regime}
    return list(rijen.values())


def gepland(dossier: Dossier, boom: dict[str, Any], naam: str | None, vandaag: date) -> Voorstel:
    """A new talk on its card; without contracts it is about all that run.

    A talk may lie in the past or the future.
    """
    if not boom.get("contracten"):
        dag = date.fromisoformat(boom["datum"])
        boom["contracten"] = [c.id for c in dossier.contracten if loopt(c, max(dag, vandaag))] or [
            c.id for c in dossier.contracten
        ]
    if boom.get("soort") == "extra" and not boom.get("reden"):
        raise ClmFout(
            "Een extra gesprek heeft een reden nodig: welke ontwikkeling of welk risico?",
            nu="geef --reden",
        )
    id_ = f"{boom['datum']}-{slug(naam or _NAMEN[boom['soort']])}"
    kaart = NieuwBestand(f"{dossier.id}/gesprekken/{id_}/gesprek.yaml", boom)
    zin = (
        f"{dossier.roepnaam(vandaag)}: gesprek van {datum_vol(date.fromisoformat(boom['datum']))} "
        f"gepland ({', '.join(boom['contracten'])})."
    )
    return Voorstel(zin, nieuw=(kaart,), nu=f"clm gesprek maak agenda {dossier.id} {id_}")


def skelet(dossier: Dossier, gesprek: Gesprek) -> dict[str, Any]:
    """What is known before the talk is recorded.

    The day, who was invited, the themes of the regime.
    """
    kaart = gesprek.kaart.record
    genodigd = [g.model_dump(mode="json", exclude_defaults=True) for g in kaart.genodigden]
    themas = {t.id: t for regime in regimes(dossier, kaart.contracten) for t in regime.themas}
    return {
        "datum": dag_van(gesprek).datum.isoformat(),
        "vorm": kaart.vorm,
        "ambitie": "onbekend",
        "aanwezig": genodigd,
        "themas": [{"thema": id_, "behandeld": "onbekend"} for id_ in themas],
    }


def gehouden(dossier: Dossier, gesprek: Gesprek, boom: dict[str, Any], kop: Kop) -> Voorstel:
    """What happened in the talk, on its card.

    Ids are given out, and what is not SMART yet is said.
    """
    if gesprek.van(Gedeeld):
        raise ClmFout(
            "Het verslag van dit gesprek is al gedeeld; de kaart is verzegeld.",
            nu=f"clm gesprek reactie {dossier.id} {gesprek.id} legt een opmerking vast",
        )
    if gesprek.van(GesprekVervallen):
        raise ClmFout(
            "Dit gesprek is vervallen.",
            nu=f"clm gesprek gepland {dossier.id} plant een nieuw gesprek",
        )
    boom.setdefault("datum", dag_van(gesprek).datum.isoformat())
    if boom["datum"] > kop.vandaag.isoformat():
        raise ClmFout(
            f"Het gesprek van {boom['datum']} moet nog komen.",
            nu="leg het vast als het is gehouden, of verzet het eerst",
        )
    _vul_in(dossier, gesprek, boom)
    volgorde = (
        "datum",
        "van",
        "tot",
        "vorm",
        "vorm_reden",
        "ambitie",
        "aanwezig",
        "afwezig",
        "themas",
        "bevindingen",
        "besluiten",
        "acties",
        "volgend",
    )
    inhoud = {naam: boom[naam] for naam in (*volgorde, *boom) if naam in boom}
    zin = f"{dossier.roepnaam(kop.vandaag)}: gesprek {gesprek.id} vastgelegd."
    wijziging = Wijziging(gesprek.kaart.pad, ("gehouden",), inhoud)
    return Voorstel(
        zin,
        wijzigingen=(wijziging,),
        nu=f"clm verslag {dossier.id} {gesprek.id}",
        let_op=_niet_smart(inhoud),
    )


def _vul_in(dossier: Dossier, gesprek: Gesprek, boom: dict[str, Any]) -> None:
    """Ids for findings, decisions and actions; who was present when 'allen' is said.

    Answers under their question.
    """
    kaart = gesprek.kaart.record
    for lijst, voor in (("bevindingen", "BV"), ("besluiten", "B"), ("acties", "A")):
        rijen = [rij for rij in boom.get(lijst, []) if isinstance(rij, dict)]
        for plaats, rij in enumerate(rijen):
            if "id" not in rij:
                rijen[plaats] = {"id": volgende(dossier, voor, boom), **rij}
                boom[lijst] = rijen
    vragen = [
        vraag.id
        for regime in regimes(dossier, kaart.contracten)
        for vraag in regime.bevindingsvragen
    ]
    for bevinding in boom.get("bevindingen", []):
        antwoorden = [
            {"vraag": v, "antwoorden": [{"van": "gezamenlijk", "tekst": bevinding.pop(v)}]}
            for v in dict.fromkeys(vragen)
            if v in bevinding
        ]
        if antwoorden:
            bevinding["antwoorden"] = [*bevinding.get("antwoorden", []), *antwoorden]


def _niet_smart(boom: Mapping[str, Any]) -> tuple[str, ...]:
    regels = []
    for rij in boom.get("acties", []):
        try:
            actie = Actie.model_validate(rij)
        except ValueError:
            continue  # the record itself is refused, with its place
        gebreken = smart(actie, date.fromisoformat(str(boom["datum"])))
        regels += [f"{actie.id}: {gebrek.tekst} - {gebrek.nu}" for gebrek in gebreken]
    return tuple(regels)
