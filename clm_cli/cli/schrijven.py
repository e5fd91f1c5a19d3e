"""Floor 8, schrijven: what a command wants to write is shown, asked, written and told."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, TypeVar

from clm_cli.cli import registers, voortgang
from clm_cli.cli.omgeving import Omgeving, nu
from clm_cli.cli.uitvoer import (
    OngezegdError,
    OnschrijfbaarError,
    druk,
    gewikkeld,
    kleur,
    meld,
    onvolledig,
    zeg_json,
)
from clm_cli.cli.vragen import in_concept, ja
from clm_cli.cli.wie import persoon, schrijver
from clm_cli.commands import werk
from clm_cli.commands.invoer import bewaar, ruim_concept_op
from clm_cli.commands.opnieuw import laat_los
from clm_cli.commands.optiewaarden import met_opties
from clm_cli.commands.schrijven import Klaar, bereid, onderwerp, schrijf
from clm_cli.commands.vastleggen import commit, kan_committen, wil
from clm_cli.derivations.zinnen import aantal
from clm_cli.meldingen import Afgebroken, ClmFout, Geweigerd, Ingehaald, NietAf
from clm_cli.views.opmaak import Papier
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import zichtbaar

T = TypeVar("T")
_MEESTE, _EERSTE = 20, 10
"""So many files at most are named, before somebody agrees and after: the question and what comes
next have to stay in sight. Of more the first are named after."""


class Werk(werk.Werk):
    """What a writing command works on: the register as it is now, and who writes when."""

    def __init__(self, om: Omgeving, *, proef: bool = False, leest: bool = False) -> None:
        """Reads the register; raises ClmFout when there is none.

        A command that only reads (`leest`) may look at what was.
        """
        if not leest and (om.op or om.bekend or om.revisie):
            raise Geweigerd(
                "--op en --bekend horen bij lezen",
                nu="noem de dag van het feit met --datum",
            )
        toen = registers.map_(om)
        self.om = om
        self.in_editor = False
        super().__init__(
            toen.wortel,
            om.peildatum,
            lambda register: werk.Kop(om.vandaag, nu(), schrijver(om, register)),
            proef=proef or leest or om.proef,
            zicht=lambda register: register.zoals(om.op, om.bekend, kaarten_van_toen=toen.uit_git),
            wacht=lambda: meld("Een andere clm is aan het schrijven; even geduld."),
        )
        self.geschreven = om.geschreven
        onvolledig(self.register)
        op = om.op is not None
        registers.zeg_van_toen(registers.bekend(om), uit_git=toen.uit_git, op=op)

    def volg(self, wat: str, rijen: Sequence[T]) -> Iterable[T]:
        """The same, counted on the terminal."""
        return voortgang.volg(wat, rijen)

    def leg_vast(self, voorstel: Voorstel) -> int:
        """Show or write a proposal; raises ClmFout when the result would not be right."""
        for regel in voorstel.onderweg:
            meld(regel)
        veel = len(voorstel.nieuw) + len(voorstel.stukken) > _MEESTE
        try:
            with voortgang.bezig("Dit wordt nagekeken") if veel else nullcontext():
                klaar = bereid(self, voorstel)
        except ClmFout as fout:
            raise fout if self.in_editor else met_opties(fout) from None
        if self.proef or klaar.stond_er_al:
            if not self.proef:
                ruim_concept_op(self.wortel, self.om.ingevuld)
            self._vertel(klaar, klaar.paden, None)
            return 0
        if voorstel.vraag and not self.om.ja:
            _vraag_door(klaar)
            gezegd = voorstel.let_op
            klaar = replace(klaar, let_op=tuple(r for r in klaar.let_op if r not in gezegd))
        vast = self._legt_vast()
        paden = schrijf(self, klaar)
        ruim_concept_op(self.wortel, self.om.ingevuld)
        vastgelegd = self._commit(klaar, paden) if vast and paden else None
        laat_los()
        try:
            self._vertel(klaar, paden, vastgelegd)
        except (BrokenPipeError, OnschrijfbaarError):
            raise OngezegdError(", ".join(paden)) from None
        return 0

    def _legt_vast(self) -> bool:
        """Whether what is written goes into git at once: asked now, or once for all."""
        if not self.om.commit and self.register.organisatie.opslaan != "vanzelf":
            return False
        kan_committen(self.wortel, "--commit" if self.om.commit else "opslaan: vanzelf")
        return True

    def _commit(self, klaar: Klaar, paden: Sequence[str]) -> str:
        opties = wil(self.wortel, meld, persoon(self.om, self.register))
        return commit(self.wortel, paden, onderwerp(klaar), klaar.voorstel.zin, opties)

    def bewaard(
        self, naam: str, boom: Mapping[str, object], fout: ClmFout, mee: str = ""
    ) -> ClmFout:
        """The same refusal, after keeping what was typed; `mee` is what no file can hold."""
        if self.is_ingehaald and not isinstance(fout, NietAf):
            raise Ingehaald from None
        if isinstance(fout, Afgebroken):
            boom = _met_half(boom, fout.getypt)
        al = isinstance(fout, NietAf) and fout.feit
        if self.proef or self.in_editor or al or not boom:  # the editor keeps its own text
            return fout
        waar = bewaar(self, naam, boom)
        if waar is None:
            return fout
        in_concept()
        if isinstance(fout, NietAf):
            return NietAf(fout.tekst, nu=f"{fout.nu}; {waar}", feit=False)
        if fout.nu:
            teken = "" if fout.nu.endswith("?") else ";"
            waar = f"{fout.nu}{teken} {waar}"
        fout.nu = f"{waar} (geef die met --bestand{mee})"
        return fout

    def _vertel(self, klaar: Klaar, paden: Sequence[str], vastgelegd: str | None) -> None:
        """What was written, or would be; as text or as JSON."""
        voorstel, proef = klaar.voorstel, self.proef
        if self.om.json:
            gegevens = {
                "zin": voorstel.zin,
                "bestanden": list(paden),
                "stond_er_al": list(klaar.stond_er_al),
                "proef": proef,
                "aangenomen": list(voorstel.aangenomen),
                "let_op": list(klaar.let_op),
                "nu": voorstel.nu,
                "verschil": klaar.verschil if proef else None,
                "commit": vastgelegd,
            }
            zeg_json("geschreven", gegevens)
            return
        if voorstel.aangenomen and not klaar.stond_er_al:
            meld(f"aangenomen: {'; '.join(voorstel.aangenomen)}")
        druk("\n".join(_regels(klaar, paden, vastgelegd, proef=proef)))


def _met_half(boom: Mapping[str, object], half: Mapping[str, Any]) -> dict[str, object]:
    """What was said, with what was typed of the field at which somebody stopped."""
    uit = dict(boom)
    for naam, waarde in half.items():
        al = boom.get(naam)
        eerder = al if isinstance(al, list) and isinstance(waarde, list) else []
        uit[naam] = [*eerder, *waarde] if eerder else waarde
    return uit


def _regels(
    klaar: Klaar, paden: Sequence[str], vastgelegd: str | None, *, proef: bool
) -> list[str]:
    kop = klaar.voorstel.zin
    if klaar.stond_er_al:
        kop = "Er is niets geschreven."
        getoond, rest_ = _eerste(klaar.stond_er_al)
        wat = [zichtbaar(f"  stond er al: {pad}") for pad in getoond]
        wat += [f"  … en {rest_} andere"] if rest_ else []
    elif proef:
        papier = Papier(kleur=kleur())
        kop, wat = "Proef: er is niets geschreven.", papier.verschil(klaar.verschil)
    else:
        getoond, rest_ = _eerste(paden)
        wat = [zichtbaar(f"  geschreven: {pad}") for pad in getoond]
        wat += [f"  geschreven: … en {rest_} andere"] if rest_ else []
    rest = [f"  git: {vastgelegd}"] if vastgelegd else []
    rest += [f"  let op: {regel}" for regel in klaar.let_op]
    rest += [f"  nu: {klaar.voorstel.nu}"] if klaar.voorstel.nu and not proef else []
    if not proef:  # a difference keeps its lines
        wat = [gewikkeld(regel, sys.stdout) for regel in wat]
    rest = [gewikkeld(zichtbaar(regel), sys.stdout) for regel in rest]
    return [zichtbaar(kop), *(wat or ["  er verandert niets"]), *rest]


def _eerste(paden: Sequence[str]) -> tuple[Sequence[str], int]:
    """Of many paths the first, and how many others there are."""
    getoond = paden if len(paden) <= _MEESTE else paden[:_EERSTE]
    return getoond, len(paden) - len(getoond)


def _vraag_door(klaar: Klaar) -> None:
    # who agrees has seen what there is to know about it
    for regel in klaar.voorstel.let_op:
        meld(f"let op: {regel}")
    if not sys.stdin.isatty():
        eerste, rest = _eerste(klaar.paden)
        namen = ", ".join(eerste) + (f" en {rest} andere" if rest else "")
        raise ClmFout(
            f"Dit schrijft {aantal(len(klaar.paden), 'bestand', 'bestanden')}: {namen}.",
            nu="bekijk het met --proef en geef --ja",
        )
    getoond = list(klaar.paden)
    if len(getoond) > _MEESTE:
        rest = len(getoond) - _MEESTE
        getoond = [*getoond[:_MEESTE], f"… en {rest} andere (--proef toont ze alle)"]
    paden = "\n".join(f"  {pad}" for pad in getoond)
    if not ja(f"Dit wordt geschreven:\n{paden}", "Doorgaan? [ja/nee] "):
        raise Geweigerd("")
