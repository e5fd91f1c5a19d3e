"""Floor 6, afspraken: what was agreed and promised, by dossier, and where each stands."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.afspraken import Afspraak, afspraken
from clm_cli.derivations.filter import ALLE, Filter, past_dossier, past_verwezen
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Inhoud, Papier
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    Kolom("nr"),
    Kolom("wat", minst=24),
    Kolom("wie", minst=10, hoogst=22),
    Kolom("stand", minst=18, hoogst=34),
)


@value
class Afsprakenlijst:
    """What was agreed with some providers, by the dossier's id."""

    vandaag: date
    per_dossier: tuple[tuple[str, tuple[Afspraak, ...]], ...]
    gesloten: bool = False
    """Whether what was ended is among them."""


def afsprakenlijst(
    kijk: Kijk, dossier: Dossier | None = None, keuze: Filter = ALLE, *, gesloten: bool = False
) -> Afsprakenlijst:
    """What still runs, or all that was ever agreed; what runs and the first day go first."""
    blikken = [kijk.blik(dossier)] if dossier else kijk.blikken
    per = ((blik.dossier.id, _gevraagd(blik, keuze, gesloten=gesloten)) for blik in blikken)
    return Afsprakenlijst(kijk.vandaag, tuple(rij for rij in per if rij[1] or dossier), gesloten)


def _gevraagd(blik: Dossierblik, keuze: Filter, *, gesloten: bool) -> tuple[Afspraak, ...]:
    if not past_dossier(blik, keuze):
        return ()
    rijen = (
        rij
        for rij in afspraken(blik.dossier)
        if (gesloten or rij.loopt) and past_verwezen(blik.dossier, rij.contracten, keuze)
    )
    return tuple(sorted(rijen, key=_volgorde))


def _volgorde(rij: Afspraak) -> tuple[bool, date, date]:
    return not rij.loopt, rij.uiterlijk or date.max, rij.gemaakt


def toon(blad: Afsprakenlijst, papier: Papier) -> str:
    """All rows by dossier."""
    if not blad.per_dossier:
        open_ = "" if blad.gesloten else " open"
        return f"Er staat geen{open_} afspraak die u zoekt in dit register."
    uit: list[str] = []
    for naam, rijen in blad.per_dossier:
        hoeveel = f"{len(rijen)}" if rijen else "geen" if blad.gesloten else "geen die nog loopt"
        uit += [*papier.alinea(Cel(f"AFSPRAKEN {naam}: {hoeveel}", "vet")), ""]
        uit += tabelregels(papier, _KOLOMMEN, [_cellen(rij, blad.vandaag) for rij in rijen])
        uit.append("")
    lopend = [naam for naam, rijen in blad.per_dossier if any(rij.loopt for rij in rijen)]
    if lopend:
        af = opdracht("actie", "afgerond", lopend[0] if len(lopend) == 1 else "DOSSIER", "NR")
        uit += papier.alinea(
            f"{af} legt vast wat ervan kwam; liep het anders: verzet, overgedragen of vervallen."
        )
    return "\n".join(uit).rstrip()


def _cellen(rij: Afspraak, vandaag: date) -> list[Inhoud]:
    laat = rij.loopt and rij.uiterlijk is not None and rij.uiterlijk < vandaag
    waar = f"{rij.wat} ({rij.soort}, {rij.bron} van {datum_vol(rij.gemaakt)})"
    return [rij.deel.id, waar, rij.wie or "", Cel(stand(rij, vandaag), "rood" if laat else "")]


def stand(rij: Afspraak, vandaag: date) -> str:
    """Where it stands, in words."""
    if rij.stand.afloop:
        return rij.stand.afloop
    if rij.door_besluit:
        return f"vervallen door besluit {rij.door_besluit}"
    if rij.soort == "besluit":
        return "geldt"
    dag = f"uiterlijk {datum_vol(rij.uiterlijk)}" if rij.uiterlijk else "zonder datum"
    te_laat = ", voorbij" if rij.uiterlijk and rij.uiterlijk < vandaag else ""
    tot = rij.stand.geparkeerd_tot
    return f"{dag}{te_laat}" + (f", geparkeerd tot {datum_vol(tot)}" if tot else "")


def als_json(blad: Afsprakenlijst) -> list[Gegevens]:
    """The same as data."""
    return [
        {
            "dossier": naam,
            "nr": rij.deel.id,
            "soort": rij.soort,
            "wat": rij.wat,
            "partij": rij.partij,
            "wie": rij.wie,
            "gemaakt": rij.gemaakt,
            "uiterlijk": rij.uiterlijk,
            "loopt": rij.loopt,
            "stand": stand(rij, blad.vandaag),
            "contracten": list(rij.contracten),
            "verwijzing": rij.verwijzing,
        }
        for naam, rijen in blad.per_dossier
        for rij in rijen
    ]
