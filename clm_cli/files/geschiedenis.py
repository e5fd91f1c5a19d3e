"""Floor 6, geschiedenis: whether git shows that facts were only added, and what endangers that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from clm_cli.advies import opdracht
from clm_cli.deur import alles_onder, is_verborgen
from clm_cli.files import git
from clm_cli.files.gitproces import git as git_zegt
from clm_cli.files.gitproces import regel
from clm_cli.meldingen import ClmFout, Ernst, Melding, Plek
from clm_cli.records.basis import Feit
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

_WAT = {"M": "GIT601", "T": "GIT601", "D": "GIT602"}
_LATER = timedelta(days=7)
"""So long after it was recorded a fact may come into git without a word."""
_EERDER = timedelta(days=1)
"""So far the clocks of two machines may be apart."""


@value
class _Stap:
    """One change of a fact in one commit, beside one of its parents."""

    pad: str
    hoe: str
    commit: str
    dag: str
    wie: str
    samenvoeging: bool
    was: str
    """The hash of its content before."""
    wordt: str


def controleer_geschiedenis(wortel: Path, register: Register, top: str | None) -> list[Melding]:
    """All that git tells about the facts of a register; raises ClmFout outside git."""
    if not git.is_er(wortel) or git.commit_van(wortel, "HEAD") is None:
        raise ClmFout(
            "De geschiedenis is niet na te gaan: dit register staat niet in git, of er is nog"
            " niets vastgelegd.",
            nu="git init, git add en git commit",
        )
    stappen = list(_stappen(wortel))
    return [
        *_onvolledig(wortel),
        *(_gewijzigd(stap) for stap in stappen if stap.hoe in _WAT and not _naast(stap, stappen)),
        *_herschreven(wortel, top),
        *_in_de_map(wortel),
        *_instellingen(wortel),
        *_resten(wortel),
        *_laat(register, {s.pad: s.dag for s in stappen if s.hoe == "A"}),
    ]


def is_feit(pad: str) -> bool:
    """Whether a path is of a fact: a YAML file whose name starts with a digit."""
    naam = pad.rsplit("/", 1)[-1]
    return naam[:1].isdigit() and naam.endswith(".yaml")


def _stappen(wortel: Path) -> Iterator[_Stap]:
    """Every change of a fact in the whole history, merges beside each of their parents."""
    voor = git.voor(wortel)
    uit = git_zegt(
        wortel,
        *("log", "-m", "--no-renames", "--full-history", "--raw", "-z", "--no-abbrev"),
        *("--format=%x01%H%x02%P%x02%cI%x02%an", "HEAD", "--", "."),
    )
    kop: list[str] = ["", "", "", ""]
    delen = iter((uit or b"").decode("utf-8", "surrogateescape").split("\0"))
    for deel in delen:
        if "\x01" in deel:
            kop = deel.rpartition("\x01")[2].split("\x02")
        elif deel.lstrip("\n").startswith(":"):
            pad = next(delen, "").removeprefix(voor)
            if is_feit(pad):
                _, _, was, wordt, hoe = deel.split()
                samen = " " in kop[1]
                yield _Stap(pad, hoe[:1], kop[0][:10], kop[2], kop[3], samen, was, wordt)


def _naast(stap: _Stap, stappen: Iterable[_Stap]) -> bool:
    """Whether two people chose one name, and the merge kept what this one wrote beside it.

    The name itself is theirs, and is as they wrote it: beside their side of the merge it did not
    change. The name beside it begins as this one does: another fact with the same content is not
    it.
    """
    begin = f"{stap.pad.removesuffix('.yaml')}-"
    tegelijk = [ander for ander in stappen if ander.commit == stap.commit and ander is not stap]
    return (
        stap.samenvoeging
        and stap.hoe == "M"
        and all(ander.pad != stap.pad for ander in tegelijk)
        and any(
            (ander.hoe, ander.wordt) == ("A", stap.was) and ander.pad.startswith(begin)
            for ander in tegelijk
        )
    )


def _gewijzigd(stap: _Stap) -> Melding:
    wat = "verwijderd of hernoemd" if stap.hoe == "D" else "gewijzigd"
    bij = "bij het samenvoegen van twee takken " if stap.samenvoeging else ""
    moment = _moment(stap.dag)
    dag = datum_vol(moment.date()) if moment else "op een dag die git niet weet"
    tekst = f"dit feit is {bij}{wat} in commit {stap.commit} van {stap.wie}, {dag}"
    terug = f"git show {stap.commit}^:./{stap.pad} toont wat er stond"
    nu = f"{terug}; zet dat terug, en leg vast wat anders is met {opdracht('correctie')}"
    return Melding(_WAT[stap.hoe], Ernst.FOUT, Plek(stap.pad), tekst, nu=nu)


def _onvolledig(wortel: Path) -> Iterator[Melding]:
    """What makes that git cannot show the whole history."""
    if regel(wortel, "rev-parse", "--is-shallow-repository") == "true":
        tekst = "de geschiedenis is hier niet compleet (ondiepe kloon): er is niets te bewijzen"
        yield _fout("GIT605", tekst, "git fetch --unshallow")
    vervangen = regel(wortel, "for-each-ref", "--format=%(refname)", "refs/replace")
    if vervangen:
        tekst = "er zijn vervangende objecten: git toont daar iets anders dan wat is vastgelegd"
        yield _fout("GIT605", tekst, "git replace -l, en git replace -d voor elk daarvan")


def _herschreven(wortel: Path, top: str | None) -> Iterator[Melding]:
    """Whether what was seen before is still part of the history."""
    if top is not None:
        bekend = git.commit_van(wortel, top)
        if bekend is None:
            tekst = f"commit {top[:40]} is er niet meer: de geschiedenis is herschreven"
            yield _fout("GIT603", tekst, "vraag een collega om een kloon van voor die tijd")
        elif git_zegt(wortel, "merge-base", "--is-ancestor", bekend, "HEAD") is None:
            tekst = f"commit {bekend[:10]} hoort niet meer bij de geschiedenis: die is herschreven"
            yield _fout("GIT603", tekst, f"clm vergelijk {bekend[:10]}..HEAD toont wat anders is")
    takken = regel(wortel, "for-each-ref", "--format=%(refname)", "refs/remotes") or ""
    for tak in takken.split():
        logboek = regel(wortel, "reflog", "show", "--format=%H %gs", tak) or ""
        for rij in logboek.splitlines():
            if rij.endswith("forced-update"):
                naam = tak.removeprefix("refs/remotes/")
                tekst = f"{naam} is met kracht overschreven (bij commit {rij[:10]})"
                yield _fout("GIT603", tekst, f"git reflog {naam} noemt wat er eerst stond")


def _in_de_map(wortel: Path) -> Iterator[Melding]:
    """Facts in the folder that differ from git, or that git does not hold yet."""
    vast = {b.pad: b.hash for b in git.boom(wortel, "HEAD") or ()}
    hier = git.werkmap(wortel)
    for pad, hash_ in vast.items():
        if is_feit(pad) and hier.get(pad) == git.ONGELEZEN:
            tekst = "dit feit is niet te lezen; of het nog is wat in git staat, is onbekend"
            yield Melding("GIT601", Ernst.FOUT, Plek(pad), tekst, nu="geef uzelf toegang")
        elif is_feit(pad) and hier.get(pad) != hash_:
            code = "GIT601" if pad in hier else "GIT602"
            wat = "gewijzigd" if pad in hier else "weggehaald"
            tekst = f"dit feit is {wat} nadat het in git was vastgelegd; dat is nog niet vastgelegd"
            yield Melding(code, Ernst.FOUT, Plek(pad), tekst, nu=f"git checkout -- {pad}")
    los = [pad for pad in hier if is_feit(pad) and pad not in vast]
    if los:
        tekst = f"{len(los)} {'feit staat' if len(los) == 1 else 'feiten staan'} nog niet in git"
        nu = "git add en git commit; of geef --commit bij het schrijven"
        yield Melding("GIT606", Ernst.INFO, Plek(los[0]), tekst, nu=nu)
    for pad in git.genegeerd(wortel):
        if is_feit(pad):
            tekst = "git slaat dit feit over (.gitignore); het wordt nooit vastgelegd"
            yield Melding("GIT606", Ernst.WAARSCHUWING, Plek(pad), tekst, nu="verbeter .gitignore")


def _instellingen(wortel: Path) -> Iterator[Melding]:
    """Settings with which git changes or hides files by itself."""
    proef = "organisatie.yaml"
    uit = regel(wortel, "check-attr", "text", "merge", "filter", "--", proef) or ""
    kenmerken = {rij.split(": ")[-2]: rij.split(": ")[-1] for rij in uit.splitlines()}
    autocrlf = regel(wortel, "config", "--get", "core.autocrlf") or "false"
    if kenmerken.get("text") != "unset" and autocrlf != "false":
        yield _let_op(
            f"git verandert regeleinden (core.autocrlf = {autocrlf}); dan klopt geen sha256 meer",
            "zet '* -text' in .gitattributes",
        )
    if kenmerken.get("merge") == "union":
        yield _let_op(
            "git plakt bij het samenvoegen twee versies achter elkaar (merge=union)",
            "haal merge=union uit .gitattributes",
        )
    if kenmerken.get("filter", "unspecified") not in ("unspecified", "unset"):
        yield _let_op(
            f"git bewerkt bestanden bij het vastleggen (filter={kenmerken['filter']})",
            "haal het filter uit .gitattributes",
        )
    if regel(wortel, "config", "--get", "core.sparseCheckout") == "true":
        tekst = "git zet hier maar een deel van de bestanden neer"
        yield _let_op(tekst, "git sparse-checkout disable")
    verborgen = git.verborgen(wortel)
    if verborgen:
        yield _let_op(
            f"git kijkt niet naar wijzigingen in {', '.join(verborgen[:5])}",
            f"git update-index --no-assume-unchanged --no-skip-worktree {verborgen[0]}",
        )


def _resten(wortel: Path) -> Iterator[Melding]:
    """What a command that was killed left behind."""
    for pad in sorted(alles_onder(wortel, over=is_verborgen)):
        naam = pad.rpartition("/")[2]
        if is_verborgen(naam) and naam.endswith(".nieuw"):
            tekst = "dit is een rest van een opdracht die is afgebroken; het telt nergens mee"
            nu = "vergelijk het met het bestand ernaast, en haal het weg"
            yield Melding("GIT608", Ernst.INFO, Plek(pad), tekst, nu=nu)


def _moment(tekst: str) -> datetime | None:
    """When a commit was made; None when git cannot say: who made it by hand wrote no day."""
    try:
        return datetime.fromisoformat(tekst)
    except ValueError:
        return None


def _laat(register: Register, begin: Mapping[str, str]) -> Iterator[Melding]:
    """Facts whose own moment and the moment on which git got them do not go together.

    Those that came late on one day are told at once, at the one that waited longest.
    """
    laat: dict[date, list[tuple[timedelta, Plek]]] = {}
    zonder: list[Plek] = []
    for bestand in register.bestanden:
        if not isinstance(bestand.record, Feit) or bestand.pad not in begin:
            continue
        gezegd, plek = bestand.record.vastgelegd, bestand.plek("vastgelegd")
        gekregen = _moment(begin[bestand.pad])
        if gekregen is None:
            zonder.append(plek)
            continue
        dag = gekregen.date()
        if gezegd - gekregen > _EERDER:
            tekst = f"volgens het feit later vastgelegd dan git het kreeg ({datum_vol(dag)})"
            yield Melding("GIT609", Ernst.WAARSCHUWING, plek, tekst, nu="kijk naar de klok")
        elif gekregen - gezegd > _LATER:
            laat.setdefault(dag, []).append((gekregen - gezegd, plek))
    if zonder:
        ook = f"; dat geldt voor {len(zonder)} feiten" if len(zonder) > 1 else ""
        tekst = f"git weet niet op welke dag het dit feit kreeg{ook}"
        nu = "git log zegt van wie het komt: vraag na wanneer het is vastgelegd"
        yield Melding("GIT609", Ernst.WAARSCHUWING, zonder[0], tekst, nu=nu)
    for dag, rijen in sorted(laat.items()):
        wachtte, plek = max(rijen, key=lambda rij: rij[0])
        ook = f"; dat geldt voor {len(rijen)} feiten van die dag" if len(rijen) > 1 else ""
        tekst = f"pas op {datum_vol(dag)} in git gekomen, {wachtte.days} dagen later{ook}"
        nu = "leg feiten dezelfde dag vast in git"
        yield Melding("GIT609", Ernst.INFO, plek, tekst, nu=nu)


def _fout(code: str, tekst: str, nu: str) -> Melding:
    return Melding(code, Ernst.FOUT, None, tekst, nu=nu)


def _let_op(tekst: str, nu: str) -> Melding:
    return Melding("GIT607", Ernst.WAARSCHUWING, None, tekst, nu=nu)
