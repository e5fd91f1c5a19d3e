"""Each contract stands alone: nothing of the one applies to the other (S23)."""

from __future__ import annotations

import re

import pytest

from clm_cli import resources

ALLEEN_J = (
    "SDFL",
    "jeugdhulp",
    "Flevoland",
    "IGJ",
    "escalatieladder",
    "cliëntenstop",
    "SROI",
    "PDCA",
    "DOP",
    "AOC",
)
ALLEEN_S = (
    "Opdrachtnemer",
    "PvE",
    "Bibop",
    "opdrachtenstop",
    "casuïstiek",
    "consultants",
    "figuur 1",
    "vroegsignalering",
)


def tekst(begin: str) -> str:
    return next(inhoud.decode() for naam, inhoud in resources.regimes() if naam.startswith(begin))


def woorden_in(woorden: tuple[str, ...], inhoud: str) -> list[str]:
    return [woord for woord in woorden if re.search(rf"\b{woord}\b", inhoud)]


@pytest.mark.parametrize(("begin", "letter"), [("sdfl", "J"), ("sma", "S")])
def test_a_regime_cites_its_own_clauses_only(begin, letter):
    assert {eis[0] for eis in re.findall(r"\b[A-Z][0-9]{2}\b", tekst(begin))} == {letter}


def test_words_of_the_one_contract_do_not_stand_in_the_other():
    assert woorden_in(ALLEEN_J, tekst("sma")) == []
    assert woorden_in(ALLEEN_S, tekst("sdfl")) == []


def test_the_words_that_tell_the_contracts_apart_stand_in_their_own():
    assert woorden_in(ALLEEN_J, tekst("sdfl")) == list(ALLEEN_J)
    assert woorden_in(ALLEEN_S, tekst("sma")) == list(ALLEEN_S)


def test_the_sma_contract_has_no_ambition_roles_report_objection_or_evidence(sma):
    """S23."""
    assert sma.ambitie is None
    assert (sma.rollen, sma.bevindingsvragen, sma.verslageisen, sma.leidraad, sma.bewijsvormen) == (
        (),
    ) * 5
    soorten = {termijn.soort for termijn in sma.termijnen}
    assert (
        soorten & {"verslag-delen", "verslag-reactie", "reactie", "bezwaar", "directiegesprek"}
        == set()
    )
    instrumenten = {rij.instrument for trede in sma.treden for rij in trede.instrumenten}
    assert (
        instrumenten & {"intensivering", "opschorting", "clientenstop", "overdracht", "boete"}
        == set()
    )
    assert {
        rij.bewijs + rij.vaststellers for trede in sma.treden for rij in trede.instrumenten
    } == {()}


def test_the_youth_care_contract_has_no_levels_streaks_preventive_measures_or_confirmation(
    jeugdhulp,
):
    assert (jeugdhulp.niveaus, jeugdhulp.maatregelen, jeugdhulp.tekortkomingen) == ((), (), ())
    assert "reeks" not in {aanleiding.soort for aanleiding in jeugdhulp.aanleidingen}
    assert "bevestiging" not in {termijn.soort for termijn in jeugdhulp.termijnen}
    instrumenten = {rij.instrument for trede in jeugdhulp.treden for rij in trede.instrumenten}
    assert instrumenten & {"preventie", "opdrachtenstop", "opzegging"} == set()


def test_the_ten_workdays_for_a_plan_are_of_the_sma_contract_only(jeugdhulp, sma):
    """J39 has no delivery term, S12 has."""
    duren = [
        next(termijn.termijn for termijn in regime.termijnen if termijn.soort == "verbeterplan")
        for regime in (jeugdhulp, sma)
    ]
    assert [str(duur) for duur in duren] == ["None", "10 werkdagen"]
