"""What holds for every case of both ladders: order, knowledge of a moment, unknown answers."""

from __future__ import annotations

import os
import random
import re
import textwrap
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ladder.willekeurige_zaken import (
    beeld,
    bestanden_van,
    gevallen,
    lees_zaak,
    stappen_die_mogen,
)
from tests.ladder.zaakbouw import ZAAK

VEEL = int(os.environ.get("CLM_VOORBEELDEN", "30"))
"""How many random cases each property sees; more of them are asked for by hand."""
KALM = settings(
    max_examples=VEEL,
    deadline=None,
    derandomize="CLM_VOORBEELDEN" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TOEVAL = st.integers(0, 2**30).map(random.Random)
CONTRACTEN = pytest.mark.parametrize("contract", ["J", "S"])


def met_kop(bestanden: dict[str, str], later: dict[str, timedelta]) -> dict[str, str]:
    """The same files, each fact written down so much after noon of its day."""
    uit = dict(bestanden)
    for pad, tekst in bestanden.items():
        naam = pad.rsplit("/", 1)[-1]
        if naam[:1].isdigit() and not tekst.startswith("datum:"):
            moment = datetime.fromisoformat(naam[:10]).replace(hour=12, tzinfo=UTC) + later.get(
                pad, timedelta()
            )
            uit[pad] = f"datum: {naam[:10]}\nvastgelegd: {moment.isoformat()}\ndoor: mia\n{tekst}"
    return uit


def hernoemd(bestanden: dict[str, str], toeval: random.Random) -> dict[str, str]:
    """The same files under other names, with every reference to them, in another order."""
    stammen = [
        pad.rsplit("/", 1)[-1].removesuffix(".yaml")
        for pad in bestanden
        if pad.startswith((ZAAK, "bloem/brieven/2", "bloem/opvolging"))
        and not pad.endswith("brief.yaml")
    ]
    mappen = [pad.split("/")[2] for pad in bestanden if pad.endswith("/brief.yaml")]
    nummers = toeval.sample(range(1, 1000), len(stammen) + len(mappen))
    nieuw = {
        stam: f"{re.sub(r'-[0-9]+$', '', stam)}-{nr}" if stam not in mappen else f"{stam}-{nr}"
        for stam, nr in zip([*stammen, *mappen], nummers, strict=True)
    }

    def om(tekst: str) -> str:
        return re.sub(
            r"2026-[0-9]{2}-[0-9]{2}-[a-z0-9-]+", lambda naam: nieuw.get(naam[0], naam[0]), tekst
        )

    rijen = [(om(pad) if "/2026-" in pad else pad, om(tekst)) for pad, tekst in bestanden.items()]
    toeval.shuffle(rijen)
    return dict(rijen)


@CONTRACTEN
def test_names_order_and_hours_of_the_facts_of_one_day_do_not_matter(contract: str) -> None:
    """Order comes from what a fact answers, never from its name, time or position."""

    @KALM
    @given(gevallen(contract), TOEVAL)
    def eigenschap(geval: tuple[str, date], toeval: random.Random) -> None:
        woorden, dag = geval
        bestanden = bestanden_van(woorden, contract)
        ander = hernoemd(
            met_kop(
                bestanden, {pad: timedelta(minutes=toeval.randint(0, 600)) for pad in bestanden}
            ),
            toeval,
        )
        assert set(ander) != set(bestanden)
        assert beeld(lees_zaak(ander).zoals(op=dag), dag) == beeld(
            lees_zaak(bestanden).zoals(op=dag), dag
        )

    eigenschap()


def correctie(pad: str, tekst: str, dag: date, *, vervalt: bool) -> tuple[str, str]:
    """A correction of a fact, written down on a day.

    It lapses, or one of its answers becomes another.
    """
    stam = pad.rsplit("/", 1)[-1].removesuffix(".yaml")
    anders = (
        re.sub(r": nee\b", ": ja", tekst) if ": nee" in tekst else re.sub(r": ja\b", ": nee", tekst)
    )
    wat = "vervalt: ja\n" if vervalt else "wordt:\n" + textwrap.indent(anders, "  ")
    return (
        pad.replace(".yaml", "-correctie.yaml"),
        (
            f"datum: {stam[:10]}\nvastgelegd: {dag}T12:00:00+00:00\ndoor: mia\nbij: "
            f"{stam}\nreden: Verkeerd.\n{wat}"
        ),
    )


@CONTRACTEN
def test_what_is_written_down_later_changes_nothing_that_was_known(contract: str) -> None:
    """Two times: what is recorded later changes no standing and no answer of an earlier moment."""

    @KALM
    @given(gevallen(contract), TOEVAL)
    def eigenschap(geval: tuple[str, date], toeval: random.Random) -> None:
        woorden, dag = geval
        kaal = bestanden_van(woorden, contract)
        feiten = [
            pad
            for pad in kaal
            if pad.rsplit("/", 1)[-1][0].isdigit()
            and "/metingen/" not in pad
            and not pad.endswith("-opening.yaml")
        ]
        alles = met_kop(kaal, {pad: timedelta(days=toeval.choice((0, 0, 3, 30))) for pad in feiten})
        bekend = datetime(2026, 1, 12, 18, tzinfo=UTC) + timedelta(days=toeval.randint(0, 150))
        later = bekend.date() + timedelta(days=1)
        geweten = {
            pad: tekst
            for pad, tekst in alles.items()
            if pad not in feiten
            or date.fromisoformat(re.findall(r"vastgelegd: (\S{10})", tekst)[0]) < later
        }
        for pad in toeval.sample(feiten, min(2, len(feiten))):
            naam, tekst = correctie(pad, alles[pad], later, vervalt=toeval.random() < 0.5)
            alles[naam] = tekst
        dagbeeld = beeld(lees_zaak(geweten).zoals(dag, bekend), dag)
        assert beeld(lees_zaak(alles).zoals(dag, bekend), dag) == dagbeeld

    eigenschap()


ANTWOORD = re.compile(
    r"(?<=\b)((?:niet_nakoming|ernstig|raakt_veiligheid|noodzaak|schriftelijk|aangetoond|oordeel|"
    r"hersteld): )(ja|nee|deels|niet)\b"
)
"""The recorded answers; a figure or agreement that was met is left out: it ends a run, so
without it the run is there still."""
DRAGEND = re.compile(
    r"bloem/.*/2026-[0-9-]+-(wederhoor|bewijs|facturen|bezorgd|geschil|verzonden)|bloem/signalen/"
)
"""Facts that can only carry a step. Others close one: an objection, newer findings, a return,
recovery, a new last day."""


def varianten(bestanden: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The case with one answer unknown, or with one fact that carries a step left out."""
    for pad, tekst in bestanden.items():
        for antwoord in ANTWOORD.finditer(tekst):
            anders = f"{tekst[: antwoord.start()]}{antwoord[1]}onbekend{tekst[antwoord.end() :]}"
            yield f"{pad} {antwoord[0]}", {**bestanden, pad: anders}
        if DRAGEND.search(pad) and "genoemd" not in tekst:
            yield (
                f"zonder {pad}",
                {naam: inhoud for naam, inhoud in bestanden.items() if naam != pad},
            )


@CONTRACTEN
def test_unknown_never_opens_a_step(contract: str) -> None:
    """Unknown opens nothing: no answer that is no longer known, and no fact that is not there."""

    @KALM
    @given(gevallen(contract), TOEVAL)
    def eigenschap(geval: tuple[str, date], toeval: random.Random) -> None:
        woorden, dag = geval
        bestanden = bestanden_van(woorden, contract)
        mocht = stappen_die_mogen(lees_zaak(bestanden).zoals(op=dag), dag)
        alle = list(varianten(bestanden))
        for wat, minder in toeval.sample(alle, min(5, len(alle))):
            assert stappen_die_mogen(lees_zaak(minder).zoals(op=dag), dag) <= mocht, wat

    eigenschap()
