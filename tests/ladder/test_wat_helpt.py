"""What a step says of the conditions that it waits for: what each asks, and what records it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.uitspraak import nee
from clm_cli.derivations.escalatie.vervolg import Voorwaardestand, getoetst, te_noemen
from clm_cli.derivations.escalatie.voorwaardeopdracht import leg_vast
from clm_cli.records.contact import Contactmoment
from clm_cli.records.escalatie import Beoordeling, Wederhoor
from clm_cli.records.maatregel import Maatregel
from tests.klein_register import lees
from tests.ladder.zaakbouw import ZAAK, Antwoorden, Bouw, lees_toestand


@pytest.mark.parametrize(
    ("naam", "titel"),
    [
        ("open", "De escalatie is open."),
        ("bedrag", "Het bedrag is genoemd, met waarom de situatie het rechtvaardigt."),
        ("verzuim", "De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW)."),
        ("iets-vreemds", "Een voorwaarde die clm niet kent; zij kan dus niet vervuld heten."),
    ],
)
def test_each_condition_says_in_a_sentence_what_it_asks(naam: str, titel: str) -> None:
    assert Voorwaardestand(naam, True, nee("zo")).titel == titel


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        ("$H", ["clm escalatie beoordeling bloem --over herstel"]),
        ("$H jdg-ja@04-08", []),  # it was judged, and mended
        ("$H jdg-nee@04-08", []),
        ("$G", []),  # there is nothing yet to judge
    ],
)
def test_mending_that_nobody_judged_is_judged_at_the_measure_that_gave_its_term(
    tmp_path: Path, woorden: str, goed: list[str]
) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "04-09", woorden)
    stappen = {s.stap.instrument.instrument: s for s in antwoorden.stappen()}
    stap = stappen["opschorting"]
    (uit,) = [v.uitspraak for v in stap.voorwaarden if v.naam == "herstel-uitgebleven"]
    helpt = [str(nu) for nu in leg_vast(stap.stap, "herstel-uitgebleven", uit)]
    assert helpt == goed


PREVENTIE = "clm escalatie maatregel bloem preventie"
OORDEEL = "clm escalatie beoordeling bloem --bij {} --over effect"
ERNSTIG = 'is zij ernstig, clm correctie bloem 2026-01-12-opening --reden … --wordt "tekortkomingen'


@pytest.mark.parametrize(
    ("naam", "woorden", "goed"),
    [
        # S03: a judgement of what was tried, and a measure on the level that has none
        ("sturing-onvoldoende", "$G", [PREVENTIE, f'{ERNSTIG}=id=T1 ernstig=ja"']),
        ("sturing-onvoldoende", "$G m1o@01-20", ["beoordeling", PREVENTIE, ERNSTIG]),
        ("sturing-onvoldoende", "$G m1o@01-20 eff-nee/o@02-10", [PREVENTIE, ERNSTIG]),
        ("sturing-onvoldoende", "$G m1o@01-20 m1t@01-20", ["beoordeling", "beoordeling", ERNSTIG]),
        ("sturing-onvoldoende", "$G $P", [ERNSTIG]),
        # S08: an investigation that does not say whether the provider performs, is completed
        ("gebleken", "ond-onb@02-02", ['clm correctie bloem {onderzoek} --reden … --wordt "niet_']),
        ("gebleken", "ond-onb@02-02 ond@02-03", []),
        ("gebleken", "T2 ond/T1@02-02 ond-onb/T2@02-03", ["correctie"]),
        ("gebleken", "$G", []),
    ],
)
def test_what_was_tried_or_found_leads_to_what_is_still_to_be_said(
    tmp_path: Path, naam: str, woorden: str, goed: list[str]
) -> None:
    antwoorden = lees_toestand(tmp_path, "S", "02-18", woorden)
    stap = next(s for s in antwoorden.stappen() if s.stap.instrument.instrument == "verbeterplan")
    helpt = [str(nu) for nu in leg_vast(stap.stap, naam, nee("zo"))]
    assert len(helpt) == len(goed), helpt
    for nu, begin in zip(helpt, goed, strict=True):
        assert begin.partition("{")[0] in nu
        assert "…-" not in nu


@pytest.mark.parametrize(
    ("naam", "woorden", "velden"),
    [
        ("wederhoor", "ond@02-02 wh/stom@02-16", ["reactie=…"]),
        ("wederhoor", "ond@02-16 wh/open@02-16", ["uitgesproken=…"]),
        ("wederhoor", "ond@02-16 wh/open/stom@02-16", ["reactie=…", "uitgesproken=…"]),
        ("nieuws-gehoord", "$G bew-fraude@02-17 nh-bew/stom@02-17", ["reactie=…"]),
    ],
)
def test_what_a_hearing_left_unsaid_is_added_to_it_and_not_recorded_as_another(
    tmp_path: Path, naam: str, woorden: str, velden: list[str]
) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "02-18", woorden)
    stap = next(s for s in antwoorden.stappen() if s.stap.instrument.instrument == "ontbinding")
    [uit] = [v.uitspraak for v in stap.voorwaarden if v.naam == naam]
    assert uit.antwoord == "onbekend", uit.tekst
    wordt = " ".join(f'--wordt "{veld}"' for veld in velden)
    helpt = [str(nu) for nu in leg_vast(stap.stap, naam, uit)]
    stam = [f.stam for f in stap.stap.van(Wederhoor)][-1]
    assert helpt == [f"clm correctie bloem {stam} --reden … {wordt}"]


def test_a_contact_that_may_be_their_answer_is_heard_or_ended(tmp_path: Path) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "02-18", "ond@02-02 zegt-reactie@02-10 whstil@02-18")
    stap = next(s for s in antwoorden.stappen() if s.stap.instrument.instrument == "ontbinding")
    [uit] = [v.uitspraak for v in stap.voorwaarden if v.naam == "wederhoor"]
    horen, af = (str(nu) for nu in leg_vast(stap.stap, "wederhoor", uit))
    [contact] = stap.stap.dossier.van(Contactmoment)
    assert horen.startswith("clm escalatie wederhoor bloem")
    assert af == f"was het iets anders, clm actie afgerond bloem {contact.id}"


def test_who_was_not_heard_on_a_judgement_is_heard_on_that_and_not_on_what_came_after(
    tmp_path: Path,
) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "04-10", "$H jdg-nee@04-08 bew-fraude@04-09")
    stappen = {s.stap.instrument.instrument: s for s in antwoorden.stappen()}
    stap = stappen["opschorting"]
    [uit] = [v.uitspraak for v in stap.voorwaarden if v.naam == "nieuws-gehoord"]
    assert uit.invoer, uit.tekst
    helpt = [str(nu) for nu in leg_vast(stap.stap, "nieuws-gehoord", uit)]
    [oordeel] = stap.stap.van(Beoordeling)
    assert helpt == [f"clm escalatie wederhoor bloem --bij {oordeel.stam}"]


@pytest.mark.parametrize("veilig", [False, True])
def test_a_step_that_one_shortcoming_of_the_case_cannot_carry_names_the_ones_that_can(
    tmp_path: Path, *, veilig: bool
) -> None:
    """J42: T1 is about quality, or it is about being late and touches safety."""
    bouw, opening = Bouw("T2 $G", "J"), f"{ZAAK}/2026-01-12-opening.yaml"
    if veilig:
        laat = "wat: Iets, soort: [tijdigheid], raakt_veiligheid: ja"
        tekst = bouw.bestanden[opening]
        bouw.bestanden[opening] = re.sub(r"wat: Iets, soort: \[\w+\]", laat, tekst)
    geladen, dag = lees(tmp_path, bouw.bestanden), date(2026, 2, 18)
    assert geladen.meldingen == ()
    antwoorden = Antwoorden(geladen.register.zoals(op=dag), dag)
    stappen = {s.stap.instrument.instrument: s for s in antwoorden.stappen()}
    [uit] = [v.uitspraak for v in stappen["clientenstop"].voorwaarden if v.naam == "risico-benoemd"]
    assert uit.tekst == "T2 gaat niet over veiligheid of kwaliteit; wel T1"
    kan, *_ = (str(nu) for nu in leg_vast(stappen["clientenstop"].stap, "risico-benoemd", uit))
    zaak = stappen["clientenstop"].stap.escalatie.id
    neem = f"clm escalatie maatregel bloem clientenstop {zaak} --tekortkoming T1"
    assert kan == f"kan het zonder T2, {neem}"
    alleen = {s.stap.instrument.instrument: s for s in antwoorden.stappen(("T1",))}
    [uit] = [v.uitspraak for v in alleen["clientenstop"].voorwaarden if v.naam == "risico-benoemd"]
    assert uit.antwoord == "ja"


@pytest.mark.parametrize(
    ("contract", "woorden", "wel", "niet"),
    [
        ("J", "$G m5c@02-17", {"reikwijdte", "zorglandschap"}, {"bewijs"}),
        ("J", "$G bew-onv@02-17 m5c@02-18", {"reikwijdte"}, {"nieuws-gehoord"}),
        ("S", "$G m2@02-17", {"ernst", "volgorde"}, {"preventie-bij-reeks"}),
    ],
)
def test_what_a_measure_lacks_is_named_with_the_option_that_says_it(
    tmp_path: Path, contract: str, woorden: str, wel: set[str], niet: set[str]
) -> None:
    """Where only a reason may stand in for it, or nothing is to be said, no option is."""
    a = lees_toestand(tmp_path, contract, "02-20", woorden)
    stap = getoetst(a.blik, a.escalatie, a.escalatie.van(Maatregel)[-1])
    assert stap
    gezegd = te_noemen(stap)
    assert wel <= gezegd.keys()
    assert not niet & gezegd.keys()
    assert all("--" in zin for zin in gezegd.values())


def test_a_signal_that_is_recorded_is_named_at_the_opening_and_not_recorded_again(
    tmp_path: Path,
) -> None:
    """J34: what the ladder rests on stands at the opening."""
    antwoorden = lees_toestand(tmp_path, "J", "02-18", "geen-signaal")
    stap = antwoorden.stappen()[0].stap
    (nu,) = leg_vast(stap, "aanleiding", nee("zo"))
    (woorden,) = nu.opdrachten
    assert woorden[:3] == ("correctie", "bloem", "escalaties/2026-01-12-zaak/2026-01-12-opening")
    assert "signalen=signalen/2026-01-05-iets" in woorden
