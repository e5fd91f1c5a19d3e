"""Every command that writes, with a register in which it is accepted: none can be forgotten."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.cli.opdrachten import TABEL
from tests import gelijktijdig, klein_register, twee_mensen
from tests.cli.test_escalatieopdrachten import OPDRACHT
from tests.cli.test_schil import ALLE as TYPER
from tests.ladder.zaakbouw import Bouw
from tests.verschil.test_geschreven import EERST, ELDERS, LEZEND, TE_DOEN

FEITEN = """
noteer waterlelie Gebeld --wijze telefoon --met Jan --richting uitgaand \
 --bijlage {elders}/stuk.pdf
gesprek gedeeld waterlelie 2026-04-23-voortgang --aan Jan --wijze e-mail
gesprek reactie de-klaproos 2026-04-16-voortgang --van Jan --ontvangen 2026-05-18 \
 --punt 'onderdeel=actie opmerking=Anders'
gesprek vastgesteld waterlelie 2026-04-23-voortgang --wijze schriftelijk
gesprek verzet de-klaproos 2026-07-09-voortgang --naar 2026-07-16 --reden Ziek \
 --verzoek-van aanbieder
actie afgerond de-klaproos A-31 --resultaat Klaar
actie verzet de-klaproos A-31 --uiterlijk 2026-07-01 --reden Later
actie overgedragen de-klaproos A-32 --partij opdrachtgever --wie 'Tom de Graaf' --reden Ander
actie vervallen de-klaproos A-31 --reden Anders
actie herroepen de-klaproos B-12 --reden Anders --besloten-door 'M. Hoekstra'
actie geparkeerd waterlelie R-02 --tot 2026-07-01 --reden Later
actie wacht waterlelie O-02 --wacht-op Jan --vraag Welke
signaal uitvraag de-klaproos signalen/2026-02-24-registratie --gemeente vaartstad \
 --uiterlijk 2026-06-01 --vraag Herkent
signaal antwoord waterlelie signalen/2026-05-06-bereikbaarheid-uitvraag --gemeente vaartstad \
 --herkent ja --antwoord Ja --datum 2026-05-18
contract verlenging waterlelie gezinshuizen --optie optie-2 --besloten-door 'M. Hoekstra'
contract niet-verlengd waterlelie gezinshuizen --optie optie-2 --reden Anders \
 --besloten-door 'M. Hoekstra'
contract overname waterlelie gezinshuizen --naar de-klaproos --ingaat 2026-06-01 --grond Fusie
contract einde waterlelie gezinshuizen --wijze opzegging --ingaat 2026-06-01 --reden Anders
brief akkoord waterlelie 2026-05-18-antwoord
brief verzonden waterlelie 2026-05-18-antwoord --kanaal aangetekend
brief bezorgd waterlelie 2026-05-11-cijfers --bewijs Leesbevestiging --datum 2026-05-12
brief retour waterlelie 2026-05-11-cijfers --reden geweigerd --datum 2026-05-18
meting meting waterlelie --periode 2026-K1 --bron {elders}/opgave.csv --ontvangen 2026-05-18 \
 --waarde 'kpi=uitval contract=gezinshuizen waarde=5'
geinformeerd de-klaproos --wijze gesprek --bij classificaties/2026-01-15-toets --nogmaals
"""
"""Facts by their command, as the example accepts them."""
_BRIEF = EERST["brief mail waterlelie 2026-05-18-antwoord"]
_VERSLAG = EERST["gesprek maak mail waterlelie 2026-04-23-voortgang"]
_DELEN = "gesprek gedeeld waterlelie 2026-04-23-voortgang --aan Jan --wijze e-mail"
VOORAF = {
    **{naam: (eerst,) for naam, eerst in EERST.items()},
    "brief akkoord waterlelie": (_BRIEF,),
    "brief verzonden waterlelie": (_BRIEF,),
    "gesprek gedeeld waterlelie": (_VERSLAG,),
    "gesprek vastgesteld waterlelie": (_VERSLAG, _DELEN),
}
"""What goes before a command that begins so."""
IN_ALLE_VORMEN = ("brief maak",)
"""Documents that are made in each format; of the others one will do, to write is the same."""
VRAAGT_GIT = {"delen": "noteer", "ophalen": "", "hernummer": ""}
"""What two people do together, and what the one who shares did before."""


@dataclass(frozen=True)
class Opdracht:
    """A command as it is typed, and how the register comes about in which it is accepted."""

    naam: str
    woorden: str
    soort: str = "voorbeeld"
    zaak: tuple[str, str] = ("", "")
    vooraf: tuple[str, ...] = ()

    @property
    def door(self) -> str:
        """Who gives it."""
        return "marieke-hoekstra" if self.soort in ("voorbeeld", "leest") else "mia"

    def doe(self, werk: Path, woorden: str | None = None) -> int:
        """Give it, or another one, in `werk/r`; what it reads from outside is in `werk/elders`."""
        elders, map_ = str(werk / "elders"), str(werk / "r")
        tekst = self.woorden if woorden is None else woorden
        rij = [deel.replace("{elders}", elders).replace("NIEUW", map_) for deel in _delen(tekst)]
        waar = () if self.soort == "leeg" else ("--map", map_)
        return draai([*rij, *waar, "--vandaag", "2026-05-18", "--door", self.door, "--ja"])

    def maak(self, werk: Path) -> None:
        """The register, in `werk/r`."""
        (werk / "elders").mkdir(parents=True)
        for naam, inhoud in ELDERS.items():
            (werk / "elders" / naam).write_text(inhoud, encoding="utf-8")
        (werk / "elders/stuk.pdf").write_bytes(b"%PDF-proef" * 1000)
        map_ = werk / "r"
        if self.soort in ("voorbeeld", "leest"):
            blijft = shutil.ignore_patterns("slot", ".gitignore")  # of who used the example before
            shutil.copytree(resources.voorbeeld(), map_, ignore=blijft)
        elif self.soort == "zaak":
            contract, woorden = self.zaak
            assert klein_register.lees(map_, Bouw(woorden, contract).bestanden).meldingen == ()
        elif self.soort == "klein":
            gelijktijdig.maak(map_)
        elif self.soort == "samen":
            _samen(map_, self.naam)
        for woorden in self.vooraf:
            assert self.doe(werk, woorden) == 0, woorden


def _delen(woorden: str) -> list[str]:
    return shlex.split(woorden)


def _samen(map_: Path, naam: str) -> None:
    """A register that two people share, in which one of them has something to do."""
    mappen = twee_mensen.maak(map_.parent / "twee")
    anderen = {"ophalen": mappen["bo"], "delen": mappen["mia"]}
    bel = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
    risico = "lijst risicos bloem --kans laag --gevolg hoog --eigenaar bo --wat"
    if naam == "hernummer":
        for wat in ("Brand", "Storm"):
            assert draai([*risico.split(), wat, *_vast(mappen["mia"])]) == 0
        lijst = mappen["mia"] / "bloem/lijsten/risicos.yaml"
        lijst.write_text(lijst.read_text().replace("R-02", "R-01"), encoding="utf-8")
    else:
        assert twee_mensen.clm(anderen[naam], bel, "mia") == 0
        if naam == "ophalen":
            assert twee_mensen.clm(anderen[naam], "delen", "mia") == 0
    mappen["mia"].rename(map_)


def _vast(map_: Path) -> tuple[str, ...]:
    return ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")


def _naam(woorden: str) -> str:
    """The row of the table that these words name."""
    delen = shlex.split(woorden)
    namen = [" ".join(delen[:aantal]) for aantal in (3, 2, 1)]
    gevonden = next(naam for naam in namen if naam in TABEL)
    return gevonden if TABEL[gevonden].doel else f"{gevonden} {gevonden}"


def _alle() -> Iterator[Opdracht]:
    for woorden in (*TE_DOEN, *FEITEN.replace("\\\n", "").strip().splitlines()):
        naam = _naam(woorden)
        leeg = naam in ("init", "voorbeeld")
        vooraf = next((rij for begin, rij in VOORAF.items() if woorden.startswith(begin)), ())
        vormen = any(p.name == "vorm" and p.multiple for p in TYPER[tuple(naam.split())].params)
        licht = f"{woorden} --vorm md" if vormen and naam not in IN_ALLE_VORMEN else woorden
        yield Opdracht(naam, licht, "leeg" if leeg else "voorbeeld", vooraf=vooraf)
    for soort, contract, zaak, getypt, _ in OPDRACHT:
        rij = (getypt[0], *getypt[1:]) if soort == "maatregel" else getypt
        woorden = shlex.join(("escalatie", soort, "bloem", *rij))
        yield Opdracht(f"escalatie {soort}", woorden, "zaak", (contract, zaak))
    for naam in VRAAGT_GIT:
        yield Opdracht(naam, naam, "samen")


ALLE = tuple(_alle())
ZONDER = LEZEND | {"sjabloon nieuw"}
"""What writes nothing; and a template of one's own regime, written as by `sjabloon kopieer`."""


def vergeten() -> set[str]:
    """The commands of the table that are neither tried nor known to write nothing."""
    return {naam for naam, rij in TABEL.items() if rij.doel} - {o.naam for o in ALLE} - ZONDER
