"""Clauses that nobody notices when nothing is recorded: kept, broken and mended, by commands only.

Kept, the check and the list of work say nothing of it. Broken, both do, with the clause. The
command that they advise, with what only a person knows filled in, ends both.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.cli.adviezen import opdrachten_in

VRAAG = (
    "lijst onduidelijkheden bloem --vraag 'Telt vervoer mee' --soort hiaat "
    "--gesteld-door aanbieder --sinds 2026-03-02 --eigenaar mia"
)
RISICO = (
    "lijst risicos bloem --wat 'Te weinig mensen' --kans hoog --gevolg hoog --eigenaar mia "
    "--sinds 2026-03-02"
)
VOORBEREIDING = "lijst voorbereiding --overeenkomst raam --wat 'Is klaar' --eigenaar mia --blok"
GEPLAND = (
    "gesprek gepland bloem --contract ambulant --soort regulier --datum 2026-05-04 "
    "--vandaag 2026-04-20"
)
GESPREK = (
    "gesprek gehouden bloem 2026-05-04 --datum 2026-05-04 "
    "--aanwezig 'persoon=mia partij=opdrachtgever rol=contractmanager voorzitter=ja' "
    "--aanwezig 'naam=An partij=aanbieder rol=aanbieder'"
)
ACTIE = "id=A-01 partij=aanbieder wie=An wat='Levert iets' klaar_als=geleverd uiterlijk=2026-06-01"
VERSLAG = (
    GEPLAND,
    f'{GESPREK} --actie "{ACTIE} kant=AOC"',
    "verslag bloem 2026-05-04 --vorm md",
    "gesprek gedeeld bloem 2026-05-04 --aan An --wijze e-mail --datum 2026-05-06",
)
REACTIE = "gesprek reactie bloem 2026-05-04 --van An --punt 'onderdeel=acties opmerking=Anders'"
DAG = "contract nieuw bloem dag --overeenkomst raam --nummer A-2 --zorgvorm dag"
STRAKS = f"{DAG} --looptijd 'implementatie=2026-06-01 uitvoering_van=2026-09-01'"
NET_BEGONNEN = f"{DAG} --looptijd 'implementatie=2026-05-01 uitvoering_van=2026-09-01'"
GEKLASSEERD = "classificeer bloem --contract dag --waarde 'omzet=50 uit gunning'"
BESLUIT = "classificaties/2026-05-18-eerste-dag"
VERTELD = f"geinformeerd bloem --wijze gesprek --bij {BESLUIT}"
HERTOETST = (
    "classificeer bloem --contract ambulant --waarde 'omzet=50 uit jaarrekening'",
    "geinformeerd bloem --wijze gesprek --bij classificaties/2026-05-18-toets-ambulant",
)
LAAT = "gesprekken/2026-05-04-voortgang/2026-05-18-reactie"
VASTGESTELD = (
    "gesprek vastgesteld bloem 2026-05-04-voortgang --wijze schriftelijk "
    "--verwerkt 'punt=2026-05-18-reactie#1 verwerking=overgenomen'"
)
PLAN = "bloem/plan.yaml"
OUD_PLAN = (
    "opgesteld: 2025-01-01\ncontracten: [ambulant]\nrollen: [{rol: contractmanager, persoon: mia}]"
)


@dataclass(frozen=True)
class Bepaling:
    """A clause with what keeps it, what breaks it, and what is advised then."""

    eis: str
    zegt: str
    """What the contract says, in short."""
    code: str
    werk: str
    """How its line on the list of work begins."""
    goed: tuple[str, ...]
    fout: tuple[str, ...]
    dan: tuple[str, ...]
    bestanden: Mapping[str, str] = field(default_factory=dict)
    """What stands there before; what no command can write."""


BEPALINGEN = (
    Bepaling(
        "J03",
        "ambiguities are resolved: an answer has who gave it, and when",
        "DOS234",
        "Antwoord op O-01: vastleggen wie het gaf",
        goed=(
            VRAAG,
            "lijst onduidelijkheden bloem --klaar O-01 --antwoord Nee --besloten-door bo",
        ),
        fout=(VRAAG, "lijst onduidelijkheden bloem --wijzig O-01 --antwoord Nee"),
        dan=("lijst onduidelijkheden bloem --klaar O-01 --besloten-door bo",),
    ),
    Bepaling(
        "J04",
        "all risks are controlled: each has a measure and a day of review",
        "DOS235",
        "Risico R-01: vastleggen wat eraan wordt gedaan",
        goed=(f"{RISICO} --maatregel Werven --herzien 2026-07-01",),
        fout=(RISICO,),
        dan=("lijst risicos bloem --wijzig R-01 --maatregel Werven --herzien 2026-07-01",),
    ),
    Bepaling(
        "J05",
        "preparations for three tasks are made before the uitvoeringsfase",
        "DOS236",
        "Voorbereiding vastleggen (ambulant): onduidelijkheden, risico's en wijzigingen",
        goed=(
            f"{VOORBEREIDING} naleving",
            f"{VOORBEREIDING} onduidelijkheden",
            f'{VOORBEREIDING} "risico\'s en wijzigingen"',
        ),
        fout=(f"{VOORBEREIDING} naleving",),
        dan=(
            f"{VOORBEREIDING} onduidelijkheden",
            f"{VOORBEREIDING} 'risicos en wijzigingen'",
        ),
    ),
    Bepaling(
        "J06",
        "DOP and AOC: each action has the side that watches it",
        "DOS237",
        "Kant (DOP of AOC) kiezen van actie A-01",
        goed=(
            GEPLAND,
            f'{GESPREK} --actie "{ACTIE} kant=DOP"',
        ),
        fout=(
            GEPLAND,
            f'{GESPREK} --actie "{ACTIE}"',
        ),
        dan=("gesprek gehouden bloem 2026-05-04-voortgang --nogmaals --actie 'id=A-01 kant=DOP'",),
    ),
    Bepaling(
        "J11",
        "classified on size, risk and importance: no criterion is left open",
        "DOS221",
        "Classificatie aanvullen (dag): omzet is onbekend",
        goed=(STRAKS, GEKLASSEERD),
        fout=(STRAKS, "classificeer bloem --contract dag --categorie 1 --reden Klein"),
        dan=(f"{GEKLASSEERD} --datum 2026-05-19 --vandaag 2026-05-19",),
    ),
    Bepaling(
        "J11",
        "after award every contract is classified",
        "DOS222",
        "Eerste classificatie van contract dag",
        goed=(STRAKS, GEKLASSEERD),
        fout=(STRAKS,),
        dan=(GEKLASSEERD,),
    ),
    Bepaling(
        "J13",
        "first classified at the start of the implementatiefase",
        "DOS238",
        "Reden vastleggen: dag werd te laat geclassificeerd",
        goed=(STRAKS, GEKLASSEERD),
        fout=(NET_BEGONNEN, GEKLASSEERD),
        dan=(f"overgeslagen bloem {BESLUIT} --code DOS238 --reden 'Gunning kwam laat'",),
    ),
    Bepaling(
        "J15",
        "after informing the provider the plan is made",
        "DOS239",
        "Contractmanagementplan opstellen (dag)",
        goed=(STRAKS, GEKLASSEERD, VERTELD, "plan bloem --vastleggen --vorm md"),
        fout=(STRAKS, GEKLASSEERD, VERTELD),
        dan=("plan bloem --vastleggen --vorm md",),
    ),
    Bepaling(
        "J15",
        "or adjusted: the plan that is there holds the contract too",
        "DOS239",
        "Contractmanagementplan opstellen (dag)",
        goed=(STRAKS, GEKLASSEERD, VERTELD, "plan bloem --vastleggen --vorm md"),
        fout=(STRAKS, GEKLASSEERD, VERTELD),
        dan=("plan bloem --vastleggen --vorm md",),
        bestanden={PLAN: OUD_PLAN},
    ),
    Bepaling(
        "J15",
        "or adjusted: it is no older than the day on which the provider was informed",
        "DOS243",
        "Contractmanagementplan bijstellen",
        goed=(*HERTOETST, "plan bloem --vastleggen --vorm md"),
        fout=HERTOETST,
        dan=("plan bloem --vastleggen --vorm md",),
        bestanden={PLAN: OUD_PLAN},
    ),
    Bepaling(
        "J29",
        "reactions come within the term: a late one is seen, and what was done with it",
        "DOS240",
        "Reacties op het verslag van 4 mei 2026 verwerken",
        goed=(*VERSLAG, f"{REACTIE} --ontvangen 2026-05-12", VASTGESTELD),
        fout=(*VERSLAG, f"{REACTIE} --ontvangen 2026-05-18"),
        dan=(
            f"overgeslagen bloem {LAAT} --code DOS240 --reden 'Toch overgenomen'",
            VASTGESTELD,
        ),
    ),
    Bepaling(
        "J50",
        "roles are clearly assigned: a plan names them",
        "DOS241",
        "Rollen in het plan beleggen",
        goed=("plan bloem --vastleggen --vorm md",),
        fout=(),
        dan=("plan bloem --vastleggen --vorm md",),
        bestanden={PLAN: "opgesteld: 2026-02-01\ncontracten: [ambulant]\nrollen: []"},
    ),
)


def doe(map_: Path, woorden: str) -> int:
    """One command on the day of the register, unless it says another, with nobody to ask."""
    eigen = shlex.split(woorden)
    dag = () if "--vandaag" in eigen else ("--vandaag", "2026-05-18")
    return draai([*eigen, "--map", str(map_), *dag, "--door", "mia", "--ja"])


def gegevens(map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str) -> Any:
    """What a command that reads answers."""
    capsys.readouterr()
    gemeen = ["--json", "--map", str(map_), "--vandaag", "2026-05-19", "--door", "mia"]
    assert draai([*woorden, *gemeen]) in (0, 1)
    return json.loads(capsys.readouterr().out)["gegevens"]


def gezegd(map_: Path, bepaling: Bepaling, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    """What the check and the list of work advise on a clause; nothing where it is kept."""
    meldingen = gegevens(map_, capsys, "controleer")
    regels = gegevens(map_, capsys, "werklijst", "--alles", "--dagen", "400")["regels"]
    # what was set aside is still told, and advises nothing any more
    open_ = [m for m in meldingen if m["code"] == bepaling.code and m["nu"]]
    assert {m["grond"] for m in open_} <= {bepaling.eis}
    werk = [r for r in regels if r["wat"].startswith(bepaling.werk)]
    return [[m["nu"] for m in open_], [r["nu"] for r in werk]]


@pytest.mark.parametrize("bepaling", BEPALINGEN, ids=lambda b: f"{b.eis}-{b.code}")
def test_a_clause_that_is_kept_says_nothing(
    bepaling: Bepaling, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.schrijf(tmp_path, {**klein_register.BASIS, **bepaling.bestanden})
    assert [doe(tmp_path, woorden) for woorden in bepaling.goed] == [0] * len(bepaling.goed)
    assert gezegd(tmp_path, bepaling, capsys) == [[], []]


@pytest.mark.parametrize("bepaling", BEPALINGEN, ids=lambda b: f"{b.eis}-{b.code}")
def test_a_clause_that_is_broken_is_said_until_the_advice_is_followed(
    bepaling: Bepaling, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.schrijf(tmp_path, {**klein_register.BASIS, **bepaling.bestanden})
    assert [doe(tmp_path, woorden) for woorden in bepaling.fout] == [0] * len(bepaling.fout)
    meldingen, werk = gezegd(tmp_path, bepaling, capsys)
    assert meldingen
    assert werk
    gegeven = [tuple(shlex.split(woorden)) for woorden in bepaling.dan]
    assert all(
        any(past(woorden, eigen) for eigen in gegeven)
        for tekst in (*meldingen, *werk)
        for woorden in opdrachten_in(tekst)
    ), (meldingen, werk)
    assert [doe(tmp_path, woorden) for woorden in bepaling.dan] == [0] * len(bepaling.dan)
    assert gezegd(tmp_path, bepaling, capsys) == [[], []]


def past(advies: list[str], gegeven: tuple[str, ...]) -> bool:
    """Whether what was given is what was advised, with every … filled in."""
    woorden = [woord for woord in advies if woord not in ("…", "§", "--editor")]
    return set(woorden) <= set(gegeven)
