"""Floor 4, post: the way of a letter, and from which day a term that it starts is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.termijnen import (
    Anker,
    Genoemdedag,
    kalender_op,
    termijnbeleid,
)
from clm_cli.derivations.zinnen import verzendwijze
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.brief import Bezorgd, Retour, Verzonden
from clm_cli.records.escalatie import Wederhoor
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken

TOEDOEN = ("geweigerd", "niet afgehaald")
"""Why a letter came back through the addressee's own doing, in the words of the post."""


@dataclass(frozen=True, slots=True)
class Weg:
    """What is known of the way of one of our letters."""

    verzonden: tuple[Bestand[Verzonden], ...]
    onderweg: tuple[Bestand[Verzonden], ...]
    """Dispatches that did not come back."""
    bezorgd: Bestand[Bezorgd] | None
    """The first delivery over all channels."""

    @property
    def alles_retour(self) -> bool:
        """Sent, and every dispatch came back: no term runs."""
        return bool(self.verzonden) and not self.onderweg and self.bezorgd is None


def weg(dossier: Dossier, brief: Brief) -> Weg:
    """The dispatches of a letter with what became of them."""
    terug = {_bij(dossier, feit) for feit in brief.van(Retour)}
    verzonden = brief.van(Verzonden)
    bezorgd = sorted(brief.van(Bezorgd), key=lambda feit: (feit.record.datum, feit.pad))
    return Weg(
        verzonden, tuple(f for f in verzonden if f.pad not in terug), next(iter(bezorgd), None)
    )


def _bij(dossier: Dossier, feit: Bestand[Feit]) -> str | None:
    doel = dossier.vind(feit.record.bij, feit.pad)
    return doel.bestand.pad if doel else None


def vermoede_ontvangst(register: Register, dag: date) -> date:
    """The day on which a letter of that date is taken to arrive, by our own policy."""
    beleid = termijnbeleid(register, dag)
    return (
        bereken(dag, beleid.bezorging, kalender_op(register, dag)).uiterlijk
        if beleid and beleid.bezorging
        else dag
    )


def ontvangst(register: Register, dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of receipt, recorded or assumed from the first dispatch still under way.

    It is None when no term can run.
    """
    gegaan = weg(dossier, brief)
    if gegaan.bezorgd is not None:
        dag = gegaan.bezorgd.record.datum
        return Anker(
            "ontvangst",
            dag,
            Reden(
                f"ontvangen op {datum_vol(dag)}: {gegaan.bezorgd.record.bewijs}",
                gegaan.bezorgd.plek("datum"),
            ),
        )
    eerste = min(gegaan.onderweg, key=lambda feit: feit.record.datum, default=None)
    if eerste is None:
        return _eigen_toedoen(brief)
    dag = eerste.record.datum
    beleid = termijnbeleid(register, dag)
    if beleid is None or beleid.bezorging is None:
        return Anker(
            "ontvangst",
            dag,
            Reden(
                f"ontvangst is niet vastgelegd; gerekend vanaf verzending {datum_vol(dag)}",
                eerste.plek(),
            ),
            True,
        )
    vermoed = vermoede_ontvangst(register, dag)
    tekst = (
        f"ontvangst is niet vastgelegd; verzonden op {datum_vol(dag)}, met {beleid.bezorging} "
        f"bezorging (eigen beleid) wordt {datum_vol(vermoed)} aangenomen"
    )
    return Anker("ontvangst", vermoed, Reden(tekst, eerste.plek("datum")), True)


def loopt_er(brief: Brief) -> str:
    """What a letter that came back whole means for the terms that hang on it."""
    if _eigen_toedoen(brief) is None:
        return "er loopt GEEN termijn"
    return "of een termijn loopt, is ONBEKEND"


def _eigen_toedoen(brief: Brief) -> Anker | None:
    """A letter that they refused or did not collect may work all the same (3:37 lid 3 BW).

    Whether it does is for the facts: provisional, so no right of theirs is lost by it.
    """
    feiten = [f for f in brief.van(Retour) if f.record.reden.casefold().strip(" .") in TOEDOEN]
    laatste = max(feiten, key=lambda feit: (feit.record.datum, feit.pad), default=None)
    if laatste is None:
        return None
    zin = (
        f"{laatste.record.reden} ({datum_vol(laatste.record.datum)}): of de brief toch werkt, "
        "vraagt bewijs dat het adres klopte en een bericht is achtergelaten (3:37 lid 3 BW)"
    )
    return Anker("ontvangst", laatste.record.datum, Reden(zin, laatste.plek("reden")), True)


def verzending(dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of the first dispatch that did not come back."""
    eerste = min(weg(dossier, brief).onderweg, key=lambda feit: feit.record.datum, default=None)
    if eerste is None:
        return None
    dag = eerste.record.datum
    return Anker("verzending", dag, Reden(f"verzonden op {datum_vol(dag)}", eerste.plek("datum")))


def genoemd(brief: Brief, soort: str, tekortkoming: str | None = None) -> tuple[Genoemdedag, ...]:
    """The days printed in a letter for a term, over all its dispatches, each day once."""
    dagen: dict[date, Genoemdedag] = {}
    for feit in brief.van(Verzonden):
        for nummer, rij in enumerate(feit.record.genoemd):
            if rij.termijn == soort and rij.tekortkoming == tekortkoming:
                dagen.setdefault(
                    rij.uiterlijk,
                    Genoemdedag(rij.uiterlijk, feit.plek("genoemd", nummer, "uiterlijk")),
                )
    return tuple(dagen.values())


def vervangen(dossier: Dossier) -> set[str]:
    """The letters (by folder) that a newer letter replaces: they start no terms any more."""
    return {brief.pad for brief in dossier.brieven if vervangen_door(dossier, brief)}


def vervangen_door(dossier: Dossier, brief: Brief) -> Brief | None:
    """The newer letter that takes this one's place.

    It does so once it is on its way, and at once where this one starts no term.

    A letter that reached the other party works until a new one is sent: a replacement that lies on
    a desk ends nothing.
    """
    loopt = _is_weg(dossier, brief)
    nieuwer = [
        b
        for b in dossier.brieven
        if b.pad != brief.pad
        and _vervangt(dossier, b) == brief.pad
        and (_is_weg(dossier, b) or not loopt)
    ]
    return max(nieuwer, key=lambda b: (b.kaart.record.datum, b.pad), default=None)


def _is_weg(dossier: Dossier, brief: Brief) -> bool:
    """Whether a letter was sent and did not come back."""
    gegaan = weg(dossier, brief)
    return bool(gegaan.onderweg) or gegaan.bezorgd is not None


def niet_gegaan(brief: Brief) -> str:
    """How a letter says that it goes and did not, once it was sent: 'aangetekend en per e-mail'."""
    gegaan = {feit.record.kanaal for feit in brief.van(Verzonden)}
    return verzendwijze([k for k in brief.kaart.record.kanalen if gegaan and k not in gegaan])


def _vervangt(dossier: Dossier, brief: Brief) -> str | None:
    naam = brief.kaart.record.vervangt
    doel = dossier.vind(naam, brief.kaart.pad) if naam else None
    return doel.bestand.map if doel else None


def beantwoord(dossier: Dossier, brief: Brief, richting: str) -> bool:
    """Whether a letter of that direction answers this one."""
    for andere in dossier.brieven:
        bij = andere.kaart.record.bij
        doel = dossier.vind(bij, andere.kaart.pad) if bij else None
        if doel and doel.bestand.map == brief.pad and andere.kaart.record.richting == richting:
            return True
    return False


def gereageerd(dossier: Dossier, brief: Brief) -> bool:
    """Whether the provider's reaction to a letter, or to the fact it is about, is recorded."""
    eigen = {brief.kaart.pad}
    if brief.kaart.record.bij and (doel := dossier.vind(brief.kaart.record.bij, brief.kaart.pad)):
        eigen.add(doel.bestand.pad)
    for feit in dossier.feiten:
        if (
            feit.soort not in ("wederhoor", "reactie", "verbeterplan", "herstel")
            or feit.record.datum < brief.kaart.record.datum
            or _bij(dossier, feit) not in eigen
        ):
            continue
        if (
            not is_een(feit, Wederhoor)
            or feit.record.gehoord
            or feit.record.wijze == "geen reactie"
        ):
            return True
    return False


def meegedeeld(register: Register, dossier: Dossier, feit: Bestand[Feit]) -> Anker | None:
    """The receipt, recorded or assumed, of the letter that tells a fact; None if none went out."""
    brief = brief_over(dossier, feit)
    return ontvangst(register, dossier, brief) if brief else None


def brief_over(dossier: Dossier, feit: Bestand[Feit]) -> Brief | None:
    """Our letter that tells a fact: the one it names, or that answers it; a sent one goes first."""
    naam = getattr(feit.record, "brief", None)
    genoemd = dossier.vind(naam, feit.pad) if naam else None
    over = [
        brief
        for brief in dossier.brieven
        if brief.kaart.record.richting == "uitgaand"
        and vervangen_door(dossier, brief) is None
        and (
            (genoemd is not None and brief.pad == genoemd.bestand.map)
            or (naam and brief.pad == f"{dossier.id}/{naam}")
            or _antwoordt(dossier, brief, feit)
        )
    ]
    return max(
        over, key=lambda b: (bool(b.van(Verzonden)), b.kaart.record.datum, b.pad), default=None
    )


def _antwoordt(dossier: Dossier, brief: Brief, feit: Bestand[Feit]) -> bool:
    bij = brief.kaart.record.bij
    doel = dossier.vind(bij, brief.kaart.pad) if bij else None
    return doel is not None and doel.bestand.pad == feit.pad
