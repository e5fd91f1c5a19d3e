"""Floor 6, aandacht: what asks attention now, and how much is open."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.onverwerkt import onverwerkt
from clm_cli.derivations.escalatie.hoogste import hoogste_van
from clm_cli.derivations.escalatie.stand import verteld
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.lijstrijen import open_rijen
from clm_cli.derivations.namen import genoemd
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import MISSCHIEN, TE_LAAT, Regel
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_kort
from clm_cli.views.dossier.blad import Dossierblad
from clm_cli.views.opmaak import Cel, Papier, bijeen, dag
from clm_cli.woorden import kort

_EERST = 3
"""So many of a kind are named; the rest is counted."""
_BIJ = {"wij": "ONS", "aanbieder": "de aanbieder", "beide": "beide", "collega": "een ander"}


def let_op(papier: Papier, blad: Dossierblad) -> list[str]:
    """The cases, what is late, what has no day, and what could not be read."""
    dossier, lijst = blad.blik.dossier, blad.lijst
    uit: list[str] = []
    for escalatie in dossier.escalaties:
        uit += [] if gesloten(escalatie) else _zaak(papier, blad, escalatie)
    laat = lijst.groep(TE_LAAT)
    if laat:
        wij = sum(regel.punt.bij == "wij" for regel in laat)
        eerst = sorted(laat, key=lambda regel: regel.punt.bij != "wij")[:_EERST]
        noemen = ", ".join(_kort(regel) for regel in eerst) + _rest(dossier, len(laat))
        uit += papier.alinea(f"{len(laat)} te laat, waarvan {wij} bij ons: {noemen}", 1, "! ")
    if misschien := lijst.groep(MISSCHIEN):
        waar = opdracht("werklijst", dossier.id, alles=True)
        uit += papier.alinea(f"{len(misschien)} misschien te laat ({waar})", 1, "? ")
    zonder = [
        regel.punt
        for regel in lijst.regels
        if regel.punt.uiterlijk is None and not regel.punt.stil and regel.punt.bij != "collega"
    ]
    for punt in zonder[:_EERST]:
        reden = f" ({punt.omdat[-1].tekst})" if punt.omdat else ""
        uit += papier.alinea(f"Zonder datum: {punt.wat}{reden}", 1, "? ")
    if len(zonder) > _EERST:
        uit += papier.alinea(f"Zonder datum{_rest(dossier, len(zonder))}", 1, "? ")
    if dossier.kapot:
        nu = opdracht("controleer", dossier.id)
        tekst = f"Niet gelezen, dus hier niet meegeteld: {', '.join(dossier.kapot)} ({nu})"
        uit += papier.alinea(tekst, 1, "? ")
    return [*papier.titel("LET OP"), *uit] if uit else []


def _rest(dossier: Dossier, aantal: int) -> str:
    """How many more there are than are named, and where they all stand."""
    meer = aantal - _EERST
    if meer <= 0:
        return ""
    return f", en nog {meer} ({opdracht('werklijst', dossier.id, alles=True)})"


def _kort(regel: Regel) -> str:
    punt = regel.punt
    return f"{kort(punt.wat)} bij {_BIJ[punt.bij]} ({abs(regel.werkdagen or 0)} wd)"


def _zaak(papier: Papier, blad: Dossierblad, escalatie: Escalatie) -> list[str]:
    """A case: its highest running measure and the terms that run on it, or stand still."""
    tekst = f"Escalatie {escalatie.id} over {_waarover(escalatie)}"
    uit = papier.alinea(f"{tekst}: {_stand(blad.blik, escalatie)}", 1, "! ")
    eigen = {feit.id for feit in escalatie.bestanden}
    eigen |= {post.brief.kaart.id for post in onverwerkt(blad.blik, escalatie)}
    for punt in (regel.punt for regel in blad.lijst.regels):
        if punt.verwijzing in eigen:
            wanneer = _wanneer(blad, punt)
            uit += papier.alinea(f"{punt.wat}: {wanneer} ({punt.bij}, {punt.grond})", 3, "- ")
    return uit


def _waarover(escalatie: Escalatie) -> str:
    opening = escalatie.opening
    return (
        ", ".join(opening.record.contracten) if opening else "een contract dat niet is vastgelegd"
    )


def _stand(blik: Dossierblik, escalatie: Escalatie) -> str:
    hoogste = hoogste_van(blik, escalatie)
    if hoogste is None:
        return "geen maatregel van kracht"
    record = hoogste.record
    naam = genoemd(blik, "instrument", record.instrument)
    trede = bij_trede(hoogste.contract.regime, record.trede, "{}, ")
    if not verteld(hoogste):
        return f"{trede}{naam}, besloten op {datum_kort(record.datum)} en nog niet meegedeeld"
    return f"{trede.upper()}{naam}, sinds {datum_kort(record.ingaat)}"


def _wanneer(blad: Dossierblad, punt: Werkpunt) -> str:
    if punt.stil:
        return "staat STIL"
    if punt.uiterlijk is None:
        return "datum onbekend"
    return " ".join(f"uiterlijk {dag(punt.uiterlijk, blad.blik.vandaag)}".split())


def open_(papier: Papier, blad: Dossierblad) -> list[str]:
    """How much is open of each kind."""
    punten = [regel.punt for regel in blad.lijst.regels]
    acties = [punt for punt in punten if punt.soort in ("actie", "toezegging")]
    wij, zij = (sum(p.bij == bij for p in acties) for bij in ("wij", "aanbieder"))
    bij = f" (WIJ {wij}, aanbieder {zij})" if acties else ""
    vragen = [punt.kenmerk or "?" for punt in punten if punt.soort == "onduidelijkheid"]
    geparkeerd = len(blad.lijst.geparkeerd)
    delen = [
        f"acties en toezeggingen {len(acties)}{bij}",
        f"signalen {sum(p.soort == 'signaal' for p in punten)}",
        _risicos(blad.blik.dossier),
        f"onduidelijkheden {len(vragen)}" + (f" ({', '.join(vragen)})" if vragen else ""),
        f"verplichtingen met een datum {sum(p.soort == 'verplichting' for p in punten)}",
        *([f"geparkeerd {geparkeerd}"] if geparkeerd else []),
    ]
    return ["", *papier.alinea(bijeen(delen), 0, Cel("OPEN", "vet"), 8)]


def _risicos(dossier: Dossier) -> str:
    open_risicos = list(open_rijen(dossier, "risicos"))
    hoog = sum("hoog" in (rij.kans, rij.gevolg) for rij in open_risicos)
    erbij = f" ({hoog} met een hoge kans of een hoog gevolg)" if hoog else ""
    return f"risico's {len(open_risicos)}{erbij}"
