"""Each word of a regime does something: without it a state of a made-up contract goes red.

The rows of constructen.txt say of each field of a regime in which contract it stands, at which
place, and which state has another answer when it is not there.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from clm_cli.derivations.regime.woorden import velden
from clm_cli.files.gate import lees
from clm_cli.files.lader import lees_record, regimes_van_clm
from clm_cli.records.basis import Deel
from clm_cli.records.regime import Regime, Vraagregel
from clm_cli.records.verwijzingen import delen
from tests.achtste_regime import hulpzaak
from tests.beschermd_wonen import antwoorden as wonen
from tests.toestandblad import Toestand, toestanden
from tests.vierde_regime import ictzaak
from tests.vijfde_regime import fasenzaak
from tests.zesde_regime import dagzaak
from tests.zevende_regime import test_zevende_regime as hulpmiddelen

TESTS = Path(__file__).parents[1]
Vraag = Callable[[str], str]
CONTRACTEN: dict[str, tuple[Path, Callable[..., Any]]] = {
    "V": (TESTS / "vierde_regime/zaakportaal-2026.yaml", ictzaak.Antwoorden),
    "F": (TESTS / "vijfde_regime/vervoer-2026.yaml", fasenzaak.Fasenantwoorden),
    "W": (TESTS / "beschermd_wonen/beschermd-wonen-2026.yaml", wonen.Antwoorden),
    "Z": (TESTS / "zesde_regime/dagbesteding-2026.yaml", dagzaak.Dagantwoorden),
    "A": (TESTS / "achtste_regime/huishoudelijke-hulp-2026.yaml", hulpzaak.Antwoorden),
    "H": (TESTS / "zevende_regime/hulpmiddelen-2026.yaml", hulpmiddelen.Antwoorden),
}
RIJEN = [
    tuple(deel.strip() for deel in regel.split("|"))
    for regel in Path(__file__).with_name("constructen.txt").read_text("utf-8").splitlines()
    if regel.strip() and not regel.startswith("#")
]
GETOOND = frozenset(("aard", "grond", "ook", "toelichting", "in_brieven", "titel", "versie"))
"""What a field of such a name holds is only shown, whatever part it is of."""
ZONDER_TOESTAND = frozenset(
    (
        # what is said of the text and the parties, and in talks and letters
        *("Regime.vervangt", "Bron.bestand", "Regime.partijen", "Regime.ladder"),
        *("Regime.doelgroep", "Regime.brieven", "Regime.niet_ingezien", "Regime.zwijgt_over"),
        *("Regime.uitgangspunten", "Uitgangspunt.bewaakt_door", "Plicht.bewaakt_door"),
        *("Regime.rollen", "Gespreksrol.voorzitter", "Regime.themas", "Onderwerpbron.soorten"),
        *("Regime.signaalsoorten", "Regime.vragen", "Vraag.notitie"),
        # held by tests of their own, of the third contract and beside the states of the others
        *("Overslaanregel.mag", "Bezwaarregeling.schriftelijk"),
    )
)
"""Fields without which no state of a made-up contract has another answer."""


def _yaml() -> YAML:
    yaml = YAML(typ="safe")
    yaml.default_flow_style, yaml.width = None, 10**6
    return yaml


def zonder(tekst: str, plaats: str) -> str:
    """A regime without what stands at a place."""
    boom = deel = _yaml().load(tekst)
    *heen, laatste = plaats.split(".")
    for stap in heen:
        deel = deel[int(stap) if isinstance(deel, list) else stap]
    del deel[laatste]
    uit = io.StringIO()
    _yaml().dump(boom, uit)
    return uit.getvalue()


@cache
def _toestanden(contract: str) -> list[Toestand]:
    return toestanden(CONTRACTEN[contract][0].parent)


def _vraag(contract: str, map_: Path, toestand: Toestand, regime: str) -> Vraag:
    """What answers a state under a regime that is the contract's own or has a part less."""
    (bestand, antwoorden), (_, dag, feiten, _) = CONTRACTEN[contract], toestand
    eigen = bestand.read_text("utf-8")
    over = (regime,) if contract == "V" else (eigen, regime)
    vraag: Vraag = antwoorden(map_, dag, feiten, *over).vraag
    return vraag


@pytest.mark.parametrize("rij", RIJEN, ids=[rij[0] for rij in RIJEN])
def test_without_it_a_state_has_another_answer(rij: tuple[str, ...], tmp_path: Path) -> None:
    veld, contract, plaats, *rest = rij
    toestand = next(t for t in _toestanden(contract) if [*t[:3]] == rest)
    bestand = CONTRACTEN[contract][0]
    minder = zonder(bestand.read_text("utf-8"), plaats)
    record, meldingen = lees_record("regimes/x.yaml", lees(minder.encode(), "regimes/x.yaml"))
    assert isinstance(record, Regime)
    assert not meldingen, "what is left is a regime"
    goed = dict(woord.split("=", 1) for woord in toestand[3].split())
    try:
        vraag = _vraag(contract, tmp_path, toestand, minder)
        anders = [naam for naam, wat in goed.items() if vraag(naam) != wat]
    except (AssertionError, IndexError, StopIteration, KeyError, AttributeError):
        anders = ["there is nothing to answer with"]
    assert anders, f"{veld} in {contract} at {plaats} does nothing in {rest}"


def _optioneel() -> Iterator[tuple[type[Deel], str]]:
    for _, model, naam in velden():
        if not model.model_fields[naam].is_required():
            yield model, naam


@cache
def _in_j_of_s() -> frozenset[str]:
    """The fields that a contract uses that ships: their states are those of the ladder."""
    regimes = regimes_van_clm().values()
    deel = [d for regime in regimes for d in (regime, *(rij for _, rij in delen(regime)))]
    return frozenset(_naam(type(d), naam) for d in deel for naam in d.model_fields_set)


def _naam(model: type[Deel], veld: str) -> str:
    """A point that the contract settles, or leaves to a question, is one field."""
    los = issubclass(model, Vraagregel) and veld in ("regel", "vraag")
    return model.__name__ if los else f"{model.__name__}.{veld}"


def test_each_field_has_such_a_state_or_is_in_a_contract_that_ships_or_is_only_shown() -> None:
    velden_ = {f"{model.__name__}.{naam}": _naam(model, naam) for model, naam in _optioneel()}
    met_toestand = {velden_[rij[0]] for rij in RIJEN}
    alle = {_naam(model, naam) for model, naam in _optioneel() if naam not in GETOOND}
    assert alle - met_toestand - _in_j_of_s() - ZONDER_TOESTAND == set()
    assert ZONDER_TOESTAND & met_toestand == set()
    assert len(met_toestand) >= 117
