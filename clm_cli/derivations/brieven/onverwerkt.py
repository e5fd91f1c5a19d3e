"""Floor 4, onverwerkt: letters of theirs that came in and are not recorded as what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.brieven.post import vervangen
from clm_cli.derivations.opvolging import stand
from clm_cli.dossier import Brief, Dossier, Escalatie, Gesprek
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.brief import Binnengekomen, Briefkaart
from clm_cli.records.escalatie import (
    Betaling,
    Bezwaar,
    Geschil,
    Herstel,
    Onderzoek,
    Opening,
    Reactie,
    Verbeterplan,
    Wederhoor,
)
from clm_cli.records.gesprek import Gedeeld, Gesprekskaart, Gespreksreactie
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value
class Feitbrief:
    """What a kind of letter is in the case: the fact, how it is called, how it is recorded."""

    model: type[Feit]
    wat: str
    opdracht: str


_BEZWAAR = Feitbrief(
    Bezwaar, "bezwaar", "escalatie bezwaar {d} --ontvangen {o} --schriftelijk ja --brief {b}"
)
_PLAN = Feitbrief(Verbeterplan, "verbeterplan", "escalatie verbeterplan {d} --ontvangen {o}")
_HERSTEL = Feitbrief(Herstel, "herstelmelding", "escalatie herstel {d}")
_HOREN = Feitbrief(Wederhoor, "reactie op de bevindingen", "escalatie wederhoor {d}")
_VERSLAG = Feitbrief(Gespreksreactie, "reactie op het verslag", "gesprek reactie {d} {g}")
FEITBRIEVEN: Mapping[str, Feitbrief] = {
    "bezwaar": _BEZWAAR,
    "bezwaarschrift": _BEZWAAR,
    "reactie": Feitbrief(Reactie, "reactie", "escalatie reactie {d} --ontvangen {o} --brief {b}"),
    "verbeterplan": _PLAN,
    "plan": _PLAN,
    "herstel": _HERSTEL,
    "herstelmelding": _HERSTEL,
    "wederhoor": _HOREN,
    "zienswijze": _HOREN,
    "geschil": Feitbrief(Geschil, "brief over een geschil", "escalatie geschil {d}"),
    "betaling": Feitbrief(Betaling, "betaling", "escalatie betaling {d}"),
}
"""The kinds of their letters that are a fact of a case; the others only ask for an answer."""


@value
class Post:
    """One letter of theirs that nobody recorded yet as the fact that it is."""

    brief: Brief
    binnen: Bestand[Binnengekomen]
    feit: Feitbrief
    gaat_over: str | None
    """The path of the fact or the folder of the letter that it answers."""
    zaak: str | None
    """The folder of its case, where it says or answers something that is in one."""

    @property
    def ontvangen(self) -> date:
        """The first day on which it reached us."""
        return self.binnen.record.datum

    @property
    def zin(self) -> str:
        """Which letter it is: 'hun bezwaar van 15 mei 2026'."""
        return f"hun {self.feit.wat} van {datum_vol(self.ontvangen)}"

    @property
    def tekst(self) -> str:
        """What is open, in a sentence without its full stop."""
        return f"{self.zin} is binnengekomen en nog niet verwerkt"

    @property
    def reden(self) -> Reden:
        """Why something is unknown as long as this letter is open."""
        return Reden(self.tekst, self.binnen.plek("datum"))


def vervolgopdracht(
    dossier: str, feit: Feitbrief, brief: str, ontvangen: date, over: str | None
) -> Advies:
    """The command that records what a letter of theirs is, given the path of what it answers."""
    waarden = {"d": dossier, "o": ontvangen.isoformat(), "b": f"brieven/{brief}/brief"}
    waarden["g"] = over.split("/")[-2] if over and "/" in over else ""
    return opdracht(*(woord.format(**waarden) for woord in feit.opdracht.split()))


@eens
def open_post(blik: Dossierblik) -> tuple[Post, ...]:
    """Their letters that are a fact of a case and are not recorded as one, by day of receipt."""
    oud = vervangen(blik.dossier)
    rijen = [
        post
        for brief in blik.dossier.brieven
        if brief.pad not in oud and (post := _als_post(blik.dossier, brief))
    ]
    if not rijen:
        return ()
    verwerkt = {pad for feit in blik.dossier.feiten for pad in _verwerkt(blik, feit, rijen)}
    return tuple(
        post
        for post in sorted(rijen, key=lambda post: (post.ontvangen, post.brief.pad))
        if post.brief.pad not in verwerkt and not stand(blik.dossier, post.brief.kaart.id).gesloten
    )


def _als_post(dossier: Dossier, brief: Brief) -> Post | None:
    """A letter of theirs that came in and is a fact of a case; None for any other."""
    kaart, binnen = brief.kaart.record, min(brief.van(Binnengekomen), key=naar_dag, default=None)
    over = dossier.waarbij(brief.kaart)
    wat = feitbrief(kaart.soort, over.record if over else None)
    if kaart.richting != "inkomend" or binnen is None or wat is None:
        return None
    gaat_over = over.pad if over else None
    if over and isinstance(over.record, Briefkaart):
        gaat_over = over.map
    return Post(brief, binnen, wat, gaat_over, zaak_van(dossier, brief.kaart))


def zaak_van(dossier: Dossier, feit: Bestand[Deel]) -> str | None:
    """The case of a letter: the one it names, else that of what it answers; None when unknown."""
    gezien: set[str] = set()
    while feit.pad not in gezien:
        gezien.add(feit.pad)
        if "/escalaties/" in feit.pad:
            return feit.map
        naam = getattr(feit.record, "escalatie", None)
        if naam:
            return f"{dossier.id}/{naam}"
        feit = dossier.waarbij(feit) or feit
    return None


def feitbrief(soort: str, over: object = None) -> Feitbrief | None:
    """What a kind of letter is in the case, given the record that it answers; None for others."""
    # A reaction to findings is the hearing itself (J36, S08); one to a report is about a talk.
    if soort == "reactie" and (
        isinstance(over, Onderzoek)
        or (isinstance(over, Briefkaart) and over.soort == "bevindingen")
    ):
        return _HOREN
    if soort == "reactie" and isinstance(over, (Gesprekskaart, Gedeeld)):
        return _VERSLAG
    return FEITBRIEVEN.get(soort)


def onverwerkt(blik: Dossierblik, escalatie: Escalatie, *modellen: type[Feit]) -> tuple[Post, ...]:
    """The open letters of a case, of some kinds or all.

    A letter that names no case may be about any of those on its contracts, and then counts for
    each.
    """
    return tuple(
        post
        for post in open_post(blik)
        if (not modellen or post.feit.model in modellen) and _van_zaak(escalatie, post)
    )


def onverwerkt_verslag(blik: Dossierblik, gesprek: Gesprek) -> tuple[Post, ...]:
    """The open letters that react to the report of a talk."""
    return tuple(
        post
        for post in open_post(blik)
        if post.feit is _VERSLAG and (post.gaat_over or "").startswith(f"{gesprek.pad}/")
    )


def brak_het_zwijgen(blik: Dossierblik, escalatie: Escalatie, record: Wederhoor) -> Post | None:
    """A letter since the invitation that may be the answer to it: silence is unknown then."""
    rijen = onverwerkt(blik, escalatie, Wederhoor, Reactie)
    return next((post for post in rijen if post.ontvangen >= record.uitgenodigd), None)


def _van_zaak(escalatie: Escalatie, post: Post) -> bool:
    if post.feit is _VERSLAG:
        return False
    if post.zaak:
        return post.zaak == escalatie.pad
    return any(
        set(opening.record.contracten) & set(post.brief.kaart.record.contracten)
        for opening in escalatie.van(Opening)
    )


def _verwerkt(blik: Dossierblik, feit: Bestand[Feit], rijen: Iterable[Post]) -> Iterable[str]:
    """The letters that a fact records: those it names, else the one that it has to be.

    A fact that names no letter records the last of its kind that had come in by its day; where
    it says itself on which day it was received, only one of exactly that day.
    """
    eigen = [post for post in rijen if isinstance(feit.record, post.feit.model)]
    if not eigen:
        return ()
    namen = [getattr(feit.record, "brief", None), getattr(feit.record, "bij", None)]
    doelen = [blik.dossier.vind(naam, feit.pad) for naam in namen if naam]
    mappen = {doel.bestand.map for doel in doelen if doel}
    genoemd = [post.brief.pad for post in eigen if post.brief.pad in mappen]
    if genoemd or namen[0]:
        return genoemd
    zaak = [post for post in eigen if post.zaak in (None, feit.map)]
    if ontvangen := getattr(feit.record, "ontvangen", None):
        return [
            post.brief.pad
            for post in zaak
            if ontvangen in {f.record.datum for f in post.brief.van(Binnengekomen)}
        ]
    # An invitation is no hearing, and silence is the opposite of a letter.
    dag = feit.record.gehoord if isinstance(feit.record, Wederhoor) else feit.record.datum
    eerder = [post for post in zaak if dag and post.ontvangen <= dag]
    return [post.brief.pad for post in sorted(eerder, key=lambda post: post.ontvangen)[-1:]]
