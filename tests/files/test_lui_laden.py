"""A dossier is read when something asks for it: who works in one does not read the others."""

from __future__ import annotations

import cProfile
import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.dossier import nieuw
from clm_cli.commands.dossierblad import tijdlijn, toon
from clm_cli.commands.feiten import begin, voorstel, vul_aan
from clm_cli.commands.register import dossier, lees
from clm_cli.commands.schrijven import bereid
from clm_cli.commands.werk import Kop, Werk
from clm_cli.derivations.cijfers import beelden
from clm_cli.files.boomlezer import Boomlezer
from clm_cli.files.lader import Geladen, laad
from clm_cli.kijk import Kijk
from clm_cli.lui import Lui
from clm_cli.meldingen import ClmFout, Ernst, Plek
from clm_cli.records.contact import Contactmoment
from clm_cli.records.soorten import feitsoort
from clm_cli.register import Register
from clm_cli.rules.boek import REGELS
from clm_cli.rules.toets import meldingen
from clm_cli.rules.verwijzingen import verwijzing_komt_nergens_uit
from clm_cli.views.dossier import bladzijde
from clm_cli.views.opmaak import Papier
from tests import klein_register

VOORBEELD = Path(__file__).parents[2] / "dossiers"
VANDAAG = date(2026, 6, 1)
NAMEN = sorted(pad.parent.name for pad in VOORBEELD.glob("*/aanbieder.yaml"))


OPZIJ = """datum: 2026-05-11
vastgelegd: 2026-05-11T15:20:00+02:00
door: marieke-hoekstra
bij: metingen/{}
code: DOS248
reden: de periode was toch voorbij
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The example, with a copy of each dossier beside it."""
    shutil.copytree(VOORBEELD, tmp_path / "r", ignore=shutil.ignore_patterns(".clm"))
    for pad in sorted((tmp_path / "r").glob("*/aanbieder.yaml")):
        shutil.copytree(pad.parent, pad.parent.with_name(f"{pad.parent.name}-ook"))
    return tmp_path / "r"


def gelezen(geladen: Geladen) -> set[str]:
    """The dossiers whose files were opened."""
    assert isinstance(geladen.mappen, Lui)
    geopend = [
        b.pad.partition("/")[0] for map_ in geladen.mappen.gemaakt() for b in map_.inhoud.bestanden
    ]
    return {naam for naam in geopend if naam in geladen.register.dossiers.namen}


def test_nothing_is_read_that_nobody_asks_for(map_: Path) -> None:
    geladen = laad(map_)
    assert geladen.register.organisatie.naam
    assert geladen.register.zoals(VANDAAG).kpis
    assert gelezen(geladen) == set()


@pytest.mark.parametrize("naam", ["waterlelie", "medisch", "klapr"])
def test_a_dossier_is_found_among_the_ids_that_fit(map_: Path, naam: str) -> None:
    geladen = laad(map_)
    if naam in geladen.register.dossiers:
        assert dossier(geladen.register, naam).id == naam
    else:
        with pytest.raises(ClmFout, match="past op 2 dossiers"):
            dossier(geladen.register, naam)
    assert all(naam in id_ for id_ in gelezen(geladen))


def test_the_story_of_one_dossier_reads_that_dossier(map_: Path) -> None:
    nu = lees(map_, VANDAAG)
    assert tijdlijn(nu, "waterlelie", None, None).blik.dossier.id == "waterlelie"
    assert gelezen(nu.geladen) == {"waterlelie"}


def test_the_page_of_one_dossier_reads_of_others_only_what_it_compares_with(map_: Path) -> None:
    nu = lees(map_, VANDAAG)
    assert bladzijde.toon(toon(nu, "waterlelie", nummers=False), Papier(100))
    assert gelezen(nu.geladen) == {"waterlelie"}
    cijfers = nu.geladen.register.cijfers
    assert isinstance(cijfers, Lui)
    erbij = {b.pad.split("/")[1] for deel in cijfers.gemaakt() for b in deel.bestanden}
    assert erbij == {"contracten", "metingen", "overgeslagen"}


@pytest.mark.parametrize("dag", [date(2025, 9, 1), VANDAAG])
@pytest.mark.parametrize("naam", NAMEN)
def test_that_page_says_the_same_when_all_was_read(map_: Path, naam: str, dag: date) -> None:
    half, heel = lees(map_, dag), lees(map_, dag)
    assert len(heel.kijk.blikken) == 10
    assert [b.groep.aanbieders for b in beelden(half.blik(naam))] == [
        b.groep.aanbieders for b in beelden(heel.blik(naam))
    ]
    eerst, dan, genummerd = (
        bladzijde.toon(toon(nu, naam, nummers=nummers), Papier(100)).split("\n")
        for nu, nummers in ((half, False), (heel, False), (heel, True))
    )
    assert eerst == dan
    assert sorted(eerst) == sorted(genummerd)  # lines of one day that go together stand together


def test_a_figure_that_was_set_aside_with_a_reason_counts_though_not_all_was_read(
    map_: Path,
) -> None:
    for pad in map_.glob("*-ook/metingen/*-opgave.yaml"):
        vroeg = re.sub(r"(?m)^ontvangen: .*$", "ontvangen: 2025-01-02", pad.read_text())
        pad.write_text(vroeg)
        opzij = pad.parents[1] / f"overgeslagen/2026-05-11-{pad.stem.lower()}.yaml"
        opzij.parent.mkdir(exist_ok=True)
        opzij.write_text(OPZIJ.format(pad.stem))
    half, heel = lees(map_, VANDAAG), lees(map_, VANDAAG)
    assert len(heel.kijk.blikken) == 10
    groepen = [[b.groep for naam in NAMEN for b in beelden(nu.blik(naam))] for nu in (half, heel)]
    assert groepen[0] == groepen[1]
    assert max(groep.aanbieders for groep in groepen[0]) > 2


def test_others_are_compared_with_though_most_of_them_is_not_read(map_: Path) -> None:
    nu = lees(map_, VANDAAG)
    groepen = {b.kpi.id: b.groep.aanbieders for b in beelden(nu.blik("waterlelie"))}
    assert gelezen(nu.geladen) == {"waterlelie"}
    assert (
        groepen["start-binnen-zes-weken"] == 2
    )  # another and its copy; its own copy delivered nothing


@pytest.mark.parametrize("lijst", ["risicos", "verplichtingen"])
def test_a_list_of_one_dossier_reads_that_dossier(
    map_: Path, lijst: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "oude-linde" / "stuk.yaml").write_text("a: [", encoding="utf-8")
    vast = ("--map", str(map_), "--vandaag", "2026-06-01")
    for woorden in (["lijst", lijst, "waterlelie"], ["verifieer", "waterlelie"]):
        draai([*woorden, *vast])
        assert "oude-linde/stuk.yaml" not in capsys.readouterr().out
    draai(["lijst", lijst, *vast])
    assert "oude-linde/stuk.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("naam", "ook"),
    [("de-klaproos", set()), ("waterlelie", {"oude-linde"})],
    ids=["alone", "it names a contract in another"],
)
def test_a_check_of_one_dossier_reads_what_it_names(map_: Path, naam: str, ook: set[str]) -> None:
    geladen = laad(map_)
    meldingen(Kijk(geladen.register.zoals(), VANDAAG), {naam})
    assert gelezen(geladen) == {naam} | ook


@pytest.mark.parametrize("anders", ["", "\\"], ids=["as it stands", "in another way"])
def test_the_number_of_a_new_provider_is_looked_for_and_no_other_dossier_is_read(
    map_: Path, anders: str
) -> None:
    kaart = map_ / "waterlelie-ook/aanbieder.yaml"
    staat = f'"{anders}x31{"0" * 7}"' if anders else '"10000000"'
    kaart.write_text(re.sub(r"(?m)^kvk: .*$", lambda _: f"kvk: {staat}", kaart.read_text()))
    vol = {"straat": "Laan 1", "postcode": "1234 AB", "plaats": "Delft"}
    kop = Kop(VANDAAG, datetime(2026, 6, 1, 9, tzinfo=UTC), "marieke-hoekstra")
    werk = Werk(map_, VANDAAG, lambda _: kop, proef=True)
    with pytest.raises(ClmFout, match="10000000 staat al in het dossier waterlelie-ook"):
        nieuw(werk, "Stichting De Roos", vol | {"kvk": "1000 0000"})
    assert gelezen(werk.geladen) == {"waterlelie-ook"}
    werk.lees()
    assert bereid(werk, nieuw(werk, "Stichting De Roos", vol | {"kvk": "99999999"})).bewerkingen
    assert gelezen(werk.geladen) == ({"waterlelie-ook"} if anders else set())


def test_of_what_is_written_nothing_is_looked_at_that_is_only_good_to_know(map_: Path) -> None:
    kop = Kop(VANDAAG, datetime(2026, 6, 1, 9, tzinfo=UTC), "marieke-hoekstra")
    werk = Werk(map_, VANDAAG, lambda _: kop, proef=True)
    boom = {"wijze": "telefoon", "richting": "inkomend", "met": ["Jansen"], "kern": "Belde."}
    opgave = begin(werk, feitsoort(Contactmoment), werk.dossier("waterlelie"), None, boom, None)
    with cProfile.Profile() as teller:
        bereid(werk, voorstel(werk, opgave, vul_aan(opgave)))
    gedraaid = {r.code for r in teller.getstats()}
    assert {
        rij.code for rij in REGELS if rij.ernst is Ernst.INFO and rij.functie.__code__ in gedraaid
    } == set()
    assert verwijzing_komt_nergens_uit.functie.__code__ in gedraaid


@pytest.mark.parametrize(
    "vraag",
    [
        lambda r: r.bestanden,
        lambda r: r.kapot,
        lambda r: len(r.dossiers),
        lambda r: r.zoals(VANDAAG).bestanden,
    ],
)
def test_who_asks_for_all_gets_all(map_: Path, vraag: Callable[[Register], object]) -> None:
    geladen = laad(map_)
    vraag(geladen.register)
    assert len(gelezen(geladen)) == 10


def test_what_is_broken_is_said_of_the_dossier_that_is_asked_for(map_: Path) -> None:
    (map_ / "waterlelie" / "stuk.yaml").write_text("a: [", encoding="utf-8")
    (map_ / "oude-linde" / "stuk.yaml").write_text("a: [", encoding="utf-8")
    (map_ / "ook.yaml").write_text("a: [", encoding="utf-8")
    register = laad(map_).register
    assert register.kapot_gebleken == ("ook.yaml",)
    assert set(register.kapot_bij("waterlelie")) == {"ook.yaml", "waterlelie/stuk.yaml"}
    assert len(register.kapot) == 3


def test_a_place_is_found_in_the_file_that_holds_it(map_: Path) -> None:
    geladen = laad(map_)
    assert geladen.plaats(Plek("organisatie.yaml", ("naam",)))
    assert gelezen(geladen) == set()
    assert geladen.plaats(Plek("waterlelie/aanbieder.yaml", ("namen",)))
    assert geladen.plaats(Plek("nergens/x.yaml", ("naam",))) is None
    assert gelezen(geladen) == {"waterlelie"}


def test_a_place_in_what_was_not_read_is_found_by_reading_it_once(map_: Path) -> None:
    geladen = laad(map_)
    geladen.schoon.update(NAMEN)
    plek = Plek("waterlelie/aanbieder.yaml", ("naam", "statutair"))
    with cProfile.Profile() as teller:
        gevonden = geladen.plaats(plek)
    assert gevonden == laad(map_).mappen["waterlelie"].posities[plek.pad].van(plek.sleutel)
    assert gevonden != (1, 1)
    gelezen_keren = [r.callcount for r in teller.getstats() if r.code is Boomlezer.lees.__code__]
    assert gelezen_keren == [1]


@pytest.mark.parametrize("aantal", [49, 50, 51, 900])
def test_of_very_many_faults_in_one_file_the_first_are_named_and_the_others_counted(
    tmp_path: Path, aantal: int
) -> None:
    rijen = ", ".join(f"{{id: k{nr}, titel: t}}" for nr in range(aantal))
    geladen = klein_register.lees(tmp_path, {"kpis.yaml": f"kpis: [{rijen}]"})
    fouten = [m for m in geladen.meldingen if m.plek and m.plek.pad == "kpis.yaml"]
    per_rij = 4  # what it is, in which unit, which way is good, of which period
    assert len(fouten) == min(200, per_rij * aantal)
    meer = per_rij * aantal - 200
    assert fouten[-1].tekst.endswith(f" (en nog {meer} fouten in dit bestand)") == (meer > 0)


def test_one_more_fault_is_told_as_one(tmp_path: Path) -> None:
    rijen = ", ".join(f"{{id: k{nr}, titel: t}}" for nr in range(50))
    een = "{id: een, titel: t, definitie: d, eenheid: stuks, richting: duiden}"
    geladen = klein_register.lees(tmp_path, {"kpis.yaml": f"kpis: [{rijen}, {een}]"})
    fouten = [m for m in geladen.meldingen if m.plek and m.plek.pad == "kpis.yaml"]
    assert fouten[-1].tekst.endswith(" (en nog één fout in dit bestand)")
