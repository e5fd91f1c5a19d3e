"""Floor 6, gitwerk: what clm asks git to do: to record, to bring in, to share.

Who asks clm for it did not type git, and the register may come from somebody else: what its own
settings would run, does not run.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from clm_cli.advies import advies, opdracht
from clm_cli.files.git import voor
from clm_cli.files.githuis import WAAR, hoort_hier
from clm_cli.files.gitproces import (
    GEDULD,
    KORT,
    geduld,
    in_een,
    reden,
    van_hier,
    wacht_op,
    weigert,
    zonder_git,
    zwijgt,
)
from clm_cli.meldingen import ClmFout, Geweigerd, NietAf, oorzaak
from clm_cli.value import value

Zeg = Callable[[str], None]
_DRAAIT = (
    r"^(filter\..*|gpg\..*program|commit\.gpgsign|core\.hookspath|merge\..*\.driver"
    r"|core\.(sshcommand|gitproxy|askpass)|credential\..*)$"
)
_UIT = {"gpgsign": "false", "required": "false", "program": "gpg", "sshcommand": "ssh"}
_UIT |= {"driver": "false"}
"""What a setting is when the user has none; an empty filter is none, `false` merges nothing."""
_HAKEN = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-push", "post-merge")
_STIL = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""Nothing is asked at a terminal, and nothing that lacks is fetched unasked."""
_GEEN_ANTWOORD, _GEEN_GIT = -100, -101
"""Codes of an answer that did not come, which no program ends with."""
BEGIN = opdracht("delen", begin="MAP")
"""Makes a register one that is shared: in git, and all that stands in it recorded."""
_SAMEN = ("delen", "ophalen")
"""Commands that nobody can leave out where he asked for them."""
_WACHT = 300
"""Seconds to wait for a server."""
_KEREN, _TUSSENDOOR = 10, 0.2
"""How often git is asked to record while another one is busy here, and the seconds in between."""

_SLOT = r"Unable to create '(.+\.lock)': File exists"


@value
class Antwoord:
    """What git printed when it did what was asked, or why it did not."""

    gezegd: str | None
    reden: str = ""
    code: int = 0
    achter: bool = False
    """Whether others shared something first, so that ours has to be put with it."""
    geweigerd: bool = False
    """Whether the other side does not want it, so that trying again is of no use."""


def draai(
    map_: Path,
    *woorden: str,
    seconden: int = 60,
    invoer: bytes | None = None,
    omgeving: Mapping[str, str] | None = None,
    goed: Sequence[int] = (0,),
    rauw: bool = False,
) -> Antwoord:
    """Run git; it is never asked anything at a terminal.

    With `rauw` all that it printed is the reason why it did not, and not its own line alone.
    """
    try:
        uit = wacht_op(
            map_,
            ["git", "-C", str(map_), "-c", "protocol.ext.allow=never", *woorden],
            seconden,
            input=invoer or b"",
            env={**van_hier(), **_STIL, **(omgeving or {})},
        )
    except TimeoutError:
        return Antwoord(
            None, f"git gaf na {geduld(seconden)} seconden nog geen antwoord", _GEEN_ANTWOORD
        )
    except OSError as fout:
        return Antwoord(None, oorzaak(fout), _GEEN_GIT)
    gezegd, klacht = (deel.decode("utf-8", "surrogateescape") for deel in (uit.stdout, uit.stderr))
    if uit.returncode in goed:
        return Antwoord(gezegd.strip())
    alles = f"{klacht}\n{gezegd}" if rauw else reden(klacht or gezegd)
    zwijgt = "git werd afgebroken" if uit.returncode < 0 else "git zegt niet waarom"
    return Antwoord(None, alles.strip() or zwijgt, uit.returncode)


def email(map_: Path) -> str | None:
    """The e-mail address that git knows here; None without git or address."""
    return draai(map_, "config", "user.email", seconden=KORT).gezegd


def kan_committen(map_: Path, wat: str = "--commit") -> None:
    """Refuse to record outside a repository, elsewhere, and in the middle of a merge or rebase."""
    antwoord = draai(map_, "rev-parse", *WAAR, seconden=KORT)
    if antwoord.code == _GEEN_ANTWOORD:
        raise zwijgt(map_)
    if antwoord.code and in_een(map_):
        raise zonder_git(map_) if antwoord.code == _GEEN_GIT else weigert(map_, antwoord.reden)
    if not antwoord.gezegd:
        raise Geweigerd(
            f"{wat} kan hier niet: dit register staat niet in git",
            nu=BEGIN if wat in _SAMEN else f"laat {wat} weg, of begin met git init",
        )
    gitmap = hoort_hier(map_, wat, antwoord.gezegd)
    bezig = [
        naam
        for naam in ("MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD")
        if (gitmap / naam).exists()
    ]
    if bezig:
        raise Geweigerd(
            f"{wat} kan nu niet: git is bezig met samenvoegen",
            nu=advies(
                "maak dat eerst af; of breek het af met git merge --abort, en geef {dan}",
                dan=opdracht("ophalen", tak=_andere_tak(map_) or "TAK"),
            ),
        )


def _andere_tak(map_: Path) -> str:
    """The branch that git is putting with this one."""
    vast = ("for-each-ref", "--points-at=MERGE_HEAD", "--format=%(refname:short)")
    return (draai(map_, *vast, "refs/heads", "refs/remotes").gezegd or "").partition("\n")[0]


def commit(map_: Path, paden: Sequence[str], kop: str, zin: str, wil: Sequence[str]) -> str:
    """Commit exactly these files, just written: the short id. Raises NietAf."""
    antwoord = leg_vast(map_, paden, kop, zin, wil)
    if antwoord.gezegd is not None:
        return antwoord.gezegd
    raise NietAf(
        f"Geschreven: {', '.join(paden)}. git kon ze niet vastleggen: {antwoord.reden}.",
        nu=f"{slot_weg(antwoord.reden)}git add {' '.join(paden)} en git commit",
    )


def leg_vast(map_: Path, paden: Sequence[str], kop: str, zin: str, wil: Sequence[str]) -> Antwoord:
    """Commit exactly these files; whatever else is changed is left alone. Gives the short id.

    `kop` is the first line, `zin` stands below it; `wil` is what `eigen_wil` says.

    Another git that is busy in the same folder is waited for, a while.
    """
    tekst = ("-m", kop) if kop == zin else ("-m", kop, "-m", zin)
    vast = ("commit", "--quiet", *tekst, "--only", "--pathspec-from-file=-", "--pathspec-file-nul")
    erbij = ("add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul")
    try:
        begin = voor(map_)
    except ClmFout as fout:
        return Antwoord(None, fout.reden.rstrip("."))
    namen = "\0".join(f":(literal,top){begin}{pad}" for pad in paden)
    invoer = namen.encode("utf-8", "surrogateescape")
    for keer in range(_KEREN):
        time.sleep(_TUSSENDOOR if keer else 0)  # another git is busy: it ends by itself
        antwoord = draai(map_, *wil, *erbij, seconden=GEDULD, invoer=invoer)
        if antwoord.gezegd is not None:
            antwoord = draai(map_, *wil, "-c", "core.fsync=all", *vast, invoer=invoer)
        if antwoord.gezegd is not None:
            return Antwoord(draai(map_, "rev-parse", "--short", "HEAD").gezegd or "")
        if ".lock" not in antwoord.reden:
            break
    return replace(antwoord, reden=antwoord.reden.rstrip("."))


def slot_weg(reden: str) -> str:
    """What goes before all else where a git that was broken off left its lock behind."""
    slot = re.search(_SLOT, reden)
    return f"is er geen andere git bezig, haal dan {slot[1]} weg; daarna " if slot else ""


def eigen_wil(map_: Path, zeg: Zeg) -> list[str]:
    """The options by which git runs what the user's own settings name, and not the register's."""
    hier = draai(map_, "config", "--local", "--name-only", "--get-regexp", _DRAAIT).gezegd or ""
    uit = ["-c", "core.fsmonitor=false"]
    for naam in dict.fromkeys(hier.splitlines()):
        eigen = _van_gebruiker(map_, naam) or _UIT.get(naam.rpartition(".")[2], "")
        leeg = ["-c", f"{naam}="] if naam.startswith("credential.") else []  # a list: begin again
        uit += [*leeg, "-c", f"{naam}={eigen}"]
    if _van_gebruiker(map_, "clm.haken") == "true":
        return uit
    plek = draai(map_, "rev-parse", "--git-path", "hooks").gezegd or "hooks"
    if haken := [naam for naam in _HAKEN if (map_ / plek / naam).exists()]:
        wil = "wilt u dat wel: git config --global clm.haken true"
        zeg(f"De haken van dit register zijn niet gedraaid: {', '.join(haken)} ({wil}).")
    return [*uit, "-c", f"core.hooksPath={_van_gebruiker(map_, 'core.hooksPath') or os.devnull}"]


def _van_gebruiker(map_: Path, naam: str) -> str:
    return draai(map_, "config", "--global", "--get", naam).gezegd or ""


@value
class Overkant:
    """Where a register is shared: the name of the place, its address, and the branch there."""

    naam: str
    adres: str
    tak: str

    @property
    def volgt(self) -> str:
        """The name under which its last state is kept here."""
        return f"refs/remotes/{self.naam}/{self.tak}"

    @property
    def is_map(self) -> bool:
        """Whether it is a folder on a drive, and no server."""
        return ":" not in self.adres[2:] or self.adres[:1] in "/\\."

    @property
    def is_weg(self) -> bool:
        """Whether nothing stands at that folder any more."""
        return not Path(self.adres).exists()


def overkant(map_: Path) -> Overkant | None:
    """Where this branch is shared; None when it is not."""
    tak = draai(map_, "symbolic-ref", "--short", "--quiet", "HEAD").gezegd
    namen = (draai(map_, "remote").gezegd or "").split()
    if not tak or not namen:
        return None
    eigen = draai(map_, "config", "--get", f"branch.{tak}.remote").gezegd
    naam = eigen if eigen in namen else "origin" if "origin" in namen else namen[0]
    daar = draai(map_, "config", "--get", f"branch.{tak}.merge").gezegd or tak
    adres = draai(map_, "config", "--get", f"remote.{naam}.url").gezegd or ""
    return Overkant(naam, adres, daar.removeprefix("refs/heads/"))


def haal(map_: Path, daar: Overkant, wil: Sequence[str]) -> str | None:
    """Bring in what is there; returns its commit, None when nothing was shared yet.

    Raises ClmFout when it cannot be reached.
    """
    spec = f"+refs/heads/{daar.tak}:{daar.volgt}"
    vast = ("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
    pak = "--upload-pack=git-upload-pack"
    antwoord = draai(map_, *wil, *vast, pak, daar.naam, spec, seconden=_WACHT)
    if antwoord.gezegd is None and "couldn't find remote ref" not in antwoord.reden:
        slot = slot_weg(antwoord.reden)
        waar = "git kan hier niets ophalen" if slot else f"{daar.adres} is niet te bereiken"
        nu = f"{slot or 'kijk of u verbinding hebt en erbij mag, en '}geef de opdracht opnieuw"
        if daar.is_map and daar.is_weg:
            nu += f"; staat die map nu ergens anders: {BEGIN}"
        raise ClmFout(f"{waar}: {antwoord.reden}.", nu=nu)
    gevonden = draai(map_, "rev-parse", "--verify", "--quiet", daar.volgt).gezegd
    return gevonden if antwoord.gezegd is not None else None


def duw(map_: Path, daar: Overkant, wil: Sequence[str]) -> Antwoord:
    """Share what is recorded; of a folder on a drive no hook is run."""
    pak = "git-receive-pack"
    if daar.is_map:
        pak = f"git -c core.hooksPath={os.devnull} receive-pack"
    vast = ("push", "--porcelain", "--no-recurse-submodules", f"--receive-pack={pak}", daar.naam)
    spec = f"HEAD:refs/heads/{daar.tak}"
    antwoord = draai(map_, *wil, *vast, spec, seconden=_WACHT, rauw=True)
    if antwoord.gezegd is not None:
        return antwoord
    alles, achter = antwoord.reden, bool(re.search(_ACHTER, antwoord.reden))
    nee = None if achter else re.search(_NEE, alles)
    waarom = _van_de_server(alles) or nee[1] if nee else reden(alles)
    zin = f"de server weigert het: {waarom}" if nee else waarom
    return replace(antwoord, reden=zin, achter=achter, geweigerd=nee is not None)


_ACHTER = (
    r"(?m)^!\t.*\t\[(?:remote )?rejected\] \((?:fetch first|non-fast-forward|failed to update ref|"
    r"incorrect old value provided|cannot lock ref .*)\)$"
)
"""How git says that another was first, also when that was between the looking and the pushing."""
_NEE = r"(?m)^!\t.*\t\[remote rejected\] \((.+)\)$"
_EIGEN_WERK = ("Counting", "Compressing", "Resolving", "Enumerating", "Total", "error: hook")
"""How a line of a server begins that is about its own work."""


def _van_de_server(gezegd: str) -> str:
    """What the other side itself says, in one line."""
    regels = (r.partition(":")[2].strip() for r in gezegd.splitlines() if r.startswith("remote:"))
    return " ".join(r for r in regels if r and not r.startswith(_EIGEN_WERK))
