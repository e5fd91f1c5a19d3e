"""One time that an obligation was met is recorded for one provider; shared lines end by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

RIJ = "id: V-{0}, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, {1}"
REGISTER = {
    "overeenkomsten/raam/verplichtingen.yaml": "verplichtingen:\n"
    + "".join(
        f"  - {{{RIJ.format(nummer, wanneer)}}}\n"
        for nummer, wanneer in (
            (1, "herhaling: {elke: jaar, eerste: 2026-06-01}"),
            (2, "herhaling: {elke: maand, eerste: 2026-03-24}"),
            (3, "doorlopend: ja"),
        )
    ),
    "overeenkomsten/raam/voorbereiding.yaml": (
        "voorbereiding: [{id: P-1, blok: naleving, wat: Lijst, eigenaar: mia}]"
    ),
    "roos/aanbieder.yaml": klein_register.BASIS["bloem/aanbieder.yaml"]
    .replace("Bloem", "Roos")
    .replace("00000001", "00000002"),
    "roos/contracten/ambulant/contract.yaml": (
        "overeenkomst: raam\nnummer: A-2\nzorgvormen: [ambulant]"
    ),
}
LIJST = ("lijst", "verplichtingen")
GEDAAN = ("--gedaan", "12 mei 2026", "--bewijs", "portaal")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Two providers under one overeenkomst with three obligations."""
    klein_register.lees(tmp_path, REGISTER)
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


def bestanden(map_: Path) -> dict[str, bytes]:
    rijen = (p for p in map_.rglob("*") if p.is_file() and ".clm" not in p.parts)
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in rijen}


def nieuw(map_: Path, voor: dict[str, bytes]) -> list[str]:
    na = bestanden(map_)
    assert {pad: na[pad] for pad in voor} == voor, "what stood there stands there"
    return sorted(set(na) - set(voor))


def test_one_time_for_one_provider(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voor = bestanden(map_)
    assert doe(map_, *LIJST, "bloem", "--nagekomen", "V-1", *GEDAAN) == 0
    uit = capsys.readouterr()
    assert "bloem: V-1 van 1 juni 2026 nagekomen op 12 mei 2026." in uit.out
    assert "aangenomen: uiterlijk 1 juni 2026" in uit.err
    pad = "bloem/nakomingen/2026-05-12-v-1-2026-06-01.yaml"
    assert nieuw(map_, voor) == [pad]
    tekst = (map_ / pad).read_text(encoding="utf-8")
    assert "bij: V-1\nuiterlijk: 2026-06-01\nbewijs: portaal\n" in tekst
    assert doe(map_, *LIJST, "bloem", "--nagekomen", "V-1", *GEDAAN) == 0
    assert f"stond er al: {pad}" in capsys.readouterr().out
    assert nieuw(map_, voor) == [pad]


# what is said · what is answered
GEWEIGERD = [
    (("--nagekomen", "V-1"), "--gedaan (de dag waarop het is gedaan. Zoals 2026-05-04); --bewijs"),
    (("--nagekomen", "V-1", "--gedaan", "2026-05-12"), "Dit ontbreekt nog: --bewijs"),
    (("--nagekomen", "V-2", *GEDAAN), "open staat 2026-03-24 of 2026-04-24 of 2026-05-24"),
    (
        ("--nagekomen", "V-2", "--uiterlijk", "25 april 2026", *GEDAAN),
        "V-2 hoeft bij bloem niet uiterlijk op 25 april 2026",
    ),
    (("--nagekomen", "V-3", *GEDAAN), "V-3 geldt doorlopend"),
    (("--nagekomen", "V-9", *GEDAAN), "geen verplichting 'V-9'"),
    (("--nagekomen", "V-1", "--gedaan", "2026-05-19", "--bewijs", "x"), "ligt na vandaag"),
    (("--nagekomen", "V-1", "--wat", "Iets", *GEDAAN), "Bij --nagekomen hoort geen --wat"),
    (("--klaar", "V-1"), "geldt voor 2 aanbieders: bloem, roos."),
    (("--klaar", "V-1"), "clm lijst verplichtingen --overeenkomst raam --klaar V-1"),
]


@pytest.mark.parametrize(("gezegd", "antwoord"), GEWEIGERD)
def test_what_is_not_clear_is_not_written(
    gezegd: tuple[str, ...], antwoord: str, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = bestanden(map_)
    assert doe(map_, *LIJST, "bloem", *gezegd) == 2
    assert antwoord in capsys.readouterr().err
    assert nieuw(map_, voor) == []


def test_a_second_day_for_the_same_time_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zo = (*LIJST, "bloem", "--nagekomen", "V-2", "--uiterlijk", "24-4-2026", "--bewijs", "portaal")
    assert doe(map_, *zo, "--gedaan", "2026-04-24") == 0
    voor = bestanden(map_)
    assert doe(map_, *zo, "--gedaan", "2026-04-25") == 2
    fout = capsys.readouterr().err
    assert "V-2 van 24 april 2026 is al nagekomen: bloem/nakomingen/2026-04-24-" in fout
    assert "clm correctie bloem nakomingen/2026-04-24-v-2-2026-04-24 --reden" in fout
    assert nieuw(map_, voor) == []


def test_what_comes_back_is_not_done_for_good(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = bestanden(map_)
    assert doe(map_, "actie", "afgerond", "bloem", "V-2", "--resultaat", "Binnen") == 2
    assert "clm lijst verplichtingen bloem --nagekomen V-2" in capsys.readouterr().err
    assert nieuw(map_, voor) == []


def test_a_shared_line_ends_for_all_by_name_and_after_a_yes(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor, zo = bestanden(map_), (*LIJST, "--overeenkomst", "raam", "--klaar", "V-1")
    assert doe(map_, *zo) == 2
    fout = capsys.readouterr().err
    assert "V-1 geldt voor 2 aanbieders: bloem, roos." in fout
    assert "Dit schrijft 1 bestand: overeenkomsten/raam/verplichtingen.yaml." in fout
    assert bestanden(map_) == voor
    assert doe(map_, *zo, "--ja") == 0
    assert b"vervallen: 2026-05-18" in bestanden(map_)["overeenkomsten/raam/verplichtingen.yaml"]
    assert doe(map_, *LIJST, "--overeenkomst", "raam", "--klaar", "V-9") == 2
    assert doe(map_, *LIJST, "--overeenkomst", "ander", "--klaar", "V-1") == 2
    capsys.readouterr()
    voor = bestanden(map_)
    assert doe(map_, *LIJST, "--overeenkomst", "raam") == 0  # without a row it is shown
    assert "VERPLICHTINGEN raam" in capsys.readouterr().out
    assert doe(map_, *LIJST) == 0
    assert "VERPLICHTINGEN alle aanbieders" in capsys.readouterr().out
    assert bestanden(map_) == voor


def test_shared_preparation_is_ready_for_one_provider(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = bestanden(map_)
    assert doe(map_, "lijst", "voorbereiding", "bloem", "--klaar", "P-1") == 2
    assert "clm actie afgerond bloem P-1 --resultaat …" in capsys.readouterr().err
    assert doe(map_, "actie", "afgerond", "bloem", "P-1", "--resultaat", "Besproken") == 0
    assert nieuw(map_, voor) == ["bloem/opvolging/2026-05-18-afgerond-p-1.yaml"]


KOP = "dossier;verplichting;uiterlijk;gedaan;bewijs\n"
BLAD = KOP + "Bloem;V-1;;12 mei 2026;portaal\nroos;V-2;24-4-2026;24-4-2026;e-mail\nroos;V-1;;;\n"


def test_many_from_a_sheet(map_: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    blad = tmp_path / "nakomingen.csv"
    blad.write_text(BLAD, encoding="utf-8")
    voor = bestanden(map_)
    assert doe(map_, *LIJST, "--uit", str(blad)) == 2
    fout = capsys.readouterr().err
    assert "roos: V-2 van 24 april 2026 nagekomen op 24 april 2026." in fout, "shown first"
    assert nieuw(map_, voor) == []
    assert doe(map_, *LIJST, "--uit", str(blad), "--ja") == 0
    assert "niet ingevuld, dus overgeslagen: 1" in capsys.readouterr().out
    gezet = [
        "bloem/nakomingen/2026-05-12-v-1-2026-06-01.yaml",
        "roos/nakomingen/2026-04-24-v-2-2026-04-24.yaml",
    ]
    assert nieuw(map_, voor) == gezet
    assert doe(map_, *LIJST, "--uit", str(blad), "--ja") == 0
    assert "stond er al: bloem/nakomingen" in capsys.readouterr().out
    assert nieuw(map_, voor) == gezet


FOUT = [
    ("bloem;V-1;;2026-05-12;\n", "regel 3: bewijs ontbreekt"),
    ("bloem;V-9;;2026-05-12;portaal\n", "regel 3: bloem heeft bij de lopende contracten geen"),
    ("roos;V-1;;2026-05-11;post\n", "regel 3: dezelfde keer staat ook op regel 2"),
    ("iris;V-1;;2026-05-12;portaal\n", "regel 3: "),
]


@pytest.mark.parametrize(("regel", "waar"), FOUT)
def test_one_wrong_row_stops_the_sheet(
    regel: str, waar: str, map_: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    blad = tmp_path / "nakomingen.csv"
    blad.write_text(KOP + "roos;V-1;;2026-05-12;portaal\n" + regel, encoding="utf-8")
    voor = bestanden(map_)
    assert doe(map_, *LIJST, "--uit", str(blad), "--ja") == 2
    assert f"nakomingen.csv, {waar}" in capsys.readouterr().err
    assert nieuw(map_, voor) == []
    blad.write_text(KOP + "roos;V-1;;;\n", encoding="utf-8")
    assert doe(map_, *LIJST, "--uit", str(blad), "--ja") == 2
    assert "in geen rij staat wat is gedaan" in capsys.readouterr().err
