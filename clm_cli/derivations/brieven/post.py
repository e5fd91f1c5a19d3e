"""Floor 4, post: the way of a letter, and from which day a term that it starts is counted."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand, is_een, naar_dag
from clm_cli.derivations.brieven.aankomst import (
    Aankomst,
    aankomst,
    niet_schriftelijk,
    regime_van,
    telt,
)
from clm_cli.derivations.termijnen import Anker, Genoemdedag
from clm_cli.derivations.zinnen import verzendwijze
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.brief import Bezorgd, Retour, Verzonden
from clm_cli.records.escalatie import Wederhoor
from clm_cli.records.regime import Regime
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

TOEDOEN = ("geweigerd", "niet afgehaald")
"""Why a letter came back through the addressee's own doing, in the words of the post."""


@value
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
    bezorgd = sorted(brief.van(Bezorgd), key=naar_dag)
    return Weg(
        verzonden, tuple(f for f in verzonden if f.pad not in terug), next(iter(bezorgd), None)
    )


def _bij(dossier: Dossier, feit: Bestand[Feit]) -> str | None:
    doel = dossier.waarbij(feit)
    return doel.pad if doel else None


def ontvangst(register: Register, dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of receipt: by the contract, recorded, or assumed from the first dispatch under way.

    It is None when no term can run: nothing is under way, or only by ways that are no writing.
    """
    regime, gegaan = regime_van(dossier, brief), weg(dossier, brief)
    if gegaan.verzonden and not any(telt(regime, f.record.kanaal) for f in gegaan.verzonden):
        return None
    onderweg = [
        (aankomst(register, regime, f.record.kanaal, f.record.datum), f)
        for f in gegaan.onderweg
        if telt(regime, f.record.kanaal)
    ]
    vast = [_volgens_contract(a, f) for a, f in onderweg if a.vast]
    bezorgd = [_bewezen(brief, f) for f in brief.van(Bezorgd) if _bewijst(dossier, regime, f)]
    zeker = min([*vast, *bezorgd], key=lambda a: (a.voorlopig, a.datum), default=None)
    if zeker:
        return zeker
    eerste = min(onderweg, key=lambda rij: (rij[0].datum, rij[1].record.datum), default=None)
    if eerste is None:
        return _eigen_toedoen(brief)
    vermoed, feit = eerste
    if vermoed.regel is not None:
        return _volgens_contract(vermoed, feit)
    zin = f"ontvangst is niet vastgelegd; {vermoed.tekst}"
    return Anker("ontvangst", vermoed.datum, Reden(zin, feit.plek("datum")), voorlopig=True)


def _volgens_contract(aankomst_: Aankomst, feit: Bestand[Verzonden]) -> Anker:
    """What the contract says of receipt holds without a record of it: it is no guess of ours."""
    tot = "" if aankomst_.vast else ", tot een andere dag blijkt"
    zin = f"ontvangen op {datum_vol(aankomst_.datum)}: {aankomst_.tekst}{tot}"
    return Anker("ontvangst", aankomst_.datum, Reden(zin, feit.plek("datum")))


def _bewezen(brief: Brief, feit: Bestand[Bezorgd]) -> Anker:
    """What a delivery shows; one dispatch that was delivered and came back shows neither."""
    terug = next((f for f in brief.van(Retour) if f.record.bij == feit.record.bij), None)
    zin = f"ontvangen op {datum_vol(feit.record.datum)}: {feit.record.bewijs}"
    zin += f"; maar teruggekomen op {datum_vol(terug.record.datum)}" if terug else ""
    reden = Reden(zin, feit.plek("datum"))
    return Anker("ontvangst", feit.record.datum, reden, voorlopig=terug is not None)


def _bewijst(dossier: Dossier, regime: Regime, feit: Bestand[Bezorgd]) -> bool:
    """Whether a delivery shows receipt: not of what is no writing, nor against a fixed day."""
    doel = dossier.waarbij(feit)
    kanaal = getattr(doel.record, "kanaal", "") if doel else ""
    vast = any(kanaal in r.kanalen and r.bewijs == "vast" for r in regime.ontvangst)
    return not kanaal or (telt(regime, kanaal) and not vast)


def ging_voor(brief: Brief, dag: date) -> bool:
    """Whether a letter went, and only before a day: what was decided on it, it cannot tell."""
    gegaan = brief.van(Verzonden)
    return bool(gegaan) and all(f.record.datum < dag for f in gegaan)


def niet_aangekomen(dossier: Dossier, brief: Brief | None) -> str:
    """Why a letter reached nobody: never sent, come back, or gone by ways that are no writing."""
    gegaan = weg(dossier, brief) if brief else None
    if brief is None or gegaan is None or not gegaan.verzonden:
        return "er is geen brief verzonden"
    vorm = niet_schriftelijk(dossier, brief, [f.record.kanaal for f in gegaan.verzonden])
    return vorm or "de brief kwam terug"


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
    laatste = max(feiten, key=naar_dag, default=None)
    if laatste is None:
        return None
    zin = (
        f"{laatste.record.reden} ({datum_vol(laatste.record.datum)}): of de brief toch werkt, "
        "vraagt bewijs dat het adres klopte en een bericht is achtergelaten (3:37 lid 3 BW)"
    )
    return Anker("ontvangst", laatste.record.datum, Reden(zin, laatste.plek("reden")), True)


def verzending(dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of the first dispatch in writing that did not come back."""
    regime = regime_van(dossier, brief)
    onderweg = [f for f in weg(dossier, brief).onderweg if telt(regime, f.record.kanaal)]
    eerste = min(onderweg, key=lambda feit: feit.record.datum, default=None)
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


def voorgangers(dossier: Dossier, brief: Brief) -> tuple[Brief, ...]:
    """The letters whose place this one took, as far as they reached the other party or may have.

    What was printed in them, they may still count on (3:35 BW).
    """
    uit, per = list[Brief](), {b.pad: b for b in dossier.brieven}
    pad = _vervangt(dossier, brief)
    while pad in per and per[pad] not in (brief, *uit):
        uit.append(per[pad])
        pad = _vervangt(dossier, per[pad])
    return tuple(b for b in uit if _is_weg(dossier, b))


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


def geldige_kanalen(dossier: Dossier, brief: Brief) -> set[str]:
    """How a letter went, without what came back for another reason than their own doing."""
    terug = {
        _bij(dossier, f)
        for f in brief.van(Retour)
        if f.record.reden.casefold().strip(" .") not in TOEDOEN
    }
    return {f.record.kanaal for f in brief.van(Verzonden) if f.pad not in terug}


def _vervangt(dossier: Dossier, brief: Brief) -> str | None:
    doel = dossier.vind(brief.kaart.record.vervangt, brief.kaart.pad)
    return doel.bestand.map if doel else None


def beantwoord(dossier: Dossier, brief: Brief, richting: str) -> bool:
    """Whether a letter of that direction answers this one."""
    for andere in dossier.brieven:
        doel = dossier.waarbij(andere.kaart)
        if doel and doel.map == brief.pad and andere.kaart.record.richting == richting:
            return True
    return False


def gereageerd(dossier: Dossier, brief: Brief) -> bool:
    """Whether the provider's reaction to a letter, or to the fact it is about, is recorded."""
    eigen = {brief.kaart.pad}
    if doel := dossier.waarbij(brief.kaart):
        eigen.add(doel.pad)
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
    genoemd = dossier.vind(naam, feit.pad)
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
    doel = dossier.waarbij(brief.kaart)
    return doel is not None and doel.pad == feit.pad
