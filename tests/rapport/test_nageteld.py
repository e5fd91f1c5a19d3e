"""Terms, actions, bullets and the pages of the team and of a provider, counted from the files.

Nothing of clm adds up here: the facts are read as YAML and counted by hand. The days are chosen so
that none of them moves: talks on Tuesdays in a quarter without a holiday after New Year's Day.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from clm_cli.files.lader import laad
from tests import klein_register
from tests.rapport.streek import EIND as EINDE
from tests.rapport.streek import Waarheid, streek
from tests.rapport.test_rapport import NU, VANDAAG, cel, clm, goed, mis_op_rij, procent

BEGIN, EIND = date(2026, 1, 1), date(2026, 3, 31)
MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december"


def dag_in_woorden(dag: date) -> str:
    return f"{dag.day} {MAANDEN.split()[dag.month - 1]} {dag.year}"


def _talk(kans: random.Random, id_: str, vorm: str) -> Iterator[tuple[str, str]]:
    dag = date(2026, 1, 6) + timedelta(weeks=kans.randrange(9))
    map_ = f"{id_}/gesprekken/{dag}-voortgang"
    acties = "".join(
        f"    - {{id: A-{nr}, partij: aanbieder, wie: Iemand, wat: iets, klaar_als: gedaan, "
        f"kant: AOC, uiterlijk: {date(2026, 1, 20) + timedelta(days=kans.randrange(100))}}}\n"
        for nr in (1, 2, 3)
    )
    yield (
        f"{map_}/gesprek.yaml",
        (
            f"contracten: [{vorm}]\nsoort: regulier\ndatum: {dag}\ngehouden:\n  datum: {dag}\n"
            "  vorm: fysiek\n  aanwezig: [{naam: Iemand, partij: aanbieder}]\n  acties:\n" + acties
        ),
    )
    for nr, hoe in zip(
        (1, 2, 3), kans.choices(("afgerond", "vervallen", "open"), k=3), strict=True
    ):
        reden = {"afgerond": "resultaat: gedaan", "vervallen": "reden: niet meer nodig"}.get(hoe)
        if reden:
            ding = f"gesprekken/{dag}-voortgang/gesprek#A-{nr}"
            dag_af = date(2026, 3, 20) + timedelta(days=kans.choice((0, 20)))
            pad = f"{id_}/opvolging/{dag_af}-{hoe}-a-{nr}.yaml"
            yield pad, f"bij: {ding}\n{reden}\n"
    if (na := kans.choice((7, 14, 15, 21, None))) is None:
        return
    gedeeld = dag + timedelta(days=na)
    yield (
        f"{map_}/{gedeeld}-gedeeld.yaml",
        (f"aan: [allen]\nwijze: e-mail\nverslag: {{vindplaats: zaak}}\nkaart_sha256: '{0:064}'\n"),
    )
    reactie = gedeeld + timedelta(days=kans.choice((3, 7, 8)))
    yield (
        f"{map_}/{reactie}-reactie.yaml",
        (
            f"bij: {gedeeld}-gedeeld\nvan: Iemand\nontvangen: {reactie}\n"
            "punten: [{id: '1', onderdeel: '3.1', opmerking: x}]\n"
        ),
    )


def _lijsten(kans: random.Random, id_: str) -> Iterator[tuple[str, str]]:
    plicht = "  - {{id: {}, soort: afspraak, wat: {}, partij: {}, kant: AOC, {}{}}}\n"
    los = date(2026, 1, 20) + timedelta(days=kans.randrange(150))
    klaar = f", nakomingen: [{{uiterlijk: {los}, gedaan: {los}}}]" * (kans.random() < 0.5)
    elke = [date(2026, m, 15) for m in range(1, 13)]
    gedaan = [d for d in elke if d < VANDAAG and kans.random() < 0.6]
    rijen = ", ".join(f"{{uiterlijk: {d}, gedaan: {d}}}" for d in gedaan)
    yield (
        f"{id_}/lijsten/verplichtingen.yaml",
        (
            "verplichtingen:\n"
            + plicht.format("V-01", "op tijd beginnen", "aanbieder", "doorlopend: ja", "")
            + plicht.format("V-10", "leveren", "aanbieder", f"uiterlijk: {los}", klaar)
            + plicht.format(
                "V-11",
                "betalen",
                "opdrachtgever",
                "herhaling: {elke: maand, eerste: 2026-01-15, tot: 2026-12-31}",
                f", nakomingen: [{rijen}]" * bool(gedaan),
            )
        ),
    )
    zwaar = kans.choice(("laag", "midden", "hoog")), kans.choice(("laag", "hoog"))
    sinds = date(2026, 1, 1) + timedelta(days=kans.randrange(120))
    dicht = f", gesloten: {sinds + timedelta(days=30)}" * (kans.random() < 0.4)
    yield (
        f"{id_}/lijsten/risicos.yaml",
        (
            f"risicos:\n  - {{id: R-1, wat: krapte, kans: {zwaar[0]}, gevolg: {zwaar[1]}, "
            f"maatregel: bellen, eigenaar: mia, sinds: {sinds}, herzien: 2026-07-01{dicht}}}\n"
        ),
    )


def _stijgt(bestanden: dict[str, str], waar: Waarheid) -> None:
    """One contract that did better each time: the draw gave none."""
    (id_, vorm, _), *_ = (sleutel for sleutel in waar.start if sleutel[2] == NU)
    for nummer, periode in enumerate(EINDE):
        pad = f"{id_}/metingen/{periode}-opgave.yaml"
        oud = rf"contract: {vorm}, (teller: \d+, noemer: \d+|ontbreekt: niet geteld)"
        nieuw = f"contract: {vorm}, teller: {40 + 9 * nummer}, noemer: 90"
        bestanden[pad], keren = re.subn(oud, nieuw, bestanden[pad])
        assert keren == 1
        waar.start[id_, vorm, periode] = (40 + 9 * nummer, 90)


@pytest.fixture(scope="module")
def nageteld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Waarheid]:
    map_, kans = tmp_path_factory.mktemp("nageteld"), random.Random(5)
    bestanden, waar = streek(12, 5)
    bestanden = {p: t for p, t in bestanden.items() if "/gesprekken/" not in p}
    _stijgt(bestanden, waar)
    for id_, vormen in waar.vormen.items():
        bestanden |= dict(_talk(kans, id_, vormen[0]))
        bestanden |= dict(_lijsten(kans, id_))
        komt = date(2026, 5, 19) + timedelta(days=kans.randrange(200))
        bestanden[f"{id_}/gesprekken/{komt}-voortgang/gesprek.yaml"] = (
            f"contracten: [{vormen[0]}]\nsoort: regulier\ndatum: {komt}\n"
        )
    klein_register.schrijf(map_, bestanden)
    assert laad(map_).meldingen == ()
    assert clm(map_, "rapport", "regio", NU, "--vorm", "md") == 0
    assert clm(map_, "exporteer", "html") == 0
    return map_, waar


def blad(map_: Path) -> str:
    tekst = (map_ / "rapporten" / NU / "regio-intern.md").read_text()
    return tekst.replace("\u00a0", " ")


def feiten(map_: Path, patroon: str) -> list[tuple[Path, Any]]:
    """The files of a kind, as YAML and nothing more."""
    lezer = YAML(typ="safe")
    return [(pad, lezer.load(pad.read_text())) for pad in sorted(map_.glob(patroon))]


def in_periode(dag: date) -> bool:
    return BEGIN <= dag <= EIND


def test_reports_and_reactions_in_time_are_those_of_the_files(
    nageteld: tuple[Path, Waarheid],
) -> None:
    verslagen, reacties = [], []
    for pad, kaart in feiten(nageteld[0], "*/gesprekken/*/gesprek.yaml"):
        if "gehouden" not in kaart:
            continue
        uiterlijk = kaart["datum"] + timedelta(days=14)
        gedeeld = [f["datum"] for _, f in feiten(pad.parent, "*-gedeeld.yaml")]
        if in_periode(uiterlijk):
            verslagen.append(bool(gedeeld) and gedeeld[0] <= uiterlijk)
        for _, reactie in feiten(pad.parent, "*-reactie.yaml"):
            tot = gedeeld[0] + timedelta(days=7)
            if in_periode(tot):
                reacties.append(reactie["ontvangen"] <= tot)
    assert {*verslagen} == {*reacties} == {True, False}
    for naam, wie, rij in (
        ("Verslag gedeeld", "wij", verslagen),
        ("Reactie op het verslag", "aanbieders", reacties),
    ):
        gedrukt = cel(blad(nageteld[0]), "### Termijnen, ook die van ons", naam)
        assert gedrukt == [wie, str(len(rij)), procent(sum(rij), len(rij), "1")]


def plichten(map_: Path) -> Iterator[tuple[str, dict[str, Any], date, bool]]:
    """Each due day of each obligation: of whom, which, when, and whether it was met."""
    for pad, lijst in feiten(map_, "*/lijsten/verplichtingen.yaml"):
        for rij in lijst["verplichtingen"]:
            gedaan = {n["uiterlijk"] for n in rij.get("nakomingen", ())}
            dagen = [rij["uiterlijk"]] if "uiterlijk" in rij else []
            dagen += [date(2026, m, 15) for m in range(1, 13)] if "herhaling" in rij else []
            yield from ((pad.parts[-3], rij, dag, dag in gedaan) for dag in dagen)


def test_obligations_in_time_are_those_of_the_files(nageteld: tuple[Path, Waarheid]) -> None:
    for naam, wie, partij in (
        ("Verplichting van ons nagekomen", "wij", "opdrachtgever"),
        ("Verplichting van de aanbieder nagekomen", "aanbieders", "aanbieder"),
    ):
        rij = [
            klaar
            for _, p, dag, klaar in plichten(nageteld[0])
            if p["partij"] == partij and in_periode(dag)
        ]
        assert {*rij} == {True, False}
        gedrukt = cel(blad(nageteld[0]), "### Termijnen, ook die van ons", naam)
        assert gedrukt == [wie, str(len(rij)), procent(sum(rij), len(rij), "1")]


def test_actions_that_were_due_done_and_lapsed_are_those_of_the_files(
    nageteld: tuple[Path, Waarheid],
) -> None:
    """J09: an action that lapsed is not done; what was done after the period was open in it."""
    hoe: Counter[str] = Counter()
    for pad, kaart in feiten(nageteld[0], "*/gesprekken/*/gesprek.yaml"):
        dossier = pad.parts[-4]
        for actie in kaart.get("gehouden", {}).get("acties", ()):
            if in_periode(actie["uiterlijk"]):
                ding = f"gesprekken/{pad.parts[-2]}/gesprek#{actie['id']}"
                na = [
                    f
                    for _, f in feiten(nageteld[0], f"{dossier}/opvolging/*.yaml")
                    if f["bij"] == ding and f["datum"] <= EIND
                ]
                hoe["alle"] += 1
                hoe["afgerond" if na and "resultaat" in na[0] else "vervallen"] += bool(na)
    assert min(hoe["afgerond"], hoe["vervallen"]) > 1
    zin = (
        f"Van {hoe['alle']} acties die in deze periode klaar moesten zijn, zijn er "
        f"{hoe['afgerond']} afgerond en {hoe['vervallen']} vervallen: "
        f"{procent(hoe['afgerond'], hoe['alle'], '1')}."
    )
    assert zin in blad(nageteld[0])


def test_the_bullets_are_those_of_the_files(nageteld: tuple[Path, Waarheid]) -> None:
    map_, waar = nageteld
    tekst, zwaarte = blad(map_), Counter[str]()
    for pad, lijst in feiten(map_, "*/lijsten/risicos.yaml"):
        for rij in lijst["risicos"]:
            zin = (
                f"- {rij['id']} Zorggroep {pad.parts[-3][-3:]}: {rij['wat']} (kans {rij['kans']}, "
                f"gevolg {rij['gevolg']}). Maatregel: {rij['maatregel']}"
            )
            toen = rij["sinds"] <= EIND < rij.get("gesloten", date.max)
            assert (zin in tekst) is toen
            zwaarte[f"kans {rij['kans']}, gevolg {rij['gevolg']}"] += toen
    assert sum(zwaarte.values()) > 3
    for naam, n in (+zwaarte).items():
        assert cel(tekst, "### Risico's", naam)[1] == str(n)
    for id_, doel in waar.leerpunten:
        deel = tekst[tekst.index(f"**{doel}**") :].partition("**")[2]
        zin = f"- eerder bellen (do, sinds 1 februari 2026), Zorggroep {id_[-3:]}"
        assert zin in deel.partition("\n**")[0]
    assert tekst.count("- eerder bellen") == len(waar.leerpunten)


class Cellen(HTMLParser):
    """The rows of the tables of a page, under the heading above each."""

    def __init__(self, inhoud: str) -> None:
        super().__init__()
        self.kop, self.merk, self.rijen = "", "", list[tuple[str, list[str]]]()
        self.in_cel = False
        self.feed(inhoud)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.merk = tag
        if tag in ("h1", "h2", "h3"):
            self.kop = ""
        elif tag == "tr":
            self.rijen.append((self.kop, []))
        elif tag in ("td", "th"):
            self.rijen[-1][1].append("")
            self.in_cel = True

    def handle_data(self, data: str) -> None:
        if self.merk in ("h1", "h2", "h3"):
            self.kop += data.replace("\n", "")
        elif self.in_cel:
            self.rijen[-1][1][-1] += data.replace("\u00a0", " ")

    def handle_endtag(self, tag: str) -> None:
        self.merk = ""
        if tag in ("td", "th"):
            self.in_cel = False

    def onder(self, kop: str) -> list[list[str]]:
        return [rij for k, rij in self.rijen if k == kop][1:]


@pytest.fixture(scope="module")
def team(nageteld: tuple[Path, Waarheid]) -> Cellen:
    return Cellen((nageteld[0] / "export/team.html").read_text())


def test_where_each_provider_stands_on_the_page_of_the_team(
    nageteld: tuple[Path, Waarheid], team: Cellen
) -> None:
    waar = nageteld[1]
    verwacht = [
        [
            f"Zorggroep {id_[-3:]}",
            f"{waar.manager[id_].title()} Manager",
            str(len(vormen)),
            str(waar.categorie[id_]),
            str(waar.treden.get(id_, "–")),
            "1" if id_ in waar.treden else "–",
        ]
        for id_, vormen in sorted(waar.vormen.items())
    ]
    assert team.onder("Aanbieders") == verwacht


def test_the_figures_on_the_page_of_the_team(nageteld: tuple[Path, Waarheid], team: Cellen) -> None:
    waar, verwacht = nageteld[1], []
    for id_, vormen in sorted(waar.vormen.items()):
        for vorm in vormen:
            rij = waar.start.get((id_, vorm, NU))
            uit = procent(*rij) if rij else "onbekend"
            stand = ("voldoet" if goed(*rij) else "onder de norm") if rij else "onbekend"
            streep = str(mis_op_rij(waar, id_, vorm) if rij else 0)
            verwacht.append(
                [f"Zorggroep {id_[-3:]}", vorm, "start op tijd", NU, uit, "90", stand, streep]
            )
    gedrukt = [rij[:-1] for rij in team.onder("Cijfers")]
    assert sorted(r[:7] for r in gedrukt) == sorted(r[:7] for r in verwacht)
    bekend = [r for r in verwacht if r[4] != "onbekend"]
    assert all(r in gedrukt for r in bekend)


def test_the_talks_and_the_obligations_on_the_page_of_the_team(
    nageteld: tuple[Path, Waarheid], team: Cellen
) -> None:
    map_, komen = nageteld[0], []
    for pad, kaart in feiten(map_, "*/gesprekken/*/gesprek.yaml"):
        if "gehouden" not in kaart:
            naam = f"Zorggroep {pad.parts[-4][-3:]}"
            contracten = ", ".join(kaart["contracten"])
            komen.append(
                (kaart["datum"], naam, [dag_in_woorden(kaart["datum"]), "–", naam, contracten])
            )
    assert [r[:4] for r in team.onder("Gesprekken die komen")] == [r[2] for r in sorted(komen)]
    werk = [rij for _, rij in team.rijen if len(rij) == 6 and re.match(r"V-\d+ ", rij[2])]
    assert sorted(r[:3] for r in werk) == sorted(
        [dag_in_woorden(dag), f"Zorggroep {id_[-3:]}", f"{rij['id']} {rij['wat']}"]
        for id_, rij, dag in _open(map_)
        if dag <= VANDAAG + timedelta(days=28)
    )


def _open_acties(map_: Path) -> Iterator[tuple[str, str, date, bool]]:
    """The actions nobody ended: of whom, which, by when, and whether the report was shared."""
    for pad, kaart in feiten(map_, "*/gesprekken/*/gesprek.yaml"):
        id_ = pad.parts[-4]
        af = {f["bij"] for _, f in feiten(map_, f"{id_}/opvolging/*.yaml")}
        gedeeld = any(pad.parent.glob("*-gedeeld.yaml"))
        for actie in kaart.get("gehouden", {}).get("acties", ()):
            if f"gesprekken/{pad.parts[-2]}/gesprek#{actie['id']}" not in af:
                yield id_, actie["id"], actie["uiterlijk"], gedeeld


def _werk(team: Cellen, begin: str) -> list[list[str]]:
    """Day, provider and what of the work that begins so, in order."""
    return sorted(rij[:3] for _, rij in team.rijen if len(rij) == 6 and rij[2].startswith(begin))


def test_the_actions_and_the_reports_on_the_page_of_the_team(
    nageteld: tuple[Path, Waarheid], team: Cellen
) -> None:
    map_, tot = nageteld[0], VANDAAG + timedelta(days=28)
    acties = [
        [dag_in_woorden(dag), f"Zorggroep {id_[-3:]}", f"Actie {nr} (Iemand): iets"]
        for id_, nr, dag, _ in _open_acties(map_)
        if dag <= tot
    ]
    assert _werk(team, "Actie ") == sorted(acties)
    verslagen = [
        [
            dag_in_woorden(kaart["datum"] + timedelta(days=14)),
            f"Zorggroep {pad.parts[-4][-3:]}",
            f"Verslag van het gesprek van {dag_in_woorden(kaart['datum'])} delen",
        ]
        for pad, kaart in feiten(map_, "*/gesprekken/*/gesprek.yaml")
        if "gehouden" in kaart and not any(pad.parent.glob("*-gedeeld.yaml"))
    ]
    assert _werk(team, "Verslag ") == sorted(verslagen)
    assert min(len(acties), len(verslagen)) > 1


def test_the_missing_figures_and_the_learning_points_on_the_page_of_the_team(
    nageteld: tuple[Path, Waarheid], team: Cellen
) -> None:
    """A figure of which it was said that it is missing is still asked for, a fortnight later."""
    waar = nageteld[1]
    mist = [
        [
            dag_in_woorden(date.fromisoformat(EINDE[periode]) + timedelta(days=14)),
            f"Zorggroep {id_[-3:]}",
            f"Cijfers {periode} {vorm}: start op tijd",
        ]
        for id_, vormen in waar.vormen.items()
        for vorm in vormen
        for periode in EINDE
        if (id_, vorm, periode) not in waar.start
    ]
    assert _werk(team, "Cijfers ") == sorted(mist)
    punten = [
        ["–", f"Zorggroep {id_[-3:]}", f"Leerpunt L-01 ({doel}, do): eerder bellen"]
        for id_, doel in waar.leerpunten
    ]
    assert _werk(team, "Leerpunt ") == sorted(punten)
    assert min(len(mist), len(punten)) > 1


def test_the_movement_of_each_figure_on_the_page_of_the_team(
    nageteld: tuple[Path, Waarheid], team: Cellen
) -> None:
    """The last three known figures, as they are printed, all up or all down."""
    waar, verwacht = nageteld[1], []
    for id_, vormen in waar.vormen.items():
        for vorm in vormen:
            rij = [waar.start[id_, vorm, p] for p in EINDE if (id_, vorm, p) in waar.start]
            a, b, c = (Decimal(procent(*x)[:-2].replace(",", ".")) for x in rij[-3:])
            gang = "stijgend" if a < b < c else "dalend" if a > b > c else "–"
            verwacht.append([f"Zorggroep {id_[-3:]}", vorm, gang])
    assert sorted([r[0], r[1], r[-1]] for r in team.onder("Cijfers")) == sorted(verwacht)
    assert {gang for *_, gang in verwacht} == {"stijgend", "dalend", "–"}


def _open(map_: Path) -> Iterator[tuple[str, dict[str, Any], date]]:
    """The days that were missed, and of each obligation the next one."""
    gehad = set[tuple[str, str]]()
    for id_, rij, dag, klaar in plichten(map_):
        if klaar or (id_, rij["id"]) in gehad:
            continue
        if dag >= VANDAAG:
            gehad.add((id_, rij["id"]))
        yield id_, rij, dag


def test_the_page_of_a_provider_is_that_of_its_files(nageteld: tuple[Path, Waarheid]) -> None:
    map_, waar = nageteld
    for id_ in sorted(waar.vormen):
        assert clm(map_, "exporteer", "html", id_) == 0
        pagina = (map_ / f"export/{id_}.html").read_text()
        cellen = Cellen(pagina)
        assert [r[1] for r in cellen.onder("Contracten")] == sorted(waar.vormen[id_])
        assert sorted(cellen.onder("Open acties")) == sorted(
            [nr, "iets", "Iemand", dag_in_woorden(dag)]
            for i, nr, dag, gedeeld in _open_acties(map_)
            if i == id_ and gedeeld
        )
        (komt,) = (
            kaart
            for _, kaart in feiten(map_, f"{id_}/gesprekken/*/gesprek.yaml")
            if "gehouden" not in kaart
        )
        gesprek = [dag_in_woorden(komt["datum"]), "–", ", ".join(komt["contracten"]), "–"]
        assert cellen.onder("Gesprekken die komen") == [gesprek]
        wie = {"aanbieder": "u", "opdrachtgever": "wij"}
        assert sorted(cellen.onder("Verplichtingen")) == sorted(
            [rij["id"], rij["wat"], wie[rij["partij"]], dag_in_woorden(dag)]
            for i, rij, dag in _open(map_)
            if i == id_
        )
        for (wiens, vorm, periode), rij in waar.start.items():
            if wiens == id_:
                zin = rf"Start op tijd, {vorm}: [^<\"]*{periode} {procent(*rij)}"
                assert re.search(zin, pagina.replace("\u00a0", " "))
