"""Floor 6, gesprek: what an agenda and a report are filled with, worked out from the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from clm_cli.derivations.acties import werkpunten as open_acties
from clm_cli.derivations.cijfers import reeks, vergelijking
from clm_cli.derivations.gesprekken import dag_van, deeltermijn, eerste_gedeeld, reactietermijn
from clm_cli.derivations.opvolging import stand
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.records.contact import Signaal
from clm_cli.records.gesprek import (
    Actie,
    Besluit,
    Bevinding,
    Genodigde,
    Gesprekskaart,
    Gespreksreactie,
    Vastgesteld,
)
from clm_cli.records.lijsten import Contractwijziging, Onduidelijkheden, Risicos, Wijzigingen
from clm_cli.records.regime import Bevindingsvraag, Regime, Thema
from clm_cli.records.velden import Partij
from clm_cli.register import Contract, Dossier, Gesprek, Register
from clm_cli.tijd.datum import datum_lang, datum_vol, getal

_SOORT = {
    "regulier": "regulier voortgangsgesprek",
    "extra": "extra gesprek",
    "directie": "gesprek op directieniveau",
}
_PERIODEN = 4
"""So many periods of a figure stand in a document."""


def agenda(blik: Dossierblik, gesprek: Gesprek) -> dict[str, Any]:
    """The agenda: themes of the regime, own items, and what the dossier brings up under them."""
    kaart = gesprek.kaart.record
    eigen = blik.dossier.aanbieder.record.eigen_agendapunten if blik.dossier.aanbieder else ()
    acties = [punt.wat for punt in open_acties(blik)]
    return {
        **_kop(blik, gesprek),
        "genodigden": [_mens(blik.register, blik.dossier, g) for g in kaart.genodigden],
        "rollen": [
            {"rol": rol.titel, "id": rol.id, "verplicht": rol.verplicht == "ja"}
            for regime in _regimes(blik.dossier, kaart.contracten)
            for rol in regime.rollen
        ],
        "themas": [
            {
                "titel": thema.titel,
                "onderwerpen": ", ".join(thema.onderwerpen),
                "eigen": _eigen(thema.id, kaart.agenda, eigen),
            }
            for thema in _themas(blik.dossier, kaart)
        ],
        "overig": _eigen(None, kaart.agenda, eigen),
        "cijfers": _cijfers(blik.register, blik.dossier, kaart.contracten, blik.vandaag),
        "acties": acties,
        "risicos": [
            r.wat
            for lijst in blik.dossier.van(Risicos)
            for r in lijst.record.risicos
            if r.gesloten is None
        ],
        "vragen": [
            o.vraag
            for lijst in blik.dossier.van(Onduidelijkheden)
            for o in lijst.record.onduidelijkheden
            if o.antwoord is None
        ],
        "wijzigingen": [w.wat for w in _open_wijzigingen(blik.dossier)],
        "signalen": [
            s.record.wat
            for s in blik.dossier.van(Signaal)
            if s.record.bron.mag_in_brief == "ja" and stand(blik.dossier, s.id).gesloten is None
        ],
        "bevindingsvragen": [vraag.titel for vraag in _vragen(blik.dossier, kaart.contracten)],
        "leeg": range(6),
        "partijen": get_args(Partij),
    }


def verslag(blik: Dossierblik, gesprek: Gesprek) -> dict[str, Any]:
    """The report: decisions and actions first, then the findings per theme, earlier actions.

    And the reactions.
    """
    kaart = gesprek.kaart.record
    gehouden = kaart.gehouden
    gegevens: dict[str, Any] = {
        **_kop(blik, gesprek),
        "_nu": {"gehouden": f"clm gesprek gehouden {blik.dossier.id} {gesprek.id}"},
    }
    if gehouden is None:
        return gegevens
    vragen = {vraag.id: vraag.titel for vraag in _vragen(blik.dossier, kaart.contracten)}
    besproken = {rij.thema: rij for rij in gehouden.themas}
    return {
        **gegevens,
        "gehouden": gehouden,
        "status": _status(blik.register, blik.dossier, gesprek),
        "aanwezig": [_mens(blik.register, blik.dossier, g) for g in gehouden.aanwezig],
        "afwezig": [_mens(blik.register, blik.dossier, g) for g in gehouden.afwezig],
        "besluiten": [_besluit(besluit) for besluit in gehouden.besluiten],
        "acties": [_actie(actie) for actie in gehouden.acties],
        "themas": [
            {
                "titel": thema.titel,
                "bevindingen": [
                    _bevinding(rij, vragen) for rij in gehouden.bevindingen if rij.thema == thema.id
                ],
                "niet": None
                if (b := besproken.get(thema.id)) is None or b.behandeld != "nee"
                else b.reden or "niet besproken",
            }
            for thema in _themas(blik.dossier, kaart)
        ],
        "cijfers": _cijfers(blik.register, blik.dossier, kaart.contracten, gehouden.datum),
        "eerdere": _eerdere(blik.dossier, gehouden.datum),
        "volgend": gehouden.volgend,
        "reacties": _reacties(gesprek),
    }


def _kop(blik: Dossierblik, gesprek: Gesprek) -> dict[str, Any]:
    kaart, dag = gesprek.kaart.record, dag_van(gesprek).datum
    naam = blik.dossier.naam(dag)
    gehouden = kaart.gehouden
    van = gehouden.van if gehouden and gehouden.van else kaart.tijd
    tijd = (
        f", {van:%H.%M}{f' – {gehouden.tot:%H.%M}' if gehouden and gehouden.tot else ''} uur"
        if van
        else ""
    )
    contracten = [c for c in blik.dossier.contracten if c.id in kaart.contracten]
    ambities = [
        regime.ambitie.grond.tekst
        for regime in _regimes(blik.dossier, kaart.contracten)
        if regime.ambitie
    ]
    return {
        "organisatie": blik.register.organisatie.naam if blik.register.organisatie else None,
        "aanbieder": naam.statutair if naam else None,
        "roepnaam": blik.dossier.roepnaam(dag),
        "dag": dag,
        "wanneer": (
            f"{datum_lang(dag)}{tijd}{f', {kaart.plaats}' if kaart.plaats else ''} "
            f"({gehouden.vorm if gehouden else kaart.vorm})"
        ),
        "soort": _SOORT[kaart.soort] + (f": {kaart.reden}" if kaart.reden else ""),
        "contracten": " · ".join(
            f"{c.kaart.record.nummer} {', '.join(c.kaart.record.zorgvormen)}" for c in contracten
        ),
        "zaaknummer": blik.dossier.aanbieder.record.zaaknummer if blik.dossier.aanbieder else None,
        "ambitie": ambities[0] if ambities else "",
        "opgemaakt": blik.vandaag,
    }


def _regimes(dossier: Dossier, contracten: tuple[str, ...]) -> list[Regime]:
    return list(
        {
            c.regime.id: c.regime for c in dossier.contracten if c.id in contracten and c.regime
        }.values()
    )


def _themas(dossier: Dossier, kaart: Gesprekskaart) -> list[Thema]:
    """The fixed themes of a talk: those of its level where the regime has levels."""
    alle = [thema for regime in _regimes(dossier, kaart.contracten) for thema in regime.themas]
    return list(
        {thema.id: thema for thema in alle if thema.niveau in (None, kaart.niveau)}.values()
    )


def _vragen(dossier: Dossier, contracten: tuple[str, ...]) -> list[Bevindingsvraag]:
    return list(
        {
            vraag.id: vraag
            for regime in _regimes(dossier, contracten)
            for vraag in regime.bevindingsvragen
        }.values()
    )


def _eigen(thema: str | None, agenda_: Iterable[Any], eigen: Iterable[Any]) -> list[str]:
    return [
        f"{punt.titel}{f' (perceel {punt.perceel})' if punt.perceel else ''}"
        for punt in (*eigen, *agenda_)
        if punt.thema == thema
    ]


def _open_wijzigingen(dossier: Dossier) -> list[Contractwijziging]:
    return [
        w
        for lijst in dossier.van(Wijzigingen)
        for w in lijst.record.wijzigingen
        if w.besloten is None
    ]


def _mens(register: Register, dossier: Dossier, genodigde: Genodigde) -> dict[str, str]:
    kaart: Aanbieder | None = dossier.aanbieder.record if dossier.aanbieder else None
    ons = register.persoon(genodigde.persoon) if genodigde.persoon else None
    hun = (
        next((c for c in kaart.contactpersonen if c.id == genodigde.persoon), None)
        if kaart
        else None
    )
    functie = ons.functie if ons else hun.functie if hun else genodigde.rol or ""
    delen = [
        functie,
        "voorzitter" if genodigde.voorzitter == "ja" else "",
        f"bij {', '.join(genodigde.onderdelen)}" if genodigde.onderdelen else "",
    ]
    naam = genodigde.naam or (ons.naam if ons else hun.naam if hun else str(genodigde.persoon))
    return {
        "naam": naam,
        "partij": genodigde.partij,
        "functie": ", ".join(filter(None, delen)),
        "rol": genodigde.rol or "",
    }


def _besluit(rij: Besluit) -> dict[str, str]:
    """A decision with its mandate.

    And what it means for the care landscape as far as that was answered (J10).
    """
    landschap = rij.zorglandschap
    delen = (
        [
            ("stabiel", landschap.stabiel),
            ("beschikbaar", landschap.beschikbaar),
            ("toegankelijk", landschap.toegankelijk),
        ]
        if landschap
        else []
    )
    gevolg = (
        "\nZorglandschap: "
        + "; ".join(f"{naam}: {tekst or 'onbekend'}" for naam, tekst in delen)
        + "."
        if delen
        else ""
    )
    onder = f"genomen onder {rij.genomen_onder}" if rij.genomen_onder else ""
    return {
        "id": rij.id,
        "besluit": rij.besluit + gevolg,
        "mandaat": "\n".join(filter(None, (rij.gemandateerd, onder))),
    }


def _actie(actie: Actie) -> dict[str, Any]:
    return {
        "id": actie.id,
        "wie": f"{actie.wie}\n{actie.partij}",
        "wat": actie.wat + (f"\nKlaar als: {actie.klaar_als}" if actie.klaar_als else ""),
        "uiterlijk": datum_lang(actie.uiterlijk) if actie.uiterlijk else "geen dag afgesproken",
    }


def _bevinding(rij: Bevinding, vragen: dict[str, str]) -> dict[str, Any]:
    van = {"gezamenlijk": "", "opdrachtgever": "Opdrachtgever: ", "aanbieder": "Aanbieder: "}
    antwoorden = [
        (vragen.get(a.vraag, a.vraag), " ".join(f"{van[p.van]}{p.tekst}" for p in a.antwoorden))
        for a in rij.antwoorden
    ]
    return {
        "id": rij.id,
        "kern": rij.kern,
        "contract": rij.contract,
        "antwoorden": antwoorden,
        "acties": ", ".join(rij.acties),
    }


def _cijfers(
    register: Register, dossier: Dossier, contracten: tuple[str, ...], op: date
) -> list[dict[str, Any]]:
    uit = []
    for contract in (c for c in dossier.contracten if c.id in contracten):
        rijen = [
            rij
            for id_ in dict.fromkeys(n.kpi for n in contract.kaart.record.normen)
            if (rij := _reeks(register, dossier, contract, id_, op))
        ]
        if rijen:
            uit.append(
                {"contract": contract.id, "perioden": rijen[0].pop("perioden"), "rijen": rijen}
            )
    return uit


def _reeks(
    register: Register, dossier: Dossier, contract: Contract, id_: str, op: date
) -> dict[str, Any] | None:
    kpi = register.kpis.get(id_)
    cijfers = reeks(register, dossier, contract, kpi, op)[-_PERIODEN:] if kpi else ()
    if kpi is None or not cijfers:
        return None
    midden, aantal = vergelijking(register, dossier, contract, kpi, cijfers[-1].periode)
    teken = {"hoger is beter": "≥ ", "lager is beter": "≤ "}.get(kpi.richting, "")
    return {
        "titel": kpi.titel,
        "norm": f"{teken}{getal(cijfers[-1].norm)} {kpi.eenheid}"
        if cijfers[-1].norm is not None
        else "geen",
        "perioden": [str(c.periode) for c in cijfers],
        "waarden": [getal(c.waarde) if c.waarde is not None else "onbekend" for c in cijfers],
        "anderen": f"{getal(midden)} ({aantal})" if midden is not None else "te weinig",
    }


def _status(register: Register, dossier: Dossier, gesprek: Gesprek) -> list[tuple[str, str]]:
    """How far the report is, with the terms as they were counted.

    Silence is never called approval.
    """
    gedeeld, vast = eerste_gedeeld(gesprek), gesprek.van(Vastgesteld)
    delen, reactie = (
        deeltermijn(register, dossier, gesprek),
        reactietermijn(register, dossier, gesprek),
    )
    uiterlijk = f" (uiterste dag: {datum_lang(delen.uiterlijk)})" if delen else ""
    if gedeeld is None:
        return [
            ("Status", "concept, nog niet gedeeld"),
            (
                "Te delen",
                f"uiterlijk {datum_lang(delen.uiterlijk)}"
                if delen
                else "het contract noemt geen termijn",
            ),
        ]
    rijen = [
        (
            "Status",
            f"vastgesteld op {datum_lang(vast[-1].record.datum)} ({vast[-1].record.wijze})"
            if vast
            else "gedeeld, nog niet vastgesteld",
        )
    ]
    rijen.append(("Gedeeld", f"{datum_lang(gedeeld.record.datum)}{uiterlijk}"))
    if reactie:
        rijen.append(("Reacties tot en met", datum_lang(reactie.uiterlijk)))
    return rijen


def _eerdere(dossier: Dossier, op: date) -> list[dict[str, str]]:
    """What became of the actions of earlier talks.

    Still open, or closed since the talk before this one.
    """
    eerder = [
        g
        for g in dossier.gesprekken
        if g.kaart.record.gehouden and g.kaart.record.gehouden.datum < op
    ]
    vorige = max(
        (g.kaart.record.gehouden.datum for g in eerder if g.kaart.record.gehouden), default=date.min
    )
    uit = []
    for ander in sorted(eerder, key=lambda g: g.id):
        assert ander.kaart.record.gehouden is not None
        for actie in ander.kaart.record.gehouden.acties:
            na = stand(dossier, f"{ander.kaart.id}#{actie.id}")
            dag = na.gesloten.record.datum if na.gesloten else None
            if dag is not None and (dag < vorige or dag > op):
                continue
            nu = (
                f"{na.gesloten.soort} op {datum_vol(dag)}"
                if na.gesloten and dag
                else f"open{f', verzet naar {datum_vol(na.uiterlijk)}' if na.uiterlijk else ''}"
            )
            uit.append(
                {
                    "id": actie.id,
                    "wie": na.wie or actie.wie,
                    "wat": actie.wat,
                    "was": datum_vol(actie.uiterlijk) if actie.uiterlijk else "geen dag",
                    "nu": nu,
                }
            )
    return uit


def _reacties(gesprek: Gesprek) -> list[dict[str, str]]:
    """Every remark with what was done with it."""
    gedaan = {rij.punt: rij for feit in gesprek.van(Vastgesteld) for rij in feit.record.verwerkt}
    uit = []
    for feit in gesprek.van(Gespreksreactie):
        for punt in feit.record.punten:
            na = gedaan.get(f"{feit.stam}#{punt.id}")
            verwerking, reden = (na.verwerking, na.reden) if na else (punt.verwerking, punt.reden)
            tekst = (
                "nog te verwerken"
                if verwerking == "open"
                else f"{verwerking}{f': {reden}' if reden else ''}"
            )
            uit.append(
                {
                    "id": punt.id,
                    "van": f"{feit.record.van}\n{datum_vol(feit.record.ontvangen)}",
                    "opmerking": f"{punt.onderdeel}: {punt.opmerking}",
                    "verwerking": tekst,
                }
            )
    return uit
