"""Every rule on the ladder: a case that breaks it is reported at its place.

And the mended one is not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.meldingen import Melding
from clm_cli.rules.boek import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import SPOED, ZAAK, Bouw

DAG = date(2026, 5, 20)
VERVANG = dict[str, str]

# code · contract · words that break it · words that keep it · text replaced in both, to break, to
# keep · file and key of the place
GEVALLEN: list[tuple[str, str, str, str, VERVANG, VERVANG, tuple[str, str]]] = [
    ("LAD401", "J", "m3+@02-17", "$G m3+@02-17", {}, {}, ("maatregel-ingebrekestelling", "")),
    (
        "LAD402",
        "J",
        "$G m3+@02-17",
        "$G m3+@02-17",
        {"eigen_verplichtingen: ja": "eigen_verplichtingen: nee"},
        {},
        ("maatregel-ingebrekestelling", ""),
    ),
    (
        "LAD403",
        "J",
        "T:veilig $G m5c!+@02-17",
        "T:veilig $G m5c!+@02-17",
        {"noodzaak_reden": SPOED + "noodzaak_reden"},
        {},
        ("maatregel-clientenstop", "spoed"),
    ),
    (
        "LAD404",
        "J",
        "$G m5c+@02-17",
        "$G bew-onv@02-12 m5c+@02-17",
        {},
        {
            (
                "afwijkingen:\n  - {voorwaarde: bewijs, reden: Dat is zo besloten., door: dir, "
                "datum: 2026-02-10}\n"
            ): ""
        },
        ("maatregel-clientenstop", "afwijkingen"),
    ),
    (
        "LAD405",
        "S",
        "$G $P m3+@03-02",
        "$G $P m3+@03-02",
        {"instrument: ingebrekestelling": "instrument: boete"},
        {},
        ("maatregel-ingebrekestelling", "instrument"),
    ),
    (
        "LAD406",
        "J",
        "m1@02-03 sluit@02-10 $G m2+@02-17",
        "m1@02-03 sluit@02-10 heropen@02-11 ond@02-12 wh@02-16 m2+@02-17",
        {},
        {},
        ("maatregel-verbeterplan", "datum"),
    ),
    (
        "LAD407",
        "J",
        "m1@02-03",
        "m1@02-03",
        {
            "contracten: [ambulant]\ntekortkomingen": (
                "contracten: [ambulant, advies]\ntekortkomingen"
            )
        },
        {},
        ("opening", "contracten"),
    ),
    ("LAD408", "J", "$G bew-onv-fout@02-12", "$G bew-onv@02-12", {}, {}, ("bewijs", "")),
    (
        "LAD409",
        "J",
        "$G m3?+@02-17",
        "$G m3+@02-17",
        {},
        {},
        ("maatregel-ingebrekestelling", "noodzaak"),
    ),
    (
        "LAD410",
        "J",
        "$H bzw@03-10 gespr@03-20",
        "$H bzw@03-10 gespr@03-20",
        {"directie_aanbieder: B. Aas\n": ""},
        {},
        ("geschil", "gehouden"),
    ),
    (
        "LAD411",
        "S",
        "$G $P m2+@02-17 plan@03-02 planjdg-ja@03-05",
        "$G $P m2+@02-17 plan@03-02 planjdg-ja@03-05",
        {"criterium: uitvoerbaar, ": "criterium: adequaat, "},
        {},
        ("verbeterplan", "punten"),
    ),
    ("LAD412", "J", "$H bzw@03-13", "$H bzw@03-13 besl@03-20", {}, {}, ("bezwaar", "")),
    ("LAD413", "J", "geen-signaal", "", {}, {}, ("opening", "afweging")),
    (
        "LAD414",
        "J",
        "$G m5c+@02-17",
        "$G m5c+@02-17 klaar@02-20",
        {},
        {},
        ("maatregel-clientenstop", "reikwijdte"),
    ),
    (
        "LAD415",
        "J",
        "$H jdg-nee@04-08 m4+@04-08 jdg-ja@05-04",
        "$H jdg-nee@04-08 m4+@04-08 jdg-ja@05-04 opheff@05-06",
        {},
        {},
        ("maatregel-opschorting", ""),
    ),
    (
        "LAD417",
        "J",
        "$H omzet m6b+=90000@04-08 anders/150000@04-10",
        "$H omzet m6b+=90000@04-08 anders/80000@04-10",
        {},
        {},
        ("aanpassing", ""),
    ),
    (
        "LAD418",
        "J",
        "$H anders/2026-03-16@03-10",
        "$H anders/2026-04-20@03-10",
        {},
        {},
        ("aanpassing", "nieuwe_data"),
    ),
    (
        "LAD418",
        "J",
        "$H anders/2026-04-15@04-20",
        "$H anders/2026-05-15@04-20",
        {},
        {},
        ("aanpassing", "nieuwe_data"),
    ),
    ("LAD419", "J", "$H opheff@02-20", "$H opheff@03-20", {}, {}, ("opheffing", "datum")),
    (
        "LAD419",
        "J",
        "ond@02-02 wh-zonder@02-16",
        "ond@02-02 wh@02-16",
        {},
        {},
        ("wederhoor", "bij"),
    ),
    (
        "REC152",
        "J",
        "$H bzw@03-09",
        "$H bzw@03-09",
        {"gronden: Niet eens.": "tegen: [T9]\ngronden: Niet eens."},
        {},
        ("bezwaar", "tegen"),
    ),
    (
        "REC152",
        "J",
        "$H jdg-nee@04-08",
        "$H jdg-nee@04-08",
        {"onderdeel: T1": "onderdeel: T9"},
        {},
        ("beoordeling", "oordelen"),
    ),
]


def gevonden(map_: Path, code: str, contract: str, woorden: str, vervang: VERVANG) -> list[Melding]:
    bestanden = Bouw(woorden, contract).bestanden
    for oud, nieuw in vervang.items():
        anders = {pad: tekst.replace(oud, nieuw) for pad, tekst in bestanden.items()}
        assert anders != bestanden, oud
        bestanden = anders
    geladen = lees(map_, bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return [m for m in controleer(geladen.register.zoals(), DAG) if m.code == code]


@pytest.mark.parametrize(
    ("code", "contract", "fout", "goed", "breekt", "heelt", "plek"),
    GEVALLEN,
    ids=[f"{nr}-{geval[0]}" for nr, geval in enumerate(GEVALLEN)],
)
def test_a_rule_reports_its_breach_at_its_place_and_not_the_mended_case(
    tmp_path: Path,
    code: str,
    contract: str,
    fout: str,
    goed: str,
    breekt: VERVANG,
    heelt: VERVANG,
    plek: tuple[str, str],
) -> None:
    rijen = gevonden(tmp_path / "fout", code, contract, fout, breekt)
    assert rijen != []
    for melding in rijen:
        assert melding.plek is not None
        assert melding.plek.pad.startswith(f"{ZAAK}/2026-")
        assert plek[0] in melding.plek.pad
        assert str(melding.plek.sleutel[0] if melding.plek.sleutel else "") == plek[1]
        assert melding.nu
    assert gevonden(tmp_path / "goed", code, contract, goed, heelt) == []


def test_a_closed_case_asks_nothing_more(tmp_path: Path) -> None:
    """What only matters while a case runs ends with the closing.

    A late objection, cause, carrying out, recovery.
    """
    for nr, (code, woorden) in enumerate(
        (
            ("LAD412", "$H bzw@03-13"),
            ("LAD413", "geen-signaal"),
            ("LAD414", "$G m5c+@02-17"),
            ("LAD415", "$H jdg-nee@04-08 m4+@04-08 jdg-ja@05-04"),
        )
    ):
        assert gevonden(tmp_path / f"{nr}a", code, "J", woorden, {}) != []
        assert gevonden(tmp_path / f"{nr}b", code, "J", f"{woorden} sluit@05-12", {}) == []


def test_a_measure_is_judged_on_its_own_day(tmp_path: Path) -> None:
    """What happened afterwards never makes a step right that was wrong when it was taken."""
    assert [
        m.code for m in gevonden(tmp_path, "LAD401", "J", "m3+@02-17 ond@02-18 wh@02-27", {})
    ] == ["LAD401", "LAD401"]
