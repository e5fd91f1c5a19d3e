"""Floor 6, overzicht: the portfolio, one row for each dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.escalatie.zaken import gesloten, lopend
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.werklijst import GROEPEN, Werklijst
from clm_cli.records.escalatie import Opening
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN, datum_lang
from clm_cli.views.opmaak import SMAL, Cel, Inhoud, Kolom, Papier, bijeen, dag, tabelregels

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
_MAART = 3
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


def hoogste_trede(dossier: Dossier, contract: str | None = None) -> int:
    """The highest measure that is neither lifted nor closed, of one contract or of all.

    0 when there is none.
    """
    treden = [
        maatregel.record.trede
        for escalatie in dossier.escalaties
        if not gesloten(escalatie)
        and (contract is None or _raakt(escalatie.van(Opening), contract))
        for maatregel in lopend(dossier, escalatie)
    ]
    return max(treden, default=0)


def _raakt(openingen: Any, contract: str) -> bool:
    return any(contract in opening.record.contracten for opening in openingen)


def kent(contract: Contract, onderwerp: str) -> bool:
    """Whether the contract may say anything on a subject; unknown counts as may."""
    return onderwerp not in {stilte.onderwerp for stilte in contract.regime.zwijgt_over}


def rijen(
    register: Register, lijst: Werklijst, vandaag: date, meldingen: Mapping[str, int] | None = None
) -> tuple[Rij, ...]:
    """A row for every dossier; `lijst` is everybody's list, far ahead."""
    return tuple(_rij(dossier, lijst, vandaag, meldingen) for dossier in register.dossiers.values())


def _rij(
    dossier: Dossier, lijst: Werklijst, vandaag: date, meldingen: Mapping[str, int] | None
) -> Rij:
    punten = [regel for regel in lijst.regels if regel.punt.dossier == dossier.id]
    laat = [regel.punt for regel in punten if regel.groep == GROEPEN[0]]
    komend = [
        (r.punt.uiterlijk, r.punt.soort)
        for r in punten
        if r.punt.uiterlijk and r.punt.uiterlijk >= vandaag
    ]
    lopend_nu = [contract for contract in dossier.contracten if loopt(contract, vandaag)]
    besloten = [
        (f := huidige(dossier, c.id, vandaag)) and str(f.record.categorie)
        for c in lopend_nu
        if kent(c, "classificatie")
    ]
    return Rij(
        dossier=dossier,
        manager=behandelaar(dossier, vandaag),
        categorieen=tuple(sorted({categorie or "?" for categorie in besloten})),
        contracten=len(lopend_nu),
        zaken=sum(not gesloten(escalatie) for escalatie in dossier.escalaties),
        trede=hoogste_trede(dossier),
        laat_wij=sum(punt.bij == "wij" for punt in laat),
        laat_zij=sum(punt.bij != "wij" for punt in laat),
        gesprek=min((datum for datum, soort in komend if soort == "gesprek"), default=None),
        termijn=min((datum for datum, soort in komend if soort != "gesprek"), default=None),
        meldingen=None if meldingen is None else meldingen.get(dossier.id, 0),
    )


def toon(
    register: Register,
    lijst: Werklijst,
    vandaag: date,
    breedte: int,
    *,
    meldingen: Mapping[str, int] | None = None,
    kleur: bool = False,
) -> str:
    """The portfolio as text; `meldingen` counts them by dossier."""
    papier, alle = Papier(breedte, kleur), rijen(register, lijst, vandaag, meldingen)
    naam = register.organisatie.naam or ("organisatie onbekend: organisatie.yaml is niet gelezen")
    delen = papier.kop(Cel(f"OVERZICHT  {naam}", "vet"), f"stand {datum_lang(vandaag)}")
    if register.organisatie.fictief == "ja":
        delen += papier.alinea("Dit register is een verzonnen voorbeeld.")
    kolommen, cellen = list(_KOLOMMEN), [_cellen(register, rij, vandaag) for rij in alle]
    if SMAL <= papier.breedte < _ROOM:
        kolommen, cellen = [*kolommen[:1], *kolommen[2:]], [[*rij[:1], *rij[2:]] for rij in cellen]
    delen += ["", *tabelregels(papier, kolommen, cellen)]
    return "\n".join([*delen, "", *_voet(papier, register, alle)])


def _cellen(register: Register, rij: Rij, vandaag: date) -> list[Inhoud]:
    trede = str(rij.trede) if rij.trede else "zaak open" if rij.zaken else "–"
    onleesbaar = rij.dossier.aanbieder is None
    return [
        rij.dossier.id,
        register.naam_van(rij.manager) if rij.manager else "?",
        "/".join(rij.categorieen) or ("?" if onleesbaar else "n.v.t." if rij.contracten else "–"),
        str(rij.contracten) if rij.contracten or not onleesbaar else "?",
        Cel(trede, "vet" if rij.trede else ""),
        Cel(str(rij.laat_wij), "rood") if rij.laat_wij else "–",
        Cel(str(rij.laat_zij), "rood") if rij.laat_zij else "–",
        _kort(rij.gesprek, vandaag),
        _kort(rij.termijn, vandaag),
        "?" if rij.meldingen is None else str(rij.meldingen) if rij.meldingen else "–",
    ]


def _kort(datum: date | None, vandaag: date) -> str:
    """'do  8 okt', with a year when that is another one."""
    if datum is None:
        return "–"
    if datum.year != vandaag.year:
        return dag(datum, vandaag)
    return (
        f"{WEEKDAGEN[datum.weekday()][:2]} {datum.day:>2} "
        f"{'mrt' if datum.month == _MAART else MAANDEN[datum.month - 1][:3]}"
    )


def _voet(papier: Papier, register: Register, alle: tuple[Rij, ...]) -> list[str]:
    wij, zij = sum(rij.laat_wij for rij in alle), sum(rij.laat_zij for rij in alle)
    delen = [
        f"{len(alle)} {'dossier' if len(alle) == 1 else 'dossiers'}",
        f"{sum(rij.contracten for rij in alle)} lopende contracten",
    ]
    delen += [
        f"te laat: {wij} bij ons, {zij} bij anderen",
        f"op een trede: {sum(rij.trede > 0 for rij in alle)}",
    ]
    delen += [f"meldingen: {sum(rij.meldingen or 0 for rij in alle)}"]
    uit = papier.alinea(bijeen(delen))
    uitleg = {
        "?": (
            "onbekend: niet vastgelegd of niet te lezen",
            any("?" in rij.categorieen or not rij.manager for rij in alle),
        ),
        "n.v.t.": (
            "dit contract regelt geen classificatie",
            any(rij.contracten and not rij.categorieen for rij in alle),
        ),
    }
    noten = [f"{teken} {tekst}" for teken, (tekst, nodig) in uitleg.items() if nodig] + ["– geen"]
    uit += papier.alinea(Cel(bijeen(noten), "zwak"))
    return [
        *uit,
        *(
            papier.alinea(f"Niet gelezen: {', '.join(register.kapot)} (clm controleer)")
            if register.kapot
            else []
        ),
    ]


def als_json(
    register: Register, lijst: Werklijst, vandaag: date, meldingen: Mapping[str, int] | None = None
) -> list[dict[str, Any]]:
    """The portfolio as data; null is unknown or none."""
    return [
        {
            "dossier": rij.dossier.id,
            "naam": rij.dossier.roepnaam(vandaag),
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
        for rij in rijen(register, lijst, vandaag, meldingen)
    ]
