"""Slips of a user at the door: each ends in a Dutch sentence, never in a bug, and nothing is lost.

An editor that takes its file away, no input at all, a link that leads to itself, a damaged PDF,
words without quotes; and a question that shows an example which cannot be right.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.dingen import welk
from tests import klein_register
from tests.ladder.zaakbouw import Bouw


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A register with one dossier and one case."""
    klein_register.lees(tmp_path, Bouw("m1@02-03", "J").bestanden)
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


@pytest.mark.skipif(sys.platform == "win32", reason="the editor is a shell script")
def test_an_editor_that_takes_its_file_away(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = map_ / "weg.sh"
    script.write_text('#!/bin/sh\nrm "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    assert doe(map_, "noteer", "bloem", "--editor") == 2
    assert "het is er niet; er is niets geschreven" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the input is closed by a shell")
@pytest.mark.parametrize("hoe", ["", "--bestand -"])
def test_no_input_at_all(map_: Path, hoe: str) -> None:
    opdracht = (
        f'exec "{sys.executable}" -m clm_cli noteer bloem {hoe} --map "{map_}" --door mia <&-'
    )
    uit = subprocess.run(["/bin/sh", "-c", opdracht], capture_output=True, text=True, check=False)
    assert uit.returncode == 2
    assert "Er ging iets mis" not in uit.stderr


@pytest.mark.parametrize("naam", ["zelf", "bloem/contacten/2026-05-04-telefoon.yaml"])
def test_a_link_to_itself(map_: Path, naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / naam).parent.mkdir(exist_ok=True)
    try:
        (map_ / naam).symlink_to(Path(naam).name)
    except OSError:
        pytest.skip("no links here")
    doe(map_, "controleer")
    uit = capsys.readouterr().out
    assert ("YML001" in uit) is naam.endswith(".yaml")


def test_a_damaged_pdf(map_: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (map_ / "stuk.pdf").write_bytes(b"%PDF-1.4 niets")
    assert doe(map_, "brief", "controleer", str(map_ / "stuk.pdf")) == 2
    assert "EOF" not in capfd.readouterr().err


def test_words_without_quotes(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gezegd = ("--wijze", "telefoon", "--richting", "inkomend", "--met", "Jan")
    belofte = ("--toezegging", "partij=aanbieder wat=Stuurt het wie=Jan")
    assert doe(map_, "noteer", "bloem", "iets", *gezegd, *belofte) == 2
    uit = capsys.readouterr().err
    assert "'het' is niet te plaatsen" in uit
    assert "tussen aanhalingstekens" in uit


def test_the_name_of_a_dossier_is_no_example_of_a_person(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "escalatie", "sluiting", "bloem") == 2
    uit = capsys.readouterr().err
    assert "--besloten-door (Wie het besloot. Kies uit: dir, mia)" in uit, "who may end what runs"
    assert "de-klaproos" not in uit


def test_which_talk_and_which_letter() -> None:
    assert [welk(ding) for ding in ("gesprek", "contract", "brief", "escalatie")] == [
        *("welk gesprek", "welk contract"),
        *("welke brief", "welke escalatie"),
    ]


@pytest.mark.parametrize(
    "woorden",
    [
        ("vervallen", "--reden", "Ziek."),
        ("verzet", "--naar", "2026-06-01", "--verzoek-van", "aanbieder", "--reden", "Ziek."),
    ],
    ids=lambda woorden: woorden[0],
)
def test_a_talk_that_was_held_is_not_moved_and_does_not_fall_through(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...]
) -> None:
    pad = map_ / "bloem" / "gesprekken" / "2026-05-04-voortgang" / "gesprek.yaml"
    pad.parent.mkdir(parents=True)
    gepland = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\n"
    pad.write_text(
        f"{gepland}gehouden:\n  datum: 2026-05-04\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n",
        encoding="utf-8",
    )
    opdracht = ("gesprek", woorden[0], "bloem", "2026-05-04-voortgang", *woorden[1:])
    assert doe(map_, *opdracht) == 2
    assert "Dit gesprek is gehouden op 4 mei 2026" in capsys.readouterr().err
    assert [p.name for p in pad.parent.iterdir()] == ["gesprek.yaml"]
    pad.write_text(gepland, encoding="utf-8")
    assert doe(map_, *opdracht) == 0
    assert len(list(pad.parent.iterdir())) == 2


def test_a_report_says_of_decisions_only_what_was_recorded(map_: Path) -> None:
    """J27: not recorded and nothing decided are two things."""
    gesprek = map_ / "bloem" / "gesprekken" / "2026-05-04-voortgang"
    gesprek.mkdir(parents=True)
    (gesprek / "gesprek.yaml").write_text(
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
        "  datum: 2026-05-04\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n",
        encoding="utf-8",
    )
    assert doe(map_, "verslag", "bloem", gesprek.name, "--vorm", "md") == 0
    verslag = (gesprek / "verslag.md").read_text(encoding="utf-8")
    assert "Er zijn geen besluiten vastgelegd." in verslag
    assert "besluiten genomen" not in verslag


def test_nothing_decided_not_recorded_and_not_discussed_are_three_things(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J27, J24: the report says of each which of the three it is."""
    gesprek = map_ / "bloem" / "gesprekken" / "2026-05-04-voortgang"
    gesprek.mkdir(parents=True)
    (gesprek / "gesprek.yaml").write_text(
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
        "  datum: 2026-05-04\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n"
        "  geen: [besluiten]\n"
        "  themas:\n"
        "    - {thema: ontwikkelingen-in-cijfers, behandeld: ja}\n"
        "    - {thema: financiele-voortgang, behandeld: nee}\n"
        "    - {thema: beleidscontext, behandeld: nee, reden: geen tijd}\n",
        encoding="utf-8",
    )
    assert doe(map_, "verslag", "bloem", gesprek.name, "--vorm", "md") == 0
    verslag = (gesprek / "verslag.md").read_text(encoding="utf-8")
    assert "In dit gesprek is niets besloten." in verslag
    assert "Er zijn geen acties vastgelegd." in verslag
    delen = {d.partition("\n")[0]: d for d in verslag.split("### ")}
    zinnen = {kop[4:]: " ".join(deel.split("\n\n")[1:2]) for kop, deel in delen.items()}
    assert zinnen["Ontwikkelingen in cijfers"] == "Besproken; bevindingen zijn niet vastgelegd."
    assert zinnen["Financiële voortgang"] == "Niet besproken: de reden is niet vastgelegd."
    assert zinnen["Beleidscontext"] == "Niet besproken: geen tijd."
    assert zinnen["Kwaliteit en risico's"] == "Of dit is besproken, is niet vastgelegd."
    assert doe(map_, "tijdlijn", "bloem") == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "Regulier gesprek, 1 aanwezige, geen besluiten" in uit
    assert "geen acties" not in uit


def test_the_record_does_not_say_both_that_there_are_decisions_and_that_there_are_none(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gesprek = map_ / "bloem" / "gesprekken" / "2026-05-04-voortgang"
    gesprek.mkdir(parents=True)
    (gesprek / "gesprek.yaml").write_text(
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
        "  datum: 2026-05-04\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n"
        "  geen: [besluiten]\n"
        "  besluiten: [{id: B-1, besluit: Dit}]\n",
        encoding="utf-8",
    )
    assert doe(map_, "controleer", "bloem") == 1
    assert "er zijn besluiten vastgelegd; laat dat bij 'geen' weg" in capsys.readouterr().out


GEDEELD = """
datum: {dag}
vastgelegd: {dag}T12:00:00+00:00
door: mia
aan: [An]
wijze: e-mail
verslag: {{vindplaats: zaaksysteem}}
kaart_sha256: "0000000000000000000000000000000000000000000000000000000000000000"
"""
REACTIE = """
datum: {dag}
vastgelegd: {dag}T12:00:00+00:00
door: mia
bij: {bij}
van: An Bieder
ontvangen: {dag}
punten: [{{id: P1, onderdeel: acties, opmerking: Anders}}]
"""


@pytest.mark.parametrize(
    ("gesprek", "gedeeld", "tot", "reactie", "reactie_tot"),
    [
        # two weeks after 13 April end on King's day: what we owe is due on the working day before
        ("2026-04-13", "2026-04-24", "", "2026-05-01", ""),
        ("2026-04-13", "2026-04-27", "24 april 2026", "2026-05-04", ""),
        ("2026-04-13", "2026-04-28", "24 april 2026", "2026-05-07", "6 mei 2026"),
        ("2026-04-07", "2026-04-21", "", "2026-04-28", ""),
        ("2026-04-07", "2026-04-22", "21 april 2026", "2026-04-30", "29 april 2026"),
    ],
)
def test_lateness_of_a_report_and_of_a_reaction_is_said_wherever_they_stand(
    map_: Path,
    capsys: pytest.CaptureFixture[str],
    gesprek: str,
    gedeeld: str,
    tot: str,
    reactie: str,
    reactie_tot: str,
) -> None:
    """J28, J29: on the page, in the story and in the report; on the last day nothing is late."""
    plek = map_ / "bloem" / "gesprekken" / f"{gesprek}-voortgang"
    plek.mkdir(parents=True)
    (plek / "gesprek.yaml").write_text(
        f"contracten: [ambulant]\nsoort: regulier\ndatum: {gesprek}\ngehouden:\n"
        f"  datum: {gesprek}\n"
        "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n",
        encoding="utf-8",
    )
    (plek / f"{gedeeld}-gedeeld.yaml").write_text(GEDEELD.format(dag=gedeeld), encoding="utf-8")
    (plek / f"{reactie}-reactie.yaml").write_text(
        REACTIE.format(dag=reactie, bij=f"{gedeeld}-gedeeld"), encoding="utf-8"
    )
    zin = "[te laat: de laatste dag was"
    dagen = [dag for dag in (tot, reactie_tot) if dag]
    for woord in ("toon", "tijdlijn"):
        assert doe(map_, woord, "bloem") == 0
        uit = " ".join(capsys.readouterr().out.split())
        assert uit.count(zin) == len(dagen)
        assert all(f"{zin} {dag}]" in uit for dag in dagen)
    assert doe(map_, "verslag", "bloem", plek.name, "--vorm", "md", "--ja") == 0
    verslag = next(map_.rglob("verslag*.md")).read_text(encoding="utf-8")
    assert ("; te laat gedeeld" in verslag) == bool(tot)
    assert (", te laat |" in verslag.replace("<br>", " ")) == bool(reactie_tot)


def test_a_plan_is_about_contracts(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klein_register.schrijf(
        map_, {"roos/aanbieder.yaml": klein_register.BASIS["bloem/aanbieder.yaml"]}
    )
    assert doe(map_, "plan", "roos") == 2
    uit = capsys.readouterr().err
    assert "roos heeft nog geen contract; een plan gaat over contracten." in uit
    assert "nu: clm contract nieuw roos CONTRACT" in uit


def test_a_contract_is_known_by_its_number(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wijziging = ("--wat", "Tarief", "--ingaat", "2027-01-01", "--proef")
    assert doe(map_, "contract", "wijziging", "bloem", "A-1", *wijziging) == 0
    assert "+++ bloem/contracten/ambulant/" in capsys.readouterr().out


def test_a_template_of_an_older_editor_is_named_with_its_line(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "plan", "bloem", "--vastleggen") == 0
    capsys.readouterr()
    sjabloon = map_ / "sjablonen" / "plan.md"
    sjabloon.parent.mkdir()
    sjabloon.write_bytes("# Plan\n\nEén {{ aanbieder }}\n".encode("cp1252"))
    assert doe(map_, "plan", "bloem", "--vorm", "md") == 2
    uit = capsys.readouterr().err
    assert "plan.md:3: dit teken is niet als UTF-8 opgeslagen" in uit
    assert doe(map_, "sjabloon", "controleer") != 0
    gezegd = capsys.readouterr()
    assert "sjablonen/plan.md:3" in gezegd.out + gezegd.err


def test_the_letter_of_a_measure_is_found_by_the_name_of_the_measure(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "brief", "maak", "bloem", "intensivering") == 2
    assert "nu: bedoelt u verzoek-verklaring?" in capsys.readouterr().err


def test_a_second_draft_of_one_letter_is_not_made_unseen(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maak = ("brief", "maak", "bloem", "verzoek-verklaring", "--concept", "--vorm", "md")
    assert doe(map_, *maak) == 0
    assert doe(map_, *maak) == 2
    uit = capsys.readouterr().err
    assert "Deze brief ligt er al, nog niet verzonden: 2026-05-18-verzoek-verklaring." in uit
    opnieuw = (*maak[:3], "2026-05-18-verzoek-verklaring", *maak[4:])
    assert f"nu: clm {' '.join(opnieuw[:4])} maakt hem opnieuw" in uit
    assert doe(map_, *opnieuw) == 0
    assert [p.name for p in (map_ / "bloem/brieven").iterdir()] == [opnieuw[3]]


def test_what_is_to_be_done_after_the_end_has_its_own_mark_also_in_a_draft_made_once_more(
    map_: Path,
) -> None:
    """By it one is said to be done, and not all that the letter names with it."""
    maak = ("brief", "maak", "bloem", "verzoek-verklaring", "--concept", "--vorm", "md")
    assert doe(map_, *maak) == 0
    taken = ("id=AW-1 soort=afwikkeling termijn='8 werkdagen' wat=Meld.",)
    taken += ("soort=afwikkeling termijn='20 werkdagen' wat=Draag.",)
    opnieuw = (*maak[:3], "2026-05-18-verzoek-verklaring", *maak[4:])
    for _ in range(2):
        assert (
            doe(map_, *opnieuw, *(w for taak in reversed(taken) for w in ("--termijn", taak))) == 0
        )
        kaart = (map_ / "bloem/brieven/2026-05-18-verzoek-verklaring/brief.yaml").read_text("utf-8")
        assert [kaart.count(f"AW-{nr}") for nr in (1, 2, 3)] == [1, 1, 0]


def test_a_long_title_and_an_amount_are_shown_whole(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titel = "hoe groot en hoe lastig te vervangen de hulp in deze regio is"
    beleid = klein_register.BASIS["beleid/classificatie-2026.yaml"]
    beleid = beleid.replace("titel: omzet,", f"titel: {titel}, eenheid: euro,")
    klein_register.schrijf(map_, {"beleid/classificatie-2026.yaml": beleid})
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant") == 0
    uit = capsys.readouterr().out
    assert titel.rpartition(" ")[2] in uit
    assert "€\xa050,00" in uit


def test_a_kind_of_talk_that_is_none_is_refused_with_the_kinds_that_are(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = ("gesprek", "gepland", "bloem", "--datum", "16-6-2026", "--soort", "voortgang")
    assert doe(map_, *plan) == 2
    assert "mogelijk zijn: regulier, extra, directie" in capsys.readouterr().err


def test_a_choice_that_is_none_is_refused_with_the_choices(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "controleer", "--vorm", "junit") == 2
    assert "Bij --vorm hoort tekst, github, sarif of gitlab." in capsys.readouterr().err


@pytest.mark.parametrize("woorden", [("rapport", "regio", "2026-K1"), ("exporteer", "html")])
def test_a_concept_is_advised_only_where_there_is_one(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...]
) -> None:
    kaart = map_ / "organisatie.yaml"
    regel = next(r for r in kaart.read_text("utf-8").splitlines() if r.startswith("naam:"))
    leeg = 'naam: "Naam van uw organisatie"'
    kaart.write_text(kaart.read_text("utf-8").replace(regel, leeg), "utf-8")
    assert doe(map_, *woorden) == 2
    zin = capsys.readouterr().err
    assert "vul organisatie.yaml in met uw eigen gegevens" in zin
    assert "--concept" not in zin


def test_acute_danger_stands_first_until_somebody_judged_it(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gezegd = ("--soort", "veiligheid", "--ernst", "feitelijk", "--kant", "DOP")
    wie = ("--bron", "soort=inspectie naam=IGJ", "--acuut", "ja", "--datum", "vandaag")
    assert doe(map_, "signaal", "signaal", "bloem", "De inspectie belt", *gezegd, *wie) == 0
    assert "bel nu, en begin een escalatie: clm escalatie opening bloem" in capsys.readouterr().out
    assert doe(map_, "werklijst", "--kort") == 0
    eerst = capsys.readouterr().out.partition("EERST")[2].split("\n\n")[0]
    assert "Signaal beoordelen: De inspectie belt" in eerst


@pytest.mark.parametrize(("woord", "bedoeld"), [("IGJ", "inspectie"), ("ouder", "client")])
def test_a_source_by_another_name_is_refused_with_its_word(
    map_: Path, capsys: pytest.CaptureFixture[str], woord: str, bedoeld: str
) -> None:
    gezegd = ("--soort", "veiligheid", "--ernst", "feitelijk", "--kant", "DOP")
    wie = ("--bron", f"soort={woord}", "--datum", "vandaag")
    assert doe(map_, "signaal", "signaal", "bloem", "Een rapport", *gezegd, *wie) == 2
    zin = " ".join(capsys.readouterr().err.split())
    assert f"'{woord}' kan hier niet - bedoelt u '{bedoeld}'?" in zin


def test_a_letter_of_who_has_more_contracts_asks_which(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kaart = (map_ / "bloem/contracten/ambulant/contract.yaml").read_text("utf-8")
    tweede = kaart.replace("nummer: ", "nummer: X")
    klein_register.schrijf(map_, {"bloem/contracten/dag/contract.yaml": tweede})
    assert doe(map_, "brief", "maak", "bloem", "antwoord") == 2
    zin = capsys.readouterr().err
    assert "Over welk contract gaat deze brief? Er is niets geschreven." in zin
    assert "geef --contract: advies, ambulant, dag; mag vaker" in zin


GESPREK_KAART = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\n"


@pytest.mark.parametrize("dag", ["straks", "18-13", "2026-13-01"])
@pytest.mark.parametrize(
    "opdracht",
    [
        "gesprek gepland bloem --datum",
        "gesprek gehouden bloem 2026-05-11 --vorm digitaal --datum",
        "escalatie wederhoor bloem --uitgenodigd 2026-05-11 --wijze gesprek --termijn-tot",
    ],
)
def test_what_is_no_day_is_refused_in_words(
    opdracht: str, dag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gesprek = {"bloem/gesprekken/2026-05-11-v/gesprek.yaml": GESPREK_KAART}
    klein_register.lees(tmp_path, Bouw("ond@02-02", "J").bestanden | gesprek)
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai([*opdracht.split(), dag, *vast]) == 2
    fout = capsys.readouterr().err
    assert f"'{dag}' is geen datum" in fout or f"{dag} bestaat niet" in fout


@pytest.mark.parametrize(
    ("woorden", "eerst"),
    [
        (("noteer", "bloem", "inspectie", "gebeld"), "zet wat bij elkaar hoort tussen"),
        (("gesprek", "gepland", "bloem", "15 juni 2026"), "een dag staat achter --datum"),
    ],
)
def test_a_word_too_many_tells_how_it_is_typed(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...], eerst: str
) -> None:
    assert doe(map_, *woorden) == 2
    assert f"nu: {eerst}" in capsys.readouterr().err


def test_a_kind_of_letter_alone_asks_for_the_dossier(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "brief", "maak", "classificatie") == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert "Noem het dossier. nu: clm brief maak DOSSIER classificatie" in fout
    assert doe(map_, "brief", "maak", "blom") == 2
    assert "Er is geen dossier 'blom'" in capsys.readouterr().err
