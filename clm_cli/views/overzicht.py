"""Floor 6, overzicht: the portfolio, one row for each dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from clm_cli.derivations.overzicht import Portret, portretten
from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import TE_LAAT, Regel
from clm_cli.kijk import Kijk
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_lang
from clm_cli.value import value
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


@value
class Rij:
    """One dossier with its work in figures."""

    van: Portret
    laat_wij: int
    laat_zij: int
    gesprek: date | None
    termijn: date | None
    meldingen: int | None


@value
class Overzicht:
    """The portfolio on a day."""

    kijk: Kijk
    rijen: tuple[Rij, ...]


VOLGORDEN: dict[str, Callable[[Rij], object]] = {
    "naam": lambda rij: rij.van.dossier,
    "te-laat": lambda rij: (-rij.laat_wij, -rij.laat_zij),
    "termijn": lambda rij: rij.termijn or date.max,
    "gesprek": lambda rij: rij.gesprek or date.max,
    "trede": lambda rij: (-rij.van.trede, -rij.van.zaken),
    "categorie": lambda rij: (
        [-int(c) if c.isdigit() else 0 for c in rij.van.categorieen[::-1]] or [1]
    ),
    "meldingen": lambda rij: -(rij.meldingen or 0),
}
"""In which order the rows can stand; what is equal goes by name."""


def gesorteerd(blad: Overzicht, op: str) -> Overzicht:
    """The same rows in one of the VOLGORDEN."""
    sleutel = VOLGORDEN[op]
    rijen = sorted(blad.rijen, key=lambda rij: (sleutel(rij), rij.van.dossier))
    return replace(blad, rijen=tuple(rijen))


def overzicht(
    kijk: Kijk,
    lijst: Werklijst,
    meldingen: Mapping[str, int] | None = None,
    gevraagd: Iterable[Portret] | None = None,
) -> Overzicht:
    """A row for every dossier, or for those given; `lijst` is everybody's list, far ahead.

    `meldingen` counts them by dossier, and is None when nothing was checked.
    """
    per_dossier: defaultdict[str, list[Regel]] = defaultdict(list)
    for regel in lijst.regels:
        per_dossier[regel.punt.dossier].append(regel)
    rijen = (
        _rij(een, per_dossier[een.dossier], meldingen, kijk.vandaag)
        for een in (portretten(kijk) if gevraagd is None else gevraagd)
    )
    return Overzicht(kijk, tuple(rijen))


def _rij(
    een: Portret, punten: list[Regel], meldingen: Mapping[str, int] | None, vandaag: date
) -> Rij:
    laat = [regel.punt for regel in punten if regel.groep == TE_LAAT]
    return Rij(
        van=een,
        laat_wij=sum(punt.bij == "wij" for punt in laat),
        laat_zij=sum(punt.bij != "wij" for punt in laat),
        gesprek=_eerste((r.punt for r in punten if r.punt.soort == "gesprek"), vandaag),
        termijn=_eerste((r.punt for r in punten if r.punt.soort != "gesprek"), vandaag),
        meldingen=None if meldingen is None else meldingen.get(een.dossier, 0),
    )


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
    een = rij.van
    ongelezen = een.kapot or register.gedeeld.kapot
    geen = "?" if ongelezen else "–"  # what was not read may hold it
    anders = "?" if een.onleesbaar else "n.v.t." if een.contracten else "–"
    return [
        een.dossier,
        register.naam_van(een.manager) if een.manager else "?",
        "/".join(een.categorieen) or anders,
        str(een.contracten) if een.contracten or not een.onleesbaar else "?",
        Cel(een.stap or ("zaak open" if een.zaken else geen), "vet" if een.trede else ""),
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
        f"{sum(rij.van.contracten for rij in alle)} lopende contracten",
        f"te laat: {wij} bij ons, {zij} bij anderen",
        f"op een trede: {sum(rij.van.trede > 0 for rij in alle)}",
        f"meldingen: {sum(rij.meldingen or 0 for rij in alle)}",
    ]
    uit, portretten = papier.alinea(bijeen(delen)), [rij.van for rij in alle]
    kapot = register.kapot_gebleken
    uitleg = {
        "?": (
            "onbekend: niet vastgelegd of niet te lezen",
            any("?" in r.categorieen or not r.manager for r in portretten) or bool(kapot),
        ),
        "n.v.t.": (
            "dit contract regelt geen classificatie",
            any(r.contracten and not r.categorieen for r in portretten),
        ),
    }
    noten = [f"{teken} {tekst}" for teken, (tekst, nodig) in uitleg.items() if nodig] + ["– geen"]
    uit += papier.alinea(Cel(bijeen(noten), "zwak"))
    if kapot:
        uit += papier.alinea(f"Niet gelezen: {', '.join(kapot)} (clm controleer)")
    return uit


def als_json(blad: Overzicht) -> list[Gegevens]:
    """The portfolio as data; null is unknown or none."""
    return [
        {
            "dossier": rij.van.dossier,
            "naam": rij.van.naam,
            "contractmanager": rij.van.manager,
            "categorieen": list(rij.van.categorieen),
            "contracten": rij.van.contracten,
            "open_escalaties": rij.van.zaken,
            "trede": rij.van.trede,
            "te_laat_wij": rij.laat_wij,
            "te_laat_anderen": rij.laat_zij,
            "gesprek": rij.gesprek.isoformat() if rij.gesprek else None,
            "termijn": rij.termijn.isoformat() if rij.termijn else None,
            "meldingen": rij.meldingen,
            "niet_gelezen": list(rij.van.kapot),
        }
        for rij in blad.rijen
    ]
