"""Like cases of other providers before a heavy step (J53, J01): which, in what order and words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.ladder.zaakbouw import Bouw


def buur(naam: str, woorden: str, contract: str = "J") -> dict[str, str]:
    """The files of another provider with a case of its own."""
    bouw = Bouw(woorden, contract).bestanden
    uit = {
        pad.replace("bloem/", f"{naam}/", 1): tekst
        for pad, tekst in bouw.items()
        if pad.startswith("bloem/")
    }
    eigen = klein_register.BASIS["bloem/aanbieder.yaml"]
    uit[f"{naam}/aanbieder.yaml"] = eigen.replace("Bloem", naam.title()).replace(
        '"00000001"', f'"0000000{len(naam)}"'
    )
    return uit


def gelijk(
    map_: Path, capsys: pytest.CaptureFixture[str], *anderen: dict[str, str], eigen: str = ""
) -> list[dict[str, object]]:
    bestanden = dict(Bouw(eigen, "J").bestanden)
    for rij in anderen:
        bestanden |= rij
    assert klein_register.lees(map_, bestanden).meldingen == ()
    capsys.readouterr()
    woorden = ["escalatie", "gelijk", "bloem", "--map", str(map_), "--vandaag", "2026-05-18"]
    assert draai([*woorden, "--json"]) == 0
    gevallen: list[dict[str, object]] = json.loads(capsys.readouterr().out)["gegevens"]["gevallen"]
    return gevallen


def test_the_same_kind_of_shortcoming_the_heaviest_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gevallen = gelijk(
        tmp_path,
        capsys,
        buur("anjer", "m1@02-03 verz@02-03 bez@02-04"),
        buur("distel", "$H jdg-nee@04-08"),
    )
    assert [(g["dossier"], g["hoogst_bereikt"], g["open"]) for g in gevallen] == [
        ("distel", 3, True),
        ("anjer", 1, True),
    ]
    assert gevallen[0]["tekortkomingen"] == [{"id": "T1", "wat": "Iets", "herstel": "nee"}]
    assert gevallen[0]["maatregelen"] == [
        {
            "instrument": "ingebrekestelling",
            "trede": 3,
            "datum": "2026-03-02",
            "toestand": "van kracht",
        }
    ]
    assert gevallen[1]["tekortkomingen"] == [
        {"id": "T1", "wat": "Iets", "herstel": "niet beoordeeld"}
    ]


@pytest.mark.parametrize(
    ("ander", "contract"),
    [("T:tijd $H", "J"), ("T:ernstig $G $P m5+@02-17", "S")],
    ids=["another kind", "another contract model"],
)
def test_what_is_not_alike_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ander: str, contract: str
) -> None:
    assert gelijk(tmp_path, capsys, buur("anjer", ander, contract)) == []


def test_the_contracts_own_kind_goes_before_what_it_touches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both touch quality; files that are kept badly are not advice that is unsound (S11)."""
    rijen = {
        "dossiervorming": ["anjer"],
        "medische-adviezen": [],
        "zelf-bedacht": ["anjer"],  # no kind of the contract sets it apart
    }
    for soort, verwacht in rijen.items():
        map_ = tmp_path / soort
        eigen = Bouw("", "S").bestanden
        zaak = "escalaties/2026-01-12-zaak/2026-01-12-opening.yaml"
        ander = buur("anjer", "", "S")
        alles = {**eigen, **ander}
        for pad, naam in ((f"bloem/{zaak}", "dossiervorming"), (f"anjer/{zaak}", soort)):
            alles[pad] = alles[pad].replace(
                "soort: [kwaliteit]", f"soort: [kwaliteit], tekortkomingsoort: {naam}"
            )
        assert klein_register.lees(map_, alles).meldingen == ()
        capsys.readouterr()
        woorden = ["escalatie", "gelijk", "bloem", "--map", str(map_), "--vandaag", "2026-05-18"]
        assert draai([*woorden, "--json"]) == 0
        gegevens = json.loads(capsys.readouterr().out)["gegevens"]
        assert [g["dossier"] for g in gegevens["gevallen"]] == verwacht


def test_the_table_is_internal_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gelijk(tmp_path, capsys, buur("distel", "$H jdg-nee@04-08"))
    assert (
        draai(["escalatie", "gelijk", "bloem", "--map", str(tmp_path), "--vandaag", "2026-05-18"])
        == 0
    )
    tekst = " ".join(capsys.readouterr().out.split())
    assert "Intern: deze namen blijven binnen de organisatie." in tekst
    assert "Distel" in tekst
    assert "3 ingebrekestelling (2 maart" in tekst
    assert "uitgebleven" in tekst


def test_without_others_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gelijk(tmp_path, capsys)
    assert (
        draai(["escalatie", "gelijk", "bloem", "--map", str(tmp_path), "--vandaag", "2026-05-18"])
        == 0
    )
    assert "Bij andere aanbieders is er geen escalatie van deze soort." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("woorden", "contract", "zwaar"),
    [
        ("T:veilig $G bew-onv@02-10", "J", True),
        ("", "J", False),
        ("T:ernstig $G", "S", False),
    ],
    ids=["a stop is possible", "nothing heavy is", "the contract has no frames of evidence"],
)
def test_the_page_of_a_case_leads_there_before_a_heavy_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: str, contract: str, *, zwaar: bool
) -> None:
    assert klein_register.lees(tmp_path, Bouw(woorden, contract).bestanden).meldingen == ()
    capsys.readouterr()
    assert (
        draai(["escalatie", "toon", "bloem", "--map", str(tmp_path), "--vandaag", "2026-02-18"])
        == 0
    )
    tekst = " ".join(capsys.readouterr().out.split())
    assert ("Vóór trede 5 of hoger" in tekst) == zwaar
    assert ("clm escalatie gelijk bloem" in tekst) == zwaar
