"""A power cut after any system call of a writing command, on a disk that keeps only what it must.

The calls of one command are recorded with strace. After each of them the power may fail: of a file
that was not synced nothing, half or all is left, and of the names that were given in a folder that
was not synced since each may be there or not, in any order. Every such state is built, and read:
no old byte changed, and no fact is there that is not whole.

`python -m pytest -q -s tests/trust/stroom.py`; needs strace.
"""

from __future__ import annotations

import itertools
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clm_cli.commands.controle import controleer
from clm_cli.commands.register import lees
from clm_cli.meldingen import Ernst
from tests import gelijktijdig as g
from tests.klein_register import VANDAAG
from tests.schrijfopdrachten import Opdracht
from tests.trust.fouten import begonnen, staat
from tests.vijandig import NOTEER

OPDRACHTEN = (
    f"{NOTEER} --bijlage {{elders}}/stuk.pdf",
    g.GEHOUDEN,
    f"{g.NIEUW} 1",
)
OPROEPEN = "openat,write,fsync,link,linkat,rename,renameat,unlink,unlinkat"


@dataclass
class Schijf:
    """What is written, and what of it a power cut leaves for sure."""

    zeker: dict[str, str] = field(default_factory=dict)
    """The file that a name stands for, on the disk for good."""
    los: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    """By folder: names given or taken (None) since it was synced."""
    vuil: set[str] = field(default_factory=set)
    """Files of which the content was not synced."""
    nu: dict[str, str] = field(default_factory=dict)

    def noem(self, pad: str, ding: str | None) -> None:
        """A name is given or taken away."""
        self.los.setdefault(pad.rpartition("/")[0], []).append((pad, ding))
        if ding is None:
            self.nu.pop(pad, None)
        else:
            self.nu[pad] = ding

    def synchroniseer(self, pad: str) -> None:
        """A file or a folder is on the disk."""
        self.vuil.discard(self.nu.get(pad, ""))
        for naam, ding in self.los.pop(pad, []):
            self.zeker = (
                {**self.zeker, naam: ding}
                if ding
                else {n: d for n, d in self.zeker.items() if n != naam}
            )

    def mogelijk(self) -> list[dict[str, tuple[str, str]]]:
        """Every state that is left: by name the file, and whether it is none, half or whole."""
        namen = list(itertools.chain.from_iterable(self.los.values()))
        uit: list[dict[str, tuple[str, str]]] = []
        for keus in itertools.product((False, True), repeat=len(namen)):
            staan = dict(self.zeker)
            for gebeurd, (naam, ding) in zip(keus, namen, strict=True):
                if gebeurd and ding:
                    staan[naam] = ding
                elif gebeurd:
                    staan.pop(naam, None)
            for deel in ("leeg", "half", "heel"):
                rij = {n: (d, deel if d in self.vuil else "heel") for n, d in staan.items()}
                if rij not in uit:
                    uit.append(rij)
        return uit


def momenten(spoor: str, map_: Path) -> list[list[dict[str, tuple[str, str]]]]:
    """After each recorded call what a power cut may leave of the new files."""
    schijf, uit = Schijf(), []
    for rij in spoor.splitlines():
        naam, houdt = rij.partition("(")[0], r'\d+<([^>]*)>, "([^/"]+)"'
        regel = re.sub(houdt, r'"\1/\2"', rij) if naam.endswith("at") else rij
        if str(map_) not in regel or regel.rstrip().endswith(")") or " = -1" in regel:
            continue
        paden = [p.removeprefix(f"{map_}/") for p in re.findall(r'["<](/[^">]*)[">]', regel)]
        paden = [p for p in paden if not p.startswith("/")]
        if not paden or paden[0].startswith(".clm"):
            continue
        if naam == "openat" and "O_CREAT" in regel:
            schijf.noem(paden[0], paden[0])
            schijf.vuil.add(paden[0])
        elif naam == "write":
            schijf.vuil.add(schijf.nu[paden[0]])
        elif naam == "fsync":
            schijf.synchroniseer(paden[0])
        elif naam.startswith(("link", "rename")):
            schijf.noem(paden[-1], schijf.nu[paden[0]])
        if naam.startswith(("rename", "unlink")):
            schijf.noem(paden[0], None)
        uit.append(schijf.mogelijk())
    return uit


def klachten(map_: Path) -> set[str]:
    """What the check of the whole register finds wrong, also of the documents."""
    gevonden = controleer(lees(map_, VANDAAG, None)).meldingen
    return {f"{m.code} {m.tekst}" for m in gevonden if m.ernst is Ernst.FOUT}


@pytest.mark.parametrize("woorden", OPDRACHTEN)
def test_a_power_cut_leaves_no_half_fact_and_no_changed_one(tmp_path: Path, woorden: str) -> None:
    proef_ = begonnen(Opdracht("", woorden, "klein"), tmp_path / "werk")
    begin, map_, spoor, voor = proef_.begin / "r", proef_.map_, tmp_path / "spoor", proef_.voor
    strace = ("-s", "4096", "-o", str(spoor), "-e", f"trace={OPROEPEN}")
    assert proef_.doe(*strace)[0] == 0
    heel = {p: (map_ / p).read_bytes() for p in staat(map_)}
    alle = momenten(spoor.read_text(errors="replace"), map_)
    eerder = klachten(begin)
    gezien, fouten = list[object](), list[str]()
    for rij in itertools.chain.from_iterable(alle):
        staan = {n: d for n, d in rij.items() if not n.rpartition("/")[2].startswith(".")}
        if staan in gezien:
            continue
        gezien.append(staan)
        proef = tmp_path / "proef"
        shutil.copytree(begin, proef)
        for pad, (_, deel) in staan.items():
            inhoud = heel[pad]
            (proef / pad).parent.mkdir(parents=True, exist_ok=True)
            (proef / pad).write_bytes(
                {"leeg": b"", "half": inhoud[: len(inhoud) // 2], "heel": inhoud}[deel]
            )
        nu = staat(proef)
        fouten += [f"changed: {p}" for p in voor if p not in staan and nu.get(p) != voor[p]]
        fouten += [f"half: {p}: {d}" for p, (_, d) in staan.items() if d != "heel"]
        fouten += sorted(klachten(proef) - eerder)
        shutil.rmtree(proef)
    print(f"\n{woorden[:40]}: {len(alle)} calls, {len(gezien)} different states after a power cut")
    assert len(gezien) > 1
    assert fouten == [], "\n".join(fouten[:8])
