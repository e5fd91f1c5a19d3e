"""Nothing is written that nobody said, and nothing is written twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.ladder.zaakbouw import Bouw
from tests.toetsen import Toetsen

DAG = "2026-05-18"
GESPREK = "2026-05-11-voortgang"
MAATREGEL = "2026-02-03-maatregel-intensivering-1"
BRIEF = (
    "richting: uitgaand\nsoort: antwoord\nonderwerp: Brief\ndatum: 2026-05-11\n"
    "contracten: [ambulant]\n"
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A register with a case, a talk that was held, a letter and an action."""
    bestanden = Bouw("m1@02-03", "J").bestanden
    klein_register.lees(tmp_path, bestanden)
    return tmp_path


def doe(map_: Path, *woorden: str, dag: str = DAG) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", dag, "--door", "mia"])


def bestanden(map_: Path) -> dict[str, bytes]:
    return {
        p.relative_to(map_).as_posix(): p.read_bytes()
        for p in map_.rglob("*")
        if p.is_file() and ".clm" not in p.parts
    }


BEZWAAR = ("escalatie", "bezwaar", "bloem", "--schriftelijk", "ja", "--gronden", "Niet eens.")
REACTIE = (
    *("escalatie", "reactie", "bloem", "--verklaring", "ja", "--herstelmaatregelen", "nee"),
    *("--inhoud", "Zo zit het."),
)
HERSTEL = (
    *("escalatie", "herstel", "bloem", "--tekortkoming", "T1", "--inhoud", "Klaar."),
    *("--bij", MAATREGEL),
)
NOTEER = ("noteer", "bloem", "gebeld", "--wijze", "telefoon", "--met", "Jan")
SIGNAAL = (
    *("signaal", "bloem", "iets", "--soort", "kwaliteit", "--kant", "DOP"),
    *("--bron", "soort=gemeente"),
)
OPENING = (
    *("escalatie", "opening", "bloem", "--contract", "ambulant", "--besloten-door", "dir"),
    *("--afweging", "reden=Nodig", "--tekortkoming"),
)
TEKORT = "verplichting=VP-1 wat=Laat soort=tijdigheid feiten=Gezien."
ZONDER_DAG = "--datum (de dag waarop wij het hoorden. Zoals 2026-05-04); --ernst ("
"""The day and what else lacks, in one refusal."""
GEZEGD: list[tuple[tuple[str, ...], tuple[str, ...], str]] = [
    (BEZWAAR, ("--ontvangen", "2026-05-11"), "--ontvangen (De dag waarop het binnenkwam."),
    (REACTIE, ("--ontvangen", "2026-05-11"), "--ontvangen (De dag waarop het antwoord"),
    (HERSTEL, ("--datum", "2026-05-11"), "--datum ("),
    (NOTEER, ("--richting", "inkomend"), "--richting ("),
    (SIGNAAL, ("--ernst", "dreigend", "--datum", "2026-05-11"), ZONDER_DAG),
    (SIGNAAL, ("--ernst", "dreigend", "--ontvangen", "gisteren"), ZONDER_DAG),
]


@pytest.mark.parametrize(("woorden", "erbij", "gevraagd"), GEZEGD, ids=lambda w: str(w[0])[:12])
def test_what_decides_a_right_or_a_fact_is_never_assumed(
    map_: Path,
    woorden: tuple[str, ...],
    erbij: tuple[str, ...],
    gevraagd: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    voor = bestanden(map_)
    assert doe(map_, *woorden) == 2
    fout = capsys.readouterr().err
    assert f"Dit ontbreekt nog: {gevraagd}" in fout
    assert bestanden(map_) == voor
    assert doe(map_, *woorden, *erbij) == 0


def test_what_happened_did_not_happen_after_today(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = bestanden(map_)
    assert doe(map_, *BEZWAAR, "--ontvangen", "2026-05-19") == 2
    assert "TRM302 ontvangen dinsdag 19 mei 2026 ligt na vandaag" in capsys.readouterr().err
    assert bestanden(map_) == voor
    assert doe(map_, *BEZWAAR, "--ontvangen", DAG) == 0


def test_the_severity_of_a_shortcoming_is_said(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *OPENING, TEKORT) == 2
    fout = capsys.readouterr().err
    assert '--tekortkoming "… ernst=…" (Of zij er al is of dreigt. Kies uit: feitelijk' in fout
    assert doe(map_, *OPENING, f"{TEKORT} ernst=dreigend") == 0


def test_what_is_assumed_is_said(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The day, and what it answers where only one thing can be meant."""
    assert doe(map_, *BEZWAAR, "--ontvangen", "2026-05-11") == 0
    assert f"aangenomen: datum 18 mei 2026; bij {MAATREGEL}\n" in capsys.readouterr().err
    assert doe(map_, *NOTEER, "--richting", "inkomend", "--datum", DAG) == 0
    assert "aangenomen" not in capsys.readouterr().err


# -- twice
# ----------------------------------------------------------------------------------

SLUIT = (
    *("escalatie", "sluiting", "bloem", "--hersteld", "ja", "--besloten-door", "dir"),
    *("--reden", "Hersteld."),
)
TWEEMAAL: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    ("a case closed", SLUIT, (*SLUIT[:-1], "Anders.")),
    (
        "a measure lifted",
        (
            *("escalatie", "opheffing", "bloem", "--wijze", "opgeheven", "--besloten-door", "dir"),
            *("--bij", MAATREGEL, "--reden", "Hersteld."),
        ),
        (
            *("escalatie", "opheffing", "bloem", "--wijze", "ingetrokken"),
            *("--besloten-door", "dir", "--bij", MAATREGEL, "--reden", "Vergissing."),
        ),
    ),
]


@pytest.mark.parametrize(
    ("woorden", "anders"), [rij[1:] for rij in TWEEMAAL], ids=[rij[0] for rij in TWEEMAAL]
)
def test_the_same_again_writes_nothing_and_something_else_is_refused(
    map_: Path,
    woorden: tuple[str, ...],
    anders: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    begin = set(bestanden(map_))
    assert doe(map_, *woorden) == 0
    capsys.readouterr()
    voor = bestanden(map_)
    (pad,) = set(voor) - begin
    assert doe(map_, *woorden) == 0
    assert f"stond er al: {pad}" in capsys.readouterr().out
    assert doe(map_, *anders) == 2
    fout = capsys.readouterr().err
    assert pad in fout
    assert "clm correctie bloem" in fout
    assert "--nogmaals" in fout
    assert bestanden(map_) == voor


def test_an_action_ends_once(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doe(map_, *SIGNAAL, "--ernst", "feitelijk", "--datum", "2026-05-18") == 0
    signaal = "signalen/2026-05-18-kwaliteit"
    klaar = ("actie", "afgerond", "bloem", signaal, "--resultaat", "opgelost")
    assert doe(map_, *klaar) == 0
    voor = bestanden(map_)
    assert doe(map_, *klaar) == 0
    assert "stond er al: bloem/opvolging/" in capsys.readouterr().out
    assert doe(map_, "actie", "vervallen", "bloem", signaal, "--reden", "toch niet") == 2
    assert "Dit staat er al anders: bloem/opvolging/" in capsys.readouterr().err
    assert bestanden(map_) == voor
    anders = ("actie", "vervallen", "bloem", signaal, "--reden", "toch niet", "--nogmaals")
    assert doe(map_, *anders) == 0


def test_a_case_that_was_reopened_can_be_closed_again(map_: Path) -> None:
    assert doe(map_, *SLUIT) == 0
    assert (
        doe(
            map_,
            *("escalatie", "heropening", "bloem", "--reden", "Opnieuw", "--besloten-door", "dir"),
            dag="2026-05-19",
        )
        == 0
    )
    assert doe(map_, *SLUIT, dag="2026-05-20") == 0


def test_a_talk_that_was_recorded_is_not_recorded_over(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers that others point at stay; what changes asks for a word of its own."""
    plan = ("gesprek", "gepland", "bloem", "--datum", "2026-05-11", "--naam", "voortgang")
    assert doe(map_, *plan, "--genodigde", "naam=Jan partij=aanbieder") == 0
    actie = "partij=aanbieder wie=Jan wat='Stuurt de lijst' uiterlijk=2026-06-01"
    held = ("gesprek", "gehouden", "bloem", GESPREK, "--aanwezig", "allen", "--ambitie", "ja")
    assert doe(map_, *held, "--actie", actie) == 0
    voor = bestanden(map_)
    capsys.readouterr()
    assert doe(map_, *held, "--actie", actie) == 0
    assert f"stond er al: bloem/gesprekken/{GESPREK}/gesprek.yaml" in capsys.readouterr().out
    nieuw = "partij=aanbieder wie=Jan wat='Belt de gemeente' uiterlijk=2026-06-01"
    assert doe(map_, *held, "--actie", nieuw, "--actie", actie) == 2
    assert "al vastgelegd" in capsys.readouterr().err
    assert bestanden(map_) == voor
    assert doe(map_, *held, "--actie", nieuw, "--actie", actie, "--nogmaals") == 0
    kaart = (map_ / f"bloem/gesprekken/{GESPREK}/gesprek.yaml").read_text()
    assert kaart.index("A-01") < kaart.index("Stuurt de lijst") < kaart.index("A-02")
    assert kaart.index("A-02") < kaart.index("Belt de gemeente")


def test_a_report_is_shared_with_who_is_named_and_settled_once(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "gesprek", "gepland", "bloem", "--datum", "2026-05-11") == 0
    assert doe(map_, "gesprek", "gehouden", "bloem", "--aanwezig", "naam=Jan partij=aanbieder") == 0
    (map_ / f"bloem/gesprekken/{GESPREK}/verslag.md").write_text("# Verslag\n")
    deel = ("gesprek", "gedeeld", "bloem", GESPREK, "--wijze", "e-mail")
    assert doe(map_, *deel) == 2
    assert "--aan (Met wie het verslag is gedeeld)" in capsys.readouterr().err
    assert doe(map_, *deel, "--aan", "Jan") == 0
    assert doe(map_, *deel, "--aan", "Jan") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(map_, *deel, "--aan", "Jan", dag="2026-05-19") == 2, "shared on one day"
    assert "Dit staat er al anders" in capsys.readouterr().err
    (feit,) = (map_ / f"bloem/gesprekken/{GESPREK}").glob("*-gedeeld.yaml")
    feit.write_text(feit.read_text().replace("versie: 1\n", ""))
    assert "versie" not in feit.read_text(), "as who does not count its versions writes it"
    assert doe(map_, *deel, "--aan", "Jan", dag="2026-05-19") == 2
    aan_meer = ("--aan", "Jan", "--aan", "Piet")
    assert doe(map_, *deel, *aan_meer, dag="2026-05-19") == 2, "one version, shared twice"
    assert "geef dan --nogmaals" in capsys.readouterr().err
    assert doe(map_, *deel, *aan_meer, "--nogmaals", dag="2026-05-19") == 0
    vast = ("gesprek", "vastgesteld", "bloem", GESPREK, "--wijze")
    assert doe(map_, *vast[:-1]) == 2
    assert "--wijze" in capsys.readouterr().err
    assert doe(map_, *vast, "geen reactie ontvangen") == 0
    assert doe(map_, *vast, "geen reactie ontvangen") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(map_, *vast, "in gesprek") == 2
    assert "clm correctie bloem" in capsys.readouterr().err
    klaas = ("--aan", "Klaas", "--nogmaals")
    assert doe(map_, *deel, *klaas, dag="2026-05-20") == 0
    assert "vastgesteld" not in capsys.readouterr().out, "it was settled, and that is done once"


def test_what_cannot_be_is_refused_before_what_lacks(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Off a terminal too: who completed it is not told only then that another word was wrong."""
    assert doe(map_, "noteer", "bloem", "gebeld", "--wijze", "fax", "--met", "Jan") == 2
    assert "--wijze: 'fax' staat er niet bij." in capsys.readouterr().err
    assert doe(map_, "signaal", "bloem", "iets", "--soort", "bereik", "--kant", "DOP") == 2
    assert "--soort: 'bereik' staat er niet bij." in capsys.readouterr().err


def test_a_correction_builds_on_the_one_before_or_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *NOTEER, "--richting", "inkomend") == 0
    beter = ("correctie", "bloem", "2026-05-18-telefoon", "--reden")
    assert doe(map_, *beter, "Naam", "--wordt", "met=Piet") == 0
    voor = bestanden(map_)
    assert doe(map_, *beter, "Naam", "--wordt", "met=Piet") == 0
    assert "stond er al: bloem/contacten/2026-05-18-correctie" in capsys.readouterr().out
    assert doe(map_, *beter, "Nooit gebeld", "--vervalt") == 2
    assert "is al verbeterd: bloem/contacten/2026-05-18-correctie" in capsys.readouterr().err
    assert bestanden(map_) == voor
    assert doe(map_, *beter, "Kern", "--wordt", "kern=lang gebeld") == 0
    assert doe(map_, *beter, "Nooit gebeld", "--vervalt", "--nogmaals") == 0
    assert doe(map_, *beter, "Nooit gebeld", "--vervalt") == 0
    assert "stond er al" in capsys.readouterr().out


def test_the_same_correction_counts_again_after_another_one(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *NOTEER, "--richting", "inkomend") == 0
    for keer, naam in enumerate(("Piet", "Kees", "Piet"), 1):
        beter = ("correctie", "bloem", "2026-05-18-telefoon", "--reden", "Naam")
        assert doe(map_, *beter, "--wordt", f"met={naam}") == 0
        assert "stond er al" not in capsys.readouterr().out
        assert len(list((map_ / "bloem/contacten").glob("*correctie*"))) == keer


def test_a_report_is_not_settled_as_unanswered_while_an_answer_lies_there(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A letter that reacts to the report is no silence, also before anybody processed it."""
    assert doe(map_, "gesprek", "gepland", "bloem", "--datum", "2026-05-11") == 0
    assert doe(map_, "gesprek", "gehouden", "bloem", "--aanwezig", "naam=Jan partij=aanbieder") == 0
    (map_ / f"bloem/gesprekken/{GESPREK}/verslag.md").write_text("# Verslag\n")
    deel = ("gesprek", "gedeeld", "bloem", GESPREK, "--wijze", "e-mail", "--aan", "Jan")
    assert doe(map_, *deel) == 0
    hun = "bloem/brieven/2026-05-18-reactie"
    klein_register.schrijf(
        map_,
        {
            f"{hun}/brief.yaml": (
                "richting: inkomend\nsoort: reactie\nonderwerp: op het verslag\n"
                "datum: 2026-05-18\ncontracten: [ambulant]\n"
                f"bij: gesprekken/{GESPREK}/gesprek\n"
            ),
            f"{hun}/2026-05-18-binnengekomen.yaml": (
                "kanaal: e-mail\ndocument: {vindplaats: archief}\n"
            ),
        },
    )
    capsys.readouterr()
    vast = ("gesprek", "vastgesteld", "bloem", GESPREK, "--wijze")
    assert doe(map_, *vast, "geen reactie ontvangen") == 2
    gezegd = capsys.readouterr().err
    assert "Hun reactie op het verslag van 18 mei 2026 is binnengekomen" in gezegd
    assert f"clm gesprek reactie bloem {GESPREK}" in gezegd
    assert doe(map_, "werklijst", "--alles", "--uitgebreid") == 0
    assert f"clm gesprek reactie bloem {GESPREK}" in " ".join(capsys.readouterr().out.split())


def test_a_letter_under_way_is_not_sent_again_by_the_same_channel(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    naam = "2026-05-11-antwoord"
    klein_register.schrijf(map_, {f"bloem/brieven/{naam}/brief.yaml": BRIEF})
    (map_ / f"bloem/brieven/{naam}/brief.md").write_text("Geacht bestuur,\n")
    zend = (
        *("brief", "verzonden", "bloem", naam, "--kanaal", "e-mail", "--aan", "bestuur"),
        *("--document", "brief.md", "--datum"),
    )
    assert doe(map_, *zend, "2026-05-11") == 0
    assert doe(map_, *zend, "2026-05-11") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(map_, *zend, "2026-05-12") == 2
    assert "--nogmaals" in capsys.readouterr().err
    ander = (*zend[:5], "gewone post", *zend[6:])
    assert doe(map_, *ander, "2026-05-12") == 0
    terug = ("brief", "retour", "bloem", naam, "--reden", "adres onbekend", "--datum")
    assert doe(map_, *terug, "2026-05-13", "--bij", "e-mail") == 0
    capsys.readouterr()
    assert doe(map_, *ander, "2026-05-14") == 2, "what came back is the other dispatch"
    assert "Dit staat er al anders: bloem/brieven/" in capsys.readouterr().err
    assert doe(map_, *zend, "2026-05-14") == 0
    bezorgd = ("brief", "bezorgd", "bloem", naam, "--bewijs", "leesbevestiging")
    assert doe(map_, *bezorgd) == 2
    assert "--datum" in capsys.readouterr().err
    assert doe(map_, *bezorgd, "--datum", "2026-05-15", "--bij", "2026-05-14") == 0


def test_their_letter_has_a_day_of_receipt_and_a_channel(
    map_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF hun brief")
    komt = (
        *("brief", "binnengekomen", "bloem", "--onderwerp", "vraag", "--contract", "ambulant"),
        *("--document", str(scan)),
    )
    assert doe(map_, *komt) == 2
    fout = capsys.readouterr().err
    assert "--kanaal (Hoe hij binnenkwam." in fout
    assert "--datum (De dag van ontvangst." in fout
    assert doe(map_, *komt, "--kanaal", "e-mail", "--datum", "2026-05-15") == 0


def test_a_row_of_a_list_stands_there_once(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rij = ("lijst", "leerpunten", "bloem", "--wat", "Eerder bellen", "--fase", "do")
    rij = (*rij, "--bestemming", "delen met het veld")
    voor = set(bestanden(map_))
    assert doe(map_, *rij) == 0
    assert len(set(bestanden(map_)) - voor) == 1
    na = bestanden(map_)
    assert doe(map_, *rij) == 0
    assert "stond er al: bloem/lijsten/leerpunten.yaml" in capsys.readouterr().out
    assert bestanden(map_) == na
    assert doe(map_, "lijst", "leerpunten", "bloem", "--klaar", "L-01") == 0
    assert doe(map_, "lijst", "leerpunten", "bloem", "--klaar", "L-01") == 0
    assert (
        doe(map_, "lijst", "leerpunten", "bloem", "--klaar", "L-01", "--datum", "2026-05-01") == 2
    )
    assert "is al klaar op 18 mei 2026" in capsys.readouterr().err


def test_on_a_terminal_it_is_asked_and_silence_is_no_answer(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = "inkomend\n\n\ndreigend\n\n\n\n\n\n"
    monkeypatch.setattr("sys.stdin", Toetsen(antwoorden))
    assert doe(map_, *NOTEER) == 0
    assert "  1. inkomend\n  2. uitgaand\n> " in capsys.readouterr().err
    voor = bestanden(map_)
    assert doe(map_, *BEZWAAR) == 2
    assert "Dit ontbreekt nog: --ontvangen" in capsys.readouterr().err
    assert bestanden(map_) == voor
    assert doe(map_, *OPENING, TEKORT) == 0
    assert "ernst van " in capsys.readouterr().err


def test_a_choice_is_a_number_and_a_wrong_answer_is_asked_again_at_once(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = "7\n1\nnaar hen\nuit\nJan\n"
    monkeypatch.setattr("sys.stdin", Toetsen(antwoorden))
    assert doe(map_, "noteer", "bloem", "Gebeld.") == 0
    gezegd = capsys.readouterr().err
    assert "  1. telefoon\n  2. e-mail\n" in gezegd
    assert "'7' staat er niet bij; typ het nummer of het woord.\nwijze:" in gezegd
    assert "'naar hen' staat er niet bij" in gezegd
    [feit] = (map_ / "bloem/contacten").glob("*.yaml")
    tekst = feit.read_text(encoding="utf-8")
    assert "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\n" in tekst


@pytest.mark.parametrize("getypt", ["mail", "email", "E mail", "e"])
def test_a_choice_is_known_by_the_beginning_of_any_of_its_words(
    map_: Path, monkeypatch: pytest.MonkeyPatch, getypt: str
) -> None:
    """A hyphen is as easily left out as a capital."""
    monkeypatch.setattr("sys.stdin", Toetsen(f"{getypt}\nuit\nJan\n"))
    assert doe(map_, "noteer", "bloem", "Geschreven.") == 0
    [feit] = (map_ / "bloem/contacten").glob("*.yaml")
    assert "wijze: e-mail\n" in feit.read_text(encoding="utf-8")


def test_a_draft_goes_once_its_fact_is_written_and_a_file_of_the_user_stays(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, *NOTEER) == 2
    (concept,) = (map_ / ".clm/concepten").iterdir()
    eigen = map_.parent / "eigen.yaml"
    eigen.write_bytes(concept.read_bytes())
    verder = ("noteer", "bloem", "--richting", "inkomend", "--bestand")
    assert doe(map_, *verder, str(concept), "--proef") == 0
    assert concept.exists(), "nothing was written yet"
    assert doe(map_, *verder, str(concept)) == 0
    assert not concept.exists()
    assert doe(map_, *verder, str(eigen), dag="2026-05-19") == 0
    assert eigen.exists()


def test_who_somebody_is_is_not_denied_from_a_card_that_was_not_read(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "organisatie.yaml").write_text("naam: [\n")
    assert doe(map_, "werklijst") == 2
    fout = capsys.readouterr().err
    assert "organisatie.yaml is niet gelezen" in fout
    assert "nu: clm controleer" in fout


def test_a_letter_in_a_case_that_is_not_there_says_how_a_case_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    assert doe(tmp_path, "brief", "maak", "bloem", "ingebrekestelling") == 2
    fout = capsys.readouterr().err
    assert "In bloem staat geen escalatie.\n" in fout
    assert "nu: clm escalatie opening bloem" in fout


GEHOUDEN = ("gesprek", "gehouden", "bloem", "--aanwezig", "naam=Jan partij=aanbieder")


@pytest.mark.parametrize(
    "woorden",
    [("gesprek", "gepland", "bloem"), GEHOUDEN, (*NOTEER, "--richting", "inkomend"), SIGNAAL],
)
@pytest.mark.parametrize("dag", ["straks", "2026-02-30", "[1]", "{a: b}"])
def test_a_day_that_cannot_be_is_refused_by_every_door(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...], dag: str
) -> None:
    """As an option, and in a file that a person or a program made."""
    assert doe(map_, "gesprek", "gepland", "bloem", "--datum", "2026-05-11") == 0
    blad = map_.parent / "in.yaml"
    blad.write_text(f"datum: {dag}\n")
    for zo in (("--datum", dag), ("--bestand", str(blad))):
        assert doe(map_, *woorden, *zo) == 2
        assert "datum: '" in capsys.readouterr().err


@pytest.mark.parametrize("rij", ["soort: [a]", "soort: {a: b}", "contracten: [{a: b}, 3]"])
def test_a_talk_from_a_file_with_the_wrong_shape_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str], rij: str
) -> None:
    blad = map_.parent / "in.yaml"
    blad.write_text(f"datum: 2026-05-11\n{rij}\n")
    assert doe(map_, "gesprek", "gepland", "bloem", "--bestand", str(blad)) == 2
    assert f"bloem, {rij.partition(':')[0]}" in capsys.readouterr().err
