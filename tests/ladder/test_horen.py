"""Investigation and hearing come first (J36, S08): for which steps, and who may act before it.

What then stays due is looked at too.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.uitnodiging import open_uitnodigingen, reageren_tot
from clm_cli.derivations.escalatie.voorwaarden.horen import aan_te_vullen
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Wederhoor
from clm_cli.register import Register
from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import HASH, INSTRUMENTEN, SPOED, Antwoorden, Bouw, lees_toestand

PER_DIRECT = {"J": {"m5c", "m5o", "m7o"}, "S": {"m5", "m7z"}}
"""The only steps that each contract lets go at once: a stop or transfer and a dissolution (J); a
stop and a termination (S)."""
STAPPEN = [
    (contract, naam)
    for contract, rij in INSTRUMENTEN.items()
    for naam, (trede, _) in rij.items()
    if trede > 1
]

GEDRUKT = ";; @02-03-verzonden + genoemd: [{{termijn: antwoord, uiterlijk: {}, kalender: atw}}]"


def register(map_: Path, contract: str, woorden: str, extra: str = "") -> Register:
    bouw = Bouw(woorden, contract)
    pad = next(p for p in bouw.bestanden if p.endswith(f"/{bouw.laatste['m']}.yaml"))
    bouw.bestanden[pad] += extra
    geladen = lees(map_, bouw.bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return geladen.register.zoals()


def niet_gehoord(geheel: Register) -> set[str]:
    """Which of the two conditions of hearing are reported."""
    rijen = [
        m.tekst for m in controleer(geheel, date(2026, 5, 20)) if m.code in ("LAD401", "LAD402")
    ]
    return {
        naam
        for naam in ("onderzoek", "wederhoor")
        if any(f": {naam} is " in tekst for tekst in rijen)
    }


@pytest.mark.parametrize(
    ("contract", "naam"), STAPPEN, ids=[f"{contract}-{naam}" for contract, naam in STAPPEN]
)
def test_every_step_from_trede_2_asks_for_investigation_and_hearing(
    tmp_path: Path, contract: str, naam: str
) -> None:
    """J36, S08: unconditional, on treden 2 to 7."""
    assert niet_gehoord(register(tmp_path / "a", contract, f"{naam}+@02-17")) == {
        "onderzoek",
        "wederhoor",
    }
    assert niet_gehoord(register(tmp_path / "b", contract, f"$G {naam}+@02-17")) == set()


@pytest.mark.parametrize(("dag", "mist"), [("02-17", set()), ("02-18", {"wederhoor"})])
def test_a_hearing_that_is_yet_to_come_is_no_hearing(
    tmp_path: Path, dag: str, mist: set[str]
) -> None:
    """J36: heard on the day of the measure is heard; a day in the diary is not."""
    bouw = Bouw("$G m3+@02-17", "J")
    (pad,) = (p for p in bouw.bestanden if "wederhoor" in p)
    bouw.bestanden[pad] = re.sub(
        r"(termijn_tot|gehoord): \S+", rf"\1: 2026-{dag}", bouw.bestanden[pad]
    )
    assert niet_gehoord(lees(tmp_path, bouw.bestanden).register.zoals()) == mist


@pytest.mark.parametrize(
    ("contract", "naam"), STAPPEN, ids=[f"{contract}-{naam}" for contract, naam in STAPPEN]
)
def test_only_the_steps_that_the_contract_names_may_go_at_once(
    tmp_path: Path, contract: str, naam: str
) -> None:
    """J36: at once only at trede 5 and for a dissolution.

    S08: only a stop of assignments and a termination.
    """
    over = set() if naam in PER_DIRECT[contract] else {"onderzoek", "wederhoor"}
    assert (
        niet_gehoord(
            register(tmp_path, contract, f"T:veilig acuut bew-onv@01-20 {naam}!+@02-03", SPOED)
        )
        == over
    )


@pytest.mark.parametrize(
    ("woorden", "gehoord", "contract"),
    [
        ("T:veilig acuut bew-onv@01-20 m5c!+@02-03", False, "J"),
        ("T:veilig acuut bew-onv@01-20 m5c!+@02-03 ond@02-04 wh@02-09", True, "J"),
        ("T:ernstig m5+@02-03", False, "S"),
    ],
)
def test_acting_at_once_stays_a_melding_and_hearing_afterwards_is_due(
    tmp_path: Path, woorden: str, contract: str, *, gehoord: bool
) -> None:
    """J36, S08: a date for the hearing afterwards, on the werklijst until it took place.

    The melding stays.
    """
    geheel = register(tmp_path, contract, woorden, SPOED)
    assert [m.code for m in controleer(geheel, date(2026, 5, 20)) if m.code == "LAD403"] == [
        "LAD403"
    ]
    punten = [
        p
        for p in alle_werkpunten(blik_op(geheel, "bloem", date(2026, 2, 11)))
        if p.soort == "alsnog"
    ]
    assert [p.uiterlijk for p in punten] == ([] if gehoord else [date(2026, 2, 10)])


def test_a_signal_opens_a_case_and_no_trede_by_itself(tmp_path: Path) -> None:
    """J34, J35: a trede needs a decision; the lightest one is open."""
    antwoorden = lees_toestand(tmp_path, "J", "02-01", "")
    assert (antwoorden.stand.trede, antwoorden.stand.maatregelen) == (0, ())
    assert (
        next(s.stap.instrument.instrument for s in antwoorden.stappen() if s.mag == "ja")
        == "intensivering"
    )


def test_the_answer_to_trede_1_is_due_until_it_came_and_is_then_judged(tmp_path: Path) -> None:
    """J38: 15 working days; no answer stays on the list; the answer is judged."""
    for nr, (woorden, dag, soorten) in enumerate(
        [
            ("m1@02-02 verz@02-02 bez@02-02", "02-20", [("reactie", date(2026, 2, 23))]),
            ("m1@02-02 verz@02-02 bez@02-02", "03-30", [("reactie", date(2026, 2, 23))]),
            (
                "m1@02-02 verz@02-02 bez@02-02 react@02-20",
                "03-30",
                [("beoordelen", date(2026, 3, 6))],
            ),
            ("m1@02-02 verz@02-02 bez@02-02 react@02-20 reactjdg-nee@03-02", "03-30", []),
        ]
    ):
        antwoorden = lees_toestand(tmp_path / str(nr), "J", dag, woorden)
        rijen = [
            p
            for p in alle_werkpunten(
                blik_op(antwoorden.register, antwoorden.dossier, antwoorden.dag)
            )
            if p.soort in ("reactie", "beoordelen")
        ]
        assert [(p.soort, p.uiterlijk) for p in rijen] == soorten


def test_the_term_of_a_plan_is_the_one_of_the_request_and_never_borrowed(tmp_path: Path) -> None:
    """J39: this contract gives no term; the request says three weeks."""
    bouw = Bouw("$G m2+@02-17 verz@02-17 bez@02-17", "J")
    bestanden = {
        pad: tekst.replace("antwoordtermijn: 10 werkdagen", "antwoordtermijn: 3 weken")
        for pad, tekst in bouw.bestanden.items()
    }
    geheel = lees(tmp_path, bestanden).register.zoals(op=date(2026, 2, 20))
    punten = [
        p
        for p in alle_werkpunten(blik_op(geheel, "bloem", date(2026, 2, 20)))
        if p.soort == "verbeterplan"
    ]
    assert [(p.uiterlijk, p.grond) for p in punten] == [(date(2026, 3, 10), "J39")]


@pytest.mark.parametrize(
    ("beleid", "zin"),
    [
        ("horen-10", ""),
        ("horen-11", "korter dan ons beleid van 11 werkdagen: ten minste tot en met 18 februari"),
        ("horen-geen", "of de termijn tot en met 17 februari 2026 redelijk is, zegt ons beleid"),
    ],
)
def test_silence_counts_only_after_the_time_that_our_own_policy_gives(
    tmp_path: Path, beleid: str, zin: str
) -> None:
    """J36: invited on 3 February, silent up to 17 February: ten working days."""
    bouw = Bouw(f"{beleid} ond@02-02 whstil@02-18 m3+@02-19", "J")
    tekst = [
        m.tekst
        for m in controleer(lees(tmp_path, bouw.bestanden).register.zoals(), date(2026, 5, 20))
        if ": wederhoor is " in m.tekst
    ]
    assert bool(tekst) == bool(zin)
    assert all(zin in regel for regel in tekst)


@pytest.mark.parametrize(
    ("soort", "goed"), [("concept", "ja"), ("inkomend", "ja"), ("elders", "ja"), ("later", "nee")]
)
def test_the_invitation_is_our_letter_about_the_same_findings_that_went(
    tmp_path: Path, soort: str, goed: str
) -> None:
    """J36, S08: beside it may lie a draft, a letter of theirs, or one about something else."""
    bouw = Bouw("ond@02-02 whstil@02-18", "J")
    over = "2026-01-12-opening" if soort == "elders" else bouw.laatste["onderzoek"]
    map_ = "bloem/brieven/2026-02-12-ander"
    bouw.bestanden[f"{map_}/brief.yaml"] = (
        f"richting: {'inkomend' if soort == 'inkomend' else 'uitgaand'}\nsoort: bevindingen\n"
        f"onderwerp: Nog een\ndatum: 2026-02-12\ncontracten: [ambulant]\n"
        f"bij: escalaties/2026-01-12-zaak/{over}\n"
    )
    if soort in ("elders", "later"):
        bouw.bestanden[f"{map_}/2026-02-12-verzonden.yaml"] = (
            "kanaal: aangetekend\naan: Bloem\ndocument: {vindplaats: archief}\n"
            f'kaart_sha256: "{HASH}"\n'
        )
        bouw.bestanden[f"{map_}/2026-02-13-bezorgd.yaml"] = (
            "bij: 2026-02-12-verzonden\nbewijs: handtekening\n"
        )
    geladen = lees(tmp_path, bouw.bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    op = date(2026, 2, 18)
    antwoorden = Antwoorden(geladen.register.zoals(op=op), op)
    assert antwoorden.instrument("igs").partition(":")[0] == goed


@pytest.mark.parametrize(
    ("woorden", "open_"),
    [
        ("ond@02-02 uitn@02-03", 1),
        ("ond@02-02 uitn@02-03 wh@02-03", 0),  # heard on that very day
        ("ond@02-02 wh@02-02 uitn@02-03", 1),  # invited again
        ("ond@02-02 uitn@02-03 ond@02-04 wh@02-05", 1),  # heard on other findings
    ],
)
def test_an_invitation_is_open_until_it_is_recorded_what_came_of_it(
    tmp_path: Path, woorden: str, open_: int
) -> None:
    """J36, S08: by a later fact on the same findings."""
    a = lees_toestand(tmp_path, "J", "02-10", woorden)
    assert len(open_uitnodigingen(a.dossier, a.escalatie)) == open_


@pytest.mark.parametrize(
    ("woorden", "velden"),
    [
        ("ond@02-02 wh/stom@02-18", ("reactie",)),  # of today
        # what was said is in the attachment
        ("ond@02-02 wh/stom@02-18 ;; @wederhoor + bijlagen: [{vindplaats: archief}]", ()),
        ("ond@02-02 wh@02-16", ()),
        ("ond@02-02 uitn@02-03", ()),  # nobody was heard yet
    ],
)
def test_what_was_left_unsaid_is_added_to_a_hearing_that_was_held(
    tmp_path: Path, woorden: str, velden: tuple[str, ...]
) -> None:
    stap = lees_toestand(tmp_path, "J", "02-18", woorden).stappen()[0].stap
    assert aan_te_vullen(stap, stap.van(Wederhoor)[-1]) == velden


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        ("ond@02-02 zegt-reactie@02-18 whstil@02-18", "onbekend"),  # on that very day
        ("ond@02-02 whstil/tel@02-18", "ja"),
        (  # what we said when we invited them is no answer of theirs
            "ond@02-02 whstil/tel@02-18 ;; @02-03-uitnodiging Uitgenodigd. => Geef een zienswijze.",
            "ja",
        ),
    ],
)
def test_a_call_that_may_be_the_answer_leaves_silence_unknown(
    tmp_path: Path, woorden: str, goed: str
) -> None:
    antwoorden = lees_toestand(tmp_path, "J", "02-18", woorden)
    assert antwoorden.instrument("igs").partition(":")[0] == goed


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        ("ond@02-02 whstil@02-18", "ja"),
        (f"ond@02-02 whstil@02-18 {GEDRUKT.format('2026-02-16')}", "ja"),
        (f"ond@02-02 whstil@02-18 {GEDRUKT.format('2026-02-18')}", "nee"),
        (f"ond@02-02 whstil@02-19 {GEDRUKT.format('2026-02-18')}", "ja"),
    ],
)
def test_silence_counts_after_the_day_that_the_invitation_names(
    tmp_path: Path, woorden: str, goed: str
) -> None:
    """What we printed binds where it gives more than what was recorded of it (3:35 BW)."""
    antwoorden = lees_toestand(tmp_path, "J", "02-19", woorden)
    assert antwoorden.instrument("igs").partition(":")[0] == goed


@pytest.mark.parametrize(("gedrukt", "tot"), [("2026-02-20", 20), ("2026-02-16", 17)])
def test_the_later_day_of_the_invitation_and_of_its_fact_holds(
    tmp_path: Path, gedrukt: str, tot: int
) -> None:
    woorden = f"ond@02-02 whstil@02-18 {GEDRUKT.format(gedrukt)}"
    a = lees_toestand(tmp_path, "J", "02-18", woorden)
    [feit] = a.escalatie.van(Wederhoor)
    assert reageren_tot(a.dossier, feit) == date(2026, 2, tot)
