"""Floor 6, kop: who the provider is, who manages it, how it is classified, who is there."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.adressen import contactpersonen
from clm_cli.derivations.classificatie import categorie, huidige, komende, per_contract, score
from clm_cli.derivations.klassen import klasse_op
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import regelt, uitgangsbeleid
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.records.basis import geldend
from clm_cli.records.classificatie import Classificatie
from clm_cli.tijd.datum import MAANDEN, datum_lang, datum_vol, getal
from clm_cli.views.opmaak import Cel, Gegevens, Papier, bijeen
from clm_cli.woorden import met_hoofdletter


def kop(papier: Papier, blik: Dossierblik) -> list[str]:
    """The head of the page."""
    dossier, vandaag = blik.dossier, blik.vandaag
    naam, kaart = dossier.naam(vandaag), dossier.aanbieder
    namen = dict.fromkeys((naam.roepnaam, naam.statutair)) if naam else ()
    links = " · ".join(namen) if naam else f"{dossier.id} · naam onbekend"
    uit = papier.kop(Cel(links, "vet"), f"stand {datum_lang(vandaag)}")
    if kaart is None:
        tekst = (
            "aanbieder.yaml ontbreekt of is niet gelezen, dus wie dit is, is onbekend "
            "(clm controleer)"
        )
        return [*uit, *papier.alinea(tekst, 0, "? ")]
    record = kaart.record
    agb = f"AGB {', '.join(record.agb)}" if record.agb else "AGB niet vastgelegd"
    wie = f"{record.inschrijving} ({_uittreksel(record.uittreksel, vandaag)})"
    uit += papier.alinea(bijeen((wie, agb, record.postadres.plaats)))
    uit += papier.alinea(bijeen(_wie(blik, record)))
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


def _wie(blik: Dossierblik, aanbieder: Aanbieder) -> list[str]:
    """The case number, and who manages, administers and replaces."""
    register, vandaag = blik.register, blik.vandaag
    manager = behandelaar(blik.dossier, vandaag)
    rij = geldend(aanbieder.behandelaars, vandaag)
    naam = register.naam_van(manager) if manager else "? (nog niemand op deze dag)"
    delen = [f"zaak {aanbieder.zaaknummer}"] if aanbieder.zaaknummer else []
    delen.append(f"contractmanager {naam}")
    if rij and rij.contractbeheer:
        delen.append(f"beheer {register.naam_van(rij.contractbeheer)}")
    delen += [
        f"vervanger {persoon.naam} tot en met {datum_vol(v.tot)}"
        for persoon in register.organisatie.personen
        for v in persoon.vervangt
        if v.wie == manager and v.van <= vandaag <= v.tot
    ]
    return [met_hoofdletter(delen[0]), *delen[1:]]


def _categorieen(papier: Papier, blik: Dossierblik) -> list[str]:
    """The classifications in force, and the contracts that have none or may not have one."""
    contracten, feiten = blik.dossier.contracten, per_contract(blik, huidige)
    later = per_contract(blik, komende)
    uit = [regel for feit in feiten for regel in _categorie(papier, blik, feit)]
    uit += [regel for feit in later for regel in papier.alinea(_vanaf(blik, feit))]
    gedekt = {id_ for feit in (*feiten, *later) for id_ in feit.record.contracten}
    zonder = [
        c.id for c in contracten if c.id not in gedekt and regelt(c, "classificatie") != "nee"
    ]
    stil = [c.id for c in contracten if regelt(c, "classificatie") == "nee"]
    volgens = [(c, klasse) for c in contracten if (klasse := klasse_op(blik, c))]
    for contract, uitkomst in volgens if not blik.kijk.exemplaar else ():
        heet = uitkomst.klasse.titel if uitkomst.klasse else "onbekend"
        redenen = "; ".join(reden.tekst for reden in uitkomst.omdat)
        tekst = f"Klasse van {contract.id} volgens het contract: {heet} ({redenen})"
        uit += papier.alinea(tekst, 0, "" if uitkomst.klasse else "? ")
    if zonder and not blik.kijk.exemplaar:
        wat = "gelezen" if blik.ongelezen else "vastgelegd"
        tekst = f"{', '.join(zonder)}: onbekend, er is geen classificatie {wat}"
        uit += papier.alinea(f"Categorie van {tekst}", 0, "? ")
    if stil:
        tekst = f"{', '.join(stil)}: niet geregeld in deze overeenkomst"
        uit += papier.alinea(f"Classificatie van {tekst}")
    return uit


def _vanaf(blik: Dossierblik, feit: Bestand[Classificatie]) -> str:
    """What will hold, from when, and when that was decided."""
    record, rij = feit.record, categorie(blik.register, feit)
    titel = f" ({rij.titel}, {rij.gesprekken_per_jaar} gesprekken per jaar)" if rij else ""
    wie = f" voor {', '.join(record.contracten)}" if len(blik.dossier.contracten) > 1 else ""
    return (
        f"Vanaf {datum_vol(record.geldig_vanaf)} categorie {record.categorie}{titel}{wie}, "
        f"besloten op {datum_vol(record.datum)}"
    )


def _categorie(papier: Papier, blik: Dossierblik, feit: Bestand[Classificatie]) -> list[str]:
    """One classification: its category, its score, and the rhythm of talks it gives."""
    record, rij = feit.record, categorie(blik.register, feit)
    bestand = blik.register.beleid.get(record.beleid)
    punten = score(bestand.record, record.invoer) if bestand else None
    soorten = bestand.record.categorieen if bestand else ()
    hoeveel = f" van {max(c.categorie for c in soorten)}" if soorten else ""
    titel = f", {rij.titel}" if rij else f" (beleid {record.beleid} is onbekend)"
    van = f"score {getal(punten)} van" if punten is not None else "score onbekend, besloten"
    van = "van" if blik.kijk.exemplaar else van
    wie = f" voor {', '.join(record.contracten)}" if len(blik.dossier.contracten) > 1 else ""
    uit = papier.alinea(
        f"Categorie {record.categorie}{hoeveel}{titel} ({van} {datum_vol(record.datum)}){wie}"
    )
    if rij:
        beleid = uitgangsbeleid(blik.register, blik.vandaag)
        namen = ", ".join(MAANDEN[m - 1][:3] for m in beleid.gespreksmaanden)
        maanden = f"; gespreksmaanden {namen}" if namen else ""
        uit += papier.alinea(f"{rij.gesprekken_per_jaar} gesprekken per jaar{maanden}")
    return uit


def categorie_json(blik: Dossierblik) -> list[Gegevens]:
    """The classifications in force, and those that take effect later, as data."""
    return [
        {
            "contracten": list(feit.record.contracten),
            "categorie": feit.record.categorie,
            "titel": rij.titel if (rij := categorie(blik.register, feit)) else None,
            "gesprekken_per_jaar": rij.gesprekken_per_jaar if rij else None,
            "datum": feit.record.datum.isoformat(),
            "geldig_vanaf": feit.record.geldig_vanaf.isoformat(),
        }
        for feit in (*per_contract(blik, huidige), *per_contract(blik, komende))
    ]


def mensen(papier: Papier, blik: Dossierblik) -> list[str]:
    """The people at the provider who are still there."""
    namen = [f"{mens.naam}, {mens.functie}" for mens in contactpersonen(blik)]
    nog = "" if blik.kijk.exemplaar else f"; {opdracht('contactpersoon', blik.dossier.id)}"
    niemand = f"? er zijn geen contactpersonen vastgelegd{nog}"
    return papier.alinea(bijeen(namen) or niemand, 0, Cel("MENSEN", "vet"), 8)
