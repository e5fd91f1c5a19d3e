"""What a condition of the ladder reads is asked of who is at a terminal, with what may well be."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import clm_cli
from clm_cli.cli.hoofd import draai
from clm_cli.commands.optiewaarden import optienaam
from clm_cli.records.feiten import FEITEN
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.vorm import velden
from tests import klein_register
from tests.ladder.zaakbouw import Bouw
from tests.toetsen import Toetsen

VOORWAARDEN = Path(clm_cli.__file__).parent / "derivations/escalatie/voorwaarden"
STOP_MET_HOOGSTENS, ALLES_MET_HOOGSTENS = 200, 310
"""The keys that a client stop may take, and with what goes before it from the first finding on; the
commands and every Enter included. What the provider said and whether it was all take eight of them:
without these no measure can rest on the hearing."""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A case that was opened; nothing was investigated yet."""
    klein_register.lees(tmp_path, Bouw("", "J").bestanden)
    return tmp_path


def typ(map_: Path, monkeypatch: pytest.MonkeyPatch, opdracht: str, *regels: str) -> int:
    """Type a command, and these lines when it asks; the keys that it took, or minus its failure."""
    monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{regel}\n" for regel in regels)))
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    uit = draai([*opdracht.split(), *vast])
    return -uit if uit else sum(len(regel) + 1 for regel in (f"clm {opdracht}", *regels))


def _zonder_terminal(map_: Path, monkeypatch: pytest.MonkeyPatch, *woorden: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


def lees(map_: Path, patroon: str) -> dict[str, object]:
    [pad] = map_.glob(f"bloem/escalaties/*/{patroon}")
    return YAML(typ="safe").load(pad.read_text("utf-8"))


ONDERZOEK = ["g", "Bezoek bevestigt het rapport", "1"]
HOREN = ["v", "v", "1", "v", "", "Klopt", "1"]
STOP = [
    *("Kinderen zijn er niet veilig", "1"),
    *("=", "acuut onveilig", "="),
    *("nieuwe plaatsingen", "=", "=", ""),
    *("geen gevolg", "twee plekken elders", "geen gevolg"),
    *("1", "1", "="),
    *("toezicht rapporteert later", "=", "="),
]
"""What somebody types, in the order in which it is asked; `=` takes over what is shown."""


def test_a_client_stop_is_asked_field_by_field_in_few_keys(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [opening] = map_.glob("bloem/escalaties/*/*-opening.yaml")
    lichter = "hielp niet., lichter: Een plan komt te laat."
    opening.write_text(opening.read_text("utf-8").replace("hielp niet.", lichter))
    onderzoek = typ(map_, monkeypatch, "escalatie onderzoek bloem", *ONDERZOEK)
    horen = typ(map_, monkeypatch, "escalatie wederhoor bloem", *HOREN)
    assert onderzoek > 0 < horen
    capsys.readouterr()
    stop = typ(map_, monkeypatch, "escalatie maatregel bloem clientenstop", *STOP)
    gezegd = capsys.readouterr()
    assert 0 < stop <= STOP_MET_HOOGSTENS
    assert onderzoek + horen + stop <= ALLES_MET_HOOGSTENS
    assert "  = bij de opening overwogen: Een plan komt te laat.\n" in gezegd.err
    assert "  = wat is geëist: Alles op orde.\n" in gezegd.err
    assert "  1. dir: Di Recteur\n> " in gezegd.err, "who may decide this trede"
    assert "  = de treden 1, 2, 3 en 4 zijn niet gezet\n" in gezegd.err
    assert "  = 18 november 2026: 6 maanden na de maatregel, uw eigen beleid" in gezegd.err
    assert "  = de bevindingen: Bezoek bevestigt het rapport\n" in gezegd.err
    assert "let op: LAD4" not in gezegd.out.replace("LAD414", ""), "only that it is to be done"
    feit = lees(map_, "*-maatregel-clientenstop.yaml")
    assert feit["overslaan"] == {
        "treden": [1, 2, 3, 4],
        "ernst": "acuut onveilig",
        "reden": "Een plan komt te laat.",
    }
    assert feit["reikwijdte"]["eindigt_als"] == "Alles op orde."
    assert str(feit["reikwijdte"]["herzien"]) == "2026-11-18"
    assert "toegewezen" not in feit["reikwijdte"]
    assert set(feit["zorglandschap"]) == {"stabiel", "beschikbaar", "toegankelijk"}
    assert feit["noodzaak"] == "ja"
    assert feit["noodzaak_reden"] == "Bezoek bevestigt het rapport"
    [afwijking] = feit["afwijkingen"]
    assert (afwijking["voorwaarde"], afwijking["door"]) == ("bewijs", "dir")


@pytest.mark.parametrize("gezegd", [False, True])
def test_how_serious_it_is_is_asked_of_who_does_not_say_why_treden_are_skipped(
    gezegd: bool, map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for naam, regels in (("onderzoek", ONDERZOEK), ("wederhoor", HOREN)):
        assert typ(map_, monkeypatch, f"escalatie {naam} bloem", *regels) > 0
    capsys.readouterr()
    over = ["=", "acuut onveilig", "niets anders helpt"] if gezegd else ["", "", "", "", ""]
    typ(map_, monkeypatch, "escalatie maatregel bloem clientenstop", *STOP[:2], *over)
    assert ("\nernst: De ernst van de" in capsys.readouterr().err) is not gezegd


def test_what_stands_in_the_way_is_said_before_the_questions(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who stops there, finds back what was typed."""
    opdracht = "escalatie maatregel bloem clientenstop"
    assert typ(map_, monkeypatch, opdracht, "Het moet", "1", "ja") == -130
    fout = " ".join(capsys.readouterr().err.split())
    helpt = "(clm escalatie onderzoek bloem --niet-nakoming …)"
    assert f"nog niet vervuld: onderzoek: T1 is niet onderzocht {helpt}." in fout
    assert fout.index("T1 is niet onderzocht") < fout.index("overslaan, treden")
    assert "bloem-maatregel.yaml (geef die met --bestand)" in fout
    assert typ(map_, monkeypatch, opdracht, "Het moet", "1", "") == -2, (
        "nobody is asked for nothing"
    )
    fout = " ".join(capsys.readouterr().err.split())
    assert "Toch verder invullen? [ja/nee]" in fout
    assert "overslaan, treden" not in fout
    assert "clm escalatie toon bloem" in fout


def test_who_said_for_which_municipalities_is_not_stopped_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """J40: a power of attorney that one did not give, holds the others up no longer than wanted."""
    klein_register.lees(tmp_path, Bouw("volmacht-zuid-mist", "J").bestanden)
    opdracht = "escalatie maatregel bloem clientenstop"
    assert typ(tmp_path, monkeypatch, opdracht, "Het moet", "1", "ja", *[""] * 12) < 0
    fout = " ".join(capsys.readouterr().err.split())
    assert "nog niet vervuld: volmacht" not in fout
    assert "= alleen wie volmacht gaf: Noord" in fout
    assert typ(tmp_path, monkeypatch, f"{opdracht} --gemeente noord", "Het moet", "1", "ja") < 0
    fout = " ".join(capsys.readouterr().err.split())
    assert "nog niet vervuld: onderzoek" in fout
    assert "volmacht" not in fout


def test_without_an_instrument_those_of_the_contract_are_shown(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "escalatie maatregel bloem", "9", "99", "intensivering") == -130
    fout = capsys.readouterr().err
    assert "  3. ingebrekestelling: Ingebrekestelling\n" in fout
    assert "reden: Waarom deze maatregel past" in fout


def test_a_field_that_a_gate_reads_is_asked_and_enter_leaves_it_open(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "escalatie onderzoek bloem", "11 mei", "Gezien.", "") > 0
    fout = capsys.readouterr().err
    assert "  begonnen: maandag 11 mei 2026\n" in fout, "a day without its year is shown in full"
    assert "niet_nakoming: Of uit het onderzoek blijkt" in fout
    assert "niet_nakoming" not in lees(map_, "*-onderzoek.yaml")


def test_who_asks_for_no_questions_gets_none(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = "escalatie onderzoek bloem --begonnen 2026-05-11 --bevindingen Gezien. --ja"
    assert typ(map_, monkeypatch, opdracht) > 0
    assert "niet_nakoming" not in capsys.readouterr().err


def test_the_elements_of_a_form_of_evidence_are_those_of_the_contract(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vorm = ["onveiligheid", "ja", "Blz. 4", "ja", "Blz. 5", "onbekend", "Nog niet"]
    assert typ(map_, monkeypatch, "escalatie bewijs bloem", "12 mei", *vorm, "IGJ", "11 mei") > 0
    fout = capsys.readouterr().err
    assert "aangetoond van er is fysieke of psychische onveiligheid:" in fout
    assert "\ngemeenten:" not in fout, "this form does not ask which"
    feit = lees(map_, "*-bewijs.yaml")
    assert [rij["aangetoond"] for rij in feit["elementen"]] == ["ja", "ja", "onbekend"]
    assert feit["vastgesteld_door"] == "IGJ"
    assert str(feit["datum"]) == "2026-05-12", "on what we had by then, who is invited is heard"


def test_a_bare_number_is_no_reason_nor_what_shows_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who meant a choice of the question before is asked again: no letter gives it."""
    feiten = ["ja", "1", "Blz. 4", "ja", "Blz. 5", "ja", "Blz. 6"]
    vorm = ("escalatie bewijs bloem --datum 2026-05-12 --vorm onveiligheid", *feiten)
    assert typ(map_, monkeypatch, *vorm, "IGJ", "11 mei") > 0
    assert "'1' is geen uitleg; typ die in woorden." in capsys.readouterr().err
    assert lees(map_, "*-bewijs.yaml")["elementen"][0]["feiten"] == "Blz. 4"
    zo = ("escalatie", "maatregel", "bloem", "intensivering", "--reden", "1")
    assert _zonder_terminal(map_, monkeypatch, *zo) == 2
    assert "'1' is geen reden" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "veld", "teken"),
    [
        (("noteer", "bloem", "-", "--wijze", "telefoon", "--richting", "inkomend"), "kern", "-"),
        (("lijst", "leerpunten", "--wat", "…", "--fase", "plan"), "wat", "…"),
        (("escalatie", "opening", "bloem", "--afweging", "reden='. .'"), "reden", ". ."),
        (("escalatie", "bezwaar", "bloem", "--gronden", "??"), "gronden", "??"),
    ],
)
def test_a_dash_or_some_dots_say_nothing(
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    woorden: tuple[str, ...],
    veld: str,
    teken: str,
) -> None:
    assert _zonder_terminal(map_, monkeypatch, *woorden) == 2
    assert f"{veld}: '{teken}' zegt niets; typ het in woorden." in capsys.readouterr().err


@pytest.mark.parametrize("woord", ["ja", "Nee.", "onbekend"])
def test_a_bare_yes_or_no_is_no_reason_and_says_not_how_serious_it_is(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, woord: str
) -> None:
    """It was the answer to the next question; a letter printed "De ernst. Ja."."""
    zo = ("escalatie", "maatregel", "bloem", "intensivering")
    assert _zonder_terminal(map_, monkeypatch, *zo, "--reden", woord) == 2
    assert f"--reden: '{woord}' is geen reden in woorden" in capsys.readouterr().err
    rest = ("--reden", "Past", "--besloten-door", "dir")
    assert _zonder_terminal(map_, monkeypatch, *zo, *rest, "--ernst", woord) == 2
    assert f"--ernst: '{woord}' is geen uitleg in woorden" in capsys.readouterr().err


def test_a_part_with_one_needed_field_takes_a_sentence(map_: Path) -> None:
    opdracht = ["escalatie", "opening", "bloem", "--afweging", "Gewoon sturen hielp niet"]
    opdracht += [
        "--besloten-door",
        "dir",
        "--contract",
        "ambulant",
        "--naam",
        "nog",
        "--tekortkoming",
    ]
    tekort = "verplichting=VP-1 wat=Laat soort=tijdigheid feiten=Gezien ernst=dreigend"
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai([*opdracht, tekort, *vast]) == 0
    assert lees(map_, "2026-05-18-opening.yaml")["afweging"] == {
        "reden": "Gewoon sturen hielp niet"
    }


# -- the kind
# ----------------------------------------------------------------------------------

OVERAL = {
    "bij": "what a fact answers is found or asked by itself",
    "bijlagen": "a document is handed over with its option",
    "brief": "a letter names the fact that it is about when it is recorded",
}
NIET = {
    "opening.gemeenten": "none is all of the contract",
    "opening.aanleiding": "follows from the signals that are named",
    "bewijs.tekortkomingen": "none is all of the case",
    "schorsing.tekortkomingen": "none is all",
    "hervatting.tekortkomingen": "none is all",
    "afstemming.instemming": "only where a contract wants consent, and its condition asks it",
    "betaling.van": "only its name is read: that of a function",
    "aanpassing.reikwijdte": "only its name is read: that of a condition",
}
"""What the conditions read and no terminal asks, with the reason."""
VULLEN_ZELF = {
    "bewijs.gemeenten": "by the form",
    "bewijs.van": "by the form",
    "aanpassing.geldelijk": "by the measure",
    "aanpassing.geldelijk.bedrag": "by the measure",
    "aanpassing.geldelijk.procent": "by the measure",
    "aanpassing.geldelijk.perioden": "by the measure",
    "aanpassing.geldelijk.uiterlijk": "by the measure",
    "aanpassing.tot": "by the measure",
    "aanpassing.reikwijdte.ontvangers": "by the measure",
    "wederhoor.reactie": "who was heard",
    "wederhoor.uitgesproken": "who was heard, before the end of the term or without a day for it",
}
"""What a filler asks, by what the record says."""


def _gelezen() -> set[str]:
    """Every name that a condition of the ladder reads of something."""
    bomen = (ast.parse(pad.read_text("utf-8")) for pad in VOORWAARDEN.glob("*.py"))
    return {
        deel.attr for boom in bomen for deel in ast.walk(boom) if isinstance(deel, ast.Attribute)
    }


def test_every_field_that_a_condition_reads_is_asked() -> None:
    """Of the facts of a case; what is said with a measure, its conditions ask by themselves."""
    gelezen, mist = _gelezen(), []
    zaakfeiten = [soort for soort in FEITEN if soort.ding == "escalatie" or soort.opent]
    for soort in zaakfeiten:
        if soort.naam == "maatregel":
            continue
        open_ = [(v.naam, v) for v in velden(soort.model)]
        for naam, groot in list(open_):
            kleine = velden(groot.deel) if groot.deel and not groot.is_stuk else ()
            open_ += [(f"{naam}.{veld.naam}", veld) for veld in kleine]
        mist += [
            f"{soort.naam}.{naam}"
            for naam, veld in open_
            if not veld.verplicht
            and veld.naam in gelezen
            and veld.naam not in OVERAL
            and naam not in (*soort.vraag, *soort.zeg, *soort.gevuld)
        ]
    assert set(mist) == {*NIET, *VULLEN_ZELF}


def test_every_option_that_a_condition_names_is_asked_with_the_measure() -> None:
    """What it asks in words, it asks as a field: the terminal follows the fields."""
    per_optie = {optienaam(veld): veld.naam for veld in velden(Maatregel)}
    for pad in VOORWAARDEN.glob("*.py"):
        for deel in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if not (isinstance(deel, ast.Call) and getattr(deel.func, "id", "") == "vraagt"):
                continue
            tekst = ast.unparse(deel)
            genoemd = {per_optie[optie] for optie in re.findall(r"--[a-z-]+", tekst)}
            for veld in genoemd:
                assert f"'{veld}" in tekst.partition(",")[2], (pad.name, tekst)


# -- dead ends
# ----------------------------------------------------------------------------------


def test_the_first_of_its_kind_is_begun_by_the_command_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path, {})
    assert typ(tmp_path, monkeypatch, "escalatie onderzoek bloem") == -2
    assert "nu: clm escalatie opening bloem" in capsys.readouterr().err
    assert typ(tmp_path, monkeypatch, "gesprek gehouden bloem") == -2
    assert "nu: clm gesprek gepland bloem" in capsys.readouterr().err


def test_a_case_without_a_contract_is_refused_before_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path, {})
    for pad in (tmp_path / "bloem/contracten").rglob("*.yaml"):
        pad.unlink()
    assert typ(tmp_path, monkeypatch, "escalatie opening bloem", "") == -2
    fout = capsys.readouterr().err
    assert "bloem heeft nog geen contract om over te escaleren." in fout
    assert "nu: clm contract nieuw bloem CONTRACT" in fout
    assert "tekortkomingen:" not in fout


@pytest.mark.parametrize(
    "woorden",
    ["maak bloem antwoord --onderwerp x", "maak bloem ingebrekestelling", "binnengekomen bloem"],
)
def test_a_letter_of_who_has_no_contract_is_refused_with_what_makes_one(
    woorden: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path, {})
    for pad in (tmp_path / "bloem/contracten").rglob("*.yaml"):
        pad.unlink()
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai(["brief", *woorden.split(), *vast]) == 2
    fout = capsys.readouterr().err
    assert "bloem heeft nog geen contract; een brief gaat over een contract." in fout
    assert "nu: clm contract nieuw bloem CONTRACT" in fout


def test_a_part_with_one_needed_field_takes_a_number_of_its_choices(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = ["v", "5", "feitelijk", "DOP", "99", "1", "Zij wachten te lang", "1", "nee", "ja"]
    assert typ(map_, monkeypatch, "signaal signaal bloem", *antwoorden) > 0
    assert "  soort is genoeg; meer met Enter, stuk voor stuk" in capsys.readouterr().err
    [pad] = map_.glob("bloem/signalen/2026-05-18*.yaml")
    feit = YAML(typ="safe").load(pad.read_text("utf-8"))
    assert feit["bron"] == {"soort": "gemeente", "mag_in_brief": "ja"}
    assert feit["verplichting"] == "VP-1"


def test_what_went_before_a_letter_is_advised_in_a_way_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note of a call is not told to the provider; a signal is, when somebody said so."""
    klein_register.lees(tmp_path, Bouw("ond@02-02 wh@02-16 m3+@03-02", "J").bestanden)
    opdracht = "brief maak bloem ingebrekestelling --kanaal aangetekend --ja"
    assert typ(tmp_path, monkeypatch, opdracht) == -2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "'voorgeschiedenis' ontbreekt" in gezegd
    assert "clm noteer" not in gezegd
    assert '--wordt "bron=soort=monitoring mag_in_brief=ja"' in gezegd
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    zeg = ["correctie", "bloem", "signalen/2026-01-05-iets", "--reden", "mag", "--wordt"]
    assert draai([*zeg, "bron=soort=monitoring mag_in_brief=ja", *vast]) == 0
    typ(tmp_path, monkeypatch, opdracht)
    assert "'voorgeschiedenis' ontbreekt" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("van", "tot", "gevraagd"),
    [
        ("gisteren", "1 juni", True),
        ("gisteren", "vandaag", True),
        ("4 mei", "vandaag", False),
        ("vandaag", "vandaag", True),
    ],
)
def test_what_was_said_is_asked_and_whether_it_was_all_where_he_had_no_time_or_still_has(
    van: str,
    tot: str,
    gevraagd: bool,
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert typ(map_, monkeypatch, "escalatie onderzoek bloem", *ONDERZOEK) > 0
    regels = [van, tot, "gesprek", "vandaag", "", "Klopt", *(["ja"] if gevraagd else [])]
    assert typ(map_, monkeypatch, "escalatie wederhoor bloem", *regels) > 0
    assert ("uitgesproken:" in capsys.readouterr().err) is gevraagd
    feit = lees(map_, "*-wederhoor.yaml")
    assert feit["reactie"] == "Klopt"
    assert feit.get("uitgesproken") == ("ja" if gevraagd else None)


@pytest.mark.parametrize(
    ("rest", "mist"),
    [
        ("--termijn-tot 2026-05-17", ["--reactie"]),
        ("--termijn-tot 2026-05-17 --reactie Klopt", []),
        ("--termijn-tot 2026-05-17 --bijlage zienswijze.pdf", []),
        ("--termijn-tot 2026-05-29", ["--reactie", "--uitgesproken"]),
        ("--termijn-tot 2026-05-29 --reactie Klopt --uitgesproken nee", []),
        ("--termijn-tot 2026-05-15 --reactie Klopt --uitgenodigd 2026-05-08", ["--uitgesproken"]),
        ("--termijn-tot 2026-05-17 --reactie Klopt ZONDER", ["--gehoord"]),
    ],
)
def test_off_a_terminal_is_told_what_a_hearing_leaves_unsaid(
    rest: str,
    mist: list[str],
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert typ(map_, monkeypatch, "escalatie onderzoek bloem", *ONDERZOEK) > 0
    (map_ / "zienswijze.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.chdir(map_)
    capsys.readouterr()
    toen = "" if "--uitgenodigd" in rest else "--uitgenodigd 2026-05-04"
    gehoord = "" if "ZONDER" in rest else "--gehoord 2026-05-15"
    horen = f"{toen} {gehoord} --wijze gesprek {rest.removesuffix('ZONDER')}".split()
    assert _zonder_terminal(map_, monkeypatch, "escalatie", "wederhoor", "bloem", *horen) == 0
    regels = [r for r in capsys.readouterr().out.splitlines() if "telt dit horen nog niet" in r]
    assert [mist_ for mist_ in mist if any(f"({mist_})" in r for r in regels)] == mist
    assert len(regels) == len(mist)


def test_the_days_of_the_invitation_are_shown_and_a_shorter_one_is_told(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Our letter says when it went and until when he may answer; nobody looks that up again."""
    assert typ(map_, monkeypatch, "escalatie onderzoek bloem", *ONDERZOEK) > 0
    [onderzoek] = map_.glob("bloem/escalaties/*/*-onderzoek.yaml")
    zaak = f"escalaties/{onderzoek.parent.name}/{onderzoek.stem}"
    brief = "bloem/brieven/2026-05-18-bevindingen"
    klein_register.schrijf(
        map_,
        {
            f"{brief}/brief.yaml": "richting: uitgaand\nsoort: bevindingen\nonderwerp: Brief\n"
            f"datum: 2026-05-18\ncontracten: [ambulant]\nbij: {zaak}\n",
            f"{brief}/2026-05-18-verzonden.yaml": "kanaal: e-mail\naan: Bloem\n"
            f'document: {{vindplaats: archief}}\nkaart_sha256: "{"0" * 64}"\n'
            "genoemd: [{termijn: antwoord, uiterlijk: 2026-05-28, kalender: atw}]\n",
        },
    )
    horen = ["=", "25 mei", "gesprek", "", ""]
    assert typ(map_, monkeypatch, "escalatie wederhoor bloem --proef", *horen) > 0
    gezegd = capsys.readouterr()
    assert "  = 18 mei 2026, volgens 2026-05-18-bevindingen\n" in gezegd.err
    assert "  = 28 mei 2026, volgens 2026-05-18-bevindingen\n" in gezegd.err
    zin = "mag reageren tot en met 28 mei 2026, volgens 2026-05-18-bevindingen: die dag geldt"
    assert zin in " ".join(gezegd.out.split())
    horen[1] = "="
    assert typ(map_, monkeypatch, "escalatie wederhoor bloem", *horen) > 0
    assert "die dag geldt" not in capsys.readouterr().out
    assert str(lees(map_, "*-wederhoor.yaml")["termijn_tot"]) == "2026-05-28"


def test_a_form_of_evidence_that_is_none_is_refused_before_the_questions(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a form that nobody knows no elements can be asked."""
    assert typ(map_, monkeypatch, "escalatie bewijs bloem --vorm onveilig", "x", "x", "x") == -2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "--vorm: 'onveilig' past op geen bewijsvorm. nu: bedoelt u onveiligheid?" in gezegd
    assert "elementen:" not in gezegd
    assert "datum:" not in gezegd


BEWIJS = ("escalatie", "bewijs", "bloem", "--vorm", "onveiligheid")
GEDING = "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding"


def test_off_a_terminal_the_elements_are_named_as_the_contract_names_them(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _zonder_terminal(map_, monkeypatch, *BEWIJS) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert f"--element \"element='{GEDING}' aangetoond=… feiten=…\"" in gezegd
    assert "--datum (de dag waarop wij het bewijs kregen" in gezegd
    zo = "--element", "element='fysieke' aangetoond=ja feiten=Gezien", "--datum", "2026-05-18"
    assert _zonder_terminal(map_, monkeypatch, *BEWIJS, *zo) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "wie het vaststelde, staat er niet bij" in gezegd
    assert "clm correctie bloem 2026-05-18-bewijs --reden … --wordt " in gezegd
    [rij] = lees(map_, "*-bewijs.yaml")["elementen"]
    assert rij["element"] == "er is fysieke of psychische onveiligheid"


@pytest.mark.parametrize("element", ["opzet", "is"])
def test_an_element_that_the_contract_does_not_give_the_form_is_refused(
    element: str,
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It would be counted nowhere, and nobody told so."""
    dag = "--datum", "2026-05-18"
    zo = "--element", f"element={element} aangetoond=ja feiten=Gezien", *dag
    assert _zonder_terminal(map_, monkeypatch, *BEWIJS, *zo) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert f"'{element}' is geen element van Vastgestelde fysieke" in gezegd
    assert f"kies uit {GEDING}; er is fysieke" in gezegd


def test_of_each_invoice_is_asked_which_municipality_paid_it_and_its_day(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regel = "nummer=F-1 bedrag=100.00 grond='dubbel betaald'"
    dag = "2026-05-01"
    assert typ(map_, monkeypatch, "escalatie facturen bloem", regel, "1", dag) > 0
    assert "gemeente van" in capsys.readouterr().err
    (rij,) = lees(map_, "*-facturen.yaml")["regels"]
    assert rij["gemeente"]
    assert str(rij["factuurdatum"]) == dag


def test_what_a_reference_cannot_mean_is_asked_again(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regels = ["v", "5", "feitelijk", "DOP", "gemeente", "Zij wachten", "ja", "VP-1", "nee", "ja"]
    assert typ(map_, monkeypatch, "signaal signaal bloem", *regels) > 0
    gezegd = capsys.readouterr().err
    assert "'ja' past op geen verplichting; typ het nummer of de naam." in gezegd
    assert "leg haar dan eerst vast: clm lijst verplichtingen bloem --wat …" in gezegd
    [pad] = map_.glob("bloem/signalen/2026-05-18*.yaml")
    assert YAML(typ="safe").load(pad.read_text("utf-8"))["verplichting"] == "VP-1"


def test_which_measure_ends_is_asked_first_for_it_decides_who_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong number is told as that, and who may end the lightest may not end the stop."""
    klein_register.lees(tmp_path, Bouw("$G m1@02-10 m5c+@02-17", "J").bestanden)
    regels = ("9", "2", "opgeheven", "Hersteld", "mia", "dir", "", "")
    assert typ(tmp_path, monkeypatch, "escalatie opheffing bloem", *regels) > 0
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "bij: De maatregel 1. 2026-02-10-maatregel-intensivering" in gezegd
    assert "'9' staat er niet bij; typ het nummer of het woord. bij: " in gezegd
    assert "Mia Manager heeft hiervoor geen mandaat" in gezegd
    assert str(lees(tmp_path, "*-opheffing.yaml")["bij"]).startswith("2026-02-17-maatregel-")


def test_how_much_more_contact_there_is_is_asked_with_the_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """J52, LAD432: what was not said would have to be mended by a correction."""
    klein_register.lees(tmp_path, Bouw("", "J").bestanden)
    zo = "escalatie maatregel bloem intensivering --ernst Licht --reden Past --besloten-door dir"
    meer = ("elke maand", "31-4", "30-9", "2-7")
    assert typ(tmp_path, monkeypatch, zo, *meer) > 0
    gezegd = capsys.readouterr()
    assert "intensivering, contact: Hoeveel vaker er contact is" in gezegd.err
    assert "LAD432" not in gezegd.out
    gezegde = lees(tmp_path, "*-maatregel-intensivering.yaml")["intensivering"]
    assert {naam: str(waarde) for naam, waarde in gezegde.items()} == {
        "contact": "elke maand",
        "tot": "2026-09-30",
        "gesprekken": "[datetime.date(2026, 7, 2)]",
    }


def test_a_colleague_without_mandate_is_told_that_and_who_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """LAD420: who is known and may not decide is not answered as a slip in a name."""
    klein_register.lees(tmp_path, Bouw("$G m5c+@02-17", "J").bestanden)
    opheffing = "escalatie opheffing bloem --wijze opgeheven --reden Hersteld"
    assert typ(tmp_path, monkeypatch, opheffing, "mia", "piet", "dir", "", "") > 0
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Mia Manager heeft hiervoor geen mandaat: dat staat in organisatie.yaml" in gezegd
    assert "Wie het wel heeft, staat hieronder. besloten_door: " in gezegd
    assert "'piet' past op geen persoon" in gezegd
    assert lees(tmp_path, "*-opheffing.yaml")["besloten_door"] == "dir"


@pytest.mark.parametrize(
    ("feiten", "opdracht", "regels"),
    [
        ("$G m5c+@02-17", "schorsing", ()),
        # the suspension is of the stop, and not of the lightest that runs
        ("$G m1@02-10 m5c+@02-17 schors@02-20", "hervatting", ()),
        ("$G m5c+@02-17", "aanpassing", ("Alleen Noord", *[""] * 6)),
    ],
)
def test_who_may_not_take_a_measure_may_not_stop_resume_or_change_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    feiten: str,
    opdracht: str,
    regels: tuple[str, ...],
) -> None:
    klein_register.lees(tmp_path, Bouw(feiten, "J").bestanden)
    zo = f"escalatie {opdracht} bloem --reden Even"
    assert typ(tmp_path, monkeypatch, zo, "mia", "dir", *regels) > 0
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Mia Manager heeft hiervoor geen mandaat" in gezegd
    assert lees(tmp_path, f"*-{opdracht}.yaml")["besloten_door"] == "dir"


def test_of_a_stop_that_is_held_up_it_is_asked_who_stopped_carrying_it_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """J47: who did not begin, has nothing to say about it."""
    stop = "T:veilig $G m5c!+@02-17 verz@02-17 bez@02-18 klaar/noord@02-19 schors@02-20"
    klein_register.lees(tmp_path, Bouw(stop, "J").bestanden)
    assert typ(tmp_path, monkeypatch, "escalatie uitvoering bloem", "1", "Weer open", "nee") > 0
    assert "  1. noord: Noord\n> " in capsys.readouterr().err
    assert lees(tmp_path, "2026-05-18-uitvoering-noord.yaml")["klaar"] == "nee"


@pytest.mark.parametrize(("acuut", "zin"), [("ja", "bel nu"), ("nee", "signaal uitvraag")])
def test_the_next_step_follows_from_what_was_answered_last(
    acuut: str,
    zin: str,
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who says at the last question that there is acute danger, is told to call."""
    regels = ["v", "veiligheid", "feitelijk", "DOP", "inspectie", "Zij belden", "VP-1"]
    regels += [acuut, "ja", *(["Zij zag het zelf"] if acuut == "ja" else [])]
    assert typ(map_, monkeypatch, "signaal signaal bloem", *regels) > 0
    nu = capsys.readouterr().out.partition("nu: ")[2]
    assert zin in nu
    for naam in ("uitvraag", "afgerond") if acuut == "nee" else ():
        assert f"{naam} bloem signalen/2026-05-18-veiligheid" in nu
    assert ("bel nu" in nu) is (acuut == "ja")


def test_a_measure_is_carried_out_by_the_municipalities_for_which_it_was_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one did counts when it is ready: that is asked."""
    klein_register.lees(tmp_path, Bouw("volmacht-zuid-mist", "J").bestanden)
    assert typ(tmp_path, monkeypatch, "escalatie onderzoek bloem", *ONDERZOEK) > 0
    assert typ(tmp_path, monkeypatch, "escalatie wederhoor bloem", *HOREN) > 0
    zonder = [regel if nr != 4 else "Het kan niet wachten" for nr, regel in enumerate(STOP)]
    # whether who was assigned before the stop may begin is asked, and stands in its letter
    zonder[6], zonder[8] = "Alles op orde", "Die begint niet."
    stop = "escalatie maatregel bloem clientenstop --gemeente noord"
    assert typ(tmp_path, monkeypatch, stop, *zonder) > 0, capsys.readouterr().err
    bereik = lees(tmp_path, "*-maatregel-clientenstop.yaml")["reikwijdte"]
    assert bereik["toegewezen"] == "Die begint niet."
    capsys.readouterr()
    assert (
        typ(tmp_path, monkeypatch, "escalatie uitvoering bloem", "zuid", "1", "Gestopt", "ja") > 0
    )
    gezegd = capsys.readouterr()
    assert "  1. noord: Noord\n> " in gezegd.err, "zuid is no choice"
    assert "'zuid' past op geen gemeente" in gezegd.err
    assert "nog niet uitgevoerd" not in gezegd.out
    assert lees(tmp_path, "*-uitvoering-noord.yaml")["klaar"] == "ja"
    zuid = "escalatie uitvoering bloem --gemeente zuid --gedaan Gestopt --klaar ja"
    assert typ(tmp_path, monkeypatch, zuid) == -2
    assert "Deze maatregel geldt niet voor zuid; wel voor Noord." in capsys.readouterr().err


@pytest.mark.parametrize("soort", ["opheffing", "sluiting"])
def test_who_has_no_mandate_to_end_a_measure_is_no_choice(
    soort: str, map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """LAD420: nobody fills it in to hear at the end that another should have decided."""
    for naam, regels in (("onderzoek", ONDERZOEK), ("wederhoor", HOREN)):
        assert typ(map_, monkeypatch, f"escalatie {naam} bloem", *regels) > 0
    zonder = [regel if nr != 4 else "Het kan niet wachten" for nr, regel in enumerate(STOP)]
    zonder[6] = "Alles op orde"
    assert typ(map_, monkeypatch, "escalatie maatregel bloem clientenstop", *zonder) > 0
    capsys.readouterr()
    regels = ["1", "Veilig", "1"] if soort == "opheffing" else ["Veilig", "1"]
    typ(map_, monkeypatch, f"escalatie {soort} bloem --proef", *regels)
    assert "besloten_door: Wie het besloot\n  1. dir: Di Recteur\n> " in capsys.readouterr().err


def test_yes_takes_over_what_is_shown(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typ(map_, monkeypatch, "escalatie maatregel bloem clientenstop", "Het moet", "1", "ja", "ja")
    fout = capsys.readouterr().err
    assert "'ja' is geen heel getal" not in fout
    assert "overslaan, ernst" in fout


def test_a_day_in_an_option_is_said_as_in_a_question_and_who_was_asked_too_early_hears_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    onderzoek = "escalatie onderzoek bloem --begonnen gisteren --bevindingen Gezien."
    assert typ(map_, monkeypatch, onderzoek, "ja") > 0
    assert "  begonnen: zondag 17 mei 2026\n" in capsys.readouterr().err
    assert str(lees(map_, "*-onderzoek.yaml")["begonnen"]) == "2026-05-17"
    horen = (
        "escalatie wederhoor bloem --uitgenodigd {} --termijn-tot vandaag --wijze gesprek --proef"
    )
    let_op = "vóór de bevindingen van 18 mei 2026: zo is op die bevindingen niet gehoord"
    assert typ(map_, monkeypatch, horen.format("gisteren"), "v", *[""] * 3) > 0
    assert let_op in " ".join(capsys.readouterr().out.split())
    assert typ(map_, monkeypatch, horen.format("vandaag"), "v", *[""] * 3) > 0
    assert let_op not in " ".join(capsys.readouterr().out.split())


def test_signals_about_what_falls_short_may_well_have_led_to_an_opening(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bron = "--soort tijdigheid --ernst feitelijk --kant DOP --bron monitoring --acuut nee"
    signaal = f"signaal signaal bloem Laat {bron} --verplichting VP-1 --datum v"
    assert typ(map_, monkeypatch, signaal, "") > 0
    opening = "escalatie opening bloem --contract ambulant --afweging Nodig --besloten-door dir"
    tekort = "VP-1", "Laat", "tijdigheid", "Gezien", "", "dreigend"
    typ(map_, monkeypatch, f"{opening} --naam nog", "", *tekort, "", "", "", "", "=")
    assert ": over de genoemde verplichting" in capsys.readouterr().err
    [pad] = [p for p in map_.glob("bloem/escalaties/*/*-opening.yaml") if "nog" in p.parent.name]
    [genoemd] = YAML(typ="safe").load(pad.read_text("utf-8"))["signalen"]
    assert genoemd == "signalen/2026-05-18-tijdigheid"


def test_to_whom_a_transfer_goes_is_asked_where_its_scope_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who takes over is judged of the measure as it was changed; what is left open stays."""
    klein_register.lees(tmp_path, Bouw("$G m5o+@03-02", "J").bestanden)
    anders = "escalatie aanpassing bloem --reden Anders"
    regels = ["dir", "Alleen Noord", "", "", "De Iep", "", "", ""]
    assert typ(tmp_path, monkeypatch, anders, *regels) > 0
    assert "reikwijdte, ontvangers" in capsys.readouterr().err
    assert lees(tmp_path, "*-aanpassing.yaml")["reikwijdte"]["ontvangers"] == ["De Iep"]


def test_an_obligation_is_named_in_words_and_what_nobody_wrote_down_is_added_first(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = "wat=Laat soort=tijdigheid ernst=feitelijk feiten=Gezien"
    zaak = ("escalatie", "opening", "bloem", "--naam", "nog", "--afweging", "reden=Zo")
    zo = ("--besloten-door", "mia", "--contract", "ambulant", "--proef", "--tekortkoming")
    for wat, code in (("personeel op orde", 2), ("VP-1", 0)):
        assert (
            _zonder_terminal(map_, monkeypatch, *zaak, *zo, f"verplichting='{wat}' {rest}") == code
        )
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "'personeel op orde' past op geen verplichting." in gezegd
    assert "leg haar dan eerst vast: clm lijst verplichtingen bloem --wat …" in gezegd


def test_the_same_opening_again_leads_on_in_the_case_that_is_there(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = "verplichting=VP-1 wat=Laat soort=tijdigheid ernst=feitelijk feiten=Gezien"
    zaak = ("escalatie", "opening", "bloem", "--naam", "nog", "--afweging", "reden=Zo")
    zo = ("--besloten-door", "mia", "--contract", "ambulant", "--tekortkoming", rest)
    for _ in range(2):
        assert _zonder_terminal(map_, monkeypatch, *zaak, *zo) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "stond er al: bloem/escalaties/2026-05-18-nog/" in gezegd
    assert "2026-05-18-nog-2" not in gezegd
