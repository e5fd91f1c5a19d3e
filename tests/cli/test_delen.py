"""Two people in one register: nothing is lost, and what cannot both be so is left as it was."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from clm_cli.files import samenvoegen
from clm_cli.files.gitwerk import Antwoord
from tests import klein_register
from tests import twee_mensen as twee
from tests.cli.geschiedenis import leg_vast
from tests.files.eigen_git import eigen_git

GEBELD = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"


@pytest.fixture
def mappen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    twee.omgeving(monkeypatch, tmp_path)
    return twee.maak(tmp_path)


@pytest.fixture
def clm(mappen, capsys):
    def roep(wie: str, woorden: str) -> tuple[int, str]:
        capsys.readouterr()
        code = twee.clm(mappen[wie], woorden, wie)
        uit = capsys.readouterr()
        return code, uit.out + uit.err

    return roep


def wissel(map_: Path, oud: str, nieuw: str, pad: str = "organisatie.yaml") -> None:
    tekst = (map_ / pad).read_text(encoding="utf-8")
    assert oud in tekst
    (map_ / pad).write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_some_days_of_two_people(mappen) -> None:
    twee.heel(mappen, twee.werk(mappen, dagen=6, zaad=3))


def test_the_same_fact_of_two_has_two_names_and_what_came_in_is_told(mappen, clm) -> None:
    for wie in mappen:
        assert clm(wie, GEBELD)[0] == 0
    assert clm("mia", "delen")[0] == 0
    code, gezegd = clm("bo", "delen")
    assert code == 0
    assert "Uw werk is gedeeld. Binnengehaald van Mia Manager." in gezegd
    assert "contact: telefoon aan Jan: gebeld, 18-5-2026" in gezegd
    assert sorted(p.name for p in (mappen["bo"] / "bloem/contacten").iterdir()) == [
        "2026-05-18-telefoon-bo.yaml",
        "2026-05-18-telefoon-mia.yaml",
    ]


def test_exactly_what_the_register_holds_is_recorded_in_dutch(mappen, clm) -> None:
    clm("mia", GEBELD)
    (mappen["mia"] / "~$brief.docx").write_bytes(b"Word has it open")
    assert clm("mia", "delen")[0] == 0
    bericht = twee.git(mappen["mia"], "log", "-1", "--format=%an%n%B", "--name-only").split("\n")
    feit = "bloem/contacten/2026-05-18-telefoon-mia.yaml"
    assert [rij for rij in bericht if rij] == ["Mia Manager", "bloem: 1 contact", feit, feit]


@pytest.mark.parametrize("opdracht", ["delen", "ophalen"])
def test_what_git_does_not_record_is_not_said_to_be_written_by_it(mappen, clm, opdracht) -> None:
    """It stood there before: nothing was written for this, and the same again shares it."""
    clm("mia", GEBELD)
    voor, slot = twee.bestanden(mappen["mia"]), mappen["mia"] / ".git/index.lock"
    slot.touch()
    code, gezegd = clm("mia", opdracht)
    assert code == 2, gezegd
    assert "git kon bloem/contacten/2026-05-18-telefoon-mia.yaml niet vastleggen: " in gezegd
    assert "Er is niets gedeeld." in gezegd
    assert "Geschreven" not in gezegd
    assert f"haal dan {slot} weg; daarna probeer het opnieuw" in " ".join(gezegd.split())
    assert twee.bestanden(mappen["mia"]) == voor
    slot.unlink()
    assert clm("mia", opdracht)[0] == 0


@pytest.mark.parametrize("ook_zelf", [False, True], ids=["forward", "merged"])
def test_of_a_merge_that_stops_half_way_what_came_in_is_named(
    mappen, clm, monkeypatch, *, ook_zelf: bool
) -> None:
    """On a full disk git may put files there and move no branch; the same again makes it whole."""
    clm("mia", GEBELD)
    assert clm("mia", "delen")[0] == 0
    if ook_zelf:
        clm("bo", GEBELD)
    feit = "bloem/contacten/2026-05-18-telefoon-mia.yaml"
    echt = samenvoegen.draai

    def half(map_: Path, *woorden: str, **hoe: Any) -> Antwoord:
        if "--ff-only" not in woorden:
            return echt(map_, *woorden, **hoe)
        if ook:
            klein_register.schrijf(map_, {feit: (mappen["mia"] / feit).read_text("utf-8")})
        return Antwoord(None, "de schijf is vol")

    with monkeypatch.context() as vol:
        vol.setattr(samenvoegen, "draai", half)
        ook = False
        code, gezegd = clm("bo", "ophalen")
        assert (code, "Uw map is zoals zij was." in gezegd) == (2, True)
        ook = True
        code, gezegd = clm("bo", "ophalen")
    assert (code, f"Al in uw map: {feit}." in gezegd) == (3, True), gezegd
    assert clm("bo", "ophalen")[0] == 0
    assert clm("bo", "delen")[0] == 0
    assert clm("mia", "ophalen")[0] == 0
    assert twee.bestanden(mappen["mia"]) == twee.bestanden(mappen["bo"])


def test_both_change_another_value_of_one_card(mappen, clm) -> None:
    wissel(mappen["mia"], "naam: Noord}", "naam: Noorderveld}")
    wissel(mappen["bo"], "naam: Zuid}", "naam: Zuiderveld}")
    assert clm("mia", "delen")[0] == 0
    code, gezegd = clm("bo", "delen")
    assert code == 0
    assert "door u beiden gewijzigd, samengevoegd: organisatie.yaml" in gezegd
    tekst = (mappen["bo"] / "organisatie.yaml").read_text(encoding="utf-8")
    assert "{id: noord, naam: Noorderveld}, {id: zuid, naam: Zuiderveld}" in tekst


@pytest.mark.parametrize(("houd", "plaats"), [("eigen", "Bodorp"), ("ander", "Miastad")])
def test_one_value_of_two_people_is_explained_and_left(mappen, clm, houd, plaats) -> None:
    wissel(mappen["mia"], "plaats: Teststad", "plaats: Miastad")
    wissel(mappen["bo"], "plaats: Teststad", "plaats: Bodorp")
    clm("bo", GEBELD)
    assert clm("mia", "delen")[0] == 0
    voor = twee.bestanden(mappen["bo"])
    code, gezegd = clm("bo", "ophalen")
    assert code == 3
    assert "organisatie.yaml bij adres plaats: bij u 'Bodorp', bij de ander 'Miastad'" in gezegd
    assert "uw map is zoals zij was" in gezegd
    assert "clm ophalen --houd eigen houdt daar wat u schreef" in gezegd
    assert twee.bestanden(mappen["bo"]) == voor
    assert twee.git(mappen["bo"], "status", "--porcelain") == ""
    assert not (mappen["bo"] / ".git/MERGE_HEAD").exists()
    assert clm("bo", "delen")[0] == 2, "all is recorded by now, and it still cannot be decided"
    assert clm("bo", f"delen --houd {houd}")[0] == 0
    assert clm("mia", "ophalen")[0] == 0
    assert twee.bestanden(mappen["mia"]) == twee.bestanden(mappen["bo"])
    kaart = (mappen["mia"] / "organisatie.yaml").read_text(encoding="utf-8")
    assert f"plaats: {plaats}" in kaart


def test_one_name_chosen_twice_is_kept_under_two(mappen, clm) -> None:
    """As where a register was copied, and not shared yet: no name had its writer behind it."""
    pad = "bloem/contacten/2026-05-18-telefoon.yaml"
    tekst = "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\nkern: {kern}\n"
    for wie, map_ in mappen.items():
        feit = {pad: klein_register.KOP.format(dag="2026-05-18") + tekst.format(kern=f"Van {wie}.")}
        klein_register.schrijf(map_, feit)
    assert clm("mia", "delen")[0] == 0
    code, gezegd = clm("bo", "delen")
    assert code == 0
    assert f"ook van een ander: {pad}; het uwe heet {pad[:-5]}-mia.yaml" in " ".join(gezegd.split())
    assert "+   contact: telefoon aan Jan: Van mia, 18-5-2026" in gezegd
    assert "een vastgelegd feit is gewijzigd" not in gezegd
    assert "Van bo" not in gezegd, "it was there already"
    assert "Van mia." in (mappen["bo"] / pad).read_text(encoding="utf-8")
    assert "Van bo." in (mappen["bo"] / f"{pad[:-5]}-mia.yaml").read_text(encoding="utf-8")
    assert clm("bo", "controleer --geschiedenis --alleen-fouten")[0] == 0


def test_a_number_given_twice_is_told_and_mended(mappen, clm) -> None:
    risico = "lijst risicos bloem --kans laag --gevolg hoog --eigenaar bo --sinds 2026-05-18 --wat"
    for wie in mappen:
        assert clm(wie, f"{risico} Van-{wie}")[0] == 0
    clm("mia", "delen")
    code, gezegd = clm("bo", "delen")
    assert code == 0
    assert "twee keer gegeven: bloem: R-01 is al in gebruik in dit dossier" in gezegd
    assert "nu: clm hernummer" in gezegd
    assert clm("bo", "hernummer")[0] == 0
    lijst = (mappen["bo"] / "bloem/lijsten/risicos.yaml").read_text(encoding="utf-8")
    assert lijst.index("R-01") < lijst.index("Van-mia") < lijst.index("R-02")
    assert lijst.index("R-02") < lijst.index("Van-bo")


def test_a_fact_that_was_changed_is_not_shared(mappen, clm) -> None:
    clm("mia", GEBELD)
    clm("mia", "delen")
    wissel(mappen["mia"], "gebeld", "gemaild", "bloem/contacten/2026-05-18-telefoon-mia.yaml")
    code, gezegd = clm("mia", "delen")
    assert code == 2
    assert "Een vastgelegd feit is gewijzigd of weg" in gezegd


def test_a_bsn_never_comes_into_git(mappen, clm) -> None:
    (mappen["mia"] / "bloem/los.txt").write_text("bsn 123456782", encoding="utf-8")
    code, gezegd = clm("mia", "delen")
    assert code == 2
    assert "in regel 1 lijkt een burgerservicenummer te staan" in gezegd
    assert "bloem/los.txt" not in twee.git(mappen["mia"], "ls-files")


def test_a_shared_drive_and_a_received_register_run_nothing(mappen, clm, tmp_path) -> None:
    gedraaid = tmp_path / "gedraaid"
    programma = tmp_path / "programma"
    programma.write_text(f'#!/bin/sh\necho "$0" >> {gedraaid}\ncat\n', encoding="utf-8")
    programma.chmod(0o755)
    for map_ in (tmp_path / "schijf/register.git/hooks", mappen["mia"] / ".git/hooks"):
        map_.mkdir(exist_ok=True)
        for naam in (
            *("pre-receive", "update", "post-receive", "post-update", "pre-push", "pre-commit"),
            *("post-merge", "post-checkout", "reference-transaction", "post-index-change"),
        ):
            (map_ / naam).symlink_to(programma)
    for naam in ("remote.origin.uploadpack", "remote.origin.receivepack", "merge.x.driver"):
        twee.git(mappen["mia"], "config", naam, str(programma))
    (mappen["mia"] / ".gitattributes").write_text("*.yaml merge=x\n", encoding="utf-8")
    wissel(mappen["mia"], "naam: Noord}", "naam: Noorderveld}")
    wissel(mappen["bo"], "naam: Zuid}", "naam: Zuiderveld}")
    assert clm("bo", "delen")[0] == 0
    assert clm("mia", "delen")[0] == 0
    assert not gedraaid.exists(), gedraaid.read_text(encoding="utf-8")


def test_onedrive_is_warned_for(tmp_path, monkeypatch, capsys) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    map_ = tmp_path / "OneDrive - Gemeente/register"
    klein_register.lees(map_)
    assert twee.clm(map_, f"delen --begin {tmp_path}/schijf", "mia") == 0
    assert "staat in OneDrive of SharePoint" in capsys.readouterr().out


@pytest.mark.parametrize("tak", ["master", "werk"])
def test_who_joins_begins_where_the_first_works(tmp_path, monkeypatch, capsys, tak) -> None:
    """A register that stood in git before it was shared, on a branch of any name."""
    twee.omgeving(monkeypatch, tmp_path)
    map_ = tmp_path / "register"
    klein_register.lees(map_)
    twee.git(map_, "init", "--quiet", f"--initial-branch={tak}")
    assert twee.clm(map_, f"delen --begin {tmp_path}/schijf", "mia") == 0
    assert twee.clm(map_, f"ophalen --begin {tmp_path}/schijf --in {tmp_path}/bo", "bo") == 0
    assert twee.clm(tmp_path / "bo", GEBELD, "bo") == 0
    assert twee.clm(tmp_path / "bo", "delen", "bo") == 0
    assert twee.clm(map_, "ophalen", "mia") == 0
    assert list(map_.glob("bloem/contacten/*-telefoon*.yaml"))


@pytest.mark.parametrize("naam", ["organisatie.yaml", "dossiers"])
def test_who_joins_is_told_that_a_link_is_no_register(tmp_path, monkeypatch, capsys, naam) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    (map_ := tmp_path / "ander").mkdir()
    twee.git(map_, "init", "--quiet")
    (map_ / naam).symlink_to("/etc/passwd" if "." in naam else "/etc")
    twee.git(map_, "add", "--all")
    wie = ("-c", "user.name=mia", "-c", "user.email=mia@voorbeeld.nl")
    twee.git(map_, *wie, "commit", "--quiet", "-m", "begin")
    assert twee.clm(map_, f"ophalen --begin {map_} --in {tmp_path}/bo", "bo") == 2
    assert "staat nog geen register" in capsys.readouterr().err


def test_saving_by_itself(mappen, clm) -> None:
    wissel(mappen["mia"], "regio: Test", "regio: Test\nopslaan: vanzelf")
    assert clm("mia", "delen")[0] == 0
    assert "git: " in clm("mia", GEBELD)[1]
    assert twee.git(mappen["mia"], "status", "--porcelain") == ""
    assert clm("mia", "delen")[0] == 0
    assert "contact: telefoon aan Jan" in clm("bo", "ophalen")[1]


def test_who_comes_second_is_not_refused(mappen, clm) -> None:
    for keer in range(2):
        assert clm("mia", GEBELD.replace("gebeld", f"keer-{keer}"))[0] == 0
        assert clm("mia", "delen")[0] == 0
    assert clm("bo", GEBELD)[0] == 0
    assert clm("bo", "delen")[0] == 0
    assert "Er was niets nieuws van anderen." in clm("bo", "delen")[1]


@pytest.mark.parametrize(("keren", "code"), [(2, 0), (9, 3)], ids=["twice", "always"])
def test_who_is_overtaken_while_it_is_put_together_tries_again(
    mappen, clm, tmp_path, monkeypatch, keren: int, code: int
) -> None:
    """Mia has some days ready, and shares the next one whenever bo is about to."""
    dagen = []
    for keer in range(keren):
        assert clm("mia", f"{GEBELD.replace('gebeld', f'keer-{keer}')} --commit")[0] == 0
        dagen.append(twee.git(mappen["mia"], "rev-parse", "HEAD").strip())
    klaar, git = tmp_path / "klaar", shutil.which("git")
    klaar.write_text("".join(f"{dag}\n" for dag in dagen), encoding="utf-8")
    assert clm("bo", GEBELD)[0] == 0
    volgende = f"dag=$(head -n 1 {klaar}); sed -i 1d {klaar}; "
    volgende += f'[ -z "$dag" ] || {git} -C {mappen["mia"]} push -q origin "$dag:main"'
    eigen_git(tmp_path, monkeypatch, "push", volgende)
    gekregen, gezegd = clm("bo", "delen")
    assert gekregen == code, gezegd
    assert ("nog niet gedeeld met" in gezegd) == (code == 3)
    monkeypatch.undo()
    twee.omgeving(monkeypatch, tmp_path)
    for wie in ("bo", "mia", "bo"):
        assert clm(wie, "delen")[0] == 0
    assert twee.bestanden(mappen["mia"]) == twee.bestanden(mappen["bo"])
    assert len(list((mappen["bo"] / "bloem/contacten").iterdir())) == keren + 1


def test_a_lock_that_a_git_left_is_taken_away_as_clm_says(mappen, clm) -> None:
    slot = mappen["bo"] / ".git/refs/remotes/origin/main.lock"
    slot.parent.mkdir(parents=True, exist_ok=True)
    slot.touch()
    assert clm("mia", GEBELD)[0] == clm("mia", "delen")[0] == 0
    code, gezegd = clm("bo", "ophalen")
    assert code == 2
    assert "git kan hier niets ophalen" in gezegd
    assert f"haal dan {slot} weg; daarna geef de opdracht opnieuw" in " ".join(gezegd.split())
    slot.unlink()
    assert clm("bo", "ophalen")[0] == 0


@pytest.mark.parametrize(
    ("einde", "zin"),
    [("kill -9 $$", "git werd afgebroken"), ("exit 1", "git zegt niet waarom")],
    ids=["killed", "silent"],
)
def test_a_git_that_ended_without_a_word_is_told(
    mappen, clm, tmp_path, monkeypatch, einde, zin
) -> None:
    eigen_git(tmp_path, monkeypatch, "fetch", einde)
    assert f"is niet te bereiken: {zin}." in clm("bo", "ophalen")[1]


def test_a_server_that_refuses_is_asked_once_and_its_own_sentence_is_passed_on(
    mappen, clm, tmp_path
) -> None:
    server, gevraagd = tmp_path / "schijf/register.git", tmp_path / "gevraagd"
    (server / "hooks").mkdir(exist_ok=True)
    haak = server / "hooks/pre-receive"
    zin = "Op deze tak mag alleen het team schrijven."
    haak.write_text(f"#!/bin/sh\necho x >>{gevraagd}\necho '{zin}' >&2\nexit 1\n", "utf-8")
    haak.chmod(0o755)
    twee.git(mappen["bo"], "remote", "set-url", "origin", f"file://{server}")
    assert clm("bo", GEBELD)[0] == 0
    code, gezegd = clm("bo", "delen")
    assert code == 3
    assert f"nog niet gedeeld met file://{server}: de server weigert het: {zin}" in gezegd
    assert "vraag wie de server beheert" in gezegd
    assert gevraagd.read_text("utf-8") == "x\n"
    haak.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    assert "de server weigert het: pre-receive hook declined." in clm("bo", "delen")[1]
    haak.unlink()
    assert clm("bo", "delen")[0] == 0


def test_a_register_in_a_folder_of_a_shared_repository_is_shared_too(mappen, clm) -> None:
    for map_ in mappen.values():
        twee.git(map_, "config", "user.email", "x@y.example")
        twee.git(map_, "config", "user.name", "x")
    (mappen["mia"] / "register").mkdir()
    twee.git(mappen["mia"], "mv", "-k", "bloem", "beleid", "overeenkomsten", "register")
    twee.git(mappen["mia"], "mv", "organisatie.yaml", "kpis.yaml", "register")
    twee.git(mappen["mia"], "commit", "-qm", "in een map")
    onder = mappen["mia"] / "register"
    assert twee.clm(onder, GEBELD, "mia") == 0
    assert [p.name for p in (onder / "bloem/contacten").iterdir()] == [
        "2026-05-18-telefoon-mia.yaml"
    ]
    assert twee.clm(onder, "delen", "mia") == 0
    twee.git(mappen["bo"], "pull", "-q")
    assert (mappen["bo"] / "register/bloem/contacten/2026-05-18-telefoon-mia.yaml").is_file()


def test_not_shared_yet_says_how(tmp_path, monkeypatch, capsys) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    klein_register.lees(tmp_path / "r")
    twee.git(tmp_path / "r", "init", "-q")
    assert twee.clm(tmp_path / "r", "delen", "mia") == 2
    assert "clm delen --begin MAP" in capsys.readouterr().err


def test_a_branch_of_git_is_put_with_this_one_value_by_value(tmp_path, monkeypatch, capsys) -> None:
    """A talk of one name on two branches, on which git itself stops with both versions in it."""
    twee.omgeving(monkeypatch, tmp_path)
    map_ = tmp_path / "r"
    klein_register.lees(map_)
    kaart = map_ / "bloem/gesprekken/2026-06-20-kwart/gesprek.yaml"

    def clm(woorden: str, door: str) -> tuple[int, str]:
        code = twee.clm(map_, woorden, door)
        uit = capsys.readouterr()
        return code, uit.out + uit.err

    twee.git(map_, "init", "--quiet", "--initial-branch=main")
    leg_vast(map_, "begin", "2026-05-17")
    twee.git(map_, "branch", "collega")
    for tak, door in (("main", "mia"), ("collega", "bo")):
        twee.git(map_, "checkout", "--quiet", tak)
        plan = f"gesprek gepland bloem --datum 2026-06-20 --soort extra --reden Van-{door} --naam"
        assert clm(f"{plan} kwart", door)[0] == 0
        leg_vast(map_, tak, "2026-05-18")
    twee.git(map_, "checkout", "--quiet", "main")
    wie = ("-c", "user.name=x", "-c", "user.email=x@example.nl")
    assert subprocess.run(
        ["git", "-C", map_, *wie, "merge", "-q", "collega"], check=False
    ).returncode
    code, gezegd = clm("controleer --alleen-fouten", "mia")
    assert code == 1
    assert "clm ophalen --tak TAK" in gezegd
    code, gezegd = clm("ophalen --tak collega", "mia")
    assert code == 2
    assert "git merge --abort, en geef clm ophalen --tak collega" in gezegd
    twee.git(map_, "merge", "--abort")
    voor = twee.bestanden(map_)
    assert "'weg' is hier geen tak" in clm("ophalen --tak weg", "mia")[1]
    code, gezegd = clm("ophalen --tak collega", "mia")
    assert code == 2
    assert "bij reden: bij u 'Van-mia', bij de ander 'Van-bo'" in gezegd
    assert "clm ophalen --tak collega --houd ander wat de ander schreef" in gezegd
    assert twee.bestanden(map_) == voor
    assert clm("ophalen --tak collega --houd ander", "mia")[0] == 0
    assert "reden: Van-bo" in kaart.read_text(encoding="utf-8")
    assert len(twee.git(map_, "log", "-1", "--format=%P").split()) == 2
    assert clm("controleer --geschiedenis --alleen-fouten", "mia")[0] == 0


def test_a_folder_under_a_name_that_is_none_is_not_made(tmp_path, monkeypatch, capsys) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    map_ = tmp_path / "register"
    klein_register.lees(map_)
    assert twee.clm(map_, f"delen --begin {tmp_path}/schijff/jeugd", "mia") == 2
    assert f"{tmp_path}/schijff bestaat niet" in capsys.readouterr().err
    assert not (tmp_path / "schijff").exists()


def test_who_begins_is_told_how_another_joins_and_a_folder_may_move(
    tmp_path, monkeypatch, capsys
) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    map_, oud, nieuw = tmp_path / "register", tmp_path / "oud", tmp_path / "nieuw"
    klein_register.lees(map_)
    assert twee.clm(map_, f"delen --begin {oud}", "mia") == 0
    mee = f"clm ophalen --begin {oud} --in MAP"
    # A long path goes on the next line: only what it says counts, not where a line ends.
    assert mee.replace(" ", "") in "".join(capsys.readouterr().out.split())
    assert twee.clm(map_, f"delen --begin {nieuw}", "mia") == 2
    assert "verplaats haar dan" in " ".join(capsys.readouterr().err.split())
    assert not nieuw.exists()
    oud.rename(nieuw)
    assert twee.clm(map_, "delen", "mia") != 0
    assert "clm delen --begin MAP" in " ".join(capsys.readouterr().err.split())
    assert twee.clm(map_, f"delen --begin {nieuw}", "mia") == 0
    assert twee.clm(map_, GEBELD, "mia") == 0
    assert twee.clm(map_, "delen", "mia") == 0
    assert twee.clm(tmp_path, f"ophalen --begin {nieuw} --in {tmp_path}/bo", "bo") == 0
    assert list((tmp_path / "bo").glob("bloem/contacten/*-telefoon*.yaml"))
