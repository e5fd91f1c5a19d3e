"""What became of the terms of a measure, in words: confirmed, answered, cured, talked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie import termijnstaat
from clm_cli.derivations.escalatie.bezwaren import verzenden_volstaat
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.records.regime import Regimetermijn
from tests.klein_register import lees
from tests.ladder.zaakbouw import ZAAK, Antwoorden, Bouw, lees_toestand


def maatregel(
    map_: Path, contract: str, dag: str, woorden: str, soort: str
) -> tuple[Maatregelstand, Regimetermijn]:
    """The last measure, and the term of that kind that the contract has for it."""
    m = lees_toestand(map_, contract, dag, woorden).stand.maatregelen[-1]
    naam = m.genomen.record.instrument
    return m, next(iter(regimetermijnen(m.genomen.contract, soort, instrument=naam)))


def test_a_stop_is_confirmed_within_our_own_term(tmp_path: Path) -> None:
    m, regel = maatregel(tmp_path, "S", "03-02", "$G $P m5@02-17 verz@02-18", "bevestiging")
    (rij,) = termijnstaat.bevestigd(m, regel)
    assert (rij.uiterlijk, rij.uitkomst) == (date(2026, 2, 19), "verzonden op 18 februari 2026")


@pytest.mark.parametrize(
    ("hoe", "einde"), [("", "; onvolledig: zonder herstelmaatregelen"), ("/heel", "op tijd")]
)
def test_an_answer_that_lacks_a_part_says_which(tmp_path: Path, hoe: str, einde: str) -> None:
    woorden = f"m1@02-02 verz@02-02 bez@02-02 react{hoe}@02-20"
    (rij,) = termijnstaat.beantwoord(*maatregel(tmp_path, "J", "03-30", woorden, "reactie"))
    assert rij.uitkomst.endswith(einde)


@pytest.mark.parametrize(
    ("keuze", "verzonden", "einde"),
    [
        ("verzonden", "02-23", "op tijd, verzonden 23 februari 2026"),
        ("verzonden", "02-24", "te laat"),
        ("ontvangen", "02-23", "te laat"),
        ("", "02-23", "na de laatste dag; of verzenden op tijd volstaat, is niet vastgelegd"),
    ],
)
def test_an_answer_that_was_sent_in_time_is_so_as_the_contract_is_read(
    tmp_path: Path, keuze: str, verzonden: str, einde: str
) -> None:
    """J38: the last day is 23 February; it came in a day later."""
    lezing = f"L:antwoord-op-tijd={keuze}" if keuze else ""
    woorden = f"{lezing} m1@02-02 verz@02-02 bez@02-02 react/heel@02-24"
    bouw = Bouw(woorden, "J")
    pad, hun = f"{ZAAK}/{bouw.laatste['reactie']}.yaml", "brieven/2026-02-24-hun"
    bouw.bestanden[pad] += f"brief: {hun}/brief\n"
    bouw.bestanden[f"bloem/{hun}/brief.yaml"] = (
        "richting: inkomend\nsoort: reactie\nonderwerp: Reactie\ndatum: 2026-02-23\n"
        "contracten: [ambulant]\n"
    )
    bouw.bestanden[f"bloem/{hun}/2026-02-24-binnengekomen.yaml"] = (
        f"kanaal: gewone post\nverzonden: 2026-{verzonden}\ndocument: {{vindplaats: archief}}\n"
    )
    geladen = lees(tmp_path, bouw.bestanden)
    assert geladen.meldingen == ()
    op = date(2026, 3, 2)
    m = Antwoorden(geladen.register.zoals(op=op), op).stand.maatregelen[-1]
    regel = next(iter(regimetermijnen(m.genomen.contract, "reactie", instrument="intensivering")))
    (rij,) = termijnstaat.beantwoord(m, regel)
    assert rij.uitkomst == f"ontvangen 24 februari 2026: {einde}"


@pytest.mark.parametrize(
    ("woorden", "begin"),
    [
        ("$3 opheff@04-20", "niet beoordeeld; "),
        ("$3 jdg-nee@04-08 opheff@04-20", "niet hersteld, beoordeeld 8 april 2026"),
    ],
)
def test_a_cure_term_tells_what_was_judged(tmp_path: Path, woorden: str, begin: str) -> None:
    (rij,) = termijnstaat.hersteld(*maatregel(tmp_path, "J", "04-21", woorden, "herstel"))
    assert rij.uitkomst.startswith(begin)


def test_only_a_new_term_makes_an_earlier_default_rest(tmp_path: Path) -> None:
    """6:82 lid 2 BW: a later letter that says that no term is needed gives none."""
    for nr, (later, verzuim) in enumerate((("m3", "onbekend"), ("m3/zonder-termijn", "ja"))):
        woorden = f"$3 jdg-nee@04-08 {later}@04-10 verz@04-10"
        antwoorden = lees_toestand(tmp_path / str(nr), "J", "04-20", woorden)
        assert antwoorden.v_verzuim("T1") == verzuim


@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [("03-24", "gehouden 24 maart 2026: op tijd"), ("03-25", "gehouden 25 maart 2026: te laat")],
)
def test_a_talk_of_directors_was_in_time_or_not(tmp_path: Path, dag: str, uitkomst: str) -> None:
    woorden = f"$3 bzw@03-10 gespr@{dag}"
    rijen = termijnstaat.gesproken(*maatregel(tmp_path, "J", "03-30", woorden, "directiegesprek"))
    assert [rij.uitkomst for rij in rijen] == [uitkomst]


@pytest.mark.parametrize(
    ("vanaf", "uitkomst"),
    [
        ("2026-03-10", "gehouden 25 maart 2026: op tijd"),
        ("2026-03-11", "gehouden 25 maart 2026: te laat"),
    ],
)
def test_what_this_contract_agreed_on_the_talk_holds_for_a_dispute_of_after(
    tmp_path: Path, vanaf: str, uitkomst: str
) -> None:
    """The dispute is there on the day of the objection, 10 March."""
    bestanden = Bouw("$3 bzw@03-10 gespr@03-25", "J").bestanden
    kaart = "bloem/contracten/ambulant/contract.yaml"
    anders = f"termijn: directiegesprek, wordt: 15 werkdagen, vanaf: {vanaf}, grond: Artikel 9"
    bestanden[kaart] += f"\nafwijkingen: [{{{anders}}}]\n"
    geladen = lees(tmp_path, bestanden)
    assert geladen.meldingen == ()
    op = date(2026, 3, 30)
    m = Antwoorden(geladen.register.zoals(op=op), op).stand.maatregelen[-1]
    regel = next(iter(regimetermijnen(m.genomen.contract, "directiegesprek")))
    assert [rij.uitkomst for rij in termijnstaat.gesproken(m, regel)] == [uitkomst]


@pytest.mark.parametrize(("keuze", "volstaat"), [("verzonden", True), ("ontvangen", False)])
def test_whether_sending_is_enough_is_how_the_contract_is_read(
    tmp_path: Path, keuze: str, *, volstaat: bool
) -> None:
    m, _ = maatregel(tmp_path, "J", "03-12", f"$3 L:bezwaar-op-tijd={keuze}", "bezwaar")
    assert verzenden_volstaat(m.genomen) is volstaat
