"""Letters of theirs that lie unprocessed: a line of ours, and nothing concluded from silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.brieven.onverwerkt import FEITBRIEVEN, open_post
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.vervolg import vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.views.escalatie.blad import escalatieblad
from clm_cli.views.escalatie.bladzijde import toon
from clm_cli.views.opmaak import Papier
from tests.klein_register import register
from tests.ladder.zaakbouw import ZAAK, Bouw

M3 = "2026-03-02-maatregel-ingebrekestelling-3"
"""The notice of `$3`; the last day to object is 12 March, 5 working days after 5 March."""


def brief(soort: str, dag: str, bij: str = "", contract: str = "ambulant") -> dict[str, str]:
    """A letter of theirs that came in on a day of 2026."""
    map_ = f"bloem/brieven/2026-{dag}-{soort}"
    over = f"bij: {bij}\n" if bij else ""
    return {
        f"{map_}/brief.yaml": (
            f"richting: inkomend\nsoort: {soort}\nonderwerp: Hun brief\ndatum: 2026-{dag}\n"
            f"contracten: [{contract}]\n{over}"
        ),
        f"{map_}/2026-{dag}-binnengekomen.yaml": (
            "kanaal: e-mail\ndocument: {vindplaats: archief}\n"
        ),
    }


def blik(
    map_: Path, woorden: str, dag: str, meer: Mapping[str, str] | None = None, contract: str = "J"
) -> Dossierblik:
    """A state of the ladder with letters beside it, on a day of 2026."""
    geheel = register(map_, {**Bouw(woorden, contract).bestanden, **(meer or {})})
    return blik_op(geheel, "bloem", date.fromisoformat(f"2026-{dag}"))


def bladzijde(b: Dossierblik) -> str:
    return " ".join(toon(escalatieblad(b, b.dossier.escalaties[0]), Papier(400)).split())


def uitkomsten(b: Dossierblik) -> list[str]:
    return [rij.uitkomst for rij in afgelopen(stand_van(b, b.dossier.escalaties[0]))]


def verwerken(b: Dossierblik) -> list[Werkpunt]:
    return [punt for punt in alle_werkpunten(b) if punt.soort == "brief-verwerken"]


def soorten(b: Dossierblik) -> set[str]:
    return {punt.soort for punt in alle_werkpunten(b)}


BEZWAAR = brief("bezwaar", "03-10", "brieven/2026-03-02-ingebrekestelling")
GEEN, ONBEKEND = "geen bezwaar ontvangen", "hun bezwaar van 10 maart 2026 is binnengekomen"


def test_without_a_letter_no_objection_came(tmp_path: Path) -> None:
    b = blik(tmp_path, "$3", "04-01")
    assert GEEN in bladzijde(b)
    assert verwerken(b) == []


def test_an_objection_that_was_registered_is_a_line_of_ours_with_its_term(tmp_path: Path) -> None:
    b = blik(tmp_path, "$3", "03-11", BEZWAAR)
    (punt,) = verwerken(b)
    assert (punt.bij, str(punt.uiterlijk)) == ("wij", "2026-03-13")  # 3 werkdagen from 10 March
    assert punt.nu == (
        "clm escalatie bezwaar bloem --ontvangen 2026-03-10 --schriftelijk ja --brief "
        "brieven/2026-03-10-bezwaar/brief"
    )
    assert "bezwaar" not in soorten(b)  # 'look in the post' is answered


@pytest.mark.parametrize("dag", ["03-11", "04-01", "05-20"])
def test_beside_it_the_page_never_says_that_none_came(tmp_path: Path, dag: str) -> None:
    """J45, J47: whether it was in time and what it holds up is unknown, and the letter is named."""
    tekst = bladzijde(blik(tmp_path, "$3", dag, BEZWAAR))
    assert GEEN not in tekst
    assert "NIET VERWERKT: hun bezwaar van 10 maart 2026 (brieven/2026-03-10-bezwaar)." in tekst
    assert "Verwerken: hun bezwaar van 10 maart 2026" in tekst


def test_the_term_to_object_ends_unknown(tmp_path: Path) -> None:
    assert GEEN in uitkomsten(blik(tmp_path / "a", "$3", "04-01"))
    met = uitkomsten(blik(tmp_path / "b", "$3", "04-01", BEZWAAR))
    assert f"onbekend: {ONBEKEND} en nog niet verwerkt" in met
    assert GEEN not in met


def test_it_makes_suspension_the_cure_term_and_default_unknown(tmp_path: Path) -> None:
    """J41, J47: judged not cured after the term is default; beside an open objection it is not."""
    zonder = blik(tmp_path / "a", "$3 jdg-nee@04-10", "05-20")
    assert stand_van(zonder, zonder.dossier.escalaties[0]).verzuim("T1").antwoord == "ja"
    b = blik(tmp_path / "b", "$3 jdg-nee@04-10", "05-20", BEZWAAR)
    stand = stand_van(b, b.dossier.escalaties[0])
    effect = schorst(stand.maatregelen[0].genomen)
    assert (effect.antwoord, effect.tekst) == ("onbekend", f"{ONBEKEND} en nog niet verwerkt")
    assert stand.verzuim("T1").antwoord == "onbekend"
    assert stand.herstel[0].uiterlijk is None


def test_where_no_objection_can_hold_the_measure_up_it_does_not(tmp_path: Path) -> None:
    """J47: a necessary measure goes on; S: that contract knows no objection."""
    nodig = blik(tmp_path / "a", "$G m3!@03-02 verz@03-02 bez@03-05", "04-01", BEZWAAR)
    stand = stand_van(nodig, nodig.dossier.escalaties[0])
    assert schorst(stand.maatregelen[0].genomen).antwoord == "nee"
    s = blik(tmp_path / "s", "$3", "04-01", brief("bezwaar", "03-10", contract="advies"), "S")
    laatste = stand_van(s, s.dossier.escalaties[0]).maatregelen[-1].genomen
    assert schorst(laatste).antwoord == "nee"
    assert len(verwerken(s)) == 1


FEIT = f"bij: {M3}\nontvangen: 2026-03-{{dag}}\nschriftelijk: ja\ngronden: Niet eens.\n{{brief}}"
NOEMT = "brief: brieven/2026-03-10-bezwaar/brief\n"


@pytest.mark.parametrize(
    ("feit", "open_"),
    [
        (FEIT.format(dag="10", brief=""), 0),  # names no letter, of the same day
        (FEIT.format(dag="10", brief=NOEMT), 0),
        (FEIT.format(dag="11", brief=NOEMT), 0),  # names it, though the day differs
        (FEIT.format(dag="11", brief=""), 1),  # another objection, as far as anybody can tell
    ],
)
def test_the_fact_that_records_it_ends_it(tmp_path: Path, feit: str, open_: int) -> None:
    vast = {f"{ZAAK}/2026-03-12-bezwaar.yaml": feit}
    assert len(verwerken(blik(tmp_path, "$3", "04-01", {**BEZWAAR, **vast}))) == open_


def test_who_says_what_was_done_with_it_ends_it_too(tmp_path: Path) -> None:
    af = {
        "bloem/opvolging/2026-03-11-vervallen.yaml": (
            "bij: brieven/2026-03-10-bezwaar/brief\nreden: Was een vraag.\n"
        )
    }
    b = blik(tmp_path, "$3", "04-01", {**BEZWAAR, **af})
    assert open_post(b) == ()
    assert GEEN in bladzijde(b)


def test_a_letter_about_another_measure_leaves_this_one_alone(tmp_path: Path) -> None:
    """A letter that says what it answers is about that; one that does not may be about any."""
    woorden = "$G m3@03-02 verz@03-02 bez@03-05 m5c@03-16 verz@03-16 bez@03-17"
    los = brief("bezwaar", "03-20")
    stop = brief("bezwaar", "03-20", "brieven/2026-03-16-clientenstop")
    for naam, post, antwoorden in (
        ("stop", stop, ["nee", "onbekend"]),
        ("los", los, ["onbekend", "onbekend"]),
    ):
        b = blik(tmp_path / naam, woorden, "03-23", post)
        standen = stand_van(b, b.dossier.escalaties[0]).maatregelen
        assert [schorst(m.genomen).antwoord for m in standen] == antwoorden, naam


@pytest.mark.parametrize("soort", ["wederhoor", "zienswijze", "reactie"])
def test_silence_is_unknown_beside_an_answer_that_nobody_read(tmp_path: Path, soort: str) -> None:
    """J36, S08: who answered was not silent; a letter from before the invitation is no answer."""
    for dag, antwoord in (("02-01", "ja"), ("02-10", "onbekend")):
        b = blik(tmp_path / dag, "ond@02-02 whstil@02-18", "03-02", brief(soort, dag))
        stappen = {s.stap.instrument.instrument: s for s in vervolg(b, b.dossier.escalaties[0])}
        rijen = {rij.naam: rij.uitspraak for rij in stappen["boete"].voorwaarden}
        assert rijen["wederhoor"].antwoord == antwoord
        assert ("geen reactie tot en met" in bladzijde(b)) is (antwoord == "ja")


def test_a_plan_that_lies_there_is_not_waited_for(tmp_path: Path) -> None:
    """J39: the provider is not late and gets no reminder; we judge within our own term."""
    woorden = "$G m2@03-02 verz@03-02 bez@03-05"
    assert "verbeterplan" in soorten(blik(tmp_path / "a", woorden, "04-01"))
    b = blik(tmp_path / "b", woorden, "04-01", brief("verbeterplan", "03-16"))
    assert "verbeterplan" not in soorten(b)
    (punt,) = verwerken(b)
    assert str(punt.uiterlijk) == "2026-03-30"  # 10 werkdagen from 16 March
    dicht = blik(tmp_path / "c", f"{woorden} opheff@03-20", "04-01", brief("plan", "03-16"))
    (uitkomst,) = (rij for rij in uitkomsten(dicht) if "verbeterplan" in rij)
    assert uitkomst == (
        "onbekend: hun verbeterplan van 16 maart 2026 is binnengekomen en nog niet verwerkt; "
        "opgeheven op 20 maart 2026"
    )


def test_a_report_of_recovery_that_nobody_read_leaves_default_unknown(tmp_path: Path) -> None:
    """J41: default takes that cure stayed away."""
    b = blik(tmp_path, "$3 jdg-nee@04-10", "05-20", brief("herstelmelding", "04-01"))
    verzuim = stand_van(b, b.dossier.escalaties[0]).verzuim("T1")
    assert verzuim.antwoord == "onbekend"
    assert "hun herstelmelding van 1 april 2026 is binnengekomen" in verzuim.tekst


def test_beside_it_no_notice_without_a_term_is_default(tmp_path: Path) -> None:
    """6:82 lid 2 BW: also where no term is needed, what was mended is no default."""
    woorden = "$G m3/zonder-termijn@03-02 verz@03-02 bez@03-05"
    for naam, post, antwoord in (("a", {}, "ja"), ("b", brief("herstel", "03-10"), "onbekend")):
        b = blik(tmp_path / naam, woorden, "03-20", post)
        assert stand_van(b, b.dossier.escalaties[0]).verzuim("T1").antwoord == antwoord


def test_beside_it_nobody_can_say_that_mending_stayed_away(tmp_path: Path) -> None:
    """J41: the step that rests on it waits until somebody read the letter."""
    for naam, post, antwoord in (("a", {}, "ja"), ("b", brief("herstel", "04-01"), "onbekend")):
        b = blik(tmp_path / naam, "$3 jdg-nee@04-10", "05-20", post)
        stappen = {s.stap.instrument.instrument: s for s in vervolg(b, b.dossier.escalaties[0])}
        rijen = {rij.naam: rij.uitspraak for rij in stappen["opschorting"].voorwaarden}
        assert rijen["herstel-uitgebleven"].antwoord == antwoord


def test_beside_a_plan_that_nobody_read_none_is_missing(tmp_path: Path) -> None:
    """S14: whether the plan was gone through is unknown until it was read."""
    woorden = "$G $P m2@02-17 verz@02-17 bez@02-17"
    post = brief("verbeterplan", "03-02", contract="advies")
    b = blik(tmp_path, woorden, "04-01", post, "S")
    stappen = {s.stap.instrument.instrument: s for s in vervolg(b, b.dossier.escalaties[0])}
    rijen = {rij.naam: rij.uitspraak for rij in stappen["ingebrekestelling"].voorwaarden}
    uit = rijen["plan-doorlopen"]
    assert uit.antwoord == "onbekend"
    assert "hun verbeterplan van 2 maart 2026 is binnengekomen" in uit.tekst


@pytest.mark.parametrize("soort", FEITBRIEVEN)
def test_every_kind_that_is_a_fact_of_a_case_is_a_line(tmp_path: Path, soort: str) -> None:
    (punt,) = verwerken(blik(tmp_path, "$3", "03-20", brief(soort, "03-10")))
    assert punt.bij == "wij"
    assert punt.nu.startswith("clm escalatie ")
    assert punt.omdat[0].tekst.endswith("is binnengekomen en nog niet verwerkt")


@pytest.mark.parametrize("soort", ["vraag", "cijfers", "brief"])
def test_a_letter_that_is_no_fact_of_a_case_is_none(tmp_path: Path, soort: str) -> None:
    assert verwerken(blik(tmp_path, "$3", "03-20", brief(soort, "03-10"))) == []
