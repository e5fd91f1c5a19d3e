"""Floor 6, dossierkop: who the provider is, who manages it, how it is classified.

And who works there.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from clm_cli.bestand import Bestand, geldend
from clm_cli.derivations.classificatie import categorie, huidige, score
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import uitgangsbeleid
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Classificatie
from clm_cli.register import Dossier
from clm_cli.tijd.datum import MAANDEN, datum_lang, datum_vol, getal
from clm_cli.views.opmaak import Cel, Papier, bijeen
from clm_cli.views.overzicht import kent


def kop(papier: Papier, blik: Dossierblik) -> list[str]:
    """The head of the page."""
    naam, kaart = blik.dossier.naam(blik.vandaag), blik.dossier.aanbieder
    links = f"{naam.roepnaam} · {naam.statutair}" if naam else f"{blik.dossier.id} · naam onbekend"
    uit = papier.kop(Cel(links, "vet"), f"stand {datum_lang(blik.vandaag)}")
    if kaart is None:
        return [
            *uit,
            *papier.alinea(
                (
                    "aanbieder.yaml ontbreekt of is niet gelezen, dus wie dit is, is onbekend "
                    "(clm controleer)"
                ),
                0,
                "? ",
            ),
        ]
    record = kaart.record
    agb = f"AGB {', '.join(record.agb)}" if record.agb else "AGB niet vastgelegd"
    uit += papier.alinea(
        bijeen(
            (
                f"{record.inschrijving} ({_uittreksel(record.uittreksel, blik.vandaag)})",
                agb,
                record.postadres.plaats,
            )
        )
    )
    uit += papier.alinea(bijeen(_wie(blik)))
    if record.opgegaan_in:
        uit += papier.alinea(
            f"Opgegaan in {record.opgegaan_in.dossier} per {datum_vol(record.opgegaan_in.per)} "
            f"({record.opgegaan_in.grond})"
        )
    return [*uit, *_categorieen(papier, blik)]


def _uittreksel(dag: date | None, vandaag: date) -> str:
    if dag is None:
        return "geen uittreksel vastgelegd"
    dagen = (vandaag - dag).days
    return f"uittreksel {datum_vol(dag)}, {dagen} {'dag' if dagen == 1 else 'dagen'} oud"


def _wie(blik: Dossierblik) -> list[str]:
    """The case number, and who manages, administers and replaces."""
    kaart = blik.dossier.aanbieder
    assert kaart is not None
    manager = behandelaar(blik.dossier, blik.vandaag)
    rij = geldend(kaart.record.behandelaars, blik.vandaag)
    delen = [f"zaak {kaart.record.zaaknummer}"] if kaart.record.zaaknummer else []
    delen.append(
        "contractmanager "
        f"{blik.register.naam_van(manager) if manager else '? (nog niemand op deze dag)'}"
    )
    delen += (
        [f"beheer {blik.register.naam_van(rij.contractbeheer)}"]
        if rij and rij.contractbeheer
        else []
    )
    personen = blik.register.organisatie.personen if blik.register.organisatie else ()
    delen += [
        f"vervanger {persoon.naam} tot en met {datum_vol(v.tot)}"
        for persoon in personen
        for v in persoon.vervangt
        if v.wie == manager and v.van <= blik.vandaag <= v.tot
    ]
    return [delen[0][:1].upper() + delen[0][1:], *delen[1:]]


def _huidig(dossier: Dossier, vandaag: date) -> list[Bestand[Classificatie]]:
    """The classifications in force, each once."""
    return list(
        {
            feit.pad: feit for c in dossier.contracten if (feit := huidige(dossier, c.id, vandaag))
        }.values()
    )


def _categorieen(papier: Papier, blik: Dossierblik) -> list[str]:
    uit: list[str] = []
    beleid = uitgangsbeleid(blik.register, blik.vandaag)
    feiten = _huidig(blik.dossier, blik.vandaag)
    for feit in feiten:
        rij, bestand = categorie(blik.register, feit), blik.register.beleid.get(feit.record.beleid)
        punten = score(bestand.record, feit.record.invoer) if bestand else None
        hoeveel = (
            f" van {max(c.categorie for c in bestand.record.categorieen)}"
            if bestand and bestand.record.categorieen
            else ""
        )
        titel = f", {rij.titel}" if rij else f" (beleid {feit.record.beleid} is onbekend)"
        van = f"score {getal(punten)} van" if punten is not None else "score onbekend, besloten"
        wie = (
            f" voor {', '.join(feit.record.contracten)}" if len(blik.dossier.contracten) > 1 else ""
        )
        uit += papier.alinea(
            f"Categorie {feit.record.categorie}{hoeveel}{titel} ({van} "
            f"{datum_vol(feit.record.datum)}){wie}"
        )
        if rij:
            maanden = (
                ", ".join(MAANDEN[maand - 1][:3] for maand in beleid.gespreksmaanden)
                if beleid
                else ""
            )
            uit += papier.alinea(
                f"{rij.gesprekken_per_jaar} gesprekken per "
                f"jaar{f'; gespreksmaanden {maanden}' if maanden else ''}"
            )
    gedekt = {id_ for feit in feiten for id_ in feit.record.contracten}
    zonder = [
        c.id for c in blik.dossier.contracten if c.id not in gedekt and kent(c, "classificatie")
    ]
    stil = [c.id for c in blik.dossier.contracten if not kent(c, "classificatie")]
    uit += (
        papier.alinea(
            f"Categorie van {', '.join(zonder)}: onbekend, er is geen classificatie vastgelegd",
            0,
            "? ",
        )
        if zonder
        else []
    )
    return [
        *uit,
        *(
            papier.alinea(
                f"Classificatie van {', '.join(stil)}: niet geregeld in deze overeenkomst"
            )
            if stil
            else []
        ),
    ]


def categorie_json(blik: Dossierblik) -> list[dict[str, Any]]:
    """The classifications in force as data."""
    return [
        {
            "contracten": list(feit.record.contracten),
            "categorie": feit.record.categorie,
            "titel": rij.titel if (rij := categorie(blik.register, feit)) else None,
            "gesprekken_per_jaar": rij.gesprekken_per_jaar if rij else None,
            "datum": feit.record.datum.isoformat(),
        }
        for feit in _huidig(blik.dossier, blik.vandaag)
    ]


def mensen(papier: Papier, dossier: Dossier, vandaag: date) -> list[str]:
    """The people at the provider who are still there."""
    alle = dossier.aanbieder.record.contactpersonen if dossier.aanbieder else ()
    namen = [
        f"{mens.naam}, {mens.functie}" for mens in alle if mens.tot is None or mens.tot >= vandaag
    ]
    return papier.alinea(
        bijeen(namen) or "? er zijn geen contactpersonen vastgelegd", 0, Cel("MENSEN", "vet"), 8
    )
