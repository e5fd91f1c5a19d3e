"""`clm escalatie …` as a contract manager types it: every fact, and what is refused and why.

Two whole cases are played.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.cli.opdrachten import onder
from clm_cli.files.lader import laad
from tests import klein_register
from tests.ladder.zaakbouw import ZAAK, Bouw

DAG = "2026-05-18"
OORDEEL = "onderdeel=T1 oordeel=nee bewijs=Gezien."
BESLOTEN = ("--reden", "Past.", "--besloten-door", "dir")


def begin(map_: Path, contract: str, woorden: str) -> Path:
    geladen = klein_register.lees(map_, Bouw(woorden, contract).bestanden)
    assert geladen.meldingen == ()
    return map_


def doe(map_: Path, *woorden: str, dag: str = DAG) -> int:
    return draai(["escalatie", *woorden, "--map", str(map_), "--vandaag", dag, "--door", "mia"])


def boom(map_: Path) -> dict[str, str]:
    """Every file of the register; drafts of what was refused are no part of it."""
    return {
        p.relative_to(map_).as_posix(): p.read_text()
        for p in map_.rglob("*")
        if p.is_file() and ".clm" not in p.parts
    }


# command · contract · the case before it · what is typed · the file it writes
OPDRACHT: list[tuple[str, str, str, tuple[str, ...], str]] = [
    (
        "opening",
        "J",
        "",
        (
            "--tekortkoming",
            (
                "verplichting=VP-1 wat='Te weinig plaatsen' soort=continuiteit ernst=feitelijk "
                "feiten=Gezien."
            ),
            "--contract",
            "ambulant",
            "--afweging",
            "reden='Overleg hielp niet.'",
            "--signaal",
            "signalen/2026-01-05-iets",
            "--besloten-door",
            "dir",
        ),
        "bloem/escalaties/2026-05-18-continuiteit/2026-05-18-opening.yaml",
    ),
    (
        "tekortkoming",
        "J",
        "",
        (
            "--tekortkoming",
            "id=T2 verplichting=VP-1 wat=Later soort=tijdigheid ernst=feitelijk feiten=Gezien.",
        ),
        f"{ZAAK}/2026-05-18-tekortkoming.yaml",
    ),
    (
        "onderzoek",
        "J",
        "",
        ("--begonnen", "4 mei 2026", "--bevindingen", "Gezien.", "--niet-nakoming", "ja"),
        f"{ZAAK}/2026-05-18-onderzoek.yaml",
    ),
    (
        "wederhoor",
        "J",
        "ond@02-02",
        (
            "--uitgenodigd",
            "2026-05-04",
            "--termijn-tot",
            "2026-05-15",
            "--gehoord",
            "2026-05-14",
            "--wijze",
            "gesprek",
        ),
        f"{ZAAK}/2026-05-18-wederhoor.yaml",
    ),
    (
        "bewijs",
        "J",
        "$G",
        (
            *("--vorm", "bedrog", "--datum", DAG),
            *("--element", "element=opzet aangetoond=nee feiten=Vergissing."),
        ),
        f"{ZAAK}/2026-05-18-bewijs.yaml",
    ),
    (
        "maatregel",
        "J",
        "",
        ("intensivering", *BESLOTEN, "--ernst", "Ernstig."),
        f"{ZAAK}/2026-05-18-maatregel-intensivering.yaml",
    ),
    (
        "reactie",
        "J",
        "m1@02-03",
        (
            *("--verklaring", "ja", "--herstelmaatregelen", "nee", "--inhoud", "Zo zit het."),
            *("--ontvangen", DAG),
        ),
        f"{ZAAK}/2026-05-18-reactie.yaml",
    ),
    (
        "verbeterplan",
        "J",
        "$G m2+@02-17",
        (
            *("--punt", "tekortkoming=T1 oplossing=Werven. uiterlijk=2026-09-01"),
            *("--ontvangen", DAG),
        ),
        f"{ZAAK}/2026-05-18-verbeterplan.yaml",
    ),
    (
        "beoordeling",
        "J",
        "$H",
        ("--oordeel", OORDEEL, "--besloten-door", "mia"),
        f"{ZAAK}/2026-05-18-beoordeling.yaml",
    ),
    (
        "herstel",
        "J",
        "$H",
        ("--datum", DAG, "--tekortkoming", "T1", "--inhoud", "Klaar."),
        f"{ZAAK}/2026-05-18-herstel.yaml",
    ),
    (
        "bezwaar",
        "J",
        "$H",
        (
            *("--schriftelijk", "ja", "--gronden", "Niet eens.", "--verzonden", "2026-03-12"),
            *("--ontvangen", DAG),
        ),
        f"{ZAAK}/2026-05-18-bezwaar.yaml",
    ),
    (
        "beslissing",
        "J",
        "$H bzw@03-10",
        (
            "--uitkomst",
            "gewijzigd",
            "--reden",
            "Ruimer.",
            "--nieuwe-data",
            "tekortkoming=T1 uiterlijk=2026-06-30",
            "--besloten-door",
            "dir",
        ),
        f"{ZAAK}/2026-05-18-beslissing.yaml",
    ),
    (
        "geschil",
        "J",
        "$H bzw@03-10",
        (
            "--gehouden",
            "2026-05-13",
            "--directie-opdrachtgever",
            "D. Recteur",
            "--directie-aanbieder",
            "B. Aas",
            "--uitkomst",
            "Eens.",
        ),
        f"{ZAAK}/2026-05-18-geschil.yaml",
    ),
    ("schorsing", "J", "$H", ("--reden", "Wij wachten."), f"{ZAAK}/2026-05-18-schorsing.yaml"),
    (
        "hervatting",
        "J",
        "$H schors@03-20",
        ("--reden", "Weer verder."),
        f"{ZAAK}/2026-05-18-hervatting.yaml",
    ),
    (
        "aanpassing",
        "J",
        "$H jdg-nee@04-08 m4+@04-08",
        (
            *("--reden", "Deels hersteld.", "--bij", "2026-04-08-maatregel-opschorting-7"),
            *("--geldelijk", "procent=10 vordering=Maart. reden=Minder."),
        ),
        f"{ZAAK}/2026-05-18-aanpassing.yaml",
    ),
    (
        "uitvoering",
        "J",
        "$G m5c+@02-17",
        ("--gemeente", "zuid", "--gedaan", "Geen plaatsing.", "--klaar", "ja"),
        f"{ZAAK}/2026-05-18-uitvoering-zuid.yaml",
    ),
    (
        "opheffing",
        "J",
        "m1@02-03",
        ("--wijze", "opgeheven", "--reden", "Hersteld.", "--besloten-door", "dir"),
        f"{ZAAK}/2026-05-18-opheffing.yaml",
    ),
    (
        "facturen",
        "S",
        "$G",
        ("--regel", "nummer=F-1 bedrag=400.00 grond='Zonder opdracht'"),
        f"{ZAAK}/2026-05-18-facturen.yaml",
    ),
    (
        "betaling",
        "S",
        "$G fact@02-12 m4+=1000@02-17",
        ("--datum", DAG, "--bedrag", "1000.00", "--wijze", "verrekend"),
        f"{ZAAK}/2026-05-18-betaling.yaml",
    ),
    (
        "afstemming",
        "S",
        "",
        ("--met", "de wethouder", "--relevant", "ja", "--uitkomst", "Akkoord."),
        f"{ZAAK}/2026-05-18-afstemming.yaml",
    ),
    (
        "sluiting",
        "J",
        "m1@02-03",
        ("--reden", "Hersteld.", "--hersteld", "ja", "--besloten-door", "dir"),
        f"{ZAAK}/2026-05-18-sluiting.yaml",
    ),
    (
        "heropening",
        "J",
        "m1@02-03 sluit@03-02",
        ("--reden", "Opnieuw.", "--signaal", "signalen/2026-01-05-iets", "--besloten-door", "dir"),
        f"{ZAAK}/2026-05-18-heropening.yaml",
    ),
]


def test_every_command_of_the_case_is_in_the_table() -> None:
    assert [rij[0] for rij in OPDRACHT] == [
        naam for naam in onder("escalatie") if naam not in ("gelijk", "toon")
    ]


@pytest.mark.parametrize(
    ("soort", "contract", "woorden", "getypt", "pad"), OPDRACHT, ids=[rij[0] for rij in OPDRACHT]
)
def test_a_command_writes_exactly_one_fact_that_reads_back(
    tmp_path: Path,
    soort: str,
    contract: str,
    woorden: str,
    getypt: tuple[str, ...],
    pad: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """D2: and `--proef` shows the same and writes nothing."""
    begin(tmp_path, contract, woorden)
    losse, rest = (getypt[:1], getypt[1:]) if soort == "maatregel" else ((), getypt)
    voor = boom(tmp_path)
    assert doe(tmp_path, soort, "bloem", *losse, *rest, "--proef") == 0
    assert boom(tmp_path) == voor
    assert pad in capsys.readouterr().out
    assert doe(tmp_path, soort, "bloem", *losse, *rest) == 0
    na = boom(tmp_path)
    assert set(na) - set(voor) == {pad}
    assert {p: t for p, t in na.items() if p != pad} == voor
    geladen = laad(tmp_path)
    assert geladen.meldingen == ()
    (feit,) = [b for b in geladen.register.bestanden if b.pad == pad]
    assert (feit.soort, feit.record.door, str(feit.record.datum)) == (soort, "mia", DAG)
    assert f"geschreven: {pad}" in capsys.readouterr().out
    code = doe(tmp_path, soort, "bloem", *losse, *rest)
    assert boom(tmp_path) == na, "given again it is recorded again"
    assert code == 2 or f"stond er al: {pad}" in capsys.readouterr().out


VRAAGT = [rij for rij in OPDRACHT if rij[0] != "geschil"]
"""A dispute alone is a fact already: the talk at directors' level comes later."""


@pytest.mark.parametrize(
    ("soort", "contract", "woorden", "getypt", "pad"), VRAAGT, ids=[rij[0] for rij in VRAAGT]
)
def test_without_what_it_needs_a_command_is_refused_and_writes_nothing(
    tmp_path: Path,
    soort: str,
    contract: str,
    woorden: str,
    getypt: tuple[str, ...],
    pad: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    begin(tmp_path, contract, woorden)
    voor = boom(tmp_path)
    losse = getypt[:1] if soort == "maatregel" else ()
    assert doe(tmp_path, soort, "bloem", *losse) == 2
    assert boom(tmp_path) == voor
    fout = capsys.readouterr().err
    assert "Dit ontbreekt nog: --" in fout
    assert next(deel for deel in getypt if deel.startswith("--")) in fout
    assert "--editor" in fout
    assert not (tmp_path / pad).exists()


# contract · the case before it · what is typed · what is said · which command helps
GEWEIGERD: list[tuple[str, str, tuple[str, ...], str, str]] = [
    (
        "J",
        "m1@02-03",
        (
            "maatregel",
            "bloem",
            "verbeterplan",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--antwoordtermijn",
            "3 weken",
            "--antwoord-reden",
            "Zo lang.",
        ),
        "wederhoor is niet vervuld - T1: er zijn geen bevindingen om op te horen",
        "clm escalatie toon bloem",
    ),
    (
        "J",
        "$G",
        (
            "maatregel",
            "bloem",
            "ingebrekestelling",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--noodzaak",
            "nee",
        ),
        (
            "volgorde van de treden is niet vervuld - de treden 1 en 2 zijn niet gezet en niet "
            "met reden overgeslagen"
        ),
        'noem de ernst en de reden met --overslaan "treden=',
    ),
    (
        "J",
        "$H",
        (
            "maatregel",
            "bloem",
            "opschorting",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--noodzaak",
            "nee",
        ),
        "herstel uitgebleven is onbekend",
        "clm escalatie toon bloem",
    ),
    (
        "J",
        "$G m5c+@02-17",
        (
            "maatregel",
            "bloem",
            "clientenstop",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--noodzaak",
            "nee",
            "--reikwijdte",
            "wat=nieuw eindigt_als=beter herzien=2026-07-01",
            "--zorglandschap",
            "stabiel=geen beschikbaar=geen toegankelijk=geen",
        ),
        "bewijs is niet vervuld en er staat geen afwijking bij",
        "--afwijking",
    ),
    (
        "J",
        "$G omzet",
        (
            "maatregel",
            "bloem",
            "boete",
            *BESLOTEN,
            "--overslaan",
            "treden=1,2,3,4,5 ernst=Groot. reden=Zo.",
            "--noodzaak",
            "nee",
            "--geldelijk",
            "bedrag=100000.01 reden=Fors.",
        ),
        "maximum is niet vervuld",
        "clm escalatie toon bloem",
    ),
    (
        "J",
        "",
        ("maatregel", "bloem", "ingebrekkestelling", *BESLOTEN),
        "'ingebrekkestelling' is geen instrument van",
        "bedoelt u ingebrekestelling?",
    ),
    (
        "S",
        "",
        ("maatregel", "bloem", "boete", *BESLOTEN),
        "'boete' is geen instrument van",
        "kies uit preventie",
    ),
    (
        "S",
        "$G $P",
        ("maatregel", "bloem", "ingebrekestelling", *BESLOTEN, "--ernst", "Ernstig."),
        "bestuurlijk is niet vervuld",
        "(--bestuurlijk)",
    ),
    (
        "J",
        "m1@02-03 sluit@03-02",
        ("maatregel", "bloem", "intensivering", *BESLOTEN),
        "Deze escalatie is gesloten.",
        "gaat het om hetzelfde, clm escalatie heropening bloem",
    ),
    *(
        (
            "J",
            "m1@02-03 sluit@03-02",
            (feit, "bloem"),
            "Deze escalatie is gesloten.",
            "om iets nieuws, clm escalatie opening bloem",
        )
        for feit in ("onderzoek", "wederhoor", "bewijs", "tekortkoming")
    ),
    (
        "J",
        "",
        ("reactie", "bloem", "--inhoud", "x"),
        "Er is nog geen maatregel die nog loopt in deze escalatie.",
        "clm escalatie maatregel bloem",
    ),
    (
        "J",
        "",
        ("wederhoor", "bloem", "--wijze", "gesprek"),
        "Er is nog geen onderzoek om op te horen in deze escalatie.",
        "clm escalatie onderzoek bloem",
    ),
    (
        "J",
        "$H",
        ("beslissing", "bloem", "--uitkomst", "gehandhaafd"),
        "Er is nog geen bezwaar of geschil in deze escalatie.",
        "clm escalatie bezwaar bloem",
    ),
    (
        "J",
        "m1@02-03",
        ("beoordeling", "bloem", "--over", "reactie"),
        "Er is nog geen reactie in deze escalatie.",
        "clm escalatie reactie bloem",
    ),
    (
        "J",
        "m1@02-03",
        ("hervatting", "bloem", "--reden", "x"),
        "Er is nog geen schorsing in deze escalatie.",
        "clm escalatie schorsing bloem",
    ),
    (
        "J",
        "m1@02-03",
        ("heropening", "bloem", "--reden", "x"),
        "Er is nog geen sluiting in deze escalatie.",
        "clm escalatie sluiting bloem",
    ),
    (
        "J",
        "",
        ("maatregel", "bloem", "zaak", "ingebrekestelling", *BESLOTEN),
        "Noem eerst het instrument, en dan de escalatie.",
        "clm escalatie maatregel bloem ingebrekestelling 2026-01-12-zaak",
    ),
    (
        "J",
        "$G",
        ("maatregel", "bloem", "clientenstop", *BESLOTEN),
        "reikwijdte is niet vervuld",
        "(--reikwijdte)",
    ),
    (
        "J",
        "m1@02-03",
        ("opheffing", "bloem", "zomaar", "--reden", "x"),
        "'zomaar' past op geen van de escalaties van bloem.",
        "kies uit 2026-01-12-zaak",
    ),
]


@pytest.mark.parametrize(
    ("contract", "woorden", "getypt", "zin", "helpt"),
    GEWEIGERD,
    ids=[f"{rij[2][0]}-{nr}" for nr, rij in enumerate(GEWEIGERD)],
)
def test_a_refusal_names_the_condition_and_what_helps_and_writes_nothing(
    tmp_path: Path,
    contract: str,
    woorden: str,
    getypt: tuple[str, ...],
    zin: str,
    helpt: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    begin(tmp_path, contract, woorden)
    voor = boom(tmp_path)
    assert doe(tmp_path, *getypt) == 2
    assert boom(tmp_path) == voor
    fout = " ".join(capsys.readouterr().err.split())
    assert zin in fout
    assert helpt in fout


def test_what_happened_before_a_case_was_closed_is_recorded_where_it_is_named(
    tmp_path: Path,
) -> None:
    begin(tmp_path, "J", "m1@02-03 sluit@03-02")
    later = ("--begonnen", "2026-02-20", "--bevindingen", "Gezien", "--niet-nakoming", "ja")
    dag = ("--datum", "2026-02-20")
    assert doe(tmp_path, "onderzoek", "bloem", *later, *dag) == 2
    assert doe(tmp_path, "onderzoek", "bloem", "2026-01-12-zaak", *later, *dag) == 0


def test_what_was_typed_with_a_refused_measure_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing typed is ever lost: the draft is named, and with what was missing it is taken."""
    begin(tmp_path, "J", "m1@02-03 verz@02-03")
    assert (
        doe(
            tmp_path,
            "maatregel",
            "bloem",
            "verbeterplan",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--antwoordtermijn",
            "3 weken",
            "--antwoord-reden",
            "Zo lang.",
        )
        == 2
    )
    (concept,) = (tmp_path / ".clm/concepten").iterdir()
    assert concept.name in capsys.readouterr().err
    klein_register.schrijf(
        tmp_path,
        {
            p: t
            for p, t in Bouw("m1@02-03 $G", "J").bestanden.items()
            if "onderzoek" in p or "wederhoor" in p
        },
    )
    assert doe(tmp_path, "maatregel", "bloem", "--bestand", str(concept)) == 0


def test_of_a_closed_case_no_invitation_to_be_heard_is_made_unnoticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who names the case, or its investigation, means that one."""
    begin(tmp_path, "J", "$G m1@02-17 sluit@03-02")
    vast = ["--map", str(tmp_path), "--vandaag", DAG, "--door", "mia", "--proef"]
    maak = ["brief", "maak", "bloem", "bevindingen"]
    assert draai([*maak, *vast]) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Deze escalatie is gesloten." in gezegd
    assert "om iets nieuws, clm escalatie opening bloem" in gezegd
    for bedoeld in ([ZAAK.rsplit("/", 1)[-1]], ["--bij", "2026-01-26-onderzoek"]):
        draai([*maak, *bedoeld, *vast])
        assert "gesloten" not in capsys.readouterr().err


def test_of_hearings_that_do_not_count_the_last_one_says_what_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J36: who recorded the silence is not told once more to record it, but that receipt lacks."""
    bouw = Bouw("ond@02-02 whstil/weg@02-18", "J")
    open_ = f"bij: {bouw.laatste['onderzoek']}\nuitgenodigd: 2026-02-03\ntermijn_tot: 2026-02-17\n"
    eerder = {f"{ZAAK}/2026-02-17-wederhoor.yaml": f"{open_}wijze: schriftelijk\n"}
    klein_register.lees(tmp_path, {**bouw.bestanden, **eerder})
    assert doe(tmp_path, "toon", "bloem", dag="2026-03-02") == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "de uitnodiging: ontvangst is niet vastgelegd; verzonden op 3 februari" in gezegd
    assert "blijkt zij: clm brief bezorgd bloem 2026-02-03-bevindingen" in gezegd
    assert "leg vast of er een reactie kwam" not in gezegd


def test_a_memo_is_sent_and_then_carried_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J42: what counts is that each municipality did it, not that the memo was received."""
    begin(tmp_path, "J", "$G m5c+@02-17")
    vast = ["--map", str(tmp_path), "--vandaag", DAG, "--door", "mia"]
    assert draai(["brief", "maak", "bloem", "memo-uitvoering", *vast]) == 0
    memo = f"{DAG}-memo-uitvoering"
    gezegd = " ".join(capsys.readouterr().out.split())
    assert f"nu: verstuur hem aan de gemeenten, en dan clm brief verzonden bloem {memo}" in gezegd
    hoe = ["--kanaal", "e-mail", "--aan", "toegang@noord.example"]
    assert draai(["brief", "verzonden", "bloem", memo, *hoe, *vast]) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "nu: clm escalatie uitvoering bloem, per gemeente die het uitvoert" in gezegd
    assert "brief bezorgd" not in gezegd


def test_the_name_of_a_case_that_was_typed_is_not_lost_with_its_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no field of the fact, so the draft cannot hold it."""
    begin(tmp_path, "J", "")
    assert doe(tmp_path, "opening", "bloem", "--contract", "ambulant", "--naam", "te lang") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "(geef die met --bestand --naam 'te lang')" in gezegd


def test_a_measure_says_which_letter_to_make_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path, "J", "")
    assert (
        doe(
            tmp_path,
            "maatregel",
            "bloem",
            "intensivering",
            *BESLOTEN,
            "--ernst",
            "Ernstig.",
            "--json",
        )
        == 0
    )
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    assert gegevens["bestanden"] == [f"{ZAAK}/2026-05-18-maatregel-intensivering.yaml"]
    assert gegevens["nu"] == "clm brief maak bloem verzoek-verklaring"


def test_what_follows_from_the_record_is_filled_in(tmp_path: Path) -> None:
    """The trede, all shortcomings, the day, the only contract, the coordinator, the ids."""
    begin(tmp_path, "J", "T2")
    assert (
        doe(tmp_path, "maatregel", "bloem", "intensivering", *BESLOTEN, "--ernst", "Ernstig.") == 0
    )
    assert doe(tmp_path, *("opening", *OPDRACHT[0][3][:2], "bloem", *OPDRACHT[0][3][2:])) == 0
    record = {
        b.soort: b.record
        for b in laad(tmp_path).register.bestanden
        if b.pad.rsplit("/", 1)[-1].startswith(DAG)
    }
    assert (
        record["maatregel"].trede,
        record["maatregel"].tekortkomingen,
        str(record["maatregel"].ingaat),
    ) == (1, ("T1", "T2"), DAG)
    assert (record["opening"].coordinatie, [t.id for t in record["opening"].tekortkomingen]) == (
        "mia",
        ["T1"],
    )


def _brief(map_: Path, dag: str, soort: str, contract: str) -> str:
    """A letter of the case, its card and its text; making them is not what is tried here."""
    map_naam = f"brieven/{dag}-{soort}"
    klein_register.schrijf(
        map_,
        {
            f"bloem/{map_naam}/brief.yaml": (
                f"richting: uitgaand\nsoort: {soort}\nonderwerp: Brief\ndatum: {dag}\ncontracten: "
                f"[{contract}]\n"
            )
        },
    )
    (map_ / "bloem" / map_naam / "brief.md").write_text("Geacht bestuur,\n")
    return map_naam


def _register(map_: Path, contract: str) -> None:
    """Organisation, contract and obligation; no signal and no case yet."""
    bestanden = Bouw("", contract).bestanden
    klein_register.lees(
        map_,
        {
            pad: tekst
            for pad, tekst in bestanden.items()
            if "/escalaties/" not in pad and "/signalen/" not in pad
        },
    )


def _speel(map_: Path, stappen: list[tuple[str, str]]) -> None:
    """Play a day and a command line each; `{b}` is the letter that was made last."""
    import shlex

    for dag, regel in stappen:
        woorden = shlex.split(regel)
        groep = woorden[0] if woorden[0] in ("signaal", "brief", "noteer") else "escalatie"
        uit = draai(
            [
                *([] if groep == woorden[0] else ["escalatie"]),
                *woorden,
                "--map",
                str(map_),
                "--vandaag",
                dag,
                "--door",
                "mia",
            ]
        )
        assert uit == 0, regel


def _ladder(
    map_: Path, capsys: pytest.CaptureFixture[str], dag: str
) -> tuple[dict[str, object], list[str]]:
    """The standing as data, and the codes of what `clm controleer` says about the ladder."""
    capsys.readouterr()
    assert (
        draai(["escalatie", "toon", "bloem", "--json", "--map", str(map_), "--vandaag", dag]) == 0
    )
    stand = json.loads(capsys.readouterr().out)["gegevens"]
    draai(["controleer", "--json", "--map", str(map_), "--vandaag", dag])
    meldingen = json.loads(capsys.readouterr().out)["gegevens"]
    return stand, [
        m["code"] for m in meldingen if m["code"].startswith("LAD") and m["ernst"] != "info"
    ]


VERZENDING = "--kanaal aangetekend --aan Bloem"


def test_a_whole_case_of_youth_care_by_commands_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J34–J47: from the first signal by way of notice, objection and suspension to the closing."""
    _register(tmp_path, "J")
    eerste, tweede = "2026-01-13-verzoek-verklaring", "2026-02-17-ingebrekestelling"
    _brief(tmp_path, "2026-01-13", "verzoek-verklaring", "ambulant")
    _speel(
        tmp_path,
        [
            (
                "2026-01-05",
                (
                    "signaal bloem 'Tien jeugdigen wachten te lang.' --soort kwaliteit "
                    "--signaalsoort kwaliteit --ernst feitelijk --kant AOC --verplichting VP-1 "
                    "--datum v --bron 'soort=gemeente naam=Noord' "
                    "--bekend-bij 'wie=noord op=2026-01-02'"
                ),
            ),
            (
                "2026-01-12",
                (
                    "opening bloem --naam zaak --contract ambulant --tekortkoming "
                    '"verplichting=VP-1 '
                    "wat='Te lang wachten' soort=kwaliteit ernst=feitelijk raakt_veiligheid=nee "
                    "feiten='Tien wachten.' "
                    "eis='Alle tien gestart.'\" --signaal "
                    "signalen/2026-01-05-kwaliteit "
                    "--afweging \"reden='Twee gesprekken hielpen niet.' lichter='nog een "
                    "gesprek'\" --besloten-door dir"
                ),
            ),
            (
                "2026-01-13",
                (
                    "maatregel bloem intensivering --reden 'Lichtste trede.' --ernst Merkbaar. "
                    "--intensivering \"contact='elke maand' tot=2026-07-31 "
                    'gesprekken=2026-02-03,2026-03-03" '
                    f"--besloten-door mia --brief brieven/{eerste}"
                ),
            ),
            ("2026-01-13", f"brief verzonden bloem {eerste} {VERZENDING} --document brief.md"),
            (
                "2026-01-15",
                f"brief bezorgd bloem {eerste} --bewijs handtekening --datum 2026-01-15",
            ),
            (
                "2026-01-29",
                (
                    "reactie bloem --ontvangen 2026-01-29 --verklaring ja --herstelmaatregelen "
                    "ja --inhoud 'Ziekte van personeel.'"
                ),
            ),
            (
                "2026-02-02",
                (
                    'beoordeling bloem --over reactie --oordeel "onderdeel=T1 oordeel=nee '
                    "bewijs='Er staat geen herstel in.'\" --besloten-door mia"
                ),
            ),
            (
                "2026-02-02",
                (
                    "onderzoek bloem --begonnen 2026-01-20 --bevindingen 'Tien wachten langer dan "
                    "zes weken.' --niet-nakoming ja"
                ),
            ),
            (
                "2026-02-16",
                (
                    "wederhoor bloem --uitgenodigd 2026-02-02 --termijn-tot 2026-02-13 --gehoord "
                    "2026-02-12 --wijze gesprek --reactie 'Herkend.' --weging 'Geen reden om te "
                    "wachten.'"
                ),
            ),
        ],
    )
    _brief(tmp_path, "2026-02-17", "ingebrekestelling", "ambulant")
    derde = _brief(tmp_path, "2026-03-05", "reactie-bezwaar", "ambulant").partition("/")[2]
    _speel(
        tmp_path,
        [
            (
                "2026-02-17",
                (
                    "maatregel bloem ingebrekestelling --reden 'Het duurt voort.' --ernst Groot. "
                    "--besloten-door dir --overslaan \"treden=2 ernst=Groot. reden='Een plan "
                    "voegt niets toe.'\" --hersteltermijn \"tekortkoming=T1 termijn='20 "
                    "werkdagen' redelijk='Werven kost drie weken.'\" --noodzaak nee "
                    f"--eigen-verplichtingen ja --brief brieven/{tweede}"
                ),
            ),
            (
                "2026-02-17",
                f"brief verzonden bloem {tweede} {VERZENDING} --barcode 3S1 --document brief.md",
            ),
            (
                "2026-02-19",
                f"brief bezorgd bloem {tweede} --bewijs handtekening --datum 2026-02-19",
            ),
            (
                "2026-02-24",
                (
                    "bezwaar bloem --bij 2026-02-17-maatregel-ingebrekestelling --verzonden "
                    "2026-02-24 --ontvangen 2026-02-24 --schriftelijk ja --gronden 'Trede 2 "
                    "had eerst gemoeten.'"
                ),
            ),
            (
                "2026-03-04",
                (
                    "geschil bloem --gehouden 2026-03-04 --directie-opdrachtgever 'D. Recteur' "
                    "--directie-aanbieder 'B. Aas' --uitkomst 'Inschaling blijft, ruimere termijn.'"
                ),
            ),
            (
                "2026-03-05",
                (
                    "beslissing bloem --bij 2026-02-24-bezwaar --uitkomst gewijzigd --reden "
                    "'Werven kost meer tijd.' --nieuwe-data 'tekortkoming=T1 "
                    f"uiterlijk=2026-03-31' --besloten-door dir --brief brieven/{derde}"
                ),
            ),
            (
                "2026-03-05",
                f"brief verzonden bloem {derde} {VERZENDING} --barcode 3S2 --document brief.md",
            ),
            (
                "2026-03-06",
                f"brief bezorgd bloem {derde} --bewijs handtekening --datum 2026-03-06",
            ),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, "2026-03-06")
    assert (stand["trede"], stand["hoogst_bereikt"], meldingen) == (3, 3, [])
    assert [(t["hersteltermijn"], t["verzuim"], t["stil"]) for t in stand["tekortkomingen"]] == [
        ("2026-03-31", "nee", False)
    ]
    assert {s["instrument"]: s["mag"] for s in stand["volgende"]}["opschorting"] == "nee"
    _speel(
        tmp_path,
        [
            (
                "2026-04-01",
                (
                    "beoordeling bloem --over herstel --bij 2026-02-17-maatregel-ingebrekestelling "
                    '--oordeel "onderdeel=T1 oordeel=nee '
                    "bewijs='Nog vier wachten.'\" --besloten-door mia"
                ),
            ),
            (
                "2026-04-02",
                (
                    "wederhoor bloem --bij 2026-04-01-beoordeling --uitgenodigd 2026-04-01 "
                    "--termijn-tot 2026-04-08 --gehoord 2026-04-02 --uitgesproken ja "
                    "--wijze gesprek --reactie 'Dat klopt.'"
                ),
            ),
            (
                "2026-04-02",
                (
                    "maatregel bloem opschorting --reden 'Herstel bleef uit.' --ernst Groot. "
                    "--besloten-door dir --geldelijk \"procent=20 vordering='De declaraties van "
                    "maart, voor dezelfde zorg.' reden='Vier van de twintig.'\" --noodzaak nee "
                    "--zorglandschap \"stabiel='geen gevolg' beschikbaar='geen gevolg' "
                    "toegankelijk='geen gevolg'\" --eigen-verplichtingen ja"
                ),
            ),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, "2026-04-03")
    assert (
        stand["trede"],
        [(t["verzuim"], t["vanaf"]) for t in stand["tekortkomingen"]],
        meldingen,
    ) == (3, [("ja", "2026-04-01")], [])  # trede 4 was decided today; its letter still has to go
    _speel(
        tmp_path,
        [
            (
                "2026-04-20",
                (
                    "herstel bloem --bij 2026-02-17-maatregel-ingebrekestelling --tekortkoming T1 "
                    "--datum 2026-04-20 --inhoud 'Alle tien zijn gestart.'"
                ),
            ),
            (
                "2026-04-21",
                (
                    "beoordeling bloem --bij 2026-02-17-maatregel-ingebrekestelling --oordeel "
                    "\"onderdeel=T1 oordeel=ja bewijs='Opgave per gemeente.'\" --besloten-door mia"
                ),
            ),
        ],
    )
    assert _ladder(tmp_path, capsys, "2026-04-21")[1] == ["LAD415"], (
        "recovered, and payment is still held back"
    )
    _speel(
        tmp_path,
        [
            (
                "2026-04-22",
                (
                    "opheffing bloem --bij 2026-04-02-maatregel-opschorting --wijze opgeheven "
                    "--reden Hersteld. --besloten-door dir"
                ),
            ),
            (
                "2026-04-30",
                "sluiting bloem --reden 'Drie weken op orde.' --hersteld ja --besloten-door dir",
            ),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, DAG)
    # the suspension was decided and no letter of it was sent: the notice reached the provider
    assert (stand["open"], stand["trede"], stand["hoogst_bereikt"], meldingen) == (False, 0, 3, [])


def test_a_whole_case_of_medical_advice_by_commands_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S03–S20: from prevention on two levels by way of plan, notice and stop to the closing."""
    _register(tmp_path, "S")
    plan, notitie = "2026-02-17-verzoek-verbeterplan", "2026-03-23-ingebrekestelling"
    _brief(tmp_path, "2026-02-17", "verzoek-verbeterplan", "advies")
    _speel(
        tmp_path,
        [
            (
                "2026-01-05",
                (
                    "signaal bloem 'Adviezen zijn slecht onderbouwd.' --soort kwaliteit "
                    "--signaalsoort kwaliteit-onder-druk --ernst feitelijk --kant AOC --datum v "
                    "--verplichting VP-1 --bron soort=monitoring"
                ),
            ),
            (
                "2026-01-12",
                (
                    'opening bloem --naam zaak --contract advies --tekortkoming "verplichting=VP-1 '
                    "wat='Adviezen niet navolgbaar' soort=kwaliteit ernst=feitelijk "
                    "raakt_veiligheid=nee feiten='Twaalf "
                    "van twintig.' eis='Negentien van twintig.'\" --signaal "
                    "signalen/2026-01-05-kwaliteit "
                    "--afweging \"reden='Navraag "
                    "hielp niet.'\" --besloten-door mia"
                ),
            ),
            (
                "2026-01-13",
                (
                    "maatregel bloem preventie --reden 'Samen kijken.' --besloten-door mia "
                    '--preventief "maatregel=casuistiekoverleg niveau=operationeel doel=herstel '
                    "wie='artsen en consulenten'\""
                ),
            ),
            (
                "2026-01-14",
                (
                    "maatregel bloem preventie --reden 'Nagaan waar het misgaat.' "
                    "--besloten-door mia "
                    '--preventief "maatregel=dossieraudit niveau=tactisch doel=kwaliteitsborging '
                    "wie='wij'\""
                ),
            ),
            (
                "2026-02-02",
                (
                    "beoordeling bloem --over effect --bij "
                    "2026-01-13-maatregel-preventie-casuistiekoverleg --oordeel 'onderdeel=T1 "
                    "oordeel=nee bewijs=Geen.' --besloten-door mia"
                ),
            ),
            (
                "2026-02-02",
                (
                    "onderzoek bloem --begonnen 2026-01-26 --bevindingen 'Twaalf van twintig "
                    "navolgbaar.' --niet-nakoming ja"
                ),
            ),
            (
                "2026-02-03",
                (
                    "beoordeling bloem --over effect --bij "
                    "2026-01-14-maatregel-preventie-dossieraudit --oordeel 'onderdeel=T1 "
                    "oordeel=deels bewijs=Iets.' --besloten-door mia"
                ),
            ),
            (
                "2026-02-03",
                (
                    "noteer bloem Uitgenodigd --wijze telefoon --richting uitgaand --met "
                    "'de directie'"
                ),
            ),
            (
                "2026-02-16",
                (
                    "wederhoor bloem --uitgenodigd 2026-02-03 --uitnodiging "
                    "contacten/2026-02-03-telefoon --termijn-tot 2026-02-13 --wijze "
                    "'geen reactie'"
                ),
            ),
            (
                "2026-02-17",
                (
                    "maatregel bloem verbeterplan --reden 'Preventie hielp te weinig.' --ernst "
                    "Merkbaar. --besloten-door mia --eisenoordeel \"eisen=VP-1 reden='Eis 2.4 "
                    f"wordt niet gehaald.'\" --brief brieven/{plan}"
                ),
            ),
            (
                "2026-02-17",
                f"brief verzonden bloem {plan} --kanaal e-mail --aan Bloem --document brief.md",
            ),
            (
                "2026-02-17",
                f"brief bezorgd bloem {plan} --bewijs ontvangstbevestiging --datum 2026-02-17",
            ),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, "2026-02-18")
    assert ([(t["wat"], t["uiterlijk"], t["grond"]) for t in stand["termijnen"]], meldingen) == (
        [("Verbeterplan", "2026-03-03", "S12")],
        [],
    )
    criteria = " ".join(
        f"--oordeel 'onderdeel=VP-1 criterium={c} oordeel=ja bewijs=Gelezen.'"
        for c in ("adequaat", "uitvoerbaar", "deskundigheidsniveau")
    )
    _speel(
        tmp_path,
        [
            (
                "2026-03-02",
                (
                    'verbeterplan bloem --ontvangen 2026-03-02 --punt "tekortkoming=T1 '
                    "oplossing='Tweede arts leest mee.' uiterlijk=2026-03-20 "
                    "doel='Op 20 maart 19 van 20 navolgbaar.'\" "
                    "--directie-naam 'D. Irectie' --directie-datum 2026-02-27"
                ),
            ),
            ("2026-03-03", f"beoordeling bloem --over verbeterplan {criteria} --besloten-door mia"),
            (
                "2026-03-23",
                (
                    "beoordeling bloem --over uitvoering --oordeel 'onderdeel=VP-1 oordeel=nee "
                    "bewijs=Steekproef.' --besloten-door mia"
                ),
            ),
        ],
    )
    _brief(tmp_path, "2026-03-23", "ingebrekestelling", "advies")
    _speel(
        tmp_path,
        [
            (
                "2026-03-23",
                (
                    "maatregel bloem ingebrekestelling --reden 'Het plan is niet uitgevoerd.' "
                    '--ernst Groot. --besloten-door dir --hersteltermijn "tekortkoming=T1 '
                    "termijn='20 werkdagen' redelijk='Zo lang duurt een ronde.'\" "
                    "--eigen-verplichtingen ja --bestuurlijk \"relevant=ja met='de wethouder' "
                    f'datum=2026-03-20" --brief brieven/{notitie}'
                ),
            ),
            ("2026-03-23", f"brief verzonden bloem {notitie} {VERZENDING} --document brief.md"),
            (
                "2026-03-25",
                f"brief bezorgd bloem {notitie} --bewijs handtekening --datum 2026-03-25",
            ),
            (
                "2026-03-26",
                (
                    "bezwaar bloem --bij 2026-03-23-maatregel-ingebrekestelling --ontvangen "
                    "2026-03-26 --schriftelijk ja --gronden 'Niet eens.'"
                ),
            ),
            (
                "2026-03-27",
                (
                    "facturen bloem --regel \"nummer=F-1 bedrag=400.00 grond='zonder opdracht'\" "
                    "--regel \"nummer=F-2 bedrag=600.00 grond='dubbel'\""
                ),
            ),
            (
                "2026-03-30",
                (
                    "maatregel bloem terugvordering --reden 'Zonder opdracht.' --besloten-door dir "
                    "--geldelijk \"bedrag=1000.00 reden='Som van de lijst.'\" --bestuurlijk "
                    "\"relevant=nee reden='Klein bedrag.'\""
                ),
            ),
            (
                "2026-04-13",
                "betaling bloem --bedrag 1000.00 --wijze verrekend --datum 2026-04-13",
            ),
            (
                "2026-04-14",
                (
                    "maatregel bloem opdrachtenstop --reden 'Nieuwe adviezen zijn niet "
                    "bruikbaar.' --ernst Groot. --besloten-door dir --reikwijdte \"wat='nieuwe "
                    "opdrachten' eindigt_als='de steekproef klopt' herzien=2026-05-11\" "
                    "--bestuurlijk \"relevant=ja met='de wethouder' datum=2026-04-13\""
                ),
            ),
            (
                "2026-04-15",
                "uitvoering bloem --gemeente noord --gedaan 'Geen opdrachten meer.' --klaar ja",
            ),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, "2026-04-16")
    assert (stand["trede"], meldingen) == (5, [])
    assert [t["verzuim"] for t in stand["tekortkomingen"]] == ["nee"], (
        "under this contract an objection stops no term"
    )
    assert {t["grond"] for t in stand["termijnen"]} == {"S12", "S14", "S16", "beleid"}
    _speel(
        tmp_path,
        [
            (
                "2026-04-24",
                (
                    "beoordeling bloem --over herstel --bij 2026-03-23-maatregel-ingebrekestelling "
                    "--oordeel 'onderdeel=T1 oordeel=ja bewijs=Steekproef.' --besloten-door mia"
                ),
            ),
            (
                "2026-04-24",
                (
                    "opheffing bloem --bij 2026-04-14-maatregel-opdrachtenstop --wijze opgeheven "
                    "--reden Hersteld. --besloten-door dir"
                ),
            ),
            ("2026-05-11", "sluiting bloem --reden 'Op orde.' --hersteld ja --besloten-door dir"),
        ],
    )
    stand, meldingen = _ladder(tmp_path, capsys, DAG)
    assert (stand["open"], stand["trede"], stand["hoogst_bereikt"], meldingen) == (False, 0, 5, [])
