"""Floor 6, kop: what agenda and report share: when, where, about what, and who."""

from __future__ import annotations

from clm_cli.derivations.gesprekken import dag_van, tijd_en_plaats
from clm_cli.documents.document import Gegevens
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import Genodigde, Gesprekskaart
from clm_cli.records.regime import Bevindingsvraag, Regime, Thema
from clm_cli.tijd.datum import datum_lang

_SOORT = {
    "regulier": "regulier voortgangsgesprek",
    "extra": "extra gesprek",
    "directie": "gesprek op directieniveau",
}


def kop(blik: Dossierblik, gesprek: Gesprek) -> Gegevens:
    """The head of the document."""
    dossier, kaart, dag = blik.dossier, gesprek.kaart.record, dag_van(gesprek).datum
    naam = dossier.naam(dag)
    contracten = [c for c in dossier.contracten if c.id in kaart.contracten]
    ambities = [
        regime.ambitie.grond.tekst
        for regime in regimes(dossier, kaart.contracten)
        if regime.ambitie
    ]
    return {
        "organisatie": blik.register.organisatie.naam or None,
        "aanbieder": naam.statutair if naam else None,
        "roepnaam": dossier.roepnaam(dag),
        "dag": dag,
        "wanneer": _wanneer(gesprek),
        "soort": _SOORT[kaart.soort] + (f": {kaart.reden}" if kaart.reden else ""),
        "contracten": " · ".join(
            f"{c.kaart.record.nummer} {', '.join(c.kaart.record.zorgvormen)}" for c in contracten
        ),
        "zaaknummer": dossier.aanbieder.record.zaaknummer if dossier.aanbieder else None,
        "ambitie": ambities[0] if ambities else "",
        "opgemaakt": blik.vandaag,
    }


def _wanneer(gesprek: Gesprek) -> str:
    """The day, the hours, the place and the form of a talk, as it was held else as planned."""
    kaart, gehouden = gesprek.kaart.record, gesprek.kaart.record.gehouden
    gepland, waar = tijd_en_plaats(gesprek)
    van = gehouden.van if gehouden and gehouden.van else gepland
    tot = f" – {gehouden.tot:%H.%M}" if gehouden and gehouden.tot else ""
    tijd = f", {van:%H.%M}{tot} uur" if van else ""
    plaats = f", {waar}" if waar else ""
    vorm = gehouden.vorm if gehouden else kaart.vorm
    hoe = f" ({vorm})" if vorm else ""
    return f"{datum_lang(dag_van(gesprek).datum)}{tijd}{plaats}{hoe}"


def regimes(dossier: Dossier, contracten: tuple[str, ...]) -> list[Regime]:
    """The regimes of some contracts, each once."""
    eigen = (c.regime for c in dossier.contracten if c.id in contracten and c.regime)
    return list({regime.id: regime for regime in eigen}.values())


def themas(dossier: Dossier, kaart: Gesprekskaart) -> list[Thema]:
    """The fixed themes of a talk: those of its level where the regime has levels."""
    alle = [thema for regime in regimes(dossier, kaart.contracten) for thema in regime.themas]
    return list(
        {thema.id: thema for thema in alle if thema.niveau in (None, kaart.niveau)}.values()
    )


def vragen(dossier: Dossier, contracten: tuple[str, ...]) -> list[Bevindingsvraag]:
    """What every finding has to answer, each question once."""
    alle = (v for regime in regimes(dossier, contracten) for v in regime.bevindingsvragen)
    return list({vraag.id: vraag for vraag in alle}.values())


def mens(blik: Dossierblik, genodigde: Genodigde) -> dict[str, str]:
    """Somebody at the talk: the name on the card, else ours or theirs by id."""
    kaart = blik.dossier.aanbieder
    ons = blik.register.persoon(genodigde.persoon) if genodigde.persoon else None
    hunne = kaart.record.contactpersonen if kaart else ()
    hun = next((c for c in hunne if c.id == genodigde.persoon), None)
    bekend = ons or hun
    delen = [
        bekend.functie if bekend else genodigde.rol or "",
        "voorzitter" if genodigde.voorzitter == "ja" else "",
        f"bij {', '.join(genodigde.onderdelen)}" if genodigde.onderdelen else "",
    ]
    return {
        "naam": genodigde.naam or (bekend.naam if bekend else str(genodigde.persoon)),
        "partij": genodigde.partij,
        "functie": ", ".join(filter(None, delen)),
        "rol": genodigde.rol or "",
    }
