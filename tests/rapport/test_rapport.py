"""The periodic reports (J33): each printed number worked out a second time, and who may see it."""

from __future__ import annotations

import cProfile
import re
import time
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.rapport import venster
from clm_cli.derivations.rapport import zorgen
from clm_cli.documents.rapport.gegevens import Rapport, rapport
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests.rapport.streek import PERIODEN, Waarheid, schrijf

VANDAAG = date(2026, 5, 18)
NU, EERDER = "2026-K1", "2025-K4"


@pytest.fixture(scope="module")
def streek(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Waarheid]:
    map_ = tmp_path_factory.mktemp("streek")
    waar = schrijf(map_, 24)
    assert laad(map_).meldingen == ()
    return map_, waar


def clm(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_), "--vandaag", VANDAAG.isoformat(), "--door", "mia")
    return draai([*woorden, *gemeen])


def kijk(map_: Path, voor: str = "intern") -> Rapport:
    return rapport(venster(Kijk(laad(map_).register.zoals(), VANDAAG), NU, voor, None))


@cache
def tekst(map_: Path, voor: str) -> str:
    """The report for somebody, made once: nothing is written in a register after that."""
    assert clm(map_, "rapport", "regio", NU, "--voor", voor, "--vorm", "md") == 0
    return (map_ / "rapporten" / NU / f"regio-{voor}.md").read_text()


def procent(teller: int, noemer: int, stap: str = "0.1") -> str:
    """By hand: half goes up, a decimal comma."""
    waarde = (Decimal(100 * teller) / noemer).quantize(Decimal(stap), ROUND_HALF_UP)
    return f"{str(waarde).replace('.', ',')} %"


def cel(blad: str, kop: str, rij: str) -> list[str]:
    """The cells of a row of the table below a heading."""
    deel = blad[blad.index(kop) :]
    regel = next(r for r in deel.splitlines() if r.startswith(f"| {rij} |"))
    return [c.strip().replace("\u00a0", " ") for c in regel.strip("|").split("|")][1:]


def opgeteld(waar: Waarheid, periode: str, vorm: str | None = None) -> tuple[int, int]:
    rijen = [w for (_, v, p), w in waar.start.items() if p == periode and vorm in (None, v)]
    return sum(t for t, _ in rijen), sum(n for _, n in rijen)


def test_the_regional_figure_is_the_sum_over_the_sum(streek: tuple[Path, Waarheid]) -> None:
    blad, waar = tekst(streek[0], "intern").replace("\u00a0", " "), streek[1]
    oud, nu = opgeteld(waar, EERDER), opgeteld(waar, NU)
    norm, eerder, nieuw, verschil, stand = cel(blad, "## In het kort", "Start op tijd")
    assert (norm, eerder, nieuw) == ("≥ 90 %", procent(*oud), procent(*nu))
    a, b = (Decimal(t.rstrip(" %").replace(",", ".")) for t in (nieuw, eerder))
    teken = "+" if a > b else "−"
    assert verschil == f"{teken}{str(abs(a - b)).replace('.', ',')}"
    assert stand == "onder de norm"
    assert f"namelijk {nu[0]:,} van {nu[1]:,}".replace(",", ".") in blad
    for vorm in ("ambulant", "dag", "verblijf"):
        waarden = [procent(*opgeteld(waar, p, vorm)) for p in (EERDER, NU)]
        assert cel(blad, "| zorgvorm |", vorm)[:2] == waarden


def test_each_provider_beside_the_median_of_the_others(streek: tuple[Path, Waarheid]) -> None:
    blad, waar = tekst(streek[0], "intern"), streek[1]
    gezien = 0
    for (id_, vorm, periode), (teller, noemer) in waar.start.items():
        if periode != NU:
            continue
        naam = f"Zorggroep {id_[-3:]} | {vorm}"
        rest = [
            (Decimal(100 * t) / n).quantize(Decimal("0.1"), ROUND_HALF_UP)
            for (ander, v, p), (t, n) in waar.start.items()
            if p == NU and v == vorm and ander != id_
        ]
        oud, nu, _, stand, op_rij, groep = cel(blad, "| aanbieder |", naam)[1:]
        assert nu == procent(teller, noemer)
        eerder = waar.start.get((id_, vorm, EERDER))
        assert oud == (procent(*eerder) if eerder else "onbekend")
        goed = Decimal(nu.rstrip(" %").replace(",", ".")) >= 90
        assert stand == ("voldoet" if goed else "onder de norm")
        assert op_rij == str(mis_op_rij(waar, id_, vorm))
        midden = f"{median(rest):f}".replace(".", ",")
        assert groep == f"{midden} % ({len(rest)})"
        gezien += 1
    assert gezien > 20


def mis_op_rij(waar: Waarheid, id_: str, vorm: str) -> int:
    aantal = 0
    for periode in reversed(PERIODEN):
        rij = waar.start.get((id_, vorm, periode))
        if rij and (Decimal(100 * rij[0]) / rij[1]).quantize(Decimal("0.1"), ROUND_HALF_UP) >= 90:
            break
        aantal += rij is not None
    return aantal


def test_talks_signals_learning_points_and_steps_are_counted(
    streek: tuple[Path, Waarheid],
) -> None:
    blad, waar = tekst(streek[0], "intern").replace("\u00a0", " "), streek[1]
    gehouden = len(waar.gesprekken)
    fysiek = sum(vorm == "fysiek" for _, _, vorm in waar.gesprekken)
    assert f"Gehouden: {gehouden} ({fysiek} fysiek, {gehouden - fysiek} digitaal)." in blad
    assert f"Aandeel fysiek: {procent(fysiek, gehouden, '1')}." in blad
    for bron, n in Counter(b for _, _, b in waar.signalen).items():
        assert cel(blad, "### Signalen naar bron", bron) == ["0", str(n)]
    for doel, n in Counter(d for _, d in waar.leerpunten).items():
        assert cel(blad, "## Ontwikkelpunten", doel) == ["0", str(n)]
    op_een_trede = str(len(waar.treden))
    assert cel(blad, "### Escalaties", "trede 1") == ["0", op_een_trede]
    assert cel(blad, "## In het kort", "Aanbieders op een trede")[1:3] == ["0", op_een_trede]
    assert cel(blad, "## Kwaliteit", "signalen") == ["0", str(len(waar.signalen))]
    assert cel(blad, "## Doelmatigheid", "tekortkomingen in lopende escalaties") == [
        "0",
        op_een_trede,
    ]


def test_each_subject_of_the_talks_is_counted(streek: tuple[Path, Waarheid]) -> None:
    """J24: in the report of the region each theme with its talks, and of whom there is data."""
    blad, waar = tekst(streek[0], "intern").replace("\u00a0", " "), streek[1]
    gesprekken = str(len(waar.gesprekken))
    # nothing was said of the themes in any talk: neither treated nor left
    assert cel(blad, "### Thema's", "Beleidscontext") == [gesprekken, "0", "0", gesprekken]
    allen = str(len(waar.vormen))
    met_cijfer = {id_ for id_, _, _ in waar.start}
    trends = cel(blad, "| thema | onderwerp |", "Ontwikkelingen in cijfers | trends")[1:]
    assert trends == [str(len(met_cijfer)), allen]
    jaarrekening = cel(blad, "| thema | onderwerp |", "Financiële voortgang | jaarrekening")
    assert jaarrekening[1:] == ["0", allen]
    eigen = next(id_ for id_ in waar.vormen if id_ in met_cijfer)
    assert clm(streek[0], "rapport", "aanbieder", eigen, NU, "--vorm", "md") == 0
    van_een = (streek[0] / eigen / "rapporten" / NU / "rapport-intern.md").read_text()
    assert "| Ontwikkelingen in cijfers | trends | ja |" in van_een
    assert "| Financiële voortgang | jaarrekening | geen |" in van_een
    assert "| thema | onderwerp |" in tekst(streek[0], "bestuur")
    assert "| thema | onderwerp |" not in tekst(streek[0], "openbaar")


def goed(teller: int, noemer: int) -> bool:
    """On the norm of 90, by hand: of the figure with one decimal."""
    return (Decimal(100 * teller) / noemer).quantize(Decimal("0.1"), ROUND_HALF_UP) >= 90


def test_who_delivered_how_many_meet_the_norm_and_who_was_in_time(
    streek: tuple[Path, Waarheid],
) -> None:
    blad, waar = tekst(streek[0], "intern").replace("\u00a0", " "), streek[1]
    contracten = [(id_, vorm) for id_, vormen in waar.vormen.items() for vorm in vormen]
    nu = {c: waar.start.get((*c, NU)) for c in contracten}
    volledig = sum(all(nu[id_, vorm] for vorm in rij) for id_, rij in waar.vormen.items())
    cijfers = f"| Cijfers | {volledig} van {len(waar.vormen)} aanbieders leverden alle"
    assert cijfers in blad
    op_norm = sum(goed(*rij) for rij in nu.values() if rij)
    mis, leeg = sum(map(bool, nu.values())) - op_norm, list(nu.values()).count(None)
    alle = [Decimal(procent(*rij).rstrip(" %").replace(",", ".")) for rij in nu.values() if rij]
    midden = f"{median(alle).normalize():f}".replace(".", ",")
    zin = f"Contracten: {op_norm} op de norm, {mis} niet, 0 zonder norm, {leeg} zonder cijfer."
    assert f"{zin} De middelste uitkomst is {midden} %." in blad.replace(",0 %.", " %.")
    # the figures of the quarter before were due on 14 January, in this one
    kwam = sum((*c, EERDER) in waar.start for c in contracten)
    rij = cel(blad, "### Termijnen, ook die van ons", "Cijfers aangeleverd")
    assert rij == ["aanbieders", str(len(contracten)), procent(kwam, len(contracten), "1")]
    assert "In deze periode moest geen actie klaar zijn." in blad
    assert "Contracten die binnen een jaar na 31 maart 2026 aflopen: 0." in blad


@pytest.mark.parametrize("nummer", [0, 1, 2, 3])
def test_the_report_of_a_provider_counts_only_its_own(
    streek: tuple[Path, Waarheid], nummer: int
) -> None:
    map_, waar = streek
    id_ = sorted(waar.vormen)[nummer]
    assert clm(map_, "rapport", "aanbieder", id_, NU, "--vorm", "md") == 0
    blad = (map_ / id_ / "rapporten" / NU / "rapport-intern.md").read_text().replace("\u00a0", " ")
    eigen = {p: [waar.start.get((id_, v, p)) for v in waar.vormen[id_]] for p in (EERDER, NU)}
    for plek, periode in ((1, EERDER), (2, NU)):
        bekend = [rij for rij in eigen[periode] if rij]
        som = [sum(kolom) for kolom in zip(*bekend, strict=True)]
        verwacht = procent(*som) if som else "onbekend"
        assert cel(blad, "## In het kort", "Start op tijd")[plek] == verwacht
    kwam = sum(map(bool, eigen[NU]))
    assert f"| Cijfers | {kwam} van {len(eigen[NU])} afgesproken cijfers zijn aangel" in blad
    op_norm = sum(goed(*rij) for rij in eigen[NU] if rij)
    assert f"Contracten: {op_norm} op de norm, {kwam - op_norm} niet, 0 zonder norm" in blad
    gehouden = [vorm for d, _, vorm in waar.gesprekken if d == id_]
    assert f"Gehouden: {len(gehouden)}" in blad
    assert cel(blad, "## In het kort", "Op een trede")[2] == str(int(id_ in waar.treden))
    signalen = sum(d == id_ for d, _, _ in waar.signalen)
    assert cel(blad, "## In het kort", "Signalen")[1:3] == ["0", str(signalen)]


@pytest.mark.parametrize("voor", ["intern", "bestuur", "openbaar", "noord"])
def test_every_printed_number_can_be_traced(streek: tuple[Path, Waarheid], voor: str) -> None:
    blad = tekst(streek[0], voor)
    bekend = {deel for g in kijk(streek[0], voor).getallen for deel in _cijfers(g.tekst)}
    kaal = re.sub(r"\d{1,2} [a-z]+ \d{4}|\d{4}-K\d|Zorggroep \d+|J\d\d|L-\d+", "", blad)
    kaal = kaal.partition("- Elk getal is na te gaan")[0]
    kaal = re.sub(r"^\*.*:.*\*$", "", kaal, flags=re.MULTILINE)  # the graph once more in words
    kaal = re.sub(r"trede \d|onder 5\b|^\s*- .*", "", kaal, flags=re.MULTILINE)
    assert set(_cijfers(kaal)) - bekend == set()


def _cijfers(zin: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", zin)


@pytest.mark.parametrize("voor", ["bestuur", "openbaar", "noord"])
def test_no_name_of_a_provider_leaves_the_house(streek: tuple[Path, Waarheid], voor: str) -> None:
    assert "Zorggroep" in tekst(streek[0], "intern")
    assert re.search(r"zorggroep|zorg-\d", tekst(streek[0], voor), re.IGNORECASE) is None


def test_the_board_sees_how_many_the_public_no_small_count(
    streek: tuple[Path, Waarheid],
) -> None:
    waar = streek[1]
    klein = {b: n for b, n in Counter(b for _, _, b in waar.signalen).items() if n < 5}
    assert klein
    for bron, n in klein.items():
        assert cel(tekst(streek[0], "bestuur"), "### Signalen naar bron", bron)[1] == str(n)
        assert cel(tekst(streek[0], "openbaar"), "### Signalen naar bron", bron)[1] == r"\*"


def test_a_small_group_of_clients_is_hidden_outside_with_the_row_that_gives_it_away(
    tmp_path: Path,
) -> None:
    schrijf(tmp_path, 6, zaad=4)
    for pad in tmp_path.glob("zorg-*/metingen/2026-K1-opgave.yaml"):
        inhoud = pad.read_text()
        pad.write_text(re.sub(r"(contract: verblijf), .*}", r"\1, teller: 1, noemer: 2}", inhoud))
    blad = tekst(tmp_path, "bestuur")
    rijen = {v: cel(blad, "| zorgvorm |", v) for v in ("ambulant", "dag", "verblijf")}
    assert rijen["verblijf"] == [r"\*"] * 4
    assert sum(rij == [r"\*"] * 4 for rij in rijen.values()) == 2
    assert cel(tekst(tmp_path, "intern"), "| zorgvorm |", "verblijf")[1] == "50,0 %"


def test_a_figure_without_people_counted_is_unknown_outside(tmp_path: Path) -> None:
    schrijf(tmp_path, 1)
    for pad in tmp_path.glob("zorg-*/metingen/2026-K1-opgave.yaml"):
        kop, _, _ = pad.read_text().partition("waarden:")
        vorm = next((tmp_path / "zorg-000/contracten").iterdir()).name
        pad.write_text(f"{kop}waarden: [{{kpi: start, contract: {vorm}, waarde: 71.4}}]\n")
    assert cel(tekst(tmp_path, "intern"), "## In het kort", "Start op tijd")[2] == "71,4 %"
    assert cel(tekst(tmp_path, "openbaar"), "## In het kort", "Start op tijd")[2] == r"\*"


def test_the_providers_own_copy_holds_nothing_internal_and_nothing_of_another(
    streek: tuple[Path, Waarheid],
) -> None:
    map_, waar = streek
    id_ = next(i for i, _ in waar.leerpunten if any(i == s for s, _, _ in waar.signalen))
    assert clm(map_, "rapport", "tekst", NU, "kern", "Ons oordeel.", "--dossier", id_) == 0
    assert clm(map_, "rapport", "aanbieder", id_, NU, "--voor", "aanbieder", "--vorm", "md") == 0
    blad = (map_ / id_ / "rapporten" / NU / "rapport-aanbieder.md").read_text()
    assert set(re.findall(r"Zorggroep (\d+)", blad)) == {id_[-3:]}
    assert "eerder bellen" not in blad
    assert "Ons oordeel" not in blad
    assert clm(map_, "rapport", "aanbieder", id_, NU, "--vorm", "md") == 0
    assert "Ons oordeel" in (map_ / id_ / "rapporten" / NU / "rapport-intern.md").read_text()
    assert "ignalen" not in blad
    assert "isico" not in blad


def test_own_sentences_are_printed_and_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, 3)
    assert clm(tmp_path, "rapport", "tekst", NU, "kern", "De wachttijd is het grootste punt.") == 0
    assert clm(tmp_path, "rapport", "tekst", NU, "kwaliteit", "Stabiel.") == 0
    assert clm(tmp_path, "rapport", "tekst", NU, "kern", "Iets anders.") == 2
    assert "Bij kern staat al een tekst; die blijft staan." in capsys.readouterr().err
    blad = tekst(tmp_path, "intern")
    assert "De wachttijd is het grootste punt." in blad
    assert "Stabiel." in blad
    uit = capsys.readouterr().out
    open_ = "prestaties, risicos, ontwikkelpunten, doelmatigheid, continuiteit"
    assert f"let op: nog te schrijven: {open_}" in uit


def test_a_name_in_own_sentences_stays_inside(
    streek: tuple[Path, Waarheid], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waar = schrijf(tmp_path, 24)
    naam = f"Zorggroep {next(iter(waar.treden))[-3:]}"
    assert clm(tmp_path, "rapport", "tekst", NU, "kern", f"{naam} kan het niet aan.") == 0
    assert clm(tmp_path, "rapport", "regio", NU, "--voor", "bestuur", "--vorm", "md") == 2
    assert f"staat {naam}, die in een escalatie zit" in capsys.readouterr().err
    assert clm(tmp_path, "rapport", "regio", NU, "--vorm", "md") == 0


def test_a_revised_figure_of_before_is_told(tmp_path: Path) -> None:
    waar = schrijf(tmp_path, 2)
    (id_, vorm, _), (teller, noemer) = next(
        (sleutel, w) for sleutel, w in waar.start.items() if sleutel[2] == EERDER
    )
    (tmp_path / f"{id_}/metingen/{EERDER}-herzien.yaml").write_text(
        f"datum: 2026-02-10\nvastgelegd: 2026-02-10T12:00:00+00:00\ndoor: mia\nperiode: {EERDER}\n"
        f"bij: {EERDER}-opgave\nbron: {{vindplaats: zaak 9}}\nontvangen: 2026-02-10\n"
        f"reden_herziening: dubbel geteld\n"
        f"waarden: [{{kpi: start, contract: {vorm}, teller: {teller - 1}, noemer: {noemer - 1}}}]\n"
    )
    rij = cel(
        tekst(tmp_path, "intern"), "Herzien sinds", f"start op tijd, Zorggroep {id_[-3:]} {vorm}"
    )
    assert rij == [
        EERDER,
        procent(teller, noemer),
        procent(teller - 1, noemer - 1),
        "dubbel geteld",
    ]


def test_where_a_number_comes_from(
    streek: tuple[Path, Waarheid], capsys: pytest.CaptureFixture[str]
) -> None:
    map_, waar = streek
    gezocht = procent(*opgeteld(waar, NU)).removesuffix(" %")
    assert clm(map_, "rapport", "regio", NU, "--herkomst", gezocht) == 0
    uit = " ".join(capsys.readouterr().out.split())
    (id_, vorm, _), (t, n) = next((s, w) for s, w in waar.start.items() if s[2] == NU)
    assert (
        f"Zorggroep {id_[-3:]}, {vorm}, start op tijd, {NU}: {procent(t, n)} ({t} van {n})" in uit
    )
    assert f"[{id_}/metingen/{NU}-opgave.yaml:" in uit
    assert clm(map_, "rapport", "regio", NU, "--herkomst", "12.345,6") == 2


def test_a_number_is_found_as_it_is_typed(
    streek: tuple[Path, Waarheid], capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no minus sign on a keyboard, and few type the point of a thousand."""
    map_, waar = streek
    oud, nu = opgeteld(waar, EERDER), opgeteld(waar, NU)
    a, b = (Decimal(procent(*x).rstrip(" %").replace(",", ".")) for x in (nu, oud))
    verschil = str(abs(a - b)).replace(".", ",")
    teken = "+" if a > b else "-"
    assert nu[0] >= 1000
    for gezocht, wat in (
        (f"{teken}{verschil}", "verschil met de vorige periode: start op tijd"),
        (verschil, "verschil met de vorige periode: start op tijd"),
        (str(nu[0]), f"start op tijd, {NU}: teller"),
        (f"{nu[0]:,}".replace(",", "."), f"start op tijd, {NU}: teller"),
        ("90", "norm van start op tijd"),
    ):
        assert clm(map_, "rapport", "regio", NU, "--herkomst", gezocht) == 0
        assert wat in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("periode", "einde", "telt"),
    [
        ("2026-K1", "2027-03-31", 1),  # the year after 31 March has its 31 March
        ("2026-K1", "2027-04-01", 0),
        ("2024-02", "2025-02-28", 1),  # and that after 29 February ends on the 28th
        ("2024-02", "2025-03-01", 0),
    ],
)
def test_a_contract_ends_within_a_year_up_to_the_day(
    tmp_path: Path, periode: str, einde: str, telt: int
) -> None:
    schrijf(tmp_path, 1)
    pad = tmp_path / "overeenkomsten/raam/overeenkomst.yaml"
    van = "gunning: 2023-09-01, implementatie: 2023-10-01, uitvoering_van: 2024-01-01"
    looptijd = f"looptijd: {{{van}, uitvoering_tot: {einde}}}"
    pad.write_text(re.sub(r"looptijd: \{.*?\}", looptijd, pad.read_text(), flags=re.DOTALL))
    geladen = laad(tmp_path)
    assert geladen.meldingen == ()
    gelezen = Kijk(geladen.register.zoals(), VANDAAG)
    alle = len(list((tmp_path / "zorg-000/contracten").iterdir()))
    assert zorgen.aflopend(venster(gelezen, periode, "intern", None)).waarde == telt * alle


def test_the_same_report_in_four_forms_with_the_same_picture(tmp_path: Path) -> None:
    schrijf(tmp_path, 6)
    vormen = [w for vorm in ("md", "pdf", "docx", "html") for w in ("--vorm", vorm)]
    assert clm(tmp_path, "rapport", "regio", NU, *vormen) == 0
    map_ = tmp_path / "rapporten" / NU
    eerste = {p.name: p.read_bytes() for p in map_.iterdir()}
    assert b"PDF" in eerste["regio-intern.pdf"][:8]
    assert b'alt="Start op tijd: 2025-K1' in eerste["regio-intern.html"]
    assert b"word/media/" in eerste["regio-intern.docx"]
    for pad in map_.iterdir():
        pad.unlink()
    assert clm(tmp_path, "rapport", "regio", NU, *vormen) == 0
    assert {p.name: p.read_bytes() for p in map_.iterdir()} == eerste


def test_a_period_or_reader_that_does_not_exist_is_refused(
    streek: tuple[Path, Waarheid], capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = streek[0]
    assert clm(map_, "rapport", "regio", "2027-K1") == 2
    assert "begint pas op 1 januari 2027" in capsys.readouterr().err
    assert clm(map_, "rapport", "regio", NU, "--voor", "nord") == 2
    assert "bedoelt u noord?" in capsys.readouterr().err
    assert clm(map_, "rapport", "regio", "volgend jaar") == 2


def test_a_report_that_went_out_is_a_fact_and_stays_as_it_went(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, 3)
    woorden = ("rapport", "verspreid", NU, "--voor", "bestuur", "--aan", "het bestuur")
    assert clm(tmp_path, *woorden) == 2
    assert "rapporten/2026-K1/regio-bestuur.pdf is er niet" in capsys.readouterr().err
    assert clm(tmp_path, "rapport", "regio", NU, "--voor", "bestuur") == 0
    pdf = tmp_path / "rapporten" / NU / "regio-bestuur.pdf"
    verspreid = pdf.read_bytes()
    assert clm(tmp_path, *woorden) == 0
    feit = tmp_path / "rapporten" / NU / "2026-05-18-bestuur.yaml"
    assert "het bestuur" in feit.read_text()
    assert clm(tmp_path, "rapport", "tekst", NU, "kern", "Later bedacht.") == 0
    assert clm(tmp_path, "rapport", "regio", NU, "--voor", "bestuur", "--vorm", "pdf") == 0
    assert pdf.read_bytes() == verspreid
    assert (pdf.parent / "regio-bestuur-2.pdf").read_bytes() != verspreid
    assert laad(tmp_path).meldingen == ()


KAART = """contracten: [{0}]
soort: regulier
datum: {1}
gehouden: {{datum: {1}{2}, aanwezig: [{{naam: Iemand, partij: aanbieder}}]}}
"""


def na_gesprekken(map_: Path, *meer: str) -> str:
    """The report on one provider that had just these talks, of which this was recorded."""
    schrijf(map_, 1)
    vorm = next((map_ / "zorg-000/contracten").iterdir()).name
    for pad in map_.glob("zorg-000/gesprekken/*/gesprek.yaml"):
        pad.unlink()
    for dag, wat in zip(("2026-02-02", "2026-02-16", "2026-03-02"), meer, strict=True):
        doel = map_ / f"zorg-000/gesprekken/{dag}-voortgang/gesprek.yaml"
        doel.parent.mkdir(parents=True)
        doel.write_text(KAART.format(vorm, dag, wat))
    assert clm(map_, "rapport", "regio", NU, "--vorm", "md") == 0
    return (map_ / f"rapporten/{NU}/regio-intern.md").read_text().replace("\u00a0", " ")


def test_of_a_talk_without_a_form_it_is_said_that_the_form_is_unknown(tmp_path: Path) -> None:
    zin = "Gehouden: 3 (1 fysiek). Van 2 is niet vastgelegd hoe. Aandeel fysiek: 100 %."
    assert zin in na_gesprekken(tmp_path, ", vorm: fysiek", "", "")


def test_nothing_decided_and_not_discussed_are_no_silence(tmp_path: Path) -> None:
    """J27: what nobody recorded is counted apart from what was said."""
    thema = ", themas: [{thema: beleidscontext, behandeld: %s}]"
    blad = na_gesprekken(
        tmp_path,
        ", geen: [besluiten]" + thema % "nee, reden: geen tijd",
        ", besluiten: [{id: B1, besluit: Zo., gemandateerd: Ja}]" + thema % "ja",
        "",
    )
    assert "Zonder besluiten: 1. Van 1 is niet vastgelegd of er iets is besloten." in blad
    rij = next(r for r in blad.splitlines() if r.startswith("| Beleidscontext"))
    assert [deel.strip() for deel in rij.strip("| ").split("|")][1:] == ["3", "1", "1", "1"]


def test_a_region_of_three_hundred_providers_takes_seconds(tmp_path: Path) -> None:
    schrijf(tmp_path, 300)
    begin = time.process_time()  # of this process alone: another one on the machine costs none
    assert clm(tmp_path, "rapport", "regio", NU, "--vorm", "md") == 0
    assert time.process_time() - begin < 20


def test_the_work_of_a_report_grows_with_the_providers(tmp_path: Path) -> None:
    """Counted in calls, which are the same on every machine; nine times as many were quadratic."""
    geroepen = {}
    for aantal in (40, 120):
        schrijf(tmp_path / str(aantal), aantal)
        with cProfile.Profile() as teller:
            assert clm(tmp_path / str(aantal), "rapport", "regio", NU, "--vorm", "md") == 0
        geroepen[aantal] = sum(rij.callcount for rij in teller.getstats())
    assert geroepen[120] < 4 * geroepen[40]
