"""One case under an invented third regime, played by commands in a copy of its register."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from clm_cli.register import Register

REGISTER = Path(__file__).parent / "register"
REGIME = "regimes/leerlingenvervoer-2026.yaml"
MAANDEN = {"2025-10": 97, "2025-11": 90, "2025-12": 91, "2026-01": 96, "2026-02": 92}
VREEMD = re.compile(
    (
        r"\b[JS][0-9]{2}\b|sdfl|sma-2026|jeugd|flevoland|opdrachtnemer|ingebrekestelling|"
        r"cli[eë]nt|opdrachtenstop|directie|boete|kwarta|zorglandschap|misstand|fraude|preventie|"
        r"opschorting van betaling|ontbinding|opzegging|trede [67]|IGJ|escalatiemodel|terugvorder"
    ),
    re.IGNORECASE,
)
"""What belongs to the two shipped contracts and may never be said under a third."""
ZINNEN = re.compile(
    r"terughoudend|zorgvuldig om met|veiligheid van cliënten|veiligheid of tegen|"
    r"namen van cliënten|gaan voor\. Draag"
)
"""Sentences of the two shipped contracts: they stand in their regimes, and nowhere else."""


class Zaak:
    """Types commands in an own copy of the register, and keeps all that was said."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str], gespeeld: Path) -> None:
        self.map, self.capsys, self.gezegd, self.gespeeld = map_ / "register", capsys, "", gespeeld
        shutil.copytree(REGISTER, self.map)
        self.eens(
            "begin",
            lambda zaak: zaak.doe(
                "2025-06-02",
                "classificeer",
                "wielrijk",
                "--contract",
                "taxi",
                "--waarde",
                "leerlingen=120 uit opgave",
            ),
        )

    def doe(self, dag: str, *woorden: str, uit: int = 0) -> str:
        code = draai([*woorden, "--map", str(self.map), "--vandaag", dag, "--door", "rik"])
        tekst = "".join(self.capsys.readouterr())
        self.gezegd += tekst
        assert code == uit, f"{woorden}: {tekst}"
        return tekst

    def eens(self, naam: str, speel: Callable[[Zaak], object]) -> None:
        """Play a run of commands once for all tests.

        Later tests copy its facts and what was said.
        """
        klaar = self.gespeeld / naam
        if klaar.exists():
            shutil.copytree(klaar, self.map / "wielrijk", dirs_exist_ok=True)
            self.gezegd += (self.gespeeld / f"{naam}.txt").read_text(encoding="utf-8")
            return
        speel(self)
        shutil.copytree(self.map / "wielrijk", klaar)
        (self.gespeeld / f"{naam}.txt").write_text(self.gezegd, encoding="utf-8")

    def feit(self, dag: str, soort: str, *woorden: str, uit: int = 0) -> str:
        return self.doe(dag, "escalatie", soort, "wielrijk", *woorden, uit=uit)

    def schrijf(self, pad: str, tekst: str) -> None:
        (self.map / pad).parent.mkdir(parents=True, exist_ok=True)
        (self.map / pad).write_text(tekst, encoding="utf-8")

    def wijzig(self, pad: str, oud: str, nieuw: str) -> None:
        tekst = (self.map / pad).read_text(encoding="utf-8")
        assert tekst.count(oud) == 1
        self.schrijf(pad, tekst.replace(oud, nieuw))

    def meting(self, maand: str, waarde: float) -> None:
        self.schrijf(
            f"wielrijk/metingen/{maand}-ritten.yaml",
            (
                "datum: 2026-03-04\nvastgelegd: 2026-03-04T12:00:00+00:00\ndoor: rik\nperiode: "
                f"{maand}\nbron: {{vindplaats: archief}}\nontvangen: 2026-03-04\nwaarden: [{{kpi: "
                f"stipt, contract: taxi, waarde: {waarde}}}]\n"
            ),
        )

    def vertel(self, dag: str, stam: str, soort: str, bezorgd: str) -> None:
        """The letter that tells a fact of the case, sent and received."""
        zaak = next((self.map / "wielrijk/escalaties").iterdir()).name
        map_ = f"wielrijk/brieven/{dag}-{soort}"
        kaart = (
            f"richting: uitgaand\nsoort: {soort}\nonderwerp: Ritten\ndatum: {dag}\n"
            f"contracten: [taxi]\nbij: escalaties/{zaak}/{stam}\n"
            "teksten: [{onderdeel: antwoord, tekst: Zo is besloten.}]\n"
        )
        self.schrijf(f"{map_}/brief.yaml", kaart)
        self.schrijf(
            f"{map_}/{dag}-verzonden.yaml",
            (
                "kanaal: aangetekend\naan: Wielrijk\ndocument: {vindplaats: archief}\n"
                f"kaart_sha256: {sha256(kaart.encode()).hexdigest()}\n"
                f"datum: {dag}\nvastgelegd: {dag}T12:00:00+00:00\n"
                "door: rik\n"
            ),
        )
        self.schrijf(
            f"{map_}/{bezorgd}-bezorgd.yaml",
            (
                f"bij: {dag}-verzonden\nbewijs: handtekening\ndatum: {bezorgd}\n"
                f"vastgelegd: {bezorgd}T12:00:00+00:00\ndoor: rik\n"
            ),
        )

    def brief(self, dag: str, soort: str, bezorgd: str | None) -> str:
        """A letter of the regime's own kind: its card by hand, then sent by commands."""
        self.schrijf(
            f"wielrijk/brieven/{dag}-{soort}/brief.yaml",
            (
                f"richting: uitgaand\nsoort: {soort}\nonderwerp: Ritten\ndatum: "
                f"{dag}\ncontracten: [taxi]\n"
            ),
        )
        self.schrijf("stuk.md", "brief")
        self.doe(
            dag,
            "brief",
            "verzonden",
            "wielrijk",
            soort,
            "--kanaal",
            "aangetekend",
            "--aan",
            "Wielrijk",
            "--document",
            str(self.map / "stuk.md"),
        )
        if bezorgd:
            self.doe(
                bezorgd,
                *("brief", "bezorgd", "wielrijk", soort),
                *("--bewijs", "handtekening", "--datum", bezorgd),
            )
        return f"brieven/{dag}-{soort}"

    def register(self) -> Register:
        geladen = laad(self.map)
        assert geladen.meldingen == ()
        return geladen.register.zoals()

    def stand(self, dag: str) -> dict[str, Any]:
        tekst = self.doe(dag, "escalatie", "toon", "wielrijk", "--json")
        return json.loads(tekst[tekst.index("{\n") : tekst.rindex("}") + 1])["gegevens"]

    def lijst(self, dag: str) -> dict[str, Any]:
        """What the werklijst shows, by what is to be done."""
        tekst = self.doe(dag, "werklijst", "--json")
        return {
            rij["wat"]: rij
            for rij in json.loads(tekst[tekst.index("{\n") : tekst.rindex("}") + 1])["gegevens"][
                "regels"
            ]
        }

    def mist(self, dag: str, instrument: str) -> dict[str, str]:
        stap = next(rij for rij in self.stand(dag)["volgende"] if rij["instrument"] == instrument)
        return {
            rij["voorwaarde"]: rij["antwoord"]
            for rij in stap["voorwaarden"]
            if rij["antwoord"] != "ja" and not rij["invoer"]
        }

    def stap(self, dag: str, instrument: str, *alleen: str) -> Vervolgstap:
        register = self.register()
        dossier = register.dossiers["wielrijk"]
        stappen = vervolg(
            blik_op(register, dossier, date.fromisoformat(dag)), dossier.escalaties[0], alleen
        )
        return next(s for s in stappen if s.stap.instrument.instrument == instrument)

    def antwoord(self, dag: str, instrument: str, voorwaarde: str, *alleen: str) -> tuple[str, str]:
        uitspraak = next(
            v for v in self.stap(dag, instrument, *alleen).voorwaarden if v.naam == voorwaarde
        ).uitspraak
        return uitspraak.antwoord, uitspraak.tekst

    def punt(self, dag: str, soort: str) -> list[tuple[str | None, str, str]]:
        register = self.register()
        rijen = alle_werkpunten(
            blik_op(register, register.dossiers["wielrijk"], date.fromisoformat(dag))
        )
        return [
            (str(p.uiterlijk) if p.uiterlijk else None, p.bij, p.grond)
            for p in rijen
            if p.soort == soort
        ]


def open_zaak(zaak: Zaak) -> None:
    """A case on three late months out of four, up to the warning."""
    zaak.eens("waarschuwing", _tot_waarschuwing)


def tot_aanmaning(zaak: Zaak) -> None:
    """On to the request for a plan and the formal reminder, with a cure term in weeks."""
    open_zaak(zaak)
    zaak.eens("aanmaning", _tot_aanmaning)


def _tot_waarschuwing(zaak: Zaak) -> None:
    for maand, waarde in MAANDEN.items():
        zaak.meting(maand, waarde)
    zaak.feit(
        "2026-03-05",
        "opening",
        "--tekortkoming",
        (
            "id=T1 verplichting=V-1 wat='Te laat op school' soort=tijdigheid "
            "ernst=feitelijk feiten='Elke maand gemeten' eis='95 procent op tijd'"
        ),
        "--aanleiding",
        "drie-van-vier",
        "--afweging",
        "reden='Overleg hielp niet'",
        "--besloten-door",
        "rik",
        "--naam",
        "te-laat",
    )
    brief = zaak.brief("2026-03-06", "waarschuwingsbrief", "2026-03-09")
    zaak.feit(
        "2026-03-06",
        "maatregel",
        "waarschuwing",
        "--ernst",
        "Kinderen missen les",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--brief",
        brief,
    )


def _tot_aanmaning(zaak: Zaak) -> None:
    zaak.feit(
        "2026-03-30",
        "onderzoek",
        "--begonnen",
        "2026-03-16",
        "--bevindingen",
        "Te weinig bussen",
        "--niet-nakoming",
        "ja",
    )
    zaak.feit(
        "2026-04-07",
        "wederhoor",
        "--uitgenodigd",
        "2026-03-30",
        "--termijn-tot",
        "2026-04-10",
        "--gehoord",
        "2026-04-07",
        "--wijze",
        "gesprek",
        *("--reactie", "Zo zit het."),
        "--uitgesproken",  # heard before the term ended, and he had nothing to add
        "ja",
    )
    plan = zaak.brief("2026-04-08", "verzoek-herstelplan", "2026-04-09")
    zaak.feit(
        "2026-04-08",
        "maatregel",
        "herstelplan",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--brief",
        plan,
    )
    zaak.feit(
        "2026-04-30",
        "verbeterplan",
        *("--ontvangen", "2026-04-30"),
        "--punt",
        "tekortkoming=T1 oplossing='Twee bussen erbij' uiterlijk=2026-05-08",
    )
    zaak.feit(
        "2026-05-01",
        "beoordeling",
        "--over",
        "verbeterplan",
        "--oordeel",
        "onderdeel=VP-1 oordeel=ja bewijs=Gelezen",
        "--besloten-door",
        "rik",
    )
    zaak.feit(
        "2026-05-11",
        "beoordeling",
        "--over",
        "uitvoering",
        "--oordeel",
        "onderdeel=VP-1 oordeel=nee bewijs=Gezien",
        "--besloten-door",
        "rik",
    )
    brief = zaak.brief("2026-05-18", "aanmaningsbrief", "2026-05-20")
    zaak.feit(
        "2026-05-18",
        "maatregel",
        "aanmaning",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        "--brief",
        brief,
        "--hersteltermijn",
        "tekortkoming=T1 termijn='4 weken' redelijk='Een bus is zo gehuurd'",
    )
