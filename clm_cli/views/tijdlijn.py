"""Floor 6, tijdlijn: the story of a dossier, with what was recorded later or mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from clm_cli.bestand import Bestand, gecorrigeerd_pad, is_een
from clm_cli.derivations.feitzinnen import onderwerp, vastgelegd, zin_van
from clm_cli.derivations.filter import ALLE, Filter, past_bestand
from clm_cli.derivations.verslagen import te_laat
from clm_cli.dossier import Brief, Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.escalatie import Opening
from clm_cli.register import Register
from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN, datum_lang, datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import (
    Cel,
    Gegevens,
    Inhoud,
    Papier,
    Plaats,
    nergens,
    plek_json,
    waar,
    zin,
)
from clm_cli.views.tabel import Kolom, tabel


@value
class Gebeurtenis:
    """One line of the story."""

    datum: date
    soort: str
    tekst: str
    door: str | None
    plek: Plek
    noten: tuple[str, ...]
    """Recorded later than it happened, mended, or lapsed."""
    pad: str
    """The file that told it, whatever was mended since."""
    moment: float = 0.0
    """When it was recorded; of a talk that is not known."""
    verbetert: str | None = None
    """Of a correction: the fact that it is about."""


def gebeurtenissen(
    blik: Dossierblik,
    ruw: Iterable[Bestand[Deel]] = (),
    escalatie: str | None = None,
    keuze: Filter = ALLE,
) -> tuple[Gebeurtenis, ...]:
    """The facts and held talks of a dossier by day, of one case or contract when asked.

    The dossier has its corrections folded in; `ruw` are its files as recorded, from which come the
    corrections themselves and the facts that lapsed by one.
    """
    dossier = blik.dossier
    gevouwen = {b.pad: b for b in dossier.feiten}
    gegeven = {b.pad: b for b in ruw if is_een(b, Feit)}
    correcties = {gecorrigeerd_pad(b): b for b in gegeven.values() if is_een(b, Correctie)}
    feiten = [gevouwen.get(pad, bestand) for pad, bestand in {**gegeven, **gevouwen}.items()]
    paden = paden_van_zaak(dossier, escalatie) if escalatie else None
    rijen = [
        _feit(blik, b, correcties.get(b.pad), b.pad in gevouwen)
        for b in feiten
        if _past(b, paden) and past_bestand(dossier, b, keuze)
    ]
    rijen += [
        _gehouden(gesprek)
        for gesprek in dossier.gesprekken
        if gesprek.kaart.record.gehouden
        and _past(gesprek.kaart, paden)
        and past_bestand(dossier, gesprek.kaart, keuze)
    ]
    return tuple(sorted(rijen, key=lambda rij: (rij.datum, rij.moment, rij.pad)))


def later_bekend(
    toen: Iterable[Gebeurtenis], nu: Iterable[Gebeurtenis], dag: date
) -> tuple[Gebeurtenis, ...]:
    """What had happened by a day and was told only after it, and what mends that story since."""
    verteld = {rij.pad for rij in toen}
    return tuple(
        rij
        for rij in nu
        if rij.pad not in verteld and (rij.datum <= dag or rij.verbetert in verteld)
    )


def _past(bestand: Bestand[Deel], paden: set[str] | None) -> bool:
    return paden is None or bestand.map in paden or bestand.pad in paden


def paden_van_zaak(dossier: Dossier, escalatie: str) -> set[str]:
    """The folders and files of a case: its own, its signals, the letters and talks that name it.

    The letters that its facts name are among them.
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
    blik: Dossierblik, feit: Bestand[Feit], correctie: Bestand[Correctie[Feit]] | None, geldt: bool
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
    if laatste := te_laat(blik.register, blik.dossier, feit):
        noten.append(f"te laat: de laatste dag was {datum_vol(laatste)}")
    soort = "correctie" if isinstance(feit.record, Correctie) else feit.soort or "feit"
    ding = onderwerp(blik.dossier, feit)
    tekst = f"{ding}: {zin_van(feit, blik)}" if ding else zin_van(feit, blik)
    return Gebeurtenis(
        datum,
        soort,
        tekst,
        feit.record.door,
        feit.bron,
        tuple(noten),
        feit.pad,
        feit.record.vastgelegd.timestamp(),
        gecorrigeerd_pad(feit) if is_een(feit, Correctie) else None,
    )


def _gehouden(gesprek: Gesprek) -> Gebeurtenis:
    kaart, gehouden = gesprek.kaart, gesprek.kaart.record.gehouden
    assert gehouden is not None
    delen = [
        f"{len(rijen) or 'geen'} {een if len(rijen) == 1 else meer}"
        for rijen, een, meer in (
            (gehouden.besluiten, "besluit", "besluiten"),
            (gehouden.acties, "actie", "acties"),
        )
        if rijen or meer in gehouden.geen
    ]
    wie = f"{len(gehouden.aanwezig)} {'aanwezige' if len(gehouden.aanwezig) == 1 else 'aanwezigen'}"
    kop = [f"{kaart.record.soort} gesprek", *filter(None, [gehouden.vorm]), wie]
    tekst = ", ".join([*kop, *delen])
    return Gebeurtenis(
        gehouden.datum,
        "gesprek",
        tekst,
        None,
        kaart.plek("gehouden"),
        (),
        kaart.pad,
    )


@value
class Tijdlijn:
    """The story of a dossier on a day, of one case when asked."""

    blik: Dossierblik
    ruw: tuple[Bestand[Deel], ...] = ()
    """Its files as recorded, without corrections folded in."""
    plaats: Plaats = nergens
    escalatie: str | None = None
    straks: Tijdlijn | None = None
    """The same story with all that is known by now, where this one is of an earlier moment."""
    bekend: date | None = None
    """The day of that moment."""
    keuze: Filter = ALLE
    """Which contracts it is about; what names none is about all."""

    @property
    def gebeurtenissen(self) -> tuple[Gebeurtenis, ...]:
        """What happened, by day."""
        return gebeurtenissen(self.blik, self.ruw, self.escalatie, self.keuze)

    @property
    def later(self) -> tuple[Gebeurtenis, ...]:
        """What was told only after the moment."""
        if self.straks is None or self.bekend is None:
            return ()
        return later_bekend(self.gebeurtenissen, self.straks.gebeurtenissen, self.bekend)


def toon(blad: Tijdlijn, papier: Papier) -> str:
    """The story as text, by month, and apart what was told only later."""
    blik, alle = blad.blik, blad.gebeurtenissen
    welke = f" · escalatie {blad.escalatie}" if blad.escalatie else ""
    welke += f" · {over}" if (over := blad.keuze.van_contract) else ""
    kop = f"TIJDLIJN  {blik.dossier.roepnaam(blik.vandaag)}{welke}"
    delen = papier.kop(Cel(kop, "vet"), f"stand {datum_lang(blik.vandaag)}")
    delen += [*_verhaal(blad, alle, papier), ""]
    delen += papier.alinea(_slot(blad, len(alle)))
    if blad.straks is not None and blad.bekend is not None:
        delen += papier.titel(f"PAS LATER BEKEND ({len(blad.later)})")
        delen += papier.alinea(
            f"Gebeurd tot en met {datum_vol(blad.bekend)}, maar daarna pas vastgelegd of verbeterd;"
            " het telt hierboven niet mee."
            if blad.later
            else f"Over de tijd tot en met {datum_vol(blad.bekend)} is daarna niets vastgelegd."
        )
        delen += _verhaal(blad.straks, blad.later, papier)
    return "\n".join(delen)


def _verhaal(blad: Tijdlijn, alle: Sequence[Gebeurtenis], papier: Papier) -> list[str]:
    """The events as lines, by month."""
    delen: list[str] = []
    cellen = [_cellen(blad.blik.register, rij) for rij in alle]
    kolommen = (Kolom(), Kolom(minst=9, hoogst=15), Kolom(minst=20), Kolom(minst=8, hoogst=18))
    tafel = tabel(papier, kolommen, cellen)
    maand = ""
    for rij, cel in zip(alle, cellen, strict=True):
        deze = f"{MAANDEN[rij.datum.month - 1].upper()} {rij.datum.year}"
        delen += ["", papier.verf(deze, "vet")] if deze != maand else []
        maand = deze
        delen += tafel.rij(*cel)
        for noot in rij.noten:
            delen += papier.alinea(f"[{noot}]", tafel.begin(2))
        delen += papier.alinea(Cel(waar(rij.plek, blad.plaats), "zwak"), tafel.begin(2))
    return delen


def _slot(blad: Tijdlijn, aantal: int) -> str:
    """How much was told, and what could not be."""
    dossier, over = blad.blik.dossier, blad.keuze.van_contract
    slot = (
        f"{aantal} {'gebeurtenis' if aantal == 1 else 'gebeurtenissen'}."
        if aantal
        else f"Er is nog niets vastgelegd{f' over {over}' if over else ''}."
    )
    if dossier.kapot:
        slot += f" Niet gelezen, dus niet getoond: {', '.join(dossier.kapot)} (clm controleer)."
    return slot


def _cellen(register: Register, rij: Gebeurtenis) -> list[Inhoud]:
    datum = f"{WEEKDAGEN[rij.datum.weekday()][:2]} {rij.datum.day:>2}"
    return [
        datum,
        rij.soort,
        zin(rij.tekst).removesuffix("."),
        Cel(register.naam_van(rij.door) if rij.door else "", "zwak"),
    ]


def als_json(blad: Tijdlijn) -> list[Gegevens]:
    """The story as data; what was told only later stands at the end and says so."""
    straks = _als_rijen(blad.straks, blad.later) if blad.straks else []
    return [*_als_rijen(blad, blad.gebeurtenissen), *({**r, "later_bekend": True} for r in straks)]


def _als_rijen(blad: Tijdlijn, rijen: Iterable[Gebeurtenis]) -> list[Gegevens]:
    return [
        {
            "datum": rij.datum.isoformat(),
            "soort": rij.soort,
            "tekst": rij.tekst,
            "door": rij.door,
            "noten": list(rij.noten),
            "plek": plek_json(rij.plek, blad.plaats),
        }
        for rij in rijen
    ]
