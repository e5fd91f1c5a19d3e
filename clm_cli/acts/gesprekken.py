"""Floor 6, gesprekken: planning a talk, and recording what was said in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from clm_cli.acts.feit import Kop, gezegde_dag, lees_dag, slug
from clm_cli.acts.nummers import anders_verwoord, nummer
from clm_cli.advies import advies, opdracht
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.smart import smart
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.gesprek import (
    Actie,
    Gedeeld,
    Gehouden,
    GesprekVervallen,
)
from clm_cli.records.regime import Regime
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging, wijzigingen_van

_VOLGORDE = (
    *("datum", "van", "tot", "vorm", "vorm_reden", "ambitie", "aanwezig", "afwezig", "themas"),
    *("bevindingen", "besluiten", "acties", "volgend"),
)
_NAMEN = {"regulier": "voortgang", "extra": "extra", "directie": "directie"}


def regimes(dossier: Dossier, contracten: tuple[str, ...]) -> list[Regime]:
    """The regimes of the contracts of a talk, each once."""
    rijen = {c.regime.id: c.regime for c in dossier.contracten if c.id in contracten and c.regime}
    return list(rijen.values())


def gepland(
    dossier: Dossier,
    gezegd: Mapping[str, Any],
    naam: str | None,
    vandaag: date,
    in_woorden: Callable[[Any], str],
) -> Voorstel:
    """A new talk on its card, past or to come; without contracts it is about all that run."""
    dag = gezegde_dag(gezegd["datum"], vandaag)
    lopend = [c.id for c in dossier.contracten if loopt(c, max(dag, vandaag))]
    zelf = {
        "contracten": lopend or [c.id for c in dossier.contracten],
        "soort": "regulier",
        "vorm": "fysiek",
    }
    boom = {**zelf, **gezegd}
    if boom["soort"] == "extra" and not boom.get("reden"):
        raise ClmFout(
            "Een extra gesprek heeft een reden nodig: welke ontwikkeling of welk risico?",
            nu="geef --reden",
        )
    soort = str(boom["soort"])
    id_ = f"{dag.isoformat()}-{slug(naam or _NAMEN.get(soort, soort))}"
    kaart = NieuwBestand(f"{dossier.id}/gesprekken/{id_}/gesprek.yaml", boom)
    return Voorstel(
        f"{dossier.roepnaam(vandaag)}: gesprek van {datum_vol(dag)} gepland "
        f"({in_woorden(boom['contracten'])}).",
        nieuw=(kaart,),
        nu=opdracht("gesprek", "maak", "agenda", dossier.id, id_),
        aangenomen=tuple(f"{n} {in_woorden(w)}" for n, w in zelf.items() if n not in gezegd),
    )


def skelet(dossier: Dossier, gesprek: Gesprek) -> dict[str, object]:
    """What is known before a talk is recorded: its day, who was invited, the regime's themes."""
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


def gehouden(
    dossier: Dossier, gesprek: Gesprek, gezegd: Mapping[str, Any], kop: Kop
) -> dict[str, Any]:
    """What happened in the talk, with ids for what was said in it; the day is the planned one."""
    mag_nog(dossier, gesprek)
    boom = {"datum": dag_van(gesprek).datum.isoformat(), **gezegd}
    if gezegde_dag(boom["datum"], kop.vandaag) > kop.vandaag:
        raise ClmFout(
            f"Het gesprek van {boom['datum']} moet nog komen.",
            nu="leg het vast als het is gehouden, of verzet het eerst",
        )
    _vul_in(dossier, gesprek, boom)
    return {naam: boom[naam] for naam in (*_VOLGORDE, *boom) if naam in boom}


def aangevuld(eerder: Mapping[str, object], gezegd: Mapping[str, object]) -> dict[str, object]:
    """What was recorded, with what is said now: a row of a list is added, or takes its place.

    Nothing that was recorded goes: that is for the editor, where one sees it go.
    """
    boom = {**eerder, **gezegd}
    for naam, nieuw in gezegd.items():
        oud = eerder.get(naam)
        if isinstance(oud, list) and isinstance(nieuw, list):
            boom[naam] = _samen(oud, nieuw)
    return boom


def _samen(oud: Sequence[Any], nieuw: Sequence[Any]) -> list[Any]:
    rijen = list(oud)
    for rij in nieuw:
        zelfde = next((p for p, een in enumerate(rijen) if _over_hetzelfde(een, rij)), None)
        if zelfde is None:
            rijen.append(rij)
        else:
            rijen[zelfde] = {**rijen[zelfde], **rij}
    return rijen


def _over_hetzelfde(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> bool:
    """Whether two rows are the same one: by what names it, else by all that it says."""
    namen = ("thema",) if "behandeld" in nieuw else ("id", "persoon", "naam")
    naam = next((n for n in namen if n in nieuw), None)
    if naam:
        return oud.get(naam) == nieuw[naam]
    return {n: w for n, w in oud.items() if n != "id"} == nieuw


def mag_nog(dossier: Dossier, gesprek: Gesprek) -> None:
    """Refuse to record a talk of which the report was shared, or that did not go on."""
    if gesprek.van(Gedeeld):
        raise ClmFout(
            "Het verslag van dit gesprek is al gedeeld; de kaart is verzegeld.",
            nu=advies(
                "{reactie} legt een opmerking vast",
                reactie=opdracht("gesprek", "reactie", dossier.id, gesprek.id),
            ),
        )
    # of one that was held as well, one of both is wrong (DOS323): what was held can be mended
    if gesprek.van(GesprekVervallen) and gesprek.kaart.record.gehouden is None:
        raise ClmFout(
            "Dit gesprek is vervallen.",
            nu=advies(
                "{gepland} plant een nieuw gesprek",
                gepland=opdracht("gesprek", "gepland", dossier.id),
            ),
        )


def leg_vast(
    dossier: Dossier,
    gesprek: Gesprek,
    boom: Mapping[str, object],
    eerder: Mapping[str, object],
    kop: Kop,
    *,
    datum_gezegd: bool,
    nogmaals: bool = False,
) -> Voorstel:
    """The proposal: what happened on the card of the talk, and what in it is not SMART yet.

    `eerder` is what stands there already: of it only what became otherwise is touched.
    """
    kaart = gesprek.kaart
    zin = f"{dossier.roepnaam(kop.vandaag)}: gesprek {gesprek.id} vastgelegd."
    nu = opdracht("verslag", dossier.id, gesprek.id)
    if kaart.record.gehouden and kaart.record.gehouden == _gelezen(boom):
        return Voorstel(zin, stond_er_al=(kaart.pad,), nu=nu)
    dag = date.fromisoformat(str(boom["datum"]))
    return Voorstel(
        zin,
        wijzigingen=tuple(
            wijzigingen_van(kaart.pad, ("gehouden",), dict(eerder), dict(boom))
            if eerder
            else [Wijziging(kaart.pad, ("gehouden",), boom)]
        ),
        nu=nu,
        let_op=(*anders_verwoord(kaart.record.gehouden, boom), *_niet_smart(boom)),
        aangenomen=() if datum_gezegd else (f"datum {datum_vol(dag)}",),
        weigering=_al_vastgelegd(dossier, gesprek)
        if kaart.record.gehouden and not nogmaals
        else None,
    )


def gaat_door(dossier: Dossier, gesprek: Gesprek, vandaag: date) -> None:
    """Refuse what prepares a talk that fell through; on a day before that it was still to come."""
    for feit in gesprek.van(GesprekVervallen):
        if feit.record.datum <= vandaag:
            raise Geweigerd(
                f"Dit gesprek is vervallen op {datum_vol(feit.record.datum)}",
                nu=opdracht("gesprek", "gepland", dossier.id),
            )


def verstuurd(dossier: Dossier, gesprek: Gesprek, gezegd: str | None, kop: Kop) -> Voorstel:
    """The day on which agenda and documents went out, on the card of a talk that was not held."""
    kaart, dag = gesprek.kaart, lees_dag(gezegd, kop)
    wanneer = f"het gesprek van {datum_vol(dag_van(gesprek).datum)}"
    al = kaart.record.stukken_verstuurd
    anders = f"De stukken voor {wanneer} zijn al verstuurd"
    if gehouden := kaart.record.gehouden:
        raise Geweigerd(f"Dit gesprek is gehouden op {datum_vol(gehouden.datum)}")
    gaat_door(dossier, gesprek, kop.vandaag)
    return Voorstel(
        f"{dossier.roepnaam(kop.vandaag)}: agenda en stukken voor {wanneer} verstuurd.",
        wijzigingen=(Wijziging(kaart.pad, ("stukken_verstuurd",), dag.isoformat()),),
        aangenomen=() if gezegd else (f"datum {datum_vol(dag)}",),
        weigering=Geweigerd(
            f"{anders}, op {datum_vol(al)}",
            nu=f"klopt die dag niet, verbeter hem dan in {kaart.pad}",
        )
        if al
        else None,
    )


def _al_vastgelegd(dossier: Dossier, gesprek: Gesprek) -> ClmFout:
    return Geweigerd(
        f"Dit gesprek is al vastgelegd: {gesprek.kaart.pad}.",
        nu=advies(
            "{editor} toont het ingevuld; of geef --nogmaals bij wat er anders wordt. Wat gelijk "
            "blijft, houdt zijn nummer",
            editor=opdracht("gesprek", "gehouden", dossier.id, gesprek.id, editor=True),
        ),
    )


def _gelezen(boom: Mapping[str, object]) -> Gehouden | None:
    try:
        return Gehouden.model_validate(boom)
    except ValueError:
        return None  # the record itself is refused, with its place


def _vul_in(dossier: Dossier, gesprek: Gesprek, boom: dict[str, Any]) -> None:
    """Ids for findings, decisions and actions, and answers under their question."""
    vragen = [
        vraag.id
        for regime in regimes(dossier, gesprek.kaart.record.contracten)
        for vraag in regime.bevindingsvragen
    ]
    if "bevindingen" in boom:
        boom["bevindingen"] = [
            _met_antwoorden(rij, vragen) if isinstance(rij, dict) else rij
            for rij in boom["bevindingen"]
        ]
    nummer(dossier, gesprek.kaart.record.gehouden, boom)


def _met_antwoorden(bevinding: Mapping[str, Any], vragen: Sequence[str]) -> dict[str, object]:
    rij = dict(bevinding)
    antwoorden = [
        {"vraag": v, "antwoorden": [{"van": "gezamenlijk", "tekst": rij.pop(v)}]}
        for v in dict.fromkeys(vragen)
        if v in rij
    ]
    return {**rij, "antwoorden": [*rij.get("antwoorden", []), *antwoorden]} if antwoorden else rij


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
