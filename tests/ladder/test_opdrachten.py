"""No sequence of commands passes a hard condition: random words on a register on disk.

It is looked at again after each.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.vervolg import getoetst
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Ernst
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.toets import controleer
from tests.klein_register import BASIS, schrijf
from tests.ladder.zaakbouw import INSTRUMENTEN, Bouw

REEKSEN = int(os.environ.get("CLM_REEKSEN", "4"))
"""How many sequences each contract sees; more of them are asked for by hand."""
STAPPEN = 11
HOORT = 0.8
"""How often new findings are put to the provider next."""


class Loop:
    """One register and the commands given on it, day by day."""

    def __init__(self, map_: Path, contract: str, zaad: int) -> None:
        self.map, self.contract, self.toeval = map_, contract, random.Random(zaad)
        self.dag = date(2026, 1, 12)
        self.brieven = 0
        self.gedaan: list[str] = []
        self.gelukt: list[str] = []
        los = (
            self.toeval.choice(
                (
                    "",
                    "T2",
                    "omzet",
                    "T:veilig",
                    "volmacht-tot-4",
                    "L:bewijs-bij-trede-5-en-6=streng",
                )
            )
            if contract == "J"
            else self.toeval.choice(("", "T2", "k=oo", "L:toegang-tot-trede-2=aanleiding-volstaat"))
        )
        bestanden = {
            pad: tekst
            for pad, tekst in Bouw(los, contract).bestanden.items()
            if "/escalaties/" not in pad
        }
        schrijf(map_, {**BASIS, **bestanden})
        (map_ / "kpis.txt").write_text("een stuk", encoding="utf-8")

    def boom(self) -> dict[str, bytes]:
        """Every file of the record; drafts and the lock are no record."""
        return {
            p.relative_to(self.map).as_posix(): p.read_bytes()
            for p in sorted(self.map.rglob("*"))
            if p.is_file() and ".clm" not in p.parts
        }

    def doe(self, *woorden: str) -> int:
        """One command; what it refuses leaves every file as it was."""
        voor, gezegd = self.boom(), io.StringIO()
        vast = ["--map", str(self.map), "--vandaag", self.dag.isoformat(), "--door", "mia"]
        with contextlib.redirect_stdout(gezegd):
            uit = draai([*woorden, *vast])
        self.gedaan.append(f"{self.dag} {uit}: {' '.join(woorden)}")
        assert uit in (0, 2), self.gedaan
        nieuw = uit == 0 and "stond er al" not in gezegd.getvalue()
        assert (self.boom() != voor) == nieuw, self.gedaan
        if nieuw:
            self.gelukt.append(" ".join(woorden[1:4] if woorden[1] == "maatregel" else woorden[:2]))
        return uit

    def stap(self) -> int:
        """One random command; half of the time what a careful person would say.

        The other half has something left out.
        """
        t = self.toeval
        self.dag += timedelta(days=t.choice((0, 0, 1, 3, 8, 21)))
        if not self.gelukt[1:]:
            return self.onderzoek()
        if self.gelukt[-1] == "escalatie onderzoek" and t.random() < HOORT:
            return self.wederhoor()
        doe = (
            self.onderzoek,
            self.wederhoor,
            self.verzonden,
            self.verzonden,
            self.beoordeling,
            self.beoordeling,
            self.bezwaar,
            self.feit,
            self.bewijs,
            self.correctie,
            *[self.maatregel] * 10,
        )
        return t.choice(doe)()

    def eerder(self) -> str:
        """Today, or a day that is past."""
        return (self.dag - timedelta(days=self.toeval.choice((0, 0, 0, 5, 20)))).isoformat()

    def opening(self) -> int:
        contract = "ambulant" if self.contract == "J" else "advies"
        rijen = ["wat=Iets soort=kwaliteit", "wat=Meer soort=tijdigheid"][
            : self.toeval.choice((1, 1, 2))
        ]
        opties = [
            deel
            for rij in rijen
            for deel in (
                "--tekortkoming",
                (
                    f"verplichting=VP-1 {rij} ernst=feitelijk feiten=Zo eis=Alles "
                    f"ernstig={self.toeval.choice(('ja', 'nee', 'onbekend'))}"
                ),
            )
        ]
        return self.doe(
            "escalatie",
            "opening",
            "bloem",
            *opties,
            "--signaal",
            "signalen/2026-01-05-iets",
            "--afweging",
            "reden=Zo",
            "--contract",
            contract,
            "--besloten-door",
            "dir",
            "--naam",
            "zaak",
        )

    def onderzoek(self) -> int:
        return self.doe(
            "escalatie",
            "onderzoek",
            "bloem",
            "--begonnen",
            self.eerder(),
            "--bevindingen",
            "x",
            "--niet-nakoming",
            self.toeval.choice(("ja", "ja", "ja", "ja", "nee")),
            "--datum",
            self.eerder(),
        )

    def wederhoor(self) -> int:
        tot = self.dag.isoformat()
        gehoord = (
            ["--gehoord", tot, "--wijze", "gesprek", "--reactie", "x", "--uitgesproken", "ja"]
            if self.toeval.random() < 0.9
            else ["--wijze", "geen reactie"]
        )
        return self.doe(
            "escalatie",
            "wederhoor",
            "bloem",
            "--uitgenodigd",
            tot,
            "--termijn-tot",
            tot,
            *gehoord,
        )

    def maatregel(self) -> int:
        """Any instrument, with any part of what it asks for."""
        t = self.toeval
        alle = sorted(set(INSTRUMENTEN[self.contract].values()))
        trede, instrument = min(t.choice(alle), t.choice(alle))  # most begin below
        gezet = {
            rij[0]
            for rij in INSTRUMENTEN[self.contract].values()
            if f"maatregel bloem {rij[1]}" in self.gelukt
        }
        bewezen = ["fraude"] * ("escalatie bewijs" in self.gelukt)
        lager = [str(n) for n in range(1, trede) if n not in gezet]
        deel = {
            "--ernst": "Ernstig.",
            "--overslaan": (f"treden={','.join(lager) or 1} ernst=x reden=x kpis=x"),
            "--hersteltermijn": 'tekortkoming=T1 termijn="20 werkdagen" redelijk=ja',
            "--noodzaak": t.choice(("ja", "nee", "onbekend")),
            "--antwoordtermijn": t.choice(("10 werkdagen", "15 werkdagen")),
            "--antwoord-reden": "x",
            "--reikwijdte": "wat=x eindigt_als=x herzien=2026-12-01 ontvangers=Boom",
            "--geldelijk": (
                f"reden=x vordering=x bedrag={t.choice(('1000.00', '40000.00', '90000.00'))}"
            ),
            "--zorglandschap": "stabiel=x beschikbaar=x toegankelijk=x",
            "--bestuurlijk": "relevant=nee reden=x",
            "--eigen-verplichtingen": "ja",
            "--grond": t.choice(("herstel-niet-mogelijk", "x", *bewezen)),
            "--uiterste": "x",
            "--preventief": (
                f"maatregel=dossieraudit niveau={t.choice(('operationeel', 'tactisch'))} "
                "doel=herstel wie=beide"
            ),
            "--ingaat": t.choice((self.dag, self.dag + timedelta(days=40))).isoformat(),
            "--eisenoordeel": "eisen=VP-1 reden=x",
            "--spoed": (
                f"door=dir reden=x alsnog=horen alsnog_uiterlijk={self.dag + timedelta(days=5)}"
            ),
            "--tekortkoming": "T1",
        }
        weg = {"--spoed"} if t.random() < 0.8 else set()
        weg |= {"--preventief"} if instrument != "preventie" else set()
        weg |= {"--antwoordtermijn", "--antwoord-reden"} if trede > 2 else set()
        weg |= set() if t.random() < 0.7 else {t.choice(sorted(deel))}
        opties = [
            stuk for naam, waarde in deel.items() if naam not in weg for stuk in (naam, waarde)
        ]
        afwijkingen = [
            stuk
            for naam in (
                "bewijs",
                "verzuim",
                "mandaat",
                "plan-doorlopen",
                "preventie-doorlopen",
                "uiterste-middel",
                "eigen-nakoming",
                "nieuws-gehoord",
                "plan-op-schema",
            )
            for stuk in ("--afwijking", f"voorwaarde={naam} reden=x door=dir datum={self.dag}")
        ]
        self.brieven += 1
        naam = f"{self.dag}-brief-{self.brieven}"
        kaart = (
            f"richting: uitgaand\nsoort: {instrument}\nonderwerp: x\ndatum: "
            f"{self.dag}\ncontracten: [{'ambulant' if self.contract == 'J' else 'advies'}]\n"
        )
        schrijf(self.map, {f"bloem/brieven/{naam}/brief.yaml": kaart})
        return self.doe(
            "escalatie",
            "maatregel",
            "bloem",
            instrument,
            "--reden",
            "x",
            "--besloten-door",
            t.choice(("dir", "dir", "mia")),
            *opties,
            *afwijkingen,
            "--brief",
            f"brieven/{naam}",
        )

    def verzonden(self) -> int:
        mappen = sorted(p.parent.name for p in self.map.glob("bloem/brieven/*/brief.yaml"))
        if not mappen:
            return 2
        naam = self.toeval.choice(mappen[-3:])
        if (
            self.doe(
                "brief",
                "verzonden",
                "bloem",
                naam,
                "--kanaal",
                "aangetekend",
                "--aan",
                "x",
                "--document",
                str(self.map / "kpis.txt"),
            )
            == 0
        ):
            verzending = max(
                p.stem for p in self.map.glob(f"bloem/brieven/{naam}/*-verzonden*.yaml")
            )
            soort, wat = self.toeval.choice(
                (
                    ("bezorgd", ("--bewijs", "x")),
                    ("bezorgd", ("--bewijs", "x")),
                    ("retour", ("--reden", "x")),
                )
            )
            return self.doe(
                "brief", soort, "bloem", naam, "--bij", verzending, *wat, "--datum", str(self.dag)
            )
        return 2

    def beoordeling(self) -> int:
        over = self.toeval.choice(("herstel", "herstel", "effect"))
        return self.doe(
            "escalatie",
            "beoordeling",
            "bloem",
            "--over",
            over,
            "--oordeel",
            f"onderdeel=T1 oordeel={self.toeval.choice(('nee', 'nee', 'ja', 'onbekend'))} bewijs=x",
            "--besloten-door",
            "mia",
            "--datum",
            self.eerder(),
        )

    def bezwaar(self) -> int:
        if self.toeval.random() < 0.5:
            return self.doe(
                "escalatie",
                "bezwaar",
                "bloem",
                "--gronden",
                "x",
                "--schriftelijk",
                "ja",
                "--verzonden",
                self.eerder(),
            )
        return self.doe(
            "escalatie",
            "beslissing",
            "bloem",
            "--uitkomst",
            self.toeval.choice(("gehandhaafd", "ingetrokken")),
            "--reden",
            "x",
            "--besloten-door",
            "dir",
        )

    def feit(self) -> int:
        soort, opties = self.toeval.choice(
            (
                ("schorsing", ["--reden", "x"]),
                ("hervatting", ["--reden", "x"]),
                ("opheffing", ["--wijze", "opgeheven", "--reden", "x", "--besloten-door", "dir"]),
                ("opheffing", ["--wijze", "ingetrokken", "--reden", "x", "--besloten-door", "dir"]),
                ("sluiting", ["--reden", "x", "--hersteld", "ja", "--besloten-door", "dir"]),
                (
                    "heropening",
                    [
                        "--reden",
                        "x",
                        "--besloten-door",
                        "dir",
                        "--signaal",
                        "signalen/2026-01-05-iets",
                    ],
                ),
                ("facturen", ["--regel", "nummer=F-1 bedrag=1000.00 grond=x"]),
            )
        )
        return self.doe("escalatie", soort, "bloem", *opties, "--datum", self.eerder())

    def bewijs(self) -> int:
        elementen = (
            "opzet",
            "misleiding van de opdrachtgever",
            "financieel gewin",
            "urenregistraties of indicaties zijn vervalst",
        )
        opties = [
            deel
            for e in elementen
            for deel in (
                "--element",
                (
                    f"element='{e}' "
                    f"aangetoond={self.toeval.choice(('ja', 'ja', 'ja', 'nee', 'onbekend'))} "
                    "feiten=x"
                ),
            )
        ]
        return self.doe(
            "escalatie",
            "bewijs",
            "bloem",
            "--vorm",
            "valsheid-in-geschrifte",
            *opties,
            "--vastgesteld-door",
            "accountant",
            "--vastgesteld-op",
            "2026-01-13",
            "--bijlage",
            str(self.map / "kpis.txt"),
            "--datum",
            self.eerder(),
        )

    def correctie(self) -> int:
        feiten = sorted(
            p.relative_to(self.map / "bloem").as_posix().removesuffix(".yaml")
            for p in self.map.glob("bloem/escalaties/*/*.yaml")
            if "correctie" not in p.name
        )
        if not feiten:
            return 2
        wat = ["--vervalt"] if self.toeval.random() < 0.5 else ["--wordt", f"datum={self.eerder()}"]
        return self.doe("correctie", "bloem", self.toeval.choice(feiten), "--reden", "x", *wat)


def klopt(loop: Loop) -> None:
    """Every measure that is recorded met all its hard conditions, and the register is whole."""
    geladen = laad(loop.map)
    assert geladen.meldingen == (), loop.gedaan
    register = geladen.register.zoals()
    assert [m for m in controleer(register, loop.dag) if m.ernst is Ernst.FOUT] == [], loop.gedaan
    dossier = register.dossiers["bloem"]
    for zaak in dossier.escalaties:
        for maatregel in zaak.van(Maatregel):
            stap = getoetst(blik_op(register, dossier, loop.dag), zaak, maatregel)
            assert stap is not None
            assert [
                rij.naam for rij in stap.voorwaarden if rij.hard and rij.uitspraak.antwoord != "ja"
            ] == [], loop.gedaan


@pytest.mark.parametrize("contract", ["J", "S"])
def test_no_sequence_of_commands_passes_a_hard_condition(tmp_path: Path, contract: str) -> None:
    """J36-J49, S03-S20: what is refused leaves every file as it was; what is written is right."""
    genomen_, geweigerd = [], 0
    for zaad in range(3, 3 + REEKSEN):
        loop = Loop(tmp_path / str(zaad), contract, zaad)
        assert loop.opening() == 0
        for _ in range(STAPPEN):
            if loop.stap() == 0:
                klopt(loop)
        genomen_ += [woorden for woorden in loop.gelukt if woorden.startswith("maatregel")]
        geweigerd += sum(" 2: escalatie maatregel" in regel for regel in loop.gedaan)
    assert len(genomen_) >= REEKSEN
    assert geweigerd >= REEKSEN


def test_an_opening_cannot_be_taken_from_under_a_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without its opening a case has no contract, and nobody would look at its measures."""
    loop = Loop(tmp_path, "J", 0)
    loop.opening()
    loop.dag = date(2026, 2, 2)
    assert (
        loop.doe(
            "escalatie",
            "maatregel",
            "bloem",
            "intensivering",
            "--reden",
            "x",
            "--besloten-door",
            "dir",
            "--ernst",
            "x",
            "--afwijking",
            "voorwaarde=onderzoek reden=x door=dir datum=2026-02-02",
            "--afwijking",
            "voorwaarde=wederhoor reden=x door=dir datum=2026-02-02",
        )
        == 0
    )
    opening = "escalaties/2026-01-12-zaak/2026-01-12-opening"
    assert loop.doe("correctie", "bloem", opening, "--reden", "x", "--vervalt") == 2
    assert "LAD416 deze escalatie heeft geen opening" in capsys.readouterr().err
    loop.dag = date(2026, 2, 20)
    assert (
        loop.doe("correctie", "bloem", opening, "--reden", "x", "--wordt", "datum=2026-02-10") == 2
    )
    assert "LAD416 deze maatregel is van vóór de opening van dinsdag 10 februari 2026" in " ".join(
        capsys.readouterr().err.split()
    )


def _preventie(loop: Loop, naam: str, niveau: str, *meer: str) -> int:
    return loop.doe(
        *("escalatie", "maatregel", "bloem", "preventie", "--datum", "2026-01-06"),
        *("--reden", "x", "--ernst", "x", "--besloten-door", "mia", *meer),
        *("--preventief", f"maatregel={naam} niveau={niveau} doel=herstel wie=beide"),
    )


def test_what_was_tried_before_the_case_is_recorded_and_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S10, S20: prevention comes before the model; a measure of the model does not."""
    loop = Loop(tmp_path, "S", 0)
    loop.opening()
    loop.dag = date(2026, 2, 17)
    assert _preventie(loop, "dossieraudit", "tactisch") == 0
    assert _preventie(loop, "casuistiekoverleg", "operationeel") == 0
    for naam in ("dossieraudit", "casuistiekoverleg"):
        bij = f"escalaties/2026-01-12-zaak/2026-01-06-maatregel-preventie-{naam}"
        oordeel = f"onderdeel=T1 oordeel=nee bewijs={naam}"
        effect = ("--over", "effect", "--bij", bij, "--oordeel", oordeel, "--besloten-door", "mia")
        assert loop.doe("escalatie", "beoordeling", "bloem", *effect, "--datum", "2026-01-09") == 0
    klopt(loop)
    capsys.readouterr()
    vroeg = ("escalatie", "maatregel", "bloem", "terugvordering", "--datum", "2026-01-06")
    assert loop.doe(*vroeg, "--reden", "x", "--ernst", "x", "--besloten-door", "dir") == 2
    assert "LAD416 deze maatregel is van vóór de opening" in " ".join(
        capsys.readouterr().err.split()
    )


def test_more_contact_of_before_the_case_is_no_trede_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J38: the ladder of this contract begins with the case; what was before is J18."""
    loop = Loop(tmp_path, "J", 0)
    loop.opening()
    loop.dag = date(2026, 2, 2)
    vroeg = ("escalatie", "maatregel", "bloem", "intensivering", "--datum", "2026-01-06")
    assert loop.doe(*vroeg, "--reden", "x", "--ernst", "x", "--besloten-door", "dir") == 2
    assert "LAD416 deze maatregel is van vóór de opening" in " ".join(
        capsys.readouterr().err.split()
    )


def test_a_correction_is_named_after_its_own_day(tmp_path: Path) -> None:
    """A fact of an earlier day can be mended later.

    A correction begins with the day on which it is made.
    """
    loop = Loop(tmp_path, "J", 0)
    loop.opening()
    loop.dag = date(2026, 2, 2)
    assert loop.onderzoek() == 0
    loop.dag = date(2026, 2, 9)
    feit = next(p.stem for p in loop.map.glob("bloem/escalaties/*/*-onderzoek.yaml"))
    assert (
        loop.doe(
            "correctie",
            "bloem",
            f"escalaties/2026-01-12-zaak/{feit}",
            "--reden",
            "x",
            "--wordt",
            "bevindingen=Beter",
        )
        == 0
    )
    assert [p.name for p in loop.map.glob("bloem/escalaties/*/*correctie*")] == [
        "2026-02-09-correctie-onderzoek.yaml"
    ]
    klopt(loop)
