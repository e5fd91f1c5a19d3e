"""What is asked at a terminal is shown with its choices, and a wrong answer is asked again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from tests import gelijktijdig, klein_register
from tests.ladder.zaakbouw import Bouw
from tests.toetsen import Toetsen


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path)
    return tmp_path


def typ(map_: Path, monkeypatch: pytest.MonkeyPatch, opdracht: str, *regels: str) -> int:
    """Type a command, and these lines when it asks."""
    monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{regel}\n" for regel in regels)))
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    return draai([*opdracht.split(), *vast])


def lees(pad: Path) -> dict[str, object]:
    return YAML(typ="safe").load(pad.read_text("utf-8"))


def test_a_thing_of_the_register_is_chosen_by_number_name_or_all_of_them(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the skeleton of what else an overeenkomst may say stands below it as comments."""
    regels = ["Raam 2027", "sdfk", "9", "sdfl", "Zuidd", "alle", "", "", "", "1 juni", "1 jan 2027"]
    assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", *regels, "31-12-2028") == 0
    gezegd = capsys.readouterr()
    assert "  1. sdfl-jeugdhulp-2026: Contract- en leveranciersmanagement" in gezegd.err
    assert "'sdfk' past op geen regime; typ het nummer of de naam.\nregime:" in gezegd.err
    assert "'9' past op geen regime" in gezegd.err
    assert "'Zuidd' past op geen gemeente" in gezegd.err
    assert "'1 juni' is geen datum; zet het jaar erbij" in gezegd.err
    kaart = map_ / "overeenkomsten/raam-2027/overeenkomst.yaml"
    gemeenten = [g["id"] for g in lees(map_ / "organisatie.yaml")["gemeenten"]]
    assert lees(kaart) == {
        "titel": "Raam 2027",
        "regime": "sdfl-jeugdhulp-2026",
        "gemeenten": gemeenten,
        "looptijd": {
            "uitvoering_van": lees(kaart)["looptijd"]["uitvoering_van"],
            "uitvoering_tot": lees(kaart)["looptijd"]["uitvoering_tot"],
        },
    }
    tekst = kaart.read_text("utf-8")
    assert "  uitvoering_van: 2027-01-01\n  uitvoering_tot: 2028-12-31\n" in tekst
    assert "# percelen:\n#   - id:" in tekst
    assert "# opties:\n#   - id:" in tekst
    assert "# De dag waarop de overeenkomst is gesloten.\n# gesloten:\n" in tekst


def test_a_name_is_enough_where_an_option_asks_for_an_id(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = ["overeenkomst", "nieuw", "raam-2027", "--titel", "R", "--regime", "SMA"]
    opdracht += ["--gemeente", "Gemeente Zuid", "--looptijd", "uitvoering_van=2027-01-01"]
    assert draai([*opdracht, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]) == 0
    kaart = lees(map_ / "overeenkomsten/raam-2027/overeenkomst.yaml")
    assert kaart["regime"] == "sma-2026"
    assert kaart["gemeenten"] == ["zuid"]


def test_a_part_that_cannot_be_read_shows_its_form(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = ["overeenkomst", "nieuw", "raam-2027", "--titel", "R", "--looptijd", "2027"]
    assert draai([*opdracht, "--map", str(map_), "--door", "mia"]) == 2
    fout = capsys.readouterr().err
    assert '--looptijd "gunning=… implementatie=… uitvoering_van=… uitvoering_tot=…"' in fout


def test_a_list_of_parts_is_asked_piece_by_piece_until_it_is_all(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line with what is no field is asked again; what was typed before it is not lost."""
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    deel = ["te laat", "wat=Laat onzin", "", "VP-1", "Te laat gestart", "8", "5", "Gezien."]
    nog = ["VP-1", "Te veel uitval", "kwaliteit", "Geteld.", "", "1", "dreigend"]
    nog += ["Op tijd starten", "", "", "", "", "ja", "", "", ""]
    begin = "escalatie opening bloem --contract ambulant --besloten-door dir --afweging reden=Nodig"
    voor = set((map_ / "bloem").glob("escalaties/*"))
    assert typ(map_, monkeypatch, begin, *deel, "ja", *nog) == 0
    gezegd = capsys.readouterr().err
    assert "in één regel: verplichting=… wat=… soort=…" in gezegd
    assert "'te laat' is niet te plaatsen zonder naam en =; met Enter vraagt clm" in gezegd
    assert "'onzin' is niet te plaatsen.\ntekortkomingen:" in gezegd
    assert "'8' staat er niet bij; typ het nummer of het woord.\ntekortkomingen, soort:" in gezegd
    [zaak] = set((map_ / "bloem").glob("escalaties/*")) - voor
    [feit] = zaak.glob("*opening*.yaml")
    rijen = lees(feit)["tekortkomingen"]
    assert [(r["id"], r["wat"], r["soort"], r["ernst"]) for r in rijen] == [
        ("T1", "Te laat gestart", ["tijdigheid"], "feitelijk"),
        ("T2", "Te veel uitval", ["kwaliteit"], "dreigend"),
    ]


def test_a_new_provider_is_asked_for_what_a_dossier_needs(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regels = ["Stichting Roos", "1234", "12345678", "Molenweg 3", "12", "1234ab", "Zuid"]
    assert typ(map_, monkeypatch, "nieuw", *regels) == 0
    gezegd = capsys.readouterr().err
    assert "'12' is geen postcode zoals 1234 AB.\npostcode:" in gezegd
    assert (
        "'1234' is geen KvK-nummer van acht cijfers (buiten Nederland: land en registratie).\nkvk:"
        in gezegd
    )
    kaart = lees(map_ / "stichting-roos/aanbieder.yaml")
    assert str(kaart["kvk"]) == "12345678"
    assert kaart["postadres"] == {"straat": "Molenweg 3", "postcode": "1234 AB", "plaats": "Zuid"}
    assert typ(map_, monkeypatch, "nieuw Roos --straat S --plaats P --land België", "", "") == 2
    gezegd = capsys.readouterr().err
    assert "kvk:" not in gezegd
    assert "nog eens Enter breekt af" in gezegd
    assert "Dit ontbreekt nog: --postcode (" in gezegd
    assert typ(map_, monkeypatch, "nieuw Roos --straat S --postcode 1234AB --plaats P", "", "") == 2
    gezegd = capsys.readouterr().err
    assert "Dit ontbreekt nog: --kvk, of --land buiten Nederland." in gezegd
    assert not (map_ / "roos").exists()


def test_the_letter_itself_is_asked_first_and_no_day_of_receipt_is_to_come(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused without is asked before what decides whether they were in time."""
    scan = tmp_path / "scan.txt"
    scan.write_text("Wij zijn het niet eens.", encoding="utf-8")
    regels = ["weg.pdf", str(scan), "Niet eens", "vraag", "2"]
    regels += ["mail", "19 mei", "18 mei"]
    assert typ(map_, monkeypatch, "brief binnengekomen bloem", *regels) == 0
    gezegd = capsys.readouterr().err
    assert "'weg.pdf' is geen bestand; typ het pad ervan.\ndocument:" in gezegd
    assert "dinsdag 19 mei 2026 moet nog komen" in gezegd
    assert gezegd.index("document:") < gezegd.index("kanaal:")
    [kaart] = map_.glob("bloem/brieven/2026-05-18-vraag/brief.yaml")
    assert lees(kaart)["onderwerp"] == "Niet eens"
    [feit] = map_.glob("bloem/brieven/2026-05-18-vraag/*-binnengekomen.yaml")
    assert lees(feit)["kanaal"] == "e-mail"


@pytest.mark.parametrize(
    ("getypt", "gezegd"), [("tel", "telefoon"), ("mail", "e-mail"), ("Telefoon", "telefoon")]
)
def test_an_option_takes_the_beginning_of_a_choice_as_a_question_does(
    map_: Path, monkeypatch: pytest.MonkeyPatch, getypt: str, gezegd: str
) -> None:
    opdracht = f"noteer bloem gebeld --wijze {getypt} --richting in --met Jan"
    assert typ(map_, monkeypatch, opdracht) == 0
    [feit] = map_.glob("bloem/contacten/2026-05-18-*.yaml")
    assert (lees(feit)["wijze"], lees(feit)["richting"]) == (gezegd, "inkomend")


def test_the_beginning_of_more_than_one_choice_is_none(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "noteer bloem gebeld --wijze b --richting in --met Jan") == 2
    assert "bezoek, overleg, brief" in capsys.readouterr().err


def test_of_many_files_the_first_are_named(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What comes next stays in sight."""
    rijen = [f"Roos {nr};Laan 1;9999 ZZ;Zuid;{nr:08d}" for nr in range(10, 31)]
    blad = tmp_path / "a.csv"
    blad.write_text("\n".join(["naam;straat;postcode;plaats;kvk", *rijen]), encoding="utf-8")
    assert typ(map_, monkeypatch, f"nieuw --uit {blad} --ja") == 0
    gezegd = capsys.readouterr().out
    assert gezegd.count("  geschreven: roos-") == 10
    assert "  geschreven: … en 11 andere\n" in gezegd
    assert len(list(map_.glob("roos-*/aanbieder.yaml"))) == 21


def test_nobody_is_called_by_one_letter(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who answers the question of a day, is asked whom he meant."""
    assert typ(map_, monkeypatch, "noteer bloem gebeld --wijze tel --richting in", "v", "Jan") == 0
    assert "'v' is geen naam; typ die in woorden." in capsys.readouterr().err
    [feit] = map_.glob("bloem/contacten/2026-05-18-*.yaml")
    assert lees(feit)["met"] == ["Jan"]


def test_a_person_that_is_none_is_refused_before_the_questions(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = "escalatie opening bloem --contract ambulant --besloten-door annek"
    assert typ(map_, monkeypatch, opdracht, *["x"] * 9) == 2
    gezegd = capsys.readouterr().err
    assert "--besloten-door: 'annek' past op geen persoon." in gezegd
    assert "tekortkomingen:" not in gezegd


def test_what_is_nowhere_in_the_dossier_is_asked_again(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where there is nothing to choose from."""
    signaal = (
        "signaal bloem mis --soort kwaliteit --ernst feitelijk --kant DOP --bron soort=gemeente "
        "--datum 2026-05-18"
    )
    assert typ(map_, monkeypatch, signaal, "IGJ", "", "", "") == 0
    assert "'IGJ' " in capsys.readouterr().err


LOTEN = """
titel: Raam met percelen
regime: sdfl-jeugdhulp-2026
gemeenten: [noord]
zorgvormen: [ambulant, verblijf]
percelen:
  - {id: p1, titel: Ambulant, zorgvorm: ambulant}
  - {id: p2, titel: Verblijf, zorgvorm: verblijf}
looptijd: {uitvoering_van: 2027-01-01, uitvoering_tot: 2028-12-31}
"""


def test_a_contract_is_asked_for_its_lots_and_its_care_forms_follow(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the overeenkomst does not name, is a slip: norms of a lot would find no contract."""
    klein_register.lees(map_, {"overeenkomsten/loten/overeenkomst.yaml": LOTEN})
    nieuw = "contract nieuw bloem"
    assert typ(map_, monkeypatch, f"{nieuw} een", "loten", "p9", "verblijf", "N-1") == 0
    gezegd = capsys.readouterr().err
    assert "'p9' past op geen perceel" in gezegd
    assert "aangenomen: zorgvormen verblijf" in gezegd
    assert "\nzorgvormen:" not in gezegd
    kaart = lees(map_ / "bloem/contracten/een/contract.yaml")
    assert (kaart["percelen"], kaart["zorgvormen"]) == (["p2"], ["verblijf"])
    assert typ(map_, monkeypatch, f"{nieuw} twee", "loten", "", "N-2", "amb") == 0
    assert "\n  1. ambulant\n  2. verblijf\n" in capsys.readouterr().err
    assert lees(map_ / "bloem/contracten/twee/contract.yaml")["zorgvormen"] == ["ambulant"]
    fout = f"{nieuw} drie --overeenkomst loten --nummer N-3 --zorgvorm ambulante"
    assert typ(map_, monkeypatch, fout, "") == 2
    assert "'ambulante' is geen zorgvorm van loten" in capsys.readouterr().err
    assert not (map_ / "bloem/contracten/drie").exists()
    klein_register.schrijf(
        map_, {"overeenkomsten/loten/overeenkomst.yaml": LOTEN.replace("2027-01-01", "2025-01-01")}
    )
    assert typ(map_, monkeypatch, f"{nieuw} vier", "loten", "p1", "N-4", "", "") == 2
    gezegd = capsys.readouterr().err
    assert "Dit ontbreekt nog: --looptijd uitvoering_van=DATUM (de" in gezegd, "as it can be given"


BRIEF = "document: SCAN\nkanaal: e-mail\ndatum: 2026-05-18\nonderwerp: X\n"
UITVOERING = "gedaan: x\n"
NIEUW = "overeenkomst: loten\nnummer: N\n"


@pytest.mark.parametrize(
    ("opdracht", "inhoud", "gezegd"),
    [
        ("gesprek gepland bloem", "datum: 2026-09-10\ngenodigden: [{persoon: [a]}]\n", "persoon"),
        ("contract nieuw bloem een", f"{NIEUW}percelen: [[p1]]\n", "zorgvorm"),
        ("contract nieuw bloem een", f"{NIEUW}percelen: {{p1: x}}\n", "zorgvorm"),
        ("escalatie maatregel bloem clientenstop", "gemeenten: [[a]]\n", "--reden"),
        ("escalatie uitvoering bloem", f"{UITVOERING}gemeente: [a]\n", "gemeente: hier hoort"),
        ("brief binnengekomen bloem", f"{BRIEF}soort: vraag\nbij: [a]\n", "leidt nergens heen"),
    ],
)
def test_what_a_file_says_may_be_anything_and_is_refused_by_its_name(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opdracht: str,
    inhoud: str,
    gezegd: str,
) -> None:
    map_ = tmp_path / "r"
    loten = {"overeenkomsten/loten/overeenkomst.yaml": LOTEN}
    klein_register.lees(map_, {**Bouw("$G m5c+@02-17 volmacht-zuid-mist", "J").bestanden, **loten})
    bestand = tmp_path / "in.yaml"
    bestand.write_text(inhoud.replace("SCAN", str(bestand)), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia", "--ja"]
    assert draai([*opdracht.split(), "--bestand", str(bestand), *vast]) == 2
    assert gezegd in " ".join(capsys.readouterr().err.split())


def test_who_was_there_is_named_alone_and_on_whose_side_follows(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is known in none of the two lists is not put on a side."""
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\n"
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-11-b/gesprek.yaml": kaart})
    mensen = "contactpersonen: [{id: r-de-wit, naam: Ruth de Wit, functie: bestuurder}]\n"
    with (map_ / "bloem/aanbieder.yaml").open("a", encoding="utf-8") as aanbieder:
        aanbieder.write(f"\n{mensen}")
    begin = "gesprek gehouden bloem 2026-05-11 --vorm digitaal --aanwezig"
    assert typ(map_, monkeypatch, f"{begin} piet") == 2
    assert "'piet' is niemand die dit dossier kent" in capsys.readouterr().err
    assert typ(map_, monkeypatch, f"{begin} mia --aanwezig ruth") == 0
    gezegd = capsys.readouterr().out
    assert gezegd.count("let op: DOS204 ") == 2, "alike: the first, and how many there are"
    assert "let op: DOS204 nog 4 keer; clm controleer toont ze" in gezegd
    er = lees(map_ / "bloem/gesprekken/2026-05-11-b/gesprek.yaml")["gehouden"]["aanwezig"]
    assert [rij["partij"] for rij in er] == ["opdrachtgever", "aanbieder"]


def test_who_left_is_not_shown_to_be_invited_and_can_still_be_named(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who was at a talk before leaving is recorded by name; no number means somebody unseen."""
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\n"
    er = "{datum: 2026-05-11, vorm: digitaal, aanwezig: [{persoon: ruth, partij: aanbieder}]}"
    klein_register.lees(
        map_, {"bloem/gesprekken/2026-05-11-b/gesprek.yaml": f"{kaart}gehouden: {er}\n"}
    )
    weg = "{id: ruth, naam: Ruth de Wit, functie: bestuurder, tot: 2026-05-17}"
    with (map_ / "bloem/aanbieder.yaml").open("a", encoding="utf-8") as aanbieder:
        aanbieder.write(f"\ncontactpersonen: [{weg}]\n")
    begin = "gesprek gepland bloem --datum 2026-06-11 --contract ambulant --soort regulier"
    typ(map_, monkeypatch, begin, "99", "ruth", *[""] * 6)
    gezegd = capsys.readouterr().err
    assert "genodigden: " in gezegd
    assert "1. mia" in gezegd
    assert ": Ruth de Wit" not in gezegd
    assert "aanwezig op 11 mei" not in gezegd, "nobody of then is there"
    assert "'99' past op geen persoon" in gezegd
    [pad] = map_.glob("bloem/gesprekken/2026-06-11-*/gesprek.yaml")
    assert lees(pad)["genodigden"] == [{"persoon": "ruth", "partij": "aanbieder"}]


ACTIES = """contracten: [ambulant]
soort: regulier
datum: 2026-05-11
gehouden:
  datum: 2026-05-11
  vorm: digitaal
  aanwezig: [{persoon: mia, partij: opdrachtgever}]
  acties:
    - {id: A-31, wat: Levert het uitvalcijfer, wie: Ruth, partij: aanbieder, kant: DOP,
       klaar_als: geleverd, uiterlijk: 2026-06-01}
    - {id: A-32, wat: Levert het scholingsplan, wie: Ruth, partij: aanbieder, kant: DOP,
       klaar_als: geleverd, uiterlijk: 2026-06-01}
"""


def test_what_is_done_is_chosen_from_what_runs_or_named_in_its_own_words(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-11-b/gesprek.yaml": ACTIES})
    assert typ(map_, monkeypatch, "actie afgerond bloem", "levert", "scholingsplan", "=") == 0
    gezegd = capsys.readouterr().err
    assert "  1. A-31: Levert het uitvalcijfer\n  2. A-32: Levert het scholingsplan\n" in gezegd
    assert "'levert' past op meer dan één afspraak of signaal: A-31, A-32." in gezegd
    assert (map_ / "bloem/opvolging/2026-05-18-afgerond-a-32.yaml").exists()
    begin = ["actie", "verzet", "bloem"]
    vast = ["--uiterlijk", "2026-06-08", "--reden", "Ziek", "--map", str(map_), "--door", "mia"]
    nu = ["--vandaag", "2026-05-18"]
    assert draai([*begin, "het scholingsplan", *vast, *nu]) == 2, "it is done"
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "past op geen afspraak of signaal van bloem dat nog loopt." in gezegd
    assert "nu: clm actie lijst bloem" in gezegd
    assert draai([*begin, "levert", *vast, *nu]) == 0, "only one runs"
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "verzet vastgelegd bij A-31 (Levert het uitvalcijfer)." in gezegd
    assert (map_ / "bloem/opvolging/2026-05-18-verzet-a-31.yaml").exists()


def test_an_option_without_its_value_is_told_what_it_takes(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "kpi bloem --boete") == 2
    assert "Achter --boete hoort een waarde: --boete BEDRAG." in capsys.readouterr().err


def test_nobody_is_asked_about_a_file_that_is_not_there(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "cijfers inlezen weg.xlsx", "v") == 2
    gezegd = capsys.readouterr().err
    assert "weg.xlsx is niet te lezen: het is er niet" in gezegd
    assert "ontvangen:" not in gezegd


def test_the_day_of_figures_that_cannot_be_read_is_given_back(
    map_: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "leeg.csv").write_text("a;b\n", "utf-8")
    assert typ(map_, monkeypatch, f"cijfers inlezen {tmp_path}/leeg.csv", "v") == 2
    assert "wat u antwoordde, als opties: --ontvangen 2026-05-18" in capsys.readouterr().err


def test_a_part_that_cannot_be_is_asked_again_at_once(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sign that takes over what is shown is no answer where nothing is."""
    regels = ["=", "Raam 2027", "sma", "alle", "uitvoering_van=gister"]
    looptijd = "uitvoering_van='1 jan 2027' uitvoering_tot=2028-12-31"
    assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", *regels, looptijd) == 0
    gezegd = capsys.readouterr().err
    assert "Er is niets om met = over te nemen.\ntitel:" in gezegd
    assert "'gister' is geen datum" in gezegd
    kaart = lees(map_ / "overeenkomsten/raam-2027/overeenkomst.yaml")
    assert kaart["titel"] == "Raam 2027"
    assert str(kaart["looptijd"]["uitvoering_van"]) == "2027-01-01"


def test_a_part_is_asked_for_as_much_as_makes_it_right(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who was there is named by an id or by a name; neither alone has to be."""
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\n"
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-11-b/gesprek.yaml": kaart})
    regels = ["partij=aanbieder", "", "2", "", "Ruth de Wit", "ja", "1", "Mia", ""]
    begin = "gesprek gehouden bloem 2026-05-11 --vorm digitaal"
    assert typ(map_, monkeypatch, begin, *regels) == 0
    gezegd = capsys.readouterr().err
    assert "noem óf de persoon (id), óf de naam.\naanwezig:" in gezegd
    assert "noem óf de persoon (id), óf de naam.\naanwezig, naam:" in gezegd
    gesprek = lees(map_ / "bloem/gesprekken/2026-05-11-b/gesprek.yaml")
    assert gesprek["gehouden"]["aanwezig"] == [
        {"partij": "aanbieder", "naam": "Ruth de Wit"},
        {"partij": "opdrachtgever", "persoon": "mia"},
    ]


def test_what_a_part_still_needs_is_named_as_the_option_that_there_is(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    begin = "escalatie opening bloem --contract ambulant --besloten-door dir --afweging reden=Nodig"
    regels = ["", "VP-1", "Te laat gestart", "5", "Gezien.", "", "", ""]
    assert typ(map_, monkeypatch, begin, *regels) == 2
    gezegd = capsys.readouterr().err
    assert 'Dit ontbreekt nog: --tekortkoming "… ernst=…"' in gezegd
    assert "tekortkomingen, verplichting: De verplichting die niet" in gezegd
    assert "  1. VP-1: " in gezegd


@pytest.mark.parametrize(
    ("deel", "mist"),
    [
        ((), ['--tekortkoming "verplichting=… wat=… soort=… feiten=… ernst=…" (']),
        (
            ("--tekortkoming", "verplichting=VP-1 wat=Laat soort=tijdigheid"),
            ['--tekortkoming "… feiten=…" (', '--tekortkoming "… ernst=…" ('],
        ),
    ],
)
def test_what_a_part_needs_is_refused_in_one_go_off_a_terminal(
    deel: tuple[str, ...], mist: list[str], map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai(["escalatie", "opening", "bloem", *deel, *vast]) == 2
    gezegd = capsys.readouterr().err
    assert '--afweging "reden=…" (' in gezegd
    assert all(zin in gezegd for zin in mist)


def test_what_comes_after_the_opening_of_one_more_case_names_that_case(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    begin = "escalatie opening bloem --contract ambulant --besloten-door dir --afweging reden=Nodig"
    regels = ["", "VP-1", "Laat", "5", "Gezien.", "", "1", "", "", "", "", ""]
    assert typ(map_, monkeypatch, begin, *regels) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "clm escalatie onderzoek bloem 2026-05-18-tijdigheid" in gezegd
    onderzoek = "escalatie onderzoek bloem 2026-05-18-tijdigheid --begonnen 2026-05-18"
    assert typ(map_, monkeypatch, f"{onderzoek} --bevindingen Gezien.", "ja") == 0
    capsys.readouterr()
    assert typ(map_, monkeypatch, "escalatie toon bloem 2026-05-18-tijdigheid") == 0
    toon = " ".join(capsys.readouterr().out.split())
    assert "clm escalatie sluiting bloem 2026-05-18-tijdigheid" in toon
    assert typ(map_, monkeypatch, "brief maak bloem ingebrekestelling 2026-05-18-tijdigheid") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "clm escalatie maatregel bloem ingebrekestelling 2026-05-18-tijdigheid" in gezegd
    assert typ(map_, monkeypatch, "brief maak bloem dreigende-tekortkoming tijdigheid") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "clm escalatie tekortkoming bloem 2026-05-18-tijdigheid" in gezegd


def test_to_whom_a_letter_goes_follows_from_how_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = gelijktijdig.maak(tmp_path / "r")
    assert (
        typ(map_, monkeypatch, f"brief verzonden bloem {gelijktijdig.BRIEF}", "per duif", "2") == 0
    )
    gezegd = capsys.readouterr().err
    assert "'per duif' staat er niet bij" in gezegd
    assert "aangenomen: datum 18 mei 2026; aan " in gezegd
    assert "\naan: " not in gezegd


@pytest.mark.parametrize("welke", ["2", "2026-02-10-maatregel-verbeterplan-2"])
def test_a_fact_that_is_shown_with_a_number_is_chosen_by_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch, welke: str
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03 m2+@02-10", "J").bestanden)
    facts = "--gehouden 2026-05-15 --uitkomst Geen"
    leeg = [""] * 6
    assert typ(map_, monkeypatch, f"escalatie geschil bloem {facts}", welke, *leeg) == 0
    [feit] = map_.glob("bloem/escalaties/*/2026-05-18-geschil.yaml")
    assert str(lees(feit)["bij"]).startswith("2026-02-10-maatregel")


def test_what_the_letter_on_a_decision_reads_is_asked_with_the_decision(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """J45: an answer to what the provider brings forward, without which no letter can be made."""
    klein_register.lees(map_, Bouw("$H bzw@03-10", "J").bestanden)
    begin = "escalatie beslissing bloem --uitkomst gehandhaafd --reden Past --besloten-door dir"
    assert typ(map_, monkeypatch, begin, "Te zwaar", "Dat is zij niet.", *[""] * 4) == 0
    [feit] = map_.glob("bloem/escalaties/*/2026-05-18-beslissing.yaml")
    assert lees(feit)["weging"] == [{"punt": "Te zwaar", "antwoord": "Dat is zij niet."}]


def test_what_a_case_waits_for_has_its_command_on_its_page(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also the signal that nobody named at the opening, without which no step can be taken."""
    klein_register.lees(map_, Bouw("geen-signaal", "J").bestanden)
    assert draai(["escalatie", "toon", "bloem", "--map", str(map_), "--vandaag", "2026-05-18"]) == 0
    blad = " ".join(capsys.readouterr().out.split())
    assert "(hard) aanleiding nee" in blad
    noem = "Vastleggen (aanleiding): clm correctie bloem escalaties/2026-01-12-zaak/2026-01-12-open"
    assert noem in blad


def test_who_stops_halfway_finds_back_what_was_typed(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", "Raam 2027", "sma") == 130
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Afgebroken; er is niets geschreven." in gezegd
    assert "raam-2027.yaml (geef die met --bestand)" in gezegd
    assert lees(map_ / ".clm/concepten/raam-2027.yaml") == {
        "titel": "Raam 2027",
        "regime": "sma-2026",
    }


def test_who_stops_halfway_their_letter_finds_back_what_was_typed(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever question it is at which somebody stops."""
    scan = tmp_path / "scan.txt"
    scan.write_text("Wij zijn het niet eens.", encoding="utf-8")
    for regels in ((str(scan), "Niet eens"), (str(scan), "Niet eens", "", "2")):
        assert typ(map_, monkeypatch, "brief binnengekomen bloem", *regels) == 130
        gezegd = " ".join(capsys.readouterr().err.split())
        assert "Afgebroken; er is niets geschreven." in gezegd
        naam = gezegd.rpartition("/.clm/concepten/")[2].partition(" ")[0]
        assert lees(map_ / ".clm/concepten" / naam)["onderwerp"] == "Niet eens"


def test_who_stops_halfway_a_row_finds_back_what_was_typed(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    risico = "lijst risicos bloem --wat Uitval --kans hoog --gevolg hoog --eigenaar mia"
    assert typ(map_, monkeypatch, f"{risico} --sinds 2026-03-02") == 0
    assert typ(map_, monkeypatch, "lijst risicos bloem --wijzig R-01", "Werven") == 130
    concept = map_ / ".clm/concepten/bloem-risicos.yaml"
    assert f"uw invoer is bewaard in {concept}" in " ".join(capsys.readouterr().err.split())
    weer = f"lijst risicos bloem --wijzig R-01 --herzien 2026-07-01 --bestand {concept}"
    assert typ(map_, monkeypatch, weer) == 0
    assert "Werven" in (map_ / "bloem/lijsten/risicos.yaml").read_text("utf-8")
    assert not concept.exists()
    vraag = "lijst onduidelijkheden bloem --vraag Mag? --soort hiaat --gesteld-door aanbieder"
    assert typ(map_, monkeypatch, f"{vraag} --eigenaar mia --sinds 2026-03-02") == 0
    capsys.readouterr()
    assert typ(map_, monkeypatch, "lijst onduidelijkheden bloem --klaar O-01", "Ja, dat mag") == 130
    concept = map_ / ".clm/concepten/bloem-onduidelijkheden.yaml"
    assert lees(concept)["antwoord"] == "Ja, dat mag"


VERPLICHT = """
verplichtingen:
  - {id: V-1, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC,
     herhaling: {elke: jaar, eerste: 2026-06-01}}
"""


def test_who_stops_before_an_obligation_is_met_finds_back_what_was_typed(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.schrijf(map_, {"bloem/lijsten/verplichtingen.yaml": VERPLICHT})
    begin = "lijst verplichtingen bloem --nagekomen V-1"
    assert typ(map_, monkeypatch, begin, "12 mei 2026") == 130
    concept = map_ / ".clm/concepten/bloem-nagekomen.yaml"
    assert f"uw invoer is bewaard in {concept}" in " ".join(capsys.readouterr().err.split())
    assert not (map_ / "bloem/nakomingen").exists()
    assert typ(map_, monkeypatch, f"{begin} --bestand {concept} --bewijs portaal") == 0
    [feit] = (map_ / "bloem/nakomingen").iterdir()
    assert (str(lees(feit)["datum"]), lees(feit)["bewijs"]) == ("2026-05-12", "portaal")


@pytest.mark.parametrize(
    ("regels", "bewaard"),
    [
        (["", "VP-1", "Te laat"], [{"verplichting": "VP-1", "wat": "Te laat"}]),
        (
            ["verplichting=VP-1 wat=Laat soort=tijdigheid ernst=dreigend feiten=Gezien."],
            [
                {
                    "verplichting": "VP-1",
                    "wat": "Laat",
                    "soort": ["tijdigheid"],
                    "ernst": "dreigend",
                    "feiten": "Gezien.",
                }
            ],
        ),
        (
            ["", "VP-1", "Te laat", "tijdigheid", "Gezien.", "ja", "VP-1", "Te veel"],
            [
                {
                    "verplichting": "VP-1",
                    "wat": "Te laat",
                    "soort": ["tijdigheid"],
                    "feiten": "Gezien.",
                },
                {"verplichting": "VP-1", "wat": "Te veel"},
            ],
        ),
    ],
    ids=["halfway the first part", "after a part in one line", "halfway the second part"],
)
def test_who_stops_halfway_a_list_of_parts_finds_back_all_of_them(
    map_: Path, monkeypatch: pytest.MonkeyPatch, regels: list[str], bewaard: list[object]
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    begin = "escalatie opening bloem --contract ambulant --besloten-door dir --afweging reden=Nodig"
    assert typ(map_, monkeypatch, begin, *regels) == 130
    [concept] = (map_ / ".clm/concepten").iterdir()
    gehouden = lees(concept)["tekortkomingen"]
    assert [{n: w for n, w in rij.items() if n != "id"} for rij in gehouden] == bewaard


def test_who_stops_at_the_last_question_is_told_that_nothing_was_written(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("clm_cli.cli.schrijven._MEESTE", 0)
    assert typ(map_, monkeypatch, "planning 2027 --vastleggen") == 130
    assert "Afgebroken; er is niets geschreven." in capsys.readouterr().err


def test_an_option_that_is_empty_is_refused_and_not_passed_over(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who wants to clear a field would take it for cleared."""
    risico = "lijst risicos bloem --wat Uitval --kans hoog --gevolg hoog --eigenaar mia"
    assert typ(map_, monkeypatch, f"{risico} --sinds 2026-03-02 --maatregel Werven") == 0
    capsys.readouterr()
    assert typ(map_, monkeypatch, "lijst risicos bloem --wijzig R-01 --kans laag --maatregel=") == 2
    assert "maatregel: is leeg" in capsys.readouterr().err


def test_a_half_part_is_not_left_out_unseen(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(map_, Bouw("m1@02-03", "J").bestanden)
    begin = "escalatie opening bloem --contract ambulant --besloten-door dir --afweging reden=Nodig"
    eerste = ["", "VP-1", "Laat", "5", "Gezien."]
    half = ["ja", "VP-1", "Uitval", "2", "", "Geteld.", ""]
    assert typ(map_, monkeypatch, begin, *eerste, *half, "1", "2", *[""] * 9) == 0
    gezegd = capsys.readouterr().err
    assert gezegd.count("Zonder feiten vervalt wat u hier typte") == 1
    [feit] = (map_ / "bloem/escalaties").glob("2026-05-18-*/*opening*.yaml")
    assert [rij["feiten"] for rij in lees(feit)["tekortkomingen"]] == ["Gezien.", "Geteld."]


def test_the_day_of_a_handover_is_asked(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "overdracht bo bloem", "straks", "1 juni 2026", "nee") == 2
    gezegd = capsys.readouterr().err
    assert "'straks' is geen datum" in gezegd
    assert "Dit wordt geschreven:" in gezegd
    assert "wat u antwoordde, als opties: --vanaf 2026-06-01" in gezegd
    assert typ(map_, monkeypatch, "overdracht bo bloem", "1 juni 2026") == 130
    gezegd = capsys.readouterr().err
    assert "verder met wat u al typte: clm overdracht bo bloem" in gezegd
    assert gezegd.rstrip().endswith("--vanaf 2026-06-01")
    assert typ(map_, monkeypatch, "overdracht bo bloem", "", "") == 2
    assert "Dit ontbreekt nog: --vanaf" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [[""], []])
def test_a_new_provider_of_whom_not_all_is_said_is_kept_and_gone_on_with(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stop: list[str]
) -> None:
    """A last Enter leaves questions open, and nothing more is typed at all."""
    begin = "nieuw --agb 12345678 --contactpersoon id=ans --kvk 12345678"
    typ(map_, monkeypatch, begin, "Stichting Roos", "Molenweg 3", *stop)
    gezegd = " ".join(capsys.readouterr().err.split())
    concept = map_ / ".clm/concepten/stichting-roos.yaml"
    assert "stichting-roos.yaml (geef die met --bestand)" in gezegd
    assert lees(concept) == {
        "naam": "Stichting Roos",
        "straat": "Molenweg 3",
        "kvk": 12345678,
        "agb": [12345678],
        "contactpersonen": [{"id": "ans"}],
    }
    verder = f"nieuw --bestand {concept} --contactpersoon"
    deel = "id=ans,naam=Ans,functie=bestuur".replace(",", " ")
    monkeypatch.setattr("sys.stdin", Toetsen("1234ab\nZuid\n"))
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai([*verder.split(), deel, *vast]) == 0
    kaart = lees(map_ / "stichting-roos/aanbieder.yaml")
    assert kaart["postadres"] == {"straat": "Molenweg 3", "postcode": "1234 AB", "plaats": "Zuid"}
    assert [rij["naam"] for rij in kaart["contactpersonen"]] == ["Ans"]


def test_a_file_for_a_new_provider_is_refused_where_it_has_no_place(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = map_.parent / "roos.yaml"
    for tekst, fout in (
        ("naam: Roos\nstad: Zuid\n", "kent geen 'stad'"),
        ("naam: [Roos]\n", "bij naam hoort één tekst"),
        ("naam: Roos\nagb: '12345678'\n", "bij agb hoort een lijst"),
    ):
        bestand.write_text(tekst, encoding="utf-8")
        assert typ(map_, monkeypatch, f"nieuw --bestand {bestand}") == 2
        assert fout in " ".join(capsys.readouterr().err.split())
    assert not (map_ / "roos").exists()


def test_what_is_neither_yes_nor_no_is_asked_again(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Enter is no: nothing is written by accident."""
    opdracht = "overdracht bo bloem --vanaf 2026-06-01"
    for regels in (["x", "nee"], ["N"], [""]):
        assert typ(map_, monkeypatch, opdracht, *regels) == 2
        gezegd = capsys.readouterr().err
        assert "Er is niets geschreven." in gezegd
        assert gezegd.count("Typ ja of nee.\nDit wordt geschreven:") == (regels[0] == "x")
    assert typ(map_, monkeypatch, opdracht, "x", "y", "J") == 0
    assert capsys.readouterr().err.count("Typ ja of nee.") == 2


def test_a_number_or_a_sign_is_no_name(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regels = ["0", "-", "Raam 2027", "sma", "alle", "uitvoering_van=2027-01-01"]
    assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", *regels) == 0
    gezegd = capsys.readouterr().err
    assert "'0' is geen titel; typ die in woorden.\ntitel:" in gezegd
    assert "'-' zegt niets; typ het in woorden." in gezegd
    assert lees(map_ / "overeenkomsten/raam-2027/overeenkomst.yaml")["titel"] == "Raam 2027"
    regels = ["0", "Stichting 24", "12345678", "Molenweg 3", "1234ab", "Zuid"]
    assert typ(map_, monkeypatch, "nieuw", *regels) == 0
    assert "'0' is geen naam; typ die in woorden.\nnaam:" in capsys.readouterr().err
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\n"
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-11-b/gesprek.yaml": kaart})
    regels = ["partij=aanbieder naam=0", "partij=aanbieder naam=Ruth", "", ""]
    begin = "gesprek gehouden bloem 2026-05-11 --vorm digitaal"
    assert typ(map_, monkeypatch, begin, *regels) == 0
    assert "'0' is geen naam; typ die in woorden.\naanwezig:" in capsys.readouterr().err


def test_a_long_answer_that_has_no_place_is_shown_by_its_beginning(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regels = ["Raam 2027", "sma", "alle", "a" * 3000, "uitvoering_van=2027-01-01"]
    assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", *regels) == 0
    assert f"'{'a' * 59}…' is niet te plaatsen" in capsys.readouterr().err


def test_a_long_answer_that_cannot_be_read_is_shown_by_its_beginning(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin = "noteer bloem gebeld --wijze telefoon --richting inkomend --met Jan --tijd"
    assert draai([*begin.split(), "9" * 500, "--map", str(map_), "--door", "mia"]) == 2
    fout = capsys.readouterr().err
    assert f"'{'9' * 39}…' is geen tijd" in fout
    assert "9" * 61 not in fout
    soort = (
        "signaal signaal bloem Laat --soort kwaliteit --datum v --ernst dreigend --kant DOP --bron"
    )
    for woorden, lang in (
        (soort, f"soort={'x' * 500}"),
        ("gesprek gepland bloem --datum", "x" * 500),
    ):
        assert draai([*woorden.split(), lang, "--map", str(map_), "--door", "mia"]) == 2
        assert "x" * 61 not in capsys.readouterr().err


def test_a_name_is_enough_inside_a_part_that_is_typed_in_one_line(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is in an option."""
    mens = [p for p in lees(map_ / "organisatie.yaml")["personen"] if p["id"] == "mia"]
    woord = str(mens[0]["naam"]).split()[-1]
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-1{}\n"
    for dag in "12":
        pad = f"bloem/gesprekken/2026-05-1{dag}-b/gesprek.yaml"
        klein_register.lees(map_, {pad: kaart.replace("{}", dag)})
    begin = "gesprek gehouden bloem 2026-05-1{} --vorm digitaal"
    deel = f"partij=opdrachtgever persoon={woord}"
    assert typ(map_, monkeypatch, begin.replace("{}", "1"), deel, "") == 0
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia", "--aanwezig", deel]
    assert draai([*begin.replace("{}", "2").split(), *vast]) == 0
    for dag in "12":
        gesprek = lees(map_ / f"bloem/gesprekken/2026-05-1{dag}-b/gesprek.yaml")
        assert gesprek["gehouden"]["aanwezig"] == [{"partij": "opdrachtgever", "persoon": "mia"}]


def test_what_was_kept_is_not_kept_once_more(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what is different gets a draft of its own."""
    for regels in (["Raam 2027", "sma"], ["Raam 2027", "sma"], ["Raam 2028"], ["Raam 2028"]):
        assert typ(map_, monkeypatch, "overeenkomst nieuw raam-2027", *regels) == 130
    gezegd = " ".join(capsys.readouterr().err.split())
    concepten = map_ / ".clm/concepten"
    assert {pad.name: lees(pad)["titel"] for pad in concepten.iterdir()} == {
        "raam-2027.yaml": "Raam 2027",
        "raam-2027-2.yaml": "Raam 2028",
    }
    assert gezegd.count("raam-2027.yaml (geef") == gezegd.count("raam-2027-2.yaml (geef") == 2


def test_one_enter_too_many_stops_nothing(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is needed is asked once more; who then says nothing again, stops, and it is kept."""
    regels = ["", "1", "uit", "Jan"]
    assert typ(map_, monkeypatch, "noteer bloem", *regels, "", "Gebeld.", "", "") == 0
    gezegd = capsys.readouterr().err
    assert gezegd.count("Dit is nodig; nog eens Enter breekt af.\n") == 2
    [feit] = (map_ / "bloem/contacten").glob("2026-05-18-telefoon*.yaml")
    assert lees(feit)["kern"] == "Gebeld."
    assert typ(map_, monkeypatch, "noteer bloem", "1", "uit", "Jan", "", "") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Dit ontbreekt nog: --kern" in gezegd
    assert "uw invoer is bewaard in" in gezegd


def test_what_a_new_card_names_and_is_not_there_is_refused_before_a_question(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, "contract nieuw bloem extra --overeenkomst ramp") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "--overeenkomst: 'ramp' past op geen overeenkomst. nu: bedoelt u raam" in gezegd
    assert "nummer:" not in gezegd


def test_what_was_agreed_is_shown_where_it_is_said_to_be_done(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gesprek = "bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml"
    kaart = "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n"
    wie = "  aanwezig: [{persoon: mia, partij: opdrachtgever, rol: contractmanager}]\n"
    actie = "  acties:\n  - {id: A-1, partij: opdrachtgever, wat: Belt, wie: Mia, "
    tekst = f"{kaart}  datum: 2026-05-04\n{wie}{actie}klaar_als: lijst verzonden}}\n"
    klein_register.lees(map_, {gesprek: tekst})
    assert typ(map_, monkeypatch, "actie afgerond bloem A-1", "=") == 0
    assert "  = zoals afgesproken: lijst verzonden\n" in capsys.readouterr().err
    [feit] = (map_ / "bloem/opvolging").glob("2026-05-18-afgerond*.yaml")
    assert lees(feit)["resultaat"] == "lijst verzonden"


@pytest.mark.parametrize(
    ("bestand", "leest"),
    [
        ("q1.csv", "clm cijfers inlezen BESTAND"),
        ("Q1.XLSX", "clm cijfers inlezen BESTAND"),
        ("verslag.docx", "clm gesprek gehouden DOSSIER GESPREK --word BESTAND"),
        ("bericht.eml", "clm noteer DOSSIER --mail BESTAND"),
    ],
)
def test_a_file_that_is_no_yaml_is_led_to_what_reads_it(
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    bestand: str,
    leest: str,
) -> None:
    (map_ / bestand).write_text("kpi;waarde\nstart;7,3\n")
    assert typ(map_, monkeypatch, f"meting bloem --bestand {map_ / bestand}") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "--bestand leest YAML. Er is niets geschreven." in gezegd
    assert leest in gezegd
    assert "YML010" not in gezegd


def test_own_texts_of_a_letter_are_kept_for_who_stops_or_typed_a_bsn(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text with a number of a citizen is kept nowhere, and is asked again."""
    concept = map_ / ".clm/concepten/bloem-brief.yaml"
    vraag = [{"onderdeel": "vragen", "tekst": "Hoe?"}]
    maak = "brief maak bloem gespreksnotitie --contract ambulant"
    for regels, code in (((), 130), (("Weten of 123456782 klopt.",), 2)):
        monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{regel}\n" for regel in regels)))
        woorden = [*maak.split(), "--tekst", "onderdeel=vragen tekst=Hoe?"]
        vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"]
        assert draai([*woorden, *vast]) == code
        gezegd = " ".join(capsys.readouterr().err.split())
        zonder = ", zonder de tekst met het nummer," if regels else ""
        assert f"uw invoer is{zonder} bewaard in {concept} (geef die met --bestand)" in gezegd
        assert (lees(concept)["contracten"], lees(concept)["teksten"][:1]) == (["ambulant"], vraag)
        assert "123456782" not in concept.read_text("utf-8")
        assert typ(map_, monkeypatch, f"{maak} --bestand {concept}", "Weten.") == 0
        assert not concept.exists()
        (brief,) = (map_ / "bloem/brieven").glob("*/brief.yaml")
        assert [rij["onderdeel"] for rij in lees(brief)["teksten"]] == ["vragen", "doel"]
        for pad in brief.parent.iterdir():
            pad.unlink()
        brief.parent.rmdir()
