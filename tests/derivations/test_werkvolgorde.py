"""Lines of the werklijst: what stands first, what is bundled, and numbers that stay."""

import cProfile
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from clm_cli.derivations.dossierwerk import veranderd
from clm_cli.derivations.werklijst import alle_werk, werklijst
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import VERDER, genummerd
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Feit
from clm_cli.records.lijsten import Rapportverspreid
from clm_cli.records.regime import Lezing
from clm_cli.records.soorten import GEDEELD
from clm_cli.register import Register
from clm_cli.tijd.kalender import Kalender

EXAMPLE = Path(__file__).parents[2] / "dossiers"
VANDAAG = date(2026, 5, 18)
LAAT, STRAKS = VANDAAG - timedelta(days=3), VANDAAG + timedelta(days=10)


def punt(dossier, wat="V-03 Jaarrekening", uiterlijk=LAAT, **rest):
    woorden = {"soort": "verplichting", "bij": "aanbieder", **rest}
    return Werkpunt(dossier=dossier, wat=wat, uiterlijk=uiterlijk, plek=Plek("x.yaml"), **woorden)


def nummers(punten, *standen):
    regels, _ = genummerd(
        punten,
        standen or [punten],
        VANDAAG,
        VANDAAG + timedelta(days=28),
        VANDAAG + timedelta(days=120),
        Kalender("atw"),
    )
    return {(regel.punt.dossier, regel.punt.wat): regel.nr for regel in regels}


def koppen(*punten, dagen=28):
    uit, _ = genummerd(
        punten,
        [punten],
        VANDAAG,
        VANDAAG + timedelta(days=dagen),
        VANDAAG + timedelta(days=120),
        Kalender("atw"),
    )
    return [regel.kop for regel in uit]


def test_three_alike_points_share_a_number_and_two_do_not():
    assert nummers([punt("a"), punt("b")]) == {
        ("a", "V-03 Jaarrekening"): "1",
        ("b", "V-03 Jaarrekening"): "2",
    }
    drie = [punt("a"), punt("z", "Anders"), punt("b"), punt("c")]
    assert nummers(drie) == {
        ("a", "V-03 Jaarrekening"): "1.1",
        ("b", "V-03 Jaarrekening"): "1.2",
        ("c", "V-03 Jaarrekening"): "1.3",
        ("z", "Anders"): "2",
    }


@pytest.mark.parametrize(
    "anders",
    [
        {"uiterlijk": STRAKS},
        {"bij": "wij"},
        {"soort": "actie"},
        {"voorlopig": True},
        {"bundel": "iets anders"},
    ],
)
def test_another_day_side_kind_or_certainty_is_no_part_of_a_bundle(anders):
    vreemd = replace(punt("c"), **anders)
    assert all("." not in nr for nr in nummers([punt("a"), punt("b"), vreemd]).values())


def test_words_of_a_bundle_join_points_that_say_more():
    punten = [punt(d, f"Cijfers 2026-K1 {d}", bundel="Cijfers 2026-K1") for d in "abc"]
    assert list(nummers(punten).values()) == ["1.1", "1.2", "1.3"]


def test_a_number_of_this_morning_stays_and_what_is_new_comes_after():
    ochtend = [punt("a", "eerste"), punt("b", "tweede"), punt("c", "derde")]
    nu = [punt("a", "nieuw", LAAT - timedelta(days=9)), *ochtend[1:]]
    assert nummers(nu, ochtend) == {
        ("a", "nieuw"): "4",
        ("b", "tweede"): "2",
        ("c", "derde"): "3",
    }


def test_a_point_keeps_its_number_when_its_day_moves():
    ochtend = [punt("a", "eerste"), punt("b", "tweede")]
    assert nummers([punt("a", "eerste", STRAKS), ochtend[1]], ochtend)["a", "eerste"] == "1"


def test_what_is_left_of_a_bundle_keeps_its_place():
    drie = [punt(dossier) for dossier in "abc"]
    assert nummers(drie[1:], drie) == {
        ("b", "V-03 Jaarrekening"): "1.2",
        ("c", "V-03 Jaarrekening"): "1.3",
    }


@pytest.mark.parametrize(
    ("rest", "kop"),
    [
        ({"vervalt": True, "uiterlijk": VANDAAG}, "eerst"),
        ({"vervalt": True, "uiterlijk": STRAKS}, "eerst"),
        ({"vervalt": True, "uiterlijk": VANDAAG + timedelta(days=60)}, VERDER),
        ({"vervalt": True, "uiterlijk": LAAT}, "te laat"),
        ({"vervalt": True, "uiterlijk": LAAT, "bij": "wij"}, "eerst"),
        ({"vervalt": False, "uiterlijk": LAAT, "bij": "wij"}, "te laat"),
        ({"uiterlijk": LAAT, "onzeker": True}, "misschien te laat"),
        ({"uiterlijk": STRAKS, "onzeker": True}, "komende vier weken"),
        ({"uiterlijk": None, "onzeker": True}, "zonder datum"),
        ({"soort": "bekendmaken", "uiterlijk": None, "bij": "wij"}, "eerst"),
        ({"soort": "zonder-maatregel", "uiterlijk": None, "bij": "wij"}, "eerst"),
        ({"soort": "brief-verwerken", "uiterlijk": STRAKS, "bij": "wij"}, "eerst"),
        ({"soort": "actie", "uiterlijk": None}, "zonder datum"),
    ],
)
def test_first_comes_what_stalls_a_case_or_lapses_soon(rest, kop):
    assert koppen(punt("a", **rest)) == [kop]


def test_of_what_is_late_ours_comes_first():
    rij = [punt("a", "hun", LAAT - timedelta(days=30)), punt("b", "ons", LAAT, bij="wij")]
    assert nummers(rij) == {("b", "ons"): "1", ("a", "hun"): "2"}


TELEFOON = """\
datum: 2026-05-18
vastgelegd: 2026-05-18T09:00:00+02:00
door: joost-bakker
wijze: telefoon
richting: inkomend
met: [Fatma Yildiz]
contracten: [ambulant]
kern: Zij stuurt een lijst.
toezeggingen:
  - {id: TZ-90, partij: aanbieder, wie: Fatma Yildiz, wat: Stuurt een lijst, uiterlijk: 2026-05-04}
"""


def test_what_is_recorded_today_gets_numbers_behind_those_of_this_morning(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "register")
    oud = _nummers_van(tmp_path / "register")
    feit = tmp_path / "register/de-klaproos/contacten/2026-05-18-telefoon.yaml"
    feit.write_text(TELEFOON, encoding="utf-8")
    nieuw = _nummers_van(tmp_path / "register")
    laatste = max(int(nr.partition(".")[0]) for nr in oud.values())
    erbij = {wat: nr for wat, nr in nieuw.items() if wat not in oud}
    assert [nr for wat, nr in erbij.items() if "TZ-90" in wat[1]] == [str(laatste + 1)]
    assert {wat: nr for wat, nr in nieuw.items() if wat in oud} == oud


def test_a_number_of_today_is_never_that_of_another_line():
    """What arose and is gone again leaves its number to nobody, nor does what comes before it."""
    ochtend = [punt("a", "eerste")]
    toen = [punt("a", "tweede")]
    nu = [*ochtend, punt("a", "derde", LAAT - timedelta(days=9))]
    assert nummers(nu, ochtend, [*ochtend, *toen])["a", "derde"] == "3"
    later = [*toen, punt("b", "vierde", LAAT - timedelta(days=9))]
    assert nummers([*ochtend, *later], ochtend, toen, later)["a", "tweede"] == "2"


def test_numbers_of_today_stay_while_facts_come_and_are_corrected_away(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "register")
    oud = _nummers_van(tmp_path / "register")
    map_ = tmp_path / "register/de-klaproos/contacten"
    (map_ / "2026-05-18-telefoon.yaml").write_text(TELEFOON, encoding="utf-8")
    eerst = _nummers_van(tmp_path / "register")
    later = TELEFOON.replace("T09:", "T11:").replace("TZ-90", "TZ-91").replace("05-04", "05-02")
    (map_ / "2026-05-18-overleg.yaml").write_text(later, encoding="utf-8")
    beide = _nummers_van(tmp_path / "register")
    assert {wat: beide[wat] for wat in eerst} == eerst
    (map_ / "2026-05-18-correctie-telefoon.yaml").write_text(VERVALT, encoding="utf-8")
    na = _nummers_van(tmp_path / "register")
    assert {wat: beide[wat] for wat in na} == na
    assert beide.keys() - na.keys() == eerst.keys() - oud.keys()


VERVALT = """\
datum: 2026-05-18
vastgelegd: 2026-05-18T12:00:00+02:00
door: joost-bakker
bij: 2026-05-18-telefoon
reden: Niet gebeld
vervalt: ja
"""


LEZING = """\
datum: 2026-05-18
vastgelegd: 2026-05-18T09:00:00+02:00
door: saar-el-amrani
regime: {}
vraag: {}
keuze: ontvangst
reden: Zo lezen wij het.
"""
VERSPREID = """\
datum: 2026-05-18
vastgelegd: 2026-05-18T09:00:00+02:00
door: marieke-hoekstra
voor: raden
aan: [griffies]
rapport: {vindplaats: zaaksysteem Z-2026-0189}
"""


@pytest.mark.parametrize(
    ("pad", "feit", "opnieuw"),
    [
        (
            "lezingen/2026-05-18-begin-verbeterplan.yaml",
            LEZING.format("sma-2026", "begin-verbeterplan"),
            {"medisch-advies-noord"},
        ),
        (
            "lezingen/2026-05-18-begin-bezwaar.yaml",
            LEZING.format("sdfl-jeugdhulp-2026", "begin-bezwaar"),
            {"de-klaproos", "de-kleine-beer", "oude-linde", "waterlelie"},
        ),
        ("rapporten/2026-K1/2026-05-18-raden.yaml", VERSPREID, set()),
    ],
    ids=["a reading of one regime", "of another", "a report that went out"],
)
def test_what_all_share_has_the_morning_worked_out_again_where_it_bears_on(
    tmp_path, pad, feit, opnieuw
):
    shutil.copytree(EXAMPLE, tmp_path / "register")
    oud = _nummers_van(tmp_path / "register")
    (tmp_path / "register" / pad).write_text(feit, encoding="utf-8")
    geladen = laad(tmp_path / "register")
    assert not geladen.meldingen
    kijk = Kijk(geladen.register.zoals(VANDAAG), VANDAAG)
    delen = alle_werk(kijk)
    per = veranderd(kijk.register, delen, VANDAAG)
    assert {naam for naam, dan in per.items() if dan} == opnieuw
    with cProfile.Profile() as teller:
        lijst = werklijst(kijk)
    keren = [r.callcount for r in teller.getstats() if r.code is Register.zoals.__code__]
    assert sum(keren) == len(opnieuw)
    nu = {(r.punt.dossier, r.punt.wat, r.punt.contracten): r.nr for r in lijst.regels}
    assert {wat: nu[wat] for wat in nu if wat in oud} == {wat: oud[wat] for wat in nu if wat in oud}


def test_of_the_facts_that_all_share_only_readings_bear_on_a_dossier():
    assert {m for m in GEDEELD if issubclass(m, Feit)} == {Lezing, Rapportverspreid}


def _nummers_van(map_):
    lijst = werklijst(Kijk(laad(map_).register.zoals(VANDAAG), VANDAAG))
    return {(r.punt.dossier, r.punt.wat, r.punt.contracten): r.nr for r in lijst.regels}


@pytest.mark.parametrize(("dagen", "kop"), [(28, "komende vier weken"), (29, "later")])
def test_a_longer_list_calls_only_four_weeks_the_coming_four(dagen, kop):
    dag = VANDAAG + timedelta(days=dagen)
    assert koppen(punt("a", vervalt=False, uiterlijk=dag), dagen=200) == [kop]
