"""Floor 8, schrijven: a proposal is checked, shown, written and told.

The same for every command that writes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from clm_cli.acts.feit import Kop
from clm_cli.cli.omgeving import Omgeving, nu
from clm_cli.cli.programma import commit, kan_committen
from clm_cli.cli.registers import wortel
from clm_cli.cli.uitvoer import meld, zeg, zeg_json
from clm_cli.cli.wie import schrijver
from clm_cli.commands import werk as commands
from clm_cli.files.lader import Geladen
from clm_cli.files.opslag import Bewerking, bereid, schrijf, verschil
from clm_cli.meldingen import ClmFout, Ernst, Melding
from clm_cli.rules.boek import controleer
from clm_cli.voorstel import Voorstel


class Werk(commands.Werk):
    """What a writing command works on: the register as it is now, and who writes when."""

    def __init__(self, om: Omgeving) -> None:
        """Reads the register; raises ClmFout when there is none."""
        if om.op or om.bekend:
            raise ClmFout(
                "--op en --bekend horen bij lezen; er is niets geschreven.",
                nu="noem de dag van het feit met --datum",
            )
        self.om = om
        self.in_editor = False
        super().__init__(
            wortel(om),
            om.vandaag,
            lambda register: Kop(om.vandaag, nu(), schrijver(om, register)),
        )

    def leg_vast(self, voorstel: Voorstel) -> int:
        """Check, show or write; returns the exit code.

        Raises ClmFout when the result would not be right.
        """
        for regel in voorstel.onderweg:
            meld(regel)
        bewerkingen, daarna = bereid(self.wortel, self.geladen, voorstel)
        let_op = (*voorstel.let_op, *self._nieuwe_meldingen(daarna))
        if self.om.proef:
            self._vertel(voorstel, [b.pad for b in bewerkingen], let_op, verschil(bewerkingen))
            return 0
        if voorstel.vraag and not self.om.ja:
            self._vraag(bewerkingen)
        if self.om.commit:
            kan_committen(self.wortel)
        paden = schrijf(self.wortel, bewerkingen)
        vastgelegd = commit(self.wortel, paden, voorstel.zin) if self.om.commit and paden else None
        self._vertel(voorstel, paden, let_op, None, vastgelegd)
        return 0

    def _nieuwe_meldingen(self, daarna: Geladen) -> tuple[str, ...]:
        """What the rules find that they did not find before: an error refuses, the rest is said."""
        vandaag = self.om.vandaag
        eerder = {_kern(m) for m in controleer(self.register, vandaag)}
        nieuw = [m for m in controleer(daarna.register.zoals(), vandaag) if _kern(m) not in eerder]
        fouten = tuple(m for m in nieuw if m.ernst is Ernst.FOUT)
        if fouten:
            raise ClmFout(
                "Zo klopt het dossier niet; er is niets geschreven.",
                nu=fouten[0].nu,
                meldingen=fouten,
            )
        return tuple(
            f"{m.code} {m.tekst}{f' - {m.nu}' if m.nu else ''}"
            for m in nieuw
            if m.ernst is Ernst.WAARSCHUWING
        )

    def _vraag(self, bewerkingen: Sequence[Bewerking]) -> None:
        if not sys.stdin.isatty():
            paden = ", ".join(b.pad for b in bewerkingen)
            raise ClmFout(
                f"Dit schrijft {len(bewerkingen)} bestanden: {paden}.",
                nu="bekijk het met --proef en geef --ja",
            )
        meld("Dit wordt geschreven:\n" + "\n".join(f"  {b.pad}" for b in bewerkingen))
        if vraag("Doorgaan? [ja/nee] ").strip().lower() not in ("j", "ja"):
            raise ClmFout("Er is niets geschreven.")

    def _vertel(
        self,
        voorstel: Voorstel,
        paden: Sequence[str],
        let_op: Sequence[str],
        diff: str | None,
        vastgelegd: str | None = None,
    ) -> None:
        if self.om.json:
            gegevens = {
                "zin": voorstel.zin,
                "bestanden": list(paden),
                "proef": self.om.proef,
                "let_op": list(let_op),
                "nu": voorstel.nu,
            }
            zeg_json("geschreven", {**gegevens, "verschil": diff, "commit": vastgelegd})
            return
        kop = "Proef: er is niets geschreven." if diff is not None else voorstel.zin
        regels = [
            kop,
            *(
                [diff]
                if diff
                else [f"  geschreven: {pad}" for pad in paden] or ["  er verandert niets"]
            ),
        ]
        regels += [f"  git: {vastgelegd}"] if vastgelegd else []
        regels += [f"  let op: {regel}" for regel in let_op]
        zeg(
            "\n".join(
                [*regels, *([f"  nu: {voorstel.nu}"] if voorstel.nu and diff is None else [])]
            )
        )


def _kern(melding: Melding) -> tuple[str, str, str]:
    """What makes a melding the same one after lines moved."""
    return melding.code, melding.plek.pad if melding.plek else "", melding.tekst


def vraag(zin: str) -> str:
    """Ask on the terminal; the question is no result, so it goes to stderr."""
    sys.stderr.write(zin)
    sys.stderr.flush()
    antwoord = sys.stdin.readline()
    if not antwoord:
        raise KeyboardInterrupt
    return antwoord.rstrip("\n")
