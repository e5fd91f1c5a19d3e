"""What a regime makes impossible by itself, and what it empties: judged by hand from its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.bereik import altijd_ja, onbereikbaar
from clm_cli.records.regime import Regime
from tests.klein_register import lees
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

HARD = "hard: [bedrag, maximum, wederhoor]"
"""The conditions of the fine, on the third trede."""
AANLEIDING = (
    "{id: klachten, titel: Klachten, soort: signaal, soorten: [klacht], grond: {eis: X03,\n"
    "  tekst: bij klachten}}"
)
SIGNAAL = "soort: signaal, soorten: [klacht]"
HERSTEL = "instrumenten: [aanmaning], gevolg"
MAXIMUM = "jaar: {vraag: omzet-jaar},"
BTW = "btw: {regel: zonder}"
EIND = "bron: {titel: Eigen contract}"
VORM = (
    "  - {id: vals, titel: Vals, hoort_bij: misbruik, elementen: [opzet], grond: {eis: X11,\n"
    "      tekst: bij opzet}}\n"
)
MAXIMUM_HEEL = (
    "        maximum: {procent: 5, over: omzet, per: jaar, jaar: {vraag: omzet-jaar},\n"
    "          btw: {regel: zonder}}\n"
)
BOETE = "        bewijs: [misbruik]\n"


def lees_regime(map_: Path, *anders: tuple[str, str]) -> Regime:
    """The regime with some of its words changed."""
    tekst = EIGEN_REGIME
    for oud, nieuw in anders:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw)
    geladen = lees(map_, {PAD: tekst})
    assert geladen.meldingen == ()
    return geladen.register.zoals().van(Regime)[0].record


def vraagt(*namen: str) -> tuple[str, str]:
    """The fine with other hard conditions."""
    return HARD, f"hard: [bedrag, {', '.join(namen)}]"


def na(instrument: str) -> tuple[str, str]:
    """A measure that has to go before the fine."""
    return BOETE, f"{BOETE}        na: {{instrument: {instrument}}}\n"


def reeks(woorden: str) -> tuple[str, str]:
    """A trigger that is a run of periods."""
    return SIGNAAL, f"soort: reeks{woorden}"


def eigen(soort: str, instrument: str, woorden: str, titel: str = "Meer") -> tuple[str, str]:
    """One more term."""
    rij = f"{{soort: {soort}, titel: {titel}, termijn: 2 weken, partij: aanbieder, instrumenten: "
    rij += f"[{instrument}]{woorden}, gevolg: Te laat., grond: {{eis: X13, tekst: twee weken}}}}"
    return "termijnen:\n", f"termijnen:\n  - {rij}\n"


def wacht(instrument: str, stap: str = "boete", daarna: str = "stap-mogelijk") -> tuple[str, str]:
    """A term of the contract's own that a step hangs on."""
    woorden = f", naam: wacht, begin: ontvangst, tot: reactie, stappen: [{stap}]"
    return eigen("eigen", instrument, f"{woorden}, daarna: {daarna}", "Wacht")


def overslaan(mag: str) -> tuple[str, str]:
    """Whether a trede may be skipped."""
    grond = "{eis: X12, tekst: in volgorde}"
    return EIND, f"{EIND}\noverslaan: {{mag: {mag}, grond: {grond}}}"


def eigen_ook(woorden: str) -> tuple[str, str]:
    """Whether a preventive measure may be another than those of the list."""
    return EIND, f"{EIND}\neigen_maatregelen: {{{woorden}}}"


def plafond(instrument: str) -> tuple[str, str]:
    """A cap over instruments together."""
    rij = "{id: samen, titel: Samen, bedrag: 1000.00, grond: {eis: X14, tekst: samen}, "
    return EIND, f"{EIND}\nplafonds: [{rij}instrumenten: [{instrument}]}}]"


def nog_een_vorm() -> tuple[str, str]:
    """A form of evidence that belongs to something else, before the one that there is."""
    return VORM, VORM.replace("misbruik", "misstand").replace("vals", "list") + VORM


def trede(nummer: int, instrument: str, voorwaarde: str = "wederhoor") -> tuple[str, str]:
    """One more trede."""
    rij = f"{{instrument: {instrument}, titel: Meer, aard: kan, brief: geen, "
    rij += f"voorwaarden: {{hard: [{voorwaarde}]}}}}"
    grond = "{eis: X15, tekst: nog een}"
    kop = f"trede: {nummer}, titel: Meer, formeel: nee, grond: {grond}"
    return "bewijsvormen:\n", f"  - {{{kop}, instrumenten: [{rij}]}}\nbewijsvormen:\n"


BELET = [
    # a trigger that can happen: a run that its window can hold, or a kind of signal
    ("", [vraagt("aanleiding")], ""),
    ("", [vraagt("aanleiding"), reeks(", aantal: 2, venster: 2, periode: maand")], ""),
    ("aanleiding", [vraagt("aanleiding"), reeks(", aantal: 3, venster: 2, periode: maand")],
     "het regime noemt geen aanleiding die zich kan voordoen"),
    ("aanleiding", [vraagt("aanleiding"), reeks(", aantal: 1")],
     "het regime noemt geen aanleiding die zich kan voordoen"),
    ("aanleiding", [vraagt("aanleiding"), (SIGNAAL, "soort: signaal")],
     "het regime noemt geen aanleiding die zich kan voordoen"),
    ("aanleiding", [vraagt("aanleiding"), (BOETE, f"{BOETE}        aanleidingen: [overlast]\n")],
     "het regime noemt geen aanleiding die zich kan voordoen"),
    ("", [vraagt("aanleiding"), (BOETE, f"{BOETE}        aanleidingen: [klachten]\n")], ""),
    # what has to go before: it exists, stands no higher, and can be taken itself
    ("na-ontvangen", [vraagt("na-ontvangen")],
     "bij 'na' staat geen instrument dat eerst moet komen"),
    ("na-ontvangen", [vraagt("na-ontvangen"), na("herinnering")],
     "'herinnering', dat eerst moet komen, bestaat niet"),
    ("", [vraagt("na-ontvangen"), na("aanmaning")], ""),
    ("", [vraagt("na-ontvangen"), na("ontbinding")], ""),
    ("na-ontvangen", [vraagt("na-ontvangen"), na("verwijt"), trede(4, "verwijt")],
     "'verwijt', dat eerst moet komen, staat hoger: op trede 4"),
    ("", [vraagt("na-ontvangen"), na("aanmaning"), trede(4, "aanmaning")], ""),
    # the cure term that has to pass is that of the measure before it
    ("", [vraagt("termijn-verstreken"), na("aanmaning")], ""),
    ("termijn-verstreken", [vraagt("termijn-verstreken"), na("waarschuwing")],
     "bij 'waarschuwing' hoort geen hersteltermijn die kan verstrijken"),
    ("termijn-verstreken", [vraagt("termijn-verstreken")],
     "bij 'na' staat geen instrument dat eerst moet komen"),
    ("", [vraagt("verzuim")], ""),
    ("verzuim", [vraagt("verzuim"), (HERSTEL, "instrumenten: [herinnering], gevolg")],
     "geen instrument geeft een hersteltermijn, dus verzuim begint nooit"),
    # evidence of a form that the regime has
    ("", [vraagt("bewijs")], ""),
    ("bewijs", [vraagt("bewijs"), ("bewijs: [misbruik]", "bewijs: [misstand, list]")],
     "geen vorm van bewijs hoort bij misstand, list"),
    ("", [vraagt("bewijs"), nog_een_vorm()], ""),
    ("bewijs", [vraagt("bewijs"), (BOETE, "")], "het instrument noemt geen bewijs"),
    # the base of the cap: what is neither said nor asked settles nothing
    ("", [vraagt("maximum")], ""),
    ("maximum", [vraagt("maximum"), (MAXIMUM, "jaar: {vraag: welk-jaar},")],
     "niets bepaalt jaar van de grondslag"),
    ("maximum", [vraagt("maximum"), (BTW, "btw: {}")], "niets bepaalt btw van de grondslag"),
    ("maximum", [vraagt("maximum"), (BTW, "btw: {}, contracten: {}")],
     "niets bepaalt contracten, btw van de grondslag"),
    ("", [vraagt("maximum"), (MAXIMUM, ""), (BTW, "contracten: {regel: contract}")], ""),
    # a notice is counted back from the day of the end by a term of this instrument
    ("opzegtermijn", [vraagt("opzegtermijn")],
     "bij het instrument hoort geen termijn die vanaf de ingang wordt teruggeteld"),
    ("", [vraagt("opzegtermijn"), eigen("aanzegging", "boete", ", begin: ingang")], ""),
    ("opzegtermijn", [vraagt("opzegtermijn"), eigen("aanzegging", "aanmaning", ", begin: ingang")],
     "bij het instrument hoort geen termijn die vanaf de ingang wordt teruggeteld"),
    ("opzegtermijn", [vraagt("opzegtermijn"), eigen("aanzegging", "boete", ", begin: ontvangst")],
     "bij het instrument hoort geen termijn die vanaf de ingang wordt teruggeteld"),
    ("opzegtermijn", [vraagt("opzegtermijn"), eigen("bezwaar", "boete", ", begin: ingang")],
     "bij het instrument hoort geen termijn die vanaf de ingang wordt teruggeteld"),
    # a term that has to pass first, begins with a measure that can be taken
    ("", [vraagt("termijn-laat-toe"), wacht("aanmaning")], ""),
    ("termijn-laat-toe", [vraagt("termijn-laat-toe"), wacht("herinnering")],
     "'Wacht' moet eerst verstrijken, en begint pas bij 'herinnering'"),
    ("", [vraagt("termijn-laat-toe"), wacht("aanmaning, herinnering")], ""),
    ("", [vraagt("termijn-laat-toe"), wacht("herinnering", "ontbinding")], ""),
    ("", [vraagt("termijn-laat-toe"), wacht("herinnering", daarna="vervallen")], ""),
    # a ground to name
    ("grond-genoemd", [vraagt("grond-genoemd")],
     "er zijn geen gronden om te noemen, en een eigen grond kan niet"),
    ("", [vraagt("grond-genoemd"), (BOETE, f"{BOETE}        eigen_gronden: ja\n")], ""),
    # a preventive measure of the list, or of one's own where that may be
    ("preventief", [vraagt("preventief")],
     "het regime noemt geen preventieve maatregelen, en een eigen maatregel kan niet"),
    ("", [vraagt("preventief"), eigen_ook("regel: toegestaan")], ""),
    ("preventief", [vraagt("preventief"),
                    eigen_ook("regel: alleen-genoemde")],
     "het regime noemt geen preventieve maatregelen, en een eigen maatregel kan niet"),
    ("preventief", [vraagt("preventief"), eigen_ook("vraag: eigen-ook")],
     "het regime noemt geen preventieve maatregelen, en een eigen maatregel kan niet"),
    ("", [vraagt("preventief"), eigen_ook("vraag: eigen-ook"),
          ("id: omzet-jaar", "id: eigen-ook"), (MAXIMUM, "jaar: {regel: vorig-kalenderjaar},"),
          ("keuze: vorig-kalenderjaar", "keuze: toegestaan"),
          ("voorstel: vorig-kalenderjaar", "voorstel: toegestaan")], ""),
    # where nothing may be skipped, each lower trede has to be possible
    ("", [vraagt("volgorde")], ""),
    ("", [vraagt("volgorde"), overslaan("nee")], ""),
    ("", [vraagt("volgorde"), overslaan("nee"), trede(0, "recht", "bewijs")], ""),
    ("volgorde", [vraagt("volgorde"), overslaan("nee"), trede(0, "recht"),
                  (SIGNAAL, "soort: signaal")],
     "trede 1 kan niet worden gezet, en dit contract kent geen overslaan"),
    ("", [vraagt("volgorde"), overslaan("ja"),
          (SIGNAAL, "soort: signaal")], ""),
    ("", [vraagt("volgorde"), (SIGNAAL, "soort: signaal")], ""),
]  # fmt: skip


@pytest.mark.parametrize(("voorwaarde", "anders", "zin"), BELET)
def test_a_condition_that_nothing_can_meet_is_named_with_why(
    tmp_path: Path, voorwaarde: str, anders: list[tuple[str, str]], zin: str
) -> None:
    regime = lees_regime(tmp_path, *anders)
    belet = onbereikbaar(regime).get((2, 0), ())
    assert belet == (((voorwaarde, zin),) if voorwaarde else ())


def test_who_stands_alone_on_the_last_trede_waits_for_the_lower_ones_only(tmp_path: Path) -> None:
    regime = lees_regime(tmp_path, overslaan("nee"), trede(4, "slot", "volgorde"))
    assert onbereikbaar(regime) == {}


LEEG = [
    # what the condition reads is there, so that it can say no; or it is not
    ("maximum", [], ""),
    ("maximum", [(MAXIMUM_HEEL, "")], "bij het instrument staat geen maximum"),
    ("maximum", [(MAXIMUM_HEEL, ""), plafond("boete")], ""),
    ("maximum", [(MAXIMUM_HEEL, ""), plafond("aanmaning")],
     "bij het instrument staat geen maximum"),
    ("bedrag-volgens-contract", [], "bij het instrument staat niet hoe het wordt uitgerekend"),
    ("ingang-na-bezwaar", [], ""),
    ("ingang-na-bezwaar", [("[aanmaning, boete, ontbinding]", "[aanmaning, ontbinding]")],
     "bij het instrument hoort geen termijn voor bezwaar"),
    ("ingang-na-bezwaar", [("soort: bezwaar", "soort: reactie")],
     "bij het instrument hoort geen termijn voor bezwaar"),
    ("plan-op-schema", [], "geen instrument vraagt om een plan"),
    ("plan-op-schema", [("soort: bezwaar", "soort: reactie")], ""),
    ("plan-op-schema", [("soort: bezwaar", "soort: verbeterplan")], ""),
    ("aangekondigd", [], "bij de trede staat geen aankondiging"),
]  # fmt: skip


@pytest.mark.parametrize(("voorwaarde", "anders", "zin"), LEEG)
def test_a_condition_that_can_never_say_no_is_named_with_why(
    tmp_path: Path, voorwaarde: str, anders: list[tuple[str, str]], zin: str
) -> None:
    regime = lees_regime(tmp_path, vraagt(voorwaarde), *anders)
    assert altijd_ja(regime).get((2, 0), ()) == (((voorwaarde, zin),) if zin else ())
