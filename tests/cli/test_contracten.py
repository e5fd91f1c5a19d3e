"""An extension: its end follows from the option, and its notice stays due until it is received."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.verlengingen import einde_na
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from clm_cli.tijd.duur import lees_duur
from clm_cli.tijd.kalender import Kalender
from tests import klein_register

DAG = date(2026, 5, 18)
OPTIES = "opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}, {id: optie-2, duur: 1 jaar}]"
VERLENG = ("contract", "verlenging", "bloem", "ambulant", "--besloten-door", "mia", "--optie")

ROOS = {
    "roos/aanbieder.yaml": """
        namen: [{vanaf: 2026-01-01, statutair: Stichting Roos, roepnaam: Roos}]
        kvk: "00000009"
        postadres: {straat: Straat 3, postcode: 9999 ZZ, plaats: Teststad}
        behandelaars: [{vanaf: 2026-01-01, contractmanager: mia}]
        """,
    "overeenkomsten/raam/verplichtingen.yaml": """
        verplichtingen:
          - {id: V-01, wat: Jaarrekening, partij: aanbieder, soort: verplichting, kant: DOP,
             herhaling: {elke: jaar, eerste: 2025-06-01}}
        """,
}
"""A provider who joins later, and what everybody under the overeenkomst owes each year."""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    kaart = f"overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n{OPTIES}\n"
    klein_register.lees(tmp_path, {"bloem/contracten/ambulant/contract.yaml": kaart})
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_), "--vandaag", DAG.isoformat(), "--door", "mia")
    return draai([*woorden, *gemeen])


def open_(map_: Path) -> list[Werkpunt]:
    blik = blik_op(laad(map_).register.zoals(), "bloem", DAG)
    return [punt for punt in alle_werkpunten(blik) if punt.soort == "mededeling"]


def test_the_end_follows_from_the_option_and_is_said(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *VERLENG, "optie-1") == 0
    assert "aangenomen: datum 18 mei 2026; tot 31 december 2028" in capsys.readouterr().err
    feit = (map_ / "bloem/contracten/ambulant/2026-05-18-verlenging.yaml").read_text()
    assert "tot: 2028-12-31\n" in feit
    assert doe(map_, *VERLENG, "optie-1") == 0
    assert "stond er al: " in capsys.readouterr().out


def test_another_end_needs_a_reason(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doe(map_, *VERLENG, "optie-1", "--tot", "2030-12-31") == 2
    assert "DOS265 optie-1 duurt 1 jaar" in capsys.readouterr().err
    assert doe(map_, *VERLENG, "optie-1", "--tot", "2030-12-31", "--reden", "Art. 3.4") == 0


def test_the_notice_stays_due_until_its_receipt_is_recorded(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *VERLENG, "optie-1") == 0
    volgende = "nu: clm brief maak bloem verlenging --contract ambulant"
    assert volgende in capsys.readouterr().out
    (punt,) = open_(map_)
    assert punt.wat == "Ontvangst van de mededeling optie-1 (1 jaar) voor contract A-1"
    assert punt.uiterlijk == date(2027, 6, 30)
    assert "moet dan ontvangen zijn" in punt.kanttekeningen[0]
    feit = "contracten/ambulant/2026-05-18-verlenging"
    assert punt.nu == (
        f"clm brief maak bloem verlenging --contract ambulant --bij {feit}  of, als zij al is "
        f"ontvangen,  clm correctie bloem {feit} --wordt meegedeeld=… --reden …"
    )
    gezegd = ("--wordt", "meegedeeld=2026-05-15", "--reden", "Bericht van ontvangst")
    assert doe(map_, "correctie", "bloem", feit, *gezegd) == 0
    assert open_(map_) == []


def test_a_notice_received_with_its_letter_is_no_longer_due(map_: Path) -> None:
    brief = "bloem/brieven/2026-05-04-mededeling"
    klein_register.schrijf(
        map_,
        {
            f"{brief}/brief.yaml": "richting: uitgaand\nsoort: antwoord\nonderwerp: Optie\n"
            "datum: 2026-05-04\ncontracten: [ambulant]\n",
            "bloem/contracten/ambulant/2026-05-04-verlenging.yaml": "optie: optie-1\n"
            "tot: 2028-12-31\nbesloten_door: mia\nbrief: brieven/2026-05-04-mededeling/brief\n",
        },
    )

    def nu() -> str:
        (punt,) = open_(map_)
        return str(punt.nu).partition(" bloem ")[0]

    weg = (
        "kanaal: gewone post\naan: Bloem\n"
        'document: {vindplaats: zaak, sha256: "' + "c" * 64 + '"}\n'
        'kaart_sha256: "' + "c" * 64 + '"\n'
    )
    assert nu() == "clm brief verzonden"
    klein_register.schrijf(map_, {f"{brief}/2026-05-04-verzonden.yaml": weg})
    assert nu() == "clm brief bezorgd"
    terug = "bij: 2026-05-04-verzonden\nreden: verhuisd\n"
    klein_register.schrijf(map_, {f"{brief}/2026-05-06-retour.yaml": terug})
    assert nu() == "clm brief verzonden"
    bezorgd = "bij: 2026-05-07-verzonden\nbewijs: bericht\n"
    klein_register.schrijf(
        map_,
        {
            f"{brief}/2026-05-07-verzonden.yaml": weg,
            f"{brief}/2026-05-08-bezorgd.yaml": bezorgd,
        },
    )
    assert open_(map_) == []


def test_an_option_that_is_skipped_is_said(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doe(map_, *VERLENG, "optie-2") == 0
    assert "DOS266 optie-2 is gebruikt, maar optie-1 niet" in capsys.readouterr().out


NIET = ("contract", "niet-verlengd", *VERLENG[2:4], "--reden", "Te duur", *VERLENG[4:])


@pytest.mark.parametrize("woorden", [VERLENG, NIET])
def test_an_option_of_another_contract_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...]
) -> None:
    """What one contract of a dossier has is no right under another."""
    anders = map_ / "bloem/contracten/wonen/contract.yaml"
    anders.parent.mkdir()
    anders.write_text(
        "overeenkomst: raam\nnummer: A-2\nzorgvormen: [ambulant]\n"
        "opties: [{id: optie-9, duur: 1 jaar}]\n"
    )
    assert doe(map_, *woorden, "optie-9") == 2
    uit = capsys.readouterr().err
    assert "optie-9'" in uit
    assert "--tot" not in uit
    assert not list((map_ / "bloem/contracten/ambulant").glob("2026-*"))


@pytest.mark.parametrize(
    ("tot", "duur", "einde"),
    [
        ("2027-12-31", "1 jaar", "2028-12-31"),
        ("2027-06-30", "6 maanden", "2027-12-31"),
        ("2024-02-29", "1 jaar", "2025-02-28"),
        ("2027-01-31", "1 maand", "2027-02-28"),
    ],
)
def test_an_extension_counts_from_its_first_day(tot: str, duur: str, einde: str) -> None:
    gevonden = einde_na(date.fromisoformat(tot), lees_duur(duur), Kalender())
    assert gevonden == date.fromisoformat(einde)


def test_what_a_new_contract_lacks_is_said_in_one_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day too, which only the overeenkomst makes needed."""
    klein_register.lees(tmp_path, ROOS)
    assert doe(tmp_path, *NIEUW[:6]) == 2
    fout = capsys.readouterr().err
    assert all(f"{wat} (" in fout for wat in ("uitvoering_van=DATUM", "--nummer", "--zorgvorm"))


@pytest.mark.parametrize(
    "woorden",
    [
        ("classificeer", "bloem", "--contract", "amb"),
        (
            *("gesprek", "gepland", "bloem", "--datum", "2026-09-02", "--soort", "extra"),
            *("--reden", "Nodig", "--contract", "amb", "--proef"),
        ),
        ("kpi", "bloem", "--contract", "amb"),
        ("lijst", "verplichtingen", "--overeenkomst", "raa"),
    ],
    ids=["a look", "a fact", "figures", "an overeenkomst"],
)
def test_a_part_of_the_name_of_a_contract_is_enough_as_an_option_too(
    tmp_path: Path, woorden: tuple[str, ...]
) -> None:
    """As it is where the contract is a word of the command."""
    klein_register.lees(tmp_path)
    assert doe(tmp_path, *woorden) == 0
    assert doe(tmp_path, *(f"{woord}x" if woord in ("amb", "raa") else woord for woord in woorden))


def test_one_provider_has_one_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klein_register.lees(tmp_path)
    nieuw = ("nieuw", "Distel", "--straat", "S 1", "--postcode", "9999 ZZ", "--plaats", "T")
    assert doe(tmp_path, *nieuw, "--kvk", "KvK 0000 0001") == 2
    assert "KvK 00000001 staat al in het dossier bloem;" in capsys.readouterr().err
    assert not (tmp_path / "distel").exists()
    assert doe(tmp_path, *nieuw, "--kvk", "00000009") == 0


NIEUW = (
    *("contract", "nieuw", "roos", "dag", "--overeenkomst", "raam", "--nummer", "D-1"),
    *("--zorgvorm", "dag"),
)


def test_under_an_overeenkomst_that_runs_a_contract_says_since_when_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who joined in April 2026 owed nothing in June 2025, nor a classification in 2024."""
    klein_register.lees(tmp_path, ROOS)
    assert doe(tmp_path, *NIEUW) == 2
    fout = capsys.readouterr().err
    assert "Dit ontbreekt nog: --looptijd uitvoering_van=DATUM (de overeenkomst loopt al " in fout
    assert "sinds 1 januari 2025; gold het contract vanaf het begin, dan 2025-01-01)" in fout
    assert doe(tmp_path, *NIEUW, "--looptijd", "uitvoering_van=2026-04-01") == 0
    blik = blik_op(laad(tmp_path).register.zoals(), "roos", DAG)
    punten = {punt.soort: punt for punt in alle_werkpunten(blik)}
    assert punten["verplichting"].uiterlijk == date(2026, 6, 1)
    assert punten["contracteinde"].uiterlijk == date(2027, 12, 31)
    assert all(p.uiterlijk is None or p.uiterlijk.year >= 2026 for p in punten.values())


def test_who_was_there_from_the_start_keeps_the_phases_before_it(tmp_path: Path) -> None:
    klein_register.lees(tmp_path, ROOS)
    assert doe(tmp_path, *NIEUW, "--looptijd", "uitvoering_van=2025-01-01") == 0
    (dag,) = (c for c in laad(tmp_path).register.dossiers["roos"].contracten)
    assert dag.looptijd is not None
    assert dag.looptijd.implementatie == date(2024, 10, 1)
