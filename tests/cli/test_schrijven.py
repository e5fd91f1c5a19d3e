"""Writing commands as a user meets them: editor, file, Word, prompts, git, sheets, and messages."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from tests import klein_register
from tests.toetsen import Toetsen

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
GESPREK = {
    "bloem/gesprekken/2026-05-18-voortgang/gesprek.yaml": """
        # kaart van mia
        contracten:   [ambulant]   # alleen ambulant
        soort: regulier
        datum: 2026-05-18
        genodigden:
          - {persoon: mia, partij: opdrachtgever, rol: contractmanager, voorzitter: ja}
          - {persoon: bo, partij: opdrachtgever, rol: contractbeheer}
          - {naam: An Bieder, partij: aanbieder, rol: aanbieder}
        """
}


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path, GESPREK)
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), *VAST])


def kaart(map_: Path):
    (bestand,) = [b for b in laad(map_).register.bestanden if b.pad.endswith("gesprek.yaml")]
    return bestand.record


def editor(map_: Path, monkeypatch: pytest.MonkeyPatch, *stappen: str) -> Path:
    """An editor that does one step of Python on the text at each call."""
    programma = map_ / ".clm" / "editor.py"
    programma.parent.mkdir(exist_ok=True)
    regels = [f"    lambda t: {stap}," for stap in stappen]
    programma.write_text(
        "import re, sys, pathlib\np = pathlib.Path(sys.argv[1]); n = "
        "pathlib.Path(__file__).with_suffix('.n')\nk = int(n.read_text()) if n.exists() else 0\n"
        f"n.write_text(str(k + 1))\nstappen = [\n{chr(10).join(regels)}\n]\n"
        "(pathlib.Path(__file__).with_suffix(f'.gezien{k}')).write_text(p.read_text())\n"
        "p.write_text(stappen[k](p.read_text()))\n"
    )
    programma.chmod(programma.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {programma}")
    monkeypatch.delenv("VISUAL", raising=False)
    return programma


def test_a_talk_is_written_in_the_editor_which_comes_back_with_the_mistakes(
    map_: Path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    programma = editor(
        map_,
        monkeypatch,
        "re.sub('(?ms)^# aanwezig:.*?^$', lambda m: m[0].replace('# ', ''), "
        "t.replace('ambitie: onbekend', 'ambitie: jaja'))",
        "t.replace('ambitie: jaja', 'ambitie: ja')",
    )
    assert doe(map_, "gesprek", "gehouden", "bloem", "--editor") == 0
    eerste, tweede = (programma.with_suffix(f".gezien{n}").read_text() for n in (0, 1))
    assert "thema: financiele-voortgang" in eerste
    assert "# De bevindingen\n# bevindingen:\n#   - id:" in eerste
    assert "# aanwezig:\n#   - " in eerste, "who was there is never assumed"
    assert "#! " in tweede
    assert "'jaja' kan hier niet" in tweede
    assert kaart(map_).gehouden.ambitie == "ja"
    assert [g.persoon for g in kaart(map_).gehouden.aanwezig] == ["mia", "bo", None]
    tekst = (map_ / "bloem/gesprekken/2026-05-18-voortgang/gesprek.yaml").read_text()
    assert tekst.startswith("# kaart van mia\ncontracten:   [ambulant]   # alleen ambulant\n")
    assert not list((map_ / ".clm/concepten").glob("*.yaml")), "what was recorded needs no draft"


def test_an_editor_that_changes_nothing_writes_nothing(map_: Path, monkeypatch, capsys) -> None:
    editor(map_, monkeypatch, "t")
    assert doe(map_, "gesprek", "gehouden", "bloem", "--editor") == 2
    assert "Er is niets gewijzigd" in capsys.readouterr().err


def test_a_filled_in_agenda_comes_back_from_word(map_: Path, tmp_path: Path, capsys) -> None:
    import docx

    assert doe(map_, "gesprek", "maak", "agenda", "bloem", "--vorm", "docx") == 0
    pad = map_ / "bloem/gesprekken/2026-05-18-voortgang/agenda.docx"
    word = docx.Document(str(pad))
    for tabel in word.tables:
        kop = [cel.text for cel in tabel.rows[0].cells]
        if kop[-1] == "aanwezig":
            for rij in tabel.rows[1:4]:
                rij.cells[-1].text = "ja"
        elif kop[0] == "thema":
            tabel.rows[1].cells[1].text = "De wachttijd is 40 dagen & loopt <op>"
            tabel.rows[1].cells[2].text = "Ja"
            tabel.rows[2].cells[1].text = "niet besproken: geen tijd"
        elif kop[0] == "besluit":
            tabel.rows[1].cells[0].text, tabel.rows[1].cells[1].text = (
                "Opgave elke maand",
                "An, namens de aanbieder",
            )
        elif kop[0] == "wie":
            for cel, tekst in zip(
                tabel.rows[1].cells,
                ("An Bieder", "aanbieder", "Stuurt de lijst", "bij 100 % een datum", "1 juni 2026"),
                strict=True,
            ):
                cel.text = tekst
    ingevuld = tmp_path / "ingevuld.docx"
    word.save(str(ingevuld))
    assert (
        doe(map_, "gesprek", "gehouden", "bloem", "--word", str(ingevuld), "--ambitie", "ja") == 0
    )
    gehouden = kaart(map_).gehouden
    assert [(g.persoon or g.naam, g.rol) for g in gehouden.aanwezig] == [
        ("mia", "contractmanager"),
        ("bo", "contractbeheer"),
        ("An Bieder", "aanbieder"),
    ]
    assert gehouden.bevindingen[0].kern == "De wachttijd is 40 dagen & loopt <op>"
    assert (gehouden.bevindingen[0].id, gehouden.bevindingen[0].antwoorden[0].vraag) == (
        "BV-01",
        "herkennen",
    )
    assert [(t.behandeld, t.reden) for t in gehouden.themas] == [("ja", None), ("nee", "geen tijd")]
    assert (
        gehouden.besluiten[0].gemandateerd,
        gehouden.acties[0].id,
        str(gehouden.acties[0].uiterlijk),
    ) == ("An, namens de aanbieder", "A-01", "2026-06-01")


@pytest.mark.parametrize("inhoud", [b"geen word", b""])
def test_what_is_no_word_document_is_refused(
    map_: Path, tmp_path: Path, capsys, inhoud: bytes
) -> None:
    (tmp_path / "x.docx").write_bytes(inhoud)
    assert doe(map_, "gesprek", "gehouden", "bloem", "--word", str(tmp_path / "x.docx")) == 2
    assert "geen Word-document" in capsys.readouterr().err


def test_missing_fields_are_asked_for_on_a_terminal(map_: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", Toetsen("telefoon\nuitgaand\nJan, Piet\n"))
    antwoorden = doe(map_, "noteer", "bloem", "gebeld")
    assert antwoorden == 0, capsys.readouterr().err
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    assert "met: [Jan, Piet]\n" in feit.read_text()
    assert "meer met komma's ertussen\n> " in capsys.readouterr().err


def test_commit_takes_exactly_these_files(map_: Path, capsys) -> None:
    def git(*woorden: str) -> str:
        return subprocess.run(
            ["git", "-C", str(map_), *woorden], capture_output=True, text=True, check=True
        ).stdout

    git("init", "-q")
    git("config", "user.email", "mia@regio.example")
    git("config", "user.name", "Mia")
    git("add", "-A")
    git("commit", "-qm", "begin")
    (map_ / "kladje.txt").write_text("van een ander")
    git("add", "kladje.txt")
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
            "--commit",
        )
        == 0
    )
    assert git("show", "--name-only", "--format=").split() == [
        "bloem/contacten/2026-05-18-telefoon.yaml"
    ]
    assert git("status", "--short") == "A  kladje.txt\n"
    assert git("rev-parse", "--short", "HEAD").strip() in capsys.readouterr().out
    kop, leeg, zin = git("log", "-1", "--format=%B").rstrip("\n").split("\n")
    assert (kop, leeg) == ("bloem: 2026-05-18-telefoon", "")
    assert zin == "Bloem: contact vastgelegd."
    (map_ / ".git/MERGE_HEAD").write_text("0" * 40)
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "nog eens gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
            "--commit",
        )
        == 2
    )
    assert "bezig met samenvoegen" in capsys.readouterr().err


def test_a_classification_is_explained_tried_out_and_decided(map_: Path, capsys) -> None:
    """J11, J12: the same values are first tried, then decided; what differs needs its reason."""
    assert (
        doe(
            map_,
            "classificeer",
            "bloem",
            "--contract",
            "ambulant",
            "--waarde",
            "omzet=500 uit jaarrekening",
            "--wat-als",
        )
        == 0
    )
    uit = capsys.readouterr().out
    assert "8 punten × 1 van 1" in uit
    assert "Dat is categorie 2, zwaar: 4 gesprekken per jaar." in uit
    assert (
        doe(
            map_,
            "classificeer",
            "bloem",
            "--contract",
            "ambulant",
            "--waarde",
            "omzet=500 uit jaarrekening",
            "--categorie",
            "1",
        )
        == 2
    )
    assert "score 8,0 geeft categorie 2" in capsys.readouterr().err
    assert (
        doe(
            map_,
            "classificeer",
            "bloem",
            "--contract",
            "ambulant",
            "--waarde",
            "omzet=500 uit jaarrekening",
            "--categorie",
            "1",
            "--reden",
            "loopt af",
        )
        == 0
    )
    feit = (map_ / "bloem/classificaties/2026-05-18-toets-ambulant.yaml").read_text()
    assert "categorie: 1\nreden: loopt af\n" in feit
    assert "soort: toets" in feit
    capsys.readouterr()
    assert doe(map_, "classificeer", "--alle", "--json") == 0
    rijen = json.loads(capsys.readouterr().out)["gegevens"]
    assert [(r["contract"], r["score"], r["categorie"]) for r in rijen] == [
        ("ambulant", "8.0", 1),
        ("advies", None, None),
    ]


def test_a_criterion_in_euros_is_read_as_an_amount(map_: Path, capsys) -> None:
    beleid = map_ / "beleid/classificatie-2026.yaml"
    beleid.write_text(beleid.read_text().replace("titel: omzet,", "titel: omzet, eenheid: euro,"))
    kijk = ["classificeer", "bloem", "--contract", "ambulant", "--wat-als", "--json"]
    for getypt in ("684.905 uit gunning", "€ 684.905,00", "684905", "684.905,- omdat groei"):
        assert doe(map_, *kijk, "--waarde", f"omzet={getypt}") == 0
        (rij,) = json.loads(capsys.readouterr().out)["gegevens"]["criteria"]
        assert Decimal(rij["waarde"]) == 684905
    assert doe(map_, *kijk, "--waarde", "omzet=684,905") == 2
    assert "als 684905 of als 684,905" in capsys.readouterr().err


def test_many_are_classified_from_a_sheet_after_a_look(map_: Path, tmp_path: Path, capsys) -> None:
    boek = Workbook()
    for rij in (
        ["Dossier", "Contract", "omzet", "reden"],
        ["bloem", "ambulant", 250, None],
        ["bloem", "advies", 20.5, None],
    ):
        boek.active.append(rij)
    pad = tmp_path / "lijst.xlsx"
    boek.save(pad)
    # the contract on advice knows no category (S23): the sheet is refused with the row
    assert doe(map_, "classificeer", "--uit", str(pad), "--ja") == 2
    gezegd = capsys.readouterr().err
    assert "lijst.xlsx, blad Sheet, rij 3: De overeenkomst van advies regelt niet" in gezegd
    assert not list((map_ / "bloem/classificaties").glob("2026-05-18*"))
    boek.active.delete_rows(3)
    boek.save(pad)
    assert doe(map_, "classificeer", "--uit", str(pad)) == 2
    assert "1 bestand" in capsys.readouterr().err
    assert doe(map_, "classificeer", "--uit", str(pad), "--ja") == 0
    assert len(list((map_ / "bloem/classificaties").glob("2026-05-18*"))) == 1
    (tmp_path / "fout.csv").write_text("dossier;contract;omzet\nbloem;ambulant;veel\n")
    assert doe(map_, "classificeer", "--uit", str(tmp_path / "fout.csv"), "--ja") == 2
    assert "fout.csv, regel 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        ("dossier;contract;Omzet 2025\nbloem;ambulant;7\n", "'Omzet 2025' is hier niet bekend"),
        ("dossier;contract;omzet;omzet\nbloem;ambulant;7;8\n", "'omzet' staat er twee keer"),
        ("dossier;contract\nbloem;ambulant\n", "de kolom 'omzet' ontbreekt"),
        (
            "dossier;contract;omzet\nbloem;ambulant;7\nbloem;ambulant;8\n",
            "blad.csv, regel 3: bloem ambulant staat ook op regel 2.",
        ),
        ("dossier;contract;omzet\nbloem;ambulant;\n", "In blad.csv is nog niets ingevuld."),
        (
            "dossier;contract;omzet;reden\nbloem;ambulant;;krimp\n",
            "blad.csv, regel 2: De score is nog onbekend: omzet ontbreekt.",
        ),
        (
            "dossier;contract;omzet\nbloem;ambulant;1.250\n",
            "blad.csv, regel 2: omzet: '1.250' is op twee manieren te lezen",
        ),
    ],
)
def test_a_sheet_to_classify_from_is_read_whole_or_refused_with_its_place(
    map_: Path, tmp_path: Path, capsys, regels: str, zin: str
) -> None:
    (tmp_path / "blad.csv").write_text(regels)
    assert doe(map_, "classificeer", "--uit", str(tmp_path / "blad.csv"), "--ja") == 2
    assert zin in capsys.readouterr().err
    assert not list((map_ / "bloem/classificaties").glob("2026-05-18*"))


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("clienten.csv", b"naam;bsn\nFenna;123456782\n"),
        ("scan 123456782.pdf", b"%PDF"),
        ("notitie.txt", b"Het gaat om 123 456 782."),
    ],
)
def test_a_document_with_a_bsn_is_not_copied_in(
    map_: Path, tmp_path: Path, capsys, naam: str, inhoud: bytes
) -> None:
    bron = tmp_path / "elders" / naam
    bron.parent.mkdir()
    bron.write_bytes(inhoud)
    woorden = ["noteer", "bloem", "gebeld", "--wijze", "telefoon", "--met", "Jan"]
    assert doe(map_, *woorden, "--richting", "uitgaand", "--bijlage", str(bron)) == 2
    fout = capsys.readouterr().err
    assert "lijkt een burgerservicenummer te staan (•••••" in fout
    assert "123456782" not in fout
    assert not [pad for pad in (map_ / "bloem").rglob("*") if pad.name == naam]


def test_a_bsn_in_the_reason_of_a_correction_is_refused(map_: Path, capsys) -> None:
    feit = next((map_ / "bloem/classificaties").glob("*.yaml"))
    woorden = ["correctie", "bloem", feit.stem, "--vervalt", "--reden", "dit was 123.456.782"]
    assert doe(map_, *woorden) == 2
    assert "burgerservicenummer" in capsys.readouterr().err


def test_a_fact_is_mended_by_a_new_fact_and_lists_grow_and_close(map_: Path, capsys) -> None:
    assert (
        doe(
            map_,
            "lijst",
            "risicos",
            "bloem",
            "--wat",
            "Uitval",
            "--kans",
            "hoog",
            "--gevolg",
            "midden",
        )
        == 0
    )
    assert (
        doe(
            map_,
            "lijst",
            "risicos",
            "bloem",
            "--wat",
            "Verloop",
            "--kans",
            "laag",
            "--gevolg",
            "laag",
        )
        == 0
    )
    assert doe(map_, "lijst", "risicos", "bloem", "--klaar", "R-01") == 0
    capsys.readouterr()
    assert doe(map_, "lijst", "risicos", "bloem") == 0
    assert "1 open, 1 klaar" in capsys.readouterr().out
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
        )
        == 0
    )
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    voor = feit.read_bytes()
    assert (
        doe(
            map_,
            "correctie",
            "bloem",
            f"contacten/{feit.stem}",
            "--reden",
            "verkeerde aanbieder",
            "--vervalt",
        )
        == 0
    )
    assert feit.read_bytes() == voor
    assert [
        b.soort
        for b in laad(map_).register.zoals().dossiers["bloem"].bestanden
        if "contacten" in b.pad
    ] == []


def test_a_correction_holds_the_whole_new_content(map_: Path, capsys) -> None:
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
        )
        == 0
    )
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    assert (
        doe(
            map_,
            "correctie",
            "bloem",
            f"contacten/{feit.stem}",
            "--reden",
            "het was Piet",
            "--wordt",
            "met=Piet",
            "--wordt",
            "kern=gebeld met Piet",
        )
        == 0
    )
    (nu,) = [
        b.record
        for b in laad(map_).register.zoals().dossiers["bloem"].bestanden
        if "contacten" in b.pad
    ]
    assert (nu.met, nu.kern, nu.wijze) == (("Piet",), "gebeld met Piet", "telefoon")


def test_a_second_correction_builds_on_the_first(map_: Path) -> None:
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
        )
        == 0
    )
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    assert (
        doe(map_, "correctie", "bloem", feit.stem, "--reden", "het was Piet", "--wordt", "met=Piet")
        == 0
    )
    assert (
        doe(
            map_,
            "correctie",
            "bloem",
            feit.stem,
            "--reden",
            "het ging over cijfers",
            "--wordt",
            "kern=over cijfers",
        )
        == 0
    )
    (nu,) = [
        b.record
        for b in laad(map_).register.zoals().dossiers["bloem"].bestanden
        if "contacten" in b.pad
    ]
    assert (nu.met, nu.kern) == (("Piet",), "over cijfers")


def test_a_correction_that_changes_nothing_is_no_second_fact(map_: Path, capsys) -> None:
    noteer = ["noteer", "bloem", "gebeld", "--wijze", "telefoon", "--richting", "uitgaand"]
    assert doe(map_, *noteer, "--met", "Jan") == 0
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    woorden = ["correctie", "bloem", feit.stem, "--reden", "fout", "--wordt"]
    assert doe(map_, *woorden, "met=Jan") == 0
    assert f"stond er al: bloem/contacten/{feit.name}" in capsys.readouterr().out
    assert doe(map_, *woorden, "met=Piet") == 0
    morgen = ["--map", str(map_), "--vandaag", "2026-06-02", "--door", "mia"]
    assert draai([*woorden, "met=Piet", *morgen]) == 0
    gezegd = capsys.readouterr().out
    (beter,) = (map_ / "bloem/contacten").glob("*-correctie-*.yaml")
    assert f"stond er al: bloem/contacten/{beter.name}" in gezegd


def test_a_list_of_parts_is_corrected_one_option_a_part(map_: Path) -> None:
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
        )
        == 0
    )
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    delen = ["id=TZ-1 partij=aanbieder wat=cijfers", "id=TZ-2 partij=opdrachtgever wat='de norm'"]
    assert (
        doe(
            map_,
            "correctie",
            "bloem",
            feit.stem,
            "--reden",
            "er is iets toegezegd",
            *(w for d in delen for w in ("--wordt", f"toezeggingen={d}")),
        )
        == 0
    )
    (nu,) = [
        b.record
        for b in laad(map_).register.zoals().dossiers["bloem"].bestanden
        if "contacten" in b.pad
    ]
    assert [(t.id, t.wat) for t in nu.toezeggingen] == [("TZ-1", "cijfers"), ("TZ-2", "de norm")]


def test_a_fact_to_correct_is_named_by_its_file_or_the_nearest_is_offered(
    map_: Path, capsys
) -> None:
    assert (
        doe(
            map_,
            "noteer",
            "bloem",
            "gebeld",
            "--wijze",
            "telefoon",
            "--richting",
            "uitgaand",
            "--met",
            "Jan",
        )
        == 0
    )
    (feit,) = (map_ / "bloem/contacten").glob("*.yaml")
    capsys.readouterr()
    assert doe(map_, "correctie", "bloem", feit.stem[:-1], "--reden", "x", "--vervalt") == 2
    assert f"bedoelt u {feit.stem}?" in capsys.readouterr().err


def test_the_agenda_says_where_the_dossier_is_silent_and_holds_own_items(
    map_: Path, capsys
) -> None:
    """J22, J23, J24: the ambition first, the fixed themes in their order, own items under them."""
    pad = map_ / "bloem/aanbieder.yaml"
    pad.write_text(
        pad.read_text() + "eigen_agendapunten: [{titel: Vervoer & <taxi>, thema: beleidscontext}]\n"
    )
    assert doe(map_, "gesprek", "maak", "agenda", "bloem", "--vorm", "md") == 0
    from clm_cli.documents.teruglezen import tekst_van

    tekst = tekst_van((map_ / "bloem/gesprekken/2026-05-18-voortgang/agenda.md").read_bytes(), "md")
    volgorde = [
        "passende, effectieve en beschikbare jeugdhulp in Flevoland",
        "1 Ontwikkelingen in cijfers",
        "2 Financiële voortgang",
        "5 Beleidscontext",
        "Vervoer & <taxi>",
    ]
    assert [tekst.index(deel) for deel in volgorde] == sorted(
        tekst.index(deel) for deel in volgorde
    )
    # the talk before, figures, actions, obligations, terms, risks, questions, changes and signals;
    # and the twenty subjects that J24 names
    assert tekst.count("geen gegevens in het dossier") == 9 + 20


def test_a_report_that_was_shared_is_never_made_again(map_: Path, capsys) -> None:
    """J30: card and report are sealed by what is shared; a new version gets a name of its own."""
    assert doe(map_, "gesprek", "gehouden", "bloem", "--aanwezig", "allen", "--ambitie", "ja") == 0
    assert doe(map_, "verslag", "bloem", "2026-05-18", "--vorm", "md") == 0
    assert (
        doe(map_, "gesprek", "gedeeld", "bloem", "2026-05-18", "--wijze", "e-mail", "--aan", "Jan")
        == 0
    )
    assert doe(map_, "gesprek", "gehouden", "bloem", "2026-05-18", "--ambitie", "nee") == 2
    assert "verzegeld" in capsys.readouterr().err
    (gedeeld,) = (map_ / "bloem/gesprekken").glob("2026-05-18-*/verslag.md")
    voor = gedeeld.read_bytes()
    assert doe(map_, "verslag", "bloem", "2026-05-18", "--vorm", "md") == 0
    assert gedeeld.read_bytes() == voor
    assert "gedeeld, nog niet vastgesteld" in gedeeld.with_name("verslag-2.md").read_text()


@pytest.mark.parametrize(
    ("woorden", "regels"),
    [
        (["nieuw"], "naam;straat;postcode;plaats;kvk\nBelt;Weg 1;1234 AB;Belt;00009876\n"),
        (["classificeer"], "dossier;contract;omzet\nbloem;ambulant;80\n"),
    ],
)
def test_no_row_of_a_sheet_is_to_blame_when_the_writer_is_unknown(
    map_: Path, tmp_path: Path, capsys, monkeypatch, woorden: list[str], regels: str
) -> None:
    monkeypatch.delenv("CLM_DOOR", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "geen"))
    (tmp_path / "rijen.csv").write_text(regels)
    begin = ["--map", str(map_), "--vandaag", "2026-05-18"]
    assert draai([*begin, *woorden, "--uit", str(tmp_path / "rijen.csv"), "--ja"]) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "Bij elk feit staat wie het vastlegt" in gezegd
    assert "rijen.csv" not in gezegd
    assert gezegd.count("niets geschreven") == 1


def test_a_sheet_is_tried_with_what_if_and_one_row_is_shown_first(
    map_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blad = tmp_path / "een.csv"
    blad.write_text("dossier;contract;omzet;reden\nbloem;ambulant;80;Kleiner\n")
    feiten = map_ / "bloem/classificaties"
    voor = sorted(feiten.iterdir())
    assert doe(map_, "classificeer", "--uit", str(blad), "--wat-als", "--ja") == 0
    assert "Proef: er is niets geschreven." in capsys.readouterr().out
    assert doe(map_, "classificeer", "--uit", str(blad)) == 2
    assert "Dit schrijft 1 bestand: bloem/classificaties/" in capsys.readouterr().err
    assert sorted(feiten.iterdir()) == voor
    assert doe(map_, "classificeer", "--uit", str(blad), "--ja") == 0
    assert len(sorted(feiten.iterdir())) == len(voor) + 1
