"""Floor 7, vergelijk: a register beside the same at another moment of git."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clm_cli.advies import advies
from clm_cli.bestand import Bestand
from clm_cli.commands import verleden
from clm_cli.commands.verleden import Bekend
from clm_cli.deur import lees_in
from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Document
from clm_cli.documents.leesbaar import leesbaar
from clm_cli.documents.opmaak import maak
from clm_cli.documents.veilig import veil
from clm_cli.files import git
from clm_cli.files.gate import lees as lees_yaml
from clm_cli.files.gitwerk import BEGIN
from clm_cli.files.lader import laad, lees_record, regimes_van_clm
from clm_cli.files.mappen import is_record
from clm_cli.kijk import Kijk
from clm_cli.meldingen import SCHIJF, ClmFout, Plek
from clm_cli.records.basis import Deel
from clm_cli.register import Register, bouw
from clm_cli.value import value
from clm_cli.verschil.vergelijking import Anders, Kant, vergelijk
from clm_cli.views.vergelijk import Vergelijking, als_markdown

_HIER = ""
"""The side that is the work tree itself."""


@value
class _Zijde:
    """One side: what it is called, its commit (none: the work tree), and its files by path."""

    naam: str
    commit: str
    bestanden: Mapping[str, str]
    """The hash of each file, as git counts it."""


@value
class Tussen:
    """The two moments that are asked for; without a last one it is what stands here now."""

    eerst: Bekend
    laatst: Bekend | None = None
    sinds_splitsing: bool = False
    """Only what the last has since the two went apart."""


def vergelijking(wortel: Path, wat: Tussen, vandaag: date) -> Vergelijking:
    """What changed, with both sides looked at on one day."""
    oud, nieuw, let_op = _zijden(wortel, wat)
    map_ = wortel if nieuw.commit == _HIER else verleden.van_revisie(wortel, nieuw.commit)
    geladen = laad(map_)
    kapot = geladen.register.kapot
    dicht = {p for p, h in nieuw.bestanden.items() if h == git.ONGELEZEN and p not in kapot}
    anders = sorted(
        pad
        for pad in {*oud.bestanden, *nieuw.bestanden} - dicht
        if oud.bestanden.get(pad) != nieuw.bestanden.get(pad)
    )
    inhoud = _inhouden(wortel, oud, anders)
    toen = _oud(geladen.register, anders, inhoud)
    yaml = tuple(pad for pad in anders if is_record(pad))
    verschillen = vergelijk(
        _kant(toen, vandaag),
        _kant(geladen.register, vandaag),
        Anders(
            yaml,
            {p: _lot(oud, nieuw, p) for p in anders if p not in yaml},
            {p: _regels(inhoud[p], _wordt(map_, p)) for p in yaml if _beide(oud, nieuw, p)},
        ),
    )
    rest = (*kapot, *sorted(dicht))
    onbekend = tuple(pad for pad in rest if pad not in anders)
    return Vergelijking(
        oud.naam, nieuw.naam, verschillen, len(anders), geladen.plaats, let_op, onbekend
    )


def als_tekst(blad: Vergelijking) -> str:
    """The same as Markdown, for a merge request."""
    return leesbaar(als_markdown(blad, veil))


def als_html(blad: Vergelijking, vandaag: date) -> str:
    """The page for a browser, from its Markdown."""
    markdown = als_markdown(blad, veil)
    document = Document("Vergelijking", vandaag, "clm", ontleed(markdown), markdown)
    return maak(document, "html").decode()


def _zijden(wortel: Path, wat: Tussen) -> tuple[_Zijde, _Zijde, str]:
    """Both sides, and what has to be said of the choice."""
    if not git.is_er(wortel):
        raise ClmFout(
            "Er is niets om mee te vergelijken: dit register staat niet in git.",
            nu=advies("{gedeeld}, of alleen hier: git init, git add en git commit", gedeeld=BEGIN),
        )
    begin = verleden.commit_bij(wortel, wat.eerst)
    eind = verleden.commit_bij(wortel, wat.laatst) if wat.laatst else _HIER
    let_op = ""
    gedeeld = git.gedeeld(wortel, begin, eind or "HEAD")
    if wat.sinds_splitsing and gedeeld:
        begin = gedeeld
    elif wat.laatst and gedeeld != begin:
        links, rechts = wat.eerst.naam, wat.laatst.naam
        let_op = (
            f"{links} heeft ook wat {rechts} niet heeft; dat staat hier als weg. "
            f"Met drie punten ertussen ({links}...{rechts}) ziet u alleen wat er bij kwam op "
            f"{rechts}"
        )
    oud = _zijde(wortel, wat.eerst, begin)
    if wat.laatst is None:
        return oud, _Zijde("wat hier nu staat", _HIER, git.werkmap(wortel)), let_op
    return oud, _zijde(wortel, wat.laatst, eind), let_op


def _zijde(wortel: Path, gevraagd: Bekend, commit: str) -> _Zijde:
    naam = f"{gevraagd.naam} ({commit[:8]}, {git.dag_van(wortel, commit)})"
    return _Zijde(naam, commit, {rij.pad: rij.hash for rij in git.boom(wortel, commit) or ()})


def _inhouden(wortel: Path, oud: _Zijde, anders: list[str]) -> dict[str, bytes]:
    """What the records that differ held before."""
    paden = [pad for pad in anders if pad in oud.bestanden and is_record(pad)]
    inhouden = git.inhouden(wortel, [oud.bestanden[pad] for pad in paden])
    gelezen = dict(zip(paden, inhouden, strict=False))
    if len(gelezen) < len(paden):
        raise ClmFout("Git kan niet alle oude bestanden geven.", nu="git fsck zegt wat ontbreekt")
    return gelezen


def _oud(nieuw: Register, anders: list[str], inhoud: Mapping[str, bytes]) -> Register:
    """The register as it was: the records that are the same, and the others as they were."""
    weg = set(anders)
    bestanden: list[Bestand[Deel]] = [b for b in nieuw.bestanden if b.pad not in weg]
    kapot = [pad for pad in nieuw.kapot if pad not in weg]
    for pad, bytes_ in inhoud.items():
        record, _ = lees_record(pad, lees_yaml(bytes_, pad))
        if record is None:
            kapot.append(pad)
        else:
            bestanden.append(Bestand(pad, record, Plek(pad)))
    return bouw(sorted(bestanden, key=lambda b: b.pad), regimes_van_clm(), kapot)


def _kant(register: Register, vandaag: date) -> Kant:
    return Kant(
        Kijk(register.zoals(op=vandaag), vandaag),
        {b.pad: b for b in register.bestanden},
        frozenset(register.kapot),
    )


def _beide(oud: _Zijde, nieuw: _Zijde, pad: str) -> bool:
    return pad in oud.bestanden and pad in nieuw.bestanden


def _lot(oud: _Zijde, nieuw: _Zijde, pad: str) -> str:
    if _beide(oud, nieuw, pad):
        return "anders"
    return "erbij" if pad in nieuw.bestanden else "weg"


def _wordt(map_: Path, pad: str) -> bytes:
    """What a file holds now; nothing of one that is no ordinary file any more."""
    try:
        return lees_in(map_, pad)
    except OSError as fout:
        if fout.errno in SCHIJF:
            raise  # it may well be there
        return b""


def _regels(oud: bytes, nieuw: bytes) -> int:
    """How many lines differ."""
    was, wordt = (tekst.decode("utf-8", "replace").splitlines() for tekst in (oud, nieuw))
    delen = difflib.SequenceMatcher(None, was, wordt, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for soort, a, b, c, d in delen if soort != "equal")
