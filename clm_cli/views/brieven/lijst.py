"""Floor 6, lijst: all letters, ours and theirs, with where each stands."""

from __future__ import annotations

from clm_cli.derivations.brieven.stand import Briefstand, brieven
from clm_cli.derivations.filter import ALLE, Filter, past_bestand, past_dossier
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier


@value
class Brievenlijst:
    """The letters of some dossiers, by the dossier's id."""

    per_dossier: tuple[tuple[str, tuple[Briefstand, ...]], ...]
    dossier: Dossier | None = None
    """The dossier that was asked for; None when all were."""
    gekozen: bool = False
    """Whether only some letters were asked for."""


def brievenlijst(kijk: Kijk, dossier: Dossier | None = None, keuze: Filter = ALLE) -> Brievenlijst:
    """The letters that are asked for, of one dossier or of every dossier that has one."""
    blikken = [kijk.blik(dossier)] if dossier else [b for b in kijk.blikken if b.dossier.brieven]
    per = [(blik.dossier.id, _gevraagd(blik, keuze)) for blik in blikken]
    rijen = tuple((id_, brieven_) for id_, brieven_ in per if brieven_ or dossier)
    return Brievenlijst(rijen, dossier, gekozen=keuze != ALLE)


def _gevraagd(blik: Dossierblik, keuze: Filter) -> tuple[Briefstand, ...]:
    if keuze.wie and not past_dossier(blik, Filter(wie=keuze.wie)):
        return ()
    rijen = brieven(blik)
    return tuple(r for r in rijen if past_bestand(blik.dossier, r.brief.kaart, keuze))


def toon(blad: Brievenlijst, papier: Papier) -> str:
    """All letters by dossier, each with where it stands and what it waits for."""
    if not blad.per_dossier:
        welke = "brief die u zoekt" if blad.gekozen else "brief"
        return f"Er staat nog geen {welke} in dit register."
    uit: list[str] = []
    for naam, rijen in blad.per_dossier:
        wacht = sum(rij.wacht is not None for rij in rijen)
        hoeveel = f"{len(rijen)}, waarvan {wacht} nog iets vragen" if rijen else "nog geen"
        uit += papier.alinea(Cel(f"BRIEVEN {naam}: {hoeveel}", "vet"))
        for rij in rijen:
            uit += _brief(papier, rij)
        uit.append("")
    return "\n".join(uit)


def _brief(papier: Papier, rij: Briefstand) -> list[str]:
    kaart = rij.brief.kaart.record
    van = "van hen" if kaart.richting == "inkomend" else "van ons"
    uit = [
        "",
        *papier.alinea(Cel(rij.brief.id, "vet"), 2),
        *papier.alinea(f"{van}, {datum_vol(kaart.datum)}: {kaart.onderwerp}", 4),
    ]
    uit += papier.alinea(Cel(rij.zin, "rood" if rij.toestand == "retour" else ""), 4, "stand:   ")
    uit += papier.alinea(rij.akkoord, 4, "akkoord: ") if rij.akkoord else []
    uit += papier.alinea("; ".join(rij.genoemd), 4, "dagen:   ") if rij.genoemd else []
    uit += papier.alinea(rij.wacht, 4, "wacht:   ") if rij.wacht else []
    uit += papier.alinea(rij.nu, 4, "nu:      ") if rij.nu else []
    return uit


def als_json(blad: Brievenlijst) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "dossier": naam,
            "brief": rij.brief.id,
            "richting": rij.brief.kaart.record.richting,
            "soort": rij.brief.kaart.record.soort,
            "onderwerp": rij.brief.kaart.record.onderwerp,
            "datum": rij.brief.kaart.record.datum,
            "toestand": rij.toestand,
            "zin": rij.zin,
            "akkoord": rij.akkoord,
            "genoemd": list(rij.genoemd),
            "wacht": rij.wacht,
            "nu": rij.nu,
        }
        for naam, rijen in blad.per_dossier
        for rij in rijen
    ]
