"""Floor 6, tijdlijn: the story of a dossier, fact by fact.

With what was recorded later or mended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand, gecorrigeerd_pad
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Correctie, Feit
from clm_cli.records.escalatie import Opening
from clm_cli.register import Brief, Dossier, Gesprek, Register
from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN, datum_lang, datum_vol
from clm_cli.views.feitzinnen import vastgelegd, zin_van
from clm_cli.views.opmaak import Cel, Inhoud, Kolom, Papier, Plaats, plek_json, tabel, waar, zin


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One line of the story."""

    datum: date
    soort: str
    tekst: str
    door: str | None
    plek: Plek
    noten: tuple[str, ...]
    """Recorded later than it happened, mended, or lapsed."""
    volgorde: tuple[Any, ...]


def gebeurtenissen(
    dossier: Dossier, ruw: Iterable[Bestand[Any]] = (), escalatie: str | None = None
) -> tuple[Gebeurtenis, ...]:
    """The facts and held talks of a dossier by day, of one case when asked.

    `dossier` has its corrections folded in; `ruw` are its files as recorded, from which come the
    corrections
    themselves and the facts that lapsed by one.
    """
    gevouwen = {b.pad: b for b in dossier.bestanden if isinstance(b.record, Feit)}
    gegeven = {b.pad: b for b in ruw if isinstance(b.record, Feit)}
    correcties = {
        gecorrigeerd_pad(b): b for b in gegeven.values() if isinstance(b.record, Correctie)
    }
    feiten = [gevouwen.get(pad, bestand) for pad, bestand in {**gegeven, **gevouwen}.items()]
    paden = _van_escalatie(dossier, escalatie) if escalatie else None
    rijen = [
        _feit(dossier, b, correcties.get(b.pad), b.pad in gevouwen)
        for b in feiten
        if _past(b, paden)
    ]
    rijen += [
        _gehouden(gesprek)
        for gesprek in dossier.gesprekken
        if gesprek.kaart.record.gehouden and _past(gesprek.kaart, paden)
    ]
    return tuple(sorted(rijen, key=lambda rij: rij.volgorde))


def _past(bestand: Bestand[Any], paden: set[str] | None) -> bool:
    return paden is None or bestand.map in paden or bestand.pad in paden


def _van_escalatie(dossier: Dossier, escalatie: str) -> set[str]:
    """The folders and files of a case.

    Its own, letters and talks that name it, letters of its facts, its signals.
    """
    zaak = next(rij for rij in dossier.escalaties if rij.id == escalatie)
    paden = {zaak.pad}
    dingen: tuple[Brief | Gesprek, ...] = (*dossier.brieven, *dossier.gesprekken)
    for ding in dingen:
        naam = ding.kaart.record.escalatie
        if naam and escalatie in naam.split("/"):
            paden.add(ding.pad)
    for feit in zaak.bestanden:
        brief = getattr(feit.record, "brief", None)
        paden |= {rij.pad for rij in dossier.brieven if brief and rij.id in brief.split("/")}
        for naam in feit.record.signalen if isinstance(feit.record, Opening) else ():
            doel = dossier.vind(naam, feit.pad)
            paden |= {doel.bestand.pad} if doel else set()
    return paden


def _feit(
    dossier: Dossier, feit: Bestand[Any], correctie: Bestand[Any] | None, geldt: bool
) -> Gebeurtenis:
    moment, datum = vastgelegd(feit), feit.record.datum
    noten = (
        [f"vastgelegd {datum_vol(moment.date())}"]
        if moment.date() > datum and feit.bron.pad == feit.pad
        else []
    )
    if correctie is not None:
        wat = "verbeterd" if geldt else "vervallen"
        noten.append(
            f"{wat} op {datum_vol(correctie.record.datum)}: {correctie.record.reden.strip()}"
        )
    elif feit.bron.pad != feit.pad:
        noten.append("verbeterd")
    soort = "correctie" if isinstance(feit.record, Correctie) else feit.soort or "feit"
    ding = _onderwerp(dossier, feit)
    tekst = f"{ding}: {zin_van(feit)}" if ding else zin_van(feit)
    return Gebeurtenis(
        datum,
        soort,
        tekst,
        feit.record.door,
        feit.bron,
        tuple(noten),
        (datum, feit.record.vastgelegd.timestamp(), feit.pad),
    )


def _onderwerp(dossier: Dossier, feit: Bestand[Any]) -> str:
    """Of which letter or talk a fact is."""
    for brief in dossier.brieven:
        if brief.pad == feit.map:
            return brief.kaart.record.onderwerp
    gesprek = next((rij for rij in dossier.gesprekken if rij.pad == feit.map), None)
    return f"gesprek {gesprek.id}" if gesprek else ""


def _gehouden(gesprek: Gesprek) -> Gebeurtenis:
    kaart, gehouden = gesprek.kaart, gesprek.kaart.record.gehouden
    assert gehouden is not None
    delen = [
        f"{len(rijen)} {woord}"
        for rijen, woord in ((gehouden.besluiten, "besluiten"), (gehouden.acties, "acties"))
        if rijen
    ]
    tekst = (
        f"{kaart.record.soort} gesprek, {gehouden.vorm}, {len(gehouden.aanwezig)} "
        f"aanwezigen{', ' if delen else ''}{', '.join(delen)}"
    )
    return Gebeurtenis(
        gehouden.datum,
        "gesprek",
        tekst,
        None,
        kaart.plek("gehouden"),
        (),
        (gehouden.datum, 0.0, kaart.pad),
    )


def toon(
    blik: Dossierblik,
    breedte: int,
    plaats: Plaats,
    escalatie: str | None = None,
    *,
    ruw: Iterable[Bestand[Any]] = (),
    kleur: bool = False,
) -> str:
    """The story as text, by month."""
    papier, alle = Papier(breedte, kleur), gebeurtenissen(blik.dossier, ruw, escalatie)
    kop = f"TIJDLIJN  {blik.dossier.roepnaam(blik.vandaag)}" + (
        f" · escalatie {escalatie}" if escalatie else ""
    )
    delen = [*papier.kop(Cel(kop, "vet"), f"stand {datum_lang(blik.vandaag)}")]
    cellen = [_cellen(blik.register, rij) for rij in alle]
    tafel = tabel(
        papier,
        (Kolom(), Kolom(minst=9, hoogst=15), Kolom(minst=20), Kolom(minst=8, hoogst=18)),
        cellen,
    )
    maand = None
    for rij, cel in zip(alle, cellen, strict=True):
        if (rij.datum.year, rij.datum.month) != maand:
            maand = (rij.datum.year, rij.datum.month)
            delen += [
                "",
                papier.verf(f"{MAANDEN[rij.datum.month - 1].upper()} {rij.datum.year}", "vet"),
            ]
        delen += tafel.rij(*cel)
        for noot in rij.noten:
            delen += papier.alinea(f"[{noot}]", tafel.begin(2))
        delen += papier.alinea(Cel(waar(rij.plek, plaats), "zwak"), tafel.begin(2))
    slot = (
        f"{len(alle)} {'gebeurtenis' if len(alle) == 1 else 'gebeurtenissen'}."
        if alle
        else "Er is nog niets vastgelegd."
    )
    if blik.dossier.kapot:
        slot += (
            f" Niet gelezen, dus niet getoond: {', '.join(blik.dossier.kapot)} (clm controleer)."
        )
    return "\n".join([*delen, "", *papier.alinea(slot)])


def _cellen(register: Register, rij: Gebeurtenis) -> list[Inhoud]:
    datum = f"{WEEKDAGEN[rij.datum.weekday()][:2]} {rij.datum.day:>2}"
    return [
        datum,
        rij.soort,
        zin(rij.tekst).removesuffix("."),
        Cel(register.naam_van(rij.door) if rij.door else "", "zwak"),
    ]


def als_json(
    dossier: Dossier,
    plaats: Plaats,
    escalatie: str | None = None,
    *,
    ruw: Iterable[Bestand[Any]] = (),
) -> list[dict[str, Any]]:
    """The story as data."""
    return [
        {
            "datum": rij.datum.isoformat(),
            "soort": rij.soort,
            "tekst": rij.tekst,
            "door": rij.door,
            "noten": list(rij.noten),
            "plek": plek_json(rij.plek, plaats),
        }
        for rij in gebeurtenissen(dossier, ruw, escalatie)
    ]
