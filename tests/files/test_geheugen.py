"""What is kept from one run to another gives what working it out gives, whatever happens to it."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands import controle
from clm_cli.commands.register import Gelezen, lees
from clm_cli.commands.werklijst import VERST, werklijst
from clm_cli.commands.wissen import raakt
from clm_cli.derivations.cijfers import beelden
from clm_cli.derivations.cijfervergelijking import Groep
from clm_cli.derivations.dossierwerk import Dossierwerk
from clm_cli.derivations.filter import Filter
from clm_cli.derivations.werklijst import werk_van
from clm_cli.files import geheugen
from clm_cli.files.geheugen import MAP
from clm_cli.files.waarden import Vorm
from clm_cli.kijk import Dossierblik, per_dossier
from clm_cli.lui import Elders, Lui
from clm_cli.meldingen import Plek
from clm_cli.views import controle as controleblad
from clm_cli.views import overzicht as overzichtblad
from clm_cli.views.opmaak import Papier
from clm_cli.views.werklijst.bladzijde import toon
from tests.bench.groot_register import maak
from tests.files.test_lui_laden import gelezen as gelezen_dossiers

VANDAAG = date(2026, 6, 1)
ALLES = Filter(dagen=VERST)
KEREN, ZAAD = int(os.environ.get("KEREN", "12")), int(os.environ.get("ZAAD", "0"))


@pytest.fixture(autouse=True)
def _thuis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own for the secret of this user."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "thuis"))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    map_ = maak(tmp_path / "r", 6)
    shutil.rmtree(map_ / ".clm", ignore_errors=True)
    return map_


def lijst(map_: Path, dag: date = VANDAAG, *, onthoud: bool = True) -> tuple[str, Gelezen]:
    """The list as text, and what was read for it."""
    nu = lees(map_, dag, onthoud=onthoud)
    blad = werklijst(nu, Filter(wie="marieke-hoekstra", dagen=VERST))
    alles = werklijst(nu, ALLES, vorm="kort")
    return toon(blad, Papier(100)) + toon(alles, Papier(80)), nu


def alles(map_: Path, dag: date = VANDAAG, *, onthoud: bool = True) -> tuple[str, Gelezen]:
    """The list, the check and the portfolio as text, and what was read for them."""
    tekst, nu = lijst(map_, dag, onthoud=onthoud)
    tekst += controleblad.toon(controle.controleer(nu), Papier(100))
    tekst += overzichtblad.toon(controle.overzicht(nu), Papier(100))
    return tekst, nu


def zelfde_controle(map_: Path) -> set[str]:
    """That the check is the one that is worked out; which dossiers were read for it."""
    vers, nu = (lees(map_, VANDAAG, onthoud=onthoud) for onthoud in (False, True))
    assert controleblad.als_json(controle.controleer(nu)) == controleblad.als_json(
        controle.controleer(vers)
    )
    return gelezen_dossiers(nu.geladen)


def test_a_check_reads_what_changed_and_says_the_same(map_: Path) -> None:
    assert len(zelfde_controle(map_)) == 6
    assert zelfde_controle(map_) == set()
    kaart = map_ / "de-kleine-beer/aanbieder.yaml"
    nummer = re.search(r"(?m)^kvk: .*$", (map_ / "waterlelie/aanbieder.yaml").read_text())
    assert nummer
    kaart.write_text(re.sub(r"(?m)^kvk: .*$", nummer[0], kaart.read_text()))
    assert zelfde_controle(map_) == {
        "de-kleine-beer"
    }  # and the other is named as the one it is like
    assert "DOS262" in {m.code for m in controle.controleer(lees(map_, VANDAAG)).meldingen}
    (map_ / "de-kleine-beer/plan.yaml").write_text("a: [\n")
    assert zelfde_controle(map_) == {"de-kleine-beer"}


def test_a_document_that_changed_is_seen_though_no_dossier_is_read(map_: Path) -> None:
    zelfde_controle(map_)
    stuk = next(map_.glob("*/metingen/*.csv"))
    stuk.write_bytes(stuk.read_bytes() + b"x")
    assert zelfde_controle(map_) == set()
    gevonden = controle.controleer(lees(map_, VANDAAG, onthoud=True)).meldingen
    assert "DOS252" in {m.code for m in gevonden}


def test_the_portfolio_reads_what_changed(map_: Path) -> None:
    eerst = controle.overzicht(lees(map_, VANDAAG, onthoud=True))
    nu = lees(map_, VANDAAG, onthoud=True)
    assert controle.overzicht(nu).rijen == eerst.rijen
    assert gelezen_dossiers(nu.geladen) == set()


def test_a_comparison_reads_of_others_the_figures_that_changed(map_: Path) -> None:
    def bladzijde(*, onthoud: bool) -> tuple[list[Groep], set[str]]:
        nu = lees(map_, VANDAAG, onthoud=onthoud)
        groepen = [b.groep for b in beelden(nu.blik("waterlelie"))]
        cijfers = nu.geladen.register.cijfers
        assert isinstance(cijfers, Lui)
        return groepen, {b.pad.partition("/")[0] for d in cijfers.gemaakt() for b in d.bestanden}

    eerst = bladzijde(onthoud=True)
    assert len(eerst[1]) > 3
    assert bladzijde(onthoud=True) == (eerst[0], set())
    erbij(map_)
    assert bladzijde(onthoud=True)[1] == set()
    meting = next(map_.glob("de-klaproos/metingen/2025-K4-herzien.yaml"))
    meting.write_text(re.sub(r"teller: [0-9]+", "teller: 1", meting.read_text()))
    nu = bladzijde(onthoud=True)
    assert nu[1] == {"de-klaproos"}
    assert nu[0] == bladzijde(onthoud=False)[0]
    plek = map_ / "de-kleine-beer/metingen/2025-K1-opgave.yaml"
    plek.write_text("a: [\n")
    assert bladzijde(onthoud=True)[0] == bladzijde(onthoud=False)[0]
    assert bladzijde(onthoud=True)[1] == {"de-kleine-beer"}


def test_what_was_let_go_of_is_read_again_for_who_asks(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clm_cli.kijk._VEEL", 2)
    tekst, nu = alles(map_)
    assert tekst == alles(map_, onthoud=False)[0]
    assert gelezen_dossiers(nu.geladen) == set()
    assert nu.register.dossiers["waterlelie"].id == "waterlelie"


def zelfde(map_: Path, dag: date = VANDAAG) -> set[str]:
    """That the list is the one that is worked out; which dossiers were read for it."""
    tekst, nu = lijst(map_, dag)
    assert tekst == lijst(map_, dag, onthoud=False)[0]
    return gelezen_dossiers(nu.geladen)


def rijen(map_: Path) -> list[Path]:
    return sorted(pad for pad in (map_ / MAP).rglob("*") if pad.is_file())


def test_what_did_not_change_is_not_read_again(map_: Path) -> None:
    assert len(zelfde(map_)) == 6
    assert len({pad.stem for pad in rijen(map_)}) == 6
    assert zelfde(map_) == set()
    assert (map_ / ".clm/.gitignore").read_text().startswith("*\n")


def test_of_a_small_register_nothing_is_kept(map_: Path) -> None:
    werklijst(lees(map_, VANDAAG), ALLES)
    assert not (map_ / MAP).exists()


def test_from_fifty_dossiers_on_rows_are_kept_unless_who_uses_it_says_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak(tmp_path / "vijftig", 50)
    shutil.rmtree(map_ / ".clm", ignore_errors=True)
    opdracht = ["werklijst", "--map", str(map_), "--vandaag", VANDAAG.isoformat()]
    monkeypatch.setenv("CLM_ONTHOUD", "nee")
    assert draai(opdracht) == 0
    assert not (map_ / MAP).exists()
    monkeypatch.delenv("CLM_ONTHOUD")
    assert draai(opdracht) == 0
    assert len(rijen(map_)) >= 50


def erbij(map_: Path) -> None:
    feit = next(map_.glob("medisch-advies-noord/contacten/*.yaml"))
    tekst = feit.read_text().replace("datum: 2026-05-12", "datum: 2026-05-30")
    feit.with_name("2026-05-30-mail.yaml").write_text(tekst)


def zelfde_lengte_en_tijd(map_: Path) -> None:
    kaart = map_ / "waterlelie/aanbieder.yaml"
    tijden, tekst = kaart.stat(), kaart.read_text()
    ander = tekst.replace("{vanaf: 2024-10-01, contractm", "{vanaf: 2027-10-01, contractm")
    assert ander != tekst
    kaart.write_text(ander)
    os.utime(kaart, ns=(tijden.st_atime_ns, tijden.st_mtime_ns))


ANDERS: dict[str, tuple[Callable[[Path], object], int]] = {
    "a fact more": (erbij, 1),
    "the same size and time": (zelfde_lengte_en_tijd, 1),
    "a fact less": (lambda m: next(m.glob("waterlelie/gesprekken/*/*.yaml")).unlink(), 1),
    "another name": (lambda m: (m / "waterlelie").rename(m / "lelie"), 1),
    "a dossier less": (lambda m: shutil.rmtree(m / "waterlelie"), 0),
    "a broken file": (lambda m: (m / "waterlelie/plan.yaml").write_text("a: [\n"), 1),
    "a file of no kind": (lambda m: (m / "waterlelie/zomaar.yaml").write_text("a: b\n"), 1),
    "a link": (lambda m: (m / "waterlelie/extra").symlink_to(m / "lezingen"), 1),
    "what is shared": (lambda m: (m / "kpis.yaml").write_text("kpis: []\n"), 6),
}


@pytest.mark.parametrize("wat", ANDERS)
def test_what_changed_is_read_and_nothing_else(map_: Path, wat: str) -> None:
    zelfde(map_)
    doe, aantal = ANDERS[wat]
    doe(map_)
    assert len(zelfde(map_)) == aantal


def test_another_day_is_worked_out_anew(map_: Path) -> None:
    zelfde(map_)
    assert len(zelfde(map_, date(2026, 6, 2))) == 6
    assert len(zelfde(map_, date(2026, 1, 5))) == 6


def test_the_row_of_a_dossier_that_is_gone_goes_too(map_: Path) -> None:
    zelfde(map_)
    shutil.rmtree(map_ / "waterlelie")
    erbij(map_)
    zelfde(map_)
    assert len({pad.stem for pad in rijen(map_)}) == 5


def test_a_row_of_somebody_else_is_not_believed(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A register may come from anybody, with rows in it that were made for us."""
    zelfde(map_)
    eigen = rijen(map_)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "ander"))
    zelfde(map_)
    van_ander = [pad for pad in rijen(map_) if pad not in eigen]
    for pad in eigen:
        shutil.copy(van_ander[0], pad)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "thuis"))
    assert len(zelfde(map_)) == 6


def test_a_row_of_another_dossier_is_not_believed(map_: Path) -> None:
    zelfde(map_)
    een, ander = rijen(map_)[:2]
    shutil.copy(een, ander)
    assert len(zelfde(map_)) == 1


def test_without_a_place_for_a_secret_nothing_is_kept(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "bestand"))
    assert len(zelfde(map_)) == len(zelfde(map_)) == 6
    assert rijen(map_) == []


def test_where_no_row_can_be_written_all_is_worked_out(map_: Path) -> None:
    (map_ / ".clm").mkdir()
    (map_ / MAP).write_text("in the way")
    assert len(zelfde(map_)) == len(zelfde(map_)) == 6


def test_who_looks_where_a_text_stands_finds_no_rows(map_: Path) -> None:
    zelfde(map_)
    raakt(lees(map_, VANDAAG), map_, "Marieke")
    assert rijen(map_) == []


def test_what_needs_another_dossier_is_not_kept(map_: Path) -> None:
    def aantal(blik: Dossierblik) -> int:
        return len(blik.register.dossiers)

    def verzwegen(blik: Dossierblik) -> int:
        with suppress(Elders):
            return len(blik.register.van(type(blik.dossier.bestanden[0].record)))
        return 0

    nu = lees(map_, VANDAAG, onthoud=True)
    assert per_dossier(aantal)(nu.kijk, "waterlelie") == 6
    assert per_dossier(verzwegen)(nu.kijk, "waterlelie") > 0
    assert rijen(map_) == []


def test_what_came_from_another_dossier_counts_while_that_is_the_same(map_: Path) -> None:
    def van_een_ander(blik: Dossierblik) -> str:
        ander = blik.register.dossiers.get("oude-linde")
        return ander.roepnaam(VANDAAG) if ander else "weg"

    van = per_dossier(van_een_ander)

    def gevraagd() -> tuple[str | None, set[str]]:
        nu = lees(map_, VANDAAG, onthoud=True)
        return van(nu.kijk, "waterlelie"), gelezen_dossiers(nu.geladen)

    eerst = gevraagd()
    assert eerst[1] == {"waterlelie", "oude-linde"}
    assert gevraagd() == (eerst[0], set())
    kaart = map_ / "oude-linde/aanbieder.yaml"
    kaart.write_text(re.sub(r"roepnaam: [^,}]+", "roepnaam: Anders", kaart.read_text()))
    assert gevraagd() == ("Anders", {"waterlelie", "oude-linde"})
    assert gevraagd() == ("Anders", set())
    shutil.rmtree(map_ / "oude-linde")
    assert gevraagd() == ("weg", {"waterlelie"})
    assert gevraagd() == ("weg", set())
    shutil.copytree(map_ / "de-klaproos", map_ / "oude-linde")
    assert gevraagd()[1] == {"waterlelie", "oude-linde"}


def test_values_come_back_as_they_were(map_: Path) -> None:
    nu = lees(map_, VANDAAG, onthoud=True)
    eerst = {naam: werk_van(nu.kijk, naam) for naam in nu.register.dossiers}
    weer = lees(map_, VANDAAG, onthoud=True)
    assert {naam: werk_van(weer.kijk, naam) for naam in eerst} == eerst
    assert gelezen_dossiers(weer.geladen) == set()
    assert adviezen(werk_van(weer.kijk, "waterlelie")) == adviezen(eerst["waterlelie"]) != []


def adviezen(werk: Dossierwerk | None) -> list[tuple[type, object]]:
    """What two texts that are equal may still differ in: the commands that they know."""
    assert werk is not None
    return [(type(p.nu), getattr(p.nu, "opdrachten", None)) for p in werk.punten]


def test_a_kind_that_is_not_known_is_not_kept() -> None:
    class Eigen(str):
        __slots__ = ()

    vorm = Vorm((Plek,))
    assert vorm.uit_json(vorm.als_json(Plek("a", ("b", 1)))) == Plek("a", ("b", 1))
    for vreemd in (Eigen("a"), [1], {"a": 1}, 1.5, {1}):
        with pytest.raises(TypeError):
            vorm.als_json(vreemd)


def ingrepen(map_: Path, keuze: random.Random) -> Iterator[Callable[[], object]]:
    """What may happen between two runs: to the register, to what is kept, by another clm."""
    alle = sorted(p for p in map_.rglob("*.yaml") if ".clm" not in p.parts)
    pad, ander = keuze.choice(alle), keuze.choice(alle)
    bewaard = rijen(map_)
    rij = keuze.choice(bewaard) if bewaard else None
    inhoud = pad.read_bytes()
    plek = keuze.randrange(len(inhoud) + 1)
    yield lambda: pad.write_bytes(inhoud[:plek] + bytes([keuze.randrange(32, 127)]) + inhoud[plek:])
    yield lambda: pad.write_bytes(inhoud[:plek] + inhoud[plek + 1 :])
    yield lambda: pad.write_bytes(inhoud.replace(b"2026-05-1", b"2026-06-1"))
    yield lambda: shutil.copy(ander, pad)
    yield pad.unlink
    yield lambda: shutil.copytree(pad.parent, pad.parent.with_name(f"{pad.parent.name}-x"))
    yield lambda: terug(map_)
    yield lambda: alles(map_, date(2026, 6, keuze.randrange(1, 9)))
    if rij is not None:
        oud = rij.read_bytes()
        knip = keuze.randrange(len(oud))
        yield lambda: rij.write_bytes(oud[:knip])
        yield lambda: rij.write_bytes(oud[:knip] + b"\0" + oud[knip + 1 :])
        yield rij.unlink
        yield lambda: shutil.copy(keuze.choice(bewaard), rij)
        yield lambda: (rij.parent / ".1.abc.nieuw").write_bytes(oud[:knip])


def terug(map_: Path) -> None:
    """A checkout: every file of the record as it was, also those that are gone or new."""
    for kind in map_.iterdir():
        if kind.name != ".clm":
            shutil.rmtree(kind) if kind.is_dir() else kind.unlink()
    shutil.copytree(map_.with_name("eerst"), map_, dirs_exist_ok=True)


def test_with_and_without_what_is_kept_the_list_is_the_same(map_: Path) -> None:
    """`KEREN=10000 ZAAD=1`: as many as one has time for."""
    shutil.copytree(map_, map_.with_name("eerst"))
    keuze = random.Random(ZAAD)
    zelfde(map_)
    gelezen = 0
    for _ in range(KEREN):
        for _ in range(keuze.randrange(3)):
            with suppress(FileExistsError, shutil.SameFileError):
                keuze.choice(list(ingrepen(map_, keuze)))()
        try:
            verwacht = alles(map_, onthoud=False)[0]
        except Exception as fout:  # noqa: BLE001 - a register that is too broken is so in both
            with pytest.raises(type(fout)):
                alles(map_)
            terug(map_)
            continue
        tekst, nu = alles(map_)
        assert tekst == verwacht
        gelezen += len(gelezen_dossiers(nu.geladen))
    assert gelezen < KEREN * 6


@pytest.mark.parametrize("er_al", [False, True])
def test_the_secret_is_of_this_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, er_al: bool
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    if er_al:
        (tmp_path / "staat/clm").mkdir(parents=True, mode=0o700)
    eerder = os.umask(0)
    try:
        assert len(geheugen._geheim()) == 32
    finally:
        os.umask(eerder)
    map_ = tmp_path / "staat/clm"
    assert [p.stat().st_mode & 0o777 for p in (map_, map_ / "geheim")] == [0o700, 0o600]
    assert [p.name for p in map_.iterdir()] == ["geheim"]


@pytest.mark.parametrize(
    ("soort", "plek"), [("nt", "lokaal/clm"), ("posix", "thuis/.local/state/clm")]
)
def test_what_a_user_keeps_stays_on_his_own_computer(
    monkeypatch: pytest.MonkeyPatch, soort: str, plek: str
) -> None:
    """On Windows the other folder travels with who signs in elsewhere, and so would a secret."""
    milieu = {"LOCALAPPDATA": "lokaal", "APPDATA": "zwervend"}
    monkeypatch.setattr(geheugen, "os", SimpleNamespace(name=soort, environ=milieu))
    monkeypatch.setenv("HOME", "thuis")
    assert geheugen.eigen_staat() == Path(plek)
