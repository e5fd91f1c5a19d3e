"""Floor 4, stand: where a case stands: its measures, the trede, recovery and default."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from clm_cli.derivations.brieven.post import niet_aangekomen
from clm_cli.derivations.escalatie.bezwaren import vervallen
from clm_cli.derivations.escalatie.duur import einddag
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.schorsingsbesluit import besloten_stil
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, nee, onbekend
from clm_cli.derivations.escalatie.verzuim import herstelstanden
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    einde_van,
    genomen_in,
    gesloten,
    is_intrekking,
)
from clm_cli.derivations.termijnen import regimetermijn
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Bezwaar, Reactie, Verbeterplan
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

Toestand = Literal[
    "besloten",
    "meegedeeld",
    "aangekondigd",
    "van kracht",
    "geschorst",
    "onbekend",
    "opgeheven",
    "afgelopen",
    "ingetrokken",
]
"""Decided is not told, told is not received, and announced is not in force."""


_AF: tuple[Toestand, ...] = ("opgeheven", "afgelopen", "ingetrokken")


@value
class Maatregelstand:
    """One measure and its state."""

    genomen: Genomen
    toestand: Toestand
    omdat: tuple[Reden, ...]

    @property
    def loopt(self) -> bool:
        """Whether it was neither lifted nor withdrawn."""
        return self.toestand not in _AF


@value
class Stand:
    """Where a case stands on a day."""

    escalatie: Escalatie
    open: bool
    maatregelen: tuple[Maatregelstand, ...]
    trede: int
    """The highest of which the provider was told and that was neither lifted nor withdrawn."""
    hoogst: int
    """The highest of which the provider was told."""
    herstel: tuple[Herstelstand, ...]

    def verzuim(self, tekortkoming: str) -> Uitspraak:
        """Default as far as one shortcoming goes, over all measures that still run."""
        tellend = self.tellend(tekortkoming)
        eerder = [
            rij
            for rij in self.herstel
            if rij.tekortkoming == tekortkoming and rij not in tellend and rij.vanaf
        ]
        uit = _zwaarste(rij.verzuim for rij in tellend)
        if uit.antwoord == "nee" and eerder and all(rij.herstel != "hersteld" for rij in tellend):
            toen = f"het verzuim vanaf {datum_vol(eerder[-1].vanaf)}" if eerder[-1].vanaf else ""
            zin = f"daarna is een nieuwe termijn gegeven, en zolang die loopt rust {toen}"
            return onbekend(f"{uit.tekst}; {zin}", uit.omdat[-1].plek)
        return uit

    def tellend(self, tekortkoming: str) -> tuple[Herstelstand, ...]:
        """The cure terms that count for a shortcoming: from the last one that was given on.

        Who gives another term, cannot hold its counterpart to the end of an earlier one meanwhile.
        """
        # 6:82 BW, and 6:248: a new demand with a term says that he may still perform within it.
        rijen = [rij for rij in self.herstel if rij.tekortkoming == tekortkoming]
        # A term that an objection made still or uncertain was given all the same.
        gegeven = [r.genomen.record.datum for r in rijen if _gegeven(r) and verteld(r.genomen)]
        laatst = max(gegeven, default=date.min)
        return tuple(rij for rij in rijen if rij.genomen.record.datum >= laatst)


def _gegeven(rij: Herstelstand) -> bool:
    """Whether a measure came with a term that has, or had, a last day."""
    return bool(rij.uiterlijk or (rij.termijn and rij.termijn.uiterlijk))


def _zwaarste(uitspraken: Iterable[Uitspraak]) -> Uitspraak:
    rijen = list(uitspraken)
    for antwoord in ("ja", "onbekend", "nee"):
        for rij in rijen:
            if rij.antwoord == antwoord:
                return rij
    return nee("er loopt geen maatregel met een hersteltermijn")


def stand_van(blik: Dossierblik, escalatie: Escalatie) -> Stand:
    """The standing of a case, from its facts up to a day."""
    genomen = sorted(
        genomen_in(blik, escalatie),
        key=lambda g: (g.record.datum, g.record.trede, g.maatregel.pad),
    )
    maatregelen = tuple(_maatregelstand(g) for g in genomen)
    lopend = [m for m in maatregelen if m.loopt]
    return Stand(
        escalatie=escalatie,
        open=not gesloten(escalatie),
        maatregelen=maatregelen,
        trede=_hoogste(m.genomen for m in lopend),
        hoogst=_hoogste(genomen),
        herstel=tuple(rij for m in lopend for rij in herstelstanden(m.genomen)),
    )


def _hoogste(rijen: Iterable[Genomen]) -> int:
    """The highest trede of the measures that were told; 0 of none. Whether they were is dear."""
    van_boven = sorted(rijen, key=lambda g: g.record.trede, reverse=True)
    return next((g.record.trede for g in van_boven if verteld(g)), 0)


def _maatregelstand(genomen: Genomen) -> Maatregelstand:
    einde = einde_van(genomen.dossier, genomen.escalatie, genomen.maatregel)
    if einde is not None:
        toestand: Toestand = "ingetrokken" if is_intrekking(einde) else "opgeheven"
        return Maatregelstand(
            genomen,
            toestand,
            (Reden(f"{toestand} op {datum_vol(einde.record.datum)}", einde.plek()),),
        )
    if verviel := vervallen(genomen):
        return Maatregelstand(genomen, "ingetrokken", (verviel.reden,))
    laatste = einddag(genomen)
    if laatste is not None and genomen.vandaag > laatste:
        reden = Reden(f"liep tot en met {datum_vol(laatste)}", genomen.maatregel.plek())
        return Maatregelstand(genomen, "afgelopen", (reden,))
    if onderweg := _nog_niet_ontvangen(genomen):
        return onderweg
    # Announced is not in force: until then nothing is suspended or carried out.
    if genomen.record.ingaat > genomen.vandaag:
        return Maatregelstand(
            genomen,
            "aangekondigd",
            (
                Reden(
                    f"gaat in op {datum_vol(genomen.record.ingaat)}",
                    genomen.maatregel.plek("ingaat"),
                ),
            ),
        )
    return _werkend(genomen)


def _werkend(genomen: Genomen) -> Maatregelstand:
    """A measure that was received and took effect: suspended, unknown, or in force."""
    if geschorst := _zelf_geschorst(genomen):
        return Maatregelstand(genomen, "geschorst", (geschorst,))
    effect = schorst(genomen)
    # Of a notice only the cure terms stand still; the notice itself stays given (J47, reading).
    if effect.antwoord != "nee" and not genomen.record.hersteltermijnen:
        return Maatregelstand(
            genomen, "geschorst" if effect.antwoord == "ja" else "onbekend", effect.omdat
        )
    return Maatregelstand(
        genomen,
        "van kracht",
        (Reden(f"sinds {datum_vol(genomen.record.ingaat)}", genomen.maatregel.plek("ingaat")),),
    )


def niet_uit_te_voeren(genomen: Genomen) -> Reden | None:
    """Why a stop may not be carried out now: our own suspension, or an objection (J47)."""
    effect = schorst(genomen)
    bezwaar = effect.omdat[-1] if effect.antwoord == "ja" else None
    return _zelf_geschorst(genomen) or bezwaar


def _zelf_geschorst(genomen: Genomen) -> Reden | None:
    open_ = [(van, feit) for van, tot, feit in besloten_stil(genomen, None) if tot is None]
    if not open_:
        return None
    van, feit = open_[-1]
    return Reden(f"geschorst op {datum_vol(van)}", feit.plek())


def verteld(genomen: Genomen) -> bool:
    """Whether a measure left the house: what was only decided, no provider reached (3:37 BW).

    Who answered it was told, whatever became of the letter.
    """
    stand = _nog_niet_ontvangen(genomen)
    beantwoord = any(genomen.bij(soort) for soort in (Reactie, Verbeterplan, Bezwaar))
    return stand is None or stand.toestand != "besloten" or beantwoord


def _nog_niet_ontvangen(genomen: Genomen) -> Maatregelstand | None:
    """A measure that works on receipt and has not certainly reached the provider (3:37 lid 3 BW).

    What may be applied at once and is confirmed afterwards (S16), and what needs no letter, works
    without one.
    """
    instrument, brief = genomen.instrument, genomen.brief
    if instrument is None or instrument.brief == "geen":
        return None
    if regimetermijn(genomen.contract, genomen.record.instrument, "bevestiging"):
        return None
    if (anker := genomen.ontvangst) is not None:
        nog_niet = anker.voorlopig or anker.datum > genomen.vandaag
        return Maatregelstand(genomen, "meegedeeld", (anker.reden,)) if nog_niet else None
    zin = niet_aangekomen(genomen.dossier, brief)
    plek = brief.kaart.plek() if brief else genomen.maatregel.plek()
    return Maatregelstand(genomen, "besloten", (Reden(zin, plek),))
