"""Floor 6, overzicht: the portfolio, one row for each dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.escalatie.hoogste import hoogste_stap, hoogste_trede
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import regelt
from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import TE_LAAT, Regel
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_lang
from clm_cli.views.opmaak import Cel, Gegevens, Inhoud, Papier, bijeen, dag_kort
from clm_cli.views.tabel import SMAL, Kolom, tabelregels

_KOLOMMEN = (
    Kolom("dossier", minst=12, hoogst=18),
    Kolom("manager", minst=9, hoogst=18),
    Kolom("cat."),
    Kolom("contr."),
    Kolom("trede"),
    Kolom("te laat wij", hoogst=7),
    Kolom("zij"),
    Kolom("gesprek"),
    Kolom("termijn"),
    Kolom("meld."),
)
_ROOM = 96
"""From this width on the manager has a column."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One dossier in figures; `categorieen` holds '?' where a contract should have one."""

    dossier: Dossier
    manager: str | None
    categorieen: tuple[str, ...]
    contracten: int
    zaken: int
    """Cases that are open."""
    trede: int
    laat_wij: int
    laat_zij: int
    gesprek: date | None
    termijn: date | None
    meldingen: int | None


@dataclass(frozen=True)
class Overzicht:
    """The portfolio on a day."""

    kijk: Kijk
    rijen: tuple[Rij, ...]


VOLGORDEN: dict[str, Callable[[Rij], object]] = {
    "naam": lambda rij: rij.dossier.id,
    "te-laat": lambda rij: (-rij.laat_wij, -rij.laat_zij),
    "termijn": lambda rij: rij.termijn or date.max,
    "gesprek": lambda rij: rij.gesprek or date.max,
    "trede": lambda rij: (-rij.trede, -rij.zaken),
    "categorie": lambda rij: [-int(c) if c.isdigit() else 0 for c in rij.categorieen[::-1]] or [1],
    "meldingen": lambda rij: -(rij.meldingen or 0),
}
"""In which order the rows can stand; what is equal goes by name."""


def gesorteerd(blad: Overzicht, op: str) -> Overzicht:
    """The same rows in one of the VOLGORDEN."""
    sleutel = VOLGORDEN[op]
    rijen = sorted(blad.rijen, key=lambda rij: (sleutel(rij), rij.dossier.id))
    return replace(blad, rijen=tuple(rijen))


def overzicht(
    kijk: Kijk,
    lijst: Werklijst,
    meldingen: Mapping[str, int] | None = None,
    blikken: Iterable[Dossierblik] | None = None,
) -> Overzicht:
    """A row for every dossier, or for those given; `lijst` is everybody's list, far ahead.

    `meldingen` counts them by dossier, and is None when nothing was checked.
    """
    per_dossier: defaultdict[str, list[Regel]] = defaultdict(list)
    for regel in lijst.regels:
        per_dossier[regel.punt.dossier].append(regel)
    rijen = (
        _rij(blik, per_dossier[blik.dossier.id], meldingen)
        for blik in (kijk.blikken if blikken is None else blikken)
    )
    return Overzicht(kijk, tuple(rijen))


def _rij(blik: Dossierblik, punten: list[Regel], meldingen: Mapping[str, int] | None) -> Rij:
    dossier, vandaag = blik.dossier, blik.vandaag
    laat = [regel.punt for regel in punten if regel.groep == TE_LAAT]
    lopend_nu = [contract for contract in dossier.contracten if loopt(contract, vandaag)]
    return Rij(
        dossier=dossier,
        manager=behandelaar(dossier, vandaag),
        categorieen=_categorieen(blik, lopend_nu),
        contracten=len(lopend_nu),
        zaken=sum(not gesloten(escalatie) for escalatie in dossier.escalaties),
        trede=hoogste_trede(dossier),
        laat_wij=sum(punt.bij == "wij" for punt in laat),
        laat_zij=sum(punt.bij != "wij" for punt in laat),
        gesprek=_eerste((r.punt for r in punten if r.punt.soort == "gesprek"), vandaag),
        termijn=_eerste((r.punt for r in punten if r.punt.soort != "gesprek"), vandaag),
        meldingen=None if meldingen is None else meldingen.get(dossier.id, 0),
    )


def _categorieen(blik: Dossierblik, lopend_nu: Iterable[Contract]) -> tuple[str, ...]:
    """The categories of the running contracts that may have one; '?' for who lacks it."""
    feiten = [
        huidige(blik.dossier, contract.id, blik.vandaag)
        for contract in lopend_nu
        if regelt(contract, "classificatie") != "nee"
    ]
    return tuple(sorted({str(feit.record.categorie) if feit else "?" for feit in feiten}))


def _eerste(punten: Iterable[Werkpunt], vandaag: date) -> date | None:
    """The first day from today on."""
    dagen = (punt.uiterlijk for punt in punten if punt.uiterlijk and punt.uiterlijk >= vandaag)
    return min(dagen, default=None)


def toon(blad: Overzicht, papier: Papier) -> str:
    """The portfolio as text."""
    register, vandaag = blad.kijk.register, blad.kijk.vandaag
    naam = register.organisatie.naam or ("organisatie onbekend: organisatie.yaml is niet gelezen")
    delen = papier.kop(Cel(f"OVERZICHT  {naam}", "vet"), f"stand {datum_lang(vandaag)}")
    if register.organisatie.fictief == "ja":
        delen += papier.alinea("Dit register is een verzonnen voorbeeld.")
    kolommen, cellen = list(_KOLOMMEN), [_cellen(register, rij, vandaag) for rij in blad.rijen]
    if SMAL <= papier.breedte < _ROOM:
        kolommen, cellen = [*kolommen[:1], *kolommen[2:]], [[*rij[:1], *rij[2:]] for rij in cellen]
    if not blad.rijen:
        return "\n".join([*delen, "", "Geen dossier past bij deze vraag."])
    delen += ["", *tabelregels(papier, kolommen, cellen)]
    return "\n".join([*delen, "", *_voet(papier, register, blad.rijen)])


def _cellen(register: Register, rij: Rij, vandaag: date) -> list[Inhoud]:
    ongelezen = rij.dossier.kapot or register.gedeeld.kapot
    geen = "?" if ongelezen else "–"  # what was not read may hold it
    trede = hoogste_stap(rij.dossier) or ("zaak open" if rij.zaken else geen)
    onleesbaar = rij.dossier.aanbieder is None
    return [
        rij.dossier.id,
        register.naam_van(rij.manager) if rij.manager else "?",
        "/".join(rij.categorieen) or ("?" if onleesbaar else "n.v.t." if rij.contracten else "–"),
        str(rij.contracten) if rij.contracten or not onleesbaar else "?",
        Cel(trede, "vet" if rij.trede else ""),
        Cel(str(rij.laat_wij), "rood") if rij.laat_wij else geen,
        Cel(str(rij.laat_zij), "rood") if rij.laat_zij else geen,
        dag_kort(rij.gesprek, vandaag) if rij.gesprek else geen,
        dag_kort(rij.termijn, vandaag) if rij.termijn else geen,
        "?" if rij.meldingen is None else str(rij.meldingen) if rij.meldingen else geen,
    ]


def _voet(papier: Papier, register: Register, alle: tuple[Rij, ...]) -> list[str]:
    wij, zij = sum(rij.laat_wij for rij in alle), sum(rij.laat_zij for rij in alle)
    delen = [
        f"{len(alle)} {'dossier' if len(alle) == 1 else 'dossiers'}",
        f"{sum(rij.contracten for rij in alle)} lopende contracten",
        f"te laat: {wij} bij ons, {zij} bij anderen",
        f"op een trede: {sum(rij.trede > 0 for rij in alle)}",
        f"meldingen: {sum(rij.meldingen or 0 for rij in alle)}",
    ]
    uit = papier.alinea(bijeen(delen))
    uitleg = {
        "?": (
            "onbekend: niet vastgelegd of niet te lezen",
            any("?" in rij.categorieen or not rij.manager for rij in alle) or bool(register.kapot),
        ),
        "n.v.t.": (
            "dit contract regelt geen classificatie",
            any(rij.contracten and not rij.categorieen for rij in alle),
        ),
    }
    noten = [f"{teken} {tekst}" for teken, (tekst, nodig) in uitleg.items() if nodig] + ["– geen"]
    uit += papier.alinea(Cel(bijeen(noten), "zwak"))
    if register.kapot:
        uit += papier.alinea(f"Niet gelezen: {', '.join(register.kapot)} (clm controleer)")
    return uit


def als_json(blad: Overzicht) -> list[Gegevens]:
    """The portfolio as data; null is unknown or none."""
    return [
        {
            "dossier": rij.dossier.id,
            "naam": rij.dossier.roepnaam(blad.kijk.vandaag),
            "contractmanager": rij.manager,
            "categorieen": list(rij.categorieen),
            "contracten": rij.contracten,
            "open_escalaties": rij.zaken,
            "trede": rij.trede,
            "te_laat_wij": rij.laat_wij,
            "te_laat_anderen": rij.laat_zij,
            "gesprek": rij.gesprek.isoformat() if rij.gesprek else None,
            "termijn": rij.termijn.isoformat() if rij.termijn else None,
            "meldingen": rij.meldingen,
            "niet_gelezen": list(rij.dossier.kapot),
        }
        for rij in blad.rijen
    ]
