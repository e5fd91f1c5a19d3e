"""One letter of a whole case, made by clm: to send, return, deliver, replace and check."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests.brieven.volle_registers import Opdracht, bouw, maak, opdrachten

DOSSIER, NAAM = "wilgenroos", "2026-05-04-ingebrekestelling"
BRIEF = f"{DOSSIER}/brieven/{NAAM}"


def opdracht(soort: str) -> Opdracht:
    """How the story makes a letter of this kind."""
    return next(o for o in opdrachten("J") if o.soort == soort)


def begin(map_: Path) -> Path:
    """The register at the end of 4 May 2026, with the notice made in three formats, not sent."""
    bouw(map_, "J", "2026-05-04")
    for vorige in map_.glob(f"{DOSSIER}/brieven/*"):
        shutil.rmtree(vorige)
    assert (
        maak(
            map_,
            "J",
            opdracht("ingebrekestelling"),
            "--vorm",
            "md",
            "--vorm",
            "pdf",
            "--vorm",
            "docx",
        )
        == 0
    )
    return map_


class Bureau:
    """Somebody at a desk who types commands on a day."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.map, self.capsys = map_, capsys
        self.capsys.readouterr()

    def doe(self, dag: str, *woorden: str, uit: int = 0, door: str = "mia") -> str:
        """Type one command; it has to end with this exit code. Returns all that was said."""
        code = draai([*woorden, "--map", str(self.map), "--vandaag", dag, "--door", door])
        gezegd = self.capsys.readouterr()
        assert code == uit, f"{woorden}: {code}\n{gezegd.out}{gezegd.err}"
        return gezegd.out + gezegd.err.replace("\n  nu:", "\n  nu:")

    def json(self, dag: str, *woorden: str, uit: int = 0) -> Any:
        """The data of a reading command."""
        code = draai(
            [*woorden, "--json", "--map", str(self.map), "--vandaag", dag, "--door", "mia"]
        )
        gezegd = self.capsys.readouterr()
        assert code == uit, gezegd.out + gezegd.err
        return json.loads(gezegd.out)["gegevens"]

    def verzonden(
        self, dag: str, kanaal: str = "aangetekend", *meer: str, brief: str = NAAM, uit: int = 0
    ) -> str:
        """Record a dispatch, with the code and address it needs."""
        nodig = (
            ("--barcode", "3SZZZ1")
            if kanaal == "aangetekend"
            else ("--aan", "bestuur@wilgenroos.example")
            if kanaal == "e-mail"
            else ()
        )
        return self.doe(
            dag, "brief", "verzonden", DOSSIER, brief, "--kanaal", kanaal, *nodig, *meer, uit=uit
        )

    def bezorgd(self, dag: str, kanaal: str | None = None, brief: str = NAAM) -> str:
        """Record a delivery."""
        return self.doe(
            dag,
            "brief",
            "bezorgd",
            DOSSIER,
            brief,
            "--bewijs",
            "handtekening",
            *("--datum", dag),
            *(("--bij", kanaal) if kanaal else ()),
        )

    def retour(self, dag: str, kanaal: str | None = None, reden: str = "niet afgehaald") -> str:
        """Record that a dispatch came back."""
        return self.doe(
            dag,
            "brief",
            "retour",
            DOSSIER,
            NAAM,
            "--reden",
            reden,
            *("--datum", dag),
            *(("--bij", kanaal) if kanaal else ()),
        )

    def punten(self, dag: str) -> tuple[Werkpunt, ...]:
        """All that is due in the dossier, read anew from disk."""
        register = laad(self.map).register.zoals()
        return alle_werkpunten(
            blik_op(register, register.dossiers[DOSSIER], date.fromisoformat(dag))
        )

    def dagen(self, dag: str) -> dict[str, tuple[str | None, bool]]:
        """The objection and cure terms of the measure: last day and whether it is provisional.

        The day is None where no term runs.
        """
        maatregel = "escalaties/2026-01-12-wachttijd/2026-05-04-maatregel-ingebrekestelling"
        rijen = [
            p
            for p in self.punten(dag)
            if p.soort in ("bezwaar", "herstel") and p.verwijzing == maatregel
        ]
        return {
            f"{p.soort}{p.wat[-3:] if p.soort == 'herstel' else ''}": (
                str(p.uiterlijk) if p.uiterlijk else None,
                p.voorlopig,
            )
            for p in rijen
        }

    def kaart(self, brief: str = NAAM) -> Any:
        """The card of a letter."""
        return next(
            b.record
            for b in laad(self.map).register.bestanden
            if b.pad == f"{DOSSIER}/brieven/{brief}/brief.yaml"
        )

    def feit(self, naam: str, brief: str = NAAM) -> Any:
        """A fact of a letter."""
        return next(
            b.record
            for b in laad(self.map).register.bestanden
            if b.pad == f"{DOSSIER}/brieven/{brief}/{naam}.yaml"
        )


def overgetikt(lijf: str) -> str:
    """The body as somebody types it over: plain spaces and hyphens, each run one text."""
    los = lijf.replace("\u00a0", " ").replace("<w:noBreakHyphen/>", "<w:t>-</w:t>")
    return re.sub(r'</w:t><w:t(?: xml:space="preserve")?>', "", los)
