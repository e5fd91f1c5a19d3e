"""Letters, measures, options: the terms that cost a municipality its case when they are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.filter import Filter
from clm_cli.derivations.werklijst import werklijst
from clm_cli.kijk import Kijk
from tests.klein_register import punten, register, soort

B = "bloem/brieven/2026-05-04-brief"
E = "bloem/escalaties/2026-02-10-zaak"
HASH = "0" * 64
KAART = (
    "richting: uitgaand\nsoort: ingebrekestelling\nonderwerp: aanzegging\ndatum: "
    "2026-05-04\ncontracten: [ambulant]\n"
)
ANTWOORD = KAART + "termijnen: [{soort: antwoord, termijn: 10 werkdagen, wat: Cijfers leveren}]"
VERZONDEN = (
    'kanaal: aangetekend\naan: Bloem\ndocument: {vindplaats: archief}\nkaart_sha256: "'
    + HASH
    + '"\n'
)
GENOEMD = (
    VERZONDEN
    + "genoemd:\n"
    + "".join(
        f"  - {{termijn: {t}, uiterlijk: {d}, kalender: atw}}\n"
        for t, d in (
            ("bezwaar", "2026-05-18"),
            ("herstel, tekortkoming: T1", "2026-06-09"),
            ("herstel, tekortkoming: T2", "2026-06-09"),
        )
    )
)
BEZORGD = "bij: 2026-05-04-verzonden\nbewijs: handtekening"
OPENING = """
contracten: [{c}]
tekortkomingen:
  - {{id: T1, verplichting: lijsten/verplichtingen#V-1, wat: Te laat, soort: [tijdigheid],
      feiten: Cijfers}}
  - {{id: T2, verplichting: lijsten/verplichtingen#V-1, wat: Onveilig, soort: [veiligheid],
      feiten: Rapport}}
afweging: {{reden: Sturen hielp niet}}
coordinatie: mia
besloten_door: mia
"""
PLICHT = {
    "bloem/lijsten/verplichtingen.yaml": (
        "verplichtingen: [{id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: "
        "AOC, doorlopend: ja}]"
    )
}
MAATREGEL = (
    "instrument: {i}\ntrede: {t}\ntekortkomingen: [T1, T2]\ningaat: 2026-05-04\nreden: "
    "Past\nbesloten_door: mia\n"
)
HERSTEL = (
    "hersteltermijnen:\n  - {tekortkoming: T1, termijn: 20 werkdagen, redelijk: ja}\n  - "
    "{tekortkoming: T2, termijn: 20 werkdagen, redelijk: ja}\n"
)
M3 = f"{E}/2026-05-04-maatregel-ingebrekestelling.yaml"
ZAAK = {**PLICHT, f"{E}/2026-02-10-opening.yaml": OPENING.format(c="ambulant")}
INGEBREKE = {
    **ZAAK,
    M3: MAATREGEL.format(i="ingebrekestelling", t=3)
    + HERSTEL
    + "noodzaak: nee\nbrief: brieven/2026-05-04-brief",
    f"{B}/brief.yaml": KAART,
    f"{B}/2026-05-04-verzonden.yaml": GENOEMD,
}
BEZWAAR = (
    "bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-15\nverzonden: "
    "2026-05-15\nschriftelijk: ja\ngronden: Te streng\n"
)


def dag(rij: list[object]) -> list[str | None]:
    return [str(p.uiterlijk) if p.uiterlijk else None for p in rij]


def test_a_term_from_receipt_is_provisional_until_receipt_is_recorded(tmp_path: Path) -> None:
    """3:37 BW, J38: counted from dispatch plus the delivery days of our own policy, and marked."""
    basis = {f"{B}/brief.yaml": ANTWOORD, f"{B}/2026-05-04-verzonden.yaml": VERZONDEN}
    eerst = soort(punten(tmp_path / "a", basis), "antwoord-gevraagd")[0]
    assert (str(eerst.uiterlijk), eerst.voorlopig) == ("2026-05-26", True)  # from 7 May
    later = soort(
        punten(tmp_path / "b", {**basis, f"{B}/2026-05-11-bezorgd.yaml": BEZORGD}),
        "antwoord-gevraagd",
    )[0]
    assert (str(later.uiterlijk), later.voorlopig) == ("2026-05-28", False)


def test_receipt_that_was_not_recorded_is_asked_for(tmp_path: Path) -> None:
    basis = {f"{B}/brief.yaml": KAART, f"{B}/2026-05-04-verzonden.yaml": VERZONDEN}
    assert dag(soort(punten(tmp_path / "a", basis), "brief-ontvangst")) == ["2026-05-07"]
    assert (
        soort(
            punten(tmp_path / "b", {**basis, f"{B}/2026-05-06-bezorgd.yaml": BEZORGD}),
            "brief-ontvangst",
        )
        == []
    )


def test_between_return_and_a_new_dispatch_no_term_runs_and_the_list_says_so(
    tmp_path: Path,
) -> None:
    terug = {f"{B}/2026-05-12-retour.yaml": "bij: 2026-05-04-verzonden\nreden: adres onjuist"}
    basis = {f"{B}/brief.yaml": ANTWOORD, f"{B}/2026-05-04-verzonden.yaml": VERZONDEN, **terug}
    rij = punten(tmp_path / "a", basis)
    assert soort(rij, "antwoord-gevraagd") == []
    assert "GEEN termijn" in soort(rij, "brief-retour")[0].wat
    opnieuw = punten(tmp_path / "b", {**basis, f"{B}/2026-05-13-verzonden.yaml": VERZONDEN})
    assert dag(soort(opnieuw, "antwoord-gevraagd")) == ["2026-06-03"]  # assumed receipt on 19 May


def test_of_two_channels_the_first_delivery_counts(tmp_path: Path) -> None:
    basis = {
        f"{B}/brief.yaml": ANTWOORD,
        f"{B}/2026-05-04-verzonden.yaml": VERZONDEN,
        f"{B}/2026-05-04-verzonden-mail.yaml": VERZONDEN.replace("aangetekend", "e-mail"),
    }
    mail = {
        f"{B}/2026-05-04-bezorgd-mail.yaml": BEZORGD.replace("verzonden", "verzonden-mail"),
        f"{B}/2026-05-08-bezorgd.yaml": BEZORGD,
    }
    assert dag(soort(punten(tmp_path, {**basis, **mail}), "antwoord-gevraagd")) == ["2026-05-21"]


def test_a_letter_that_was_replaced_starts_no_term(tmp_path: Path) -> None:
    basis = {f"{B}/brief.yaml": ANTWOORD, f"{B}/2026-05-04-verzonden.yaml": VERZONDEN}
    nieuw = {
        "bloem/brieven/2026-05-11-nieuw/brief.yaml": KAART.replace("2026-05-04", "2026-05-11")
        + "vervangt: brieven/2026-05-04-brief"
    }
    rij = punten(tmp_path / "a", {**basis, **nieuw})
    assert dag(soort(rij, "antwoord-gevraagd")) == [
        "2026-05-26"
    ]  # it works until the new one is sent
    assert len(soort(rij, "brief-verzenden")) == 1
    rij = punten(
        tmp_path / "b",
        {**basis, **nieuw, "bloem/brieven/2026-05-11-nieuw/2026-05-11-verzonden.yaml": VERZONDEN},
    )
    assert soort(rij, "antwoord-gevraagd") == []


def test_their_letter_is_answered_by_ours(tmp_path: Path) -> None:
    hun = {
        f"{B}/brief.yaml": KAART.replace("uitgaand", "inkomend") + "antwoord_uiterlijk: 2026-05-29"
    }
    assert dag(soort(punten(tmp_path / "a", hun), "antwoord")) == ["2026-05-29"]
    ons = {
        "bloem/brieven/2026-05-12-antwoord/brief.yaml": KAART.replace("2026-05-04", "2026-05-12")
        + "bij: brieven/2026-05-04-brief"
    }
    assert soort(punten(tmp_path / "b", {**hun, **ons}), "antwoord") == []


def test_for_the_right_to_object_the_later_of_printed_and_counted_day_holds(tmp_path: Path) -> None:
    """J45: counted from receipt on 6 May it was 13 May; 18 May stands in the letter."""
    rij = punten(tmp_path, {**INGEBREKE, f"{B}/2026-05-06-bezorgd.yaml": BEZORGD})
    punt = soort(rij, "bezwaar")[0]
    assert (str(punt.uiterlijk), punt.vervalt, punt.grond) == ("2026-05-18", True, "J45")
    assert punt.berekening is not None
    assert str(punt.berekening.uiterlijk) == "2026-05-13"


def test_a_later_receipt_moves_the_right_past_the_printed_day(tmp_path: Path) -> None:
    """J45: received on 12 May, five workdays end on 21 May."""
    rij = punten(tmp_path, {**INGEBREKE, f"{B}/2026-05-12-bezorgd.yaml": BEZORGD})
    assert dag(soort(rij, "bezwaar")) == ["2026-05-21"]


def test_an_own_reading_of_the_clause_changes_the_day(tmp_path: Path) -> None:
    """J45, A3: from dispatch instead of receipt, by a lezing of the organisation."""
    lezing = {
        "lezingen/2026-01-05-bezwaar.yaml": (
            "regime: sdfl-jeugdhulp-2026\nvraag: begin-bezwaar\nkeuze: verzending\nreden: Zo"
        )
    }
    zonder = {k: (VERZONDEN if k.endswith("verzonden.yaml") else v) for k, v in INGEBREKE.items()}
    vandaag = date(2026, 5, 6)
    punt = soort(
        punten(tmp_path, {**zonder, **lezing, f"{B}/2026-05-06-bezorgd.yaml": BEZORGD}, vandaag),
        "bezwaar",
    )[0]
    assert str(punt.uiterlijk) == "2026-05-12"
    assert "Mia Manager" in (punt.lezing or "")


def test_a_proposal_is_marked_as_a_provisional_reading(tmp_path: Path) -> None:
    lezing = soort(punten(tmp_path, INGEBREKE), "bezwaar")[0].lezing
    assert lezing is not None
    assert lezing.startswith("voorlopige lezing")


def test_a_passed_cure_term_without_judgement_leaves_default_unknown(tmp_path: Path) -> None:
    """J40: never default by itself; somebody has to judge."""
    later = date(2026, 6, 15)
    rij = soort(punten(tmp_path / "a", INGEBREKE, later), "herstel")
    assert [(p.bij, "verzuim is onbekend" in p.wat) for p in rij] == [("wij", True), ("wij", True)]
    oordeel = {
        f"{E}/2026-06-10-beoordeling.yaml": (
            "bij: 2026-05-04-maatregel-ingebrekestelling\nover: herstel\noordelen: [{onderdeel: "
            "T1, oordeel: nee, bewijs: niets}]\nbesloten_door: mia"
        )
    }
    assert len(soort(punten(tmp_path / "b", {**INGEBREKE, **oordeel}, later), "herstel")) == 1


@pytest.mark.parametrize(
    ("noodzaak", "stil", "uit"),
    [("nee", True, None), ("ja", False, "2026-06-09"), ("onbekend", False, None)],
)
def test_an_objection_stops_only_what_it_is_against_and_not_what_safety_needs(
    tmp_path: Path, noodzaak: str, *, stil: bool, uit: str | None
) -> None:
    """J47: per tekortkoming; unknown necessity is asked, never derived."""
    maatregel = {
        M3: str(INGEBREKE[M3]).replace(
            "noodzaak: nee", f"noodzaak: {noodzaak}\nnoodzaak_reden: Gevaar"
        )
    }
    tegen = {f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR + "tegen: [T1]"}
    t1, t2 = soort(punten(tmp_path, {**INGEBREKE, **maatregel, **tegen}), "herstel")
    assert (t1.stil, str(t1.uiterlijk) if t1.uiterlijk else None) == (stil, uit)
    assert (t2.stil, str(t2.uiterlijk)) == (False, "2026-06-09")
    if stil:
        assert "16 werkdagen" in t1.omdat[-1].tekst


def test_a_decision_gives_the_stopped_term_its_new_day(tmp_path: Path) -> None:
    tegen = {f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR + "tegen: [T1]"}
    besluit = {
        f"{E}/2026-05-18-beslissing.yaml": (
            "bij: 2026-05-15-bezwaar\nuitkomst: gehandhaafd\nreden: Terecht\nnieuwe_data: "
            "[{tekortkoming: T1, uiterlijk: 2026-06-19}]\nbesloten_door: mia"
        )
    }
    b = "bloem/brieven/2026-05-18-reactie"
    brief = {
        f"{b}/brief.yaml": (
            "richting: uitgaand\nsoort: reactie-bezwaar\nonderwerp: Bezwaar\ndatum: 2026-05-18\n"
            "contracten: [ambulant]\nbij: escalaties/2026-02-10-zaak/2026-05-18-beslissing\n"
        ),
        f"{b}/2026-05-18-verzonden.yaml": VERZONDEN,
        f"{b}/2026-05-18-bezorgd.yaml": "bij: 2026-05-18-verzonden\nbewijs: handtekening",
    }
    zonder = punten(tmp_path / "a", {**INGEBREKE, **tegen, **besluit})
    assert dag(soort(zonder, "herstel")) == [None, "2026-06-09"]
    assert [p.wat for p in soort(zonder, "meedelen")] == [
        "Onze beslissing op het bezwaar aan de aanbieder schrijven"
    ]
    verteld = punten(tmp_path / "b", {**INGEBREKE, **tegen, **besluit, **brief})
    assert soort(verteld, "meedelen") == []
    assert dag(soort(verteld, "herstel")) == [
        "2026-06-19",
        "2026-06-09",
    ]


def test_an_objection_asks_for_acknowledgement_a_directors_talk_and_a_reaction(
    tmp_path: Path,
) -> None:
    """J46: ten workdays; the other two are our own policy and say so."""
    rij = punten(tmp_path, {**INGEBREKE, f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR})
    assert dag(soort(rij, "bezwaar-bevestigen")) == ["2026-05-20"]
    assert dag(soort(rij, "directiegesprek")) == ["2026-06-01"]
    assert soort(rij, "directiegesprek")[0].grond == "J46"
    assert soort(rij, "bezwaar-bevestigen")[0].grond == "beleid"
    assert dag(soort(rij, "beslissing")) == [None]
    houden = "bij: 2026-05-15-bezwaar\ngehouden: 2026-05-18"
    gesprek = {f"{E}/2026-05-18-geschil.yaml": houden}
    lager = punten(
        tmp_path / "c", {**INGEBREKE, f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR, **gesprek}
    )
    assert dag(soort(lager, "directiegesprek")) == ["2026-06-01"], "not shown to be of directors"
    directies = "\ndirectie_opdrachtgever: mia\ndirectie_aanbieder: jan"
    gesprek = {f"{E}/2026-05-18-geschil.yaml": f"{houden}{directies}"}
    na = punten(tmp_path / "b", {**INGEBREKE, f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR, **gesprek})
    assert soort(na, "directiegesprek") == []
    assert dag(soort(na, "beslissing")) == ["2026-05-26"]


def test_a_request_runs_until_the_answer_and_the_answer_until_the_judgement(tmp_path: Path) -> None:
    """J38: fifteen workdays; a shorter term in the request counts only for an acute risk."""
    m1 = f"{E}/2026-05-04-maatregel-intensivering.yaml"
    basis = {**ZAAK, m1: MAATREGEL.format(i="intensivering", t=1)}
    assert dag(soort(punten(tmp_path / "a", basis), "reactie")) == ["2026-05-29"]
    korter = {
        m1: MAATREGEL.format(i="intensivering", t=1)
        + "antwoordtermijn: 5 werkdagen\nantwoord_reden: acuut"
    }
    assert dag(soort(punten(tmp_path / "b", {**basis, **korter}), "reactie")) == ["2026-05-29"]
    opening = f"{E}/2026-02-10-opening.yaml"
    acuut = {opening: ZAAK[opening].replace("feiten:", "raakt_veiligheid: ja, feiten:")}
    alles = {**basis, **korter, **acuut}
    assert dag(soort(punten(tmp_path / "d", alles), "reactie")) == ["2026-05-29"], "no facts of it"
    gevaar = {
        "bloem/signalen/2026-05-04-gevaar.yaml": (
            "wat: Onveilig\nsoort: [veiligheid]\nkant: AOC\nernst: feitelijk\nacuut: ja\n"
            "acuut_feiten: Twee jeugdigen waren zonder toezicht\n"
            "verplichting: lijsten/verplichtingen#V-1\n"
            "bron: {soort: toegang}\n"
        )
    }
    alles |= gevaar
    assert dag(soort(punten(tmp_path / "e", alles), "reactie")) == ["2026-05-12"]
    reactie = {
        f"{E}/2026-05-12-reactie.yaml": (
            "bij: 2026-05-04-maatregel-intensivering\nontvangen: 2026-05-12\nverklaring: "
            "ja\nherstelmaatregelen: ja\ninhoud: Iets"
        )
    }
    na = punten(tmp_path / "c", {**basis, **reactie})
    assert soort(na, "reactie") == []
    assert dag(soort(na, "beoordelen")) == ["2026-05-29"]


def test_a_plan_under_j_has_no_term_of_its_own_and_under_s_ten_workdays(tmp_path: Path) -> None:
    """J39 names no term; S12 does, and it never reaches J."""
    m2 = f"{E}/2026-05-04-maatregel-verbeterplan.yaml"
    j = soort(
        punten(tmp_path / "j", {**ZAAK, m2: MAATREGEL.format(i="verbeterplan", t=2)}),
        "verbeterplan",
    )[0]
    assert (j.uiterlijk, j.grond) == (None, "J39")
    s = {
        **PLICHT,
        f"{E}/2026-02-10-opening.yaml": OPENING.format(c="advies"),
        m2: MAATREGEL.format(i="verbeterplan", t=2),
    }
    punt = soort(punten(tmp_path / "s", s), "verbeterplan")[0]
    assert (str(punt.uiterlijk), punt.grond) == ("2026-05-21", "S12")
    assert soort(punten(tmp_path / "s", s), "bezwaar") == []


def test_a_stop_that_was_not_confirmed_in_writing_shows(tmp_path: Path) -> None:
    """S16: confirmed in writing; the term is our own policy."""
    s = {
        **PLICHT,
        f"{E}/2026-02-10-opening.yaml": OPENING.format(c="advies"),
        f"{E}/2026-05-04-maatregel-opdrachtenstop.yaml": MAATREGEL.format(i="opdrachtenstop", t=5),
    }
    assert [(str(p.uiterlijk), p.grond) for p in soort(punten(tmp_path, s), "bevestiging")] == [
        ("2026-05-07", "S16")
    ]


def test_acting_at_once_leaves_the_hearing_to_be_done(tmp_path: Path) -> None:
    """J36: afterwards, by a recorded day."""
    spoed = MAATREGEL.format(i="clientenstop", t=5) + (
        "spoed: {door: mia, reden: gevaar, alsnog: horen, alsnog_uiterlijk: "
        "2026-05-11}\nreikwijdte: {wat: nieuwe cliënten, herzien: 2026-06-01}"
    )
    rij = punten(tmp_path, {**ZAAK, f"{E}/2026-05-04-maatregel-clientenstop.yaml": spoed})
    assert dag(soort(rij, "alsnog")) == ["2026-05-11"]
    assert dag(soort(rij, "herzien")) == ["2026-06-01"]


@pytest.mark.parametrize(
    "einde",
    [
        {f"{E}/2026-05-16-sluiting.yaml": "reden: Klaar\nhersteld: ja\nbesloten_door: mia"},
        {
            f"{E}/2026-05-16-opheffing.yaml": (
                "bij: 2026-05-04-maatregel-ingebrekestelling\nwijze: "
                "opgeheven\nreden: Klaar\nbesloten_door: mia"
            )
        },
    ],
)
def test_a_closed_case_or_lifted_measure_has_no_running_terms(
    tmp_path: Path, einde: dict[str, str]
) -> None:
    rij = punten(tmp_path, {**INGEBREKE, **einde})
    assert soort(rij, "herstel") + soort(rij, "bezwaar") == []


def test_a_hearing_whose_term_runs_shows(tmp_path: Path) -> None:
    onderzoek = {
        f"{E}/2026-05-01-onderzoek.yaml": (
            "begonnen: 2026-04-01\ntekortkomingen: [T1]\nbevindingen: Iets"
        )
    }
    horen = {
        f"{E}/2026-05-11-wederhoor.yaml": (
            "bij: 2026-05-01-onderzoek\nuitgenodigd: 2026-05-11\ntermijn_tot: 2026-05-22\nwijze: "
            "schriftelijk"
        )
    }
    assert dag(soort(punten(tmp_path, {**ZAAK, **onderzoek, **horen}), "wederhoor")) == [
        "2026-05-22"
    ]


def test_the_notice_of_an_option_is_counted_back_and_names_a_safe_day_to_send(
    tmp_path: Path,
) -> None:
    """J44: option dates; the notice term only if the contract has one."""
    optie = (
        "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nlooptijd: {uitvoering_van: "
        "2025-01-01, uitvoering_tot: 2026-12-31}\nopties: [{id: o1, duur: 1 jaar%s}]"
    )
    contract = "bloem/contracten/ambulant/contract.yaml"
    punt = soort(punten(tmp_path / "a", {contract: optie % ", aanzeggen: 6 maanden"}), "optie")[0]
    assert (str(punt.uiterlijk), punt.vervalt) == ("2026-06-30", True)
    assert "26 juni 2026" in punt.kanttekeningen[0]
    zonder = soort(punten(tmp_path / "b", {contract: optie % ""}), "optie")[0]
    assert "noemt geen termijn" in zonder.omdat[-1].tekst
    verlengd = {
        "bloem/contracten/ambulant/2026-03-01-verlenging.yaml": (
            "optie: o1\ntot: 2027-12-31\nbesloten_door: mia"
        )
    }
    na = punten(tmp_path / "c", {contract: optie % ", aanzeggen: 6 maanden", **verlengd})
    assert soort(na, "optie") == []
    assert "2027-12-31" in dag(soort(na, "contracteinde"))


def test_mine_are_also_those_of_whom_i_replace(tmp_path: Path) -> None:
    geheel = register(tmp_path)
    mijn = [
        len(werklijst(Kijk(geheel, dag_), Filter(wie="bo")).regels)
        for dag_ in (date(2026, 5, 18), date(2026, 7, 6))
    ]
    assert mijn[0] == 0
    assert mijn[1] > 0


def test_everything_by_which_a_right_lapses_shows_far_ahead(tmp_path: Path) -> None:
    optie = (
        "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nlooptijd: {uitvoering_van: "
        "2025-01-01, uitvoering_tot: 2026-12-31}\nopties: [{id: o1, duur: 1 jaar, aanzeggen: 6 "
        "maanden}]"
    )
    geheel = register(tmp_path, {"bloem/contracten/ambulant/contract.yaml": optie})
    ver = [
        regel.punt.soort
        for regel in werklijst(Kijk(geheel, date(2026, 3, 10))).groep(
            "verder weg, maar een recht vervalt"
        )
    ]
    te_ver = [
        regel.punt.soort
        for regel in werklijst(Kijk(geheel, date(2026, 2, 10))).groep(
            "verder weg, maar een recht vervalt"
        )
    ]
    assert (ver, te_ver) == (["optie"], [])


def test_necessity_can_differ_per_shortcoming(tmp_path: Path) -> None:
    """J47: an objection against both stops the one and not the one that safety needs."""
    per = "\nnoodzaak_per: [{tekortkoming: T2, noodzaak: ja, reden: veiligheid}]"
    rij = punten(
        tmp_path,
        {**INGEBREKE, M3: str(INGEBREKE[M3]) + per, f"{E}/2026-05-15-bezwaar.yaml": BEZWAAR},
    )
    assert [p.stil for p in soort(rij, "herstel")] == [True, False]


VRAAGT = (
    KAART.replace("ingebrekestelling", "herinnering")
    + "termijnen: [{{soort: antwoord, termijn: 10 werkdagen{wat}}}]\n"
)
GEVRAAGD = "teksten: [{{onderdeel: gevraagd, tekst: {tekst}}}]\n"
CIJFERS_K1 = (
    "datum: 2026-05-11\nvastgelegd: 2026-05-11T12:00:00+00:00\ndoor: mia\n"
    "periode: 2026-K1\nbron: {vindplaats: archief}\nontvangen: 2026-05-11\nwaarden: "
    "[{kpi: start, contract: ambulant, %s}]\n"
)


@pytest.mark.parametrize(
    ("brief", "waarde", "open_"),
    [
        (VRAAGT.format(wat=", wat: Cijfers 2026-K1 alsnog aanleveren"), "waarde: 92", False),
        (
            VRAAGT.format(wat="")
            + GEVRAAGD.format(tekst="'cijfers 2026-K1 ambulant: start (uiterlijk 14 april 2026)'"),
            "waarde: 92",
            False,
        ),
        # a reason is no figure
        (VRAAGT.format(wat=", wat: Cijfers 2026-K1"), "ontbreekt: systeem stuk", True),
        # another period, and something beside the figures
        (VRAAGT.format(wat=", wat: Cijfers 2025-K4"), "waarde: 92", True),
        (
            VRAAGT.format(wat="")
            + GEVRAAGD.format(tekst='"1. cijfers 2026-K1: start\\n2. jaarrekening 2025"'),
            "waarde: 92",
            True,
        ),
        (VRAAGT.format(wat=""), "waarde: 92", True),
    ],
)
def test_a_reminder_about_figures_is_answered_by_the_figures(
    tmp_path: Path, brief: str, waarde: str, *, open_: bool
) -> None:
    """Who sends the figures writes no letter with them; what else was asked stays asked."""
    norm = "normen: [{kpi: start, norm: 90, vanaf: 2026-01-01, bron: bijlage}]\n"
    basis = {
        "bloem/contracten/ambulant/contract.yaml": (
            "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n" + norm
        ),
        f"{B}/brief.yaml": brief,
        f"{B}/2026-05-04-verzonden.yaml": VERZONDEN,
    }
    assert soort(punten(tmp_path / "a", basis), "antwoord-gevraagd")
    binnen = {"bloem/metingen/2026-K1-opgave.yaml": CIJFERS_K1 % waarde}
    rij = soort(punten(tmp_path / "b", {**basis, **binnen}), "antwoord-gevraagd")
    assert bool(rij) is open_
