"""The shell around the commands: words in, one of five exit codes out, and only plain Dutch."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from typer.core import TyperArgument

from clm_cli import __version__
from clm_cli.cli import omgeving
from clm_cli.cli.hoofd import draai
from clm_cli.cli.nederlands import maak
from clm_cli.cli.omgeving import ALGEMEEN, op_speeldag
from clm_cli.cli.opdrachten import TABEL
from clm_cli.cli.uitvoer import zeg_json
from clm_cli.resources import voorbeeld
from clm_cli.woorden import zichtbaar
from tests import klein_register

VOORBEELD = Path(__file__).parents[2] / "dossiers"

TERMIJN = ["termijn", "4 mei 2026", "10 werkdagen"]
WORTEL = Path(__file__).resolve().parents[2]
ENGELS = re.compile(
    r"(?i)\b(usage|options?|arguments?|commands?|errors?|missing|invalid|values?|try|unexpected|"
    r"extra inputs?|requires?|default|show|exit|the|this|and|with|must|does|not|take|such|aborted|"
    r"valid|choose|from|range|string|integer|text|path|got|bad|possible|did|you|mean|none)\b"
)
"""Words that only occur where typer, click or Python speak for themselves."""


ALLE = {tuple(rij.woorden.split()): maak(rij) for rij in TABEL.values() if rij.doel}
GROEPEN = [tuple(rij.woorden.split()) for rij in TABEL.values() if not rij.doel]
BLADZIJDEN = [(), *GROEPEN, *ALLE]


def _engels(tekst: str) -> list[str]:
    return ENGELS.findall(tekst.replace("--help", ""))


@pytest.fixture(autouse=True)
def buiten_een_register(tmp_path, monkeypatch):
    """Every test starts in an empty folder, with nothing said in the environment."""
    monkeypatch.chdir(tmp_path)
    for naam in ("CLM_VANDAAG", "CLM_DOOR", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(naam, raising=False)


def clm(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Clm as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "clm_cli", *woorden],
        env=os.environ | {"PYTHONPATH": str(WORTEL)} | omgeving,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


# Exit codes


def test_done_is_0(capsys):
    assert draai(TERMIJN) == 0
    assert "donderdag 21 mei 2026" in capsys.readouterr().out


def test_an_impossible_request_is_2_and_says_what_helps(capsys):
    assert draai(["werklijst"]) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert "geen register" in fout
    assert "  nu: clm voorbeeld MAP" in fout


def test_a_bug_is_70_with_a_short_sentence_and_a_traceback_in_a_file(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert draai([None]) == 70
    fout = capsys.readouterr().err
    (verslag,) = tmp_path.glob("clm-fout-*.txt")
    assert "Traceback" in verslag.read_text(encoding="utf-8")
    assert "Traceback" not in fout
    assert str(verslag) in fout


def test_a_bug_is_70_also_where_no_file_can_be_written(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nergens"))
    assert draai([None]) == 70
    assert "Het verslag kon niet worden bewaard" in capsys.readouterr().err


def test_who_stops_after_it_was_written_is_told_what_was(tmp_path, capsys, monkeypatch):
    klein_register.lees(tmp_path)

    class Weg(io.StringIO):
        def write(self, _tekst):
            raise KeyboardInterrupt

    woorden = "noteer bloem gebeld --wijze telefoon --richting inkomend --met An --door mia"
    monkeypatch.setattr(sys, "stdout", Weg())
    assert draai([*woorden.split(), "--vandaag", "2026-05-18", "--map", str(tmp_path)]) == 130
    (feit,) = (tmp_path / "bloem/contacten").glob("*.yaml")
    gezegd = capsys.readouterr().err
    assert f"Afgebroken. Geschreven: bloem/contacten/{feit.name}." in gezegd


def test_interrupted_is_130(capsys):
    class Onderbroken(list):
        def __iter__(self):
            raise KeyboardInterrupt

    assert draai(Onderbroken()) == 130
    assert capsys.readouterr().err == "Afgebroken.\n"


def test_a_reader_that_went_away_is_no_error():
    clm_proces = subprocess.Popen(
        [sys.executable, "-m", "clm_cli", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
    )
    clm_proces.stdout.close()
    with clm_proces.stderr as stderr:
        assert stderr.read() == b""
    assert clm_proces.wait() == 0


def test_output_that_cannot_be_written_is_refused_in_words(tmp_path):
    (tmp_path / "alleen-lezen").touch()
    with (tmp_path / "alleen-lezen").open("rb") as stdout:
        uitkomst = subprocess.run(
            [sys.executable, "-m", "clm_cli", "--help"],
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(WORTEL)},
            check=False,
        )
    assert uitkomst.returncode == 2
    assert uitkomst.stderr.decode() == "De uitvoer kon niet worden geschreven; is de schijf vol?\n"


@pytest.mark.parametrize("dicht", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_no_harm(dicht):
    opdracht = f'"{sys.executable}" -m clm_cli termijn 4 mei 2026 3 dagen {dicht}'
    uitkomst = subprocess.run(
        ["bash", "-c", opdracht],
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
        capture_output=True,
        check=False,
    )
    assert (uitkomst.returncode, uitkomst.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_locale():
    assert "één" in clm("waarom", "--help", LC_ALL="C", PYTHONIOENCODING="ascii").stdout


# Options that every command shares


@pytest.mark.parametrize("plaats", range(4))
def test_shared_options_mean_the_same_before_between_and_after(plaats, capsys):
    assert draai([*TERMIJN, "--json"]) == 0
    verwacht = capsys.readouterr().out
    woorden = [*TERMIJN[:plaats], "--json", "--vandaag=2026-05-18", *TERMIJN[plaats:]]
    assert draai(woorden) == 0
    assert capsys.readouterr().out == verwacht
    assert json.loads(verwacht)["schema"] == "clm.termijn/1"


def test_words_after_two_dashes_are_no_options(capsys):
    assert draai(["toon", "--", "--json"]) == 2
    assert "geen register" in capsys.readouterr().err


@pytest.mark.parametrize("naam", [naam for naam, waarde, _ in ALGEMEEN if waarde])
@pytest.mark.parametrize("rest", [[], [""], ["--json"]])
def test_a_shared_option_without_its_value_is_refused(naam, rest, capsys):
    assert draai([*TERMIJN, naam, *rest]) == 2
    assert (
        capsys.readouterr().err
        == f"Achter {naam} hoort een waarde.\n  nu: clm --help toont de opties\n"
    )


@pytest.mark.parametrize("woord", ["--json=ja", "--help=x", "--hulp="])
def test_a_switch_with_a_value_is_refused(woord, capsys):
    assert draai([*TERMIJN, woord]) == 2
    assert "krijgt geen waarde" in capsys.readouterr().err


def test_another_today_is_announced_but_not_in_the_result(capsys, monkeypatch):
    assert draai(TERMIJN) == 0
    gewoon = capsys.readouterr()
    monkeypatch.setenv("CLM_VANDAAG", "18 mei 2026")
    assert draai(TERMIJN) == 0
    gezet = capsys.readouterr()
    assert gezet.out == gewoon.out
    assert (gewoon.err, gezet.err) == ("", "Let op: clm rekent alsof het maandag 18 mei 2026 is.\n")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--vandaag", "30-02-2026"], "--vandaag: "),
        (["--op", "straks"], "--op: "),
        (["--op", "9999-12-31"], "--op: "),
        (["--bekend", "2026-05-13T25:00"], "'2026-05-13T25:00' is geen moment"),
        (["--bekend", "2026-13-01"], "--bekend: "),
    ],
)
def test_a_date_that_is_none_is_refused_and_names_its_option(woorden, zin, capsys):
    assert draai([*TERMIJN, *woorden]) == 2
    assert capsys.readouterr().err.startswith(zin)


@pytest.mark.parametrize("woord", ["gisteren", "17 mei", "17-05-2026"])
@pytest.mark.parametrize("optie", ["--op", "--bekend"])
def test_a_day_in_a_shared_option_is_read_as_it_is_said_on_the_day_of_the_register(optie, woord):
    om = omgeving.omgeving({"--vandaag": "2026-05-18", optie: woord})
    dag = om.op or (om.bekend and om.bekend.date())
    assert (dag, om.revisie) == (date(2026, 5, 17), None)


@pytest.mark.parametrize("optie", ["--op", "--bekend"])
def test_a_word_for_a_day_goes_by_the_day_on_which_an_invented_register_plays(optie):
    om = op_speeldag(omgeving.omgeving({optie: "gisteren"}), "2026-05-18")
    assert (om.op or (om.bekend and om.bekend.date())) == date(2026, 5, 17)


@pytest.mark.parametrize("tak", ["g", "m", "main", "gister", "HEAD~1"])
def test_a_branch_is_no_day(tak):
    assert omgeving.omgeving({"--bekend": tak}).revisie == tak


def test_a_wrong_date_in_the_environment_names_the_variable(capsys, monkeypatch):
    monkeypatch.setenv("CLM_VANDAAG", "morgen")
    assert draai(TERMIJN) == 2
    assert capsys.readouterr().err.startswith("CLM_VANDAAG: 'morgen'")


# The first word


def test_without_a_command_it_is_the_werklijst(capsys):
    draai(["werklijst"])
    verwacht = capsys.readouterr()
    draai([])
    assert capsys.readouterr() == verwacht


@pytest.mark.parametrize(
    ("woord", "bedoeld"), [("werklist", "werklijst"), ("termyn", "termijn"), ("Regimes", "regime")]
)
def test_a_typing_error_gets_the_nearest_command(woord, bedoeld, capsys):
    assert draai([woord]) == 2
    assert (
        capsys.readouterr().err == f"'{woord}' is geen opdracht.\n  nu: bedoelt u clm {bedoeld}?\n"
    )


def test_a_dossier_as_first_word_gets_the_command_that_shows_it(tmp_path, capsys):
    (tmp_path / "de-klaproos").mkdir()
    (tmp_path / "de-klaproos" / "aanbieder.yaml").touch()
    (tmp_path / "organisatie.yaml").touch()
    assert draai(["klaproos"]) == 2
    assert (
        capsys.readouterr().err
        == "'klaproos' is een dossier, geen opdracht.\n  nu: bedoelt u clm toon de-klaproos?\n"
    )


def test_a_group_asks_for_its_next_word(capsys):
    assert draai(["regime"]) == 2
    assert capsys.readouterr().err.startswith(
        "Achter clm regime hoort nog een woord: lijst, toon, woorden, nieuw, dekking, proef, "
        "lezing of controleer."
    )
    assert draai(["regime", "tonn"]) == 2
    assert capsys.readouterr().err.endswith("nu: bedoelt u clm regime toon?\n")


# Dutch, everywhere


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=" ".join)
def test_every_help_page_is_dutch_and_lists_the_shared_options(pad, capsys):
    assert draai([*pad, "--help"]) == 0
    bladzijde = capsys.readouterr().out
    assert draai(["--hulp", *pad]) == 0
    assert capsys.readouterr().out == bladzijde
    assert bladzijde.startswith(f"Gebruik: {' '.join(['clm', *pad])} ")
    assert "\nAlgemene opties:\n" in bladzijde
    assert _engels(bladzijde) == []


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=" ".join)
@pytest.mark.parametrize("kolommen", [60, 80, 100])
def test_every_help_page_fits(pad, kolommen, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(kolommen))
    draai([*pad, "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= kolommen


def test_every_word_of_every_command_is_explained():
    zonder = [
        (pad, p.name) for pad, opdracht in ALLE.items() for p in opdracht.params if not p.help
    ]
    assert zonder == []


def test_no_word_of_a_value_shows_a_name_of_the_code():
    """`--datum DATUM_`: the mark by which a parameter is no module is none of a reader's."""
    namen = {
        (pad, p.name): p.metavar or p.name.upper()
        for pad, opdracht in ALLE.items()
        for p in opdracht.params
        if not getattr(p, "is_flag", False) and not getattr(p.type, "choices", None)
    }
    assert {waar: naam for waar, naam in namen.items() if naam.endswith("_")} == {}


def _verkeerd() -> Iterator[tuple[str, list[str]]]:
    """For every command: each way in which its words can be wrong."""
    for pad, opdracht in ALLE.items():
        woorden = [p for p in opdracht.params if isinstance(p, TyperArgument)]
        nodig = ["1" for p in woorden if p.required]
        yield "onbekende optie", [*pad, *nodig, "--onbekend"]
        yield "onbekende korte optie", [*pad, *nodig, "-q"]
        if nodig:
            yield "niets", [*pad]
        if all(p.nargs == 1 for p in woorden):
            yield "te veel", [*pad, *("1" for _ in woorden), "nog", "meer"]
        for p in opdracht.params:
            naam = p.opts[-1]
            is_optie = not isinstance(p, TyperArgument)
            if is_optie and p.is_flag:
                yield "vlag met waarde", [*pad, *nodig, f"{naam}=ja"]
            elif is_optie:
                yield "optie zonder waarde", [*pad, *nodig, naam]
            if p.type.name in {"int", "int range"}:
                yield "geen getal", [*pad, naam, "veel"] if is_optie else [*pad, "veel"]


@pytest.mark.parametrize(("soort", "woorden"), [*_verkeerd()])
def test_every_usage_error_is_dutch_and_says_what_helps(soort, woorden, capsys):
    assert draai(woorden) == 2, soort
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert _engels(fout) == []
    zin, nu = fout.splitlines()
    assert zin.endswith(".")
    assert nu.startswith("  nu: ")


def test_a_misspelt_option_gets_the_nearest(capsys):
    assert draai(["werklijst", "--gemente", "x"]) == 2
    assert (
        capsys.readouterr().err
        == "De optie --gemente bestaat hier niet.\n  nu: bedoelt u --gemeente?\n"
    )


@pytest.mark.parametrize(
    ("woorden", "getypt"),
    [
        (["werklijst", "--bekende"], "--bekende"),
        (["waarom", "1", "--vandag"], "--vandag"),
        (["brief", "--opp"], "--opp"),
        (["meting", "x", "--jaa", "y"], "--jaa"),
        (["regime", "lijst", "--onbekend"], "--onbekend"),
    ],
)
def test_no_typing_error_is_answered_with_another_day_or_without_a_question(
    woorden, getypt, capsys
):
    assert draai(woorden) == 2
    zin, nu = capsys.readouterr().err.splitlines()
    assert zin == f"De optie {getypt} bestaat hier niet."
    assert not re.search("--(vandaag|op|bekend|ja)\\b", nu)


def test_the_version_is_one_line(capsys):
    assert draai(["--versie"]) == 0
    assert capsys.readouterr() == (f"clm {__version__}\n", "")


_GEWOON = {**os.environ, "PYTHONPATH": str(WORTEL), "PYTHONUNBUFFERED": ""}
"""Where Python keeps what is printed until there is enough of it, as it does for anybody."""
_EINDE = """
import atexit, sys
from clm_cli.cli.hoofd import main
class Ding:
    def __del__(self): print("uit elkaar gehaald")
ding = Ding()
atexit.register(print, "opgeruimd")
sys.argv = ["clm", *sys.argv[1:]]
main()
"""


def test_the_end_tidies_up_and_takes_nothing_apart():
    for woorden, code in ((["--versie"], 0), (["bestaatniet"], 2)):
        proces = subprocess.run(
            [sys.executable, "-c", _EINDE, *woorden],
            env=_GEWOON,
            capture_output=True,
            text=True,
            check=False,
        )
        regels = [f"clm {__version__}", "opgeruimd"] if code == 0 else ["opgeruimd"]
        assert (proces.returncode, proces.stdout.splitlines()) == (code, regels)


@pytest.mark.parametrize(
    ("woorden", "stroom", "code", "gezegd"),
    [
        ("--versie", "stdout", 2, "De uitvoer kon niet worden geschreven; is de schijf vol?\n"),
        ("bestaatniet", "stderr", 2, ""),
    ],
)
def test_on_a_full_disk_the_exit_code_tells_it(woorden, stroom, code, gezegd):
    """Also where what could not be said is still to be flushed when clm ends."""
    with Path("/dev/full").open("w", encoding="utf-8") as vol:
        stromen = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stroom: vol}
        opdracht = [sys.executable, "-m", "clm_cli", woorden]
        proces = subprocess.run(opdracht, **stromen, env=_GEWOON, text=True, check=False)
    assert (proces.returncode, (proces.stdout or "") + (proces.stderr or "")) == (code, gezegd)


def test_who_reads_no_further_gets_no_complaint():
    proces = subprocess.Popen(
        [sys.executable, "-m", "clm_cli", "uitleg", "DOS201"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_GEWOON,
    )
    proces.stdout.close()
    assert (proces.wait(), proces.stderr.read()) == (0, b"")
    proces.stderr.close()


def test_every_command_of_the_table_has_its_group_before_it():
    woorden = [rij.woorden for rij in TABEL.values()]
    for naam in woorden:
        groep, _, _ = naam.rpartition(" ")
        assert not groep or (TABEL[groep].doel == "" and woorden.index(groep) < woorden.index(naam))


def test_a_number_out_of_range_says_the_range(capsys):
    assert draai(["werklijst", "--dagen", "99999999999"]) == 2
    assert capsys.readouterr().err.startswith(
        "Bij --dagen hoort een geheel getal van 0 tot en met "
    )


# What is printed


def test_no_colour_is_ever_needed():
    gewoon = clm("--help")
    assert "\x1b" not in gewoon.stdout
    for milieu in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true"}):
        assert clm("--help", **milieu).stdout == gewoon.stdout


@pytest.mark.parametrize(
    "woorden",
    [
        [""],
        ["\x1b[31mrood\x1b[0m"],
        ["\u202egnidrow"],
        ["\udcff"],
        ["\x00"],
        ["a" * 100_000],
        ["toon", "\x1b]0;titel\x07"],
        ["--map", "x" * 5000],
        ["--map", "\x00"],
        ["--map=\udcff", "werklijst"],
        ["--vandaag", "２０２６-05-18"],
        ["--vandaag", "0" * 5000],
        ["--op", "2026-05-18\n"],
        ["waarom", "9" * 5000],
        ["uitleg", "\u2066DOS204"],
        ["uitleg", "../../DOS204"],
        ["regime", "toon", "../../../geheim"],
        ["termijn", "4 mei 2026", "1e3 dagen"],
        ["termijn", "4 mei 2026", "-1 dagen"],
        ["termijn", "4 mei 2026", f"{'9' * 5000} dagen"],
        ["termijn", "31 december 2100", "10 werkdagen"],
        ["termijn", "0", "0", "0", "0"],
        ["termijn", "4 mei 2026", "10 werkdagen", "--kalender", "\x1b[2J"],
        ["termijn", "4 mei 2026", "10 werkdagen", "--rol", "\u202e"],
    ],
    ids=repr,
)
def test_hostile_words_are_answered_and_cannot_steer_the_terminal(woorden, capsys):
    assert draai(woorden) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert fout
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", fout
    )


def test_control_and_direction_characters_are_made_visible():
    assert zichtbaar("a\x1b[2J\u202eb\tc\n") == "a<U+001B>[2J<U+202E>b\tc\n"


def test_json_keeps_every_character_and_every_digit(capsys):
    zeg_json(
        "proef",
        {"dag": date(2026, 5, 4), "bedrag": Decimal("48250.00"), "naam": "é\u202e\x9b"},
        versie=2,
    )
    uit = capsys.readouterr().out
    assert "\u202e" not in uit
    assert json.loads(uit) == {
        "schema": "clm.proef/2",
        "gegevens": {"dag": "2026-05-04", "bedrag": "48250.00", "naam": "é\u202e\x9b"},
    }


def test_json_refuses_what_has_no_form():
    with pytest.raises(TypeError, match="set has no form in JSON"):
        zeg_json("proef", {1, 2})


# A quick start


@pytest.mark.parametrize(
    "woorden", [TERMIJN, ["--help"], ["termijn", "--help"], ["escalatie", "--help"]], ids=" ".join
)
def test_a_start_loads_nothing_heavy(woorden):
    zwaar = {
        "pydantic",
        "rich",
        "holidays",
        "ruamel",
        "jinja2",
        "markdown_it",
        "numpy",
        "asyncio",
        "zoneinfo",
        "importlib.metadata",
    }
    proces = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                f"import sys; from clm_cli.cli.hoofd import draai; draai({woorden!r}); "
                "print(*sys.modules, file=sys.stderr)"
            ),
        ],
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
        capture_output=True,
        text=True,
        check=True,
    )
    geladen = proces.stderr.split()
    assert "clm_cli.cli.hoofd" in geladen
    assert zwaar & {*geladen, *(naam.partition(".")[0] for naam in geladen)} == set()


def test_no_package_is_looked_for_that_watches_what_is_read():
    """Looking for one loads how packages are described and how mail is read, for nothing."""
    proces = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "clm_cli", "--map", VOORBEELD, "werklijst"],
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
        capture_output=True,
        text=True,
        check=True,
    )
    geladen = {regel.rpartition("|")[2].strip() for regel in proces.stderr.splitlines()}
    assert {"pydantic", "pydantic.plugin._schema_validator"} <= geladen
    assert not {naam for naam in geladen if naam.startswith(("importlib.metadata", "email"))}


# A list is narrowed down only by what the register knows


@pytest.fixture
def register(tmp_path):
    (tmp_path / "organisatie.yaml").write_text(
        (
            "naam: Proef\nregio: Proef\nadres: {straat: Postbus 1, postcode: 1000 AA, plaats: "
            "Proefstad}\ngemeenten: [{id: proefstad, naam: Proefstad}]\nkalender: [{vanaf: "
            "2026-01-01, kalender: atw}]\npersonen: [{id: an, naam: An de Vries, functie: "
            "contractmanager, rol: contractmanager}]\n"
        ),
        encoding="utf-8",
    )


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (
            ["--gemeente", "proefstat"],
            "Het register kent 'proefstat' niet als gemeente.\n  nu: bedoelt u proefstad?\n",
        ),
        (["--manager", "jan"], "Het register kent 'jan' niet als persoon.\n  nu: bedoelt u an?\n"),
        (
            ["--zorgvorm", "x"],
            (
                "Het register kent 'x' niet als zorgvorm.\n  nu: kies uit (het register kent er "
                "geen)\n"
            ),
        ),
        (
            ["--perceel", "P9"],
            (
                "Het register kent 'P9' niet als perceel.\n  nu: kies uit (het register kent er "
                "geen)\n"
            ),
        ),
        (["--kant", "x"], "Het register kent 'X' niet als kant.\n  nu: kies uit AOC, DOP\n"),
        (
            ["--niveau", "hoog"],
            (
                "Het register kent 'hoog' niet als niveau.\n  nu: kies uit operationeel, "
                "strategisch, tactisch\n"
            ),
        ),
    ],
    ids=str,
)
def test_a_filter_that_the_register_does_not_know_is_refused(woorden, fout, capsys):
    assert draai(["werklijst", *woorden]) == 2
    assert capsys.readouterr() == ("", fout)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "woorden",
    [
        [],
        ["--gemeente", "proefstad"],
        ["--manager", "an"],
        ["--kant", "dop"],
        ["--niveau", "tactisch"],
    ],
    ids=str,
)
def test_a_filter_that_it_knows_is_followed(woorden, capsys):
    assert draai(["--vandaag", "2026-05-18", "werklijst", *woorden]) == 0
    assert capsys.readouterr().out.startswith("WERKLIJST  maandag 18 mei 2026")


def test_why_a_file_cannot_be_read_is_said_in_dutch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No file, a folder, a path through a file: none of them in the words of the system."""
    (tmp_path / "organisatie.yaml").write_text("x: 1\n")
    los = tmp_path / "los.txt"
    los.write_text("x")
    for pad, woorden in (
        (tmp_path / "weg.docx", "het is er niet"),
        (tmp_path, "het is een map"),
        (los / "x.docx", "in het pad staat een bestand waar een map hoort"),
    ):
        assert draai(["--map", str(tmp_path), "brief", "controleer", str(pad)]) == 2
        assert f"is niet te lezen: {woorden}." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "tekst", "nu"),
    [
        (["toon", "nergens"], "Er is geen dossier 'nergens'.", "clm overzicht toont ze"),
        (["werklijst", "--gemente", "x"], "--gemente", "--gemeente"),
    ],
)
def test_a_refusal_under_json_is_json_too(capsys, woorden, tekst, nu):
    """For a program: the exit code, what is wrong and what helps; the sentence stays on stderr."""
    assert draai(["--map", str(VOORBEELD), *woorden, "--json"]) == 2
    uit = capsys.readouterr()
    boom = json.loads(uit.out)
    assert boom["schema"] == "clm.fout/1"
    assert boom["gegevens"]["uitkomst"] == 2
    assert tekst in boom["gegevens"]["tekst"]
    assert nu in boom["gegevens"]["nu"]
    assert tekst in uit.err


def test_a_refusal_under_json_names_each_melding_with_its_place(capsys, tmp_path):
    kapot = tmp_path / "kapot.yaml"
    kapot.write_text("tekst: 'open\n", encoding="utf-8")
    woorden = ["noteer", "waterlelie", "--bestand", str(kapot), "--door", "joost-bakker"]
    assert draai(["--map", str(VOORBEELD), *woorden, "--json", "--proef"]) == 2
    (melding,) = json.loads(capsys.readouterr().out)["gegevens"]["meldingen"]
    assert re.fullmatch(r"YML\d{3}", melding["code"])
    assert melding["plek"] == {"bestand": str(kapot), "regel": 1, "kolom": 8}
    assert melding["nu"]


def test_help_has_a_short_name(capsys):
    assert draai(["werklijst", "-h"]) == 0
    kort = capsys.readouterr().out
    assert draai(["werklijst", "--help"]) == 0
    assert capsys.readouterr().out == kort


def test_an_invented_register_carries_its_own_day(tmp_path, capsys) -> None:
    """Whatever day it is, nobody finds it months late; a day that was set goes before."""
    map_ = tmp_path / "r"
    assert draai(["voorbeeld", str(map_)]) == 0
    assert f"nu: clm --map {map_} werklijst" in capsys.readouterr().out
    assert draai(["--map", str(map_)]) == 0
    uit = capsys.readouterr()
    assert uit.err == (
        "Dit verzonnen voorbeeld speelt op maandag 18 mei 2026; --vandaag kiest een andere dag.\n"
    )
    assert "WERKLIJST  maandag 18 mei 2026" in uit.out
    assert "9 te laat, waarvan 4 bij ons" in uit.out
    assert draai(["--map", str(map_), "--vandaag", "2026-06-01"]) == 0
    assert "WERKLIJST  maandag 1 juni 2026" in capsys.readouterr().out
    kaart = map_ / "organisatie.yaml"
    kaart.write_text(kaart.read_text("utf-8").replace("fictief: ja", "fictief: nee"), "utf-8")
    assert draai(["--map", str(map_), "termijn", "4", "mei", "2026", "1", "week"]) == 0
    assert capsys.readouterr().err == ""


def test_a_new_register_says_its_first_three_steps(tmp_path, capsys) -> None:
    map_ = tmp_path / "r"
    assert draai(["init", str(map_)]) == 0
    assert f"nu: vul {map_}/organisatie.yaml in; clm --map {map_} noemt" in capsys.readouterr().out
    assert draai(["--map", str(map_)]) == 0
    uit = capsys.readouterr().out
    assert "ZO BEGINT U" in uit
    assert "1. Vul organisatie.yaml in" in uit
    assert "2. Leg de overeenkomst vast: clm overeenkomst nieuw NAAM;" in uit
    assert "3. Maak de dossiers: clm nieuw --uit BESTAND met een werkblad" in uit
    assert "niets te doen" not in uit
    kaart = map_ / "organisatie.yaml"
    tekst = kaart.read_text("utf-8")
    for leeg in ("Naam van uw organisatie", "Naam van uw regio", "Gemeente Een", "Uw Naam"):
        tekst = tekst.replace(leeg, "Echt")
    kaart.write_text(tekst, "utf-8")
    assert draai(["--map", str(map_)]) == 0
    assert "1. Vul organisatie.yaml in" in capsys.readouterr().out, (
        "a place and an address are left"
    )
    for leeg in ("Straat van uw organisatie", "Plaats van uw organisatie"):
        tekst = tekst.replace(leeg, "Echt")
    tekst = tekst.replace("postcode: 1000 SD", "postcode: 8232 SS")
    tekst = tekst.replace("uw.naam@organisatie.example", "mia@echt.example")
    kaart.write_text(tekst, "utf-8")
    assert draai(["--map", str(map_)]) == 0
    assert "1. (gedaan) Vul organisatie.yaml in" in capsys.readouterr().out


def test_a_check_looks_at_the_dossiers_that_are_asked_for(capsys) -> None:
    """As every other overview: by municipality, care form, lot or who manages."""
    vast = ("--map", str(voorbeeld()), "--vandaag", "2026-05-18", "--json")

    def mappen(*woorden: str) -> set[str]:
        draai(["controleer", *woorden, *vast])
        meldingen = json.loads(capsys.readouterr().out)["gegevens"]
        return {m["plek"]["bestand"].partition("/")[0] for m in meldingen if m["plek"]}

    alle, van_haar = mappen(), {"de-klaproos", "oude-linde", "waterlelie"}
    assert alle - van_haar
    assert mappen("--manager", "marieke-hoekstra") == alle & van_haar


def test_no_command_has_an_option_that_every_command_has_for_something_else() -> None:
    gemeen = {naam for naam, _, _ in ALGEMEEN} - {"--help"}
    eigen = {(naam, optie) for naam, c in ALLE.items() for p in c.params for optie in p.opts}
    assert {rij for rij in eigen if rij[1] in gemeen} == set()


@pytest.mark.parametrize("dag", ["2026-01-15 12:00:31", "2026-07-15 12:00:31"])
def test_a_fact_is_recorded_at_the_second_by_the_clock_of_amsterdam(
    monkeypatch: pytest.MonkeyPatch, dag: str
) -> None:
    class Klok(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(f"{dag}.987654+00:00").astimezone(tz)

    monkeypatch.setattr(omgeving, "datetime", Klok)
    uur = {"2026-01": "13:00:31+01:00", "2026-07": "14:00:31+02:00"}[dag[:7]]
    assert omgeving.nu().isoformat() == f"{dag[:10]}T{uur}"
