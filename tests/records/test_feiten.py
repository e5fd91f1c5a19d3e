"""Every kind of fact is one row, and the row is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clm_cli.acts.vullers import LET_OP, VULLERS
from clm_cli.cli.feiten import OPDRACHTEN
from clm_cli.cli.opdrachten import TABEL
from clm_cli.derivations.feitzinnen import _VELD
from clm_cli.records.basis import Deel
from clm_cli.records.feiten import FEITEN
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import KAARTEN, soorten_in
from clm_cli.records.vorm import KOPVELDEN, Veld, velden

PAKKET = Path(__file__).parents[2] / "clm_cli"
NAMEN = {soort.naam for soort in FEITEN}


def _veld(model: type[Deel], pad: str) -> Veld | None:
    naam, _, rest = pad.partition(".")
    veld = next((rij for rij in velden(model) if rij.naam == naam), None)
    if rest and veld:
        return _veld(veld.deel, rest) if veld.deel else None
    return veld


def _bekend(soort: Feitsoort, pad: str) -> bool:
    return pad in KOPVELDEN or _veld(soort.model, pad) is not None


@pytest.mark.parametrize("soort", FEITEN, ids=lambda s: f"{s.map}-{s.naam}")
def test_a_row_is_whole(soort: Feitsoort) -> None:
    """What a row names is a field of its model, another kind, or a function that is there."""
    assert soort.zin
    assert soort.opdracht is None or TABEL[soort.opdracht].zin
    staart = re.sub(r">[a-z]+|\|", "", soort.staart).split()
    zin = [naam for naam, _ in _VELD.findall(soort.zin)] if isinstance(soort.zin, str) else []
    per = soort.eenmalig.per if soort.eenmalig else ()
    genoemd = [*staart, *zin, *per, *soort.onze, *soort.hun, *soort.gevuld, *soort.zeg]
    los = [soort.los] if soort.los else []
    weg = [pad for pad in [*genoemd, *los, soort.voorop] if not _bekend(soort, pad)]
    assert weg == []
    assert set(soort.bij) <= NAMEN
    assert set((*soort.eenmalig.ook, *soort.eenmalig.tot) if soort.eenmalig else ()) <= NAMEN
    assert soort.vul == "" or soort.vul in VULLERS
    diepte = soort.map.count("*") - (0 if soort.map == "lezingen" else 1)
    assert diepte <= 0 or soort.ding or soort.opent or soort.opdracht is None


def test_what_fills_in_belongs_to_a_kind() -> None:
    assert set(VULLERS) == {soort.vul for soort in FEITEN if soort.vul}
    assert set(LET_OP) <= {soort.vul or soort.naam for soort in FEITEN}


def test_every_kind_with_a_command_has_just_that_command() -> None:
    assert {woorden: feit.soort for woorden, feit in OPDRACHTEN.items()} == {
        soort.opdracht: soort for soort in FEITEN if soort.opdracht
    }
    zonder = [soort.naam for soort in FEITEN if soort.opdracht is None]
    eigen = ["lezing", "verspreid", "classificatie", "nakoming", "binnengekomen"]
    assert zonder == eigen, "they have a way of their own"


def test_in_a_folder_one_kind_at_most_has_a_free_name() -> None:
    for soort in FEITEN:
        assert sum(rij.vrij for rij in soorten_in(soort.map.replace("*", "x"))) <= 1


def test_letters_take_fields_of_cards_that_exist() -> None:
    for soort in KAARTEN:
        assert [pad for pad in (*soort.onze, *soort.hun) if not _veld(soort.model, pad)] == []


MAG_NOEMEN = {"records/feiten.py", "records/soorten.py"}


def test_no_other_table_says_something_of_many_kinds() -> None:
    """A module that lists more than eight kinds by their word would be a second table."""
    gevonden = {}
    for pad in sorted(PAKKET.rglob("*.py")):
        naam = pad.relative_to(PAKKET).as_posix()
        sleutels = set(
            re.findall(r'^    "([a-z-]+)":', pad.read_text(encoding="utf-8"), re.MULTILINE)
        )
        if naam not in MAG_NOEMEN and len(sleutels & NAMEN) > 8:
            gevonden[naam] = sorted(sleutels & NAMEN)
    assert set(gevonden) == {"acts/vullers.py"}, "which says only which function has that name"


@pytest.mark.parametrize("soort", FEITEN, ids=lambda s: f"{s.map}-{s.naam}")
def test_a_file_name_holds_no_words_of_a_text(soort: Feitsoort) -> None:
    """What somebody wrote may be about a client, and the name of a fact is never mended."""
    for pad in re.sub(r">[a-z]+|\|", "", soort.staart).split():
        veld = _veld(soort.model, pad)
        if pad == "rol":  # that of a colleague who approves
            continue
        vrije_tekst = veld is not None and veld.lezer is not None
        assert not (vrije_tekst and veld.lezer.code in ("REC105", "REC111")), pad
