"""Floor 6, inkomend: a letter of the provider: its folder, and what it asks us to do next."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

from clm_cli.acts.feit import Kop, eigen_naam, feit, gezegde_dag, slug
from clm_cli.advies import advies, opdracht
from clm_cli.derivations.brieven.onverwerkt import FEITBRIEVEN, feitbrief, vervolgopdracht
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.dossier import Brief, Doel, Dossier, Escalatie
from clm_cli.meldingen import Geweigerd
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.soorten import feitsoort
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel


def hun_brief(
    dossier: Dossier,
    gezegd: Mapping[str, Any],
    inhoud: bytes,
    kop: Kop,
    dag: date,
    elders: Collection[str] = (),
) -> Voorstel:
    """The folder of their letter, by no name given `elders`; ClmFout when something lacks."""
    soort = slug(str(gezegd.get("soort", ""))) or "brief"
    doel = _doel(dossier, gezegd.get("bij"))
    escalatie = _escalatie(dossier, doel, soort)
    velden = ("verzonden", "gedateerd", "antwoord_uiterlijk")
    verzonden, gedateerd, antwoord = (_dag(gezegd, veld, kop.vandaag) for veld in velden)
    _niet_voor_verzending(verzonden, dag)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    if al := _stond_er_al(dossier, sha256, dag, gezegd):
        return Voorstel("Deze brief is al vastgelegd.", stond_er_al=(al,))
    id_ = _naam(dossier, gezegd, soort, dag, elders)
    map_, bestand = f"{dossier.id}/brieven/{id_}", PurePath(str(gezegd["document"])).name
    op_brief = gedateerd or verzonden or dag
    kaart = {
        "richting": "inkomend",
        "soort": soort,
        **_waarover(dossier, gezegd, doel, escalatie, op_brief),
        "antwoord_uiterlijk": antwoord.isoformat() if antwoord else None,
        "behandelaar": kop.door,
    }
    ontvangst = _ontvangst(gezegd, verzonden, {"bestand": bestand, "sha256": sha256})
    nieuw = feit(feitsoort(Binnengekomen), map_, ontvangst, kop, dag)
    return Voorstel(
        f"{dossier.roepnaam(dag)}: hun brief vastgelegd ({id_}), ontvangen op {datum_vol(dag)}.",
        nieuw=(NieuwBestand(f"{map_}/brief.yaml", {n: w for n, w in kaart.items() if w}), nieuw),
        stukken=(NieuwStuk(f"{map_}/{bestand}", inhoud),),
        nu=_vervolg(dossier, soort, doel, id_, dag, antwoord),
        let_op=tuple(_let_op(soort, escalatie, verzonden)),
        aangenomen=_aangenomen(gezegd, soort, op_brief),
    )


def _aangenomen(gezegd: Mapping[str, object], soort: str, op_brief: date) -> tuple[str, ...]:
    zelf = {"soort": soort, "gedateerd": datum_vol(op_brief)}
    return tuple(f"{veld} {waarde}" for veld, waarde in zelf.items() if not gezegd.get(veld))


def _waarover(
    dossier: Dossier,
    gezegd: Mapping[str, Any],
    doel: Doel | None,
    escalatie: Escalatie | None,
    op_brief: date,
) -> dict[str, object]:
    """What stands on their letter, the contracts and case it is about, and what it reacts to."""
    return {
        "onderwerp": gezegd["onderwerp"],
        "kenmerk": gezegd.get("kenmerk"),
        "datum": op_brief.isoformat(),
        "contracten": _contracten(dossier, gezegd, doel, escalatie),
        "escalatie": f"escalaties/{escalatie.id}" if escalatie else None,
        "bij": doel.verwijzing if doel else None,
    }


def _niet_voor_verzending(verzonden: date | None, dag: date) -> None:
    if verzonden and verzonden > dag:
        raise Geweigerd(
            (
                f"verzonden op {datum_vol(verzonden)} en al ontvangen op {datum_vol(dag)}: dat "
                "kan niet."
            ),
            nu="verbeter --verzonden, of --datum voor de dag van ontvangst",
        )


def _ontvangst(
    gezegd: Mapping[str, object], verzonden: date | None, stuk: Mapping[str, str]
) -> dict[str, object]:
    """The fact that it came in: how and when, and what proves it."""
    boom = {
        "verzonden": verzonden.isoformat() if verzonden else None,
        "verzonden_bewijs": gezegd.get("verzonden_bewijs"),
        "tijd": gezegd.get("tijd"),
        "kanaal": gezegd["kanaal"],
        "document": stuk,
    }
    return {naam: waarde for naam, waarde in boom.items() if waarde}


def _stond_er_al(dossier: Dossier, sha256: str, dag: date, gezegd: Mapping[str, Any]) -> str | None:
    """Where the same document was recorded before: come in the same day and way, about the same.

    A kind that is not given is the one that was.
    """
    for brief in dossier.brieven:
        kaart = brief.kaart.record
        soort = slug(str(gezegd.get("soort") or kaart.soort))
        if (kaart.onderwerp, kaart.soort) != (gezegd["onderwerp"], soort):
            continue
        for feit_ in brief.van(Binnengekomen):
            record = feit_.record
            wat = record.document.sha256, record.datum, record.kanaal
            if wat == (sha256, dag, gezegd["kanaal"]):
                return feit_.pad
    return None


def _dag(gezegd: Mapping[str, object], veld: str, vandaag: date) -> date | None:
    return gezegde_dag(gezegd[veld], vandaag, veld) if veld in gezegd else None


def _doel(dossier: Dossier, gezegd: object) -> Doel | None:
    """What they react to: a letter of ours by its folder or a part of its name, or any fact."""
    if gezegd is None:
        return None
    bij = str(gezegd)
    doel = dossier.vind(bij) or dossier.vind(f"brieven/{bij}")
    if doel is None:
        namen = [b for b in dossier.brieven if bij in b.id]
        feiten = [b for b in dossier.bestanden if b.stam == bij]
        doel = (
            dossier.vind(namen[0].kaart.id)
            if len(namen) == 1
            else dossier.vind(feiten[0].id)
            if len(feiten) == 1
            else None
        )
    if doel is None:
        rijen = ", ".join(b.id for b in dossier.brieven if b.kaart.record.richting == "uitgaand")
        raise Geweigerd(
            f"'{bij}' leidt nergens heen",
            nu=advies(
                f"geef --bij met een van onze brieven ({rijen or 'er is er nog geen'}), of een "
                "feit uit {lijn}",
                lijn=opdracht("tijdlijn", dossier.id),
            ),
        )
    return doel


def _escalatie(dossier: Dossier, doel: Doel | None, soort: str) -> Escalatie | None:
    """The case of what they react to, or of a letter that belongs in one the only open case."""
    naam = getattr(doel.bestand.record, "escalatie", None) or doel.bestand.map if doel else ""
    eigen = next((e for e in dossier.escalaties if e.id == str(naam).rsplit("/", 1)[-1]), None)
    open_ = [e for e in dossier.escalaties if not gesloten(e)]
    return eigen or (open_[0] if soort in FEITBRIEVEN and len(open_) == 1 else None)


def vraagt_contract(dossier: Dossier, gezegd: Mapping[str, Any]) -> bool:
    """Whether nothing tells about which contract their letter is."""
    doel = _doel(dossier, gezegd.get("bij"))
    escalatie = _escalatie(dossier, doel, slug(str(gezegd.get("soort", ""))))
    return not _bekende_contracten(dossier, gezegd, doel, escalatie)


def _bekende_contracten(
    dossier: Dossier, gezegd: Mapping[str, Any], doel: Doel | None, escalatie: Escalatie | None
) -> list[str]:
    opening = escalatie.opening if escalatie else None
    rijen = list(
        gezegd.get("contracten")
        or getattr(doel.bestand.record if doel else None, "contracten", ())
        or (opening.record.contracten if opening else ())
    )
    return rijen or [c.id for c in dossier.contracten if len(dossier.contracten) == 1]


def _contracten(
    dossier: Dossier, gezegd: Mapping[str, Any], doel: Doel | None, escalatie: Escalatie | None
) -> list[str]:
    rijen = _bekende_contracten(dossier, gezegd, doel, escalatie)
    onbekend = [naam for naam in rijen if dossier.contract(naam) is None]
    if not rijen or onbekend:
        zin = (
            f"'{onbekend[0]}' is geen contract van {dossier.id}."
            if onbekend
            else "Over welk contract gaat hun brief?"
        )
        namen = ", ".join(c.id for c in dossier.contracten)
        raise Geweigerd(zin, nu=f"geef --contract: {namen}")
    return rijen


def _naam(
    dossier: Dossier, gezegd: Mapping[str, object], soort: str, dag: date, elders: Collection[str]
) -> str:
    """The name of its folder, which no other letter has; no words of what it is about.

    Where the writing of this letter broke off before its receipt was there, it goes on.
    """
    basis = f"{dag.isoformat()}-{slug(str(gezegd.get('naam') or soort)) or 'brief'}"
    half = {b.id for b in dossier.brieven if _is_half(b, gezegd["onderwerp"])}
    return eigen_naam(basis, {*elders, *(brief.id for brief in dossier.brieven)} - half)


def _is_half(brief: Brief, onderwerp: object) -> bool:
    """Whether it is a letter of theirs about this of which nothing says that it came in."""
    kaart = brief.kaart.record
    hun = kaart.richting == "inkomend" and kaart.onderwerp == onderwerp
    return hun and not brief.van(Binnengekomen)


def _vervolg(
    dossier: Dossier, soort: str, doel: Doel | None, id_: str, dag: date, antwoord: date | None
) -> str:
    """What to record next; what they ask to be answered stays in the werklijst until it is."""
    over = doel.bestand if doel else None
    wat, stappen = feitbrief(soort, over.record if over else None), {}
    if wat:
        stappen["stap"] = vervolgopdracht(dossier.id, wat, id_, dag, over.pad if over else None)
    elif soort == "cijfers":
        stappen["stap"] = opdracht("meting", dossier.id)
    if antwoord:
        maak = opdracht("brief", "maak", dossier.id, "antwoord", bij=f"brieven/{id_}")
        stappen["vraag"] = advies(f"antwoord uiterlijk {datum_vol(antwoord)}: {{maak}}", maak=maak)
    if not stappen:
        return opdracht("brief", "lijst", dossier.id)
    return advies("  en  ".join(f"{{{naam}}}" for naam in stappen), **stappen)


def _let_op(soort: str, escalatie: Escalatie | None, verzonden: date | None) -> list[str]:
    rijen = []
    if soort in FEITBRIEVEN and escalatie is None:
        rijen.append(
            "er is geen open escalatie waar deze brief bij hoort; noem met --bij onze brief of de "
            "maatregel"
        )
    if soort == "bezwaar" and verzonden is None:
        rijen.append(
            "de dag van verzending is niet bekend; of een bezwaar op tijd is, hangt daarvan af: "
            "bewaar envelop of mailkop en geef --verzonden"
        )
    return rijen
